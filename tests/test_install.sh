#!/bin/sh
# Installation into a directory, programs built against it, including the README's and the man
# page's examples, and uninstallation.
. tests/lib.sh

if [ "$PITH" != "$PWD/pith" ]; then
    skip "installation, since another program is being tested"
    finish
    exit
fi

root=$tmp/root
version=$(sed -n 's/^#define PITH_VERSION "\(.*\)"/\1/p' include/pith.h)

# Without the optional libraries.
make -s -j2 BUILD="$tmp/without" CFLAGS=-O0 WITHOUT='seccomp zstd brotli xz uchardet' \
    CPPFLAGS=-DPITH_PLAIN_UNIX "$tmp/without/pith" >/dev/null
is "a build without optional libraries says so" "without: seccomp zstd brotli xz uchardet" \
    "$("$tmp/without/pith" --version | tail -n 1)"
page "$tmp/a.html" "Ferry runs again"
is "and works" "$("$PITH" "$tmp/a.html")" "$("$tmp/without/pith" "$tmp/a.html")"
is "also with workers, without what only Linux has" "$("$PITH" -j2 "$tmp/a.html" "$tmp/a.html")" \
    "$("$tmp/without/pith" -j2 "$tmp/a.html" "$tmp/a.html")"
printf '\050\265\057\375\004\000\011\000\000a' >"$tmp/a.html.zst"
is "and refuses what it cannot read" \
    "pith: $tmp/a.html.zst: zstd data, which this build of pith does not read" \
    "$("$tmp/without/pith" "$tmp/a.html.zst" 2>&1)"

# What deps installs is used by the goals that come with it.
mkdir "$tmp/bin"
printf '#!/bin/sh\n: >"%s/installed"\n' "$tmp" >"$tmp/bin/apt-get"
printf '#!/bin/sh\n[ -e "%s/installed" ] && exec "%s" "$@"\n' "$tmp" "$(command -v pkg-config)" >"$tmp/bin/pkg-config"
chmod 755 "$tmp/bin/apt-get" "$tmp/bin/pkg-config"
holds "make deps with other goals works" env PATH="$tmp/bin:$PATH" \
    make -s BUILD="$tmp/new" deps-build "$tmp/new/flags" >/dev/null
make -s BUILD="$tmp/known" "$tmp/known/flags"
is "and they find what it installed" "$(cat "$tmp/known/flags")" "$(cat "$tmp/new/flags")"

holds "make install works" make -s install DESTDIR="$root" PREFIX=/opt/pith >/dev/null
find "$root" ! -type d | sed "s|^$root/opt/pith/||" | sort >"$tmp/installed"
is "exactly this is installed" "bin/pith
include/pith.h
lib/libpith.a
lib/libpith.so
lib/libpith.so.0
lib/libpith.so.$version
lib/pkgconfig/pith.pc
lib/python3/dist-packages/pith.py
share/bash-completion/completions/pith
share/fish/vendor_completions.d/pith.fish
share/man/man1/pith.1
share/man/man3/pith.3
share/zsh/site-functions/_pith" "$(cat "$tmp/installed")"
is "the installed program runs" "pith $version" "$("$root/opt/pith/bin/pith" --version | head -n 1)"
is "make install again changes nothing" 0 \
    "$(code make -s install DESTDIR="$root" PREFIX=/opt/pith)"

export PKG_CONFIG_PATH="$root/opt/pith/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$root"
export LD_LIBRARY_PATH="$root/opt/pith/lib"
is "pith.pc has the version" "$version" "$(pkg-config --modversion pith)"
cflags="$(pkg-config --cflags pith) -Wall -Wextra -Wpedantic -Werror"
libs=$(pkg-config --libs pith)

# Symbols: the header's functions and nothing else, in both libraries.
tr '\n' ' ' <include/pith.h | grep -o 'PITH_API[^;]*;' | grep -o 'pith_[a-z_]*(' | tr -d '(' | sort >"$tmp/functions"
nm -D --defined-only "$root/opt/pith/lib/libpith.so" | sed 's/.* //' | sort >"$tmp/exported"
is "the shared library exports what pith.h declares" "$(cat "$tmp/functions")" "$(cat "$tmp/exported")"
nm -g --defined-only "$root/opt/pith/lib/libpith.a" | sed -n 's/.* [A-Z] //p' | sort >"$tmp/exported"
is "the static library exports the same" "$(cat "$tmp/functions")" "$(cat "$tmp/exported")"
contains "the shared library has its soname" \
    "$(readelf -d "$root/opt/pith/lib/libpith.so")" "[libpith.so.0]"

# Hardening.
program=$root/opt/pith/bin/pith
contains "the program is position-independent" "$(readelf -hW "$program")" "DYN (Position-Independent"
contains "its tables are read-only" "$(readelf -lW "$program")" GNU_RELRO
contains "its symbols are bound at start-up" "$(readelf -dW "$program")" BIND_NOW
contains "its stack is guarded" "$(nm -D "$program")" __stack_chk_fail
contains "calls to the C library are checked" "$(nm -D "$program")" _chk@
case $(uname -m) in
x86_64) holds "jumps are checked" test "$(objdump -d "$program" | grep -c endbr64)" -ge 200 ;;
*) skip "a check of jumps, which is for x86-64" ;;
esac

# fence LANGUAGE: the README's code block of that language.
fence() {
    sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" README.md | sed '1d;/^```$/,$d'
}

page "$tmp/page.html" "Ferry runs again"
fence c >"$tmp/readme.c"
# shellcheck disable=SC2086
holds "the README's C example compiles" cc -std=c11 $cflags -o "$tmp/readme" "$tmp/readme.c" $libs
contains "the README's C example runs" "$("$tmp/readme")" "Islanders had waited"
# shellcheck disable=SC2086
holds "the README's C example links statically" cc -std=c11 $cflags -o "$tmp/readme-static" \
    "$tmp/readme.c" "$root/opt/pith/lib/libpith.a" $(PKG_CONFIG_SYSROOT_DIR='' pkg-config --libs $(sed -n "s|^Requires.private: ||p" "$root/opt/pith/lib/pkgconfig/pith.pc")) -lm
contains "and runs" "$(env -u LD_LIBRARY_PATH "$tmp/readme-static")" "Islanders had waited"

man=man/pith.3
sed -n '/^\.Bd -literal/,/^\.Ed/p' $man | sed '1d;$d;s/\\e/\\/g' >"$tmp/man.c"
# shellcheck disable=SC2086
holds "the example of pith(3) compiles" cc -std=c11 $cflags -o "$tmp/man" "$tmp/man.c" $libs
contains "the example of pith(3) runs" "$("$tmp/man" <"$tmp/page.html")" "Islanders had waited"

cat >"$tmp/plus.cc" <<'END'
#include <pith.h>
#include <iostream>
int main() {
    pith_options options = PITH_OPTIONS_INIT;
    pith_context *context = nullptr;
    pith_article *article = nullptr;
    if (pith_context_new(&context) != PITH_OK) return 2;
    if (pith_extract(context, &options, "", 0, &article) != PITH_OK) return 2;
    std::cout << '[' << pith_article_body(article, PITH_TEXT, nullptr) << "]\n";
    pith_article_free(article);
    pith_context_free(context);
}
END
# shellcheck disable=SC2086
holds "C++ compiles the header" c++ -std=c++11 $cflags -o "$tmp/plus" "$tmp/plus.cc" $libs
is "the C++ program runs" "[]" "$("$tmp/plus")"

fence python | sed '/^import subprocess/,$d' >"$tmp/readme.py"
contains "the README's Python example runs" "$(PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH="$root/opt/pith/lib/python3/dist-packages" python3 "$tmp/readme.py" <"$tmp/page.html")" \
    "Islanders had waited"
if command -v node >/dev/null; then
    fence js >"$tmp/readme.js"
    contains "the README's Node example runs" \
        "$(PATH="$root/opt/pith/bin:$PATH" node "$tmp/readme.js" <"$tmp/page.html")" \
        "Islanders had waited"
    python3 -c 'print("<p>" + "A few words of a long paragraph that goes on. " * 30000)' >"$tmp/long.html"
    is "and with more than a MiB of output" 1380000 "$(PATH="$root/opt/pith/bin:$PATH" \
        node "$tmp/readme.js" <"$tmp/long.html" | wc -c)"
    head -c 17000000 /dev/zero | tr '\0' a >"$tmp/huge.txt"
    contains "and shows why pith refuses a page before it has read all of it" \
        "$(PATH="$root/opt/pith/bin:$PATH" node "$tmp/readme.js" <"$tmp/huge.txt" 2>&1)" "longer than --max-input"
    contains "and says so if there is no pith" \
        "$(node=$(command -v node) && PATH="$tmp" && "$node" "$tmp/readme.js" <"$tmp/page.html" 2>&1)" ENOENT
else
    skip "node is not installed"
fi

is "make uninstall works" 0 "$(code make -s uninstall DESTDIR="$root" PREFIX=/opt/pith)"
is "make uninstall leaves nothing behind" "" "$(find "$root" ! -type d)"

# Debian packages.
if command -v dpkg-shlibdeps >/dev/null; then
    unset PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR LD_LIBRARY_PATH
    packages=$(make -s deb 2>/dev/null)
    is "make deb makes four packages" 4 "$(echo "$packages" | wc -w | tr -d ' ')"
    for package in $packages; do
        holds "$package unpacks" dpkg -x "$package" "$tmp/deb"
    done
    is "the packaged program runs" "pith $version" "$("$tmp/deb/usr/bin/pith" --version | head -n 1)"
    contains "the package depends on what the program needs" \
        "$(dpkg-deb -f "$(echo "$packages" | grep /pith_)" Depends)" "libgumbo$(ls -d /usr/lib/*/libgumbo.so.[0-9] | sed 's/.*so\.//')"
    is "the packaged Python module finds the packaged library" "$version" "$(cd "$tmp" &&
        LD_LIBRARY_PATH="$(dirname "$(find "$tmp/deb/usr/lib" -name 'libpith.so.0')")" PYTHONDONTWRITEBYTECODE=1 \
            PYTHONPATH="$tmp/deb/usr/lib/python3/dist-packages" python3 -c 'import pith; print(pith.library_version())')"
    if command -v lintian >/dev/null; then
        # shellcheck disable=SC2086
        is "lintian finds no errors" "" "$(lintian --fail-on none --allow-root $packages 2>/dev/null | grep ^E:)"
    else
        skip "lintian is not installed"
    fi
else
    skip "dpkg-shlibdeps is not installed"
fi

# The distributed tarball is self-contained.
if git rev-parse --git-dir >/dev/null 2>&1; then
    holds "make dist works" make -s dist
    (cd "$tmp" && gzip -dc "$TOP/pith-$version.tar.gz" | tar xf -)
    rm -f "pith-$version.tar.gz"
    holds "the tarball builds" make -s -C "$tmp/pith-$version" BUILD=build all >/dev/null 2>&1
    is "and its program runs" "pith $version" "$("$tmp/pith-$version/pith" --version | head -n 1)"
    if [ -z "$(git status --porcelain -- src include Makefile)" ]; then
        for built in pith libpith.a "libpith.so.$version"; do
            holds "$built is the same when it is built in another directory" \
                cmp "$built" "$tmp/pith-$version/$built"
        done
    else
        skip "two builds of one commit, since there are uncommitted changes"
    fi
else
    skip "make dist, since this is not a git checkout"
fi
finish

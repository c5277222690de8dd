# Sourced after lib.sh by the scripts that test what becomes of workers that are taken over: moves to
# $tmp, with pages on which evil.c does harm. Where nothing can be preloaded, it skips the script.

if ldd "$PITH" 2>/dev/null | grep -q -e libasan -e libubsan -e libtsan || nm "$PITH" 2>/dev/null | grep -q __asan_init; then
    skip "a sanitizer build, into which nothing can be preloaded"
    finish
    exit
fi

if ! "$PITH" --version | grep -q '^with:.* seccomp'; then
    skip "a build without a sandbox"
    finish
    exit
fi

cc -shared -fPIC -o "$tmp/evil.so" tests/evil.c -ldl || exit 2
page "$tmp/good.html" "Ferry runs again"
{ cat "$tmp/good.html"; echo '<crash>'; } >"$tmp/crash.html"
{ cat "$tmp/good.html"; echo '<escape>'; } >"$tmp/escape.html"
{ cat "$tmp/good.html"; echo '<hang>'; } >"$tmp/hang.html"
{ cat "$tmp/good.html"; echo '<lie>'; } >"$tmp/lie.html"
{ cat "$tmp/good.html"; echo '<crumbs>'; } >"$tmp/crumbs.html"
cd "$tmp" || exit 2

evil() {
    LD_PRELOAD=$tmp/evil.so "$PITH" "$@"
}

# quoted FILE: as a JSON string.
quoted() {
    sed 's/\\/\\\\/g; s/"/\\"/g' "$1" | awk '{ printf "%s\\n", $0 }' | sed 's/^/"/; s/$/"/'
}

#!/bin/sh
# The sandbox: what a process that reads a page can still do if the parser is taken over. Runs before
# all other tests, since if it fails nothing else matters.
. tests/lib.sh
. tests/evil.sh

refused='open refused, create refused, socket refused, kill refused, fork refused, exec refused, code refused'
contains "the injected calls are made" "$(evil --no-sandbox escape.html 2>&1 >/dev/null)" "OPENED"
rm -f made-by-evil
is "a single page's process can do nothing else" "$refused" "$(evil escape.html 2>&1 >/dev/null)"
is "nor can a worker" "pith: a worker process: write refused, $refused" "$(evil -j1 escape.html 2>&1 >/dev/null)"
is "nor can a worker that reads records" "pith: a worker process: write refused, $refused" \
    "$(printf '{"html":%s}\n' "$(quoted escape.html)" | evil --jsonl 2>&1 >/dev/null)"
pool_refused=$(echo "$refused" | sed 's/, fork refused//')
: >pool # its input stays open until it has polled
for i in $(seq 100); do
    [ -s pool ] && break
    sleep 0.1
done | EVIL_POOL=1 evil --jsonl >/dev/null 2>pool
is "nor can the pool that reads records, except fork" "$pool_refused" "$(cat pool)"
is "the pool that reads files can open them for reading" "$(echo "$pool_refused" | sed 's/^open refused/OPENED/')" \
    "$(EVIL_POOL=1 evil -j1 good.html 2>&1 >/dev/null)"
holds "nothing was created" test ! -e made-by-evil
is "the page is still read" "$("$PITH" good.html)" "$(evil escape.html 2>/dev/null)"

# Landlock alone, without seccomp.
cat >landlock.c <<'END'
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "program/worker/landlock.h"

static void show(const char *what, int result) {
    printf("%s %s\n", what, result >= 0 ? "done" : errno == EACCES || errno == EPERM ? "refused" : "failed");
}

int main(int argc, char **argv) {
    struct sockaddr_in nobody = {.sin_family = AF_INET, .sin_port = htons(9)};
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
    nobody.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (argc < 2)
        return version < 6;
    landlock_enter((enum landlock_files)(argv[1][0] - '0'));
    show("read", open("/etc/passwd", O_RDONLY));
    show("create", open("made-in-landlock", O_WRONLY | O_CREAT | O_TRUNC, 0600));
    show("rename", rename("made-in-landlock", "sub/moved"));
    show("link", symlink("x", "made-link"));
    show("connect", connect(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&nobody, sizeof nobody));
    show("kill", kill(getppid(), 0));
    show("exec", execl("/bin/true", "true", (char *)0));
    return 0;
}
END
mkdir -p sub
touch made-in-landlock
cc -I"$TOP/src" -o landlock landlock.c "$TOP/src/program/worker/landlock.c" || fail "landlock.c does not compile"
if ./landlock; then
    is "Landlock lets a page do nothing" "read refused create refused rename refused link refused connect refused kill refused exec refused" \
        "$(./landlock 0 | tr '\n' ' ' | sed 's/ $//')"
    is "the pool may read" "read done create refused rename refused link refused connect refused kill refused exec refused" \
        "$(./landlock 1 | tr '\n' ' ' | sed 's/ $//')"
    is "and write if it has a directory for that" "read done create done rename done link refused connect refused kill refused exec refused" \
        "$(./landlock 2 | tr '\n' ' ' | sed 's/ $//')"
else
    skip "Landlock: this kernel has none, or an old one"
fi

for jobs in "" -j1 --jsonl; do
    is "if the kernel has no seccomp, no page is read ($jobs)" 2 "$(EVIL_KERNEL=1 code evil $jobs good.html)"
    is "which is reported" "pith: no sandbox (--no-sandbox runs without one): Invalid argument" \
        "$(EVIL_KERNEL=1 evil $jobs good.html 2>&1 >/dev/null | head -1)"
done
is "but with --no-sandbox" "$("$PITH" good.html)" "$(EVIL_KERNEL=1 evil --no-sandbox good.html)"

# Files that the caller left open.
{ cat good.html; echo '<files>'; } >files.html
is "no file of the caller is open while a page is read" "" "$(evil files.html 2>&1 >/dev/null 5<good.html 7>left-open)"
is "nor in a worker" "" "$(evil -j1 files.html 2>&1 >/dev/null 5<good.html 7>left-open)"

# Charsets, whose decoders are files, also work in the sandbox.
for charset in windows-1251 koi8-r iso-8859-5 shift_jis euc-jp iso-2022-jp gb18030 euc-kr utf-16le; do
    printf '<meta charset=%s><p>%s</p>' $charset "$(for i in 1 2 3 4 5 6 7 8 9; do printf 'Привет мир, это длинное предложение на русском языке. '; done)" |
        iconv -c -f UTF-8 -t "$charset" >charset.html 2>/dev/null
    contains "$charset is decoded" "$("$PITH" --no-sandbox charset.html)" "$(printf 'Привет')"
    is "$charset is decoded in the sandbox" "$("$PITH" --no-sandbox charset.html)" "$("$PITH" charset.html)"
    is "$charset is decoded in a worker" "$("$PITH" --no-sandbox charset.html)" "$("$PITH" -j1 charset.html)"
done

# All of them, from the library's list: the decoder of each is loaded beforehand.
labels=$(sed -n '/ ENCODINGS\[\] = {/,/^};/s/^ *{"[^"]*", "\([^ "]*\).*/\1/p' "$TOP/src/html/charset_name.c")
holds "the list is found" test "$(echo "$labels" | wc -l)" -ge 36
printf '<p>The ferry runs \304\343 \317\344 again, and \260\241 \322\361.\n' >bytes.html
for label in $labels; do
    "$PITH" --no-sandbox --charset="$label" bytes.html >expected 2>&1
    is "$label is decoded in the sandbox" "$(cat expected)" "$("$PITH" --charset="$label" bytes.html 2>&1)"
done

# iconv's other decoders are out of reach, whoever names them, even without a sandbox.
decoders() {
    EVIL_DECODERS=1 evil --no-sandbox "$@" 2>&1 >/dev/null | sed -n 's/^pith: a worker process: //p; /^pith: /!p' | sort -u | paste -sd ' '
}
latin=$({ cat good.html; printf '<p>Le caf\351 d\351j\340 ferm\351 \340 No\353l, \350 la fen\352tre, o\371 la for\352t \347a et l\340.'; } | base64 | tr -d '\n')
is "a record's charset opens its decoder" CP1250 \
    "$(echo '{"html_base64":"'"$latin"'","charset":"windows-1250"}' | decoders --jsonl)"
for charset in ISO-2022-CN-EXT UTF-7 IBM1390 TSCII; do
    is "but not if it is $charset" "" "$(echo '{"html_base64":"'"$latin"'","charset":"'$charset'"}' | decoders --jsonl)"
    { echo "<meta charset=$charset>"; echo "$latin" | base64 -d; } >$charset.html
    is "nor does a page's" CP1252 "$(decoders $charset.html)"
    { printf 'MIME-Version: 1.0\nContent-Type: text/html; charset=%s\nContent-Transfer-Encoding: base64\n\n' $charset; echo "$latin"; } >$charset.eml
    is "nor that of an email" CP1252 "$(decoders $charset.eml)"
    is "nor the user's" "" "$(decoders --charset=$charset good.html)"
done

cd "$TOP" || exit 2
finish

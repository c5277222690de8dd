#!/bin/sh
# Workers that die or are taken over: a preloaded library simulates a bug in the parser. On
# certain tags it crashes, hangs, allocates, or tries to open forbidden files.
. tests/lib.sh

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

cat >"$tmp/evil.c" <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

static void say(const char *what) {
    (void)!write(2, what, strlen(what));
}

/* What a worker shares with the pool, as it maps it. */
static void *shared;

void *mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset) {
    void *(*real)(void *, size_t, int, int, int, off_t) = dlsym(RTLD_NEXT, "mmap");
    void *got = real(at, len, protection, flags, fd, offset);
    if (flags & MAP_SHARED && !(protection & PROT_WRITE))
        shared = got;
    return got;
}

static char results[1000];

static void note(long result, const char *refused, const char *done) {
    strcat(results, *results ? ", " : "");
    strcat(results, result < 0 ? refused : done);
}

/* In one line: no more of a worker's is shown. */
static void escape(void) {
    if (shared)
        note(mprotect(shared, 4096, PROT_READ | PROT_WRITE), "write refused", "WRITABLE");
    note(open("/etc/passwd", O_RDONLY), "open refused", "OPENED");
    note(open("made-by-evil", O_WRONLY | O_CREAT, 0600), "create refused", "CREATED");
    note(socket(AF_INET, SOCK_STREAM, 0), "socket refused", "SOCKET");
    note(kill(getppid(), 0), "kill refused", "KILLED");
    pid_t child = getenv("EVIL_POOL") ? -1 : fork();
    if (child == 0)
        _exit(0);
    if (!getenv("EVIL_POOL"))
        note(child, "fork refused", "FORKED");
    if (child < 0) /* without a sandbox this process would be another program now */
        note(execl("/bin/true", "true", (char *)0), "exec refused", "EXECUTED");
    note(mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0,
         "code refused", "CODE");
    say(strcat(results, "\n"));
}

/* An answer with a reason longer than any: struct answer_head of child.h, and what it announces. */
static void lie(void) {
    struct { uint64_t output_len; uint32_t reason_len; int32_t code; } head = {0, 50000, 2};
    static char reason[50000];
    memset(reason, 'x', sizeof reason);
    (void)!write(1, &head, sizeof head);
    for (size_t at = 0; at < sizeof reason;) {
        ssize_t n = write(1, reason + at, sizeof reason - at);
        at += n > 0 ? (size_t)n : sizeof reason;
    }
    for (;;)
        sched_yield();
}

/* A kernel without seccomp. */
int seccomp_load(const void *filter) {
    int (*real)(const void *) = dlsym(RTLD_NEXT, "seccomp_load");
    return getenv("EVIL_KERNEL") ? -EINVAL : real(filter);
}

/* The pool polls; it may fork, so it is not asked to. */
int poll(struct pollfd *fds, nfds_t n, int timeout) {
    int (*real)(struct pollfd *, nfds_t, int) = dlsym(RTLD_NEXT, "poll");
    if (getenv("EVIL_POOL") && n > 1) {
        escape();
        unsetenv("EVIL_POOL");
    }
    return real(fds, n, timeout);
}

void *gumbo_parse_with_options(const void *options, const char *page, size_t len) {
    void *(*real)(const void *, const char *, size_t) = dlsym(RTLD_NEXT, "gumbo_parse_with_options");
    if (memmem(page, len, "<crash", 6))
        *(volatile int *)8 = 1;
    if (memmem(page, len, "<hang", 5))
        for (;;)
            sched_yield();
    if (memmem(page, len, "<escape", 7))
        escape();
    if (memmem(page, len, "<flood", 6))
        for (int i = 0; i < 3000; i++)
            say("a line of the worker's\033[2J\n");
    if (memmem(page, len, "<lie", 4))
        lie();
    if (memmem(page, len, "<files", 6))
        for (int fd = 3; fd < 100; fd++)
            if (read(fd, 0, 0) >= 0 || errno != EBADF)
                say("a file is open\n");
    if (memmem(page, len, "<forge", 6)) {
        /* An answer that brings a record of its own. */
        static const char records[] = "{\"id\":1}\n{\"id\":\"forged\"}\n";
        struct { unsigned long long output_len; unsigned reason_len; int code; } head = {sizeof records - 1, 0, 0};
        (void)!write(1, &head, sizeof head);
        (void)!write(1, records, sizeof records - 1);
    }
    if (memmem(page, len, "<boast", 6)) {
        struct { unsigned long long output_len; unsigned reason_len; int code; } head = {1ull << 40, 0, 0};
        (void)!write(1, &head, sizeof head);
    }
    return real(options, page, len);
}
END
cc -shared -fPIC -o "$tmp/evil.so" "$tmp/evil.c" -ldl || exit 2
page "$tmp/good.html" "Ferry runs again"
{ cat "$tmp/good.html"; echo '<crash>'; } >"$tmp/crash.html"
{ cat "$tmp/good.html"; echo '<escape>'; } >"$tmp/escape.html"
{ cat "$tmp/good.html"; echo '<hang>'; } >"$tmp/hang.html"
{ cat "$tmp/good.html"; echo '<lie>'; } >"$tmp/lie.html"
cd "$tmp" || exit 2

evil() {
    LD_PRELOAD=$tmp/evil.so "$PITH" "$@"
}

# A crash loses only its own page.
quoted() {
    sed 's/\\/\\\\/g; s/"/\\"/g' "$1" | awk '{ printf "%s\\n", $0 }' | sed 's/^/"/; s/$/"/'
}
good=$(quoted good.html)
for i in $(seq 1 30); do
    case $i in
    7 | 8 | 19) printf '{"id":%d,"html":%s}\n' "$i" "$(quoted crash.html)" ;;
    *) printf '{"id":%d,"html":%s}\n' "$i" "$good" ;;
    esac
done >mixed.jsonl
"$PITH" --jsonl --fields=headline mixed.jsonl |
    sed 's/^\({"id":\(7\|8\|19\)\),.*/\1,"error":"the worker was killed by signal 11","code":"worker"}/' >expected
for jobs in 1 2 5; do
    evil --jsonl --fields=headline -j$jobs mixed.jsonl >got 2>err
    is "crashes lose only their own records (-j$jobs)" "$(cat expected)" "$(cat got)"
    is "and nothing more is reported (-j$jobs)" \
        "pith: 3 of 30 records failed; each answer says why" "$(cat err)"
done
is "a crash in a tree of pages exits 2" 2 "$(evil good.html crash.html good.html >got 2>err; echo $?)"
is "and is reported" "pith: crash.html: the worker was killed by signal 11" "$(cat err)"
is "the pages beside it are written" 2 "$(grep -c 'Islanders had waited' got)"

# Records in the memory shared with a worker, and records too large for it.
for copies in 1 2000 5000 3; do
    quoted good.html | sed 's/^"//; s/"$//' |
        awk -v n=$copies '{ printf "{\"id\":%d,\"html\":\"", n; while (n-- > 0) printf "%s", $0; print "\"}" }'
done >sizes.jsonl
is "two records are over 1 MiB" 2 "$(awk 'length($0) > 1048576' sizes.jsonl | wc -l)"
"$PITH" --jsonl -j1 sizes.jsonl >expected
is "all are answered" "1 2000 5000 3" "$(sed 's/{"id":\([0-9]*\),"headline".*/\1/' expected | paste -sd ' ')"
"$PITH" --jsonl -j3 sizes.jsonl >got
holds "with three workers too" cmp -s expected got
(ulimit -f 1 && "$PITH" --jsonl -j3 sizes.jsonl) | cat >got
holds "also if no file may be as large as the shared memory" cmp -s expected got

# A worker that announces an impossible answer is not believed.
printf '{"id":1,"html":%s}\n{"id":2,"html":%s}\n{"id":3,"html":%s}\n' "$good" "$(quoted lie.html)" "$good" >lie.jsonl
evil --jsonl --fields=language -j2 lie.jsonl >got 2>err
is "a lying worker loses only its own record" '1 language, 2 error, 3 language' \
    "$(sed 's/{"id":\(.\),"\([a-z]*\)".*/\1 \2/' got | paste -sd , | sed 's/,/, /g')"
is "and what it says is not passed on" 0 "$(grep -c xxxx got)"

# A worker killed from outside in the middle of a record.
printf '{"id":1,"html":%s}\n{"id":2,"html":%s}\n{"id":3,"html":%s}\n' "$good" "$(quoted hang.html)" "$good" >hang.jsonl
rm -f got # what an earlier run left is not to be taken for this one's
LD_PRELOAD=$tmp/evil.so "$PITH" --jsonl --fields=language hang.jsonl >got &
parent=$!
for i in $(seq 100); do
    [ -s got ] && break
    sleep 0.1
done
sleep 0.2
for worker in $(cat /proc/$parent/task/$parent/children); do kill -KILL "$worker"; done
wait $parent
is "a run with a killed worker exits 0" 0 $?
is "a killed worker's record is answered with an error, the rest continue" \
    '{"id":1,"language":"en"} {"id":2,"error":"the worker was killed by signal 9","code":"worker"} {"id":3,"language":"en"}' \
    "$(paste -sd ' ' got)"

# Workers that hang or are stopped are replaced, and their records answered.
late='{"id":1,"language":"en"} {"id":2,"error":"the page took too long","code":"timeout"} {"id":3,"language":"en"}'
is "a record that makes its worker hang is answered when its time is over" "$late" \
    "$(evil --timeout=0.1 --jsonl --fields=language hang.jsonl | paste -sd ' ')"
rm -f got
LD_PRELOAD=$tmp/evil.so "$PITH" --timeout=0.5 --jsonl --fields=language hang.jsonl >got &
parent=$!
for i in $(seq 100); do
    [ -s got ] && break
    sleep 0.1
done
for worker in $(cat /proc/$parent/task/$parent/children); do kill -STOP "$worker"; done
wait $parent
is "so is that of a stopped worker" "$late" "$(paste -sd ' ' got)"
is "a page too" "pith: hang.html: the page took too long" \
    "$(evil --timeout=0.1 -j1 hang.html good.html 2>&1 >/dev/null)"

# A worker's answers are checked.
for what in forge boast; do
    { cat good.html; echo "<$what>"; } >$what.html
    is "a worker that tries to $what is not believed" \
        '{"id":1,"error":"the worker'"'"'s answer was malformed","code":"worker"} {"id":2,"language":"en"}' \
        "$(printf '{"id":1,"html":%s}\n{"id":2,"html":%s}\n' "$(quoted $what.html)" "$good" |
            evil --jsonl --fields=language | paste -sd ' ')"
done

# SIGTERM while a worker hangs.
rm -f got # what an earlier run left is not to be taken for this one's
LD_PRELOAD=$tmp/evil.so "$PITH" --jsonl --fields=language hang.jsonl >got &
parent=$!
for i in $(seq 100); do
    [ -s got ] && break
    sleep 0.1
done
children=$(cat /proc/$parent/task/$parent/children)
kill -TERM $parent
wait $parent
is "SIGTERM with a hanging worker exits 143" 143 $?
is "finished answers are written" '{"id":1,"language":"en"}' "$(cat got)"
for worker in $children; do
    is "no worker remains" 1 "$(kill -0 "$worker" 2>/dev/null; echo $?)"
done

# is_gone PID: the process has ended, even if nobody has waited for it.
is_gone() {
    case $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) in
    Z* | '') return 0 ;;
    *) return 1 ;;
    esac
}

# A parent that is killed while a worker hangs: the worker never reads the end of its pipe.
rm -f got
LD_PRELOAD=$tmp/evil.so "$PITH" --jsonl --fields=language hang.jsonl >got &
parent=$!
for i in $(seq 100); do
    [ -s got ] && break
    sleep 0.1
done
children=$(cat /proc/$parent/task/$parent/children)
kill -KILL $parent
wait $parent 2>/dev/null
sleep 0.3
for worker in $children; do
    holds "no worker outlives its parent" is_gone "$worker"
done

# The sandbox.
refused='open refused, create refused, socket refused, kill refused, fork refused, exec refused, code refused'
contains "the injected calls are made" "$(evil --no-sandbox escape.html 2>&1 >/dev/null)" "OPENED"
rm -f made-by-evil
is "a single page's process can do nothing else" "$refused" "$(evil escape.html 2>&1 >/dev/null)"
is "nor can a worker" "pith: a worker process: write refused, $refused" "$(evil -j1 escape.html 2>&1 >/dev/null)"
is "nor can a worker that reads records" "pith: a worker process: write refused, $refused" \
    "$(printf '{"html":%s}\n' "$(quoted escape.html)" | evil --jsonl 2>&1 >/dev/null)"
pool_refused=$(echo "$refused" | sed 's/, fork refused//')
is "nor can the pool that reads records, except fork" "$pool_refused" \
    "$(sleep 0.3 | EVIL_POOL=1 evil --jsonl 2>&1 >/dev/null)"
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

cd "$TOP" || exit 2
finish

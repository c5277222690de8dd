/*
 * Preloaded into pith, simulates a bug in the parser: on certain tags it crashes, hangs, writes
 * nonsense, or tries to do what no process that reads a page may do. See evil.sh.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
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
    note(mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1
                                                                                                : 0,
         "code refused", "CODE");
    say(strcat(results, "\n"));
}

/* An answer with a reason longer than any: struct answer_head of child.h, and what it announces. */
static void lie(void) {
    struct {
        uint64_t output_len;
        uint32_t reason_len;
        int32_t code;
    } head = {0, 50000, 2};
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

/* The head of an answer without a reason. */
static void announce(uint64_t output_len, int32_t code) {
    struct {
        uint64_t output_len;
        uint32_t reason_len;
        int32_t code;
    } head = {output_len, 0, code};
    (void)!write(1, &head, sizeof head);
}

/* An answer in single bytes, with time for the pool to read each of them alone. */
static void crumble(void) {
    static const char record[] = "{\"crumbs\":8}\n";
    struct {
        uint64_t output_len;
        uint32_t reason_len;
        int32_t code;
    } head = {sizeof record - 1, 0, 0};
    char answer[sizeof head + sizeof record - 1];
    memcpy(answer, &head, sizeof head);
    memcpy(answer + sizeof head, record, sizeof record - 1);
    for (size_t i = 0; i < sizeof answer; i++) {
        (void)!write(1, answer + i, 1);
        for (int n = 0; n < 100; n++)
            sched_yield();
    }
    for (;;)
        sched_yield();
}

/* Names each decoder that is asked for. */
iconv_t iconv_open(const char *to, const char *from) {
    iconv_t (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "iconv_open");
    if (getenv("EVIL_DECODERS")) {
        say(from);
        say("\n");
    }
    return real(to, from);
}

/* A kernel without seccomp. */
int seccomp_load(const void *filter) {
    int (*real)(const void *) = dlsym(RTLD_NEXT, "seccomp_load");
    return getenv("EVIL_KERNEL") ? -EINVAL : real(filter);
}

/* Not enough memory to copy a long record. */
void *realloc(void *old, size_t len) {
    void *(*real)(void *, size_t) = dlsym(RTLD_NEXT, "realloc");
    return getenv("EVIL_MEMORY") && !old && len > 5 << 20 ? NULL : real(old, len);
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
    void *(*real)(const void *, const char *, size_t) =
        dlsym(RTLD_NEXT, "gumbo_parse_with_options");
    if (memmem(page, len, "<crash", 6))
        *(volatile int *)8 = 1;
    if (memmem(page, len, "<mute", 5))
        close(2);
    if (memmem(page, len, "<hang", 5))
        for (;;)
            sched_yield();
    if (memmem(page, len, "<escape", 7))
        escape();
    if (memmem(page, len, "<flood", 6))
        for (int i = 0; i < 1000; i++) /* a pipe holds them */
            say("a line of the worker's\033[2J\n");
    if (memmem(page, len, "<deluge", 7))
        for (int i = 0; i < 20000; i++) /* several pipes full */
            say(i < 1 ? "the first of many lines\n" : "one of too many lines of the worker's\n");
    if (memmem(page, len, "<drone", 6))
        for (int i = 0; i < 40000; i++) /* the same without a line's end */
            say("no end in sight, ");
    if (memmem(page, len, "<lie", 4))
        lie();
    if (memmem(page, len, "<crumbs", 7))
        crumble();
    if (memmem(page, len, "<files", 6))
        for (int fd = 3; fd < 100; fd++)
            if (read(fd, 0, 0) >= 0 || errno != EBADF)
                say("a file is open\n");
    if (memmem(page, len, "<forge", 6)) {
        /* An answer that brings a record of its own. */
        static const char records[] = "{\"id\":1}\n{\"id\":\"forged\"}\n";
        struct {
            unsigned long long output_len;
            unsigned reason_len;
            int code;
        } head = {sizeof records - 1, 0, 0};
        (void)!write(1, &head, sizeof head);
        (void)!write(1, records, sizeof records - 1);
    }
    if (memmem(page, len, "<boast", 6))
        announce(UINT64_C(1) << 40, 0);
    if (memmem(page, len, "<overrate", 9))
        announce(0, 3);
    if (memmem(page, len, "<underrate", 10))
        announce(0, -2);
    return real(options, page, len);
}

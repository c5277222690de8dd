/*
 * Restricts a process so that it can do no harm; see sandbox.h.
 */
#define _GNU_SOURCE
#include "program/worker/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <seccomp.h>

#include "program/output/write.h"
#include "program/worker/landlock.h"

/* The encodings that the library recognizes, by the names with which it opens them; UTF-16BE has
 * the decoder of UTF-16LE. */
static const char *const charset_names[] = {
    "CP1252",      "CP1250",      "CP1251",       "CP1253",      "CP1254",      "CP1255",
    "CP1256",      "CP1257",      "CP1258",       "CP874",       "IBM866",      "ISO-8859-2",
    "ISO-8859-3",  "ISO-8859-4",  "ISO-8859-5",   "ISO-8859-6",  "ISO-8859-7",  "ISO-8859-8",
    "ISO-8859-10", "ISO-8859-13", "ISO-8859-14",  "ISO-8859-15", "ISO-8859-16", "KOI8-R",
    "KOI8-U",      "MACINTOSH",   "MAC-CYRILLIC", "GB18030",     "BIG5-HKSCS",  "EUC-JP",
    "ISO-2022-JP", "CP932",       "CP949",        "UTF-16LE"};

enum { N_CHARSETS = N_OF(charset_names) };

struct sandbox_charsets {
    iconv_t opened[N_CHARSETS]; /* (iconv_t)-1 if unknown */
};

struct sandbox_charsets *sandbox_load_charsets(void) {
    struct sandbox_charsets *charsets = malloc(sizeof *charsets);
    if (!charsets)
        return NULL;
    for (size_t i = 0; i < N_CHARSETS; i++)
        charsets->opened[i] = iconv_open("UTF-8", charset_names[i]);
    return charsets;
}

void sandbox_free_charsets(struct sandbox_charsets *charsets) {
    for (size_t i = 0; charsets && i < N_CHARSETS; i++) {
        if (charsets->opened[i] != (iconv_t)-1)
            iconv_close(charsets->opened[i]);
    }
    free(charsets);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define PITH_IS_SANITIZED 1 /* a sanitizer's run-time opens files and forks when it reports */
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PITH_IS_SANITIZED 1
#endif
#endif

/* Calls needed to process a page, allowed with any arguments; the C library uses them to allocate,
 * copy and exit. */
static const int page_calls[] = {SCMP_SYS(read),           SCMP_SYS(write),
                                 SCMP_SYS(readv),          SCMP_SYS(writev),
                                 SCMP_SYS(close),          SCMP_SYS(brk),
                                 SCMP_SYS(munmap),         SCMP_SYS(mremap),
                                 SCMP_SYS(madvise),        SCMP_SYS(futex),
                                 SCMP_SYS(exit),           SCMP_SYS(exit_group),
                                 SCMP_SYS(rt_sigreturn),   SCMP_SYS(sigreturn),
                                 SCMP_SYS(rt_sigprocmask), SCMP_SYS(getpid),
                                 SCMP_SYS(gettid),         SCMP_SYS(getrandom),
                                 SCMP_SYS(sched_yield),    SCMP_SYS(restart_syscall),
                                 SCMP_SYS(clock_gettime),  SCMP_SYS(sysinfo),
                                 SCMP_SYS(poll),           SCMP_SYS(ppoll)};

/* Calls needed to start workers, communicate with them, restrict and end them. */
static const int pool_calls[] = {SCMP_SYS(fork),
                                 SCMP_SYS(vfork),
                                 SCMP_SYS(pipe2),
                                 SCMP_SYS(fcntl),
                                 SCMP_SYS(dup2),
                                 SCMP_SYS(dup3),
                                 SCMP_SYS(wait4),
                                 SCMP_SYS(waitid),
                                 SCMP_SYS(prctl),
                                 SCMP_SYS(seccomp),
                                 SCMP_SYS(rt_sigaction),
                                 SCMP_SYS(set_robust_list),
                                 SCMP_SYS(rseq),
                                 SCMP_SYS(getppid),
                                 SCMP_SYS(close_range),
                                 SCMP_SYS(set_tid_address),
                                 SCMP_SYS(sigaction),
                                 SCMP_SYS(landlock_create_ruleset),
                                 SCMP_SYS(landlock_restrict_self)};

/* Calls needed to find and read files; opening is handled separately. */
static const int read_calls[] = {SCMP_SYS(fstat),    SCMP_SYS(newfstatat), SCMP_SYS(stat),
                                 SCMP_SYS(lstat),    SCMP_SYS(statx),      SCMP_SYS(getdents64),
                                 SCMP_SYS(lseek),    SCMP_SYS(fstatfs),    SCMP_SYS(fstatat64),
                                 SCMP_SYS(fstat64),  SCMP_SYS(fchdir),     SCMP_SYS(fadvise64),
                                 SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd)};

/* Calls needed to write answers to files, after a look at what they would overwrite. */
static const int write_calls[] = {SCMP_SYS(openat),    SCMP_SYS(open),   SCMP_SYS(mkdir),
                                  SCMP_SYS(mkdirat),   SCMP_SYS(rename), SCMP_SYS(renameat),
                                  SCMP_SYS(renameat2), SCMP_SYS(unlink), SCMP_SYS(unlinkat),
                                  SCMP_SYS(stat),      SCMP_SYS(statx),  SCMP_SYS(newfstatat),
                                  SCMP_SYS(fstatat64)};

#define ALLOW_ALL(filter, calls) allow(filter, calls, N_OF(calls))

static int allow(scmp_filter_ctx filter, const int *calls, size_t n) {
    int error = 0;
    for (size_t i = 0; i < n && !error; i++)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0);
    return error;
}

/* Memory may be mapped and protected, but not made executable. */
static int allow_memory(scmp_filter_ctx filter) {
    static const int calls[] = {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)};
    int error = 0;
    for (size_t i = 0; i < N_OF(calls) && !error; i++)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 1,
                                 SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    return error;
}

/* Files may be opened, but neither written nor created. */
static int allow_reading(scmp_filter_ctx filter) {
    static const scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
    int error = ALLOW_ALL(filter, read_calls);
    if (!error)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                                 SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0));
    if (!error)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                                 SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0));
    return error;
}

/* This process may end itself by SIGPIPE, as filters do; workers, whose own rules are added to
 * these, may not. */
static int allow_end_by_pipe(scmp_filter_ctx filter) {
    scmp_datum_t self = (scmp_datum_t)getpid();
    int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 2,
                                 SCMP_A0(SCMP_CMP_EQ, self, 0), SCMP_A2(SCMP_CMP_EQ, SIGPIPE, 0));
    if (!error)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tkill), 2,
                                 SCMP_A0(SCMP_CMP_EQ, self, 0), SCMP_A1(SCMP_CMP_EQ, SIGPIPE, 0));
    return error;
}

/* Processes may be started, but not in a namespace of their own, and killed, but not sent any other
 * signal. If clone3 is reported as missing, the C library uses clone, whose flags can be
 * checked. */
static int allow_processes(scmp_filter_ctx filter) {
    static const scmp_datum_t namespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS |
                                           CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID |
                                           CLONE_NEWNET;
    static const scmp_datum_t max_pid = 1 << 22;
    int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                                 SCMP_A0(SCMP_CMP_MASKED_EQ, namespaces, 0));
    if (!error)
        error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    if (!error)
        error =
            seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), 2,
                             SCMP_A0(SCMP_CMP_LE, max_pid, 0), SCMP_A1(SCMP_CMP_EQ, SIGKILL, 0));
    return error;
}

static bool reads_files(const struct options *options) {
    return options->n_files > 1 || strcmp(options->files[0], "-") != 0;
}

static int allow_pool(scmp_filter_ctx filter, const struct options *options) {
    int error = ALLOW_ALL(filter, pool_calls);
    if (!error)
        error = allow_processes(filter);
    if (!error)
        error = allow_end_by_pipe(filter);
    if (!error && reads_files(options))
        error = allow_reading(filter);
    if (!error && options->out_dir)
        error = ALLOW_ALL(filter, write_calls);
    return error;
}

static int lock_in(scmp_filter_ctx filter, const struct options *options, enum sandbox_kind kind) {
    int error = ALLOW_ALL(filter, page_calls);
    if (!error)
        error = allow_memory(filter);
    if (!error && kind == SANDBOX_POOL)
        error = allow_pool(filter, options);
    return error ? error : seccomp_load(filter);
}

static enum landlock_files files_of(const struct options *options, enum sandbox_kind kind) {
    if (kind == SANDBOX_PAGE)
        return LANDLOCK_NO_FILES;
    if (options->out_dir)
        return LANDLOCK_WRITE_FILES;
    return reads_files(options) ? LANDLOCK_READ_FILES : LANDLOCK_NO_FILES;
}

bool sandbox_enter(const struct options *options, enum sandbox_kind kind) {
#ifdef PITH_IS_SANITIZED
    (void)options, (void)kind, (void)lock_in, (void)files_of;
    return true;
#else
    if (options->no_sandbox)
        return true;
    if (kind == SANDBOX_PAGE)
        close_range(STDERR_FILENO + 1, ~0U, 0);
    landlock_enter(files_of(options, kind));
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    int error = filter ? lock_in(filter, options, kind) : -ENOMEM;
    seccomp_release(filter);
    if (error)
        output_complain("no sandbox (--no-sandbox runs without one)", strerror(-error));
    return !error;
#endif
}

/*
 * System calls that not every Unix has; see platform.h. -DPITH_PLAIN_UNIX builds the fallbacks of
 * other systems on Linux.
 */
#define _GNU_SOURCE
#include "program/platform.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#if defined(__linux__) && !defined(PITH_PLAIN_UNIX)

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>

int platform_open_signals(const sigset_t *set) {
    if (sigprocmask(SIG_BLOCK, set, NULL) != 0)
        return -1;
    return signalfd(-1, set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int platform_read_signal(int fd) {
    struct signalfd_siginfo info;
    return read(fd, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int platform_memory_file(void) {
    return memfd_create("pith", MFD_CLOEXEC | MFD_ALLOW_SEALING);
}

int platform_seal(int fd, void *view, size_t len) {
    const int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_FUTURE_WRITE | F_SEAL_SEAL;
    return madvise(view, len, MADV_DONTFORK) != 0 ? -1 : fcntl(fd, F_ADD_SEALS, seals);
}

int platform_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC);
}

void platform_widen_pipe(int fd, int bytes) {
    fcntl(fd, F_SETPIPE_SZ, bytes);
}

void platform_end_with_parent(void) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/* By number, since musl has no function for it. False on kernels before 5.9. */
static int close_all_from(int first) {
#ifdef SYS_close_range
    return syscall(SYS_close_range, (unsigned)first, ~0U, 0) == 0;
#else
    (void)first;
    return 0;
#endif
}

#else

/* The write end of the pipe through which the handler reports a signal; a handler has no other
 * way. */
static int signal_pipe = -1;

static void report_signal(int signal_number) {
    int before = errno;
    unsigned char byte = (unsigned char)signal_number;
    if (write(signal_pipe, &byte, 1) < 0)
        (void)before; /* the pipe is full of signals */
    errno = before;
}

int platform_open_signals(const sigset_t *set) {
    int ends[2];
    if (platform_pipe(ends) != 0)
        return -1;
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    signal_pipe = ends[1];
    struct sigaction action = {.sa_handler = report_signal};
    for (int i = 1; i < NSIG; i++)
        if (sigismember(set, i) == 1)
            sigaction(i, &action, NULL);
    return ends[0];
}

int platform_read_signal(int fd) {
    unsigned char byte;
    return read(fd, &byte, 1) == 1 ? byte : 0;
}

int platform_memory_file(void) {
    errno = ENOSYS;
    return -1;
}

int platform_seal(int fd, void *view, size_t len) {
    (void)fd, (void)view, (void)len;
    errno = ENOSYS;
    return -1;
}

int platform_pipe(int ends[2]) {
    if (pipe(ends) != 0)
        return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
}

void platform_widen_pipe(int fd, int bytes) {
    (void)fd, (void)bytes;
}

void platform_end_with_parent(void) {
}

static int close_all_from(int first) {
    (void)first;
    return 0;
}

#endif

void platform_close_from(int first) {
    enum { MOST = 65536 }; /* the limit may be "unlimited" */
    if (close_all_from(first))
        return;
    long n = sysconf(_SC_OPEN_MAX);
    for (int fd = first; fd < (n < 0 || n > MOST ? MOST : n); fd++)
        close(fd);
}

/*
 * Writes with write(2), which reports errors at once; see write.h.
 */
#define _GNU_SOURCE
#include "program/output/write.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "program/output/text.h"

struct iovec output_part(const void *bytes, size_t len) {
    union {
        const void *in;
        void *out;
    } both = {.in = bytes};
    return (struct iovec){both.out, len};
}

void output_skip(struct iovec *parts, size_t n_parts, size_t n) {
    for (size_t i = 0; i < n_parts; i++) {
        size_t step = n < parts[i].iov_len ? n : parts[i].iov_len;
        if (step)
            parts[i].iov_base = (char *)parts[i].iov_base + step;
        parts[i].iov_len -= step;
        n -= step;
    }
}

static bool is_written(const struct iovec *parts, size_t n_parts) {
    for (size_t i = 0; i < n_parts; i++) {
        if (parts[i].iov_len > 0)
            return false;
    }
    return true;
}

/* A descriptor that others have made non-blocking may accept nothing for a while. */
static void wait_until_writable(int fd) {
    struct pollfd waiting = {fd, POLLOUT, 0};
    poll(&waiting, 1, -1);
}

int output_write_parts(int fd, struct iovec *parts, size_t n_parts) {
    while (!is_written(parts, n_parts)) {
        ssize_t n = writev(fd, parts, (int)n_parts);
        if (n < 0 && errno == EAGAIN)
            wait_until_writable(fd);
        else if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0)
            output_skip(parts, n_parts, (size_t)n);
    }
    return 0;
}

int output_write(int fd, struct str bytes) {
    struct iovec part = output_part(bytes.at, bytes.len);
    return output_write_parts(fd, &part, 1);
}

void output_complain(const char *file, const char *reason) {
    char line[4096];
    if (file && strcmp(file, "-") == 0)
        file = "standard input";
    else if (file && !*file)
        file = "''";
    int len = snprintf(line, sizeof line, "pith: %.3000s%s%.1000s", file ? file : "",
                       file ? ": " : "", reason);
    for (size_t i = 0, n; i < (size_t)len; i += n) {
        bool is_shown;
        n = output_character_len((struct str){line, (size_t)len}, i, &is_shown);
        if (!is_shown)
            memset(line + i, '?', n);
    }
    line[len] = '\n';
    output_write(STDERR_FILENO, (struct str){line, (size_t)len + 1});
}

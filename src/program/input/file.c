/*
 * Reads files into memory; see file.h.
 */
#define _GNU_SOURCE
#include "program/input/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The first block fits a median page (116 KB), so that most pages are read without a copy. */
static const size_t FIRST_BLOCK_BYTES = (size_t)128 << 10;

void file_bytes_done(struct file_bytes *bytes) {
    if (!bytes->is_lent)
        free(bytes->data);
    *bytes = (struct file_bytes){0};
}

int file_bytes_reserve(struct file_bytes *bytes, size_t more) {
    if (bytes->cap - bytes->len >= more)
        return 0;
    size_t cap = bytes->cap ? bytes->cap * 2 : FIRST_BLOCK_BYTES;
    if (cap < bytes->len + more)
        cap = bytes->len + more;
    char *data = realloc(bytes->is_lent ? NULL : bytes->data, cap);
    if (!data)
        return ENOMEM;
    if (bytes->is_lent)
        memcpy(data, bytes->data, bytes->len);
    *bytes = (struct file_bytes){data, bytes->len, cap, false};
    return 0;
}

void file_bytes_drop(struct file_bytes *bytes, size_t n) {
    bytes->len -= n;
    if (n > 0 && bytes->len > 0)
        memmove(bytes->data, bytes->data + n, bytes->len);
}

bool file_is_output(int fd) {
    struct stat in, out;
    return fstat(fd, &in) == 0 && fstat(STDOUT_FILENO, &out) == 0 && S_ISREG(in.st_mode) &&
           in.st_dev == out.st_dev && in.st_ino == out.st_ino;
}

int file_open(const char *name, int *fd) {
    struct stat status;
    *fd = strcmp(name, "-") == 0 ? STDIN_FILENO
                                 : open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (*fd < 0)
        return errno;
    if (fstat(*fd, &status) == 0 && S_ISDIR(status.st_mode)) {
        file_close(*fd);
        return EISDIR;
    }
    if (file_is_output(*fd)) {
        file_close(*fd);
        return EDEADLK;
    }
    return 0;
}

const char *file_error_text(const char *name, int error) {
    if (error == ENOENT && (strncmp(name, "http://", 7) == 0 || strncmp(name, "https://", 8) == 0))
        return "pith reads files; try: curl -sL URL | pith --url=URL";
    return error == EDEADLK ? "it is also the output" : strerror(error);
}

void file_close(int fd) {
    if (fd != STDIN_FILENO)
        close(fd);
}

bool file_is_ready(int fd, int timeout_ms) {
    struct pollfd waiting = {fd, POLLIN, 0};
    return poll(&waiting, 1, timeout_ms) > 0;
}

int file_read_once(int fd, size_t max, struct file_bytes *bytes, bool *at_end) {
    int error = file_bytes_reserve(bytes, 1);
    if (error)
        return error;
    size_t room = bytes->cap - bytes->len;
    if (room > max + 1 - bytes->len)
        room = max + 1 - bytes->len;
    ssize_t n = read(fd, bytes->data + bytes->len, room);
    if (n < 0 && errno != EINTR && errno != EAGAIN)
        return errno;
    bytes->len += n > 0 ? (size_t)n : 0;
    *at_end = n == 0 || bytes->len > max;
    return 0;
}

int file_read(int fd, size_t max, struct file_bytes *bytes) {
    bool at_end = false;
    int error = 0;
    bytes->len = 0;
    while (!at_end && !error) {
        if (file_is_ready(fd, -1))
            error = file_read_once(fd, max, bytes, &at_end);
    }
    return error;
}

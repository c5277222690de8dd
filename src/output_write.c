/*
 * Writing by way of write(2), which says at once what went wrong; see output_write.h.
 */
#define _GNU_SOURCE
#include "output_write.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int output_write(int fd, struct str bytes) {
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.at, bytes.len);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0)
            bytes = str_between(bytes, (size_t)n, bytes.len);
    }
    return 0;
}

void output_complain(const char *file, const char *reason) {
    char line[4096];
    int len = snprintf(line, sizeof line, "pith: %.3000s%s%.1000s", file ? file : "",
                       file ? ": " : "", reason);
    for (int i = 0; i < len; i++) {
        if ((unsigned char)line[i] < ' ' || line[i] == 0x7F)
            line[i] = '?';
    }
    line[len] = '\n';
    output_write(STDERR_FILENO, (struct str){line, (size_t)len + 1});
}

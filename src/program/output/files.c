/*
 * Writes answers to files; see files.h.
 */
#define _GNU_SOURCE
#include "program/output/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program/output/write.h"

/* Makes the directories above the last "/" of `path`, which is modified temporarily. */
static int make_parents(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        int failed = mkdir(path, 0777);
        *slash = '/';
        if (failed && errno != EEXIST)
            return errno;
    }
    return 0;
}

int output_make_dir(const char *dir) {
    char *path = NULL;
    if (asprintf(&path, "%s/", dir) < 0)
        return ENOMEM;
    int error = make_parents(path);
    free(path);
    return error;
}

static int write_whole(const char *path, struct str bytes) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return errno;
    int error = output_write(fd, bytes);
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

/* Written under another name first, so that nobody sees an incomplete file. */
static int write_and_rename(const char *path, const char *part_path, struct str bytes) {
    int error = write_whole(part_path, bytes);
    if (!error && rename(part_path, path) != 0)
        error = errno;
    if (error)
        unlink(part_path);
    return error;
}

/* A file's name has 255 bytes at most, so that of a long one is shortened, between two
 * characters. */
char *output_part_path(const char *path) {
    static const char ending[] = ".part";
    enum { MAX_NAME_BYTES = 255 };
    const char *name = strrchr(path, '/') + 1;
    size_t len = strlen(name), most = MAX_NAME_BYTES - strlen(ending);
    if (len > most) {
        len = most;
        while (len > 0 && (name[len] & 0xC0) == 0x80)
            len--;
    }
    char *part_path;
    int failed =
        asprintf(&part_path, "%.*s%s", (int)(name - path + (ptrdiff_t)len), path, ending) < 0;
    return failed ? NULL : part_path;
}

int output_file(char *path, const char *part_path, struct str bytes) {
    int error = make_parents(path);
    return error ? error : write_and_rename(path, part_path, bytes);
}

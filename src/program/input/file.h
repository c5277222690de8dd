/*
 * Reads files into memory, up to a limit.
 */
#ifndef PITH_PROGRAM_INPUT_FILE_H
#define PITH_PROGRAM_INPUT_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* A byte array on the heap that grows and is reused from file to file. It may begin in borrowed
 * memory, which it leaves unchanged when it outgrows it. */
struct file_bytes {
    char *data;
    size_t len, cap;
    bool is_lent;
};

void file_bytes_done(struct file_bytes *bytes);

/* Makes room for `more` bytes after the present ones. Returns 0, or ENOMEM with nothing changed. */
int file_bytes_reserve(struct file_bytes *bytes, size_t more);

/* Removes the first `n` bytes and moves the rest to the front. */
void file_bytes_drop(struct file_bytes *bytes, size_t n);

/* Opens `name` for reading; "-" is standard input. Returns 0 with a file descriptor in *fd, or an
 * errno; EISDIR for a directory, EDEADLK for the file that standard output goes to, which would be
 * read while it grows. A named pipe is opened before anything writes to it: wait for
 * file_is_ready before reading, otherwise it appears to be at its end. */
int file_open(const char *name, int *fd);

/* Whether a file that is open for reading is also the one that standard output goes to. */
bool file_is_output(int fd);

/* Why a file could not be read, from its errno; with advice if the name is a URL. */
const char *file_error_text(const char *name, int error);

/* Closes what file_open opened; standard input stays open. */
void file_close(int fd);

/* Waits at most `timeout_ms` (-1: forever) until there is something to read, or the end. */
bool file_is_ready(int fd, int timeout_ms);

/* Appends the result of one read, up to `max` + 1 bytes in total; sets *at_end if there is no more.
 * Returns 0, or an errno. */
int file_read_once(int fd, size_t max, struct file_bytes *bytes, bool *at_end);

/* Reads from `fd` into `bytes`, replacing their content: everything, or the first `max` + 1 bytes,
 * which tells the caller that there is more. Returns 0, or an errno. */
int file_read(int fd, size_t max, struct file_bytes *bytes);

#endif

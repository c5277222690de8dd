/*
 * Files into memory, bounded.
 */
#ifndef PITH_PROGRAM_INPUT_FILE_H
#define PITH_PROGRAM_INPUT_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes that grow and are reused from file to file, on the heap. They may begin in memory that is
 * lent, which they leave where it is when they outgrow it. */
struct file_bytes {
    char *data;
    size_t len, cap;
    bool is_lent;
};

void file_bytes_done(struct file_bytes *bytes);

/* Makes room for `more` bytes behind the present ones. 0, or ENOMEM with nothing changed. */
int file_bytes_reserve(struct file_bytes *bytes, size_t more);

/* Takes the first `n` bytes away; what is behind them moves to the front. */
void file_bytes_drop(struct file_bytes *bytes, size_t n);

/* Opens `name` for reading, "-" being standard input. A file descriptor in *fd and 0, or an errno;
 * a directory is EISDIR. A named pipe is opened before anything writes to it: reading from it is to
 * wait for input_is_ready, or its end seems to be there already. */
int input_open(const char *name, int *fd);

/* Why a file could not be read, for its errno: with the way out where the name is a URL. */
const char *input_trouble(const char *name, int trouble);

/* Closes what input_open gave; standard input stays open. */
void input_close(int fd);

/* Waits for something to read, or the end, for at most `timeout_ms` (-1: for ever). */
bool input_is_ready(int fd, int timeout_ms);

/* Appends what one read gives, up to `max` + 1 bytes in all; *at_end when there is no more to be
 * read. 0, or an errno. */
int input_read_once(int fd, size_t max, struct file_bytes *bytes, bool *at_end);

/* Reads from `fd` into `bytes`, in place of what was there: all, or the first `max` + 1 bytes of
 * more, by which a caller knows. 0, or an errno. */
int input_read(int fd, size_t max, struct file_bytes *bytes);

#endif

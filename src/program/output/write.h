/*
 * Writes bytes to file descriptors, and messages to the user.
 */
#ifndef PITH_PROGRAM_OUTPUT_WRITE_H
#define PITH_PROGRAM_OUTPUT_WRITE_H

#include <sys/uio.h>

#include "base/str.h"

/* Writes all of `bytes`. Returns 0, or an errno. */
int output_write(int fd, struct str bytes);

/* A part of a gathered write. (writev takes char *, although it does not write to it.) */
struct iovec output_part(const void *bytes, size_t len);

/* Moves the parts' starts past `n` bytes that have been written. */
void output_skip(struct iovec *parts, size_t n_parts, size_t n);

/* Writes all parts, and leaves them empty. Returns 0, or an errno. */
int output_write_parts(int fd, struct iovec *parts, size_t n_parts);

/* Writes "pith: FILE: reason" to standard error, or "pith: reason" if `file` is NULL; "-" is
 * standard input. Control characters in either are replaced. */
void output_complain(const char *file, const char *reason);

#endif

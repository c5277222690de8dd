/*
 * Bytes to file descriptors, and words to the user.
 */
#ifndef PITH_PROGRAM_OUTPUT_WRITE_H
#define PITH_PROGRAM_OUTPUT_WRITE_H

#include <sys/uio.h>

#include "base/str.h"

/* Writes all of `bytes`. 0, or an errno. */
int output_write(int fd, struct str bytes);

/* A part of what is written at once. (writev wants char *, though it writes through none.) */
struct iovec output_part(const void *bytes, size_t len);

/* Moves the parts' starts past `n` bytes that are written already. */
void output_skip(struct iovec *parts, size_t n_parts, size_t n);

/* Writes all of the parts, and leaves them empty. 0, or an errno. */
int output_write_parts(int fd, struct iovec *parts, size_t n_parts);

/* Tells standard error "pith: FILE: reason", or "pith: reason" where `file` is NULL; "-" is
 * standard input. Control characters in either are made harmless to a terminal. */
void output_complain(const char *file, const char *reason);

#endif

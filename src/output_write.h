/*
 * Bytes to file descriptors, and words to the user.
 */
#ifndef PITH_OUTPUT_WRITE_H
#define PITH_OUTPUT_WRITE_H

#include "str.h"

/* Writes all of `bytes`. 0, or an errno. */
int output_write(int fd, struct str bytes);

/* Tells standard error "pith: FILE: reason", or "pith: reason" where `file` is NULL; control
 * characters in either are made harmless to a terminal. */
void output_complain(const char *file, const char *reason);

#endif

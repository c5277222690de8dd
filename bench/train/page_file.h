/*
 * A page from a file, for the tools of the bench.
 */
#ifndef BENCH_PAGE_FILE_H
#define BENCH_PAGE_FILE_H

#include <stddef.h>

/* The bytes of FILE, unpacked where it is gzip; to be freed. Prints the reason and exits where
 * that fails. */
char *page_file_read(const char *file, size_t *len);

#endif

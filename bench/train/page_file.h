/*
 * Reads a page from a file, for the tools in bench.
 */
#ifndef BENCH_PAGE_FILE_H
#define BENCH_PAGE_FILE_H

#include <stddef.h>

/* The bytes of FILE, decompressed if it is gzip; to be freed. Prints the reason and exits on
 * failure. */
char *page_file_read(const char *file, size_t *len);

#endif

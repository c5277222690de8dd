/*
 * Reads a page with zlib, which passes uncompressed data through.
 */
#include "page_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

_Noreturn static void refuse(const char *file) {
    fprintf(stderr, "%s: cannot be read\n", file);
    exit(2);
}

char *page_file_read(const char *file, size_t *len) {
    gzFile in = gzopen(file, "rb");
    size_t cap = 1 << 20;
    char *bytes = malloc(cap);
    *len = 0;
    for (int n; in && bytes; *len += (size_t)n) {
        if (cap - *len < 1 << 16 && !(bytes = realloc(bytes, cap *= 2)))
            break;
        n = gzread(in, bytes + *len, (unsigned)(cap - *len));
        if (n == 0) {
            gzclose(in);
            return bytes;
        }
        if (n < 0)
            break;
    }
    refuse(file);
}

/*
 * Decodes the escape sequences of long JSON strings, many bytes at a time.
 */
#ifndef PITH_BASE_JSON_BLOCK_H
#define PITH_BASE_JSON_BLOCK_H

#include <stddef.h>

enum { JSON_BLOCK_BYTES = 64 };

/* Copies the beginning of the rest of a string, `len` bytes at `from`, and decodes it: as far as it
 * has only escape sequences of two characters and otherwise neither `quote` nor control characters,
 * and in whole blocks. Up to `len` bytes are written to `to`. Returns how many bytes were decoded,
 * and stores in *written how many they became. */
typedef size_t json_block_copy_fn(const char *from, size_t len, char quote, char *to,
                                  size_t *written);

/* NULL if this processor needs other ways. */
json_block_copy_fn *json_block_copy(void);

#endif

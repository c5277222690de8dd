/*
 * Decodes the escape sequences of long JSON strings, many bytes at a time.
 */
#ifndef PITH_BASE_JSON_BLOCK_H
#define PITH_BASE_JSON_BLOCK_H

#include <stddef.h>

enum { JSON_BLOCK_BYTES = 64 };

/* Copies and decodes the rest of a string, `len` bytes at `from`, block by block, up to the first
 * block that has `quote`, a control character or an escape sequence of more than two characters.
 * Up to `len` bytes are written to `to`. Returns how many bytes were decoded, and stores in
 * *written how many they became. */
typedef size_t json_block_copy_fn(const char *from, size_t len, char quote, char *to,
                                  size_t *written);

/* NULL if this processor lacks the instructions for it. */
json_block_copy_fn *json_block_copy(void);

#endif

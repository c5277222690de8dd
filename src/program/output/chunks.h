/*
 * Writes a result as passages for search and retrieval: whole blocks, up to a number of words, each
 * with the headings above it and its position in the text and in the page.
 */
#ifndef PITH_PROGRAM_OUTPUT_CHUNKS_H
#define PITH_PROGRAM_OUTPUT_CHUNKS_H

#include "base/buffer.h"
#include "program/options.h"
#include "program/output/field.h"

/*
 * Appends one JSON object per line and chunk. Each begins with `shared`, the members of a JSON
 * object (possibly none); the first chunk has the number 0:
 *
 *   {..., "chunk": 0, "headings": ["Outer", "Inner"], "text": "...", "words": 120,
 *    "text_range": [0, 731], "source_range": [5120, 6890]}
 *
 * A heading begins a chunk, and so does a block that would extend it beyond options->chunk_words; a
 * longer block is a chunk of its own. Ranges are in bytes: of the whole text in UTF-8, and of the
 * page decoded to UTF-8, if known. Only white space separates two chunks in the text.
 */
void output_chunks(struct buffer *out, const struct result *result, const struct options *options,
                   struct str shared);

/* Whether chunks have a member of that name, apart from those in `shared`. */
bool output_is_chunk_member(struct str key);

#endif

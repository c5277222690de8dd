/*
 * Writes a result as the members of a JSON object on one line.
 */
#ifndef PITH_PROGRAM_OUTPUT_JSON_H
#define PITH_PROGRAM_OUTPUT_JSON_H

#include <stdint.h>

#include "base/buffer.h"
#include "program/options.h"
#include "program/output/field.h"

/* Appends `"key":`, with a comma before it unless `out` ends where its object began. */
void output_json_key(struct buffer *out, struct str key);

/* Appends bytes that may be ill-formed UTF-8 (a file's name) as a JSON string. */
void output_json_bytes(struct buffer *out, struct str bytes);

/* A number from 0 to 1, with three digits. */
void output_json_share(struct buffer *out, double share);

/* Appends the confidence in the form that all formats use: 0.873. */
void output_json_confidence(struct buffer *out, const struct result *result);

/* Appends the members for options->fields, except those whose bit (1 << field) is set in `skip`. A
 * field without a value is left out; the body is present even if it is empty. */
void output_json_members(struct buffer *out, const struct result *result,
                         const struct options *options, uint64_t skip);

/* Appends what a crawl's record says about a page that could not be read. */
void output_json_record_members(struct buffer *out, const struct result *result);

#endif

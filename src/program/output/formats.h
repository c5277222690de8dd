/*
 * The output formats: those of the body (base/body_format.h), and those that only the program has,
 * in the same columns.
 */
#ifndef PITH_PROGRAM_OUTPUT_FORMATS_H
#define PITH_PROGRAM_OUTPUT_FORMATS_H

#include "base/body_format.h"

#define OUTPUT_FORMATS(X)                                                                          \
    BODY_FORMATS(X)                                                                                \
    X(JSON, "json", ".json", NULL, append_json)                                                    \
    X(TSV, "tsv", ".tsv", NULL, append_row)

#define OUTPUT_FORMAT_ENUM(NAME, name, suffix, renderer, writer) FORMAT_##NAME,
enum output_format { OUTPUT_FORMATS(OUTPUT_FORMAT_ENUM) OUTPUT_N_FORMATS };

/* "|text|markdown|..." */
#define OUTPUT_FORMAT_CHOICE(NAME, name, suffix, renderer, writer) "|" name
#define OUTPUT_FORMAT_CHOICES OUTPUT_FORMATS(OUTPUT_FORMAT_CHOICE)

#endif

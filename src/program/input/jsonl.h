/*
 * Turns lines of JSON into tasks.
 */
#ifndef PITH_PROGRAM_INPUT_JSONL_H
#define PITH_PROGRAM_INPUT_JSONL_H

#include "program/options.h"
#include "program/worker/pool.h"

struct jsonl;

/* Reads options->files. NULL if there is no memory. */
struct jsonl *jsonl_new(const struct options *options);
void jsonl_free(struct jsonl *jsonl);

struct source jsonl_source(struct jsonl *jsonl);

#endif

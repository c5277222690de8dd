/*
 * Lines of JSON into tasks.
 */
#ifndef PITH_INPUT_JSONL_H
#define PITH_INPUT_JSONL_H

#include "options.h"
#include "worker_pool.h"

struct jsonl;

/* Over options->files. NULL where there is no memory. */
struct jsonl *jsonl_new(const struct options *options);
void jsonl_free(struct jsonl *jsonl);

struct source jsonl_source(struct jsonl *jsonl);

#endif

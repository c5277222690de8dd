/*
 * WARC files (ISO 28500) into tasks, a response record each.
 */
#ifndef PITH_PROGRAM_INPUT_WARC_H
#define PITH_PROGRAM_INPUT_WARC_H

#include "program/options.h"
#include "program/worker/pool.h"

struct warc;

/* Over options->files. NULL where there is no memory. */
struct warc *warc_new(const struct options *options);
void warc_free(struct warc *warc);

struct source warc_source(struct warc *warc);

#endif

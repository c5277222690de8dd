/*
 * Turns WARC files (ISO 28500) into tasks, one per response record.
 */
#ifndef PITH_PROGRAM_INPUT_WARC_H
#define PITH_PROGRAM_INPUT_WARC_H

#include "program/options.h"
#include "program/worker/pool.h"

struct warc;

/* Reads options->files. NULL if there is no memory. */
struct warc *warc_new(const struct options *options);
void warc_free(struct warc *warc);

struct source warc_source(struct warc *warc);

#endif

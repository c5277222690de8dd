/*
 * WARC files (ISO 28500) into tasks, a response record each.
 */
#ifndef PITH_INPUT_WARC_H
#define PITH_INPUT_WARC_H

#include "options.h"
#include "worker_pool.h"

struct warc;

/* Over options->files. NULL where there is no memory. */
struct warc *warc_new(const struct options *options);
void warc_free(struct warc *warc);

struct source warc_source(struct warc *warc);

#endif

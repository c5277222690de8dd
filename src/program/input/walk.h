/*
 * Files and directories of pages into tasks, in the order of the names.
 */
#ifndef PITH_PROGRAM_INPUT_WALK_H
#define PITH_PROGRAM_INPUT_WALK_H

#include "program/options.h"
#include "program/worker/pool.h"

struct walk;

/* A walk over options->files. NULL where there is no memory. */
struct walk *walk_new(const struct options *options);
void walk_free(struct walk *walk);

/* The walk as a source of tasks. */
struct source walk_source(struct walk *walk);

/* Counts what the walk will come to, so that its source can tell the share that is done. */
void walk_count(struct walk *walk);

#endif

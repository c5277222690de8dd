/*
 * Turns files and directories of pages into tasks, sorted by name within a directory.
 */
#ifndef PITH_PROGRAM_INPUT_WALK_H
#define PITH_PROGRAM_INPUT_WALK_H

#include "program/options.h"
#include "program/worker/pool.h"

struct walk;

/* A walk over options->files. NULL if there is no memory. */
struct walk *walk_new(const struct options *options);
void walk_free(struct walk *walk);

/* The walk as a source of tasks. */
struct source walk_source(struct walk *walk);

/* Counts the pages in advance, so that the source can report the share that is done. */
void walk_count(struct walk *walk);

#endif

/*
 * Which lines of a dump contain another one: a breadcrumb trail or "Comments on ..." the headline.
 */
#ifndef PITH_METADATA_DUMP_NESTED_H
#define PITH_METADATA_DUMP_NESTED_H

#include "metadata/gathering.h"

/* For each of the `n` blocks, adds 1 to its element of `held` for each other one that contains it,
 * and to its element of `holds` for each one that it contains. The elements are `step` floats
 * apart. */
void dump_nested_count(const struct gathering *g, const uint32_t *blocks, size_t n, float *held,
                       float *holds, size_t step);

#endif

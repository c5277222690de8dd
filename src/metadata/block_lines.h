/*
 * A block's text in the lines that a reader sees.
 */
#ifndef PITH_METADATA_BLOCK_LINES_H
#define PITH_METADATA_BLOCK_LINES_H

#include "metadata/gathering.h"

/* A short block's text with '\n' where a line ends for a reader: at <br>, and between inline
 * elements side by side, which a style sheet sets apart. */
struct str block_lines_split(const struct gathering *g, uint32_t block);

/* A line without the marks at both ends that parted it from what was cut off. */
struct str block_lines_trim(struct str line);

/* The line trimmed, and without the small word at its end that led to a date: "by jdoe on". */
struct str block_lines_without_filler(const struct gathering *g, struct str line);

#endif

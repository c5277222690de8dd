/*
 * Splits a block's text into the lines that a reader sees.
 */
#ifndef PITH_METADATA_BLOCK_LINES_H
#define PITH_METADATA_BLOCK_LINES_H

#include "metadata/gathering.h"

/* The text of a short block, with '\n' where a line ends for the reader: at <br>, and between
 * adjacent inline elements that a style sheet sets apart. */
struct str block_lines_split(const struct gathering *g, uint32_t block);

/* The line without the separators at both ends that remain when parts are cut off. */
struct str block_lines_trim(struct str line);

/* The line trimmed, and without a function word at its end that led to a date: "by jdoe on". */
struct str block_lines_without_filler(const struct gathering *g, struct str line);

/* The line up to the first mark that separates facts: "jdoe · 4 messages". */
struct str block_lines_before_mark(struct str line);

/* The line trimmed, and without parts at either end that count something: "4 min read · Jane Doe ·
 * 3 comments". */
struct str block_lines_without_counts(struct str line);

/* "Harbour plan" for "Harbour plan Harbour plan": the half of a line that says everything twice;
 * otherwise the line. */
struct str block_lines_once(struct str line);

#endif

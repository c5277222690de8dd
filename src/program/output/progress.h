/*
 * Progress of a run over many pages: a line on a terminal, and a summary at the end.
 */
#ifndef PITH_PROGRAM_OUTPUT_PROGRESS_H
#define PITH_PROGRAM_OUTPUT_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct progress {
    bool is_shown;  /* standard error is a terminal, and --quiet is not given */
    bool is_summed; /* a summary is wanted */
    bool has_line;  /* there is an unfinished line on the terminal */
    struct timespec start, last;
    uint64_t n_pages, n_empty, n_failed, n_skipped, n_bytes;
};

void progress_init(struct progress *progress, bool is_quiet, bool is_verbose);

/* Updates the line, at most a few times per second. `share` of the input is done; < 0: unknown. */
void progress_show(struct progress *progress, double share);

/* Removes the line, so that something else can be written. */
void progress_clear(struct progress *progress);

/* Writes the summary. */
void progress_end(struct progress *progress);

#endif

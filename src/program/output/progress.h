/*
 * How far a run of many pages is: a line on a terminal, and a summary at the end.
 */
#ifndef PITH_PROGRAM_OUTPUT_PROGRESS_H
#define PITH_PROGRAM_OUTPUT_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct progress {
    bool is_shown;  /* standard error is a terminal, and nobody asked for quiet */
    bool is_summed; /* a summary is wanted */
    bool has_line;  /* a line stands on the terminal, not ended */
    struct timespec start, last;
    uint64_t n_pages, n_empty, n_failed, n_skipped, n_bytes;
};

void progress_init(struct progress *progress, bool is_quiet, bool is_verbose);

/* Shows the line anew, at most some times a second. `share` of the input is done; < 0: unknown. */
void progress_show(struct progress *progress, double share);

/* Takes the line away, so that something else can be written. */
void progress_clear(struct progress *progress);

/* Writes the summary. */
void progress_end(struct progress *progress);

#endif

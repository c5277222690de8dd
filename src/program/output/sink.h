/*
 * Where answers go: to standard output one after another, or each to a file of its own.
 */
#ifndef PITH_PROGRAM_OUTPUT_SINK_H
#define PITH_PROGRAM_OUTPUT_SINK_H

#include "program/options.h"
#include "program/output/inputs.h"
#include "program/output/progress.h"
#include "program/worker/pool.h"

struct output_sink {
    const struct options *options;
    struct source source; /* asked for the share that is done */
    struct progress progress;
    int worst;            /* exit code */
    uint64_t n_told;      /* records that failed, each with an answer that says why */
    bool has_written;     /* an article has been written to standard output */
    void *places;         /* of answers in files: a tree of tsearch(3) */
    struct inputs inputs; /* not to be overwritten by those files */
};

/* Call it before the sandbox keeps this process from looking at files. Returns 0, or an errno. */
int output_sink_init(struct output_sink *out, const struct options *options, struct source source);
void output_sink_done(struct output_sink *sink);

/* Reports on standard error how many records failed, unless the summary did or --quiet is given. */
void output_sink_report_failures(const struct output_sink *sink);

/* The sink for pool.h. */
struct sink output_sink_of(struct output_sink *sink);

#endif

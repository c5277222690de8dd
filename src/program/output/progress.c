/*
 * Shows counts in a line on standard error; see progress.h.
 */
#define _GNU_SOURCE
#include "program/output/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "program/output/write.h"

/* Often enough to look alive, rarely enough to cost nothing. */
static const double INTERVAL_S = 0.2;

/* Before this the rate does not predict the remaining time. */
static const double SETTLED_S = 2;

static double seconds_between(struct timespec from, struct timespec to) {
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void progress_init(struct progress *progress, bool is_quiet, bool is_verbose) {
    *progress = (struct progress){.is_shown = !is_quiet && isatty(STDERR_FILENO)};
    progress->is_summed = progress->is_shown || (is_verbose && !is_quiet);
    clock_gettime(CLOCK_MONOTONIC, &progress->start);
    progress->last = progress->start;
}

/* "1234 pages, 56.7 MB, 89 pages/s, 3 without main content, 2 failed, 1 skipped". */
static int describe(const struct progress *progress, double seconds, char *out, size_t size) {
    return snprintf(out, size,
                    "%llu pages, %.1f MB, %.0f pages/s, %llu without main content, %llu failed, "
                    "%llu skipped",
                    (unsigned long long)progress->n_pages, (double)progress->n_bytes / 1e6,
                    seconds > 0 ? (double)progress->n_pages / seconds : 0,
                    (unsigned long long)progress->n_empty, (unsigned long long)progress->n_failed,
                    (unsigned long long)progress->n_skipped);
}

static void write_line(const char *line) {
    output_write(STDERR_FILENO, str_of(line));
}

void progress_show(struct progress *progress, double share) {
    struct timespec now;
    char text[200], line[300], left[40] = "";
    if (!progress->is_shown)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds_between(progress->last, now) < INTERVAL_S)
        return;
    progress->last = now;
    double seconds = seconds_between(progress->start, now);
    if (share > 0 && seconds > SETTLED_S)
        snprintf(left, sizeof left, ", %.0f s left", seconds * (1 - share) / share);
    describe(progress, seconds, text, sizeof text);
    snprintf(line, sizeof line, "\r\033[K%s%s", text, left);
    write_line(line);
    progress->has_line = true;
}

void progress_clear(struct progress *progress) {
    if (progress->has_line)
        write_line("\r\033[K");
    progress->has_line = false;
}

void progress_end(struct progress *progress) {
    struct timespec now;
    char text[200], line[300];
    progress_clear(progress);
    if (!progress->is_summed)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double seconds = seconds_between(progress->start, now);
    describe(progress, seconds, text, sizeof text);
    snprintf(line, sizeof line, "pith: %s, %.1f s\n", text, seconds);
    write_line(line);
}

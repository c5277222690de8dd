/*
 * Delivers answers to their destinations; see sink.h.
 */
#define _GNU_SOURCE
#include "program/output/sink.h"

#include <errno.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "program/output/files.h"
#include "program/output/warc.h"
#include "program/output/write.h"

int output_sink_init(struct output_sink *out, const struct options *options, struct source source) {
    *out = (struct output_sink){.options = options, .source = source};
    progress_init(&out->progress, options->quiet, options->verbose);
    return options->out_dir ? inputs_init(&out->inputs, options) : 0;
}

void output_sink_done(struct output_sink *sink) {
    inputs_done(&sink->inputs);
    tdestroy(sink->places, free);
}

static void complain(struct output_sink *sink, const char *name, const char *reason) {
    progress_clear(&sink->progress);
    output_complain(name, reason);
}

static const char *suffix_of(const struct options *options) {
#define X(NAME, name, suffix, renderer, writer) suffix,
    static const char *const suffixes[] = {OUTPUT_FORMATS(X)};
#undef X
    if (options->explain)
        return options->explain == EXPLAIN_HTML ? ".html" : ".tsv";
    return suffixes[options->format];
}

static int compare_places(const void *a, const void *b) {
    return strcmp(a, b);
}

/* Reserves a place for an answer. Returns 0, or an errno: EEXIST if another page of this run has
 * it. The files of a single operand have different names. */
static int take_place(struct output_sink *sink, const char *place) {
    if (sink->options->n_files == 1)
        return 0;
    char *copy = strdup(place);
    char **found = copy ? tsearch(copy, &sink->places, compare_places) : NULL;
    if (found && *found == copy)
        return 0;
    free(copy);
    return found ? EEXIST : ENOMEM;
}

/* The file for the answer at `place`; NULL if there is no memory. */
static char *path_of(const struct options *options, const char *place) {
    const char *dir = options->out_dir;
    const char *slash = dir[strlen(dir) - 1] == '/' ? "" : "/";
    char *path;
    return asprintf(&path, "%s%s%s%s", dir, slash, place, suffix_of(options)) < 0 ? NULL : path;
}

/* Reports that an answer could not be written; its page counts as failed, once. */
static void fail(struct output_sink *sink, const struct answer *answer, const char *name,
                 const char *reason) {
    complain(sink, name, reason);
    sink->worst = EXIT_ERROR;
    sink->progress.n_failed += answer->code != EXIT_ERROR;
}

/* Writes an answer to the file `path`. Returns 0, or an errno: EBUSY if that would overwrite an
 * input. */
static int write_to(const struct output_sink *sink, char *path, struct str bytes) {
    char *part_path = output_part_path(path);
    int error = part_path ? 0 : ENOMEM;
    if (!error && (inputs_hold(&sink->inputs, path) || inputs_hold(&sink->inputs, part_path)))
        error = EBUSY;
    if (!error)
        error = output_file(path, part_path, bytes);
    free(part_path);
    return error;
}

static const char *reason_of(int error) {
    return error == EBUSY ? "writing this file would overwrite an input" : strerror(error);
}

/* False if the disk itself fails, so that continuing is useless. */
static bool write_file(struct output_sink *sink, const struct task *task,
                       const struct answer *answer) {
    int error = take_place(sink, task->place);
    if (error == EEXIST) {
        fail(sink, answer, task->name, "another page of that name was already written there");
        return true;
    }
    char *path = error ? NULL : path_of(sink->options, task->place);
    error = path ? write_to(sink, path, answer->output) : ENOMEM;
    if (error)
        fail(sink, answer, path ? path : task->place, reason_of(error));
    free(path);
    return error != ENOSPC && error != EDQUOT && error != EIO;
}

/* Results that may take several lines are separated by a form feed on a line of its own. */
static bool needs_separator(const struct options *options) {
    return options->format != FORMAT_JSON && options->format != FORMAT_TSV && !options->warc_out;
}

static bool append_bytes(struct file_bytes *pending, struct str bytes) {
    if (file_bytes_reserve(pending, bytes.len) != 0)
        return false;
    memcpy(pending->data + pending->len, bytes.at, bytes.len);
    pending->len += bytes.len;
    return true;
}

/* Appends what precedes the first answer. */
static bool append_start(const struct output_sink *sink, struct file_bytes *pending) {
    if (!sink->options->warc_out)
        return true;
    struct arena arena;
    struct buffer out;
    arena_init(&arena);
    buffer_init(&out, &arena);
    bool is_good = false;
    if (setjmp(arena.escape) == 0) {
        output_warc_info(&out);
        is_good = append_bytes(pending, buffer_str(&out));
    }
    arena_done(&arena);
    return is_good;
}

static bool append(struct output_sink *sink, struct str output, struct file_bytes *pending) {
    if (!sink->has_written && !append_start(sink, pending))
        return false;
    static const char parting[] = "\f\n";
    size_t parting_len = sink->has_written && needs_separator(sink->options) ? 2 : 0;
    sink->has_written = true;
    if (file_bytes_reserve(pending, output.len + parting_len) != 0)
        return false;
    memcpy(pending->data + pending->len, parting, parting_len);
    memcpy(pending->data + pending->len + parting_len, output.at, output.len);
    pending->len += output.len + parting_len;
    return true;
}

/* A task without bytes is a file, or a gap in it, not a record. */
static bool is_counted(const struct output_sink *sink, const struct task *task,
                       const struct answer *answer) {
    bool is_gap = sink->options->mode != INPUT_PAGES && task->n_bytes == 0;
    return answer->code != ANSWER_SKIPPED && !is_gap;
}

static void count(struct output_sink *sink, const struct task *task, const struct answer *answer) {
    struct progress *progress = &sink->progress;
    bool is_skipped = answer->code == ANSWER_SKIPPED;
    progress->n_pages += is_counted(sink, task, answer);
    progress->n_skipped += is_skipped;
    progress->n_bytes += task->n_bytes;
    progress->n_empty += answer->code == EXIT_NO_CONTENT;
    progress->n_failed += answer->code == EXIT_ERROR;
    progress_show(progress, sink->source.share(sink->source.self));
}

/* Whether an answer with `output_len` bytes says itself why it failed. */
static bool tells_reason(const struct output_sink *sink, size_t output_len) {
    return sink->options->mode != INPUT_PAGES && output_len > 0 && !sink->options->warc_out;
}

static bool complains(const void *self, int code, size_t output_len) {
    const struct output_sink *sink = self;
    bool is_wanted = code != ANSWER_SKIPPED || sink->options->verbose;
    return is_wanted && !tells_reason(sink, output_len);
}

/* A record's error is reported in its answer, and the run as a whole succeeds, as it does if a
 * record has no main content; an error without an answer, as with a page or a damaged file, is
 * reported to the user. */
static bool take(void *self, const struct task *task, const struct answer *answer,
                 struct file_bytes *pending) {
    struct output_sink *sink = self;
    bool is_record = sink->options->mode != INPUT_PAGES;
    bool is_told = tells_reason(sink, answer->output.len);
    if (answer->reason && complains(self, answer->code, answer->output.len))
        complain(sink, task->name, answer->reason);
    sink->n_told += is_told && answer->code == EXIT_ERROR;
    bool is_reported = !is_record || (!is_told && answer->code == EXIT_ERROR);
    if (is_reported && answer->code > sink->worst)
        sink->worst = answer->code;
    count(sink, task, answer);
    if (answer->output.len == 0)
        return true;
    if (sink->options->out_dir)
        return write_file(sink, task, answer);
    return append(sink, answer->output, pending);
}

void output_sink_report_failures(const struct output_sink *sink) {
    const struct progress *progress = &sink->progress;
    char text[100];
    if (sink->options->quiet || progress->is_summed)
        return;
    snprintf(text, sizeof text, "%llu of %llu records failed; each answer says why",
             (unsigned long long)sink->n_told, (unsigned long long)progress->n_pages);
    output_complain(NULL, text);
}

struct sink output_sink_of(struct output_sink *sink) {
    return (struct sink){sink, take, complains};
}

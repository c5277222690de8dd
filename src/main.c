/*
 * pith: web pages in, their main content out. Reads the command line, then goes one of two ways:
 * a single page is done in this process, many are handed to workers.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "input_file.h"
#include "options.h"
#include "output_help.h"
#include "output_write.h"
#include "worker_page.h"

/* Standard streams that the caller closed are opened the wrong way round, so that no file of ours
 * takes their number and using them is an error. */
static void occupy_standard_streams(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

static int write_output(struct str output) {
    int trouble = output_write(STDOUT_FILENO, output);
    if (trouble && trouble != EPIPE)
        output_complain("standard output", strerror(trouble));
    return trouble ? EXIT_TROUBLE : EXIT_BODY;
}

static const char *display_name(const char *file) {
    return strcmp(file, "-") == 0 ? "standard input" : file;
}

static int complain(const char *file, const char *reason) {
    output_complain(display_name(file), reason);
    return EXIT_TROUBLE;
}

static int read_file(const char *file, size_t max, struct file_bytes *bytes) {
    int fd;
    int trouble = input_open(file, &fd);
    if (trouble)
        return trouble;
    trouble = input_read(fd, max, bytes);
    input_close(fd);
    return trouble;
}

/* A name is noise where there is one input, but a column of a table is always there. */
static bool tells_file(const struct options *options) {
    return options->n_files > 1 || options->has_fields || options->format == FORMAT_TSV;
}

static int answer_file(struct page_worker *worker, const char *file, struct file_bytes *bytes) {
    size_t max = worker->options->page.max_input_bytes;
    int trouble = read_file(file, max, bytes);
    if (trouble)
        return complain(file, strerror(trouble));
    struct job job = {.kind = JOB_PAGE,
                      .is_cut = bytes->len > max,
                      .bytes = {bytes->data, bytes->len},
                      .file = tells_file(worker->options) ? file : NULL};
    struct answer answer = page_worker_answer(worker, &job);
    if (answer.reason)
        return complain(file, answer.reason);
    int code = write_output(answer.output);
    return code ? code : answer.code;
}

static int answer_files(const struct options *options) {
    struct page_worker worker;
    struct file_bytes bytes = {0};
    int worst = EXIT_BODY;
    if (!page_worker_init(&worker, options))
        return complain(options->files[0], strerror(ENOMEM));
    for (size_t i = 0; i < options->n_files; i++) {
        int code = answer_file(&worker, options->files[i], &bytes);
        worst = code > worst ? code : worst;
    }
    file_bytes_done(&bytes);
    page_worker_done(&worker);
    return worst;
}

/* Writes what the program says of itself; `shell` is NULL for the help. */
static int write_help(const char *shell) {
    struct arena arena;
    struct buffer out;
    arena_init(&arena);
    buffer_init(&out, &arena);
    if (setjmp(arena.escape) != 0)
        return EXIT_TROUBLE;
    if (shell)
        output_completion(&out, shell);
    else
        output_help(&out);
    int code = write_output(buffer_str(&out));
    arena_done(&arena);
    return code;
}

int main(int argc, char **argv) {
    struct options options;
    struct options_detail detail;
    occupy_standard_streams();
    switch (options_read(argc, argv, &options, &detail)) {
    case OPTIONS_HELP:
        return write_help(NULL);
    case OPTIONS_COMPLETION:
        return write_help(detail.text);
    case OPTIONS_VERSION:
        return write_output(STR("pith " PITH_VERSION "\n"));
    case OPTIONS_WRONG:
        output_complain(NULL, detail.text);
        output_complain(NULL, "see pith --help");
        return EXIT_TROUBLE;
    default:
        return answer_files(&options);
    }
}

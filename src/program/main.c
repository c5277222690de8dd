/*
 * pith: extracts the main content of web pages. Reads the command line and then does one of two
 * things: a single page is processed in this process, several are passed to workers.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"
#include "program/input/codec.h"
#include "program/input/file.h"
#include "program/input/jsonl.h"
#include "program/input/walk.h"
#include "program/input/warc.h"
#include "program/options.h"
#include "program/output/article.h"
#include "program/output/files.h"
#include "program/output/help.h"
#include "program/output/sink.h"
#include "program/output/write.h"
#include "program/worker/page.h"
#include "program/worker/pool.h"
#include "program/worker/sandbox.h"

/* Opens standard streams that the caller closed, in the wrong direction, so that none of our files
 * gets their numbers and using them is an error. */
static void occupy_standard_streams(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

static int write_output(struct str output) {
    int error = output_write(STDOUT_FILENO, output);
    if (error && error != EPIPE)
        output_complain("standard output", strerror(error));
    return error ? EXIT_ERROR : EXIT_BODY;
}

/* Writes what precedes all answers. */
static int write_header(const struct options *options) {
    char header[OUTPUT_HEADER_BYTES];
    output_header(header, options);
    return options->out_dir || !*header ? EXIT_BODY : write_output(str_of(header));
}

static int complain(const char *file, const char *reason) {
    output_complain(file, reason);
    return EXIT_ERROR;
}

static int read_file(const char *file, size_t max, struct file_bytes *bytes) {
    int fd;
    int error = file_open(file, &fd);
    if (error)
        return error;
    error = file_read(fd, max, bytes);
    file_close(fd);
    return error;
}

/* Charsets other than UTF-8 need decoders, which are files; a compressed page, or one in an email,
 * may be in any charset. UTF-16 and ISO-2022-JP can look like UTF-8, but not without a NUL or an
 * escape. */
static bool needs_charsets(const struct options *options, struct str page) {
    const char *media_type = pith_sniff(page.at, page.len, NULL);
    return options->page.charset || media_type || codec_find(page) != PACKING_NONE ||
           !utf8_is_valid(page) || str_has_byte(page, '\0') || str_has_byte(page, '\33');
}

/* Processes a single page in this process, which is first restricted by the sandbox. */
static int answer_bytes(const struct options *options, const struct job *job) {
    struct page_worker worker;
    struct sandbox_charsets *charsets = NULL;
    const char *file = options->files[0];
    if (!page_worker_init(&worker, options))
        return complain(file, strerror(ENOMEM));
    if (!options->no_sandbox && needs_charsets(options, job->bytes))
        charsets = sandbox_load_charsets();
    if (!sandbox_enter(options, SANDBOX_PAGE))
        return EXIT_ERROR;
    struct answer answer = page_worker_answer(&worker, job);
    int code = write_output(answer.output);
    if (answer.reason)
        complain(file, answer.reason);
    code = code ? code : answer.code;
    sandbox_free_charsets(charsets);
    page_worker_done(&worker);
    return code;
}

static int answer_file(const struct options *options) {
    struct file_bytes bytes = {0};
    const char *file = options->files[0];
    size_t max = options->page.max_input_bytes;
    int error = read_file(file, max, &bytes);
    struct job job = {.kind = JOB_PAGE,
                      .is_cut = bytes.len > max,
                      .bytes = {bytes.data ? bytes.data : "", bytes.len},
                      .file = options_tell_file(options) ? file : NULL};
    int code = error ? complain(file, file_error_text(file, error)) : answer_bytes(options, &job);
    file_bytes_done(&bytes);
    return code;
}

/* Whether the only input is standard input, and goes to the same file as the output. (The sandbox
 * would keep file_open from seeing that.) */
static bool reads_own_output(const struct options *options) {
    return options->n_files == 1 && strcmp(options->files[0], "-") == 0 &&
           file_is_output(STDIN_FILENO);
}

/* After a signal the exit status shows which, as in the shell. */
enum { EXIT_SIGNALLED = 128 };

static int end_run(enum pool_end end, int worst, int signal_number) {
    switch (end) {
    case POOL_SIGNALLED:
        return EXIT_SIGNALLED + signal_number;
    case POOL_PIPE: /* ends like any filter whose reader has gone away */
        signal(SIGPIPE, SIG_DFL);
        raise(SIGPIPE);
        return EXIT_SIGNALLED + SIGPIPE; /* it is blocked */
    case POOL_ERROR:
    case POOL_STOPPED:
        return EXIT_ERROR;
    default:
        return worst;
    }
}

static int run_pool(const struct options *options, struct source source, struct walk *walk) {
    struct output_sink sink;
    int signal_number = 0;
    int error = output_sink_init(&sink, options, source);
    if (error)
        return complain(NULL, strerror(error));
    struct sandbox_charsets *charsets = options->no_sandbox ? NULL : sandbox_load_charsets();
    if (walk && sink.progress.is_shown)
        walk_count(walk);
    enum pool_end end = pool_run(options, options->n_jobs ? options->n_jobs : 1, source,
                                 output_sink_of(&sink), &signal_number);
    progress_end(&sink.progress);
    int worst = sink.worst;
    if (end == POOL_DONE && sink.n_told > 0) {
        output_sink_report_failures(&sink);
        worst = options->strict ? EXIT_ERROR : worst;
    }
    if (walk && sink.progress.n_pages == 0 && worst == EXIT_BODY)
        worst = EXIT_NO_CONTENT; /* directories without pages */
    output_sink_done(&sink);
    sandbox_free_charsets(charsets);
    return end_run(end, worst, signal_number);
}

/* Makes the output directory unless it exists; false if that fails. */
static bool make_out_dir(const char *dir) {
    struct stat status;
    int error = output_make_dir(dir);
    bool is_there = stat(dir, &status) == 0;
    if (is_there && S_ISDIR(status.st_mode))
        return true;
    char reason[4200];
    snprintf(reason, sizeof reason, "-o %.4000s: %s", dir,
             strerror(is_there || !error ? ENOTDIR : error));
    complain(NULL, reason);
    return false;
}

/* Processes many pages, with workers. */
static int answer_many(const struct options *options) {
    /* Must be done before the walk, which skips this directory. */
    if (options->out_dir && !make_out_dir(options->out_dir))
        return EXIT_ERROR;
    struct jsonl *jsonl = options->mode == INPUT_JSONL ? jsonl_new(options) : NULL;
    struct warc *warc = options->mode == INPUT_WARC ? warc_new(options) : NULL;
    struct walk *walk = options->mode == INPUT_PAGES ? walk_new(options) : NULL;
    int code = EXIT_ERROR;
    if (jsonl)
        code = run_pool(options, jsonl_source(jsonl), NULL);
    else if (warc)
        code = run_pool(options, warc_source(warc), NULL);
    else if (walk)
        code = run_pool(options, walk_source(walk), walk);
    else
        output_complain(NULL, strerror(ENOMEM));
    jsonl_free(jsonl);
    warc_free(warc);
    walk_free(walk);
    return code;
}

static bool is_many(const struct options *options) {
    struct stat status;
    const char *file = options->files[0];
    return options->mode != INPUT_PAGES || options->n_files > 1 || options->n_jobs ||
           options->out_dir ||
           (strcmp(file, "-") != 0 && stat(file, &status) == 0 && S_ISDIR(status.st_mode));
}

/* Writes the help, or if `shell` is not NULL the completions for that shell. */
static int write_help(const char *shell) {
    struct arena arena;
    struct buffer out;
    arena_init(&arena);
    buffer_init(&out, &arena);
    if (setjmp(arena.escape) != 0)
        return EXIT_ERROR;
    if (shell)
        output_completion(&out, shell);
    else
        output_help(&out);
    int code = write_output(buffer_str(&out));
    arena_done(&arena);
    return code;
}

/* Writes the version, and which of the optional libraries this build has. */
static int write_version(void) {
    static const char version[] = "pith " PITH_VERSION "\n"
                                  "with:"
#ifdef PITH_WITH_SECCOMP
                                  " seccomp"
#endif
#ifdef PITH_WITH_ZSTD
                                  " zstd"
#endif
#ifdef PITH_WITH_BROTLI
                                  " brotli"
#endif
#ifdef PITH_WITH_XZ
                                  " xz"
#endif
#ifdef PITH_WITH_UCHARDET
                                  " uchardet"
#endif
                                  "\n"
#if !defined(PITH_WITH_SECCOMP) || !defined(PITH_WITH_ZSTD) || !defined(PITH_WITH_BROTLI) ||       \
    !defined(PITH_WITH_XZ) || !defined(PITH_WITH_UCHARDET)
                                  "without:"
#ifndef PITH_WITH_SECCOMP
                                  " seccomp"
#endif
#ifndef PITH_WITH_ZSTD
                                  " zstd"
#endif
#ifndef PITH_WITH_BROTLI
                                  " brotli"
#endif
#ifndef PITH_WITH_XZ
                                  " xz"
#endif
#ifndef PITH_WITH_UCHARDET
                                  " uchardet"
#endif
                                  "\n"
#endif
        ;
    return write_output(STR(version));
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
        return write_version();
    case OPTIONS_WRONG:
        output_complain(NULL, detail.text);
        output_complain(NULL, "see pith --help");
        return EXIT_ERROR;
    default:
        if (reads_own_output(&options))
            return complain("-", file_error_text("-", EDEADLK));
        if (write_header(&options) != EXIT_BODY)
            return EXIT_ERROR;
        return is_many(&options) ? answer_many(&options) : answer_file(&options);
    }
}

/*
 * A forked child that answers jobs until its pipe ends; see child.h.
 */
#define _GNU_SOURCE
#include "program/worker/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "program/input/file.h"
#include "program/output/write.h"
#include "program/platform.h"
#include "program/worker/page.h"
#include "program/worker/sandbox.h"

/* Data that does not fit into the pipe costs a context switch each time; 1 MiB is what Linux allows
 * every user. */
enum { PIPE_BYTES = 1 << 20 };

/* What a worker keeps between jobs: enough for a page at the 99th percentile. More would hold on to
 * the memory of the largest record ever seen. */
static const size_t KEEP_BYTES = (size_t)4 << 20;

/* Reads exactly `len` bytes; false at the end of the pipe. */
static bool read_exactly(void *to, size_t len) {
    char *at = to;
    while (len > 0) {
        ssize_t n = read(STDIN_FILENO, at, len);
        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        at += n > 0 ? n : 0;
        len -= n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* In a single write: each one wakes the parent. */
static bool write_answer(const struct answer *answer) {
    struct answer_head head = {.output_len = answer->output.len, .code = answer->code};
    head.reason_len = answer->reason ? (uint32_t)strlen(answer->reason) : 0;
    struct iovec parts[] = {output_part(&head, sizeof head),
                            output_part(answer->output.at, answer->output.len),
                            output_part(answer->reason, head.reason_len)};
    return output_write_parts(STDOUT_FILENO, parts, 3) == 0;
}

/* Reads a job. `bytes` receives the file's name, with a NUL, and after it the page, unless that is
 * in the `share`. */
static bool read_job(const char *share, struct file_bytes *bytes, struct job *job) {
    struct job_head head;
    if (bytes->cap > KEEP_BYTES)
        file_bytes_done(bytes);
    bytes->len = 0;
    if (!read_exactly(&head, sizeof head) ||
        file_bytes_reserve(bytes, head.file_len + 1 + (head.place ? 0 : head.bytes_len)) != 0 ||
        !read_exactly(bytes->data, head.file_len))
        return false;
    bytes->data[head.file_len] = '\0';
    char *page = bytes->data + head.file_len + 1;
    *job = (struct job){.kind = (enum job_kind)head.kind,
                        .is_cut = (head.flags & JOB_IS_CUT) != 0,
                        .is_damaged = (head.flags & JOB_IS_DAMAGED) != 0,
                        .is_found = (head.flags & JOB_IS_FOUND) != 0,
                        .needs_tags = (head.flags & JOB_NEEDS_TAGS) != 0,
                        .place_in_file = head.place_in_file,
                        .bytes = {page, head.bytes_len},
                        .file = head.file_len ? bytes->data : NULL};
    if (!head.place)
        return read_exactly(page, head.bytes_len);
    job->bytes.at = share + (size_t)(head.place - 1) * SHARE_PLACE_BYTES;
    return true;
}

_Noreturn static void work(const struct options *options, const char *share) {
    struct page_worker worker;
    struct file_bytes bytes = {0};
    struct job job;
    if (!page_worker_init(&worker, options))
        _exit(EXIT_ERROR);
    if (!sandbox_enter(options, SANDBOX_PAGE))
        _exit(EXIT_ERROR);
    while (read_job(share, &bytes, &job)) {
        struct answer answer = page_worker_answer(&worker, &job);
        if (!write_answer(&answer))
            break;
    }
    _exit(EXIT_BODY);
}

/* The child keeps its three pipe ends, as its standard streams, but none of its parent's files. It
 * dies with its parent, and ignores signals to the process group that the parent handles. */
_Noreturn static void become_worker(const struct options *options, const struct share *share,
                                    int job_fd, int answer_fd, int error_fd) {
    const char *view = share_view(share);
    if (share->places && !view)
        _exit(EXIT_ERROR);
    dup2(job_fd, STDIN_FILENO);
    dup2(answer_fd, STDOUT_FILENO);
    dup2(error_fd, STDERR_FILENO);
    platform_close_from(STDERR_FILENO + 1);
    platform_end_with_parent();
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    work(options, view);
}

enum { JOB, ANSWER, ERROR, N_PIPES };

static void close_all(int (*pipes)[2], int n) {
    for (int i = 0; i < n; i++) {
        close(pipes[i][0]);
        close(pipes[i][1]);
    }
}

static int open_pipes(int (*pipes)[2]) {
    for (int i = 0; i < N_PIPES; i++) {
        if (platform_pipe(pipes[i]) != 0) {
            int error = errno;
            close_all(pipes, i);
            return error;
        }
    }
    platform_widen_pipe(pipes[JOB][1], PIPE_BYTES);
    platform_widen_pipe(pipes[ANSWER][1], PIPE_BYTES);
    fcntl(pipes[JOB][1], F_SETFL, O_NONBLOCK);
    fcntl(pipes[ANSWER][0], F_SETFL, O_NONBLOCK);
    fcntl(pipes[ERROR][0], F_SETFL, O_NONBLOCK);
    return 0;
}

int child_start(const struct options *options, const struct share *share, struct child *out) {
    int pipes[N_PIPES][2];
    int error = open_pipes(pipes);
    if (error)
        return error;
    pid_t pid = fork();
    if (pid == 0)
        become_worker(options, share, pipes[JOB][0], pipes[ANSWER][1], pipes[ERROR][1]);
    if (pid < 0) {
        error = errno;
        close_all(pipes, N_PIPES);
        return error;
    }
    close(pipes[JOB][0]);
    close(pipes[ANSWER][1]);
    close(pipes[ERROR][1]);
    *out = (struct child){.pid = pid,
                          .job_fd = pipes[JOB][1],
                          .answer_fd = pipes[ANSWER][0],
                          .error_fd = pipes[ERROR][0]};
    return 0;
}

/* Adds bytes that a worker has written to its line, as far as they belong to it. */
static void note_line(struct child *child, const char *bytes, size_t len) {
    if (child->is_line_full)
        return;
    const char *end = memchr(bytes, '\n', len);
    size_t n = end ? (size_t)(end - bytes) : len;
    if (n > CHILD_LINE_BYTES - child->line_len)
        n = CHILD_LINE_BYTES - child->line_len;
    memcpy(child->line + child->line_len, bytes, n);
    child->line_len += n;
    child->is_line_full = end || child->line_len == CHILD_LINE_BYTES;
}

void child_listen(struct child *child) {
    enum {
        READ_BYTES = 4096,
        MAX_READS = 64 /* a pipe holds 16 of them; the other workers wait meanwhile */
    };
    char bytes[READ_BYTES];
    for (int i = 0; i < MAX_READS && child->error_fd >= 0; i++) {
        ssize_t n = read(child->error_fd, bytes, sizeof bytes);
        if (n < 0)
            return;
        if (n > 0) {
            note_line(child, bytes, (size_t)n);
            continue;
        }
        close(child->error_fd); /* poll would report its end again and again */
        child->error_fd = -1;
    }
}

void child_report(struct child *child) {
    child_listen(child);
    if (child->line_len > 0 || child->is_line_full) {
        child->line[child->line_len] = '\0';
        output_complain("a worker process", child->line);
    }
    child->line_len = 0;
    child->is_line_full = false;
}

int child_end(struct child *child) {
    int status = 0;
    close(child->job_fd);
    close(child->answer_fd);
    kill(child->pid, SIGKILL);
    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    child_report(child);
    if (child->error_fd >= 0)
        close(child->error_fd);
    child->pid = 0;
    return status;
}

/*
 * The loop that keeps workers busy and delivers answers in order; see pool.h.
 */
#define _GNU_SOURCE
#include "program/worker/pool.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "program/output/write.h"
#include "program/platform.h"
#include "program/worker/conversation.h"
#include "program/worker/fault.h"
#include "program/worker/sandbox.h"

/* Slots of the ring per worker. Answers wait there for an earlier, slow page: with 8, a page that
 * takes 8 times the mean does not stop the others. Slots cost memory only while they wait. */
enum { SLOTS_PER_WORKER = 8 };

/* After a signal, a reader that accepts nothing for this long is given up. */
enum { FLUSH_MS = 5000 };

/* A worker aborts a page that takes too long by itself, unless it is stopped or hangs: then it is
 * killed this much later. */
static const double GRACE_S = 2;

/* A longer time between two looks at the workers, beyond the time that was waited on purpose, is a
 * pause of this process: it was stopped, or writing to standard error blocked. */
static const double PAUSE_S = 1;

static void task_done(struct slot *slot) {
    slot_release_bytes(slot);
    free(slot->task.name);
    free(slot->task.place);
    slot->task = (struct task){0};
}

/* ---- Tasks ---- */

/* The worker with the fewest tasks, or NULL if all have enough. */
static struct worker *find_free(struct pool *pool) {
    struct worker *best = NULL;
    for (size_t i = 0; i < pool->n_workers; i++) {
        struct worker *worker = &pool->workers[i];
        if (worker->child.pid && worker->n_held < HELD && (!best || worker->n_held < best->n_held))
            best = worker;
    }
    return best;
}

/* Gives the tasks of a dead worker to others. */
static void reassign(struct pool *pool) {
    for (size_t number = pool->first; number < pool->next; number++) {
        struct worker *worker = find_free(pool);
        if (!worker)
            return;
        if (pool_slot(pool, number)->state == SLOT_WAITING)
            conversation_give(pool, worker, number);
    }
}

/* Answers a task in place of a worker. */
static void refuse(struct pool *pool, struct slot *slot, const char *code, const char *reason) {
    struct task *task = &slot->task;
    struct job job = {.kind = task->kind,
                      .is_cut = task->is_cut,
                      .bytes = {task->bytes.data, task->bytes.len},
                      .file = *conversation_file(task) ? conversation_file(task) : NULL,
                      .place_in_file = task->place_in_file};
    struct answer answer = page_worker_refuse(&pool->refuser, &job, code, reason);
    slot->state = SLOT_DONE;
    slot->answer.len = 0;
    slot->head = (struct answer_head){.code = EXIT_ERROR};
    if (file_bytes_reserve(&slot->answer, answer.output.len) == 0 && answer.output.len > 0) {
        memcpy(slot->answer.data, answer.output.at, answer.output.len);
        slot->answer.len = slot->head.output_len = answer.output.len;
    }
    task->reason = reason;
    slot_release_bytes(slot);
}

/* Answers a task that failed before a worker saw it. */
static void fail_early(struct pool *pool, struct slot *slot) {
    if (slot->task.code) {
        refuse(pool, slot, slot->task.code, slot->task.reason);
        return;
    }
    slot->state = SLOT_DONE;
    slot->head = (struct answer_head){.code = slot->task.is_skipped ? ANSWER_SKIPPED : EXIT_ERROR};
    slot->answer.len = 0;
}

/* Asks the source for a task, to be read into memory shared with `worker`. */
static enum source_state ask(struct pool *pool, struct worker *worker, struct slot *slot) {
    struct file_bytes room = share_lend(&worker->share);
    slot->task = (struct task){.bytes = room};
    slot->lender = NULL;
    enum source_state state = pool->source.next(pool->source.self, &slot->task);
    if (state == SOURCE_TASK && slot->task.bytes.is_lent)
        slot->lender = &worker->share;
    else
        share_take_back(&worker->share, room.data);
    return state;
}

/* Whether there is a slot and a worker for another task. */
static bool has_room(struct pool *pool) {
    return pool->next - pool->first < pool->n_slots && find_free(pool);
}

/* Takes tasks from the source while a worker is free. */
static void fetch(struct pool *pool) {
    while (pool->source_state != SOURCE_END && has_room(pool)) {
        struct worker *worker = find_free(pool);
        struct slot *slot = pool_slot(pool, pool->next);
        pool->source_state = ask(pool, worker, slot);
        if (pool->source_state != SOURCE_TASK)
            return;
        slot->task.n_bytes = slot->task.bytes.len;
        if (slot->task.reason)
            fail_early(pool, slot);
        else
            conversation_give(pool, worker, pool->next);
        pool->next++;
    }
}

/* ---- Starting and ending workers ---- */

static void describe_death(int status, char *out, size_t len) {
    if (WIFSIGNALED(status))
        snprintf(out, len, "the worker was killed by signal %d", WTERMSIG(status));
    else
        snprintf(out, len, "the worker ended with status %d", WEXITSTATUS(status));
}

static void start(struct pool *pool, struct worker *worker) {
    *worker = (struct worker){.share = worker->share};
    int error = child_start(pool->options, &worker->share, &worker->child);
    if (error) {
        worker->child.pid = 0;
        output_complain("a worker process", strerror(error));
    }
}

static void replace(struct pool *pool, struct worker *worker, bool is_late) {
    int status = child_end(&worker->child);
    for (size_t i = 0; i < worker->n_held; i++) {
        struct slot *slot = pool_slot(pool, worker->held[i]);
        slot->state = SLOT_WAITING;
        if (i > 0)
            continue;
        if (is_late)
            fault_write_late(pool->options, slot->death, sizeof slot->death);
        else if (worker->is_wrong)
            snprintf(slot->death, sizeof slot->death, "the worker's answer was malformed");
        else
            describe_death(status, slot->death, sizeof slot->death);
        refuse(pool, slot, is_late ? "timeout" : "worker", slot->death);
    }
    start(pool, worker);
}

/* The time that the worker may still take; infinite if it has nothing to do. */
static double time_left(const struct pool *pool, const struct worker *worker, double at) {
    bool is_working = worker->child.pid && worker->n_held > 0;
    return is_working ? worker->since_s + pool->options->page.max_seconds + GRACE_S - at : INFINITY;
}

/* Receives all that a worker has sent already; false if it is dead or has sent something invalid.
 */
static bool receive_all(struct pool *pool, struct worker *worker) {
    struct pollfd fd = {worker->child.answer_fd, POLLIN, 0};
    while (poll(&fd, 1, 0) > 0) {
        if (!conversation_receive(pool, worker))
            return false;
    }
    return true;
}

/* A worker is not late if its answer only has to be received. */
static void replace_late(struct pool *pool) {
    double at = conversation_now();
    for (size_t i = 0; i < pool->n_workers; i++) {
        struct worker *worker = &pool->workers[i];
        if (time_left(pool, worker, at) > 0)
            continue;
        if (!receive_all(pool, worker))
            replace(pool, worker, false);
        else if (time_left(pool, worker, at) <= 0)
            replace(pool, worker, true);
    }
}

/* Adds a pause of this process to the time that the workers may take, since they may have been
 * stopped too. `due` is when the last wait was to end; INFINITY: never. */
static void excuse_pause(struct pool *pool, double waited_from, double due) {
    double at = conversation_now();
    double pause = waited_from - pool->turn_s + fmax(0, at - due);
    pool->turn_s = at;
    if (pause < PAUSE_S)
        return;
    for (size_t i = 0; i < pool->n_workers; i++)
        pool->workers[i].since_s = fmin(at, pool->workers[i].since_s + pause);
}

/* Milliseconds until a worker is late; -1: never. */
static int wait_ms(const struct pool *pool) {
    double left = INFINITY, at = conversation_now();
    for (size_t i = 0; i < pool->n_workers; i++)
        left = fmin(left, time_left(pool, &pool->workers[i], at));
    return isinf(left) ? -1 : left <= 0 ? 0 : (int)fmin(left * 1e3 + 1, 1e9);
}

static bool any_alive(const struct pool *pool) {
    for (size_t i = 0; i < pool->n_workers; i++) {
        if (pool->workers[i].child.pid)
            return true;
    }
    return false;
}

/* ---- Standard output ---- */

static bool has_pending(const struct pool *pool) {
    return pool->pending_at < pool->pending.len;
}

/* Writes no more than a pipe accepts at once when poll says that it accepts something, so that no
 * write blocks and signals are noticed. */
static void write_pending(struct pool *pool) {
    size_t len = pool->pending.len - pool->pending_at;
    if (len > PIPE_BUF)
        len = PIPE_BUF;
    ssize_t n = write(STDOUT_FILENO, pool->pending.data + pool->pending_at, len);
    if (n < 0 && errno != EINTR && errno != EAGAIN) {
        pool->end = errno == EPIPE ? POOL_PIPE : POOL_ERROR;
        if (errno != EPIPE)
            output_complain("standard output", strerror(errno));
        return;
    }
    pool->pending_at += n > 0 ? (size_t)n : 0;
    if (!has_pending(pool))
        pool->pending.len = pool->pending_at = 0;
}

static void note_signal(struct pool *pool) {
    int number = platform_read_signal(pool->signal_fd);
    if (number) {
        pool->signal = pool->signal ? pool->signal : number;
        pool->end = POOL_SIGNALLED;
    }
}

/* Waits until standard error accepts the answer's message, if it has one, since writing it would
 * block; false on a signal. */
static bool can_report(struct pool *pool, const struct slot *slot) {
    bool has_reason = slot->task.reason || slot->head.reason_len > 0;
    if (!has_reason ||
        !pool->sink.complains(pool->sink.self, slot->head.code, slot->head.output_len))
        return true;
    struct pollfd fds[] = {{STDERR_FILENO, POLLOUT, 0}, {pool->signal_fd, POLLIN, 0}};
    int n;
    while ((n = poll(fds, 2, pool->signal ? FLUSH_MS : -1)) > 0 || (n < 0 && errno == EINTR)) {
        if (n < 0)
            continue;
        if (fds[1].revents)
            note_signal(pool);
        if (fds[0].revents || pool->end != POOL_DONE)
            break;
    }
    return fds[0].revents && pool->end == POOL_DONE;
}

static bool deliver_one(struct pool *pool, struct slot *slot) {
    struct answer answer = {.code = slot->head.code,
                            .output = {slot->answer.data, slot->head.output_len},
                            .reason = slot->task.reason};
    if (slot->head.reason_len > 0) {
        if (file_bytes_reserve(&slot->answer, 1) != 0)
            return false;
        slot->answer.data[slot->answer.len] = '\0';
        answer.reason = slot->answer.data + slot->head.output_len;
        answer.output.at = slot->answer.data;
    }
    bool is_running = pool->sink.take(pool->sink.self, &slot->task, &answer, &pool->pending);
    task_done(slot);
    file_bytes_done(&slot->answer);
    return is_running;
}

/* Gives finished tasks to the sink, oldest first, as long as standard output keeps up. */
static void deliver(struct pool *pool) {
    while (pool->end == POOL_DONE && pool->first < pool->next && !has_pending(pool)) {
        struct slot *slot = pool_slot(pool, pool->first);
        if (slot->state != SLOT_DONE || !can_report(pool, slot))
            return;
        if (!deliver_one(pool, slot))
            pool->end = POOL_STOPPED;
        pool->first++;
    }
}

/* ---- Loop ---- */

/* Descriptors to wait for: signal, output, source, then three for each worker. */
enum { WATCH_SIGNAL, WATCH_OUTPUT, WATCH_SOURCE, WATCH_WORKERS };
enum { WATCH_JOB, WATCH_ANSWER, WATCH_ERROR, WATCH_PER_WORKER };

static void watch(struct pool *pool, struct pollfd *fds) {
    bool wants_input = pool->source_state == SOURCE_WAIT && has_room(pool);
    fds[WATCH_SIGNAL] = (struct pollfd){pool->signal_fd, POLLIN, 0};
    fds[WATCH_OUTPUT] = (struct pollfd){has_pending(pool) ? STDOUT_FILENO : -1, POLLOUT, 0};
    fds[WATCH_SOURCE] =
        (struct pollfd){wants_input ? pool->source.fd(pool->source.self) : -1, POLLIN, 0};
    for (size_t i = 0; i < pool->n_workers; i++) {
        struct worker *worker = &pool->workers[i];
        struct pollfd *own = fds + WATCH_WORKERS + WATCH_PER_WORKER * i;
        bool alive = worker->child.pid != 0;
        own[WATCH_JOB] =
            (struct pollfd){alive && worker->n_sending > 0 ? worker->child.job_fd : -1, POLLOUT, 0};
        own[WATCH_ANSWER] = (struct pollfd){alive ? worker->child.answer_fd : -1, POLLIN, 0};
        /* Without a page it has nothing to say, and no time after which it is killed. */
        own[WATCH_ERROR] =
            (struct pollfd){alive && worker->n_held > 0 ? worker->child.error_fd : -1, POLLIN, 0};
    }
}

static void serve_workers(struct pool *pool, const struct pollfd *fds) {
    for (size_t i = 0; i < pool->n_workers; i++) {
        struct worker *worker = &pool->workers[i];
        const struct pollfd *own = fds + WATCH_WORKERS + WATCH_PER_WORKER * i;
        if (own[WATCH_ERROR].revents)
            child_listen(&worker->child);
        if (own[WATCH_ANSWER].revents && !conversation_receive(pool, worker))
            replace(pool, worker, false);
        else if (own[WATCH_JOB].revents)
            conversation_send(pool, worker);
    }
}

/* Waits until something can be done; false on an error, which ends the run. */
static bool wait_for_work(struct pool *pool, struct pollfd *fds) {
    /* A ring full of tasks that failed early is now empty, and no worker is busy. */
    bool has_input = pool->source_state == SOURCE_TASK || pool->source_state == SOURCE_MORE;
    int ms = has_input && has_room(pool) ? 0 : wait_ms(pool);
    double from = conversation_now();
    watch(pool, fds);
    int n = poll(fds, WATCH_WORKERS + WATCH_PER_WORKER * pool->n_workers, ms);
    if (n < 0 && errno != EINTR && errno != EAGAIN) {
        output_complain(NULL, strerror(errno));
        pool->end = POOL_ERROR;
    }
    excuse_pause(pool, from, ms < 0 ? INFINITY : from + ms * 1e-3);
    return n >= 0;
}

static void loop(struct pool *pool, struct pollfd *fds) {
    pool->turn_s = conversation_now();
    while (pool->end == POOL_DONE) {
        deliver(pool);
        reassign(pool);
        fetch(pool);
        deliver(pool); /* tasks that failed early */
        bool idle = pool->first == pool->next && !has_pending(pool);
        if (pool->end != POOL_DONE || (idle && pool->source_state == SOURCE_END))
            return;
        if (!any_alive(pool)) {
            pool->end = POOL_ERROR;
            return;
        }
        if (!wait_for_work(pool, fds))
            continue;
        if (fds[WATCH_SIGNAL].revents)
            note_signal(pool);
        if (fds[WATCH_OUTPUT].revents)
            write_pending(pool);
        serve_workers(pool, fds);
        replace_late(pool);
    }
}

/* After a signal: writes what is finished, as long as there is a reader. */
static void flush(struct pool *pool) {
    struct pollfd fd = {STDOUT_FILENO, POLLOUT, 0};
    pool->end = POOL_DONE;
    for (;;) {
        deliver(pool);
        if (pool->end != POOL_DONE || !has_pending(pool) || poll(&fd, 1, FLUSH_MS) <= 0)
            break;
        write_pending(pool);
    }
    pool->end = POOL_SIGNALLED;
}

static int open_signals(sigset_t *before) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, NULL, before);
    return platform_open_signals(&set);
}

/* Descriptors: each worker has three pipes and a share; the rest is for the input, the output, a
 * worker that is being started, and what was open before. */
enum { FDS_PER_WORKER = 4, OTHER_FDS = 32 };

/* Starts no more workers than the limit of open files allows, which is raised if possible. */
static void limit_workers(struct pool *pool) {
    struct rlimit limit;
    rlim_t wanted = FDS_PER_WORKER * pool->n_workers + OTHER_FDS;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= wanted)
        return;
    size_t n = limit.rlim_cur > OTHER_FDS ? (limit.rlim_cur - OTHER_FDS) / FDS_PER_WORKER : 0;
    n = n ? n : 1;
    if (n >= pool->n_workers)
        return;
    pool->n_workers = n;
    char text[100];
    snprintf(text, sizeof text, "--jobs=%zu: the limit of open files (ulimit -n) allows no more",
             pool->n_workers);
    output_complain(NULL, text);
}

static bool open_pool(struct pool *pool) {
    limit_workers(pool);
    pool->workers = calloc(pool->n_workers, sizeof *pool->workers);
    pool->n_slots = pool->n_workers * SLOTS_PER_WORKER;
    pool->ring = calloc(pool->n_slots, sizeof *pool->ring);
    if (!pool->workers || !pool->ring || !page_worker_init(&pool->refuser, pool->options)) {
        output_complain(NULL, strerror(ENOMEM));
        return false;
    }
    signal(SIGPIPE, SIG_IGN); /* a worker's death is noticed by the end of its pipe */
    for (size_t i = 0; i < pool->n_workers; i++)
        share_open(&pool->workers[i].share);
    /* Before any worker starts: the pool may only send signals to processes started after this. */
    if (!sandbox_enter(pool->options, SANDBOX_POOL))
        return false;
    for (size_t i = 0; i < pool->n_workers; i++)
        start(pool, &pool->workers[i]);
    return true;
}

static void close_pool(struct pool *pool) {
    for (size_t i = 0; pool->workers && i < pool->n_workers; i++) {
        if (pool->workers[i].child.pid)
            child_end(&pool->workers[i].child);
    }
    for (size_t i = 0; pool->ring && i < pool->n_slots; i++) {
        task_done(&pool->ring[i]);
        file_bytes_done(&pool->ring[i].answer);
    }
    for (size_t i = 0; pool->workers && i < pool->n_workers; i++)
        share_close(&pool->workers[i].share);
    page_worker_done(&pool->refuser);
    file_bytes_done(&pool->pending);
    free(pool->workers);
    free(pool->ring);
    close(pool->signal_fd);
}

enum pool_end pool_run(const struct options *options, unsigned n_workers, struct source source,
                       struct sink sink, int *signal) {
    sigset_t before;
    struct pool pool = {.options = options,
                        .source = source,
                        .sink = sink,
                        .n_workers = n_workers,
                        .source_state = SOURCE_TASK,
                        .signal_fd = open_signals(&before),
                        .end = POOL_ERROR};
    struct pollfd *fds = calloc(WATCH_WORKERS + WATCH_PER_WORKER * (size_t)n_workers, sizeof *fds);
    if (fds && open_pool(&pool)) {
        pool.end = POOL_DONE;
        loop(&pool, fds);
    }
    if (pool.end == POOL_SIGNALLED)
        flush(&pool);
    *signal = pool.signal;
    close_pool(&pool);
    free(fds);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return pool.end;
}

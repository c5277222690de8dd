/*
 * Sends jobs to a worker and receives its answers; see conversation.h.
 */
#define _GNU_SOURCE
#include "program/worker/conversation.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"
#include "program/output/write.h"

/* ---- Jobs ---- */

const char *conversation_file(const struct task *task) {
    return task->tells_file && task->name ? task->name : "";
}

static uint32_t flags_of(const struct task *task) {
    return (task->is_cut ? JOB_IS_CUT : 0u) | (task->is_damaged ? JOB_IS_DAMAGED : 0u) |
           (task->is_found ? JOB_IS_FOUND : 0u) | (task->needs_tags ? JOB_NEEDS_TAGS : 0u);
}

static void begin_sending(struct pool *pool, struct worker *worker) {
    const struct task *task =
        &pool_slot(pool, worker->held[worker->n_held - worker->n_sending])->task;
    worker->sent = 0;
    worker->job_head = (struct job_head){.bytes_len = task->bytes.len,
                                         .file_len = (uint32_t)strlen(conversation_file(task)),
                                         .kind = task->kind,
                                         .flags = flags_of(task),
                                         .place_in_file = task->place_in_file,
                                         .place = share_place(&worker->share, task->bytes.data)};
}

void conversation_send(struct pool *pool, struct worker *worker) {
    while (worker->n_sending > 0) {
        const struct task *task =
            &pool_slot(pool, worker->held[worker->n_held - worker->n_sending])->task;
        struct iovec parts[] = {
            output_part(&worker->job_head, sizeof worker->job_head),
            output_part(conversation_file(task), worker->job_head.file_len),
            output_part(task->bytes.data, worker->job_head.place ? 0 : task->bytes.len)};
        size_t len = parts[0].iov_len + parts[1].iov_len + parts[2].iov_len;
        output_skip(parts, 3, worker->sent);
        ssize_t n = writev(worker->child.job_fd, parts, 3);
        if (n < 0)
            return;
        worker->sent += (size_t)n;
        if (worker->sent < len)
            return;
        worker->n_sending--;
        if (worker->n_sending > 0)
            begin_sending(pool, worker);
    }
}

double conversation_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void conversation_give(struct pool *pool, struct worker *worker, size_t number) {
    pool_slot(pool, number)->state = SLOT_SENT;
    if (worker->n_held == 0)
        worker->since_s = conversation_now();
    worker->held[worker->n_held++] = number;
    worker->n_sending++;
    if (worker->n_sending == 1)
        begin_sending(pool, worker);
    conversation_send(pool, worker);
}

/* ---- Answers ---- */

/* Memory for an answer grows as it arrives, since a worker may announce what never comes. */
enum { ANSWER_STEP_BYTES = 1 << 20 };

static void shift_held(struct worker *worker) {
    memmove(worker->held, worker->held + 1, (HELD - 1) * sizeof *worker->held);
    worker->n_held--;
    worker->received = 0;
    worker->since_s = conversation_now();
}

static void finish_answer(struct pool *pool, struct worker *worker) {
    struct slot *slot = pool_slot(pool, worker->held[0]);
    slot->state = SLOT_DONE;
    slot->head = worker->answer_head;
    child_report(&worker->child);
    slot_release_bytes(slot);
    shift_held(worker);
}

/* Where to put the next bytes of an answer, and how many are still to come; NULL if out of
 * memory. */
static char *receive_room(struct pool *pool, struct worker *worker, size_t *len) {
    struct slot *slot = pool_slot(pool, worker->held[0]);
    if (worker->received < sizeof worker->answer_head) {
        *len = sizeof worker->answer_head - worker->received;
        return (char *)&worker->answer_head + worker->received;
    }
    *len = worker->answer_head.output_len + worker->answer_head.reason_len - slot->answer.len;
    if (*len > ANSWER_STEP_BYTES)
        *len = ANSWER_STEP_BYTES;
    if (file_bytes_reserve(&slot->answer, *len) != 0)
        return NULL;
    return slot->answer.data + slot->answer.len;
}

static bool is_whole(struct pool *pool, const struct worker *worker) {
    return worker->received >= sizeof worker->answer_head &&
           pool_slot(pool, worker->held[0])->answer.len ==
               worker->answer_head.output_len + worker->answer_head.reason_len;
}

/* A reason is a sentence fragment, and never as long as this. */
enum { MAX_REASON_BYTES = 4096 };

/* A worker taken over by hostile bytes may say anything. Genuine output has been in its arena,
 * which has a different limit for refusals. */
static bool is_sane(const struct pool *pool, const struct answer_head *head) {
    size_t max = pool->options->page.max_memory_bytes;
    if (max < REFUSAL_MEMORY_BYTES)
        max = REFUSAL_MEMORY_BYTES;
    return head->output_len <= max && head->reason_len <= MAX_REASON_BYTES &&
           head->code >= ANSWER_SKIPPED && head->code <= EXIT_ERROR;
}

/* Whether each line is a JSON object, judging by its ends. */
static bool is_lines_of_objects(struct str output) {
    for (size_t at = 0; at < output.len;) {
        size_t end = str_find_byte(output, at, '\n');
        if (end >= output.len || output.at[at] != '{' || output.at[end - 1] != '}')
            return false;
        at = end + 1;
    }
    return utf8_is_valid(output);
}

/* Whether an answer is of the requested kind: JSON is one object on one line, or with --chunks
 * several, so that no worker can insert a record among those of others. Conversion records are not
 * checked. */
static bool is_well_formed(const struct pool *pool, const struct worker *worker) {
    const struct slot *slot = &pool->ring[worker->held[0] % pool->n_slots];
    struct str output = {slot->answer.data, worker->answer_head.output_len};
    const struct options *options = pool->options;
    if (options->format != FORMAT_JSON || options->explain || options->warc_out || output.len == 0)
        return true;
    return is_lines_of_objects(output) &&
           (options->chunk_words || str_find_byte(output, 0, '\n') == output.len - 1);
}

bool conversation_receive(struct pool *pool, struct worker *worker) {
    size_t len;
    char spare;
    if (worker->n_held == 0) /* it has nothing to say: only the end of its pipe can be read */
        return read(worker->child.answer_fd, &spare, 1) < 0 && errno == EAGAIN;
    if (worker->received == 0)
        pool_slot(pool, worker->held[0])->answer.len = 0;
    char *room = receive_room(pool, worker, &len);
    if (!room)
        return false;
    ssize_t n = read(worker->child.answer_fd, room, len);
    if (n <= 0)
        return n < 0 && errno == EAGAIN;
    if (worker->received >= sizeof worker->answer_head)
        pool_slot(pool, worker->held[0])->answer.len += (size_t)n;
    worker->received += (size_t)n;
    if (worker->received == sizeof worker->answer_head && !is_sane(pool, &worker->answer_head))
        worker->is_wrong = true;
    else if (is_whole(pool, worker) && !is_well_formed(pool, worker))
        worker->is_wrong = true;
    else if (is_whole(pool, worker))
        finish_answer(pool, worker);
    return !worker->is_wrong;
}

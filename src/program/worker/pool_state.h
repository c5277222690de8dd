/*
 * The state of a pool: tasks are in a ring that begins with the oldest unanswered one. Each worker
 * has up to two of them, so that the next one is ready when it has finished the first. A task's
 * bytes are kept until its answer arrives, since a dead worker's tasks go to another, except for
 * the one that it was processing. They are read into memory shared with the worker that is free for
 * them, if there is space.
 */
#ifndef PITH_PROGRAM_WORKER_POOL_STATE_H
#define PITH_PROGRAM_WORKER_POOL_STATE_H

#include "program/worker/child.h"
#include "program/worker/pool.h"
#include "program/worker/share.h"

/* Tasks assigned to a worker: one in progress, one to come. */
enum { HELD = SHARE_PLACES };

enum slot_state { SLOT_WAITING, SLOT_SENT, SLOT_DONE };

struct slot {
    struct task task;
    struct share *lender; /* who lent the memory of the task's bytes, if it is borrowed */
    enum slot_state state;
    struct answer_head head;  /* of the answer */
    struct file_bytes answer; /* output, then reason */
    char death[64];           /* the reason, if its worker died */
};

struct worker {
    struct share share; /* outlives the child: a dead child's tasks are in it */
    struct child child;
    size_t held[HELD];        /* tasks by number, the one in progress first */
    size_t n_held, n_sending; /* n_sending of them, the last ones, have not been sent completely */
    size_t sent;              /* bytes sent of the current message */
    struct job_head job_head; /* of that message */
    size_t received;          /* bytes received of the current answer */
    struct answer_head answer_head;
    bool is_wrong;  /* it has sent something invalid */
    double since_s; /* when its current task was given to it, on the monotonic clock */
};

struct pool {
    const struct options *options;
    struct source source;
    struct sink sink;
    struct worker *workers;
    size_t n_workers;
    struct slot *ring;
    size_t n_slots;
    size_t first, next; /* tasks by number: oldest unanswered; next to come. Slot: modulo n_slots */
    struct page_worker refuser; /* answers in place of a dead worker */
    enum source_state source_state;
    struct file_bytes pending; /* to be written to standard output, from pending_at on */
    size_t pending_at;
    int signal_fd, signal;
    double turn_s;     /* when the workers were last looked at, on the monotonic clock */
    enum pool_end end; /* POOL_DONE while it continues */
};

/* Releases the task's bytes, which are no longer needed. */
static inline void slot_release_bytes(struct slot *slot) {
    if (slot->lender)
        share_take_back(slot->lender, slot->task.bytes.data);
    slot->lender = NULL;
    file_bytes_done(&slot->task.bytes);
}

static inline struct slot *pool_slot(struct pool *pool, size_t number) {
    return &pool->ring[number % pool->n_slots];
}

#endif

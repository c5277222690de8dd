/*
 * The state of a pool: tasks lie in a ring from the oldest unanswered one on. Each worker has up to
 * two of them, so that the next one waits for it when it has done the first; a task's bytes are
 * kept until its answer is there, since a dead worker's tasks go to another, but for the one that
 * it was at. They are read into the memory shared with the worker that is free for them, if there
 * is room.
 */
#ifndef PITH_PROGRAM_WORKER_POOL_STATE_H
#define PITH_PROGRAM_WORKER_POOL_STATE_H

#include "program/worker/child.h"
#include "program/worker/pool.h"
#include "program/worker/share.h"

/* Tasks in a worker's hands: one worked on, one to come. */
enum { HELD = SHARE_PLACES };

enum slot_state { SLOT_WAITING, SLOT_SENT, SLOT_DONE };

struct slot {
    struct task task;
    struct share *lender; /* of the room of the task's bytes, where it is lent */
    enum slot_state state;
    struct answer_head head;  /* of the answer */
    struct file_bytes answer; /* output, then reason */
    char death[64];           /* the reason where its worker died */
};

struct worker {
    struct share share; /* outlives the child: a dead one's tasks lie in it */
    struct child child;
    size_t held[HELD];        /* tasks by number, the one worked on first */
    size_t n_held, n_sending; /* n_sending of them are not sent wholly, and are the last */
    size_t sent;              /* bytes of the message that is being sent */
    struct job_head job_head; /* of that message */
    size_t received;          /* bytes of the answer that is being received */
    struct answer_head answer_head;
    bool is_wrong;  /* it said what no worker says */
    double since_s; /* when it was given the task that it works on, by the monotonic clock */
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
    struct page_worker refuser; /* says no in the place of a dead worker */
    enum source_state source_state;
    struct file_bytes pending; /* to be written to standard output from pending_at on */
    size_t pending_at;
    int signal_fd, signal;
    enum pool_end end; /* POOL_DONE while it goes on */
};

/* The task's bytes are needed no more. */
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

/*
 * The communication between a pool and one of its workers: jobs are sent and answers received as
 * far as the pipes allow at the moment, so that neither side waits for the other.
 */
#ifndef PITH_PROGRAM_WORKER_CONVERSATION_H
#define PITH_PROGRAM_WORKER_CONVERSATION_H

#include "program/worker/pool_state.h"

/* Gives the task `number` to a worker, which must have a free slot. */
void conversation_give(struct pool *pool, struct worker *worker, size_t number);

/* Sends what the worker's pipe accepts now. That a worker has died shows on its other pipe. */
void conversation_send(struct pool *pool, struct worker *worker);

/* Receives what is available; false if the worker is dead or sends something invalid. */
bool conversation_receive(struct pool *pool, struct worker *worker);

/* The file that the answer to a task names; "" if none. */
const char *conversation_file(const struct task *task);

/* Seconds on the monotonic clock. */
double conversation_now(void);

#endif

/*
 * What a pool and one of its workers say to each other: jobs go out, answers come in, each as far
 * as the pipes take it now, so that none of them waits for the other.
 */
#ifndef PITH_PROGRAM_WORKER_CONVERSATION_H
#define PITH_PROGRAM_WORKER_CONVERSATION_H

#include "program/worker/pool_state.h"

/* Gives the task `number` to a worker that has room for it. */
void conversation_give(struct pool *pool, struct worker *worker, size_t number);

/* Sends what the worker's pipe takes now. A dead worker is seen on its other pipe. */
void conversation_send(struct pool *pool, struct worker *worker);

/* Receives what is there; false when the worker is dead, or says what no worker says. */
bool conversation_receive(struct pool *pool, struct worker *worker);

/* The file that the answer to a task names; "" for none. */
const char *conversation_file(const struct task *task);

/* Seconds by the monotonic clock. */
double conversation_now(void);

#endif

/*
 * Why a page could not be read, for programs and for people.
 */
#ifndef PITH_PROGRAM_WORKER_FAULT_H
#define PITH_PROGRAM_WORKER_FAULT_H

#include "base/arena.h"
#include "base/str.h"
#include "program/options.h"

struct fault {
    const char *code;       /* stable, for programs: "damaged"; NULL: no error */
    const char *reason;     /* for people: a sentence fragment */
    const char *media_type; /* with "not_page" */
};

/* No fault if `reason` is NULL. */
struct fault fault_of(const char *code, const char *reason);

/* What a fault's reason is made from. */
struct fault_finder {
    struct arena *arena; /* where reasons are allocated */
    const struct options *options;
    const struct pith_context *context;
};

/* The fault that the library's status for a page as a whole stands for. */
struct fault fault_of_status(const struct fault_finder *finder, enum pith_status status,
                             struct str page);

/* Writes the reason of a page that took too long, with the option that limits it. */
void fault_write_late(const struct options *options, char *out, size_t size);

/* The fault's reason; for damaged data, also the option that extracts what is readable. */
const char *fault_advice(const struct fault_finder *finder, const struct fault *fault);

#endif

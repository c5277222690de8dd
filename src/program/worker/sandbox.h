/*
 * Restricts system calls with seccomp, and with Landlock if the kernel has it: code that reads
 * hostile pages may read, write and allocate memory, and nothing else; the process that passes
 * pages to workers may also fork and, if its inputs and outputs are files, open them. A forbidden
 * call fails with EPERM.
 */
#ifndef PITH_PROGRAM_WORKER_SANDBOX_H
#define PITH_PROGRAM_WORKER_SANDBOX_H

#include "program/options.h"

/* The decoders that pages may need, loaded while files may still be opened. */
struct sandbox_charsets;

/* Loads them; NULL if there is no memory. To be freed when no more pages are decoded. */
struct sandbox_charsets *sandbox_load_charsets(void);
void sandbox_free_charsets(struct sandbox_charsets *charsets);

enum sandbox_kind {
    SANDBOX_PAGE, /* processes pages that are already in memory */
    SANDBOX_POOL  /* manages workers, and reads and writes the files that the options name */
};

/* Restricts this process; one that reads a page also loses all files but the standard streams.
 * Returns false, with a message, if the kernel cannot do that: then no page may be read. With
 * --no-sandbox, or in a build with sanitizers, it does nothing and returns true. */
bool sandbox_enter(const struct options *options, enum sandbox_kind kind);

#endif

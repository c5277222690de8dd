/*
 * System calls locked away by seccomp: code that reads hostile pages may read, write and ask for
 * memory, and nothing else; the process that hands pages to workers may also fork and, where its
 * inputs and outputs are files, open them. A call that is locked away fails with EPERM.
 */
#ifndef PITH_PROGRAM_WORKER_SANDBOX_H
#define PITH_PROGRAM_WORKER_SANDBOX_H

#include "program/options.h"

/* The decoders that pages may need, loaded while files may still be opened. */
struct sandbox_charsets;

/* Loads them; NULL where there is no memory. `named` is the user's charset or NULL. To be freed
 * when no page is decoded any more. */
struct sandbox_charsets *sandbox_load_charsets(const char *named);
void sandbox_free_charsets(struct sandbox_charsets *charsets);

enum sandbox_kind {
    SANDBOX_PAGE, /* reads pages that were read into memory already */
    SANDBOX_POOL  /* keeps workers, and reads and writes the files that the options name */
};

/* Locks this process in; a process that reads a page also loses all files but the standard
 * streams. False, with a message, where the kernel cannot: then no page may be read. Does nothing
 * with --no-sandbox, or in a build with sanitizers, and is true. */
bool sandbox_enter(const struct options *options, enum sandbox_kind kind);

#endif

/*
 * Processes one page, apart from files and processes: turns the bytes of an input into the bytes of
 * its answer. Works the same in this process and in a worker.
 */
#ifndef PITH_PROGRAM_WORKER_PAGE_H
#define PITH_PROGRAM_WORKER_PAGE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "program/options.h"

enum job_kind {
    JOB_PAGE, /* a page, possibly compressed or in an email message */
    JOB_JSON, /* a line of --jsonl */
    JOB_WARC, /* a record of a WARC file */
};

/* The position of a record in its file, in bytes; the length is 0 if unknown. */
struct job_place {
    uint64_t offset, len;
};

struct job {
    enum job_kind kind;
    bool is_cut;     /* the input continued after `bytes`, which end at the limit */
    bool is_damaged; /* the file was damaged where the record is */
    bool is_found;   /* from a directory: not certainly a page */
    bool needs_tags; /* nor if it is text without tags */
    struct str bytes;
    const char *file; /* name to write in the answer; NULL: none */
    struct job_place place_in_file;
};

/* Exit codes of the program, and the codes of a page. */
enum { EXIT_BODY = 0, EXIT_NO_CONTENT = 1, EXIT_ERROR = 2 };

/* The code of an answer to an input that was skipped; the reason says why. */
enum { ANSWER_SKIPPED = -1 };

struct answer {
    int code;           /* EXIT_BODY ... */
    struct str output;  /* to be written */
    const char *reason; /* a sentence fragment for standard error, or NULL */
};

/* What a process needs to answer pages. */
struct page_worker {
    const struct options *options;
    struct pith_context *context;
    struct arena arena;           /* for records read and answers written */
    struct pith_article *article; /* freed by the next answer */
};

/* Returns false if memory runs out. */
bool page_worker_init(struct page_worker *worker, const struct options *options);
void page_worker_done(struct page_worker *worker);

/* Answers a job. The answer is valid until the next one. */
struct answer page_worker_answer(struct page_worker *worker, const struct job *job);

/* The memory limit for refusals: twice the most that parsing the first 1 MiB of a JSON text was
 * seen to need, with values of two bytes, or strings of one escape sequence each. */
enum { REFUSAL_MEMORY_BYTES = 128 << 20 };

/* The answer to a job that could not be processed, as page_worker_answer would give it. `code` is
 * for programs, `reason` for people. */
struct answer page_worker_refuse(struct page_worker *worker, const struct job *job,
                                 const char *code, const char *reason);

#endif

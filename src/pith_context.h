/*
 * What a caller keeps from page to page. For pith.c and its neighbours, and for the trainer, which
 * runs pages through models that are not compiled in.
 */
#ifndef PITH_PITH_CONTEXT_H
#define PITH_PITH_CONTEXT_H

#include "base/arena.h"
#include "page/block.h"
#include "page/choice.h"
#include "pith.h"
#include "score/model.h"

struct pith_context {
    struct arena arena;
    const struct model *html, *dump;
    struct choice choice; /* of the last call */
    char error[200];      /* of the last call, as a sentence; "" after PITH_OK */
};

/* Sets the context's error as printf would, replacing each byte that is not printable ASCII with
 * '?', and returns `status`. (Use only integers and strings: other conversions depend on the
 * locale.) */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
enum pith_status
pith_context_fail(struct pith_context *context, enum pith_status status, const char *format, ...);

/* Turns a page's bytes into blocks: decodes, parses and segments it. `choice` may be NULL. */
enum pith_status pith_parse(struct arena *arena, const struct pith_options *options,
                            const struct choice *choice, struct str bytes, struct block_page *out);

#endif

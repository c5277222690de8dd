/*
 * The page in a mail (RFC 5322 with MIME, RFC 2045 and 2046), which is how browsers save one with
 * all its files (MHTML, RFC 2557).
 */
#ifndef PITH_PROGRAM_INPUT_MAIL_H
#define PITH_PROGRAM_INPUT_MAIL_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct mail_page {
    struct str page;
    struct str url;     /* where it was saved from; STR_NONE: not said */
    struct str charset; /* STR_NONE: not said */
};

/* Finds the first part that is HTML, with its transfer encoding undone. False where there is none.
 * All that is new lies in the arena. */
bool mail_find_page(struct arena *arena, struct str mail, struct mail_page *out);

#endif

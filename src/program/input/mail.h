/*
 * Finds the page in an email message (RFC 5322 with MIME, RFC 2045 and 2046). Browsers use that
 * format to save a page with all its files (MHTML, RFC 2557).
 */
#ifndef PITH_PROGRAM_INPUT_MAIL_H
#define PITH_PROGRAM_INPUT_MAIL_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct mail_page {
    struct str page;
    struct str url;     /* where it was saved from; STR_NONE: not given */
    struct str charset; /* STR_NONE: not given */
};

/* Finds the first HTML part, and undoes its transfer encoding. False if there is none. New data is
 * in the arena. */
bool mail_find_page(struct arena *arena, struct str mail, struct mail_page *out);

#endif

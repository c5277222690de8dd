/*
 * Links that lead through a redirector: a page of a social network or mail service that counts or
 * checks the click, and whose address contains that of the target.
 */
#ifndef PITH_HTML_REDIRECTOR_H
#define PITH_HTML_REDIRECTOR_H

#include "base/arena.h"
#include "base/str.h"

/* The http or https address that a link through a known redirector leads to, decoded, in the arena
 * or in `href`; all other links unchanged. */
struct str redirector_target(struct arena *arena, struct str href);

#endif

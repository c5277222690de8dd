/*
 * The charset of a page that declares none, or one that it cannot be in.
 */
#ifndef PITH_HTML_CHARSET_GUESS_H
#define PITH_HTML_CHARSET_GUESS_H

#include "base/arena.h"
#include "base/str.h"

/* The text of a page whose bytes are ASCII or more, without tags, scripts and styles: the stretches
 * of it that are not ASCII alone, up to a bound. */
struct str charset_sample(struct arena *arena, struct str page);

/* The name of the charset that libuchardet takes the sample for, in the arena; STR_NONE where it
 * cannot tell, or where the build is without it. */
struct str charset_guess(struct arena *arena, struct str sample);

#endif

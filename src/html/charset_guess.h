/*
 * Detects the charset of a page that declares none, or one that it cannot be in.
 */
#ifndef PITH_HTML_CHARSET_GUESS_H
#define PITH_HTML_CHARSET_GUESS_H

#include "base/arena.h"
#include "base/str.h"

/* Samples the text of a page in an ASCII-compatible charset, without tags, scripts and styles: the
 * parts that are not only ASCII, up to a limit. */
struct str charset_sample(struct arena *arena, struct str page);

/* The name of the charset that libuchardet detects in the sample, in the arena; STR_NONE if it
 * cannot tell, or in a build without it. */
struct str charset_guess(struct arena *arena, struct str sample);

#endif

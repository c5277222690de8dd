/*
 * White space at the beginning of a piece of the page, from `p` to `to`. Each function returns
 * where it ends, which is `p` if there is none.
 */
#ifndef PITH_HTML_WHITE_SPACE_H
#define PITH_HTML_WHITE_SPACE_H

const char *white_space_skip(const char *p, const char *to);

/* Skips white space, written as such or as character references. Gumbo must see that it is white
 * space, which it puts in other places than other text. */
const char *white_space_skip_any(const char *p, const char *to);

/* Skips the line break that a tag directly before it swallows. */
const char *white_space_skip_break(const char *p, const char *to);

#endif

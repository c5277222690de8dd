/*
 * White space at the beginning of a piece of the page, from `p` to `to`. Each function returns
 * where it ends, which is `p` where there is none.
 */
#ifndef PITH_HTML_WHITE_SPACE_H
#define PITH_HTML_WHITE_SPACE_H

const char *white_space_skip(const char *p, const char *to);

/* White space, be it written as such or as references: Gumbo must see that it is some, for it goes
 * to other places than other text does. */
const char *white_space_skip_any(const char *p, const char *to);

/* The line break that a tag directly before it swallows. */
const char *white_space_skip_break(const char *p, const char *to);

#endif

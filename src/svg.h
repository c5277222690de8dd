/*
 * Where an svg ends, for dropping its body unread.
 */
#ifndef PITH_SVG_H
#define PITH_SVG_H

#include "name_table.h"

/* `p` is behind the tag "<svg>". Gives the "</svg>" that ends it; NULL where something else does
 * (a tag of HTML that breaks out, the page's end) or may do: such an svg is left to Gumbo.
 * *reached tells how far the search went. `elements` is a table of element_names. */
const char *svg_find_end(const struct name_table *elements, const char *p, const char *end,
                         const char **reached);

#endif

/*
 * Finds the end of an element whose content is not used, so that it can be dropped: svg and
 * template.
 *
 * `p` is after the start tag. The functions return the "<" of the end tag, or NULL if there is none
 * or something else might end the element, which is then kept. *reached is how far the search went.
 * `elements` is a table of element_names.
 */
#ifndef PITH_HTML_SUBTREE_H
#define PITH_HTML_SUBTREE_H

#include "base/name_table.h"

const char *subtree_find_svg_end(const struct name_table *elements, const char *p, const char *end,
                                 const char **reached);

const char *subtree_find_template_end(const struct name_table *elements, const char *p,
                                      const char *end, const char **reached);

#endif

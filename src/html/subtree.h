/*
 * Where an element ends whose content nobody reads, for dropping that: svg and template.
 *
 * `p` is behind the start tag. The functions give the end tag's "<", or NULL where there is none
 * or something else may end the element: such a one is left as it is. *reached tells how far the
 * search went. `elements` is a table of element_names.
 */
#ifndef PITH_HTML_SUBTREE_H
#define PITH_HTML_SUBTREE_H

#include "base/name_table.h"

const char *subtree_find_svg_end(const struct name_table *elements, const char *p, const char *end,
                                 const char **reached);

const char *subtree_find_template_end(const struct name_table *elements, const char *p,
                                      const char *end, const char **reached);

#endif

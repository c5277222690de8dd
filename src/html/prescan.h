/*
 * One pass over the page before Gumbo, which makes Gumbo fast and keeps it safe.
 *
 * Gumbo emits a token for each character of text and script, so it is given as few of them as
 * possible: comments and the bodies of script (except JSON-LD and TeX), style, svg and template are
 * dropped, and every run of text and all attributes of a tag are replaced with a mark, a
 * private-use code point (or two) that represents a range of the page or a list of attributes.
 * Gumbo sees only tags, marks and white space, and builds the same tree.
 *
 * It also drops what makes Gumbo quadratic: tags nested deeper than max_depth, whose text is kept,
 * and attributes past max_attributes per tag.
 */
#ifndef PITH_HTML_PRESCAN_H
#define PITH_HTML_PRESCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "html/digest.h"
#include "html/dom_attr.h"
#include "html/prescan_mark.h"

struct prescan {
    struct str html;         /* what Gumbo must parse */
    struct digest_run *runs; /* indexed by the marks in text */
    size_t n_runs;
    struct dom_attr_list *lists; /* indexed by the marks used as attribute names */
    size_t n_lists;
    struct str *json_ld; /* bodies of script type=application/ld+json, in page order */
    size_t n_json_ld;
};

struct prescan_limits {
    unsigned max_depth, max_attributes;
    const struct attr_selected *selected; /* attributes that are read for selectors; NULL: none */
};

/* Scans `page` (well-formed UTF-8). The result points into the page and the arena. */
void prescan_page(struct arena *arena, struct str page, struct prescan_limits limits,
                  struct prescan *out);

/* Whether a script of this type contains JSON-LD. */
bool prescan_is_json_ld(struct str type);

/* Whether a script of this type contains a TeX formula, as MathJax 2 reads it. */
bool prescan_is_tex(struct str type);

#endif

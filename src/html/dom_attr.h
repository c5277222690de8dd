/*
 * The attributes that pith reads.
 */
#ifndef PITH_HTML_DOM_ATTR_H
#define PITH_HTML_DOM_ATTR_H

#include <stdint.h>

#include "base/str.h"

/* X(NAME, "name"): the prescan drops all others. data-* covers every attribute whose name begins
 * so, with the rest of the name as its value. The data-* attributes whose values are read are also
 * listed by their own names, and an element then has both. Among those that are not listed, the
 * first whose value is the address of an image becomes data-*address: image loaders use all kinds
 * of names. */
#define DOM_ATTRS(X)                                                                               \
    X(CLASS, "class")                                                                              \
    X(ID, "id")                                                                                    \
    X(ROLE, "role")                                                                                \
    X(ITEMPROP, "itemprop")                                                                        \
    X(ITEMTYPE, "itemtype")                                                                        \
    X(ITEMSCOPE, "itemscope")                                                                      \
    X(PROPERTY, "property")                                                                        \
    X(NAME, "name")                                                                                \
    X(CONTENT, "content")                                                                          \
    X(HREF, "href")                                                                                \
    X(SRC, "src")                                                                                  \
    X(ALT, "alt")                                                                                  \
    X(TITLE, "title")                                                                              \
    X(DATETIME, "datetime")                                                                        \
    X(REL, "rel")                                                                                  \
    X(LANG, "lang")                                                                                \
    X(XML_LANG, "xml:lang")                                                                        \
    X(HTTP_EQUIV, "http-equiv")                                                                    \
    X(DIR, "dir")                                                                                  \
    X(STYLE, "style")                                                                              \
    X(HIDDEN, "hidden")                                                                            \
    X(INERT, "inert")                                                                              \
    X(ARIA_HIDDEN, "aria-hidden")                                                                  \
    X(ARIA_LABEL, "aria-label")                                                                    \
    X(ARIA_LEVEL, "aria-level")                                                                    \
    X(TYPE, "type")                                                                                \
    X(ENCODING, "encoding")                                                                        \
    X(START, "start")                                                                              \
    X(COLSPAN, "colspan")                                                                          \
    X(ROWSPAN, "rowspan")                                                                          \
    X(VALUE, "value")                                                                              \
    X(REVERSED, "reversed")                                                                        \
    X(CHECKED, "checked")                                                                          \
    X(OPEN, "open")                                                                                \
    X(WIDTH, "width")                                                                              \
    X(HEIGHT, "height")                                                                            \
    X(SRCSET, "srcset")                                                                            \
    X(MEDIA, "media")                                                                              \
    X(ALIGN, "align")                                                                              \
    X(SHADOWROOTMODE, "shadowrootmode")                                                            \
    X(DATA_SRC, "data-src")                                                                        \
    X(DATA_LAZY_SRC, "data-lazy-src")                                                              \
    X(DATA_ORIGINAL, "data-original")                                                              \
    X(DATA_SRCSET, "data-srcset")                                                                  \
    X(DATA_LAZY_SRCSET, "data-lazy-srcset")                                                        \
    X(DATA_LANG, "data-lang")                                                                      \
    X(DATA_CALLOUT, "data-callout")                                                                \
    X(DATA_CFEMAIL, "data-cfemail")                                                                \
    X(VIDEOID, "videoid")                                                                          \
    X(DATA_ADDRESS, "data-*address")                                                               \
    X(DISPLAY, "display")                                                                          \
    X(ALTTEXT, "alttext")                                                                          \
    X(MATHVARIANT, "mathvariant")                                                                  \
    X(LINETHICKNESS, "linethickness")                                                              \
    X(CLOSE, "close")                                                                              \
    X(SEPARATORS, "separators")                                                                    \
    X(NOTATION, "notation")                                                                        \
    X(DATA_LATEX, "data-latex")                                                                    \
    X(DATA_TEX, "data-tex")                                                                        \
    X(DATA_MATH, "data-math")                                                                      \
    X(DATA_VALUE, "data-value")                                                                    \
    X(DATA_ATTRS, "data-attrs")                                                                    \
    X(DATA, "data-*")

/* X(NAME, "other name"): names that mean the same as one of these; of several in a tag, the first
 * counts. */
#define DOM_ATTR_ALIASES(X)                                                                        \
    X(DATA_LANG, "language")                                                                       \
    X(DATA_LANG, "data-language")                                                                  \
    X(DATA_LANG, "data-enlighter-language")                                                        \
    X(DATA_LANG, "data-syntaxhighlighter-params")                                                  \
    X(DATA_LANG, "data-tagsearch-lang")                                                            \
    X(DATA_SRCSET, "data-original-set")                                                            \
    X(DATA_SRCSET, "data-original-srcset")                                                         \
    X(DATA_SRCSET, "data-ezsrcset")                                                                \
    X(VIDEOID, "data-videoid")                                                                     \
    X(DATA_TEX, "data-formula")                                                                    \
    X(DATA_TEX, "data-expr")                                                                       \
    X(DATA_VALUE, "data-entry")

enum dom_attr_name {
#define X(NAME, name) DOM_ATTR_##NAME,
    DOM_ATTRS(X)
#undef X
        DOM_N_ATTRS,
    /* An attribute that is read only because a selector names it: its value here is its index among
     * the selected names, as a byte, followed by its value. An element may have several. */
    DOM_ATTR_SELECTED = DOM_N_ATTRS
};

/* Names of attributes, in any case, to be read for selectors. */
enum { ATTR_MAX_SELECTED = 16 };
struct attr_selected {
    struct str names[ATTR_MAX_SELECTED];
    size_t n;
};

_Static_assert(DOM_N_ATTRS < 64, "the names of a node's attributes are bits of a word");

struct dom_attr {
    struct str value; /* decoded; empty, not absent, if the page gives none */
    enum dom_attr_name name;
};

/* The attributes of one element in the order of its tag; of two with the same name, the first
 * counts. */
struct dom_attr_list {
    const struct dom_attr *attrs;
    uint32_t n_attrs;
    uint64_t names; /* bits by enum dom_attr_name: those in the list */
};

#endif

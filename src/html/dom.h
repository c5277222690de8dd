/*
 * The page's tree as one flat array of nodes in page order. Only dom.c knows Gumbo.
 *
 * Node 0 is the <html> element. An element is followed by its descendants, so nodes[i].end is both
 * the end of its subtree and the index of its next sibling. No recursion is needed.
 */
#ifndef PITH_HTML_DOM_H
#define PITH_HTML_DOM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"
#include "html/dom_attr.h"
#include "html/look_table.h"
#include "html/prescan.h"

/* How an element affects the flow of text; bits. */
enum dom_trait {
    DOM_IS_BLOCK = 1,  /* begins and ends a block of text */
    DOM_IS_HIDDEN = 2, /* never shown as text: script, style, head, template, svg ... */
    DOM_IS_VOID = 4,   /* has no content: br, img ... */
    DOM_IS_MARK = 8    /* formats part of a line: em, strong, code, a ... */
};

/* X(NAME, "name", traits): the elements that pith distinguishes. */
#define DOM_TAGS(X)                                                                                \
    X(A, "a", DOM_IS_MARK)                                                                         \
    X(ABBR, "abbr", 0)                                                                             \
    X(ADDRESS, "address", DOM_IS_BLOCK)                                                            \
    X(ARTICLE, "article", DOM_IS_BLOCK)                                                            \
    X(ASIDE, "aside", DOM_IS_BLOCK)                                                                \
    X(AUDIO, "audio", DOM_IS_HIDDEN)                                                               \
    X(B, "b", DOM_IS_MARK)                                                                         \
    X(BASE, "base", DOM_IS_VOID)                                                                   \
    X(BLOCKQUOTE, "blockquote", DOM_IS_BLOCK)                                                      \
    X(BODY, "body", DOM_IS_BLOCK)                                                                  \
    X(BR, "br", DOM_IS_VOID)                                                                       \
    X(BUTTON, "button", DOM_IS_BLOCK)                                                              \
    X(CANVAS, "canvas", DOM_IS_HIDDEN)                                                             \
    X(CAPTION, "caption", DOM_IS_BLOCK)                                                            \
    X(CITE, "cite", 0)                                                                             \
    X(CODE, "code", DOM_IS_MARK)                                                                   \
    X(DD, "dd", DOM_IS_BLOCK)                                                                      \
    X(DEL, "del", DOM_IS_MARK)                                                                     \
    X(DETAILS, "details", DOM_IS_BLOCK)                                                            \
    X(DIV, "div", DOM_IS_BLOCK)                                                                    \
    X(DL, "dl", DOM_IS_BLOCK)                                                                      \
    X(DT, "dt", DOM_IS_BLOCK)                                                                      \
    X(EM, "em", DOM_IS_MARK)                                                                       \
    X(FIELDSET, "fieldset", DOM_IS_BLOCK)                                                          \
    X(FIGCAPTION, "figcaption", DOM_IS_BLOCK)                                                      \
    X(FIGURE, "figure", DOM_IS_BLOCK)                                                              \
    X(FOOTER, "footer", DOM_IS_BLOCK)                                                              \
    X(FORM, "form", DOM_IS_BLOCK)                                                                  \
    X(H1, "h1", DOM_IS_BLOCK)                                                                      \
    X(H2, "h2", DOM_IS_BLOCK)                                                                      \
    X(H3, "h3", DOM_IS_BLOCK)                                                                      \
    X(H4, "h4", DOM_IS_BLOCK)                                                                      \
    X(H5, "h5", DOM_IS_BLOCK)                                                                      \
    X(H6, "h6", DOM_IS_BLOCK)                                                                      \
    X(HEAD, "head", DOM_IS_BLOCK)                                                                  \
    X(HEADER, "header", DOM_IS_BLOCK)                                                              \
    X(HGROUP, "hgroup", DOM_IS_BLOCK)                                                              \
    X(HR, "hr", DOM_IS_BLOCK | DOM_IS_VOID)                                                        \
    X(HTML, "html", DOM_IS_BLOCK)                                                                  \
    X(I, "i", DOM_IS_MARK)                                                                         \
    X(IFRAME, "iframe", DOM_IS_HIDDEN)                                                             \
    X(IMG, "img", DOM_IS_VOID)                                                                     \
    X(INPUT, "input", DOM_IS_VOID)                                                                 \
    X(KBD, "kbd", DOM_IS_MARK)                                                                     \
    X(LABEL, "label", 0)                                                                           \
    X(LEGEND, "legend", DOM_IS_BLOCK)                                                              \
    X(LI, "li", DOM_IS_BLOCK)                                                                      \
    X(LINK, "link", DOM_IS_VOID)                                                                   \
    X(LISTING, "listing", DOM_IS_BLOCK)                                                            \
    X(MAIN, "main", DOM_IS_BLOCK)                                                                  \
    X(MATH, "math", 0)                                                                             \
    X(MENU, "menu", DOM_IS_BLOCK)                                                                  \
    X(META, "meta", DOM_IS_VOID)                                                                   \
    X(NAV, "nav", DOM_IS_BLOCK)                                                                    \
    X(NOSCRIPT, "noscript", DOM_IS_BLOCK)                                                          \
    X(OBJECT, "object", DOM_IS_HIDDEN)                                                             \
    X(OL, "ol", DOM_IS_BLOCK)                                                                      \
    X(OPTION, "option", DOM_IS_BLOCK)                                                              \
    X(P, "p", DOM_IS_BLOCK)                                                                        \
    X(PLAINTEXT, "plaintext", DOM_IS_BLOCK)                                                        \
    X(PRE, "pre", DOM_IS_BLOCK)                                                                    \
    X(Q, "q", 0)                                                                                   \
    X(RP, "rp", DOM_IS_HIDDEN)                                                                     \
    X(RT, "rt", DOM_IS_HIDDEN)                                                                     \
    X(S, "s", DOM_IS_MARK)                                                                         \
    X(SAMP, "samp", DOM_IS_MARK)                                                                   \
    X(SCRIPT, "script", DOM_IS_HIDDEN)                                                             \
    X(SECTION, "section", DOM_IS_BLOCK)                                                            \
    X(SELECT, "select", DOM_IS_HIDDEN)                                                             \
    X(SMALL, "small", 0)                                                                           \
    X(SPAN, "span", 0)                                                                             \
    X(STRONG, "strong", DOM_IS_MARK)                                                               \
    X(STYLE, "style", DOM_IS_HIDDEN)                                                               \
    X(SUB, "sub", DOM_IS_MARK)                                                                     \
    X(SUMMARY, "summary", DOM_IS_BLOCK)                                                            \
    X(SUP, "sup", DOM_IS_MARK)                                                                     \
    X(SVG, "svg", DOM_IS_HIDDEN)                                                                   \
    X(TABLE, "table", DOM_IS_BLOCK)                                                                \
    X(TBODY, "tbody", DOM_IS_BLOCK)                                                                \
    X(TD, "td", DOM_IS_BLOCK)                                                                      \
    X(TEMPLATE, "template", DOM_IS_HIDDEN)                                                         \
    X(TEXTAREA, "textarea", DOM_IS_HIDDEN)                                                         \
    X(TFOOT, "tfoot", DOM_IS_BLOCK)                                                                \
    X(TH, "th", DOM_IS_BLOCK)                                                                      \
    X(THEAD, "thead", DOM_IS_BLOCK)                                                                \
    X(TIME, "time", 0)                                                                             \
    X(TITLE, "title", DOM_IS_HIDDEN)                                                               \
    X(TR, "tr", DOM_IS_BLOCK)                                                                      \
    X(UL, "ul", DOM_IS_BLOCK)                                                                      \
    X(VIDEO, "video", DOM_IS_HIDDEN)                                                               \
    X(XMP, "xmp", DOM_IS_BLOCK)

/* Elements newer than Gumbo 0.10, which has no number for them; Gumbo 0.13 has one for some. */
#define DOM_NEWER_TAGS(X)                                                                          \
    X(DIALOG, "dialog", DOM_IS_BLOCK)                                                              \
    X(SEARCH, "search", DOM_IS_BLOCK)                                                              \
    X(D_FOOTNOTE, "d-footnote", 0)                                                                 \
    X(D_MATH, "d-math", 0)                                                                         \
    X(TEX_MATH, "tex-math", 0)

/* Elements added to the list later: the model contains the numbers of those above. */
#define DOM_LATER_TAGS(X)                                                                          \
    X(INS, "ins", DOM_IS_MARK)                                                                     \
    X(MARK, "mark", DOM_IS_MARK)                                                                   \
    X(STRIKE, "strike", DOM_IS_MARK)                                                               \
    X(TT, "tt", DOM_IS_MARK)                                                                       \
    X(VAR, "var", DOM_IS_MARK)

/* The elements of MathML that are interpreted within <math>. */
#define DOM_MATH_TAGS(X)                                                                           \
    X(ANNOTATION, "annotation", 0)                                                                 \
    X(ANNOTATION_XML, "annotation-xml", 0)                                                         \
    X(MACTION, "maction", 0)                                                                       \
    X(MENCLOSE, "menclose", 0)                                                                     \
    X(MFENCED, "mfenced", 0)                                                                       \
    X(MFRAC, "mfrac", 0)                                                                           \
    X(MI, "mi", 0)                                                                                 \
    X(MLABELEDTR, "mlabeledtr", 0)                                                                 \
    X(MMULTISCRIPTS, "mmultiscripts", 0)                                                           \
    X(MN, "mn", 0)                                                                                 \
    X(MO, "mo", 0)                                                                                 \
    X(MOVER, "mover", 0)                                                                           \
    X(MPHANTOM, "mphantom", 0)                                                                     \
    X(MPRESCRIPTS, "mprescripts", 0)                                                               \
    X(MROOT, "mroot", 0)                                                                           \
    X(MS, "ms", 0)                                                                                 \
    X(MSPACE, "mspace", 0)                                                                         \
    X(MSQRT, "msqrt", 0)                                                                           \
    X(MSUB, "msub", 0)                                                                             \
    X(MSUBSUP, "msubsup", 0)                                                                       \
    X(MSUP, "msup", 0)                                                                             \
    X(MTABLE, "mtable", 0)                                                                         \
    X(MTEXT, "mtext", 0)                                                                           \
    X(MTR, "mtr", 0)                                                                               \
    X(MUNDER, "munder", 0)                                                                         \
    X(MUNDEROVER, "munderover", 0)                                                                 \
    X(NONE, "none", 0)                                                                             \
    X(SEMANTICS, "semantics", 0)

enum dom_tag {
    DOM_UNKNOWN = 0, /* custom elements and all others: inline */
#define X(NAME, name, traits) DOM_##NAME,
    DOM_TAGS(X) DOM_NEWER_TAGS(X) DOM_LATER_TAGS(X) DOM_MATH_TAGS(X)
#undef X
        DOM_N_TAGS
};

enum dom_kind {
    DOM_ELEMENT,
    DOM_TEXT /* a run of text or of white space */
};

struct dom_node {
    uint32_t parent;     /* index of the parent element; node 0 is its own parent */
    uint32_t end;        /* one past its last descendant; i + 1 for text */
    uint16_t depth;      /* number of elements around it */
    uint8_t kind;        /* enum dom_kind */
    uint8_t tag;         /* enum dom_tag */
    uint16_t n_attrs;    /* of an element */
    bool has_references; /* text that entity_append_decoded must decode */
    bool is_blank;       /* text known to be only ASCII white space; others may be too */
    uint64_t attr_names; /* bits by enum dom_attr_name: the attributes it has */
    union {
        struct str text; /* of text: UTF-8, white space as in the page */
        struct {         /* of an element */
            const struct dom_attr *attrs;
            uint32_t look; /* index in dom.looks */
        };
    };
};

struct dom {
    struct dom_node *nodes;
    size_t n_nodes;
    /* The nodes, in page order, that may describe the page or a part of it: html, meta, link, time,
     * h1 to h6, and elements with itemprop, property or rel. */
    uint32_t *descriptive;
    size_t n_descriptive;
    struct dom_look *looks; /* distinct, or nearly so: look_table.h */
    size_t n_looks;
};

/* Parses the output of the prescan. Every page has a tree, even if its body is empty. The nodes are
 * in the arena and point into it and into the page. */
void dom_parse(struct arena *arena, const struct prescan *scan, struct dom *out);

/* Parses `page` (well-formed UTF-8) without a prescan: the slow, simple way, which tests compare
 * with the fast one. */
void dom_parse_plain(struct arena *arena, struct str page, struct dom *out);

struct GumboInternalOutput;

/* Reads a tree that the caller parsed with Gumbo, and points to its strings. Elements nested deeper
 * than `max_depth` are dropped, their text kept. Reads the attributes in `selected`, which may be
 * NULL, for selectors. */
void dom_from_gumbo(struct arena *arena, const struct GumboInternalOutput *tree, unsigned max_depth,
                    const struct attr_selected *selected, struct dom *out);

/* Removes the marked nodes from the tree, with everything in them; <html> always stays. */
void dom_remove(struct arena *arena, struct dom *dom, const bool *marks);

/* Whether an element has an attribute; faster than asking for its value. */
static inline bool dom_has_attribute(const struct dom_node *element, enum dom_attr_name name) {
    return element->attr_names >> name & 1;
}

/* The value of an attribute that the element has. */
struct str dom_present_attribute(const struct dom_node *element, enum dom_attr_name name);

/* The value of an element's attribute, or STR_NONE. */
static inline struct str dom_attribute(const struct dom_node *element, enum dom_attr_name name) {
    return dom_has_attribute(element, name) ? dom_present_attribute(element, name) : STR_NONE;
}

/* The value of attribute `i` of those that are read for selectors, or STR_NONE. */
struct str dom_selected_attribute(const struct dom_node *element, uint8_t i);

/* The attribute of that name, in any case; DOM_ATTR_SELECTED if it is only read for selectors. */
enum dom_attr_name dom_attr_name_of(struct str name);

/* The next name in a class attribute from *at on; moves *at past it. STR_NONE after the last. */
struct str dom_next_name(struct str names, size_t *at);

/* Whether `name` is among the names of its class, in the same case. */
bool dom_has_class(const struct dom_node *element, struct str name);

/* Appends the text of a node that is text, with its character references decoded. */
void dom_append_text(struct buffer *out, const struct dom_node *text);

/* The same for all text in an element, except in elements that are never shown. */
void dom_append_element_text(struct buffer *out, const struct dom *dom, uint32_t element);

extern const uint8_t dom_traits_of_tags[DOM_N_TAGS];

/* Bits of dom_trait. */
static inline unsigned dom_tag_traits(enum dom_tag tag) {
    return dom_traits_of_tags[tag];
}

const char *dom_tag_name(enum dom_tag tag);

/* 1 to 6 for h1 to h6, otherwise 0. */
static inline int dom_heading_level(enum dom_tag tag) {
    return tag >= DOM_H1 && tag <= DOM_H6 ? (int)(tag - DOM_H1) + 1 : 0;
}

#endif

/*
 * The elements with rules of their own in HTML's tree construction, and what the prescan must know
 * about them. Every name that Gumbo knows is here; Gumbo treats all others alike, and so do we.
 */
#ifndef PITH_HTML_ELEMENT_H
#define PITH_HTML_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/name_table.h"

/* Bits; the terms are those of the HTML standard, section 13.2. */
enum element_trait {
    ELEMENT_VOID = 1,             /* never stays open */
    ELEMENT_RAW = 1 << 1,         /* its body is raw text that readers do not see */
    ELEMENT_RCDATA = 1 << 2,      /* its body is text with character references: title, textarea */
    ELEMENT_SPECIAL = 1 << 3,     /* "special" */
    ELEMENT_FORMATS = 1 << 4,     /* "formatting" */
    ELEMENT_REOPENS = 1 << 5,     /* its start tag reconstructs the active formatting elements */
    ELEMENT_CLOSES_P = 1 << 6,    /* its start tag closes a <p> */
    ELEMENT_SCOPE = 1 << 7,       /* bounds the default scope */
    ELEMENT_BLOCK = 1 << 8,       /* its end tag closes it if it is in scope */
    ELEMENT_MARKER = 1 << 9,      /* sets a marker among the active formatting elements */
    ELEMENT_BREAKOUT = 1 << 10,   /* its start tag ends svg and math */
    ELEMENT_SVG_POINT = 1 << 11,  /* in svg: contains HTML (an integration point) */
    ELEMENT_MATH_POINT = 1 << 12, /* in math: likewise */
    ELEMENT_IMPLIED = 1 << 13,    /* html, head and body, which exist anyway */
    ELEMENT_TABLE_PART = 1 << 14, /* occurs only in a table */
    ELEMENT_VERBATIM = 1 << 15    /* white space in it is kept; a leading line break is dropped */
};

/* X(NAME, "name", traits), traits without their prefix. */
#define ELEMENTS(X)                                                                                \
    X(A, "a", FORMAT)                                                                              \
    X(ABBR, "abbr", PHRASE)                                                                        \
    X(ACRONYM, "acronym", PHRASE)                                                                  \
    X(ADDRESS, "address", BLOCKISH)                                                                \
    X(ANNOTATION_XML, "annotation-xml", PHRASE)                                                    \
    X(APPLET, "applet", OBJECTISH)                                                                 \
    X(AREA, "area", VOID_PHRASE)                                                                   \
    X(ARTICLE, "article", BLOCKISH)                                                                \
    X(ASIDE, "aside", BLOCKISH)                                                                    \
    X(AUDIO, "audio", PHRASE)                                                                      \
    X(B, "b", FORMAT_BREAKOUT)                                                                     \
    X(BASE, "base", SPECIAL_VOID)                                                                  \
    X(BASEFONT, "basefont", SPECIAL_VOID)                                                          \
    X(BDI, "bdi", PHRASE)                                                                          \
    X(BDO, "bdo", PHRASE)                                                                          \
    X(BGSOUND, "bgsound", SPECIAL_VOID)                                                            \
    X(BIG, "big", FORMAT_BREAKOUT)                                                                 \
    X(BLINK, "blink", PHRASE)                                                                      \
    X(BLOCKQUOTE, "blockquote", BLOCKISH_BREAKOUT)                                                 \
    X(BODY, "body", PAGE_PART)                                                                     \
    X(BR, "br", VOID_PHRASE_BREAKOUT)                                                              \
    X(BUTTON, "button", BUTTON)                                                                    \
    X(CANVAS, "canvas", PHRASE)                                                                    \
    X(CAPTION, "caption", CELLISH)                                                                 \
    X(CENTER, "center", BLOCKISH_BREAKOUT)                                                         \
    X(CITE, "cite", PHRASE)                                                                        \
    X(CODE, "code", FORMAT_BREAKOUT)                                                               \
    X(COL, "col", TABLE_VOID)                                                                      \
    X(COLGROUP, "colgroup", ROWISH)                                                                \
    X(DATA, "data", PHRASE)                                                                        \
    X(DATALIST, "datalist", PHRASE)                                                                \
    X(DD, "dd", ITEM_BREAKOUT)                                                                     \
    X(DEL, "del", PHRASE)                                                                          \
    X(DESC, "desc", SVG_POINT)                                                                     \
    X(DETAILS, "details", BLOCKISH)                                                                \
    X(DFN, "dfn", PHRASE)                                                                          \
    X(DIR, "dir", BLOCKISH)                                                                        \
    X(DIV, "div", BLOCKISH_BREAKOUT)                                                               \
    X(DL, "dl", BLOCKISH_BREAKOUT)                                                                 \
    X(DT, "dt", ITEM_BREAKOUT)                                                                     \
    X(EM, "em", FORMAT_BREAKOUT)                                                                   \
    X(EMBED, "embed", VOID_PHRASE_BREAKOUT)                                                        \
    X(FIELDSET, "fieldset", BLOCKISH)                                                              \
    X(FIGCAPTION, "figcaption", BLOCKISH)                                                          \
    X(FIGURE, "figure", BLOCKISH)                                                                  \
    X(FONT, "font", FORMAT)                                                                        \
    X(FOOTER, "footer", BLOCKISH)                                                                  \
    X(FOREIGNOBJECT, "foreignobject", SVG_POINT)                                                   \
    X(FORM, "form", CLOSES_P_SPECIAL)                                                              \
    X(FRAME, "frame", SPECIAL_VOID)                                                                \
    X(FRAMESET, "frameset", SPECIAL_VOID)                                                          \
    X(H1, "h1", HEADING)                                                                           \
    X(H2, "h2", HEADING)                                                                           \
    X(H3, "h3", HEADING)                                                                           \
    X(H4, "h4", HEADING)                                                                           \
    X(H5, "h5", HEADING)                                                                           \
    X(H6, "h6", HEADING)                                                                           \
    X(HEAD, "head", PAGE_PART)                                                                     \
    X(HEADER, "header", BLOCKISH)                                                                  \
    X(HGROUP, "hgroup", BLOCKISH)                                                                  \
    X(HR, "hr", RULE)                                                                              \
    X(HTML, "html", IMPLIED)                                                                       \
    X(I, "i", FORMAT_BREAKOUT)                                                                     \
    X(IFRAME, "iframe", RAW)                                                                       \
    X(IMAGE, "image", VOID_PHRASE)                                                                 \
    X(IMG, "img", VOID_PHRASE_BREAKOUT)                                                            \
    X(INPUT, "input", VOID_PHRASE)                                                                 \
    X(INS, "ins", PHRASE)                                                                          \
    X(ISINDEX, "isindex", SPECIAL_VOID)                                                            \
    X(KBD, "kbd", PHRASE)                                                                          \
    X(KEYGEN, "keygen", VOID_PHRASE)                                                               \
    X(LABEL, "label", PHRASE)                                                                      \
    X(LEGEND, "legend", PHRASE)                                                                    \
    X(LI, "li", ITEM_BREAKOUT)                                                                     \
    X(LINK, "link", SPECIAL_VOID)                                                                  \
    X(LISTING, "listing", VERBATIM_BREAKOUT)                                                       \
    X(MAIN, "main", MAIN)                                                                          \
    X(MALIGNMARK, "malignmark", PHRASE)                                                            \
    X(MAP, "map", PHRASE)                                                                          \
    X(MARK, "mark", PHRASE)                                                                        \
    X(MARQUEE, "marquee", OBJECTISH)                                                               \
    X(MATH, "math", PHRASE)                                                                        \
    X(MENU, "menu", BLOCKISH_BREAKOUT)                                                             \
    X(MENUITEM, "menuitem", SPECIAL_VOID)                                                          \
    X(META, "meta", VOID_BREAKOUT)                                                                 \
    X(METER, "meter", PHRASE)                                                                      \
    X(MGLYPH, "mglyph", PHRASE)                                                                    \
    X(MI, "mi", MATH_POINT)                                                                        \
    X(MN, "mn", MATH_POINT)                                                                        \
    X(MO, "mo", MATH_POINT)                                                                        \
    X(MS, "ms", MATH_POINT)                                                                        \
    X(MTEXT, "mtext", MATH_POINT)                                                                  \
    X(MULTICOL, "multicol", PHRASE)                                                                \
    X(NAV, "nav", BLOCKISH)                                                                        \
    X(NEXTID, "nextid", PHRASE)                                                                    \
    X(NOBR, "nobr", FORMAT_BREAKOUT)                                                               \
    X(NOEMBED, "noembed", RAW)                                                                     \
    X(NOFRAMES, "noframes", RAW)                                                                   \
    X(NOSCRIPT, "noscript", SPECIAL_PHRASE)                                                        \
    X(OBJECT, "object", OBJECTISH)                                                                 \
    X(OL, "ol", BLOCKISH_BREAKOUT)                                                                 \
    X(OPTGROUP, "optgroup", PHRASE)                                                                \
    X(OPTION, "option", PHRASE)                                                                    \
    X(OUTPUT, "output", PHRASE)                                                                    \
    X(P, "p", PARAGRAPH)                                                                           \
    X(PARAM, "param", SPECIAL_VOID)                                                                \
    X(PLAINTEXT, "plaintext", CLOSES_P_SPECIAL)                                                    \
    X(PRE, "pre", VERBATIM_BREAKOUT)                                                               \
    X(PROGRESS, "progress", PHRASE)                                                                \
    X(Q, "q", PHRASE)                                                                              \
    X(RB, "rb", PLAIN)                                                                             \
    X(RP, "rp", PLAIN)                                                                             \
    X(RT, "rt", PLAIN)                                                                             \
    X(RTC, "rtc", PLAIN)                                                                           \
    X(RUBY, "ruby", PHRASE_BREAKOUT)                                                               \
    X(S, "s", FORMAT_BREAKOUT)                                                                     \
    X(SAMP, "samp", PHRASE)                                                                        \
    X(SCRIPT, "script", RAW)                                                                       \
    X(SECTION, "section", BLOCKISH)                                                                \
    X(SELECT, "select", SPECIAL_PHRASE)                                                            \
    X(SMALL, "small", FORMAT_BREAKOUT)                                                             \
    X(SOURCE, "source", SPECIAL_VOID)                                                              \
    X(SPACER, "spacer", PHRASE)                                                                    \
    X(SPAN, "span", PHRASE_BREAKOUT)                                                               \
    X(STRIKE, "strike", FORMAT_BREAKOUT)                                                           \
    X(STRONG, "strong", FORMAT_BREAKOUT)                                                           \
    X(STYLE, "style", RAW)                                                                         \
    X(SUB, "sub", PHRASE_BREAKOUT)                                                                 \
    X(SUMMARY, "summary", BLOCKISH)                                                                \
    X(SUP, "sup", PHRASE_BREAKOUT)                                                                 \
    X(SVG, "svg", PHRASE)                                                                          \
    X(TABLE, "table", TABLE)                                                                       \
    X(TBODY, "tbody", ROWISH)                                                                      \
    X(TD, "td", CELLISH)                                                                           \
    X(TEMPLATE, "template", SPECIAL)                                                               \
    X(TEXTAREA, "textarea", VERBATIM_RCDATA)                                                       \
    X(TFOOT, "tfoot", ROWISH)                                                                      \
    X(TH, "th", CELLISH)                                                                           \
    X(THEAD, "thead", ROWISH)                                                                      \
    X(TIME, "time", PHRASE)                                                                        \
    X(TITLE, "title", TITLE)                                                                       \
    X(TR, "tr", ROWISH)                                                                            \
    X(TRACK, "track", SPECIAL_VOID)                                                                \
    X(TT, "tt", FORMAT_BREAKOUT)                                                                   \
    X(U, "u", FORMAT_BREAKOUT)                                                                     \
    X(UL, "ul", BLOCKISH_BREAKOUT)                                                                 \
    X(VAR, "var", PHRASE_BREAKOUT)                                                                 \
    X(VIDEO, "video", PHRASE)                                                                      \
    X(WBR, "wbr", VOID_PHRASE)                                                                     \
    X(XMP, "xmp", XMP)

enum element {
    ELEMENT_OTHER = 0,
#define X(NAME, name, traits) ELEMENT_##NAME,
    ELEMENTS(X)
#undef X
        ELEMENT_N
};

/* Names by enum element; [ELEMENT_OTHER] is STR_NONE. */
extern const struct str element_names[ELEMENT_N];

/* The table of element_names, which the arena keeps. */
const struct name_table *element_table(struct arena *arena);

/* The name of such an element of svg or math in the prescan's output; see element_sets_mode. */
extern const struct str element_foreign_names[ELEMENT_N];

/* Bits of enum element_trait by enum element. */
extern const unsigned short element_traits[ELEMENT_N];

/* Whether the element's body is raw: no tag ends it but its own end tag. */
static inline bool element_is_raw(enum element element) {
    return (element_traits[element] & (ELEMENT_RAW | ELEMENT_RCDATA)) || element == ELEMENT_XMP;
}

/* Whether the rest of the page is read as markup if the end tag is missing. Scripts and styles,
 * which are not text, swallow the rest, as in browsers. */
static inline bool element_is_read_on(enum element element) {
    return element == ELEMENT_TITLE || element == ELEMENT_TEXTAREA || element == ELEMENT_IFRAME ||
           element == ELEMENT_NOFRAMES || element == ELEMENT_NOEMBED;
}

/* Whether Gumbo derives the insertion mode from such an element. It wrongly does so for elements of
 * svg and math too, and then fails an assertion: after
 * "<table><svg><td><title><select></select></table>" it looks for an HTML cell that does not
 * exist. */
static inline bool element_sets_mode(enum element element) {
    return (element_traits[element] & ELEMENT_TABLE_PART) || element == ELEMENT_SELECT ||
           element == ELEMENT_TEMPLATE || element == ELEMENT_FRAMESET || element == ELEMENT_HTML;
}

#endif

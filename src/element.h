/*
 * The elements that HTML's tree construction treats in a way of their own, with what the scan
 * before Gumbo must know of them. Every name that Gumbo knows is here: it takes all others for
 * one and the same element, and so do we.
 */
#ifndef PITH_ELEMENT_H
#define PITH_ELEMENT_H

#include <stddef.h>

#include "str.h"

/* Bits; the terms are those of the HTML standard, section 13.2. */
enum element_trait {
    ELEMENT_VOID = 1,             /* never stays open */
    ELEMENT_RAW = 1 << 1,         /* its body is raw text that no reader sees */
    ELEMENT_RCDATA = 1 << 2,      /* its body is text with references: title, textarea */
    ELEMENT_SPECIAL = 1 << 3,     /* "special" */
    ELEMENT_FORMATS = 1 << 4,     /* "formatting" */
    ELEMENT_CLOSES_P = 1 << 5,    /* its start tag closes a <p> */
    ELEMENT_SCOPE = 1 << 6,       /* bounds the default scope */
    ELEMENT_BLOCK = 1 << 7,       /* its end tag closes it if it is in scope */
    ELEMENT_MARKER = 1 << 8,      /* sets a marker among the active formatting elements */
    ELEMENT_BREAKOUT = 1 << 9,    /* its start tag ends svg and math */
    ELEMENT_TEXTPOINT = 1 << 10,  /* within svg and math it holds HTML: an integration point */
    ELEMENT_IMPLIED = 1 << 11,    /* html, head and body, which are there anyway */
    ELEMENT_TABLE_PART = 1 << 12, /* stands in a table only */
    ELEMENT_VERBATIM = 1 << 13    /* white space in it stands; a first line break is dropped */
};

/* X(NAME, "name", traits), traits without their prefix. */
#define ELEMENTS(X)                                                                                \
    X(A, "a", FORMATS)                                                                             \
    X(ABBR, "abbr", NONE)                                                                          \
    X(ACRONYM, "acronym", NONE)                                                                    \
    X(ADDRESS, "address", BLOCKISH)                                                                \
    X(ANNOTATION_XML, "annotation-xml", TEXTPOINT)                                                 \
    X(APPLET, "applet", OBJECTISH)                                                                 \
    X(AREA, "area", SPECIAL_VOID)                                                                  \
    X(ARTICLE, "article", BLOCKISH)                                                                \
    X(ASIDE, "aside", BLOCKISH)                                                                    \
    X(AUDIO, "audio", NONE)                                                                        \
    X(B, "b", FORMATS_BREAKOUT)                                                                    \
    X(BASE, "base", SPECIAL_VOID)                                                                  \
    X(BASEFONT, "basefont", SPECIAL_VOID)                                                          \
    X(BDI, "bdi", NONE)                                                                            \
    X(BDO, "bdo", NONE)                                                                            \
    X(BGSOUND, "bgsound", SPECIAL_VOID)                                                            \
    X(BIG, "big", FORMATS_BREAKOUT)                                                                \
    X(BLINK, "blink", NONE)                                                                        \
    X(BLOCKQUOTE, "blockquote", BLOCKISH_BREAKOUT)                                                 \
    X(BODY, "body", PAGE_PART)                                                                     \
    X(BR, "br", VOID_BREAKOUT)                                                                     \
    X(BUTTON, "button", SPECIAL_BLOCK)                                                             \
    X(CANVAS, "canvas", NONE)                                                                      \
    X(CAPTION, "caption", CELLISH)                                                                 \
    X(CENTER, "center", BLOCKISH_BREAKOUT)                                                         \
    X(CITE, "cite", NONE)                                                                          \
    X(CODE, "code", FORMATS_BREAKOUT)                                                              \
    X(COL, "col", TABLE_VOID)                                                                      \
    X(COLGROUP, "colgroup", ROWISH)                                                                \
    X(DATA, "data", NONE)                                                                          \
    X(DATALIST, "datalist", NONE)                                                                  \
    X(DD, "dd", ITEM_BREAKOUT)                                                                     \
    X(DEL, "del", NONE)                                                                            \
    X(DESC, "desc", TEXTPOINT)                                                                     \
    X(DETAILS, "details", BLOCKISH)                                                                \
    X(DFN, "dfn", NONE)                                                                            \
    X(DIR, "dir", BLOCKISH)                                                                        \
    X(DIV, "div", BLOCKISH_BREAKOUT)                                                               \
    X(DL, "dl", BLOCKISH_BREAKOUT)                                                                 \
    X(DT, "dt", ITEM_BREAKOUT)                                                                     \
    X(EM, "em", FORMATS_BREAKOUT)                                                                  \
    X(EMBED, "embed", VOID_BREAKOUT)                                                               \
    X(FIELDSET, "fieldset", BLOCKISH)                                                              \
    X(FIGCAPTION, "figcaption", BLOCKISH)                                                          \
    X(FIGURE, "figure", BLOCKISH)                                                                  \
    X(FONT, "font", FORMATS)                                                                       \
    X(FOOTER, "footer", BLOCKISH)                                                                  \
    X(FOREIGNOBJECT, "foreignobject", TEXTPOINT)                                                   \
    X(FORM, "form", CLOSES_P_SPECIAL)                                                              \
    X(FRAME, "frame", SPECIAL_VOID)                                                                \
    X(FRAMESET, "frameset", FRAMES)                                                                \
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
    X(I, "i", FORMATS_BREAKOUT)                                                                    \
    X(IFRAME, "iframe", RAW)                                                                       \
    X(IMAGE, "image", SPECIAL_VOID)                                                                \
    X(IMG, "img", VOID_BREAKOUT)                                                                   \
    X(INPUT, "input", SPECIAL_VOID)                                                                \
    X(INS, "ins", NONE)                                                                            \
    X(ISINDEX, "isindex", SPECIAL_VOID)                                                            \
    X(KBD, "kbd", NONE)                                                                            \
    X(KEYGEN, "keygen", SPECIAL_VOID)                                                              \
    X(LABEL, "label", NONE)                                                                        \
    X(LEGEND, "legend", NONE)                                                                      \
    X(LI, "li", ITEM_BREAKOUT)                                                                     \
    X(LINK, "link", SPECIAL_VOID)                                                                  \
    X(LISTING, "listing", VERBATIM_BREAKOUT)                                                       \
    X(MAIN, "main", BLOCKISH)                                                                      \
    X(MALIGNMARK, "malignmark", NONE)                                                              \
    X(MAP, "map", NONE)                                                                            \
    X(MARK, "mark", NONE)                                                                          \
    X(MARQUEE, "marquee", OBJECTISH)                                                               \
    X(MATH, "math", NONE)                                                                          \
    X(MENU, "menu", BLOCKISH_BREAKOUT)                                                             \
    X(MENUITEM, "menuitem", NONE)                                                                  \
    X(META, "meta", VOID_BREAKOUT)                                                                 \
    X(METER, "meter", NONE)                                                                        \
    X(MGLYPH, "mglyph", NONE)                                                                      \
    X(MI, "mi", TEXTPOINT)                                                                         \
    X(MN, "mn", TEXTPOINT)                                                                         \
    X(MO, "mo", TEXTPOINT)                                                                         \
    X(MS, "ms", TEXTPOINT)                                                                         \
    X(MTEXT, "mtext", TEXTPOINT)                                                                   \
    X(MULTICOL, "multicol", NONE)                                                                  \
    X(NAV, "nav", BLOCKISH)                                                                        \
    X(NEXTID, "nextid", NONE)                                                                      \
    X(NOBR, "nobr", FORMATS_BREAKOUT)                                                              \
    X(NOEMBED, "noembed", RAW)                                                                     \
    X(NOFRAMES, "noframes", RAW)                                                                   \
    X(NOSCRIPT, "noscript", SPECIAL)                                                               \
    X(OBJECT, "object", OBJECTISH)                                                                 \
    X(OL, "ol", BLOCKISH_BREAKOUT)                                                                 \
    X(OPTGROUP, "optgroup", NONE)                                                                  \
    X(OPTION, "option", NONE)                                                                      \
    X(OUTPUT, "output", NONE)                                                                      \
    X(P, "p", PARAGRAPH)                                                                           \
    X(PARAM, "param", SPECIAL_VOID)                                                                \
    X(PLAINTEXT, "plaintext", CLOSES_P_SPECIAL)                                                    \
    X(PRE, "pre", VERBATIM_BREAKOUT)                                                               \
    X(PROGRESS, "progress", NONE)                                                                  \
    X(Q, "q", NONE)                                                                                \
    X(RB, "rb", NONE)                                                                              \
    X(RP, "rp", NONE)                                                                              \
    X(RT, "rt", NONE)                                                                              \
    X(RTC, "rtc", NONE)                                                                            \
    X(RUBY, "ruby", BREAKOUT)                                                                      \
    X(S, "s", FORMATS_BREAKOUT)                                                                    \
    X(SAMP, "samp", NONE)                                                                          \
    X(SCRIPT, "script", RAW)                                                                       \
    X(SECTION, "section", BLOCKISH)                                                                \
    X(SELECT, "select", SPECIAL)                                                                   \
    X(SMALL, "small", FORMATS_BREAKOUT)                                                            \
    X(SOURCE, "source", SPECIAL_VOID)                                                              \
    X(SPACER, "spacer", NONE)                                                                      \
    X(SPAN, "span", BREAKOUT)                                                                      \
    X(STRIKE, "strike", FORMATS_BREAKOUT)                                                          \
    X(STRONG, "strong", FORMATS_BREAKOUT)                                                          \
    X(STYLE, "style", RAW)                                                                         \
    X(SUB, "sub", BREAKOUT)                                                                        \
    X(SUMMARY, "summary", BLOCKISH)                                                                \
    X(SUP, "sup", BREAKOUT)                                                                        \
    X(SVG, "svg", NONE)                                                                            \
    X(TABLE, "table", TABLE)                                                                       \
    X(TBODY, "tbody", ROWISH)                                                                      \
    X(TD, "td", CELLISH)                                                                           \
    X(TEMPLATE, "template", OBJECTISH)                                                             \
    X(TEXTAREA, "textarea", VERBATIM_RCDATA)                                                       \
    X(TFOOT, "tfoot", ROWISH)                                                                      \
    X(TH, "th", CELLISH)                                                                           \
    X(THEAD, "thead", ROWISH)                                                                      \
    X(TIME, "time", NONE)                                                                          \
    X(TITLE, "title", TITLE)                                                                       \
    X(TR, "tr", ROWISH)                                                                            \
    X(TRACK, "track", SPECIAL_VOID)                                                                \
    X(TT, "tt", FORMATS_BREAKOUT)                                                                  \
    X(U, "u", FORMATS_BREAKOUT)                                                                    \
    X(UL, "ul", BLOCKISH_BREAKOUT)                                                                 \
    X(VAR, "var", BREAKOUT)                                                                        \
    X(VIDEO, "video", NONE)                                                                        \
    X(WBR, "wbr", SPECIAL_VOID)                                                                    \
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

/* Bits of enum element_trait by enum element. */
extern const unsigned short element_traits[ELEMENT_N];

#endif

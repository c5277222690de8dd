/*
 * Renders the chosen blocks in the formats of the body: text, Markdown, HTML.
 */
#ifndef PITH_RENDER_RENDER_H
#define PITH_RENDER_RENDER_H

#include "base/buffer.h"
#include "metadata/metadata.h"
#include "page/block.h"
#include "select/selection.h"

/* A range of bytes in a renderer's output. */
struct render_span {
    uint32_t start, end;
};

/* The input: everything that a renderer may look at. */
struct render_source {
    const struct block_page *page;
    const struct metadata *metadata;
    const struct selection *selection;
    struct str base_url;       /* links are resolved against it; STR_NONE leaves them unchanged */
    unsigned flags;            /* bits of pith_flag */
    struct render_span *spans; /* by block: where render_text wrote it; NULL if not needed */
};

struct body_tree;

/*
 * All renderers write the same words in the same order, except for what flags add, and the same
 * lists, tables and quotes (body_tree.h). With PITH_KEEP_IMAGES each also writes the images among
 * the kept blocks, and their captions. The notes that the text refers to come last: [1] and a list
 * in text, [^1] and definitions in Markdown, links to a list and back in HTML.
 */

/* Paragraphs separated by an empty line; list items, lines of code and table rows by one line
 * break, cells of a row by a tab. With PITH_KEEP_LINKS each link is followed by its number in
 * brackets, and the addresses are listed at the end, one per line. */
void render_text(const struct body_tree *body, struct buffer *out);

/* CommonMark 0.30 with GFM tables, including links and emphasis; when parsed, it has the words of
 * render_text. Emphasis that CommonMark cannot express at its place is left out. */
void render_markdown(const struct body_tree *body, struct buffer *out);

/*
 * A fragment of HTML5 for use in <article> or <div>, without a wrapper of its own. It contains only
 * these elements: h1 to h6, p, blockquote, ul, ol, li, dl, dt, dd, pre, code, table, thead, tbody,
 * tr, th, td, hr, strong, em, del, ins, mark, sup, sub, kbd, samp, var, a, br, figure, img,
 * figcaption and span; and only these attributes: a[href] (http, https, mailto, or relative if no
 * base is known), img[src] (http, https or relative), img[alt], ol[start], li[value] (a number),
 * a[id]
 * ("pith-ref-" and a number), li[id] ("pith-note-" and a number), code[class] ("language-" and
 * letters, digits, "+#.-_"), span[class] ("math inline" or "math display": its text is TeX in \(
 * and \) or \[ and \]).
 */
void render_html(const struct body_tree *body, struct buffer *out);

/* The comments under an article, with paragraphs separated by an empty line. */
void render_comments(const struct body_tree *body, struct buffer *out);

#endif

/*
 * The chosen blocks into the forms of the body: text, Markdown, HTML.
 */
#ifndef PITH_RENDER_RENDER_H
#define PITH_RENDER_RENDER_H

#include "base/buffer.h"
#include "metadata/metadata.h"
#include "page/block.h"
#include "select/selection.h"

/* A range of bytes in what a renderer writes. */
struct render_span {
    uint32_t start, end;
};

/* What is rendered: all that a renderer may look at. */
struct render_source {
    const struct block_page *page;
    const struct metadata *metadata;
    const struct selection *selection;
    struct str base_url;       /* links are made absolute against it; STR_NONE leaves them */
    unsigned flags;            /* bits of pith_flag */
    struct render_span *spans; /* a block: where render_text wrote it; NULL if nobody asks */
};

struct body_tree;

/*
 * All of them write the same words in the same order, except for what flags add; which lists,
 * tables and quotes stand as such is the same too (body_tree.h). With PITH_KEEP_IMAGES each
 * shows the images among the kept blocks and their captions. The notes that the text refers to come
 * last: [1] and a list in text, [^1] and definitions in Markdown, links to a list and back in HTML.
 */

/* Paragraphs parted by an empty line; list items, lines of code and rows of a table by one line
 * break, cells of a row by a tab. With PITH_KEEP_LINKS each link has its number in brackets behind
 * it, and the addresses stand at the end, a line each. */
void render_text(const struct body_tree *body, struct buffer *out);

/* CommonMark 0.30 with GFM tables, links and emphasis kept; read back, it gives the words of
 * render_text. Emphasis that CommonMark cannot write where it stands is left out. */
void render_markdown(const struct body_tree *body, struct buffer *out);

/*
 * A fragment of HTML5 to be put into <article> or <div>, without a wrapper of its own. It holds
 * h1 to h6, p, blockquote, ul, ol, li, dl, dt, dd, pre, code, table, thead, tbody, tr, th, td,
 * strong, em, del, ins, mark, sup, sub, kbd, samp, var, a, br, figure, img, figcaption and span; of
 * attributes a[href] (http, https, mailto, or relative where no base is known), img[src] (http,
 * https or relative), img[alt], ol[start], li[value] (a number), a[id] ("pith-ref-" and a number),
 * li[id] ("pith-note-" and a number), code[class] ("language-" and letters, digits, "+#.-_"),
 * span[class] ("math inline" or "math display": its text is TeX in \( and \) or \[ and \]); and
 * nothing else.
 */
void render_html(const struct body_tree *body, struct buffer *out);

/* The comments under an article, paragraphs parted by an empty line. */
void render_comments(const struct body_tree *body, struct buffer *out);

#endif

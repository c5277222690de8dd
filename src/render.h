/*
 * The chosen blocks into the forms of the body: text, Markdown, HTML.
 */
#ifndef PITH_RENDER_H
#define PITH_RENDER_H

#include "block.h"
#include "buffer.h"
#include "metadata.h"
#include "select.h"

/* What is rendered: all that a renderer may look at. */
struct render_source {
    const struct block_page *page;
    const struct metadata *metadata;
    const struct selection *selection;
    struct str base_url; /* links are made absolute against it; STR_NONE leaves them */
    unsigned flags;      /* bits of pith_flag */
};

/* Paragraphs parted by an empty line; list items, lines of code and rows of a table by one line
 * break, cells of a row by a tab. */
void render_text(const struct render_source *source, struct buffer *out);

/* CommonMark 0.30 with GFM tables. */
void render_markdown(const struct render_source *source, struct buffer *out);

/* HTML5 of an allow-list of elements and attributes. */
void render_html(const struct render_source *source, struct buffer *out);

/* The comments under an article, as render_text would show them. */
void render_comments(const struct render_source *source, struct buffer *out);

#endif

/*
 * Renders the chosen blocks in the formats of the body: text, Markdown, HTML.
 */
#ifndef PITH_RENDER_RENDER_H
#define PITH_RENDER_RENDER_H

#include "base/body_format.h"
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
    size_t *n_link_words;      /* render_text adds the words of the links' numbers and addresses */
};

struct body_tree;

/*
 * The renderers in the table of formats, each in a file of its own that begins with its contract:
 * void render_markdown(const struct body_tree *body, struct buffer *out).
 *
 * All of them write the same words in the same order, except for what flags add, and the same
 * lists, tables and quotes (body_tree.h). With PITH_KEEP_IMAGES each also writes the images among
 * the kept blocks, and their captions. The notes that the text refers to come last: [1] and a list
 * in text, [^1] and definitions in Markdown, links to a list and back in HTML.
 */
#define X(NAME, name, suffix, renderer, writer)                                                    \
    void renderer(const struct body_tree *body, struct buffer *out);
BODY_FORMATS(X)
#undef X

/* The comments under an article, with paragraphs separated by an empty line. */
void render_comments(const struct body_tree *body, struct buffer *out);

#endif

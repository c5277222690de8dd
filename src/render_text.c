/*
 * The chosen blocks as plain text.
 */
#include "render.h"

/* The nearest element with `tag` around a block, itself included, or 0. `within` bounds the
 * climb: a list item or a table cell is at most so many elements above its block. */
static uint32_t enclosing(const struct block_page *page, uint32_t node, enum dom_tag tag) {
    enum { CLIMB = 4 };
    for (int i = 0; i < CLIMB && node != 0; i++, node = page->dom.nodes[node].parent)
        if (page->dom.nodes[node].tag == tag)
            return node;
    return 0;
}

static bool is_cell(uint8_t tag) {
    return tag == DOM_TD || tag == DOM_TH;
}

static bool is_item(uint8_t tag) {
    return tag == DOM_LI || tag == DOM_DT || tag == DOM_DD;
}

static bool share(const struct block_page *page, const struct block *a, const struct block *b,
                  enum dom_tag tag) {
    uint32_t common = enclosing(page, a->node, tag);
    return common != 0 && common == enclosing(page, b->node, tag);
}

/* What parts block b from block a, the one kept before it. */
static struct str separator(const struct block_page *page, const struct block *a,
                            const struct block *b) {
    if (b->flags & BLOCK_LINE_BREAK)
        return b == a + 1 ? STR("\n") : STR("\n\n");
    if (is_cell(a->tag) && is_cell(b->tag)) {
        if (share(page, a, b, DOM_TR) && a->node != b->node)
            return STR("\t");
        return share(page, a, b, DOM_TABLE) || share(page, a, b, DOM_TBODY) ? STR("\n")
                                                                            : STR("\n\n");
    }
    if (is_item(a->tag) && is_item(b->tag) && a->node != b->node &&
        page->dom.nodes[a->node].parent == page->dom.nodes[b->node].parent)
        return STR("\n");
    if ((a->flags & b->flags & BLOCK_PRE) && share(page, a, b, DOM_PRE))
        return STR("\n");
    return STR("\n\n");
}

static struct str text_of(const struct render_source *source, size_t i) {
    struct str text = source->page->blocks[i].text;
    const struct metadata *metadata = source->metadata;
    return metadata->roles && i == metadata->lead_block
               ? str_between(text, metadata->lead_len, text.len)
               : text;
}

void render_text(const struct render_source *source, struct buffer *out) {
    const struct block_page *page = source->page;
    const struct block *last = NULL;
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (!source->selection->kept[i])
            continue;
        const struct block *block = &page->blocks[i];
        if (last)
            buffer_append(out, separator(page, last, block));
        buffer_append(out, text_of(source, i));
        last = block;
    }
}

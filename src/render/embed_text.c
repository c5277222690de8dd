/*
 * Reads the blocks of embedded posts and cards; see embed_text.h.
 */
#include "render/embed_text.h"

#include "base/utf8.h"

/* Longer posts are quoted, longer titles are not shown. */
enum { MOST_TITLE_BYTES = 300, MOST_BLOCKS = 24 };

static bool is_named_title(const struct dom_node *node) {
    enum { MOST_BYTES = 300 }; /* of the class, which may be that of many cards */
    return str_holds(utf8_first(dom_attribute(node, DOM_ATTR_CLASS), MOST_BYTES), STR("title"));
}

/* Whether the element of a block, or the one around it, is named as a title. */
static bool is_title(const struct dom_node *nodes, uint32_t node) {
    return is_named_title(&nodes[node]) || is_named_title(&nodes[nodes[node].parent]);
}

/* The block with the most words; the first of several. */
static const struct block *longest(const struct block_page *page, uint32_t first, uint32_t end) {
    const struct block *best = NULL;
    for (uint32_t i = first; i < end && i < first + MOST_BLOCKS; i++)
        if (!best || page->blocks[i].counts.n_words > best->counts.n_words)
            best = &page->blocks[i];
    return best;
}

struct str embed_title(const struct block_page *page, uint32_t first, uint32_t end) {
    const struct block *title = longest(page, first, end);
    for (uint32_t i = first; i < end && i < first + MOST_BLOCKS; i++)
        if (is_title(page->dom.nodes, page->blocks[i].node)) {
            title = &page->blocks[i];
            break;
        }
    struct str line = title ? str_before(title->text, '\n') : STR_NONE;
    return line.len <= MOST_TITLE_BYTES ? line : STR_NONE;
}

bool embed_is_quotation(const struct block_page *page, uint32_t first, uint32_t end,
                        bool names_source) {
    enum { MIN_WORDS = 3 }; /* a shorter post is a picture or a video */
    const struct block *text = longest(page, first, end);
    if (!text || end - first > MOST_BLOCKS)
        return false;
    return names_source ? text->counts.n_words - text->counts.n_link_words >= MIN_WORDS
                        : str_before(text->text, '\n').len > MOST_TITLE_BYTES;
}

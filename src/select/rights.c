/*
 * Drops notices of copyright at the ends of the body; see rights.h.
 */
#include "select/rights.h"

#include "lexicon/rights_notice.h"

enum {
    NEXT = 8,        /* blocks in which the licence below a notice begins */
    REACH = 3,       /* kept blocks from either end; a note on an author may follow a notice */
    MOST_WORDS = 60, /* of a notice; those of agencies have up to 40 */
    MOST_BYTES = 1000
};

/* Whether a block is an item of a list or a cell, which are data: the year of a book, a song, the
 * terms of a licence. */
static bool is_in_list(const struct block_page *page, const struct block *block) {
    static const uint8_t TAGS[] = {DOM_LI, DOM_DT, DOM_DD, DOM_TD, DOM_TH};
    if (page->dom.n_nodes == 0)
        return false;
    uint8_t around = page->dom.nodes[page->dom.nodes[block->node].parent].tag;
    for (size_t i = 0; i < N_OF(TAGS); i++)
        if (block->tag == TAGS[i] || around == TAGS[i])
            return true;
    return false;
}

static bool is_notice(const struct block_page *page, const struct block *block,
                      struct buffer *folded) {
    return block->counts.n_words <= MOST_WORDS && block->text.len <= MOST_BYTES &&
           !(block->flags & BLOCK_PRE) && !dom_heading_level(block->tag) &&
           !is_in_list(page, block) && rights_is_notice(folded, block->text);
}

static bool ends_with_colon(struct str text) {
    return str_ends_with(text, STR(":")) || str_ends_with(text, STR("\xEF\xBC\x9A"));
}

/* Whether the next kept block is the licence that the notice belongs to. */
static bool is_of_licence(const struct block_page *page, const struct selection *selection,
                          size_t at) {
    for (size_t i = at + 1; i < page->n_blocks && i <= at + NEXT; i++)
        if (selection->kept[i])
            return rights_begins_licence(page->blocks[i].text);
    return false;
}

void rights_drop(const struct block_page *page, struct selection *selection) {
    struct buffer folded;
    size_t n_kept = 0, n_dropped = 0, at = 0;
    bool is_announced = false; /* as an example, by "... looks like this:" */
    for (size_t i = 0; i < page->n_blocks; i++)
        n_kept += selection->kept[i];
    buffer_init(&folded, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (!selection->kept[i])
            continue;
        const struct block *block = &page->blocks[i];
        bool may_drop = (at < REACH || at + REACH >= n_kept) && !is_announced;
        at++;
        is_announced = ends_with_colon(str_trim(block->text));
        if (!may_drop || n_dropped + 1 == n_kept || !is_notice(page, block, &folded) ||
            is_of_licence(page, selection, i))
            continue;
        n_dropped++;
        selection->kept[i] = false;
        selection->rule[i] = "copyright";
    }
}

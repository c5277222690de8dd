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

static bool is_notice(const struct block *block, struct buffer *folded) {
    return block->counts.n_words <= MOST_WORDS && block->text.len <= MOST_BYTES &&
           !(block->flags & BLOCK_PRE) && !dom_heading_level(block->tag) &&
           rights_is_notice(folded, block->text);
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
    for (size_t i = 0; i < page->n_blocks; i++)
        n_kept += selection->kept[i];
    buffer_init(&folded, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (!selection->kept[i])
            continue;
        bool is_near = at < REACH || at + REACH >= n_kept;
        at++;
        if (!is_near || n_dropped + 1 == n_kept || !is_notice(&page->blocks[i], &folded) ||
            is_of_licence(page, selection, i))
            continue;
        n_dropped++;
        selection->kept[i] = false;
        selection->rule[i] = "copyright";
    }
}

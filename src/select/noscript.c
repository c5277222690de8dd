/*
 * "You need to turn on JavaScript"; see noscript.h.
 */
#include "select/noscript.h"

/* Words of such a notice; anything longer is the page for readers without scripts. */
enum { MOST_WORDS = 60 };

static bool names_javascript(struct str text) {
    for (size_t i = 0; i + STR("javascript").len <= text.len; i++)
        if (str_starts_with_lower(str_between(text, i, text.len), STR("javascript")))
            return true;
    return false;
}

void noscript_drop(const struct block_page *page, struct selection *selection) {
    for (size_t i = 0; i < page->n_blocks; i++) {
        const struct block *block = &page->blocks[i];
        if (selection->kept[i] && (block->flags & BLOCK_NOSCRIPT) &&
            block->counts.n_words <= MOST_WORDS && names_javascript(block->text)) {
            selection->kept[i] = false;
            selection->rule[i] = "noscript";
        }
    }
}

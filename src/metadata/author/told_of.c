/*
 * Looks for names in the paragraphs of an article; see told_of.h.
 */
#include "metadata/author/told_of.h"

static const float LEAST_SCORE = 0.5f; /* of a paragraph that is probably the article's */

bool told_of(const struct gathering *g, const struct window *window, struct str name) {
    bool was_in_last = false;
    for (uint32_t i = window->head; i < g->page->n_blocks; i++) {
        struct str text = g->page->blocks[i].text;
        if (!window_is_body(g, i) || g->score[i] < LEAST_SCORE)
            continue;
        if (was_in_last)
            return true;
        was_in_last = str_holds(text, name) && !str_starts_with(text, name);
    }
    return false;
}

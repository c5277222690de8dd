/*
 * Finds the headline of a page that has neither titles nor headings: the line that most likely is
 * one.
 */
#include "metadata/dump/dump_headline_choice.h"
#include "metadata/dump/dump_lines.h"
#include "metadata/lines.h"

#include "metadata/comparison_key.h"

/* With a lower likelihood, the line is more likely wrong than right (cross-validated by site). */
static const float LEAST_LIKELY = 0.2f;

/* The same for a line that looks like a paragraph, as a long headline with a period does. */
static const float LEAST_OF_BODY = 0.5f;

/* The same for lines of one or two words, as in menus: on every page some line is the likeliest. */
static const float LEAST_OF_FEW = 0.3f;

enum { FEW_WORDS = 2 };

/* Whether any block is probably main content. */
static bool has_article(const struct gathering *g) {
    for (size_t i = 0; i < g->page->n_blocks; i++)
        if (g->score[i] >= 0.5f)
            return true;
    return false;
}

static float least_likely(const struct gathering *g, uint32_t block) {
    if (window_is_body(g, block))
        return LEAST_OF_BODY;
    return g->page->blocks[block].counts.n_words <= FEW_WORDS ? LEAST_OF_FEW : LEAST_LIKELY;
}

void dump_headline_find(const struct gathering *g, struct headline *out) {
    *out = (struct headline){.first = NOWHERE, .end = NOWHERE};
    float likely = 0;
    uint32_t best = dump_headline_choose(g, &likely);
    if (best == NOWHERE || !has_article(g) || likely < least_likely(g, best))
        return;
    struct str text = gathering_line(g->arena, g->page->blocks[best].text);
    out->value = gathering_value(text, SOURCE_TEXT);
    out->value.certainty = (double)likely;
    out->key = comparison_key_of(g->arena, text);
    out->first = best;
    out->end = best + 1;
}

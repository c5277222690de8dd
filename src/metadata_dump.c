/*
 * The headline of a page that has neither titles nor headings: it stands above byline and date.
 */
#include "metadata_lines.h"
#include "metadata_name.h"

static bool ends_sentence(struct str text) {
    return str_ends_with(text, STR(".")) || str_ends_with(text, STR(":")) ||
           str_ends_with(text, STR("\xE3\x80\x82"));
}

/* A line that could be a headline or a standfirst: some words, no sentence. */
static bool is_title_like(const struct block *block) {
    return block->counts.n_words >= 4 && block->counts.n_words <= 30 && !ends_sentence(block->text);
}

static bool is_dateline(const struct gathering *g, const struct block *block) {
    struct date date;
    return block->counts.n_words <= 14 && lines_may_hold_date(block->text) &&
           date_find(g->arena, block->text, g->hints, &date, NULL) && date.day != 0;
}

/* The block that the headline stands above: the dateline nearest before the body, or a byline, or
 * the body itself. */
static uint32_t find_anchor(const struct gathering *g, uint32_t body) {
    uint32_t low = body > 12 ? body - 12 : 0;
    uint32_t languages = g->hints.languages;
    for (uint32_t i = body; i-- > low;) {
        const struct block *block = &g->page->blocks[i];
        if (is_dateline(g, block) || name_by_prefix(g->arena, block->text, languages))
            return i;
    }
    return body;
}

void lines_find_headline(const struct gathering *g, struct headline *out) {
    uint32_t body = lines_first_body(g), anchor = find_anchor(g, body);
    uint32_t low = anchor > 10 ? anchor - 10 : 0, at = anchor;
    *out = (struct headline){.first = NOWHERE, .end = NOWHERE};
    while (at > low && !is_title_like(&g->page->blocks[at - 1]))
        at--;
    if (at == low)
        return;
    uint32_t first = at - 1; /* the lowest title-like line: the headline or its standfirst */
    if (first > low && is_title_like(&g->page->blocks[first - 1]))
        first--;
    struct str text = metadata_line(g->arena, g->page->blocks[first].text);
    out->value = (struct metadata_value){text, metadata_source_name(SOURCE_TEXT)};
    out->key = title_key(g->arena, text);
    out->first = first;
    out->end = first + 1;
}

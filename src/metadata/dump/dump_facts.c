/*
 * Reads what a single line of a dump says; see dump_facts.h.
 */
#include "metadata/dump/dump_facts.h"

#include "metadata/date/line_dates.h"
#include "metadata/author/name.h"

enum {
    MAX_WORDS = 40,          /* in a byline with several authors, their jobs and the date */
    MAX_BYTES = 1000,        /* in these: what counts as a word may be long */
    MAX_ONLY_NAME_WORDS = 8, /* in a line that is just a name */
    MAX_BY_BYTES = 160       /* in a line that is searched for a byline word after its start */
};

static uint8_t by_of(const struct gathering *g, struct str text) {
    language_set languages = gathering_languages(g);
    size_t len = name_by_prefix(g->arena, text, languages);
    if (len)
        return len < text.len ? DUMP_BY_FIRST : DUMP_BY_ALONE;
    for (size_t i = 1; i + 2 < text.len && text.len <= MAX_BY_BYTES; i++)
        if (text.at[i - 1] == ' ' &&
            name_by_prefix(g->arena, str_between(text, i, text.len), languages))
            return DUMP_BY_WITHIN;
    return DUMP_BY_NONE;
}

static uint8_t date_of(const struct gathering *g, struct str text, struct date_span *span) {
    struct date date;
    if (!date_find(g->arena, text, g->hints, &date, span))
        return DUMP_DATE_NONE;
    if (date.day == 0)
        return DUMP_DATE_MONTH;
    return date.hour < 0 ? DUMP_DATE_DAY : DUMP_DATE_TIME;
}

void dump_facts_read(const struct gathering *g, uint32_t block, struct dump_facts *out) {
    struct str text = g->page->blocks[block].text;
    uint32_t n_words = g->page->blocks[block].counts.n_words;
    *out = (struct dump_facts){.label = LABEL_NONE};
    if (n_words == 0 || n_words > MAX_WORDS || text.len > MAX_BYTES)
        return;
    out->by = by_of(g, text);
    out->date = date_of(g, text, &out->at);
    out->label = (uint8_t)line_dates_label(g, text);
    if (n_words > MAX_ONLY_NAME_WORDS || text.len > MAX_NAME_BYTES)
        return;
    out->name = (uint8_t)name_kind(g->arena, text, gathering_languages(g));
    out->has_common = name_has_common(g->arena, text, gathering_languages(g));
}

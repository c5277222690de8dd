/*
 * Cuts a dateline off the start of the first paragraph; see lead.h.
 */
#include "metadata/lead.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/block_lines.h"
#include "metadata/comparison_key.h"
#include "metadata/lines.h"
#include "metadata/author/roles.h"

enum {
    MIN_LEAD_WORDS = 12, /* in a paragraph that begins with one */
    MAX_LEAD_BYTES = 90  /* of the dateline */
};

/* The position past a dash with white space around it, or after a period ("MADRID.- "); or 0. */
static size_t dash_at(struct str s, size_t i) {
    static const struct str DASHES[] = {STR_INIT(" \xE2\x80\x94 "),
                                        STR_INIT(" \xE2\x80\x93 "),
                                        STR_INIT(" - "),
                                        STR_INIT(" -- "),
                                        STR_INIT(".- "),
                                        STR_INIT("\xE2\x80\x94")};
    if (s.at[i] != ' ' && s.at[i] != '.' && (unsigned char)s.at[i] != 0xE2)
        return 0;
    for (size_t k = 0; k < N_OF(DASHES); k++)
        if (str_starts_with(str_between(s, i, s.len), DASHES[k]))
            return i + DASHES[k].len;
    return 0;
}

/* Whether the text has no lower-case letters: "LONDON", "SAN JOSÉ". */
static bool is_upper(const struct gathering *g, struct str text) {
    struct buffer folded;
    buffer_init(&folded, g->arena);
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        uint32_t ch = utf8_next(text, &i);
        if (utf8_class(ch) != UTF8_LETTER)
            continue;
        folded.len = 0;
        words_append_folded(&folded, str_between(text, start, i));
        if (str_equals(buffer_str(&folded), str_between(text, start, i)))
            return false;
    }
    return text.len != 0;
}

/* The start of the agency in brackets, or s.len: "(Reuters)", "(AP)", "(dpa)". */
static size_t agency_at(const struct gathering *g, struct str s) {
    if (!str_ends_with(s, STR(")")))
        return s.len;
    size_t open = s.len;
    while (open && s.at[open - 1] != '(')
        open--;
    if (open == 0)
        return s.len;
    struct str agency = str_between(s, open, s.len - 1);
    for (size_t i = 0; i < agency.len; i++)
        if (agency.at[i] == '/' || agency.at[i] == ',')
            agency.len = i;
    return words_is(comparison_key_of(g->arena, agency), WORDS_WIRE, ANY_LANGUAGE) ? open - 1
                                                                                   : s.len;
}

/* "LONDON, April 3" and "MADRID, 3 abr" without the day; it has no year. */
static struct str without_day(const struct gathering *g, struct str head) {
    for (size_t i = 0; i < head.len; i++) {
        struct str rest = str_trim(str_between(head, i + (head.at[i] == ','), head.len));
        if ((head.at[i] != ',' && head.at[i] != ' ') || !rest.len)
            continue;
        if (ascii_is_digit(rest.at[0]) ||
            words_prefix(g->arena, rest, WORDS_MONTH, g->hints.languages))
            return block_lines_trim(str_between(head, 0, i));
    }
    return head;
}

/* Words in capitals at the start of a paragraph that are not places. */
static bool is_notice(struct str text) {
    static const struct str NOTICES[] = {
        STR_INIT("file"),    STR_INIT("tldr"),     STR_INIT("update"), STR_INIT("updated"),
        STR_INIT("watch"),   STR_INIT("note"),     STR_INIT("live"),   STR_INIT("breaking"),
        STR_INIT("opinion"), STR_INIT("exclusive")};
    return str_any(text, NOTICES, N_OF(NOTICES), str_equals_lower);
}

/* The place in brackets: "(Leipzig)", but not "(example.com)". */
static struct str bracketed_place(const struct gathering *g, struct str text) {
    bool is_good = roles_is_place_like(g, text) && !is_notice(text) &&
                   !memchr(text.at, '.', text.len) && !memchr(text.at, '/', text.len) &&
                   !words_is(comparison_key_of(g->arena, text), WORDS_WIRE, ANY_LANGUAGE);
    return is_good ? text : STR_NONE;
}

/* The place in "LONDON, April 3 (Reuters)"; STR_NONE if the start is something else. Only an agency
 * or all capitals distinguish it from a sentence. */
static struct str lead_place(const struct gathering *g, struct str head) {
    size_t agency = agency_at(g, head);
    if (agency == head.len && str_starts_with(head, STR("(")) && str_ends_with(head, STR(")")))
        return bracketed_place(g, str_between(head, 1, head.len - 1));
    bool has_agency = agency < head.len;
    head = without_day(g, head);
    head = block_lines_trim(str_before(head, '(')); /* agency, station: "AUSTIN (KXAN)" */
    struct str city = str_before(head, ',');
    bool is_good = is_upper(g, city) && city.len >= 3 && !is_notice(city);
    if (!is_good && !(has_agency && roles_is_place_like(g, city)))
        return STR_NONE;
    return roles_is_place_like(g, city) ? head : STR_NONE;
}

/* The length of the day of the week that the text begins with, or 0. */
static size_t weekday_at(const struct gathering *g, struct str text) {
    return words_prefix(g->arena, text, WORDS_WEEKDAY, gathering_languages(g));
}

/* Whether a dateline begins with the day of the week in place of a place: "THURSDAY, June 6". (But
 * "SUN VALLEY".) */
static bool begins_with_weekday(const struct gathering *g, struct str head) {
    struct str first = block_lines_trim(str_before(str_before(head, '('), ','));
    return first.len && weekday_at(g, first) == first.len;
}

/* The day in "THURSDAY, June 6 (HealthDay News)"; STR_NONE if the start is something else, such as
 * the hours of a shop: "MONDAY - FRIDAY", "SUNDAY - 9 a.m.". */
static struct str lead_day(const struct gathering *g, struct str head, struct str after) {
    struct str day = block_lines_trim(str_before(head, '('));
    bool are_hours = !after.len || ascii_is_digit(after.at[0]) || weekday_at(g, after);
    return is_upper(g, str_before(day, ',')) && !are_hours ? day : STR_NONE;
}

/* Cuts the dateline off the start of the block; false if there is none. */
static bool cut_lead(const struct gathering *g, uint32_t block, struct metadata *out) {
    struct str text = g->page->blocks[block].text;
    for (size_t i = 3; i < text.len && i < MAX_LEAD_BYTES; i++) {
        size_t end = dash_at(text, i);
        if (!end)
            continue;
        if (end < text.len && ascii_is_lower(text.at[end]))
            return false; /* "IBM — once the largest ...": the sentence continues */
        struct str head = str_between(text, 0, i);
        bool is_day = begins_with_weekday(g, head);
        struct str lead =
            is_day ? lead_day(g, head, str_between(text, end, text.len)) : lead_place(g, head);
        enum pith_field field = is_day ? PITH_DATELINE : PITH_PLACE;
        if (!lead.len)
            return false;
        out->lead_block = block;
        out->lead_len = end;
        if (!out->fields[field].text.len)
            gathering_set_field(out, field, lead, SOURCE_TEXT);
        return true;
    }
    return false;
}

void lead_read(const struct gathering *g, const struct window *window, struct metadata *out) {
    uint32_t end = window->body + 2 < window->end ? window->body + 2 : window->end;
    for (uint32_t i = window->head; i < end; i++)
        if (g->page->blocks[i].counts.n_words >= MIN_LEAD_WORDS && cut_lead(g, i, out))
            return;
}

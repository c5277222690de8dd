/*
 * Finds the dates of a line and what the words before them say; see line_dates.h.
 */
#include "metadata/date/line_dates.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/author/name.h"
#include "metadata/date/other_day.h"

enum date_label line_dates_label(const struct gathering *g, struct str before) {
    static const uint64_t LABELS = WORDS_BIT(WORDS_UPDATED) | WORDS_BIT(WORDS_PUBLISHED);
    enum date_label label = LABEL_NONE;
    language_set languages = gathering_languages(g);
    for (size_t i = 0; i < before.len; i++) {
        unsigned char c = (unsigned char)before.at[i];
        if (c <= ' ' || utf8_is_continuation(before.at[i]) ||
            (i && (unsigned char)before.at[i - 1] > ' ' && (unsigned char)before.at[i - 1] < 0x80))
            continue; /* not the start of a word */
        const struct words_entry *entry;
        if (words_prefix_of(g->arena, str_between(before, i, before.len), LABELS, languages,
                            &entry))
            label = entry->kind == WORDS_UPDATED ? LABEL_UPDATED : LABEL_PUBLISHED;
    }
    return label;
}

void line_dates_add(struct gathering *g, struct str text, enum date_label label, uint32_t block,
                    unsigned rank) {
    struct candidate *added =
        gathering_add(g, label == LABEL_UPDATED ? CANDIDATE_MODIFIED : CANDIDATE_PUBLISHED, text,
                      SOURCE_TEXT, rank + (label == LABEL_PUBLISHED));
    if (added)
        added->block = block;
}

/* Whether a text says how long ago something was. */
static bool has_relative(const struct gathering *g, struct str text) {
    static const struct date ANY = {.year = 2000, .month = 1, .day = 1, .hour = -1};
    struct date date;
    return date_find_relative(g->arena, text, g->hints, &ANY, &date);
}

/* Whether a word for a change follows the date, without another date that it could refer to, be it
 * only "2 days ago". */
static bool update_follows(const struct gathering *g, struct str after) {
    size_t i = name_skip_marks(after, 0);
    struct str rest = str_between(after, i, after.len);
    return words_prefix(g->arena, rest, WORDS_UPDATED, gathering_languages(g)) &&
           !date_is_possible(rest) && !has_relative(g, rest);
}

/* The length of the dash that a text begins with, or 0. */
static size_t dash_length(struct str text) {
    static const struct str DASHES[] = {STR_INIT("-"), STR_INIT("\xE2\x80\x93"),
                                        STR_INIT("\xE2\x80\x94")};
    for (size_t i = 0; i < N_OF(DASHES); i++)
        if (str_starts_with(text, DASHES[i]))
            return DASHES[i].len;
    return 0;
}

/* The last word of a text, without the point or comma after it. */
static struct str last_word(struct str text) {
    size_t end = text.len;
    while (end && (text.at[end - 1] == '.' || text.at[end - 1] == ',' || text.at[end - 1] == ' '))
        end--;
    size_t first = end;
    while (first && text.at[first - 1] != ' ')
        first--;
    return str_between(text, first, end);
}

/* "3", "1er", "2nd". */
static bool is_number_of_day(const struct gathering *g, struct str word) {
    size_t n = 0;
    while (n < word.len && ascii_is_digit(word.at[n]))
        n++;
    struct str ending = str_between(word, n, word.len);
    return (n == 1 || n == 2) && (!ending.len || words_is(words_folded(g->arena, ending),
                                                          WORDS_FILLER, gathering_languages(g)));
}

static struct str word_before(struct str text, struct str word) {
    return last_word(str_between(text, 0, (size_t)(word.at - text.at)));
}

/* Whether a text ends with a day, or a day and its month: "3", "Mar 6", "6. March", "1 de marzo".
 */
static bool ends_with_day(const struct gathering *g, struct str text) {
    struct str last = last_word(text), other = word_before(text, last);
    language_set languages = gathering_languages(g);
    if (is_number_of_day(g, last))
        return !other.len || words_is(words_folded(g->arena, other), WORDS_MONTH, languages);
    if (words_is(words_folded(g->arena, other), WORDS_FILLER, languages))
        other = word_before(text, other);
    return is_number_of_day(g, other) &&
           words_is(words_folded(g->arena, last), WORDS_MONTH, languages);
}

/* Whether a date in the line ends a range, whose beginning is a day without a year: "6 March - 18
 * April 2026", "3-5 May 2026". Then something takes place or is open until that day. */
static bool ends_range(const struct gathering *g, struct str line, struct date_span span) {
    for (size_t i = 1; i < span.end; i++) {
        size_t len = dash_length(str_between(line, i, span.end));
        struct str rest = len ? str_trim(str_between(line, i + len, span.end)) : STR_NONE;
        struct date date;
        struct date_span own;
        if (rest.len && ends_with_day(g, str_between(line, 0, i)) &&
            date_find_day(g->arena, rest, g->hints, &date, &own) && own.first == 0)
            return true;
    }
    return false;
}

bool line_dates_read(struct gathering *g, struct str line, uint32_t block, unsigned rank,
                     enum date_label label, struct date_span *first) {
    size_t from = 0;
    int n = 0;
    for (; n < 3; n++) { /* published, updated, and one more */
        struct str rest = str_between(line, from, line.len);
        struct date date;
        struct date_span span;
        if (!date_find_day(g->arena, rest, g->hints, &date, &span) || ends_range(g, rest, span))
            break;
        if (other_day_follows(g, str_between(rest, 0, span.first)) ||
            other_day_is_release(g, rest, span))
            break;
        enum date_label own = line_dates_label(g, str_between(rest, 0, span.first));
        if (own == LABEL_NONE && update_follows(g, str_between(rest, span.end, rest.len)))
            own = LABEL_UPDATED; /* "2024.04.26 last update" */
        if (own != LABEL_NONE || n)
            label = own;
        if (n == 0)
            *first = span;
        line_dates_add(g, str_between(rest, span.first, span.end), label, block, rank);
        from += span.end;
    }
    return n > 0;
}

bool line_dates_is_of_copy(struct str text) {
    static const struct str STARTS[] = {
        STR_INIT("printed from"), STR_INIT("printed on"),  STR_INIT("print date"),
        STR_INIT("gedruckt am"),  STR_INIT("ausgedruckt"), STR_INIT("imprim\xC3\xA9 le"),
        STR_INIT("impreso el"),   STR_INIT("stampato il"), STR_INIT("retrieved"),
        STR_INIT("abgerufen am"), STR_INIT("accessed")};
    return str_any(text, STARTS, N_OF(STARTS), str_starts_with_lower);
}

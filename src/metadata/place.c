/*
 * Finds the place of the dateline; see place.h.
 *
 * A short line between byline and date may also be a section, a job or an organisation. It is
 * accepted as a place if the article itself contains the name, with its capital letter.
 */
#include "metadata/place.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/date/line_dates.h"
#include "metadata/block_lines.h"
#include "metadata/author/name.h"
#include "metadata/author/roles.h"
#include "metadata/title/title_parts.h"

enum {
    LOOK_BACK = 4,     /* lines above the date: a credit and a second author may intervene */
    TEXT_BLOCKS = 40,  /* of the article in which to look for the name */
    LEAD_BYTES = 90,   /* of a paragraph that may begin with a dateline */
    MAX_HAN_PLACE = 18 /* bytes: six characters */
};

/* A line near the headline. */
struct line {
    struct str text;
    uint32_t block;
};

struct finder {
    const struct gathering *g;
    const struct window *window;
    const struct authors *authors;
    struct metadata *out;
    language_set languages;
};

/* ---- whether the article contains the name ---- */

static bool is_boundary(struct str text, size_t i) {
    return i == 0 || (unsigned char)text.at[i - 1] <= ' ';
}

static bool is_within_character(struct str text, size_t i) {
    return i < text.len && utf8_is_continuation(text.at[i]);
}

/* Whether a character is upper case. */
static bool is_capital(struct arena *arena, struct str text) {
    size_t len = 1;
    while (len < text.len && utf8_is_continuation(text.at[len]))
        len++;
    struct str first = str_between(text, 0, len);
    return text.len && !str_equals(words_folded(arena, first), first);
}

/* Whether the text contains the name as a word, but not at its start, where every word has a
 * capital. */
static bool has_name(struct arena *arena, struct str text, struct str name, struct str folded) {
    bool has_case = is_capital(arena, name);
    for (size_t i = 1; i + name.len <= text.len; i++) {
        struct str here = str_between(text, i, i + name.len);
        if (is_boundary(text, i) && !is_within_character(text, i + name.len) &&
            (!has_case || is_capital(arena, here)) && str_equals(words_folded(arena, here), folded))
            return true;
    }
    return false;
}

static bool is_in_article(const struct finder *f, struct str name) {
    const struct block_page *page = f->g->page;
    struct str folded = words_folded(f->g->arena, name);
    uint32_t end = f->window->body + TEXT_BLOCKS;
    if (end > page->n_blocks)
        end = (uint32_t)page->n_blocks;
    if (has_name(f->g->arena, f->out->fields[PITH_HEADLINE].text, name, folded))
        return true;
    for (uint32_t i = f->window->body; i < end; i++)
        if (f->g->score[i] >= 0.5f && has_name(f->g->arena, page->blocks[i].text, name, folded))
            return true;
    return false;
}

/* ---- lines ---- */

static bool is_author_line(const struct finder *f, struct str text) {
    for (size_t i = 0; i < f->authors->names.n; i++)
        if (str_holds(text, f->authors->names.items[i]))
            return true;
    return false;
}

static bool is_credit(const struct finder *f, struct str text) {
    return words_prefix(f->g->arena, text, WORDS_CREDIT, f->languages) != 0;
}

/* Whether the text is a day of the week or begins with one. */
static bool is_weekday(const struct finder *f, struct str text) {
    return words_prefix(f->g->arena, text, WORDS_WEEKDAY, f->languages) != 0;
}

static bool is_lone_place(const struct finder *f, struct str text) {
    return roles_is_place_like(f->g, text) && !is_author_line(f, text) && !is_weekday(f, text);
}

/* Whether the line names a place: the article contains the name, and no menu above does. */
static bool is_place(const struct finder *f, struct str text) {
    return is_lone_place(f, text) && !title_names_site(f->g, text) &&
           !window_follows(f->g, f->window, text) && is_in_article(f, str_before(text, ','));
}

/* The line with the date and those above it, nearest first. */
static size_t lines_above(const struct finder *f, uint32_t block, struct line *lines, size_t max) {
    size_t n = 0;
    bool has_date = false;
    for (uint32_t i = block + 1; i-- > 0 && i + LOOK_BACK >= block && n < max;) {
        struct str text = block_lines_split(f->g, i);
        for (size_t end = text.len; n < max && text.len;) {
            size_t start = end;
            while (start && text.at[start - 1] != '\n')
                start--;
            struct str line = block_lines_trim(str_trim(str_between(text, start, end)));
            struct date date;
            has_date = has_date || date_find(f->g->arena, line, f->g->hints, &date, NULL);
            if (has_date && line.len)
                lines[n++] = (struct line){line, i};
            if (start == 0)
                break;
            end = start - 1;
        }
    }
    return n;
}

static struct str before_date(const struct finder *f, struct str line, bool *has_comma) {
    struct date date;
    struct date_span span = {0, 0};
    date_find(f->g->arena, line, f->g->hints, &date, &span);
    return roles_before_date(line, span.first, has_comma);
}

/* The place on the date's line, or on a line between it and the byline's. */
static struct line place_near(const struct finder *f, const struct line *lines, size_t n) {
    struct line none = {STR_NONE, NOWHERE};
    bool has_comma;
    struct str before = before_date(f, lines[0].text, &has_comma);
    if (before.len && line_dates_label(f->g, before) == LABEL_NONE) {
        bool is_good = has_comma ? is_lone_place(f, before) : is_place(f, before);
        return is_good ? (struct line){before, NOWHERE} : none;
    }
    if (n < 3 || !is_place(f, lines[1].text))
        return none;
    for (size_t i = 2; i < n; i++) {
        if (is_author_line(f, lines[i].text))
            return lines[1];
        if (!is_credit(f, lines[i].text))
            break;
    }
    return none;
}

static void read_lines(const struct finder *f, const struct published *published) {
    struct line lines[2 * LOOK_BACK];
    uint32_t block = window_find_block(f->g, f->window, published->block, published->node);
    if (block == NOWHERE || block >= f->window->end)
        return;
    size_t n = lines_above(f, block, lines, N_OF(lines));
    struct line place = n ? place_near(f, lines, n) : (struct line){STR_NONE, NOWHERE};
    if (!place.text.len)
        return;
    gathering_set_field(f->out, PITH_PLACE, gathering_line(f->g->arena, place.text), SOURCE_TEXT);
    if (place.block != NOWHERE && f->out->roles[place.block] == METADATA_NONE)
        f->out->roles[place.block] = METADATA_DATELINE;
}

/* ---- start of the first paragraph, without a dash ---- */

/* The length of any of the texts at the start of `s`, or 0. */
static size_t skip_any(struct str s, const struct str *any, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_starts_with(s, any[i]))
            return any[i].len;
    return 0;
}

static size_t skip_digits(struct str s, size_t i) {
    while (i < s.len && ascii_is_digit(s.at[i]))
        i++;
    return i;
}

/* The end of "4月3日电" or similar at text.at[i], or 0. */
static size_t han_day_end(struct str text, size_t i) {
    static const struct str MONTH = STR_INIT("\xE6\x9C\x88"), DAY = STR_INIT("\xE6\x97\xA5");
    static const struct str WIRED[] = {STR_INIT("\xE7\x94\xB5"), STR_INIT("\xE9\x9B\xBB"),
                                       STR_INIT("\xE8\xAE\xAF"), STR_INIT("\xE8\xA8\x8A")};
    size_t month = skip_digits(text, i);
    if (month == i || !str_starts_with(str_between(text, month, text.len), MONTH))
        return 0;
    size_t day = skip_digits(text, month + MONTH.len);
    if (!str_starts_with(str_between(text, day, text.len), DAY))
        return 0;
    size_t end = day + DAY.len;
    size_t wired = skip_any(str_between(text, end, text.len), WIRED, N_OF(WIRED));
    return wired ? end + wired : 0;
}

/* The end of the last character that ends the name of an agency or newspaper: 社 网 網 报 報. */
static size_t agency_end(struct str head) {
    static const struct str ENDS[] = {STR_INIT("\xE7\xA4\xBE"), STR_INIT("\xE7\xBD\x91"),
                                      STR_INIT("\xE7\xB6\xB2"), STR_INIT("\xE6\x8A\xA5"),
                                      STR_INIT("\xE5\xA0\xB1")};
    size_t end = 0;
    for (size_t i = 0; i < head.len; i++) {
        size_t len = skip_any(str_between(head, i, head.len), ENDS, N_OF(ENDS));
        if (len)
            end = i + len;
    }
    return end;
}

/* The end of "（记者 ...）" at the start of `s`, and of the spaces after it. */
static size_t skip_reporter(struct str s) {
    static const struct str OPEN = STR_INIT("\xEF\xBC\x88"), CLOSE = STR_INIT("\xEF\xBC\x89"),
                            WIDE_SPACE = STR_INIT("\xE3\x80\x80");
    size_t i = 0;
    if (str_starts_with(s, OPEN)) {
        size_t close = str_find(s, CLOSE);
        i = close < s.len && close <= LEAD_BYTES ? close + CLOSE.len : 0;
    }
    while (i < s.len && (s.at[i] == ' ' || str_starts_with(str_between(s, i, s.len), WIDE_SPACE)))
        i += s.at[i] == ' ' ? 1 : WIDE_SPACE.len;
    return i;
}

/* "新华社北京4月3日电（记者张三）": agency, place, day, "by wire". */
static size_t read_wired(struct str text, struct str *place) {
    size_t digit = 0, max = text.len < LEAD_BYTES ? text.len : LEAD_BYTES;
    while (digit < max && !ascii_is_digit(text.at[digit]))
        digit++;
    size_t end = digit < max ? han_day_end(text, digit) : 0;
    if (!end)
        return 0;
    size_t agency = agency_end(str_between(text, 0, digit));
    *place = str_trim(str_between(text, agency, digit));
    bool is_good = agency && place->len >= 3 && place->len <= MAX_HAN_PLACE;
    return is_good ? end + skip_reporter(str_between(text, end, text.len)) : 0;
}

/* "【ソウル＝記者の名】": the place, an equals sign, the reporter or the agency. */
static size_t read_bracketed(struct str text, struct str *place) {
    static const struct str OPEN = STR_INIT("\xE3\x80\x90"), CLOSE = STR_INIT("\xE3\x80\x91"),
                            EQUALS = STR_INIT("\xEF\xBC\x9D");
    if (!str_starts_with(text, OPEN))
        return 0;
    size_t close = str_find(text, CLOSE), equals = str_find(text, EQUALS);
    if (close > LEAD_BYTES || close >= text.len || equals > close)
        return 0;
    *place = str_trim(str_between(text, OPEN.len, equals));
    return place->len ? close + CLOSE.len : 0;
}

static void read_lead(const struct finder *f) {
    uint32_t end = f->window->body + 2 < f->window->end ? f->window->body + 2 : f->window->end;
    for (uint32_t i = f->window->head; i < end; i++) {
        struct str place, text = f->g->page->blocks[i].text;
        size_t len = read_wired(text, &place);
        if (!len)
            len = read_bracketed(text, &place);
        if (!len || len >= text.len)
            continue;
        f->out->lead_block = i;
        f->out->lead_len = len;
        gathering_set_field(f->out, PITH_PLACE, place, SOURCE_TEXT);
        return;
    }
}

/* ---- all of it ---- */

static void complete_dateline(const struct finder *f) {
    struct metadata_value *dateline = &f->out->fields[PITH_DATELINE];
    struct str place = f->out->fields[PITH_PLACE].text;
    if (!dateline->text.len && f->out->lead_block != SIZE_MAX) /* it has been removed from the
                                                                  body */
        gathering_set_field(f->out, PITH_DATELINE, place, SOURCE_TEXT);
    if (!dateline->text.len || !place.len || str_holds(dateline->text, place))
        return;
    struct buffer joined;
    buffer_init(&joined, f->g->arena);
    buffer_append(&joined, place);
    buffer_append(&joined, STR(", "));
    buffer_append(&joined, dateline->text);
    dateline->text = buffer_str(&joined);
}

void place_read(const struct gathering *g, const struct window *window,
                const struct authors *authors, const struct published *published,
                struct metadata *out) {
    struct finder f = {.g = g, .window = window, .authors = authors, .out = out};
    f.languages = gathering_languages(g);
    const struct str *place = &out->fields[PITH_PLACE].text;
    if (!place->len)
        read_lead(&f);
    if (!place->len)
        read_lines(&f, published);
    complete_dateline(&f);
}

/*
 * Splits a line into tokens; see date_tokens.h.
 */
#include "metadata/date/date_tokens.h"

#include "base/utf8.h"
#include "metadata/date/calendar.h"
#include "metadata/date/date_value.h"

enum { MAX_DIGITS = 18 /* what fits into 64 bits */ };

int date_tokens_digit_value(uint32_t c) {
    static const uint32_t ZEROS[] = {0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10};
    if (c < ZEROS[0])
        return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
    for (size_t i = 0; i < N_OF(ZEROS); i++)
        if (c >= ZEROS[i] && c < ZEROS[i] + 10)
            return (int)(c - ZEROS[i]);
    return -1;
}

static char punct_kind(uint32_t c) {
    switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    case 0x2019:
    case 0xB0: /* degree sign, for an ordinal one: "1° febbraio" */
        return '\'';
    case 0x3001:
    case 0xFF0C:
    case 0x60C:
        return ',';
    case 0xFF1A:
        return ':';
    case 0xFF0F:
        return '/';
    case 0xFF08:
        return '(';
    default:
        return c < 0x80 ? (char)c : '~';
    }
}

static void look_up(struct token *token, struct arena *arena, struct str word) {
    size_t n;
    token->entries = words_look_up(arena, word, &n);
    token->n_entries = (uint16_t)n;
    token->is_unread = false;
}

static size_t take_number(struct token *token, struct str text, size_t i) {
    while (i < text.len) {
        size_t next = i;
        int value = date_tokens_digit_value(utf8_next(text, &next));
        if (value < 0)
            break;
        if (token->n_digits < MAX_DIGITS) {
            token->number = token->number * 10 + (uint64_t)value;
            token->n_digits++;
        }
        i = next;
    }
    return i;
}

/* A year and an hour without white space between them ("December 24, 20239:53"): the number ends
 * after its first four digits. */
static void split_year_and_hour(struct token *token, struct str text, size_t *end) {
    uint64_t year = token->n_digits == 5 ? token->number / 10 : token->number / 100;
    size_t i = *end;
    bool has_minutes = i + 2 < text.len && text.at[i] == ':' &&
                       date_tokens_digit_value((unsigned char)text.at[i + 1]) >= 0 &&
                       date_tokens_digit_value((unsigned char)text.at[i + 2]) >= 0;
    if ((token->n_digits != 5 && token->n_digits != 6) || i - token->first != token->n_digits ||
        !date_is_web_year((int64_t)year) || !has_minutes)
        return;
    *end = token->first + 4;
    token->number = year;
    token->n_digits = 4;
}

static bool is_word_character(uint32_t c) {
    return utf8_class(c) == UTF8_LETTER && date_tokens_digit_value(c) < 0;
}

static bool is_ascii_lower(uint32_t c) {
    return c >= 'a' && c <= 'z';
}

static bool is_ascii_upper(uint32_t c) {
    return c >= 'A' && c <= 'Z';
}

/* Whether a word that begins with the capital at `i` is attached to at least two others. */
static bool is_after_capitals(struct str text, size_t first, size_t i) {
    return i - first >= 2 && is_ascii_upper((unsigned char)text.at[i - 1]) &&
           is_ascii_upper((unsigned char)text.at[i - 2]) && i + 1 < text.len &&
           is_ascii_lower((unsigned char)text.at[i + 1]);
}

/* A word also ends where a capital follows a small letter, or where a capitalized word follows
 * capitals: elements without white space between them run together ("PublishedFeb 2", "AFPFeb
 * 2"). */
static size_t take_letters(struct str text, size_t first) {
    uint32_t before = 0;
    size_t i = first;
    while (i < text.len) {
        size_t next = i;
        uint32_t c = utf8_next(text, &next);
        if (is_ascii_lower(c)) { /* as most are */
            before = c;
            i = next;
            continue;
        }
        if (!is_word_character(c) && c != '\'' && c != 0x2019)
            break;
        if (is_ascii_upper(c) && (is_ascii_lower(before) || is_after_capitals(text, first, i)))
            break;
        before = c;
        i = next;
    }
    return i;
}

/* Abbreviations such as "p.m." become one word without the periods. */
static size_t take_abbreviation(struct token *token, struct arena *arena, struct str text,
                                size_t end) {
    size_t start = token->first, next = end + 1, after;
    if (end - start > 2 || end + 1 >= text.len || text.at[end] != '.')
        return 0;
    uint32_t c = utf8_next(text, &next);
    after = next;
    if (!is_word_character(c) || (after < text.len && is_word_character(utf8_next(text, &after))))
        return 0;
    struct buffer word;
    buffer_init(&word, arena);
    buffer_append(&word, str_between(text, start, end));
    buffer_append(&word, str_between(text, end + 1, next));
    look_up(token, arena, buffer_str(&word));
    return token->n_entries ? next + (next < text.len && text.at[next] == '.') : 0;
}

static size_t take_word(struct token *token, struct arena *arena, struct str text) {
    size_t end = take_letters(text, token->first);
    size_t abbreviation = take_abbreviation(token, arena, text, end);
    if (abbreviation)
        return abbreviation;
    token->is_unread = true;
    return end;
}

/* An abbreviation in Thai, which becomes one word without its periods: "มี.ค.", "พ.ศ.". */
static size_t take_dotted(struct token *token, struct arena *arena, struct str text) {
    enum { MAX_LETTERS = 4, MAX_PARTS = 2 };
    struct buffer word;
    size_t i = token->first;
    if ((unsigned char)text.at[i] != 0xE0) /* the first byte of Thai */
        return i;
    buffer_init(&word, arena);
    for (int part = 0; part < MAX_PARTS; part++) {
        size_t start = i, next = i;
        for (int k = 0; k < MAX_LETTERS && i < text.len; k++, i = next)
            if (utf8_class(utf8_next(text, &next)) != UTF8_IDEOGRAPH)
                break;
        if (i == start || i == text.len || text.at[i] != '.')
            return token->first;
        buffer_append(&word, str_between(text, start, i++));
    }
    look_up(token, arena, buffer_str(&word));
    return token->n_entries ? i : token->first;
}

/* In a script without spaces: the longest word of the table that begins here, or one character. */
static size_t take_ideographs(struct token *token, struct arena *arena, struct str text) {
    size_t end = take_dotted(token, arena, text), next, len, n;
    if (end > token->first)
        return end;
    next = end;
    for (int i = 0; i < WORDS_MAX_RUN && end < text.len; i++, end = next)
        if (utf8_class(utf8_next(text, &next)) != UTF8_IDEOGRAPH)
            break;
    token->entries = words_look_up_longest(arena, str_between(text, token->first, end), &len, &n);
    token->n_entries = (uint16_t)n;
    return token->first + len;
}

static size_t take_token(struct token *token, struct arena *arena, struct str text,
                         struct date_hints hints) {
    size_t next = token->first;
    uint32_t c = utf8_next(text, &next);
    if (date_tokens_digit_value(c) >= 0) {
        size_t end = take_number(token, text, token->first);
        split_year_and_hour(token, text, &end);
        if (token->n_digits == 4)
            token->number = calendar_common_year(token->number, hints.languages);
        return end;
    }
    if (utf8_class(c) == UTF8_IDEOGRAPH)
        return take_ideographs(token, arena, text);
    if (is_word_character(c))
        return take_word(token, arena, text);
    token->punct = punct_kind(c);
    return next;
}

/* A year directly followed by a count ("Dec 05, 20232 Shares"): the number ends after its first
 * four digits if a month, a day and a comma come before it. */
static size_t split_year_and_count(struct tokens *t, size_t end) {
    struct token *token = &t->token[t->n - 1];
    if (t->n < 4 || token->n_digits < 5 || token->n_digits > 9 || token[-1].punct != ',' ||
        token[-2].n_digits == 0 || token[-2].n_digits > 2 ||
        !date_tokens_word(t, t->n - 4, WORDS_MONTH) || end - token->first != token->n_digits)
        return end;
    uint64_t year = token->number;
    while (year > 9999)
        year /= 10;
    if (!date_is_web_year((int64_t)year))
        return end;
    token->number = year;
    token->n_digits = 4;
    return token->first + 4;
}

void date_tokens_read(struct tokens *out, struct arena *arena, struct str text,
                      struct date_hints hints) {
    out->token = out->room;
    out->n = 0;
    out->text = text;
    out->arena = arena;
    out->hints = hints;
    out->is_value = false;
    bool is_spaced = false;
    for (size_t i = 0; i < text.len && out->n < MAX_TOKENS;) {
        size_t next = i;
        if (utf8_class(utf8_next(text, &next)) == UTF8_SPACE) {
            is_spaced = true;
            i = next;
            continue;
        }
        struct token *token = &out->token[out->n++];
        *token = (struct token){.first = (uint32_t)i, .is_spaced = is_spaced};
        i = split_year_and_count(out, take_token(token, arena, text, hints));
        token->end = (uint32_t)i;
        is_spaced = false;
    }
}

bool date_tokens_is_letters(const struct tokens *t, size_t i, const char *lower) {
    return i < t->n && str_equals_lower(str_between(t->text, t->token[i].first, t->token[i].end),
                                        str_of(lower));
}

bool date_tokens_is_letter(const struct tokens *t, size_t i, char lower) {
    return i < t->n && t->token[i].end - t->token[i].first == 1 &&
           (t->text.at[t->token[i].first] | 0x20) == lower;
}

const struct words_entry *date_tokens_word(const struct tokens *t, size_t i, enum words_kind kind) {
    if (i >= t->n)
        return NULL;
    struct token *token = &t->token[i];
    if (token->is_unread)
        look_up(token, t->arena, str_between(t->text, token->first, token->end));
    const struct words_entry *other = NULL, *entry = token->entries;
    for (size_t n = token->n_entries; n; n--, entry++) {
        if (entry->kind != kind)
            continue;
        if (entry->languages & t->hints.languages)
            return entry;
        if (!other)
            other = entry;
    }
    return other;
}

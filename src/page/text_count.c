/*
 * Counts characters and words; see text_count.h.
 */
#include "page/text_count.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "page/ascii_count.h"

/* Word characters of ASCII, in lower case; 0 for others. */
static const char WORD_BYTES[128] =
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "0123456789\0\0\0\0\0\0"
    "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0_"
    "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0";

/* Keeps the word characters, without a branch, which would be mispredicted at both ends of every
 * word. */
static void keep_words(struct buffer *to, const char *at, size_t len) {
    char *out = buffer_reserve(to, len);
    for (size_t i = 0; i < len; i++) {
        *out = WORD_BYTES[(unsigned char)at[i]];
        out += *out != 0;
    }
    to->len = (size_t)(out - to->data);
}

static void count_word(struct text_counter *to, bool in_link) {
    to->counts.n_words++;
    to->counts.n_link_words += in_link;
}

static void count_char(struct text_counter *to, bool in_link) {
    to->counts.n_chars++;
    to->counts.n_link_chars += in_link;
}

/* Counts ASCII from text.at[i] on; returns the index of the first character that is not counted. */
static size_t count_ascii(struct text_counter *to, struct str text, size_t i, bool in_link) {
    struct block_counts *counts = &to->counts;
    struct ascii_count n;
    size_t end = ascii_count(text, i, to->in_word, &n);
    keep_words(&to->words, text.at + i, end - i);
    to->in_word = n.in_word;
    counts->n_chars += n.n_chars;
    counts->n_link_chars += in_link ? n.n_chars : 0;
    counts->n_words += n.n_words;
    counts->n_link_words += in_link ? n.n_words : 0;
    counts->n_capitals += n.n_capitals;
    counts->n_digits += n.n_digits;
    counts->n_puncts += n.n_puncts;
    counts->n_stops += n.n_stops;
    counts->n_commas += n.n_commas;
    return end;
}

static void count_letter(struct text_counter *to, uint32_t c, bool in_link) {
    if (!to->in_word) {
        count_word(to, in_link);
        to->counts.n_capitals += utf8_is_capital(c);
    }
    to->in_word = true;
    count_char(to, in_link);
}

static void count_other(struct text_counter *to, bool in_link) {
    to->in_word = false;
    count_char(to, in_link);
}

static void count_punct(struct text_counter *to, uint32_t c, bool in_link) {
    count_other(to, in_link);
    to->counts.n_puncts++;
    switch (c) {
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF1F:
    case 0x0964: /* danda */
    case 0x061F: /* Arabic question mark */
    case 0x06D4: /* Arabic full stop */
    case 0x2026: /* ellipsis */
        to->counts.n_stops++;
        break;
    case 0x060C: /* Arabic comma */
    case 0x3001: /* ideographic comma */
    case 0xFF0C:
        to->counts.n_commas++;
        break;
    default:
        break;
    }
}

static void count_wide(struct text_counter *to, uint32_t c, bool in_link) {
    switch (utf8_class(c)) {
    case UTF8_SPACE:
        to->in_word = false;
        break;
    case UTF8_LETTER:
        count_letter(to, c, in_link);
        break;
    case UTF8_IDEOGRAPH:
        count_other(to, in_link);
        if (to->half_word)
            count_word(to, in_link);
        to->half_word = !to->half_word;
        break;
    case UTF8_PUNCT:
        count_punct(to, c, in_link);
        break;
    case UTF8_OTHER:
        count_other(to, in_link);
        break;
    }
}

/* Whether a Han character of the common range, U+4E00 to U+9FFF, begins with these two bytes. */
static bool is_han(unsigned char first, unsigned char second) {
    return (first == 0xE4 && second >= 0xB8) || (first >= 0xE5 && first <= 0xE9);
}

/* Counts the Han characters from text.at[i] on, every second of which is a word; returns the index
 * after them. */
static size_t count_han(struct text_counter *to, struct str text, size_t i, bool in_link) {
    const unsigned char *at = (const unsigned char *)text.at;
    uint32_t n = 0;
    for (; i + 2 < text.len && is_han(at[i], at[i + 1]); i += 3)
        n++;
    uint32_t halves = n + to->half_word;
    to->in_word = to->in_word && n == 0;
    to->half_word = halves % 2;
    to->counts.n_chars += n;
    to->counts.n_link_chars += in_link ? n : 0;
    to->counts.n_words += halves / 2;
    to->counts.n_link_words += in_link ? halves / 2 : 0;
    return i;
}

void text_count(struct text_counter *to, struct str text, bool in_link) {
    for (size_t i = 0; i < text.len;) {
        if ((unsigned char)text.at[i] < 0x80) {
            i = count_ascii(to, text, i, in_link);
            continue;
        }
        size_t start = i;
        while (i < text.len && (unsigned char)text.at[i] >= 0x80) {
            size_t han = count_han(to, text, i, in_link);
            if (han > i)
                i = han;
            else
                count_wide(to, utf8_next(text, &i), in_link);
        }
        buffer_append(&to->words, str_between(text, start, i));
    }
}

uint32_t text_count_hash(const struct text_counter *counter) {
    return hash_long(0, buffer_str(&counter->words));
}

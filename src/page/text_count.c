/*
 * Counts characters and words; see text_count.h.
 */
#include "page/text_count.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* What an ASCII character counts as; bits. */
enum { IS_LETTER = 1, IS_DIGIT = 2, IS_CAPITAL = 4, IS_PUNCT = 8, IS_STOP = 16, IS_COMMA = 32 };

static uint8_t ascii_class(char c) {
    if (ascii_is_lower(c))
        return IS_LETTER;
    if (ascii_is_upper(c))
        return IS_LETTER | IS_CAPITAL;
    if (ascii_is_digit(c))
        return IS_LETTER | IS_DIGIT;
    if (c == '_')
        return IS_LETTER;
    if (c == '.' || c == '!' || c == '?')
        return IS_PUNCT | IS_STOP;
    if (c == ',')
        return IS_PUNCT | IS_COMMA;
    return c > ' ' && c < 0x7F ? IS_PUNCT : 0;
}

static uint8_t wide_class(uint32_t c) {
    switch (c) {
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF1F:
    case 0x0964: /* danda */
    case 0x061F: /* Arabic question mark */
    case 0x06D4: /* Arabic full stop */
    case 0x2026: /* ellipsis */
        return IS_PUNCT | IS_STOP;
    case 0x060C: /* Arabic comma */
    case 0x3001: /* ideographic comma */
    case 0xFF0C:
        return IS_PUNCT | IS_COMMA;
    default:
        return IS_PUNCT;
    }
}

static void count_word(struct text_counter *to, bool in_link) {
    to->counts.n_words++;
    to->counts.n_link_words += in_link;
}

static void count_class(struct text_counter *to, uint8_t class, bool in_link) {
    struct block_counts *n = &to->counts;
    n->n_chars++;
    n->n_link_chars += in_link;
    if (class & IS_LETTER) {
        if (!to->in_word) {
            count_word(to, in_link);
            n->n_capitals += (class & IS_CAPITAL) != 0;
        }
        to->in_word = true;
        n->n_digits += (class & IS_DIGIT) != 0;
        return;
    }
    to->in_word = false;
    n->n_puncts += (class & IS_PUNCT) != 0;
    n->n_stops += (class & IS_STOP) != 0;
    n->n_commas += (class & IS_COMMA) != 0;
}

static void count_wide(struct text_counter *to, uint32_t c, bool in_link) {
    switch (utf8_class(c)) {
    case UTF8_SPACE:
        to->in_word = false;
        break;
    case UTF8_LETTER:
        count_class(to, !to->in_word && utf8_is_capital(c) ? IS_LETTER | IS_CAPITAL : IS_LETTER,
                    in_link);
        break;
    case UTF8_IDEOGRAPH:
        count_class(to, 0, in_link);
        if (to->half_word)
            count_word(to, in_link);
        to->half_word = !to->half_word;
        break;
    case UTF8_PUNCT:
        count_class(to, wide_class(c), in_link);
        break;
    case UTF8_OTHER:
        count_class(to, 0, in_link);
        break;
    }
}

void text_count(struct text_counter *to, struct str text, bool in_link) {
    for (size_t i = 0; i < text.len;) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 0x80) {
            uint8_t class = ascii_class(text.at[i]);
            if (class)
                count_class(to, class, in_link);
            else
                to->in_word = false;
            if (class & IS_LETTER)
                to->hash = hash_byte(to->hash, c | 0x20);
            i++;
        } else {
            size_t start = i;
            count_wide(to, utf8_next(text, &i), in_link);
            to->hash = hash_bytes(to->hash, str_between(text, start, i));
        }
    }
}

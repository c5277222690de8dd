/*
 * Counts characters and words; see text_count.h.
 */
#include "page/text_count.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* What a character counts as: counts that can be added up in one number, for up to MAX_ADDED
 * characters, with the bits of a letter above them. (A table and additions in place of tests halve
 * the time of counting.) */
enum {
    AT_CHARS = 0,
    AT_DIGITS = 10,
    AT_PUNCTS = 20,
    AT_STOPS = 30,
    AT_COMMAS = 40,
    MAX_ADDED = 1023
};
enum { AT_WORDS = 0, AT_CAPITALS = 12, AT_START = 50 };

#define COUNT_AT(bit) (UINT64_C(1) << (bit))
#define ALL_COUNTS (COUNT_AT(AT_START) - 1)
/* A letter begins a word, and a capital is counted, unless the character before has the bit above
 * in it. */
#define WORD_START COUNT_AT(AT_START + AT_WORDS)
#define CAPITAL_START COUNT_AT(AT_START + AT_CAPITALS)
#define IN_WORD (WORD_START << 1 | CAPITAL_START << 1)

#define N 0 /* nothing: white space */
#define L (IN_WORD | WORD_START | COUNT_AT(AT_CHARS))
#define U (CAPITAL_START | L)
#define D (COUNT_AT(AT_DIGITS) | L)
#define P (COUNT_AT(AT_PUNCTS) | COUNT_AT(AT_CHARS))
#define S (COUNT_AT(AT_STOPS) | P)
#define C (COUNT_AT(AT_COMMAS) | P)

/* clang-format off */
static const uint64_t ASCII_COUNTS[128] = {
    N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N,
    N, S, P, P, P, P, P, P, P, P, P, P, C, P, S, P, D, D, D, D, D, D, D, D, D, D, P, P, P, P, P, S,
    P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, P, P, P, P, L,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, N,
};
/* clang-format on */

static uint64_t wide_counts(uint32_t c) {
    switch (c) {
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF1F:
    case 0x0964: /* danda */
    case 0x061F: /* Arabic question mark */
    case 0x06D4: /* Arabic full stop */
    case 0x2026: /* ellipsis */
        return S;
    case 0x060C: /* Arabic comma */
    case 0x3001: /* ideographic comma */
    case 0xFF0C:
        return C;
    default:
        return P;
    }
}

#undef N
#undef L
#undef U
#undef D
#undef P
#undef S
#undef C

static void count_word(struct text_counter *to, bool in_link) {
    to->counts.n_words++;
    to->counts.n_link_words += in_link;
}

static uint32_t count_of(uint64_t counts, int at) {
    return (uint32_t)(counts >> at) & MAX_ADDED;
}

/* Adds the counts of some characters. */
static void add_counts(struct text_counter *to, uint64_t counts, bool in_link) {
    struct block_counts *n = &to->counts;
    uint32_t n_chars = count_of(counts, AT_CHARS);
    n->n_chars += n_chars;
    n->n_link_chars += in_link ? n_chars : 0;
    n->n_digits += count_of(counts, AT_DIGITS);
    n->n_puncts += count_of(counts, AT_PUNCTS);
    n->n_stops += count_of(counts, AT_STOPS);
    n->n_commas += count_of(counts, AT_COMMAS);
}

/* Hashes a byte if it is part of a word, without a branch, which would be mispredicted at both ends
 * of every word. */
static uint32_t hash_if(uint32_t hash, unsigned char c, bool is_in_word) {
    uint32_t mask = 0 - (uint32_t)is_in_word;
    return (hash ^ (c & mask)) * ((HASH_FACTOR & mask) | (1 & ~mask));
}

/* Counts ASCII from text.at[i] on; returns the index of the first character that is not counted. */
static size_t count_ascii(struct text_counter *to, struct str text, size_t i, bool in_link) {
    size_t end = text.len - i < MAX_ADDED ? text.len : i + MAX_ADDED;
    uint64_t counts = 0, starts = 0, before = to->in_word ? IN_WORD : 0;
    uint32_t hash = to->hash;
    for (; i < end && (unsigned char)text.at[i] < 0x80; i++) {
        uint64_t each = ASCII_COUNTS[(unsigned char)text.at[i]];
        starts += (each & ~(before >> 1) & (WORD_START | CAPITAL_START)) >> AT_START;
        counts += each & ALL_COUNTS;
        before = each;
        hash = hash_if(hash, (unsigned char)(text.at[i] | 0x20), (each & IN_WORD) != 0);
    }
    add_counts(to, counts, in_link);
    to->in_word = (before & IN_WORD) != 0;
    to->hash = hash;
    to->counts.n_words += count_of(starts, AT_WORDS);
    to->counts.n_link_words += in_link ? count_of(starts, AT_WORDS) : 0;
    to->counts.n_capitals += count_of(starts, AT_CAPITALS);
    return i;
}

static void count_letter(struct text_counter *to, uint32_t c, bool in_link) {
    if (!to->in_word) {
        count_word(to, in_link);
        to->counts.n_capitals += utf8_is_capital(c);
    }
    to->in_word = true;
    add_counts(to, COUNT_AT(AT_CHARS), in_link);
}

static void count_other(struct text_counter *to, uint64_t counts, bool in_link) {
    to->in_word = false;
    add_counts(to, counts, in_link);
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
        count_other(to, COUNT_AT(AT_CHARS), in_link);
        if (to->half_word)
            count_word(to, in_link);
        to->half_word = !to->half_word;
        break;
    case UTF8_PUNCT:
        count_other(to, wide_counts(c), in_link);
        break;
    case UTF8_OTHER:
        count_other(to, COUNT_AT(AT_CHARS), in_link);
        break;
    }
}

void text_count(struct text_counter *to, struct str text, bool in_link) {
    for (size_t i = 0; i < text.len;) {
        if ((unsigned char)text.at[i] < 0x80) {
            i = count_ascii(to, text, i, in_link);
            continue;
        }
        size_t start = i;
        count_wide(to, utf8_next(text, &i), in_link);
        to->hash = hash_bytes(to->hash, str_between(text, start, i));
    }
}

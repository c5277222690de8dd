/*
 * Counts ASCII, 16 characters at a time if it can; see ascii_count.h.
 */
#include "page/ascii_count.h"

#include <string.h>

#if defined __SSE2__ && !defined PITH_PLAIN

#include <emmintrin.h>

enum {
    STEP = sizeof(__m128i),
    MAX_STEPS = 255 /* counts are kept in bytes */
};

/* One count per byte of a vector. */
struct sums {
    __m128i chars, words, capitals, digits, puncts, stops, commas;
};

/* Whether each byte is in [first, last]; both are ASCII. */
static inline __m128i are_within(__m128i bytes, char first, char last) {
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(first - 1))),
                         _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)(last + 1))));
}

static inline __m128i are(__m128i bytes, char c) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

/* Adds where `is_here` is true, which is -1. */
static inline void add(__m128i *sum, __m128i is_here) {
    *sum = _mm_sub_epi8(*sum, is_here);
}

/* Counts 16 bytes; `before` says in its last byte whether a word character precedes them. Returns
 * which of them are word characters. */
static inline __m128i count_step(struct sums *sums, __m128i bytes, __m128i before) {
    __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    __m128i digits = are_within(bytes, '0', '9');
    __m128i words =
        _mm_or_si128(_mm_or_si128(are_within(folded, 'a', 'z'), digits), are(bytes, '_'));
    __m128i starts =
        _mm_andnot_si128(_mm_or_si128(_mm_slli_si128(words, 1), _mm_srli_si128(before, 15)), words);
    __m128i chars = are_within(bytes, '!', '~');
    add(&sums->chars, chars);
    add(&sums->words, starts);
    add(&sums->capitals, _mm_and_si128(starts, are_within(bytes, 'A', 'Z')));
    add(&sums->digits, digits);
    add(&sums->puncts, _mm_andnot_si128(words, chars));
    add(&sums->stops,
        _mm_or_si128(_mm_or_si128(are(bytes, '.'), are(bytes, '!')), are(bytes, '?')));
    add(&sums->commas, are(bytes, ','));
    return words;
}

static uint32_t total(__m128i sums) {
    __m128i halves = _mm_sad_epu8(sums, _mm_setzero_si128());
    return (uint32_t)_mm_cvtsi128_si32(_mm_add_epi64(halves, _mm_srli_si128(halves, 8)));
}

/* Up to 16 bytes, followed by zeros. */
static __m128i load_some(const char *at, size_t n) {
    char bytes[STEP] = {0};
    memcpy(bytes, at, n < STEP ? n : STEP);
    return _mm_loadu_si128((const __m128i *)bytes);
}

size_t ascii_count(struct str text, size_t i, bool in_word, struct ascii_count *out) {
    struct sums sums = {0};
    __m128i words = _mm_set1_epi8((char)(in_word ? -1 : 0));
    size_t n = STEP;
    for (int step = 0; step < MAX_STEPS && n == STEP && i < text.len; step++) {
        size_t left = text.len - i;
        __m128i bytes = left >= STEP ? _mm_loadu_si128((const __m128i *)(text.at + i))
                                     : load_some(text.at + i, left);
        unsigned wide = (unsigned)_mm_movemask_epi8(bytes);
        if (wide & 1)
            break;
        if (wide || left < STEP)
            n = wide ? (size_t)__builtin_ctz(wide) : left;
        words = count_step(&sums, wide ? load_some(text.at + i, n) : bytes, words);
        i += n;
    }
    *out = (struct ascii_count){
        .n_chars = total(sums.chars),
        .n_digits = total(sums.digits),
        .n_puncts = total(sums.puncts),
        .n_stops = total(sums.stops),
        .n_commas = total(sums.commas),
        .n_words = total(sums.words),
        .n_capitals = total(sums.capitals),
        .in_word = (unsigned)_mm_movemask_epi8(words) >> (n - 1) & 1,
    };
    return i;
}

#else

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

static uint32_t count_of(uint64_t counts, int at) {
    return (uint32_t)(counts >> at) & MAX_ADDED;
}

size_t ascii_count(struct str text, size_t i, bool in_word, struct ascii_count *out) {
    size_t end = text.len - i < MAX_ADDED ? text.len : i + MAX_ADDED;
    uint64_t counts = 0, starts = 0, before = in_word ? IN_WORD : 0;
    for (; i < end && (unsigned char)text.at[i] < 0x80; i++) {
        uint64_t each = ASCII_COUNTS[(unsigned char)text.at[i]];
        starts += (each & ~(before >> 1) & (WORD_START | CAPITAL_START)) >> AT_START;
        counts += each & ALL_COUNTS;
        before = each;
    }
    *out = (struct ascii_count){
        .n_chars = count_of(counts, AT_CHARS),
        .n_digits = count_of(counts, AT_DIGITS),
        .n_puncts = count_of(counts, AT_PUNCTS),
        .n_stops = count_of(counts, AT_STOPS),
        .n_commas = count_of(counts, AT_COMMAS),
        .n_words = count_of(starts, AT_WORDS),
        .n_capitals = count_of(starts, AT_CAPITALS),
        .in_word = (before & IN_WORD) != 0,
    };
    return i;
}

#endif

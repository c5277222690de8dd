/*
 * Counts words by the classes of their characters; see word_count.h.
 */
#include "base/word_count.h"

#include <stdbool.h>
#include <stdint.h>

#if defined __SSE2__ && !defined PITH_PLAIN
#include <emmintrin.h>
#endif

#include "base/utf8.h"

/* The mean length of a written Thai word in running text is between four and five characters. */
enum { CHARS_PER_UNSPACED_WORD = 5 };

/* Han, kana and characters written among them. */
static bool is_counted_alone(uint32_t c) {
    return c >= 0x2E80;
}

static bool is_joiner(uint32_t c) {
    return c == '\'' || c == '-' || c == '.' || c == ',' || c == 0x2019 || c == 0x2010;
}

struct count {
    size_t n, n_unspaced;
    bool in_word, after_letter; /* in_word: after a letter, or that and a joiner */
};

/* Without branches on the character, which would be mispredicted twice per word. */
static void add_character(struct count *count, uint32_t c) {
    enum utf8_class class = utf8_class(c);
    bool is_letter = class == UTF8_LETTER;
    count->n += is_letter & !count->in_word;
    count->in_word = is_letter | (count->after_letter & is_joiner(c));
    count->after_letter = is_letter;
    if (class == UTF8_IDEOGRAPH && is_counted_alone(c))
        count->n++;
    else if (class == UTF8_IDEOGRAPH)
        count->n_unspaced++;
}

#if defined __SSE2__ && !defined PITH_PLAIN

enum { STEP = sizeof(__m128i) };

static __m128i are_within(__m128i bytes, char first, char last) {
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(first - 1))),
                         _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)(last + 1))));
}

static __m128i are(__m128i bytes, char c) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

/* Adds the ASCII characters at text.at[i], up to STEP of them, all at once: bit k of a mask is the
 * character at i + k. Returns how many. */
static size_t add_ascii(struct count *count, struct str text, size_t i) {
    if (text.len - i < STEP)
        return 0;
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text.at + i));
    unsigned wide = (unsigned)_mm_movemask_epi8(bytes);
    size_t n = wide ? (size_t)__builtin_ctz(wide) : STEP;
    if (n == 0)
        return 0;
    __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    unsigned letters = (unsigned)_mm_movemask_epi8(
        _mm_or_si128(are_within(folded, 'a', 'z'), are_within(bytes, '0', '9')));
    unsigned joiners =
        (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(are(bytes, '\''), are(bytes, '-')),
                                                 _mm_or_si128(are(bytes, '.'), are(bytes, ','))));
    unsigned words = letters | (joiners & (letters << 1 | count->after_letter));
    unsigned starts = letters & ~(words << 1 | count->in_word) & ((1U << n) - 1);
    count->n += (unsigned)__builtin_popcount(starts);
    count->in_word = words >> (n - 1) & 1;
    count->after_letter = letters >> (n - 1) & 1;
    return n;
}

#else

static size_t add_ascii(struct count *count, struct str text, size_t i) {
    (void)count;
    (void)text;
    (void)i;
    return 0;
}

#endif

size_t word_count(struct str text) {
    struct count count = {0};
    for (size_t i = 0; i < text.len;) {
        size_t n = add_ascii(&count, text, i);
        i += n;
        if (n == 0)
            add_character(&count, utf8_next(text, &i));
    }
    return count.n + (count.n_unspaced + CHARS_PER_UNSPACED_WORD - 1) / CHARS_PER_UNSPACED_WORD;
}

/*
 * Counts words by the classes of their characters; see word_count.h.
 */
#include "base/word_count.h"

#include <stdbool.h>
#include <stdint.h>

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

/* Without branches on the character, which would be mispredicted twice per word. */
size_t word_count(struct str text) {
    size_t n = 0, n_unspaced = 0;
    bool in_word = false, after_letter = false; /* in_word: after a letter, or that and a joiner */
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        enum utf8_class class = utf8_class(c);
        bool is_letter = class == UTF8_LETTER;
        n += is_letter & !in_word;
        in_word = is_letter | (after_letter & is_joiner(c));
        after_letter = is_letter;
        if (class == UTF8_IDEOGRAPH && is_counted_alone(c))
            n++;
        else if (class == UTF8_IDEOGRAPH)
            n_unspaced++;
    }
    return n + (n_unspaced + CHARS_PER_UNSPACED_WORD - 1) / CHARS_PER_UNSPACED_WORD;
}

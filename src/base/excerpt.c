/*
 * Cuts a text where a reader would; see excerpt.h.
 */
#include "base/excerpt.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"

/* Two or three English sentences; what search engines and feed readers show. */
enum { MAX_BYTES = 300 };

static bool ends_sentence(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x0964 || c == 0x061F || c == 0x06D4;
}

/* A closing quote or bracket goes with the sentence that it ends. */
static bool closes(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == 0x2019 || c == 0x201D || c == 0xBB ||
           c == 0x300D;
}

struct str excerpt_of(struct str text) {
    size_t word = 0, sentence = 0;
    bool at_end = false; /* a sentence may end here */
    for (size_t i = 0; i < text.len && i <= MAX_BYTES;) {
        size_t first = i;
        uint32_t c = utf8_next(text, &i);
        enum utf8_class class = utf8_class(c);
        if (class == UTF8_SPACE) {
            word = first;
            sentence = at_end ? first : sentence;
            if (c == '\n' && at_end)
                return str_between(text, 0, first);
        } else if (class == UTF8_IDEOGRAPH) {
            word = first; /* there is no space: cut anywhere */
        }
        at_end = ends_sentence(c) || (at_end && closes(c));
        if (at_end && c >= 0x3000)
            sentence = word = i;
    }
    if (text.len <= MAX_BYTES)
        return text;
    return str_between(text, 0, sentence >= MAX_BYTES / 2 ? sentence : word ? word : sentence);
}

/*
 * Splits a part of a byline into words; see name_words.h.
 */
#include "metadata/author/name_words.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "metadata/date/date_tokens.h"

bool name_words_is_edge(uint32_t c) {
    return utf8_class(c) == UTF8_PUNCT || utf8_class(c) == UTF8_OTHER || c <= ' ' || c == 0xA0;
}

struct str name_words_trim(struct str s) {
    while (s.len) {
        size_t i = 0;
        if (!name_words_is_edge(utf8_next(s, &i)))
            break;
        s = str_between(s, i, s.len);
    }
    while (s.len) {
        size_t i = utf8_before(s, s.len), next = i;
        uint32_t c = utf8_next(s, &next);
        bool is_initial =
            c == '.' && i >= 1 && (i == 1 || s.at[i - 2] == ' ' || s.at[i - 2] == '.');
        if (!name_words_is_edge(c) || is_initial)
            break;
        s.len = i;
    }
    return s;
}

void name_words_split(struct arena *arena, struct str part, struct name_words *out) {
    *out = (struct name_words){.part = part};
    for (size_t i = 0; i < part.len;) {
        size_t end = i;
        while (end < part.len && part.at[end] != ' ')
            end++;
        struct str text = name_words_trim(str_between(part, i, end));
        if (text.len && out->n == MAX_NAME_WORDS) {
            out->is_cut = true;
            return;
        }
        if (text.len) {
            struct str folded = words_folded(arena, name_words_trim(text));
            out->items[out->n++] = (struct name_word){text, folded, words_may_be(folded), i, end};
        }
        i = end + 1;
    }
}

bool name_word_is(struct arena *arena, const struct name_word *word, enum words_kind kind,
                  language_set languages) {
    if (name_word_has_kind(word, kind, languages))
        return true;
    if (!str_has_byte(word->folded, '.'))
        return false;
    struct buffer bare;
    buffer_init(&bare, arena);
    for (size_t i = 0; i < word->folded.len; i++)
        if (word->folded.at[i] != '.')
            buffer_append_byte(&bare, word->folded.at[i]);
    return words_is(buffer_str(&bare), kind, languages);
}

enum letter_case name_word_case(const struct name_word *word) {
    size_t i = 0, k = 0;
    if (word->folded.len == 0) /* only joiners and other invisible characters */
        return CASE_NONE;
    uint32_t c = utf8_next(word->text, &i), folded = utf8_next(word->folded, &k);
    if (c != folded)
        return CASE_UPPER;
    return c < 0x530 ? CASE_LOWER : CASE_NONE; /* Latin, Greek, Cyrillic have case */
}

bool name_words_is_upper(struct str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (ascii_is_lower(text.at[i]))
            return false;
        n += ascii_is_upper(text.at[i]);
    }
    return n > 0;
}

bool name_words_has_digit(struct str text) {
    for (size_t i = 0; i < text.len;)
        if (date_tokens_digit_value(utf8_next(text, &i)) >= 0)
            return true;
    return false;
}

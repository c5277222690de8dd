/*
 * Reduces texts to the words by which they are compared; see comparison_key.h.
 */
#include "metadata/comparison_key.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "lexicon/words.h"

/* Appends the words of folded text. */
static void append_words(struct buffer *out, struct str s) {
    size_t word = SIZE_MAX; /* where it begins */
    for (size_t i = 0, at = 0; at <= s.len; at = i) {
        enum utf8_class class = at < s.len ? utf8_class(utf8_next(s, &i)) : UTF8_SPACE;
        bool is_of_word = class == UTF8_LETTER || class == UTF8_IDEOGRAPH;
        if (is_of_word && word == SIZE_MAX)
            word = at;
        if (!is_of_word && word != SIZE_MAX) {
            if (out->len)
                buffer_append_byte(out, ' ');
            buffer_append(out, str_between(s, word, at));
            word = SIZE_MAX;
        }
        if (at == s.len)
            break;
    }
}

/* What each ASCII character is in a key. */
static const char KEY_BYTES[] = "                                "
                                "                0123456789      "
                                " abcdefghijklmnopqrstuvwxyz    _"
                                " abcdefghijklmnopqrstuvwxyz     ";

/* The key of an all-ASCII text; STR_NONE for any other. Without branches on characters, since
 * nobody can predict where words end. */
static struct str ascii_key(struct arena *arena, struct str text) {
    if (ascii_find_other(text.at, 0, text.len) < text.len)
        return STR_NONE;
    char *key = arena_alloc(arena, text.len + 1);
    size_t n = 0;
    bool is_gap = true;
    for (size_t i = 0; i < text.len; i++) {
        char c = KEY_BYTES[(unsigned char)text.at[i]];
        bool was_gap = is_gap;
        key[n] = c;
        is_gap = c == ' ';
        n += !(is_gap & was_gap);
    }
    return (struct str){key, n && is_gap ? n - 1 : n};
}

struct str comparison_key_of(struct arena *arena, struct str text) {
    struct str plain = ascii_key(arena, text);
    if (plain.at)
        return plain;
    struct buffer folded, out;
    buffer_init(&folded, arena);
    buffer_init(&out, arena);
    buffer_reserve(&out, text.len);
    words_append_folded(&folded, text);
    append_words(&out, buffer_str(&folded));
    return buffer_str(&out);
}

/* Each search takes time for all of `part`, so one that has been found often within words is given
 * up. */
size_t comparison_key_find(struct str whole, struct str part) {
    enum { MOST_BYTES = 1 << 20 };
    for (size_t from = 0, n = 0; from + part.len <= whole.len && n < MOST_BYTES; n += part.len) {
        size_t at = from + str_find(str_between(whole, from, whole.len), part);
        if (at >= whole.len)
            break;
        if ((at == 0 || whole.at[at - 1] == ' ') &&
            (at + part.len == whole.len || whole.at[at + part.len] == ' '))
            return at;
        from = at + 1;
    }
    return whole.len;
}

bool comparison_key_contains(struct str whole, struct str part) {
    return part.len && comparison_key_find(whole, part) < whole.len;
}

struct str comparison_key_next_word(struct str key, size_t *at) {
    size_t start = *at;
    while (*at < key.len && key.at[*at] != ' ')
        ++*at;
    struct str word = str_between(key, start, *at);
    *at += *at < key.len;
    return word;
}

size_t comparison_key_count_words(struct str key) {
    size_t n = key.len != 0;
    for (size_t i = 0; i < key.len; i++)
        n += key.at[i] == ' ';
    return n;
}

struct str comparison_key_compact(struct arena *arena, struct str key) {
    char *compact = arena_alloc(arena, key.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < key.len; i++) {
        compact[n] = key.at[i];
        n += key.at[i] != ' ';
    }
    return (struct str){compact, n};
}

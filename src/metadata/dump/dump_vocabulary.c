/*
 * Sorted hashes of words; see dump_vocabulary.h.
 */
#include "metadata/dump/dump_vocabulary.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "metadata/comparison_key.h"

enum { MIN_WORD_BYTES = 4 /* shorter ones occur in any text */ };

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool has(const struct dump_vocabulary *vocabulary, uint32_t hash) {
    return bsearch(&hash, vocabulary->hashes, vocabulary->n, sizeof hash, by_value) != NULL;
}

static struct dump_vocabulary *new_vocabulary(struct arena *arena) {
    struct dump_vocabulary *out = arena_alloc(arena, sizeof *out);
    out->n = 0;
    return out;
}

static void sort(struct dump_vocabulary *vocabulary) {
    qsort(vocabulary->hashes, vocabulary->n, sizeof *vocabulary->hashes, by_value);
}

/* Whether an ideograph, a kana or a Hangul syllable is at key.at[i]. */
static bool is_wide(struct str key, size_t i) {
    return i + 3 <= key.len && (unsigned char)key.at[i] >= 0xE3 && (unsigned char)key.at[i] < 0xF0;
}

/* The next word of a key that is long enough to matter. In scripts without spaces, each pair of
 * adjacent characters is a word. */
static bool next_word(struct str key, size_t *at, struct str *word) {
    while (*at < key.len) {
        size_t start = *at;
        if (is_wide(key, start)) {
            *at += 3;
            *word = str_between(key, start, start + 6);
            if (is_wide(key, *at))
                return true;
            continue;
        }
        while (*at < key.len && key.at[*at] != ' ' && !is_wide(key, *at))
            ++*at;
        *word = str_between(key, start, *at);
        *at += *at < key.len && key.at[*at] == ' ';
        if (word->len >= MIN_WORD_BYTES)
            return true;
    }
    return false;
}

const struct dump_vocabulary *dump_vocabulary_of(const struct gathering *g, uint32_t body,
                                                 uint32_t ahead) {
    struct dump_vocabulary *out = new_vocabulary(g->arena);
    for (uint32_t i = body; i < g->page->n_blocks && i < body + ahead; i++) {
        if (i > body && g->score[i] < 0.4f)
            continue;
        struct str word, key = comparison_key_of(g->arena, g->page->blocks[i].text);
        for (size_t at = 0; out->n < DUMP_VOCABULARY_MOST && next_word(key, &at, &word);)
            out->hashes[out->n++] = hash_bytes(HASH_START, word);
    }
    sort(out);
    return out;
}

size_t dump_vocabulary_shared(const struct dump_vocabulary *vocabulary, struct str key, size_t *n) {
    struct str word;
    size_t n_shared = 0;
    *n = 0;
    for (size_t at = 0; next_word(key, &at, &word); ++*n)
        n_shared += has(vocabulary, hash_bytes(HASH_START, word));
    return n_shared;
}

/* ---- words written in lower case ---- */

/* Where the run of letters that begins at text.at[i] ends. */
static size_t letters_end(struct str text, size_t i) {
    while (i < text.len && (ascii_is_letter(text.at[i]) || (unsigned char)text.at[i] >= 0x80))
        i++;
    return i;
}

static void add_small(struct dump_vocabulary *out, struct str text) {
    for (size_t i = 0; i < text.len && out->n < DUMP_VOCABULARY_MOST;) {
        size_t end = letters_end(text, i);
        if (end >= i + MIN_WORD_BYTES && ascii_is_lower(text.at[i]))
            out->hashes[out->n++] = hash_bytes(HASH_START, str_between(text, i, end));
        i = end + 1;
    }
}

const struct dump_vocabulary *dump_vocabulary_small(const struct gathering *g) {
    struct dump_vocabulary *out = new_vocabulary(g->arena);
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        add_small(out, g->page->blocks[i].text);
    sort(out);
    return out;
}

static uint32_t hash_small(struct str word) {
    char first = ascii_lower(word.at[0]);
    uint32_t hash = hash_bytes(HASH_START, (struct str){&first, 1});
    return hash_bytes(hash, str_between(word, 1, word.len));
}

float dump_vocabulary_common(const struct dump_vocabulary *small, struct str text) {
    size_t n = 0, n_small = 0;
    for (size_t i = 0; i < text.len;) {
        size_t end = letters_end(text, i);
        if (end >= i + MIN_WORD_BYTES && ascii_is_upper(text.at[i])) {
            n++;
            n_small += has(small, hash_small(str_between(text, i, end)));
        }
        i = end + 1;
    }
    return n ? (float)n_small / (float)n : 0;
}

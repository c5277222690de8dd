/*
 * The headline of a page that has neither titles nor headings: the line above the article whose
 * words the article uses most.
 */
#include <stdlib.h>

#include "hash.h"
#include "metadata_date.h"
#include "metadata_key.h"
#include "metadata_lines.h"
#include "metadata_name.h"
#include "metadata_words.h"

enum {
    LOOK_BACK = 40,      /* lines above the article: standfirst, byline, picture, share bar */
    LOOK_AHEAD = 16,     /* blocks of the article that are asked; real news repeat by then */
    MAX_WORDS = 4096,    /* of these blocks */
    MIN_TITLE_WORDS = 3, /* "Pier burns down" */
    MAX_TITLE_WORDS = 30,
    MAX_ANCHOR_WORDS = 14 /* of a byline or dateline */
};

/* The words of the article's beginning, as hashes in order. */
struct vocabulary {
    uint32_t hashes[MAX_WORDS];
    size_t n;
};

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The next word of a key that carries meaning: short ones are in any text. */
static bool next_word(struct str key, size_t *at, struct str *word) {
    while (*at < key.len) {
        *word = key_next_word(key, at);
        if (word->len >= 4)
            return true;
    }
    return false;
}

static void collect_words(const struct gathering *g, uint32_t body, struct vocabulary *out) {
    out->n = 0;
    for (uint32_t i = body; i < g->page->n_blocks && i < body + LOOK_AHEAD; i++) {
        struct str word, key = key_of(g->arena, g->page->blocks[i].text);
        for (size_t at = 0; out->n < MAX_WORDS && next_word(key, &at, &word);)
            out->hashes[out->n++] = hash_bytes(HASH_START, word);
    }
    qsort(out->hashes, out->n, sizeof *out->hashes, by_value);
}

/* The share of the line's words that the article uses, 0 to 1. */
static double overlap(const struct gathering *g, struct str text, const struct vocabulary *known) {
    struct str word, key = key_of(g->arena, text);
    size_t n = 0, n_known = 0;
    for (size_t at = 0; next_word(key, &at, &word); n++) {
        uint32_t hash = hash_bytes(HASH_START, word);
        n_known += bsearch(&hash, known->hashes, known->n, sizeof hash, by_value) != NULL;
    }
    return n ? (double)n_known / (double)n : 0;
}

static bool ends_sentence(struct str text) {
    return str_ends_with(text, STR(".")) || str_ends_with(text, STR(":")) ||
           str_ends_with(text, STR("\xE3\x80\x82"));
}

/* A line that could be a headline: some words, no sentence, neither byline nor dateline. */
static bool is_title_like(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    struct date date;
    if (block->counts.n_words < MIN_TITLE_WORDS || block->counts.n_words > MAX_TITLE_WORDS ||
        ends_sentence(block->text) || name_by_prefix(g->arena, block->text, g->hints.languages))
        return false;
    return !date_find(g->arena, block->text, g->hints, &date, NULL);
}

/* A byline or dateline. */
static bool is_anchor(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    struct date date;
    if (block->counts.n_words > MAX_ANCHOR_WORDS)
        return false;
    if (name_by_prefix(g->arena, block->text, g->hints.languages))
        return true;
    return date_find(g->arena, block->text, g->hints, &date, NULL) && date.day != 0;
}

/* What a byline or dateline close below a line says for it, 0 to 1. */
static double anchor_below(const struct gathering *g, uint32_t i, uint32_t body) {
    for (uint32_t k = i + 1; k < body && k <= i + 5; k++)
        if (is_anchor(g, k))
            return 1 - 0.15 * (double)(k - i - 1);
    return 0;
}

/* How much a line looks like the headline: its words are the article's, it is no mere label, it
 * does not stand far off, and byline and date stand below. */
static double weigh(const struct gathering *g, uint32_t i, uint32_t body,
                    const struct vocabulary *known) {
    double n_words = g->page->blocks[i].counts.n_words;
    double length = n_words < 8 ? n_words / 8 : 1;
    double nearness = 1 - 0.4 * (double)(body - i) / LOOK_BACK;
    double shared = overlap(g, g->page->blocks[i].text, known);
    return (shared + 0.35 * anchor_below(g, i, body)) * length * nearness;
}

/* The line close above the best one that is nearly as good: the standfirst below it has the
 * article's words too, and more of them. */
static uint32_t headline_above(const struct gathering *g, uint32_t best, uint32_t body, double most,
                               const struct vocabulary *known) {
    uint32_t first = best;
    for (uint32_t i = best; i > 0 && i + 3 > best; i--)
        if (is_title_like(g, i - 1) && weigh(g, i - 1, body, known) >= 0.6 * most)
            first = i - 1;
    return first;
}

void lines_find_headline(const struct gathering *g, struct headline *out) {
    uint32_t body = lines_first_body(g), best = NOWHERE;
    struct vocabulary *known = arena_alloc(g->arena, sizeof *known);
    double most = 0.2; /* below it, chance and menus */
    *out = (struct headline){.first = NOWHERE, .end = NOWHERE};
    collect_words(g, body, known);
    for (uint32_t i = body > LOOK_BACK ? body - LOOK_BACK : 0; i < body; i++) {
        double weight = is_title_like(g, i) ? weigh(g, i, body, known) : 0;
        if (weight > most) {
            most = weight;
            best = i;
        }
    }
    if (best == NOWHERE)
        return;
    best = headline_above(g, best, body, most, known);
    struct str text = metadata_line(g->arena, g->page->blocks[best].text);
    out->value = metadata_value_of(text, SOURCE_TEXT);
    out->key = key_of(g->arena, text);
    out->first = best;
    out->end = best + 1;
}

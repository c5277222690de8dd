/*
 * What a block's words have in common with the rest of the page: repetition, title, description.
 *
 * Words are compared by 32-bit hashes; a collision makes a feature slightly wrong, no more.
 */
#include <math.h>

#include "base/hash.h"
#include "base/hash_table.h"
#include "score/feature_parts.h"

/* A set of hashes; 0 is an empty slot. Once half of its slots are used it accepts no more, so that
 * lookups stay short. */
struct hash_set {
    uint32_t *slots;
    size_t mask, n;
    uint64_t filter; /* bit h is set if the low 6 bits of some hash are h: most words of a page
                        are not in its title, and need no search */
};

static void set_init(struct hash_set *set, struct arena *arena, size_t n) {
    /* 2^20 slots hold half a million runs of words: more than 3 MB of text. */
    const size_t most = (size_t)1 << 20;
    size_t size = hash_table_size(n < most / 2 ? n : most / 2);
    *set = (struct hash_set){arena_alloc_zero(arena, size, sizeof(uint32_t)), size - 1, 0, 0};
}

static uint64_t filter_bit(uint32_t hash) {
    return UINT64_C(1) << (hash & 63);
}

/* The slot of a hash that is not 0, or the free one where it would be. */
static size_t set_find(const struct hash_set *set, uint32_t hash) {
    size_t k = hash_table_start(hash, set->mask);
    HASH_TABLE_SEARCH(k, set->mask, !set->slots[k] || set->slots[k] == hash);
    return k;
}

static bool set_has(const struct hash_set *set, uint32_t hash) {
    return set->filter & filter_bit(hash) && set->slots[set_find(set, hash)] == hash;
}

/* Adds a hash; returns whether it was there before. */
static bool set_add(struct hash_set *set, uint32_t hash) {
    hash |= hash == 0;
    size_t k = set_find(set, hash);
    if (set->slots[k])
        return set->slots[k] == hash;
    if (set->n <= set->mask / 2) {
        set->slots[k] = hash;
        set->filter |= filter_bit(hash);
        set->n++;
    }
    return false;
}

/* The letters and digits of ASCII, in lower case, and all other characters; 0 for what separates
 * words. */
static const unsigned char WORD_BYTES[257] =
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "0123456789\0\0\0\0\0\0"
    "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
    "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
    "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F"
    "\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"
    "\xA0\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\xA9\xAA\xAB\xAC\xAD\xAE\xAF"
    "\xB0\xB1\xB2\xB3\xB4\xB5\xB6\xB7\xB8\xB9\xBA\xBB\xBC\xBD\xBE\xBF"
    "\xC0\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF"
    "\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xD9\xDA\xDB\xDC\xDD\xDE\xDF"
    "\xE0\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF"
    "\xF0\xF1\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD\xFE\xFF";

static unsigned char word_byte(char c) {
    return WORD_BYTES[(unsigned char)c];
}

/* The next word of `text` at *i, as a hash of its letters ignoring ASCII case; 0 at the end. */
static uint32_t next_word(struct str text, size_t *i) {
    size_t at = *i;
    unsigned char c = 0;
    while (at < text.len && (c = word_byte(text.at[at])) == 0)
        at++;
    if (at == text.len) {
        *i = at;
        return 0;
    }
    uint32_t hash = HASH_START;
    do {
        hash = hash_byte(hash, c);
    } while (++at < text.len && (c = word_byte(text.at[at])) != 0);
    *i = at;
    return hash ? hash : 1;
}

/* Only this many words of the title or description count. */
enum { KEY_WORDS = 256 };

static void read_keys(struct hash_set *set, struct arena *arena, struct str text) {
    set_init(set, arena, KEY_WORDS);
    size_t i = 0;
    uint32_t word;
    while (set->n < KEY_WORDS && (word = next_word(text, &i)) != 0)
        set_add(set, word);
}

static struct str find_description(const struct block_page *page) {
    for (size_t i = 0; i < page->dom.n_nodes; i++) {
        const struct dom_node *node = &page->dom.nodes[i];
        if (node->kind != DOM_ELEMENT || node->tag != DOM_META || node->n_attrs < 2)
            continue;
        struct str name = dom_attribute(node, DOM_ATTR_NAME);
        if (!name.at)
            name = dom_attribute(node, DOM_ATTR_PROPERTY);
        if (str_equals_lower(name, STR("description")) || str_equals(name, STR("og:description")))
            return dom_attribute(node, DOM_ATTR_CONTENT);
    }
    return STR_NONE;
}

enum { RUN_WORDS = 4 };

/* Mixes the hashes of a run of words. */
static uint32_t hash_run(const uint32_t words[RUN_WORDS]) {
    uint32_t run = 0;
    for (size_t k = 0; k < RUN_WORDS; k++)
        run = (run ^ words[k]) * 2654435761u + 1;
    return run;
}

struct text_sets {
    struct hash_set title, description, runs;
};

static void fill_words(const struct measuring *m, size_t i, struct text_sets *sets) {
    struct str text = m->page->blocks[i].text;
    uint32_t a, b = 0, c = 0, d = 0; /* the last words */
    size_t at = 0, n = 0, in_title = 0, in_description = 0, n_runs = 0, seen = 0;
    for (uint32_t word; (word = next_word(text, &at)) != 0;) {
        in_title += set_has(&sets->title, word);
        in_description += set_has(&sets->description, word);
        a = b, b = c, c = d, d = word;
        if (++n < RUN_WORDS)
            continue;
        n_runs++;
        seen += set_add(&sets->runs, hash_run((uint32_t[RUN_WORDS]){a, b, c, d}));
    }
    float *row = row_of(m, i);
    row[FEATURE_title_share] = share_of((double)in_title, (double)n);
    row[FEATURE_description_share] = share_of((double)in_description, (double)n);
    row[FEATURE_seen_share] = n_runs ? share_of((double)seen, (double)n_runs) : -1.0f;
}

size_t feature_words(struct str text, uint32_t *out, size_t cap) {
    size_t at = 0, n = 0;
    uint32_t word;
    while (n < cap && (word = next_word(text, &at)) != 0)
        out[n++] = word;
    return n;
}

/* Blocks with fewer words are labels, whose words mean something else than those of sentences. */
enum { SHORT_WORDS = 10 };

/* Further words of a block say nothing new about it. */
enum { MOST_WORDS = 256 };

/* The words' total is divided by the square root of their number: a bag of many words that each say
 * little must not outweigh everything else. */
static void weigh_words(const struct model_tokens *words, struct str text, float *row) {
    uint32_t hashes[MOST_WORDS];
    size_t n = feature_words(text, hashes, MOST_WORDS);
    int range = n < SHORT_WORDS ? MODEL_SHORT : MODEL_LONG;
    float sum = 0, min = 0, max = 0, first = 0;
    for (size_t i = 0; i < n; i++) {
        const int16_t *weights = model_token(words, hashes[i]);
        if (!weights)
            continue;
        float w = (float)weights[range] / words->scale;
        sum += w;
        min = w < min ? w : min;
        max = w > max ? w : max;
        if (i == 0)
            first = (float)weights[MODEL_FIRST] / words->scale;
    }
    row[FEATURE_word_total] = words->bias + first + (n ? sum / sqrtf((float)n) : 0.0f);
    row[FEATURE_word_min] = min;
    row[FEATURE_word_max] = max;
    row[FEATURE_word_first] = first;
}

/* Sums of word_total times words over blocks 0 .. i-1, for computing means. */
static double *sum_words(const struct measuring *m) {
    double *upto = arena_alloc_zero(m->page->arena, m->page->n_blocks + 1, sizeof *upto);
    for (size_t i = 0; i < m->page->n_blocks; i++)
        upto[i + 1] =
            upto[i] + (double)row_of(m, i)[FEATURE_word_total] * m->page->blocks[i].counts.n_words;
    return upto;
}

static float mean_words(const struct measuring *m, const double *upto, size_t first, size_t end) {
    return share_of(upto[end] - upto[first], containers_sum(m->containers, first, end).n_words);
}

static void fill_word_means(const struct measuring *m) {
    const double *upto = sum_words(m);
    size_t n = m->page->n_blocks, reach = 3;
    for (size_t i = 0; i < n; i++) {
        float *row = row_of(m, i);
        row[FEATURE_word_prev] = i ? row_of(m, i - 1)[FEATURE_word_total] : 0.0f;
        row[FEATURE_word_next] = i + 1 < n ? row_of(m, i + 1)[FEATURE_word_total] : 0.0f;
        row[FEATURE_word_near] =
            mean_words(m, upto, i > reach ? i - reach : 0, i + reach + 1 < n ? i + reach + 1 : n);
        row[FEATURE_word_page] = mean_words(m, upto, 0, n);
    }
}

static void fill_lexical(const struct measuring *m) {
    if (!m->model || m->model->words.n_tokens == 0)
        return;
    for (size_t i = 0; i < m->page->n_blocks; i++)
        weigh_words(&m->model->words, m->page->blocks[i].text, row_of(m, i));
    fill_word_means(m);
}

/* How often a text occurs on the page, and how often it has occurred so far. */
struct repeat_count {
    uint32_t n, n_seen;
};

static void fill_repeats(const struct measuring *m) {
    size_t n = m->page->n_blocks;
    struct hash_table texts = hash_table(m->page->arena, n);
    struct repeat_count *counts = arena_alloc_zero(m->page->arena, texts.n_slots, sizeof *counts);
    for (size_t i = 0; i < n; i++)
        counts[hash_table_slot(&texts, m->page->blocks[i].hash)].n++;
    for (size_t i = 0; i < n; i++) {
        struct repeat_count *count = &counts[hash_table_slot(&texts, m->page->blocks[i].hash)];
        row_of(m, i)[FEATURE_repeats] = (float)count->n_seen++;
        row_of(m, i)[FEATURE_repeats_all] = (float)count->n;
    }
}

void feature_fill_texts(const struct measuring *m) {
    struct text_sets sets;
    struct arena *arena = m->page->arena;
    read_keys(&sets.title, arena, m->page->title);
    read_keys(&sets.description, arena, find_description(m->page));
    set_init(&sets.runs, arena, m->containers->upto[m->page->n_blocks].n_words);
    for (size_t i = 0; i < m->page->n_blocks; i++)
        fill_words(m, i, &sets);
    fill_repeats(m);
    fill_lexical(m);
}

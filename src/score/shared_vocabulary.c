/*
 * Words that blocks share; see shared_vocabulary.h.
 *
 * Words of fewer than 5 bytes are mostly function words, and do not count. In scripts without
 * spaces between words, each pair of adjacent characters is a word. Words are compared by 32-bit
 * hashes; a collision makes a feature slightly wrong, no more.
 */
#include "score/shared_vocabulary.h"

#include "base/hash.h"
#include "base/hash_table.h"
#include "base/utf8.h"

enum { LEAST_BYTES = 5 };

/* A word of the page, and the number of blocks that it occurs in. */
struct word {
    uint32_t hash; /* 0: an empty slot */
    uint32_t n_main, n_beside;
    uint32_t last_block; /* counted from 1 */
};

/* A word that finds no slot is ignored. */
static const uint32_t NO_SLOT = UINT32_MAX;

struct word_table {
    struct word *slots;
    size_t mask, n;
};

/* Words of all blocks in page order, as slots of the table. */
struct reading {
    const struct block_page *page;
    struct word_table table;
    uint32_t *slots;
    size_t n, cap;
};

/* Sized for as many words of minimum length as the page can contain, up to 2^19. A half-full table
 * accepts no more. */
static void table_init(struct word_table *table, const struct block_page *page) {
    const size_t most = (size_t)1 << 19;
    size_t n_bytes = 0;
    for (size_t i = 0; i < page->n_blocks; i++)
        n_bytes += page->blocks[i].text.len;
    size_t size = hash_table_size(n_bytes / LEAST_BYTES < most ? n_bytes / LEAST_BYTES : most);
    *table =
        (struct word_table){arena_alloc_zero(page->arena, size, sizeof(struct word)), size - 1, 0};
}

static uint32_t find_slot(struct word_table *table, uint32_t hash) {
    size_t k = hash_table_start(hash, table->mask);
    HASH_TABLE_SEARCH(k, table->mask, !table->slots[k].hash || table->slots[k].hash == hash);
    if (table->slots[k].hash == hash)
        return (uint32_t)k;
    if (table->slots[k].hash || table->n > table->mask / 2)
        return NO_SLOT;
    table->slots[k].hash = hash;
    table->n++;
    return (uint32_t)k;
}

/* FNV-1a with characters in place of bytes. */
static uint32_t mix(uint32_t hash, uint32_t c) {
    return (hash ^ c) * 16777619u;
}

static uint32_t lower(uint32_t c) {
    return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

/* The next word that counts, from *i on; 0 at the end. `before` is the ideograph that may begin a
 * pair, or 0. */
static uint32_t next_word(struct str text, size_t *i, uint32_t *before) {
    uint32_t hash = HASH_START;
    size_t len = 0;
    while (*i < text.len) {
        size_t at = *i;
        uint32_t c = utf8_next(text, i);
        enum utf8_class kind = utf8_class(c);
        if (kind == UTF8_LETTER) {
            hash = mix(hash, lower(c));
            len += *i - at;
            *before = 0;
            continue;
        }
        if (len >= LEAST_BYTES) {
            *i = at;
            return hash | 1;
        }
        uint32_t first = *before;
        *before = kind == UTF8_IDEOGRAPH ? c : 0;
        if (*before && first)
            return mix(mix(HASH_START, first), c) | 1;
        hash = HASH_START;
        len = 0;
    }
    return len >= LEAST_BYTES ? hash | 1 : 0;
}

/* Reads the words of block i, each counted once per block. */
static void read_block(struct reading *r, size_t i, bool is_main, struct shared_vocabulary *out) {
    struct str text = r->page->blocks[i].text;
    size_t at = 0;
    uint32_t hash, before = 0;
    while ((hash = next_word(text, &at, &before)) != 0) {
        uint32_t slot = find_slot(&r->table, hash);
        ARENA_PUSH(r->page->arena, r->slots, r->n, r->cap) = slot;
        out->n_words++;
        if (slot == NO_SLOT || r->table.slots[slot].last_block == i + 1)
            continue;
        struct word *word = &r->table.slots[slot];
        word->last_block = (uint32_t)i + 1;
        word->n_main += is_main;
        word->n_beside += !is_main;
    }
}

/* Counts which of a block's words, from the `first` that was read on, occur in other blocks too. */
static void compare(const struct reading *r, size_t first, bool is_main,
                    struct shared_vocabulary *out) {
    for (uint32_t k = 0; k < out->n_words; k++) {
        uint32_t slot = r->slots[first + k];
        if (slot == NO_SLOT)
            continue;
        const struct word *word = &r->table.slots[slot];
        out->n_main += word->n_main > is_main;
        out->n_beside += word->n_beside > !is_main;
    }
}

struct shared_vocabulary *shared_vocabulary_measure(const struct block_page *page,
                                                    const float *score, float sure) {
    struct shared_vocabulary *topics =
        arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof *topics);
    struct reading reading = {.page = page};
    size_t first = 0;
    table_init(&reading.table, page);
    for (size_t i = 0; i < page->n_blocks; i++)
        read_block(&reading, i, score[i] >= sure, &topics[i]);
    for (size_t i = 0; i < page->n_blocks; i++) {
        compare(&reading, first, score[i] >= sure, &topics[i]);
        first += topics[i].n_words;
    }
    return topics;
}

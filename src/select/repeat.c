/*
 * Finds equal texts by their hashes, in a hash table; see repeat.h.
 */
#include "select/repeat.h"

#include "base/hash_table.h"

void repeats_init(struct repeats *repeats, const struct block_page *page) {
    size_t size = hash_table_size(page->n_blocks);
    *repeats = (struct repeats){page, arena_alloc_zero(page->arena, size, sizeof *repeats->slots),
                                size - 1};
}

/* Texts with the same hash are practically always the same; their numbers of words must agree
 * too. */
static bool is_same_text(const struct block *a, const struct block *b) {
    return a->hash == b->hash && a->counts.n_words == b->counts.n_words;
}

size_t repeats_first(struct repeats *repeats, size_t i) {
    const struct block *blocks = repeats->page->blocks;
    size_t k = hash_table_start(blocks[i].hash, repeats->mask);
    for (int n = 1; n < HASH_TABLE_MAX_PROBES && repeats->slots[k]; n++) {
        size_t other = repeats->slots[k] - 1;
        if (is_same_text(&blocks[other], &blocks[i]))
            return other;
        k = (k + 1) & repeats->mask;
    }
    if (!repeats->slots[k])
        repeats->slots[k] = (uint32_t)i + 1;
    return i;
}

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
    const uint32_t *slots = repeats->slots; /* indexes of blocks, plus 1 */
    HASH_TABLE_SEARCH(k, repeats->mask,
                      !slots[k] || is_same_text(&blocks[slots[k] - 1], &blocks[i]));
    if (!slots[k])
        repeats->slots[k] = (uint32_t)i + 1;
    size_t found = slots[k] - 1;
    return is_same_text(&blocks[found], &blocks[i]) ? found : i;
}

/*
 * The blocks of a node, and densities of a block; see block.h.
 */
#include "page/block.h"

uint32_t block_find_from(const struct block_page *page, uint32_t node) {
    uint32_t low = 0, high = (uint32_t)page->n_blocks;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (page->blocks[middle].first_node < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t block_find_ending(const struct block_page *page, uint32_t node) {
    uint32_t low = 0, high = (uint32_t)page->n_blocks;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (page->blocks[middle].end_node <= node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

double block_text_density(const struct block *block) {
    const double line = 80.0; /* characters, as in the paper */
    double len = (double)block->text.len, words = block->counts.n_words;
    return len <= line ? words : words * line / len;
}

double block_link_density(const struct block *block) {
    return block->counts.n_chars ? (double)block->counts.n_link_chars / block->counts.n_chars : 0;
}

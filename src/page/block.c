/*
 * Densities of a block; see block.h.
 */
#include "page/block.h"

double block_text_density(const struct block *block) {
    const double line = 80.0; /* characters, as in the paper */
    double len = (double)block->text.len, words = block->counts.n_words;
    return len <= line ? words : words * line / len;
}

double block_link_density(const struct block *block) {
    return block->counts.n_chars ? (double)block->counts.n_link_chars / block->counts.n_chars : 0;
}

/*
 * Finds lines within others; see dump_nested.h.
 *
 * A set of 64 bits says which pairs of bytes a line has. For nearly all pairs of lines these sets
 * show that neither contains the other, without a look at their texts.
 */
#include "metadata/dump/dump_nested.h"

#include "base/hash.h"

enum {
    MIN_BYTES = 16, /* shorter texts occur in others by chance */
    MAX_BYTES = 200,
    MIN_WORDS = 3,
    STEP = 3 /* of the pairs that count */
};

struct nested_line {
    struct str text;
    uint64_t set;
    size_t at; /* of its elements */
};

/* Only every third pair counts: a set of nearly all bits would tell nothing apart. */
static uint64_t set_of(struct str text) {
    uint64_t set = 0;
    for (size_t i = 0; i + 1 < text.len; i++) {
        unsigned pair = (unsigned char)text.at[i] * 31u + (unsigned char)text.at[i + 1];
        if (pair % STEP == 0)
            set |= UINT64_C(1) << pair / STEP % 64;
    }
    return set;
}

static size_t collect(const struct gathering *g, const uint32_t *blocks, size_t n, size_t step,
                      struct nested_line *lines) {
    size_t n_lines = 0;
    for (size_t i = 0; i < n; i++) {
        const struct block *block = &g->page->blocks[blocks[i]];
        if (block->text.len < MIN_BYTES || block->text.len > MAX_BYTES ||
            block->counts.n_words < MIN_WORDS)
            continue;
        lines[n_lines++] = (struct nested_line){block->text, set_of(block->text), i * step};
    }
    return n_lines;
}

void dump_nested_count(const struct gathering *g, const uint32_t *blocks, size_t n, float *held,
                       float *holds, size_t step) {
    struct nested_line *lines = arena_alloc(g->arena, (n + 1) * sizeof *lines);
    size_t n_lines = collect(g, blocks, n, step, lines);
    for (size_t i = 0; i < n_lines; i++)
        for (size_t k = 0; k < n_lines; k++) {
            const struct nested_line *part = &lines[i], *whole = &lines[k];
            if ((part->set & ~whole->set) != 0 || part->text.len >= whole->text.len ||
                !str_holds(whole->text, part->text))
                continue;
            held[part->at]++;
            holds[whole->at]++;
        }
}

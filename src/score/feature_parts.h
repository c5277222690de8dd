/*
 * The parts of feature computation, for feature.c only: each fills its columns of all rows.
 */
#ifndef PITH_SCORE_FEATURE_PARTS_H
#define PITH_SCORE_FEATURE_PARTS_H

#include "score/feature.h"

struct measuring {
    const struct block_page *page;
    const struct containers *containers;
    const struct model *model; /* NULL: names and words have no weight */
    float *rows;
};

/* The row of block i, to be indexed by FEATURE_... */
static inline float *row_of(const struct measuring *m, size_t i) {
    return m->rows + i * FEATURE_N;
}

/* The path of block i (container.h). */
static inline uint32_t path_of(const struct measuring *m, size_t i) {
    return m->containers->containers[m->containers->of_block[i]].path;
}

/* part / whole, or 0 if the whole is 0. */
static inline float share_of(double part, double whole) {
    return whole > 0 ? (float)(part / whole) : 0.0f;
}

/* A number for an element's tag that stays the same when tags are added to enum dom_tag. Similar
 * elements have adjacent numbers, so that one cut of a tree can separate them from the rest. */
float feature_tag_code(uint8_t tag);

void feature_fill_texts(const struct measuring *m);        /* repetition, title, description */
void feature_fill_surroundings(const struct measuring *m); /* needs title_share */
void feature_fill_containers(const struct measuring *m);
void feature_fill_names(const struct measuring *m);
void feature_fill_signs(const struct measuring *m); /* needs item_climb and to_headline */

#endif

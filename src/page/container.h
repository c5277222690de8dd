/*
 * The elements of a page as boxes: what encloses the blocks, with sums over what they hold.
 *
 * A box is a chain of elements that hold the same blocks, none of them more than the other
 * (wrappers within wrappers count once). Blocks of a box are contiguous, so any sum over it is a
 * difference of two prefix sums.
 */
#ifndef PITH_PAGE_CONTAINER_H
#define PITH_PAGE_CONTAINER_H

#include "page/block.h"

/* Elements around a block that tell what it is; bits of box.within. */
enum box_within {
    BOX_IN_LIST = 1 << 0,
    BOX_IN_TABLE = 1 << 1,
    BOX_IN_FORM = 1 << 2,
    BOX_IN_FIGURE = 1 << 3,
    BOX_IN_QUOTE = 1 << 4,
    BOX_IN_NAV = 1 << 5,
    BOX_IN_FOOTER = 1 << 6,
    BOX_IN_HEADER = 1 << 7,
    BOX_IN_ASIDE = 1 << 8,
    BOX_IN_MAIN = 1 << 9,
    BOX_IN_ARTICLE = 1 << 10,
    BOX_IN_DIALOG = 1 << 11
};

/* A block counts as prose when it has so many words and at most so much of it in links: about
 * the shortest that is a sentence rather than a label (Kohlschuetter et al. 2010 found text
 * density 10 and link density 1/3 to part the classes best). */
enum { BOX_PROSE_WORDS = 10 };
bool box_is_prose(const struct block *block);

/* Sums over a range of blocks. */
struct box_sums {
    uint32_t n_words, n_prose_words;
    uint32_t n_chars, n_link_chars;
};

void box_sums_add(struct box_sums *to, struct box_sums more);

struct box {
    uint32_t node;   /* its outermost element */
    uint32_t parent; /* index of the box around it; 0 for the outermost, which is box 0 */
    uint32_t first_block, end_block;
    uint32_t depth;      /* boxes around it */
    uint32_t within;     /* bits of box_within, of its elements and all around them */
    uint32_t signature;  /* hash of tag and classes of its outermost element, digits left out */
    uint32_t path;       /* hash of the signatures from the root to its innermost element */
    uint32_t group;      /* first sibling box with this signature, or itself */
    uint32_t n_siblings; /* boxes in that group; set on the first of them */
    uint32_t i_sibling;  /* place in that group */
    struct box_sums sums;
};

#define BOX_NONE UINT32_MAX

struct boxes {
    struct box *boxes;
    size_t n_boxes;        /* at least 1 */
    uint32_t *of_block;    /* a block: the box of its element */
    uint32_t *of_node;     /* an element: its box, or BOX_NONE where it holds no block; NULL for a
                              dump */
    struct box_sums *upto; /* prefix sums: upto[i] is the sum over blocks 0 .. i-1 */
};

/* Builds the boxes of a page in its arena. A dump has one box, with all its blocks. */
void boxes_build(const struct block_page *page, struct boxes *out);

/* The sums over blocks first .. end-1. */
struct box_sums boxes_sum(const struct boxes *boxes, size_t first, size_t end);

#endif

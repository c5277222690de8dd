/*
 * The elements of a page as containers: what encloses the blocks, with sums over their blocks.
 *
 * A container is a chain of nested elements with exactly the same blocks (a wrapper inside a
 * wrapper counts once). The blocks of a container are contiguous, so any sum over it is a
 * difference of two prefix sums.
 */
#ifndef PITH_PAGE_CONTAINER_H
#define PITH_PAGE_CONTAINER_H

#include "page/block.h"

/* Elements around a block that say something about it; bits of container.within. */
enum container_within {
    CONTAINER_IN_LIST = 1 << 0,
    CONTAINER_IN_TABLE = 1 << 1,
    CONTAINER_IN_FORM = 1 << 2,
    CONTAINER_IN_FIGURE = 1 << 3,
    CONTAINER_IN_QUOTE = 1 << 4,
    CONTAINER_IN_NAV = 1 << 5,
    CONTAINER_IN_FOOTER = 1 << 6,
    CONTAINER_IN_HEADER = 1 << 7,
    CONTAINER_IN_ASIDE = 1 << 8,
    CONTAINER_IN_MAIN = 1 << 9,
    CONTAINER_IN_ARTICLE = 1 << 10,
    CONTAINER_IN_DIALOG = 1 << 11
};

/* A block counts as prose if it has at least this many words and at most this share of it is in
 * links: about the shortest that is a sentence and not a label (Kohlschuetter et al. 2010 found
 * that text density 10 and link density 1/3 separate the classes best). */
enum { CONTAINER_PROSE_WORDS = 10 };
bool container_is_prose(const struct block *block);

/* Sums over a range of blocks. */
struct container_sums {
    uint32_t n_words, n_prose_words;
    uint32_t n_chars, n_link_chars;
};

void container_sums_add(struct container_sums *to, struct container_sums more);

struct container {
    uint32_t node; /* its outermost element */
    uint32_t
        parent; /* index of the enclosing container; 0 for the outermost, which is container 0 */
    uint32_t first_block, end_block;
    uint32_t depth;      /* number of enclosing containers */
    uint32_t within;     /* bits of container_within for its elements and all around them */
    uint32_t signature;  /* hash of tag and classes of its outermost element, without digits */
    uint32_t path;       /* hash of the signatures from the root to its innermost element */
    uint32_t group;      /* first sibling container with this signature, possibly itself */
    uint32_t n_siblings; /* number of containers in that group; set in its first */
    uint32_t i_sibling;  /* index in that group */
    struct container_sums sums;
};

#define CONTAINER_NONE UINT32_MAX

struct containers {
    struct container *containers;
    size_t n_containers; /* at least 1 */
    uint32_t *of_block;  /* by block: the container of its element */
    uint32_t *of_node;   /* by element: its container, or CONTAINER_NONE if it has no block; NULL
                            for a dump */
    struct container_sums *upto; /* prefix sums: upto[i] is the sum over blocks 0 .. i-1 */
};

/* Builds the containers of a page, in its arena. A dump has one container with all its blocks. */
void containers_build(const struct block_page *page, struct containers *out);

/* The sums over blocks first .. end-1. */
static inline struct container_sums containers_sum(const struct containers *containers,
                                                   size_t first, size_t end) {
    const struct container_sums *a = &containers->upto[first], *b = &containers->upto[end];
    return (struct container_sums){.n_words = b->n_words - a->n_words,
                                   .n_prose_words = b->n_prose_words - a->n_prose_words,
                                   .n_chars = b->n_chars - a->n_chars,
                                   .n_link_chars = b->n_link_chars - a->n_link_chars};
}

#endif

/*
 * The result for a page as one block of memory that outlives the arena.
 */
#ifndef PITH_ARTICLE_H
#define PITH_ARTICLE_H

#include "base/body_format.h"
#include "metadata/metadata.h"
#include "page/block.h"
#include "pith.h"

/* The links, images and tables of a body; all empty unless requested. */
struct body_lists {
    struct pith_link *links;
    size_t n_links;
    struct pith_image *images;
    size_t n_images;
    struct pith_table *tables;
    size_t n_tables;
    struct pith_cell *cells;
    size_t n_cells;
};

/* The parts of an article; all of them are in the page's arena. */
struct article_parts {
    struct str bodies[N_BODY_FORMATS]; /* STR_NONE for a format that was not requested */
    struct str comments;
    const struct metadata *metadata;
    double confidence;
    size_t n_link_words;             /* of the text body: the links' numbers and addresses */
    const char *body_source;         /* static; NULL: the page's visible text */
    const struct pith_block *blocks; /* as requested by the flags */
    size_t n_blocks;
    const uint32_t *row_of; /* by block of the page: its index in `blocks`, or UINT32_MAX; NULL
                               if there are no rows */
    struct body_lists lists;
    struct str charset; /* STR_NONE for a tree */
};

/* Copies the parts into a new article. PITH_ENOMEM: *out is NULL. */
enum pith_status article_new(const struct article_parts *parts,
                             const struct pith_allocator *allocator, struct pith_article **out);

/* The number of words in the text body, without those that PITH_KEEP_LINKS adds. */
size_t article_word_count(const struct pith_article *article);

#endif

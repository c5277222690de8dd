/*
 * Elements that may become sections of the body, and whether they are what they seem to be.
 */
#ifndef PITH_RENDER_BODY_DRAFT_H
#define PITH_RENDER_BODY_DRAFT_H

#include "render/body_tree.h"

/* An element that may become a section, with sums over its kept blocks. */
struct draft {
    struct section section; /* until it is judged, `parent` is an index of drafts */
    uint32_t first_block;   /* plus 1 */
    uint32_t n_blocks;      /* all of them */
    uint32_t n_own_blocks;  /* those not in a list inside it */
    uint32_t n_direct;      /* those not in a section inside it */
    uint32_t n_children;    /* sections directly inside it */
    uint32_t n_members;     /* of these, those that it consists of: items, rows, cells */
    uint32_t n_headings, n_codes, n_tables; /* at any depth inside it */
    uint32_t n_quotes;                      /* directly inside it, that are not posts */
    uint32_t n_terms;                       /* of a <dl> */
    uint32_t n_wide_rows;                   /* of a table: rows with text in two cells or more */
    uint32_t n_cells;                       /* of a table */
    uint32_t max_bytes;                     /* of a row or table: size of the text in its fullest
                                               cell */
    uint32_t n_header_cells;                /* of a row */
    uint32_t n_bold;        /* of a cell: blocks that are all bold; of a row: cells of only these;
                               of a table: rows of only these */
    uint32_t n_header_rows; /* of a table: those at its start */
    uint32_t n_columns;     /* of a row */
    uint32_t next_node;     /* of a list: the node after the last item that was numbered */
    uint32_t next_ordinal;  /* of a list: the number of the item at that node; of a row: the column
                               after its last cell */
    uint32_t ordinal;       /* of a list: the number of the last item */
    uint32_t last_list;     /* the last list directly inside it that has become a section, or 0 */
    bool is_reversed;       /* of a list: it counts down */
    bool is_in_head;        /* of a row: within <thead> */
    bool is_broken;         /* of a table: text between its rows */
    uint32_t index;         /* index of its section in the tree, or of the enclosing one if it
                               failed */
    size_t n_bytes;         /* of text */
};

/* Whether a draft, judged by itself, is what its element says. `n_kept` is the number of blocks on
 * the page: a quote of all of them is an indented page. */
bool body_draft_is_meant(const struct draft *draft, size_t n_kept);

/* Whether a section of `kind` may be inside `outer`. */
bool body_draft_fits(uint8_t kind, const struct section *outer);

#endif

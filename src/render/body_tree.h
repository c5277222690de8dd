/*
 * What stands around the kept blocks: lists, quotes, tables, code and headings, as a tree of
 * sections, and the one walk over it that text, Markdown and HTML are written from. Because they
 * share it, the three agree on every page.
 *
 * Pages use lists and tables for layout too, and nest without end. A section is in the tree
 * only where it says something to a reader (see the rules in body_build.c), and it is at most
 * BODY_TREE_MAX_DEPTH deep in others; all else is as if its tags were not there.
 */
#ifndef PITH_RENDER_BODY_TREE_H
#define PITH_RENDER_BODY_TREE_H

#include "page/block.h"
#include "render/image.h"
#include "render/note.h"
#include "render/section_kind.h"

struct section {
    uint32_t node;      /* its element */
    uint32_t parent;    /* index of the section around it */
    uint32_t ordinal;   /* of an item or a note: its number; of a cell: its column, from 0; of a
                           heading: its   level; of a table: its number of columns */
    uint8_t kind;       /* enum section_kind */
    uint8_t depth;      /* sections around it */
    bool is_ordered;    /* of a list */
    bool is_tight;      /* of a list or terms: no item has more than one block to itself */
    bool is_header;     /* of a cell: <th>; of a row: it heads the table's columns */
    uint8_t task;       /* of an item: enum section_task */
    bool has_title;     /* of a callout: its first piece is its title */
    struct str callout; /* of a quote that is a box of the page's own: its kind ("warning") */
};

/* Lists and quotes that have more sections than this around them are written as if their text
 * stood in the last one: each level adds to every line of Markdown, and few readers follow more
 * than the six lists within lists that this allows. */
enum { BODY_TREE_MAX_DEPTH = 12 };

/* What is written: a kept block, or an image. */
struct piece {
    uint32_t index;   /* of the block, or of the image among the images */
    uint32_t section; /* the innermost around it */
    bool is_image;
    bool is_title; /* of the callout that it is the first piece of */
};

struct body_tree {
    struct inline_reader reader; /* of the blocks' texts */
    struct note_list notes;
    const struct block_page *page;
    const struct image *images;
    struct section *sections; /* parents before children */
    size_t n_sections;
    struct piece *pieces; /* in page order, but those of notes come last */
    size_t n_pieces;
};

/* Makes the tree of the body, with its images where the flags ask for them; once per page, for all
 * renderers. An image within a table is left out. All lies in the page's arena, and points to the
 * source; takes time and memory linear in the page. */
void body_tree_build(const struct render_source *source, struct body_tree *out);

enum body_tree_event { BODY_TREE_OPEN, BODY_TREE_CLOSE, BODY_TREE_PIECE, BODY_TREE_END };

/* What parts a piece from the one before it. */
enum body_tree_gap {
    GAP_NONE,  /* it is the first */
    GAP_TAB,   /* cells of a row */
    GAP_SPACE, /* blocks of a cell or of a heading */
    GAP_LINE,  /* items of a tight list, rows of a table, lines of code or of a dump */
    GAP_PARAGRAPH
};

/* A walk over an tree. On the way from one piece to the next `common` and `gap` stand still. */
struct body_tree_walk {
    const struct body_tree *tree;
    uint32_t section;          /* that was opened or closed, or is around the piece */
    const struct piece *piece; /* of BODY_TREE_PIECE */
    uint32_t common;           /* innermost section around that piece and the one before it */
    enum body_tree_gap gap;    /* between the two */
    uint32_t inside;           /* innermost section open now */
    size_t n_done;             /* pieces */
    bool is_on_way;            /* from a piece to the next */
};

void body_tree_begin(struct body_tree_walk *walk, const struct body_tree *tree);

/* The next event. On the way from a piece to the next all closing comes before all opening. */
enum body_tree_event body_tree_next(struct body_tree_walk *walk);

#endif

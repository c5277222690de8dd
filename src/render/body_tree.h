/*
 * The structure around the kept blocks: lists, quotes, tables, code and headings, as a tree of
 * sections; and the one walk over it from which text, Markdown and HTML are written. Because they
 * share it, the three agree on every page.
 *
 * Pages also use lists and tables for layout, and nest without limit. A section is in the tree only
 * if it means something to a reader (see the rules in body_draft.c), and is nested at most
 * BODY_TREE_MAX_DEPTH deep; all other tags are ignored.
 */
#ifndef PITH_RENDER_BODY_TREE_H
#define PITH_RENDER_BODY_TREE_H

#include "page/block.h"
#include "render/image.h"
#include "render/note.h"
#include "render/post.h"
#include "render/section_kind.h"

struct section {
    uint32_t node;    /* its element */
    uint32_t parent;  /* index of the section around it */
    uint32_t ordinal; /* of an item or a note: its number; of a cell: its column, from 0; of a
                         heading: its level; of a table: its number of columns */
    uint8_t kind;     /* enum section_kind */
    uint8_t depth;    /* number of sections around it */
    bool is_ordered;  /* of a list */
    bool is_tight;    /* of a list or terms: no item has more than one block of its own */
    bool is_header;   /* of a cell: it is <th>; of a row: it is a header of the table's columns */
    uint8_t task;     /* of an item: enum section_task */
    uint8_t align;    /* of a cell: enum section_align */
    bool has_title;   /* of a callout: its first piece is its title */
    struct str label; /* of an item: its label on the page, such as "(a)" */
    uint32_t label_block;    /* the block that is the label */
    struct str callout;      /* of a quote that is a callout: its kind ("warning") */
    const struct post *post; /* of a quote that is a post; otherwise NULL */
};

/* Lists and quotes with more sections than this around them are ignored, and their text belongs to
 * the section around them: in Markdown each level lengthens every line, and few readers follow more
 * than the six nested lists that this allows. */
enum { BODY_TREE_MAX_DEPTH = 12 };

/* What is written at one place: a kept block, or an image. */
struct piece {
    uint32_t index;   /* of the block, or of the image in `images` */
    uint32_t section; /* the innermost section around it */
    bool is_image;
    bool is_title; /* it is the title of the callout whose first piece it is */
    bool is_label; /* it is the label of a tab, whose panel follows */
    bool has_rule; /* <hr> comes before it */
};

struct body_tree {
    struct inline_reader reader; /* reads the blocks' texts */
    struct note_list notes;
    struct post_list posts;
    const struct block_page *page;
    const struct image *images;
    struct section *sections; /* parents before their children */
    size_t n_sections;
    struct piece *pieces; /* in page order, except that those of notes come last */
    size_t n_pieces;
};

/* Builds the tree of the body, with its images if the flags ask for them; once per page, for all
 * renderers. Images inside tables are left out. Everything is in the page's arena and points to the
 * source. Time and memory are linear in the size of the page. */
void body_tree_build(const struct render_source *source, struct body_tree *out);

enum body_tree_event { BODY_TREE_OPEN, BODY_TREE_CLOSE, BODY_TREE_PIECE, BODY_TREE_END };

/* What separates a piece from the previous one. */
enum body_tree_gap {
    GAP_NONE,  /* it is the first */
    GAP_TAB,   /* between cells of a row */
    GAP_SPACE, /* between blocks of a cell or of a heading */
    GAP_LINE,  /* between items of a tight list, rows of a table, lines of code or of a dump */
    GAP_PARAGRAPH
};

/* A walk over a tree. `common` and `gap` do not change between one piece and the next. */
struct body_tree_walk {
    const struct body_tree *tree;
    uint32_t section;          /* that was opened or closed, or contains the piece */
    const struct piece *piece; /* for BODY_TREE_PIECE */
    uint32_t common;           /* innermost section around both that piece and the previous one */
    enum body_tree_gap gap;    /* between the two */
    bool has_rule;             /* a horizontal rule is in the gap */
    bool is_at_gap;            /* the gap comes directly before this event */
    bool owes_gap;
    uint32_t inside; /* innermost open section */
    size_t n_done;   /* number of pieces */
    bool is_on_way;  /* between one piece and the next */
};

/* The weight of text in a section: headings and header cells are bold anyway. */
enum inline_weight body_tree_weight(const struct section *section);

void body_tree_begin(struct body_tree_walk *walk, const struct body_tree *tree);

/* The next event. Between two pieces, all sections that close do so before any opens. */
enum body_tree_event body_tree_next(struct body_tree_walk *walk);

#endif

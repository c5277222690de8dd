/*
 * The heart of pith: the page as one flat array of text blocks in page order. Everything that
 * scores, selects, describes or renders works on it, never on Gumbo's nodes. A plain-text dump of a
 * page becomes the same array (textdump.h), so there is one scorer and one selector.
 *
 * A block is a maximal run of inline text within one block-level element: it ends at block-level
 * tags, at <br><br> and at <hr>. The blocks of an element are contiguous, so the sum over any
 * element is a difference of prefix sums.
 */
#ifndef PITH_PAGE_BLOCK_H
#define PITH_PAGE_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "html/dom.h"
#include "page/block_counts.h"
#include "page/inline_kind.h"
#include "page/style/look.h"

enum block_flag {
    BLOCK_HIDDEN = 1,      /* inside hidden, aria-hidden or display:none */
    BLOCK_NOSCRIPT = 2,    /* inside noscript */
    BLOCK_PRE = 4,         /* its white space is kept */
    BLOCK_AFTER_BREAK = 8, /* separated from the previous block only by <br><br> */
    BLOCK_LINE_BREAK = 16, /* in a dump: in the same paragraph as the previous block */
    BLOCK_FOLDED = 32,     /* visible after a click */
    BLOCK_UNSEEN = 64,     /* never visible; see visibility.h */
    BLOCK_NOTE = 128       /* a side note from inside the previous block */
};

struct block {
    struct str text; /* UTF-8; white space collapsed, except in BLOCK_PRE; '\n' is a line break
                        in BLOCK_PRE, or a single <br> */
    uint32_t node;   /* index of the block-level element that owns it; 0 in a dump */
    uint32_t first_node, end_node; /* its inline nodes in dom.nodes */
    uint32_t first_mark, n_marks;  /* its marks in page->marks */
    uint32_t hash;   /* of its text without case and punctuation; to find repetition */
    struct str line; /* in a dump: its line in the page; otherwise STR_NONE */
    uint8_t tag;     /* enum dom_tag of the owner */
    uint8_t flags;   /* bits of block_flag */
    struct block_counts counts;
};

/* White space that can occur in a block's text. */
static inline bool block_is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/* A range of a block's text to which an inline element gives a meaning. Marks inside a range that
 * is replaced or left out have no effect. */
struct block_mark {
    uint32_t start, end;   /* bytes in block.text, start < end */
    uint32_t node;         /* the element */
    uint8_t kind;          /* enum inline_kind */
    struct str stands_for; /* of a formula: its TeX, instead of the text that renders it;
                              STR_NONE: the text */
};

/* A page cut into blocks. All of it is in one arena. */
struct block_page {
    struct arena *arena;
    struct str text; /* the decoded page, which nodes and lines point into; STR_NONE if it came as a
                        tree */
    struct str charset;       /* that the page was decoded from; STR_NONE if it came as a tree */
    struct dom dom;           /* n_nodes is 0 for a dump */
    const struct look *looks; /* by dom_node.look; NULL for a dump */
    struct block *blocks;
    size_t n_blocks;
    struct block_mark *marks; /* block by block; within a block, in the order of their ends */
    size_t n_marks;
    const bool *chosen;  /* by node: whether it is in an element that the caller chose as
                            content; NULL: none is */
    struct str title;    /* of <title>, white space collapsed; STR_NONE if there is none */
    struct str *json_ld; /* bodies of script type=application/ld+json, in page order */
    size_t n_json_ld;
};

/* Cuts the tree in page->dom into blocks; fills looks, blocks, marks and title. */
void block_cut(struct block_page *page);

/* Makes a block of a line of a dump: sets its text (white space collapsed, in the page's arena),
 * hash and counts. Returns false if the line has no text. */
bool block_from_line(struct block_page *page, struct str line, struct block *out);

/* The first block that begins at or after a node; n_blocks if there is none. */
uint32_t block_find_from(const struct block_page *page, uint32_t node);

/* The first block that ends after a node; n_blocks if there is none. */
uint32_t block_find_ending(const struct block_page *page, uint32_t node);

/* The mean number of words on a line of 80 characters; if there is only one line, its number of
 * words (after Kohlschuetter et al. 2010, who wrapped text to such lines). */
double block_text_density(const struct block *block);

/* The share of its characters that are in links, 0 to 1. */
double block_link_density(const struct block *block);

#endif

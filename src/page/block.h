/*
 * The heart: the page as one flat array of text blocks in page order. Everything that scores,
 * selects, describes or renders works on it, never on Gumbo's nodes. A plain-text dump of a page
 * becomes the same array (textdump.h), so there is one scorer and one selector.
 *
 * A block is a maximal run of inline text of one block-level element: it is cut at block-level
 * tags, at <br><br> and at <hr>. Blocks of an element are contiguous, so that sums over any
 * element are differences of prefix sums.
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

enum block_flag {
    BLOCK_HIDDEN = 1,      /* below hidden, aria-hidden or display:none */
    BLOCK_NOSCRIPT = 2,    /* below noscript */
    BLOCK_PRE = 4,         /* its white space stands */
    BLOCK_AFTER_BREAK = 8, /* parted from the block before it by <br><br> alone */
    BLOCK_LINE_BREAK = 16, /* follows the block before it in a dump's same paragraph */
    BLOCK_FOLDED = 32,     /* a reader sees it after a click */
    BLOCK_UNSEEN = 64,     /* no reader sees it; see visibility.h */
    BLOCK_NOTE = 128       /* a side note, which stood in the block before it */
};

struct block {
    struct str text; /* UTF-8; white space folded but in BLOCK_PRE, where '\n' stands; '\n'
                        also for a single <br> */
    uint32_t node;   /* index of the block-level element that owns it; 0 in a dump */
    uint32_t first_node, end_node; /* its inline nodes in dom.nodes */
    uint32_t first_mark, n_marks;  /* its stretches in page->marks */
    uint32_t hash;   /* of its text, case and punctuation folded away; for repetition */
    struct str line; /* in a dump: where in the page its line is; else STR_NONE */
    uint8_t tag;     /* enum dom_tag of the owner */
    uint8_t flags;   /* bits of block_flag */
    struct block_counts counts;
};

/* White space as a block's text has it. */
static inline bool block_is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/* A stretch of a block's text that an inline element makes something of. Within one that has a
 * text of its own or is left out there are marks that mean nothing. */
struct block_mark {
    uint32_t start, end;   /* bytes in block.text, start < end */
    uint32_t node;         /* the element */
    uint8_t kind;          /* enum inline_kind */
    struct str stands_for; /* a formula's TeX in place of what renders it; STR_NONE: the text */
};

/* A page cut into blocks. All of it lies in one arena. */
struct block_page {
    struct arena *arena;
    struct str
        text; /* the decoded page, into which nodes and lines point; STR_NONE if it came parsed */
    struct dom dom; /* n_nodes is 0 for a dump */
    struct block *blocks;
    size_t n_blocks;
    struct block_mark *marks; /* a block after the other; in one, in the order of their ends */
    size_t n_marks;
    const bool *chosen;  /* a node: whether it is in an element that is content by the caller's
                            word; NULL: none is */
    struct str title;    /* of <title>, white space folded; STR_NONE without one */
    struct str *json_ld; /* bodies of script type=application/ld+json, in page order */
    size_t n_json_ld;
};

/* Cuts the tree in page->dom into blocks; fills blocks, marks and title. */
void block_cut(struct block_page *page);

/* Makes a block of a line of a dump: fills text (white space folded, in the page's arena), hash
 * and counts. False, with nothing made, where the line has no text. */
bool block_from_line(struct block_page *page, struct str line, struct block *out);

/* The words that a line of 80 bytes holds on the mean; all of them where there is but one line
 * (after Kohlschuetter et al. 2010, who set the text in such lines). */
double block_text_density(const struct block *block);

/* The share of its characters that stand in links, 0 to 1. */
double block_link_density(const struct block *block);

#endif

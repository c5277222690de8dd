/*
 * Which elements may be sections of the body, and what they say about themselves.
 */
#ifndef PITH_RENDER_SECTION_KIND_H
#define PITH_RENDER_SECTION_KIND_H

#include "page/block.h"
#include "page/style/look.h"

enum section_kind {
    SECTION_ROOT, /* the body itself: sections[0]; for an element: it is not a section */
    SECTION_QUOTE,
    SECTION_LIST, /* contains only items */
    SECTION_ITEM,
    SECTION_TERMS, /* <dl>: contains only terms and definitions */
    SECTION_TERM,
    SECTION_DEFINITION,
    SECTION_TABLE,   /* contains only rows */
    SECTION_ROW,     /* contains only cells */
    SECTION_CELL,    /* contains only text */
    SECTION_CODE,    /* a listing; contains only text, whose lines and spaces are kept */
    SECTION_HEADING, /* contains only text */
    SECTION_NOTES,   /* the footnotes: contains only notes; last in the body */
    SECTION_NOTE,
    SECTION_N_KINDS
};

/* The kind of section that an element's tag or role makes it; SECTION_QUOTE for a callout. `look`
 * is its look. */
enum section_kind section_kind_of(const struct dom *dom, uint32_t i, const struct look *look);

/* The level of a heading, 1 to 6. */
uint32_t section_heading_level(const struct dom_node *element);

/* SECTION_ROW, SECTION_CELL, or SECTION_ROOT for everything else. */
enum section_kind section_table_part(const struct dom_node *element);
bool section_is_header_cell(const struct dom_node *cell);

/* Whether a block is a listing although it is only <code> with <br> in a paragraph. */
bool section_is_broken_code(const struct block_page *page, const struct block *block);

/* The number in an attribute, or `otherwise` if there is none or it is above `most`. */
uint32_t section_number(const struct dom_node *element, enum dom_attr_name name, uint32_t otherwise,
                        uint32_t most);

/* Whether an item begins with a checkbox, and whether that is checked. */
enum section_task { TASK_NONE, TASK_OPEN, TASK_DONE };
struct str section_task_mark(enum section_task task); /* "☑ ", "" for none */
enum section_task section_task_of(const struct dom *dom, uint32_t item);

/* How the text of a cell is aligned, if its element says so. */
enum section_align { ALIGN_NONE, ALIGN_CENTER, ALIGN_RIGHT };
enum section_align section_align_of(const struct dom_node *cell);

/* The kind of section that one of `kind` must be directly inside, or SECTION_ROOT for any. */
enum section_kind section_owner_of(uint8_t kind);

/* Whether sections of this kind consist of items, terms or notes. */
bool section_is_list(uint8_t kind);

/* Whether text may be directly inside it. */
bool section_holds_text(uint8_t kind);

#endif

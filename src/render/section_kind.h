/*
 * Which elements may be sections of the body, and what they say of themselves.
 */
#ifndef PITH_RENDER_SECTION_KIND_H
#define PITH_RENDER_SECTION_KIND_H

#include "html/dom.h"

enum section_kind {
    SECTION_ROOT, /* the body itself: sections[0]; of an element: it is no section */
    SECTION_QUOTE,
    SECTION_LIST, /* of items, nothing else */
    SECTION_ITEM,
    SECTION_TERMS, /* <dl>: of terms and definitions, nothing else */
    SECTION_TERM,
    SECTION_DEFINITION,
    SECTION_TABLE,   /* of rows, nothing else */
    SECTION_ROW,     /* of cells, nothing else */
    SECTION_CELL,    /* holds text alone */
    SECTION_CODE,    /* a listing; holds text alone, whose lines and spaces stand */
    SECTION_HEADING, /* holds text alone */
    SECTION_NOTES,   /* the footnotes: of notes, nothing else; the last in the body */
    SECTION_NOTE,
    SECTION_N_KINDS
};

/* The kind of section that an element's tag or role makes it; SECTION_QUOTE for a callout. */
enum section_kind section_kind_of(const struct dom_node *element);

/* The number that an attribute holds, or `otherwise` where it holds none or one over `most`. */
uint32_t section_number(const struct dom_node *element, enum dom_attr_name name, uint32_t otherwise,
                        uint32_t most);

/* Whether an item begins with a box to tick, and whether that is ticked. */
enum section_task { TASK_NONE, TASK_OPEN, TASK_DONE };
struct str section_task_mark(enum section_task task); /* "☑ ", "" for none */
enum section_task section_task_of(const struct dom *dom, uint32_t item);

/* The kind of section that one of `kind` must stand in directly, or SECTION_ROOT for any. */
enum section_kind section_owner_of(uint8_t kind);

/* Whether sections of this kind are made of items, terms or notes. */
bool section_is_list(uint8_t kind);

/* Whether text may stand in it directly. */
bool section_holds_text(uint8_t kind);

#endif

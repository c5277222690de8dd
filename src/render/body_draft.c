/*
 * Judges drafts by their sums; see body_draft.h.
 */
#include "render/body_draft.h"

#include "render/table_columns.h"

/* Items or definitions with more blocks than this on average are cards, posts or articles laid out
 * as a list; an item of text is a paragraph, seldom two. */
enum { MAX_ITEM_BLOCKS = 3 };

/* A list whose items contain headings is a layout of sections. */
static bool is_list(const struct draft *d) {
    return d->n_members > 0 && d->n_members == d->n_children && d->n_direct == 0 &&
           d->n_headings == 0 && d->n_own_blocks <= MAX_ITEM_BLOCKS * d->n_members;
}

static bool is_definitions(const struct draft *d) {
    return is_list(d) && d->n_terms > 0 && d->n_terms < d->n_members;
}

/* Cells of data are short: of 18,000 plain-text cells on real pages, one in 100 is over 111 bytes,
 * one in 1,000 over 216. A table whose mean or longest cell is above these bounds lays out text.
 * Cells contain words, not sections. */
static const size_t MAX_MEAN_CELL_BYTES = 200, MAX_CELL_BYTES = 1000;
enum { MAX_CELL_BLOCKS = 3 };  /* on average */
enum { MAX_CODE_BYTES = 200 }; /* of a cell, in a table with listings */

static bool is_data_table(const struct draft *d) {
    return d->n_tables == 0 && d->n_headings == 0 && !d->is_broken && d->n_members >= 2 &&
           d->n_members == d->n_children && d->section.ordinal >= 2 &&
           d->section.ordinal <= TABLE_MAX_COLUMNS && 2 * d->n_wide_rows >= d->n_members &&
           (d->n_codes == 0 || d->max_bytes <= MAX_CODE_BYTES) && d->max_bytes <= MAX_CELL_BYTES &&
           d->n_bytes <= MAX_MEAN_CELL_BYTES * d->n_cells &&
           d->n_blocks <= MAX_CELL_BLOCKS * d->n_cells;
}

/* An unclosed <h2> extends over the page. */
static const size_t MAX_HEADING_BYTES = 400;
enum { MAX_HEADING_BLOCKS = 3 }; /* number, title, subtitle */

static bool is_heading(const struct draft *d) {
    return d->n_children == 0 && d->n_blocks <= MAX_HEADING_BLOCKS &&
           d->n_bytes <= MAX_HEADING_BYTES;
}

bool body_draft_is_meant(const struct draft *d, size_t n_kept) {
    switch ((enum section_kind)d->section.kind) {
    case SECTION_QUOTE:
        return d->n_blocks < n_kept;
    case SECTION_LIST:
        return is_list(d);
    case SECTION_TERMS:
        return is_definitions(d);
    case SECTION_TABLE:
        return is_data_table(d);
    case SECTION_HEADING:
        return is_heading(d);
    default:
        return true;
    }
}

static bool holds_text_alone(uint8_t kind) {
    return kind == SECTION_CELL || kind == SECTION_HEADING || kind == SECTION_CODE;
}

bool body_draft_fits(uint8_t kind, const struct section *outer) {
    enum section_kind owner = section_owner_of(kind);
    if (owner != SECTION_ROOT)
        return outer->kind == owner;
    if (!section_holds_text(outer->kind) || holds_text_alone(outer->kind))
        return false;
    bool is_indented = kind == SECTION_QUOTE || section_is_list(kind);
    return !is_indented || outer->depth < BODY_TREE_MAX_DEPTH;
}

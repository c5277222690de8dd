/*
 * Whether a table contains data, or lays out a page.
 */
#ifndef PITH_SELECT_DATA_TABLE_H
#define PITH_SELECT_DATA_TABLE_H

#include "page/container.h"

/* What a table consists of. */
struct data_table {
    uint32_t n_rows; /* with text in at least two cells */
    bool is_plain;   /* all its text is directly in its own cells or its caption */
    bool is_data;    /* ... or in short pieces, in elements in them */
    bool has_head;   /* it has a header cell or a caption */
};

/* Surveys the table at node `table`, whose container is `container`. */
struct data_table data_table_survey(const struct block_page *page,
                                    const struct container *container, uint32_t table);

/* Whether a block of that table is no part of its data: a button in a cell that is no header, or a
 * text, longer than a subhead, in a cell that spans its row, such as an advertisement. */
bool data_table_is_foreign(const struct block_page *page, const struct block *block,
                           uint32_t table);

#endif

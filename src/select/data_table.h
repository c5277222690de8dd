/*
 * Whether a table contains data, or lays out a page.
 */
#ifndef PITH_SELECT_DATA_TABLE_H
#define PITH_SELECT_DATA_TABLE_H

#include "page/container.h"

/* What a table consists of. */
struct data_table {
    uint32_t n_rows; /* with text in at least two cells */
    bool is_data;    /* all its text is in its own cells or its caption, either directly or in short
                        pieces */
    bool has_head;   /* it has a header cell or a caption */
};

/* Surveys the table at node `table`, whose container is `container`. */
struct data_table data_table_survey(const struct block_page *page,
                                    const struct container *container, uint32_t table);

/* Whether a block of that table is in a cell that spans its row, and is no header: a subhead, or
 * something between the rows, such as an advertisement. */
bool data_table_is_alone(const struct block_page *page, const struct block *block, uint32_t table);

#endif

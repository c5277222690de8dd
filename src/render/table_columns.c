/*
 * Resolves spans to columns; see table_columns.h.
 */
#include "render/table_columns.h"

#include "render/section_kind.h"

struct grid {
    const struct dom_node *nodes;
    uint32_t *columns;
    uint32_t n_rows;                         /* before the current row */
    uint32_t taken_until[TABLE_MAX_COLUMNS]; /* by column: the first row into which no cell above
                                                extends */
};

static bool is_taken(const struct grid *grid, uint32_t column) {
    return column < TABLE_MAX_COLUMNS && grid->taken_until[column] > grid->n_rows;
}

/* Places a cell in the first free column and returns the one after it. */
static uint32_t place_cell(struct grid *grid, uint32_t cell, uint32_t column) {
    enum { MAX_SPAN = 65534 }; /* set by the standard */
    const struct dom_node *node = &grid->nodes[cell];
    uint32_t n_columns = section_number(node, DOM_ATTR_COLSPAN, 1, MAX_SPAN);
    uint32_t n_rows = section_number(node, DOM_ATTR_ROWSPAN, 1, MAX_SPAN);
    while (is_taken(grid, column))
        column++;
    grid->columns[cell] = column;
    n_columns = n_columns ? n_columns : 1;
    n_rows = n_rows ? n_rows : MAX_SPAN; /* 0 means all that are left */
    for (uint32_t i = column; i < column + n_columns && i < TABLE_MAX_COLUMNS; i++)
        grid->taken_until[i] = grid->n_rows + n_rows;
    column += n_columns;
    return column <= TABLE_MAX_COLUMNS ? column : TABLE_MAX_COLUMNS + 1;
}

static void place_row(struct grid *grid, uint32_t row) {
    uint32_t column = 0;
    for (uint32_t i = row + 1; i < grid->nodes[row].end; i = grid->nodes[i].end) {
        if (section_table_part(&grid->nodes[i]) == SECTION_CELL && column <= TABLE_MAX_COLUMNS)
            column = place_cell(grid, i, column);
        else
            grid->columns[i] = TABLE_MAX_COLUMNS;
    }
    grid->columns[row] = column;
    grid->n_rows++;
}

/* Spans end with their <thead>, <tbody> or <tfoot>. */
static void end_group(struct grid *grid) {
    for (uint32_t i = 0; i < TABLE_MAX_COLUMNS; i++)
        grid->taken_until[i] = 0;
}

void table_columns_read(const struct dom *dom, uint32_t table, uint32_t *columns) {
    struct grid grid = {.nodes = dom->nodes, .columns = columns};
    uint32_t end = dom->nodes[table].end;
    for (uint32_t i = table + 1; i < end;) {
        const struct dom_node *node = &dom->nodes[i];
        uint8_t tag = node->kind == DOM_ELEMENT ? node->tag : DOM_UNKNOWN;
        bool is_group = tag == DOM_THEAD || tag == DOM_TBODY || tag == DOM_TFOOT;
        bool is_row = section_table_part(node) == SECTION_ROW;
        if (is_group)
            end_group(&grid);
        if (is_row)
            place_row(&grid, i);
        i = is_row || !(is_group || tag == DOM_DIV) ? node->end : i + 1;
    }
}

/*
 * Surveys tables; see data_table.h.
 */
#include "select/data_table.h"

static bool is_cell(uint8_t tag) {
    return tag == DOM_TD || tag == DOM_TH || tag == DOM_CAPTION;
}

/* Whether a cell belongs to a table: it is its caption, or in a row of it. */
static bool is_cell_of(const struct dom_node *nodes, uint32_t cell, uint32_t table) {
    enum { LEVELS = 3 }; /* row, group of rows, table */
    uint32_t node = cell;
    for (int i = 0; i < LEVELS && nodes[node].tag != DOM_TABLE; i++)
        node = nodes[node].parent;
    return node == table;
}

/* The cell of a table that a block is in; 0 if it is in none, or in a table inside one. */
static uint32_t cell_around(const struct dom_node *nodes, const struct block *block,
                            uint32_t table) {
    enum { DEPTH = 8 }; /* of text in a cell; it also bounds the search */
    uint32_t node = block->node;
    for (int i = 0; i < DEPTH && node > table; i++, node = nodes[node].parent)
        if (is_cell(nodes[node].tag))
            return is_cell_of(nodes, node, table) ? node : 0;
    return 0;
}

/* Whether a cell spans its row. */
static bool is_alone(const struct dom_node *nodes, uint32_t cell) {
    struct str span = dom_attribute(&nodes[cell], DOM_ATTR_COLSPAN);
    uint32_t row = nodes[cell].parent;
    if (span.len == 0 || str_equals(span, STR("1")))
        return false;
    for (uint32_t i = row + 1; i < nodes[row].end; i = nodes[i].end)
        if (i != cell && nodes[i].kind == DOM_ELEMENT && is_cell(nodes[i].tag))
            return false;
    return true;
}

bool data_table_is_foreign(const struct block_page *page, const struct block *block,
                           uint32_t table) {
    const uint32_t most_of_subhead = 7; /* words */
    const struct dom_node *nodes = page->dom.nodes;
    bool is_button = block->tag == DOM_BUTTON;
    if (!is_button && block->counts.n_words <= most_of_subhead)
        return false;
    uint32_t cell = cell_around(nodes, block, table);
    return cell && nodes[cell].tag == DOM_TD && (is_button || is_alone(nodes, cell));
}

/* If cells contain elements, the table may lay out a page. Cells of data are short: of 18,000
 * plain-text cells on real pages, one in 100 is over 111 bytes, one in 1,000 over 216. With bounds
 * twice as high, tables came in whose cells have buttons. */
static const size_t MAX_MEAN_BYTES = 100, MAX_BYTES = 400; /* of a cell */
enum { MAX_MEAN_BLOCKS = 2, MIN_ROWS = 2 };

struct data_table data_table_survey(const struct block_page *page,
                                    const struct container *container, uint32_t table) {
    const struct dom_node *nodes = page->dom.nodes;
    struct data_table out = {0};
    uint32_t n_cells = 0, last = 0, row = 0, n_in_row = 0;
    size_t n_bytes = 0, n_in_cell = 0, max_in_cell = 0;
    out.is_plain = true;
    for (size_t i = container->first_block; i < container->end_block; i++) {
        const struct block *block = &page->blocks[i];
        uint32_t cell = cell_around(nodes, block, table);
        if (!cell)
            return (struct data_table){0};
        out.is_plain &= cell == block->node;
        out.has_head |= nodes[cell].tag != DOM_TD;
        n_bytes += block->text.len;
        n_in_cell = cell == last ? n_in_cell + block->text.len : block->text.len;
        max_in_cell = n_in_cell > max_in_cell ? n_in_cell : max_in_cell;
        if (cell == last)
            continue;
        n_in_row = nodes[cell].parent == row ? n_in_row + 1 : 1;
        out.n_rows += n_in_row == 2;
        n_cells++;
        row = nodes[cell].parent;
        last = cell;
    }
    uint32_t n_blocks = container->end_block - container->first_block;
    out.is_data = out.is_plain ||
                  (out.n_rows >= MIN_ROWS && max_in_cell <= MAX_BYTES &&
                   n_bytes <= MAX_MEAN_BYTES * n_cells && n_blocks <= MAX_MEAN_BLOCKS * n_cells);
    return out;
}

/*
 * How the tags of tables change the stack of open elements; see nesting_table.h.
 */
#include "html/nesting_table.h"

#include "html/nesting_stack.h"

static bool is_cell(const struct open_entry *entry) {
    return open_is(entry, ELEMENT_TD) || open_is(entry, ELEMENT_TH);
}

static bool is_section(const struct open_entry *entry) {
    return open_is(entry, ELEMENT_TBODY) || open_is(entry, ELEMENT_THEAD) ||
           open_is(entry, ELEMENT_TFOOT);
}

size_t nesting_table_find_bare(const struct nesting *nesting) {
    if (!nesting_has(nesting, ELEMENT_TABLE))
        return OPEN_NOT_FOUND;
    for (size_t i = nesting->open.n - 1; i > 0; i--) {
        const struct open_entry *entry = &nesting->open.stack[i];
        if (open_is(entry, ELEMENT_TABLE))
            return i;
        if (is_cell(entry) || open_is(entry, ELEMENT_CAPTION))
            break;
    }
    return OPEN_NOT_FOUND;
}

bool nesting_in_bare_table(const struct nesting *nesting) {
    return nesting_table_find_bare(nesting) != OPEN_NOT_FOUND;
}

/* Closes everything above stack[i]; formats end with a cell or caption among it. */
static void clear_above(struct nesting *nesting, size_t i) {
    bool has_cell = false;
    for (size_t k = i + 1; k < nesting->open.n && !has_cell; k++)
        has_cell =
            is_cell(&nesting->open.stack[k]) || open_is(&nesting->open.stack[k], ELEMENT_CAPTION);
    nesting_close_to(nesting, i + 1);
    if (has_cell)
        open_elements_clear_to_marker(&nesting->open);
}

/* Clears the stack back to the section of the table at stack[i], and opens the section if it is
 * implied. For a cell, also opens a row: whether it is the same one or another makes no difference
 * to depth. */
static void enter_section(struct nesting *nesting, size_t i, bool for_cell) {
    struct open_elements *open = &nesting->open;
    if (i + 1 < open->n && is_section(&open->stack[i + 1]))
        i++;
    clear_above(nesting, i);
    if (nesting_is_at_top(nesting, ELEMENT_TABLE))
        open_elements_push(open, ELEMENT_TBODY, OPEN_HTML, STR_NONE);
    if (for_cell)
        open_elements_push(open, ELEMENT_TR, OPEN_HTML, STR_NONE);
}

bool nesting_table_open(struct nesting *nesting, enum element element) {
    if (!nesting_has(nesting, ELEMENT_TABLE))
        return false;
    size_t i = nesting->open.n - 1;
    while (!open_is(&nesting->open.stack[i], ELEMENT_TABLE))
        i--;
    if (element == ELEMENT_TD || element == ELEMENT_TH)
        enter_section(nesting, i, true);
    else if (element == ELEMENT_TR)
        enter_section(nesting, i, false);
    else if (element != ELEMENT_COL || !nesting_is_at_top(nesting, ELEMENT_COLGROUP))
        clear_above(nesting, i);
    return true;
}

void nesting_table_close(struct nesting *nesting, enum element element) {
    size_t i = open_elements_find_in_table(&nesting->open, element);
    if (i != OPEN_NOT_FOUND)
        clear_above(nesting, i - 1);
}

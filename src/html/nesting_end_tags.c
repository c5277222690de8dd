/*
 * What each end tag does to the stack of open elements; see nesting.h.
 */
#include "html/nesting.h"

#include "base/ascii.h"
#include "html/nesting_head.h"
#include "html/nesting_stack.h"
#include "html/nesting_table.h"

/* The default: closes the topmost element of that name, unless a special one is above it. */
static void close_other(struct nesting *nesting, enum element element) {
    if (!nesting_has(nesting, element))
        return;
    for (size_t i = nesting->open.n - 1; i > 0; i--) {
        if (open_is(&nesting->open.stack[i], element)) {
            nesting_close_to(nesting, i);
            return;
        }
        if (open_elements_is_special(&nesting->open.stack[i]))
            return;
    }
}

static void close_heading(struct nesting *nesting) {
    for (size_t i = nesting->open.n - 1; i > 0; i--) {
        if (nesting_is_heading(&nesting->open.stack[i])) {
            nesting_close_to(nesting, i);
            return;
        }
        if (open_elements_bounds_scope(&nesting->open.stack[i]))
            return;
    }
}

static void close_top_form(struct nesting *nesting) {
    struct open_elements *open = &nesting->open;
    size_t n_changes = open->n_changes, content_at = open_top(open)->start.content_at;
    open_top(open)->has_end = true;
    nesting_close_top(nesting);
    if (open->n_changes != n_changes)
        digest_end_form(open->digest, content_at);
}

static void close_form(struct nesting *nesting) {
    size_t i = nesting_find_in_scope(nesting, ELEMENT_FORM);
    if (i != OPEN_NOT_FOUND && nesting->open.stack[i].serial == nesting->form) {
        nesting_generate_implied_end_tags(nesting, ELEMENT_OTHER);
        if (i + 1 == nesting->open.n)
            close_top_form(nesting);
        else
            open_elements_remove(&nesting->open, i);
    }
    nesting->form = 0;
}

static void close_object(struct nesting *nesting, enum element element) {
    size_t i = open_elements_find_in_table(&nesting->open, element); /* the scope that Gumbo uses */
    nesting_close_to(nesting, i);
    if (i != OPEN_NOT_FOUND)
        open_elements_clear_to_marker(&nesting->open);
}

static void close_html(struct nesting *nesting, enum element element) {
    unsigned traits = element_traits[element];
    if (element == ELEMENT_P)
        nesting_close_to(nesting, nesting_find_paragraph(nesting));
    else if (element == ELEMENT_LI)
        nesting_close_to(nesting,
                         open_elements_find(&nesting->open, element, ELEMENT_UL, ELEMENT_OL));
    else if (element == ELEMENT_FORM)
        close_form(nesting);
    else if (element == ELEMENT_BR)
        open_elements_reconstruct(&nesting->open);
    else if (element == ELEMENT_TABLE || (traits & ELEMENT_TABLE_PART))
        nesting_table_close(nesting, element);
    else if (element >= ELEMENT_H1 && element <= ELEMENT_H6)
        close_heading(nesting);
    else if (traits & ELEMENT_MARKER)
        close_object(nesting, element);
    else if (traits & ELEMENT_FORMATS)
        open_elements_adopt(&nesting->open, element);
    else if ((traits & ELEMENT_BLOCK) || element == ELEMENT_DD || element == ELEMENT_DT)
        nesting_close_to(nesting, nesting_find_in_scope(nesting, element));
    else
        close_other(nesting, element);
}

static bool close_in_select(struct nesting *nesting, enum element element) {
    const struct open_elements *open = &nesting->open;
    switch (element) {
    case ELEMENT_SELECT:
        nesting_close_to(nesting, nesting_find_in_scope(nesting, element));
        return true;
    case ELEMENT_OPTGROUP:
        if (nesting_is_at_top(nesting, ELEMENT_OPTION) &&
            open_is(&open->stack[open->n - 2], element))
            nesting_close_top(nesting);
        if (nesting_is_at_top(nesting, element))
            nesting_close_top(nesting);
        return true;
    case ELEMENT_OPTION:
        if (nesting_is_at_top(nesting, element))
            nesting_close_top(nesting);
        return true;
    default:
        if (element != ELEMENT_TABLE && !(element_traits[element] & ELEMENT_TABLE_PART))
            return false;
        nesting_table_close(nesting, element);
        return true;
    }
}

static bool names_are_equal(struct str a, struct str b) {
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.at[i]) != ascii_lower(b.at[i]))
            return false;
    return true;
}

/* Looks for the element among those of svg and math at the top of the stack. */
static size_t find_foreign(const struct nesting *nesting, enum element element, struct str name) {
    for (size_t i = nesting->open.n - 1; nesting->open.stack[i].space != OPEN_HTML; i--) {
        const struct open_entry *entry = &nesting->open.stack[i];
        if (entry->element == element && names_are_equal(entry->name, name))
            return i;
    }
    return OPEN_NOT_FOUND;
}

bool nesting_closes_foreign(const struct nesting *nesting, enum element element, struct str name) {
    return find_foreign(nesting, element, name) != OPEN_NOT_FOUND;
}

bool nesting_close(struct nesting *nesting, enum element element, struct str name) {
    if (nesting->n_dropped[element] > 0) {
        nesting->n_dropped[element]--;
        return false;
    }
    size_t foreign = find_foreign(nesting, element, name);
    if (foreign != OPEN_NOT_FOUND) {
        nesting_close_to(nesting, foreign);
        return true;
    }
    if (nesting_is_banned(element, false))
        return false;
    nesting_head_close(nesting, element);
    if (element != ELEMENT_COL)
        nesting_table_leave_colgroup(nesting, element);
    if (nesting_has(nesting, ELEMENT_SELECT))
        return close_in_select(nesting, element);
    close_html(nesting, element);
    return true;
}

/*
 * The stack of open elements as Gumbo will have it; see nesting.h.
 */
#include "nesting.h"

#include "name_table.h"

enum {
    NOT_FOUND = 0, /* entry 0 of the stack stands for <html> and is never looked for */
    /* The adoption agency's outer loop ends after 8 rounds, a special element each; past that
     * Gumbo keeps the formatting element open. */
    AGENCY_ROUNDS = 8
};

void nesting_init(struct nesting *nesting, struct arena *arena, unsigned max_depth) {
    *nesting = (struct nesting){.arena = arena, .max = (size_t)max_depth + 1};
    /* Besides a tag's own, at most two elements open by themselves: tbody and tr. */
    nesting->stack = arena_alloc(arena, (nesting->max + 3) * sizeof *nesting->stack);
    nesting->stack[0] = (struct nesting_entry){.element = ELEMENT_HTML};
    nesting->n = 1;
}

static bool is_html(const struct nesting_entry *entry, enum element element) {
    return entry->element == element && !entry->is_foreign;
}

static bool has_trait(const struct nesting_entry *entry, unsigned trait) {
    return element_traits[entry->element] & trait;
}

/* An element of svg or math that holds HTML. */
static bool is_textpoint(const struct nesting_entry *entry) {
    return entry->is_foreign && has_trait(entry, ELEMENT_TEXTPOINT);
}

static bool is_special(const struct nesting_entry *entry) {
    return entry->is_foreign ? is_textpoint(entry) : has_trait(entry, ELEMENT_SPECIAL);
}

static bool bounds_scope(const struct nesting_entry *entry) {
    return entry->is_foreign ? is_textpoint(entry) : has_trait(entry, ELEMENT_SCOPE);
}

static struct nesting_entry *top(const struct nesting *nesting) {
    return &nesting->stack[nesting->n - 1];
}

static void forget_dropped(struct nesting *nesting) {
    if (nesting->any_dropped)
        memset(nesting->n_dropped, 0, sizeof nesting->n_dropped);
    nesting->any_dropped = false;
}

/* Closes stack[i] and all above it. */
static void pop_to(struct nesting *nesting, size_t i) {
    while (nesting->n > i) {
        struct nesting_entry *entry = top(nesting);
        if (!entry->is_foreign)
            nesting->n_open[entry->element]--;
        nesting->n--;
    }
    forget_dropped(nesting);
}

static void push(struct nesting *nesting, enum element element, struct str name, bool is_foreign) {
    nesting->stack[nesting->n++] = (struct nesting_entry){name, 0, (uint8_t)element, is_foreign};
    if (!is_foreign)
        nesting->n_open[element]++;
}

/* The elements that bound a scope beside the default ones. */
static bool bounds_also(const struct nesting_entry *entry, enum element a, enum element b) {
    return !entry->is_foreign && (entry->element == a || entry->element == b);
}

/* The topmost `element` in the default scope, which `a` and `b` bound, too. */
static size_t find_in(const struct nesting *nesting, enum element element, enum element a,
                      enum element b) {
    if (!nesting_has(nesting, element))
        return NOT_FOUND;
    for (size_t i = nesting->n - 1; i > 0; i--) {
        const struct nesting_entry *entry = &nesting->stack[i];
        if (is_html(entry, element))
            return i;
        if (bounds_scope(entry) || bounds_also(entry, a, b))
            return NOT_FOUND;
    }
    return NOT_FOUND;
}

static size_t find_in_scope(const struct nesting *nesting, enum element element) {
    return find_in(nesting, element, ELEMENT_HTML, ELEMENT_HTML);
}

static size_t find_paragraph(const struct nesting *nesting) {
    return find_in(nesting, ELEMENT_P, ELEMENT_BUTTON, ELEMENT_BUTTON);
}

/* The topmost `element` in table scope, which only table and template bound. */
static size_t find_in_table(const struct nesting *nesting, enum element element) {
    if (!nesting_has(nesting, element))
        return NOT_FOUND;
    for (size_t i = nesting->n - 1; i > 0; i--) {
        const struct nesting_entry *entry = &nesting->stack[i];
        if (is_html(entry, element))
            return i;
        if (is_html(entry, ELEMENT_TABLE) || is_html(entry, ELEMENT_TEMPLATE))
            return NOT_FOUND;
    }
    return NOT_FOUND;
}

/* Closes stack[i] if it was found. */
static void close_found(struct nesting *nesting, size_t i) {
    if (i != NOT_FOUND)
        pop_to(nesting, i);
}

/* -- Active formatting elements ---------------------------------------------------------- */

/* The index of the first one behind the last marker. */
static size_t first_format(const struct nesting *nesting) {
    size_t i = nesting->n_formats;
    while (i > 0 && nesting->formats[i - 1].element)
        i--;
    return i;
}

static void remove_format(struct nesting *nesting, size_t i) {
    memmove(&nesting->formats[i], &nesting->formats[i + 1],
            (nesting->n_formats - i - 1) * sizeof *nesting->formats);
    nesting->n_formats--;
}

static void add_marker(struct nesting *nesting) {
    ARENA_PUSH(nesting->arena, nesting->formats, nesting->n_formats, nesting->cap_formats) =
        (struct nesting_format){0};
}

static void clear_to_marker(struct nesting *nesting) {
    nesting->n_formats = first_format(nesting);
    if (nesting->n_formats > 0)
        nesting->n_formats--;
}

/* The last one of `element` behind the last marker, as an index plus 1, or 0. */
static size_t find_format(const struct nesting *nesting, enum element element) {
    for (size_t i = nesting->n_formats; i > 0 && nesting->formats[i - 1].element; i--)
        if (nesting->formats[i - 1].element == element)
            return i;
    return 0;
}

static size_t find_serial(const struct nesting *nesting, uint32_t serial) {
    for (size_t i = nesting->n - 1; i > 0; i--)
        if (nesting->stack[i].serial == serial)
            return i;
    return NOT_FOUND;
}

static void remove_entry(struct nesting *nesting, size_t i) {
    nesting->n_open[nesting->stack[i].element]--;
    memmove(&nesting->stack[i], &nesting->stack[i + 1],
            (nesting->n - i - 1) * sizeof *nesting->stack);
    nesting->n--;
    forget_dropped(nesting);
}

static size_t count_special_above(const struct nesting *nesting, size_t i, bool *is_in_scope) {
    size_t n = 0;
    *is_in_scope = true;
    for (size_t k = i + 1; k < nesting->n; k++) {
        n += is_special(&nesting->stack[k]);
        if (bounds_scope(&nesting->stack[k]))
            *is_in_scope = false;
    }
    return n;
}

/* The adoption agency: closes the format at index `i` of the list. Elements above it stay open
 * unless they are of its own line. */
static void adopt(struct nesting *nesting, size_t i) {
    size_t at = find_serial(nesting, nesting->formats[i].serial);
    if (at != NOT_FOUND) {
        bool is_in_scope;
        size_t n_special = count_special_above(nesting, at, &is_in_scope);
        if (!is_in_scope || n_special >= AGENCY_ROUNDS)
            return;
        if (n_special == 0)
            pop_to(nesting, at);
        else
            remove_entry(nesting, at);
    }
    remove_format(nesting, i);
}

/* An <a> or <nobr> ends the one before it, wherever that stands. */
static void end_previous(struct nesting *nesting, enum element element) {
    size_t i = find_format(nesting, element);
    if (i == 0)
        return;
    adopt(nesting, i - 1);
    i = find_format(nesting, element);
    if (i == 0 || element != ELEMENT_A)
        return;
    size_t at = find_serial(nesting, nesting->formats[i - 1].serial);
    if (at != NOT_FOUND)
        remove_entry(nesting, at);
    remove_format(nesting, i - 1);
}

static bool formats_are_identical(const struct buffer *html, const struct nesting_format *a,
                                  const struct nesting_format *b) {
    return a->element == b->element && a->tag_len == b->tag_len &&
           memcmp(html->data + a->tag_at, html->data + b->tag_at, a->tag_len) == 0;
}

/* "Noah's Ark": of more than three identical ones the first goes. */
static void drop_fourth(struct nesting *nesting, const struct buffer *html,
                        const struct nesting_format *added) {
    size_t n = 0;
    size_t first = 0;
    for (size_t i = first_format(nesting); i < nesting->n_formats; i++) {
        if (formats_are_identical(html, &nesting->formats[i], added)) {
            if (n == 0)
                first = i;
            n++;
        }
    }
    if (n >= 3)
        remove_format(nesting, first);
}

void nesting_note_format(struct nesting *nesting, const struct buffer *html, size_t tag_at) {
    if (top(nesting)->is_foreign)
        return;
    struct nesting_format added = {tag_at, html->len - tag_at, ++nesting->serial,
                                   top(nesting)->element};
    drop_fourth(nesting, html, &added);
    ARENA_PUSH(nesting->arena, nesting->formats, nesting->n_formats, nesting->cap_formats) = added;
    top(nesting)->serial = added.serial;
}

/* Whether one more may wait. An <a> always may: it takes another one's place. */
static bool has_room_for_format(const struct nesting *nesting, enum element element) {
    return element == ELEMENT_A || nesting->n_formats - first_format(nesting) < NESTING_MAX_FORMATS;
}

/* -- Tables ------------------------------------------------------------------------------- */

/* Closes what stands above stack[i] and ends a cell's formats, should one be among it. */
static void clear_above(struct nesting *nesting, size_t i) {
    bool has_cell = false;
    for (size_t k = i + 1; k < nesting->n && !has_cell; k++) {
        const struct nesting_entry *entry = &nesting->stack[k];
        has_cell = is_html(entry, ELEMENT_TD) || is_html(entry, ELEMENT_TH) ||
                   is_html(entry, ELEMENT_CAPTION);
    }
    if (has_cell)
        clear_to_marker(nesting);
    pop_to(nesting, i + 1);
}

static bool is_section(const struct nesting_entry *entry) {
    return is_html(entry, ELEMENT_TBODY) || is_html(entry, ELEMENT_THEAD) ||
           is_html(entry, ELEMENT_TFOOT);
}

/* The nearest table, or the template that hides it. */
static size_t find_table(const struct nesting *nesting) {
    size_t i = nesting->n - 1;
    while (i > 0 && !is_html(&nesting->stack[i], ELEMENT_TABLE) &&
           !is_html(&nesting->stack[i], ELEMENT_TEMPLATE))
        i--;
    return i;
}

/* Clears the stack back to a row's or a cell's context in the table at stack[i], and opens the
 * section and row that go without saying. */
static void enter_section(struct nesting *nesting, size_t i, bool is_cell) {
    if (i + 1 < nesting->n && is_section(&nesting->stack[i + 1])) {
        i++;
        if (is_cell && i + 1 < nesting->n && is_html(&nesting->stack[i + 1], ELEMENT_TR))
            i++;
    }
    clear_above(nesting, i);
    if (is_html(top(nesting), ELEMENT_TABLE))
        push(nesting, ELEMENT_TBODY, STR("tbody"), false);
    if (is_cell && !is_html(top(nesting), ELEMENT_TR))
        push(nesting, ELEMENT_TR, STR("tr"), false);
}

static bool open_table_part(struct nesting *nesting, enum element element) {
    size_t i = find_table(nesting);
    if (i == 0) /* ignored outside of a table */
        return false;
    if (is_html(&nesting->stack[i], ELEMENT_TEMPLATE))
        return true;
    if (element == ELEMENT_TD || element == ELEMENT_TH)
        enter_section(nesting, i, true);
    else if (element == ELEMENT_TR)
        enter_section(nesting, i, false);
    else if (element != ELEMENT_COL || !is_html(top(nesting), ELEMENT_COLGROUP))
        clear_above(nesting, i);
    return true;
}

/* A table that begins in another one, but not in its cell, ends it. */
static void end_outer_table(struct nesting *nesting) {
    for (size_t i = nesting->n - 1; i > 0; i--) {
        const struct nesting_entry *entry = &nesting->stack[i];
        if (is_html(entry, ELEMENT_TABLE)) {
            pop_to(nesting, i);
            return;
        }
        if (!entry->is_foreign && has_trait(entry, ELEMENT_MARKER))
            return;
    }
}

/* -- Start tags --------------------------------------------------------------------------- */

/* A list item ends the one before it in the same list. */
static void end_item(struct nesting *nesting, enum element a, enum element b) {
    for (size_t i = nesting->n - 1; i > 0; i--) {
        const struct nesting_entry *entry = &nesting->stack[i];
        if (is_html(entry, a) || is_html(entry, b)) {
            pop_to(nesting, i);
            return;
        }
        if (is_special(entry) && !is_html(entry, ELEMENT_ADDRESS) && !is_html(entry, ELEMENT_DIV) &&
            !is_html(entry, ELEMENT_P))
            return;
    }
}

static bool is_heading(enum element element) {
    return element >= ELEMENT_H1 && element <= ELEMENT_H6;
}

static void pop_if_top(struct nesting *nesting, enum element element) {
    if (is_html(top(nesting), element))
        pop_to(nesting, nesting->n - 1);
}

/* Closes what the start tag of `element` ends. */
static void end_implied(struct nesting *nesting, enum element element) {
    if (element == ELEMENT_LI)
        end_item(nesting, ELEMENT_LI, ELEMENT_LI);
    else if (element == ELEMENT_DD || element == ELEMENT_DT)
        end_item(nesting, ELEMENT_DD, ELEMENT_DT);
    if (element_traits[element] & ELEMENT_CLOSES_P)
        close_found(nesting, find_paragraph(nesting));
    if (is_heading(element) && is_heading(top(nesting)->element) && !top(nesting)->is_foreign)
        pop_to(nesting, nesting->n - 1);
    if (element == ELEMENT_OPTION || element == ELEMENT_OPTGROUP)
        pop_if_top(nesting, ELEMENT_OPTION);
    if (element == ELEMENT_RT || element == ELEMENT_RP) {
        pop_if_top(nesting, ELEMENT_RT);
        pop_if_top(nesting, ELEMENT_RP);
    }
    if (element == ELEMENT_BUTTON)
        close_found(nesting, find_in_scope(nesting, ELEMENT_BUTTON));
    if (element == ELEMENT_A || element == ELEMENT_NOBR)
        end_previous(nesting, element);
    if (element == ELEMENT_TABLE)
        end_outer_table(nesting);
}

/* In <select> all but a few tags are ignored; what ends it goes on in *ends. */
static bool open_in_select(struct nesting *nesting, enum element element, bool *ends) {
    size_t select = nesting->n - 1;
    while (select > 0 && !is_html(&nesting->stack[select], ELEMENT_SELECT))
        select--;
    bool is_part =
        element == ELEMENT_TABLE || ((element_traits[element] & ELEMENT_TABLE_PART) &&
                                     element != ELEMENT_COL && element != ELEMENT_COLGROUP);
    *ends = element == ELEMENT_SELECT || element == ELEMENT_INPUT || element == ELEMENT_KEYGEN ||
            element == ELEMENT_TEXTAREA || (is_part && nesting_has(nesting, ELEMENT_TABLE));
    if (*ends)
        pop_to(nesting, select);
    return *ends || element == ELEMENT_OPTION || element == ELEMENT_OPTGROUP ||
           element == ELEMENT_SCRIPT;
}

/* Whether an HTML element stays open, and is counted, when its start tag has been taken. */
static bool stays_open(enum element element) {
    return !(element_traits[element] &
             (ELEMENT_VOID | ELEMENT_RAW | ELEMENT_RCDATA | ELEMENT_IMPLIED)) &&
           element != ELEMENT_XMP;
}

static bool open_form(struct nesting *nesting) {
    if (nesting_has(nesting, ELEMENT_TEMPLATE))
        return true;
    if (nesting->has_form)
        return false;
    nesting->has_form = true;
    return true;
}

static bool open_html(struct nesting *nesting, enum element element, struct str name) {
    if (nesting_has(nesting, ELEMENT_SELECT)) {
        bool ends = false;
        if (!open_in_select(nesting, element, &ends))
            return false;
        if (ends && element == ELEMENT_SELECT)
            return true;
    }
    if (element == ELEMENT_FORM && !open_form(nesting))
        return false;
    if ((element_traits[element] & ELEMENT_TABLE_PART) && !open_table_part(nesting, element))
        return false;
    end_implied(nesting, element);
    if (!stays_open(element))
        return true;
    push(nesting, element, name, element == ELEMENT_SVG || element == ELEMENT_MATH);
    if (element_traits[element] & ELEMENT_MARKER)
        add_marker(nesting);
    return true;
}

bool nesting_is_foreign(const struct nesting *nesting) {
    return top(nesting)->is_foreign && !is_textpoint(top(nesting));
}

/* A tag of HTML in svg or math ends these. */
static void break_out(struct nesting *nesting) {
    size_t i = nesting->n;
    while (i > 1 && nesting->stack[i - 1].is_foreign && !is_textpoint(&nesting->stack[i - 1]))
        i--;
    pop_to(nesting, i);
}

static bool drop(struct nesting *nesting, enum element element) {
    nesting->n_dropped[element]++;
    nesting->any_dropped = true;
    return false;
}

bool nesting_open(struct nesting *nesting, enum element element, struct str name) {
    bool is_foreign = nesting_is_foreign(nesting);
    /* Both are looked at before anything is closed: a tag that Gumbo does not see closes nothing.
     */
    if (nesting->n >= nesting->max && (is_foreign || stays_open(element)))
        return drop(nesting, element);
    if ((element_traits[element] & ELEMENT_FORMATS) && !has_room_for_format(nesting, element))
        return drop(nesting, element);
    /* Gumbo makes up a form with text of its own for it; the standard has long dropped it. */
    if (element == ELEMENT_ISINDEX)
        return false;
    if (is_foreign && (element_traits[element] & ELEMENT_BREAKOUT)) {
        break_out(nesting);
        is_foreign = false;
    }
    if (is_foreign) {
        /* Whether it breaks out depends on its attributes: nothing is lost without it. */
        if (element == ELEMENT_FONT)
            return false;
        push(nesting, element, name, true);
        return true;
    }
    return open_html(nesting, element, name);
}

void nesting_self_close(struct nesting *nesting, struct str name) {
    if (top(nesting)->is_foreign && top(nesting)->name.at == name.at)
        pop_to(nesting, nesting->n - 1);
}

/* -- End tags ----------------------------------------------------------------------------- */

/* What is not treated in a way of its own: closes the topmost, but nothing special. */
static void close_other(struct nesting *nesting, enum element element) {
    if (!nesting_has(nesting, element))
        return;
    for (size_t i = nesting->n - 1; i > 0; i--) {
        if (is_html(&nesting->stack[i], element)) {
            pop_to(nesting, i);
            return;
        }
        if (is_special(&nesting->stack[i]))
            return;
    }
}

static void close_heading(struct nesting *nesting) {
    for (size_t i = nesting->n - 1; i > 0; i--) {
        const struct nesting_entry *entry = &nesting->stack[i];
        if (!entry->is_foreign && is_heading(entry->element)) {
            pop_to(nesting, i);
            return;
        }
        if (bounds_scope(entry))
            return;
    }
}

static void close_form(struct nesting *nesting) {
    size_t i = find_in_scope(nesting, ELEMENT_FORM);
    if (nesting_has(nesting, ELEMENT_TEMPLATE)) {
        close_found(nesting, i);
        return;
    }
    if (nesting->has_form && i != NOT_FOUND)
        remove_entry(nesting, i);
    nesting->has_form = false;
}

static void close_table_part(struct nesting *nesting, enum element element) {
    size_t i = find_in_table(nesting, element);
    if (i == NOT_FOUND)
        return;
    clear_above(nesting, i - 1);
}

static void close_template(struct nesting *nesting) {
    size_t i = nesting->n - 1;
    while (i > 0 && !is_html(&nesting->stack[i], ELEMENT_TEMPLATE))
        i--;
    if (i == 0)
        return;
    pop_to(nesting, i);
    clear_to_marker(nesting);
}

static void close_object(struct nesting *nesting, enum element element) {
    size_t i = find_in_scope(nesting, element);
    if (i == NOT_FOUND)
        return;
    pop_to(nesting, i);
    clear_to_marker(nesting);
}

static void close_format(struct nesting *nesting, enum element element) {
    size_t i = find_format(nesting, element);
    if (i > 0)
        adopt(nesting, i - 1);
    else
        close_other(nesting, element);
}

static void close_html(struct nesting *nesting, enum element element) {
    unsigned traits = element_traits[element];
    if (element == ELEMENT_P)
        close_found(nesting, find_paragraph(nesting));
    else if (element == ELEMENT_LI)
        close_found(nesting, find_in(nesting, element, ELEMENT_UL, ELEMENT_OL));
    else if (element == ELEMENT_FORM)
        close_form(nesting);
    else if (element == ELEMENT_TEMPLATE)
        close_template(nesting);
    else if (element == ELEMENT_TABLE || (traits & ELEMENT_TABLE_PART))
        close_table_part(nesting, element);
    else if (is_heading(element))
        close_heading(nesting);
    else if (traits & ELEMENT_MARKER)
        close_object(nesting, element);
    else if (traits & ELEMENT_FORMATS)
        close_format(nesting, element);
    else if ((traits & ELEMENT_BLOCK) || element == ELEMENT_DD || element == ELEMENT_DT ||
             element == ELEMENT_SELECT || element == ELEMENT_FRAMESET)
        close_found(nesting, find_in_scope(nesting, element));
    else
        close_other(nesting, element);
}

static bool close_in_select(struct nesting *nesting, enum element element) {
    if (element == ELEMENT_SELECT) {
        close_found(nesting, find_in_table(nesting, ELEMENT_SELECT));
        return true;
    }
    if (element == ELEMENT_OPTION) {
        pop_if_top(nesting, element);
        return true;
    }
    if (element == ELEMENT_OPTGROUP) {
        if (nesting->n > 2 && is_html(&nesting->stack[nesting->n - 2], element))
            pop_if_top(nesting, ELEMENT_OPTION);
        pop_if_top(nesting, element);
        return true;
    }
    if (element != ELEMENT_TABLE && !(element_traits[element] & ELEMENT_TABLE_PART))
        return false;
    if (find_in_table(nesting, element) == NOT_FOUND)
        return false;
    close_table_part(nesting, element);
    return true;
}

static bool names_equal(struct str a, struct str b) {
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (name_lower((unsigned char)a.at[i]) != name_lower((unsigned char)b.at[i]))
            return false;
    return true;
}

/* Looks for the element among those of svg and math at the top. */
static bool close_foreign(struct nesting *nesting, enum element element, struct str name) {
    for (size_t i = nesting->n - 1; i > 0 && nesting->stack[i].is_foreign; i--) {
        const struct nesting_entry *entry = &nesting->stack[i];
        if (entry->element == element && names_equal(entry->name, name)) {
            pop_to(nesting, i);
            return true;
        }
    }
    return false;
}

bool nesting_close(struct nesting *nesting, enum element element, struct str name) {
    if (nesting->n_dropped[element] > 0) {
        nesting->n_dropped[element]--;
        return false;
    }
    if (top(nesting)->is_foreign && close_foreign(nesting, element, name))
        return true;
    if (nesting_has(nesting, ELEMENT_SELECT))
        return close_in_select(nesting, element);
    close_html(nesting, element);
    return true;
}

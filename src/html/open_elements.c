/*
 * The two lists of tree construction; see open_elements.h.
 */
#include "html/open_elements.h"

enum {
    /* Limits set by the standard. */
    AGENCY_ROUNDS = 8,
    AGENCY_KEPT_FORMATS = 3,
    NOAH = 3
};

void open_elements_init(struct open_elements *open, struct arena *arena, struct digest *digest) {
    *open = (struct open_elements){.arena = arena, .digest = digest, .uncertain_from = SIZE_MAX};
    ARENA_PUSH(arena, open->stack, open->n, open->cap) =
        (struct open_entry){.element = ELEMENT_HTML};
}

static bool has_trait(const struct open_entry *entry, unsigned trait) {
    return element_traits[entry->element] & trait;
}

bool open_elements_is_point(const struct open_entry *entry) {
    return (entry->space == OPEN_SVG && has_trait(entry, ELEMENT_SVG_POINT)) ||
           (entry->space == OPEN_MATH && has_trait(entry, ELEMENT_MATH_POINT));
}

bool open_elements_is_special(const struct open_entry *entry) {
    if (entry->space == OPEN_HTML)
        return has_trait(entry, ELEMENT_SPECIAL);
    return open_elements_is_point(entry) && entry->element != ELEMENT_TITLE; /* as in Gumbo */
}

bool open_elements_bounds_scope(const struct open_entry *entry) {
    return entry->space == OPEN_HTML ? has_trait(entry, ELEMENT_SCOPE)
                                     : open_elements_is_point(entry);
}

void open_elements_push(struct open_elements *open, enum element element, enum open_space space,
                        struct str name) {
    ARENA_PUSH(open->arena, open->stack, open->n, open->cap) =
        (struct open_entry){.name = name, .element = (uint8_t)element, .space = (uint8_t)space};
    if (space == OPEN_HTML)
        open->n_open[element]++;
    else
        open->n_foreign++;
}

/* The stack no longer matches the tags in the digest: elements that are open are not folded any
 * more, nor are those that follow in them. */
static void unsettle(struct open_elements *open) {
    for (size_t i = 0; i < open->n; i++)
        open->stack[i].may_fold = false;
    open->n_changes++;
    open->n_uncertain = open->n;
}

void open_elements_note_start(struct open_elements *open, const struct digest_start *start,
                              bool may_fold) {
    open_top(open)->start = *start;
    open_top(open)->may_fold = may_fold;
}

/* -- Formats ----------------------------------------------------------------------------- */

/* The index of a format. It exists, and is near the end: elements on the stack were added
 * recently. */
static size_t find_format(const struct open_elements *open, uint32_t serial) {
    size_t i = open->n_formats - 1;
    while (i > 0 && open->formats[i].serial != serial)
        i--;
    return i;
}

static size_t find_entry(const struct open_elements *open, uint32_t serial) {
    size_t i = open->n - 1;
    while (i > 0 && !(open->stack[i].has_format && open->stack[i].serial == serial))
        i--;
    return i;
}

/* The index of the first format after the last marker. */
static size_t first_format(const struct open_elements *open) {
    size_t i = open->n_formats;
    while (i > 0 && open->formats[i - 1].element)
        i--;
    return i;
}

/* The index plus 1 of the last format of `element` after the last marker, or 0. */
static size_t find_last(const struct open_elements *open, enum element element) {
    for (size_t i = open->n_formats; i > 0 && open->formats[i - 1].element; i--)
        if (open->formats[i - 1].element == element)
            return i;
    return 0;
}

static void remove_format(struct open_elements *open, size_t i) {
    if (open->formats[i].is_open)
        open->stack[find_entry(open, open->formats[i].serial)].has_format = false;
    memmove(&open->formats[i], &open->formats[i + 1],
            (open->n_formats - i - 1) * sizeof *open->formats);
    open->n_formats--;
}

void open_elements_add_marker(struct open_elements *open) {
    ARENA_PUSH(open->arena, open->formats, open->n_formats, open->cap_formats) =
        (struct open_format){0};
}

void open_elements_clear_to_marker(struct open_elements *open) {
    while (open->n_formats > 0 && open->formats[open->n_formats - 1].element)
        remove_format(open, open->n_formats - 1);
    if (open->n_formats > 0)
        open->n_formats--;
    open->n_changes++;
}

bool open_elements_has_room(const struct open_elements *open) {
    return open->n_formats - first_format(open) < OPEN_MAX_FORMATS;
}

static bool is_identical(const struct open_format *format, enum element element, struct str attrs) {
    return format->element == element && str_equals(format->attrs, attrs);
}

size_t open_elements_identical_list(const struct open_elements *open, enum element element,
                                    struct str attrs) {
    for (size_t i = open->n_formats; i > 0 && open->formats[i - 1].element; i--)
        if (is_identical(&open->formats[i - 1], element, attrs))
            return open->formats[i - 1].list;
    return 0;
}

/* The "Noah's Ark clause": if there are three already, the earliest is removed. */
static void drop_fourth(struct open_elements *open, enum element element, struct str attrs) {
    size_t n = 0;
    size_t first = 0;
    for (size_t i = open->n_formats; i > 0 && open->formats[i - 1].element; i--) {
        if (is_identical(&open->formats[i - 1], element, attrs)) {
            first = i - 1;
            n++;
        }
    }
    if (n >= NOAH) {
        remove_format(open, first);
        unsettle(open);
    }
}

void open_elements_add_format(struct open_elements *open, struct str attrs, size_t list) {
    struct open_entry *entry = open_top(open);
    struct open_format added = {.attrs = attrs,
                                .list = list,
                                .serial = ++open->serial,
                                .element = entry->element,
                                .is_open = true};
    drop_fourth(open, (enum element)entry->element, attrs);
    ARENA_PUSH(open->arena, open->formats, open->n_formats, open->cap_formats) = added;
    entry->serial = added.serial;
    entry->has_format = true;
}

bool open_elements_wait(const struct open_elements *open) {
    return open->n_formats > 0 && open->formats[open->n_formats - 1].element &&
           !open->formats[open->n_formats - 1].is_open;
}

void open_elements_reconstruct(struct open_elements *open) {
    size_t i = open->n_formats;
    while (i > 0 && open->formats[i - 1].element && !open->formats[i - 1].is_open)
        i--;
    for (; i < open->n_formats; i++) {
        struct open_format *format = &open->formats[i];
        open_elements_push(open, (enum element)format->element, OPEN_HTML, STR_NONE);
        open->n_changes++;
        open_top(open)->serial = format->serial;
        open_top(open)->has_format = true;
        format->is_open = true;
    }
}

/* -- Stack ------------------------------------------------------------------------------- */

/* Must be called before an entry leaves the stack for good. */
static void forget(struct open_elements *open, const struct open_entry *entry) {
    if (entry->space == OPEN_HTML)
        open->n_open[entry->element]--;
    else
        open->n_foreign--;
    if (entry->has_format)
        open->formats[find_format(open, entry->serial)].is_open = false;
}

static bool fold(struct open_elements *open, const struct open_entry *entry) {
    bool is_empty = open->digest->html.len == entry->start.content_at;
    if (entry->element == ELEMENT_FORM && !entry->has_end)
        return false; /* it remains what Gumbo considers the current form */
    return entry->may_fold && !entry->has_format && (entry->space == OPEN_HTML || is_empty) &&
           digest_fold(open->digest, &entry->start, (enum element)entry->element, entry->name);
}

void open_elements_pop_to(struct open_elements *open, size_t i) {
    if (i == OPEN_NOT_FOUND)
        return;
    while (open->n > i) {
        const struct open_entry *top = &open->stack[--open->n];
        if (fold(open, top))
            open->n_folded++;
        else
            open->n_changes++;
        forget(open, top);
    }
    if (open->n_uncertain > open->n)
        open->n_uncertain = open->n;
    if (open->n <= open->uncertain_from)
        open->uncertain_from = SIZE_MAX;
}

static void take_out(struct open_elements *open, size_t i) {
    memmove(&open->stack[i], &open->stack[i + 1], (open->n - i - 1) * sizeof *open->stack);
    open->n--;
    unsettle(open);
}

void open_elements_remove(struct open_elements *open, size_t i) {
    forget(open, &open->stack[i]);
    take_out(open, i);
}

static bool bounds_also(const struct open_entry *entry, enum element a, enum element b) {
    return open_is(entry, a) || open_is(entry, b);
}

size_t open_elements_find(const struct open_elements *open, enum element element, enum element a,
                          enum element b) {
    if (open->n_open[element] == 0)
        return OPEN_NOT_FOUND;
    for (size_t i = open->n - 1; i > 0; i--) {
        const struct open_entry *entry = &open->stack[i];
        if (open_is(entry, element))
            return i;
        if (open_elements_bounds_scope(entry) || bounds_also(entry, a, b))
            break;
    }
    return OPEN_NOT_FOUND;
}

size_t open_elements_find_in_table(const struct open_elements *open, enum element element) {
    if (open->n_open[element] == 0)
        return OPEN_NOT_FOUND;
    for (size_t i = open->n - 1; i > 0; i--) {
        if (open_is(&open->stack[i], element))
            return i;
        if (open_is(&open->stack[i], ELEMENT_TABLE))
            break;
    }
    return OPEN_NOT_FOUND;
}

/* -- Adoption agency --------------------------------------------------------------------- */

/* The lowest special element above stack[at]. */
static size_t find_furthest_block(const struct open_elements *open, size_t at) {
    for (size_t i = at + 1; i < open->n; i++)
        if (open_elements_is_special(&open->stack[i]))
            return i;
    return OPEN_NOT_FOUND;
}

/* Goes from the furthest block down to the format at stack[at]. Elements that are not formats leave
 * the stack; formats past the third leave the list (and, in Gumbo, stay on the stack). Moves *block
 * along. Returns the format's new position in the list. */
static size_t step_down(struct open_elements *open, size_t at, size_t *block, size_t bookmark) {
    bool is_first = true;
    unsigned n_steps = 0;
    for (size_t k = *block - 1; k > at; k--) {
        struct open_entry *entry = &open->stack[k];
        n_steps++;
        if (!entry->has_format) {
            open_elements_remove(open, k);
            --*block;
            continue;
        }
        size_t i = find_format(open, entry->serial);
        if (n_steps > AGENCY_KEPT_FORMATS) {
            remove_format(open, i);
            bookmark -= i < bookmark;
            continue;
        }
        if (is_first)
            bookmark = i + 1;
        is_first = false;
    }
    return bookmark;
}

/* Moves formats[from] before the one that is at `to` now. */
static void move_format(struct open_elements *open, size_t from, size_t to) {
    struct open_format moved = open->formats[from];
    if (from < to) {
        to--;
        memmove(&open->formats[from], &open->formats[from + 1], (to - from) * sizeof moved);
    } else {
        memmove(&open->formats[to + 1], &open->formats[to], (from - to) * sizeof moved);
    }
    open->formats[to] = moved;
}

/* One round of the algorithm for the format at stack[at], below the furthest block. */
static void adopt_block(struct open_elements *open, size_t at, size_t block) {
    uint32_t serial = open->stack[at].serial;
    size_t bookmark = step_down(open, at, &block, find_format(open, serial));
    move_format(open, find_format(open, serial), bookmark);
    struct open_entry moved = open->stack[at];
    take_out(open, at);
    memmove(&open->stack[block + 1], &open->stack[block], (open->n - block) * sizeof moved);
    open->stack[block] = moved;
    open->n++;
}

/* One round of the algorithm; false when it is finished. */
static bool adopt_round(struct open_elements *open, enum element element) {
    size_t i = find_last(open, element);
    if (i-- == 0)
        return false;
    if (!open->formats[i].is_open) {
        remove_format(open, i);
        open->n_changes++;
        return false;
    }
    size_t at = find_entry(open, open->formats[i].serial);
    if (open_elements_find(open, element, element, element) == OPEN_NOT_FOUND)
        return false; /* as in Gumbo: for any element of that kind, not just the current one */
    size_t block = find_furthest_block(open, at);
    if (block != OPEN_NOT_FOUND) {
        adopt_block(open, at, block);
        return true;
    }
    remove_format(open, i);
    open_elements_pop_to(open, at);
    return false;
}

void open_elements_adopt(struct open_elements *open, enum element element) {
    if (open_is(open_top(open), element) && !open_top(open)->has_format) {
        open_elements_pop_to(open, open->n - 1);
        return;
    }
    for (int round = 0; round < AGENCY_ROUNDS; round++)
        if (!adopt_round(open, element))
            return;
}

void open_elements_end_link(struct open_elements *open) {
    if (find_last(open, ELEMENT_A) == 0)
        return;
    open_elements_adopt(open, ELEMENT_A);
    size_t i = find_last(open, ELEMENT_A);
    if (i-- == 0)
        return;
    if (open->formats[i].is_open)
        open_elements_remove(open, find_entry(open, open->formats[i].serial));
    remove_format(open, i);
    open->n_changes++;
}

/*
 * The stack of open elements and the list of active formatting elements, with the algorithms that
 * the HTML standard defines on them (sections 13.2.4.2, 13.2.4.3 and 13.2.6.4.7) as Gumbo
 * implements them: without nodes, only as far as they change the two lists.
 */
#ifndef PITH_HTML_OPEN_ELEMENTS_H
#define PITH_HTML_OPEN_ELEMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"
#include "html/digest.h"
#include "html/element.h"

/* The most formatting elements after the last marker. Gumbo reopens all of them in each new block.
 * Even with 8 the blocks of 2,219 real pages are the same. */
enum { OPEN_MAX_FORMATS = 16 };

enum open_space { OPEN_HTML, OPEN_SVG, OPEN_MATH };

struct open_entry {
    struct str name; /* as written in the page; STR_NONE for implied elements */
    uint32_t serial; /* the same as that of its format */
    uint8_t element; /* enum element */
    uint8_t space;   /* enum open_space */
    bool has_format; /* it is among the formats */
    bool may_fold;   /* when it is closed, from `start` on; a form only by its end tag */
    bool has_end;    /* a form that its own end tag closes */
    struct digest_start start;
};

/* An active formatting element, or a marker (element 0). */
struct open_format {
    struct str attrs; /* as written in its tag: elements with equal ones are identical */
    size_t list;      /* as in struct digest_run */
    uint32_t serial;
    uint8_t element;
    bool is_open; /* it is on the stack */
};

struct open_elements {
    struct arena *arena;
    struct open_entry *stack; /* stack[0] is <html> and is never removed */
    size_t n, cap;
    uint32_t n_open[ELEMENT_N]; /* HTML elements on the stack */
    struct open_format *formats;
    size_t n_formats, cap_formats;
    uint32_t serial;
    struct digest *digest; /* where closed elements are folded */
    size_t n_folded;       /* elements closed and folded */
    size_t n_changes;      /* changes to either list, except opening and folding an element */
    size_t n_uncertain;    /* number of elements that may differ from Gumbo's, after such a
                              change in the middle */
    size_t uncertain_from; /* from this element on, Gumbo may have closed them; or SIZE_MAX */
    uint32_t n_foreign;    /* elements of svg and math on the stack */
    bool never_folds;      /* from now on */
};

/* The index of <html>, which is never the result of a search. */
enum { OPEN_NOT_FOUND = 0 };

void open_elements_init(struct open_elements *open, struct arena *arena, struct digest *digest);

static inline struct open_entry *open_top(const struct open_elements *open) {
    return &open->stack[open->n - 1];
}

static inline bool open_is(const struct open_entry *entry, enum element element) {
    return entry->element == element && entry->space == OPEN_HTML;
}

/* Whether it is an element of svg or math that contains HTML. */
bool open_elements_is_point(const struct open_entry *entry);

bool open_elements_is_special(const struct open_entry *entry);

/* Whether it bounds the default scope. */
bool open_elements_bounds_scope(const struct open_entry *entry);

/* Pushes an element; `name` matters in svg and math only. */
void open_elements_push(struct open_elements *open, enum element element, enum open_space space,
                        struct str name);

/* Notes where the top element begins, and whether it may be folded when it is closed. */
void open_elements_note_start(struct open_elements *open, const struct digest_start *start,
                              bool may_fold);

/* Whether formatting elements are waiting to be reconstructed. */
bool open_elements_wait(const struct open_elements *open);

/* Closes stack[i] and all above it; nothing for OPEN_NOT_FOUND. */
void open_elements_pop_to(struct open_elements *open, size_t i);

/* Closes only stack[i]. */
void open_elements_remove(struct open_elements *open, size_t i);

/* The topmost HTML element of that kind in the default scope, which `a` and `b` bound as well. */
size_t open_elements_find(const struct open_elements *open, enum element element, enum element a,
                          enum element b);

/* The same in table scope, which only a table bounds. */
size_t open_elements_find_in_table(const struct open_elements *open, enum element element);

/* Whether one more formatting element may be added. */
bool open_elements_has_room(const struct open_elements *open);

/* Adds the top element to the formats, with its attributes as written in its tag, and its list of
 * them. */
void open_elements_add_format(struct open_elements *open, struct str attrs, size_t list);

/* The list of a format that is identical to an element with these attributes, or 0. */
size_t open_elements_identical_list(const struct open_elements *open, enum element element,
                                    struct str attrs);

/* Adds a marker; only formats after it are searched: for a cell, a caption, an object. */
void open_elements_add_marker(struct open_elements *open);

/* Removes the last marker and the formats after it. */
void open_elements_clear_to_marker(struct open_elements *open);

/* Reconstructs the active formatting elements. */
void open_elements_reconstruct(struct open_elements *open);

/* The adoption agency algorithm: the effect of the end tag of a formatting element. */
void open_elements_adopt(struct open_elements *open, enum element element);

/* The effect of an <a> start tag on an earlier <a>. */
void open_elements_end_link(struct open_elements *open);

#endif

/*
 * A model of the stack of open elements that Gumbo will keep, so that the scan before it knows
 * how deep a tag would stand, whether it stands in <pre>, <select>, <noscript>, svg or math, and
 * can drop what would make Gumbo slow: tags past a depth, formatting elements without end.
 *
 * It follows HTML's tree construction (section 13.2.6) as far as that moves the stack. Where it
 * is simpler, it errs to the side of elements that are still open: its stack may hold more than
 * Gumbo's but for what Gumbo reopens (at most NESTING_MAX_FORMATS), never less, whatever the
 * page. Else a page could nest in Gumbo without bound while it seemed flat here.
 */
#ifndef PITH_NESTING_H
#define PITH_NESTING_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "element.h"

/* Formatting elements that may wait to be reopened at once. Gumbo reopens all of them in every
 * new block; real pages leave some tens of different <font> open at worst. */
enum { NESTING_MAX_FORMATS = 64 };

struct nesting_entry {
    struct str name; /* as the page has it */
    uint32_t serial; /* of its entry among the formats; 0 for none */
    uint8_t element; /* enum element */
    bool is_foreign; /* of svg or math */
};

/* An active formatting element, or a marker (element 0). Its tag's bytes in the scan's output
 * tell whether two are identical. */
struct nesting_format {
    size_t tag_at, tag_len;
    uint32_t serial;
    uint8_t element;
};

struct nesting {
    struct nesting_entry *stack;
    size_t n, max;
    uint32_t n_open[ELEMENT_N];    /* HTML elements on the stack */
    uint32_t n_dropped[ELEMENT_N]; /* start tags dropped since the last change of the stack */
    bool any_dropped;
    bool has_form; /* the "form element pointer" */
    struct nesting_format *formats;
    size_t n_formats, cap_formats;
    uint32_t serial;
    struct arena *arena;
};

void nesting_init(struct nesting *nesting, struct arena *arena, unsigned max_depth);

/* Takes a start tag. True: it may go to Gumbo; false: it must not, and nothing has changed. */
bool nesting_open(struct nesting *nesting, enum element element, struct str name);

/* To be called after nesting_open for a formatting element that was taken: its tag is
 * html->data[tag_at] up to the end. */
void nesting_note_format(struct nesting *nesting, const struct buffer *html, size_t tag_at);

/* To be called after nesting_open for a tag that was taken and ended in "/>". */
void nesting_self_close(struct nesting *nesting, struct str name);

/* Takes an end tag; returns as nesting_open does. */
bool nesting_close(struct nesting *nesting, enum element element, struct str name);

/* Whether tags and text are read as svg and math now. */
bool nesting_is_foreign(const struct nesting *nesting);

static inline bool nesting_has(const struct nesting *nesting, enum element element) {
    return nesting->n_open[element] > 0;
}

#endif

/*
 * A model of the stack of open elements that Gumbo will have. From it the prescan knows how deep a
 * tag would be and whether it would be in <pre>, <select>, <noscript>, svg or math, and can drop
 * what would make Gumbo slow: tags past a depth, unlimited formatting elements, and those few whose
 * effect depends on more than is modelled here.
 *
 * It follows HTML's tree construction (section 13.2.6), as implemented by Gumbo 0.10, as far as
 * that changes the stack. It must never consider an element closed that Gumbo holds open: a page
 * could then nest without limit while it seemed flat here. tests/fuzz/shapes.c looks for such
 * cases.
 */
#ifndef PITH_HTML_NESTING_H
#define PITH_HTML_NESTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "html/element.h"
#include "html/open_elements.h"

/* Whether a <table> ends a <p> before it, which depends on the doctype. */
enum nesting_mode { NESTING_QUIRKS, NESTING_STANDARD, NESTING_EITHER };

struct nesting {
    struct open_elements open;
    size_t max;
    uint32_t n_dropped[ELEMENT_N]; /* start tags dropped since an element was last closed */
    bool any_dropped;
    uint32_t form; /* serial number of the current form, or 0 */
    unsigned n_framesets;
    bool is_in_head;       /* nothing has come yet that belongs in <body> */
    bool is_past_noscript; /* after something has ended a <noscript> in <head>, before its end
                              tag */
    enum nesting_mode mode;
};

/* Elements are folded into `digest` when they are closed. */
void nesting_init(struct nesting *nesting, struct arena *arena, unsigned max_depth,
                  struct digest *digest);

/* Processes a start tag. True: Gumbo may see it; false: it must not, and nothing has changed. */
bool nesting_open(struct nesting *nesting, enum element element, struct str name);

/* Must be called after nesting_open for a formatting element that was accepted; see
 * open_elements_add_format. */
void nesting_note_format(struct nesting *nesting, struct str attrs, size_t list);

/* Must be called after nesting_open for an accepted tag that ended in "/>". */
void nesting_self_close(struct nesting *nesting, struct str name);

/* Processes an end tag; returns as nesting_open does. */
bool nesting_close(struct nesting *nesting, enum element element, struct str name);

/* Processes text. */
void nesting_text(struct nesting *nesting, bool is_white);

/* Whether what comes next is meant for browsers without scripts. */
static inline bool nesting_is_in_noscript(const struct nesting *nesting) {
    return nesting->open.n_open[ELEMENT_NOSCRIPT] > 0 || nesting->is_past_noscript;
}

/* Whether "<![CDATA[" would now begin text: anywhere in svg or math, even where they contain HTML.
 */
bool nesting_has_cdata(const struct nesting *nesting);

/* Whether a start tag would now be read as one of svg or math. */
bool nesting_opens_foreign(const struct nesting *nesting, enum element element);

/* Whether an end tag would now end an element of svg or math. */
bool nesting_closes_foreign(const struct nesting *nesting, enum element element, struct str name);

/* Whether an HTML element stays open after its start tag. */
bool nesting_stays_open(enum element element);

/* Whether what comes next would be in a table, but outside its cells and captions. */
bool nesting_in_bare_table(const struct nesting *nesting);

/* Whether an HTML element of this kind is open. */
static inline bool nesting_has(const struct nesting *nesting, enum element element) {
    return nesting->open.n_open[element] > 0;
}

#endif

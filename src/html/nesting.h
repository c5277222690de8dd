/*
 * A model of the stack of open elements that Gumbo will have, so that the scan before it knows
 * how deep a tag would stand and whether it stands in <pre>, <select>, <noscript>, svg or math,
 * and can drop what would make Gumbo slow: tags past a depth, formatting elements without end,
 * and those few whose effect depends on more than is modelled here.
 *
 * It follows HTML's tree construction (section 13.2.6) in the version of Gumbo 0.10 as far as
 * that moves the stack. It must not take an element for closed that Gumbo holds open: a page
 * could nest it without bound while it seemed flat here. tests/fuzz/shapes.c looks for that.
 */
#ifndef PITH_HTML_NESTING_H
#define PITH_HTML_NESTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "html/element.h"
#include "html/open_elements.h"

/* Whether a <table> ends a <p> before it, as the doctype says. */
enum nesting_mode { NESTING_QUIRKS, NESTING_STANDARD, NESTING_EITHER };

struct nesting {
    struct open_elements open;
    size_t max;
    uint32_t n_dropped[ELEMENT_N]; /* start tags dropped since an element was last closed */
    bool any_dropped;
    uint32_t form; /* serial of what the "form element pointer" points to, or 0 */
    unsigned n_framesets;
    enum nesting_mode mode;
};

/* Elements are folded into `digest` as they are closed. */
void nesting_init(struct nesting *nesting, struct arena *arena, unsigned max_depth,
                  struct digest *digest);

/* Takes a start tag. True: it may go to Gumbo; false: it must not, and nothing has changed. */
bool nesting_open(struct nesting *nesting, enum element element, struct str name);

/* To be called after nesting_open for a formatting element that was taken: its tag is
 * html->data[tag_at] up to the end. */
void nesting_note_format(struct nesting *nesting, const struct buffer *html, size_t tag_at);

/* To be called after nesting_open for a tag that was taken and ended in "/>". */
void nesting_self_close(struct nesting *nesting, struct str name);

/* Takes an end tag; returns as nesting_open does. */
bool nesting_close(struct nesting *nesting, enum element element, struct str name);

/* Takes text. */
void nesting_text(struct nesting *nesting, bool is_white);

/* Whether tags and text are read as svg and math now. */
bool nesting_is_foreign(const struct nesting *nesting);

/* Whether an HTML element stays open when its start tag has been taken. */
bool nesting_stays_open(enum element element);

/* Whether what comes next stands in a table, but in none of its cells and captions. */
bool nesting_in_bare_table(const struct nesting *nesting);

/* Whether such an element of HTML is open. */
static inline bool nesting_has(const struct nesting *nesting, enum element element) {
    return nesting->open.n_open[element] > 0;
}

#endif

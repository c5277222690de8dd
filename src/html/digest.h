/*
 * What the prescan leaves for Gumbo to parse: tags, white space, and marks. A mark is a private-use
 * code point (two, for indexes past 65,534) that represents a run of text, a list of attributes, or
 * a folded element.
 *
 * An element is folded when it is closed, if all that Gumbo would do with it is append it, with its
 * content in order, to the current element: its tags and its content, which by then is only marks
 * and white space, are replaced with one mark. To Gumbo that is a character of text in the same
 * place; dom.c unfolds it. (On real pages 9 in 10 elements are folded, and parsing takes a third of
 * the time.)
 */
#ifndef PITH_HTML_DIGEST_H
#define PITH_HTML_DIGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"
#include "html/element.h"

/* What a mark in text represents: a run of the page's text, or a folded element. */
struct digest_run {
    struct str raw;      /* text: bytes of the page, not decoded; element: its digested content */
    struct str name;     /* element: its name as written in the page */
    uint32_t list;       /* element: index of its list of attributes plus 1, or 0 */
    uint8_t element;     /* enum element */
    bool is_element;     /* otherwise it is text */
    bool has_references; /* text: contains a '&' that must be decoded */
};

struct digest {
    struct arena *arena;
    struct buffer html;
    struct digest_run *runs; /* indexed by the marks in text */
    size_t n_runs, cap_runs;
    size_t last_tag_at; /* start of the last tag that is not folded */
    bool any_folded;
};

/* The start of an element that may be folded. */
struct digest_start {
    size_t tag_at, content_at;
    size_t tag_before_at; /* last_tag_at before it */
    uint32_t list;        /* as in struct digest_run */
};

void digest_init(struct digest *digest, struct arena *arena, size_t len);

/* Must be called before a tag is appended. */
static inline void digest_begin_tag(struct digest *digest) {
    digest->last_tag_at = digest->html.len;
}

/* Appends a mark for a run of text. */
void digest_append_text(struct digest *digest, struct str raw, bool may_refer);

/* Folds the element that began at `start` and ends here. Returns false and changes nothing if its
 * content contains tags. Text at the end of a form is not folded into it (digest_end_form). */
bool digest_fold(struct digest *digest, const struct digest_start *start, enum element element,
                 struct str name);

/* Must be called before the end tag of a form that is on top of the stack and not folded. Gumbo
 * puts text that directly precedes this tag after the form, but must not put folded elements
 * there. */
void digest_end_form(struct digest *digest, size_t content_at);

#endif

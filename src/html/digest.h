/*
 * What the scan leaves for Gumbo to parse: tags, white space, and marks, private-use code points
 * (one, or two past 65,534) that stand for stretches of text, lists of attributes, and folded
 * elements.
 *
 * An element is folded when it is closed, if all that Gumbo would have to do for it is to append
 * it, with its content in order, to the element that is open: its tags and its content, which by
 * then is marks and white space alone, give way to one mark. For Gumbo that is a character of text
 * in the same place; dom.c unfolds it. (On real pages 9 of 10 elements go that way, and parsing
 * takes a third of the time.)
 */
#ifndef PITH_HTML_DIGEST_H
#define PITH_HTML_DIGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"
#include "html/element.h"

/* What a mark in text stands for: a stretch of the page, or a folded element. */
struct digest_run {
    struct str raw;      /* text: bytes of the page, not decoded; element: its digested content */
    struct str name;     /* element: its name as the page has it */
    uint32_t list;       /* element: index of its list of attributes plus 1, or 0 */
    uint8_t element;     /* enum element */
    bool is_element;     /* else it is text */
    bool has_references; /* text: holds a '&' that is to be decoded */
};

struct digest {
    struct arena *arena;
    struct buffer html;
    struct digest_run *runs; /* indexed by the marks in text */
    size_t n_runs, cap_runs;
    size_t last_tag_at; /* where the last tag that is not folded begins */
    bool any_folded;
};

/* Where an element begins that may be folded. */
struct digest_start {
    size_t tag_at, content_at;
    size_t tag_before_at; /* last_tag_at before it */
    uint32_t list;        /* as in struct digest_run */
};

void digest_init(struct digest *digest, struct arena *arena, size_t len);

/* To be called where a tag is about to be appended. */
static inline void digest_begin_tag(struct digest *digest) {
    digest->last_tag_at = digest->html.len;
}

/* Appends a mark for a stretch of text. */
void digest_append_text(struct digest *digest, struct str raw, bool may_refer);

/* Folds the element that began at `start` and ends here. False, and nothing is changed, where its
 * content holds tags. Text at the end of a form stays behind its mark (digest_end_form). */
bool digest_fold(struct digest *digest, const struct digest_start *start, enum element element,
                 struct str name);

/* To be called before the end tag of a form on top of the stack that is not folded. Gumbo puts text
 * that stands directly before that tag behind the form, where it must not put folded elements. */
void digest_end_form(struct digest *digest, size_t content_at);

#endif

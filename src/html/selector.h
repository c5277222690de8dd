/*
 * Elements that a caller names: a small part of CSS selectors (Selectors Level 4).
 *
 *     list      = complex *( "," complex )
 *     complex   = compound *( ( ">" / white space ) compound )
 *     compound  = [ tag / "*" ] *( "." name / "#" name / "[" name [ operator value ] "]" )
 *     operator  = "=" / "^=" / "$=" / "*="
 *
 * A value is a name or stands in quotes; a backslash takes the character after it as it is. Tags
 * are those that pith tells apart, which are those of HTML and MathML; custom elements are found by
 * their attributes. Tags and the names of attributes match in any case, all else as it is written.
 *
 * A selector has at most 64 compounds, so that those an element matches are the bits of a word, and
 * the work for an element is bounded, however deep it is.
 */
#ifndef PITH_HTML_SELECTOR_H
#define PITH_HTML_SELECTOR_H

#include "html/dom.h"

enum { SELECTOR_MAX_COMPOUNDS = 64, SELECTOR_MAX_CONDITIONS = 128 };

/* Of a compound: what an element has to be besides its tag. */
struct selector_condition {
    uint8_t kind;     /* enum condition_kind */
    uint8_t name;     /* of an attribute: enum dom_attr_name */
    uint8_t selected; /* where that is DOM_ATTR_SELECTED: which of them */
    struct str value; /* with its backslashes */
};

struct selector_compound {
    uint8_t tag; /* enum dom_tag; DOM_N_TAGS: any */
    uint8_t first_condition, n_conditions;
    bool is_first, is_last; /* of a complex selector */
    bool is_child;          /* of what matches the compound before it, and not just in it */
};

struct selector {
    struct selector_compound compounds[SELECTOR_MAX_COMPOUNDS];
    size_t n_compounds; /* 0: matches nothing */
    struct selector_condition conditions[SELECTOR_MAX_CONDITIONS];
    size_t n_conditions;
};

/* What is wrong with a selector. */
struct selector_fault {
    const char *what; /* "expected a name": the beginning of a sentence that tells the place */
    struct str at;    /* the rest of the selector */
};

/* Compiles `text`, which outlives *out. Attributes that nobody else reads are added to *names.
 * False, with *fault set, if it is no selector. */
bool selector_compile(struct str text, struct attr_selected *names, struct selector *out,
                      struct selector_fault *fault);

/* For each node of the page, whether an element that matches is around it or is it; in the arena.
 */
bool *selector_mark(const struct selector *selector, struct arena *arena, const struct dom *dom);

#endif

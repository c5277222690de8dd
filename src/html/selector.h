/*
 * Selects elements for a caller: a small part of CSS selectors (Selectors Level 4).
 *
 *   list      = complex *( "," complex )
 *   complex   = compound *( ( ">" / white space ) compound )
 *   compound  = [ tag / "*" ] *( "." name / "#" name / "[" name [ operator value ] "]" )
 *   operator  = "=" / "^=" / "$=" / "*="
 *
 * A value is a name or a quoted string; a backslash escapes the character after it. Tags are those
 * that pith distinguishes, which are those of HTML and MathML; custom elements can be found by
 * their attributes. Tags and attribute names match in any case, everything else as written.
 *
 * A selector has at most 64 compounds, so that the set of those an element matches fits into the
 * bits of a word, and the work per element is bounded, however deep it is.
 */
#ifndef PITH_HTML_SELECTOR_H
#define PITH_HTML_SELECTOR_H

#include "html/dom.h"

enum { SELECTOR_MAX_COMPOUNDS = 64, SELECTOR_MAX_CONDITIONS = 128 };

/* A condition of a compound, besides its tag. */
struct selector_condition {
    uint8_t kind;     /* enum condition_kind */
    uint8_t name;     /* of an attribute: enum dom_attr_name */
    uint8_t selected; /* if that is DOM_ATTR_SELECTED: which of them */
    struct str value; /* including its backslashes */
};

struct selector_compound {
    uint8_t tag; /* enum dom_tag; DOM_N_TAGS: any */
    uint8_t first_condition, n_conditions;
    bool is_first, is_last; /* first or last compound of a complex selector */
    bool is_child;          /* child, and not just descendant, of a match of the compound before */
};

struct selector {
    struct selector_compound compounds[SELECTOR_MAX_COMPOUNDS];
    size_t n_compounds; /* 0: matches nothing */
    struct selector_condition conditions[SELECTOR_MAX_CONDITIONS];
    size_t n_conditions;
};

/* The error in a selector. */
struct selector_fault {
    const char *what; /* "expected a name": the beginning of a sentence that goes on with the
                         position */
    struct str at;    /* the rest of the selector */
};

/* Compiles `text`, which must outlive *out. Attributes that nothing else reads are added to *names.
 * Returns false and sets *fault if it is not a selector. */
bool selector_compile(struct str text, struct attr_selected *names, struct selector *out,
                      struct selector_fault *fault);

/* For each node of the page, whether it is or is inside an element that matches; in the arena. */
bool *selector_mark(const struct selector *selector, struct arena *arena, const struct dom *dom);

#endif

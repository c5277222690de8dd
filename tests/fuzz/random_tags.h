/*
 * Random tags for tests, more often those with special rules in tree construction.
 */
#ifndef PITH_TEST_RANDOM_TAGS_H
#define PITH_TEST_RANDOM_TAGS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buffer.h"
#include "html/element.h"

struct random {
    unsigned long long state;
};

/* A number from 0 to n - 1; the same sequence on every machine (Knuth's MMIX). */
static inline unsigned below(struct random *random, unsigned n) {
    random->state = random->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(random->state >> 33) % n;
}

/* Half of all tags come from here: those with special rules. */
static const unsigned char FAVOURITES[] = {
    ELEMENT_A,        ELEMENT_B,       ELEMENT_NOBR,   ELEMENT_FONT,
    ELEMENT_DIV,      ELEMENT_P,       ELEMENT_TABLE,  ELEMENT_TR,
    ELEMENT_TD,       ELEMENT_CAPTION, ELEMENT_SELECT, ELEMENT_OPTION,
    ELEMENT_TEMPLATE, ELEMENT_OBJECT,  ELEMENT_SVG,    ELEMENT_MATH,
    ELEMENT_MI,       ELEMENT_TITLE,   ELEMENT_FORM,   ELEMENT_LI,
    ELEMENT_UL,       ELEMENT_DD,      ELEMENT_BUTTON, ELEMENT_FRAMESET,
    ELEMENT_COLGROUP, ELEMENT_TBODY,   ELEMENT_INPUT,  ELEMENT_H1,
    ELEMENT_OTHER,    ELEMENT_SPAN,    ELEMENT_DESC,   ELEMENT_ANNOTATION_XML,
    ELEMENT_BODY,     ELEMENT_HTML,    ELEMENT_HEAD,
};

/* A tag, or a letter of text. */
struct part {
    enum element element;
    struct str name;
    bool is_text, is_end, is_numbered, self_closes;
};

static inline struct part random_part(struct random *random) {
    static const struct str others[] = {{"x-y", 3}, {"g", 1}, {"mglyph", 6}};
    unsigned element =
        below(random, 2) ? FAVOURITES[below(random, sizeof FAVOURITES)] : below(random, ELEMENT_N);
    struct part part = {.element = (enum element)element,
                        .is_text = below(random, 8) == 0,
                        .is_end = below(random, 5) < 2,
                        .is_numbered = below(random, 3) == 0,
                        .self_closes = below(random, 12) == 0};
    part.name = element ? element_names[element] : others[below(random, 3)];
    return part;
}

static inline void append_part(struct buffer *page, const struct part *part, unsigned turn) {
    char attributes[64];
    if (part->is_text) {
        buffer_append_byte(page, 'x');
        return;
    }
    buffer_append(page, part->is_end ? STR("</") : STR("<"));
    buffer_append(page, part->name);
    if (part->is_numbered && !part->is_end) {
        int len =
            snprintf(attributes, sizeof attributes, " class=%u color=%u data-%u", turn, turn, turn);
        buffer_append(page, (struct str){attributes, (size_t)len});
    }
    buffer_append(page, part->self_closes ? STR("/>") : STR(">"));
}

#endif

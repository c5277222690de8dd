/*
 * Follows the tags of an svg as far as they tell where it ends; see svg.h.
 */
#include "svg.h"

#include <string.h>

#include "element.h"
#include "markup.h"

/* svg within svg, or within HTML in svg. Icons take 3; past this one Gumbo may see to it. */
enum { MAX_NESTING = 64 };

struct svg {
    const struct name_table *elements;
    const char *p, *end;
    size_t depth;
    size_t n_links; /* <a> of svg that are open */
    /* ELEMENT_SVG, or the element of svg that holds HTML */
    unsigned char open[MAX_NESTING];
};

enum step { STEP_ON, STEP_END, STEP_GIVE_UP };

static enum element top(const struct svg *svg) {
    return (enum element)svg->open[svg->depth - 1];
}

static enum step open_nested(struct svg *svg, enum element element) {
    if (svg->depth == MAX_NESTING)
        return STEP_GIVE_UP;
    svg->open[svg->depth++] = (unsigned char)element;
    return STEP_ON;
}

/* A start tag in HTML that stands in svg. */
static enum step step_html(struct svg *svg, enum element element) {
    if (element == ELEMENT_SVG)
        return open_nested(svg, element);
    if (element == ELEMENT_PLAINTEXT)
        return STEP_GIVE_UP;
    if (element == ELEMENT_SCRIPT)
        svg->p = markup_find_script_end(svg->p, svg->end);
    else if ((element_traits[element] & (ELEMENT_RAW | ELEMENT_RCDATA)) || element == ELEMENT_XMP)
        svg->p = markup_find_raw_end(svg->p, svg->end, element_names[element], STR_NONE);
    return STEP_ON;
}

static enum step step_start_tag(struct svg *svg) {
    struct name name;
    bool self_closes;
    const char *p = markup_tag_name(svg->p + 1, svg->end, &name);
    enum element element = (enum element)name_table_find(svg->elements, &name);
    if (top(svg) == ELEMENT_SVG &&
        ((element_traits[element] & ELEMENT_BREAKOUT) || element == ELEMENT_FONT))
        return STEP_GIVE_UP;
    p = markup_skip_tag(p, svg->end, &self_closes);
    if (!p)
        return STEP_GIVE_UP;
    svg->p = p;
    if (top(svg) != ELEMENT_SVG)
        return step_html(svg, element);
    if (self_closes)
        return STEP_ON;
    if (element == ELEMENT_A)
        svg->n_links++;
    if (element == ELEMENT_SVG || element == ELEMENT_TITLE || element == ELEMENT_DESC ||
        element == ELEMENT_FOREIGNOBJECT)
        return open_nested(svg, element);
    return STEP_ON;
}

/* Whether the end tag may be that of an HTML element around the svg. */
static bool may_end_outer(struct svg *svg, enum element element, struct str name) {
    switch (element) {
    case ELEMENT_OTHER: /* a custom element has a hyphen, what svg has of its own has none */
        return memchr(name.at, '-', name.len) != NULL;
    case ELEMENT_A:
        return svg->n_links == 0 || svg->n_links-- == 0;
    case ELEMENT_DESC:
    case ELEMENT_FOREIGNOBJECT:
    case ELEMENT_IMAGE:
    case ELEMENT_SCRIPT:
    case ELEMENT_STYLE:
    case ELEMENT_TITLE:
        return false;
    default:
        return true;
    }
}

static enum step step_end_tag(struct svg *svg) {
    struct name name;
    bool self_closes;
    const char *tag = svg->p;
    const char *p = markup_tag_name(tag + 2, svg->end, &name);
    p = markup_skip_tag(p, svg->end, &self_closes);
    if (!p)
        return STEP_GIVE_UP;
    svg->p = p;
    enum element element = (enum element)name_table_find(svg->elements, &name);
    if (element == top(svg)) {
        if (--svg->depth > 0)
            return STEP_ON;
        svg->p = tag;
        return STEP_END;
    }
    if (element == ELEMENT_SVG) /* ends it, or not, as HTML that is open in it will have it */
        return STEP_GIVE_UP;
    if (top(svg) == ELEMENT_SVG && may_end_outer(svg, element, name.text))
        return STEP_GIVE_UP;
    return STEP_ON;
}

static enum step step_declaration(struct svg *svg) {
    const char *p = svg->p;
    if (svg->end - p >= 4 && memcmp(p, "<!--", 4) == 0) {
        svg->p = markup_skip_comment(p + 4, svg->end);
        return STEP_ON;
    }
    if (markup_is_cdata(p, svg->end) && top(svg) == ELEMENT_SVG) {
        struct str rest = {p, (size_t)(svg->end - p)};
        svg->p = p + str_find(rest, STR("]]>"));
        return STEP_ON;
    }
    svg->p = markup_skip_bogus(p, svg->end);
    return STEP_ON;
}

static enum step step(struct svg *svg) {
    svg->p = markup_find(svg->p, svg->end);
    if (svg->p == svg->end)
        return STEP_GIVE_UP;
    if (markup_is_letter(svg->p[1]))
        return step_start_tag(svg);
    if (svg->p[1] == '/' && markup_is_letter(svg->p[2]))
        return step_end_tag(svg);
    return step_declaration(svg);
}

const char *svg_find_end(const struct name_table *elements, const char *p, const char *end,
                         const char **reached) {
    struct svg svg = {.elements = elements, .p = p, .end = end};
    svg.open[svg.depth++] = ELEMENT_SVG;
    enum step last;
    do
        last = step(&svg);
    while (last == STEP_ON);
    *reached = svg.p;
    return last == STEP_END ? svg.p : NULL;
}

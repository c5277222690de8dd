/*
 * Follows the tags in an element as far as they decide where it ends; see subtree.h.
 */
#include "html/subtree.h"

#include <string.h>

#include "base/ascii.h"
#include "html/element.h"
#include "html/markup.h"

/* svg within svg, or within HTML in svg. Icons need 3; anything deeper is left to Gumbo. */
enum { MAX_NESTING = 64 };

/* Open elements in inner svg; more are left to Gumbo too. */
enum { MAX_INNER = 16 };

struct svg {
    const struct name_table *elements;
    const char *p, *end;
    size_t depth;
    size_t n_links; /* open <a> elements of the outermost svg */
    /* ELEMENT_SVG, or the element of svg that contains HTML */
    unsigned char open[MAX_NESTING];
    struct str
        inner[MAX_INNER]; /* names of the open elements of inner svg that are not in `open` */
    size_t n_inner;
    unsigned char first_inner[MAX_NESTING]; /* n_inner when each was opened */
};

enum step { STEP_ON, STEP_END, STEP_GIVE_UP };

static enum element top(const struct svg *svg) {
    return (enum element)svg->open[svg->depth - 1];
}

static enum step open_nested(struct svg *svg, enum element element) {
    if (svg->depth == MAX_NESTING)
        return STEP_GIVE_UP;
    svg->first_inner[svg->depth] = (unsigned char)svg->n_inner;
    svg->open[svg->depth++] = (unsigned char)element;
    return STEP_ON;
}

static enum step open_inner(struct svg *svg, struct str name) {
    if (svg->n_inner == MAX_INNER)
        return STEP_GIVE_UP;
    svg->inner[svg->n_inner++] = name;
    return STEP_ON;
}

/* Closes the innermost element of that name in an inner svg, and those in it. If there is none (or
 * only one in another case), the end tag may belong to an element around that svg. */
static enum step close_inner(struct svg *svg, struct str name) {
    for (size_t i = svg->n_inner; i-- > svg->first_inner[svg->depth - 1];) {
        if (!str_equals(svg->inner[i], name))
            continue;
        svg->n_inner = i;
        return STEP_ON;
    }
    return STEP_GIVE_UP;
}

static const char *skip_raw(const char *p, const char *end, enum element element) {
    if (element == ELEMENT_SCRIPT)
        return markup_find_script_end(p, end);
    return markup_find_raw_end(p, end, element_names[element], STR_NONE);
}

/* Processes a start tag in HTML inside svg. */
static enum step step_html(struct svg *svg, enum element element) {
    if (element == ELEMENT_SVG)
        return open_nested(svg, element);
    if (element == ELEMENT_PLAINTEXT)
        return STEP_GIVE_UP;
    if (element_is_raw(element))
        svg->p = skip_raw(svg->p, svg->end, element);
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
    if (element == ELEMENT_SVG || element == ELEMENT_TITLE || element == ELEMENT_DESC ||
        element == ELEMENT_FOREIGNOBJECT)
        return open_nested(svg, element);
    if (svg->depth > 1)
        return open_inner(svg, name.text);
    svg->n_links += element == ELEMENT_A;
    return STEP_ON;
}

/* Whether an end tag in the outermost svg may belong to an element of HTML around it. */
static bool may_end_outer(struct svg *svg, enum element element, struct str name) {
    switch (element) {
    case ELEMENT_OTHER: /* a custom element has a hyphen; svg's own elements do not */
        return str_has_byte(name, '-');
    case ELEMENT_A:
        return svg->n_links == 0 || svg->n_links-- == 0;
    case ELEMENT_DESC:
    case ELEMENT_FOREIGNOBJECT:
    case ELEMENT_TITLE:
    case ELEMENT_IMAGE:
    case ELEMENT_SCRIPT:
    case ELEMENT_STYLE:
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
        svg->n_inner = svg->first_inner[--svg->depth];
        svg->p = svg->depth ? svg->p : tag;
        return svg->depth ? STEP_ON : STEP_END;
    }
    if (element == ELEMENT_SVG) /* whether it ends it depends on the HTML that is open in it */
        return STEP_GIVE_UP;
    if (top(svg) != ELEMENT_SVG)
        return STEP_ON;
    if (svg->depth > 1)
        return close_inner(svg, name.text);
    return may_end_outer(svg, element, name.text) ? STEP_GIVE_UP : STEP_ON;
}

/* The position after the comment or declaration at `p`. */
static const char *skip_declaration(const char *p, const char *end) {
    if (end - p < 4 || memcmp(p, "<!--", 4) != 0)
        return markup_skip_bogus(p, end);
    const char *to = markup_skip_comment(p + 4, end);
    return to ? to : end;
}

static enum step step_declaration(struct svg *svg) {
    if (!markup_is_cdata(svg->p, svg->end)) {
        svg->p = skip_declaration(svg->p, svg->end);
        return STEP_ON;
    }
    if (top(svg) != ELEMENT_SVG) /* whether it is text depends on the HTML that is open in it */
        return STEP_GIVE_UP;
    struct str rest = {svg->p, (size_t)(svg->end - svg->p)};
    svg->p += str_find(rest, STR("]]>"));
    return STEP_ON;
}

static enum step step(struct svg *svg) {
    svg->p = markup_find(svg->p, svg->end);
    if (svg->p == svg->end)
        return STEP_GIVE_UP;
    if (ascii_is_letter(svg->p[1]))
        return step_start_tag(svg);
    if (svg->p[1] == '/' && ascii_is_letter(svg->p[2]))
        return step_end_tag(svg);
    return step_declaration(svg);
}

const char *subtree_find_svg_end(const struct name_table *elements, const char *p, const char *end,
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

/* The position after the tag at `p`, which may begin or end a template or raw text. Adjusts *depth.
 * NULL if the search has failed. */
static const char *step_template(const struct name_table *elements, const char *p, const char *end,
                                 size_t *depth) {
    struct name name;
    bool self_closes;
    bool is_end_tag = p[1] == '/';
    p = markup_tag_name(p + 1 + is_end_tag, end, &name);
    p = markup_skip_tag(p, end, &self_closes);
    enum element element = (enum element)name_table_find(elements, &name);
    if (!p || element == ELEMENT_PLAINTEXT)
        return NULL;
    if (element == ELEMENT_TEMPLATE)
        *depth += is_end_tag ? (size_t)-1 : 1;
    return element_is_raw(element) && !is_end_tag ? skip_raw(p, end, element) : p;
}

const char *subtree_find_template_end(const struct name_table *elements, const char *p,
                                      const char *end, const char **reached) {
    size_t depth = 1;
    *reached = end;
    while (p && (p = markup_find(p, end)) < end) {
        const char *tag = p;
        if (ascii_is_letter(p[1]) || (p[1] == '/' && ascii_is_letter(p[2])))
            p = step_template(elements, p, end, &depth);
        else
            p = skip_declaration(p, end);
        if (depth == 0)
            return tag;
    }
    return NULL;
}

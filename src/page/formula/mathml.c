/*
 * Converts MathML to TeX; see mathml.h.
 *
 * The elements are visited in page order, and their results are kept on a stack of terms: when an
 * element ends, the terms of its children are popped, and its own term is pushed.
 */
#include "page/formula/mathml.h"

#include "page/formula/mathml_layout.h"
#include "page/formula/mathml_token.h"
#include "page/formula/tex_row.h"

/* Elements open at once. Real formulas need 20; anything deeper is treated as a plain group. This
 * also bounds the time, since a term is copied once for each element around it. */
enum { MAX_OPEN = 64 };

struct open_element {
    uint32_t node;
    size_t first_term;
};

struct converter {
    struct arena *arena;
    const struct dom *dom;
    struct open_element open[MAX_OPEN];
    size_t n_open;
    struct tex_term *terms;
    size_t n_terms, cap_terms;
};

static const struct dom_node *node_at(const struct converter *to, uint32_t i) {
    return &to->dom->nodes[i];
}

static void push_term(struct converter *to, struct tex_term term) {
    ARENA_PUSH(to->arena, to->terms, to->n_terms, to->cap_terms) = term;
}

/* The children of an element that takes `n` of them; missing ones are empty. */
static void fill_terms(struct converter *to, size_t first, size_t n) {
    while (to->n_terms < first + n)
        push_term(to, (struct tex_term){.tex = STR("")});
}

static void close_element(struct converter *to) {
    struct open_element closed = to->open[--to->n_open];
    const struct dom_node *element = node_at(to, closed.node);
    fill_terms(to, closed.first_term, mathml_layout_arguments(element->tag));
    struct tex_term *first = to->terms ? to->terms + closed.first_term : NULL;
    struct tex_term term =
        mathml_layout(to->arena, element, first, to->n_terms - closed.first_term);
    to->n_terms = closed.first_term;
    push_term(to, term);
}

/* Processes the node at i and returns the next one to process. */
static uint32_t visit(struct converter *to, uint32_t i) {
    const struct dom_node *node = node_at(to, i);
    if (node->kind == DOM_TEXT)
        return i + 1; /* white space; text is in tokens */
    struct tex_term term;
    enum mathml_token token = mathml_token_read(to->arena, to->dom, i, &term);
    if (token == MATHML_TOKEN)
        push_term(to, term);
    if (token != MATHML_LAYOUT)
        return node->end;
    if (to->n_open < MAX_OPEN)
        to->open[to->n_open++] = (struct open_element){i, to->n_terms};
    return i + 1;
}

/* A table on its own lays out the lines of an equation. */
static struct str lines_of(struct converter *to, const struct tex_term *term) {
    if (!term->is_table)
        return str_trim(term->tex);
    bool has_columns = str_holds(term->body, STR(" & "));
    if (!has_columns && !str_holds(term->body, STR(" \\\\ ")))
        return str_trim(term->body);
    struct buffer tex;
    buffer_init(&tex, to->arena);
    buffer_append(&tex, has_columns ? STR("\\begin{aligned} ") : STR("\\begin{gathered} "));
    buffer_append(&tex, term->body);
    buffer_append(&tex, has_columns ? STR(" \\end{aligned}") : STR(" \\end{gathered}"));
    return buffer_str(&tex);
}

void mathml_append_tex(struct buffer *out, const struct dom *dom, uint32_t math) {
    struct converter *to = arena_alloc(out->arena, sizeof *to);
    *to = (struct converter){.arena = out->arena, .dom = dom};
    uint32_t end = dom->nodes[math].end;
    for (uint32_t i = math; i < end;) {
        while (to->n_open > 1 && dom->nodes[to->open[to->n_open - 1].node].end <= i)
            close_element(to);
        i = visit(to, i);
    }
    while (to->n_open)
        close_element(to);
    if (to->n_terms)
        buffer_append(out, lines_of(to, &to->terms[0]));
}

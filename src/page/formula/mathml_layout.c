/*
 * Combines the terms of children into the term of their layout element; see mathml_layout.h.
 */
#include "page/formula/mathml_layout.h"

#include "base/utf8.h"
#include "page/formula/mathml_token.h"
#include "page/formula/tex_symbol.h"

/* Appends "_{a}" or "^{a}"; a prime is written without braces. */
static void append_script(struct buffer *out, char sign, struct str script) {
    if (sign == '^' && script.len && script.at[0] == '\'') {
        buffer_append(out, script);
        return;
    }
    if (script.len == 0)
        return;
    buffer_append_byte(out, sign);
    buffer_append_byte(out, '{');
    if (str_equals(script, STR("^{\\circ}")))
        buffer_append(out, STR("\\circ"));
    else
        buffer_append(out, script);
    buffer_append_byte(out, '}');
}

static void append_group(struct buffer *out, struct str tex) {
    buffer_append_byte(out, '{');
    buffer_append(out, tex);
    buffer_append_byte(out, '}');
}

/* Appends a base, in braces if it has several terms or already has such scripts. */
static void append_base(struct buffer *out, const struct tex_term *base, bool sub, bool sup) {
    bool is_group = base->is_compound || (sub && base->has_sub) || (sup && base->has_sup);
    if (is_group)
        append_group(out, base->tex);
    else
        buffer_append(out, base->tex);
}

static struct tex_term scripted(struct arena *arena, const struct tex_term *base, struct str sub,
                                struct str sup) {
    struct buffer tex;
    buffer_init(&tex, arena);
    append_base(&tex, base, sub.len > 0, sup.len > 0);
    append_script(&tex, '_', sub);
    append_script(&tex, '^', sup);
    return (struct tex_term){.tex = buffer_str(&tex),
                             .class = base->class,
                             .has_sub = base->has_sub || sub.len,
                             .has_sup = base->has_sup || sup.len,
                             .is_tall = base->is_tall || base->class == TEX_LIMITS};
}

/* \command{a} or \command{a}{b}; the last argument may be absent. */
static struct tex_term command(struct arena *arena, struct str name, struct str a, struct str b) {
    struct buffer tex;
    buffer_init(&tex, arena);
    buffer_append(&tex, name);
    append_group(&tex, a);
    if (b.at)
        append_group(&tex, b);
    return (struct tex_term){.tex = buffer_str(&tex), .class = TEX_ORDINARY};
}

/* The names of an accent, line or brace over or under a base. */
struct accent {
    uint32_t sign;
    struct str over, wide, under; /* wide: over more than one letter */
};

static const struct accent ACCENTS[] = {
    {'^', STR_INIT("\\hat"), STR_INIT("\\widehat"), STR_INIT("")},
    {0x02C6, STR_INIT("\\hat"), STR_INIT("\\widehat"), STR_INIT("")},
    {0x0302, STR_INIT("\\hat"), STR_INIT("\\widehat"), STR_INIT("")},
    {'~', STR_INIT("\\tilde"), STR_INIT("\\widetilde"), STR_INIT("\\utilde")},
    {0x02DC, STR_INIT("\\tilde"), STR_INIT("\\widetilde"), STR_INIT("\\utilde")},
    {0x223C, STR_INIT("\\tilde"), STR_INIT("\\widetilde"), STR_INIT("\\utilde")},
    {0x0303, STR_INIT("\\tilde"), STR_INIT("\\widetilde"), STR_INIT("")},
    {0x00AF, STR_INIT("\\bar"), STR_INIT("\\overline"), STR_INIT("\\underline")},
    {0x02C9, STR_INIT("\\bar"), STR_INIT("\\overline"), STR_INIT("\\underline")},
    {0x0304, STR_INIT("\\bar"), STR_INIT("\\overline"), STR_INIT("")},
    {0x203E, STR_INIT("\\overline"), STR_INIT("\\overline"), STR_INIT("\\underline")},
    {0x2015, STR_INIT("\\overline"), STR_INIT("\\overline"), STR_INIT("\\underline")},
    {0x2500, STR_INIT("\\overline"), STR_INIT("\\overline"), STR_INIT("\\underline")},
    {0x0332, STR_INIT("\\underline"), STR_INIT("\\underline"), STR_INIT("\\underline")},
    {'_', STR_INIT("\\overline"), STR_INIT("\\overline"), STR_INIT("\\underline")},
    {'-', STR_INIT("\\bar"), STR_INIT("\\overline"), STR_INIT("\\underline")},
    {0x2192, STR_INIT("\\vec"), STR_INIT("\\overrightarrow"), STR_INIT("\\underrightarrow")},
    {0x20D7, STR_INIT("\\vec"), STR_INIT("\\overrightarrow"), STR_INIT("")},
    {0x2190, STR_INIT("\\overleftarrow"), STR_INIT("\\overleftarrow"),
     STR_INIT("\\underleftarrow")},
    {0x2194, STR_INIT("\\overleftrightarrow"), STR_INIT("\\overleftrightarrow"),
     STR_INIT("\\underleftrightarrow")},
    {0x02D9, STR_INIT("\\dot"), STR_INIT("\\dot"), STR_INIT("")},
    {'.', STR_INIT("\\dot"), STR_INIT("\\dot"), STR_INIT("")},
    {0x0307, STR_INIT("\\dot"), STR_INIT("\\dot"), STR_INIT("")},
    {0x00A8, STR_INIT("\\ddot"), STR_INIT("\\ddot"), STR_INIT("")},
    {0x0308, STR_INIT("\\ddot"), STR_INIT("\\ddot"), STR_INIT("")},
    {0x20DB, STR_INIT("\\dddot"), STR_INIT("\\dddot"), STR_INIT("")},
    {0x02C7, STR_INIT("\\check"), STR_INIT("\\check"), STR_INIT("")},
    {0x02D8, STR_INIT("\\breve"), STR_INIT("\\breve"), STR_INIT("")},
    {0x00B4, STR_INIT("\\acute"), STR_INIT("\\acute"), STR_INIT("")},
    {0x0060, STR_INIT("\\grave"), STR_INIT("\\grave"), STR_INIT("")},
    {0x02DA, STR_INIT("\\mathring"), STR_INIT("\\mathring"), STR_INIT("")},
    {0x23DE, STR_INIT("\\overbrace"), STR_INIT("\\overbrace"), STR_INIT("")},
    {0xFE37, STR_INIT("\\overbrace"), STR_INIT("\\overbrace"), STR_INIT("")},
    {0x23DF, STR_INIT(""), STR_INIT(""), STR_INIT("\\underbrace")},
    {0xFE38, STR_INIT(""), STR_INIT(""), STR_INIT("\\underbrace")},
    {0x23B4, STR_INIT("\\overbracket"), STR_INIT("\\overbracket"), STR_INIT("")},
    {0x23B5, STR_INIT(""), STR_INIT(""), STR_INIT("\\underbracket")},
};

/* The command that puts `mark` over or under a base, or STR_NONE. */
static struct str accent_of(const struct tex_term *base, const struct tex_term *mark,
                            bool is_over) {
    for (size_t i = 0; mark->sign && i < N_OF(ACCENTS); i++) {
        if (ACCENTS[i].sign != mark->sign)
            continue;
        struct str name = !is_over            ? ACCENTS[i].under
                          : base->is_compound ? ACCENTS[i].wide
                                              : ACCENTS[i].over;
        return name.len ? name : STR_NONE;
    }
    return STR_NONE;
}

/* Puts `mark` over or under `base`. */
static struct tex_term stacked(struct arena *arena, const struct tex_term *base,
                               const struct tex_term *mark, bool is_over) {
    if (mark->tex.len == 0)
        return *base;
    struct str accent = accent_of(base, mark, is_over);
    if (accent.at) {
        struct tex_term term = command(arena, accent, base->tex, STR_NONE);
        /* \underbrace{a}_{b}: a second script is its text */
        bool is_brace =
            str_ends_with(accent, STR("brace")) || str_ends_with(accent, STR("bracket"));
        term.class = is_brace ? TEX_LIMITS : TEX_ORDINARY;
        return term;
    }
    if (base->class == TEX_LIMITS)
        return is_over ? scripted(arena, base, STR(""), mark->tex)
                       : scripted(arena, base, mark->tex, STR(""));
    if (is_over && base->class == TEX_ARROW && base->sign == 0x2192)
        return command(arena, STR("\\xrightarrow"), mark->tex, STR_NONE);
    if (is_over && base->class == TEX_ARROW && base->sign == 0x2190)
        return command(arena, STR("\\xleftarrow"), mark->tex, STR_NONE);
    struct tex_term term =
        command(arena, is_over ? STR("\\overset") : STR("\\underset"), mark->tex, base->tex);
    term.class = base->class;
    return term;
}

static struct tex_term fraction(struct arena *arena, const struct dom_node *element,
                                const struct tex_term *terms) {
    struct str thickness = dom_attribute(element, DOM_ATTR_LINETHICKNESS);
    bool has_line = !(thickness.len && thickness.at[0] == '0');
    struct tex_term term = command(arena, has_line ? STR("\\frac") : STR("\\genfrac{}{}{0pt}{}"),
                                   terms[0].tex, terms[1].tex);
    term.is_tall = true;
    term.is_binomial = !has_line;
    if (term.is_binomial)
        term.body = str_between(term.tex, STR("\\genfrac{}{}{0pt}{}").len, term.tex.len);
    return term;
}

static struct tex_term root(struct arena *arena, const struct tex_term *base, struct str index) {
    struct buffer tex;
    buffer_init(&tex, arena);
    buffer_append(&tex, STR("\\sqrt"));
    if (index.len) {
        buffer_append_byte(&tex, '[');
        buffer_append(&tex, index);
        buffer_append_byte(&tex, ']');
    }
    append_group(&tex, base->tex);
    return (struct tex_term){
        .tex = buffer_str(&tex), .class = TEX_ORDINARY, .is_tall = base->is_tall};
}

/* <mmultiscripts>: the base, pairs of sub- and superscripts after it, and after <mprescripts> those
 * before it. */
static struct tex_term multiscripts(struct arena *arena, const struct tex_term *terms, size_t n) {
    struct buffer tex;
    buffer_init(&tex, arena);
    size_t pre = 1;
    while (pre < n && !terms[pre].is_separator)
        pre++;
    for (size_t i = pre + 1; i < n; i += 2) {
        buffer_append(&tex, STR("{}"));
        append_script(&tex, '_', terms[i].tex);
        if (i + 1 < n)
            append_script(&tex, '^', terms[i + 1].tex);
    }
    append_base(&tex, &terms[0], true, true);
    for (size_t i = 1; i < pre; i += 2) {
        if (i > 1)
            buffer_append(&tex, STR("{}"));
        append_script(&tex, '_', terms[i].tex);
        if (i + 1 < pre)
            append_script(&tex, '^', terms[i + 1].tex);
    }
    return (struct tex_term){
        .tex = buffer_str(&tex), .class = TEX_ORDINARY, .has_sub = true, .has_sup = true};
}

static struct str joined(struct arena *arena, const struct tex_term *terms, size_t n,
                         struct str between) {
    struct buffer tex;
    buffer_init(&tex, arena);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buffer_append(&tex, between);
        buffer_append(&tex, terms[i].tex);
    }
    return buffer_str(&tex);
}

static struct tex_term table(struct arena *arena, const struct tex_term *rows, size_t n) {
    struct tex_term term = {.class = TEX_ORDINARY, .is_tall = true, .is_table = true};
    term.body = joined(arena, rows, n, STR(" \\\\ "));
    struct buffer tex;
    buffer_init(&tex, arena);
    buffer_append(&tex, STR("\\begin{matrix} "));
    buffer_append(&tex, term.body);
    buffer_append(&tex, STR(" \\end{matrix}"));
    term.tex = buffer_str(&tex);
    return term;
}

/* A row with a label, which comes first: (1) becomes \tag{1}. */
static struct tex_term labeled_row(struct arena *arena, const struct tex_term *cells, size_t n) {
    if (n == 0)
        return (struct tex_term){.tex = STR("")};
    struct buffer tex;
    buffer_init(&tex, arena);
    buffer_append(&tex, joined(arena, cells + 1, n - 1, STR(" & ")));
    return (struct tex_term){.tex = buffer_str(&tex)};
}

static struct str attribute_or(const struct dom_node *element, enum dom_attr_name name,
                               struct str otherwise) {
    struct str value = dom_attribute(element, name);
    return value.at ? str_trim(value) : otherwise;
}

/* A fence from an attribute, as a term. */
static struct tex_term fence(struct arena *arena, struct str sign, enum tex_class class) {
    struct tex_term term = mathml_token_symbols(arena, sign, STR(""));
    if (term.class != TEX_FENCE)
        term.class = (uint8_t) class;
    return term;
}

/* <mfenced>: its children, separated by commas, between fences. */
static struct tex_term fenced(struct arena *arena, const struct dom_node *element,
                              const struct tex_term *terms, size_t n) {
    struct str separators = attribute_or(element, DOM_ATTR_SEPARATORS, STR(","));
    struct tex_term *row = arena_alloc(arena, (2 * n + 2) * sizeof *row);
    size_t n_row = 0, at = 0, next = 0;
    row[n_row++] = fence(arena, attribute_or(element, DOM_ATTR_OPEN, STR("(")), TEX_OPEN);
    for (size_t i = 0; i < n; i++) {
        if (i && next < separators.len) { /* the last one is repeated */
            at = next;
            utf8_next(separators, &next);
        }
        if (i && separators.len)
            row[n_row++] = mathml_token_symbols(arena, str_between(separators, at, next), STR(""));
        row[n_row++] = terms[i];
    }
    row[n_row++] = fence(arena, attribute_or(element, DOM_ATTR_CLOSE, STR(")")), TEX_CLOSE);
    return tex_row(arena, row, n_row);
}

static struct tex_term enclosed(struct arena *arena, const struct dom_node *element,
                                const struct tex_term *content) {
    static const struct {
        struct str notation, tex;
    } NOTATIONS[] = {
        {STR_INIT("radical"), STR_INIT("\\sqrt")},
        {STR_INIT("top"), STR_INIT("\\overline")},
        {STR_INIT("bottom"), STR_INIT("\\underline")},
        {STR_INIT("box"), STR_INIT("\\boxed")},
        {STR_INIT("roundedbox"), STR_INIT("\\boxed")},
        {STR_INIT("horizontalstrike"), STR_INIT("\\cancel")},
        {STR_INIT("updiagonalstrike"), STR_INIT("\\cancel")},
        {STR_INIT("downdiagonalstrike"), STR_INIT("\\bcancel")},
    };
    struct str value = dom_attribute(element, DOM_ATTR_NOTATION);
    for (size_t i = 0; i < N_OF(NOTATIONS); i++)
        if (str_equals(str_trim(value), NOTATIONS[i].notation))
            return command(arena, NOTATIONS[i].tex, content->tex, STR_NONE);
    return *content;
}

static struct tex_term with_scripts(struct arena *arena, uint8_t tag, const struct tex_term *t) {
    switch (tag) {
    case DOM_MSUB:
        return scripted(arena, &t[0], t[1].tex, STR(""));
    case DOM_MSUP:
        return scripted(arena, &t[0], STR(""), t[1].tex);
    case DOM_MSUBSUP:
        return scripted(arena, &t[0], t[1].tex, t[2].tex);
    case DOM_MUNDER:
        return stacked(arena, &t[0], &t[1], false);
    case DOM_MOVER:
        return stacked(arena, &t[0], &t[1], true);
    default: {
        struct tex_term under = stacked(arena, &t[0], &t[1], false);
        return stacked(arena, &under, &t[2], true);
    }
    }
}

size_t mathml_layout_arguments(uint8_t tag) {
    switch (tag) {
    case DOM_MSUB:
    case DOM_MSUP:
    case DOM_MUNDER:
    case DOM_MOVER:
    case DOM_MFRAC:
    case DOM_MROOT:
        return 2;
    case DOM_MSUBSUP:
    case DOM_MUNDEROVER:
        return 3;
    case DOM_MMULTISCRIPTS:
        return 1;
    default:
        return 0;
    }
}

struct tex_term mathml_layout(struct arena *arena, const struct dom_node *element,
                              struct tex_term *t, size_t n) {
    struct tex_term row;
    switch (element->tag) {
    case DOM_MSUB:
    case DOM_MSUP:
    case DOM_MSUBSUP:
    case DOM_MUNDER:
    case DOM_MOVER:
    case DOM_MUNDEROVER:
        return with_scripts(arena, element->tag, t);
    case DOM_MFRAC:
        return fraction(arena, element, t);
    case DOM_MROOT:
        return root(arena, &t[0], t[1].tex);
    case DOM_MSQRT:
        row = tex_row(arena, t, n);
        return root(arena, &row, STR(""));
    case DOM_MMULTISCRIPTS:
        return multiscripts(arena, t, n);
    case DOM_MTABLE:
        return table(arena, t, n);
    case DOM_MTR:
        return (struct tex_term){.tex = joined(arena, t, n, STR(" & "))};
    case DOM_MLABELEDTR:
        return labeled_row(arena, t, n);
    case DOM_MFENCED:
        return fenced(arena, element, t, n);
    case DOM_MENCLOSE:
        row = tex_row(arena, t, n);
        return enclosed(arena, element, &row);
    case DOM_MPHANTOM:
        row = tex_row(arena, t, n);
        return command(arena, STR("\\phantom"), row.tex, STR_NONE);
    case DOM_MACTION:
    case DOM_SEMANTICS: /* the children after the first are other forms of it */
        return n ? t[0] : (struct tex_term){.tex = STR("")};
    default:
        return tex_row(arena, t, n);
    }
}

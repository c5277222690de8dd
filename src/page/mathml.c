/*
 * MathML into TeX; see mathml.h.
 *
 * The elements are visited in page order, and what they make lies on a stack of terms: an element
 * that ends takes the terms of its children from the stack and puts one of its own there.
 */
#include "page/mathml.h"

#include "base/utf8.h"
#include "html/entity.h"
#include "page/tex_row.h"
#include "page/tex_symbol.h"

/* Elements open at once. Real formulas take 20; what is deeper is a group without a meaning. It
 * also bounds the work: a term is copied once for each element around it. */
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

/* ---- tokens ---- */

/* The text in an element, references decoded, white space folded. */
static struct str text_of(struct converter *to, uint32_t i) {
    struct buffer raw, folded;
    buffer_init(&raw, to->arena);
    buffer_init(&folded, to->arena);
    for (uint32_t k = i + 1; k < node_at(to, i)->end; k++) {
        const struct dom_node *node = node_at(to, k);
        if (node->kind != DOM_TEXT) {
            if (dom_tag_traits(node->tag) & DOM_IS_HIDDEN)
                k = node->end - 1;
            continue;
        }
        if (node->has_references)
            entity_append_decoded(&raw, node->text, false);
        else
            buffer_append(&raw, node->text);
    }
    struct str text = buffer_str(&raw);
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        bool is_space = c <= ' ' || (c != 0x200B && utf8_class(c) == UTF8_SPACE);
        if (!is_space)
            buffer_append(&folded, str_between(text, start, at));
        else if (folded.len == 0 || folded.data[folded.len - 1] != ' ')
            buffer_append_byte(&folded, ' ');
    }
    return buffer_str(&folded);
}

static size_t n_characters(struct str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += !utf8_is_continuation(s.at[i]);
    return n;
}

/* What the mathvariant of a token asks for, as a command and its brace. */
static struct str variant_of(const struct dom_node *token, bool is_single) {
    static const struct {
        struct str name, tex;
    } VARIANTS[] = {
        {STR_INIT("bold"), STR_INIT("\\mathbf{")},
        {STR_INIT("bold-italic"), STR_INIT("\\boldsymbol{")},
        {STR_INIT("double-struck"), STR_INIT("\\mathbb{")},
        {STR_INIT("script"), STR_INIT("\\mathcal{")},
        {STR_INIT("bold-script"), STR_INIT("\\mathcal{")},
        {STR_INIT("fraktur"), STR_INIT("\\mathfrak{")},
        {STR_INIT("sans-serif"), STR_INIT("\\mathsf{")},
        {STR_INIT("monospace"), STR_INIT("\\mathtt{")},
    };
    struct str value = dom_attribute(token, DOM_ATTR_MATHVARIANT);
    for (size_t i = 0; i < N_OF(VARIANTS); i++)
        if (str_equals(value, VARIANTS[i].name))
            return VARIANTS[i].tex;
    /* One letter that is upright, or several, which are italic only where the page says so. */
    bool is_upright =
        is_single ? str_equals(value, STR("normal")) : !str_equals(value, STR("italic"));
    return is_upright ? STR("\\mathrm{") : STR("");
}

static struct tex_term symbols(struct converter *to, struct str text, struct str style) {
    struct buffer tex;
    struct tex_term term = {.is_compound = false};
    buffer_init(&tex, to->arena);
    buffer_append(&tex, style);
    size_t n = 0;
    for (size_t i = 0; i < text.len; n++) {
        uint32_t c = utf8_next(text, &i);
        if (n && tex_ends_in_command(buffer_str(&tex)))
            buffer_append_byte(&tex, ' ');
        term.class = (uint8_t)tex_symbol_append(&tex, c);
    }
    if (style.len)
        buffer_append_byte(&tex, '}');
    if (n > 1)
        term.class = TEX_ORDINARY;
    term.is_compound = n > 1 && style.len == 0;
    term.tex = buffer_str(&tex);
    return term;
}

/* White space at the ends of a name or an operator is none of it. */
static struct tex_term identifier(struct converter *to, uint32_t i) {
    struct str text = str_trim(text_of(to, i));
    enum tex_class class = TEX_ORDINARY;
    struct str function = tex_function(text, &class);
    if (function.at)
        return (struct tex_term){.tex = function, .class = (uint8_t) class};
    size_t i_end = 0;
    bool is_single = n_characters(text) <= 1;
    bool is_letter = text.len && utf8_class(utf8_next(text, &i_end)) == UTF8_LETTER;
    bool has_capital_greek = is_single && text.len == 2; /* \mathrm{\Gamma} says no more */
    struct str style = variant_of(node_at(to, i), is_single);
    if (!is_letter || (has_capital_greek && str_equals(style, STR("\\mathrm{"))))
        style = STR("");
    struct tex_term term = symbols(to, text, style);
    return term;
}

static struct tex_term number(struct converter *to, uint32_t i) {
    const struct dom_node *node = node_at(to, i);
    struct str style =
        dom_has_attribute(node, DOM_ATTR_MATHVARIANT) ? variant_of(node, true) : STR("");
    struct tex_term term = symbols(to, str_trim(text_of(to, i)),
                                   str_equals(style, STR("\\mathrm{")) ? STR("") : style);
    term.class = TEX_ORDINARY;
    term.is_compound = false; /* 10^{9} */
    return term;
}

static struct tex_term operator(struct converter *to, uint32_t i) {
    struct str text = str_trim(text_of(to, i));
    enum tex_class class = TEX_ORDINARY;
    struct str function = tex_function(text, &class);
    if (function.at)
        return (struct tex_term){.tex = function, .class = (uint8_t) class};
    size_t first = 0;
    bool is_word = n_characters(text) > 1 && utf8_class(utf8_next(text, &first)) == UTF8_LETTER;
    struct tex_term term = symbols(to, text, is_word ? STR("\\operatorname{") : STR(""));
    if (is_word)
        term.class = TEX_FUNCTION;
    else if (n_characters(text) > 1)
        term.class = TEX_RELATION; /* := */
    term.is_compound = false;
    if (n_characters(text) == 1)
        term.sign = utf8_next(text, &(size_t){0});
    return term;
}

static struct tex_term text_term(struct converter *to, uint32_t i) {
    struct str text = text_of(to, i);
    struct buffer tex;
    if (str_trim(text).len == 0)
        return (struct tex_term){.tex = text.len ? STR("\\ ") : STR(""), .class = TEX_ORDINARY};
    buffer_init(&tex, to->arena);
    buffer_append(&tex, STR("\\text{"));
    tex_append_text(&tex, text);
    buffer_append_byte(&tex, '}');
    return (struct tex_term){.tex = buffer_str(&tex), .class = TEX_ORDINARY};
}

/* ---- layout ---- */

/* Appends "_{a}" or "^{a}"; a prime stands as it is. */
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

/* A base of several terms, or one that already has such scripts, is put in braces. */
static void append_base(struct buffer *out, const struct tex_term *base, bool sub, bool sup) {
    bool is_group = base->is_compound || (sub && base->has_sub) || (sup && base->has_sup);
    if (is_group)
        append_group(out, base->tex);
    else
        buffer_append(out, base->tex);
}

static struct tex_term scripted(struct converter *to, const struct tex_term *base, struct str sub,
                                struct str sup) {
    struct buffer tex;
    buffer_init(&tex, to->arena);
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
static struct tex_term command(struct converter *to, struct str name, struct str a, struct str b) {
    struct buffer tex;
    buffer_init(&tex, to->arena);
    buffer_append(&tex, name);
    append_group(&tex, a);
    if (b.at)
        append_group(&tex, b);
    return (struct tex_term){.tex = buffer_str(&tex), .class = TEX_ORDINARY};
}

/* What a sign over or under a base is called: an accent, a line, a brace. */
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
static struct tex_term stacked(struct converter *to, const struct tex_term *base,
                               const struct tex_term *mark, bool is_over) {
    if (mark->tex.len == 0)
        return *base;
    struct str accent = accent_of(base, mark, is_over);
    if (accent.at) {
        struct tex_term term = command(to, accent, base->tex, STR_NONE);
        /* \underbrace{a}_{b}: what is put there next is its text */
        bool is_brace =
            str_ends_with(accent, STR("brace")) || str_ends_with(accent, STR("bracket"));
        term.class = is_brace ? TEX_LIMITS : TEX_ORDINARY;
        return term;
    }
    if (base->class == TEX_LIMITS)
        return is_over ? scripted(to, base, STR(""), mark->tex)
                       : scripted(to, base, mark->tex, STR(""));
    if (is_over && base->class == TEX_ARROW && base->sign == 0x2192)
        return command(to, STR("\\xrightarrow"), mark->tex, STR_NONE);
    if (is_over && base->class == TEX_ARROW && base->sign == 0x2190)
        return command(to, STR("\\xleftarrow"), mark->tex, STR_NONE);
    struct tex_term term =
        command(to, is_over ? STR("\\overset") : STR("\\underset"), mark->tex, base->tex);
    term.class = base->class;
    return term;
}

static struct tex_term fraction(struct converter *to, const struct dom_node *element,
                                const struct tex_term *terms) {
    struct str thickness = dom_attribute(element, DOM_ATTR_LINETHICKNESS);
    bool has_line = !(thickness.len && thickness.at[0] == '0');
    struct tex_term term = command(to, has_line ? STR("\\frac") : STR("\\genfrac{}{}{0pt}{}"),
                                   terms[0].tex, terms[1].tex);
    term.is_tall = true;
    term.is_binomial = !has_line;
    if (term.is_binomial)
        term.body = str_between(term.tex, STR("\\genfrac{}{}{0pt}{}").len, term.tex.len);
    return term;
}

static struct tex_term root(struct converter *to, const struct tex_term *base, struct str index) {
    struct buffer tex;
    buffer_init(&tex, to->arena);
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

/* <mmultiscripts>: the base, pairs of sub- and superscripts behind it, and after <mprescripts>
 * those before it. */
static struct tex_term multiscripts(struct converter *to, const struct tex_term *terms, size_t n) {
    struct buffer tex;
    buffer_init(&tex, to->arena);
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

static struct str joined(struct converter *to, const struct tex_term *terms, size_t n,
                         struct str between) {
    struct buffer tex;
    buffer_init(&tex, to->arena);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buffer_append(&tex, between);
        buffer_append(&tex, terms[i].tex);
    }
    return buffer_str(&tex);
}

static struct tex_term table(struct converter *to, const struct tex_term *rows, size_t n) {
    struct tex_term term = {.class = TEX_ORDINARY, .is_tall = true, .is_table = true};
    term.body = joined(to, rows, n, STR(" \\\\ "));
    struct buffer tex;
    buffer_init(&tex, to->arena);
    buffer_append(&tex, STR("\\begin{matrix} "));
    buffer_append(&tex, term.body);
    buffer_append(&tex, STR(" \\end{matrix}"));
    term.tex = buffer_str(&tex);
    return term;
}

/* A row with a label, which comes first: (1) becomes \tag{1}. */
static struct tex_term labeled_row(struct converter *to, const struct tex_term *cells, size_t n) {
    if (n == 0)
        return (struct tex_term){.tex = STR("")};
    struct buffer tex;
    buffer_init(&tex, to->arena);
    buffer_append(&tex, joined(to, cells + 1, n - 1, STR(" & ")));
    return (struct tex_term){.tex = buffer_str(&tex)};
}

static struct str attribute_or(const struct dom_node *element, enum dom_attr_name name,
                               struct str otherwise) {
    struct str value = dom_attribute(element, name);
    return value.at ? str_trim(value) : otherwise;
}

/* A fence that an attribute holds, as a term. */
static struct tex_term fence(struct converter *to, struct str sign, enum tex_class class) {
    struct tex_term term = symbols(to, sign, STR(""));
    if (term.class != TEX_FENCE)
        term.class = (uint8_t) class;
    return term;
}

/* <mfenced>: its children with commas between them, in fences. */
static struct tex_term fenced(struct converter *to, const struct dom_node *element,
                              const struct tex_term *terms, size_t n) {
    struct str separators = attribute_or(element, DOM_ATTR_SEPARATORS, STR(","));
    struct tex_term *row = arena_alloc(to->arena, (2 * n + 2) * sizeof *row);
    size_t n_row = 0;
    row[n_row++] = fence(to, attribute_or(element, DOM_ATTR_OPEN, STR("(")), TEX_OPEN);
    for (size_t i = 0; i < n; i++) {
        if (i && separators.len) {
            size_t at = i - 1 < separators.len ? i - 1 : separators.len - 1;
            row[n_row++] = symbols(to, str_between(separators, at, at + 1), STR(""));
        }
        row[n_row++] = terms[i];
    }
    row[n_row++] = fence(to, attribute_or(element, DOM_ATTR_CLOSE, STR(")")), TEX_CLOSE);
    return tex_row(to->arena, row, n_row);
}

static struct tex_term enclosed(struct converter *to, const struct dom_node *element,
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
            return command(to, NOTATIONS[i].tex, content->tex, STR_NONE);
    return *content;
}

/* The children of an element that takes `n` of them; what is missing is empty. */
static void fill_terms(struct converter *to, size_t first, size_t n) {
    while (to->n_terms < first + n)
        push_term(to, (struct tex_term){.tex = STR("")});
}

static struct tex_term with_scripts(struct converter *to, uint8_t tag, const struct tex_term *t) {
    switch (tag) {
    case DOM_MSUB:
        return scripted(to, &t[0], t[1].tex, STR(""));
    case DOM_MSUP:
        return scripted(to, &t[0], STR(""), t[1].tex);
    case DOM_MSUBSUP:
        return scripted(to, &t[0], t[1].tex, t[2].tex);
    case DOM_MUNDER:
        return stacked(to, &t[0], &t[1], false);
    case DOM_MOVER:
        return stacked(to, &t[0], &t[1], true);
    default: {
        struct tex_term under = stacked(to, &t[0], &t[1], false);
        return stacked(to, &under, &t[2], true);
    }
    }
}

static size_t n_arguments(uint8_t tag) {
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

/* The term of an element whose children's terms are `t`. */
static struct tex_term made_of(struct converter *to, const struct dom_node *element,
                               struct tex_term *t, size_t n) {
    struct tex_term row;
    switch (element->tag) {
    case DOM_MSUB:
    case DOM_MSUP:
    case DOM_MSUBSUP:
    case DOM_MUNDER:
    case DOM_MOVER:
    case DOM_MUNDEROVER:
        return with_scripts(to, element->tag, t);
    case DOM_MFRAC:
        return fraction(to, element, t);
    case DOM_MROOT:
        return root(to, &t[0], t[1].tex);
    case DOM_MSQRT:
        row = tex_row(to->arena, t, n);
        return root(to, &row, STR(""));
    case DOM_MMULTISCRIPTS:
        return multiscripts(to, t, n);
    case DOM_MTABLE:
        return table(to, t, n);
    case DOM_MTR:
        return (struct tex_term){.tex = joined(to, t, n, STR(" & "))};
    case DOM_MLABELEDTR:
        return labeled_row(to, t, n);
    case DOM_MFENCED:
        return fenced(to, element, t, n);
    case DOM_MENCLOSE:
        row = tex_row(to->arena, t, n);
        return enclosed(to, element, &row);
    case DOM_MPHANTOM:
        row = tex_row(to->arena, t, n);
        return command(to, STR("\\phantom"), row.tex, STR_NONE);
    case DOM_MACTION:
    case DOM_SEMANTICS: /* what comes after the first child are other forms of it */
        return n ? t[0] : (struct tex_term){.tex = STR("")};
    default:
        return tex_row(to->arena, t, n);
    }
}

static void close_element(struct converter *to) {
    struct open_element closed = to->open[--to->n_open];
    const struct dom_node *element = node_at(to, closed.node);
    fill_terms(to, closed.first_term, n_arguments(element->tag));
    struct tex_term *first = to->terms ? to->terms + closed.first_term : NULL;
    struct tex_term term = made_of(to, element, first, to->n_terms - closed.first_term);
    to->n_terms = closed.first_term;
    push_term(to, term);
}

/* Whether the node at i is done with, its term on the stack. */
static bool read_token(struct converter *to, uint32_t i) {
    switch (node_at(to, i)->tag) {
    case DOM_MI:
        push_term(to, identifier(to, i));
        return true;
    case DOM_MN:
        push_term(to, number(to, i));
        return true;
    case DOM_MO:
        push_term(to, operator(to, i));
        return true;
    case DOM_MTEXT:
    case DOM_MS:
        push_term(to, text_term(to, i));
        return true;
    case DOM_MPRESCRIPTS:
        push_term(to, (struct tex_term){.tex = STR(""), .is_separator = true});
        return true;
    case DOM_NONE:
        push_term(to, (struct tex_term){.tex = STR("")});
        return true;
    case DOM_ANNOTATION:
    case DOM_ANNOTATION_XML:
    case DOM_MSPACE:
        return true;
    default:
        return false;
    }
}

/* Handles the node at i and returns the next one to look at. */
static uint32_t visit(struct converter *to, uint32_t i) {
    const struct dom_node *node = node_at(to, i);
    if (node->kind == DOM_TEXT)
        return i + 1; /* white space; text stands in tokens */
    if (read_token(to, i))
        return node->end;
    if (to->n_open < MAX_OPEN)
        to->open[to->n_open++] = (struct open_element){i, to->n_terms};
    return i + 1;
}

/* A table by itself lays out lines of an equation. */
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

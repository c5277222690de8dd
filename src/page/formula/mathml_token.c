/*
 * Converts the token elements of MathML to TeX terms; see mathml_token.h.
 */
#include "page/formula/mathml_token.h"

#include "base/utf8.h"
#include "page/formula/tex.h"
#include "page/formula/tex_function.h"

/* The text in an element, with references decoded and white space collapsed. */
static struct str text_of(struct arena *arena, const struct dom *dom, uint32_t i) {
    struct buffer raw, folded;
    buffer_init(&raw, arena);
    buffer_init(&folded, arena);
    dom_append_element_text(&raw, dom, i);
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

/* The command for a token's mathvariant, with its opening brace. */
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
    /* A single letter that is upright, or several, which are italic only if the page says so. */
    bool is_upright =
        is_single ? str_equals(value, STR("normal")) : !str_equals(value, STR("italic"));
    return is_upright ? STR("\\mathrm{") : STR("");
}

struct tex_term mathml_token_symbols(struct arena *arena, struct str text, struct str style) {
    struct buffer tex;
    struct tex_term term = {.is_compound = false};
    buffer_init(&tex, arena);
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

/* White space at the ends of a name or an operator is not part of it. */
static struct tex_term identifier(struct arena *arena, const struct dom *dom, uint32_t i) {
    struct str text = str_trim(text_of(arena, dom, i));
    enum tex_class class = TEX_ORDINARY;
    struct str function = tex_function(text, &class);
    if (function.at)
        return (struct tex_term){.tex = function, .class = (uint8_t) class};
    size_t i_end = 0;
    bool is_single = n_characters(text) <= 1;
    bool is_letter = text.len && utf8_class(utf8_next(text, &i_end)) == UTF8_LETTER;
    bool is_greek = is_single && text.len == 2;
    struct str style = variant_of(&dom->nodes[i], is_single);
    if (!is_letter || (is_greek && str_equals(style, STR("\\mathrm{"))))
        style = STR(""); /* \mathrm{\Gamma} would add nothing */
    else if (is_greek && str_equals(style, STR("\\mathbf{")))
        style = STR("\\boldsymbol{"); /* \mathbf has no Greek letters */
    struct tex_term term = mathml_token_symbols(arena, text, style);
    return term;
}

static struct tex_term number(struct arena *arena, const struct dom *dom, uint32_t i) {
    const struct dom_node *node = &dom->nodes[i];
    struct str style =
        dom_has_attribute(node, DOM_ATTR_MATHVARIANT) ? variant_of(node, true) : STR("");
    struct tex_term term =
        mathml_token_symbols(arena, str_trim(text_of(arena, dom, i)),
                             str_equals(style, STR("\\mathrm{")) ? STR("") : style);
    term.class = TEX_ORDINARY;
    term.is_compound = false; /* 10^{9} */
    return term;
}

static struct tex_term operator(struct arena *arena, const struct dom *dom, uint32_t i) {
    struct str text = str_trim(text_of(arena, dom, i));
    enum tex_class class = TEX_ORDINARY;
    struct str function = tex_function(text, &class);
    if (function.at)
        return (struct tex_term){.tex = function, .class = (uint8_t) class};
    size_t first = 0;
    bool is_word = n_characters(text) > 1 && utf8_class(utf8_next(text, &first)) == UTF8_LETTER;
    struct tex_term term =
        mathml_token_symbols(arena, text, is_word ? STR("\\operatorname{") : STR(""));
    if (is_word)
        term.class = TEX_FUNCTION;
    else if (n_characters(text) > 1)
        term.class = TEX_RELATION; /* := */
    term.is_compound = false;
    if (n_characters(text) == 1)
        term.sign = utf8_next(text, &(size_t){0});
    return term;
}

static struct tex_term text_term(struct arena *arena, const struct dom *dom, uint32_t i) {
    struct str text = text_of(arena, dom, i);
    struct buffer tex;
    if (str_trim(text).len == 0)
        return (struct tex_term){.tex = text.len ? STR("\\ ") : STR(""), .class = TEX_ORDINARY};
    buffer_init(&tex, arena);
    buffer_append(&tex, STR("\\text{"));
    tex_append_text(&tex, text);
    buffer_append_byte(&tex, '}');
    return (struct tex_term){.tex = buffer_str(&tex), .class = TEX_ORDINARY};
}

enum mathml_token mathml_token_read(struct arena *arena, const struct dom *dom, uint32_t i,
                                    struct tex_term *out) {
    switch (dom->nodes[i].tag) {
    case DOM_MI:
        *out = identifier(arena, dom, i);
        return MATHML_TOKEN;
    case DOM_MN:
        *out = number(arena, dom, i);
        return MATHML_TOKEN;
    case DOM_MO:
        *out = operator(arena, dom, i);
        return MATHML_TOKEN;
    case DOM_MTEXT:
    case DOM_MS:
        *out = text_term(arena, dom, i);
        return MATHML_TOKEN;
    case DOM_MPRESCRIPTS:
        *out = (struct tex_term){.tex = STR(""), .is_separator = true};
        return MATHML_TOKEN;
    case DOM_NONE:
        *out = (struct tex_term){.tex = STR("")};
        return MATHML_TOKEN;
    case DOM_ANNOTATION:
    case DOM_ANNOTATION_XML:
    case DOM_MSPACE:
        return MATHML_IGNORED;
    default:
        return MATHML_LAYOUT;
    }
}

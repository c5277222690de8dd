/*
 * Finds formulas in the tree; see formula.h.
 */
#include "page/formula/formula.h"

#include "base/ascii.h"
#include "base/json.h"
#include "base/utf8.h"
#include "html/prescan.h"
#include "page/formula/mathml.h"

void formula_finder_init(struct formula_finder *finder, struct arena *arena,
                         const struct dom *dom) {
    *finder = (struct formula_finder){.arena = arena, .dom = dom};
    formula_services_init(&finder->services);
}

static const struct dom_node *node_at(const struct formula_finder *f, uint32_t i) {
    return &f->dom->nodes[i];
}

/* The text of an element, with references decoded. */
static struct str text_of(const struct formula_finder *f, uint32_t i) {
    struct buffer text;
    buffer_init(&text, f->arena);
    dom_append_element_text(&text, f->dom, i);
    return buffer_str(&text);
}

/* ---- MathML ---- */

static bool is_tex_annotation(const struct dom_node *node) {
    static const struct str ENCODINGS[] = {
        STR_INIT("application/x-tex"),   STR_INIT("tex"),        STR_INIT("latex"),
        STR_INIT("application/x-latex"), STR_INIT("text/x-tex"), STR_INIT("text/latex")};
    struct str encoding = str_trim(dom_attribute(node, DOM_ATTR_ENCODING));
    return str_any(encoding, ENCODINGS, N_OF(ENCODINGS), str_equals_lower);
}

/* LaTeXML's alttext is TeX; elsewhere it may be the formula in words. */
static bool is_tex_alttext(const struct dom_node *math, struct str alttext) {
    return str_trim(alttext).len &&
           (dom_has_class(math, STR("ltx_Math")) || tex_is_likely(alttext));
}

static struct str tex_of_math(const struct formula_finder *f, uint32_t math) {
    for (uint32_t i = math + 1; i < node_at(f, math)->end; i++) {
        const struct dom_node *node = node_at(f, i);
        if (node->kind == DOM_ELEMENT && node->tag == DOM_ANNOTATION && is_tex_annotation(node)) {
            struct str text = str_trim(text_of(f, i));
            if (text.len)
                return text;
        }
    }
    struct str source = dom_attribute(node_at(f, math), DOM_ATTR_DATA_LATEX); /* MathJax 4 */
    if (source.len)
        return source;
    struct str alttext = dom_attribute(node_at(f, math), DOM_ATTR_ALTTEXT);
    if (is_tex_alttext(node_at(f, math), alttext))
        return alttext;
    struct buffer tex;
    buffer_init(&tex, f->arena);
    mathml_append_tex(&tex, f->dom, math);
    return buffer_str(&tex);
}

static bool is_displayed(const struct dom_node *node) {
    struct str display = dom_attribute(node, DOM_ATTR_DISPLAY);
    return str_equals(display, STR("block")) || str_equals(display, STR("true")) ||
           dom_has_class(node, STR("tml-display")); /* Temml */
}

/* ---- attributes ---- */

static bool is_word(struct str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_letter(s.at[i]))
            return false;
    return s.len > 1;
}

/* Whether an attribute's value is TeX and not a setting. */
static bool is_tex_value(struct str value) {
    value = str_trim(value);
    bool is_json = str_starts_with(value, STR("{\"")) || str_starts_with(value, STR("["));
    return value.len && !is_json && !is_word(value);
}

/* Substack's {"persistentExpression": TeX, "id": ...}. */
static struct str tex_in_json(const struct formula_finder *f, struct str attrs) {
    static const struct json_limits LIMITS = {4, 16};
    struct json json;
    json_parse(f->arena, attrs, LIMITS, &json);
    size_t i = json.n_values ? json_member(&json, 0, STR("persistentExpression")) : 0;
    return i ? json.values[i].text : STR_NONE;
}

static const uint64_t TEX_ATTRIBUTES = UINT64_C(1) << DOM_ATTR_DATA_LATEX |
                                       UINT64_C(1) << DOM_ATTR_DATA_TEX |
                                       UINT64_C(1) << DOM_ATTR_DATA_MATH;

static struct str tex_of_attribute(const struct formula_finder *f, const struct dom_node *node,
                                   enum inline_class class) {
    static const enum dom_attr_name NAMES[] = {DOM_ATTR_DATA_LATEX, DOM_ATTR_DATA_TEX,
                                               DOM_ATTR_DATA_MATH};
    if (node->attr_names & TEX_ATTRIBUTES)
        for (size_t i = 0; i < N_OF(NAMES); i++) {
            struct str value = dom_attribute(node, NAMES[i]);
            if (is_tex_value(value))
                return value;
        }
    bool holds_formula = class == CLASS_FORMULA || class == CLASS_DISPLAY_FORMULA;
    if (holds_formula && dom_has_attribute(node, DOM_ATTR_DATA_VALUE)) /* Quill, Temml */
        return dom_attribute(node, DOM_ATTR_DATA_VALUE);
    if (holds_formula && dom_has_attribute(node, DOM_ATTR_DATA_ATTRS))
        return tex_in_json(f, dom_attribute(node, DOM_ATTR_DATA_ATTRS));
    return STR_NONE;
}

/* ---- images ---- */

/* "Formula" and "equation 3" say that there is a formula, but not which. */
static bool is_name_of_formula(struct str alt) {
    static const struct str NAMES[] = {STR_INIT("formula"), STR_INIT("equation"), STR_INIT("image"),
                                       STR_INIT("math"), STR_INIT("latex")};
    return str_any(alt, NAMES, N_OF(NAMES), str_starts_with_lower);
}

static struct str tex_of_image(const struct formula_finder *f, const struct dom_node *img,
                               enum inline_class class) {
    struct str alt = str_trim(dom_attribute(img, DOM_ATTR_ALT));
    struct str src = dom_attribute(img, DOM_ATTR_SRC);
    bool is_formula = class == CLASS_TEX_IMAGE || class == CLASS_FORMULA || class == CLASS_TEX ||
                      formula_is_of_service(&f->services, src);
    if (is_formula && (alt.len == 0 || is_name_of_formula(alt)))
        return formula_of_address(f->arena, &f->services, src);
    return is_formula || tex_is_likely(alt) ? alt : STR_NONE;
}

/* A displayed equation: by its class, or by its TeX. */
static bool is_displayed_image(const struct dom_node *img) {
    struct str class = dom_attribute(img, DOM_ATTR_CLASS);
    return str_holds(class, STR("display")) || str_holds(class, STR("formulaDsp")) ||
           str_holds(class, STR("latexcenter"));
}

/* ---- scripts ---- */

static bool is_tex_script(const struct dom_node *node) {
    return node->kind == DOM_ELEMENT && node->tag == DOM_SCRIPT &&
           dom_has_attribute(node, DOM_ATTR_TYPE) &&
           prescan_is_tex(dom_attribute(node, DOM_ATTR_TYPE));
}

bool formula_is_before_script(const struct formula_finder *f, uint32_t i) {
    enum { MOST_SIBLINGS = 4 }; /* preview, rendering, white space */
    uint32_t end = node_at(f, node_at(f, i)->parent)->end;
    uint32_t next = node_at(f, i)->end;
    for (int n = 0; n < MOST_SIBLINGS && next < end; n++, next = node_at(f, next)->end) {
        const struct dom_node *node = node_at(f, next);
        if (is_tex_script(node))
            return true;
        if (node->kind == DOM_TEXT && str_trim(node->text).len)
            return false;
    }
    return false;
}

/* ---- elements that contain a formula ---- */

/* Whether a node shows that the element at i, which contains it, is more than a formula. */
static bool is_of_text(const struct formula_finder *f, uint32_t i, uint32_t k) {
    const struct dom_node *node = node_at(f, k);
    if (node->kind == DOM_TEXT)
        return node->parent == i && str_trim(node->text).len;
    return node->tag == DOM_LI || node->tag == DOM_TD || node->tag == DOM_PRE ||
           (node->tag == DOM_P && k > i) || dom_heading_level(node->tag);
}

/* Finds the only formula within an element, in its most informative form. */
static bool read_within(const struct formula_finder *f, uint32_t i, struct str *tex,
                        bool *is_display) {
    size_t n_maths = 0;
    *tex = STR_NONE;
    for (uint32_t k = i; k < node_at(f, i)->end; k++) {
        const struct dom_node *node = node_at(f, k);
        if (is_of_text(f, i, k))
            return false;
        if (node->kind != DOM_ELEMENT)
            continue;
        struct str found;
        if (node->tag == DOM_MATH && ++n_maths > 1)
            return false;
        if (node->tag == DOM_MATH)
            found = tex_of_math(f, k);
        else if (node->tag == DOM_IMG && !tex->len)
            found = tex_of_image(f, node, CLASS_TEX_IMAGE);
        else if (is_tex_script(node))
            found = text_of(f, k);
        else
            found = tex_of_attribute(f, node, k == i ? CLASS_FORMULA : CLASS_NONE);
        if (found.len) {
            *tex = found;
            *is_display |= is_displayed(node);
        }
        if (node->tag == DOM_MATH)
            k = node->end - 1;
    }
    return tex->len > 0;
}

/* Whether an element contains text but no elements. */
static bool is_leaf(const struct formula_finder *f, uint32_t i) {
    for (uint32_t k = i + 1; k < node_at(f, i)->end; k++)
        if (node_at(f, k)->kind != DOM_TEXT)
            return false;
    return i + 1 < node_at(f, i)->end;
}

static bool is_letter(uint32_t c) {
    return c < 0x80 ? ascii_is_letter((char)c)
                    : (c >= 0xC0 && c < 0x250) || (c >= 0x400 && c < 0x2000) ||
                          (c >= 0x3040 && c < 0xD800);
}

/* Whether a text is written in words, and not in TeX: it has a word longer than most
 * products, or two of the length of the longest, and no character that marks TeX. */
static bool is_prose(struct str s) {
    enum { WORD = 3, LONG_WORD = 4 };
    size_t n_words = 0, n_letters = 0;
    for (size_t i = 0; i < s.len;) {
        if (ascii_is_one_of(s.at[i], "\\^_{}="))
            return false;
        n_letters = is_letter(utf8_next(s, &i)) ? n_letters + 1 : 0;
        n_words += n_letters == WORD || n_letters == LONG_WORD;
    }
    return n_words >= 2;
}

/* Text that is TeX because its element says so. The class alone may also name a topic. */
static struct str tex_of_text(const struct formula_finder *f, uint32_t i) {
    const struct dom_node *node = node_at(f, i);
    bool is_plain = node->tag == DOM_SPAN || node->tag == DOM_DIV || node->tag == DOM_P ||
                    node->tag == DOM_D_MATH || node->tag == DOM_TEX_MATH || node->tag == DOM_CODE;
    if (!is_plain || !is_leaf(f, i))
        return STR_NONE;
    struct str text = str_trim(text_of(f, i));
    bool is_other = node->tag != DOM_D_MATH && node->tag != DOM_TEX_MATH && is_prose(text);
    return is_other || (is_word(text) && node->tag != DOM_D_MATH) ? STR_NONE : text;
}

/* Elements within one that is more than a formula are searched again. A limit keeps the time
 * linear, however deep they are. */
static bool may_search(const struct formula_finder *f) {
    enum { MOST_TIMES = 16 };
    return f->n_searched / MOST_TIMES <= f->dom->n_nodes;
}

static bool read_class(struct formula_finder *f, uint32_t i, enum inline_class class,
                       struct str *tex, bool *is_display) {
    const struct dom_node *node = node_at(f, i);
    if (class == CLASS_TEX || class == CLASS_DISPLAY_TEX) {
        *is_display |= class == CLASS_DISPLAY_TEX || node->tag == DOM_DIV ||
                       dom_has_class(node, STR("display"));
        *tex = tex_of_text(f, i);
        return tex->len > 0;
    }
    if ((class != CLASS_FORMULA && class != CLASS_DISPLAY_FORMULA) || !may_search(f))
        return false;
    *is_display |= class == CLASS_DISPLAY_FORMULA || is_displayed(node);
    if (read_within(f, i, tex, is_display))
        return true;
    f->n_searched += node->end - i;
    return false;
}

bool formula_read(struct formula_finder *f, uint32_t i, enum inline_class class,
                  struct tex_formula *out) {
    const struct dom_node *node = node_at(f, i);
    struct str tex = STR_NONE;
    bool is_display = false;
    if (node->tag == DOM_MATH) {
        tex = tex_of_math(f, i);
        is_display = is_displayed(node);
    } else if (is_tex_script(node)) {
        tex = text_of(f, i);
        is_display = str_holds(dom_attribute(node, DOM_ATTR_TYPE), STR("mode=display"));
    } else if (node->tag == DOM_IMG) {
        tex = tex_of_image(f, node, class);
        is_display = tex.len && is_displayed_image(node);
    } else if (node->tag == DOM_D_MATH || node->tag == DOM_TEX_MATH) {
        tex = tex_of_text(f, i);
    } else if ((node->attr_names & TEX_ATTRIBUTES) || class != CLASS_NONE) {
        tex = tex_of_attribute(f, node, class);
        if (tex.len)
            is_display =
                node->tag == DOM_DIV || node->tag == DOM_P || class == CLASS_DISPLAY_FORMULA;
        else if (class != CLASS_NONE && !read_class(f, i, class, &tex, &is_display))
            return false;
    }
    if (tex.len == 0)
        return false;
    *out = tex_formula(f->arena, tex);
    out->is_display |= is_display;
    return out->tex.len > 0;
}

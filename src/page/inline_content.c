/*
 * Classifies inline elements; see inline_content.h.
 */
#include "page/inline_content.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "html/attr_list.h"
#include "html/hidden_address.h"
#include "page/style/style.h"
#include "page/style/visibility.h"

void inline_finder_init(struct inline_finder *finder, struct arena *arena, const struct dom *dom,
                        const struct look *looks) {
    finder->looks = looks;
    formula_finder_init(&finder->formulas, arena, dom);
    buffer_init(&finder->scratch, arena);
    finder->dom = dom;
    finder->equation_end = 0;
    finder->is_in_note = false;
}

/* The meaning of an element with DOM_IS_MARK. */
static enum inline_kind kind_of_tag(uint8_t tag) {
    switch (tag) {
    case DOM_A:
        return INLINE_LINK;
    case DOM_B:
    case DOM_STRONG:
        return INLINE_STRONG;
    case DOM_DEL:
    case DOM_S:
    case DOM_STRIKE:
        return INLINE_DELETED;
    case DOM_INS:
        return INLINE_INSERTED;
    case DOM_MARK:
        return INLINE_HIGHLIGHT;
    case DOM_SUP:
        return INLINE_SUPERSCRIPT;
    case DOM_SUB:
        return INLINE_SUBSCRIPT;
    case DOM_KBD:
        return INLINE_KEY;
    case DOM_SAMP:
        return INLINE_SAMPLE;
    case DOM_VAR:
        return INLINE_VARIABLE;
    case DOM_CODE:
    case DOM_TT:
        return INLINE_CODE;
    default:
        return INLINE_EM;
    }
}

/* <b style="font-weight: normal">: what word processors put around a whole text. */
static bool is_undone(enum inline_kind kind, const struct style_look *look) {
    return (kind == INLINE_STRONG && look->is_not_bold) ||
           (kind == INLINE_EM && look->is_not_italic);
}

bool inline_kinds_of(const struct dom_node *element, uint8_t *kind, uint8_t *other) {
    bool is_mark = (dom_tag_traits(element->tag) & DOM_IS_MARK) != 0;
    bool is_span = element->tag == DOM_SPAN;
    *kind = (uint8_t)(is_mark ? kind_of_tag(element->tag) : INLINE_N_KINDS);
    *other = INLINE_N_KINDS;
    if (!(is_span || *kind == INLINE_STRONG || *kind == INLINE_EM) ||
        !dom_has_attribute(element, DOM_ATTR_STYLE))
        return is_mark;
    struct style_look look = style_read(dom_attribute(element, DOM_ATTR_STYLE));
    if (is_undone((enum inline_kind) * kind, &look))
        *kind = INLINE_N_KINDS;
    const enum inline_kind KINDS[] = {look.script, look.is_bold ? INLINE_STRONG : INLINE_N_KINDS,
                                      look.is_italic ? INLINE_EM : INLINE_N_KINDS};
    for (size_t i = 0; i < N_OF(KINDS); i++) {
        uint8_t *place = *kind == INLINE_N_KINDS ? kind : other;
        if (KINDS[i] != INLINE_N_KINDS && KINDS[i] != *kind && *other == INLINE_N_KINDS)
            *place = (uint8_t)KINDS[i];
    }
    return *kind != INLINE_N_KINDS;
}

/* Whether the text at the start of an element begins with a quotation mark. */
bool inline_begins_with_quote(const struct dom *dom, uint32_t i) {
    static const struct str MARKS[] = {STR_INIT("\""),           STR_INIT("'"),
                                       STR_INIT("\xC2\xAB"),     STR_INIT("\xE2\x80\x98"),
                                       STR_INIT("\xE2\x80\x9A"), STR_INIT("\xE2\x80\x9C"),
                                       STR_INIT("\xE2\x80\x9E"), STR_INIT("\xE2\x80\xB9")};
    uint32_t first = i + 1, end = dom->nodes[i].end;
    if (first < end && dom->nodes[first].kind == DOM_TEXT && !str_trim(dom->nodes[first].text).len)
        first++; /* white space at the start is a node of its own */
    if (first >= end || dom->nodes[first].kind != DOM_TEXT)
        return false;
    struct str text = str_trim(dom->nodes[first].text);
    return str_any(text, MARKS, N_OF(MARKS), str_starts_with) ||
           str_starts_with(text, STR("&quot;")) || str_starts_with(text, STR("&ldquo;"));
}

/* The text of a small element, trimmed; STR_NONE if it has more nodes. */
static struct str small_text(struct inline_finder *f, uint32_t i) {
    enum { MOST_NODES = 8 };
    const struct dom_node *nodes = f->dom->nodes;
    if (nodes[i].end - i > MOST_NODES)
        return STR_NONE;
    f->scratch.len = 0;
    for (uint32_t k = i + 1; k < nodes[i].end; k++)
        if (nodes[k].kind == DOM_TEXT)
            dom_append_text(&f->scratch, &nodes[k]);
    return str_trim(buffer_str(&f->scratch));
}

/* What anchors of headings say: signs, and words. */
static const struct str SIGNS[] = {STR_INIT("\xC2\xB6"),
                                   STR_INIT("#"),
                                   STR_INIT("\xC2\xA7"),
                                   STR_INIT("\xF0\x9F\x94\x97"),
                                   STR_INIT("\xE2\x9A\x93"),
                                   STR_INIT("\xE2\x88\x9E"),
                                   STR_INIT("link"),
                                   STR_INIT("permalink"),
                                   STR_INIT("anchor"),
                                   STR_INIT("direct link"),
                                   STR_INIT("copy link"),
                                   STR_INIT("link to this heading"),
                                   STR_INIT("link to this section")};
enum { PARAGRAPH_SIGN = 0 };            /* paragraphs have this mark too */
enum { FIRST_WORD = 6, LAST_WORD = 8 }; /* those that may be a heading themselves */

static bool is_sign_or_empty(struct str text) {
    return text.len == 0 || str_any(text, SIGNS, FIRST_WORD, str_equals);
}

/* Whether a link is all that its heading says: "Link", in a manual. */
static bool is_whole_heading(const struct dom *dom, uint32_t link) {
    enum { MAX_CLIMB = 4, MAX_NODES = 100 }; /* each of many links may be asked about */
    const struct dom_node *nodes = dom->nodes;
    uint32_t heading = link;
    for (int up = 0; up < MAX_CLIMB && !dom_heading_level(nodes[heading].tag); up++)
        heading = nodes[heading].parent;
    if (!dom_heading_level(nodes[heading].tag) || nodes[heading].end - heading > MAX_NODES)
        return false;
    for (uint32_t k = heading + 1; k < nodes[heading].end; k++)
        if ((k < link || k >= nodes[link].end) && nodes[k].kind == DOM_TEXT &&
            !is_sign_or_empty(str_trim(nodes[k].text)))
            return false;
    return true;
}

/* Whether a link to a place on the page is a heading's anchor, with which readers copy its
 * address. */
static bool is_heading_anchor(struct inline_finder *f, uint32_t i, enum inline_class class,
                              bool is_in_heading) {
    const struct dom_node *nodes = f->dom->nodes;
    if (nodes[i].tag != DOM_A || !str_has_byte(dom_attribute(&nodes[i], DOM_ATTR_HREF), '#'))
        return false;
    bool is_of_heading = class == CLASS_HEADING_ANCHOR || is_in_heading;
    struct str text = small_text(f, i);
    for (size_t k = 0; text.len && k < N_OF(SIGNS); k++)
        if (str_equals_lower(text, SIGNS[k]))
            return k == PARAGRAPH_SIGN || (is_of_heading && (k < FIRST_WORD || k > LAST_WORD ||
                                                             !is_whole_heading(f->dom, i)));
    return false;
}

/* Whether it is an arrow that leads back to where the reader came from. */
static bool is_way_back(struct inline_finder *f, uint32_t i) {
    const struct dom_node *node = &f->dom->nodes[i];
    if (!str_has_byte(dom_attribute(node, DOM_ATTR_HREF), '#'))
        return false;
    struct str text = small_text(f, i);
    size_t n = 0;
    for (size_t at = 0; at < text.len; n++) {
        uint32_t c = utf8_next(text, &at);
        bool is_arrow = c == 0x21A9 || c == 0x21AA || c == 0x2191 || c == 0x2934 || c == 0x21B5 ||
                        c == 0x23CE || c == 0x2B06 || c == 0x21D1 || c == 0x1F519 || c == 0x2BA5 ||
                        c == 0x21A5 || c == 0x2BAD || c == '^' || c == 0xFE0E || c == 0xFE0F;
        if (!is_arrow)
            return false;
    }
    return n > 0;
}

/* Names of icons are one word: "arrow_forward". */
static bool is_icon_name(struct str text) {
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_alphanumeric(text.at[i]) && text.at[i] != '_')
            return false;
    return text.len > 0;
}

/* Whether a font draws the element as an icon: its text is hidden from screen readers, and the name
 * of an icon. */
static bool is_drawn_icon(struct inline_finder *f, uint32_t i) {
    const struct dom_node *node = &f->dom->nodes[i];
    if ((node->tag != DOM_SPAN && node->tag != DOM_I) ||
        !str_equals(dom_attribute(node, DOM_ATTR_ARIA_HIDDEN), STR("true")))
        return false;
    struct str text = small_text(f, i);
    return is_icon_name(text) &&
           (str_has_byte(text, '_') || str_holds(dom_attribute(node, DOM_ATTR_CLASS), STR("icon")));
}

/* MediaWiki's "5+1/2" is drawn as a mixed number, with the signs for screen readers. */
static bool is_sign_of_fraction(struct str text) {
    return text.len == 1 && (text.at[0] == '/' || text.at[0] == '+');
}

/* Whether it is an emoji, which may consist of several characters. */
static bool is_emoji(struct str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; n++) {
        uint32_t c = utf8_next(text, &i);
        bool is_joiner = c == 0x200D || c == 0xFE0F || c == 0x20E3;
        bool is_sign = (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x1F000 && c <= 0x1FAFF) ||
                       (c >= 0xE0020 && c <= 0xE007F) || c == 0x3030 || c == 0x303D || c == 0xA9 ||
                       c == 0xAE;
        if (!is_joiner && !is_sign)
            return false;
    }
    return n > 0 && n <= 12; /* a regional flag takes 7 */
}

/* The text that an inline image represents: an emoji, or the first letter of a paragraph. */
static struct str text_of_image(const struct dom_node *img, enum inline_class class) {
    enum { MOST_BYTES = 4 }; /* of a letter */
    struct str alt = str_trim(dom_attribute(img, DOM_ATTR_ALT));
    bool is_letter = class == CLASS_DROP_CAP && alt.len && alt.len <= MOST_BYTES;
    return is_letter || is_emoji(alt) ? alt : STR_NONE;
}

/* Whether the element at i is left out of the text around it, and as what. */
static enum inline_kind omission_of(struct inline_finder *f, uint32_t i, enum inline_class class,
                                    bool is_in_heading) {
    const struct dom_node *node = &f->dom->nodes[i];
    bool is_block = (dom_tag_traits(node->tag) & DOM_IS_BLOCK) != 0;
    bool is_left_out = false;
    switch (class) {
    case CLASS_FORMULA:
    case CLASS_DISPLAY_FORMULA:
        is_left_out = formula_is_before_script(&f->formulas, i);
        break;
    case CLASS_FORMULA_PREVIEW:
    case CLASS_CONTROL:
        is_left_out = true;
        break;
    case CLASS_ICON:
        is_left_out = is_icon_name(small_text(f, i));
        break;
    case CLASS_NOTE_MARK:
        is_left_out = f->is_in_note || node->tag == DOM_LABEL;
        break;
    case CLASS_SIDE_NOTE:
        return is_block || f->is_in_note ? INLINE_N_KINDS : INLINE_NOTE_REF;
    case CLASS_LABEL:
        return is_block || is_sign_of_fraction(small_text(f, i)) ? INLINE_N_KINDS : INLINE_LABEL;
    default:
        is_left_out = node->tag == DOM_A
                          ? is_heading_anchor(f, i, class, is_in_heading) || is_way_back(f, i)
                          : is_drawn_icon(f, i);
    }
    return is_left_out ? INLINE_LEFT_OUT : INLINE_N_KINDS;
}

static struct str hidden_address(struct inline_finder *f, struct str digits) {
    struct buffer text;
    buffer_init(&text, f->scratch.arena);
    return hidden_address_append(&text, digits) ? buffer_str(&text) : STR_NONE;
}

enum inline_kind inline_find(struct inline_finder *f, uint32_t i, bool is_in_heading,
                             struct str *stands_for, bool *is_part_of_line) {
    enum { MOST_BYTES = 8 }; /* of a letter and a quotation mark */
    const struct dom_node *node = &f->dom->nodes[i];
    enum inline_class class = (enum inline_class)f->looks[node->look].inline_class;
    struct tex_formula formula;
    if (node->tag == DOM_D_FOOTNOTE) /* Distill */
        class = CLASS_SIDE_NOTE;
    *stands_for = STR_NONE;
    *is_part_of_line = class == CLASS_EQUATION_CELL;
    if (class == CLASS_EQUATION_CELL)
        f->equation_end = node->end;
    if (class == CLASS_DROP_CAP && node->tag != DOM_IMG) {
        struct str text = small_text(f, i);
        *is_part_of_line = text.len && text.len <= MOST_BYTES;
    }
    enum inline_kind omission = omission_of(f, i, class, is_in_heading);
    if (omission != INLINE_N_KINDS)
        return omission;
    if (formula_read(&f->formulas, i, class, &formula)) {
        struct buffer text;
        formula.is_display |= i < f->equation_end;
        buffer_init(&text, f->scratch.arena);
        tex_append_delimited(&text, &formula);
        *stands_for = buffer_str(&text);
        return INLINE_FORMULA;
    }
    if (node->tag == DOM_IMG)
        *stands_for = text_of_image(node, class);
    else if (dom_has_attribute(node, DOM_ATTR_DATA_CFEMAIL))
        *stands_for = hidden_address(f, dom_attribute(node, DOM_ATTR_DATA_CFEMAIL));
    return INLINE_N_KINDS;
}

bool inline_is_source_before_quote(const struct dom *dom, uint32_t element) {
    const struct dom_node *nodes = dom->nodes;
    uint32_t quote = nodes[element].parent, next = nodes[element].end;
    if (nodes[element].tag != DOM_CITE)
        return false;
    if (nodes[quote].tag == DOM_DIV)
        quote = nodes[quote].parent;
    return nodes[quote].tag == DOM_BLOCKQUOTE && nodes[element].parent + 1 == element &&
           next < nodes[quote].end && nodes[next].kind == DOM_TEXT && nodes[next].text.len > 0 &&
           !ascii_is_space(nodes[next].text.at[0]);
}

size_t inline_note_mark_start(struct str text, size_t *number) {
    enum { MOST_DIGITS = 3 };
    size_t start = text.len, n = 0;
    while (start > 0 && ascii_is_digit(text.at[start - 1]))
        start--;
    if (start == text.len && start > 0 && text.at[start - 1] == '*')
        start--;
    bool is_mark =
        start > 0 && text.len - start <= MOST_DIGITS && !ascii_is_space(text.at[start - 1]);
    for (size_t i = start; is_mark && i < text.len && text.at[i] != '*'; i++)
        n = 10 * n + (size_t)(text.at[i] - '0');
    *number = n;
    return is_mark ? start : text.len;
}

bool inline_is_of_number(struct str text, size_t start) {
    if (start == 0)
        return false;
    char before = text.at[start - 1];
    bool is_after_digit = start > 1 && ascii_is_digit(text.at[start - 2]);
    return ascii_is_one_of(before, "-$/#") || (is_after_digit && ascii_is_one_of(before, ".,:"));
}

bool inline_is_apart(const struct inline_finder *f, uint32_t i) {
    const struct dom_node *nodes = f->dom->nodes;
    uint32_t next = nodes[i].end, end = nodes[nodes[i].parent].end;
    if (f->looks[nodes[i].look].inline_class == CLASS_APART)
        return true;
    if (nodes[i].tag != DOM_LABEL)
        return false;
    if (next < end && nodes[next].kind == DOM_ELEMENT && nodes[next].tag == DOM_INPUT)
        next = nodes[next].end;
    return next < end && nodes[next].kind == DOM_ELEMENT && nodes[next].tag == DOM_LABEL;
}

bool inline_is_invisible(const struct dom *dom, uint32_t i) {
    const struct dom_node *node = &dom->nodes[i];
    return node->n_attrs > 0 && !(dom_tag_traits(node->tag) & DOM_IS_BLOCK) &&
           node->tag != DOM_UNKNOWN && visibility_of(dom, i) == UNSEEN;
}

/* Long blocks are in links that were left open; links to pictures or to a place on the page do not
 * say where the text is from. */
bool inline_may_be_link(const struct dom *dom, uint32_t link, uint32_t block, uint32_t n_words) {
    enum { MOST_WORDS = 30 };
    struct str href = dom_attribute(&dom->nodes[link], DOM_ATTR_HREF);
    return n_words <= MOST_WORDS && dom->nodes[block].tag != DOM_FIGCAPTION &&
           !str_has_byte(href, '#') && !attr_is_picture(href);
}

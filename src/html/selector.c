/*
 * Compiles a selector to a table of compounds, and marks the nodes of a tree; see selector.h.
 */
#include "html/selector.h"

#include "base/ascii.h"
#include "html/attr_list.h"

enum condition_kind { HAS, EQUALS, BEGINS, ENDS, HOLDS, HAS_NAME };

_Static_assert((int)DOM_N_TAGS <= UINT8_MAX, "a tag, or any, is a byte");

/* -- Compiling --------------------------------------------------------------------------- */

struct reading {
    struct str text;
    size_t at;
    struct attr_selected *names;
    struct selector *out;
    struct selector_fault *fault;
};

static bool fail(struct reading *r, const char *what, size_t at) {
    *r->fault = (struct selector_fault){what, str_between(r->text, at, r->text.len)};
    return false;
}

static char peek(const struct reading *r) {
    return r->at < r->text.len ? r->text.at[r->at] : '\0';
}

static bool skip_space(struct reading *r) {
    size_t start = r->at;
    while (r->at < r->text.len && ascii_is_space(r->text.at[r->at]))
        r->at++;
    return r->at > start;
}

static bool is_name_byte(char c) {
    return ascii_is_letter(c) || ascii_is_digit(c) || c == '-' || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* Whether a backslash and the character that it escapes follow. CSS allows none before a line end,
 * and before a hexadecimal digit it begins a number. */
static bool is_escape(const struct reading *r) {
    char c = r->at + 1 < r->text.len ? r->text.at[r->at + 1] : '\n';
    return peek(r) == '\\' && c != '\n' && ascii_digit_value(c) >= 16;
}

static bool read_name(struct reading *r, struct str *out) {
    size_t start = r->at;
    while (r->at < r->text.len && (is_name_byte(peek(r)) || is_escape(r)))
        r->at += peek(r) == '\\' ? 2 : 1;
    *out = str_between(r->text, start, r->at);
    if (r->at == start)
        return fail(r, "expected a name", start);
    return true;
}

static bool read_value(struct reading *r, struct str *out) {
    char quote = peek(r);
    if (quote != '"' && quote != '\'')
        return read_name(r, out);
    size_t start = ++r->at;
    while (r->at < r->text.len && peek(r) != quote)
        r->at += is_escape(r) ? 2 : 1;
    if (r->at >= r->text.len)
        return fail(r, "a quote without an end", start - 1);
    *out = str_between(r->text, start, r->at++);
    return true;
}

static struct selector_condition *add_condition(struct reading *r, struct selector_compound *to) {
    struct selector *out = r->out;
    if (out->n_conditions == SELECTOR_MAX_CONDITIONS) {
        fail(r, "more than 128 conditions", r->at);
        return NULL;
    }
    to->n_conditions++;
    return &out->conditions[out->n_conditions++];
}

/* The index of an attribute's name among those that are read only for selectors. */
static bool find_selected(struct reading *r, struct str name, uint8_t *out) {
    struct attr_selected *names = r->names;
    for (size_t i = 0; i < names->n; i++)
        if (attr_equals_in_any_case(names->names[i], name)) {
            *out = (uint8_t)i;
            return true;
        }
    if (names->n == ATTR_MAX_SELECTED)
        return fail(r, "more than 16 kinds of attributes", r->at - name.len);
    *out = (uint8_t)names->n;
    names->names[names->n++] = name;
    return true;
}

static bool read_operator(struct reading *r, uint8_t *kind) {
    static const char signs[] = "=^$*";
    static const uint8_t kinds[] = {EQUALS, BEGINS, ENDS, HOLDS};
    for (size_t i = 0; i < N_OF(kinds); i++) {
        size_t len = i ? 2 : 1;
        if (peek(r) != signs[i] ||
            (i && (r->at + 1 >= r->text.len || r->text.at[r->at + 1] != '=')))
            continue;
        *kind = kinds[i];
        r->at += len;
        return true;
    }
    return fail(r, "expected ], =, ^=, $= or *=", r->at);
}

/* Reads an attribute name; HTML allows nearly all characters in it. */
static bool read_attribute_name(struct reading *r, struct str *out) {
    size_t start = r->at;
    while (r->at < r->text.len && (is_name_byte(peek(r)) || ascii_is_one_of(peek(r), ":.@")))
        r->at++;
    *out = str_between(r->text, start, r->at);
    return r->at > start || fail(r, "expected the name of an attribute", start);
}

/* Reads "[name]" or "[name=value]", from after the bracket. */
static bool read_attribute(struct reading *r, struct selector_compound *to) {
    struct selector_condition *condition = add_condition(r, to);
    struct str name;
    skip_space(r);
    if (!condition || !read_attribute_name(r, &name))
        return false;
    *condition = (struct selector_condition){.kind = HAS, .name = (uint8_t)dom_attr_name_of(name)};
    if (condition->name == DOM_ATTR_SELECTED && !find_selected(r, name, &condition->selected))
        return false;
    skip_space(r);
    if (peek(r) != ']') {
        if (!read_operator(r, &condition->kind))
            return false;
        skip_space(r);
        if (!read_value(r, &condition->value))
            return false;
        skip_space(r);
    }
    if (peek(r) != ']')
        return fail(r, "expected ]", r->at);
    r->at++;
    return true;
}

/* Reads ".name" or "#name", from after the sign. */
static bool read_named(struct reading *r, struct selector_compound *to, char sign) {
    struct selector_condition *condition = add_condition(r, to);
    struct str name;
    if (!condition || !read_name(r, &name))
        return false;
    *condition = (struct selector_condition){.kind = sign == '.' ? HAS_NAME : EQUALS,
                                             .name = sign == '.' ? DOM_ATTR_CLASS : DOM_ATTR_ID,
                                             .value = name};
    return true;
}

static bool read_tag(struct reading *r, struct selector_compound *to) {
    struct str name;
    size_t start = r->at;
    if (!read_name(r, &name))
        return false;
    for (int tag = DOM_UNKNOWN + 1; tag < DOM_N_TAGS; tag++)
        if (str_equals_lower(name, str_of(dom_tag_name((enum dom_tag)tag)))) {
            to->tag = (uint8_t)tag;
            return true;
        }
    return fail(r, "not an element of HTML", start);
}

static bool read_compound(struct reading *r, struct selector_compound *to) {
    to->first_condition = (uint8_t)r->out->n_conditions;
    to->tag = DOM_N_TAGS;
    bool is_any = peek(r) == '*';
    r->at += is_any;
    if (!is_any && is_name_byte(peek(r)) && !read_tag(r, to))
        return false;
    for (char c = peek(r); c == '.' || c == '#' || c == '['; c = peek(r)) {
        r->at++;
        if (c == '[' ? !read_attribute(r, to) : !read_named(r, to, c))
            return false;
    }
    if (peek(r) == ':')
        return fail(r, "pseudo-classes are not supported", r->at);
    if (peek(r) == '+' || peek(r) == '~')
        return fail(r, "siblings are not supported", r->at);
    if (!is_any && to->tag == DOM_N_TAGS && to->n_conditions == 0)
        return fail(r, "expected a tag, .class, #id or [attribute]", r->at);
    return true;
}

/* Reads what follows a compound: the end, or a combinator and another compound. */
static bool read_joint(struct reading *r, struct selector_compound *before, bool *is_child) {
    bool has_space = skip_space(r);
    bool is_comma = peek(r) == ',', is_end = r->at == r->text.len;
    *is_child = peek(r) == '>';
    before->is_last = is_comma || is_end;
    if (!*is_child && !is_comma && !is_end && !has_space)
        return fail(r, "expected a tag, .class, #id or [attribute]", r->at);
    if (*is_child || is_comma) {
        r->at++;
        skip_space(r);
    }
    return true;
}

bool selector_compile(struct str text, struct attr_selected *names, struct selector *out,
                      struct selector_fault *fault) {
    struct reading r = {.text = str_trim(text), .names = names, .out = out, .fault = fault};
    bool is_first = true, is_child = false, is_end = false;
    out->n_compounds = out->n_conditions = 0;
    while (!is_end) {
        if (out->n_compounds == SELECTOR_MAX_COMPOUNDS)
            return fail(&r, "more than 64 parts", r.at);
        struct selector_compound *compound = &out->compounds[out->n_compounds++];
        *compound = (struct selector_compound){.is_first = is_first, .is_child = is_child};
        if (!read_compound(&r, compound))
            return false;
        is_end = r.at == r.text.len;
        if (!read_joint(&r, compound, &is_child))
            return false;
        is_first = compound->is_last;
    }
    return true;
}

/* -- Matching ---------------------------------------------------------------------------- */

/* The number of bytes of `s` at `at` that a value with backslashes matches; SIZE_MAX if it does not
 * match. */
static size_t match_value(struct str value, struct str s, size_t at) {
    size_t start = at;
    for (size_t i = 0; i < value.len; i++, at++) {
        i += value.at[i] == '\\' && i + 1 < value.len;
        if (at >= s.len || s.at[at] != value.at[i])
            return SIZE_MAX;
    }
    return at - start;
}

static size_t value_len(struct str value) {
    size_t n = 0;
    for (size_t i = 0; i < value.len; i++, n++)
        i += value.at[i] == '\\' && i + 1 < value.len;
    return n;
}

static bool holds_value(struct str value, struct str s) {
    for (size_t at = 0; at < s.len; at++)
        if (match_value(value, s, at) != SIZE_MAX)
            return true;
    return false;
}

static bool has_name(struct str value, struct str names) {
    size_t at = 0;
    for (struct str name = dom_next_name(names, &at); name.at; name = dom_next_name(names, &at))
        if (match_value(value, name, 0) == name.len)
            return true;
    return false;
}

static bool value_matches(const struct selector_condition *condition, struct str s) {
    size_t len = value_len(condition->value);
    switch ((enum condition_kind)condition->kind) {
    case HAS:
        return true;
    case EQUALS:
        return match_value(condition->value, s, 0) == s.len;
    case HAS_NAME:
        return has_name(condition->value, s);
    /* By the standard an empty value matches nothing. */
    case BEGINS:
        return len > 0 && match_value(condition->value, s, 0) != SIZE_MAX;
    case ENDS:
        return len > 0 && len <= s.len && match_value(condition->value, s, s.len - len) != SIZE_MAX;
    case HOLDS:
        return len > 0 && holds_value(condition->value, s);
    }
    return false;
}

static bool condition_holds(const struct selector_condition *condition,
                            const struct dom_node *element) {
    struct str value = condition->name == DOM_ATTR_SELECTED
                           ? dom_selected_attribute(element, condition->selected)
                           : dom_attribute(element, (enum dom_attr_name)condition->name);
    return value.at && value_matches(condition, value);
}

static bool compound_matches(const struct selector *selector,
                             const struct selector_compound *compound,
                             const struct dom_node *element) {
    if (compound->tag != DOM_N_TAGS && compound->tag != element->tag)
        return false;
    for (size_t i = 0; i < compound->n_conditions; i++)
        if (!condition_holds(&selector->conditions[compound->first_condition + i], element))
            return false;
    return true;
}

/* Bits of the compounds, with all before them, that an element matches: by itself, and together
 * with the elements around it. */
struct matched {
    uint64_t own, around;
};

static uint64_t match_element(const struct selector *selector, const struct dom_node *element,
                              struct matched parent) {
    uint64_t own = 0;
    for (size_t i = 0; i < selector->n_compounds; i++) {
        const struct selector_compound *compound = &selector->compounds[i];
        uint64_t before = compound->is_child ? parent.own : parent.around;
        if ((compound->is_first || (before >> (i - 1) & 1)) &&
            compound_matches(selector, compound, element))
            own |= UINT64_C(1) << i;
    }
    return own;
}

static uint64_t bits_of_last(const struct selector *selector) {
    uint64_t bits = 0;
    for (size_t i = 0; i < selector->n_compounds; i++)
        bits |= (uint64_t)selector->compounds[i].is_last << i;
    return bits;
}

bool *selector_mark(const struct selector *selector, struct arena *arena, const struct dom *dom) {
    bool *marks = arena_alloc_zero(arena, dom->n_nodes + 1, sizeof *marks);
    struct matched *matched = arena_alloc_zero(arena, dom->n_nodes + 1, sizeof *matched);
    uint64_t last = bits_of_last(selector);
    for (size_t i = 0; i < dom->n_nodes; i++) {
        const struct dom_node *node = &dom->nodes[i];
        struct matched parent = i ? matched[node->parent] : (struct matched){0, 0};
        bool is_element = node->kind == DOM_ELEMENT;
        uint64_t own = is_element ? match_element(selector, node, parent) : 0;
        matched[i] = (struct matched){own, own | parent.around};
        marks[i] = (own & last) || (i && marks[node->parent]);
    }
    return marks;
}

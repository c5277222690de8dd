/*
 * Class names into the language of code; see code.h.
 */
#include "render/code.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* Longer ones first. The first two are HTML's own suggestion, then GitHub, Sphinx. */
static const struct str PREFIXES[] = {
    STR_INIT("language-"),       STR_INIT("lang-"),      STR_INIT("highlight-source-"),
    STR_INIT("highlight-text-"), STR_INIT("highlight-"),
};

/* What highlighters write where they know of no language. */
static const struct str NO_LANGUAGES[] = {STR_INIT("none"), STR_INIT("default"),
                                          STR_INIT("undefined"), STR_INIT("null")};

static bool is_name_char(char c) {
    return ascii_is_alphanumeric(c) || ascii_is_one_of(c, "+#.-_");
}

/* `s` if it can be a language's name. */
static struct str as_language(struct str s) {
    enum { LONGEST = 30 }; /* "javascript+django" is long; what is longer is no language */
    if (s.len == 0 || s.len > LONGEST)
        return STR_NONE;
    for (size_t i = 0; i < s.len; i++)
        if (!is_name_char(s.at[i]))
            return STR_NONE;
    for (size_t i = 0; i < N_OF(NO_LANGUAGES); i++)
        if (str_equals_lower(s, NO_LANGUAGES[i]))
            return STR_NONE;
    return s;
}

/* SyntaxHighlighter's "brush: js; toolbar: false". */
static struct str language_of_brush(struct str class, size_t at) {
    struct str name = dom_next_name(class, &at);
    while (name.len && name.at[name.len - 1] == ';')
        name.len--;
    return as_language(name);
}

static struct str behind_prefix(struct str token) {
    for (size_t i = 0; i < N_OF(PREFIXES); i++)
        if (str_starts_with(token, PREFIXES[i]))
            return str_between(token, PREFIXES[i].len, token.len);
    return STR_NONE;
}

static struct str language_of_class(struct str class) {
    struct str token;
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;) {
        if (str_equals(token, STR("brush:")))
            return language_of_brush(class, at);
        struct str language = as_language(behind_prefix(token));
        if (language.at)
            return language;
    }
    return STR_NONE;
}

static struct str language_of_element(const struct dom_node *element) {
    enum { MOST_BYTES = 1000 }; /* of a class; each <pre> in an element reads that one's anew */
    struct str class = utf8_first(dom_attribute(element, DOM_ATTR_CLASS), MOST_BYTES);
    return class.at ? language_of_class(class) : STR_NONE;
}

struct str code_language(const struct dom *dom, uint32_t pre) {
    enum { WITHIN = 4, AROUND = 2 }; /* <pre><span></span><code>; <div class><div><pre> */
    const struct dom_node *nodes = dom->nodes;
    struct str language = language_of_element(&nodes[pre]);
    for (uint32_t i = pre + 1; !language.at && i < nodes[pre].end && i <= pre + WITHIN; i++)
        if (nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_CODE)
            language = language_of_element(&nodes[i]);
    for (int up = 0; !language.at && pre != 0 && up < AROUND; up++) {
        pre = nodes[pre].parent;
        language = language_of_element(&nodes[pre]);
    }
    return language;
}

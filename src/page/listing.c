/*
 * What highlighters call the parts of a listing, as data; see listing.h.
 */
#include "page/listing.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* Listings built without <pre>, or with one <pre> per line: a class of the element around all lines
 * and, if other things use that class too, a class of its first child. */
static const struct {
    struct str class, child;
} ROOTS[] = {
    {STR_INIT("syntaxhighlighter"), {NULL, 0}},      /* SyntaxHighlighter 3 and 4 */
    {STR_INIT("dp-highlighter"), {NULL, 0}},         /* SyntaxHighlighter 1 */
    {STR_INIT("crayon-pre"), {NULL, 0}},             /* Crayon */
    {STR_INIT("CodeMirror-code"), {NULL, 0}},        /* CodeMirror 5 */
    {STR_INIT("cm-content"), STR_INIT("cm-line")},   /* CodeMirror 6 */
    {STR_INIT("js-file-line-container"), {NULL, 0}}, /* GitHub's files and gists */
    {STR_INIT("react-code-lines"), {NULL, 0}},       /* GitHub's files, since 2023 */
    {STR_INIT("ace_text-layer"), {NULL, 0}},         /* Ace */
    {STR_INIT("view-lines"), STR_INIT("view-line")}, /* Monaco */
    {STR_INIT("fragment"), STR_INIT("line")},        /* Doxygen */
    {STR_INIT("example"), STR_INIT("lean")},         /* Verso, with Lean's messages */
};

/* Parts of the classes of line numbers: Pygments, Rouge, Chroma, Hexo, hljs-line-numbers, GitHub,
 * GitLab, CodeMirror, Ace, Crayon, rustdoc, cgit, react-syntax-highlighter. Those that also name a
 * bus line or the space between columns need code beside them. */
static const struct {
    struct str name;
    bool needs_code;
} GUTTER_PARTS[] = {
    {STR_INIT("linen"), false},      {STR_INIT("line-numbers"), false},
    {STR_INIT("line-n"), true},      {STR_INIT("line_n"), true},
    {STR_INIT("ln-n"), false},       {STR_INIT("codemirror-gutter"), false},
    {STR_INIT("cm-gutter"), false},  {STR_INIT("ace_gutter"), false},
    {STR_INIT("gutter"), true},      {STR_INIT("lnt"), false},
    {STR_INIT("crayon-num"), false},
};

/* Whole classes of line numbers. */
static const struct str GUTTERS[] = {STR_INIT("ln"), STR_INIT("lno"), STR_INIT("blob-num"),
                                     STR_INIT("diff-line-num"), STR_INIT("lnlinks")};

/* Parts of the classes of controls laid over a listing. */
static const struct str TOOLS[] = {STR_INIT("copy"), STR_INIT("copied"), STR_INIT("clipboard"),
                                   STR_INIT("toolbar"), STR_INIT("tools")};

/* Parts of the classes of popups that appear when the pointer is over code: Verso, Twoslash. */
static const struct str POPUPS[] = {STR_INIT("hover-info"), STR_INIT("popup-container"),
                                    STR_INIT("tooltip")};

/* ---- elements ---- */

bool listing_is_pre(uint8_t tag) {
    return tag == DOM_PRE || tag == DOM_LISTING || tag == DOM_XMP || tag == DOM_PLAINTEXT;
}

static uint32_t first_child(const struct dom *dom, uint32_t element) {
    uint32_t i = element + 1;
    while (i < dom->nodes[element].end && dom->nodes[i].kind != DOM_ELEMENT)
        i++;
    return i;
}

static bool is_root_class(const struct dom *dom, uint32_t element, struct str token) {
    for (size_t i = 0; i < N_OF(ROOTS); i++) {
        if (!str_equals(token, ROOTS[i].class))
            continue;
        uint32_t child = first_child(dom, element);
        return !ROOTS[i].child.at || (child < dom->nodes[element].end &&
                                      dom_has_class(&dom->nodes[child], ROOTS[i].child));
    }
    return false;
}

static bool holds_pre(const struct dom *dom, uint32_t element) {
    for (uint32_t i = element + 1; i < dom->nodes[element].end; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT && listing_is_pre(dom->nodes[i].tag))
            return true;
    return false;
}

/* Nodes in which to look for the end of a listing's first line, or for a label: each of several
 * nested elements may be asked about. A long line of code has some hundred. */
enum { MAX_LINE_NODES = 5000 };

/* <code> styled as a block that keeps its white space, or alone in such a block. */
static bool is_block_code(const struct dom *dom, uint32_t code) {
    const struct dom_node *node = &dom->nodes[code], *parent = &dom->nodes[node->parent];
    struct str style = dom_attribute(node, DOM_ATTR_STYLE);
    struct str class = dom_attribute(node, DOM_ATTR_CLASS);
    bool fills_box = parent->tag == DOM_DIV && node->parent + 1 == code && parent->end == node->end;
    if (fills_box && (str_holds(class, STR("language-")) || str_holds(class, STR("hljs"))))
        return true; /* ChatGPT, before 2024 */
    size_t at = str_find(style, STR("white-space"));
    if (at == style.len || !str_holds(str_between(style, at, style.len), STR("pre")))
        return false;
    for (uint32_t i = code + 1; i < node->end && i - code <= MAX_LINE_NODES; i++)
        if (dom->nodes[i].kind == DOM_TEXT && str_has_byte(dom->nodes[i].text, '\n'))
            return true;
    return false;
}

/* A quick check of a name's first letter and length. */
static bool may_be_root_name(struct str name) {
    return name.len >= STR("example").len && ascii_is_one_of(name.at[0], "sdcCjrafev");
}

bool listing_is_root(const struct dom *dom, uint32_t element) {
    const struct dom_node *node = &dom->nodes[element];
    if (listing_is_pre(node->tag))
        return true;
    if (node->tag == DOM_CODE)
        return is_block_code(dom, element);
    if (node->tag != DOM_DIV && node->tag != DOM_TABLE)
        return false;
    if (dom_has_attribute(node, DOM_ATTR_DATA_LANG) && dom_has_class(node, STR("code-block")))
        return !holds_pre(dom, element); /* Writerside */
    struct str class = dom_attribute(node, DOM_ATTR_CLASS), token;
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;)
        if (may_be_root_name(token) && is_root_class(dom, element, token))
            return true;
    return false;
}

bool listing_may_be_root(uint8_t tag) {
    return listing_is_pre(tag) || tag == DOM_CODE;
}

bool listing_may_be_root_named(uint8_t tag, struct str name) {
    if ((tag != DOM_DIV && tag != DOM_TABLE) || !may_be_root_name(name))
        return false;
    for (size_t i = 0; i < N_OF(ROOTS); i++)
        if (str_equals(name, ROOTS[i].class))
            return true;
    return str_equals(name, STR("code-block"));
}

static bool may_be_in_listing(uint8_t tag) {
    switch (tag) {
    case DOM_DIV:
    case DOM_TABLE:
    case DOM_TBODY:
    case DOM_THEAD:
    case DOM_TR:
    case DOM_TD:
    case DOM_TH:
    case DOM_OL:
    case DOM_UL:
    case DOM_LI:
    case DOM_PRE:
    case DOM_BUTTON:
    case DOM_FIGURE:
        return true;
    default:
        return !(dom_tag_traits(tag) & DOM_IS_BLOCK);
    }
}

bool listing_is_text(const struct dom *dom, uint32_t root) {
    for (uint32_t i = root + 1; i < dom->nodes[root].end; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT && !may_be_in_listing(dom->nodes[i].tag))
            return false;
    return true;
}

static bool names_line(const struct dom_node *element) {
    return element->tag == DOM_SPAN &&
           (str_holds(dom_attribute(element, DOM_ATTR_CLASS), STR("line")) ||
            str_holds(dom_attribute(element, DOM_ATTR_CLASS), STR("Line")));
}

/* Whether an element contains several lines and nothing else. */
static bool holds_lines(const struct dom *dom, uint32_t element) {
    const struct dom_node *nodes = dom->nodes;
    size_t n_lines = 0;
    for (uint32_t i = element + 1; i < nodes[element].end; i = nodes[i].end, n_lines++)
        if (nodes[i].kind != DOM_ELEMENT || !names_line(&nodes[i]))
            return false;
    return n_lines > 1;
}

uint32_t listing_lines(const struct dom *dom, uint32_t root) {
    const struct dom_node *nodes = dom->nodes;
    uint32_t lines = 0;
    for (uint32_t i = root; i < nodes[root].end; i++) {
        bool breaks =
            nodes[i].kind == DOM_TEXT ? str_has_byte(nodes[i].text, '\n') : nodes[i].tag == DOM_BR;
        if (breaks)
            return 0;
        if (!lines && nodes[i].kind == DOM_ELEMENT && (i == root || nodes[i].tag == DOM_CODE) &&
            holds_lines(dom, i))
            lines = i;
    }
    return lines;
}

/* ---- not code ---- */

/* Digits, white space and characters that separate a number from the line. */
static bool is_number_text(struct str s) {
    for (size_t i = 0; i < s.len; i++) {
        struct str rest = str_between(s, i, s.len);
        if (str_starts_with(rest, STR("&nbsp;")) || str_starts_with(rest, STR("&#160;")))
            i += STR("&nbsp;").len - 1;
        else if (str_starts_with(rest, STR("\u00A0")))
            i++;
        else if (!ascii_is_digit(s.at[i]) && !ascii_is_one_of(s.at[i], " \t\r\n.:|"))
            return false;
    }
    return true;
}

/* Whether the element's text is numbers. Each of several nested elements may be asked about, so one
 * with more nodes or text than this never qualifies: the numbers of 50,000 lines have less. */
static bool contains_only_numbers(const struct dom *dom, uint32_t element) {
    const uint32_t max_nodes = 200000;
    const size_t max_bytes = 500000;
    size_t n_bytes = 0;
    if (dom->nodes[element].end - element > max_nodes)
        return false;
    for (uint32_t i = element + 1; i < dom->nodes[element].end; i++) {
        n_bytes += dom->nodes[i].kind == DOM_TEXT ? dom->nodes[i].text.len : 0;
        if (n_bytes > max_bytes ||
            (dom->nodes[i].kind == DOM_TEXT && !is_number_text(dom->nodes[i].text)))
            return false;
    }
    return true;
}

/* A class attribute in lower case, as far as it is worth reading. */
enum { MAX_CLASS_BYTES = 256 };

static struct str lower_class(const struct dom_node *element, char space[MAX_CLASS_BYTES]) {
    struct str class = utf8_first(dom_attribute(element, DOM_ATTR_CLASS), MAX_CLASS_BYTES);
    for (size_t i = 0; i < class.len; i++)
        space[i] = ascii_lower(class.at[i]);
    return (struct str){space, class.len};
}

/* Whether a part of a class begins at class.at[i]: "line" in "hljs-line-number", and in the
 * original case in "codeLineNumber", but not in "airline-number". */
static bool begins_part(struct str class, struct str original, size_t i) {
    return i == 0 || !ascii_is_letter(class.at[i - 1]) || class.at[i] != original.at[i];
}

/* "no-gutters", "gutter-20", "gutters-sm": the space between columns. */
static bool is_spacing(struct str class, size_t i) {
    size_t end = i + STR("gutter").len;
    if (!str_has_at(class, i, STR("gutter")))
        return false;
    if (i >= 3 && str_has_at(class, i - 3, STR("no-")))
        return true;
    return str_has_at(class, end, STR("s-")) ||
           (end + 1 < class.len && class.at[end] == '-' && ascii_is_digit(class.at[end + 1]));
}

/* Finds out whether a class names line numbers, and if so, whether only beside code. */
static bool names_gutter(struct str class, struct str original, bool *needs_code) {
    struct str token;
    bool is_named = false;
    *needs_code = false;
    for (size_t k = 0; k < N_OF(GUTTER_PARTS); k++) {
        struct str part = GUTTER_PARTS[k].name;
        size_t i = str_find(class, part);
        if (i == class.len || !begins_part(class, original, i) || is_spacing(class, i))
            continue;
        if (!GUTTER_PARTS[k].needs_code) {
            *needs_code = false;
            return true;
        }
        is_named = *needs_code = true;
    }
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;)
        if (str_any(token, GUTTERS, N_OF(GUTTERS), str_equals)) {
            *needs_code = false;
            return true;
        }
    return is_named;
}

/* Whether code follows an element, in the next cell or box. */
static bool is_before_code(const struct dom *dom, uint32_t element) {
    enum { MAX_NODES = 16, MAX_CLIMB = 3 };
    const struct dom_node *nodes = dom->nodes;
    uint32_t around = element, end = nodes[element].end + MAX_NODES;
    for (int up = 0; up < MAX_CLIMB && around; up++)
        around = nodes[around].parent;
    if (end > nodes[around].end)
        end = nodes[around].end;
    for (uint32_t i = nodes[element].end; i < end; i++)
        if (nodes[i].kind == DOM_ELEMENT &&
            (listing_is_pre(nodes[i].tag) ||
             str_holds(dom_attribute(&nodes[i], DOM_ATTR_CLASS), STR("code"))))
            return true;
    return false;
}

bool listing_is_gutter(const struct dom *dom, uint32_t element) {
    char space[MAX_CLASS_BYTES];
    bool needs_code;
    const struct dom_node *node = &dom->nodes[element];
    struct str class = dom_attribute(node, DOM_ATTR_CLASS);
    bool may_be = node->tag != DOM_DIV ||
                  str_starts_with(class, STR("line-n")) || /* GitLab, Monaco */
                  str_holds(class, STR("gutter"));         /* CodeMirror, Ace */
    return class.at && may_be && contains_only_numbers(dom, element) &&
           names_gutter(lower_class(node, space), class, &needs_code) &&
           (!needs_code || is_before_code(dom, element));
}

/* The first of several cells. */
static bool is_first_cell(const struct dom *dom, uint32_t cell) {
    const struct dom_node *nodes = dom->nodes;
    uint32_t row = nodes[cell].parent;
    return nodes[cell].tag == DOM_TD && first_child(dom, row) == cell &&
           nodes[cell].end < nodes[row].end;
}

/* "Copy code" is short; anything longer is code, whatever it is called. */
static bool is_tool(const struct dom *dom, uint32_t element, struct str class) {
    enum { MAX_LABEL_BYTES = 40 };
    size_t len = 0;
    if (!str_holds_any(class, TOOLS, N_OF(TOOLS)))
        return false;
    if (dom->nodes[element].end - element > MAX_LINE_NODES)
        return false;
    for (uint32_t i = element + 1; i < dom->nodes[element].end && len <= MAX_LABEL_BYTES; i++)
        len += dom->nodes[i].kind == DOM_TEXT ? dom->nodes[i].text.len : 0;
    return len <= MAX_LABEL_BYTES;
}

bool listing_is_furniture(const struct dom *dom, uint32_t element) {
    const struct dom_node *node = &dom->nodes[element];
    char space[MAX_CLASS_BYTES];
    if (node->tag == DOM_BUTTON)
        return true;
    struct str class = lower_class(node, space);
    if (is_tool(dom, element, class) || str_holds_any(class, POPUPS, N_OF(POPUPS)))
        return true;
    bool needs_code,
        may_number = names_gutter(class, dom_attribute(node, DOM_ATTR_CLASS), &needs_code) ||
                     is_first_cell(dom, element) ||
                     str_holds(dom_attribute(node, DOM_ATTR_STYLE), STR("user-select"));
    return may_number && contains_only_numbers(dom, element);
}

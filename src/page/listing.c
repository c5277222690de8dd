/*
 * What highlighters call the parts of a listing, as data; see listing.h.
 */
#include "page/listing.h"

#include <string.h>

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
    {STR_INIT("fragment"), STR_INIT("line")},        /* Doxygen */
    {STR_INIT("example"), STR_INIT("lean")},         /* Verso, with Lean's messages */
};

/* Parts of the classes of line numbers: Pygments, Rouge, Chroma, Hexo, hljs-line-numbers, GitHub,
 * GitLab, CodeMirror, Crayon, rustdoc, cgit, react-syntax-highlighter. */
static const struct str GUTTER_PARTS[] = {
    STR_INIT("linen"), STR_INIT("line-n"), STR_INIT("line_n"),    STR_INIT("gutter"),
    STR_INIT("ln-n"),  STR_INIT("lnt"),    STR_INIT("crayon-num")};

/* Whole classes of line numbers. */
static const struct str GUTTERS[] = {STR_INIT("ln"), STR_INIT("lno"), STR_INIT("blob-num"),
                                     STR_INIT("diff-line-num"), STR_INIT("lnlinks")};

/* Parts of the classes of controls laid over a listing. */
static const struct str TOOLS[] = {STR_INIT("copy"), STR_INIT("copied"), STR_INIT("clipboard"),
                                   STR_INIT("toolbar"), STR_INIT("tools")};

/* Parts of the classes of popups that appear when the pointer is over code: Verso, Twoslash. */
static const struct str POPUPS[] = {STR_INIT("hover-info"), STR_INIT("popup-container"),
                                    STR_INIT("tooltip")};

/* What precedes the language in a class; longer ones first. HTML's own suggestion and highlight.js,
 * MediaWiki, GitHub, Sphinx (after "highlight-"), Google's Prettify. */
static const struct str PREFIXES[] = {
    STR_INIT("language-"),       STR_INIT("mw-highlight-lang-"),
    STR_INIT("lang-"),           STR_INIT("highlight-source-"),
    STR_INIT("highlight-text-"), STR_INIT("lang:"),
    STR_INIT("brush:"),
};

/* Prefixes that something other than a language may follow ("highlight-wrapper"). */
static const struct str LOOSE_PREFIXES[] = {STR_INIT("highlight-"), STR_INIT("geshifilter-"),
                                            STR_INIT("sh_"), STR_INIT("code-")};

/* Names that are not languages. */
static const struct str NO_LANGUAGES[] = {
    STR_INIT("none"), STR_INIT("default"),     STR_INIT("undefined"), STR_INIT("null"),
    STR_INIT("auto"), STR_INIT("nohighlight"), STR_INIT("plaintext")};

/* Languages by the names that highlighters use, for classes without a prefix: sorted. */
static const struct str LANGUAGES[] = {
    STR_INIT("abap"),       STR_INIT("actionscript"), STR_INIT("ada"),      STR_INIT("apache"),
    STR_INIT("apex"),       STR_INIT("applescript"),  STR_INIT("arduino"),  STR_INIT("asm"),
    STR_INIT("assembly"),   STR_INIT("astro"),        STR_INIT("awk"),      STR_INIT("bash"),
    STR_INIT("bat"),        STR_INIT("batch"),        STR_INIT("bibtex"),   STR_INIT("c"),
    STR_INIT("c#"),         STR_INIT("c++"),          STR_INIT("clojure"),  STR_INIT("cmake"),
    STR_INIT("cobol"),      STR_INIT("coffeescript"), STR_INIT("console"),  STR_INIT("cpp"),
    STR_INIT("crystal"),    STR_INIT("cs"),           STR_INIT("csharp"),   STR_INIT("css"),
    STR_INIT("csv"),        STR_INIT("cuda"),         STR_INIT("cython"),   STR_INIT("d"),
    STR_INIT("dart"),       STR_INIT("diff"),         STR_INIT("docker"),   STR_INIT("dockerfile"),
    STR_INIT("dot"),        STR_INIT("elixir"),       STR_INIT("elm"),      STR_INIT("erb"),
    STR_INIT("erlang"),     STR_INIT("f#"),           STR_INIT("fish"),     STR_INIT("fortran"),
    STR_INIT("fsharp"),     STR_INIT("gherkin"),      STR_INIT("glsl"),     STR_INIT("go"),
    STR_INIT("golang"),     STR_INIT("gradle"),       STR_INIT("graphql"),  STR_INIT("groovy"),
    STR_INIT("haml"),       STR_INIT("handlebars"),   STR_INIT("haskell"),  STR_INIT("hcl"),
    STR_INIT("hlsl"),       STR_INIT("html"),         STR_INIT("http"),     STR_INIT("ini"),
    STR_INIT("java"),       STR_INIT("javascript"),   STR_INIT("jinja"),    STR_INIT("js"),
    STR_INIT("json"),       STR_INIT("json5"),        STR_INIT("jsonc"),    STR_INIT("jsx"),
    STR_INIT("julia"),      STR_INIT("kotlin"),       STR_INIT("kql"),      STR_INIT("latex"),
    STR_INIT("lean"),       STR_INIT("less"),         STR_INIT("lisp"),     STR_INIT("log"),
    STR_INIT("lua"),        STR_INIT("makefile"),     STR_INIT("markdown"), STR_INIT("mathematica"),
    STR_INIT("matlab"),     STR_INIT("mdx"),          STR_INIT("mermaid"),  STR_INIT("mysql"),
    STR_INIT("nginx"),      STR_INIT("nim"),          STR_INIT("nix"),      STR_INIT("objective-c"),
    STR_INIT("objectivec"), STR_INIT("ocaml"),        STR_INIT("octave"),   STR_INIT("pascal"),
    STR_INIT("perl"),       STR_INIT("pgsql"),        STR_INIT("php"),      STR_INIT("plsql"),
    STR_INIT("postgresql"), STR_INIT("powershell"),   STR_INIT("prisma"),   STR_INIT("prolog"),
    STR_INIT("properties"), STR_INIT("protobuf"),     STR_INIT("puppet"),   STR_INIT("py"),
    STR_INIT("pycon"),      STR_INIT("python"),       STR_INIT("python3"),  STR_INIT("qml"),
    STR_INIT("r"),          STR_INIT("racket"),       STR_INIT("regex"),    STR_INIT("rst"),
    STR_INIT("ruby"),       STR_INIT("rust"),         STR_INIT("sass"),     STR_INIT("scala"),
    STR_INIT("scheme"),     STR_INIT("scss"),         STR_INIT("sh"),       STR_INIT("shell"),
    STR_INIT("solidity"),   STR_INIT("sql"),          STR_INIT("svelte"),   STR_INIT("swift"),
    STR_INIT("tcl"),        STR_INIT("terraform"),    STR_INIT("tex"),      STR_INIT("toml"),
    STR_INIT("ts"),         STR_INIT("tsx"),          STR_INIT("twig"),     STR_INIT("typescript"),
    STR_INIT("vb"),         STR_INIT("vba"),          STR_INIT("vbnet"),    STR_INIT("verilog"),
    STR_INIT("vhdl"),       STR_INIT("vim"),          STR_INIT("vue"),      STR_INIT("wasm"),
    STR_INIT("wgsl"),       STR_INIT("xml"),          STR_INIT("xquery"),   STR_INIT("yaml"),
    STR_INIT("yml"),        STR_INIT("zig"),          STR_INIT("zsh"),
};

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
    for (uint32_t i = code + 1; i < node->end; i++)
        if (dom->nodes[i].kind == DOM_TEXT && str_has_byte(dom->nodes[i].text, '\n'))
            return true;
    return false;
}

/* A quick check of a name's first letter and length. */
static bool may_be_root_name(struct str name) {
    return name.len >= STR("example").len && ascii_is_one_of(name.at[0], "sdcCjrafe");
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

static bool contains_only_numbers(const struct dom *dom, uint32_t element) {
    for (uint32_t i = element + 1; i < dom->nodes[element].end; i++)
        if (dom->nodes[i].kind == DOM_TEXT && !is_number_text(dom->nodes[i].text))
            return false;
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

static bool names_gutter(struct str class) {
    struct str token;
    if (str_holds_any(class, GUTTER_PARTS, N_OF(GUTTER_PARTS)))
        return true;
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;)
        for (size_t i = 0; i < N_OF(GUTTERS); i++)
            if (str_equals(token, GUTTERS[i]))
                return true;
    return false;
}

bool listing_is_gutter(const struct dom *dom, uint32_t element) {
    char space[MAX_CLASS_BYTES];
    return dom_has_attribute(&dom->nodes[element], DOM_ATTR_CLASS) &&
           contains_only_numbers(dom, element) &&
           names_gutter(lower_class(&dom->nodes[element], space));
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
    bool may_number = names_gutter(class) || is_first_cell(dom, element) ||
                      str_holds(dom_attribute(node, DOM_ATTR_STYLE), STR("user-select"));
    return may_number && contains_only_numbers(dom, element);
}

static int compare(struct str a, struct str b) {
    size_t len = a.len < b.len ? a.len : b.len;
    int order = memcmp(a.at, b.at, len);
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool listing_is_language(struct str text) {
    size_t low = 0, high = N_OF(LANGUAGES);
    char space[16];
    if (text.len == 0 || text.len > sizeof space)
        return false;
    for (size_t i = 0; i < text.len; i++)
        space[i] = ascii_lower(text.at[i]);
    struct str name = {space, text.len};
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(LANGUAGES[middle], name);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* The labels of a listing's buttons, longer ones first. */
static const struct str LABELS[] = {
    STR_INIT("copy to clipboard"),
    STR_INIT("toggle word wrap"),
    STR_INIT("copier le code"),
    STR_INIT("code kopieren"),
    STR_INIT("copy snippet"),
    STR_INIT("copy command"),
    STR_INIT("copy code"),
    STR_INIT("copy link"),
    STR_INIT("download"),
    STR_INIT("kopieren"),
    STR_INIT("expand"),
    STR_INIT("copied"),
    STR_INIT("copier"),
    STR_INIT("copiar"),
    STR_INIT("copy"),
    STR_INIT("wrap"),
    STR_INIT("raw"),
};

/* The length of the label at the start of `text`, or 0. */
static size_t label_at_start(struct str text) {
    for (size_t i = 0; i < N_OF(LABELS); i++)
        if (str_starts_with_lower(text, LABELS[i]))
            return LABELS[i].len;
    return 0;
}

/* The length of the language at the start of `text` that is followed by a label. */
static size_t language_at_start(struct str text) {
    enum { LONGEST = 16 };
    for (size_t len = text.len < LONGEST ? text.len : LONGEST; len > 0; len--)
        if (listing_is_language(str_between(text, 0, len)) &&
            label_at_start(str_trim(str_between(text, len, text.len))))
            return len;
    return 0;
}

bool listing_is_copy_label(struct str text) {
    enum { MAX_BYTES = 60 };
    bool has_label = false;
    if (text.len == 0 || text.len > MAX_BYTES)
        return false;
    size_t at = language_at_start(text);
    while (at < text.len) {
        size_t len = label_at_start(str_between(text, at, text.len));
        has_label |= len > 0;
        if (len == 0 && ascii_is_alphanumeric(text.at[at]))
            return false;
        at += len ? len : 1;
    }
    return has_label;
}

/* ---- languages ---- */

static bool is_name_char(char c) {
    return ascii_is_alphanumeric(c) || ascii_is_one_of(c, "+#.-_");
}

/* `s` if it can be the name of a language. */
static struct str as_language(struct str s) {
    enum { LONGEST = 30 }; /* "javascript+django" is long; nothing longer is a language */
    while (s.len && s.at[s.len - 1] == ';')
        s.len--;
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

/* The language that a prefix in the class `token` announces; `next` is the class after it. */
static struct str prefixed_language(struct str token, struct str next) {
    for (size_t i = 0; i < N_OF(PREFIXES); i++) {
        if (!str_starts_with(token, PREFIXES[i]))
            continue;
        struct str rest = str_between(token, PREFIXES[i].len, token.len);
        return as_language(rest.len ? rest : next); /* "brush: js" */
    }
    for (size_t i = 0; i < N_OF(LOOSE_PREFIXES); i++) {
        struct str rest = str_between(token, LOOSE_PREFIXES[i].len, token.len);
        if (str_starts_with(token, LOOSE_PREFIXES[i]) && listing_is_language(rest))
            return rest;
    }
    return STR_NONE;
}

static struct str language_of_class(struct str class) {
    struct str token, bare = STR_NONE;
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;) {
        size_t ahead = at;
        struct str language = prefixed_language(token, dom_next_name(class, &ahead));
        if (language.at)
            return language;
        if (!bare.at && listing_is_language(token))
            bare = token; /* "hljs python", "sourceCode haskell" */
        else if (!bare.at && str_equals(token, STR("jscript")))
            bare = STR("javascript"); /* SyntaxHighlighter's name for it */
    }
    return bare;
}

static struct str language_of_element(const struct dom_node *element) {
    enum {
        MOST_BYTES = 1000
    }; /* of a class attribute; each <pre> reads those of its element
          again */
    struct str class = utf8_first(dom_attribute(element, DOM_ATTR_CLASS), MOST_BYTES);
    struct str language = class.at ? language_of_class(class) : STR_NONE;
    struct str named = str_trim(dom_attribute(element, DOM_ATTR_DATA_LANG));
    if (!language.at && str_holds(named, STR("brush: "))) /* Confluence */
        language = language_of_class(named);
    if (!language.at)
        language = as_language(named);
    if (!language.at && listing_is_pre(element->tag)) /* GitHub's <pre lang="js"> */
        language = as_language(dom_attribute(element, DOM_ATTR_LANG));
    return language;
}

/* A label in the listing's header: "bash", perhaps followed by a copy button. */
static struct str label_before(const struct dom *dom, uint32_t root) {
    enum { REACH = 24 }; /* nodes; a header has an icon, a label and a button in wrappers */
    const struct dom_node *nodes = dom->nodes;
    uint32_t wrapper = nodes[nodes[root].parent].parent;
    for (uint32_t i = root - 1, n = 0; root && i > wrapper && n < REACH; i--, n++) {
        struct str text = nodes[i].kind == DOM_TEXT ? str_trim(nodes[i].text) : STR_NONE;
        if (listing_is_language(text))
            return text;
        if (text.len && !listing_is_copy_label(text))
            return STR_NONE;
    }
    return STR_NONE;
}

struct str listing_language(const struct dom *dom, uint32_t root) {
    enum { WITHIN = 4, AROUND = 3 }; /* <pre><span></span><code>; <figure class><div><div><pre> */
    const struct dom_node *nodes = dom->nodes;
    struct str language = language_of_element(&nodes[root]);
    for (uint32_t i = root + 1; !language.at && i < nodes[root].end && i <= root + WITHIN; i++)
        if (nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_CODE)
            language = language_of_element(&nodes[i]);
    uint32_t outer = root;
    for (int up = 0; !language.at && outer != 0 && up < AROUND; up++) {
        outer = nodes[outer].parent;
        if (nodes[outer].tag != DOM_BODY)
            language = language_of_element(&nodes[outer]);
    }
    return language.at ? language : label_before(dom, root);
}

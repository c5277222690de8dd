/*
 * Names of languages, and where highlighters write them; see listing_language.h.
 */
#include "page/listing_language.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "page/listing.h"

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
                                            STR_INIT("sh_"), STR_INIT("code-"), STR_INIT("hl-")};

/* Names that are not languages. */
static const struct str NO_LANGUAGES[] = {
    STR_INIT("none"), STR_INIT("default"),     STR_INIT("undefined"), STR_INIT("null"),
    STR_INIT("auto"), STR_INIT("nohighlight"), STR_INIT("plaintext")};

/* Languages by the names that highlighters use, for classes without a prefix: sorted. */
static const struct str LANGUAGES[] = {
    STR_INIT("abap"),        STR_INIT("actionscript"),
    STR_INIT("ada"),         STR_INIT("apache"),
    STR_INIT("apex"),        STR_INIT("applescript"),
    STR_INIT("arduino"),     STR_INIT("asm"),
    STR_INIT("assembly"),    STR_INIT("astro"),
    STR_INIT("awk"),         STR_INIT("bash"),
    STR_INIT("bat"),         STR_INIT("batch"),
    STR_INIT("bibtex"),      STR_INIT("c"),
    STR_INIT("c#"),          STR_INIT("c++"),
    STR_INIT("clojure"),     STR_INIT("cmake"),
    STR_INIT("cobol"),       STR_INIT("coffeescript"),
    STR_INIT("console"),     STR_INIT("cpp"),
    STR_INIT("crystal"),     STR_INIT("cs"),
    STR_INIT("csharp"),      STR_INIT("css"),
    STR_INIT("csv"),         STR_INIT("cuda"),
    STR_INIT("cython"),      STR_INIT("d"),
    STR_INIT("dart"),        STR_INIT("diff"),
    STR_INIT("docker"),      STR_INIT("dockerfile"),
    STR_INIT("dot"),         STR_INIT("elixir"),
    STR_INIT("elm"),         STR_INIT("erb"),
    STR_INIT("erlang"),      STR_INIT("f#"),
    STR_INIT("fish"),        STR_INIT("fortran"),
    STR_INIT("fsharp"),      STR_INIT("gherkin"),
    STR_INIT("glsl"),        STR_INIT("go"),
    STR_INIT("golang"),      STR_INIT("gradle"),
    STR_INIT("graphql"),     STR_INIT("groovy"),
    STR_INIT("haml"),        STR_INIT("handlebars"),
    STR_INIT("haskell"),     STR_INIT("hcl"),
    STR_INIT("hlsl"),        STR_INIT("html"),
    STR_INIT("http"),        STR_INIT("ini"),
    STR_INIT("ipython"),     STR_INIT("ipython2"),
    STR_INIT("ipython3"),    STR_INIT("java"),
    STR_INIT("javascript"),  STR_INIT("jinja"),
    STR_INIT("js"),          STR_INIT("json"),
    STR_INIT("json5"),       STR_INIT("jsonc"),
    STR_INIT("jsx"),         STR_INIT("julia"),
    STR_INIT("kotlin"),      STR_INIT("kql"),
    STR_INIT("latex"),       STR_INIT("lean"),
    STR_INIT("less"),        STR_INIT("lisp"),
    STR_INIT("log"),         STR_INIT("lua"),
    STR_INIT("makefile"),    STR_INIT("markdown"),
    STR_INIT("mathematica"), STR_INIT("matlab"),
    STR_INIT("mdx"),         STR_INIT("mermaid"),
    STR_INIT("mysql"),       STR_INIT("nginx"),
    STR_INIT("nim"),         STR_INIT("nix"),
    STR_INIT("objective-c"), STR_INIT("objectivec"),
    STR_INIT("ocaml"),       STR_INIT("octave"),
    STR_INIT("pascal"),      STR_INIT("perl"),
    STR_INIT("pgsql"),       STR_INIT("php"),
    STR_INIT("plsql"),       STR_INIT("postgresql"),
    STR_INIT("powershell"),  STR_INIT("prisma"),
    STR_INIT("prolog"),      STR_INIT("properties"),
    STR_INIT("protobuf"),    STR_INIT("puppet"),
    STR_INIT("py"),          STR_INIT("pycon"),
    STR_INIT("python"),      STR_INIT("python3"),
    STR_INIT("qml"),         STR_INIT("r"),
    STR_INIT("racket"),      STR_INIT("regex"),
    STR_INIT("rst"),         STR_INIT("ruby"),
    STR_INIT("rust"),        STR_INIT("sass"),
    STR_INIT("scala"),       STR_INIT("scheme"),
    STR_INIT("scss"),        STR_INIT("sh"),
    STR_INIT("shell"),       STR_INIT("solidity"),
    STR_INIT("sql"),         STR_INIT("svelte"),
    STR_INIT("swift"),       STR_INIT("tcl"),
    STR_INIT("terraform"),   STR_INIT("tex"),
    STR_INIT("toml"),        STR_INIT("ts"),
    STR_INIT("tsx"),         STR_INIT("twig"),
    STR_INIT("typescript"),  STR_INIT("vb"),
    STR_INIT("vba"),         STR_INIT("vbnet"),
    STR_INIT("verilog"),     STR_INIT("vhdl"),
    STR_INIT("vim"),         STR_INIT("vue"),
    STR_INIT("wasm"),        STR_INIT("wgsl"),
    STR_INIT("xml"),         STR_INIT("xquery"),
    STR_INIT("yaml"),        STR_INIT("yml"),
    STR_INIT("zig"),         STR_INIT("zsh"),
};

static int compare(struct str a, struct str b) {
    size_t len = a.len < b.len ? a.len : b.len;
    int order = memcmp(a.at, b.at, len);
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The name in the table that is `text` in lower case, or STR_NONE. */
static struct str known_language(struct str text) {
    size_t low = 0, high = N_OF(LANGUAGES);
    char space[16];
    if (text.len == 0 || text.len > sizeof space)
        return STR_NONE;
    for (size_t i = 0; i < text.len; i++)
        space[i] = ascii_lower(text.at[i]);
    struct str name = {space, text.len};
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(LANGUAGES[middle], name);
        if (order == 0)
            return LANGUAGES[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return STR_NONE;
}

bool listing_is_language(struct str text) {
    return known_language(text).at != NULL;
}

/* The labels of a listing's buttons, longer ones first. */
static const struct str LABELS[] = {
    STR_INIT("copy to clipboard"),
    STR_INIT("toggle word wrap"),
    STR_INIT("copier le code"),
    STR_INIT("code kopieren"),
    STR_INIT("copy snippet"),
    STR_INIT("tout s\u00E9lectionner"), /* phpBB */
    STR_INIT("seleccionar todo"),
    STR_INIT("alles ausw\u00E4hlen"),
    STR_INIT("select all"),
    STR_INIT("code:"),
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
    return str_any(s, NO_LANGUAGES, N_OF(NO_LANGUAGES), str_equals_lower) ? STR_NONE : s;
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
        if (!str_starts_with(token, LOOSE_PREFIXES[i]))
            continue;
        struct str rest = str_between(token, LOOSE_PREFIXES[i].len, token.len);
        if (listing_is_language(rest))
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
    struct str known = known_language(language); /* "Python" of a gist */
    return known.at ? known : language;
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

static bool is_part_of_table(uint8_t tag) {
    return tag == DOM_TD || tag == DOM_TR || tag == DOM_TBODY || tag == DOM_TABLE;
}

struct str listing_language(const struct dom *dom, uint32_t root) {
    /* <pre><span></span><code>; <figure class><div><div><pre>, not counting a table */
    enum { WITHIN = 4, AROUND = 3, MAX_UP = 8 };
    const struct dom_node *nodes = dom->nodes;
    struct str language = language_of_element(&nodes[root]);
    for (uint32_t i = root + 1; !language.at && i < nodes[root].end && i <= root + WITHIN; i++)
        if (nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_CODE)
            language = language_of_element(&nodes[i]);
    uint32_t outer = root;
    for (int up = 0, n = 0; !language.at && outer != 0 && up < AROUND && n < MAX_UP; n++) {
        outer = nodes[outer].parent;
        if (nodes[outer].tag != DOM_BODY)
            language = language_of_element(&nodes[outer]);
        up += !is_part_of_table(nodes[outer].tag);
    }
    if (str_starts_with(language, STR("ipython")))
        return STR("python");
    return language.at ? language : label_before(dom, root);
}

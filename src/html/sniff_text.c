/*
 * Recognizes text that is not a page by its structure: JSON, feeds and other XML, mail, source
 * code. See sniff.h.
 */
#include "base/ascii.h"
#include "html/element.h"
#include "html/sniff.h"

static struct str without_mark(struct str s) {
    return str_starts_with(s, STR("\xEF\xBB\xBF")) ? str_between(s, 3, s.len) : s;
}

static struct str skip_space(struct str s) {
    size_t i = 0;
    while (i < s.len && ascii_is_space(s.at[i]))
        i++;
    return str_between(s, i, s.len);
}

static struct str skip(struct str s, size_t n) {
    return str_between(s, n < s.len ? n : s.len, s.len);
}

/* ---- JSON ---- */

/* What follows the string at the start of `s`, white space skipped; empty if there is no string. */
static struct str skip_string(struct str s) {
    size_t i = 1;
    if (s.len == 0 || s.at[0] != '"')
        return STR("");
    while (i < s.len && s.at[i] != '"' && s.at[i] != '\n')
        i += s.at[i] == '\\' ? 2 : 1;
    return i < s.len && s.at[i] == '"' ? skip_space(skip(s, i + 1)) : STR("");
}

/* {"key": or {} */
static bool begins_object(struct str s) {
    s = skip_space(skip(s, 1));
    if (s.len > 0 && s.at[0] == '}')
        return skip_space(skip(s, 1)).len == 0;
    s = skip_string(s);
    return s.len > 0 && s.at[0] == ':';
}

/* [{"key": or ["string", or [1, or [[ of these. "[1]" is how a footnote begins. */
static bool begins_array(struct str s) {
    for (unsigned depth = 0; depth < 8 && s.len > 0 && s.at[0] == '['; depth++)
        s = skip_space(skip(s, 1));
    if (s.len > 0 && s.at[0] == '{')
        return begins_object(s);
    if (s.len > 0 && s.at[0] == '"') {
        s = skip_string(s);
        return s.len > 0 && ascii_is_one_of(s.at[0], ",]");
    }
    size_t i = 0;
    while (i < s.len && (ascii_is_digit(s.at[i]) || ascii_is_one_of(s.at[i], "-.eE")))
        i++;
    s = skip_space(skip(s, i));
    return i > 0 && s.len > 0 && s.at[0] == ',';
}

/* ---- XML ---- */

/* Skips what may come before an XML document's root: declaration, comments, doctype. */
static struct str skip_prolog(struct str s) {
    for (s = skip_space(s); s.len > 1 && s.at[0] == '<' && ascii_is_one_of(s.at[1], "?!");
         s = skip_space(s)) {
        bool is_comment = str_starts_with(s, STR("<!--"));
        struct str end = is_comment ? STR("-->") : STR(">");
        size_t at = str_find(s, end);
        s = skip(s, at + end.len);
    }
    return s;
}

/* The name of the tag at the start of `s`. */
static struct str tag_name(struct str s) {
    size_t i = 1;
    while (i < s.len && (ascii_is_alphanumeric(s.at[i]) || ascii_is_one_of(s.at[i], ":_-.")))
        i++;
    return s.len > 1 && s.at[0] == '<' && ascii_is_letter(s.at[1]) ? str_between(s, 1, i) : STR("");
}

static bool is_html_element(struct str name) {
    for (size_t i = 0; i < ELEMENT_N; i++)
        if (str_equals_lower(name, element_names[i]))
            return true;
    return false;
}

/* Root elements that show what an XML document is, with or without an XML declaration. */
static const struct {
    struct str root;
    struct sniffed is;
} roots[] = {
    {STR_INIT("rss"), {"application/rss+xml", "an RSS feed"}},
    {STR_INIT("rdf:RDF"), {"application/rdf+xml", "an RDF document or RSS feed"}},
    {STR_INIT("feed"), {"application/atom+xml", "an Atom feed"}},
    {STR_INIT("urlset"), {"application/x-sitemap+xml", "a sitemap"}},
    {STR_INIT("sitemapindex"), {"application/x-sitemap+xml", "a sitemap"}},
    {STR_INIT("opml"), {"text/x-opml", "an OPML outline"}},
    {STR_INIT("plist"), {"application/x-plist", "a property list"}},
    {STR_INIT("kml"), {"application/vnd.google-earth.kml+xml", "a KML map"}},
    {STR_INIT("gpx"), {"application/gpx+xml", "a GPX track"}},
};

/* Whether it is only an image: pages may begin with one too. */
static bool is_svg_alone(struct str s) {
    size_t end = s.len;
    while (end > 0 && ascii_is_space(s.at[end - 1]))
        end--;
    return str_ends_with(str_between(s, 0, end), STR("</svg>")) &&
           str_holds(str_before(s, '>'), STR("http://www.w3.org/2000/svg"));
}

/* How far to look for the root of an XML document: far enough for a doctype with entities. */
enum { PROLOG_BYTES = 16 << 10 };

static const struct sniffed *sniff_xml(struct str text) {
    static const struct sniffed svg = {"image/svg+xml", "an SVG image"};
    static const struct sniffed other = {"application/xml", "an XML document"};
    struct str head =
        str_between(text, 0, text.len < PROLOG_BYTES ? text.len : (size_t)PROLOG_BYTES);
    struct str root = skip_prolog(head);
    struct str name = tag_name(root);
    for (size_t i = 0; i < N_OF(roots); i++)
        if (str_equals(name, roots[i].root))
            return &roots[i].is;
    if (str_equals(name, STR("svg")))
        return is_svg_alone(skip(text, (size_t)(root.at - text.at))) ? &svg : NULL;
    bool is_other = str_starts_with(head, STR("<?xml")) && name.len > 0 && !is_html_element(name) &&
                    !str_holds(head, STR("http://www.w3.org/1999/xhtml"));
    return is_other ? &other : NULL;
}

/* ---- mail ---- */

/* Header fields that an email message or MHTML archive has, and the first lines of a dump do
 * not. */
static bool is_mail_field(struct str name) {
    static const struct str names[] = {
        STR_INIT("mime-version"),    STR_INIT("received"),
        STR_INIT("return-path"),     STR_INIT("message-id"),
        STR_INIT("delivered-to"),    STR_INIT("snapshot-content-location"),
        STR_INIT("x-mozilla-status")};
    return str_any(name, names, N_OF(names), str_equals_lower);
}

/* "Name: value", or the continuation of such a line. */
static bool is_header_line(struct str line, struct str *name) {
    *name = STR("");
    if (line.len > 0 && ascii_is_one_of(line.at[0], " \t"))
        return true;
    size_t i = 0;
    while (i < line.len && (ascii_is_alphanumeric(line.at[i]) || ascii_is_one_of(line.at[i], "-_")))
        i++;
    *name = str_between(line, 0, i);
    return i > 0 && i < line.len && line.at[i] == ':';
}

bool sniff_is_mail(struct str text) {
    bool found = false;
    size_t at = 0;
    text = without_mark(text);
    if (str_starts_with(text, STR("From ")))
        str_next_line(text, &at); /* as mailboxes separate messages */
    for (unsigned n = 0; n < 100 && at < text.len; n++) {
        struct str name, line = str_next_line(text, &at);
        if (str_trim(line).len == 0)
            return found && n > 0;
        if (!is_header_line(line, &name))
            return false;
        found = found || is_mail_field(name);
    }
    return found;
}

/* ---- source code ---- */

static bool starts_with_any(struct str line, const struct str *starts, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_starts_with(line, starts[i]))
            return true;
    return false;
}

/* Lines typical of programs and style sheets, but not of prose. */
static bool is_code_line(struct str line) {
    static const struct str starts[] = {
        STR_INIT("#include"), STR_INIT("#define"), STR_INIT("#if"),     STR_INIT("#endif"),
        STR_INIT("//"),       STR_INIT("/*"),      STR_INIT("* "),      STR_INIT("*/"),
        STR_INIT("def "),     STR_INIT("import "), STR_INIT("from "),   STR_INIT("return"),
        STR_INIT("if ("),     STR_INIT("for ("),   STR_INIT("while ("), STR_INIT("elif "),
        STR_INIT("else:"),    STR_INIT("try:"),    STR_INIT("@"),       STR_INIT("\"\"\""),
        STR_INIT("self.")};
    static const struct str ends[] = {STR_INIT(";"),  STR_INIT("{"),  STR_INIT("}"),
                                      STR_INIT("},"), STR_INIT("):"), STR_INIT("})"),
                                      STR_INIT("()"), STR_INIT("*/")};
    if (starts_with_any(line, starts, N_OF(starts)))
        return true;
    for (size_t i = 0; i < N_OF(ends); i++)
        if (str_ends_with(line, ends[i]))
            return true;
    return str_holds(line, STR(" = ")) || str_holds(line, STR("+="));
}

enum {
    CODE_BYTES = 16 << 10, /* how far to look for code */
    MIN_CODE_LINES = 5     /* fewer prove nothing */
};

/* In a hundred lines of code, 35 to 95 look like it; in the dump of a documentation page 27 at
 * most, in the examples alone on one page 56. The beginning of a file also counts. */
static size_t min_code_percent(struct str text) {
    static const struct str starts[] = {
        STR_INIT("/*"),       STR_INIT("//"),       STR_INIT("#include"), STR_INIT("import "),
        STR_INIT("package "), STR_INIT("\"\"\""),   STR_INIT("'use "),    STR_INIT("\"use "),
        STR_INIT("@import"),  STR_INIT("@charset"), STR_INIT("const ")};
    return starts_with_any(text, starts, N_OF(starts)) ? 35 : 60;
}

static bool is_code(struct str text) {
    size_t n_lines = 0, n_code = 0;
    for (size_t at = 0; at < text.len;) {
        struct str line = str_trim(str_next_line(text, &at));
        n_lines += line.len > 0;
        n_code += line.len > 0 && is_code_line(line);
    }
    return n_code >= MIN_CODE_LINES && n_code * 100 >= n_lines * min_code_percent(text);
}

static bool has_tags(struct str text) {
    for (size_t i = str_find_byte(text, 0, '<'); i + 1 < text.len;
         i = str_find_byte(text, i + 1, '<')) {
        char next = text.at[i + 1];
        bool is_end = next == '/' && i + 2 < text.len && ascii_is_letter(text.at[i + 2]);
        if (is_end || next == '!')
            return true;
    }
    return false;
}

const struct sniffed *sniff_source_code(struct str text) {
    static const struct sniffed code = {"text/x-source", "source code"};
    text = skip_space(without_mark(text));
    struct str head = str_between(text, 0, text.len < CODE_BYTES ? text.len : (size_t)CODE_BYTES);
    bool is_php = str_starts_with(head, STR("<?php")) || str_starts_with(head, STR("<?="));
    if (has_tags(head) || (!is_php && str_starts_with(head, STR("<"))))
        return NULL;
    return is_php || is_code(head) ? &code : NULL;
}

/* ---- all of them ---- */

const struct sniffed *sniff_structured_text(struct str text) {
    static const struct sniffed json = {"application/json", "JSON"};
    static const struct sniffed mail = {"message/rfc822", "a mail"};
    text = without_mark(text);
    struct str s = skip_space(text);
    if (s.len == 0)
        return NULL;
    if (s.at[0] == '{' && begins_object(s))
        return &json;
    if (s.at[0] == '[' && begins_array(s))
        return &json;
    if (s.at[0] == '<')
        return sniff_xml(s);
    return sniff_is_mail(text) ? &mail : NULL;
}

/* html.c: the output for each kind of element, and that only its allow-list gets through, whatever
 * the page contains. */
#include "render_page.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include <gumbo.h>

static void blocks_are_written_by_kind(void **state) {
    static const struct render_case CASES[] = {
        {"<div>A &amp; b<br>c &lt;d> \"e\"</div>",
         "<p>A &amp; b<br>\nc &lt;d&gt; &quot;e&quot;</p>\n"},
        {"<h2>A <b>b</b></h2>", "<h2>A b</h2>\n"},
        {"<p>A<blockquote>B<p>C</blockquote>",
         "<p>A</p>\n<blockquote>\n<p>B</p>\n<p>C</p>\n</blockquote>\n"},
        {"<pre class=language-c>\n x &lt;\n\ny</pre>",
         "<pre><code class=\"language-c\"> x &lt;\n\ny</code></pre>\n"},
        {"<pre><p>a</p><p>b</p></pre>", "<pre><code>a\nb</code></pre>\n"},
        {"", ""},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

static void lists_are_tight_or_hold_paragraphs(void **state) {
    static const struct render_case CASES[] = {
        {"<ul><li>A<li>B</ul>", "<ul>\n<li>A</li>\n<li>B</li>\n</ul>\n"},
        {"<ol><li>A</ol>", "<ol>\n<li>A</li>\n</ol>\n"},
        {"<ol start=4><li>A</ol>", "<ol start=\"4\">\n<li>A</li>\n</ol>\n"},
        {"<ul><li>A<ul><li>B</ul></ul>", "<ul>\n<li>A\n<ul>\n<li>B</li>\n</ul>\n</li>\n</ul>\n"},
        {"<ul><li><p>A<p>B<li>C</ul>",
         "<ul>\n<li><p>A</p>\n<p>B</p>\n</li>\n<li><p>C</p>\n</li>\n</ul>\n"},
        {"<dl><dt>A<dd>B</dl>", "<dl>\n<dt>A</dt>\n<dd>B</dd>\n</dl>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

static void tables_have_head_and_body(void **state) {
    static const struct render_case CASES[] = {
        {"<table><tr><th>A<th>B<tr><td>1<td><p>2<p>3<tr><td><td>4</table>",
         "<table>\n<thead>\n<tr><th>A</th><th>B</th></tr>\n</thead>\n<tbody>\n"
         "<tr><td>1</td><td>2<br>\n3</td></tr>\n<tr><td></td><td>4</td></tr>\n</tbody>\n"
         "</table>\n"},
        {"<table><tr><th>A<td>1<tr><th>B<td>2</table>",
         "<table>\n<tbody>\n<tr><th>A</th><td>1</td></tr>\n<tr><th>B</th><td>2</td></tr>\n"
         "</tbody>\n</table>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

static void marks_nest(void **state) {
    static const struct render_case CASES[] = {
        {"<p><b>a <i>b</i></b><a href='c?d&amp;e'>f <code>g</code></a>",
         "<p><strong>a <em>b</em></strong><a href=\"https://example.org/a/c?d&amp;e\">f "
         "<code>g</code></a></p>\n"},
        {"<p><b>a<i>b</b>c</i>", "<p><strong>a<em>b</em></strong><em>c</em></p>\n"},
        {"<p><a href='javascript:x'>a</a> <a href=x><a href=y>b</a></a>",
         "<p>a <a href=\"https://example.org/a/y\">b</a></p>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

static void images_are_figures(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<figure><img src='1\"2.png' alt='\"x\">'><figcaption>C <b>c</b></figcaption></figure>"
         "<p>B",
         "<p>A</p>\n<figure><img src=\"https://example.org/a/1%222.png\" alt=\"&quot;x&quot;&gt;\">"
         "<figcaption>C <strong>c</strong></figcaption></figure>\n<p>B</p>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, PITH_KEEP_IMAGES);
}

/* NFC normalization after rendering would combine ">" and U+0338. */
static void no_mark_combines_with_a_tag(void **state) {
    static const struct render_case CASES[] = {
        {"<p>\xCC\xB8 x", "<p>&#824; x</p>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

/* ---- the allow-list ---- */

enum { MAX_LINE = 1024, MAX_TEXT = 1 << 16 };

static bool is_one_of(const char *s, const char *list) {
    size_t len = strlen(s);
    for (const char *at = list; len && (at = strstr(at, s)); at += len)
        if ((at == list || at[-1] == ' ') && (at[len] == ' ' || !at[len]))
            return true;
    return false;
}

static bool is_allowed_url(const char *url, bool is_link) {
    size_t colon = strcspn(url, ":"), stop = strcspn(url, "/?#");
    for (const char *c = url; *c; c++)
        if ((unsigned char)*c <= ' ' || strchr("\"<>`\\", *c))
            return false;
    if (!url[colon] || colon > stop)
        return *url != '\0'; /* relative */
    return strncmp(url, "http://", 7) == 0 || strncmp(url, "https://", 8) == 0 ||
           (is_link && strncmp(url, "mailto:", 7) == 0);
}

static bool is_language(const char *class) {
    static const char PREFIX[] = "language-";
    if (strncmp(class, PREFIX, strlen(PREFIX)) != 0 || !class[strlen(PREFIX)])
        return false;
    for (const char *c = class; *c; c++)
        if (!isalnum((unsigned char)*c) && !strchr("+#.-_", *c))
            return false;
    return true;
}

static bool is_numbered(const char *id, const char *prefix) {
    size_t len = strlen(prefix);
    return strncmp(id, prefix, len) == 0 && id[len] &&
           strspn(id + len, "0123456789") == strlen(id + len);
}

static bool is_allowed_attribute(const char *tag, const GumboAttribute *attribute) {
    const char *name = attribute->name, *value = attribute->value;
    if (attribute->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE)
        return false;
    if (!strcmp(name, "id"))
        return (!strcmp(tag, "a") && is_numbered(value, "pith-ref-")) ||
               (!strcmp(tag, "li") && is_numbered(value, "pith-note-"));
    if (!strcmp(tag, "a"))
        return !strcmp(name, "href") && is_allowed_url(value, true);
    if (!strcmp(tag, "img"))
        return !strcmp(name, "alt") || (!strcmp(name, "src") && is_allowed_url(value, false));
    if (!strcmp(tag, "code"))
        return !strcmp(name, "class") && is_language(value);
    if (!strcmp(tag, "span"))
        return !strcmp(name, "class") &&
               (!strcmp(value, "math inline") || !strcmp(value, "math display"));
    bool is_number = *value && strspn(value, "0123456789") == strlen(value);
    return is_number && ((!strcmp(tag, "ol") && !strcmp(name, "start")) ||
                         (!strcmp(tag, "li") && !strcmp(name, "value")));
}

/* `vector` is NULL if a complaint is expected. */
static void complain(const char *name, const char *value, const char *vector) {
    if (vector)
        print_error("%s \"%s\" came out of: %s\n", name, value, vector);
}

static bool is_allowed_element(const GumboElement *element, const char *vector) {
    const char *tag = gumbo_normalized_tagname(element->tag);
    if (element->tag_namespace != GUMBO_NAMESPACE_HTML ||
        !is_one_of(tag,
                   "h1 h2 h3 h4 h5 h6 p hr blockquote ul ol li dl dt dd pre code table thead "
                   "tbody tr th td strong em a br img figure figcaption del ins mark sup sub kbd "
                   "samp var span")) {
        complain(tag, "", vector);
        return false;
    }
    for (unsigned i = 0; i < element->attributes.length; i++) {
        const GumboAttribute *attribute = element->attributes.data[i];
        if (!is_allowed_attribute(tag, attribute)) {
            complain(attribute->name, attribute->value, vector);
            return false;
        }
    }
    return true;
}

/* Appends the ASCII of a text without its white space, which tags may change. */
static void append_words(char *words, const char *text) {
    size_t len = strlen(words);
    for (; *text && len + 2 < MAX_TEXT; text++)
        if (*text > ' ' && *text < 0x7F)
            words[len++] = *text;
    words[len] = '\0';
}

static int number_in(const GumboNode *node, const char *name, int otherwise) {
    const GumboAttribute *number = gumbo_get_attribute(&node->v.element.attributes, name);
    return number ? atoi(number->value) : otherwise;
}

/* Appends the number that a browser shows before an item, as the text has it. */
static void append_number(char *words, const GumboNode *item) {
    char number[32];
    const GumboNode *list = item->parent;
    if (list->v.element.tag != GUMBO_TAG_OL)
        return;
    int n = number_in(list, "start", 1) - 1;
    for (size_t i = 0; i <= item->index_within_parent; i++) {
        const GumboNode *child = list->v.element.children.data[i];
        if (child->type == GUMBO_NODE_ELEMENT)
            n = number_in(child, "value", n + 1);
    }
    snprintf(number, sizeof number, "%d.", n);
    append_words(words, number);
}

static GumboNode *next_node(GumboNode *node, const GumboNode *root) {
    if (node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length)
        return node->v.element.children.data[0];
    while (node != root) {
        const GumboVector *siblings = &node->parent->v.element.children;
        if (node->index_within_parent + 1 < siblings->length)
            return siblings->data[node->index_within_parent + 1];
        node = node->parent;
    }
    return NULL;
}

/* Whether the HTML contains only what is allowed; appends its text to `words`. */
static bool is_clean(const char *html, const char *vector, char *words) {
    GumboOutput *output = gumbo_parse(html);
    GumboNode *body = output->root->v.element.children.data[1], *node = body;
    bool good =
        output->root->v.element.attributes.length == 0 && body->v.element.attributes.length == 0 &&
        ((GumboNode *)output->root->v.element.children.data[0])->v.element.children.length == 0;
    *words = '\0';
    while (good && (node = next_node(node, body))) {
        if (node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_LI)
            append_number(words, node);
        if (node->type == GUMBO_NODE_ELEMENT)
            good = is_allowed_element(&node->v.element, vector);
        else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            append_words(words, node->v.text.text);
        else
            good = false;
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    if (!good)
        complain("HTML", html, vector);
    return good;
}

/* Converts the escapes of a line to the bytes they represent. */
static size_t unescape(char *line) {
    char *to = line;
    for (const char *from = line; *from; from++) {
        unsigned byte;
        if (*from != '\\') {
            *to++ = *from;
            continue;
        }
        from++;
        if (*from == 'x' && sscanf(from + 1, "%2x", &byte) == 1) {
            *to++ = (char)byte;
            from += 2;
        } else {
            *to++ = *from == 'n' ? '\n' : *from == 't' ? '\t' : *from;
        }
    }
    *to = '\0';
    return (size_t)(to - line);
}

static const char HEAD[] =
    "<!DOCTYPE html><title>T</title><article><p>The first paragraph.</p><div>";
static const char TAIL[] = "</div><p>The last paragraph of the page.</p></article>";

static bool check_vector(struct pith_context *context, const char *vector, size_t len,
                         const char *url) {
    char page[sizeof HEAD + MAX_LINE + sizeof TAIL];
    static char words[MAX_TEXT], want[MAX_TEXT];
    size_t n = 0;
    memcpy(page, HEAD, strlen(HEAD));
    memcpy(page + (n += strlen(HEAD)), vector, len);
    memcpy(page + (n += len), TAIL, strlen(TAIL));
    struct pith_options options = PITH_OPTIONS_INIT;
    options.input = PITH_INPUT_HTML;
    options.formats = PITH_HTML;
    options.flags = PITH_KEEP_IMAGES;
    options.url = url;
    options.precision_bias = -1; /* keeps all blocks */
    struct pith_article *article;
    if (pith_extract(context, &options, page, n + strlen(TAIL), &article) != PITH_OK)
        return false;
    bool good = is_clean(pith_article_body(article, PITH_HTML, NULL), vector, words);
    *want = '\0';
    append_words(want, pith_article_body(article, PITH_TEXT, NULL));
    if (good && !strstr(words, "Thefirstparagraph.") && !strstr(want, "[Image"))
        print_error("text is gone from: %s\n", vector);
    if (good && !strstr(want, "[Image") && strcmp(words, want) != 0) {
        print_error("text and HTML differ: %s\n%s\n%s\n", vector, want, words);
        good = false;
    }
    pith_article_free(article);
    return good;
}

static void no_vector_gets_through(void **state) {
    (void)state;
    enum { AT_LEAST = 200 };
    char line[MAX_LINE];
    int n = 0, n_bad = 0;
    struct pith_context *context;
    FILE *file = fopen("tests/xss_vectors.txt", "r");
    assert_non_null(file);
    assert_int_equal(pith_context_new(&context), PITH_OK);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' && line[1] == ' ')
            continue;
        size_t len = unescape(line);
        n++;
        n_bad += !check_vector(context, line, len, NULL);
        n_bad += !check_vector(context, line, len, "https://example.org/a/page");
    }
    fclose(file);
    pith_context_free(context);
    assert_true(n >= AT_LEAST);
    assert_int_equal(n_bad, 0);
}

/* The check itself must detect what it is for. */
static void the_check_sees_what_is_off_the_list(void **state) {
    (void)state;
    static const char *const BAD[] = {"<p onclick=x>a</p>",
                                      "<script>x</script>",
                                      "<a href=\"javascript:x\">a</a>",
                                      "<a href=\"j a\">a</a>",
                                      "<p>a<!-- x --></p>",
                                      "<img src=\"data:x\" alt=\"\">",
                                      "<code class=\"x\">a</code>",
                                      "<span class=\"x\">a</span>",
                                      "<a id=\"x\" href=\"/\">a</a>",
                                      "<p\xE2\x89\xAF x=1>a</p>",
                                      "<svg></svg>",
                                      "<div>a</div>",
                                      "<ol start=\"x\"></ol>",
                                      "<body class=x>"};
    static char words[MAX_TEXT];
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        if (is_clean(BAD[i], NULL, words))
            fail_msg("not seen: %s", BAD[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(blocks_are_written_by_kind),
        ARENA_TEST(lists_are_tight_or_hold_paragraphs),
        ARENA_TEST(tables_have_head_and_body),
        ARENA_TEST(marks_nest),
        ARENA_TEST(images_are_figures),
        ARENA_TEST(no_mark_combines_with_a_tag),
        cmocka_unit_test(the_check_sees_what_is_off_the_list),
        cmocka_unit_test(no_vector_gets_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * The same pages in all three formats: posts with their heads, notes, embedded content, tasks,
 * rules and formulas; and what Markdown escapes only at the start of a line.
 */
#include "render_page.h"

struct format_case {
    const char *html, *text, *markdown, *html_out;
};

static void check_formats(void **state, const struct format_case *cases, size_t n, unsigned flags) {
    for (size_t i = 0; i < n; i++) {
        const struct render_case text[] = {{cases[i].html, cases[i].text}};
        const struct render_case markdown[] = {{cases[i].html, cases[i].markdown}};
        const struct render_case html[] = {{cases[i].html, cases[i].html_out}};
        CHECK_RENDER(state, text, render_text, flags);
        CHECK_RENDER(state, markdown, render_markdown, flags);
        CHECK_RENDER(state, html, render_html, flags);
    }
}

#define CHECK_FORMATS(cases, flags)                                                                \
    check_formats(state, (cases), sizeof(cases) / sizeof *(cases), (flags))

#define HEAD(name, date) "<p><b class=author>" name "</b> " date "</p>"
#define TIME(date) "<time title=x>" date "</time>"
#define POST(name, date) "<div class=comment>" HEAD(name, date) "<p>I swam there.</p></div>"

static void posts_have_heads(void **state) {
    static const struct format_case THREADS[] = {
        {POST("Ann *", TIME("1 * May")) POST("Bo &amp;", "<a href=/2>" TIME("2 &lt; May") "</a>"),
         "Ann * \u00B7 1 * May\nI swam there.\n\nBo & \u00B7 2 < May [1]\nI swam there.\n\n[1] "
         "https://example.org/2",
         "> **Ann \\*** \u00B7 1 \\* May\n>\n> I swam there.\n\n> **Bo &** \u00B7 [2 < May]"
         "(https://example.org/2)\n>\n> I swam there.",
         "<blockquote>\n<p><strong>Ann *</strong> \u00B7 1 * May</p>\n<p>I swam there.</p>\n"
         "</blockquote>\n<blockquote>\n<p><strong>Bo &amp;</strong> \u00B7 <a "
         "href=\"https://example.org/2\">2 &lt; May</a></p>\n<p>I swam there.</p>\n"
         "</blockquote>\n"},
        {POST("Ann", "") POST("Bo", ""), "Ann\nI swam there.\n\nBo\nI swam there.",
         "> **Ann**\n>\n> I swam there.\n\n> **Bo**\n>\n> I swam there.",
         "<blockquote>\n<p><strong>Ann</strong></p>\n<p>I swam there.</p>\n</blockquote>\n"
         "<blockquote>\n<p><strong>Bo</strong></p>\n<p>I swam there.</p>\n</blockquote>\n"},
    };
    static const struct format_case WITHOUT[] = {
        {"<div class=comment><b class=author>DROP</b><p>I swam.</div>"
         "<div class=comment><b class=author>DROP it</b><p>So did I.</div>",
         "---\n\nI swam.\n\n---\n\nSo did I.", "> I swam.\n\n> So did I.",
         "<blockquote>\n<p>I swam.</p>\n</blockquote>\n<blockquote>\n<p>So did I.</p>\n"
         "</blockquote>\n"},
        {"<div class=comment><b class=author>DROP</b><p>I swam.</div><hr>"
         "<div class=comment><b class=author>DROP it</b><p>So did I.</div>",
         "---\n\nI swam.\n\n---\n\nSo did I.", "> I swam.\n\n* * *\n\n> So did I.",
         "<blockquote>\n<p>I swam.</p>\n</blockquote>\n<hr>\n<blockquote>\n<p>So did I.</p>\n"
         "</blockquote>\n"},
    };
    CHECK_FORMATS(THREADS, PITH_KEEP_LINKS);
    CHECK_FORMATS(WITHOUT, 0);
}

static void notes_are_lists_of_their_own(void **state) {
#define BACK(n) " <a href=\"#pith-ref-" #n "\">\xE2\x86\xA9</a></li>\n"
#define REF(n) "<sup><a href=\"#pith-note-" #n "\" id=\"pith-ref-" #n "\">" #n "</a></sup>"
#define LINK(n) "<a href='#fn" #n "'>" #n "</a>"
    static const struct format_case CASES[] = {
        {"<p>A" LINK(1) " b.<p id=fn1>Note", "A[1] b.\n\n[1] Note", "A[^1] b.\n\n[^1]: Note",
         "<p>A" REF(1) " b.</p>\n<ol>\n<li id=\"pith-note-1\">Note" BACK(1) "</ol>\n"},
        {"<p>A" LINK(1) LINK(2) "<ol><li id=fn1><p>One<p>more<li id=fn2><p>Two</ol>",
         "A[1][2]\n\n[1] One\n\nmore\n\n[2] Two", "A[^1][^2]\n\n[^1]: One\n\n    more\n\n[^2]: Two",
         "<p>A" REF(1) REF(2) "</p>\n<ol>\n<li id=\"pith-note-1\"><p>One</p>\n<p>more</p>\n" BACK(
             1) "<li id=\"pith-note-2\"><p>Two</p>\n" BACK(2) "</ol>\n"},
        {"<p>A" LINK(1) "<div id=fn1>One<ul><li>a<li>b</ul></div>", "A[1]\n\n[1] One\na\nb",
         "A[^1]\n\n[^1]: One\n\n    - a\n    - b",
         "<p>A" REF(1) "</p>\n<ol>\n<li "
                       "id=\"pith-note-1\">One\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" BACK(
                           1) "</ol>\n"},
        {"<p>A" LINK(1) "<div id=fn1><pre>a\n\nb</pre></div>", "A[1]\n\n[1] a\n\nb",
         "A[^1]\n\n[^1]: ```\n    a\n\n    b\n    ```",
         "<p>A" REF(1) "</p>\n<ol>\n<li id=\"pith-note-1\"><pre><code>a\n\nb</code></pre>\n" BACK(
             1) "</ol>\n"},
        {"<h2>A" LINK(1) "</h2><p id=fn1>Note", "A[1]\n\n[1] Note", "## A[^1]\n\n[^1]: Note",
         "<h2>A" REF(1) "</h2>\n<ol>\n<li id=\"pith-note-1\">Note" BACK(1) "</ol>\n"},
    };
    CHECK_FORMATS(CASES, 0);
}

static void links_and_notes_are_numbered_together(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A" LINK(1) " <a href=/x>b</a> <a href=/y>c</a>.<p id=fn1>Note <a href=/z>d</a>",
         "A[1] b [2] c [3].\n\n[1] Note d [4]\n\n[2] https://example.org/x\n"
         "[3] https://example.org/y\n[4] https://example.org/z"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_LINKS);
}

static void embedded_content_is_a_link(void **state) {
#define FRAME "<iframe src='https://www.youtube.com/embed/a' title='The *p'></iframe>"
#define URL "https://www.youtube.com/watch?v=a"
    static const struct format_case CASES[] = {
        {"<p>A" FRAME "<p>B", "A\n\nVideo: The *p [1]\n\nB\n\n[1] " URL,
         "A\n\n[Video: The \\*p](" URL ")\n\nB",
         "<p>A</p>\n<p><a href=\"" URL "\">Video: The *p</a></p>\n<p>B</p>\n"},
        {"<table><tr><td>A<td>B<tr><td>C" FRAME "<td>D</table>",
         "A\tB\nC Video: The *p [1]\tD\n\n[1] " URL,
         "|  |  |\n| --- | --- |\n| A | B |\n| C [Video: The \\*p](" URL ") | D |",
         "<table>\n<tbody>\n<tr><td>A</td><td>B</td></tr>\n<tr><td>C<br>\n<a href=\"" URL
         "\">Video: The *p</a></td><td>D</td></tr>\n</tbody>\n</table>\n"},
    };
    CHECK_FORMATS(CASES, PITH_KEEP_IMAGES | PITH_KEEP_LINKS);
}

static void pictures_in_cells_have_no_figure(void **state) {
    static const struct format_case CASES[] = {
        {"<table><tr><td>A<td>B<tr><td><figure><img src=1.png><figcaption>C</figcaption></figure>"
         "<td>D</table>",
         "A\tB\n[Image] C\tD",
         "|  |  |\n| --- | --- |\n| A | B |\n| ![](https://example.org/a/1.png) C | D |",
         "<table>\n<tbody>\n<tr><td>A</td><td>B</td></tr>\n<tr><td>"
         "<img src=\"https://example.org/a/1.png\" alt=\"\"><br>\nC</td><td>D</td></tr>\n</tbody>\n"
         "</table>\n"},
        {"<p>A<figure><img src=1.png alt='a $b'><div class=caption><p>C<p>c</div></figure><p>B",
         "A\n\n[Image: a $b]\nC\nc\n\nB",
         "A\n\n![a \\$b](https://example.org/a/1.png)\\\nC\\\nc\n\nB",
         "<p>A</p>\n<figure><img src=\"https://example.org/a/1.png\" alt=\"a "
         "$b\"><figcaption>C<br>\n"
         "c</figcaption></figure>\n<p>B</p>\n"},
    };
    CHECK_FORMATS(CASES, PITH_KEEP_IMAGES);
}

static void tasks_and_values(void **state) {
#define TICK "<input type=checkbox checked>"
    static const struct format_case CASES[] = {
        {"<ul><li>" TICK "<p>a<p>b<li>" TICK "<p>c</ul>", "\u2611 a\n\nb\n\n\u2611 c",
         "- [x] a\n\n  b\n\n- [x] c",
         "<ul>\n<li><p>\u2611 a</p>\n<p>b</p>\n</li>\n<li><p>\u2611 c</p>\n</li>\n</ul>\n"},
        {"<ol start=2><li>a<li value=5>b<li>c</ol>", "2. a\n5. b\n6. c", "2. a\n5) b\n6) c",
         "<ol start=\"2\">\n<li>a</li>\n<li value=\"5\">b</li>\n<li>c</li>\n</ol>\n"},
        {"<ul><li>a<ol start=2><li>b</ol><li>c</ul>", "a\n2. b\nc", "- a\n\n  2. b\n- c",
         "<ul>\n<li>a\n<ol start=\"2\">\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>\n"},
        {"<ul><li><p>a<p>b<ul><li>c</ul></ul>", "a\n\nb\n\nc", "- a\n\n  b\n\n  - c",
         "<ul>\n<li><p>a</p>\n<p>b</p>\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"},
    };
    CHECK_FORMATS(CASES, 0);
}

static void items_are_numbered_at_every_depth(void **state) {
#define OPEN(n) "<li>" #n "\n<ol>\n"
#define SHUT(n) "<li>" #n "</li>\n</ol>\n</li>\n"
    static const struct render_case CASES[] = {
        {"<p>z<blockquote><ol><li>1<ol><li>2<ol><li>3<ol><li>4<ol><li>5<li>6</ol><li>7</ol><li>8"
         "</ol><li>9</ol><li>0</ol><p>y</blockquote>",
         "<p>z</p>\n<blockquote>\n<ol>\n" OPEN(1) OPEN(2) OPEN(3) OPEN(4) "<li>5</li>\n" SHUT(6)
             SHUT(7) SHUT(8) SHUT(9) "<li>0</li>\n</ol>\n<p>y</p>\n</blockquote>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

static void tables_with_parts(void **state) {
    static const struct format_case CASES[] = {
        {"<table><thead><tr><th>A<th>B<tr><th>C<th>D<tbody><tr><td>1<td>2</table>",
         "A\tB\nC\tD\n1\t2", "| A | B |\n| --- | --- |\n| C | D |\n| 1 | 2 |",
         "<table>\n<thead>\n<tr><th>A</th><th>B</th></tr>\n<tr><th>C</th><th>D</th></tr>\n</"
         "thead>\n"
         "<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n"},
        {"<table><tr><th>A<th colspan=2>B<th>C<tr><td>1<td>DROP<td>2<td>3</table><table><tr><td>x"
         "<td>y<tr><td>z<td>w</table>",
         "A\tB\t\tC\n1\t\t2\t3\n\nx\ty\nz\tw",
         "| A | B |  | C |\n| --- | --- | --- | --- |\n| 1 |  | 2 | 3 |\n\n|  |  |\n| --- | --- |\n"
         "| x | y |\n| z | w |",
         "<table>\n<thead>\n<tr><th>A</th><th>B</th><th></th><th>C</th></tr>\n</thead>\n<tbody>\n"
         "<tr><td>1</td><td></td><td>2</td><td>3</td></tr>\n</tbody>\n</table>\n<table>\n<tbody>\n"
         "<tr><td>x</td><td>y</td></tr>\n<tr><td>z</td><td>w</td></tr>\n</tbody>\n</table>\n"},
    };
    CHECK_FORMATS(CASES, 0);
}

/* ---- Markdown ---- */

static void syntax_is_escaped_only_where_a_line_begins(void **state) {
    static const struct render_case CASES[] = {
        {"<p><code>a</code>- b", "`a`- b"},
        {"<p><code>1</code>. b", "`1`. b"},
        {"<p><b>a</b># b", "**a**# b"},
        {"<p><kbd>a</kbd># b", "<kbd>a</kbd># b"},
        {"<p><kbd># b</kbd>", "<kbd># b</kbd>"},
        {"<p><b># b</b>", "**# b**"},
        {"<p>\\(x^2\\)# b", "$x^2$# b"},
        {"<p><a href=x># b</a>", "[# b](https://example.org/a/x)"},
        {"<p>\\(x^2\\)<br># b", "$x^2$\\\n\\# b"},
        {"<h2># b</h2>", "## # b"},
        {"<p>a" LINK(1) "- b<p id=fn1>Note", "a[^1]- b\n\n[^1]: Note"},
        {"<p>" LINK(1) "- b<p id=fn1>Note", "[^1]- b\n\n[^1]: Note"},
        {"<p>a!<a href=x>b</a>", "a\\![b](https://example.org/a/x)"},
        {"<p><a href=x>b</a>!", "[b](https://example.org/a/x)!"},
        {"<p>!<p><a href=x>b</a>", "!\n\n[b](https://example.org/a/x)"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void formulas_contain_no_other_syntax(void **state) {
    static const struct render_case CASES[] = {
        {"<p>a \\(x&lt;y\\) b", "a $x< y$ b"},
        {"<p>a \\(x&lt;2\\) b", "a $x<2$ b"},
        {"<p>a \\(x&lt;/y\\) b", "a $x< /y$ b"},
        {"<p>a \\(x&lt;!y\\) b", "a $x< !y$ b"},
        {"<p>a \\(x&lt;?y\\) b", "a $x< ?y$ b"},
        {"<p>a \\([x](y)\\) b", "a $[x] (y)$ b"},
        {"<p>a \\([x][y]\\) b", "a $[x] [y]$ b"},
        {"<p>a \\([x]:y\\) b", "a $[x] :y$ b"},
        {"<p>a \\([x]y\\) b", "a $[x]y$ b"},
        {"<p>a \\([[x]]\\) b", "a $[ [x]]$ b"},
        {"<p>a \\({{x}}\\) b", "a ${ {x}}$ b"},
        {"<p>a \\(|x|\\) b", "a $|x|$ b"},
        {"<table><tr><td>\\(|x|\\)<td>b<tr><td>c<td>d</table>",
         "|  |  |\n| --- | --- |\n| $\\|x\\|$ | b |\n| c | d |"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void code_that_programs_act_on_has_no_language(void **state) {
    static const struct render_case CASES[] = {
        {"<pre><code class=language-mermaid>x</code></pre>", "```\nx\n```"},
        {"<pre><code class=language-GeoJSON>x</code></pre>", "```\nx\n```"},
        {"<pre><code class=language-dataviewjs>x</code></pre>", "```\nx\n```"},
        {"<pre><code class=language-json>x</code></pre>", "```json\nx\n```"},
        {"<pre>a</pre><pre>```</pre><pre>b</pre>", "```\na\n```\n\n````\n```\n````\n\n```\nb\n```"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void emphasis_does_not_run_together(void **state) {
    static const struct render_case CASES[] = {
        {"<p><i>a</i><b>b</b>", "*a*b"},
        {"<p><b>a</b> <i>b</i>", "**a** *b*"},
        {"<p><var>a</var>", "*a*"},
        {"<p><i>a <var>b</var> c</i>", "*a b c*"},
        {"<p><i>a</i> <var>b</var>", "*a* *b*"},
        {"<p><s>a</s>b", "~~a~~b"},
        {"<p><b>a <a href=x>b</a></b>c", "a [b](https://example.org/a/x)c"},
        {"<p><b><a href=x>b</a></b> c", "[**b**](https://example.org/a/x) c"},
        {"<p>c<b><a href=x>b</a></b>d", "c[**b**](https://example.org/a/x)d"},
        {"<p><mark>a</mark><ins>b</ins>", "<mark>a</mark><ins>b</ins>"},
        {"<p><samp>a*</samp>", "`a*`"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

/* ---- text ---- */

static void blocks_know_where_their_text_is(void **state) {
    struct block_page page = {.arena = *state};
    struct metadata metadata = {.lead_block = SIZE_MAX};
    struct selection selection;
    struct render_span spans[4] = {{0, 0}};
    ARM((struct arena *)*state);
    dom_parse_plain(page.arena, STR("<p>One<p>DROP<ol><li>Two<li><a href=x>Three</a></ol>"),
                    &page.dom);
    block_cut(&page);
    assert_int_equal(page.n_blocks, 4);
    keep_blocks(&page, &selection);
    struct render_source source = {&page,           &metadata, &selection, STR_NONE,
                                   PITH_KEEP_LINKS, spans,     NULL};
    struct body_tree body;
    body_tree_build(&source, &body);
    struct buffer text;
    buffer_init(&text, page.arena);
    render_text(&body, &text);
    assert_str(buffer_str(&text), STR("One\n\n1. Two\n2. Three [1]\n\n[1] x"));
    static const char *const WANT[] = {"One", "", "Two", "Three [1]"};
    for (size_t i = 0; i < 4; i++)
        assert_str(str_between(buffer_str(&text), spans[i].start, spans[i].end), str_of(WANT[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(posts_have_heads),
        ARENA_TEST(notes_are_lists_of_their_own),
        ARENA_TEST(links_and_notes_are_numbered_together),
        ARENA_TEST(embedded_content_is_a_link),
        ARENA_TEST(pictures_in_cells_have_no_figure),
        ARENA_TEST(tasks_and_values),
        ARENA_TEST(items_are_numbered_at_every_depth),
        ARENA_TEST(tables_with_parts),
        ARENA_TEST(syntax_is_escaped_only_where_a_line_begins),
        ARENA_TEST(formulas_contain_no_other_syntax),
        ARENA_TEST(code_that_programs_act_on_has_no_language),
        ARENA_TEST(emphasis_does_not_run_together),
        ARENA_TEST(blocks_know_where_their_text_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* markdown.c: the output for each kind of element; tests/test_markdown.sh checks that it is parsed
 * as the same text. */
#include "render_page.h"

static void headings_have_their_level(void **state) {
    static const struct render_case CASES[] = {
        {"<h1>A</h1><p>B<h3>C <b>c</b></h3><h6>D<br>d</h6>", "# A\n\nB\n\n### C c\n\n###### D d"},
        {"<h2><div>1</div><div>A</div></h2><p>B", "## 1 A\n\nB"},
        {"<h2>A<ul><li>B<li>C</ul></h2>", "A\n\n- B\n- C"},
        {"<h2># a #1 ##</h2>", "## # a #1 \\#\\#"},
        {"<h2>C#</h2>", "## C#"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void lists_nest(void **state) {
    static const struct render_case CASES[] = {
        {"<ul><li>A<li>B</ul>", "- A\n- B"},
        {"<ol><li>A<li>DROP<li>B</ol>", "1. A\n3) B"}, /* another list: Markdown counts */
        {"<ol start=9><li>A<li>B</ol>", "9. A\n10. B"},
        {"<ul><li>A<ul><li>B<ol><li>C</ol></ul><li>D</ul>", "- A\n  - B\n    1. C\n- D"},
        {"<ol><li>A<ul><li>B</ul></ol>", "1. A\n   - B"},
        {"<ul><li><p>A<p>B<li>C</ul>", "- A\n\n  B\n\n- C"},
        {"<ul><li><ul><li>A</ul></ul>", "- - A"},
        {"<ul><li><ul><li>A</ul>B</ul>", "- - A\n\n  B"},
        {"<ul><li>A<ol start=3><li>B</ol></ul>", "- A\n\n  3. B"},
        {"<ul><li>A<br>a</ul>", "- A\\\n  a"},
        {"<ul><li><p>A<p>B<p>C</ul>", "- A\n\n  B\n\n  C"},
        {"<ul><li><p>A<p>B<p>C<p>D</ul>", "A\n\nB\n\nC\n\nD"}, /* a card */
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void lists_that_meet_stay_two(void **state) {
    static const struct render_case CASES[] = {
        {"<ul><li>A<li>B</ul><ul><li>C<li>D</ul><ul><li>E</ul>", "- A\n- B\n\n* C\n* D\n\n- E"},
        {"<ul><li>A</ul><ul><li>B</ul><ul><li>C</ul>", "- A\n- B\n- C"}, /* cut into its items */
        {"<ol><li>A</ol><ol><li>B</ol>", "1. A\n\n1) B"},
        {"<ul><li>A</ul><ol><li>B</ol>", "- A\n\n1. B"},
        {"<ul><li>A</ul><p>B<ul><li>C</ul>", "- A\n\nB\n\n- C"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void quotes_mark_every_line(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<blockquote><p>B<br>b<p>C</blockquote><p>D", "A\n\n> B\\\n> b\n>\n> C\n\nD"},
        {"<p>A<blockquote>B<blockquote>C</blockquote></blockquote>", "A\n\n> B\n>\n> > C"},
        {"<p>A<blockquote><ul><li>B<li>C</ul></blockquote>", "A\n\n> - B\n> - C"},
        {"<ul><li><blockquote>A</blockquote><li>B</ul>", "- > A\n- B"},
        {"<blockquote><p>All<p>of it</blockquote>", "All\n\nof it"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void code_is_fenced(void **state) {
    static const struct render_case CASES[] = {
        {"<pre><code class='hljs language-c'>int x;\n\n*y</code></pre>", "```c\nint x;\n\n*y\n```"},
        {"<pre class=lang-py>x</pre>", "```py\nx\n```"},
        {"<div class='highlight highlight-source-js'><pre>x</pre></div>", "```js\nx\n```"},
        {"<div class='highlight-python3 notranslate'><div class=highlight><pre>x</pre></div></div>",
         "```python3\nx\n```"},
        {"<pre class='brush: java; toolbar: false'>x</pre>", "```java\nx\n```"},
        {"<pre class='language-none'>x</pre>", "```\nx\n```"},
        {"<pre class='language-a`b'>x</pre>", "```\nx\n```"},
        {"<pre>```\nx\n````</pre>", "`````\n```\nx\n````\n`````"},
        {"<pre>\xE1\xBF\xAF\xE1\xBF\xAF\xE1\xBF\xAF</pre>",
         "````\n\xE1\xBF\xAF\xE1\xBF\xAF\xE1\xBF\xAF\n````"},
        {"<ul><li>A<pre>b\n\nc</pre><li>D</ul>", "- A\n\n  ```\n  b\n\n  c\n  ```\n\n- D"},
        {"<pre><p>a</p><p>b</p></pre>", "```\na\nb\n```"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void tables_are_gfm(void **state) {
    static const struct render_case CASES[] = {
        {"<table><tr><th>A<th><b>B</b><tr><td>1|2<td><code>3|4</code><tr><td><td>5</table>",
         "| A | B |\n| --- | --- |\n| 1\\|2 | `3\\|4` |\n|  | 5 |"},
        {"<table><tr><td>A<td>B<tr><td>1<br>2</table>",
         "|  |  |\n| --- | --- |\n| A | B |\n| 1 2 |"},
        {"<table><tr><th colspan=3>A<tr><td>1<td>2<td>3<tr><td>4<td>5</table>",
         "| A |  |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 | 5 |"},
        {"<p>A<table><tr><td>1<td>2<tr><td>3<td>4</table><p>B",
         "A\n\n|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void terms_are_bold(void **state) {
    static const struct render_case CASES[] = {
        {"<dl><dt>A<dd>B<dt><a href=x>C</a><dd>D</dl>",
         "**A**\n\nB\n\n[**C**](https://example.org/a/x)\n\nD"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void marks_are_kept(void **state) {
    static const struct render_case CASES[] = {
        {"<p>a <i>b</i> <strong>c</strong> <code>d*</code> <b><em>e</em></b>",
         "a *b* **c** `d*` ***e***"},
        {"<p><a href=x(y)?a&amp;b#c>l</a>!<a href='a b'>m</a>",
         "[l](https://example.org/a/x\\(y\\)?a&b#c)\\![m](https://example.org/a/a%20b)"},
        {"<p><a href=x><code>f</code></a>", "[`f`](https://example.org/a/x)"},
        {"<p><code><a href=x>f</a></code>", "[`f`](https://example.org/a/x)"},
        {"<p><code>`</code> <code>a``b</code>", "`` ` `` ```a``b```"},
        {"<p>un<em>believ</em>able", "un*believ*able"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

#define WORDS_15 "a b c d e f g h i j k l m n o"

static void links_around_blocks_have_one_text(void **state) {
    static const struct render_case CASES[] = {
        {"<a href=x><h2>A</h2><p>B</p></a>", "## [A](https://example.org/a/x)\n\nB"},
        {"<a href=x><div><p>A</p></div><h2>B</h2></a>", "[A](https://example.org/a/x)\n\n## B"},
        {"<a href=x><div><i class=material-icons>arrow</i></div><h2>A</h2></a>",
         "## [A](https://example.org/a/x)"},
        {"<a href=x><div hidden>DROP Read</div><h2>A</h2></a>", "## [A](https://example.org/a/x)"},
        {"<div>A<a href=x> B<div>C</div></a></div>", "A [B](https://example.org/a/x)\n\nC"},
        {"<a href='#x'><p>A</p></a>", "A"},
        {"<a href=x><figure><figcaption>A</figcaption></figure></a>", "A"},
        {"<a href=x><p>" WORDS_15 " " WORDS_15 "</p></a>",
         "[" WORDS_15 " " WORDS_15 "](https://example.org/a/x)"},
        {"<a href=x><p>" WORDS_15 " " WORDS_15 " p</p></a>", WORDS_15 " " WORDS_15 " p"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void marks_that_would_not_be_read_back_are_fitted_or_dropped(void **state) {
    static const struct render_case CASES[] = {
        {"<p><b>Note:</b>this", "**Note**:this"},
        {"<p>a<b>(b)</b>c", "a(**b**)c"},
        {"<p>a<b>...</b>c", "a...c"},
        {"<p><b>a</b><b>b</b><i>c</i>", "**ab**c"},
        {"<p><b>a<strong>b</strong></b>", "**ab**"},
        {"<p><b> a </b>b", "**a** b"},
        {"<p>a<b><code>b</code></b>c", "a`b`c"},
        {"<p><code>a</code><code>b</code>", "`ab`"},
        {"<p><a href='javascript:x'>a</a><a href=''>b</a><a href='#'>c</a>", "abc"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void text_that_looks_like_syntax_is_escaped(void **state) {
    static const struct render_case CASES[] = {
        {"<p>*a* _b_ c_d `e` [f] ~g~ \\h", "\\*a\\* \\_b\\_ c_d \\`e\\` \\[f\\] \\~g\\~ \\\\h"},
        {"<p>&lt;b> 1 &lt; 2 a&lt;=b", "&lt;b> 1 < 2 a<=b"},
        {"<p>&amp;amp; &amp;#38; AT&amp;T &amp; co;", "&amp;amp; &amp;#38; AT&T & co;"},
        {"<p># a<p>#a<p>## <p>> a<p>a > b", "\\# a\n\n\\#a\n\n\\##\n\n\\> a\n\na > b"},
        {"<p>- a<p>-a<p>---<p>+ a<p>+1<p>===", "\\- a\n\n-a\n\n* * *\n\n\\+ a\n\n+1\n\n\\=\\=\\="},
        {"<p>1. a<p>12) a<p>1.5<p>1234567890. a<p>3.",
         "1\\. a\n\n12\\) a\n\n1.5\n\n1234567890. a\n\n3\\."},
        {"<p>a<br>- b<br>1. c<br>===<br>:--<br>|",
         "a\\\n\\- b\\\n1\\. c\\\n\\=\\=\\=\\\n\\:--\\\n\\|"},
        {"<p><i><a href='javascript:'># a</a></i>", "*# a*"},
        {"<p>1.<b> a</b>", "1\\. **a**"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

/* NFC normalization comes after rendering: it turns U+1FEF into a backtick and combines ">" with
 * U+0338. */
static void normalization_is_taken_into_account(void **state) {
    static const struct render_case CASES[] = {
        {"<p>a\xE1\xBF\xAF b", "a\\\xE1\xBF\xAF b"},
        {"<p>>\xCC\xB8 a", ">\xCC\xB8 a"},
        {"<p>&amp;amp\xCD\xBE", "&amp;amp\xCD\xBE"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void images_have_text_and_caption(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<figure><img src='1 2.png' alt='a]*'><figcaption>- <i>Cap</i></figcaption></figure>"
         "<p>B",
         "A\n\n![a\\]\\*](https://example.org/a/1%202.png)\\\n\\- *Cap*\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_markdown, PITH_KEEP_IMAGES);
}

static void append_times(struct buffer *out, const char *before, const char *after, size_t n) {
    for (size_t i = 1; i <= n; i++) {
        buffer_append(out, str_of(before));
        buffer_append_number(out, i);
        buffer_append(out, str_of(after));
    }
}

static void loose_notes_have_two_digits(void **state) {
    struct arena *arena = *state;
    struct buffer html;
    ARM(arena);
    buffer_init(&html, arena);
    append_times(&html, "<p>The ferry will run again from Monday.<sup>", "</sup>", 100);
    buffer_append(&html, STR("<div>"));
    append_times(&html, "<p><sup>", "</sup> The note of that number is here.", 100);
    struct str text = render_page(arena, buffer_str(&html), render_markdown, 0);
    assert_true(str_holds(text, STR("\n\n[^99]: The note")));
    assert_false(str_holds(text, STR("[^100]")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(loose_notes_have_two_digits),
        ARENA_TEST(headings_have_their_level),
        ARENA_TEST(lists_nest),
        ARENA_TEST(lists_that_meet_stay_two),
        ARENA_TEST(quotes_mark_every_line),
        ARENA_TEST(code_is_fenced),
        ARENA_TEST(tables_are_gfm),
        ARENA_TEST(terms_are_bold),
        ARENA_TEST(marks_are_kept),
        ARENA_TEST(links_around_blocks_have_one_text),
        ARENA_TEST(marks_that_would_not_be_read_back_are_fitted_or_dropped),
        ARENA_TEST(text_that_looks_like_syntax_is_escaped),
        ARENA_TEST(normalization_is_taken_into_account),
        ARENA_TEST(images_have_text_and_caption),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Listings: which markup is one, what its lines are, what in it is not code, and how far away its
 * language may be written.
 */
#include "cut_page.h"

#include "page/listing.h"
#include "page/listing_language.h"

/* The texts of the blocks, separated by '|', with "pre:" before those that keep their white space;
 * line breaks are written as '/'. */
static struct str described(const struct block_page *page) {
    struct buffer out;
    buffer_init(&out, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (i)
            buffer_append_byte(&out, '|');
        if (page->blocks[i].flags & BLOCK_PRE)
            buffer_append(&out, STR("pre:"));
        struct str text = page->blocks[i].text;
        for (size_t k = 0; k < text.len; k++)
            buffer_append_byte(&out, text.at[k] == '\n' ? '/' : text.at[k]);
    }
    return buffer_str(&out);
}

static void check(void **state, const char *const (*cases)[2], size_t n) {
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < n; i++) {
        struct block_page page = cut_html(*state, cases[i][0]);
        struct str got = described(&page);
        if (str_equals(got, str_of(cases[i][1])))
            continue;
        print_message("%s: \"%.*s\", not \"%s\"\n", cases[i][0], (int)got.len, got.at, cases[i][1]);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK(cases) check(state, cases, N_OF(cases))

static void elements_that_are_listings(void **state) {
    static const char *const CASES[][2] = {
        {"<pre>a</pre>", "pre:a"},
        {"<listing>a</listing>", "pre:a"},
        {"<xmp>a</xmp>", "pre:a"},
        /* <code> styled as a block, with lines */
        {"<div>x <code style='white-space:pre'>a\nb</code></div>", "x|pre:a/b"},
        {"<div>x <code style='white-space:pre-wrap'>a\nb</code></div>", "x|pre:a/b"},
        {"<div>x <code style='white-space:pre'>a <b>c\nb</b></code></div>", "x|pre:a c/b"},
        {"<div>x <code style='white-space:pre'>a b</code></div>", "x a b"},
        {"<div>x <code style='white-space:normal'>a\nb</code></div>", "x a b"},
        {"<div>x <code style='a:pre;white-space:normal'>a\nb</code></div>", "x a b"},
        {"<div>x <code style='a:pre'>a\nb</code></div>", "x a b"},
        {"<div>x <span style='white-space:pre'>a\nb</span></div>", "x a b"},
        /* <code> alone in a box, with the class of a highlighter */
        {"<div><code class=language-c>a  b</code></div>", "pre:a  b"},
        {"<div><code class=hljs>a  b</code></div>", "pre:a  b"},
        {"<div><code class=c>a  b</code></div>", "a b"},
        {"<p><code class=hljs>a  b</code></p>", "a b"},
        {"<div>x<code class=hljs>a  b</code></div>", "xa b"},
        {"<div><code class=hljs>a  b</code>x</div>", "a bx"},
        /* elements that highlighters build */
        {"<div class=crayon-pre>a  b</div>", "pre:a  b"},
        {"<table class=crayon-pre><tr><td>a  b</table>", "pre:a  b"},
        {"<div class='x crayon-pre'>a  b</div>", "pre:a  b"},
        {"<section class=crayon-pre>a  b</section>", "a b"},
        {"<div class=crayon-pres>a  b</div>", "a b"},
        {"<div class=fragment><div class=line>a  b</div></div>", "pre:a  b"},
        {"<div class=fragment>\n <div class='x line'>a  b</div></div>", "pre:a  b"},
        {"<div class=fragment><div class=lines>a  b</div></div>", "a b"},
        {"<div class=fragment>a  b</div>", "a b"},
        {"<div class=fragment></div><div class=line>a  b</div>", "a b"},
        {"<div class=fragment><p>x</p><div class=line>a  b</div></div>", "x|a b"},
        {"<div class=code-block data-lang=js>a  b</div>", "pre:a  b"},
        {"<div class=code-block>a  b</div>", "a b"},
        {"<div class=code data-lang=js>a  b</div>", "a b"},
        {"<div class=code-block data-lang=js>a  b<pre>c</pre></div>", "a b|pre:c"},
    };
    CHECK(CASES);
}

static void names_of_listings(void **state) {
    (void)state;
    assert_true(listing_may_be_root_named(DOM_DIV, STR("code-block")));
    assert_true(listing_may_be_root_named(DOM_TABLE, STR("fragment")));
    assert_true(listing_may_be_root_named(DOM_DIV, STR("example")));
    assert_true(listing_may_be_root_named(DOM_DIV, STR("view-lines")));
    assert_true(listing_may_be_root_named(DOM_DIV, STR("ace_text-layer")));
    assert_false(listing_may_be_root_named(DOM_P, STR("code-block")));
    assert_false(listing_may_be_root_named(DOM_DIV, STR("examples")));
    assert_false(listing_may_be_root_named(DOM_DIV, STR("code")));
    assert_false(listing_may_be_root_named(DOM_DIV, STR("")));
    assert_true(listing_may_be_root(DOM_PRE));
    assert_true(listing_may_be_root(DOM_CODE));
    assert_false(listing_may_be_root(DOM_DIV));
}

static void lines_of_listings(void **state) {
    static const char *const CASES[][2] = {
        {"<pre><div>a</div><div>b</div></pre>", "pre:a/b"},
        {"<pre><div>a</div><div></div><div>b</div></pre>", "pre:a//b"},
        {"<pre><div>a</div>\n<div>b</div></pre>", "pre:a/b"},
        {"<pre><div>a</div>\r\n<div>b</div></pre>", "pre:a/b"},
        {"<pre><div>a\n</div><div>b</div></pre>", "pre:a/b"},
        {"<pre>x<div>a</div>y</pre>", "pre:x/a/y"},
        {"<pre><div><div>a</div></div><div>b</div></pre>", "pre:a/b"},
        {"<pre><div>a</div> <div>b</div></pre>", "pre:a/ /b"},
        {"<pre><ul><li>a<li>b</ul></pre>", "pre:a/b"},
        {"<pre><table><thead><tr><th>a<tbody><tr><td>b</table></pre>", "pre:a/b"},
        {"<pre><figure>a</figure>b</pre>", "pre:a/b"},
        {"<pre>a<button>Copy</button>b</pre>", "pre:ab"},
        /* the last line ends with the listing */
        {"<pre><div>a</div></pre>b", "pre:a|b"},
        {"<ul><li><pre><div>a</div></pre><li>b</ul>", "pre:a|b"},
        {"<div class=fragment><div class=line>a</div></div><p>b", "pre:a|b"},
        {"<pre><div>a</div></pre><pre>b</pre>", "pre:a|pre:b"},
        /* what may be the rest of a page */
        {"<pre><p>a<p>b</pre>", "pre:a|pre:b"},
        {"<pre><section>a</section>b</pre>", "pre:a|pre:b"},
        /* spans that only style sheets separate */
        {"<pre><span class=line>a</span><span class=line>b</span></pre>", "pre:a/b"},
        {"<pre><span class=codeLine>a</span><span class=codeLine>b</span></pre>", "pre:a/b"},
        {"<pre><code><span class=line>a</span><span class=line>b</span></code></pre>", "pre:a/b"},
        {"<pre><span class=line>a</span><span class=line></span><span class=line>b</span></pre>",
         "pre:a//b"},
        {"<pre><span class=line>a</span>\n<span class=line>b</span></pre>", "pre:a/b"},
        {"<pre><code><span class=line>a</span>\n<span class=line>b</span></code></pre>", "pre:a/b"},
        {"<pre><span class=line>a\n</span><span class=line>b</span></pre>", "pre:a/b"},
        {"<pre><span class=line>a<br></span><span class=line>b</span></pre>", "pre:a/b"},
        {"<pre><span class=line>a</span> <span class=line>b</span></pre>", "pre:a b"},
        {"<pre><span class=line>a</span><span>b</span></pre>", "pre:ab"},
        {"<pre><span>a</span><span class=line>b</span></pre>", "pre:ab"},
        {"<pre><b class=line>a</b><b class=line>b</b></pre>", "pre:ab"},
        {"<pre><code><span class=line>a</span></code>b</pre>", "pre:ab"},
        {"<pre><i><span class=line>a</span><span class=line>b</span></i></pre>", "pre:ab"},
        /* without <pre>, white space between the lines belongs to the markup */
        {"<div class=fragment><div class=line>a</div> <div class=line>b</div></div>", "pre:a/b"},
        {"<div class=fragment><div class=line>a</div>\n  <div class=line>b</div></div>", "pre:a/b"},
        {"<div class=fragment>\n<div class=line>  a</div>\n<div class=line>b</div>\n</div>",
         "pre:  a/b"},
        {"<div class=fragment><div class=line><i></i>  <b>a</b></div></div>", "pre:  a"},
        {"<div class=fragment><div class=line>a <b>c</b></div><div class=line>b</div></div>",
         "pre:a c/b"},
    };
    CHECK(CASES);
}

static void numbers_beside_listings(void **state) {
    static const char *const CASES[][2] = {
        {"<p>x<table><tr><td class=linenos>1 2<td>a</table>", "x|a"},
        {"<p>x<div class=line-numbers>1 2</div>", "x"},
        {"<p>x<div class=CodeMirror-gutter>1 2</div>", "x"},
        {"<p>x<pre class=lineno>1\n2</pre>", "x"},
        {"<p>x<table><tr><td class=codeLineNumber_a>1 2<td>a</table>", "x|a"},
        /* names that need code beside them */
        {"<p>x<table><tr><td class=line-number>1 2<td><pre>a</pre></table>", "x|pre:a"},
        {"<p>x<table><tr><td class=line-number>1 2<td>a</table>", "x|1 2|a"},
        {"<p>x<table><tr><td class=gutter><pre>1 2</pre><td class=code>a</table>", "x|a"},
        {"<p>x<table><tr><td class=gutter>1 2</table><pre>a</pre>", "x|1 2|pre:a"},
        {"<p>x<div class=line-number>1 2</div><div class=code>a</div>", "x|a"},
        {"<p>x<div class=line-number>1 2</div>", "x|1 2"},
        {"<p>x<div class='row gutter-20'><p>1 2</p></div><p>y", "x|1 2|y"},
        {"<p>x<div class='row no-gutters'><p>1 2</p></div><p>y <code>z</code>", "x|1 2|y z"},
        {"<p>x<div class='row no-gutters'><p>1 2</p></div><pre>a</pre>", "x|1 2|pre:a"},
        {"<p>x<div class=gutter-2><p>1 2</p></div><pre>a</pre>", "x|1 2|pre:a"},
        {"<p>x<div class=gutters-sm><p>1 2</p></div><pre>a</pre>", "x|1 2|pre:a"},
        /* parts of other words */
        {"<p>x<table><tr><td class=airline-number>1 2<td><pre>a</pre></table>", "x|1 2|pre:a"},
        {"<p>x<pre class=pipeline-number>1 2</pre><pre>a</pre>", "x|pre:1 2|pre:a"},
        {"<p>x<div class=line-numbers>1 a</div>", "x|1 a"},
        {"<p>x<section class=line-numbers>1 2</section>", "x|1 2"},
        {"<p>x<div class=numbers>1 2</div>", "x|1 2"},
        {"<p>x<div class=line-numbers>1&nbsp;&#160;\xC2\xA0|:. 2</div>", "x"},
        {"<p>x<div class=line-numbers>1&nbsp;a</div>", "x|1 a"},
        {"<p>x<div class=line-numbers>1&#160;a</div>", "x|1 a"},
        {"<p>x<div class=line-numbers>1\xC2\xA0"
         "a</div>",
         "x|1 a"},
        {"<p>x<div class=line-numbers>1-2</div>", "x|1-2"},
        {"<p>x<div class=line-numbers>1 <b>2</b></div>", "x"},
        {"<p>x<div class=line-numbers>1 <b>a</b></div>", "x|1 a"},
    };
    CHECK(CASES);
}

#define I_1 "<i></i>"
#define I_22 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1 I_1

static void languages_of_listings(void **state) {
    static const char *const CASES[][2] = {
        {"<pre class='highlight-python'>a</pre>", "python"},
        {"<pre class='sh_c'>a</pre>", "c"},
        {"<pre class='code-js'>a</pre>", "js"},
        {"<pre class='hl-rust'>a</pre>", "rust"},
        {"<pre class='geshifilter-php'>a</pre>", "php"},
        {"<pre class='code-block'>a</pre>", "-"},
        {"<pre class='x language-C++'>a</pre>", "c++"},
        {"<pre class='python language-js'>a</pre>", "js"}, /* the prefix is surer */
        {"<pre class='python ruby'>a</pre>", "python"},
        {"<pre class='jscript python'>a</pre>", "javascript"},
        {"<pre class='python jscript'>a</pre>", "python"},
        {"<pre class='language-ipython3'>a</pre>", "python"},
        {"<pre class='language-Brainfuck'>a</pre>", "Brainfuck"},
        {"<pre class=language-none>a</pre>", "-"},
        {"<pre class=language-DEFAULT>a</pre>", "-"},
        {"<pre class=language-plaintext>a</pre>", "-"},
        {"<pre class='language-js;'>a</pre>", "js"},
        {"<pre class='language-;'>a</pre>", "-"},
        {"<pre class='lang:'>a</pre>", "-"},
        {"<pre data-lang='brush: java; gutter: false'>a</pre>", "java"},
        {"<pre data-lang=' go '>a</pre>", "go"},
        {"<pre data-lang='a b'>a</pre>", "-"},
        {"<pre data-lang=go class=rust>a</pre>", "rust"},
        {"<pre data-lang=go lang=rust>a</pre>", "go"},
        {"<div lang=en><pre>a</pre></div>", "-"},
        {"<div data-lang=go><pre>a</pre></div>", "go"},
        {"<body class=go><pre>a</pre>", "-"},
        /* an element within, the fourth at most */
        {"<pre>" I_1 I_1 I_1 "<code class=language-c>a</code></pre>", "c"},
        {"<pre>" I_1 I_1 I_1 I_1 "<code class=language-c>a</code></pre>", "-"},
        {"<pre><b class=language-c>a</b></pre>", "-"},
        {"<pre class=js><code class=language-c>a</code></pre>", "js"},
        {"<div class=js><pre><code class=language-c>a</code></pre></div>", "c"},
        /* elements around it: three that are not parts of a table, eight in all */
        {"<table class=language-c><tr><td><table><tr><td><pre>a</pre></table></table>", "c"},
        {"<div class=language-c><table><tr><td><table><tr><td><pre>a</pre></table></table></div>",
         "-"},
        {"<div class=language-c><section><p></p><pre>a</pre></section></div>", "c"},
        /* a label in its header */
        {"<div><b>Rust</b>" I_22 I_1 "<pre>a</pre></div>", "Rust"},
        {"<div><b>Rust</b>" I_22 I_1 I_1 "<pre>a</pre></div>", "-"},
        {"<div><div><b>Rust</b></div><div><pre>a</pre></div></div>", "Rust"},
        {"<div><b>Rust</b></div><section><div><pre>a</pre></div></section>", "-"},
        {"<div><b> Rust </b> <i>Copy</i><pre>a</pre></div>", "Rust"},
        {"<div><b>Rust</b> <i>boat</i><pre>a</pre></div>", "-"},
        {"<div><pre>a</pre><b>Rust</b></div>", "-"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i][0]);
        struct str got = listing_language(&page.dom, find_element(&page.dom, DOM_PRE));
        if (!str_equals(got.at ? got : STR("-"), str_of(CASES[i][1])))
            fail_msg("%s: %.*s", CASES[i][0], (int)got.len, got.at);
    }
}

/* Every name in the table is found, wherever the search begins. */
static void names_of_languages(void **state) {
    static const char *const KNOWN[] = {
        "abap", "actionscript", "ada", "c",   "c#",          "c++",         "clojure",
        "d",    "f#",           "go",  "ini", "java",        "javascript",  "js",
        "json", "json5",        "lua", "nix", "objective-c", "r",           "ruby",
        "sql",  "ts",           "yml", "zig", "zsh",         "MATHEMATICA", "Coffeescript"};
    static const char *const UNKNOWN[] = {"",
                                          "a",
                                          "abapa",
                                          "b",
                                          "cc",
                                          "javas",
                                          "jav",
                                          "zshh",
                                          "zz",
                                          "+",
                                          "python ",
                                          "actionscriptabcd",
                                          "actionscriptabcde"};
    (void)state;
    for (size_t i = 0; i < N_OF(KNOWN); i++)
        if (!listing_is_language(str_of(KNOWN[i])))
            fail_msg("%s", KNOWN[i]);
    for (size_t i = 0; i < N_OF(UNKNOWN); i++)
        if (listing_is_language(str_of(UNKNOWN[i])))
            fail_msg("%s", UNKNOWN[i]);
}

static void labels_after_languages(void **state) {
    (void)state;
    assert_true(listing_is_copy_label(STR("javascriptcopy")));
    assert_true(listing_is_copy_label(STR("javascript  copy code")));
    assert_true(listing_is_copy_label(STR("Raw wrap")));
    assert_true(listing_is_copy_label(STR("(copy)")));
    assert_false(listing_is_copy_label(STR("javascript")));
    assert_false(listing_is_copy_label(STR("javascripts copy")));
    assert_false(listing_is_copy_label(STR("copy javascript")));
    assert_false(listing_is_copy_label(STR("()")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(elements_that_are_listings),
        cmocka_unit_test(names_of_listings),
        ARENA_TEST(lines_of_listings),
        ARENA_TEST(numbers_beside_listings),
        ARENA_TEST(languages_of_listings),
        cmocka_unit_test(names_of_languages),
        cmocka_unit_test(labels_after_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

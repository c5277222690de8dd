/* listing.c: what highlighters say about code. */
#include "cut_page.h"
#include "page/listing.h"
#include "page/listing_language.h"

static struct str language_in(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    for (size_t i = 0; i < page.n_blocks; i++)
        if (page.blocks[i].flags & BLOCK_PRE)
            return listing_language(&page.dom, page.blocks[i].node);
    return STR_NONE;
}

static void languages_are_found(void **state) {
    static const struct {
        const char *html, *want;
    } CASES[] = {
        {"<pre><code class=language-c>x</code></pre>", "c"},
        {"<pre class='brush: js; toolbar: false'>x</pre>", "js"},
        {"<div class='highlight highlight-source-rust'><pre>x</pre></div>", "rust"},
        {"<div class='highlight-python3 notranslate'><div class=highlight><pre>x</pre></div></div>",
         "python3"},
        {"<figure class='highlight ruby'><pre>x</pre></figure>", "ruby"},
        {"<pre class='sourceCode haskell'><code>x</code></pre>", "haskell"},
        {"<pre data-language=tsx>x</pre>", "tsx"},
        {"<pre><code data-lang=go>x</code></pre>", "go"},
        {"<div class='mw-highlight mw-highlight-lang-lua'><pre>x</pre></div>", "lua"},
        {"<pre class='prettyprint lang-sql'>x</pre>", "sql"},
        {"<pre class='lang:php decode:true'>x</pre>", "php"},
        {"<pre lang=elixir><code>x</code></pre>", "elixir"},
        {"<div><div><span>bash</span><button>Copy</button></div><pre>x</pre></div>", "bash"},
        {"<div class=syntaxhighlighter\n jscript><div class=line>x</div></div>", NULL},
        {"<div class='syntaxhighlighter  jscript'><div class=line>x</div></div>", "javascript"},
        {"<div class=highlight-default><pre>x</pre></div>", NULL},
        {"<div class=highlight-wrapper><pre>x</pre></div>", NULL},
        {"<pre><code class=language-none>x</code></pre>", NULL},
        {"<p>A word before<pre>x</pre>", NULL},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        ARM((struct arena *)*state);
        struct str got = language_in(*state, CASES[i].html);
        if (CASES[i].want)
            assert_str(got, str_of(CASES[i].want));
        else
            assert_null(got.at);
    }
}

static void names_of_languages_are_known(void **state) {
    static const char NAMES[] =
        "abap actionscript ada apache apex applescript arduino asm assembly astro awk "
        "bash bat batch bibtex c c# c++ clojure cmake cobol coffeescript console cpp "
        "crystal cs csharp css csv cuda cython d dart diff docker dockerfile dot elixir "
        "elm erb erlang f# fish fortran fsharp gherkin glsl go golang gradle graphql "
        "groovy haml handlebars haskell hcl hlsl html http ini ipython ipython2 "
        "ipython3 java javascript jinja js json json5 jsonc jsx julia kotlin kql latex "
        "lean less lisp log lua makefile markdown mathematica matlab mdx mermaid mysql "
        "nginx nim nix objective-c objectivec ocaml octave pascal perl pgsql php plsql "
        "postgresql powershell prisma prolog properties protobuf puppet py pycon python "
        "python3 qml r racket regex rst ruby rust sass scala scheme scss sh shell "
        "solidity sql svelte swift tcl terraform tex toml ts tsx twig typescript vb vba "
        "vbnet verilog vhdl vim vue wasm wgsl xml xquery yaml yml zig zsh";
    (void)state;
    for (size_t at = 0; at < sizeof NAMES - 1;) {
        struct str name = str_before(str_of(NAMES + at), ' ');
        if (!listing_is_language(name))
            fail_msg("%.*s", (int)name.len, name.at);
        at += name.len + 1;
    }
    assert_true(listing_is_language(STR("abap")));
    assert_true(listing_is_language(STR("Python")));
    assert_true(listing_is_language(STR("c++")));
    assert_true(listing_is_language(STR("zsh")));
    assert_false(listing_is_language(STR("wrapper")));
    assert_false(listing_is_language(STR("")));
}

static void buttons_are_known(void **state) {
    static const char *const LABELS[] = {
        "copy to clipboard",
        "toggle word wrap",
        "copier le code",
        "code kopieren",
        "copy snippet",
        "tout s\u00E9lectionner",
        "seleccionar todo",
        "alles ausw\u00E4hlen",
        "select all",
        "code:",
        "copy command",
        "copy code",
        "copy link",
        "download",
        "kopieren",
        "expand",
        "copied",
        "copier",
        "copiar",
        "copy",
        "wrap",
        "raw",
    };
    (void)state;
    for (size_t i = 0; i < N_OF(LABELS); i++)
        if (!listing_is_copy_label(str_of(LABELS[i])))
            fail_msg("%s", LABELS[i]);
    assert_true(listing_is_copy_label(STR("Copy")));
    assert_true(listing_is_copy_label(STR("Copied!")));
    assert_true(listing_is_copy_label(STR("python Copy code")));
    assert_true(listing_is_copy_label(STR("Ccopywrap")));
    assert_false(listing_is_copy_label(STR("Copy the file")));
    assert_false(listing_is_copy_label(STR("python")));
    assert_false(listing_is_copy_label(STR("")));
}

static void lines_of_a_listing_are_one_block(void **state) {
    static const char *const CASES[] = {
        "<pre><div>a</div><div>  b</div></pre>",
        "<pre><ol><li>a<li>  b</ol></pre>",
        "<pre><table><tr><td>1<td>a<tr><td>2<td>  b</table></pre>",
        "<pre><span class=lineno>1</span>a\n<span class=lineno>2</span>  b</pre>",
        "<pre>a<br>  b<button>Copy</button></pre>",
        ("<table class=js-file-line-container><tr><td class=blob-num>1<td>a<tr><td class=blob-num>2"
         "<td>&nbsp; b</table>"),
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        ARM((struct arena *)*state);
        struct block_page page = cut_html(*state, CASES[i]);
        assert_int_equal(page.n_blocks, 1);
        assert_str(page.blocks[0].text, STR("a\n  b"));
    }
}

/* A <pre> left open around a page. */
static void a_page_is_not_a_listing(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<pre><h1>a</h1><p>b</p><p>c</p>");
    assert_int_equal(page.n_blocks, 3);
    /* Doxygen's class, without its lines */
    page = cut_html(*state, "<div class=fragment><p>a</p><p>b</p></div>");
    assert_int_equal(page.n_blocks, 2);
    assert_int_equal(page.blocks[0].flags & BLOCK_PRE, 0);
    page = cut_html(*state,
                    "<div class=fragment><div class=line>a</div><div class=line>b</div></div>");
    assert_int_equal(page.n_blocks, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(languages_are_found),     cmocka_unit_test(names_of_languages_are_known),
        cmocka_unit_test(buttons_are_known), ARENA_TEST(lines_of_a_listing_are_one_block),
        ARENA_TEST(a_page_is_not_a_listing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

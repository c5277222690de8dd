/*
 * Rows of blocks: the kind, level and role of each text by the elements around it, its path, and
 * the heading above it.
 */
#include "api_page.h"

#include <stdbool.h>

#define SENTENCE                                                                                   \
    "The ferry between the two islands will run again from Monday, after a winter in which the "   \
    "old boat lay in the yard and the post came by helicopter. "

/* An article, besides which a short text is not kept. */
#define MAIN                                                                                       \
    "<main><p>" SENTENCE SENTENCE "</p><p>" SENTENCE SENTENCE "</p><p>" SENTENCE SENTENCE          \
    "</p><p>kept</p></main>"

/* The rows of a page of which what `keep` selects is kept, and little else. */
static struct pith_article *rows_of(struct pith_context *context, const char *page,
                                    const char *keep, unsigned flags) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.input = PITH_INPUT_HTML;
    options.flags = flags;
    options.keep = keep;
    options.precision_bias = 1;
    return extract(context, &options, page);
}

static const struct pith_block *row_of(const struct pith_article *article, const char *text) {
    const struct pith_block *block;
    for (size_t i = 0; (block = pith_article_block(article, i)) != NULL; i++)
        if (strcmp(block->text, text) == 0)
            return block;
    return NULL;
}

/* Outside the body too, where the nearest element with a meaning decides. */
static void elements_give_the_kind(void **state) {
    static const struct {
        const char *around;
        enum pith_block_kind kind;
        int level;
    } CASES[] = {
        {"<p>x</p>", PITH_PARAGRAPH, 0},
        {"<div>x</div>", PITH_PARAGRAPH, 0},
        {"<ul><li>x</ul>", PITH_LIST_ITEM, 0},
        {"<blockquote>x</blockquote>", PITH_QUOTE, 0},
        {"<pre>x</pre>", PITH_CODE, 0},
        {"<listing>x</listing>", PITH_CODE, 0},
        {"<xmp>x</xmp>", PITH_CODE, 0},
        {"<table><tr><td>x</table>", PITH_TABLE_CELL, 0},
        {"<table><tr><th>x</table>", PITH_TABLE_CELL, 0},
        {"<table><caption>x</caption><tr><td>y</table>", PITH_CAPTION, 0},
        {"<dl><dt>x</dl>", PITH_TERM, 0},
        {"<dl><dd>x</dl>", PITH_DEFINITION, 0},
        {"<figure><figcaption>x</figcaption></figure>", PITH_CAPTION, 0},
        {"<h1>x</h1>", PITH_HEADING, 1},
        {"<h2>x</h2>", PITH_HEADING, 2},
        {"<h6>x</h6>", PITH_HEADING, 6},
        {"<blockquote><div><p>x</div></blockquote>", PITH_QUOTE, 0},
        {"<blockquote><ul><li><p>x</ul></blockquote>", PITH_LIST_ITEM, 0},
        {"<ul><li><blockquote><p>x</blockquote></ul>", PITH_QUOTE, 0},
        {"<ul><li><h3>x</h3></ul>", PITH_HEADING, 3},
        {"<ul><li>y</ul><p>x", PITH_PARAGRAPH, 0},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char page[3000];
        snprintf(page, sizeof page, MAIN "<div class=footer>%s</div>", CASES[i].around);
        struct pith_article *article = rows_of(*state, page, "main", PITH_ALL_BLOCKS);
        const struct pith_block *row = row_of(article, "x");
        if (!row || row->kept || row->kind != CASES[i].kind || row->level != CASES[i].level)
            fail_msg("%s: %d", CASES[i].around, row ? (int)row->kind : -1);
        assert_true(row_of(article, "kept")->kept);
        pith_article_free(article);
    }
}

/* Elements further out are layout. */
static void far_elements_give_no_kind(void **state) {
    for (int n = 30; n <= 33; n++) { /* elements between the list item and the text */
        char page[3000] = MAIN "<div class=footer><ul><li>";
        for (int i = 0; i < n; i++)
            strcat(page, "<div>");
        strcat(page, "x");
        struct pith_article *article = rows_of(*state, page, "main", PITH_ALL_BLOCKS);
        assert_int_equal(row_of(article, "x")->kind, n < 32 ? PITH_LIST_ITEM : PITH_PARAGRAPH);
        pith_article_free(article);
    }
}

static void landmarks_give_the_role(void **state) {
    static const struct {
        const char *around;
        enum pith_block_role role;
    } CASES[] = {
        {"<dialog open><p>x</dialog>", PITH_ROLE_DIALOG},
        {"<nav><p>x</nav>", PITH_ROLE_NAVIGATION},
        {"<footer><p>x</footer>", PITH_ROLE_FOOTER},
        {"<aside><p>x</aside>", PITH_ROLE_ASIDE},
        {"<header><p>x</header>", PITH_ROLE_HEADER},
        {"<form><p>x</form>", PITH_ROLE_FORM},
        {"<div><p>x</div>", PITH_ROLE_NONE},
        {"<footer><nav><p>x</nav></footer>", PITH_ROLE_NAVIGATION},
        {"<footer><form><p>x</form></footer>", PITH_ROLE_FOOTER},
        {"<header><aside><p>x</aside></header>", PITH_ROLE_ASIDE},
        {"<form><header><p>x</header></form>", PITH_ROLE_HEADER},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char page[3000];
        snprintf(page, sizeof page, MAIN "%s", CASES[i].around);
        struct pith_article *article = rows_of(*state, page, "main", PITH_ALL_BLOCKS);
        const struct pith_block *row = row_of(article, "x");
        if (!row || row->role != CASES[i].role)
            fail_msg("%s: %d", CASES[i].around, row ? (int)row->role : -1);
        pith_article_free(article);
    }
}

/* The first name of a class, of its first 200 bytes. */
static void paths_have_first_classes(void **state) {
    static const struct {
        const char *tag, *step;
    } CASES[] = {
        {"<div class=a>", "div.a"},        {"<div class=' \n a b'>", "div.a"},
        {"<div class='a\tb'>", "div.a"},   {"<div class=''>", "div"},
        {"<div class=' '>", "div"},        {"<div>", "div"},
        {"<x-card class=a>", "unknown.a"}, {"<div class='a&#8238;b'>", "div.ab"},
        {"<div class='a&#1;b'>", "div.a"}, {"<div class='\xC3\xA9'>", "div.\xC3\xA9"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char page[300], path[300];
        snprintf(page, sizeof page, "<meta charset=utf-8>%s<p>x", CASES[i].tag);
        snprintf(path, sizeof path, "body/%s/p", CASES[i].step);
        struct pith_article *article = rows_of(*state, page, NULL, PITH_ALL_BLOCKS);
        assert_string_equal(row_of(article, "x")->path, path);
        pith_article_free(article);
    }
    for (int len = 199; len <= 201; len++) {
        char page[1000], path[1000];
        snprintf(page, sizeof page, "<div class=%0*d><p>x", len, 0);
        snprintf(path, sizeof path, "body/div.%0*d/p", len < 200 ? len : 200, 0);
        struct pith_article *article = rows_of(*state, page, NULL, PITH_ALL_BLOCKS);
        assert_string_equal(row_of(article, "x")->path, path);
        pith_article_free(article);
    }
}

static void paths_have_eight_steps(void **state) {
    for (int n = 5; n <= 8; n++) { /* and <body> and <p> */
        char page[300] = "", path[300] = "";
        for (int i = 0; i < n; i++) {
            strcat(page, "<div>");
            if (i < 7)
                strcat(path, "div/");
        }
        strcat(page, "<p>x");
        strcat(path, "p");
        struct pith_article *article = rows_of(*state, page, NULL, PITH_ALL_BLOCKS);
        char expected[300];
        snprintf(expected, sizeof expected, "%s%s", n < 7 ? "body/" : "", path);
        assert_string_equal(row_of(article, "x")->path, expected);
        pith_article_free(article);
    }
}

/* For each kept row "TEXT<HEADING": of a heading, one of a higher rank. */
static void headings_are_those_above(void **state) {
    static const struct {
        const char *page, *rows;
    } CASES[] = {
        {"<p>a</p><h2>B</h2><p>c</p><p>d</p>", "a<- B<- c<B d<B"},
        {"<h2>A</h2><h3>B</h3><p>c</p><h3>D</h3><p>e</p><h2>F</h2><p>g</p>",
         "A<- B<A c<B D<A e<D F<- g<F"},
        {"<h3>A</h3><h2>B</h2><h3>C</h3><p>d</p>", "A<- B<- C<B d<C"},
        {"<h1>A</h1><h3>B</h3><h2>C</h2><h6>D</h6><p>e</p>", "A<- B<A C<A D<C e<D"},
        {"<h6>A</h6><h6>B</h6><p>c</p><h5>D</h5><p>e</p>", "A<- B<- c<B D<- e<D"},
        {"<h2>A</h2><h4>B</h4><h3>C</h3><h4>D</h4>", "A<- B<A C<A D<C"},
        {"<h1>A</h1><h2>B</h2><h1>C</h1><h3>D</h3>", "A<- B<A C<- D<C"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct pith_article *article = rows_of(*state, CASES[i].page, "body", PITH_BLOCKS);
        const struct pith_block *row;
        char rows[200] = "";
        for (size_t k = 0; (row = pith_article_block(article, k)) != NULL; k++) {
            const struct pith_block *heading =
                row->heading == PITH_NO_BLOCK ? NULL : pith_article_block(article, row->heading);
            sprintf(rows + strlen(rows), "%s%s<%s", k ? " " : "", row->text,
                    heading ? heading->text : "-");
        }
        assert_string_equal(rows, CASES[i].rows);
        pith_article_free(article);
    }
}

/* What is chosen but shown as something else, or not at all, is not in the body: its row has no
 * range, is left out with PITH_BLOCKS, and is nobody's heading. */
static void what_is_not_shown_is_not_in_the_body(void **state) {
    static const char NOTES[] =
        "<p>See a<sup><a href=#n1 id=r1>1</a></sup></p><h2>Notes</h2><ol class=references>"
        "<li id=n1>Log, page 4. <a href=#r1>^</a></ol><p>* * *</p><p>b</p>";
    struct pith_article *article = rows_of(*state, NOTES, "body", PITH_ALL_BLOCKS);
    const struct pith_block *row;
    for (size_t i = 0; (row = pith_article_block(article, i)) != NULL; i++) {
        assert_int_equal(row->kept, row->body_end > row->body_start);
        assert_int_equal(row->heading, PITH_NO_BLOCK);
    }
    assert_false(row_of(article, "Notes")->kept);
    assert_string_equal(row_of(article, "Notes")->rule, "not text");
    assert_false(row_of(article, "* * *")->kept);
    assert_true(row_of(article, "b")->kept);
    pith_article_free(article);
    article = rows_of(*state, NOTES, "body", PITH_BLOCKS);
    assert_null(row_of(article, "Notes"));
    pith_article_free(article);
}

/* Headings that are not kept have no texts under them, nor a heading. */
static void headings_of_the_rest_do_not_count(void **state) {
    struct pith_article *article =
        rows_of(*state,
                "<nav><h2>A</h2></nav><div id=k><h3>B</h3><p>c</p></div>" MAIN
                "<div class=footer><h2>D</h2><p>e</p></div>",
                "#k", PITH_ALL_BLOCKS);
    assert_int_equal(row_of(article, "A")->heading, PITH_NO_BLOCK);
    assert_int_equal(row_of(article, "B")->heading, PITH_NO_BLOCK);
    assert_ptr_equal(pith_article_block(article, row_of(article, "c")->heading),
                     row_of(article, "B"));
    assert_int_equal(row_of(article, "e")->heading, PITH_NO_BLOCK);
    pith_article_free(article);
}

/* Only PITH_BLOCKS leaves out the rows that are not in the body; only PITH_EXPLAIN has reasons. */
static void flags_decide_which_rows_there_are(void **state) {
    static const struct {
        unsigned flags;
        bool has_kept, has_rest, has_reasons;
    } CASES[] = {
        {0, false, false, false},
        {PITH_BLOCKS, true, false, false},
        {PITH_ALL_BLOCKS, true, true, false},
        {PITH_EXPLAIN, true, true, true},
        {PITH_BLOCKS | PITH_ALL_BLOCKS, true, true, false},
        {PITH_BLOCKS | PITH_EXPLAIN, true, true, true},
        {PITH_LISTS, false, false, false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct pith_article *article =
            rows_of(*state, MAIN "<div class=footer><p>x</p></div>", "main", CASES[i].flags);
        const struct pith_block *kept = row_of(article, "kept"), *rest = row_of(article, "x");
        assert_int_equal(kept != NULL, CASES[i].has_kept);
        assert_int_equal(rest != NULL, CASES[i].has_rest);
        if (kept)
            assert_int_equal(*kept->reasons != '\0', CASES[i].has_reasons);
        pith_article_free(article);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CONTEXT_TEST(elements_give_the_kind),
        CONTEXT_TEST(far_elements_give_no_kind),
        CONTEXT_TEST(landmarks_give_the_role),
        CONTEXT_TEST(paths_have_first_classes),
        CONTEXT_TEST(paths_have_eight_steps),
        CONTEXT_TEST(headings_are_those_above),
        CONTEXT_TEST(what_is_not_shown_is_not_in_the_body),
        CONTEXT_TEST(headings_of_the_rest_do_not_count),
        CONTEXT_TEST(flags_decide_which_rows_there_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

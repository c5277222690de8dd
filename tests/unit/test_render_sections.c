/*
 * How kept blocks become sections: numbers of lists, rows that are heads of tables, tasks,
 * callouts, images between them.
 */
#include "render_page.h"

static void items_have_the_numbers_of_the_page(void **state) {
    static const struct render_case CASES[] = {
        {"<ol><li>a<li>b</ol>", "1. a\n2. b"},
        {"<ol start=3><li>a<li>b</ol>", "3. a\n4. b"},
        {"<ol start=0><li>a<li>b</ol>", "0. a\n1. b"},
        {"<ol start=x><li>a</ol>", "1. a"},
        {"<ol start=999999999><li>a</ol>", "1. a"},
        {"<ol><li value=5>a<li>b</ol>", "5. a\n6. b"},
        {"<ol><li>a<li>DROP<li>c</ol>", "1. a\n3) c"},
        {"<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2) b\n1. c"},
        {"<ol reversed start=9><li>a<li>b</ol>", "9. a\n8) b"},
        {"<ol reversed><li value=0>a<li>b</ol>", "0. a\n0) b"},
        {"<ul><li value=5>a</ul>", "- a"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void rows_may_be_heads(void **state) {
    static const struct render_case CASES[] = {
        {"<table><thead><tr><td>a<td>b<tbody><tr><td>c<td>d</table>",
         "| a | b |\n| --- | --- |\n| c | d |"},
        {"<table><tr><th>a<th>b<tr><td>c<td>d</table>", "| a | b |\n| --- | --- |\n| c | d |"},
        {"<table><tr><th>a<td>b<tr><td>c<td>d</table>",
         "|  |  |\n| --- | --- |\n| a | b |\n| c | d |"},
        {"<table><tr><td>c<td>d<tr><th>a<th>b</table>",
         "|  |  |\n| --- | --- |\n| c | d |\n| a | b |"},
        {"<table><tr><td><b>a</b><td><b>b</b><tr><td>c<td>d</table>",
         "| a | b |\n| --- | --- |\n| c | d |"},
        {"<table><tr><td><b>a</b><td>b<tr><td>c<td>d</table>",
         "|  |  |\n| --- | --- |\n| **a** | b |\n| c | d |"},
        {"<table><tr><td><b>a</b><td><b>b</b><tr><td><b>c</b><td><b>d</b></table>",
         "|  |  |\n| --- | --- |\n| **a** | **b** |\n| **c** | **d** |"},
        {"<table><tr><th>a<th>b<tr><th>c<th>d</table>", "| a | b |\n| --- | --- |\n| c | d |"},
        {"<table><tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e</table>",
         "|  |  |  |\n| --- | --- | --- |\n| a | b | c |\n| d |  | e |"},
        {"<table><tr><th>a<th>b<tr><td rowspan=2>c<td>d<tr><td>e</table>",
         "| a | b |\n| --- | --- |\n| c | d |\n|  | e |"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void items_may_be_tasks(void **state) {
    static const struct render_case CASES[] = {
        {"<ul><li><input type=checkbox>a<li><input type=checkbox checked>b</ul>",
         "- [ ] a\n- [x] b"},
        {"<ul><li>a<ul><li><input type=checkbox checked>b</ul></ul>", "- a\n  - [x] b"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void lists_within_lists(void **state) {
    static const struct render_case CASES[] = {
        {"<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"},
        {"<ul><li>a<ol><li>b</ol></ul>", "- a\n  1. b"},
        {"<ul><li>a<ul><li>b</ul></ul><p>c</p>", "- a\n  - b\n\nc"},
        {"<ul><li>a</li><ul><li>b</ul></ul>", "- a\n  - b"},
        {"<ul><li><p>a<p>b<li>c</ul>", "- a\n\n  b\n\n- c"},
        {"<ul><li>a</ul><ul><li>b<li>c</ul>", "- a\n\n* b\n* c"},
        {"<ul><li>a</ul><ul><li>b</ul>", "- a\n- b"},
        {"<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n1) b"},
        {"<ul><li>a</ul><ol><li>b</ol>", "- a\n\n1. b"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void quotes_may_be_callouts(void **state) {
    static const struct render_case CASES[] = {
        {"<p>z<blockquote><p>a</blockquote>", "z\n\n> a"},
        {"<p>z<div class='admonition tip'><p>a</div>", "z\n\n> [!tip]\n> a"},
        {"<p>z<div class='admonition tip'><h4>A title</h4><p>a</div>",
         "z\n\n> [!tip] A title\n> a"},
        {"<p>z<blockquote><p>[!NOTE] a</blockquote>", "z\n\n> [!note]\n> a"},
        {"<p>z<blockquote><p>[!NOTE]<p>a</blockquote>", "z\n\n> [!note]\n> a"},
        {"<p>z<blockquote><p>[!BOAT] a</blockquote>", "z\n\n> \\[!BOAT\\] a"},
        {"<p>z<blockquote><p>[!NOTE a</blockquote>", "z\n\n> \\[!NOTE a"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void headings_have_levels(void **state) {
    static const struct render_case CASES[] = {
        {"<h1>a</h1>", "# a"},
        {"<h6>a</h6>", "###### a"},
        {"<div role=heading aria-level=3>a</div>", "### a"},
        {"<div role=heading aria-level=7>a</div>", "## a"},
        {"<div role=heading aria-level=0>a</div>", "## a"},
        {"<div role=heading>a</div>", "## a"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void links_back_are_left_out(void **state) {
    static const struct render_case CASES[] = {
        {"<p>boat <a href='#r'>↩</a>", "boat"},   {"<p>boat <a href='#r'>↪</a>", "boat"},
        {"<p>boat <a href='#r'>↑</a>", "boat"},   {"<p>boat <a href='#r'>⤴</a>", "boat"},
        {"<p>boat <a href='#r'>↵</a>", "boat"},   {"<p>boat <a href='#r'>⏎</a>", "boat"},
        {"<p>boat <a href='#r'>⬆</a>", "boat"},   {"<p>boat <a href='#r'>⇑</a>", "boat"},
        {"<p>boat <a href='#r'>🔙</a>", "boat"},   {"<p>boat <a href='#r'>^</a>", "boat"},
        {"<p>boat <a href='#r'>↩↩</a>", "boat"},  {"<p>boat <a href='#r'>↩ 1</a>", "boat ↩ 1"},
        {"<p>boat <a href='/r'>↩</a>", "boat ↩"}, {"<p>boat <a href='#r'>→</a>", "boat →"},
        {"<p>boat <b>↩</b>", "boat ↩"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(items_have_the_numbers_of_the_page),
        ARENA_TEST(rows_may_be_heads),
        ARENA_TEST(items_may_be_tasks),
        ARENA_TEST(lists_within_lists),
        ARENA_TEST(quotes_may_be_callouts),
        ARENA_TEST(headings_have_levels),
        ARENA_TEST(links_back_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

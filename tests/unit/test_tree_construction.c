/*
 * Tree construction, clause by clause of section 13.2 of HTML: each page of
 * tests/tree_construction.txt has the blocks stated there, and the same with the prescan as by
 * Gumbo alone, also within other elements and cut off anywhere.
 */
#include "two_readings.h"

#include <stdio.h>

enum { MAX_LINE = 1024 };

/* What is written around each page. */
static const struct context {
    const char *before, *after;
} CONTEXTS[] = {
    {"", ""},
    {"<!doctype html><body>", ""},
    {"<div>", "</div>x"},
    {"<p>", "x"},
    {"<h1>", "</h1>x"},
    {"<ul><li>", "<li>x"},
    {"<b>", "x"},
    {"<div><b><i><u>", "</b></div>x"},
    {"<span><nobr>", "x"},
    {"<a href=1>", "<a href=2>x"},
    {"<pre>", "</pre>x"},
    {"<button>", "</button>x"},
    {"<object>", "</object>x"},
    {"<ruby>x<rt>", "x"},
    {"<table><tr><td>", "</table>x"},
    {"<table><caption>", "</caption><td>x"},
    {"<table>", "</table>x"},
    {"<svg><desc>", "x"},
    {"<math><mi>", "x"},
};

/* A page of the table, and what is said about it. */
struct construction {
    char page[MAX_LINE], blocks[MAX_LINE], scanned[MAX_LINE];
    bool is_alone; /* it is not read in contexts, nor cut off */
};

typedef void check_construction(struct fixture *f, const struct construction *c);

/* Replaces \n, \r, \t and \f in place. */
static void unescape(char *line) {
    static const char letters[] = "nrtf", bytes[] = "\n\r\t\f";
    char *to = line;
    for (const char *p = line; *p; p++) {
        const char *letter = *p == '\\' && p[1] ? strchr(letters, p[1]) : NULL;
        *to++ = letter ? bytes[letter - letters] : *p;
        p += letter != NULL;
    }
    *to = '\0';
}

static void read_statement(const char *line, struct construction *c) {
    if (*line == '-') {
        c->is_alone = true;
    } else if (*line == '!') {
        c->is_alone = true;
        snprintf(c->scanned, sizeof c->scanned, "%s", line + 2);
    } else {
        snprintf(c->blocks, sizeof c->blocks, "%s", line);
        snprintf(c->scanned, sizeof c->scanned, "%s", line);
    }
}

/* Applies `check` to each page of the table. */
static void for_each(struct fixture *f, check_construction *check) {
    FILE *table = fopen("tests/tree_construction.txt", "r");
    char line[MAX_LINE];
    struct construction c = {.page = ""};
    int n = 0;
    assert_non_null(table);
    while (fgets(line, sizeof line, table)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '\t') {
            read_statement(line + 1, &c);
            continue;
        }
        if (c.page[0])
            check(f, &c);
        c = (struct construction){.page = ""};
        if (line[0] == '\0' || line[0] == '#')
            continue;
        snprintf(c.page, sizeof c.page, "%s", line);
        unescape(c.page);
        n++;
    }
    if (c.page[0])
        check(f, &c);
    fclose(table);
    assert_in_range(n, 500, 1000);
}

/* -- Checks ------------------------------------------------------------------------------ */

static void append_escaped(struct buffer *out, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\n')
            buffer_append(out, STR("\\n"));
        else
            buffer_append_byte(out, text.at[i]);
    }
}

/* The blocks as the table states them. */
static const char *summarize(const struct block_page *page) {
    struct buffer out;
    if (page->n_blocks == 0)
        return "(none)";
    buffer_init(&out, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        buffer_append(&out, i > 0 ? STR(" | ") : STR(""));
        buffer_append(&out, str_of(dom_tag_name(page->dom.nodes[page->blocks[i].node].tag)));
        buffer_append_byte(&out, ' ');
        append_escaped(&out, page->blocks[i].text);
    }
    buffer_append_byte(&out, '\0');
    return out.data;
}

static void assert_blocks(const struct block_page *page, const char *expected, const char *html) {
    const char *found = summarize(page);
    if (strcmp(found, expected) != 0)
        fail_msg("%s\nhas the blocks\n%s\ninstead of\n%s", html, found, expected);
}

static void check_stated(struct fixture *f, const struct construction *c) {
    struct block_page page;
    read_page(&f->arena, str_of(c->page), true, &page);
    assert_blocks(&page, c->blocks, c->page);
    read_page(&f->other, str_of(c->page), false, &page);
    assert_blocks(&page, c->scanned, c->page);
}

static void assert_same(struct fixture *f, struct str html) {
    struct block_page plain, scanned;
    read_page(&f->arena, html, true, &plain);
    read_page(&f->other, html, false, &scanned);
    const char *expected = describe(&plain), *found = describe(&scanned);
    if (strcmp(found, expected) != 0)
        fail_msg("%.*s\nhas the blocks\n%sinstead of\n%s", (int)html.len, html.at, found, expected);
}

static void check_in_contexts(struct fixture *f, const struct construction *c) {
    char html[MAX_LINE + 64];
    for (size_t i = 0; i < sizeof CONTEXTS / sizeof *CONTEXTS && !c->is_alone; i++) {
        snprintf(html, sizeof html, "%s%s%s", CONTEXTS[i].before, c->page, CONTEXTS[i].after);
        assert_same(f, str_of(html));
    }
}

static void check_cut(struct fixture *f, const struct construction *c) {
    static const char CLOSE[] = "--></title></textarea></xmp></style></script></iframe></noembed>"
                                "</noframes></template></template>";
    char html[MAX_LINE + sizeof CLOSE];
    for (size_t i = 0; c->page[i] && !c->is_alone; i++) {
        /* Unclosed elements and comments are deliberately read on, unlike in Gumbo. */
        int len = snprintf(html, sizeof html, "%.*s%s", (int)i, c->page, CLOSE);
        assert_same(f, (struct str){html, (size_t)len});
    }
}

/* -- Tests ------------------------------------------------------------------------------- */

static void constructions_have_the_stated_blocks(void **state) {
    for_each(*state, check_stated);
}

static void constructions_are_the_same_in_other_elements(void **state) {
    for_each(*state, check_in_contexts);
}

static void constructions_are_the_same_when_cut_off(void **state) {
    for_each(*state, check_cut);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constructions_have_the_stated_blocks),
        cmocka_unit_test(constructions_are_the_same_in_other_elements),
        cmocka_unit_test(constructions_are_the_same_when_cut_off),
    };
    if (gumbo_builds_other_trees())
        return 0;
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

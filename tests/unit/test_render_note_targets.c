/*
 * note_target.c: where links within a page lead, which element is the note there, and whether it is
 * likely to be one.
 */
#include "cut_page.h"

#include <stdio.h>

#include "render/note_list.h"
#include "render/note_target.h"

/* The page's link number `n`, from 0; or 0. */
static uint32_t link_at(const struct dom *dom, size_t n) {
    for (uint32_t i = 0; i < dom->n_nodes; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind == DOM_ELEMENT && dom_has_attribute(node, DOM_ATTR_HREF) && n-- == 0)
            return i;
    }
    return 0;
}

/* The first text in or after a node. */
static struct str text_from(const struct dom *dom, uint32_t i) {
    while (i < dom->n_nodes && (dom->nodes[i].kind != DOM_TEXT || dom->nodes[i].is_blank))
        i++;
    return i < dom->n_nodes ? dom->nodes[i].text : STR_NONE;
}

static void links_lead_to_ids_and_anchors(void **state) {
    static const struct {
        const char *html, *text; /* "-": nowhere */
    } CASES[] = {
        {"<a href='#n'>1</a><p>before<p id=n>found<p id=m>other", "found"},
        {"<a href='#m'>1</a><p>before<p id=n>other<p id=m>found", "found"},
        {"<a href='#x'>1</a><p id=n>other<p id=m>other", "-"},
        {"<a href='#x'>1</a><p>no element has an id", "-"},
        {"<a href='/page#n'>1</a><p>before<p id=n>found", "found"},
        {"<a href='n'>1</a><p id=n>other", "-"},
        {"<a href=''>1</a><p id=n>other", "-"},
        {"<a href='#'>1</a><p id=n>other", "-"},
        {"<a href='n#'>1</a><p id=n>other", "-"},
        {"<a href='#f%3A1'>1</a><p>before<p id='f:1'>found", "found"},
        {"<a href='#n'>1</a><p id=n>found<p id=n>second", "found"},
        {"<p id=n>found<p><a href='#n'>1</a>", "found"},
        /* names, which only anchors have */
        {"<a href='#n'>1</a><p>before<a name=n>found</a>", "found"},
        {"<a href='#n'>1</a><p>before<a id=m name=n>found</a>", "found"},
        {"<a href='#m'>1</a><p>before<a id=m name=n>found</a>", "found"},
        {"<a href='#n'>1</a><p name=n>other<p id=n>found", "found"},
        {"<a href='#n'>1</a><p name=n>other", "-"},
        {"<a href='#n'>1</a><input id=n><p>other", "-"},
        /* what sanitizers put before ids */
        {"<a href='#n'>1</a><p>before<p id=user-content-n>found", "found"},
        {"<a href='#n'>1</a><p>before<p id=n-user-content>other", "-"},
        {"<a href='#n'>1</a><p id=user-content-n>other<p id=n>found", "found"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        struct note_targets targets;
        uint32_t to = 0;
        note_targets_init(&targets, &page);
        bool found = note_target_of(&targets, link_at(&page.dom, 0), &to);
        struct str text = found ? text_from(&page.dom, to) : STR("-");
        if (!str_equals(text, str_of(CASES[i].text)) || targets.n_found != found)
            fail_msg("%s: %.*s", CASES[i].html, (int)text.len, text.at);
    }
}

static void each_of_many_links_finds_its_own_target(void **state) {
    enum { LINKS = 300 };
    struct arena *arena = *state;
    struct buffer html;
    ARM(arena);
    buffer_init(&html, arena);
    for (size_t i = LINKS; i > 0; i--) {
        buffer_append(&html, STR("<a href='#n"));
        buffer_append_number(&html, i);
        buffer_append(&html, STR("'>a</a> "));
    }
    for (size_t i = 1; i <= LINKS; i++) {
        buffer_append(&html, STR("<p id=n"));
        buffer_append_number(&html, i);
        buffer_append(&html, STR(">"));
        buffer_append_number(&html, i);
    }
    buffer_append_byte(&html, '\0');
    struct block_page page = cut_html(arena, html.data);
    struct note_targets targets;
    note_targets_init(&targets, &page);
    for (size_t i = 0; i < LINKS; i++) {
        uint32_t to;
        char want[8];
        snprintf(want, sizeof want, "%zu", LINKS - i);
        assert_true(note_target_of(&targets, link_at(&page.dom, i), &to));
        assert_str(text_from(&page.dom, to), str_of(want));
    }
    note_targets_sort(&targets);
    assert_int_equal(targets.n_found, LINKS);
    for (size_t i = 1; i < LINKS; i++)
        assert_true(targets.found[i - 1] < targets.found[i]);
}

static void targets_are_sorted_and_distinct(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct block_page page =
        cut_html(arena, "<a href='#b'>1</a><a href='#a'>1</a><a href='#b'>1</a><a href='#x'>1</a>"
                        "<p id=a>a<p id=b>b");
    struct note_targets targets;
    note_targets_init(&targets, &page);
    note_targets_sort(&targets); /* none */
    assert_int_equal(targets.n_found, 0);
    for (size_t i = 0; i < 4; i++) {
        uint32_t to;
        assert_int_equal(note_target_of(&targets, link_at(&page.dom, i), &to), i < 3);
    }
    assert_int_equal(targets.n_found, 3);
    note_targets_sort(&targets);
    assert_int_equal(targets.n_found, 2);
    assert_str(text_from(&page.dom, targets.found[0]), STR("a"));
    assert_str(text_from(&page.dom, targets.found[1]), STR("b"));
}

/* ---- items ---- */

/* Follows all links of a page; the first leads to `target`. False if it leads nowhere. */
static bool follow_links(struct note_targets *targets, const struct block_page *page,
                         uint32_t *target) {
    uint32_t to, link;
    note_targets_init(targets, page);
    bool found = note_target_of(targets, link_at(&page->dom, 0), target);
    for (size_t i = 1; (link = link_at(&page->dom, i)) > 0; i++)
        note_target_of(targets, link, &to);
    note_targets_sort(targets);
    return found;
}

/* The item that the first link of a page leads to: "li: its|blocks"; "-" if it is none. The name of
 * the element around it comes first if that is another. */
static struct str item_of(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    struct note_targets targets;
    struct note note;
    struct buffer out;
    uint32_t target;
    assert_true(follow_links(&targets, &page, &target));
    if (!note_item_of(&targets, target, &note))
        return STR("-");
    buffer_init(&out, arena);
    if (note.around != note.first_node) {
        buffer_append(&out, str_of(dom_tag_name(page.dom.nodes[note.around].tag)));
        buffer_append_byte(&out, '>');
    }
    buffer_append(&out, str_of(dom_tag_name(page.dom.nodes[note.first_node].tag)));
    buffer_append(&out, STR(": "));
    for (uint32_t i = note.first_block; i < note.end_block; i++) {
        if (i > note.first_block)
            buffer_append_byte(&out, '|');
        buffer_append(&out, page.blocks[i].text);
    }
    assert_int_equal(block_find_from(&page, note.end_node), note.end_block);
    return buffer_str(&out);
}

struct item_case {
    const char *html, *item;
};

static void check_items(struct arena *arena, const struct item_case *cases, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct str item = item_of(arena, cases[i].html);
        if (!str_equals(item, str_of(cases[i].item)))
            fail_msg("%s: %.*s", cases[i].html, (int)item.len, item.at);
    }
}

#define CHECK_ITEMS(cases) check_items(*state, (cases), N_OF(cases))
#define REF "<p>text <a href='#n'>1</a> <a href='#m'>2</a></p>"

static void items_are_the_smallest_blocks_around_targets(void **state) {
    static const struct item_case CASES[] = {
        {REF "<p id=n>Note<p>other", "p: Note"},
        {REF "<p>other<p><b><a id=n></a>Note</b><p>other", "p: Note"},
        {REF "<p>other<p>Note<span id=n></span><p>other", "p: Note"},
        {REF "<ul><li id=n>Note<p>more<li id=m>other</ul>", "li: Note|more"},
        {REF "<p id=n></p><p>other", "-"},
        {REF "<p>other<p><a id=n></a>", "-"},
        /* the row of a cell */
        {REF "<table><tr><td id=n>Note<td>more<tr><td id=m>other</table>", "tr: Note|more"},
        {REF "<table><tr><td>Before<td id=n>Note<tr><td id=m>other</table>", "tr: Before|Note"},
        {REF "<table><tr><th id=n>Note<td>more<tr><td id=m>other</table>", "tr: Note|more"},
        /* a side note */
        {REF "<p>One<span id=n class=sidenote>Note</span> two <b id=m>b</b>", "span: Note"},
        {REF "<p>One<span id=n class=side>Note</span> two <b id=m>b</b>", "p: OneNote two b"},
        {REF "<p>One<b id=n>Note</b> two<span class=sidenote>other</span>",
         "p: OneNote two[1]|other"},
        {REF "<p>One<side-note id=n class=sidenote>Note</side-note> two", "unknown: Note"},
        {REF "<ul><li>One<i id=n class=sidenote>Note</i> two</ul>", "i: Note"},
        {REF "<dl><dd>One<i id=n class=sidenote>Note</i></dl>", "i: Note"},
        {REF "<ul><li>One<i id=n class=sidenote>7</i><i class=sidenote>8</i></ul>", "i: 7"},
        {REF "<div>One<x-text id=n><i class=sidenote>Note</i><p>two</x-text></div>",
         "div: One[1]|Note|two"},
        {REF "<p>One<b id=n></b><span class=sidenote>Note</span> two", "p: One[1] two|Note"},
    };
    CHECK_ITEMS(CASES);
}

static void wrappers_belong_to_the_item(void **state) {
    static const struct item_case CASES[] = {
        /* those with the same text */
        {REF "<div><div><p id=n>Note</div></div><p id=m>other", "div: Note"},
        {REF "<div><div><p id=n>Note</div>more</div><p id=m>other", "div: Note"},
        {REF "<div><div>before<p id=n>Note</div></div><p id=m>other", "p: Note"},
        /* items of lists */
        {REF "<ol><li><p id=n>Note<p>more<li id=m>other</ol>", "li: Note|more"},
        {REF "<ol><li>before<p id=n>Note<li id=m>other</ol>", "li: before|Note"},
        {REF "<ol><li id=m>other<li><p id=n>Note<p>more</ol>", "li: Note|more"},
        {REF "<dl><dt>term<dd>before<p id=n>Note<dt id=m>other</dl>", "dd: before|Note"},
        {REF "<dl><dt id=n>Term<dd>other</dl>", "dt: Term"},
        {REF "<ol><li><p id=n>Note<p id=m>other</ol>", "p: Note"}, /* of two notes */
        /* numbered ones */
        {REF "<div id=note-1><p id=n>Note<p>more</div><p id=m>other", "div: Note|more"},
        {REF "<div id=notes><p id=n>Note<p>more</div><p id=m>other", "p: Note"},
        {REF "<div id=9><p id=n>Note<p>more</div><p id=m>other", "div: Note|more"},
        {REF "<form id=note-1><p id=n>Note<p>more</form><p id=m>other", "p: Note"},
        {REF "<div id=note-1><p id=n>Note<p id=m>other</div>", "p: Note"},
        /* never a part of the page */
        {REF "<section><p id=n>Note</section><p id=m>other", "p: Note"},
        {REF "<article><p id=n>Note</article><p id=m>other", "p: Note"},
        {REF "<main><p id=n>Note</main><p id=m>other", "p: Note"},
        {REF "<ol><p id=n>Note</ol><p id=m>other", "p: Note"},
        {REF "<ul><p id=n>Note</ul><p id=m>other", "p: Note"},
        {REF "<ol><li id=n>Note</ol><p id=m>other", "li: Note"},
        {REF "<table><tr><td>1<td><p id=n>Note<tr><td id=m>other</table>", "p: Note"},
        {"<body><p id=n><a href='#n'>Note</a>", "p: Note"},
    };
    CHECK_ITEMS(CASES);
}

static void some_elements_are_no_notes(void **state) {
    static const struct item_case CASES[] = {
        {REF "<table id=n><tr><td>a<td>b<tr><td>c<td>d</table>", "-"},
        {REF "<figure id=n><figcaption>a</figcaption></figure>", "-"},
        {REF "<p>a<img id=n src=a.png>b</p>", "-"},
        {REF "<pre id=n>a</pre>", "-"},
        {REF "<p>a <math id=n><mi>b</mi></math> c", "-"},
        {REF "<nav id=n>a</nav>", "-"},
        {REF "<ol id=n><li>a</ol>", "-"},
        {REF "<ul id=n><li>a</ul>", "-"},
        {REF "<article id=n>a</article>", "-"},
        {REF "<main id=n>a</main>", "-"},
        {"<body id=n>" REF "a", "-"},
        {REF "<section id=n>a</section>", "-"},
        {REF "<div><section id=n>Note</section></div><p id=m>other", "div: Note"}, /* a wrapper's */
        {REF "<p>a<figure>b <i id=n>c</i></figure>", "-"},
        {REF "<p>a<pre>b <i id=n>c</i></pre>", "-"},
        {REF "<h2 id=n>A heading</h2><p>a", "-"},
        {REF "<li id=n>Note<h3>A heading</h3><p>a", "-"},
        {REF "<li id=n><h3>A heading</h3><p>a", "li: A heading|a"},
    };
    CHECK_ITEMS(CASES);
}

static void a_label_has_its_text_after_it(void **state) {
    static const struct item_case CASES[] = {
        {REF "<div><p id=n>1<p>Note<p>more</div><p>other", "div>p: 1|Note|more"},
        {REF "<div><p id=n>1<p>Note</div><div><p id=m>2<p>other</div>", "div>p: 1|Note"},
        {REF "<div><p id=n>1<p>Note<p id=m>2<p>other</div>", "div>p: 1|Note"},
        {REF "<div><p id=n>1<p>Note<div><p id=m>2<p>other</div></div>", "div>p: 1|Note"},
        {REF "<div><p id=n>1<p>Note<div><p>a<div><p>2<p id=m>b</div></div></div>", "div>p: 1|Note"},
        {REF "<div><h3 id=n>1</h3><p>Note</div>", "div>h3: 1|Note"},
        {REF "<div><p id=m>2<p>other<p id=n>1<p>Note</div><p>other", "div>p: 1|Note"},
        {REF "<div><p id=n>One<p>other</div><p>other", "p: One"},
        {REF "<dl><dt id=n>1<dd>Note<dt id=m>2<dd>other</dl>", "dl>dt: 1|Note"},
    };
    CHECK_ITEMS(CASES);
}

/* As Docutils wrote them until 0.17, and so Sphinx. */
static void the_only_row_of_a_table_may_be_a_note(void **state) {
#define NOTE(first, text) "<tr><td>" first "</td><td>" text "</td></tr>"
    static const struct item_case CASES[] = {
        {REF "<table id=n><col>" NOTE("[1]", "Note") "</table><p>other", "tr: [1]|Note"},
        {REF "<table id=n><tbody>" NOTE("[1]", "<p>Note<p>more") "</table>", "tr: [1]|Note|more"},
        {REF "<table><tr><td id=n>[1]<td>Note</table>", "tr: [1]|Note"},
        {REF "<table><tbody><tr id=n><td>[1]<td>Note</table>", "tr: [1]|Note"},
        {REF "<table id=n>" NOTE("[1]", "a") NOTE("[2]", "b") "</table>", "-"}, /* which? */
        {REF "<table id=n>" NOTE("[1]", "") "</table>", "-"},
        {REF "<table id=n>" NOTE("Draught", "2 m") "</table>", "-"},
        {REF "<table id=n><caption>[1]</caption></table><table><tr><td>a</table>", "-"},
    };
#undef NOTE
    CHECK_ITEMS(CASES);
}

/* A page with an item of `n` blocks of `len` bytes. */
static const char *long_item(struct arena *arena, size_t n, size_t len) {
    struct buffer html;
    buffer_init(&html, arena);
    buffer_append(&html, STR(REF "<ol><li id=n>"));
    for (size_t i = 0; i < n; i++) {
        buffer_append(&html, STR("<p>"));
        for (size_t k = 0; k < len; k++)
            buffer_append_byte(&html, 'x');
    }
    buffer_append(&html, STR("<li id=m>other</ol>"));
    buffer_append_byte(&html, '\0');
    return html.data;
}

static void items_have_a_length(void **state) {
    static const struct {
        size_t n, len;
        bool is_short;
    } CASES[] = {
        {30, 1, true},    {31, 1, false},  {1, 8000, true},
        {1, 8001, false}, {20, 400, true}, {20, 401, false},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str item = item_of(arena, long_item(arena, CASES[i].n, CASES[i].len));
        if (str_equals(item, STR("-")) == CASES[i].is_short)
            fail_msg("%zu times %zu", CASES[i].n, CASES[i].len);
    }
}

/* ---- what is a note ---- */

/* Whether the first link of a page is likely to lead to a note. */
static bool is_likely(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    struct note_targets targets;
    struct note note;
    uint32_t target;
    assert_true(follow_links(&targets, &page, &target));
    assert_true(note_item_of(&targets, target, &note));
    return note_is_likely(&targets, link_at(&page.dom, 0), target, &note);
}

struct likely_case {
    const char *html;
    bool is_likely;
};

static void check_likely(struct arena *arena, const struct likely_case *cases, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++)
        if (is_likely(arena, cases[i].html) != cases[i].is_likely)
            fail_msg("%s", cases[i].html);
}

#define CHECK_LIKELY(cases) check_likely(*state, (cases), N_OF(cases))
#define TO(target) "<p>text <a href='#" target "'>1</a></p>"
#define SIXTY "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff"

static void notes_have_names(void **state) {
    static const struct likely_case CASES[] = {
        {TO("x") "<p id=x>a", false},
        {TO("fn1") "<p id=fn1>a", true},
        {TO("FN1") "<p id=FN1>a", true},
        {TO("xfn") "<p id=xfn>a", false},
        {TO("note") "<p id=note>a", true},
        {TO("a-note") "<p id=a-note>a", false},
        {TO("ref9") "<p id=ref9>a", true},
        {TO("foot") "<p id=foot>a", true},
        {TO("bib2") "<p id=bib2>a", true},
        {TO("easy-foot") "<p id=easy-foot>a", true},
        {TO("x-footnote") "<p id=x-footnote>a", true},
        {TO("x.bib.y") "<p id=x.bib.y>a", true},
        {TO("x.bib") "<p id=x.bib>a", false},
        {TO("_ftn1") "<p id=_ftn1>a", true},
        {TO("_edn1") "<p id=_edn1>a", true},
        {TO("ft") "<p id=ft>a", false},
        {TO("Foot_Note") "<p id=Foot_Note>a", true},
        /* by the element's class and role */
        {TO("x") "<p id=x class=endnote>a", true},
        {TO("x") "<p id=x class='a Sidenote b'>a", true},
        {TO("x") "<p id=x class='a b c'>a", false},
        {TO("x") "<p id=x role=doc-endnote>a", true},
        {TO("x") "<p id=x role=listitem>a", false},
        /* by the elements around it */
        {TO("x") "<div class=citations><div><div><p id=x>a<p>b</div>c</div>d</div>", true},
        {TO("x") "<div class=citations><div><div><div><p id=x>a<p>b</div>c</div>d</div>e</div>",
         false},
        {TO("x") "<div role=doc-endnotes><p>b<p id=x>a</div>", true},
        {TO("x") "<div id=references><p>b<p id=x>a</div>", true},
        /* a long name is read only so far */
        {TO("x") "<p id=x class=" SIXTY "cite>a", true},
        {TO("x") "<p id=x class=" SIXTY "zcite>a", false},
    };
    CHECK_LIKELY(CASES);
}

static void references_have_names_or_are_raised(void **state) {
#define NOTE "<p id=x>a"
    static const struct likely_case CASES[] = {
        {"<p>text <a href='#x'>1</a>" NOTE, false},
        {"<p>text <sup><a href='#x'>1</a></sup>" NOTE, true},
        {"<p>text <sup><b><a href='#x'>1</a></b></sup>" NOTE, true},
        {"<p>text <sup><b><i><a href='#x'>1</a></i></b></sup>" NOTE, false},
        {"<p>text <sub><a href='#x'>1</a></sub>" NOTE, false},
        {"<p>text <a href='#x'><sup>1</sup></a>" NOTE, true},
        {"<p>text <a href='#x'><b>1</b></a>" NOTE, false},
        {"<p>text <a href='#x'></a><sup>1</sup>" NOTE, false},
        {"<p>text <a href='#x' class=noteref>1</a>" NOTE, true},
        {"<p>text <a href='#x' id=cite-1>1</a>" NOTE, true},
        {"<p>text <a href='#x' role=doc-noteref>1</a>" NOTE, true},
        {"<p>text <b class=reference><a href='#x'>1</a></b>" NOTE, true},
    };
    CHECK_LIKELY(CASES);
}

static void notes_lead_back(void **state) {
#define BACK(target) "<p id=x>a <a href='#" target "'>back</a>"
    static const struct likely_case CASES[] = {
        {"<p>text <a href='#x' id=y>1</a>" BACK("y"), true},
        {"<p id=y>text <a href='#x'>1</a>" BACK("y"), true},
        {"<p>text <a href='#x'>1</a><b id=y>b</b>" BACK("y"), true},
        {"<p>text <a href='#x'>1</a>" BACK("z"), false},
        {"<p>text <a href='#x' id=y>1</a><p id=x>a <b>back</b><p><a href='#y'>b</a>", false},
        {"<p>text <a href='#x' id=y>1</a><p id=x><a href='#z'>c</a> <a href='#y'>b</a>", true},
        {"<p>text <a href='#x' id=y>1</a><p id=x>a <link href='#y'>", false},
        /* near the reference: eight nodes before it or after it */
        {"<p><b id=y></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><a href='#x'>1</a>" BACK(
             "y"),
         true},
        {"<p><b id=y></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><a "
         "href='#x'>1</a>" BACK("y"),
         false},
        {"<p>t <a href='#x'>1</a><b></b><b></b><b></b><b></b><b></b><b></b><b id=y></b>" BACK("y"),
         true},
        {"<p>t <a href='#x'>1</a><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b "
         "id=y></b>" BACK("y"),
         false},
    };
    CHECK_LIKELY(CASES);
}

/* Only the first 400 nodes of a note are searched. */
static void links_back_are_not_far(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t n = 0; n < 2; n++) {
        enum { BEFORE = 398 / 2 };
        struct buffer html;
        buffer_init(&html, arena);
        buffer_append(&html, STR("<p>text <a href='#x' id=y>1</a><p id=x>"));
        for (size_t i = 0; i < BEFORE; i++)
            buffer_append(&html, STR("a<b></b>"));
        buffer_append(&html, n == 0 ? STR("") : STR("<i></i>"));
        buffer_append(&html, STR("<a href='#y'>back</a>"));
        buffer_append_byte(&html, '\0');
        assert_int_equal(is_likely(arena, html.data), n == 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(links_lead_to_ids_and_anchors),
        ARENA_TEST(each_of_many_links_finds_its_own_target),
        ARENA_TEST(targets_are_sorted_and_distinct),
        ARENA_TEST(items_are_the_smallest_blocks_around_targets),
        ARENA_TEST(wrappers_belong_to_the_item),
        ARENA_TEST(some_elements_are_no_notes),
        ARENA_TEST(a_label_has_its_text_after_it),
        ARENA_TEST(the_only_row_of_a_table_may_be_a_note),
        ARENA_TEST(items_have_a_length),
        ARENA_TEST(notes_have_names),
        ARENA_TEST(references_have_names_or_are_raised),
        ARENA_TEST(notes_lead_back),
        ARENA_TEST(links_back_are_not_far),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

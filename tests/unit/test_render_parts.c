/*
 * What the renderers decide before they write: which address of an image is its best, what is a
 * note's label, in which column a cell is, which number an attribute has.
 */
#include "cut_page.h"

#include "render/image_source.h"
#include "render/note_label.h"
#include "render/section_kind.h"
#include "render/table_columns.h"

#define SOURCES_5 "<source><source><source><source><source>"

static void best_addresses_of_images(void **state) {
    static const struct {
        const char *html, *url;
    } CASES[] = {
        {"<img src=a.png>", "a.png"},
        {"<img src=a.png data-src=b.png>", "b.png"},
        {"<img src=a.png data-src=data:x>", "a.png"},
        {"<img src=about:blank>", "-"},
        {"<img src=data:x>", "-"},
        {"<img src=/placeholder/a.png>", "/placeholder/a.png"},
        {"<img src=/a/placeholder.png>", "-"},
        {"<img src=/a/1x1.gif>", "-"},
        {"<img alt=Pier src=/a/loading.png>", "/a/loading.png"}, /* all that is known of it */
        {"<img alt=' ' src=/a/loading.png>", "-"},
        {"<img alt=Pier class=lazy src=/a/loading.png>", "-"},
        {"<img alt=Pier data-x=y src=/a/loading.png>", "-"},
        {"<img alt=Pier src=/a/loading>", "-"},
        {"<img src='a.png|b.png'>", "a.png"},
        {"<img src='https://a/b.jpg/v1/fill/w_9,blur_2/c.jpg'>", "https://a/b.jpg"},
        {"<img src='https://a/b.jpg/v1/fill/w_9/c.jpg'>", "https://a/b.jpg/v1/fill/w_9/c.jpg"},
        {"<img hidden src=a.png>", "-"},
        /* the largest of a set */
        {"<img src=a.png srcset='b.png 640w, c.png 1280w, d.png 320w'>", "c.png"},
        {"<img srcset='b.png 1x, c.png 1.5x, d.png 1.25x'>", "c.png"},
        {"<img srcset='b.png 1.5x, c.png 1.50x'>", "b.png"},
        {"<img srcset='b.png, c.png 999w'>", "b.png"},
        {"<img srcset='b.png, c.png 1001w'>", "c.png"},
        {"<img srcset='b.png 1001w, c.png'>", "b.png"},
        {"<img srcset='b.png 2x, c.png 1999w'>", "b.png"},
        {"<img srcset='b.png 2x, c.png 2001w'>", "c.png"},
        {"<img srcset=' , b,c.png 640w,d.png 64w'>", "b,c.png"},
        {"<img srcset='b.png,, c.png'>", "b.png"},
        {"<img srcset='blank.png 640w, c.png 64w'>", "c.png"},
        {"<img src=a.png srcset=''>", "a.png"},
        {"<img src=a.png srcset=', ,'>", "a.png"},
        {"<img data-srcset='b.png 64w' srcset='c.png 63w'>", "b.png"},
        /* <picture> */
        {"<picture><source srcset='b.png 640w'><img src=a.png></picture>", "b.png"},
        {"<div><source srcset='b.png 640w'><img src=a.png></div>", "a.png"},
        {"<picture><source srcset='b.png 640w'><source srcset='c.png 1280w'><img src=a.png "
         "srcset='d.png 320w'></picture>",
         "c.png"},
        {"<source srcset='b.png 640w'><picture><img src=a.png></picture>", "a.png"},
        {"<picture><source srcset='b.png 640w'>" SOURCES_5 SOURCES_5 "<source><img src=a.png>",
         "b.png"},
        {"<picture><source srcset='b.png 640w'>" SOURCES_5 SOURCES_5
         "<source><source><img src=a.png>",
         "a.png"},
        /* a link to a larger one */
        {"<a href=/b.jpg><img src=a.png></a>", "/b.jpg"},
        {"<a href=b.html><img src=a.png></a>", "a.png"},
        {"<a href=/wiki/b.jpg><img src=a.png></a>", "a.png"},
        {"<a href=File:b.jpg><img src=a.png></a>", "a.png"},
        {"<a href=/b.jpg><b><i><u><img src=a.png></u></i></b></a>", "/b.jpg"},
        {"<a href=/b.jpg><b><i><u><s><img src=a.png></s></u></i></b></a>", "a.png"},
        /* the original */
        {"<img src=a.png data-orig-file=/b.png>", "/b.png"},
        {"<img src=a.png data-full-url=/b.png>", "/b.png"},
        {"<img src=a.png data-zoom-image=/b.png>", "/b.png"},
        {"<img src=a.png data-full-src=/b.png>", "/b.png"},
        {"<img src=a.png data-hi-res-src=/b.png>", "/b.png"},
        {"<img src=a.png data-image-full=/b.png>", "/b.png"},
        {"<img src=a.png data-large-file=/b.png>", "/b.png"},
        {"<img src=a.png data-other-file=/b.png>", "a.png"},
        {"<img src=a.png data-large-file=/b.png>", "/b.png"},
        {"<img src=a.png data-small-file=/b.png>", "a.png"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        struct str url = image_source_best(&page.dom, find_element(&page.dom, DOM_IMG));
        if (!str_equals(url.at ? url : STR("-"), str_of(CASES[i].url)))
            fail_msg("%s: %.*s", CASES[i].html, (int)url.len, url.at);
    }
}

static void elements_that_show_pictures(void **state) {
    static const struct {
        const char *html;
        bool is_image;
    } CASES[] = {
        {"<p><img>", true},
        {"<p><amp-img src=/a.png></amp-img>", true},
        {"<p><amp-img src=a></amp-img>", false},
        {"<p><amp-img src=a alt=b></amp-img>", true},
        {"<p><amp-img alt=b></amp-img>", false},
        {"<p><b src=/a.png></b>", false},
        {"<p>text", false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        uint32_t inner = find_element(&page.dom, DOM_P) + 1;
        if (image_source_is_image(&page.dom.nodes[inner]) != CASES[i].is_image)
            fail_msg("%s", CASES[i].html);
    }
    static const char *const TRACKERS[] = {"www.facebook.com/tr?id=1", "www.google-analytics.com/a",
                                           "ad.doubleclick.net/a",     "b.scorecardresearch.com/a",
                                           "pixel.quantserve.com/a",   "pixel.wp.com/a",
                                           "stats.wp.com/a",           "px.ads.linkedin.com/a",
                                           "bat.bing.com/a",           "feeds.feedburner.com/~r/a",
                                           "c.statcounter.com/a",      "x.example/piwik.php?a",
                                           "x.example/matomo.php?a",   "t.co/i/adsct?a",
                                           "x.example/utm.gif?a"};
    for (size_t i = 0; i < N_OF(TRACKERS); i++)
        if (!image_source_is_tracker(str_of(TRACKERS[i])))
            fail_msg("%s", TRACKERS[i]);
    assert_false(image_source_is_tracker(STR("https://www.facebook.com/a.png")));
}

static void tiny_images_are_icons(void **state) {
    static const struct {
        const char *html;
        bool is_tiny;
    } CASES[] = {
        {"<img>", false},
        {"<img width=40 height=40>", true},
        {"<img width=41 height=40>", false},
        {"<img width=40 height=41>", false},
        {"<img width=40>", false},
        {"<img width=2>", true},
        {"<img width=3>", false},
        {"<img height=2 width=900>", true},
        {"<img height=3 width=900>", false},
        {"<img height='2px'>", false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        uint32_t image = find_element(&page.dom, DOM_IMG);
        if (image_source_is_tiny(&page.dom.nodes[image]) != CASES[i].is_tiny)
            fail_msg("%s", CASES[i].html);
    }
}

static void labels_of_notes(void **state) {
    static const char *const CASES[][2] = {
        {"1", "1"},
        {"1234", "1234"},
        {"12345", ""},
        {"[1]", "1"},
        {"(1)", "1"},
        {"{1}", "1"},
        {"[ 1 ]", "1"},
        {"[1)", ""},
        {"[]", ""},
        {" 1. ", "1"},
        {"1)", "1"},
        {"^1", "1"},
        {"^^1.)", "1"},
        {"^", ""},
        {"a", "a"},
        {"Z", "Z"},
        {"ab", ""},
        {"iv", "iv"},
        {"xviii", "xviii"},
        {"xxviii", ""},
        {"IV", ""},
        {"*", "*"},
        {"****", "****"},
        {"*****", ""},
        {"*#", "*#"},
        {"*a", ""},
        {"note 1", "1"},
        {"NOTE 1", "1"},
        {"[n. 2]", "2"},
        {"nb 3", "3"},
        {"note", ""},
        {"1:2", "1"},
        {"1:", ""},
        {":2", ""},
        {"1:a", ""},
        {"", ""},
        {"*", "*"},
        {"#", "#"},
        {"\xE2\x80\xA0", "\xE2\x80\xA0"},
        {"\xE2\x80\xA1", "\xE2\x80\xA1"},
        {"\xC2\xB6", "\xC2\xB6"},
        {"\xE2\x88\x97", "\xE2\x88\x97"},
        {"****", "****"},
        {"*****", ""},
        {"\xC2\xA7\xC2\xA7", "\xC2\xA7\xC2\xA7"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str label = note_label(str_of(CASES[i][0]));
        if (!str_equals(label.at ? label : STR(""), str_of(CASES[i][1])))
            fail_msg("%s: %.*s", CASES[i][0], (int)label.len, label.at);
    }
}

static void texts_begin_with_their_label(void **state) {
    static const struct {
        const char *text, *label;
        size_t end;
    } CASES[] = {
        {"1 The boat", "1", 2},
        {"1. The boat", "1", 3},
        {"[1] The boat", "1", 4},
        {" (1) The boat", "1", 5},
        {"^1 The boat", "1", 3},
        {"1The boat", "1", 1},
        {"1the boat", "1", 0},
        {"12 boats", "1", 0},
        {"1", "1", 1},
        {"1.", "1", 2},
        {"1\xC3\xA9", "1", 1},
        {"The boat", "1", 0},
        {"1 The", "", 0},
        {"", "1", 0},
        {"1:\tThe", "1", 3},
        {"*the boat", "*", 0},
        {"* the boat", "*", 2},
        {"1)]the", "1", 3},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (note_label_end(str_of(CASES[i].text), str_of(CASES[i].label)) != CASES[i].end)
            fail_msg("%s", CASES[i].text);
}

/* A row is written as its number of columns, a cell as its text and its column. */
static struct str columns_of(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    uint32_t *columns = arena_alloc_zero(arena, page.dom.n_nodes + 1, sizeof *columns);
    struct buffer out;
    buffer_init(&out, arena);
    table_columns_read(&page.dom, find_element(&page.dom, DOM_TABLE), columns);
    for (uint32_t i = 0; i < page.dom.n_nodes; i++) {
        const struct dom_node *node = &page.dom.nodes[i];
        if (node->kind != DOM_ELEMENT ||
            (node->tag != DOM_TD && node->tag != DOM_TH && node->tag != DOM_TR))
            continue;
        if (node->tag != DOM_TR)
            buffer_append(&out, page.dom.nodes[i + 1].text);
        else if (out.len)
            buffer_append_byte(&out, ' ');
        buffer_append_number(&out, columns[i]);
    }
    return buffer_str(&out);
}

static void cells_have_columns(void **state) {
    static const char *const CASES[][2] = {
        {"<table><tr><td>a<td>b<tr><td>c<td>d</table>", "2a0b1 2c0d1"},
        {"<table><tr><td>a<tr><td>b<td>c<tr></table>", "1a0 2b0c1 0"},
        {"<table><tr><td colspan=2>a<td>b</table>", "3a0b2"},
        {"<table><tr><td>a<td colspan=2>b</table>", "3a0b1"},
        {"<table><tr><td colspan=0>a<td>b</table>", "2a0b1"},
        {"<table><tr><td colspan=x>a<td>b</table>", "2a0b1"},
        {"<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>", "2a0b1 2c1 1d0"},
        {"<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e</table>", "3a0b1c2 3d0e2"},
        {"<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>", "2a0b1 2c1 2d1"},
        {"<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>", "3a0b2 3c2"},
        {"<table><tr><td rowspan=3>a<td>b<tr><td rowspan=2>c<tr><td>d</table>", "2a0b1 2c1 3d2"},
        /* spans end with their part of the table */
        {"<table><tbody><tr><td rowspan=3>a<tbody><tr><td>c</table>", "1a0 1c0"},
        {"<table><thead><tr><td rowspan=3>a<tbody><tr><td>c</table>", "1a0 1c0"},
        {"<table><tbody><tr><td rowspan=3>a<tfoot><tr><td>c</table>", "1a0 1c0"},
        {"<table><thead><tr><td>a<td rowspan=3>b<tbody><tr><td>c<td>d</table>", "2a0b1 2c0d1"},
        /* no more than a hundred columns are told apart */
        {"<table><tr><td colspan=99>a<td>b<td>c<td>d</table>", "101a0b99c100d100"},
        {"<table><tr><td colspan=100>a<td>b<td>c</table>", "101a0b100c100"},
        {"<table><tr><td colspan=101>a<td>b</table>", "101a0b100"},
        {"<table><tr><td colspan=65534>a<td>b<tr><td>c</table>", "101a0b100 1c0"},
        {"<table><tr><td colspan=65535>a<td>b</table>", "2a0b1"},
        {"<table><tr><td colspan=99>a<td rowspan=2>b<tr><td colspan=99>c<td>d</table>",
         "100a0b99 101c0d100"},
        {"<table><tr><td rowspan=65535>a<td>b<tr><td>c</table>", "2a0b1 1c0"},
        /* tables within cells have columns of their own */
        {"<table><tr><td>a<td>b<table><tr><td>c</table><td>d</table>", "3a0b1 0c0d2"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(columns_of(*state, CASES[i][0]), str_of(CASES[i][1]));
}

static void numbers_of_attributes(void **state) {
    static const struct {
        const char *html;
        uint32_t number; /* 7 if there is none */
    } CASES[] = {
        {"<table><tr><td colspan=2>", 2},
        {"<table><tr><td colspan=' 20 '>", 20},
        {"<table><tr><td colspan=100>", 100},
        {"<table><tr><td colspan=101>", 7},
        {"<table><tr><td colspan=0>", 0},
        {"<table><tr><td colspan=-1>", 7},
        {"<table><tr><td colspan=2px>", 7},
        {"<table><tr><td colspan>", 7},
        {"<table><tr><td>", 7},
        {"<table><tr><td colspan=99999999999>", 7},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        const struct dom_node *cell = &page.dom.nodes[find_element(&page.dom, DOM_TD)];
        if (section_number(cell, DOM_ATTR_COLSPAN, 7, 100) != CASES[i].number)
            fail_msg("%s", CASES[i].html);
    }
}

static void items_have_tasks(void **state) {
    static const struct {
        const char *html;
        enum section_task task;
    } CASES[] = {
        {"<ul><li>a</ul>", TASK_NONE},
        {"<ul><li><input type=checkbox>a</ul>", TASK_OPEN},
        {"<ul><li><input type=CheckBox checked>a</ul>", TASK_DONE},
        {"<ul><li><input type=radio checked>a</ul>", TASK_NONE},
        {"<ul><li>a<input type=checkbox></ul>", TASK_NONE},
        {"<ul><li> <p><label> <input type=checkbox>a</ul>", TASK_OPEN},
        {"<ul><li><input type=checkbox class=toggle>a</ul>", TASK_NONE},
        {"<ul><li><input type=checkbox id=fold-1>a</ul>", TASK_NONE},
        {"<ul><li><i class='fa fa-check-square'></i>a</ul>", TASK_DONE},
        {"<ul><li><i class=checkbox-off></i>a</ul>", TASK_OPEN},
        {"<ul class=inline-task-list><li>a</ul>", TASK_OPEN},
        {"<ul class=inline-task-list><li class=checked>a</ul>", TASK_DONE},
        {"<ul><li class=checked>a</ul>", TASK_NONE},
        {"<ul><li><b><b><b><b><b><input type=checkbox>a</ul>", TASK_OPEN},
        {"<ul><li><b><b><b><b><b><b><input type=checkbox>a</ul>", TASK_NONE},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        if (section_task_of(&page.dom, find_element(&page.dom, DOM_LI)) != CASES[i].task)
            fail_msg("%s", CASES[i].html);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(best_addresses_of_images),
        ARENA_TEST(elements_that_show_pictures),
        ARENA_TEST(tiny_images_are_icons),
        cmocka_unit_test(labels_of_notes),
        cmocka_unit_test(texts_begin_with_their_label),
        ARENA_TEST(cells_have_columns),
        ARENA_TEST(numbers_of_attributes),
        ARENA_TEST(items_have_tasks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

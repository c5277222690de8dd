/*
 * Where on the page something is: in another part than the article, by elements
 * and classes; within the window around the headline; in the entry of a list.
 */
#include "page_case.h"

#include "growing_page.h"
#include "metadata/read.h"

#include "metadata/elsewhere.h"
#include "metadata/window.h"

static struct gathering gather(struct arena *arena, struct block_page *page, const char *html) {
    struct metadata metadata;
    read_html(arena, str_of(html), page, &metadata);
    struct gathering g = {.arena = arena, .page = page, .score = plain_scores(page)};
    g.class_facts = arena_alloc_zero(arena, page->dom.n_looks + 1, sizeof *g.class_facts);
    return g;
}

static uint32_t find_x(const struct dom *dom) {
    for (uint32_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT &&
            str_equals(dom_attribute(&dom->nodes[i], DOM_ATTR_ID), STR("x")))
            return i;
    fail_msg("no element");
    return 0;
}

#define PLAN "<h1>Harbour plan</h1>"
#define X "<p id=x>a</p>"
#define IN(class) PLAN "<div class='" class "'>" X "</div>"

static void places_of_elements(void **state) {
    static const struct {
        const char *html;
        enum elsewhere place;
    } CASES[] = {
        {PLAN X, ELSEWHERE_NOT},
        {PLAN "<nav>" X "</nav>", ELSEWHERE_ASIDE},
        {PLAN "<aside>" X "</aside>", ELSEWHERE_ASIDE},
        {PLAN "<blockquote>" X "</blockquote>", ELSEWHERE_QUOTE},
        {PLAN "<figure>" X "</figure>", ELSEWHERE_PICTURE},
        {PLAN "<table><tr><th>" X "</table>", ELSEWHERE_FACTS},
        {PLAN "<table><tr><td>" X "</table>", ELSEWHERE_NOT},
        {"<nav>" PLAN X "</nav>", ELSEWHERE_NOT}, /* around the headline too */
        {IN("comments"), ELSEWHERE_COMMENT},
        {IN("postComments"), ELSEWHERE_COMMENT},
        {IN("post-Comments"), ELSEWHERE_COMMENT},
        {IN("POSTCOMMENTS"), ELSEWHERE_NOT},
        {IN("nocomments"), ELSEWHERE_NOT},
        {IN("no-comments"), ELSEWHERE_NOT},
        {IN("has-related"), ELSEWHERE_NOT},
        {IN("with-sidebar"), ELSEWHERE_NOT},
        {IN("without-sidebar"), ELSEWHERE_NOT},
        {IN("no-comments related"), ELSEWHERE_TEASER},
        {IN("review-list"), ELSEWHERE_REVIEW},
        {IN("a sidebar"), ELSEWHERE_ASIDE},
        {IN("reference"), ELSEWHERE_SOURCES},
        {IN("a reference"), ELSEWHERE_SOURCES},
        {IN("entity-reference"), ELSEWHERE_NOT},
        {IN("infobox"), ELSEWHERE_FACTS},
        {IN("photo_caption"), ELSEWHERE_PICTURE},
        {IN("photo-credit"), ELSEWHERE_CREDIT},
        {PLAN "<div id=comments>" X "</div>", ELSEWHERE_COMMENT},
        {PLAN "<div class=a id=comments>" X "</div>", ELSEWHERE_COMMENT},
        {PLAN "<nav><div class=comments>" X "</div></nav>", ELSEWHERE_COMMENT}, /* the inner one */
        {PLAN "<menu>" X "</menu>", ELSEWHERE_ASIDE},
        {PLAN "<q>" X "</q>", ELSEWHERE_QUOTE},
        {PLAN "<cite>" X "</cite>", ELSEWHERE_QUOTE},
        {PLAN "<figure><figcaption>" X "</figcaption></figure>", ELSEWHERE_PICTURE},
        {PLAN "<nav id=x>a</nav>", ELSEWHERE_ASIDE}, /* the element itself */
        {"<div class=comments>" PLAN X "</div>", ELSEWHERE_NOT},
        {"<section>" PLAN "</section><nav>" X "</nav>", ELSEWHERE_ASIDE},
        {IN("Comments"), ELSEWHERE_COMMENT},
        {IN("COMMENTS"), ELSEWHERE_COMMENT},
        {IN("a2comments"), ELSEWHERE_COMMENT},
        {IN("comm"), ELSEWHERE_NOT},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct gathering g = gather(*state, &page, CASES[i].html);
        struct window window = {.head = 1};
        if (elsewhere_find(&g, &window, find_x(&page.dom)) != CASES[i].place)
            fail_msg("%s", CASES[i].html);
    }
}

/* Each word of a class, in the middle of it. */
static void places_by_class(void **state) {
    static const struct {
        const char *word;
        enum elsewhere place;
    } CASES[] = {
        {"comment", ELSEWHERE_COMMENT},    {"review", ELSEWHERE_REVIEW},
        {"testimonial", ELSEWHERE_REVIEW}, {"feedback", ELSEWHERE_REVIEW},
        {"rating", ELSEWHERE_REVIEW},      {"related", ELSEWHERE_TEASER},
        {"recommend", ELSEWHERE_TEASER},   {"teaser", ELSEWHERE_TEASER},
        {"promo", ELSEWHERE_TEASER},       {"trending", ELSEWHERE_TEASER},
        {"popular", ELSEWHERE_TEASER},     {"recent", ELSEWHERE_TEASER},
        {"readmore", ELSEWHERE_TEASER},    {"sidebar", ELSEWHERE_ASIDE},
        {"widget", ELSEWHERE_ASIDE},       {"menu", ELSEWHERE_ASIDE},
        {"navbar", ELSEWHERE_ASIDE},       {"navigation", ELSEWHERE_ASIDE},
        {"breadcrumb", ELSEWHERE_ASIDE},   {"share", ELSEWHERE_ASIDE},
        {"sharing", ELSEWHERE_ASIDE},      {"social", ELSEWHERE_ASIDE},
        {"newsletter", ELSEWHERE_ASIDE},   {"cookie", ELSEWHERE_ASIDE},
        {"quote", ELSEWHERE_QUOTE},        {"pullquote", ELSEWHERE_QUOTE},
        {"blockquote", ELSEWHERE_QUOTE},   {"twitter-tweet", ELSEWHERE_QUOTE},
        {"instagram", ELSEWHERE_QUOTE},    {"embed", ELSEWHERE_QUOTE},
        {"reflist", ELSEWHERE_SOURCES},    {"citation", ELSEWHERE_SOURCES},
        {"footnote", ELSEWHERE_SOURCES},   {"infobox", ELSEWHERE_FACTS},
        {"navbox", ELSEWHERE_FACTS},       {"wikitable", ELSEWHERE_FACTS},
        {"cutline", ELSEWHERE_PICTURE},    {"caption", ELSEWHERE_PICTURE},
        {"credit", ELSEWHERE_CREDIT},      {"unknown", ELSEWHERE_NOT},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char html[120];
        struct block_page page;
        struct window window = {.head = 1};
        snprintf(html, sizeof html, PLAN "<div class='a %ss'>" X "</div>", CASES[i].word);
        struct gathering g = gather(*state, &page, html);
        if (elsewhere_find(&g, &window, find_x(&page.dom)) != CASES[i].place)
            fail_msg("%s", CASES[i].word);
    }
}

/* The reach of an element's surroundings, and the length of a class. */
static void places_have_limits(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after;
        enum elsewhere place;
    } CASES[] = {
        {PLAN "<nav>", "<div>", 22, X, ELSEWHERE_ASIDE},
        {PLAN "<nav>", "<div>", 23, X, ELSEWHERE_NOT},
        {PLAN "<div class='comments ", "x", 291, "'>" X, ELSEWHERE_COMMENT},
        {PLAN "<div class='comments ", "x", 292, "'>" X, ELSEWHERE_NOT},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        struct block_page page;
        struct window window = {.head = 1};
        ARM((struct arena *)*state);
        add(&html, CASES[i].before);
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].after);
        append(&html, "", 1);
        struct gathering g = gather(*state, &page, html.at);
        enum elsewhere place = elsewhere_find(&g, &window, find_x(&page.dom));
        free(html.at);
        if (place != CASES[i].place)
            fail_msg("%s %zu", CASES[i].before, CASES[i].n);
    }
}

/* Nothing is elsewhere if it is not known where, or where the headline is. */
static void unknown_places(void **state) {
    struct block_page page;
    ARM((struct arena *)*state);
    struct gathering g = gather(*state, &page, PLAN "<nav>" X "</nav>");
    uint32_t x = find_x(&page.dom);
    struct window window = {.head = 1};
    assert_int_equal(elsewhere_find(&g, &window, x), ELSEWHERE_ASIDE);
    assert_int_equal(elsewhere_find(&g, &window, NOWHERE), ELSEWHERE_NOT);
    window.head = 2;
    assert_int_equal(elsewhere_find(&g, &window, x), ELSEWHERE_NOT); /* it is the headline */
    window.head = 3;
    assert_int_equal(elsewhere_find(&g, &window, x), ELSEWHERE_NOT);
    window.head = 0;
    assert_int_equal(elsewhere_find(&g, &window, x), ELSEWHERE_NOT);
}

static void candidates_have_a_place(void **state) {
    struct block_page page;
    ARM((struct arena *)*state);
    struct gathering g =
        gather(*state, &page, PLAN "<div class=infobox>" X "</div><div class=reference>b</div>c");
    uint32_t x = find_x(&page.dom);
    struct window window = {.head = 1};
    struct candidate by_node = {.node = x, .block = NOWHERE};
    struct candidate by_block = {.node = NOWHERE, .block = 1};
    struct candidate source = {.node = NOWHERE, .block = 2};
    struct candidate after = {.node = NOWHERE, .block = 3};
    struct candidate nowhere = {.node = NOWHERE, .block = NOWHERE};
    assert_int_equal(elsewhere_of_candidate(&g, &window, &by_node), ELSEWHERE_FACTS);
    assert_int_equal(elsewhere_of_candidate(&g, &window, &by_block), ELSEWHERE_FACTS);
    assert_int_equal(elsewhere_of_candidate(&g, &window, &nowhere), ELSEWHERE_NOT);
    assert_true(elsewhere_is_of_facts(&g, &window, &by_node));
    assert_true(elsewhere_is_of_facts(&g, &window, &source));
    assert_false(elsewhere_is_of_facts(&g, &window, &after));
    assert_false(elsewhere_is_of_facts(&g, &window, &nowhere));
}

#define TEN "one two three four five six seven eight nine ten "
#define WORDS_24 TEN TEN "one two three four"

static void paragraphs_are_body(void **state) {
    static const struct {
        const char *html;
        float score;
        bool is_body;
    } CASES[] = {
        {"<p>" WORDS_24 " five.", 0.25F, true},
        {"<p>" WORDS_24 " five.", 0.24F, false},
        {"<p>" WORDS_24 ".", 0.9F, false},
        {"<p>" WORDS_24 " five", 0.9F, false},
        {"<p><a href=/>" TEN "</a>" TEN "one two three four five six.", 0.9F, true},
        {"<p><a href=/>" TEN "one two three</a> " TEN "one two three.", 0.9F, false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct gathering g = gather(*state, &page, CASES[i].html);
        g.score = &CASES[i].score;
        if (window_is_body(&g, 0) != CASES[i].is_body)
            fail_msg("%s", CASES[i].html);
    }
}

#define BODY "<p>" TEN TEN TEN "end.</p>"

/* The window has 8 blocks before the headline, 30 after it, and ends at the
 * third paragraph. */
static void windows_around_headlines(void **state) {
    static const struct {
        const char *html;
        uint32_t headline, first, body, end;
    } CASES[] = {
        {PLAN BODY, 0, 0, 1, 2},
        {PLAN "<p>x</p>" BODY BODY BODY BODY, 0, 0, 2, 4},
        {"<p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8" PLAN BODY, 8, 0, 9, 10},
        {"<p>0<p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8" PLAN BODY, 9, 1, 10, 11},
        {PLAN "<p>1<p>2<p>3", 0, 0, 4, 4},
        {PLAN "<p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<p>9<p>1<p>2<p>3<p>4<p>5<p>6<p>7<"
              "p>8<p>9<p>1<p>2"
              "<p>3<p>4<p>5<p>6<p>7<p>8<p>9<p>1<p>2" BODY "<p>4",
         0, 0, 30, 31},
        {PLAN "<p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<p>9<p>1<p>2<p>3<p>4<p>5<p>6<p>7<"
              "p>8<p>9<p>1<p>2"
              "<p>3<p>4<p>5<p>6<p>7<p>8<p>9<p>1<p>2<p>3" BODY "<p>4",
         0, 0, 31, 31},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct window window;
        struct gathering g = gather(*state, &page, CASES[i].html);
        struct headline headline = {.first = CASES[i].headline, .end = CASES[i].headline + 1};
        window_find(&g, &headline, &window);
        if (window.first != CASES[i].first || window.body != CASES[i].body ||
            window.end != CASES[i].end || window.head != CASES[i].headline + 1)
            fail_msg("%s: %u, %u, %u", CASES[i].html, window.first, window.body, window.end);
    }
}

/* Without a headline, the window is around the first paragraph. */
static void windows_around_paragraphs(void **state) {
    static const struct {
        const char *html;
        uint32_t first, head, body, end;
    } CASES[] = {
        {"<p>a<p>b" BODY, 0, 2, 2, 3},
        {"<p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<p>9" BODY "<p>a", 1, 9, 9, 11},
        {"<p>a<p>b", 0, 0, 2, 2},
        {"", 0, 0, 0, 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct window window;
        struct gathering g = gather(*state, &page, CASES[i].html);
        struct headline headline = {.first = NOWHERE, .end = NOWHERE};
        window_find(&g, &headline, &window);
        if (window.first != CASES[i].first || window.head != CASES[i].head ||
            window.body != CASES[i].body || window.end != CASES[i].end)
            fail_msg("%s: %u, %u, %u, %u", CASES[i].html, window.first, window.head, window.body,
                     window.end);
        assert_int_equal(window.entries, NOWHERE);
    }
}

static void nodes_and_blocks_of_a_window(void **state) {
    struct block_page page;
    ARM((struct arena *)*state);
    struct gathering g = gather(*state, &page, "<p>menu<p>a<p id=x><b>b</b><p>c<p>menu");
    struct window window = {.first = 1, .head = 1, .end = 3};
    uint32_t x = find_x(&page.dom);
    assert_true(window_has_node(&g, &window, x));
    assert_true(window_has_node(&g, &window, page.blocks[1].node));
    assert_true(window_has_node(&g, &window, page.blocks[2].end_node - 1));
    assert_false(window_has_node(&g, &window, page.blocks[1].node - 1));
    assert_false(window_has_node(&g, &window, page.blocks[2].end_node));
    assert_int_equal(window_find_block(&g, &window, NOWHERE, x), 2);
    assert_int_equal(window_find_block(&g, &window, NOWHERE, x + 1), 2);
    assert_int_equal(window_find_block(&g, &window, NOWHERE, 0), 1);
    assert_int_equal(window_find_block(&g, &window, 4, x), 4);
    assert_int_equal(window_find_block(&g, &window, NOWHERE, NOWHERE), NOWHERE);
    assert_int_equal(window_find_block(&g, &window, NOWHERE, page.blocks[3].node + 1), NOWHERE);
    assert_true(window_follows(&g, &window, STR("menu")));
    assert_false(window_follows(&g, &window, STR("a")));
    assert_false(window_follows(&g, &window, STR("men")));
    window.end = 1;
    assert_false(window_has_node(&g, &window, x));
}

static void candidates_of_entries(void **state) {
    struct block_page page;
    ARM((struct arena *)*state);
    struct gathering g = gather(*state, &page, "<p>a<p id=x>b<p>c<p>d");
    uint32_t x = find_x(&page.dom);
    struct window window = {.entries = 1, .entries_end = 3};
    static const bool IN_BLOCK[] = {false, true, true, false};
    for (uint32_t i = 0; i < 4; i++) {
        struct candidate by_block = {.block = i, .node = NOWHERE};
        struct candidate by_node = {.block = NOWHERE, .node = page.blocks[i].node};
        assert_int_equal(window_is_of_entry(&g, &window, &by_block), IN_BLOCK[i]);
        assert_int_equal(window_is_of_entry(&g, &window, &by_node), IN_BLOCK[i]);
    }
    struct candidate nowhere = {.block = NOWHERE, .node = NOWHERE};
    struct candidate c = {.block = NOWHERE, .node = x};
    assert_false(window_is_of_entry(&g, &window, &nowhere));
    window.entries = NOWHERE;
    assert_false(window_is_of_entry(&g, &window, &c));
    g.is_of_things = true; /* of a product, all that is shown is about its reviews */
    assert_true(window_is_of_entry(&g, &window, &c));
    assert_false(window_is_of_entry(&g, &window, &nowhere));
}

#define LINKED(level, text) "<h" level "><a href=/n>" text "</a></h" level ">"
#define FOUR "A wall is built"

/* A list of other pages: two headings of a level that are links, of four words and more. */
static void entries_of_lists(void **state) {
    static const struct {
        const char *html;
        uint32_t entries, end; /* 0: none */
    } CASES[] = {
        {PLAN LINKED("2", FOUR) LINKED("2", FOUR), 1, 3},
        {PLAN LINKED("2", FOUR) LINKED("2", FOUR) "<p>a<p>b<p>c", 1, 6},
        {PLAN "<p>x" LINKED("2", FOUR) "<p>a<p>b" LINKED("2", FOUR) "<p>a", 2, 7},
        {PLAN LINKED("2", FOUR) LINKED("3", "Another wall is built") LINKED("2", FOUR), 1, 4},
        {PLAN LINKED("2", FOUR) LINKED("3", FOUR), 0, 0}, /* of different levels */
        {PLAN LINKED("2", FOUR), 0, 0},
        {PLAN LINKED("2", "A wall built") LINKED("2", "A wall built"), 0, 0},
        {PLAN LINKED("2", "A Harbour plan again") LINKED("2", "A Harbour plan again"), 0, 0},
        {PLAN LINKED("2", FOUR " 3 May 2024") LINKED("2", FOUR " 3 May 2024"), 0, 0},
        {PLAN "<h2>" FOUR "</h2><h2>" FOUR "</h2>", 0, 0},
        {PLAN "<h2><a href=/>" FOUR "</a> now</h2><h2><a href=/>" FOUR "</a> now</h2>", 0, 0},
        {PLAN "<p><a href=/n>" FOUR "</a><p><a href=/n>" FOUR "</a>", 0, 0}, /* no headings */
        {LINKED("2", FOUR) LINKED("2", FOUR) PLAN, 0, 0},
        /* the first of them must come before the article's text */
        {PLAN LINKED("2", FOUR) BODY LINKED("2", FOUR), 1, 4},
        {PLAN BODY LINKED("2", FOUR) LINKED("2", FOUR), 0, 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct window window;
        struct metadata metadata;
        struct headline headline = {.key = STR("harbour plan")};
        read_html(*state, str_of(CASES[i].html), &page, &metadata);
        struct gathering *g = arena_alloc_zero(*state, 1, sizeof *g);
        metadata_prepare(g, &page, plain_scores(&page), STR_NONE);
        while (headline.first < page.n_blocks &&
               !str_equals(page.blocks[headline.first].text, STR("Harbour plan")))
            headline.first++;
        headline.end = headline.first + 1;
        window_find(g, &headline, &window);
        uint32_t entries = CASES[i].entries ? CASES[i].entries : NOWHERE;
        uint32_t end = CASES[i].entries ? CASES[i].end : NOWHERE;
        if (window.entries != entries || window.entries_end != end)
            fail_msg("%s: %u, %u", CASES[i].html, window.entries, window.entries_end);
    }
}

#define DATED(day) "<li><p>Wall</p><p>" day " May 2024</p></li>"
#define DATE_CASE(html, date) PLAN html, PITH_DATE, date

static void dated_entries(void **state) {
    static const struct page_case CASES[] = {
        {"three, the latest first",
         DATE_CASE("<ul>" DATED("5") DATED("4") DATED("3") "</ul>", "-")},
        {"two", DATE_CASE("<ul>" DATED("5") DATED("4") "</ul>" PROSE, "2024-05-05")},
        {"three of one day",
         DATE_CASE("<ul>" DATED("5") DATED("5") DATED("5") "</ul>" PROSE, "2024-05-05")},
        {"the earliest first",
         DATE_CASE("<ul>" DATED("3") DATED("4") DATED("5") "</ul>" PROSE, "2024-05-03")},
        {"in elements of different kinds",
         DATE_CASE("<div><p>5 May 2024</p></div><section><p>4 May "
                   "2024</p></section><div class=a><p>3 "
                   "May 2024</p></div>" PROSE,
                   "2024-05-05")},
        {"on a page that is dated: none",
         "<meta property=article:published_time content=2024-05-01>" PLAN "<ul>" DATED("5")
             DATED("4") DATED("3") "</ul>" PROSE,
         PITH_DATE, "2024-05-05"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(places_of_elements),
        ARENA_TEST(places_by_class),
        ARENA_TEST(places_have_limits),
        ARENA_TEST(unknown_places),
        ARENA_TEST(candidates_have_a_place),
        ARENA_TEST(paragraphs_are_body),
        ARENA_TEST(windows_around_headlines),
        ARENA_TEST(windows_around_paragraphs),
        ARENA_TEST(nodes_and_blocks_of_a_window),
        ARENA_TEST(candidates_of_entries),
        ARENA_TEST(entries_of_lists),
        ARENA_TEST(dated_entries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

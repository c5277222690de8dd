/*
 * Where on the page something is: in another part than the article, by elements
 * and classes; within the window around the headline; in the entry of a list.
 */
#include "page_case.h"

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
        ARENA_TEST(paragraphs_are_body),
        ARENA_TEST(windows_around_headlines),
        ARENA_TEST(dated_entries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

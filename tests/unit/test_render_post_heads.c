/*
 * post.c: who wrote the posts of a thread and when, where their names and dates may be, and what of
 * them is removed from the text.
 */
#include "thread_page.h"

static void heads_have_the_first_name_and_date(void **state) {
    static const struct thread_case CASES[] = {
        {"<div id=a>" HEAD("Ann", "1 May") SAID DATE("9 May") "</div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=a>" DATE("1 May") NAME("Ann") SAID "</div>" BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") SAID "<p>" NAME("Al") "</p></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        /* one whose attributes say so is preferred */
        {"<div id=a>" HEAD("Ann", "1 May") "<p><a rel=author>Al</a></p>" SAID "</div>" BO,
         "a*:Al,1 May, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") "<p><i itemprop=date>9 M</i></p>" SAID "</div>" BO,
         "a*:Ann,9 M, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") "<p><a rel=author>Al</a> <a rel=author>Ed</a></p>" SAID
                                           "</div>" BO,
         "a*:Al,1 May, b:Bo,2 May,"},
        /* posts without a date are none, unless they are named as answers */
        {"<div id=a>" NAME("Ann") SAID "</div>" BO, ""},
        {"<div id=a>" NAME("Ann") SAID "</div>" BO CY, "b:Bo,2 May, c:Cy,3 May,"},
        {"<div id=a class=comment>" NAME("Ann") SAID "</div><div class=comment id=b>" NAME("Bo")
             SAID "</div>",
         "a:Ann,, b:Bo,,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

/* 27 elements around it at most: those of the post and the paragraph, and 25 others. */
static void dates_are_not_deep_in_their_posts(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t n = 20; n < 30; n++) {
        struct thread thread;
        const char *html = padded(arena, "<div id=a>" SAID "<p>" NAME("Ann"), "<span>", n,
                                  DATE("1 May") "</p></div>" BO);
        read_thread(arena, html, HEADS, &thread);
        assert_int_equal(thread.posts.n_posts, n <= 25 ? 2 : 0);
    }
}

static void dates_before_their_posts(void **state) {
#define UNDATED(id, name) "<div id=" id ">" NAME(name) SAID "</div>"
    static const struct thread_case CASES[] = {
        {"<p>" DATE("1 May") "</p>" UNDATED("a", "Ann") "<p>" DATE("2 May") "</p>" UNDATED("b",
                                                                                           "Bo"),
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<p>" DATE("1 May") "</p><p>" DATE("3 May") "</p>" UNDATED("a", "Ann") "<p>" DATE(
             "2 May") "</p>" UNDATED("b", "Bo"),
         "a*:Ann,3 May, b:Bo,2 May,"},
        /* if the first post has none before it, they are something else */
        {POST("a", "Ann", "1 May") "<p>" DATE("2 May") "</p>" UNDATED("b", "Bo") CY,
         "a*:Ann,1 May, c:Cy,3 May,"},
        {"<p>" DATE("1 May") "</p>" UNDATED("a", "Ann") UNDATED("b", "Bo") CY,
         "a*:Ann,1 May, c:Cy,3 May,"},
        {"<p>" DATE("8 May") "</p>" POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {"<p><a href=/1>" DATE("1 May") "</a></p>" UNDATED("a", "Ann") "<p>" DATE(
             "2 May") "</p>" UNDATED("b", "Bo"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void addresses_are_the_links_of_dates(void **state) {
#define WITH(date) "<div id=a><p>" NAME("Ann") date "</p>" SAID "</div>" BO
    static const struct thread_case CASES[] = {
        {WITH("<a href=/1>" DATE("1 May") "</a>"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<a href=/1><i>" DATE("1 May") "</i></a>"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<a href=/1><i><u>" DATE("1 May") "</u></i></a>"), "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<a class=date href=/1>1 May</a>"), "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<i class=date><a href=/1>1 May</a></i>"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<i class=date><b></b><b></b><a href=/1>1 May</a></i>"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<i class=date><b></b><b></b><b></b><a href=/1>1 May</a></i>"),
         "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<i class=date>1 May</i><a href=/1>x</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<a href='#1'>" DATE("1 May") "</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<a href='javascript:x'>" DATE("1 May") "</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<a>" DATE("1 May") "</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
    };
    static const struct thread_case UNLINKED[] = {
        {WITH("<a href=/1>" DATE("1 May") "</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
    };
    static const struct thread_case HEADLESS[] = {
        {WITH("<a href=/1>" DATE("1 May") "</a>"), "a* b"},
    };
    CHECK_THREADS(CASES, PITH_KEEP_LINKS);
    CHECK_THREADS(CASES, PITH_KEEP_COMMENTS);
    CHECK_THREADS(UNLINKED, PITH_KEEP_COMMENTS | PITH_NO_LINKS);
    CHECK_THREADS(HEADLESS, 0);
}

/* ---- heads ---- */

/* The kept blocks, joined by '|'; those dropped by a rule in brackets. */
static struct str text_of(const struct thread *thread) {
    struct buffer out;
    buffer_init(&out, thread->page.arena);
    for (size_t i = 0; i < thread->page.n_blocks; i++) {
        const struct selection *s = &thread->selection;
        if (!s->kept[i] && !s->rule[i])
            continue;
        if (out.len)
            buffer_append_byte(&out, '|');
        buffer_append(&out, s->kept[i] ? STR("") : STR("["));
        buffer_append(&out, s->text[i]);
        buffer_append(&out, s->kept[i] ? STR("") : STR("]"));
    }
    return buffer_str(&out);
}

#define OK "<p>It was cold.</p>"

static void heads_are_removed_from_the_text(void **state) {
#define TWO(a, b) "<div>" HEAD("Ann", "1 May") a "</div><div>" HEAD("Bo", "2 May") b "</div>"
#define REST "|[Bo 2 May]|It was cold."
    static const struct thread_case CASES[] = {
        {TWO(OK, OK), "[Ann 1 May]|It was cold." REST},
        {TWO("<p>Boats: " DATE("3 May") "</p>" OK, OK),
         "[Ann 1 May]|[Boats: 3 May]|It was cold." REST},
        {TWO(OK "<p>" NAME("Al") "</p>", OK), "[Ann 1 May]|It was cold.|Al" REST},
        {"<p>" DATE("9 May") TWO(OK, OK), "9 May|[Ann 1 May]|It was cold." REST},
        /* the title of the thread */
        {TWO("<h3><a href='#1'>Re: Where to swim</a></h3>" OK, OK),
         "[Ann 1 May]|[Re: Where to swim]|It was cold." REST},
        {TWO("<h3><a href='#1'>Where to swim now</a></h3>" OK, OK),
         "[Ann 1 May]|Where to swim now|It was cold." REST},
        {TWO(OK "<h3><a href='#1'>Re: Where to swim</a></h3>", OK),
         "[Ann 1 May]|It was cold.|Re: Where to swim" REST},
        {TWO("<p><a href='#1'>Re: Where to swim</a></p>" OK, OK),
         "[Ann 1 May]|Re: Where to swim|It was cold." REST},
        {"<div>" NAME("Ann") DATE("1 May") "</div>" OK, "Ann 1 May|It was cold."},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct thread thread;
        read_thread(*state, CASES[i].html, HEADS, &thread);
        assert_str(text_of(&thread), str_of(CASES[i].posts));
        read_thread(*state, CASES[i].html, 0, &thread);
        for (size_t k = 0; k < thread.page.n_blocks; k++)
            assert_true(thread.selection.kept[k]);
    }
}

/* The names of a thread end with a signature below its last text: a hundred nodes at most. */
static void signatures_are_read(void **state) {
#define B_8 "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"
#define SIGNED(id, between, name)                                                                  \
    "<div id=" id ">" SAID between "<p>DROP " NAME(name) DATE("1 May") "</p></div>"
    static const struct thread_case CASES[] = {
        {SIGNED("a", "", "Ann") SIGNED("b", "", "Bo"), "a*:Ann,1 May, b:Bo,1 May,"},
        {SIGNED("a", "", "Ann") SIGNED("b", B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8, "Bo"),
         "a*:Ann,1 May, b:Bo,1 May,"},
        {SIGNED("a", "", "Ann")
             SIGNED("b", B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8, "Bo"),
         ""},
        {SIGNED("a", "", "Ann") SIGNED(
             "b", "", "Bo") "<div>" B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 "</div>",
         "a*:Ann,1 May, b:Bo,1 May,"},
        {"<p>DROP" HEAD("DROP", "1 May"), ""},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void signatures_end_after_a_hundred_nodes(void **state) {
    enum { REACH = 100 };
    struct arena *arena = *state;
    volatile size_t n_posts = 0;
    ARM(arena);
    for (size_t n = 80; n < 110; n++) {
        struct thread thread;
        read_thread(arena,
                    padded(arena, SIGNED("a", "", "Ann") "<div id=b>" SAID, "<b></b>", n,
                           "<p>DROP <b id=x class=author>Bo</b> " DATE("2 May") "</p></div>"),
                    HEADS, &thread);
        const struct block_page *page = &thread.page;
        uint32_t last = page->blocks[page->n_blocks - 2].end_node, date = 0;
        for (uint32_t i = 0; i < page->dom.n_nodes; i++)
            if (page->dom.nodes[i].kind == DOM_ELEMENT && page->dom.nodes[i].tag == DOM_TIME)
                date = i;
        assert_int_equal(thread.posts.n_posts, date < last + REACH ? 2 : 0);
        n_posts += thread.posts.n_posts;
    }
    assert_true(n_posts > 0 && n_posts < 60);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(heads_have_the_first_name_and_date),
        ARENA_TEST(dates_are_not_deep_in_their_posts),
        ARENA_TEST(dates_before_their_posts),
        ARENA_TEST(addresses_are_the_links_of_dates),
        ARENA_TEST(heads_are_removed_from_the_text),
        ARENA_TEST(signatures_are_read),
        ARENA_TEST(signatures_end_after_a_hundred_nodes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Pictures of buttons, of advertisements, and those that a page shows twice.
 */
#include "render_page.h"

#define KEPT "A\n\n[Image]\n\nB"
#define LEFT_OUT "A\n\nB"
#define LINK(img) "<p>A<a href=/print>" img "</a><p>B"
#define LOOSE(img) "<p>A" img "<p>B"

static void buttons_are_left_out(void **state) {
    static const struct render_case CASES[] = {
        {LOOSE("<img src=/a/btn_print.gif>"), LEFT_OUT},
        {LOOSE("<img src=/a/bttn_close.gif>"), LEFT_OUT},
        {LOOSE("<img src=/a/left-arrow.svg>"), LEFT_OUT},
        {LOOSE("<img src='/a/Arrow.PNG?v=1'>"), LEFT_OUT},
        {LOOSE("<img src=/a/1px.gif>"), LEFT_OUT},
        {LOOSE("<img src=/a/up.gif>"), LEFT_OUT},
        {LINK("<img src=/a/up.gif alt=top>"), LEFT_OUT},
        {LINK("<img src=/a/facebook.png alt='Share on Facebook'>"), LEFT_OUT},
        {LINK("<img src=/a/i_print-small.png>"), LEFT_OUT},
        {LINK("<img src=/a/twitter_small_281464.jpg>"), LEFT_OUT},
        {"<p>A<button><img src=/a/close.svg></button><p>B", LEFT_OUT},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void pictures_with_such_words_are_kept(void **state) {
    static const struct render_case CASES[] = {
        {LOOSE("<img src=/a/arrow-season-3.png>"), KEPT},
        {LOOSE("<img src=/a/arrow.jpg>"), KEPT},
        {LOOSE("<img src=/a/up.png>"), KEPT},
        {LOOSE("<img src=/a/601px.jpg>"), KEPT},
        {LOOSE("<img src=/a/print.png>"), KEPT},
        {LOOSE("<img src=/a/button>"), KEPT},
        {LINK("<img src=/a/youtube.jpg>"), KEPT},
        {LINK("<img src=/a/small.png>"), KEPT},
        {LINK("<img src=/a/2013.png>"), KEPT},
        {LINK("<img src=/a/facebook-headquarters.png>"), KEPT},
        {LINK("<img src=/a/pr\xC3\xBCprint.png>"), KEPT},
        {"<p>A<a href=/big.jpg><img src=/a/print.png></a><p>B", KEPT},
        {"<p>A<a href=/print><b><i><img src=/a/print.png></i></b></a><p>B", KEPT},
        {LINK("<img src=/a/print.png alt='The dialog for printing a page'>"),
         "A\n\n[Image: The dialog for printing a page]\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void advertisements_are_left_out(void **state) {
    static const struct render_case CASES[] = {
        {LOOSE("<img src='http://ww1.smartadserver.com/call/pub/1/2/?'>"), LEFT_OUT},
        {LOOSE("<img src='https://ads.a.example/www/delivery/avw.php?zoneid=6'>"), LEFT_OUT},
        {LOOSE("<img src='https://a.example/banner?ts=[timestamp]'>"), LEFT_OUT},
        {LOOSE("<img src='https://a.example/deliveries/van.png'>"), KEPT},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

#define SAME "<img alt='The boat at the pier' src="
#define ONCE "A\n\n[Image: The boat at the pier]\n\nB\n\nC"
#define TWICE "A\n\n[Image: The boat at the pier]\n\nB\n\n[Image: The boat at the pier]\n\nC"

static void pictures_with_the_same_text_come_once(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A" SAME "/a/b.jpg><p>B" SAME "/a/b.jpg><p>C", ONCE},
        {"<p>A" SAME "/a/b.jpg><p>B" SAME "/a/b-300x200.jpg><p>C", ONCE},
        {"<p>A" SAME "'/a/b.jpg?w=9'><p>B" SAME "'/a/b.jpg?w=3'><p>C", ONCE},
        {"<p>A" SAME "'/a/b?w=9'><p>B" SAME "'/a/b?w=9'><p>C", ONCE},
        {"<p>A" SAME "'/a/b?id=9'><p>B" SAME "'/a/b?id=3'><p>C", TWICE},
        {"<p>A" SAME "/a/b.jpg><p>B" SAME "/a/c.jpg><p>C", TWICE},
        {"<p>A" SAME "/a/b-1.jpg><p>B" SAME "/a/b-2.jpg><p>C", TWICE},
        {"<p>A" SAME "/a/b/300x200.jpg><p>B" SAME "/a/c/300x200.jpg><p>C", TWICE},
        {"<p>A" SAME "/a/b.png><p>B" SAME "/a/b.png><p>C", TWICE},
        {"<p>A<img src=/a/b.jpg alt='The boat'><p>B<img src=/a/b.jpg alt='The boat'><p>C",
         "A\n\n[Image: The boat]\n\nB\n\n[Image: The boat]\n\nC"},
        {"<p>A" SAME "/a/b.jpg><p>B<img src=/a/b.jpg alt='The boat at the quay'><p>C",
         "A\n\n[Image: The boat at the pier]\n\nB\n\n[Image: The boat at the quay]\n\nC"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(buttons_are_left_out),
        ARENA_TEST(pictures_with_such_words_are_kept),
        ARENA_TEST(advertisements_are_left_out),
        ARENA_TEST(pictures_with_the_same_text_come_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

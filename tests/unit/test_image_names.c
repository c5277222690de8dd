/*
 * Pictures of buttons, of advertisements, and those that a page shows twice.
 */
#include "render_page.h"

#define KEPT "A\n\n[Image]\n\nB"
#define LEFT_OUT "A\n\nB"
#define LINK(img) "<p>A<a href=/print>" img "</a><p>B"
#define TWO(s) s s
#define LOOSE(img) "<p>A" img "<p>B"

static void buttons_are_left_out(void **state) {
    static const struct render_case CASES[] = {
        {LOOSE("<img src=/a/btn_print.gif>"), LEFT_OUT},
        {LOOSE("<img src=/a/bttn_close.gif>"), LEFT_OUT},
        {LOOSE("<img src=/a/left-arrow.svg>"), LEFT_OUT},
        {LOOSE("<img src='/a/Arrow.PNG?v=1' width=16 height=16>"), LEFT_OUT},
        {LOOSE("<img src=/a/arrow-down.png>"), LEFT_OUT},
        {LOOSE("<img src=/a/arrow-24.png>"), LEFT_OUT},
        {LOOSE("<img src=/a/1px.gif>"), LEFT_OUT},
        {LOOSE("<img src=/a/up.gif>"), LEFT_OUT},
        {LINK("<img src=/a/up.gif alt=top>"), LEFT_OUT},
        {LINK("<img src=/a/facebook.png alt='Share on Facebook'>"), LEFT_OUT},
        {LINK("<img src=/a/i_print-small.png>"), LEFT_OUT},
        {LINK("<img src=/a/twitter_small_281464.jpg>"), LEFT_OUT},
        {LINK("<img src=/a/button.png>"), LEFT_OUT},
        {LINK("<img src=/a/top.png width=20>"), LEFT_OUT},
        {LINK("<img src=/a/mail-32x32.png>"), LEFT_OUT},
        {LINK("<img src=/a/top.png>" TWO("<img src=/a/top.png>")), LEFT_OUT},
        {"<p>A<a href='#top'><img src=/a/top.png></a><p>B", LEFT_OUT},
        {"<p>A<a href='mailto:a@b.example'><img src=/a/mail.png></a><p>B", LEFT_OUT},
        {"<p>A<a href='JavaScript:print()'><img src=/a/print.png></a><p>B", LEFT_OUT},
        {"<p>A<button><img src=/a/close.png></button><p>B", LEFT_OUT},
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
        {LOOSE("<img src='/a/Arrow.PNG?v=1'>"), KEPT},
        {LOOSE("<img src=/a/button.png>"), KEPT},
        {LOOSE("<img src=/a/left.gif width=100>"), KEPT},
        {LINK("<img src=/a/small.png>"), KEPT},
        {LINK("<img src=/a/top.png>"), KEPT},
        {LINK("<img src=/a/mail.png>"), KEPT},
        {LINK("<img src=/a/back.png width=64>"), KEPT},
        {LINK("<img src=/a/top-15.png>"), KEPT},
        {LINK("<img src=/a/top-49.png>"), KEPT},
        {LINK("<img src=/a/mail_small.jpg>"), KEPT},
        {LINK("<img src=/a/youtube.png height=100>"), KEPT},
        {LINK("<img src=/a/2013.png>"), KEPT},
        {LINK("<img src=/a/facebook-headquarters.png>"), KEPT},
        {LINK("<img src=/a/pr\xC3\xBCprint.png>"), KEPT},
        {"<p>A<a href=/big.jpg><img src=/a/print.png></a><p>B", KEPT},
        {"<p>A<a href=big.svg><img src=/a/facebook.png></a><p>B", KEPT},
        {"<p>A<a href='../big.JPG?v=1#x'><img src=/a/facebook.png></a><p>B", KEPT},
        {"<p>A<a href='/view?img=big.png'><img src=/a/facebook.png></a><p>B", KEPT},
        {"<p>A<a href=/print><b><i><img src=/a/print.png></i></b></a><p>B", KEPT},
        {LINK("<img src=/a/print.png alt='The dialog for printing a page'>"),
         "A\n\n[Image: The dialog for printing a page]\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

#define FIGURE(img) "<p>A<figure>" img "<figcaption>C</figcaption></figure><p>B"
#define WITH_CAPTION "A\n\n[Image]\nC\n\nB"

static void pictures_with_captions_are_kept(void **state) {
    static const struct render_case CASES[] = {
        {FIGURE("<img src=/a/btn_print.gif>"), WITH_CAPTION},
        {FIGURE("<img src=/a/left-arrow.svg>"), WITH_CAPTION},
        {FIGURE("<a href=/b><img src=/a/youtube.png></a>"), WITH_CAPTION},
        {"<p>A<figure><img src=/a/btn_print.gif></figure><p>B", LEFT_OUT},
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
        {"<p>A" SAME "/a/b-2x2.jpg><p>B" SAME "/a/b-2x4.jpg><p>C", TWICE},
        {"<p>A" SAME "/a/b-90x9.jpg><p>B" SAME "/a/b-80x9.jpg><p>C", TWICE},
        {"<p>A" SAME "'/a/b.jpg?id=1'><p>B" SAME "'/a/b.jpg?id=2'><p>C", TWICE},
        {"<p>A" SAME "'/a/b.jpg?src=c.jpg'><p>B" SAME "'/a/b.jpg?src=d.jpg'><p>C", TWICE},
        {"<p>A" SAME "'/a/b.jpg?id=1'><p>B" SAME "'/a/b.jpg'><p>C", TWICE},
        {"<p>A" SAME "'/a/b.jpg?id=1&w=9'><p>B" SAME "'/a/b.jpg?w=3&id=1&'><p>C", ONCE},
        {"<p>A" SAME "'/a/b.jpg?ssl=1&Fit=9,9'><p>B" SAME "'/a/b.jpg?q=3'><p>C", ONCE},
        {"<p>A<img src=/a/b.jpg alt='The boat'><p>B<img src=/a/b.jpg alt='The boat'><p>C",
         "A\n\n[Image: The boat]\n\nB\n\n[Image: The boat]\n\nC"},
        {"<p>A" SAME "/a/b.jpg><p>B<img src=/a/b.jpg alt='The boat at the quay'><p>C",
         "A\n\n[Image: The boat at the pier]\n\nB\n\n[Image: The boat at the quay]\n\nC"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

#define BOAT "![The boat at the pier](https://example.org/a/"
#define AT(file) "A\n\n" BOAT file ")\n\nB\n\nC"
#define FIGURE_OF(file, caption)                                                                   \
    "<figure>" SAME "/a/" file "><figcaption>" caption "</figcaption></figure>"

static void the_larger_picture_wins(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A" SAME "/a/b-90x90.jpg><p>B" SAME "/a/b.jpg><p>C", AT("b.jpg")},
        {"<p>A" SAME "/a/b.jpg><p>B" SAME "/a/b-90x90.jpg><p>C", AT("b.jpg")},
        {"<p>A" SAME "/a/b-90x90.jpg><p>B" SAME "/a/b-100x80.jpg><p>C", AT("b-100x80.jpg")},
        {"<p>A" SAME "/a/b.jpg?w=9><p>B" SAME "/a/b.jpg?w=10><p>C", AT("b.jpg?w=10")},
        {"<p>A" SAME "/a/b-90x90.jpg><p>B" FIGURE_OF("b.jpg", "D") "<p>C",
         "A\n\nB\n\n" BOAT "b.jpg)\\\nD\n\nC"},
        {"<p>A" SAME "/a/b.jpg><p>B" FIGURE_OF("b.jpg", "D") "<p>C",
         "A\n\nB\n\n" BOAT "b.jpg)\\\nD\n\nC"},
        {"<p>A" FIGURE_OF("b.jpg", "D") "<p>B" FIGURE_OF("b.jpg", "E") "<p>C",
         "A\n\n" BOAT "b.jpg)\\\nD\n\nB\n\n" BOAT "b.jpg)\\\nE\n\nC"},
        {"<p>A" FIGURE_OF("b.jpg", "D") "<p>B" FIGURE_OF("b.jpg", "D") "<p>C",
         "A\n\n" BOAT "b.jpg)\\\nD\n\nB\n\nC"},
    };
    CHECK_RENDER(state, CASES, render_markdown, PITH_KEEP_IMAGES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(buttons_are_left_out),
        ARENA_TEST(pictures_with_such_words_are_kept),
        ARENA_TEST(pictures_with_captions_are_kept),
        ARENA_TEST(advertisements_are_left_out),
        ARENA_TEST(pictures_with_the_same_text_come_once),
        ARENA_TEST(the_larger_picture_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

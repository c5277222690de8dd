/*
 * post.c: which elements of a page are the posts of a thread, and which of them the page is about.
 */
#include "thread_page.h"

static void posts_are_the_elements_around_names_and_texts(void **state) {
    static const struct thread_case CASES[] = {
        {POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {POST("a", "Ann", "1 May") BO CY, "a*:Ann,1 May, b:Bo,2 May, c:Cy,3 May,"},
        {POST("a", "Ann", "1 May"), ""},
        {SAID SAID, ""},
        {"", ""},
        /* an element around the name without a text is none */
        {"<div id=a><div id=x>" HEAD("Ann", "1 May") "</div>" SAID "</div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") "<p>DROP</div>" BO CY, "b*:Bo,2 May, c:Cy,3 May,"},
        {"<div id=a>" HEAD("Ann",
                           "1 May") "<p><a href=x>I swam there in May, or so.</a></div>" BO CY,
         "b*:Bo,2 May, c:Cy,3 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") "<p>I swam <a href=x>there</a></div>" BO CY,
         "b*:Bo,2 May, c:Cy,3 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") "<p>I swam <a href=x>away</a></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        /* nor is one that is no block, or a large part of the page */
        {"<div id=a><b id=x><i class=author>Ann</i> " DATE("1 May") SAID "</b></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<my-post id=a>" HEAD("Ann", "1 May") SAID "</my-post>" BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {HEAD("Ann", "1 May") SAID BO CY, "b:Bo,2 May, c:Cy,3 May,"},
        {"<main id=a>" HEAD("Ann", "1 May") SAID "</main>" BO CY, "b:Bo,2 May, c:Cy,3 May,"},
        {"<blockquote id=a>" HEAD("Ann", "1 May") SAID "</blockquote>" BO CY,
         "b:Bo,2 May, c:Cy,3 May,"},
        /* or is far from the name: thirteen elements around that of the name at most */
        {"<div id=a><div><div><div><div><div><div><div><div><div><div><div><div>" HEAD(
             "Ann",
             "1 M") "</div></div></div></div></div></div></div></div></div></div></div></div>" SAID
                    "</div>" BO,
         ""},
        {"<div id=a><div><div><div><div><div><div><div><div><div><div><div>" HEAD(
             "Ann", "1 M") "</div></div></div></div></div></div></div></div></div></div></div>" SAID
                           "</div>" BO,
         "a*:Ann,1 M, b:Bo,2 May,"},
        /* answers inside */
        {"<div id=a>" HEAD("Ann", "1 May") SAID BO "</div>", "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") SAID "<div id=b>" HEAD("Bo", "2 May") SAID CY
         "</div>" POST("d", "Di", "4 May") "</div>",
         "a*:Ann,1 May, b:Bo,2 May, c:Cy,3 May, d:Di,4 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void items_are_posts_if_they_contain_no_more(void **state) {
    static const struct thread_case CASES[] = {
        {"<ul><li id=i>" POST("a", "Ann", "1 May") "<li id=j>" BO "</ul>",
         "i*:Ann,1 May, j:Bo,2 May,"},
        {"<ul><li id=i>" POST("a", "Ann", "1 May") SAID "<li id=j>" BO "</ul>",
         "a*:Ann,1 May, j:Bo,2 May,"},
        {"<ul><li id=i><div><div>" POST("a", "Ann",
                                        "1 May") "</div></div><li id=j><div><div><div>" BO
                                                 "</div></div></div></ul>",
         "i*:Ann,1 May, b:Bo,2 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void wrappers_are_merged(void **state) {
    static const struct thread_case CASES[] = {
        /* several around the same text: the outermost */
        {"<div id=w><div id=v>" NAME("Ann") "</div>" POST("a", "Ann", "1 May") "</div>" BO,
         "w*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=u>" NAME("Ann") "<div id=w>" NAME("Ann")
             POST("a", "Ann", "1 May") "</div></div>" BO,
         "u*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=u>" HEAD("Ann", "1 May") "<div id=w>" NAME("Ann") POST("a", "Ann", "1 May") SAID
         "</div></div>" BO,
         "u*:Ann,1 May, a*:Ann,1 May, b:Bo,2 May,"},
        /* one around several posts and nothing else: none */
        {"<div id=w>" NAME("Host") BO CY "</div>", "b*:Bo,2 May, c:Cy,3 May,"},
        {"<div id=w>" NAME("Host") "<div id=v>" NAME("Host") BO CY
         "</div>" POST("d", "Di", "4 M") "</div>",
         "b*:Bo,2 May, c:Cy,3 May, d:Di,4 M,"},
        {"<div id=w>" HEAD("Host", "1 May") SAID BO CY "</div>",
         "w*:Host,1 May, b:Bo,2 May, c:Cy,3 May,"},
        {"<div id=w>" HEAD("Host", "1 May") BO CY SAID "</div>",
         "w*:Host,1 May, b:Bo,2 May, c:Cy,3 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

/* ---- not a post ---- */

static void teasers_are_no_posts(void **state) {
#define WITH_TITLE(title) "<div id=a>" HEAD("Ann", "1 May") title SAID "</div>"
#define FIVE BO CY POST("d", "Di", "4 May")
#define WANT "b:Bo,2 May, c:Cy,3 May, d:Di,4 May,"
#define ALL "a*:Ann,1 May, b:Bo,2 May, c:Cy,3 May, d:Di,4 May,"
    static const struct thread_case CASES[] = {
        {WITH_TITLE("<h2><a href=/x>A boat</a></h2>") FIVE, WANT},
        {WITH_TITLE("<h1><a href=/x>A boat</a></h1>") FIVE, WANT},
        {WITH_TITLE("<h4><a href=/x>A boat</a></h4>") FIVE, WANT},
        {WITH_TITLE("<h5><a href=/x>A boat</a></h5>") FIVE, ALL},
        {WITH_TITLE("<h2>DROP <a href=/x>A boat</a></h2>") FIVE, WANT},
        {WITH_TITLE("<h2><b>A</b> <a href=/x>boat</a></h2>") FIVE, WANT},
        {WITH_TITLE("<h2>A boat</h2>") FIVE, WANT},
        {WITH_TITLE("<h2>DROP A boat</h2>") FIVE, ALL},
        {WITH_TITLE("<h2><a href='/x#1'>A boat</a></h2>") FIVE, ALL},
        {WITH_TITLE(SAID "<h2><a href=/x>A boat</a></h2>") FIVE, ALL},
        {WITH_TITLE("<p>DROP</p><h2><a href=/x>A boat</a></h2>") FIVE, WANT},
        {WITH_TITLE("<h2><a href='/x#1'>A</a></h2><h2><a href=/x>A boat</a></h2>") FIVE, WANT},
        /* a name in a heading is no title */
        {"<div id=a><h4>" NAME("Ann") "</h4>" DATE("1 May") SAID "</div>" FIVE, ALL},
        /* if a third are teasers, it is a list of pages */
        {WITH_TITLE("<h2><a href=/x>A boat</a></h2>") BO CY, ""},
    };
    CHECK_THREADS(CASES, HEADS);
}

#define P_10 "<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP"

/* Only the first fifty blocks of a post may be its head. */
static void titles_are_near_the_beginning(void **state) {
    static const struct thread_case CASES[] = {
        {WITH_TITLE(P_10 P_10 P_10 P_10 "<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP"
                                        "<h2><a href=/x>A boat</a></h2>") FIVE,
         WANT},
        {WITH_TITLE(P_10 P_10 P_10 P_10 "<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP"
                                        "<p>DROP<h2><a href=/x>A boat</a></h2>") FIVE,
         ALL},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void several_posts_in_one_element_are_none(void **state) {
    static const struct thread_case CASES[] = {
        {"<div id=a><ul>" HEAD("Ann", "1 May") SAID HEAD("Al", "1 May") SAID "</ul></div>" FIVE,
         WANT},
        {"<div id=a>" HEAD("Ann", "1 May") SAID HEAD("Ann", "1 May") SAID "</div>" FIVE, ALL},
        {"<div id=a>" HEAD("Ann", "1 May") HEAD("Al", "1 May") SAID "</div>" FIVE, ALL},
        {"<div id=a>" HEAD("Ann", "1 May") SAID HEAD("Al", "1 May") "</div>" FIVE, ALL},
        {"<div id=a>" HEAD("Ann", "1 May") SAID HEAD("Ann", "1 May") SAID HEAD("Al", "1 May") SAID
         "</div>" FIVE,
         WANT},
        {"<div id=a>" HEAD("Ann", "1 May") SAID DATE("2 May") SAID "</div>" FIVE, ALL},
    };
    CHECK_THREADS(CASES, HEADS);
}

/* ---- what the page is about ---- */

static void the_first_post_is_what_the_page_is_about(void **state) {
    static const struct thread_case CASES[] = {
        {SAID POST("a", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {"<p>DROP" POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {POST("a", "Ann", "1 May") POST("b", "Ann", "2 May") CY POST("d", "Ann", "4 May"),
         "a*:Ann,1 May, b*:Ann,2 May, c:Cy,3 May, d:Ann,4 May,"},
        {POST("a", "Ann", "1 May") POST("b", "Ann Lee", "2 May") CY,
         "a*:Ann,1 May, b*:Ann Lee,2 May, c:Cy,3 May,"},
        {POST("a", "Ann Lee", "1 May") POST("b", "Ann", "2 May"),
         "a*:Ann Lee,1 May, b*:Ann,2 May,"},
        {POST("a data-message-id=1", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a data-post-id=1", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {POST("a title=message-id", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void answers_are_not(void **state) {
    static const struct thread_case CASES[] = {
        {POST("a class=comment", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=Comment-body", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=comtr", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=review", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=answer", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=response", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=post", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {POST("a itemtype='https://schema.org/Comment'", "Ann", "1 May") BO,
         "a:Ann,1 May, b:Bo,2 May,"},
        {POST("issue-1 class=comment", "Ann", "1 May") BO, "issue-1*:Ann,1 May, b:Bo,2 May,"},
        {POST("pullrequest-1 class=comment", "Ann", "1 May") BO,
         "pullrequest-1*:Ann,1 May, b:Bo,2 May,"},
        {POST("issue class=comment", "Ann", "1 May") BO, "issue:Ann,1 May, b:Bo,2 May,"},
        /* five elements around it */
        {"<div class=comments><div><div><div><div>" POST(
             "a", "Ann", "1 May") "</div></div></div></div></div>" BO,
         "a:Ann,1 May, b:Bo,2 May,"},
        {"<div class=comments><div><div><div><div><div>" POST(
             "a", "Ann", "1 May") "</div></div></div></div></div></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=issue-1><div class=comment>" POST("a", "Ann", "1 May") "</div></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<body class=comments>" POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {"<main class=comments>" POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        /* the author's own too */
        {POST("a", "Ann", "1 May") POST("b class=answer", "Ann", "2 May") POST("c", "Ann", "3 May"),
         "a*:Ann,1 May, b:Ann,2 May, c:Ann,3 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void answers_have_levels(void **state) {
#define TOOT(id, name, class)                                                                      \
    "<div id=" id " class='status " class "'>" HEAD(name, "1 May") SAID "</div>"
    static const struct thread_case CASES[] = {
        {TOOT("a", "Ann", "") TOOT("b", "Bo", "status--in-thread status--first-in-thread")
             TOOT("c", "Cy", "status--in-thread") TOOT("d", "Di", "status--in-thread")
                 TOOT("e", "Ed", "status--in-thread status--first-in-thread"),
         "a*:Ann,1 May, b:Bo,1 May, c1:Cy,1 May, d2:Di,1 May, e:Ed,1 May,"},
        {TOOT("a", "Ann", "status--in-thread") TOOT("b", "Bo", "status--in-thread"),
         "a*:Ann,1 May, b1:Bo,1 May,"},
        {SAID TOOT("a", "Ann", "status--in-thread") TOOT("b", "Bo", "status--in-thread"),
         "a1:Ann,1 May, b2:Bo,1 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(posts_are_the_elements_around_names_and_texts),
        ARENA_TEST(items_are_posts_if_they_contain_no_more),
        ARENA_TEST(wrappers_are_merged),
        ARENA_TEST(teasers_are_no_posts),
        ARENA_TEST(titles_are_near_the_beginning),
        ARENA_TEST(several_posts_in_one_element_are_none),
        ARENA_TEST(the_first_post_is_what_the_page_is_about),
        ARENA_TEST(answers_are_not),
        ARENA_TEST(answers_have_levels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

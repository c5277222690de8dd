/* comments.c: which texts are comments. */
#include "render_page.h"

#define ARTICLE "<p>The article.</p>"
#define SAID "DROP I have walked there, and it is just as you say."

static void comments_under_the_article_are_given(void **state) {
    static const struct render_case CASES[] = {
        {ARTICLE "<div id=comments><p>" SAID "</div>", SAID},
        {ARTICLE "<ol class=comment-list><li>" SAID "<li>DROP So have I!</ol>",
         SAID "\n\nDROP So have I!"},
        {ARTICLE "<div itemtype='https://schema.org/Comment'>" SAID "</div>", SAID},
        {ARTICLE "<section class='CommentThread'>" SAID "</section>", SAID},
        {ARTICLE "<div class=comments><div class=comments>" SAID "</div></div>", SAID},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

static void text_around_them_is_not(void **state) {
    static const struct render_case CASES[] = {
        {ARTICLE "<div id=comments><h3>DROP Two comments so far.</h3>"
                 "<div class='comment-author vcard'>DROP Jo Ann says:</div>"
                 "<div class=comment-meta>DROP She wrote it long ago.</div>"
                 "<p>DROP Jo Ann<p>DROP 3 May 2019 at 10:15<p>DROP Jo says:<p>DROP Loading..."
                 "<p>" SAID "<button>DROP Answer this one.</button>"
                 "<p><a href=x>DROP Read this other one.</a>"
                 "<p>DROP You must log in to post a comment."
                 "<form><p>DROP Your address will not be shown.</form></div>",
         "DROP Jo Ann\n" SAID},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

/* WordPress, Discourse, Drupal and a microformat. */
static void authors_and_dates_are_shown(void **state) {
    static const struct render_case CASES[] = {
        {ARTICLE
         "<ol class=comment-list><li><footer class=comment-meta><div class='comment-author "
         "vcard'><b class=fn>DROP Jo Ann</b> <span class=says>says:</span></div>"
         "<time datetime='2021-06-03T10:15:00Z'>DROP a while ago</time></footer><p>" SAID
         "<li><div class=comment-author>DROP Bo wrote:</div><p>DROP So have I, and often too!"
         "</ol>",
         "DROP Jo Ann \u00B7 2021-06-03\n" SAID "\n\nDROP Bo\nDROP So have I, and often too!"},
        {ARTICLE
         "<div id=comments><div class=names><span class=username>DROP jo</span></div><p>" SAID
         "<div class=comment-date>DROP 3 June 2021</div></div>",
         "DROP jo\n" SAID},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

static void other_things_are_not_comments(void **state) {
    static const struct render_case CASES[] = {
        {ARTICLE "<p>" SAID, ""},
        {"<div id=comments><p>" SAID "</div>" ARTICLE, ""},        /* not under it */
        {"<div id=comments><p>" SAID "</div>", ""},                /* no article */
        {"<body class=comments-page>" ARTICLE "<p>" SAID, ""},     /* the page */
        {ARTICLE "<div id=comments><p>Kept.</div>", ""},           /* in the body */
        {ARTICLE "<div class=recent-comments>" SAID "</div>", ""}, /* of other articles */
        {ARTICLE "<div class=commentary>" SAID "</div>", ""},      /* another word */
        {ARTICLE "<div id=comments><p hidden>" SAID "</div>", ""},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

/* A wrapper of article and comments that is named after the comments. */
static void a_wrapper_of_the_article_is_searched(void **state) {
    static const struct render_case CASES[] = {
        {"<div class=with-comments>" ARTICLE "<p>And more of the same article, kept."
         "<p>DROP teaser one.<div id=comments>" SAID "</div></div>",
         SAID},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(comments_under_the_article_are_given), ARENA_TEST(text_around_them_is_not),
        ARENA_TEST(authors_and_dates_are_shown),          ARENA_TEST(other_things_are_not_comments),
        ARENA_TEST(a_wrapper_of_the_article_is_searched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

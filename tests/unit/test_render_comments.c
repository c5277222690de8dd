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
        {ARTICLE "<div id=comments><h1>DROP What readers said of it.</h1><p>" SAID "</div>", SAID},
        {ARTICLE "<div id=comments><h6>DROP What readers said of it.</h6><p>" SAID "</div>", SAID},
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

#define EMPTY "<p>Kept text.<div class=inline-comments></div>"
#define EMPTY_4 EMPTY EMPTY EMPTY EMPTY

/* A wrapper of article and comments that is named after the comments. */
static void a_wrapper_of_the_article_is_searched(void **state) {
    static const struct render_case CASES[] = {
        {"<div class=with-comments>" ARTICLE "<p>And more of the same article, kept."
         "<p>DROP teaser one.<div id=comments>" SAID "</div></div>",
         SAID},
        /* after any number of elements that are empty: the places of comments beside paragraphs */
        {ARTICLE EMPTY_4 EMPTY_4 EMPTY_4 EMPTY_4 "<div id=comments>" SAID "</div>", SAID},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

#define IN(html) ARTICLE "<div id=comments>" html "</div>"

static void what_readers_write_is_no_label(void **state) {
    static const struct render_case CASES[] = {
        /* a name or a button has at most four words, */
        {IN("<p>DROP a b c"), ""},
        {IN("<p>DROP a b c d"), "DROP a b c d"},
        {IN("<p>DROP so."), "DROP so."},
        /* a date nine and two digits, */
        {IN("<p>DROP a b c d e f g 12"), ""},
        {IN("<p>DROP a b c d e f g h 12"), "DROP a b c d e f g h 12"},
        {IN("<p>DROP a b c d e f g 1"), "DROP a b c d e f g 1"},
        {IN("<p>DROP in 12 days."), "DROP in 12 days."},
        /* a sentence of the page's own twenty; */
        {IN("<p>DROP a comment."), ""},
        {IN("<p>DROP un comentario."), ""},
        {IN("<p>DROP comment a b c d e f g h i j k l m n o p q r."), ""},
        {IN("<p>DROP comment a b c d e f g h i j k l m n o p q r s."),
         "DROP comment a b c d e f g h i j k l m n o p q r s."},
        /* something that loads two. */
        {IN("<p>DROP loading..."), ""},
        {IN("<p>DROP loading\u2026"), ""},
        {IN("<p>DROP more loading..."), "DROP more loading..."},
        {IN("<p>DROP yes."), "DROP yes."},
        /* Half of it may not be links. */
        {IN("<p>DROP ab. <a href=x>abc abcd</a>"), ""},
        {IN("<p>DROP ab. <a href=x>abc abc</a>"), "DROP ab. abc abc"},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

#define LETTERS_60 "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"

static void things_around_comments_have_names(void **state) {
    static const struct render_case CASES[] = {
        {IN("<div class=meta>" SAID "</div>"), ""},
        {IN("<div class=comment-meta>" SAID "</div>"), ""},
        {IN("<div class=comment_meta>" SAID "</div>"), ""},
        {IN("<div class=Comment-META>" SAID "</div>"), ""},
        {IN("<div class='a meta b'>" SAID "</div>"), ""},
        {IN("<div class=commentmeta>" SAID "</div>"), SAID},
        {IN("<div class=meta-box>" SAID "</div>"), SAID},
        {IN("<div class=eta>" SAID "</div>"), SAID},
        {IN("<div id=x-respond>" SAID "</div>"), ""},
        {IN("<div title=meta>" SAID "</div>"), SAID},
        {IN("<div title=x class=meta>" SAID "</div>"), ""},
        {IN("<form><p>" SAID "</form>"), ""},
        {IN("<button>" SAID "</button>"), ""},
        {IN("<p><label>" SAID "</label>"), ""},
        {IN("<label><p>" SAID "</label>"), ""},
        {IN("<fieldset><legend>" SAID "</legend></fieldset>"), ""},
        {IN("<nav>" SAID "</nav>"), ""},
        {IN("<h4>" SAID "</h4>"), ""},
        {IN("<time>" SAID "</time>"), ""},
        {IN("<blockquote>" SAID "</blockquote>"), SAID},
        /* longer ones are not read: they are generated */
        {IN("<div class=" LETTERS_60 "abcde-meta>" SAID "</div>"), SAID},
        {IN("<div class='" LETTERS_60 "abcde-meta meta'>" SAID "</div>"), ""},
        {IN("<div class=" LETTERS_60 "-meta>" SAID "</div>"), SAID},
        {IN("<div class=" LETTERS_60 "meta>" SAID "</div>"), SAID},
        {IN("<div class=x" LETTERS_60 "time>" SAID "</div>"), SAID},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

static void heads_belong_to_the_next_comment(void **state) {
#define BY(name) "<p class=author>DROP " name "</p>"
#define ON(date) "<p class=date>DROP " date "</p>"
#define P_SAID "<p>" SAID "</p>"
    static const struct render_case CASES[] = {
        {IN(BY("Ann") P_SAID BY("Bo") P_SAID), "DROP Ann\n" SAID "\n\nDROP Bo\n" SAID},
        {IN(BY("Ann") P_SAID P_SAID), "DROP Ann\n" SAID "\n\n" SAID},
        {IN(BY("Ann") ON("3 May") P_SAID), "DROP Ann \u00B7 DROP 3 May\n" SAID},
        {IN(ON("3 May") BY("Ann") P_SAID), "DROP Ann \u00B7 DROP 3 May\n" SAID},
        {IN(ON("3 May") P_SAID), "DROP 3 May\n" SAID},
        {IN(BY("Ann") BY("Bo") P_SAID), "DROP Bo\n" SAID},
        {IN(BY("Ann") ON("3 May") ON("4 May") P_SAID), "DROP Ann \u00B7 DROP 4 May\n" SAID},
        {IN("<p class=meta>DROP it is.</p>" P_SAID), SAID},
        {IN(BY("Ann") "<p>DROP Reply</p>" P_SAID), "DROP Ann\n" SAID},
        {IN(BY("Ann") "</div><div class=comments>" P_SAID), "DROP Ann\n" SAID},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

#define W "<div class=comments>"

static void elements_around_the_article_are_no_comments(void **state) {
    static const struct render_case CASES[] = {
        /* with a fifth of its words in the body */
        {ARTICLE "<div id=comments><p>a b<p>DROP five of the eight.</div>", ""},
        {ARTICLE "<div id=comments><p>a<p>DROP five of the eight.</div>",
         "DROP five of the eight."},
        {ARTICLE "<div id=comments><p>a<p>DROP is one of.</div>", ""},
        {ARTICLE "<main id=comments>" SAID "</main>", ""},
        /* and no more than sixteen of them */
        {W ARTICLE P_SAID W SAID, SAID},
        {ARTICLE W W W W W W W W W W W W W W W "<p>a b c d e f" W SAID, SAID},
        {ARTICLE W W W W W W W W W W W W W W W W "<p>a b c d e f" W SAID, ""},
    };
    CHECK_RENDER(state, CASES, render_comments, PITH_KEEP_COMMENTS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(comments_under_the_article_are_given),
        ARENA_TEST(text_around_them_is_not),
        ARENA_TEST(authors_and_dates_are_shown),
        ARENA_TEST(other_things_are_not_comments),
        ARENA_TEST(a_wrapper_of_the_article_is_searched),
        ARENA_TEST(what_readers_write_is_no_label),
        ARENA_TEST(things_around_comments_have_names),
        ARENA_TEST(heads_belong_to_the_next_comment),
        ARENA_TEST(elements_around_the_article_are_no_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

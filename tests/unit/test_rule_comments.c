/*
 * Comments under an article, by the words of their elements' names.
 */
#include "part_case.h"

#include <stdio.h>

#define LINE "The boat is back at the pier, and it runs six times a day until the autumn. "
#define ARTICLE "<p>" LINE LINE LINE LINE LINE LINE "<p>" LINE LINE LINE LINE LINE LINE LINE
#define PATH "<p>I was on it.</p>"
#define ALL_KEPT "-|-|-"
#define ALL_DROPPED "-|-|comments"

/* The rules for an article and what follows it in <div ATTRIBUTES>. */
static struct str rules_with(struct arena *arena, const char *article, const char *attributes,
                             float score, const struct metadata *metadata) {
    char html[4000];
    const float scores[] = {0.9F, 0.9F, score};
    snprintf(html, sizeof html, "<main>%s</main><div %s>" PATH "</div>", article, attributes);
    struct block_page page = cut_html(arena, html);
    assert_int_equal(page.n_blocks, 3);
    struct selection selection = choose(&page, scores, metadata, 0);
    return rules_of(&page, &selection);
}

static void names_of_comments(void **state) {
    static const char *const NAMES[] = {
        "class=fyre-comment-stream",
        "class=CommentTreeContainer",
        "class='wide livefyre'",
        "id=article-comments",
        "class=articleComments",
        "id=disqus",
        "class=kommentare",
        "class=kommentar-liste",
        "id=commentaires",
        "id=comentarios",
        "id=comentarii",
        "class=talkback",
        "class=reacties",
        "class=article_comments_list",
        "id=COMMENTS",
        "class=commentlist",
        "class=visitors_comment_block",
        "class=comment-feed",
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(NAMES); i++) {
        struct str got = rules_with(arena, ARTICLE, NAMES[i], 0.7F, &NO_METADATA);
        if (!str_equals(got, STR(ALL_DROPPED)))
            fail_msg("%s: %.*s", NAMES[i], (int)got.len, got.at);
    }
}

static void names_of_other_things(void **state) {
    static const char *const NAMES[] = {
        "class=commentary",
        "class=comments-open",
        "class=has-comments",
        "class=no-comments",
        "class=comment",
        "class=list",
        "class='comment list'",
        "id=recent-comments",
        "id=reply-to-the-comments",
        "class=product-reviews",
        "class=commentator-list",
        "class=comments_disabled",
        "class=customer-comments-reviews",
        "id=block-comments",
        "id=comment-block",
        "class=inlineComments",
        "class=judges-comments",
        "class=editors-comments",
        "id=chemische-reacties",
        "id=comentarios-finales",
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(NAMES); i++) {
        struct str got = rules_with(arena, ARTICLE, NAMES[i], 0.7F, &NO_METADATA);
        if (!str_equals(got, STR(ALL_KEPT)))
            fail_msg("%s: %.*s", NAMES[i], (int)got.len, got.at);
    }
}

static void threads_keep_their_comments(void **state) {
    static const char *const SHORT_ARTICLE = "<p>" LINE LINE LINE "<p>" LINE LINE LINE;
    const struct metadata forum = {.lead_block = SIZE_MAX,
                                   .fields[PITH_TYPE] = {.text = STR_INIT("forum")}};
    struct arena *arena = *state;
    ARM(arena);
    /* posts that score like the first, a short first post, a forum */
    assert_str(rules_with(arena, ARTICLE, "class=talkback", 0.85F, &NO_METADATA), STR(ALL_KEPT));
    assert_str(rules_with(arena, SHORT_ARTICLE, "class=talkback", 0.7F, &NO_METADATA),
               STR(ALL_KEPT));
    assert_str(rules_with(arena, ARTICLE, "class=talkback", 0.7F, &forum), STR(ALL_KEPT));
}

static void comments_come_last_and_in_few_elements(void **state) {
#define AREA "<div class=talkback>" PATH "</div>"
    static const struct part_case CASES[] = {
        {"<div class=talkback>" PATH "</div><main>" ARTICLE "</main>", {0.7F, 0.9F, 0.9F}, "-|-|-"},
        {"<main>" ARTICLE "</main><section>" AREA "</section>" AREA "<nav>" AREA "</nav>" AREA,
         {0.9F, 0.9F, 0.7F, 0.71F, 0.7F, 0.71F},
         "-|-|comments|comments|comments|comments"},
        {"<main>" ARTICLE "</main>" AREA AREA AREA AREA AREA,
         {0.9F, 0.9F, 0.7F, 0.7F, 0.7F, 0.7F, 0.7F},
         "-|-|-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

/* An article of 206 words may go on for 20 after its comments. */
static void articles_go_on_after_sections_named_so(void **state) {
#define NINE "<p>The boat is back at the quay for today. "
#define SECTION(id) "<section id=" id ">" PATH "</section>"
    static const struct part_case CASES[] = {
        {ARTICLE AREA "<p>" LINE LINE, {0.9F, 0.9F, 0.7F, 0.9F}, "-|-|-|-"},
        {ARTICLE AREA NINE NINE, {0.9F, 0.9F, 0.7F, 0.9F, 0.9F}, "-|-|comments|-|-"},
        {ARTICLE AREA NINE NINE NINE, {0.9F, 0.9F, 0.7F, 0.9F, 0.9F, 0.9F}, "-|-|-|-|-|-"},
        {ARTICLE AREA "<p>" LINE LINE AREA, {0.9F, 0.9F, 0.7F, 0.9F, 0.7F}, "-|-|-|-|comments"},
        {ARTICLE SECTION("a") SECTION("b") SECTION("disqus"),
         {0.9F, 0.9F, 0.7F, 0.7F, 0.7F},
         "-|-|-|-|-"},
        {"<section>" ARTICLE "</section>" SECTION("disqus"), {0.9F, 0.9F, 0.7F}, "-|-|comments"},
    };
    CHECK_PARTS(CASES);
}

/* Three elements with names of a comment's text are comments, with what is between them. */
static void texts_of_comments(void **state) {
#define HEAD "<p>Jane Doe, 3 May 2024</p>"
#define SAID(class) "<div class=" class ">" PATH "</div>"
    static const struct part_case CASES[] = {
        {ARTICLE HEAD SAID("commentText") HEAD SAID("commentText") HEAD SAID("commentText"),
         {0.9F, 0.9F, 0.6F, 0.7F, 0.6F, 0.7F, 0.6F, 0.7F},
         "-|-|comments|comments|comments|comments|comments|comments"},
        {ARTICLE HEAD SAID("comment-body") HEAD SAID("comment-body"),
         {0.9F, 0.9F, 0.6F, 0.7F, 0.6F, 0.7F},
         "-|-|-|-|-|-"},
        {ARTICLE HEAD SAID("text") HEAD SAID("text") HEAD SAID("text"),
         {0.9F, 0.9F, 0.6F, 0.7F, 0.6F, 0.7F, 0.6F, 0.7F},
         "-|-|-|-|-|-|-|-"},
        {ARTICLE "<p>Ferries</p>" SAID("commentText") HEAD SAID("commentText")
             HEAD SAID("commentText"),
         {0.9F, 0.9F, 0.6F, 0.7F, 0.6F, 0.7F, 0.6F, 0.7F},
         "-|-|-|comments|comments|comments|comments|comments"},
    };
    CHECK_PARTS(CASES);
}

static void listings_go_with_their_comments(void **state) {
    static const struct part_case CASES[] = {
        {ARTICLE "<div class=talkback>" PATH "<pre>a = 1</pre></div>",
         {0.9F, 0.9F, 0.7F, 0.3F},
         "-|-|comments|comments"},
        {ARTICLE "<div>" PATH "<pre>a = 1</pre></div>", {0.9F, 0.9F, 0.7F, 0.3F}, "-|-|-|code"},
    };
    CHECK_PARTS(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_of_comments),
        ARENA_TEST(names_of_other_things),
        ARENA_TEST(threads_keep_their_comments),
        ARENA_TEST(comments_come_last_and_in_few_elements),
        ARENA_TEST(articles_go_on_after_sections_named_so),
        ARENA_TEST(texts_of_comments),
        ARENA_TEST(listings_go_with_their_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

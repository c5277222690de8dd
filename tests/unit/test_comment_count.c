/*
 * Lines that say how many comments there are, and what follows them in a dump.
 */
#include "part_case.h"

#include <stdio.h>

#include "lexicon/comment_count.h"
#include "page/dump/textdump.h"

#define FIFTY TEN TEN TEN TEN TEN
#define ARTICLE "The boat is back. " FIFTY FIFTY "\n\n"

static void counts_of_comments(void **state) {
    static const char *const LINES[] = {
        "62 comments",
        "1 Comment",
        "Comments (62)",
        "COMMENTS 1,204",
        "Comments: 9",
        "Comments [3]",
        "68comments",
        "(12) Comments",
        "12 Comments +",
        "3 comments:",
        "View all 12 comments",
        "All Reader Comments (17)",
        "Show 12 user comments",
        "3 Responses to “A Walk by the Sea”",
        "3 responses",
        "3 thoughts on “A Walk by the Sea”",
        "One thought on “A Walk”",
        "One comment",
        "2 réflexions sur « Une promenade »",
        "4 Gedanken zu „Ein Spaziergang“",
        "59 Comments on “The Ferry, Day 3”",
        "12 comments so far",
        "160 commentaires",
        "12 Kommentare",
        "Kommentare (3)",
        "3 kommentarer",
        "2 kommenttia",
        "Comentarios 15",
        "15 comentários",
        "8 reacties",
        "5 commenti",
        "Comment (1)",
        "評論(3)",
        "12 komentarzy",
        "4 komentáře",
        "7 hozzászólás",
        "Комментарии (12)",
        "12 комментариев",
        "3 коментара",
        "4 yorum",
        "6 Σχόλια",
        "9 bình luận",
        "12条评论",
        "3 則留言",
        "5件のコメント",
        "댓글 12",
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(LINES); i++)
        if (!comment_count_is(*state, str_of(LINES[i])))
            fail_msg("%s", LINES[i]);
}

static void other_lines(void **state) {
    static const char *const LINES[] = {
        "Comments",
        "0 comments",
        "Comments (0)",
        "Comments (0/0)",
        "Add a comment",
        "12 comments were deleted by the harbour office in May.",
        "We got 12 comments",
        "Comments 12 and 13 were read aloud",
        "Comment by Anna, 3 May",
        "5 comments, 3 of them good",
        "12 boats",
        "62",
        "",
        "12 replies",
        "3 thoughts",
        "3 thoughts on the closure",
        "One comment on the closure",
        "One boat",
        "Response 404",
        "Responses 3",
        "Comment 3",
        "3 responses to the closure",
        "3 comments on the night",
        "12 commentators on the night",
        "12 commentators",
        "2 commentaries and 3 boats",
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(LINES); i++)
        if (comment_count_is(*state, str_of(LINES[i])))
            fail_msg("%s", LINES[i]);
}

/* The longest line, 120 bytes, and one that is longer. */
static void length_of_lines(void **state) {
    char line[122];
    ARM((struct arena *)*state);
    snprintf(line, sizeof line, "3 comments on \"%105d", 7);
    assert_true(comment_count_is(*state, str_of(line)));
    snprintf(line, sizeof line, "3 comments on \"%106d", 7);
    assert_false(comment_count_is(*state, str_of(line)));
}

struct dump_case {
    const char *text;
    float scores[8];
    const char *rules;
};

static void comments_in_dumps(void **state) {
    static const struct dump_case CASES[] = {
        {ARTICLE "62 comments\n\nGood.\n\nBad.", {0.9F, 0.1F, 0.7F, 0.7F}, "-|-|comments|comments"},
        {ARTICLE "62 comments\n\nGood.\n\nBad.", {0.9F, 0.7F, 0.7F, 0.1F}, "-|comments|comments|-"},
        /* the first count with an article above it; another may be below the headline */
        {"62 comments\n\n" ARTICLE "62 comments\n\nGood.",
         {0.1F, 0.9F, 0.1F, 0.7F},
         "-|-|-|comments"},
        {ARTICLE "62 comments\n\nGood.\n\n62 comments\n\nBad.",
         {0.9F, 0.1F, 0.7F, 0.1F, 0.6F},
         "-|-|comments|-|comments"},
        {"62 comments\n\n" ARTICLE "Good.", {0.1F, 0.9F, 0.7F}, "-|-|-"},
        {ARTICLE "Comments\n\nGood.", {0.9F, 0.1F, 0.7F}, "-|-|-"},
        /* a thread, where the first post scores like the others */
        {ARTICLE "62 comments\n\nGood.", {0.9F, 0.1F, 0.8F}, "-|-|-"},
        /* too short for an article */
        {"The boat is back.\n\n62 comments\n\nGood.", {0.9F, 0.1F, 0.7F}, "-|-|-"},
        /* several posts */
        {ARTICLE "1 comment\n\n2 comments\n\n3 comments\n\n4 comments\n\nGood.",
         {0.9F, 0.1F, 0.1F, 0.1F, 0.1F, 0.7F},
         "-|-|-|-|-|comments"},
        {ARTICLE "1 comment\n\n2 comments\n\n3 comments\n\n4 comments\n\n5 comments\n\nGood.",
         {0.9F, 0.1F, 0.1F, 0.1F, 0.1F, 0.1F, 0.7F},
         "-|-|-|-|-|-|-"},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = {.arena = arena};
        textdump_cut(&page, str_of(CASES[i].text));
        assert_true(page.n_blocks <= N_OF(CASES[i].scores));
        struct selection selection = choose(&page, CASES[i].scores, &NO_METADATA, 0);
        struct str got = rules_of(&page, &selection);
        if (!str_equals(got, str_of(CASES[i].rules)))
            fail_msg("case %zu: %.*s", i, (int)got.len, got.at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(counts_of_comments),
        ARENA_TEST(other_lines),
        ARENA_TEST(length_of_lines),
        ARENA_TEST(comments_in_dumps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Lines typical of comments.
 */
#include "ground.h"

#include "lexicon/reply.h"

static void lines_of_comments_are_known(void **state) {
    static const char *const lines[] = {
        "Anna says:",           "Anna Says:",      "R.M. said...", "Anna Quill wrote:",
        "Posted by Anna",       "Reply",           "Permalink",    "Anonymous",
        "Anna schrieb:",        "Anna dijo...",    "Report abuse", "In reply to Ben",
        "Ben said\xE2\x80\xA6", "R\xC3\xA9pondre", "Antworten",
    };
    struct arena *arena = *state;
    ARM(arena);
    struct replies replies;
    replies_init(&replies, arena);
    for (size_t i = 0; i < N_OF(lines); i++)
        assert_true(replies_is_sign(&replies, str_of(lines[i])));
}

static void other_lines_are_not(void **state) {
    static const char *const lines[] = {"The boat is back.", "says:", "",
                                        "It runs: ", "Nobody says so."};
    struct arena *arena = *state;
    ARM(arena);
    struct replies replies;
    replies_init(&replies, arena);
    for (size_t i = 0; i < N_OF(lines); i++)
        assert_false(replies_is_sign(&replies, str_of(lines[i])));
}

static void headings_of_comments_are_short(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct replies replies;
    replies_init(&replies, arena);
    assert_true(replies_is_heading(&replies, STR("12 Responses to this post"), 5));
    assert_true(replies_is_heading(&replies, STR("3 comments:"), 2));
    assert_true(replies_is_heading(&replies, STR("KOMMENTARE (3)"), 2));
    assert_false(replies_is_heading(&replies, STR("The boat is back"), 4));
    assert_false(
        replies_is_heading(&replies, STR("Nobody had a comment on the boat that is back"), 10));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_of_comments_are_known),
        ARENA_TEST(other_lines_are_not),
        ARENA_TEST(headings_of_comments_are_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

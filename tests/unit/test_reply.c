/*
 * Lines typical of comments.
 */
#include "ground.h"

#include <stdio.h>

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

/* Each phrase that such a line begins or ends with, and each part of a heading. */
static void phrases_are_known(void **state) {
    static const char *const STARTS[] = {
        "reply",          "permalink",
        "permanent link", "posted by",
        "posted at",      "comment by",
        "comment from",   "link to this comment",
        "report abuse",   "report comment",
        "report this",    "log in to reply",
        "in reply to",    "this comment",
        "quote",          "anonymous",
        "antworten",      "zitieren",
        "kommentar von",  "responder",
        "rispondi",       "r\xC3\xA9pondre",
        "beantwoorden",   "odpowiedz",
        "odpovedať",      "\xD0\xBE\xD1\x82\xD0\xB2\xD0\xB5\xD1\x82\xD0\xB8\xD1\x82\xD1\x8C",
    };
    static const char *const ENDS[] = {
        "says:", "said:",    "said...", "said\xE2\x80\xA6", "wrote:",    "writes:", "says",
        "said,", "schrieb:", "sagt:",   "meint:",           "schreibt:", "dice:",   "dijo:",
        "dit :", "dijo...",  "pisze:",  "ha detto:",        "spune:",    "каза:",   "píše:",
        "kaže:", "ha dit:",
    };
    static const char *const HEADINGS[] = {
        "comment",
        "responses",
        "replies",
        "kommentar",
        "comentario",
        "comentarii",
        "comentaris",
        "komentari",
        "komentáre",
        "hozzászólás",
        "коментари",
        "commenti",
        "reacties",
        "trackbacks",
        "discussion",
        "leave a reply",
        "antworten",
        "respuestas",
        "\xD0\xBA\xD0\xBE\xD0\xBC\xD0\xBC\xD0\xB5\xD0\xBD\xD1\x82",
    };
    struct arena *arena = *state;
    char line[80];
    ARM(arena);
    struct replies replies;
    replies_init(&replies, arena);
    for (size_t i = 0; i < N_OF(STARTS); i++) {
        snprintf(line, sizeof line, "%s x", STARTS[i]);
        if (!replies_is_sign(&replies, str_of(line)))
            fail_msg("%s", line);
        snprintf(line, sizeof line, "x %s x", STARTS[i]);
        if (replies_is_sign(&replies, str_of(line)))
            fail_msg("%s", line);
    }
    for (size_t i = 0; i < N_OF(ENDS); i++) {
        snprintf(line, sizeof line, "x %s", ENDS[i]);
        if (!replies_is_sign(&replies, str_of(line)))
            fail_msg("%s", line);
        snprintf(line, sizeof line, "x %s x", ENDS[i]);
        if (replies_is_sign(&replies, str_of(line)))
            fail_msg("%s", line);
    }
    for (size_t i = 0; i < N_OF(HEADINGS); i++) {
        snprintf(line, sizeof line, "12 %s:", HEADINGS[i]);
        if (!replies_is_heading(&replies, str_of(line), 2))
            fail_msg("%s", line);
    }
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
    char long_heading[102];
    memset(long_heading, 'x', sizeof long_heading);
    memcpy(long_heading, "comments ", 9);
    assert_true(replies_is_heading(&replies, (struct str){long_heading, 100}, 8));
    assert_false(replies_is_heading(&replies, (struct str){long_heading, 100}, 9));
    assert_false(replies_is_heading(&replies, (struct str){long_heading, 101}, 8));
    assert_false(
        replies_is_heading(&replies, STR("Nobody had a comment on the boat that is back"), 10));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_of_comments_are_known),
        ARENA_TEST(phrases_are_known),
        ARENA_TEST(other_lines_are_not),
        ARENA_TEST(headings_of_comments_are_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

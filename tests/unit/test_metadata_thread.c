/*
 * Who started a thread: the author of its first post, however the forum marks it.
 */
#include "page_case.h"

#define THREAD                                                                                     \
    "<link rel=canonical href='https://boards.example/showthread.php?t=7'><title>Which rope for "  \
    "the mooring?</title><h1>Which rope for the mooring?</h1>"

/* A post with its author in an element of that class, and a post without many words. */
#define POST(class, name)                                                                          \
    "<div class=post><div><a class='" class "' href='/x'>" name "</a></div><div>Posts: 41</div>"   \
                                            "<p>The old one has rotted through at the ring, and "  \
                                            "the new one from the chandler is stiff "              \
                                            "as a board, so that no knot in it holds for more "    \
                                            "than a night or two.</p></div>"

#define LINKED(path, name)                                                                         \
    "<div class=post><a href='" path "'>" name "</a><p>The old one has rotted through at the "     \
    "ring, and the new one from the chandler is stiff as a board, so that no knot in it holds "    \
    "for more than a night or two.</p></div>"

static void test_classes(void **state) {
    static const struct page_case CASES[] = {
        {"a class", THREAD POST("bigusername", "skipper_tom") POST("bigusername", "Annie Oar"),
         AUTHORS, "skipper_tom"},
        {"a word of a class", THREAD POST("pane__user-name x", "skipper_tom"), AUTHORS,
         "skipper_tom"},
        {"a word that begins with a capital", THREAD POST("cellPoster", "skipper_tom"), AUTHORS,
         "skipper_tom"},
        {"part of another word", THREAD POST("imposter", "skipper_tom"), AUTHORS, "-"},
        {"who posted last", THREAD POST("lastPoster", "skipper_tom"), AUTHORS, "-"},
        {"who posted last, in two words", THREAD POST("last-poster", "skipper_tom"), AUTHORS, "-"},
        {"more digits than letters", THREAD POST("username", "tom19640"), AUTHORS, "tom19640"},
        {"a sign before the name", THREAD POST("username", "@skipper_tom"), AUTHORS, "skipper_tom"},
        {"a byline word before the name", THREAD POST("poster", "By skipper_tom,"), AUTHORS,
         "skipper_tom"},
        {"only digits", THREAD POST("username", "19640"), AUTHORS, "-"},
        {"a count", THREAD POST("username", "1,964 knots"), AUTHORS, "-"},
        {"a day", THREAD POST("username", "May 3, 2024"), AUTHORS, "-"},
        {"a label", THREAD POST("username", "Re: mooring"), AUTHORS, "-"},
        {"a guest", THREAD POST("username", "Guest"), AUTHORS, "-"},
        {"many words", THREAD POST("hnuser", "Tom Annie Ben Cy Dora"), AUTHORS, "-"},
        {"facts about the author after the name",
         THREAD "<div class=user-details><b>skipper_tom</b><span>Master</span></div>" PROSE,
         AUTHORS, "skipper_tom"},
        {"posts declared as comments",
         THREAD "<ol itemscope itemtype='http://schema.org/UserComments'><li itemscope "
                "itemtype='http://schema.org/Comment'><b class=username itemprop=author>skipper_tom"
                "</b>" PROSE "</ol>",
         AUTHORS, "skipper_tom"},
        {"someone in the side column",
         THREAD "<div class=sidebar><a class=handle href=/y>Annie Oar</a></div>" PROSE, AUTHORS,
         "-"},
    };
    CHECK(CASES);
}

/* Pages that do not say that they are threads. */
static void test_undeclared(void **state) {
#define TITLE "<title>Which rope for the mooring?</title><h1>Which rope for the mooring?</h1>"
#define FOLLOWING POST("username", "Annie Oar") POST("username", "Ben Holt")
    static const struct page_case CASES[] = {
        {"many posts", TITLE POST("username", "skipper_tom") FOLLOWING, AUTHORS, "skipper_tom"},
        {"another line with a byline word",
         TITLE "<p>Read by skippers</p>" POST("username", "skipper_tom")
             FOLLOWING POST("username", "skipper_tom"),
         AUTHORS, "skipper_tom"},
        {"comments on an article",
         TITLE PROSE POST("handle", "skipper_tom") POST("handle", "annie") POST("handle", "ben"),
         AUTHORS, "-"},
        {"the same words in each post",
         TITLE POST("username", "Online") POST("username", "Online") POST("username", "Online"),
         AUTHORS, "-"},
        {"the members of a class, in a manual",
         TITLE "<p>The lamp of the pier.</p><a class=member-name-link href=#lit>LIT</a><p>It burns."
               "<p><a class=member-name-link href=#out>OUT</a><p>It does not."
               "<p><a class=member-name-link href=#dim>DIM</a><p>It smokes."
               "<p><a class=member-name-link href=#red>RED</a><p>It warns." PROSE,
         AUTHORS, "-"},
        {"facts above the first post, and no headline",
         "<title>Which rope for the mooring?</title><p><a class=username>skipper_tom</a><p>Master"
         "<p>Joined: 2009<p>From: Port Ellery<p>Boats: 2<p>Thanks: 7<p>Rank: 4<p>Likes: 12<p>Age: "
         "41<p>Club: none" PROSE FOLLOWING POST("username", "cy"),
         AUTHORS, "skipper_tom"},
    };
    CHECK(CASES);
}

static void test_links(void **state) {
    static const struct page_case CASES[] = {
        {"links to profiles",
         THREAD LINKED("/membre/7", "skipper_tom") LINKED("/membre/8", "annie")
             LINKED("/membre/9", "ben"),
         AUTHORS, "skipper_tom"},
        {"a parameter",
         THREAD LINKED("/forum.php?action=profile;u=7", "skipper_tom")
             LINKED("/forum.php?action=profile;u=8", "annie")
                 LINKED("/forum.php?action=profile;u=9", "ben"),
         AUTHORS, "skipper_tom"},
        {"a tilde",
         THREAD LINKED("/~tom", "skipper_tom") LINKED("/~annie", "annie") LINKED("/~ben", "ben"),
         AUTHORS, "skipper_tom"},
        {"entries of a menu",
         THREAD LINKED("/members", "Members") LINKED("/users", "People") LINKED("/profile", "Ben"),
         AUTHORS, "-"},
        {"too few", THREAD LINKED("/membre/7", "skipper_tom") LINKED("/membre/8", "annie"), AUTHORS,
         "-"},
        {"answers, to a question that nobody signed",
         THREAD PROSE LINKED("/user/7", "skipper_tom") LINKED("/user/8", "annie")
             LINKED("/user/9", "ben"),
         AUTHORS, "-"},
        {"a class says more than a link",
         THREAD LINKED("/user/1", "annie") LINKED("/user/2", "ben") LINKED("/user/3", "cy")
             POST("username", "skipper_tom") POST("username", "dora"),
         AUTHORS, "skipper_tom"},
    };
    CHECK(CASES);
}

/* What else names an author. */
static void test_other_sources(void **state) {
#define JSON(name)                                                                                 \
    "<script type='application/ld+json'>{\"@type\":\"DiscussionForumPosting\",\"author\":"         \
    "{\"name\":\"" name "\"}}</script><meta property='og:site_name' content='Boards'>"
    static const struct page_case CASES[] = {
        {"the markup names a person", JSON("Jane Doe") THREAD POST("username", "skipper_tom"),
         AUTHORS, "Jane Doe"},
        {"the markup names a user", JSON("jane") THREAD POST("hnuser", "skipper_tom"), AUTHORS,
         "jane"},
        {"the markup names the site",
         "<meta property='og:site_name' content='The Moorings'><meta name=author content='The "
         "Moorings'>" THREAD POST("username", "skipper_tom"),
         AUTHORS, "skipper_tom"},
        {"the markup only says that it is a thread",
         "<script type='application/ld+json'>{\"@type\":\"DiscussionForumPosting\"}</script>"
         "<h1>Mooring</h1>" POST("hnuser", "skipper_tom"),
         AUTHORS, "skipper_tom"},
        {"few posts, and a line with a byline word",
         "<h1>Mooring</h1><p>Posted by annie, 3 May 2024</p>" POST("hnuser", "skipper_tom")
             POST("hnuser", "ben") POST("hnuser", "cy"),
         AUTHORS, "annie"},
        {"another post's author is nearer to a byline word",
         THREAD "<p>Last reply by annie, 3 May 2024</p>" POST("username", "skipper_tom"), AUTHORS,
         "skipper_tom"},
        {"a full byline",
         THREAD "<p class=byline>By <a rel=author href=/j>Jane Doe</a></p>" PROSE POST(
             "username", "skipper_tom"),
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_classes),
        ARENA_TEST(test_undeclared),
        ARENA_TEST(test_links),
        ARENA_TEST(test_other_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

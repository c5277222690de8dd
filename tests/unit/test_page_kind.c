/*
 * Pages without main content: how many words a page may have to be a stub of each kind, and which
 * titles, texts and elements show it.
 */
#include "chosen_page.h"

#include <stdio.h>

#include "select/page_kind.h"

static const struct metadata NO_METADATA = {.lead_block = SIZE_MAX};

/* The kind of a page with that markup followed by n words, each other; kept, or not. */
static struct page_kind kind_with(struct arena *arena, const char *html, int n, bool is_kept) {
    struct buffer page_text;
    buffer_init(&page_text, arena);
    buffer_append(&page_text, str_of(html));
    buffer_append(&page_text, STR("<p>"));
    for (int i = 0; i < n; i++) {
        char word[16];
        snprintf(word, sizeof word, "w%d ", i);
        buffer_append(&page_text, str_of(word));
    }
    buffer_append_byte(&page_text, '\0');
    struct block_page page = cut_html(arena, buffer_str(&page_text).at);
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    for (size_t i = 0; i < page.n_blocks; i++)
        selection.kept[i] = is_kept && page.blocks[i].text.at[0] == 'w';
    return page_kind_find(&page, &selection);
}

struct kind_case {
    const char *html;
    int n_words; /* after it */
    bool is_kept;
    enum stub_kind kind;
    const char *source;
};

static void check_kinds(struct arena *arena, const struct kind_case *cases, size_t n) {
    volatile size_t n_wrong = 0;
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct page_kind got = kind_with(arena, cases[i].html, cases[i].n_words, cases[i].is_kept);
        if (got.kind == cases[i].kind && (!cases[i].source || !strcmp(got.source, cases[i].source)))
            continue;
        print_message("%s and %d words: %s by %s\n", cases[i].html, cases[i].n_words,
                      stub_kind_name(got.kind), got.source);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK_KINDS(cases) check_kinds(*state, cases, N_OF(cases))

#define LETTERS_96                                                                                 \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
    "aaaa"
#define LETTERS_288 LETTERS_96 LETTERS_96 LETTERS_96

static void titles(void **state) {
    static const struct kind_case CASES[] = {
        {"<title>404 Not Found</title>", 249, true, STUB_ERROR, "title"},
        {"<title>404 Not Found</title>", 250, true, STUB_NONE, NULL},
        /* the headline agrees */
        {"<title>Not Found</title><h1>Not Found</h1>", 399, true, STUB_ERROR, "title"},
        {"<title>Not Found</title><h1>Not Found</h1>", 400, true, STUB_NONE, NULL},
        {"<title>Not Found</title><h1>Just a moment...</h1>", 250, true, STUB_NONE, NULL},
        /* the headline alone */
        {"<title>The boat</title><h1>Not Found</h1>", 119, true, STUB_ERROR, "headline"},
        {"<title>The boat</title><h1>Not Found</h1>", 120, true, STUB_NONE, NULL},
        {"<title>The boat</title><h3>Not Found</h3>", 119, true, STUB_NONE, NULL},
        {"<h1>The boat</h1><h2>Ships</h2><h2>Not Found</h2>", 100, true, STUB_ERROR, "headline"},
        {"<h1>The boat</h1><h2>Ships</h2><h2>Trains</h2><h2>Not Found</h2>", 100, true, STUB_NONE,
         NULL},
        /* parts of a title */
        {"<title>Not Found - Ferry</title>", 200, true, STUB_ERROR, "title"},
        {"<title>Ferry | Not Found</title>", 200, true, STUB_ERROR, "title"},
        {"<title>Ferry | Not Found | Oban</title>", 200, true, STUB_ERROR, "title"},
        {"<title>Ferry: Not Found!</title>", 200, true, STUB_ERROR, "title"},
        {"<title>Ferry &mdash; Not Found.</title>", 200, true, STUB_ERROR, "title"},
        {"<title>Not Found in Oban</title>", 200, true, STUB_NONE, NULL},
        {"<title>NOT FOUND</title>", 200, true, STUB_ERROR, "title"},
        {"<title>You\xE2\x80\x99re Not Found</title>", 200, true, STUB_NONE, NULL},
        {"<title>Not Found - Ferry | Oban</title>", 200, true, STUB_ERROR, "title"},
        {"<title>Ferry - Oban</title>", 200, true, STUB_NONE, NULL},
        {"<title>Ferry: Not Found in Oban</title>", 200, true, STUB_NONE, NULL},
        /* 300 bytes, and one more */
        {"<title>Not Found - " LETTERS_288 "</title>", 200, true, STUB_ERROR, "title"},
        {"<title>Not Found - " LETTERS_288 "a</title>", 200, true, STUB_NONE, NULL},
        /* headlines that nobody sees */
        {"<title>The boat</title><h1 hidden>Not Found</h1>", 100, true, STUB_NONE, NULL},
        {"<h1 hidden>The boat</h1><h1>Ships</h1><h2>Trains</h2><h2>Not Found</h2>", 100, true,
         STUB_ERROR, "headline"},
        /* little is kept of a page with many words */
        {"<title>The boat</title><h1>Not Found</h1>", 247, false, STUB_ERROR, "headline"},
        {"<title>The boat</title><h1>Not Found</h1>", 248, false, STUB_EMPTY, NULL},
        /* a login form beside other content */
        {"<title>Not Found</title><h1>Log in</h1>", 200, true, STUB_NONE, NULL},
        {"<title>Log in</title><h1>Not Found</h1>", 140, true, STUB_NONE, NULL},
    };
    CHECK_KINDS(CASES);
}

#define PASSWORD "<input type=PASSWORD>"

#define WORDS_10 "a b c d e f g h i j "
#define WORDS_130                                                                                  \
    WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10      \
        WORDS_10 WORDS_10 WORDS_10

static void texts(void **state) {
    static const struct kind_case CASES[] = {
        {"<p>Verify you are human", 100, true, STUB_CHALLENGE, "visible text"},
        {"<p>Verify you are human", 125, true, STUB_CHALLENGE, "visible text"},
        {"<p>Verify you are human", 126, true, STUB_NONE, NULL},
        {"<p>Make sure you\xE2\x80\x99re not a robot", 100, true, STUB_CHALLENGE, "visible text"},
        {"<p hidden>Verify you are human", 100, true, STUB_NONE, NULL},
        {"<p><a href=/>one two three four five</a><p>Verify you are human", 125, true,
         STUB_CHALLENGE, "visible text"}, /* words in links do not count */
        /* little of it is kept */
        {"<p>Verify you are human", 200, false, STUB_CHALLENGE, "visible text"},
        /* login forms */
        {"<title>Log in</title>", 129, true, STUB_LOGIN, "title"},
        {"<title>Log in</title>", 130, true, STUB_NONE, NULL},
        {"<p>Forgot password?" PASSWORD, 29, true, STUB_LOGIN, "markup"},
        {"<p>Forgot password?" PASSWORD, 30, true, STUB_NONE, NULL},
        {"<p>Forgot password?<input type=text>", 29, true, STUB_NONE, NULL},
        {"<p>The boat is back" PASSWORD, 29, true, STUB_NONE, NULL},
        {"<p>Forgot password?<input type=text>" PASSWORD "<input type=text>", 29, true, STUB_LOGIN,
         "markup"},
        /* a sentence does not continue in the next block */
        {"<p>Verify you<p>are human", 100, true, STUB_NONE, NULL},
        /* on a page with many words, few may be kept */
        {"<p>Verify you are human<p>" WORDS_130, 29, true, STUB_CHALLENGE, "visible text"},
        {"<p>Verify you are human<p>" WORDS_130, 30, true, STUB_NONE, NULL},
        {"<p>Forgot password?" PASSWORD "<p>" WORDS_130, 29, true, STUB_NONE, NULL},
    };
    CHECK_KINDS(CASES);
}

/* Of a long text, only the blocks that begin in its first 6000 bytes are searched. */
static void texts_are_searched_up_to_an_end(void **state) {
    ARM((struct arena *)*state);
    static const struct {
        int n_letters;
        enum stub_kind kind;
        const char *html;
    } CASES[] = {{5996, STUB_CHALLENGE, "<p>"},
                 {5997, STUB_NONE, "<p>"},
                 /* what is there for browsers without scripts takes none of that */
                 {7000, STUB_CHALLENGE, "<noscript>Hello</noscript><noscript>"}};
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer html;
        buffer_init(&html, *state);
        buffer_append(&html, str_of(CASES[i].html));
        for (int k = 0; k < CASES[i].n_letters; k++)
            buffer_append_byte(&html, 'a');
        buffer_append(&html, STR("</noscript><p>Verify you are human"));
        buffer_append_byte(&html, '\0');
        assert_int_equal(kind_with(*state, buffer_str(&html).at, 9, true).kind, CASES[i].kind);
    }
}

#define REFRESH(content) "<meta http-equiv=Refresh content='" content "'>"
#define SCRIPT "<script src=a.js></script>"

static void elements(void **state) {
    static const struct kind_case CASES[] = {
        {REFRESH("0; url=/a"), 129, true, STUB_REDIRECT, "markup"},
        {REFRESH("0; url=/a"), 130, true, STUB_NONE, NULL},
        {REFRESH("0;URL=/a"), 9, true, STUB_REDIRECT, "markup"},
        {REFRESH("10; url=/a"), 9, true, STUB_REDIRECT, "markup"},
        {REFRESH("11; url=/a"), 9, true, STUB_NONE, NULL},
        {REFRESH("300; url=/a"), 9, true, STUB_NONE, NULL},
        {REFRESH("4294967296; url=/a"), 9, true, STUB_NONE, NULL},
        {REFRESH("0"), 9, true, STUB_NONE, NULL}, /* the same page again */
        {REFRESH("0; url=/a") REFRESH("300; url=/a"), 9, true, STUB_REDIRECT, "markup"},
        {REFRESH("300; url=/a") REFRESH("0; url=/a"), 9, true, STUB_REDIRECT, "markup"},
        {REFRESH("0; uri=/a"), 9, true, STUB_NONE, NULL},
        {REFRESH("url=/a"), 9, true, STUB_REDIRECT, "markup"},
        {"<p content='0; url=/a'>x", 9, true, STUB_NONE, NULL},
        {"<meta http-equiv=refresher content='0; url=/a'>", 9, true, STUB_NONE, NULL},
        {"<meta name=refresh content='0; url=/a'>", 9, true, STUB_NONE, NULL},
        {"<script src='https://challenges.cloudflare.com/x'></script>", 64, true, STUB_CHALLENGE,
         "markup"},
        {"<script src='https://challenges.cloudflare.com/x'></script>", 65, true, STUB_NONE, NULL},
        {"<script src='https://CHALLENGES.cloudflare.com/x'></script>", 9, true, STUB_CHALLENGE,
         "markup"},
        {"<iframe src='https://challenges.cloudflare.com/x'></iframe>", 9, true, STUB_CHALLENGE,
         "markup"},
        {"<img src='https://challenges.cloudflare.com/x'>", 9, true, STUB_NONE, NULL},
        {"<div id=px-captcha></div>", 9, true, STUB_CHALLENGE, "markup"},
        {"<a href='https://sedoparking.com/a'>x</a>", 9, true, STUB_PARKED, "markup"},
        {"<a href='https://challenges.cloudflare.com/a'>x</a>", 9, true, STUB_NONE, NULL},
        /* of two elements, the first counts */
        {"<div id=px-captcha></div><a href='https://sedoparking.com/a'>x</a>", 9, true,
         STUB_CHALLENGE, "markup"},
        {"<a href='https://sedoparking.com/a'>x</a><div id=px-captcha></div>", 9, true, STUB_PARKED,
         "markup"},
        {"<a href='https://sedoparking.com/a'>x</a><div id=x></div><a href=/>y</a>", 9, true,
         STUB_PARKED, "markup"},
        {"<div id=PX-CAPTCHA></div>", 9, true, STUB_CHALLENGE, "markup"},
        {"<div id=px-captcha></div>", 65, true, STUB_NONE, NULL},
        /* what a script would fill */
        {SCRIPT "<script>a()</script><div id=root></div><div id=x></div>", 24, true, STUB_SHELL,
         "markup"},
        {SCRIPT "<p id=root></p>", 24, true, STUB_SHELL, "markup"},
        {"<img src=a.png><div id=root></div>", 24, true, STUB_NONE, NULL},
        {SCRIPT, 24, true, STUB_NONE, NULL},
        {SCRIPT, 25, false, STUB_EMPTY, "visible text"},
        {SCRIPT "<div id=root></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=app></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=__next></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=___gatsby></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=__nuxt></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=app-root></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=main-app></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=svelte></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=ember-app></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=react-root></div>", 24, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=root></div>", 25, true, STUB_NONE, NULL},
        {SCRIPT "<div id=roots></div>", 24, true, STUB_NONE, NULL},
        {"<div id=root></div>", 24, true, STUB_NONE, NULL},
        {"<script>a()</script><div id=root></div>", 24, true, STUB_NONE, NULL},
        {SCRIPT, 24, false, STUB_SHELL, "markup"},
        {SCRIPT "<a href=/>one two three</a>", 21, true, STUB_NONE, NULL},
        {SCRIPT "<div id=app></div><a href=/>one two three</a>", 21, true, STUB_SHELL, "markup"},
        {SCRIPT "<div id=app></div><a href=/>one two three four</a>", 21, true, STUB_NONE, NULL},
        {SCRIPT "<noscript><p>You need to enable JavaScript to run this app.</noscript>", 9, true,
         STUB_SHELL, "visible text"},
        {"", 24, false, STUB_EMPTY, "visible text"},
        {"", 24, true, STUB_NONE, NULL},
    };
    CHECK_KINDS(CASES);
}

#define CONSENT_4 "<p>cookie consent privacy partner"
#define CONSENT_5 CONSENT_4 " tracking"
#define CONSENT_7 CONSENT_5 " cookie consent"

#define CONSENT_20 CONSENT_5 CONSENT_5 CONSENT_5 CONSENT_5
#define WORDS_120                                                                                  \
    WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10      \
        WORDS_10 WORDS_10
#define LINKED_129 "<p><a href=/>" WORDS_120 "a b c d e f g h i</a>"
#define LINKED_130 "<p><a href=/>" WORDS_130 "</a>"

static void walls_of_consent(void **state) {
    static const struct kind_case CASES[] = {
        {CONSENT_5, 25, true, STUB_CONSENT, "visible text"},
        {CONSENT_5, 24, true, STUB_NONE, NULL},
        {CONSENT_4, 40, true, STUB_NONE, NULL},
        /* one word in 25 */
        {CONSENT_5, 120, true, STUB_CONSENT, "visible text"},
        {CONSENT_5, 121, true, STUB_NONE, NULL},
        {CONSENT_7, 168, true, STUB_CONSENT, "visible text"},
        {CONSENT_7, 169, true, STUB_NONE, NULL},
        {CONSENT_7, 250, true, STUB_NONE, NULL},
        {CONSENT_20, 249, true, STUB_CONSENT, "visible text"},
        {CONSENT_20, 250, true, STUB_NONE, NULL},
        /* of a page with few links, and fewer than 1500 words */
        {CONSENT_20 LINKED_130, 40, true, STUB_NONE, NULL},
        {CONSENT_20 LINKED_129, 40, true, STUB_CONSENT, "visible text"},
        {CONSENT_20 LINKED_130, 200, false, STUB_EMPTY, NULL},
        {CONSENT_20 LINKED_129, 200, false, STUB_CONSENT, "visible text"},
        {CONSENT_20 CONSENT_20, 1459, false, STUB_CONSENT, "visible text"},
        {CONSENT_20 CONSENT_20, 1460, false, STUB_EMPTY, NULL},
        /* of more than 1000 words, those that are searched must have 40 */
        {CONSENT_20 "<p>cookie consent privacy partner" CONSENT_5 CONSENT_5 CONSENT_5, 1200, false,
         STUB_EMPTY, NULL},
    };
    CHECK_KINDS(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(titles),
        ARENA_TEST(texts),
        ARENA_TEST(texts_are_searched_up_to_an_end),
        ARENA_TEST(elements),
        ARENA_TEST(walls_of_consent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

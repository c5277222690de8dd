/*
 * headings.c and title_parts.c: which blocks are headings, which of them are logos, and what in a
 * title is the site's name.
 */
#include "page_case.h"

#include "growing_page.h"
#include "metadata/comparison_key.h"
#include "metadata/read.h"
#include "metadata/title/headings.h"
#include "metadata/title/title_parts.h"

/* The headings of a page: their levels and texts, with "logo" before a logo's. */
static struct str headings_of(struct arena *arena, struct str html) {
    struct block_page page;
    struct metadata metadata;
    struct buffer out;
    read_html(arena, html, &page, &metadata);
    struct gathering *g = arena_alloc_zero(arena, 1, sizeof *g);
    metadata_prepare(g, &page, plain_scores(&page), STR_NONE);
    struct headings *list = arena_alloc_zero(arena, 1, sizeof *list);
    headings_collect(g, list);
    buffer_init(&out, arena);
    for (size_t i = 0; i < list->n; i++) {
        if (i)
            buffer_append_byte(&out, '|');
        buffer_append_byte(&out, (char)('0' + list->items[i].level));
        buffer_append(&out, list->items[i].is_logo ? STR(" logo ") : STR(" "));
        buffer_append(&out, list->items[i].text);
        assert_str(list->items[i].key, comparison_key_of(arena, list->items[i].text));
    }
    return buffer_str(&out);
}

#define TITLE "<meta property=og:title content='Harbour plan approved'>"

static void blocks_that_are_headings(void **state) {
    static const char *const CASES[][2] = {
        {"<p>a", ""},
        {"<h1>Harbour</h1><p>a", "1 Harbour"},
        {"<h1>Harbour</h1><h2>Plan</h2><h6>Day</h6>", "1 Harbour|2 Plan|6 Day"},
        {"<h1><span>Harbour</span> plan</h1>", "1 Harbour plan"},
        {"<h1>Harbour<p>plan</p></h1>", "1 Harbour plan"}, /* two blocks of one */
        {"<h1>Harbour<p>plan</p>for all</h1>", "1 Harbour plan for all"},
        {"<h1 class=sr-only>Harbour <small>a plan</small></h1>", "1 Harbour"},
        {"<h1>Harbour<button>Copy</button></h1>", "1 Harbour"},
        {"<h1>Harbour</h1><h1>plan</h1>", "1 Harbour|1 plan"},
        {"<h1>...</h1>", ""},
        {"<h1>Harbour <small>a plan</small></h1>", "1 Harbour"},
        {"<h1>Harbour <span class='x sr-only'>a plan</span></h1>", "1 Harbour"},
        {"<h1><small>Harbour</small></h1>", "1 Harbour"}, /* there is nothing else */
        {"<h1>Harbour <small>-</small></h1>", "1 Harbour -"},
        {"<h1>Harbour<br>3 May 2024</h1>", "1 Harbour"},
        {"<h1>Harbour<br>May 2024</h1>", "1 Harbour May 2024"},
        {"<h1>Harbour<br>plan<br>3 May 2024</h1>", "1 Harbour plan"},
        /* lines that say the title: twelve bytes of it, and about as long */
        {TITLE "<p>Harbour plan approved</p>", "7 Harbour plan approved"},
        {TITLE "<p>Harbour plan at last</p>", "7 Harbour plan at last"},
        {TITLE "<p>Harbour plan</p>", "7 Harbour plan"},
        {TITLE "<p>Harbour pla</p>", ""},
        {TITLE "<p>Harbour walls approved</p>", ""},
        {TITLE "<p>Harbour plan approved by all</p>", "7 Harbour plan approved by all"},
        {TITLE "<p>Harbour plan approved at last</p>", "7 Harbour plan approved at last"},
        {TITLE "<p>Harbour plan approved, at last</p>", ""},
    };
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = headings_of(*state, str_of(CASES[i][0]));
        if (str_equals(got, str_of(CASES[i][1])))
            continue;
        print_message("%s: \"%.*s\"\n", CASES[i][0], (int)got.len, got.at);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

static void logos_are_links_to_the_front_page(void **state) {
    static const char *const CASES[][2] = {
        {"<h1><a href=/>Harbour</a></h1>", "1 logo Harbour"},
        {"<h1><a href=./>Harbour</a></h1>", "1 logo Harbour"},
        {"<h1><a href=https://a.example>Harbour</a></h1>", "1 logo Harbour"},
        {"<h1><a href=https://a.example/>Harbour</a></h1>", "1 logo Harbour"},
        {"<h1><a href='https://a.example?b'>Harbour</a></h1>", "1 Harbour"},
        {"<h1><a href=https://a.example/b>Harbour</a></h1>", "1 Harbour"},
        {"<h1><a href=/b>Harbour</a></h1>", "1 Harbour"},
        {"<h1><a href=file:///b>Harbour</a></h1>", "1 Harbour"},
        {"<h1><a>Harbour</a></h1>", "1 Harbour"},
        {"<a href=/><h1>Harbour</h1></a>", "1 logo Harbour"},
        {"<a href=/><div><h1>Harbour</h1></div></a>", "1 logo Harbour"},
        {"<a href=/><div><div><h1>Harbour</h1></div></div></a>", "1 Harbour"},
        {"<a href=/b><h1>Harbour</h1></a>", "1 Harbour"},
        {"<h2><a href=/>Harbour</a></h2>", "2 Harbour"},
        {"<h1><a href=/>Harbour</a> plan of all</h1>", "1 Harbour plan of all"},
        {"<meta property=og:site_name content='Harbour'><h1>Harbour</h1>", "1 logo Harbour"},
        {"<meta property=og:site_name content='Harbour'><h2>Harbour</h2>", "2 logo Harbour"},
    };
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = headings_of(*state, str_of(CASES[i][0]));
        if (str_equals(got, str_of(CASES[i][1])))
            continue;
        print_message("%s: \"%.*s\"\n", CASES[i][0], (int)got.len, got.at);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#define LETTERS_50 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LETTERS_199                                                                                \
    LETTERS_50 LETTERS_50 LETTERS_50 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static void headings_have_limits(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after;
        size_t n_headings;
    } CASES[] = {
        {"<h1>", "a ", 60, "</h1>", 1}, /* words */
        {"<h1>", "a ", 61, "</h1>", 0},
        {"<p>", "a ", 61, "</p><h1>a</h1>", 1},
        {"", "<h2>a</h2>", 16, "", 16}, /* below the first level */
        {"", "<h2>a</h2>", 17, "", 16},
        {"", "<h2>a</h2>", 17, "<h1>a</h1>", 17},
        /* blocks of one heading, up to 400 bytes together */
        {"<h1>", "<p>" LETTERS_199 "</p>", 2, "</h1>", 1},
        {"<h1>", "<p>" LETTERS_199 "aa</p>", 2, "</h1>", 2},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        ARM((struct arena *)*state);
        add(&html, CASES[i].before);
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].after);
        struct str got = headings_of(*state, (struct str){html.at, html.len});
        free(html.at);
        size_t n = got.len > 0;
        for (size_t k = 0; k < got.len; k++)
            n += got.at[k] == '|';
        if (n != CASES[i].n_headings)
            fail_msg("%s %zu: %zu", CASES[i].repeated, CASES[i].n, n);
    }
}

static void names_of_sites(void **state) {
    static const struct {
        const char *site, *host, *part;
        bool is_site;
    } CASES[] = {
        {"the courier", "", "The Courier", true},
        {"the courier", "", "The  COURIER!", true},
        {"the courier", "", "TheCourier", true},
        {"thecourier", "", "The Courier", true},
        {"the courier", "", "Courier", false},
        {"the courier", "", "...", true}, /* nothing */
        {"", "courier", "Courier", true},
        {"", "courier", "Courier of Ell", true}, /* five more letters */
        {"", "courier", "Courier Elleryab", true},
        {"", "courier", "Courier Elleryabc", false},
        {"", "ellerycourier", "Courier", true},
        {"", "ellerycouriers", "Courier", true},
        {"", "ellerycourierss", "Courier", false},
        {"", "abcd", "bcd", false},
        {"", "abcde", "bcde", true},
        {"", "tv", "tv news", false},
        {"", "tvx", "tvx news", true},
        {"", "tvx", "tv", false},
        {"", "", "Courier", false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct gathering *g = arena_alloc_zero(*state, 1, sizeof *g);
        g->arena = *state;
        g->site_key = str_of(CASES[i].site);
        g->site_compact = comparison_key_compact(*state, g->site_key);
        g->host_key = str_of(CASES[i].host);
        if (title_names_site(g, str_of(CASES[i].part)) != CASES[i].is_site)
            fail_msg("%s, %s: %s", CASES[i].site, CASES[i].host, CASES[i].part);
    }
}

static void titles_without_their_site(void **state) {
    static const struct {
        const char *title;
        bool guess;
        const char *rest;
    } CASES[] = {
        {"Harbour plan | Courier", false, "Harbour plan"},
        {"Harbour plan - Courier", false, "Harbour plan"},
        {"Harbour plan: Courier", false, "Harbour plan: Courier"},
        {"Harbour plan|Courier", false, "Harbour plan"},
        {"Harbour plan \xE2\x80\x93 Courier", false, "Harbour plan"},
        {"Harbour plan \xE2\x80\x94 Courier", false, "Harbour plan"},
        {"Harbour plan \xC2\xB7 Courier", false, "Harbour plan"},
        {"Harbour plan :: Courier", false, "Harbour plan"},
        {"Harbour plan \xE2\x80\xA2 Courier", false, "Harbour plan"},
        {"Harbour plan \xC2\xBB Courier", false, "Harbour plan"},
        {"Harbour plan / Courier", false, "Harbour plan"},
        {"Harbour plan \xE2\x80\xBA Courier", false, "Harbour plan"},
        {"Harbour plan < Courier", false, "Harbour plan"},
        {"Harbour plan ~ Courier", false, "Harbour plan"},
        {"Harbour plan \xC2\xAB Courier", false, "Harbour plan"},
        {"Harbour plan, Courier", false, "Harbour plan, Courier"},
        {"Harbour plan | News | Courier", false, "Harbour plan | News"},
        {"Harbour plan | Courier | Courier", false, "Harbour plan"},
        {"Harbour plan | News", false, "Harbour plan | News"},
        {"Harbour plan | News", true, "Harbour plan"},
        {"Harbour plan | Town | News", true, "Harbour plan | Town"},
        {"Harbour plan approved - News", true, "Harbour plan approved"},
        {"Harbour plan - News", true, "Harbour plan - News"},
        {"Harbour plan | News | Courier", true, "Harbour plan | News"},
        {"Courier | Harbour plan", false, "Harbour plan"},
        {"Courier - Harbour plan", false, "Courier - Harbour plan"},
        {"Courier: Harbour plan", false, "Courier: Harbour plan"},
        {"Courier", false, "Courier"},
        {"", false, ""},
    };
    struct gathering *g = arena_alloc_zero(*state, 1, sizeof *g);
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    g->arena = *state;
    g->site_key = g->site_compact = STR("courier");
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = title_without_site(g, str_of(CASES[i].title), CASES[i].guess);
        if (str_equals(got, str_of(CASES[i].rest)))
            continue;
        print_message("%s: \"%.*s\"\n", CASES[i].title, (int)got.len, got.at);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(blocks_that_are_headings),  ARENA_TEST(logos_are_links_to_the_front_page),
        ARENA_TEST(headings_have_limits),      ARENA_TEST(names_of_sites),
        ARENA_TEST(titles_without_their_site),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * roles.c: which blocks are the headline, the standfirst, the byline and the dateline, and so are
 * not part of the body; and the edges of each.
 */
#include "page_case.h"

#include "growing_page.h"
#include "metadata/author/roles.h"

#define PLAN "<h1>Harbour plan</h1>"
#define DECK "Opponents say it came early"

/* The roles of the first blocks: h, s, b, d, or '-'. */
static void check_roles(struct arena *arena, const char *name, struct str html, const char *want) {
    struct block_page page;
    struct metadata m;
    char got[40];
    size_t n = 0;
    read_html(arena, html, &page, &m);
    for (; n < strlen(want) && n < page.n_blocks; n++)
        got[n] = "-hsbd"[m.roles[n]];
    got[n] = '\0';
    if (strcmp(got, want) != 0)
        fail_msg("%s: %s", name, got);
}

static void roles_of_blocks(void **state) {
    static const struct {
        const char *html, *roles;
    } CASES[] = {
        {PLAN "<p>By Jane Doe</p><p>3 May 2024</p>" PROSE, "hbd--"},
        {PLAN "<p>x</p>" PROSE, "h---"},
        /* the headline again */
        {PLAN "<h2>Harbour plan</h2>" PROSE, "hh--"},
        {PLAN "<p>HARBOUR PLAN!</p>" PROSE, "hh--"},
        {PLAN "<p>Harbour plan of today</p>" PROSE, "h---"},
        {"<p>Harbour plan</p>" PLAN PROSE, "hh--"},
        {PLAN PROSE PROSE PROSE "<p>Harbour plan</p>", "h-------"},
        /* a byline with up to 25 words */
        {PLAN "<p>By Jane Doe | one two three four five six seven eight nine ten one two three "
              "four five six seven eight nine ten one two</p>" PROSE,
         "hb--"},
        {PLAN "<p>By Jane Doe | one two three four five six seven eight nine ten one two three "
              "four five six seven eight nine ten one two three</p>" PROSE,
         "h---"},
        /* the line of a job or an agency below it, with up to seven words */
        {PLAN "<p>By Jane Doe</p><p>Harbour Reporter</p>" PROSE, "hbb--"},
        {PLAN "<p>By Jane Doe</p><p>The Associated Press</p>" PROSE, "hbb--"},
        {PLAN "<p>By Jane Doe</p><p>The Ellery Times News Service</p>" PROSE, "hbb--"},
        {PLAN "<p>By Jane Doe</p><p>One Two Three Four Five Six reporter</p>" PROSE, "hbb--"},
        {PLAN "<p>By Jane Doe</p><p>One Two Three Four Five Six Seven Reporter</p>" PROSE, "hb---"},
        {PLAN "<p>By Jane Doe</p><p>Nobody told the reporter.</p>" PROSE, "hb---"},
        {PLAN "<p>By Jane Doe</p><h2>The old reporter</h2>" PROSE, "hb---"},
        {PLAN "<p>By Jane Doe</p><p>Harbour news</p>" PROSE, "hb---"},
        {PLAN "<p>By Jane Doe</p><p>Why I became a teacher</p>" PROSE, "hb---"},
        {PLAN "<p>By Jane Doe</p><p>My mother, photographer</p>" PROSE, "hb---"},
        {PLAN "<p>By Jane Doe</p><p>Interview: Ann Poe, Harbour Director</p>" PROSE, "hb---"},
        {PLAN "<p>By Jane Doe</p><p>She Never Was President</p>" PROSE, "hb---"},
        {PLAN "<p>By Jane Doe</p><p>Dear Editor</p>" PROSE, "hb---"},
        {PLAN "<p>Harbour Reporter</p>" PROSE, "h---"},
        /* a byline word alone */
        {PLAN "<p>by</p>" PROSE, "hb--"},
        {PLAN "<p>Written by:</p>" PROSE, "hb--"},
        {PLAN "<ul><li>by</li></ul>" PROSE, "h---"},
        {PLAN "<h2>Author</h2>" PROSE, "h---"},
        {PLAN PROSE "<p>Author:</p>" PROSE, "h-----"},
        /* a dateline with up to eight other words */
        {PLAN "<p>one two three four five six seven eight 3 May 2024</p>" PROSE, "hd--"},
        {PLAN "<p>one two three four five six seven eight nine 3 May 2024</p>" PROSE, "h---"},
        {PLAN "<p>3 May 2024</p><p>Updated 4 May 2024</p>" PROSE, "hdd--"},
        {PLAN PROSE "<p>3 May 2024</p>" PROSE, "h-----"}, /* below the first paragraph */
        /* a name that only the markup gives */
        {"<meta name=author content='jane doe'>" PLAN "<p>jane doe</p>" PROSE, "hb--"},
        {"<meta name=author content='jane doe'>" PLAN "<p>with jane doe</p>" PROSE, "h---"},
        {"<meta name=author content='jane doe'>" PLAN PROSE "<p>jane doe</p>", "h---"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        check_roles(*state, CASES[i].html, str_of(CASES[i].html), CASES[i].roles);
}

/* A further byline has only what bylines have after the name; the first is the author's. */
static void further_bylines(void **state) {
    static const struct {
        const char *text, *role;
    } CASES[] = {
        {"<p>By Jane Doe", "b"},
        {"<p>By JANE DOE", "b"},
        {"<h3>By Jane Doe</h3>", "b"},
        {"<p>By Jane Doe, Town Correspondent", "b"},
        {"<p>By Jane Doe | Harbours", "b"},
        {"<p>By Jane Doe and Ann Poe", "b"},
        {"<p>By Jane Doe Editor", "b"},
        {"<p>By Jane Doe Reuters", "b"},
        {"<p>By Jane Doe's reckoning, the harbour will cost twice as much.", "-"},
        {"<p>By Jane Doe standards, this was a short speech.", "-"},
        {"<p>By Jane Doe and the harbour children, a book of songs", "-"},
        {"<p>Von Jane Doe lernen hei\xC3\x9Ft warten lernen.", "-"},
        {"<h2>By Jane Doe: a list of her songs</h2>", "-"},
        {"<h2>By Jane Doe, a list of her songs</h2>", "-"},
        {"<p>By Jane Doering", "-"},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        ARM((struct arena *)*state);
        struct buffer html;
        buffer_init(&html, *state);
        buffer_append(&html, STR(PLAN "<p>By Jane Doe</p><p>3 May 2024</p>"));
        buffer_append(&html, str_of(CASES[i].text));
        buffer_append(&html, STR(PROSE));
        char roles[] = "hbd-";
        roles[3] = CASES[i].role[0];
        check_roles(*state, CASES[i].text, buffer_str(&html), roles);
    }
}

static void standfirsts(void **state) {
    static const struct {
        const char *html, *roles;
    } CASES[] = {
        /* by its class, or that of the element around it */
        {PLAN "<p class=standfirst>" DECK "</p><p>x</p>" PROSE, "hs---"},
        {PLAN "<p class='a article__lead'>" DECK "</p><p>x</p>" PROSE, "hs---"},
        {PLAN "<div class=subtitle><p>" DECK "</p></div><p>x</p>" PROSE, "hs---"},
        {PLAN "<div class=subtitle><div><p>" DECK "</p></div></div><p>x</p>" PROSE, "h----"},
        {PLAN "<p class=stand>" DECK "</p><p>x</p>" PROSE, "h----"},
        /* by its place, directly below the headline and above the byline or date */
        {PLAN "<p>" DECK "</p><p>By Jane Doe</p>" PROSE, "hsb--"},
        {PLAN "<p>" DECK "</p><p>3 May 2024</p>" PROSE, "hsd--"},
        {PLAN "<p>" DECK "</p><p>x</p><p>x</p><p>By Jane Doe</p>" PROSE, "hs--b--"},
        {PLAN "<p>" DECK "</p><p>x</p><p>x</p><p>x</p><p>By Jane Doe</p>" PROSE, "h----b--"},
        {PLAN "<p>x</p><p>" DECK "</p><p>By Jane Doe</p>" PROSE, "h--b--"},
        {PLAN "<p>" DECK "</p>" PROSE "<p>By Jane Doe</p>", "h---"},
        /* by the page's summary */
        {"<meta name=description content='" DECK "'>" PLAN "<p>x</p><p>" DECK "</p>" PROSE,
         "h-s--"},
        {"<meta name=description content='" DECK ", and the boats are late again'>" PLAN
         "<p>x</p><p>" DECK ", and the boats are late</p>" PROSE,
         "h-s--"}, /* the start of it: more than forty bytes */
        {"<meta name=description content='" DECK ", and boats wait'>" PLAN "<p>x</p><p>" DECK
         "</p>" PROSE,
         "h----"}, /* a shorter one */
        {"<meta name=description content='No opponents came'>" PLAN "<p>x</p><p>" DECK "</p>" PROSE,
         "h----"},
        /* what cannot be one */
        {PLAN "<ul><li class=lead>" DECK "</ul><p>x</p>" PROSE, "h----"},
        {PLAN "<figure><figcaption class=lead>" DECK "</figcaption></figure><p>x</p>" PROSE,
         "h----"},
        {PLAN "<button class=lead>" DECK "</button><p>x</p>" PROSE, "h----"},
        {PLAN "<table><tr><td class=lead>" DECK "</table><p>x</p>" PROSE, "h----"},
        {PLAN "<p class=lead hidden>" DECK "</p><p>x</p>" PROSE, "h----"},
        {PLAN "<p class=lead><a href=/>Opponents say it</a> came early</p><p>x</p>" PROSE, "h----"},
        {PLAN "<p class='lead photo'>" DECK "</p><p>x</p>" PROSE, "h----"},
        {PLAN "<p class='lead caption'>" DECK "</p><p>x</p>" PROSE, "h----"},
        {PLAN "<p class=lead>" DECK ". Photo: Jane Doe</p><p>x</p>" PROSE, "h----"},
        {PLAN "<p class=lead>Opponents say of the Harbour plan</p><p>x</p>" PROSE, "h----"},
        /* words */
        {PLAN "<p class=lead>one two three four five</p><p>x</p>" PROSE, "hs---"},
        {PLAN "<p class=lead>one two three four</p><p>x</p>" PROSE, "h----"},
        /* the first of two */
        {PLAN "<p class=lead>" DECK "</p><p class=lead>" DECK " again</p>" PROSE, "hs---"},
        /* without a headline, or after the first paragraph */
        {"<p class=lead>" DECK "</p><p>x</p>" PROSE, "----"},
        {PLAN PROSE "<p class=lead>" DECK "</p>", "h---"},
        /* below the headline of a thread is its first post */
        {"<meta property=og:type content=article><link rel=canonical "
         "href=https://a.example/forum>" PLAN "<p class=lead>" DECK "</p><p>x</p>" PROSE,
         "h----"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        check_roles(*state, CASES[i].html, str_of(CASES[i].html), CASES[i].roles);
}

/* How many words a standfirst has, and how far below the headline it may be. */
static void standfirsts_have_limits(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after;
        bool is_standfirst;
    } CASES[] = {
        {PLAN "<p class=lead>", "a ", 70, "</p><p>x</p>" PROSE, true},
        {PLAN "<p class=lead>", "a ", 71, "</p><p>x</p>" PROSE, false},
        {PLAN, "<p>x</p>", 9, "<p class=lead>" DECK "</p><p>x</p>" PROSE, true},
        {PLAN, "<p>x</p>", 10, "<p class=lead>" DECK "</p><p>x</p>" PROSE, false},
        /* summaries that are compared */
        {"", "<meta name=description content=x>", 3,
         "<meta name=description content='" DECK "'>" PLAN "<p>x</p><p>" DECK "</p>" PROSE, true},
        {"", "<meta name=description content=x>", 4,
         "<meta name=description content='" DECK "'>" PLAN "<p>x</p><p>" DECK "</p>" PROSE, false},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        add(&html, CASES[i].before);
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].after);
        read_html(*state, (struct str){html.at, html.len}, &page, &m);
        bool is_standfirst = m.fields[PITH_STANDFIRST].text.len > 0;
        free(html.at);
        if (is_standfirst != CASES[i].is_standfirst)
            fail_msg("%s %zu", CASES[i].before, CASES[i].n);
    }
}

static void lines_of_bylines(void **state) {
    static const struct page_case CASES[] = {
        {"a byline", PLAN "<p>By Jane Doe</p>" PROSE, PITH_BYLINE, "By Jane Doe"},
        {"counts around it", PLAN "<p>3 May 2024 | 4 min | By Jane Doe | 2 comments</p>" PROSE,
         PITH_BYLINE, "By Jane Doe"},
        {"a count before the date", PLAN "<p>4 min read | 3 May 2024 | Jane Doe</p>" PROSE,
         PITH_BYLINE, "Jane Doe"},
        {"a label before the date stays with it",
         PLAN "<p>By Jane Doe, Updated 3 May 2024</p>" PROSE, PITH_BYLINE,
         "By Jane Doe, Updated 3 May 2024"},
        {"one line of a block", PLAN "<p>x<br>By Jane Doe<br>y</p>" PROSE, PITH_BYLINE,
         "By Jane Doe"},
        {"before a date", PLAN "<p>By Jane Doe | 3 May 2024</p>" PROSE, PITH_BYLINE, "By Jane Doe"},
        {"before a filler word", PLAN "<p>By Jane Doe on 3 May 2024</p>" PROSE, PITH_BYLINE,
         "By Jane Doe"},
        {"after a date", PLAN "<p>3 May 2024 | By Jane Doe</p>" PROSE, PITH_BYLINE, "By Jane Doe"},
        {"after a label and a date", PLAN "<p>Published 3 May 2024 by Jane Doe</p>" PROSE,
         PITH_BYLINE, "by Jane Doe"},
        {"with a place before the date", PLAN "<p>By Jane Doe | Port Ellery, 3 May 2024</p>" PROSE,
         PITH_BYLINE, "By Jane Doe"},
        {"with its job", PLAN "<p>By Jane Doe - Editor</p>" PROSE, PITH_BYLINE,
         "By Jane Doe - Editor"},
        {"no author", PLAN "<p>x</p>" PROSE, PITH_BYLINE, "-"},
    };
    CHECK(CASES);
}

static void lines_of_datelines(void **state) {
    static const struct page_case CASES[] = {
        {"a date", PLAN "<p>3 May 2024</p>" PROSE, PITH_DATELINE, "3 May 2024"},
        {"without a label", PLAN "<p>Published 3 May 2024</p>" PROSE, PITH_DATELINE, "3 May 2024"},
        {"with a place", PLAN "<p>By Jane Doe</p><p>Port Ellery, 3 May 2024</p>" PROSE,
         PITH_DATELINE, "Port Ellery, 3 May 2024"},
        {"with a place after a stroke", PLAN "<p>By Jane Doe | Port Ellery, 3 May 2024</p>" PROSE,
         PITH_PLACE, "Port Ellery"},
        {"without a comma", PLAN "<p>Port Ellery 3 May 2024</p>" PROSE, PITH_PLACE, "-"},
        {"with a day of the week", "<html lang=en>" PLAN "<p>Friday, 3 May 2024</p>" PROSE,
         PITH_PLACE, "-"},
        {"on the line with a day", PLAN "<p>May 2024<br>3 May 2024</p>" PROSE, PITH_DATELINE,
         "3 May 2024"},
        {"in an attribute only", PLAN "<time datetime=2024-05-03>x</time>" PROSE, PITH_DATELINE,
         "-"},
        {"a long line with a place",
         PLAN "<p>Port Ellery, 3 May 2024, seen from the hill above the town and the sea.......... "
              "at</p>" PROSE,
         PITH_PLACE, "-"},
    };
    CHECK(CASES);
}

static void texts_like_places(void **state) {
    static const struct {
        const char *text;
        bool is_place;
    } CASES[] = {
        {"Oban", true},
        {"Port Ellery", true},
        {"Ob", false},
        {"Oba", true},
        {"oban", false},
        {"Oban 3", false},
        {"Oban|Mull", false},
        {"Oban: Mull", false},
        {"o@b", false},
        {"By Oban", false},
        {"Photos by Oban", false},
        {"Updated", false},
        {"Follow", false},
        {"Rio de Janeiro", true},
        {"", false},
        {"Aaaaaaaaaaaaaaaaaaa Bbbbbbbbbbbbbbbbbbbb", true},   /* forty bytes */
        {"Aaaaaaaaaaaaaaaaaaa Bbbbbbbbbbbbbbbbbbbbb", false}, /* more */
        {"Center for Drugs", false},
    };
    struct block_page page = {.arena = *state};
    struct gathering g = {.arena = *state, .page = &page};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (roles_is_place_like(&g, str_of(CASES[i].text)) != CASES[i].is_place)
            fail_msg("%s", CASES[i].text);
}

static void texts_before_dates(void **state) {
    static const struct {
        const char *line;
        const char *before;
        bool has_comma;
        size_t stroke;
    } CASES[] = {
        {"Oban, 3 May", "Oban", true, 0},
        {"Oban 3 May", "Oban", false, 0},
        {"Jane Doe | Oban, 3 May", "Oban", true, 8},
        {"Jane Doe - Oban - Mull 3 May", "Mull", false, 15},
        {"a \xC2\xB7 b 3 May", "b", false, 1},
        {"a \xE2\x80\xA2 b 3 May", "b", false, 1},
        {"a \xE2\x80\x93 b 3 May", "b", false, 1},
        {"a \xE2\x80\x94 b 3 May", "b", false, 1},
        {"3 May", "", false, 0},
        {"| 3 May", "", false, 0},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 3 May",
         "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false, 0},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 3 May", "",
         false, 0}, /* more than eighty bytes */
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str line = str_of(CASES[i].line);
        bool has_comma = false;
        struct str before = roles_before_date(line, str_find(line, STR("3 May")), &has_comma);
        if (!str_equals(before, str_of(CASES[i].before)) || has_comma != CASES[i].has_comma ||
            roles_last_stroke(line) != CASES[i].stroke)
            fail_msg("%s: \"%.*s\", %d, %zu", CASES[i].line, (int)before.len, before.at, has_comma,
                     roles_last_stroke(line));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(roles_of_blocks),   ARENA_TEST(further_bylines),
        ARENA_TEST(standfirsts),       ARENA_TEST(standfirsts_have_limits),
        ARENA_TEST(lines_of_bylines),  ARENA_TEST(lines_of_datelines),
        ARENA_TEST(texts_like_places), cmocka_unit_test(texts_before_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

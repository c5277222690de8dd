/*
 * Lines around the headline: datelines that open a paragraph, names with a publication after them,
 * addresses, elements whose class says what they contain.
 */
#include "page_case.h"

#include "lexicon/words.h"
#include "metadata/author/house_tail.h"
#include "metadata/author/line_authors.h"

#define SENTENCE                                                                                   \
    "The town council voted on Friday to rebuild the eastern half of the harbour, ending a "       \
    "debate.</p>"

/* The place, and the dateline's length; "-" if the paragraph has none. */
static void datelines_of_paragraphs(void **state) {
    static const struct {
        const char *head, *place;
    } CASES[] = {
        {"OBAN - ", "OBAN"},
        {"OBAN -- ", "OBAN"},
        {"OBAN \xE2\x80\x93 ", "OBAN"},
        {"OBAN\xE2\x80\x94", "OBAN"},
        {"OBAN.- ", "OBAN"},
        {"OBAN: ", "-"},
        {"OB - ", "-"},
        {"Oban - ", "-"},
        {"OBAN, Scotland - ", "OBAN, Scotland"},
        {"Oban, SCOTLAND - ", "-"},
        {"OBAN, April 3 - ", "OBAN"},
        {"OBAN, 3 April - ", "OBAN"},
        {"OBAN,3 April - ", "OBAN"},
        {"OBAN April 3 - ", "OBAN"},
        {"OBAN (KXAN) - ", "OBAN"},
        {"Oban (Reuters) - ", "Oban"},
        {"Oban (AP/dpa) - ", "Oban"},
        {"Oban (AP, dpa) - ", "Oban"},
        {"Oban (Quill) - ", "-"},
        {"Oban Reuters) - ", "-"},
        {"(Oban) - ", "Oban"},
        {"(oban.example) - ", "-"},
        {"(oban/mull) - ", "-"},
        {"WATCH - ", "-"},
        {"Update - ", "-"},
        {"EXCLUSIVE - ", "-"},
        {"SAN JOS\xC3\x89 - ", "SAN JOS\xC3\x89"},
        {"SAN JOS\xC3\xA9 - ", "-"},
        {"oBAN - ", "-"},
        {"OBAn - ", "-"},
        {"Oban, Scotland (Reuters) - ", "Oban, Scotland"},
        {"OBAN, April 3 (Reuters) - ", "OBAN"},
        {"OBAN (KXAN) (AP) - ", "OBAN"},
        {"(Oban, April 3 - ", "-"},
        {"OBAN - the ", "-"}, /* the sentence continues */
        {"OBAN 2 - ", "OBAN"},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char html[600];
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        snprintf(html, sizeof html, "<h1>Harbour plan</h1><p>%s" SENTENCE, CASES[i].head);
        read_html(*state, arena_copy(*state, str_of(html)), &page, &m);
        struct str got = m.lead_block == SIZE_MAX ? STR("-") : field_or_dash(&m, PITH_PLACE);
        if (!str_equals(got, str_of(CASES[i].place)))
            fail_msg("%s: \"%.*s\"", CASES[i].head, (int)got.len, got.at);
        if (m.lead_block != SIZE_MAX)
            assert_int_equal(m.lead_len, strlen(CASES[i].head));
    }
}

static void datelines_have_a_length(void **state) {
    static const struct {
        const char *html;
        bool has_lead;
    } CASES[] = {
        /* twelve words in the paragraph */
        {"<h1>Plan</h1><p>OBAN - Two three four five six seven eight nine ten eleven twelve.",
         true},
        {"<h1>Plan</h1><p>OBAN - Two three four five six seven eight nine ten eleven.", false},
        /* among the first paragraphs */
        {"<h1>Plan</h1><p>" SENTENCE "<p>OBAN - " SENTENCE, true},
        {"<h1>Plan</h1>" PROSE "<p>OBAN - " SENTENCE, false},
        /* the first of two */
        {"<h1>Plan</h1><p>OBAN - " SENTENCE "<p>MULL - " SENTENCE, true},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        read_html(*state, str_of(CASES[i].html), &page, &m);
        if ((m.lead_block != SIZE_MAX) != CASES[i].has_lead)
            fail_msg("%s", CASES[i].html);
        if (str_holds(str_of(CASES[i].html), STR("MULL")))
            assert_int_equal(m.lead_block, 1);
    }
}

/* A day of the week at the start is no place, even if it is all that the dateline has. */
static void datelines_with_a_day_alone(void **state) {
    static const struct {
        const char *head, *dateline; /* "-": none */
    } CASES[] = {
        {"THURSDAY, June 6 (HealthDay News) -- ", "THURSDAY, June 6"},
        {"THURSDAY, June 6 - ", "THURSDAY, June 6"},
        {"THURSDAY (Reuters) - ", "THURSDAY"},
        {"THURSDAY - ", "THURSDAY"},
        {"Thursday (Reuters) - ", "-"},
        {"Thursday - ", "-"},
        {"MONDAY - FRIDAY ", "-"},
        {"MONDAY - 9 ", "-"},
        {"SUN VALLEY - ", "SUN VALLEY"},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char html[600];
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        snprintf(html, sizeof html, "<html lang=en><h1>Harbour plan</h1><p>%s" SENTENCE,
                 CASES[i].head);
        read_html(*state, arena_copy(*state, str_of(html)), &page, &m);
        struct str got = m.lead_block == SIZE_MAX ? STR("-") : field_or_dash(&m, PITH_DATELINE);
        bool is_place = str_starts_with(got, STR("SUN"));
        if (!str_equals(got, str_of(CASES[i].dateline)) ||
            (m.fields[PITH_PLACE].text.len > 0) != is_place)
            fail_msg("%s: \"%.*s\"", CASES[i].head, (int)got.len, got.at);
    }
}

/* Datelines of Chinese and Japanese newspapers: the place, and what is cut off the paragraph. */
static void datelines_without_a_dash(void **state) {
    static const struct {
        const char *head, *rest, *place; /* "-": none */
    } CASES[] = {
        {"新华社北京4月3日电", "", "北京"},
        {"新華社北京4月3日電", "", "北京"},
        {"新华社北京4月3日讯", "", "北京"},
        {"新华社北京4月3日訊", "", "北京"},
        {"新华社北京12月31日电", "", "北京"},
        {"人民网北京4月3日电", "", "北京"},
        {"人民報北京4月3日电", "", "北京"},
        {"人民报 北京 4月3日电", "", "北京"},
        {"新华社人民网北京4月3日电", "", "北京"},
        {"新华社北京4月3日电（记者港口）", "", "北京"},
        {"新华社北京4月3日电 ", "", "北京"},
        {"新华社北京4月3日电", "（记者港口", "北京"},
        {"新华社北京北京北京4月3日电", "", "北京北京北京"},
        {"新华社北京北京北京北4月3日电", "", "-"},
        {"新华社4月3日电", "", "-"},
        {"北京4月3日电", "", "-"},
        {"新华社北京4月3日", "", "-"},
        {"新华社北京4月电", "", "-"},
        {"新华社北京4日电", "", "-"},
        {"新华社北京月3日电", "", "-"},
        {"【東京＝港】", "", "東京"},
        {"【 東京 ＝港】", "", "東京"},
        {"【東京】", "", "-"},
        {"【＝港】", "", "-"},
        {"【東京＝港", "", "-"},
        {"東京＝港】", "", "-"},
        {"【東京】港＝", "", "-"},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char html[600];
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        snprintf(html, sizeof html, "<h1>Harbour plan</h1><p>%s%s" SENTENCE, CASES[i].head,
                 CASES[i].rest);
        read_html(*state, arena_copy(*state, str_of(html)), &page, &m);
        struct str got = m.lead_block == SIZE_MAX ? STR("-") : field_or_dash(&m, PITH_PLACE);
        if (!str_equals(got, str_of(CASES[i].place)) ||
            (m.lead_block != SIZE_MAX && m.lead_len != strlen(CASES[i].head)))
            fail_msg("%s: \"%.*s\", %zu", CASES[i].head, (int)got.len, got.at, m.lead_len);
    }
}

#define POST "Ellery Post\n\nCopyright Ellery Post\n\n"

static void publications_after_names(void **state) {
    static const struct {
        const char *rest; /* of the dump */
        const char *line, *cut;
    } CASES[] = {
        {POST, "Jane Doe Ellery Post", "Jane Doe"},
        {POST, "By Jane Doe Ellery Post", "Jane Doe"},
        {POST, "Jane Q. Doe Ellery Post", "Jane Q. Doe"},
        {POST, "Jane Doe Mallow Post", "Jane Doe Mallow Post"},
        {"Ellery Post\n\n", "Jane Doe Ellery Post", "Jane Doe Ellery Post"}, /* once */
        {POST, "Jane Doe ellery Post", "Jane Doe ellery Post"},
        {POST "Jane Doe Ellery Post\n\n", "Jane Doe Ellery Post", "Jane Doe Ellery Post"},
        {"one two three four five six seven Ellery Post\n\nEllery Post\n\n", "Jane Doe Ellery Post",
         "Jane Doe"},
        {"one two three four five six seven eight Ellery Post\n\nEllery Post\n\n",
         "Jane Doe Ellery Post", "Jane Doe Ellery Post"}, /* in a sentence */
        /* a sentence about the person */
        {"Jane Doe is a writer.\n\n", "Jane Doe Ellery Post", "Jane Doe"},
        {"Jane Doe Is a writer.\n\n", "Jane Doe Ellery Post", "Jane Doe Ellery Post"},
        /* a single word must be known as one of an organisation, or be written like one */
        {"Post\n\nPost\n\n", "Jane Doe Ellery", "Jane Doe Ellery"},
        {"FOXBusiness\n\nFOXBusiness\n\n", "Jane Doe FOXBusiness", "Jane Doe"},
        {"FOXBUSINESS\n\nFOXBUSINESS\n\n", "Jane Doe FOXBUSINESS", "Jane Doe FOXBUSINESS"},
        {"FoxBusiness\n\nFoxBusiness\n\n", "Jane Doe FoxBusiness", "Jane Doe FoxBusiness"},
        {POST, "Jane Doe", "Jane Doe"},
        {"B C D E F\n\nB C D E F\n\n", "Jane Doe B C D E F", "Jane Doe"},
        {"B C D E F G\n\nB C D E F G\n\n", "Jane Doe B C D E F G", "Jane Doe B C D E F G"},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char dump[300];
        struct block_page page = {.arena = *state};
        ARM((struct arena *)*state);
        snprintf(dump, sizeof dump, "%s\n\n%s", CASES[i].line, CASES[i].rest);
        textdump_cut(&page, arena_copy(*state, str_of(dump)));
        struct gathering g = {.arena = *state, .page = &page};
        g.hints.languages = words_languages(STR("en"));
        struct str got = house_tail_cut(&g, str_of(CASES[i].line), 0);
        if (!str_equals(got, str_of(CASES[i].cut)))
            fail_msg("%s and %s: \"%.*s\"", CASES[i].line, CASES[i].rest, (int)got.len, got.at);
    }
}

static void addresses_after_names(void **state) {
    static const char *const CASES[][2] = {
        {"Jane Doe jane at harbour.example", "Jane Doe"},
        {"jane at harbour.example", ""},
        {"Jane Doe jane at harbour", "Jane Doe jane at harbour"},
        {"Jane Doe looks at harbour.example today", "Jane Doe looks at harbour.example today"},
        {"Jane Doe", "Jane Doe"},
        {"J. Doe", "J. Doe"},
        {"Jane Doe. At ", "Jane Doe. At "},
    };
    char line[102];
    (void)state;
    for (size_t len = 100; len <= 101; len++) { /* longer lines are sentences */
        memset(line, 'x', sizeof line);
        memcpy(line + len - 12, " jane at a.b", 12);
        assert_int_equal(line_authors_without_address((struct str){line, len}).len,
                         len == 100 ? 88 : 101);
    }
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(line_authors_without_address(str_of(CASES[i][0])), str_of(CASES[i][1]));
}

static void capitals_that_the_page_writes_small(void **state) {
    static const struct {
        const char *text;
        double share;
    } CASES[] = {
        {"Eastern Half", 1},
        {"Eastern Quill", 0.5},
        {"Jane Quill", 0},
        {"Old Pier", 0.5},
        {"The Pier", 0.5},
        {"pier", 0},
        {"Piers", 0},
        {"East", 0},
        {"", 0},
        {"Half-Moon", 0},
    };
    static const char DUMP[] = "The eastern half of the old pier is back, and so are janes.";
    struct block_page page = {.arena = *state};
    ARM((struct arena *)*state);
    textdump_cut(&page, str_of(DUMP));
    struct gathering g = {.arena = *state, .page = &page};
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (line_authors_common_share(&g, str_of(CASES[i].text)) != CASES[i].share)
            fail_msg("%s", CASES[i].text);
}

#define CLASSED(class, text) "<h1>Harbour plan</h1><p class='" class "'>" text "</p>" PROSE

static void classes_of_authors_and_dates(void **state) {
    static const struct page_case CASES[] = {
        {"byline", CLASSED("article-byline", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"in capitals", CLASSED("ByLine", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"author", CLASSED("autor", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"writer", CLASSED("writer", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"another name", CLASSED("by-lines", "Jane Doe"), AUTHORS, "-"},
        {"date", CLASSED("post-date", "3 May 2024"), PITH_DATE, "2024-05-03"},
        {"a month", CLASSED("post-date", "May 2024"), PITH_DATE, "-"},
        {"a change", CLASSED("date-updated", "3 May 2024"), PITH_MODIFIED, "2024-05-03"},
        {"a date in its title",
         "<h1>Harbour plan</h1><p class=published "
         "title='2024-05-03T20:17:00+02:00'>20:17</p>" PROSE,
         PITH_DATE, "2024-05-03T20:17:00+02:00"},
        {"another title",
         "<h1>Harbour plan</h1><p class=published title='2024/05/03'>20:17</p>" PROSE, PITH_DATE,
         "-"},
        {"a box",
         "<h1>Harbour plan</h1>" PROSE PROSE "<ul><li>x</ul><p class=authName>Jane Doe</p>",
         AUTHORS, "Jane Doe"},
        {"a box's details",
         "<h1>Harbour plan</h1>" PROSE PROSE "<ul><li>x</ul><p class=post-author__details>Jane "
         "Doe</p>",
         AUTHORS, "Jane Doe"},
        {"within a word",
         "<h1>Harbour plan</h1>" PROSE PROSE "<ul><li>x</ul><p class=oauth-name>Jane Doe</p>",
         AUTHORS, "-"},
        {"two classes",
         "<h1>Harbour plan</h1>" PROSE PROSE "<ul><li>x</ul><p class='auth name'>Jane Doe</p>",
         AUTHORS, "-"},
    };
    CHECK(CASES);
}

/* Lines that say when something takes place are no datelines. */
static void ranges_of_days(void **state) {
    static const struct {
        const char *line, *date; /* "-" if there is none */
    } CASES[] = {
        {"3 May 2024", "2024-05-03"},
        {"3-5 May 2024", "-"},
        {"3 - 5 May 2024", "-"},
        {"3.\xE2\x80\x93"
         "5. May 2024",
         "-"},
        {"May 3\xE2\x80\x93"
         "5, 2024",
         "-"},
        {"Mar 6\xE2\x80\x93"
         "Apr 18, 2024",
         "-"},
        {"6 March \xE2\x80\x94 18 April 2024", "-"},
        {"Open 6 March - 18 April 2024", "-"},
        {"Harbour - 3 May 2024", "2024-05-03"},
        {"Page 3 - 5 May 2024", "2024-05-05"},
        {"10:30 - 3 May 2024", "2024-05-03T10:30"},
        {"2024-05-03", "2024-05-03"},
        {"3 - Harbour 5 May 2024", "2024-05-05"},
        {"5 - May 2024", "2024-05-05"},
        {"03-05-2024", "2024-05-03"},
        {"3 May 2024 - 5 minutes", "2024-05-03"},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer html;
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        buffer_init(&html, *state);
        buffer_append(&html, STR("<html lang=en-GB><h1>Harbour plan</h1><p>"));
        buffer_append(&html, str_of(CASES[i].line));
        buffer_append(&html, STR("</p>" PROSE));
        read_html(*state, buffer_str(&html), &page, &m);
        struct str got = field_or_dash(&m, PITH_DATE);
        if (!str_equals(got, str_of(CASES[i].date)))
            fail_msg("%s: %.*s", CASES[i].line, (int)got.len, got.at);
    }
}

/* Only what is below the first line of a headline is about the page. */
static void lines_of_the_headline(void **state) {
    static const struct page_case CASES[] = {
        {"a day in it", "<h1>The harbour on 3 May 2024</h1>" PROSE, PITH_DATE, "-"},
        {"a day alone", "<h1>3 May 2024</h1>" PROSE, PITH_DATE, "-"},
        {"a day at its start", "<h1>3 May 2024: the plan</h1>" PROSE, PITH_DATE, "-"},
        {"a day below it", "<h1>Harbour plan<br>3 May 2024</h1>" PROSE, PITH_DATE, "2024-05-03"},
        {"a name in it", "<h1>By Jane Doe</h1>" PROSE, AUTHORS, "-"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(ranges_of_days),
        ARENA_TEST(lines_of_the_headline),
        ARENA_TEST(datelines_of_paragraphs),
        ARENA_TEST(datelines_have_a_length),
        ARENA_TEST(datelines_with_a_day_alone),
        ARENA_TEST(datelines_without_a_dash),
        ARENA_TEST(publications_after_names),
        cmocka_unit_test(addresses_after_names),
        ARENA_TEST(capitals_that_the_page_writes_small),
        ARENA_TEST(classes_of_authors_and_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Values as pages write them: cleaned, left unfilled, in lists; language tags;
 * days that several sources give.
 */
#include "page_case.h"

#include "lexicon/words.h"
#include "metadata/date/dated.h"
#include "metadata/gathering.h"
#include "metadata/date/line_dates.h"

static void values_are_cleaned(void **state) {
    static const char *const CASES[][2] = {
        {"Harbour plan", "Harbour plan"},
        {" Harbour  plan\n", "Harbour plan"},
        {"Harbour\tplan", "Harbour plan"},
        {"Har\xC2\xAD"
         "bour\xE2\x80\x8B plan",
         "Harbour plan"},
        {"Harbour\xC2\xA0plan", "Harbour plan"},
        {"<b>Harbour</b> plan", "Harbour plan"},
        {"Harbour <!-- x --> plan", "Harbour plan"},
        {"&lt;b&gt;Harbour&lt;/b&gt; plan", "Harbour plan"},
        {"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
        {"a <", "a <"},
        {"a <b", "a"},
        {"Tom &amp; Ann", "Tom & Ann"},
        {"", ""},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(gathering_clean(*state, str_of(CASES[i][0])), str_of(CASES[i][1]));
}

static void unfilled_templates(void **state) {
    static const struct {
        const char *text;
        bool is_unfilled;
    } CASES[] = {
        {"{{title}}", true},
        {"a }} b", true},
        {"<%= title %>", true},
        {"${title}", true},
        {"{title}", false},
        {"%title%", true},
        {"%%", false},
        {"%a%", true},
        {"50%", false},
        {"%a", false},
        {"undefined", true},
        {" NULL ", true},
        {"NaN", true},
        {"nullify", false},
        {"[object Object]", true},
        {"Lorem ipsum dolor", true},
        {"The lorem ipsum", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (gathering_is_unfilled(str_of(CASES[i].text)) != CASES[i].is_unfilled)
            fail_msg("%s", CASES[i].text);
}

static void words_in_lists(void **state) {
    (void)state;
    assert_true(gathering_has_word(STR("a tag b"), STR("tag")));
    assert_true(gathering_has_word(STR("TAG"), STR("tag")));
    assert_true(gathering_has_word(STR("a  tag"), STR("tag")));
    assert_false(gathering_has_word(STR("tags"), STR("tag")));
    assert_false(gathering_has_word(STR("a-tag"), STR("tag")));
    assert_false(gathering_has_word(STR(""), STR("tag")));
    assert_true(gathering_is_update_class(STR("date-updated")));
    assert_true(gathering_is_update_class(STR("modified")));
    assert_false(gathering_is_update_class(STR("published updated")));
    assert_false(gathering_is_update_class(STR("entry-date")));
    assert_true(gathering_is_first_class(STR("entry-date")));
}

static void links_to_categories(void **state) {
    static const struct {
        const char *href, *rel;
        bool is_category;
    } CASES[] = {
        {"/tag/sea", "", true},        {"/a/category/sea", "", true},
        {"/?tag=sea", "", true},       {"/tag", "", false},
        {"/tag/", "", false},          {"/tagged/sea", "", false},
        {"/Topics/sea", "", true},     {"/sea", "nofollow tag", true},
        {"/sea", "tags", false},       {"tag/sea", "", true},
        {"/categories/sea", "", true}, {"/?categoryID=7", "", true},
        {"/Kategorie/sea", "", true},  {"/categoria/sea", "", true},
        {"/rubrik/sea", "", true},     {"/tags/sea", "", true},
        {"/topic/sea", "", true},      {"/section/sea", "", true},
        {"/sections/sea", "", true},   {"", "", false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char html[100];
        struct block_page page;
        struct metadata m;
        snprintf(html, sizeof html, "<a href='%s' rel='%s'>a</a>", CASES[i].href, CASES[i].rel);
        read_html(*state, arena_copy(*state, str_of(html)), &page, &m);
        size_t a = page.dom.n_nodes;
        while (page.dom.nodes[a - 1].kind != DOM_ELEMENT || page.dom.nodes[a - 1].tag != DOM_A)
            a--;
        if (gathering_is_category_link(&page.dom.nodes[a - 1]) != CASES[i].is_category)
            fail_msg("%s", html);
    }
}

static void labels_of_dates(void **state) {
    static const struct {
        const char *before;
        enum date_label label;
    } CASES[] = {
        {"Published on ", LABEL_PUBLISHED},
        {"Last updated: ", LABEL_UPDATED},
        {"unpublished ", LABEL_NONE},
        {"a-published ", LABEL_NONE},
        {"Published and updated ", LABEL_UPDATED},
        {"Updated, published ", LABEL_PUBLISHED},
        {"\xC3\xA9 published ", LABEL_PUBLISHED},
        {"On ", LABEL_NONE},
        {"", LABEL_NONE},
    };
    ARM((struct arena *)*state);
    struct gathering g = {.arena = *state};
    g.hints.languages = words_languages(STR("en"));
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (line_dates_label(&g, str_of(CASES[i].before)) != CASES[i].label)
            fail_msg("%s", CASES[i].before);
}

#define TAGGED(tag) "<meta http-equiv=content-language content='" tag "'>"

static void language_tags(void **state) {
    static const struct page_case CASES[] = {
        {"two letters", TAGGED("de"), PITH_LANGUAGE, "de"},
        {"three letters", TAGGED("gsw"), PITH_LANGUAGE, "gsw"},
        {"three letters and a country", TAGGED("gsw_CH"), PITH_LANGUAGE, "gsw-CH"},
        {"four letters", TAGGED("abcd"), PITH_LANGUAGE, "-"},
        {"one letter", TAGGED("d"), PITH_LANGUAGE, "-"},
        {"twenty letters", TAGGED("de-4567890123456789a"), PITH_LANGUAGE, "de-4567890123456789a"},
        {"twenty-one letters", TAGGED("de-4567890123456789ab"), PITH_LANGUAGE, "-"},
        {"a mark", TAGGED("de.DE"), PITH_LANGUAGE, "-"},
        {"several", TAGGED("fr,de"), PITH_LANGUAGE, "fr"},
        {"slashes in English", "<html lang=en><h1>Plan</h1><p>4/5/2024</p>" PROSE, PITH_DATE,
         "2024-04-05"},
        {"in British English", "<html lang=en-GB><h1>Plan</h1><p>4/5/2024</p>" PROSE, PITH_DATE,
         "2024-05-04"},
    };
    CHECK(CASES);
}

#define MACHINE(day) "<meta property=article:published_time content='" day "'>"
#define CHANGED(day) "<meta property=article:modified_time content='" day "'>"
#define HEAD "<h1>Harbour plan</h1>"

static void days_of_several_sources(void **state) {
    static const struct page_case CASES[] = {
        {"the day before in UTC", MACHINE("2024-05-04T01:00:00Z") HEAD "<p>3 May 2024</p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"with an offset", MACHINE("2024-05-04T01:00:00+02:00") HEAD "<p>3 May 2024</p>" PROSE,
         PITH_DATE, "2024-05-04T01:00:00+02:00"},
        {"a day of migration", MACHINE("2024-05-04") HEAD "<p>3 May 2014</p>" PROSE, PITH_DATE,
         "2014-05-03"},
        {"which is that of a change",
         MACHINE("2024-05-04") CHANGED("2014-05-03") HEAD "<p>3 May 2014</p>" PROSE, PITH_DATE,
         "2024-05-04"},
        {"the current day above the headline", MACHINE("2024-05-04") "<p>9 May 2024</p>" HEAD PROSE,
         PITH_DATE, "2024-05-04"},
        {"a future event", CHANGED("2024-05-04") HEAD "<p>9 May 2024</p>" PROSE, PITH_DATE, "-"},
        {"a day after the change", CHANGED("2024-05-04") HEAD "<p>5 May 2024</p>" PROSE, PITH_DATE,
         "2024-05-05"},
        {"two days after the change", CHANGED("2024-05-04") HEAD "<p>6 May 2024</p>" PROSE,
         PITH_DATE, "-"},
        {"the most precise", MACHINE("2024-05-03") HEAD "<p>3 May 2024, 15:13</p>" PROSE, PITH_DATE,
         "2024-05-03T15:13"},
        {"the epoch", MACHINE("1970-01-01") HEAD PROSE, PITH_DATE, "-"},
        {"before the web", MACHINE("1989-12-31") HEAD PROSE, PITH_DATE, "-"},
        {"since the web", MACHINE("1990-01-01") HEAD PROSE, PITH_DATE, "1990-01-01"},
        {"long ago, shown", HEAD "<p>3 May 1989</p>" PROSE, PITH_DATE, "1989-05-03"},
        {"a swapped day", "<html lang=en-US>" MACHINE("2024-05-04") HEAD "<p>4/5/2024</p>" PROSE,
         PITH_DATE, "2024-05-04"},
        {"a change on its own line", HEAD "<p>Last updated on 3 May 2024</p>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"a change after other words", HEAD "<p>What we wrote was updated 3 May 2024</p>" PROSE,
         PITH_DATE, "-"},
        {"hours ago", "<p>3 May 2024</p>" HEAD "<p>3 hours ago</p>" PROSE, PITH_DATE, "2024-05-03"},
        {"yesterday", "<p>3 May 2024</p>" HEAD "<p>Published yesterday</p>" PROSE, PITH_DATE,
         "2024-05-02"},
        {"a note below the post",
         HEAD PROSE PROSE "<p>This entry was posted on May 3rd, 2024 and is "
                          "filed under Walls.</p>",
         PITH_DATE, "2024-05-03"},
        {"a note that names the post",
         HEAD PROSE PROSE "<p>Harbour plan was posted on May 3rd, 2024 by Jane.</p>", PITH_DATE,
         "2024-05-03"},
        {"when it was printed", HEAD "<p>Printed on 3 May 2024</p>" PROSE, PITH_DATE, "-"},
        {"at the start of a paragraph",
         HEAD "<p>(3 May 2024) The town council voted on Friday to rebuild the "
              "eastern half of the "
              "harbour, ending a debate that began at breakfast and was still "
              "going on.</p>",
         PITH_DATE, "2024-05-03"},
    };
    CHECK(CASES);
}

/* Each way of a copy to say when it was made, and of a post to say when it was posted. */
static void sentences_with_dates(void **state) {
    static const char *const COPIES[] = {"printed from", "printed on",  "print date",
                                         "gedruckt am",  "ausgedruckt", "imprim\xC3\xA9 le",
                                         "impreso el",   "stampato il", "retrieved",
                                         "abgerufen am", "accessed"};
    static const char *const NOTES[] = {"this entry was posted",
                                        "this post was written",
                                        "this article was posted",
                                        "this entry was published",
                                        "dieser artikel wurde",
                                        "dieser beitrag wurde",
                                        "dieser eintrag wurde",
                                        "der beitrag wurde am",
                                        "cet article a \xC3\xA9t\xC3\xA9",
                                        "cette entr\xC3\xA9",
                                        "esta entrada fue",
                                        "questo articolo \xC3\xA8 stato",
                                        "este artigo foi",
                                        "dit bericht is geplaatst",
                                        "ten wpis zosta\xC5\x82",
                                        "esta entrada se public",
                                        "acest articol a fost publicat",
                                        "tento článok bol publikovaný",
                                        "aquesta entrada s&#39;ha publicat"};
    static const char *const NOTES_ON[] = {
        " was posted ",          " was published ", " wurde am ",       " wurde von ",
        " a \xC3\xA9t\xC3\xA9 ", " fue publicad",   " \xC3\xA8 stato ", " foi publicad"};
    char html[sizeof HEAD + 2 * sizeof PROSE + 300];
    for (volatile size_t i = 0; i < N_OF(COPIES); i++) {
        snprintf(html, sizeof html, HEAD "<p>%s 3 May 2024</p>" PROSE, COPIES[i]);
        const struct page_case one = {COPIES[i], html, PITH_DATE, "-"};
        check(state, &one, 1);
        snprintf(html, sizeof html, HEAD "<p>By Jane Doe</p><p>%s 3 May 2024</p>" PROSE, COPIES[i]);
        check(state, &one, 1);
    }
    for (volatile size_t i = 0; i < N_OF(NOTES); i++) {
        snprintf(html, sizeof html,
                 HEAD PROSE PROSE
                 "<p>%s x 2024-05-03 and is filed under Harbour. You can follow any responses to "
                 "this entry through the feed, and you can leave a response.</p>",
                 NOTES[i]);
        const struct page_case one = {NOTES[i], html, PITH_DATE, "2024-05-03"};
        check(state, &one, 1);
    }
    for (volatile size_t i = 0; i < N_OF(NOTES_ON); i++) {
        snprintf(html, sizeof html, HEAD PROSE PROSE "<p>Harbour plan%s x 2024-05-03 x y z.</p>",
                 NOTES_ON[i]);
        const struct page_case one = {NOTES_ON[i], html, PITH_DATE, "2024-05-03"};
        check(state, &one, 1);
    }
}

/* Words in capitals before a paragraph are its place, unless they say what it is. */
static void words_before_a_paragraph(void **state) {
    static const char *const NOTICES[] = {"FILE", "TLDR", "UPDATE",   "UPDATED", "WATCH",
                                          "NOTE", "LIVE", "BREAKING", "OPINION", "EXCLUSIVE"};
    char html[sizeof HEAD + sizeof PROSE + 100];
    for (volatile size_t i = 0; i <= N_OF(NOTICES); i++) {
        const char *word = i < N_OF(NOTICES) ? NOTICES[i] : "LONDON";
        snprintf(html, sizeof html, HEAD "<p>%s \xE2\x80\x94 %s", word, &PROSE[3]);
        const struct page_case one = {word, html, PITH_PLACE, i < N_OF(NOTICES) ? "-" : "LONDON"};
        check(state, &one, 1);
    }
}

/* Values of meta elements in value="" instead of content="". */
static void misplaced_values(void **state) {
    static const struct page_case CASES[] = {
        {"a title", "<meta name=og:title value='Harbour plan'><p>x</p>", PITH_HEADLINE,
         "Harbour plan"},
        {"beside an empty one", "<meta name=og:title content='' value='Harbour plan'><p>x</p>",
         PITH_HEADLINE, "Harbour plan"},
        {"beside another", "<meta name=og:title content='Harbour plan' value='Walls'><p>x</p>",
         PITH_HEADLINE, "Harbour plan"},
        {"a day", "<meta property=article:published_time value=2024-05-03><p>x</p>", PITH_DATE,
         "2024-05-03"},
        {"the author of a template",
         "<meta name=author value='John Roe'><h1>Harbour plan</h1>" PROSE PROSE PROSE PROSE PROSE
         "<p>Posted by <span>Jane Doe</span> at 3 May 2024</p>",
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(sentences_with_dates),
        ARENA_TEST(words_before_a_paragraph),
        ARENA_TEST(misplaced_values),
        ARENA_TEST(values_are_cleaned),
        cmocka_unit_test(unfilled_templates),
        cmocka_unit_test(words_in_lists),
        ARENA_TEST(links_to_categories),
        ARENA_TEST(labels_of_dates),
        ARENA_TEST(language_tags),
        ARENA_TEST(days_of_several_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

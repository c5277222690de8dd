/*
 * Bylines of dumps that have no byline word.
 */
#include "metadata_page.h"

#include "lexicon/words.h"
#include "metadata/author/byline_form.h"
#include "metadata/author/desk.h"
#include "metadata/author/told_of.h"

#define BODY                                                                                       \
    "The town council voted on Friday to rebuild the eastern half of the harbour, as Mary Stone "  \
    "had asked, ending a debate that began at breakfast and was still going when boats came in.\n" \
    "\nWork on the harbour will begin in September, after the regatta, and the first part of the " \
    "new pier is to be open to boats of up to twelve metres by the spring of next year.\n\n"       \
    "The old fish market goes to a company that wants to turn it into flats and a small hotel, "   \
    "the mayor told reporters on the steps of the town hall. (Otto Reed, 3 May 2024)\n"

struct form_case {
    const char *language, *text;
    bool want;
};

static void a_byline_has_only_names_jobs_times_and_a_place(void **state) {
    static const struct form_case CASES[] = {
        {"en", "Anna Quill and Jane Roe in Port Ellery", true},
        {"en", "Anna Quill, Jane Roe", true},
        {"en", "Anna Quill Senior Writer", true},
        {"en", "Anna Quill, reporter", true},
        {"en", "Will Roe, reporter", true}, /* although the page has "will" */
        {"en", "Anna Quill 2 months", true},
        {"en", "Anna Quill 3 hours ago", true},
        {"en", "Anna Quill|Published 1 day ago", true},
        {"en", "Anna Quill \xC2\xB7 4 min read", true},
        {"en", "Anna Quill, 8 January, 17:46", true},
        {"de", "J\xC3\xBCrgen Amsel und Anna Quill in Berlin", true},
        {"de", "J\xC3\xBCrgen Amsel, 8. Januar, 17:46 Uhr", true},
        {"fr", "H\xC3\xA9l\xC3\xA8ne Martin et Jean Petit \xC3\xA0 Lyon", true},
        {"es", "Ana Pluma, hace 3 horas", true},
        {"ko", "\xEA\xB9\x80\xED\x95\x98\xEB\x8A\x98 \xEA\xB8\xB0\xEC\x9E\x90", true}, /* Korean */
        {"en", "Anna Quill", false}, /* judged as a name alone */
        {"en", "Mary Stone and Anna Quill in Port Ellery", false},
        {"en", "Otto Reed, reporter", true}, /* who signs the text */
        {"en", "Will Roe and Jane Doe", false},
        {"en", "Anna Quill opens the harbour", false},
        {"en", "Anna Quill, Harbour Post", false},
        {"en", "Anna Quill in Port Ellery", false},
        {"en", "Anna Quill and Jane Roe in the harbour", false},
        {"en", "Anna Quill and Jane Roe in Port Ellery Harbour Town Hall", false},
        {"en", "Photo: Anna Quill and Jane Roe", false},
        {"en", "Harbour Map 3 hours ago", false},
        {"en", "Read More 3 hours ago", false},
        {"en", "3 hours ago", false},
        {"en", "3 hours ago, Anna Quill", false},
        {"en", "published by Anna Quill and Jane Roe", false},
        {"en",
         "Anna Quill and Jane Roe and Anna Amsel and Jane Quill and Anna Roe and Jane Amsel and "
         "Otto Quill and Otto Roe and Otto Amsel",
         false},
    };
    struct block_page page = {.arena = *state};
    struct gathering g = {.n_groups = 0};
    struct headline headline = {.first = 0, .end = 1, .key = STR("the wall")};
    struct window window;
    ARM(page.arena);
    textdump_cut(&page, STR("The wall\n\n" BODY));
    metadata_prepare(&g, &page, plain_scores(&page), STR_NONE);
    window_find(&g, &headline, &window);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        g.hints.languages = words_languages(str_of(CASES[i].language));
        if (byline_form_is(&g, &window, str_of(CASES[i].text)) != CASES[i].want)
            fail_msg("%s", CASES[i].text);
    }
    assert_true(told_of(&g, &window, STR("Mary Stone")));
    assert_false(told_of(&g, &window, STR("Otto Reed")));
    assert_false(told_of(&g, &window, STR("The town"))); /* begins the paragraph */
}

static void a_newsroom_is_one_word(void **state) {
    (void)state;
    assert_true(desk_is(STR("HP-Redaktion")));
    assert_true(desk_is(STR("HP-redactie")));
    assert_false(desk_is(STR("Redaktion")));
    assert_false(desk_is(STR("-Redaktion")));
    assert_false(desk_is(STR("Kontakt zur HP-Redaktion")));
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(a_byline_has_only_names_jobs_times_and_a_place),
                                       cmocka_unit_test(a_newsroom_is_one_word)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

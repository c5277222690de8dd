/*
 * Authors of dumps: several lines that make one byline, and lines that only look like one.
 */
#include "metadata_page.h"

#define REST                                                                                       \
    "Eleven members voted for it and seven against, and two of them abstained, one of whom was "   \
    "the harbour master's brother, who left the hall before the count was made.\n\n"               \
    "Work on the harbour is to begin in September, after the regatta, and the first part of the "  \
    "new pier is to be open to boats of up to twelve metres by the spring of next year.\n\n"

#define BODY                                                                                       \
    "The town council voted on Friday to rebuild the eastern half of the harbour, as Mary Stone "  \
    "had asked, ending a debate that began at breakfast and was still going in the "               \
    "evening.\n\n" REST

#define GERMAN                                                                                     \
    "Der Stadtrat hat am Freitag beschlossen, die \xC3\xB6stliche H\xC3\xA4lfte des Hafens neu "   \
    "zu bauen, wie Maria Stein es wollte, und damit eine Debatte beendet, die neun Stunden "       \
    "gedauert hatte.\n\n"                                                                          \
    "Elf Mitglieder stimmten daf\xC3\xBCr und sieben dagegen, zwei enthielten sich, darunter der " \
    "Bruder des Hafenmeisters, der den Saal vor der Ausz\xC3\xA4hlung verlie\xC3\x9F.\n\n"

#define MORE_GERMAN                                                                                \
    "Die Arbeiten am Hafen sollen im September beginnen, nach der Regatta, und der erste Teil "    \
    "der "                                                                                         \
    "neuen Mole soll im Fr\xC3\xBChjahr f\xC3\xBCr Boote ge\xC3\xB6"                               \
    "ffnet werden.\n\n"                                                                            \
    "Der alte Fischmarkt geht an eine Firma, die daraus Wohnungen und ein kleines Hotel machen "   \
    "will, sagte der B\xC3\xBCrgermeister am Abend auf den Stufen des Rathauses.\n\n"

#define JOB "Contributing Reporter\n\nThu, Dec 21, 2023, 9:42 PM\n\n"
#define WILL                                                                                       \
    "The council will rebuild the whole harbour in the years to come, as its plans say, and it "   \
    "will be paid for by the town and by those whose boats are moored there.\n\n"
#define GRACE                                                                                      \
    "The council is in a state of grace, as one of its members said on the steps of the hall, "    \
    "where people had waited for nine hours to hear how the vote had gone.\n\n"

#define TITLE "Home\n\nNews\n\nCouncil votes to rebuild the eastern harbour\n\n"
#define TITEL "Start\n\nPolitik\n\nStadtrat stimmt f\xC3\xBCr Neubau des Hafens\n\n"

struct author_case {
    const char *name;
    struct str dump;
    const char *want;
};

static void check(struct arena *arena, const struct author_case *cases, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct block_page page;
        struct metadata m;
        read_dump(arena, cases[i].dump, &page, &m);
        struct str got = joined_authors(arena, &m);
        if (!str_equals(got, str_of(cases[i].want)))
            fail_msg("%s: \"%.*s\"", cases[i].name, (int)got.len, got.at);
    }
}

static void several_lines_are_one_byline(void **state) {
    static const struct author_case CASES[] = {
        {"and", STR_INIT(TITLE "By Anna Quill\n\nand Jane Roe\n\n" BODY), "Anna Quill; Jane Roe"},
        {"und", STR_INIT(TITEL "Von J\xC3\xBCrgen Amsel\n\nund Jan Meier\n\n" GERMAN),
         "J\xC3\xBCrgen Amsel; Jan Meier"},
        {"and what is no name",
         STR_INIT(TITLE "By Anna Quill\n\nand the harbour in September\n\n" BODY), "Anna Quill"},
        {"with lines between", STR_INIT(TITLE "By Anna Quill\n\nHarbour\n\nand Jane Roe\n\n" BODY),
         "Anna Quill"},
        {"jobs and addresses",
         STR_INIT(TITLE "Anna Quill, reporter\n\naquill@example.org\n\nJane Roe, reporter\n\n"
                        "jroe@example.org\n\n" BODY),
         "Anna Quill; Jane Roe"},
        {"jobs and another line",
         STR_INIT(TITLE "Anna Quill, reporter\n\nHarbour\n\nJane Roe, reporter\n\n" BODY),
         "Anna Quill"},
    };
    check(*state, CASES, N_OF(CASES));
}

static void who_is_in_a_picture_is_no_author(void **state) {
    static const struct author_case CASES[] = {
        {"above the author",
         STR_INIT(TITLE "Updated: 02.02.2025 23:49 Published: 02.02.2025 21:52\n\nMary "
                        "Stone\n\nPhoto: Reuters/John Doe\n\nAnna Quill\n\n" BODY),
         "Anna Quill"},
        {"in German",
         STR_INIT(
             TITEL
             "Drucken\n\nMaria Stein\n\nFoto: dpa/Jan Meier\n\nJ\xC3\xBCrgen Amsel\n\n" GERMAN),
         "J\xC3\xBCrgen Amsel"},
        {"an author of whom the text tells", STR_INIT(TITLE "Mary Stone\n\n" BODY), "Mary Stone"},
        {"a byline word", STR_INIT(TITLE "By Mary Stone\n\nAnna Quill\n\n" BODY), "Mary Stone"},
    };
    check(*state, CASES, N_OF(CASES));
}

static void a_given_name_may_be_a_common_word(void **state) {
    static const struct author_case CASES[] = {
        {"will", STR_INIT(TITLE "Will Quill\n\n" JOB WILL BODY), "Will Quill"},
        {"grace", STR_INIT(TITLE "Grace Quill\n\n" JOB GRACE BODY), "Grace Quill"},
        {"both words", STR_INIT(TITLE "Harbour Plans\n\n" JOB WILL BODY), "-"},
    };
    check(*state, CASES, N_OF(CASES));
}

static void a_paragraph_may_introduce_the_author(void **state) {
    static const struct author_case CASES[] = {
        {"who writes",
         STR_INIT(TITLE
                  "By Anna Quill, one of the authors of a letter on harbours and boats. Quill "
                  "has covered ports, piers, tides and ships for ten years and lives in Port "
                  "Ellery, where she was born.\n\nDec 22, 2023, 7:33 PM UTC\n\n" BODY),
         "Anna Quill"},
        {"no name",
         STR_INIT(TITLE "By noon, one of the authors of a letter on harbours and boats had come to "
                        "the hall, and she has covered ports, piers, tides and ships for ten years "
                        "there.\n\n" BODY),
         "-"},
    };
    check(*state, CASES, N_OF(CASES));
}

static void a_newsroom_signs(void **state) {
    static const struct author_case CASES[] = {
        {"below the headline", STR_INIT(TITEL "HP-Redaktion\n\n" GERMAN), "HP-Redaktion"},
        {"below the text",
         STR_INIT(TITEL GERMAN MORE_GERMAN "HP-Redaktion\n\nDrucken\n\nTeilen\n\n"),
         "HP-Redaktion"},
        {"where the author works", STR_INIT(TITEL "J\xC3\xBCrgen Amsel\n\nHP-Redaktion\n\n" GERMAN),
         "J\xC3\xBCrgen Amsel"},
        {"below other lines",
         STR_INIT(TITEL GERMAN MORE_GERMAN "Drucken\n\nHP-Redaktion\n\nKontakt\n\n"), "-"},
    };
    check(*state, CASES, N_OF(CASES));
}

static void a_column_is_by_its_author(void **state) {
    static const struct author_case CASES[] = {
        {"German", STR_INIT(TITEL "Kolumne von J\xC3\xBCrgen Amsel\n\n" GERMAN),
         "J\xC3\xBCrgen Amsel"},
        {"guest", STR_INIT(TITEL "Gastbeitrag von J\xC3\xBCrgen Amsel\n\n" GERMAN),
         "J\xC3\xBCrgen Amsel"},
    };
    check(*state, CASES, N_OF(CASES));
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(several_lines_are_one_byline),
                                       ARENA_TEST(who_is_in_a_picture_is_no_author),
                                       ARENA_TEST(a_given_name_may_be_a_common_word),
                                       ARENA_TEST(a_paragraph_may_introduce_the_author),
                                       ARENA_TEST(a_newsroom_signs),
                                       ARENA_TEST(a_column_is_by_its_author)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

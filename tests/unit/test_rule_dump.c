/*
 * Lines of a dump that lead to other pages.
 */
#include "part_case.h"

#include "page/dump/textdump.h"

#define TEXT "The boat is back in the harbour, after a winter in the yard.\n\n"

struct dump_case {
    const char *text;
    const char *rules; /* of all lines, which score 0.8 each */
};

static void check_dumps(struct arena *arena, const struct dump_case *cases, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct block_page page = {.arena = arena};
        float scores[8];
        for (size_t k = 0; k < N_OF(scores); k++)
            scores[k] = 0.8F;
        textdump_cut(&page, str_of(cases[i].text));
        assert_true(page.n_blocks <= N_OF(scores));
        struct selection selection = choose(&page, scores, &NO_METADATA, 0);
        struct str got = rules_of(&page, &selection);
        if (!str_equals(got, str_of(cases[i].rules)))
            fail_msg("%s: %.*s", cases[i].text, (int)got.len, got.at);
    }
}

static void phrases_after_marks_and_in_capitals(void **state) {
    static const struct dump_case CASES[] = {
        {TEXT "İLGİLİ HABER: Köy kahvesinde yeni dönem", "-|read also"},
        {TEXT "İlgili haber: Köy kahvesinde", "-|read also"},
        {TEXT "AYRICA OKUYUN: Köy kahvesinde", "-|read also"},
        {TEXT "【関連記事】港の話", "-|read also"},
        {TEXT "▶관련기사 부두", "-|read also"},
        {TEXT ">> Lire aussi : Le pont", "-|read also"},
        {TEXT "» Per approfondire: il ponte", "-|read also"},
        {TEXT "По теме: мост", "-|read also"},
        {TEXT "The harbour » Lire aussi", "-|-"},
    };
    check_dumps(*state, CASES, N_OF(CASES));
}

static void titles_below_labels(void **state) {
    static const struct dump_case CASES[] = {
        {TEXT "Noticias relacionadas\n\nLa última maestra de la sierra\n\n" TEXT,
         "-|read also|read also|-"},
        {TEXT "【関連記事】\n\n港の話\n\n" TEXT, "-|read also|read also|-"},
        /* a sentence, or a title on the same line */
        {TEXT "Noticias relacionadas\n\nLa maestra se va.\n\n" TEXT, "-|read also|-|-"},
        {TEXT "Ler mais: a ponte\n\nA barca voltou\n\n" TEXT, "-|read also|-|-"},
        {TEXT "Noticias relacionadas\n\n" TEN TEN "\n\n" TEXT, "-|read also|read also|-"},
        {TEXT "Noticias relacionadas\n\n" TEN TEN "more\n\n" TEXT, "-|read also|-|-"},
        {TEXT "Noticias relacionadas", "-|read also"},
    };
    check_dumps(*state, CASES, N_OF(CASES));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(phrases_after_marks_and_in_capitals),
        ARENA_TEST(titles_below_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

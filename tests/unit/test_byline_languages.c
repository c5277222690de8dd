/*
 * Bylines, dates and phrases in Romanian, Hungarian, Bulgarian, Slovak, Croatian with Serbian and
 * Bosnian, and Catalan, as pages write them.
 */
#include "byline_case.h"

#include "lexicon/caption.h"
#include "lexicon/credit_line.h"
#include "lexicon/phrase.h"
#include "lexicon/stub_phrase.h"
#include "lexicon/words.h"
#include "metadata/date/date.h"

static void byline_words(void **state) {
    static const struct example LINES[] = {
        {"ro", "Scris de Ana Popescu", "Ana Popescu"},
        {"ro", "de Ana Popescu și Ion Ionescu", "Ana Popescu; Ion Ionescu"},
        {"ro", "De Ana Popescu", "Ana Popescu"},
        {"ro", "De Luca", "De Luca"},
        {"ro", "Autor: Ana Popescu, redactor-șef", "Ana Popescu"},
        {"ro", "Un articol de Ştefan Radu şi Ana Pop", "Ştefan Radu; Ana Pop"},
        {"ro", "Publicat de Ana Popescu pe 5 martie 2024", "Ana Popescu"},
        {"ro", "Ana Popescu, jurnalistă", "Ana Popescu"},
        {"ro", "Ana Popescu | Foto: Radu Marin", "Ana Popescu"},
        {"ro", "Sursa foto: Radu Marin", ""},
        {"ro", "Publicat la 5 martie 2024", ""},
        {"hu", "Írta: Kovács Anna", "Kovács Anna"},
        {"hu", "Szerző: Kovács Anna és Szabó Péter", "Kovács Anna; Szabó Péter"},
        {"hu", "Kovács Anna újságíró", "Kovács Anna"},
        {"hu", "Szöveg: Kovács Anna, fotó: Tóth Gábor", "Kovács Anna"},
        {"hu", "Kovács Anna 2024. március 5.", "Kovács Anna"},
        {"hu", "Fordította: Tóth Gábor", ""},
        {"bg", "Автор: Мария Иванова", "Мария Иванова"},
        {"bg", "от Мария Иванова и Георги Петров", "Мария Иванова; Георги Петров"},
        {"bg", "Автор на статията: Мария Иванова", "Мария Иванова"},
        {"bg", "Мария Иванова, журналист", "Мария Иванова"},
        {"bg", "Мария Иванова, снимки: Иван Стоянов", "Мария Иванова"},
        {"bg", "Снимка: Иван Стоянов", ""},
        {"bg", "Публикувано на 5 март 2024 г.", ""},
        {"sk", "Autor: Jana Kováčová", "Jana Kováčová"},
        {"sk", "Napísala Jana Kováčová a Peter Horváth", "Jana Kováčová; Peter Horváth"},
        {"sk", "Autori: Jana Kováčová, Peter Horváth", "Jana Kováčová; Peter Horváth"},
        {"sk", "Jana Kováčová, šéfredaktorka", "Jana Kováčová"},
        {"sk", "Text: Jana Kováčová, foto: Tomáš Bednár", "Jana Kováčová"},
        {"sk", "Zdroj: Tomáš Bednár", ""},
        {"hr", "Piše: Ana Horvat", "Ana Horvat"},
        {"hr", "Piše Ana Horvat i Ivan Kovačević", "Ana Horvat; Ivan Kovačević"},
        {"hr", "Autorica: Ana Horvat, novinarka", "Ana Horvat"},
        {"hr", "Ana Horvat, 5. ožujka 2024.", "Ana Horvat"},
        {"hr", "Snimio: Marko Babić", ""},
        {"sr", "Аутор: Марта Јовановић и Петар Илић", "Марта Јовановић; Петар Илић"},
        {"sr-Latn", "Piše: Marta Jovanović", "Marta Jovanović"},
        {"bs-BA", "Razgovarala: Amra Begić", "Amra Begić"},
        {"ca", "Per Josep Puig i Cadafell", "Josep Puig i Cadafell"},
        {"ca", "Josep Puig i Núria Vilà", "Josep Puig; Núria Vilà"},
        {"ca", "Escrit per Jordi dels Reis i Mercè Font", "Jordi dels Reis; Mercè Font"},
        {"ca", "Text: Núria Vilà, fotos: Marc Soler", "Núria Vilà"},
        {"ca", "Núria Vilà, periodista", "Núria Vilà"},
        {"ca", "Núria Vilà 2 d'abril de 2024", "Núria Vilà"},
        {"ca", "Traducció: Marc Soler", ""},
    };
    check_lines(*state, LINES, N_OF(LINES), names_in);
}

/* The words of one of these languages do not change names in others. */
static void other_languages(void **state) {
    static const struct example LINES[] = {
        {"sv", "Per Olof Lund", "Per Olof Lund"},
        {"xx", "Per Olof Lund", "Per Olof Lund"},
        {"en", "By Mark Font", "Mark Font"},
        {"en", "De Luca Perri", "De Luca Perri"},
        {"en", "By Marta Stone", "Marta Stone"},
        {"pl", "Maria Nowak i Jan Puig", "Maria Nowak; Jan Puig"},
        {"xx", "Jan van der Berg", "Jan van der Berg"},
        {"xx", "Ali Dan", "Ali Dan"},
        {"xx", "Samo Rugelj", "Samo Rugelj"},
        {"xx", "Anna de la Torre", "Anna de la Torre"},
    };
    check_lines(*state, LINES, N_OF(LINES), names_in);
}

static struct date_hints hints_of(const char *language) {
    return (struct date_hints){words_languages(str_of(language)), false};
}

static void check_dates(const struct example *examples, size_t n, const struct date *base) {
    struct arena arena;
    size_t n_wrong = 0;
    arena_init(&arena);
    arena_reset(&arena, (size_t)16 << 20);
    for (size_t i = 0; i < n; i++) {
        struct date date;
        struct date_hints hints = hints_of(examples[i].language);
        struct str text = str_of(examples[i].text);
        bool found = base ? date_find_relative(&arena, text, hints, base, &date)
                          : date_find(&arena, text, hints, &date, NULL);
        struct str got = found ? date_format(&arena, &date) : STR("(none)");
        if (str_equals(got, str_of(examples[i].expected ? examples[i].expected : "(none)")))
            continue;
        print_message("%s: \"%s\" gave %s\n", examples[i].language, examples[i].text, got.at);
        n_wrong++;
    }
    arena_done(&arena);
    assert_int_equal(n_wrong, 0);
}

static void dates(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"ro", "marți, 5 martie 2024, ora 15:13", "2024-03-05T15:13"},
        {"ro", "5 ian. 2024", "2024-01-05"},
        {"ro", "Publicat: 26 noiembrie 2024 la 15:13", "2024-11-26T15:13"},
        {"ro", "luni, 1 iulie 2024", "2024-07-01"},
        {"hu", "2024. március 5., kedd 15:13", "2024-03-05T15:13"},
        {"hu", "2024. márc. 5. 15:13", "2024-03-05T15:13"},
        {"hu", "2024. szept. 26.", "2024-09-26"},
        {"hu", "2024.03.05. 15:13", "2024-03-05T15:13"},
        {"hu", "2024. 03. 05.", "2024-03-05"},
        {"bg", "вторник, 5 март 2024 г., 15:13 ч.", "2024-03-05T15:13"},
        {"bg", "5 март 2024 в 15:13 часа", "2024-03-05T15:13"},
        {"bg", "1 юли 2024", "2024-07-01"},
        {"bg", "26 яну 2024", "2024-01-26"},
        {"bg", "05.03.2024 г.", "2024-03-05"},
        {"sk", "utorok 5. marca 2024 o 15:13", "2024-03-05T15:13"},
        {"sk", "3. júla 2024", "2024-07-03"},
        {"sk", "1. mája 2024 o 9.05 hod.", "2024-05-01T09:05"},
        {"sk", "5. 3. 2024", "2024-03-05"},
        {"hr", "utorak, 5. ožujka 2024. u 15:13", "2024-03-05T15:13"},
        {"hr", "3. listopada 2024.", "2024-10-03"},
        {"hr", "3. srp 2024.", "2024-07-03"},
        {"hr", "26. lip 2024.", "2024-06-26"},
        {"hr", "05.03.2024. 15:13", "2024-03-05T15:13"},
        {"hr", "3. studenoga 2024. godine", "2024-11-03"},
        {"sr", "3. oktobra 2024.", "2024-10-03"},
        {"sr", "уторак, 5. март 2024. у 15:13", "2024-03-05T15:13"},
        {"bs", "3. augusta 2024.", "2024-08-03"},
        {"ca", "3 de març de 2024", "2024-03-03"},
        {"ca", "dimarts, 2 d'abril de 2024 a les 15:13 h", "2024-04-02T15:13"},
        {"ca", "2 d’agost del 2024", "2024-08-02"},
        {"ca", "1 d'octubre de 2024", "2024-10-01"},
        {"ca", "5/3/2024", "2024-03-05"},
        {"bg", "2.4.11", "2011-04-02"},
        {"ro", "sesiunea 2.4.11 foarte lungă", "2011-04-02"},
        {"bg", "срещата 2.4.11 беше дълга", "2011-04-02"},
        {"sk", "stretnutie 2.4.11 bolo dlhé", "2011-04-02"},
        {"hr", "sastanak 2.4.11 bio je dug", "2011-04-02"},
        {"ca", "reunió 2.4.11 molt llarga", "2011-04-02"},
        {"hu", "ülés 2011.4.2 volt hosszú", "2011-04-02"},
        {"en", "meeting 2.4.11 was long", NULL},
        {"hu", "Lámpa 2011.4.2 letölthető", NULL},
        {"sk", "Lampa verzia 2.4.11", NULL},
        {"hr", "Verzija 2.4.11", NULL},
    };
    check_dates(EXAMPLES, N_OF(EXAMPLES), NULL);
}

/* A month's name that has another meaning in an earlier language keeps it wherever the page is not
 * Croatian. */
static void months_of_two_languages(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"pl", "3 listopada 2024", "2024-11-03"}, {"cs", "3. srp 2024", "2024-08-03"},
        {"en", "3 listopada 2024", "2024-11-03"}, {"xx", "3 lip 2024", "2024-07-03"},
        {"hr", "3 listopada 2024", "2024-10-03"},
    };
    check_dates(EXAMPLES, N_OF(EXAMPLES), NULL);
}

static void relative_dates(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"ro", "acum 3 ore", "2024-03-01T00:30"},
        {"ro", "în urmă cu 2 zile", "2024-02-28"},
        {"ro", "ieri", "2024-02-29"},
        {"hu", "3 órája", "2024-03-01T00:30"},
        {"hu", "2 nappal ezelőtt", "2024-02-28"},
        {"hu", "tegnap", "2024-02-29"},
        {"bg", "преди 3 часа", "2024-03-01T00:30"},
        {"bg", "вчера", "2024-02-29"},
        {"sk", "pred 58 minútami", "2024-03-01T02:32"},
        {"sk", "včera", "2024-02-29"},
        {"hr", "prije 3 sata", "2024-03-01T00:30"},
        {"hr", "jučer", "2024-02-29"},
        {"sr", "pre 2 dana", "2024-02-28"},
        {"sr", "пре 2 дана", "2024-02-28"},
        {"ca", "fa 3 hores", "2024-03-01T00:30"},
        {"ca", "ahir", "2024-02-29"},
        {"hr", "3 sata", NULL},
    };
    static const struct date BASE = {2024, 3, 1, 3, 30, -1, 0, false, false};
    check_dates(EXAMPLES, N_OF(EXAMPLES), &BASE);
}

static void varieties(void **state) {
    (void)state;
    language_set croatian = words_languages(STR("hr"));
    assert_int_equal(words_languages(STR("sr")), croatian);
    assert_int_equal(words_languages(STR("sr-Cyrl-RS")), croatian);
    assert_int_equal(words_languages(STR("bs-BA")), croatian);
    assert_int_equal(words_languages(STR("sh")), croatian);
    assert_int_not_equal(words_languages(STR("sk")), croatian);
}

static void phrases_of_pages(void **state) {
    static const struct {
        const char *text;
        enum phrase_kind kind;
    } CASES[] = {
        {"Citește și: Farul are lumină", PHRASE_READ_ALSO},
        {"Ez is érdekelheti", PHRASE_READ_ALSO},
        {"Прочетете още: Фарът", PHRASE_READ_ALSO},
        {"ČÍTAJTE AJ Maják", PHRASE_READ_ALSO},
        {"Pročitajte i: Svjetionik", PHRASE_READ_ALSO},
        {"Llegeix també: El far", PHRASE_READ_ALSO},
        {"Folosim cookie-uri pentru site", PHRASE_PROMPT},
        {"Sütiket használunk a jobb élményért", PHRASE_PROMPT},
        {"Използваме бисквитки", PHRASE_PROMPT},
        {"Používame cookies na meranie", PHRASE_PROMPT},
        {"Koristimo kolačiće", PHRASE_PROMPT},
        {"Utilitzem galetes pròpies", PHRASE_PROMPT},
        {"Hirdetés", PHRASE_PLACEHOLDER},
        {"PUBLICITATE", PHRASE_PLACEHOLDER},
        {"Oglas za posao", PHRASE_NONE},
        {"Publicitat exterior", PHRASE_NONE},
    };
    struct phrases phrases;
    ARM((struct arena *)*state);
    phrases_init(&phrases, *state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (phrases_at_start(&phrases, str_of(CASES[i].text)) != CASES[i].kind)
            fail_msg("%s", CASES[i].text);
}

static void credits_of_pictures(void **state) {
    static const char *const CREDITS[] = {
        "Digul văzut de la far. Foto: Radu Marin",
        "Sursa foto: Radu Marin",
        "A móló tavasszal. Fotó: Tóth Gábor",
        "Fotók: Tóth Gábor",
        "Вълноломът. Снимка: Иван Стоянов",
        "Снимки: Иван Стоянов",
        "Fotografija: Marko Babić",
        "Пристань весной. Фото: Иван Стоянов",
        "Fotoğraf: Ayşe Demir",
        "Kuva: Aino Niemi",
        "Fot. Jan Kowal",
        "Molo wiosną (fot. Jan Kowal)",
    };
    static const char *const LINES[] = {"Forrás: Tóth Gábor", "Zdroj: Tomáš Bednár",
                                        "Izvor: Marko Babić", "Sursă foto: Radu Marin",
                                        "Crèdit: Marc Soler", "Източник: Иван Стоянов"};
    struct captions captions;
    ARM((struct arena *)*state);
    captions_init(&captions, *state);
    for (size_t i = 0; i < N_OF(CREDITS); i++)
        if (!captions_has_credit(&captions, str_of(CREDITS[i])) ||
            !credit_line_is(str_of(CREDITS[i])))
            fail_msg("%s", CREDITS[i]);
    assert_false(captions_has_credit(&captions, STR("Molo na fot. nie ma (Jan Kowal)")));
    for (size_t i = 0; i < N_OF(LINES); i++)
        if (!credit_line_is(str_of(LINES[i])))
            fail_msg("%s", LINES[i]);
    assert_false(captions_has_credit(&captions, STR("A fotó nem sikerült jól.")));
    assert_false(credit_line_is(STR("Izvor rijeke je daleko")));
}

/* Of error pages, login walls, challenges and consent walls. */
static void phrases_of_stubs(void **state) {
    static const struct {
        const char *text;
        enum stub_kind kind;
    } TITLES[] = {{"autentificare", STUB_LOGIN},     {"prihlásenie", STUB_LOGIN},
                  {"prihlásiť sa", STUB_LOGIN},      {"prijava", STUB_LOGIN},
                  {"inicia sessió", STUB_LOGIN},     {"inicia la sessió", STUB_LOGIN},
                  {"404-es hiba", STUB_ERROR},       {"az oldal nem létezik", STUB_ERROR},
                  {"pagina nu există", STUB_ERROR},  {"eroare 404", STUB_ERROR},
                  {"greška 404", STUB_ERROR},        {"грешка 404", STUB_ERROR},
                  {"pàgina no trobada", STUB_ERROR}, {"no s'ha trobat la pàgina", STUB_ERROR}},
      TEXTS[] = {
          {"că nu ești robot", STUB_CHALLENGE},      {"că nu sunteți robot", STUB_CHALLENGE},
          {"hogy nem vagy robot", STUB_CHALLENGE},   {"че не сте робот", STUB_CHALLENGE},
          {"že nie ste robot", STUB_CHALLENGE},      {"da niste robot", STUB_CHALLENGE},
          {"que no ets un robot", STUB_CHALLENGE},   {"que no sou un robot", STUB_CHALLENGE},
          {"pagina pe care o căutați", STUB_ERROR},  {"pagina pe care o cauți", STUB_ERROR},
          {"страницата, която търсите", STUB_ERROR}, {"stránka, ktorú hľadáte", STUB_ERROR},
          {"stranica koju tražite", STUB_ERROR},     {"tražena stranica", STUB_ERROR},
          {"la pàgina que busques", STUB_ERROR},     {"la pàgina que cerqueu", STUB_ERROR},
          {"ai uitat parola", STUB_LOGIN},           {"ați uitat parola", STUB_LOGIN},
          {"забравена парола", STUB_LOGIN},          {"zabudli ste heslo", STUB_LOGIN},
          {"zaboravili ste lozinku", STUB_LOGIN},    {"has oblidat la contrasenya", STUB_LOGIN},
          {"heu oblidat la contrasenya", STUB_LOGIN}};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(TITLES); i++)
        if (stub_of_title(*state, str_of(TITLES[i].text)) != TITLES[i].kind)
            fail_msg("%s", TITLES[i].text);
    for (size_t i = 0; i < N_OF(TEXTS); i++)
        if (stub_of_text(str_of(TEXTS[i].text)) != TEXTS[i].kind)
            fail_msg("%s", TEXTS[i].text);
    assert_int_equal(stub_count_consent(STR("súhlas súkromie consimțământ confidențialitate")), 4);
    assert_int_equal(stub_count_consent(STR("hozzájárul adatvédelmi kolačići privatnosti")), 4);
    assert_int_equal(stub_count_consent(STR("galetes privacitat съгласие поверителност")), 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(byline_words),         ARENA_TEST(other_languages),
        cmocka_unit_test(dates),          cmocka_unit_test(months_of_two_languages),
        cmocka_unit_test(relative_dates), cmocka_unit_test(varieties),
        ARENA_TEST(phrases_of_pages),     ARENA_TEST(credits_of_pictures),
        ARENA_TEST(phrases_of_stubs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

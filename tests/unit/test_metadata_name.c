/*
 * Bylines to names: what is kept and what is removed.
 */
#include "ground.h"
#include "lexicon/words.h"
#include "metadata/author/byline.h"

struct line {
    const char *language, *text, *names; /* names separated by "; "; "" if none */
};

static struct str joined(struct arena *arena, const struct name_list *list) {
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < list->n; i++) {
        if (i)
            buffer_append(&out, STR("; "));
        buffer_append(&out, list->items[i]);
    }
    return buffer_str(&out);
}

static void check(void **state, const struct line *lines, size_t n) {
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < n; i++) {
        struct name_list names = {.n = 0};
        struct str text = str_of(lines[i].text);
        language_set languages =
            words_languages(str_of(lines[i].language)) | words_languages(STR("en"));
        byline_read(*state, text, languages, false, &names);
        struct str got = joined(*state, &names);
        if (!str_equals(got, str_of(lines[i].names))) {
            print_message("%s: \"%s\" gave \"%.*s\"\n", lines[i].language, lines[i].text,
                          (int)got.len, got.at);
            n_wrong++;
        }
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK(lines) check(state, lines, sizeof(lines) / sizeof *(lines))

static void test_byline_words(void **state) {
    static const struct line LINES[] = {
        {"en", "By Jane Doe", "Jane Doe"},
        {"en", "BY JANE DOE", "JANE DOE"},
        {"en", "Written by: Jane Doe", "Jane Doe"},
        {"en", "ByJane Doe", "Jane Doe"},
        {"en", "Words: Jane Doe", "Jane Doe"},
        {"en", "Authored by: Jane Doe", "Jane Doe"},
        {"en", "Jane Doe@janedoe", "Jane Doe"}, /* an account */
        {"en", "By Jane Doe@janedoe and John Roe@jroe", "Jane Doe; John Roe"},
        {"en", "Jane Doe Political Correspondent", "Jane Doe"},
        {"en", "Jane QuillTravel News Reporter", "Jane Quill"},
        {"en", "By Jane McDonald Staff Writer", "Jane McDonald"},
        {"", "By Juana de la Ejemplo", "Juana de la Ejemplo"}, /* "la" is Finnish for Saturday */
        {"fi", "Jana Esimerkki la 26.4.", "Jana Esimerkki"},
        {"de", "Von Jana Muster", "Jana Muster"},
        {"de", "Von Jiyoung Lee", "Jiyoung Lee"},
        {"de", "Soyoung Kim", "Soyoung Kim"},
        {"de", "Von Bei Ling", "Bei Ling"},
        {"de", "Von Im Jong-seok", "Im Jong-seok"},
        {"de", "Bei Anruf", ""},
        {"de", "Entfernung von Spuren", ""},
        {"en", "By Amos To", "Amos To"},
        {"en", "By Jane Doe and Amos To", "Jane Doe; Amos To"},
        {"en", "Letters To", ""},
        {"en", "By Letters To The Editor", ""},
        {"en", "By Jaga Novak", "Jaga Novak"}, /* "jaga" is Estonian for "share" */
        {"et", "Jaga Jana Novak", "Jana Novak"},
        {"de", "Hafen-Experte Jana Muster", "Jana Muster"},
        {"de", "Text und Interview: Jana Muster", "Jana Muster"},
        {"de", "Ein Kommentar von Jana Muster", "Jana Muster"},
        {"fr", "par Jeanne Exemple", "Jeanne Exemple"},
        {"es", "Por Juana Ejemplo", "Juana Ejemplo"},
        {"it", "di Gianna Esempio", "Gianna Esempio"},
        {"it", "Di Marco Esempio", "Di Marco Esempio"}, /* a surname, as far as one can tell */
        {"nl", "Door Jan van der Voorbeeld", "Jan van der Voorbeeld"},
        {"sv", "Av Jana Exempel", "Jana Exempel"},
        {"no", "Tekst: Jana Eksempel", "Jana Eksempel"},
        {"pl", "Autor: Jan Przykładowy", "Jan Przykładowy"},
        {"ru", "Автор: Яна Примерова", "Яна Примерова"},
        {"uk", "Текст: Яна Прикладна", "Яна Прикладна"},
        {"el", "Του Γιάννη Παραδείγματος", "Του Γιάννη Παραδείγματος"},
        {"ja", "文/山田花子", "山田花子"},
        {"zh", "记者 张三", "张三"},
        {"zh", "总编辑", ""}, /* a job without a name */
        {"ko", "홍길동 기자", "홍길동"},
    };
    CHECK(LINES);
}

static void test_several(void **state) {
    static const struct line LINES[] = {
        {"en", "By Jane Doe and John Roe", "Jane Doe; John Roe"},
        {"en", "Jane Doe, John Roe & Jim Poe", "Jane Doe; John Roe; Jim Poe"},
        {"en", "Jane Doe, John Roe, and Jim Poe", "Jane Doe; John Roe; Jim Poe"},
        {"en", "By Jane Doe, Jane Doe and JANE DOE", "Jane Doe"},
        {"de", "Von Jana Muster und Max Beispiel", "Jana Muster; Max Beispiel"},
        {"fr", "Jeanne Exemple et Jean Modèle", "Jeanne Exemple; Jean Modèle"},
        {"es", "Juana Ejemplo y Juan Modelo", "Juana Ejemplo; Juan Modelo"},
        {"ja", "山田花子、鈴木一郎", "山田花子; 鈴木一郎"},
    };
    CHECK(LINES);
}

static void test_cut_off(void **state) {
    static const struct line LINES[] = {
        {"en", "By Jane Doe, Staff Writer", "Jane Doe"},
        {"en", "Jane Doe Senior Editor", "Jane Doe"},
        {"en", "Jane Doe Tuesday", "Jane Doe"},
        {"en", "Jane Doe Sun", "Jane Doe"},
        {"en", "Mei Sun", "Mei Sun"},
        {"en", "Mei Sun Editor", "Mei Sun"},
        {"en", "Mei Sunday", "Mei"},
        {"en", "Mei Sun 3 May", "Mei"},
        {"en", "Jane Do...", ""},
        {"en", "janedo\xE2\x80\xA6", ""},
        {"en", "Jane Doe ...", "Jane Doe"},
        {"en", "Jane Doe, John R...", "Jane Doe"},
        {"ja", "日 時", ""},
        {"ja", "林 誠", "林 誠"},
        {"zh", "林 誠一郎", "林 誠一郎"},
        {"zh", "微博 我有话说", ""}, /* a given name of four characters */
        {"zh", "林 誠 滨海", ""},
        {"zh", "滨海茶坊旗舰店", ""}, /* a shop */
        {"en", "Jane DoeStaff Writer", "Jane Doe"},
        {"en", "Staff Writer Jane Doe", "Jane Doe"},
        {"en", "Jane Doe (Reuters)", "Jane Doe"},
        {"en", "Jane (JD) Doe", "Jane Doe"},
        {"en", "Jane Doe, Associated Press", "Jane Doe"},
        {"en", "Jane Doe | jane@example.org | The Example Post", "Jane Doe"},
        {"en", "Jane Doe @janedoe", "Jane Doe"},
        {"en", "Jane Doe in London", "Jane Doe"},
        {"en", "Jane Doe for The Example Post", "Jane Doe"},
        {"en", "Jane Doe, PhD", "Jane Doe"},
        {"en", "Jane Doe MD, RDN", "Jane Doe"},
        {"en", "Jane Doe Jr.", "Jane Doe Jr"},
        {"en", "J. R. Doe", "J. R. Doe"},
        {"en", "By Jane Doe April 26, 2024", "Jane Doe"},
        {"en", "By Jane DoeApril 26, 2024", "Jane Doe"},
        {"en", "By Jane Doe, 26 April 2024", "Jane Doe"},
        {"en", "By Jane Doe, in News, Travel", "Jane Doe"},
        {"en", "By Jane Doe | Photos by John Roe", "Jane Doe"},
        {"en", "By Jane Doe Photography by John Roe", "Jane Doe"},
        {"en", "Edited by John Roe", ""},
        {"en", "By Jane Doe, Edited by John Roe", "Jane Doe"},
        {"en", "View all posts by Jane Doe", "Jane Doe"},
        {"en", "Follow Jane Doe", "Jane Doe"},
        {"de", "Jana Muster, Redakteurin", "Jana Muster"},
        {"de", "Jana Muster Landespolitische Korrespondentin", "Jana Muster"},
        {"en", "Jane Doe Last updated on", "Jane Doe"},
        {"en", "Jane Doe On", "Jane Doe"},
        {"de", "Jana Muster aus Berlin", "Jana Muster"},
        {"fr", "Par Anne Roy le 2 mars 2024", "Anne Roy"},
        {"fr", "Par Jean le Roux le 2 mars 2024", "Jean le Roux"},
        {"es", "Por Ana Ruiz el lunes", "Ana Ruiz"},
        {"es", "Publicado por Juan de la Cruz el 2 de marzo de 2024", "Juan de la Cruz"},
        {"ca", "Escrit per Ana Vila el 2 d'abril", "Ana Vila"},
        {"lt", "Jonas Jonaitis, Vilniaus universiteto profesorius", "Jonas Jonaitis"},
    };
    CHECK(LINES);
}

static void test_organisations(void **state) {
    static const struct line LINES[] = {
        {"en", "Our Foreign Staff", "Our Foreign Staff"},
        {"en", "By FDA Center for Drug Evaluation and Research",
         "FDA Center for Drug Evaluation and Research"},
        {"en", "Organization for Transformative Works", "Organization for Transformative Works"},
        {"de", "Bundesministerium für Wirtschaft und Klimaschutz",
         "Bundesministerium für Wirtschaft und Klimaschutz"},
        {"en", "Jane Doe For Daily Post Australia", "Jane Doe"},
        {"en", "Jane Doe The Associated Press", "Jane Doe"},
        {"en", "JANE DOE ASSOCIATED PRESS", "JANE DOE"},
        {"en", "Associated Press", "Associated Press"},
        {"en", "Associated Press in Port Ellery", "Associated Press"},
        {"en", "Institute in Port Ellery", "Institute in Port Ellery"},
        {"en", "For the Tribune", ""},
        {"en",
         "By Jane Doe, Senior Staff Technologist, ACLU Speech, Privacy, and Technology Project",
         "Jane Doe"},
        {"fr", "Jeanne Exemple (avec Jean Modèle et Luc Cas)",
         "Jeanne Exemple; Jean Modèle; Luc Cas"},
        {"en", "By Jane Doe with John Roe", "Jane Doe; John Roe"},
    };
    CHECK(LINES);
}

static void test_no_name(void **state) {
    static const struct line LINES[] = {
        {"en", "", ""},
        {"en", "By", ""},
        {"en", "Published on 26 April 2024", ""},
        {"en", "26.04.2024", ""},
        {"en", "https://www.facebook.com/example", ""},
        {"en", "jane@example.org", ""},
        {"en", "Format: Broschur", ""},
        {"en", "Sat, 20 Dec", ""},
        {"en", "Sun Dec 17", ""},
        {"en", "5 min read", ""},
        {"de", "Von", ""},
        {"de", "Veröffentlicht am 19.10.19 um 14:34 Uhr", ""},
    };
    CHECK(LINES);
}

static void test_two_surnames(void **state) {
    static const struct line LINES[] = {
        {"es", "Por José Ortega y Gasset", "José Ortega y Gasset"},
        {"es", "Por Maria da Silva e Sousa", "Maria da Silva e Sousa"},
        {"pt", "Por Maria da Silva e Sousa", "Maria da Silva e Sousa"},
        {"pt", "Por Maria da Silva e Rui Sousa", "Maria da Silva; Rui Sousa"},
        {"es", "Por José Ortega y Gasset y Ana Gómez", "José Ortega y Gasset; Ana Gómez"},
        {"es", "Por Ana Gómez y José Ortega y Gasset", "Ana Gómez; José Ortega y Gasset"},
        {"es", "Por Juan Pérez y Ana Gómez", "Juan Pérez; Ana Gómez"},
        {"es", "Por Juan y Ana", "Juan; Ana"},
        {"es", "Por Ana García, Luis Pérez y Marta", "Ana García; Luis Pérez"},
        {"es", "Por Juan Pérez y equipo", "Juan Pérez"},
        {"es", "Por Juan Pérez | EFE y Gasset", "Juan Pérez"},
        {"es", "Por Juan Pérez y EFE", "Juan Pérez"},
        {"es", "Por Juan Pérez y ABC", "Juan Pérez"},
        {"es", "Por Juan Pérez y Reuters", "Juan Pérez"},
        {"es", "Por Juan Pérez y Agencias", "Juan Pérez"},
        {"es", "Por Juan Pérez y Redacción", "Juan Pérez"},
        {"pt", "Por João da Silva e Souza", "João da Silva e Souza"},
        {"pt", "Por Maria Souza e Silva e João Pedro Lima", "Maria Souza e Silva; João Pedro Lima"},
        {"pt", "Por Maria e João", "Maria; João"},
        {"pt", "Por Maria Souza e Redação", "Maria Souza"},
        {"it", "Anna Rossi e Marco", "Anna Rossi"},
        {"en", "By Jane Doe and Roe", "Jane Doe"},
    };
    CHECK(LINES);
}

static void test_surname_first(void **state) {
    struct name_list names = {.n = 0};
    ARM((struct arena *)*state);
    byline_read(*state, STR("Doe, Jane E."), ANY_LANGUAGE, true, &names);
    assert_int_equal(names.n, 1);
    assert_str(names.items[0], STR("Jane E. Doe"));
}

static void test_kinds(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    language_set en = words_languages(STR("en"));
    assert_int_equal(name_kind(arena, STR("Jane Doe"), en), NAME_PERSON);
    assert_int_equal(name_kind(arena, STR("Ludwig van der Example"), en), NAME_PERSON);
    assert_int_equal(name_kind(arena, STR("jdoe77"), en), NAME_SINGLE);
    assert_int_equal(name_kind(arena, STR("The Example Post"), en), NAME_OTHER);
    assert_int_equal(name_kind(arena, STR("it was a dark and stormy night indeed"), en), NAME_NONE);
    assert_true(name_is_placeholder(arena, STR("Admin")));
    assert_true(name_is_placeholder(arena, STR("客服部")));
    assert_false(name_is_placeholder(arena, STR("Online-Redaktion"))); /* an organisation */
    assert_false(name_is_placeholder(arena, STR("Jane Doe")));
}

/* A long line is not a byline, and the number of names is limited. */
static void test_limits(void **state) {
    struct name_list names = {.n = 0};
    struct buffer line;
    ARM((struct arena *)*state);
    buffer_init(&line, *state);
    for (int i = 0; i < 100000; i++)
        buffer_append(&line, STR("Jane Doe, "));
    byline_read(*state, buffer_str(&line), ANY_LANGUAGE, false, &names);
    assert_int_equal(names.n, 0);
    for (char c = 'A'; c <= 'Z'; c++) {
        char name[] = "Aane Doe";
        name[0] = c;
        byline_read(*state, arena_copy(*state, (struct str){name, 8}), ANY_LANGUAGE, false, &names);
    }
    assert_int_equal(names.n, MAX_NAMES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_byline_words),  ARENA_TEST(test_several),
        ARENA_TEST(test_cut_off),       ARENA_TEST(test_no_name),
        ARENA_TEST(test_two_surnames),  ARENA_TEST(test_surname_first),
        ARENA_TEST(test_kinds),         ARENA_TEST(test_limits),
        ARENA_TEST(test_organisations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

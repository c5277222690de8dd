/*
 * Dates as pages write them: in 28 languages, in machine-readable formats, with times and zones,
 * and what is not a date.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lexicon/words.h"
#include "metadata/date/date.h"

struct example {
    const char *language, *text, *expected; /* expected NULL: no date */
};

static struct date_hints hints_of(const char *language) {
    struct str tag = str_of(language);
    return (struct date_hints){words_languages(tag), str_equals(tag, STR("en-US"))};
}

static void check(const struct example *examples, size_t n, bool is_machine) {
    struct arena arena;
    size_t n_wrong = 0;
    arena_init(&arena);
    arena_reset(&arena, (size_t)64 << 20);
    for (size_t i = 0; i < n; i++) {
        struct date date;
        struct date_hints hints = hints_of(examples[i].language);
        struct str text = str_of(examples[i].text);
        bool has_day = date_find(&arena, text, hints, &date, NULL) && date.day;
        assert_int_equal(date_find_day(&arena, text, hints, &date, NULL), has_day);
        bool found = is_machine ? date_read(&arena, text, hints, &date)
                                : date_find(&arena, text, hints, &date, NULL);
        struct str got = found ? date_format(&arena, &date) : STR("(none)");
        if (!str_equals(got, str_of(examples[i].expected ? examples[i].expected : "(none)"))) {
            print_message("%s: \"%s\" gave %s\n", examples[i].language, examples[i].text, got.at);
            n_wrong++;
        }
    }
    arena_done(&arena);
    assert_int_equal(n_wrong, 0);
}

static void test_languages(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"en", "Friday 26 April 2024 15:13", "2024-04-26T15:13"},
        {"de", "28.09.1912:44", "2019-09-28T12:44"},
        {"de", "28.09.1923:44", "2019-09-28T23:44"},
        {"en", "December 24, 20239:53", "2023-12-24T09:53"},
        {"en", "December 24, 202319:53", "2023-12-24T19:53"},
        {"en", "Fri., April 26th, 2024 at 3:13 p.m.", "2024-04-26T15:13"},
        {"en", "the 26th of April, 2024", "2024-04-26"},
        {"en", "Dec 05, 20232 Shares", "2023-12-05"},
        {"en", "one two three four five six seven April of / . 26, 2024", "2024-04-26"},
        {"en", "one two three four five six seven April of / . 2024", "2024-04"},
        {"en", "Sept. 4, 2024, 12:05 AM", "2024-09-04T00:05"},
        {"en", "Published: 12 May 2024 | 12:00 pm", "2024-05-12T12:00"},
        {"de", "Freitag, 26. April 2024, 15.13 Uhr", "2024-04-26T15:13"},
        {"de", "Von Anna Muster, 3. März 2024 um 9:05 Uhr", "2024-03-03T09:05"},
        {"de-AT", "7. Jänner 2024", "2024-01-07"},
        {"de", "26.04.24", "2024-04-26"},
        {"de", "8.2.11", "2011-02-08"},
        {"de", "8.2.11.", "2011-02-08"},
        {"de", "8.2.11. 15:13", "2011-02-08T15:13"},
        {"de", "08.2.11. Der Hafen", "2011-02-08"},
        {"de", "8.02.11. Der Hafen", "2011-02-08"},
        {"de", "8.2.09. Der Hafen", "2009-02-08"},
        {"de", "8.2.2011. Der Hafen", "2011-02-08"},
        {"de", "8.2.11 . Der Hafen", "2011-02-08"},
        {"de", "8.2.11. Der Hafen", NULL},
        {"fr", "Publié le vendredi 26 avril 2024 à 15h13", "2024-04-26T15:13"},
        {"fr", "1er août 2024", "2024-08-01"},
        {"es", "26 de abril de 2024 a las 15:13", "2024-04-26T15:13"},
        {"es", "mar. 5 mar. 2024", "2024-03-05"},
        {"it", "venerdì 26 aprile 2024, ore 15.13", "2024-04-26T15:13"},
        {"it", "1° febbraio 2024", "2024-02-01"},
        {"it", "lunedì 1º aprile 2024", "2024-04-01"},
        {"es", "1° de marzo de 2024", "2024-03-01"},
        {"pt", "26 de março de 2024 às 15h13", "2024-03-26T15:13"},
        {"nl", "26 april 2024 om 15.13 uur", "2024-04-26T15:13"},
        {"pl", "26 kwietnia 2024, godz. 15:13", "2024-04-26T15:13"},
        {"pl", "3 listopada 2024", "2024-11-03"},
        {"ru", "26 апреля 2024 г. в 15:13", "2024-04-26T15:13"},
        {"uk", "26 квітня 2024 року, 15:13", "2024-04-26T15:13"},
        {"uk", "3 листопада 2024", "2024-11-03"},
        {"sv", "fredag 26 april 2024 kl. 15.13", "2024-04-26T15:13"},
        {"da", "26. maj 2024 kl. 15.13", "2024-05-26T15:13"},
        {"no", "26. desember 2024 kl. 15:13", "2024-12-26T15:13"},
        {"nb-NO", "2. mai 2024", "2024-05-02"},
        {"fi", "26. huhtikuuta 2024 klo 15.13", "2024-04-26T15:13"},
        {"fi", "26.4.2024 15.13", "2024-04-26T15:13"},
        {"cs", "26. července 2024 v 15:13", "2024-07-26T15:13"},
        {"cs", "3. listopadu 2024", "2024-11-03"},
        {"tr", "26 Nisan 2024 Cuma, 15:13", "2024-04-26T15:13"},
        {"tr", "26 KASIM 2024", "2024-11-26"},
        {"tr", "26 NİSAN 2024", "2024-04-26"},
        {"el", "26 Απριλίου 2024, 15:13", "2024-04-26T15:13"},
        {"el", "26 ΜΑΪΟΥ 2024", "2024-05-26"},
        {"el", "26 Μαΐου 2024, 3:13 μ.μ.", "2024-05-26T15:13"},
        {"ar", "26 أبريل 2024", "2024-04-26"},
        {"ar", "٢٦ نيسان ٢٠٢٤", "2024-04-26"},
        {"he", "26 באפריל 2024", "2024-04-26"},
        {"hi", "26 अप्रैल 2024", "2024-04-26"},
        {"hi", "२६ फ़रवरी २०२४", "2024-02-26"},
        {"ja", "2024年4月26日(金) 15時13分", "2024-04-26T15:13"},
        {"ja", "令和6年4月26日 午後3時13分", "2024-04-26T15:13"},
        {"ja", "2024年4月26日 15:13", "2024-04-26T15:13"},
        {"zh", "2024年4月26日 星期五 下午3:13", "2024-04-26T15:13"},
        {"zh", "发布时间:2024-04-26 15:13", "2024-04-26T15:13"},
        {"ko", "입력 2024.04.26. 오후 3:13", "2024-04-26T15:13"},
        {"ko", "2024년 4월 26일 오전 12시 5분", "2024-04-26T00:05"},
        {"vi", "Thứ sáu, 26/4/2024, 15:13 (GMT+7)", "2024-04-26T15:13+07:00"},
        {"vi", "ngày 26 tháng 4 năm 2024", "2024-04-26"},
        {"id", "Jumat, 26 Agustus 2024 15:13 WIB", "2024-08-26T15:13"},
        {"xx", "26 April 2024", "2024-04-26"},
        {"hu", "2024. március 5.", "2024-03-05"},
        {"hu", "2024. szeptember 26., 15:13", "2024-09-26T15:13"},
        {"ro", "5 martie 2024", "2024-03-05"},
        {"ro", "marți, 26 noiembrie 2024, 15:13", "2024-11-26T15:13"},
        {"bg", "26 октомври 2024", "2024-10-26"},
    };
    check(EXAMPLES, sizeof EXAMPLES / sizeof *EXAMPLES, false);
}

static void test_order(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"en-US", "4/5/2024", "2024-04-05"},   {"en-GB", "4/5/2024", "2024-05-04"},
        {"en-US", "26/4/2024", "2024-04-26"},  {"en-GB", "4/26/2024", "2024-04-26"},
        {"en-US", "04.05.2024", "2024-05-04"}, {"en-US", "2024/04/05", "2024-04-05"},
        {"de", "4. 5. 2024", "2024-05-04"},    {"en-US", "4/5/24, 3:13 PM", "2024-04-05T15:13"},
    };
    check(EXAMPLES, sizeof EXAMPLES / sizeof *EXAMPLES, false);
}

static void test_times(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"en", "15:13, Friday 26 April 2024", "2024-04-26T15:13"},
        {"en", "3:13 PM EDT, Fri April 26, 2024", "2024-04-26T15:13-04:00"},
        {"en", "Dec 23, 2023 5:06pm PT", "2023-12-23T17:06"},
        {"en", "April 26, 2024 10:15:30 GMT", "2024-04-26T10:15:30Z"},
        {"en", "26 April 2024 — 5.30am", "2024-04-26T05:30"},
        {"en", "April 26 at 5:30 pm, 2024", "2024-04-26T17:30"},
        {"en", "26 April 2024 (10:15 UTC+2)", "2024-04-26T10:15+02:00"},
        {"en", "26 April 2024, 7 min read", "2024-04-26"},
        {"en", "26 April 2024 - 31 comments", "2024-04-26"},
        {"de", "26.04.2024-19:20", "2024-04-26T19:20"},
    };
    check(EXAMPLES, sizeof EXAMPLES / sizeof *EXAMPLES, false);
}

static void test_machine(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"en", "2024-04-26T15:13:07+02:00", "2024-04-26T15:13:07+02:00"},
        {"en", "2024-04-26T15:13:07.123Z", "2024-04-26T15:13:07Z"},
        {"en", " \"2024-04-26T15:13Z\" ", "2024-04-26T15:13Z"},
        {"en", "2024-04-26 15:13:07", "2024-04-26T15:13:07"},
        {"en", "2024-04-26T15:13:07-0400", "2024-04-26T15:13:07-04:00"},
        {"en", "2024-04-26T15:13:07.5Z EST", "2024-04-26T15:13:07Z"},
        {"en", "2024-04-26", "2024-04-26"},
        {"en", "2024-04", "2024-04"},
        {"en", "2024", "2024"},
        {"en", "20240426", "2024-04-26"},
        {"en", "20240426151307", "2024-04-26T15:13:07"},
        {"en", "20240426T151307Z", "2024-04-26T15:13:07Z"},
        {"en", "20240426T1513+0200", "2024-04-26T15:13+02:00"},
        {"en", "20240426T151307", "2024-04-26T15:13:07"},
        {"en", "20240426T251307Z", "2024-04-26"},
        {"en", "20240426T156007", "2024-04-26"},
        {"en", "20240426T 1513", "2024-04-26"},
        {"en", "20240426T15", "2024-04-26"},
        {"en", "20241326T151307Z", NULL},
        {"en", "2024-04-26T15:13+05:45", "2024-04-26T15:13+05:45"},
        {"en", "2024-04-26T15:13+0299", "2024-04-26T15:13"},
        {"en", "2024-04-26T15:13+02:60", "2024-04-26T15:13"},
        {"en", "Fri, 26 Apr 2024 15:13:07 +0200", "2024-04-26T15:13:07+02:00"},
        {"en", "Fri, 26 Apr 2024 15:13:07 PST", "2024-04-26T15:13:07-08:00"},
        {"de", "Fri Apr 26 15:13:07 CEST 2024", "2024-04-26T15:13:07+02:00"},
        {"en", "1714137187", "2024-04-26T13:13:07Z"},
        {"en", "1714137187000", "2024-04-26T13:13:07Z"},
        {"en-US", "04/26/2024 3:13:07 PM", "2024-04-26T15:13:07"},
        {"de", "Fr., 26.04.2024 - 14:45", "2024-04-26T14:45"},
        {"en", "26-Apr-24", "2024-04-26"},
    };
    check(EXAMPLES, sizeof EXAMPLES / sizeof *EXAMPLES, true);
}

static void test_no_date(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"en", "", NULL},
        {"en", "31 February 2024", NULL},
        {"en", "0000-00-00", NULL},
        {"en", "0001-01-01T00:00:00Z", NULL},
        {"en", "version 1.2.3.2024", NULL},
        {"en", "call 555 12 2024 now", NULL},
        {"en", "It may 20 times be said", NULL},
        {"en", "99/99/2024", NULL},
        {"en", "3 hours ago", NULL},
        {"en", "1234567890123456789012345678901234567890", NULL},
        {"en", "00:00-YY-DD-MM", NULL},
        {"en", "5 - 6 - 2024", NULL},
    };
    check(EXAMPLES, sizeof EXAMPLES / sizeof *EXAMPLES, true);
}

static void test_numbers_of_versions_are_no_dates(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"en", "v2.4.11", NULL},
        {"en", "Lamp 1.2.11 is out", NULL},
        {"en", "lamp 3.10.12 documentation", NULL},
        {"en", "Version 12.04.10", NULL},
        {"en", "Version: 12.04.10", NULL},
        {"en", "Ver. 12.04.10", NULL},
        {"en", "lamp release 2024.1.3", NULL},
        {"en", "Lamp 2024.1.3 is out", NULL},
        {"en", "Version 12.04.2010", "2010-04-12"},
        {"en", "Version 3.8.11 (2024-04-26)", "2024-04-26"},
        {"en", "Lamp 3.8.11.1 (2024-04-26)", "2024-04-26"},
        {"en", "released 12.04.10", "2010-04-12"},
        {"en", "Lamp 1.1.10+", NULL},
        {"en", "with lamp 2.4.11 or later", NULL},
        {"en", "Lamp/2.4.11 (Debian) Server at lamps.example Port 80", NULL},
        {"en", "Lamp/2011.4.2", NULL},
        {"en", "Lamp/12.10.11", "2011-10-12"},
        {"en", "Lamp / 2.4.11", "2011-04-02"},
        {"de", "Leuchte/2.4.11", "2011-04-02"},
        {"en", "02.4.11", "2011-04-02"},
        {"en", "2.04.11", "2011-04-02"},
        {"en", "12.10.11", "2011-10-12"},
        {"en", "Posted 2.4.11", "2011-04-02"},
        {"en", "Posted: 2.4.11", "2011-04-02"},
        {"en", "Monday 2.4.11", "2011-04-02"},
        {"en", "2.4.2011", "2011-04-02"},
        {"en", "2011.10.12", "2011-10-12"},
        {"en", "2011.04.2", "2011-04-02"},
        {"en", "2011/4/2", "2011-04-02"},
        {"de", "2.4.11", "2011-04-02"},
        {"de", "am 2.4.11", "2011-04-02"},
        {"de", "Anna Muster, 2.4.11", "2011-04-02"},
        {"de", "von Anna Muster 2.4.11", "2011-04-02"},
        {"de", "Leuchte 2.4.11 ist da", NULL},
        {"cs", "Lampa verze 2.4.11", NULL},
        {"ru", "Версия 2.4.11", NULL},
        {"ja", "2011.4.2", "2011-04-02"},
        {"ja", "バージョン 2011.4.2", NULL},
        {"de", "Leuchte 2011.4.2 ist da", NULL},
        {"hu", "2011.4.2", "2011-04-02"},
    };
    check(EXAMPLES, sizeof EXAMPLES / sizeof *EXAMPLES, false);
}

/* Where nothing says that the numbers are a version's, they are a date. */
static void test_short_dates(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"en", "12.5.24", "2024-05-12"},
        {"en", "2024.5.6", "2024-05-06"},
        {"en", "By Jane Roe | 12.5.24", "2024-05-12"},
        {"en", "12.5.24 by Jane Roe", "2024-05-12"},
        {"en", "By Jane Roe 12.5.24 for the Courier", "2024-05-12"},
        {"en", "By Jane Roe 12.5.24 after a visit", "2024-05-12"},
        {"en", "Jane Roe 12.5.24", "2024-05-12"},
        {"en", "Posted on 12.5.24", "2024-05-12"},
        {"en", "Posted 2.4.11 under harbour", "2011-04-02"},
        {"en", "Posted on 2.4.11 under harbour", "2011-04-02"},
        {"en", "Harbour 2.4.11 updated", "2011-04-02"},
        {"es", "Publicado el 6.5.24", "2024-05-06"},
        {"es", "Publicado el 6.5.24 a las 12:00", "2024-05-06T12:00"},
        {"en", "Tokyo, 2024.5.6", "2024-05-06"},
        {"es", "Madrid, 6.5.24", "2024-05-06"},
        {"de", "Berlin 6.5.13", "2013-05-06"},
        {"de", "Berlin 6.5.13 dpa", "2013-05-06"},
        {"de", "Anna Muster 6.5.13 keine Kommentare", "2013-05-06"},
        {"en", "Jane Roe 12.5.24 leave a comment", "2024-05-12"},
        {"de", "Pressemitteilung 6.5.13", "2013-05-06"},
        {"ja", "NEWS 2024.5.6", "2024-05-06"},
        {"en", "NEWS 2024.5.6", "2024-05-06"},
        {"en", "Press Release 2024.05.06", "2024-05-06"},
        {"en", "Press Release 2024.5.6", "2024-05-06"},
        {"en", "News release: 6.5.13", "2013-05-06"},
        {"en", "News Release 12.05.24", "2024-05-12"},
        {"en", "Revision 12.05.24", "2024-05-12"},
        {"en", "Build 2024.05.06", "2024-05-06"},
        {"en", "Build 2024.5.6", NULL},
        {"en", "Version 12.05.24", NULL},
    };
    check(EXAMPLES, sizeof EXAMPLES / sizeof *EXAMPLES, false);
}

/* An attribute that is only a date contains no version. */
static void test_values_are_dates(void **state) {
    (void)state;
    static const char *const VALUES[] = {"2.4.11", "2011.4.2"};
    struct arena arena;
    arena_init(&arena);
    arena_reset(&arena, (size_t)1 << 20);
    for (size_t i = 0; i < N_OF(VALUES); i++) {
        struct date date;
        assert_true(date_read(&arena, str_of(VALUES[i]), hints_of("en"), &date));
        assert_string_equal(date_format(&arena, &date).at, "2011-04-02");
    }
    arena_done(&arena);
}

static void test_span(void **state) {
    (void)state;
    static const char *const EXAMPLES[][3] = {
        {"en", "London, Friday 26 April 2024 15:13 BST | 3 comments",
         "Friday 26 April 2024 15:13 BST"},
        {"en", "26 April 2024 15:13 (BST) by Jane Doe", "26 April 2024 15:13 (BST)"},
        {"en", "26 April 2024 15:13 (BST, rain)", "26 April 2024 15:13 (BST"},
        {"vi", "Thứ sáu, 26/4/2024, 15:13 (GMT+7) - Ellery", "Thứ sáu, 26/4/2024, 15:13 (GMT+7)"},
        {"vi", "Ellery, Chủ nhật, 28/4/2024", "Chủ nhật, 28/4/2024"},
        {"pt", "Ellery, sexta-feira, 26 de abril de 2024", "sexta-feira, 26 de abril de 2024"},
        {"he", "Ellery, יום שישי, 26 באפריל 2024", "יום שישי, 26 באפריל 2024"},
        {"en", "Ellery-Friday 26 April 2024", "Friday 26 April 2024"},
    };
    for (size_t i = 0; i < N_OF(EXAMPLES); i++) {
        struct arena arena;
        struct date date;
        struct date_span span;
        arena_init(&arena);
        arena_reset(&arena, (size_t)1 << 20);
        struct str text = str_of(EXAMPLES[i][1]);
        assert_true(date_find(&arena, text, hints_of(EXAMPLES[i][0]), &date, &span));
        struct str found = str_between(text, span.first, span.end);
        if (!str_equals(found, str_of(EXAMPLES[i][2])))
            fail_msg("\"%.*s\", not \"%s\"", (int)found.len, found.at, EXAMPLES[i][2]);
        arena_done(&arena);
    }
}

static void test_relative(void **state) {
    (void)state;
    static const struct example EXAMPLES[] = {
        {"en", "3 hours ago", "2024-03-01T00:30"},
        {"en", "yesterday", "2024-02-29"},
        {"de", "vor 58 Minuten", "2024-03-01T02:32"},
        {"de", "gestern", "2024-02-29"},
        {"fr", "il y a 2 jours", "2024-02-28"},
        {"es", "hace 1 semana", "2024-02-23"},
        {"ru", "2 дня назад", "2024-02-28"},
        {"ja", "2日前", "2024-02-28"},
        {"ko", "2일 전", "2024-02-28"},
        {"vi", "2 ngày trước", "2024-02-28"},
        {"en", "2 months ago", "2024-01"},
        {"en", "3 hours of work", NULL},
    };
    struct date base = {2024, 3, 1, 3, 30, -1, 0, false, false};
    struct arena arena;
    arena_init(&arena);
    arena_reset(&arena, (size_t)1 << 20);
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++) {
        struct date date;
        bool found = date_find_relative(&arena, str_of(EXAMPLES[i].text),
                                        hints_of(EXAMPLES[i].language), &base, &date);
        if (found != (EXAMPLES[i].expected != NULL))
            fail_msg("\"%s\"", EXAMPLES[i].text);
        if (found)
            assert_string_equal(date_format(&arena, &date).at, EXAMPLES[i].expected);
    }
    arena_done(&arena);
}

static void test_arithmetic(void **state) {
    (void)state;
    struct date epoch = {1970, 1, 1, -1, -1, -1, 0, false, false};
    struct date late = {2023, 12, 24, 1, 6, 51, 0, true, true};
    assert_int_equal(date_days(&epoch), 0);
    assert_int_equal(date_days(&late), 19715);
    assert_int_equal(date_swapped(late).day, 24); /* there is no 24th month */
    struct date fifth = {2024, 4, 5, -1, -1, -1, 0, false, true};
    assert_int_equal(date_swapped(fifth).month, 5);
}

static void test_years_and_marked_numbers_may_be_a_date(void **state) {
    (void)state;
    assert_true(date_is_possible(STR("the May of 2024")));
    assert_true(date_is_possible(STR("3. 5. 24")));
    assert_true(date_is_possible(STR("3-May-24")));
    assert_false(date_is_possible(STR("on the 3rd")));
    assert_false(date_is_possible(STR("3.5 miles")));
    assert_true(date_is_possible(STR("\xD9\xA3")));     /* Arabic */
    assert_true(date_is_possible(STR("\xE0\xA5\xA9"))); /* Devanagari */
    assert_true(date_is_possible(STR("\xEF\xBC\x93"))); /* fullwidth */
    assert_false(date_is_possible(STR("Jana M\xC3\xBCller")));
    assert_false(date_is_possible(STR_NONE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_machine),
        cmocka_unit_test(test_no_date),
        cmocka_unit_test(test_numbers_of_versions_are_no_dates),
        cmocka_unit_test(test_short_dates),
        cmocka_unit_test(test_values_are_dates),
        cmocka_unit_test(test_span),
        cmocka_unit_test(test_relative),
        cmocka_unit_test(test_arithmetic),
        cmocka_unit_test(test_years_and_marked_numbers_may_be_a_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

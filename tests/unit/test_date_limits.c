/*
 * Dates at the edges: the first and the last number that each part of a date, a time and a zone may
 * be, the joints between them, and the calendar's arithmetic.
 */
#include "ground.h"
#include "lexicon/words.h"
#include "metadata/date/date.h"

struct example {
    const char *language, *text, *expected; /* "-": no date */
};

/* What is found in the text; `is_value`: as the value of an attribute that is only a date. */
static struct str found_in(struct arena *arena, const struct example *example, bool is_value) {
    struct date date;
    struct str tag = str_of(example->language), text = str_of(example->text);
    struct date_hints hints = {words_languages(tag), str_equals(tag, STR("en-US"))};
    bool found = is_value ? date_read(arena, text, hints, &date)
                          : date_find(arena, text, hints, &date, NULL);
    return found ? date_format(arena, &date) : STR("-");
}

static size_t count_wrong(struct arena *arena, const struct example *examples, size_t n,
                          bool is_value) {
    size_t n_wrong = 0;
    for (size_t i = 0; i < n; i++) {
        struct str got = found_in(arena, &examples[i], is_value);
        if (str_equals(got, str_of(examples[i].expected)))
            continue;
        print_message("%s: \"%s\" gave \"%.*s\", not \"%s\"\n", examples[i].language,
                      examples[i].text, (int)got.len, got.at, examples[i].expected);
        n_wrong++;
    }
    return n_wrong;
}

static void check(void **state, const struct example *examples, size_t n, bool is_value) {
    ARM((struct arena *)*state);
    assert_int_equal(count_wrong(*state, examples, n, is_value), 0);
}

#define CHECK(examples) check(state, examples, sizeof(examples) / sizeof *(examples), false)
#define CHECK_VALUES(examples) check(state, examples, sizeof(examples) / sizeof *(examples), true)

/* Points in times, which dates have too. */
static void times_may_have_points(void **state) {
    static const struct example EXAMPLES[] = {
        {"en", "3 May 2024 20.15", "2024-05-03T20:15"},
        {"en", "3 May 2024 20.15.", "2024-05-03T20:15"},
        {"en", "3 May 2024 20.15. 7 boats", "2024-05-03T20:15"},
        {"en", "3 May 2024 20.15. A boat", "2024-05-03T20:15"},
        {"en", "3 May 2024 20.15 7 boats", "2024-05-03T20:15"},
        {"en", "3 May 2024 20.15.30 boats", "2024-05-03"},
        {"en", "3 May 2024 20.15.30", "2024-05-03"},
        {"en", "3 May 2024 20. 15", "2024-05-03"},
        {"en", "3 May 2024 20 .15", "2024-05-03"},
        {"en", "3 May 2024 20.155", "2024-05-03"},
    };
    CHECK(EXAMPLES);
}

static void the_calendar_has_its_days(void **state) {
    static const struct example EXAMPLES[] = {
        {"en", "2023-02-28", "2023-02-28"}, {"en", "2023-02-29", "-"},
        {"en", "2024-02-29", "2024-02-29"}, {"en", "2024-02-30", "-"},
        {"en", "2000-02-29", "2000-02-29"}, {"en", "2100-02-29", "-"},
        {"en", "2024-01-31", "2024-01-31"}, {"en", "2024-01-32", "-"},
        {"en", "2024-03-31", "2024-03-31"}, {"en", "2024-04-31", "-"},
        {"en", "2024-05-31", "2024-05-31"}, {"en", "2024-06-31", "-"},
        {"en", "2024-07-31", "2024-07-31"}, {"en", "2024-08-31", "2024-08-31"},
        {"en", "2024-09-31", "-"},          {"en", "2024-10-31", "2024-10-31"},
        {"en", "2024-11-31", "-"},          {"en", "2024-12-31", "2024-12-31"},
        {"en", "2024-12-01", "2024-12-01"}, {"en", "2024-12-00", "-"},
        {"en", "2024-01-01", "2024-01-01"}, {"en", "2024-00-01", "-"},
        {"en", "2024-13-01", "-"},
    };
    CHECK(EXAMPLES);
}

static void years_are_those_of_pages(void **state) {
    static const struct example EXAMPLES[] = {
        {"en", "1800-05-06", "1800-05-06"},
        {"en", "1799-05-06", "-"},
        {"en", "2199-05-06", "2199-05-06"},
        {"en", "2200-05-06", "-"},
        /* in words, where a number may be anything */
        {"en", "6 May 1900", "1900-05-06"},
        {"en", "6 May 1899", "-"},
        {"en", "6 May 2099", "2099-05-06"},
        {"en", "6 May 2100", "-"},
        /* of two digits */
        {"en", "6-May-68", "2068-05-06"},
        {"en", "6-May-69", "1969-05-06"},
        {"en", "6 May 24", "-"},
        {"de", "06.05.00", "2000-05-06"},
        {"de", "06.05.99", "1999-05-06"},
    };
    CHECK(EXAMPLES);
}

static void times_end_at_midnight(void **state) {
    static const struct example EXAMPLES[] = {
        {"en", "6 May 2024, 0:00", "2024-05-06T00:00"},
        {"en", "6 May 2024, 23:59", "2024-05-06T23:59"},
        {"en", "6 May 2024, 24:00", "2024-05-06"},
        {"en", "6 May 2024, 12:60", "2024-05-06"},
        {"en", "6 May 2024, 12:30:59", "2024-05-06T12:30:59"},
        {"en", "6 May 2024, 12:30:60", "2024-05-06T12:30"},
        {"en", "6 May 2024, 1:00 am", "2024-05-06T01:00"},
        {"en", "6 May 2024, 12:00 am", "2024-05-06T00:00"},
        {"en", "6 May 2024, 12:59 pm", "2024-05-06T12:59"},
        {"en", "6 May 2024, 11:59 pm", "2024-05-06T23:59"},
        {"en", "6 May 2024, 13:10 pm", "2024-05-06T13:10"},
        {"en", "6 May 2024, 3 pm", "2024-05-06T15:00"},
        {"en", "6 May 2024, 3:5", "2024-05-06"},
        {"ko", "2024년 5월 6일 15시 5분", "2024-05-06T15:05"},
        {"de", "6. Mai 2024, 9 Uhr", "2024-05-06T09:00"},
        {"de", "6. Mai 2024, 9.30.12", "2024-05-06"},
        {"de", "6. Mai 2024, 9. 30", "2024-05-06"},
        {"fi", "6.5.2024 klo 7.8.2024", "2024-05-06"},
        {"en", "12:30, 6 May 2024", "2024-05-06T12:30"},
        {"en", "12:30 and rain, 6 May 2024", "2024-05-06"},
        {"en", "6 May 2024 + 12:30", "2024-05-06"},
    };
    CHECK(EXAMPLES);
}

static void zones_are_within_fourteen_hours(void **state) {
    static const struct example EXAMPLES[] = {
        {"en", "2024-05-06T12:30+14:00", "2024-05-06T12:30+14:00"},
        {"en", "2024-05-06T12:30+14:01", "2024-05-06T12:30"},
        {"en", "2024-05-06T12:30-14:00", "2024-05-06T12:30-14:00"},
        {"en", "2024-05-06T12:30-14:30", "2024-05-06T12:30"},
        {"en", "2024-05-06T12:30+15:00", "2024-05-06T12:30"},
        {"en", "2024-05-06T12:30-15:00", "2024-05-06T12:30"},
        {"en", "2024-05-06T12:30+0530", "2024-05-06T12:30+05:30"},
        {"en", "2024-05-06T12:30+1500", "2024-05-06T12:30"},
        {"en", "2024-05-06T12:30+02", "2024-05-06T12:30+02:00"},
        {"en", "2024-05-06T12:30+530", "2024-05-06T12:30"},
        {"en", "2024-05-06T12:30 + 2", "2024-05-06T12:30"},
        {"en", "2024-05-06T12:30 +2", "2024-05-06T12:30"},
        {"en", "2024-05-06T12:30 +0200", "2024-05-06T12:30+02:00"},
        {"en", "2024-05-06T12:30+00:00", "2024-05-06T12:30Z"},
        {"en", "6 May 2024, 12:30 (GMT-3)", "2024-05-06T12:30-03:00"},
        {"en", "6 May 2024, 12:30 CET", "2024-05-06T12:30+01:00"},
    };
    CHECK(EXAMPLES);
}

static void numbers_are_joined_alike(void **state) {
    static const struct example EXAMPLES[] = {
        {"de", "26.4.2024", "2024-04-26"},
        {"de", "26.4-2024", "-"},
        {"de", "26-4.2024", "-"},
        {"de", "26:4:2024", "-"},
        {"de", "1.26.4.2024", "-"},
        {"de", "26.4.2024.1", "-"},
        {"de", "26/ 4/2024", "-"},
        {"de", "26/4/ 2024", "-"},
        {"de", "26. 4. 24", "-"},
        {"de", "126.4.2024", "-"},
        {"de", "26.4.202", "-"},
        {"en", "2024/4/26", "2024-04-26"},
        {"en", "2024/4/126", "-"},
        {"en", "2024/004/26", "-"},
        {"de", "28.09.1924:44", "1924-09-28"}, /* there is no such hour */
        {"de", "28.09.6812:44", "2068-09-28T12:44"},
        {"de", "28.09.1912:60", "-"},
        {"en-US", "26.04.2024", "2024-04-26"},
        {"en-US", "04.26.2024", "2024-04-26"},
    };
    CHECK(EXAMPLES);
}

static void words_and_numbers_are_joined_by_marks(void **state) {
    static const struct example EXAMPLES[] = {
        {"en", "May 6, 2024", "2024-05-06"},
        {"en", "6/May/2024", "2024-05-06"},
        {"en", "May 106, 2024", "-"},
        {"en", "6 May of the year 2024", "-"},
        {"es", "6 de mayo del 2024", "2024-05-06"},
        {"ar",
         "6 \xD9\x86\xD9\x8A\xD8\xB3\xD8\xA7\xD9\x86 / "
         "\xD8\xA3\xD8\xA8\xD8\xB1\xD9\x8A\xD9\x84 2024",
         "2024-04-06"},
        {"en", "6 April / May 2024", "2024-05"},
        {"en", "2024 May 6", "2024-05-06"},
        {"en", "2024 May 106", "-"},
        {"en", "May 2024", "2024-05"},
        {"en", "32 May 2024", "-"},
        {"ja", "2024年5月6日", "2024-05-06"},
        {"ja", "2024年5月106日", "-"},
        {"ja", "平成31年4月30日", "2019-04-30"},
        {"vi", "6 tháng 5, 2024", "2024-05-06"},
        {"vi", "6 tháng 15, 2024", "-"},
        {"en", "PublishedMay 6, 2024", "2024-05-06"},
        {"en", "AFPMay 6, 2024", "2024-05-06"},
        {"en", "Henry VMay 6, 2024", "-"},
        {"en", "May 6, 20243 Shares", "2024-05-06"},
        {"en", "May 6, 202412345 Shares", "2024-05-06"},
        {"en", "May 6, 2024123456 Shares", "-"},
        {"en", "May 6, 19893 Shares", "-"},
        {"en", "May 6, 19903 Shares", "1990-05-06"},
        {"en", "May 6, 20993 Shares", "2099-05-06"},
        {"en", "May 6, 21003 Shares", "-"},
        {"en", "May 6 20243 Shares", "-"},
        {"en", "May 6, 19909:53", "1990-05-06T09:53"},
        {"en", "May 6, 20999:53", "2099-05-06T09:53"},
        {"en", "May 6, 202419:53", "2024-05-06T19:53"},
    };
    CHECK(EXAMPLES);
}

static void digits_and_marks_of_other_scripts_count(void **state) {
    static const struct example EXAMPLES[] = {
        {"en", "2024‐05‐06", "2024-05-06"},
        {"en", "2024‑05‑06", "2024-05-06"},
        {"en", "2024‒05‒06", "2024-05-06"},
        {"en", "2024–05–06", "2024-05-06"},
        {"en", "2024—05—06", "2024-05-06"},
        {"en", "2024−05−06", "2024-05-06"},
        {"en", "6 May ’ 2024", "2024-05-06"},
        {"zh", "2024／05／06", "2024-05-06"},
        {"zh", "2024-05-06，12：30", "2024-05-06T12:30"},
        {"fa", "۲۰۲۴/۰۵/۰۶", "2024-05-06"},
        {"ja", "２０２４年５月６日（金）１２時", "2024-05-06T12:00"},
        {"ar", "٩ نيسان ٢٠٢٤", "2024-04-09"},
    };
    CHECK(EXAMPLES);
}

/* What of the text is the date. */
static void dates_end_with_zone_or_weekday(void **state) {
    static const char *const CASES[][2] = {
        {"on 6 May 2024 12:30 +0200 | 3 notes", "6 May 2024 12:30 +0200"},
        {"on 6 May 2024 12:30 +02:00 | 3 notes", "6 May 2024 12:30 +02:00"},
        {"on 6 May 2024 12:30+02 | 3 notes", "6 May 2024 12:30+02"},
        {"on 6 May 2024 12:30 UTC+2 | 3 notes", "6 May 2024 12:30 UTC+2"},
        {"on 6 May 2024 12:30 (CET) | 3 notes", "6 May 2024 12:30 (CET)"},
        {"on 6 May 2024 3 pm | 3 notes", "6 May 2024 3 pm"},
        {"on 6 May 2024 3 p.m. | 3 notes", "6 May 2024 3 p.m."},
        {"on 6 May 2024 3 p.m | 3 notes", "6 May 2024 3 p.m"},
        {"on 6 May 2024 | 3 notes", "6 May 2024"},
        {"2024年5月6日 15時5分 | 3 notes", "2024年5月6日 15時5分"},
        {"2024年5月6日 15時 | 3 notes", "2024年5月6日 15時"},
        {"on Friday, 6 May 2024, 12:30:15.5 | 3 notes", "Friday, 6 May 2024, 12:30:15.5"},
        {"on 12:30, Friday 6 May 2024 | 3 notes", "12:30, Friday 6 May 2024"},
        {"on May 2024 | 3 notes", "May 2024"},
        {"on 6 May 2024, Monday | 3 notes", "6 May 2024, Monday"},
        {"on 6 May 2024 (Mon) | 3 notes", "6 May 2024 (Mon)"},
        {"on 6 May 2024 Monday | 3 notes", "6 May 2024 Monday"},
        {"on 6 May 2024 sun | 3 notes", "6 May 2024"},
        {"2015/06/21(日) 22:14:05 ID:7", "2015/06/21(日) 22:14:05"},
        {"2015/06/22(月) 22:14:05 ID:7", "2015/06/22(月) 22:14:05"},
        {"min 2024-05-06", "min 2024-05-06"}, /* Sunday in Indonesian */
        {"12 min 2024-05-06", "2024-05-06"},
    };
    struct date_hints hints = {words_languages(STR("en")), false};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct date date;
        struct date_span span = {0, 0};
        struct str text = str_of(CASES[i][0]);
        assert_true(date_find(*state, text, hints, &date, &span));
        assert_str(str_between(text, span.first, span.end), str_of(CASES[i][1]));
    }
}

/* Only the first 64 words and numbers are looked at. */
static void dates_are_near_the_start(void **state) {
    struct date_hints hints = {words_languages(STR("en")), false};
    ARM((struct arena *)*state);
    for (size_t n = 61; n <= 62; n++) {
        char text[200];
        struct date date;
        for (size_t i = 0; i < n; i++)
            memcpy(text + 2 * i, "x ", 2);
        memcpy(text + 2 * n, "6 May 2024", 11);
        assert_int_equal(date_find(*state, str_of(text), hints, &date, NULL), n == 61);
    }
}

static void values_of_digits_have_known_lengths(void **state) {
    static const struct example EXAMPLES[] = {
        {"en", "20240506", "2024-05-06"},
        {"en", "20241306", "-"},
        {"en", "20240506T1230", "2024-05-06T12:30"},
        {"en", "20240506000000", "2024-05-06T00:00:00"},
        {"en", "20240506235959", "2024-05-06T23:59:59"},
        {"en", "20240506240000", "2024-05-06"},
        {"en", "20240506126000", "2024-05-06"},
        {"en", "20240506120060", "2024-05-06"},
        {"en", "202405061200", "-"},
        {"en", "0600000000", "1989-01-05T10:40:00Z"},
        {"en", "0599999999", "-"},
        {"en", "1714953599", "2024-05-05T23:59:59Z"},
        {"en", "1714953600", "2024-05-06T00:00:00Z"},
        {"en", "1709164800000", "2024-02-29T00:00:00Z"},
        {"en", "1899", "-"},
        {"en", "1900", "1900"},
        {"en", "2024-12", "2024-12"},
        {"en", "2024-13", "2024"},
        {"en", "2024-1", "2024-01"},
        {"en", "2024-123", "-"},
        {"en", "2024/12", "-"},
    };
    CHECK_VALUES(EXAMPLES);
}

static void days_are_counted_from_1970(void **state) {
    static const struct {
        struct date date;
        int32_t days;
    } CASES[] = {
        {{.year = 1970, .month = 1, .day = 1}, 0},
        {{.year = 1969, .month = 12, .day = 31}, -1},
        {{.year = 1970, .month = 3, .day = 1}, 59},
        {{.year = 1972, .month = 2, .day = 29}, 789},
        {{.year = 1972, .month = 3, .day = 1}, 790},
        {{.year = 2000, .month = 2, .day = 29}, 11016},
        {{.year = 1900, .month = 3, .day = 1}, -25508},
        {{.year = 1900, .month = 2, .day = 28}, -25509},
        /* without a day or a month: the first */
        {{.year = 1972, .month = 3}, 790},
        {{.year = 1971}, 365},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_int_equal(date_days(&CASES[i].date), CASES[i].days);
}

static void relative_dates_are_counted_back(void **state) {
    static const struct {
        int hour;
        const char *text, *expected;
    } CASES[] = {
        {3, "3 hours ago", "2024-03-01T00:30"},
        {3, "4 hours ago", "2024-02-29T23:30"},
        {3, "30 minutes ago", "2024-03-01T03:00"},
        {3, "31 minutes ago", "2024-03-01T02:59"},
        {3, "1 day ago", "2024-02-29"},
        {3, "2 weeks ago", "2024-02-16"},
        {3, "1 month ago", "2024-01"},
        {3, "1 year ago", "2023"},
        {3, "100 days ago", "-"},
        {3, "5 days of rain", "-"},
        {3, "today", "2024-03-01"},
        /* without the hour of the base only whole days count */
        {-1, "3 hours ago", "2024-03-01"},
        {-1, "23 hours ago", "2024-03-01"},
        {-1, "24 hours ago", "2024-02-29"},
    };
    struct date_hints hints = {words_languages(STR("en")), false};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct date base = {.year = 2024, .month = 3, .day = 1, .minute = 30, .second = 15}, date;
        base.hour = (int8_t)CASES[i].hour;
        bool found = date_find_relative(*state, str_of(CASES[i].text), hints, &base, &date);
        assert_str(found ? date_format(*state, &date) : STR("-"), str_of(CASES[i].expected));
    }
}

/* Days before 1970 have negative numbers. */
static void relative_dates_are_dates_before_1970(void **state) {
    struct date_hints hints = {words_languages(STR("en")), false};
    struct date base = {.year = 1969, .month = 7, .day = 15, .hour = 0, .minute = 1}, date;
    ARM((struct arena *)*state);
    assert_true(date_find_relative(*state, STR("1 minute ago"), hints, &base, &date));
    assert_str(date_format(*state, &date), STR("1969-07-15T00:00"));
    assert_true(date_find_relative(*state, STR("2 minutes ago"), hints, &base, &date));
    assert_str(date_format(*state, &date), STR("1969-07-14T23:59"));
    assert_true(date_find_relative(*state, STR("25 hours ago"), hints, &base, &date));
    assert_str(date_format(*state, &date), STR("1969-07-13T23:01"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(relative_dates_are_dates_before_1970),
        ARENA_TEST(the_calendar_has_its_days),
        ARENA_TEST(times_may_have_points),
        ARENA_TEST(years_are_those_of_pages),
        ARENA_TEST(times_end_at_midnight),
        ARENA_TEST(zones_are_within_fourteen_hours),
        ARENA_TEST(numbers_are_joined_alike),
        ARENA_TEST(words_and_numbers_are_joined_by_marks),
        ARENA_TEST(digits_and_marks_of_other_scripts_count),
        ARENA_TEST(dates_end_with_zone_or_weekday),
        ARENA_TEST(dates_are_near_the_start),
        ARENA_TEST(values_of_digits_have_known_lengths),
        ARENA_TEST(days_are_counted_from_1970),
        ARENA_TEST(relative_dates_are_counted_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Days of the Gregorian, the Thai and the solar Hijri calendar.
 */
#include "ground.h"

#include "metadata/date/calendar.h"

static void days_and_back(void **state) {
    static const struct {
        struct civil_day day;
        int64_t days;
    } CASES[] = {{{1970, 1, 1}, 0},      {{1970, 3, 1}, 59},   {{2000, 2, 29}, 11016},
                 {{2024, 3, 20}, 19802}, {{1969, 12, 31}, -1}, {{1600, 3, 1}, -135080}};
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct civil_day back = calendar_from_days(CASES[i].days);
        assert_int_equal(calendar_to_days(CASES[i].day), CASES[i].days);
        assert_int_equal(back.year, CASES[i].day.year);
        assert_int_equal(back.month, CASES[i].day.month);
        assert_int_equal(back.day, CASES[i].day.day);
    }
}

/* The first days of years, as the Iranian calendar has them. */
static void solar_hijri_years(void **state) {
    static const struct {
        uint64_t hijri;
        struct civil_day first;
    } YEARS[] = {{1300, {1921, 3, 21}}, {1357, {1978, 3, 21}}, {1375, {1996, 3, 20}},
                 {1376, {1997, 3, 21}}, {1399, {2020, 3, 20}}, {1400, {2021, 3, 21}},
                 {1403, {2024, 3, 20}}, {1404, {2025, 3, 21}}, {1500, {2121, 3, 21}}};
    struct civil_day day;
    (void)state;
    for (size_t i = 0; i < N_OF(YEARS); i++) {
        assert_true(calendar_from_solar_hijri(YEARS[i].hijri, 1, 1, &day));
        assert_int_equal(calendar_to_days(day), calendar_to_days(YEARS[i].first));
    }
}

static void solar_hijri_months(void **state) {
    struct civil_day day;
    (void)state;
    assert_true(calendar_from_solar_hijri(1402, 12, 29, &day)); /* the last day of the year */
    assert_int_equal(calendar_to_days(day), calendar_to_days((struct civil_day){2024, 3, 19}));
    assert_true(calendar_from_solar_hijri(1403, 6, 31, &day));
    assert_int_equal(calendar_to_days(day), calendar_to_days((struct civil_day){2024, 9, 21}));
    assert_true(calendar_from_solar_hijri(1403, 7, 1, &day));
    assert_int_equal(calendar_to_days(day), calendar_to_days((struct civil_day){2024, 9, 22}));
    assert_true(calendar_from_solar_hijri(1403, 12, 30, &day)); /* a leap year */
    assert_false(calendar_from_solar_hijri(1402, 12, 30, &day));
    assert_false(calendar_from_solar_hijri(1403, 7, 31, &day));
    assert_false(calendar_from_solar_hijri(1403, 6, 32, &day));
    assert_false(calendar_from_solar_hijri(1403, 13, 1, &day));
    assert_false(calendar_from_solar_hijri(1403, 1, 0, &day));
    assert_false(calendar_from_solar_hijri(1299, 1, 1, &day));
    assert_false(calendar_from_solar_hijri(1501, 1, 1, &day));
}

static void years_of_pages(void **state) {
    language_set th = words_languages(STR("th")), fa = words_languages(STR("fa"));
    (void)state;
    assert_int_equal(calendar_common_year(2567, th), 2024);
    assert_int_equal(calendar_common_year(2024, th), 2024);
    assert_int_equal(calendar_common_year(2567, fa), 2567);
    assert_int_equal(calendar_common_year(2567, ANY_LANGUAGE), 2567);
    assert_int_equal(calendar_from_short_year(67, th), 2024);
    assert_int_equal(calendar_from_short_year(43, th), 2000);
    assert_int_equal(calendar_from_short_year(42, th), 0);
    assert_int_equal(calendar_from_short_year(67, fa), 0);
    assert_true(calendar_is_solar_hijri(1403, fa));
    assert_false(calendar_is_solar_hijri(1299, fa));
    assert_false(calendar_is_solar_hijri(1403, th));
    assert_false(calendar_is_solar_hijri(1403, ANY_LANGUAGE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_back), cmocka_unit_test(solar_hijri_years),
        cmocka_unit_test(solar_hijri_months), cmocka_unit_test(years_of_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * The ways to write a day, a time and a zone, as patterns over tokens; see date_patterns.h.
 */
#include "metadata/date/date_patterns.h"

#include "lexicon/words.h"
#include "metadata/date/calendar.h"
#include "metadata/date/version_number.h"

enum {
    MIN_YEAR = 1800, /* older ones are history, not the page's date */
    MAX_YEAR = 2199
};

static int days_in_month(int year, int month) {
    static const int8_t DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && is_leap);
}

/* The months of the solar Hijri calendar are 13 to 24 in the table of words. */
static bool set_solar_hijri(struct date *date, uint64_t year, uint64_t month, uint64_t day) {
    struct civil_day civil;
    if (!calendar_from_solar_hijri(year, month, day, &civil))
        return false;
    date->year = (int16_t)civil.year;
    date->month = (int8_t)civil.month;
    date->day = (int8_t)civil.day;
    return true;
}

bool date_patterns_set_day(struct date *date, uint64_t year, uint64_t month, uint64_t day) {
    if (month > 12)
        return set_solar_hijri(date, year, month - 12, day);
    if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || day < 1 ||
        day > (uint64_t)days_in_month((int)year, (int)month))
        return false;
    date->year = (int16_t)year;
    date->month = (int8_t)month;
    date->day = (int8_t)day;
    return true;
}

/* ---- parts of a date ---- */

bool date_patterns_is_short_number(const struct tokens *t, size_t i) {
    return date_tokens_is_number(t, i) && t->token[i].n_digits <= 2;
}

bool date_patterns_may_be_year(uint64_t year, language_set languages) {
    uint64_t common = calendar_common_year(year, languages);
    return (common >= DATE_MIN_TEXT_YEAR && common <= DATE_MAX_TEXT_YEAR) ||
           calendar_is_solar_hijri(year, languages);
}

bool date_patterns_is_year(const struct tokens *t, size_t i) {
    return date_tokens_is_number(t, i) && t->token[i].n_digits == 4 &&
           date_patterns_may_be_year(t->token[i].number, t->hints.languages);
}

/* Completes a year of two digits, as in "26/04/24" and "26-Apr-24", with POSIX's pivot. */
static uint64_t full_year(const struct token *token) {
    if (token->n_digits != 2)
        return token->number;
    return token->number + (token->number < 69 ? 2000 : 1900);
}

/* Whether token i names a month only on pages in its language, and is another word on those in
 * others: "Mac 10" is March in Malay, and a computer elsewhere. */
static bool is_other_word(const struct tokens *t, size_t i, const struct words_entry *month) {
    static const char *const WORDS[] = {"mac"};
    if (month->languages & t->hints.languages)
        return false;
    for (size_t k = 0; k < N_OF(WORDS); k++)
        if (date_tokens_is_letters(t, i, WORDS[k]))
            return true;
    return false;
}

/* The month that token i names, or 0. */
static unsigned month_at(const struct tokens *t, size_t i) {
    const struct words_entry *entry = date_tokens_word(t, i, WORDS_MONTH);
    return entry && !is_other_word(t, i, entry) ? (unsigned)entry->value : 0;
}

/* Skips what may come between two parts of a date: commas, periods, slashes, "de", "of",
 * apostrophes and what counts as one. */
static size_t skip_between(const struct tokens *t, size_t i) {
    for (int n = 0; n < 3 && i < t->n; n++) { /* "1er de", "26. of", "26th, " */
        char c = t->token[i].punct;
        if (!(c && strchr(",.-/'", c)) && !date_tokens_word(t, i, WORDS_FILLER))
            break;
        i++;
    }
    return i;
}

/* ---- times ---- */

/* "(日)" and "(月)", where the words for day and month are Sunday and Monday. */
static bool is_weekday_in_parentheses(const struct tokens *t, size_t i) {
    return i && t->token[i - 1].punct == '(' && i + 1 < t->n && t->token[i + 1].punct == ')' &&
           (date_tokens_word(t, i, WORDS_DAY_MARK) || date_tokens_word(t, i, WORDS_MONTH_MARK));
}

size_t date_patterns_skip_before_time(const struct tokens *t, size_t i) {
    for (int n = 0; n < 5 && i < t->n; n++) { /* ", um ", "- at", "(Fri) | " */
        char c = t->token[i].punct;
        if (!c && !date_tokens_word(t, i, WORDS_FILLER) && !date_tokens_word(t, i, WORDS_WEEKDAY) &&
            !date_tokens_is_letter(t, i, 't') && !is_weekday_in_parentheses(t, i))
            break;
        if (c == '+')
            break;
        i++;
    }
    return i;
}

/* Reads "a.m." or similar at token i, and adjusts the hour. */
static size_t take_half(const struct tokens *t, size_t i, struct date *date) {
    if (date->hour > 12)
        return date_tokens_word(t, i, WORDS_AM) || date_tokens_word(t, i, WORDS_PM) ? i + 1 : i;
    if (date_tokens_word(t, i, WORDS_PM)) {
        date->hour = (int8_t)(date->hour % 12 + 12);
        return i + 1;
    }
    if (date_tokens_word(t, i, WORDS_AM)) {
        date->hour = (int8_t)(date->hour % 12);
        return i + 1;
    }
    return i;
}

static bool set_offset(struct date *date, int sign, int hours, int minutes) {
    int offset = sign * (hours * 60 + minutes);
    if (offset < -14 * 60 || offset > 14 * 60 || minutes > 59)
        return false;
    date->offset = (int16_t)offset;
    date->has_offset = true;
    return true;
}

/* "+02:00", "-0500" or "+02" at token i. */
static size_t take_signed_offset(const struct tokens *t, size_t i, struct date *date) {
    if (i + 1 >= t->n || !t->token[i].punct || !strchr("+-", t->token[i].punct) ||
        !date_tokens_is_number(t, i + 1) || t->token[i + 1].is_spaced)
        return i;
    int sign = t->token[i].punct == '-' ? -1 : 1;
    const struct token *number = &t->token[i + 1];
    int hours = (int)number->number;
    if (number->n_digits == 4)
        return set_offset(date, sign, hours / 100, hours % 100) ? i + 2 : i;
    if (number->n_digits > 2)
        return i;
    if (i + 3 < t->n && t->token[i + 2].punct == ':' && date_patterns_is_short_number(t, i + 3))
        return set_offset(date, sign, hours, (int)t->token[i + 3].number) ? i + 4 : i;
    return !t->token[i].is_spaced && set_offset(date, sign, hours, 0) ? i + 2 : i;
}

size_t date_patterns_take_zone(const struct tokens *t, size_t i, struct date *date) {
    size_t end = take_signed_offset(t, i, date);
    if (end != i)
        return end;
    bool is_bracketed = i < t->n && t->token[i].punct == '(';
    size_t word = is_bracketed ? i + 1 : i;
    const struct words_entry *zone = date_tokens_word(t, word, WORDS_ZONE);
    if (!zone)
        return i;
    end = word + 1;
    if (zone->value != WORDS_ZONE_UNSURE) {
        date->offset = zone->value;
        date->has_offset = true;
        if (zone->value == 0)
            end = take_signed_offset(t, end, date); /* "UTC+2" */
    }
    return end + (is_bracketed && end < t->n && t->token[end].punct == ')');
}

/* Whether token i is the hour of "3.15" and not a later part of a number such as "2.3.15". */
static bool is_after_part(const struct tokens *t, size_t i) {
    return i > 1 && !t->token[i].is_spaced && t->token[i - 1].punct == '.' &&
           date_tokens_is_number(t, i - 2);
}

/* Whether the period at token i separates hours from minutes ("klo 15.13") rather than days from
 * months, or the parts of a version. */
static bool is_time_point(const struct tokens *t, size_t i) {
    return t->token[i].punct == '.' && !is_after_part(t, i - 1) && !t->token[i].is_spaced &&
           date_patterns_is_short_number(t, i + 1) && !t->token[i + 1].is_spaced &&
           !(i + 3 < t->n && t->token[i + 2].punct == '.' && date_tokens_is_number(t, i + 3) &&
             !t->token[i + 3].is_spaced);
}

/* Reads minutes and seconds after the hour; returns i if there are none. */
static size_t take_minutes(const struct tokens *t, size_t i, struct date *date) {
    bool has_mark = date_tokens_word(t, i, WORDS_HOUR_MARK) != NULL;
    if (i + 1 >= t->n || (t->token[i].punct != ':' && !has_mark && !is_time_point(t, i)))
        return i;
    if (!date_patterns_is_short_number(t, i + 1) || t->token[i + 1].number > 59 ||
        (t->token[i + 1].n_digits != 2 && !date_tokens_word(t, i + 2, WORDS_MINUTE_MARK)))
        return i;
    date->minute = (int8_t)t->token[i + 1].number;
    char colon = t->token[i].punct;
    i += 2;
    if (date_tokens_word(t, i, WORDS_MINUTE_MARK))
        i++;
    if (colon == ':' && i + 1 < t->n && t->token[i].punct == ':' &&
        date_patterns_is_short_number(t, i + 1) && t->token[i + 1].number < 60) {
        date->second = (int8_t)t->token[i + 1].number;
        i += 2;
        if (i + 1 < t->n && t->token[i].punct == '.' && date_tokens_is_number(t, i + 1) &&
            !t->token[i + 1].is_spaced)
            i += 2; /* fractions of a second */
    }
    return i;
}

/* Reads a time of day that begins at token i; returns its end, or i if there is none. */
size_t date_patterns_take_time(const struct tokens *t, size_t i, struct date *date) {
    struct date found = *date;
    bool is_half_first = date_tokens_word(t, i, WORDS_AM) || date_tokens_word(t, i, WORDS_PM);
    size_t at = is_half_first ? i + 1 : i;
    if (!date_patterns_is_short_number(t, at) || t->token[at].number > 23)
        return i;
    found.hour = (int8_t)t->token[at].number;
    found.minute = 0;
    size_t end = take_minutes(t, at + 1, &found);
    bool is_time = end != at + 1;
    if (date_tokens_word(t, end, WORDS_HOUR_MARK)) {
        is_time = true;
        end++;
    }
    size_t half = take_half(t, end, &found);
    if (half != end)
        is_time = true;
    else if (is_half_first)
        take_half(t, i, &found);
    if (!is_time)
        return i;
    *date = found;
    return date_patterns_take_zone(t, half, date);
}

/* ---- days ---- */

/* Sets day and month from two numbers in the page's order, or in the only order that is
 * possible. */
static bool set_numeric(struct date *date, uint64_t first, uint64_t second, uint64_t year,
                        bool month_first) {
    struct date other = *date;
    bool fits = date_patterns_set_day(date, year, month_first ? first : second,
                                      month_first ? second : first);
    bool swaps = date_patterns_set_day(&other, year, month_first ? second : first,
                                       month_first ? first : second);
    if (!fits && swaps)
        *date = other;
    date->is_swappable = fits && swaps && first != second;
    return fits || swaps;
}

static bool is_joined_by(const struct tokens *t, size_t i, char punct) {
    return i + 1 < t->n && t->token[i].punct == punct && date_tokens_is_number(t, i + 1) &&
           !t->token[i + 1].is_spaced;
}

/* "28.09.1912:44" is 28.09.19 and 12:44 without the white space between them. */
static bool is_run_together(const struct tokens *t, size_t year) {
    uint64_t number = t->token[year].number;
    return t->token[year].n_digits == 4 && number % 100 < 24 && number / 100 < 69 &&
           is_joined_by(t, year + 1, ':') && t->token[year + 2].n_digits == 2;
}

static size_t take_run_together(const struct tokens *t, size_t i, struct date *date) {
    uint64_t number = t->token[i + 4].number, minute = t->token[i + 6].number;
    if (minute > 59 || !set_numeric(date, t->token[i].number, t->token[i + 2].number,
                                    2000 + number / 100, t->hints.month_first))
        return i;
    date->hour = (int8_t)(number % 100);
    date->minute = (int8_t)minute;
    return i + 7;
}

static bool has_leading_zero(const struct token *token) {
    return token->n_digits == 2 && token->number < 10;
}

/* "8.2.11. The harbour": the number of a section, not the 8th of February 2011. */
static bool is_section_number(const struct tokens *t, size_t first) {
    const struct token *after = &t->token[first + 5];
    return first + 6 < t->n && after->punct == '.' && !after->is_spaced && !after[1].n_digits &&
           !after[1].punct && t->token[first + 4].n_digits == 2 &&
           !has_leading_zero(&t->token[first]) && !has_leading_zero(&t->token[first + 2]) &&
           !has_leading_zero(&t->token[first + 4]);
}

/* "2024-04-26", "26.04.2024", "4/26/24", "2024. 4. 26." */
static size_t take_numbers(const struct tokens *t, size_t i, struct date *date) {
    if (i + 4 >= t->n || !date_tokens_is_number(t, i) || !date_patterns_is_short_number(t, i + 2) ||
        !date_tokens_is_number(t, i + 4))
        return i;
    const struct token *a = &t->token[i], *b = &t->token[i + 2], *c = &t->token[i + 4];
    char between = t->token[i + 1].punct;
    if (!between || !strchr("-./", between) || t->token[i + 3].punct != between ||
        is_joined_by(t, i + 5, between) ||
        (i > 1 && t->token[i - 1].punct == between && date_tokens_is_number(t, i - 2) &&
         !a->is_spaced))
        return i;
    if (between != '.' && (b->is_spaced || c->is_spaced))
        return i; /* "5 - 6 - 2024" counts something else */
    bool may_be_version = between == '.' && !t->is_value && (a->n_digits == 4 || c->n_digits == 2);
    if (may_be_version && version_number_is(t, i))
        return i;
    if (a->n_digits == 4 && c->n_digits <= 2 &&
        calendar_is_solar_hijri(a->number, t->hints.languages))
        return set_solar_hijri(date, a->number, b->number, c->number) ? i + 5 : i;
    if (a->n_digits == 4 && c->n_digits <= 2)
        return date_patterns_set_day(date, a->number, b->number, c->number) ? i + 5 : i;
    if (a->n_digits <= 2 && is_run_together(t, i + 4))
        return take_run_together(t, i, date);
    if (between == '.' && is_section_number(t, i))
        return i;
    if (a->n_digits > 2 || (c->n_digits != 4 && (c->n_digits != 2 || c->is_spaced)))
        return i;
    bool month_first = between != '.' && t->hints.month_first;
    if (!set_numeric(date, a->number, b->number, full_year(c), month_first))
        return i;
    date->is_swappable = date->is_swappable && between != '.';
    return i + 5;
}

/* "2024年4月26日", "2024년 4월 26일", "令和6年4月26日" */
static size_t take_marked(const struct tokens *t, size_t i, struct date *date) {
    size_t at = date_tokens_is_number(t, i) ? i : i + 1;
    if (!date_tokens_is_number(t, at) || !date_patterns_is_short_number(t, at + 2) ||
        !date_patterns_is_short_number(t, at + 4))
        return i;
    const struct words_entry *era = at > i ? date_tokens_word(t, i, WORDS_ERA) : NULL;
    if ((at > i && !era) || !date_tokens_word(t, at + 1, WORDS_YEAR_MARK) ||
        !date_tokens_word(t, at + 3, WORDS_MONTH_MARK) ||
        !date_tokens_word(t, at + 5, WORDS_DAY_MARK))
        return i;
    uint64_t year = t->token[at].number + (era ? (uint64_t)era->value : 0);
    return date_patterns_set_day(date, year, t->token[at + 2].number, t->token[at + 4].number)
               ? at + 6
               : i;
}

/* "ngày 26 tháng 4 năm 2024", "26 tháng 4, 2024" */
static size_t take_marked_before(const struct tokens *t, size_t i, struct date *date) {
    if (!date_patterns_is_short_number(t, i) || !date_patterns_is_short_number(t, i + 2) ||
        !date_tokens_word(t, i + 1, WORDS_MONTH_MARK))
        return i;
    size_t year = skip_between(t, i + 3);
    if (date_tokens_word(t, year, WORDS_YEAR_MARK))
        year++;
    if (!date_patterns_is_year(t, year) ||
        !date_patterns_set_day(date, t->token[year].number, t->token[i + 2].number,
                               t->token[i].number))
        return i;
    return year + 1;
}

/* The last of the tokens that name the month at token i, for readers of two calendars: "نيسان /
 * أبريل". */
static size_t skip_month(const struct tokens *t, size_t i) {
    bool is_twice =
        i + 2 < t->n && t->token[i + 1].punct == '/' && month_at(t, i + 2) == month_at(t, i);
    return is_twice ? i + 2 : i;
}

/* "26 April 2024", "26-Apr-24", "26. huhtikuuta 2024" */
static size_t take_day_month(const struct tokens *t, size_t i, struct date *date) {
    if (!date_patterns_is_short_number(t, i))
        return i;
    size_t month = skip_between(t, i + 1);
    if (!month_at(t, month))
        return i;
    month = skip_month(t, month);
    size_t year = skip_between(t, month + 1);
    bool is_short = t->n > year && t->token[month + 1].punct == '-' && year == month + 2 &&
                    date_patterns_is_short_number(t, year) && t->token[year].n_digits == 2;
    uint64_t thai = year == month + 1 && date_patterns_is_short_number(t, year)
                        ? calendar_from_short_year(t->token[year].number, t->hints.languages)
                        : 0;
    if (!date_patterns_is_year(t, year) && !is_short && !thai)
        return i;
    return date_patterns_set_day(date, thai ? thai : full_year(&t->token[year]), month_at(t, month),
                                 t->token[i].number)
               ? year + 1
               : i;
}

/* "April 26, 2024", "Apr 28 19:20:36 CEST 2023" */
static size_t take_month_day(const struct tokens *t, size_t i, struct date *date) {
    if (!month_at(t, i))
        return i;
    size_t day = skip_between(t, i + 1);
    if (!date_patterns_is_short_number(t, day))
        return i;
    size_t year = skip_between(t, day + 1);
    struct date found = *date;
    if (!date_patterns_is_year(t, year))
        year = skip_between(
            t, date_patterns_take_time(t, date_patterns_skip_before_time(t, day + 1), &found));
    if (!date_patterns_is_year(t, year) ||
        !date_patterns_set_day(&found, t->token[year].number, month_at(t, i), t->token[day].number))
        return i;
    *date = found;
    return year + 1;
}

/* "2024 April 26", "2024 m. balandžio 26" */
static size_t take_year_month(const struct tokens *t, size_t i, struct date *date) {
    if (!date_patterns_is_year(t, i))
        return i;
    size_t month = skip_between(t, i + 1);
    if (!month_at(t, month))
        return i;
    size_t day = skip_between(t, month + 1);
    if (!date_patterns_is_short_number(t, day))
        return i;
    return date_patterns_set_day(date, t->token[i].number, month_at(t, month), t->token[day].number)
               ? day + 1
               : i;
}

/* "2024. gada 26. aprīlī" */
static size_t take_year_day(const struct tokens *t, size_t i, struct date *date) {
    if (!date_patterns_is_year(t, i))
        return i;
    size_t day = skip_between(t, i + 1);
    if (day == i + 1 || !date_patterns_is_short_number(t, day))
        return i;
    size_t month = skip_between(t, day + 1);
    bool is_day =
        month_at(t, month) && date_tokens_word(t, day - 1, WORDS_FILLER) &&
        date_patterns_set_day(date, t->token[i].number, month_at(t, month), t->token[day].number);
    return is_day ? month + 1 : i;
}

size_t date_patterns_take_month(const struct tokens *t, size_t i, struct date *date) {
    if (!month_at(t, i))
        return i;
    size_t year = skip_between(t, i + 1);
    if (!date_patterns_is_year(t, year) || (i && date_patterns_is_short_number(t, i - 1)))
        return i;
    if (month_at(t, i) > 12)
        return i;
    date->year = (int16_t)t->token[year].number;
    date->month = (int8_t)month_at(t, i);
    return year + 1;
}

size_t date_patterns_take_day(const struct tokens *t, size_t i, struct date *date) {
    static size_t (*const FROM_NUMBER[])(const struct tokens *, size_t, struct date *) = {
        take_numbers,   take_marked,     take_marked_before,
        take_day_month, take_year_month, take_year_day};
    if (t->token[i].punct)
        return i;
    if (!date_tokens_is_number(t, i)) {
        size_t end = take_marked(t, i, date);
        return end != i ? end : take_month_day(t, i, date);
    }
    for (size_t way = 0; way < N_OF(FROM_NUMBER); way++) {
        size_t end = FROM_NUMBER[way](t, i, date);
        if (end != i)
            return end;
    }
    return i;
}

/*
 * Finds dates among the words and numbers of a line; see date.h.
 *
 * A text becomes a short row of tokens; the ways to write a date are patterns over it.
 */
#include "metadata/date.h"

#include <stdio.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "lexicon/words.h"
#include "metadata/date_tokens.h"

enum {
    MIN_YEAR = 1800, /* older ones are history, not a page's date */
    MAX_YEAR = 2199,
    MIN_TEXT_YEAR = 1900, /* in running text "1850" is rather a number */
    MAX_TEXT_YEAR = 2099,
    MIN_EPOCH = 600000000, /* 1989: the web is not older */
    MINUTES_A_DAY = 24 * 60
};

static const struct date NO_DATE = {.hour = -1, .minute = -1, .second = -1};

static int days_in_month(int year, int month) {
    static const int8_t DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && is_leap);
}

static bool set_day(struct date *date, uint64_t year, uint64_t month, uint64_t day) {
    if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1 ||
        day > (uint64_t)days_in_month((int)year, (int)month))
        return false;
    date->year = (int16_t)year;
    date->month = (int8_t)month;
    date->day = (int8_t)day;
    return true;
}

/* ---- the parts of a date ---- */

static bool is_short_number(const struct tokens *t, size_t i) {
    return tokens_is_number(t, i) && t->token[i].n_digits <= 2;
}

static bool is_year(const struct tokens *t, size_t i) {
    return tokens_is_number(t, i) && t->token[i].n_digits == 4 &&
           t->token[i].number >= MIN_TEXT_YEAR && t->token[i].number <= MAX_TEXT_YEAR;
}

/* A year of two digits, as "26/04/24" and "26-Apr-24" have it: POSIX's pivot. */
static uint64_t full_year(const struct token *token) {
    if (token->n_digits != 2)
        return token->number;
    return token->number + (token->number < 69 ? 2000 : 1900);
}

/* The month that token i names, or 0. */
static unsigned month_at(const struct tokens *t, size_t i) {
    const struct words_entry *entry = tokens_word(t, i, WORDS_MONTH);
    return entry ? (unsigned)entry->value : 0;
}

/* Past what may stand between two parts of a date: commas, points, strokes, "de", "of". */
static size_t skip_between(const struct tokens *t, size_t i) {
    for (int n = 0; n < 3 && i < t->n; n++) { /* "1er de", "26. of", "26th, " */
        char c = t->token[i].punct;
        if (!(c && strchr(",.-/'", c)) && !tokens_word(t, i, WORDS_FILLER))
            break;
        i++;
    }
    return i;
}

/* ---- times ---- */

static size_t skip_before_time(const struct tokens *t, size_t i) {
    for (int n = 0; n < 5 && i < t->n; n++) { /* ", um ", "- at", "(Fri) | " */
        char c = t->token[i].punct;
        if (!c && !tokens_word(t, i, WORDS_FILLER) && !tokens_word(t, i, WORDS_WEEKDAY) &&
            !tokens_is_letter(t, i, 't'))
            break;
        if (c == '+')
            break;
        i++;
    }
    return i;
}

/* A half of the day at token i moves the hour and is passed over. */
static size_t take_half(const struct tokens *t, size_t i, struct date *date) {
    if (date->hour > 12)
        return tokens_word(t, i, WORDS_AM) || tokens_word(t, i, WORDS_PM) ? i + 1 : i;
    if (tokens_word(t, i, WORDS_PM)) {
        date->hour = (int8_t)(date->hour % 12 + 12);
        return i + 1;
    }
    if (tokens_word(t, i, WORDS_AM)) {
        date->hour = (int8_t)(date->hour % 12);
        return i + 1;
    }
    return i;
}

static bool set_offset(struct date *date, int minutes) {
    if (minutes < -14 * 60 || minutes > 14 * 60)
        return false;
    date->offset = (int16_t)minutes;
    date->has_offset = true;
    return true;
}

/* "+02:00", "-0500" or "+02" at token i. */
static size_t take_signed_offset(const struct tokens *t, size_t i, struct date *date) {
    if (i + 1 >= t->n || !t->token[i].punct || !strchr("+-", t->token[i].punct) ||
        !tokens_is_number(t, i + 1) || t->token[i + 1].is_spaced)
        return i;
    int sign = t->token[i].punct == '-' ? -1 : 1;
    const struct token *number = &t->token[i + 1];
    if (number->n_digits == 4 &&
        set_offset(date, sign * (int)(number->number / 100 * 60 + number->number % 100)))
        return i + 2;
    if (number->n_digits > 2)
        return i;
    if (i + 3 < t->n && t->token[i + 2].punct == ':' && is_short_number(t, i + 3) &&
        set_offset(date, sign * (int)(number->number * 60 + t->token[i + 3].number)))
        return i + 4;
    if (!t->token[i].is_spaced && set_offset(date, sign * (int)number->number * 60))
        return i + 2;
    return i;
}

static size_t take_zone(const struct tokens *t, size_t i, struct date *date) {
    size_t end = take_signed_offset(t, i, date);
    if (end != i)
        return end;
    size_t word = i < t->n && t->token[i].punct == '(' ? i + 1 : i;
    const struct words_entry *zone = tokens_word(t, word, WORDS_ZONE);
    if (!zone)
        return i;
    if (zone->value != WORDS_ZONE_UNSURE) {
        set_offset(date, zone->value);
        if (zone->value == 0)
            return take_signed_offset(t, word + 1, date); /* "UTC+2" */
    }
    return word + 1;
}

/* Whether the point at token i parts hours from minutes ("klo 15.13") rather than days from
 * months. */
static bool is_time_point(const struct tokens *t, size_t i) {
    return t->token[i].punct == '.' && !t->token[i].is_spaced && is_short_number(t, i + 1) &&
           !t->token[i + 1].is_spaced &&
           !(i + 3 < t->n && t->token[i + 2].punct == '.' && tokens_is_number(t, i + 3) &&
             !t->token[i + 3].is_spaced);
}

/* Minutes and seconds behind the hour; returns i where there are none. */
static size_t take_minutes(const struct tokens *t, size_t i, struct date *date) {
    bool has_mark = tokens_word(t, i, WORDS_HOUR_MARK) != NULL;
    if (i + 1 >= t->n || (t->token[i].punct != ':' && !has_mark && !is_time_point(t, i)))
        return i;
    if (!is_short_number(t, i + 1) || t->token[i + 1].number > 59 ||
        (t->token[i + 1].n_digits != 2 && !tokens_word(t, i + 2, WORDS_MINUTE_MARK)))
        return i;
    date->minute = (int8_t)t->token[i + 1].number;
    char colon = t->token[i].punct;
    i += 2;
    if (tokens_word(t, i, WORDS_MINUTE_MARK))
        i++;
    if (colon == ':' && i + 1 < t->n && t->token[i].punct == ':' && is_short_number(t, i + 1) &&
        t->token[i + 1].number < 60) {
        date->second = (int8_t)t->token[i + 1].number;
        i += 2;
        if (i + 1 < t->n && t->token[i].punct == '.' && tokens_is_number(t, i + 1) &&
            !t->token[i + 1].is_spaced)
            i += 2; /* parts of a second */
    }
    return i;
}

/* A time of day that begins at token i: its end, or i where there is none. */
static size_t take_time(const struct tokens *t, size_t i, struct date *date) {
    struct date found = *date;
    bool is_half_first = tokens_word(t, i, WORDS_AM) || tokens_word(t, i, WORDS_PM);
    size_t at = is_half_first ? i + 1 : i;
    if (!is_short_number(t, at) || t->token[at].number > 23)
        return i;
    found.hour = (int8_t)t->token[at].number;
    found.minute = 0;
    size_t end = take_minutes(t, at + 1, &found);
    bool is_time = end != at + 1;
    if (tokens_word(t, end, WORDS_HOUR_MARK)) {
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
    return take_zone(t, half, date);
}

/* ---- days ---- */

/* Sets day and month of two numbers in the page's order, or in the only one that is possible. */
static bool set_numeric(struct date *date, uint64_t first, uint64_t second, uint64_t year,
                        bool month_first) {
    struct date other = *date;
    bool fits = set_day(date, year, month_first ? first : second, month_first ? second : first);
    bool swaps = set_day(&other, year, month_first ? second : first, month_first ? first : second);
    if (!fits && swaps)
        *date = other;
    date->is_swappable = fits && swaps && first != second;
    return fits || swaps;
}

static bool is_joined_by(const struct tokens *t, size_t i, char punct) {
    return i + 1 < t->n && t->token[i].punct == punct && tokens_is_number(t, i + 1) &&
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

/* "2024-04-26", "26.04.2024", "4/26/24", "2024. 4. 26." */
static size_t take_numbers(const struct tokens *t, size_t i, struct date *date) {
    if (i + 4 >= t->n || !tokens_is_number(t, i) || !is_short_number(t, i + 2) ||
        !tokens_is_number(t, i + 4))
        return i;
    const struct token *a = &t->token[i], *b = &t->token[i + 2], *c = &t->token[i + 4];
    char between = t->token[i + 1].punct;
    if (!between || !strchr("-./", between) || t->token[i + 3].punct != between ||
        is_joined_by(t, i + 5, between) ||
        (i > 1 && t->token[i - 1].punct == between && tokens_is_number(t, i - 2) && !a->is_spaced))
        return i;
    if (between != '.' && (b->is_spaced || c->is_spaced))
        return i; /* "5 - 6 - 2024" counts something else */
    if (a->n_digits == 4 && c->n_digits <= 2)
        return set_day(date, a->number, b->number, c->number) ? i + 5 : i;
    if (a->n_digits <= 2 && is_run_together(t, i + 4))
        return take_run_together(t, i, date);
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
    const struct words_entry *era = tokens_word(t, i, WORDS_ERA);
    size_t at = era ? i + 1 : i;
    if (!tokens_is_number(t, at) || !tokens_word(t, at + 1, WORDS_YEAR_MARK) ||
        !is_short_number(t, at + 2) || !tokens_word(t, at + 3, WORDS_MONTH_MARK) ||
        !is_short_number(t, at + 4) || !tokens_word(t, at + 5, WORDS_DAY_MARK))
        return i;
    uint64_t year = t->token[at].number + (era ? (uint64_t)era->value : 0);
    return set_day(date, year, t->token[at + 2].number, t->token[at + 4].number) ? at + 6 : i;
}

/* "ngày 26 tháng 4 năm 2024", "26 tháng 4, 2024" */
static size_t take_marked_before(const struct tokens *t, size_t i, struct date *date) {
    if (!is_short_number(t, i) || !tokens_word(t, i + 1, WORDS_MONTH_MARK) ||
        !is_short_number(t, i + 2))
        return i;
    size_t year = skip_between(t, i + 3);
    if (tokens_word(t, year, WORDS_YEAR_MARK))
        year++;
    if (!is_year(t, year) ||
        !set_day(date, t->token[year].number, t->token[i + 2].number, t->token[i].number))
        return i;
    return year + 1;
}

/* "26 April 2024", "26-Apr-24", "26. huhtikuuta 2024" */
static size_t take_day_month(const struct tokens *t, size_t i, struct date *date) {
    if (!is_short_number(t, i))
        return i;
    size_t month = skip_between(t, i + 1);
    if (!month_at(t, month))
        return i;
    size_t year = skip_between(t, month + 1);
    bool is_short = t->n > year && t->token[month + 1].punct == '-' && year == month + 2 &&
                    is_short_number(t, year) && t->token[year].n_digits == 2;
    if (!is_year(t, year) && !is_short)
        return i;
    return set_day(date, full_year(&t->token[year]), month_at(t, month), t->token[i].number)
               ? year + 1
               : i;
}

/* "April 26, 2024", "Apr 28 19:20:36 CEST 2023" */
static size_t take_month_day(const struct tokens *t, size_t i, struct date *date) {
    if (!month_at(t, i))
        return i;
    size_t day = skip_between(t, i + 1);
    if (!is_short_number(t, day))
        return i;
    size_t year = skip_between(t, day + 1);
    struct date found = *date;
    if (!is_year(t, year))
        year = skip_between(t, take_time(t, skip_before_time(t, day + 1), &found));
    if (!is_year(t, year) ||
        !set_day(&found, t->token[year].number, month_at(t, i), t->token[day].number))
        return i;
    *date = found;
    return year + 1;
}

/* "2024 April 26", "2024 m. balandžio 26" */
static size_t take_year_month(const struct tokens *t, size_t i, struct date *date) {
    if (!is_year(t, i))
        return i;
    size_t month = skip_between(t, i + 1), day = skip_between(t, month + 1);
    if (!month_at(t, month) || !is_short_number(t, day))
        return i;
    return set_day(date, t->token[i].number, month_at(t, month), t->token[day].number) ? day + 1
                                                                                       : i;
}

static size_t take_month_only(const struct tokens *t, size_t i, struct date *date) {
    size_t year = skip_between(t, i + 1);
    if (!month_at(t, i) || !is_year(t, year) || (i && is_short_number(t, i - 1)))
        return i;
    date->year = (int16_t)t->token[year].number;
    date->month = (int8_t)month_at(t, i);
    return year + 1;
}

static size_t take_day(const struct tokens *t, size_t i, struct date *date) {
    static size_t (*const WAYS[])(const struct tokens *, size_t, struct date *) = {
        take_numbers,   take_marked,    take_marked_before,
        take_day_month, take_month_day, take_year_month};
    for (size_t way = 0; way < N_OF(WAYS); way++) {
        size_t end = WAYS[way](t, i, date);
        if (end != i)
            return end;
    }
    return i;
}

/* ---- the whole of it ---- */

static bool is_before_day(const struct tokens *t, size_t i) {
    char c = t->token[i].punct;
    return (c && strchr(",.-|/(", c)) || tokens_word(t, i, WORDS_WEEKDAY) ||
           tokens_word(t, i, WORDS_FILLER) || tokens_word(t, i, WORDS_DAY_MARK);
}

/* Where a time ends that stands before the day at token `day`: "15:13, Friday 26 April 2024".
 * Returns the time's first token, or `day`. */
static size_t take_time_before(const struct tokens *t, size_t day, struct date *date) {
    size_t low = day > 10 ? day - 10 : 0; /* "3 : 13 : 00 p.m. EST, Friday ," */
    for (size_t first = low; first + 1 < day; first++) {
        struct date found = *date;
        size_t end = take_time(t, first, &found);
        if (end == first || end > day)
            continue;
        while (end < day && is_before_day(t, end))
            end++;
        if (end == day) {
            *date = found;
            return first;
        }
    }
    return day;
}

static size_t skip_weekday_before(const struct tokens *t, size_t day) {
    for (size_t i = day; i > 0 && day - i < 3; i--) /* "Friday, the 26" */
        if (tokens_word(t, i - 1, WORDS_WEEKDAY))
            return i - 1;
    return day;
}

static void take_rest(const struct tokens *t, size_t first, size_t end, struct date *date,
                      struct date_span *span) {
    size_t last = end;
    if (date->hour < 0) {
        size_t at = skip_before_time(t, end);
        size_t time = take_time(t, at, date);
        if (time != at)
            last = time;
        else
            first = take_time_before(t, first, date);
    } else {
        last = take_zone(t, end, date);
    }
    first = skip_weekday_before(t, first);
    span->first = t->token[first].first;
    span->end = t->token[last - 1].end;
}

bool date_is_possible(struct str text) {
    size_t n_digits = 0, n_marks = 0;
    bool has_digit = false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        bool is_digit = ascii_is_digit(text.at[i]);
        n_digits = is_digit ? n_digits + 1 : 0;
        has_digit |= is_digit;
        n_marks += c == '-' || c == '.' || c == '/' || c == 0xE2; /* or a dash that is longer */
        if (c == 0xD9 || c == 0xDB || c == 0xE0 || c >= 0xE3)
            return true; /* scripts that have digits of their own, or marks of year and day */
        if (n_digits == 4 || (has_digit && n_marks >= 2))
            return true;
    }
    return false;
}

bool date_find(struct arena *arena, struct str text, struct date_hints hints, struct date *out,
               struct date_span *span) {
    struct tokens tokens;
    struct date_span ignored;
    *out = NO_DATE;
    if (!date_is_possible(text))
        return false;
    tokens_read(&tokens, arena, text, hints);
    for (size_t i = 0; i < tokens.n; i++) {
        size_t end = take_day(&tokens, i, out);
        if (end != i) {
            take_rest(&tokens, i, end, out, span ? span : &ignored);
            return true;
        }
    }
    for (size_t i = 0; i < tokens.n; i++) {
        size_t end = take_month_only(&tokens, i, out);
        if (end != i) {
            if (span)
                *span = (struct date_span){tokens.token[i].first, tokens.token[end - 1].end};
            return true;
        }
    }
    return false;
}

/* ---- machines' forms ---- */

static bool from_days(int64_t days, struct date *date) {
    /* Howard Hinnant, "chrono-compatible low-level date algorithms": civil_from_days */
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * of_year + 2) / 153;
    int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    int64_t year = year_of_era + era * 400 + (month <= 2);
    int64_t day = of_year - (153 * shifted + 2) / 5 + 1;
    return year > 0 && set_day(date, (uint64_t)year, (uint64_t)month, (uint64_t)day);
}

int32_t date_days(const struct date *date) {
    /* as above: days_from_civil */
    int month = date->month ? date->month : 1, day = date->day ? date->day : 1;
    int year = date->year - (month <= 2);
    int era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static bool from_epoch(uint64_t seconds, struct date *date) {
    uint64_t of_day = seconds % 86400;
    date->hour = (int8_t)(of_day / 3600);
    date->minute = (int8_t)(of_day / 60 % 60);
    date->second = (int8_t)(of_day % 60);
    date->has_offset = true;
    return seconds >= MIN_EPOCH && from_days((int64_t)(seconds / 86400), date);
}

/* "20240426", "20240426151300", seconds or milliseconds since 1970 */
static bool read_digits(uint64_t number, size_t n_digits, struct date *date) {
    if (n_digits == 13 || n_digits == 10)
        return from_epoch(n_digits == 13 ? number / 1000 : number, date);
    uint64_t day = n_digits == 14 ? number / 1000000 : number, time = number % 1000000;
    if ((n_digits != 8 && n_digits != 14) ||
        !set_day(date, day / 10000, day / 100 % 100, day % 100))
        return false;
    if (n_digits == 14 && time < 240000 && time / 100 % 100 < 60 && time % 100 < 60) {
        date->hour = (int8_t)(time / 10000);
        date->minute = (int8_t)(time / 100 % 100);
        date->second = (int8_t)(time % 100);
    }
    return true;
}

static bool read_year(const struct tokens *t, struct date *date) {
    bool has_month = t->n == 3 && t->token[1].punct == '-' && is_short_number(t, 2);
    if ((t->n != 1 && !has_month) || !is_year(t, 0))
        return false;
    date->year = (int16_t)t->token[0].number;
    if (has_month && t->token[2].number >= 1 && t->token[2].number <= 12)
        date->month = (int8_t)t->token[2].number;
    return true;
}

bool date_read(struct arena *arena, struct str value, struct date_hints hints, struct date *out) {
    struct tokens tokens;
    tokens_read(&tokens, arena, value, hints);
    *out = NO_DATE;
    if (tokens.n == 0)
        return false;
    const struct token *first = &tokens.token[0];
    if (tokens_is_number(&tokens, 0) && first->n_digits >= 8) {
        if (tokens.n == 1 || (first->n_digits == 8 && tokens_is_letter(&tokens, 1, 't')))
            return read_digits(first->number, first->n_digits, out);
    }
    return read_year(&tokens, out) || date_find(arena, value, hints, out, NULL);
}

/* ---- relative dates ---- */

static struct date days_before(const struct date *base, int64_t days) {
    struct date date = NO_DATE;
    if (!from_days(date_days(base) - days, &date))
        date = *base;
    return date;
}

static struct date minutes_before(const struct date *base, int64_t minutes) {
    if (base->hour < 0) /* the day is known where the time is short against it */
        return days_before(base, minutes / MINUTES_A_DAY);
    int64_t at = (int64_t)date_days(base) * MINUTES_A_DAY + base->hour * 60 + base->minute;
    at -= minutes;
    struct date date = *base;
    date.second = -1;
    from_days(at / MINUTES_A_DAY, &date);
    date.hour = (int8_t)(at % MINUTES_A_DAY / 60);
    date.minute = (int8_t)(at % 60);
    return date;
}

static bool resolve(uint64_t number, int unit, const struct date *base, struct date *out) {
    static const int32_t MINUTES[] = {0, 0, 1, 60};
    static const int16_t DAYS[] = {1, 7, 30, 365};
    if (number > 9999)
        return false;
    if (unit <= 3)
        *out = minutes_before(base, (int64_t)number * MINUTES[unit]);
    else
        *out = days_before(base, (int64_t)number * DAYS[unit - 4]);
    if (unit >= 6) { /* a month or a year is not known to the day */
        out->day = 0;
        out->month = unit == 7 ? 0 : out->month;
    }
    return true;
}

/* Whether a phrase of that kind begins at token i. */
static bool is_phrase(const struct tokens *t, size_t i, struct arena *arena, enum words_kind kind) {
    struct str rest = str_between(t->text, t->token[i].first, t->text.len);
    return words_prefix(arena, rest, kind, t->hints.languages) != 0;
}

bool date_find_relative(struct arena *arena, struct str text, struct date_hints hints,
                        const struct date *base, struct date *out) {
    struct tokens t;
    tokens_read(&t, arena, text, hints);
    bool has_ago = false;
    for (size_t i = 0; i < t.n && !has_ago; i++)
        has_ago = is_phrase(&t, i, arena, WORDS_AGO);
    for (size_t i = 0; i < t.n; i++) {
        const struct words_entry *unit = tokens_word(&t, i + 1, WORDS_UNIT);
        if (has_ago && is_short_number(&t, i) && unit)
            return resolve(t.token[i].number, unit->value, base, out);
        bool is_yesterday = is_phrase(&t, i, arena, WORDS_YESTERDAY);
        if (is_yesterday || is_phrase(&t, i, arena, WORDS_TODAY)) {
            *out = days_before(base, is_yesterday);
            return true;
        }
    }
    return false;
}

/* ---- output ---- */

struct str date_format(struct arena *arena, const struct date *date) {
    char text[64];
    int len = snprintf(text, sizeof text, "%04d", date->year);
    if (date->month)
        len += snprintf(text + len, sizeof text - (size_t)len, "-%02d", date->month);
    if (date->day)
        len += snprintf(text + len, sizeof text - (size_t)len, "-%02d", date->day);
    if (date->day && date->hour >= 0) {
        len +=
            snprintf(text + len, sizeof text - (size_t)len, "T%02d:%02d", date->hour, date->minute);
        if (date->second >= 0)
            len += snprintf(text + len, sizeof text - (size_t)len, ":%02d", date->second);
        int offset = date->offset < 0 ? -date->offset : date->offset;
        if (date->has_offset && offset == 0)
            len += snprintf(text + len, sizeof text - (size_t)len, "Z");
        else if (date->has_offset)
            len += snprintf(text + len, sizeof text - (size_t)len, "%c%02d:%02d",
                            date->offset < 0 ? '-' : '+', offset / 60, offset % 60);
    }
    return arena_copy(arena, (struct str){text, (size_t)len});
}

struct date date_swapped(struct date date) {
    struct date other = date;
    if (date.is_swappable &&
        set_day(&other, (uint64_t)date.year, (uint64_t)date.day, (uint64_t)date.month))
        return other;
    return date;
}

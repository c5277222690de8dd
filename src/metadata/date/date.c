/*
 * Finds dates among the words and numbers of a line; see date.h.
 *
 * A text becomes a short sequence of tokens; the ways to write a date are patterns over them.
 */
#include "metadata/date/date.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/date/calendar.h"
#include "metadata/date/date_patterns.h"

enum {
    MIN_EPOCH = 600000000, /* 1989: the web is no older */
    MINUTES_A_DAY = 24 * 60
};

static const struct date NO_DATE = {.hour = -1, .minute = -1, .second = -1};

/* ---- whole dates ---- */

static bool is_before_day(const struct tokens *t, size_t i) {
    char c = t->token[i].punct;
    return (c && strchr(",.-|/(", c)) || date_tokens_word(t, i, WORDS_WEEKDAY) ||
           date_tokens_word(t, i, WORDS_FILLER) || date_tokens_word(t, i, WORDS_DAY_MARK);
}

/* Reads a time that precedes the day at token `day`: "15:13, Friday 26 April 2024". Returns the
 * index of the time's first token, or `day`. */
static size_t take_time_before(const struct tokens *t, size_t day, struct date *date) {
    size_t low = day > 10 ? day - 10 : 0; /* "3 : 13 : 00 p.m. EST, Friday ," */
    for (size_t first = low; first + 1 < day; first++) {
        struct date found = *date;
        size_t end = date_patterns_take_time(t, first, &found);
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

/* Whether token i is a weekday and not a unit: in "12 min 2024-04-26" "min" could be Sunday. */
static bool is_weekday(const struct tokens *t, size_t i) {
    return date_tokens_word(t, i, WORDS_WEEKDAY) &&
           !(i && date_tokens_is_number(t, i - 1) && date_tokens_word(t, i, WORDS_UNIT));
}

/* The first of the two words that the day of the week at token i may have: "thứ sáu",
 * "sexta-feira". */
static size_t first_of_weekday(const struct tokens *t, size_t i) {
    size_t before = i && t->token[i - 1].punct == '-' && !t->token[i].is_spaced ? i - 1 : i;
    return before && date_tokens_word(t, before - 1, WORDS_WEEKDAY) ? before - 1 : i;
}

/* Whether a weekday is in a language of the page: "to" is Thursday in Finnish. */
static bool is_of_page(const struct tokens *t, size_t i) {
    return (date_tokens_word(t, i, WORDS_WEEKDAY)->languages & t->hints.languages) != 0;
}

static bool is_capitalized(const struct tokens *t, size_t i) {
    size_t at = t->token[i].first;
    return utf8_is_capital(utf8_next(t->text, &at));
}

/* Whether a weekday of another language is a surname: "Jose Marti, 3 May 2024", but not "Updated
 * Thu, 3 May 2024". */
static bool is_surname(const struct tokens *t, size_t i) {
    return i > 0 && !is_of_page(t, i) && is_capitalized(t, i) && is_capitalized(t, i - 1) &&
           !date_tokens_word(t, i - 1, WORDS_PUBLISHED) &&
           !date_tokens_word(t, i - 1, WORDS_UPDATED);
}

static size_t skip_weekday_before(const struct tokens *t, size_t day) {
    bool is_near = true;                              /* nothing else is between */
    for (size_t i = day; i > 0 && day - i < 3; i--) { /* "Friday, the 26" */
        if (is_weekday(t, i - 1) && (is_near || is_of_page(t, i - 1)) && !is_surname(t, i - 1))
            return first_of_weekday(t, i - 1);
        is_near = is_near && is_before_day(t, i - 1);
    }
    return day;
}

/* Skips a weekday that follows the date: ", Friday", "(Fri)", "Friday". An abbreviation needs the
 * comma or the parenthesis: "mar" and "so" are common words. */
static size_t skip_weekday_after(const struct tokens *t, size_t end) {
    enum { MIN_BYTES = 5 };
    char before = end < t->n ? t->token[end].punct : 0;
    size_t i = before == ',' || before == '(' ? end + 1 : end;
    if (i >= t->n || !is_weekday(t, i) ||
        (i == end && t->token[i].end - t->token[i].first < MIN_BYTES))
        return end;
    bool is_closed = i + 1 < t->n && t->token[i + 1].punct == ')';
    return i + 1 + (before == '(' && is_closed);
}

static void take_rest(const struct tokens *t, size_t first, size_t end, struct date *date,
                      struct date_span *span) {
    size_t last = end;
    if (date->hour < 0) {
        size_t at = date_patterns_skip_before_time(t, end);
        size_t time = date_patterns_take_time(t, at, date);
        if (time != at) {
            last = time;
        } else {
            first = take_time_before(t, first, date);
            last = skip_weekday_after(t, end);
        }
    } else {
        last = date_patterns_take_zone(t, end, date);
    }
    first = skip_weekday_before(t, first);
    span->first = t->token[first].first;
    span->end = t->token[last - 1].end;
}

/* Whether a character that begins with this byte may be a digit, or a mark for year or day. */
static bool is_of_own_digits(unsigned char lead) {
    return lead == 0xD9 || lead == 0xDB || lead == 0xE0 || lead >= 0xE3;
}

/* The number of marks between the parts of a date; the longer dashes begin with E2. */
static size_t count_marks(struct str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        n += c == '-' || c == '.' || c == '/' || c == 0xE2;
    }
    return n;
}

bool date_is_possible(struct str text) {
    bool has_one = false;
    for (size_t i = 0; (i = ascii_find_digit(text.at, i, text.len)) < text.len;) {
        size_t start = i;
        while (i < text.len && ascii_is_digit(text.at[i]))
            i++;
        has_one |= i > start;
        if (i - start >= 4)
            return true;
        for (; i < text.len && (unsigned char)text.at[i] >= 0x80; i++)
            if (is_of_own_digits((unsigned char)text.at[i]))
                return true;
    }
    return has_one && count_marks(text) >= 2;
}

/* A run of digits, of any script. */
struct number {
    size_t n_digits;
    uint64_t value; /* of the first nine digits */
};

/* Reads the number at *i, if there is one; moves *i past it, or past another character.
 */
static struct number read_number(struct str text, size_t *i) {
    struct number number = {0};
    for (size_t next = *i; next < text.len;) {
        int digit = date_tokens_digit_value(utf8_next(text, &next));
        if (digit < 0 && number.n_digits)
            break;
        *i = next;
        if (digit < 0)
            break;
        if (number.n_digits++ < 9)
            number.value = number.value * 10 + (uint64_t)digit;
    }
    return number;
}

/* Whether the text has the numbers of a date, `least` or more: a year, perhaps with more digits
 * attached to it; three of any kind; or two and a dash ("26-Apr-24"), in Thai without one. */
static bool has_numbers(struct str text, size_t least, language_set languages) {
    bool has_year = false;
    size_t n = 0;
    for (size_t i = 0; (i = ascii_find_digit(text.at, i, text.len)) < text.len;) {
        struct number number = read_number(text, &i);
        bool is_year = number.n_digits == 4 && date_patterns_may_be_year(number.value, languages);
        n += number.n_digits > 0;
        has_year |= is_year || number.n_digits > 4;
        if ((has_year && n >= least) || n == 3)
            return true;
    }
    return n == 2 && (str_has_byte(text, '-') || str_has_byte(text, '\xE2') ||
                      calendar_has_short_years(languages));
}

/* The first token from i on at which a date can begin: a number, or one of up to MAX_BEFORE tokens
 * before it; t->n if there is none. */
static size_t first_start(const struct tokens *t, size_t i) {
    enum { MAX_BEFORE = 4 /* a month and what may come between two parts of a date */ };
    for (size_t number = i; number < t->n; number++)
        if (date_tokens_is_number(t, number))
            return number > i + MAX_BEFORE ? number - MAX_BEFORE : i;
    return t->n;
}

static bool find_day(const struct tokens *t, struct date *out, struct date_span *span) {
    struct date_span ignored;
    for (size_t i = first_start(t, 0); i < t->n; i = first_start(t, i + 1)) {
        size_t end = date_patterns_take_day(t, i, out);
        if (end != i) {
            take_rest(t, i, end, out, span ? span : &ignored);
            return true;
        }
    }
    return false;
}

static bool find_month(const struct tokens *t, struct date *out, struct date_span *span) {
    for (size_t i = first_start(t, 0); i < t->n; i = first_start(t, i + 1)) {
        size_t end = date_patterns_take_month(t, i, out);
        if (end != i) {
            if (span)
                *span = (struct date_span){t->token[i].first, t->token[end - 1].end};
            return true;
        }
    }
    return false;
}

static bool find(const struct tokens *t, struct date *out, struct date_span *span) {
    return find_day(t, out, span) || find_month(t, out, span);
}

bool date_find(struct arena *arena, struct str text, struct date_hints hints, struct date *out,
               struct date_span *span) {
    struct tokens tokens;
    *out = NO_DATE;
    if (!date_is_possible(text) || !has_numbers(text, 1, hints.languages))
        return false;
    date_tokens_read(&tokens, arena, text, hints);
    return find(&tokens, out, span);
}

bool date_find_day(struct arena *arena, struct str text, struct date_hints hints, struct date *out,
                   struct date_span *span) {
    struct tokens tokens;
    *out = NO_DATE;
    if (!date_is_possible(text) || !has_numbers(text, 2, hints.languages))
        return false;
    date_tokens_read(&tokens, arena, text, hints);
    return find_day(&tokens, out, span);
}

/* ---- machine-readable formats ---- */

static bool from_days(int64_t days, struct date *date) {
    struct civil_day day = calendar_from_days(days);
    return day.year > 0 &&
           date_patterns_set_day(date, (uint64_t)day.year, (uint64_t)day.month, (uint64_t)day.day);
}

int32_t date_days(const struct date *date) {
    return (int32_t)calendar_to_days(
        (struct civil_day){date->year, date->month ? date->month : 1, date->day ? date->day : 1});
}

static bool from_epoch(uint64_t seconds, struct date *date) {
    uint64_t of_day = seconds % 86400;
    date->hour = (int8_t)(of_day / 3600);
    date->minute = (int8_t)(of_day / 60 % 60);
    date->second = (int8_t)(of_day % 60);
    date->has_offset = true;
    return seconds >= MIN_EPOCH && from_days((int64_t)(seconds / 86400), date);
}

/* Sets the time from "151307". */
static bool set_time(uint64_t time, struct date *date) {
    if (time >= 240000 || time / 100 % 100 >= 60 || time % 100 >= 60)
        return false;
    date->hour = (int8_t)(time / 10000);
    date->minute = (int8_t)(time / 100 % 100);
    date->second = (int8_t)(time % 100);
    return true;
}

/* "20240426", "20240426151300", seconds or milliseconds since 1970 */
static bool read_digits(uint64_t number, size_t n_digits, struct date *date) {
    if (n_digits == 13 || n_digits == 10)
        return from_epoch(n_digits == 13 ? number / 1000 : number, date);
    uint64_t day = n_digits == 14 ? number / 1000000 : number, time = number % 1000000;
    if ((n_digits != 8 && n_digits != 14) ||
        !date_patterns_set_day(date, day / 10000, day / 100 % 100, day % 100))
        return false;
    if (n_digits == 14)
        set_time(time, date);
    return true;
}

/* Reads the time after the day in the basic format of ISO 8601: "20240426T151307Z", "T1513". */
static void read_basic_time(const struct tokens *t, struct date *date) {
    if (!date_tokens_is_number(t, 2) || t->token[2].is_spaced)
        return;
    const struct token *time = &t->token[2];
    bool is_set = (time->n_digits == 6 && set_time(time->number, date)) ||
                  (time->n_digits == 4 && set_time(time->number * 100, date));
    if (is_set && time->n_digits == 4)
        date->second = -1;
    if (is_set)
        date_patterns_take_zone(t, 3, date);
}

static bool read_year(const struct tokens *t, struct date *date) {
    bool has_month = t->n == 3 && t->token[1].punct == '-' && date_patterns_is_short_number(t, 2);
    bool is_year = date_patterns_is_year(t, 0) && t->token[0].number >= DATE_MIN_TEXT_YEAR;
    if ((t->n != 1 && !has_month) || !is_year)
        return false;
    date->year = (int16_t)t->token[0].number;
    if (has_month && t->token[2].number >= 1 && t->token[2].number <= 12)
        date->month = (int8_t)t->token[2].number;
    return true;
}

bool date_read(struct arena *arena, struct str value, struct date_hints hints, struct date *out) {
    struct tokens tokens;
    date_tokens_read(&tokens, arena, value, hints);
    *out = NO_DATE;
    if (tokens.n == 0)
        return false;
    const struct token *first = &tokens.token[0];
    if (date_tokens_is_number(&tokens, 0) && first->n_digits >= 8) {
        bool has_time = first->n_digits == 8 && date_tokens_is_letter(&tokens, 1, 't');
        if (has_time && read_digits(first->number, first->n_digits, out))
            read_basic_time(&tokens, out);
        if (has_time)
            return out->year != 0;
        if (tokens.n == 1)
            return read_digits(first->number, first->n_digits, out);
    }
    if (read_year(&tokens, out))
        return true;
    tokens.is_value = true;
    *out = NO_DATE;
    return date_is_possible(value) && has_numbers(value, 1, hints.languages) &&
           find(&tokens, out, NULL);
}

/* ---- relative dates ---- */

static struct date days_before(const struct date *base, int64_t days) {
    struct date date = NO_DATE;
    if (!from_days(date_days(base) - days, &date))
        date = *base;
    return date;
}

static struct date minutes_before(const struct date *base, int64_t minutes) {
    if (base->hour < 0) /* the day is known if the time span is short enough */
        return days_before(base, minutes / MINUTES_A_DAY);
    int64_t at = (int64_t)date_days(base) * MINUTES_A_DAY + (int64_t)base->hour * 60 + base->minute;
    at -= minutes;
    int64_t of_day = (at % MINUTES_A_DAY + MINUTES_A_DAY) % MINUTES_A_DAY; /* before 1970 as well */
    struct date date = *base;
    date.second = -1;
    from_days((at - of_day) / MINUTES_A_DAY, &date);
    date.hour = (int8_t)(of_day / 60);
    date.minute = (int8_t)(of_day % 60);
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
    if (unit >= 6) { /* a month or a year is not exact to the day */
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
    date_tokens_read(&t, arena, text, hints);
    bool has_ago = false;
    for (size_t i = 0; i < t.n && !has_ago; i++)
        has_ago = is_phrase(&t, i, arena, WORDS_AGO);
    for (size_t i = 0; i < t.n; i++) {
        const struct words_entry *unit = date_tokens_word(&t, i + 1, WORDS_UNIT);
        if (has_ago && date_patterns_is_short_number(&t, i) && unit)
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

/* Writes `mark` and a number of that many digits; returns where the next byte goes. */
static char *put_number(char *to, char mark, int number, int n_digits) {
    *to = mark;
    for (int i = n_digits; i > 0; i--, number /= 10)
        to[i] = (char)('0' + number % 10);
    return to + 1 + n_digits;
}

static char *put_offset(char *to, int offset) {
    if (offset == 0) {
        *to = 'Z';
        return to + 1;
    }
    int minutes = offset < 0 ? -offset : offset;
    to = put_number(to, offset < 0 ? '-' : '+', minutes / 60, 2);
    return put_number(to, ':', minutes % 60, 2);
}

struct str date_format(struct arena *arena, const struct date *date) {
    char text[64];
    char *to = put_number(text, ' ', date->year, 4); /* the mark is dropped */
    if (date->month)
        to = put_number(to, '-', date->month, 2);
    if (date->day)
        to = put_number(to, '-', date->day, 2);
    if (date->day && date->hour >= 0) {
        to = put_number(to, 'T', date->hour, 2);
        to = put_number(to, ':', date->minute, 2);
        if (date->second >= 0)
            to = put_number(to, ':', date->second, 2);
        if (date->has_offset)
            to = put_offset(to, date->offset);
    }
    return arena_copy(arena, (struct str){text + 1, (size_t)(to - text - 1)});
}

struct date date_swapped(struct date date) {
    struct date other = date;
    if (date.is_swappable && date_patterns_set_day(&other, (uint64_t)date.year, (uint64_t)date.day,
                                                   (uint64_t)date.month))
        return other;
    return date;
}

/*
 * What addresses say: the page's own address, its host's name, the date in its path.
 */
#include "base/ascii.h"
#include "base/buffer.h"
#include "lexicon/words.h"
#include "metadata/date/date.h"
#include "metadata/gathering.h"

/* The number of `n` digits at s.at[i], or -1. */
static int digits_at(struct str s, size_t i, size_t n) {
    int value = 0;
    if (i + n > s.len)
        return -1;
    for (size_t k = 0; k < n; k++) {
        if (!ascii_is_digit(s.at[i + k]))
            return -1;
        value = value * 10 + (s.at[i + k] - '0');
    }
    return value;
}

static bool ends_number(struct str s, size_t i) {
    return i >= s.len || !ascii_is_digit(s.at[i]);
}

/* The length of a date at i, or 0: "/2024/04/26/", "/2024-04-26-", "/20240426/". Only with a year
 * in which the web existed. */
static size_t date_at(struct str s, size_t i) {
    int year = digits_at(s, i, 4);
    if (!date_is_web_year(year) || (i && ascii_is_digit(s.at[i - 1])))
        return 0;
    bool is_joined = digits_at(s, i, 8) >= 0 && ends_number(s, i + 8);
    size_t gap = is_joined ? 0 : 1;
    if (gap && (i + 4 >= s.len || (s.at[i + 4] != '/' && s.at[i + 4] != '-')))
        return 0;
    int month = digits_at(s, i + 4 + gap, 2);
    size_t day_at = i + 6 + 2 * gap;
    int day = digits_at(s, day_at, 2);
    if (month < 1 || month > 12 || day < 1 || day > 31 || !ends_number(s, day_at + 2) ||
        (gap && s.at[day_at - 1] != s.at[i + 4]))
        return 0;
    return day_at + 2 - i;
}

/* "/2024/4/26/", as some systems write it, with a slash after it; its length, or 0. */
static size_t short_date_at(struct str s, size_t i) {
    int year = digits_at(s, i, 4);
    if (!date_is_web_year(year) || i + 4 >= s.len || s.at[i + 4] != '/')
        return 0;
    size_t at = i + 5;
    int month = digits_at(s, at, ends_number(s, at + 1) ? 1 : 2);
    at += ends_number(s, at + 1) ? 1 : 2;
    if (month < 1 || month > 12 || at >= s.len || s.at[at++] != '/')
        return 0;
    int day = digits_at(s, at, ends_number(s, at + 1) ? 1 : 2);
    at += ends_number(s, at + 1) ? 1 : 2;
    return day >= 1 && day <= 31 && at < s.len && s.at[at] == '/' ? at - i : 0;
}

/* "/26-04-2024", the day first; its length, or 0. */
static size_t day_first_at(struct str s, size_t i) {
    int day = digits_at(s, i, 2), month = digits_at(s, i + 3, 2), year = digits_at(s, i + 6, 4);
    bool is_good = day >= 1 && day <= 31 && month >= 1 && month <= 12 && date_is_web_year(year) &&
                   s.at[i + 2] == '-' && s.at[i + 5] == '-' && ends_number(s, i + 10);
    return is_good ? 10 : 0;
}

/* Adds "/2024/april/26/" as "2024 april 26". */
static bool add_named_date(struct gathering *g, struct str s, size_t i) {
    size_t month = i + 5, day = month, end;
    if (!date_is_web_year(digits_at(s, i, 4)) || i + 4 >= s.len || s.at[i + 4] != '/')
        return false;
    while (day < s.len && ascii_is_letter(s.at[day]))
        day++;
    for (end = day + 1; end < s.len && ascii_is_digit(s.at[end]);)
        end++;
    if (day == month || day >= s.len || s.at[day] != '/' || end >= s.len || s.at[end] != '/')
        return false;
    struct buffer text;
    struct date date;
    buffer_init(&text, g->arena);
    buffer_append(&text, str_between(s, i, i + 4));
    buffer_append_byte(&text, ' ');
    buffer_append(&text, str_between(s, month, day));
    buffer_append_byte(&text, ' ');
    buffer_append(&text, str_between(s, day + 1, end));
    return date_read(g->arena, buffer_str(&text), g->hints, &date) && date.day &&
           gathering_add(g, CANDIDATE_PUBLISHED, buffer_str(&text), SOURCE_URL, 5);
}

static bool begins_section(struct str s, size_t i) {
    return i + 1 < s.len && s.at[i] == '/' && ascii_is_letter(s.at[i + 1]);
}

/* Adds "/2024/TOWN/04/26/" as "2024/04/26": the day after one or two sections. */
static bool add_sectioned_date(struct gathering *g, struct str s, size_t i) {
    enum { MOST_SECTIONS = 2 };
    size_t at = i + 4;
    if (!date_is_web_year(digits_at(s, i, 4)))
        return false;
    for (int n = 0; n < MOST_SECTIONS && begins_section(s, at); n++)
        for (at++; at < s.len && ascii_is_letter(s.at[at]);)
            at++;
    if (at == i + 4 || at + 6 >= s.len || s.at[at] != '/' || s.at[at + 6] != '/')
        return false;
    struct buffer text;
    buffer_init(&text, g->arena);
    buffer_append(&text, str_between(s, i, i + 4));
    buffer_append(&text, str_between(s, at, at + 6));
    struct str date = buffer_str(&text);
    return date_at(date, 0) == date.len &&
           gathering_add(g, CANDIDATE_PUBLISHED, date, SOURCE_URL, 5);
}

static bool is_before_date(char c) {
    return c == '/' || c == '-' || c == '_' || c == '=';
}

static bool add_date(struct gathering *g, struct str url) {
    for (size_t i = 1; i < url.len; i++) {
        if (!is_before_date(url.at[i - 1]) || !ascii_is_digit(url.at[i]))
            continue;
        size_t len = date_at(url, i);
        if (!len && url.at[i - 1] == '/')
            len = short_date_at(url, i);
        if (!len && url.at[i - 1] == '/')
            len = day_first_at(url, i);
        if (len)
            return gathering_add(g, CANDIDATE_PUBLISHED, str_between(url, i, i + len), SOURCE_URL,
                                 5) != NULL;
        if (url.at[i - 1] == '/' && (add_named_date(g, url, i) || add_sectioned_date(g, url, i)))
            return true;
    }
    return false;
}

static struct str host_of(struct str url) {
    size_t start = str_find(url, STR("://"));
    if (start == url.len)
        return STR_NONE;
    start += 3;
    size_t end = start;
    while (end < url.len && url.at[end] != '/' && url.at[end] != ':' && url.at[end] != '?')
        end++;
    return str_between(url, start, end);
}

static struct str last_label(struct str *host) {
    size_t i = host->len;
    while (i && host->at[i - 1] != '.')
        i--;
    struct str label = str_between(*host, i, host->len);
    host->len = i ? i - 1 : 0;
    return label;
}

/* "example" of "www.example.com" and "news.example.co.uk": the label before the public suffix,
 * which is one label, or two if the first of them is as short as "co" or "com". */
static struct str own_label(struct str host) {
    last_label(&host);
    struct str label = last_label(&host);
    if (label.len <= 3 && host.len) {
        struct str before = last_label(&host);
        if (!str_equals(before, STR("www")))
            label = before;
    }
    return label;
}

static bool is_absolute(struct str url) {
    return str_starts_with(url, STR("http://")) || str_starts_with(url, STR("https://"));
}

/* Whether the host's country writes the day first; this matters only for English. */
static bool ends_in_day_first_country(struct str host) {
    static const struct str ENDS[] = {STR_INIT(".uk"), STR_INIT(".au"), STR_INIT(".nz"),
                                      STR_INIT(".ie"), STR_INIT(".in"), STR_INIT(".za"),
                                      STR_INIT(".sg"), STR_INIT(".my"), STR_INIT(".eu")};
    return str_any(host, ENDS, N_OF(ENDS), str_ends_with);
}

void page_url_read(struct gathering *g) {
    const struct candidates *urls = &g->of[CANDIDATE_URL];
    bool has_date = g->page_url.len && add_date(g, g->page_url);
    struct str host = host_of(g->page_url);
    for (size_t i = 0; i < urls->n; i++) {
        if (!is_absolute(urls->items[i].text))
            continue;
        if (!has_date)
            has_date = add_date(g, urls->items[i].text);
        if (!host.len)
            host = host_of(urls->items[i].text);
    }
    g->host_key = own_label(host);
    if (ends_in_day_first_country(host))
        g->hints.month_first = false;
}

/*
 * Counts the dates with points that have the month first; see date_order.h.
 */
#include "metadata/date/date_order.h"

#include "base/ascii.h"

enum { LAST_MONTH = 12, LAST_DAY = 31 };

static size_t count_digits(struct str text, size_t i) {
    size_t n = 0;
    while (i + n < text.len && ascii_is_digit(text.at[i + n]))
        n++;
    return n;
}

static int two_digits(struct str text, size_t i) {
    return (text.at[i] - '0') * 10 + (text.at[i + 1] - '0');
}

/* Whether "06.30.13" or "06.30.2013" begins at i. Numbers of one digit may be a version's. */
static bool is_date_at(struct str text, size_t i) {
    if (i && (ascii_is_digit(text.at[i - 1]) || text.at[i - 1] == '.'))
        return false;
    if (count_digits(text, i) != 2 || i + 6 >= text.len || text.at[i + 2] != '.' ||
        count_digits(text, i + 3) != 2 || text.at[i + 5] != '.')
        return false;
    size_t n_year = count_digits(text, i + 6);
    return n_year == 2 || n_year == 4;
}

/* Adds to *balance for each date of the text that can only have the month first, and subtracts for
 * each that can only have the day first. */
static void count_dates(struct str text, int *balance) {
    for (size_t at = str_find_byte(text, 0, '.'); at < text.len;
         at = str_find_byte(text, at + 1, '.')) {
        if (at < 2 || !is_date_at(text, at - 2))
            continue;
        int first = two_digits(text, at - 2), second = two_digits(text, at + 1);
        *balance += first >= 1 && first <= LAST_MONTH && second > LAST_MONTH && second <= LAST_DAY;
        *balance -= second >= 1 && second <= LAST_MONTH && first > LAST_MONTH && first <= LAST_DAY;
    }
}

bool date_order_points_month_first(const struct block_page *page, bool is_american) {
    int balance = 0;
    for (size_t i = 0; i < page->n_blocks; i++)
        count_dates(page->blocks[i].text, &balance);
    return balance > 0 || (balance == 0 && is_american);
}

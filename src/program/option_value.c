/*
 * Parses the arguments of options; see option_value.h.
 */
#include "program/option_value.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/str.h"

int option_value_choice(const char *choices, const char *value) {
    size_t len = strlen(value);
    choices += strspn(choices, "[=");
    for (int i = 0; *choices && len; i++) {
        size_t choice_len = strcspn(choices, "|]");
        if (choice_len == len && memcmp(choices, value, len) == 0)
            return i;
        choices += choice_len + (choices[choice_len] != '\0');
    }
    return -1;
}

bool option_value_size(const char *text, size_t *out) {
    char *end;
    errno = 0;
    unsigned long long n = strtoull(text, &end, 10);
    unsigned shift = 0;
    if (*end && strchr("kKmMgG", *end)) {
        shift = strchr("kK", *end) ? 10 : strchr("mM", *end) ? 20 : 30;
        end++;
    }
    /* strtoull accepts a sign and white space; a size has neither */
    if (!ascii_is_digit(*text) || *end || errno || n == 0 || n > (SIZE_MAX / 2) >> shift)
        return false;
    *out = (size_t)n << shift;
    return true;
}

bool option_value_count(const char *text, unsigned max, unsigned *out) {
    size_t n;
    if (!option_value_size(text, &n) || n > max)
        return false;
    *out = (unsigned)n;
    return true;
}

/* Reads a decimal number of at least 0. */
static bool read_number(const char *text, double *out) {
    char *end;
    *out = strtod(text, &end);
    /* strtod accepts signs, white space, "0x10" and "nan" */
    return (ascii_is_digit(*text) || *text == '.') && end != text && !*end && !strpbrk(text, "xX");
}

bool option_value_share(const char *text, double *out) {
    double share;
    if (!read_number(text, &share) || share > 1)
        return false;
    *out = share;
    return true;
}

/* "200", "2xx" or "any". */
static bool read_status(struct str text, unsigned *out) {
    *out = 0;
    if (str_equals(text, STR("any")))
        return true;
    if (text.len != 3 || text.at[0] < '1' || text.at[0] > '9')
        return false;
    *out = (unsigned)(text.at[0] - '0');
    if (str_equals(str_between(text, 1, 3), STR("xx")))
        return true;
    for (size_t i = 1; i < 3; i++) {
        if (!ascii_is_digit(text.at[i]))
            return false;
        *out = *out * 10 + (unsigned)(text.at[i] - '0');
    }
    return true;
}

bool option_value_where(const char *list, struct where *out) {
    struct str left = str_of(list);
    out->is_given = true;
    while (left.len > 0) {
        struct str part = str_before(left, ',');
        left = str_between(left, part.len + (part.len < left.len), left.len);
        if (str_starts_with(part, STR("type=")) && part.len > 5)
            out->type = str_between(part, 5, part.len);
        else if (!str_starts_with(part, STR("status=")) ||
                 !read_status(str_between(part, 7, part.len), &out->status))
            return false;
    }
    return *list != '\0';
}

bool option_value_is_url(const char *text) {
    size_t len = 0;
    while (ascii_is_alphanumeric(text[len]) || ascii_is_one_of(text[len], "+-."))
        len++;
    return ascii_is_letter(*text) && strncmp(text + len, "://", 3) == 0;
}

bool option_value_seconds(const char *text, double *out) {
    static const double MOST = 1e6;
    double seconds;
    if (!read_number(text, &seconds) || seconds > MOST)
        return false;
    *out = seconds > 0 ? seconds : INFINITY;
    return true;
}

bool option_value_append(const char *value, char *list, size_t size) {
    size_t len = strlen(list);
    int n = snprintf(list + len, size - len, "%s%s", len ? "," : "", value);
    return *value != '\0' && n >= 0 && (size_t)n < size - len;
}

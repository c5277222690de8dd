/*
 * White space at the beginning of a piece of the page; see white_space.h.
 */
#include "html/white_space.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/str.h"

const char *white_space_skip(const char *p, const char *to) {
    while (p < to && ascii_is_space(*p))
        p++;
    return p;
}

/* The position after the digits at `p`, with their value (saturated) in *value. */
static const char *read_number(const char *p, const char *to, bool is_hex, uint32_t *value) {
    uint32_t base = is_hex ? 16 : 10;
    *value = 0;
    for (; p < to; p++) {
        uint32_t digit = ascii_digit_value(*p);
        if (digit >= base)
            break;
        if (*value < 0x10000)
            *value = *value * base + digit;
    }
    return p;
}

/* The position after the reference to a white-space character at `p`, or NULL if there is none. */
static const char *skip_reference(const char *p, const char *to) {
    static const struct str names[] = {{"&Tab;", 5}, {"&NewLine;", 9}};
    struct str rest = {p, (size_t)(to - p)};
    for (size_t i = 0; i < N_OF(names); i++)
        if (str_starts_with(rest, names[i]))
            return p + names[i].len;
    if (rest.len < 3 || p[1] != '#')
        return NULL;
    bool is_hex = p[2] == 'x' || p[2] == 'X';
    const char *digits = p + 2 + is_hex;
    uint32_t value;
    p = read_number(digits, to, is_hex, &value);
    if (p == digits || value > ' ' || !ascii_is_space((char)value))
        return NULL;
    return p < to && *p == ';' ? p + 1 : p;
}

const char *white_space_skip_any(const char *p, const char *to) {
    p = white_space_skip(p, to);
    while (p < to && *p == '&') {
        const char *after = skip_reference(p, to);
        if (!after)
            break;
        p = white_space_skip(after, to);
    }
    return p;
}

const char *white_space_skip_break(const char *p, const char *to) {
    if (p < to && *p == '\r')
        return p + 1 < to && p[1] == '\n' ? p + 2 : p + 1;
    return p < to && *p == '\n' ? p + 1 : p;
}

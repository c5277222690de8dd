/*
 * The classes of ASCII characters that syntax is made of. A byte of 0x80 or above is in none.
 */
#ifndef PITH_BASE_ASCII_H
#define PITH_BASE_ASCII_H

#include <stdbool.h>
#include <string.h>

static inline bool ascii_is_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_letter(char c) {
    return ascii_is_lower((char)(c | 0x20));
}

static inline bool ascii_is_alphanumeric(char c) {
    return ascii_is_digit(c) || ascii_is_letter(c);
}

/* White space as HTML has it. (To JSON a form feed is none; str_trim cuts more.) */
static inline bool ascii_is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* Whether `c` is one of the characters of `set`; not so the NUL at its end. */
static inline bool ascii_is_one_of(char c, const char *set) {
    return c && strchr(set, c);
}

/* The letter `c` in upper case; any other byte as it is. */
static inline char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* The same in lower case. */
static inline char ascii_lower(char c) {
    return ascii_is_upper(c) ? (char)(c | 0x20) : c;
}

/* The value of a hexadecimal digit, or 16: what is less than the base is a digit of it. */
static inline unsigned ascii_digit_value(char c) {
    char lower = (char)(c | 0x20);
    if (ascii_is_digit(c))
        return (unsigned)(c - '0');
    return lower >= 'a' && lower <= 'f' ? (unsigned)(lower - 'a') + 10 : 16;
}

#endif

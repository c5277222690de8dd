/*
 * Classes of ASCII characters that markup and data formats need. No class includes bytes of 0x80 or
 * above.
 */
#ifndef PITH_BASE_ASCII_H
#define PITH_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
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

/* White space as HTML defines it. (JSON's excludes the form feed; str_trim removes more.) */
static inline bool ascii_is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* The index of the first white space in [from, to) of `at`, or `to`. Looks at eight bytes at a time
 * for any that are not above a space. */
static inline size_t ascii_find_space(const char *at, size_t from, size_t to) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t word;
    for (;;) {
        for (; to - from >= sizeof word; from += sizeof word) {
            memcpy(&word, at + from, sizeof word);
            if ((word - each * 0x21) & ~word & each * 0x80)
                break;
        }
        size_t end = to - from < sizeof word ? to : from + sizeof word;
        for (; from < end; from++)
            if (ascii_is_space(at[from]))
                return from;
        if (from == to)
            return to;
    }
}

/* The index of the first byte in [from, to) of `at` that is not ASCII, or `to`. */
static inline size_t ascii_find_other(const char *at, size_t from, size_t to) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t word;
    for (; to - from >= sizeof word; from += sizeof word) {
        memcpy(&word, at + from, sizeof word);
        if (word & each * 0x80)
            break;
    }
    while (from < to && (unsigned char)at[from] < 0x80)
        from++;
    return from;
}

/* Marks the bytes of a word that are digits or not ASCII in their highest bits. Only the first mark
 * in the order of addition is reliable: of bytes below 0x80, digits are those that reach 0x80 with
 * 0x50 added, but not with 0x46; of others, the carry spoils the marks after them. */
static inline uint64_t ascii_mark_digits(uint64_t word) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    return (word | ((word + each * 0x50) & ~(word + each * 0x46))) & each * 0x80;
}

/* The index of the first byte in [from, to) of `at` that is a digit or not ASCII, or `to`. Looks at
 * eight bytes at a time. */
static inline size_t ascii_find_digit(const char *at, size_t from, size_t to) {
    uint64_t word, marks = 0;
    for (; to - from >= sizeof word; from += sizeof word) {
        memcpy(&word, at + from, sizeof word);
        marks = ascii_mark_digits(word);
        if (marks)
            break;
    }
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (!marks && from < to && to >= sizeof word) { /* the rest, with bytes before it shifted out */
        memcpy(&word, at + to - sizeof word, sizeof word);
        marks = ascii_mark_digits(word >> 8 * (sizeof word - (to - from)));
        if (!marks)
            return to;
    }
    if (marks)
        return from + (size_t)__builtin_ctzll(marks) / 8;
#endif
    while (from < to && !ascii_is_digit(at[from]) && (unsigned char)at[from] < 0x80)
        from++;
    return from;
}

/* Whether `c` is one of the `n` characters of `set`. */
static inline bool ascii_is_in(char c, const char *set, size_t n) {
    bool is_found = false;
    for (size_t i = 0; i < n; i++)
        is_found |= set[i] == c;
    return is_found;
}

/* Whether `c` is one of the characters of `set`, a literal. A macro, so that compilers see which
 * these are, and test a bit instead of searching. */
#define ascii_is_one_of(c, set) ascii_is_in((c), "" set, sizeof(set) - 1)

/* The letter `c` in upper case; any other byte unchanged. */
static inline char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* The same in lower case. */
static inline char ascii_lower(char c) {
    return ascii_is_upper(c) ? (char)(c | 0x20) : c;
}

/* The value of a hexadecimal digit, or 16 for any other byte. `c` is a digit in base `b` if the
 * result is less than `b`. */
static inline unsigned ascii_digit_value(char c) {
    char lower = (char)(c | 0x20);
    if (ascii_is_digit(c))
        return (unsigned)(c - '0');
    return lower >= 'a' && lower <= 'f' ? (unsigned)(lower - 'a') + 10 : 16;
}

#endif

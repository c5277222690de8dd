/*
 * Decodes base64 (RFC 4648); see base64.h.
 */
#include "program/input/base64.h"

#include <limits.h>
#include <string.h>

/* The value of each digit, or -1. */
static void read_digits(signed char values[UCHAR_MAX + 1]) {
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    memset(values, -1, UCHAR_MAX + 1);
    for (signed char i = 0; DIGITS[i]; i++)
        values[(unsigned char)DIGITS[i]] = i;
    values['-'] = 62; /* RFC 4648 section 5, for URLs */
    values['_'] = 63;
}

/* `ignores_others` says whether bytes other than digits, padding and line breaks are ignored. */
static bool decode(struct arena *arena, struct str in, bool ignores_others, struct str *out) {
    signed char values[UCHAR_MAX + 1];
    read_digits(values);
    if (ignores_others) /* mail has no other alphabet */
        values['-'] = values['_'] = -1;
    char *data = arena_alloc(arena, in.len / 4 * 3 + 3);
    size_t len = 0;
    bool is_good = true;
    unsigned long bits = 0;
    unsigned n_bits = 0;
    for (size_t i = 0; i < in.len && in.at[i] != '='; i++) {
        int digit = values[(unsigned char)in.at[i]];
        if (digit < 0 && !ignores_others && in.at[i] != '\n' && in.at[i] != '\r') {
            is_good = false;
            break;
        }
        if (digit < 0)
            continue;
        bits = (bits << 6 | (unsigned long)digit) & 0xFFFFFF;
        n_bits += 6;
        if (n_bits >= 8) {
            n_bits -= 8;
            data[len++] = (char)(bits >> n_bits & 0xFF);
        }
    }
    *out = (struct str){data, len};
    return is_good;
}

bool base64_decode(struct arena *arena, struct str in, struct str *out) {
    return decode(arena, in, false, out);
}

struct str base64_decode_mail(struct arena *arena, struct str in) {
    struct str out;
    decode(arena, in, true, &out);
    return out;
}

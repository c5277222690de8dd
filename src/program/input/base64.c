/*
 * Decodes base64 (RFC 4648); see base64.h.
 */
#include "program/input/base64.h"

#include <string.h>

static int base64_digit(char c) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (c == '-' || c == '_') /* RFC 4648 section 5, for URLs */
        return c == '-' ? 62 : 63;
    const char *at = c ? strchr(digits, c) : NULL;
    return at ? (int)(at - digits) : -1;
}

bool base64_decode(struct arena *arena, struct str in, struct str *out) {
    char *data = arena_alloc(arena, in.len / 4 * 3 + 3);
    size_t len = 0;
    bool is_good = true;
    unsigned long bits = 0;
    unsigned n_bits = 0;
    for (size_t i = 0; i < in.len && in.at[i] != '='; i++) {
        int digit = base64_digit(in.at[i]);
        if (digit < 0 && in.at[i] != '\n' && in.at[i] != '\r') {
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

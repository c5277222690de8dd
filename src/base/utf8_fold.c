/*
 * Folds the case of the characters that nearly all text consists of, without utf8proc's tables.
 */
#include "base/utf8.h"

static bool is_within(uint32_t c, uint32_t first, uint32_t last) {
    return c - first <= last - first;
}

/* The lower case of accented Latin letters below U+0180; 0 for ligatures and others that fold to
 * several characters. */
static uint32_t fold_latin(uint32_t c) {
    if (is_within(c, 0xE0, 0xFF))
        return c;
    if (is_within(c, 0xC0, 0xDE))
        return c == 0xD7 ? c : c + 0x20;
    if (c == 0xAB || c == 0xB7 || c == 0xBB)
        return c;
    if (is_within(c, 0x100, 0x12F) || is_within(c, 0x14A, 0x177))
        return c | 1;
    bool is_odd_capital =
        is_within(c, 0x139, 0x13E) || is_within(c, 0x141, 0x148) || is_within(c, 0x179, 0x17E);
    return is_odd_capital ? c + (c & 1) : 0;
}

static uint32_t fold_greek(uint32_t c) {
    if (is_within(c, 0x391, 0x3A9))
        return c == 0x3A2 ? 0 : c + 0x20;
    if (is_within(c, 0x3B1, 0x3C9))
        return c == 0x3C2 ? 0x3C3 : c; /* the final sigma */
    return is_within(c, 0x3AC, 0x3AF) ? c : 0;
}

static uint32_t fold_cyrillic(uint32_t c) {
    if (is_within(c, 0x430, 0x45F))
        return c;
    return c < 0x410 ? c + 0x50 : c < 0x430 ? c + 0x20 : 0;
}

/* Han, Hangul, Hiragana and Katakana, Hebrew, Arabic, Devanagari and Thai, except characters that
 * compose, decompose or change places; dashes and quotes. */
static bool folds_to_itself(uint32_t c) {
    if (c < 0x1100)
        return is_within(c, 0x5D0, 0x5EA) || is_within(c, 0x620, 0x64A) ||
               is_within(c, 0x901, 0x928) || is_within(c, 0x92A, 0x930) ||
               is_within(c, 0x935, 0x939) || is_within(c, 0x93E, 0x94C) ||
               is_within(c, 0xE01, 0xE32) || is_within(c, 0xE34, 0xE37) ||
               is_within(c, 0xE3F, 0xE47) || is_within(c, 0xE4C, 0xE5B);
    return is_within(c, 0x4E00, 0x9FFF) || is_within(c, 0xAC00, 0xD7A3) ||
           is_within(c, 0x3041, 0x3096) || is_within(c, 0x30A1, 0x30FE) ||
           is_within(c, 0x2012, 0x2016) || is_within(c, 0x2018, 0x2023) ||
           is_within(c, 0x3001, 0x3029);
}

uint32_t utf8_fold_one(uint32_t c) {
    if (c < 0x180)
        return fold_latin(c);
    if (c < 0x3D0)
        return fold_greek(c);
    if (is_within(c, 0x400, 0x45F))
        return fold_cyrillic(c);
    if (is_within(c, 0x1EA0, 0x1EFF)) /* Vietnamese */
        return c | 1;
    return folds_to_itself(c) ? c : 0;
}

/*
 * Determines the direction of text from its letters; see direction.h.
 */
#include "lexicon/direction.h"

#include "base/ascii.h"
#include "base/utf8.h"

struct range {
    uint32_t first, last;
};

/* Hebrew to Arabic Extended-A, their presentation forms, and the ancient scripts of the first
 * plane. */
static const struct range RIGHT_TO_LEFT[] = {
    {0x590, 0x8FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFF}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};

/* Blocks of symbols, which have no direction of their own. */
static const struct range SIGNS[] = {{0x80, 0xBF},       {0x2000, 0x2BFF},   {0x3000, 0x303F},
                                     {0xE000, 0xF8FF},   {0xFE00, 0xFE6F},   {0xFFF0, 0xFFFF},
                                     {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF}};

static bool is_in(const struct range *ranges, size_t n, uint32_t c) {
    for (size_t i = 0; i < n; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

static bool has_direction(uint32_t c) {
    return c < 0x80 ? ascii_is_letter((char)c) : !is_in(SIGNS, N_OF(SIGNS), c);
}

/* Whether there may be letters of RIGHT_TO_LEFT, by the bytes that characters begin with. */
static bool may_be_right_to_left(struct str text) {
    for (size_t i = 0; (i = ascii_find_other(text.at, i, text.len)) < text.len;) {
        unsigned char lead = (unsigned char)text.at[i];
        if (lead >= 0xD6 && (lead <= 0xE0 || lead >= 0xEF))
            return true;
        i += lead < 0xE0 ? 2 : 3;
    }
    return false;
}

const char *direction_of_text(struct str text) {
    size_t n = 0, n_right = 0;
    if (!may_be_right_to_left(text)) {
        for (size_t i = 0; i < text.len;)
            if (has_direction(utf8_next(text, &i)))
                return "ltr";
        return NULL;
    }
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        if (!has_direction(c))
            continue;
        n++;
        n_right += c >= 0x590 && is_in(RIGHT_TO_LEFT, N_OF(RIGHT_TO_LEFT), c);
    }
    return n == 0 ? NULL : n_right * 2 > n ? "rtl" : "ltr";
}

const char *direction_of_language(struct str tag) {
    static const struct str LANGUAGES[] = {
        STR_INIT("ar"), STR_INIT("arc"), STR_INIT("ckb"), STR_INIT("dv"), STR_INIT("fa"),
        STR_INIT("he"), STR_INIT("iw"),  STR_INIT("ks"),  STR_INIT("ps"), STR_INIT("sd"),
        STR_INIT("ug"), STR_INIT("ur"),  STR_INIT("yi")};
    static const struct str SCRIPTS[] = {STR_INIT("arab"), STR_INIT("hebr"), STR_INIT("thaa"),
                                         STR_INIT("syrc"), STR_INIT("nkoo"), STR_INIT("adlm")};
    struct str language = str_before(tag, '-');
    struct str script =
        str_before(str_between(tag, language.len + (language.len < tag.len), tag.len), '-');
    if (tag.len == 0)
        return NULL;
    bool is_rtl = script.len == 4 ? str_any(script, SCRIPTS, N_OF(SCRIPTS), str_equals_lower)
                                  : str_any(language, LANGUAGES, N_OF(LANGUAGES), str_equals_lower);
    return is_rtl ? "rtl" : "ltr";
}

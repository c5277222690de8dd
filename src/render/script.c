/*
 * Superscript and subscript characters; see script.h.
 */
#include "render/script.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum form { FORM_PLAIN, FORM_UNICODE, FORM_BRACKETS };

/* A character and its superscript and subscript forms, 0 if there is none. */
static const struct {
    uint32_t sign, raised, lowered;
} SIGNS[] = {
    {'0', 0x2070, 0x2080},    {'1', 0xB9, 0x2081},   {'2', 0xB2, 0x2082},   {'3', 0xB3, 0x2083},
    {'4', 0x2074, 0x2084},    {'5', 0x2075, 0x2085}, {'6', 0x2076, 0x2086}, {'7', 0x2077, 0x2087},
    {'8', 0x2078, 0x2088},    {'9', 0x2079, 0x2089}, {'+', 0x207A, 0x208A}, {'-', 0x207B, 0x208B},
    {0x2212, 0x207B, 0x208B}, {'=', 0x207C, 0x208C}, {'(', 0x207D, 0x208D}, {')', 0x207E, 0x208E},
};

/* Letters have such forms too, but not all of them, and words made of them are hard to read: only a
 * single one is used. */
static const struct {
    uint32_t sign, raised, lowered;
} LETTERS[] = {
    {'n', 0x207F, 0x2099}, {'i', 0x2071, 0x1D62}, {'j', 0x02B2, 0x2C7C}, {'k', 0x1D4F, 0x2096},
    {'m', 0x1D50, 0x2098}, {'x', 0x02E3, 0x2093}, {'a', 0x1D43, 0x2090}, {'t', 0x1D57, 0x209C},
    {'p', 0x1D56, 0x209A}, {'e', 0x1D49, 0x2091},
};

/* Endings of numerals and abbreviations, in several languages; raising them has no meaning. */
static const struct str ENDINGS[] = {
    STR_INIT("st"),         STR_INIT("nd"),       STR_INIT("rd"),           STR_INIT("th"),
    STR_INIT("er"),         STR_INIT("re"),       STR_INIT("eme"),          STR_INIT("e"),
    STR_INIT("es"),         STR_INIT("o"),        STR_INIT("os"),           STR_INIT("a"),
    STR_INIT("as"),         STR_INIT("me"),       STR_INIT("mes"),          STR_INIT("lle"),
    STR_INIT("mo"),         STR_INIT("ma"),       STR_INIT("ra"),           STR_INIT("ro"),
    STR_INIT("nde"),        STR_INIT("d"),        STR_INIT("tm"),           STR_INIT("sm"),
    STR_INIT("ers"),        STR_INIT("lles"),     STR_INIT("gr"),           STR_INIT("\xC3\xA8me"),
    STR_INIT("\xC3\xA8re"), STR_INIT("\xC2\xAE"), STR_INIT("\xE2\x84\xA2"),
};

static bool is_script(uint8_t kind) {
    return kind == INLINE_SUPERSCRIPT || kind == INLINE_SUBSCRIPT;
}

static uint32_t script_sign(uint32_t c, bool is_raised) {
    for (size_t i = 0; i < N_OF(SIGNS); i++)
        if (SIGNS[i].sign == c)
            return is_raised ? SIGNS[i].raised : SIGNS[i].lowered;
    return 0;
}

static uint32_t script_letter(uint32_t c, bool is_raised) {
    for (size_t i = 0; i < N_OF(LETTERS); i++)
        if (LETTERS[i].sign == c)
            return is_raised ? LETTERS[i].raised : LETTERS[i].lowered;
    return 0;
}

/* Whether all characters of a script have such forms; if they have one, they have both. */
static bool has_signs(struct str script) {
    for (size_t i = 0; i < script.len;)
        if (!script_sign(utf8_next(script, &i), true))
            return false;
    return true;
}

/* "1st" and "No", but not 10^(e): a letter that is an ending follows a letter. */
static bool is_ending(struct str text, const struct inline_mark *mark) {
    struct str script = str_between(text, mark->start, mark->end);
    if (mark->kind != INLINE_SUPERSCRIPT || mark->start == 0)
        return false;
    char before = text.at[mark->start - 1];
    bool is_one_letter = script.len == 1 && ascii_is_letter(script.at[0]);
    bool is_exponent =
        is_one_letter && !ascii_is_digit(before) && !ascii_is_upper(before) && script.at[0] != 'o';
    return !is_exponent && str_any(script, ENDINGS, N_OF(ENDINGS), str_equals_lower);
}

static enum form form_of(struct str text, const struct inline_mark *mark) {
    enum { LONGEST = 40 }; /* bytes; a whole sentence in small type is not a superscript */
    struct str script = str_between(text, mark->start, mark->end);
    bool is_bracketed = script.at[0] == '[' || script.at[0] == '(';
    if (script.len > LONGEST || script.at[0] == '[' || str_has_byte(script, '\n') ||
        is_ending(text, mark))
        return FORM_PLAIN;
    if (has_signs(script) || (script.len == 1 && script_letter((unsigned char)script.at[0], true)))
        return FORM_UNICODE;
    return is_bracketed ? FORM_PLAIN : FORM_BRACKETS;
}

static void append_signs(struct buffer *out, struct str piece, bool is_raised) {
    for (size_t i = 0; i < piece.len;) {
        uint32_t c = utf8_next(piece, &i), sign = script_sign(c, is_raised);
        if (!sign)
            sign = script_letter(c, is_raised);
        utf8_append(out, sign ? sign : c);
    }
}

void script_append(struct buffer *out, struct str text, const struct inline_mark *script,
                   struct str piece) {
    if (form_of(text, script) == FORM_UNICODE)
        append_signs(out, piece, script->kind == INLINE_SUPERSCRIPT);
    else
        buffer_append(out, piece);
}

void script_open(struct buffer *out, struct str text, const struct inline_mark *mark) {
    if (is_script(mark->kind) && form_of(text, mark) == FORM_BRACKETS)
        buffer_append(out, mark->kind == INLINE_SUPERSCRIPT ? STR("^(") : STR("_("));
}

void script_close(struct buffer *out, struct str text, const struct inline_mark *mark) {
    if (is_script(mark->kind) && form_of(text, mark) == FORM_BRACKETS)
        buffer_append_byte(out, ')');
}

const struct inline_mark *script_around(const struct inline_walk *walk) {
    for (size_t i = walk->n_open; i > 0; i--)
        if (is_script(walk->open[i - 1]->kind))
            return walk->open[i - 1];
    return NULL;
}

/*
 * Reads the form of a line; see dump_form.h.
 */
#include "metadata/dump/dump_form.h"

#include "base/ascii.h"

enum { CREDIT_BYTES = 40 /* at the end of a caption */ };

enum dump_ending dump_form_ending(struct str text) {
    if (str_ends_with(text, STR("...")) || str_ends_with(text, STR("\xE2\x80\xA6")))
        return DUMP_END_CUT;
    if (str_ends_with(text, STR("\xC2\xBB")) || str_ends_with(text, STR("\xE2\x80\xBA")))
        return DUMP_END_ARROW;
    if (str_ends_with(text, STR("\xE3\x80\x82"))) /* the ideographic full stop */
        return DUMP_END_POINT;
    switch (text.len ? text.at[text.len - 1] : ' ') {
    case '.':
        return DUMP_END_POINT;
    case '?':
    case '!':
        return DUMP_END_ASKING;
    case ':':
        return DUMP_END_COLON;
    case ',':
        return DUMP_END_COMMA;
    default:
        return DUMP_END_NONE;
    }
}

enum dump_start dump_form_start(struct str text) {
    unsigned char c = text.len ? (unsigned char)text.at[0] : ' ';
    if (c >= 0x80 && !str_starts_with(text, STR("\xE2")) && !str_starts_with(text, STR("\xC2")))
        return DUMP_START_LETTER;
    if (ascii_is_letter((char)c))
        return ascii_is_lower((char)c) ? DUMP_START_SMALL : DUMP_START_LETTER;
    if (ascii_is_digit((char)c))
        return DUMP_START_DIGIT;
    bool is_quote = c == '"' || c == '\'' || str_starts_with(text, STR("\xE2\x80\x9C")) ||
                    str_starts_with(text, STR("\xE2\x80\x9E")) ||
                    str_starts_with(text, STR("\xE2\x80\x98")) ||
                    str_starts_with(text, STR("\xC2\xAB"));
    return is_quote ? DUMP_START_QUOTE : DUMP_START_MARK;
}

bool dump_form_asks(struct str text) {
    return str_has_byte(text, '?') || str_has_byte(text, '"') || str_holds(text, STR(": ")) ||
           str_holds(text, STR("\xE2\x80\x9C")) || str_holds(text, STR("\xE2\x80\x9E"));
}

bool dump_form_has_separator(struct str text) {
    return str_has_byte(text, '|') || str_holds(text, STR(" > ")) || str_holds(text, STR(" / ")) ||
           str_holds(text, STR("\xC2\xBB")) || str_holds(text, STR("\xE2\x80\xBA")) ||
           str_holds(text, STR("\xC2\xB7")) || str_holds(text, STR("\xE2\x80\xA2"));
}

bool dump_form_has_address(struct str text) {
    return str_has_byte(text, '@') || str_has_byte(text, '#') || str_holds(text, STR("www.")) ||
           str_holds(text, STR("://")) || str_holds(text, STR(".com"));
}

float dump_form_capitals(struct str text) {
    size_t n = 0, n_letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        n_letters += ascii_is_letter(text.at[i]);
        n += ascii_is_upper(text.at[i]);
    }
    return n_letters ? (float)n / (float)n_letters : 0;
}

/* "... (REUTERS/Jane Roe)", "... Jane Roe/AFP" */
static bool ends_with_agency(struct str text) {
    size_t first = text.len > CREDIT_BYTES ? text.len - CREDIT_BYTES : 1;
    for (size_t i = first; i + 1 < text.len; i++)
        if (text.at[i] == '/' && ascii_is_upper(text.at[i + 1]) && ascii_is_letter(text.at[i - 1]))
            return true;
    return false;
}

bool dump_form_has_credit(struct str text) {
    static const struct str MARKS[] = {STR_INIT("\xC2\xA9"), STR_INIT("(c)"),   STR_INIT("Credit:"),
                                       STR_INIT("Photo:"),   STR_INIT("Foto:"), STR_INIT("Getty")};
    return ends_with_agency(text) || str_holds_any(text, MARKS, N_OF(MARKS));
}

/*
 * Writes TSV cells; see text.h.
 */
#include "program/output/text.h"

#include "base/ascii.h"

static char escape_letter(char c) {
    switch (c) {
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\\':
        return '\\';
    default:
        return '\0';
    }
}

/* Whether a spreadsheet would take a cell that begins like this for a formula. The last four are
 * the full-width forms of the first. */
static bool begins_formula(struct str text) {
    static const struct str signs[] = {STR_INIT("="),
                                       STR_INIT("+"),
                                       STR_INIT("-"),
                                       STR_INIT("@"),
                                       STR_INIT("\xEF\xBC\x9D"),
                                       STR_INIT("\xEF\xBC\x8B"),
                                       STR_INIT("\xEF\xBC\x8D"),
                                       STR_INIT("\xEF\xBC\xA0")};
    for (size_t i = 0; i < N_OF(signs); i++) {
        if (str_starts_with(text, signs[i]))
            return true;
    }
    return false;
}

size_t output_control_at(struct str text, size_t i) {
    unsigned char c = (unsigned char)text.at[i];
    if (c < 0x80)
        return c < ' ' || c == 0x7F;
    if (c == 0xC2 && i + 1 < text.len && (unsigned char)text.at[i + 1] < 0xA0)
        return 2;
    bool is_override =
        str_has_at(text, i, STR("\xE2\x80\xAD")) || str_has_at(text, i, STR("\xE2\x80\xAE"));
    return is_override ? 3 : 0;
}

void output_line(struct buffer *out, struct str text) {
    for (size_t i = 0; i < text.len;) {
        size_t len = output_control_at(text, i);
        char c = text.at[i];
        buffer_append_byte(out, len == 0 ? c : ascii_is_space(c) ? ' ' : '?');
        i += len ? len : 1;
    }
}

void output_tsv_cell(struct buffer *out, struct str text) {
    if (begins_formula(text))
        buffer_append_byte(out, '\\');
    for (size_t i = 0; i < text.len;) {
        char letter = escape_letter(text.at[i]);
        size_t len = letter ? 1 : output_control_at(text, i);
        if (letter)
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, letter ? letter : len ? '?' : text.at[i]);
        i += len ? len : 1;
    }
}

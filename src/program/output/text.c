/*
 * Writes TSV cells; see text.h.
 */
#include "program/output/text.h"

#include "base/ascii.h"
#include "base/utf8.h"

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

/* Whether a spreadsheet would take a cell that begins like this for a formula, or readers of CSV
 * for one in quotation marks, which ends only at the next one, rows later. The last four are
 * full-width forms. */
static bool begins_syntax(struct str text) {
    static const struct str signs[] = {STR_INIT("="),
                                       STR_INIT("+"),
                                       STR_INIT("-"),
                                       STR_INIT("@"),
                                       STR_INIT("\""),
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

size_t output_character_len(struct str text, size_t i, bool *is_shown) {
    size_t next = i, len = utf8_sequence_len(text, i, is_shown);
    *is_shown = *is_shown && !utf8_is_control(utf8_next(text, &next)) && text.at[i] != '\t' &&
                text.at[i] != '\n';
    return len;
}

void output_line(struct buffer *out, struct str text) {
    for (size_t i = 0, len; i < text.len; i += len) {
        bool is_shown;
        len = output_character_len(text, i, &is_shown);
        if (is_shown)
            buffer_append(out, str_between(text, i, i + len));
        else
            buffer_append_byte(out, ascii_is_space(text.at[i]) ? ' ' : '?');
    }
}

void output_tsv_cell(struct buffer *out, struct str text) {
    if (begins_syntax(text))
        buffer_append_byte(out, '\\');
    for (size_t i = 0, len; i < text.len; i += len) {
        bool is_shown;
        char letter = escape_letter(text.at[i]);
        len = output_character_len(text, i, &is_shown);
        if (letter) {
            buffer_append_byte(out, '\\');
            buffer_append_byte(out, letter);
        } else if (is_shown) {
            buffer_append(out, str_between(text, i, i + len));
        } else {
            buffer_append_byte(out, '?');
        }
    }
}

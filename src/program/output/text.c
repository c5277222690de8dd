/*
 * Cells of TSV; see text.h.
 */
#include "program/output/text.h"

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

void output_tsv_cell(struct buffer *out, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        char letter = escape_letter(text.at[i]);
        if (letter)
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, letter ? letter : text.at[i]);
    }
}

/*
 * The lines of a Markdown document; see markdown_writer.h.
 */
#include "render/markdown_writer.h"

void markdown_begin_line(struct markdown_writer *to) {
    buffer_append(to->out, buffer_str(&to->first));
    to->first.len = 0;
    buffer_append(&to->first, buffer_str(&to->rest));
    to->at_line_start = true;
}

void markdown_end_line(struct markdown_writer *to) {
    buffer_append_byte(to->out, '\n');
}

void markdown_begin_empty_line(struct markdown_writer *to) {
    struct str prefix = buffer_str(&to->rest);
    while (prefix.len && prefix.at[prefix.len - 1] == ' ')
        prefix.len--;
    buffer_append(to->out, prefix);
}

void markdown_enter_level(struct markdown_writer *to, struct str marker, bool is_quote) {
    buffer_append(&to->first, marker);
    for (size_t i = 0; i < marker.len; i++)
        buffer_append_byte(&to->rest, is_quote ? marker.at[i] : ' ');
    to->widths[to->n_levels++] = marker.len;
}

void markdown_leave_level(struct markdown_writer *to) {
    to->rest.len -= to->widths[--to->n_levels];
    to->first.len = 0;
    buffer_append(&to->first, buffer_str(&to->rest));
}

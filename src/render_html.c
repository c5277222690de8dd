/*
 * The chosen blocks as HTML5.
 */
#include "render.h"

void render_html(const struct render_source *source, struct buffer *out) {
    for (size_t i = 0; i < source->page->n_blocks; i++) {
        if (!source->selection->kept[i])
            continue;
        struct str text = source->page->blocks[i].text;
        buffer_append(out, STR("<p>"));
        for (size_t k = 0; k < text.len; k++) {
            if (text.at[k] == '<')
                buffer_append(out, STR("&lt;"));
            else if (text.at[k] == '&')
                buffer_append(out, STR("&amp;"));
            else
                buffer_append_byte(out, text.at[k]);
        }
        buffer_append(out, STR("</p>\n"));
    }
}

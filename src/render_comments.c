/*
 * The reader comments under an article as a text of their own.
 */
#include "render.h"

void render_comments(const struct render_source *source, struct buffer *out) {
    (void)source;
    buffer_append(out, STR(""));
}

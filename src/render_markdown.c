/*
 * The chosen blocks as CommonMark.
 */
#include "render.h"

void render_markdown(const struct render_source *source, struct buffer *out) {
    render_text(source, out);
}

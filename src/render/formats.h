/*
 * The formats of the body, in one table: X(NAME, name, renderer), where PITH_NAME is the format's
 * bit in pith.h, `name` its member in JSON, and the renderer one of render.h. Renderers, checks and
 * members are derived from it; text comes first, since it is always made.
 */
#ifndef PITH_RENDER_FORMATS_H
#define PITH_RENDER_FORMATS_H

#define RENDER_FORMATS(X)                                                                          \
    X(TEXT, "text", render_text)                                                                   \
    X(MARKDOWN, "markdown", render_markdown)                                                       \
    X(HTML, "html", render_html)

#define RENDER_FORMAT_BIT(NAME, name, renderer) | PITH_##NAME
#define RENDER_FORMAT_INDEX(NAME, name, renderer) RENDER_INDEX_##NAME,

enum { RENDER_ALL_FORMATS = 0 RENDER_FORMATS(RENDER_FORMAT_BIT) };
enum render_index { RENDER_FORMATS(RENDER_FORMAT_INDEX) RENDER_N_FORMATS };

#endif

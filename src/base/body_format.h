/*
 * The formats of the body, in one table: X(NAME, name, suffix, renderer, writer).
 *
 *     NAME      PITH_NAME is the format's bit in pith.h
 *     name      what --format and --fields call it; its member in JSON
 *     suffix    of files written with -o
 *     renderer  makes the body: a function of the library, in src/render/
 *     writer    adds metadata and comments: a function of the program, in
 *               src/program/output/article.c; append_mail suits any format
 *
 * The library and the program derive all that they know about formats from this table. Text comes
 * first, since it is always made.
 */
#ifndef PITH_BASE_BODY_FORMAT_H
#define PITH_BASE_BODY_FORMAT_H

#define BODY_FORMATS(X)                                                                            \
    X(TEXT, "text", ".txt", render_text, append_mail)                                              \
    X(MARKDOWN, "markdown", ".md", render_markdown, append_markdown)                               \
    X(HTML, "html", ".html", render_html, output_html)

#define BODY_FORMAT_INDEX(NAME, name, suffix, renderer, writer) BODY_##NAME,
enum body_format { BODY_FORMATS(BODY_FORMAT_INDEX) N_BODY_FORMATS };

#endif

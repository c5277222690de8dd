/*
 * Writes a result as an HTML page: metadata in the head, then headline, byline and dateline above
 * the body that the library rendered. See html.h.
 */
#include "program/output/html.h"

#include <string.h>

#include "program/output/style.h"
#include "program/output/text.h"

void output_html_text(struct buffer *out, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        switch (text.at[i]) {
        case '&':
            output_text(out, "&amp;");
            break;
        case '<':
            output_text(out, "&lt;");
            break;
        case '>':
            output_text(out, "&gt;");
            break;
        case '"':
            output_text(out, "&quot;");
            break;
        default:
            buffer_append_byte(out, text.at[i]);
        }
    }
}

static void append_escaped(struct buffer *out, const char *text) {
    output_html_text(out, str_of(text));
}

static void append_meta(struct buffer *out, const char *name, const char *value) {
    output_text(out, "<meta name=\"");
    output_text(out, name);
    output_text(out, "\" content=\"");
    append_escaped(out, value);
    output_text(out, "\">\n");
}

/* Appends meta elements under the names that programs look for. Fields that the page shows, or that
 * have an element of their own, are left out. */
static void append_metas(struct buffer *out, const struct result *result,
                         const struct options *options) {
    for (size_t i = 0; i < options->n_fields; i++) {
        enum field field = options->fields[i];
        bool in_body = field == (enum field)PITH_HEADLINE || field == (enum field)PITH_BYLINE ||
                       field == (enum field)PITH_STANDFIRST || field == (enum field)PITH_DATELINE ||
                       field == (enum field)PITH_LANGUAGE || field == (enum field)PITH_DIRECTION;
        if ((unsigned)field < N_PAGE_FIELDS && !in_body && field_text(result, field))
            append_meta(out, field_name(field), field_text(result, field));
        const char *name = field == FIELD_AUTHORS ? "author" : "keywords";
        for (size_t k = 0; field_item(result, field, k); k++)
            append_meta(out, name, field_item(result, field, k));
    }
}

static void append_head(struct buffer *out, const struct result *result,
                        const struct options *options) {
    const char *language = field_text(result, (enum field)PITH_LANGUAGE);
    const char *headline = field_text(result, (enum field)PITH_HEADLINE);
    const char *direction = field_text(result, (enum field)PITH_DIRECTION);
    output_text(out, "<!DOCTYPE html>\n<html");
    if (language) {
        output_text(out, " lang=\"");
        append_escaped(out, language);
        output_text(out, "\"");
    }
    if (direction) {
        output_text(out, " dir=\"");
        output_text(out, direction);
        output_text(out, "\"");
    }
    output_text(out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<title>");
    append_escaped(out, headline ? headline : "");
    output_text(out, "</title>\n");
    append_metas(out, result, options);
    output_text(out, "<style>\n");
    output_text(out, output_style);
    output_text(out, "</style>\n</head>\n<body>\n");
}

static void append_shown(struct buffer *out, const struct result *result,
                         const struct options *options, enum pith_field field, const char *open,
                         const char *close) {
    const char *text = field_text(result, (enum field)field);
    if (!text || !options_has_field(options, (enum field)field))
        return;
    output_text(out, open);
    append_escaped(out, text);
    output_text(out, close);
}

/* Comments are text: a paragraph ends at an empty line. */
static void append_comments(struct buffer *out, const char *comments) {
    output_text(out, "<section>\n<h2>Comments</h2>\n");
    while (*comments) {
        const char *end = strstr(comments, "\n\n");
        size_t len = end ? (size_t)(end - comments) : strlen(comments);
        output_text(out, "<p>");
        output_html_text(out, (struct str){comments, len});
        output_text(out, "</p>\n");
        comments += len;
        comments += strspn(comments, "\n");
    }
    output_text(out, "</section>\n");
}

void output_html(struct buffer *out, const struct result *result, const struct options *options) {
    bool is_page = !options->body_only && !options->is_fragment;
    if (is_page)
        append_head(out, result, options);
    if (!options->body_only) {
        const char *direction = field_text(result, (enum field)PITH_DIRECTION);
        output_text(out, "<article dir=\"");
        output_text(out, direction ? direction : "auto");
        output_text(out, "\">\n");
        append_shown(out, result, options, PITH_HEADLINE, "<h1>", "</h1>\n");
        append_shown(out, result, options, PITH_BYLINE, "<p class=\"byline\"><bdi>",
                     "</bdi></p>\n");
        append_shown(out, result, options, PITH_DATELINE, "<p class=\"dateline\"><bdi>",
                     "</bdi></p>\n");
    }
    if (options_has_field(options, FIELD_TEXT)) {
        output_text(out, field_text(result, FIELD_HTML));
        output_text(out, "\n");
    }
    if (options_has_field(options, FIELD_COMMENTS) && field_text(result, FIELD_COMMENTS))
        append_comments(out, field_text(result, FIELD_COMMENTS));
    if (!options->body_only)
        output_text(out, "</article>\n");
    if (is_page)
        output_text(out, "</body>\n</html>\n");
}

/*
 * Writes a result as email-like text, Markdown with front matter, or a TSV row; HTML, JSON and
 * explanations have files of their own. See article.h.
 */
#include "program/output/article.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/json_write.h"
#include "program/output/explain.h"
#include "program/output/html.h"
#include "program/output/json.h"
#include "program/output/text.h"

/* Whether a field is the body or describes it, and so is not a header. */
static bool is_part(enum field field) {
    return field_body_format(field) || field == FIELD_COMMENTS || field == FIELD_SOURCES ||
           field == FIELD_CERTAINTY || field == FIELD_LINKS || field == FIELD_IMAGES ||
           field == FIELD_TABLES;
}

static bool has_value(const struct result *result, enum field field) {
    return field == FIELD_CONFIDENCE || field == FIELD_WORD_COUNT ||
           (field == FIELD_EXCERPT && field_excerpt(result).len > 0) || field_text(result, field) ||
           field_item(result, field, 0);
}

/* Appends an excerpt with its paragraphs on one line. */
static void append_excerpt(struct buffer *out, struct str excerpt) {
    for (size_t at = 0; at < excerpt.len;) {
        struct str line = str_trim(str_next_line(excerpt, &at));
        if (line.len > 0 && line.at > excerpt.at)
            buffer_append_byte(out, ' ');
        output_line(out, line);
    }
}

/* Appends a field's value on one line; the items of a list are separated by "; ". */
static void append_value(struct buffer *out, const struct result *result, enum field field) {
    const char *item;
    if (field == FIELD_CONFIDENCE)
        output_json_confidence(out, result);
    else if (field == FIELD_WORD_COUNT)
        buffer_append_number(out, field_word_count(result));
    else if (field == FIELD_EXCERPT)
        append_excerpt(out, field_excerpt(result));
    else if (field_text(result, field))
        output_line(out, str_of(field_text(result, field)));
    for (size_t i = 0; (item = field_item(result, field, i)) != NULL; i++) {
        if (i > 0)
            output_text(out, "; ");
        output_line(out, str_of(item));
    }
}

/* Appends a field's name in the style of email headers: "Headline", "Word-Count". */
static void append_header_name(struct buffer *out, enum field field) {
    bool at_start = true;
    for (const char *name = field_name(field); *name; name++) {
        buffer_append_byte(out, *name == '_' ? '-' : at_start ? ascii_upper(*name) : *name);
        at_start = *name == '_';
    }
}

static void append_header(struct buffer *out, const struct result *result,
                          const struct options *options, enum field field) {
    append_header_name(out, field);
    output_text(out, ": ");
    append_value(out, result, field);
    buffer_append_byte(out, '\n');
    const char *source = options->sources ? field_source(result, field) : NULL;
    if (source) {
        append_header_name(out, field);
        output_text(out, "-Source: ");
        output_text(out, source);
        buffer_append_byte(out, '\n');
    }
    double certainty;
    if (source && field_certainty(result, field, &certainty)) {
        append_header_name(out, field);
        output_text(out, "-Certainty: ");
        output_json_share(out, certainty);
        buffer_append_byte(out, '\n');
    }
}

static void append_headers(struct buffer *out, const struct result *result,
                           const struct options *options) {
    for (size_t i = 0; i < options->n_fields; i++) {
        enum field field = options->fields[i];
        if (!is_part(field) && has_value(result, field))
            append_header(out, result, options, field);
    }
}

/* Like an email message: headers, an empty line (even without headers, so that the body always
 * begins after the first empty line), and the body in any format. */
static void append_mail(struct buffer *out, const struct result *result,
                        const struct options *options) {
    append_headers(out, result, options);
    if (options_has_field(options, FIELD_TEXT)) {
        if (!options->body_only)
            buffer_append_byte(out, '\n');
        output_text(out, field_text(result, field_body(options->format)));
        buffer_append_byte(out, '\n');
    }
    const char *comments = field_text(result, FIELD_COMMENTS);
    if (options_has_field(options, FIELD_COMMENTS) && comments) {
        output_text(out, "\nComments:\n\n");
        output_text(out, comments);
        buffer_append_byte(out, '\n');
    }
}

/* The front matter keys that Pandoc, Hugo, Jekyll and Obsidian read, if they differ from the
 * field's own name. */
static const char *yaml_key(enum field field) {
    static const struct {
        enum field field;
        const char *key;
    } keys[] = {{(enum field)PITH_HEADLINE, "title"}, {FIELD_AUTHORS, "author"},
                {(enum field)PITH_DATE, "published"}, {(enum field)PITH_LANGUAGE, "lang"},
                {(enum field)PITH_DIRECTION, "dir"},  {(enum field)PITH_URL, "source"}};
    for (size_t i = 0; i < N_OF(keys); i++) {
        if (keys[i].field == field)
            return keys[i].key;
    }
    return field_name(field);
}

/* JSON's strings, lists and objects are also valid YAML 1.2. */
static void append_yaml_field(struct buffer *out, const struct result *result, enum field field) {
    const char *item;
    output_text(out, yaml_key(field));
    output_text(out, ": ");
    if (field_is_list(field))
        buffer_append_byte(out, '[');
    else if (field == FIELD_CONFIDENCE)
        output_json_confidence(out, result);
    else if (field == FIELD_WORD_COUNT)
        buffer_append_number(out, field_word_count(result));
    else if (field == FIELD_EXCERPT)
        json_append_string(out, field_excerpt(result));
    else
        output_json_bytes(out, str_of(field_text(result, field)));
    for (size_t i = 0; (item = field_item(result, field, i)) != NULL; i++) {
        if (i > 0)
            output_text(out, ", ");
        json_append_string(out, str_of(item));
    }
    output_text(out, field_is_list(field) ? "]\n" : "\n");
}

/* Appends where each value was found, under a key that is not the name of a field. */
static void append_yaml_sources(struct buffer *out, const struct result *result) {
    output_text(out, "sources:\n");
    for (unsigned i = 0; i < N_FIELDS; i++) {
        const char *source = field_source(result, (enum field)i);
        if (source) {
            output_text(out, "  ");
            output_text(out, yaml_key((enum field)i));
            output_text(out, ": ");
            json_append_string(out, str_of(source));
            buffer_append_byte(out, '\n');
        }
    }
}

static void append_yaml_certainty(struct buffer *out, const struct result *result) {
    output_text(out, "certainty:\n");
    for (unsigned i = 0; i <= FIELD_AUTHORS; i++) {
        double certainty;
        if (!field_certainty(result, (enum field)i, &certainty))
            continue;
        output_text(out, "  ");
        output_text(out, yaml_key((enum field)i));
        output_text(out, ": ");
        output_json_share(out, certainty);
        buffer_append_byte(out, '\n');
    }
}

static void append_front_matter(struct buffer *out, const struct result *result,
                                const struct options *options) {
    output_text(out, "---\n");
    for (size_t i = 0; i < options->n_fields; i++) {
        enum field field = options->fields[i];
        if (!is_part(field) && has_value(result, field))
            append_yaml_field(out, result, field);
    }
    if (options->sources) {
        append_yaml_sources(out, result);
        append_yaml_certainty(out, result);
    }
    output_text(out, "---\n\n");
}

/* "# headline", escaped. */
static void append_markdown_headline(struct buffer *out, const struct result *result,
                                     const struct options *options) {
    const char *headline = field_text(result, (enum field)PITH_HEADLINE);
    if (!headline || !options_has_field(options, (enum field)PITH_HEADLINE))
        return;
    struct str line = str_of(headline);
    output_text(out, "# ");
    escape_text(out, line, 0, line.len, ESCAPE_HEADING, true);
    output_text(out, "\n\n");
}

/* Comments are text, to be shown literally: any Markdown or HTML in it is the commenter's. */
static void append_markdown_comments(struct buffer *out, struct str comments) {
    output_text(out, "\n## Comments\n\n");
    for (size_t at = 0; at < comments.len;) {
        struct str line = str_trim(str_next_line(comments, &at));
        escape_text(out, line, 0, line.len, ESCAPE_PARAGRAPH, true);
        bool has_more = line.len > 0 && at < comments.len && comments.at[at] != '\n';
        if (has_more)
            escape_line_break(out);
        else
            buffer_append_byte(out, '\n');
    }
}

static void append_markdown(struct buffer *out, const struct result *result,
                            const struct options *options) {
    if (!options->body_only)
        append_front_matter(out, result, options);
    if (options_has_field(options, FIELD_TEXT)) {
        if (!options->body_only)
            append_markdown_headline(out, result, options);
        output_text(out, field_text(result, FIELD_MARKDOWN));
        buffer_append_byte(out, '\n');
    }
    if (options_has_field(options, FIELD_COMMENTS) && field_text(result, FIELD_COMMENTS))
        append_markdown_comments(out, str_of(field_text(result, FIELD_COMMENTS)));
}

static void append_cell(struct buffer *out, const struct result *result, enum field field) {
    struct buffer list;
    buffer_init(&list, out->arena);
    const char *text = field_text(result, field);
    if (!text)
        append_value(&list, result, field);
    output_tsv_cell(out, text ? str_of(text) : buffer_str(&list));
}

void output_header(char *out, const struct options *options) {
    size_t len = 0;
    out[0] = '\0';
    for (size_t i = 0; options->has_header && i < options->n_fields; i++)
        len += (size_t)snprintf(out + len, OUTPUT_HEADER_BYTES - len, "%s%c",
                                field_name(options->fields[i]),
                                i + 1 < options->n_fields ? '\t' : '\n');
}

static void append_row(struct buffer *out, const struct result *result,
                       const struct options *options) {
    char header[OUTPUT_HEADER_BYTES];
    if (options->out_dir) {
        output_header(header, options);
        output_text(out, header);
    }
    for (size_t i = 0; i < options->n_fields; i++) {
        enum field field = options->fields[i];
        if (i > 0)
            buffer_append_byte(out, '\t');
        append_cell(out, result, field);
    }
    buffer_append_byte(out, '\n');
}

static void append_json(struct buffer *out, const struct result *result,
                        const struct options *options) {
    buffer_append_byte(out, '{');
    output_json_members(out, result, options, 0);
    output_text(out, "}\n");
}

typedef void writer(struct buffer *out, const struct result *result, const struct options *options);

#define X(NAME, name, suffix, renderer, writer) writer,
static writer *const WRITERS[] = {OUTPUT_FORMATS(X)};
#undef X

void output_article(struct buffer *out, const struct result *result,
                    const struct options *options) {
    if (options->check)
        return;
    if (options->explain == EXPLAIN_TSV)
        output_explain_tsv(out, result);
    else if (options->explain == EXPLAIN_HTML)
        output_explain_html(out, result);
    else if (!result->is_empty || options->format == FORMAT_JSON || options->format == FORMAT_TSV)
        WRITERS[options->format](out, result, options);
}

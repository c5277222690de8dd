/*
 * A result's fields into JSON; see json.h.
 */
#include "program/output/json.h"

#include <stdio.h>

#include "base/json_write.h"
#include "base/utf8.h"
#include "program/output/text.h"

void output_json_key(struct buffer *out, struct str key) {
    if (out->data[out->len - 1] != '{')
        buffer_append_byte(out, ',');
    json_append_string(out, key);
    buffer_append_byte(out, ':');
}

void output_json_bytes(struct buffer *out, struct str bytes) {
    json_append_string(out, utf8_repaired(out->arena, bytes));
}

static void append_string(struct buffer *out, const char *text) {
    json_append_string(out, str_of(text));
}

/* Begins the member for a field. */
static void append_key(struct buffer *out, enum field field) {
    output_json_key(out, str_of(field_name(field)));
}

static void append_list(struct buffer *out, const struct result *result, enum field field) {
    if (!field_item(result, field, 0))
        return;
    append_key(out, field);
    buffer_append_byte(out, '[');
    const char *item;
    for (size_t i = 0; (item = field_item(result, field, i)) != NULL; i++) {
        if (i > 0)
            buffer_append_byte(out, ',');
        append_string(out, item);
    }
    buffer_append_byte(out, ']');
}

void output_json_confidence(struct buffer *out, const struct result *result) {
    char number[32];
    snprintf(number, sizeof number, "%.3f", pith_article_confidence(result->article));
    output_text(out, number);
}

static void append_sources(struct buffer *out, const struct result *result) {
    append_key(out, FIELD_SOURCES);
    buffer_append_byte(out, '{');
    for (unsigned i = 0; i < N_FIELDS; i++) {
        const char *source = field_source(result, (enum field)i);
        if (source) {
            append_key(out, (enum field)i);
            append_string(out, source);
        }
    }
    buffer_append_byte(out, '}');
}

static void append_member(struct buffer *out, const struct result *result, enum field field) {
    if (field == FIELD_CONFIDENCE) {
        append_key(out, field);
        output_json_confidence(out, result);
    } else if (field == FIELD_SOURCES) {
        append_sources(out, result);
    } else if (field_is_list(field)) {
        append_list(out, result, field);
    } else if (field == FIELD_FILE && result->file) {
        append_key(out, field);
        output_json_bytes(out, str_of(result->file));
    } else if (field_text(result, field)) {
        append_key(out, field);
        append_string(out, field_text(result, field));
    }
}

void output_json_members(struct buffer *out, const struct result *result,
                         const struct options *options, uint64_t skip) {
    for (size_t i = 0; i < options->n_fields; i++) {
        if (!(skip >> options->fields[i] & 1))
            append_member(out, result, options->fields[i]);
    }
}

/*
 * Writes a result's fields as JSON; see json.h.
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

/* Appends the key of a field's member. */
static void append_key(struct buffer *out, enum field field) {
    output_json_key(out, str_of(field_name(field)));
}

void output_json_share(struct buffer *out, double share) {
    char number[32];
    snprintf(number, sizeof number, "%.3f", share);
    output_text(out, number);
}

void output_json_confidence(struct buffer *out, const struct result *result) {
    output_json_share(out, pith_article_confidence(result->article));
}

/* Appends the library's member of that name, if it has a value. */
static void append_member(struct buffer *out, const struct result *result, enum field field) {
    enum { MOST_SHORT = 512 };
    const char *name = field_name(field);
    char *at = buffer_reserve(out, MOST_SHORT);
    size_t len = pith_article_json(result->article, name, at, MOST_SHORT);
    if (len >= MOST_SHORT) {
        at = buffer_reserve(out, len + 1);
        pith_article_json(result->article, name, at, len + 1);
    }
    if (len <= STR("{}").len)
        return;
    bool is_first = out->data[out->len - 1] == '{';
    at[0] = ','; /* was the opening brace */
    if (is_first)
        memmove(at, at + 1, len - 1);
    out->len += len - (is_first ? 2 : 1); /* without the closing brace */
}

static bool is_body(enum field field) {
    return field_body_format(field) != 0;
}

static void append_empty(struct buffer *out, enum field field) {
    append_key(out, field);
    json_append_string(out, STR(""));
}

static void append_zero(struct buffer *out, enum field field) {
    append_key(out, field);
    buffer_append_byte(out, '0');
}

/* Appends what the program knows but the library does not: the file's name, and what the record of
 * a crawl says, which may be any bytes. True if the field is one of those. */
static bool append_own(struct buffer *out, const struct result *result, enum field field) {
    unsigned long long number;
    const char *text = field_own_text(result, field);
    if (field_number(result, field, &number)) {
        append_key(out, field);
        buffer_append_number(out, (size_t)number);
    } else if (text) {
        append_key(out, field);
        output_json_bytes(out, str_of(text));
    }
    return text || field >= FIELD_FILE;
}

void output_json_members(struct buffer *out, const struct result *result,
                         const struct options *options, uint64_t skip) {
    for (size_t i = 0; i < options->n_fields; i++) {
        enum field field = options->fields[i];
        if (skip >> field & 1)
            continue;
        if (append_own(out, result, field))
            continue;
        if (result->is_empty && is_body(field))
            append_empty(out, field);
        else if (result->is_empty && field == FIELD_WORD_COUNT)
            append_zero(out, field);
        else if (result->is_empty && field == FIELD_EXCERPT)
            continue;
        else
            append_member(out, result, field);
    }
}

void output_json_record_members(struct buffer *out, const struct result *result) {
    for (size_t i = 0; i < field_n_record_own; i++)
        append_own(out, result, field_record_defaults[i]);
}

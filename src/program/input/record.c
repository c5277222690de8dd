/*
 * Reads the page in a JSON record; see record.h.
 */
#include "program/input/record.h"

#include <stdint.h>
#include <string.h>

#include "base/json_write.h"
#include "base/utf8.h"
#include "program/input/base64.h"
#include "program/output/json.h"
#include "program/output/text.h"

/* A record is flat except for what is passed through. No real metadata is deeper than this, and a
 * deeper record is refused rather than passed through incompletely. */
enum { MAX_DEPTH = 256 };

/* 48 bytes per value: the arena's limit is reached long before. */
static const size_t MAX_VALUES = (size_t)1 << 26;

static const struct json_value *member(const struct page_record *record, const char *key) {
    if (record->json.n_values == 0 || record->json.values[0].kind != JSON_OBJECT)
        return NULL;
    size_t i = json_member(&record->json, 0, str_of(key));
    return i ? &record->json.values[i] : NULL;
}

static struct str string_member(const struct page_record *record, const char *key) {
    const struct json_value *value = member(record, key);
    return value && value->kind == JSON_STRING ? value->text : STR_NONE;
}

/* A copy as a C string; NULL if it is absent or empty. */
static const char *c_string(struct arena *arena, struct str s) {
    return s.len ? arena_copy(arena, s).at : NULL;
}

/* Finds the page among the record's members. Returns NULL, or the reason why there is none. */
static const char *find_page(struct arena *arena, struct page_record *record) {
    struct str base64 = string_member(record, "html_base64");
    record->page = string_member(record, "html");
    record->charset = "UTF-8";
    if (record->page.at)
        return NULL;
    if (base64.at) {
        record->charset = c_string(arena, string_member(record, "charset"));
        return base64_decode(arena, base64, &record->page) ? NULL : "html_base64 is not base64";
    }
    record->is_dump = true;
    record->page = string_member(record, "text");
    return record->page.at ? NULL : "the record has no string member html, html_base64 or text";
}

size_t record_mark_len(struct str line) {
    const struct str mark = STR("\xEF\xBB\xBF");
    return str_starts_with(line, mark) ? mark.len : 0;
}

const char *record_read(struct arena *arena, struct str line, bool is_cut,
                        struct page_record *out) {
    struct json_limits limits = {MAX_DEPTH, MAX_VALUES};
    *out = (struct page_record){0};
    line = str_between(line, record_mark_len(line), line.len);
    struct str text = out->line = utf8_repaired(arena, line);
    json_parse(arena, text, limits, &out->json);
    if (is_cut)
        return "the record is longer than --max-input allows";
    if (text.at != line.at) /* it had to be repaired */
        return "the record is not UTF-8";
    if (!out->json.is_strict || out->json.is_truncated)
        return "the record is not JSON";
    if (out->json.values[0].kind != JSON_OBJECT)
        return "the record is not a JSON object";
    out->url = c_string(arena, string_member(out, "url"));
    return find_page(arena, out);
}

static bool is_consumed(struct str key) {
    return str_equals(key, STR("html")) || str_equals(key, STR("html_base64")) ||
           str_equals(key, STR("text")) || str_equals(key, STR("charset")) ||
           str_equals(key, STR("error")) || str_equals(key, STR("code"));
}

bool record_passes(const struct page_record *record, const char *key) {
    return !is_consumed(str_of(key)) && member(record, key) != NULL;
}

/* The id of a record that is not valid JSON may be an invalid number: it is passed through as a
 * string. */
static void append_scalar(struct buffer *out, const struct json_value *value) {
    static const char *const words[] = {
        [JSON_NULL] = "null", [JSON_FALSE] = "false", [JSON_TRUE] = "true"};
    if (value->kind == JSON_NUMBER && json_is_number(value->text))
        buffer_append(out, value->text);
    else if (value->kind == JSON_NUMBER || value->kind == JSON_STRING)
        json_append_string(out, value->text);
    else
        output_text(out, words[value->kind]);
}

static bool is_container(const struct json_value *value) {
    return value->kind == JSON_ARRAY || value->kind == JSON_OBJECT;
}

/* Closes the containers of values[first ...] that end at `i`, innermost first. */
static void close_containers(struct buffer *out, const struct json *json, size_t first, size_t i) {
    for (size_t at = i - 1;; at = json->values[at].parent) {
        const struct json_value *value = &json->values[at];
        if (value->end != i)
            break;
        if (is_container(value))
            buffer_append_byte(out, value->kind == JSON_ARRAY ? ']' : '}');
        if (at == first)
            break;
    }
}

/* Appends the value at `first` with everything in it, without recursion: the array is in document
 * order, so containers are opened on the way and closed where they end. */
static void append_value(struct buffer *out, const struct json *json, size_t first) {
    for (size_t i = first; i < json->values[first].end; i++) {
        const struct json_value *value = &json->values[i];
        if (i > first && i != (size_t)value->parent + 1)
            buffer_append_byte(out, ',');
        if (i > first && json->values[value->parent].kind == JSON_OBJECT) {
            json_append_string(out, value->key);
            buffer_append_byte(out, ':');
        }
        if (is_container(value))
            buffer_append_byte(out, value->kind == JSON_ARRAY ? '[' : '{');
        else
            append_scalar(out, value);
        close_containers(out, json, first, i + 1);
    }
}

void record_append_members(struct buffer *out, const struct page_record *record,
                           bool (*is_replaced)(struct str key)) {
    const struct json *json = &record->json;
    for (size_t i = 1; i < json->values[0].end; i = json->values[i].end) {
        struct str key = json->values[i].key;
        if (is_consumed(key) || (is_replaced && is_replaced(key)))
            continue;
        output_json_key(out, key);
        append_value(out, json, i);
    }
}

/* Whether the record ends before anything that shows that the value is whole: the 12 in {"id":12
 * may have been 123. What follows a number or a plain string shows it. */
static bool may_be_cut(const struct page_record *record, const struct json_value *value) {
    uintptr_t at = (uintptr_t)value->text.at, line = (uintptr_t)record->line.at;
    bool is_followed = at >= line && at + value->text.len < line + record->line.len;
    return record->json.is_truncated && value->end == record->json.n_values && !is_followed;
}

void record_append_id(struct buffer *out, const struct page_record *record) {
    const struct json_value *id = member(record, "id");
    output_text(out, "{\"id\":");
    if (id && !may_be_cut(record, id))
        append_value(out, &record->json, (size_t)(id - record->json.values));
    else
        output_text(out, "null");
}

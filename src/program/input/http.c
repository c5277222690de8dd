/*
 * Splits HTTP messages into their parts; see http.h.
 */
#include "program/input/http.h"

#include <stdint.h>

#include "base/ascii.h"
#include "pith.h"
#include "program/input/unpack.h"

/* The line at `at` without its end; *next is set to where the following one begins. */
static struct str line_at(struct str bytes, size_t at, size_t *next) {
    *next = at;
    struct str line = str_next_line(bytes, next);
    if (str_ends_with(line, STR("\r")))
        line.len--;
    return line;
}

size_t http_head_len(struct str bytes) {
    size_t next;
    for (size_t at = 0; at < bytes.len; at = next) {
        struct str line = line_at(bytes, at, &next);
        if (line.len == 0)
            return next;
    }
    return 0;
}

struct str http_header(struct str head, struct str lower_name) {
    size_t next;
    for (size_t at = 0; at < head.len; at = next) {
        struct str line = line_at(head, at, &next);
        if (line.len > lower_name.len && line.at[lower_name.len] == ':' &&
            str_equals_lower(str_between(line, 0, lower_name.len), lower_name))
            return str_trim(str_between(line, lower_name.len + 1, line.len));
    }
    return STR_NONE;
}

bool http_content_length(struct str head, size_t *out) {
    struct str text = http_header(head, STR("content-length"));
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit(text.at[i]) || n > SIZE_MAX / 100)
            return false;
        n = n * 10 + (size_t)(text.at[i] - '0');
    }
    *out = n;
    return text.len > 0;
}

struct str http_media_type(struct str content_type) {
    return str_trim(str_before(content_type, ';'));
}

struct str http_charset(struct str content_type) {
    static const struct str key = STR_INIT("charset=");
    for (size_t i = 0; i + key.len <= content_type.len; i++) {
        if (!str_equals_lower(str_between(content_type, i, i + key.len), key))
            continue;
        struct str rest = str_between(content_type, i + key.len, content_type.len);
        struct str name = str_trim(str_before(rest, ';'));
        if (name.len >= 2 && name.at[0] == '"' && name.at[name.len - 1] == '"')
            name = str_between(name, 1, name.len - 1);
        return name.len ? name : STR_NONE;
    }
    return STR_NONE;
}

bool http_is_html(struct str media_type) {
    return str_equals_lower(media_type, STR("text/html")) ||
           str_equals_lower(media_type, STR("application/xhtml+xml"));
}

unsigned http_status(struct str head) {
    size_t next;
    struct str line = line_at(head, 0, &next);
    size_t at = str_find_byte(line, 0, ' ');
    unsigned status = 0;
    if (!str_starts_with(head, STR("HTTP/")) || at + 4 > line.len)
        return 0;
    for (size_t i = at + 1; i < at + 4; i++) {
        if (!ascii_is_digit(line.at[i]))
            return 0;
        status = status * 10 + (unsigned)(line.at[i] - '0');
    }
    return status;
}

/* ---- Transfer coding ---- */

/* The size in a chunk's header line, or SIZE_MAX if there is none. */
static size_t chunk_size(struct str line) {
    size_t size = 0, i = 0;
    for (; i < line.len && ascii_digit_value(line.at[i]) < 16; i++) {
        if (size > SIZE_MAX >> 5)
            return SIZE_MAX;
        size = size << 4 | ascii_digit_value(line.at[i]);
    }
    bool is_size = i > 0 && (i == line.len || ascii_is_one_of(line.at[i], "; \t"));
    return is_size ? size : SIZE_MAX;
}

/* Decodes chunked transfer. Returns NULL, or the reason why it stopped, with what came before in
 * `out`. */
static const char *append_dechunked(struct buffer *out, struct str body) {
    size_t at = 0;
    while (at < body.len) {
        size_t size = chunk_size(line_at(body, at, &at));
        if (size == 0)
            return NULL;
        if (size == SIZE_MAX)
            return "the chunks of the response are damaged";
        size_t left = body.len - at;
        buffer_append(out, str_between(body, at, at + (size < left ? size : left)));
        if (size > left)
            break;
        at += size;
        line_at(body, at, &at); /* the line break after the chunk */
    }
    return "the chunks of the response are cut short";
}

static const char *undo_chunks(struct arena *arena, struct str *body) {
    size_t next;
    struct buffer out;
    if (chunk_size(line_at(*body, 0, &next)) == SIZE_MAX)
        return NULL; /* already decoded */
    buffer_init(&out, arena);
    const char *reason = append_dechunked(&out, *body);
    *body = buffer_str(&out);
    return reason;
}

/* ---- Content codings ---- */

/* Whether the bytes may be a page without further decoding. */
static bool is_plain(struct str body) {
    const char *media_type = pith_sniff(body.at, body.len, NULL);
    return !media_type || !str_equals(str_of(media_type), STR("application/octet-stream"));
}

static const char *undo_coding(struct arena *arena, struct str name, size_t max, struct str *body) {
    enum packing packing;
    struct buffer out;
    if (!unpack_coding(name, &packing))
        return is_plain(*body) ? NULL : "the response has an unknown content coding";
    bool has_signature = packing != PACKING_ZLIB && packing != PACKING_BROTLI;
    if (packing == PACKING_NONE || (has_signature && codec_find(*body) != packing))
        return NULL;
    buffer_init(&out, arena);
    const char *reason = unpack_append(&out, *body, packing, max);
    if (reason && !has_signature && is_plain(*body))
        return NULL;
    *body = buffer_str(&out);
    return reason;
}

/* Removes the last coding from `*list` and returns it; STR_NONE if there is none left. */
static struct str last_coding(struct str *list) {
    size_t at = list->len;
    while (at > 0 && list->at[at - 1] != ',')
        at--;
    struct str name = str_trim(str_between(*list, at, list->len));
    bool is_done = list->len == 0;
    *list = str_between(*list, 0, at > 0 ? at - 1 : 0);
    return is_done ? STR_NONE : name;
}

/* Codings in one list: more than this are an attack. */
enum { MAX_CODINGS = 8 };

/* Undoes the codings in a list, the last one first. */
static const char *undo_codings(struct arena *arena, struct str list, size_t max,
                                struct str *body) {
    const char *reason = NULL;
    struct str name;
    int n = 0;
    while (!reason && (name = last_coding(&list)).at) {
        n += name.len > 0;
        if (n > MAX_CODINGS)
            return "the response has too many codings";
        arena_check_time(arena);
        if (str_equals_lower(name, STR("chunked")))
            reason = undo_chunks(arena, body);
        else if (name.len > 0)
            reason = undo_coding(arena, name, max, body);
    }
    return reason;
}

const char *http_decode_body(struct arena *arena, struct str head, size_t max, struct str *body) {
    struct str transfer = http_header(head, STR("transfer-encoding"));
    struct str content = http_header(head, STR("content-encoding"));
    const char *reason = undo_codings(arena, transfer, max, body);
    if (!reason)
        reason = undo_codings(arena, content, max, body);
    return reason ? reason : unpack_by_signature(arena, body, max);
}

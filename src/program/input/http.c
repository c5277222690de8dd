/*
 * HTTP responses in WARC records into pages; see http.h.
 */
#include "program/input/http.h"

#include <stdint.h>

#include "base/ascii.h"
#include "program/input/gzip.h"

/* The line at `at` without its end; *next is where the following one begins. */
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

/* The size that a chunk's line gives, or SIZE_MAX where it gives none. */
static size_t chunk_size(struct str line) {
    size_t size = 0, i = 0;
    for (; i < line.len && ascii_digit_value(line.at[i]) < 16; i++) {
        if (size > SIZE_MAX >> 5)
            return SIZE_MAX;
        size = size << 4 | ascii_digit_value(line.at[i]);
    }
    return i > 0 ? size : SIZE_MAX;
}

/* Undoes the chunks; false where they are damaged or cut, with what came before in `out`. */
static bool append_dechunked(struct buffer *out, struct str body) {
    size_t at = 0;
    while (at < body.len) {
        size_t size = chunk_size(line_at(body, at, &at));
        if (size == 0)
            return true;
        if (size > body.len - at)
            break;
        buffer_append(out, str_between(body, at, at + size));
        at += size;
        line_at(body, at, &at); /* the line break behind the chunk */
    }
    return false;
}

/* What the parameter charset of a media type says. */
static struct str charset_of(struct str type) {
    static const struct str key = STR_INIT("charset=");
    for (size_t i = 0; i + key.len <= type.len; i++) {
        if (!str_equals_lower(str_between(type, i, i + key.len), key))
            continue;
        struct str name = str_trim(str_before(str_between(type, i + key.len, type.len), ';'));
        if (name.len >= 2 && name.at[0] == '"' && name.at[name.len - 1] == '"')
            name = str_between(name, 1, name.len - 1);
        return name.len ? name : STR_NONE;
    }
    return STR_NONE;
}

static bool is_html(struct str type) {
    struct str media = str_trim(str_before(type, ';'));
    return str_equals_lower(media, STR("text/html")) ||
           str_equals_lower(media, STR("application/xhtml+xml"));
}

static const char *decode_transfer(struct arena *arena, struct str head, struct str *body) {
    if (!str_equals_lower(http_header(head, STR("transfer-encoding")), STR("chunked")))
        return NULL;
    struct buffer out;
    buffer_init(&out, arena);
    /* Crawlers that undo the chunks often leave the header: then the body is no chunk at all. */
    size_t next;
    if (chunk_size(line_at(*body, 0, &next)) == SIZE_MAX)
        return NULL;
    bool is_whole = append_dechunked(&out, *body);
    *body = buffer_str(&out);
    return is_whole ? NULL : "the chunks of the response are damaged";
}

static const char *decode_content(struct arena *arena, struct str head, size_t max,
                                  struct str *body) {
    struct str coding = http_header(head, STR("content-encoding"));
    bool gzip = str_equals_lower(coding, STR("gzip")) || str_equals_lower(coding, STR("x-gzip"));
    bool deflate = str_equals_lower(coding, STR("deflate"));
    if (coding.len == 0 || str_equals_lower(coding, STR("identity")))
        return NULL;
    if (!gzip && !deflate)
        return "the response has a content coding that is not gzip or deflate";
    if (gzip && !gzip_is_gzip(*body))
        return NULL; /* undone by the crawler, which left the header */
    struct buffer out;
    buffer_init(&out, arena);
    bool is_whole = gzip_append_inflated(&out, *body, gzip ? GZIP_GZIP : GZIP_DEFLATE, max);
    *body = buffer_str(&out);
    return is_whole ? NULL : "the response's compressed data is damaged";
}

/* "HTTP/1.1 200 OK": the three digits. */
static struct str status_of(struct str head) {
    size_t next;
    struct str line = line_at(head, 0, &next);
    size_t at = str_find_byte(line, 0, ' ');
    return at + 4 <= line.len ? str_between(line, at + 1, at + 4) : STR_NONE;
}

static enum warc_outcome read_response(struct arena *arena, struct str message, size_t max,
                                       struct warc_page *out, const char **reason) {
    size_t head_len = http_head_len(message);
    if (!str_starts_with(message, STR("HTTP/")) || head_len == 0) {
        *reason = "the record holds no HTTP response";
        return WARC_DAMAGED;
    }
    struct str head = str_between(message, 0, head_len);
    struct str type = http_header(head, STR("content-type"));
    if (!is_html(type))
        return WARC_OTHER;
    out->charset = charset_of(type);
    out->status = status_of(head);
    out->page = str_between(message, head_len, message.len);
    *reason = decode_transfer(arena, head, &out->page);
    if (!*reason)
        *reason = decode_content(arena, head, max, &out->page);
    return *reason ? WARC_DAMAGED : WARC_PAGE;
}

/* wget puts the URI between angle brackets, as the grammar of WARC 1.0 had it by mistake. */
static struct str without_brackets(struct str uri) {
    if (uri.len >= 2 && uri.at[0] == '<' && uri.at[uri.len - 1] == '>')
        return str_between(uri, 1, uri.len - 1);
    return uri;
}

enum warc_outcome warc_read(struct arena *arena, struct str record, size_t max,
                            struct warc_page *out, const char **reason) {
    *out = (struct warc_page){0};
    size_t head_len = http_head_len(record);
    struct str head = str_between(record, 0, head_len);
    struct str block = str_between(record, head_len, record.len);
    if (!str_equals_lower(http_header(head, STR("warc-type")), STR("response")))
        return WARC_OTHER;
    out->id = http_header(head, STR("warc-record-id"));
    out->url = without_brackets(http_header(head, STR("warc-target-uri")));
    out->date = http_header(head, STR("warc-date"));
    size_t len;
    if (!http_content_length(head, &len) || len > block.len) { /* its file ends too early */
        *reason = "the record is cut short";
        return WARC_DAMAGED;
    }
    return read_response(arena, block, max, out, reason);
}

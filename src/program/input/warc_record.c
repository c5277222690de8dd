/*
 * Reads the pages in records of crawls; see warc_record.h.
 */
#include "program/input/warc_record.h"

#include "base/ascii.h"
#include "program/input/http.h"

bool warc_is_head(struct str bytes) {
    return bytes.len >= 8 && str_starts_with(bytes, STR("WARC/")) && ascii_is_digit(bytes.at[5]) &&
           bytes.at[6] == '.' && ascii_is_digit(bytes.at[7]);
}

bool warc_may_hold_page(struct str head) {
    struct str type = http_header(head, STR("warc-type"));
    return str_equals_lower(type, STR("response")) || str_equals_lower(type, STR("resource")) ||
           str_equals_lower(type, STR("conversion"));
}

/* ---- ARC 1 ---- */

static struct str next_word(struct str line, size_t *at) {
    size_t end = str_find_byte(line, *at, ' ');
    struct str word = str_between(line, *at, end);
    *at = end < line.len ? end + 1 : end;
    return word;
}

static bool is_arc_date(struct str word) {
    return word.len >= 8 && ascii_is_digit(word.at[0]);
}

/* The length of a header's URL. One with spaces shifts the fields, but in ARC 1 it is what precedes
 * the last four. */
static size_t arc_url_len(struct str line) {
    size_t at = 0, end = line.len;
    size_t url_len = next_word(line, &at).len;
    next_word(line, &at);
    if (is_arc_date(next_word(line, &at)))
        return url_len;
    for (int i = 0; i < 4 && end > 0; i++) {
        while (end > 0 && line.at[end - 1] != ' ')
            end--;
        end -= end > 0;
    }
    return end > 0 ? end : url_len;
}

bool warc_read_arc_head(struct str line, struct arc_head *out) {
    size_t at;
    if (str_ends_with(line, STR("\r")))
        line.len--;
    size_t url_len = arc_url_len(line);
    *out = (struct arc_head){.url = str_between(line, 0, url_len)};
    at = url_len < line.len ? url_len + 1 : url_len;
    next_word(line, &at); /* the server's address */
    out->date = next_word(line, &at);
    out->type = next_word(line, &at);
    struct str len = next_word(line, &at);
    while (at < line.len) /* ARC 2 has more fields before the length */
        len = next_word(line, &at);
    for (size_t i = 0; i < len.len; i++) {
        if (!ascii_is_digit(len.at[i]) || out->len > SIZE_MAX / 100)
            return false;
        out->len = out->len * 10 + (size_t)(len.at[i] - '0');
    }
    return len.len > 0 && is_arc_date(out->date) && str_holds(out->url, STR(":"));
}

/* "20010102030405" as "2001-01-02T03:04:05Z". */
static struct str arc_date(struct arena *arena, struct str date) {
    static const char form[] = "0000-00-00T00:00:00Z";
    if (date.len != 14)
        return date;
    char *text = arena_alloc(arena, sizeof form);
    size_t at = 0;
    for (size_t i = 0; i < sizeof form; i++)
        text[i] = form[i] == '0' ? date.at[at++] : form[i];
    return (struct str){text, sizeof form - 1};
}

/* ---- Payload ---- */

static bool is_same_type(struct str a, struct str b) {
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        if (ascii_lower(a.at[i]) != ascii_lower(b.at[i]))
            return false;
    }
    return true;
}

/* Whether --where selects this record. Records without HTTP have no status to be rejected by. */
static bool is_wanted(const struct options *options, const struct warc_page *page,
                      struct str identified) {
    struct str type = identified.len > 0 ? identified : page->content_type;
    const struct where *where = &options->where;
    bool has_status = page->status == 0 || where->status == 0 || where->status == page->status ||
                      (where->status < 10 && page->status / 100 == where->status);
    return has_status && (!where->type.at || is_same_type(type, where->type));
}

/* Whether the payload is a page: according to the crawler, otherwise according to the server,
 * otherwise by its first byte. */
static bool is_page(const struct warc_page *page, struct str identified) {
    if (http_is_html(identified))
        return true;
    if (identified.len > 0 && !str_starts_with_lower(identified, STR("text/")))
        return false;
    if (page->content_type.len > 0)
        return http_is_html(page->content_type);
    struct str body = str_trim(page->page);
    return identified.len == 0 && body.len > 0 && body.at[0] == '<';
}

/* Reads the header of an HTTP response, which is returned; empty if there is none. */
static struct str describe_http(struct str message, struct warc_page *out) {
    size_t head_len = str_starts_with(message, STR("HTTP/")) ? http_head_len(message) : 0;
    struct str head = str_between(message, 0, head_len);
    struct str type = http_header(head, STR("content-type"));
    out->content_type = http_media_type(type);
    out->charset = http_charset(type);
    out->status = http_status(head);
    out->page = str_between(message, head_len, message.len);
    return head;
}

static enum warc_outcome read_http(struct arena *arena, struct str message, struct str identified,
                                   const struct options *options, struct warc_page *out,
                                   const char **reason) {
    struct str head = describe_http(message, out);
    if (head.len == 0) {
        out->page = STR_NONE; /* a header without its end is no page */
        *reason = "the record contains no HTTP response";
        return WARC_DAMAGED;
    }
    if (!is_wanted(options, out, identified) ||
        (out->content_type.len > 0 && !is_page(out, identified)))
        return WARC_OTHER;
    *reason = http_decode_body(arena, head, options->page.max_input_bytes, &out->page);
    if (!is_page(out, identified))
        return WARC_OTHER;
    return *reason ? WARC_DAMAGED : WARC_PAGE;
}

/* Reads a record whose block is the payload itself. Plain text is the conversion of a page. */
static enum warc_outcome read_payload(struct str block, struct str type, struct str identified,
                                      bool is_conversion, const struct options *options,
                                      struct warc_page *out) {
    out->content_type = http_media_type(type);
    out->charset = http_charset(type);
    out->page = block;
    out->is_text = is_conversion && str_equals_lower(out->content_type, STR("text/plain"));
    bool is_read = out->is_text || is_page(out, identified);
    return is_read && is_wanted(options, out, identified) ? WARC_PAGE : WARC_OTHER;
}

/* wget puts the URI between angle brackets, as a mistake in the grammar of WARC 1.0 demands. */
static struct str without_brackets(struct str uri) {
    if (uri.len >= 2 && uri.at[0] == '<' && uri.at[uri.len - 1] == '>')
        return str_between(uri, 1, uri.len - 1);
    return uri;
}

static void read_fields(struct str head, struct warc_page *out) {
    out->id = http_header(head, STR("warc-record-id"));
    out->url = without_brackets(http_header(head, STR("warc-target-uri")));
    out->date = http_header(head, STR("warc-date"));
    out->digest = http_header(head, STR("warc-payload-digest"));
    if (!out->digest.at)
        out->digest = http_header(head, STR("warc-block-digest"));
}

/* Whether the block of a record with this header is an HTTP message. */
static bool holds_http(struct str head, struct str block) {
    struct str type = http_header(head, STR("content-type"));
    bool is_response = str_equals_lower(http_header(head, STR("warc-type")), STR("response"));
    return str_equals_lower(http_media_type(type), STR("application/http")) ||
           (is_response && (type.len == 0 || str_starts_with(block, STR("HTTP/"))));
}

static enum warc_outcome read_block(struct arena *arena, struct str head, struct str block,
                                    const struct options *options, struct warc_page *out,
                                    const char **reason) {
    struct str type = http_header(head, STR("content-type"));
    struct str identified = http_media_type(http_header(head, STR("warc-identified-payload-type")));
    if (holds_http(head, block))
        return read_http(arena, block, identified, options, out, reason);
    bool is_conversion = str_equals_lower(http_header(head, STR("warc-type")), STR("conversion"));
    return read_payload(block, type, identified, is_conversion, options, out);
}

static enum warc_outcome read_arc(struct arena *arena, struct str record,
                                  const struct options *options, struct warc_page *out,
                                  const char **reason) {
    size_t at = 0;
    struct arc_head head;
    if (!warc_read_arc_head(str_next_line(record, &at), &head) ||
        str_starts_with(head.url, STR("filedesc:")))
        return WARC_OTHER;
    out->url = head.url;
    out->date = arc_date(arena, head.date);
    struct str block = str_between(record, at, record.len);
    bool is_cut = block.len < head.len;
    if (!is_cut)
        block.len = head.len;
    if (!str_starts_with(block, STR("HTTP/")))
        return WARC_OTHER;
    enum warc_outcome outcome = read_http(arena, block, STR_NONE, options, out, reason);
    if (outcome == WARC_OTHER || !is_cut)
        return outcome;
    *reason = "the record is cut short";
    return WARC_DAMAGED;
}

enum warc_outcome warc_read(struct arena *arena, struct str record, const struct options *options,
                            struct warc_page *out, const char **reason) {
    *out = (struct warc_page){0};
    *reason = NULL;
    if (!warc_is_head(record))
        return read_arc(arena, record, options, out, reason);
    size_t len, head_len = http_head_len(record);
    struct str head = str_between(record, 0, head_len);
    struct str block = str_between(record, head_len, record.len);
    if (!warc_may_hold_page(head))
        return WARC_OTHER;
    read_fields(head, out);
    bool is_cut = !http_content_length(head, &len) || len > block.len; /* its file ends too early */
    if (!is_cut)
        block.len = len;
    enum warc_outcome outcome = read_block(arena, head, block, options, out, reason);
    if (outcome == WARC_OTHER || !is_cut)
        return outcome;
    *reason = "the record is cut short";
    return WARC_DAMAGED;
}

static void describe_arc(struct arena *arena, struct str record, struct warc_page *out) {
    size_t at = 0;
    struct arc_head head;
    if (!warc_read_arc_head(str_next_line(record, &at), &head))
        return;
    out->url = head.url;
    out->date = arc_date(arena, head.date);
    describe_http(str_between(record, at, record.len), out);
}

void warc_describe(struct arena *arena, struct str record, struct warc_page *out) {
    *out = (struct warc_page){0};
    if (!warc_is_head(record)) {
        describe_arc(arena, record, out);
        return;
    }
    size_t head_len = http_head_len(record);
    struct str head = str_between(record, 0, head_len);
    struct str block = str_between(record, head_len, record.len);
    read_fields(head, out);
    if (holds_http(head, block))
        describe_http(block, out);
    else
        out->content_type = http_media_type(http_header(head, STR("content-type")));
}

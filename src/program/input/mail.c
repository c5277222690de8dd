/*
 * Finds the page in an email message; see mail.h. The nesting of multiparts is ignored: each line
 * that is a known boundary begins another part, whatever contains it.
 */
#include "program/input/mail.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "program/input/base64.h"
#include "program/input/http.h"

/* Nested multiparts; the boundaries of deeper ones are ignored. */
enum { MAX_BOUNDARIES = 16 };

struct mail {
    struct arena *arena;
    struct str bytes;
    size_t at; /* where the next line begins */
    struct str boundaries[MAX_BOUNDARIES];
    size_t n_boundaries;
    struct str url; /* of the whole archive */
};

/* Reads the header at mail->at, with folded lines joined, and moves past it. */
static struct str read_head(struct mail *mail) {
    struct buffer out;
    buffer_init(&out, mail->arena);
    while (mail->at < mail->bytes.len) {
        struct str line = str_next_line(mail->bytes, &mail->at);
        if (str_ends_with(line, STR("\r")))
            line.len--;
        if (line.len == 0)
            break;
        bool is_folded = ascii_is_one_of(line.at[0], " \t");
        if (out.len > 0)
            buffer_append_byte(&out, is_folded ? ' ' : '\n');
        buffer_append(&out, is_folded ? str_trim(line) : line);
    }
    buffer_append_byte(&out, '\n');
    return buffer_str(&out);
}

/* The value of a parameter of a header field, without quotes; STR_NONE if it is absent. */
static struct str parameter(struct str value, struct str name) {
    for (size_t i = 0; i + name.len < value.len; i++) {
        struct str rest = str_between(value, i, value.len);
        bool is_start = i > 0 && ascii_is_one_of(value.at[i - 1], "; \t");
        if (!is_start || !str_starts_with_lower(rest, name))
            continue;
        rest = str_between(rest, name.len, rest.len);
        if (rest.len > 0 && rest.at[0] == '"')
            return str_before(str_between(rest, 1, rest.len), '"');
        return str_trim(str_before(rest, ';'));
    }
    return STR_NONE;
}

static bool is_boundary(const struct mail *mail, struct str line) {
    if (!str_starts_with(line, STR("--")))
        return false;
    line = str_between(line, 2, line.len);
    for (size_t i = 0; i < mail->n_boundaries; i++)
        if (str_starts_with(line, mail->boundaries[i]))
            return true;
    return false;
}

/* Reads the body of a part, and moves past the boundary at its end. */
static struct str read_body(struct mail *mail) {
    size_t start = mail->at;
    while (mail->at < mail->bytes.len) {
        size_t end = mail->at;
        if (is_boundary(mail, str_next_line(mail->bytes, &mail->at)))
            return str_between(mail->bytes, start, end);
    }
    return str_between(mail->bytes, start, mail->bytes.len);
}

/* The end of the soft line break at `at`, which must be "=": white space after it was added in
 * transit. `at` if it is something else. */
static size_t soft_break_end(struct str in, size_t at) {
    size_t end = at + 1;
    while (end < in.len && ascii_is_one_of(in.at[end], " \t\r"))
        end++;
    return end < in.len && in.at[end] == '\n' ? end + 1 : at;
}

/* RFC 2045, section 6.7. */
static struct str decode_quoted_printable(struct arena *arena, struct str in) {
    char *data = arena_alloc(arena, in.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < in.len; i++) {
        uint32_t high = 16, low = 16;
        if (in.at[i] == '=' && i + 2 < in.len) {
            high = ascii_digit_value(in.at[i + 1]);
            low = ascii_digit_value(in.at[i + 2]);
        }
        if (high < 16 && low < 16) {
            data[len++] = (char)(high << 4 | low);
            i += 2;
        } else if (in.at[i] == '=' && soft_break_end(in, i) > i) {
            i = soft_break_end(in, i) - 1;
        } else {
            data[len++] = in.at[i];
        }
    }
    return (struct str){data, len};
}

static struct str decode_body(struct arena *arena, struct str head, struct str body) {
    struct str coding = http_header(head, STR("content-transfer-encoding"));
    if (str_equals_lower(coding, STR("quoted-printable")))
        return decode_quoted_printable(arena, body);
    if (str_equals_lower(coding, STR("base64")))
        return base64_decode_mail(arena, body);
    return body;
}

/* Whether the part that begins at mail->at is the page; moves past it, or into it if it is a
 * multipart. */
static bool read_part(struct mail *mail, struct mail_page *out) {
    struct str head = read_head(mail);
    struct str type = http_header(head, STR("content-type"));
    struct str boundary = parameter(type, STR("boundary="));
    if (str_starts_with_lower(type, STR("multipart/")) && boundary.len > 0 &&
        mail->n_boundaries < MAX_BOUNDARIES)
        mail->boundaries[mail->n_boundaries++] = boundary;
    if (!mail->url.at)
        mail->url = http_header(head, STR("snapshot-content-location"));
    struct str body = read_body(mail);
    if (!http_is_html(http_media_type(type)))
        return false;
    struct str url = http_header(head, STR("content-location"));
    *out = (struct mail_page){.page = decode_body(mail->arena, head, body),
                              .url = url.len ? url : mail->url,
                              .charset = http_charset(type)};
    return true;
}

bool mail_find_page(struct arena *arena, struct str bytes, struct mail_page *out) {
    struct mail mail = {.arena = arena, .bytes = bytes};
    if (str_starts_with(bytes, STR("From "))) /* as mailboxes separate messages */
        str_next_line(bytes, &mail.at);
    while (mail.at < bytes.len)
        if (read_part(&mail, out))
            return true;
    return false;
}

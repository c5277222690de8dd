/*
 * Resolves references to URLs; see url.h.
 */
#include "base/url.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* The parts of a reference (RFC 3986, appendix B); an absent part is STR_NONE. */
struct url {
    struct str scheme, authority, path, query, fragment;
};

/* Every relative link of a page repeats the base, so a long base would make the output grow with
 * the square of the page. About 2,000 bytes have long been considered the most that works in all
 * browsers and servers; the longest address among 2,219 real pages has 409. */
static const size_t MAX_BASE_BYTES = 2000;

static bool is_scheme_char(char c) {
    return ascii_is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
}

/* The position of the first of `stops` at or after `from`, or the end. */
static size_t find_any(struct str s, size_t from, const char *stops) {
    size_t end = s.len;
    for (; *stops && from < end; stops++) {
        const char *found = memchr(s.at + from, *stops, end - from);
        if (found)
            end = (size_t)(found - s.at);
    }
    return end;
}

static struct str scheme_of(struct str s) {
    if (s.len == 0 || !ascii_is_letter(s.at[0]))
        return STR_NONE;
    size_t i = 1;
    while (i < s.len && is_scheme_char(s.at[i]))
        i++;
    return i < s.len && s.at[i] == ':' ? str_between(s, 0, i) : STR_NONE;
}

static struct url take_apart(struct str s) {
    struct url url = {.scheme = scheme_of(s)};
    size_t at = url.scheme.at ? url.scheme.len + 1 : 0;
    if (s.len - at >= 2 && s.at[at] == '/' && s.at[at + 1] == '/') {
        size_t end = find_any(s, at + 2, "/?#");
        url.authority = str_between(s, at + 2, end);
        at = end;
    }
    size_t end = find_any(s, at, "?#");
    url.path = str_between(s, at, end);
    if (end < s.len && s.at[end] == '?') {
        at = end + 1;
        end = find_any(s, at, "#");
        url.query = str_between(s, at, end);
    }
    if (end < s.len)
        url.fragment = str_between(s, end + 1, s.len);
    return url;
}

/* Removes the last '/' and the segment after it, but nothing before `floor`. */
static void drop_segment(struct buffer *out, size_t floor) {
    while (out->len > floor && out->data[out->len - 1] != '/')
        out->len--;
    if (out->len > floor)
        out->len--;
}

/* Appends a path without its "." and ".." segments (section 5.2.4). */
static void append_path(struct buffer *out, struct str path) {
    size_t floor = out->len;
    for (size_t at = 0; at < path.len;) {
        size_t start = at + (path.at[at] == '/'), end = find_any(path, start, "/");
        struct str segment = str_between(path, start, end);
        bool is_last = end == path.len, is_up = str_equals(segment, STR(".."));
        if (is_up || str_equals(segment, STR("."))) {
            if (is_up)
                drop_segment(out, floor);
            if (is_last && (start > at || out->len > floor))
                buffer_append_byte(out, '/');
        } else {
            buffer_append(out, str_between(path, at, end));
        }
        at = end;
    }
}

/* The base's path up to its last '/', followed by the reference's path (section 5.2.3). */
static struct str merge_paths(struct arena *arena, const struct url *base, struct str path) {
    struct buffer merged;
    buffer_init(&merged, arena);
    size_t len = base->path.len;
    while (len > 0 && base->path.at[len - 1] != '/')
        len--;
    if (base->authority.at && base->path.len == 0)
        buffer_append_byte(&merged, '/');
    buffer_append(&merged, str_between(base->path, 0, len));
    buffer_append(&merged, path);
    return buffer_str(&merged);
}

static void append_url(struct buffer *out, const struct url *url, bool path_is_final) {
    if (url->scheme.at) {
        buffer_append(out, url->scheme);
        buffer_append_byte(out, ':');
    }
    if (url->authority.at) {
        buffer_append(out, STR("//"));
        buffer_append(out, url->authority);
    }
    if (path_is_final)
        buffer_append(out, url->path);
    else
        append_path(out, url->path);
    if (url->query.at) {
        buffer_append_byte(out, '?');
        buffer_append(out, url->query);
    }
    if (url->fragment.at) {
        buffer_append_byte(out, '#');
        buffer_append(out, url->fragment);
    }
}

void url_resolve(struct buffer *out, struct str base_text, struct str reference) {
    struct url base = take_apart(base_text), url = take_apart(reference);
    bool path_is_final = false;
    if (!url.scheme.at) {
        url.scheme = base.scheme;
        if (!url.authority.at) {
            url.authority = base.authority;
            if (url.path.len == 0) {
                url.path = base.path;
                path_is_final = true;
                if (!url.query.at)
                    url.query = base.query;
            } else if (url.path.at[0] != '/') {
                url.path = merge_paths(out->arena, &base, url.path);
            }
        }
    }
    append_url(out, &url, path_is_final);
}

static bool is_web(struct str scheme) {
    return str_equals_lower(scheme, STR("http")) || str_equals_lower(scheme, STR("https"));
}

/* The reference as a browser reads it: without white space and control characters at both ends, and
 * line breaks and tabs within; backslashes before the query become slashes. */
static struct str tidy(struct arena *arena, struct str raw) {
    size_t first = 0, end = raw.len;
    while (first < end && (unsigned char)raw.at[first] <= ' ')
        first++;
    while (end > first && (unsigned char)raw.at[end - 1] <= ' ')
        end--;
    char *out = arena_alloc(arena, end - first + 1);
    size_t n = 0;
    bool in_path = true;
    for (size_t i = first; i < end; i++) {
        char c = raw.at[i];
        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        if (c == '?' || c == '#')
            in_path = false;
        out[n++] = c == '\\' && in_path ? '/' : c;
    }
    return (struct str){out, n};
}

/* Whether the reference can be followed, as it is or from a base. A colon in the first segment is a
 * disguised scheme unless it ends one of the allowed schemes. */
static bool is_allowed(struct str reference, struct str base, enum url_use use) {
    struct url url = take_apart(reference);
    if (is_web(url.scheme))
        return url.authority.len > 0;
    if (url.scheme.at)
        return use == URL_OF_LINK && str_equals_lower(url.scheme, STR("mailto")) &&
               url.path.len > 0;
    size_t segment = find_any(reference, 0, "/?#");
    if (find_any(reference, 0, ":") < segment)
        return false;
    if (reference.len == 0 || str_equals(reference, STR("#")))
        return false;
    return reference.at[0] != '#' || base.at;
}

static bool is_forbidden(unsigned char c) {
    switch (c) {
    case '"':
    case '<':
    case '>':
    case '`':
    case '{':
    case '}':
    case '|':
    case '^':
    case '\\':
    case 0x7F:
        return true;
    default:
        return c <= ' ';
    }
}

/* The length of the character at url.at[i] if it must not be seen, in the name of a host either. */
static size_t unseen_len(struct str url, size_t i) {
    bool is_whole;
    size_t next = i, len = utf8_sequence_len(url, i, &is_whole);
    if (!is_whole)
        return len;
    uint32_t c = utf8_next(url, &next);
    return utf8_is_control(c) || utf8_is_hidden(str_between(url, 0, i), c) ? len : 0;
}

/* Percent-encodes what must be. Letters of all scripts are kept in the name of the host, where
 * "%C3%BC" is not read by all programs. */
static void append_encoded(struct buffer *out, struct str url) {
    static const char HEX[] = "0123456789ABCDEF";
    struct url parts = take_apart(url);
    size_t host_end =
        parts.authority.at ? (size_t)(parts.authority.at - url.at) + parts.authority.len : 0;
    size_t unseen_end = 0;
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.at[i];
        if (i < host_end && c >= 0x80 && !utf8_is_continuation(url.at[i]))
            unseen_end = i + unseen_len(url, i);
        if (is_forbidden(c) || (c >= 0x80 && (i >= host_end || i < unseen_end))) {
            buffer_append_byte(out, '%');
            buffer_append_byte(out, HEX[c >> 4]);
            buffer_append_byte(out, HEX[c & 15]);
        } else {
            buffer_append_byte(out, url.at[i]);
        }
    }
}

bool url_append_safe(struct buffer *out, struct str base, struct str reference, enum url_use use) {
    struct str tidied = tidy(out->arena, reference);
    if (!is_allowed(tidied, base, use))
        return false;
    struct buffer resolved;
    buffer_init(&resolved, out->arena);
    if (base.at)
        url_resolve(&resolved, base, tidied);
    append_encoded(out, base.at ? buffer_str(&resolved) : tidied);
    return true;
}

static bool is_good_base(struct str url) {
    struct url parts = take_apart(url);
    return is_web(parts.scheme) && parts.authority.len > 0 && url.len <= MAX_BASE_BYTES;
}

struct str url_base(struct arena *arena, struct str declared, struct str page,
                    struct str canonical) {
    struct str base = is_good_base(page) ? page : is_good_base(canonical) ? canonical : STR_NONE;
    if (!declared.at || declared.len > MAX_BASE_BYTES)
        return base;
    struct buffer resolved;
    buffer_init(&resolved, arena);
    if (!url_append_safe(&resolved, base, declared, URL_OF_FILE) ||
        !is_good_base(buffer_str(&resolved)))
        return base;
    return buffer_str(&resolved);
}

struct str url_decode(struct arena *arena, struct str part) {
    if (!str_has_byte(part, '%'))
        return part;
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < part.len; i++) {
        uint32_t high = i + 2 < part.len ? ascii_digit_value(part.at[i + 1]) : 16;
        uint32_t low = i + 2 < part.len ? ascii_digit_value(part.at[i + 2]) : 16;
        bool is_escape = part.at[i] == '%' && high < 16 && low < 16;
        buffer_append_byte(&out, is_escape ? (char)(high * 16 + low) : part.at[i]);
        i += is_escape ? 2 : 0;
    }
    return buffer_str(&out);
}

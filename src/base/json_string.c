/*
 * The strings of a JSON text; see json_string.h.
 */
#include "base/json_string.h"

#include <limits.h>
#ifdef __SSE2__
#include <emmintrin.h> /* which every amd64 has; it reads a string in a fifth less time */
#endif

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/json_block.h"
#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD };

/* How far to look for the colon after a key: no schema.org key has more than 40 letters, and a
 * limit keeps the time linear. */
static const size_t LONGEST_KEY = 64;

struct reader {
    struct str text;
    size_t at;
    char quote; /* the opening quote */
    enum json_place place;
    struct buffer copy; /* decoded; begun at the first escape sequence */
    bool is_strict;
};

static bool is_word_byte(char c) {
    return ascii_is_alphanumeric(c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* ---- where a string ends ---- */

/* Whether there is a key at `i`: a string or word followed by a colon. */
static bool is_key_at(struct str text, size_t i) {
    size_t end = text.len - i < LONGEST_KEY ? text.len : i + LONGEST_KEY;
    char quote = i < end && ascii_is_one_of(text.at[i], "\"'") ? text.at[i++] : '\0';
    size_t first = i;
    while (i < end && (quote ? text.at[i] != quote : is_word_byte(text.at[i])))
        i++;
    if (i == end || (!quote && i == first))
        return false;
    i += quote != '\0';
    while (i < end && json_is_space(text.at[i]))
        i++;
    return i < end && text.at[i] == ':';
}

/* Whether the text at `i` may follow the comma after a string. */
static bool is_item_at(struct str text, size_t i, enum json_place place) {
    if (i == text.len || ascii_is_one_of(text.at[i], "\"'/,]}"))
        return true;
    if (place == JSON_PLACE_MEMBER)
        return is_key_at(text, i);
    return ascii_is_one_of(text.at[i], "{[-") || ascii_is_digit(text.at[i]) ||
           str_has_at(text, i, STR("true")) || str_has_at(text, i, STR("false")) ||
           str_has_at(text, i, STR("null"));
}

/* Whether the quote before `i` closes its string, which is a value in a container, or was only left
 * unescaped. In valid JSON every such quote closes: after it comes ',' and another item, or a
 * closing bracket. */
static bool is_closing_quote(struct str text, size_t i, enum json_place place) {
    size_t next = json_skip_spaces(text, i);
    if (next == text.len)
        return true;
    bool on_new_line = memchr(text.at + i, '\n', next - i) != NULL;
    switch (text.at[next]) {
    case '}':
    case ']':
        return true;
    case ',':
        return is_item_at(text, json_skip_spaces(text, next + 1), place);
    case '/': /* a comment */
        return str_has_at(text, next, STR("//")) || str_has_at(text, next, STR("/*"));
    case '"': /* the comma is missing */
    case '\'':
        return on_new_line || (place == JSON_PLACE_MEMBER ? is_key_at(text, next) : next > i);
    case '{':
    case '[':
        return on_new_line;
    default:
        return false;
    }
}

/* Whether the string ends at r->text.at[i], its closing quote. */
static bool ends_at(struct reader *r, size_t i) {
    char c = r->text.at[i];
    if (c == r->quote) {
        if (r->place == JSON_PLACE_ALONE || is_closing_quote(r->text, i + 1, r->place))
            return true;
        r->is_strict = false;
    } else if ((unsigned char)c < 0x20) {
        r->is_strict = false;
    }
    return false;
}

/* ---- escape sequences ---- */

/* Reads 4 hexadecimal digits at s.at[i]; UINT32_MAX if there are none. */
static uint32_t read_hex(struct str s, size_t i) {
    uint32_t n = 0;
    if (i > s.len || s.len - i < 4)
        return UINT32_MAX;
    for (size_t end = i + 4; i < end; i++) {
        uint32_t digit = ascii_digit_value(s.at[i]);
        if (digit > 15)
            return UINT32_MAX;
        n = n << 4 | digit;
    }
    return n;
}

/* Decodes "\uXXXX", or a surrogate pair of them, whose digits are at s.at[*i], and moves *i past
 * it. NUL and lone surrogates become U+FFFD. False if the digits are missing. */
static bool append_unicode(struct buffer *out, struct str s, size_t *i) {
    uint32_t c = read_hex(s, *i);
    if (c == UINT32_MAX)
        return false;
    *i += 4;
    if (c >= 0xD800 && c < 0xDC00 && str_has_at(s, *i, STR("\\u"))) {
        uint32_t low = read_hex(s, *i + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            *i += 6;
            c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
        }
    }
    utf8_append(out, c == 0 || (c >= 0xD800 && c < 0xE000) ? REPLACEMENT : c);
    return true;
}

/* The character that a backslash and this letter mean, or NUL if none. */
static const char MEANING_OF[UCHAR_MAX + 1] = {
    ['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
    ['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t',
};

/* Decodes the escape sequence whose backslash is at r->at, and moves past it. Of a bad one only the
 * backslash is dropped; the character after it is kept. */
static void read_escape(struct reader *r) {
    struct str text = r->text;
    size_t letter = r->at + 1;
    r->at = letter < text.len ? letter + 1 : text.len;
    if (letter == text.len)
        return;
    char meaning = MEANING_OF[(unsigned char)text.at[letter]];
    if (!meaning && text.at[letter] == 'u' && append_unicode(&r->copy, text, &r->at))
        return;
    if (!meaning)
        r->is_strict = false;
    buffer_append_byte(&r->copy, meaning ? meaning : text.at[letter]);
}

/* ---- copying ---- */

/* Whole pages come in strings, with an escape sequence every dozen bytes, so they are examined and
 * copied many bytes at a time. */
enum { LOOK = 64, COPY = 32 };

/* A bit mask of which of the LOOK bytes are quotes, backslashes or control characters. */
#ifdef __SSE2__
static uint64_t find_specials(const char *at, char quote) {
    const __m128i quotes = _mm_set1_epi8(quote), slashes = _mm_set1_epi8('\\');
    const __m128i last_control = _mm_set1_epi8(0x1F);
    uint64_t bits = 0;
    for (int i = 0; i < LOOK; i += 16) {
        __m128i bytes = _mm_loadu_si128((const void *)(at + i));
        __m128i is_control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
        __m128i is_mark =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), _mm_cmpeq_epi8(bytes, slashes));
        unsigned found = (unsigned)_mm_movemask_epi8(_mm_or_si128(is_control, is_mark));
        bits |= (uint64_t)found << i;
    }
    return bits;
}
#else
static uint64_t find_specials(const char *at, char quote) {
    unsigned char is_special[LOOK];
    uint64_t bits = 0;
    for (size_t i = 0; i < LOOK; i++)
        is_special[i] = at[i] == quote || at[i] == '\\' || (unsigned char)at[i] < 0x20;
    for (size_t i = 0; i < LOOK; i += 8) {
        uint64_t eight;
        memcpy(&eight, is_special + i, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        eight = __builtin_bswap64(eight);
#endif
        /* gathers the lowest bit of each byte into the top byte */
        bits |= (eight * 0x0102040810204080 >> 56) << i;
    }
    return bits;
}
#endif

/* Copies `len` bytes, and possibly up to COPY more, and returns where the next ones go. */
static char *copy_run(char *to, const char *from, size_t len) {
    for (size_t i = 0; i < len; i += COPY)
        memcpy(to + i, from + i, COPY);
    return to + len;
}

/* Continues the copy at r->at, where a special byte is. False at the string's end. */
static bool read_special(struct reader *r) {
    if (r->text.at[r->at] == '\\')
        read_escape(r);
    else if (ends_at(r, r->at))
        return false;
    else
        buffer_append_byte(&r->copy, r->text.at[r->at++]);
    return true;
}

/* Continues the copy by LOOK bytes of the text or a few more; COPY bytes beyond them must be
 * readable and fit. False at the string's end. (`at` and `to` are local copies, since a stored byte
 * might alias anything that is pointed to.) */
static bool read_many(struct reader *r) {
    const char *begin = r->text.at + r->at, *at = begin;
    char *to = r->copy.data + r->copy.len;
    bool has_more = true;
    uint64_t bits = find_specials(begin, r->quote);
    while (bits && has_more) {
        const char *next = begin + __builtin_ctzll(bits);
        to = copy_run(to, at, (size_t)(next - at));
        at = next;
        char meaning = *at == '\\' ? MEANING_OF[(unsigned char)at[1]] : '\0';
        if (meaning) {
            *to++ = meaning;
            at += 2;
        } else {
            r->copy.len = (size_t)(to - r->copy.data);
            r->at = (size_t)(at - r->text.at);
            has_more = read_special(r);
            to = r->copy.data + r->copy.len;
            at = r->text.at + r->at;
        }
        bits = at - begin < LOOK ? bits & UINT64_MAX << (at - begin) : 0;
    }
    if (has_more && at - begin < LOOK) {
        to = copy_run(to, at, (size_t)(begin + LOOK - at));
        at = begin + LOOK;
    }
    r->copy.len = (size_t)(to - r->copy.data);
    r->at = (size_t)(at - r->text.at);
    return has_more;
}

enum { MANY = LOOK + 2 * COPY }; /* bytes that read_many may write, with those beyond */

/* Makes room for the next part of the copy. A string that is most of the text gets enough for all
 * of it at once: no escape sequence is shorter than what it means. For a short one that would be
 * too much: the arena may not get the rest back. */
static void make_room(struct reader *r, size_t len) {
    size_t left = r->text.len - r->at;
    if (r->copy.cap - r->copy.len < len)
        buffer_reserve(&r->copy, left < 2 * r->copy.len ? left + MANY : len);
}

/* Continues the copy by as many whole blocks as are simple, up to STEP bytes. */
static void read_blocks(struct reader *r, json_block_copy_fn *copy) {
    enum { STEP = 4096 };
    size_t written, left = r->text.len - r->at, len = left < STEP ? left : STEP;
    make_room(r, len);
    r->at += copy(r->text.at + r->at, len, r->quote, r->copy.data + r->copy.len, &written);
    r->copy.len += written;
}

/* Reads the rest of a string from its first escape sequence on, after a copy of `plain`. */
static struct str read_escaped(struct reader *r, struct arena *arena, struct str plain) {
    json_block_copy_fn *copy = json_block_copy();
    bool has_more = true;
    buffer_init(&r->copy, arena);
    buffer_reserve(&r->copy, plain.len + MANY);
    buffer_append(&r->copy, plain);
    while (has_more && r->text.len - r->at >= LOOK + COPY) {
        if (copy)
            read_blocks(r, copy);
        if (r->text.len - r->at < LOOK + COPY)
            break;
        make_room(r, MANY);
        has_more = read_many(r);
    }
    while (has_more && r->at < r->text.len)
        has_more = read_special(r);
    arena_grow(arena, r->copy.data, r->copy.cap, r->copy.len); /* returns the unused part */
    return buffer_str(&r->copy);
}

/* The index of the next quote, backslash or control character from `i` on, or of a byte before
 * it. */
static size_t skip_simple(struct str text, size_t i, char quote) {
    for (; text.len - i >= LOOK; i += LOOK) {
        uint64_t bits = find_specials(text.at + i, quote);
        if (bits)
            return i + (size_t)__builtin_ctzll(bits);
    }
    return i;
}

void json_read_string(struct arena *arena, struct str text, size_t at, enum json_place place,
                      struct json_string *out) {
    struct reader r = {
        .text = text, .at = at + 1, .quote = text.at[at], .place = place, .is_strict = true};
    size_t i = skip_simple(text, r.at, r.quote);
    while (i < text.len && text.at[i] != '\\' && !ends_at(&r, i))
        i = skip_simple(text, i + 1, r.quote);
    r.at = i;
    out->text = str_between(text, at + 1, i);
    if (i < text.len && text.at[i] == '\\')
        out->text = read_escaped(&r, arena, out->text);
    out->end = r.at;
    out->is_strict = r.is_strict;
}

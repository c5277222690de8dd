/*
 * JSON, good or broken, into a flat array of values; see json.h.
 */
#include "json.h"

#include <limits.h>
#ifdef __SSE2__
#include <emmintrin.h> /* which every amd64 has: a string takes a fifth less time */
#endif

#include "ascii.h"
#include "buffer.h"
#include "utf8.h"

enum { REPLACEMENT = 0xFFFD };

static const size_t NO_CONTAINER = SIZE_MAX;

/* How far the reader looks ahead for the colon behind a key: no key of schema.org has more than
 * 40 letters, and a bound keeps the whole linear. */
static const size_t LONGEST_KEY = 64;

/* What RFC 8259 lets come next. Everything else is read too, but is not strict. */
enum state {
    AT_VALUE,       /* at the start, behind ':' and behind ',' in an array */
    AT_FIRST_VALUE, /* behind '[' */
    AT_KEY,         /* behind ',' in an object */
    AT_FIRST_KEY,   /* behind '{' */
    AT_COLON,       /* behind a key */
    AT_COMMA,       /* behind a value in a container */
    AT_END          /* behind a root */
};

struct reader {
    struct arena *arena;
    struct str text;
    size_t at;
    struct json_limits limits;
    struct json *out;
    size_t cap;       /* of out->values */
    size_t open;      /* the innermost container, or NO_CONTAINER */
    size_t n_open[2]; /* open containers: arrays, objects */
    size_t n_skipped; /* open containers past max_depth, inside which nothing is kept */
    enum state state;
    struct str key; /* read, its value not yet */
};

static bool is_word_byte(char c) {
    return ascii_is_alphanumeric(c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* JSON's white space: a form feed is none. */
static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static size_t skip_spaces(struct str s, size_t i) {
    while (i < s.len && is_space(s.at[i]))
        i++;
    return i;
}

/* Whether c is one of the characters of `set`; not so the NUL at its end. */
static bool is_one_of(char c, const char *set) {
    return c && strchr(set, c);
}

static bool has_at(struct str s, size_t i, struct str what) {
    return s.len - i >= what.len && memcmp(s.at + i, what.at, what.len) == 0;
}

/* ---- the tree ---- */

static bool in_object(const struct reader *r) {
    return r->open != NO_CONTAINER && r->out->values[r->open].kind == JSON_OBJECT;
}

static void be_loose(struct reader *r) {
    r->out->is_strict = false;
}

/* A limit, or the end of the text, where there should be more. */
static void be_cut(struct reader *r) {
    r->out->is_truncated = true;
    be_loose(r);
}

static void end_value(struct reader *r) {
    r->key = STR_NONE;
    r->state = r->open == NO_CONTAINER ? AT_END : AT_COMMA;
}

/* Adds a value to the innermost container; false where that is one too many. */
static bool push(struct reader *r, enum json_kind kind, struct str text) {
    if (r->state != AT_VALUE && r->state != AT_FIRST_VALUE)
        be_loose(r);
    size_t i = r->out->n_values;
    if (i >= r->limits.max_values || i >= UINT32_MAX - 1) {
        be_cut(r);
        r->at = r->text.len;
        return false;
    }
    ARENA_PUSH(r->arena, r->out->values, r->out->n_values, r->cap) =
        (struct json_value){.key = r->key,
                            .text = text,
                            .parent = (uint32_t)(r->open == NO_CONTAINER ? i : r->open),
                            .end = (uint32_t)i + 1,
                            .kind = kind};
    return true;
}

static void push_scalar(struct reader *r, enum json_kind kind, struct str text) {
    if (r->n_skipped == 0 && push(r, kind, text))
        end_value(r);
}

static void open_container(struct reader *r, enum json_kind kind) {
    if (r->n_skipped > 0 || r->n_open[0] + r->n_open[1] >= r->limits.max_depth) {
        be_cut(r);
        r->n_skipped++;
        return;
    }
    size_t i = r->out->n_values;
    if (!push(r, kind, STR_NONE))
        return;
    r->key = STR_NONE;
    r->open = i;
    r->n_open[kind == JSON_OBJECT]++;
    r->state = kind == JSON_OBJECT ? AT_FIRST_KEY : AT_FIRST_VALUE;
}

static void close_innermost(struct reader *r) {
    struct json_value *container = &r->out->values[r->open];
    container->end = (uint32_t)r->out->n_values;
    r->n_open[container->kind == JSON_OBJECT]--;
    r->open = container->parent == r->open ? NO_CONTAINER : container->parent;
    end_value(r);
}

/* Closes the innermost container of the kind, with those in it that were left open. */
static void close_container(struct reader *r, enum json_kind kind) {
    if (r->n_skipped > 0) {
        if (--r->n_skipped == 0)
            end_value(r);
        return;
    }
    if (r->state != AT_COMMA && r->state != AT_FIRST_KEY && r->state != AT_FIRST_VALUE)
        be_loose(r); /* behind ',' or ':' */
    if (r->n_open[kind == JSON_OBJECT] == 0) {
        be_loose(r);
        return;
    }
    while (r->out->values[r->open].kind != kind) {
        be_loose(r);
        close_innermost(r);
    }
    close_innermost(r);
}

static void take_comma(struct reader *r) {
    if (r->state != AT_COMMA)
        be_loose(r);
    r->key = STR_NONE;
    r->state = in_object(r) ? AT_KEY : AT_VALUE;
}

static void take_colon(struct reader *r) {
    if (r->state == AT_COLON)
        r->state = AT_VALUE;
    else
        be_loose(r);
}

/* Whether a string or word that comes now is a key. */
static bool is_key_next(const struct reader *r) {
    return in_object(r) && (r->state == AT_KEY || r->state == AT_FIRST_KEY || r->state == AT_COMMA);
}

static void take_key(struct reader *r, struct str key) {
    if (r->state == AT_COMMA)
        be_loose(r);
    r->key = key;
    r->state = AT_COLON;
}

/* ---- strings ---- */

/* Whether at `i` is a key: a string or word with a colon behind it. */
static bool is_key_at(struct str text, size_t i) {
    size_t end = text.len - i < LONGEST_KEY ? text.len : i + LONGEST_KEY;
    char quote = i < end && is_one_of(text.at[i], "\"'") ? text.at[i++] : '\0';
    size_t first = i;
    while (i < end && (quote ? text.at[i] != quote : is_word_byte(text.at[i])))
        i++;
    if (i == end || (!quote && i == first))
        return false;
    i += quote != '\0';
    while (i < end && is_space(text.at[i]))
        i++;
    return i < end && text.at[i] == ':';
}

/* Whether at `i` may be what follows a comma behind a string. */
static bool is_item_at(struct str text, size_t i, bool in_object) {
    if (i == text.len || is_one_of(text.at[i], "\"'/,]}"))
        return true;
    if (in_object)
        return is_key_at(text, i);
    return is_one_of(text.at[i], "{[-") || ascii_is_digit(text.at[i]) ||
           has_at(text, i, STR("true")) || has_at(text, i, STR("false")) ||
           has_at(text, i, STR("null"));
}

/* Whether the quote before `i` ends its string, which is a value in a container, or was only not
 * escaped ("he said "no" to it"). The quotes of good JSON all end theirs: behind them is ',' and
 * another item, or a closing bracket. */
static bool is_closing_quote(struct str text, size_t i, bool in_object) {
    size_t next = skip_spaces(text, i);
    if (next == text.len)
        return true;
    bool on_new_line = memchr(text.at + i, '\n', next - i) != NULL;
    switch (text.at[next]) {
    case '}':
    case ']':
        return true;
    case ',':
        return is_item_at(text, skip_spaces(text, next + 1), in_object);
    case '/': /* a comment */
        return has_at(text, next, STR("//")) || has_at(text, next, STR("/*"));
    case '"': /* the comma is missing */
    case '\'':
        return on_new_line || (in_object ? is_key_at(text, next) : next > i);
    case '{':
    case '[':
        return on_new_line;
    default:
        return false;
    }
}

/* Reads 4 hexadecimal digits at s.at[i]; UINT32_MAX where there are none. */
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

/* Decodes "\uXXXX", or a pair of them, whose digits are at s.at[*i], and moves *i behind it. NUL
 * and lone surrogates become U+FFFD. False where the digits are none. */
static bool append_unicode(struct buffer *out, struct str s, size_t *i) {
    uint32_t c = read_hex(s, *i);
    if (c == UINT32_MAX)
        return false;
    *i += 4;
    if (c >= 0xD800 && c < 0xDC00 && has_at(s, *i, STR("\\u"))) {
        uint32_t low = read_hex(s, *i + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            *i += 6;
            c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
        }
    }
    utf8_append(out, c == 0 || (c >= 0xD800 && c < 0xE000) ? REPLACEMENT : c);
    return true;
}

/* What a backslash and this letter stand for, NUL where that is nothing. */
static const char MEANING_OF[UCHAR_MAX + 1] = {
    ['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
    ['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t',
};

/* Decodes the escape sequence whose backslash is at text.at[i], and returns where it ends. A bad
 * one is its backslash alone: the character behind it stands as it is. */
static size_t append_unescaped(struct reader *r, struct buffer *out, size_t i) {
    struct str text = r->text;
    size_t behind = i + 2;
    if (i + 1 == text.len)
        return text.len;
    char meaning = MEANING_OF[(unsigned char)text.at[i + 1]];
    if (meaning) {
        buffer_append_byte(out, meaning);
        return behind;
    }
    if (text.at[i + 1] == 'u' && append_unicode(out, text, &behind))
        return behind;
    be_loose(r);
    buffer_append_byte(out, text.at[i + 1]);
    return i + 2;
}

/* Whether the string ends at text.at[i], with its quote. `may_hold_quotes` tells that a quote need
 * not be the closing one. */
static bool ends_at(struct reader *r, size_t i, char quote, bool may_hold_quotes) {
    char c = r->text.at[i];
    if (c == quote) {
        if (!may_hold_quotes || is_closing_quote(r->text, i + 1, in_object(r)))
            return true;
        be_loose(r);
    } else if ((unsigned char)c < 0x20) {
        be_loose(r);
    }
    return false;
}

/* Whole pages stand in strings, with an escape sequence every dozen bytes: they are looked at and
 * copied many bytes at a time, so that what follows upon what is settled beforehand. */
enum { LOOK = 64, COPY = 32 };

/* A bit for each of the LOOK bytes that is a quote, a backslash or a control character. */
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
        /* gathers the lowest bit of each byte in the topmost one */
        bits |= (eight * 0x0102040810204080 >> 56) << i;
    }
    return bits;
}
#endif

/* Copies `len` bytes and up to COPY more, and returns where the next ones go. */
static char *copy_run(char *to, const char *from, size_t len) {
    for (size_t i = 0; i < len; i += COPY)
        memcpy(to + i, from + i, COPY);
    return to + len;
}

/* Goes on with a string's copy at text.at[*i], which is no plain byte. False at its end. */
static bool read_special(struct reader *r, struct buffer *copy, size_t *i, char quote,
                         bool may_hold_quotes) {
    if (r->text.at[*i] == '\\')
        *i = append_unescaped(r, copy, *i);
    else if (ends_at(r, *i, quote, may_hold_quotes))
        return false;
    else
        buffer_append_byte(copy, r->text.at[(*i)++]);
    return true;
}

/* Goes on with a string's copy by LOOK bytes of the text or a few more, of which COPY bytes more
 * can be read and fit. False at its end. (What every byte moves is kept in `at` and `to`, since a
 * stored byte may be a part of anything that is pointed to.) */
static bool read_many(struct reader *r, struct buffer *copy, size_t *i, char quote,
                      bool may_hold_quotes) {
    const char *begin = r->text.at + *i, *at = begin;
    char *to = copy->data + copy->len;
    bool goes_on = true;
    uint64_t bits = find_specials(begin, quote);
    while (bits && goes_on) {
        const char *next = begin + __builtin_ctzll(bits);
        to = copy_run(to, at, (size_t)(next - at));
        at = next;
        char meaning = *at == '\\' ? MEANING_OF[(unsigned char)at[1]] : '\0';
        if (meaning) {
            *to++ = meaning;
            at += 2;
        } else {
            copy->len = (size_t)(to - copy->data);
            *i = (size_t)(at - r->text.at);
            goes_on = read_special(r, copy, i, quote, may_hold_quotes);
            to = copy->data + copy->len;
            at = r->text.at + *i;
        }
        bits = at - begin < LOOK ? bits & UINT64_MAX << (at - begin) : 0;
    }
    if (goes_on && at - begin < LOOK) {
        to = copy_run(to, at, (size_t)(begin + LOOK - at));
        at = begin + LOOK;
    }
    copy->len = (size_t)(to - copy->data);
    *i = (size_t)(at - r->text.at);
    return goes_on;
}

/* Goes on with a string from its first escape sequence on, at text.at[i], in a copy. What is left
 * of the text is room enough for that: no escape sequence is shorter than what it stands for. */
static size_t read_escaped(struct reader *r, size_t i, bool may_hold_quotes, struct str *out) {
    struct str text = r->text;
    char quote = text.at[r->at];
    struct buffer copy;
    buffer_init(&copy, r->arena);
    buffer_reserve(&copy, out->len + (text.len - i));
    buffer_append(&copy, *out);
    bool goes_on = true;
    while (goes_on && text.len - i >= LOOK + COPY)
        goes_on = read_many(r, &copy, &i, quote, may_hold_quotes);
    while (goes_on && i < text.len)
        goes_on = read_special(r, &copy, &i, quote, may_hold_quotes);
    arena_grow(r->arena, copy.data, copy.cap, copy.len); /* gives back the rest */
    *out = buffer_str(&copy);
    return i;
}

/* Reads the string whose quote is at r->at up to its closing quote, or to the end of the text, and
 * returns where that is. Without escape sequences it is a part of the text. */
static size_t read_string(struct reader *r, bool may_hold_quotes, struct str *out) {
    struct str text = r->text;
    size_t i = r->at + 1;
    while (i < text.len && text.at[i] != '\\' && !ends_at(r, i, text.at[r->at], may_hold_quotes))
        i++;
    *out = str_between(text, r->at + 1, i);
    if (i < text.len && text.at[i] == '\\')
        i = read_escaped(r, i, may_hold_quotes, out);
    if (i == text.len)
        be_cut(r);
    return i;
}

static void take_string(struct reader *r) {
    bool is_key = r->n_skipped == 0 && is_key_next(r);
    struct str s;
    bool is_member = r->n_skipped == 0 && !is_key && r->open != NO_CONTAINER;
    size_t end = read_string(r, is_member, &s);
    r->at = end < r->text.len ? end + 1 : end;
    if (r->n_skipped > 0)
        return;
    if (is_key)
        take_key(r, s);
    else
        push_scalar(r, JSON_STRING, s);
}

/* ---- numbers and words ---- */

static size_t skip_digits(struct str s, size_t i) {
    while (i < s.len && ascii_is_digit(s.at[i]))
        i++;
    return i;
}

/* Whether all of `s` is a number by RFC 8259, section 6. */
static bool is_strict_number(struct str s) {
    size_t first = s.len > 0 && s.at[0] == '-', i = skip_digits(s, first);
    if (i == first || (s.at[first] == '0' && i > first + 1))
        return false;
    if (i < s.len && s.at[i] == '.') {
        first = i + 1;
        i = skip_digits(s, first);
        if (i == first)
            return false;
    }
    if (i < s.len && (s.at[i] | 0x20) == 'e') {
        i += i + 1 < s.len && is_one_of(s.at[i + 1], "+-") ? 2 : 1;
        first = i;
        i = skip_digits(s, first);
        if (i == first)
            return false;
    }
    return i == s.len;
}

/* Whether `s` is what elsewhere passes for a number: "+1", ".5", "007". */
static bool is_loose_number(struct str s) {
    size_t n_digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_digit(s.at[i]) && s.at[i] != '.' && !(i == 0 && is_one_of(s.at[i], "+-")))
            return false;
        n_digits += ascii_is_digit(s.at[i]);
    }
    return n_digits > 0;
}

/* Pushes a value that stands without quotes: a literal, a number, or text whose quotes were
 * forgotten. */
static void push_word(struct reader *r, struct str word) {
    static const struct {
        struct str word;
        enum json_kind kind;
        bool is_strict;
    } literals[] = {
        {STR_INIT("true"), JSON_TRUE, true},       {STR_INIT("false"), JSON_FALSE, true},
        {STR_INIT("null"), JSON_NULL, true},       {STR_INIT("True"), JSON_TRUE, false},
        {STR_INIT("False"), JSON_FALSE, false},    {STR_INIT("None"), JSON_NULL, false},
        {STR_INIT("undefined"), JSON_NULL, false}, {STR_INIT("NaN"), JSON_NULL, false},
    };
    for (size_t i = 0; i < N_OF(literals); i++) {
        if (str_equals(word, literals[i].word)) {
            if (!literals[i].is_strict)
                be_loose(r);
            push_scalar(r, literals[i].kind, STR_NONE);
            return;
        }
    }
    if (!is_strict_number(word))
        be_loose(r);
    bool is_number = is_strict_number(word) || is_loose_number(word);
    if (is_number || r->open != NO_CONTAINER) /* a script stands around a root */
        push_scalar(r, is_number ? JSON_NUMBER : JSON_STRING, word);
}

static bool is_word_end(const struct reader *r, size_t i) {
    char c = r->text.at[i];
    return is_one_of(c, ",:{}[]\"\n") || (is_space(c) && r->open == NO_CONTAINER) ||
           has_at(r->text, i, STR("//")) || has_at(r->text, i, STR("/*"));
}

/* Takes what stands without quotes: up to white space at a root, else to the end of the line or
 * of the item. */
static void take_word(struct reader *r) {
    size_t first = r->at, i = first + 1;
    while (i < r->text.len && !is_word_end(r, i))
        i++;
    r->at = i;
    struct str word = str_trim(str_between(r->text, first, i));
    if (r->n_skipped > 0)
        return;
    if (word.len == 0) {
        be_loose(r); /* a no-break space or a control character */
    } else if (is_key_next(r)) {
        be_loose(r);
        take_key(r, word);
    } else {
        push_word(r, word);
    }
}

/* ---- the text ---- */

/* Steps over a comment, or over a mark that hides a script from old browsers; false where there
 * is none. What hides behind "//" on the same line is not a comment: "//<![CDATA[ {...". */
static bool skip_comment(struct reader *r) {
    static const struct str marks[] = {
        STR_INIT("//<![CDATA["), STR_INIT("//<!--"), STR_INIT("//]]>"), STR_INIT("//-->"),
        STR_INIT("<![CDATA["),   STR_INIT("<!--"),   STR_INIT("-->"),   STR_INIT("\xEF\xBB\xBF")};
    struct str rest = str_between(r->text, r->at, r->text.len);
    for (size_t i = 0; i < N_OF(marks); i++) {
        if (str_starts_with(rest, marks[i])) {
            r->at += marks[i].len;
            return true;
        }
    }
    bool is_line = str_starts_with(rest, STR("//"));
    if (!is_line && !str_starts_with(rest, STR("/*")))
        return false;
    struct str end = is_line ? STR("\n") : STR("*/");
    size_t len = str_find(str_between(rest, 2, rest.len), end) + 2;
    r->at += len < rest.len ? len + end.len : rest.len;
    return true;
}

/* Takes the token at r->at, which is not white space; moves r->at on. */
static void take_token(struct reader *r) {
    char c = r->text.at[r->at];
    switch (c) {
    case '{':
    case '[':
        r->at++;
        open_container(r, c == '{' ? JSON_OBJECT : JSON_ARRAY);
        return;
    case '}':
    case ']':
        r->at++;
        close_container(r, c == '}' ? JSON_OBJECT : JSON_ARRAY);
        return;
    case ',':
    case ':':
        r->at++;
        if (r->n_skipped == 0)
            (c == ',' ? take_comma : take_colon)(r);
        return;
    case '\'':
        be_loose(r);
        if (r->open == NO_CONTAINER) {
            r->at++; /* of a script around the root */
            return;
        }
        /* fall through */
    case '"':
        take_string(r);
        return;
    default:
        if (skip_comment(r))
            be_loose(r);
        else
            take_word(r);
    }
}

void json_parse(struct arena *arena, struct str text, struct json_limits limits, struct json *out) {
    *out = (struct json){.is_strict = true};
    struct reader r = {.arena = arena,
                       .text = text,
                       .limits = limits,
                       .out = out,
                       .open = NO_CONTAINER,
                       .state = AT_VALUE};
    while ((r.at = skip_spaces(text, r.at)) < text.len)
        take_token(&r);
    if (r.open != NO_CONTAINER || r.n_skipped > 0)
        be_cut(&r);
    while (r.open != NO_CONTAINER)
        close_innermost(&r);
    if (r.state != AT_END)
        be_loose(&r);
}

size_t json_member(const struct json *json, size_t object, struct str key) {
    size_t found = 0;
    if (object >= json->n_values || json->values[object].kind != JSON_OBJECT)
        return 0;
    for (size_t i = object + 1; i < json->values[object].end; i = json->values[i].end)
        if (str_equals(json->values[i].key, key))
            found = i;
    return found;
}

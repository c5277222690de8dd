/*
 * Parses JSON, valid or broken, into a flat array of values; see json.h.
 */
#include "base/json.h"

#include "base/ascii.h"
#include "base/json_string.h"

static const size_t NO_CONTAINER = SIZE_MAX;

/* What RFC 8259 allows next. Anything else is read too, but is not strict. */
enum state {
    AT_VALUE,       /* at the start, after ':' and after ',' in an array */
    AT_FIRST_VALUE, /* after '[' */
    AT_KEY,         /* after ',' in an object */
    AT_FIRST_KEY,   /* after '{' */
    AT_COLON,       /* after a key */
    AT_COMMA,       /* after a value in a container */
    AT_END          /* after a root */
};

struct reader {
    struct arena *arena;
    struct str text;
    size_t at;
    struct json_limits limits;
    struct json *out;
    size_t cap;       /* of out->values */
    size_t open;      /* the innermost open container, or NO_CONTAINER */
    size_t n_open[2]; /* numbers of open containers: arrays, objects */
    size_t n_skipped; /* open containers past max_depth, whose content is dropped */
    enum state state;
    struct str key; /* read, but its value not yet */
};

/* ---- tree ---- */

static bool in_object(const struct reader *r) {
    return r->open != NO_CONTAINER && r->out->values[r->open].kind == JSON_OBJECT;
}

static void mark_loose(struct reader *r) {
    r->out->is_strict = false;
}

/* Records that a limit or the end of the text cut the document short. */
static void mark_truncated(struct reader *r) {
    r->out->is_truncated = true;
    mark_loose(r);
}

static void end_value(struct reader *r) {
    r->key = STR_NONE;
    r->state = r->open == NO_CONTAINER ? AT_END : AT_COMMA;
}

/* Adds a value to the innermost container; false if that exceeds a limit. */
static bool push(struct reader *r, enum json_kind kind, struct str text) {
    if (r->state != AT_VALUE && r->state != AT_FIRST_VALUE)
        mark_loose(r);
    size_t i = r->out->n_values;
    if (i >= r->limits.max_values || i >= UINT32_MAX - 1) {
        mark_truncated(r);
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
        mark_truncated(r);
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

/* Closes the innermost container of the kind, and any left open inside it. */
static void close_container(struct reader *r, enum json_kind kind) {
    if (r->n_skipped > 0) {
        if (--r->n_skipped == 0)
            end_value(r);
        return;
    }
    if (r->state != AT_COMMA && r->state != AT_FIRST_KEY && r->state != AT_FIRST_VALUE)
        mark_loose(r); /* after ',' or ':' */
    if (r->n_open[kind == JSON_OBJECT] == 0) {
        mark_loose(r);
        return;
    }
    while (r->out->values[r->open].kind != kind) {
        mark_loose(r);
        close_innermost(r);
    }
    close_innermost(r);
}

static void take_comma(struct reader *r) {
    if (r->state != AT_COMMA)
        mark_loose(r);
    r->key = STR_NONE;
    r->state = in_object(r) ? AT_KEY : AT_VALUE;
}

static void take_colon(struct reader *r) {
    if (r->state == AT_COLON)
        r->state = AT_VALUE;
    else
        mark_loose(r);
}

/* Whether a string or word read now is a key. */
static bool is_key_next(const struct reader *r) {
    return in_object(r) && (r->state == AT_KEY || r->state == AT_FIRST_KEY || r->state == AT_COMMA);
}

static void take_key(struct reader *r, struct str key) {
    if (r->state == AT_COMMA)
        mark_loose(r);
    r->key = key;
    r->state = AT_COLON;
}

/* ---- strings, numbers and words ---- */

/* The place of a string read now, which is a value if it is not a key. */
static enum json_place place_of_string(const struct reader *r, bool is_key) {
    if (is_key || r->n_skipped > 0 || r->open == NO_CONTAINER)
        return JSON_PLACE_ALONE;
    return in_object(r) ? JSON_PLACE_MEMBER : JSON_PLACE_ITEM;
}

static void take_string(struct reader *r) {
    bool is_key = r->n_skipped == 0 && is_key_next(r);
    struct json_string s;
    json_read_string(r->arena, r->text, r->at, place_of_string(r, is_key), &s);
    if (!s.is_strict)
        mark_loose(r);
    if (s.end == r->text.len)
        mark_truncated(r);
    r->at = s.end < r->text.len ? s.end + 1 : s.end;
    if (r->n_skipped > 0)
        return;
    if (is_key)
        take_key(r, s.text);
    else
        push_scalar(r, JSON_STRING, s.text);
}

static size_t skip_digits(struct str s, size_t i) {
    while (i < s.len && ascii_is_digit(s.at[i]))
        i++;
    return i;
}

bool json_is_number(struct str s) {
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
        i += i + 1 < s.len && ascii_is_one_of(s.at[i + 1], "+-") ? 2 : 1;
        first = i;
        i = skip_digits(s, first);
        if (i == first)
            return false;
    }
    return i == s.len;
}

/* Whether `s` is a number only by looser rules than JSON's: "+1", ".5", "007". */
static bool is_loose_number(struct str s) {
    bool has_digit = false;
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_digit(s.at[i]) && s.at[i] != '.' &&
            !(i == 0 && ascii_is_one_of(s.at[i], "+-")))
            return false;
        has_digit |= ascii_is_digit(s.at[i]);
    }
    return has_digit;
}

/* Pushes an unquoted value: a literal, a number, or text whose quotes were forgotten. */
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
                mark_loose(r);
            push_scalar(r, literals[i].kind, STR_NONE);
            return;
        }
    }
    if (!json_is_number(word))
        mark_loose(r);
    bool is_number = json_is_number(word) || is_loose_number(word);
    if (is_number || r->open != NO_CONTAINER) /* outside a container, other words are script
                                                 around a root */
        push_scalar(r, is_number ? JSON_NUMBER : JSON_STRING, word);
}

static bool is_word_end(const struct reader *r, size_t i) {
    char c = r->text.at[i];
    return ascii_is_one_of(c, ",:{}[]\"\n") || (json_is_space(c) && r->open == NO_CONTAINER) ||
           str_has_at(r->text, i, STR("//")) || str_has_at(r->text, i, STR("/*"));
}

/* Reads unquoted characters: at a root up to white space, otherwise to the end of the line or
 * item. */
static void take_word(struct reader *r) {
    size_t first = r->at, i = first + 1;
    while (i < r->text.len && !is_word_end(r, i))
        i++;
    r->at = i;
    struct str word = str_trim(str_between(r->text, first, i));
    if (r->n_skipped > 0)
        return;
    if (word.len == 0) {
        mark_loose(r); /* a no-break space or a control character */
    } else if (is_key_next(r)) {
        mark_loose(r);
        take_key(r, word);
    } else {
        push_word(r, word);
    }
}

/* ---- text ---- */

/* Skips a comment, or a mark that hides a script from old browsers; false if there is none. A mark
 * after "//" on the same line is not a comment: "//<![CDATA[ {...". */
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

/* Reads the token at r->at, which is not white space, and moves r->at past it. */
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
        mark_loose(r);
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
            mark_loose(r);
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
    while ((r.at = json_skip_spaces(text, r.at)) < text.len)
        take_token(&r);
    if (r.open != NO_CONTAINER || r.n_skipped > 0)
        mark_truncated(&r);
    while (r.open != NO_CONTAINER)
        close_innermost(&r);
    if (r.state != AT_END)
        mark_loose(&r);
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

/*
 * A tokenizer that only skips; see markup.h.
 */
#include "html/markup.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_find.h"

enum {
    IS_SPACE = 1,
    ENDS_TAG_NAME = 2,
    ENDS_ATTR_NAME = 4,
    ENDS_VALUE = 8 /* an unquoted value */
};

#define SPACE (IS_SPACE | ENDS_TAG_NAME | ENDS_ATTR_NAME | ENDS_VALUE)
static const unsigned char classes[256] = {
    ['\t'] = SPACE,
    ['\n'] = SPACE,
    ['\f'] = SPACE,
    ['\r'] = SPACE,
    [' '] = SPACE,
    ['/'] = ENDS_TAG_NAME | ENDS_ATTR_NAME,
    ['>'] = ENDS_TAG_NAME | ENDS_ATTR_NAME | ENDS_VALUE,
    ['='] = ENDS_ATTR_NAME,
};
#undef SPACE

static bool is(char c, unsigned class) {
    return classes[(unsigned char)c] & class;
}

static const char *skip_space(const char *p, const char *end) {
    while (p < end && is(*p, IS_SPACE))
        p++;
    return p;
}

/* The position after the first `c`, or `end`. */
static const char *after_byte(const char *p, const char *end, char c) {
    const char *found = memchr(p, c, (size_t)(end - p));
    return found ? found + 1 : end;
}

static bool begins_lower(const char *p, const char *end, struct str lower) {
    return str_starts_with_lower((struct str){p, (size_t)(end - p)}, lower);
}

const char *markup_find(const char *p, const char *end) {
    for (; (p = byte_find(p, end, '<')) != NULL; p++) {
        if (p + 1 == end)
            return end;
        if (ascii_is_letter(p[1]) || p[1] == '!' || p[1] == '?' || (p[1] == '/' && p + 2 < end))
            return p;
    }
    return end;
}

#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* Sets the high bit of each zero byte of `word`. Only the lowest such bit is reliable. */
static uint64_t zero_bytes(uint64_t word) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    return (word - each) & ~word & each * 0x80;
}

/* Reads the first bytes of a name, up to 8 at once; 8 bytes must be readable at `p`. Returns how
 * many belong to the name, or 0 if it has to be read byte by byte. (Names take a fifth of the
 * scan's time.) */
static size_t read_head(const char *p, unsigned stop, uint64_t *head) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t word;
    memcpy(&word, p, sizeof word);
    uint64_t controls = (word - each * 0x21) & ~word & each * 0x80; /* and white space */
    uint64_t stops = controls | zero_bytes(word ^ each * '/') | zero_bytes(word ^ each * '>') |
                     zero_bytes(word ^ each * '=');
    *head = 0;
    if (stops == 0) {
        *head = name_head_lower(word);
        return sizeof word;
    }
    size_t len = (size_t)__builtin_ctzll(stops) / 8;
    if (len == 0 || !is(p[len], stop))
        return 0; /* no name, or a byte that this name may contain */
    *head = name_head_lower(word & ((UINT64_C(1) << 8 * len) - 1));
    return len;
}

#else

static size_t read_head(const char *p, unsigned stop, uint64_t *head) {
    (void)p;
    (void)stop;
    *head = 0;
    return 0;
}

#endif

/* Reads a name up to a byte of the class `stop`. */
static const char *read_name(const char *p, const char *end, unsigned stop, struct name *out) {
    const char *begin = p;
    uint64_t head = 0;
    size_t i = end - p >= 8 ? read_head(p, stop, &head) : 0;
    for (p += i; p < end && !is(*p, stop); p++, i++)
        if (i < 8)
            head |= name_head_byte(*p, i);
    *out = (struct name){{begin, (size_t)(p - begin)}, head};
    return p;
}

/* The length of the prefix that books and journals give the elements of MathML ("mml:mfrac"), since
 * HTML knows no namespaces; 0 if the name is another. */
static size_t math_prefix_len(struct str name) {
    static const struct str PREFIXES[] = {STR_INIT("m:"), STR_INIT("mml:"), STR_INIT("math:")};
    static const struct str OTHERS[] = {STR_INIT("semantics"), STR_INIT("annotation"),
                                        STR_INIT("none")};
    if (!str_has_byte(str_between(name, 0, name.len < 5 ? name.len : 5), ':'))
        return 0;
    for (size_t i = 0; i < N_OF(PREFIXES); i++) {
        if (!str_starts_with(name, PREFIXES[i]))
            continue;
        struct str rest = str_between(name, PREFIXES[i].len, name.len);
        bool is_math = rest.len > 1 && rest.at[0] == 'm';
        for (size_t k = 0; k < N_OF(OTHERS); k++)
            is_math |= str_starts_with(rest, OTHERS[k]);
        return is_math ? PREFIXES[i].len : 0;
    }
    return 0;
}

const char *markup_tag_name(const char *p, const char *end, struct name *out) {
    const char *after = read_name(p, end, ENDS_TAG_NAME, out);
    if (out->text.len < 3 || (*p | 0x20) != 'm')
        return after;
    size_t prefix = math_prefix_len(out->text);
    return prefix ? read_name(p + prefix, end, ENDS_TAG_NAME, out) : after;
}

/* Reads a value after "=" and white space. */
static const char *read_value(const char *p, const char *end, struct markup_attr *out) {
    const char *begin = p;
    if (*p == '"' || *p == '\'') {
        const char *close = byte_find_past(p + 1, end, *p, '&', &out->has_references);
        if (!close)
            return NULL;
        out->value = (struct str){begin + 1, (size_t)(close - begin - 1)};
        return close + 1;
    }
    for (; p < end && !is(*p, ENDS_VALUE); p++)
        out->has_references |= *p == '&';
    out->value = (struct str){begin, (size_t)(p - begin)};
    return p;
}

const char *markup_next_attr(const char *p, const char *end, struct markup_attr *out) {
    *out = (struct markup_attr){.value = STR_NONE};
    for (; p < end && (is(*p, IS_SPACE) || *p == '/'); p++)
        out->self_closes = *p == '/';
    if (p == end)
        return NULL;
    if (*p == '>')
        return p + 1;
    if (*p == '=') { /* a name may begin with "=" */
        struct name rest;
        p = read_name(p + 1, end, ENDS_ATTR_NAME, &rest);
        out->name = (struct name){{rest.text.at - 1, rest.text.len + 1}, 0};
    } else {
        p = read_name(p, end, ENDS_ATTR_NAME, &out->name);
    }
    const char *name_end = p;
    p = skip_space(p, end);
    if (p == end || *p != '=')
        return p == end ? NULL : name_end;
    p = skip_space(p + 1, end);
    if (p == end)
        return NULL;
    return *p == '>' ? p : read_value(p, end, out);
}

const char *markup_skip_tag(const char *p, const char *end, bool *self_closes) {
    struct markup_attr attr;
    do
        p = markup_next_attr(p, end, &attr);
    while (p && attr.name.text.len > 0);
    *self_closes = attr.self_closes;
    return p;
}

const char *markup_skip_bogus(const char *p, const char *end) {
    return after_byte(p, end, '>');
}

const char *markup_skip_comment(const char *p, const char *end) {
    const char *dashes = p - 2; /* its own dashes also count: "<!-->" and "<!--->" */
    for (const char *q = p; q < end; q++) {
        q = memchr(q, '>', (size_t)(end - q));
        if (!q)
            return NULL;
        if (q - 2 >= dashes && q[-1] == '-' && q[-2] == '-')
            return q + 1;
        if (q - 3 >= p && q[-1] == '!' && q[-2] == '-' && q[-3] == '-')
            return q + 1;
    }
    return NULL;
}

/* Whether the "</" at `p` begins the end tag of `name`. */
static bool is_end_tag(const char *p, const char *end, struct str name) {
    const char *name_end = p + 2 + name.len;
    return begins_lower(p + 2, end, name) && name_end < end && is(*name_end, ENDS_TAG_NAME);
}

const char *markup_find_raw_end(const char *p, const char *end, struct str name, struct str outer) {
    for (; (p = memchr(p, '<', (size_t)(end - p))) != NULL; p++) {
        if (end - p < 2 || p[1] != '/')
            continue;
        if (is_end_tag(p, end, name) || (outer.at && is_end_tag(p, end, outer)))
            return p;
    }
    return end;
}

/* How far a script is inside its "<!--". */
enum script_state { SCRIPT_PLAIN, SCRIPT_ESCAPED, SCRIPT_DOUBLE_ESCAPED };

/* Moves *p past a "<" inside a script's "<!--"; true if the script ends at *p. */
static bool step_escaped(const char **p, const char *end, enum script_state *state) {
    static const char name[] = "script";
    bool is_end = *p + 1 < end && (*p)[1] == '/';
    const char *at = *p + 1 + is_end;
    struct str script = {name, sizeof name - 1};
    bool is_script =
        begins_lower(at, end, script) && at + script.len < end && is(at[script.len], ENDS_TAG_NAME);
    if (is_script && is_end && *state == SCRIPT_ESCAPED)
        return true;
    if (is_script)
        *state = is_end ? SCRIPT_ESCAPED : SCRIPT_DOUBLE_ESCAPED;
    ++*p;
    return false;
}

/* Finds the end of a script from the "<!--" at `p` on: true if it was found, false if "-->" came
 * first, with *p after it. */
static bool find_escaped_end(const char **p, const char *end) {
    enum script_state state = SCRIPT_ESCAPED;
    *p += 2;
    while (*p < end) {
        if (**p == '<') {
            if (step_escaped(p, end, &state))
                return true;
        } else if (**p == '-' && end - *p >= 3 && (*p)[1] == '-' && (*p)[2] == '>') {
            *p += 3;
            return false;
        } else {
            ++*p;
        }
    }
    return true;
}

const char *markup_find_script_end(const char *p, const char *end) {
    while ((p = memchr(p, '<', (size_t)(end - p))) != NULL) {
        if (end - p >= 2 && p[1] == '/' && is_end_tag(p, end, STR("script")))
            return p;
        if (end - p >= 4 && memcmp(p, "<!--", 4) == 0) {
            if (find_escaped_end(&p, end))
                return p;
        } else {
            p++;
        }
    }
    return end;
}

bool markup_is_cdata(const char *p, const char *end) {
    return end - p >= 9 && memcmp(p, "<![CDATA[", 9) == 0;
}

bool markup_is_doctype(const char *p, const char *end) {
    return begins_lower(p, end, STR("<!doctype"));
}

/* The XML declaration, doctype and <html> tag are at the very start of a page, after a comment or
 * two at most. */
enum { XML_SIGN_BYTES = 4096 };

bool markup_says_xml(struct str page) {
    struct str head =
        str_between(page, 0, page.len < XML_SIGN_BYTES ? page.len : (size_t)XML_SIGN_BYTES);
    if (str_starts_with(page, STR("<?xml")) || str_holds(head, STR("//DTD XHTML ")))
        return true;
    size_t root = str_find(head, STR("<html"));
    struct str tag = str_before(str_between(head, root, head.len), '>');
    return str_holds(tag, STR("http://www.w3.org/1999/xhtml"));
}

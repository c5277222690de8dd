/*
 * Writes strings as JSON; see json_write.h.
 */
#include "base/json_write.h"

#include <limits.h>

#if defined __SSE2__ && !defined PITH_PLAIN
#include <emmintrin.h>
#endif

#include "base/utf8.h"

/* The letter after the backslash, for characters with a short escape sequence. */
static const char LETTER_OF[UCHAR_MAX + 1] = {
    ['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
    ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't',
};

/* Whether the code point must be escaped: JSON requires it below U+0020, YAML for what it does not
 * count as printable, U+2028 and U+2029 split lines for some readers, and a caller's members may
 * contain bidirectional overrides. */
static bool is_escaped(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0x202D ||
           c == 0x202E || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

/* The lead bytes of the multibyte characters that are escaped. */
static bool may_be_escaped(unsigned char lead) {
    return lead == 0xC2 || lead == 0xE2 || lead == 0xEF;
}

static bool is_plain(unsigned char lead) {
    return lead >= 0x20 && lead != '"' && lead != '\\' && lead != 0x7F && !may_be_escaped(lead);
}

#if defined __SSE2__ && !defined PITH_PLAIN

enum { VECTOR_BYTES = sizeof(__m128i) };

static __m128i are(__m128i bytes, int c) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)c));
}

/* Which of the 16 bytes at `at` are not plain, as bits. */
static unsigned find_others(const char *at) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)at);
    __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    __m128i ascii = _mm_or_si128(_mm_or_si128(are(bytes, '"'), are(bytes, '\\')), are(bytes, 0x7F));
    __m128i leads =
        _mm_or_si128(_mm_or_si128(are(bytes, 0xC2), are(bytes, 0xE2)), are(bytes, 0xEF));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(controls, _mm_or_si128(ascii, leads)));
}

#endif

static size_t skip_plain(struct str s, size_t i) {
#if defined __SSE2__ && !defined PITH_PLAIN
    for (; s.len - i >= VECTOR_BYTES; i += VECTOR_BYTES) {
        unsigned others = find_others(s.at + i);
        if (others)
            return i + (unsigned)__builtin_ctz(others);
    }
#endif
    while (i < s.len && is_plain((unsigned char)s.at[i]))
        i++;
    return i;
}

static size_t escape_at(struct str s, size_t i, char escape[JSON_ESCAPE_BYTES]) {
    static const char HEX[] = "0123456789abcdef";
    unsigned char lead = (unsigned char)s.at[i];
    if (is_plain(lead))
        return 0;
    memset(escape, 0, JSON_ESCAPE_BYTES);
    if (LETTER_OF[lead]) {
        escape[0] = '\\';
        escape[1] = LETTER_OF[lead];
        return 1;
    }
    bool is_whole;
    utf8_sequence_len(s, i, &is_whole);
    if (!is_whole) /* even malformed text must not make this read past its end */
        return 0;
    size_t end = i;
    uint32_t c = utf8_next(s, &end);
    if (!is_escaped(c))
        return 0;
    escape[0] = '\\';
    escape[1] = 'u';
    for (int digit = 0; digit < 4; digit++)
        escape[2 + digit] = HEX[c >> (12 - 4 * digit) & 15];
    return end - i;
}

bool json_next_piece(struct str s, size_t *at, struct str *plain, char escape[JSON_ESCAPE_BYTES]) {
    size_t start = *at, len = 0, i = start;
    escape[0] = '\0';
    while ((i = skip_plain(s, i)) < s.len && (len = escape_at(s, i, escape)) == 0)
        i++;
    *plain = str_between(s, start, i);
    *at = i + len;
    return start < s.len;
}

void json_append_string(struct buffer *out, struct str s) {
    char escape[JSON_ESCAPE_BYTES];
    struct str plain;
    buffer_append_byte(out, '"');
    for (size_t at = 0; json_next_piece(s, &at, &plain, escape);) {
        buffer_append(out, plain);
        buffer_append(out, str_of(escape));
    }
    buffer_append_byte(out, '"');
}

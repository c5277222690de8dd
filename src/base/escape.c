/*
 * What CommonMark and GFM would take for syntax, and how text keeps clear of it; see escape.h.
 *
 * Escaping everything would do, but Markdown is read by people: a character is escaped only where
 * it could mean something. The result is brought into NFC afterwards, which turns two characters
 * into ASCII punctuation (U+1FEF into a backtick, U+037E into a semicolon) and melts "<", "=" and
 * ">" with a U+0338 behind them.
 */
#include "base/escape.h"

#include "base/ascii.h"

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/* The byte at i, or a line break behind the end. */
static char at(struct str s, size_t i) {
    return i < s.len ? s.at[i] : '\n';
}

/* Whether the "&" at i begins what looks like a character reference. */
static bool begins_reference(struct str s, size_t i) {
    size_t end = i + 1 + (at(s, i + 1) == '#');
    while (ascii_is_alphanumeric(at(s, end)))
        end++;
    return end > i + 1 && (at(s, end) == ';' || str_has_at(s, end, STR("\xCD\xBE")));
}

static size_t behind_run(struct str s, size_t i) {
    size_t end = i;
    while (end < s.len && s.at[end] == s.at[i])
        end++;
    return end;
}

/* Whether the "#" at i would be taken for the end of a heading, which is not shown. */
static bool ends_heading(struct str s, size_t i) {
    return (i == 0 || is_space(s.at[i - 1]) || s.at[i - 1] == '#') && behind_run(s, i) == s.len;
}

/* Whether a character means something wherever it stands. */
static bool is_syntax(struct str s, size_t i, enum escape_place place) {
    switch (s.at[i]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '~': /* strikes out in GFM */
        return true;
    case '_':
        return i == 0 || !ascii_is_alphanumeric(s.at[i - 1]) ||
               !ascii_is_alphanumeric(at(s, i + 1));
    case '<':
        return at(s, i + 1) != ' ' && at(s, i + 1) != '=' && !ascii_is_digit(at(s, i + 1)) &&
               !str_has_at(s, i + 1, STR("\xCC\xB8"));
    case '&':
        return begins_reference(s, i);
    case '|':
        return place == ESCAPE_CELL;
    case '#':
        return place == ESCAPE_HEADING && ends_heading(s, i);
    default:
        return false;
    }
}

/* The place of the "." or ")" of a number that begins a list, or s.len. */
static size_t number_end(struct str s, size_t i) {
    enum { LONGEST = 9 };
    size_t end = i;
    while (ascii_is_digit(at(s, end)) && end - i < LONGEST)
        end++;
    bool is_marker = end > i && (at(s, end) == '.' || at(s, end) == ')');
    return is_marker && is_space(at(s, end + 1)) ? end : s.len;
}

/* The place of the character to escape because a line begins at i, or s.len: headings, quotes,
 * lists, rules, underlines of headings, rows of tables. */
static size_t line_syntax(struct str s, size_t i) {
    char c = at(s, i), next = at(s, i + 1);
    switch (c) {
    case '#':
        return is_space(at(s, behind_run(s, i))) ? i : s.len;
    case '>':
        return str_has_at(s, i + 1, STR("\xCC\xB8")) ? s.len : i;
    case '+':
        return is_space(next) ? i : s.len;
    case '-':
        return is_space(next) || strchr("-:|", next) ? i : s.len;
    case '=':
        return is_space(next) || next == '=' ? i : s.len;
    case ':':
        return next == '-' ? i : s.len;
    case '|':
        return i;
    default:
        return ascii_is_digit(c) ? number_end(s, i) : s.len;
    }
}

void escape_text(struct buffer *out, struct str s, size_t first, size_t end,
                 enum escape_place place, bool at_line_start) {
    size_t marker = at_line_start && place == ESCAPE_PARAGRAPH ? line_syntax(s, first) : s.len;
    for (size_t i = first; i < end; i++) {
        if (i == marker || is_syntax(s, i, place) || str_has_at(s, i, STR("\xE1\xBF\xAF")))
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, s.at[i]);
    }
}

size_t escape_longest_fence(struct str s) {
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < s.len;) {
        bool is_grave = str_has_at(s, i, STR("\xE1\xBF\xAF"));
        run = is_grave || s.at[i] == '`' ? run + 1 : 0;
        i += is_grave ? 3 : 1;
        if (run > longest)
            longest = run;
    }
    return longest;
}

static bool is_fence(struct str s, size_t i) {
    return at(s, i) == '`' || str_has_at(s, i, STR("\xE1\xBF\xAF"));
}

static void append_fence(struct buffer *out, size_t len) {
    while (len-- > 0)
        buffer_append_byte(out, '`');
}

void escape_code(struct buffer *out, struct str code, enum escape_place place) {
    size_t fence = escape_longest_fence(code) + 1;
    bool ends_in_fence = code.at[code.len - 1] == '`' || str_ends_with(code, STR("\xE1\xBF\xAF"));
    bool is_padded = is_fence(code, 0) || ends_in_fence;
    append_fence(out, fence);
    if (is_padded)
        buffer_append_byte(out, ' ');
    for (size_t i = 0; i < code.len; i++) {
        if (place == ESCAPE_CELL && code.at[i] == '|')
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, code.at[i] == '\n' ? ' ' : code.at[i]);
    }
    if (is_padded)
        buffer_append_byte(out, ' ');
    append_fence(out, fence);
}

void escape_url(struct buffer *out, struct str url) {
    for (size_t i = 0; i < url.len; i++) {
        char c = url.at[i];
        if (c == '(' || c == ')' || (c == '&' && begins_reference(url, i)))
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, c);
    }
}

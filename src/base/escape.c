/*
 * What common dialects of Markdown treat as syntax, and how text avoids it; see escape.h. Besides
 * CommonMark and GFM these are pandoc's, Obsidian's and kramdown's, and the templates of Jekyll,
 * Hugo and Obsidian, which are processed before any Markdown.
 *
 * Escaping everything would work, but people read Markdown too: a character is escaped only where
 * it could be syntax. A backslash does that, except where a tool other than the Markdown parser
 * reads the text before or after it: whatever could be a tag or a character reference is written as
 * a character reference, and so is the first brace of a template.
 *
 * The result is normalized to NFC afterwards, which turns three characters into ASCII (U+1FEF into
 * a backtick, U+037E into a semicolon, U+212A into K) and combines "<", "=" and ">" with a
 * U+0338 among the marks after it.
 */
#include "base/escape.h"

#include "base/ascii.h"
#include "base/escape_line.h"
#include "base/utf8.h"

static const struct str STROKE = STR_INIT("\xCC\xB8");     /* U+0338 */
static const struct str GRAVE = STR_INIT("\xE1\xBF\xAF");  /* U+1FEF */
static const struct str KELVIN = STR_INIT("\xE2\x84\xAA"); /* U+212A */
static const struct str MARK = STR_INIT("\xCD\xBE");       /* U+037E */

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/* The byte at i, or a line break past the end. */
static char at(struct str s, size_t i) {
    return i < s.len ? s.at[i] : '\n';
}

/* The byte before i, or a line break before the start. */
static char before(struct str s, size_t i) {
    return i > 0 ? s.at[i - 1] : '\n';
}

static bool is_wide(char c) {
    return (unsigned char)c >= 0x80;
}

static bool is_between_spaces(struct str s, size_t i) {
    return is_space(before(s, i)) && is_space(at(s, i + 1));
}

/* Whether the character at i is next to another of its kind. */
static bool is_doubled(struct str s, size_t i) {
    return before(s, i) == s.at[i] || at(s, i + 1) == s.at[i];
}

/* Whether the "&" at i begins what looks like a character reference. */
static bool begins_reference(struct str s, size_t i) {
    enum { LONGEST = 40 }; /* the longest name in HTML has 31 */
    size_t begin = i + 1 + (at(s, i + 1) == '#'), end = begin;
    while (end - begin < LONGEST) {
        if (ascii_is_alphanumeric(at(s, end)))
            end++;
        else if (end < s.len && str_has_at(s, end, KELVIN))
            end += KELVIN.len;
        else
            break;
    }
    return end > begin && (at(s, end) == ';' || (end < s.len && str_has_at(s, end, MARK)));
}

/* Whether the "#" at i would be read as the closing sequence of a heading, which is not shown. */
static bool ends_heading(struct str s, size_t i) {
    size_t end = i;
    while (at(s, end) == '#')
        end++;
    return (is_space(before(s, i)) || before(s, i) == '#') && end >= s.len;
}

/* Whether the "<" at i could begin a tag; "< 5", "<3" and "<=" do not. */
static bool begins_tag(struct str s, size_t i) {
    char next = at(s, i + 1);
    return next != ' ' && next != '=' && !ascii_is_digit(next) &&
           !(i + 1 < s.len && str_has_at(s, i + 1, STROKE));
}

/* Whether a formula could end with the "$" at i: pandoc and Obsidian allow no space before it and
 * no digit after it. */
static bool ends_formula(struct str s, size_t i) {
    return !is_space(before(s, i)) && !ascii_is_digit(at(s, i + 1));
}

/* Whether the "$" at i could belong to a formula. A "$" before an amount of money can begin one,
 * but only if another "$" can end it. */
static bool is_dollar_syntax(struct str s, size_t i) {
    enum { AHEAD = 500 }; /* bytes; limits the search; few formulas are longer */
    if (is_doubled(s, i) || ends_formula(s, i))
        return true;
    if (!ascii_is_digit(at(s, i + 1)))
        return at(s, i + 1) != ' '; /* a line break may be written as a backslash */
    size_t end = s.len - i > AHEAD ? i + AHEAD : s.len;
    for (size_t k = i + 1; (k = str_find_byte(str_between(s, 0, end), k, '$')) < end; k++) {
        if (ends_formula(s, k))
            return true;
    }
    return false;
}

/* Whether the "~" at i could strike text out, or begin or end a subscript. "~5" alone could not. */
static bool is_tilde_syntax(struct str s, size_t i) {
    return !is_between_spaces(s, i) && !(is_space(before(s, i)) && ascii_is_digit(at(s, i + 1)));
}

enum escape { ESCAPE_NONE, ESCAPE_BACKSLASH, ESCAPE_REFERENCE };

static enum escape backslash_if(bool is_syntax) {
    return is_syntax ? ESCAPE_BACKSLASH : ESCAPE_NONE;
}

static enum escape reference_if(bool is_syntax) {
    return is_syntax ? ESCAPE_REFERENCE : ESCAPE_NONE;
}

/* How the character at i must be escaped wherever it is. */
static enum escape syntax_at(struct str s, size_t i, enum escape_place place) {
    switch (s.at[i]) {
    case '\\':
    case '`':
    case '[':
    case ']':
    case '*':
        return ESCAPE_BACKSLASH;
    case '^':
        return backslash_if(before(s, i) != ' ' || at(s, i + 1) != ' ');
    case '_':
        return backslash_if(!ascii_is_alphanumeric(before(s, i)) ||
                            !ascii_is_alphanumeric(at(s, i + 1)));
    case '~':
        return backslash_if(is_tilde_syntax(s, i));
    case '$':
        return backslash_if(is_dollar_syntax(s, i));
    case '%':
        return backslash_if(is_doubled(s, i));
    case '<':
        return reference_if(begins_tag(s, i));
    case '&':
        return reference_if(begins_reference(s, i));
    case '{':
        return ascii_is_one_of(at(s, i + 1), "{%#") ? ESCAPE_REFERENCE : ESCAPE_BACKSLASH;
    case '(': /* marked removes backslashes from brackets in a link's text, and parses it again */
        return backslash_if(before(s, i) == ']');
    case '|':
        return backslash_if(place == ESCAPE_CELL);
    case '\xE1':
        return backslash_if(str_has_at(s, i, GRAVE));
    default:
        return ESCAPE_NONE;
    }
}

/* Whether the "#" at i begins an Obsidian tag: a word that is not just a number. */
static bool begins_hashtag(struct str s, size_t i) {
    size_t end = i + 1;
    while (ascii_is_digit(at(s, end)))
        end++;
    return is_space(before(s, i)) && (ascii_is_letter(at(s, end)) || is_wide(at(s, end)) ||
                                      ascii_is_one_of(at(s, end), "_-/"));
}

/* Whether the ":" at i begins an emoji shortcode: ":smile:", ":+1:". */
static bool begins_emoji(struct str s, size_t i) {
    enum { LONGEST = 40 };
    size_t end = i + 1;
    while (end - i < LONGEST &&
           (ascii_is_alphanumeric(at(s, end)) || ascii_is_one_of(at(s, end), "_+-")))
        end++;
    bool is_time = end - i <= 3 && ascii_is_digit(at(s, i + 1)); /* 12:30:00 */
    return end > i + 1 && at(s, end) == ':' && !is_time && before(s, i) != ':';
}

/* Whether the "=" at i could highlight text: two or more that touch text. "a == b" is common in
 * code. */
static bool is_highlight(struct str s, size_t i) {
    size_t begin = before(s, i) == '=' ? i - 1 : i;
    return is_doubled(s, i) && !(before(s, begin) == ' ' && at(s, begin + 2) == ' ');
}

/* How the character at i must be escaped outside URLs: in URLs these characters are common, and
 * mean nothing once the URL is recognized. */
static enum escape syntax_in_words_at(struct str s, size_t i, enum escape_place place) {
    char next = at(s, i + 1);
    switch (s.at[i]) {
    case '#':
        return backslash_if(begins_hashtag(s, i) ||
                            (place == ESCAPE_HEADING && ends_heading(s, i)));
    case '@': /* a numbered example, or a template; "@name" may be a citation, which is displayed
                 unchanged, as a mention should be */
        return backslash_if(ascii_is_one_of(next, "*{") ||
                            (before(s, i) == '(' && (ascii_is_alphanumeric(next) || next == '_')));
    case ':':
        return backslash_if(begins_emoji(s, i));
    case '=':
        return backslash_if(is_highlight(s, i));
    case '-': /* an option, which a typographic dash would spoil */
        return backslash_if(next == '-' && is_space(before(s, i)) &&
                            ascii_is_alphanumeric(at(s, i + 2)));
    default:
        return syntax_at(s, i, place);
    }
}

/*
 * GFM turns URLs in text into links, and takes everything up to white space literally, backslashes
 * included. A URL without anything to escape may become a link; in any other the ":" of "://" or
 * the "." of "www." is escaped, so that it does not become a link and its other characters can be
 * escaped.
 */
struct url_run {
    size_t end;    /* no URL extends past this */
    size_t escape; /* the first place at or after which it needs an escape */
};

static bool begins_url(struct str s, size_t i) {
    if (s.at[i] == ':')
        return ascii_is_letter(before(s, i)) && str_has_at(s, i, STR("://"));
    return s.at[i] == '.' && i >= 3 && str_equals_lower(str_between(s, i - 3, i), STR("www"));
}

/* Whether there is only punctuation from i up to white space: GFM excludes that from a URL, and
 * with it any markup that ends there. */
static bool is_word_end(struct str s, size_t i) {
    enum { LONGEST = 8 };
    size_t end = i;
    while (end - i < LONGEST && ascii_is_one_of(at(s, end), "?!.,:;*_~'\")"))
        end++;
    return is_space(at(s, end));
}

/* Finds how far a URL at i would extend, and whether anything in it needs an escape: a character,
 * or markup that begins or ends within it, at `end`. */
static struct url_run run_at(struct str s, size_t i, size_t end, enum escape_place place) {
    struct url_run run = {.end = i, .escape = SIZE_MAX};
    bool has_tilde = false;
    while (run.end < end && !is_space(s.at[run.end]) && run.escape == SIZE_MAX) {
        bool is_home = str_has_at(s, run.end - 1, STR("/~")) && !has_tilde; /* of a user */
        has_tilde |= s.at[run.end] == '~';
        if (!is_home && syntax_at(s, run.end, place) != ESCAPE_NONE)
            run.escape = run.end;
        run.end++;
    }
    if (run.end == end && end < s.len && (has_tilde || !is_word_end(s, end)))
        run.escape = run.end;
    return run;
}

/* Whether the character at i, at one end of [first, end), may touch markup that is written there,
 * and mean something together with it. */
static bool is_exposed(struct str s, size_t i, size_t first, size_t end) {
    return (i == first && ascii_is_one_of(s.at[i], "*_~^")) ||
           (i + 1 == end && ascii_is_one_of(s.at[i], "*_~^@"));
}

static void append_escaped(struct buffer *out, char c, enum escape escape) {
    if (escape == ESCAPE_REFERENCE) {
        buffer_append(out, c == '<' ? STR("&lt;") : c == '&' ? STR("&amp;") : STR("&#123;"));
        return;
    }
    if (escape == ESCAPE_BACKSLASH)
        buffer_append_byte(out, '\\');
    buffer_append_byte(out, c);
}

/* Whether the mark at i, among those that a text begins with, would combine with the ">" of a tag
 * before the text, and break the tag. */
static bool breaks_tag(struct str s, size_t i, size_t end_marks) {
    return i < end_marks && str_has_at(s, i, STROKE);
}

void escape_text(struct buffer *out, struct str s, size_t first, size_t end,
                 enum escape_place place, bool at_line_start) {
    size_t end_marks = utf8_skip_marks(str_between(s, 0, end), first);
    size_t marker = at_line_start && place == ESCAPE_PARAGRAPH ? escape_line(s, first) : s.len;
    struct url_run run = {0};
    for (size_t i = first; i < end; i++) {
        if (breaks_tag(s, i, end_marks)) {
            buffer_append(out, STR("&#824;"));
            i += STROKE.len - 1;
            continue;
        }
        enum escape escape = ESCAPE_NONE;
        bool is_url = i < run.end && run.escape == SIZE_MAX;
        if (!is_url && begins_url(s, i)) {
            if (i >= run.end)
                run = run_at(s, i, end, place);
            escape = backslash_if(run.escape != SIZE_MAX);
        } else if (!is_url) {
            escape = syntax_in_words_at(s, i, place);
        }
        if (!escape && (i == marker || (!is_url && is_exposed(s, i, first, end))))
            escape = ESCAPE_BACKSLASH;
        append_escaped(out, s.at[i], escape);
    }
}

void escape_line_break(struct buffer *out) {
    size_t word = out->len;
    while (word > 0 && !is_space(out->data[word - 1]))
        word--;
    struct str last = str_between(buffer_str(out), word, out->len);
    bool may_be_url = (str_holds(last, STR("://")) || str_holds(last, STR("www."))) &&
                      !str_holds(last, STR("](")); /* the destination of a link */
    buffer_append(out, may_be_url ? STR("  \n") : STR("\\\n"));
}

size_t escape_longest_fence(struct str s) {
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < s.len;) {
        bool is_grave = str_has_at(s, i, GRAVE);
        run = is_grave || s.at[i] == '`' ? run + 1 : 0;
        i += is_grave ? GRAVE.len : 1;
        if (run > longest)
            longest = run;
    }
    return longest;
}

static bool is_fence(struct str s, size_t i) {
    return at(s, i) == '`' || str_has_at(s, i, GRAVE);
}

static void append_fence(struct buffer *out, size_t len) {
    while (len-- > 0)
        buffer_append_byte(out, '`');
}

/* Appends code as an element of HTML: its text is Markdown, so all of it can be escaped. */
static void append_code_element(struct buffer *out, struct str code, enum escape_place place) {
    buffer_append(out, STR("<code>"));
    for (size_t i = 0; i < code.len;) {
        size_t end = str_find_byte(code, i, '\n');
        escape_text(out, code, i, end, place, false);
        if (end < code.len)
            buffer_append_byte(out, ' ');
        i = end + 1;
    }
    buffer_append(out, STR("</code>"));
}

void escape_code(struct buffer *out, struct str code, enum escape_place place) {
    /* To some renderers "\\|" ends a cell, also in a code span. */
    if (place == ESCAPE_CELL && str_holds(code, STR("\\|"))) {
        append_code_element(out, code, place);
        return;
    }
    size_t fence = escape_longest_fence(code) + 1;
    bool ends_in_fence = code.at[code.len - 1] == '`' || str_ends_with(code, GRAVE);
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

void escape_url(struct buffer *out, struct str url, bool may_follow_dollar) {
    for (size_t i = 0; i < url.len; i++) {
        char c = url.at[i];
        bool is_syntax = ascii_is_one_of(c, "()[]") || (c == '$' && may_follow_dollar) ||
                         (c == '%' && is_doubled(url, i));
        append_escaped(out, c,
                       c == '&' ? reference_if(begins_reference(url, i)) : backslash_if(is_syntax));
    }
}

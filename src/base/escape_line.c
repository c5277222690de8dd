/*
 * Starts of Markdown blocks: those of CommonMark and GFM, and those that pandoc adds (fancy and
 * example lists, definitions, containers, grid tables, title blocks); see escape_line.h.
 */
#include "base/escape_line.h"

#include "base/ascii.h"

static char at(struct str s, size_t i) {
    return i < s.len ? s.at[i] : '\n';
}

static bool is_space_at(struct str s, size_t i) {
    char c = at(s, i);
    return c == ' ' || c == '\n' || c == '\t';
}

static size_t skip_digits(struct str s, size_t i) {
    enum { LONGEST = 9 }; /* the most digits in CommonMark */
    size_t end = i;
    while (ascii_is_digit(at(s, end)) && end - i < LONGEST)
        end++;
    return end;
}

static bool is_roman(char c, bool is_upper) {
    return is_upper ? ascii_is_one_of(c, "IVXLCDM") : ascii_is_one_of(c, "ivxlcdm");
}

/* Skips a number, a letter or a roman numeral; returns `i` if there is none. */
static size_t skip_enumerator(struct str s, size_t i) {
    enum { LONGEST_ROMAN = 7 }; /* xxxviii; nobody numbers items in roman numerals past 38 */
    size_t end = skip_digits(s, i);
    if (end > i || !ascii_is_letter(at(s, i)))
        return end;
    bool is_upper = ascii_is_upper(s.at[i]);
    while (is_roman(at(s, end), is_upper) && end - i < LONGEST_ROMAN)
        end++;
    return end > i + 1 ? end : i + 1;
}

/* "1.", "a)", "(iv)", "(@)". A capital with a period is an initial unless two spaces follow. */
static size_t list_marker(struct str s, size_t i) {
    bool is_enclosed = at(s, i) == '(';
    size_t begin = i + is_enclosed, end = skip_enumerator(s, begin);
    if (is_enclosed && at(s, begin) == '@')
        return i;
    char sign = at(s, end);
    bool is_initial = sign == '.' && end == begin + 1 && ascii_is_upper(s.at[begin]);
    bool is_marker = end > begin && !is_initial && is_space_at(s, end + 1) &&
                     (sign == ')' || (sign == '.' && !is_enclosed));
    return !is_marker ? s.len : is_enclosed ? i : end;
}

static bool is_heading(struct str s, size_t i) {
    size_t end = i;
    while (at(s, end) == '#')
        end++;
    return is_space_at(s, end) || at(s, end) == '.'; /* pandoc reads "#." as a list item */
}

size_t escape_line(struct str s, size_t i) {
    char c = at(s, i), next = at(s, i + 1);
    bool ends_here = is_space_at(s, i + 1);
    switch (c) {
    case '#':
        return is_heading(s, i) ? i : s.len;
    case '>': /* unless NFC turns it into U+226F */
        return i + 1 < s.len && str_has_at(s, i + 1, STR("\xCC\xB8")) ? s.len : i;
    case '+': /* "+++" at the start of a file begins Hugo's front matter */
        return ends_here || next == '-' || next == '=' || str_has_at(s, i, STR("+++")) ? i : s.len;
    case '-':
        return ends_here || ascii_is_one_of(next, "-:|") ? i : s.len;
    case '=':
        return ends_here || next == '=' ? i : s.len;
    case ':':
        return ends_here || next == '-' || next == ':' ? i : s.len;
    case '%':
        return ends_here || ascii_is_letter(next) ? i : s.len;
    case '*':
    case '~':
    case '^':
        return ends_here ? i : s.len;
    case '|':
        return i;
    default:
        return list_marker(s, i);
    }
}

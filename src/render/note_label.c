/*
 * Recognizes labels of notes; see note_label.h.
 */
#include "render/note_label.h"

#include "base/ascii.h"

static const struct str SIGNS[] = {
    STR_INIT("*"),           STR_INIT("\xE2\x80\xA0"), STR_INIT("\xE2\x80\xA1"),
    STR_INIT("\xC2\xA7"),    STR_INIT("\xC2\xB6"),     STR_INIT("#"),
    STR_INIT("\xE2\x88\x97")};

static size_t sign_at(struct str s, size_t i) {
    for (size_t k = 0; k < N_OF(SIGNS); k++)
        if (str_has_at(s, i, SIGNS[k]))
            return SIGNS[k].len;
    return 0;
}

static bool is_signs(struct str s) {
    enum { MOST = 4 };
    size_t n = 0;
    for (size_t i = 0, len; i < s.len; i += len, n++) {
        len = sign_at(s, i);
        if (len == 0)
            return false;
    }
    return n > 0 && n <= MOST;
}

static bool is_number(struct str s) {
    enum { MOST_DIGITS = 4 };
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_digit(s.at[i]))
            return false;
    return s.len > 0 && s.len <= MOST_DIGITS;
}

/* Whether it is a letter or a small roman numeral. */
static bool is_letter(struct str s) {
    if (s.len == 1)
        return ascii_is_letter(s.at[0]);
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_one_of(s.at[i], "ivx"))
            return false;
    return s.len > 0 && s.len <= 5;
}

static struct str without_brackets(struct str s) {
    static const char PAIRS[][2] = {{'[', ']'}, {'(', ')'}, {'{', '}'}};
    for (size_t i = 0; i < N_OF(PAIRS); i++)
        if (s.len > 2 && s.at[0] == PAIRS[i][0] && s.at[s.len - 1] == PAIRS[i][1])
            return str_trim(str_between(s, 1, s.len - 1));
    return s;
}

/* "note 1", "n. 2", "nb 3" */
static struct str without_word(struct str s) {
    static const struct str WORDS[] = {
        STR_INIT("note "), STR_INIT("notes "),       STR_INIT("n. "),  STR_INIT("nb "),
        STR_INIT("fn "),   STR_INIT("note\xC2\xA0"), STR_INIT("ref "), STR_INIT("footnote ")};
    for (size_t i = 0; i < N_OF(WORDS); i++)
        if (str_starts_with_lower(s, WORDS[i]))
            return str_trim(str_between(s, WORDS[i].len, s.len));
    return s;
}

/* "1:2", which markdown-it writes for the third reference to note 1, without ":2". */
static struct str without_count(struct str s) {
    size_t colon = str_find_byte(s, 0, ':');
    bool is_counted = colon > 0 && colon < s.len && is_number(str_between(s, 0, colon)) &&
                      is_number(str_between(s, colon + 1, s.len));
    return is_counted ? str_between(s, 0, colon) : s;
}

struct str note_label(struct str text) {
    enum { MOST_BYTES = 64 };
    text = str_trim(text);
    if (text.len > MOST_BYTES)
        return STR_NONE;
    struct str label = without_word(without_brackets(text));
    while (label.len && (label.at[0] == '^' || ascii_is_one_of(label.at[label.len - 1], ".)")))
        label = label.at[0] == '^' ? str_between(label, 1, label.len)
                                   : str_between(label, 0, label.len - 1);
    label = without_count(label);
    return is_number(label) || is_letter(label) || is_signs(label) ? label : STR_NONE;
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

size_t note_label_end(struct str text, struct str label) {
    size_t i = 0;
    if (!label.len)
        return 0;
    while (i < text.len && (is_space(text.at[i]) || ascii_is_one_of(text.at[i], "[(^")))
        i++;
    if (i + label.len > text.len || !str_has_at(text, i, label))
        return 0;
    i += label.len;
    size_t end = i;
    while (end < text.len && ascii_is_one_of(text.at[end], ")].:"))
        end++;
    bool is_bound = end > i || end == text.len || is_space(text.at[end]) ||
                    (unsigned char)text.at[end] >= 0x80 || ascii_is_upper(text.at[end]);
    if (!is_bound)
        return 0;
    while (end < text.len && is_space(text.at[end]))
        end++;
    return end;
}

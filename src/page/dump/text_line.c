/*
 * Measures the lines of dumps; see text_line.h.
 */
#include "page/dump/text_line.h"

#include "base/code_range.h"
#include "base/utf8.h"

enum {
    TAB_COLUMNS = 8,
    ROW_GAP = 3,   /* spaces; two are found after sentences */
    MAX_DIGITS = 3 /* in the number of a list item */
};

/* Characters that take no column: the marks of the scripts most used on the web, and format
 * characters. */
static const struct code_range NARROW[] = {
    {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05C7}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06ED}, {0x0900, 0x0902}, {0x093A, 0x093A},
    {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};

/* Characters that take two columns (Unicode Standard Annex 11, the large ranges of W and F). */
static const struct code_range WIDE[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},
    {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

static uint32_t columns_of(uint32_t c) {
    if (c < 0xAD)
        return 1;
    if (code_range_holds(NARROW, N_OF(NARROW), c))
        return 0;
    return code_range_holds(WIDE, N_OF(WIDE), c) ? 2 : 1;
}

/* The column in which a piece of text that begins in `column` ends. */
static uint32_t column_after(struct str text, uint32_t column) {
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        column += c == '\t' ? TAB_COLUMNS - column % TAB_COLUMNS : c == '\r' ? 0 : columns_of(c);
    }
    return column;
}

static bool is_unspaced(uint32_t c) {
    return c >= 0x80 && (utf8_class(c) == UTF8_IDEOGRAPH || (c >= 0x3000 && c <= 0x303F) ||
                         (c >= 0xFF00 && c <= 0xFF60));
}

static size_t first_word_len(struct str text) {
    size_t i = 0;
    uint32_t c = utf8_next(text, &i);
    if (is_unspaced(c))
        return i;
    while (i < text.len && !ascii_is_space(text.at[i])) {
        size_t next = i;
        if (is_unspaced(utf8_next(text, &next)))
            break;
        i = next;
    }
    return i;
}

/* The length of the bullet or number that text browsers put before a list item (or of the stars
 * that html2text puts before a heading), with the space after it; 0 if there is none. */
static size_t bullet_len(struct str text) {
    static const struct str BULLETS[] = {STR_INIT("* "),
                                         STR_INIT("+ "),
                                         STR_INIT("- "),
                                         STR_INIT("o "),
                                         STR_INIT("# "),
                                         STR_INIT("\xE2\x80\xA2 "),
                                         STR_INIT("\xE2\x97\xA6 "),
                                         STR_INIT("\xE2\x96\xA1 "),
                                         STR_INIT("\xE2\x96\xA0 "),
                                         STR_INIT("\xE2\x97\x8B "),
                                         STR_INIT("\xE2\x97\x8F "),
                                         STR_INIT("\xE2\x96\xAA ")};
    for (size_t i = 0; i < N_OF(BULLETS); i++)
        if (str_starts_with(text, BULLETS[i]))
            return BULLETS[i].len;
    size_t n = 0;
    while (n < text.len && text.at[n] == '*')
        n++;
    if (n && n < text.len && text.at[n] == ' ')
        return n + 1; /* a heading of html2text */
    while (n < text.len && n < MAX_DIGITS && ascii_is_digit(text.at[n]))
        n++;
    bool is_number = n && n + 1 < text.len && (text.at[n] == '.' || text.at[n] == ')');
    return is_number && text.at[n + 1] == ' ' ? n + 2 : 0;
}

static bool has_letter(struct str text) {
    for (size_t i = 0; i < text.len;) {
        enum utf8_class class = utf8_class(utf8_next(text, &i));
        if (class == UTF8_LETTER || class == UTF8_IDEOGRAPH)
            return true;
    }
    return false;
}

static uint32_t count_words(struct str text) {
    uint32_t n = 0;
    while (text.len) {
        size_t len = first_word_len(text);
        n++;
        text = str_trim(str_between(text, len, text.len));
    }
    return n;
}

void text_line_measure(struct str line, struct text_line *out) {
    struct str text = str_trim(line);
    *out = (struct text_line){.text = text};
    if (text.len == 0)
        return;
    size_t before = (size_t)(text.at - line.at), bullet = bullet_len(text);
    out->indent = column_after(str_between(line, 0, before), 0);
    out->hang = column_after(str_between(text, 0, bullet), out->indent);
    while (bullet && bullet < text.len && text.at[bullet] == ' ') {
        out->hang++;
        bullet++;
    }
    out->end = column_after(text, out->indent);
    out->first_word = column_after(str_between(text, 0, first_word_len(text)), 0);
    out->n_words = count_words(text);
    bool is_link = str_has_byte(text, '_') && !str_has_byte(text, ' '); /* of html2text */
    out->is_row =
        is_link || str_holds(text, STR("   ")) || str_has_byte(text, '\t') || !has_letter(text);
}

/* Whether a hyphen at the end of a line stands for the end of a word that only comes later: "two-
 * and three-year plans", "Vor- und Nachteile". */
static bool is_suspended(struct str after) {
    static const struct str CONJUNCTIONS[] = {STR_INIT("and"),  STR_INIT("or"),    STR_INIT("to"),
                                              STR_INIT("und"),  STR_INIT("oder"),  STR_INIT("bis"),
                                              STR_INIT("bzw."), STR_INIT("en"),    STR_INIT("of"),
                                              STR_INIT("och"),  STR_INIT("eller"), STR_INIT("og")};
    struct str word = str_before(after, ' ');
    return str_any(word, CONJUNCTIONS, N_OF(CONJUNCTIONS), str_equals);
}

bool text_line_needs_space(struct str before, struct str after) {
    size_t last = utf8_before(before, before.len), first = 0;
    if (is_unspaced(utf8_next(before, &last)) && is_unspaced(utf8_next(after, &first)))
        return false;
    if (str_ends_with(before, STR("\xC2\xAD")))
        return false;
    bool is_hyphenated = before.len > 1 && str_ends_with(before, STR("-")) &&
                         before.at[before.len - 2] != ' ' && before.at[before.len - 2] != '-';
    return !is_hyphenated || is_suspended(after);
}

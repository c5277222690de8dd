/*
 * Lines of dumps measured in columns, and what joins two of them; mathematical
 * digits and letters.
 */
#include "ground.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "page/formula/tex_symbol.h"
#include "page/dump/text_line.h"

static void lines_have_columns(void **state) {
    static const struct {
        const char *line;
        uint32_t indent, hang, end, first_word, n_words;
    } CASES[] = {
        {"The boat is back", 0, 0, 16, 3, 4},
        {"  The boat  ", 2, 2, 10, 3, 2},
        {"\tThe boat", 8, 8, 16, 3, 2},
        {"  \tThe boat", 8, 8, 16, 3, 2},
        {"* The boat", 0, 2, 10, 1, 3},
        {"  -   The boat", 2, 6, 14, 1, 3},
        {"*The boat", 0, 0, 9, 4, 2},
        {"**** The boat", 0, 5, 13, 4, 3},
        {"****", 0, 0, 4, 4, 1},
        {"1. The boat", 0, 3, 11, 2, 3},
        {"123) The boat", 0, 5, 13, 4, 3},
        {"1234. The boat", 0, 0, 14, 5, 3},
        {"1.The boat", 0, 0, 10, 5, 2},
        {"1: The boat", 0, 0, 11, 2, 3},
        {"1.", 0, 0, 2, 2, 1},
        {"1", 0, 0, 1, 1, 1},
        {"\xE2\x80\xA2 The boat", 0, 2, 10, 1, 3},
        {"\xC3\xA9t\xC3\xA9 boat", 0, 0, 8, 3, 2},
        {"e\xCC\x81 boat", 0, 0, 6, 1, 2}, /* a combining accent */
        {"bo\xC2\xAD"
         "at",
         0, 0, 4, 4, 1},                             /* a soft hyphen */
        {"\xE8\x88\xB9\xE5\x9B\x9E", 0, 0, 4, 2, 2}, /* two columns each */
        {"a\xE8\x88\xB9", 0, 0, 3, 1, 2},
        {"\xEF\xBC\xA1", 0, 0, 2, 2, 1},
        {"", 0, 0, 0, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct text_line line;
        text_line_measure(str_of(CASES[i].line), &line);
        if (line.indent != CASES[i].indent || line.hang != CASES[i].hang ||
            line.end != CASES[i].end || line.first_word != CASES[i].first_word ||
            line.n_words != CASES[i].n_words)
            fail_msg("%s: %u, %u, %u, %u, %u", CASES[i].line, line.indent, line.hang, line.end,
                     line.first_word, line.n_words);
    }
}

static uint32_t columns_of(uint32_t c) {
    char bytes[8];
    size_t len = utf8_put(bytes, c);
    struct text_line line;
    text_line_measure((struct str){bytes, len}, &line);
    return line.end;
}

/* The first and the last character of each range, and those before and after it. */
static void characters_have_columns(void **state) {
    static const uint32_t NARROW[][2] = {
        {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05C7}, {0x0610, 0x061A},
        {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06ED}, {0x0900, 0x0902}, {0x093A, 0x093A},
        {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
        {0x0E47, 0x0E4E}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},
        {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
    };
    static const uint32_t WIDE[][2] = {
        {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},
        {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(NARROW); i++)
        if (columns_of(NARROW[i][0]) != 0 || columns_of(NARROW[i][1]) != 0 ||
            columns_of(NARROW[i][0] - 1) == 0 || columns_of(NARROW[i][1] + 1) == 0)
            fail_msg("U+%04X", NARROW[i][0]);
    for (size_t i = 0; i < N_OF(WIDE); i++)
        if (columns_of(WIDE[i][0]) != 2 || columns_of(WIDE[i][1]) != 2 ||
            columns_of(WIDE[i][0] - 1) == 2 || columns_of(WIDE[i][1] + 1) == 2)
            fail_msg("U+%04X", WIDE[i][0]);
}

static void bullets_are_known(void **state) {
    static const char *const BULLETS[] = {"* ",
                                          "+ ",
                                          "- ",
                                          "o ",
                                          "# ",
                                          "\xE2\x80\xA2 ",
                                          "\xE2\x97\xA6 ",
                                          "\xE2\x96\xA1 ",
                                          "\xE2\x96\xA0 ",
                                          "\xE2\x97\x8B ",
                                          "\xE2\x97\x8F ",
                                          "\xE2\x96\xAA "};
    (void)state;
    for (size_t i = 0; i < N_OF(BULLETS); i++) {
        char text[20];
        struct text_line line;
        snprintf(text, sizeof text, "%sThe boat", BULLETS[i]);
        text_line_measure(str_of(text), &line);
        if (line.hang != 2)
            fail_msg("%s", text);
    }
}

static void rows_of_tables(void **state) {
    static const struct {
        const char *line;
        bool is_row;
    } CASES[] = {
        {"Oban   8:00", true},      {"Oban  8:00", false},   {"Oban\t8:00", true},
        {"8:00 9:00", false},       {"8:00 Oban", false},    {"Boat_timetable", true},
        {"Boat_ timetable", false}, {"\xE8\x88\xB9", false}, {"----", true},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct text_line line;
        text_line_measure(str_of(CASES[i].line), &line);
        if (line.is_row != CASES[i].is_row)
            fail_msg("%s", CASES[i].line);
    }
}

static void spaces_between_lines(void **state) {
    static const struct {
        const char *before, *after;
        bool has_space;
    } CASES[] = {
        {"the", "boat", true},
        {"time-", "table", false},
        {"two-", "and three-year plans", true},
        {"two-", "android", false},
        {"Vor-", "und Nachteile", true},
        {"the -", "boat", true},
        {"the --", "boat", true},
        {"-", "boat", true},
        {"bo\xC2\xAD", "at", false},
        {"\xE8\x88\xB9", "\xE5\x9B\x9E", false},
        {"\xE8\x88\xB9", "boat", true},
        {"boat", "\xE8\x88\xB9", true},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (text_line_needs_space(str_of(CASES[i].before), str_of(CASES[i].after)) !=
            CASES[i].has_space)
            fail_msg("%s %s", CASES[i].before, CASES[i].after);
}

static void styled_letters_are_commands(void **state) {
    static const struct {
        uint32_t c;
        const char *tex;
    } CASES[] = {
        {0x1D400, "\\mathbf{A}"}, {0x1D419, "\\mathbf{Z}"},
        {0x1D41A, "\\mathbf{a}"}, {0x1D433, "\\mathbf{z}"},
        {0x1D434, "A"},           {0x1D467, "z"},
        {0x1D6A4, "\\imath"},     {0x1D6A5, "\\jmath"},
        {0x1D7CE, "\\mathbf{0}"}, {0x1D7D7, "\\mathbf{9}"},
        {0x1D7D8, "\\mathbb{0}"}, {0x1D7E1, "\\mathbb{9}"},
        {0x1D7FF, "\\mathtt{9}"}, {'a', "a"},
        {0x2264, "\\leq"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, *state);
        tex_symbol_append(&out, CASES[i].c);
        if (!str_equals(buffer_str(&out), str_of(CASES[i].tex)))
            fail_msg("%s: %.*s", CASES[i].tex, (int)out.len, out.data);
    }
}

/* No command and no class changes by accident: a digest (FNV-1a) of all of them. */
static void symbols_are_as_before(void **state) {
    volatile uint32_t digest = 2166136261u;
    struct buffer out;
    ARM((struct arena *)*state);
    buffer_init(&out, *state);
    for (uint32_t c = ' '; c < 0x1F000; c++) {
        out.len = 0;
        buffer_append_byte(&out, (char)tex_symbol_append(&out, c));
        for (size_t i = 0; i < out.len; i++)
            digest = (digest ^ (unsigned char)out.data[i]) * 16777619u;
    }
    assert_int_equal(digest, 0xb98e3b02);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_have_columns),   cmocka_unit_test(characters_have_columns),
        cmocka_unit_test(bullets_are_known),    cmocka_unit_test(rows_of_tables),
        cmocka_unit_test(spaces_between_lines), ARENA_TEST(styled_letters_are_commands),
        ARENA_TEST(symbols_are_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Lines of dumps measured in columns, and what joins two of them; mathematical
 * digits and letters.
 */
#include "ground.h"

#include "base/buffer.h"
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
        cmocka_unit_test(lines_have_columns),   cmocka_unit_test(rows_of_tables),
        cmocka_unit_test(spaces_between_lines), ARENA_TEST(styled_letters_are_commands),
        ARENA_TEST(symbols_are_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

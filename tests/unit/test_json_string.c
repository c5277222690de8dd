/*
 * Strings of JSON: where one ends in text that was written by hand, and what its escape sequences
 * mean, near the end of the text and far from it.
 */
#include "ground.h"

#include "base/buffer.h"
#include "base/json.h"
#include "base/json_string.h"

static struct json_string read_string(struct arena *arena, struct str text, enum json_place place) {
    struct json_string out;
    json_read_string(arena, text, 0, place, &out);
    return out;
}

/* A quote ends its string if what follows may follow a string: the "^" is after the one that
 * does. */
static void quotes_end_strings_before_what_may_follow(void **state) {
    static const struct {
        const char *text;
        enum json_place place;
    } CASES[] = {
        /* alone, always */
        {"\"a\"^b\"", JSON_PLACE_ALONE},
        {"'a'^b'", JSON_PLACE_ALONE},
        {"\"a'b\"^", JSON_PLACE_ALONE},
        /* at the end, and before closing brackets */
        {"\"a\"^", JSON_PLACE_ITEM},
        {"\"a\"^ \n", JSON_PLACE_ITEM},
        {"\"a\"^}b\"", JSON_PLACE_ITEM},
        {"\"a\"^ ]b\"", JSON_PLACE_MEMBER},
        {"\"a\") b\"^", JSON_PLACE_ITEM},
        /* before a comma and an item */
        {"\"a\"^, \"b\"", JSON_PLACE_ITEM},
        {"\"a\"^,'b'", JSON_PLACE_ITEM},
        {"\"a\"^,/* b */ \"\"", JSON_PLACE_ITEM},
        {"\"a\"^,,\"\"", JSON_PLACE_ITEM},
        {"\"a\"^,]\"", JSON_PLACE_ITEM},
        {"\"a\"^,}\"", JSON_PLACE_ITEM},
        {"\"a\"^,{\"\"", JSON_PLACE_ITEM},
        {"\"a\"^,[\"\"", JSON_PLACE_ITEM},
        {"\"a\"^,-1,\"\"", JSON_PLACE_ITEM},
        {"\"a\"^,5,\"\"", JSON_PLACE_ITEM},
        {"\"a\"^,true,\"\"", JSON_PLACE_ITEM},
        {"\"a\"^,false,\"\"", JSON_PLACE_ITEM},
        {"\"a\"^,null,\"\"", JSON_PLACE_ITEM},
        {"\"a\"^, ", JSON_PLACE_ITEM},
        {"\"a\",b:\"^", JSON_PLACE_ITEM},
        {"\"a\",tru\"^", JSON_PLACE_ITEM},
        {"\"a\",fals\"^", JSON_PLACE_ITEM},
        {"\"a\",nul\"^", JSON_PLACE_ITEM},
        {"\"a\",.\"^", JSON_PLACE_ITEM},
        /* before a comma and a member */
        {"\"a\"^,\"b\"", JSON_PLACE_MEMBER},
        {"\"a\"^,'b\"", JSON_PLACE_MEMBER},
        {"\"a\"^,b:\"", JSON_PLACE_MEMBER},
        {"\"a\"^,b_1$\xC3\xA9 \n:\"", JSON_PLACE_MEMBER},
        {"\"a\",b\"^", JSON_PLACE_MEMBER},
        {"\"a\",b c:\"^", JSON_PLACE_MEMBER},
        {"\"a\",:\"^", JSON_PLACE_MEMBER},
        {"\"a\",b-c:\"^", JSON_PLACE_MEMBER},
        {"\"a\",{b:\"^", JSON_PLACE_MEMBER},
        {"\"a\",5\"^", JSON_PLACE_MEMBER},
        {"\"a\",true\"^", JSON_PLACE_MEMBER},
        {"\"a\",b", JSON_PLACE_MEMBER},
        /* before a comment */
        {"\"a\"^ // b\"", JSON_PLACE_ITEM},
        {"\"a\"^/* b\"", JSON_PLACE_ITEM},
        {"\"a\"/ b\"^", JSON_PLACE_ITEM},
        {"\"a\"/\"^", JSON_PLACE_ITEM},
        /* before a string, if the comma was forgotten */
        {"\"a\"^\n\"b\"", JSON_PLACE_ITEM},
        {"\"a\"^ \"b\"", JSON_PLACE_ITEM},
        {"\"a\"\"^", JSON_PLACE_ITEM},
        {"\"a\"^ 'b'\"", JSON_PLACE_ITEM},
        {"\"a\"'b'\"^", JSON_PLACE_ITEM},
        {"\"a\"^\n\"b\"", JSON_PLACE_MEMBER},
        {"\"a\"^ \"b\":", JSON_PLACE_MEMBER},
        {"\"a\"^\"b\" :", JSON_PLACE_MEMBER},
        {"\"a\"^'b':\"", JSON_PLACE_MEMBER},
        {"\"a\" b\"^", JSON_PLACE_MEMBER},
        {"\"a\" 'b'\"^", JSON_PLACE_MEMBER},
        {"\"a\" 'b:\"^", JSON_PLACE_MEMBER},
        /* before a container on a new line */
        {"\"a\"^\n{\"", JSON_PLACE_ITEM},
        {"\"a\"^ \n [\"", JSON_PLACE_ITEM},
        {"\"a\" {\"^", JSON_PLACE_ITEM},
        {"\"a\"[\"^", JSON_PLACE_MEMBER},
        {"\"a\"\nb\"^", JSON_PLACE_ITEM},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const char *mark = strchr(CASES[i].text, '^');
        struct buffer text;
        size_t before = mark ? (size_t)(mark - CASES[i].text) : strlen(CASES[i].text);
        buffer_init(&text, arena);
        buffer_append(&text, (struct str){CASES[i].text, before});
        buffer_append(&text, str_of(mark ? mark + 1 : NULL));
        struct str all = buffer_str(&text);
        struct json_string s = read_string(arena, all, CASES[i].place);
        if (s.end != (mark ? before - 1 : before))
            fail_msg("%s: %zu", CASES[i].text, s.end);
        assert_str(s.text, str_between(all, 1, s.end));
        bool is_strict = true;
        for (size_t k = 1; k < s.end; k++)
            is_strict &= all.at[k] != all.at[0] && (unsigned char)all.at[k] >= 0x20;
        assert_int_equal(s.is_strict, is_strict);
    }
}

/* A key is looked for in 64 bytes, with its colon. */
static void keys_have_a_greatest_length(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t n = 62; n <= 64; n++)
        for (int is_quoted = 0; is_quoted < 2; is_quoted++) {
            struct buffer text;
            buffer_init(&text, arena);
            buffer_append(&text, is_quoted ? STR("\"a\" \"") : STR("\"a\","));
            for (size_t i = is_quoted ? 2 : 0; i < n; i++)
                buffer_append_byte(&text, 'b');
            buffer_append(&text, is_quoted ? STR("\":x\"") : STR(":x\""));
            struct json_string s = read_string(arena, buffer_str(&text), JSON_PLACE_MEMBER);
            if ((s.end == 2) != (n < 64))
                fail_msg("%zu %d: %zu", n, is_quoted, s.end);
        }
}

struct escape_case {
    const char *written;
    struct str meant;
    bool is_strict;
};

static const struct escape_case ESCAPES[] = {
    {"\\\"", STR_INIT("\""), true},
    {"\\\\", STR_INIT("\\"), true},
    {"\\/", STR_INIT("/"), true},
    {"\\b\\f\\n\\r\\t", STR_INIT("\b\f\n\r\t"), true},
    {"\\a", STR_INIT("a"), false},
    {"\\'", STR_INIT("'"), false},
    {"\\\xC3\xA9", STR_INIT("\xC3\xA9"), false},
    {"\\u0041", STR_INIT("A"), true},
    {"\\u00e9", STR_INIT("\xC3\xA9"), true},
    {"\\u00E9x", STR_INIT("\xC3\xA9x"), true},
    {"\\u20AC", STR_INIT("\xE2\x82\xAC"), true},
    {"\\uFFFF", STR_INIT("\xEF\xBF\xBF"), true},
    {"\\ud83d\\ude00", STR_INIT("\xF0\x9F\x98\x80"), true},
    {"\\uD800\\uDC00", STR_INIT("\xF0\x90\x80\x80"), true},
    {"\\uDBFF\\uDFFF", STR_INIT("\xF4\x8F\xBF\xBF"), true},
    {"\\u0000", STR_INIT("\xEF\xBF\xBD"), true},
    {"\\uD800", STR_INIT("\xEF\xBF\xBD"), true},
    {"\\uDBFFx", STR_INIT("\xEF\xBF\xBDx"), true},
    {"\\uDC00", STR_INIT("\xEF\xBF\xBD"), true},
    {"\\uDFFF", STR_INIT("\xEF\xBF\xBD"), true},
    {"\\uD7FF", STR_INIT("\xED\x9F\xBF"), true},
    {"\\uE000", STR_INIT("\xEE\x80\x80"), true},
    {"\\uD800\\uE000", STR_INIT("\xEF\xBF\xBD\xEE\x80\x80"), true},
    {"\\uD800\\uDBFF", STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD"), true},
    {"\\uDC00\\uDC00", STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD"), true},
    {"\\uD800\\n", STR_INIT("\xEF\xBF\xBD\n"), true},
    {"\\uD800udc00", STR_INIT("\xEF\xBF\xBDudc00"), true},
    {"\\uD800\\u12", STR_INIT("\xEF\xBF\xBDu12"), false},
    {"\\u12", STR_INIT("u12"), false},
    {"\\u123g", STR_INIT("u123g"), false},
    {"\\u", STR_INIT("u"), false},
    {"\\U0041", STR_INIT("U0041"), false},
    {"x\ny", STR_INIT("x\ny"), false},
    {"x\\\ny", STR_INIT("x\ny"), false},
    {"x\1y\37z", STR_INIT("x\1y\37z"), false},
    {"x y\177z", STR_INIT("x y\177z"), true},
    {"x\\n\ty", STR_INIT("x\n\ty"), false},
    {"x\\n'y", STR_INIT("x\n'y"), true},
};

/* `n` letters, then the escape sequence, then as many, and much or little after the string. */
static void check_at(struct arena *arena, const struct escape_case *escape, size_t n,
                     bool is_far_from_end) {
    struct buffer text, meant;
    buffer_init(&text, arena);
    buffer_init(&meant, arena);
    buffer_append_byte(&text, '"');
    for (int part = 0; part < 2; part++) {
        for (size_t i = 0; i < n; i++) {
            buffer_append_byte(&text, 'z');
            buffer_append_byte(&meant, 'z');
        }
        buffer_append(&text, part ? STR("") : str_of(escape->written));
        buffer_append(&meant, part ? STR("") : escape->meant);
    }
    size_t end = text.len;
    buffer_append_byte(&text, '"');
    for (int i = 0; i < 200 && is_far_from_end; i++)
        buffer_append_byte(&text, i % 2 ? 'x' : '\\');
    struct json_string s = read_string(arena, buffer_str(&text), JSON_PLACE_ALONE);
    assert_str(s.text, buffer_str(&meant));
    assert_int_equal(s.end, end);
    assert_int_equal(s.is_strict, escape->is_strict);
}

static void escape_sequences_are_decoded_anywhere(void **state) {
    struct arena *arena = *state;
    for (size_t i = 0; i < N_OF(ESCAPES); i++) {
        arena_reset(arena, (size_t)1 << 26);
        ARM(arena);
        for (size_t n = 0; n < 140; n += n < 80 ? 1 : 13) {
            check_at(arena, &ESCAPES[i], n, false);
            check_at(arena, &ESCAPES[i], n, true);
        }
    }
}

/* Two of them, whatever their distance: one may be cut by the end of what is looked at at once. */
static void escape_sequences_follow_each_other(void **state) {
    struct arena *arena = *state;
    for (size_t i = 0; i < N_OF(ESCAPES); i++) {
        arena_reset(arena, (size_t)1 << 26);
        ARM(arena);
        for (size_t n = 50; n < 80; n++) {
            struct buffer text, meant;
            buffer_init(&text, arena);
            buffer_init(&meant, arena);
            buffer_append(&text, STR("\"\\n"));
            buffer_append(&meant, STR("\n"));
            for (size_t k = 0; k < n; k++) {
                buffer_append(&text, k % 5 ? STR("z") : STR("\\t"));
                buffer_append(&meant, k % 5 ? STR("z") : STR("\t"));
            }
            buffer_append(&text, str_of(ESCAPES[i].written));
            buffer_append(&meant, ESCAPES[i].meant);
            size_t end = text.len;
            buffer_append(&text, STR("\""));
            for (int k = 0; k < 100; k++)
                buffer_append_byte(&text, 'x');
            struct json_string s = read_string(arena, buffer_str(&text), JSON_PLACE_ALONE);
            assert_str(s.text, buffer_str(&meant));
            assert_int_equal(s.end, end);
            assert_int_equal(s.is_strict, ESCAPES[i].is_strict);
        }
    }
}

static void cut_strings_end_with_the_text(void **state) {
    static const struct {
        struct str text, meant;
    } CASES[] = {
        {STR_INIT("\""), STR_INIT("")},
        {STR_INIT("\"a"), STR_INIT("a")},
        {STR_INIT("\"a\\"), STR_INIT("a")},
        {STR_INIT("\"a\\n"), STR_INIT("a\n")},
        {STR_INIT("\"a\\u004"), STR_INIT("au004")},
        {STR_INIT("\"\\uD800\\u"), STR_INIT("\xEF\xBF\xBDu")},
        {STR_INIT("\"\\uD800\\"), STR_INIT("\xEF\xBF\xBD")},
        {STR_INIT("\"\\uD800"), STR_INIT("\xEF\xBF\xBD")},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct json_string s = read_string(arena, CASES[i].text, JSON_PLACE_ITEM);
        assert_str(s.text, CASES[i].meant);
        assert_int_equal(s.end, CASES[i].text.len);
    }
}

/* Each string takes the memory of its own length, not of all the text after it. */
static void short_strings_take_little_memory(void **state) {
    static const struct str ITEM = STR_INIT("\"a \\\"b\\\" c\",");
    struct arena *arena = *state;
    struct buffer text;
    arena_reset(arena, (size_t)1 << 22);
    ARM(arena);
    buffer_init(&text, arena);
    while (text.len < (size_t)1 << 19)
        buffer_append(&text, ITEM);
    for (size_t at = 0; at < text.len; at += ITEM.len) {
        struct json_string s =
            read_string(arena, str_between(buffer_str(&text), at, text.len), JSON_PLACE_ITEM);
        assert_str(s.text, STR("a \"b\" c"));
    }
}

static void numbers(void **state) {
    static const char *const NUMBERS[] = {"0",   "-0",   "1",    "-12", "10",     "0.5", "-1.25",
                                          "1e5", "1E+5", "1e-5", "0e0", "1.5e10", "9",   "0.0"};
    static const char *const OTHERS[] = {
        "",      "-",  "+1", "01",   "00",   "-01",  "1.",    ".5",  "1.e5",  "1e", "1e+",
        "1e+-5", "1 ", " 1", "1.5x", "1e5x", "0x10", "1.2.3", "--1", "1e5.5", "e5", "1,5"};
    (void)state;
    for (size_t i = 0; i < N_OF(NUMBERS); i++)
        if (!json_is_number(str_of(NUMBERS[i])))
            fail_msg("%s", NUMBERS[i]);
    for (size_t i = 0; i < N_OF(OTHERS); i++)
        if (json_is_number(str_of(OTHERS[i])))
            fail_msg("%s", OTHERS[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(quotes_end_strings_before_what_may_follow),
        ARENA_TEST(keys_have_a_greatest_length),
        ARENA_TEST(escape_sequences_are_decoded_anywhere),
        ARENA_TEST(escape_sequences_follow_each_other),
        ARENA_TEST(cut_strings_end_with_the_text),
        ARENA_TEST(short_strings_take_little_memory),
        cmocka_unit_test(numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

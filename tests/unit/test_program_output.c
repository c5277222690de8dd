/*
 * What the program writes: lines and cells that are safe to show, HTML, and reasons in words.
 */
#include "ground.h"

#include "program/output/html.h"
#include "program/output/json.h"
#include "program/output/reason.h"
#include "program/output/text.h"

typedef void append_text(struct buffer *out, struct str text);

struct text_case {
    struct str text, written;
};

static void check(struct arena *arena, append_text *append, const struct text_case *cases,
                  size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct buffer out;
        buffer_init(&out, arena);
        append(&out, cases[i].text);
        assert_str(buffer_str(&out), cases[i].written);
    }
}

/* The name of a file may be any bytes, and a terminal obeys control characters. */
static void lines_are_safe_for_terminals(void **state) {
    static const struct text_case CASES[] = {
        {STR_INIT(""), STR_INIT("")},
        {STR_INIT("caf\xC3\xA9 \xF0\x9F\x98\x80"), STR_INIT("caf\xC3\xA9 \xF0\x9F\x98\x80")},
        {STR_INIT("a\tb\nc\rd\fe"), STR_INIT("a b c d e")},
        {STR_INIT("a\33[1mb\7\177"), STR_INIT("a?[1mb??")},
        {STR_INIT("a\0b"), STR_INIT("a?b")},
        {STR_INIT("a\xC2\x9B"
                  "b"),
         STR_INIT("a?b")},
        {STR_INIT("a\xE2\x80\xAE"
                  "b"),
         STR_INIT("a?b")},
        {STR_INIT("a\xFF\xC3"), STR_INIT("a??")},
    };
    check(*state, output_line, CASES, N_OF(CASES));
}

static void cells_are_not_formulas(void **state) {
    static const struct text_case CASES[] = {
        {STR_INIT(""), STR_INIT("")},
        {STR_INIT("a\tb\nc\rd\\e"), STR_INIT("a\\tb\\nc\\rd\\\\e")},
        {STR_INIT("=1"), STR_INIT("\\=1")},
        {STR_INIT("+1"), STR_INIT("\\+1")},
        {STR_INIT("-1"), STR_INIT("\\-1")},
        {STR_INIT("@a"), STR_INIT("\\@a")},
        {STR_INIT("\"=1\""), STR_INIT("\\\"=1\"")},
        {STR_INIT("\xEF\xBC\x9D"), STR_INIT("\\\xEF\xBC\x9D")},
        {STR_INIT("\xEF\xBC\x8B"), STR_INIT("\\\xEF\xBC\x8B")},
        {STR_INIT("\xEF\xBC\x8D"), STR_INIT("\\\xEF\xBC\x8D")},
        {STR_INIT("\xEF\xBC\xA0"), STR_INIT("\\\xEF\xBC\xA0")},
        {STR_INIT("a=1+2-3@b"), STR_INIT("a=1+2-3@b")},
        {STR_INIT(" =1"), STR_INIT(" =1")},
        {STR_INIT("a\fb\0c\x80"), STR_INIT("a?b?c?")},
        {STR_INIT("\xC3\xA9"), STR_INIT("\xC3\xA9")},
    };
    check(*state, output_tsv_cell, CASES, N_OF(CASES));
}

static void text_in_html_is_escaped(void **state) {
    static const struct text_case CASES[] = {
        {STR_INIT("a<b>&\"c\"'d'"), STR_INIT("a&lt;b&gt;&amp;&quot;c&quot;'d'")},
        {STR_INIT("&amp;"), STR_INIT("&amp;amp;")},
        {STR_INIT(""), STR_INIT("")},
    };
    check(*state, output_html_text, CASES, N_OF(CASES));
}

static void keys_are_separated(void **state) {
    struct arena *arena = *state;
    struct buffer out;
    ARM(arena);
    buffer_init(&out, arena);
    buffer_append_byte(&out, '{');
    output_json_key(&out, STR("a\""));
    output_json_bytes(&out, STR("b\xFF"));
    output_json_key(&out, STR("c"));
    output_json_share(&out, 0.12345);
    assert_str(buffer_str(&out), STR("{\"a\\\"\":\"b\xEF\xBF\xBD\",\"c\":0.123"));
}

static void reasons_are_in_words(void **state) {
    static const struct {
        const char *reasons, *part; /* NULL: nothing is written */
    } CASES[] = {
        {"", NULL},
        {"token_own +1.25", "<b>+1.25</b> <span>name of its own tag and classes "
                            "<code>token_own</code></span></p>"},
        {"a -0.50, has_date +0.10", "<b>-0.50</b> <span> <code>a</code></span></p><p"},
        {"a -0.50, has_date +0.10", "<b>+0.10</b> <span>whether it is short and names a year or a "
                                    "time <code>has_date</code>"},
        {"box0_words +1.00", "words in its own box <code>"},
        {"box5_share +1.00", "share of the page's words in the fifth box outward <code>"},
        {"box6_share +1.00", "<span> <code>box6_share"},
        {"box1_nosuch +1.00", "<span> <code>box1_nosuch"},
        {"fox1_words +1.00", "<span> <code>fox1_words"},
        {"box1_ +1.00", "<span> <code>box1_<"},
        {"boxy +1.00", "<span> <code>boxy<"},
        {"box +1.00", "<span> <code>box<"},
        {"a", "<b></b> <span> <code>a</code>"},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, arena);
        output_reasons_html(&out, CASES[i].reasons);
        if (CASES[i].part ? !str_holds(buffer_str(&out), str_of(CASES[i].part)) : out.len > 0)
            fail_msg("%s: %.*s", CASES[i].reasons, (int)out.len, out.data);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_are_safe_for_terminals), ARENA_TEST(cells_are_not_formulas),
        ARENA_TEST(text_in_html_is_escaped),      ARENA_TEST(keys_are_separated),
        ARENA_TEST(reasons_are_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* keyword_filter.c: which texts may contain keywords, before they are folded. */
#include "ground.h"

#include "base/utf8.h"
#include "lexicon/keyword_filter.h"

static const struct str KEYWORDS[] = {
    STR_INIT("ap photo"), STR_INIT("=ap"),        STR_INIT("a b c"),
    STR_INIT("foto:"),    STR_INIT("ab\xC3\xA1"), STR_INIT("\xC3\xA0 lire"),
};

static struct keyword_filter all(void) {
    struct keyword_filter keywords;
    keyword_filter_init(&keywords, KEYWORDS, N_OF(KEYWORDS), sizeof *KEYWORDS);
    return keywords;
}

/* Whether a keyword is in the text once it is folded, and whether it begins with one. */
static bool is_in(struct arena *arena, struct str text, bool *begins) {
    struct buffer folded;
    buffer_init(&folded, arena);
    utf8_append_folded(&folded, text);
    *begins = false;
    for (size_t i = 0; i < N_OF(KEYWORDS); i++)
        *begins = *begins || str_starts_with(buffer_str(&folded), KEYWORDS[i]);
    return str_holds_any(buffer_str(&folded), KEYWORDS, N_OF(KEYWORDS));
}

enum { N_PARTS = 5 };

/* Makes text number `number` of parts that keywords consist of or that folding removes. */
static void make_text(size_t number, char text[4 * N_PARTS]) {
    static const char *const parts[] = {"a", "B", " ", "\t", "\xCC\x81", "\xC2\xAD", "=", "p", "c"};
    *text = '\0';
    for (size_t n = 0; n < N_PARTS; n++, number /= N_OF(parts))
        strcat(text, parts[number % N_OF(parts)]);
}

static size_t check_text(struct arena *arena, size_t number) {
    struct keyword_filter keywords = all();
    char text[4 * N_PARTS];
    bool begins;
    ARM(arena);
    make_text(number, text);
    if (!is_in(arena, str_of(text), &begins))
        return 0;
    assert_true(keyword_filter_may_be_in(&keywords, str_of(text)));
    if (begins)
        assert_true(keyword_filter_may_begin(&keywords, str_of(text)));
    return 1;
}

/* Of all texts of five parts, none that folding turns into a keyword is missed. */
static void no_keyword_is_missed(void **state) {
    const size_t n_texts = 9 * 9 * 9 * 9 * 9;
    size_t n_found = 0;
    for (size_t i = 0; i < n_texts; i++) {
        arena_reset(*state, SIZE_MAX);
        n_found += check_text(*state, i);
    }
    assert_true(n_found > 100);
}

/* Whatever a character folds to, alone, after a letter or before a mark: the result is found. */
static void check_character(struct arena *arena, const char *before, uint32_t c,
                            const char *after) {
    struct buffer text, folded;
    struct keyword_filter keywords;
    ARM(arena);
    buffer_init(&text, arena);
    buffer_init(&folded, arena);
    buffer_append(&text, str_of(before));
    utf8_append(&text, c);
    buffer_append(&text, str_of(after));
    utf8_append_folded(&folded, buffer_str(&text));
    if (folded.len < 3)
        return;
    struct str keyword = buffer_str(&folded);
    keyword_filter_init(&keywords, &keyword, 1, sizeof keyword);
    assert_true(keyword_filter_may_begin(&keywords, buffer_str(&text)));
    assert_true(keyword_filter_may_be_in(&keywords, buffer_str(&text)));
}

static void every_character_is_found(void **state) {
    for (uint32_t c = 0x80; c < 0x20000; c++) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        arena_reset(*state, SIZE_MAX);
        check_character(*state, "", c, "ab");
        check_character(*state, "x", c, "\xCC\x81z");
        check_character(*state, "xy", c, "\xCC\x82");
    }
}

static void most_texts_contain_none(void **state) {
    (void)state;
    struct keyword_filter keywords = all();
    assert_false(keyword_filter_may_be_in(&keywords, STR("The boat came back to the pier.")));
    assert_false(keyword_filter_may_begin(&keywords, STR("The Foto: x")));
    assert_true(keyword_filter_may_be_in(&keywords, STR("The FOTO: x")));
    assert_true(keyword_filter_may_begin(&keywords, STR("FOTO: x")));
    assert_false(keyword_filter_may_be_in(&keywords,
                                          STR("\xC3\x89t\xC3\xA9 \xE2\x80\x93 \xD0\xB4\xD0\xB0")));
    assert_false(keyword_filter_may_be_in(&keywords, STR("\xE5\xBA\x83\xEC\x82\xAC")));
    assert_false(keyword_filter_may_begin(&keywords, STR("fo")));
    assert_false(keyword_filter_may_be_in(&keywords, STR("fo")));
    assert_false(keyword_filter_may_be_in(&keywords, STR_NONE));
    assert_false(keyword_filter_may_begin(&keywords, STR_NONE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(no_keyword_is_missed),
        ARENA_TEST(every_character_is_found),
        cmocka_unit_test(most_texts_contain_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

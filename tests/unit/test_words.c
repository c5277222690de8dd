/*
 * The table of words: in the form that lookups expect, sorted, and found by language.
 */
#include "base/ascii.h"
#include "base/utf8.h"
#include "ground.h"
#include "lexicon/words.h"

static const struct row {
    const char *word; /* as by words_append_folded; phrases with single spaces */
    int value;
    enum words_kind kind;
    language_set languages;
} table[] = {
#define WORD(word, value, kind, languages) {word, value, kind, languages},
#include "generated/words.inc"
};

static struct str word_of(size_t i) {
    return str_of(table[i].word);
}

static void test_table_is_folded_and_sorted(void **state) {
    struct buffer folded;
    buffer_init(&folded, *state);
    ARM((struct arena *)*state);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        folded.len = 0;
        words_append_folded(&folded, word_of(i));
        assert_str(buffer_str(&folded), word_of(i));
        if (i)
            assert_true(strcmp(table[i - 1].word, table[i].word) <= 0);
        assert_true(table[i].languages != 0);
        size_t n_spaces = 0;
        for (const char *c = table[i].word; *c; c++)
            n_spaces += *c == ' ';
        assert_true(n_spaces < WORDS_MAX_PHRASE);
    }
}

/* Words of plain letters are folded by a fast path. An ellipsis becomes three periods, but only on
 * the slow path: what precedes it must come out the same. */
static void test_short_way_folds_as_the_long_one(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (uint32_t c = 0x80; c < 0x10000; c = c == 0xD7FF ? 0xE000 : c + 1) {
        struct buffer text;
        if (utf8_class(c) == UTF8_SPACE) /* removed at the end */
            continue;
        arena_reset(arena, SIZE_MAX);
        buffer_init(&text, arena);
        buffer_append(&text, STR("Ab \xC3\x89"));
        utf8_append(&text, c);
        buffer_append(&text, STR("e"));
        utf8_append(&text, c);
        struct str plain = buffer_str(&text), short_way = words_folded(arena, plain);
        buffer_append(&text, STR("\xE2\x80\xA6"));
        struct str long_way = words_folded(arena, buffer_str(&text));
        assert_true(str_ends_with(long_way, STR("...")));
        assert_str(short_way, str_between(long_way, 0, long_way.len - 3));
    }
}

static void test_every_word_is_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const struct words_entry *found = words_find(word_of(i), table[i].kind, ANY_LANGUAGE);
        assert_non_null(found);
        assert_int_equal(found->kind, table[i].kind);
    }
}

/* A word that only one language has shows that the bits are in the order of the data. */
static void test_languages(void **state) {
    (void)state;
    static const struct {
        const char *tag, *month;
        int value;
    } OWN[] = {{"en", "january", 1},   {"de-AT", "jänner", 1},  {"fr", "février", 2},
               {"es", "enero", 1},     {"it", "gennaio", 1},    {"pt-BR", "janeiro", 1},
               {"nl", "augustus", 8},  {"pl", "stycznia", 1},   {"ru", "января", 1},
               {"uk", "січня", 1},     {"sv", "augusti", 8},    {"da", "marts", 3},
               {"nb", "desember", 12}, {"fi", "tammikuuta", 1}, {"cs", "ledna", 1},
               {"tr", "ocak", 1},      {"el", "ιανουαριου", 1}, {"ar", "يناير", 1},
               {"he", "ינואר", 1},     {"hi", "जनवरी", 1},      {"id", "maret", 3},
               {"cs", "listopadu", 11}};
    for (size_t i = 0; i < sizeof OWN / sizeof *OWN; i++) {
        language_set languages = words_languages(str_of(OWN[i].tag));
        struct str month = str_of(OWN[i].month);
        const struct words_entry *entry = words_find(month, WORDS_MONTH, languages);
        assert_non_null(entry);
        assert_true(entry->languages & languages);
        assert_int_equal(entry->value, OWN[i].value);
    }
    assert_true(words_is(STR("記者"), WORDS_BY_COLON, words_languages(STR("ja"))));
    assert_true(words_is(STR("撰文"), WORDS_BY, words_languages(STR("zh-Hant"))));
    assert_true(words_is(STR("기자"), WORDS_BY_COLON, words_languages(STR("ko"))));
    assert_true(words_is(STR("tháng"), WORDS_MONTH_MARK, words_languages(STR("vi"))));
    assert_int_equal(words_languages(STR("")), ANY_LANGUAGE);
    assert_int_equal(words_languages(STR("eng")), ANY_LANGUAGE);
    assert_int_equal(words_languages(STR("xx")), ANY_LANGUAGE);
}

static void test_words_of_one_language_are_not_another(void **state) {
    (void)state;
    assert_false(words_is(STR("de"), WORDS_BY, words_languages(STR("en"))));
    assert_true(words_is(STR("de"), WORDS_BY, words_languages(STR("fr"))));
    assert_int_equal(words_find(STR("mar"), WORDS_MONTH, words_languages(STR("tr")))->value, 3);
}

static void test_folding(void **state) {
    struct buffer out;
    buffer_init(&out, *state);
    ARM((struct arena *)*state);
    words_append_folded(&out, STR("KASIM|kasım|Nisan|NİSAN|ΜΑΪ́ΟΥ|Μαΐου|L’Été"));
    assert_str(buffer_str(&out), STR("kasim|kasim|nisan|nisan|μαιου|μαιου|l'été"));
    out.len = 0; /* Greek is compared without its accents */
    words_append_folded(&out, STR("άέήίόύώϊϋΐΰΆΈΉΊΌΎΏΪΫ"));
    assert_str(buffer_str(&out), STR("αεηιουωιυιυαεηιουωιυ"));
    out.len = 0; /* white space */
    words_append_folded(&out, STR(" \tÉté"));
    assert_str(buffer_str(&out), STR("été"));
    words_append_folded(&out, STR("Été \t"));
    assert_str(buffer_str(&out), STR("étéété"));
    words_append_folded(&out, STR("É\tà\n\nÀ"));
    assert_str(buffer_str(&out), STR("étéétéé à à"));
    words_append_folded(&out, STR(" kasım  3"));
    assert_str(buffer_str(&out), STR("étéétéé à àkasim 3"));
    out.len = 0;
    words_append_folded(&out, STR("é"));
    words_append_folded(&out, STR("\xC2\xA0"));
    assert_str(buffer_str(&out), STR("é"));
}

static size_t prefix(struct arena *arena, const char *text, const char *language) {
    return words_prefix(arena, str_of(text), WORDS_BY, words_languages(str_of(language)));
}

static void test_prefix(void **state) {
    ARM((struct arena *)*state);
    assert_int_equal(prefix(*state, "By Jane Doe", "en"), 2);
    assert_int_equal(prefix(*state, "Written by Jane Doe", "en"), 10);
    assert_int_equal(prefix(*state, "Written  by", "en"), 11);
    assert_int_equal(prefix(*state, "WRITTEN BY: Jane Doe", "en"), 10);
    assert_int_equal(prefix(*state, "Byron Doe", "en"), 0);
    assert_int_equal(prefix(*state, "Von Jana Doe", "en"), 0);
    assert_int_equal(prefix(*state, "Ein Artikel von Jana Doe", "de"), 15);
    assert_int_equal(prefix(*state, "", "de"), 0);
}

/* Whether a word consists of letters, which words_prefix reads. */
static bool has_letters_only(struct str word) {
    for (size_t i = 0; i < word.len;) {
        uint32_t c = utf8_next(word, &i);
        if (c != ' ' && c != '\'' && utf8_class(c) != UTF8_LETTER &&
            utf8_class(c) != UTF8_IDEOGRAPH)
            return false;
    }
    return true;
}

/* Also in capitals, and with a space after it. */
static void test_every_word_is_a_prefix(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct buffer text;
        arena_reset(arena, SIZE_MAX);
        buffer_init(&text, arena);
        for (const char *c = table[i].word; *c; c++)
            buffer_append_byte(&text, ascii_upper(*c));
        buffer_append(&text, STR(" x"));
        bool is_word = has_letters_only(word_of(i));
        if ((words_prefix(arena, word_of(i), table[i].kind, table[i].languages) > 0) != is_word ||
            (words_prefix(arena, buffer_str(&text), table[i].kind, table[i].languages) > 0) !=
                is_word)
            fail_msg("\"%s\"", table[i].word);
    }
}

/* Against a search that tries one beginning after the other. */
static void check_longest(struct arena *arena, struct str text) {
    size_t ends[WORDS_MAX_RUN], n_ends = 0, len, n, expected = 0, n_expected = 0;
    for (size_t i = 0; n_ends < WORDS_MAX_RUN && i < text.len; ends[n_ends++] = i)
        utf8_next(text, &i);
    const struct words_entry *entries = NULL;
    for (size_t k = n_ends; k > 0 && !n_expected; k--) {
        expected = ends[k - 1];
        entries = words_look_up(arena, str_between(text, 0, expected), &n_expected);
    }
    const struct words_entry *found = words_look_up_longest(arena, text, &len, &n);
    assert_int_equal(len, expected);
    assert_int_equal(n, n_expected);
    if (n)
        assert_ptr_equal(found, entries);
}

/* Before a letter that is folded alone, and before one that is not. */
static void test_longest_beginning(void **state) {
    static const char *const NEXT[] = {"", "日", "\xEF\xA4\x80", "\xE3\x82\x99"};
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        for (size_t k = 0; k < N_OF(NEXT); k++) {
            struct buffer text;
            arena_reset(arena, SIZE_MAX);
            buffer_init(&text, arena);
            buffer_append(&text, word_of(i));
            buffer_append(&text, str_of(NEXT[k]));
            check_longest(arena, buffer_str(&text));
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_table_is_folded_and_sorted),
        ARENA_TEST(test_short_way_folds_as_the_long_one),
        cmocka_unit_test(test_every_word_is_found),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_words_of_one_language_are_not_another),
        ARENA_TEST(test_folding),
        ARENA_TEST(test_prefix),
        ARENA_TEST(test_every_word_is_a_prefix),
        ARENA_TEST(test_longest_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Names at the edges: how many words, bytes and characters each kind of name may have, which marks
 * belong to it, and what is an address or a phrase instead.
 */
#include "ground.h"
#include "lexicon/words.h"
#include "metadata/author/author_groups.h"
#include "metadata/author/byline_part.h"
#include "metadata/author/name.h"
#include "metadata/author/name_words.h"

static language_set languages_of(const char *language) {
    return words_languages(str_of(language)) | words_languages(STR("en"));
}

struct judged {
    const char *language, *text;
    int kind;
};

static void check_kinds(void **state, const struct judged *cases, size_t n) {
    static const char *const NAMES[] = {[NAME_NONE] = "none",
                                        [NAME_OTHER] = "other",
                                        [NAME_SINGLE] = "single",
                                        [NAME_PERSON] = "person"};
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < n; i++) {
        int kind = (int)name_kind(*state, str_of(cases[i].text), languages_of(cases[i].language));
        if (kind == cases[i].kind)
            continue;
        print_message("%s: \"%s\" is %s, not %s\n", cases[i].language, cases[i].text, NAMES[kind],
                      NAMES[cases[i].kind]);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK_KINDS(cases) check_kinds(state, cases, sizeof(cases) / sizeof *(cases))

static void names_have_so_many_words(void **state) {
    static const struct judged CASES[] = {
        {"en", "Maria Carmen Garcia Lopez Ruiz", NAME_PERSON},
        {"en", "Maria Carmen Garcia Lopez Ruiz Mora", NAME_OTHER},
        {"en", "Maria Carmen Garcia Lopez Ruiz Mora Vega", NAME_NONE},
        {"en", "Jane Doe Anna Roe Ben x9", NAME_OTHER},
        {"en", "Jane Doe Anna Roe Ben Poe x9", NAME_NONE},
        {"en", "Center Ab Cd Ef Gh Ij Kl Mn Op", NAME_OTHER},
        {"en", "Center Ab Cd Ef Gh Ij Kl Mn Op Qr", NAME_NONE},
        {"en", "J", NAME_NONE},
        {"en", "Jo", NAME_SINGLE},
        {"en", "Jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj Jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj",
         NAME_PERSON},
        {"en", "Jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj Jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj",
         NAME_NONE},
    };
    CHECK_KINDS(CASES);
}

static void nicknames_have_no_more_digits_than_letters(void **state) {
    static const struct judged CASES[] = {
        {"en", "ab12", NAME_SINGLE}, {"en", "ab123", NAME_NONE},    {"en", "1234", NAME_NONE},
        {"en", "...", NAME_NONE},    {"en", "jane=doe", NAME_NONE}, {"en", "jane:doe", NAME_NONE},
    };
    CHECK_KINDS(CASES);
}

static void months_are_no_names_unless_short(void **state) {
    static const struct judged CASES[] = {
        {"en", "May", NAME_SINGLE},      {"en", "June", NAME_SINGLE},  {"en", "April", NAME_NONE},
        {"pt", "Abril", NAME_NONE},      {"es", "Mayo de", NAME_NONE}, {"en", "on", NAME_NONE},
        {"en", "5 min read", NAME_NONE},
    };
    CHECK_KINDS(CASES);
}

static void particles_may_be_elided(void **state) {
    static const struct judged CASES[] = {
        {"en", "Anna d'Aubigny", NAME_PERSON},
        {"en", "Anna dell'Orto", NAME_PERSON},
        {"en", "Anna d’Aubigny", NAME_PERSON},
        {"en", "Anna d'Étaples", NAME_PERSON},
        {"en", "Anna della'Orto", NAME_OTHER},
        {"en", "Anna d'aubigny", NAME_OTHER},
        {"en", "Anna 'Aubigny x", NAME_OTHER},
        {"en", "Anna van Aubigny", NAME_PERSON},
        {"en", "Anna J. Aubigny", NAME_PERSON},
        {"en", "A. A.", NAME_OTHER},
        {"en", "A. Ab", NAME_PERSON},
        {"en", "Li Na", NAME_PERSON},
        {"en", "TV HD", NAME_OTHER},
        {"en", "A. Abe", NAME_PERSON},
    };
    CHECK_KINDS(CASES);
}

static void names_end_with_a_name(void **state) {
    static const struct judged CASES[] = {
        {"en", "Anna To", NAME_PERSON}, /* if a byline word precedes it; name_is_phrase */
        {"vi", "Anna To", NAME_PERSON},
        {"en", "Anna Quill", NAME_PERSON},
    };
    CHECK_KINDS(CASES);
}

static void ideographs_begin_with_a_surname(void **state) {
    static const struct judged CASES[] = {
        {"zh", "王", NAME_SINGLE},
        {"zh", "王明", NAME_PERSON},
        {"zh", "王小明明", NAME_PERSON},
        {"zh", "王小明明明", NAME_SINGLE},
        {"zh", "饿小明", NAME_SINGLE},
        {"zh", "王小小小明明明明", NAME_SINGLE},
        {"zh", "王小小小小明明明明", NAME_NONE},
        {"zh", "王a明", NAME_NONE},
        {"ko", "김민", NAME_PERSON},
        {"ko", "김민수현", NAME_PERSON},
        {"ko", "김민수현아", NAME_SINGLE},
        {"ko", "힣민수", NAME_SINGLE},
        {"ja", "佐藤光", NAME_PERSON},
        {"zh", "佐藤光", NAME_SINGLE},   /* a Japanese name on a Chinese page */
        {"zh", "佐藤ひか", NAME_PERSON}, /* but for its kana */
        {"ja", "佐藤さくらこ", NAME_PERSON},
        {"ja", "佐藤さくらここ", NAME_SINGLE},
        {"ja", "さくら佐藤", NAME_SINGLE},
        {"ja", "光藤佐", NAME_SINGLE},
        /* with another word, up to five characters each */
        {"zh", "王小明王小 Wang", NAME_PERSON},
        {"zh", "王小明王小明 Wang", NAME_OTHER},
    };
    CHECK_KINDS(CASES);
}

static void phrases_are_not_names(void **state) {
    static const struct {
        const char *language, *text;
        bool is_phrase;
    } CASES[] = {
        {"de", "Messung Muster", true},
        {"de", "Sprung Muster", false}, /* too short to tell */
        {"de", "Freiheit Muster", true},
        {"de", "Sauberkeit Muster", true},
        {"de", "Freundschaft Muster", true},
        {"de", "Tourismus Muster", true},
        {"fr", "Messung Muster", false},
        {"de", "Zur Karte", true},
        {"fr", "Zur Karte", false},
        {"en", "Designed by Jane", true},
        {"en", "Designed By Jane", false},
        {"en", "Designed by", true},
        {"en", "Leave a", true},
        {"en", "Leave A", false},
        {"en", "Letters To", true},
        {"en", "To", false},
        {"en", "AnnabBenn AnnabBenn", true}, /* elements that ran together twice */
        {"en", "AnnabBenn Doe", false},
        {"en", "AnnaBenn AnnaBenn", false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (name_is_phrase(*state, str_of(CASES[i].text), languages_of(CASES[i].language), false) !=
            CASES[i].is_phrase)
            fail_msg("%s: \"%s\"", CASES[i].language, CASES[i].text);
}

static void byline_words_end_before_the_name(void **state) {
    static const struct {
        const char *language, *text, *rest;
    } CASES[] = {
        {"en", "By Jane", "Jane"},
        {"en", "By: Jane", "Jane"},
        {"en", "ByJane", "Jane"},
        {"en", "Byjane", "Byjane"},
        {"en", "BJane", "BJane"},
        {"en", "By (Jane", "(Jane"},
        {"en", "By @jane", "@jane"},
        {"en", "By", ""},
        {"en", "by_jane", "by_jane"},
        {"en", "by-jane", "jane"},
        {"en", "BY-SA 3.0", "BY-SA 3.0"},
        {"de", "Text: Jana", "Jana"},
        {"de", "Text : Jana", "Jana"},
        {"de", "Text / Jana", "Jana"},
        {"de", "Text | Jana", "Jana"},
        {"de", "Text Jana", "Text Jana"},
        {"de", "Text", ""},
        {"ja", "文：山田", "山田"},
        {"ja", "文／山田", "山田"},
        {"de", "Von Jana", "Jana"},
        {"de", "Ersteller Jana", "Jana"},
        {"fr", "de Jeanne", "Jeanne"},
        {"fr", "De Jeanne", "De Jeanne"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str text = str_of(CASES[i].text);
        size_t by = name_by_prefix(*state, text, languages_of(CASES[i].language));
        assert_str(str_between(text, by, text.len), str_of(CASES[i].rest));
    }
}

static void marks_around_names_are_removed(void **state) {
    static const char *const CASES[][2] = {
        {" - Jane Doe - ", "Jane Doe"},
        {"Jane Doe.", "Jane Doe"},
        {"Jane Doe,\xC2\xA0", "Jane Doe"},
        {"J.", "J."},
        {"J. R.", "J. R."},
        {"J.R.", "J.R."},
        {"Jr.", "Jr"},
        {"- . -", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(name_words_trim(str_of(CASES[i][0])), str_of(CASES[i][1]));
}

static void words_are_counted_up_to_a_limit(void **state) {
    struct name_words words;
    ARM((struct arena *)*state);
    name_words_split(*state, STR("a b c d e f g h i j k l"), &words);
    assert_int_equal(words.n, MAX_NAME_WORDS);
    assert_false(words.is_cut);
    name_words_split(*state, STR("a b c d e f g h i j k l m"), &words);
    assert_int_equal(words.n, MAX_NAME_WORDS);
    assert_true(words.is_cut);
    name_words_split(*state, STR("  (Jane)  Doe"), &words);
    assert_int_equal(words.n, 2);
    assert_str(words.items[0].text, STR("Jane"));
    assert_true(name_words_is_upper(STR("FOX-1")));
    assert_false(name_words_is_upper(STR("FOx")));
    assert_false(name_words_is_upper(STR("123")));
}

static void addresses_are_told_from_words(void **state) {
    static const struct {
        const char *word;
        bool is_address;
        size_t before_handle; /* bytes of a name before an account's "@" */
    } CASES[] = {
        {"jane@x", true, 0},     {"Jane@jdoe", true, 4}, {"Jo@jdoe", true, 2},
        {"J@jdoe", true, 0},     {"@jdoe", true, 0},     {"Jane@mail.example", true, 0},
        {"J:ane@jdoe", true, 0}, {"http://x", true, 0},  {"www.x", true, 0},
        {"x.com/jane", true, 0}, {"jane[at]x", true, 0}, {"jane(at)x", true, 0},
        {"x.com", false, 0},     {"Jane", false, 0},     {"J.", false, 0},
        {"awww.x", false, 0},    {"(Jane)", false, 0},   {"a:b", false, 0},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str word = str_of(CASES[i].word);
        if (byline_part_is_address(word) != CASES[i].is_address ||
            byline_part_before_handle(word) != CASES[i].before_handle)
            fail_msg("%s", CASES[i].word);
    }
}

static void domains_are_told_from_names(void **state) {
    static const struct {
        const char *name;
        bool is_domain;
    } CASES[] = {
        {"harbour.example", true}, {"ab.de", true},    {"b.de", false},
        {"ab.d", false},           {".de", false},     {"Jane Doe.de", false},
        {"ab.De", false},          {"harbour", false}, {"", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_int_equal(author_groups_is_domain(str_of(CASES[i].name)), CASES[i].is_domain);
}

static struct author_group group_of(const char *first, const char *second) {
    struct author_group group = {.keys = {str_of(first), str_of(second)}};
    group.names.n = 1 + (*second != '\0');
    return group;
}

/* A key of at least seven bytes and two words may have something added. */
static void groups_share_names(void **state) {
    static const struct {
        const char *a, *b;
        size_t n_shared;
        bool is_longer; /* the name of a is a longer form of b's */
    } CASES[] = {
        {"jane doe", "jane doe", 1, false},        {"jane doe", "ann poe", 0, false},
        {"jane doe courier", "jane doe", 1, true}, {"jane doe", "jane doe courier", 1, false},
        {"jo dove smith", "jo dove", 1, true},     {"jo doe smith", "jo doe", 0, false},
        {"janedoe courier", "janedoe", 0, false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct author_group a = group_of(CASES[i].a, ""), b = group_of("ben holt", CASES[i].b);
        assert_int_equal(author_groups_shared(&a, &b), CASES[i].n_shared);
        assert_int_equal(author_groups_has_longer(&a, &b), CASES[i].is_longer);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_have_so_many_words),
        ARENA_TEST(nicknames_have_no_more_digits_than_letters),
        ARENA_TEST(months_are_no_names_unless_short),
        ARENA_TEST(particles_may_be_elided),
        ARENA_TEST(names_end_with_a_name),
        ARENA_TEST(ideographs_begin_with_a_surname),
        ARENA_TEST(phrases_are_not_names),
        ARENA_TEST(byline_words_end_before_the_name),
        cmocka_unit_test(marks_around_names_are_removed),
        ARENA_TEST(words_are_counted_up_to_a_limit),
        cmocka_unit_test(addresses_are_told_from_words),
        cmocka_unit_test(domains_are_told_from_names),
        cmocka_unit_test(groups_share_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

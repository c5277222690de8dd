/*
 * The shape of names: which texts are names of persons and which are not, in 31 languages. A wrong
 * name in a catalogue is worse than none.
 */
#include "ground.h"
#include "lexicon/words.h"
#include "metadata/author/name.h"
#include "more_name_shapes.h"
#include "name_shapes.h"

/* Counts the texts misjudged as names of persons, or as other texts, and prints them. */
static size_t count_wrong(struct arena *arena, const struct shape *shapes, size_t n, bool is_name) {
    size_t n_wrong = 0;
    for (size_t i = 0; i < n; i++) {
        language_set languages =
            words_languages(str_of(shapes[i].language)) | words_languages(STR("en"));
        bool is_person = name_kind(arena, str_of(shapes[i].text), languages) == NAME_PERSON;
        if (is_person == is_name)
            continue;
        print_message("%s: \"%s\" is %s\n", shapes[i].language, shapes[i].text,
                      is_name ? "no name" : "a name");
        n_wrong++;
    }
    return n_wrong;
}

static void names_are_names(void **state) {
    ARM((struct arena *)*state);
    assert_true(sizeof NAMES / sizeof *NAMES >= 300);
    assert_int_equal(count_wrong(*state, NAMES, sizeof NAMES / sizeof *NAMES, true), 0);
    assert_int_equal(count_wrong(*state, MORE_NAMES, N_OF(MORE_NAMES), true), 0);
}

static void other_texts_are_not_names(void **state) {
    ARM((struct arena *)*state);
    assert_true(sizeof NO_NAMES / sizeof *NO_NAMES >= 300);
    assert_int_equal(count_wrong(*state, NO_NAMES, sizeof NO_NAMES / sizeof *NO_NAMES, false), 0);
    assert_int_equal(count_wrong(*state, MORE_NO_NAMES, N_OF(MORE_NO_NAMES), false), 0);
}

static size_t count_phrases(struct arena *arena, const struct shape *shapes, size_t n) {
    size_t n_phrases = 0;
    for (size_t i = 0; i < n; i++)
        n_phrases += name_is_phrase(
            arena, str_of(shapes[i].text),
            words_languages(str_of(shapes[i].language)) | words_languages(STR("en")), false);
    return n_phrases;
}

static void phrases_are_told_from_names(void **state) {
    ARM((struct arena *)*state);
    assert_int_equal(count_phrases(*state, PHRASES, sizeof PHRASES / sizeof *PHRASES),
                     sizeof PHRASES / sizeof *PHRASES);
    assert_int_equal(count_phrases(*state, NAMES, sizeof NAMES / sizeof *NAMES), 0);
    assert_int_equal(count_phrases(*state, MORE_NAMES, N_OF(MORE_NAMES)), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(names_are_names),
                                       ARENA_TEST(other_texts_are_not_names),
                                       ARENA_TEST(phrases_are_told_from_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

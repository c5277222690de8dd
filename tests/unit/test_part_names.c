/*
 * The kinds of parts that names stand for.
 */
#include "ground.h"

#include "page/part_names.h"
#include "page/token.h"

static uint16_t kinds(const struct part_names *names, const char *word) {
    return part_names_kinds(names, token_of_name(str_of(word)));
}

static void words_have_their_kinds(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct part_names names;
    part_names_init(&names, arena);
    assert_int_equal(kinds(&names, "newsletter"), 1 << PART_PROMOTION);
    assert_int_equal(kinds(&names, "promo"), 1 << PART_PROMOTION);       /* first of a list */
    assert_int_equal(kinds(&names, "inscription"), 1 << PART_PROMOTION); /* last of it */
    assert_int_equal(kinds(&names, "comments"), 1 << PART_COMMENT);
    assert_int_equal(kinds(&names, "tooltip"), 1 << PART_OVERLAY);
    assert_int_equal(kinds(&names, "paragraph"), 1 << PART_CONTENT);
    assert_int_equal(kinds(&names, "boat"), 0);
    assert_int_equal(kinds(&names, ""), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(words_have_their_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

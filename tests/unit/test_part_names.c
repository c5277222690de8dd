/*
 * The kinds of parts that names stand for.
 */
#include "ground.h"

#include "page/part_names.h"
#include "page/token.h"

static uint16_t kinds(const char *word) {
    return part_names_kinds(token_of_name(str_of(word)));
}

static void words_have_their_kinds(void **state) {
    (void)state;
    assert_int_equal(kinds("newsletter"), 1 << PART_PROMOTION);
    assert_int_equal(kinds("promo"), 1 << PART_PROMOTION);       /* first of a list */
    assert_int_equal(kinds("inscription"), 1 << PART_PROMOTION); /* last of it */
    assert_int_equal(kinds("comments"), 1 << PART_COMMENT);
    assert_int_equal(kinds("tooltip"), 1 << PART_OVERLAY);
    assert_int_equal(kinds("paragraph"), 1 << PART_CONTENT);
    assert_int_equal(kinds("headers"), 0);
    assert_int_equal(kinds("boat"), 0);
    assert_int_equal(kinds(""), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_their_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

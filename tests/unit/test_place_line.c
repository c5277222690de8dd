/*
 * Lines that name a town rather than a person.
 */
#include "ground.h"

#include "metadata/author/place_line.h"

static void towns_have_a_region(void **state) {
    (void)state;
    assert_true(place_line_is_town(STR("Ellery, Maine")));
    assert_true(place_line_is_town(STR(" Ellery , Maine ")));
    assert_false(place_line_is_town(STR("Ellery, Quill")));
    assert_false(place_line_is_town(STR("Mary Ellery, Maine")));
    assert_false(place_line_is_town(STR("Irving, Washington")));
    assert_true(place_line_may_be_town(STR("Irving, Washington")));
}

static void a_town_without_a_region_is_none(void **state) {
    (void)state;
    static const char *const texts[] = {"",        "Ellery",  "  Ellery  ", "\n\tEllery", ",",
                                        ", Maine", "Ellery,", "Ellery,  ",  "   "};
    for (size_t i = 0; i < N_OF(texts); i++) {
        assert_false(place_line_is_town(str_of(texts[i])));
        assert_false(place_line_may_be_town(str_of(texts[i])));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(towns_have_a_region),
        cmocka_unit_test(a_town_without_a_region_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* hash.h: FNV-1a's own test vectors, since the models depend on its values. */
#include "ground.h"

#include "base/hash.h"

static void published_vectors(void **state) {
    (void)state;
    assert_int_equal(hash_bytes(HASH_START, STR("")), 0x811C9DC5u);
    assert_int_equal(hash_bytes(HASH_START, STR("a")), 0xE40C292Cu);
    assert_int_equal(hash_bytes(HASH_START, STR("foobar")), 0xBF9CF968u);
    assert_int_equal(hash_byte(HASH_START, 'a'), 0xE40C292Cu);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(published_vectors)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

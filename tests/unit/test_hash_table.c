/* hash_table.h: a hash has one slot, and no search exceeds its bound. */
#include "ground.h"

#include "base/hash_table.h"

static void tables_are_half_empty(void **state) {
    (void)state;
    assert_int_equal(hash_table_size(0), 16);
    assert_int_equal(hash_table_size(8), 16);
    assert_int_equal(hash_table_size(9), 32);
    assert_int_equal(hash_table_size(1000), 2048);
}

static void each_hash_has_a_slot(void **state) {
    enum { N = 500 };
    ARM((struct arena *)*state);
    struct hash_table keys = hash_table(*state, N);
    size_t slots[N];
    for (uint32_t i = 0; i < N; i++) {
        slots[i] = hash_table_slot(&keys, i); /* 0 is a hash like any other */
        assert_true(slots[i] < keys.n_slots);
        for (uint32_t k = 0; k < i; k++)
            assert_true(slots[k] != slots[i]);
    }
    for (uint32_t i = 0; i < N; i++)
        assert_int_equal(hash_table_slot(&keys, i), slots[i]);
}

/* Hashes that differ only in bits that the table ignores begin at the same slot. */
static void colliding_hashes_share_the_last_slot(void **state) {
    enum { N = 2 * HASH_TABLE_MAX_PROBES };
    ARM((struct arena *)*state);
    struct hash_table keys = hash_table(*state, N);
    uint32_t first = 0, n = 0;
    size_t start = hash_table_start(0, keys.n_slots - 1), last = SIZE_MAX;
    for (uint32_t hash = 0; n < N; hash++) {
        if (hash_table_start(hash, keys.n_slots - 1) != start)
            continue;
        size_t slot = hash_table_slot(&keys, hash);
        if (n++ >= HASH_TABLE_MAX_PROBES - 1 && last != SIZE_MAX)
            assert_int_equal(slot, last);
        if (n >= HASH_TABLE_MAX_PROBES)
            last = slot;
        first = n == 1 ? hash : first;
    }
    assert_int_equal(last, (start + HASH_TABLE_MAX_PROBES - 1) & (keys.n_slots - 1));
    assert_int_equal(hash_table_slot(&keys, first), start);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(tables_are_half_empty),
                                       ARENA_TEST(each_hash_has_a_slot),
                                       ARENA_TEST(colliding_hashes_share_the_last_slot)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

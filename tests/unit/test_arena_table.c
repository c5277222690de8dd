/* arena.c: the tables that are kept from page to page. */
#include "ground.h"

static void build_seven(void *table) {
    *(int *)table = 7;
}

static void build_eight(void *table) {
    *(int *)table = 8;
}

static void tables_are_built_once(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    const int *seven = arena_table(arena, sizeof *seven, build_seven);
    const int *eight = arena_table(arena, sizeof *eight, build_eight);
    assert_int_equal(*seven, 7);
    assert_int_equal(*eight, 8);
    assert_int_equal((uintptr_t)eight % 16, 0);
    arena_reset(arena, 1000);
    ARM(arena);
    assert_ptr_equal(arena_table(arena, sizeof *seven, build_seven), seven);
    assert_ptr_equal(arena_table(arena, sizeof *eight, build_eight), eight);
    assert_int_equal(*seven, 7);
    assert_int_equal(arena->held_bytes, 0);
}

static void build_initial(void *table, const char *of) {
    *(char *)table = of[0];
}

static void named_tables_are_built_once_for_each_name(void **state) {
    struct arena *arena = *state;
    char name[] = "one";
    ARM(arena);
    const char *one = arena_table_of(arena, 1, build_initial, "one");
    const char *two = arena_table_of(arena, 1, build_initial, "two");
    assert_int_equal(*one, 'o');
    assert_int_equal(*two, 't');
    assert_ptr_equal(arena_table_of(arena, 1, build_initial, name), one);
    assert_ptr_equal(arena_table_of(arena, 1, build_initial, "two"), two);
}

static void *allocate_nothing(void *data, size_t size) {
    (void)data;
    (void)size;
    return NULL;
}

static void release_nothing(void *data, void *memory) {
    (void)data;
    (void)memory;
}

static void no_memory_for_a_table_is_reported(void **state) {
    static const struct pith_allocator empty = {allocate_nothing, release_nothing, NULL};
    struct arena arena;
    (void)state;
    arena_init_with(&arena, &empty);
    if (!setjmp(arena.escape))
        arena_table(&arena, sizeof(int), build_seven);
    assert_int_equal(arena.failure, PITH_ENOMEM);
    arena.failure = PITH_OK;
    if (!setjmp(arena.escape))
        arena_table_of(&arena, 1, build_initial, "one");
    assert_int_equal(arena.failure, PITH_ENOMEM);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(tables_are_built_once),
        ARENA_TEST(named_tables_are_built_once_for_each_name),
        cmocka_unit_test(no_memory_for_a_table_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

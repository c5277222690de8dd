/* buffer.c: appending, growth and the empty buffer. */
#include "ground.h"

#include "base/buffer.h"

static void an_empty_buffer_is_an_empty_string(void **state) {
    struct buffer b;
    buffer_init(&b, *state);
    assert_non_null(buffer_str(&b).at);
    assert_int_equal(buffer_str(&b).len, 0);
    buffer_append(&b, STR_NONE);
    buffer_append(&b, STR(""));
    assert_int_equal(((struct arena *)*state)->held_bytes, 0); /* takes no memory yet */
}

static void appended_bytes_are_in_order(void **state) {
    struct arena *arena = *state;
    struct buffer b;
    ARM(arena);
    buffer_init(&b, arena);
    buffer_append(&b, STR("one"));
    buffer_append_byte(&b, '\0');
    buffer_append(&b, STR(" two"));
    assert_str(buffer_str(&b), STR("one\0 two"));
}

/* Two buffers that grow in turn cannot grow in place and must not write into each other. */
static void buffers_grow_in_turn(void **state) {
    enum { N = 200000 };
    struct arena *arena = *state;
    struct buffer a, b;
    ARM(arena);
    buffer_init(&a, arena);
    buffer_init(&b, arena);
    for (int i = 0; i < N; i++) {
        buffer_append_byte(&a, (char)i);
        buffer_append(&b, STR("xyz"));
    }
    assert_int_equal(a.len, N);
    assert_int_equal(b.len, 3 * N);
    for (int i = 0; i < N; i++) {
        assert_int_equal(a.data[i], (char)i);
        assert_memory_equal(b.data + 3 * i, "xyz", 3);
    }
    assert_true(arena->held_bytes < 32 * N); /* doubling wastes a limited share */
}

static void reserved_space_is_available(void **state) {
    struct arena *arena = *state;
    struct buffer b;
    ARM(arena);
    buffer_init(&b, arena);
    buffer_append_byte(&b, 'a');
    memset(buffer_reserve(&b, 100000), 'b', 100000);
    assert_int_equal(b.len, 1);
    b.len += 100000;
    assert_int_equal(b.data[0], 'a');
    assert_int_equal(b.data[100000], 'b');
    char *at = buffer_reserve(&b, 0);
    assert_ptr_equal(at, b.data + b.len);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(an_empty_buffer_is_an_empty_string),
        ARENA_TEST(appended_bytes_are_in_order),
        ARENA_TEST(buffers_grow_in_turn),
        ARENA_TEST(reserved_space_is_available),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

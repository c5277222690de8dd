/*
 * Which blocks repeat the text of an earlier block.
 */
#include "cut_page.h"

#include "select/repeat.h"

static size_t first_of(struct arena *arena, const struct block *blocks, size_t n, size_t which) {
    struct block_page page = {.arena = arena, .n_blocks = n};
    struct repeats repeats;
    size_t first = 0;
    page.blocks = arena_alloc(arena, n * sizeof *blocks);
    memcpy(page.blocks, blocks, n * sizeof *blocks);
    repeats_init(&repeats, &page);
    for (size_t i = 0; i <= which; i++)
        first = repeats_first(&repeats, i);
    return first;
}

static void equal_texts_have_one_first(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct block_page page = cut_html(arena, "<p>One two.<p>Three<p>one, two<p>One two three");
    static const size_t FIRST[] = {0, 1, 0, 3};
    for (size_t i = 0; i < N_OF(FIRST); i++)
        assert_int_equal(first_of(arena, page.blocks, page.n_blocks, i), FIRST[i]);
}

/* Hashes of 32 bits may collide. */
static void a_hash_alone_makes_no_repetition(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    static const struct block blocks[] = {{.hash = 7, .counts = {.n_words = 2}},
                                          {.hash = 7, .counts = {.n_words = 3}},
                                          {.hash = 7, .counts = {.n_words = 2}}};
    assert_int_equal(first_of(arena, blocks, N_OF(blocks), 1), 1);
    assert_int_equal(first_of(arena, blocks, N_OF(blocks), 2), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(equal_texts_have_one_first),
        ARENA_TEST(a_hash_alone_makes_no_repetition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

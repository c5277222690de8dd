/*
 * Words that blocks share with the main content and with other blocks.
 */
#include "cut_page.h"

#include "base/utf8.h"
#include "score/shared_vocabulary.h"

static void assert_shared(const struct shared_vocabulary *shared, uint32_t words, uint32_t in_main,
                          uint32_t beside) {
    assert_int_equal(shared->n_words, words);
    assert_int_equal(shared->n_main, in_main);
    assert_int_equal(shared->n_beside, beside);
}

static void words_are_looked_for_in_other_blocks(void **state) {
    static const float scores[] = {0.9f, 0.2f, 0.7f, 0.1f};
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "ferry harbour ferry island\n"
                                              "harbour tickets\n"
                                              "Harbour, island\n"
                                              "tickets tickets weather\n");
    const struct shared_vocabulary *shared = shared_vocabulary_measure(&page, scores, 0.7f);
    assert_shared(&shared[0], 4, 2, 1); /* its own two occurrences of "ferry" do not count */
    assert_shared(&shared[1], 2, 1, 1);
    assert_shared(&shared[2], 2, 2, 1);
    assert_shared(&shared[3], 3, 0, 2);
}

static void short_words_do_not_count(void **state) {
    static const float scores[] = {0.9f, 0.9f};
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "the boat is back\nthe boat was \xC3\xA9t\xC3\xA9\n");
    const struct shared_vocabulary *shared = shared_vocabulary_measure(&page, scores, 0.7f);
    assert_shared(&shared[0], 0, 0, 0);
    assert_shared(&shared[1], 1, 0, 0); /* 5 bytes */
}

static void pages_without_words(void **state) {
    static const float scores[] = {0.9f};
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "so be it\n");
    assert_shared(shared_vocabulary_measure(&page, scores, 0.7f), 0, 0, 0);
    page = cut_dump(*state, "");
    assert_non_null(shared_vocabulary_measure(&page, scores, 0.7f));
}

/* Without spaces, each pair of characters is a word. */
static void ideographs_go_by_pairs(void **state) {
    static const float scores[] = {0.9f, 0.1f, 0.1f};
    ARM((struct arena *)*state);
    struct block_page page =
        cut_dump(*state, "\xE5\x9C\xB0\xE9\x9C\x87\xE6\xB4\xA5\n"   /* 地震津 */
                         "\xE5\x9C\xB0\xE9\x9C\x87, \xE6\xB4\xA5\n" /* 地震, 津 */
                         "harbour\xE5\x9C\xB0\xE9\x9C\x87\n");
    const struct shared_vocabulary *shared = shared_vocabulary_measure(&page, scores, 0.7f);
    assert_shared(&shared[0], 2, 0, 1);
    assert_shared(&shared[1], 1, 1, 1);
    assert_shared(&shared[2], 2, 1, 1);
}

/* Words with spaces between them always find room. */
static void words_with_spaces_have_room(void **state) {
    static const float scores[] = {0.9f, 0.1f};
    enum { N = 53 };
    char text[6 * N + 8];
    size_t n = 0;
    ARM((struct arena *)*state);
    for (int i = 0; i < N; i++) {
        memcpy(text + n, "wordaa ", 6);
        text[n + 3] = (char)('a' + i / 26);
        text[n + 4] = (char)('a' + i % 26);
        text[n + 5] = i + 1 < N ? ' ' : '\n';
        n += 6;
    }
    memcpy(text + n, text + n - 6, 5);
    text[n + 5] = '\0';
    struct block_page page = cut_dump(*state, text);
    const struct shared_vocabulary *shared = shared_vocabulary_measure(&page, scores, 0.7f);
    assert_shared(&shared[0], N, 0, 1);
    assert_shared(&shared[1], 1, 1, 0);
}

/* A page may have more words than the table has room for: those that come last are counted, but
 * not compared. */
static void words_without_room_are_not_compared(void **state) {
    static const float scores[] = {0.9f, 0.1f, 0.1f};
    enum { N = 104, FIRST = 0x4E00 }; /* 103 words, each of two characters; there is room for 64 */
    char text[4 * N + 32];
    size_t n = 0;
    ARM((struct arena *)*state);
    for (uint32_t i = 0; i < N; i++)
        n += utf8_put(text + n, FIRST + i);
    text[n++] = '\n';
    n += utf8_put(text + n, FIRST);
    n += utf8_put(text + n, FIRST + 1);
    text[n++] = '\n';
    n += utf8_put(text + n, FIRST + N - 2);
    n += utf8_put(text + n, FIRST + N - 1);
    text[n] = '\0';
    struct block_page page = cut_dump(*state, text);
    const struct shared_vocabulary *shared = shared_vocabulary_measure(&page, scores, 0.7f);
    assert_shared(&shared[0], N - 1, 0, 1);
    assert_shared(&shared[1], 1, 1, 0);
    assert_shared(&shared[2], 1, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(words_are_looked_for_in_other_blocks),
        ARENA_TEST(short_words_do_not_count),
        ARENA_TEST(pages_without_words),
        ARENA_TEST(ideographs_go_by_pairs),
        ARENA_TEST(words_with_spaces_have_room),
        ARENA_TEST(words_without_room_are_not_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * White space, invisible characters and counts of a block's text, for every character.
 */
#include "ground.h"

#include "base/utf8.h"
#include "page/text_count.h"
#include "page/text_fold.h"

static const struct range {
    uint32_t first, last;
} SPACES[] = {{0x85, 0x85},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
              {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}},
  DROPPED[] = {{0x80, 0x84},       {0x86, 0x9F},
               {0xAD, 0xAD},       {0x200B, 0x200B},
               {0x202D, 0x202E},   {0x2060, 0x2060},
               {0xE000, 0xF8FF},   {0xFEFF, 0xFEFF},
               {0xE0000, 0xE007F}, /* hidden: no flag before it */ {0xF0000, 0x10FFFF}};

static bool is_in(const struct range *ranges, size_t n, uint32_t c) {
    for (size_t i = 0; i < n; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

/* Folds a text character by character. */
static void fold_slowly(struct buffer *out, struct str text) {
    bool owes_space = false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        if (c == ' ' || is_in(SPACES, N_OF(SPACES), c)) {
            owes_space = true;
        } else if (!is_in(DROPPED, N_OF(DROPPED), c)) {
            if (owes_space && out->len)
                buffer_append_byte(out, ' ');
            owes_space = false;
            utf8_append(out, c);
        }
    }
}

/* The character among letters of several kinds, with and without spaces around it. */
static void check_folding(struct arena *arena, uint32_t c) {
    ARM(arena);
    static const uint32_t LETTERS[] = {'a', 0x4E2D, 0x304B, 0xE9, 0x2019};
    struct buffer text, want, got;
    buffer_init(&text, arena);
    buffer_init(&want, arena);
    buffer_init(&got, arena);
    for (unsigned i = 0; i < 4 * N_OF(LETTERS); i++) {
        utf8_append(&text, LETTERS[i / 4]);
        if (i & 1)
            buffer_append_byte(&text, ' ');
        utf8_append(&text, c);
        if (i & 2)
            buffer_append_byte(&text, ' ');
    }
    buffer_append_byte(&text, 'z');
    struct text_folder folder = {&got, 0};
    text_fold(&folder, buffer_str(&text));
    fold_slowly(&want, buffer_str(&text));
    assert_str(buffer_str(&got), buffer_str(&want));
}

static void every_character_is_kept_folded_or_dropped(void **state) {
    for (uint32_t c = 0x80; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
        arena_reset(*state, SIZE_MAX);
        check_folding(*state, c);
        if (c == 0x20000) /* nothing from here to the private use is special */
            c = 0xE0000;
    }
}

static struct block_counts counts_of(struct arena *arena, struct str text, size_t piece) {
    struct text_counter counter;
    text_count_init(&counter, arena);
    for (size_t i = 0; i < text.len; i += piece)
        text_count(&counter, str_between(text, i, i + piece), i % 2 == 0);
    return counter.counts;
}

/* Two ideographs are a word, whatever pieces they come in. */
static void ideographs_are_counted_by_twos(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    static const uint32_t CHARACTERS[] = {0x4E00, 0x9FFF, 0x3042, 0x4E2D, 0x3400};
    struct buffer text;
    buffer_init(&text, arena);
    for (uint32_t i = 0; i < 60; i++) {
        utf8_append(&text, CHARACTERS[i % N_OF(CHARACTERS)]);
        struct str all = buffer_str(&text);
        struct block_counts counts = counts_of(arena, all, all.len),
                            same = counts_of(arena, all, 3);
        assert_int_equal(counts.n_chars, i + 1);
        assert_int_equal(counts.n_words, (i + 1) / 2);
        assert_int_equal(counts.n_link_chars, i + 1);
        assert_int_equal(counts.n_link_words, (i + 1) / 2);
        assert_int_equal(same.n_chars, counts.n_chars);
        assert_int_equal(same.n_words, counts.n_words);
    }
    assert_int_equal(counts_of(arena, STR("\xE4\xB7\xBF\xE4\xB7\xBF"), 6).n_words, 0); /* U+4DFF */
    assert_int_equal(counts_of(arena,
                               STR("a\xE4\xB8\xAD"
                                   "b"),
                               5)
                         .n_words,
                     2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_character_is_kept_folded_or_dropped),
        ARENA_TEST(ideographs_are_counted_by_twos),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

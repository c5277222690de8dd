/*
 * Plain-text dumps: distinguished from HTML, and cut into one block per line.
 */
#include "cut_page.h"

static bool is_dump(const char *page) {
    return textdump_is_dump(str_of(page));
}

static void text_without_tags_is_a_dump(void **state) {
    (void)state;
    assert_true(is_dump(""));
    assert_true(is_dump("One line.\n\nAnother one."));
    assert_true(is_dump("a < b and c > d, but <3 is a heart"));
    assert_true(is_dump("  <- back to the list"));
}

static void markup_at_the_start_is_html(void **state) {
    (void)state;
    assert_false(is_dump("<!DOCTYPE html>text"));
    assert_false(is_dump(" \n<html>text"));
    assert_false(is_dump("<!-- saved -->text"));
    assert_false(is_dump("<?xml version=\"1.0\"?>text"));
    assert_false(is_dump("<p>text"));
    assert_false(is_dump("<P>text"));
    assert_false(is_dump("Some <B>bold</B> text"));
}

/* `n` bytes of text, followed by `rest`. */
static struct str padded(struct arena *arena, size_t n, struct str rest) {
    char *text = arena_alloc(arena, n + rest.len);
    memset(text, 'x', n);
    memcpy(text + n, rest.at, rest.len);
    return (struct str){text, n + rest.len};
}

/* A page about HTML quotes a tag now and then; markup has one every few words. */
static void end_tags_are_counted(void **state) {
    ARM((struct arena *)*state);
    assert_false(is_dump("Some <b>bold</b> text"));
    assert_true(textdump_is_dump(padded(*state, 1500, STR(" how to use </b>"))));
    assert_false(textdump_is_dump(padded(*state, 1500, STR("</b> </i>"))));
    assert_true(textdump_is_dump(padded(*state, 100, STR("</ b> </3"))));
}

/* Only the first 64 KiB are looked at. */
static void only_the_beginning_counts(void **state) {
    ARM((struct arena *)*state);
    struct buffer tags;
    buffer_init(&tags, *state);
    for (int i = 0; i < 1000; i++)
        buffer_append(&tags, STR("</p>"));
    assert_false(textdump_is_dump(padded(*state, 1000, buffer_str(&tags))));
    assert_true(textdump_is_dump(padded(*state, 64u << 10, buffer_str(&tags))));
}

static void lines_are_blocks(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "  First  line.\r\nsecond\n \t\r\n\nThird, not <b>");
    assert_int_equal(page.n_blocks, 3);
    assert_str(page.blocks[0].text, STR("First line."));
    assert_str(page.blocks[1].text, STR("second"));
    assert_str(page.blocks[2].text, STR("Third, not <b>"));
    assert_int_equal(page.blocks[0].flags, 0);
    assert_int_equal(page.blocks[1].flags, BLOCK_LINE_BREAK); /* of the same paragraph */
    assert_int_equal(page.blocks[2].flags, 0);
    for (size_t i = 0; i < page.n_blocks; i++) {
        assert_int_equal(page.blocks[i].tag, DOM_P);
        assert_int_equal(page.blocks[i].node, 0);
    }
    assert_int_equal(page.blocks[0].counts.n_words, 2);
    assert_int_equal(page.dom.n_nodes, 0);
}

static void empty_dumps_have_no_blocks(void **state) {
    ARM((struct arena *)*state);
    assert_int_equal(cut_dump(*state, "").n_blocks, 0);
    assert_int_equal(cut_dump(*state, "\n\n \r\n").n_blocks, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_without_tags_is_a_dump),
        cmocka_unit_test(markup_at_the_start_is_html),
        ARENA_TEST(end_tags_are_counted),
        ARENA_TEST(only_the_beginning_counts),
        ARENA_TEST(lines_are_blocks),
        ARENA_TEST(empty_dumps_have_no_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

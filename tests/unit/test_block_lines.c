/*
 * block_lines.c: where the lines in the text of a short block end.
 */
#include "metadata_page.h"

#include "metadata/block_lines.h"

static struct str split(struct arena *arena, struct block_page *page, const char *html) {
    struct metadata metadata = {0};
    struct gathering g = {.page = page, .arena = arena};
    read_html(arena, str_of(html), page, &metadata);
    assert_true(page->n_blocks > 0);
    return block_lines_split(&g, 0);
}

static void lines_end_at_breaks_and_between_elements(void **state) {
    static const struct {
        const char *html, *lines;
    } CASES[] = {
        {"<p>Anna Quill<br>Harbour Post", "Anna Quill\nHarbour Post"},
        {"<p><span>Anna Quill</span><span>Harbour Post</span>", "Anna Quill\nHarbour Post"},
        {"<p><span>Anna Quill</span> <span>Harbour Post</span>", "Anna Quill\nHarbour Post"},
        {"<p><b><i>Anna Quill</i></b> <span>Harbour Post</span>", "Anna Quill\nHarbour Post"},
        /* text of the parent between the two spans: one line */
        {"<p><span>Anna Quill</span> of the <span>Harbour Post</span>",
         "Anna Quill of the Harbour Post"},
        {"<p>Anna Quill <span>Harbour Post</span>", "Anna Quill Harbour Post"},
        /* text that continues in the next element */
        {"<p><span>By</span> <span>Anna Quill</span>", "By Anna Quill"},
        {"<p><span>Anna Quill</span> <span>and Ben Holt</span>", "Anna Quill and Ben Holt"},
        {"<p><span>May</span> <span>3, 2024</span>", "May 3, 2024"},
        {"<p><span>T</span><span>he ferry</span>", "The ferry"},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        ARM((struct arena *)*state);
        assert_str(split(*state, &page, CASES[i].html), str_of(CASES[i].lines));
    }
}

static void lines_are_trimmed(void **state) {
    (void)state;
    assert_str(block_lines_trim(STR(" | Anna Quill - ")), STR("Anna Quill"));
    assert_str(block_lines_trim(STR(" | - ")), STR(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_end_at_breaks_and_between_elements),
        cmocka_unit_test(lines_are_trimmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

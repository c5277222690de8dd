/*
 * block_lines.c: where the lines in the text of a short block end.
 */
#include "metadata_page.h"

#include "metadata/block_lines.h"

#include "growing_page.h"
#include "lexicon/words.h"

static struct str split_page(struct arena *arena, struct block_page *page, struct str html) {
    struct metadata metadata = {0};
    struct gathering g = {.page = page, .arena = arena};
    read_html(arena, html, page, &metadata);
    assert_true(page->n_blocks > 0);
    return block_lines_split(&g, 0);
}

struct line_case {
    const char *html, *lines;
};

static void check_lines(struct arena *arena, const struct line_case *cases, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct block_page page;
        struct str lines = split_page(arena, &page, str_of(cases[i].html));
        if (!str_equals(lines, str_of(cases[i].lines)))
            fail_msg("%s: \"%.*s\"", cases[i].html, (int)lines.len, lines.at);
    }
}

#define CHECK_LINES(cases) check_lines(*state, cases, N_OF(cases))
#define NAME "<b>Anna Quill</b>"

static void lines_end_at_breaks_and_between_elements(void **state) {
    static const struct line_case CASES[] = {
        {"<p>Anna Quill<br>Harbour Post", "Anna Quill\nHarbour Post"},
        {"<p>Anna Quill<br><br>Harbour Post", "Anna Quill"}, /* two blocks */
        {"<p><b>Anna Quill</b><br><b>Harbour Post</b>", "Anna Quill\nHarbour Post"},
        {"<p><span>Anna Quill</span><span>Harbour Post</span>", "Anna Quill\nHarbour Post"},
        {"<p><span>Anna Quill</span> <span>Harbour Post</span>", "Anna Quill\nHarbour Post"},
        {"<p>" NAME NAME NAME, "Anna Quill\nAnna Quill\nAnna Quill"},
        {"<p>" NAME "\n  <i>Harbour Post</i>", "Anna Quill\nHarbour Post"},
        {"<p><b><i>Anna Quill</i></b> <span>Harbour Post</span>", "Anna Quill\nHarbour Post"},
        {"<p>" NAME "<script>x</script><b>Harbour Post</b>", "Anna Quill\nHarbour Post"},
        /* text of the parent between the two spans: one line */
        {"<p><span>Anna Quill</span> of the <span>Harbour Post</span>",
         "Anna Quill of the Harbour Post"},
        {"<p>Anna Quill <span>Harbour Post</span>", "Anna Quill Harbour Post"},
        {"<p><span>Anna Quill</span> Harbour Post", "Anna Quill Harbour Post"},
        {"<p><span> <i>Anna Quill</i></span>", "Anna Quill"},
        {"<p>x " NAME "<b>Harbour Post</b>", "x Anna Quill\nHarbour Post"},
    };
    CHECK_LINES(CASES);
}

static void text_continues_in_the_next_element(void **state) {
    static const struct line_case CASES[] = {
        {"<p><span>By</span> " NAME, "By Anna Quill"},
        {"<p>" NAME " <span>and Ben Holt</span>", "Anna Quill and Ben Holt"},
        {"<p><b>Anna Quill and</b> <b>Ben Holt</b>", "Anna Quill and Ben Holt"},
        {"<p><b>Reviewed</b> <b>by Ben Holt</b>", "Reviewed by Ben Holt"},
        {"<p><b>Walls</b> <b>by the Sea</b>", "Walls\nby the Sea"},
        /* a comma or another mark on either side */
        {"<p>" NAME "<b>, Ben Holt</b>", "Anna Quill, Ben Holt"},
        {"<p><b>Anna Quill,</b> <b>Ben Holt</b>", "Anna Quill, Ben Holt"},
        {"<p>" NAME " <b>(Harbour Post)</b>", "Anna Quill (Harbour Post)"},
        {"<p><b>(Anna Quill</b><b>) Harbour Post</b>", "(Anna Quill) Harbour Post"},
        {"<p>" NAME "<b>. Harbour Post</b>", "Anna Quill. Harbour Post"},
        {"<p><b>Updated:</b> <b>Harbour Post</b>", "Updated: Harbour Post"},
        {"<p><b>Anna Quill.</b> <b>Harbour Post</b>", "Anna Quill.\nHarbour Post"},
        /* the parts of a date */
        {"<p><span>May</span> <span>3, 2024</span>", "May 3, 2024"},
        {"<p><span>On 3</span> <span>5 2024</span>", "On 3 5 2024"},
        {"<p><span>Walls</span> <span>3 May</span>", "Walls\n3 May"},
        {"<p><span>May</span><span>3, 2024</span>", "May\n3, 2024"},
        /* one word on each side, with a space or without */
        {"<p><b>Anna</b> <b>Quill</b>", "Anna Quill"},
        {"<p><b>Anna</b><b>Quill</b>", "Anna\nQuill"},
        {"<p><b>Anna</b> <b>Quill Post</b>", "Anna\nQuill Post"},
        {"<p>" NAME " <b>Post</b>", "Anna Quill\nPost"},
        {"<p>" NAME " <b>7</b>", "Anna Quill 7"},
        /* a drop cap */
        {"<p><span>T</span><span>he ferry</span>", "The ferry"},
        {"<p><span>Th</span><span>e ferry</span>", "The ferry"},
        {"<p><span>The</span><span>ferry boat</span>", "The\nferry boat"},
        {"<p><span>T</span><span>He ferry</span>", "T\nHe ferry"},
        /* an element without text */
        {"<p>" NAME "<b></b><b>Harbour Post</b>", "Anna Quill\nHarbour Post"},
        {"<p><i></i><b>Anna Quill</b>", "Anna Quill"},
    };
    CHECK_LINES(CASES);
}

/* The text of a block with many elements is not split further. */
static void splitting_has_limits(void **state) {
    static const struct {
        const char *head, *repeated;
        size_t n;
        const char *tail;
        size_t n_lines;
    } CASES[] = {
        /* seams */
        {"<p><b>One Wall</b>", "<b>Next Wall</b>", 24, "", 25},
        {"<p><b>One Wall</b>", "<b>Next Wall</b>", 25, "", 25},
        /* levels of elements that end at a seam */
        {"<p>", "<i>", 8, "Anna Quill</i></i></i></i></i></i></i></i><b>Harbour Post</b>", 2},
        {"<p>", "<i>", 9, "Anna Quill</i></i></i></i></i></i></i></i></i><b>Harbour Post</b>", 1},
        /* nodes, from the first text on */
        {"<p><b>One Wall</b><b>Next Wall", "<i>", 197, "", 2},
        {"<p><b>One Wall</b><b>Next Wall", "<i>", 198, "", 1},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        struct block_page page;
        ARM((struct arena *)*state);
        add(&html, CASES[i].head);
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].tail);
        struct str lines = split_page(*state, &page, (struct str){html.at, html.len});
        size_t n = 1;
        for (size_t k = 0; k < lines.len; k++)
            n += lines.at[k] == '\n';
        free(html.at);
        if (n != CASES[i].n_lines)
            fail_msg("%s %zu: %zu lines", CASES[i].repeated, CASES[i].n, n);
    }
}

static void a_line_of_a_dump_is_one_line(void **state) {
    struct metadata metadata;
    struct block_page page;
    struct gathering g = {.page = &page, .arena = *state};
    ARM((struct arena *)*state);
    read_dump(*state, STR("Anna Quill\nHarbour Post\n"), &page, &metadata);
    assert_str(block_lines_split(&g, 0), STR("Anna Quill"));
}

static void lines_are_trimmed(void **state) {
    static const char *const CASES[][2] = {
        {" | Anna Quill - ", "Anna Quill"},
        {" | - ", ""},
        {"", ""},
        {"Anna", "Anna"},
        {"- Anna, / (", "Anna"},
        {"(Anna)", "(Anna)"},
        {"\nAnna\n", "Anna"},
        {"\xC2\xB7 Anna \xE2\x80\xA2", "Anna"},
        {"\xE2\x80\x93 | \xE2\x80\x94 Anna | \xC2\xB7 -", "Anna"},
        {"\xC2\xB7\xC2\xB7", ""},
        {"Anna\xC2\xB7\xE2\x80\x94", "Anna"},
        {"Anna \xC2\xB7 -", "Anna"},
        {"- \xC2\xB7 Anna", "Anna"},
        {"\xE2\x80\x94\xC2\xB7"
         "Anna",
         "Anna"},
        {"\xE2\x80\x94", ""},
        {"An\xC2\xB7na | b", "An\xC2\xB7na | b"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(block_lines_trim(str_of(CASES[i][0])), str_of(CASES[i][1]));
}

/* What remains of a line before its date may end in "on" or "at". */
static void a_filler_word_at_the_end_is_dropped(void **state) {
    static const char *const CASES[][2] = {
        {"Anna Quill on", "Anna Quill"},
        {"Anna Quill, on |", "Anna Quill"},
        {"Anna Quill", "Anna Quill"},
        {"Anna Quill only", "Anna Quill only"},
        {"on", "on"},
        {"", ""},
        {"on on", "on"},
    };
    struct gathering g = {.arena = *state};
    ARM((struct arena *)*state);
    g.hints.languages = words_languages(STR("en"));
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(block_lines_without_filler(&g, str_of(CASES[i][0])), str_of(CASES[i][1]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_end_at_breaks_and_between_elements),
        ARENA_TEST(text_continues_in_the_next_element),
        ARENA_TEST(splitting_has_limits),
        ARENA_TEST(a_line_of_a_dump_is_one_line),
        cmocka_unit_test(lines_are_trimmed),
        ARENA_TEST(a_filler_word_at_the_end_is_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

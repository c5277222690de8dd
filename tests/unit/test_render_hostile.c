/* Pages that are hostile to renderers: a page four times as long gives about four times the output
 * at most, however it nests. */
#include "render_page.h"

#include "base/buffer.h"

struct shape {
    const char *name, *open, *text, *close;
    unsigned depth;   /* how often `open` is nested */
    unsigned flags;   /* bits of pith_flag */
    size_t max_ratio; /* bytes of output per byte of the page, at most */
};

static const struct shape SHAPES[] = {
    {"lists", "<ul><li>a", "b", "</ul>", 500, 0, 24},
    {"numbered lists", "<ol start=99999999><li>a", "b", "</ol>", 500, 0, 60},
    {"quotes", "<blockquote>a", "b", "</blockquote>", 500, 0, 24},
    {"quoted code", "<blockquote>a", "<pre>\n\n\n\nx\n\n\n\ny</pre>", "</blockquote>", 20, 0, 24},
    {"tables", "<table><tr><td>a<td>", "b", "</table>", 150, 0, 24},
    {"marks", "<b><i>a<code>c</code>", "b", "</i></b>", 250, 0, 24},
    {"headings", "<h2>a<div>b</div>", "c", "</h2>", 1, 0, 24},
    {"wide rows", "<table><tr><td>a<td colspan=98>b<tr><td>c<td>d", "e", "</table>", 1, 0, 60},
    {"wrappers", "<div class=comments>a", "b", "</div>", 500, PITH_KEEP_COMMENTS, 24},
    {"images", "<div><figure><img src=x>a", "b", "</figure></div>", 200, PITH_KEEP_IMAGES, 120},
    {"links", "<p>a <a href=x>b</a>", "c", "", 1, PITH_KEEP_LINKS, 120},
    {"stars", "<p>*_`[&lt;&amp;amp;", "c", "", 1, 0, 24},
    {"grave accents", "<p><code>`` ` ```</code>", "c", "", 1, 0, 24},
};

static void append_times(struct buffer *out, const char *s, size_t n) {
    while (n-- > 0)
        buffer_append(out, str_of(s));
}

static struct str page_of(struct arena *arena, const struct shape *shape, size_t n) {
    struct buffer page;
    buffer_init(&page, arena);
    for (size_t i = 0; i < n; i++) {
        append_times(&page, shape->open, shape->depth);
        append_times(&page, shape->text, 1);
        append_times(&page, shape->close, shape->depth);
    }
    return buffer_str(&page);
}

struct cost {
    size_t page_bytes, output_bytes;
};

/* The memory limit, some hundred bytes per byte of the page, is part of the test. */
static struct cost cost_of(struct arena *arena, const struct shape *shape, renderer *render,
                           size_t n) {
    arena_reset(arena, (size_t)128 << 20);
    struct str html = page_of(arena, shape, n);
    return (struct cost){html.len, render_page(arena, html, render, shape->flags).len};
}

static void check_shape(struct arena *arena, const struct shape *shape, renderer *render) {
    enum { PAGE_BYTES = 50000, TIMES = 4 };
    size_t len = (strlen(shape->open) + strlen(shape->close)) * shape->depth;
    size_t n = PAGE_BYTES / len + 1;
    struct cost small = cost_of(arena, shape, render, n);
    struct cost large = cost_of(arena, shape, render, n * TIMES);
    if (small.output_bytes > small.page_bytes * shape->max_ratio)
        fail_msg("%s: %zu bytes out of %zu", shape->name, small.output_bytes, small.page_bytes);
    if (large.output_bytes > small.output_bytes * (TIMES + 1))
        fail_msg("%s: output grows from %zu to %zu", shape->name, small.output_bytes,
                 large.output_bytes);
}

static void output_stays_in_proportion(void **state) {
    static renderer *const RENDERERS[] = {render_text, render_markdown, render_html,
                                          render_comments};
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++)
        for (size_t k = 0; k < sizeof RENDERERS / sizeof *RENDERERS; k++)
            check_shape(arena, &SHAPES[i], RENDERERS[k]);
}

/* No line begins with more than the deepest list or quote that is shown needs. */
static void nesting_is_cut_at_a_depth(void **state) {
    enum { LONGEST_PREFIX = 13 * 12 }; /* levels, bytes of the widest marker */
    struct arena *arena = *state;
    ARM(arena);
    arena_reset(arena, (size_t)1 << 30);
    struct shape shape = {.open = "<ol start=999999999><li>x", .close = "", .depth = 300};
    shape.text = "<blockquote>x";
    struct str out = render_page(arena, page_of(arena, &shape, 1), render_markdown, 0);
    size_t longest = 0, at = 0;
    for (size_t i = 0; i <= out.len; i++)
        if (i == out.len || out.at[i] == '\n') {
            longest = i - at > longest ? i - at : longest;
            at = i + 1;
        }
    assert_true(longest > 0 && longest <= LONGEST_PREFIX + 1);
}

/* Each relative link repeats the base, so the base must be short. */
static void a_long_base_is_not_repeated(void **state) {
    enum { BASE_BYTES = 20000, LINKS = 2000 };
    struct arena *arena = *state;
    struct buffer page;
    ARM(arena);
    arena_reset(arena, (size_t)1 << 30);
    buffer_init(&page, arena);
    append_times(&page, "<base href='http://h.example/", 1);
    append_times(&page, "x", BASE_BYTES);
    append_times(&page, "/'>", 1);
    append_times(&page, "<p><a href=y>z</a>", LINKS);
    struct str out = render_page(arena, buffer_str(&page), render_html, 0);
    assert_true(out.len < page.len * 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(output_stays_in_proportion),
        ARENA_TEST(nesting_is_cut_at_a_depth),
        ARENA_TEST(a_long_base_is_not_repeated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

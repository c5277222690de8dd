/*
 * Containers: chains of wrappers as one, sums over them, siblings that look alike, paths.
 */
#include "cut_page.h"

#include "page/container.h"

/* container 0: html, body. container 1: div.a, div.b. containers 2, 3: its paragraphs. container 4:
 * the last one. */
static const char SMALL[] =
    "<div class=a><div class=b>"
    "<p>one two, three four five six seven eight nine ten</p>" /* prose: 10 words, 40 characters */
    "<p><a href=x>more</a></p>"
    "</div></div><p>end</p>";

static struct containers build(const struct block_page *page) {
    struct containers containers;
    containers_build(page, &containers);
    return containers;
}

static void assert_box(const struct container *container, uint32_t parent, uint32_t depth,
                       uint32_t first, uint32_t end) {
    assert_int_equal(container->parent, parent);
    assert_int_equal(container->depth, depth);
    assert_int_equal(container->first_block, first);
    assert_int_equal(container->end_block, end);
}

static void wrappers_are_one_container(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, SMALL);
    struct containers containers = build(&page);
    assert_int_equal(containers.n_containers, 5);
    assert_box(&containers.containers[0], 0, 0, 0, 3);
    assert_box(&containers.containers[1], 0, 1, 0, 2);
    assert_box(&containers.containers[2], 1, 2, 0, 1);
    assert_box(&containers.containers[3], 1, 2, 1, 2);
    assert_box(&containers.containers[4], 0, 1, 2, 3);
    uint32_t div = find_element(&page.dom, DOM_DIV);
    assert_int_equal(containers.containers[1].node, div);
    assert_int_equal(containers.of_node[div], 1);
    assert_int_equal(containers.of_node[div + 1], 1);
    assert_int_equal(containers.of_node[find_element(&page.dom, DOM_BODY)], 0);
    assert_int_equal(containers.of_node[find_element(&page.dom, DOM_HEAD)], CONTAINER_NONE);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(containers.of_block[i], i + 2);
}

static void sums_are_differences(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, SMALL);
    struct containers containers = build(&page);
    struct container_sums all = containers_sum(&containers, 0, 3);
    assert_int_equal(all.n_words, 12);
    assert_int_equal(all.n_prose_words, 10);
    assert_int_equal(all.n_chars, 40 + 4 + 3);
    assert_int_equal(all.n_link_chars, 4);
    struct container_sums last = containers_sum(&containers, 1, 3);
    assert_int_equal(last.n_words, 2);
    assert_int_equal(last.n_prose_words, 0);
    assert_int_equal(containers_sum(&containers, 2, 2).n_chars, 0);
    struct container_sums sum = containers_sum(&containers, 0, 1);
    container_sums_add(&sum, last);
    assert_memory_equal(&sum, &all, sizeof all);
    assert_memory_equal(&containers.containers[0].sums, &all, sizeof all);
    assert_int_equal(containers.containers[1].sums.n_words, 11);
    assert_int_equal(containers.upto[0].n_words, 0);
    assert_int_equal(containers.upto[3].n_words, 12);
}

static void prose_has_words_and_few_links(void **state) {
    (void)state;
    struct block block = {.counts = {.n_words = 10}};
    assert_true(container_is_prose(&block));
    block.counts.n_link_words = 3;
    assert_true(container_is_prose(&block));
    block.counts.n_link_words = 4; /* more than a third */
    assert_false(container_is_prose(&block));
    block.counts = (struct block_counts){.n_words = 9};
    assert_false(container_is_prose(&block));
}

/* Text beside an element belongs to the container of the element around both. */
static void text_of_its_own(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<div>a<p>b</p></div><p>c</p>");
    struct containers containers = build(&page);
    assert_int_equal(containers.containers[containers.of_block[0]].node,
                     find_element(&page.dom, DOM_DIV));
    assert_int_equal(containers.containers[containers.of_block[1]].parent, containers.of_block[0]);
}

/* An inline element belongs to the container of the block that it begins, but is not a step of a
 * path. */
static void inline_elements_are_not_steps(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p><b>a</b> b</p><p>c</p>");
    struct containers containers = build(&page);
    assert_int_equal(containers.n_containers, 3);
    assert_int_equal(containers.of_node[find_element(&page.dom, DOM_B)], containers.of_block[0]);
    assert_int_equal(containers.containers[1].path, containers.containers[2].path);
}

static uint32_t within(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    struct containers containers = build(&page);
    return containers.containers[containers.of_block[0]].within;
}

static void containers_know_what_they_are_in(void **state) {
    ARM((struct arena *)*state);
    assert_int_equal(within(*state, "<p>a"), 0);
    assert_int_equal(within(*state, "<nav><ul><li>a<li>b</ul></nav>c"),
                     CONTAINER_IN_NAV | CONTAINER_IN_LIST);
    assert_int_equal(within(*state, "<dl><dt>a<dd>b</dl>"), CONTAINER_IN_LIST);
    assert_int_equal(within(*state, "<table><td>a</table>"), CONTAINER_IN_TABLE);
    assert_int_equal(within(*state, "<form><button>a</button></form>b"), CONTAINER_IN_FORM);
    assert_int_equal(within(*state, "<figure><figcaption>a</figure>b"), CONTAINER_IN_FIGURE);
    assert_int_equal(within(*state, "<blockquote><p>a</blockquote>"), CONTAINER_IN_QUOTE);
    assert_int_equal(within(*state, "<footer>a</footer>"), CONTAINER_IN_FOOTER);
    assert_int_equal(within(*state, "<header>a</header>"), CONTAINER_IN_HEADER);
    assert_int_equal(within(*state, "<main><article><section><p>a"),
                     CONTAINER_IN_MAIN | CONTAINER_IN_ARTICLE);
    assert_int_equal(within(*state, "<aside><details>a</details></aside>"), CONTAINER_IN_ASIDE);
    assert_int_equal(within(*state, "<dialog>a</dialog>"), CONTAINER_IN_DIALOG);
}

/* Items are alike if tag and classes are equal without digits. */
static void siblings_that_look_alike_are_a_group(void **state) {
    static const char page_of_posts[] = "<div class=post-1><p>a<p>b</div>"
                                        "<div class=note><p>c<p>d</div>"
                                        "<div class=post-22><p>e<p>f</div>";
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, page_of_posts);
    struct containers containers = build(&page);
    uint32_t post = containers.containers[containers.of_block[0]].parent;
    uint32_t note = containers.containers[containers.of_block[2]].parent;
    uint32_t other = containers.containers[containers.of_block[4]].parent;
    assert_int_equal(containers.containers[post].group, post);
    assert_int_equal(containers.containers[post].n_siblings, 2);
    assert_int_equal(containers.containers[post].i_sibling, 0);
    assert_int_equal(containers.containers[other].group, post);
    assert_int_equal(containers.containers[other].i_sibling, 1);
    assert_int_equal(containers.containers[note].group, note);
    assert_int_equal(containers.containers[note].n_siblings, 1);
    /* the same paragraph in another parent is another group */
    assert_int_not_equal(containers.containers[containers.of_block[0]].group,
                         containers.containers[containers.of_block[4]].group);
    /* but it has the same path, unlike that of the note */
    assert_int_equal(containers.containers[containers.of_block[0]].path,
                     containers.containers[containers.of_block[5]].path);
    assert_int_not_equal(containers.containers[containers.of_block[0]].path,
                         containers.containers[containers.of_block[2]].path);
}

static void a_dump_is_one_container(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "one two\nthree\n");
    struct containers containers = build(&page);
    assert_int_equal(containers.n_containers, 1);
    assert_box(&containers.containers[0], 0, 0, 0, 2);
    assert_int_equal(containers.containers[0].sums.n_words, 3);
    assert_int_equal(containers.containers[0].n_siblings, 1);
    assert_int_equal(containers.of_block[1], 0);
}

static void pages_without_blocks_have_a_container(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "");
    struct containers containers = build(&page);
    assert_int_equal(containers.n_containers, 1);
    assert_box(&containers.containers[0], 0, 0, 0, 0);
    page = cut_dump(*state, "");
    assert_int_equal(build(&page).n_containers, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(wrappers_are_one_container),
        ARENA_TEST(sums_are_differences),
        cmocka_unit_test(prose_has_words_and_few_links),
        ARENA_TEST(text_of_its_own),
        ARENA_TEST(inline_elements_are_not_steps),
        ARENA_TEST(containers_know_what_they_are_in),
        ARENA_TEST(siblings_that_look_alike_are_a_group),
        ARENA_TEST(a_dump_is_one_container),
        ARENA_TEST(pages_without_blocks_have_a_container),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

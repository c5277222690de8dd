/*
 * author_cues.c and page_names.c: what speaks for and against a group of authors, whatever the
 * weights are; and what a page calls itself.
 */
#include "page_case.h"

#include "metadata/author/author_cues.h"
#include "metadata/author/page_names.h"
#include "metadata/comparison_key.h"
#include "metadata/read.h"

/* A group of authors as a source names them. */
struct named {
    enum metadata_source source;
    unsigned rank;
    const char *names; /* separated by ';' */
    bool is_explicit;
    const char *id; /* of its element; NULL: none */
    uint32_t block; /* NOWHERE: none */
};

#define META_OF(names)                                                                             \
    { SOURCE_META, 8, names, false, NULL, UINT32_MAX }
#define BY_LINE(names, block)                                                                      \
    { SOURCE_TEXT, 8, names, true, NULL, block }
#define LINE(rank, names, block)                                                                   \
    { SOURCE_TEXT, rank, names, false, NULL, block }
#define CLASSED(names, id)                                                                         \
    { SOURCE_CLASS, 6, names, false, id, UINT32_MAX }

enum { MOST_GROUPS = 4 };

static uint32_t find_id(const struct dom *dom, const char *id) {
    for (uint32_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT &&
            str_equals(dom_attribute(&dom->nodes[i], DOM_ATTR_ID), str_of(id)))
            return i;
    fail_msg("no element %s", id);
    return 0;
}

static void fill_group(const struct gathering *g, const struct named *named,
                       struct author_group *out) {
    *out = (struct author_group){.source = (uint8_t)named->source,
                                 .rank = (uint8_t)named->rank,
                                 .is_explicit = named->is_explicit,
                                 .block = named->block,
                                 .node = named->id ? find_id(&g->page->dom, named->id) : NOWHERE};
    struct str names = str_of(named->names);
    for (size_t at = 0; at < names.len;) {
        size_t end = str_find_byte(names, at, ';'), i = out->names.n++;
        out->names.items[i] = str_between(names, at, end);
        out->keys[i] = comparison_key_of(g->arena, out->names.items[i]);
        out->kinds[i] = (uint8_t)name_kind(g->arena, out->names.items[i], gathering_languages(g));
        at = end + 1;
    }
}

/* The score of the first of the groups; the headline is the block after `head` others. */
static double score_of(struct arena *arena, const char *html, uint32_t head,
                       const struct named *named) {
    struct block_page page;
    struct metadata metadata;
    struct window window;
    read_html(arena, str_of(html), &page, &metadata);
    struct gathering *g = arena_alloc_zero(arena, 1, sizeof *g);
    metadata_prepare(g, &page, plain_scores(&page), STR_NONE);
    struct headline headline = {
        .key = comparison_key_of(arena, page.blocks[head].text), .first = head, .end = head + 1};
    window_find(g, &headline, &window);
    struct author_groups *groups = arena_alloc_zero(arena, 1, sizeof *groups);
    for (; groups->n < MOST_GROUPS && named[groups->n].names; groups->n++)
        fill_group(g, &named[groups->n], &groups->items[groups->n]);
    author_cues_weigh(g, &window, groups);
    return groups->items[0].score;
}

#define PAGE                                                                                       \
    "<html lang=en><meta property=og:site_name content='Ellery Post'><h1>Harbour plan of Ann "     \
    "Poe</h1><p id=a>Jane Doe</p><p id=b>Cy Roe</p><p>Editor</p><p>x</p>" PROSE PROSE              \
    "<p id=z>Jane Doe</p>"
#define BASE                                                                                       \
    { META_OF("Jane Doe") }

/* What changes the score of the first group, and in which direction. */
static void other_groups_change_a_score(void **state) {
    static const struct {
        const char *name;
        struct named one[MOST_GROUPS], two[MOST_GROUPS];
        int order; /* of the score of one to that of two: -1 less, 0 equal, 1 more */
    } CASES[] = {
        {"the same in a machine-readable source",
         {META_OF("Jane Doe"), META_OF("Jane Doe")},
         BASE,
         1},
        {"the same on the page", {META_OF("Jane Doe"), LINE(5, "Jane Doe", 1)}, BASE, 1},
        {"the page counts for more",
         {META_OF("Jane Doe"), LINE(5, "Jane Doe", 1)},
         {META_OF("Jane Doe"), META_OF("Jane Doe")},
         1},
        {"a source of rank 2", {META_OF("Jane Doe"), LINE(2, "Jane Doe", 1)}, BASE, 1},
        {"a source of rank 1", {META_OF("Jane Doe"), LINE(1, "Jane Doe", 1)}, BASE, 0},
        {"a source with more names", {META_OF("Jane Doe"), META_OF("Jane Doe;Cy Roe")}, BASE, -1},
        {"a line with more names", {META_OF("Jane Doe"), LINE(5, "Jane Doe;Cy Roe", 1)}, BASE, -1},
        {"a source with fewer names",
         {META_OF("Jane Doe;Cy Roe"), META_OF("Jane Doe")},
         {META_OF("Jane Doe;Cy Roe")},
         -1},
        {"a line with fewer names",
         {META_OF("Jane Doe;Cy Roe"), LINE(5, "Jane Doe", 1)},
         {META_OF("Jane Doe;Cy Roe")},
         -1},
        {"others, by a byline word", {META_OF("Jane Doe"), BY_LINE("Cy Roe", 1)}, BASE, -1},
        {"others, in a line without one", {META_OF("Jane Doe"), LINE(5, "Cy Roe", 1)}, BASE, 0},
        {"others, in a machine-readable source",
         {META_OF("Jane Doe"), META_OF("Cy Roe")},
         BASE,
         -1},
        {"others, in one of rank 6",
         {META_OF("Jane Doe"), {SOURCE_META, 6, "Cy Roe", false, NULL, UINT32_MAX}},
         BASE,
         -1},
        {"others, in one of rank 5",
         {META_OF("Jane Doe"), {SOURCE_META, 5, "Cy Roe", false, NULL, UINT32_MAX}},
         BASE,
         0},
        {"others that are no persons", {META_OF("Jane Doe"), META_OF("The Post")}, BASE, 0},
        {"one of whom is no person", {META_OF("Jane Doe"), META_OF("Cy Roe;The Post")}, BASE, 0},
        {"a first name of another's full name",
         {META_OF("Jane"), META_OF("Jane Doe")},
         {META_OF("Jane"), META_OF("Janet Doe")},
         1},
        {"a first name of one of several",
         {META_OF("Jane"), META_OF("Jane Doe;Cy Roe")},
         {META_OF("Jane"), META_OF("Cy Roe")},
         0},
        {"two words of a longer name",
         {META_OF("Jane D"), META_OF("Jane D Doe")},
         {META_OF("Jane D"), META_OF("Jane E Doe")},
         0},
        {"a name with something added",
         {META_OF("Jane Doe Ellery"), META_OF("Jane Doe")},
         {META_OF("Jane Doe Ellery"), META_OF("Jane Doe Ellery")},
         -1},
        {"a line before it",
         {LINE(5, "Jane Doe", 2), LINE(5, "Cy Roe", 1)},
         {LINE(5, "Jane Doe", 2)},
         0}, /* in the list, it comes after it */
        {"the element around it",
         {CLASSED("Jane Doe", "a"), CLASSED("Jane Doe", "a")},
         {CLASSED("Jane Doe", "a")},
         0},
        {"another element",
         {CLASSED("Jane Doe", "a"), CLASSED("Jane Doe", "z")},
         {CLASSED("Jane Doe", "a")},
         1},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        double one = score_of(*state, PAGE, 0, CASES[i].one);
        double two = score_of(*state, PAGE, 0, CASES[i].two);
        if ((one > two) - (one < two) != CASES[i].order)
            fail_msg("%s: %g and %g", CASES[i].name, one, two);
    }
}

static void names_change_a_score(void **state) {
    static const struct {
        const char *name, *one, *two;
        int order;
    } CASES[] = {
        {"a person before one word", "Jane Doe", "Jane", 1},
        {"one word before anything else", "Jane", "The Post of Ellery", 1},
        {"one author before two", "Jane Doe", "Jane Doe;Cy Roe", 1},
        {"two before three", "Jane Doe;Cy Roe", "Jane Doe;Cy Roe;Di Loe", 1},
        {"a label in it", "Jane Doe", "Save Article Doe", 1},
        {"whom the headline names", "Jane Doe", "Ann Poe", 1},
        {"whom it names with another", "Jane Doe;Cy Roe", "Jane Doe;Ann Poe", 1},
        {"half of them persons", "Jane Doe;Cy Roe", "Jane Doe;Cy", 1},
        {"half of them labels", "Jane Doe;Cy Roe", "Jane Doe;Save Article Roe", 1},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct named one[MOST_GROUPS] = {META_OF(CASES[i].one)};
        struct named two[MOST_GROUPS] = {META_OF(CASES[i].two)};
        double a = score_of(*state, PAGE, 0, one), b = score_of(*state, PAGE, 0, two);
        if ((a > b) - (a < b) != CASES[i].order)
            fail_msg("%s: %g and %g", CASES[i].name, a, b);
    }
}

#define AT(before, x, after) "<html lang=en>" before "<h1>Harbour plan</h1><p>y</p>" x after
#define X "<p id=x>Jane Doe</p>"
#define END PROSE PROSE "<p>y</p>"

/* Where the group's element or line is. */
static void places_change_a_score(void **state) {
    static const struct {
        const char *name, *html; /* the element is x */
        uint32_t head;
        const char *other;
        uint32_t other_head;
        int order;
    } CASES[] = {
        {"in a side column", AT("", "<aside>" X "</aside>", END), 0, AT("", X, END), 0, -1},
        {"in a teaser", AT("", "<div class=related>" X "</div>", END), 0, AT("", X, END), 0, -1},
        {"in a comment", AT("", "<div class=comment>" X "</div>", END), 0, AT("", X, END), 0, -1},
        {"in a review", AT("", "<div class=review>" X "</div>", END), 0, AT("", X, END), 0, -1},
        {"as much as in a comment", AT("", "<div class=review>" X "</div>", END), 0,
         AT("", "<div class=comment>" X "</div>", END), 0, 0},
        {"in a quotation", AT("", "<blockquote>" X "</blockquote>", END), 0, AT("", X, END), 0, -1},
        {"in a figure", AT("", "<figure>" X "</figure>", END), 0, AT("", X, END), 0, -1},
        {"among credits", AT("", "<div class=credits>" X "</div>", END), 0, AT("", X, END), 0, -1},
        {"as much as in a figure", AT("", "<div class=credits>" X "</div>", END), 0,
         AT("", "<figure>" X "</figure>", END), 0, 0},
        {"hidden", AT("", "<div hidden>" X "</div>", END), 0, AT("", "<div>" X "</div>", END), 0,
         -1},
        {"further below the headline", AT("", "<p>y</p>" X, END), 0, AT("", X, END), 0, -1},
        {"above it", AT(X, "", END), 1, AT("", X, END), 0, -1},
        {"above a job", AT("", X "<p>Editor</p>", END), 0, AT("", X "<p>Walls</p>", END), 0, 1},
        {"above a job of eight words",
         AT("", X "<p>Editor of one two three four five six</p>", END), 0,
         AT("", X "<p>Editor of one two three four five six seven</p>", END), 0, 1},
        {"beyond the window", AT("", "", PROSE PROSE PROSE X), 0, AT("", "", PROSE X PROSE PROSE),
         0, -1},
        {"there rather than in a teaser", AT("", "", PROSE PROSE PROSE X), 0,
         AT("", "<div class=related>" X "</div>", END), 0, -1},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct named x[MOST_GROUPS] = {CLASSED("Jane Doe", "x")};
        double a = score_of(*state, CASES[i].html, CASES[i].head, x);
        double b = score_of(*state, CASES[i].other, CASES[i].other_head, x);
        if ((a > b) - (a < b) != CASES[i].order)
            fail_msg("%s: %g and %g", CASES[i].name, a, b);
    }
}

/* A line has the place of its block. */
static void lines_have_a_place(void **state) {
    static const char IN[] =
        "<html lang=en><h1>Harbour plan</h1><aside><p>Jane Doe</p></aside>" END;
    static const char OUT[] = "<html lang=en><h1>Harbour plan</h1><div><p>Jane Doe</p></div>" END;
    static const struct named LINES[MOST_GROUPS] = {LINE(5, "Jane Doe", 1)};
    ARM((struct arena *)*state);
    assert_true(score_of(*state, IN, 0, LINES) < score_of(*state, OUT, 0, LINES));
}

/* The first name is known by its sources; the same text from several is one name. */
static void names_of_a_page(void **state) {
    struct gathering *g = arena_alloc_zero(*state, 1, sizeof *g);
    struct block_page page = {.title = STR("Harbour plan | Courier")};
    struct page_names *names = arena_alloc_zero(*state, 1, sizeof *names);
    ARM((struct arena *)*state);
    g->arena = *state;
    g->page = &page;
    g->site_key = STR("courier");
    gathering_add(g, CANDIDATE_TITLE, STR("Harbour plan"), SOURCE_META, 8);
    gathering_add(g, CANDIDATE_TITLE, STR("Harbour plan"), SOURCE_JSON_LD, 10);
    gathering_add(g, CANDIDATE_TITLE, STR("Harbour plan"), SOURCE_MICRODATA, 6);
    gathering_add(g, CANDIDATE_TITLE, STR("..."), SOURCE_META, 8);
    page_names_collect(g, names);
    assert_int_equal(names->n, 2);
    assert_int_equal(names->items[0].rank, 10);
    assert_int_equal(names->items[0].source, SOURCE_JSON_LD);
    assert_true(names->items[0].weight == 3);
    assert_str(names->items[0].key, STR("harbour plan"));
    assert_str(names->items[0].own_key, STR("harbour plan"));
    assert_int_equal(names->items[1].source, SOURCE_TITLE);
    assert_int_equal(names->items[1].rank, 5);
    assert_true(names->items[1].weight == 5 / 8.0);
    assert_str(names->items[1].own_text, STR("Harbour plan"));
    assert_str(names->items[1].own_key, STR("harbour plan"));
    assert_str(names->items[1].guess_key, STR("harbour plan"));
    assert_str(names->items[1].key, STR("harbour plan courier"));
    assert_true(page_names_match(&names->items[1], STR("harbour plan")));
    assert_true(page_names_match(&names->items[1], STR("harbour plan courier")));
    assert_false(page_names_match(&names->items[1], STR("harbour")));
    assert_true(page_names_has(names, STR("harbour plan courier")));
    assert_false(page_names_has(names, STR("courier")));
    page.title = STR("{{title}}");
    page_names_collect(g, names);
    assert_int_equal(names->n, 1);
}

static void shares_of_words(void **state) {
    static const struct {
        const char *a, *b;
        double share;
    } CASES[] = {
        {"harbour plan", "harbour plan", 1},
        {"harbour plan", "plan of walls", 0.5},
        {"harbour", "harbours", 0},
        {"", "harbour", 0},
        {"harbour", "", 0},
        {"a b c d", "d x a", 0.5},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_true(page_names_share(str_of(CASES[i].a), str_of(CASES[i].b)) == CASES[i].share);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(other_groups_change_a_score),
        ARENA_TEST(names_change_a_score),
        ARENA_TEST(places_change_a_score),
        ARENA_TEST(lines_have_a_place),
        ARENA_TEST(names_of_a_page),
        cmocka_unit_test(shares_of_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

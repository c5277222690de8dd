/*
 * Looks: elements of the same tag and class have the same one, and nothing else has.
 */
#include "cut_page.h"

#include <stdio.h>

#include "html/look_table.h"
#include "page/token.h"

enum { N_CLASSES = 2000, MAX_CLASS = 24 };

/* The class by that number: of all lengths around the eight bytes that are hashed at a time. */
static struct str make_class(size_t number, char space[MAX_CLASS]) {
    int len =
        snprintf(space, MAX_CLASS, "%.*s%zu", (int)(number % 18), "aaaaaaaaaaaaaaaaaa", number);
    return (struct str){space, (size_t)len};
}

static void equal_pairs_have_one_look(void **state) {
    ARM((struct arena *)*state);
    struct look_table table;
    look_table_init(&table, *state);
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < N_CLASSES; i++) {
            char space[MAX_CLASS];
            struct str class = arena_copy(*state, make_class(i, space));
            assert_int_equal(look_table_add(&table, DOM_DIV, class), 2 * i);
            assert_int_equal(look_table_add(&table, DOM_P, class), 2 * i + 1);
        }
    assert_int_equal(table.n_looks, 2 * N_CLASSES);
}

static void no_class_is_not_an_empty_one(void **state) {
    ARM((struct arena *)*state);
    struct look_table table;
    look_table_init(&table, *state);
    uint32_t none = look_table_add(&table, DOM_DIV, STR_NONE);
    uint32_t empty = look_table_add(&table, DOM_DIV, STR(""));
    assert_int_not_equal(none, empty);
    assert_null(table.looks[none].class.at);
    assert_int_equal(look_table_add(&table, DOM_DIV, STR_NONE), none);
    assert_int_equal(look_table_add(&table, DOM_DIV, STR("")), empty);
    assert_int_not_equal(look_table_add(&table, DOM_P, STR_NONE), none);
}

static void looks_say_what_elements_may_be(void **state) {
    static const struct {
        const char *html;
        bool may_be_listing, may_be_callout;
    } CASES[] = {
        {"<div id=x>", false, false},
        {"<div id=x class='a syntaxhighlighter'>", true, false},
        {"<div id=x class='a code-block'>", true, false},
        {"<p id=x class='a syntaxhighlighter'>", false, false},
        {"<div id=x class='a admonition'>", false, true},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        uint32_t x = (uint32_t)page.dom.n_nodes - 1;
        const struct look *look = &page.looks[page.dom.nodes[x].look];
        if (look->may_be_listing != CASES[i].may_be_listing ||
            look->may_be_callout != CASES[i].may_be_callout)
            fail_msg("%s", CASES[i].html);
    }
}

/* Each element of a page has the look of its own tag and class. */
static void elements_know_their_looks(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<body class=page><p class='a b'>x<p class='a b'>y"
                                              "<div class='a b'>z</div><p class=cookie-banner><p>"
                                              "<template shadowrootmode=open class=t>w</template>");
    size_t n_elements = 0;
    for (size_t i = 0; i < page.dom.n_nodes; i++) {
        const struct dom_node *node = &page.dom.nodes[i];
        if (node->kind != DOM_ELEMENT)
            continue;
        struct str class = dom_attribute(node, DOM_ATTR_CLASS);
        assert_true(node->look < page.dom.n_looks);
        assert_int_equal(page.dom.looks[node->look].tag, node->tag);
        assert_true(str_equals(page.dom.looks[node->look].class, class));
        assert_int_equal(page.looks[node->look].signature, token_signature(node->tag, class));
        assert_int_equal(page.looks[node->look].is_consent,
                         str_equals(class, STR("cookie-banner")));
        n_elements++;
    }
    assert_true(page.dom.n_looks == n_elements - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(equal_pairs_have_one_look),
        ARENA_TEST(no_class_is_not_an_empty_one),
        ARENA_TEST(looks_say_what_elements_may_be),
        ARENA_TEST(elements_know_their_looks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

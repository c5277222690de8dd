/*
 * Tokens of markup names. The hashes are part of the trained model, so they are compared here with
 * an independent FNV-1a.
 */
#include "cut_page.h"

#include "page/token.h"

enum { TAG = 1, NAME = 2, ROLE = 3, PROPERTY = 4, DATA = 5 }; /* how a name's hash begins */

/* FNV-1a, 32 bits, of the kind and the bytes. */
static uint32_t fnv(unsigned char kind, const char *bytes, size_t len) {
    uint32_t hash = (2166136261u ^ kind) * 16777619u;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash;
}

static uint32_t name_hash(unsigned char kind, const char *name) {
    return fnv(kind, name, strlen(name));
}

/* By name: the numbers of enum dom_tag change when a tag is added. */
static uint32_t tag_hash(enum dom_tag tag) {
    return name_hash(TAG, dom_tag_name(tag));
}

/* The first child of <body>. */
static const struct dom_node *read_element(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    return &page.dom.nodes[find_element(&page.dom, DOM_BODY) + 1];
}

/* The tokens of an element are its tag and then these names, all of one kind. */
static void assert_tokens(struct arena *arena, const char *html, unsigned char kind,
                          const char *const *names) {
    uint32_t got[TOKEN_MAX];
    const struct dom_node *element = read_element(arena, html);
    size_t n = token_read(element, got), i = 1;
    assert_int_equal(got[0], tag_hash(element->tag));
    for (; names[i - 1]; i++) {
        assert_true(i < n);
        assert_int_equal(got[i], name_hash(kind, names[i - 1]));
    }
    assert_int_equal(n, i);
}

static void names_are_cut_into_tokens(void **state) {
    static const char *const none[] = {NULL};
    static const char *const post_body[] = {"post", "body", NULL};
    ARM((struct arena *)*state);
    assert_tokens(*state, "<div>", NAME, none);
    assert_tokens(*state, "<div class=postBody>", NAME, post_body);
    assert_tokens(*state, "<p class='POST body'>", NAME, post_body);
    assert_tokens(*state, "<p id=post_17--body2>", NAME, post_body);
    assert_tokens(*state, "<p class=post id=body>", NAME, post_body);
    assert_int_equal(name_hash(NAME, "post"), 0xDDB164C7);
    assert_int_equal(token_of_name(STR("post")), 0xDDB164C7);
}

/* Single letters, digits and other attributes are ignored. */
static void little_is_dropped(void **state) {
    static const char *const none[] = {NULL};
    static const char *const html_ad[] = {"htmlad", "ad", NULL};
    ARM((struct arena *)*state);
    assert_tokens(*state, "<div class='a b-2 17' title=post href=body>", NAME, none);
    assert_tokens(*state, "<div class='HTMLAd xAd'>", NAME,
                  html_ad); /* a capital after a capital */
}

static void kinds_of_names_differ(void **state) {
    static const char *const main_name[] = {"main", NULL};
    static const char *const article_body[] = {"article", "body", NULL};
    static const char *const component[] = {"component", "name", NULL};
    ARM((struct arena *)*state);
    assert_tokens(*state, "<div role=main>", ROLE, main_name);
    assert_tokens(*state, "<div class=main>", NAME, main_name);
    assert_tokens(*state, "<div itemprop=articleBody>", PROPERTY, article_body);
    assert_tokens(*state, "<div data-component-name=x>", DATA, component);
    assert_int_not_equal(name_hash(ROLE, "main"), name_hash(NAME, "main"));
}

/* Pages with utility classes have very many of them. */
static void tokens_are_bounded(void **state) {
    ARM((struct arena *)*state);
    struct buffer html;
    buffer_init(&html, *state);
    buffer_append(&html, STR("<div class='"));
    for (int i = 0; i < 100; i++)
        buffer_append(&html, STR("some "));
    buffer_append(&html, STR("' id=more role=main>"));
    buffer_append_byte(&html, '\0');
    uint32_t tokens[TOKEN_MAX + 1];
    tokens[TOKEN_MAX] = 42;
    assert_int_equal(token_read(read_element(*state, html.data), tokens), TOKEN_MAX);
    assert_int_equal(tokens[TOKEN_MAX - 1], name_hash(NAME, "some"));
    assert_int_equal(tokens[TOKEN_MAX], 42);
}

static uint32_t signature(struct arena *arena, const char *html) {
    const struct dom_node *element = read_element(arena, html);
    return token_signature(element->tag, dom_attribute(element, DOM_ATTR_CLASS));
}

static void signatures_leave_digits_out(void **state) {
    ARM((struct arena *)*state);
    uint32_t post = signature(*state, "<div class='post-17 odd' id=a>");
    assert_int_equal(signature(*state, "<div class='post-208 odd' id=b>"), post);
    assert_int_not_equal(signature(*state, "<div class='post-17 even'>"), post);
    assert_int_not_equal(signature(*state, "<p class='post-17 odd'>"), post);
    assert_int_equal(signature(*state, "<div class=post-3>"),
                     signature(*state, "<div class=post->"));
    assert_int_equal(signature(*state, "<div class=2>"), signature(*state, "<div>"));
    assert_int_not_equal(token_signature(DOM_UNKNOWN, STR_NONE), 0);
}

/* However long: with digits between the letters, the digits do not matter. */
static void long_signatures_leave_digits_out(void **state) {
    enum { MOST = 400 };
    (void)state;
    char letters[MOST], both[2 * MOST];
    for (size_t n = 1; n <= MOST; n++) {
        for (size_t i = 0; i < n; i++) {
            letters[i] = both[2 * i] = (char)('a' + i % 23);
            both[2 * i + 1] = (char)('0' + i % 10);
        }
        uint32_t signature = token_signature(DOM_DIV, (struct str){letters, n});
        assert_int_equal(token_signature(DOM_DIV, (struct str){both, 2 * n}), signature);
        assert_int_equal(token_signature(DOM_DIV, (struct str){both, 2 * n - 1}), signature);
        letters[n / 2] = '-';
        assert_int_not_equal(token_signature(DOM_DIV, (struct str){letters, n}), signature);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_are_cut_into_tokens),   ARENA_TEST(little_is_dropped),
        ARENA_TEST(kinds_of_names_differ),       ARENA_TEST(tokens_are_bounded),
        ARENA_TEST(signatures_leave_digits_out), cmocka_unit_test(long_signatures_leave_digits_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

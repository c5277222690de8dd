/* entity.c: known cases, and a comparison with Gumbo's decoding of every name and number. */
#include "ground.h"

#include <gumbo.h>
#include <stdio.h>

#include "html/entity.h"

static const struct {
    char name[32], text[7];
    bool may_end_bare;
} entities[] = {
#include "generated/entities.inc"
};
enum { N_ENTITIES = sizeof entities / sizeof *entities };

static struct str decoded(struct arena *arena, struct str raw, bool in_attribute) {
    struct buffer out;
    buffer_init(&out, arena);
    entity_append_decoded(&out, raw, in_attribute);
    return buffer_str(&out);
}

static const struct {
    struct str raw, text, attribute;
} known[] = {
#define SAME(raw, text)                                                                            \
    { STR_INIT(raw), STR_INIT(text), STR_INIT(text) }
    SAME("", ""),
    SAME("no reference", "no reference"),
    SAME("a &amp; b", "a & b"),
    SAME("&amp;lt;", "&lt;"), /* once, not twice */
    SAME("&lt;p&gt;&quot;", "<p>\""),
    SAME("don&#8217;t &#x2014; &#X2014;", "don\xE2\x80\x99t \xE2\x80\x94 \xE2\x80\x94"),
    SAME("&#146;", "\xE2\x80\x99"), /* windows-1252 */
    SAME("&#8217 &#8217", "\xE2\x80\x99 \xE2\x80\x99"),
    SAME("&#0;&#xD800;&#x110000;&#99999999999999999999;",
         "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"),
    SAME("&#4294967361;", "\xEF\xBF\xBD"), /* 2^32 + 65 is not 'A' */
    SAME("&#; &#x; &#xg; &# &", "&#; &#x; &#xg; &# &"),
    SAME("&nosuch; & &; &&amp;", "&nosuch; & &; &&"),
    SAME("&CounterClockwiseContourIntegral;", "\xE2\x88\xB3"),
    SAME("&CounterClockwiseContourIntegralX;", "&CounterClockwiseContourIntegralX;"),
    SAME("&acE;", "\xE2\x88\xBE\xCC\xB3"), /* two characters */
    SAME("&am", "&am"),
    SAME("&nbsp", "\xC2\xA0"),
    SAME("&notin;", "\xE2\x88\x89"),
#undef SAME
    {STR_INIT("&notit;"), STR_INIT("\xC2\xACit;"), STR_INIT("&notit;")},
    {STR_INIT("?a=1&copy=2"), STR_INIT("?a=1\xC2\xA9=2"), STR_INIT("?a=1&copy=2")},
    {STR_INIT("?a&copy2"),
     STR_INIT("?a\xC2\xA9"
              "2"),
     STR_INIT("?a&copy2")},
    {STR_INIT("?a&copy&b"), STR_INIT("?a\xC2\xA9&b"), STR_INIT("?a\xC2\xA9&b")},
    {STR_INIT("&copy;=2"), STR_INIT("\xC2\xA9=2"), STR_INIT("\xC2\xA9=2")},
    {STR_INIT("&frac12x"), STR_INIT("\xC2\xBDx"), STR_INIT("&frac12x")},
};

static void known_references(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        assert_str(decoded(arena, known[i].raw, false), known[i].text);
        assert_str(decoded(arena, known[i].raw, true), known[i].attribute);
    }
    assert_str(decoded(arena, STR_NONE, false), STR(""));
}

/* ---- against Gumbo ---- */

static const GumboNode *only_child(const GumboNode *node, GumboTag tag) {
    for (unsigned i = 0; i < node->v.element.children.length; i++) {
        const GumboNode *child = node->v.element.children.data[i];
        if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == tag)
            return child;
    }
    fail_msg("no element of tag %d", (int)tag);
    return NULL;
}

static void append_text(struct buffer *out, const GumboNode *node) {
    for (unsigned i = 0; i < node->v.element.children.length; i++) {
        const GumboNode *child = node->v.element.children.data[i];
        assert_int_not_equal(child->type, GUMBO_NODE_ELEMENT);
        buffer_append(out, str_of(child->v.text.text));
    }
}

/* Compares Gumbo's result for `raw` (free of tags and quotes) with ours, as text and as
 * attribute. */
static void compare(struct arena *arena, struct str raw) {
    ARM(arena);
    struct buffer page, text;
    buffer_init(&page, arena);
    buffer_init(&text, arena);
    buffer_append(&page, STR("<body><p title=\""));
    buffer_append(&page, raw);
    buffer_append(&page, STR("\">"));
    buffer_append(&page, raw);
    buffer_append(&page, STR("</p>"));
    GumboOutput *tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.data, page.len);
    const GumboNode *p = only_child(only_child(tree->root, GUMBO_TAG_BODY), GUMBO_TAG_P);
    const GumboAttribute *title = gumbo_get_attribute(&p->v.element.attributes, "title");
    append_text(&text, p);
    struct str attribute = arena_copy(arena, str_of(title->value));
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
    assert_str(decoded(arena, raw, false), buffer_str(&text));
    assert_str(decoded(arena, raw, true), attribute);
}

static void every_name_as_gumbo_decodes_it(void **state) {
    static const char *const after[] = {"", ";", ";x", ";=", "x", "=", " ", "1", ".", "&amp;", "_"};
    struct arena *arena = *state;
    for (size_t i = 0; i < N_ENTITIES; i++) {
        for (size_t k = 0; k < sizeof after / sizeof *after; k++) {
            char raw[64];
            arena_reset(arena, SIZE_MAX);
            int len = snprintf(raw, sizeof raw, "a&%s%s", entities[i].name, after[k]);
            compare(arena, (struct str){raw, (size_t)len});
        }
    }
}

static void every_prefix_of_a_name_as_gumbo_decodes_it(void **state) {
    struct arena *arena = *state;
    for (size_t i = 0; i < N_ENTITIES; i += 7) {
        for (size_t n = 1; n < strlen(entities[i].name); n++) {
            char raw[64];
            arena_reset(arena, SIZE_MAX);
            int len = snprintf(raw, sizeof raw, "&%.*s;", (int)n, entities[i].name);
            compare(arena, (struct str){raw, (size_t)len});
            compare(arena, (struct str){raw, (size_t)len - 1});
        }
    }
}

static void every_number_as_gumbo_decodes_it(void **state) {
    static const unsigned first[] = {0, 0xD7F0, 0xDFF0, 0xFDC8, 0xFFF0, 0x1FFF0, 0x10FFF0};
    static const unsigned n[] = {0x200, 0x20, 0x20, 0x30, 0x20, 0x20, 0x20};
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof n / sizeof *n; i++) {
        for (unsigned c = first[i]; c < first[i] + n[i]; c++) {
            char raw[64];
            arena_reset(arena, SIZE_MAX);
            int len = snprintf(raw, sizeof raw, "a&#%u;&#x%xg&#X%X", c, c, c);
            compare(arena, (struct str){raw, (size_t)len});
        }
    }
}

/* ---- the table ---- */

static void names_are_sorted_and_complete(void **state) {
    (void)state;
    size_t n_bare = 0;
    for (size_t i = 0; i < N_ENTITIES; i++) {
        n_bare += entities[i].may_end_bare;
        if (i > 0)
            assert_true(strcmp(entities[i - 1].name, entities[i].name) < 0);
    }
    assert_int_equal(N_ENTITIES, 2125); /* of the standard */
    assert_int_equal(n_bare, 106);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(known_references),
        ARENA_TEST(every_name_as_gumbo_decodes_it),
        ARENA_TEST(every_prefix_of_a_name_as_gumbo_decodes_it),
        ARENA_TEST(every_number_as_gumbo_decodes_it),
        ARENA_TEST(names_are_sorted_and_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Where an svg or a template ends: at the end tag marked with "^", which is removed before the text
 * is read; without a mark, something else might end it, and it must be kept.
 */
#include "ground.h"

#include <stdio.h>

#include "base/buffer.h"
#include "html/element.h"
#include "html/subtree.h"

typedef const char *find_end(const struct name_table *elements, const char *p, const char *end,
                             const char **reached);

/* Where the search ends if it finds nothing is only that it went on to the end of the page. */
static void check(find_end *find, const char *marked) {
    struct name_table elements;
    char text[1024];
    const char *mark = strchr(marked, '^'), *reached = NULL;
    name_table_init(&elements, element_names, ELEMENT_N);
    snprintf(text, sizeof text, "%.*s%s", mark ? (int)(mark - marked) : 0, marked,
             mark ? mark + 1 : marked);
    const char *found = find(&elements, text, text + strlen(text), &reached);
    if (found != (mark ? text + (mark - marked) : NULL))
        fail_msg("%s: at %td", marked, found ? found - text : -1);
    assert_non_null(reached);
}

static void svg_ends_at_its_own_end_tag(void **state) {
    static const char *const CASES[] = {
        "^</svg>",
        "<g><path d=x></g>^</svg>",
        "a < b </> <!-- </svg> --><?x </svg>^</svg>",
        "<![CDATA[</svg>]]>^</svg>",
        "^</SVG x=y>",
        "<svg></svg>^</svg>",
        "<svg/>^</svg>",
        "<title>x</title>^</svg>",
        "<title><b>x</b></title>^</svg>",
        "<desc><p>x</desc>^</svg>",
        "<foreignObject><div></div></foreignObject>^</svg>",
        "<desc><svg></svg></desc>^</svg>",
        "<desc><style></desc></style></desc>^</svg>",
        "<desc><textarea></desc></textarea></desc>^</svg>",
        "<desc><script><!-- <script></script></desc>--></script></desc>^</svg>",
        "<style></style>^</svg>",
        "<script></script><image></image></title></desc></foreignObject>^</svg>",
        "<a><a></a></a>^</svg>",
        "<title/><desc/>^</svg>",
        "<lineargradient></lineargradient>^</svg>",
        "<svg><g><path></path></g><style></style><a></a></svg></g>^</svg>",
        "<svg><g><path></g></svg>^</svg>", /* with the path in it */
        "<svg><g></svg><desc><svg><g></g></svg></desc>^</svg>",
        /* it has no end, or one of something else */
        "<g>",
        "",
        "</svg",
        "<g x='</svg>",
        "</g x='</svg>",
        "<!-- </svg>",
        "<p></svg>",
        "<b></svg>",
        "<font></svg>",
        "<g></p></svg>",
        "</a></svg>",
        "<a></a></a></svg>",
        "</x-card></svg>",
        "</div></svg>",
        "<desc></svg>",
        "<desc></svg></desc></svg>",
        "<desc><svg></desc></svg></desc></svg>",
        "<title><svg><g></title></svg></title></svg>",
        "<foreignObject><svg></foreignObject></svg></svg>",
        "<svg></title></svg></svg>",
        "<desc><plaintext></desc></svg>",
        "<desc><![CDATA[ > </desc></svg> ]]></desc></svg>",
        "<desc><svg><p></svg></desc></svg>",
        /* the end tag of an element around an inner svg ends that too */
        "<g><svg></g></svg></svg>",
        "<g><desc><svg></g></svg>text</desc></svg>",
        "<a><svg></a></svg></svg>",
        "<style><svg></style></svg></svg>",
        "<g><svg><g></g></g></svg></svg>",
        "<g><svg><g></svg><svg></g></svg></svg>",
        "<svg><path><g></path></g></svg></svg>",
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        check(subtree_find_svg_end, CASES[i]);
}

/* Icons nest three deep at most; deeper ones are left to the parser. */
static void svg_nests_to_a_limit(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t depth = 62; depth <= 64; depth++) { /* in the one that is searched for */
        struct buffer text;
        buffer_init(&text, arena);
        for (size_t i = 0; i < depth; i++)
            buffer_append(&text, STR("<svg>"));
        for (size_t i = 0; i < depth; i++)
            buffer_append(&text, STR("</svg>"));
        buffer_append(&text, depth < 64 ? STR("^</svg>") : STR("</svg>"));
        buffer_append_byte(&text, '\0');
        check(subtree_find_svg_end, text.data);
    }
}

static void elements_in_an_inner_svg_nest_to_a_limit(void **state) {
#define FOUR_G "<g><g><g><g>"
#define END_FOUR "</g></g></g></g>"
    (void)state;
    check(subtree_find_svg_end,
          "<svg>" FOUR_G FOUR_G FOUR_G FOUR_G END_FOUR END_FOUR END_FOUR END_FOUR "</svg>^</svg>");
    check(subtree_find_svg_end, "<svg>" FOUR_G FOUR_G FOUR_G FOUR_G
                                "<g></g>" END_FOUR END_FOUR END_FOUR END_FOUR "</svg></svg>");
}

static void a_failed_search_tells_how_far_it_went(void **state) {
    static const struct {
        const char *text;
        size_t reached;
    } CASES[] = {{"<g><p></svg>", 3}, {"<g>x", 4}, {"<g>x</p></svg>", 8}};
    struct name_table elements;
    const char *reached;
    (void)state;
    name_table_init(&elements, element_names, ELEMENT_N);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const char *p = CASES[i].text, *end = p + strlen(p);
        assert_null(subtree_find_svg_end(&elements, p, end, &reached));
        assert_int_equal(reached - p, CASES[i].reached);
        assert_null(subtree_find_template_end(&elements, p, end, &reached));
        assert_ptr_equal(reached, end);
    }
}

static void templates_end_at_their_own_end_tag(void **state) {
    static const char *const CASES[] = {
        "^</template>",
        "<p><b>^</TEMPLATE x=y>",
        "<template></template>^</template>",
        "<template><template></template></template>^</template>",
        "<!-- </template> -->^</template>",
        "<!x </template>^</template>",
        "<script></template></script>^</template>",
        "<script><!-- <script></script></template>--></script>^</template>",
        "<style></template></style>^</template>",
        "<title></template></title>^</template>",
        "</script>^</template>",
        "a < b </> </ template>^</template>",
        "<templates>^</template>",
        "<div title='</template>'>^</template>",
        "",
        "<p>",
        "<template></template>",
        "<plaintext></template>",
        "</plaintext></template>",
        "<script></template>",
        "<!-- </template>",
        "<p x='</template>",
        "</template",
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        check(subtree_find_template_end, CASES[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(svg_ends_at_its_own_end_tag),
        ARENA_TEST(svg_nests_to_a_limit),
        cmocka_unit_test(elements_in_an_inner_svg_nest_to_a_limit),
        cmocka_unit_test(a_failed_search_tells_how_far_it_went),
        cmocka_unit_test(templates_end_at_their_own_end_tag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

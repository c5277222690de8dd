/*
 * Styles, class names and visibility at the edges: which values hide an element, which names are
 * labels for screen readers, and how far around an element is looked.
 */
#include "cut_page.h"

#include "growing_page.h"
#include "page/style/hiding_style.h"
#include "page/style/inline_class.h"
#include "page/style/style.h"
#include "page/style/visibility.h"

static void values_that_hide(void **state) {
    static const struct {
        const char *style;
        enum dom_tag tag;
        bool is_hidden;
    } CASES[] = {
        /* off the screen: three digits and no percentage */
        {"left:-100", DOM_DIV, true},
        {"left:-99", DOM_DIV, false},
        {"left:-1000%", DOM_DIV, false},
        {"left:-", DOM_DIV, false},
        {"left:", DOM_DIV, false},
        {"left:x", DOM_DIV, false},
        {"left:-x999px", DOM_DIV, false},
        {"font-size:larger", DOM_DIV, false},
        {"height:auto;overflow:hidden", DOM_DIV, false},
        {"opacity:inherit", DOM_SPAN, false},
        {"top:-999px", DOM_DIV, true},
        {"right:-999px", DOM_DIV, true},
        {"margin-left:-999px", DOM_DIV, true},
        {"bottom:-999px", DOM_DIV, false},
        /* no size, or a pixel of it */
        {"font-size:0px", DOM_DIV, true},
        {"font-size:0.0", DOM_DIV, true},
        {"font-size:.5px", DOM_DIV, true},
        {"font-size:0.1px", DOM_DIV, true},
        {"font-size:.9em", DOM_DIV, false},
        {"font-size:10px", DOM_DIV, false},
        {"font-size:", DOM_DIV, false},
        {"height:1px;overflow:hidden", DOM_DIV, true},
        {"height:1px;width:1px", DOM_DIV, false},
        {"height:0;overflow:scroll", DOM_DIV, false},
        /* cut off */
        {"clip-path:inset(50%)", DOM_DIV, true},
        {"clip-path:inset(100%)", DOM_DIV, true},
        {"clip-path:circle(0)", DOM_DIV, true},
        {"clip-path:polygon(0 0, 0 0, 0 0)", DOM_DIV, true},
        {"clip-path:polygon(0 0,0 0,0 0)", DOM_DIV, true},
        {"clip-path:inset(10%)", DOM_DIV, false},
        {"clip:auto", DOM_DIV, false},
        /* of one color with the background */
        {"color:#ffffff;background:#fff", DOM_DIV, true},
        {"color:#fff;background:white", DOM_DIV, true},
        {"color:black;background:#000", DOM_DIV, true},
        {"color:black;background:rgb(0,0,0)", DOM_DIV, true},
        {"color:rgb(255, 255, 255);background:white", DOM_DIV, true},
        {"color:rgb(16,32,48);background:#102030", DOM_DIV, true},
        {"color:#123;background:#112233", DOM_DIV, true},
        {"color:#abcdef;background:#ABCDEF", DOM_DIV, true},
        {"color:#abcdeg;background:#abcdeg", DOM_DIV, false}, /* no color */
        {"color:#abcd;background:#abcd", DOM_DIV, false},
        {"color:#ab;background:#ab", DOM_DIV, false},
        {"color:red;background:red", DOM_DIV, false}, /* unknown */
        {"color:rgb(1,2);background:rgb(1,2)", DOM_DIV, false},
        {"color:rgb(1x2,3,4);background:rgb(1x2,3,4)", DOM_DIV, false},
        {"color:rgb(1,2,3,1);background:rgb(1,2,3)", DOM_DIV, false},
        {"color:rgb(1,2,3,0.0)", DOM_DIV, true},
        {"color:rgba(9 9 9 / 0)", DOM_DIV, true},
        {"color:rgba(9 9 9 / 0%)", DOM_DIV, true},
        {"color:rgba(9 9 9 / 1)", DOM_DIV, false},
        {"color:white !important;background:white", DOM_DIV, true},
        {"color:TRANSPARENT", DOM_DIV, true},
        {"background:transparent", DOM_DIV, false},
        {"color:transparent;-webkit-text-fill-color:red", DOM_DIV, false},
        {"color:white;background-color:white;background-clip:text", DOM_DIV, false},
        {"color:white;background:white", DOM_IMG, false}, /* it has no text */
        /* transparent, in a line or out of the flow */
        {"opacity:0.0", DOM_SPAN, true},
        {"opacity:0", DOM_IMG, false},
        {"opacity:0;position:absolute", DOM_IMG, true},
        {"opacity:0;pointer-events:auto", DOM_DIV, false},
        /* what a script will show */
        {"opacity:0;position:absolute;transform:scale(2)", DOM_DIV, false},
        {"display:none;animation-name:a", DOM_DIV, false},
        {"display:none;will-change:opacity", DOM_DIV, false},
        {"display:none;transition:all", DOM_DIV, false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (hiding_style(str_of(CASES[i].style), CASES[i].tag) != CASES[i].is_hidden)
            fail_msg("%s", CASES[i].style);
}

/* Of a style, the first 500 bytes are read. */
static void styles_have_a_length(void **state) {
    char style[600];
    (void)state;
    for (size_t n = 0; n <= 1; n++) {
        memset(style, ';', sizeof style);
        memcpy(style + 500 - 12 + n, "display:none", 12);
        assert_int_equal(hiding_style((struct str){style, sizeof style}, DOM_DIV), n == 0);
        memcpy(style + 500 - 17 + n, "font-style:italic", 17);
        assert_int_equal(style_read((struct str){style, sizeof style}).is_italic, n == 0);
    }
}

static void declarations_are_read_one_by_one(void **state) {
    static const struct {
        const char *style, *names; /* and their values: "name=value" */
    } CASES[] = {
        {"a:b", "a=b "},
        {" a : b ; c:d;", "a=b c=d "},
        {"a:b:c", "a=b:c "},
        {"a;b:c", "b=c "},
        {"a:", "a= "},
        {":b", "=b "},
        {"", ""},
        {";;", ""},
        {"a", ""},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char got[60];
        size_t n = 0;
        struct str name, value, style = str_of(CASES[i].style);
        got[0] = '\0';
        for (size_t at = 0; style_next_declaration(style, &at, &name, &value);)
            n += (size_t)snprintf(got + n, sizeof got - n, "%.*s=%.*s ", (int)name.len, name.at,
                                  (int)value.len, value.at);
        if (strcmp(got, CASES[i].names) != 0)
            fail_msg("%s: %s", CASES[i].style, got);
    }
}

static void weights_of_letters(void **state) {
    static const struct {
        const char *weight;
        bool is_bold, is_light;
    } CASES[] = {
        {"600", true, false},  {"590", false, false},   {"900", true, false},
        {"9000", true, false}, {"400", false, true},    {"100", false, true},
        {"500", false, false}, {"000", false, false},   {"70", false, false},
        {"40", false, false},  {"7a0", false, false},   {"4a0", false, false},
        {"BOLD", true, false}, {"Normal", false, true},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char style[40];
        snprintf(style, sizeof style, "font-weight:%s", CASES[i].weight);
        struct style_look look = style_read(str_of(style));
        if (look.is_bold != CASES[i].is_bold || look.is_not_bold != CASES[i].is_light)
            fail_msg("%s", style);
    }
}

static void class_names_have_a_meaning(void **state) {
    static const struct {
        const char *name;
        enum inline_class class;
    } CASES[] = {
        {"headerlink", CLASS_HEADING_ANCHOR},
        {"headerlinks", CLASS_NONE},
        {"Headerlink", CLASS_HEADING_ANCHOR},
        {"dropcap", CLASS_DROP_CAP},
        {"eqno", CLASS_APART},
        {"show-for-sr", CLASS_LABEL},
        {"", CLASS_NONE},
        {"a", CLASS_NONE},
        /* labels for screen readers, whatever a site calls them */
        {"visually-hidden", CLASS_LABEL},
        {"u-visuallyhidden", CLASS_LABEL},
        {"sr-only", CLASS_LABEL},
        {"srOnly", CLASS_LABEL},
        {"xsr-onlyx", CLASS_LABEL},
        {"sr-onl", CLASS_NONE},
        {"screen-reader-text", CLASS_LABEL},
        {"screenreader", CLASS_LABEL},
        {"offscreen", CLASS_LABEL},
        {"offscree", CLASS_NONE},
        /* what is not shown on wide screens */
        {"sm:hidden", CLASS_LABEL},
        {"md:hidden", CLASS_LABEL},
        {"lg:hidden", CLASS_LABEL},
        {"xl:hidden", CLASS_LABEL},
        {"2xl:hidden", CLASS_LABEL},
        {"tablet:hidden", CLASS_LABEL},
        {"not-md:hidden", CLASS_LABEL},
        {"print:hidden", CLASS_NONE},
        {":hidden", CLASS_NONE},
        {"md:hiddens", CLASS_NONE},
        {"md-hidden", CLASS_NONE},
        {"hidden", CLASS_NONE},
    };
    ARM((struct arena *)*state);
    const struct inline_classes *classes = inline_classes(*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (inline_class_of(classes, str_of(CASES[i].name)) != CASES[i].class)
            fail_msg("%s", CASES[i].name);
}

/* The first of an element's names that has a meaning counts. */
static void the_first_name_counts(void **state) {
    static const struct {
        const char *class;
        enum inline_class inline_class;
    } CASES[] = {
        {"a", CLASS_NONE},
        {"a dropcap", CLASS_DROP_CAP},
        {"dropcap eqno", CLASS_DROP_CAP},
        {"eqno dropcap", CLASS_APART},
        {" \n sr-only", CLASS_LABEL},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char html[80];
        ARM((struct arena *)*state);
        snprintf(html, sizeof html, "<p>x<i class='%s'>y</i>", CASES[i].class);
        struct block_page page = cut_html(*state, html);
        const struct dom_node *node = &page.dom.nodes[find_element(&page.dom, DOM_I)];
        assert_int_equal(page.looks[node->look].inline_class, CASES[i].inline_class);
    }
}

static enum visibility judge(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    for (uint32_t i = 0; i < page.dom.n_nodes; i++)
        if (page.dom.nodes[i].kind == DOM_ELEMENT &&
            dom_has_attribute(&page.dom.nodes[i], DOM_ATTR_HIDDEN))
            return visibility_judge(&page.dom, i);
    fail_msg("no element");
    return VISIBLE;
}

static void hidden_elements_at_the_edges(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after;
        enum visibility visibility;
    } CASES[] = {
        {"<div hidden id='S:1'>a</div>", "", 0, "", VISIBLE}, /* streamed: it is moved in later */
        {"<div hidden id='s:1'>a</div>", "", 0, "", UNSEEN},
        {"<div hidden id=tab-2>a</div>", "", 0, "", FOLDED},
        {"<div hidden role=TABPANEL>a</div>", "", 0, "", FOLDED},
        {"<div hidden=Until-Found>a</div>", "", 0, "", FOLDED},
        {"<div hidden inert class=xhidden>a</div>", "", 0, "", UNSEEN},
        {"<div hidden><div><h2>b</h2></div>a</div>", "", 0, "", FOLDED},
        {"<div hidden>a</div><h2>b</h2>", "", 0, "", UNSEEN}, /* after it */
        /* bytes of a name */
        {"<div hidden class='", "x", 197, "tab'>a</div>", FOLDED},
        {"<div hidden class='", "x", 198, "tab'>a</div>", UNSEEN},
        /* nodes from a button on */
        {"<div><button>b</button>", "<i></i>", 10, "<div hidden>a</div></div>", FOLDED},
        {"<div><button>b</button>", "<i></i>", 11, "<div hidden>a</div></div>", UNSEEN},
        /* nodes within */
        {"<div hidden>", "<i></i>", 99, "<h2>b</h2></div>", FOLDED},
        {"<div hidden>", "<i></i>", 100, "<h2>b</h2></div>", UNSEEN},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        ARM((struct arena *)*state);
        add(&html, CASES[i].before);
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].after);
        append(&html, "", 1);
        enum visibility visibility = judge(*state, html.at);
        free(html.at);
        if (visibility != CASES[i].visibility)
            fail_msg("%s %zu", CASES[i].before, CASES[i].n);
    }
}

static void display_none_is_declared(void **state) {
    static const struct {
        const char *style;
        bool is_declared;
    } CASES[] = {
        {"display:none", true},           {"display : none", true}, {"display none", true},
        {"color:red;display:none", true}, {"display", false},       {"display:", false},
        {"display:block", false},         {"none", false},          {"", false},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char html[80];
        ARM((struct arena *)*state);
        snprintf(html, sizeof html, "<p style='%s'>x", CASES[i].style);
        struct block_page page = cut_html(*state, html);
        const struct dom_node *node = &page.dom.nodes[find_element(&page.dom, DOM_P)];
        if (visibility_any_declares_hidden(node) != CASES[i].is_declared)
            fail_msg("%s", CASES[i].style);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(values_that_hide),
        ARENA_TEST(styles_have_a_length),
        ARENA_TEST(declarations_are_read_one_by_one),
        ARENA_TEST(weights_of_letters),
        ARENA_TEST(class_names_have_a_meaning),
        ARENA_TEST(the_first_name_counts),
        ARENA_TEST(hidden_elements_at_the_edges),
        ARENA_TEST(display_none_is_declared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

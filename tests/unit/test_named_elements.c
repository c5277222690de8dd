/*
 * Elements that are known by their names and attributes: callouts, signs in cells, hidden and
 * folded elements, regions.
 */
#include "cut_page.h"

#include <stdio.h>

#include "page/callout.h"
#include "page/cell_label.h"
#include "page/region.h"
#include "page/style/visibility.h"

/* The element with id="x". */
static uint32_t find_x(const struct dom *dom) {
    for (uint32_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT &&
            str_equals(dom_attribute(&dom->nodes[i], DOM_ATTR_ID), STR("x")))
            return i;
    fail_msg("no element");
    return 0;
}

#define TEN_SPANS "<i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i>"

static void callouts_have_a_kind(void **state) {
    static const struct {
        const char *html, *kind; /* "-": no callout */
    } CASES[] = {
        {"<div id=x class=admonition>a</div>", "note"},
        {"<div id=x class='admonition warning'>a</div>", "warning"},
        {"<div id=x class='warn admonition'>a</div>", "warning"},
        {"<div id=x class='admonition details tip'>a</div>", "tip"},
        {"<div id=x class='admonition details'>a</div>", "note"},
        {"<div id=x class=markdown-alert>a</div>", "note"},
        {"<div id=x class='markdown-alert markdown-alert-caution'>a</div>", "caution"},
        {"<div id=x class='callout callout_danger'>a</div>", "danger"},
        {"<div id=x class=callout data-callout=bug>a</div>", "bug"},
        {"<blockquote id=x class=callout>a</blockquote>", "-"}, /* a pull quote */
        {"<blockquote id=x class='callout info'>a</blockquote>", "info"},
        {"<span id=x class=admonition>a</span>", "-"},
        /* names that other things have too need a kind */
        {"<div id=x class=alert>a</div>", "-"},
        {"<div id=x class='alert alert-warning'>a</div>", "warning"},
        {"<div id=x class='hint hint-info'>a</div>", "info"},
        {"<div id=x class='custom-block'>a</div>", "-"},
        {"<div id=x class='custom-block tip'>a</div>", "tip"},
        {"<div id=x class=NOTE>a</div>", "note"},
        {"<div id=x class=WARNING>a</div>", "warning"},
        {"<div id=x class=Note>a</div>", "-"},
        {"<details id=x class=warning>a</details>", "warning"},
        {"<details id=x>a</details>", "-"},
        /* a kind alone, with a title or in an aside */
        {"<div id=x class=note>a</div>", "-"},
        {"<div id=x class=note>Note: a</div>", "note"},
        {"<div id=x class=note><b>Warning</b> a</div>", "note"},
        {"<div id=x class=note><p class=note-title>b</p>a</div>", "note"},
        {"<div id=x class=note><h4>b</h4>a</div>", "-"},
        {"<aside id=x class=note>a</aside>", "note"},
        {"<aside id=x class='note warning'>a</aside>", "warning"},
        {"<aside id=x class='warning note'>a</aside>", "warning"},
        {"<aside id=x class=notes>a</aside>", "-"},
        {"<p id=x class=note>Note: a</p>", "-"},
        {"<div id=x class=notice--warning>a</div>", "warning"},
        {"<div id=x class=notice--boat>a</div>", "-"},
        {"<div id=x class=note>" TEN_SPANS "<i></i>Note: a</div>", "note"}, /* twelve nodes */
        {"<div id=x class=note>" TEN_SPANS "<i></i><i></i>Note: a</div>", "-"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        struct str kind = callout_kind(&page.dom, find_x(&page.dom));
        if (!str_equals(kind.at ? kind : STR("-"), str_of(CASES[i].kind)))
            fail_msg("%s: %.*s", CASES[i].html, (int)kind.len, kind.at);
    }
}

/* Classes of boxes: those of callouts alone, and those that other boxes have too. */
static void callouts_have_classes(void **state) {
    static const char *const ALONE[] = {
        "admonition",      "theme-admonition", "admonitionblock", "markdown-alert",
        "callout",         "notecard",         "starlight-aside", "confluence-information-macro",
        "kg-callout-card", "notion-callout",   "hextra-callout",  "nextra-callout",
        "book-hint"};
    static const char *const SHARED[] = {"custom-block", "alert", "notice", "hint"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(ALONE) + N_OF(SHARED); i++) {
        char html[100];
        bool is_alone = i < N_OF(ALONE);
        const char *class = is_alone ? ALONE[i] : SHARED[i - N_OF(ALONE)];
        snprintf(html, sizeof html, "<div id=x class='%s'>a</div>", class);
        struct block_page page = cut_html(*state, html);
        struct str kind = callout_kind(&page.dom, find_x(&page.dom));
        if (!str_equals(kind, is_alone ? STR("note") : STR("")))
            fail_msg("%s: %.*s", class, (int)kind.len, kind.at);
        snprintf(html, sizeof html, "<div id=x class='%s tip'>a</div>", class);
        page = cut_html(*state, html);
        assert_str(callout_kind(&page.dom, find_x(&page.dom)), STR("tip"));
    }
}

static void callouts_have_one_kind_of_several_names(void **state) {
    static const char *const KINDS[][2] = {
        {"note", "note"},         {"info", "info"},         {"information", "info"},
        {"tip", "tip"},           {"hint", "tip"},          {"important", "important"},
        {"warning", "warning"},   {"warn", "warning"},      {"attention", "warning"},
        {"caution", "caution"},   {"danger", "danger"},     {"error", "danger"},
        {"success", "success"},   {"check", "success"},     {"seealso", "info"},
        {"todo", "todo"},         {"question", "question"}, {"example", "example"},
        {"abstract", "abstract"}, {"summary", "abstract"},  {"bug", "bug"},
        {"failure", "failure"},   {"quote", "quote"},       {"primary", "note"},
        {"secondary", "note"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(KINDS); i++) {
        char html[80];
        snprintf(html, sizeof html, "<div id=x class='alert alert-%s'>a</div>", KINDS[i][0]);
        struct block_page page = cut_html(*state, html);
        assert_str(callout_kind(&page.dom, find_x(&page.dom)), str_of(KINDS[i][1]));
    }
}

#define YES "\xE2\x9C\x93"
#define NO "\xE2\x9C\x97"

static void cells_have_signs(void **state) {
    static const struct {
        const char *cell, *label;
    } CASES[] = {
        {"<i class='fa fa-check'></i>", YES},
        {"<i class=glyphicon-remove></i>", NO},
        {"<i class=bi-x></i>", NO},
        {"<i class=tick></i>", YES},
        {"<i class=glyphicon-ok></i>", YES},
        {"<i class=icon-yes></i>", YES},
        {"<i class=dashicons-yes></i>", YES},
        {"<i class=fa-times></i>", NO},
        {"<i class=fa-xmark></i>", NO},
        {"<i class=cross></i>", NO},
        {"<i class=icon-no></i>", NO},
        {"<i class=dashicons-no></i>", NO},
        {"<i class=fa-close></i>", NO},
        {"<i class=icon-x></i>", NO},
        {"<i class=fa></i>", "-"},
        {"<img src=/i/check.svg>", YES},
        {"<img src=/i/icon-no.png>", NO},
        {"<img src=/i/icon_x.png?v=1>", NO},
        {"<img src='/i/Tick.png#a/no'>", YES},
        {"<img src=/i/nothing.png>", "-"},
        {"<img src=/i/yes.png>", YES},
        {"<img src=/i/cross.png>", NO},
        {"<img src=/i/close.png>", NO},
        {"<img src=yes>", YES},
        {"<img alt=Included src=/i/no.png>", "Included"},
        {"<img title=Included src=/i/no.png>", NO},
        {"<span title=Included></span>", "Included"},
        {"<span aria-label=' Not included ' title=No></span>", "Not included"},
        {"<span title=123456789012345678901234567890></span>", "123456789012345678901234567890"},
        {"<span title=1234567890123456789012345678901></span>", "-"},
        {"<input type=CHECKBOX checked>", "\xE2\x98\x91"},
        {"<input type=checkbox>", "\xE2\x98\x90"},
        {"<input type=radio>", "-"},
        {"<b><b><b><b><b><b><b><b><b><b><b><i title=a></i>", "a"},
        {"<b><b><b><b><b><b><b><b><b><b><b><b><i title=a></i>", "-"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer html;
        uint32_t node;
        buffer_init(&html, *state);
        buffer_append(&html, STR("<table><tr><td id=x>"));
        buffer_append(&html, str_of(CASES[i].cell));
        buffer_append_byte(&html, '\0');
        struct block_page page = cut_html(*state, buffer_str(&html).at);
        struct str label = cell_label(&page.dom, find_x(&page.dom), &node);
        if (!str_equals(label.len ? label : STR("-"), str_of(CASES[i].label)))
            fail_msg("%s: %.*s", CASES[i].cell, (int)label.len, label.at);
    }
}

#define HIDDEN "<div hidden id=x>"

static void hidden_elements_may_open(void **state) {
    static const struct {
        const char *html;
        enum visibility visibility;
    } CASES[] = {
        {"<div id=x>a</div>", VISIBLE},
        {HIDDEN "a</div>", UNSEEN},
        {"<div style='display:none' id=x>a</div>", UNSEEN},
        {"<div style='display: none !important' id=x>a</div>", UNSEEN},
        {"<div style='display:block' id=x>a</div>", VISIBLE},
        {"<dialog id=x>a</dialog>", UNSEEN},
        {"<dialog open id=x>a</dialog>", VISIBLE},
        {"<details id=x>a</details>", FOLDED},
        {"<details open id=x>a</details>", VISIBLE},
        {"<div inert class=is-hidden id=x>a</div>", UNSEEN},
        {"<div inert id=x>a</div>", VISIBLE},
        {"<div class=is-hidden id=x>a</div>", VISIBLE},
        /* what names, buttons or the structure show as a fold */
        {"<div hidden=until-found id=x>a</div>", FOLDED},
        {"<div hidden class='A Tab-pane' id=x>a</div>", FOLDED},
        {"<div hidden role=tabpanel id=x>a</div>", FOLDED},
        {"<div class=accordion>" HIDDEN "a</div></div>", FOLDED},
        {"<div class=accordion><div>" HIDDEN "a</div></div></div>", UNSEEN},
        {"<div><button>b</button>" HIDDEN "a</div></div>", FOLDED},
        {"<div><i role=button>b</i>" HIDDEN "a</div></div>", FOLDED},
        {"<button>b</button><div>" HIDDEN "a</div></div>", UNSEEN},
        {"<div><button>b</button><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i>"
         "<i></i>" HIDDEN "a</div></div>",
         FOLDED},
        {"<div><button>b</button><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i>"
         "<i></i><i></i>" HIDDEN "a</div></div>",
         UNSEEN},
        {HIDDEN "<h3>b</h3>a</div>", FOLDED},
        {HIDDEN "<ul><li>a</ul></div>", FOLDED},
        {HIDDEN "<table><tr><td>a</table></div>", FOLDED},
        {HIDDEN "<pre>a</pre></div>", FOLDED},
        {"<pre hidden id=x>a</pre>", FOLDED},
        {HIDDEN "<p>a<p>b</div>", UNSEEN},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        if (visibility_judge(&page.dom, find_x(&page.dom)) != CASES[i].visibility)
            fail_msg("%s", CASES[i].html);
    }
}

static void attributes_declare_hidden(void **state) {
    static const struct {
        const char *html;
        bool is_hidden;
    } CASES[] = {
        {"<div id=x>", false},
        {"<div id=x hidden>", true},
        {"<div id=x aria-hidden=true>", true},
        {"<div id=x aria-hidden=false>", false},
        {"<div id=x style='color:red; display : none'>", true},
        {"<div id=x style='display:none'>", true},
        {"<div id=x style='display:block'>", false},
        {"<div id=x style='none'>", false},
        {"<div id=x aria-hidden=false style='display:none'>", true},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        const struct dom_node *x = &page.dom.nodes[find_x(&page.dom)];
        if (visibility_any_declares_hidden(x) != CASES[i].is_hidden)
            fail_msg("%s", CASES[i].html);
    }
}

static void folds_have_names(void **state) {
    static const char *const NAMES[] = {
        "tab",     "accord",  "collaps", "toggle",  "expand",  "more",    "fold",
        "pane",    "faq",     "answer",  "spoiler", "full",    "slide",   "reveal",
        "content", "details", "step",    "lang",    "paywall", "subscri", "premium"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(NAMES); i++) {
        char html[80];
        snprintf(html, sizeof html, "<div hidden id=x class=x%sx>a</div>", NAMES[i]);
        struct block_page page = cut_html(*state, html);
        if (visibility_of(&page.dom, find_x(&page.dom)) != FOLDED)
            fail_msg("%s", NAMES[i]);
    }
}

static void names_of_consent_dialogs(void **state) {
    static const struct {
        const char *names;
        bool is_consent;
    } CASES[] = {
        {"cmp-ui", true},
        {"a cmp", false},
        {"cky", true},
        {"CKY-bar", true},
        {"ckz", false},
        {"cmplz", true},
        {"cmpl-bar", false},
        {"privacy-bar", true},
        {"privacy-box", false},
        {"cookie-box", true},
        {"cookies", false},
        {"consent", false},
        {"consent-ui", true},
        {"cookie-consent", true},
        {"consent-cookie", false},
        {"cookie bar", false},
        {"x-gdpr_layer", true},
        {"x1cookie2bar", true},
        {"xcookie-bar", false},
        {"truste", true},
        {"trusted-bar", false},
        {"", false},
        {"-", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (region_names_consent(str_of(CASES[i].names)) != CASES[i].is_consent)
            fail_msg("%s", CASES[i].names);
}

static void names_within_comments(void **state) {
    static const struct {
        const char *name;
        bool is_within;
    } CASES[] = {
        {"comment", true},          {"my-comments-list", true}, {"disqus_a", true},
        {"replies", true},          {"responses", true},        {"kommentare", true},
        {"comentarios", true},      {"comment-form", false},    {"comment-count", false},
        {"recent-comments", false}, {"comments-open", false},   {"no-comments", false},
        {"commentary", false},      {"commentator", false},     {"article", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (region_is_within_comments(str_of(CASES[i].name)) != CASES[i].is_within)
            fail_msg("%s", CASES[i].name);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(callouts_have_a_kind),
        ARENA_TEST(callouts_have_classes),
        ARENA_TEST(callouts_have_one_kind_of_several_names),
        ARENA_TEST(cells_have_signs),
        ARENA_TEST(hidden_elements_may_open),
        ARENA_TEST(attributes_declare_hidden),
        ARENA_TEST(folds_have_names),
        cmocka_unit_test(names_of_consent_dialogs),
        cmocka_unit_test(names_within_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

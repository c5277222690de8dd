/*
 * How text is set apart: by inline styles, as superscripts in plain text, by signs in the classes
 * of comments and listings.
 */
#include "cut_page.h"

#include "page/style/hiding_style.h"
#include "page/listing.h"
#include "page/listing_language.h"
#include "page/style/style.h"
#include "render/comment_head.h"
#include "render/post_level.h"

static void styles_set_text_apart(void **state) {
    static const struct {
        const char *style;
        struct style_look look;
    } CASES[] = {
        {"", {.script = INLINE_N_KINDS}},
        {"font-weight:bold", {.script = INLINE_N_KINDS, .is_bold = true}},
        {"font-weight: bolder;", {.script = INLINE_N_KINDS, .is_bold = true}},
        {"FONT-WEIGHT:BOLD", {.script = INLINE_N_KINDS, .is_bold = true}},
        {"font-weight:600", {.script = INLINE_N_KINDS, .is_bold = true}},
        {"font-weight:900", {.script = INLINE_N_KINDS, .is_bold = true}},
        {"font-weight:500", {.script = INLINE_N_KINDS}},
        {"font-weight:400", {.script = INLINE_N_KINDS, .is_not_bold = true}},
        {"font-weight:100", {.script = INLINE_N_KINDS, .is_not_bold = true}},
        {"font-weight:normal", {.script = INLINE_N_KINDS, .is_not_bold = true}},
        {"font-weight:60", {.script = INLINE_N_KINDS}},
        {"font-weight:10", {.script = INLINE_N_KINDS}},
        {"font-weight:6ex", {.script = INLINE_N_KINDS}},
        {"font-weight:1ex", {.script = INLINE_N_KINDS}},
        {"font-weight:bold;font-weight:400", {.script = INLINE_N_KINDS, .is_not_bold = true}},
        {"font-style:italic", {.script = INLINE_N_KINDS, .is_italic = true}},
        {"font-style:normal", {.script = INLINE_N_KINDS, .is_not_italic = true}},
        {"vertical-align:super", {.script = INLINE_SUPERSCRIPT}},
        {"vertical-align:sub", {.script = INLINE_SUBSCRIPT}},
        {"vertical-align:top", {.script = INLINE_N_KINDS}},
        {"text-decoration:line-through", {.script = INLINE_DELETED}},
        {"text-decoration-line:line-through", {.script = INLINE_DELETED}},
        {"text-decoration:underline", {.script = INLINE_N_KINDS}},
        {"decoration:line-through", {.script = INLINE_N_KINDS}},
        {"font:italic", {.script = INLINE_N_KINDS}},
        {"align:super", {.script = INLINE_N_KINDS}},
        {"x;font-style:italic", {.script = INLINE_N_KINDS, .is_italic = true}},
        {";;font-style:italic", {.script = INLINE_N_KINDS, .is_italic = true}},
        {"font-style", {.script = INLINE_N_KINDS}},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct style_look got = style_read(str_of(CASES[i].style)), want = CASES[i].look;
        if (got.script != want.script || got.is_bold != want.is_bold ||
            got.is_italic != want.is_italic || got.is_not_bold != want.is_not_bold ||
            got.is_not_italic != want.is_not_italic)
            fail_msg("%s", CASES[i].style);
    }
}

static void styles_hide(void **state) {
    static const struct {
        const char *style;
        enum dom_tag tag;
        bool is_hidden;
    } CASES[] = {
        {"", DOM_DIV, false},
        {"display:none", DOM_DIV, true},
        {"DISPLAY: None !important", DOM_DIV, true},
        {"display:block", DOM_DIV, false},
        {"visibility:hidden", DOM_DIV, true},
        {"visibility:collapse", DOM_DIV, true},
        {"visibility:visible", DOM_DIV, false},
        {"content-visibility:hidden", DOM_DIV, true},
        {"content-visibility:auto", DOM_DIV, false},
        {"font-size:0", DOM_DIV, true},
        {"font-size:1px", DOM_DIV, true},
        {"font-size:0.9px", DOM_DIV, true},
        {"font-size:0.9em", DOM_DIV, false},
        {"font-size:2px", DOM_DIV, false},
        {"left:-9999px", DOM_DIV, true},
        {"left:-100px", DOM_DIV, true},
        {"left:-99px", DOM_DIV, false},
        {"left:-100%", DOM_DIV, false},
        {"left:9999px", DOM_DIV, false},
        {"text-indent:-999em", DOM_DIV, true},
        {"clip:rect(0,0,0,0)", DOM_DIV, true},
        {"clip:rect(1px,1px,1px,1px)", DOM_DIV, true},
        {"clip:rect(9px,0,0,0)", DOM_DIV, false},
        {"height:0;overflow:hidden", DOM_DIV, true},
        {"max-height:1px;overflow:hidden", DOM_DIV, true},
        {"width:0;overflow:hidden", DOM_DIV, true},
        {"max-width:0;overflow:hidden", DOM_DIV, true},
        {"height:0", DOM_DIV, false},
        {"height:9px;overflow:hidden", DOM_DIV, false},
        {"overflow:hidden", DOM_DIV, false},
        {"height:0;overflow:hidden;transition:height 1s", DOM_DIV, false},
        {"opacity:0", DOM_DIV, false}, /* it may fade in */
        {"opacity:0", DOM_SPAN, true},
        {"opacity:0.5", DOM_SPAN, false},
        {"opacity:0;position:absolute", DOM_DIV, true},
        {"opacity:0;pointer-events:none", DOM_DIV, true},
        {"opacity:0;position:relative", DOM_DIV, false},
        {"color:#fff;background:#ffffff", DOM_DIV, true},
        {"color:#fff;background:#fffffe", DOM_DIV, false},
        {"color:#fff", DOM_DIV, false},
        {"color:rgb(0,0,0);background-color:rgb(0 0 0)", DOM_DIV, true},
        {"color:rgba(0,0,0,0)", DOM_DIV, true},
        {"color:rgba(0,0,0,0)", DOM_IMG, false},
        {"color:rgba(0,0,0,0.5)", DOM_DIV, false},
        {"color:transparent", DOM_DIV, true},
        {"color:transparent;text-shadow:1px", DOM_DIV, false},
        {"color:transparent;background-image:url(a)", DOM_DIV, false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (hiding_style(str_of(CASES[i].style), CASES[i].tag) != CASES[i].is_hidden)
            fail_msg("%s", CASES[i].style);
}

static void names_of_authors_and_dates(void **state) {
    static const struct {
        const char *names;
        unsigned signs;
    } CASES[] = {
        {"author", COMMENT_HEAD_AUTHOR},
        {"comment-author", COMMENT_HEAD_AUTHOR},
        {"c_AUTHOR", COMMENT_HEAD_AUTHOR},
        {"coauthor", 0},
        {"authors", 0},
        {"fn", COMMENT_HEAD_AUTHOR},
        {"date", COMMENT_HEAD_DATE},
        {"post-date", COMMENT_HEAD_DATE},
        {"update", 0},
        {"timeago", COMMENT_HEAD_DATE},
        {"a b-date", COMMENT_HEAD_DATE},
        {"name time", COMMENT_HEAD_AUTHOR | COMMENT_HEAD_DATE},
        {"", 0},
        {"g3", COMMENT_HEAD_DATE},
        {"gd", COMMENT_HEAD_AUTHOR},
        {"x", 0},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (comment_head_named(str_of(CASES[i].names)) != CASES[i].signs)
            fail_msg("%s", CASES[i].names);
}

static void heads_of_comments(void **state) {
    static const struct {
        const char *html;
        const char *author, *date; /* "-": none */
    } CASES[] = {
        {"<p class=author>Ann Poe</p>", "Ann Poe", "-"},
        {"<p class=author>Ann Poe says:</p>", "Ann Poe", "-"},
        {"<p class=author>Ann Poe wrote on #1</p>", "Ann Poe", "-"},
        {"<p class=author>Ann Saysome</p>", "Ann Saysome", "-"},
        {"<p class=author>Ann saysome</p>", "Ann saysome", "-"},
        {"<p class=author>A</p>", "-", "-"},
        {"<p class=author>1,204</p>", "-", "-"},
        {"<p class=author>\xC3\xA9 1</p>", "\xC3\xA9 1", "-"},
        {"<p class=date>3 May 2024</p>", "-", "3 May 2024"},
        {"<p class=date>just now</p>", "-", "-"},
        {"<p><time datetime='2024-05-03T10:15'>Friday</time></p>", "-", "2024-05-03"},
        {"<p><time datetime='2024/05/03'>at 10</time></p>", "-", "at 10"},
        {"<p><time datetime='2024-05-0'>at 10</time></p>", "-", "at 10"},
        {"<p class=date title='2024-05-03'>Friday</p>", "-", "2024-05-03"},
        {"<p><b itemprop=author>Ann Poe</b> <i class=ago>2 days</i></p>", "Ann Poe", "2 days"},
        {"<p><b class=author><i class=name>Ann Poe</i> (12)</b></p>", "Ann Poe", "-"},
        {"<p class=author>by <b>Ann</b> \xC2\xBB 3 May 2024</p>", "Ann", "3 May 2024"},
        {"<p class=author>Ann \xC2\xBB Friday</p>", "Ann \xC2\xBB Friday", "-"},
        {"<p class=author>12345678901234567890123456789012345678901234567890123456789012345678901"
         "2345678a</p>",
         "123456789012345678901234567890123456789012345678901234567890123456789012345678a", "-"},
        {"<p class=author>12345678901234567890123456789012345678901234567890123456789012345678901"
         "234567890a</p>",
         "-", "-"},
        {"<p>Ann Poe</p>", "-", "-"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct comment_head head = {.author = STR_NONE};
        struct block_page page = cut_html(*state, CASES[i].html);
        comment_head_read(&page, find_element(&page.dom, DOM_P), &head);
        if (!str_equals(head.author.at ? head.author : STR("-"), str_of(CASES[i].author)) ||
            !str_equals(head.date.at ? head.date : STR("-"), str_of(CASES[i].date)))
            fail_msg("%s: %.*s, %.*s", CASES[i].html, (int)head.author.len, head.author.at,
                     (int)head.date.len, head.date.at);
    }
}

static void levels_of_posts(void **state) {
    static const struct {
        const char *html;
        uint32_t before, level;
    } CASES[] = {
        {"<div><i class=ind><img width=40></i><p>a</p></div>", 0, 1},
        {"<div><i class=ind><img width=39></i><p>a</p></div>", 0, 0},
        {"<div><i class=ind><img width=80></i><p>a</p></div>", 0, 2},
        {"<div><i class=ind><img width=99999></i><p>a</p></div>", 0, POST_N_LEVELS - 1},
        {"<div><i class=ind><img width=x></i><p>a</p></div>", 0, 0},
        {"<div><i class=x><img width=40></i><p>a</p></div>", 3, 0},
        {"<p class=status--in-thread>a</p>", 1, 2},
        {"<p class=status--in-thread>a</p>", POST_N_LEVELS - 1, POST_N_LEVELS - 1},
        {"<p class='status--in-thread status--first-in-thread'>a</p>", 1, 0},
        {"<p>a</p>", 1, 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        if (post_level(&page.dom, find_element(&page.dom, DOM_P), CASES[i].before) !=
            CASES[i].level)
            fail_msg("%s", CASES[i].html);
    }
}

static void labels_of_buttons(void **state) {
    static const struct {
        const char *text;
        bool is_label;
    } CASES[] = {
        {"Copy", true},
        {"Copied!", true},
        {"Copy to clipboard", true},
        {"Python Copy", true},
        {"Python", false},
        {"copycat", false},
        {"Copy this", false},
        {"", false},
        {"- Copy -", true},
        {"Copy code Copied", true},
        {"--", false},
        {"Copy......................................................12", false},
        {"Copy........................................................", true},
        {"Copy.........................................................", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (listing_is_copy_label(str_of(CASES[i].text)) != CASES[i].is_label)
            fail_msg("%s", CASES[i].text);
}

static void languages_near_listings(void **state) {
    static const char *const CASES[][2] = {
        {"<pre class=language-rust>a</pre>", "rust"},
        {"<pre class='language- rust'>a</pre>", "rust"},
        {"<pre class='brush: js;'>a</pre>", "js"},
        {"<pre lang=rust>a</pre>", "rust"},
        {"<pre data-lang=rust>a</pre>", "rust"},
        {"<pre class=language-123456789012345678901234567890>a</pre>",
         "123456789012345678901234567890"},
        {"<pre class=language-1234567890123456789012345678901>a</pre>", "-"},
        {"<pre class='language-a$b'>a</pre>", "-"},
        {"<pre class='hljs python'>a</pre>", "python"},
        {"<pre><code class=language-rust>a</code></pre>", "rust"},
        {"<div class=language-rust><pre>a</pre></div>", "rust"},
        {"<div class=language-rust><div><div><pre>a</pre></div></div></div>", "rust"},
        {"<div class=language-rust><div><div><div><pre>a</pre></div></div></div></div>", "-"},
        {"<div "
         "class=language-rust><table><tbody><tr><td><pre>a</pre></td></tr></tbody></table></div>",
         "rust"},
        {"<div><b>Rust</b><pre>a</pre></div>", "Rust"},
        {"<div><b>Rust</b><button>Copy</button><pre>a</pre></div>", "Rust"},
        {"<div><b>Rust</b> in use<pre>a</pre></div>", "-"},
        {"<pre>a</pre>", "-"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i][0]);
        struct str got = listing_language(&page.dom, find_element(&page.dom, DOM_PRE));
        if (!str_equals(got.at ? got : STR("-"), str_of(CASES[i][1])))
            fail_msg("%s: %.*s", CASES[i][0], (int)got.len, got.at);
    }
}

static void gutters_have_numbers(void **state) {
    static const struct {
        const char *html; /* the first <td> */
        bool is_gutter, is_furniture;
    } CASES[] = {
        {"<td class=linenos>1 2", true, true},
        {"<td class=linenos>1 a", false, false},
        {"<td class=ln>1.", true, true},
        {"<td class=lns>1", false, false},
        {"<td class=hljs-ln-numbers>1", true, true},
        {"<td class=LineNo>&nbsp;1&#160;|", true, true},
        {"<td>1<td>a", false, true},
        {"<td>1", false, false},
        {"<td>a<td>b", false, false},
        {"<td style='user-select:none'>1", false, true},
        {"<td class=copy-tools>Copy", false, true},
        {"<td class=copy>1234567890123456789012345678901234567890", false, true},
        {"<td class=copy>12345678901234567890123456789012345678901", false, false},
        {"<td class=tooltip>a", false, true},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer html;
        buffer_init(&html, *state);
        buffer_append(&html, STR("<table><tr>"));
        buffer_append(&html, str_of(CASES[i].html));
        buffer_append_byte(&html, '\0');
        struct block_page page = cut_html(*state, buffer_str(&html).at);
        uint32_t cell = find_element(&page.dom, DOM_TD);
        if (listing_is_gutter(&page.dom, cell) != CASES[i].is_gutter ||
            listing_is_furniture(&page.dom, cell) != CASES[i].is_furniture)
            fail_msg("%s", CASES[i].html);
    }
}

/* Whether the first <TAG> qualifies, with its content repeated. */
static bool is_repeated(struct arena *arena, const char *start, const char *content, size_t n,
                        const char *rest, uint8_t tag,
                        bool (*qualifies)(const struct dom *, uint32_t)) {
    struct buffer html;
    buffer_init(&html, arena);
    buffer_append(&html, str_of(start));
    while (n--)
        buffer_append(&html, str_of(content));
    buffer_append(&html, str_of(rest));
    buffer_append_byte(&html, '\0');
    struct block_page page = cut_html(arena, buffer_str(&html).at);
    return qualifies(&page.dom, find_element(&page.dom, tag));
}

/* Each of many nested elements may be asked about, so no more is looked at than listings have. */
static void parts_of_listings_are_small(void **state) {
    static const struct {
        const char *start, *content;
        size_t most;
        const char *rest;
        uint8_t tag;
        bool (*qualifies)(const struct dom *, uint32_t);
    } CASES[] = {
        {"<table><tr><td class=linenos>", "12345678\n", 55000, "", DOM_TD, listing_is_gutter},
        {"<p><code style='white-space:pre'>", "<i></i>", 4990, "a\nb", DOM_CODE, listing_is_root},
        {"<pre><span class=toolbar>", "<i></i>", 4990, "a", DOM_SPAN, listing_is_furniture},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        for (size_t times = 1; times <= 2; times++)
            if (is_repeated(*state, CASES[i].start, CASES[i].content, times * CASES[i].most,
                            CASES[i].rest, CASES[i].tag, CASES[i].qualifies) != (times == 1))
                fail_msg("%s, %zu times", CASES[i].start, times);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(styles_set_text_apart),
        cmocka_unit_test(styles_hide),
        cmocka_unit_test(names_of_authors_and_dates),
        ARENA_TEST(heads_of_comments),
        ARENA_TEST(levels_of_posts),
        cmocka_unit_test(labels_of_buttons),
        ARENA_TEST(languages_near_listings),
        ARENA_TEST(gutters_have_numbers),
        ARENA_TEST(parts_of_listings_are_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

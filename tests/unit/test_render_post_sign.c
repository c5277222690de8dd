/*
 * post_sign.c and post_level.c: which elements of a thread name an author or a date, which blocks
 * contain little else, and how deep a post is in a chain of answers.
 */
#include "cut_page.h"

#include "render/post_level.h"
#include "render/post_sign.h"

/* The signs of a page: "a:" and a name, or "d:" and a date, each with "!" if its attributes say so;
 * and its blocks that are heads, as digits. */
static struct str signs_of(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    struct post_signs signs;
    struct buffer out;
    buffer_init(&out, arena);
    post_signs_read(&page, (uint32_t)page.dom.n_nodes, &signs);
    for (size_t i = 0; i < signs.n_signs; i++) {
        buffer_append(&out, signs.signs[i].is_date ? STR("d:") : STR("a:"));
        buffer_append(&out, signs.signs[i].text);
        buffer_append(&out, signs.signs[i].is_sure ? STR("! ") : STR(" "));
    }
    for (size_t i = 0; i < page.n_blocks; i++)
        if (signs.is_head[i])
            buffer_append_byte(&out, (char)('0' + i));
    return str_trim(buffer_str(&out));
}

struct sign_case {
    const char *html, *signs;
};

static void check_signs(struct arena *arena, const struct sign_case *cases, size_t n) {
    volatile size_t n_wrong = 0;
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct str got = signs_of(arena, cases[i].html);
        if (!str_equals(got, str_of(cases[i].signs))) {
            print_message("%s: \"%.*s\", not \"%s\"\n", cases[i].html, (int)got.len, got.at,
                          cases[i].signs);
            n_wrong++;
        }
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK_SIGNS(cases) check_signs(*state, (cases), N_OF(cases))
#define TEN "one two three four five six seven eight nine ten"
#define TEN_B "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"

static void elements_with_such_names(void **state) {
    static const struct sign_case CASES[] = {
        {"<p class=author>Ann", "a:Ann 0"},
        {"<p><b class=author>Ann</b> <i class=date>3 May</i>", "a:Ann d:3 May 0"},
        {"<p><time title=x>3 May</time><p>text", "d:3 May 0"},
        {"<p><time>3 May</time><p>text", "d:3 May 0"},
        {"<p><b>3 May</b><p>text", ""},
        {"<p>text<p>text<p class=author>Ann", "a:Ann 2"},
        {"<p class=date>today", ""},
        {"<p class=author>7", ""},
        {"<p class=author>by Ann \xC2\xBB 3 May", "a:Ann d:3 May 0"},
        {"<div class=author><b class=fn>Ann</b> <time>3 May</time></div>", "a:Ann d:3 May 0"},
        {"<p>Ann", ""},
        {"<nav class=author>Ann</nav>", ""},
        {"<nav><b class=author>Ann</b></nav><p class=author>Bo", "a:Bo 1"},
        {"<p><b class=author></b>Ann", ""},
        {"<p class='a b'><b class='a b'>Ann</b><b class='a author'>Bo</b>", "a:Bo 0"},
        {"<p><b class=author>Ann</b><b class=author>Bo</b>", "a:Ann a:Bo 0"},
        /* those whose attributes say so */
        {"<p itemprop=author>Ann", "a:Ann! 0"},
        {"<p><a rel=author>Ann</a>", "a:Ann! 0"},
        {"<p itemprop=datePublished class=date>3 May", "d:3 May 0"},
        {"<p itemprop=date>3 May", "d:3 May! 0"},
        /* sixty nodes */
        {"<div class=author>" TEN_B TEN_B TEN_B TEN_B TEN_B "<b></b><b></b><b></b><b></b><b></b>"
         "<b></b><b></b><b></b>Ann</div>",
         "a:Ann 0"},
        {"<div class=author>" TEN_B TEN_B TEN_B TEN_B TEN_B "<b></b><b></b><b></b><b></b><b></b>"
         "<b></b><b></b><b></b><b></b>Ann</div>",
         ""},
    };
    CHECK_SIGNS(CASES);
}

static void blocks_with_little_else_are_heads(void **state) {
    static const struct sign_case CASES[] = {
        {"<p>" TEN " <b class=author>Ann Lee</b>", "a:Ann Lee 0"},
        {"<p>" TEN " a <b class=author>Ann Lee</b>", "a:Ann Lee"},
        {"<pre><b class=author>Ann Lee</b></pre>", "a:Ann Lee"},
        {"<div class=author><p>Ann</p> <p>Lee</div><p>text", "a:Ann Lee 01"},
        {"<p>text<div class=author><p>Ann</p> <p>" TEN " a b c</div>", "a:Ann " TEN " a b c 1"},
    };
    CHECK_SIGNS(CASES);
}

static void links_to_people(void **state) {
    static const struct sign_case CASES[] = {
        {"<p><a href='/user/3'>Ann</a>", "a:Ann 0"},
        {"<p><a href='/users/3'>Ann</a>", "a:Ann 0"},
        {"<p><a href='/u/3'>Ann</a>", "a:Ann 0"},
        {"<p><a href='/profile/3'>Ann</a>", "a:Ann 0"},
        {"<p><a href='/members.3'>Ann</a>", "a:Ann 0"},
        {"<p><a href='x?do=viewprofile'>Ann</a>", "a:Ann 0"},
        {"<p><a href='member.php?3'>Ann</a>", "a:Ann 0"},
        {"<p><a href='profile.php?3'>Ann</a>", "a:Ann 0"},
        {"<p><a href='/people/3'>Ann</a>", "a:Ann 0"},
        {"<p><a href='x?action=profile'>Ann</a>", "a:Ann 0"},
        {"<p><a href='/@ann'>Ann</a>", "a:Ann 0"},
        {"<p><a href='/~ann'>Ann</a>", "a:Ann 0"},
        {"<p><a href='/~ann/'>Ann</a>", ""},
        {"<p><a href='/~'>Ann</a>", ""},
        {"<p><a href='/ann'>Ann</a>", ""},
        {"<p><a href=''>Ann</a>", ""},
        {"<p><b href='/user/3'>Ann</b>", ""},
        {"<p><a href='/user/3'>3</a>", ""},
        /* not in running text */
        {"<p>" TEN " <a href='/user/3'>Annabella Wesselton-Ashworth the Elder of the Old "
         "Mill</a>",
         ""},
        {"<p>by <a href='/user/3'>Ann</a> now", "a:Ann 0"},
        {"<p>by <a href='/user/3'>Ann</a> now.", ""},
        {"<p>abcdefg<a href='/user/3'>abc</a>", ""},
        {"<p>abcdef<a href='/user/3'>abc</a>", "a:abc 0"},
        {"<pre><a href='/user/3'>Ann</a></pre>", ""},
        /* "@name" */
        {"<p><a href='https://a.example/ann'>@ann</a>", "a:@ann 0"},
        {"<p><a href='https://a.example/ann'>@bob</a>", ""},
        {"<p><a href='https://a.example/a'>@a</a>", ""},
        {"<p><a href='https://a.example/ann'>ann</a>", ""},
        {"<p><a href='https://a.example/ann'>Ann Lee and others <b>@ann</b></a>", ""},
        {"<p><a href='https://a.example/ann'>Ann</a> <a href='https://a.example/ann'>@ann</a>",
         "a:Ann @ann 0"},
        {"<p>Also <a href='https://a.example/ann'>@ann</a>", ""},
        {"<p><a href='https://a.example/@ann'>@ann</a>", "a:@ann 0"},
        {"<p>by <a href='https://a.example/@ann'>@ann</a>", ""},
    };
    CHECK_SIGNS(CASES);
}

static void titles_are_no_names(void **state) {
    static const struct sign_case CASES[] = {
        {"<p itemprop=name>A boat", ""},
        {"<p itemprop='author name'>Ann", "a:Ann! 0"},
        {"<div itemprop=author><p><b itemprop=name>Ann</b></div>", "a:Ann! 0"},
        {"<div itemprop=creator>of <b itemprop=name>Ann</b></div>", "a:Ann! 0"},
        {"<div itemprop=author title=x>" TEN_B TEN_B TEN_B TEN_B TEN_B TEN_B
         "<i><u><b itemprop=name>Ann</b></u></i></div>",
         "a:Ann! 0"},
        {"<div itemprop=author title=x>" TEN_B TEN_B TEN_B TEN_B TEN_B TEN_B
         "<i><u><s><b itemprop=name>Ann</b></s></u></i></div>",
         ""},
        {"<div itemprop=product>" TEN_B TEN_B TEN_B TEN_B TEN_B TEN_B
         "<b itemprop=name>Boat</b></div>",
         ""},
        /* in headings */
        {"<h1 class=fn>Boat</h1>", ""},
        {"<h3 class=fn>Boat</h3>", ""},
        {"<h4 class=fn>Ann</h4>", "a:Ann 0"},
        {"<h2><b class=fn>Boat</b></h2>", ""},
        {"<h2><i><b class=fn>Boat</b></i></h2>", ""},
        {"<h2><i><u><b class=fn>Ann</b></u></i></h2>", "a:Ann 0"},
        {"<h2><b class=post-author>Ann</b></h2>", "a:Ann 0"},
        {"<h2><a class=fn href='/user/3'>Ann</a></h2>", "a:Ann 0"},
    };
    CHECK_SIGNS(CASES);
}

static void the_name_in_a_longer_text(void **state) {
#define LONG "Moderator of this forum"
    static const struct sign_case CASES[] = {
        {"<p class=author>" LONG " <a href='/u/3'>Ann</a>", "a:Ann 0"},
        {"<p class=author>" LONG " <a href='/x/3'>Ann</a>", "a:" LONG " Ann 0"},
        {"<p class=author>" LONG " <b href='/u/3'>Ann</b>", "a:" LONG " Ann 0"},
        {"<p class=author>" LONG " <a href='/u/3'></a> <a href='/u/3'>Ann</a>", "a:Ann 0"},
        {"<p class=author>" LONG "<p><a href='/x/3'>Ann</a>", "a:" LONG " 0"},
        /* more than twelve bytes more */
        {"<p class=author>by the one <a href='/u/3'>Ann</a>", "a:by the one Ann 0"},
        {"<p class=author>by that one <a href='/u/3'>Ann</a>", "a:by that one Ann 0"},
        {"<p class=author>by that one: <a href='/u/3'>Ann</a>", "a:Ann 0"},
        /* near its start */
        {"<p class=author>" LONG TEN_B TEN_B "<b></b><b></b><b></b><b></b><b></b><b></b><b></b>"
         "<a href='/u/3'>Ann</a>",
         "a:Ann 0"},
        {"<p class=author>" LONG TEN_B TEN_B "<b></b><b></b><b></b><b></b><b></b><b></b><b></b>"
         "<b></b><a href='/u/3'>Ann</a>",
         "a:" LONG "Ann 0"},
    };
    CHECK_SIGNS(CASES);
}

static void signs_after_the_end_are_not_read(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p class=author>Ann<p class=author>Bo");
    struct post_signs signs;
    uint32_t first = find_element(&page.dom, DOM_P);
    post_signs_read(&page, first, &signs);
    assert_int_equal(signs.n_signs, 0);
    post_signs_read(&page, first + 1, &signs);
    assert_int_equal(signs.n_signs, 1);
    assert_int_equal(signs.signs[0].node, first);
}

static void a_page_has_only_so_many(void **state) {
    enum { MOST = 20000 };
    struct arena *arena = *state;
    struct buffer html;
    ARM(arena);
    buffer_init(&html, arena);
    for (size_t i = 0; i <= MOST; i++)
        buffer_append(&html, STR("<p class=fn>Ann"));
    buffer_append_byte(&html, '\0');
    struct block_page page = cut_html(arena, html.data);
    struct post_signs signs;
    post_signs_read(&page, (uint32_t)page.dom.n_nodes, &signs);
    assert_int_equal(signs.n_signs, MOST);
    assert_true(signs.is_head[MOST - 1] && !signs.is_head[MOST]);
}

/* ---- levels ---- */

static void levels_of_answers(void **state) {
    static const struct {
        const char *html; /* its first <p> is the post */
        uint32_t before, level;
    } CASES[] = {
        {"<p>a", 3, 0},
        /* the width of an image before it */
        {"<b class=ind><img width=0></b><p>a", 3, 0},
        {"<b class=ind><img width=39></b><p>a", 3, 0},
        {"<b class=ind><img width=40></b><p>a", 3, 1},
        {"<b class=ind><img width=80px></b><p>a", 3, 2},
        {"<b class=ind><img width=px></b><p>a", 3, 0},
        {"<b class=ind><img></b><p>a", 3, 0},
        {"<b class=ind><img width=280></b><p>a", 3, 7},
        {"<b class=ind><img width=320></b><p>a", 3, 7},
        {"<b class=ind><img width=99999999999></b><p>a", 3, 7},
        {"<b class=indent><img width=80></b><p>a", 3, 0},
        {"<b class=ind><a width=80></a></b><p>a", 3, 0},
        {"<b class=ind><img width=80></b><b class=ind><img width=120></b><p>a", 3, 3},
        /* near it: within twelve nodes */
        {"<b class=ind><img width=80></b>" TEN_B "<p>a", 0, 2},
        {"<b class=ind><img width=80></b>" TEN_B "<b></b><p>a", 0, 0},
        /* a thread that names its answers */
        {"<p class='status status--in-thread'>a", 0, 1},
        {"<p class='status status--in-thread'>a", 5, 6},
        {"<p class='status status--in-thread'>a", 6, 7},
        {"<p class='status status--in-thread'>a", 7, 7},
        {"<p class='status--in-thread status--first-in-thread'>a", 5, 0},
        {"<p class='status--first-in-thread'>a", 5, 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        uint32_t post = find_element(&page.dom, DOM_P);
        if (post_level(&page.dom, post, CASES[i].before) != CASES[i].level)
            fail_msg("%s: %u", CASES[i].html, post_level(&page.dom, post, CASES[i].before));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(elements_with_such_names),  ARENA_TEST(blocks_with_little_else_are_heads),
        ARENA_TEST(links_to_people),           ARENA_TEST(titles_are_no_names),
        ARENA_TEST(the_name_in_a_longer_text), ARENA_TEST(signs_after_the_end_are_not_read),
        ARENA_TEST(a_page_has_only_so_many),   ARENA_TEST(levels_of_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * comment_head.c: which elements name an author or a date, and what they say.
 */
#include "cut_page.h"

#include "render/comment_head.h"

enum { AUTHOR = COMMENT_HEAD_AUTHOR, DATE = COMMENT_HEAD_DATE };

static void names_of_authors_and_dates(void **state) {
    static const struct {
        const char *names;
        unsigned signs;
    } CASES[] = {
        {"author", AUTHOR},
        {"fn", AUTHOR},
        {"username", AUTHOR},
        {"user-name", AUTHOR},
        {"author-name", AUTHOR},
        {"user_name", AUTHOR},
        {"nickname", AUTHOR},
        {"displayname", AUTHOR},
        {"userid", AUTHOR},
        {"poster", AUTHOR},
        {"name", AUTHOR},
        {"hnuser", AUTHOR},
        {"gd", AUTHOR},
        {"date", DATE},
        {"time", DATE},
        {"timestamp", DATE},
        {"ago", DATE},
        {"datetime", DATE},
        {"age", DATE},
        {"g3", DATE},
        {"relativetime", DATE},
        {"timeago", DATE},
        {"relativetime-clean", DATE},
        /* in either case, and as the last part of a name */
        {"Author", AUTHOR},
        {"DATE", DATE},
        {"post-author", AUTHOR},
        {"post_author", AUTHOR},
        {"post_Date", DATE},
        {"postauthor", 0},
        {"post.author", 0},
        {"author-post", 0},
        {"-date", DATE},
        {"n", 0},
        {"e", 0},
        {"", 0},
        {" ", 0},
        /* any of several */
        {"a author", AUTHOR},
        {"author a", AUTHOR},
        {"date author", AUTHOR | DATE},
        {"a b author c\td\ndate", AUTHOR | DATE},
        {"meta box", 0},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (comment_head_named(str_of(CASES[i].names)) != CASES[i].signs)
            fail_msg("%s", CASES[i].names);
}

static void attributes_and_tags_are_signs_too(void **state) {
    static const struct {
        const char *html;
        unsigned of_class, signs;
    } CASES[] = {
        {"<p><b>a</b>", 0, 0},
        {"<p><b>a</b>", AUTHOR, AUTHOR},
        {"<p><b itemprop=author>a</b>", 0, AUTHOR},
        {"<p><b itemprop=author>a</b>", DATE, AUTHOR | DATE},
        {"<p><b rel=author>a</b>", 0, AUTHOR},
        {"<p><b itemprop=text rel=nofollow>a</b>", 0, 0},
        {"<p><b datetime=x>a</b>", 0, DATE},
        {"<p><time>a</time>", 0, DATE},
        {"<p><time itemprop=author>a</time>", 0, AUTHOR | DATE},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        const struct dom_node *element = &page.dom.nodes[find_element(&page.dom, DOM_P) + 1];
        if (comment_head_signs(element, CASES[i].of_class) != CASES[i].signs)
            fail_msg("%s", CASES[i].html);
    }
}

struct read_case {
    const char *html, *want; /* "-": none */
};

typedef struct str reader(const struct block_page *page, uint32_t element);

/* Reads the first <div> of each page. */
static void check_read(struct arena *arena, const struct read_case *cases, size_t n, reader *read) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct block_page page = cut_html(arena, cases[i].html);
        struct str got = read(&page, find_element(&page.dom, DOM_DIV));
        if (!str_equals(got.at ? got : STR("-"), str_of(cases[i].want)))
            fail_msg("%s: \"%.*s\"", cases[i].html, (int)got.len, got.at);
    }
}

#define CHECK_READ(cases, read) check_read(*state, (cases), N_OF(cases), (read))
#define TEN "abcde fghi"
#define TWENTY_B                                                                                   \
    "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"         \
    "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"

static void texts_of_authors(void **state) {
    static const struct read_case CASES[] = {
        {"<div>Ann</div>", "Ann"},
        {"<div> Ann \n\t Lee </div>", "Ann Lee"},
        {"<div><b>Ann</b> <i>Lee</i></div>Bo", "Ann Lee"},
        {"<div><b>Mac</b>Lee</div>", "MacLee"},
        /* words of two blocks or lines are two words */
        {"<div><p>Ann</p><p>Lee</p></div>", "Ann Lee"},
        {"<div>Ann<p>Lee</p>Bo</div>", "Ann Lee Bo"},
        {"<div>Ann<br>Lee</div>", "Ann Lee"},
        {"<div>Ann&nbsp;&amp; Bo</div>", "Ann\xC2\xA0& Bo"},
        {"<div>An\xF3\xA0\x81\x81n</div>", "Ann"},
        {"<div>Jo</div>", "Jo"},
        {"<div>J</div>", "-"}, /* an avatar */
        {"<div></div>", "-"},
        {"<div> </div>", "-"},
        {"<div>1,204</div>", "-"}, /* how often somebody has posted */
        {"<div>4u</div>", "4u"},
        {"<div>12\xC3\xA9</div>", "12\xC3\xA9"},
        {"<div>\xE5\xBC\xA0</div>", "\xE5\xBC\xA0"},
        {"<div><span class=sr-only>Offline</span>Ann</div>", "Ann"},
        {"<div><span class=sr-only>Off<b>li</b>ne</span>Ann<b> Lee</b></div>", "Ann Lee"},
        /* at most 80 bytes, and 60 nodes */
        {"<div>" TEN TEN TEN TEN TEN TEN TEN TEN "</div>", TEN TEN TEN TEN TEN TEN TEN TEN},
        {"<div>" TEN TEN TEN TEN TEN TEN TEN TEN "a</div>", "-"},
        {"<div>  " TEN TEN TEN TEN TEN TEN TEN TEN "</div>", TEN TEN TEN TEN TEN TEN TEN TEN},
        {"<div>" TEN TEN TEN TEN TEN TEN TEN TEN " </div>", TEN TEN TEN TEN TEN TEN TEN TEN},
        {"<div>" TWENTY_B TWENTY_B "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"
         "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>Ann<i>Lee</i></"
         "div>",
         "Ann"},
        {"<div>" TWENTY_B TWENTY_B TWENTY_B "Ann</div>", "-"},
        /* without the verb after the name */
        {"<div>Ann says:</div>", "Ann"},
        {"<div>Ann said</div>", "Ann"},
        {"<div>Ann wrote on #1:</div>", "Ann"},
        {"<div>Ann sagt</div>", "Ann"},
        {"<div>Ann schrieb:</div>", "Ann"},
        {"<div>Ann dit :</div>", "Ann"},
        {"<div>Ann dice</div>", "Ann"},
        {"<div>Ana spune:</div>", "Ana"},
        {"<div>Anna ha dit:</div>", "Anna"},
        {"<div>Яна каза:</div>", "Яна"},
        {"<div>Jana píše:</div>", "Jana"},
        {"<div>Ana kaže:</div>", "Ana"},
        {"<div>Ann writes,</div>", "Ann"},
        {"<div>Ann saysing</div>", "Ann saysing"},
        {"<div>Ann :</div>", "Ann"},
        {"<div>Ann Wrote</div>", "Ann Wrote"},
        {"<div>says Ann</div>", "says Ann"},
    };
    CHECK_READ(CASES, comment_head_author);
}

static void texts_of_dates(void **state) {
    static const struct read_case CASES[] = {
        {"<div>3 May 2021</div>", "3 May 2021"},
        {"<div>just now</div>", "-"},
        {"<div></div>", "-"},
        {"<div>a 9</div>", "a 9"},
        /* the day that an attribute has */
        {"<div datetime=2021-05-03T10:15:00Z>then</div>", "2021-05-03"},
        {"<div datetime=2021-05-03>then</div>", "2021-05-03"},
        {"<div datetime=' 2021-05-03 '>then</div>", "2021-05-03"},
        {"<div datetime=2021-05-0>5 ago</div>", "5 ago"},
        {"<div datetime=2021/05/03>5 ago</div>", "5 ago"},
        {"<div datetime=2021-05/03>5 ago</div>", "5 ago"},
        {"<div datetime=2o21-05-03>5 ago</div>", "5 ago"},
        {"<div datetime=2021-05-0x>5 ago</div>", "5 ago"},
        {"<div datetime=1620000000>5 ago</div>", "5 ago"},
        {"<div title=2021-05-03>5 ago</div>", "2021-05-03"},
        {"<div title=2021-05-03 datetime=2021-05-04>5 ago</div>", "2021-05-04"},
        {"<div title=2021-05-03><b datetime=2021-05-04>5 ago</b></div>", "2021-05-04"},
        {"<div title=2021-05-03><b title=2021-05-04>5 ago</b></div>", "2021-05-03"},
        {"<div datetime=2021-05-03><b datetime=2021-05-04>5 ago</b></div>", "2021-05-03"},
        {"<div>a<b>b</b></div><p datetime=2021-05-04>5 ago", "-"},
        {"<div>a<b>b</b></div><p title=2021-05-04>5 ago", "-"},
        /* at most six nodes inside */
        {"<div><b></b><b></b><b></b><b></b><b></b><b datetime=2021-05-04>5 ago</b></div>",
         "2021-05-04"},
        {"<div><b></b><b></b><b></b><b></b><b></b><b></b><b datetime=2021-05-04>5 ago</b></div>",
         "5 ago"},
        {"<div><b></b><b></b><b></b><b></b><b></b><b title=2021-05-04>5 ago</b></div>",
         "2021-05-04"},
        {"<div><b></b><b></b><b></b><b></b><b></b><b></b><b title=2021-05-04>5 ago</b></div>",
         "5 ago"},
    };
    CHECK_READ(CASES, comment_head_date);
}

/* The author and the date in the first <div>, joined by '|'. */
static struct str head_of(const struct block_page *page, uint32_t element) {
    struct comment_head head = {.author = STR("-"), .date = STR("-")};
    struct buffer out;
    if (!comment_head_read(page, element, &head))
        return STR_NONE;
    buffer_init(&out, page->arena);
    buffer_append(&out, head.author);
    buffer_append_byte(&out, '|');
    buffer_append(&out, head.date);
    return buffer_str(&out);
}

static void heads_of_comments(void **state) {
    static const struct read_case CASES[] = {
        {"<div class=author>Ann</div>", "Ann|-"},
        {"<div class=date>3 May</div>", "-|3 May"},
        {"<div class=date>today</div>", "-"},
        {"<div>Ann</div>", "-"},
        {"<div></div><p class=author>Ann", "-"},
        {"<div><b class=author>Ann</b> <i class=date>3 May</i></div>", "Ann|3 May"},
        {"<div><i class=date>3 May</i> <b class=author>Ann</b></div>", "Ann|3 May"},
        {"<div itemprop=author>Ann</div>", "Ann|-"},
        {"<div><time>3 May</time></div>", "-|3 May"},
        /* the first date, and the innermost name */
        {"<div><i class=date>3 May</i> <i class=date>4 May</i></div>", "-|3 May"},
        {"<div><i class=date>today</i> <i class=date>4 May</i></div>", "-|4 May"},
        {"<div class=author>by <b class=fn>Ann</b></div>", "Ann|-"},
        {"<div class=author>Ann <b class=fn></b></div>", "Ann|-"},
        {"<div class=author>Ann <b class=fn>1,204</b></div>", "-"},
        /* phpBB */
        {"<div class=author>by <b>Ann</b> \xC2\xBB 3 May</div>", "Ann|3 May"},
        {"<div class=author>By Ann \xC2\xBB 3 May</div>", "By Ann \xC2\xBB 3 May|3 May"},
        {"<div class=author>by Ann \xC2\xBB today</div>", "by Ann \xC2\xBB today|-"},
        {"<div class=author>by Ann \xC2\xBB </div>", "by Ann \xC2\xBB|-"},
        {"<div class=author>ann \xC2\xBB 3 May</div>", "ann \xC2\xBB 3 May|-"},
        {"<div class=author>by Ann Lee \xC2\xBB 3</div>", "Ann Lee|3"},
        {"<div class=author>by Ann \xC2\xBB 3 May <i class=date>4 May</i></div>",
         "by Ann \xC2\xBB 3 May 4 May|4 May"},
        {"<div>by <b class=author>Ann</b> \xC2\xBB 3 May</div>", "Ann|3 May"},
        /* 60 nodes */
        {"<div>" TWENTY_B TWENTY_B TWENTY_B "<b class=author>Ann</b></div>", "-"},
        {"<div>" TWENTY_B TWENTY_B "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"
         "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"
         "<b class=author>Ann</b></div>",
         "Ann|-"},
    };
    CHECK_READ(CASES, head_of);
}

static void texts_that_may_be_handles(void **state) {
    static const struct {
        const char *html;
        bool may_be;
    } CASES[] = {
        {"<div>@ann</div>", true},
        {"<div><b>Ann</b> @ann</div>", true},
        {"<div>&#64;ann</div>", true},
        {"<div>ann</div>@ann", false},
        {"<div>ann@</div>", true},
        {"<div></div>", false},
        {"<div><b id='@'>ann</b></div>", false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        uint32_t element = find_element(&page.dom, DOM_DIV);
        if (comment_head_may_be_handle(&page.dom, element) != CASES[i].may_be)
            fail_msg("%s", CASES[i].html);
    }
}

static void heads_are_one_line(void **state) {
    static const struct {
        struct comment_head head;
        const char *want;
    } CASES[] = {
        {{.author = STR_INIT("Ann"), .date = STR_INIT("3 May")}, "Ann \u00B7 3 May\n"},
        {{.author = STR_INIT("Ann")}, "Ann\n"},
        {{.date = STR_INIT("3 May")}, "3 May\n"},
        {{.author = {NULL, 0}}, ""},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, *state);
        comment_head_append(&out, &CASES[i].head);
        assert_str(buffer_str(&out), str_of(CASES[i].want));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_authors_and_dates),
        ARENA_TEST(attributes_and_tags_are_signs_too),
        ARENA_TEST(texts_of_authors),
        ARENA_TEST(texts_of_dates),
        ARENA_TEST(heads_of_comments),
        ARENA_TEST(texts_that_may_be_handles),
        ARENA_TEST(heads_are_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

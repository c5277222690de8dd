/*
 * post.c: which elements of a page are the posts of a thread, who wrote each and when, which of
 * them the page is about, and what of their heads is removed from the text.
 */
#include "render_page.h"

#include "render/post.h"

enum { HEADS = PITH_KEEP_LINKS };

struct thread {
    struct block_page page;
    struct selection selection;
    struct post_list posts;
};

static void read_thread(struct arena *arena, const char *html, unsigned flags,
                        struct thread *thread) {
    struct metadata metadata = {.lead_block = SIZE_MAX};
    metadata.fields[PITH_HEADLINE].text = STR("Where to swim");
    *thread = (struct thread){.page = {.arena = arena}};
    dom_parse_plain(arena, str_of(html), &thread->page.dom);
    block_cut(&thread->page);
    keep_blocks(&thread->page, &thread->selection);
    thread->selection.rule =
        arena_alloc_zero(arena, thread->page.n_blocks + 1, sizeof *thread->selection.rule);
    struct render_source source = {&thread->page,    &metadata, &thread->selection,
                                   str_of(PAGE_URL), flags,     NULL};
    struct inline_reader reader;
    inline_begin(&reader, &source);
    post_find(&reader, &thread->posts);
}

static void append_field(struct buffer *out, struct str field) {
    buffer_append_byte(out, ',');
    buffer_append(out, field);
}

/* The posts of a thread: "id:author,date,address", with "*" after the id of one that the page is
 * about and its level if that is not 0. */
static struct str posts_of(const struct thread *thread) {
    struct buffer out;
    buffer_init(&out, thread->page.arena);
    for (size_t i = 0; i < thread->posts.n_posts; i++) {
        const struct post *post = &thread->posts.posts[i];
        assert_ptr_equal(post_at(&thread->posts, post->node), post);
        if (i > 0)
            buffer_append_byte(&out, ' ');
        buffer_append(&out, dom_attribute(&thread->page.dom.nodes[post->node], DOM_ATTR_ID));
        buffer_append(&out, post->is_main ? STR("*") : STR(""));
        if (post->level > 0)
            buffer_append_number(&out, post->level);
        if (!post->head.author.at)
            continue;
        buffer_append_byte(&out, ':');
        buffer_append(&out, post->head.author);
        append_field(&out, post->head.date);
        append_field(&out, post->head.url);
    }
    return buffer_str(&out);
}

struct thread_case {
    const char *html, *posts;
};

static void check_threads(struct arena *arena, const struct thread_case *cases, size_t n,
                          unsigned flags) {
    volatile size_t n_wrong = 0;
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct thread thread;
        read_thread(arena, cases[i].html, flags, &thread);
        struct str got = posts_of(&thread);
        if (!str_equals(got, str_of(cases[i].posts))) {
            print_message("%s\n  gives:\n%.*s\n  not:\n%s\n", cases[i].html, (int)got.len, got.at,
                          cases[i].posts);
            n_wrong++;
        }
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK_THREADS(cases, flags) check_threads(*state, (cases), N_OF(cases), (flags))

#define SAID "<p>I swam there in May, and it was cold.</p>"
#define NAME(name) "<b class=author>" name "</b> "
#define DATE(date) "<time title='" date "'>" date "</time>"
#define HEAD(name, date) "<p>" NAME(name) DATE(date) "</p>"
#define POST(id, name, date) "<div id=" id ">" HEAD(name, date) SAID "</div>"
#define BO POST("b", "Bo", "2 May")
#define CY POST("c", "Cy", "3 May")

static void posts_are_the_elements_around_names_and_texts(void **state) {
    static const struct thread_case CASES[] = {
        {POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {POST("a", "Ann", "1 May") BO CY, "a*:Ann,1 May, b:Bo,2 May, c:Cy,3 May,"},
        {POST("a", "Ann", "1 May"), ""},
        {SAID SAID, ""},
        {"", ""},
        /* an element around the name without a text is none */
        {"<div id=a><div id=x>" HEAD("Ann", "1 May") "</div>" SAID "</div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") "<p>DROP</div>" BO CY, "b*:Bo,2 May, c:Cy,3 May,"},
        {"<div id=a>" HEAD("Ann",
                           "1 May") "<p><a href=x>I swam there in May, or so.</a></div>" BO CY,
         "b*:Bo,2 May, c:Cy,3 May,"},
        /* nor is one that is no block, or a large part of the page */
        {"<div id=a><b id=x><i class=author>Ann</i> " DATE("1 May") SAID "</b></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<my-post id=a>" HEAD("Ann", "1 May") SAID "</my-post>" BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {HEAD("Ann", "1 May") SAID BO CY, "b:Bo,2 May, c:Cy,3 May,"},
        {"<main id=a>" HEAD("Ann", "1 May") SAID "</main>" BO CY, "b:Bo,2 May, c:Cy,3 May,"},
        {"<blockquote id=a>" HEAD("Ann", "1 May") SAID "</blockquote>" BO CY,
         "b:Bo,2 May, c:Cy,3 May,"},
        /* or is far from the name: thirteen elements around that of the name at most */
        {"<div id=a><div><div><div><div><div><div><div><div><div><div><div><div>" HEAD(
             "Ann",
             "1 M") "</div></div></div></div></div></div></div></div></div></div></div></div>" SAID
                    "</div>" BO,
         ""},
        {"<div id=a><div><div><div><div><div><div><div><div><div><div><div>" HEAD(
             "Ann", "1 M") "</div></div></div></div></div></div></div></div></div></div></div>" SAID
                           "</div>" BO,
         "a*:Ann,1 M, b:Bo,2 May,"},
        /* answers inside */
        {"<div id=a>" HEAD("Ann", "1 May") SAID BO "</div>", "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") SAID "<div id=b>" HEAD("Bo", "2 May") SAID CY
         "</div>" POST("d", "Di", "4 May") "</div>",
         "a*:Ann,1 May, b:Bo,2 May, c:Cy,3 May, d:Di,4 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void items_are_posts_if_they_contain_no_more(void **state) {
    static const struct thread_case CASES[] = {
        {"<ul><li id=i>" POST("a", "Ann", "1 May") "<li id=j>" BO "</ul>",
         "i*:Ann,1 May, j:Bo,2 May,"},
        {"<ul><li id=i>" POST("a", "Ann", "1 May") SAID "<li id=j>" BO "</ul>",
         "a*:Ann,1 May, j:Bo,2 May,"},
        {"<ul><li id=i><div><div>" POST("a", "Ann",
                                        "1 May") "</div></div><li id=j><div><div><div>" BO
                                                 "</div></div></div></ul>",
         "i*:Ann,1 May, b:Bo,2 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void wrappers_are_merged(void **state) {
    static const struct thread_case CASES[] = {
        /* several around the same text: the outermost */
        {"<div id=w><div id=v>" NAME("Ann") "</div>" POST("a", "Ann", "1 May") "</div>" BO,
         "w*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=u>" NAME("Ann") "<div id=w>" NAME("Ann")
             POST("a", "Ann", "1 May") "</div></div>" BO,
         "u*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=u>" HEAD("Ann", "1 May") "<div id=w>" NAME("Ann") POST("a", "Ann", "1 May") SAID
         "</div></div>" BO,
         "u*:Ann,1 May, a*:Ann,1 May, b:Bo,2 May,"},
        /* one around several posts and nothing else: none */
        {"<div id=w>" NAME("Host") BO CY "</div>", "b*:Bo,2 May, c:Cy,3 May,"},
        {"<div id=w>" NAME("Host") "<div id=v>" NAME("Host") BO CY
         "</div>" POST("d", "Di", "4 M") "</div>",
         "b*:Bo,2 May, c:Cy,3 May, d:Di,4 M,"},
        {"<div id=w>" HEAD("Host", "1 May") SAID BO CY "</div>",
         "w*:Host,1 May, b:Bo,2 May, c:Cy,3 May,"},
        {"<div id=w>" HEAD("Host", "1 May") BO CY SAID "</div>",
         "w*:Host,1 May, b:Bo,2 May, c:Cy,3 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void heads_have_the_first_name_and_date(void **state) {
    static const struct thread_case CASES[] = {
        {"<div id=a>" HEAD("Ann", "1 May") SAID DATE("9 May") "</div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=a>" DATE("1 May") NAME("Ann") SAID "</div>" BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") SAID "<p>" NAME("Al") "</p></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        /* one whose attributes say so is preferred */
        {"<div id=a>" HEAD("Ann", "1 May") "<p><a rel=author>Al</a></p>" SAID "</div>" BO,
         "a*:Al,1 May, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") "<p><i itemprop=date>9 M</i></p>" SAID "</div>" BO,
         "a*:Ann,9 M, b:Bo,2 May,"},
        {"<div id=a>" HEAD("Ann", "1 May") "<p><a rel=author>Al</a> <a rel=author>Ed</a></p>" SAID
                                           "</div>" BO,
         "a*:Al,1 May, b:Bo,2 May,"},
        /* posts without a date are none, unless they are named as answers */
        {"<div id=a>" NAME("Ann") SAID "</div>" BO, ""},
        {"<div id=a>" NAME("Ann") SAID "</div>" BO CY, "b:Bo,2 May, c:Cy,3 May,"},
        {"<div id=a class=comment>" NAME("Ann") SAID "</div><div class=comment id=b>" NAME("Bo")
             SAID "</div>",
         "a:Ann,, b:Bo,,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void dates_before_their_posts(void **state) {
#define UNDATED(id, name) "<div id=" id ">" NAME(name) SAID "</div>"
    static const struct thread_case CASES[] = {
        {"<p>" DATE("1 May") "</p>" UNDATED("a", "Ann") "<p>" DATE("2 May") "</p>" UNDATED("b",
                                                                                           "Bo"),
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<p>" DATE("1 May") "</p><p>" DATE("3 May") "</p>" UNDATED("a", "Ann") "<p>" DATE(
             "2 May") "</p>" UNDATED("b", "Bo"),
         "a*:Ann,3 May, b:Bo,2 May,"},
        /* if the first post has none before it, they are something else */
        {POST("a", "Ann", "1 May") "<p>" DATE("2 May") "</p>" UNDATED("b", "Bo") CY,
         "a*:Ann,1 May, c:Cy,3 May,"},
        {"<p>" DATE("1 May") "</p>" UNDATED("a", "Ann") UNDATED("b", "Bo") CY,
         "a*:Ann,1 May, c:Cy,3 May,"},
        {"<p>" DATE("8 May") "</p>" POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {"<p><a href=/1>" DATE("1 May") "</a></p>" UNDATED("a", "Ann") "<p>" DATE(
             "2 May") "</p>" UNDATED("b", "Bo"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void addresses_are_the_links_of_dates(void **state) {
#define WITH(date) "<div id=a><p>" NAME("Ann") date "</p>" SAID "</div>" BO
    static const struct thread_case CASES[] = {
        {WITH("<a href=/1>" DATE("1 May") "</a>"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<a href=/1><i>" DATE("1 May") "</i></a>"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<a href=/1><i><u>" DATE("1 May") "</u></i></a>"), "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<a class=date href=/1>1 May</a>"), "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<i class=date><a href=/1>1 May</a></i>"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<i class=date><b></b><b></b><a href=/1>1 May</a></i>"),
         "a*:Ann,1 May,https://example.org/1 b:Bo,2 May,"},
        {WITH("<i class=date><b></b><b></b><b></b><a href=/1>1 May</a></i>"),
         "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<i class=date>1 May</i><a href=/1>x</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<a href='#1'>" DATE("1 May") "</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<a href='javascript:x'>" DATE("1 May") "</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
        {WITH("<a>" DATE("1 May") "</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
    };
    static const struct thread_case UNLINKED[] = {
        {WITH("<a href=/1>" DATE("1 May") "</a>"), "a*:Ann,1 May, b:Bo,2 May,"},
    };
    static const struct thread_case HEADLESS[] = {
        {WITH("<a href=/1>" DATE("1 May") "</a>"), "a* b"},
    };
    CHECK_THREADS(CASES, PITH_KEEP_LINKS);
    CHECK_THREADS(CASES, PITH_KEEP_COMMENTS);
    CHECK_THREADS(UNLINKED, PITH_KEEP_COMMENTS | PITH_NO_LINKS);
    CHECK_THREADS(HEADLESS, 0);
}

/* ---- not a post ---- */

static void teasers_are_no_posts(void **state) {
#define WITH_TITLE(title) "<div id=a>" HEAD("Ann", "1 May") title SAID "</div>"
#define FIVE BO CY POST("d", "Di", "4 May")
#define WANT "b:Bo,2 May, c:Cy,3 May, d:Di,4 May,"
#define ALL "a*:Ann,1 May, b:Bo,2 May, c:Cy,3 May, d:Di,4 May,"
    static const struct thread_case CASES[] = {
        {WITH_TITLE("<h2><a href=/x>A boat</a></h2>") FIVE, WANT},
        {WITH_TITLE("<h1><a href=/x>A boat</a></h1>") FIVE, WANT},
        {WITH_TITLE("<h4><a href=/x>A boat</a></h4>") FIVE, WANT},
        {WITH_TITLE("<h5><a href=/x>A boat</a></h5>") FIVE, ALL},
        {WITH_TITLE("<h2>DROP <a href=/x>A boat</a></h2>") FIVE, WANT},
        {WITH_TITLE("<h2><b>A</b> <a href=/x>boat</a></h2>") FIVE, WANT},
        {WITH_TITLE("<h2>A boat</h2>") FIVE, WANT},
        {WITH_TITLE("<h2>DROP A boat</h2>") FIVE, ALL},
        {WITH_TITLE("<h2><a href='/x#1'>A boat</a></h2>") FIVE, ALL},
        {WITH_TITLE(SAID "<h2><a href=/x>A boat</a></h2>") FIVE, ALL},
        {WITH_TITLE("<p>DROP</p><h2><a href=/x>A boat</a></h2>") FIVE, WANT},
        {WITH_TITLE("<h2><a href='/x#1'>A</a></h2><h2><a href=/x>A boat</a></h2>") FIVE, WANT},
        /* a name in a heading is no title */
        {"<div id=a><h4>" NAME("Ann") "</h4>" DATE("1 May") SAID "</div>" FIVE, ALL},
        /* if a third are teasers, it is a list of pages */
        {WITH_TITLE("<h2><a href=/x>A boat</a></h2>") BO CY, ""},
    };
    CHECK_THREADS(CASES, HEADS);
}

#define P_10 "<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP"

/* Only the first fifty blocks of a post may be its head. */
static void titles_are_near_the_beginning(void **state) {
    static const struct thread_case CASES[] = {
        {WITH_TITLE(P_10 P_10 P_10 P_10 "<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP"
                                        "<h2><a href=/x>A boat</a></h2>") FIVE,
         WANT},
        {WITH_TITLE(P_10 P_10 P_10 P_10 "<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP"
                                        "<p>DROP<h2><a href=/x>A boat</a></h2>") FIVE,
         ALL},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void several_posts_in_one_element_are_none(void **state) {
    static const struct thread_case CASES[] = {
        {"<div id=a><ul>" HEAD("Ann", "1 May") SAID HEAD("Al", "1 May") SAID "</ul></div>" FIVE,
         WANT},
        {"<div id=a>" HEAD("Ann", "1 May") SAID HEAD("Ann", "1 May") SAID "</div>" FIVE, ALL},
        {"<div id=a>" HEAD("Ann", "1 May") HEAD("Al", "1 May") SAID "</div>" FIVE, ALL},
        {"<div id=a>" HEAD("Ann", "1 May") SAID HEAD("Al", "1 May") "</div>" FIVE, ALL},
        {"<div id=a>" HEAD("Ann", "1 May") SAID HEAD("Ann", "1 May") SAID HEAD("Al", "1 May") SAID
         "</div>" FIVE,
         WANT},
        {"<div id=a>" HEAD("Ann", "1 May") SAID DATE("2 May") SAID "</div>" FIVE, ALL},
    };
    CHECK_THREADS(CASES, HEADS);
}

/* ---- what the page is about ---- */

static void the_first_post_is_what_the_page_is_about(void **state) {
    static const struct thread_case CASES[] = {
        {SAID POST("a", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {"<p>DROP" POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {POST("a", "Ann", "1 May") POST("b", "Ann", "2 May") CY POST("d", "Ann", "4 May"),
         "a*:Ann,1 May, b*:Ann,2 May, c:Cy,3 May, d:Ann,4 May,"},
        {POST("a", "Ann", "1 May") POST("b", "Ann Lee", "2 May") CY,
         "a*:Ann,1 May, b*:Ann Lee,2 May, c:Cy,3 May,"},
        {POST("a", "Ann Lee", "1 May") POST("b", "Ann", "2 May"),
         "a*:Ann Lee,1 May, b*:Ann,2 May,"},
        {POST("a data-message-id=1", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a data-post-id=1", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {POST("a title=message-id", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void answers_are_not(void **state) {
    static const struct thread_case CASES[] = {
        {POST("a class=comment", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=Comment-body", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=comtr", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=review", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=answer", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=response", "Ann", "1 May") BO, "a:Ann,1 May, b:Bo,2 May,"},
        {POST("a class=post", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {POST("a itemtype='https://schema.org/Comment'", "Ann", "1 May") BO,
         "a:Ann,1 May, b:Bo,2 May,"},
        {POST("issue-1 class=comment", "Ann", "1 May") BO, "issue-1*:Ann,1 May, b:Bo,2 May,"},
        {POST("pullrequest-1 class=comment", "Ann", "1 May") BO,
         "pullrequest-1*:Ann,1 May, b:Bo,2 May,"},
        {POST("issue class=comment", "Ann", "1 May") BO, "issue:Ann,1 May, b:Bo,2 May,"},
        /* five elements around it */
        {"<div class=comments><div><div><div><div>" POST(
             "a", "Ann", "1 May") "</div></div></div></div></div>" BO,
         "a:Ann,1 May, b:Bo,2 May,"},
        {"<div class=comments><div><div><div><div><div>" POST(
             "a", "Ann", "1 May") "</div></div></div></div></div></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<div id=issue-1><div class=comment>" POST("a", "Ann", "1 May") "</div></div>" BO,
         "a*:Ann,1 May, b:Bo,2 May,"},
        {"<body class=comments>" POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        {"<main class=comments>" POST("a", "Ann", "1 May") BO, "a*:Ann,1 May, b:Bo,2 May,"},
        /* the author's own too */
        {POST("a", "Ann", "1 May") POST("b class=answer", "Ann", "2 May") POST("c", "Ann", "3 May"),
         "a*:Ann,1 May, b:Ann,2 May, c:Ann,3 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

static void answers_have_levels(void **state) {
#define TOOT(id, name, class)                                                                      \
    "<div id=" id " class='status " class "'>" HEAD(name, "1 May") SAID "</div>"
    static const struct thread_case CASES[] = {
        {TOOT("a", "Ann", "") TOOT("b", "Bo", "status--in-thread status--first-in-thread")
             TOOT("c", "Cy", "status--in-thread") TOOT("d", "Di", "status--in-thread")
                 TOOT("e", "Ed", "status--in-thread status--first-in-thread"),
         "a*:Ann,1 May, b:Bo,1 May, c1:Cy,1 May, d2:Di,1 May, e:Ed,1 May,"},
        {TOOT("a", "Ann", "status--in-thread") TOOT("b", "Bo", "status--in-thread"),
         "a*:Ann,1 May, b1:Bo,1 May,"},
        {SAID TOOT("a", "Ann", "status--in-thread") TOOT("b", "Bo", "status--in-thread"),
         "a1:Ann,1 May, b2:Bo,1 May,"},
    };
    CHECK_THREADS(CASES, HEADS);
}

/* ---- heads ---- */

/* The kept blocks, joined by '|'; those dropped by a rule in brackets. */
static struct str text_of(const struct thread *thread) {
    struct buffer out;
    buffer_init(&out, thread->page.arena);
    for (size_t i = 0; i < thread->page.n_blocks; i++) {
        const struct selection *s = &thread->selection;
        if (!s->kept[i] && !s->rule[i])
            continue;
        if (out.len)
            buffer_append_byte(&out, '|');
        buffer_append(&out, s->kept[i] ? STR("") : STR("["));
        buffer_append(&out, s->text[i]);
        buffer_append(&out, s->kept[i] ? STR("") : STR("]"));
    }
    return buffer_str(&out);
}

#define OK "<p>It was cold.</p>"

static void heads_are_removed_from_the_text(void **state) {
#define TWO(a, b) "<div>" HEAD("Ann", "1 May") a "</div><div>" HEAD("Bo", "2 May") b "</div>"
#define REST "|[Bo 2 May]|It was cold."
    static const struct thread_case CASES[] = {
        {TWO(OK, OK), "[Ann 1 May]|It was cold." REST},
        {TWO("<p>Boats: " DATE("3 May") "</p>" OK, OK),
         "[Ann 1 May]|[Boats: 3 May]|It was cold." REST},
        {TWO(OK "<p>" NAME("Al") "</p>", OK), "[Ann 1 May]|It was cold.|Al" REST},
        {"<p>" DATE("9 May") TWO(OK, OK), "9 May|[Ann 1 May]|It was cold." REST},
        /* the title of the thread */
        {TWO("<h3><a href='#1'>Re: Where to swim</a></h3>" OK, OK),
         "[Ann 1 May]|[Re: Where to swim]|It was cold." REST},
        {TWO("<h3><a href='#1'>Where to swim now</a></h3>" OK, OK),
         "[Ann 1 May]|Where to swim now|It was cold." REST},
        {TWO(OK "<h3><a href='#1'>Re: Where to swim</a></h3>", OK),
         "[Ann 1 May]|It was cold.|Re: Where to swim" REST},
        {TWO("<p><a href='#1'>Re: Where to swim</a></p>" OK, OK),
         "[Ann 1 May]|Re: Where to swim|It was cold." REST},
        {"<div>" NAME("Ann") DATE("1 May") "</div>" OK, "Ann 1 May|It was cold."},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct thread thread;
        read_thread(*state, CASES[i].html, HEADS, &thread);
        assert_str(text_of(&thread), str_of(CASES[i].posts));
        read_thread(*state, CASES[i].html, 0, &thread);
        for (size_t k = 0; k < thread.page.n_blocks; k++)
            assert_true(thread.selection.kept[k]);
    }
}

/* The names of a thread end with a signature below its last text: a hundred nodes at most. */
static void signatures_are_read(void **state) {
#define B_8 "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"
#define SIGNED(id, between, name)                                                                  \
    "<div id=" id ">" SAID between "<p>DROP " NAME(name) DATE("1 May") "</p></div>"
    static const struct thread_case CASES[] = {
        {SIGNED("a", "", "Ann") SIGNED("b", "", "Bo"), "a*:Ann,1 May, b:Bo,1 May,"},
        {SIGNED("a", "", "Ann") SIGNED("b", B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8, "Bo"),
         "a*:Ann,1 May, b:Bo,1 May,"},
        {SIGNED("a", "", "Ann")
             SIGNED("b", B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8, "Bo"),
         ""},
        {SIGNED("a", "", "Ann") SIGNED(
             "b", "", "Bo") "<div>" B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 B_8 "</div>",
         "a*:Ann,1 May, b:Bo,1 May,"},
        {"<p>DROP" HEAD("DROP", "1 May"), ""},
    };
    CHECK_THREADS(CASES, HEADS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(posts_are_the_elements_around_names_and_texts),
        ARENA_TEST(items_are_posts_if_they_contain_no_more),
        ARENA_TEST(wrappers_are_merged),
        ARENA_TEST(heads_have_the_first_name_and_date),
        ARENA_TEST(dates_before_their_posts),
        ARENA_TEST(addresses_are_the_links_of_dates),
        ARENA_TEST(teasers_are_no_posts),
        ARENA_TEST(titles_are_near_the_beginning),
        ARENA_TEST(several_posts_in_one_element_are_none),
        ARENA_TEST(the_first_post_is_what_the_page_is_about),
        ARENA_TEST(answers_are_not),
        ARENA_TEST(answers_have_levels),
        ARENA_TEST(heads_are_removed_from_the_text),
        ARENA_TEST(signatures_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

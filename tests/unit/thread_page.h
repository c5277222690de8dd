/*
 * Shared by the tests of posts: a page in, its thread out. Its blocks are kept as in render_page.h.
 */
#ifndef PITH_TEST_THREAD_PAGE_H
#define PITH_TEST_THREAD_PAGE_H

#include "render_page.h"

#include "render/post.h"

enum { HEADS = PITH_KEEP_LINKS };

struct thread {
    struct block_page page;
    struct selection selection;
    struct post_list posts;
};

static inline void read_thread(struct arena *arena, const char *html, unsigned flags,
                               struct thread *thread) {
    struct metadata metadata = {.lead_block = SIZE_MAX};
    metadata.fields[PITH_HEADLINE].text = STR("Where to swim");
    *thread = (struct thread){.page = {.arena = arena}};
    dom_parse_plain(arena, str_of(html), &thread->page.dom);
    block_cut(&thread->page);
    keep_blocks(&thread->page, &thread->selection);
    struct render_source source = {
        &thread->page, &metadata, &thread->selection, str_of(PAGE_URL), flags, NULL, NULL};
    struct inline_reader reader;
    inline_begin(&reader, &source);
    post_find(&reader, &thread->posts);
}

static inline void append_field(struct buffer *out, struct str field) {
    buffer_append_byte(out, ',');
    buffer_append(out, field);
}

/* The posts of a thread: "id:author,date,address", with "*" after the id of one that the page is
 * about and its level if that is not 0. */
static inline struct str posts_of(const struct thread *thread) {
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

static inline void check_threads(struct arena *arena, const struct thread_case *cases, size_t n,
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

/* A page with `n` copies of a tag at one place. */
static inline const char *padded(struct arena *arena, const char *start, const char *tag, size_t n,
                                 const char *end) {
    struct buffer html;
    buffer_init(&html, arena);
    buffer_append(&html, str_of(start));
    while (n-- > 0)
        buffer_append(&html, str_of(tag));
    buffer_append(&html, str_of(end));
    buffer_append_byte(&html, '\0');
    return html.data;
}

#endif

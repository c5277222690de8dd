/*
 * Shared by the tests of rendering: a small page in, one format of its body out. All its blocks are
 * kept except those with "DROP" in their text.
 */
#ifndef PITH_TEST_RENDER_PAGE_H
#define PITH_TEST_RENDER_PAGE_H

#include "ground.h"

#include "render/body_tree.h"
#include "render/render.h"

typedef void renderer(const struct body_tree *body, struct buffer *out);

static const char PAGE_URL[] = "https://example.org/a/page";

static inline void keep_blocks(const struct block_page *page, struct selection *out) {
    size_t n = page->n_blocks;
    *out = (struct selection){.kept = arena_alloc_zero(page->arena, n + 1, sizeof *out->kept),
                              .text = arena_alloc_zero(page->arena, n + 1, sizeof *out->text),
                              .rule = arena_alloc_zero(page->arena, n + 1, sizeof *out->rule)};
    for (size_t i = 0; i < n; i++) {
        out->text[i] = page->blocks[i].text;
        out->kept[i] = str_find(out->text[i], STR("DROP")) == out->text[i].len;
    }
}

/* Renders the blocks of a page that has been cut. */
static inline struct str rendered(const struct block_page *page, renderer *render, unsigned flags) {
    struct metadata metadata = {.lead_block = SIZE_MAX};
    struct selection selection;
    keep_blocks(page, &selection);
    struct render_source source = {page,  &metadata, &selection, str_of(PAGE_URL),
                                   flags, NULL,      NULL};
    struct body_tree body;
    body_tree_build(&source, &body);
    struct buffer out;
    buffer_init(&out, page->arena);
    render(&body, &out);
    return buffer_str(&out);
}

static inline struct str render_page(struct arena *arena, struct str html, renderer *render,
                                     unsigned flags) {
    struct block_page page = {.arena = arena};
    dom_parse_plain(arena, html, &page.dom);
    block_cut(&page);
    return rendered(&page, render, flags);
}

/* A page and its expected output. */
struct render_case {
    const char *html, *want;
};

static inline void check_render(struct arena *arena, const struct render_case *cases, size_t n,
                                renderer *render, unsigned flags) {
    volatile size_t n_wrong = 0;
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct str got = render_page(arena, str_of(cases[i].html), render, flags);
        if (!str_equals(got, str_of(cases[i].want))) {
            print_message("%s\n  gives:\n%.*s\n  not:\n%s\n", cases[i].html, (int)got.len, got.at,
                          cases[i].want);
            n_wrong++;
        }
    }
    assert_int_equal(n_wrong, 0);
}

/* CHECK_RENDER(state, cases, renderer, flags) checks an array of cases. */
#define CHECK_RENDER(state, cases, render, flags)                                                  \
    check_render(*(state), (cases), sizeof(cases) / sizeof *(cases), (render), (flags))

#endif

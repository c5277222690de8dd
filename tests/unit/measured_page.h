/*
 * Shared by the tests of features: a small page, whose words are counted by hand.
 */
#ifndef PITH_TEST_MEASURED_PAGE_H
#define PITH_TEST_MEASURED_PAGE_H

#include "cut_page.h"

#include "page/container.h"
#include "score/feature.h"

/* 10 words, 39 characters. */
#define TEN "one two three four five six seven eight nine ten"

/* Blocks of 10, 10, 2, 1 and 1 words; the fourth is a link of one character. Around the first four:
 * a post, <main>, <body>. The last one looks the same but is elsewhere. */
#define POSTS                                                                                      \
    "<main><div class=post><p>" TEN "</p><p>" TEN "</p></div>"                                     \
    "<div class=post><p>a b</p><p><a href=x>c</a></p></div></main>"                                \
    "<section><div class=post><p>end</p></div></section>"

struct measured {
    struct block_page page;
    struct containers containers;
    float *rows;
};

static inline struct measured measure_page(struct block_page page, const struct model *model) {
    struct measured m = {.page = page};
    containers_build(&m.page, &m.containers);
    m.rows = feature_measure(&m.page, &m.containers, model);
    return m;
}

static inline struct measured measure(struct arena *arena, const char *html) {
    return measure_page(cut_html(arena, html), NULL);
}

/* Asserts that feature `name` of block `i` is `want`. */
#define ASSERT_FEATURE(m, i, name, want)                                                           \
    assert_near((double)(m).rows[(i)*FEATURE_N + FEATURE_##name], (want))

#endif

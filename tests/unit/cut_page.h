/*
 * Shared by the tests of blocks and their features: a page in, its blocks out.
 */
#ifndef PITH_TEST_CUT_PAGE_H
#define PITH_TEST_CUT_PAGE_H

#include <math.h>

#include "ground.h"

#include "base/buffer.h"
#include "html/prescan.h"
#include "page/block.h"
#include "page/dump/textdump.h"

/* Cuts a page in the same way as pith_extract. */
static inline struct block_page cut_html(struct arena *arena, const char *html) {
    struct prescan_limits limits = {512, 256, NULL};
    struct prescan scan;
    struct block_page page = {.arena = arena};
    prescan_page(arena, str_of(html), limits, &scan);
    dom_parse(arena, &scan, &page.dom);
    block_cut(&page);
    return page;
}

static inline struct block_page cut_dump(struct arena *arena, const char *text) {
    struct block_page page = {.arena = arena};
    textdump_cut(&page, str_of(text));
    return page;
}

/* The index of the first element with this tag. */
static inline uint32_t find_element(const struct dom *dom, enum dom_tag tag) {
    for (uint32_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT && dom->nodes[i].tag == tag)
            return i;
    fail_msg("no %s", dom_tag_name(tag));
    return 0;
}

/* Equal up to floating-point rounding. */
#define assert_near(got, want) assert_near_at((got), (want), __FILE__, __LINE__)

static inline void assert_near_at(double got, double want, const char *file, int line) {
    if (fabs(got - want) <= 1e-5 * (1 + fabs(want)))
        return;
    print_error("got %g, not %g\n", got, want);
    _fail(file, line);
}

#endif

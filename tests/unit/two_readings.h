/*
 * Shared by the tests that compare what is read of a page with the prescan and without it.
 */
#ifndef PITH_TEST_TWO_READINGS_H
#define PITH_TEST_TWO_READINGS_H

#include "two_arenas.h"

#include <gumbo.h>
#include <stdio.h>

#include "base/buffer.h"
#include "html/charset.h"
#include "html/prescan.h"
#include "page/block.h"

/* The prescan builds the trees of Gumbo 0.10, which the model was trained on. Gumbo 0.12.2 and
 * later, which know <search>, build others of a few pages: for text at the end of a form, for some
 * doctypes and <isindex>. Says so, and returns true, if this Gumbo is one of those. */
static inline bool gumbo_builds_other_trees(void) {
    if (gumbo_tag_enum("search") == GUMBO_TAG_UNKNOWN)
        return false;
    puts("skipped: trees compared with those of Gumbo alone, since it is later than 0.10");
    return true;
}

/* Cuts a page into blocks: with the prescan, or by Gumbo alone. */
static inline void read_page(struct arena *arena, struct str bytes, bool is_plain,
                             struct block_page *page) {
    struct charset_decoded decoded;
    arena_reset(arena, (size_t)1 << 30);
    *page = (struct block_page){.arena = arena};
    assert_int_equal(charset_decode(arena, bytes, NULL, &decoded), PITH_OK);
    if (is_plain) {
        dom_parse_plain(arena, decoded.text, &page->dom);
    } else {
        struct prescan scan;
        prescan_page(arena, decoded.text, LIMITS, &scan);
        dom_parse(arena, &scan, &page->dom);
    }
    block_cut(page);
}

static inline void append_path(struct buffer *out, const struct dom *dom, uint32_t i) {
    for (; i != 0; i = dom->nodes[i].parent) {
        buffer_append(out, str_of(dom_tag_name(dom->nodes[i].tag)));
        buffer_append_byte(out, '/');
    }
}

/* Each block on a line: the elements around it from the innermost, its flags, its text. */
static inline const char *describe(struct block_page *page) {
    struct buffer out;
    buffer_init(&out, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        append_path(&out, &page->dom, page->blocks[i].node);
        buffer_append_byte(&out, (char)('0' + page->blocks[i].flags));
        buffer_append(&out, page->blocks[i].text);
        buffer_append_byte(&out, '\n');
    }
    buffer_append_byte(&out, '\0');
    return out.data;
}

#endif

/*
 * Shared by the tests of metadata: a page in, what it says about itself out. Blocks are scored only
 * by their words and links, so that the tests do not depend on a model; text that begins with
 * "Teaser" is rated lower.
 */
#ifndef PITH_TEST_METADATA_PAGE_H
#define PITH_TEST_METADATA_PAGE_H

#include "ground.h"

#include "base/buffer.h"
#include "html/prescan.h"
#include "metadata/read.h"
#include "page/dump/textdump.h"

static inline const float *plain_scores(const struct block_page *page) {
    float *score = arena_alloc(page->arena, (page->n_blocks + 1) * sizeof *score);
    for (size_t i = 0; i < page->n_blocks; i++) {
        const struct block *block = &page->blocks[i];
        bool is_prose = block->counts.n_words >= 20 && block_link_density(block) < 0.3;
        bool is_teaser = str_starts_with(block->text, STR("Teaser"));
        score[i] = !is_prose ? 0.1f : is_teaser ? 0.6f : 0.9f;
    }
    return score;
}

static inline void read_html(struct arena *arena, struct str html, struct block_page *page,
                             struct metadata *out) {
    struct prescan_limits limits = {512, 256, NULL};
    struct prescan scan;
    *page = (struct block_page){.arena = arena};
    prescan_page(arena, html, limits, &scan);
    dom_parse(arena, &scan, &page->dom);
    page->json_ld = scan.json_ld;
    page->n_json_ld = scan.n_json_ld;
    block_cut(page);
    metadata_read(page, plain_scores(page), STR_NONE, out);
}

static inline void read_dump(struct arena *arena, struct str text, struct block_page *page,
                             struct metadata *out) {
    *page = (struct block_page){.arena = arena};
    textdump_cut(page, text);
    metadata_read(page, plain_scores(page), STR_NONE, out);
}

/* The authors on one line, separated by "; "; "-" if there are none. */
static inline struct str joined_authors(struct arena *arena, const struct metadata *metadata) {
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < metadata->authors.n; i++) {
        if (i)
            buffer_append(&out, STR("; "));
        buffer_append(&out, metadata->authors.items[i]);
    }
    return metadata->authors.n ? buffer_str(&out) : STR("-");
}

/* A field's value, "-" if the page does not say. */
static inline struct str field_or_dash(const struct metadata *metadata, enum pith_field field) {
    struct str text = metadata->fields[field].text;
    return text.at ? text : STR("-");
}

#endif

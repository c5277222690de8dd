/*
 * The way of a page's metadata; see metadata.h.
 */
#include "metadata.h"

void metadata_read(const struct block_page *page, const float *score, struct str url,
                   struct metadata *out) {
    (void)score;
    *out = (struct metadata){.lead_block = SIZE_MAX};
    out->roles = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->roles);
    if (page->title.len)
        out->fields[PITH_HEADLINE] = (struct metadata_value){page->title, "title element"};
    if (url.len)
        out->fields[PITH_URL] = (struct metadata_value){url, "URL"};
}

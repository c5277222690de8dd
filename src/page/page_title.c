/*
 * The text of <title>; see page_title.h.
 */
#include "page/page_title.h"

#include "html/entity.h"
#include "page/text_fold.h"

void page_title_read(struct block_page *page, uint32_t i, struct buffer *scratch) {
    if (page->title.at)
        return;
    struct buffer title;
    buffer_init(&title, page->arena);
    struct text_folder folder = {&title, 0};
    for (uint32_t k = i + 1; k < page->dom.nodes[i].end; k++) {
        const struct dom_node *node = &page->dom.nodes[k];
        if (node->kind != DOM_TEXT)
            continue;
        scratch->len = 0;
        if (node->has_references)
            entity_append_decoded(scratch, node->text, false);
        text_fold(&folder, node->has_references ? buffer_str(scratch) : node->text);
    }
    page->title = buffer_str(&title);
}

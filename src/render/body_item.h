/*
 * Numbers the items of lists, joins lists that systems cut into several elements, and reads the
 * numbers that pages write into items themselves.
 */
#ifndef PITH_RENDER_BODY_ITEM_H
#define PITH_RENDER_BODY_ITEM_H

#include "render/body_draft.h"

/* Published Google documents: a list's nesting is in the names of its classes. */
enum { BODY_ITEM_N_LEVELS = 10 };

struct item_reader {
    const struct dom *dom;
    const uint8_t *kinds; /* by node: enum section_kind, as its element suggests */
    struct draft *drafts;
    uint32_t *last_items;              /* by section: the last item of a list, or 0 */
    uint32_t open[BODY_ITEM_N_LEVELS]; /* by level: the list of such a document, or 0 */
};

/* The number of a list's first item; 0 if items have none. A reversed list ends with 1. */
uint32_t body_item_first_number(const struct item_reader *reader, uint32_t node);

/* The number of the item at node `child`, among all items of its list, including those that are not
 * kept. All calls together visit each node of a list once. */
uint32_t body_item_number(const struct item_reader *reader, struct draft *list, uint32_t child);

/* Whether a list continues the one directly before it, whose section is then in *outer. Otherwise
 * *outer, the section around it, may become the item before it that it belongs to. */
bool body_item_continues(struct item_reader *reader, const struct draft *list, uint32_t *outer);

/* Records that a draft of a list has become a section, or a part of one: draft->index. */
void body_item_add(struct item_reader *reader, uint32_t draft);

/* Takes the numbers and bullets that items begin with out of the pieces. Bullets are dropped, and
 * numbers if all labels of the list are its own; others become the labels of their items. */
void body_item_find_labels(struct body_tree *tree);

#endif

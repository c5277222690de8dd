/*
 * Puts the label of each tab before its panel: pages have all labels before all panels.
 */
#ifndef PITH_RENDER_BODY_TABS_H
#define PITH_RENDER_BODY_TABS_H

#include "render/body_tree.h"

/* Whether an element may contain the labels of tabs; `look` is its look. */
bool body_tabs_may_be(const struct dom_node *element, const struct look *look);

/* Moves the pieces that are labels of the tabs in the elements `lists`, which are in page order,
 * and adds those that are not kept, if their panels are. Images must not be among the pieces yet.
 */
void body_tabs_place(struct body_tree *tree, const uint32_t *lists, size_t n_lists);

#endif

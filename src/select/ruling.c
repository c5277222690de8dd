/*
 * The bounds of the rules, and how a block is dropped; see ruling.h.
 */
#include "select/ruling.h"

static const struct {
    const char *name;
    float most;
} BOUNDS[] = {
#define X(RULE, name, most) {name, most},
    RULES(X)
#undef X
};

const char *ruling_name(enum rule rule) {
    return BOUNDS[rule].name;
}

bool ruling_may_overrule(const struct ruling *r, size_t i, enum rule rule) {
    return r->score->final[i] <= BOUNDS[rule].most;
}

void ruling_drop(struct ruling *r, size_t i, enum rule rule) {
    if (!ruling_may_overrule(r, i, rule))
        return;
    r->selection->kept[i] = false;
    r->selection->rule[i] = BOUNDS[rule].name;
}

bool ruling_is_cell(const struct block *block) {
    return block->tag == DOM_TD || block->tag == DOM_TH || block->tag == DOM_CAPTION;
}

uint32_t ruling_parent_of(const struct containers *containers, size_t i) {
    return containers->containers[containers->of_block[i]].parent;
}

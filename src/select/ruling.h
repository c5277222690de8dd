/*
 * What the exact rules share: their names and bounds, the page that they rule on, and its blocks.
 */
#ifndef PITH_SELECT_RULING_H
#define PITH_SELECT_RULING_H

#include "lexicon/caption.h"
#include "lexicon/phrase.h"
#include "page/block.h"
#include "score/score.h"
#include "select/selection.h"

/* X(RULE, name, most): a rule drops (or cuts) no block that scores more than `most`. The bounds
 * were chosen in cross-validation by site, by comparing how much main content and how much
 * boilerplate each rule drops among the blocks that score more. Above its bound each rule drops
 * more main content than boilerplate, or does not occur at all. */
#define RULES(X)                                                                                   \
    X(CAPTION, "caption", 0.9f)                                                                    \
    X(RIGHTS, "copyright", 0.9f)                                                                   \
    X(READ_ALSO, "read also", 0.9f)                                                                \
    X(JUMP, "jump link", 0.9f)                                                                     \
    X(PLACEHOLDER, "placeholder", 0.9f)                                                            \
    X(PROMPT, "prompt", 0.9f)                                                                      \
    X(PROMPT_CUT_OFF, "prompt cut off", 0.9f)                                                      \
    X(COMMENTS, "comments", 1.0f)                                                                  \
    X(BEFORE_HEADLINE, "before the headline", 0.9f)                                                \
    X(POST_HEAD, "post's head", 0.6f)                                                              \
    X(TABLE, "table", 0.6f)                                                                        \
    X(REPEATED_LINE, "repeated", 0.6f)                                                             \
    X(REPEATED_PARAGRAPH, "repeated", 0.8f)                                                        \
    X(REPEATED_TEXT, "repeated", 0.9f)

#define X(RULE, name, most) RULE,
enum rule { RULES(X) N_RULES };
#undef X

struct ruling {
    const struct block_page *page;
    const struct score *score;
    struct selection *selection;
    struct phrases phrases;
};

const char *ruling_name(enum rule rule);

/* Whether a rule may drop block i, by its score. */
bool ruling_may_overrule(const struct ruling *r, size_t i, enum rule rule);

/* Drops block i and records the rule, if the rule may. */
void ruling_drop(struct ruling *r, size_t i, enum rule rule);

bool ruling_is_cell(const struct block *block);

/* The container around the container of block i. */
uint32_t ruling_parent_of(const struct containers *containers, size_t i);

#endif

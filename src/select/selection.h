/*
 * Which blocks are the body, and why.
 */
#ifndef PITH_SELECT_SELECTION_H
#define PITH_SELECT_SELECTION_H

#include <stdint.h>

#include "base/str.h"

struct selection {
    uint8_t *kept;     /* by block: whether it is in the body */
    struct str *text;  /* by block: the part of its text that is; a slice of block.text */
    const char **rule; /* by block: the rule that overrode its score, or NULL; static storage */
    double confidence; /* expected word F1 of the body, 0 to 1 */
};

#endif

/*
 * The probability that a value is right, from the cues of its own source and of the others.
 */
#ifndef PITH_METADATA_CERTAINTY_H
#define PITH_METADATA_CERTAINTY_H

#include <math.h>
#include <stddef.h>

/* Of a list of X(NAME, weight): the cues of an enum, and their weights. */
#define CERTAINTY_CUE(name, weight) CUE_##name,
#define CERTAINTY_WEIGHT(name, weight) weight,

/* Logistic regression; the result is 0 to 1. */
static inline double certainty_of(const double *cues, const double *weights, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += cues[i] * weights[i];
    return 1 / (1 + exp(-sum));
}

#endif

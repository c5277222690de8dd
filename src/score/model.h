/*
 * The learned weights: names of markup, and two stages of boosted trees. They are plain constant
 * tables (src/generated/), read in place; nothing is allocated.
 */
#ifndef PITH_SCORE_MODEL_H
#define PITH_SCORE_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "score/forest.h"

/* Where a name stands as seen from a block: on its own container, on the next two, further out. */
enum { MODEL_OWN, MODEL_NEAR, MODEL_FAR, MODEL_N_RANGES };

/* How a word stands in a block: in a short one, a long one, or first. */
enum { MODEL_SHORT = MODEL_OWN, MODEL_LONG = MODEL_NEAR, MODEL_FIRST = MODEL_FAR };

/* Names of markup (token.h) or words of text (feature_text.c), by their hashes. */
struct model_tokens {
    const uint32_t *hashes;                   /* ascending */
    const int16_t (*weights)[MODEL_N_RANGES]; /* log odds times `scale` */
    const uint16_t *first; /* of the tokens whose hash has these upper 8 bits; 257 entries */
    size_t n_tokens;
    float scale, bias;
};

enum { MODEL_N_CALIBRATION = 11 };

struct model {
    struct model_tokens tokens; /* names on the elements around a block; none for dumps */
    struct model_tokens words;  /* words in it; none for HTML, where they added nothing */
    struct forest block;        /* over the rows of feature.h */
    struct forest neighborhood; /* over the rows of neighborhood.h */
    /* The F1 found where 0, 0.1 ... 1 was expected (expected_f1.h): isotonic, from pages that the
     * model had not seen. */
    float calibration[MODEL_N_CALIBRATION];
    unsigned feature_version, neighborhood_version; /* that it was trained on */
};

/* The compiled-in models: for HTML, and for blocks of a dump, which have no markup. */
extern const struct model MODEL_HTML, MODEL_DUMP;

/* The weights of a token for the three ranges, or NULL for a name that says nothing. */
const int16_t *model_token(const struct model_tokens *tokens, uint32_t hash);

/* The likelihood, 0 to 1, of each of `n` rows of n_features values, into `out`. The work memory is
 * the arena's. */
void model_run(struct arena *arena, const struct forest *forest, const float *rows, size_t n,
               float *out);

/* What each measure of each row adds to its log odds, as against the mean of all `n` rows, into
 * pulls[i * n_features + f]: along the way down a tree, the step from the mean of the rows that
 * come to a node to the mean of those that go on with this one is the node's measure's (Saabas,
 * "Interpreting random forests", 2014). The pulls of a row sum to its log odds less their mean. */
void model_pull(const struct forest *forest, const float *rows, size_t n, float *pulls);

#endif

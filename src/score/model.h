/*
 * The learned weights: names of markup, and two stages of boosted trees. They are constant tables
 * (src/generated/), read in place; nothing is allocated.
 */
#ifndef PITH_SCORE_MODEL_H
#define PITH_SCORE_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "score/forest.h"

/* The position of a name relative to a block: on its own container, on the next two, further
 * out. */
enum { MODEL_OWN, MODEL_NEAR, MODEL_FAR, MODEL_N_RANGES };

/* The position of a word in a block: in a short one, in a long one, or first. */
enum { MODEL_SHORT = MODEL_OWN, MODEL_LONG = MODEL_NEAR, MODEL_FIRST = MODEL_FAR };

/* Names of markup (token.h) or words of text (feature_text.c), by their hashes. */
struct model_tokens {
    const uint32_t *hashes;                   /* ascending */
    const int16_t (*weights)[MODEL_N_RANGES]; /* log odds times `scale` */
    const uint16_t *first; /* index of the first token whose hash has these upper 8 bits; 257
                              entries */
    size_t n_tokens;
    float scale, bias;
};

enum { MODEL_N_CALIBRATION = 11 };

struct model {
    struct model_tokens tokens; /* names on the elements around a block; empty for dumps */
    struct model_tokens words;  /* words in the block; empty for HTML, where they added nothing */
    struct forest block;        /* over the rows of feature.h */
    struct forest neighborhood; /* over the rows of neighborhood.h */
    /* The actual F1 when 0, 0.1 ... 1 was expected (expected_f1.h): isotonic, from pages that the
     * model had not seen. */
    float calibration[MODEL_N_CALIBRATION];
    unsigned feature_version, neighborhood_version; /* that it was trained with */
};

/* The compiled-in models: for HTML, and for the blocks of a dump, which have no markup. */
extern const struct model MODEL_HTML, MODEL_DUMP;

/* The weights of a token for the three ranges, or NULL for a name without weight. */
const int16_t *model_token(const struct model_tokens *tokens, uint32_t hash);

/* Writes the likelihood, 0 to 1, of each of `n` rows of n_features values to `out`. Working memory
 * comes from the arena. */
void model_run(struct arena *arena, const struct forest *forest, const float *rows, size_t n,
               float *out);

/* How much each feature of each row adds to its log odds, relative to the mean of all `n` rows, in
 * pulls[i * n_features + f]. On the way down a tree, the step from the mean of the rows at a node
 * to the mean of those that continue with this one is attributed to the node's feature (Saabas,
 * "Interpreting random forests", 2014). The pulls of a row sum to its log odds minus their mean.
 * Working memory comes from the arena. */
void model_pull(struct arena *arena, const struct forest *forest, const float *rows, size_t n,
                float *pulls);

#endif

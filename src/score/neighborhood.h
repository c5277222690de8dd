/*
 * The features of the second stage: how the first stage's scores are distributed around a block.
 * They smooth over neighbours, so that a short line amid prose counts as prose and a long one amid
 * links does not.
 */
#ifndef PITH_SCORE_NEIGHBORHOOD_H
#define PITH_SCORE_NEIGHBORHOOD_H

#include "page/block.h"
#include "page/container.h"

/* Increase this when a feature changes its meaning. */
enum { NEIGHBORHOOD_VERSION = 3 };

#define NEIGHBORHOOD_OF_ONE_CONTAINER(X, i)                                                        \
    X(box##i##_mean) /* of the scores in it, weighted by words */                                  \
    X(box##i##_mass) /* its share of the page's expected content */

enum { NEIGHBORHOOD_N_CONTAINERS = 6 };

/* X(name): scores are 0 to 1; -1 if there is no such block. */
#define NEIGHBORHOOD_MEASURES(X)                                                                   \
    X(own)                                                                                         \
    X(prev4)                                                                                       \
    X(prev3)                                                                                       \
    X(prev2)                                                                                       \
    X(prev1)                                                                                       \
    X(next1)                                                                                       \
    X(next2)                                                                                       \
    X(next3)                                                                                       \
    X(next4)                                                                                       \
    X(mean3) /* weighted by words, over this many blocks on each side */                           \
    X(mean8)                                                                                       \
    X(mean20)                                                                                      \
    NEIGHBORHOOD_OF_ONE_CONTAINER(X, 0)                                                            \
    NEIGHBORHOOD_OF_ONE_CONTAINER(X, 1)                                                            \
    NEIGHBORHOOD_OF_ONE_CONTAINER(X, 2)                                                            \
    NEIGHBORHOOD_OF_ONE_CONTAINER(X, 3)                                                            \
    NEIGHBORHOOD_OF_ONE_CONTAINER(X, 4)                                                            \
    NEIGHBORHOOD_OF_ONE_CONTAINER(X, 5)                                                            \
    X(path_mean)     /* over blocks of the same path */                                            \
    X(path_likely)   /* the share of their words in blocks with scores of at least 0.5 */          \
    X(siblings_mean) /* over all items like the one it is in */                                    \
    X(siblings_likely)                                                                             \
    X(item_mean)    /* over its own item */                                                        \
    X(section_mean) /* between the headings above and below it */                                  \
    X(section_heading)                                                                             \
    X(article_mean) /* the outermost <article> it is in; -1: none */                               \
    X(best_article) /* the best mean of all of them */                                             \
    X(mass_before)                                                                                 \
    X(page_mean)                                                                                   \
    X(page_mass) /* words */                                                                       \
    X(page_max)                                                                                    \
    X(best_f1)        /* the page's best expected F1 ... */                                        \
    X(above_cut)      /* ... and how far the score is above the cut that reaches it */             \
    X(to_sure_before) /* blocks to the nearest with a score of at least 0.7; 255: none */          \
    X(to_sure_after)                                                                               \
    X(since_first_sure)                                                                            \
    X(until_last_sure)                                                                             \
    X(words)                                                                                       \
    X(link_density)                                                                                \
    X(tag)                                                                                         \
    X(heading_level)                                                                               \
    X(last_char)                                                                                   \
    X(topic_words) /* for a block of a dump: see shared_vocabulary.h; 0 on a page with markup */   \
    X(topic_main)  /* a share of these words, like the next */                                     \
    X(topic_beside)

enum neighborhood {
#define X(name) NEIGHBORHOOD_##name,
    NEIGHBORHOOD_MEASURES(X)
#undef X
        NEIGHBORHOOD_N
};

const char *neighborhood_name(enum neighborhood feature);

/* Computes the features of all blocks: rows[i * NEIGHBORHOOD_N + c]. `score` is the first stage's,
 * `features` the rows of feature.h. The rows are in the page's arena. */
float *neighborhood_measure(const struct block_page *page, const struct containers *containers,
                            const float *features, const float *score);

#endif

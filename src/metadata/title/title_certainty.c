/*
 * How likely the chosen headline is to be right; see title_certainty.h.
 */
#include "metadata/title/title_certainty.h"

#include "metadata/certainty.h"
#include "metadata/comparison_key.h"

/* X(NAME, weight) of a logistic regression on 2,300 real pages with known titles. */
#define CUES(X)                                                                                    \
    X(BIAS, -0.07)                                                                                 \
    X(LEVEL_1, 1.10)     /* a heading of level 1 */                                                \
    X(LESSER, 0.26)      /* another heading */                                                     \
    X(LINE, -0.72)       /* a line that is not a heading */                                        \
    X(BARE, -0.64)       /* nothing that is visible */                                             \
    X(N_SAME, 3.01)      /* number of names that are the same, divided by four */                  \
    X(N_OTHER, -0.88)    /* number of names that are not, divided by four */                       \
    X(TITLE, 1.02)       /* <title> begins with it */                                              \
    X(JSON_LD, -0.62)    /* JSON-LD says the same */                                               \
    X(N_HEADINGS, -0.51) /* number of other headings of level 1, divided by three */               \
    X(SHORT, -0.40)      /* one or two words */                                                    \
    X(RECIPE, 2.36)

enum cue { CUES(CERTAINTY_CUE) N_CUES };

static const double CUE_WEIGHTS[N_CUES] = {CUES(CERTAINTY_WEIGHT)};

static double up_to(double n, double most) {
    return n < most ? n / most : 1;
}

static void read_names(const struct page_names *names, struct str key, double cues[N_CUES]) {
    double n_same = 0, n_other = 0;
    for (size_t i = 0; i < names->n; i++) {
        const struct page_name *named = &names->items[i];
        bool is_same = page_names_match(named, key);
        *(is_same ? &n_same : &n_other) += named->weight;
        if (is_same && named->source == SOURCE_JSON_LD)
            cues[CUE_JSON_LD] = 1;
        if (named->source == SOURCE_TITLE && str_starts_with(named->key, key))
            cues[CUE_TITLE] = 1;
    }
    cues[CUE_N_SAME] = up_to(n_same, 4);
    cues[CUE_N_OTHER] = up_to(n_other, 4);
}

double title_certainty(const struct gathering *g, const struct page_names *names,
                       const struct headings *headings, const struct heading *heading,
                       struct str key) {
    double cues[N_CUES] = {[CUE_BIAS] = 1}, n_more = 0;
    int level = heading ? heading->level : 0;
    cues[level == 0                  ? CUE_BARE
         : level == 1                ? CUE_LEVEL_1
         : level < HEADINGS_NO_LEVEL ? CUE_LESSER
                                     : CUE_LINE] = 1;
    for (size_t i = 0; i < headings->n; i++)
        n_more += headings->items[i].level == 1 && &headings->items[i] != heading;
    cues[CUE_N_HEADINGS] = up_to(n_more, 3);
    cues[CUE_SHORT] = comparison_key_count_words(key) <= 2;
    cues[CUE_RECIPE] = g->recipe.len != 0;
    read_names(names, key, cues);
    return certainty_of(cues, CUE_WEIGHTS, N_CUES);
}

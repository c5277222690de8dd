/*
 * The features of each line of a dump that may be its headline, byline or dateline.
 */
#ifndef PITH_METADATA_DUMP_FEATURES_H
#define PITH_METADATA_DUMP_FEATURES_H

#include "metadata/gathering.h"

/* Must be raised whenever the meaning of a feature changes: a model fits one version only. */
enum { DUMP_FEATURE_VERSION = 2 };

/* X(NAME). NEAR: up to ten lines away. B1: the line before, A1: the line after, B2 and so on. */
#define DUMP_FEATURES(X)                                                                           \
    X(WORDS)                                                                                       \
    X(BYTES)                                                                                       \
    X(WORD_BYTES)  /* mean length of a word */                                                     \
    X(CAPITALIZED) /* share of the words that begin with a capital */                              \
    X(UPPER)       /* share of capitals among the ASCII letters */                                 \
    X(DIGITS)      /* share of the characters */                                                   \
    X(END)         /* the mark at the end: enum ending */                                          \
    X(START)       /* what it begins with: enum start */                                           \
    X(ASKS)        /* contains a question mark, a quotation or a colon */                          \
    X(SEPARATOR)   /* contains a mark used in menus and breadcrumb trails */                       \
    X(COMMAS)                                                                                      \
    X(ADDRESS)    /* contains a mark of addresses and tags */                                      \
    X(BY)         /* enum by */                                                                    \
    X(NAME)       /* enum name_kind */                                                             \
    X(COMMON)     /* contains a word that no name has */                                           \
    X(SMALL)      /* share of its capitalized words that the page also writes in lower case */     \
    X(JOB)        /* begins with a job */                                                          \
    X(DATE)       /* 1: a month or a year, 2: a day, 3: a day and a time */                        \
    X(DATE_SHARE) /* share of the bytes */                                                         \
    X(DATE_FIRST) /* bytes before the date */                                                      \
    X(LABEL)      /* enum date_label */                                                            \
    X(LABEL_B1)                                                                                    \
    X(CREDIT)   /* of a picture: 1: it has a mark of one, 2: certainly */                          \
    X(PROMPT)   /* "Sign up", "Read also" */                                                       \
    X(SHARED)   /* share of its words that the article has too */                                  \
    X(N_SHARED) /* logarithm of their number */                                                    \
    X(LEAD)     /* share of its words that the first paragraph has too */                          \
    X(TO_BODY)  /* lines from here to the first paragraph */                                       \
    X(AT)       /* lines since the start of the dump */                                            \
    X(AT_SHARE)                                                                                    \
    X(N_LINES)                                                                                     \
    X(GAP_BEFORE) /* an empty line */                                                              \
    X(GAP_AFTER)                                                                                   \
    X(TAIL)        /* lines since the last paragraph */                                            \
    X(SAME_BEFORE) /* how often the dump has the same line above */                                \
    X(SAME_AFTER)                                                                                  \
    X(SCORE)                                                                                       \
    X(SCORE_B1)                                                                                    \
    X(SCORE_A1)                                                                                    \
    X(SCORE_A2)                                                                                    \
    X(MASS_ABOVE)  /* share of the article's mass: words times scores */                           \
    X(MASS_BEFORE) /* in the twelve lines above it, by that in the densest ones */                 \
    X(MASS_NEXT)   /* in the four lines below it */                                                \
    X(MASS_AFTER)  /* in the twelve lines below it */                                              \
    X(ENDS_CRUMBS) /* "Home » Town » The wall is done" is above it */                            \
    X(IS_CRUMBS)                                                                                   \
    X(WORDS_B3)                                                                                    \
    X(WORDS_B2)                                                                                    \
    X(WORDS_B1)                                                                                    \
    X(WORDS_A1)                                                                                    \
    X(WORDS_A2)                                                                                    \
    X(WORDS_A3)                                                                                    \
    X(BY_B2)                                                                                       \
    X(BY_B1)                                                                                       \
    X(BY_A1)                                                                                       \
    X(BY_A2)                                                                                       \
    X(BY_A3)                                                                                       \
    X(DATE_B2)                                                                                     \
    X(DATE_B1)                                                                                     \
    X(DATE_A1)                                                                                     \
    X(DATE_A2)                                                                                     \
    X(DATE_A3)                                                                                     \
    X(NAME_B2)                                                                                     \
    X(NAME_B1)                                                                                     \
    X(NAME_A1)                                                                                     \
    X(NAME_A2)                                                                                     \
    X(NAME_A3)                                                                                     \
    X(BY_ABOVE) /* distance in lines to the nearest one; 13 if none is that close */               \
    X(BY_BELOW)                                                                                    \
    X(DATE_ABOVE)                                                                                  \
    X(DATE_BELOW)                                                                                  \
    X(NAME_ABOVE)                                                                                  \
    X(NAME_BELOW)                                                                                  \
    X(LONG_ABOVE)   /* lines of five words or more above */                                        \
    X(LONG_BETWEEN) /* lines of eight words or more between it and the first paragraph */          \
    X(DATES_NEAR)                                                                                  \
    X(DATES)                                                                                       \
    X(BYS)                                                                                         \
    X(STOPS)     /* sentences */                                                                   \
    X(SHARED_B1) /* -1 if that line is too long to be one */                                       \
    X(SHARED_A1)                                                                                   \
    X(N_SHARED_A1)                                                                                 \
    X(LEAD_B1)                                                                                     \
    X(LEAD_A1)                                                                                     \
    X(END_B1)                                                                                      \
    X(END_A1)                                                                                      \
    X(CREDIT_B1)                                                                                   \
    X(CREDIT_A1)                                                                                   \
    X(PROMPT_B1)                                                                                   \
    X(HELD)  /* number of lines that contain this one and more: "Comments on ..." */               \
    X(HOLDS) /* number of lines that it contains */

enum dump_feature {
#define X(name) DUMP_FEATURE_##name,
    DUMP_FEATURES(X)
#undef X
        DUMP_FEATURE_N
};

const char *dump_feature_name(enum dump_feature feature);

/* The lines with features: those around the first paragraph and those after the last one. */
struct dump_measures {
    uint32_t body;    /* the first paragraph that probably belongs to the article */
    uint32_t *blocks; /* in ascending order */
    float *rows;      /* n times DUMP_FEATURE_N */
    size_t n;
};

void dump_features_measure(const struct gathering *g, struct dump_measures *out);

#endif

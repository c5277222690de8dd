/*
 * What is known about the page before a line of it is read.
 */
#ifndef PITH_METADATA_DATE_HINTS_H
#define PITH_METADATA_DATE_HINTS_H

#include <stdbool.h>

#include "lexicon/words.h"

struct date_hints {
    language_set languages; /* bits of words_languages */
    bool month_first;       /* 4/26/2024 rather than 26/4/2024 */
};

#endif

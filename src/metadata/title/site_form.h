/*
 * What the end of a title looks like: a site's name, or part of the headline.
 */
#ifndef PITH_METADATA_SITE_FORM_H
#define PITH_METADATA_SITE_FORM_H

#include "base/str.h"

/* Whether a text ends with a word for a site, or with the name of one, in Chinese, Japanese or
 * Korean: "新浪网", "朝日新聞デジタル", "항구일보". */
bool site_form_has_ending(struct str text);

/* Whether a text is a phrase, and no name: it asks, has the particles of a sentence, numbers a
 * chapter, or has small words only, "harbour after the storm". */
bool site_form_is_phrase(struct str text);

#endif

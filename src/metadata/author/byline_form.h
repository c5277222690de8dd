/*
 * Recognizes bylines without a byline word, in dumps of pages, by their form: "Jane Doe and John
 * Roe in Port Ellery", "Jane Doe Senior Writer", "Jane Doe | Published 1 day ago".
 */
#ifndef PITH_METADATA_BYLINE_FORM_H
#define PITH_METADATA_BYLINE_FORM_H

#include "metadata/window.h"

/* Whether a line begins with the name of a person whom the article does not mention, and has beside
 * it only further names, jobs, times and a place, and at least one name, job or time of these. */
bool byline_form_is(struct gathering *g, const struct window *window, struct str text);

#endif

/*
 * Whether a page has main content at all, or is a stub: an error page, a bot wall, a login form.
 *
 * Stubs have few words; their words and structure show which kind they are. A page with a few
 * hundred words of kept text is main content whatever it says.
 */
#ifndef PITH_SELECT_PAGE_KIND_H
#define PITH_SELECT_PAGE_KIND_H

#include "lexicon/stub_phrase.h"
#include "page/block.h"
#include "select/selection.h"

struct page_kind {
    enum stub_kind kind; /* STUB_NONE: main content */
    const char *source;  /* what showed it: "title", "headline", "visible text" or "markup";
                            static */
};

/* Judges the page. Folded copies of its words are in page->arena. */
struct page_kind page_kind_find(const struct block_page *page, const struct selection *selection);

#endif

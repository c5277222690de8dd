/*
 * Shared by the tests of the public contract: a page, a context, an extraction.
 */
#ifndef PITH_TEST_API_PAGE_H
#define PITH_TEST_API_PAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pith.h"

/* The accents of its author and its cafe are decomposed: e and U+0301. */
static const char PAGE[] =
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8>"
    "<title>Ferry runs again | The Ferry Post</title>"
    "<meta property=og:site_name content='The Ferry Post'>"
    "<meta name=description content='News of a cafe\xCC\x81 at the harbour and of its ferry'>"
    "<meta name=author content='Rene\xCC\x81 Holt'>"
    "<meta property=article:tag content=Harbour><meta property=article:tag content=Ships>"
    "</head><body><nav><ul><li><a href=/>Home</a><li><a href=/local>Local</a>"
    "<li><a href=/sport>Sport</a></ul></nav><main><article><h1>Ferry runs again</h1>"
    "<p>The ferry between the two islands will run again from Monday, after a winter in which the "
    "old boat lay in the yard and the post came by <a href=/heli>helicopter</a> whenever the fog "
    "allowed it to land.</p>"
    "<figure><img src=/boat.jpg alt='The boat'></figure>"
    "<p>Islanders had waited for eleven weeks. The company said that the new engine had been "
    "tested "
    "in heavy seas, and that the timetable would be the same as it was before the breakdown.</p>"
    "<p>\"We are glad to have her back,\" said the harbour master, who has worked on the pier for "
    "thirty years and remembers the day on which the boat was launched, in the rain, to the sound "
    "of a band in a cafe\xCC\x81.</p></article></main>"
    "<footer><a href=/imprint>Imprint</a> <a href=/privacy>Privacy</a></footer></body></html>";

static const size_t PAGE_LEN = sizeof PAGE - 1;

enum { N_FIELDS = PITH_DIRECTION + 1 };

static inline int open_context(void **state) {
    return pith_context_new((struct pith_context **)state) != PITH_OK;
}

static inline int close_context(void **state) {
    pith_context_free(*state);
    return 0;
}

/* A test that finds a context in *state. */
#define CONTEXT_TEST(function)                                                                     \
    cmocka_unit_test_setup_teardown(function, open_context, close_context)

static inline struct pith_article *extract(struct pith_context *context,
                                           const struct pith_options *options, const char *page) {
    struct pith_article *article = NULL;
    assert_int_equal(pith_extract(context, options, page, strlen(page), &article), PITH_OK);
    assert_non_null(article);
    return article;
}

static inline const char *text_of(const struct pith_article *article) {
    return pith_article_body(article, PITH_TEXT, NULL);
}

#endif

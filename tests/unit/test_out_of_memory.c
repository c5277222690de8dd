/*
 * The nth allocation fails, for every n: pith_extract reports it, leaks nothing, and the context
 * still works. The linker redirects malloc and its relatives to the functions here (Makefile).
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pith.h"

void *__real_malloc(size_t len);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t len);
void __real_free(void *p);
void *__wrap_malloc(size_t len);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t len);
void __wrap_free(void *p);

/* The test's own state: nothing else runs in its process. */
static bool is_watching;
static size_t n_until_failure; /* 0: none fails */
static long n_held;

static bool fails(void) {
    if (!is_watching)
        return false;
    return n_until_failure > 0 && --n_until_failure == 0;
}

static void *hold(void *p) {
    if (is_watching && p)
        n_held++;
    return p;
}

void *__wrap_malloc(size_t len) {
    return fails() ? NULL : hold(__real_malloc(len));
}

void *__wrap_calloc(size_t n, size_t size) {
    return fails() ? NULL : hold(__real_calloc(n, size));
}

void *__wrap_realloc(void *old, size_t len) {
    if (fails())
        return NULL;
    return old ? __real_realloc(old, len) : hold(__real_realloc(old, len));
}

void __wrap_free(void *p) {
    if (is_watching && p)
        n_held--;
    __real_free(p);
}

/* A page of the corpus, with text added until it needs several chunks of the arena. */
static char *read_page(const char *path, size_t *len) {
    enum { LEN = 300000 };
    char *bytes = malloc(LEN);
    FILE *file = fopen(path, "rb");
    assert_non_null(bytes);
    assert_non_null(file);
    *len = fread(bytes, 1, LEN / 2, file);
    fclose(file);
    static const char more[] = "<p>One more paragraph, <b>of many</b>, with &eacute; in it.\n";
    for (; *len + sizeof more < LEN; *len += sizeof more - 1)
        memcpy(bytes + *len, more, sizeof more - 1);
    return bytes;
}

/* One page with the nth allocation of the context or the call failing. False if the page needed
 * fewer than n. */
static bool try_failure(size_t n, const char *page, size_t len) {
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_context *context = NULL;
    struct pith_article *article = NULL;
    options.max_seconds = INFINITY; /* on a busy machine, explanations take long */
    options.formats = PITH_MARKDOWN | PITH_HTML;
    options.flags =
        PITH_KEEP_LINKS | PITH_KEEP_IMAGES | PITH_KEEP_COMMENTS | PITH_EXPLAIN | PITH_LISTS;
    n_until_failure = n;
    is_watching = true;
    enum pith_status made = pith_context_new(&context);
    enum pith_status status = PITH_ENOMEM;
    if (made == PITH_OK)
        status = pith_extract(context, &options, page, len, &article);
    bool has_failed = n > 0 && n_until_failure == 0;
    is_watching = false;
    n_until_failure = 0;
    if (has_failed) {
        assert_int_equal(status, PITH_ENOMEM);
        assert_null(article);
        assert_true(made == PITH_OK || !context);
    } else {
        assert_int_equal(status, PITH_OK);
    }
    if (context) { /* it still works */
        struct pith_article *again;
        assert_int_equal(pith_extract(context, &options, "<p>x", 4, &again), PITH_OK);
        pith_article_free(again);
    }
    pith_article_free(article);
    pith_context_free(context);
    return has_failed;
}

/* The same without the second page, so that allocations can be counted. */
static bool leaks_nothing(size_t n, const char *page, size_t len) {
    struct pith_context *context = NULL;
    struct pith_article *article = NULL;
    n_held = 0;
    n_until_failure = n;
    is_watching = true;
    if (pith_context_new(&context) == PITH_OK)
        pith_extract(context, NULL, page, len, &article);
    pith_article_free(article);
    pith_context_free(context);
    is_watching = false;
    n_until_failure = 0;
    return n_held == 0;
}

static void assert_survives(const char *path) {
    size_t len;
    char *page = read_page(path, &len);
    size_t n = 1;
    while (try_failure(n, page, len)) {
        assert_true(leaks_nothing(n, page, len));
        n++;
    }
    assert_true(leaks_nothing(0, page, len));
    assert_true(n > 4); /* at least the context, two chunks and the article */
    free(page);
}

static void articles_survive(void **state) {
    (void)state;
    assert_survives("corpus/article-01.html");
}

static void forums_survive(void **state) {
    (void)state;
    assert_survives("corpus/forum-01.html");
}

static void dumps_survive(void **state) {
    (void)state;
    assert_survives("corpus/article-01.dump.txt");
}

/* The converter of a charset holds memory of the C library's. */
static void other_charsets_survive(void **state) {
    (void)state;
    static const char page[] = "<meta charset=iso-8859-2><p>\xB1\xE6\xEA caf\xE9 and so on</p>";
    size_t n = 1;
    while (try_failure(n, page, sizeof page - 1)) {
        assert_true(leaks_nothing(n, page, sizeof page - 1));
        n++;
    }
    assert_true(n > 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles_survive),
        cmocka_unit_test(forums_survive),
        cmocka_unit_test(dumps_survive),
        cmocka_unit_test(other_charsets_survive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

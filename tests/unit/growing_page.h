/*
 * A page that a test writes piece by piece, of any size.
 */
#ifndef PITH_TEST_GROWING_PAGE_H
#define PITH_TEST_GROWING_PAGE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A page that grows. */
struct page {
    char *at;
    size_t len, cap;
};

static inline void append(struct page *page, const char *bytes, size_t len) {
    if (!page->at || page->cap - page->len < len) {
        page->cap = page->cap * 2 + len + 1;
        page->at = realloc(page->at, page->cap);
        assert_non_null(page->at);
    }
    memcpy(page->at + page->len, bytes, len);
    page->len += len;
}

static inline void add(struct page *page, const char *text) {
    append(page, text, strlen(text));
}

static inline void add_times(struct page *page, const char *text, size_t n) {
    for (size_t i = 0; i < n; i++)
        add(page, text);
}

/* `format` contains one %zu: the number of the repetition. */
static inline void add_numbered(struct page *page, const char *format, size_t n) {
    const char *number = strstr(format, "%zu");
    assert_non_null(number);
    for (size_t i = 0; i < n; i++) {
        char digits[24];
        append(page, format, (size_t)(number - format));
        append(page, digits, (size_t)snprintf(digits, sizeof digits, "%zu", i));
        add(page, number + 3);
    }
}

#endif

/*
 * Shared by the tests of metadata: pages, and the one value of each that is checked.
 */
#ifndef PITH_TEST_PAGE_CASE_H
#define PITH_TEST_PAGE_CASE_H

#include "metadata_page.h"

#include <stdio.h>

#define PROSE                                                                                      \
    "<p>The town council voted on Friday to rebuild the eastern half of the harbour, ending a "    \
    "debate that began at breakfast and was still going when the boats came in.</p>"               \
    "<p>Eleven members voted for it and seven against, and two of them abstained, one of whom "    \
    "was the harbour master's brother, who left the hall before the count was made.</p>"

struct page_case {
    const char *name, *html;
    enum pith_field field; /* METADATA_N_FIELDS: the authors */
    const char *want;
};

static inline void check(void **state, const struct page_case *cases, size_t n) {
    volatile size_t n_wrong = 0;
    for (volatile size_t i = 0; i < n; i++) {
        struct arena *arena = *state;
        struct block_page page;
        struct metadata m;
        ARM(arena);
        read_html(arena, str_of(cases[i].html), &page, &m);
        struct str got = (int)cases[i].field == METADATA_N_FIELDS
                             ? joined_authors(arena, &m)
                             : field_or_dash(&m, cases[i].field);
        if (!str_equals(got, str_of(cases[i].want))) {
            print_message("%s: \"%.*s\", not \"%s\"\n", cases[i].name, (int)got.len, got.at,
                          cases[i].want);
            n_wrong++;
        }
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK(cases) check(state, cases, sizeof(cases) / sizeof *(cases))
#define AUTHORS ((enum pith_field)METADATA_N_FIELDS)

#endif

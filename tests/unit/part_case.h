/*
 * Shared by the tests of selection: pages with the scores of their blocks, and the rules that
 * change what the scores say.
 */
#ifndef PITH_TEST_PART_CASE_H
#define PITH_TEST_PART_CASE_H

#include "rule_case.h"

struct part_case {
    const char *html;
    float scores[16];
    const char *rules; /* of all blocks, "-" if none */
};

static inline void check_parts_of(struct arena *arena, const struct metadata *metadata, double bias,
                                  const struct part_case *cases, size_t n) {
    volatile size_t n_wrong = 0;
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct block_page page = cut_html(arena, cases[i].html);
        assert_true(page.n_blocks <= N_OF(cases[i].scores));
        struct selection selection = choose(&page, cases[i].scores, metadata, bias);
        struct str got = rules_of(&page, &selection);
        if (str_equals(got, str_of(cases[i].rules)))
            continue;
        print_message("%.500s: \"%.*s\", not \"%s\"\n", cases[i].html, (int)got.len, got.at,
                      cases[i].rules);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK_PARTS(cases) check_parts_of(*state, &NO_METADATA, 0, cases, N_OF(cases))

#endif

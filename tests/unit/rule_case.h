/*
 * Shared by the tests of the rules: pages and what is kept of them.
 */
#ifndef PITH_TEST_RULE_CASE_H
#define PITH_TEST_RULE_CASE_H

#include "chosen_page.h"

static const struct metadata NO_METADATA = {.lead_block = SIZE_MAX};

/* 61 words, one more than a short block may have. */
#define TEN "one two three four five six seven eight nine ten "
#define LONG TEN TEN TEN TEN TEN TEN "end."

struct rule_case {
    const char *html;
    const char *kept;  /* what is kept, blocks separated by '|' */
    const char *rules; /* of all blocks, "-" if none */
};

/* All blocks have the same score, so that each is kept unless a rule drops it. */
static inline void check(struct arena *arena, const struct rule_case *cases, size_t n,
                         float score) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct block_page page = cut_html(arena, cases[i].html);
        float scores[16];
        for (size_t k = 0; k < N_OF(scores); k++)
            scores[k] = score;
        assert_true(page.n_blocks <= N_OF(scores));
        struct selection selection = choose(&page, scores, &NO_METADATA, 0);
        assert_str(kept_text(&page, &selection), str_of(cases[i].kept));
        assert_str(rules_of(&page, &selection), str_of(cases[i].rules));
    }
}

#define CHECK(cases) check(*state, (cases), N_OF(cases), 0.8f)

#endif

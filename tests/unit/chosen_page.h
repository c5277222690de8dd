/*
 * Shared by the tests of selection: a page with given scores in, the choice of its body out.
 */
#ifndef PITH_TEST_CHOSEN_PAGE_H
#define PITH_TEST_CHOSEN_PAGE_H

#include "cut_page.h"

#include "score/feature.h"
#include "select/select.h"

/* The confidence equals the expectation, unless a test says otherwise. */
static const struct model PLAIN_MODEL = {
    .calibration = {0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1}};

static inline struct score_cues *cues_of(const struct block_page *page,
                                         const struct containers *containers) {
    struct score_cues *cues = arena_alloc(page->arena, (page->n_blocks + 1) * sizeof *cues);
    score_take_cues(feature_measure(page, containers, NULL), page->n_blocks, cues);
    return cues;
}

/* `scores` has one value per block; if it is NULL all blocks have 0.9. */
static inline struct selection choose(const struct block_page *page, const float *scores,
                                      const struct metadata *metadata, double bias) {
    struct score score = {.model = &PLAIN_MODEL};
    struct selection selection;
    containers_build(page, &score.containers);
    score.cues = cues_of(page, &score.containers);
    score.final = arena_alloc(page->arena, (page->n_blocks + 1) * sizeof *score.final);
    for (size_t i = 0; i < page->n_blocks; i++)
        score.final[i] = scores ? scores[i] : 0.9f;
    select_blocks(page, &score, metadata, bias, &selection);
    return selection;
}

/* The kept texts, separated by '|'. */
static inline struct str kept_text(const struct block_page *page,
                                   const struct selection *selection) {
    struct buffer out;
    buffer_init(&out, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (!selection->kept[i])
            continue;
        if (out.len)
            buffer_append_byte(&out, '|');
        buffer_append(&out, selection->text[i]);
    }
    return buffer_str(&out);
}

/* The blocks' rules, separated by '|'; "-" for a block that no rule touched. */
static inline struct str rules_of(const struct block_page *page,
                                  const struct selection *selection) {
    struct buffer out;
    buffer_init(&out, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        const char *rule = selection->rule[i] ? selection->rule[i] : "-";
        if (i)
            buffer_append_byte(&out, '|');
        buffer_append(&out, str_of(rule));
    }
    return buffer_str(&out);
}

#endif

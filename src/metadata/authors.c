/*
 * Chooses the authors among the groups of names; see authors.h.
 */
#include "metadata/authors.h"

#include <math.h>

#include "metadata/author_cues.h"
#include "metadata/certainty.h"
#include "metadata/dump_lines.h"

/* With lower scores, an answer is more likely wrong than right: on pages, and in dumps. */
static const double LEAST_SCORES[2] = {-0.9, -0.5};

/* In a dump the line says most: its place, its neighbours, what the other lines are likely to be. A
 * logistic regression on the groups of 1,900 dumps, judged by models that have not seen their
 * sites. */
static void weigh_lines(const struct gathering *g, struct author_groups *groups) {
    static const double BIAS = -0.04, OF_LINE = 0.36, OF_GROUP = 0.75;
    for (size_t i = 0; i < groups->n; i++) {
        struct author_group *group = &groups->items[i];
        double likely = (double)dump_lines_likely(g->dump_lines, group->block, DUMP_BYLINE);
        likely = likely < 0.001 ? 0.001 : likely > 0.999 ? 0.999 : likely;
        group->score = BIAS + OF_LINE * log(likely / (1 - likely)) + OF_GROUP * group->score;
    }
}

static double least_score(const struct gathering *g) {
    return LEAST_SCORES[g->page->dom.n_nodes == 0];
}

static const struct author_group *best_group(const struct author_groups *groups) {
    const struct author_group *best = NULL;
    for (size_t i = 0; i < groups->n; i++)
        if (!best || groups->items[i].score > best->score)
            best = &groups->items[i];
    return best;
}

/* A visible byline distinguishes authors from photographers; a machine-readable list may name all
 * of them, or only the first. */
static const struct author_group *visible_instead(const struct gathering *g,
                                                  const struct author_groups *groups,
                                                  const struct author_group *best) {
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        if (group->is_explicit && author_groups_shared(group, best) &&
            group->score >= least_score(g) && author_groups_are_persons(g, group))
            return group;
    }
    return best;
}

/* Finds the line that shows one of the chosen names. */
static void find_shown(const struct author_groups *groups, const struct author_group *best,
                       struct authors *out) {
    const struct author_group *shown = NULL;
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        /* (A link that names authors, rel="author", is in the body.) */
        bool is_shown = group->source == SOURCE_TEXT || group->source == SOURCE_CLASS ||
                        group->source == SOURCE_LINK;
        if (is_shown && author_groups_shared(group, best) && (!shown || group->rank > shown->rank))
            shown = group;
    }
    if (shown) {
        out->block = shown->block;
        out->node = shown->node;
    }
}

/* The score is for any group; the best group is right more often than that. Fitted with folds by
 * site to the best groups of 2,000 real pages and 1,300 dumps. */
static double judge_certainty(const struct gathering *g, const struct author_group *best) {
    static const double WEIGHTS[2][2] = {{0.5, 0.85}, {0, 1}};
    const double cues[2] = {1, best->score};
    return certainty_of(cues, WEIGHTS[g->page->dom.n_nodes == 0], 2);
}

void authors_choose(const struct gathering *g, const struct window *window, struct authors *out) {
    struct author_groups *groups = arena_alloc(g->arena, sizeof *groups);
    *out = (struct authors){.block = NOWHERE, .node = NOWHERE};
    author_groups_collect(g, window, groups);
    author_cues_weigh(g, window, groups);
    if (g->dump_lines)
        weigh_lines(g, groups);
    const struct author_group *best = best_group(groups);
    if (!best || best->score < least_score(g))
        return;
    best = visible_instead(g, groups, best);
    out->names = best->names;
    out->source = gathering_source_name(best->source);
    out->certainty = judge_certainty(g, best);
    find_shown(groups, best, out);
}

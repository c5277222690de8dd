/*
 * Chooses the authors among the groups of names; see authors.h.
 */
#include "metadata/author/authors.h"

#include <math.h>

#include "lexicon/words.h"
#include "metadata/author/author_cues.h"
#include "metadata/certainty.h"
#include "metadata/comparison_key.h"
#include "metadata/dump/dump_lines.h"
#include "metadata/author/desk.h"
#include "metadata/author/line_authors.h"
#include "metadata/author/thread.h"
#include "metadata/author/told_of.h"
#include "metadata/title/title_parts.h"
#include "metadata/type.h"

enum {
    RANK_USERNAME = 4, /* of "username" in a class: anyone's */
    RANK_LINE = 5,     /* of a line with a byline word after the article; 8 above it */
    MIN_LISTED = 3     /* entries of a list, each with its author */
};

/* With lower scores, an answer is more likely wrong than right: on pages, and in dumps. */
static const double LEAST_SCORES[2] = {-0.9, -0.5};

/* For a group of persons instead of the site: a lower score is enough. */
static const double LEAST_PERSON_SCORE = -1.3;

/* In a dump, the line matters most: its place, its neighbours and what the other lines probably
 * are. The weights are a logistic regression on the groups of 1,900 dumps, whose lines were judged
 * by models that had not seen their sites. */
static void weigh_lines(const struct gathering *g, struct author_groups *groups) {
    static const double BIAS = -0.04, OF_LINE = 0.36, OF_GROUP = 0.75;
    static const double LEAST_OF_FORM = 0.25; /* of a line whose form says that it is a byline */
    for (size_t i = 0; i < groups->n; i++) {
        struct author_group *group = &groups->items[i];
        double likely = (double)dump_lines_likely(g->dump_lines, group->block, DUMP_BYLINE);
        bool has_form = group->rank == LINE_FORM_RANK || desk_is(group->names.items[0]);
        if (has_form && likely < LEAST_OF_FORM)
            likely = LEAST_OF_FORM;
        likely = likely < 0.001 ? 0.001 : likely > 0.999 ? 0.999 : likely;
        group->score = BIAS + OF_LINE * log(likely / (1 - likely)) + OF_GROUP * group->score;
    }
}

/* Whether a group is a line of a dump below the headline that names a person whom the article does
 * not mention. */
static bool is_stranger(const struct gathering *g, const struct window *window,
                        const struct author_group *group) {
    static const float LEAST_LIKELY = 0.1f;
    return group->kinds[0] == NAME_PERSON && group->block >= window->head &&
           group->block < window->head + LINE_NEAR_BLOCKS &&
           dump_lines_likely(g->dump_lines, group->block, DUMP_BYLINE) >= LEAST_LIKELY &&
           !told_of(g, window, group->names.items[0]);
}

/* Drops the names of persons whom a dump's article mentions, such as those in its pictures, if no
 * byline word precedes them and another name is below the headline. (Many blogs do mention their
 * authors.) */
static void drop_told_of(const struct gathering *g, const struct window *window,
                         struct author_groups *groups) {
    size_t kept = 0, n_strangers = 0;
    for (size_t i = 0; i < groups->n; i++)
        n_strangers += is_stranger(g, window, &groups->items[i]);
    for (size_t i = 0; n_strangers && i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        if (group->is_explicit || group->kinds[0] != NAME_PERSON ||
            !told_of(g, window, group->names.items[0]))
            groups->items[kept++] = *group;
    }
    if (n_strangers)
        groups->n = kept;
}

static double least_score(const struct gathering *g) {
    return LEAST_SCORES[g->page->dom.n_nodes == 0];
}

/* Whether a group is a line of a list of other pages: one of several that name different people,
 * before any text or after the article. */
static bool is_of_list(const struct window *window, const struct author_groups *groups,
                       const struct author_group *group) {
    bool is_above = group->block < window->body;
    size_t n_like = 0, n_others = 0;
    if (group->source != SOURCE_TEXT || group->rank < RANK_LINE || group->block == NOWHERE ||
        !(is_above || group->block >= window->end))
        return false;
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *other = &groups->items[i];
        if (other->source != SOURCE_TEXT || other->rank < RANK_LINE ||
            (other->block < window->body) != is_above)
            continue;
        n_like++;
        n_others += author_groups_shared(other, group) == 0;
    }
    return n_like >= MIN_LISTED && n_others > 0;
}

/* The group with the highest score; NULL if no score is good enough. */
static const struct author_group *best_group(const struct gathering *g, const struct window *window,
                                             const struct author_groups *groups) {
    const struct author_group *best = NULL;
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        if (group->score >= least_score(g) && (!best || group->score > best->score) &&
            (g->dump_lines || !is_of_list(window, groups, group)))
            best = group;
    }
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
            group->score >= least_score(g) && author_groups_are_persons(group))
            return group;
    }
    return best;
}

/* Whether an element near the headline shows one of the names that a group has. */
static bool is_shown(const struct gathering *g, const struct window *window,
                     const struct author_groups *groups, struct str key) {
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        bool is_near = group->node != NOWHERE ? window_has_node(g, window, group->node)
                                              : group->block < window->end;
        for (size_t k = 0; is_near && k < group->names.n; k++)
            if (str_equals(group->keys[k], key))
                return true;
    }
    return false;
}

/* If each author is shown in an element of its own, the best group may have only some of them.
 * JSON-LD or a paper's citation then lists all, if each of its names is shown. */
static const struct author_group *list_instead(const struct gathering *g,
                                               const struct window *window,
                                               const struct author_groups *groups,
                                               const struct author_group *best) {
    if (best->is_explicit)
        return best;
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *list = &groups->items[i];
        size_t n_shown = 0;
        bool may_be_all = list->source == SOURCE_JSON_LD || author_groups_is_citation(list);
        if (!may_be_all || list->names.n <= best->names.n ||
            author_groups_shared(best, list) < best->names.n)
            continue;
        for (size_t k = 0; k < list->names.n; k++)
            n_shown += is_shown(g, window, groups, list->keys[k]);
        if (n_shown == list->names.n)
            return list;
    }
    return best;
}

/* If each author has an element of its own within that of the byline, the best group may be one of
 * them. The byline's element then has all, if every name in it is a person's. */
static const struct author_group *line_instead(const struct gathering *g,
                                               const struct author_groups *groups,
                                               const struct author_group *best) {
    const struct author_group *line = best;
    if (best->source != SOURCE_CLASS || best->node == NOWHERE)
        return best;
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        if (group->source == SOURCE_CLASS && group->node < line->node &&
            author_groups_is_nested(g, group, line) && group->score >= least_score(g) &&
            group->names.n > line->names.n && author_groups_are_persons(group) &&
            author_groups_shared(line, group) == line->names.n)
            line = group;
    }
    return line;
}

/* Whether the next element after that of group `a`, with at most a comma or "and" between them, is
 * that of `b`, and both have the same class. */
static bool is_next(const struct dom *dom, const struct author_group *a,
                    const struct author_group *b) {
    enum { MOST_BYTES = 6 }; /* of what is between them, white space apart */
    const struct dom_node *nodes = dom->nodes;
    size_t n_bytes = 0;
    if (b->node == NOWHERE || nodes[a->node].parent != nodes[b->node].parent ||
        nodes[a->node].look != nodes[b->node].look)
        return false;
    for (uint32_t i = nodes[a->node].end; i < b->node; i++) {
        if (nodes[i].kind != DOM_TEXT)
            return false;
        n_bytes += str_trim(nodes[i].text).len;
    }
    return nodes[a->node].end <= b->node && n_bytes <= MOST_BYTES;
}

/* The group of an element whose class says that it has just the names of `best`, which may be a
 * line; NULL if there is none. */
static const struct author_group *element_of(const struct author_groups *groups,
                                             const struct author_group *best) {
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        if (group->source == SOURCE_CLASS && group->node != NOWHERE &&
            (group == best || (best->source == SOURCE_TEXT && group->names.n == best->names.n &&
                               author_groups_shared(group, best) == best->names.n)))
            return group;
    }
    return NULL;
}

/* If each author has an element of its own side by side with the others, they are all authors. */
static const struct author_group *with_siblings(const struct gathering *g,
                                                const struct author_groups *groups,
                                                const struct author_group *best) {
    const struct author_group *last = element_of(groups, best);
    struct author_group *all = NULL;
    if (!last || !author_groups_are_persons(best))
        return best;
    for (const struct author_group *group = last + 1; group < groups->items + groups->n; group++) {
        if (group->source != SOURCE_CLASS || !is_next(&g->page->dom, last, group) ||
            !author_groups_are_persons(group) || author_groups_shared(group, all ? all : best))
            continue;
        if (!all) {
            all = arena_alloc(g->arena, sizeof *all);
            *all = *best;
        }
        for (size_t i = 0; i < group->names.n && all->names.n < MAX_NAMES; i++) {
            all->kinds[all->names.n] = group->kinds[i];
            all->keys[all->names.n] = group->keys[i];
            all->names.items[all->names.n++] = group->names.items[i];
        }
        last = group;
    }
    return all ? all : best;
}

static bool has_person(const struct gathering *g, const struct author_group *group) {
    for (size_t i = 0; i < group->names.n; i++)
        if (group->kinds[i] == NAME_PERSON && !author_groups_is_site(g, group->keys[i]) &&
            !title_key_names_site(g, group->keys[i]))
            return true;
    return false;
}

/* Whether each name of a group is the site's, a desk's ("Redaktion"), or neither a person's name
 * nor a nickname. */
static bool is_house(const struct gathering *g, const struct author_group *group) {
    for (size_t i = 0; i < group->names.n; i++) {
        bool is_site = author_groups_is_site(g, group->keys[i]) ||
                       title_key_names_site(g, group->keys[i]) ||
                       author_groups_is_domain(group->names.items[i]) ||
                       words_is(group->keys[i], WORDS_ORGANISATION, gathering_languages(g));
        if (!is_site && group->kinds[i] != NAME_OTHER)
            return false;
    }
    return true;
}

/* Whether a name alone directly after the text is a signature. If it occurs elsewhere on the page,
 * it rather names someone whom the text is about, as a tag does. */
static bool is_signature(const struct gathering *g, const struct author_group *group) {
    if (group->names.n != 1 || !window_is_body(g, group->block - 1))
        return false;
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (i != group->block && str_holds(g->page->blocks[i].text, group->names.items[0]))
            return false;
    return true;
}

/* Whether the page names a group of persons as its authors: by a line with a byline word, by an
 * element's class, or directly after the text. If several bylines follow the text, none of them
 * counts. */
static bool is_named_here(const struct gathering *g, const struct window *window,
                          const struct author_groups *groups, const struct author_group *group) {
    if (comparison_key_contains(window->headline, group->keys[0]))
        return false; /* someone the page is about */
    if (group->is_explicit || (group->source == SOURCE_CLASS && group->rank >= 6))
        return true;
    if (group->source != SOURCE_TEXT || group->block < window->end || group->block == NOWHERE)
        return false;
    size_t n_after = 0;
    for (size_t i = 0; i < groups->n; i++)
        n_after += groups->items[i].source == SOURCE_TEXT && groups->items[i].block != NOWHERE &&
                   groups->items[i].block >= window->end;
    bool is_next = window_is_body(g, group->block - 1) || window_is_body(g, group->block - 2);
    return n_after == 1 && is_next && (group->rank >= 5 || is_signature(g, group));
}

/* Whether a line with a byline word has a name of the group. */
static bool is_shown_as_author(const struct author_groups *groups,
                               const struct author_group *group) {
    for (size_t i = 0; i < groups->n; i++)
        if (groups->items[i].is_explicit && author_groups_shared(&groups->items[i], group))
            return true;
    return false;
}

/* Machine-readable data often name the site as the author where a reader sees a person. Returns the
 * one group of persons that the page names as its authors, if there is one, instead of `best`. */
static const struct author_group *person_instead(const struct gathering *g,
                                                 const struct window *window,
                                                 const struct author_groups *groups,
                                                 const struct author_group *best) {
    const struct author_group *person = NULL;
    if (!is_house(g, best) || is_shown_as_author(groups, best))
        return best;
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        if (group->score < LEAST_PERSON_SCORE || !author_groups_are_persons(group) ||
            !has_person(g, group) || !is_named_here(g, window, groups, group))
            continue;
        if (person && !author_groups_shared(group, person))
            return best;
        if (!person || group->names.n > person->names.n)
            person = group;
    }
    return person ? person : best;
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

/* Whether the author of the first post may be better than what the page's lines say. */
static bool may_be_thread(const struct gathering *g, const struct author_group *best) {
    return !g->dump_lines && (!best || best->source == SOURCE_TEXT ||
                              best->source == SOURCE_CLASS || best->source == SOURCE_LINK);
}

/* Whether another source than the class of a post's author names somebody with good reason. */
static bool is_good(const struct author_group *group) {
    static const double LEAST = 1;
    return group->score > LEAST && !(group->source == SOURCE_CLASS && group->rank <= RANK_USERNAME);
}

/* Takes the author of a thread's first post, if the page has posts; `best` is what would be taken
 * otherwise, or NULL. */
static bool take_starter(const struct gathering *g, const struct window *window,
                         const struct author_group *best, struct authors *out) {
    static const double CERTAINTY = 0.85;
    struct thread_starter starter;
    if (!may_be_thread(g, best) || (best && is_good(best)))
        return false;
    thread_find_starter(g, window, &starter);
    if (!starter.name.len || (best && !starter.is_certain))
        return false;
    out->names.items[out->names.n++] = starter.name;
    out->source = gathering_source_name(SOURCE_CLASS);
    out->certainty = CERTAINTY;
    out->node = starter.node;
    out->are_of_post = true;
    return true;
}

void authors_choose(const struct gathering *g, const struct window *window, struct authors *out) {
    struct author_groups *groups = arena_alloc(g->arena, sizeof *groups);
    *out = (struct authors){.block = NOWHERE, .node = NOWHERE};
    author_groups_collect(g, window, groups);
    if (g->dump_lines)
        drop_told_of(g, window, groups);
    author_cues_weigh(g, window, groups);
    if (g->dump_lines)
        weigh_lines(g, groups);
    const struct author_group *best = best_group(g, window, groups);
    if (take_starter(g, window, best, out) || !best)
        return;
    best = visible_instead(g, groups, best);
    if (!g->dump_lines) {
        best = person_instead(g, window, groups,
                              line_instead(g, groups, list_instead(g, window, groups, best)));
        best = with_siblings(g, groups, best);
    }
    out->names = best->names;
    out->source = gathering_source_name(best->source);
    out->certainty = judge_certainty(g, best);
    out->are_of_post = type_is_thread(g);
    find_shown(groups, best, out);
}

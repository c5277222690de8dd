/*
 * Scores groups of authors by cues; see author_cues.h.
 */
#include "metadata/author/author_cues.h"

#include <math.h>

#include "base/ascii.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"
#include "metadata/elsewhere.h"
#include "metadata/author/name_words.h"

enum {
    FAR_BLOCKS = 20,
    MANY_GROUPS = 6,
    MAX_JOB_WORDS = 8,
    FEW_NAMES = 5 /* The weight of the number is that of news, which have no more. A paper may have
                     dozens, and further ones do not make its list less likely. */
};

/* X(NAME, weight on a page, weight in a dump) */
#define CUES(X)                                                                                    \
    X(BIAS, -0.16, -0.87)                                                                          \
    X(JSON_LD, 0.12, 0.00)                                                                         \
    X(META, -0.36, 0.00)                                                                           \
    X(MICRODATA, 0.98, 0.00)                                                                       \
    X(LINK, 0.54, 0.00)                                                                            \
    X(TEXT_BY, 0.17, 1.27)       /* a line with a byline word */                                   \
    X(TEXT_BESIDE, 0.26, 0.08)   /* a name beside the date, or over a biography */                 \
    X(TEXT_LONE, -2.31, -1.35)   /* any other name that is alone on its line */                    \
    X(CLASS, 0.61, 0.00)         /* an element whose class says so */                              \
    X(RANK, 0.55, 1.56)          /* how reliable the source is, divided by ten */                  \
    X(SAME_MACHINE, 1.42, 0.00)  /* a machine-readable source names the same authors */            \
    X(SAME_VISIBLE, 2.22, 2.21)  /* a visible source names the same authors */                     \
    X(PART_MACHINE, -1.14, 0.00) /* a machine-readable source names more authors */                \
    X(PART_VISIBLE, -0.82, -0.89)                                                                  \
    X(MORE_MACHINE, -0.87, 0.00) /* a machine-readable source names fewer */                       \
    X(MORE_VISIBLE, -1.78, -0.68)                                                                  \
    X(BY_MORE, 0.00,                                                                               \
      0.00) /* a line with a byline word names persons, some of whom are in another group */       \
    X(LIST_MORE, -0.17, 0.00)     /* so does a machine-readable list of several persons */         \
    X(FIRST_NAME, 0.63, 0.01)     /* one word, the first name of a person in another group */      \
    X(LONGER, -2.15, -0.64)       /* its name is another's with something added */                 \
    X(OTHER_BY, -1.87, -1.85)     /* a line with a byline word names other persons */              \
    X(OTHER_MACHINE, -1.89, 0.00) /* so does a machine-readable source */                          \
    X(PERSONS, 0.84, 1.03)        /* share of names written like a person's */                     \
    X(SINGLES, -0.31, -0.21)      /* share of names that are one word */                           \
    X(GROUPS, -0.53, -0.82)       /* share of names that are neither */                            \
    X(COMMON, -0.90, -0.36)       /* has a word that is in no name, but does not name a group */   \
    X(SITE, 0.03, -0.01)          /* includes the site itself */                                   \
    X(WIRE, -0.21, 0.33)          /* includes an agency */                                         \
    X(N_NAMES, -0.79, -1.68)      /* logarithm of the number of names */                           \
    X(LOWER, 0.44, -0.25)         /* begins with a small letter */                                 \
    X(DIGITS, 0.67, 0.04)         /* has digits, or marks within words */                          \
    X(OUTSIDE, -1.55, 0.00)       /* is outside the window */                                      \
    X(ASIDE, -0.38, 0.00)                                                                          \
    X(TEASER, -0.88, 0.00)                                                                         \
    X(COMMENT, -0.56, 0.00)                                                                        \
    X(QUOTE, -0.13, 0.00)                                                                          \
    X(PICTURE, -0.71, 0.00)                                                                        \
    X(ABOVE, -0.24, -1.03)       /* above the headline */                                          \
    X(BELOW, -1.17, -1.83)       /* how far below the headline */                                  \
    X(IN_BODY, -0.02, -0.70)     /* below the first paragraph */                                   \
    X(LONE_NEXT, 0.64, 0.00)     /* a lone name directly below the headline */                     \
    X(NEXT_JOB, 0.78, 0.88)      /* the line below begins with a job */                            \
    X(TAIL, 0.91, 1.71)          /* after the text */                                              \
    X(SIGNED, 0.83, 0.55)        /* directly after it */                                           \
    X(ORDER, -2.83, -4.13)       /* number of visible groups before it */                          \
    X(IN_HEADLINE, -1.11, -0.81) /* the headline contains the name */                              \
    X(HIDDEN, -1.15, 0.00)                                                                         \
    X(FORUM_SINGLE, 0.05, -0.40) /* one word, and no machine-readable source names a person */

enum cue {
#define X(name, page, dump) CUE_##name,
    CUES(X)
#undef X
        N_CUES
};

struct weighing {
    const struct gathering *g;
    const struct window *window;
    const struct author_groups *groups;
};

static bool is_visible(const struct author_group *group) {
    return group->source == SOURCE_TEXT || group->source == SOURCE_CLASS ||
           group->source == SOURCE_LINK;
}

static void read_source(const struct author_group *group, double cues[N_CUES]) {
    switch (group->source) {
    case SOURCE_JSON_LD:
        cues[CUE_JSON_LD] = 1;
        break;
    case SOURCE_META:
        cues[CUE_META] = 1;
        break;
    case SOURCE_MICRODATA:
        cues[CUE_MICRODATA] = 1;
        break;
    case SOURCE_LINK:
        cues[CUE_LINK] = 1;
        break;
    case SOURCE_CLASS:
        cues[CUE_CLASS] = 1;
        break;
    default:
        cues[group->rank >= 8   ? CUE_TEXT_BY
             : group->rank >= 4 ? CUE_TEXT_BESIDE
                                : CUE_TEXT_LONE] = 1;
        break;
    }
    cues[CUE_RANK] = group->rank / 10.0;
}

static enum cue agreement(const struct author_group *other, bool is_same, bool has_more) {
    bool by_reader = is_visible(other);
    if (is_same)
        return by_reader ? CUE_SAME_VISIBLE : CUE_SAME_MACHINE;
    if (has_more)
        return by_reader ? CUE_PART_VISIBLE : CUE_PART_MACHINE;
    return by_reader ? CUE_MORE_VISIBLE : CUE_MORE_MACHINE;
}

/* Whether one group has only a first name, and the other that person's full name. */
static bool is_first_name(const struct author_group *first, const struct author_group *whole) {
    struct str name = first->keys[0], key = whole->keys[0];
    return first->names.n == 1 && whole->names.n == 1 && !memchr(name.at, ' ', name.len) &&
           key.len > name.len && str_starts_with(key, name) && key.at[name.len] == ' ';
}

/* Whether a block near the headline contains the name. */
static bool is_shown(const struct weighing *w, struct str name) {
    const struct block_page *page = w->g->page;
    for (size_t i = w->window->head; i < page->n_blocks && i < w->window->head + FAR_BLOCKS; i++)
        if (str_holds(page->blocks[i].text, name))
            return true;
    return false;
}

/* Whether the page shows all names of a paper's list, perhaps each on a line of its own: then those
 * that name only some of them confirm it. */
static bool is_shown_list(const struct weighing *w, const struct author_group *group) {
    size_t n_shown = 0;
    while (author_groups_is_citation(group) && n_shown < group->names.n &&
           is_shown(w, group->names.items[n_shown]))
        n_shown++;
    return n_shown == group->names.n;
}

/* Computes the cues that the other groups give for and against this one. */
static void read_others(const struct weighing *w, const struct author_group *group,
                        double cues[N_CUES]) {
    size_t n_before = 0;
    for (size_t k = 0; k < w->groups->n; k++) {
        const struct author_group *other = &w->groups->items[k];
        if (other == group || author_groups_is_nested(w->g, group, other))
            continue;
        size_t n_shared = author_groups_shared(group, other);
        bool is_same = group->names.n == other->names.n && n_shared == group->names.n;
        if (is_visible(other) && is_visible(group) && !n_shared && other < group)
            n_before++;
        if (n_shared && author_groups_has_longer(group, other))
            cues[CUE_LONGER] = 1;
        if (n_shared && other->rank >= 2)
            cues[agreement(other, is_same, other->names.n > group->names.n)] = 1;
        if (is_first_name(group, other))
            cues[CUE_FIRST_NAME] = 1;
        if (!n_shared && author_groups_are_persons(other)) {
            if (other->is_explicit)
                cues[CUE_OTHER_BY] = 1;
            else if (!is_visible(other) && other->rank >= 6)
                cues[CUE_OTHER_MACHINE] = 1;
        }
    }
    if (cues[CUE_MORE_VISIBLE] > 0 && is_shown_list(w, group))
        cues[CUE_MORE_VISIBLE] = 0;
    bool has_more = cues[CUE_MORE_MACHINE] > 0 || cues[CUE_MORE_VISIBLE] > 0;
    if (has_more && author_groups_are_persons(group)) {
        cues[CUE_BY_MORE] = group->is_explicit;
        cues[CUE_LIST_MORE] = !is_visible(group);
    }
    cues[CUE_ORDER] = n_before < MANY_GROUPS ? (double)n_before / MANY_GROUPS : 1;
}

static bool has_odd_mark(struct str name) {
    for (size_t i = 0; i < name.len; i++)
        if (ascii_is_digit(name.at[i]) || name.at[i] == '_' || name.at[i] == '@' ||
            name.at[i] == ':' || name.at[i] == '/')
            return true;
    return false;
}

static void read_names(const struct weighing *w, const struct author_group *group,
                       double cues[N_CUES]) {
    static const uint8_t SHARE_OF[] = {[NAME_NONE] = CUE_GROUPS,
                                       [NAME_OTHER] = CUE_GROUPS,
                                       [NAME_SINGLE] = CUE_SINGLES,
                                       [NAME_PERSON] = CUE_PERSONS};
    double n = (double)group->names.n;
    struct str headline = w->window->headline;
    for (size_t i = 0; i < group->names.n; i++) {
        struct str name = group->names.items[i], key = group->keys[i];
        cues[SHARE_OF[group->kinds[i]]] += 1 / n;
        bool is_common =
            !group->is_house[i] && name_has_common(w->g->arena, name, gathering_languages(w->g));
        cues[CUE_COMMON] += is_common ? 1 / n : 0;
        cues[CUE_SITE] +=
            author_groups_is_site(w->g, key) || author_groups_is_domain(name) ? 1 / n : 0;
        cues[CUE_WIRE] += words_is(key, WORDS_WIRE, ANY_LANGUAGE) ? 1 / n : 0;
        cues[CUE_LOWER] += ascii_is_lower(name.at[0]) ? 1 / n : 0;
        cues[CUE_DIGITS] += has_odd_mark(name) ? 1 / n : 0;
        if (comparison_key_contains(headline, key))
            cues[CUE_IN_HEADLINE] = 1;
    }
    bool is_named = group->is_explicit || !is_visible(group);
    cues[CUE_N_NAMES] =
        log(n > FEW_NAMES && is_named && author_groups_are_persons(group) ? FEW_NAMES : n);
    cues[CUE_FORUM_SINGLE] = cues[CUE_SINGLES] > 0 && cues[CUE_OTHER_MACHINE] == 0;
}

static bool is_job_line(const struct weighing *w, uint32_t block) {
    static const uint64_t JOBS = WORDS_BIT(WORDS_JOB) | WORDS_BIT(WORDS_ORGANISATION);
    if (block >= w->g->page->n_blocks || w->g->page->blocks[block].counts.n_words > MAX_JOB_WORDS)
        return false;
    struct str text = w->g->page->blocks[block].text;
    return words_prefix_of(w->g->arena, text, JOBS, gathering_languages(w->g), NULL) != 0;
}

static void read_place(const struct weighing *w, const struct author_group *group,
                       double cues[N_CUES]) {
    const struct block_page *page = w->g->page;
    uint32_t node = group->node, block = group->block;
    if (node == NOWHERE && block == NOWHERE)
        return;
    if (node != NOWHERE && !window_has_node(w->g, w->window, node)) {
        cues[CUE_OUTSIDE] = 1;
    } else {
        block = window_find_block(w->g, w->window, block, node);
    }
    if (node == NOWHERE && page->dom.n_nodes)
        node = page->blocks[block].first_node;
    enum elsewhere elsewhere = elsewhere_find(w->g, w->window, node);
    cues[CUE_ASIDE] = elsewhere == ELSEWHERE_ASIDE;
    cues[CUE_TEASER] = elsewhere == ELSEWHERE_TEASER;
    cues[CUE_COMMENT] = elsewhere == ELSEWHERE_COMMENT || elsewhere == ELSEWHERE_REVIEW;
    cues[CUE_QUOTE] = elsewhere == ELSEWHERE_QUOTE;
    cues[CUE_PICTURE] = elsewhere == ELSEWHERE_PICTURE || elsewhere == ELSEWHERE_CREDIT;
    if (block == NOWHERE)
        return;
    cues[CUE_ABOVE] = block < w->window->head;
    if (block >= w->window->head) {
        uint32_t below = block - w->window->head;
        cues[CUE_BELOW] = below < FAR_BLOCKS ? (double)below / FAR_BLOCKS : 1;
    }
    bool is_lone = group->source == SOURCE_TEXT && group->rank < 4;
    cues[CUE_LONE_NEXT] = is_lone && block == w->window->head;
    cues[CUE_NEXT_JOB] = is_visible(group) && is_job_line(w, block + 1);
    cues[CUE_TAIL] = block >= w->window->end;
    cues[CUE_SIGNED] = is_lone && block >= w->window->end && window_is_body(w->g, block - 1);
    cues[CUE_IN_BODY] = block > w->window->body;
    cues[CUE_HIDDEN] = (page->blocks[block].flags & BLOCK_HIDDEN) != 0;
}

static void read_cues(const struct weighing *w, const struct author_group *group,
                      double cues[N_CUES]) {
    for (size_t k = 0; k < N_CUES; k++)
        cues[k] = 0;
    cues[CUE_BIAS] = 1;
    read_source(group, cues);
    read_others(w, group, cues);
    read_names(w, group, cues);
    read_place(w, group, cues);
}

void author_cues_weigh(const struct gathering *g, const struct window *window,
                       struct author_groups *groups) {
    static const double WEIGHTS[N_CUES][2] = {
#define X(name, page, dump) {page, dump},
        CUES(X)
#undef X
    };
    const struct weighing w = {g, window, groups};
    bool is_dump = g->page->dom.n_nodes == 0;
    for (size_t i = 0; i < groups->n; i++) {
        double cues[N_CUES];
        read_cues(&w, &groups->items[i], cues);
        groups->items[i].score = 0;
        for (size_t k = 0; k < N_CUES; k++)
            groups->items[i].score += WEIGHTS[k][is_dump] * cues[k];
    }
}

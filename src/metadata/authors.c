/*
 * Chooses the authors among the groups that the sources name; see choose.h.
 */
#include "metadata/authors.h"

#include "base/ascii.h"
#include "lexicon/words.h"
#include "metadata/byline.h"
#include "metadata/comparison_key.h"
#include "metadata/title_parts.h"

enum {
    MIN_PREFIX_BYTES = 7, /* "jo doe" could begin many a name */
    MIN_SCORE = 3,        /* more than a lone line that looks like a name has */
    MIN_SUPPORT_RANK = 2  /* lines that only look like a name stand on many a page in numbers */
};

/* Authors that one source names together. */
struct group {
    struct name_list names;
    struct str keys[MAX_NAMES];
    uint32_t block, node;
    uint8_t source, rank;
    bool is_explicit; /* a visible line that begins with a by-word */
    double score;
};

struct groups {
    struct group items[MAX_CANDIDATES];
    size_t n;
};

/* ---- reading ---- */

/* Without the semicolons that elements without text leave around those with it. */
static struct str trim_joints(struct str s) {
    while (s.len && (s.at[0] == ' ' || s.at[0] == ';'))
        s = str_between(s, 1, s.len);
    while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == ';'))
        s.len--;
    return s;
}

/* A whole value, where it is a house's name ("Doe & Doe") or no name is found in it. */
static void take_whole(struct str value, struct name_list *names) {
    struct str text = trim_joints(value);
    bool is_address = str_has_byte(text, '@') || str_has_byte(text, '/');
    if (names->n == 0 && text.len && text.len <= 60 && !is_address)
        names->items[names->n++] = text;
}

static bool has_equal(const struct group *group, struct str key) {
    for (size_t i = 0; i < group->names.n; i++)
        if (str_equals(group->keys[i], key))
            return true;
    return false;
}

static void read_candidate(const struct gathering *g, const struct candidate *c,
                           struct group *group) {
    uint32_t languages = gathering_languages(g);
    bool surname_first = c->source == SOURCE_META && c->rank == 10; /* citation_author */
    struct name_list names = {.n = 0};
    bool is_house = c->is_house || (c->source != SOURCE_TEXT && title_names_site(g, c->text));
    if (!is_house)
        byline_read(g->arena, c->text, languages, surname_first, &names);
    if (is_house || c->source == SOURCE_JSON_LD)
        take_whole(c->text, &names);
    for (size_t i = 0; i < names.n && group->names.n < MAX_NAMES; i++) {
        struct str key = comparison_key_of(g->arena, names.items[i]);
        if (!key.len || has_equal(group, key) || name_is_placeholder(g->arena, names.items[i]))
            continue;
        group->keys[group->names.n] = key;
        group->names.items[group->names.n++] = names.items[i];
    }
    group->is_explicit |= c->source == SOURCE_TEXT && c->rank >= 8;
    if (c->rank > group->rank)
        group->rank = c->rank;
}

static bool is_site(const struct gathering *g, struct str key) {
    return (g->site_key.len && str_equals(key, g->site_key)) ||
           (g->host_key.len >= 4 && str_equals(key, g->host_key));
}

/* A house behind the names of persons is where they work. */
static void drop_houses(const struct gathering *g, struct group *group) {
    size_t kept = 0;
    for (size_t i = 0; i < group->names.n; i++) {
        bool is_house =
            i && (is_site(g, group->keys[i]) || words_is(group->keys[i], WORDS_WIRE, UINT32_MAX) ||
                  title_names_site(g, group->names.items[i]));
        if (is_house)
            continue;
        group->keys[kept] = group->keys[i];
        group->names.items[kept++] = group->names.items[i];
    }
    group->names.n = kept;
}

static void collect(const struct gathering *g, const struct window *window, struct groups *out) {
    const struct candidates *list = &g->of[CANDIDATE_AUTHOR];
    uint16_t last = 0;
    out->n = 0;
    for (size_t i = 0; i < list->n; i++) {
        const struct candidate *c = &list->items[i];
        if (window_is_of_entry(g, window, c))
            continue;
        bool is_new = !out->n || c->group != last;
        last = c->group;
        if (is_new && (out->n == 0 || out->items[out->n - 1].names.n))
            out->n++;
        struct group *group = &out->items[out->n - 1];
        if (is_new)
            *group = (struct group){.block = c->block, .node = c->node, .source = c->source};
        read_candidate(g, c, group);
    }
    if (out->n && out->items[out->n - 1].names.n == 0)
        out->n--;
    for (size_t i = 0; i < out->n; i++)
        drop_houses(g, &out->items[i]);
}

/* ---- weighing ---- */

/* The same name, or one with something behind it that ran together with it or is the house's. */
static bool is_same_name(struct str a, struct str b) {
    if (a.len > b.len) {
        struct str other = a;
        a = b;
        b = other;
    }
    return str_equals(a, b) ||
           (str_has_byte(a, ' ') && a.len >= MIN_PREFIX_BYTES && str_starts_with(b, a));
}

static bool has_key(const struct group *group, struct str key) {
    for (size_t i = 0; i < group->names.n; i++)
        if (is_same_name(group->keys[i], key))
            return true;
    return false;
}

/* Whether a name of the group goes on where the other's ends. */
static bool has_longer(const struct group *group, const struct group *other) {
    for (size_t i = 0; i < group->names.n; i++)
        for (size_t k = 0; k < other->names.n; k++)
            if (group->keys[i].len > other->keys[k].len &&
                is_same_name(group->keys[i], other->keys[k]))
                return true;
    return false;
}

static size_t n_shared(const struct group *a, const struct group *b) {
    size_t n = 0;
    for (size_t i = 0; i < a->names.n; i++)
        n += has_key(b, a->keys[i]);
    return n;
}

/* Visible lines and elements named by their class are one source of evidence, and so are the
 * values that machines write for machines. */
static int family(uint8_t source) {
    return source == SOURCE_TEXT || source == SOURCE_CLASS || source == SOURCE_LINK;
}

/* "example.com" */
static bool is_domain(struct str name) {
    size_t i = name.len;
    while (i && ascii_is_lower(name.at[i - 1]))
        i--;
    return i > 2 && name.at[i - 1] == '.' && name.len - i >= 2 && !str_has_byte(name, ' ');
}

/* A person is who one asks for; a house, and what is neither, are named for want of one. */
static double judge_name(const struct gathering *g, struct str name, struct str key) {
    uint32_t languages = gathering_languages(g);
    if (is_site(g, key) || is_domain(name))
        return -5;
    switch (name_kind(g->arena, name, languages)) {
    case NAME_PERSON:
        return 1;
    case NAME_SINGLE:
        return -1;
    default:
        return words_is(key, WORDS_WIRE, UINT32_MAX) ? 0 : -3;
    }
}

static double judge_names(const struct gathering *g, const struct group *group) {
    double sum = 0;
    for (size_t i = 0; i < group->names.n; i++)
        sum += judge_name(g, group->names.items[i], group->keys[i]);
    return sum / (double)group->names.n;
}

/* Elements within each other say the same thing once. */
static bool is_nested(const struct gathering *g, const struct group *a, const struct group *b) {
    const struct dom_node *nodes = g->page->dom.nodes;
    if (a->node == NOWHERE || b->node == NOWHERE)
        return false;
    return (a->node <= b->node && b->node < nodes[a->node].end) ||
           (b->node <= a->node && a->node < nodes[b->node].end);
}

static void weigh(const struct gathering *g, const struct window *window, struct groups *groups) {
    for (size_t i = 0; i < groups->n; i++) {
        struct group *group = &groups->items[i];
        double support[2] = {0, 0};
        for (size_t k = 0; k < groups->n; k++) {
            const struct group *other = &groups->items[k];
            if (k == i || other->rank < MIN_SUPPORT_RANK || is_nested(g, group, other) ||
                n_shared(group, other) == 0)
                continue;
            bool is_same =
                group->names.n == other->names.n && n_shared(group, other) == group->names.n;
            double more = has_longer(group, other) ? 0 : is_same ? 4 : 1.5;
            if (more > support[family(other->source)])
                support[family(other->source)] = more;
        }
        group->score = group->rank + support[0] + support[1] + judge_names(g, group);
        if (group->node != NOWHERE && !window_has_node(g, window, group->node))
            group->score -= 4; /* beside other articles or comments, or a biography */
    }
}

/* ---- the choice ---- */

static const struct group *best_group(const struct groups *groups) {
    const struct group *best = NULL;
    for (size_t i = 0; i < groups->n; i++)
        if (!best || groups->items[i].score > best->score)
            best = &groups->items[i];
    return best;
}

static bool are_persons(const struct gathering *g, const struct group *group) {
    uint32_t languages = gathering_languages(g);
    for (size_t i = 0; i < group->names.n; i++)
        if (name_kind(g->arena, group->names.items[i], languages) != NAME_PERSON)
            return false;
    return true;
}

/* Whether one group has a first name alone, and the other that person's whole name. */
static bool is_first_name(const struct group *first, const struct group *whole) {
    struct str name = first->keys[0], key = whole->keys[0];
    return first->names.n == 1 && whole->names.n == 1 && !memchr(name.at, ' ', name.len) &&
           key.len > name.len && str_starts_with(key, name) && key.at[name.len] == ' ';
}

/* A byline that a reader sees knows who wrote and who took the pictures, where a machine's list
 * names all of them, or only the first. */
static const struct group *visible_instead(const struct gathering *g, const struct groups *groups,
                                           const struct group *best) {
    for (size_t i = 0; i < groups->n; i++) {
        const struct group *group = &groups->items[i];
        if (group->is_explicit && (n_shared(group, best) || is_first_name(best, group)) &&
            group->score >= 5 && are_persons(g, group))
            return group;
    }
    return best;
}

/* The line that shows one of the chosen names. */
static void find_shown(const struct groups *groups, const struct group *best, struct authors *out) {
    const struct group *shown = NULL;
    for (size_t i = 0; i < groups->n; i++) {
        const struct group *group = &groups->items[i];
        /* (A link that gives authors is one of the body: rel="author".) */
        bool is_shown = group->source == SOURCE_TEXT || group->source == SOURCE_CLASS ||
                        group->source == SOURCE_LINK;
        if (is_shown && n_shared(group, best) && (!shown || group->rank > shown->rank))
            shown = group;
    }
    if (shown) {
        out->block = shown->block;
        out->node = shown->node;
    }
}

void authors_choose(const struct gathering *g, const struct window *window, struct authors *out) {
    struct groups *groups = arena_alloc(g->arena, sizeof *groups);
    *out = (struct authors){.block = NOWHERE, .node = NOWHERE};
    collect(g, window, groups);
    weigh(g, window, groups);
    const struct group *best = best_group(groups);
    if (!best || best->score < MIN_SCORE)
        return;
    best = visible_instead(g, groups, best);
    out->names = best->names;
    out->source = gathering_source_name(best->source);
    find_shown(groups, best, out);
}

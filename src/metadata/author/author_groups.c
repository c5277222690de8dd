/*
 * Sorts candidates into groups of authors; see author_groups.h.
 */
#include "metadata/author/author_groups.h"

#include "base/ascii.h"
#include "lexicon/words.h"
#include "metadata/author/byline.h"
#include "metadata/author/name_order.h"
#include "metadata/author/place_line.h"
#include "metadata/block_lines.h"
#include "metadata/comparison_key.h"
#include "metadata/elsewhere.h"
#include "metadata/title/title_parts.h"

enum {
    RANK_CITATION = 10,   /* citation_author */
    RANK_RECORD = 7,      /* DC.creator, dcterms.creator */
    MIN_OTHERS = 2,       /* teasers with other authors than the first */
    MAX_WHOLE_BYTES = 60, /* of an organisation that is not split; a longer text is a sentence */
    MIN_PREFIX_BYTES = 7  /* "jo doe" could be the beginning of many names */
};

/* Removes the semicolons that elements without text leave around those with text, and the bar
 * between a date and an organisation. */
static struct str trim_joints(struct str s) {
    while (s.len && ascii_is_one_of(s.at[0], " ;|"))
        s = str_between(s, 1, s.len);
    while (s.len && ascii_is_one_of(s.at[s.len - 1], " ;|"))
        s.len--;
    return s;
}

/* Takes the whole value if it is an organisation's name ("Doe & Doe") or no name is found in it. */
static void take_whole(struct str value, struct name_list *names) {
    struct str text = trim_joints(value);
    bool is_address =
        str_has_byte(text, '@') || str_has_byte(text, '/') || str_starts_with(text, STR("("));
    if (names->n == 0 && text.len && text.len <= MAX_WHOLE_BYTES && !is_address)
        names->items[names->n++] = text;
}

static bool has_equal(const struct author_group *group, struct str key) {
    for (size_t i = 0; i < group->names.n; i++)
        if (str_equals(group->keys[i], key))
            return true;
    return false;
}

/* The name without the site's that was written after it: "Jane Doe Tidewater Courier", "Jane Doe
 * BBC". A single word that is not all capitals may be the surname. */
static struct str without_site(const struct gathering *g, struct str name) {
    size_t n_words = 1;
    for (size_t at = str_find_byte(name, 0, ' '); at < name.len;) {
        struct str tail = str_between(name, at + 1, name.len);
        bool is_long = str_has_byte(tail, ' ') || name_words_is_upper(tail);
        struct str head = str_between(name, 0, at);
        if (n_words >= 2 && is_long && title_names_site(g, tail) &&
            name_kind(g->arena, head, gathering_languages(g)) == NAME_PERSON)
            return head;
        n_words++;
        at = str_find_byte(name, at + 1, ' ');
    }
    return name;
}

/* Whether a machine-readable source gives the names as "Doe, Jane". If the two parts are not a
 * person's name, the first may be the site's: "Courier, Ellery". */
static bool begins_with_surname(const struct gathering *g, const struct candidate *c) {
    bool is_meta = c->source == SOURCE_META;
    if (is_meta && c->rank == RANK_CITATION)
        return true;
    bool is_machine = is_meta || c->source == SOURCE_JSON_LD || c->source == SOURCE_MICRODATA;
    return is_machine && str_has_byte(c->text, ',') &&
           !title_names_site(g, str_before(c->text, ',')) &&
           name_order_is_turned(g->arena, c->text, gathering_languages(g),
                                is_meta && c->rank == RANK_RECORD);
}

/* A name of several words that is there twice, once: "Staff Reports Staff Reports", but "Duran
 * Duran". */
static struct str once(struct str name) {
    struct str first = block_lines_once(name);
    return str_has_byte(first, ' ') ? first : name;
}

/* Whether the candidate is a place, which it is not in the records of catalogues. */
static bool is_place(const struct candidate *c) {
    bool is_record =
        c->source == SOURCE_META && (c->rank == RANK_CITATION || c->rank == RANK_RECORD);
    return !is_record && (c->source == SOURCE_TEXT ? place_line_may_be_town(c->text)
                                                   : place_line_is_town(c->text));
}

static void read_candidate(const struct gathering *g, const struct candidate *c,
                           struct author_group *group) {
    language_set languages = gathering_languages(g);
    bool surname_first = begins_with_surname(g, c);
    struct name_list names = {.n = 0};
    if (is_place(c))
        return;
    bool is_house = c->is_house || (c->source != SOURCE_TEXT && title_names_site(g, c->text));
    if (!is_house)
        byline_read(g->arena, c->text, languages, surname_first, &names);
    if (is_house || c->source == SOURCE_JSON_LD)
        take_whole(c->text, &names);
    for (size_t i = 0; i < names.n && group->names.n < MAX_NAMES; i++) {
        struct str name = once(names.items[i]);
        name = is_house ? name : without_site(g, name);
        struct str key = comparison_key_of(g->arena, name);
        if (!key.len || has_equal(group, key) || name_is_placeholder(g->arena, name))
            continue;
        group->keys[group->names.n] = key;
        group->is_house[group->names.n] = c->is_house;
        group->names.items[group->names.n++] = name;
    }
    group->is_explicit |= c->source == SOURCE_TEXT && c->rank >= 8;
    if (c->rank > group->rank)
        group->rank = c->rank;
}

bool author_groups_is_site(const struct gathering *g, struct str key) {
    return (g->site_key.len && str_equals(key, g->site_key)) ||
           (g->host_key.len >= 4 && str_equals(key, g->host_key));
}

/* An organisation that follows the names of persons is where they work, unless it is an agency that
 * JSON-LD says is one of the authors. */
static void drop_organisations(const struct gathering *g, struct author_group *group) {
    size_t kept = 0;
    for (size_t i = 0; i < group->names.n; i++) {
        bool is_agency = words_is(group->keys[i], WORDS_WIRE, ANY_LANGUAGE) && !group->is_house[i];
        bool is_house = i && (author_groups_is_site(g, group->keys[i]) || is_agency ||
                              title_names_site(g, group->names.items[i]));
        if (is_house)
            continue;
        group->keys[kept] = group->keys[i];
        group->is_house[kept] = group->is_house[i];
        group->names.items[kept++] = group->names.items[i];
    }
    group->names.n = kept;
}

/* Finds the kind of each name once, for all callers that need it. */
static void judge_names(const struct gathering *g, struct author_group *group) {
    for (size_t i = 0; i < group->names.n; i++)
        group->kinds[i] =
            (uint8_t)name_kind(g->arena, group->names.items[i], gathering_languages(g));
}

/* Whether the markup of an element away from the article names its author: that of a teaser, or of
 * this page, at its end. */
static bool is_named_elsewhere(const struct gathering *g, const struct window *window,
                               const struct author_group *group) {
    return group->source == SOURCE_MICRODATA && group->node != NOWHERE &&
           !window_has_node(g, window, group->node);
}

/* Drops the authors of teasers: several people, each named by the markup of an element of their own
 * away from the article. */
static void drop_teasers(const struct gathering *g, const struct window *window,
                         struct author_groups *groups) {
    const struct author_group *first = NULL;
    size_t n_others = 0, kept = 0;
    for (size_t i = 0; i < groups->n; i++) {
        const struct author_group *group = &groups->items[i];
        if (!is_named_elsewhere(g, window, group))
            continue;
        first = first ? first : group;
        n_others += author_groups_shared(group, first) == 0;
    }
    for (size_t i = 0; n_others >= MIN_OTHERS && i < groups->n; i++)
        if (!is_named_elsewhere(g, window, &groups->items[i]))
            groups->items[kept++] = groups->items[i];
    if (n_others >= MIN_OTHERS)
        groups->n = kept;
}

/* Whether it is a line below the text, in an element that by its class holds related pages. */
static bool is_line_of_teaser(const struct gathering *g, const struct window *window,
                              const struct candidate *c) {
    return c->source == SOURCE_TEXT && c->block != NOWHERE && c->block >= window->end &&
           elsewhere_of_candidate(g, window, c) == ELSEWHERE_TEASER;
}

void author_groups_collect(const struct gathering *g, const struct window *window,
                           struct author_groups *out) {
    const struct candidates *list = &g->of[CANDIDATE_AUTHOR];
    uint16_t last = 0;
    out->n = 0;
    for (size_t i = 0; i < list->n; i++) {
        const struct candidate *c = &list->items[i];
        if (window_is_of_entry(g, window, c) || elsewhere_is_of_facts(g, window, c) ||
            is_line_of_teaser(g, window, c))
            continue;
        bool is_new = !out->n || c->group != last;
        last = c->group;
        if (is_new && (out->n == 0 || out->items[out->n - 1].names.n))
            out->n++;
        struct author_group *group = &out->items[out->n - 1];
        if (is_new)
            *group = (struct author_group){.block = c->block, .node = c->node, .source = c->source};
        read_candidate(g, c, group);
    }
    if (out->n && out->items[out->n - 1].names.n == 0)
        out->n--;
    for (size_t i = 0; i < out->n; i++) {
        drop_organisations(g, &out->items[i]);
        judge_names(g, &out->items[i]);
    }
    drop_teasers(g, window, out);
}

/* Whether it is the same name, perhaps with something added: text that was attached to it, or the
 * name of an organisation. */
static bool is_same_name(struct str a, struct str b) {
    if (a.len > b.len) {
        struct str other = a;
        a = b;
        b = other;
    }
    return str_equals(a, b) ||
           (str_has_byte(a, ' ') && a.len >= MIN_PREFIX_BYTES && str_starts_with(b, a));
}

static bool has_key(const struct author_group *group, struct str key) {
    for (size_t i = 0; i < group->names.n; i++)
        if (is_same_name(group->keys[i], key))
            return true;
    return false;
}

bool author_groups_has_longer(const struct author_group *group, const struct author_group *other) {
    for (size_t i = 0; i < group->names.n; i++)
        for (size_t k = 0; k < other->names.n; k++)
            if (group->keys[i].len > other->keys[k].len &&
                is_same_name(group->keys[i], other->keys[k]))
                return true;
    return false;
}

size_t author_groups_shared(const struct author_group *a, const struct author_group *b) {
    size_t n = 0;
    for (size_t i = 0; i < a->names.n; i++)
        n += has_key(b, a->keys[i]);
    return n;
}

bool author_groups_is_nested(const struct gathering *g, const struct author_group *a,
                             const struct author_group *b) {
    const struct dom_node *nodes = g->page->dom.nodes;
    if (a->node == NOWHERE || b->node == NOWHERE)
        return false;
    return (a->node <= b->node && b->node < nodes[a->node].end) ||
           (b->node <= a->node && a->node < nodes[b->node].end);
}

bool author_groups_is_citation(const struct author_group *group) {
    return group->source == SOURCE_META && group->rank == RANK_CITATION;
}

bool author_groups_is_domain(struct str name) {
    size_t i = name.len;
    while (i && ascii_is_lower(name.at[i - 1]))
        i--;
    return i > 2 && name.at[i - 1] == '.' && name.len - i >= 2 && !str_has_byte(name, ' ');
}

bool author_groups_are_persons(const struct author_group *group) {
    for (size_t i = 0; i < group->names.n; i++)
        if (group->kinds[i] != NAME_PERSON)
            return false;
    return true;
}

/*
 * Groups of authors that one source names together, and how far the sources agree.
 */
#ifndef PITH_METADATA_AUTHOR_GROUPS_H
#define PITH_METADATA_AUTHOR_GROUPS_H

#include "metadata/author/name.h"
#include "metadata/window.h"

struct author_group {
    struct name_list names;
    struct str keys[MAX_NAMES];
    uint8_t kinds[MAX_NAMES]; /* enum name_kind of each name */
    bool is_house[MAX_NAMES]; /* whether JSON-LD says that the name is an organisation's */
    uint32_t block, node;
    uint8_t source, rank;
    bool is_explicit; /* a visible line that begins with a byline word ("By") */
    double score;     /* log odds that it names the page's authors, and all of them */
};

struct author_groups {
    struct author_group items[MAX_CANDIDATES];
    size_t n;
};

/* Extracts the names from all candidates. */
void author_groups_collect(const struct gathering *g, const struct window *window,
                           struct author_groups *out);

/* Whether the key is that of the site's name or of its host's. */
bool author_groups_is_site(const struct gathering *g, struct str key);

/* Whether the name is a URL without a path: "example.com". */
bool author_groups_is_domain(struct str name);

/* Whether it is the list of a paper's authors: citation_author. */
bool author_groups_is_citation(const struct author_group *group);

/* The number of names in `a` that are also in `b`. */
size_t author_groups_shared(const struct author_group *a, const struct author_group *b);

/* Whether a name of the group is a longer form of one of the other group's: it begins with it. */
bool author_groups_has_longer(const struct author_group *group, const struct author_group *other);

/* Whether the element of one is inside that of the other, so that they are the same statement. */
bool author_groups_is_nested(const struct gathering *g, const struct author_group *a,
                             const struct author_group *b);

/* Whether all names are names of persons. */
bool author_groups_are_persons(const struct author_group *group);

#endif

/*
 * The attributes of start tags into lists that go past Gumbo: a tag's list becomes one attribute
 * without a value, whose name is a mark.
 */
#ifndef PITH_HTML_ATTR_LIST_H
#define PITH_HTML_ATTR_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/name_table.h"
#include "base/str.h"
#include "html/dom_attr.h"
#include "html/element.h"

struct attr_lists {
    struct arena *arena;
    struct dom_attr_list *lists; /* indexed by marks */
    size_t n_lists, cap_lists;
    unsigned max_attributes;
    const struct attr_selected *selected; /* NULL: none */
    struct name_table names;
    struct dom_attr *scratch; /* of the tag at hand */
    /* The lists of formatting elements by the bytes of their tags, which tell whether Gumbo is to
     * take two of them for identical. */
    struct attr_key *keys; /* an open hash */
    size_t n_keys, cap_keys;
};

/* What a start tag has behind its name. */
struct attr_tag {
    size_t list;      /* index of its list plus 1; 0: nobody reads any of its attributes */
    struct str type;  /* value of `type`, not decoded; STR_NONE without one */
    bool self_closes; /* it ended in "/>" */
};

/* Whether the value of a data-* attribute is the address of a picture, by its ending. */
bool attr_is_picture(struct str value);

bool attr_equals_in_any_case(struct str a, struct str b);

/* Makes *out of an attribute that is read for selectors; false if it is none of those. */
bool attr_take_selected(struct arena *arena, const struct attr_selected *selected, struct str name,
                        struct str value, struct dom_attr *out);

/* Of each tag no more than `max_attributes` are read, and of `selected`, which may be NULL; all of
 * the lists lie in the arena. */
void attr_lists_init(struct attr_lists *lists, struct arena *arena, unsigned max_attributes,
                     const struct attr_selected *selected);

/* Reads the attributes from `p`, behind the name of a tag of `element`. Returns the place behind
 * the tag, or NULL where the page ends before it. */
const char *attr_lists_read(struct attr_lists *lists, const char *p, const char *end,
                            enum element element, struct attr_tag *out);

#endif

/*
 * Keeps the attributes of start tags in lists that bypass Gumbo: all attributes of a tag become one
 * attribute without a value, whose name is a mark.
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
    const struct name_table *names;
    struct dom_attr *scratch; /* of the tag read last */
};

/* What follows the name of a start tag. */
struct attr_tag {
    uint64_t names;   /* bits by enum dom_attr_name: those that are used */
    struct str type;  /* value of `type`, not decoded; STR_NONE without one */
    struct str bytes; /* formatting elements: all of it, if it has attributes; otherwise empty */
    uint32_t n_attrs; /* that are used */
    bool self_closes; /* it ended in "/>" */
};

/* Whether the value of a data-* attribute is the address of an image, judged by its extension. */
bool attr_is_picture(struct str value);

/* A value as far as it is read. Names, styles and the like are read again for each child of their
 * element, or for each copy that Gumbo makes of it, so that their length is bounded: on real pages
 * a class has up to 2,287 bytes. The address of a link becomes empty if no server would accept it.
 */
struct str attr_bounded(enum dom_attr_name name, struct str value);

bool attr_equals_in_any_case(struct str a, struct str b);

/* Turns an attribute into *out if it is read for selectors; otherwise returns false. */
bool attr_take_selected(struct arena *arena, const struct attr_selected *selected, struct str name,
                        struct str value, struct dom_attr *out);

/* At most `max_attributes` are read per tag, and those in `selected`, which may be NULL. All lists
 * are in the arena. */
void attr_lists_init(struct attr_lists *lists, struct arena *arena, unsigned max_attributes,
                     const struct attr_selected *selected);

/* Reads the attributes from `p`, after the name of a tag of `element`. Returns the position after
 * the tag, or NULL if the page ends before it. No list is made of them yet. */
const char *attr_lists_read(struct attr_lists *lists, const char *p, const char *end,
                            enum element element, struct attr_tag *out);

/* Makes a list of the attributes of the tag read last. Returns its index plus 1; 0 if there is
 * nothing in it that matters. Formatting elements get a list even if none of their attributes is
 * used: whether they have equal lists decides whether Gumbo treats them as identical. */
size_t attr_lists_add(struct attr_lists *lists, const struct attr_tag *tag);

#endif

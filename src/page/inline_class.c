/*
 * Looks up the meaning of class names; see inline_class.h.
 */
#include "page/inline_class.h"

static const struct str NAMES[] = {{NULL, 0},
#define X(name, class) STR_INIT(name),
                                   INLINE_CLASSES(X)
#undef X
};

static const uint8_t CLASSES[] = {CLASS_NONE,
#define X(name, class) CLASS_##class,
                                  INLINE_CLASSES(X)
#undef X
};

_Static_assert(N_OF(NAMES) <= (size_t)NAME_TABLE_MAX, "a table holds all class names");

void inline_classes_init(struct inline_classes *classes) {
    name_table_init(&classes->names, NAMES, N_OF(NAMES));
}

enum inline_class inline_class_of(const struct inline_classes *classes, struct str name) {
    struct name known = {name, name_head(name)};
    return (enum inline_class)CLASSES[name_table_find(&classes->names, &known)];
}

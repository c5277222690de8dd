/*
 * Looks up the meaning of class names; see inline_class.h.
 */
#include "page/style/inline_class.h"

#include "base/name_table.h"

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

/* Parts of the names that style sheets in general give to labels for screen readers. */
static const struct str LABELS[] = {
    STR_INIT("sually-hidden"), STR_INIT("suallyhidden"), STR_INIT("suallyHidden"),
    STR_INIT("screen-reader"), STR_INIT("screenreader"), STR_INIT("creenReader"),
    STR_INIT("sr-only"),       STR_INIT("srOnly"),       STR_INIT("screen-only"),
    STR_INIT("hidden-visual"), STR_INIT("offscreen")};

enum { MIN_LABEL_BYTES = 6 /* none of them is shorter */ };

struct inline_classes {
    struct name_table names;
    struct str_starts labels; /* of names that are not in the table */
};

static void build(void *table) {
    struct inline_classes *classes = table;
    name_table_init(&classes->names, NAMES, N_OF(NAMES));
    classes->labels = (struct str_starts){0};
    for (size_t i = 0; i < N_OF(LABELS); i++)
        str_starts_add(&classes->labels, LABELS[i]);
}

const struct inline_classes *inline_classes(struct arena *arena) {
    return arena_table(arena, sizeof(struct inline_classes), build);
}

/* "md:hidden": what Tailwind hides on wide screens, or for other readers than a program. */
static bool is_hidden_variant(struct str name) {
    static const struct str HIDDEN = STR_INIT(":hidden");
    static const struct str VARIANTS[] = {
        STR_INIT("sm"),  STR_INIT("md"),     STR_INIT("lg"),     STR_INIT("xl"),
        STR_INIT("2xl"), STR_INIT("tablet"), STR_INIT("laptop"), STR_INIT("desktop")};
    if (!str_ends_with(name, HIDDEN))
        return false;
    struct str variant = str_between(name, 0, name.len - HIDDEN.len);
    return str_any(variant, VARIANTS, N_OF(VARIANTS), str_equals) ||
           str_starts_with(variant, STR("not-"));
}

enum inline_class inline_class_of(const struct inline_classes *classes, struct str name) {
    struct name known = {name, name_head(name)};
    size_t found = name_table_find(&classes->names, &known);
    if (found)
        return (enum inline_class)CLASSES[found];
    bool is_label =
        is_hidden_variant(name) || (name.len >= MIN_LABEL_BYTES &&
                                    str_holds_any_of(name, LABELS, N_OF(LABELS), &classes->labels));
    return is_label ? CLASS_LABEL : CLASS_NONE;
}

/*
 * Reads the looks of a page; see look.h.
 */
#include "page/style/look.h"

#include "page/callout.h"
#include "page/listing.h"
#include "page/region.h"
#include "page/token.h"

static struct look read_look(const struct inline_classes *classes, const struct dom_look *from) {
    struct look look = {.signature = token_signature(from->tag, from->class),
                        .is_consent = region_names_consent(from->class),
                        .may_be_callout = callout_may_be(from->tag, from->class),
                        .may_be_listing = listing_may_be_root(from->tag)};
    struct str name;
    for (size_t at = 0; (name = dom_next_name(from->class, &at)).at;) {
        if (look.inline_class == CLASS_NONE)
            look.inline_class = (uint8_t)inline_class_of(classes, name);
        look.may_be_callout |= callout_may_be_named(from->tag, name);
        look.may_be_listing |= listing_may_be_root_named(from->tag, name);
        look.may_be_tabs |=
            str_equals(name, STR("nav-tabs")) || str_equals(name, STR("tabbed-labels"));
    }
    return look;
}

const struct look *looks_read(struct arena *arena, const struct dom *dom) {
    struct look *looks = arena_alloc(arena, dom->n_looks * sizeof *looks);
    const struct inline_classes *classes = inline_classes(arena);
    for (size_t i = 0; i < dom->n_looks; i++)
        looks[i] = read_look(classes, &dom->looks[i]);
    return looks;
}

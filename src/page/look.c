/*
 * Reads the looks of a page; see look.h.
 */
#include "page/look.h"

#include "page/callout.h"
#include "page/listing.h"
#include "page/region.h"
#include "page/token.h"

const struct look *looks_read(struct arena *arena, const struct dom *dom) {
    struct look *looks = arena_alloc(arena, dom->n_looks * sizeof *looks);
    struct inline_classes classes;
    inline_classes_init(&classes);
    for (size_t i = 0; i < dom->n_looks; i++) {
        uint8_t tag = dom->looks[i].tag;
        struct str class = dom->looks[i].class;
        looks[i] = (struct look){.signature = token_signature(tag, class),
                                 .inline_class = (uint8_t)inline_class_of(&classes, class),
                                 .is_consent = region_names_consent(class),
                                 .may_be_callout = callout_may_be(tag, class),
                                 .may_be_listing = listing_may_be_root(tag, class)};
    }
    return looks;
}

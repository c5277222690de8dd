/*
 * Helpers of the nesting model that are more than a line; see nesting_stack.h.
 */
#include "html/nesting_stack.h"

/* Elements whose end tags may be omitted. */
static bool has_optional_end_tag(const struct open_entry *entry) {
    if (entry->space != OPEN_HTML)
        return false;
    switch (entry->element) {
    case ELEMENT_DD:
    case ELEMENT_DT:
    case ELEMENT_LI:
    case ELEMENT_OPTGROUP:
    case ELEMENT_OPTION:
    case ELEMENT_P:
    case ELEMENT_RB:
    case ELEMENT_RP:
    case ELEMENT_RT:
    case ELEMENT_RTC:
        return true;
    default:
        return false;
    }
}

void nesting_generate_implied_end_tags(struct nesting *nesting, enum element exception) {
    while (has_optional_end_tag(open_top(&nesting->open)) && !nesting_is_at_top(nesting, exception))
        nesting_close_top(nesting);
}

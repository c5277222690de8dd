/*
 * Applies the caller's selectors to the tree; see choice.h.
 */
#include "page/choice.h"

static bool read(const char *text, struct choice *choice, struct selector *out,
                 struct selector_fault *fault) {
    out->n_compounds = 0;
    if (!text)
        return true;
    choice->is_made = true;
    return selector_compile(str_of(text), &choice->names, out, fault);
}

const char *choice_read(const char *drop, const char *keep, struct choice *out,
                        struct selector_fault *fault) {
    out->names.n = 0;
    out->is_made = false;
    if (!read(drop, out, &out->drop, fault))
        return "drop";
    return read(keep, out, &out->keep, fault) ? NULL : "keep";
}

const struct attr_selected *choice_attributes(const struct choice *choice) {
    return choice && choice->is_made && choice->names.n ? &choice->names : NULL;
}

void choice_apply(const struct choice *choice, struct block_page *page) {
    if (choice->drop.n_compounds)
        dom_remove(page->arena, &page->dom, selector_mark(&choice->drop, page->arena, &page->dom));
    if (choice->keep.n_compounds)
        page->chosen = selector_mark(&choice->keep, page->arena, &page->dom);
}

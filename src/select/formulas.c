/*
 * Keeps formulas with the text before them; see formulas.h.
 */
#include "select/formulas.h"

/* Bytes allowed beside the formula: its number, a comma. */
enum { MOST_BYTES = 12 };

/* "(1) \\[V = \\frac{h}{12}\\]": written as TeX for a script to render. */
static bool is_tex(struct str text) {
    size_t open = str_find(text, STR("\\["));
    return open <= MOST_BYTES && str_ends_with(text, STR("\\]"));
}

static bool is_formula(const struct block_page *page, const struct block *block) {
    size_t n_bytes = 0;
    for (uint32_t i = block->first_mark; i < block->first_mark + block->n_marks; i++)
        if (page->marks[i].kind == INLINE_FORMULA)
            n_bytes += page->marks[i].end - page->marks[i].start;
    return n_bytes > 0 && block->text.len <= n_bytes + MOST_BYTES;
}

void formulas_keep(const struct block_page *page, struct selection *selection) {
    bool is_before_kept = false;
    for (size_t i = 0; i < page->n_blocks; i++) {
        const struct block *block = &page->blocks[i];
        if (is_before_kept && !selection->kept[i] &&
            ((block->n_marks && is_formula(page, block)) || is_tex(block->text))) {
            selection->kept[i] = true;
            selection->rule[i] = "formula";
        }
        is_before_kept = selection->kept[i];
    }
}

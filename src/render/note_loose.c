/*
 * Finds footnotes without links; see note_loose.h.
 */
#include "render/note_loose.h"

#include "base/ascii.h"

static uint32_t number_of(struct str s) {
    enum { MOST_DIGITS = 2 };
    uint32_t n = 0;
    s = str_trim(s);
    if (s.len > 2 && s.at[0] == '[' && s.at[s.len - 1] == ']')
        s = str_between(s, 1, s.len - 1);
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_digit(s.at[i]))
            return 0;
        n = n * 10 + (uint32_t)(s.at[i] - '0');
    }
    return s.len && s.len <= MOST_DIGITS ? n : 0;
}

static uint32_t marked_number(const struct block *block, const struct block_mark *mark) {
    return number_of(str_between(block->text, mark->start, mark->end));
}

uint32_t note_loose_number(const struct block *block, const struct block_mark *mark) {
    if (mark->kind != INLINE_SUPERSCRIPT || mark->start == 0)
        return 0;
    /* after a digit or a unit it is an exponent */
    char before = block->text.at[mark->start - 1];
    return ascii_is_digit(before) ? 0 : marked_number(block, mark);
}

/* The number at the start of a block, superscript or bold, with more text after it; or 0. */
static uint32_t leading_number(const struct block_page *page, const struct block *block) {
    for (uint32_t i = block->first_mark; i < block->first_mark + block->n_marks; i++) {
        const struct block_mark *mark = &page->marks[i];
        if (mark->start == 0 && mark->end < block->text.len &&
            (mark->kind == INLINE_SUPERSCRIPT || mark->kind == INLINE_STRONG))
            return marked_number(block, mark);
    }
    return 0;
}

/* If the block belongs to the first item of a list in <aside>, the list's number; or 0. */
static uint32_t aside_number(const struct block_page *page, const struct block *block) {
    const struct dom_node *nodes = page->dom.nodes;
    uint32_t item = block->node;
    if (nodes[item].tag == DOM_P)
        item = nodes[item].parent;
    uint32_t list = nodes[item].parent;
    bool is_numbered = nodes[item].tag == DOM_LI && nodes[list].tag == DOM_OL &&
                       nodes[nodes[list].parent].tag == DOM_ASIDE &&
                       dom_has_attribute(&nodes[list], DOM_ATTR_START);
    return is_numbered ? number_of(dom_attribute(&nodes[list], DOM_ATTR_START)) : 0;
}

/* The last block of the element around another, which has a block at `from`. */
static uint32_t end_of_siblings(const struct block_page *page, uint32_t from, uint32_t element) {
    uint32_t end = from + 1, node_end = page->dom.nodes[element].end;
    while (end < page->n_blocks && page->blocks[end].first_node < node_end)
        end++;
    return end;
}

struct loose {
    bool is_referred[NOTE_LOOSE_MAX + 1]; /* whether a kept block refers to it so far */
    struct note *notes;
    size_t n;
};

static void note_refs(const struct block_page *page, const struct block *block,
                      struct loose *found) {
    for (uint32_t i = block->first_mark; i < block->first_mark + block->n_marks; i++) {
        uint32_t number = note_loose_number(block, &page->marks[i]);
        if (number)
            found->is_referred[number] = true;
    }
}

static void add_note(const struct block_page *page, uint32_t block, uint32_t number,
                     uint32_t around, struct loose *found) {
    if (number == 0 || number != found->n + 1 || number > NOTE_LOOSE_MAX ||
        !found->is_referred[number])
        return;
    found->notes[found->n++] = (struct note){
        .first_node = page->blocks[block].first_node, .around = around, .first_block = block};
}

/* Each note ends where the next begins, if both are in the same element, or with that element. */
static void end_notes(const struct block_page *page, struct loose *found) {
    enum { MOST_BLOCKS = 20 };
    for (size_t i = 0; i < found->n; i++) {
        struct note *note = &found->notes[i];
        note->end_block = end_of_siblings(page, note->first_block, note->around);
        if (i + 1 < found->n && note[1].first_block < note->end_block)
            note->end_block = note[1].first_block;
        if (note->end_block > note->first_block + MOST_BLOCKS)
            note->end_block = note->first_block + 1;
        note->end_node = page->blocks[note->end_block - 1].end_node;
    }
}

size_t note_loose_find(const struct render_source *source, struct note notes[NOTE_LOOSE_MAX]) {
    const struct block_page *page = source->page;
    struct loose found = {.notes = notes};
    for (uint32_t i = 0; i < page->n_blocks; i++) {
        const struct block *block = &page->blocks[i];
        uint32_t leading = leading_number(page, block), aside = aside_number(page, block);
        if (leading)
            add_note(page, i, leading, page->dom.nodes[block->node].parent, &found);
        else if (aside)
            add_note(page, i, aside, page->dom.nodes[block->node].parent, &found);
        if (source->selection->kept[i])
            note_refs(page, block, &found);
    }
    end_notes(page, &found);
    return found.n;
}

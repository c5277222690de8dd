/*
 * Finds the notes that references lead to; see note.h.
 *
 * First the links that look like references are gathered, then the elements that they lead to, and
 * each of those is judged; the notes are what remains, in page order.
 */
#include "render/note.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "render/note_label.h"
#include "render/note_loose.h"
#include "render/note_target.h"

/* A link that may be a reference. */
struct candidate {
    uint32_t block, start, end; /* bytes of block.text */
    uint32_t node, target;      /* the link, and the node it leads to */
    struct str label;
    uint32_t note; /* UINT32_MAX: none */
};

struct finder {
    const struct render_source *source;
    const struct block_page *page;
    struct note_targets targets;
    struct candidate *candidates;
    size_t n_candidates, cap_candidates;
    size_t cap_notes;
    uint32_t *note_of; /* by node: index + 1 of the note whose element it is, or 0 */
    struct note_list *out;
};

/* ---- references ---- */

static bool is_kept(const struct finder *f, uint32_t block) {
    return f->source->selection->kept[block] != 0;
}

/* Extends a reference over the brackets around it, if "[" and "]" are outside the link and nothing
 * else is between them. */
static void widen_to_brackets(struct str text, struct candidate *c) {
    if (c->start == 0 || c->end >= text.len)
        return;
    char before = text.at[c->start - 1], after = text.at[c->end];
    if ((before == '[' && after == ']') || (before == '(' && after == ')')) {
        c->start--;
        c->end++;
    }
}

/* Whether a superscript contains a candidate and little else. */
static bool is_script_around(const struct block *block, const struct block_mark *mark,
                             const struct candidate *c) {
    if (mark->kind != INLINE_SUPERSCRIPT || mark->start > c->start || mark->end < c->end ||
        mark->end - mark->start >= c->end - c->start + 4)
        return false;
    return note_label(str_between(block->text, mark->start, mark->end)).len > 0;
}

/* If a superscript contains only a reference, the reference replaces it. Marks are in the order of
 * their ends, so one inside the candidate's own mark comes directly before that, one around it
 * directly after. */
static void widen_to_script(const struct finder *f, const struct block *block, uint32_t own,
                            struct candidate *c) {
    enum { REACH = 8 };
    uint32_t first = block->first_mark, end = first + block->n_marks;
    uint32_t from = own - first > REACH ? own - REACH : first;
    uint32_t to = end - own > REACH ? own + REACH : end;
    for (uint32_t i = from; i < to; i++)
        if (is_script_around(block, &f->page->marks[i], c)) {
            c->start = f->page->marks[i].start;
            c->end = f->page->marks[i].end;
        }
}

static void add_candidate(struct finder *f, uint32_t block, uint32_t k) {
    const struct block_mark *mark = &f->page->marks[k];
    const struct block *b = &f->page->blocks[block];
    struct str text = str_between(b->text, mark->start, mark->end);
    struct candidate c = {.block = block,
                          .start = mark->start,
                          .end = mark->end,
                          .node = mark->node,
                          .label = note_label(text),
                          .note = UINT32_MAX};
    if (!c.label.len)
        return;
    while (c.start < c.end && block_is_space(b->text.at[c.start]))
        c.start++;
    while (c.end > c.start && block_is_space(b->text.at[c.end - 1]))
        c.end--;
    widen_to_brackets(b->text, &c);
    widen_to_script(f, b, k, &c);
    if (mark->kind == INLINE_NOTE_REF)
        c.target = mark->node;
    else if (!note_target_of(&f->targets, mark->node, &c.target))
        return;
    ARENA_PUSH(f->page->arena, f->candidates, f->n_candidates, f->cap_candidates) = c;
}

static bool may_refer(const struct finder *f, const struct block_mark *mark) {
    if (mark->kind == INLINE_NOTE_REF)
        return true;
    return mark->kind == INLINE_LINK &&
           str_has_byte(dom_attribute(&f->page->dom.nodes[mark->node], DOM_ATTR_HREF), '#');
}

static void gather_candidates(struct finder *f) {
    for (uint32_t i = 0; i < f->page->n_blocks; i++) {
        const struct block *block = &f->page->blocks[i];
        if (!is_kept(f, i) || (block->flags & BLOCK_PRE))
            continue;
        for (uint32_t k = block->first_mark; k < block->first_mark + block->n_marks; k++)
            if (may_refer(f, &f->page->marks[k]))
                add_candidate(f, i, k);
    }
}

/* ---- notes ---- */

/* A side note at the mark of a footnote repeats it for wide screens. */
static bool is_at_last_ref(const struct finder *f, const struct candidate *c) {
    const struct candidate *last = c - 1;
    return c > f->candidates && last->note != UINT32_MAX && last->block == c->block &&
           last->start < c->end && c->start < last->end;
}

static void add_note(struct finder *f, struct candidate *c) {
    struct note note;
    if (is_at_last_ref(f, c) || !note_item_of(&f->targets, c->target, &note))
        return;
    bool is_before = note.first_node > c->node; /* a link to something before it leads back */
    uint32_t *known = &f->note_of[note.first_node];
    bool is_inline = f->page->blocks[note.first_block].flags & BLOCK_NOTE;
    if (!is_inline &&
        (!is_before || (!*known && !note_is_likely(&f->targets, c->node, c->target, &note))))
        return;
    if (!*known) {
        ARENA_PUSH(f->page->arena, f->out->notes, f->out->n_notes, f->cap_notes) = note;
        *known = (uint32_t)f->out->n_notes;
    }
    c->note = *known - 1;
}

/* ---- notes without links ---- */

static void add_loose_refs(struct finder *f, uint32_t i, size_t n_notes) {
    const struct block *block = &f->page->blocks[i];
    for (uint32_t k = block->first_mark; k < block->first_mark + block->n_marks; k++) {
        const struct block_mark *mark = &f->page->marks[k];
        uint32_t number = note_loose_number(block, mark);
        if (number == 0 || number > n_notes)
            continue;
        ARENA_PUSH(f->page->arena, f->candidates, f->n_candidates, f->cap_candidates) =
            (struct candidate){.block = i,
                               .start = mark->start,
                               .end = mark->end,
                               .label =
                                   note_label(str_between(block->text, mark->start, mark->end)),
                               .note = number - 1};
    }
}

/* Finds notes to which superscript numbers refer without links, if there are no others. */
static void find_loose(struct finder *f) {
    f->out->notes = arena_alloc(f->page->arena, NOTE_LOOSE_MAX * sizeof *f->out->notes);
    f->out->n_notes = note_loose_find(f->source, f->out->notes);
    f->n_candidates = 0;
    for (uint32_t i = 0; i < f->page->n_blocks && f->out->n_notes; i++)
        if (is_kept(f, i))
            add_loose_refs(f, i, f->out->n_notes);
}

static int by_first_block(const void *a, const void *b) {
    const struct note *x = a, *y = b;
    return x->first_block < y->first_block ? -1 : x->first_block > y->first_block;
}

/* Sorts the notes in page order; of those that overlap, the first is kept. */
static void sort_notes(struct finder *f) {
    struct note_list *out = f->out;
    qsort(out->notes, out->n_notes, sizeof *out->notes, by_first_block);
    size_t n = 0;
    for (size_t i = 0; i < out->n_notes; i++) {
        f->note_of[out->notes[i].first_node] = 0;
        if (n > 0 && out->notes[i].first_block < out->notes[n - 1].end_block)
            continue;
        out->notes[n++] = out->notes[i];
        f->note_of[out->notes[i].first_node] = (uint32_t)n;
    }
    out->n_notes = n;
}

/* A side note that no kept block refers to is not a paragraph either. */
static void mark_blocks(struct finder *f) {
    struct note_list *out = f->out;
    out->is_note = arena_alloc_zero(f->page->arena, f->page->n_blocks, 1);
    for (size_t i = 0; i < f->page->n_blocks; i++)
        out->is_note[i] = (f->page->blocks[i].flags & BLOCK_NOTE) != 0;
    for (size_t i = 0; i < out->n_notes; i++)
        memset(out->is_note + out->notes[i].first_block, 1,
               out->notes[i].end_block - out->notes[i].first_block);
}

/* Removes the label from the text of a note; a block with nothing else is dropped. */
static void remove_label(struct finder *f, struct note *note, struct str label) {
    struct str *text = &f->source->selection->text[note->first_block];
    size_t end = note_label_end(*text, label);
    *text = str_between(*text, end, text->len);
    while (note->first_block + 1 < note->end_block &&
           str_trim(f->source->selection->text[note->first_block]).len == 0)
        note->first_block++;
}

static void add_refs(struct finder *f) {
    struct note_list *out = f->out;
    uint8_t *is_labelled = arena_alloc_zero(f->page->arena, out->n_notes + 1, 1);
    out->refs = arena_alloc(f->page->arena, (f->n_candidates + 1) * sizeof *out->refs);
    for (size_t i = 0; i < f->n_candidates; i++) {
        struct candidate *c = &f->candidates[i];
        if (c->note == UINT32_MAX)
            continue;
        out->refs[out->n_refs++] =
            (struct note_ref){c->block, c->start, c->end, c->note, !is_labelled[c->note]};
        if (!is_labelled[c->note])
            remove_label(f, &out->notes[c->note], c->label);
        is_labelled[c->note] = 1;
    }
}

/* Updates the index of the note at a candidate's element after sorting. */
static void renumber(struct finder *f, const struct note *unsorted) {
    for (size_t i = 0; i < f->n_candidates; i++) {
        struct candidate *c = &f->candidates[i];
        if (c->note == UINT32_MAX)
            continue;
        uint32_t number = f->note_of[unsorted[c->note].first_node];
        c->note = number ? number - 1 : UINT32_MAX;
    }
}

/* Whether a heading may be that of a list of notes: one that refers to a note is of the text. */
static bool may_head_notes(const struct finder *f, uint32_t heading) {
    size_t n_refs;
    note_refs_of(f->out, heading, &n_refs);
    return is_kept(f, heading) && !f->out->is_note[heading] && n_refs == 0;
}

/* Removes the heading of a list of notes, since the list is removed. */
static void leave_out_headings(struct finder *f) {
    struct note_list *out = f->out;
    size_t heading = SIZE_MAX;
    for (uint32_t i = 0; i < f->page->n_blocks; i++) {
        if (dom_heading_level(f->page->blocks[i].tag)) {
            heading = may_head_notes(f, i) ? i : SIZE_MAX;
        } else if (out->is_note[i] && heading != SIZE_MAX) {
            out->is_note[heading] = 1;
            heading = SIZE_MAX;
        } else if (is_kept(f, i)) {
            heading = SIZE_MAX;
        }
    }
}

static void judge_candidates(struct finder *f) {
    const struct block_page *page = f->page;
    struct note_list *out = f->out;
    f->note_of = arena_alloc_zero(page->arena, page->dom.n_nodes, sizeof *f->note_of);
    note_targets_sort(&f->targets);
    for (size_t i = 0; i < f->n_candidates; i++)
        add_note(f, &f->candidates[i]);
    if (out->n_notes == 0)
        return;
    struct note *unsorted = arena_alloc(page->arena, out->n_notes * sizeof *unsorted);
    memcpy(unsorted, out->notes, out->n_notes * sizeof *unsorted);
    sort_notes(f);
    renumber(f, unsorted);
}

void note_find(const struct render_source *source, struct note_list *out) {
    const struct block_page *page = source->page;
    struct finder f = {.source = source, .page = page, .out = out};
    *out = (struct note_list){0};
    if (page->dom.n_nodes == 0)
        return;
    note_targets_init(&f.targets, page);
    gather_candidates(&f);
    if (f.n_candidates)
        judge_candidates(&f);
    if (out->n_notes == 0)
        find_loose(&f);
    if (out->n_notes == 0)
        return;
    mark_blocks(&f);
    add_refs(&f);
    leave_out_headings(&f);
}

const struct note_ref *note_refs_of(const struct note_list *list, uint32_t block, size_t *n) {
    size_t low = 0, high = list->n_refs;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->refs[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    *n = 0;
    while (low + *n < list->n_refs && list->refs[low + *n].block == block)
        ++*n;
    return list->refs ? &list->refs[low] : NULL;
}

/*
 * The current block while a page is cut; see block_draft.h.
 */
#include "page/block_draft.h"

#include "page/inline_content.h"
#include "page/preformatted.h"

static void begin(struct block_draft *draft) {
    draft->text.len = 0;
    text_count_begin(&draft->counter);
    draft->folder.gap = 0;
    draft->first_mark = draft->page->n_marks;
    draft->first_node = UINT32_MAX;
    draft->n_breaks = 0;
}

void block_draft_init(struct block_draft *draft, struct block_page *page) {
    *draft = (struct block_draft){.page = page};
    buffer_init(&draft->text, page->arena);
    draft->folder.out = &draft->text;
    text_count_init(&draft->counter, page->arena);
    begin(draft);
}

void block_draft_close_gap(struct block_draft *draft) {
    if (draft->folder.gap)
        draft->counter.in_word = false; /* the gap is not part of the pieces that are counted */
    text_fold_gap(&draft->folder);
}

void block_draft_break_line(struct block_draft *draft) {
    if (draft->text.len && draft->text.data[draft->text.len - 1] == ' ')
        draft->text.data[draft->text.len - 1] = '\n';
    else
        draft->folder.gap = '\n';
}

void block_draft_add_text(struct block_draft *draft, uint32_t node, struct str text, bool in_link) {
    block_draft_close_gap(draft);
    buffer_append(&draft->text, text);
    if (draft->first_node == UINT32_MAX)
        draft->first_node = node;
    draft->n_breaks = 0;
    text_count(&draft->counter, text, in_link);
}

void block_draft_add_mark(struct block_draft *draft, struct block_mark mark) {
    struct block_page *page = draft->page;
    ARENA_PUSH(page->arena, page->marks, page->n_marks, draft->cap_marks) = mark;
}

/* Whether an element ends with the text and contains all of it from `start` on. Subscripts do
 * not count. */
static bool has_mark_from(const struct block_draft *draft, size_t start) {
    const struct block_page *page = draft->page;
    for (size_t i = page->n_marks; i-- > draft->first_mark;) {
        if (page->marks[i].end < draft->text.len)
            return false; /* they are in the order of their ends */
        if (page->marks[i].start == start && page->marks[i].kind != INLINE_SUBSCRIPT)
            return true;
    }
    return false;
}

/* The start of the mark of a side note at the end of the text; the end if there is none. Digits are
 * one if they are an element of their own, or the next number where all notes so far have one:
 * "COVID-19" and "MP3" are words. */
static size_t find_note_mark(const struct block_draft *draft) {
    struct str text = buffer_str(&draft->text);
    size_t number, start = inline_note_mark_start(text, &number);
    bool is_next = draft->n_marked_notes == draft->n_notes && number == draft->n_notes + 1 &&
                   !inline_is_of_number(text, start);
    bool is_star = start < text.len && text.at[start] == '*';
    return is_star || is_next || has_mark_from(draft, start) ? start : text.len;
}

void block_draft_add_note(struct block_draft *draft, uint32_t node, bool in_link) {
    size_t start = find_note_mark(draft);
    draft->n_notes++;
    if (start == draft->text.len) {
        struct buffer mark;
        buffer_init(&mark, draft->page->arena);
        buffer_append_byte(&mark, '[');
        buffer_append_number(&mark, draft->n_notes);
        buffer_append_byte(&mark, ']');
        block_draft_close_gap(draft);
        start = draft->text.len;
        block_draft_add_text(draft, node, buffer_str(&mark), in_link);
    } else {
        draft->n_marked_notes++;
    }
    block_draft_add_mark(draft, (struct block_mark){.start = (uint32_t)start,
                                                    .end = (uint32_t)draft->text.len,
                                                    .node = node,
                                                    .kind = INLINE_NOTE_REF});
}

static void clamp_marks(struct block_draft *draft, size_t cut_off, size_t len) {
    struct block_page *page = draft->page;
    for (size_t i = draft->first_mark; i < page->n_marks; i++) {
        struct block_mark *m = &page->marks[i];
        m->start = m->start > cut_off ? m->start - (uint32_t)cut_off : 0;
        m->end = m->end > cut_off ? m->end - (uint32_t)cut_off : 0;
        if (m->end > len)
            m->end = (uint32_t)len;
        if (m->start > m->end)
            m->start = m->end;
    }
}

static bool is_left_out(uint8_t kind) {
    return kind == INLINE_LEFT_OUT || kind == INLINE_LABEL;
}

/* Whether all text of the current block is left out. If it consists only of labels, they become its
 * text and their marks are dropped. */
static bool is_all_left_out(struct block_draft *draft, struct str text) {
    struct block_page *page = draft->page;
    size_t at = 0, n_labels = 0, n = 0;
    for (size_t i = draft->first_mark; i < page->n_marks; i++) {
        const struct block_mark *mark = &page->marks[i];
        if (!is_left_out(mark->kind))
            continue;
        if (mark->start > at && str_trim(str_between(text, at, mark->start)).len)
            return false;
        at = mark->end;
        n_labels += mark->kind == INLINE_LABEL;
        n++;
    }
    if (n == 0 || str_trim(str_between(text, at, text.len)).len)
        return false;
    size_t n_kept = draft->first_mark;
    for (size_t i = draft->first_mark; i < page->n_marks; i++)
        if (!is_left_out(page->marks[i].kind))
            page->marks[n_kept++] = page->marks[i];
    page->n_marks = n_kept;
    return n_labels < n;
}

void block_draft_end(struct block_draft *draft, uint32_t owner, uint32_t end_node, uint8_t flags) {
    struct block_page *page = draft->page;
    struct str text = buffer_str(&draft->text);
    if (flags & BLOCK_PRE)
        text = preformatted_trim(text);
    if (draft->counter.counts.n_chars == 0 || is_all_left_out(draft, buffer_str(&draft->text))) {
        page->n_marks = draft->first_mark;
    } else {
        clamp_marks(draft, (size_t)(text.at - draft->text.data), text.len);
        ARENA_PUSH(page->arena, page->blocks, page->n_blocks, draft->cap_blocks) =
            (struct block){.text = arena_copy(page->arena, text),
                           .node = owner,
                           .first_node = draft->first_node,
                           .end_node = end_node,
                           .first_mark = (uint32_t)draft->first_mark,
                           .n_marks = (uint32_t)(page->n_marks - draft->first_mark),
                           .hash = text_count_hash(&draft->counter),
                           .tag = page->dom.nodes[owner].tag,
                           .flags = draft->after_break ? flags | BLOCK_AFTER_BREAK : flags,
                           .counts = draft->counter.counts};
        draft->after_break = false;
    }
    begin(draft);
}

bool block_from_line(struct block_page *page, struct str line, struct block *out) {
    struct buffer text;
    buffer_init(&text, page->arena);
    struct text_folder folder = {&text, 0};
    text_fold(&folder, line);
    struct text_counter counter;
    text_count_init(&counter, page->arena);
    text_count(&counter, buffer_str(&text), false);
    if (counter.counts.n_chars == 0)
        return false;
    *out = (struct block){.text = buffer_str(&text),
                          .hash = text_count_hash(&counter),
                          .line = line,
                          .tag = DOM_P,
                          .counts = counter.counts};
    return true;
}

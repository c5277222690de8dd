/*
 * Edits a block's text; see inline_edit.h.
 */
#include "render/inline_edit.h"

#include "base/ascii.h"

/* A range of the old text, and of the new text that replaces it. */
struct edit {
    uint32_t old_start, old_end, new_start, new_end;
    uint32_t lead, trail; /* bytes of the new text that only separate it from its neighbours */
};

struct editor {
    struct str text;
    struct buffer out;
    struct edit *edits;
    size_t n_edits;
    size_t at; /* how far the text has been read */
    bool joins_formulas;
};

static bool ends_in_space(const struct buffer *out) {
    return out->len == 0 || block_is_space(out->data[out->len - 1]);
}

static bool is_display(struct str formula) {
    return str_starts_with(formula, STR("$$"));
}

/* Whether a formula continues the one before it, like the parts of an equation laid out in
 * columns. */
static bool continues(const struct editor *e, const struct inline_mark *mark) {
    if (!e->joins_formulas || e->n_edits == 0 || !mark->stands_for.at)
        return false;
    const struct edit *last = &e->edits[e->n_edits - 1];
    struct str before =
        str_between(buffer_str(&e->out), last->new_start + last->lead, last->new_end - last->trail);
    return is_display(before) && is_display(mark->stands_for) &&
           str_trim(str_between(e->text, last->old_end, mark->start)).len == 0;
}

/* Writes what the mark stands for, after the text up to it has been written. A displayed formula is
 * on a line of its own, so its neighbours on the page, such as its number, are no part of it. */
static void make_edit(struct editor *e, const struct inline_mark *mark) {
    struct edit edit = {.old_start = mark->start, .old_end = mark->end};
    bool is_apart = mark->stands_for.at && is_display(mark->stands_for);
    edit.new_start = (uint32_t)e->out.len;
    e->at = mark->end;
    if (is_apart && !ends_in_space(&e->out)) {
        buffer_append_byte(&e->out, ' ');
        edit.lead = 1;
    }
    if (mark->stands_for.at) {
        buffer_append(&e->out, mark->stands_for);
    } else if (ends_in_space(&e->out)) {
        while (e->at < e->text.len && block_is_space(e->text.at[e->at]))
            e->at++;
        edit.old_end = (uint32_t)e->at;
    }
    if (is_apart && e->at < e->text.len && ascii_is_alphanumeric(e->text.at[e->at])) {
        buffer_append_byte(&e->out, ' ');
        edit.trail = 1;
    }
    edit.new_end = (uint32_t)e->out.len;
    e->edits[e->n_edits++] = edit;
}

static void join_formula(struct editor *e, const struct inline_mark *mark) {
    static const struct str DELIMITER = STR_INIT("$$");
    struct edit *last = &e->edits[e->n_edits - 1];
    e->out.len = last->new_end - last->trail - DELIMITER.len;
    last->trail = 0;
    buffer_append_byte(&e->out, ' ');
    buffer_append(&e->out, str_between(mark->stands_for, DELIMITER.len, mark->stands_for.len));
    last->old_end = mark->end;
    last->new_end = (uint32_t)e->out.len;
    e->at = mark->end;
}

/* The last edit that begins at or before an offset, or NULL. */
static const struct edit *edit_before(const struct editor *e, uint32_t at) {
    size_t low = 0, high = e->n_edits;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (e->edits[middle].old_start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &e->edits[low - 1] : NULL;
}

/* Where an offset in the old text is in the new one; within an edit, its start or its end. */
static uint32_t moved(const struct editor *e, uint32_t at, bool is_start) {
    const struct edit *edit = edit_before(e, at);
    if (!edit)
        return at;
    if (at >= edit->old_end)
        return at - edit->old_end + edit->new_end -
               (!is_start && at == edit->old_end ? edit->trail : 0);
    if (!is_start && at == edit->old_start)
        return edit->new_start;
    return is_start && at > edit->old_start ? edit->new_end : edit->new_start + edit->lead;
}

static bool is_within(const struct editor *e, const struct inline_mark *mark) {
    const struct edit *edit = edit_before(e, mark->start);
    return edit && mark->end <= edit->old_end;
}

/* Extends the mark of a formula over the text that replaced it. */
static bool move_formula(const struct editor *e, struct inline_mark *mark) {
    const struct edit *edit = edit_before(e, mark->start);
    if (!edit || edit->old_start != mark->start)
        return false; /* it has been joined to the one before it */
    mark->start = edit->new_start + edit->lead;
    mark->end = edit->new_end - edit->trail;
    mark->stands_for = STR_NONE;
    return mark->start < mark->end;
}

static bool move_mark(const struct editor *e, struct inline_mark *mark) {
    if (mark->stands_for.at)
        return move_formula(e, mark);
    struct inline_mark whole = *mark;
    if (inline_is_edit(mark))
        return false;
    mark->start = moved(e, whole.start, true);
    mark->end = moved(e, whole.end, false);
    return !is_within(e, &whole) && mark->start < mark->end;
}

struct str inline_edit(struct arena *arena, struct str text, struct inline_mark *marks,
                       size_t *n_marks, bool joins_formulas) {
    struct editor e = {.text = text, .joins_formulas = joins_formulas};
    buffer_init(&e.out, arena);
    e.edits = arena_alloc(arena, *n_marks * sizeof *e.edits);
    for (size_t i = 0; i < *n_marks; i++) {
        const struct inline_mark *mark = &marks[i];
        if (!inline_is_edit(mark) || mark->start < e.at)
            continue;
        if (continues(&e, mark)) {
            join_formula(&e, mark);
            continue;
        }
        buffer_append(&e.out, str_between(text, e.at, mark->start));
        make_edit(&e, mark);
    }
    buffer_append(&e.out, str_between(text, e.at, text.len));
    while (e.out.len && block_is_space(e.out.data[e.out.len - 1]))
        e.out.len--;
    size_t n = 0;
    for (size_t i = 0; i < *n_marks; i++)
        if (move_mark(&e, &marks[i]))
            marks[n++] = marks[i];
    *n_marks = n;
    return buffer_str(&e.out);
}

/*
 * Writes the chosen blocks as plain text: paragraphs separated by an empty line; list items, lines
 * of code and table rows by one line break, cells of a row by a tab. With PITH_KEEP_LINKS each link
 * is followed by its number in brackets, and the addresses are listed at the end, one per line.
 */
#include "render/render.h"

#include "base/word_count.h"
#include "render/body_tree.h"
#include "render/text_inline.h"

struct text_writer {
    struct buffer *out;
    const struct inline_reader *reader;
    struct body_tree_walk walk;
    struct buffer notes;  /* the list of links, one per line */
    size_t n_notes;       /* number of the page's footnotes among them */
    uint32_t next_column; /* in the current row */
};

/* Writes a link's number after its text, and its address into the notes. Each link has a number of
 * its own, as in lynx -dump. */
static void append_note(void *self, struct str url, size_t start) {
    struct text_writer *to = self;
    (void)start;
    buffer_append_byte(to->out, ' ');
    text_inline_append_number(to->out, ++to->n_notes);
    if (to->notes.len)
        buffer_append_byte(&to->notes, '\n');
    text_inline_append_number(&to->notes, to->n_notes);
    buffer_append_byte(&to->notes, ' ');
    buffer_append(&to->notes, url);
    if (to->reader->source->n_link_words)
        *to->reader->source->n_link_words += 2 + word_count(url);
}

/* Appends the text of a block; code is written unchanged. */
static void append_words(struct text_writer *to, size_t block) {
    uint8_t kind = to->walk.tree->sections[to->walk.section].kind;
    struct text_inline words = {.out = to->out,
                                .reader = to->reader,
                                .is_code = kind == SECTION_CODE,
                                .is_in_cell = kind == SECTION_CELL,
                                .self = to};
    if ((to->reader->source->flags & PITH_KEEP_LINKS) && !to->walk.piece->is_label)
        words.end_link = append_note;
    text_inline_append(&words, block);
}

static struct str separator(enum body_tree_gap gap) {
    switch (gap) {
    case GAP_SPACE:
        return STR(" ");
    case GAP_LINE:
        return STR("\n");
    case GAP_PARAGRAPH:
        return STR("\n\n");
    default: /* tabs are written when a cell opens */
        return STR("");
    }
}

/* Cells that are not kept leave their tab, so that a column is the same in every row. */
static void open_cell(struct text_writer *to, const struct section *cell) {
    for (; to->next_column < cell->ordinal; to->next_column++)
        buffer_append_byte(to->out, '\t');
}

/* Notes that the text from `start` on is that of a block. */
static void set_span(const struct text_writer *to, size_t block, size_t start) {
    struct render_span *spans = to->reader->source->spans;
    if (spans)
        spans[block] = (struct render_span){(uint32_t)start, (uint32_t)to->out->len};
}

/* An item of a numbered list has its number, one of a task list its checkbox. */
static void open_item(struct text_writer *to, const struct section *item) {
    if (to->walk.tree->sections[item->parent].is_ordered) {
        buffer_append_number(to->out, item->ordinal);
        buffer_append(to->out, STR(". "));
    }
    buffer_append(to->out, section_task_mark(item->task));
    if (!item->label.len)
        return;
    size_t start = to->out->len;
    buffer_append(to->out, item->label);
    set_span(to, item->label_block, start);
    buffer_append_byte(to->out, ' ');
}

static void open_note(struct text_writer *to, uint32_t number) {
    text_inline_append_number(to->out, number);
    buffer_append_byte(to->out, ' ');
}

static const struct str RULE = STR_INIT("---\n\n");

/* A post begins with its author, or with a rule. */
static void open_post(struct text_writer *to, const struct comment_head *head) {
    if (!head->author.len) {
        buffer_append(to->out, to->walk.has_rule ? STR("") : RULE);
        return;
    }
    buffer_append(to->out, head->author);
    buffer_append(to->out, head->date.len ? STR(" \u00B7 ") : STR(""));
    buffer_append(to->out, head->date);
    if (head->url.len && (to->reader->source->flags & PITH_KEEP_LINKS))
        append_note(to, head->url, to->out->len);
    buffer_append_byte(to->out, '\n');
}

static void open_section(struct text_writer *to) {
    const struct section *section = &to->walk.tree->sections[to->walk.section];
    if (section->post)
        open_post(to, &section->post->head);
    if (section->kind == SECTION_ITEM)
        open_item(to, section);
    else if (section->kind == SECTION_NOTE)
        open_note(to, section->ordinal);
    else if (section->kind == SECTION_ROW)
        to->next_column = 0;
    else if (section->kind == SECTION_CELL)
        open_cell(to, section);
}

static void append_block(struct text_writer *to, size_t block) {
    size_t start = to->out->len;
    append_words(to, block);
    set_span(to, block, start);
}

/* An image in a cell may stand for a block there, whose text its alternative text is. */
static void append_alt(struct text_writer *to, const struct image *image) {
    size_t start = to->out->len;
    buffer_append(to->out, image->alt);
    if (image->label != UINT32_MAX)
        set_span(to, image->label, start);
}

static void append_embed(struct text_writer *to, const struct image *embed) {
    append_alt(to, embed);
    if (to->reader->source->flags & PITH_KEEP_LINKS)
        append_note(to, embed->url, to->out->len);
}

/* An image and its caption are two lines; in a cell, one. */
static void append_image(struct text_writer *to, const struct image *image) {
    if (image->is_embed) {
        append_embed(to, image);
        return;
    }
    buffer_append(to->out, image->alt.len ? STR("[Image: ") : STR("[Image"));
    append_alt(to, image);
    buffer_append_byte(to->out, ']');
    for (uint32_t i = image->first_caption; i < image->end_caption; i++) {
        buffer_append_byte(to->out, image->cell ? ' ' : '\n');
        append_block(to, i);
    }
}

static void append_piece(struct text_writer *to) {
    if (to->walk.piece->is_image)
        append_image(to, &to->walk.tree->images[to->walk.piece->index]);
    else
        append_block(to, to->walk.piece->index);
}

void render_text(const struct body_tree *body, struct buffer *out) {
    struct text_writer to = {.out = out, .reader = &body->reader, .n_notes = body->notes.n_notes};
    buffer_init(&to.notes, out->arena);
    body_tree_begin(&to.walk, body);
    for (enum body_tree_event event; (event = body_tree_next(&to.walk)) != BODY_TREE_END;) {
        if (event == BODY_TREE_CLOSE)
            continue;
        if (to.walk.is_at_gap)
            buffer_append(out, separator(to.walk.gap));
        if (to.walk.is_at_gap && to.walk.has_rule)
            buffer_append(out, RULE);
        if (event == BODY_TREE_OPEN)
            open_section(&to);
        else
            append_piece(&to);
    }
    if (to.notes.len) {
        buffer_append(out, STR("\n\n"));
        buffer_append(out, buffer_str(&to.notes));
    }
}

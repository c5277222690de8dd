/*
 * Cuts the tree into the flat array of text blocks: one walk over dom.nodes, which copies each byte
 * of visible text once, collapses its white space and counts its characters and words.
 */
#include "page/block.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "html/entity.h"
#include "page/block_draft.h"
#include "page/cell_label.h"
#include "page/consent.h"
#include "page/listing.h"
#include "page/inline_content.h"
#include "page/page_title.h"
#include "page/preformatted.h"
#include "page/text_count.h"
#include "page/text_fold.h"
#include "page/style/visibility.h"

/* An element that is still open. */
struct open_element {
    uint32_t end;        /* index of the first node after it */
    uint32_t owner;      /* to return to when it closes */
    uint32_t mark_start; /* start of its mark in the current block, bytes */
    uint32_t n_blocks;   /* number of the page's blocks before it */
    uint32_t node;
    uint8_t flags;            /* to return to */
    uint8_t kind, other_kind; /* of a mark: enum inline_kind; INLINE_N_KINDS if it has only one */
    uint32_t kinds;           /* set of them: of it and of the inline elements around it */
    struct str stands_for;    /* of a formula */
    bool is_block, is_mark, is_link, is_quote;
    bool is_line;    /* of a listing */
    bool is_marked;  /* of a link: a block in it has its mark */
    bool is_covered; /* by marks of the same kinds around it, if the block ends within it */
};

struct cutter {
    struct block_page *page;
    struct block_draft draft; /* the current block */
    struct buffer scratch;    /* for decoding references */
    struct inline_finder inlines;
    struct open_element *open;
    size_t n_open, cap_open;
    uint32_t owner;
    unsigned n_links;  /* open links */
    unsigned n_quotes; /* open <q> whose quotation marks are added */
    uint32_t *notes;   /* side notes in the current block, to be cut after it */
    size_t n_notes, cap_notes;
    unsigned n_replaced; /* open elements whose text is replaced */
    struct consent_finder consent;
    uint8_t flags; /* bits of block_flag for the text to come */
    /* The current listing, whose elements are lines of one block; 0 if none. */
    uint32_t listing;
    uint32_t lines;   /* the element in it whose children are lines, if no text separates them */
    bool at_line_end; /* a line of it has ended, but its line break has not been seen yet */
};

/* Marks the range of an open element in the current block, which ends here. */
static void add_mark(struct cutter *cut, const struct open_element *element) {
    if (element->mark_start >= cut->draft.text.len)
        return;
    struct block_mark mark = {.start = element->mark_start,
                              .end = (uint32_t)cut->draft.text.len,
                              .node = element->node,
                              .kind = element->kind,
                              .stands_for = element->stands_for};
    block_draft_add_mark(&cut->draft, mark);
    mark.kind = element->other_kind;
    if (mark.kind != INLINE_N_KINDS)
        block_draft_add_mark(&cut->draft, mark);
}

static void cut_notes(struct cutter *cut);

/* Marks the current block as the text of the link around its element, which is one of those open
 * before `end`, if it is the first in that link: the heading of a card says enough. Returns the
 * link, or NULL if it has its mark already or gets none. */
static struct open_element *mark_link_around(struct cutter *cut, size_t end) {
    size_t i = cut->n_links && cut->draft.counter.counts.n_chars ? cut->n_open : 0;
    while (i > 0 && !cut->open[i - 1].is_link)
        i--;
    if (i == 0 || cut->open[i - 1].is_marked)
        return NULL;
    struct open_element *link = &cut->open[i - 1];
    if (i > end)
        return link; /* it has been marked in the block */
    if (!inline_may_be_link(&cut->page->dom, link->node, cut->owner,
                            cut->draft.counter.counts.n_words))
        return NULL;
    link->mark_start = 0;
    add_mark(cut, link);
    return link;
}

/* Ends the current block, if it has text, and begins the next. */
static void flush(struct cutter *cut, uint32_t end_node) {
    size_t first_inline = cut->n_open;
    while (first_inline > 0 && !cut->open[first_inline - 1].is_block)
        first_inline--;
    for (size_t i = cut->n_open; i-- > first_inline;)
        if (cut->open[i].is_mark && !cut->open[i].is_covered)
            add_mark(cut, &cut->open[i]);
    struct open_element *link = mark_link_around(cut, first_inline);
    size_t n_blocks = cut->page->n_blocks;
    block_draft_end(&cut->draft, cut->owner, end_node, cut->flags);
    if (link && cut->page->n_blocks > n_blocks && !(cut->flags & (BLOCK_HIDDEN | BLOCK_UNSEEN)))
        link->is_marked = true;
    for (size_t i = cut->n_open; i-- > first_inline;)
        cut->open[i].mark_start = 0;
    if (cut->n_notes && !cut->inlines.is_in_note)
        cut_notes(cut);
}

static void break_line(struct cutter *cut) {
    buffer_append_byte(&cut->draft.text, '\n');
    cut->draft.counter.in_word = false;
    cut->at_line_end = false;
}

static bool is_at_line_start(const struct cutter *cut) {
    return cut->draft.text.len == 0 || cut->draft.text.data[cut->draft.text.len - 1] == '\n';
}

/* In a listing without <pre> or <code>, white space between the lines belongs to the markup, except
 * for blanks without a line break, which indent the code. */
static bool is_between_lines(const struct cutter *cut, struct str text) {
    uint8_t tag = cut->page->dom.nodes[cut->listing].tag;
    if (!cut->listing || listing_is_pre(tag) || tag == DOM_CODE || str_trim(text).len > 0)
        return false;
    bool is_indent = text.len > 1 && !str_has_byte(text, '\n') && !str_has_byte(text, '\r');
    return (cut->at_line_end || is_at_line_start(cut)) && !is_indent;
}

static void add_text(struct cutter *cut, uint32_t i) {
    const struct dom_node *node = &cut->page->dom.nodes[i];
    struct str text = node->text;
    if (node->is_blank && !cut->listing && !cut->at_line_end && !(cut->flags & BLOCK_PRE)) {
        text_fold_space(&cut->draft.folder);
        return;
    }
    if (is_between_lines(cut, text))
        return;
    if (cut->at_line_end && text.len && text.at[0] != '\n' && text.at[0] != '\r')
        break_line(cut);
    cut->at_line_end = false;
    if (node->has_references) {
        cut->scratch.len = 0;
        entity_append_decoded(&cut->scratch, text, false);
        text = buffer_str(&cut->scratch);
    }
    size_t before = cut->draft.text.len;
    if (cut->flags & BLOCK_PRE)
        preformatted_append(&cut->draft.text, text);
    else
        text_fold(&cut->draft.folder, text);
    if (cut->draft.text.len == before)
        return;
    if (cut->draft.first_node == UINT32_MAX)
        cut->draft.first_node = i;
    cut->draft.n_breaks = 0;
    text_count(&cut->draft.counter,
               str_between(buffer_str(&cut->draft.text), before, cut->draft.text.len),
               cut->n_links > 0);
}

static void add_break(struct cutter *cut, uint32_t i) {
    if (cut->flags & BLOCK_PRE) {
        buffer_append_byte(&cut->draft.text, '\n');
        return;
    }
    cut->draft.folder.gap = '\n';
    if (cut->n_replaced == 0 && ++cut->draft.n_breaks >= 2 && cut->draft.text.len > 0) {
        flush(cut, i);
        cut->draft.after_break = true;
    }
}

/* A fold may contain its summary, which is visible. */
static void note_visibility(struct cutter *cut, uint32_t i) {
    const struct dom_node *node = &cut->page->dom.nodes[i];
    if (node->tag == DOM_SUMMARY)
        cut->flags &= (uint8_t)~BLOCK_FOLDED;
    if (node->n_attrs == 0 && node->tag != DOM_DETAILS && node->tag != DOM_DIALOG)
        return;
    enum visibility visibility = visibility_of(&cut->page->dom, i);
    cut->flags |= visibility == FOLDED ? BLOCK_FOLDED : visibility == UNSEEN ? BLOCK_UNSEEN : 0;
}

/* Begins a listing whose elements all become lines of one block, if possible. */
static void open_listing(struct cutter *cut, uint32_t i) {
    cut->flags |= BLOCK_PRE;
    cut->at_line_end = false;
    if (listing_is_text(&cut->page->dom, i)) {
        cut->listing = i;
        cut->lines = listing_lines(&cut->page->dom, i);
    }
}

static void close_line(struct cutter *cut, const struct open_element *line) {
    if (cut->draft.text.len == line->mark_start)
        break_line(cut); /* an empty one */
    else
        cut->at_line_end = !is_at_line_start(cut);
}

/* Browsers render <q> with quotation marks that are not in its text. */
static void open_quote(struct cutter *cut, uint32_t i) {
    bool is_inner = cut->n_quotes++ % 2 == 1;
    block_draft_add_text(&cut->draft, i, is_inner ? STR("\xE2\x80\x98") : STR("\xE2\x80\x9C"),
                         cut->n_links > 0);
}

static void close_quote(struct cutter *cut, uint32_t i) {
    bool is_inner = --cut->n_quotes % 2 == 1;
    char gap = cut->draft.folder.gap;
    cut->draft.folder.gap = 0;
    if (cut->draft.text.len)
        block_draft_add_text(&cut->draft, i, is_inner ? STR("\xE2\x80\x99") : STR("\xE2\x80\x9D"),
                             cut->n_links > 0);
    cut->draft.folder.gap = gap;
}

/* In a listing, a block-level element is a line. */
static void open_line(struct cutter *cut, struct open_element *opened) {
    if (cut->at_line_end || !is_at_line_start(cut))
        break_line(cut);
    opened->is_block = false;
    opened->is_line = true;
    opened->mark_start = (uint32_t)cut->draft.text.len;
}

static void open_block(struct cutter *cut, struct open_element *opened) {
    flush(cut, opened->node);
    cut->owner = opened->node;
    opened->n_blocks = (uint32_t)cut->page->n_blocks;
    if (cut->page->looks[cut->page->dom.nodes[opened->node].look].may_be_listing &&
        listing_is_root(&cut->page->dom, opened->node))
        open_listing(cut, opened->node);
}

/* Whether the inline elements around an element already mean what it means. (Links never do.) Also
 * sets the kinds of the new element. */
static bool is_covered(const struct cutter *cut, struct open_element *opened) {
    const uint32_t covering = (UINT32_C(1) << INLINE_NOTE_REF) - (UINT32_C(1) << INLINE_STRONG);
    uint32_t own = UINT32_C(1) << opened->kind | UINT32_C(1) << opened->other_kind;
    bool is_inline = !opened->is_block && cut->n_open && !cut->open[cut->n_open - 1].is_block;
    uint32_t around = is_inline ? cut->open[cut->n_open - 1].kinds : 0;
    own &= covering;
    opened->kinds = around | own;
    return own && !(own & ~around);
}

/* Only style sheets separate the labels of tabs. */
static bool is_label_of_tab(const struct cutter *cut, const struct dom_node *label) {
    return cut->page->looks[cut->page->dom.nodes[label->parent].look].may_be_tabs;
}

static void open_element(struct cutter *cut, uint32_t i, bool is_block) {
    const struct dom_node *node = &cut->page->dom.nodes[i];
    struct open_element opened = {.end = node->end,
                                  .owner = cut->owner,
                                  .node = i,
                                  .flags = cut->flags,
                                  .is_block = is_block};
    opened.is_mark = inline_kinds_of(node, &opened.kind, &opened.other_kind);
    if (node->tag == DOM_CODE && node->n_attrs && !cut->listing &&
        listing_is_root(&cut->page->dom, i)) {
        opened.is_block = true;
        opened.is_mark = false;
    }
    if (node->tag == DOM_LABEL && is_label_of_tab(cut, node))
        opened.is_block = true;
    if (cut->listing && (opened.is_block || (cut->lines && node->parent == cut->lines)))
        open_line(cut, &opened);
    else if (opened.is_block)
        open_block(cut, &opened);
    if (!is_block && node->tag == DOM_TD && !cut->draft.folder.gap)
        cut->draft.folder.gap = ' '; /* cells of an equation */
    if (node->n_attrs && visibility_is_declared_hidden(node))
        cut->flags |= BLOCK_HIDDEN;
    note_visibility(cut, i);
    if (node->tag == DOM_NOSCRIPT)
        cut->flags |= BLOCK_NOSCRIPT;
    if (node->tag == DOM_A) {
        opened.is_link = opened.is_mark = dom_attribute(node, DOM_ATTR_HREF).at != NULL;
        cut->n_links += opened.is_link;
        cut->draft.counter.counts.n_links += opened.is_link;
    }
    if (node->tag == DOM_Q && node->end > i + 1 && !inline_begins_with_quote(&cut->page->dom, i)) {
        opened.is_quote = true;
        open_quote(cut, i);
    }
    opened.is_covered = is_covered(cut, &opened);
    if (opened.is_mark) {
        block_draft_close_gap(&cut->draft);
        opened.mark_start = (uint32_t)cut->draft.text.len;
    }
    ARENA_PUSH(cut->page->arena, cut->open, cut->n_open, cut->cap_open) = opened;
}

/* A cell that shows a tick or cross gets a text in its place, if an earlier cell in its row has any
 * text: otherwise it may be layout. */
static void label_cell(struct cutter *cut, const struct open_element *cell) {
    const struct block_page *page = cut->page;
    const struct dom_node *nodes = page->dom.nodes;
    struct str label = STR_NONE;
    uint32_t row = nodes[cell->node].parent;
    if (page->n_blocks > 0 && page->n_blocks == cell->n_blocks && !(cut->flags & BLOCK_PRE) &&
        page->blocks[page->n_blocks - 1].first_node > row)
        label = cell_label(&page->dom, cell->node, &cut->draft.first_node);
    if (label.len == 0)
        return;
    text_fold(&cut->draft.folder, label);
    text_count(&cut->draft.counter, buffer_str(&cut->draft.text), false);
    flush(cut, cell->end);
}

/* An element that is not its text: whether or not the text is written, its place is kept. */
static void open_replaced(struct cutter *cut, uint32_t i, enum inline_kind kind,
                          struct str stands_for) {
    block_draft_close_gap(&cut->draft);
    cut->n_replaced++;
    ARENA_PUSH(cut->page->arena, cut->open, cut->n_open, cut->cap_open) =
        (struct open_element){.end = cut->page->dom.nodes[i].end,
                              .owner = cut->owner,
                              .mark_start = (uint32_t)cut->draft.text.len,
                              .node = i,
                              .flags = cut->flags,
                              .kind = (uint8_t)kind,
                              .other_kind = INLINE_N_KINDS,
                              .stands_for = stands_for,
                              .is_mark = true};
}

/* A formula without other text to represent is its own text. */
static void close_replaced(struct cutter *cut, struct open_element *closed) {
    cut->n_replaced--;
    if (closed->kind != INLINE_FORMULA || cut->draft.text.len > closed->mark_start)
        return;
    block_draft_add_text(&cut->draft, closed->node, closed->stands_for, cut->n_links > 0);
    closed->stands_for = STR_NONE;
}

static void close_element(struct cutter *cut) {
    struct open_element closed = cut->open[cut->n_open - 1];
    if (closed.kind >= INLINE_FORMULA && closed.kind != INLINE_N_KINDS)
        close_replaced(cut, &closed);
    if (closed.is_block)
        flush(cut, closed.end);
    if (closed.is_block && cut->page->dom.nodes[closed.node].tag == DOM_TD)
        label_cell(cut, &closed);
    else if (closed.is_mark)
        add_mark(cut, &closed);
    else if (closed.is_line)
        close_line(cut, &closed);
    else if (closed.is_quote)
        close_quote(cut, closed.node);
    else if (inline_is_source_before_quote(&cut->page->dom, closed.node))
        block_draft_break_line(&cut->draft);
    else if (inline_is_apart(&cut->inlines, closed.node) && !cut->draft.folder.gap)
        cut->draft.folder.gap = ' ';
    if (closed.node == cut->listing) {
        cut->listing = 0;
        cut->at_line_end = false;
    }
    cut->n_open--;
    cut->owner = closed.owner;
    cut->flags = closed.flags;
    cut->n_links -= closed.is_link;
}

/* Whether node i is something shown beside code: line numbers, a copy button. Line numbers may be
 * outside the listing, in a cell of their own. */
static bool is_not_code(const struct cutter *cut, uint32_t i) {
    const struct dom *dom = &cut->page->dom;
    uint8_t tag = dom->nodes[i].tag;
    if (cut->listing)
        return listing_is_furniture(dom, i);
    return (tag == DOM_TD || tag == DOM_PRE || tag == DOM_DIV) && listing_is_gutter(dom, i);
}

/* Postpones a side note: it is cut after the block that contains it, where its mark, or a number,
 * remains. */
static void postpone_note(struct cutter *cut, uint32_t i) {
    block_draft_add_note(&cut->draft, i, cut->n_links > 0);
    ARENA_PUSH(cut->page->arena, cut->notes, cut->n_notes, cut->cap_notes) = i;
}

/* Adds an image or script that represents text: a formula, an emoji. */
static void add_image_text(struct cutter *cut, uint32_t i, enum inline_kind kind,
                           struct str stands_for) {
    block_draft_close_gap(&cut->draft);
    uint32_t start = (uint32_t)cut->draft.text.len;
    block_draft_add_text(&cut->draft, i, stands_for, cut->n_links > 0);
    if (kind == INLINE_FORMULA)
        block_draft_add_mark(&cut->draft, (struct block_mark){.start = start,
                                                              .end = (uint32_t)cut->draft.text.len,
                                                              .node = i,
                                                              .kind = INLINE_FORMULA});
}

/* Processes node i and returns the next one to process. */
static uint32_t visit(struct cutter *cut, uint32_t i) {
    const struct dom *dom = &cut->page->dom;
    const struct dom_node *node = &dom->nodes[i];
    if (node->kind == DOM_TEXT) {
        add_text(cut, i);
        return i + 1;
    }
    struct str stands_for = STR_NONE;
    bool is_part_of_line = cut->n_replaced > 0;
    enum inline_kind kind = INLINE_N_KINDS;
    if (cut->n_replaced == 0 && !cut->listing)
        kind = inline_find(&cut->inlines, i, dom_heading_level(dom->nodes[cut->owner].tag),
                           &stands_for, &is_part_of_line);
    unsigned traits = dom_tag_traits(node->tag);
    if (node->tag == DOM_TITLE)
        page_title_read(cut->page, i, &cut->scratch);
    if (kind == INLINE_NOTE_REF && cut->draft.text.len && !(cut->flags & BLOCK_PRE)) {
        postpone_note(cut, i);
        return node->end;
    }
    bool is_replaced =
        stands_for.len > 0 && (kind == INLINE_N_KINDS || (traits & (DOM_IS_HIDDEN | DOM_IS_VOID)));
    if (is_replaced)
        add_image_text(cut, i, kind, stands_for);
    bool is_chosen = cut->page->chosen && cut->page->chosen[i];
    if (is_replaced || (traits & DOM_IS_HIDDEN) || is_not_code(cut, i) ||
        (kind == INLINE_N_KINDS && !is_chosen && inline_is_invisible(dom, i)))
        return node->end;
    if (!is_chosen && consent_is_dialog(&cut->consent, dom, i)) {
        if (traits & DOM_IS_BLOCK)
            flush(cut, i);
        return node->end;
    }
    if (!(traits & DOM_IS_VOID)) {
        open_element(cut, i, (traits & DOM_IS_BLOCK) && !is_part_of_line);
        if (kind >= INLINE_FORMULA && kind != INLINE_N_KINDS)
            open_replaced(cut, i, kind, stands_for);
        return i + 1;
    }
    if (node->tag == DOM_BR)
        add_break(cut, i);
    else if (node->tag == DOM_HR && cut->n_replaced == 0)
        flush(cut, i);
    return node->end;
}

/* Cuts the content of an element; elements that are open around it stay open. */
static void cut_within(struct cutter *cut, uint32_t element) {
    size_t n_around = cut->n_open;
    for (uint32_t i = element + 1; i < cut->page->dom.nodes[element].end;) {
        while (cut->n_open > n_around && cut->open[cut->n_open - 1].end <= i)
            close_element(cut);
        i = visit(cut, i);
    }
    while (cut->n_open > n_around)
        close_element(cut);
}

/* Makes blocks of the postponed side notes, which contain none themselves. */
static void cut_notes(struct cutter *cut) {
    uint8_t flags = cut->flags;
    cut->inlines.is_in_note = true;
    cut->flags |= BLOCK_NOTE;
    for (size_t i = 0; i < cut->n_notes; i++) {
        cut_within(cut, cut->notes[i]);
        flush(cut, cut->page->dom.nodes[cut->notes[i]].end);
    }
    cut->n_notes = 0;
    cut->flags = flags;
    cut->inlines.is_in_note = false;
}

void block_cut(struct block_page *page) {
    struct cutter cut = {.page = page};
    block_draft_init(&cut.draft, page);
    buffer_init(&cut.scratch, page->arena);
    page->looks = cut.consent.looks = looks_read(page->arena, &page->dom);
    inline_finder_init(&cut.inlines, page->arena, &page->dom, page->looks);
    for (uint32_t i = 0; i < page->dom.n_nodes;) {
        while (cut.n_open && cut.open[cut.n_open - 1].end <= i)
            close_element(&cut);
        i = visit(&cut, i);
    }
    while (cut.n_open)
        close_element(&cut);
}

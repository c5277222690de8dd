/*
 * Builds the tree around the kept blocks; see body_tree.h.
 *
 * One pass over the nodes finds for each the nearest element that may be a section, so that a block
 * finds its own without climbing; one pass over the kept blocks makes a draft of each such element
 * that contains any, with sums over its content; then the drafts are judged, outer ones first, and
 * those that fail are taken out. Each element is visited once or twice: no step depends on how deep
 * the page nests.
 */
#include "render/body_tree.h"

#include "page/callout.h"
#include "page/listing.h"
#include "render/body_draft.h"
#include "render/body_image.h"
#include "render/body_item.h"
#include "render/body_quote.h"
#include "render/body_rule.h"
#include "render/body_tabs.h"
#include "render/table_columns.h"

struct builder {
    const struct block_page *page;
    const struct post_list *posts;
    struct str *text;                   /* by block: see selection.text */
    uint32_t last_posts[POST_N_LEVELS]; /* by level: the section of the last post, or 0 */
    uint8_t *kinds;                     /* by node: enum section_kind, as its element suggests */
    uint32_t *around; /* by node: the nearest element that may be a section, possibly itself */
    struct item_reader items;
    uint32_t *tabs; /* elements that may contain the labels of tabs */
    size_t n_tabs, cap_tabs;
    uint32_t *columns; /* see table_columns; NULL before the first table */
    struct draft *drafts;
    size_t n_drafts, cap_drafts;
    uint32_t top;   /* draft around the current block */
    uint32_t *path; /* elements that need drafts, inner ones first */
    size_t cap_path;
};

/* ---- elements that may be sections ---- */

/* Whether a block is the only one of its element. */
static bool is_alone(const struct block_page *page, size_t i) {
    uint32_t end = page->dom.nodes[page->blocks[i].node].end;
    return (i == 0 || page->blocks[i - 1].end_node <= page->blocks[i].node) &&
           (i + 1 == page->n_blocks || page->blocks[i + 1].first_node >= end);
}

/* The rows of a table that lists callouts are its items. */
static enum section_kind kind_of(const struct builder *b, uint32_t i) {
    const struct dom_node *nodes = b->page->dom.nodes;
    enum section_kind kind = section_kind_of(&b->page->dom, i, &b->page->looks[nodes[i].look]);
    bool is_in_list = kind == SECTION_ROW &&
                      b->kinds[nodes[nodes[i].parent].parent] == SECTION_LIST &&
                      nodes[i].tag == DOM_TR;
    return is_in_list ? SECTION_ITEM : kind;
}

/* Listings built without <pre> are recognized by their blocks. */
static void find_kinds(struct builder *b, const uint8_t *kept, const uint8_t *is_note) {
    const struct dom *dom = &b->page->dom;
    uint32_t end = 0;
    b->kinds = arena_alloc_zero(b->page->arena, dom->n_nodes, sizeof *b->kinds);
    b->items = (struct item_reader){.dom = dom, .kinds = b->kinds};
    for (size_t i = 0; i < b->page->n_blocks; i++) {
        const struct block *block = &b->page->blocks[i];
        bool is_shown = kept[i] || (is_note && is_note[i]);
        end = is_shown && block->end_node > end ? block->end_node : end;
        if (is_shown && (block->flags & BLOCK_PRE) && listing_is_root(dom, block->node))
            b->kinds[block->node] = SECTION_CODE;
        else if (is_shown && section_is_broken_code(b->page, block) && is_alone(b->page, i))
            b->kinds[block->node] = SECTION_CODE;
    }
    for (size_t i = 0; i < b->posts->n_posts; i++)
        if (!b->posts->posts[i].is_main)
            b->kinds[b->posts->posts[i].node] = SECTION_QUOTE;
    for (uint32_t i = 1; i < end; i++) {
        if (dom->nodes[i].kind != DOM_ELEMENT)
            continue;
        if (b->kinds[i] == SECTION_ROOT)
            b->kinds[i] = (uint8_t)kind_of(b, i);
        if (body_tabs_may_be(&dom->nodes[i], &b->page->looks[dom->nodes[i].look]))
            ARENA_PUSH(b->page->arena, b->tabs, b->n_tabs, b->cap_tabs) = i;
    }
}

/* Nothing inside a listing is a section: only its lines count. */
static void find_around(struct builder *b) {
    const struct dom *dom = &b->page->dom;
    b->around = arena_alloc_zero(b->page->arena, dom->n_nodes, sizeof *b->around);
    for (uint32_t i = 1; i < dom->n_nodes; i++) {
        uint32_t outer = b->around[dom->nodes[i].parent];
        bool is_section = b->kinds[i] != SECTION_ROOT && b->kinds[outer] != SECTION_CODE;
        b->around[i] = is_section ? i : outer;
    }
}

/* ---- drafts ---- */

static uint32_t larger(uint32_t a, uint32_t b) {
    return a > b ? a : b;
}

/* Elements with the roles of rows and cells may be outside any table. */
static uint32_t column_of(const struct builder *b, uint32_t node) {
    return b->columns ? b->columns[node] : 0;
}

static void count_member(struct builder *b, struct draft *parent, struct draft *child) {
    parent->n_members++;
    parent->n_terms += child->section.kind == SECTION_TERM;
    parent->n_header_cells += child->section.is_header;
    if (child->section.kind == SECTION_ITEM) {
        child->section.ordinal = body_item_number(&b->items, parent, child->section.node);
        child->section.task = (uint8_t)section_task_of(&b->page->dom, child->section.node);
    } else if (child->section.kind == SECTION_CELL) {
        /* A cell inside a link, say, is in no column of the grid: it is next to the one before. */
        child->section.ordinal = larger(column_of(b, child->section.node), parent->next_ordinal);
        parent->next_ordinal = child->section.ordinal + 1;
    } else if (child->section.kind == SECTION_ROW) {
        child->section.ordinal = parent->n_members - 1;
        child->n_columns = column_of(b, child->section.node);
    }
}

static void read_columns(struct builder *b, uint32_t table) {
    const struct dom *dom = &b->page->dom;
    if (!b->columns)
        b->columns = arena_alloc_zero(b->page->arena, dom->n_nodes, sizeof *b->columns);
    table_columns_read(dom, table, b->columns);
}

static void add_draft(struct builder *b, uint32_t node) {
    const struct dom_node *element = &b->page->dom.nodes[node];
    uint32_t i = (uint32_t)b->n_drafts;
    bool is_quote = b->kinds[node] == SECTION_QUOTE;
    const struct post *post = is_quote ? post_at(b->posts, node) : NULL;
    ARENA_PUSH(b->page->arena, b->drafts, b->n_drafts, b->cap_drafts) = (struct draft){
        .section = {.node = node,
                    .parent = b->top,
                    .post = post,
                    .ordinal =
                        b->kinds[node] == SECTION_HEADING ? section_heading_level(element) : 0,
                    .kind = b->kinds[node],
                    .callout = is_quote && !post ? callout_kind(&b->page->dom, node) : STR_NONE,
                    .is_ordered = element->tag == DOM_OL || element->tag == DOM_TABLE,
                    .is_header = section_is_header_cell(element),
                    .align = b->kinds[node] == SECTION_CELL ? (uint8_t)section_align_of(element)
                                                            : ALIGN_NONE},
        .next_node = node + 1,
        .is_in_head = b->page->dom.nodes[element->parent].tag == DOM_THEAD,
        .next_ordinal = body_item_first_number(&b->items, node),
        .is_reversed = dom_has_attribute(element, DOM_ATTR_REVERSED)};
    struct draft *draft = &b->drafts[i], *parent = &b->drafts[b->top];
    if (draft->section.kind == SECTION_TABLE)
        read_columns(b, node);
    parent->n_children++;
    parent->n_quotes += is_quote && !post;
    if (i > 0 && section_owner_of(draft->section.kind) == parent->section.kind &&
        parent->section.kind != SECTION_ROOT)
        count_member(b, parent, draft);
    b->top = i;
}

/* The items of a list directly inside a list count as its own. */
static void merge_list(struct draft *outer, const struct draft *inner) {
    outer->n_direct += inner->n_direct;
    outer->n_own_blocks += inner->n_own_blocks;
    outer->n_children += inner->n_children - 1; /* the inner list itself has been counted */
    outer->n_members += inner->n_members;
}

/* A cell that contains only a picture says nothing about whether the table lays out text. */
static void close_cell(struct draft *row, const struct draft *cell) {
    bool is_picture = cell->n_blocks == 0;
    row->n_children -= is_picture;
    row->n_members -= is_picture;
    row->n_header_cells -= is_picture && cell->section.is_header;
    row->n_bold += !is_picture && cell->n_bold == cell->n_blocks;
    row->max_bytes = larger(row->max_bytes, (uint32_t)cell->n_bytes);
}

static void close_row(struct draft *table, struct draft *row) {
    table->max_bytes = larger(table->max_bytes, row->max_bytes);
    table->n_wide_rows += row->n_members >= 2;
    table->n_cells += row->n_members;
    table->section.ordinal =
        larger(table->section.ordinal, larger(row->n_columns, row->next_ordinal));
    table->is_broken |= row->n_direct > 0 || row->n_members < row->n_children;
    bool is_bold = row->n_bold == row->n_members && row->n_members >= 2;
    bool is_all_header = row->n_members > 0 && row->n_header_cells == row->n_members;
    bool is_header = row->is_in_head || is_all_header;
    table->n_bold += is_bold;
    row->section.is_header = is_header && table->n_header_rows == table->n_members - 1;
    table->n_header_rows += row->section.is_header;
}

/* Adds the sums of a section that ends to those of the section around it. */
static void close_draft(struct builder *b) {
    struct draft *child = &b->drafts[b->top], *parent = &b->drafts[child->section.parent];
    uint8_t kind = child->section.kind, outer = parent->section.kind;
    parent->n_blocks += child->n_blocks;
    parent->n_headings += child->n_headings + (kind == SECTION_HEADING);
    parent->n_codes += child->n_codes + (kind == SECTION_CODE);
    parent->n_tables += child->n_tables + (kind == SECTION_TABLE);
    parent->n_bytes += child->n_bytes;
    if (!section_is_list(kind))
        parent->n_own_blocks += child->n_own_blocks;
    else if (kind == SECTION_LIST && outer == SECTION_LIST)
        merge_list(parent, child);
    if (kind == SECTION_CELL && outer == SECTION_ROW)
        close_cell(parent, child);
    if (kind == SECTION_ROW && outer == SECTION_TABLE)
        close_row(parent, child);
    b->top = child->section.parent;
}

/* A quote that begins with "[!NOTE]" is a callout in the Markdown of GitHub and Obsidian, shown as
 * it was written. */
static void read_mark(struct builder *b, struct draft *quote) {
    if (quote->first_block == 0 || quote->section.callout.at || quote->section.post)
        return;
    struct str *text = &b->text[quote->first_block - 1];
    size_t end = str_find_byte(*text, 0, ']');
    if (!str_starts_with(*text, STR("[!")) || end == text->len)
        return;
    quote->section.callout = callout_of_mark(str_between(*text, STR("[!").len, end));
    if (quote->section.callout.at)
        *text = str_trim(str_between(*text, end + 1, text->len));
}

/* Ends the sections that end before a node, and makes drafts of those elements around it that have
 * none yet; `first_block` is that of theirs. */
static void open_drafts(struct builder *b, uint32_t first_node, uint32_t node,
                        uint32_t first_block) {
    const struct dom_node *nodes = b->page->dom.nodes;
    size_t n = 0;
    while (b->top && nodes[b->drafts[b->top].section.node].end <= first_node)
        close_draft(b);
    for (uint32_t i = b->around[node]; i > b->drafts[b->top].section.node;
         i = b->around[nodes[i].parent])
        ARENA_PUSH(b->page->arena, b->path, n, b->cap_path) = i;
    while (n > 0) {
        add_draft(b, b->path[--n]);
        b->drafts[b->top].first_block = first_block;
        if (b->drafts[b->top].section.kind == SECTION_QUOTE)
            read_mark(b, &b->drafts[b->top]);
    }
}

static bool is_all_bold(const struct block_page *page, const struct block *block) {
    size_t n_bytes = 0;
    for (uint32_t i = block->first_mark; i < block->first_mark + block->n_marks; i++)
        if (page->marks[i].kind == INLINE_STRONG)
            n_bytes += page->marks[i].end - page->marks[i].start;
    return n_bytes >= block->text.len;
}

static void add_block(struct builder *b, const struct block *block) {
    if (b->page->dom.n_nodes)
        open_drafts(b, block->first_node, block->node, (uint32_t)(block - b->page->blocks) + 1);
    struct draft *draft = &b->drafts[b->top];
    draft->n_blocks++;
    draft->n_own_blocks++;
    draft->n_direct++;
    draft->n_bold += draft->section.kind == SECTION_CELL && is_all_bold(b->page, block);
    draft->n_bytes += block->text.len;
    if (draft->section.kind == SECTION_TABLE && draft->n_members > 0)
        draft->is_broken = true; /* a caption comes before the rows */
}

/* ---- judging drafts ---- */

/* Whether a heading is the first thing in a callout, and therefore its title. */
static bool is_title(const struct builder *b, const struct draft *d, const struct section *outer) {
    return d->section.kind == SECTION_HEADING && outer->callout.at && d->first_block &&
           d->first_block == b->drafts[d->section.parent].first_block;
}

/* Whether a post consists of quotes alone: its system sets all it contains in them (vBulletin). */
static bool is_layout_of_post(const struct builder *b, const struct draft *d) {
    const struct draft *outer = &b->drafts[d->section.parent];
    return d->section.kind == SECTION_QUOTE && !d->section.post && !d->section.callout.at &&
           outer->section.post && outer->n_direct == 0 && outer->n_children == outer->n_quotes;
}

/* Whether a row's table has only header rows: then only the first is treated as one. */
static bool has_only_header_rows(const struct builder *b, const struct draft *row) {
    const struct draft *table = &b->drafts[row->section.parent];
    return table->n_header_rows == table->n_members;
}

/* Whether a row is the only one of its table whose cells are all bold, and the first: a header row
 * by writers who know no other kind. */
static bool is_bold_header(const struct builder *b, const struct draft *row) {
    const struct draft *table = &b->drafts[row->section.parent];
    return row->section.kind == SECTION_ROW && row->section.ordinal == 0 && table->n_bold == 1 &&
           table->n_header_rows == 0 && row->n_members >= 2 && row->n_bold == row->n_members;
}

/* Adds a draft that passed to the tree, inside section `outer`. */
static void add_section(struct builder *b, struct draft *draft, uint32_t outer,
                        struct body_tree *out) {
    draft->index = (uint32_t)out->n_sections++;
    struct section *section = &out->sections[draft->index];
    *section = draft->section;
    if (section->kind == SECTION_ROW && section->ordinal > 0 && has_only_header_rows(b, draft))
        section->is_header = false;
    section->is_header |=
        is_bold_header(b, draft) ||
        (section->kind == SECTION_CELL && is_bold_header(b, &b->drafts[draft->section.parent]));
    section->parent = outer;
    section->depth = (uint8_t)(out->sections[outer].depth + 1);
    section->is_tight = true;
    if (section->kind == SECTION_LIST && draft->first_block &&
        draft->first_block == b->drafts[draft->section.parent].first_block)
        out->sections[outer].task = TASK_NONE; /* an item that begins with a list has no text */
    if (section->kind == SECTION_ITEM)
        b->items.last_items[outer] = draft->index;
    if (section->post)
        body_quote_add(b->last_posts, section->post, draft->index);
}

/* The section that a draft is in. */
static uint32_t outer_of(const struct builder *b, const struct draft *draft,
                         const struct body_tree *tree) {
    uint32_t outer = b->drafts[draft->section.parent].index;
    outer = body_quote_answered(b->last_posts, draft->section.post, outer);
    bool is_in_list =
        draft->section.kind == SECTION_LIST && tree->sections[outer].kind == SECTION_LIST;
    uint32_t item = is_in_list ? b->items.last_items[outer] : 0;
    return item ? item : outer; /* a list directly inside a list continues the item before */
}

/* Moves the drafts that pass into the tree. */
static void judge_drafts(struct builder *b, struct body_tree *out) {
    size_t n_kept = b->drafts[0].n_blocks;
    b->items.drafts = b->drafts;
    b->items.last_items =
        arena_alloc_zero(b->page->arena, b->n_drafts, sizeof *b->items.last_items);
    out->sections = arena_alloc(b->page->arena, b->n_drafts * sizeof *out->sections);
    out->sections[0] = (struct section){.kind = SECTION_ROOT};
    out->n_sections = 1;
    for (uint32_t i = 1; i < b->n_drafts; i++) {
        struct draft *draft = &b->drafts[i];
        uint32_t outer = outer_of(b, draft, out);
        bool is_list = draft->section.kind == SECTION_LIST;
        draft->index = outer;
        if (!body_draft_is_meant(draft, n_kept) || is_layout_of_post(b, draft))
            continue;
        bool continues = is_list && body_item_continues(&b->items, draft, &outer);
        draft->index = outer;
        if (!continues && (!body_draft_fits(draft->section.kind, &out->sections[outer]) ||
                           is_title(b, draft, &out->sections[outer])))
            continue;
        if (!continues)
            add_section(b, draft, outer, out);
        if (is_list)
            body_item_add(&b->items, i);
    }
}

static void place_pieces(const struct builder *b, struct body_tree *out) {
    for (size_t i = 0; i < out->n_pieces; i++) {
        uint32_t section = b->drafts[out->pieces[i].section].index;
        while (!section_holds_text(out->sections[section].kind))
            section = out->sections[section].parent; /* a table's caption */
        out->pieces[i].section = section;
    }
}

/* A list is tight until one of its items has a second piece. */
static void find_tight_lists(struct body_tree *out) {
    struct section *sections = out->sections;
    uint32_t *n_pieces =
        arena_alloc_zero(out->page->arena, out->n_sections, sizeof *n_pieces); /* of an item */
    for (size_t i = 0; i < out->n_pieces; i++) {
        uint32_t item = out->pieces[i].section;
        while (item && !section_is_list(sections[sections[item].parent].kind))
            item = sections[item].parent;
        if (item && ++n_pieces[item] > 1)
            sections[sections[item].parent].is_tight = false;
    }
}

/* Opens a section of notes, or a note. Only elements within the one at `around` are sections in
 * it. */
static void open_notes(struct builder *b, enum section_kind kind, uint32_t around,
                       uint32_t number) {
    uint32_t i = (uint32_t)b->n_drafts;
    ARENA_PUSH(b->page->arena, b->drafts, b->n_drafts, b->cap_drafts) = (struct draft){
        .section = {.node = around, .parent = b->top, .ordinal = number, .kind = (uint8_t)kind},
        .next_node = around + 1};
    b->top = i;
}

static void add_piece(struct builder *b, uint32_t block, struct body_tree *out) {
    add_block(b, &b->page->blocks[block]);
    if (b->text[block].len == 0)
        return; /* it was only the mark of a callout */
    out->pieces[out->n_pieces++] = (struct piece){.index = block, .section = b->top};
}

/* Adds the notes, after everything else. */
static void add_notes(struct builder *b, struct body_tree *out) {
    const struct note_list *notes = &out->notes;
    open_notes(b, SECTION_NOTES, 0, 0);
    uint32_t list = b->top;
    for (uint32_t i = 0; i < notes->n_notes; i++) {
        open_notes(b, SECTION_NOTE, notes->notes[i].around, i + 1);
        for (uint32_t k = notes->notes[i].first_block; k < notes->notes[i].end_block; k++)
            add_piece(b, k, out);
        while (b->top != list)
            close_draft(b);
    }
}

/* Opens the cells of the images before a node; `cells` receives their drafts. */
static void open_cells(struct builder *b, const struct image_list *list, uint32_t node,
                       uint32_t *n_done, uint32_t *cells) {
    for (; *n_done < list->n_images && list->images[*n_done].node < node; ++*n_done) {
        uint32_t i = list->images[*n_done].node;
        if (b->kinds[b->around[i]] != SECTION_CELL)
            continue;
        open_drafts(b, i, i, 0);
        cells[*n_done] = b->top;
    }
}

/* A cell of a table that lays out text is no section. */
static void note_cells(const struct builder *b, const struct body_tree *tree,
                       const struct image_list *list, const uint32_t *cells) {
    for (uint32_t i = 0; i < list->n_images; i++) {
        uint32_t section = cells[i] ? b->drafts[cells[i]].index : 0;
        list->images[i].cell = tree->sections[section].kind == SECTION_CELL ? section : 0;
    }
}

/* Builds the tree of the kept blocks, without images, except that images are noted in the cells of
 * tables that they are in; all lists are tight. */
static void build(const struct block_page *page, const struct image_list *list,
                  struct body_tree *out) {
    const uint8_t *kept = list->kept;
    uint32_t n_images = 0;
    uint32_t *cells = arena_alloc_zero(page->arena, list->n_images + 1, sizeof *cells);
    struct builder b = {
        .page = page, .posts = &out->posts, .text = out->reader.source->selection->text};
    const uint8_t *is_note = out->notes.is_note;
    size_t n_kept = 0;
    for (size_t i = 0; i < page->n_blocks; i++)
        n_kept += kept[i] || (is_note && is_note[i]);
    out->pieces = arena_alloc(page->arena, n_kept * sizeof *out->pieces);
    ARENA_PUSH(page->arena, b.drafts, b.n_drafts, b.cap_drafts) = (struct draft){0};
    find_kinds(&b, kept, is_note);
    find_around(&b);
    for (uint32_t i = 0; i < page->n_blocks; i++) {
        if (!kept[i] || (is_note && is_note[i]))
            continue;
        open_cells(&b, list, page->blocks[i].first_node, &n_images, cells);
        add_piece(&b, i, out);
    }
    open_cells(&b, list, UINT32_MAX, &n_images, cells);
    while (b.top)
        close_draft(&b);
    if (out->notes.n_notes)
        add_notes(&b, out);
    while (b.top)
        close_draft(&b);
    judge_drafts(&b, out);
    place_pieces(&b, out);
    body_item_find_labels(out);
    body_tabs_place(out, b.tabs, b.n_tabs);
    note_cells(&b, out, list, cells);
    if (page->dom.n_nodes)
        body_quote_move_sources(out);
}

void body_tree_build(const struct render_source *source, struct body_tree *out) {
    struct image_list list = {.kept = source->selection->kept};
    *out = (struct body_tree){.page = source->page};
    inline_begin(&out->reader, source);
    post_find(&out->reader, &out->posts);
    note_find(source, &out->notes);
    out->reader.notes = &out->notes;
    if (source->flags & PITH_KEEP_IMAGES)
        image_find(&out->reader, source->selection->kept, &list);
    build(source->page, &list, out);
    if (list.n_images > 0)
        body_image_merge(out, &list);
    body_rule_find(out);
    find_tight_lists(out);
    body_quote_find_titles(out);
}

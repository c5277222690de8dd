/*
 * Collects the links, images and tables of the body in one walk over its tree; see body_lists.h.
 */
#include "body_lists.h"

#include "base/utf8.h"
#include "render/image.h"
#include "render/text_inline.h"

struct lister {
    struct arena *arena;
    const struct body_tree *body;
    struct render_source source; /* with links, whatever the flags say */
    struct inline_reader reader;
    struct article_parts *parts;
    struct body_lists *out;
    size_t cap_links, cap_images, cap_tables, cap_cells;
    struct buffer text; /* of the current block */
    size_t block;       /* of the page */
    struct image_list images;
    size_t next_image;
    size_t last_row;         /* of the previous block of the body */
    uint32_t table_node;     /* of the last table */
    struct buffer cell;      /* the text of the current cell */
    size_t cell_row;         /* of its first block */
    bool has_cell;           /* it has a block: not one with just a picture */
    const char *caption;     /* the last one that has no table yet, or NULL */
    uint32_t caption_around; /* the element that it is for */
};

static const char *normal(struct lister *to, struct str text) {
    struct buffer out;
    buffer_init(&out, to->arena);
    utf8_append_nfc(&out, text);
    buffer_append_byte(&out, '\0');
    return out.data;
}

static size_t row_of(const struct lister *to, size_t block) {
    const uint32_t *rows = to->parts->row_of;
    return rows && rows[block] != UINT32_MAX ? rows[block] : PITH_NO_BLOCK;
}

static void add_link(struct lister *to, struct str text, struct str url, size_t row) {
    ARENA_PUSH(to->arena, to->out->links, to->out->n_links, to->cap_links) =
        (struct pith_link){.text = normal(to, text), .url = normal(to, url), .block = row};
}

static void end_link(void *self, struct str url, size_t start) {
    struct lister *to = self;
    add_link(to, str_between(buffer_str(&to->text), start, to->text.len), url,
             row_of(to, to->block));
}

/* Reads the text of a block, and its links if they are wanted. */
static struct str read_block(struct lister *to, size_t block, bool is_code, bool has_links) {
    struct text_inline words = {.out = &to->text,
                                .reader = &to->reader,
                                .is_code = is_code,
                                .is_in_cell = true,
                                .end_link = has_links ? end_link : NULL,
                                .self = to};
    to->block = block;
    to->text.len = 0;
    text_inline_append(&words, block);
    return buffer_str(&to->text);
}

/* ---- images ---- */

static void add_image(struct lister *to, const struct image *image) {
    struct buffer caption;
    size_t row = to->last_row;
    if (image->is_embed) {
        add_link(to, image->alt, image->url, to->last_row);
        return;
    }
    buffer_init(&caption, to->arena);
    for (uint32_t i = image->first_caption; i < image->end_caption; i++) {
        if (caption.len)
            buffer_append_byte(&caption, ' ');
        buffer_append(&caption, read_block(to, i, false, false));
        if (row_of(to, i) != PITH_NO_BLOCK && i == image->first_caption)
            row = row_of(to, i);
    }
    ARENA_PUSH(to->arena, to->out->images, to->out->n_images, to->cap_images) =
        (struct pith_image){.url = normal(to, image->url),
                            .alt = normal(to, image->alt),
                            .caption = normal(to, buffer_str(&caption)),
                            .block = row};
}

/* Adds the images that come before a node. */
static void add_images_before(struct lister *to, uint32_t node) {
    while (to->next_image < to->images.n_images && to->images.images[to->next_image].node < node)
        add_image(to, &to->images.images[to->next_image++]);
}

/* ---- tables ---- */

static bool is_within(const struct lister *to, uint32_t node, uint32_t around) {
    return node >= around && node < to->body->page->dom.nodes[around].end;
}

static struct pith_table *last_table(const struct lister *to) {
    return to->out->n_tables ? &to->out->tables[to->out->n_tables - 1] : NULL;
}

static void open_table(struct lister *to, const struct section *section) {
    bool has_caption = to->caption && is_within(to, section->node, to->caption_around);
    ARENA_PUSH(to->arena, to->out->tables, to->out->n_tables, to->cap_tables) =
        (struct pith_table){.caption = has_caption ? to->caption : "",
                            .block = PITH_NO_BLOCK,
                            .n_columns = section->ordinal,
                            .first_cell = to->out->n_cells};
    to->table_node = section->node;
    to->caption = NULL;
}

static void add_to_cell(struct lister *to, struct str text, size_t row) {
    if (to->has_cell)
        buffer_append_byte(&to->cell, ' ');
    else
        to->cell_row = row;
    buffer_append(&to->cell, text);
    to->has_cell = true;
}

static void close_cell(struct lister *to, const struct section *cell) {
    struct pith_table *table = last_table(to);
    const struct section *row = &to->body->sections[cell->parent];
    if (!to->has_cell)
        return;
    ARENA_PUSH(to->arena, to->out->cells, to->out->n_cells, to->cap_cells) =
        (struct pith_cell){.text = normal(to, buffer_str(&to->cell)),
                           .block = to->cell_row,
                           .row = table->n_rows - 1,
                           .column = cell->ordinal,
                           .is_header = cell->is_header || row->is_header};
    table->n_cells++;
    if (table->block == PITH_NO_BLOCK)
        table->block = to->cell_row;
    to->cell.len = 0;
    to->has_cell = false;
}

/* A caption is before or after its table, in the same element. */
static void add_caption(struct lister *to, const struct block *block, struct str text) {
    uint32_t around = to->body->page->dom.nodes[block->node].parent;
    struct pith_table *table = last_table(to);
    if (table && !*table->caption && is_within(to, to->table_node, around)) {
        table->caption = normal(to, text);
        return;
    }
    to->caption = normal(to, text);
    to->caption_around = around;
}

/* ---- walk ---- */

static void add_block(struct lister *to, const struct section *section, uint32_t i) {
    const struct block *block = &to->body->page->blocks[i];
    size_t row = row_of(to, i);
    struct str text = read_block(to, i, section->kind == SECTION_CODE, true);
    if (section->kind == SECTION_CELL)
        add_to_cell(to, text, row);
    else if (block->tag == DOM_CAPTION || block->tag == DOM_FIGCAPTION)
        add_caption(to, block, text);
    to->last_row = row;
}

static void add_piece(struct lister *to, const struct section *section, const struct piece *piece) {
    if (!piece->is_image) {
        add_images_before(to, to->body->page->blocks[piece->index].first_node);
        add_block(to, section, piece->index);
        return;
    }
    const struct image *image = &to->body->images[piece->index];
    for (uint32_t i = image->first_caption; i < image->end_caption; i++)
        read_block(to, i, false, true); /* for its links */
}

static void open_section(struct lister *to, const struct section *section) {
    if (section->kind == SECTION_TABLE)
        open_table(to, section);
    else if (section->kind == SECTION_ROW)
        last_table(to)->n_rows++;
}

void body_lists_build(const struct body_tree *body, struct article_parts *parts) {
    struct lister to = {.arena = body->page->arena,
                        .body = body,
                        .source = *body->reader.source,
                        .reader = body->reader,
                        .parts = parts,
                        .out = &parts->lists,
                        .last_row = PITH_NO_BLOCK};
    struct body_tree_walk walk;
    to.source.flags &= ~(unsigned)PITH_NO_LINKS;
    to.reader.source = &to.source;
    buffer_init(&to.text, to.arena);
    buffer_init(&to.cell, to.arena);
    image_find(&to.reader, to.source.selection->kept, &to.images);
    body_tree_begin(&walk, body);
    for (enum body_tree_event event; (event = body_tree_next(&walk)) != BODY_TREE_END;) {
        const struct section *section = &body->sections[walk.section];
        if (event == BODY_TREE_OPEN)
            open_section(&to, section);
        else if (event == BODY_TREE_PIECE)
            add_piece(&to, section, walk.piece);
        else if (section->kind == SECTION_CELL)
            close_cell(&to, section);
    }
    add_images_before(&to, UINT32_MAX);
}

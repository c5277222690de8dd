/*
 * Turns blocks with their scores and verdicts into the rows that pith_article_block returns.
 */
#include "block_rows.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "explain.h"

static const unsigned ALL = PITH_EXPLAIN | PITH_ALL_BLOCKS;

bool block_rows_are_asked(unsigned flags) {
    return flags & (ALL | PITH_BLOCKS);
}

/* Converts text to NFC; stores its length in *len. */
static const char *to_nfc(struct arena *arena, struct str text, size_t *len) {
    struct buffer out;
    buffer_init(&out, arena);
    utf8_append_nfc(&out, text);
    *len = out.len;
    return buffer_str(&out).at;
}

/* Elements shown in a path; those nearest to the block say the most. */
enum { PATH_STEPS = 8 };

/* The most bytes of a class that are shown, since every block inside the element shows it again; in
 * real pages the longest have 60. */
enum { CLASS_BYTES = 200 };

static struct str first_class(const struct dom_node *element) {
    struct str class = str_trim(utf8_first(dom_attribute(element, DOM_ATTR_CLASS), CLASS_BYTES));
    size_t n = 0;
    while (n < class.len && (unsigned char)class.at[n] > ' ')
        n++;
    class.len = n;
    return class;
}

static void append_step(struct buffer *out, const struct dom_node *element) {
    const char *tag = dom_tag_name(element->tag);
    struct str class = first_class(element);
    buffer_append(out, str_of(tag));
    if (class.len) {
        buffer_append_byte(out, '.');
        utf8_append_displayable(out, class);
    }
}

static const char *path_of(const struct block_page *page, uint32_t node) {
    if (page->dom.n_nodes == 0)
        return "";
    uint32_t steps[PATH_STEPS];
    int n = 0;
    for (; node != 0 && n < PATH_STEPS; node = page->dom.nodes[node].parent)
        steps[n++] = node;
    struct buffer path;
    buffer_init(&path, page->arena);
    while (n-- > 0) {
        append_step(&path, &page->dom.nodes[steps[n]]);
        buffer_append_byte(&path, n ? '/' : '\0');
    }
    size_t len; /* includes the NUL */
    return path.len ? to_nfc(page->arena, buffer_str(&path), &len) : "html";
}

/* ---- kinds ---- */

static enum pith_block_kind kind_of_tag(enum dom_tag tag) {
    switch (tag) {
    case DOM_LI:
        return PITH_LIST_ITEM;
    case DOM_BLOCKQUOTE:
        return PITH_QUOTE;
    case DOM_PRE:
    case DOM_LISTING:
    case DOM_XMP:
        return PITH_CODE;
    case DOM_TD:
    case DOM_TH:
        return PITH_TABLE_CELL;
    case DOM_DT:
        return PITH_TERM;
    case DOM_DD:
        return PITH_DEFINITION;
    case DOM_FIGCAPTION:
    case DOM_CAPTION:
        return PITH_CAPTION;
    default:
        return dom_heading_level(tag) ? PITH_HEADING : PITH_PARAGRAPH;
    }
}

/* Sets the kind by the elements around a block: by the nearest one with a meaning. */
static void set_kind_by_tags(const struct block_page *page, uint32_t node, struct pith_block *row) {
    enum {
        MOST_STEPS = 32
    }; /* elements further out are layout; and the limit keeps the time
          linear */
    for (int i = 0; node != 0 && i < MOST_STEPS && !row->kind; i++) {
        const struct dom_node *element = &page->dom.nodes[node];
        row->kind = kind_of_tag(element->tag);
        row->level = dom_heading_level(element->tag);
        node = element->parent;
    }
}

static const enum pith_block_kind KIND_OF_SECTION[SECTION_N_KINDS] = {
    [SECTION_QUOTE] = PITH_QUOTE,     [SECTION_ITEM] = PITH_LIST_ITEM,
    [SECTION_TERM] = PITH_TERM,       [SECTION_DEFINITION] = PITH_DEFINITION,
    [SECTION_CELL] = PITH_TABLE_CELL, [SECTION_CODE] = PITH_CODE,
    [SECTION_HEADING] = PITH_HEADING,
};

/* Sets the kinds of the body's blocks as its formats show them: layout tables have no cells
 * there. */
static void set_kinds_by_tree(const struct body_tree *body, struct pith_block *rows) {
    for (size_t i = 0; i < body->n_pieces; i++) {
        const struct piece *piece = &body->pieces[i];
        const struct section *section = &body->sections[piece->section];
        if (piece->is_image)
            continue;
        rows[piece->index].kind = KIND_OF_SECTION[section->kind];
        rows[piece->index].level = section->kind == SECTION_HEADING ? (int)section->ordinal : 0;
    }
}

/* ---- roles ---- */

static enum pith_block_role role_of_metadata(enum metadata_role role) {
    switch (role) {
    case METADATA_HEADLINE:
        return PITH_ROLE_HEADLINE;
    case METADATA_STANDFIRST:
        return PITH_ROLE_STANDFIRST;
    case METADATA_BYLINE:
        return PITH_ROLE_BYLINE;
    case METADATA_DATELINE:
        return PITH_ROLE_DATELINE;
    default:
        return PITH_ROLE_NONE;
    }
}

static enum pith_block_role role_of_place(uint32_t within) {
    static const struct {
        uint32_t bit;
        enum pith_block_role role;
    } PLACES[] = {{CONTAINER_IN_DIALOG, PITH_ROLE_DIALOG}, {CONTAINER_IN_NAV, PITH_ROLE_NAVIGATION},
                  {CONTAINER_IN_FOOTER, PITH_ROLE_FOOTER}, {CONTAINER_IN_ASIDE, PITH_ROLE_ASIDE},
                  {CONTAINER_IN_HEADER, PITH_ROLE_HEADER}, {CONTAINER_IN_FORM, PITH_ROLE_FORM}};
    for (size_t i = 0; i < N_OF(PLACES); i++)
        if (within & PLACES[i].bit)
            return PLACES[i].role;
    return PITH_ROLE_NONE;
}

static enum pith_block_role role_of(const struct render_source *source, const struct score *score,
                                    size_t i) {
    const struct containers *containers = &score->containers;
    const uint8_t *roles = source->metadata->roles;
    enum pith_block_role role = roles ? role_of_metadata(roles[i]) : PITH_ROLE_NONE;
    return role ? role : role_of_place(containers->containers[containers->of_block[i]].within);
}

/* ---- positions in the page and in the body ---- */

static bool is_within(struct str page, struct str text) {
    uintptr_t start = (uintptr_t)page.at, at = (uintptr_t)text.at;
    return at >= start && text.len <= page.len && at - start <= page.len - text.len;
}

/* The smallest part of the page that contains both `at` (initially STR_NONE) and `text`. */
static struct str widen(struct str at, struct str text) {
    if (!at.at)
        return text;
    const char *start = at.at < text.at ? at.at : text.at;
    const char *end = at.at + at.len;
    if (end < text.at + text.len)
        end = text.at + text.len;
    return (struct str){start, (size_t)(end - start)};
}

static void set_source(const struct block_page *page, const struct block *block,
                       struct pith_block *row) {
    struct str at = block->line;
    if (!page->text.at)
        return;
    for (uint32_t i = block->first_node; i < block->end_node; i++) {
        const struct dom_node *node = &page->dom.nodes[i];
        if (node->kind == DOM_TEXT && is_within(page->text, node->text))
            at = widen(at, node->text);
    }
    if (!at.at)
        return;
    row->source_start = (size_t)(at.at - page->text.at);
    row->source_end = row->source_start + at.len;
}

void block_rows_normalise_spans(const struct render_source *source, struct str raw) {
    const size_t n = source->page->n_blocks;
    struct render_span *spans = source->spans;
    struct buffer normal;
    buffer_init(&normal, source->page->arena);
    utf8_append_nfc(&normal, raw);
    if (str_equals(buffer_str(&normal), raw))
        return; /* almost always */
    normal.len = 0;
    uint32_t *to = arena_alloc_zero(source->page->arena, raw.len + 1, sizeof *to);
    for (size_t i = 0; i < n; i++)
        to[spans[i].start] = to[spans[i].end] = 1;
    for (size_t i = 0, done = 0; i <= raw.len; i++) {
        if (!to[i])
            continue;
        utf8_append_nfc(&normal, str_between(raw, done, i));
        to[i] = (uint32_t)normal.len;
        done = i;
    }
    for (size_t i = 0; i < n; i++)
        spans[i] = (struct render_span){to[spans[i].start], to[spans[i].end]};
}

/* ---- rows ---- */

/* Not the same as being kept: a note belongs to the body if the text that refers to it does; and
 * what is kept may be shown as something else, or not at all: a row of asterisks, the kind of a
 * callout, the number of a note, the heading of the notes. */
static bool is_in_body(const struct render_source *source, size_t i) {
    return source->spans[i].end > source->spans[i].start;
}

/* By block: why it is in the body if it was not chosen. It is the label of a tab whose panel is
 * kept, the caption of an image, or a note that the text refers to; or an embedded post says it. */
static const char **find_why_added(const struct body_tree *body) {
    const struct block_page *page = body->page;
    const uint8_t *is_note = body->notes.is_note;
    const char **why = arena_alloc(page->arena, (page->n_blocks + 1) * sizeof *why);
    for (size_t i = 0; i < page->n_blocks; i++)
        why[i] = is_note && is_note[i] ? "note" : "embedded";
    for (size_t i = 0; i < body->n_pieces; i++) {
        const struct piece *piece = &body->pieces[i];
        if (piece->is_label)
            why[piece->index] = "tab";
        const struct image *image = piece->is_image ? &body->images[piece->index] : NULL;
        for (uint32_t k = image ? image->first_caption : 0; image && k < image->end_caption; k++)
            why[k] = "image";
    }
    return why;
}

static void fill(const struct render_source *source, const struct score *score, size_t i,
                 const char *reasons, struct pith_block *row) {
    const struct block_page *page = source->page;
    const struct block *block = &page->blocks[i];
    row->text = to_nfc(page->arena, block->text, &row->text_len);
    row->path = path_of(page, block->node);
    row->score = (double)score->final[i];
    row->score_block = (double)score->block[i];
    row->text_density = block_text_density(block);
    row->link_density = block_link_density(block);
    row->kept = is_in_body(source, i);
    row->rule = source->selection->rule[i];
    if (!row->kept && source->selection->kept[i])
        row->rule = "not text";
    row->reasons = reasons;
    row->role = role_of(source, score, i);
    row->body_start = source->spans[i].start;
    row->body_end = source->spans[i].end;
    row->heading = PITH_NO_BLOCK;
    set_source(page, block, row);
}

/* Sets for each kept row the nearest heading above it; for a heading, the nearest of a higher
 * rank. */
static void link_headings(struct pith_block *rows, size_t n) {
    enum { N_LEVELS = 7 }; /* 0 is unused */
    size_t last[N_LEVELS];
    for (int level = 0; level < N_LEVELS; level++)
        last[level] = PITH_NO_BLOCK;
    for (size_t i = 0; i < n; i++) {
        if (!rows[i].kept)
            continue;
        bool is_heading = rows[i].kind == PITH_HEADING;
        int level = is_heading ? rows[i].level : N_LEVELS;
        for (int above = level - 1; above > 0 && rows[i].heading == PITH_NO_BLOCK; above--)
            rows[i].heading = last[above];
        for (int below = level; below < N_LEVELS; below++)
            last[below] = below == level ? i : PITH_NO_BLOCK;
    }
}

void block_rows_build(const struct body_tree *body, const struct score *score,
                      struct article_parts *parts) {
    const struct render_source *source = body->reader.source;
    const struct block_page *page = source->page;
    const char **reasons = source->flags & PITH_EXPLAIN ? explain_reasons(page, score) : NULL;
    struct pith_block *rows = arena_alloc_zero(page->arena, page->n_blocks, sizeof *rows);
    uint32_t *row_of = arena_alloc(page->arena, page->n_blocks * sizeof *row_of);
    const char **why_added = find_why_added(body);
    size_t n = 0;
    for (size_t i = 0; i < page->n_blocks; i++)
        set_kind_by_tags(page, page->blocks[i].node, &rows[i]);
    set_kinds_by_tree(body, rows);
    for (size_t i = 0; i < page->n_blocks; i++) {
        row_of[i] = UINT32_MAX;
        if (!(source->flags & ALL) && !is_in_body(source, i))
            continue;
        row_of[i] = (uint32_t)n;
        rows[n] = (struct pith_block){.kind = rows[i].kind, .level = rows[i].level};
        fill(source, score, i, reasons ? reasons[i] : "", &rows[n]);
        if (rows[n].kept && !source->selection->kept[i])
            rows[n].rule = why_added[i];
        n++;
    }
    link_headings(rows, n);
    parts->row_of = row_of;
    parts->blocks = rows;
    parts->n_blocks = n;
}

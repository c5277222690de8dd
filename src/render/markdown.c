/*
 * The chosen blocks as CommonMark with GFM's tables.
 *
 * Each line begins with what the open quotes and items ask for: their markers on their first
 * line, as much space on all others. A line is ended only when the next one begins, because what
 * parts them depends on what comes.
 */
#include "render/render.h"

#include "base/ascii.h"
#include "base/escape.h"
#include "page/listing.h"
#include "page/tex.h"
#include "render/body_tree.h"
#include "render/emphasis.h"
#include "render/inline.h"

enum {
    /* Quotes and items that may be open at once: no section is deeper than that of a table's cell
     * in a list in the deepest one. */
    MAX_LEVELS = BODY_TREE_MAX_DEPTH + 4
};

struct markdown_writer {
    struct buffer *out;
    const struct inline_reader *reader;
    struct body_tree_walk walk;
    struct buffer first;       /* what the next line begins with ... */
    struct buffer rest;        /* ... and those behind it */
    size_t widths[MAX_LEVELS]; /* bytes of `rest` that each open quote or item has added */
    size_t n_levels;
    char markers[MAX_LEVELS];        /* of the list open at each depth of sections */
    char closed_marker;              /* of the list that closed since the last piece; 0 for none */
    size_t closed_levels;            /* levels around that list */
    bool has_closed;                 /* any section, since the last piece */
    uint32_t next_column;            /* of the row at hand */
    bool in_rows;                    /* the table at hand has begun */
    size_t fence;                    /* backticks around the code at hand */
    bool at_line_start;              /* nothing of the line's text has been written */
    bool is_on_line;                 /* the line that the piece that comes stands on has begun */
    bool is_emitted[INLINE_N_KINDS]; /* the open mark of that kind */
    size_t star_end;                 /* where the last emphasis ended in `out` */
};

static const struct section *section_of(const struct markdown_writer *to) {
    return &to->walk.tree->sections[to->walk.section];
}

/* ---- lines ---- */

static void begin_line(struct markdown_writer *to) {
    buffer_append(to->out, buffer_str(&to->first));
    to->first.len = 0;
    buffer_append(&to->first, buffer_str(&to->rest));
    to->at_line_start = true;
}

static void end_line(struct markdown_writer *to) {
    buffer_append_byte(to->out, '\n');
}

/* A line without text, which may do without space at its end. */
static void begin_empty_line(struct markdown_writer *to) {
    struct str prefix = buffer_str(&to->rest);
    while (prefix.len && prefix.at[prefix.len - 1] == ' ')
        prefix.len--;
    buffer_append(to->out, prefix);
}

static void enter_level(struct markdown_writer *to, struct str marker, bool is_quote) {
    buffer_append(&to->first, marker);
    for (size_t i = 0; i < marker.len; i++)
        buffer_append_byte(&to->rest, is_quote ? marker.at[i] : ' ');
    to->widths[to->n_levels++] = marker.len;
}

static void leave_level(struct markdown_writer *to) {
    to->rest.len -= to->widths[--to->n_levels];
    to->first.len = 0;
    buffer_append(&to->first, buffer_str(&to->rest));
}

/* ---- text ---- */

static enum escape_place place_of(const struct section *section) {
    return section->kind == SECTION_HEADING ? ESCAPE_HEADING
           : section->kind == SECTION_CELL  ? ESCAPE_CELL
                                            : ESCAPE_PARAGRAPH;
}

/* Appends [first, end) of `s`, its line breaks kept where the place has lines. */
static void append_text(struct markdown_writer *to, struct str s, size_t first, size_t end) {
    enum escape_place place = place_of(section_of(to));
    while (first < end) {
        size_t stop = str_find_byte(str_between(s, 0, end), first, '\n');
        bool is_broken = stop < end;
        escape_text(to->out, s, first, stop, place, to->at_line_start);
        to->at_line_start = false;
        if (is_broken && place == ESCAPE_PARAGRAPH) {
            escape_line_break(to->out);
            begin_line(to);
        } else if (is_broken) {
            buffer_append_byte(to->out, ' ');
        }
        first = stop + is_broken;
    }
}

/* What Markdown itself writes before and after a mark's text. */
static struct str delimiter(uint8_t kind) {
    switch (kind) {
    case INLINE_STRONG:
        return STR("**");
    case INLINE_EM:
    case INLINE_VARIABLE:
        return STR("*");
    case INLINE_DELETED:
        return STR("~~"); /* of GFM */
    default:
        return STR("");
    }
}

/* The elements of HTML for what it has no signs for. */
static const struct {
    struct str open, close;
} TAGS[INLINE_N_KINDS] = {
    [INLINE_INSERTED] = {STR_INIT("<ins>"), STR_INIT("</ins>")},
    [INLINE_HIGHLIGHT] = {STR_INIT("<mark>"), STR_INIT("</mark>")},
    [INLINE_SUPERSCRIPT] = {STR_INIT("<sup>"), STR_INIT("</sup>")},
    [INLINE_SUBSCRIPT] = {STR_INIT("<sub>"), STR_INIT("</sub>")},
    [INLINE_KEY] = {STR_INIT("<kbd>"), STR_INIT("</kbd>")},
};

static void open_link(struct markdown_writer *to) {
    struct buffer *out = to->out;
    if (!to->at_line_start && out->data[out->len - 1] == '!') { /* would make it an image */
        out->data[out->len - 1] = '\\';
        buffer_append_byte(out, '!');
    }
    buffer_append_byte(out, '[');
}

/* Whether stars or tildes may be written for a mark. */
static bool can_delimit(const struct markdown_writer *to, struct str s,
                        const struct inline_mark *mark) {
    bool is_doubled = mark->kind == INLINE_VARIABLE && to->is_emitted[INLINE_EM];
    /* Stars right behind stars would be one run. */
    return !is_doubled && to->out->len != to->star_end && emphasis_can_delimit(s, mark);
}

static void open_mark(struct markdown_writer *to, struct str s, const struct inline_mark *mark) {
    if (inline_is_verbatim(mark->kind))
        return; /* written with its text */
    if (mark->kind == INLINE_LINK) {
        open_link(to);
    } else if (TAGS[mark->kind].open.at) {
        buffer_append(to->out, TAGS[mark->kind].open);
    } else {
        to->is_emitted[mark->kind] = can_delimit(to, s, mark);
        if (!to->is_emitted[mark->kind])
            return;
        buffer_append(to->out, delimiter(mark->kind));
    }
    to->at_line_start = false;
}

static void close_mark(struct markdown_writer *to, const struct inline_mark *mark) {
    if (mark->kind == INLINE_LINK) {
        buffer_append(to->out, STR("]("));
        escape_url(to->out, mark->url);
        buffer_append_byte(to->out, ')');
    } else if (TAGS[mark->kind].close.at) {
        buffer_append(to->out, TAGS[mark->kind].close);
    } else if (!inline_is_verbatim(mark->kind) && to->is_emitted[mark->kind]) {
        buffer_append(to->out, delimiter(mark->kind));
        to->is_emitted[mark->kind] = false;
        to->star_end = to->out->len;
    }
}

static enum inline_weight weight_of(const struct section *section) {
    if (section->kind == SECTION_TERM)
        return INLINE_STRONG_ALL;
    return section->kind == SECTION_HEADING || (section->kind == SECTION_CELL && section->is_header)
               ? INLINE_HEAVY
               : INLINE_PLAIN;
}

static void append_code_span(struct markdown_writer *to, struct str code) {
    escape_code(to->out, code, place_of(section_of(to)));
    to->at_line_start = false;
}

/* A formula is not escaped, but what could be a tag or a link in it gets a space, which TeX does
 * not see; and a cell's bars are its own. */
static void append_formula(struct markdown_writer *to, struct str delimited) {
    struct tex_formula formula = tex_formula(to->out->arena, delimited);
    struct buffer tex;
    bool is_in_cell = place_of(section_of(to)) == ESCAPE_CELL;
    buffer_init(&tex, to->out->arena);
    tex_append_delimited(&tex, &formula);
    for (size_t i = 0; i < tex.len; i++) {
        char c = tex.data[i], next = i + 1 < tex.len ? tex.data[i + 1] : ' ';
        if (c == '|' && is_in_cell)
            buffer_append_byte(to->out, '\\');
        buffer_append_byte(to->out, c);
        if ((c == '<' && (ascii_is_letter(next) || ascii_is_one_of(next, "!?/"))) ||
            (c == ']' && ascii_is_one_of(next, "([:")))
            buffer_append_byte(to->out, ' ');
    }
    to->at_line_start = false;
}

static void append_note_label(struct buffer *out, uint32_t number) {
    buffer_append(out, STR("[^"));
    buffer_append_number(out, number);
    buffer_append_byte(out, ']');
}

static void append_note_ref(struct markdown_writer *to, uint32_t number) {
    append_note_label(to->out, number);
    to->at_line_start = false;
}

static void append_inline_text(struct markdown_writer *to, const struct inline_walk *walk) {
    uint8_t kind = walk->mark ? walk->mark->kind : INLINE_N_KINDS;
    if (kind == INLINE_CODE || kind == INLINE_SAMPLE)
        append_code_span(to, walk->piece);
    else if (kind == INLINE_FORMULA)
        append_formula(to, walk->piece);
    else if (kind == INLINE_NOTE_REF)
        append_note_ref(to, walk->mark->note);
    else
        append_text(to, walk->text->text, walk->at - walk->piece.len, walk->at);
}

static void fit_marks(const struct inline_text *text) {
    for (size_t i = 0; i < text->n_marks; i++) {
        struct inline_mark *mark = &text->marks[i];
        bool holds_others = i + 1 < text->n_marks && mark[1].start < mark->end;
        if (delimiter(mark->kind).len && !holds_others)
            emphasis_fit(text->text, mark);
    }
}

static void append_inline(struct markdown_writer *to, size_t block) {
    struct inline_text text;
    inline_read(to->reader, block, weight_of(section_of(to)), &text);
    fit_marks(&text);
    struct inline_walk walk;
    inline_walk_begin(&walk, &text);
    for (enum inline_event event; (event = inline_next(&walk)) != INLINE_END;) {
        if (event == INLINE_OPEN)
            open_mark(to, text.text, walk.mark);
        else if (event == INLINE_CLOSE)
            close_mark(to, walk.mark);
        else
            append_inline_text(to, &walk);
    }
}

/* ---- code ---- */

static void append_fence(struct markdown_writer *to) {
    for (size_t i = 0; i < to->fence; i++)
        buffer_append_byte(to->out, '`');
}

/* Languages whose code some renderers draw, run or search with rather than show it: GitHub's
 * diagrams, maps and formulas, and what Obsidian and its best known plug-in make queries of. */
static bool is_acted_on(struct str language) {
    static const struct str LANGUAGES[] = {
        STR_INIT("mermaid"), STR_INIT("geojson"), STR_INIT("topojson"), STR_INIT("stl"),
        STR_INIT("math"),    STR_INIT("query"),   STR_INIT("dataview"), STR_INIT("dataviewjs")};
    for (size_t i = 0; i < N_OF(LANGUAGES); i++)
        if (str_equals_lower(language, LANGUAGES[i]))
            return true;
    return false;
}

static void open_code(struct markdown_writer *to, const struct section *code) {
    const struct body_tree *tree = to->walk.tree;
    to->fence = 3;
    for (size_t i = to->walk.n_done;
         i < tree->n_pieces && tree->pieces[i].section == to->walk.section; i++) {
        struct str text = inline_plain(to->reader->source, tree->pieces[i].index);
        size_t run = escape_longest_fence(text);
        if (run >= to->fence)
            to->fence = run + 1;
    }
    begin_line(to);
    append_fence(to);
    struct str language = listing_language(&to->reader->source->page->dom, code->node);
    if (!is_acted_on(language))
        buffer_append(to->out, language);
}

static void append_code(struct markdown_writer *to, struct str text) {
    for (size_t at = 0; at < text.len;) {
        struct str line = str_next_line(text, &at);
        end_line(to);
        if (line.len == 0)
            begin_empty_line(to);
        else
            begin_line(to);
        buffer_append(to->out, line);
    }
}

static void close_code(struct markdown_writer *to) {
    end_line(to);
    begin_line(to);
    append_fence(to);
}

/* ---- tables ---- */

static void append_cells(struct markdown_writer *to, struct str cell, uint32_t n) {
    while (n-- > 0)
        buffer_append(to->out, cell);
}

static void append_delimiter_row(struct markdown_writer *to, uint32_t n_columns) {
    end_line(to);
    begin_line(to);
    buffer_append_byte(to->out, '|');
    append_cells(to, STR(" --- |"), n_columns);
}

static uint32_t n_columns_around(const struct markdown_writer *to, const struct section *row) {
    return to->walk.tree->sections[row->parent].ordinal;
}

/* A table without a header row gets an empty one: GFM knows no other. */
static void open_row(struct markdown_writer *to, const struct section *row) {
    if (!to->in_rows && !row->is_header) {
        uint32_t n_columns = n_columns_around(to, row);
        begin_line(to);
        buffer_append_byte(to->out, '|');
        append_cells(to, STR("  |"), n_columns);
        append_delimiter_row(to, n_columns);
        to->in_rows = true;
    }
    if (to->in_rows)
        end_line(to);
    to->in_rows = true;
    begin_line(to);
    buffer_append_byte(to->out, '|');
    to->next_column = 0;
}

static void close_row(struct markdown_writer *to, const struct section *row) {
    if (!row->is_header)
        return;
    uint32_t n_columns = n_columns_around(to, row);
    append_cells(to, STR("  |"), n_columns - to->next_column);
    if (row->ordinal == 0) /* Markdown has one head row; others are its first rows of data */
        append_delimiter_row(to, n_columns);
}

static void open_cell(struct markdown_writer *to, const struct section *cell) {
    append_cells(to, STR("  |"), cell->ordinal - to->next_column);
    to->next_column = cell->ordinal + 1;
    buffer_append_byte(to->out, ' ');
}

/* ---- lists ---- */

/* A list right behind another of its kind would go on with it, but for another marker. */
static void open_list(struct markdown_writer *to, const struct section *list) {
    char marker = list->is_ordered ? '.' : '-';
    if (to->closed_marker == marker && to->closed_levels == to->n_levels)
        marker = list->is_ordered ? ')' : '*';
    to->markers[list->depth] = marker;
}

static void open_item(struct markdown_writer *to, const struct section *item) {
    char marker = to->markers[item->depth - 1];
    struct buffer text;
    buffer_init(&text, to->out->arena);
    if (marker == '.' || marker == ')')
        buffer_append_number(&text, item->ordinal);
    buffer_append_byte(&text, marker);
    buffer_append_byte(&text, ' ');
    enter_level(to, buffer_str(&text), false);
    if (item->task != TASK_NONE)
        buffer_append(&to->first, item->task == TASK_DONE ? STR("[x] ") : STR("[ ] "));
}

/* A callout begins with its kind and its title, as Obsidian has it, or its kind alone, as GitHub
 * does. The line is ended by what comes, or by the title's end. */
static void open_callout(struct markdown_writer *to, const struct section *callout) {
    begin_line(to);
    buffer_append(to->out, STR("[!"));
    buffer_append(to->out, callout->callout);
    buffer_append_byte(to->out, ']');
    if (callout->has_title)
        buffer_append_byte(to->out, ' ');
    else
        end_line(to);
    to->is_on_line = callout->has_title;
    to->at_line_start = false;
}

/* ---- notes ---- */

/* What a note holds besides its first paragraph is indented by four, whatever its number. */
static void open_note(struct markdown_writer *to, const struct section *note) {
    static const struct str INDENT = STR_INIT("    ");
    append_note_label(&to->first, note->ordinal);
    buffer_append(&to->first, STR(": "));
    buffer_append(&to->rest, INDENT);
    to->widths[to->n_levels++] = INDENT.len;
}

/* ---- the walk ---- */

/* Whether the section that opens is a list that may begin on the line behind an item's text: only
 * a list that begins with 1 can interrupt a paragraph. */
static bool is_interrupting_list(const struct markdown_writer *to) {
    const struct section *section = section_of(to);
    return section->kind == SECTION_LIST && (!section->is_ordered || section[1].ordinal == 1);
}

/* Ends the last piece's line, and parts it from what comes by an empty one where that is needed.
 * All that has to close has closed, and nothing has opened. */
static void append_gap(struct markdown_writer *to, enum body_tree_event event) {
    uint8_t kind = to->walk.tree->sections[to->walk.common].kind;
    switch (to->walk.gap) {
    case GAP_NONE:
    case GAP_TAB:
        return;
    case GAP_SPACE:
        buffer_append_byte(to->out, ' ');
        return;
    case GAP_LINE:
        if (kind == SECTION_TABLE || kind == SECTION_CODE)
            return; /* rows and lines of code begin their own */
        if (kind == SECTION_LIST || (kind == SECTION_ITEM && event == BODY_TREE_OPEN &&
                                     !to->has_closed && is_interrupting_list(to))) {
            end_line(to);
            return;
        }
        if (kind == SECTION_ROOT) {
            escape_line_break(to->out);
            return;
        }
        break;
    case GAP_PARAGRAPH:
        if (event == BODY_TREE_PIECE && to->walk.piece[-1].is_title && !to->has_closed) {
            end_line(to);
            return;
        }
        break;
    }
    end_line(to);
    begin_empty_line(to);
    end_line(to);
}

static void open_section(struct markdown_writer *to) {
    const struct section *section = section_of(to);
    switch ((enum section_kind)section->kind) {
    case SECTION_QUOTE:
        enter_level(to, STR("> "), true);
        if (section->callout.at)
            open_callout(to, section);
        break;
    case SECTION_LIST:
        open_list(to, section);
        break;
    case SECTION_ITEM:
        open_item(to, section);
        break;
    case SECTION_NOTE:
        open_note(to, section);
        break;
    case SECTION_TABLE:
        to->in_rows = false;
        break;
    case SECTION_ROW:
        open_row(to, section);
        break;
    case SECTION_CELL:
        open_cell(to, section);
        break;
    case SECTION_CODE:
        open_code(to, section);
        break;
    case SECTION_HEADING:
        begin_line(to);
        buffer_append(to->out, str_between(STR("######"), 0, section->ordinal));
        buffer_append_byte(to->out, ' ');
        break;
    default:
        break;
    }
}

static void close_section(struct markdown_writer *to) {
    const struct section *section = section_of(to);
    to->has_closed = true;
    switch ((enum section_kind)section->kind) {
    case SECTION_QUOTE:
    case SECTION_ITEM:
    case SECTION_NOTE:
        leave_level(to);
        break;
    case SECTION_LIST:
        to->closed_marker = to->markers[section->depth];
        to->closed_levels = to->n_levels;
        break;
    case SECTION_ROW:
        close_row(to, section);
        break;
    case SECTION_CELL:
        buffer_append(to->out, STR(" |"));
        break;
    case SECTION_CODE:
        close_code(to);
        break;
    default:
        break;
    }
}

/* The image and its caption are two lines of a paragraph. */
static void append_image(struct markdown_writer *to, const struct image *image) {
    begin_line(to);
    buffer_append(to->out, image->embed.at ? STR("[") : STR("!["));
    buffer_append(to->out, image->embed.at ? image->embed : STR(""));
    buffer_append(to->out, image->embed.at && image->alt.len ? STR(": ") : STR(""));
    escape_text(to->out, image->alt, 0, image->alt.len, ESCAPE_PARAGRAPH, false);
    buffer_append(to->out, STR("]("));
    escape_url(to->out, image->url);
    buffer_append_byte(to->out, ')');
    for (uint32_t i = image->first_caption; i < image->end_caption; i++) {
        buffer_append(to->out, STR("\\\n"));
        begin_line(to);
        append_inline(to, i);
    }
}

static void append_piece(struct markdown_writer *to) {
    const struct section *section = section_of(to);
    size_t block = to->walk.piece->index;
    if (to->walk.piece->is_image) {
        append_image(to, &to->walk.tree->images[block]);
    } else if (section->kind == SECTION_CODE) {
        append_code(to, inline_plain(to->reader->source, block));
    } else {
        if (section->kind != SECTION_HEADING && section->kind != SECTION_CELL && !to->is_on_line)
            begin_line(to);
        append_inline(to, block);
    }
    to->is_on_line = false;
    to->closed_marker = 0;
    to->has_closed = false;
}

void render_markdown(const struct body_tree *body, struct buffer *out) {
    struct markdown_writer to = {.out = out, .reader = &body->reader, .star_end = SIZE_MAX};
    buffer_init(&to.first, out->arena);
    buffer_init(&to.rest, out->arena);
    body_tree_begin(&to.walk, body);
    bool has_gap = false; /* the gap before the piece that comes has been written */
    for (enum body_tree_event event; (event = body_tree_next(&to.walk)) != BODY_TREE_END;) {
        if (event == BODY_TREE_CLOSE) {
            close_section(&to);
            continue;
        }
        if (!has_gap)
            append_gap(&to, event);
        has_gap = event == BODY_TREE_OPEN;
        if (event == BODY_TREE_OPEN)
            open_section(&to);
        else
            append_piece(&to);
    }
}

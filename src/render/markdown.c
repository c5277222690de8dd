/*
 * Writes the chosen blocks as CommonMark 0.30 with GFM tables, including links and emphasis; when
 * parsed, it has the words of render_text. Emphasis that CommonMark cannot express at its place is
 * left out.
 */
#include "render/render.h"

#include "base/ascii.h"
#include "base/escape.h"
#include "page/listing_language.h"
#include "render/markdown_writer.h"

/* ---- code ---- */

static void append_fence(struct markdown_writer *to) {
    for (size_t i = 0; i < to->fence; i++)
        buffer_append_byte(to->out, '`');
}

/* Languages whose code some renderers draw, run or query with instead of showing it: GitHub's
 * diagrams, maps and formulas, and the queries of Obsidian and its best known plug-in. */
static bool is_acted_on(struct str language) {
    static const struct str LANGUAGES[] = {
        STR_INIT("mermaid"), STR_INIT("geojson"), STR_INIT("topojson"), STR_INIT("stl"),
        STR_INIT("math"),    STR_INIT("query"),   STR_INIT("dataview"), STR_INIT("dataviewjs")};
    return str_any(language, LANGUAGES, N_OF(LANGUAGES), str_equals_lower);
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
    markdown_begin_line(to);
    append_fence(to);
    struct str language = listing_language(&to->reader->source->page->dom, code->node);
    if (!is_acted_on(language))
        buffer_append(to->out, language);
}

static void append_code(struct markdown_writer *to, struct str text) {
    for (size_t at = 0; at < text.len;) {
        struct str line = str_next_line(text, &at);
        markdown_end_line(to);
        if (line.len == 0)
            markdown_begin_empty_line(to);
        else
            markdown_begin_line(to);
        buffer_append(to->out, line);
    }
}

static void close_code(struct markdown_writer *to) {
    markdown_end_line(to);
    markdown_begin_line(to);
    append_fence(to);
}

/* ---- tables ---- */

static void append_cells(struct markdown_writer *to, struct str cell, uint32_t first,
                         uint32_t end) {
    for (; first < end; first++)
        buffer_append(to->out, cell);
}

/* The alignment of each column of the table around the current row: as in its first row of data,
 * or else as in its header row. */
static const uint8_t *columns_alignment(const struct markdown_writer *to, uint32_t n_columns) {
    const struct body_tree *tree = to->walk.tree;
    uint32_t table = tree->sections[to->walk.section].parent;
    uint8_t *align = arena_alloc_zero(to->out->arena, n_columns, sizeof *align);
    bool has_data = false;
    for (size_t i = to->walk.section; i < tree->n_sections; i++) {
        const struct section *section = &tree->sections[i];
        if (section->kind == SECTION_ROW) {
            if (section->parent != table || has_data)
                break;
            has_data = !section->is_header;
        } else if (section->kind == SECTION_CELL && section->align &&
                   section->ordinal < n_columns) {
            align[section->ordinal] = section->align;
        }
    }
    return align;
}

static void append_delimiter_row(struct markdown_writer *to, uint32_t n_columns) {
    const uint8_t *align = columns_alignment(to, n_columns);
    markdown_end_line(to);
    markdown_begin_line(to);
    buffer_append_byte(to->out, '|');
    for (uint32_t i = 0; i < n_columns; i++)
        buffer_append(to->out, align[i] == ALIGN_RIGHT    ? STR(" ---: |")
                               : align[i] == ALIGN_CENTER ? STR(" :---: |")
                                                          : STR(" --- |"));
}

static uint32_t n_columns_around(const struct markdown_writer *to, const struct section *row) {
    return to->walk.tree->sections[row->parent].ordinal;
}

/* A table without a header row gets an empty one, since GFM requires one. */
static void open_row(struct markdown_writer *to, const struct section *row) {
    if (!to->in_rows && !row->is_header) {
        uint32_t n_columns = n_columns_around(to, row);
        markdown_begin_line(to);
        buffer_append_byte(to->out, '|');
        append_cells(to, STR("  |"), 0, n_columns);
        append_delimiter_row(to, n_columns);
        to->in_rows = true;
    }
    if (to->in_rows)
        markdown_end_line(to);
    to->in_rows = true;
    markdown_begin_line(to);
    buffer_append_byte(to->out, '|');
    to->next_column = 0;
}

static void close_row(struct markdown_writer *to, const struct section *row) {
    if (!row->is_header)
        return;
    uint32_t n_columns = n_columns_around(to, row);
    append_cells(to, STR("  |"), to->next_column, n_columns);
    if (row->ordinal == 0) /* Markdown has one header row; further ones become rows of data */
        append_delimiter_row(to, n_columns);
}

static void open_cell(struct markdown_writer *to, const struct section *cell) {
    append_cells(to, STR("  |"), to->next_column, cell->ordinal);
    to->next_column = cell->ordinal + 1;
    buffer_append_byte(to->out, ' ');
}

/* ---- lists ---- */

/* A list directly after another of its kind would continue it, unless its marker differs. */
static void open_list(struct markdown_writer *to, const struct section *list) {
    char marker = list->is_ordered ? '.' : '-';
    if (to->closed_marker == marker && to->closed_levels == to->n_levels)
        marker = list->is_ordered ? ')' : '*';
    to->markers[list->depth] = marker;
    to->next_numbers[list->depth] = 0;
}

/* Markdown counts the items of a list itself. One whose number does not follow begins another list,
 * with another marker. */
static void renumber(struct markdown_writer *to, const struct section *item) {
    uint32_t *next = &to->next_numbers[item->depth - 1];
    char *marker = &to->markers[item->depth - 1];
    if (*next && *next != item->ordinal)
        *marker = *marker == '.' ? ')' : '.';
    *next = item->ordinal + 1;
}

static void open_item(struct markdown_writer *to, const struct section *item) {
    struct buffer text;
    buffer_init(&text, to->out->arena);
    if (to->walk.tree->sections[item->parent].is_ordered) {
        renumber(to, item);
        buffer_append_number(&text, item->ordinal);
    }
    buffer_append_byte(&text, to->markers[item->depth - 1]);
    buffer_append_byte(&text, ' ');
    markdown_enter_level(to, buffer_str(&text), false);
    if (item->task != TASK_NONE)
        buffer_append(&to->first, item->task == TASK_DONE ? STR("[x] ") : STR("[ ] "));
    if (item->label.len) {
        escape_text(&to->first, item->label, 0, item->label.len, ESCAPE_PARAGRAPH, true);
        buffer_append_byte(&to->first, ' ');
    }
}

/* A callout begins with its kind and its title, as in Obsidian, or just its kind, as on GitHub.
 * What follows, or the end of the title, ends the line. */
static void open_callout(struct markdown_writer *to, const struct section *callout) {
    markdown_begin_line(to);
    buffer_append(to->out, STR("[!"));
    buffer_append(to->out, callout->callout);
    buffer_append_byte(to->out, ']');
    if (callout->has_title)
        buffer_append_byte(to->out, ' ');
    else
        markdown_end_line(to);
    to->is_on_line = callout->has_title;
    to->at_line_start = false;
}

/* ---- notes ---- */

/* The content of a note after its first paragraph is indented by four, whatever its number. */
static void open_note(struct markdown_writer *to, const struct section *note) {
    static const struct str INDENT = STR_INIT("    ");
    markdown_append_note_label(&to->first, note->ordinal);
    buffer_append(&to->first, STR(": "));
    buffer_append(&to->rest, INDENT);
    to->widths[to->n_levels++] = INDENT.len;
}

/* Whether a renderer without footnotes would read text after "[^1]: " as the target of a link that
 * may have a scheme, such as "javascript:alert(1)": one word, or one and a title (CommonMark 0.30,
 * 4.7). The address of a page makes a good target. */
static bool is_link_target(struct str text) {
    size_t end = 0;
    while (end < text.len && !ascii_is_space(text.at[end]))
        end++;
    struct str rest = str_trim(str_between(text, end, text.len));
    return (rest.len == 0 || ascii_is_one_of(rest.at[0], "\"'(")) &&
           str_has_byte(str_between(text, 0, end), ':') && !str_starts_with(text, STR("http://")) &&
           !str_starts_with(text, STR("https://"));
}

/* Ends the text of a note, if it has just begun there, with a space that is not a title. */
static void end_note_text(struct markdown_writer *to, size_t start) {
    struct str before = str_between(buffer_str(to->out), 0, start);
    if (str_ends_with(before, STR("]: ")) &&
        is_link_target(str_between(buffer_str(to->out), start, to->out->len)))
        buffer_append(to->out, STR(" &#32;"));
}

/* ---- walk ---- */

/* Whether the section that opens is a list that may begin on the line after an item's text: only a
 * list that begins with 1 can interrupt a paragraph. */
static bool is_interrupting_list(const struct markdown_writer *to) {
    const struct section *section = markdown_section(to);
    return section->kind == SECTION_LIST && (!section->is_ordered || section[1].ordinal == 1);
}

static void append_empty_line(struct markdown_writer *to) {
    markdown_begin_empty_line(to);
    markdown_end_line(to);
}

/* Ends the line of the last piece, and separates it from what follows with an empty line if needed.
 * Everything that must close has closed, and nothing has opened yet. */
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
            return; /* rows and lines of code begin their own lines */
        if (kind == SECTION_LIST || (kind == SECTION_ITEM && event == BODY_TREE_OPEN &&
                                     !to->has_closed && is_interrupting_list(to))) {
            markdown_end_line(to);
            return;
        }
        if (kind == SECTION_ROOT) {
            escape_line_break(to->out);
            return;
        }
        break;
    case GAP_PARAGRAPH:
        if (event == BODY_TREE_PIECE && to->walk.piece[-1].is_title && !to->has_closed) {
            markdown_end_line(to);
            return;
        }
        break;
    }
    markdown_end_line(to);
    append_empty_line(to);
    if (to->walk.has_rule) {
        markdown_begin_line(to);
        buffer_append(to->out, STR("* * *")); /* three hyphens may end front matter */
        markdown_end_line(to);
        append_empty_line(to);
    }
}

/* "**Author** · [date](address)" is a paragraph of its own. */
static void append_head(struct markdown_writer *to, const struct comment_head *head) {
    markdown_begin_line(to);
    buffer_append(to->out, STR("**"));
    escape_text(to->out, head->author, 0, head->author.len, ESCAPE_PARAGRAPH, false);
    buffer_append(to->out, STR("**"));
    if (head->date.len) {
        buffer_append(to->out, head->url.len ? STR(" \u00B7 [") : STR(" \u00B7 "));
        escape_text(to->out, head->date, 0, head->date.len, ESCAPE_PARAGRAPH, false);
    }
    if (head->date.len && head->url.len) {
        buffer_append(to->out, STR("]("));
        escape_url(to->out, head->url, true);
        buffer_append_byte(to->out, ')');
    }
    markdown_end_line(to);
    append_empty_line(to);
}

static void open_section(struct markdown_writer *to) {
    const struct section *section = markdown_section(to);
    switch ((enum section_kind)section->kind) {
    case SECTION_QUOTE:
        markdown_enter_level(to, STR("> "), true);
        if (section->callout.at)
            open_callout(to, section);
        else if (section->post && section->post->head.author.len)
            append_head(to, &section->post->head);
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
        markdown_begin_line(to);
        buffer_append(to->out, str_between(STR("######"), 0, section->ordinal));
        buffer_append_byte(to->out, ' ');
        break;
    default:
        break;
    }
}

static void close_section(struct markdown_writer *to) {
    const struct section *section = markdown_section(to);
    to->has_closed = true;
    switch ((enum section_kind)section->kind) {
    case SECTION_QUOTE:
    case SECTION_ITEM:
    case SECTION_NOTE:
        markdown_leave_level(to);
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

/* An image and its caption are two lines of one paragraph; in a cell, one line. */
static void append_image(struct markdown_writer *to, const struct image *image) {
    if (!image->cell)
        markdown_begin_line(to);
    buffer_append(to->out, image->is_embed ? STR("[") : STR("!["));
    escape_text(to->out, image->alt, 0, image->alt.len, ESCAPE_PARAGRAPH, false);
    buffer_append(to->out, STR("]("));
    escape_url(to->out, image->url, str_has_byte(image->alt, '$'));
    buffer_append_byte(to->out, ')');
    for (uint32_t i = image->first_caption; i < image->end_caption; i++) {
        buffer_append(to->out, image->cell ? STR(" ") : STR("\\\n"));
        if (!image->cell)
            markdown_begin_line(to);
        markdown_append_inline(to, i);
    }
}

static void append_piece(struct markdown_writer *to) {
    const struct section *section = markdown_section(to);
    size_t block = to->walk.piece->index;
    if (to->walk.piece->is_image) {
        append_image(to, &to->walk.tree->images[block]);
    } else if (section->kind == SECTION_CODE) {
        append_code(to, inline_plain(to->reader->source, block));
    } else {
        if (section->kind != SECTION_HEADING && section->kind != SECTION_CELL && !to->is_on_line)
            markdown_begin_line(to);
        size_t start = to->out->len;
        markdown_append_inline(to, block);
        end_note_text(to, start);
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
    for (enum body_tree_event event; (event = body_tree_next(&to.walk)) != BODY_TREE_END;) {
        if (event != BODY_TREE_CLOSE && to.walk.is_at_gap)
            append_gap(&to, event);
        if (event == BODY_TREE_OPEN)
            open_section(&to);
        else if (event == BODY_TREE_CLOSE)
            close_section(&to);
        else
            append_piece(&to);
    }
}

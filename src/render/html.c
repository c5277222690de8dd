/*
 * Writes the chosen blocks as HTML5 that is safe to embed: elements and attributes are written
 * here, one by one, and everything from the page passes through append_escaped or url_append_safe.
 *
 * It is a fragment for use in <article> or <div>, without a wrapper of its own. It contains only
 * these elements: h1 to h6, p, blockquote, ul, ol, li, dl, dt, dd, pre, code, table, thead, tbody,
 * tr, th, td, hr, strong, em, del, ins, mark, sup, sub, kbd, samp, var, a, br, figure, img,
 * figcaption and span; and only these attributes: a[href] (http, https, mailto, or relative if no
 * base is known), img[src] (http, https or relative), img[alt], ol[start], li[value] (a number),
 * a[id] ("pith-ref-" and a number), li[id] ("pith-note-" and a number), code[class] ("language-"
 * and letters, digits, "+#.-_"), span[class] ("math inline" or "math display": its text is TeX in
 * \( and \) or \[ and \]).
 */
#include "render/render.h"

#include "page/listing_language.h"
#include "page/formula/tex.h"
#include "render/body_tree.h"
#include "render/inline.h"
#include "render/inline_tag.h"

enum { MAX_LEVELS = BODY_TREE_MAX_DEPTH + 4 }; /* of sections */

struct html_writer {
    struct buffer *out;
    const struct inline_reader *reader;
    struct body_tree_walk walk;
    uint32_t next_column;              /* of the current row */
    uint32_t next_numbers[MAX_LEVELS]; /* by depth of open lists: the number of the next item */
    bool in_paragraph;                 /* the end tag of a <p> is pending */
    bool in_head, in_body;             /* the end tag of a <thead> or <tbody> is pending */
};

static const struct section *section_of(const struct html_writer *to) {
    return &to->walk.tree->sections[to->walk.section];
}

/* The character reference needed at i. Besides what HTML requires: U+0338 after ">" would combine
 * with it when the result is normalized to NFC, and break the tag. No other mark combines with a
 * character of HTML's syntax. */
static struct str reference_for(struct str s, size_t i) {
    switch (s.at[i]) {
    case '&':
        return STR("&amp;");
    case '<':
        return STR("&lt;");
    case '>':
        return STR("&gt;");
    case '"':
        return STR("&quot;");
    case '\xCC':
        return i + 1 < s.len && s.at[i + 1] == '\xB8' ? STR("&#824;") : STR_NONE;
    default:
        return STR_NONE;
    }
}

static void append_escaped(struct buffer *out, struct str s) {
    size_t done = 0;
    for (size_t i = 0; i < s.len; i++) {
        struct str reference = reference_for(s, i);
        if (!reference.at)
            continue;
        buffer_append(out, str_between(s, done, i));
        buffer_append(out, reference);
        done = i + (s.at[i] == '\xCC' ? 2 : 1);
    }
    buffer_append(out, str_between(s, done, s.len));
}

/* Appends text with its single line breaks. */
static void append_lines(struct buffer *out, struct str s) {
    for (size_t at = 0; at < s.len;) {
        append_escaped(out, str_next_line(s, &at));
        if (s.at[at - 1] == '\n')
            buffer_append(out, STR("<br>\n"));
    }
}

static void open_mark(struct html_writer *to, const struct inline_mark *mark) {
    buffer_append(to->out, inline_tags[mark->kind].open);
    if (mark->kind == INLINE_LINK) {
        append_escaped(to->out, mark->url);
        buffer_append(to->out, STR("\">"));
    }
}

/* Appends a formula as pandoc writes it, and MathJax and KaTeX read it. */
static void append_formula(struct html_writer *to, struct str delimited) {
    struct tex_formula formula = tex_formula(to->out->arena, delimited);
    buffer_append(to->out, formula.is_display ? STR("<span class=\"math display\">\\[")
                                              : STR("<span class=\"math inline\">\\("));
    append_escaped(to->out, formula.tex);
    buffer_append(to->out, formula.is_display ? STR("\\]</span>") : STR("\\)</span>"));
}

static void append_note_ref(struct html_writer *to, const struct inline_mark *ref) {
    buffer_append(to->out, STR("<sup><a href=\"#pith-note-"));
    buffer_append_number(to->out, ref->note);
    if (ref->is_first) {
        buffer_append(to->out, STR("\" id=\"pith-ref-"));
        buffer_append_number(to->out, ref->note);
    }
    buffer_append(to->out, STR("\">"));
    buffer_append_number(to->out, ref->note);
    buffer_append(to->out, STR("</a></sup>"));
}

static enum inline_weight weight_of(const struct html_writer *to) {
    if (to->walk.piece->is_label)
        return INLINE_STRONG_UNLINKED;
    return to->walk.piece->is_title ? INLINE_STRONG_ALL : body_tree_weight(section_of(to));
}

static void append_inline(struct html_writer *to, size_t block) {
    struct inline_text text;
    inline_read(to->reader, block, weight_of(to), &text);
    struct inline_walk walk;
    inline_walk_begin(&walk, &text);
    for (;;) {
        switch (inline_next(&walk)) {
        case INLINE_OPEN:
            open_mark(to, walk.mark);
            break;
        case INLINE_CLOSE:
            buffer_append(to->out, inline_tags[walk.mark->kind].close);
            break;
        case INLINE_TEXT:
            if (walk.mark && walk.mark->kind == INLINE_FORMULA)
                append_formula(to, walk.piece);
            else if (walk.mark && walk.mark->kind == INLINE_NOTE_REF)
                append_note_ref(to, walk.mark);
            else
                append_lines(to->out, walk.piece);
            break;
        case INLINE_END:
            return;
        }
    }
}

/* ---- sections ---- */

static const struct {
    struct str open, close;
} SECTION_TAGS[SECTION_N_KINDS] = {
    [SECTION_QUOTE] = {STR_INIT("<blockquote>\n"), STR_INIT("</blockquote>\n")},
    [SECTION_LIST] = {STR_INIT("<ul>\n"), STR_INIT("</ul>\n")},
    [SECTION_ITEM] = {STR_INIT("<li>"), STR_INIT("</li>\n")},
    [SECTION_NOTES] = {STR_INIT("<ol>\n"), STR_INIT("</ol>\n")},
    [SECTION_TERMS] = {STR_INIT("<dl>\n"), STR_INIT("</dl>\n")},
    [SECTION_TERM] = {STR_INIT("<dt>"), STR_INIT("</dt>\n")},
    [SECTION_DEFINITION] = {STR_INIT("<dd>"), STR_INIT("</dd>\n")},
    [SECTION_TABLE] = {STR_INIT("<table>\n"), STR_INIT("</table>\n")},
    [SECTION_ROW] = {STR_INIT("<tr>"), STR_INIT("</tr>\n")},
    [SECTION_CELL] = {STR_INIT("<td>"), STR_INIT("</td>")},
    [SECTION_CODE] = {STR_INIT("<pre><code"), STR_INIT("</code></pre>\n")},
};

static void end_paragraph(struct html_writer *to) {
    if (to->in_paragraph)
        buffer_append(to->out, STR("</p>\n"));
    to->in_paragraph = false;
}

static void append_heading_tag(struct html_writer *to, const struct section *heading, bool is_end) {
    buffer_append(to->out, is_end ? STR("</h") : STR("<h"));
    buffer_append_number(to->out, heading->ordinal);
    buffer_append(to->out, is_end ? STR(">\n") : STR(">"));
}

/* Whether text is directly in a section, not in paragraphs. */
static bool is_bare(const struct html_writer *to, const struct section *section) {
    switch ((enum section_kind)section->kind) {
    case SECTION_ITEM:
    case SECTION_TERM:
    case SECTION_DEFINITION:
    case SECTION_NOTE:
        return to->walk.tree->sections[section->parent].is_tight;
    case SECTION_ROOT:
    case SECTION_QUOTE:
        return false;
    default:
        return true;
    }
}

static void open_list(struct html_writer *to, const struct section *list) {
    const struct section *around = &to->walk.tree->sections[list->parent];
    if (is_bare(to, around) && to->walk.gap == GAP_LINE && to->walk.common == list->parent)
        buffer_append_byte(to->out, '\n'); /* after an item's text */
    uint32_t first = to->walk.tree->sections[to->walk.section + 1].ordinal;
    to->next_numbers[list->depth] = first;
    if (!list->is_ordered) {
        buffer_append(to->out, STR("<ul>\n"));
    } else if (first == 1) {
        buffer_append(to->out, STR("<ol>\n"));
    } else {
        buffer_append(to->out, STR("<ol start=\""));
        buffer_append_number(to->out, first);
        buffer_append(to->out, STR("\">\n"));
    }
}

/* What an item begins with, in its first paragraph. */
static void append_label(struct html_writer *to, const struct section *item) {
    buffer_append(to->out, section_task_mark(item->task));
    append_escaped(to->out, item->label);
    buffer_append(to->out, item->label.len ? STR(" ") : STR(""));
}

/* An item that does not continue the numbering has its number. */
static void open_item(struct html_writer *to, const struct section *item) {
    const struct section *list = &to->walk.tree->sections[item->parent];
    uint32_t *next = &to->next_numbers[list->depth];
    buffer_append(to->out, STR("<li"));
    if (list->is_ordered && *next != item->ordinal) {
        buffer_append(to->out, STR(" value=\""));
        buffer_append_number(to->out, item->ordinal);
        buffer_append_byte(to->out, '"');
    }
    *next = item->ordinal + 1;
    buffer_append_byte(to->out, '>');
    if (is_bare(to, item))
        append_label(to, item);
}

static void open_code(struct html_writer *to, const struct section *code) {
    struct str language = listing_language(&to->reader->source->page->dom, code->node);
    buffer_append(to->out, STR("<pre><code"));
    if (language.len) {
        buffer_append(to->out, STR(" class=\"language-"));
        append_escaped(to->out, language);
        buffer_append_byte(to->out, '"');
    }
    buffer_append_byte(to->out, '>');
}

static void open_row(struct html_writer *to, const struct section *row) {
    if (row->is_header && !to->in_head)
        buffer_append(to->out, STR("<thead>\n"));
    if (!row->is_header && to->in_head)
        buffer_append(to->out, STR("</thead>\n"));
    if (!row->is_header && !to->in_body)
        buffer_append(to->out, STR("<tbody>\n"));
    to->in_head = row->is_header;
    to->in_body = !row->is_header;
    to->next_column = 0;
    buffer_append(to->out, STR("<tr>"));
}

static bool is_in_head(const struct html_writer *to, const struct section *cell) {
    return to->walk.tree->sections[cell->parent].is_header;
}

static bool is_header_cell(const struct html_writer *to, const struct section *cell) {
    return cell->is_header || is_in_head(to, cell);
}

static void open_cell(struct html_writer *to, const struct section *cell) {
    for (; to->next_column < cell->ordinal; to->next_column++)
        buffer_append(to->out, is_in_head(to, cell) ? STR("<th></th>") : STR("<td></td>"));
    to->next_column++;
    buffer_append(to->out, is_header_cell(to, cell) ? STR("<th>") : STR("<td>"));
}

/* Ids have a prefix that a page around the fragment is unlikely to use. */
static void open_note(struct html_writer *to, uint32_t number) {
    buffer_append(to->out, STR("<li id=\"pith-note-"));
    buffer_append_number(to->out, number);
    buffer_append(to->out, STR("\">"));
}

static void close_note(struct html_writer *to, uint32_t number) {
    buffer_append(to->out, STR(" <a href=\"#pith-ref-"));
    buffer_append_number(to->out, number);
    buffer_append(to->out, STR("\">\xE2\x86\xA9</a></li>\n"));
}

static void append_head(struct html_writer *to, const struct comment_head *head) {
    buffer_append(to->out, STR("<p><strong>"));
    append_escaped(to->out, head->author);
    buffer_append(to->out, STR("</strong>"));
    if (head->date.len && head->url.len) {
        buffer_append(to->out, STR(" \u00B7 <a href=\""));
        append_escaped(to->out, head->url);
        buffer_append(to->out, STR("\">"));
    } else if (head->date.len) {
        buffer_append(to->out, STR(" \u00B7 "));
    }
    append_escaped(to->out, head->date);
    buffer_append(to->out, head->date.len && head->url.len ? STR("</a></p>\n") : STR("</p>\n"));
}

static void open_section(struct html_writer *to) {
    const struct section *section = section_of(to);
    switch ((enum section_kind)section->kind) {
    case SECTION_HEADING:
        append_heading_tag(to, section, false);
        break;
    case SECTION_LIST:
        open_list(to, section);
        break;
    case SECTION_ITEM:
        open_item(to, section);
        break;
    case SECTION_NOTE:
        open_note(to, section->ordinal);
        break;
    case SECTION_CODE:
        open_code(to, section);
        break;
    case SECTION_ROW:
        open_row(to, section);
        break;
    case SECTION_CELL:
        open_cell(to, section);
        break;
    default:
        buffer_append(to->out, SECTION_TAGS[section->kind].open);
        if (section->post && section->post->head.author.len)
            append_head(to, &section->post->head);
    }
}

static void close_section(struct html_writer *to) {
    const struct section *section = section_of(to);
    if (section->kind == SECTION_TABLE) {
        buffer_append(to->out, to->in_body   ? STR("</tbody>\n")
                               : to->in_head ? STR("</thead>\n")
                                             : STR(""));
        to->in_head = to->in_body = false;
    }
    if (section->kind == SECTION_HEADING)
        append_heading_tag(to, section, true);
    else if (section->kind == SECTION_NOTE)
        close_note(to, section->ordinal);
    else if (section->kind == SECTION_LIST && section->is_ordered)
        buffer_append(to->out, STR("</ol>\n"));
    else if (section->kind == SECTION_CELL && is_header_cell(to, section))
        buffer_append(to->out, STR("</th>"));
    else
        buffer_append(to->out, SECTION_TAGS[section->kind].close);
}

static void append_embed(struct html_writer *to, const struct image *embed) {
    buffer_append(to->out, embed->cell ? STR("<a href=\"") : STR("<p><a href=\""));
    append_escaped(to->out, embed->url);
    buffer_append(to->out, STR("\">"));
    append_escaped(to->out, embed->alt);
    buffer_append(to->out, embed->cell ? STR("</a>") : STR("</a></p>\n"));
}

static void append_image(struct html_writer *to, const struct image *image) {
    const struct section *section = section_of(to);
    bool is_figure = !image->cell, is_first = to->walk.common != to->walk.section;
    end_paragraph(to);
    if (section->kind == SECTION_ITEM && is_first && !is_bare(to, section))
        append_label(to, section);
    if (image->cell && to->walk.common == to->walk.section)
        buffer_append(to->out, STR("<br>\n"));
    if (image->is_embed) {
        append_embed(to, image);
        return;
    }
    buffer_append(to->out, is_figure ? STR("<figure><img src=\"") : STR("<img src=\""));
    append_escaped(to->out, image->url);
    buffer_append(to->out, STR("\" alt=\""));
    append_escaped(to->out, image->alt);
    buffer_append(to->out, STR("\">"));
    for (uint32_t i = image->first_caption; i < image->end_caption; i++) {
        bool begins_caption = is_figure && i == image->first_caption;
        buffer_append(to->out, begins_caption ? STR("<figcaption>") : STR("<br>\n"));
        append_inline(to, i);
    }
    if (is_figure && image->first_caption < image->end_caption)
        buffer_append(to->out, STR("</figcaption>"));
    buffer_append(to->out, is_figure ? STR("</figure>\n") : STR(""));
}

static void append_block(struct html_writer *to) {
    const struct section *section = section_of(to);
    size_t block = to->walk.piece->index;
    bool is_continued = to->walk.common == to->walk.section;
    if (section->kind == SECTION_CODE) {
        if (is_continued)
            buffer_append_byte(to->out, '\n');
        append_escaped(to->out, inline_plain(to->reader->source, block));
        return;
    }
    if (is_bare(to, section)) {
        if (is_continued && to->walk.gap == GAP_SPACE)
            buffer_append(to->out, STR("<br>\n"));
    } else if (to->in_paragraph && to->walk.gap == GAP_LINE) {
        buffer_append(to->out, STR("<br>\n"));
    } else {
        end_paragraph(to);
        buffer_append(to->out, STR("<p>"));
        to->in_paragraph = true;
        if (section->kind == SECTION_ITEM && !is_continued)
            append_label(to, section);
    }
    append_inline(to, block);
}

static void append_piece(struct html_writer *to) {
    if (to->walk.piece->is_image)
        append_image(to, &to->walk.tree->images[to->walk.piece->index]);
    else
        append_block(to);
}

void render_html(const struct body_tree *body, struct buffer *out) {
    struct html_writer to = {.out = out, .reader = &body->reader};
    body_tree_begin(&to.walk, body);
    for (;;) {
        enum body_tree_event event = body_tree_next(&to.walk);
        bool has_rule = event != BODY_TREE_CLOSE && to.walk.is_at_gap && to.walk.has_rule;
        if (event != BODY_TREE_PIECE || has_rule)
            end_paragraph(&to);
        buffer_append(out, has_rule ? STR("<hr>\n") : STR(""));
        if (event == BODY_TREE_END)
            return;
        if (event == BODY_TREE_OPEN)
            open_section(&to);
        else if (event == BODY_TREE_CLOSE)
            close_section(&to);
        else
            append_piece(&to);
    }
}

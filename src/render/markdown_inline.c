/*
 * Writes the text of a block and its inline marks as Markdown; see markdown_writer.h.
 */
#include "render/markdown_writer.h"

#include "base/ascii.h"
#include "base/escape.h"
#include "page/formula/tex.h"
#include "render/emphasis.h"
#include "render/inline_tag.h"

static enum escape_place place_of(const struct section *section) {
    return section->kind == SECTION_HEADING ? ESCAPE_HEADING
           : section->kind == SECTION_CELL  ? ESCAPE_CELL
                                            : ESCAPE_PARAGRAPH;
}

/* Appends [first, end) of `s`, keeping its line breaks if the place allows several lines. */
static void append_text(struct markdown_writer *to, struct str s, size_t first, size_t end) {
    enum escape_place place = place_of(markdown_section(to));
    while (first < end) {
        size_t stop = str_find_byte(str_between(s, 0, end), first, '\n');
        bool is_broken = stop < end;
        escape_text(to->out, s, first, stop, place, to->at_line_start);
        to->at_line_start = false;
        if (is_broken && place == ESCAPE_PARAGRAPH) {
            escape_line_break(to->out);
            markdown_begin_line(to);
        } else if (is_broken) {
            buffer_append_byte(to->out, ' ');
        }
        first = stop + is_broken;
    }
}

/* What Markdown writes before and after a mark's text. */
static struct str delimiter(uint8_t kind) {
    switch (kind) {
    case INLINE_STRONG:
        return STR("**");
    case INLINE_EM:
    case INLINE_VARIABLE:
        return STR("*");
    case INLINE_DELETED:
        return STR("~~"); /* GFM */
    default:
        return STR("");
    }
}

/* Whether a mark is written as an element of HTML, since Markdown has no syntax for it. */
static bool is_tagged(uint8_t kind) {
    return kind != INLINE_LINK && !inline_is_verbatim(kind) && delimiter(kind).len == 0;
}

static void open_link(struct markdown_writer *to) {
    struct buffer *out = to->out;
    if (!to->at_line_start && out->data[out->len - 1] == '!') { /* "!" before it would make it an
                                                                   image */
        out->data[out->len - 1] = '\\';
        buffer_append_byte(out, '!');
    }
    buffer_append_byte(out, '[');
}

/* Whether asterisks or tildes may be written for a mark. */
static bool can_delimit(const struct markdown_writer *to, struct str s,
                        const struct inline_mark *mark) {
    bool is_doubled = mark->kind == INLINE_VARIABLE && to->is_emitted[INLINE_EM];
    /* Asterisks directly after others would form a single run. */
    return !is_doubled && to->out->len != to->star_end && emphasis_can_delimit(s, mark);
}

static void open_mark(struct markdown_writer *to, struct str s, const struct inline_mark *mark) {
    if (inline_is_verbatim(mark->kind))
        return; /* written together with its text */
    if (mark->kind == INLINE_LINK) {
        open_link(to);
    } else if (is_tagged(mark->kind)) {
        buffer_append(to->out, inline_tags[mark->kind].open);
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
        escape_url(to->out, mark->url, true);
        buffer_append_byte(to->out, ')');
    } else if (is_tagged(mark->kind)) {
        buffer_append(to->out, inline_tags[mark->kind].close);
    } else if (!inline_is_verbatim(mark->kind) && to->is_emitted[mark->kind]) {
        buffer_append(to->out, delimiter(mark->kind));
        to->is_emitted[mark->kind] = false;
        to->star_end = to->out->len;
    }
}

static enum inline_weight weight_of(const struct markdown_writer *to) {
    const struct section *section = markdown_section(to);
    if (to->walk.piece->is_label)
        return INLINE_STRONG_UNLINKED;
    return section->kind == SECTION_TERM ? INLINE_STRONG_ALL : body_tree_weight(section);
}

static void append_code_span(struct markdown_writer *to, struct str code) {
    escape_code(to->out, code, place_of(markdown_section(to)));
    to->at_line_start = false;
}

/* Whether c and the character after it could begin a tag, a link or a template. */
static bool begins_syntax(char c, char next) {
    switch (c) {
    case '<':
        return ascii_is_letter(next) || ascii_is_one_of(next, "!?/");
    case ']':
        return ascii_is_one_of(next, "([:");
    case '[':
    case '{':
        return next == c;
    default:
        return false;
    }
}

/* Appends a bar of a formula in a table cell, or the command "\|", whose backslash has just been
 * written. There, a bar needs a backslash, and must have only one. */
static void append_bar(struct buffer *out, struct str tex, size_t i) {
    size_t n_before = 0;
    while (n_before < i && tex.at[i - n_before - 1] == '\\')
        n_before++;
    if (n_before % 2) { /* "\|" is "\Vert", whose name a letter would continue */
        bool is_continued = i + 1 < tex.len && ascii_is_letter(tex.at[i + 1]);
        buffer_append(out, is_continued ? STR("Vert ") : STR("Vert"));
        return;
    }
    buffer_append(out, n_before ? STR(" \\|") : STR("\\|"));
}

/* Appends a formula unescaped, except that whatever could be a tag, a link or a template in it gets
 * a space, which TeX ignores, and that bars in a table cell are escaped. */
static void append_formula(struct markdown_writer *to, struct str delimited) {
    struct tex_formula formula = tex_formula(to->out->arena, delimited);
    struct buffer tex;
    bool is_in_cell = place_of(markdown_section(to)) == ESCAPE_CELL;
    buffer_init(&tex, to->out->arena);
    tex_append_delimited(&tex, &formula);
    for (size_t i = 0; i < tex.len; i++) {
        char c = tex.data[i], next = i + 1 < tex.len ? tex.data[i + 1] : ' ';
        if (c == '|' && is_in_cell)
            append_bar(to->out, buffer_str(&tex), i);
        else
            buffer_append_byte(to->out, c);
        if (begins_syntax(c, next))
            buffer_append_byte(to->out, ' ');
    }
    to->at_line_start = false;
}

void markdown_append_note_label(struct buffer *out, uint32_t number) {
    buffer_append(out, STR("[^"));
    buffer_append_number(out, number);
    buffer_append_byte(out, ']');
}

static void append_note_ref(struct markdown_writer *to, uint32_t number) {
    markdown_append_note_label(to->out, number);
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

void markdown_append_inline(struct markdown_writer *to, size_t block) {
    struct inline_text text;
    inline_read(to->reader, block, weight_of(to), &text);
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

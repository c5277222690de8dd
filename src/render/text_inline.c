/*
 * Writes the text of a block as plain text; see text_inline.h.
 */
#include "render/text_inline.h"

#include "page/formula/tex.h"
#include "render/script.h"

void text_inline_append_number(struct buffer *out, size_t n) {
    buffer_append_byte(out, '[');
    buffer_append_number(out, n);
    buffer_append_byte(out, ']');
}

/* Line breaks within a cell would break its row. */
static void append_text(const struct text_inline *to, struct str text) {
    size_t start = to->out->len;
    buffer_append(to->out, text);
    for (size_t i = start; i < to->out->len && to->is_in_cell; i++)
        if (to->out->data[i] == '\n')
            to->out->data[i] = ' ';
}

/* Appends the text of a mark. */
static void append_marked(const struct text_inline *to, const struct inline_walk *walk) {
    const struct inline_mark *script = script_around(walk);
    if (walk->mark && walk->mark->kind == INLINE_FORMULA) {
        struct buffer tex;
        buffer_init(&tex, to->out->arena);
        struct tex_formula formula = tex_formula(to->out->arena, walk->piece);
        tex_append_delimited(&tex, &formula);
        append_text(to, buffer_str(&tex));
    } else if (walk->mark && walk->mark->kind == INLINE_NOTE_REF) {
        text_inline_append_number(to->out, walk->mark->note);
    } else if (script) {
        script_append(to->out, walk->text->text, script, walk->piece);
    } else {
        append_text(to, walk->piece);
    }
}

void text_inline_append(const struct text_inline *to, size_t block) {
    struct inline_text text;
    struct inline_walk walk;
    size_t link_start = 0;
    if (to->is_code) {
        append_text(to, inline_plain(to->reader->source, block));
        return;
    }
    inline_read(to->reader, block, to->end_link ? INLINE_PLAIN : INLINE_UNLINKED, &text);
    inline_walk_begin(&walk, &text);
    for (enum inline_event event; (event = inline_next(&walk)) != INLINE_END;) {
        if (event == INLINE_TEXT) {
            append_marked(to, &walk);
            continue;
        }
        bool is_link = walk.mark->kind == INLINE_LINK;
        if (event == INLINE_OPEN) {
            link_start = is_link ? to->out->len : link_start;
            script_open(to->out, text.text, walk.mark);
            continue;
        }
        script_close(to->out, text.text, walk.mark);
        if (is_link)
            to->end_link(to->self, walk.mark->url, link_start);
    }
}

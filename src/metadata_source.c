/*
 * Keeps the candidates of a page; see metadata_source.h.
 */
#include "metadata_source.h"

#include "entity.h"
#include "utf8.h"

const char *metadata_source_name(enum metadata_source source) {
    static const char *const NAMES[N_SOURCES] = {[SOURCE_JSON_LD] = "json-ld",
                                                 [SOURCE_META] = "meta",
                                                 [SOURCE_MICRODATA] = "microdata",
                                                 [SOURCE_LINK] = "link",
                                                 [SOURCE_TIME] = "time element",
                                                 [SOURCE_HEADING] = "heading",
                                                 [SOURCE_TEXT] = "visible text",
                                                 [SOURCE_CLASS] = "visible text",
                                                 [SOURCE_TITLE] = "title element",
                                                 [SOURCE_HTML] = "html element",
                                                 [SOURCE_URL] = "URL"};
    return NAMES[source];
}

static bool is_space(uint32_t c) {
    return c < 0x20 || c == 0xFEFF || utf8_class(c) == UTF8_SPACE;
}

static bool is_plain_line(struct str text) {
    bool after_space = true;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 0x20 || c >= 0x80 || (c == ' ' && after_space))
            return false;
        after_space = c == ' ';
    }
    return !after_space;
}

struct str metadata_line(struct arena *arena, struct str text) {
    if (text.len == 0 || is_plain_line(text))
        return text;
    struct buffer out;
    bool has_gap = false;
    buffer_init(&out, arena);
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        uint32_t c = utf8_next(text, &i);
        if (c == 0xAD || c == 0x200B || c == 0x2060) /* soft hyphen and its like */
            continue;
        if (is_space(c)) {
            has_gap = true;
            continue;
        }
        if (has_gap && out.len)
            buffer_append_byte(&out, ' ');
        has_gap = false;
        buffer_append(&out, str_between(text, start, i));
    }
    return buffer_str(&out);
}

static bool is_tag_start(struct str text, size_t i) {
    if (text.at[i] != '<' || i + 1 >= text.len)
        return false;
    char c = text.at[i + 1];
    return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Markup within a value ("<em>x</em>", "&amp;lt;") is not for a reader to see. */
static struct str strip_markup(struct arena *arena, struct str text) {
    struct buffer out;
    buffer_init(&out, arena);
    if (memchr(text.at, '&', text.len)) {
        entity_append_decoded(&out, text, false);
        text = buffer_str(&out);
    }
    if (!memchr(text.at, '<', text.len))
        return text;
    buffer_init(&out, arena);
    for (size_t i = 0; i < text.len;) {
        if (!is_tag_start(text, i)) {
            buffer_append_byte(&out, text.at[i++]);
            continue;
        }
        const char *end = memchr(text.at + i, '>', text.len - i);
        buffer_append_byte(&out, ' ');
        i = end ? (size_t)(end - text.at) + 1 : text.len;
    }
    return buffer_str(&out);
}

struct candidate *gathering_add(struct gathering *g, enum candidate_kind kind, struct str text,
                                enum metadata_source source, unsigned rank) {
    struct candidates *list = &g->of[kind];
    if (list->n == MAX_CANDIDATES || text.len == 0)
        return NULL;
    if (memchr(text.at, '&', text.len) || memchr(text.at, '<', text.len))
        text = strip_markup(g->arena, text);
    text = metadata_line(g->arena, text);
    if (text.len == 0)
        return NULL;
    struct candidate *added = &list->items[list->n++];
    *added = (struct candidate){.text = text,
                                .source = (uint8_t)source,
                                .rank = (uint8_t)rank,
                                .node = NOWHERE,
                                .block = NOWHERE};
    return added;
}

struct str metadata_element_text(const struct gathering *g, uint32_t node, size_t max,
                                 struct str boundary) {
    const struct dom *dom = &g->page->dom;
    struct buffer out;
    buffer_init(&out, g->arena);
    for (uint32_t i = node + 1; i < dom->nodes[node].end && out.len < max; i++) {
        const struct dom_node *at = &dom->nodes[i];
        if (at->kind == DOM_TEXT) {
            if (at->has_references)
                entity_append_decoded(&out, at->text, false);
            else
                buffer_append(&out, at->text);
        } else if ((dom_tag_traits(at->tag) & (DOM_IS_BLOCK | DOM_IS_VOID)) || at->tag == DOM_A) {
            buffer_append(&out, boundary);
        } else if (dom_tag_traits(at->tag) & DOM_IS_HIDDEN) {
            i = at->end - 1;
        }
    }
    struct str line = metadata_line(g->arena, buffer_str(&out));
    if (line.len > max)
        return STR_NONE; /* not a short text: it is no value */
    return line;
}

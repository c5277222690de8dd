/*
 * Stores the candidates of a page; see gathering.h.
 */
#include "metadata/gathering.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "html/entity.h"
#include "lexicon/words.h"

const char *gathering_source_name(enum metadata_source source) {
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

struct metadata_value gathering_value(struct str text, enum metadata_source source) {
    if (!text.len)
        return (struct metadata_value){.source = NULL};
    return (struct metadata_value){.text = text, .source = gathering_source_name(source)};
}

void gathering_set_field(struct metadata *out, enum pith_field field, struct str text,
                         enum metadata_source source) {
    if (text.len)
        out->fields[field] = gathering_value(text, source);
}

language_set gathering_languages(const struct gathering *g) {
    return g->hints.languages | words_languages(STR("en"));
}

static bool is_space(uint32_t c) {
    return c < 0x20 || c == 0xFEFF || utf8_class(c) == UTF8_SPACE;
}

/* Whether gathering_line leaves trimmed text as it is. (A compiler can look at many bytes at a
 * time, as long as nothing ends the loop early.) */
static bool is_plain_line(struct str text) {
    const unsigned char *at = (const unsigned char *)text.at;
    unsigned char flaws = at[0] < 0x20 || at[0] >= 0x80;
    for (size_t i = 1; i < text.len; i++)
        flaws |= (at[i] < 0x20) | (at[i] >= 0x80) | ((at[i] == ' ') & (at[i - 1] == ' '));
    return !flaws;
}

/* Skips the bytes from i on that are copied unchanged: ASCII except white space and controls. */
static size_t skip_plain(struct str text, size_t i) {
    while (i < text.len && (unsigned char)text.at[i] > ' ' && (unsigned char)text.at[i] < 0x7F)
        i++;
    return i;
}

struct str gathering_line(struct arena *arena, struct str text) {
    text = str_trim(text);
    if (text.len == 0 || is_plain_line(text))
        return text;
    struct buffer out;
    bool has_gap = false;
    buffer_init(&out, arena);
    buffer_reserve(&out, text.len);
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        i = skip_plain(text, i);
        if (i == start) {
            uint32_t c = utf8_next(text, &i);
            if (c == 0xAD || c == 0x200B || c == 0x2060) /* soft hyphen and other invisible
                                                            characters */
                continue;
            if (is_space(c)) {
                has_gap = true;
                continue;
            }
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
    return c == '/' || c == '!' || ascii_is_letter(c);
}

/* Markup within a value ("<em>x</em>", "&amp;lt;") is not meant for readers. */
static struct str strip_markup(struct arena *arena, struct str text) {
    struct buffer out;
    buffer_init(&out, arena);
    if (str_has_byte(text, '&')) {
        entity_append_decoded(&out, text, false);
        text = buffer_str(&out);
    }
    if (!str_has_byte(text, '<'))
        return text;
    buffer_init(&out, arena);
    for (size_t i = 0; i < text.len;) {
        if (!is_tag_start(text, i)) {
            buffer_append_byte(&out, text.at[i++]);
            continue;
        }
        buffer_append_byte(&out, ' ');
        i = str_find_byte(text, i, '>');
        i += i < text.len;
    }
    return buffer_str(&out);
}

struct str gathering_clean(struct arena *arena, struct str text) {
    if (str_has_byte(text, '&') || str_has_byte(text, '<'))
        text = strip_markup(arena, text);
    return gathering_line(arena, text);
}

bool gathering_is_unfilled(struct str text) {
    static const struct str MARKS[] = {STR_INIT("{{"), STR_INIT("}}"), STR_INIT("<%"),
                                       STR_INIT("${"), STR_INIT("{$"), STR_INIT("[object Object]")};
    static const struct str WORDS[] = {STR_INIT("undefined"), STR_INIT("null"), STR_INIT("nan"),
                                       STR_INIT("[object object]")};
    bool may_have_mark = str_has_byte(text, '{') || str_has_byte(text, '}') ||
                         str_has_byte(text, '%') || str_has_byte(text, '[');
    for (size_t i = 0; may_have_mark && i < N_OF(MARKS); i++)
        if (str_holds(text, MARKS[i]))
            return true;
    for (size_t i = 0; text.len < 20 && i < N_OF(WORDS); i++)
        if (str_equals_lower(str_trim(text), WORDS[i]))
            return true;
    bool is_variable = text.len > 2 && text.at[0] == '%' && text.at[text.len - 1] == '%';
    return is_variable || str_starts_with_lower(text, STR("lorem ipsum"));
}

struct candidate *gathering_add(struct gathering *g, enum candidate_kind kind, struct str text,
                                enum metadata_source source, unsigned rank) {
    struct candidates *list = &g->of[kind];
    if (list->n == MAX_CANDIDATES || text.len == 0 || gathering_is_unfilled(text))
        return NULL;
    if (kind != CANDIDATE_DESCRIPTION) /* long, and only one is used: it is cleaned then */
        text = gathering_clean(g->arena, text);
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

void gathering_add_tags(struct gathering *g, struct str list, enum metadata_source source,
                        unsigned rank) {
    for (size_t at = 0; at < list.len;) {
        size_t end = str_find_byte(list, at, ',');
        gathering_add(g, CANDIDATE_TAG, str_between(list, at, end), source, rank);
        at = end + 1;
    }
}

bool gathering_has_word(struct str list, struct str word) {
    for (size_t at = 0; at < list.len;) {
        size_t end = at;
        while (end < list.len && list.at[end] != ' ')
            end++;
        if (str_equals_lower(str_between(list, at, end), word))
            return true;
        at = end + 1;
    }
    return false;
}

bool gathering_is_first_class(struct str class) {
    return str_holds(class, STR("publish")) || str_holds(class, STR("entry-date"));
}

bool gathering_is_update_class(struct str class) {
    return (str_holds(class, STR("updat")) || str_holds(class, STR("modif"))) &&
           !gathering_is_first_class(class);
}

/* A segment of an address, or the name of one of its parameters. */
static bool names_category(struct str part) {
    static const struct str NAMES[] = {
        STR_INIT("category"),  STR_INIT("categories"), STR_INIT("categoryid"),
        STR_INIT("kategorie"), STR_INIT("categoria"),  STR_INIT("rubrik"),
        STR_INIT("tag"),       STR_INIT("tags"),       STR_INIT("topic"),
        STR_INIT("topics"),    STR_INIT("section"),    STR_INIT("sections")};
    return str_any(part, NAMES, N_OF(NAMES), str_equals_lower);
}

static bool leads_to_category(struct str address) {
    for (size_t i = 0; i < address.len;) {
        size_t end = i;
        while (end < address.len && address.at[end] != '/' && address.at[end] != '?' &&
               address.at[end] != '=')
            end++;
        bool has_more = end + 1 < address.len;
        if (has_more && names_category(str_between(address, i, end)))
            return true;
        i = end + 1;
    }
    return false;
}

bool gathering_is_category_link(const struct dom_node *node) {
    if (node->kind != DOM_ELEMENT || node->tag != DOM_A)
        return false;
    return gathering_has_word(dom_attribute(node, DOM_ATTR_REL), STR("tag")) ||
           leads_to_category(dom_attribute(node, DOM_ATTR_HREF));
}

/* Adjacent elements of the same kind contain the same kind of thing: the authors of a line may have
 * an element each and no comma between them. */
enum { MAX_LEVELS = 16 };

/* Bytes of an element's text for each byte of its value: deep in a page, lines are indented by some
 * hundred spaces, and a reference is up to ten bytes for a character. */
enum { MAX_RAW = 16 };

/* Of an element that holds a value; more are a part of the page. */
enum { MAX_NODES = 2000 };

struct siblings {
    uint32_t parent[MAX_LEVELS]; /* of the last element seen at each level */
    uint8_t tag[MAX_LEVELS];
};

static bool follows_same_kind(struct siblings *seen, const struct dom_node *node, size_t level) {
    if (level >= MAX_LEVELS)
        return false;
    bool is_like = seen->parent[level] == node->parent && seen->tag[level] == node->tag;
    seen->parent[level] = node->parent;
    seen->tag[level] = node->tag;
    return is_like;
}

/* Whether a class says that the element is the family name after a given one, as in DocBook's
 * <span class="firstname">Ada</span> <span class="surname">Quill</span>. */
static bool names_family(struct str class) {
    static const struct str WORDS[] = {STR_INIT("surname"), STR_INIT("family"), STR_INIT("last")};
    for (size_t i = 0; i < class.len; i++) {
        if (!ascii_is_one_of((char)(class.at[i] | 0x20), "sfl")) /* the words' first letters */
            continue;
        struct str rest = str_between(class, i, class.len);
        for (size_t k = 0; k < N_OF(WORDS); k++) {
            if (!str_starts_with_lower(rest, WORDS[k]))
                continue;
            struct str after = str_between(rest, WORDS[k].len, rest.len);
            if (str_starts_with(after, STR("-")) || str_starts_with(after, STR("_")))
                after = str_between(after, 1, after.len);
            if (k == 0 || str_starts_with_lower(after, STR("name")))
                return true;
        }
    }
    return false;
}

static bool is_boundary(struct siblings *seen, const struct dom *dom, uint32_t root, uint32_t i) {
    const struct dom_node *node = &dom->nodes[i];
    bool is_like = follows_same_kind(seen, node, (size_t)(node->depth - dom->nodes[root].depth));
    return is_like || (dom_tag_traits(node->tag) & (DOM_IS_BLOCK | DOM_IS_VOID)) ||
           node->tag == DOM_A || node->parent == root;
}

/* Whether two texts of different elements touch: "Jane Doe" and "archive page" without white space
 * between them are two things, but a drop cap and the rest of its word are not. */
static bool has_seam(struct str before, struct str text) {
    if (before.len < 2 || !text.len)
        return false;
    unsigned char last = (unsigned char)before.at[before.len - 1];
    unsigned char second = (unsigned char)before.at[before.len - 2];
    bool is_word = (ascii_is_letter((char)last) || last >= 0x80) && second > ' ';
    return is_word && (ascii_is_letter(text.at[0]) || (unsigned char)text.at[0] >= 0x80);
}

struct str gathering_element_text(const struct gathering *g, uint32_t node, size_t max,
                                  struct str boundary) {
    const struct dom *dom = &g->page->dom;
    struct siblings seen = {.parent = {0}};
    struct buffer out;
    uint32_t parent = NOWHERE; /* of the previous text */
    size_t max_raw = MAX_RAW * max;
    buffer_init(&out, g->arena);
    for (uint32_t i = node + 1; i < dom->nodes[node].end && out.len <= max_raw; i++) {
        const struct dom_node *at = &dom->nodes[i];
        if (i - node > MAX_NODES)
            return STR_NONE;
        if (at->kind == DOM_TEXT) {
            if (out.len + at->text.len > max_raw)
                return STR_NONE; /* too long, even without its white space and references */
            if (parent != at->parent && has_seam(buffer_str(&out), at->text))
                buffer_append(&out, boundary);
            parent = at->parent;
            dom_append_text(&out, at);
        } else if (gathering_is_category_link(at)) {
            i = at->end - 1;
        } else if (is_boundary(&seen, dom, node, i)) {
            bool is_rest = out.len > 0 && names_family(dom->looks[at->look].class);
            buffer_append(&out, is_rest ? STR(" ") : boundary);
        } else if (dom_tag_traits(at->tag) & DOM_IS_HIDDEN) {
            i = at->end - 1;
        }
    }
    struct str line = out.len <= max_raw ? gathering_line(g->arena, buffer_str(&out)) : STR_NONE;
    return line.len <= max ? line : STR_NONE; /* a long text is not a value */
}

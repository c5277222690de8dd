/*
 * Reduces a page of markup to the little that Gumbo needs; see prescan.h.
 *
 * A run of text between two tags becomes one mark, with a space on each side where the run had
 * white space, since tree construction only looks at white space.
 */
#include "html/prescan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/name_table.h"
#include "html/attr_list.h"
#include "html/digest.h"
#include "html/element.h"
#include "html/fold.h"
#include "html/markup.h"
#include "html/nesting.h"
#include "html/subtree.h"
#include "html/white_space.h"

enum {
    /* <html> and <body> tags whose attributes are read: Gumbo merges the attributes of all of them
     * into one list, comparing each with all before. Real pages have 3 such tags at most. */
    MAX_ROOTS = 16,
    /* Longer names are not names of known elements. Custom elements reach 40. */
    MAX_NAME_BYTES = 64,
    /* White space in <pre> that is written literally; a longer run becomes a mark. */
    MAX_LITERAL_SPACE = 256
};

_Static_assert((int)ELEMENT_N <= (int)NAME_TABLE_MAX, "a table holds all elements");

struct scanner {
    struct arena *arena;
    const char *p, *end;
    struct digest digest;
    struct str *json_ld;
    size_t n_json_ld, cap_json_ld;
    struct nesting nesting;
    struct attr_lists attrs;
    const struct name_table *elements;
    const char *verbatim_at; /* in the page, after the last tag that swallows a line break */
    size_t verbatim_len;     /* the same in `html` */
    const char *reached;     /* how far a failed search for the end of a subtree went */
    unsigned n_roots;        /* <html> and <body> tags with attributes */
    bool has_doctype;
    bool is_xml; /* the page claims to be XHTML */
    bool folds;  /* whether elements are folded */
    /* What has no end between here and the end of the page: bodies of raw text elements,
     * comments. */
    bool is_unclosed[ELEMENT_N], is_comment_unclosed;
};

struct tag {
    enum element element;
    struct str name; /* as written in the page */
    bool is_kept;
    bool may_fold; /* an element without open children */
    struct digest_start start;
    struct attr_tag attrs;
};

static struct str str_from(const char *from, const char *to) {
    return (struct str){from, (size_t)(to - from)};
}

/* -- Text -------------------------------------------------------------------------------- */

/* Collapses white space. Blanks without a line break are kept: markup is not indented that way, but
 * in a listing built without <pre> they are its indentation. */
static void append_space(struct scanner *s, const char *from, const char *to) {
    const char *p = from;
    while (p < to && (*p == ' ' || *p == '\t'))
        p++;
    if (p == to && to - from > 1 && to - from <= MAX_LITERAL_SPACE)
        buffer_append(&s->digest.html, str_from(from, to));
    else
        buffer_append_byte(&s->digest.html, ' ');
}

/* Returns false if there is only white space. */
static bool scan_flowing_text(struct scanner *s, const char *to, bool may_refer) {
    const char *from = may_refer ? white_space_skip_any(s->p, to) : white_space_skip(s->p, to);
    const char *last = to;
    while (last > from && ascii_is_space(last[-1]))
        last--;
    if (from > s->p)
        append_space(s, s->p, from);
    if (last == from)
        return false;
    digest_append_text(&s->digest, str_from(from, last), may_refer);
    if (last < to)
        buffer_append_byte(&s->digest.html, ' ');
    return true;
}

/* Appends text whose white space matters: as a mark, except for short white space, which tree
 * construction must recognize. Directly after a tag Gumbo would swallow that. */
static bool append_verbatim(struct scanner *s, const char *from, const char *to, bool may_refer) {
    struct str raw = str_from(from, to);
    if (raw.len <= MAX_LITERAL_SPACE && s->digest.html.len != s->verbatim_len &&
        white_space_skip(from, to) == to) {
        buffer_append(&s->digest.html, raw);
        return false;
    }
    digest_append_text(&s->digest, raw, may_refer);
    return true;
}

/* Text in <pre> or <code>. */
static void scan_verbatim_text(struct scanner *s, const char *to) {
    const char *from = s->p;
    if (from == s->verbatim_at) {
        from = white_space_skip_break(from, to);
        if (from > s->p)
            buffer_append_byte(&s->digest.html, '\n'); /* for Gumbo to swallow */
    }
    if (from < to)
        nesting_text(&s->nesting, !append_verbatim(s, from, to, true));
}

static void scan_text(struct scanner *s, const char *to) {
    if (nesting_has(&s->nesting, ELEMENT_PRE) || nesting_has(&s->nesting, ELEMENT_LISTING) ||
        nesting_has(&s->nesting, ELEMENT_CODE)) /* whose style may make it a listing */
        scan_verbatim_text(s, to);
    else
        nesting_text(&s->nesting, !scan_flowing_text(s, to, true));
    s->p = to;
}

/* -- Tags -------------------------------------------------------------------------------- */

static void append_tag_name(struct scanner *s, enum element element, struct str name) {
    if (element != ELEMENT_OTHER)
        name = element_names[element];
    buffer_append(&s->digest.html, name);
}

static void append_end_tag(struct scanner *s, enum element element, struct str name) {
    digest_begin_tag(&s->digest);
    buffer_append(&s->digest.html, STR("</"));
    append_tag_name(s, element, name);
    buffer_append_byte(&s->digest.html, '>');
}

bool prescan_is_json_ld(struct str type) {
    type = str_trim(type);
    if (str_equals_lower(type, STR("application/ld&#x2b;json"))) /* as ASP.NET writes it */
        return true;
    return str_equals_lower(str_trim(str_before(type, ';')), STR("application/ld+json"));
}

bool prescan_is_tex(struct str type) {
    type = str_trim(type);
    return str_equals_lower(str_trim(str_before(type, ';')), STR("math/tex"));
}

/* The body of a raw text element is between s->p and here. A browser with scripting treats
 * <noscript> as raw text too, so its end tag ends everything inside; otherwise an unclosed
 * <iframe>, as those of trackers often are, would swallow the rest of the page. */
static const char *find_body_end(const struct scanner *s, enum element element) {
    bool is_in_noscript = nesting_is_in_noscript(&s->nesting);
    if (element == ELEMENT_SCRIPT && !is_in_noscript)
        return markup_find_script_end(s->p, s->end);
    return markup_find_raw_end(s->p, s->end, element_names[element],
                               is_in_noscript ? STR("noscript") : STR_NONE);
}

/* Finds where the body of a raw text element ends. One without an end tag is read up to its first
 * tag, and the rest of the page as markup; a search for each element fails at most once. */
static const char *find_body(struct scanner *s, enum element element) {
    const char *to = s->end;
    if (!s->is_unclosed[element])
        to = find_body_end(s, element);
    if (to < s->end)
        return to;
    s->is_unclosed[element] = true;
    if (!element_is_read_on(element))
        return to;
    bool has_text = element == ELEMENT_TITLE || element == ELEMENT_TEXTAREA;
    return has_text ? markup_find(s->p, s->end) : s->p;
}

/* Appends what is kept of the body of a raw text element, between s->p and `to`. */
static void append_body(struct scanner *s, const struct tag *tag, const char *to) {
    struct str body = str_from(s->p, to);
    if (tag->element == ELEMENT_SCRIPT && prescan_is_json_ld(tag->attrs.type))
        ARENA_PUSH(s->arena, s->json_ld, s->n_json_ld, s->cap_json_ld) = body;
    if (tag->element == ELEMENT_SCRIPT && to > s->p && prescan_is_tex(tag->attrs.type))
        digest_append_text(&s->digest, body, false);
    if (tag->element == ELEMENT_TITLE)
        scan_flowing_text(s, to, true);
    else if (tag->element == ELEMENT_TEXTAREA && white_space_skip_break(s->p, to) < to)
        digest_append_text(&s->digest, str_from(white_space_skip_break(s->p, to), to), true);
    else if (tag->element == ELEMENT_XMP && to > s->p)
        digest_append_text(&s->digest, body, false);
}

static void end_raw(struct scanner *s, const struct tag *tag) {
    if (!tag->may_fold || !digest_fold(&s->digest, &tag->start, tag->element, tag->name))
        append_end_tag(s, tag->element, STR_NONE);
}

static void scan_body(struct scanner *s, const struct tag *tag) {
    const char *to = find_body(s, tag->element);
    append_body(s, tag, to);
    end_raw(s, tag);
    s->p = to;
    struct name name;
    if (to == s->end || s->is_unclosed[tag->element])
        return;
    const char *p = markup_tag_name(to + 2, s->end, &name);
    if (name_table_find(s->elements, &name) != (size_t)tag->element)
        return; /* </noscript> */
    bool self_closes;
    p = markup_skip_tag(p, s->end, &self_closes);
    s->p = p ? p : s->end;
}

/* Moves past the end tag of an element whose content is dropped. False if it is not found; each
 * part of the page is searched once. */
static bool skip_subtree(struct scanner *s, enum element element) {
    const char *reached;
    if (s->p < s->reached)
        return false;
    const char *to = element == ELEMENT_SVG
                         ? subtree_find_svg_end(s->elements, s->p, s->end, &reached)
                         : subtree_find_template_end(s->elements, s->p, s->end, &reached);
    if (to)
        s->p = markup_skip_bogus(to, s->end);
    else
        s->reached = reached;
    return to != NULL;
}

/* Appends an end tag, unless everything that it closes has been folded. */
static void close_element(struct scanner *s, enum element element, struct str name) {
    const struct open_elements *open = &s->nesting.open;
    size_t n_folded = open->n_folded, n_changes = open->n_changes;
    if (nesting_close(&s->nesting, element, name) &&
        (open->n_folded == n_folded || open->n_changes != n_changes))
        append_end_tag(s, element, name);
}

static void scan_svg(struct scanner *s, const struct tag *tag) {
    if (tag->is_kept && skip_subtree(s, ELEMENT_SVG))
        close_element(s, ELEMENT_SVG, tag->name);
}

/* Whether a <template> is a shadow tree, which is rendered. */
static bool declares_shadow(const struct tag *tag) {
    return tag->attrs.names >> DOM_ATTR_SHADOWROOTMODE & 1;
}

/* Processes what follows a start tag with special rules. */
static void scan_after_tag(struct scanner *s, const struct tag *tag) {
    if (element_is_raw(tag->element)) {
        if (tag->is_kept && s->is_xml && tag->attrs.self_closes)
            end_raw(s, tag);   /* <title/> in XML has no body */
        else if (tag->is_kept) /* otherwise it is ignored, in <select>, and no raw text follows */
            scan_body(s, tag);
    } else if (tag->element == ELEMENT_SVG && !tag->attrs.self_closes) {
        scan_svg(s, tag);
    } else if (tag->element == ELEMENT_TEMPLATE && !declares_shadow(tag)) {
        skip_subtree(s, ELEMENT_TEMPLATE);
    } else if (tag->element == ELEMENT_PLAINTEXT && tag->is_kept) {
        digest_append_text(&s->digest, str_from(s->p, s->end), false);
        s->p = s->end;
    } else if ((element_traits[tag->element] & ELEMENT_VERBATIM) && tag->is_kept) {
        s->verbatim_at = s->p;
        s->verbatim_len = s->digest.html.len;
    }
}

/* Keeps the type of an <input>: the tree differs if that is hidden. */
static void append_input_type(struct scanner *s, struct str type) {
    for (size_t i = 0; i < type.len; i++)
        if (type.at[i] < ' ' || type.at[i] > '~' || type.at[i] == '"')
            return;
    if (type.len == 0 || type.len > MAX_NAME_BYTES)
        return;
    buffer_append(&s->digest.html, STR(" type=\""));
    buffer_append(&s->digest.html, type);
    buffer_append_byte(&s->digest.html, '"');
}

static void append_start_tag(struct scanner *s, const struct tag *tag) {
    bool is_root = tag->element == ELEMENT_HTML || tag->element == ELEMENT_BODY;
    digest_begin_tag(&s->digest);
    buffer_append_byte(&s->digest.html, '<');
    append_tag_name(s, tag->element, tag->name);
    if (tag->start.list > 0 && !(is_root && s->n_roots++ >= MAX_ROOTS)) {
        buffer_append_byte(&s->digest.html, ' ');
        prescan_mark_append(&s->digest.html, tag->start.list - 1);
    }
    if (tag->element == ELEMENT_INPUT)
        append_input_type(s, tag->attrs.type);
    buffer_append(&s->digest.html, tag->attrs.self_closes ? STR("/>") : STR(">"));
}

static bool is_new_form(const struct scanner *s, enum element element) {
    const struct open_entry *top = open_top(&s->nesting.open);
    return element == ELEMENT_FORM && open_is(top, element) && top->start.content_at == 0;
}

/* The list of a tag's attributes: the same for identical formatting elements. */
static uint32_t list_of(struct scanner *s, const struct tag *tag) {
    size_t list = open_elements_identical_list(&s->nesting.open, tag->element, tag->attrs.bytes);
    return (uint32_t)(list ? list : attr_lists_add(&s->attrs, &tag->attrs));
}

static void keep_start_tag(struct scanner *s, struct tag *tag, enum fold fold) {
    tag->start = (struct digest_start){.tag_at = s->digest.html.len,
                                       .tag_before_at = s->digest.last_tag_at,
                                       .list = list_of(s, tag)};
    append_start_tag(s, tag);
    tag->start.content_at = s->digest.html.len;
    tag->may_fold = fold == FOLD_CLOSED;
    if (fold == FOLD_CLOSED && !element_is_raw(tag->element))
        digest_fold(&s->digest, &tag->start, tag->element, tag->name);
    else if (fold == FOLD_OPEN || is_new_form(s, tag->element))
        open_elements_note_start(&s->nesting.open, &tag->start, fold == FOLD_OPEN);
    if (element_traits[tag->element] & ELEMENT_FORMATS)
        nesting_note_format(&s->nesting, tag->attrs.bytes, tag->start.list);
    if (tag->attrs.self_closes)
        nesting_self_close(&s->nesting, tag->name);
}

/* The name of an element that Gumbo does not know, cut where Gumbo must not read further: its
 * isspace() ends a name at a vertical tab, but HTML does not. */
static struct str unknown_name(struct str name) {
    if (str_has_byte(name, '\v'))
        return STR("x-tab");
    return name.len > MAX_NAME_BYTES ? str_between(name, 0, MAX_NAME_BYTES) : name;
}

/* Reads the name of the tag at `p`; returns the position after it. */
static const char *read_tag_name(const struct scanner *s, const char *p, enum element *element,
                                 struct str *text) {
    struct name name;
    p = markup_tag_name(p, s->end, &name);
    *element = (enum element)name_table_find(s->elements, &name);
    *text = *element == ELEMENT_OTHER ? unknown_name(name.text) : name.text;
    return p;
}

/* Replaces an element of svg or math with one that Gumbo does not know. */
static void disguise(enum element *element, struct str *name) {
    *name = element_foreign_names[*element];
    *element = ELEMENT_OTHER;
}

static void scan_start_tag(struct scanner *s) {
    struct tag tag; /* not cleared, because that would cost more than reading a short tag */
    tag.may_fold = false;
    const char *p = read_tag_name(s, s->p + 1, &tag.element, &tag.name);
    p = attr_lists_read(&s->attrs, p, s->end, tag.element, &tag.attrs);
    if (!p) {
        s->p = s->end;
        return;
    }
    bool is_foreign = nesting_opens_foreign(&s->nesting, tag.element);
    if (is_foreign && element_sets_mode(tag.element))
        disguise(&tag.element, &tag.name);
    s->p = p;
    size_t n_changes = s->nesting.open.n_changes;
    tag.is_kept = nesting_open(&s->nesting, tag.element, tag.name);
    if (tag.is_kept)
        keep_start_tag(s, &tag,
                       s->folds ? fold_of(&s->nesting, tag.element, n_changes) : FOLD_NEVER);
    if (!is_foreign)
        scan_after_tag(s, &tag);
}

static void scan_end_tag(struct scanner *s) {
    enum element element;
    struct str name;
    bool self_closes;
    const char *p = read_tag_name(s, s->p + 2, &element, &name);
    p = markup_skip_tag(p, s->end, &self_closes);
    if (!p) {
        s->p = s->end;
        return;
    }
    s->p = p;
    if (element_sets_mode(element) &&
        nesting_closes_foreign(&s->nesting, ELEMENT_OTHER, element_foreign_names[element]))
        disguise(&element, &name);
    close_element(s, element, name);
}

/* -- Declarations ------------------------------------------------------------------------ */

/* The doctype decides whether a table ends a paragraph. Later ones are ignored, as are those after
 * anything else. */
static void scan_doctype(struct scanner *s) {
    const char *to = markup_skip_bogus(s->p, s->end);
    if (!s->has_doctype && str_trim(buffer_str(&s->digest.html)).len == 0) {
        s->nesting.mode = str_equals_lower(str_from(s->p, to), STR("<!doctype html>"))
                              ? NESTING_STANDARD
                              : NESTING_EITHER;
        buffer_append(&s->digest.html, str_from(s->p, to));
    }
    s->has_doctype = true;
    s->p = to;
}

static void scan_cdata(struct scanner *s) {
    static const size_t open_len = sizeof("<![CDATA[") - 1;
    s->p += open_len;
    struct str rest = str_from(s->p, s->end);
    const char *to = s->p + str_find(rest, STR("]]>"));
    nesting_text(&s->nesting, !scan_flowing_text(s, to, false));
    s->p = to == s->end ? to : to + 3;
}

/* An unclosed comment ends with the next ">", like one without dashes. */
static void scan_comment(struct scanner *s) {
    const char *to = s->is_comment_unclosed ? NULL : markup_skip_comment(s->p + 4, s->end);
    s->is_comment_unclosed = !to;
    s->p = to ? to : markup_skip_bogus(s->p, s->end);
}

static void scan_declaration(struct scanner *s) {
    if (s->end - s->p >= 4 && memcmp(s->p, "<!--", 4) == 0)
        scan_comment(s);
    else if (markup_is_doctype(s->p, s->end))
        scan_doctype(s);
    else if (markup_is_cdata(s->p, s->end) && (s->is_xml || nesting_has_cdata(&s->nesting)))
        scan_cdata(s);
    else
        s->p = markup_skip_bogus(s->p, s->end);
}

static void scan(struct scanner *s) {
    for (; s->p < s->end; arena_tick(s->arena)) {
        const char *to = markup_find(s->p, s->end);
        if (to > s->p)
            scan_text(s, to);
        else if (ascii_is_letter(s->p[1]))
            scan_start_tag(s);
        else if (s->p[1] == '/' && ascii_is_letter(s->p[2]))
            scan_end_tag(s);
        else
            scan_declaration(s);
    }
}

/* The page without NULs, which have no meaning: HTML drops them in text, and only pages in a wrong
 * encoding have them in names and values. Such pages become readable this way. */
static struct str drop_nuls(struct arena *arena, struct str page) {
    if (!str_has_byte(page, '\0'))
        return page;
    char *copy = arena_alloc(arena, page.len);
    size_t len = 0;
    for (size_t i = 0; i < page.len; i++)
        if (page.at[i])
            copy[len++] = page.at[i];
    return (struct str){copy, len};
}

static void scanner_init(struct scanner *s, struct arena *arena, struct str page,
                         struct prescan_limits limits, bool folds) {
    *s = (struct scanner){.arena = arena,
                          .p = page.at,
                          .end = page.at + page.len,
                          .is_xml = markup_says_xml(page),
                          .folds = folds};
    /* A median page leaves an eighth of its bytes before folding; the buffer grows if it is too
     * small. */
    digest_init(&s->digest, arena, page.len / 6 + 256);
    /* Each nested element takes a tag, so no page is deeper than it is long. */
    unsigned deepest = limits.max_depth < page.len ? limits.max_depth : (unsigned)page.len;
    nesting_init(&s->nesting, arena, deepest, &s->digest);
    s->elements = element_table(arena);
    attr_lists_init(&s->attrs, arena, limits.max_attributes, limits.selected);
}

void prescan_page(struct arena *arena, struct str page, struct prescan_limits limits,
                  struct prescan *out) {
    struct scanner *s = arena_alloc(arena, sizeof *s);
    page = drop_nuls(arena, page);
    page = page.len ? page : STR("");
    scanner_init(s, arena, page, limits, true);
    scan(s);
    if (s->nesting.n_framesets > 0 && s->digest.any_folded) {
        /* A frameset replaces a <body> without text; folded elements are text. */
        scanner_init(s, arena, page, limits, false);
        scan(s);
    }
    *out = (struct prescan){.html = buffer_str(&s->digest.html),
                            .runs = s->digest.runs,
                            .n_runs = s->digest.n_runs,
                            .lists = s->attrs.lists,
                            .n_lists = s->attrs.n_lists,
                            .json_ld = s->json_ld,
                            .n_json_ld = s->n_json_ld};
}

/*
 * The readers' comments under an article as a separate text: the prose within the elements that the
 * page names as comments. Authors' names, dates and buttons beside it are left out as far as the
 * page names them or their form shows.
 */
#include "base/ascii.h"
#include "page/region.h"
#include "render/body_tree.h"
#include "render/comment_head.h"
#include "render/render.h"

/* The last part of a class or id of the things around a comment. */
static const struct str FURNITURE[] = {
    STR_INIT("meta"),       STR_INIT("metadata"),   STR_INIT("author"),     STR_INIT("date"),
    STR_INIT("time"),       STR_INIT("timestamp"),  STR_INIT("vcard"),      STR_INIT("username"),
    STR_INIT("actions"),    STR_INIT("form"),       STR_INIT("respond"),    STR_INIT("navigation"),
    STR_INIT("pagination"), STR_INIT("moderation"), STR_INIT("reply-link"), STR_INIT("byline")};

enum { MAX_NAME_BYTES = 64 }; /* a longer name is generated and meaningless */

/* The next name of a class or id, in lower case in `space`; STR_NONE after the last. */
static struct str next_name(struct str names, size_t *at, char space[MAX_NAME_BYTES]) {
    struct str name;
    do
        name = dom_next_name(names, at);
    while (name.len > MAX_NAME_BYTES);
    for (size_t i = 0; i < name.len; i++)
        space[i] = ascii_lower(name.at[i]);
    return name.at ? (struct str){space, name.len} : STR_NONE;
}

static bool is_furniture_name(struct str name) {
    for (size_t i = 0; i < N_OF(FURNITURE); i++) {
        size_t start = name.len - FURNITURE[i].len;
        if (str_ends_with(name, FURNITURE[i]) &&
            (start == 0 || name.at[start - 1] == '-' || name.at[start - 1] == '_'))
            return true;
    }
    return false;
}

/* Whether one of an element's classes, its id or its itemtype passes `test`. */
static bool is_named(const struct dom_node *element, bool (*test)(struct str name)) {
    char space[MAX_NAME_BYTES];
    for (uint32_t i = 0; i < element->n_attrs; i++) {
        const struct dom_attr *attr = &element->attrs[i];
        if (attr->name != DOM_ATTR_CLASS && attr->name != DOM_ATTR_ID &&
            attr->name != DOM_ATTR_ITEMTYPE)
            continue;
        size_t at = 0;
        for (struct str name; (name = next_name(attr->value, &at, space)).at;)
            if (test(name))
                return true;
    }
    return false;
}

static bool is_furniture(const struct dom_node *element) {
    switch (element->tag) {
    case DOM_FORM:
    case DOM_BUTTON:
    case DOM_LABEL:
    case DOM_LEGEND:
    case DOM_NAV:
        return true;
    default:
        return dom_heading_level(element->tag) > 0 || is_named(element, is_furniture_name);
    }
}

/* "comment" and its forms in other languages, without the first letter: sentences below comments
 * that contain them are the page's ("You must be logged in to post a comment."). */
static const struct str NOTICES[] = {STR_INIT("omment"), STR_INIT("oment"), STR_INIT("alkback")};

/* "Loading..." */
static bool is_waiting(const struct block *block) {
    return block->counts.n_words <= 2 &&
           (str_ends_with(block->text, STR("...")) || str_ends_with(block->text, STR("\u2026")));
}

/* Whether a block within comments was written by a reader. An author's name, "3 likes", "Reply" and
 * "John says:" are a few words without a full stop; a date is digits without one. */
static bool is_written(const struct block *block) {
    enum { LABEL_WORDS = 4, DATE_WORDS = 9, DATE_DIGITS = 2, NOTICE_WORDS = 20 };
    const struct block_counts *n = &block->counts;
    if (n->n_words == 0 || block_link_density(block) >= 0.5 || (block->flags & BLOCK_HIDDEN))
        return false;
    if (n->n_words <= NOTICE_WORDS && str_holds_any(block->text, NOTICES, N_OF(NOTICES)))
        return false;
    if (n->n_stops > 0)
        return !is_waiting(block);
    bool is_date = n->n_digits >= DATE_DIGITS && n->n_words <= DATE_WORDS;
    return n->n_words > LABEL_WORDS && !is_date;
}

struct collector {
    const struct block_page *page;
    const uint8_t *kept;
    uint8_t *comments;          /* a block: whether it is to be shown */
    struct comment_head *heads; /* a block: of the comment that it begins */
    struct comment_head head;   /* of the current or the next comment */
    bool is_new;                /* `head` has been read since the last block */
    uint32_t block;             /* the first at or after the current node */
};

static void skip_to(struct collector *c, uint32_t node) {
    while (c->block < c->page->n_blocks && c->page->blocks[c->block].first_node < node)
        c->block++;
}

/* Whether less than a fifth of an element's words are in the body: otherwise it is the article, or
 * its wrapper, on a page where all parts are named after comments. One without words is outside. */
static bool is_outside(const struct collector *c, uint32_t node) {
    uint32_t end = c->page->dom.nodes[node].end, all = 0, kept = 0;
    for (size_t i = c->block; i < c->page->n_blocks && c->page->blocks[i].first_node < end; i++) {
        uint32_t n_words = c->page->blocks[i].counts.n_words;
        all += n_words;
        kept += c->kept[i] ? n_words : 0;
    }
    return kept == 0 || 5 * kept < all;
}

/* What follows a comment's text belongs to the next comment, except for a date below it. */
static void note_head(struct collector *c, uint32_t element) {
    struct comment_head head = {.author = STR_NONE};
    if (!comment_head_read(c->page, element, &head))
        return;
    if (head.author.at)
        c->head = (struct comment_head){.author = head.author,
                                        .date = c->is_new ? c->head.date : STR_NONE};
    if (head.date.at)
        c->head.date = head.date;
    c->is_new |= head.author.at != NULL || c->head.author.at == NULL;
}

static void begin_comment(struct collector *c) {
    c->heads[c->block] = c->head;
    c->head = (struct comment_head){.author = STR_NONE};
    c->is_new = false;
}

static void collect(struct collector *c, uint32_t container) {
    const struct dom_node *nodes = c->page->dom.nodes;
    for (uint32_t i = container + 1; i < nodes[container].end;) {
        if (nodes[i].kind == DOM_ELEMENT && (is_furniture(&nodes[i]) || nodes[i].tag == DOM_TIME)) {
            note_head(c, i);
            i = nodes[i].end;
            skip_to(c, i);
            continue;
        }
        if (c->block < c->page->n_blocks && c->page->blocks[c->block].first_node == i) {
            bool is_shown = !c->kept[c->block] && is_written(&c->page->blocks[c->block]);
            c->comments[c->block] = is_shown;
            if (is_shown && c->is_new)
                begin_comment(c);
            c->block++;
        }
        i++;
    }
}

static bool is_container(const struct dom_node *node) {
    return node->kind == DOM_ELEMENT && node->tag != DOM_HTML && node->tag != DOM_BODY &&
           node->tag != DOM_MAIN &&
           (is_named(node, region_is_within_comments) || region_is_comment_area(node));
}

/* Elements named after comments may be nested; only this many that turn out to contain the article
 * are examined, so that a page made of them costs no more. */
static void find_comments(struct collector *c) {
    enum { MAX_WRAPPERS = 16 };
    const struct dom *dom = &c->page->dom;
    int n_wrappers = 0;
    while (c->block < c->page->n_blocks && !c->kept[c->block])
        c->block++;
    if (c->block == c->page->n_blocks)
        return; /* no article, so there is nothing under it */
    uint32_t i = c->page->blocks[c->block].first_node;
    while (i < dom->n_nodes && n_wrappers < MAX_WRAPPERS) {
        skip_to(c, i);
        if (!is_container(&dom->nodes[i])) {
            i++;
        } else if (is_outside(c, i)) {
            collect(c, i);
            i = dom->nodes[i].end;
        } else {
            n_wrappers++;
            i++;
        }
    }
}

void render_comments(const struct body_tree *body, struct buffer *out) {
    const struct block_page *page = body->page;
    if (page->dom.n_nodes == 0)
        return;
    struct collector c = {.page = page,
                          .kept = body->reader.source->selection->kept,
                          .comments = arena_alloc_zero(page->arena, page->n_blocks, 1),
                          .heads = arena_alloc_zero(page->arena, page->n_blocks, sizeof *c.heads)};
    find_comments(&c);
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (!c.comments[i])
            continue;
        if (out->len)
            buffer_append(out, STR("\n\n"));
        comment_head_append(out, &c.heads[i]);
        buffer_append(out, str_trim(page->blocks[i].text));
    }
}

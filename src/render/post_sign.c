/*
 * Finds names of authors and dates; see post_sign.h.
 */
#include "render/post_sign.h"

#include "render/comment_head.h"

enum {
    MAX_SIGNS = 20000,   /* per page */
    MAX_SIGN_NODES = 60, /* in an element that is a name or a date */
    MAX_HEAD_WORDS = 12, /* in a block with a name or a date and nothing else of interest */
};

struct reader {
    const struct block_page *page;
    size_t cap_signs;
    uint8_t *class_signs;      /* by look: comment_head_named() of its class; 0 if not read yet */
    const struct block *block; /* see block_of */
    struct post_signs *out;
};

static const struct dom_node *node_at(const struct reader *r, uint32_t i) {
    return &r->page->dom.nodes[i];
}

/* Parts of the addresses of people's pages. */
static bool leads_to_person(struct str href) {
    static const struct str PARTS[] = {STR_INIT("/user/"),     STR_INIT("/users/"),
                                       STR_INIT("/u/"),        STR_INIT("/profile/"),
                                       STR_INIT("/member"),    STR_INIT("viewprofile"),
                                       STR_INIT("member.php"), STR_INIT("profile.php"),
                                       STR_INIT("/people/"),   STR_INIT("action=profile")};
    size_t home = str_find(href, STR("/~")) + 2; /* "/~name", but no page of that person's */
    return str_holds_any(href, PARTS, N_OF(PARTS)) || str_holds(href, STR("/@")) ||
           (home < href.len && str_find_byte(href, home, '/') == href.len);
}

/* Social networks show who said something as "@name", with a link to ".../name". */
static bool is_handle(struct str text, struct str href) {
    return text.len > 2 && text.at[0] == '@' && str_ends_with(href, str_between(text, 1, text.len));
}

/* The block that an element is in or around, or NULL. Elements are asked for in page order. */
static const struct block *block_of(struct reader *r, uint32_t node) {
    const struct block *end = r->page->blocks + r->page->n_blocks;
    while (r->block < end && r->block->end_node <= node)
        r->block++;
    return r->block < end && r->block->first_node < node_at(r, node)->end ? r->block : NULL;
}

static bool is_label(const struct block *block) {
    return block->counts.n_words <= MAX_HEAD_WORDS && !(block->flags & BLOCK_PRE);
}

static void add_sign(struct reader *r, uint32_t node, bool is_date, struct str text) {
    const struct dom_node *element = node_at(r, node);
    if (r->out->n_signs >= MAX_SIGNS)
        return;
    bool is_sure = comment_head_named(dom_attribute(element, DOM_ATTR_ITEMPROP)) ||
                   comment_head_named(dom_attribute(element, DOM_ATTR_REL));
    ARENA_PUSH(r->page->arena, r->out->signs, r->out->n_signs, r->cap_signs) =
        (struct post_sign){.node = node, .is_date = is_date, .is_sure = is_sure, .text = text};
    uint32_t i = block_find_ending(r->page, node);
    for (; i < r->page->n_blocks && r->page->blocks[i].first_node < element->end; i++)
        if (is_label(&r->page->blocks[i]))
            r->out->is_head[i] = 1;
}

/* Whether it is a link to a person in a line that is not running text: in a text it only mentions
 * somebody. */
static struct str linked_author(struct reader *r, uint32_t link) {
    struct str href = dom_attribute(node_at(r, link), DOM_ATTR_HREF);
    const struct block *block = block_of(r, link);
    if (!href.len || !block || !is_label(block) || block->counts.n_stops > 0 ||
        block_link_density(block) <= 0.3)
        return STR_NONE;
    bool is_of_person = leads_to_person(href);
    if (!is_of_person && !comment_head_may_be_handle(&r->page->dom, link))
        return STR_NONE;
    struct str text = comment_head_author(r->page, link);
    if (text.at && is_handle(text, href))
        return block_link_density(block) > 0.9 ? str_trim(block->text) : STR_NONE;
    return is_of_person ? text : STR_NONE;
}

/* Titles have such names too: of a page, a product, an event. */
static bool is_title(const struct reader *r, uint32_t node) {
    struct str property = dom_attribute(node_at(r, node), DOM_ATTR_ITEMPROP);
    if (str_holds(property, STR("name")) && !str_holds(property, STR("author"))) {
        uint32_t outer = node_at(r, node)->parent;
        for (int up = 0; up < 3 && outer > 0; up++, outer = node_at(r, outer)->parent) {
            struct str around = dom_attribute(node_at(r, outer), DOM_ATTR_ITEMPROP);
            if (str_holds(around, STR("author")) || str_holds(around, STR("creator")))
                return false;
        }
        return true;
    }
    bool is_person = str_holds(dom_attribute(node_at(r, node), DOM_ATTR_CLASS), STR("author")) ||
                     leads_to_person(dom_attribute(node_at(r, node), DOM_ATTR_HREF));
    for (uint32_t i = node, up = 0; up < 3 && i > 0 && !is_person; up++, i = node_at(r, i)->parent)
        if (dom_heading_level(node_at(r, i)->tag))
            return dom_heading_level(node_at(r, i)->tag) < 4; /* XenForo's names are h4 */
    return false;
}

/* The text of the link to a person, if an element named as the author's contains more than that. */
static struct str person_in(const struct reader *r, uint32_t element, struct str text) {
    enum {
        REACH = 30,      /* nodes: avatar, status */
        MIN_SURPLUS = 12 /* bytes; less is punctuation, or a word such as "by" */
    };
    uint32_t end = node_at(r, element)->end;
    for (uint32_t i = element + 1; i < end && i < element + REACH; i++) {
        const struct dom_node *node = node_at(r, i);
        if (node->kind != DOM_ELEMENT || node->tag != DOM_A ||
            !leads_to_person(dom_attribute(node, DOM_ATTR_HREF)))
            continue;
        struct str name = comment_head_author(r->page, i);
        if (name.at)
            return name.len + MIN_SURPLUS < text.len ? name : text;
    }
    return text;
}

/* What an element is, by its names. Those in its class are read only once for each look. */
static unsigned signs_of(const struct reader *r, const struct dom_node *element) {
    enum { IS_READ = 128 };
    uint8_t *known = &r->class_signs[element->look];
    if (*known == 0)
        *known = (uint8_t)(IS_READ | comment_head_named(dom_attribute(element, DOM_ATTR_CLASS)));
    return comment_head_signs(element, *known);
}

/* Reads an element named as an author's, which may contain the date too. */
static bool add_author(struct reader *r, uint32_t node) {
    struct comment_head head = {.author = STR_NONE, .date = STR_NONE};
    if (is_title(r, node) || !comment_head_read(r->page, node, &head))
        return false;
    if (head.author.at)
        add_sign(r, node, false, person_in(r, node, head.author));
    if (head.date.at)
        add_sign(r, node, true, head.date);
    return true;
}

/* Reads one element; false if it is no sign. */
static bool read_element(struct reader *r, uint32_t i) {
    const struct dom_node *node = node_at(r, i);
    unsigned signs = signs_of(r, node);
    struct str text = STR_NONE;
    bool is_date = (signs & COMMENT_HEAD_DATE) != 0;
    if (!is_date && (signs & COMMENT_HEAD_AUTHOR))
        return add_author(r, i);
    if (is_date)
        text = comment_head_date(r->page, i);
    else if (node->tag == DOM_A)
        text = linked_author(r, i);
    if (text.at)
        add_sign(r, i, is_date, text);
    return text.at != NULL;
}

/* Whether a node is an element that its attributes or its tag may make a sign. */
static bool may_be_sign(const struct dom_node *node) {
    return node->kind == DOM_ELEMENT && (node->n_attrs > 0 || node->tag == DOM_TIME);
}

void post_signs_read(const struct block_page *page, uint32_t end, struct post_signs *out) {
    struct reader r = {.page = page, .block = page->blocks, .out = out};
    *out = (struct post_signs){.is_head = arena_alloc_zero(page->arena, page->n_blocks + 1, 1)};
    r.class_signs = arena_alloc_zero(page->arena, page->dom.n_looks, 1);
    for (uint32_t i = 1; i < end; i++) {
        const struct dom_node *node = node_at(&r, i);
        if (node->kind == DOM_ELEMENT && (node->tag == DOM_NAV || node->tag == DOM_FIGURE))
            i = node->end - 1; /* in a figure: of a picture, or a card that links elsewhere */
        else if (may_be_sign(node) && node->end > i + 1 && node->end - i <= MAX_SIGN_NODES &&
                 read_element(&r, i))
            i = node->end - 1;
    }
}

/*
 * Finds the posts of a thread; see post.h.
 *
 * No two systems build posts alike, but all name a post's author, and most its date. A post is the
 * smallest element around an author's name that also contains a kept block with more than names,
 * dates and buttons. Teasers have the same structure, and are recognized by their headings.
 */
#include "render/post.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/url.h"

enum {
    MAX_SIGNS = 20000,    /* per page */
    MAX_SIGN_NODES = 60,  /* in an element that is a name or a date */
    MAX_HEAD_BLOCKS = 50, /* in a post before its text */
    MAX_CLIMB = 14,       /* from an author's name up to the post */
    MAX_HEAD_WORDS = 12,  /* in a block with a name or a date and nothing else of interest */
};

/* An element that names an author, or a date. */
struct sign {
    uint32_t node, post;
    bool is_date, is_sure;
    struct str text;
};

struct finder {
    const struct inline_reader *reader;
    const struct render_source *source;
    const struct block_page *page;
    struct sign *signs;
    size_t n_signs, cap_signs, cap_posts;
    uint8_t *class_signs; /* by look: comment_head_named() of its class; 0 if not read yet */
    uint8_t *is_head;     /* by block: it contains a name or a date and little else */
    uint32_t *n_bodies;   /* by block: the number of blocks before it that a person wrote */
    struct post_list *out;
    const struct block *block; /* see block_of */
};

static const struct dom_node *node_at(const struct finder *f, uint32_t i) {
    return &f->page->dom.nodes[i];
}

/* ---- names and dates ---- */

/* Parts of the addresses of people's pages. */
static bool leads_to_person(struct str href) {
    static const struct str PARTS[] = {STR_INIT("/user/"),     STR_INIT("/users/"),
                                       STR_INIT("/u/"),        STR_INIT("/profile/"),
                                       STR_INIT("/member"),    STR_INIT("viewprofile"),
                                       STR_INIT("member.php"), STR_INIT("profile.php"),
                                       STR_INIT("/people/"),   STR_INIT("/~")};
    return str_holds_any(href, PARTS, N_OF(PARTS)) || str_holds(href, STR("/@"));
}

/* Social networks show who said something as "@name", with a link to ".../name". */
static bool is_handle(struct str text, struct str href) {
    return text.len > 2 && text.at[0] == '@' && str_ends_with(href, str_between(text, 1, text.len));
}

/* The first block at or after a node. */
static uint32_t block_from(const struct block_page *page, uint32_t node) {
    uint32_t low = 0, high = (uint32_t)page->n_blocks;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (page->blocks[middle].end_node <= node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The block that an element is in or around, or NULL. Elements are asked for in page order. */
static const struct block *block_of(struct finder *f, uint32_t node) {
    const struct block *end = f->page->blocks + f->page->n_blocks;
    while (f->block < end && f->block->end_node <= node)
        f->block++;
    return f->block < end && f->block->first_node < node_at(f, node)->end ? f->block : NULL;
}

static bool is_label(const struct block *block) {
    return block->counts.n_words <= MAX_HEAD_WORDS && !(block->flags & BLOCK_PRE);
}

static void add_sign(struct finder *f, uint32_t node, bool is_date, struct str text) {
    const struct dom_node *element = node_at(f, node);
    if (f->n_signs >= MAX_SIGNS)
        return;
    bool is_sure =
        dom_has_attribute(element, DOM_ATTR_ITEMPROP) || dom_has_attribute(element, DOM_ATTR_REL);
    ARENA_PUSH(f->page->arena, f->signs, f->n_signs, f->cap_signs) =
        (struct sign){.node = node, .is_date = is_date, .is_sure = is_sure, .text = text};
    uint32_t i = block_from(f->page, node);
    for (; i < f->page->n_blocks && f->page->blocks[i].first_node < element->end; i++)
        if (is_label(&f->page->blocks[i]))
            f->is_head[i] = 1;
}

/* Whether it is a link to a person in a line that is not running text: in a text it only mentions
 * somebody. */
static struct str linked_author(struct finder *f, uint32_t link) {
    struct str href = dom_attribute(node_at(f, link), DOM_ATTR_HREF);
    const struct block *block = block_of(f, link);
    if (!href.len || !block || !is_label(block) || block->counts.n_stops > 0 ||
        block_link_density(block) <= 0.4)
        return STR_NONE;
    bool is_of_person = leads_to_person(href);
    if (!is_of_person && !comment_head_may_be_handle(&f->page->dom, link))
        return STR_NONE;
    struct str text = comment_head_author(f->page, link);
    if (text.at && is_handle(text, href))
        return block_link_density(block) > 0.9 ? str_trim(block->text) : STR_NONE;
    return is_of_person ? text : STR_NONE;
}

/* Titles have such names too: of a page, a product, an event. */
static bool is_title(const struct finder *f, uint32_t node) {
    struct str property = dom_attribute(node_at(f, node), DOM_ATTR_ITEMPROP);
    if (str_holds(property, STR("name")) && !str_holds(property, STR("author"))) {
        uint32_t outer = node_at(f, node)->parent;
        for (int up = 0; up < 3 && outer > 0; up++, outer = node_at(f, outer)->parent) {
            struct str around = dom_attribute(node_at(f, outer), DOM_ATTR_ITEMPROP);
            if (str_holds(around, STR("author")) || str_holds(around, STR("creator")))
                return false;
        }
        return true;
    }
    bool is_person = str_holds(dom_attribute(node_at(f, node), DOM_ATTR_CLASS), STR("author")) ||
                     leads_to_person(dom_attribute(node_at(f, node), DOM_ATTR_HREF));
    for (uint32_t i = node, up = 0; up < 3 && i > 0 && !is_person; up++, i = node_at(f, i)->parent)
        if (dom_heading_level(node_at(f, i)->tag))
            return dom_heading_level(node_at(f, i)->tag) < 4; /* XenForo's names are h4 */
    return false;
}

/* The text of the link to a person, if an element named as the author's contains more than that. */
static struct str person_in(const struct finder *f, uint32_t element, struct str text) {
    for (uint32_t i = element + 1; i < node_at(f, element)->end && i < element + 12; i++) {
        const struct dom_node *node = node_at(f, i);
        if (node->kind != DOM_ELEMENT || node->tag != DOM_A ||
            !leads_to_person(dom_attribute(node, DOM_ATTR_HREF)))
            continue;
        struct str name = comment_head_author(f->page, i);
        return name.len > 0 && name.len + 12 < text.len ? name : text;
    }
    return text;
}

/* What an element is, by its names. Those in its class are read only once for each look. */
static unsigned signs_of(const struct finder *f, const struct dom_node *element) {
    enum { IS_READ = 128 };
    uint8_t *known = &f->class_signs[element->look];
    if (*known == 0)
        *known = (uint8_t)(IS_READ | comment_head_named(dom_attribute(element, DOM_ATTR_CLASS)));
    return comment_head_signs(element, *known);
}

/* Reads the elements for names and dates up to the end of the kept blocks. */
static void read_signs(struct finder *f, uint32_t end) {
    for (uint32_t i = 1; i < end; i++) {
        const struct dom_node *node = node_at(f, i);
        if (node->kind != DOM_ELEMENT || node->n_attrs == 0 || node->end == i + 1 ||
            node->end - i > MAX_SIGN_NODES)
            continue;
        unsigned signs = signs_of(f, node);
        bool is_date = (signs & COMMENT_HEAD_DATE) != 0;
        struct comment_head head = {.author = STR_NONE};
        struct str text = STR_NONE;
        if (is_date)
            text = comment_head_date(f->page, i);
        else if ((signs & COMMENT_HEAD_AUTHOR) && !is_title(f, i) &&
                 comment_head_read(f->page, i, &head))
            text = person_in(f, i, head.author);
        else if (node->tag == DOM_A)
            text = linked_author(f, i);
        if (!text.at)
            continue;
        add_sign(f, i, is_date, text);
        i = node->end - 1;
    }
}

/* ---- posts ---- */

/* Whether a block is part of what somebody wrote. */
static bool is_body(const struct finder *f, uint32_t i) {
    return f->source->selection->kept[i] && !f->is_head[i] &&
           block_link_density(&f->page->blocks[i]) < 0.5;
}

static void count_bodies(struct finder *f) {
    f->n_bodies = arena_alloc_zero(f->page->arena, f->page->n_blocks + 1, sizeof *f->n_bodies);
    for (uint32_t i = 0; i < f->page->n_blocks; i++)
        f->n_bodies[i + 1] = f->n_bodies[i] + is_body(f, i);
}

/* The number of body blocks from one node up to another. */
static uint32_t bodies_between(const struct finder *f, uint32_t from, uint32_t to) {
    return f->n_bodies[block_from(f->page, to)] - f->n_bodies[block_from(f->page, from)];
}

static bool has_body(const struct finder *f, uint32_t element) {
    return bodies_between(f, element, node_at(f, element)->end) > 0;
}

/* The smallest element around a name that contains a body block; 0 if that is the whole page. */
static uint32_t post_around(const struct finder *f, uint32_t node) {
    uint32_t i = node;
    for (int up = 0; up < MAX_CLIMB && i > 0; up++, i = node_at(f, i)->parent)
        if ((dom_tag_traits(node_at(f, i)->tag) & DOM_IS_BLOCK) && has_body(f, i))
            return node_at(f, i)->tag == DOM_BODY || node_at(f, i)->tag == DOM_MAIN ? 0 : i;
    return 0;
}

static int by_node(const void *a, const void *b) {
    const struct post *x = a, *y = b;
    return x->node < y->node ? -1 : x->node > y->node;
}

/* Makes a post of each element that was found from an author's name. */
static void collect_posts(struct finder *f) {
    struct post_list *out = f->out;
    for (size_t i = 0; i < f->n_signs; i++) {
        struct sign *sign = &f->signs[i];
        if (!sign->is_date)
            sign->post = post_around(f, sign->node);
        if (sign->post)
            ARENA_PUSH(f->page->arena, out->posts, out->n_posts, f->cap_posts) =
                (struct post){.node = sign->post};
    }
    if (out->n_posts)
        qsort(out->posts, out->n_posts, sizeof *out->posts, by_node);
    size_t n = 0;
    for (size_t i = 0; i < out->n_posts; i++)
        if (n == 0 || out->posts[i].node != out->posts[n - 1].node)
            out->posts[n++] = out->posts[i];
    out->n_posts = n;
}

static struct post *find(const struct post_list *list, uint32_t node) {
    size_t low = 0, high = list->n_posts;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->posts[middle].node < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->n_posts && list->posts[low].node == node ? &list->posts[low] : NULL;
}

const struct post *post_at(const struct post_list *list, uint32_t node) {
    return find(list, node);
}

/* The link around or inside a date, which usually leads to the post itself. */
static struct str permalink(const struct finder *f, uint32_t date) {
    uint32_t i = date;
    for (int up = 0; up < 3 && i > 0; up++, i = node_at(f, i)->parent)
        if (node_at(f, i)->tag == DOM_A)
            return dom_attribute(node_at(f, i), DOM_ATTR_HREF);
    for (i = date + 1; i < node_at(f, date)->end && i < date + 4; i++)
        if (node_at(f, i)->kind == DOM_ELEMENT && node_at(f, i)->tag == DOM_A)
            return dom_attribute(node_at(f, i), DOM_ATTR_HREF);
    return STR_NONE;
}

/* The innermost post around a node. */
static struct post *innermost(const struct finder *f, uint32_t node) {
    for (uint32_t i = node, up = 0; i > 0 && up < 2 * MAX_CLIMB; i = node_at(f, i)->parent, up++) {
        struct post *post = find(f->out, i);
        if (post)
            return post;
    }
    return NULL;
}

/* The first name and the first date within a post are its own, except that a name whose attributes
 * say that it is the author's is preferred. */
static void fill_heads(struct finder *f) {
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < f->n_signs; i++) {
            const struct sign *sign = &f->signs[i];
            struct post *post = sign->is_sure == (pass == 0) ? innermost(f, sign->node) : NULL;
            if (!post)
                continue;
            struct str *field = sign->is_date ? &post->head.date : &post->head.author;
            if (field->at)
                continue;
            *field = sign->text;
            if (sign->is_date)
                post->head.url = permalink(f, sign->node);
        }
}

/* ---- not a post ---- */

/* A heading that links to another page is a teaser's; one that links to a place on this page is the
 * thread's, which some systems repeat. */
static bool is_title_of_other(const struct finder *f, const struct block *block) {
    if (!dom_heading_level(block->tag))
        return false;
    for (uint32_t k = block->first_mark; k < block->first_mark + block->n_marks; k++) {
        const struct block_mark *mark = &f->page->marks[k];
        if (mark->kind == INLINE_LINK &&
            !str_has_byte(dom_attribute(node_at(f, mark->node), DOM_ATTR_HREF), '#'))
            return true;
    }
    return false;
}

/* The end of the blocks of an element that may come before its text. */
static uint32_t end_of_head(const struct finder *f, uint32_t element) {
    uint32_t first = block_from(f->page, element);
    uint32_t end = block_from(f->page, node_at(f, element)->end);
    return end - first > MAX_HEAD_BLOCKS ? first + MAX_HEAD_BLOCKS : end;
}

/* Whether a heading comes before everything else that is kept of a post. */
static bool is_teaser(const struct finder *f, const struct post *post) {
    const struct block_page *page = f->page;
    uint32_t end = end_of_head(f, post->node);
    for (uint32_t i = block_from(page, post->node); i < end; i++) {
        if (f->is_head[i])
            continue;
        if (is_title_of_other(f, &page->blocks[i]))
            return true;
        if (f->source->selection->kept[i])
            return dom_heading_level(page->blocks[i].tag) > 0;
    }
    return false;
}

/* Marks the posts that are several posts in one element: there is text between two of its names,
 * and after the second. */
static void find_merged(const struct finder *f, uint8_t *is_merged) {
    const struct post_list *out = f->out;
    uint32_t *last = arena_alloc_zero(f->page->arena, out->n_posts + 1, sizeof *last);
    for (uint32_t i = 0; i < f->n_signs; i++) {
        const struct sign *sign = &f->signs[i];
        const struct post *post = sign->is_date ? NULL : innermost(f, sign->node);
        if (!post)
            continue;
        size_t k = (size_t)(post - out->posts);
        const struct sign *before = last[k] ? &f->signs[last[k] - 1] : NULL;
        last[k] = i + 1;
        if (before && !str_equals(before->text, sign->text) &&
            bodies_between(f, before->node, sign->node) > 0 &&
            bodies_between(f, sign->node, node_at(f, post->node)->end) > 0)
            is_merged[k] = 1;
    }
}

static bool names_reply(const struct dom_node *element) {
    static const struct str PARTS[] = {STR_INIT("omment"), STR_INIT("comtr"), STR_INIT("eview"),
                                       STR_INIT("nswer"), STR_INIT("esponse")};
    return str_holds_any(dom_attribute(element, DOM_ATTR_CLASS), PARTS, N_OF(PARTS)) ||
           str_holds_any(dom_attribute(element, DOM_ATTR_ITEMTYPE), PARTS, N_OF(PARTS));
}

/* Whether a post is named as an answer to something. GitHub calls every contribution a comment. */
static bool is_reply(const struct finder *f, uint32_t element) {
    bool is_named = false;
    for (uint32_t i = element, up = 0; up < 6; i = node_at(f, i)->parent, up++) {
        uint8_t tag = node_at(f, i)->tag;
        if (i == 0 || tag == DOM_BODY || tag == DOM_MAIN)
            break;
        struct str id = dom_attribute(node_at(f, i), DOM_ATTR_ID);
        if (str_starts_with(id, STR("issue-")) || str_starts_with(id, STR("pullrequest-")))
            return false;
        is_named |= names_reply(node_at(f, i));
    }
    return is_named;
}

/* Removes what is not a post. If at least a third are teasers, all are removed: it is a list of
 * pages. */
static void judge_posts(struct finder *f) {
    struct post_list *out = f->out;
    uint8_t *is_merged = arena_alloc_zero(f->page->arena, out->n_posts + 1, 1);
    size_t n = 0, n_teasers = 0, n_all = out->n_posts;
    find_merged(f, is_merged);
    for (size_t i = 0; i < out->n_posts; i++) {
        const struct post *post = &out->posts[i];
        bool is_signed = post->head.author.at && (post->head.date.at || is_reply(f, post->node));
        bool is_bad = is_merged[i] || is_teaser(f, post);
        n_teasers += is_bad;
        if (is_signed && !is_bad)
            out->posts[n++] = *post;
    }
    out->n_posts = n >= 2 && 3 * n_teasers < n_all ? n : 0;
}

/* ---- thread ---- */

static bool is_same_author(struct str a, struct str b) {
    return str_starts_with(a, b) || str_starts_with(b, a);
}

/* The messages of a mailing list thread are all alike. */
static bool is_mail(const struct dom_node *element) {
    for (uint32_t i = 0; i < element->n_attrs; i++)
        if (element->attrs[i].name == DOM_ATTR_DATA &&
            str_equals(element->attrs[i].value, STR("message-id")))
            return true;
    return false;
}

/* The first post is what the page is about, unless text comes before it or it is named as a reply;
 * so are the posts directly after it by the same author. */
static void find_main(struct finder *f) {
    struct post *posts = f->out->posts;
    size_t n = f->out->n_posts;
    if (bodies_between(f, 0, posts[0].node) > 0 || is_mail(node_at(f, posts[0].node)))
        return;
    for (size_t i = 0; i < n && !is_reply(f, posts[i].node) &&
                       is_same_author(posts[i].head.author, posts[0].head.author);
         i++)
        posts[i].is_main = true;
}

static void find_levels(struct finder *f) {
    uint32_t before = 0;
    for (size_t i = 0; i < f->out->n_posts; i++) {
        struct post *post = &f->out->posts[i];
        before = post->is_main ? 0 : post_level(&f->page->dom, post->node, before);
        post->level = before;
    }
}

static bool has_heads(const struct render_source *source) {
    return source->flags & (PITH_KEEP_LINKS | PITH_KEEP_COMMENTS);
}

/* Removes names and dates before the text of a post, since they are in its head. */
static void drop_heads(struct finder *f) {
    const struct block_page *page = f->page;
    struct selection selection = *f->source->selection;
    for (size_t k = 0; k < f->out->n_posts; k++) {
        uint32_t node = f->out->posts[k].node, end = end_of_head(f, node);
        for (uint32_t i = block_from(page, node); i < end && !is_body(f, i); i++)
            if (f->is_head[i] && selection.kept[i]) {
                selection.kept[i] = false;
                selection.rule[i] = "post's head";
            }
    }
}

/* The end of the last kept block, or 0. */
static uint32_t end_of_kept(const struct render_source *source) {
    size_t i = source->page->n_blocks;
    while (i > 0 && !source->selection->kept[i - 1])
        i--;
    return i > 0 ? source->page->blocks[i - 1].end_node : 0;
}

/* Resolves the addresses of the posts, or removes their heads. */
static void finish_heads(struct finder *f) {
    unsigned flags = f->source->flags;
    for (size_t i = 0; i < f->out->n_posts; i++) {
        struct comment_head *head = &f->out->posts[i].head;
        struct buffer url;
        buffer_init(&url, f->page->arena);
        bool leads = !(flags & PITH_NO_LINKS) && !str_starts_with(head->url, STR("#")) &&
                     url_append_safe(&url, f->reader->base, head->url, URL_OF_LINK);
        head->url = leads ? buffer_str(&url) : STR_NONE;
        if (!has_heads(f->source))
            *head = (struct comment_head){.author = STR_NONE};
    }
}

void post_find(const struct inline_reader *reader, struct post_list *out) {
    const struct render_source *source = reader->source;
    const struct block_page *page = source->page;
    struct finder f = {.reader = reader, .source = source, .page = page, .out = out};
    *out = (struct post_list){0};
    if (page->dom.n_nodes == 0)
        return;
    f.block = page->blocks;
    f.is_head = arena_alloc_zero(page->arena, page->n_blocks + 1, 1);
    f.class_signs = arena_alloc_zero(page->arena, page->dom.n_looks, 1);
    read_signs(&f, end_of_kept(source));
    if (f.n_signs < 2)
        return;
    count_bodies(&f);
    collect_posts(&f);
    fill_heads(&f);
    judge_posts(&f);
    if (out->n_posts == 0)
        return;
    find_main(&f);
    find_levels(&f);
    if (has_heads(source))
        drop_heads(&f);
    finish_heads(&f);
}

/*
 * Finds the posts of a thread; see post.h.
 *
 * No two systems build posts alike, but all name a post's author, and most its date. A post is the
 * smallest element around an author's name that also contains a kept block with more than names,
 * dates and buttons. Teasers have the same structure, and are recognized by their headings.
 */
#include "render/post.h"

#include <stdlib.h>

#include "base/url.h"
#include "render/post_sign.h"

enum {
    MAX_HEAD_BLOCKS = 50, /* in a post before its text */
    MAX_CLIMB = 14,       /* from an author's name up to the post */
    MAX_WRAPPERS = 3,     /* between a post and the list item around it */
};

struct finder {
    const struct inline_reader *reader;
    const struct render_source *source;
    const struct block_page *page;
    struct post_signs signs;
    size_t cap_posts;
    uint32_t *n_bodies; /* by block: the number of blocks before it that a person wrote */
    struct post_list *out;
};

static const struct dom_node *node_at(const struct finder *f, uint32_t i) {
    return &f->page->dom.nodes[i];
}

/* ---- posts ---- */

/* Whether a block is part of what somebody wrote. */
static bool is_body(const struct finder *f, uint32_t i) {
    return f->source->selection->kept[i] && !f->signs.is_head[i] &&
           block_link_density(&f->page->blocks[i]) < 0.5;
}

static void count_bodies(struct finder *f) {
    f->n_bodies = arena_alloc_zero(f->page->arena, f->page->n_blocks + 1, sizeof *f->n_bodies);
    for (uint32_t i = 0; i < f->page->n_blocks; i++)
        f->n_bodies[i + 1] = f->n_bodies[i] + is_body(f, i);
}

/* The number of body blocks from one node up to another. */
static uint32_t bodies_between(const struct finder *f, uint32_t from, uint32_t to) {
    return f->n_bodies[block_find_ending(f->page, to)] -
           f->n_bodies[block_find_ending(f->page, from)];
}

static bool has_body(const struct finder *f, uint32_t element) {
    return bodies_between(f, element, node_at(f, element)->end) > 0;
}

/* Whether an element may be a post; custom elements are not among the tags that pith
 * distinguishes. */
static bool may_be_post(const struct dom_node *element) {
    return (dom_tag_traits(element->tag) & DOM_IS_BLOCK) || element->tag == DOM_UNKNOWN;
}

/* The smallest element around a name that contains a body block, or the list item around that if
 * it contains no more; 0 if that is the whole page. */
static uint32_t post_around(const struct finder *f, uint32_t node) {
    uint32_t i = node;
    int up = 0;
    while (up < MAX_CLIMB && i > 0 && !(may_be_post(node_at(f, i)) && has_body(f, i)))
        up++, i = node_at(f, i)->parent;
    uint8_t tag = node_at(f, i)->tag;
    if (up == MAX_CLIMB || i == 0 || tag == DOM_BODY || tag == DOM_MAIN || tag == DOM_BLOCKQUOTE)
        return 0;
    uint32_t item = i;
    for (int k = 0; k < MAX_WRAPPERS && node_at(f, item)->tag != DOM_LI; k++)
        item = node_at(f, item)->parent;
    bool is_whole_item =
        node_at(f, item)->tag == DOM_LI &&
        bodies_between(f, item, node_at(f, item)->end) == bodies_between(f, i, node_at(f, i)->end);
    return is_whole_item ? item : i;
}

static int by_node(const void *a, const void *b) {
    const struct post *x = a, *y = b;
    return x->node < y->node ? -1 : x->node > y->node;
}

/* Makes a post of each element that was found from an author's name. */
static void collect_posts(struct finder *f) {
    struct post_list *out = f->out;
    for (size_t i = 0; i < f->signs.n_signs; i++) {
        struct post_sign *sign = &f->signs.signs[i];
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

/* How a post is related to the other posts that were found. */
struct nesting {
    uint32_t around;  /* the post around it, or UINT32_MAX */
    uint32_t n_own;   /* bodies in it, but not in posts inside it */
    uint32_t n_posts; /* 1 if there are any; otherwise of the outermost posts in it that have any */
};

static void find_nesting(const struct finder *f, struct nesting *nesting) {
    const struct post *posts = f->out->posts;
    uint32_t top = UINT32_MAX;
    for (uint32_t i = 0; i < f->out->n_posts; top = i++) {
        while (top != UINT32_MAX && node_at(f, posts[top].node)->end <= posts[i].node)
            top = nesting[top].around;
        uint32_t n_own = bodies_between(f, posts[i].node, node_at(f, posts[i].node)->end);
        nesting[i] = (struct nesting){.around = top, .n_own = n_own};
        if (top != UINT32_MAX)
            nesting[top].n_own -= n_own;
    }
    for (size_t i = f->out->n_posts; i-- > 0;) {
        nesting[i].n_posts = nesting[i].n_own ? 1 : nesting[i].n_posts;
        if (nesting[i].around != UINT32_MAX)
            nesting[nesting[i].around].n_posts += nesting[i].n_posts;
    }
}

static bool is_wrapper(const struct nesting *nesting) {
    return nesting->n_own == 0 && nesting->n_posts == 1;
}

/* Several elements around the same text become one post, the outermost; one around several posts
 * and nothing else becomes none. */
static void merge_wrappers(struct finder *f) {
    struct post_list *out = f->out;
    struct nesting *nesting = arena_alloc(f->page->arena, (out->n_posts + 1) * sizeof *nesting);
    size_t n = 0;
    find_nesting(f, nesting);
    for (size_t i = 0; i < out->n_posts; i++) {
        bool is_inside = nesting[i].around != UINT32_MAX && is_wrapper(&nesting[nesting[i].around]);
        bool has_text = nesting[i].n_own > 0 || is_wrapper(&nesting[i]);
        if (has_text && !is_inside)
            out->posts[n++] = out->posts[i];
    }
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
        for (size_t i = 0; i < f->signs.n_signs; i++) {
            const struct post_sign *sign = &f->signs.signs[i];
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

/* If dates come before the elements of their posts, each belongs to the next post. */
static void add_dates_before(struct finder *f) {
    const struct post_sign *last = NULL;
    bool is_first = true;
    for (size_t i = 0; i < f->signs.n_signs; i++) {
        const struct post_sign *sign = &f->signs.signs[i];
        struct post *post = innermost(f, sign->node);
        if (!post && sign->is_date)
            last = sign;
        if (!post)
            continue;
        if (is_first && !last)
            return;
        if (last && !post->head.date.at) {
            post->head.date = last->text;
            post->head.url = permalink(f, last->node);
        }
        last = NULL;
        is_first = false;
    }
}

/* ---- not a post ---- */

/* What a heading before the text of a post is the title of. */
enum title { TITLE_NONE, TITLE_OF_THREAD, TITLE_OF_OTHER, TITLE_UNLINKED };

/* A heading that links to another page is a teaser's; one that links to a place on this page is the
 * thread's, which some systems repeat. The lowest levels are not of titles. */
static enum title title_of(const struct finder *f, const struct block *block) {
    enum { LOWEST = 4 };
    int level = dom_heading_level(block->tag);
    if (level == 0 || level > LOWEST)
        return TITLE_NONE;
    for (uint32_t k = block->first_mark; k < block->first_mark + block->n_marks; k++) {
        const struct block_mark *mark = &f->page->marks[k];
        if (mark->kind == INLINE_LINK)
            return str_has_byte(dom_attribute(node_at(f, mark->node), DOM_ATTR_HREF), '#')
                       ? TITLE_OF_THREAD
                       : TITLE_OF_OTHER;
    }
    return TITLE_UNLINKED;
}

/* The end of the blocks of an element that may come before its text. */
static uint32_t end_of_head(const struct finder *f, uint32_t element) {
    uint32_t first = block_find_ending(f->page, element);
    uint32_t end = block_find_ending(f->page, node_at(f, element)->end);
    return end - first > MAX_HEAD_BLOCKS ? first + MAX_HEAD_BLOCKS : end;
}

/* Whether a heading comes before everything else that is kept of a post. */
static bool is_teaser(const struct finder *f, const struct post *post) {
    const struct block_page *page = f->page;
    uint32_t end = end_of_head(f, post->node);
    for (uint32_t i = block_find_ending(page, post->node); i < end; i++) {
        if (f->signs.is_head[i])
            continue;
        enum title title = title_of(f, &page->blocks[i]);
        if (title == TITLE_OF_OTHER)
            return true;
        if (f->source->selection->kept[i] && title != TITLE_OF_THREAD)
            return title == TITLE_UNLINKED;
    }
    return false;
}

/* Marks the posts that are several posts in one element: there is text between two of its names,
 * and after the second. */
static void find_merged(const struct finder *f, uint8_t *is_merged) {
    const struct post_list *out = f->out;
    uint32_t *last = arena_alloc_zero(f->page->arena, out->n_posts + 1, sizeof *last);
    for (uint32_t i = 0; i < f->signs.n_signs; i++) {
        const struct post_sign *sign = &f->signs.signs[i];
        const struct post *post = sign->is_date ? NULL : innermost(f, sign->node);
        if (!post)
            continue;
        size_t k = (size_t)(post - out->posts);
        const struct post_sign *before = last[k] ? &f->signs.signs[last[k] - 1] : NULL;
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

/* Whether a block is the thread's title, repeated above a post: "Re: Where to swim". */
static bool repeats_title(const struct finder *f, const struct block *block) {
    struct str title = f->source->metadata->fields[PITH_HEADLINE].text;
    return title.len && title_of(f, block) == TITLE_OF_THREAD && str_ends_with(block->text, title);
}

/* Removes names, dates and titles before the text of a post, since its head says the same. */
static void drop_heads(struct finder *f) {
    const struct block_page *page = f->page;
    struct selection selection = *f->source->selection;
    for (size_t k = 0; k < f->out->n_posts; k++) {
        uint32_t node = f->out->posts[k].node, end = end_of_head(f, node);
        for (uint32_t i = block_find_ending(page, node); i < end && !is_body(f, i); i++)
            if (selection.kept[i] && (f->signs.is_head[i] || repeats_title(f, &page->blocks[i]))) {
                selection.kept[i] = false;
                selection.rule[i] = "post's head";
            }
    }
}

/* The end of the signature that may follow the last kept block, or 0. */
static uint32_t end_of_signatures(const struct render_source *source) {
    enum { REACH = 100 }; /* nodes: buttons, avatar, name, reputation */
    size_t i = source->page->n_blocks, n_nodes = source->page->dom.n_nodes;
    while (i > 0 && !source->selection->kept[i - 1])
        i--;
    size_t end = i > 0 ? source->page->blocks[i - 1].end_node + REACH : 0;
    return (uint32_t)(end < n_nodes ? end : n_nodes);
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
    post_signs_read(page, end_of_signatures(source), &f.signs);
    if (f.signs.n_signs < 2)
        return;
    count_bodies(&f);
    collect_posts(&f);
    merge_wrappers(&f);
    fill_heads(&f);
    add_dates_before(&f);
    judge_posts(&f);
    if (out->n_posts == 0)
        return;
    find_main(&f);
    find_levels(&f);
    if (has_heads(source))
        drop_heads(&f);
    finish_heads(&f);
}

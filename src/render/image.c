/*
 * Which of a page's images belong to the body; see image.h.
 *
 * An image is looked at with all that stands around it up to the first element that holds a kept
 * block ("its surroundings"). What was dropped there tells a picture of the article, which has at
 * most a caption, from one of a teaser or a menu, which has a headline and a link.
 */
#include "render/image.h"

#include "base/url.h"
#include "base/utf8.h"

/* Wrappers between an image and what holds the text next to it: figure, picture, a link and two
 * or three of a layout's own. */
enum { MAX_CLIMB = 6 };

/* Nodes of an image, its wrappers and its caption; every image of a gallery looks at so many. */
enum { MAX_NODES = 100 };

/* Of 2,255 captions with their credits on real pages all but two are shorter; what is longer,
 * beside an image, is a text of its own. */
enum { MAX_CAPTION_WORDS = 80 };

struct finder {
    const struct inline_reader *reader;
    const struct block_page *page;
    const uint8_t *kept;
    uint32_t *n_kept_before; /* a block: kept ones before it; one more than blocks */
    struct image_list *out;
    size_t cap_images;
};

/* The first block at or behind a node. */
static uint32_t block_at(const struct block_page *page, uint32_t node) {
    uint32_t low = 0, high = (uint32_t)page->n_blocks;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (page->blocks[middle].first_node < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct range {
    uint32_t first, end; /* blocks */
};

static struct range blocks_of(const struct block_page *page, uint32_t node) {
    return (struct range){block_at(page, node), block_at(page, page->dom.nodes[node].end)};
}

static bool has_kept(const struct finder *f, struct range range) {
    return f->n_kept_before[range.first] < f->n_kept_before[range.end];
}

static bool is_caption(const struct dom_node *element) {
    return element->tag == DOM_FIGCAPTION ||
           str_holds(dom_attribute(element, DOM_ATTR_CLASS), STR("caption"));
}

/* The blocks of the caption within `around`, an empty range where there is none. */
static struct range caption_in(const struct block_page *page, uint32_t around) {
    struct range none = {0, 0};
    for (uint32_t i = around + 1; i < page->dom.nodes[around].end; i++) {
        const struct dom_node *node = &page->dom.nodes[i];
        if (node->kind != DOM_ELEMENT || !is_caption(node))
            continue;
        struct range found = blocks_of(page, i);
        if (found.first < found.end)
            return found;
    }
    return none;
}

static uint32_t n_words(const struct block_page *page, struct range range) {
    uint32_t n = 0;
    for (uint32_t i = range.first; i < range.end && n <= MAX_CAPTION_WORDS; i++)
        n += page->blocks[i].counts.n_words;
    return n;
}

/* Whether text in the surroundings but outside of the caption leads away. */
static bool is_teaser(const struct block_page *page, struct range around, struct range caption) {
    if (n_words(page, around) > MAX_CAPTION_WORDS)
        return true;
    for (uint32_t i = around.first; i < around.end; i++)
        if ((i < caption.first || i >= caption.end) && page->blocks[i].counts.n_link_words > 0)
            return true;
    return false;
}

/* Pictures that say nothing: what class names and addresses call them. */
static const struct str DECORATIONS[] = {
    STR_INIT("emoji"),       STR_INIT("smiley"), STR_INIT("icon"),   STR_INIT("avatar"),
    STR_INIT("logo"),        STR_INIT("pixel"),  STR_INIT("spacer"), STR_INIT("blank"),
    STR_INIT("transparent"), STR_INIT("1x1")};

static bool is_decoration(const struct dom_node *img) {
    struct str class = dom_attribute(img, DOM_ATTR_CLASS), src = dom_attribute(img, DOM_ATTR_SRC);
    size_t name = src.len;
    while (name > 0 && src.at[name - 1] != '/')
        name--;
    return str_holds_any(class, DECORATIONS, N_OF(DECORATIONS)) ||
           str_holds_any(str_between(src, name, src.len), DECORATIONS, N_OF(DECORATIONS));
}

/* White space folded; it takes the place of control characters too. */
static struct str folded(struct arena *arena, struct str s) {
    struct buffer out;
    buffer_init(&out, arena);
    s = str_trim(s);
    for (size_t i = 0; i < s.len;) {
        size_t start = i;
        uint32_t c = utf8_next(s, &i);
        if (c > ' ' && c != 0x2028 && c != 0x2029 && !utf8_is_control(c))
            buffer_append(&out, str_between(s, start, i));
        else if (out.len && out.data[out.len - 1] != ' ')
            buffer_append_byte(&out, ' ');
    }
    return buffer_str(&out);
}

/* The largest element around an image that holds no kept block, but for one in a figure, and not
 * too many nodes; UINT32_MAX where there are none near, so that the image is by itself. */
static uint32_t surroundings(const struct finder *f, uint32_t img) {
    const struct dom_node *nodes = f->page->dom.nodes;
    uint32_t around = img;
    for (uint32_t i = 0, outer = nodes[img].parent; i < MAX_CLIMB;
         i++, outer = nodes[outer].parent) {
        if (has_kept(f, blocks_of(f->page, outer)) && nodes[outer].tag != DOM_FIGURE)
            return around;
        if (nodes[outer].end - outer <= MAX_NODES)
            around = outer;
    }
    return UINT32_MAX;
}

static void leave_out(struct image_list *list, struct range range) {
    for (uint32_t i = range.first; i < range.end; i++)
        list->kept[i] = 0;
}

static void add_image(struct finder *f, uint32_t img) {
    const struct block_page *page = f->page;
    const struct dom_node *node = &page->dom.nodes[img];
    struct image_list *list = f->out;
    uint32_t around = is_decoration(node) ? UINT32_MAX : surroundings(f, img);
    if (around == UINT32_MAX)
        return;
    struct range caption = caption_in(page, around);
    if (is_teaser(page, blocks_of(page, around), caption))
        return;
    struct buffer url;
    buffer_init(&url, page->arena);
    if (!url_append_safe(&url, f->reader->base, dom_attribute(node, DOM_ATTR_SRC), URL_OF_FILE))
        return;
    const struct image *last = list->n_images ? &list->images[list->n_images - 1] : NULL;
    if (last && str_equals(last->url, buffer_str(&url)))
        return; /* the same again in <noscript> */
    if (last && last->first_caption == caption.first)
        caption.end = caption.first; /* of the first image of several */
    ARENA_PUSH(page->arena, list->images, list->n_images, f->cap_images) = (struct image){
        img, buffer_str(&url), folded(page->arena, dom_attribute(node, DOM_ATTR_ALT)),
        caption.first, caption.end};
    leave_out(list, caption);
}

/* Bounds the nodes between the first and the last kept block. */
static bool find_body(struct finder *f, uint32_t *first, uint32_t *end) {
    const struct block_page *page = f->page;
    *first = *end = 0;
    for (size_t i = 0; i < page->n_blocks; i++) {
        f->n_kept_before[i + 1] = f->n_kept_before[i] + (f->kept[i] != 0);
        if (!f->kept[i])
            continue;
        if (*end == 0)
            *first = page->blocks[i].first_node;
        *end = page->blocks[i].end_node;
    }
    return *end > 0;
}

void image_find(const struct inline_reader *reader, const uint8_t *kept, struct image_list *out) {
    const struct block_page *page = reader->source->page;
    struct finder f = {.reader = reader, .page = page, .kept = kept, .out = out};
    f.n_kept_before = arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof *f.n_kept_before);
    *out = (struct image_list){.kept = arena_alloc(page->arena, page->n_blocks + 1)};
    memcpy(out->kept, kept, page->n_blocks);
    uint32_t first, end;
    if (page->dom.n_nodes == 0 || !find_body(&f, &first, &end))
        return;
    for (uint32_t i = first; i < end; i++)
        if (page->dom.nodes[i].kind == DOM_ELEMENT && page->dom.nodes[i].tag == DOM_IMG)
            add_image(&f, i);
}

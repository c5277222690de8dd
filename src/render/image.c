/*
 * Chooses which of a page's images belong to the body; see image.h.
 *
 * An image is examined together with everything around it up to the first element that contains a
 * kept block ("its surroundings"). The dropped text there distinguishes a picture of the article,
 * which has a caption at most, from one of a teaser or menu, which has a headline and a link.
 */
#include "render/image.h"

#include "base/ascii.h"
#include "base/url.h"
#include "page/callout.h"
#include "render/embed.h"
#include "render/embed_text.h"
#include "render/image_button.h"
#include "render/image_repeat.h"
#include "render/image_source.h"
#include "render/section_kind.h"
#include "base/utf8.h"

/* Wrappers between an image and the element that contains the text next to it: figure, picture, a
 * link and those of the layout, of which Squarespace has six and X eight. With 6 instead, 480
 * pictures of 100 articles on real pages were lost; one in eight of them was a decoration. */
enum { MAX_CLIMB = 12 };

/* Nodes of an image, its wrappers and its caption; this many are examined for every image of a
 * gallery. */
enum { MAX_NODES = 100 };

/* Of 2,255 captions with their credits on real pages, all but two are shorter; a longer text beside
 * an image is a separate text. */
enum { MAX_CAPTION_WORDS = 80 };

struct finder {
    const struct inline_reader *reader;
    const struct block_page *page;
    const uint8_t *kept;
    uint32_t *n_kept_before; /* by block: number of kept blocks before it; has one more entry */
    uint8_t *is_formula;     /* by node: 1 for an image that became a formula in the text; NULL
                                if there is none */
    uint32_t first_node;     /* where to begin looking for images */
    uint32_t headline_end;   /* images before it are above the headline; 0 if none are */
    struct image_list *out;
    size_t cap_images;
};

struct range {
    uint32_t first, end; /* of blocks */
};

static struct range blocks_of(const struct block_page *page, uint32_t node) {
    return (struct range){block_find_from(page, node),
                          block_find_from(page, page->dom.nodes[node].end)};
}

static bool has_kept(const struct finder *f, struct range range) {
    return f->n_kept_before[range.first] < f->n_kept_before[range.end];
}

static bool is_caption(const struct dom_node *element) {
    return element->tag == DOM_FIGCAPTION ||
           str_holds(dom_attribute(element, DOM_ATTR_CLASS), STR("caption"));
}

/* Whether an element holds an image and its caption; before HTML5, WordPress made it of <div>. */
static bool is_figure(const struct dom_node *element) {
    enum { MOST_BYTES = 1000 }; /* of a class attribute: each image reads those around it again */
    size_t len = dom_attribute(element, DOM_ATTR_CLASS).len;
    return element->tag == DOM_FIGURE ||
           (len <= MOST_BYTES && dom_has_class(element, STR("wp-caption")));
}

/* The blocks of the caption within `around`, or an empty range. */
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

/* The caption next to an image: in the smallest element around it that has one, `around` at
 * most. */
static struct range caption_of(const struct block_page *page, uint32_t img, uint32_t around) {
    struct range caption = {0, 0};
    for (uint32_t i = img; i > around && caption.first == caption.end;) {
        i = page->dom.nodes[i].parent;
        if (i >= around)
            caption = caption_in(page, i);
    }
    return caption;
}

/* Whether a block is part of a caption within `around`, perhaps of another image. */
static bool is_in_caption(const struct block_page *page, uint32_t block, uint32_t around) {
    uint32_t i = page->blocks[block].node;
    for (int n = 0; n < MAX_CLIMB && i > around; n++, i = page->dom.nodes[i].parent)
        if (is_caption(&page->dom.nodes[i]))
            return true;
    return false;
}

/* Whether text in the surroundings, outside captions, links elsewhere or is a separate text. */
static bool is_teaser(const struct block_page *page, uint32_t around, struct range caption) {
    struct range range = blocks_of(page, around);
    uint32_t n_words = 0;
    for (uint32_t i = range.first; i < range.end; i++) {
        bool is_own = i >= caption.first && i < caption.end;
        n_words += is_own || !is_in_caption(page, i, around) ? page->blocks[i].counts.n_words : 0;
        if (n_words > MAX_CAPTION_WORDS)
            return true;
        if (!is_own && page->blocks[i].counts.n_link_words > 0 && !is_in_caption(page, i, around))
            return true;
    }
    return false;
}

/* Parts of the class names and addresses of decorative pictures. */
static const struct str DECORATIONS[] = {
    STR_INIT("emoji"),       STR_INIT("smiley"),   STR_INIT("icon"),     STR_INIT("avatar"),
    STR_INIT("logo"),        STR_INIT("pixel"),    STR_INIT("spacer"),   STR_INIT("blank"),
    STR_INIT("transparent"), STR_INIT("1x1"),      STR_INIT("gravatar"), STR_INIT("author-im"),
    STR_INIT("badge"),       STR_INIT("reaction"), STR_INIT("smilies"),  STR_INIT("sprite"),
    STR_INIT("/ico-"),       STR_INIT("/1px."),    STR_INIT("buttons/")};

/* The last two segments of an address's path: ".../avatars/anna.png". */
static struct str end_of_path(struct str url) {
    url = str_before(url, '?');
    size_t at = url.len;
    for (int n_slashes = 0; at > 0; at--)
        if (url.at[at - 1] == '/' && ++n_slashes == 2)
            break;
    return str_between(url, at, url.len);
}

/* Whether an alternative text is the name of a callout in brackets, as DocBook has it for the
 * callout's icon. */
static bool is_label_of_callout(struct str alt) {
    return alt.len > 2 && alt.at[0] == '[' && alt.at[alt.len - 1] == ']' &&
           callout_is_kind(str_between(alt, 1, alt.len - 1));
}

static bool is_decoration(const struct dom_node *nodes, uint32_t img, struct str url) {
    enum { MAX_WRAPPERS = 2 }; /* <span class=avatar><a><img> */
    const struct dom_node *node = &nodes[img];
    if (image_source_is_tiny(node) || is_label_of_callout(dom_attribute(node, DOM_ATTR_ALT)) ||
        image_source_is_tracker(url) || image_button_is(nodes, img, url) ||
        str_holds_any(end_of_path(url), DECORATIONS, N_OF(DECORATIONS)))
        return true;
    for (int i = 0; i <= MAX_WRAPPERS; i++, node = &nodes[node->parent])
        if (str_holds(dom_attribute(node, DOM_ATTR_CLASS), STR("avatar")) ||
            ((i == 0 || node->tag == DOM_A || node->tag == DOM_UNKNOWN) &&
             str_holds_any(dom_attribute(node, DOM_ATTR_CLASS), DECORATIONS, N_OF(DECORATIONS))))
            return true;
    return false;
}

/* `s` with white space collapsed, and control characters replaced by it. */
static struct str folded(struct arena *arena, struct str s) {
    struct buffer out;
    buffer_init(&out, arena);
    s = str_trim(s);
    for (size_t i = 0; i < s.len;) {
        size_t start = i;
        uint32_t c = utf8_next(s, &i);
        if (utf8_is_hidden(buffer_str(&out), c))
            continue;
        if (c > ' ' && c != 0x2028 && c != 0x2029 && !utf8_is_control(c))
            buffer_append(&out, str_between(s, start, i));
        else if (out.len && out.data[out.len - 1] != ' ')
            buffer_append_byte(&out, ' ');
    }
    return buffer_str(&out);
}

/* The largest element around an image that contains no kept block, apart from one in a figure, and
 * not too many nodes; UINT32_MAX if no kept block is near, so that the image stands alone. */
static uint32_t surroundings(const struct finder *f, uint32_t img) {
    const struct dom_node *nodes = f->page->dom.nodes;
    uint32_t around = img;
    for (uint32_t i = 0, outer = nodes[img].parent; i < MAX_CLIMB;
         i++, outer = nodes[outer].parent) {
        if (has_kept(f, blocks_of(f->page, outer)) && !is_figure(&nodes[outer]))
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

/* The <noscript> around a picture and its wrappers, or 0. */
static uint32_t noscript_around(const struct dom_node *nodes, uint32_t img) {
    enum { MAX_WRAPPERS = 3 }; /* <noscript><a><picture><img> */
    uint32_t i = nodes[img].parent;
    for (int up = 0; up < MAX_WRAPPERS && nodes[i].tag != DOM_NOSCRIPT; up++)
        i = nodes[i].parent;
    return nodes[i].tag == DOM_NOSCRIPT ? i : 0;
}

/* Whether a picture in <noscript> is for readers without scripts what the previous one is for
 * others: both are in the same small element, without text between them. */
static bool is_fallback(const struct finder *f, uint32_t node, const struct image *last) {
    enum { MAX_BETWEEN = 12 }; /* nodes */
    const struct dom_node *nodes = f->page->dom.nodes;
    uint32_t noscript = noscript_around(nodes, node);
    return noscript && nodes[noscript].parent < last->node &&
           noscript <= last->node + MAX_BETWEEN && !noscript_around(nodes, last->node) &&
           !has_kept(f, (struct range){block_find_from(f->page, last->node),
                                       block_find_from(f->page, node)});
}

/* Whether a picture repeats the previous one. */
static bool repeats_previous(const struct finder *f, uint32_t node, struct str url) {
    const struct image_list *list = f->out;
    const struct image *last = list->n_images ? &list->images[list->n_images - 1] : NULL;
    if (!last)
        return false;
    struct range between = {block_find_from(f->page, last->node), block_find_from(f->page, node)};
    return is_fallback(f, node, last) || f->page->dom.nodes[last->node].end > node ||
           (str_equals(last->url, url) && !has_kept(f, between));
}

/* The file name in an address without its extension and size: "photo" in
 * "/2021/photo-300x200.jpg". */
static struct str stem_of(struct str url) {
    static const struct str SIZES[] = {STR_INIT("small"), STR_INIT("large"),  STR_INIT("medium"),
                                       STR_INIT("thumb"), STR_INIT("mobile"), STR_INIT("desktop"),
                                       STR_INIT("full")};
    url = end_of_path(url);
    url = str_between(url, str_find_byte(url, 0, '/') + (str_has_byte(url, '/') ? 1 : 0), url.len);
    size_t dot = url.len;
    while (dot > 0 && url.at[dot - 1] != '.')
        dot--;
    struct str stem = dot > 1 ? str_between(url, 0, dot - 1) : url;
    size_t at = stem.len;
    while (at > 0 && !ascii_is_one_of(stem.at[at - 1], "-_@"))
        at--;
    struct str size = str_between(stem, at, stem.len);
    bool is_size = size.len > 2 && str_has_byte(size, 'x');
    for (size_t i = 0; i < size.len && is_size; i++)
        is_size = ascii_is_digit(size.at[i]) || size.at[i] == 'x';
    for (size_t i = 0; i < N_OF(SIZES); i++)
        is_size |= str_equals_lower(size, SIZES[i]);
    return at > 1 && is_size ? str_between(stem, 0, at - 1) : stem;
}

/* Whether an image is the previous one in the same figure in another size. */
static bool is_other_size(const struct finder *f, uint32_t node, struct str url) {
    const struct dom_node *nodes = f->page->dom.nodes;
    const struct image_list *list = f->out;
    if (list->n_images == 0 || list->images[list->n_images - 1].is_embed)
        return false;
    const struct image *last = &list->images[list->n_images - 1];
    uint32_t figure = node;
    for (int up = 0; up < MAX_CLIMB && nodes[figure].tag != DOM_FIGURE; up++)
        figure = nodes[figure].parent;
    return nodes[figure].tag == DOM_FIGURE && last->node > figure &&
           str_equals(stem_of(last->url), stem_of(url));
}

static void push_image(struct finder *f, const struct image *image) {
    ARENA_PUSH(f->page->arena, f->out->images, f->out->n_images, f->cap_images) = *image;
    f->out->images[f->out->n_images - 1].label = UINT32_MAX;
}

/* Whether an image before the headline is the page's main picture: large enough for a figure, or
 * named so, and not linked. */
static bool is_hero(const struct finder *f, uint32_t img) {
    static const struct str NAMES[] = {
        STR_INIT("hero"),    STR_INIT("featured"), STR_INIT("cover"),         STR_INIT("lead-"),
        STR_INIT("main-im"), STR_INIT("post-th"),  STR_INIT("wp-post-image"), STR_INIT("masthead")};
    enum { MIN_WIDTH = 500 }; /* pixels */
    const struct dom_node *nodes = f->page->dom.nodes;
    bool is_named = false;
    for (uint32_t i = img, up = 0; i > f->first_node && up < MAX_CLIMB; i = nodes[i].parent, up++) {
        if (nodes[i].tag == DOM_A)
            return false;
        is_named |= nodes[i].tag == DOM_FIGURE ||
                    str_holds_any(dom_attribute(&nodes[i], DOM_ATTR_CLASS), NAMES, N_OF(NAMES));
    }
    uint32_t width = section_number(&nodes[img], DOM_ATTR_WIDTH, 0, IMAGE_SOURCE_MAX_PIXELS);
    return is_named || width >= MIN_WIDTH;
}

/* The largest element around an image that is its own, and not too large; UINT32_MAX if the image
 * is not part of the body. */
static uint32_t space_around(const struct finder *f, uint32_t img) {
    const struct dom_node *nodes = f->page->dom.nodes;
    if (img >= f->headline_end)
        return surroundings(f, img);
    uint32_t around = img;
    for (uint32_t i = img, up = 0; up < MAX_CLIMB; i = nodes[i].parent, up++)
        if (nodes[i].tag == DOM_FIGURE && nodes[i].end - i <= MAX_NODES)
            around = i;
    return is_hero(f, img) ? around : UINT32_MAX;
}

static bool is_drawing(struct str url) {
    return str_ends_with(str_before(url, '?'), STR(".svg"));
}

/* A caption of several images follows the last of them, unless it comes earlier on the page. A
 * drawing after a photograph is a button: "zoom in". */
static void share_caption(struct finder *f, uint32_t img, struct str url, struct range *caption) {
    struct image_list *list = f->out;
    struct image *last = list->n_images ? &list->images[list->n_images - 1] : NULL;
    if (!last || last->first_caption != caption->first || caption->first == caption->end)
        return;
    bool is_button = is_drawing(url) && !is_drawing(last->url);
    if (f->page->blocks[caption->first].first_node > img && !is_button)
        last->end_caption = last->first_caption;
    else
        caption->end = caption->first;
}

static void add_image(struct finder *f, uint32_t img) {
    const struct block_page *page = f->page;
    const struct dom_node *node = &page->dom.nodes[img];
    struct image_list *list = f->out;
    struct str source = image_source_best(&page->dom, img);
    uint32_t around = !source.at || is_decoration(page->dom.nodes, img, source)
                          ? UINT32_MAX
                          : space_around(f, img);
    if (around == UINT32_MAX)
        return;
    struct range caption = caption_of(page, img, around);
    if (is_teaser(page, around, caption))
        return;
    struct buffer url;
    buffer_init(&url, page->arena);
    if (!url_append_safe(&url, f->reader->base, source, URL_OF_FILE) ||
        repeats_previous(f, img, buffer_str(&url)) || is_other_size(f, img, buffer_str(&url)))
        return;
    struct image image = {.node = img,
                          .url = buffer_str(&url),
                          .alt = folded(page->arena, dom_attribute(node, DOM_ATTR_ALT)),
                          .first_caption = caption.first,
                          .end_caption = caption.end};
    if (!image_repeat_settle(page, list, &image)) {
        share_caption(f, img, image.url, &caption);
        image.end_caption = caption.end;
        push_image(f, &image);
    }
    leave_out(list, caption);
}

/* The label of embedded content: its kind and its title, which may name the kind itself. */
static struct str label_of(const struct finder *f, uint32_t i, const struct embed *embed) {
    const struct block_page *page = f->page;
    struct range own = blocks_of(page, i);
    bool is_preview = page->dom.nodes[i].tag == DOM_IMG;
    struct str title =
        embed->form == EMBED_FRAME
            ? dom_attribute(&page->dom.nodes[i], is_preview ? DOM_ATTR_ALT : DOM_ATTR_TITLE)
            : embed_title(page, own.first, own.end);
    bool has_kind = embed->form == EMBED_POST && (str_starts_with(title, STR("Post ")) ||
                                                  str_starts_with(title, STR("A post ")));
    struct buffer label;
    buffer_init(&label, page->arena);
    buffer_append(&label, has_kind ? STR("") : embed->kind);
    buffer_append(&label, title.len && label.len ? STR(": ") : STR(""));
    buffer_append(&label, folded(page->arena, title));
    return buffer_str(&label);
}

/* Keeps what a post says, as the quotation that it is. */
static bool keep_post(struct finder *f, uint32_t i, const struct embed *embed) {
    struct range own = blocks_of(f->page, i);
    if (embed->form != EMBED_POST ||
        !embed_is_quotation(f->page, own.first, own.end, embed->names_source))
        return false;
    memset(f->out->kept + own.first, 1, own.end - own.first);
    return true;
}

/* Adds a frame of a known host, a post or a card, if part of the body is near it. */
static void add_embed(struct finder *f, uint32_t i, const struct embed *embed) {
    const struct block_page *page = f->page;
    struct buffer url;
    buffer_init(&url, page->arena);
    if (surroundings(f, i) == UINT32_MAX || has_kept(f, blocks_of(page, i)) ||
        !url_append_safe(&url, f->reader->base, embed->url, URL_OF_FILE) ||
        repeats_previous(f, i, buffer_str(&url)) || keep_post(f, i, embed))
        return;
    struct str label = label_of(f, i, embed);
    if (label.len)
        push_image(
            f, &(struct image){.node = i, .url = buffer_str(&url), .is_embed = true, .alt = label});
}

/* Where the article around a headline begins, if that is near. */
static uint32_t begin_of_article(const struct finder *f, uint32_t headline) {
    enum { MAX_UP = 8, REACH = 150 }; /* elements around the headline; nodes before it */
    const struct block_page *page = f->page;
    uint32_t node = page->blocks[headline].first_node, i = page->blocks[headline].node;
    for (int up = 0; up < MAX_UP && i > 0; up++, i = page->dom.nodes[i].parent)
        if (page->dom.nodes[i].tag == DOM_ARTICLE || page->dom.nodes[i].tag == DOM_MAIN)
            return node - i <= REACH ? i : node;
    return node;
}

/* Where to begin looking for pictures before the first kept block: at the beginning of the article,
 * or after the headline, if that is near. */
static void find_begin(struct finder *f, uint32_t first_block) {
    enum { REACH = 12 }; /* blocks: byline, date and caption may intervene */
    const struct block_page *page = f->page;
    const uint8_t *roles = f->reader->source->metadata->roles;
    f->first_node = page->blocks[first_block].first_node;
    for (uint32_t i = first_block; roles && i-- > 0 && first_block - i <= REACH;)
        if (roles[i] == METADATA_HEADLINE) {
            f->first_node = begin_of_article(f, i);
            f->headline_end = page->blocks[i].end_node;
            return;
        }
}

/* Finds the nodes from the headline or an image above it to the end of the element that contains
 * the last kept block. */
static bool find_body(struct finder *f, uint32_t *end) {
    const struct block_page *page = f->page;
    *end = 0;
    for (uint32_t i = 0; i < page->n_blocks; i++) {
        f->n_kept_before[i + 1] = f->n_kept_before[i] + (f->kept[i] != 0);
        if (!f->kept[i])
            continue;
        if (*end == 0)
            find_begin(f, i);
        uint32_t around = page->dom.nodes[page->blocks[i].node].parent;
        bool is_body = page->dom.nodes[around].tag == DOM_BODY;
        *end = is_body ? page->blocks[i].end_node : page->dom.nodes[around].end;
    }
    return *end > 0;
}

/* Finds the images of formulas, which the text contains as TeX. */
static void find_formulas(struct finder *f) {
    const struct block_page *page = f->page;
    for (size_t i = 0; i < page->n_marks; i++) {
        const struct block_mark *mark = &page->marks[i];
        for (uint32_t k = mark->node;
             mark->kind == INLINE_FORMULA && k < page->dom.nodes[mark->node].end; k++) {
            if (page->dom.nodes[k].kind != DOM_ELEMENT || page->dom.nodes[k].tag != DOM_IMG)
                continue;
            if (!f->is_formula)
                f->is_formula = arena_alloc_zero(page->arena, page->dom.n_nodes, 1);
            f->is_formula[k] = 1;
        }
    }
}

void image_find(const struct inline_reader *reader, const uint8_t *kept, struct image_list *out) {
    const struct block_page *page = reader->source->page;
    struct finder f = {.reader = reader, .page = page, .kept = kept, .out = out};
    f.n_kept_before = arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof *f.n_kept_before);
    *out = (struct image_list){.kept = arena_alloc(page->arena, page->n_blocks + 1)};
    memcpy(out->kept, kept, page->n_blocks);
    uint32_t end;
    if (page->dom.n_nodes == 0 || !find_body(&f, &end))
        return;
    find_formulas(&f);
    for (uint32_t i = f.first_node; i < end; i++) {
        struct embed embed;
        if (f.is_formula && f.is_formula[i])
            continue;
        if (embed_read(page->arena, &page->dom, i, &embed))
            add_embed(&f, i, &embed);
        else if (image_source_is_image(&page->dom.nodes[i]))
            add_image(&f, i);
    }
}

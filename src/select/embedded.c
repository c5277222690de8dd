/*
 * Parts embedded in kept text; see embedded.h.
 *
 * The model judges a block by its words and by the names around it, and sees little of either in a
 * cell, a box or a button. The text around them says more.
 */
#include "select/embedded.h"

#include "base/utf8.h"
#include "page/callout.h"
#include "page/listing_language.h"
#include "select/data_table.h"

struct judge {
    const struct block_page *page;
    const struct containers *containers;
    const struct score *score;
    struct selection *selection;
};

static void keep(struct judge *j, size_t i, const char *rule) {
    j->selection->kept[i] = true;
    j->selection->rule[i] = rule;
}

static void drop(struct judge *j, size_t i, const char *rule) {
    j->selection->kept[i] = false;
    j->selection->rule[i] = rule;
}

/* ---- tables and callouts ---- */

enum { REACH = 4 }; /* blocks to look at on each side: a caption and a subhead may intervene */

/* Whether there is a kept block of `around` within reach before block `first`, or at or after
 * `end`. */
static bool has_kept_before(const struct judge *j, size_t first, const struct container *around) {
    for (size_t i = first; i-- > around->first_block && first - i <= REACH;)
        if (j->selection->kept[i])
            return true;
    return false;
}

static bool has_kept_after(const struct judge *j, size_t end, const struct container *around) {
    for (size_t i = end; i < around->end_block && i - end < REACH; i++)
        if (j->selection->kept[i])
            return true;
    return false;
}

static bool is_between_kept(const struct judge *j, const struct container *part) {
    const struct container *around = &j->containers->containers[part->parent];
    return has_kept_before(j, part->first_block, around) &&
           has_kept_after(j, part->end_block, around);
}

static double mean_score(const struct judge *j, const struct container *part) {
    double sum = 0;
    for (size_t i = part->first_block; i < part->end_block; i++)
        sum += (double)j->score->final[i];
    return sum / (double)(part->end_block - part->first_block);
}

static bool is_cell(const struct block_page *page, size_t i) {
    uint8_t tag = page->blocks[i].tag;
    return tag == DOM_TD || tag == DOM_TH || tag == DOM_CAPTION;
}

/* A data table between two kept blocks of the same container is part of their text, whatever its
 * cells score: names, figures and links tell the model little. One without header cells may lay out
 * buttons. */
static void judge_table(struct judge *j, const struct container *table, uint32_t node) {
    const double least = 0.15, least_without_head = 0.3;
    struct data_table shape = data_table_survey(j->page, table, node);
    if (shape.is_data && shape.n_rows >= 2 && is_between_kept(j, table) &&
        mean_score(j, table) >= (shape.has_head ? least : least_without_head))
        for (size_t i = table->first_block; i < table->end_block; i++)
            if (!j->selection->kept[i] &&
                !data_table_is_foreign(j->page, &j->page->blocks[i], node))
                keep(j, i, "table");
}

/* A callout beside kept blocks belongs to their text, with its title, if it is prose or partly
 * kept. */
static void judge_callout(struct judge *j, const struct container *box) {
    const double least = 0.05; /* for a box that its class names as a callout; teasers score less */
    bool has_kept = false;
    for (size_t i = box->first_block; i < box->end_block; i++)
        has_kept |= j->selection->kept[i];
    const struct container *around = &j->containers->containers[box->parent];
    bool is_beside =
        has_kept_before(j, box->first_block, around) || has_kept_after(j, box->end_block, around);
    if (!has_kept && (!is_beside || mean_score(j, box) < least))
        return;
    for (size_t i = box->first_block; i < box->end_block; i++)
        if (!j->selection->kept[i])
            keep(j, i, "callout");
}

static bool begins_with_dash(struct str text) {
    return str_starts_with(text, STR("\xE2\x80\x94")) ||
           str_starts_with(text, STR("\xE2\x80\x93")) ||
           str_starts_with(text, STR("\xE2\x80\x95")) || str_starts_with(text, STR("--"));
}

/* Whether a block is the source of a kept quote: <footer> or <cite> in it, the caption of the
 * figure around it, or the text after a dash with which embedded posts end. */
static bool is_source(const struct dom_node *nodes, const struct block *block, uint32_t quote) {
    uint32_t around = nodes[block->node].parent;
    if (block->node == quote)
        return begins_with_dash(block->text);
    if (block->tag == DOM_FIGCAPTION)
        return nodes[quote].parent == around && nodes[around].tag == DOM_FIGURE;
    return block->tag == DOM_FOOTER || nodes[around].tag == DOM_FOOTER;
}

static void judge_quote(struct judge *j, const struct container *box, uint32_t quote) {
    const uint32_t most = 20; /* words of a source */
    const struct block_page *page = j->page;
    size_t last = box->end_block - 1;
    bool has_kept = false;
    for (size_t i = box->first_block; i < box->end_block; i++)
        has_kept |= j->selection->kept[i];
    if (last + 1 < page->n_blocks && page->blocks[last + 1].tag == DOM_FIGCAPTION)
        last++;
    const struct block *source = &page->blocks[last];
    if (has_kept && !j->selection->kept[last] && source->counts.n_words <= most &&
        is_source(page->dom.nodes, source, quote))
        keep(j, last, "quote's source");
}

/* ---- captions ---- */

static bool is_caption(const struct dom_node *nodes, uint32_t node) {
    enum { MAX_CLASS_BYTES = 300 };
    struct str class = utf8_first(dom_attribute(&nodes[node], DOM_ATTR_CLASS), MAX_CLASS_BYTES);
    return nodes[node].tag == DOM_FIGCAPTION || str_holds(class, STR("caption"));
}

/* Whether block k is kept, and is part of a table or listing. */
static bool may_have_caption(const struct judge *j, size_t k) {
    return k < j->page->n_blocks && j->selection->kept[k] &&
           (is_cell(j->page, k) || (j->page->blocks[k].flags & BLOCK_PRE));
}

static bool is_within(const struct judge *j, size_t k, uint32_t element) {
    uint32_t node = j->page->blocks[k].first_node;
    return node > element && node < j->page->dom.nodes[element].end;
}

/* Keeps the caption of a kept table or listing, which is in the same element. */
static void judge_caption(struct judge *j, size_t i) {
    const uint32_t most = 40; /* words */
    const struct block *block = &j->page->blocks[i];
    const struct dom_node *nodes = j->page->dom.nodes;
    bool is_below = i > 0 && may_have_caption(j, i - 1), is_above = may_have_caption(j, i + 1);
    if (j->selection->kept[i] || j->selection->rule[i] || block->counts.n_words > most ||
        (!is_below && !is_above))
        return;
    uint32_t caption = block->node;
    if (!is_caption(nodes, caption))
        caption = nodes[caption].parent;
    uint32_t around = nodes[caption].parent;
    if (is_caption(nodes, caption) &&
        ((is_below && is_within(j, i - 1, around)) || (is_above && is_within(j, i + 1, around))))
        keep(j, i, "caption of a table");
}

/* ---- terms ---- */

/* The element with `tag` that block i is, or is directly in; 0 if there is none. */
static uint32_t element_with(const struct block_page *page, size_t i, uint8_t tag) {
    const struct dom_node *nodes = page->dom.nodes;
    uint32_t node = page->blocks[i].node;
    if (nodes[node].tag != tag)
        node = nodes[node].parent;
    return nodes[node].tag == tag ? node : 0;
}

/* Keeps a term with its definition even if it is only a link, and all terms of one definition. */
static void judge_term(struct judge *j, size_t i) {
    const struct dom_node *nodes = j->page->dom.nodes;
    uint32_t term = element_with(j->page, i, DOM_DT);
    if (!term || j->selection->kept[i] || i + 1 == j->page->n_blocks || !j->selection->kept[i + 1])
        return;
    uint32_t next = element_with(j->page, i + 1, DOM_DD);
    next = next ? next : element_with(j->page, i + 1, DOM_DT);
    if (next && nodes[next].parent == nodes[term].parent)
        keep(j, i, "term");
}

/* Keeps the definition of a kept term, which says nothing without it. (wcxb +0.4 on 117 pages with
 * such lists, within chance) */
static void judge_definition(struct judge *j, size_t i) {
    const float least = 0.1f; /* as for listings */
    const uint32_t most = 60; /* words; a longer one is judged well by its own */
    const struct dom_node *nodes = j->page->dom.nodes;
    uint32_t definition = element_with(j->page, i, DOM_DD);
    if (!definition || i == 0 || j->selection->kept[i] || j->selection->rule[i] ||
        !j->selection->kept[i - 1] || j->score->final[i] < least ||
        j->page->blocks[i].counts.n_words > most)
        return;
    uint32_t term = element_with(j->page, i - 1, DOM_DT);
    if (term && nodes[term].parent == nodes[definition].parent)
        keep(j, i, "definition");
}

/* ---- listings and their labels ---- */

/* A short listing between kept blocks is part of their text: a command tells the model little. Most
 * of the longer ones that it drops are logs and the data of examples. */
static void judge_listing(struct judge *j, size_t i) {
    const uint32_t most = 20; /* words */
    const float least = 0.1f; /* below it are the addresses and keys of a page's furniture */
    const struct block *block = &j->page->blocks[i];
    const struct container around = {.end_block = (uint32_t)j->page->n_blocks};
    if ((block->flags & BLOCK_PRE) && !j->selection->kept[i] && !j->selection->rule[i] &&
        j->score->final[i] >= least && block->counts.n_words <= most &&
        has_kept_before(j, i, &around) && has_kept_after(j, i + 1, &around))
        keep(j, i, "listing");
}

/* The listing next to block i, at most a button and a name away, or NULL. */
static const struct block *listing_near(const struct judge *j, size_t i) {
    const struct block *blocks = j->page->blocks;
    enum { NEAR = 3 };
    for (size_t k = i + 1; k < j->page->n_blocks && k <= i + NEAR; k++)
        if (blocks[k].flags & BLOCK_PRE)
            return &blocks[k];
    for (size_t k = i; k-- > 0 && i - k <= NEAR;)
        if (blocks[k].flags & BLOCK_PRE)
            return &blocks[k];
    return NULL;
}

/* Whether it is a paragraph of text; one with a class may be a header (MDN). */
static bool is_paragraph(const struct block_page *page, const struct block *block) {
    return block->tag == DOM_P && !dom_has_attribute(&page->dom.nodes[block->node], DOM_ATTR_CLASS);
}

/* Buttons and the language in a listing's header are not part of the text. */
static void judge_label(struct judge *j, size_t i) {
    const struct block *block = &j->page->blocks[i];
    const uint32_t most = 4; /* words: "Copy to clipboard" */
    if (block->counts.n_words > most || (block->flags & BLOCK_PRE))
        return;
    const struct block *listing = listing_near(j, i);
    if (!listing)
        return;
    bool is_copy = listing_is_copy_label(block->text);
    if (!is_copy && !listing_is_language(block->text))
        return;
    if ((is_copy || (listing > block && !is_cell(j->page, i) && !is_paragraph(j->page, block) &&
                     !dom_heading_level(block->tag) && block->tag != DOM_LI)))
        drop(j, i, "listing's label");
}

/* Whether a button opens the block after it: either that is folded and beside it, or the button is
 * alone in a heading. */
static bool opens_next(const struct dom *dom, const struct block *button) {
    const struct dom_node *around = &dom->nodes[dom->nodes[button->node].parent];
    if (dom_heading_level(around->tag))
        return button[1].first_node >= around->end;
    return (button[1].flags & BLOCK_FOLDED) && !(button->flags & BLOCK_FOLDED) &&
           button[1].node < around->end;
}

/* Keeps the button that opens a kept panel: it names what the panel says, like <summary>. */
static void judge_button(struct judge *j, size_t i) {
    const float least = 0.3f; /* on product pages, where little is certain, buttons score less */
    const struct block *block = &j->page->blocks[i];
    if (block->tag == DOM_BUTTON && !j->selection->kept[i] && !j->selection->rule[i] &&
        i + 1 < j->page->n_blocks && j->selection->kept[i + 1] &&
        opens_next(&j->page->dom, block) && j->score->final[i] >= least)
        keep(j, i, "panel's button");
}

void embedded_apply(const struct block_page *page, const struct score *score,
                    struct selection *selection) {
    struct judge j = {page, &score->containers, score, selection};
    for (size_t i = 0; i < page->n_blocks; i++)
        if (selection->kept[i])
            judge_label(&j, i);
    for (size_t i = 0; i < page->n_blocks; i++)
        judge_listing(&j, i);
    for (size_t i = page->dom.n_nodes ? page->n_blocks : 0; i-- > 0;)
        judge_term(&j, i);
    for (size_t i = 0; i < page->n_blocks && page->dom.n_nodes; i++)
        judge_definition(&j, i);
    for (size_t i = 0; i < page->n_blocks && page->dom.n_nodes; i++)
        judge_button(&j, i);
    for (size_t i = 0; i < page->dom.n_nodes; i++) {
        const struct dom_node *node = &page->dom.nodes[i];
        uint32_t container = node->kind == DOM_ELEMENT ? j.containers->of_node[i] : CONTAINER_NONE;
        if (container == CONTAINER_NONE)
            continue;
        bool is_callout =
            page->looks[node->look].may_be_callout && callout_kind(&page->dom, (uint32_t)i).at;
        if (node->tag == DOM_TABLE)
            judge_table(&j, &j.containers->containers[container], (uint32_t)i);
        else if (node->tag == DOM_BLOCKQUOTE && !is_callout)
            judge_quote(&j, &j.containers->containers[container], (uint32_t)i);
        else if (is_callout)
            judge_callout(&j, &j.containers->containers[container]);
    }
    for (size_t i = 0; i < page->n_blocks && page->dom.n_nodes; i++)
        judge_caption(&j, i);
}

/*
 * The rule about buttons and links to the top of the page; see rule_jumps.h.
 */
#include "select/rule_jumps.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "select/repeat.h"

/* The fragment of the link that block i consists of; its `at` is NULL if it does not, or if the
 * link leads to another page. */
static struct str fragment_of(const struct block_page *page, size_t i) {
    const struct block *block = &page->blocks[i];
    const struct dom_node *nodes = page->dom.nodes;
    uint32_t node = block->first_node;
    if (block->counts.n_link_words < block->counts.n_words)
        return STR_NONE;
    while (node > block->node && nodes[node].tag != DOM_A)
        node = nodes[node].parent;
    struct str href = dom_attribute(&nodes[node], DOM_ATTR_HREF);
    return href.len && href.at[0] == '#' ? str_between(href, 1, href.len) : STR_NONE;
}

/* Whether a text says that it leads to the top or to the contents. Other links within a page are
 * content, such as the speakers of a play, or the types of parameters. */
static bool says_top(struct arena *arena, struct str text) {
    static const struct str WORDS[] = {
        STR_INIT("top"),    STR_INIT("up"),       STR_INIT("back"),   STR_INIT("contents"),
        STR_INIT("toc"),    STR_INIT("oben"),     STR_INIT("anfang"), STR_INIT("haut"),
        STR_INIT("arriba"), STR_INIT("inicio"),   STR_INIT("subir"),  STR_INIT("torna su"),
        STR_INIT("topo"),   STR_INIT("início"),   STR_INIT("boven"),  STR_INIT("góry"),
        STR_INIT("nahoru"), STR_INIT("наверх"),   STR_INIT("вверх"),  STR_INIT("к началу"),
        STR_INIT("вгору"),  STR_INIT("yukarı"),   STR_INIT("顶部"),   STR_INIT("頂部"),
        STR_INIT("目录"),   STR_INIT("目錄"),     STR_INIT("トップ"), STR_INIT("先頭"),
        STR_INIT("맨 위"),  STR_INIT("đầu trang")};
    struct arena_mark mark = arena_mark(arena);
    struct buffer folded;
    buffer_init(&folded, arena);
    utf8_append_folded(&folded, text);
    bool is_said = str_holds_any(buffer_str(&folded), WORDS, N_OF(WORDS));
    arena_release(arena, mark);
    return is_said;
}

static bool is_to_top(struct str fragment) {
    const struct str top = STR("top");
    return fragment.len == 0 || str_starts_with(fragment, top) || str_ends_with(fragment, top);
}

static bool is_jump(const struct block_page *page, size_t i) {
    const uint32_t most = 3; /* words; "Back to top" */
    const struct block *block = &page->blocks[i];
    if (block->counts.n_words > most || ruling_is_cell(block) || dom_heading_level(block->tag))
        return false;
    struct str fragment = fragment_of(page, i);
    return fragment.at && (is_to_top(fragment) || says_top(page->arena, block->text));
}

void rule_jumps(struct ruling *r) {
    const uint32_t least = 3; /* times; of links that occur less often, some are content */
    const struct block_page *page = r->page;
    if (page->dom.n_nodes == 0)
        return;
    struct repeats repeats;
    repeats_init(&repeats, page);
    size_t *first = arena_alloc(page->arena, (page->n_blocks + 1) * sizeof *first);
    uint32_t *n = arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof *n);
    for (size_t i = 0; i < page->n_blocks; i++) {
        first[i] = is_jump(page, i) ? repeats_first(&repeats, i) : page->n_blocks;
        n[first[i]]++;
    }
    for (size_t i = 0; i < page->n_blocks; i++)
        if (r->selection->kept[i] && first[i] < page->n_blocks && n[first[i]] >= least)
            ruling_drop(r, i, JUMP);
}

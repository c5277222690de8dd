/*
 * Finds the targets of links; see note_target.h.
 */
#include "render/note_target.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/str.h"
#include "base/url.h"
#include "render/note_list.h"
#include "render/note_label.h"

enum {
    MAX_BLOCKS = 30, /* of a note */
    MAX_CLIMB = 4,   /* from an anchor to the element that names it a note */
    MAX_NODES = 400, /* of a note that are searched for a link back, or of a table for its row */
    NEAR_NODES = 8   /* between a reference and the anchor that the note links back to */
};

static const size_t MAX_BYTES = 8000; /* of a note */

void note_targets_init(struct note_targets *targets, const struct block_page *page) {
    *targets = (struct note_targets){.page = page};
}

static const struct dom_node *node_at(const struct note_targets *t, uint32_t i) {
    return &t->page->dom.nodes[i];
}

/* ---- ids ---- */

static void add_id(struct note_targets *t, struct str id, uint32_t node) {
    size_t slot = hash_table_slot(&t->ids, hash_bytes(HASH_START, id));
    if (!t->nodes[slot])
        t->nodes[slot] = node;
}

static void read_ids(struct note_targets *t) {
    const struct dom *dom = &t->page->dom;
    size_t n = 0;
    for (uint32_t i = 1; i < dom->n_nodes; i++)
        n += dom->nodes[i].kind == DOM_ELEMENT && dom->nodes[i].n_attrs;
    t->ids = hash_table(t->page->arena, 2 * n + 1);
    t->nodes = arena_alloc_zero(t->page->arena, t->ids.n_slots, sizeof *t->nodes);
    for (uint32_t i = 1; i < dom->n_nodes; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT || node->tag == DOM_INPUT)
            continue;
        struct str id = dom_attribute(node, DOM_ATTR_ID), name = STR_NONE;
        if (node->tag == DOM_A)
            name = dom_attribute(node, DOM_ATTR_NAME);
        if (id.len)
            add_id(t, id, i);
        if (name.len)
            add_id(t, name, i);
    }
    t->has_ids = true;
}

static bool has_id(const struct dom_node *node, struct str id) {
    return str_equals(dom_attribute(node, DOM_ATTR_ID), id) ||
           (node->tag == DOM_A && str_equals(dom_attribute(node, DOM_ATTR_NAME), id));
}

static bool find_id(const struct note_targets *t, struct str id, uint32_t *out) {
    *out = t->nodes[hash_table_slot((struct hash_table *)&t->ids, hash_bytes(HASH_START, id))];
    return *out != 0 && has_id(node_at(t, *out), id);
}

/* The element that a link leads to, if it is on this page. */
static bool resolve(struct note_targets *t, uint32_t link, uint32_t *out) {
    struct str href = dom_attribute(node_at(t, link), DOM_ATTR_HREF);
    size_t hash = str_find_byte(href, 0, '#');
    if (hash + 1 >= href.len)
        return false;
    if (!t->has_ids)
        read_ids(t);
    /* fragments are percent-encoded although ids are not: "fn%3A1" */
    struct str id = url_decode(t->page->arena, str_between(href, hash + 1, href.len));
    if (find_id(t, id, out))
        return true;
    struct buffer prefixed; /* GitHub and other sanitizers add a prefix to ids */
    buffer_init(&prefixed, t->page->arena);
    buffer_append(&prefixed, STR("user-content-"));
    buffer_append(&prefixed, id);
    return find_id(t, buffer_str(&prefixed), out);
}

bool note_target_of(struct note_targets *t, uint32_t link, uint32_t *out) {
    if (!resolve(t, link, out))
        return false;
    ARENA_PUSH(t->page->arena, t->found, t->n_found, t->cap_found) = *out;
    return true;
}

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

void note_targets_sort(struct note_targets *t) {
    if (t->n_found == 0)
        return;
    qsort(t->found, t->n_found, sizeof *t->found, by_number);
    size_t n = 0;
    for (size_t i = 0; i < t->n_found; i++)
        if (n == 0 || t->found[i] != t->found[n - 1])
            t->found[n++] = t->found[i];
    t->n_found = n;
}

/* The number of targets at or after a node. */
static size_t target_from(const struct note_targets *t, uint32_t node) {
    size_t low = 0, high = t->n_found;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->found[middle] < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t n_targets_in(const struct note_targets *t, uint32_t i) {
    return target_from(t, node_at(t, i)->end) - target_from(t, i);
}

/* ---- items ---- */

static bool is_block_level(const struct dom_node *node) {
    return (dom_tag_traits(node->tag) & DOM_IS_BLOCK) != 0;
}

static bool has_digit(struct str s) {
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.at[i]))
            return true;
    return false;
}

/* Whether the element around an item is only a wrapper. */
static bool is_wrapper(const struct note_targets *t, uint32_t outer, uint32_t inner) {
    const struct dom_node *nodes = t->page->dom.nodes;
    uint8_t tag = nodes[outer].tag;
    if (outer == 0 || tag == DOM_BODY || tag == DOM_ARTICLE || tag == DOM_MAIN || tag == DOM_OL ||
        tag == DOM_UL || tag == DOM_SECTION || tag == DOM_TD || n_targets_in(t, outer) > 1)
        return false;
    bool is_same =
        block_find_from(t->page, outer) == block_find_from(t->page, inner) &&
        block_find_from(t->page, nodes[outer].end) == block_find_from(t->page, nodes[inner].end);
    bool is_numbered = has_digit(dom_attribute(&nodes[outer], DOM_ATTR_ID));
    return is_same || tag == DOM_LI || tag == DOM_DD || (is_numbered && tag == DOM_DIV);
}

/* The end of the siblings after an item up to the next target: its text, if the item is only a
 * label. */
static uint32_t end_of_siblings(const struct note_targets *t, uint32_t item) {
    const struct dom_node *nodes = t->page->dom.nodes;
    uint32_t outer_end = nodes[nodes[item].parent].end;
    size_t next = target_from(t, nodes[item].end);
    if (next == t->n_found || t->found[next] >= outer_end)
        return outer_end;
    uint32_t end = t->found[next];
    while (nodes[end].parent != nodes[item].parent)
        end = nodes[end].parent;
    return end;
}

static bool is_only_label(const struct note_targets *t, const struct note *note) {
    const struct block *block = &t->page->blocks[note->first_block];
    return note->end_block == note->first_block + 1 && note_label(block->text).len > 0;
}

static bool is_short(const struct note_targets *t, const struct note *note) {
    size_t n_bytes = 0;
    if (note->end_block - note->first_block > MAX_BLOCKS)
        return false;
    for (uint32_t i = note->first_block; i < note->end_block; i++) {
        n_bytes += t->page->blocks[i].text.len;
        if (dom_heading_level(t->page->blocks[i].tag) && i > note->first_block)
            return false;
    }
    return n_bytes <= MAX_BYTES;
}

static bool is_of_other_kind(uint8_t tag) {
    return tag == DOM_TABLE || tag == DOM_FIGURE || tag == DOM_IMG || tag == DOM_SECTION ||
           tag == DOM_ARTICLE || tag == DOM_MAIN || tag == DOM_BODY || tag == DOM_PRE ||
           tag == DOM_MATH || tag == DOM_NAV || tag == DOM_OL || tag == DOM_UL;
}

/* Whether an element is a side note, which has blocks of its own within those of the text. */
static bool is_side_note(const struct note_targets *t, uint32_t target) {
    const struct dom_node *node = node_at(t, target);
    if (!t->page->blocks || is_block_level(node))
        return false;
    uint32_t first = block_find_from(t->page, target), end = block_find_from(t->page, node->end);
    return first < end && (t->page->blocks[first].flags & BLOCK_NOTE) &&
           (t->page->blocks[end - 1].flags & BLOCK_NOTE);
}

static void set_item(const struct note_targets *t, uint32_t item, struct note *out) {
    *out = (struct note){.first_node = item, .end_node = node_at(t, item)->end, .around = item};
    out->first_block = block_find_from(t->page, item);
    out->end_block = block_find_from(t->page, out->end_node);
}

static uint32_t next_of_tag(const struct dom_node *nodes, uint32_t from, uint32_t end,
                            uint8_t tag) {
    while (from < end && !(nodes[from].kind == DOM_ELEMENT && nodes[from].tag == tag))
        from++;
    return from;
}

/* The row of a table that has no other, and in it a label and text: Docutils and Sphinx used to
 * write each note as such a table. 0 for other tables. */
static uint32_t row_of_note(const struct note_targets *t, uint32_t table) {
    const struct dom_node *nodes = t->page->dom.nodes;
    uint32_t end = nodes[table].end;
    if (end > table + MAX_NODES)
        return 0;
    uint32_t row = next_of_tag(nodes, table, end, DOM_TR);
    if (row == end || next_of_tag(nodes, nodes[row].end, end, DOM_TR) < end)
        return 0;
    uint32_t first = block_find_from(t->page, row);
    bool has_text = block_find_from(t->page, nodes[row].end) > first + 1;
    return has_text && note_label(t->page->blocks[first].text).len ? row : 0;
}

bool note_item_of(const struct note_targets *t, uint32_t target, struct note *out) {
    const struct dom_node *nodes = t->page->dom.nodes;
    if (nodes[target].tag == DOM_TABLE && !(target = row_of_note(t, target)))
        return false;
    if (is_of_other_kind(nodes[target].tag) && nodes[target].tag != DOM_SECTION)
        return false;
    if (is_side_note(t, target)) {
        set_item(t, target, out);
        return is_short(t, out);
    }
    uint32_t item = target;
    while (item && !is_block_level(&nodes[item]))
        item = nodes[item].parent;
    if (nodes[item].tag == DOM_TD || nodes[item].tag == DOM_TH)
        item = nodes[item].parent;
    while (nodes[item].tag != DOM_TR && is_wrapper(t, nodes[item].parent, item))
        item = nodes[item].parent;
    if (is_of_other_kind(nodes[item].tag))
        return false;
    set_item(t, item, out);
    if (out->first_block >= out->end_block)
        return false;
    if (is_only_label(t, out)) {
        out->around = nodes[item].parent;
        out->end_node = end_of_siblings(t, item);
        out->end_block = block_find_from(t->page, out->end_node);
    } else if (dom_heading_level(nodes[item].tag)) {
        return false;
    }
    return is_short(t, out);
}

/* ---- what is a note ---- */

static bool names_note(struct str name) {
    static const struct str PARTS[] = {
        STR_INIT("footnote"),  STR_INIT("endnote"),  STR_INIT("sidenote"), STR_INIT("noteref"),
        STR_INIT("reference"), STR_INIT("citation"), STR_INIT("cite"),     STR_INIT("biblio"),
        STR_INIT("bib."),      STR_INIT("ftn"),      STR_INIT("edn"),      STR_INIT("foot_note")};
    static const struct str STARTS[] = {STR_INIT("fn"),   STR_INIT("note"), STR_INIT("ref"),
                                        STR_INIT("foot"), STR_INIT("bib"),  STR_INIT("easy-foot")};
    char lower[64];
    size_t n = name.len < sizeof lower ? name.len : sizeof lower;
    for (size_t i = 0; i < n; i++)
        lower[i] = ascii_lower(name.at[i]);
    struct str s = {lower, n};
    return str_any(s, STARTS, N_OF(STARTS), str_starts_with) ||
           str_holds_any(s, PARTS, N_OF(PARTS));
}

static bool is_named_note(const struct dom_node *node) {
    struct str class = dom_attribute(node, DOM_ATTR_CLASS), token;
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;)
        if (names_note(token))
            return true;
    struct str id = dom_attribute(node, DOM_ATTR_ID), role = dom_attribute(node, DOM_ATTR_ROLE);
    return names_note(id) || names_note(role);
}

static bool is_named_above(const struct note_targets *t, uint32_t i) {
    for (int up = 0; up < MAX_CLIMB && i; up++, i = node_at(t, i)->parent)
        if (is_named_note(node_at(t, i)))
            return true;
    return false;
}

static bool leads_back(struct note_targets *t, uint32_t link, const struct note *note) {
    uint32_t end = note->end_node;
    if (end > note->first_node + MAX_NODES)
        end = note->first_node + MAX_NODES;
    for (uint32_t i = note->first_node; i < end; i++) {
        const struct dom_node *node = node_at(t, i);
        uint32_t to;
        if (node->kind == DOM_ELEMENT && node->tag == DOM_A && resolve(t, i, &to) &&
            to <= link + NEAR_NODES && to + NEAR_NODES >= link)
            return true;
    }
    return false;
}

/* Whether the link is superscript, or is named a reference. */
static bool is_reference(const struct note_targets *t, uint32_t link) {
    uint32_t i = link;
    for (int up = 0; up < 3 && i; up++, i = node_at(t, i)->parent)
        if (node_at(t, i)->tag == DOM_SUP || is_named_note(node_at(t, i)))
            return true;
    return link + 1 < node_at(t, link)->end && node_at(t, link + 1)->tag == DOM_SUP;
}

bool note_is_likely(struct note_targets *t, uint32_t link, uint32_t target,
                    const struct note *note) {
    return is_named_above(t, target) || is_reference(t, link) || leads_back(t, link, note);
}

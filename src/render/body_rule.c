/*
 * Finds <hr> between the pieces of a body; see body_rule.h.
 */
#include "render/body_rule.h"

#include "base/ascii.h"

static uint32_t start_of(const struct body_tree *tree, const struct piece *piece) {
    return piece->is_image ? tree->images[piece->index].node
                           : tree->page->blocks[piece->index].first_node;
}

static bool is_within(const struct dom_node *nodes, uint32_t node, uint32_t element) {
    return node > element && node < nodes[element].end;
}

static bool is_rule(const struct dom_node *node) {
    return node->kind == DOM_ELEMENT &&
           (node->tag == DOM_HR ||
            (node->tag == DOM_DIV && node->n_attrs &&
             str_equals(dom_attribute(node, DOM_ATTR_ROLE), STR("separator"))));
}

/* Whether an element contains nothing but a rule. */
static bool is_wrapper(const struct dom_node *nodes, uint32_t element) {
    enum { MAX_NODES = 6 };
    if (nodes[element].end - element > MAX_NODES)
        return false;
    for (uint32_t i = element + 1; i < nodes[element].end; i++)
        if (nodes[i].kind == DOM_TEXT ? str_trim(nodes[i].text).len > 0
                                      : nodes[i].tag != DOM_HR && nodes[i].tag != DOM_DIV)
            return false;
    return true;
}

/* The element around a rule and its wrappers. */
static uint32_t parent_of(const struct dom_node *nodes, uint32_t rule) {
    uint32_t i = nodes[rule].parent;
    while (i && is_wrapper(nodes, i))
        i = nodes[i].parent;
    return i;
}

/* Whether the next block after a rule is a note: the rule only separates the notes, which come last
 * anyway. */
static bool is_before_note(const struct body_tree *tree, uint32_t rule) {
    uint32_t next = block_find_from(tree->page, rule);
    return tree->notes.is_note && next < tree->page->n_blocks && tree->notes.is_note[next];
}

/* Whether a rule lies between two nodes and the element around it contains one of them. */
static bool has_rule(const struct body_tree *tree, uint32_t from, uint32_t to) {
    const struct dom_node *nodes = tree->page->dom.nodes;
    for (uint32_t i = from + 1; i < to; i++) {
        if (!is_rule(&nodes[i]) || is_before_note(tree, i))
            continue;
        uint32_t around = parent_of(nodes, i);
        if (is_within(nodes, from, around) || is_within(nodes, to, around))
            return true;
    }
    return false;
}

/* Whether a text is drawn as a rule: "* * *", "---". */
static bool is_drawn_rule(struct str text) {
    enum { MIN_SIGNS = 3, MAX_BYTES = 80 };
    size_t n = 0;
    if (str_equals(text, STR("\u2042"))) /* an asterism */
        return true;
    for (size_t i = 0; i < text.len && text.len <= MAX_BYTES; i++) {
        if (text.at[i] != ' ' && text.at[i] != text.at[0])
            return false;
        n += text.at[i] == text.at[0];
    }
    return n >= MIN_SIGNS && ascii_is_one_of(text.at[0], "*-_~");
}

/* Whether piece i is a rule made of signs, between two pieces of the same text. */
static bool is_rule_of_signs(const struct body_tree *tree, size_t i) {
    const struct piece *piece = &tree->pieces[i];
    uint8_t kind = tree->sections[piece->section].kind;
    return i > 0 && i + 1 < tree->n_pieces && !piece->is_image &&
           (kind == SECTION_ROOT || kind == SECTION_QUOTE) && piece[1].section == piece->section &&
           is_drawn_rule(inline_plain(tree->reader.source, piece->index));
}

/* Replaces paragraphs that only draw a rule by one. */
static void replace_drawn_rules(struct body_tree *tree) {
    size_t n = 0;
    bool is_owed = false;
    for (size_t i = 0; i < tree->n_pieces; i++) {
        if (is_rule_of_signs(tree, i)) {
            is_owed = true;
            continue;
        }
        tree->pieces[n] = tree->pieces[i];
        tree->pieces[n++].has_rule |= is_owed;
        is_owed = false;
    }
    tree->n_pieces = n;
}

void body_rule_find(struct body_tree *tree) {
    const uint8_t *is_note = tree->notes.is_note;
    if (tree->page->dom.n_nodes == 0)
        return;
    for (size_t i = 1; i < tree->n_pieces; i++) {
        if (is_note && !tree->pieces[i].is_image && is_note[tree->pieces[i].index])
            continue;
        if (tree->pieces[i - 1].is_label)
            continue; /* it comes from elsewhere */
        uint32_t from = start_of(tree, &tree->pieces[i - 1]), to = start_of(tree, &tree->pieces[i]);
        if (from < to)
            tree->pieces[i].has_rule = has_rule(tree, from, to);
    }
    replace_drawn_rules(tree);
}

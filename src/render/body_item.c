/*
 * Handles lists and their items; see body_item.h.
 */
#include "render/body_item.h"

#include "base/ascii.h"

/* ---- numbers ---- */

/* CommonMark allows 9 digits; this leaves space for a list's items. */
enum { MAX_NUMBER = 999999999 - (1 << 24) };

static bool is_item(const struct item_reader *reader, uint32_t i) {
    const struct dom_node *node = &reader->dom->nodes[i];
    return node->kind == DOM_ELEMENT &&
           (node->tag == DOM_LI || (node->tag == DOM_TR && reader->kinds[i] == SECTION_ITEM));
}

/* The node after one in a list that may be an item of that list: items may be in wrappers. */
static uint32_t after_in_list(const struct item_reader *reader, uint32_t i) {
    const struct dom_node *node = &reader->dom->nodes[i];
    bool is_whole = node->kind == DOM_TEXT || is_item(reader, i) || node->tag == DOM_OL ||
                    node->tag == DOM_UL || reader->kinds[i] == SECTION_LIST;
    return is_whole ? node->end : i + 1;
}

uint32_t body_item_number(const struct item_reader *reader, struct draft *list, uint32_t child) {
    const struct dom_node *nodes = reader->dom->nodes;
    for (uint32_t i = list->next_node; i <= child; i = after_in_list(reader, i)) {
        if (!is_item(reader, i) && i != child)
            continue;
        list->ordinal = section_number(&nodes[i], DOM_ATTR_VALUE, list->next_ordinal, MAX_NUMBER);
        if (!list->is_reversed)
            list->next_ordinal = list->ordinal + 1;
        else
            list->next_ordinal = list->ordinal ? list->ordinal - 1 : 0;
    }
    list->next_node = nodes[child].end;
    return list->ordinal;
}

uint32_t body_item_first_number(const struct item_reader *reader, uint32_t node) {
    const struct dom_node *list = &reader->dom->nodes[node];
    uint32_t n_items = 0;
    if (list->tag == DOM_TABLE)
        return 1;
    if (list->tag != DOM_OL)
        return 0;
    if (!dom_has_attribute(list, DOM_ATTR_REVERSED))
        return section_number(list, DOM_ATTR_START, 1, MAX_NUMBER);
    for (uint32_t i = node + 1; i < list->end; i = after_in_list(reader, i))
        n_items += is_item(reader, i);
    return section_number(list, DOM_ATTR_START, n_items, MAX_NUMBER);
}

/* ---- lists of several elements ---- */

/* Whether there is nothing between two elements, not even the edge of a box. */
static bool is_directly_after(const struct dom *dom, uint32_t first, uint32_t second) {
    enum { MOST_NODES = 3 }; /* white space and comments */
    const struct dom_node *nodes = dom->nodes;
    uint32_t i = nodes[first].end;
    if (nodes[first].parent != nodes[second].parent || second < i || second - i > MOST_NODES)
        return false;
    while (i < second && nodes[i].kind == DOM_TEXT && !str_trim(nodes[i].text).len)
        i++;
    return i == second;
}

/* The class of a list in a published Google document, "lst-kix_abc-1", without its level, which
 * *level receives. STR_NONE for all other lists. */
static struct str document_list(const struct dom_node *list, uint32_t *level) {
    static const struct str START = STR_INIT("lst-kix_");
    struct str class = dom_attribute(list, DOM_ATTR_CLASS);
    size_t at = str_find(class, START);
    if (at == class.len)
        return STR_NONE;
    struct str name = str_before(str_between(class, at, class.len), ' ');
    if (!ascii_is_digit(name.at[name.len - 1]))
        return STR_NONE;
    *level = (uint32_t)(name.at[name.len - 1] - '0');
    return str_between(name, 0, name.len - 1);
}

/* Whether a list continues the one before it that has been written as an element of its own: its
 * number is the next one, or both have a single item and look alike (Notion, word processors). */
static bool is_next_part(const struct item_reader *reader, const struct draft *last,
                         const struct draft *list) {
    const struct dom_node *nodes = reader->dom->nodes;
    const struct dom_node *a = &nodes[last->section.node], *b = &nodes[list->section.node];
    if (a->tag != b->tag || last->is_reversed || list->is_reversed)
        return false;
    if (b->tag == DOM_OL)
        return section_number(b, DOM_ATTR_START, 1, MAX_NUMBER) == last->next_ordinal &&
               str_equals(dom_attribute(a, DOM_ATTR_TYPE), dom_attribute(b, DOM_ATTR_TYPE));
    return last->n_members == 1 && list->n_members == 1 &&
           str_equals(dom_attribute(a, DOM_ATTR_CLASS), dom_attribute(b, DOM_ATTR_CLASS));
}

/* The same for a Google document, where each change of level begins a new list. */
static bool continues_document(const struct item_reader *reader, const struct draft *list,
                               uint32_t level, uint32_t *outer) {
    const struct dom_node *nodes = reader->dom->nodes;
    const struct draft *open = &reader->drafts[reader->open[level]];
    if (reader->open[level] && nodes[open->section.node].tag == nodes[list->section.node].tag) {
        *outer = open->index;
        return true;
    }
    while (level > 0 && !reader->open[level - 1])
        level--;
    if (level > 0) {
        open = &reader->drafts[reader->open[level - 1]];
        *outer = reader->last_items[open->index];
    }
    return false;
}

bool body_item_continues(struct item_reader *reader, const struct draft *list, uint32_t *outer) {
    uint32_t last = reader->drafts[list->section.parent].last_list, level = 0, last_level = 0;
    const struct draft *before = &reader->drafts[last];
    struct str name = document_list(&reader->dom->nodes[list->section.node], &level);
    bool is_after =
        last && is_directly_after(reader->dom, before->section.node, list->section.node);
    if (name.at) {
        struct str last_name =
            last ? document_list(&reader->dom->nodes[before->section.node], &last_level) : STR_NONE;
        bool is_same = is_after && str_equals(name, last_name);
        for (uint32_t i = is_same ? level + 1 : 0; i < BODY_ITEM_N_LEVELS; i++)
            reader->open[i] = 0;
        return is_same && continues_document(reader, list, level, outer);
    }
    if (!is_after || !is_next_part(reader, before, list))
        return false;
    *outer = before->index;
    return true;
}

void body_item_add(struct item_reader *reader, uint32_t draft) {
    const struct draft *list = &reader->drafts[draft];
    uint32_t level;
    reader->drafts[list->section.parent].last_list = draft;
    if (document_list(&reader->dom->nodes[list->section.node], &level).at)
        reader->open[level] = draft;
}

/* ---- labels ---- */

static bool is_all_of(struct str s, struct str set) {
    for (size_t i = 0; i < s.len; i++)
        if (!str_has_byte(set, s.at[i]))
            return false;
    return s.len > 0;
}

static bool is_number(struct str s) {
    enum { MOST_DIGITS = 4 };
    return s.len <= MOST_DIGITS && is_all_of(s, STR("0123456789"));
}

/* Whether a text is what numbers items: a letter, digits, or a Roman numeral. */
static bool is_counter(struct str s) {
    enum { MOST_BYTES = 6 };
    return (s.len == 1 && ascii_is_letter(s.at[0])) || is_number(s) ||
           (s.len <= MOST_BYTES && (is_all_of(s, STR("ivxl")) || is_all_of(s, STR("IVXL"))));
}

static bool is_bullet(struct str text) {
    static const struct str BULLETS[] = {STR_INIT("\u2022"), STR_INIT("\u00B7"), STR_INIT("\u2219"),
                                         STR_INIT("\u2013"), STR_INIT("\u2014"), STR_INIT("\u25E6"),
                                         STR_INIT("\u25CF"), STR_INIT("\u25CB"), STR_INIT("\u25AA"),
                                         STR_INIT("\u2043"), STR_INIT("\u2023"), STR_INIT("-"),
                                         STR_INIT("*")};
    return str_any(text, BULLETS, N_OF(BULLETS), str_equals);
}

/* What an item's first block says: "1." in *number; whether it is a label at all. */
static bool is_label(struct str text, struct str *number) {
    size_t start = text.len && text.at[0] == '(', end = text.len;
    *number = STR_NONE;
    if (is_bullet(text))
        return true;
    if (end > start && ascii_is_one_of(text.at[end - 1], ".)"))
        end--;
    struct str counter = str_between(text, start, end);
    if (is_number(counter) && start == 0)
        *number = counter;
    return is_counter(counter) && (end < text.len || number->at);
}

/* Drops the bullet, or keeps the label, of an item that begins with that block; false if its text
 * is neither. A list with a label that is not a number is not numbered. */
static bool read_label(const struct dom *dom, struct section *sections, struct section *item,
                       uint32_t block, struct str text) {
    struct section *list = &sections[item->parent];
    struct str number;
    uint32_t n = 0;
    if (!is_label(text, &number))
        return false;
    if (is_bullet(text)) {
        list->is_ordered = false;
        return true;
    }
    for (size_t i = 0; i < number.len; i++)
        n = n * 10 + (uint32_t)(number.at[i] - '0');
    bool is_bare = number.len == text.len;
    bool was_ordered = list->is_ordered || dom->nodes[list->node].tag == DOM_OL;
    if (was_ordered && number.at && (!is_bare || n == item->ordinal))
        item->ordinal = n;
    else if (is_bare)
        return false;
    else
        list->is_ordered = false;
    item->label = text;
    item->label_block = block;
    return true;
}

/* In a list that is still numbered, the labels are the numbers that it writes itself. */
static void drop_numbers(struct body_tree *tree) {
    for (size_t i = 1; i < tree->n_sections; i++) {
        struct section *item = &tree->sections[i];
        if (item->kind == SECTION_ITEM && tree->sections[item->parent].is_ordered)
            item->label = STR_NONE;
    }
}

void body_item_find_labels(struct body_tree *tree) {
    struct section *sections = tree->sections;
    uint32_t last = 0;
    size_t n = 0;
    for (size_t i = 0; i < tree->n_pieces; i++) {
        struct piece piece = tree->pieces[i];
        bool is_first = piece.section > last && sections[piece.section].kind == SECTION_ITEM;
        last = piece.section > last ? piece.section : last;
        bool may_be_label =
            is_first && i + 1 < tree->n_pieces && tree->pieces[i + 1].section == piece.section;
        if (!may_be_label ||
            !read_label(&tree->page->dom, sections, &sections[piece.section], piece.index,
                        inline_plain(tree->reader.source, piece.index)))
            tree->pieces[n++] = piece;
    }
    tree->n_pieces = n;
    drop_numbers(tree);
}

/*
 * Derives kinds and numbers from tags, roles and attributes; see section_kind.h.
 */
#include "render/section_kind.h"

#include "base/ascii.h"
#include "page/callout.h"
#include "page/style/style.h"

static enum section_kind kind_of_tag(uint8_t tag) {
    switch (tag) {
    case DOM_BLOCKQUOTE:
        return SECTION_QUOTE;
    case DOM_UL:
    case DOM_OL:
    case DOM_MENU:
        return SECTION_LIST;
    case DOM_LI:
        return SECTION_ITEM;
    case DOM_DL:
        return SECTION_TERMS;
    case DOM_DT:
        return SECTION_TERM;
    case DOM_DD:
        return SECTION_DEFINITION;
    case DOM_TABLE:
        return SECTION_TABLE;
    case DOM_TR:
        return SECTION_ROW;
    case DOM_TD:
    case DOM_TH:
        return SECTION_CELL;
    case DOM_PRE:
    case DOM_LISTING:
    case DOM_XMP:
    case DOM_PLAINTEXT:
        return SECTION_CODE;
    default:
        return dom_heading_level(tag) ? SECTION_HEADING : SECTION_ROOT;
    }
}

/* Roles of elements that scripts build from <div>. */
static const struct {
    struct str role;
    enum section_kind kind;
} ROLES[] = {
    {STR_INIT("list"), SECTION_LIST},         {STR_INIT("listitem"), SECTION_ITEM},
    {STR_INIT("heading"), SECTION_HEADING},   {STR_INIT("table"), SECTION_TABLE},
    {STR_INIT("grid"), SECTION_TABLE},        {STR_INIT("row"), SECTION_ROW},
    {STR_INIT("cell"), SECTION_CELL},         {STR_INIT("gridcell"), SECTION_CELL},
    {STR_INIT("columnheader"), SECTION_CELL}, {STR_INIT("rowheader"), SECTION_CELL},
};

static enum section_kind kind_of_role(const struct dom_node *element) {
    struct str role = dom_attribute(element, DOM_ATTR_ROLE);
    for (size_t i = 0; i < N_OF(ROLES); i++)
        if (str_equals(role, ROLES[i].role))
            return ROLES[i].kind;
    return SECTION_ROOT;
}

/* A sentence of the text, repeated in large letters (Substack and others). */
static bool is_pull_quote(const struct dom_node *element) {
    return (element->tag == DOM_DIV || element->tag == DOM_ASIDE) &&
           (dom_has_class(element, STR("pullquote")) || dom_has_class(element, STR("pull-quote")));
}

enum section_kind section_kind_of(const struct dom *dom, uint32_t i, const struct look *look) {
    const struct dom_node *element = &dom->nodes[i];
    enum section_kind kind = kind_of_tag(element->tag);
    if (kind == SECTION_QUOTE && dom_has_class(element, STR("postcontent")))
        return SECTION_ROOT; /* vBulletin sets posts in quotes */
    if (kind == SECTION_TABLE && dom_has_class(&dom->nodes[element->parent], STR("colist")))
        return SECTION_LIST; /* Asciidoctor sets the explanations of a listing's callouts in one */
    if (kind != SECTION_ROOT || element->n_attrs == 0)
        return kind;
    if (dom_has_attribute(element, DOM_ATTR_ROLE) &&
        (element->tag == DOM_DIV || element->tag == DOM_P))
        kind = kind_of_role(element);
    if (kind != SECTION_ROOT)
        return kind;
    bool is_quote = (look->may_be_callout && callout_kind(dom, i).at) || is_pull_quote(element);
    return is_quote ? SECTION_QUOTE : SECTION_ROOT;
}

uint32_t section_heading_level(const struct dom_node *element) {
    enum { LOWEST = 6, USUAL = 2 };
    uint32_t level = (uint32_t)dom_heading_level(element->tag);
    if (!level)
        level = section_number(element, DOM_ATTR_ARIA_LEVEL, USUAL, LOWEST);
    return level ? level : USUAL;
}

bool section_is_header_cell(const struct dom_node *cell) {
    struct str role = dom_attribute(cell, DOM_ATTR_ROLE);
    return cell->tag == DOM_TH || str_equals(role, STR("columnheader")) ||
           str_equals(role, STR("rowheader"));
}

enum section_kind section_table_part(const struct dom_node *element) {
    enum section_kind kind = SECTION_ROOT;
    if (element->kind == DOM_ELEMENT)
        kind = element->tag == DOM_DIV ? kind_of_role(element) : kind_of_tag(element->tag);
    return kind == SECTION_ROW || kind == SECTION_CELL ? kind : SECTION_ROOT;
}

bool section_is_broken_code(const struct block_page *page, const struct block *block) {
    if ((block->tag != DOM_P && block->tag != DOM_DIV) || !str_has_byte(block->text, '\n'))
        return false;
    for (uint32_t i = block->first_mark; i < block->first_mark + block->n_marks; i++) {
        const struct block_mark *mark = &page->marks[i];
        if (mark->kind == INLINE_CODE && mark->start == 0 && mark->end == block->text.len)
            return true;
    }
    return false;
}

uint32_t section_number(const struct dom_node *element, enum dom_attr_name name, uint32_t otherwise,
                        uint32_t most) {
    struct str value = str_trim(dom_attribute(element, name));
    uint32_t n = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (!ascii_is_digit(value.at[i]) || n > most / 10)
            return otherwise;
        n = n * 10 + (uint32_t)(value.at[i] - '0');
    }
    return value.len && n <= most ? n : otherwise;
}

/* Classes of systems that draw checkboxes without <input>: Notion, DokuWiki, Asciidoctor,
 * Discourse. */
static enum section_task task_of_class(struct str class) {
    static const struct str DONE[] = {STR_INIT("checkbox-on"), STR_INIT("checkbox-checked"),
                                      STR_INIT("fa-check-square"), STR_INIT("fa-square-check"),
                                      STR_INIT("chcklst-box checked")};
    static const struct str OPEN[] = {STR_INIT("checkbox-off"), STR_INIT("fa-square"),
                                      STR_INIT("chcklst-box")};
    if (str_holds_any(class, DONE, N_OF(DONE)))
        return TASK_DONE;
    return str_holds_any(class, OPEN, N_OF(OPEN)) ? TASK_OPEN : TASK_NONE;
}

/* Confluence marks the items themselves. */
static enum section_task task_of_list(const struct dom_node *list, const struct dom_node *item) {
    if (!dom_has_class(list, STR("inline-task-list")))
        return TASK_NONE;
    return dom_has_class(item, STR("checked")) ? TASK_DONE : TASK_OPEN;
}

struct str section_task_mark(enum section_task task) {
    return task == TASK_DONE ? STR("\u2611 ") : task == TASK_OPEN ? STR("\u2610 ") : STR("");
}

/* Whether a checkbox only folds an item by CSS, and marks no task. */
static bool is_toggle(const struct dom_node *node) {
    static const struct str PARTS[] = {STR_INIT("fold"), STR_INIT("toggle"), STR_INIT("collaps"),
                                       STR_INIT("expand"), STR_INIT("accordion")};
    return node->tag == DOM_INPUT &&
           (str_holds_any(dom_attribute(node, DOM_ATTR_CLASS), PARTS, N_OF(PARTS)) ||
            str_holds_any(dom_attribute(node, DOM_ATTR_ID), PARTS, N_OF(PARTS)));
}

/* Whether an item, or the checkbox in it, is an ingredient's: cooks tick off what they have. */
static bool is_ingredient(const struct dom_node *node) {
    static const struct str PARTS[] = {STR_INIT("ngredi"), STR_INIT("recipe"), STR_INIT("wprm")};
    return str_holds_any(dom_attribute(node, DOM_ATTR_CLASS), PARTS, N_OF(PARTS)) ||
           str_holds_any(dom_attribute(node, DOM_ATTR_ID), PARTS, N_OF(PARTS));
}

enum section_task section_task_of(const struct dom *dom, uint32_t item) {
    enum { REACH = 6 }; /* nodes; a checkbox is first in its item, inside <p> and <label> at most */
    for (uint32_t i = item + 1; i < dom->nodes[item].end && i <= item + REACH; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind == DOM_TEXT && str_trim(node->text).len > 0)
            break;
        if (node->kind == DOM_TEXT)
            continue;
        if (is_toggle(node) || is_ingredient(node) || is_ingredient(&dom->nodes[item]))
            return TASK_NONE;
        if (node->tag == DOM_INPUT &&
            str_equals_lower(dom_attribute(node, DOM_ATTR_TYPE), STR("checkbox")))
            return dom_has_attribute(node, DOM_ATTR_CHECKED) ? TASK_DONE : TASK_OPEN;
        enum section_task task = task_of_class(dom_attribute(node, DOM_ATTR_CLASS));
        if (task != TASK_NONE)
            return task;
    }
    return task_of_list(&dom->nodes[dom->nodes[item].parent], &dom->nodes[item]);
}

static enum section_align align_named(struct str value) {
    if (str_equals_lower(value, STR("center")))
        return ALIGN_CENTER;
    bool is_right = str_equals_lower(value, STR("right")) || str_equals_lower(value, STR("end"));
    return is_right ? ALIGN_RIGHT : ALIGN_NONE;
}

/* The style of an element comes before its attribute. */
enum section_align section_align_of(const struct dom_node *cell) {
    static const struct str RIGHT[] = {
        STR_INIT("text-right"), STR_INIT("text-end"),      /* Bootstrap */
        STR_INIT("align-right"), STR_INIT("align_right")}; /* WordPress, Asciidoctor, LaTeXML */
    static const struct str CENTER[] = {STR_INIT("text-center"), STR_INIT("align-center"),
                                        STR_INIT("align_center")};
    struct str style = dom_attribute(cell, DOM_ATTR_STYLE), name, value;
    struct str class = dom_attribute(cell, DOM_ATTR_CLASS);
    for (size_t at = 0; style_next_declaration(style, &at, &name, &value);)
        if (str_equals_lower(name, STR("text-align")))
            return align_named(value);
    if (dom_has_attribute(cell, DOM_ATTR_ALIGN))
        return align_named(dom_attribute(cell, DOM_ATTR_ALIGN));
    if (str_holds_any(class, RIGHT, N_OF(RIGHT)))
        return ALIGN_RIGHT;
    return str_holds_any(class, CENTER, N_OF(CENTER)) ? ALIGN_CENTER : ALIGN_NONE;
}

enum section_kind section_owner_of(uint8_t kind) {
    switch (kind) {
    case SECTION_ITEM:
        return SECTION_LIST;
    case SECTION_TERM:
    case SECTION_DEFINITION:
        return SECTION_TERMS;
    case SECTION_ROW:
        return SECTION_TABLE;
    case SECTION_CELL:
        return SECTION_ROW;
    case SECTION_NOTE:
        return SECTION_NOTES;
    default:
        return SECTION_ROOT;
    }
}

bool section_is_list(uint8_t kind) {
    return kind == SECTION_LIST || kind == SECTION_TERMS || kind == SECTION_NOTES;
}

bool section_holds_text(uint8_t kind) {
    return !section_is_list(kind) && kind != SECTION_TABLE && kind != SECTION_ROW;
}

/*
 * Converts Gumbo's tree to the flat array of dom.h. The only file that knows Gumbo.
 *
 * Gumbo 0.10, as shipped by Debian, has three traps that shape this file: at each error it copies
 * the stack of open tags into its error list (hence max_errors = 0), gumbo_destroy_output recurses
 * (never called: the tree is in the arena), and it does not check for NULL (the arena jumps
 * instead).
 */
#include "html/dom.h"

#include <gumbo.h>

#include "base/ascii.h"
#include "html/attr_list.h"
#include "html/element.h"
#include "html/entity.h"

const uint8_t dom_traits_of_tags[DOM_N_TAGS] = {
#define X(NAME, name, traits) [DOM_##NAME] = (traits),
    DOM_TAGS(X) DOM_NEWER_TAGS(X) DOM_LATER_TAGS(X) DOM_MATH_TAGS(X)
#undef X
};

static const char *const TAG_NAMES[DOM_N_TAGS] = {[DOM_UNKNOWN] = "unknown",
#define X(NAME, name, traits) [DOM_##NAME] = name,
                                                  DOM_TAGS(X) DOM_NEWER_TAGS(X) DOM_LATER_TAGS(X)
                                                      DOM_MATH_TAGS(X)
#undef X
};

static const uint8_t FROM_GUMBO[GUMBO_TAG_LAST + 1] = {
#define X(NAME, name, traits) [GUMBO_TAG_##NAME] = DOM_##NAME,
    DOM_TAGS(X) DOM_LATER_TAGS(X)
#undef X
};

static const uint8_t FROM_ELEMENT[ELEMENT_N] = {
#define X(NAME, name, traits) [ELEMENT_##NAME] = DOM_##NAME,
    DOM_TAGS(X) DOM_LATER_TAGS(X)
#undef X
};

static const struct str ATTR_NAMES[DOM_N_ATTRS] = {
#define X(NAME, name) [DOM_ATTR_##NAME] = {name, sizeof(name) - 1},
    DOM_ATTRS(X)
#undef X
};

static const struct {
    struct str name;
    enum dom_attr_name means;
} ALIASES[] = {
#define X(NAME, alias) {STR_INIT(alias), DOM_ATTR_##NAME},
    DOM_ATTR_ALIASES(X)
#undef X
};

const char *dom_tag_name(enum dom_tag tag) {
    return TAG_NAMES[tag];
}

struct str dom_present_attribute(const struct dom_node *element, enum dom_attr_name name) {
    for (uint32_t i = 0; i < element->n_attrs; i++)
        if (element->attrs[i].name == name)
            return element->attrs[i].value;
    return STR_NONE;
}

struct str dom_selected_attribute(const struct dom_node *element, uint8_t i) {
    if (!dom_has_attribute(element, DOM_ATTR_SELECTED))
        return STR_NONE;
    for (uint32_t k = 0; k < element->n_attrs; k++) {
        const struct dom_attr *attr = &element->attrs[k];
        if (attr->name == DOM_ATTR_SELECTED && (uint8_t)attr->value.at[0] == i)
            return str_between(attr->value, 1, attr->value.len);
    }
    return STR_NONE;
}

enum dom_attr_name dom_attr_name_of(struct str name) {
    for (int i = 0; i < DOM_ATTR_DATA; i++)
        if (str_equals_lower(name, ATTR_NAMES[i]))
            return (enum dom_attr_name)i;
    return DOM_ATTR_SELECTED;
}

struct str dom_next_name(struct str names, size_t *at) {
    size_t start = *at;
    while (start < names.len && ascii_is_space(names.at[start]))
        start++;
    size_t end = ascii_find_space(names.at, start, names.len);
    *at = end;
    return end > start ? str_between(names, start, end) : STR_NONE;
}

bool dom_has_class(const struct dom_node *element, struct str name) {
    struct str class = dom_attribute(element, DOM_ATTR_CLASS), token;
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;)
        if (str_equals(token, name))
            return true;
    return false;
}

void dom_append_text(struct buffer *out, const struct dom_node *text) {
    if (text->has_references)
        entity_append_decoded(out, text->text, false);
    else
        buffer_append(out, text->text);
}

void dom_append_element_text(struct buffer *out, const struct dom *dom, uint32_t element) {
    for (uint32_t i = element + 1; i < dom->nodes[element].end; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind == DOM_TEXT)
            dom_append_text(out, node);
        else if (dom_tag_traits(node->tag) & DOM_IS_HIDDEN)
            i = node->end - 1;
    }
}

/* The state of the conversion. `scan` is NULL if the page was parsed without a prescan, and text
 * and attribute values are literal. */
struct flattening {
    struct arena *arena;
    const struct prescan *scan;
    const struct attr_selected *selected; /* to be read from a tree that was parsed without a
                                             prescan */
    struct look_table looks;
    struct dom_node *nodes;
    size_t n_nodes, cap_nodes;
    uint32_t *descriptive;
    size_t n_descriptive, cap_descriptive;
    struct unfolding *unfolding;
    size_t n_unfolding, cap_unfolding;
    uint32_t parent; /* of the next node */
    uint16_t depth;
};

static struct dom_node *add_node(struct flattening *to, enum dom_kind kind) {
    size_t i = to->n_nodes;
    struct dom_node *node = &ARENA_PUSH(to->arena, to->nodes, to->n_nodes, to->cap_nodes);
    *node = (struct dom_node){
        .parent = to->parent, .end = (uint32_t)i + 1, .depth = to->depth, .kind = (uint8_t)kind};
    return node;
}

static void add_text(struct flattening *to, struct str text, bool has_references) {
    struct dom_node *node = add_node(to, DOM_TEXT);
    node->text = text;
    node->has_references = has_references;
}

/* DOM_N_ATTRS for a name that is not used, or whose value is not. */
static enum dom_attr_name attr_name(struct str name) {
    for (int i = 0; i < DOM_ATTR_DATA; i++)
        if (name.at[0] == ATTR_NAMES[i].at[0] && str_equals(name, ATTR_NAMES[i]))
            return (enum dom_attr_name)i;
    for (size_t i = 0; i < N_OF(ALIASES); i++)
        if (str_equals(name, ALIASES[i].name))
            return ALIASES[i].means;
    return DOM_N_ATTRS;
}

static void add_plain(struct dom_attr_list *to, struct dom_attr *attrs, enum dom_attr_name name,
                      struct str value) {
    attrs[to->n_attrs++] = (struct dom_attr){value, name};
    to->names |= UINT64_C(1) << name;
}

/* Reads the attributes from Gumbo, for a page parsed without a prescan. */
static void read_plain_attributes(const struct flattening *to, const GumboVector *from,
                                  struct dom_attr_list *out) {
    struct dom_attr *attrs = arena_alloc(to->arena, 3 * (size_t)from->length * sizeof *attrs);
    *out = (struct dom_attr_list){attrs, 0, 0};
    for (unsigned i = 0; i < from->length; i++) {
        const GumboAttribute *attribute = from->data[i];
        struct str name = str_of(attribute->name);
        if (str_starts_with(name, STR("data-")))
            add_plain(out, attrs, DOM_ATTR_DATA, str_between(name, STR("data-").len, name.len));
        enum dom_attr_name known = name.len ? attr_name(name) : DOM_N_ATTRS;
        if (known == DOM_N_ATTRS && !(out->names >> DOM_ATTR_DATA_ADDRESS & 1) &&
            str_starts_with(name, STR("data-")) && attr_is_picture(str_of(attribute->value)))
            known = DOM_ATTR_DATA_ADDRESS;
        if (known != DOM_N_ATTRS)
            add_plain(out, attrs, known, attr_bounded(known, str_of(attribute->value)));
        struct dom_attr found;
        if (to->selected &&
            attr_take_selected(to->arena, to->selected, name, str_of(attribute->value), &found))
            add_plain(out, attrs, DOM_ATTR_SELECTED, found.value);
    }
}

/* The list that an attribute's name represents; an empty one if the name is not a mark. */
static struct dom_attr_list marked_list(const struct prescan *scan,
                                        const GumboAttribute *attribute) {
    size_t i = 0, list;
    if (!prescan_next_mark(str_of(attribute->name), &i, &list) || list >= scan->n_lists)
        return (struct dom_attr_list){0};
    return scan->lists[list];
}

/* Reads one list, or all of them if Gumbo has merged tags, as it does for <html> and <body>. */
static void read_marked_attributes(const struct flattening *to, const GumboVector *from,
                                   struct dom_attr_list *out) {
    *out = marked_list(to->scan, from->data[0]);
    for (unsigned i = 1; i < from->length; i++) {
        struct dom_attr_list more = marked_list(to->scan, from->data[i]);
        if (more.n_attrs == 0)
            continue;
        struct dom_attr *all = arena_alloc(to->arena, (out->n_attrs + more.n_attrs) * sizeof *all);
        if (out->n_attrs)
            memcpy(all, out->attrs, out->n_attrs * sizeof *all);
        memcpy(all + out->n_attrs, more.attrs, more.n_attrs * sizeof *all);
        *out = (struct dom_attr_list){all, out->n_attrs + more.n_attrs, out->names | more.names};
    }
}

static struct dom_attr_list read_attributes(const struct flattening *to, const GumboVector *from) {
    struct dom_attr_list list = {0};
    if (from->length == 0)
        return list;
    if (to->scan)
        read_marked_attributes(to, from, &list);
    else
        read_plain_attributes(to, from, &list);
    return list;
}

static bool is_element(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/* An element that not every version of Gumbo knows. */
static enum dom_tag newer_tag(struct str name) {
#define X(NAME, lower, traits)                                                                     \
    if (str_equals_lower(name, STR(lower)))                                                        \
        return DOM_##NAME;
    DOM_NEWER_TAGS(X)
#undef X
    return DOM_UNKNOWN;
}

static enum dom_tag math_tag_of(struct str name) {
#define X(NAME, lower, traits)                                                                     \
    if (str_equals_lower(name, STR(lower)))                                                        \
        return DOM_##NAME;
    DOM_MATH_TAGS(X)
#undef X
    return DOM_UNKNOWN;
}

static enum dom_tag tag_of(const GumboElement *element) {
    if (element->tag_namespace == GUMBO_NAMESPACE_MATHML && element->tag != GUMBO_TAG_MATH) {
        GumboStringPiece math = element->original_tag;
        gumbo_tag_from_original_text(&math);
        return math_tag_of((struct str){math.data, math.length});
    }
    if (FROM_GUMBO[element->tag] != DOM_UNKNOWN)
        return FROM_GUMBO[element->tag];
    GumboStringPiece name = element->original_tag;
    gumbo_tag_from_original_text(&name);
    return newer_tag((struct str){name.data, name.length});
}

static bool is_descriptive(const struct dom_node *element) {
    static const uint64_t NAMES = UINT64_C(1) << DOM_ATTR_ITEMPROP |
                                  UINT64_C(1) << DOM_ATTR_PROPERTY | UINT64_C(1) << DOM_ATTR_REL;
    enum dom_tag tag = element->tag;
    return (element->attr_names & NAMES) || tag == DOM_META || tag == DOM_LINK || tag == DOM_TIME ||
           tag == DOM_HTML || dom_heading_level(tag);
}

static void add_element(struct flattening *to, enum dom_tag tag, struct dom_attr_list list) {
    struct dom_node *added = add_node(to, DOM_ELEMENT);
    added->tag = (uint8_t)tag;
    added->attrs = list.attrs;
    added->n_attrs = list.n_attrs < UINT16_MAX ? (uint16_t)list.n_attrs : UINT16_MAX;
    added->attr_names = list.names;
    if (added->tag == DOM_TEMPLATE && dom_has_attribute(added, DOM_ATTR_SHADOWROOTMODE))
        added->tag = DOM_DIV; /* a declarative shadow tree is rendered in its place */
    added->look = look_table_add(&to->looks, added->tag, dom_attribute(added, DOM_ATTR_CLASS));
    if (is_descriptive(added))
        ARENA_PUSH(to->arena, to->descriptive, to->n_descriptive, to->cap_descriptive) =
            (uint32_t)(to->n_nodes - 1);
}

static void add_gumbo_element(struct flattening *to, const GumboNode *node) {
    const GumboElement *element = &node->v.element;
    add_element(to, tag_of(element), read_attributes(to, &element->attributes));
}

/* -- Marks ------------------------------------------------------------------------------- */

/* A text node of Gumbo's, or a folded element, while its content is added. */
struct unfolding {
    struct str content;
    size_t at;
    uint32_t index;
};

static void add_folded_element(struct flattening *to, const struct digest_run *run) {
    enum dom_tag tag =
        run->element == ELEMENT_OTHER ? newer_tag(run->name) : FROM_ELEMENT[run->element];
    struct dom_attr_list list = {0};
    if (run->list > 0)
        list = to->scan->lists[run->list - 1];
    add_element(to, tag, list);
}

/* Continues in the innermost content: with white space, which becomes a node, or with a mark.
 * Returns the element that a mark began, or NULL. */
static const struct digest_run *step_unfolding(struct flattening *to, struct unfolding *top) {
    struct str text = top->content;
    size_t start = top->at, run;
    while (top->at < text.len && (unsigned char)text.at[top->at] <= ' ')
        top->at++;
    if (top->at > start) {
        add_text(to, str_between(text, start, top->at), false);
        to->nodes[to->n_nodes - 1].is_blank = true;
    }
    if (top->at == text.len)
        return NULL;
    if (!prescan_next_mark(text, &top->at, &run) || run >= to->scan->n_runs) {
        top->at++; /* a byte that the prescan never writes */
        return NULL;
    }
    const struct digest_run *found = &to->scan->runs[run];
    if (!found->is_element)
        add_text(to, found->raw, found->has_references);
    return found->is_element ? found : NULL;
}

/* Adds the nodes that the marks and white space of one of Gumbo's text nodes represent. */
static void add_marked_text(struct flattening *to, struct str text) {
    const size_t bottom = to->n_unfolding;
    const uint16_t depth = to->depth;
    ARENA_PUSH(to->arena, to->unfolding, to->n_unfolding, to->cap_unfolding) =
        (struct unfolding){text, 0, to->parent};
    while (to->n_unfolding > bottom) {
        struct unfolding *top = &to->unfolding[to->n_unfolding - 1];
        if (top->at == top->content.len) {
            if (--to->n_unfolding > bottom)
                to->nodes[top->index].end = (uint32_t)to->n_nodes;
            continue;
        }
        size_t level = depth + (to->n_unfolding - 1 - bottom);
        to->parent = top->index;
        to->depth = level < UINT16_MAX ? (uint16_t)level : UINT16_MAX;
        const struct digest_run *run = step_unfolding(to, top);
        if (!run)
            continue;
        uint32_t index = (uint32_t)to->n_nodes;
        add_folded_element(to, run);
        ARENA_PUSH(to->arena, to->unfolding, to->n_unfolding, to->cap_unfolding) =
            (struct unfolding){run->raw, 0, index};
    }
}

/* -- Tree ---------------------------------------------------------------------------------- */

static void add_leaf(struct flattening *to, const GumboNode *node) {
    if (node->type == GUMBO_NODE_COMMENT)
        return;
    struct str text = str_of(node->v.text.text);
    if (to->scan)
        add_marked_text(to, text);
    else
        add_text(to, text, false);
}

/* An element while its children are added. */
struct open_element {
    const GumboVector *children;
    unsigned next;
    uint32_t index;
};

static void flatten(struct flattening *to, const GumboNode *root, size_t max_depth) {
    struct open_element *open = NULL;
    size_t n_open = 0, cap_open = 0;
    add_gumbo_element(to, root);
    ARENA_PUSH(to->arena, open, n_open, cap_open) =
        (struct open_element){&root->v.element.children, 0, 0};
    while (n_open) {
        struct open_element *top = &open[n_open - 1];
        if (top->next == top->children->length) {
            to->nodes[top->index].end = (uint32_t)to->n_nodes;
            n_open--;
            continue;
        }
        const GumboNode *child = top->children->data[top->next++];
        to->parent = top->index;
        to->depth = n_open < UINT16_MAX ? (uint16_t)n_open : UINT16_MAX;
        if (!is_element(child)) {
            add_leaf(to, child);
            continue;
        }
        bool is_dropped = n_open > max_depth;
        if (is_dropped && dom_tag_traits(tag_of(&child->v.element)) & DOM_IS_HIDDEN)
            continue;
        struct open_element opened = {&child->v.element.children, 0,
                                      is_dropped ? top->index : (uint32_t)to->n_nodes};
        if (!is_dropped)
            add_gumbo_element(to, child);
        ARENA_PUSH(to->arena, open, n_open, cap_open) = opened;
    }
}

static void take_tree(struct arena *arena, const GumboOutput *tree, const struct prescan *scan,
                      const struct attr_selected *selected, size_t max_depth, struct dom *out) {
    struct flattening to = {.arena = arena, .scan = scan, .selected = selected};
    to.cap_nodes = scan ? 3 * scan->n_runs + 64 : 1024; /* nearly always enough; see digest.c */
    to.nodes = arena_alloc_array(arena, to.cap_nodes, sizeof *to.nodes);
    look_table_init(&to.looks, arena);
    flatten(&to, tree->root, max_depth);
    *out = (struct dom){.nodes = to.nodes,
                        .n_nodes = to.n_nodes,
                        .descriptive = to.descriptive,
                        .n_descriptive = to.n_descriptive,
                        .looks = to.looks.looks,
                        .n_looks = to.looks.n_looks};
}

static void *allocate(void *arena, size_t len) {
    return arena_alloc(arena, len);
}

static void deallocate(void *arena, void *p) {
    (void)arena;
    (void)p; /* the arena is reset as a whole */
}

static void parse(struct arena *arena, struct str html, const struct prescan *scan,
                  struct dom *out) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = arena;
    options.max_errors = 0;
    const GumboOutput *tree = gumbo_parse_with_options(&options, html.at, html.len);
    take_tree(arena, tree, scan, NULL, SIZE_MAX, out);
}

void dom_parse(struct arena *arena, const struct prescan *scan, struct dom *out) {
    parse(arena, scan->html, scan, out);
}

void dom_parse_plain(struct arena *arena, struct str page, struct dom *out) {
    parse(arena, page, NULL, out);
}

void dom_from_gumbo(struct arena *arena, const struct GumboInternalOutput *tree, unsigned max_depth,
                    const struct attr_selected *selected, struct dom *out) {
    take_tree(arena, tree, NULL, selected, max_depth, out);
}

void dom_remove(struct arena *arena, struct dom *dom, const bool *marks) {
    uint32_t *place = arena_alloc(arena, (dom->n_nodes + 1) * sizeof *place);
    uint32_t n = 0;
    for (size_t i = 0; i <= dom->n_nodes; i++) {
        place[i] = n;
        n += i < dom->n_nodes && (i == 0 || !marks[i]);
    }
    size_t n_descriptive = 0;
    for (size_t i = 0; i < dom->n_descriptive; i++) {
        uint32_t node = dom->descriptive[i];
        if (node == 0 || !marks[node])
            dom->descriptive[n_descriptive++] = place[node];
    }
    for (size_t i = 0; i < dom->n_nodes; i++) {
        struct dom_node node = dom->nodes[i];
        if (place[i + 1] == place[i])
            continue;
        node.parent = place[node.parent];
        node.end = place[node.end];
        dom->nodes[place[i]] = node;
    }
    dom->n_nodes = n;
    dom->n_descriptive = n_descriptive;
}

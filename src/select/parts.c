/*
 * Drops parts that are not content; see parts.h.
 *
 * The model knows most of them. What it keeps are long ones, whose text reads like content, and
 * short ones on pages of short blocks (products, listings, services), where little is certain.
 * Measured in cross-validation by site, all kinds together: word F1 of wcxb +1.7 thousandths, with
 * a standard error of 0.4 (78 pages better, 16 worse; products and collections +8), nothing
 * elsewhere. Of 6,800 words dropped, 5 % were main content.
 */
#include "select/parts.h"

#include "page/token.h"

/* Blocks that score more are kept. Of what roles and tags tell, hardly anything was content at any
 * score. Names are less reliable: above this, one word in five of what they tell was content, and
 * more than that in asides and dialogs. */
static const float MOST_OF_ROLE = 0.75f, MOST_OF_NAME = 0.4f;

struct kind {
    struct str word;
    const char *rule;
};

static const struct kind ROLES[] = {
    {STR_INIT("navigation"), "menu"}, {STR_INIT("contentinfo"), "footer"},
    {STR_INIT("listbox"), "choice"},  {STR_INIT("option"), "choice"},
    {STR_INIT("combobox"), "choice"}, {STR_INIT("tooltip"), "tooltip"},
};

/* Likewise, but with the bound of names. */
static const struct kind WEAK_ROLES[] = {
    {STR_INIT("complementary"), "aside"},
    {STR_INIT("dialog"), "dialog"},
    {STR_INIT("alertdialog"), "dialog"},
};

/* Words of a class or id. */
static const struct kind NAMES[] = {
    {STR_INIT("button"), "button"},
    {STR_INIT("buttons"), "button"},
    {STR_INIT("btn"), "button"},
    {STR_INIT("modal"), "dialog"},
    {STR_INIT("popup"), "dialog"},
    {STR_INIT("swatch"), "choice"},
    {STR_INIT("swatches"), "choice"},
    {STR_INIT("variant"), "choice"},
    {STR_INIT("variants"), "choice"},
    {STR_INIT("related"), "related"},
    {STR_INIT("recommended"), "related"},
    {STR_INIT("recommendation"), "related"},
    {STR_INIT("recommendations"), "related"},
    {STR_INIT("upsell"), "related"},
};

struct search {
    double scale; /* of the bounds */
    const struct block_page *page;
    const struct score *score;
    struct selection *selection;
    uint32_t hashes[N_OF(NAMES)]; /* of NAMES, as tokens */
    uint32_t *words, *weak;       /* of blocks 0 .. i-1: kept words; blocks that a part may drop */
};

/* Whether it was kept for its score, not by a rule, and the score is no more than `most`. */
static bool may_drop(const struct search *s, size_t i, float most) {
    return s->selection->kept[i] && !s->selection->rule[i] &&
           (double)s->score->final[i] <= (double)most * s->scale;
}

/* Returns how many blocks may be dropped at all: on most pages with an article, few. */
static uint32_t sum_blocks(struct search *s) {
    size_t n = s->page->n_blocks;
    s->words = arena_alloc_zero(s->page->arena, n + 1, sizeof *s->words);
    s->weak = arena_alloc_zero(s->page->arena, n + 1, sizeof *s->weak);
    for (size_t i = 0; i < n; i++) {
        uint32_t n_words = s->page->blocks[i].counts.n_words;
        s->words[i + 1] = s->words[i] + (s->selection->kept[i] ? n_words : 0);
        s->weak[i + 1] = s->weak[i] + may_drop(s, i, MOST_OF_ROLE);
    }
    return s->weak[n];
}

static const char *by_role(struct str role, const struct kind *kinds, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_equals(role, kinds[i].word))
            return kinds[i].rule;
    return NULL;
}

static const char *by_name(const struct search *s, const struct dom_node *element) {
    uint32_t tokens[TOKEN_MAX];
    size_t n = token_read(element, tokens);
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < N_OF(NAMES); i++)
            if (tokens[k] == s->hashes[i])
                return NAMES[i].rule;
    return NULL;
}

/* Whether a button is all there is in its heading: that of a panel that it opens. */
static bool is_heading(const struct search *s, const struct dom_node *element) {
    const struct dom_node *nodes = s->page->dom.nodes;
    const uint32_t *container_of = s->score->containers.of_node;
    return element->tag == DOM_BUTTON && dom_heading_level(nodes[element->parent].tag) &&
           container_of[element - nodes] == container_of[element->parent];
}

/* The rule for an element, and the bound of scores that it may overrule; NULL: it is not a part.
 * The footer of a quote is its source. */
static const char *rule_for(const struct search *s, const struct dom_node *element,
                            const struct container *box, float *most) {
    struct str role = dom_attribute(element, DOM_ATTR_ROLE);
    *most = MOST_OF_ROLE;
    if (element->tag == DOM_NAV)
        return "menu";
    if (element->tag == DOM_FOOTER)
        return box->within & CONTAINER_IN_QUOTE ? NULL : "footer";
    if (is_heading(s, element))
        return NULL;
    const char *rule = role.len ? by_role(role, ROLES, N_OF(ROLES)) : NULL;
    if (rule)
        return rule;
    if ((box->within & CONTAINER_IN_FIGURE) && str_equals(role, STR("button")))
        return "button"; /* around a picture: "click to view it in full size" */
    *most = MOST_OF_NAME;
    if (element->tag == DOM_ASIDE || element->tag == DOM_DIALOG)
        return element->tag == DOM_ASIDE ? "aside" : "dialog";
    rule = role.len ? by_role(role, WEAK_ROLES, N_OF(WEAK_ROLES)) : NULL;
    return rule || !element->n_attrs ? rule : by_name(s, element);
}

static void drop_within(struct search *s, const struct container *part, const char *rule,
                        float most) {
    for (size_t i = part->first_block; i < part->end_block; i++) {
        if (!may_drop(s, i, most))
            continue;
        s->selection->kept[i] = false;
        s->selection->rule[i] = rule;
    }
}

void parts_drop(const struct block_page *page, const struct score *score, double precision_bias,
                struct selection *selection) {
    const struct dom *dom = &page->dom;
    struct search s = {.scale = precision_bias < 0 ? 1 + precision_bias : 1,
                       .page = page,
                       .score = score,
                       .selection = selection};
    if (dom->n_nodes == 0 || sum_blocks(&s) == 0)
        return;
    for (size_t i = 0; i < N_OF(NAMES); i++)
        s.hashes[i] = token_of_name(NAMES[i].word);
    for (uint32_t i = 1; i < dom->n_nodes; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT || score->containers.of_node[i] == CONTAINER_NONE)
            continue;
        const struct container *box = &score->containers.containers[score->containers.of_node[i]];
        if (s.weak[box->first_block] == s.weak[box->end_block]) {
            i = node->end - 1;
            continue;
        }
        uint32_t n_words = s.words[box->end_block] - s.words[box->first_block];
        float most;
        if (2 * n_words > s.words[page->n_blocks] || node->tag == DOM_BODY || node->tag == DOM_MAIN)
            continue;
        const char *rule = rule_for(&s, node, box, &most);
        if (rule)
            drop_within(&s, box, rule, most);
    }
}

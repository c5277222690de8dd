/*
 * Recognizes, by elements and their classes, places with names and dates of something else; see
 * elsewhere.h.
 */
#include "metadata/elsewhere.h"

#include "base/ascii.h"

enum {
    MAX_CLIMB = 24, /* elements up to the one that also contains the headline; real pages have 12 */
    MAX_CLASS_BYTES = 300 /* of a class; longer ones are full of utility styles */
};

/* A word at the start of a part of a class ("related-posts", "postComments"), and its meaning. */
struct class_word {
    struct str word;
    uint8_t place; /* enum elsewhere */
};

static const struct class_word CLASS_WORDS[] = {
    {STR_INIT("comment"), ELSEWHERE_COMMENT},    {STR_INIT("review"), ELSEWHERE_REVIEW},
    {STR_INIT("testimonial"), ELSEWHERE_REVIEW}, {STR_INIT("feedback"), ELSEWHERE_REVIEW},
    {STR_INIT("rating"), ELSEWHERE_REVIEW},      {STR_INIT("related"), ELSEWHERE_TEASER},
    {STR_INIT("recommend"), ELSEWHERE_TEASER},   {STR_INIT("teaser"), ELSEWHERE_TEASER},
    {STR_INIT("promo"), ELSEWHERE_TEASER},       {STR_INIT("trending"), ELSEWHERE_TEASER},
    {STR_INIT("popular"), ELSEWHERE_TEASER},     {STR_INIT("recent"), ELSEWHERE_TEASER},
    {STR_INIT("readmore"), ELSEWHERE_TEASER},    {STR_INIT("sidebar"), ELSEWHERE_ASIDE},
    {STR_INIT("widget"), ELSEWHERE_ASIDE},       {STR_INIT("menu"), ELSEWHERE_ASIDE},
    {STR_INIT("navbar"), ELSEWHERE_ASIDE},       {STR_INIT("navigation"), ELSEWHERE_ASIDE},
    {STR_INIT("breadcrumb"), ELSEWHERE_ASIDE},   {STR_INIT("share"), ELSEWHERE_ASIDE},
    {STR_INIT("sharing"), ELSEWHERE_ASIDE},      {STR_INIT("social"), ELSEWHERE_ASIDE},
    {STR_INIT("newsletter"), ELSEWHERE_ASIDE},   {STR_INIT("cookie"), ELSEWHERE_ASIDE},
    {STR_INIT("quote"), ELSEWHERE_QUOTE},        {STR_INIT("pullquote"), ELSEWHERE_QUOTE},
    {STR_INIT("blockquote"), ELSEWHERE_QUOTE},   {STR_INIT("twitter-tweet"), ELSEWHERE_QUOTE},
    {STR_INIT("instagram"), ELSEWHERE_QUOTE},    {STR_INIT("embed"), ELSEWHERE_QUOTE},
    {STR_INIT("reference"), ELSEWHERE_SOURCES},  {STR_INIT("reflist"), ELSEWHERE_SOURCES},
    {STR_INIT("citation"), ELSEWHERE_SOURCES},   {STR_INIT("footnote"), ELSEWHERE_SOURCES},
    {STR_INIT("infobox"), ELSEWHERE_FACTS},      {STR_INIT("navbox"), ELSEWHERE_FACTS},
    {STR_INIT("wikitable"), ELSEWHERE_FACTS},    {STR_INIT("cutline"), ELSEWHERE_PICTURE},
    {STR_INIT("caption"), ELSEWHERE_PICTURE},    {STR_INIT("credit"), ELSEWHERE_CREDIT},
};

#define LETTER(c) (UINT32_C(1) << ((c)&31))

/* The second letters of the words with each first letter, in either case: few pairs begin a
 * word. */
static const uint32_t SECOND_LETTERS[32] = {
    ['b' & 31] = LETTER('l') | LETTER('r'),
    ['c' & 31] = LETTER('a') | LETTER('i') | LETTER('o') | LETTER('r') | LETTER('u'),
    ['e' & 31] = LETTER('m'),
    ['f' & 31] = LETTER('e') | LETTER('o'),
    ['i' & 31] = LETTER('n'),
    ['m' & 31] = LETTER('e'),
    ['n' & 31] = LETTER('a') | LETTER('e'),
    ['p' & 31] = LETTER('o') | LETTER('r') | LETTER('u'),
    ['q' & 31] = LETTER('u'),
    ['r' & 31] = LETTER('a') | LETTER('e'),
    ['s' & 31] = LETTER('h') | LETTER('i') | LETTER('o'),
    ['t' & 31] = LETTER('e') | LETTER('r') | LETTER('w'),
    ['w' & 31] = LETTER('i'),
};

/* Whether a word may begin at class.at[i]: at its start, after a mark, or with a capital. */
static bool begins_word(struct str class, size_t i) {
    if (i == 0)
        return true;
    return !ascii_is_letter(class.at[i - 1]) ||
           (ascii_is_upper(class.at[i]) && ascii_is_lower(class.at[i - 1]));
}

/* "no-comments", "has-related": what a page has or lacks does not say what the element is. */
static bool is_of_other(struct str class, size_t i) {
    struct str before = str_between(class, 0, i);
    return str_ends_with(before, STR("has-")) || str_ends_with(before, STR("no-")) ||
           str_ends_with(before, STR("with-")) || str_ends_with(before, STR("without-"));
}

static enum elsewhere place_of_class(struct str class) {
    if (class.len > MAX_CLASS_BYTES)
        return ELSEWHERE_NOT;
    for (size_t i = 0; i + 1 < class.len; i++) {
        if (!(SECOND_LETTERS[class.at[i] & 31] >> (class.at[i + 1] & 31) & 1) ||
            !begins_word(class, i))
            continue;
        struct str rest = str_between(class, i, class.len);
        for (size_t k = 0; k < N_OF(CLASS_WORDS); k++)
            if (CLASS_WORDS[k].word.at[0] == (rest.at[0] | 0x20) &&
                str_starts_with_lower(rest, CLASS_WORDS[k].word) && !is_of_other(class, i) &&
                !(CLASS_WORDS[k].place == ELSEWHERE_SOURCES && i && class.at[i - 1] != ' '))
                return (enum elsewhere)CLASS_WORDS[k].place; /* not "entity-reference" */
    }
    return ELSEWHERE_NOT;
}

/* Computed once for all elements that have the look. */
enum elsewhere elsewhere_of_look(const struct gathering *g, uint32_t look) {
    struct class_fact *fact = &g->class_facts[look];
    if (!fact->place)
        fact->place = (uint8_t)(1 + place_of_class(g->page->dom.looks[look].class));
    return (enum elsewhere)(fact->place - 1);
}

static enum elsewhere place_of_tag(uint8_t tag) {
    switch (tag) {
    case DOM_NAV:
    case DOM_ASIDE:
    case DOM_MENU:
        return ELSEWHERE_ASIDE;
    case DOM_BLOCKQUOTE:
    case DOM_Q:
    case DOM_CITE:
        return ELSEWHERE_QUOTE;
    case DOM_FIGURE:
    case DOM_FIGCAPTION:
    case DOM_CAPTION:
        return ELSEWHERE_PICTURE;
    case DOM_TH:
        return ELSEWHERE_FACTS;
    default:
        return ELSEWHERE_NOT;
    }
}

enum elsewhere elsewhere_find(const struct gathering *g, const struct window *window,
                              uint32_t node) {
    const struct dom *dom = &g->page->dom;
    if (node == NOWHERE || !dom->n_nodes || window->head == 0 || window->head > g->page->n_blocks)
        return ELSEWHERE_NOT;
    uint32_t headline = g->page->blocks[window->head - 1].first_node;
    for (int n = 0; n < MAX_CLIMB && node != 0; n++, node = dom->nodes[node].parent) {
        const struct dom_node *element = &dom->nodes[node];
        if (node <= headline && headline < element->end)
            break;
        if (element->kind != DOM_ELEMENT)
            continue;
        enum elsewhere place = place_of_tag(element->tag);
        if (place == ELSEWHERE_NOT)
            place = elsewhere_of_look(g, element->look);
        if (place == ELSEWHERE_NOT && dom_has_attribute(element, DOM_ATTR_ID))
            place = place_of_class(dom_attribute(element, DOM_ATTR_ID));
        if (place != ELSEWHERE_NOT)
            return place;
    }
    return ELSEWHERE_NOT;
}

enum elsewhere elsewhere_of_candidate(const struct gathering *g, const struct window *window,
                                      const struct candidate *c) {
    uint32_t node = c->node;
    if (node == NOWHERE && c->block != NOWHERE && g->page->dom.n_nodes)
        node = g->page->blocks[c->block].first_node;
    return elsewhere_find(g, window, node);
}

bool elsewhere_is_of_facts(const struct gathering *g, const struct window *window,
                           const struct candidate *c) {
    enum elsewhere place = elsewhere_of_candidate(g, window, c);
    return place == ELSEWHERE_FACTS || place == ELSEWHERE_SOURCES;
}

/*
 * Reads elements near the headline whose class says what they contain.
 */
#include "metadata/lines.h"

#include "base/ascii.h"

#include "metadata/date/line_dates.h"
#include "metadata/comparison_key.h"
#include "metadata/date/date.h"
#include "metadata/elsewhere.h"

enum {
    MAX_CLASS_BYTES = 160, /* in an element with a byline class; a longer text is a biography */
    BLOCKS_BEFORE = 4,     /* above the article's text */
    BLOCKS_AFTER = 5,      /* and after its first paragraph: a byline may follow */
    MAX_NODES = 800        /* in the window: real ones have some hundred */
};

/* Whether the text is known: nested elements often have the same text and similar classes. */
static bool is_known(const struct gathering *g, struct str text) {
    const struct candidates *list = &g->of[CANDIDATE_AUTHOR];
    for (size_t i = 0; i < list->n; i++)
        if (list->items[i].source == SOURCE_CLASS && str_equals(list->items[i].text, text))
            return true;
    return false;
}

static void add_authors(struct gathering *g, struct str text, uint32_t node, unsigned rank) {
    if (is_known(g, text) || str_holds(text, STR("\xC2\xBB"))) /* "Home » Harbour" */
        return;
    struct candidate *added = gathering_add(g, CANDIDATE_AUTHOR, text, SOURCE_CLASS, rank);
    if (!added)
        return;
    added->group = g->n_groups++;
    added->node = node;
}

/* A word in a class that says what the element contains: authors, with how reliable that is, or (0)
 * the date. */
struct class_word {
    struct str word; /* lower case */
    unsigned author_rank;
};

static const struct class_word CLASS_WORDS[] = {
    {STR_INIT("byline"), 7},   {STR_INIT("author"), 6},   {STR_INIT("autor"), 6},
    {STR_INIT("writer"), 5},   {STR_INIT("reporter"), 5}, {STR_INIT("contributor"), 5},
    {STR_INIT("vcard"), 5},    {STR_INIT("creator"), 4},  {STR_INIT("username"), 4},
    {STR_INIT("postuser"), 4}, {STR_INIT("date"), 0},     {STR_INIT("publish"), 0},
    {STR_INIT("posted"), 0},   {STR_INIT("datum"), 0},    {STR_INIT("timestamp"), 0},
    {STR_INIT("fecha"), 0},
};

#define LETTER(c) (UINT32_C(1) << ((c)&31))

/* The second letters of the words with each first letter, in either case: few pairs begin a
 * word. */
static const uint32_t SECOND_LETTERS[32] = {
    ['a' & 31] = LETTER('u'), ['b' & 31] = LETTER('y'), ['c' & 31] = LETTER('o') | LETTER('r'),
    ['d' & 31] = LETTER('a'), ['f' & 31] = LETTER('e'), ['p' & 31] = LETTER('u') | LETTER('o'),
    ['r' & 31] = LETTER('e'), ['t' & 31] = LETTER('i'), ['u' & 31] = LETTER('s'),
    ['v' & 31] = LETTER('c'), ['w' & 31] = LETTER('r'),
};

static bool may_begin_word(char first, char second) {
    return SECOND_LETTERS[first & 31] >> (second & 31) & 1;
}

/* "unpublished", "undated" */
static bool is_negated(struct str class, size_t word) {
    return word >= 2 && str_starts_with_lower(str_between(class, word - 2, word), STR("un"));
}

/* The most reliable word in a class; NULL if there is none. One pass, since hundreds of classes are
 * examined. */
static const struct class_word *find_word(struct str class) {
    const struct class_word *best = NULL;
    for (size_t i = 0; i + 1 < class.len; i++) {
        if (!may_begin_word(class.at[i], class.at[i + 1]) || is_negated(class, i))
            continue;
        char c = (char)(class.at[i] | 0x20);
        for (size_t k = 0; k < N_OF(CLASS_WORDS); k++) {
            const struct class_word *word = &CLASS_WORDS[k];
            if (word->word.at[0] == c && (!best || word->author_rank > best->author_rank) &&
                str_starts_with_lower(str_between(class, i, class.len), word->word))
                best = word;
        }
    }
    return best;
}

/* hAtom puts the machine-readable date into the title of the element that shows a part of it
 * (Blogger: <abbr class="published" title="2024-05-03T20:17:00+02:00">20:17</abbr>). */
static struct str dated_title(const struct dom_node *node) {
    struct str title = dom_attribute(node, DOM_ATTR_TITLE);
    bool is_date = title.len >= 10 && ascii_is_digit(title.at[0]) && title.at[4] == '-' &&
                   title.at[7] == '-' && ascii_is_digit(title.at[9]);
    return is_date ? title : STR_NONE;
}

static struct str date_text(const struct gathering *g, uint32_t node) {
    struct str title = dated_title(&g->page->dom.nodes[node]);
    return title.at ? title : gathering_element_text(g, node, MAX_CLASS_BYTES, STR(" "));
}

static void read_date_class(struct gathering *g, uint32_t node, struct str class) {
    struct str text = date_text(g, node);
    struct date date;
    struct date_span span;
    if (!date_find_day(g->arena, text, g->hints, &date, &span))
        return;
    bool is_update = line_dates_label(g, str_between(text, 0, span.first)) == LABEL_UPDATED ||
                     gathering_is_update_class(class);
    struct candidate *added =
        gathering_add(g, is_update ? CANDIDATE_MODIFIED : CANDIDATE_PUBLISHED,
                      str_between(text, span.first, span.end), SOURCE_CLASS, 6);
    if (added)
        added->node = node;
}

static void read_class(struct gathering *g, uint32_t node, struct str class,
                       const struct class_word *word) {
    if (word && word->author_rank) {
        struct str text = gathering_element_text(g, node, MAX_CLASS_BYTES, STR(" ; "));
        bool is_of_picture = /* "cutline-byline": a caption, and who took the picture */
            elsewhere_of_look(g, g->page->dom.nodes[node].look) == ELSEWHERE_PICTURE;
        if (text.len && !is_of_picture)
            add_authors(g, text, node, word->author_rank);
    } else if (word) {
        read_date_class(g, node, class);
    }
}

/* "comment", "comments-list" ...: their authors are not the page's. */
static bool is_comment_class(struct str class) {
    for (size_t i = 0; i < class.len; i++)
        if (class.at[i] == 'c' && (i == 0 || class.at[i - 1] == ' ') &&
            str_starts_with_lower(str_between(class, i, class.len), STR("comment")))
            return true;
    return false;
}

/* What the class of a look says: nothing, that the element contains comments, or (from
 * CLASS_FIRST_WORD on) which of CLASS_WORDS it contains. */
enum { CLASS_UNKNOWN, CLASS_NOTHING, CLASS_COMMENT, CLASS_FIRST_WORD };

static uint8_t class_word_of(const struct gathering *g, uint32_t look) {
    uint8_t *known = &g->class_facts[look].word;
    if (*known != CLASS_UNKNOWN)
        return *known;
    struct str class = g->page->dom.looks[look].class;
    const struct class_word *word = find_word(class);
    *known = is_comment_class(class) ? CLASS_COMMENT
             : word                  ? (uint8_t)(CLASS_FIRST_WORD + (word - CLASS_WORDS))
                                     : CLASS_NOTHING;
    return *known;
}

/* ---- an author's box away from the headline ---- */

static bool begins_with_any(struct str class) {
    return str_starts_with_lower(class, STR("name")) || str_starts_with_lower(class, STR("info")) ||
           str_starts_with_lower(class, STR("detail"));
}

/* Whether a class names the element that holds an author's name: "author-name", "authorName",
 * "post-author__name", "author-info", "auth_name". */
static bool is_author_name_class(struct str class) {
    for (size_t i = 0; i + 8 <= class.len; i++) {
        if ((class.at[i] | 0x20) != 'a' || (i && ascii_is_lower(class.at[i - 1])) ||
            !str_starts_with_lower(str_between(class, i, class.len), STR("auth")))
            continue;
        size_t k = i + 4;
        for (; k < class.len && class.at[k] != ' '; k++)
            if (begins_with_any(str_between(class, k, class.len)))
                return true;
        i = k; /* the rest of the word has been searched */
    }
    return false;
}

/* Whether some source has already named an author, so that no other place has to be searched. */
static bool has_author(const struct gathering *g) {
    const struct candidates *list = &g->of[CANDIDATE_AUTHOR];
    for (size_t i = 0; i < list->n; i++)
        if (list->items[i].rank >= 4 && !str_holds(list->items[i].text, STR("://")))
            return true;
    return false;
}

/* For each look, whether its class names an element that holds an author's name; NULL if none
 * does. */
static const bool *find_author_looks(const struct gathering *g) {
    const struct dom *dom = &g->page->dom;
    bool *is_author = NULL;
    for (size_t i = 0; i < dom->n_looks; i++) {
        struct str class = dom->looks[i].class;
        if (!is_author_name_class(class) || str_holds(class, STR("comment")))
            continue;
        if (!is_author)
            is_author = arena_alloc_zero(g->arena, dom->n_looks, sizeof *is_author);
        is_author[i] = true;
    }
    return is_author;
}

/* Adds the name in the page's author boxes, if they all have the same one. Several names mean cards
 * of other pages; comments have authors of their own. */
static void read_author_box(struct gathering *g) {
    const struct dom *dom = &g->page->dom;
    const bool *is_author = find_author_looks(g);
    struct str name = STR_NONE, key = STR_NONE;
    uint32_t first = NOWHERE;
    for (uint32_t i = 0; is_author && i < dom->n_nodes; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT)
            continue;
        if (class_word_of(g, node->look) == CLASS_COMMENT)
            i = node->end - 1;
        else if (is_author[node->look]) {
            struct str text = gathering_element_text(g, i, MAX_CLASS_BYTES, STR(" ; "));
            struct str own = comparison_key_of(g->arena, text);
            if (!own.len || str_equals(own, key))
                continue;
            if (key.len)
                return;
            name = text;
            key = own;
            first = i;
        }
    }
    if (name.len)
        add_authors(g, name, first, 6);
}

void classes_read(struct gathering *g, const struct window *window) {
    const struct dom *dom = &g->page->dom;
    if (!dom->n_nodes || window->first >= window->end)
        return;
    uint32_t from = window->head > BLOCKS_BEFORE ? window->head - BLOCKS_BEFORE : 0;
    uint32_t to =
        window->body + BLOCKS_AFTER < window->end ? window->body + BLOCKS_AFTER : window->end;
    if (from < window->first)
        from = window->first;
    if (from >= to)
        return;
    uint32_t first = g->page->blocks[from].first_node;
    uint32_t end = g->page->blocks[to - 1].end_node;
    if (end - first > MAX_NODES)
        end = first + MAX_NODES;
    for (uint32_t i = first; i < end; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT || node->tag == DOM_BODY || node->tag == DOM_HTML)
            continue;
        struct str class = dom->looks[node->look].class;
        uint8_t word = class_word_of(g, node->look);
        if (word == CLASS_COMMENT)
            i = node->end < end ? node->end - 1 : end;
        else if (word >= CLASS_FIRST_WORD)
            read_class(g, i, class, &CLASS_WORDS[word - CLASS_FIRST_WORD]);
        else if (dated_title(node).at) /* <span title="2024-05-03T20:17:00">7 hours ago</span> */
            read_date_class(g, i, class);
        else if (!class.len && !dom_heading_level(node->tag) &&
                 dom_has_attribute(node, DOM_ATTR_ID)) { /* of a heading it is made of its words */
            class = dom_attribute(node, DOM_ATTR_ID);
            read_class(g, i, class, find_word(class));
        }
    }
    if (!has_author(g))
        read_author_box(g);
}

/*
 * Reads the lines around the headline; see metadata_lines.h.
 */
#include "metadata_lines.h"

#include "metadata_name.h"
#include "metadata_words.h"

enum {
    BLOCKS_BEFORE = 8,   /* a date or a section stands above the headline, not a whole menu */
    BLOCKS_BEHIND = 30,  /* picture, share bar and table of contents may come before the byline */
    NEAR_BLOCKS = 6,     /* standfirst, byline, picture and its caption stand before the date */
    BODY_BLOCKS = 3,     /* behind so many paragraphs the article has begun for good */
    BODY_WORDS = 25,     /* of a paragraph; a standfirst has fewer or stands alone */
    MAX_LINE_WORDS = 40, /* of a byline with several authors, their jobs and the date */
    MAX_LINE_BYTES = 300,
    MAX_CLASS_BYTES = 160, /* of an element that is named as a byline; more is a biography */
    LEAD_BYTES = 90,       /* of a paragraph, where a date may stand at its head */
    MAX_LEAD_FIRST = 30,   /* bytes before that date: a place */
    MAX_NODES = 3000       /* of the window: real ones have some hundred */
};

static bool is_body(const struct gathering *g, uint32_t i) {
    return g->page->blocks[i].counts.n_words >= BODY_WORDS && g->score[i] >= 0.5f;
}

static uint32_t first_likely(const struct gathering *g) {
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (is_body(g, i))
            return i;
    return 0;
}

void lines_find_window(const struct gathering *g, const struct headline *headline,
                       struct window *out) {
    uint32_t n = (uint32_t)g->page->n_blocks;
    uint32_t head = headline->first != NOWHERE ? headline->end : first_likely(g);
    uint32_t start = headline->first != NOWHERE ? headline->first : head;
    out->first = start > BLOCKS_BEFORE ? start - BLOCKS_BEFORE : 0;
    out->head = head;
    out->end = head + BLOCKS_BEHIND < n ? head + BLOCKS_BEHIND : n;
    out->body = out->end;
    uint32_t n_body = 0;
    for (uint32_t i = head; i < out->end; i++) {
        if (!is_body(g, i))
            continue;
        if (n_body++ == 0)
            out->body = i;
        if (n_body == BODY_BLOCKS) {
            out->end = i;
            break;
        }
    }
}

/* ---- dates ---- */

enum date_label lines_date_label(const struct gathering *g, struct str before) {
    enum date_label label = LABEL_NONE;
    uint32_t languages = g->hints.languages | words_languages(STR("en"));
    for (size_t i = 0; i < before.len; i++) {
        if (i && (unsigned char)before.at[i - 1] > ' ' && (unsigned char)before.at[i - 1] < 0x80)
            continue; /* not the start of a word */
        struct str rest = str_between(before, i, before.len);
        if (words_prefix(g->arena, rest, WORDS_UPDATED, languages, NULL))
            label = LABEL_UPDATED;
        else if (words_prefix(g->arena, rest, WORDS_PUBLISHED, languages, NULL))
            label = LABEL_PUBLISHED;
    }
    return label;
}

static bool may_hold_date(struct str line) {
    for (size_t i = 0; i < line.len; i++)
        if ((line.at[i] >= '0' && line.at[i] <= '9') || (unsigned char)line.at[i] >= 0xD9)
            return true; /* digits, or scripts that have digits of their own */
    return false;
}

/* The most bytes, up to `max`, that end no character in its midst. */
static size_t whole_characters(struct str text, size_t max) {
    while (max && ((unsigned char)text.at[max] & 0xC0) == 0x80)
        max--;
    return max;
}

static void add_date(struct gathering *g, struct str text, enum date_label label, uint32_t block,
                     unsigned rank) {
    struct candidate *added =
        gathering_add(g, label == LABEL_UPDATED ? CANDIDATE_MODIFIED : CANDIDATE_PUBLISHED, text,
                      SOURCE_TEXT, rank + (label == LABEL_PUBLISHED));
    if (added)
        added->block = block;
}

static void read_dates(struct gathering *g, struct str line, uint32_t block, unsigned rank,
                       enum date_label label) {
    for (int n = 0; n < 3 && may_hold_date(line); n++) { /* published, updated, and one more */
        struct date date;
        struct date_span span;
        if (!date_find(g->arena, line, g->hints, &date, &span) || date.day == 0)
            return;
        enum date_label own = lines_date_label(g, str_between(line, 0, span.first));
        if (own != LABEL_NONE || n)
            label = own;
        add_date(g, str_between(line, span.first, span.end), label, block, rank);
        line = str_between(line, span.end, line.len);
    }
}

/* ---- authors ---- */

static void add_authors(struct gathering *g, struct str text, uint32_t block, uint32_t node,
                        enum metadata_source source, unsigned rank) {
    struct candidate *added = gathering_add(g, CANDIDATE_AUTHOR, text, source, rank);
    if (!added)
        return;
    added->group = g->n_groups++;
    added->block = block;
    added->node = node;
}

/* Where a by-word stands within a line that begins with something else: "3 March 2024 by X". */
static size_t find_by(struct gathering *g, struct str line, uint32_t languages) {
    for (size_t i = 1; i + 2 < line.len; i++)
        if (line.at[i - 1] == ' ' &&
            name_by_prefix(g->arena, str_between(line, i, line.len), languages))
            return i;
    return line.len;
}

/* *follows_by: the line before was a by-word alone; becomes so of this one. */
static void read_byline(struct gathering *g, struct str line, uint32_t block, bool has_date,
                        bool is_near, bool *follows_by) {
    uint32_t languages = g->hints.languages | words_languages(STR("en"));
    size_t by = name_by_prefix(g->arena, line, languages);
    bool is_expected = *follows_by;
    *follows_by = by && by >= line.len;
    if (*follows_by)
        return;
    if (by || is_expected) {
        add_authors(g, line, block, NOWHERE, SOURCE_TEXT, 8);
        return;
    }
    if (has_date) {
        size_t at = find_by(g, line, languages);
        if (at < line.len)
            add_authors(g, str_between(line, at, line.len), block, NOWHERE, SOURCE_TEXT, 8);
        return;
    }
    /* A name alone is one only among the close lines of a dump, or where others say so too. */
    bool is_dump = g->page->dom.n_nodes == 0;
    if (is_near && name_kind(g->arena, line, languages) == NAME_PERSON)
        add_authors(g, line, block, NOWHERE, SOURCE_TEXT, is_dump ? 4 : 1);
}

/* ---- blocks ---- */

static bool is_line_block(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    return block->counts.n_words <= MAX_LINE_WORDS && block->text.len <= MAX_LINE_BYTES &&
           !(block->flags & BLOCK_PRE) && !is_body(g, i);
}

/* A paragraph may begin with the date: "(21 November 2022) ...", "BERLIN, 21.11.2022 - ...". */
static void read_lead_date(struct gathering *g, uint32_t i) {
    struct str text = g->page->blocks[i].text;
    struct date date;
    struct date_span span;
    if (text.len > LEAD_BYTES)
        text.len = whole_characters(text, LEAD_BYTES);
    if (may_hold_date(text) && date_find(g->arena, text, g->hints, &date, &span) && date.day &&
        span.first <= MAX_LEAD_FIRST)
        add_date(g, str_between(text, span.first, span.end), LABEL_NONE, i, 5);
}

static struct str next_line(struct str text, size_t *at) {
    size_t start = *at;
    const char *end = memchr(text.at + start, '\n', text.len - start);
    size_t stop = end ? (size_t)(end - text.at) : text.len;
    *at = stop + 1;
    return str_trim(str_between(text, start, stop));
}

/* What the line before says of this one. */
struct pending {
    enum date_label label; /* it was "Published on" alone */
    bool by;               /* it was "By" alone */
};

static void read_block(struct gathering *g, uint32_t i, const struct window *window,
                       struct pending *pending) {
    struct str text = g->page->blocks[i].text;
    bool is_behind = i >= window->head;
    bool is_near = is_behind ? i < window->head + NEAR_BLOCKS : i + 3 >= window->head;
    unsigned rank = is_near ? (is_behind ? 7 : 6) : 4;
    if (i > window->body || block_link_density(&g->page->blocks[i]) > 0.5)
        rank = 3; /* within the article's text, or another article's */
    for (size_t at = 0; at < text.len;) {
        struct str line = next_line(text, &at);
        size_t n_before = g->of[CANDIDATE_PUBLISHED].n + g->of[CANDIDATE_MODIFIED].n;
        read_dates(g, line, i, rank, pending->label);
        bool has_date = g->of[CANDIDATE_PUBLISHED].n + g->of[CANDIDATE_MODIFIED].n > n_before;
        pending->label = has_date ? LABEL_NONE : lines_date_label(g, line);
        read_byline(g, line, i, has_date, is_behind && i <= window->body, &pending->by);
    }
}

/* ---- elements named by their class ---- */

struct class_word {
    struct str word;
    unsigned rank;
};

/* Whether the class list has a word that begins or ends with one of an author's. */
static unsigned author_rank(struct str class) {
    static const struct class_word WORDS[] = {
        {STR_INIT("byline"), 7}, {STR_INIT("author"), 6},   {STR_INIT("autor"), 6},
        {STR_INIT("writer"), 5}, {STR_INIT("reporter"), 5}, {STR_INIT("contributor"), 5},
        {STR_INIT("vcard"), 5},  {STR_INIT("byLine"), 7},   {STR_INIT("Author"), 6},
        {STR_INIT("Byline"), 7}, {STR_INIT("creator"), 4},  {STR_INIT("username"), 4}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_find(class, WORDS[i].word) < class.len)
            return WORDS[i].rank;
    return 0;
}

static bool is_date_class(struct str class) {
    static const struct str WORDS[] = {
        STR_INIT("date"),      STR_INIT("Date"),  STR_INIT("publish"), STR_INIT("posted"),
        STR_INIT("timestamp"), STR_INIT("datum"), STR_INIT("fecha")};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_find(class, WORDS[i]) < class.len)
            return true;
    return false;
}

static void read_class(struct gathering *g, uint32_t node, struct str class) {
    unsigned rank = author_rank(class);
    if (rank) {
        struct str text = metadata_element_text(g, node, MAX_CLASS_BYTES);
        if (text.len)
            add_authors(g, text, NOWHERE, node, SOURCE_CLASS, rank);
    } else if (is_date_class(class)) {
        struct str text = metadata_element_text(g, node, MAX_CLASS_BYTES);
        struct date date;
        struct date_span span;
        if (!text.len || !may_hold_date(text) ||
            !date_find(g->arena, text, g->hints, &date, &span) || date.day == 0)
            return;
        enum date_label label = lines_date_label(g, str_between(text, 0, span.first));
        struct candidate *added =
            gathering_add(g, label == LABEL_UPDATED ? CANDIDATE_MODIFIED : CANDIDATE_PUBLISHED,
                          str_between(text, span.first, span.end), SOURCE_CLASS, 6);
        if (added)
            added->node = node;
    }
}

/* "comment", "comments-list" ...: who wrote them did not write the page. */
static bool is_comment_class(struct str class) {
    size_t at = str_find(class, STR("comment"));
    return at < class.len && (at == 0 || class.at[at - 1] == ' ');
}

static void read_classes(struct gathering *g, uint32_t first, uint32_t end) {
    const struct dom *dom = &g->page->dom;
    for (uint32_t i = first; i < end; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT || node->tag == DOM_BODY || node->tag == DOM_HTML)
            continue;
        struct str class = dom_attribute(node, DOM_ATTR_CLASS);
        if (is_comment_class(class)) {
            i = node->end < end ? node->end - 1 : end;
            continue;
        }
        if (class.len)
            read_class(g, i, class);
    }
}

void lines_read(struct gathering *g, const struct headline *headline, const struct window *window) {
    struct pending pending = {LABEL_NONE, false};
    if (window->first >= window->end)
        return;
    for (uint32_t i = window->first; i < window->end; i++) {
        bool is_headline = i >= headline->first && i < headline->end;
        if (!is_headline && is_line_block(g, i))
            read_block(g, i, window, &pending);
        else if (i == window->body)
            read_lead_date(g, i);
    }
    if (!g->page->dom.n_nodes)
        return;
    uint32_t first = g->page->blocks[window->first].first_node;
    uint32_t end = g->page->blocks[window->end - 1].end_node;
    read_classes(g, first, end - first > MAX_NODES ? first + MAX_NODES : end);
}

/* ---- the headline of a dump ---- */

static bool ends_sentence(struct str text) {
    return str_ends_with(text, STR(".")) || str_ends_with(text, STR(":")) ||
           str_ends_with(text, STR("\xE3\x80\x82"));
}

/* A line that could be a headline or a standfirst: some words, no sentence. */
static bool is_title_like(const struct block *block) {
    return block->counts.n_words >= 4 && block->counts.n_words <= 30 && !ends_sentence(block->text);
}

static bool is_dateline(const struct gathering *g, const struct block *block) {
    struct date date;
    return block->counts.n_words <= 14 && may_hold_date(block->text) &&
           date_find(g->arena, block->text, g->hints, &date, NULL) && date.day != 0;
}

/* The block that the headline stands above: the dateline nearest before the body, or a byline, or
 * the body itself. */
static uint32_t find_anchor(const struct gathering *g, uint32_t body) {
    uint32_t low = body > 12 ? body - 12 : 0;
    uint32_t languages = g->hints.languages;
    for (uint32_t i = body; i-- > low;) {
        const struct block *block = &g->page->blocks[i];
        if (is_dateline(g, block) || name_by_prefix(g->arena, block->text, languages))
            return i;
    }
    return body;
}

void lines_find_headline(const struct gathering *g, struct headline *out) {
    uint32_t body = first_likely(g), anchor = find_anchor(g, body);
    uint32_t low = anchor > 10 ? anchor - 10 : 0, at = anchor;
    *out = (struct headline){.first = NOWHERE, .end = NOWHERE};
    while (at > low && !is_title_like(&g->page->blocks[at - 1]))
        at--;
    if (at == low)
        return;
    uint32_t first = at - 1; /* the lowest title-like line: the headline or its standfirst */
    if (first > low && is_title_like(&g->page->blocks[first - 1]))
        first--;
    struct str text = metadata_line(g->arena, g->page->blocks[first].text);
    out->value = (struct metadata_value){text, metadata_source_name(SOURCE_TEXT)};
    out->key = title_key(g->arena, text);
    out->first = first;
    out->end = first + 1;
}

/*
 * Reads the lines around the headline; see lines.h.
 */
#include "metadata/lines.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"
#include "metadata/date.h"
#include "metadata/name.h"

enum {
    BLOCKS_BEFORE = 8,    /* a date or a section stands above the headline, not a whole menu */
    BLOCKS_BEHIND = 30,   /* picture, share bar and table of contents may come before the byline */
    NEAR_BLOCKS = 6,      /* standfirst, byline, picture and its caption stand before the date */
    MIN_COMMON_BYTES = 4, /* of a word that is looked for in small letters */
    BIOGRAPHY_WORDS = 10, /* "Jane Doe is a writer and lives in Port Ellery with two cats" */
    TAIL_BLOCKS = 12, /* behind the last paragraph: author, date, source; then comes another part */
    BODY_BLOCKS = 3,  /* behind so many paragraphs the article has begun for good */
    BODY_WORDS = 25,  /* of a paragraph; a standfirst has fewer or stands alone */
    MAX_LINE_WORDS = 40, /* of a byline with several authors, their jobs and the date */
    MAX_LINE_BYTES = 300,
    MAX_LABEL_BYTES = 40, /* of "Published on" in a line of its own, in any language */
    MIN_ENTRY_WORDS = 4,  /* of the title of a page that a list leads to */
    ENTRY_BLOCKS = 4,     /* of an entry: its title, teaser, author and date */
    LEAD_PARAGRAPHS = 2,  /* a standfirst, and the first of the text below the byline */
    LEAD_BYTES = 90,      /* of a paragraph, where a date may stand at its head */
    MAX_LEAD_FIRST = 30,  /* bytes before that date: a place */
};

/* A paragraph of running text. The score is asked for little, since here a wrong "yes" costs less
 * than a window that goes on into the next part of the page. */
static bool is_body(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    return block->counts.n_words >= BODY_WORDS && block->counts.n_stops > 0 &&
           g->score[i] >= 0.25f && block_link_density(block) < 0.4;
}

uint32_t lines_first_body(const struct gathering *g) {
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (is_body(g, i) && g->score[i] >= 0.5f)
            return i;
    return 0;
}

/* ---- entries ---- */

/* Whether a heading leads to another page: all of it is a link, it is no name of an author or a
 * section, no date, and no reply with the page's own headline. */
static bool leads_elsewhere(const struct gathering *g, const struct headline *headline,
                            const struct block *block) {
    struct date date;
    if (block->counts.n_words < MIN_ENTRY_WORDS || block_link_density(block) < 0.9 ||
        comparison_key_contains(comparison_key_of(g->arena, block->text), headline->key))
        return false;
    return !date_find(g->arena, block->text, g->hints, &date, NULL);
}

/* Finds the entries of a list of pages: headings of one level that lead elsewhere, the first of
 * them before the body. */
static void find_entries(const struct gathering *g, const struct headline *headline,
                         struct window *window) {
    const struct dom_node *nodes = g->page->dom.nodes;
    uint32_t first = NOWHERE, last = NOWHERE, h = 0;
    uint8_t tag = 0;
    for (uint32_t i = window->head; i < window->end && (first != NOWHERE || i <= window->body);
         i++) {
        const struct block *block = &g->page->blocks[i];
        while (h < g->n_headings && nodes[g->headings[h]].end <= block->first_node)
            h++;
        if (h == g->n_headings)
            break;
        if (g->headings[h] >= block->first_node || !leads_elsewhere(g, headline, block))
            continue;
        if (first == NOWHERE) {
            first = i;
            tag = nodes[g->headings[h]].tag;
        } else if (nodes[g->headings[h]].tag == tag) {
            last = i;
        }
    }
    if (last == NOWHERE)
        return;
    window->entries = first;
    /* What goes on to the window's end goes on behind it. */
    window->entries_end =
        last + ENTRY_BLOCKS < window->end ? last + ENTRY_BLOCKS : (uint32_t)g->page->n_blocks;
}

bool lines_is_of_entry(const struct gathering *g, const struct window *window,
                       const struct candidate *c) {
    if (c->block == NOWHERE && c->node == NOWHERE)
        return false;
    if (g->is_of_things)
        return true;
    if (window->entries == NOWHERE)
        return false;
    if (c->block != NOWHERE)
        return c->block >= window->entries && c->block < window->entries_end;
    const struct block *blocks = g->page->blocks;
    return c->node >= blocks[window->entries].node &&
           c->node < blocks[window->entries_end - 1].end_node;
}

/* ---- the window ---- */

void lines_find_window(const struct gathering *g, const struct headline *headline,
                       struct window *out) {
    uint32_t n = (uint32_t)g->page->n_blocks;
    uint32_t head = headline->first != NOWHERE ? headline->end : lines_first_body(g);
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
    out->entries = out->entries_end = NOWHERE;
    if (headline->first != NOWHERE)
        find_entries(g, headline, out);
}

bool window_has_node(const struct gathering *g, const struct window *window, uint32_t node) {
    if (window->first >= window->end)
        return false;
    const struct block *blocks = g->page->blocks;
    return node >= blocks[window->first].node && node < blocks[window->end - 1].end_node;
}

uint32_t window_find_block(const struct gathering *g, const struct window *window, uint32_t block,
                           uint32_t node) {
    if (block != NOWHERE || node == NOWHERE)
        return block;
    for (uint32_t i = window->first; i < window->end; i++)
        if (g->page->blocks[i].end_node > node)
            return i;
    return NOWHERE;
}

bool window_follows(const struct gathering *g, const struct window *window, struct str text) {
    for (uint32_t i = 0; i < window->first; i++)
        if (str_equals(g->page->blocks[i].text, text))
            return true;
    return false;
}

/* ---- dates ---- */

enum date_label lines_date_label(const struct gathering *g, struct str before) {
    static const uint32_t LABELS = WORDS_BIT(WORDS_UPDATED) | WORDS_BIT(WORDS_PUBLISHED);
    enum date_label label = LABEL_NONE;
    uint32_t languages = gathering_languages(g);
    for (size_t i = 0; i < before.len; i++) {
        unsigned char c = (unsigned char)before.at[i];
        if (c <= ' ' || utf8_is_continuation(before.at[i]) ||
            (i && (unsigned char)before.at[i - 1] > ' ' && (unsigned char)before.at[i - 1] < 0x80))
            continue; /* not the start of a word */
        const struct words_entry *entry;
        if (words_prefix_of(g->arena, str_between(before, i, before.len), LABELS, languages,
                            &entry))
            label = entry->kind == WORDS_UPDATED ? LABEL_UPDATED : LABEL_PUBLISHED;
    }
    return label;
}

static void add_date(struct gathering *g, struct str text, enum date_label label, uint32_t block,
                     unsigned rank) {
    struct candidate *added =
        gathering_add(g, label == LABEL_UPDATED ? CANDIDATE_MODIFIED : CANDIDATE_PUBLISHED, text,
                      SOURCE_TEXT, rank + (label == LABEL_PUBLISHED));
    if (added)
        added->block = block;
}

/* Adds the dates of a line; *first becomes the place of the first one. False where it has none. */
static bool read_dates(struct gathering *g, struct str line, uint32_t block, unsigned rank,
                       enum date_label label, struct date_span *first) {
    size_t from = 0;
    int n = 0;
    for (; n < 3; n++) { /* published, updated, and one more */
        struct str rest = str_between(line, from, line.len);
        struct date date;
        struct date_span span;
        if (!date_find(g->arena, rest, g->hints, &date, &span) || date.day == 0)
            break;
        enum date_label own = lines_date_label(g, str_between(rest, 0, span.first));
        if (own != LABEL_NONE || n)
            label = own;
        if (n == 0)
            *first = span;
        add_date(g, str_between(rest, span.first, span.end), label, block, rank);
        from += span.end;
    }
    return n > 0;
}

/* ---- authors ---- */

static bool is_separator(char c) {
    return c == ' ' || c == '|' || c == ',' || c == '-' || c == '/' || c == '\n' || c == '(';
}

struct str lines_trim(struct str s) {
    static const struct str WIDE[] = {STR_INIT("\xC2\xB7"), STR_INIT("\xE2\x80\xA2"),
                                      STR_INIT("\xE2\x80\x93"), STR_INIT("\xE2\x80\x94")};
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < N_OF(WIDE); i++) {
            if (str_ends_with(s, WIDE[i])) {
                s.len -= WIDE[i].len;
                changed = true;
            }
            if (str_starts_with(s, WIDE[i])) {
                s = str_between(s, WIDE[i].len, s.len);
                changed = true;
            }
        }
        while (s.len && is_separator(s.at[s.len - 1])) {
            s.len--;
            changed = true;
        }
        while (s.len && is_separator(s.at[0]) && s.at[0] != '(') {
            s = str_between(s, 1, s.len);
            changed = true;
        }
    }
    return s;
}

static void add_authors(struct gathering *g, struct str text, uint32_t block, unsigned rank) {
    struct candidate *added = gathering_add(g, CANDIDATE_AUTHOR, text, SOURCE_TEXT, rank);
    if (!added)
        return;
    added->group = g->n_groups++;
    added->block = block;
}

/* A further line of the authors that the line before began to name. */
static void add_to_group(struct gathering *g, struct str text, uint32_t block) {
    uint16_t group = (uint16_t)(g->n_groups - 1);
    struct candidate *added = gathering_add(g, CANDIDATE_AUTHOR, text, SOURCE_TEXT, 8);
    if (!added)
        return;
    added->group = group;
    added->block = block;
}

/* A line as the readers see it, and what they remember of the one before. */
struct line {
    struct str text;
    uint32_t block;
    bool has_date;
    struct date_span date; /* where it is, if it has one */
    bool is_lone_name;     /* a person's name and nothing else, and no such line before it: a
                              second one is the place */
    bool is_early;         /* before the article's text */
};

struct line_reader {
    struct gathering *g;
    const struct window *window;
    uint32_t languages;
    bool is_dump; /* where every line stands alone */
    struct line before;
    bool follows_by; /* the line before was "By" alone, or an author's behind it */
    bool is_listing; /* it was an author's */
    bool in_tail;    /* behind the article */
};

/* Where a by-word stands within a line that begins with something else: "3 March 2024 by X". */
static size_t find_by(const struct line_reader *r, struct str line) {
    for (size_t i = 1; i + 2 < line.len; i++)
        if (line.at[i - 1] == ' ' &&
            name_by_prefix(r->g->arena, str_between(line, i, line.len), r->languages))
            return i;
    return line.len;
}

/* What is left of a line without its date and the marks around it. */
static struct str beside_date(const struct line *line) {
    struct str before = lines_trim(str_between(line->text, 0, line->date.first));
    struct str behind = lines_trim(str_between(line->text, line->date.end, line->text.len));
    return before.len ? (behind.len ? STR_NONE : before) : behind;
}

/* Whether it is worth while to look closer: two to five words, the first and last of which begin
 * with no small letter, and no sentence's end. */
static bool may_be_person(struct str text) {
    size_t n_spaces = 0, last = 0;
    if (text.len < 5 || text.len > 60 || ascii_is_lower(text.at[0]))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == ':' || c == '!' || c == '?' || ascii_is_digit(c))
            return false;
        if (c == ' ') {
            n_spaces++;
            last = i + 1;
        }
    }
    bool is_ascii = (unsigned char)text.at[0] < 0x80; /* else a name may have no space */
    return n_spaces <= 4 && (n_spaces || !is_ascii) && !ascii_is_lower(text.at[last]);
}

/* Whether the block has a link to a section of the site or to a tag. */
static bool has_category_link(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    const struct dom_node *nodes = g->page->dom.nodes;
    if (!g->page->dom.n_nodes)
        return false;
    for (uint32_t n = nodes[block->first_node].parent; n > block->node; n = nodes[n].parent)
        if (gathering_is_category_link(&nodes[n]))
            return true;
    for (uint32_t n = block->first_node; n < block->end_node; n++)
        if (gathering_is_category_link(&nodes[n]))
            return true;
    return false;
}

static bool is_person(const struct line_reader *r, struct str text, uint32_t block) {
    return may_be_person(text) && name_kind(r->g->arena, text, r->languages) == NAME_PERSON &&
           !window_follows(r->g, r->window, text) && !has_category_link(r->g, block) &&
           lines_date_label(r->g, text) == LABEL_NONE;
}

static bool is_letter(char c) {
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

static bool has_whole_word(struct str text, struct str word) {
    for (size_t at = 0; at < text.len;) {
        size_t i = at + str_find(str_between(text, at, text.len), word), end = i + word.len;
        if (i >= text.len)
            return false;
        if ((i == 0 || !is_letter(text.at[i - 1])) && (end == text.len || !is_letter(text.at[end])))
            return true;
        at = i + 1;
    }
    return false;
}

/* Whether the page has the word (of which the first letter is a capital) in small letters. */
static bool is_written_small(const struct gathering *g, struct str word) {
    char *small = arena_alloc(g->arena, word.len);
    for (size_t i = 0; i < word.len; i++)
        small[i] = ascii_lower(word.at[i]);
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (has_whole_word(g->page->blocks[i].text, (struct str){small, word.len}))
            return true;
    return false;
}

/* "Key Points", "Related Topics": the words of a name stand nowhere in small letters. In the dumps
 * of 1,200 real pages 17 of 439 lines with such a word named an author, of the others 286 of 933.
 */
static bool has_common_word(const struct gathering *g, struct str text) {
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, at, ' ');
        struct str word = str_between(text, at, end);
        if (word.len >= MIN_COMMON_BYTES && ascii_is_upper(word.at[0]) && is_written_small(g, word))
            return true;
        at = end + 1;
    }
    return false;
}

/* Whether a person's name alone on a dump's line is an author's: all lines stand alone there, and
 * what menus and related topics say has the same form. */
static bool is_author_of_dump(const struct line_reader *r, struct str text, uint32_t block) {
    uint32_t head = r->window->head;
    size_t n_spaces = 0;
    for (size_t i = 0; i < text.len; i++)
        n_spaces += text.at[i] == ' ';
    return block >= head && block < head + NEAR_BLOCKS && n_spaces <= 2 &&
           !has_common_word(r->g, text);
}

/* Whether what follows the by-word may be a name: "By contrast, ..." and "By using this site ..."
 * begin sentences, "by jdoe" ends with the name. */
static bool is_byline(const struct line_reader *r, struct str line, size_t by) {
    struct str rest = str_between(line, by, line.len);
    return !ascii_is_lower(rest.at[0]) || name_kind(r->g->arena, rest, r->languages) == NAME_SINGLE;
}

struct str lines_without_filler(const struct gathering *g, struct str text) {
    text = lines_trim(text);
    size_t start = text.len;
    while (start && text.at[start - 1] != ' ')
        start--;
    struct str last = str_between(text, start, text.len);
    bool is_filler =
        start && words_prefix(g->arena, last, WORDS_FILLER, gathering_languages(g)) == last.len;
    return is_filler ? lines_trim(str_between(text, 0, start)) : text;
}

/* A name on the date's own line, with or without a by-word. */
static void read_beside_date(struct line_reader *r, const struct line *line) {
    size_t by = find_by(r, line->text);
    if (by < line->text.len) {
        size_t end = line->date.first > by ? line->date.first : line->text.len;
        struct str rest = lines_without_filler(r->g, str_between(line->text, by, end));
        size_t len = name_by_prefix(r->g->arena, rest, r->languages);
        if (len < rest.len && is_byline(r, rest, len))
            add_authors(r->g, rest, line->block, 8);
        return;
    }
    struct str rest = beside_date(line);
    if (line->is_early && is_person(r, rest, line->block))
        add_authors(r->g, rest, line->block, 5);
}

/* Whether a block behind the article's beginning begins with the name: a biography. */
static bool has_biography(const struct line_reader *r, struct str name) {
    for (uint32_t i = r->window->end; i < r->g->page->n_blocks; i++)
        if (r->g->page->blocks[i].counts.n_words >= BIOGRAPHY_WORDS &&
            str_starts_with(r->g->page->blocks[i].text, name))
            return true;
    return false;
}

/* A name alone counts where the date stands next to it, where it comes again over a biography,
 * and among the close lines of a dump; elsewhere only where other sources say the same. */
static void read_lone_name(struct line_reader *r, const struct line *line) {
    bool is_dated = r->before.has_date && line->block <= r->before.block + 1;
    bool is_near = line->block < r->window->head + NEAR_BLOCKS;
    bool counts = r->is_dump || is_dated || (is_near && has_biography(r, line->text));
    add_authors(r->g, line->text, line->block, counts ? 4 : 1);
}

/* A line that a by-word begins, or that follows one; after "By" alone each author may have a line
 * of their own. False where it is none. */
static bool read_byline(struct line_reader *r, const struct line *line) {
    size_t by = name_by_prefix(r->g->arena, line->text, r->languages);
    bool is_expected = r->follows_by && (!r->is_listing || line->is_lone_name);
    bool goes_on = r->is_listing;
    r->follows_by = r->is_listing = false;
    if (by && by >= line->text.len) {
        r->follows_by = true;
        return true;
    }
    struct str text = line->text;
    if (line->has_date && line->date.first > by)
        text = lines_without_filler(r->g, str_between(text, 0, line->date.first));
    if (!(by && by < text.len && is_byline(r, text, by)) && !is_expected)
        return false;
    if (is_expected && goes_on)
        add_to_group(r->g, line->text, line->block);
    else
        add_authors(r->g, line->text, line->block, r->in_tail ? 5 : 8);
    r->follows_by = r->is_listing = is_expected && line->is_lone_name;
    return true;
}

/* The line before the date's within the same block: "Post by jdoe". */
static void read_before_date(const struct line_reader *r, const struct line *line) {
    const struct line *before = &r->before;
    if (before->block != line->block || before->has_date)
        return;
    size_t by = find_by(r, before->text);
    struct str rest = lines_without_filler(r->g, str_between(before->text, by, before->text.len));
    size_t len = name_by_prefix(r->g->arena, rest, r->languages);
    if (len && len < rest.len && is_byline(r, rest, len))
        add_authors(r->g, rest, line->block, 8);
}

static void read_authors(struct line_reader *r, const struct line *line) {
    if (read_byline(r, line) || r->in_tail)
        return;
    if (line->has_date) {
        read_before_date(r, line);
        /* (In a dump the name has been counted.) */
        if (!r->is_dump && line->is_early && r->before.is_lone_name &&
            line->block <= r->before.block + 1)
            add_authors(r->g, r->before.text, r->before.block, 4);
        read_beside_date(r, line);
    } else if (line->is_lone_name) {
        read_lone_name(r, line);
    }
}

/* ---- blocks ---- */

static bool is_line_block(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    return block->counts.n_words <= MAX_LINE_WORDS && block->text.len <= MAX_LINE_BYTES &&
           !(block->flags & BLOCK_PRE) && !is_body(g, i);
}

/* A paragraph may begin with the date: "(21 November 2022) ...", "BERLIN, 21.11.2022 - ...". */
static void read_lead_date(struct gathering *g, uint32_t i) {
    struct str text = utf8_first(g->page->blocks[i].text, LEAD_BYTES);
    struct date date;
    struct date_span span;
    if (date_find(g->arena, text, g->hints, &date, &span) && date.day &&
        span.first <= MAX_LEAD_FIRST)
        add_date(g, str_between(text, span.first, span.end), LABEL_NONE, i, 5);
}

static unsigned date_rank(const struct line_reader *r, uint32_t block) {
    const struct window *w = r->window;
    if (r->in_tail)
        return 3;
    if (block > w->body || block_link_density(&r->g->page->blocks[block]) > 0.5)
        return 3; /* within the article's text, or another article's */
    if (block >= w->head)
        return block < w->head + NEAR_BLOCKS ? 7 : 4;
    return block + 3 >= w->head ? 6 : 4;
}

/* What the line before says of the date on this one: "Published on" alone, but not "Edited by". */
static enum date_label label_before(const struct line_reader *r) {
    struct str text = r->before.text;
    bool is_label = !r->before.has_date && text.len <= MAX_LABEL_BYTES &&
                    !words_prefix(r->g->arena, text, WORDS_CREDIT, r->languages);
    return is_label ? lines_date_label(r->g, text) : LABEL_NONE;
}

/* Behind the article a date is the page's only with a word that says so. */
static bool is_labelled(const struct line_reader *r, struct str text) {
    return lines_date_label(r->g, text) != LABEL_NONE ||
           name_by_prefix(r->g->arena, text, r->languages);
}

static void read_line(struct line_reader *r, struct str text, uint32_t block) {
    struct line line = {.text = text, .block = block};
    if (!lines_trim(text).len)
        return; /* a stroke between two others */
    line.is_early = block <= r->window->body || block < r->window->head + NEAR_BLOCKS;
    if (date_is_possible(text)) {
        enum date_label label = label_before(r);
        bool may_date = !r->in_tail || label != LABEL_NONE || is_labelled(r, text);
        line.has_date =
            may_date && read_dates(r->g, text, block, date_rank(r, block), label, &line.date);
    }
    bool follows_name = r->before.is_lone_name && block <= r->before.block + 1;
    line.is_lone_name = !line.has_date && line.is_early && block + 2 >= r->window->head &&
                        (!follows_name || r->follows_by) && is_person(r, text, block) &&
                        (!r->is_dump || is_author_of_dump(r, text, block));
    read_authors(r, &line);
    r->before = line;
}

static void read_block(struct line_reader *r, uint32_t i) {
    struct str text = block_lines_split(r->g, i);
    for (size_t at = 0; at < text.len;)
        read_line(r, str_trim(str_next_line(text, &at)), i);
}

/* The lines of the headline's own block behind its first one: <h1>Harbour plan<br>3 May 2024</h1>.
 */
static void read_below_headline(struct line_reader *r, uint32_t i) {
    struct str text = r->g->page->blocks[i].text;
    size_t at = 0;
    str_next_line(text, &at);
    while (at < text.len)
        read_line(r, str_trim(str_next_line(text, &at)), i);
}

/* The lines behind the article's last paragraph: there a by-word or a label is wanted. */
static void read_tail(struct line_reader *r) {
    const struct gathering *g = r->g;
    uint32_t n = (uint32_t)g->page->n_blocks, last = n;
    while (last > r->window->end && !is_body(g, last - 1))
        last--;
    r->in_tail = true;
    r->follows_by = false;
    r->before = (struct line){.text = STR_NONE};
    for (uint32_t i = last; i < n && i < last + TAIL_BLOCKS; i++)
        if (is_line_block(g, i))
            read_block(r, i);
}

void lines_read(struct gathering *g, const struct headline *headline, const struct window *window) {
    struct line_reader r = {.g = g, .window = window, .is_dump = g->page->dom.n_nodes == 0};
    r.languages = gathering_languages(g);
    int n_body = 0;
    for (uint32_t i = window->first; i < window->end; i++) {
        bool is_headline = i >= headline->first && i < headline->end;
        if (is_headline)
            read_below_headline(&r, i);
        else if (is_line_block(g, i))
            read_block(&r, i);
        else if (i >= window->body && n_body++ < LEAD_PARAGRAPHS)
            read_lead_date(g, i);
    }
    read_tail(&r);
}

/*
 * Finds the authors that a line names; see line_authors.h.
 */
#include "metadata/author/line_authors.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "lexicon/words.h"
#include "metadata/block_lines.h"
#include "metadata/author/byline_part.h"
#include "metadata/author/desk.h"
#include "metadata/author/east_asian_byline.h"
#include "metadata/author/house_tail.h"
#include "metadata/date/line_dates.h"
#include "metadata/author/name.h"
#include "metadata/author/name_words.h"
#include "metadata/author/place_line.h"
#include "metadata/type.h"

enum {
    SMALL_WORDS_BITS = 1 << 16, /* a page has one or two thousand different words */
    FEW_SMALL_WORDS = 8,
    MIN_PERSON_BYTES = 5, /* "Jo Do" */
    MAX_PERSON_BYTES = 60,
    MAX_PERSON_GAPS = 4,    /* spaces in a name of five words */
    MIN_COMMON_BYTES = 4,   /* of a word to look for in lower case */
    MAX_TIME_BYTES = 40,    /* "Vandaag om 03:00" */
    MAX_ADDRESS_LINE = 100, /* bytes of a name and an address */
    BIOGRAPHY_WORDS = 10    /* "Jane Doe is a writer and lives in Port Ellery with two cats" */
};

void line_authors_add(struct gathering *g, struct str text, uint32_t block, unsigned rank) {
    if (g->dump_lines)
        text = house_tail_cut(g, text, block);
    struct candidate *added = gathering_add(g, CANDIDATE_AUTHOR, text, SOURCE_TEXT, rank);
    if (!added)
        return;
    added->group = g->n_groups++;
    added->block = block;
}

/* Adds a further line of the authors that the previous line began to name. */
static void add_to_group(struct gathering *g, struct str text, uint32_t block, unsigned rank) {
    uint16_t group = (uint16_t)(g->n_groups - 1);
    struct candidate *added = gathering_add(g, CANDIDATE_AUTHOR, text, SOURCE_TEXT, rank);
    if (!added)
        return;
    added->group = group;
    added->block = block;
}

bool line_authors_add_desk(struct line_reader *r, struct str text, uint32_t block) {
    bool is_above = block >= r->window->head && block < r->window->body;
    bool is_placed = is_above || (block && window_is_body(r->g, block - 1));
    if (!is_placed || !desk_is(text))
        return false;
    line_authors_add(r->g, text, block, 8);
    return true;
}

void line_authors_add_form(struct line_reader *r, struct str text, uint32_t block) {
    const struct block *blocks = r->g->page->blocks;
    bool goes_on =
        r->form && (block == r->form + 1 ||
                    (block == r->form + 2 && byline_part_is_address(blocks[block - 1].text)));
    if (goes_on)
        add_to_group(r->g, text, block, LINE_FORM_RANK);
    else
        line_authors_add(r->g, text, block, LINE_FORM_RANK);
    r->form = block;
}

/* Whether "Reviewed by" names the author of a review that the page is: above the text, and not a
 * doctor who has checked it ("Reviewed by Jane Doe, MD"). Below it are the reviews of customers. */
static bool is_own_review(const struct line_reader *r, struct str text, uint32_t block) {
    struct name_words words;
    if (block >= r->window->body || r->g->is_of_things ||
        !str_starts_with_lower(text, STR("reviewed by")))
        return false;
    name_words_split(r->g->arena, block_lines_before_mark(text), &words);
    for (size_t i = 0; i < words.n; i++)
        if (name_words_is_upper(words.items[i].text) &&
            name_word_is(r->g->arena, &words.items[i], WORDS_DEGREE, ANY_LANGUAGE))
            return false;
    return true;
}

/* The length of the credit at the start of the text, or 0. In threads people edit their own posts.
 */
static size_t credit_at(const struct line_reader *r, struct str text, uint32_t block) {
    static const struct str OWN[] = {STR_INIT("edited by"), STR_INIT("last edited"),
                                     STR_INIT("zuletzt bearbeitet"), STR_INIT("bearbeitet von")};
    bool may_be_own =
        str_any(text, OWN, N_OF(OWN), str_starts_with_lower) || is_own_review(r, text, block);
    return may_be_own ? 0 : words_prefix(r->g->arena, text, WORDS_CREDIT, r->languages);
}

/* The position of a byline word within a line that begins with something else: "3 March 2024 by
 * X". That of a credit does not count: "Medically reviewed by X"; nor does a word of the date: "3
 * de marzo". */
static size_t find_by(const struct line_reader *r, struct str line, struct date_span date,
                      uint32_t block) {
    struct arena *arena = r->g->arena;
    bool had_credit = false, after_and = false;
    for (size_t i = 0; i + 2 < line.len; i++) {
        bool is_of_date = i >= date.first && i < date.end;
        if ((i && line.at[i - 1] != ' ') || is_of_date)
            continue;
        struct str rest = str_between(line, i, line.len);
        /* "Story and photos by X": both. */
        size_t credit = after_and && !had_credit ? 0 : credit_at(r, rest, block);
        size_t by = i && !credit ? name_by_prefix(arena, rest, r->languages) : 0;
        if (by && by < rest.len) /* but not the last word of "712 words" */
            return i;
        had_credit |= credit > 0;
        after_and = i && words_prefix(arena, rest, WORDS_AND, r->languages);
        i += credit ? credit - 1 : 0;
    }
    return line.len;
}

/* The line without its date and the marks and counts around it. */
static struct str beside_date(const struct line *line) {
    struct str before = block_lines_without_counts(str_between(line->text, 0, line->date.first));
    struct str after =
        block_lines_without_counts(str_between(line->text, line->date.end, line->text.len));
    return before.len ? (after.len ? STR_NONE : before) : after;
}

/* A quick check whether it may be a person: two to five words, the first and last of which do not
 * begin with a small letter, and no end of a sentence. */
static bool may_be_person(struct str text) {
    size_t n_spaces = 0, last = 0;
    if (text.len < MIN_PERSON_BYTES || text.len > MAX_PERSON_BYTES || ascii_is_lower(text.at[0]) ||
        name_words_has_digit(text) || str_ends_with(text, STR(" To"))) /* "Letters To" */
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == ':' || c == '!' || c == '?')
            return false;
        if (c == ' ') {
            n_spaces++;
            last = i + 1;
        }
    }
    bool is_ascii = (unsigned char)text.at[0] < 0x80; /* otherwise a name may have no space */
    return n_spaces <= MAX_PERSON_GAPS && (n_spaces || !is_ascii) && !ascii_is_lower(text.at[last]);
}

/* Whether a capital begins an article, and so not a name: "A Reggio Emilia" preschool. */
static bool begins_with_article(struct str text) {
    return str_starts_with(text, STR("A ")) || str_starts_with(text, STR("The "));
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

struct str line_authors_without_address(struct str text) {
    if (text.len > MAX_ADDRESS_LINE || !str_has_byte(text, '.'))
        return text;
    size_t at = str_find(text, STR(" at ")), start = at;
    struct str host = str_between(text, at + 4 < text.len ? at + 4 : text.len, text.len);
    if (!str_has_byte(host, '.') || str_has_byte(host, ' '))
        return text;
    while (start && text.at[start - 1] != ' ')
        start--;
    return str_between(text, 0, start ? start - 1 : 0);
}

static bool is_letter(char c) {
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

bool line_authors_is_person(const struct line_reader *r, struct str text, uint32_t block) {
    return may_be_person(text) && !place_line_is_room(text, r->languages) &&
           !place_line_may_be_town(text) && !begins_with_article(text) &&
           name_kind(r->g->arena, text, r->languages) == NAME_PERSON &&
           !window_follows(r->g, r->window, text) && !has_category_link(r->g, block) &&
           line_dates_label(r->g, text) == LABEL_NONE &&
           (r->is_dump || !place_line_is_told_of(r->g, text));
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

/* ---- words that the page has in lower case ---- */

/* The end of the run of letters that begins at text.at[i]. */
static size_t letters_end(struct str text, size_t i) {
    while (i < text.len && is_letter(text.at[i]))
        i++;
    return i;
}

static void add_small_words(uint8_t *filter, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        size_t start = i;
        uint32_t hash = HASH_START;
        if (!ascii_is_lower(text.at[i])) {
            i = letters_end(text, i);
            continue;
        }
        for (; i < text.len && is_letter(text.at[i]); i++)
            hash = hash_byte(hash, (unsigned char)text.at[i]);
        if (i >= start + MIN_COMMON_BYTES)
            filter[hash % SMALL_WORDS_BITS / 8] |= (uint8_t)(1u << hash % 8);
    }
}

/* Whether the page may have the lower-case `word`: most names are not in it, which saves searching
 * the page's text. Making the filter takes as long as searching for some ten words, so the first
 * few are searched for. */
static bool may_have_small_word(struct gathering *g, struct str word) {
    if (letters_end(word, 0) < word.len || g->n_small_words++ < FEW_SMALL_WORDS)
        return true;
    if (!g->small_words) {
        g->small_words = arena_alloc_zero(g->arena, SMALL_WORDS_BITS / 8, 1);
        for (uint32_t i = 0; i < g->page->n_blocks; i++)
            add_small_words(g->small_words, g->page->blocks[i].text);
    }
    uint32_t hash = hash_bytes(HASH_START, word) % SMALL_WORDS_BITS;
    return g->small_words[hash / 8] >> hash % 8 & 1;
}

/* Whether the page has the word, whose first letter is a capital, in lower case too. */
static bool occurs_in_lower_case(struct gathering *g, struct str word) {
    char *small = arena_alloc(g->arena, word.len);
    for (size_t i = 0; i < word.len; i++)
        small[i] = ascii_lower(word.at[i]);
    if (!may_have_small_word(g, (struct str){small, word.len}))
        return false;
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (has_whole_word(g->page->blocks[i].text, (struct str){small, word.len}))
            return true;
    return false;
}

double line_authors_common_share(struct gathering *g, struct str text) {
    size_t n = 0, n_common = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, at, ' ');
        struct str word = str_between(text, at, end);
        n++;
        n_common += word.len >= MIN_COMMON_BYTES && ascii_is_upper(word.at[0]) &&
                    occurs_in_lower_case(g, word);
        at = end + 1;
    }
    return n ? (double)n_common / (double)n : 0;
}

static bool has_common_word(struct gathering *g, struct str text) {
    return line_authors_common_share(g, text) > 0;
}

/* The only one of a post's facts without a number: "3 min · Jane Doe". Absent if there are
 * several, except that before the date the name comes first: "Jane Doe · Port Ellery · 3 May". */
static struct str name_among_facts(struct str text, bool is_before_date) {
    struct str name = STR_NONE, first = block_lines_before_mark(text);
    if (is_before_date && !name_words_has_digit(first))
        return first;
    while (text.len) {
        struct str part = block_lines_before_mark(text);
        if (!name_words_has_digit(part) && name.len)
            return STR_NONE;
        if (!name_words_has_digit(part))
            name = part;
        text = block_lines_trim(str_between(text, part.len, text.len));
    }
    return name;
}

/* Whether a text in Chinese or Japanese is a sentence: "記者：何が起きたのですか。" */
static bool ends_sentence(struct str text) {
    static const struct str ENDS[] = {STR_INIT("。"), STR_INIT("？"), STR_INIT("！")};
    return str_any(text, ENDS, N_OF(ENDS), str_ends_with);
}

/* Whether the text after the byline word may be a name: "By contrast, ..." and "By using this site
 * ..." begin sentences, "by jdoe" ends with the name. */
static bool is_byline(const struct line_reader *r, struct str line, size_t by) {
    struct str rest = str_between(line, by, line.len);
    if (ends_sentence(rest))
        return false;
    return !ascii_is_lower(rest.at[0]) ||
           name_kind(r->g->arena, block_lines_before_mark(rest), r->languages) == NAME_SINGLE;
}

/* Whether a line below the text says when the page was changed, and then by whom: "Last change: 3
 * May 2024 by jdoe". Above the text it is the author, and in threads people change their own posts.
 */
static bool is_of_change(const struct line_reader *r, const struct line *line, size_t by) {
    return line->block > r->window->body && line->date.end <= by && !type_is_thread(r->g) &&
           line_dates_label(r->g, str_between(line->text, 0, by)) == LABEL_UPDATED;
}

/* Reads a name on the date's own line, with or without a byline word. */
static void read_beside_date(struct line_reader *r, const struct line *line) {
    size_t by = find_by(r, line->text, line->date, line->block);
    if (by < line->text.len) {
        size_t end = line->date.first > by ? line->date.first : line->text.len;
        struct str rest = block_lines_without_filler(r->g, str_between(line->text, by, end));
        size_t len = name_by_prefix(r->g->arena, rest, r->languages);
        if (len < rest.len && is_byline(r, rest, len) && !is_of_change(r, line, by))
            line_authors_add(r->g, rest, line->block, 8);
        return;
    }
    struct str facts = beside_date(line);
    struct str rest = name_among_facts(facts, facts.at < line->text.at + line->date.first);
    if (line->is_early && line_authors_is_person(r, rest, line->block))
        line_authors_add(r->g, rest, line->block, 5);
}

/* Whether a block after the article's beginning begins with the name: a biography. */
static bool has_biography(const struct line_reader *r, struct str name) {
    for (uint32_t i = r->window->end; i < r->g->page->n_blocks; i++)
        if (r->g->page->blocks[i].counts.n_words >= BIOGRAPHY_WORDS &&
            str_starts_with(r->g->page->blocks[i].text, name))
            return true;
    return false;
}

/* A name alone counts if the date is next to it, if it occurs again at the start of a biography,
 * and in the nearby lines of a dump; otherwise only if other sources confirm it. */
static void read_lone_name(struct line_reader *r, const struct line *line) {
    bool is_dated = r->before.has_date && line->block <= r->before.block + 1;
    bool is_near = line->block < r->window->head + LINE_NEAR_BLOCKS;
    bool counts = r->is_dump || is_dated || (is_near && has_biography(r, line->text));
    bool has_body = r->window->body < r->window->end; /* otherwise it may be an entry of a list */
    if (counts || has_body)
        line_authors_add(r->g, line->text, line->block, counts ? 4 : 1);
}

/* Whether the byline word and the one word after it are a link together: "By Role", "By Laws". A
 * byline's link has only the name. */
static bool is_menu_entry(const struct line_reader *r, struct str rest, uint32_t block) {
    return !r->is_dump && !str_has_byte(rest, ' ') &&
           block_link_density(&r->g->page->blocks[block]) > 0.99;
}

/* Reads a line that begins with a byline word, or follows one; after "By" alone each author may
 * have a line of their own. False if it is not such a line. */
static bool read_byline(struct line_reader *r, const struct line *line) {
    size_t by = name_by_prefix(r->g->arena, line->text, r->languages);
    bool is_expected = r->follows_by && (!r->is_listing || line->is_lone_name);
    bool is_continued = r->is_listing;
    r->follows_by = r->is_listing = false;
    if (by && by >= line->text.len) {
        r->follows_by = true;
        return true;
    }
    struct str text = line->text;
    if (line->has_date && line->date.first > by)
        text = block_lines_without_filler(r->g, str_between(text, 0, line->date.first));
    bool is_byline_here = by && by < text.len && is_byline(r, text, by) &&
                          !is_menu_entry(r, str_between(text, by, text.len), line->block);
    if (!is_byline_here && !is_expected)
        return false;
    if (is_expected && is_continued)
        add_to_group(r->g, line->text, line->block, 8);
    else
        line_authors_add(r->g, line->text, line->block, r->in_tail ? 5 : 8);
    r->follows_by = r->is_listing = is_expected && line->is_lone_name;
    return true;
}

/* The line before the date's within the same block: "Post by jdoe". */
static void read_before_date(const struct line_reader *r, const struct line *line) {
    const struct line *before = &r->before;
    if (before->block != line->block || before->has_date)
        return;
    size_t by = find_by(r, before->text, (struct date_span){0}, before->block);
    struct str rest =
        block_lines_without_filler(r->g, str_between(before->text, by, before->text.len));
    size_t len = name_by_prefix(r->g->arena, rest, r->languages);
    if (len && len < rest.len && is_byline(r, rest, len))
        line_authors_add(r->g, rest, line->block, 8);
}

/* Whether the next block is a template that was never filled in: "Author bio goes here." */
static bool is_before_template(const struct gathering *g, uint32_t block) {
    if (block + 1 >= g->page->n_blocks)
        return false;
    struct str next = g->page->blocks[block + 1].text;
    return gathering_is_unfilled(next) || str_ends_with(next, STR(" goes here.")) ||
           str_ends_with(next, STR(" goes here"));
}

/* The text within brackets, if there is nothing else. */
static struct str within_brackets(struct str text) {
    static const struct str PAIRS[][2] = {
        {STR_INIT("("), STR_INIT(")")},
        {STR_INIT("["), STR_INIT("]")},
        {STR_INIT("\xEF\xBC\x88"), STR_INIT("\xEF\xBC\x89")}, /* fullwidth */
        {STR_INIT("\xE3\x80\x90"), STR_INIT("\xE3\x80\x91")}};
    for (size_t i = 0; i < N_OF(PAIRS); i++)
        if (str_starts_with(text, PAIRS[i][0]) && str_ends_with(text, PAIRS[i][1]) &&
            text.len > PAIRS[i][0].len + PAIRS[i][1].len)
            return str_between(text, PAIRS[i][0].len, text.len - PAIRS[i][1].len);
    return text;
}

/* A name after the article is a signature, or the byline of the next teaser. */
static void read_signature(struct line_reader *r, const struct line *line) {
    struct str name = within_brackets(line->text);
    bool is_bracketed = name.len < line->text.len;
    if (r->is_dump)
        line_authors_add_desk(r, name, line->block);
    if (!line->has_date && line_authors_is_person(r, name, line->block) &&
        !has_common_word(r->g, name) && !is_before_template(r->g, line->block))
        line_authors_add(r->g, name, line->block, is_bracketed ? 4 : 1);
}

/* Reads a line of a dump that goes on with the byline above it: "and John Roe". */
static bool read_further(struct line_reader *r, const struct line *line) {
    const struct candidates *list = &r->g->of[CANDIDATE_AUTHOR];
    const struct candidate *last = list->n ? &list->items[list->n - 1] : NULL;
    size_t and = words_prefix(r->g->arena, line->text, WORDS_AND, r->languages);
    if (!r->is_dump || !last || last->block + 1 != line->block || !and || and >= line->text.len ||
        line->text.at[and] != ' ')
        return false;
    struct str name = str_trim(str_between(line->text, and, line->text.len));
    if (!line_authors_is_person(r, name, line->block))
        return false;
    add_to_group(r->g, name, line->block, last->rank);
    return true;
}

/* Reads a line in Chinese, Japanese or Korean that names its author: "[항구일보 김하늘 기자]"; a
 * Korean reporter's may have any name, and an address: "Jane Doe 기자". */
static bool read_east_asian(struct line_reader *r, const struct line *line) {
    static const struct str REPORTER = STR_INIT(" 기자");
    struct east_asian_byline byline;
    struct str text = within_brackets(line->text);
    if (!east_asian_byline_read(r->g->arena, text, r->languages, &byline) || !byline.has_label) {
        size_t end = str_find(text, REPORTER) + REPORTER.len;
        if (end > text.len || (end < text.len && !str_has_byte(text, '@')) || line->has_date)
            return false;
        byline = (struct east_asian_byline){.n = 1, .end = end};
    }
    if (byline.n)
        line_authors_add(r->g, str_between(text, byline.first, byline.end), line->block,
                         r->in_tail ? 5 : 8);
    return true;
}

/* Whether the line says how long ago the text appeared, or when today: "Today, 14:05". */
static bool is_relative_time(const struct line_reader *r, struct str text) {
    static const uint64_t DAYS = WORDS_BIT(WORDS_TODAY) | WORDS_BIT(WORDS_YESTERDAY);
    return text.len <= MAX_TIME_BYTES && name_words_has_digit(text) &&
           words_prefix_of(r->g->arena, text, DAYS, r->languages, NULL);
}

void line_authors_read(struct line_reader *r, const struct line *line) {
    if (read_east_asian(r, line) || read_byline(r, line) || read_further(r, line))
        return;
    if (r->in_tail) {
        read_signature(r, line);
        return;
    }
    if (line->has_date) {
        read_before_date(r, line);
        /* (In a dump the name has already been counted.) */
        if (!r->is_dump && line->is_early && r->before.is_lone_name &&
            line->block <= r->before.block + 1)
            line_authors_add(r->g, r->before.text, r->before.block, 4);
        read_beside_date(r, line);
    } else if (line->is_lone_name) {
        read_lone_name(r, line);
    } else if (!r->is_dump && r->before.is_lone_name && line->is_early &&
               line->block <= r->before.block + 1 && is_relative_time(r, line->text)) {
        line_authors_add(r->g, r->before.text, r->before.block, 4);
    }
}

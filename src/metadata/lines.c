/*
 * Reads the lines around the headline; see lines.h.
 */
#include "metadata/lines.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/block_lines.h"
#include "metadata/author/byline_form.h"
#include "metadata/dump/dump_lines.h"
#include "metadata/author/line_authors.h"
#include "metadata/author/reporter_note.h"
#include "metadata/date/line_dates.h"
#include "metadata/date/lone_date.h"
#include "metadata/date/other_day.h"
#include "metadata/author/name.h"

enum {
    TAIL_BLOCKS = 12, /* after the last paragraph: author, date, source; then another part begins */
    MAX_LINE_WORDS = 40, /* in a byline with several authors, their jobs and the date */
    MAX_LINE_BYTES = 300,
    MAX_PRE_WORDS = 8,    /* of a byline that is preformatted */
    SENTENCE_WORDS = 4,   /* beside the day; a dateline may end with a point too */
    MAX_LABEL_BYTES = 40, /* for "Published on" on a line of its own, in any language */
    LEAD_PARAGRAPHS = 2,  /* a standfirst, and the first paragraph below the byline */
    NOTE_BYTES = 120,     /* of the sentence below a blog post that says when it was posted */
    LEAD_BYTES = 90,      /* of a paragraph that may begin with a date */
    MAX_LEAD_FIRST = 30   /* bytes before that date: a place */
};

/* Of a paragraph of the article, which teasers do not reach. */
static const float SURE_SCORE = 0.85f;

/* The least likelihoods for a dump's lines. LEAST_LONE: a line that is just a person's name.
 * LEAST_BYLINE: any other line, which is then read as a byline whatever it says. LEAST_OUTSIDE: a
 * line outside the window. */
static const float LEAST_LONE = 0.05f, LEAST_BYLINE = 0.25f, LEAST_OUTSIDE = 0.15f;

/* For a line some of whose capitalized words the page also writes in lower case. */
static const float LEAST_COMMON = 0.6f;

/* The same if only its first word is one of these: "Will Roe". */
static const float LEAST_GIVEN = 0.4f;

/* For a paragraph that begins with a byline word and a name. */
static const float LEAST_LEAD = 0.1f;

/* Whether a preformatted block is a listing, and not the byline of an agency's report, which keeps
 * its layout: "<pre>   By Jane Doe</pre>". */
static bool is_listing(const struct gathering *g, const struct block *block) {
    return block->flags & BLOCK_PRE &&
           (block->counts.n_words > MAX_PRE_WORDS ||
            !name_by_prefix(g->arena, str_trim(block->text), gathering_languages(g)));
}

static bool is_line_block(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    return block->counts.n_words <= MAX_LINE_WORDS && block->text.len <= MAX_LINE_BYTES &&
           !is_listing(g, block) && !window_is_body(g, i);
}

/* Reads a date at the start of a paragraph: "(21 November 2022) ...", "BERLIN, 21.11.2022 -
 * ...". */
static void read_lead_date(struct gathering *g, uint32_t i) {
    struct str text = utf8_first(g->page->blocks[i].text, LEAD_BYTES);
    struct date date;
    struct date_span span;
    if (date_find_day(g->arena, text, g->hints, &date, &span) && span.first <= MAX_LEAD_FIRST)
        line_dates_add(g, str_between(text, span.first, span.end), LABEL_NONE, i, 5);
}

/* Reads a name at the start of a dump's paragraph that says who the author is: "By Jane Doe, who
 * has covered harbours for ten years." */
static void read_lead_name(struct line_reader *r, uint32_t i) {
    struct str text = r->g->page->blocks[i].text;
    size_t by = name_by_prefix(r->g->arena, text, r->languages),
           comma = str_find_byte(text, 0, ',');
    if (!by || by >= comma || comma == text.len ||
        dump_lines_likely(r->g->dump_lines, i, DUMP_BYLINE) < LEAST_LEAD)
        return;
    struct str name = str_between(text, by, comma);
    if (name_kind(r->g->arena, name, r->languages) == NAME_PERSON)
        line_authors_add(r->g, name, i, 8);
}

static void read_lead(struct line_reader *r, uint32_t i) {
    read_lead_date(r->g, i);
    reporter_note_read_first(r, i);
    if (r->g->dump_lines)
        read_lead_name(r, i);
}

/* Whether a line between headline and text begins with a date: then it may be linked, as blogs link
 * it to the post itself, and their categories after it. */
static bool begins_with_date(const struct line_reader *r, struct str line, uint32_t block) {
    struct date date;
    struct date_span span;
    return block >= r->window->head && block < r->window->body &&
           date_find_day(r->g->arena, line, r->g->hints, &date, &span) && span.first <= 1;
}

static unsigned date_rank(const struct line_reader *r, struct str line, uint32_t block) {
    const struct window *w = r->window;
    if (r->in_tail)
        return 3;
    bool is_linked = block_link_density(&r->g->page->blocks[block]) > 0.5;
    if (block > w->body || (is_linked && !begins_with_date(r, line, block)))
        return 3; /* within the article's text, or another article's */
    if (block >= w->head)
        return block < w->head + LINE_NEAR_BLOCKS ? 7 : 4;
    return block + 3 >= w->head ? 6 : 4;
}

/* What the previous line says about the date on this one: "Published on" alone, but not "Edited
 * by". */
static enum date_label label_before(const struct line_reader *r) {
    struct str text = r->before.text;
    bool is_label = !r->before.has_date && text.len <= MAX_LABEL_BYTES &&
                    !words_prefix(r->g->arena, text, WORDS_CREDIT, r->languages);
    return is_label ? line_dates_label(r->g, text) : LABEL_NONE;
}

/* After the article a date is the page's only with a word that says so. */
static bool is_labelled(const struct line_reader *r, struct str text) {
    return line_dates_label(r->g, text) != LABEL_NONE ||
           name_by_prefix(r->g->arena, text, r->languages);
}

static bool is_likely(const struct gathering *g, uint32_t block, enum dump_role role, float least) {
    return dump_lines_likely(g->dump_lines, block, role) >= least;
}

/* Whether a line of a dump may be a byline although no byline word says so. */
static bool may_be_byline(struct gathering *g, struct str text, uint32_t block, float least) {
    if (!is_likely(g, block, DUMP_BYLINE, least))
        return false;
    double common = line_authors_common_share(g, text);
    if (common == 0 || common == 1)
        return common == 0;
    struct str rest = str_between(text, str_find_byte(text, 0, ' '), text.len);
    bool is_given_name = line_authors_common_share(g, str_trim(rest)) == 0 &&
                         name_kind(g->arena, text, gathering_languages(g)) == NAME_PERSON;
    return is_likely(g, block, DUMP_BYLINE, is_given_name ? LEAST_GIVEN : LEAST_COMMON);
}

static size_t count_words(struct str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += text.at[i] != ' ' && (i == 0 || text.at[i - 1] == ' ');
    return n;
}

/* Whether a dateline ends here: "PORT ELLERY, 3 May 2024 - ", "(3 May 2024) -- ", "... (EFE)". */
static bool begins_after_dateline(struct str after) {
    static const struct str MARKS[] = {STR_INIT("-"), STR_INIT("\xE2\x80\x93"),
                                       STR_INIT("\xE2\x80\x94"), STR_INIT("("), STR_INIT("/")};
    after = str_trim(after);
    if (str_starts_with(after, STR(")")))
        after = str_trim(str_between(after, 1, after.len));
    return str_any(after, MARKS, N_OF(MARKS), str_starts_with);
}

/* Whether all words begin with a capital or a digit, as in names. */
static bool has_capitals(struct str text) {
    for (size_t i = 0; i < text.len;) {
        bool is_first = i == 0 || text.at[i - 1] == ' ', is_digit = ascii_is_digit(text.at[i]);
        uint32_t c = utf8_next(text, &i);
        if (is_first && utf8_class(c) == UTF8_LETTER && !is_digit && !utf8_is_capital(c))
            return false;
    }
    return true;
}

/* Whether a day at the end of a line, between these texts, is set apart from the words before it:
 * "Jane Doe, Staff Writer. May 3, 2024." After a dash, or before the point of "year", only if they
 * are names: "Анна Иванова | 3 мая 2024 г." */
static bool is_set_apart_at_end(struct str before, struct str after) {
    static const struct str DASHES[] = {STR_INIT(" -"), STR_INIT(" \xE2\x80\x93"),
                                        STR_INIT(" \xE2\x80\x94"), STR_INIT(" \xC2\xB7")};
    static const struct str YEARS[] = {STR_INIT("r."), STR_INIT("г."), STR_INIT("р.")};
    bool is_after_mark = before.len && ascii_is_one_of(before.at[before.len - 1], ",.;|");
    bool is_after_dash = str_any(before, DASHES, N_OF(DASHES), str_ends_with);
    if (after.len == 0 || str_equals(after, STR(".")))
        return is_after_mark || (is_after_dash && has_capitals(before));
    return str_any(after, YEARS, N_OF(YEARS), str_equals) && (is_after_mark || is_after_dash) &&
           has_capitals(before);
}

/* Whether the day is set apart from the words around it, so that no sentence contains it, at the
 * end or as a dateline is at the start. */
static bool is_set_apart(struct str text, struct date_span span) {
    struct str before = str_trim(str_between(text, 0, span.first));
    struct str after = str_trim(str_between(text, span.end, text.len));
    return is_set_apart_at_end(before, after) ||
           (span.first <= MAX_LEAD_FIRST && begins_after_dateline(after));
}

/* Whether the line is a sentence about something, in which a day is not the page's: "On 3 April
 * 1911 the first boat sailed." With a label or a byline word it is about the page. */
static bool is_sentence(const struct line_reader *r, struct str text) {
    struct date date;
    struct date_span span;
    if (r->is_dump || !str_ends_with(text, STR(".")) || is_labelled(r, text) ||
        !date_find_day(r->g->arena, text, r->g->hints, &date, &span) || is_set_apart(text, span))
        return false;
    return count_words(str_between(text, 0, span.first)) +
               count_words(str_between(text, span.end, text.len)) >=
           SENTENCE_WORDS;
}

/* Whether the page's address or markup dates it to a year, and none to one close to this. */
static bool is_of_other_year(const struct gathering *g, int year) {
    const struct candidates *list = &g->of[CANDIDATE_PUBLISHED];
    bool has_other = false;
    for (size_t i = 0; i < list->n; i++) {
        const struct candidate *c = &list->items[i];
        struct date date;
        bool is_declared = c->source == SOURCE_URL || c->node == NOWHERE;
        if (c->source == SOURCE_TEXT || !is_declared ||
            !date_read(g->arena, c->text, g->hints, &date))
            continue;
        if (date.year - year <= 1 && year - date.year <= 1)
            return false;
        has_other = true;
    }
    return has_other;
}

/* Whether a line above the body ends with its day, as datelines do: "Jane Doe, Staff Writer 3 May
 * 2024". In a list it may be a highlight. */
static bool ends_in_day_above_body(const struct line_reader *r, struct str text, uint32_t block,
                                   struct date_span span) {
    return block < r->window->body && r->g->page->blocks[block].tag != DOM_LI &&
           str_trim(str_between(text, span.end, text.len)).len == 0;
}

/* Whether the line tells of a day long before or after the page's own: a highlight in a list, "The
 * first boat sailed on 3 April 1911". */
static bool tells_of_day(const struct line_reader *r, struct str text, uint32_t block) {
    struct date date;
    struct date_span span;
    return !r->is_dump && !is_labelled(r, text) &&
           date_find_day(r->g->arena, text, r->g->hints, &date, &span) &&
           !is_set_apart(text, span) && !ends_in_day_above_body(r, text, block, span) &&
           count_words(str_between(text, 0, span.first)) >= SENTENCE_WORDS &&
           is_of_other_year(r->g, date.year);
}

static void read_line(struct line_reader *r, struct str text, uint32_t block) {
    text = line_authors_without_address(text);
    struct line line = {.text = text, .block = block};
    if (!block_lines_trim(text).len)
        return; /* a separator between two others */
    line.is_early = block <= r->window->body || block < r->window->head + LINE_NEAR_BLOCKS;
    if (date_is_possible(text) && !line_dates_is_of_copy(text)) {
        enum date_label label = label_before(r);
        bool is_other = (!r->before.has_date && other_day_is_label(r->g, r->before.text)) ||
                        is_sentence(r, text) || tells_of_day(r, text, block);
        bool may_date = !r->in_tail || label != LABEL_NONE || is_labelled(r, text);
        line.has_date =
            may_date && !is_other &&
            line_dates_read(r->g, text, block, date_rank(r, text, block), label, &line.date);
    }
    bool follows_name = r->before.is_lone_name && block <= r->before.block + 1;
    line.is_lone_name = !line.has_date && line.is_early && block + 2 >= r->window->head &&
                        (!follows_name || r->follows_by) &&
                        line_authors_is_person(r, text, block) &&
                        (!r->g->dump_lines || may_be_byline(r->g, text, block, LEAST_LONE));
    line_authors_read(r, &line);
    r->before = line;
}

/* Reads a line of a dump that has no byline word as a byline if it looks like one, or if the model
 * says so. */
static void read_unmarked(struct line_reader *r, struct str text, uint32_t i) {
    const struct window *w = r->window;
    bool is_near = !r->in_tail && w->headline.len && i >= w->head && i < w->head + LINE_NEAR_BLOCKS;
    if (!r->in_tail && line_authors_add_desk(r, text, i))
        return;
    if (is_near && byline_form_is(r->g, w, text))
        line_authors_add_form(r, text, i);
    else if (may_be_byline(r->g, text, i, LEAST_BYLINE))
        line_authors_add(r->g, text, i, 4);
}

static void read_block(struct line_reader *r, uint32_t i) {
    struct str text = block_lines_split(r->g, i);
    size_t n_authors = r->g->of[CANDIDATE_AUTHOR].n;
    for (size_t at = 0; at < text.len;)
        read_line(r, str_trim(str_next_line(text, &at)), i);
    bool is_new = r->g->of[CANDIDATE_AUTHOR].n > n_authors;
    if (r->g->dump_lines && !is_new && !r->follows_by)
        read_unmarked(r, text, i);
}

/* The lines of the headline's own block after its first one: <h1>Harbour plan<br>3 May
 * 2024</h1>. */
static void read_below_headline(struct line_reader *r, uint32_t i) {
    struct str text = r->g->page->blocks[i].text;
    size_t at = 0;
    str_next_line(text, &at);
    while (at < text.len)
        read_line(r, str_trim(str_next_line(text, &at)), i);
}

/* The end of the last paragraph whose score is at least `least`, from the window's end on. */
static uint32_t end_of_body(const struct line_reader *r, float least) {
    const struct gathering *g = r->g;
    uint32_t last = (uint32_t)g->page->n_blocks;
    while (last > r->window->end && !(window_is_body(g, last - 1) && g->score[last - 1] >= least))
        last--;
    return last;
}

static void read_tail_from(struct line_reader *r, uint32_t first, uint32_t n_blocks) {
    const struct gathering *g = r->g;
    uint32_t n = (uint32_t)g->page->n_blocks;
    r->in_tail = true;
    r->follows_by = false;
    r->before = (struct line){.text = STR_NONE};
    for (uint32_t i = first; i < n && i < first + n_blocks; i++)
        if (is_line_block(g, i))
            read_block(r, i);
}

/* The lines after the article's last paragraph: there a byline word or a label is required. Teasers
 * may look like its last paragraphs, but the line below the last that surely is one signs it. */
static void read_tail(struct line_reader *r) {
    uint32_t last = end_of_body(r, 0), sure = end_of_body(r, SURE_SCORE);
    if (last > r->window->body)
        reporter_note_read_last(r, last - 1);
    if (sure > r->window->end && sure < last)
        read_tail_from(r, sure, 1);
    read_tail_from(r, last, TAIL_BLOCKS);
}

/* Reads the dump's likeliest byline and dateline if they are outside the window. */
static void read_outside(struct line_reader *r) {
    static const enum dump_role ROLES[] = {DUMP_BYLINE, DUMP_DATELINE};
    for (size_t k = 0; k < N_OF(ROLES); k++) {
        uint32_t i = dump_lines_best(r->g->dump_lines, ROLES[k]);
        if (i == NOWHERE || (i >= r->window->first && i < r->window->end) ||
            !is_likely(r->g, i, ROLES[k], LEAST_OUTSIDE))
            continue;
        r->in_tail = r->follows_by = false;
        r->before = (struct line){.text = STR_NONE};
        read_block(r, i);
    }
}

/* Whether block i is a paragraph that surely is part of the article. */
static bool is_sure_body(const struct gathering *g, uint32_t i) {
    return window_is_body(g, i) && g->score[i] >= SURE_SCORE;
}

/* Whether block i is a line with a byline word above a paragraph. */
static bool is_late_byline(const struct line_reader *r, uint32_t i) {
    const struct gathering *g = r->g;
    return is_line_block(g, i) && (is_sure_body(g, i + 1) || is_sure_body(g, i + 2)) &&
           name_by_prefix(g->arena, g->page->blocks[i].text, r->languages);
}

/* Reads a byline above a paragraph after the window, if the page has named nobody: a box between
 * headline and article may be long. Below a heading within the text, or if there are several, it
 * tells who has written one of the things that the article is about. */
static void read_late_byline(struct line_reader *r) {
    const struct gathering *g = r->g;
    if (g->of[CANDIDATE_AUTHOR].n || g->is_of_things)
        return;
    r->in_tail = r->follows_by = false;
    r->before = (struct line){.text = STR_NONE};
    const struct block *blocks = g->page->blocks;
    uint32_t found = NOWHERE;
    for (uint32_t i = r->window->end; i + 2 < g->page->n_blocks; i++) {
        if (!is_late_byline(r, i))
            continue;
        bool is_below_heading = i && dom_heading_level(blocks[i - 1].tag) > 1;
        if (is_below_heading ||
            (found != NOWHERE && !str_equals(blocks[i].text, blocks[found].text)))
            return;
        found = i;
    }
    if (found != NOWHERE)
        read_block(r, found);
}

/* The sentence that blog themes have put below posts since at least 2005: "This entry was posted on
 * Saturday, December 3rd, 2011 at 8:15 pm and is filed under ...". */
static bool is_posting_note(struct str text) {
    static const struct str STARTS[] = {
        STR_INIT("this entry was posted"),
        STR_INIT("this post was written"),
        STR_INIT("this article was posted"),
        STR_INIT("this entry was published"),
        STR_INIT("dieser artikel wurde"),
        STR_INIT("dieser beitrag wurde"),
        STR_INIT("dieser eintrag wurde"),
        STR_INIT("der beitrag wurde am"),
        STR_INIT("cet article a \xC3\xA9t\xC3\xA9"),
        STR_INIT("cette entr\xC3\xA9"),
        STR_INIT("esta entrada fue"),
        STR_INIT("questo articolo \xC3\xA8 stato"),
        STR_INIT("este artigo foi"),
        STR_INIT("dit bericht is geplaatst"),
        STR_INIT("ten wpis zosta\xC5\x82"),
        STR_INIT("esta entrada se public"),
        STR_INIT("acest articol a fost publicat"),
        STR_INIT("tento \xC4\x8Dl\xC3\xA1nok bol publikovan\xC3\xBD"),
        STR_INIT("aquesta entrada s'ha publicat")};
    return str_any(text, STARTS, N_OF(STARTS), str_starts_with_lower);
}

/* The same about the post by its title: "The eastern wall is done was posted on ...". */
static bool is_note_on(struct str headline, struct str text) {
    static const struct str NEXT[] = {
        STR_INIT(" was posted "),     STR_INIT(" was published "),       STR_INIT(" wurde am "),
        STR_INIT(" wurde von "),      STR_INIT(" a \xC3\xA9t\xC3\xA9 "), STR_INIT(" fue publicad"),
        STR_INIT(" \xC3\xA8 stato "), STR_INIT(" foi publicad")};
    if (!headline.len || !str_starts_with(text, headline))
        return false;
    return str_any(str_between(text, headline.len, text.len), NEXT, N_OF(NEXT), str_starts_with);
}

/* Reads that sentence if the page has no other date. If there are several, as on a front page, none
 * of them is the page's. */
static void read_posting_note(struct gathering *g, const struct headline *headline,
                              const struct window *window) {
    uint32_t note = NOWHERE;
    if (g->of[CANDIDATE_PUBLISHED].n)
        return;
    for (uint32_t i = 0; i < g->page->n_blocks; i++) {
        struct str text = g->page->blocks[i].text;
        if (!(i >= window->head && is_posting_note(text)) &&
            !is_note_on(headline->value.text, text))
            continue;
        if (note != NOWHERE)
            return;
        note = i;
    }
    struct date date;
    struct date_span span;
    if (note == NOWHERE)
        return;
    struct str text = utf8_first(g->page->blocks[note].text, NOTE_BYTES);
    if (date_find_day(g->arena, text, g->hints, &date, &span))
        line_dates_add(g, str_between(text, span.first, span.end), LABEL_PUBLISHED, note, 4);
}

void lines_read(struct gathering *g, const struct headline *headline, const struct window *window) {
    struct line_reader r = {.g = g, .window = window, .is_dump = g->dump_lines != NULL};
    r.languages = gathering_languages(g);
    int n_body = 0;
    for (uint32_t i = window->first; i < window->end; i++) {
        bool is_headline = i >= headline->first && i < headline->end;
        if (is_headline)
            read_below_headline(&r, i);
        else if (is_line_block(g, i))
            read_block(&r, i);
        else if (i >= window->body && n_body++ < LEAD_PARAGRAPHS)
            read_lead(&r, i);
    }
    read_tail(&r);
    read_posting_note(g, headline, window);
    if (g->dump_lines)
        read_outside(&r);
    else
        lone_date_read(g, window);
    if (!g->dump_lines)
        read_late_byline(&r);
}

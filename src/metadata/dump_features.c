/*
 * Computes the features of the lines of a dump; see dump_features.h.
 */
#include "metadata/dump_features.h"

#include <math.h>

#include "base/ascii.h"
#include "lexicon/caption.h"
#include "lexicon/phrase.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"
#include "metadata/dump_facts.h"
#include "metadata/dump_vocabulary.h"
#include "metadata/line_dates.h"
#include "metadata/name.h"
#include "metadata/window.h"

enum {
    LOOK_BACK = 80,   /* lines above the article: menus, standfirst, byline, picture, share bar */
    LOOK_DOWN = 16,   /* lines below its first paragraph, which may belong to a teaser */
    LOOK_AFTER = 14,  /* lines below its last paragraph: a signature, a date */
    LOOK_AROUND = 12, /* lines around these whose facts are read too */
    LOOK_AHEAD = 48,  /* blocks of the article whose words are used; by then a real article
                         repeats its headline's */
    MAX_CRUMBS = 12,  /* lines between a breadcrumb trail and the headline that ends it */
    NEAR_LINES = 10,
    MIN_LONG_WORDS = 5, /* menus have shorter lines */
    MIN_PROSE_WORDS = 8,
    MAX_WORDS = 60 /* greater numbers are all the same */
};

const char *dump_feature_name(enum dump_feature feature) {
    static const char *const NAMES[] = {
#define X(name) #name,
        DUMP_FEATURES(X)
#undef X
    };
    return NAMES[feature];
}

struct view {
    const struct gathering *g;
    uint32_t body, last; /* the first paragraph, and the block after the last one */
    uint32_t first, end; /* the range of blocks with facts */
    const struct dump_facts *facts;
    const struct dump_vocabulary *known, *lead, *small;
    struct captions captions;
    struct phrases phrases;
    uint32_t n_dates, n_bys; /* of all lines with facts */
};

static const struct block *block_at(const struct view *v, uint32_t i) {
    static const struct block NONE = {.flags = 0};
    return i < v->g->page->n_blocks ? &v->g->page->blocks[i] : &NONE;
}

/* The facts of the line that is `by` lines below line `i`. */
static const struct dump_facts *facts_at(const struct view *v, uint32_t i, int by) {
    static const struct dump_facts NONE = {.by = DUMP_BY_NONE};
    int64_t at = (int64_t)i + by;
    return at >= v->first && at < v->end ? &v->facts[at - v->first] : &NONE;
}

static float words_at(const struct view *v, uint32_t i, int by) {
    int64_t at = (int64_t)i + by;
    if (at < 0 || at >= (int64_t)v->g->page->n_blocks)
        return -1;
    uint32_t n = v->g->page->blocks[at].counts.n_words;
    return n < MAX_WORDS ? (float)n : MAX_WORDS;
}

static float score_at(const struct view *v, uint32_t i, int by) {
    int64_t at = (int64_t)i + by;
    return at >= 0 && at < (int64_t)v->g->page->n_blocks ? v->g->score[at] : 0;
}

/* ---- the form of the line ---- */

enum ending { END_NONE, END_POINT, END_ASKING, END_COLON, END_CUT, END_COMMA, END_ARROW };

static enum ending ending_of(struct str text) {
    if (str_ends_with(text, STR("...")) || str_ends_with(text, STR("\xE2\x80\xA6")))
        return END_CUT;
    if (str_ends_with(text, STR("\xC2\xBB")) || str_ends_with(text, STR("\xE2\x80\xBA")))
        return END_ARROW;
    if (str_ends_with(text, STR("\xE3\x80\x82"))) /* the ideographic full stop */
        return END_POINT;
    switch (text.len ? text.at[text.len - 1] : ' ') {
    case '.':
        return END_POINT;
    case '?':
    case '!':
        return END_ASKING;
    case ':':
        return END_COLON;
    case ',':
        return END_COMMA;
    default:
        return END_NONE;
    }
}

enum start { START_LETTER, START_SMALL, START_DIGIT, START_QUOTE, START_MARK };

static enum start start_of(struct str text) {
    unsigned char c = text.len ? (unsigned char)text.at[0] : ' ';
    if (c >= 0x80 && !str_starts_with(text, STR("\xE2")) && !str_starts_with(text, STR("\xC2")))
        return START_LETTER;
    if (ascii_is_letter((char)c))
        return ascii_is_lower((char)c) ? START_SMALL : START_LETTER;
    if (ascii_is_digit((char)c))
        return START_DIGIT;
    bool is_quote = c == '"' || c == '\'' || str_starts_with(text, STR("\xE2\x80\x9C")) ||
                    str_starts_with(text, STR("\xE2\x80\x9E")) ||
                    str_starts_with(text, STR("\xE2\x80\x98")) ||
                    str_starts_with(text, STR("\xC2\xAB"));
    return is_quote ? START_QUOTE : START_MARK;
}

static bool asks(struct str text) {
    return str_has_byte(text, '?') || str_has_byte(text, '"') || str_holds(text, STR(": ")) ||
           str_holds(text, STR("\xE2\x80\x9C")) || str_holds(text, STR("\xE2\x80\x9E"));
}

static bool has_separator(struct str text) {
    return str_has_byte(text, '|') || str_holds(text, STR(" > ")) || str_holds(text, STR(" / ")) ||
           str_holds(text, STR("\xC2\xBB")) || str_holds(text, STR("\xE2\x80\xBA")) ||
           str_holds(text, STR("\xC2\xB7")) || str_holds(text, STR("\xE2\x80\xA2"));
}

static bool has_address(struct str text) {
    return str_has_byte(text, '@') || str_has_byte(text, '#') || str_holds(text, STR("www.")) ||
           str_holds(text, STR("://")) || str_holds(text, STR(".com"));
}

static float share(size_t part, size_t whole) {
    return whole ? (float)part / (float)whole : 0;
}

static float share_of_capitals(struct str text) {
    size_t n = 0, n_letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        n_letters += ascii_is_letter(text.at[i]);
        n += ascii_is_upper(text.at[i]);
    }
    return share(n, n_letters);
}

static void measure_form(struct view *v, uint32_t i, float *row) {
    const struct block *block = block_at(v, i);
    struct str text = block->text;
    row[DUMP_FEATURE_WORDS] = words_at(v, i, 0);
    row[DUMP_FEATURE_BYTES] = (float)(text.len < 400 ? text.len : 400);
    row[DUMP_FEATURE_WORD_BYTES] = share(text.len, block->counts.n_words);
    row[DUMP_FEATURE_CAPITALIZED] = share(block->counts.n_capitals, block->counts.n_words);
    row[DUMP_FEATURE_UPPER] = share_of_capitals(text);
    row[DUMP_FEATURE_DIGITS] = share(block->counts.n_digits, block->counts.n_chars);
    row[DUMP_FEATURE_END] = (float)ending_of(text);
    row[DUMP_FEATURE_START] = (float)start_of(text);
    row[DUMP_FEATURE_ASKS] = asks(text);
    row[DUMP_FEATURE_SEPARATOR] = has_separator(text);
    row[DUMP_FEATURE_COMMAS] = (float)block->counts.n_commas;
    row[DUMP_FEATURE_ADDRESS] = has_address(text);
    row[DUMP_FEATURE_SMALL] = dump_vocabulary_common(v->small, text);
    row[DUMP_FEATURE_JOB] =
        words_prefix(v->g->arena, text, WORDS_JOB, gathering_languages(v->g)) != 0;
    row[DUMP_FEATURE_CREDIT] = captions_has_credit(&v->captions, text);
    row[DUMP_FEATURE_PROMPT] = (float)phrases_at_start(&v->phrases, text);
}

static void measure_facts(const struct view *v, uint32_t i, float *row) {
    const struct dump_facts *facts = facts_at(v, i, 0);
    row[DUMP_FEATURE_BY] = facts->by;
    row[DUMP_FEATURE_NAME] = facts->name;
    row[DUMP_FEATURE_COMMON] = facts->has_common;
    row[DUMP_FEATURE_DATE] = facts->date;
    row[DUMP_FEATURE_DATE_SHARE] = share(facts->at.end - facts->at.first, block_at(v, i)->text.len);
    row[DUMP_FEATURE_DATE_FIRST] = (float)facts->at.first;
    row[DUMP_FEATURE_LABEL] = facts->label;
    row[DUMP_FEATURE_LABEL_B1] = facts_at(v, i, -1)->label;
}

static void measure_words(const struct view *v, uint32_t i, float *row) {
    struct str key = comparison_key_of(v->g->arena, block_at(v, i)->text);
    size_t n, n_shared = dump_vocabulary_shared(v->known, key, &n);
    row[DUMP_FEATURE_SHARED] = share(n_shared, n);
    row[DUMP_FEATURE_N_SHARED] = logf(1 + (float)n_shared);
    row[DUMP_FEATURE_LEAD] = share(dump_vocabulary_shared(v->lead, key, &n), n);
}

/* ---- its place ---- */

/* Whether line `i` is a breadcrumb trail that ends with the text of line `k`. */
static bool leads_to(const struct view *v, uint32_t i, uint32_t k) {
    struct str crumbs = block_at(v, i)->text, line = block_at(v, k)->text;
    return crumbs.len > line.len + 2 && block_at(v, k)->counts.n_words > 1 &&
           str_ends_with(crumbs, line);
}

static bool ends_crumbs(const struct view *v, uint32_t i) {
    if (words_at(v, i, 0) < 3 && block_at(v, i)->text.len < 24) /* the name of a section */
        return false;
    for (uint32_t k = i > MAX_CRUMBS ? i - MAX_CRUMBS : 0; k < i; k++)
        if (leads_to(v, k, i))
            return true;
    return false;
}

static bool is_crumbs(const struct view *v, uint32_t i) {
    for (uint32_t k = i + 1; k <= i + MAX_CRUMBS; k++)
        if (leads_to(v, i, k))
            return true;
    return false;
}

static void count_same(const struct view *v, uint32_t i, float *row) {
    const struct block *blocks = v->g->page->blocks;
    for (uint32_t k = 0; k < v->g->page->n_blocks; k++)
        if (k != i && blocks[k].hash == blocks[i].hash)
            row[k < i ? DUMP_FEATURE_SAME_BEFORE : DUMP_FEATURE_SAME_AFTER]++;
}

static void measure_place(const struct view *v, uint32_t i, float *row) {
    uint32_t n = (uint32_t)v->g->page->n_blocks;
    row[DUMP_FEATURE_TO_BODY] = (float)v->body - (float)i;
    row[DUMP_FEATURE_AT] = (float)i;
    row[DUMP_FEATURE_AT_SHARE] = share(i, n);
    row[DUMP_FEATURE_N_LINES] = (float)n;
    row[DUMP_FEATURE_GAP_BEFORE] = !(block_at(v, i)->flags & BLOCK_LINE_BREAK);
    row[DUMP_FEATURE_GAP_AFTER] = !(block_at(v, i + 1)->flags & BLOCK_LINE_BREAK);
    row[DUMP_FEATURE_TAIL] = i >= v->last ? (float)(i - v->last + 1) : 0;
    row[DUMP_FEATURE_SCORE] = score_at(v, i, 0);
    row[DUMP_FEATURE_SCORE_B1] = score_at(v, i, -1);
    row[DUMP_FEATURE_SCORE_A1] = score_at(v, i, 1);
    row[DUMP_FEATURE_SCORE_A2] = score_at(v, i, 2);
    row[DUMP_FEATURE_ENDS_CRUMBS] = ends_crumbs(v, i);
    row[DUMP_FEATURE_IS_CRUMBS] = is_crumbs(v, i);
    row[DUMP_FEATURE_DATES] = (float)v->n_dates;
    row[DUMP_FEATURE_BYS] = (float)v->n_bys;
    count_same(v, i, row);
    for (uint32_t k = i > LOOK_BACK ? i - LOOK_BACK : 0; k < i; k++)
        row[DUMP_FEATURE_LONG_ABOVE] += words_at(v, k, 0) >= MIN_LONG_WORDS;
    for (uint32_t k = i + 1; k < v->body; k++)
        row[DUMP_FEATURE_LONG_BETWEEN] += words_at(v, k, 0) >= MIN_PROSE_WORDS;
}

/* ---- the lines around it ---- */

static bool has_by(const struct dump_facts *facts) {
    return facts->by == DUMP_BY_ALONE || facts->by == DUMP_BY_FIRST;
}

static bool has_date(const struct dump_facts *facts) {
    return facts->date >= DUMP_DATE_DAY;
}

static bool has_name(const struct dump_facts *facts) {
    return facts->name == NAME_PERSON;
}

/* How many lines away the nearest line is for which `is` holds, in the direction `step`. */
static float distance_to(const struct view *v, uint32_t i, int step,
                         bool (*is)(const struct dump_facts *)) {
    int n = 1;
    while (n <= LOOK_AROUND && !is(facts_at(v, i, n * step)))
        n++;
    return (float)n;
}

static void measure_around(const struct view *v, uint32_t i, float *row) {
    static const int WORDS_AT[] = {-3, -2, -1, 1, 2, 3}, FACTS_AT[] = {-2, -1, 1, 2, 3};
    for (size_t k = 0; k < N_OF(WORDS_AT); k++)
        row[DUMP_FEATURE_WORDS_B3 + k] = words_at(v, i, WORDS_AT[k]);
    for (size_t k = 0; k < N_OF(FACTS_AT); k++) {
        const struct dump_facts *facts = facts_at(v, i, FACTS_AT[k]);
        row[DUMP_FEATURE_BY_B2 + k] = facts->by;
        row[DUMP_FEATURE_DATE_B2 + k] = facts->date;
        row[DUMP_FEATURE_NAME_B2 + k] = facts->name;
    }
    row[DUMP_FEATURE_BY_ABOVE] = distance_to(v, i, -1, has_by);
    row[DUMP_FEATURE_BY_BELOW] = distance_to(v, i, 1, has_by);
    row[DUMP_FEATURE_DATE_ABOVE] = distance_to(v, i, -1, has_date);
    row[DUMP_FEATURE_DATE_BELOW] = distance_to(v, i, 1, has_date);
    row[DUMP_FEATURE_NAME_ABOVE] = distance_to(v, i, -1, has_name);
    row[DUMP_FEATURE_NAME_BELOW] = distance_to(v, i, 1, has_name);
    for (int k = -NEAR_LINES; k <= NEAR_LINES; k++)
        row[DUMP_FEATURE_DATES_NEAR] += has_date(facts_at(v, i, k));
}

/* ---- all of them ---- */

/* The first paragraph of running text, or if there is none, the first line of the article. */
static uint32_t find_body(const struct gathering *g) {
    uint32_t body = window_first_body(g);
    if (body || g->page->n_blocks == 0 || window_is_body(g, 0))
        return body;
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (g->score[i] >= 0.5f && g->page->blocks[i].counts.n_words >= MIN_PROSE_WORDS)
            return i;
    return 0;
}

static void read_facts(struct view *v) {
    struct dump_facts *facts = arena_alloc(v->g->arena, (v->end - v->first + 1) * sizeof *facts);
    for (uint32_t i = v->first; i < v->end; i++) {
        struct dump_facts *own = &facts[i - v->first];
        dump_facts_read(v->g, i, own);
        v->n_dates += has_date(own);
        v->n_bys += has_by(own);
    }
    v->facts = facts;
}

static void measure(struct view *v, uint32_t i, float *row) {
    measure_form(v, i, row);
    measure_facts(v, i, row);
    measure_words(v, i, row);
    measure_place(v, i, row);
    measure_around(v, i, row);
}

static void start_view(struct view *v, const struct gathering *g) {
    uint32_t n = (uint32_t)g->page->n_blocks, back = LOOK_BACK + LOOK_AROUND;
    v->g = g;
    v->body = find_body(g);
    v->last = n;
    while (v->last > v->body + 1 && !window_is_body(g, v->last - 1))
        v->last--;
    v->first = v->body > back ? v->body - back : 0;
    v->end = v->last + LOOK_AFTER + LOOK_AROUND < n ? v->last + LOOK_AFTER + LOOK_AROUND : n;
    captions_init(&v->captions, g->arena);
    phrases_init(&v->phrases, g->arena);
    v->known = dump_vocabulary_of(g, v->body, LOOK_AHEAD);
    v->lead = dump_vocabulary_of(g, v->body, 2);
    v->small = dump_vocabulary_small(g);
    read_facts(v);
}

void dump_features_measure(const struct gathering *g, struct dump_measures *out) {
    struct view v = {.n_dates = 0};
    const size_t most = LOOK_BACK + LOOK_DOWN + LOOK_AFTER;
    *out = (struct dump_measures){.n = 0};
    if (g->page->n_blocks == 0)
        return;
    start_view(&v, g);
    out->body = v.body;
    out->blocks = arena_alloc(g->arena, most * sizeof *out->blocks);
    out->rows = arena_alloc_zero(g->arena, most * DUMP_FEATURE_N, sizeof *out->rows);
    for (uint32_t i = v.body > LOOK_BACK ? v.body - LOOK_BACK : 0; i < v.end; i++) {
        bool is_near = i < v.body + LOOK_DOWN || (i >= v.last && i < v.last + LOOK_AFTER);
        if (!is_near || words_at(&v, i, 0) < 1)
            continue;
        measure(&v, i, out->rows + out->n * DUMP_FEATURE_N);
        out->blocks[out->n++] = i;
    }
}

/*
 * Computes the features of the lines of a dump; see dump_features.h.
 */
#include "metadata/dump/dump_features.h"

#include <math.h>

#include "lexicon/caption.h"
#include "lexicon/phrase.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"
#include "metadata/dump/dump_facts.h"
#include "metadata/dump/dump_form.h"
#include "metadata/dump/dump_nested.h"
#include "metadata/dump/dump_vocabulary.h"
#include "metadata/date/line_dates.h"
#include "metadata/author/name.h"
#include "metadata/window.h"

enum {
    LOOK_BACK = 768,  /* lines above the article: the largest menus have as many */
    MAX_LINES = 1024, /* that are measured; few pages have more */
    LONG_BACK = 80,   /* lines whose long ones are counted */
    LOOK_AROUND = 12, /* lines around a line whose facts count */
    LOOK_AHEAD = 48,  /* blocks of the article whose words are used; by then a real article
                         repeats its headline's */
    MAX_CRUMBS = 12,  /* lines between a breadcrumb trail and the headline that ends it */
    NEAR_LINES = 10,
    RUN_LINES = 12, /* an article has several paragraphs within so many lines; a notice does not */
    MIN_LONG_WORDS = 5, /* menus have shorter lines */
    MIN_PROSE_WORDS = 8,
    LEAD_BLOCKS = 2,        /* of the article, which say again what the headline says */
    NEXT_LINES = 4,         /* whose mass is a feature of its own: the first paragraph's */
    MAX_SECTION_WORDS = 2,  /* in the name of a section, which ends a breadcrumb trail too ... */
    MAX_SECTION_BYTES = 23, /* ... and its length; Chinese headlines have few words */
    MIN_CRUMBS_SURPLUS = 3, /* bytes of the trail before its last part: a letter, a separator */
    MAX_BYTES = 400,        /* greater lengths are all the same */
    MAX_LINE_WORDS = 60,    /* longer lines have no role */
    MAX_WORDS = 60          /* greater numbers are all the same */
};

/* Blocks with lower scores are not counted as the article's. */
static const float LEAST_SCORE = 0.3f;

/* From this score on, a block is more likely than not the article's, and may be its first one. */
static const float BODY_SCORE = 0.5f;

/* The share of the mass of the page's densest lines that the article's first lines have at least.
 */
static const float RUN_SHARE = 0.25f;

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
    const float *mass; /* before each block: words times score of all blocks above it */
    float most;        /* in RUN_LINES successive lines */
    const uint16_t *n_long, *n_prose; /* in the lines from `first` to before each */
    uint32_t n_dates, n_bys;          /* of all lines with facts */
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

static float share(size_t part, size_t whole) {
    return whole ? (float)part / (float)whole : 0;
}

/* ---- the line itself ---- */

enum { CREDIT_NONE, CREDIT_MARKED, CREDIT_SURE };

static float credit_of(struct view *v, struct str text) {
    if (captions_has_credit(&v->captions, text))
        return CREDIT_SURE;
    return dump_form_has_credit(text) ? CREDIT_MARKED : CREDIT_NONE;
}

static void measure_form(struct view *v, uint32_t i, float *row) {
    const struct block *block = block_at(v, i);
    struct str text = block->text;
    row[DUMP_FEATURE_WORDS] = words_at(v, i, 0);
    row[DUMP_FEATURE_BYTES] = (float)(text.len < MAX_BYTES ? text.len : MAX_BYTES);
    row[DUMP_FEATURE_WORD_BYTES] = share(text.len, block->counts.n_words);
    row[DUMP_FEATURE_CAPITALIZED] = share(block->counts.n_capitals, block->counts.n_words);
    row[DUMP_FEATURE_UPPER] = dump_form_capitals(text);
    row[DUMP_FEATURE_DIGITS] = share(block->counts.n_digits, block->counts.n_chars);
    row[DUMP_FEATURE_END] = (float)dump_form_ending(text);
    row[DUMP_FEATURE_START] = (float)dump_form_start(text);
    row[DUMP_FEATURE_ASKS] = dump_form_asks(text);
    row[DUMP_FEATURE_SEPARATOR] = dump_form_has_separator(text);
    row[DUMP_FEATURE_COMMAS] = (float)block->counts.n_commas;
    row[DUMP_FEATURE_ADDRESS] = dump_form_has_address(text);
    row[DUMP_FEATURE_SMALL] = dump_vocabulary_common(v->small, text);
    row[DUMP_FEATURE_JOB] =
        words_prefix(v->g->arena, text, WORDS_JOB, gathering_languages(v->g)) != 0;
    row[DUMP_FEATURE_CREDIT] = credit_of(v, text);
    row[DUMP_FEATURE_STOPS] = (float)block->counts.n_stops;
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
    return crumbs.len >= line.len + MIN_CRUMBS_SURPLUS && block_at(v, k)->counts.n_words > 1 &&
           str_ends_with(crumbs, line);
}

static bool ends_crumbs(const struct view *v, uint32_t i) {
    if (words_at(v, i, 0) <= MAX_SECTION_WORDS && block_at(v, i)->text.len <= MAX_SECTION_BYTES)
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

/* How many lines of the range have the same text. */
static void count_same(const struct view *v, uint32_t i, float *row) {
    const struct block *blocks = v->g->page->blocks;
    for (uint32_t k = v->first; k < v->end; k++)
        if (k != i && blocks[k].hash == blocks[i].hash)
            row[k < i ? DUMP_FEATURE_SAME_BEFORE : DUMP_FEATURE_SAME_AFTER]++;
}

/* The article's mass in the lines from `first` to before `end`. */
static float mass_between(const struct view *v, uint32_t first, uint32_t end) {
    uint32_t n = (uint32_t)v->g->page->n_blocks;
    return v->mass[end < n ? end : n] - v->mass[first < n ? first : n];
}

static void measure_mass(const struct view *v, uint32_t i, float *row) {
    float all = v->mass[v->g->page->n_blocks];
    if (all <= 0)
        return;
    row[DUMP_FEATURE_MASS_ABOVE] = v->mass[i] / all;
    row[DUMP_FEATURE_MASS_BEFORE] = mass_between(v, i > RUN_LINES ? i - RUN_LINES : 0, i) / v->most;
    row[DUMP_FEATURE_MASS_NEXT] = mass_between(v, i + 1, i + 1 + NEXT_LINES) / v->most;
    row[DUMP_FEATURE_MASS_AFTER] = mass_between(v, i + 1, i + 1 + RUN_LINES) / v->most;
}

/* How many long lines stand above, and how many paragraphs between the line and the body. */
static void count_long(const struct view *v, uint32_t i, float *row) {
    uint32_t at = i - v->first, back = at > LONG_BACK ? at - LONG_BACK : 0;
    uint32_t body = v->body - v->first;
    row[DUMP_FEATURE_LONG_ABOVE] = (float)(v->n_long[at] - v->n_long[back]);
    row[DUMP_FEATURE_LONG_BETWEEN] =
        at + 1 < body ? (float)(v->n_prose[body] - v->n_prose[at + 1]) : 0;
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
    count_long(v, i, row);
    measure_mass(v, i, row);
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

/* The row of the line directly before (`by` is -1) or after; NULL if that was not measured. */
static const float *neighbour(const struct dump_measures *measures, size_t i, int by) {
    int64_t other = (int64_t)i + by;
    if (other < 0 || other >= (int64_t)measures->n ||
        (int64_t)measures->blocks[other] != (int64_t)measures->blocks[i] + by)
        return NULL;
    return measures->rows + (size_t)other * DUMP_FEATURE_N;
}

/* Copies what the lines directly before and after say about themselves. */
static void copy_neighbours(const struct dump_measures *measures) {
    static const struct {
        uint8_t to, from;
        int8_t by;
    } COPIES[] = {{DUMP_FEATURE_SHARED_B1, DUMP_FEATURE_SHARED, -1},
                  {DUMP_FEATURE_SHARED_A1, DUMP_FEATURE_SHARED, 1},
                  {DUMP_FEATURE_N_SHARED_A1, DUMP_FEATURE_N_SHARED, 1},
                  {DUMP_FEATURE_LEAD_B1, DUMP_FEATURE_LEAD, -1},
                  {DUMP_FEATURE_LEAD_A1, DUMP_FEATURE_LEAD, 1},
                  {DUMP_FEATURE_END_B1, DUMP_FEATURE_END, -1},
                  {DUMP_FEATURE_END_A1, DUMP_FEATURE_END, 1},
                  {DUMP_FEATURE_CREDIT_B1, DUMP_FEATURE_CREDIT, -1},
                  {DUMP_FEATURE_CREDIT_A1, DUMP_FEATURE_CREDIT, 1},
                  {DUMP_FEATURE_PROMPT_B1, DUMP_FEATURE_PROMPT, -1}};
    for (size_t i = 0; i < measures->n; i++) {
        float *row = measures->rows + i * DUMP_FEATURE_N;
        for (size_t k = 0; k < N_OF(COPIES); k++) {
            const float *other = neighbour(measures, i, COPIES[k].by);
            row[COPIES[k].to] = other ? other[COPIES[k].from] : -1;
        }
    }
}

/* ---- all of them ---- */

static void sum_mass(struct view *v) {
    uint32_t n = (uint32_t)v->g->page->n_blocks;
    float *mass = arena_alloc(v->g->arena, (n + 1) * sizeof *mass);
    mass[0] = 0;
    for (uint32_t i = 0; i < n; i++) {
        float score = v->g->score[i];
        mass[i + 1] = mass[i];
        if (score >= LEAST_SCORE)
            mass[i + 1] += score * (float)v->g->page->blocks[i].counts.n_words;
    }
    v->mass = mass;
    for (uint32_t i = 0; i < n; i++)
        v->most = fmaxf(v->most, mass_between(v, i, i + RUN_LINES));
}

/* Whether the article has its paragraphs here: a notice about cookies has fewer. */
static bool begins_run(const struct view *v, uint32_t i) {
    return mass_between(v, i, i + RUN_LINES) >= RUN_SHARE * v->most;
}

/* The first paragraph of running text, or if there is none, the first line of the article. */
static uint32_t find_body(const struct view *v) {
    const struct gathering *g = v->g;
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (g->score[i] >= BODY_SCORE && window_is_body(g, i) && begins_run(v, i))
            return i;
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (g->score[i] >= BODY_SCORE && g->page->blocks[i].counts.n_words >= MIN_PROSE_WORDS)
            return i;
    return 0;
}

static void count_lines(struct view *v) {
    uint32_t n = v->end - v->first;
    uint16_t *n_long = arena_alloc_zero(v->g->arena, n + 1, sizeof *n_long);
    uint16_t *n_prose = arena_alloc_zero(v->g->arena, n + 1, sizeof *n_prose);
    for (uint32_t i = 0; i < n; i++) {
        float n_words = words_at(v, v->first + i, 0);
        n_long[i + 1] = (uint16_t)(n_long[i] + (n_words >= MIN_LONG_WORDS));
        n_prose[i + 1] = (uint16_t)(n_prose[i] + (n_words >= MIN_PROSE_WORDS));
    }
    v->n_long = n_long;
    v->n_prose = n_prose;
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
    uint32_t n = (uint32_t)g->page->n_blocks;
    v->g = g;
    sum_mass(v);
    v->body = find_body(v);
    v->last = n;
    while (v->last > v->body + 1 && !window_is_body(g, v->last - 1))
        v->last--;
    v->first = v->body > LOOK_BACK ? v->body - LOOK_BACK : 0;
    v->end = v->first + MAX_LINES < n ? v->first + MAX_LINES : n;
    captions_init(&v->captions, g->arena);
    phrases_init(&v->phrases, g->arena);
    v->known = dump_vocabulary_of(g, v->body, LOOK_AHEAD);
    v->lead = dump_vocabulary_of(g, v->body, LEAD_BLOCKS);
    v->small = dump_vocabulary_small(g);
    count_lines(v);
    read_facts(v);
}

void dump_features_measure(const struct gathering *g, struct dump_measures *out) {
    struct view v = {.n_dates = 0};
    *out = (struct dump_measures){.n = 0};
    if (g->page->n_blocks == 0)
        return;
    start_view(&v, g);
    size_t n = v.end - v.first;
    out->body = v.body;
    out->blocks = arena_alloc(g->arena, n * sizeof *out->blocks);
    out->rows = arena_alloc_zero(g->arena, n * DUMP_FEATURE_N, sizeof *out->rows);
    for (uint32_t i = v.first; i < v.end; i++) {
        uint32_t n_words = g->page->blocks[i].counts.n_words;
        if (n_words == 0 || n_words > MAX_LINE_WORDS)
            continue;
        measure(&v, i, out->rows + out->n * DUMP_FEATURE_N);
        out->blocks[out->n++] = i;
    }
    copy_neighbours(out);
    dump_nested_count(g, out->blocks, out->n, out->rows + DUMP_FEATURE_HELD,
                      out->rows + DUMP_FEATURE_HOLDS, DUMP_FEATURE_N);
}

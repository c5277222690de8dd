/*
 * Finds the headline of a page without titles and headings: of the lines around the beginning of
 * the article, the one that is most likely by its words, its neighbours and its position.
 */
#include <math.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "lexicon/caption.h"
#include "lexicon/phrase.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"
#include "metadata/date.h"
#include "metadata/lines.h"
#include "metadata/name.h"

enum {
    LOOK_BACK = 80,   /* lines above the article: menus, standfirst, byline, picture, share bar */
    LOOK_DOWN = 12,   /* lines below its first paragraph, which may be a teaser's */
    LOOK_AHEAD = 48,  /* blocks of the article to read; real news repeat themselves by then */
    MAX_WORDS = 4096, /* of these blocks */
    MAX_TITLE_WORDS = 32,
    MAX_ANCHOR_WORDS = 14, /* of a byline or dateline */
    MAX_CRUMBS = 4         /* lines between a breadcrumb path and the headline that ends it */
};

/* ---- vocabulary of the article ---- */

struct vocabulary {
    uint32_t hashes[MAX_WORDS]; /* in order */
    size_t n;
};

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The next meaningful word of a key: short ones occur in any text. */
static bool next_word(struct str key, size_t *at, struct str *word) {
    while (*at < key.len) {
        *word = comparison_key_next_word(key, at);
        if (word->len >= 4)
            return true;
    }
    return false;
}

/* The words of the block `body` and of those of the next `ahead` blocks that are likely main
 * content. */
static struct vocabulary *collect_words(const struct gathering *g, uint32_t body, uint32_t ahead) {
    struct vocabulary *out = arena_alloc(g->arena, sizeof *out);
    out->n = 0;
    for (uint32_t i = body; i < g->page->n_blocks && i < body + ahead; i++) {
        if (i > body && g->score[i] < 0.4f)
            continue;
        struct str word, key = comparison_key_of(g->arena, g->page->blocks[i].text);
        for (size_t at = 0; out->n < MAX_WORDS && next_word(key, &at, &word);)
            out->hashes[out->n++] = hash_bytes(HASH_START, word);
    }
    qsort(out->hashes, out->n, sizeof *out->hashes, by_value);
    return out;
}

/* The number of the key's words that the vocabulary has; *n is set to the number of all. */
static size_t count_shared(struct str key, const struct vocabulary *known, size_t *n) {
    struct str word;
    size_t n_shared = 0;
    *n = 0;
    for (size_t at = 0; next_word(key, &at, &word); ++*n) {
        uint32_t hash = hash_bytes(HASH_START, word);
        n_shared += bsearch(&hash, known->hashes, known->n, sizeof hash, by_value) != NULL;
    }
    return n_shared;
}

static double share(size_t part, size_t whole) {
    return whole ? (double)part / (double)whole : 0;
}

/* ---- cues ---- */

/* Each cue is 0 to 1, or a little more; its weight is that of a conditional logit (McFadden 1974)
 * over a page's lines, fitted to the dumps of 1,891 real pages that have the headline as a line of
 * its own. In cross-validation by site it finds .88 of the headlines of English news and magazines,
 * .66 of news in 15 languages and .54 of mixed pages, a quarter of which have no line with it;
 * without the cues from NAME_BELOW on, .86, .64 and .53. */
#define CUES(X)                                                                                    \
    X(SHARED, 1.10)        /* share of its words that occur in the article */                      \
    X(N_SHARED, 1.81)      /* logarithm of the number of these */                                  \
    X(LEAD, 2.15)          /* share of its words that occur in the first paragraph */              \
    X(LENGTH, 2.10)        /* eight words or more are long enough */                               \
    X(LONG, -2.87)         /* more than 14 are too long */                                         \
    X(TINY, -0.74)         /* one word */                                                          \
    X(ABOVE, -1.95)        /* lines above the first paragraph, divided by 40 */                    \
    X(BELOW, -2.66)        /* is below the first paragraph */                                      \
    X(ANCHOR_NEAR, 3.03)   /* a byline or dateline is close below */                               \
    X(ANCHOR_BEFORE, 0.89) /* or directly above */                                                 \
    X(AFTER_LABEL, 0.73)   /* up to three words are directly above: a section's name */            \
    X(PROSE_NEXT, 0.43)    /* 14 words or more are directly below */                               \
    X(SENTENCE, -2.55)     /* ends like a sentence */                                              \
    X(ENDS_CRUMBS, 2.99)   /* "Home » Town » The wall is done" is above it */                    \
    X(IS_CRUMBS, -1.42)    /* it is such a path */                                                 \
    X(SEPARATOR, -1.66)    /* contains a mark used in menus and paths */                           \
    X(SCORE, -4.07)        /* likelihood of being main content */                                  \
    X(SCORE_NEXT, 1.33)    /* that of the line below */                                            \
    X(CREDIT, -2.20)       /* of a picture */                                                      \
    X(PROMPT, -1.40)       /* "Sign up", "Read also" */                                            \
    X(DATE, -1.69)                                                                                 \
    X(BY, -1.50)                                                                                   \
    X(NAME_BELOW, 0.41)      /* only a person's name on a line close below */                      \
    X(DATE_BELOW, 0.07)      /* a date close below */                                              \
    X(REPEATED, 0.43)        /* the page has the line again */                                     \
    X(IN_MENU, -0.28)        /* up to three words directly above and directly below */             \
    X(STANDFIRST_NEXT, 0.68) /* eight words or more, and more than it has, directly below */       \
    X(CAPITALS, -0.43)       /* no small letters */                                                \
    X(ASKS, 0.64)            /* contains a question, a quotation or a colon */                     \
    X(LONG_ABOVE, -0.84)     /* logarithm of the number of lines of five words or more above */    \
    X(CLOSE, 0.32)           /* up to five lines above the first paragraph */                      \
    X(NAMED, 0.57)           /* is a person's name */

enum cue {
#define X(name, weight) CUE_##name,
    CUES(X)
#undef X
        N_CUES
};

/* Below this sum of cues a line is hardly ever right ("Weather" in a menu); below this likelihood
 * among the page's lines, one in six is. */
static const double LEAST_SUM = 3, LEAST_LIKELY = 0.3;

struct view {
    const struct gathering *g;
    uint32_t body; /* the first paragraph that is likely part of the article */
    const struct vocabulary *known, *lead;
    struct captions captions;
    struct phrases phrases;
};

static struct str text_at(const struct view *v, uint32_t i) {
    return i < v->g->page->n_blocks ? v->g->page->blocks[i].text : STR_NONE;
}

static uint32_t words_at(const struct view *v, uint32_t i) {
    return i < v->g->page->n_blocks ? v->g->page->blocks[i].counts.n_words : 0;
}

static bool has_date(const struct view *v, uint32_t i) {
    struct date date;
    return date_find(v->g->arena, text_at(v, i), v->g->hints, &date, NULL) && date.day != 0;
}

static bool has_by(const struct view *v, uint32_t i) {
    return name_by_prefix(v->g->arena, text_at(v, i), v->g->hints.languages) != 0;
}

/* Whether it is a byline or dateline. */
static bool is_anchor(const struct view *v, uint32_t i) {
    uint32_t n_words = words_at(v, i);
    return n_words > 0 && n_words <= MAX_ANCHOR_WORDS && (has_by(v, i) || has_date(v, i));
}

/* How much a byline or dateline close below a line speaks for it, 0 to 1. */
static double anchor_below(const struct view *v, uint32_t i) {
    for (uint32_t k = i + 1; k <= i + 5; k++)
        if (is_anchor(v, k))
            return 1 - 0.15 * (double)(k - i - 1);
    return 0;
}

static bool ends_sentence(struct str text) {
    return str_ends_with(text, STR(".")) || str_ends_with(text, STR(":")) ||
           str_ends_with(text, STR("\xE3\x80\x82"));
}

static bool has_separator(struct str text) {
    return str_has_byte(text, '|') || str_holds(text, STR(" > ")) ||
           str_holds(text, STR("\xC2\xBB")) || str_holds(text, STR("\xE2\x80\xBA"));
}

/* Whether line `i` is a breadcrumb path that ends with line `k`. */
static bool leads_to(const struct view *v, uint32_t i, uint32_t k) {
    struct str crumbs = text_at(v, i), line = text_at(v, k);
    return crumbs.len > line.len + 2 && words_at(v, k) > 1 && str_ends_with(crumbs, line);
}

static bool ends_crumbs(const struct view *v, uint32_t i) {
    if (words_at(v, i) < 3 && text_at(v, i).len < 24) /* a section's name */
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

/* Whether line `i` is just a person's name. */
static bool is_name(const struct view *v, uint32_t i) {
    uint32_t n_words = words_at(v, i);
    return n_words >= 2 && n_words <= 4 && text_at(v, i).len <= MAX_NAME_BYTES &&
           name_kind(v->g->arena, text_at(v, i), v->g->hints.languages) == NAME_PERSON;
}

static double name_below(const struct view *v, uint32_t i) {
    for (uint32_t k = i + 1; k <= i + 4; k++)
        if (is_name(v, k))
            return 1 - 0.2 * (double)(k - i - 1);
    return 0;
}

static double date_below(const struct view *v, uint32_t i) {
    for (uint32_t k = i + 1; k <= i + 6; k++)
        if (words_at(v, k) <= MAX_ANCHOR_WORDS && has_date(v, k))
            return 1 - 0.15 * (double)(k - i - 1);
    return 0;
}

static bool is_repeated(const struct view *v, uint32_t i) {
    const struct block *blocks = v->g->page->blocks;
    for (uint32_t k = 0; k < v->g->page->n_blocks; k++)
        if (k != i && blocks[k].hash == blocks[i].hash)
            return true;
    return false;
}

static bool has_small_letter(struct str text) {
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_lower(text.at[i]) || (unsigned char)text.at[i] >= 0xC4)
            return true;
    return false;
}

static bool asks(struct str text) {
    return str_has_byte(text, '?') || str_has_byte(text, '"') || str_holds(text, STR(": ")) ||
           str_holds(text, STR("\xE2\x80\x9C")) || str_holds(text, STR("\xE2\x80\x9E"));
}

static void read_more(const struct view *v, uint32_t i, double cues[N_CUES]) {
    uint32_t n = words_at(v, i), next = words_at(v, i + 1), n_long = 0;
    cues[CUE_NAME_BELOW] = name_below(v, i);
    cues[CUE_DATE_BELOW] = date_below(v, i);
    cues[CUE_REPEATED] = is_repeated(v, i);
    cues[CUE_IN_MENU] = i > 0 && words_at(v, i - 1) <= 3 && next <= 3;
    cues[CUE_STANDFIRST_NEXT] = next >= 8 && next > n && next < 60;
    cues[CUE_CAPITALS] = !has_small_letter(text_at(v, i));
    cues[CUE_ASKS] = asks(text_at(v, i));
    for (uint32_t k = 0; k < i; k++)
        n_long += words_at(v, k) >= 5;
    cues[CUE_LONG_ABOVE] = log(1 + (double)n_long);
    cues[CUE_CLOSE] = i < v->body && v->body - i <= 5;
    cues[CUE_NAMED] = is_name(v, i);
}

static void read_words(const struct view *v, uint32_t i, double cues[N_CUES]) {
    struct str key = comparison_key_of(v->g->arena, text_at(v, i));
    size_t n, n_shared = count_shared(key, v->known, &n);
    double n_words = words_at(v, i);
    cues[CUE_SHARED] = share(n_shared, n);
    cues[CUE_N_SHARED] = log(1 + (double)n_shared);
    cues[CUE_LEAD] = share(count_shared(key, v->lead, &n), n);
    cues[CUE_LENGTH] = n_words < 8 ? n_words / 8 : 1;
    cues[CUE_LONG] = n_words <= 14 ? 0 : n_words < 24 ? (n_words - 14) / 10 : 1;
    cues[CUE_TINY] = n_words == 1;
}

static void read_form(struct view *v, uint32_t i, double cues[N_CUES]) {
    struct str text = text_at(v, i);
    cues[CUE_SENTENCE] = ends_sentence(text);
    cues[CUE_SEPARATOR] = has_separator(text);
    cues[CUE_CREDIT] = captions_has_credit(&v->captions, text);
    cues[CUE_PROMPT] = phrases_at_start(&v->phrases, text) != PHRASE_NONE;
    cues[CUE_DATE] = has_date(v, i);
    cues[CUE_BY] = has_by(v, i);
    cues[CUE_SCORE] = (double)v->g->score[i];
}

static void read_place(const struct view *v, uint32_t i, double cues[N_CUES]) {
    cues[CUE_ABOVE] = i < v->body ? (double)(v->body - i) / 40 : 0;
    cues[CUE_BELOW] = i > v->body;
    cues[CUE_ANCHOR_NEAR] = anchor_below(v, i);
    cues[CUE_ANCHOR_BEFORE] = i > 0 && is_anchor(v, i - 1);
    cues[CUE_AFTER_LABEL] = i > 0 && words_at(v, i - 1) <= 3;
    cues[CUE_PROSE_NEXT] = words_at(v, i + 1) >= 14;
    cues[CUE_ENDS_CRUMBS] = ends_crumbs(v, i);
    cues[CUE_IS_CRUMBS] = is_crumbs(v, i);
    cues[CUE_SCORE_NEXT] = i + 1 < v->g->page->n_blocks ? (double)v->g->score[i + 1] : 0;
}

static double weigh(struct view *v, uint32_t i) {
    static const double WEIGHTS[N_CUES] = {
#define X(name, weight) weight,
        CUES(X)
#undef X
    };
    double cues[N_CUES], sum = 0;
    read_words(v, i, cues);
    read_form(v, i, cues);
    read_place(v, i, cues);
    read_more(v, i, cues);
    for (size_t k = 0; k < N_CUES; k++)
        sum += WEIGHTS[k] * cues[k];
    return sum;
}

/* ---- choice ---- */

struct line {
    uint32_t block;
    double weight;
};

/* Weighs the lines that may be the headline, in order; the article's first paragraph cannot be. */
static size_t weigh_lines(struct view *v, struct line lines[LOOK_BACK + LOOK_DOWN]) {
    uint32_t first = v->body > LOOK_BACK ? v->body - LOOK_BACK : 0;
    size_t n = 0;
    for (uint32_t i = first; i < v->body + LOOK_DOWN; i++)
        if (i != v->body && words_at(v, i) && words_at(v, i) <= MAX_TITLE_WORDS)
            lines[n++] = (struct line){i, weigh(v, i)};
    return n;
}

static size_t heaviest(const struct line *lines, size_t n) {
    size_t best = 0;
    for (size_t k = 1; k < n; k++)
        if (lines[k].weight > lines[best].weight)
            best = k;
    return best;
}

/* A section's name, the headline, a longer standfirst: one below the other. */
static bool heads_standfirst(const struct view *v, uint32_t i, uint32_t standfirst) {
    return i > 0 && i + 1 == standfirst && words_at(v, i - 1) <= 3 && words_at(v, i) >= 4 &&
           words_at(v, i) < words_at(v, standfirst);
}

/* The line close above the heaviest one, if it weighs nearly as much: the standfirst below it has
 * the article's words too, and more of them. (+.006 in cross-validation) */
static size_t headline_above(const struct view *v, const struct line *lines, size_t best) {
    size_t first = best;
    for (size_t k = best; k-- > 0 && lines[k].block + 3 >= lines[best].block;) {
        double less = heads_standfirst(v, lines[k].block, lines[best].block) ? 1.5 : 0.5;
        if (lines[k].weight >= lines[best].weight - less)
            first = k;
    }
    return first;
}

/* The most likely block, or NOWHERE if none is likely. */
static uint32_t find_block(struct view *v, double *likely) {
    struct line lines[LOOK_BACK + LOOK_DOWN];
    size_t n = weigh_lines(v, lines), best = heaviest(lines, n);
    double sum = 0;
    for (size_t k = 0; k < n; k++)
        sum += exp(lines[k].weight - lines[best].weight);
    *likely = n ? 1 / sum : 0;
    if (n == 0 || lines[best].weight < LEAST_SUM || *likely < LEAST_LIKELY)
        return NOWHERE;
    return lines[headline_above(v, lines, best)].block;
}

void dump_headline_find(const struct gathering *g, struct headline *out) {
    struct view v = {.g = g, .body = window_first_body(g)};
    captions_init(&v.captions, g->arena);
    phrases_init(&v.phrases, g->arena);
    v.known = collect_words(g, v.body, LOOK_AHEAD);
    v.lead = collect_words(g, v.body, 2);
    *out = (struct headline){.first = NOWHERE, .end = NOWHERE};
    double likely;
    uint32_t best = find_block(&v, &likely);
    if (best == NOWHERE)
        return;
    struct str text = gathering_line(g->arena, g->page->blocks[best].text);
    out->value = gathering_value(text, SOURCE_TEXT);
    /* In folds by site, .29 of the lines with a likelihood of .35 were right, and .81 of those with
     * .95. */
    out->value.certainty = 0.1 + 0.75 * likely;
    out->key = comparison_key_of(g->arena, text);
    out->first = best;
    out->end = best + 1;
}

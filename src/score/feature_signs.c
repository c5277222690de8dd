/*
 * Features of the wording of short lines: prompts and "read also", picture credits, dates, and the
 * lines typical of comments ("Anna says:", "3:14 pm", "Reply").
 */
#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/caption.h"
#include "lexicon/phrase.h"
#include "lexicon/reply.h"
#include "score/feature_parts.h"

enum {
    SIGN_WORDS = 60, /* captions and prompts are not longer */
    LINE_WORDS = 20, /* nor are lines with author and date */
    NEAR = 3         /* blocks on each side */
};

enum date_sign { HAS_YEAR = 1, HAS_TIME = 2 };

/* The number of digits at `i`. */
static size_t count_digits(struct str text, size_t i) {
    size_t n = 0;
    while (i + n < text.len && ascii_is_digit(text.at[i + n]))
        n++;
    return n;
}

static bool is_year(const char *four) {
    return (four[0] == '1' && four[1] == '9') || (four[0] == '2' && four[1] == '0');
}

/* Finds years from 1900 to 2099 and times of day such as 3:14. */
static unsigned read_dates(struct str text) {
    unsigned found = 0;
    for (size_t i = 0; i < text.len; i++) {
        size_t n = count_digits(text, i);
        if (n == 0)
            continue;
        if (n == 4 && is_year(text.at + i))
            found |= HAS_YEAR;
        i += n;
        if (n <= 2 && i < text.len && text.at[i] == ':' && count_digits(text, i + 1) == 2)
            found |= HAS_TIME;
    }
    return found;
}

/* Counts over blocks 0 .. i-1. */
struct sign_counts {
    uint32_t n_phrases, n_dates, n_replies;
};

struct signs {
    const struct measuring *m;
    struct sign_counts *upto;
    struct phrases phrases;
    struct captions captions;
    struct replies replies;
};

static void read_block(struct signs *signs, size_t i) {
    const struct block *block = &signs->m->page->blocks[i];
    float *row = row_of(signs->m, i);
    signs->upto[i + 1] = signs->upto[i];
    if (block->counts.n_words > SIGN_WORDS || (block->flags & BLOCK_PRE))
        return;
    enum phrase_kind phrase = phrases_at_start(&signs->phrases, block->text);
    row[FEATURE_phrase] = (float)phrase;
    row[FEATURE_has_credit] = captions_has_credit(&signs->captions, block->text);
    signs->upto[i + 1].n_phrases += phrase != PHRASE_NONE;
    if (block->counts.n_words > LINE_WORDS)
        return;
    unsigned dates = read_dates(block->text);
    bool is_reply = replies_is_sign(&signs->replies, block->text);
    row[FEATURE_has_date] = (float)dates;
    row[FEATURE_has_reply] = is_reply;
    signs->upto[i + 1].n_dates += dates != 0;
    signs->upto[i + 1].n_replies += is_reply;
}

static struct sign_counts count_between(const struct signs *signs, size_t first, size_t end) {
    const struct sign_counts *a = &signs->upto[first], *b = &signs->upto[end];
    return (struct sign_counts){b->n_phrases - a->n_phrases, b->n_dates - a->n_dates,
                                b->n_replies - a->n_replies};
}

static void fill_near(const struct signs *signs, size_t i) {
    size_t n = signs->m->page->n_blocks;
    float *row = row_of(signs->m, i);
    struct sign_counts near =
        count_between(signs, i > NEAR ? i - NEAR : 0, i + NEAR + 1 < n ? i + NEAR + 1 : n);
    row[FEATURE_phrases_near] = (float)near.n_phrases;
    row[FEATURE_dates_near] = (float)near.n_dates;
    row[FEATURE_replies_near] = (float)near.n_replies;
    row[FEATURE_replies_before] = (float)signs->upto[i].n_replies;
    row[FEATURE_dates_page] = (float)signs->upto[n].n_dates;
    row[FEATURE_replies_page] = (float)signs->upto[n].n_replies;
    float since = row[FEATURE_to_headline];
    if (since > 0)
        row[FEATURE_dates_since_headline] =
            (float)count_between(signs, i - (size_t)since, i).n_dates;
}

/* The sums over all containers of each group of siblings, stored at the first of them. */
static struct sign_counts *sum_siblings(const struct signs *signs) {
    const struct containers *containers = signs->m->containers;
    struct sign_counts *sums =
        arena_alloc_zero(signs->m->page->arena, containers->n_containers, sizeof *sums);
    for (size_t k = 0; k < containers->n_containers; k++) {
        const struct container *container = &containers->containers[k];
        struct sign_counts own = count_between(signs, container->first_block, container->end_block);
        sums[container->group].n_dates += own.n_dates;
        sums[container->group].n_replies += own.n_replies;
    }
    return sums;
}

static void fill_items(const struct signs *signs) {
    const struct containers *containers = signs->m->containers;
    const struct sign_counts *siblings = sum_siblings(signs);
    for (size_t i = 0; i < signs->m->page->n_blocks; i++) {
        float *row = row_of(signs->m, i);
        if (row[FEATURE_item_count] <= 0)
            continue;
        uint32_t k = containers->of_block[i];
        for (int climb = (int)row[FEATURE_item_climb]; climb > 0; climb--)
            k = containers->containers[k].parent;
        const struct container *item = &containers->containers[k];
        const struct sign_counts *all = &siblings[item->group];
        row[FEATURE_item_replies] =
            (float)count_between(signs, item->first_block, item->end_block).n_replies;
        row[FEATURE_siblings_replies] = share_of(all->n_replies, (double)row[FEATURE_item_count]);
        row[FEATURE_siblings_dates] = share_of(all->n_dates, (double)row[FEATURE_item_count]);
    }
}

static void fill_since_comments(struct signs *signs) {
    float since = -1;
    for (size_t i = 0; i < signs->m->page->n_blocks; i++) {
        const struct block *block = &signs->m->page->blocks[i];
        if (replies_is_heading(&signs->replies, block->text, block->counts.n_words))
            since = 0;
        row_of(signs->m, i)[FEATURE_since_comments] = since;
        since += since >= 0;
    }
}

void feature_fill_signs(const struct measuring *m) {
    struct arena *arena = m->page->arena;
    struct signs signs = {
        .m = m, .upto = arena_alloc_zero(arena, m->page->n_blocks + 1, sizeof *signs.upto)};
    phrases_init(&signs.phrases, arena);
    captions_init(&signs.captions, arena);
    replies_init(&signs.replies, arena);
    for (size_t i = 0; i < m->page->n_blocks; i++)
        read_block(&signs, i);
    for (size_t i = 0; i < m->page->n_blocks; i++)
        fill_near(&signs, i);
    fill_items(&signs);
    fill_since_comments(&signs);
}

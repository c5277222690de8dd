/*
 * Chooses the body by score: the threshold with the highest expected F1, then the few exact rules
 * for what a score cannot know.
 */
#include "select/select.h"

#include "score/expected_f1.h"
#include "select/announced_list.h"
#include "select/embedded.h"
#include "select/loose.h"
#include "select/subhead.h"
#include "select/offer.h"
#include "select/parts.h"
#include "select/rights.h"
#include "select/rules.h"
#include "select/ruling.h"

static double clamp(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
}

/* The score from which on blocks are kept: a share of the page's best expected F1, but no less than
 * a bound, which prevents a page of uncertain blocks from keeping them all. */
struct operating_point {
    double share, least;
};

/* If the errors of the blocks were independent, half the best F1 would be optimal (Lipton et al.
 * 2014). But the blocks of one page err together, in a way that depends on the kind of page. These
 * points were found by cross-validation by site, over shares of .35 to .70 and bounds of .20 to
 * .80. The figures below are the gain in word F1 over ANY_KIND, with its standard error, on the
 * pages that the point is used for. */
static const struct operating_point ANY_KIND = {0.50, 0.30};

/* Teasers of other stories are prose too. +.007 (.004) on 273 pages: 90 of news +.015 (.008), 145
 * of articles +.003 (.006), 38 of wcxb +.002 (.003); flat from .55 to .65. The cost is text of
 * middling score on a few pages. */
static const struct operating_point NEWS = {0, 0.60};

/* A page without kind, author and date is seldom one text: its content is in many small blocks of
 * middling score. +.012 (.005) on 376 pages, +.004 (.001) on 856 dumps without a date. The same
 * holds for documentation, where examples and terms are short: +.004 (.004) on 52 pages. */
static const struct operating_point UNSIGNED = {0.40, 0.25};

/* A dump declares nothing, but a date suggests a story. +.013 on 93 pages of news, +.001 on 188
 * articles, -.005 on 608 of wcxb: a choice in favour of those who read news. */
static const struct operating_point DATED_DUMP = {0.65, 0.30};

static struct operating_point operating_point(const struct block_page *page,
                                              const struct metadata *metadata) {
    if (page->dom.n_nodes == 0)
        return metadata->fields[PITH_DATE].text.len ? DATED_DUMP : UNSIGNED;
    if (metadata->is_news)
        return NEWS;
    struct str type = metadata->fields[PITH_TYPE].text;
    return type.len && !str_equals(type, STR("documentation")) ? ANY_KIND : UNSIGNED;
}

/* A `precision_bias` of 1 keeps nothing, -1 keeps all. */
static double threshold(struct operating_point point, double best_f1, double precision_bias) {
    double t = best_f1 * point.share > point.least ? best_f1 * point.share : point.least;
    return precision_bias >= 0 ? t + precision_bias * (1 - t) : t + precision_bias * t;
}

/* The actual F1 of pages with this expectation, interpolated between the two nearest knots of the
 * calibration. */
static double calibrated(const struct model *model, double expected_f1) {
    double at = clamp(expected_f1, 0, 1) * (MODEL_N_CALIBRATION - 1);
    int k = at < MODEL_N_CALIBRATION - 1 ? (int)at : MODEL_N_CALIBRATION - 2;
    double low = (double)model->calibration[k], high = (double)model->calibration[k + 1];
    return low + (high - low) * (at - k);
}

static const char *role_rule(uint8_t role) {
    switch (role) {
    case METADATA_HEADLINE:
        return "headline";
    case METADATA_BYLINE:
        return "byline";
    case METADATA_DATELINE:
        return "dateline";
    default:
        return NULL;
    }
}

/* A line with author or date is short; a longer block with that role says more. A block with more
 * words than such a line, and a score that such lines do not have, is a sentence: "By Anna Quill's
 * account, ...". */
enum { ROLE_WORDS = 60, LINE_WORDS = 12 };
static const float LINE_SCORE = 0.9f;

/* Whether two blocks are cells of different rows of a table. */
static bool are_in_rows(const struct dom_node *nodes, const struct block *a,
                        const struct block *b) {
    uint32_t row_a = nodes[a->node].parent, row_b = nodes[b->node].parent;
    return ruling_is_cell(a) && ruling_is_cell(b) && row_a != row_b &&
           nodes[row_a].parent == nodes[row_b].parent;
}

/* Whether the block is one of at least three cells with its role in a table: a column of dates is
 * data. Two of them may say when the page was published and when it was changed. */
static bool is_in_column(const struct block_page *page, const struct metadata *metadata, size_t i) {
    enum { REACH = 24, OTHERS = 2 };
    size_t first = i > REACH ? i - REACH : 0, n = 0;
    for (size_t k = first; page->dom.n_nodes && k < page->n_blocks && k <= i + REACH; k++)
        n += metadata->roles[k] == metadata->roles[i] &&
             are_in_rows(page->dom.nodes, &page->blocks[i], &page->blocks[k]);
    return n >= OTHERS;
}

/* Whether the block is one of at least three headings with dates at the same place: they divide a
 * log, or the news of a project, into its entries. */
static bool is_heading_of_log(const struct block_page *page, const struct score *score, size_t i) {
    enum { REACH = 200, OTHERS = 2 };
    const struct containers *all = &score->containers;
    size_t first = i > REACH ? i - REACH : 0, n = 0;
    if (!page->dom.n_nodes || dom_heading_level(page->blocks[i].tag) < 2)
        return false;
    for (size_t k = first; k < page->n_blocks && k <= i + REACH; k++)
        n += k != i && score->cues[k].has_date && page->blocks[k].tag == page->blocks[i].tag &&
             all->containers[all->of_block[k]].path == all->containers[all->of_block[i]].path;
    return n >= OTHERS;
}

static bool may_have_role(const struct block_page *page, const struct score *score, size_t i,
                          uint8_t role) {
    uint32_t n_words = page->blocks[i].counts.n_words;
    bool is_line = role == METADATA_BYLINE || role == METADATA_DATELINE;
    bool is_sentence = is_line && n_words > LINE_WORDS && score->final[i] > LINE_SCORE;
    return role != METADATA_NONE && n_words <= ROLE_WORDS && !is_sentence;
}

/* Removes metadata from the body, except for the standfirst. */
static void apply_roles(const struct block_page *page, const struct score *score,
                        const struct metadata *metadata, struct selection *out) {
    for (size_t i = 0; metadata->roles && i < page->n_blocks; i++) {
        uint8_t role = metadata->roles[i];
        if (!may_have_role(page, score, i, role) ||
            (role == METADATA_DATELINE &&
             (is_in_column(page, metadata, i) || is_heading_of_log(page, score, i))))
            continue;
        bool keep = role == METADATA_STANDFIRST;
        if (out->kept[i] != keep)
            out->rule[i] = keep ? "standfirst" : role_rule(role);
        out->kept[i] = keep;
    }
}

/* A page that is little more than a single text, such as a listing or a log in one <pre>: the
 * model, which has seen texts among other things, does not recognize it. */
enum { MIN_LONE_WORDS = 100 };
static const double LONE_SHARE = 0.9; /* of the page's words */

static void keep_lone_text(const struct block_page *page, struct selection *out) {
    size_t n_words = 0, longest = 0;
    for (size_t i = 0; i < page->n_blocks; i++) {
        n_words += page->blocks[i].counts.n_words;
        if (page->blocks[i].counts.n_words > page->blocks[longest].counts.n_words)
            longest = i;
    }
    if (n_words < MIN_LONE_WORDS || out->kept[longest])
        return;
    const struct block *block = &page->blocks[longest];
    if (block->counts.n_words < LONE_SHARE * (double)n_words || block_link_density(block) > 0.5)
        return;
    out->kept[longest] = true;
    out->rule[longest] = "lone-text";
}

/* If nothing on a page reaches its threshold, the page is still not empty if a block of prose comes
 * this close to being content (the lowest score that keeps a block on most pages). */
static const struct operating_point ONLY_PROSE = {0, 0.30};

static void keep_only_prose(const struct block_page *page, const struct score *score,
                            double precision_bias, struct selection *out) {
    double least = threshold(ONLY_PROSE, 0, precision_bias);
    for (size_t i = 0; i < page->n_blocks; i++)
        if (out->kept[i])
            return;
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (out->rule[i] || (double)score->final[i] < least ||
            !container_is_prose(&page->blocks[i]))
            continue;
        out->kept[i] = true;
        out->rule[i] = "only-prose";
    }
}

/* The part of each block's text that may be in the body: all but a dateline that opens it. */
static struct str *whole_texts(const struct block_page *page, const struct metadata *metadata) {
    struct str *text = arena_alloc(page->arena, page->n_blocks * sizeof *text);
    for (size_t i = 0; i < page->n_blocks; i++)
        text[i] = page->blocks[i].text;
    if (metadata->roles && metadata->lead_block < page->n_blocks) {
        struct str *lead = &text[metadata->lead_block];
        *lead = str_between(*lead, metadata->lead_len, lead->len);
    }
    return text;
}

/* Whether everything below a heading, up to the next one of its level, was dropped, and either
 * nothing is kept after it, or it was all links. */
static bool is_bare(const struct block_page *page, const struct selection *out, size_t heading,
                    size_t last) {
    int level = dom_heading_level(page->blocks[heading].tag);
    if (heading == last)
        return true;
    for (size_t i = heading + 1; i <= last; i++) {
        int other = dom_heading_level(page->blocks[i].tag);
        if (other && other <= level)
            return i > heading + 1;
        if (out->kept[i] || (!other && block_link_density(&page->blocks[i]) < 0.9))
            return false;
    }
    return false;
}

static void drop_heading(struct selection *out, size_t i) {
    out->kept[i] = false;
    out->rule[i] = "heading without text";
}

/* Whether the block after block i is in the element around block i, or around its element, and not
 * in a footer or menu of its own. */
static bool are_together(const struct containers *containers, size_t i) {
    const uint32_t elsewhere = CONTAINER_IN_NAV | CONTAINER_IN_FOOTER;
    const struct container *own = &containers->containers[containers->of_block[i]];
    const struct container *next = &containers->containers[containers->of_block[i + 1]];
    if (own->end_block - own->first_block == 1)
        own = &containers->containers[own->parent];
    return i + 1 < own->end_block && !(next->within & ~own->within & elsewhere);
}

/* Whether a text that ends the body announces links that were dropped: "See also:", "Also in this
 * story". A longer line with a colon is a sentence: "You will find the paper here:"; and the links
 * after a shorter one that is elsewhere are not what it announces: "The captain said:". Nor does a
 * heading that is a link itself, as in a list of teasers, announce the next. */
static bool announces_links(const struct block_page *page, const struct containers *containers,
                            size_t last) {
    enum { HEADING_WORDS = 5, LABEL_WORDS = 3 };
    const struct block *block = &page->blocks[last];
    bool is_heading = dom_heading_level(block->tag) >= 2;
    return last + 1 < page->n_blocks && block_link_density(block) == 0 && !block->flags &&
           block->counts.n_words <= (is_heading ? HEADING_WORDS : LABEL_WORDS) &&
           (is_heading ||
            (str_ends_with(str_trim(block->text), STR(":")) && are_together(containers, last))) &&
           block_link_density(&page->blocks[last + 1]) >= 0.9;
}

/* Drops short headings without text: what they announced was dropped, mostly links to other pages
 * or to sections of this one; and what the body ends with if it announces such links. Not if
 * another heading precedes it, since then the page consists of headings, and only the last if there
 * are many; a longer heading says something without text below it. (0; of 37 such headings on 1,400
 * pages 23 were not main content) */
static void drop_bare_headings(const struct block_page *page, const struct containers *containers,
                               struct selection *out) {
    enum { MOST = 2, MOST_WORDS = 3 }; /* "References and notes" */
    size_t last = page->n_blocks, before = SIZE_MAX, found[MOST], n = 0;
    while (last > 0 && !out->kept[last - 1])
        last--;
    for (size_t i = 0; i < last; i++) {
        const struct block *block = &page->blocks[i];
        if (!out->kept[i])
            continue;
        bool may_be_bare = before != SIZE_MAX && dom_heading_level(block->tag) >= 2 &&
                           !dom_heading_level(page->blocks[before].tag) &&
                           block->counts.n_words <= MOST_WORDS;
        before = i;
        if (!may_be_bare || !is_bare(page, out, i, last - 1))
            continue;
        if (i == last - 1)
            drop_heading(out, i);
        else if (n++ < MOST)
            found[n - 1] = i;
    }
    for (size_t i = 0; n <= MOST && i < n; i++)
        drop_heading(out, found[i]);
    if (before != SIZE_MAX && out->kept[before] && announces_links(page, containers, before))
        drop_heading(out, before);
}

void select_blocks(const struct block_page *page, const struct score *score,
                   const struct metadata *metadata, double precision_bias, struct selection *out) {
    out->kept = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->kept);
    out->rule = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->rule);
    out->text = whole_texts(page, metadata);
    double best = (double)expected_f1_best(page, score->final).f1;
    double least = threshold(operating_point(page, metadata), best, precision_bias);
    for (size_t i = 0; i < page->n_blocks; i++)
        out->kept[i] = (double)score->final[i] >= least;
    keep_lone_text(page, out);
    apply_roles(page, score, metadata, out);
    rules_apply(page, score, metadata, out);
    embedded_apply(page, score, out);
    loose_keep(page, score, metadata, out);
    announced_list_keep(page, score, out);
    subhead_keep(page, score, out);
    offer_drop(page, &score->containers, out);
    parts_drop(page, score, precision_bias, out);
    rights_drop(page, out);
    drop_bare_headings(page, &score->containers, out);
    keep_only_prose(page, score, precision_bias, out);
    out->confidence = calibrated(score->model, best);
}

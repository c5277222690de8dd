/*
 * Scores into the choice of the body: the threshold that promises the highest F1, then the few
 * exact rules for what a score cannot know.
 */
#include "select.h"

#include "expected.h"
#include "rule.h"

static double clamp(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
}

/* Half the best F1 is the optimal threshold (Lipton et al. 2014); the bound keeps a page of
 * uncertain blocks from keeping all. */
static double threshold(double best_f1, double precision_bias) {
    double t = best_f1 / 2 > 0.30 ? best_f1 / 2 : 0.30;
    return precision_bias >= 0 ? t + precision_bias * (1 - t) : t + precision_bias * t;
}

/* The F1 that pages of this expectation had, between the two nearest knots of the calibration. */
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

/* A line that names author or date is short; a longer block with that role has more to say. */
enum { ROLE_WORDS = 60 };

/* Metadata leaves the body, and the standfirst stays. */
static void apply_roles(const struct block_page *page, const struct metadata *metadata,
                        struct selection *out) {
    for (size_t i = 0; metadata->roles && i < page->n_blocks; i++) {
        uint8_t role = metadata->roles[i];
        if (role == METADATA_NONE || page->blocks[i].counts.n_words > ROLE_WORDS)
            continue;
        bool keep = role == METADATA_STANDFIRST;
        if (out->kept[i] != keep)
            out->rule[i] = keep ? "standfirst" : role_rule(role);
        out->kept[i] = keep;
    }
}

/* What of each block's text may be in the body: all but a dateline that opens it. */
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

void select_blocks(const struct block_page *page, const struct score *score,
                   const struct metadata *metadata, double precision_bias, struct selection *out) {
    out->kept = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->kept);
    out->rule = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->rule);
    out->text = whole_texts(page, metadata);
    double best = (double)expected_best(page, score->final).f1;
    double least = threshold(best, precision_bias);
    for (size_t i = 0; i < page->n_blocks; i++)
        out->kept[i] = (double)score->final[i] >= least;
    apply_roles(page, metadata, out);
    rules_apply(page, score, metadata, out);
    out->confidence = calibrated(score->model, best);
}

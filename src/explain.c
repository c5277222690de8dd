/*
 * Blocks with their scores and verdicts into the rows that pith_article_block gives.
 */
#include "explain.h"

#include <math.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "score/feature.h"

/* Elements of a path that are shown; those nearest to the block tell the most. */
enum { PATH_STEPS = 8 };

static struct str first_class(const struct dom_node *element) {
    enum { MOST_BYTES = 200 }; /* every block below the element shows it anew; real names have 60 */
    struct str class = str_trim(utf8_first(dom_attribute(element, DOM_ATTR_CLASS), MOST_BYTES));
    size_t n = 0;
    while (n < class.len && (unsigned char)class.at[n] > ' ')
        n++;
    class.len = n;
    return class;
}

static void append_step(struct buffer *out, const struct dom_node *element) {
    const char *tag = dom_tag_name(element->tag);
    struct str class = first_class(element);
    buffer_append(out, str_of(tag));
    if (class.len) {
        buffer_append_byte(out, '.');
        utf8_append_displayable(out, class);
    }
}

static const char *path_of(const struct block_page *page, uint32_t node) {
    if (page->dom.n_nodes == 0)
        return "";
    uint32_t steps[PATH_STEPS];
    int n = 0;
    for (; node != 0 && n < PATH_STEPS; node = page->dom.nodes[node].parent)
        steps[n++] = node;
    struct buffer path;
    buffer_init(&path, page->arena);
    while (n-- > 0) {
        append_step(&path, &page->dom.nodes[steps[n]]);
        buffer_append_byte(&path, n ? '/' : '\0');
    }
    return path.len ? path.data : "html";
}

/* Appends "+1.25" or "-0.08"; the locale has no say in it. */
static void append_pull(struct buffer *out, float pull) {
    char digits[16];
    int hundredths = (int)(pull < 0 ? -pull * 100 + 0.5f : pull * 100 + 0.5f);
    int n = snprintf(digits, sizeof digits, "%c%d.%02d", pull < 0 ? '-' : '+', hundredths / 100,
                     hundredths % 100);
    buffer_append(out, (struct str){digits, (size_t)n});
}

static size_t strongest(const float *pull) {
    size_t best = 0;
    for (size_t f = 1; f < FEATURE_N; f++)
        if (fabsf(pull[f]) > fabsf(pull[best]))
            best = f;
    return best;
}

/* Blocks that have reasons: the first of the page. A block's reasons take as long as 30 blocks take
 * to be scored (100 us), so that more of them could make a page slow; of 2,219 real pages the one
 * with the most has 2,641. */
enum { MOST_BLOCKS = 5000 };

static size_t n_explained(const struct block_page *page) {
    return page->n_blocks < MOST_BLOCKS ? page->n_blocks : MOST_BLOCKS;
}

/* What each measure of each of these blocks adds to its score. */
static float *measure_pulls(const struct block_page *page, const struct score *score) {
    size_t n = n_explained(page);
    float *pulls = arena_alloc(page->arena, (n + 1) * FEATURE_N * sizeof *pulls);
    model_pull(&score->model->block, score->features, n, pulls);
    return pulls;
}

/* "token_total +1.25, link_density -0.80": what moved the first stage most. */
static const char *reasons_of(const struct block_page *page, float *pull) {
    enum { REASONS = 4 };
    struct buffer out;
    buffer_init(&out, page->arena);
    for (int k = 0; k < REASONS; k++) {
        size_t f = strongest(pull);
        const char *name = feature_name((enum feature)f);
        if (pull[f] == 0)
            break;
        if (k)
            buffer_append(&out, STR(", "));
        buffer_append(&out, str_of(name));
        buffer_append_byte(&out, ' ');
        append_pull(&out, pull[f]);
        pull[f] = 0;
    }
    buffer_append_byte(&out, '\0');
    return out.data;
}

void explain_blocks(const struct block_page *page, const struct score *score,
                    const struct selection *selection, unsigned flags,
                    struct article_parts *parts) {
    bool takes_all = flags & (PITH_EXPLAIN | PITH_ALL_BLOCKS);
    float *pulls = flags & PITH_EXPLAIN ? measure_pulls(page, score) : NULL;
    struct pith_block *rows = arena_alloc_zero(page->arena, page->n_blocks, sizeof *rows);
    size_t n = 0;
    for (size_t i = 0; i < page->n_blocks; i++) {
        const struct block *block = &page->blocks[i];
        if (!takes_all && !selection->kept[i])
            continue;
        bool is_explained = pulls && i < n_explained(page);
        rows[n++] = (struct pith_block){
            .text = block->text.at,
            .text_len = block->text.len,
            .path = path_of(page, block->node),
            .score = (double)score->final[i],
            .score_block = (double)score->block[i],
            .text_density = block_text_density(block),
            .link_density = block_link_density(block),
            .kept = selection->kept[i],
            .rule = selection->rule[i],
            .reasons = is_explained ? reasons_of(page, pulls + i * FEATURE_N) : ""};
    }
    parts->blocks = rows;
    parts->n_blocks = n;
}

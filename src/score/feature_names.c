/*
 * Features of the names on the elements around a block: their learned weights, and the distance to
 * the nearest one that says what part of the page it is.
 */
#include "page/part_names.h"
#include "page/token.h"
#include "score/feature_parts.h"

_Static_assert(FEATURE_to_content - FEATURE_to_promotion + 1 == PART_N &&
                   FEATURE_to_comment - FEATURE_to_promotion == PART_COMMENT,
               "a column for each kind of part, in the order of enum part_kind");

/* The weights of one container's names, as seen from each range, times the model's scale. */
struct box_tokens {
    int32_t sum[MODEL_N_RANGES], min[MODEL_N_RANGES], max[MODEL_N_RANGES];
    uint16_t parts;                /* bits 1 << enum part_kind: the parts that its own names say
                                      it is */
    uint8_t part_distance[PART_N]; /* containers up to the nearest of that kind */
};

/* The weights of the names of a look; in a box they count once per element. */
struct look_tokens {
    int32_t sum[MODEL_N_RANGES], min[MODEL_N_RANGES], max[MODEL_N_RANGES];
    uint16_t parts;
    uint8_t n; /* number of tokens; 0: not read yet */
};

enum { KNOWN_TOKENS = 512 }; /* a page has 400 distinct tokens, and each of them four times */

/* What weighs the names of a page. */
struct weighing {
    const struct model_tokens *tokens; /* NULL: names have no weight */
    /* What was last looked up, by the low bits of its hash. */
    struct known_token {
        uint32_t hash;
        uint16_t kinds;
        const int16_t *weights;
    } known[KNOWN_TOKENS];
    const struct dom *dom;
    struct look_tokens *looks; /* by look */
};

static const struct known_token *look_up(struct weighing *weighing, uint32_t hash) {
    struct known_token *known = &weighing->known[hash % KNOWN_TOKENS];
    if (known->hash != hash)
        *known =
            (struct known_token){hash, part_names_kinds(hash),
                                 weighing->tokens ? model_token(weighing->tokens, hash) : NULL};
    return known;
}

static void weigh_tokens(struct weighing *weighing, const uint32_t *hashes, size_t n,
                         struct look_tokens *to) {
    for (size_t i = 0; i < n; i++) {
        const struct known_token *token = look_up(weighing, hashes[i]);
        to->parts |= token->kinds;
        for (int r = 0; token->weights && r < MODEL_N_RANGES; r++) {
            int32_t w = token->weights[r];
            to->sum[r] += w;
            to->min[r] = w < to->min[r] ? w : to->min[r];
            to->max[r] = w > to->max[r] ? w : to->max[r];
        }
    }
}

static const struct look_tokens *weigh_look(struct weighing *weighing, uint32_t look) {
    struct look_tokens *found = &weighing->looks[look];
    uint32_t hashes[TOKEN_MAX];
    if (found->n == 0) {
        found->n = (uint8_t)token_read_look(&weighing->dom->looks[look], hashes);
        weigh_tokens(weighing, hashes, found->n, found);
    }
    return found;
}

static void add_to_box(struct box_tokens *to, const struct look_tokens *from) {
    to->parts |= from->parts;
    for (int r = 0; r < MODEL_N_RANGES; r++) {
        to->sum[r] += from->sum[r];
        to->min[r] = from->min[r] < to->min[r] ? from->min[r] : to->min[r];
        to->max[r] = from->max[r] > to->max[r] ? from->max[r] : to->max[r];
    }
}

static void weigh_element(struct weighing *weighing, const struct dom_node *element,
                          struct box_tokens *to) {
    uint32_t hashes[TOKEN_MAX];
    struct look_tokens rest = {.n = 0};
    const struct look_tokens *look = weigh_look(weighing, element->look);
    size_t n = token_read_rest(element, hashes);
    if (look->n + n > TOKEN_MAX)
        n = token_read(element, hashes);
    else
        add_to_box(to, look);
    if (n == 0)
        return;
    weigh_tokens(weighing, hashes, n, &rest);
    add_to_box(to, &rest);
}

/* The largest distance; larger ones are not distinguished. */
enum { PART_FAR = 15 };

/* `around` is NULL for the outermost container. */
static void set_distances(struct box_tokens *of, const struct box_tokens *around) {
    for (int kind = 0; kind < PART_N; kind++) {
        uint8_t outer = around ? around->part_distance[kind] : PART_FAR;
        bool is_here = of->parts >> kind & 1;
        of->part_distance[kind] = is_here ? 0 : (uint8_t)(outer + (outer < PART_FAR));
    }
}

/* Parents precede their children, so the far range, which is all further containers, accumulates on
 * the way. */
static struct box_tokens *weigh_boxes(const struct measuring *m) {
    const struct containers *containers = m->containers;
    bool has_tokens = m->model && m->model->tokens.n_tokens;
    const struct dom *dom = &m->page->dom;
    struct box_tokens *of = arena_alloc_zero(m->page->arena, containers->n_containers, sizeof *of);
    struct weighing weighing = {
        .tokens = has_tokens ? &m->model->tokens : NULL,
        .dom = dom,
        .looks = arena_alloc_zero(m->page->arena, dom->n_looks, sizeof *weighing.looks)};
    for (size_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT && containers->of_node[i] != CONTAINER_NONE)
            weigh_element(&weighing, &dom->nodes[i], &of[containers->of_node[i]]);
    set_distances(&of[0], NULL);
    for (size_t k = 1; k < containers->n_containers; k++) {
        const struct box_tokens *around = &of[containers->containers[k].parent];
        set_distances(&of[k], around);
        of[k].sum[MODEL_FAR] += around->sum[MODEL_FAR];
        if (around->min[MODEL_FAR] < of[k].min[MODEL_FAR])
            of[k].min[MODEL_FAR] = around->min[MODEL_FAR];
        if (around->max[MODEL_FAR] > of[k].max[MODEL_FAR])
            of[k].max[MODEL_FAR] = around->max[MODEL_FAR];
    }
    return of;
}

struct token_view {
    int32_t sum[MODEL_N_RANGES], min, max;
};

static void look(struct token_view *view, const struct box_tokens *container, int range) {
    view->sum[range] += container->sum[range];
    if (container->min[range] < view->min)
        view->min = container->min[range];
    if (container->max[range] > view->max)
        view->max = container->max[range];
}

/* A block's own container, the next two, and the rest. */
static struct token_view view_from(const struct containers *containers, const struct box_tokens *of,
                                   uint32_t k) {
    struct token_view view = {0};
    look(&view, &of[k], MODEL_OWN);
    for (int step = 0; step < 2 && k != 0; step++) {
        k = containers->containers[k].parent;
        look(&view, &of[k], MODEL_NEAR);
    }
    if (k != 0)
        look(&view, &of[containers->containers[k].parent], MODEL_FAR);
    return view;
}

static void fill_tokens(const struct measuring *m, const struct box_tokens *of,
                        const struct model_tokens *tokens) {
    const float scale = tokens->scale;
    double sum = 0;
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        struct token_view view = view_from(m->containers, of, m->containers->of_block[i]);
        float *row = row_of(m, i);
        row[FEATURE_token_own] = (float)view.sum[MODEL_OWN] / scale;
        row[FEATURE_token_near] = (float)view.sum[MODEL_NEAR] / scale;
        row[FEATURE_token_far] = (float)view.sum[MODEL_FAR] / scale;
        row[FEATURE_token_min] = (float)view.min / scale;
        row[FEATURE_token_max] = (float)view.max / scale;
        row[FEATURE_token_total] = tokens->bias + row[FEATURE_token_own] + row[FEATURE_token_near] +
                                   row[FEATURE_token_far];
        sum += (double)row[FEATURE_token_total] * m->page->blocks[i].counts.n_words;
    }
    float mean = share_of(sum, m->containers->upto[m->page->n_blocks].n_words);
    for (size_t i = 0; i < m->page->n_blocks; i++)
        row_of(m, i)[FEATURE_token_lead] = row_of(m, i)[FEATURE_token_total] - mean;
}

void feature_fill_names(const struct measuring *m) {
    if (m->page->dom.n_nodes == 0)
        return;
    const struct box_tokens *of = weigh_boxes(m);
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        const struct box_tokens *own = &of[m->containers->of_block[i]];
        for (int kind = 0; kind < PART_N; kind++)
            row_of(m, i)[FEATURE_to_promotion + kind] = own->part_distance[kind];
    }
    if (m->model && m->model->tokens.n_tokens)
        fill_tokens(m, of, &m->model->tokens);
}

/*
 * The steps that all implementations share. Before an implementation's file includes this, it
 * defines
 *
 *   FOREST_TARGET  the attribute of functions for its processor
 *   N_TILE_ROWS    how many rows descend at a time
 *   N_DESCENTS     how many trees they descend at a time
 *   cut_set        the type of a set of a tile's rows
 *   row_set        the type of a vector of such sets, one for each of these trees
 *   read_columns   reads N_COLUMNS columns of a tile
 *   fill_outside   fills the sets of cuts outside a range of values, among those from *low to
 *                  *high, and narrows *low and *high to the others; together with the macro
 *                  FOREST_FILL_OUTSIDE, or not at all
 *   find_reaching  computes the sets of rows that have reached each of some cuts
 *   reached        the sets of rows that have reached the cut of a node, in each of these trees
 *   add_leaves     adds the leaves that the rows have reached in each of these trees, from
 *                  `first_tree` on, to their sums; its x are the rows that went right, by level
 *                  from below
 *   place_of_sum   where the sum of a row is
 */

#ifndef FOREST_FILL_OUTSIDE
#define FOREST_FILL_OUTSIDE fill_outside
FOREST_INLINE void fill_outside(const float *cuts, float min, float max, cut_set *sets, size_t *low,
                                size_t *high) {
    const cut_set none = {0};
    for (; *low < *high && cuts[*low] <= min; (*low)++)
        sets[*low] = ~none;
    for (; *low < *high && cuts[*high - 1] > max; (*high)--)
        sets[*high - 1] = none;
}
#endif

/* Computes for each cut the set of rows whose value has reached it, at 1 + the cut's index; index 0
 * is all rows. Cuts outside the range of a tile's values need no comparison. The last group of
 * columns overlaps the one before if the number is not a multiple. */
FOREST_TARGET static void find_all_reaching(const struct forest *forest, const float *rows,
                                            size_t n, cut_set *reaching) {
    const size_t width = forest->n_features;
    const size_t n_columns = width < N_COLUMNS ? width : N_COLUMNS;
    const cut_set none = {0};
    struct columns columns;
    reaching[0] = ~none;
    for (size_t f = 0; f < width; f += n_columns) {
        size_t first = f + n_columns <= width ? f : width - n_columns;
        read_columns(rows + first, width, n_columns, n, &columns);
        for (size_t i = 0; i < n_columns; i++) {
            const float *cuts = forest->cuts + forest->first_cut[first + i];
            cut_set *sets = reaching + 1 + forest->first_cut[first + i];
            size_t low = 0, high = forest->first_cut[first + i + 1] - forest->first_cut[first + i];
            fill_outside(cuts, columns.min[i], columns.max[i], sets, &low, &high);
            if (low < high)
                find_reaching(columns.values[i], n, cuts + low, high - low, sets + low);
        }
    }
}

/* The trees that rows descend at a time, one after the other. */
struct trees {
    const cut_set *reaching;
    const uint16_t *nodes;
    size_t n_nodes; /* of each */
};

/* Rows descend trees from one of their nodes: `at` is the sets of rows that have reached the node,
 * and the rows that go right at the l-th level from below are added to turns[l]. The descent is
 * depth first, and each level has its own function so that everything is inlined: no more sets are
 * in use at a time than there are registers. (Level by level, with the sets in memory, it took
 * twice as long. Sets are passed by address, since the convention for passing them by value depends
 * on the processor.) */
FOREST_INLINE void descend_1(const struct trees *trees, size_t node, const row_set *at,
                             row_set *turns) {
    row_set reaching;
    reached(trees->reaching, trees->nodes + node, trees->n_nodes, &reaching);
    turns[0] |= *at & reaching;
}

#define DESCEND(level, below)                                                                      \
    FOREST_INLINE void descend_##level(const struct trees *trees, size_t node, const row_set *at,  \
                                       row_set *turns) {                                           \
        row_set right, left;                                                                       \
        reached(trees->reaching, trees->nodes + node, trees->n_nodes, &right);                     \
        right &= *at;                                                                              \
        left = *at ^ right;                                                                        \
        turns[(level)-1] |= right;                                                                 \
        descend_##below(trees, 2 * node + 1, &left, turns);                                        \
        descend_##below(trees, 2 * node + 2, &right, turns);                                       \
    }

DESCEND(2, 1)
DESCEND(3, 2)
DESCEND(4, 3)
DESCEND(5, 4)
DESCEND(6, 5)

/* All rows descend trees of up to 6 levels; the sets that go right stay in registers until the
 * end. (Clearing an array for each tree would take longer than the descent.) */
#define DESCEND_TREES(depth)                                                                       \
    FOREST_INLINE void descend_trees_##depth(const uint16_t *nodes, const cut_set *reaching,       \
                                             row_set *x) {                                         \
        const struct trees trees = {reaching, nodes, (1 << (depth)) - 1};                          \
        const row_set none = {0}, all = ~none;                                                     \
        row_set turns[6] = {none, none, none, none, none, none};                                   \
        descend_##depth(&trees, 0, &all, turns);                                                   \
        for (int level = 0; level < 8; level++)                                                    \
            x[level] = level < (depth) ? turns[level] : none;                                      \
    }

DESCEND_TREES(5)
DESCEND_TREES(6)

/* The same for trees of any depth, level by level. */
FOREST_TARGET static void go_down(const uint16_t *nodes, size_t depth, const cut_set *reaching,
                                  row_set *turns) {
    const size_t n_nodes = ((size_t)1 << depth) - 1;
    const row_set none = {0};
    row_set at[1 << FOREST_MAX_DEPTH];
    at[0] = ~none;
    for (int level = 0; level < 8; level++)
        turns[level] = none;
    for (size_t level = 0; level < depth; level++) {
        size_t n = (size_t)1 << level;
        for (size_t k = n; k-- > 0;) {
            row_set right;
            reached(reaching, nodes + n - 1 + k, n_nodes, &right);
            right &= at[k];
            turns[depth - 1 - level] |= right;
            at[2 * k + 1] = right;
            at[2 * k] = at[k] ^ right;
        }
    }
}

/* If the number of trees is not a multiple of N_DESCENTS, the last ones are descended together with
 * some that were summed before. */
FOREST_TARGET static void sum_tile(const struct forest *forest, const cut_set *reaching, size_t n,
                                   int32_t *sums) {
    const size_t n_leaves = (size_t)1 << forest->depth;
    for (size_t tree = 0; tree < forest->n_trees; tree += N_DESCENTS) {
        size_t first = tree + N_DESCENTS <= forest->n_trees ? tree : forest->n_trees - N_DESCENTS;
        const uint16_t *nodes = forest->nodes + first * (n_leaves - 1);
        row_set x[8];
        if (forest->depth == 6)
            descend_trees_6(nodes, reaching, x);
        else if (forest->depth == 5)
            descend_trees_5(nodes, reaching, x);
        else
            go_down(nodes, forest->depth, reaching, x);
        add_leaves(x, n, forest->leaves + first * n_leaves, n_leaves, tree - first, sums);
    }
}

/* For the alignment, and for what may be filled past the end. */
enum { MORE_SETS = 1 + 15 };

/* There must be at least N_DESCENTS trees. */
FOREST_TARGET static void sum_forest(struct arena *arena, const struct forest *forest,
                                     const float *rows, size_t n, int32_t *sums) {
    size_t n_sets = 1 + (size_t)forest->first_cut[forest->n_features];
    char *memory = arena_alloc(arena, (n_sets + MORE_SETS) * sizeof(cut_set));
    cut_set *reaching = (cut_set *)(memory + (-(uintptr_t)memory & (sizeof(cut_set) - 1)));
    for (size_t i = 0; i < n; i += N_TILE_ROWS) {
        size_t n_rows = n - i < N_TILE_ROWS ? n - i : N_TILE_ROWS;
        int32_t tile_sums[N_TILE_ROWS] = {0};
        find_all_reaching(forest, rows + i * forest->n_features, n_rows, reaching);
        sum_tile(forest, reaching, n_rows, tile_sums);
        for (size_t k = 0; k < n_rows; k++)
            sums[i + k] = tile_sums[place_of_sum(k)];
    }
}

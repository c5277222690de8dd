/*
 * The steps that all implementations share. An implementation's file defines FOREST_TARGET, the
 * attribute of functions for its processor, and read_columns, find_reaching and add_leaves, and
 * then includes this.
 */

/* Computes for each cut the set of rows whose value has reached it, at 1 + the cut's index; index 0
 * is all rows. Cuts outside the range of a tile's values need no comparison. The last group of
 * columns overlaps the one before if the number is not a multiple. */
FOREST_TARGET static void find_all_reaching(const struct forest *forest, const float *rows,
                                            size_t n, row_set *reaching) {
    const size_t width = forest->n_features;
    const size_t n_columns = width < N_COLUMNS ? width : N_COLUMNS;
    const row_set none = {0};
    struct columns columns;
    reaching[0] = ~none;
    for (size_t f = 0; f < width; f += n_columns) {
        size_t first = f + n_columns <= width ? f : width - n_columns;
        read_columns(rows + first, width, n_columns, n, &columns);
        for (size_t i = 0; i < n_columns; i++) {
            size_t k = forest->first_cut[first + i], end = forest->first_cut[first + i + 1];
            for (; k < end && forest->cuts[k] <= columns.min[i]; k++)
                reaching[1 + k] = ~none;
            for (; k < end && forest->cuts[end - 1] > columns.max[i]; end--)
                reaching[end] = none;
            if (k < end)
                find_reaching(columns.values[i], n, forest->cuts + k, end - k, &reaching[1 + k]);
        }
    }
}

#define FOREST_INLINE FOREST_TARGET static inline __attribute__((always_inline))

/* Rows descend a tree from one of its nodes: `at` is the set of rows that have reached the node,
 * and the rows that go right at the l-th level from below are added to turns[l]. The descent is
 * depth first, and each level has its own function so that everything is inlined: no more sets are
 * in use at a time than there are registers. (Level by level, with the sets in memory, it took
 * twice as long. Sets are passed by address, since the convention for passing them by value depends
 * on the processor.) */
FOREST_INLINE void descend_1(const uint16_t *nodes, size_t node, const row_set *at,
                             const row_set *reaching, row_set *turns) {
    turns[0] |= *at & reaching[nodes[node]];
}

#define DESCEND(level, below)                                                                      \
    FOREST_INLINE void descend_##level(const uint16_t *nodes, size_t node, const row_set *at,      \
                                       const row_set *reaching, row_set *turns) {                  \
        row_set right = *at & reaching[nodes[node]], left = *at ^ right;                           \
        turns[(level)-1] |= right;                                                                 \
        descend_##below(nodes, 2 * node + 1, &left, reaching, turns);                              \
        descend_##below(nodes, 2 * node + 2, &right, reaching, turns);                             \
    }

DESCEND(2, 1)
DESCEND(3, 2)
DESCEND(4, 3)
DESCEND(5, 4)
DESCEND(6, 5)

/* All rows descend a tree of up to 6 levels; the sets that go right stay in registers until the
 * end. (Clearing an array for each tree would take longer than the descent.) */
#define DESCEND_TREE(depth)                                                                        \
    FOREST_INLINE void descend_tree_##depth(const uint16_t *nodes, const row_set *reaching,        \
                                            row_set *x) {                                          \
        const row_set none = {0}, all = ~none;                                                     \
        row_set turns[6] = {none, none, none, none, none, none};                                   \
        descend_##depth(nodes, 0, &all, reaching, turns);                                          \
        for (int level = 0; level < 8; level++)                                                    \
            x[level] = level < (depth) ? turns[level] : none;                                      \
    }

DESCEND_TREE(5)
DESCEND_TREE(6)

/* The same for trees of any depth, level by level. */
FOREST_TARGET static void go_down(const uint16_t *nodes, size_t depth, const row_set *reaching,
                                  row_set *turns) {
    const row_set none = {0};
    row_set at[1 << FOREST_MAX_DEPTH];
    at[0] = ~none;
    for (int level = 0; level < 8; level++)
        turns[level] = none;
    for (size_t level = 0; level < depth; level++) {
        size_t n = (size_t)1 << level;
        for (size_t k = n; k-- > 0;) {
            row_set right = at[k] & reaching[nodes[n - 1 + k]];
            turns[depth - 1 - level] |= right;
            at[2 * k + 1] = right;
            at[2 * k] = at[k] ^ right;
        }
    }
}

/* Swaps the bits of *a selected by `mask`, shifted, with those of *b: a step of transposing a bit
 * matrix (Warren, "Hacker's Delight", 7-3) in each byte. */
FOREST_TARGET static inline void swap_bits(row_set *a, row_set *b, int shift, uint64_t mask) {
    row_set difference = ((*a >> shift) ^ *b) & mask;
    *b ^= difference;
    *a ^= difference << shift;
}

/* Converts eight sets, one per level, to the leaf of each row: byte j of leaf[g] is that of row j
 * of group g. */
FOREST_TARGET static void turn_to_leaves(row_set *x) {
    for (int i = 0; i < 4; i++)
        swap_bits(&x[i], &x[i + 4], 4, 0x0f0f0f0f0f0f0f0f);
    for (int i = 0; i < 2; i++) {
        swap_bits(&x[i], &x[i + 2], 2, 0x3333333333333333);
        swap_bits(&x[i + 4], &x[i + 6], 2, 0x3333333333333333);
    }
    for (int i = 0; i < 8; i += 2)
        swap_bits(&x[i], &x[i + 1], 1, 0x5555555555555555);
}

FOREST_TARGET static void sum_tile(const struct forest *forest, const row_set *reaching, size_t n,
                                   int32_t *sums) {
    const size_t n_leaves = (size_t)1 << forest->depth;
    const uint16_t *nodes = forest->nodes;
    const int16_t *leaves = forest->leaves;
    for (size_t tree = 0; tree < forest->n_trees; tree++) {
        row_set x[8];
        if (forest->depth == 6)
            descend_tree_6(nodes, reaching, x);
        else if (forest->depth == 5)
            descend_tree_5(nodes, reaching, x);
        else
            go_down(nodes, forest->depth, reaching, x);
        turn_to_leaves(x);
        add_leaves(x, (n + GROUP_ROWS - 1) / GROUP_ROWS, leaves, n_leaves, sums);
        nodes += n_leaves - 1;
        leaves += n_leaves;
    }
}

FOREST_TARGET static void sum_forest(struct arena *arena, const struct forest *forest,
                                     const float *rows, size_t n, int32_t *sums) {
    size_t n_sets = 1 + (size_t)forest->first_cut[forest->n_features];
    char *memory = arena_alloc(arena, n_sets * sizeof(row_set) + sizeof(row_set));
    row_set *reaching = (row_set *)(memory + (-(uintptr_t)memory & (sizeof(row_set) - 1)));
    for (size_t i = 0; i < n; i += TILE_ROWS) {
        size_t n_rows = n - i < TILE_ROWS ? n - i : TILE_ROWS;
        int32_t tile_sums[TILE_ROWS] = {0};
        find_all_reaching(forest, rows + i * forest->n_features, n_rows, reaching);
        sum_tile(forest, reaching, n_rows, tile_sums);
        memcpy(sums + i, tile_sums, n_rows * sizeof *sums);
    }
}

/*
 * Loads a model: a header of numbers, then the arrays, each padded to 4 bytes, in this machine's
 * byte order.
 */
#include "model_file.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "score/feature.h"
#include "score/neighborhood.h"

struct reader {
    const char *file;
    const char *at, *end;
};

_Noreturn static void refuse(const char *file, const char *why) {
    fprintf(stderr, "model: %s: %s\n", file, why);
    exit(2);
}

static const void *read_array(struct reader *from, size_t len) {
    size_t padded = (len + 3) / 4 * 4;
    if ((size_t)(from->end - from->at) < padded)
        refuse(from->file, "cut short");
    const void *p = from->at;
    from->at += padded;
    return p;
}

static uint32_t read_number(struct reader *from) {
    uint32_t n;
    memcpy(&n, read_array(from, sizeof n), sizeof n);
    return n;
}

static float read_float(struct reader *from) {
    float x;
    memcpy(&x, read_array(from, sizeof x), sizeof x);
    return x;
}

static struct forest read_forest(struct reader *from) {
    struct forest f = {0};
    f.n_features = read_number(from);
    f.n_trees = read_number(from);
    f.depth = read_number(from);
    size_t n_cuts = read_number(from);
    f.scale = read_float(from);
    f.bias = read_float(from);
    f.cuts = read_array(from, n_cuts * sizeof *f.cuts);
    f.first_cut = read_array(from, (f.n_features + 1) * sizeof *f.first_cut);
    size_t n_nodes = ((size_t)1 << f.depth) - 1;
    f.nodes = read_array(from, f.n_trees * n_nodes * sizeof *f.nodes);
    f.leaves = read_array(from, f.n_trees * (n_nodes + 1) * sizeof *f.leaves);
    return f;
}

static struct model_tokens read_tokens(struct reader *from) {
    struct model_tokens t = {0};
    t.n_tokens = read_number(from);
    t.scale = read_float(from);
    t.bias = read_float(from);
    t.hashes = read_array(from, t.n_tokens * sizeof *t.hashes);
    t.weights = (const int16_t(*)[MODEL_N_RANGES])read_array(from, t.n_tokens * sizeof *t.weights);
    t.first = read_array(from, 257 * sizeof *t.first);
    return t;
}

static struct reader open_reader(const char *file) {
    FILE *in = fopen(file, "rb");
    if (!in || fseek(in, 0, SEEK_END) != 0)
        refuse(file, "cannot be read");
    size_t len = (size_t)ftell(in);
    rewind(in);
    char *bytes = malloc(len + 1);
    if (!bytes || fread(bytes, 1, len, in) != len)
        refuse(file, "cannot be read");
    fclose(in);
    return (struct reader){file, bytes, bytes + len};
}

static uint32_t hash_name(uint32_t hash, const char *name) {
    return hash_byte(hash_bytes(hash, str_of(name)), 0);
}

/* A model identifies features by position, so it is refused if they are others, or in another
 * order. */
static void check_features(struct reader *from, const struct model *model) {
    uint32_t block = HASH_START, neighborhood = HASH_START;
    for (int i = 0; i < FEATURE_N; i++)
        block = hash_name(block, feature_name((enum feature)i));
    for (int i = 0; i < NEIGHBORHOOD_N; i++)
        neighborhood = hash_name(neighborhood, neighborhood_name((enum neighborhood)i));
    if (model->feature_version != FEATURE_VERSION ||
        model->neighborhood_version != NEIGHBORHOOD_VERSION)
        refuse(from->file, "trained on another version of the features");
    bool is_same_block = read_number(from) == block;
    if (read_number(from) != neighborhood || !is_same_block)
        refuse(from->file, "trained on other features");
}

const struct model *model_file_load(const char *file) {
    struct reader from = open_reader(file);
    if (memcmp(read_array(&from, 8), "pithmdl3", 8) != 0)
        refuse(file, "not a model of this format");
    struct model *model = calloc(1, sizeof *model);
    if (!model)
        refuse(file, "out of memory");
    model->feature_version = read_number(&from);
    model->neighborhood_version = read_number(&from);
    check_features(&from, model);
    model->tokens = read_tokens(&from);
    model->words = read_tokens(&from);
    model->block = read_forest(&from);
    model->neighborhood = read_forest(&from);
    if (model->block.n_features != FEATURE_N || model->neighborhood.n_features != NEIGHBORHOOD_N)
        refuse(file, "trained on another number of features");
    for (int i = 0; i < MODEL_N_CALIBRATION; i++)
        model->calibration[i] = read_float(&from);
    return model;
}

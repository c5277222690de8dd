/*
 * Knows the files that a run reads; see inputs.h.
 */
#define _GNU_SOURCE
#include "program/output/inputs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int compare(const void *a, const void *b) {
    const struct input_file *x = a, *y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    return (x->inode > y->inode) - (x->inode < y->inode);
}

/* Whether a directory is `tree` or below it; both are without symbolic links. */
static bool is_within(const char *dir, const char *tree) {
    size_t len = strlen(tree);
    return strncmp(dir, tree, len) == 0 && (dir[len] == '\0' || dir[len] == '/' || len == 1);
}

static void add_tree(struct inputs *inputs, const char *name, const char *out_dir) {
    char *tree = realpath(name, NULL);
    if (tree && !is_within(out_dir, tree))
        inputs->trees[inputs->n_trees++] = tree;
    else
        free(tree);
}

static void add(struct inputs *inputs, const char *name, const char *out_dir) {
    struct stat status;
    int failed = strcmp(name, "-") == 0 ? fstat(STDIN_FILENO, &status) : stat(name, &status);
    if (failed)
        return;
    if (S_ISDIR(status.st_mode))
        add_tree(inputs, name, out_dir);
    else
        inputs->files[inputs->n_files++] = (struct input_file){status.st_dev, status.st_ino};
}

int inputs_init(struct inputs *inputs, const struct options *options) {
    char *out_dir = realpath(options->out_dir, NULL);
    *inputs = (struct inputs){.files = calloc(options->n_files, sizeof *inputs->files),
                              .trees = calloc(options->n_files, sizeof *inputs->trees)};
    bool is_good = out_dir && inputs->files && inputs->trees;
    for (size_t i = 0; is_good && i < options->n_files; i++)
        add(inputs, options->files[i], out_dir);
    if (is_good)
        qsort(inputs->files, inputs->n_files, sizeof *inputs->files, compare);
    else
        inputs_done(inputs);
    free(out_dir);
    return is_good ? 0 : ENOMEM;
}

void inputs_done(struct inputs *inputs) {
    for (size_t i = 0; i < inputs->n_trees; i++)
        free(inputs->trees[i]);
    free(inputs->trees);
    free(inputs->files);
    *inputs = (struct inputs){0};
}

/* Whether the directory of `path` is in one of the trees, as far as can be seen. */
static bool is_in_tree(const struct inputs *inputs, const char *path) {
    size_t len = (size_t)(strrchr(path, '/') - path); /* a slash at the end would need more calls */
    char *dir = strndup(path, len ? len : 1), *real = dir ? realpath(dir, NULL) : NULL;
    bool is_in = !real;
    for (size_t i = 0; i < inputs->n_trees && !is_in; i++)
        is_in = is_within(real, inputs->trees[i]);
    free(real);
    free(dir);
    return is_in;
}

bool inputs_hold(const struct inputs *inputs, const char *path) {
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    struct input_file file = {status.st_dev, status.st_ino};
    return (inputs->n_files &&
            bsearch(&file, inputs->files, inputs->n_files, sizeof file, compare)) ||
           (inputs->n_trees && is_in_tree(inputs, path));
}

/*
 * The inputs of a run, which no output file may overwrite.
 */
#ifndef PITH_PROGRAM_OUTPUT_INPUTS_H
#define PITH_PROGRAM_OUTPUT_INPUTS_H

#include <sys/types.h>

#include "program/options.h"

struct input_file {
    dev_t device;
    ino_t inode;
};

struct inputs {
    struct input_file *files; /* operands, in the order of their numbers */
    size_t n_files;
    char **trees; /* operands that are directories, as absolute paths without symbolic links */
    size_t n_trees;
};

/* Looks up the operands. A directory with the output directory in it is left out, since it is not
 * read there. Returns 0, or ENOMEM with nothing to free. */
int inputs_init(struct inputs *inputs, const struct options *options);

void inputs_done(struct inputs *inputs);

/* Whether `path`, which has a slash, is an existing file that is an operand or in one. */
bool inputs_hold(const struct inputs *inputs, const char *path);

#endif

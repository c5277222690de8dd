/*
 * A model in a file, for the trainer: loaded instead of the compiled-in src/generated/model_*.c.
 */
#ifndef BENCH_MODEL_FILE_H
#define BENCH_MODEL_FILE_H

#include "score/model.h"

/* Reads FILE as written by bench/train/export.py. The model lives as long as the process. Prints
 * the reason and exits if the file is not a model: this is a tool. */
const struct model *model_file_load(const char *file);

#endif

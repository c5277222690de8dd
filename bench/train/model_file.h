/*
 * A model in a file, for the trainer: what src/generated/model_*.c compile in, loaded instead.
 */
#ifndef BENCH_MODEL_FILE_H
#define BENCH_MODEL_FILE_H

#include "score/model.h"

/* Reads FILE as bench/train/export.py writes it. The model lives as long as the process. Prints
 * the reason and exits on a file that is no model: this is a tool. */
const struct model *model_file_load(const char *file);

#endif

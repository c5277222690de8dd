/*
 * Writes one file per answer.
 */
#ifndef PITH_PROGRAM_OUTPUT_FILES_H
#define PITH_PROGRAM_OUTPUT_FILES_H

#include "base/str.h"

/* Makes a directory, and those above it, if missing. Returns 0, or an errno. */
int output_make_dir(const char *dir);

/* The name under which the file `path`, which has a slash, is written first; NULL if there is no
 * memory. The caller frees it. */
char *output_part_path(const char *path);

/* Writes `bytes` to a file, making directories as needed; the file appears complete or not at all.
 * `path` is modified meanwhile. Returns 0, or an errno. */
int output_file(char *path, const char *part_path, struct str bytes);

#endif

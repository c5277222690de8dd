/*
 * Writes one file per answer.
 */
#ifndef PITH_PROGRAM_OUTPUT_FILES_H
#define PITH_PROGRAM_OUTPUT_FILES_H

#include "base/str.h"

/* Makes a directory, and those above it, if missing. Returns 0, or an errno. */
int output_make_dir(const char *dir);

/* Writes `bytes` to a file, making directories as needed; the file appears complete or not at all.
 * `path` has a slash, and is modified meanwhile. Returns 0, or an errno. */
int output_file(char *path, struct str bytes);

#endif

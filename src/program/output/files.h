/*
 * A file for each answer.
 */
#ifndef PITH_PROGRAM_OUTPUT_FILES_H
#define PITH_PROGRAM_OUTPUT_FILES_H

#include "base/str.h"

/* Makes a directory, and those above it, where they are missing. 0, or an errno. */
int output_make_dir(const char *dir);

/* Writes `bytes` to DIR/PLACE+ENDING, directories made as needed; the file is there as a whole or
 * not at all. 0, or an errno. */
int output_file(const char *dir, const char *place, const char *ending, struct str bytes);

#endif

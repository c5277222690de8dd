/*
 * The dictionary that the frames of a .warc.zst share: a skippable frame of its own kind at the
 * start of the file ("WARC with Zstandard", IIPC 2021).
 */
#ifndef PITH_PROGRAM_INPUT_DICTIONARY_H
#define PITH_PROGRAM_INPUT_DICTIONARY_H

#include "base/str.h"

/* The dictionaries in use have 100 KB to 1 MB. */
#define DICTIONARY_MAX_BYTES ((size_t)16 << 20)

/* The length of the frame at the start of `bytes`, including its header of 8 bytes; 0 if there is
 * none. */
size_t dictionary_frame_len(struct str bytes);

/* Reads the dictionary in a complete frame, which may itself be compressed. Returns the memory that
 * holds it, to be freed, or NULL if it is damaged. */
char *dictionary_unpack(struct str frame, struct str *out);

#endif

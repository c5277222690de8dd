/*
 * Decompresses step by step: one interface for zlib, libzstd, libbrotlidec and liblzma. A build may
 * lack all but the first (make WITHOUT=...).
 */
#ifndef PITH_PROGRAM_INPUT_CODEC_H
#define PITH_PROGRAM_INPUT_CODEC_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum packing {
    PACKING_NONE,
    PACKING_GZIP,        /* RFC 1952 */
    PACKING_ZLIB,        /* RFC 1950 */
    PACKING_RAW_DEFLATE, /* RFC 1951 */
    PACKING_ZSTD,        /* RFC 8878 */
    PACKING_BROTLI,      /* RFC 7932 */
    PACKING_XZ,
    N_PACKINGS
};

/* The compression format whose signature the bytes begin with; PACKING_NONE for brotli and raw
 * deflate, which have none. Four bytes are enough. */
enum packing codec_find(struct str bytes);

/* "gzip", "zstd" ... */
const char *codec_name(enum packing packing);

/* Whether this build can read the format. */
bool codec_is_built_in(enum packing packing);

enum codec_state {
    CODEC_MORE,    /* needs more input or more output space, whichever has run out */
    CODEC_END,     /* the member, frame or stream is complete; more may follow it */
    CODEC_DAMAGED, /* not what the packing calls for */
    CODEC_NO_MEMORY
};

struct codec {
    enum packing packing;
    struct arena *arena; /* where the library's memory comes from; NULL: the heap */
    void *state;         /* of the library */
    const char *in;      /* input to read */
    size_t in_len;
    char *out; /* space for the output */
    size_t out_len;
};

/* Prepares the codec for the first member. With an arena nothing is freed, so that a jump out of it
 * leaks nothing. False if there is no memory, or the format is not built in. */
bool codec_open(struct codec *codec, enum packing packing, struct arena *arena);
void codec_close(struct codec *codec);

/* Prepares it for the next member. */
bool codec_reset(struct codec *codec);

/* Decompresses what it can, and advances `in` and `out`. */
enum codec_state codec_run(struct codec *codec);

/* For zstd: sets the dictionary of the members to come. False if it is not a dictionary. */
bool codec_set_dictionary(struct codec *codec, struct str dictionary);

/* An arena as the libraries' allocator; nothing is freed before the arena is. */
void *codec_allocate(void *arena, size_t size);
void codec_deallocate(void *arena, void *memory);

/* What each compression format implements. */
struct codec_methods {
    bool (*open)(struct codec *codec);
    void (*close)(struct codec *codec);
    bool (*reset)(struct codec *codec);
    enum codec_state (*run)(struct codec *codec);
};

extern const struct codec_methods codec_zlib, codec_zstd, codec_brotli, codec_xz;

#endif

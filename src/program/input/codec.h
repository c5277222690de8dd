/*
 * Compressed bytes into plain ones, step by step: one interface over zlib, libzstd, libbrotlidec
 * and liblzma. A build may lack all but the first (make WITHOUT=...).
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

/* The packing whose signature the bytes begin with; PACKING_NONE for brotli and raw deflate, which
 * have none. Four bytes are enough to tell. */
enum packing codec_find(struct str bytes);

/* "gzip", "zstd" ... */
const char *codec_name(enum packing packing);

/* Whether this build can read it. */
bool codec_is_built_in(enum packing packing);

enum codec_state {
    CODEC_MORE,    /* wants more input or more room, whichever has run out */
    CODEC_END,     /* the member, frame or stream is complete; more may follow it */
    CODEC_DAMAGED, /* not what the packing calls for */
    CODEC_NO_MEMORY
};

struct codec {
    enum packing packing;
    struct arena *arena; /* where the library's memory comes from; NULL: the heap */
    void *state;         /* the library's own */
    const char *in;      /* to be read */
    size_t in_len;
    char *out; /* to be filled */
    size_t out_len;
};

/* Makes the codec ready for a first member. With an arena nothing is ever freed, so that a jump out
 * of it leaks nothing. False where there is no memory, or the packing is not built in. */
bool codec_open(struct codec *codec, enum packing packing, struct arena *arena);
void codec_close(struct codec *codec);

/* Makes it ready for the next member. */
bool codec_reset(struct codec *codec);

/* Unpacks what it can; moves `in` and `out` along. */
enum codec_state codec_run(struct codec *codec);

/* For zstd: the dictionary of the members to come. False where it is none. */
bool codec_set_dictionary(struct codec *codec, struct str dictionary);

/* What each packing implements. */
struct codec_methods {
    bool (*open)(struct codec *codec);
    void (*close)(struct codec *codec);
    bool (*reset)(struct codec *codec);
    enum codec_state (*run)(struct codec *codec);
};

extern const struct codec_methods codec_zlib, codec_zstd, codec_brotli, codec_xz;

#endif

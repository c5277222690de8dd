/*
 * Decompresses gzip, zlib and raw deflate with zlib; see codec.h.
 */
#include "program/input/codec.h"

#include <limits.h>
#include <stdlib.h>

#define ZLIB_CONST /* makes next_in a pointer to const */
#include <zlib.h>

static void *allocate(void *arena, unsigned n, unsigned size) {
    return arena_alloc_zero(arena, n, size);
}

/* zlib's window bits: 15 is the largest window; + 16 reads only gzip; negative reads raw
 * deflate. */
static int window_bits(enum packing packing) {
    return packing == PACKING_GZIP ? 15 + 16 : packing == PACKING_ZLIB ? 15 : -15;
}

static bool start(struct codec *codec) {
    z_stream *stream = codec->arena ? arena_alloc_zero(codec->arena, 1, sizeof *stream)
                                    : calloc(1, sizeof *stream);
    if (!stream)
        return false;
    if (codec->arena) {
        stream->zalloc = allocate;
        stream->zfree = codec_deallocate;
        stream->opaque = codec->arena;
    }
    codec->state = stream;
    if (inflateInit2(stream, window_bits(codec->packing)) == Z_OK)
        return true;
    codec_close(codec);
    return false;
}

static void stop(struct codec *codec) {
    inflateEnd(codec->state);
    free(codec->state);
}

static bool restart(struct codec *codec) {
    return inflateReset(codec->state) == Z_OK;
}

static unsigned as_unsigned(size_t len) {
    return len < UINT_MAX ? (unsigned)len : UINT_MAX;
}

static enum codec_state unpack(struct codec *codec) {
    z_stream *stream = codec->state;
    unsigned in_len = as_unsigned(codec->in_len), out_len = as_unsigned(codec->out_len);
    stream->next_in = (const unsigned char *)codec->in;
    stream->avail_in = in_len;
    stream->next_out = (unsigned char *)codec->out;
    stream->avail_out = out_len;
    int state = inflate(stream, Z_NO_FLUSH);
    codec->in += in_len - stream->avail_in;
    codec->in_len -= in_len - stream->avail_in;
    codec->out += out_len - stream->avail_out;
    codec->out_len -= out_len - stream->avail_out;
    switch (state) {
    case Z_OK:
    case Z_BUF_ERROR:
        return CODEC_MORE;
    case Z_STREAM_END:
        return CODEC_END;
    case Z_MEM_ERROR:
        return CODEC_NO_MEMORY;
    default:
        return CODEC_DAMAGED;
    }
}

const struct codec_methods codec_zlib = {start, stop, restart, unpack};

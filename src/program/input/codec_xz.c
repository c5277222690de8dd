/*
 * Decompresses xz with liblzma; see codec.h.
 */
#include "program/input/codec.h"

#ifdef PITH_WITH_XZ

#include <stdlib.h>

#include <lzma.h>

/* Decompressing xz -9 needs 65 MiB; only decompression bombs need more than this. */
static const uint64_t MAX_MEMORY_BYTES = (uint64_t)256 << 20;

static void *allocate(void *arena, size_t n, size_t size) {
    return arena_alloc_zero(arena, n, size);
}

static bool restart(struct codec *codec) {
    return lzma_stream_decoder(codec->state, MAX_MEMORY_BYTES, 0) == LZMA_OK;
}

static bool start(struct codec *codec) {
    static const lzma_stream empty = LZMA_STREAM_INIT;
    lzma_stream *stream =
        codec->arena ? arena_alloc(codec->arena, sizeof *stream) : malloc(sizeof *stream);
    if (!stream)
        return false;
    *stream = empty;
    if (codec->arena) {
        lzma_allocator *allocator = arena_alloc(codec->arena, sizeof *allocator);
        *allocator = (lzma_allocator){allocate, codec_deallocate, codec->arena};
        stream->allocator = allocator;
    }
    codec->state = stream;
    if (restart(codec))
        return true;
    codec_close(codec);
    return false;
}

static void stop(struct codec *codec) {
    lzma_end(codec->state);
    free(codec->state);
}

static enum codec_state unpack(struct codec *codec) {
    lzma_stream *stream = codec->state;
    stream->next_in = (const uint8_t *)codec->in;
    stream->avail_in = codec->in_len;
    stream->next_out = (uint8_t *)codec->out;
    stream->avail_out = codec->out_len;
    lzma_ret state = lzma_code(stream, LZMA_RUN);
    codec->in = (const char *)stream->next_in;
    codec->in_len = stream->avail_in;
    codec->out = (char *)stream->next_out;
    codec->out_len = stream->avail_out;
    switch (state) {
    case LZMA_OK:
    case LZMA_BUF_ERROR:
        return CODEC_MORE;
    case LZMA_STREAM_END:
        return CODEC_END;
    case LZMA_MEM_ERROR:
    case LZMA_MEMLIMIT_ERROR:
        return CODEC_NO_MEMORY;
    default:
        return CODEC_DAMAGED;
    }
}

const struct codec_methods codec_xz = {start, stop, restart, unpack};

#else

typedef int no_xz; /* ISO C does not allow empty files */

#endif

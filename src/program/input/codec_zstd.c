/*
 * Decompresses zstd with libzstd; see codec.h.
 */
#include "program/input/codec.h"

#ifdef PITH_WITH_ZSTD

#define ZSTD_STATIC_LINKING_ONLY /* for a custom allocator */
#include <zstd.h>
#include <zstd_errors.h>

static bool start(struct codec *codec) {
    ZSTD_customMem memory = {codec_allocate, codec_deallocate, codec->arena};
    codec->state = codec->arena ? ZSTD_createDCtx_advanced(memory) : ZSTD_createDCtx();
    return codec->state != NULL;
}

static void stop(struct codec *codec) {
    ZSTD_freeDCtx(codec->state);
}

static bool restart(struct codec *codec) {
    return !ZSTD_isError(ZSTD_DCtx_reset(codec->state, ZSTD_reset_session_only));
}

static enum codec_state unpack(struct codec *codec) {
    ZSTD_inBuffer in = {codec->in, codec->in_len, 0};
    ZSTD_outBuffer out = {codec->out, codec->out_len, 0};
    size_t state = ZSTD_decompressStream(codec->state, &out, &in);
    codec->in += in.pos;
    codec->in_len -= in.pos;
    codec->out += out.pos;
    codec->out_len -= out.pos;
    if (ZSTD_isError(state))
        return ZSTD_getErrorCode(state) == ZSTD_error_memory_allocation ? CODEC_NO_MEMORY
                                                                        : CODEC_DAMAGED;
    return state == 0 ? CODEC_END : CODEC_MORE;
}

bool codec_set_dictionary(struct codec *codec, struct str dictionary) {
    return restart(codec) &&
           !ZSTD_isError(ZSTD_DCtx_loadDictionary(codec->state, dictionary.at, dictionary.len));
}

const struct codec_methods codec_zstd = {start, stop, restart, unpack};

#else

bool codec_set_dictionary(struct codec *codec, struct str dictionary) {
    (void)codec, (void)dictionary;
    return false;
}

#endif

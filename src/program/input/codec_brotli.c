/*
 * Decompresses brotli with libbrotlidec; see codec.h.
 */
#include "program/input/codec.h"

#ifdef PITH_WITH_BROTLI

#include <brotli/decode.h>

static bool start(struct codec *codec) {
    codec->state = codec->arena
                       ? BrotliDecoderCreateInstance(codec_allocate, codec_deallocate, codec->arena)
                       : BrotliDecoderCreateInstance(NULL, NULL, NULL);
    return codec->state != NULL;
}

static void stop(struct codec *codec) {
    BrotliDecoderDestroyInstance(codec->state);
}

static bool restart(struct codec *codec) {
    codec_close(codec);
    return start(codec);
}

static enum codec_state unpack(struct codec *codec) {
    const uint8_t *in = (const uint8_t *)codec->in;
    uint8_t *out = (uint8_t *)codec->out;
    BrotliDecoderResult result = BrotliDecoderDecompressStream(codec->state, &codec->in_len, &in,
                                                               &codec->out_len, &out, NULL);
    codec->in = (const char *)in;
    codec->out = (char *)out;
    switch (result) {
    case BROTLI_DECODER_RESULT_SUCCESS:
        return CODEC_END;
    case BROTLI_DECODER_RESULT_ERROR:
        return CODEC_DAMAGED;
    default:
        return CODEC_MORE;
    }
}

const struct codec_methods codec_brotli = {start, stop, restart, unpack};

#else

typedef int no_brotli; /* ISO C does not allow empty files */

#endif

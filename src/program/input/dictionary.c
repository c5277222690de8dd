/*
 * Reads zstd dictionaries from their frames; see dictionary.h.
 */
#include "program/input/dictionary.h"

#include <stdlib.h>

#include "program/input/codec.h"

enum { HEAD_BYTES = 8 };

size_t dictionary_frame_len(struct str bytes) {
    if (bytes.len < HEAD_BYTES || !str_starts_with(bytes, STR("\x5d\x2a\x4d\x18")))
        return 0;
    size_t len = 0;
    for (size_t i = HEAD_BYTES; i-- > 4;)
        len = len << 8 | (unsigned char)bytes.at[i];
    return HEAD_BYTES + len;
}

static char *copy(struct str packed, struct str *out) {
    char *memory = malloc(packed.len + 1);
    if (memory)
        memcpy(memory, packed.at, packed.len);
    *out = (struct str){memory, packed.len};
    return memory;
}

char *dictionary_unpack(struct str frame, struct str *out) {
    struct str packed = str_between(frame, HEAD_BYTES, frame.len);
    struct codec codec;
    if (!str_starts_with(packed, STR("\x28\xb5\x2f\xfd")))
        return copy(packed, out);
    char *memory = malloc(DICTIONARY_MAX_BYTES);
    bool is_whole = false;
    if (memory && codec_open(&codec, PACKING_ZSTD, NULL)) {
        codec.in = packed.at;
        codec.in_len = packed.len;
        codec.out = memory;
        codec.out_len = DICTIONARY_MAX_BYTES;
        is_whole = codec_run(&codec) == CODEC_END;
        *out = (struct str){memory, DICTIONARY_MAX_BYTES - codec.out_len};
        codec_close(&codec);
    }
    if (is_whole)
        return memory;
    free(memory);
    return NULL;
}

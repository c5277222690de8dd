/*
 * Compression formats by name and signature, and their libraries; see codec.h.
 */
#include "program/input/codec.h"

#include <stdlib.h>

static const struct {
    const char *name;
    struct str signature;
    const struct codec_methods *methods; /* NULL: not in this build */
} packings[N_PACKINGS] = {
    [PACKING_NONE] = {"identity", STR_INIT(""), NULL},
    [PACKING_GZIP] = {"gzip", STR_INIT("\x1f\x8b"), &codec_zlib},
    [PACKING_ZLIB] = {"deflate", STR_INIT(""), &codec_zlib},
    [PACKING_RAW_DEFLATE] = {"deflate", STR_INIT(""), &codec_zlib},
#ifdef PITH_WITH_ZSTD
    [PACKING_ZSTD] = {"zstd", STR_INIT("\x28\xb5\x2f\xfd"), &codec_zstd},
#else
    [PACKING_ZSTD] = {"zstd", STR_INIT("\x28\xb5\x2f\xfd"), NULL},
#endif
#ifdef PITH_WITH_BROTLI
    [PACKING_BROTLI] = {"brotli", STR_INIT(""), &codec_brotli},
#else
    [PACKING_BROTLI] = {"brotli", STR_INIT(""), NULL},
#endif
#ifdef PITH_WITH_XZ
    [PACKING_XZ] = {"xz", STR_INIT("\xfd\x37zXZ"), &codec_xz},
#else
    [PACKING_XZ] = {"xz", STR_INIT("\xfd\x37zXZ"), NULL},
#endif
};

/* zstd frames without data (RFC 8878, section 3.1.2) may come first: 0x184D2A50 to 5F. */
static bool is_skippable_frame(struct str bytes) {
    return bytes.len >= 4 && (bytes.at[0] & 0xF0) == 0x50 &&
           str_has_at(bytes, 1, STR("\x2a\x4d\x18"));
}

enum packing codec_find(struct str bytes) {
    if (is_skippable_frame(bytes))
        return PACKING_ZSTD;
    for (int i = 0; i < N_PACKINGS; i++) {
        if (packings[i].signature.len > 0 && str_starts_with(bytes, packings[i].signature))
            return (enum packing)i;
    }
    return PACKING_NONE;
}

const char *codec_name(enum packing packing) {
    return packings[packing].name;
}

bool codec_is_built_in(enum packing packing) {
    return packings[packing].methods != NULL;
}

bool codec_open(struct codec *codec, enum packing packing, struct arena *arena) {
    *codec = (struct codec){.packing = packing, .arena = arena};
    return codec_is_built_in(packing) && packings[packing].methods->open(codec);
}

void *codec_allocate(void *arena, size_t size) {
    return arena_alloc(arena, size);
}

void codec_deallocate(void *arena, void *memory) {
    (void)arena, (void)memory;
}

void codec_close(struct codec *codec) {
    if (codec->state && !codec->arena)
        packings[codec->packing].methods->close(codec);
    codec->state = NULL;
}

bool codec_reset(struct codec *codec) {
    return packings[codec->packing].methods->reset(codec);
}

enum codec_state codec_run(struct codec *codec) {
    return packings[codec->packing].methods->run(codec);
}

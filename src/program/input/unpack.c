/*
 * Decompresses whole bodies; see unpack.h.
 */
#include "program/input/unpack.h"

/* The size of a step. */
enum { STEP_BYTES = 64 << 10 };

/* Nested compression of one page: more layers than this are a decompression bomb. */
enum { MAX_LAYERS = 4 };

static const char *const reason_damaged[N_PACKINGS] = {
    [PACKING_GZIP] = "damaged gzip data",           [PACKING_ZLIB] = "damaged deflate data",
    [PACKING_RAW_DEFLATE] = "damaged deflate data", [PACKING_ZSTD] = "damaged zstd data",
    [PACKING_BROTLI] = "damaged brotli data",       [PACKING_XZ] = "damaged xz data"};

static const char *const reason_cut[N_PACKINGS] = {
    [PACKING_GZIP] = "the gzip data is cut short",
    [PACKING_ZLIB] = "the deflate data is cut short",
    [PACKING_RAW_DEFLATE] = "the deflate data is cut short",
    [PACKING_ZSTD] = "the zstd data is cut short",
    [PACKING_BROTLI] = "the brotli data is cut short",
    [PACKING_XZ] = "the xz data is cut short"};

static const char *const reason_missing[N_PACKINGS] = {
    [PACKING_ZSTD] = "zstd data, which this build of pith does not read",
    [PACKING_BROTLI] = "brotli data, which this build of pith does not read",
    [PACKING_XZ] = "xz data, which this build of pith does not read"};

bool unpack_is_unsupported(const char *reason) {
    for (int i = 0; i < N_PACKINGS; i++) {
        if (reason == reason_missing[i])
            return true;
    }
    return false;
}

bool unpack_coding(struct str name, enum packing *out) {
    static const struct {
        struct str name;
        enum packing packing;
    } codings[] = {{STR_INIT("gzip"), PACKING_GZIP},     {STR_INIT("x-gzip"), PACKING_GZIP},
                   {STR_INIT("deflate"), PACKING_ZLIB},  {STR_INIT("br"), PACKING_BROTLI},
                   {STR_INIT("zstd"), PACKING_ZSTD},     {STR_INIT("xz"), PACKING_XZ},
                   {STR_INIT("identity"), PACKING_NONE}, {STR_INIT("none"), PACKING_NONE},
                   {STR_INIT("utf-8"), PACKING_NONE}};
    for (size_t i = 0; i < N_OF(codings); i++) {
        if (str_equals_lower(name, codings[i].name)) {
            *out = codings[i].packing;
            return true;
        }
    }
    return false;
}

const char *unpack_reason_damaged(enum packing packing) {
    return reason_damaged[packing];
}

const char *unpack_reason_cut(enum packing packing) {
    return reason_cut[packing];
}

const char *unpack_reason_missing(enum packing packing) {
    return reason_missing[packing];
}

/* Decompresses one member; its end was reached if the state is CODEC_END. */
static enum codec_state unpack_member(struct codec *codec, struct buffer *out, size_t end_len) {
    enum codec_state state = CODEC_MORE;
    while (state == CODEC_MORE && out->len < end_len) {
        size_t step = end_len - out->len < STEP_BYTES ? end_len - out->len : STEP_BYTES;
        size_t in_len = codec->in_len;
        codec->out = buffer_reserve(out, step);
        codec->out_len = step;
        state = codec_run(codec);
        out->len += step - codec->out_len;
        if (state == CODEC_MORE && codec->in_len == in_len && codec->out_len == step)
            break; /* these bytes yield nothing more */
    }
    return state;
}

static struct str rest_of(const struct codec *codec) {
    return (struct str){codec->in, codec->in_len};
}

/* Whether another member follows; anything else is padding, as for gzip(1). */
static bool has_member(const struct codec *codec) {
    return codec_find(rest_of(codec)) == codec->packing;
}

static const char *unpack_as(struct buffer *out, struct str bytes, enum packing packing,
                             size_t max) {
    struct codec codec;
    size_t end_len = out->len + max + 1;
    if (!codec_is_built_in(packing))
        return reason_missing[packing];
    if (!codec_open(&codec, packing, out->arena))
        return "out of memory";
    codec.in = bytes.at;
    codec.in_len = bytes.len;
    enum codec_state state = unpack_member(&codec, out, end_len);
    while (state == CODEC_END && out->len < end_len && has_member(&codec) && codec_reset(&codec))
        state = unpack_member(&codec, out, end_len);
    if (state == CODEC_END || out->len == end_len)
        return NULL;
    if (state == CODEC_NO_MEMORY)
        return "the compressed data needs too much memory";
    return state == CODEC_DAMAGED ? reason_damaged[packing] : reason_cut[packing];
}

/* RFC 1950, section 2.2: the method deflate, and a checksum of the two bytes. */
static bool is_zlib_head(struct str bytes) {
    if (bytes.len < 2)
        return false;
    unsigned head = (unsigned)(unsigned char)bytes.at[0] << 8 | (unsigned char)bytes.at[1];
    return (head >> 8 & 0x0F) == 8 && head % 31 == 0;
}

/* Raw deflate may look like zlib by chance, but then does not decompress completely. */
static const char *unpack_deflate(struct buffer *out, struct str bytes, size_t max) {
    size_t start = out->len;
    if (!is_zlib_head(bytes))
        return unpack_as(out, bytes, PACKING_RAW_DEFLATE, max);
    const char *reason = unpack_as(out, bytes, PACKING_ZLIB, max);
    if (!reason)
        return NULL;
    struct buffer raw;
    buffer_init(&raw, out->arena);
    if (unpack_as(&raw, bytes, PACKING_RAW_DEFLATE, max))
        return reason;
    out->len = start;
    buffer_append(out, buffer_str(&raw));
    return NULL;
}

const char *unpack_append(struct buffer *out, struct str bytes, enum packing packing, size_t max) {
    if (packing == PACKING_ZLIB)
        return unpack_deflate(out, bytes, max);
    return unpack_as(out, bytes, packing, max);
}

const char *unpack_by_signature(struct arena *arena, struct str *bytes, size_t max) {
    const char *reason = NULL;
    for (int layer = 0; layer < MAX_LAYERS && !reason; layer++) {
        enum packing packing = codec_find(*bytes);
        if (packing == PACKING_NONE || bytes->len > max) /* over the limit, and perhaps cut there */
            break;
        struct buffer out;
        buffer_init(&out, arena);
        reason = unpack_append(&out, *bytes, packing, max);
        *bytes = buffer_str(&out);
    }
    return reason;
}

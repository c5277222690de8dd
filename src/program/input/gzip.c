/*
 * Compressed bytes into plain ones by zlib, whose memory comes from the arena too, so that a jump
 * out of it leaks nothing. See gzip.h.
 */
#include "program/input/gzip.h"

#include <limits.h>
#define ZLIB_CONST /* next_in points to const */
#include <zlib.h>

bool gzip_is_gzip(struct str bytes) {
    return str_starts_with(bytes, STR("\x1f\x8b"));
}

static void *allocate(void *arena, unsigned n, unsigned size) {
    return arena_alloc_zero(arena, n, size);
}

static void deallocate(void *arena, void *memory) {
    (void)arena, (void)memory;
}

/* How much more is asked for at a time. */
enum { STEP_BYTES = 64 << 10 };

/* zlib's window bits: 15 is the largest window; + 16 reads gzip alone; negative reads raw. */
enum { WINDOW_ZLIB = 15, WINDOW_GZIP = 15 + 16, WINDOW_RAW = -15 };

/* Inflates one member or stream; the state is Z_STREAM_END when its end was seen. */
static int inflate_stream(z_stream *stream, struct buffer *out, size_t end_len) {
    int state = Z_OK;
    while (state == Z_OK && out->len < end_len) {
        size_t step = end_len - out->len < STEP_BYTES ? end_len - out->len : STEP_BYTES;
        stream->next_out = (unsigned char *)buffer_reserve(out, step);
        stream->avail_out = (unsigned)step;
        state = inflate(stream, Z_NO_FLUSH);
        out->len += step - stream->avail_out;
    }
    return state;
}

/* Whether another member follows; what else does is padding, as gzip(1) takes it. */
static bool has_member(const z_stream *stream) {
    return gzip_is_gzip((struct str){(const char *)stream->next_in, stream->avail_in});
}

static bool inflate_all(struct buffer *out, struct str bytes, int window, size_t max) {
    z_stream stream = {.zalloc = allocate,
                       .zfree = deallocate,
                       .opaque = out->arena,
                       .next_in = (const unsigned char *)bytes.at,
                       .avail_in = (unsigned)(bytes.len < UINT_MAX ? bytes.len : UINT_MAX)};
    size_t end_len = out->len + max + 1;
    if (inflateInit2(&stream, window) != Z_OK)
        return false;
    int state = inflate_stream(&stream, out, end_len);
    while (window == WINDOW_GZIP && state == Z_STREAM_END && has_member(&stream) &&
           out->len < end_len && inflateReset(&stream) == Z_OK)
        state = inflate_stream(&stream, out, end_len);
    return state == Z_STREAM_END || out->len == end_len;
}

bool gzip_append_inflated(struct buffer *out, struct str bytes, enum gzip_form form, size_t max) {
    size_t start = out->len;
    if (form == GZIP_GZIP)
        return inflate_all(out, bytes, WINDOW_GZIP, max);
    bool is_whole = inflate_all(out, bytes, WINDOW_ZLIB, max);
    return is_whole || out->len > start || inflate_all(out, bytes, WINDOW_RAW, max);
}

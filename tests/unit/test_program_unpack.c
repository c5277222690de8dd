/*
 * Decompression of whole bodies: every format, several members, limits, damage.
 */
#include "ground.h"

#include <zlib.h>
#ifdef PITH_WITH_ZSTD
#include <zstd.h>
#endif
#ifdef PITH_WITH_XZ
#include <lzma.h>
#endif

#include "program/input/unpack.h"

enum { MOST_BYTES = 400000 };

/* Text that does not shrink to nothing. */
static struct str make_text(struct arena *arena, size_t len) {
    uint32_t random = 1;
    char *text = arena_alloc(arena, len + 1);
    for (size_t i = 0; i < len; i++) {
        random = random * 1664525u + 1013904223u;
        text[i] = (char)('a' + (random >> 24) % 20);
    }
    return (struct str){text, len};
}

static struct str deflated(struct arena *arena, struct str text, int window_bits) {
    z_stream stream = {0};
    char *out = arena_alloc(arena, MOST_BYTES);
    assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY),
                     Z_OK);
    stream.next_in = (unsigned char *)(uintptr_t)text.at;
    stream.avail_in = (unsigned)text.len;
    stream.next_out = (unsigned char *)out;
    stream.avail_out = MOST_BYTES;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    size_t len = stream.total_out;
    deflateEnd(&stream);
    return (struct str){out, len};
}

/* Compressed; STR_NONE if this build has no compressor for it. */
static struct str packed(struct arena *arena, struct str text, enum packing packing) {
    switch (packing) {
    case PACKING_GZIP:
        return deflated(arena, text, 15 + 16);
    case PACKING_ZLIB:
        return deflated(arena, text, 15);
    case PACKING_RAW_DEFLATE:
        return deflated(arena, text, -15);
#ifdef PITH_WITH_ZSTD
    case PACKING_ZSTD: {
        char *out = arena_alloc(arena, MOST_BYTES);
        size_t len = ZSTD_compress(out, MOST_BYTES, text.at, text.len, 3);
        assert_false(ZSTD_isError(len));
        return (struct str){out, len};
    }
#endif
#ifdef PITH_WITH_XZ
    case PACKING_XZ: {
        uint8_t *out = arena_alloc(arena, MOST_BYTES);
        size_t len = 0;
        assert_int_equal(lzma_easy_buffer_encode(1, LZMA_CHECK_CRC32, NULL,
                                                 (const uint8_t *)text.at, text.len, out, &len,
                                                 MOST_BYTES),
                         LZMA_OK);
        return (struct str){(const char *)out, len};
    }
#endif
    default:
        return STR_NONE;
    }
}

static struct str joined(struct arena *arena, struct str a, struct str b) {
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, a);
    buffer_append(&out, b);
    return buffer_str(&out);
}

static const char *unpack(struct arena *arena, struct str bytes, enum packing packing, size_t max,
                          struct str *out) {
    struct buffer buffer;
    buffer_init(&buffer, arena);
    buffer_append(&buffer, STR("before:"));
    const char *reason = unpack_append(&buffer, bytes, packing, max);
    assert_true(str_starts_with(buffer_str(&buffer), STR("before:")));
    *out = str_between(buffer_str(&buffer), 7, buffer.len);
    return reason;
}

static void check_format(struct arena *arena, enum packing packing) {
    static const size_t LENS[] = {0, 1, 1000, 65536, 140000};
    struct str out;
    for (size_t i = 0; i < N_OF(LENS); i++) {
        struct str text = make_text(arena, LENS[i]), bytes = packed(arena, text, packing);
        if (!bytes.at)
            return;
        assert_null(unpack(arena, bytes, packing, MOST_BYTES, &out));
        assert_str(out, text);
        assert_null(unpack(arena, bytes, packing, LENS[i], &out)); /* just fits */
        assert_str(out, text);
        if (LENS[i] < 10)
            continue;
        assert_null(unpack(arena, bytes, packing, 9, &out)); /* one byte too many shows it */
        assert_str(out, str_between(text, 0, 10));
        assert_null(unpack(arena, bytes, packing, LENS[i] - 1, &out));
        assert_str(out, text);
        const char *reason =
            unpack(arena, str_between(bytes, 0, bytes.len / 2), packing, MOST_BYTES, &out);
        assert_ptr_equal(reason, unpack_reason_cut(packing));
        assert_true(str_starts_with(text, out));
    }
}

static void every_format_is_unpacked(void **state) {
    static const enum packing FORMATS[] = {PACKING_GZIP, PACKING_ZLIB, PACKING_ZSTD, PACKING_XZ};
    struct arena *arena = *state;
    for (size_t i = 0; i < N_OF(FORMATS); i++) {
        arena_reset(arena, (size_t)1 << 30);
        ARM(arena);
        check_format(arena, FORMATS[i]);
    }
}

/* Servers also send raw deflate under the name of zlib's. */
static void deflate_is_either_kind(void **state) {
    struct arena *arena = *state;
    struct str out;
    ARM(arena);
    struct str text = make_text(arena, 1000), raw = packed(arena, text, PACKING_RAW_DEFLATE);
    assert_null(unpack(arena, raw, PACKING_ZLIB, MOST_BYTES, &out));
    assert_str(out, text);
    assert_ptr_equal(unpack(arena, str_between(raw, 0, 300), PACKING_ZLIB, MOST_BYTES, &out),
                     unpack_reason_cut(PACKING_RAW_DEFLATE));
    assert_non_null(unpack(arena, STR("\x78"), PACKING_ZLIB, MOST_BYTES, &out));
    assert_non_null(unpack(arena, STR(""), PACKING_ZLIB, MOST_BYTES, &out));
    /* stored raw blocks that begin like zlib, in which this would be a damaged block */
    static const char LIKE_ZLIB[] = "\x78\x01\x03\0\xFC\xFF"
                                    "abc";
    assert_non_null(
        unpack(arena, (struct str){LIKE_ZLIB, sizeof LIKE_ZLIB - 1}, PACKING_ZLIB, 100, &out));
}

static void brotli_is_unpacked(void **state) {
    struct arena *arena = *state;
    struct str out, bytes = STR("\x0b\x02\x80hello\x03");
    ARM(arena);
    const char *reason = unpack(arena, bytes, PACKING_BROTLI, MOST_BYTES, &out);
    if (!codec_is_built_in(PACKING_BROTLI)) {
        assert_true(unpack_is_unsupported(reason));
        return;
    }
    assert_null(reason);
    assert_str(out, STR("hello"));
    assert_ptr_equal(unpack(arena, str_between(bytes, 0, 5), PACKING_BROTLI, 100, &out),
                     unpack_reason_cut(PACKING_BROTLI));
    assert_ptr_equal(unpack(arena, STR("<p>hello"), PACKING_BROTLI, 100, &out),
                     unpack_reason_damaged(PACKING_BROTLI));
}

/* Members follow each other; what else follows is padding. */
static void members_are_joined(void **state) {
    static const enum packing FORMATS[] = {PACKING_GZIP, PACKING_ZSTD, PACKING_XZ};
    struct arena *arena = *state;
    struct str out;
    ARM(arena);
    for (size_t i = 0; i < N_OF(FORMATS); i++) {
        struct str a = packed(arena, STR("one, "), FORMATS[i]);
        if (!a.at)
            continue;
        struct str both = joined(arena, a, packed(arena, STR("two"), FORMATS[i]));
        assert_null(unpack(arena, both, FORMATS[i], 100, &out));
        assert_str(out, STR("one, two"));
        assert_null(unpack(arena, joined(arena, both, STR("\0\0\0")), FORMATS[i], 100, &out));
        assert_str(out, STR("one, two"));
        assert_null(unpack(arena, both, FORMATS[i], 5, &out));
        assert_str(out, STR("one, t"));
        assert_null(unpack(arena, both, FORMATS[i], 4, &out));
        assert_str(out, STR("one, "));
        const char *reason =
            unpack(arena, str_between(both, 0, both.len - 1), FORMATS[i], 100, &out);
        assert_ptr_equal(reason, unpack_reason_cut(FORMATS[i]));
    }
}

static void damage_is_noticed(void **state) {
    static const struct {
        enum packing packing;
        size_t from_end; /* in the checksum; in the signature at the end */
    } CASES[] = {{PACKING_GZIP, 6}, {PACKING_ZLIB, 2}, {PACKING_XZ, 1}};
    struct arena *arena = *state;
    struct str out;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str text = make_text(arena, 1000), bytes = packed(arena, text, CASES[i].packing);
        if (!bytes.at)
            continue;
        char *damaged = arena_alloc(arena, bytes.len), *at;
        memcpy(damaged, bytes.at, bytes.len);
        at = damaged + bytes.len - CASES[i].from_end;
        *at = (char)(*at ^ 0x55);
        assert_ptr_equal(
            unpack(arena, (struct str){damaged, bytes.len}, CASES[i].packing, MOST_BYTES, &out),
            unpack_reason_damaged(CASES[i].packing));
    }
}

static void layers_are_unpacked_to_a_limit(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct str bytes = STR("<p>page");
    for (int n = 0; n <= 6; n++) {
        struct str out = bytes;
        assert_null(unpack_by_signature(arena, &out, MOST_BYTES));
        assert_int_equal(str_equals(out, STR("<p>page")), n <= 4);
        if (n > 4)
            assert_int_equal(codec_find(out), PACKING_GZIP);
        bytes = packed(arena, bytes, PACKING_GZIP);
    }
    struct str cut = packed(arena, make_text(arena, 1000), PACKING_GZIP);
    cut.len /= 2;
    assert_ptr_equal(unpack_by_signature(arena, &cut, MOST_BYTES), unpack_reason_cut(PACKING_GZIP));
    assert_true(cut.len > 0 && cut.len < 1000);
}

static void formats_have_names_and_signatures(void **state) {
    static const struct {
        const char *coding;
        enum packing packing;
    } CODINGS[] = {{"gzip", PACKING_GZIP},     {"X-GZIP", PACKING_GZIP}, {"deflate", PACKING_ZLIB},
                   {"br", PACKING_BROTLI},     {"zstd", PACKING_ZSTD},   {"xz", PACKING_XZ},
                   {"identity", PACKING_NONE}, {"none", PACKING_NONE},   {"UTF-8", PACKING_NONE}};
    static const char *const OTHERS[] = {"", "brotli", "compress", "gzi", "gzipp"};
    static const struct {
        struct str bytes;
        enum packing packing;
    } SIGNATURES[] = {
        {STR_INIT("\x1f\x8b"), PACKING_GZIP},
        {STR_INIT("\x1f"), PACKING_NONE},
        {STR_INIT("\x28\xb5\x2f\xfd"), PACKING_ZSTD},
        {STR_INIT("\x50\x2a\x4d\x18"), PACKING_ZSTD},
        {STR_INIT("\x5f\x2a\x4d\x18x"), PACKING_ZSTD},
        {STR_INIT("\x60\x2a\x4d\x18"), PACKING_NONE},
        {STR_INIT("\x4f\x2a\x4d\x18"), PACKING_NONE},
        {STR_INIT("\x50\x2a\x4d"), PACKING_NONE},
        {STR_INIT("\xfd\x37zXZ"), PACKING_XZ},
        {STR_INIT("\xfd\x37zX"), PACKING_NONE},
        {STR_INIT("<p>"), PACKING_NONE},
        {STR_INIT(""), PACKING_NONE},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CODINGS); i++) {
        enum packing packing = N_PACKINGS;
        assert_true(unpack_coding(str_of(CODINGS[i].coding), &packing));
        assert_int_equal(packing, CODINGS[i].packing);
    }
    for (size_t i = 0; i < N_OF(OTHERS); i++) {
        enum packing packing;
        assert_false(unpack_coding(str_of(OTHERS[i]), &packing));
    }
    for (size_t i = 0; i < N_OF(SIGNATURES); i++)
        assert_int_equal(codec_find(SIGNATURES[i].bytes), SIGNATURES[i].packing);
    for (int i = PACKING_GZIP; i < N_PACKINGS; i++) {
        enum packing packing = (enum packing)i;
        assert_true(str_holds(str_of(unpack_reason_damaged(packing)), str_of(codec_name(packing))));
        assert_true(str_holds(str_of(unpack_reason_cut(packing)), str_of(codec_name(packing))));
        assert_false(unpack_is_unsupported(unpack_reason_cut(packing)));
        if (unpack_reason_missing(packing))
            assert_true(unpack_is_unsupported(unpack_reason_missing(packing)));
    }
}

#ifdef PITH_WITH_XZ
/* The dictionary, of 1 MiB, is in the arena, whose cap is a limit for it too. */
static void decoders_use_the_arena(void **state) {
    struct arena *arena = *state;
    for (volatile int mib = 1; mib <= 32; mib += 31) {
        volatile bool is_packed = false, is_unpacked = false;
        arena_reset(arena, (size_t)mib << 20);
        if (setjmp(arena->escape) == 0) {
            struct str out, bytes = packed(arena, STR("a boat"), PACKING_XZ);
            is_packed = true;
            is_unpacked = !unpack(arena, bytes, PACKING_XZ, MOST_BYTES, &out);
        }
        assert_true(is_packed);
        assert_int_equal(is_unpacked, mib == 32);
    }
}
#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_format_is_unpacked),
        ARENA_TEST(deflate_is_either_kind),
        ARENA_TEST(brotli_is_unpacked),
        ARENA_TEST(members_are_joined),
        ARENA_TEST(damage_is_noticed),
        ARENA_TEST(layers_are_unpacked_to_a_limit),
        cmocka_unit_test(formats_have_names_and_signatures),
#ifdef PITH_WITH_XZ
        ARENA_TEST(decoders_use_the_arena),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

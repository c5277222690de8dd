/*
 * json_block.c, and what continues where it stops: long strings with escape sequences of all kinds
 * at all places.
 */
#include "ground.h"

#include <stdio.h>

#include "base/json.h"
#include "base/json_block.h"

/* How a piece is written, and what it means. Simple ones come first. */
static const struct {
    const char *written, *meant;
} PIECES[] = {
    {"plain", "plain"},
    {"x", "x"},
    {"caf\xC3\xA9", "caf\xC3\xA9"},
    {"\\n", "\n"},
    {"\\\"", "\""},
    {"\\\\", "\\"},
    {"\\/", "/"},
    {"\\r\\t", "\r\t"},
    {"n\\\\n", "n\\n"},
    {"\\b\\f", "\b\f"},
    {"\\u00e9", "\xC3\xA9"},
    {"\\\\u", "\\u"},
};

enum { N_SIMPLE = 10, MOST_PIECES = 90, MOST_BYTES = 1024 };

struct example {
    char written[MOST_BYTES], meant[MOST_BYTES];
};

static void make(struct example *out, uint32_t seed, size_t n_pieces, size_t n_kinds) {
    out->written[0] = out->meant[0] = '\0';
    for (size_t i = 0; i < n_pieces; i++) {
        seed = seed * 1664525u + 1013904223u;
        size_t kind = (seed >> 16) % n_kinds;
        strcat(out->written, PIECES[kind].written);
        strcat(out->meant, PIECES[kind].meant);
    }
}

static void strings_are_decoded(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (uint32_t seed = 0; seed < 3000; seed++) {
        static struct example example;
        static char text[MOST_BYTES + 16];
        struct json json;
        make(&example, seed, seed % MOST_PIECES, N_OF(PIECES));
        snprintf(text, sizeof text, "[\"%s\",1]", example.written);
        json_parse(arena, str_of(text), (struct json_limits){2, 8}, &json);
        assert_true(json.is_strict);
        assert_int_equal(json.n_values, 3);
        assert_str(json.values[1].text, str_of(example.meant));
    }
}

/* The blocks alone: what is decoded is right, and stops before a quote, a control character or an
 * unknown sequence. */
static void blocks_stop_in_time(void **state) {
    static const char *const STOPS[] = {"\"", "\n", "\\u00e9", "\\x", ""};
    json_block_copy_fn *copy = json_block_copy();
    (void)state;
    for (uint32_t seed = 0; copy && seed < 3000; seed++) {
        static struct example example;
        static char out[MOST_BYTES + JSON_BLOCK_BYTES];
        size_t written, len, len_meant;
        make(&example, seed, seed % MOST_PIECES, N_SIMPLE);
        len_meant = strlen(example.meant);
        len = strlen(example.written);
        strcat(example.written, STOPS[seed % N_OF(STOPS)]);
        size_t done = copy(example.written, strlen(example.written), '"', out, &written);
        assert_in_range(done, 0, len);
        assert_in_range(written, 0, len_meant);
        assert_memory_equal(out, example.meant, written);
        assert_true(len < JSON_BLOCK_BYTES || done > 0);
        assert_true(done + JSON_BLOCK_BYTES > len);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(strings_are_decoded),
        cmocka_unit_test(blocks_stop_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Kinds of bytes that are not pages, and how much of them shows it.
 */
#include "ground.h"

#include "base/buffer.h"
#include "html/sniff.h"

struct kind_case {
    struct str bytes;
    const char *media_type; /* "page": none */
};

static void check(const struct kind_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const struct sniffed *found = sniff_bytes(cases[i].bytes);
        const char *got = found ? found->media_type : "page";
        if (strcmp(got, cases[i].media_type) != 0)
            fail_msg("%.*s: %s", (int)cases[i].bytes.len, cases[i].bytes.at, got);
    }
}

#define CHECK(cases) check(cases, N_OF(cases))

static void signatures(void **state) {
    static const struct kind_case CASES[] = {
        {STR_INIT("%PDF-1.7"), "application/pdf"},
        {STR_INIT("%PDF"), "page"},
        {STR_INIT(" %PDF-1.7"), "page"},
        {STR_INIT("GIF89a\0"), "image/gif"},
        {STR_INIT("GIF89a is a format"), "page"}, /* text may begin so */
        {STR_INIT("BM\0"), "image/bmp"},
        {STR_INIT("BMW"), "page"},
        {STR_INIT("\0\0\0\1ftypavif"), "image/avif"},
        {STR_INIT("\0\0\0\1ftypmp42"), "video/mp4"},
        {STR_INIT("RIFF\0\0\0\0WEBPVP8"), "image/webp"},
        {STR_INIT("RIFF\0\0\0\0WAVE"), "audio/wave"},
        {STR_INIT("PK\3\4"), "application/zip"},
        {STR_INIT("\x1f\x8b"), "application/gzip"},
        {STR_INIT("\x1f"), "application/octet-stream"},
        {STR_INIT("#!/bin/sh"), "text/x-script"},
        {STR_INIT("WARC/1.0"), "application/warc"},
        {STR_INIT("\xEF\xBB\xBF%PDF-1.7"), "page"}, /* text, by its mark */
    };
    (void)state;
    CHECK(CASES);
}

static void structured_texts(void **state) {
    static const struct kind_case CASES[] = {
        {STR_INIT("{ }"), "application/json"},
        {STR_INIT("{ } x"), "page"},
        {STR_INIT("{\"a\\\"b\":1}"), "application/json"},
        {STR_INIT("{\"a\nb\":1}"), "page"},
        {STR_INIT("{\"a\" 1}"), "page"},
        {STR_INIT("{a:1}"), "page"},
        {STR_INIT("[{\"a\":1}]"), "application/json"},
        {STR_INIT("[-1.5e3, 2]"), "application/json"},
        {STR_INIT("[\"a\", 1]"), "application/json"},
        {STR_INIT("[, 1]"), "page"},
        {STR_INIT("[[[[[[[[1, 2]"), "application/json"},
        {STR_INIT("[[[[[[[[[1, 2]"), "page"},
        {STR_INIT("\xEF\xBB\xBF{\"a\":1}"), "application/json"},
        {STR_INIT("<rss version='2.0'>"), "application/rss+xml"},
        {STR_INIT("<?xml version='1.0'?>\n<!-- a --><feed xmlns='x'>"), "application/atom+xml"},
        {STR_INIT("<feed>"), "application/atom+xml"},
        {STR_INIT("<feeds>"), "page"},
        {STR_INIT("<?xml version='1.0'?><boat/>"), "application/xml"},
        {STR_INIT("<?xml version='1.0'?><p/>"), "page"},
        {STR_INIT("<boat/>"), "page"},
        {STR_INIT("<svg xmlns='http://www.w3.org/2000/svg'></svg>\n"), "image/svg+xml"},
        {STR_INIT("<svg></svg>"), "page"},
        {STR_INIT("<svg xmlns='http://www.w3.org/2000/svg'>"), "page"},
    };
    (void)state;
    CHECK(CASES);
}

static void mails(void **state) {
    static const struct {
        const char *text;
        bool is_mail;
    } CASES[] = {
        {"MIME-Version: 1.0\n\nx", true},
        {"MIME-Version: 1.0", true},
        {"\nMIME-Version: 1.0\n\n", false},
        {"Subject: x\nX-Mozilla-Status: 1\n\n", true},
        {"Subject: x\n\nMessage-ID: 1\n", false},
        {"Message-ID 1\n\n", false},
        {"Message-ID: 1\nThe boat is back\n\n", false},
        {"Message-ID: 1\n The boat is back\n\n", true},
        {"From ann\nMessage-ID: 1\n\n", true},
        {"From: ann\n\n", false},
        {": x\nMessage-ID: 1\n\n", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (sniff_is_mail(str_of(CASES[i].text)) != CASES[i].is_mail)
            fail_msg("%s", CASES[i].text);
}

/* n lines of code and m lines of prose, after a first line. */
static struct str mixed(struct arena *arena, const char *first, int n, int m) {
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, str_of(first));
    for (int i = 0; i < n; i++)
        buffer_append(&out, STR("x();\n"));
    for (int i = 0; i < m; i++)
        buffer_append(&out, STR("The boat is back\n\n"));
    return buffer_str(&out);
}

static void most_lines_of_a_program_are_code(void **state) {
    static const struct {
        const char *first;
        int n_code, n_prose;
        bool is_code;
    } CASES[] = {
        {"", 5, 0, true},
        {"", 4, 0, false},
        {"", 6, 4, true},
        {"", 59, 41, false},
        {"", 60, 40, true},
        {"// a\n", 34, 65, true}, /* by how it begins, a third is enough */
        {"// a\n", 33, 66, false},
        {"<?php\n", 0, 9, true},
        {"<?= 1 ?>\n", 0, 9, true},
        {"<? 1 ?>\n", 9, 0, false},
        {"if a < b\n", 9, 0, true},
        {"if a </b\n", 9, 0, false}, /* a tag */
        {"if a </ b\n", 9, 0, true},
        {"if a <!b\n", 9, 0, false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str text = mixed(*state, CASES[i].first, CASES[i].n_code, CASES[i].n_prose);
        if ((sniff_source_code(text) != NULL) != CASES[i].is_code)
            fail_msg("%s %d %d", CASES[i].first, CASES[i].n_code, CASES[i].n_prose);
    }
}

static void control_bytes_are_binary(void **state) {
    ARM((struct arena *)*state);
    static const char BYTES[] = {0x08, 0x0B, 0x0E, 0x1A, 0x1C, 0x1F};
    static const char TEXT[] = {0x09, 0x0A, 0x0C, 0x0D, 0x1B, 0x20, 0x7F};
    for (size_t i = 0; i < sizeof BYTES; i++)
        assert_non_null(sniff_signature((struct str){BYTES + i, 1}));
    for (size_t i = 0; i < sizeof TEXT; i++)
        assert_null(sniff_signature((struct str){TEXT + i, 1}));
    for (int n = 1; n <= 5; n++) { /* more than one in 25 */
        struct buffer out;
        buffer_init(&out, *state);
        for (int i = 0; i < 100; i++)
            buffer_append_byte(&out, i < n ? '\1' : 'x');
        assert_int_equal(sniff_signature(buffer_str(&out)) != NULL, n == 5);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signatures),
        cmocka_unit_test(structured_texts),
        cmocka_unit_test(mails),
        ARENA_TEST(most_lines_of_a_program_are_code),
        ARENA_TEST(control_bytes_are_binary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

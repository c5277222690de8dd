/* Any bytes as a line of --jsonl, a WARC record or a page, depending on their first byte: the
 * worker's answer must be one JSON object on one line, or one WARC record, or nothing. */
#include <zlib.h>

#include "base/buffer.h"
#include "fuzz.h"
#include "program/options.h"
#include "program/worker/page.h"

/* Decompresses one gzip member, which must be all of `packed`. */
static void append_unpacked(struct buffer *out, struct str packed) {
    char bytes[4096];
    int status = Z_OK;
    z_stream stream = {.next_in = (unsigned char *)(uintptr_t)packed.at,
                       .avail_in = (unsigned)packed.len};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    while (status == Z_OK) {
        stream.next_out = (unsigned char *)bytes;
        stream.avail_out = sizeof bytes;
        status = inflate(&stream, Z_NO_FLUSH);
        buffer_append(out, (struct str){bytes, sizeof bytes - stream.avail_out});
    }
    REQUIRE(status == Z_STREAM_END && stream.avail_in == 0);
    inflateEnd(&stream);
}

/* Checks the lines of a record's header; returns its Content-Length. */
static size_t check_header(struct str header) {
    size_t len = SIZE_MAX;
    REQUIRE(str_starts_with(header, STR("WARC/1.0\r\nWARC-Type: conversion\r\n")));
    for (size_t at = sizeof "WARC/1.0\r\n" - 1; at < header.len;) {
        struct str line = str_between(header, at, header.len);
        line = str_between(line, 0, str_find(line, STR("\r\n")));
        at += line.len + 2;
        REQUIRE(!str_has_byte(line, '\n') && !str_has_byte(line, '\r'));
        REQUIRE(str_find(line, STR(": ")) < line.len);
        if (str_starts_with(line, STR("Content-Length: "))) {
            REQUIRE(len == SIZE_MAX);
            len = strtoul(line.at + sizeof "Content-Length: " - 1, NULL, 10);
        }
    }
    return len;
}

static void check_conversion(struct str member) {
    struct arena arena;
    struct buffer record;
    if (member.len == 0)
        return;
    arena_init(&arena);
    REQUIRE(setjmp(arena.escape) == 0);
    buffer_init(&record, &arena);
    append_unpacked(&record, member);
    struct str all = buffer_str(&record);
    size_t head = str_find(all, STR("\r\n\r\n"));
    REQUIRE(head < all.len);
    size_t len = check_header(str_between(all, 0, head));
    REQUIRE(all.len == head + 4 + len + 4);
    REQUIRE(str_ends_with(all, STR("\r\n\r\n")));
    REQUIRE(utf8_is_valid(str_between(all, head + 4, head + 4 + len)));
    arena_done(&arena);
}

/* A worker for JSON lines, or one for conversion records. */
static struct page_worker *worker_for(int converts) {
    static char *const arguments[2][5] = {
        {"pith", "--format=json", "--sources", "--comments", NULL},
        {"pith", "--warc", "--warc-out", NULL}};
    static char *argv[2][5];
    static struct options options[2];
    static struct page_worker workers[2];
    if (!argv[converts][0]) {
        struct options_detail detail;
        memcpy(argv[converts], arguments[converts], sizeof argv[converts]);
        REQUIRE(options_read(converts ? 3 : 4, argv[converts], &options[converts], &detail) ==
                OPTIONS_RUN);
        options[converts].page.max_memory_bytes = (size_t)1 << 28;
        REQUIRE(page_worker_init(&workers[converts], &options[converts]));
    }
    return &workers[converts];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static const enum job_kind kinds[] = {JOB_PAGE, JOB_JSON, JOB_WARC};
    if (len == 0)
        return 0;
    struct job job = {.kind = kinds[data[0] % 3],
                      .is_cut = data[0] / 3 % 8 == 0,
                      .bytes = {(const char *)data + 1, len - 1},
                      .file = "a\"\n<b>.html"};
    struct answer answer = page_worker_answer(worker_for(0), &job);
    check_json_lines(answer.output);
    REQUIRE(answer.output.len == 0 ||
            str_find_byte(answer.output, 0, '\n') == answer.output.len - 1);
    if (job.kind == JOB_WARC)
        check_conversion(page_worker_answer(worker_for(1), &job).output);
    return 0;
}

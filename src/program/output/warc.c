/*
 * Writes results as WARC records; see warc.h.
 */
#include "program/output/warc.h"

#include <stdio.h>
#include <zlib.h>

#include "base/hash.h"
#include "program/output/text.h"

static void *allocate(void *arena, unsigned n, unsigned size) {
    return arena_alloc_zero(arena, n, size);
}

static void deallocate(void *arena, void *memory) {
    (void)arena, (void)memory;
}

/* Appends `plain` as a gzip member. */
static void append_member(struct buffer *out, struct str plain) {
    const int gzip = 15 + 16; /* the largest window, in gzip's format */
    z_stream stream = {.zalloc = allocate, .zfree = deallocate, .opaque = out->arena};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return;
    unsigned long room = deflateBound(&stream, (unsigned long)plain.len);
    stream.next_out = (unsigned char *)buffer_reserve(out, room);
    stream.avail_out = (unsigned)room;
    stream.next_in = (unsigned char *)(uintptr_t)plain.at;
    stream.avail_in = (unsigned)plain.len;
    deflate(&stream, Z_FINISH);
    out->len += room - stream.avail_out;
}

/* Appends a line of the header, without anything that would end it. */
static void append_line(struct buffer *out, const char *name, const char *value) {
    if (!value)
        return;
    output_text(out, name);
    output_text(out, ": ");
    for (; *value; value++)
        buffer_append_byte(out, (unsigned char)*value < ' ' ? ' ' : *value);
    output_text(out, "\r\n");
}

/* Appends an id that is the same whenever the same record is converted: a UUID of version 8 (RFC
 * 9562) made of hashes of the record's own. */
static void append_id(struct buffer *out, const struct result_record *record) {
    uint32_t h[4];
    for (uint32_t i = 0; i < 4; i++) {
        h[i] = hash_byte(HASH_START, (unsigned char)('1' + i));
        h[i] = hash_bytes(h[i], str_of(record->id ? record->id : record->url));
        h[i] = hash_bytes(h[i], str_of(record->fetched));
    }
    char id[64];
    snprintf(id, sizeof id, "<urn:uuid:%08x-%04x-8%03x-%04x-%04x%08x>", h[0], h[1] >> 16,
             h[1] & 0xFFF, 0x8000 | (h[2] >> 16 & 0x3FFF), h[2] & 0xFFFF, h[3]);
    append_line(out, "WARC-Record-ID", id);
}

static void append_block(struct buffer *out, const char *type, struct str block) {
    char len[32];
    snprintf(len, sizeof len, "%zu", block.len);
    append_line(out, "Content-Type", type);
    append_line(out, "Content-Length", len);
    output_text(out, "\r\n");
    buffer_append(out, block);
    output_text(out, "\r\n\r\n");
}

void output_warc_info(struct buffer *out) {
    struct buffer plain;
    buffer_init(&plain, out->arena);
    output_text(&plain, "WARC/1.0\r\nWARC-Type: warcinfo\r\n"
                        "WARC-Date: 1970-01-01T00:00:00Z\r\n"
                        "WARC-Record-ID: <urn:uuid:00000000-0000-8000-8000-000000000000>\r\n");
    append_block(&plain, "application/warc-fields",
                 STR("software: pith " PITH_VERSION "\r\nformat: WARC File Format 1.0\r\n"));
    append_member(out, buffer_str(&plain));
}

void output_warc_conversion(struct buffer *out, const struct result *result) {
    const struct result_record *record = result->record;
    struct buffer plain, text;
    buffer_init(&plain, out->arena);
    buffer_init(&text, out->arena);
    output_text(&text, field_text(result, FIELD_TEXT));
    buffer_append_byte(&text, '\n');
    output_text(&plain, "WARC/1.0\r\nWARC-Type: conversion\r\n");
    append_line(&plain, "WARC-Target-URI", record->url);
    append_line(&plain, "WARC-Date", record->fetched);
    append_id(&plain, record);
    append_line(&plain, "WARC-Refers-To", record->id);
    append_block(&plain, "text/plain", buffer_str(&text));
    append_member(out, buffer_str(&plain));
}

/*
 * Groups blocks into chunks; see chunks.h.
 */
#include "program/output/chunks.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"
#include "base/word_count.h"
#include "program/output/json.h"
#include "program/output/text.h"

/* Headings have six levels, so no path is longer. */
enum { MAX_PATH = 6 };

/* The blocks that the body shows, in its order, which differs from the page's if notes are moved to
 * its end. A kept block whose text is already in the body is not among them. */
struct body {
    const struct result *result;
    const struct pith_block **blocks;
    size_t n_blocks;
};

/* Blocks first .. end-1 of the body. */
struct chunk {
    size_t first, end;
    size_t n_words;
    bool has_prose;              /* it contains more than headings */
    size_t text_start, text_end; /* range of bytes in the body */
};

static int compare_places(const void *a, const void *b) {
    const struct pith_block *first = *(const struct pith_block *const *)a;
    const struct pith_block *second = *(const struct pith_block *const *)b;
    if (first->body_start != second->body_start)
        return first->body_start < second->body_start ? -1 : 1;
    return first < second ? -1 : first > second; /* they are in the same array */
}

static void read_body(struct arena *arena, const struct result *result, struct body *out) {
    const struct pith_block *block;
    size_t cap = 0;
    *out = (struct body){.result = result};
    for (size_t i = 0; (block = pith_article_block(result->article, i)) != NULL; i++)
        if (block->body_end > block->body_start)
            ARENA_PUSH(arena, out->blocks, out->n_blocks, cap) = block;
    if (out->n_blocks)
        qsort(out->blocks, out->n_blocks, sizeof *out->blocks, compare_places);
}

static bool is_heading(const struct pith_block *block) {
    return block->kind == PITH_HEADING;
}

static size_t count_words(const struct pith_block *block) {
    return word_count((struct str){block->text, block->text_len});
}

/* The next chunk from block i on. */
static struct chunk take_chunk(const struct body *body, size_t i, size_t max_words) {
    struct chunk chunk = {.first = i, .end = i};
    for (; chunk.end < body->n_blocks; chunk.end++) {
        const struct pith_block *block = body->blocks[chunk.end];
        size_t n = count_words(block);
        if (chunk.has_prose && (is_heading(block) || chunk.n_words + n > max_words))
            break;
        chunk.n_words += n;
        chunk.has_prose |= !is_heading(block);
    }
    return chunk;
}

/* The headings above the chunk, outermost first: those of its first block that is not a heading. */
static size_t find_path(const struct body *body, const struct chunk *chunk,
                        const struct pith_block **path) {
    size_t i = chunk->first, n = 0;
    while (i + 1 < chunk->end && is_heading(body->blocks[i]))
        i++;
    const struct pith_block *block = body->blocks[i];
    if (is_heading(block))
        path[n++] = block;
    while (n < MAX_PATH && block->heading != PITH_NO_BLOCK &&
           (block = pith_article_block(body->result->article, block->heading)) != NULL)
        path[n++] = block;
    for (size_t k = 0; k < n / 2; k++) {
        const struct pith_block *swapped = path[k];
        path[k] = path[n - 1 - k];
        path[n - 1 - k] = swapped;
    }
    return n;
}

static void append_headings(struct buffer *out, const struct body *body,
                            const struct chunk *chunk) {
    const struct pith_block *path[MAX_PATH + 1];
    size_t n = find_path(body, chunk, path);
    output_json_key(out, STR("headings"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buffer_append_byte(out, ',');
        json_append_string(out, (struct str){path[i]->text, path[i]->text_len});
    }
    buffer_append_byte(out, ']');
}

static void append_number(struct buffer *out, const char *key, size_t n) {
    output_json_key(out, str_of(key));
    buffer_append_number(out, n);
}

static void append_range(struct buffer *out, const char *key, size_t first, size_t end) {
    output_json_key(out, str_of(key));
    buffer_append_byte(out, '[');
    buffer_append_number(out, first);
    buffer_append_byte(out, ',');
    buffer_append_number(out, end);
    buffer_append_byte(out, ']');
}

/* Appends the range from the first to the last byte of the page that the chunk's blocks come
 * from. */
static void append_source(struct buffer *out, const struct body *body, const struct chunk *chunk) {
    size_t first = SIZE_MAX, end = 0;
    for (size_t i = chunk->first; i < chunk->end; i++) {
        const struct pith_block *block = body->blocks[i];
        if (block->source_end == 0)
            continue;
        first = block->source_start < first ? block->source_start : first;
        end = block->source_end > end ? block->source_end : end;
    }
    if (end > 0)
        append_range(out, "source_range", first, end);
}

/* Text between two blocks, such as the number of a list item, belongs to the second one. */
static void place_chunk(const struct body *body, struct chunk *chunk, size_t text_start) {
    const char *text = field_text(body->result, FIELD_TEXT);
    chunk->text_start = text_start + strspn(text + text_start, " \t\n");
    chunk->text_end = chunk->text_start;
    for (size_t i = chunk->first; i < chunk->end; i++)
        if (body->blocks[i]->body_end > chunk->text_end)
            chunk->text_end = body->blocks[i]->body_end;
    if (chunk->end == body->n_blocks)
        chunk->text_end = strlen(text);
}

static void append_chunk(struct buffer *out, const struct body *body, const struct chunk *chunk,
                         size_t number, struct str shared) {
    const char *text = field_text(body->result, FIELD_TEXT);
    size_t first = chunk->text_start, end = chunk->text_end;
    buffer_append_byte(out, '{');
    buffer_append(out, shared);
    append_number(out, "chunk", number);
    append_headings(out, body, chunk);
    output_json_key(out, STR("text"));
    json_append_string(out, (struct str){text + first, end - first});
    append_number(out, "words", chunk->n_words);
    append_range(out, "text_range", first, end);
    append_source(out, body, chunk);
    output_text(out, "}\n");
}

bool output_is_chunk_member(struct str key) {
    static const struct str names[] = {STR_INIT("chunk"),      STR_INIT("headings"),
                                       STR_INIT("text"),       STR_INIT("words"),
                                       STR_INIT("text_range"), STR_INIT("source_range")};
    return str_any(key, names, N_OF(names), str_equals);
}

void output_chunks(struct buffer *out, const struct result *result, const struct options *options,
                   struct str shared) {
    struct body body;
    size_t number = 0, text_start = 0;
    if (result->is_empty)
        return;
    read_body(out->arena, result, &body);
    for (size_t i = 0; i < body.n_blocks;) {
        struct chunk chunk = take_chunk(&body, i, options->chunk_words);
        place_chunk(&body, &chunk, text_start);
        append_chunk(out, &body, &chunk, number++, shared);
        text_start = chunk.text_end;
        i = chunk.end;
    }
}

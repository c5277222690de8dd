/*
 * Judged blocks into rows of TSV; see output_explain.h.
 */
#include "output_explain.h"

#include <stdio.h>
#include <string.h>

#include "output_text.h"

/* First words enough to find the block by on a page, in a terminal of usual width. */
enum { EXCERPT_BYTES = 60 };

static void append_cell(struct buffer *out, const char *text, size_t len) {
    buffer_append_byte(out, '\t');
    output_tsv_cell(out, (struct str){text, len});
}

/* The length of the first words: cut before a space, else between characters. */
static size_t excerpt_len(const char *text, size_t len) {
    if (len <= EXCERPT_BYTES)
        return len;
    size_t cut = EXCERPT_BYTES;
    while (cut > 0 && text[cut] != ' ')
        cut--;
    if (cut > 0)
        return cut;
    for (cut = EXCERPT_BYTES; ((unsigned char)text[cut] & 0xC0) == 0x80;)
        cut--;
    return cut;
}

static void append_verdict(struct buffer *out, const struct pith_block *block) {
    const char *verdict = block->kept ? "kept" : "dropped";
    output_tsv_cell(out, str_of(verdict));
    if (block->rule) {
        buffer_append_byte(out, ':');
        output_tsv_cell(out, str_of(block->rule));
    }
}

static void append_block(struct buffer *out, const struct pith_block *block) {
    char numbers[96];
    const char *path = block->path ? block->path : "";
    const char *reasons = block->reasons ? block->reasons : "";
    append_verdict(out, block);
    int len = snprintf(numbers, sizeof numbers, "\t%.3f\t%.2f\t%.2f", block->score,
                       block->text_density, block->link_density);
    buffer_append(out, (struct str){numbers, (size_t)len});
    append_cell(out, path, strlen(path));
    append_cell(out, block->text, excerpt_len(block->text, block->text_len));
    append_cell(out, reasons, strlen(reasons));
    buffer_append_byte(out, '\n');
}

void output_explain_tsv(struct buffer *out, const struct result *result) {
    const struct pith_block *block;
    for (size_t i = 0; (block = pith_article_block(result->article, i)) != NULL; i++)
        append_block(out, block);
}

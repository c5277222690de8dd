/*
 * Writes judged blocks as TSV rows; see explain.h.
 */
#include "program/output/explain.h"

#include <stdio.h>

#include "base/utf8.h"
#include "program/output/text.h"

/* Enough of the text to find the block on a page, in a terminal of usual width. */
enum { EXCERPT_BYTES = 60 };

static void append_cell(struct buffer *out, struct str text) {
    buffer_append_byte(out, '\t');
    output_tsv_cell(out, text);
}

/* The first words: cut before a space, otherwise between characters. */
static struct str excerpt(struct str text) {
    if (text.len <= EXCERPT_BYTES)
        return text;
    size_t cut = EXCERPT_BYTES;
    while (cut > 0 && text.at[cut] != ' ')
        cut--;
    return cut > 0 ? str_between(text, 0, cut) : utf8_first(text, EXCERPT_BYTES);
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
    append_verdict(out, block);
    int len = snprintf(numbers, sizeof numbers, "\t%.3f\t%.2f\t%.2f", block->score,
                       block->text_density, block->link_density);
    buffer_append(out, (struct str){numbers, (size_t)len});
    append_cell(out, str_of(block->path));
    append_cell(out, excerpt((struct str){block->text, block->text_len}));
    append_cell(out, str_of(block->reasons));
    buffer_append_byte(out, '\n');
}

void output_explain_tsv(struct buffer *out, const struct result *result) {
    const struct pith_block *block;
    for (size_t i = 0; (block = pith_article_block(result->article, i)) != NULL; i++)
        append_block(out, block);
}

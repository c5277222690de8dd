/*
 * Chooses between declared and detected languages; see language.h.
 */
#include "metadata/language.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "lexicon/language.h"

/* Letters of all scripts take up to three bytes, and a fifth of a text is not letters. */
enum { SAMPLE_BYTES = LANGUAGE_SAMPLE_LETTERS * 4 };

/* Less main content than this is only a title or two. */
enum { FEW_BYTES = 200 };

static void append_blocks(struct buffer *out, const struct block_page *page, const float *score,
                          float least) {
    for (size_t i = 0; i < page->n_blocks && out->len < SAMPLE_BYTES; i++) {
        const struct block *block = &page->blocks[i];
        if (score[i] < least || block->flags & (BLOCK_HIDDEN | BLOCK_PRE))
            continue;
        size_t len = block->text.len < SAMPLE_BYTES ? block->text.len : (size_t)SAMPLE_BYTES;
        while (len < block->text.len && utf8_is_continuation(block->text.at[len]))
            len++; /* whole characters */
        buffer_append(out, str_between(block->text, 0, len));
        buffer_append_byte(out, ' ');
    }
}

struct str language_sample(const struct block_page *page, const float *score) {
    struct buffer out;
    buffer_init(&out, page->arena);
    append_blocks(&out, page, score, 0.5F);
    if (out.len < FEW_BYTES)
        append_blocks(&out, page, score, 0);
    return buffer_str(&out);
}

struct str language_choose(struct str declared, struct str sample, bool *is_found) {
    *is_found = false;
    if (declared.len && !language_contradicts(sample, declared))
        return declared;
    struct language_guess guess = language_guess(sample);
    *is_found = guess.tag != NULL;
    return guess.tag ? str_of(guess.tag) : declared;
}

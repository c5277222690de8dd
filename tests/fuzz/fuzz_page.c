/*
 * Any bytes as a page: pith_extract must end with an article that keeps its promises, or with a
 * clear error. The options come from the bytes, too, so that a found input holds all it takes.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "pith.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void require(int holds) {
    if (!holds)
        abort();
}

static void check_text(const char *text) {
    if (text)
        require(utf8_is_valid(str_of(text)));
}

static void check_body(const struct pith_article *article, enum pith_format format, int asked) {
    size_t len;
    const char *body = pith_article_body(article, format, &len);
    require((body != NULL) == asked);
    if (body)
        require(strlen(body) == len);
    check_text(body);
}

static void check_article(const struct pith_article *article, const struct pith_options *options) {
    check_body(article, PITH_TEXT, 1);
    check_body(article, PITH_MARKDOWN, (options->formats & PITH_MARKDOWN) != 0);
    check_body(article, PITH_HTML, (options->formats & PITH_HTML) != 0);
    check_text(pith_article_comments(article));
    for (int i = 0; pith_field_name((enum pith_field)i); i++)
        check_text(pith_article_field(article, (enum pith_field)i));
    for (size_t i = 0; pith_article_author(article, i); i++)
        check_text(pith_article_author(article, i));
    for (size_t i = 0; pith_article_tag(article, i); i++)
        check_text(pith_article_tag(article, i));
    require(pith_article_confidence(article) >= 0 && pith_article_confidence(article) <= 1);
    const struct pith_block *block;
    for (size_t i = 0; (block = pith_article_block(article, i)) != NULL; i++) {
        check_text(block->text);
        check_text(block->path);
        check_text(block->reasons);
        require(block->score >= 0 && block->score <= 1);
    }
}

static void choose_options(struct pith_options *options, const uint8_t *data, size_t len) {
    unsigned sum = (unsigned)len;
    for (size_t i = 0; i < len && i < 4096; i++)
        sum = sum * 31 + data[i];
    options->formats = sum & (PITH_MARKDOWN | PITH_HTML);
    options->flags = sum >> 3 & 15;
    options->input = (sum >> 7) % 4 == 0 ? PITH_INPUT_DUMP : PITH_INPUT_HTML;
    options->max_depth = (sum >> 9) % 8 == 0 ? 8 : options->max_depth;
    options->max_memory_bytes = (sum >> 12) % 8 == 0 ? (size_t)1 << 22 : (size_t)1 << 28;
    options->url = (sum >> 15) & 1 ? "https://example.org/2024/05/a-page.html?x=1" : NULL;
    options->charset = (sum >> 16) % 16 == 0 ? "shift_jis" : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct pith_context *context; /* kept, as callers do */
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article;
    if (!context)
        require(pith_context_new(&context) == PITH_OK);
    choose_options(&options, data, len);
    enum pith_status status = pith_extract(context, &options, (const char *)data, len, &article);
    require((article != NULL) == (status == PITH_OK));
    require(status == PITH_OK || status == PITH_ELIMIT);
    if (article)
        check_article(article, &options);
    pith_article_free(article);
    return 0;
}

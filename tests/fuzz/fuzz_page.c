/*
 * Any bytes as a page: pith_extract must end with an article that keeps its promises, identical
 * twice, or with a clear error. The options come from the bytes too, so that a failing input is
 * self-contained.
 */
#include "fuzz.h"

DEFINE_TAG_MUTATOR

static void choose_options(struct pith_options *options, const uint8_t *data, size_t len) {
    unsigned sum = (unsigned)len;
    for (size_t i = 0; i < len && i < 4096; i++)
        sum = sum * 31 + data[i];
    options->formats = sum & (PITH_MARKDOWN | PITH_HTML);
    options->flags = (sum >> 3 & 15) | (sum >> 23 & 1 ? PITH_LISTS : 0);
    options->input = (sum >> 7) % 4 == 0 ? PITH_INPUT_DUMP : PITH_INPUT_HTML;
    options->max_depth = (sum >> 9) % 8 == 0 ? 8 : options->max_depth;
    options->max_memory_bytes = (sum >> 12) % 8 == 0 ? (size_t)1 << 22 : (size_t)1 << 28;
    options->url = (sum >> 15) & 1 ? "https://example.org/2024/05/a-page.html?x=1" : NULL;
    options->charset = (sum >> 16) % 16 == 0 ? "shift_jis" : NULL;
    options->drop = (sum >> 20) % 4 == 0 ? "nav, p > b, [data-x] .a, #b, td[class*=x]" : NULL;
    options->keep = (sum >> 22) % 4 == 0 ? "div > *, .a [title], li a, span" : NULL;
    options->max_seconds = 1e3; /* libFuzzer has its own time limit */
}

static void check_same(const struct pith_article *a, const struct pith_article *b) {
    static const enum pith_format formats[] = {PITH_TEXT, PITH_MARKDOWN, PITH_HTML};
    for (size_t i = 0; i < N_OF(formats); i++) {
        const char *first = pith_article_body(a, formats[i], NULL);
        const char *second = pith_article_body(b, formats[i], NULL);
        REQUIRE(!first == !second && (!first || strcmp(first, second) == 0));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct pith_context *context; /* kept between pages, as callers do */
    struct pith_options options = fuzz_options();
    struct pith_article *article, *again;
    if (!context)
        REQUIRE(pith_context_new(&context) == PITH_OK);
    choose_options(&options, data, len);
    enum pith_status status = pith_extract(context, &options, (const char *)data, len, &article);
    REQUIRE((article != NULL) == (status == PITH_OK));
    REQUIRE(status == PITH_OK || status == PITH_ELIMIT || status == PITH_ENOTPAGE);
    REQUIRE(pith_extract(context, &options, (const char *)data, len, &again) == status);
    if (article) {
        check_article(article);
        check_same(article, again);
    }
    pith_article_free(article);
    pith_article_free(again);
    return 0;
}

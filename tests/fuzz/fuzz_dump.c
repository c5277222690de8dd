/* Any bytes as a plain-text dump of a page. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct pith_context *context;
    struct pith_options options = fuzz_options();
    struct pith_article *article;
    if (!context)
        REQUIRE(pith_context_new(&context) == PITH_OK);
    options.input = PITH_INPUT_DUMP;
    options.formats = PITH_MARKDOWN | PITH_HTML;
    options.flags = PITH_EXPLAIN;
    enum pith_status status = pith_extract(context, &options, (const char *)data, len, &article);
    REQUIRE(status == PITH_OK || status == PITH_ELIMIT || status == PITH_ENOTPAGE);
    if (article)
        check_article(article);
    pith_article_free(article);
    return 0;
}

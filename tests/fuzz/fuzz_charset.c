/* The name of a charset, up to a line break, and bytes declared to be in it. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct pith_context *context;
    struct pith_options options = fuzz_options();
    struct pith_article *article;
    const uint8_t *end = len ? memchr(data, '\n', len) : NULL;
    char name[64] = "";
    if (!end || (size_t)(end - data) >= sizeof name)
        return 0;
    memcpy(name, data, (size_t)(end - data));
    if (!context)
        REQUIRE(pith_context_new(&context) == PITH_OK);
    options.charset = *name ? name : NULL;
    size_t page = (size_t)(end - data) + 1;
    enum pith_status status =
        pith_extract(context, &options, (const char *)data + page, len - page, &article);
    REQUIRE(status == PITH_OK || status == PITH_ELIMIT || status == PITH_ENOTPAGE ||
            status == PITH_ECHARSET);
    if (article)
        check_article(article);
    pith_article_free(article);
    return 0;
}

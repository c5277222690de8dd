/* Any bytes as a page that the caller has parsed with Gumbo. */
#include "fuzz.h"

DEFINE_TAG_MUTATOR

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct pith_context *context;
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article;
    if (!context)
        REQUIRE(pith_context_new(&context) == PITH_OK);
    if (!utf8_is_valid((struct str){(const char *)data, len}))
        return 0;
    options.formats = PITH_MARKDOWN | PITH_HTML;
    options.flags = PITH_KEEP_LINKS | PITH_KEEP_IMAGES | PITH_KEEP_COMMENTS;
    GumboOptions gumbo = kGumboDefaultOptions;
    GumboOutput *tree = gumbo_parse_with_options(&gumbo, (const char *)data, len);
    enum pith_status status = pith_extract_gumbo(context, &options, tree, &article);
    REQUIRE(status == PITH_OK || status == PITH_ELIMIT);
    if (article)
        check_article(article);
    pith_article_free(article);
    gumbo_destroy_output(&gumbo, tree);
    return 0;
}

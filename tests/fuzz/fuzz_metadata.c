/* Any bytes as a page's JSON-LD, and as its date, byline and title. */
#include "base/buffer.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct pith_context *context;
    struct pith_options options = fuzz_options();
    struct pith_article *article;
    struct str bytes = {(const char *)data, len};
    struct arena arena;
    struct buffer page;
    if (!context)
        REQUIRE(pith_context_new(&context) == PITH_OK);
    arena_init(&arena);
    REQUIRE(setjmp(arena.escape) == 0);
    buffer_init(&page, &arena);
    buffer_append(&page, STR("<script type=application/ld+json>"));
    buffer_append(&page, bytes);
    buffer_append(&page, STR("</script><title>"));
    buffer_append(&page, bytes);
    buffer_append(&page, STR("</title><meta property=article:published_time content=\""));
    buffer_append(&page, bytes);
    buffer_append(&page, STR("\"><h1>A plan</h1><p class=byline>"));
    buffer_append(&page, bytes);
    buffer_append(&page, STR("</p><time>"));
    buffer_append(&page, bytes);
    buffer_append(&page,
                  STR("</time><p>The council said on Friday that the work would begin soon."));
    enum pith_status status = pith_extract(context, &options, page.data, page.len, &article);
    REQUIRE(status == PITH_OK || status == PITH_ELIMIT);
    if (article)
        check_article(article);
    pith_article_free(article);
    arena_done(&arena);
    return 0;
}

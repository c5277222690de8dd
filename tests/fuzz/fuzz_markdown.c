/* A page's Markdown, rendered by cmark-gfm with all extensions and raw HTML allowed, contains only
 * allow-listed elements. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "fuzz.h"

DEFINE_TAG_MUTATOR

static char *render(const char *markdown) {
    static const char *const names[] = {"table", "strikethrough", "autolink", "tasklist"};
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);
    for (size_t i = 0; i < N_OF(names); i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, markdown, strlen(markdown));
    cmark_node *document = cmark_parser_finish(parser);
    char *html =
        cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(document);
    cmark_parser_free(parser);
    return html;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct pith_context *context;
    struct pith_options options = fuzz_options();
    struct pith_article *article;
    if (!context)
        REQUIRE(pith_context_new(&context) == PITH_OK);
    options.input = PITH_INPUT_HTML;
    options.formats = PITH_MARKDOWN;
    options.flags = PITH_KEEP_LINKS | PITH_KEEP_IMAGES;
    options.precision_bias = -1;
    pith_extract(context, &options, (const char *)data, len, &article);
    if (!article)
        return 0;
    char *html = render(pith_article_body(article, PITH_MARKDOWN, NULL));
    check_html(html);
    free(html);
    pith_article_free(article);
    return 0;
}

/*
 * The page's kind, of schema.org's types and Open Graph's; see metadata_type.h.
 */
#include "metadata_type.h"

/* Sorted by nothing: the first row whose suffix fits a type counts. */
struct type_row {
    struct str suffix, kind;
};

static const struct type_row ROWS[] = {
    {STR_INIT("DiscussionForumPosting"), STR_INIT("forum")},
    {STR_INIT("QAPage"), STR_INIT("forum")},
    {STR_INIT("Question"), STR_INIT("forum")},
    {STR_INIT("TechArticle"), STR_INIT("documentation")},
    {STR_INIT("APIReference"), STR_INIT("documentation")},
    {STR_INIT("Article"), STR_INIT("article")},
    {STR_INIT("article"), STR_INIT("article")},
    {STR_INIT("Posting"), STR_INIT("article")},
    {STR_INIT("Recipe"), STR_INIT("article")},
    {STR_INIT("HowTo"), STR_INIT("article")},
    {STR_INIT("Review"), STR_INIT("article")},
    {STR_INIT("Report"), STR_INIT("article")},
    {STR_INIT("ProductCollection"), STR_INIT("collection")},
    {STR_INIT("ProductGroup"), STR_INIT("product")},
    {STR_INIT("Product"), STR_INIT("product")},
    {STR_INIT("product"), STR_INIT("product")},
    {STR_INIT("product.item"), STR_INIT("product")},
    {STR_INIT("CollectionPage"), STR_INIT("collection")},
    {STR_INIT("product.group"), STR_INIT("collection")},
    {STR_INIT("SearchResultsPage"), STR_INIT("listing")},
    {STR_INIT("ItemList"), STR_INIT("listing")},
    {STR_INIT("Service"), STR_INIT("service")},
    {STR_INIT("SoftwareApplication"), STR_INIT("service")},
};

static struct str kind_of(struct str type) {
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (str_ends_with(type, ROWS[i].suffix))
            return ROWS[i].kind;
    return STR_NONE;
}

struct metadata_value type_choose(const struct gathering *g) {
    const struct candidates *list = &g->of[CANDIDATE_TYPE];
    const struct candidate *best = NULL;
    struct str kind = STR_NONE;
    for (size_t i = 0; i < list->n; i++) {
        struct str own = kind_of(list->items[i].text);
        if (own.len && (!best || list->items[i].rank > best->rank)) {
            best = &list->items[i];
            kind = own;
        }
    }
    if (!best)
        return (struct metadata_value){STR_NONE, NULL};
    return (struct metadata_value){kind, metadata_source_name((enum metadata_source)best->source)};
}

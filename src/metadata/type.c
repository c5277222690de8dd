/*
 * The page's type, from schema.org and Open Graph types; see type.h.
 */
#include "metadata/type.h"

/* In no particular order: the first row whose suffix matches a type counts. */
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
    for (size_t i = 0; i < N_OF(ROWS); i++)
        if (str_ends_with(type, ROWS[i].suffix))
            return ROWS[i].kind;
    return STR_NONE;
}

/* Words in an address that say what kind of page it is, as whole parts between "/", "." and "?".
 * Forums, manuals and shops use few programs, each of which names its pages in the same way. */
static const struct type_row ADDRESS_WORDS[] = {
    {STR_INIT("forum"), STR_INIT("forum")},
    {STR_INIT("forums"), STR_INIT("forum")},
    {STR_INIT("thread"), STR_INIT("forum")},
    {STR_INIT("threads"), STR_INIT("forum")},
    {STR_INIT("topic"), STR_INIT("forum")},
    {STR_INIT("showthread"), STR_INIT("forum")},
    {STR_INIT("viewtopic"), STR_INIT("forum")},
    {STR_INIT("viewthread"), STR_INIT("forum")},
    {STR_INIT("questions"), STR_INIT("forum")},
    {STR_INIT("discussion"), STR_INIT("forum")},
    {STR_INIT("community"), STR_INIT("forum")},
    {STR_INIT("docs"), STR_INIT("documentation")},
    {STR_INIT("doc"), STR_INIT("documentation")},
    {STR_INIT("documentation"), STR_INIT("documentation")},
    {STR_INIT("reference"), STR_INIT("documentation")},
    {STR_INIT("manual"), STR_INIT("documentation")},
    {STR_INIT("wiki"), STR_INIT("documentation")},
    {STR_INIT("readthedocs"), STR_INIT("documentation")},
    {STR_INIT("product"), STR_INIT("product")},
    {STR_INIT("products"), STR_INIT("product")},
    {STR_INIT("collections"), STR_INIT("collection")},
    {STR_INIT("category"), STR_INIT("collection")},
};

static bool parts_address(char c) {
    return c == '/' || c == '.' || c == '?' || c == '=' || c == '&' || c == ':';
}

static struct str kind_of_address(struct str url) {
    for (size_t i = 0; i < url.len;) {
        size_t end = i;
        while (end < url.len && !parts_address(url.at[end]))
            end++;
        for (size_t k = 0; k < N_OF(ADDRESS_WORDS); k++)
            if (str_equals_lower(str_between(url, i, end), ADDRESS_WORDS[k].suffix))
                return ADDRESS_WORDS[k].kind;
        i = end + 1;
    }
    return STR_NONE;
}

/* The type that the page declares. */
static const struct candidate *declared_type(const struct gathering *g, struct str *kind) {
    const struct candidates *list = &g->of[CANDIDATE_TYPE];
    const struct candidate *best = NULL;
    for (size_t i = 0; i < list->n; i++) {
        struct str own = kind_of(list->items[i].text);
        if (own.len && (!best || list->items[i].rank > best->rank)) {
            best = &list->items[i];
            *kind = own;
        }
    }
    return best;
}

bool type_is_news(const struct gathering *g) {
    struct str kind;
    const struct candidate *declared = declared_type(g, &kind);
    return declared && str_ends_with(declared->text, STR("NewsArticle"));
}

bool type_is_thread(const struct gathering *g) {
    static const struct str FORUM = STR_INIT("forum");
    const struct candidates *urls = &g->of[CANDIDATE_URL];
    struct str kind = STR_NONE;
    declared_type(g, &kind);
    if (str_equals(kind, FORUM) || str_equals(kind_of_address(g->page_url), FORUM))
        return true;
    for (size_t i = 0; i < urls->n; i++)
        if (str_equals(kind_of_address(urls->items[i].text), FORUM))
            return true;
    return false;
}

struct metadata_value type_choose(const struct gathering *g, struct str url, bool is_signed) {
    struct str kind = STR_NONE, address = kind_of_address(url);
    const struct candidate *declared = declared_type(g, &kind);
    bool is_default = declared && declared->source == SOURCE_META &&
                      str_equals(kind, STR("article")); /* many programs write it everywhere */
    if (declared && !(is_default && (address.len || !is_signed)))
        return (struct metadata_value){
            .text = kind, .source = gathering_source_name((enum metadata_source)declared->source)};
    if (address.len)
        return (struct metadata_value){.text = address,
                                       .source = gathering_source_name(SOURCE_URL)};
    if (is_signed)
        return (struct metadata_value){.text = STR("article"),
                                       .source = gathering_source_name(SOURCE_TEXT)};
    return (struct metadata_value){.source = NULL};
}

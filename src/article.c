/*
 * Packs a page's result into a single allocation, and reads it.
 *
 * Packing runs the same steps twice: first without memory, to compute the size, then to copy. So
 * size and layout always agree.
 */
#include "article.h"

#include <stdalign.h>
#include <stdint.h>

#include "base/word_count.h"

struct packed_list {
    const char **items;
    size_t n;
    const char *source; /* static */
    double certainty;
};

struct pith_article {
    struct pith_allocator allocator; /* that frees it */
    const char *bodies[N_BODY_FORMATS];
    size_t body_lens[N_BODY_FORMATS];
    const char *comments;
    const char *fields[METADATA_N_FIELDS];
    const char *sources[METADATA_N_FIELDS];
    double certainties[METADATA_N_FIELDS];
    struct packed_list authors, tags;
    struct pith_block *blocks;
    size_t n_blocks;
    struct body_lists lists;
    const char *charset;
    double confidence;
    size_t n_link_words;
    const char *body_source;
};

struct packer {
    char *memory; /* NULL while sizes are added up */
    size_t used;
};

/* The next `len` bytes; NULL while sizes are added up. */
static void *take(struct packer *to, size_t len, size_t alignment) {
    to->used = (to->used + alignment - 1) / alignment * alignment;
    void *p = to->memory ? to->memory + to->used : NULL;
    to->used += len;
    return p;
}

static const char *pack_str(struct packer *to, struct str s) {
    if (!s.at)
        return NULL;
    char *p = take(to, s.len + 1, 1);
    if (!p)
        return NULL;
    if (s.len)
        memcpy(p, s.at, s.len);
    p[s.len] = '\0';
    return p;
}

static const char *pack_c_string(struct packer *to, const char *s) {
    return pack_str(to, str_of(s));
}

static struct packed_list pack_list(struct packer *to, const struct metadata_list *from) {
    const char **items = take(to, from->n * sizeof *items, alignof(const char *));
    for (size_t i = 0; i < from->n; i++) {
        const char *s = pack_str(to, from->items[i]);
        if (items)
            items[i] = s;
    }
    return (struct packed_list){items, from->n, from->source, from->certainty};
}

static struct pith_block *pack_blocks(struct packer *to, const struct article_parts *from) {
    struct pith_block *packed =
        take(to, from->n_blocks * sizeof *packed, alignof(struct pith_block));
    for (size_t i = 0; i < from->n_blocks; i++) {
        struct pith_block block = from->blocks[i];
        block.text = pack_str(to, (struct str){block.text, block.text_len});
        block.path = pack_c_string(to, block.path);
        block.reasons = pack_c_string(to, block.reasons);
        if (packed)
            packed[i] = block; /* `rule` is static */
    }
    return packed;
}

static void *pack_items(struct packer *to, const void *items, size_t n, size_t size) {
    void *packed = take(to, n * size, alignof(max_align_t));
    if (packed && n)
        memcpy(packed, items, n * size);
    return packed;
}

static struct body_lists pack_lists(struct packer *to, const struct body_lists *from) {
    struct body_lists lists = *from;
    lists.links = pack_items(to, from->links, from->n_links, sizeof *lists.links);
    lists.images = pack_items(to, from->images, from->n_images, sizeof *lists.images);
    lists.tables = pack_items(to, from->tables, from->n_tables, sizeof *lists.tables);
    lists.cells = pack_items(to, from->cells, from->n_cells, sizeof *lists.cells);
    struct pith_link no_link; /* takes the place of an item while sizes are added up */
    struct pith_image no_image;
    struct pith_table no_table;
    struct pith_cell no_cell;
    for (size_t i = 0; i < from->n_links; i++) {
        struct pith_link *link = lists.links ? &lists.links[i] : &no_link;
        link->text = pack_c_string(to, from->links[i].text);
        link->url = pack_c_string(to, from->links[i].url);
    }
    for (size_t i = 0; i < from->n_images; i++) {
        struct pith_image *image = lists.images ? &lists.images[i] : &no_image;
        image->url = pack_c_string(to, from->images[i].url);
        image->alt = pack_c_string(to, from->images[i].alt);
        image->caption = pack_c_string(to, from->images[i].caption);
    }
    for (size_t i = 0; i < from->n_tables; i++) {
        struct pith_table *table = lists.tables ? &lists.tables[i] : &no_table;
        table->caption = pack_c_string(to, from->tables[i].caption);
    }
    for (size_t i = 0; i < from->n_cells; i++) {
        struct pith_cell *cell = lists.cells ? &lists.cells[i] : &no_cell;
        cell->text = pack_c_string(to, from->cells[i].text);
    }
    return lists;
}

static struct pith_article *pack(struct packer *to, const struct article_parts *from) {
    struct pith_article *article = take(to, sizeof *article, alignof(struct pith_article));
    struct pith_article packed = {.confidence = from->confidence,
                                  .n_link_words = from->n_link_words,
                                  .body_source = from->body_source,
                                  .n_blocks = from->n_blocks};
    for (int i = 0; i < N_BODY_FORMATS; i++) {
        packed.bodies[i] = pack_str(to, from->bodies[i]);
        packed.body_lens[i] = from->bodies[i].len;
    }
    packed.comments = pack_str(to, from->comments.at ? from->comments : STR(""));
    for (int i = 0; i < METADATA_N_FIELDS; i++) {
        packed.fields[i] = pack_str(to, from->metadata->fields[i].text);
        packed.sources[i] = packed.fields[i] ? from->metadata->fields[i].source : NULL;
        packed.certainties[i] = packed.fields[i] ? from->metadata->fields[i].certainty : 0;
    }
    packed.authors = pack_list(to, &from->metadata->authors);
    packed.tags = pack_list(to, &from->metadata->tags);
    packed.blocks = pack_blocks(to, from);
    packed.lists = pack_lists(to, &from->lists);
    packed.charset = pack_str(to, from->charset);
    if (article)
        *article = packed;
    return article;
}

enum pith_status article_new(const struct article_parts *parts,
                             const struct pith_allocator *allocator, struct pith_article **out) {
    struct packer packer = {0};
    pack(&packer, parts);
    packer = (struct packer){.memory = allocator->allocate(allocator->data, packer.used)};
    *out = packer.memory ? pack(&packer, parts) : NULL;
    if (!*out)
        return PITH_ENOMEM;
    (*out)->allocator = *allocator;
    return PITH_OK;
}

void pith_article_free(struct pith_article *article) {
    if (!article)
        return;
    struct pith_allocator allocator = article->allocator;
    allocator.release(allocator.data, article);
}

const char *pith_article_body(const struct pith_article *article, enum pith_format format,
                              size_t *len) {
#define X(NAME, name, suffix, renderer, writer) PITH_##NAME,
    static const enum pith_format BITS[] = {BODY_FORMATS(X)};
#undef X
    int i = 0;
    while (i < N_BODY_FORMATS && BITS[i] != format)
        i++;
    const char *body = i < N_BODY_FORMATS ? article->bodies[i] : NULL;
    if (len)
        *len = body ? article->body_lens[i] : 0;
    return body;
}

size_t article_word_count(const struct pith_article *article) {
    struct str text = str_of(article->bodies[BODY_TEXT]);
    return word_count(text) - article->n_link_words;
}

const char *pith_article_comments(const struct pith_article *article) {
    return article->comments;
}

static bool is_field(enum pith_field field) {
    return (unsigned)field < METADATA_N_FIELDS;
}

const char *pith_article_field(const struct pith_article *article, enum pith_field field) {
    return is_field(field) ? article->fields[field] : NULL;
}

const char *pith_article_source(const struct pith_article *article, enum pith_field field) {
    return is_field(field) ? article->sources[field] : NULL;
}

double pith_article_certainty(const struct pith_article *article, enum pith_field field) {
    return is_field(field) ? article->certainties[field] : 0;
}

const char *pith_field_name(enum pith_field field) {
    static const char *const NAMES[] = {[PITH_HEADLINE] = "headline",
                                        [PITH_STANDFIRST] = "standfirst",
                                        [PITH_BYLINE] = "byline",
                                        [PITH_DATELINE] = "dateline",
                                        [PITH_PLACE] = "place",
                                        [PITH_DATE] = "date",
                                        [PITH_MODIFIED] = "modified",
                                        [PITH_LANGUAGE] = "language",
                                        [PITH_SITE] = "site",
                                        [PITH_URL] = "url",
                                        [PITH_DESCRIPTION] = "description",
                                        [PITH_IMAGE] = "image",
                                        [PITH_TYPE] = "type",
                                        [PITH_KIND] = "kind",
                                        [PITH_DIRECTION] = "direction"};
    _Static_assert(N_OF(NAMES) == METADATA_N_FIELDS, "PITH_DIRECTION is the last field");
    return is_field(field) ? NAMES[field] : NULL;
}

const char *pith_article_author(const struct pith_article *article, size_t i) {
    return i < article->authors.n ? article->authors.items[i] : NULL;
}

const char *pith_article_authors_source(const struct pith_article *article) {
    return article->authors.source;
}

double pith_article_authors_certainty(const struct pith_article *article) {
    return article->authors.certainty;
}

const char *pith_article_tag(const struct pith_article *article, size_t i) {
    return i < article->tags.n ? article->tags.items[i] : NULL;
}

const char *pith_article_tags_source(const struct pith_article *article) {
    return article->tags.source;
}

const char *pith_article_body_source(const struct pith_article *article) {
    return article->body_source;
}

double pith_article_confidence(const struct pith_article *article) {
    return article->confidence;
}

const struct pith_block *pith_article_block(const struct pith_article *article, size_t i) {
    return i < article->n_blocks ? &article->blocks[i] : NULL;
}

const char *pith_article_charset(const struct pith_article *article) {
    return article->charset;
}

const struct pith_link *pith_article_link(const struct pith_article *article, size_t i) {
    return i < article->lists.n_links ? &article->lists.links[i] : NULL;
}

const struct pith_image *pith_article_image(const struct pith_article *article, size_t i) {
    return i < article->lists.n_images ? &article->lists.images[i] : NULL;
}

const struct pith_table *pith_article_table(const struct pith_article *article, size_t i) {
    return i < article->lists.n_tables ? &article->lists.tables[i] : NULL;
}

const struct pith_cell *pith_article_cell(const struct pith_article *article, size_t i) {
    return i < article->lists.n_cells ? &article->lists.cells[i] : NULL;
}

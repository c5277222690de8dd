/*
 * How a page's metadata is found: every source contributes candidates, those that agree support
 * each other, and the candidate with the most support is chosen; see read.h.
 */
#include "metadata/read.h"

#include "base/ascii.h"
#include "base/url.h"
#include "lexicon/direction.h"
#include "lexicon/words.h"
#include "metadata/author/authors.h"
#include "metadata/date/published.h"
#include "metadata/comparison_key.h"
#include "metadata/dump/dump_lines.h"
#include "metadata/gathering.h"
#include "metadata/language.h"
#include "metadata/lead.h"
#include "metadata/lines.h"
#include "metadata/place.h"
#include "metadata/site_name.h"
#include "metadata/author/roles.h"
#include "metadata/title/title.h"
#include "metadata/title/title_parts.h"
#include "metadata/type.h"

enum {
    MAX_TAGS = 40,          /* real pages have at most 30 of their own */
    MAX_TAG_BYTES = 80,     /* a longer one is a sentence */
    MAX_LANGUAGE_BYTES = 20 /* of a tag with script, country and variant */
};

/* ---- context of the page ---- */

static const struct candidate *best_of(const struct gathering *g, enum candidate_kind kind) {
    const struct candidates *list = &g->of[kind];
    const struct candidate *best = NULL;
    for (size_t i = 0; i < list->n; i++)
        if (!best || list->items[i].rank > best->rank)
            best = &list->items[i];
    return best;
}

/* "en_US" as BCP 47 writes it, or the first of several ("de, en"); STR_NONE if it is not a language
 * tag. */
static struct str language_tag(struct arena *arena, struct str text) {
    text = str_before(text, ',');
    if (text.len < 2 || text.len > MAX_LANGUAGE_BYTES)
        return STR_NONE;
    char *tag = arena_alloc(arena, text.len);
    for (size_t i = 0; i < text.len; i++) {
        tag[i] = text.at[i] == '_' ? '-' : text.at[i];
        if (tag[i] != '-' && !ascii_is_alphanumeric(tag[i]))
            return STR_NONE;
    }
    bool is_short = text.len == 2 || tag[2] == '-' || text.len == 3 || tag[3] == '-';
    return is_short ? (struct str){tag, text.len} : STR_NONE;
}

/* Whether 4/5/2024 is in April: in American English, and in languages that write dates with
 * periods, so that a date with slashes is a program's default. */
static bool is_month_first(struct str tag) {
    static const struct str POINTS[] = {STR_INIT("de"), STR_INIT("pl"), STR_INIT("ru"),
                                        STR_INIT("uk"), STR_INIT("fi"), STR_INIT("cs"),
                                        STR_INIT("tr")};
    if (tag.len < 2 || str_equals_lower(tag, STR("en")) || str_equals_lower(tag, STR("en-us")))
        return true;
    return str_any(str_between(tag, 0, 2), POINTS, N_OF(POINTS), str_equals_lower);
}

static void read_direction(struct str language, struct str sample, struct metadata *out) {
    const char *direction = direction_of_text(sample);
    const char *source = "text";
    if (!direction) {
        direction = direction_of_language(language);
        source = out->fields[PITH_LANGUAGE].source;
    }
    if (direction)
        out->fields[PITH_DIRECTION] =
            (struct metadata_value){.text = str_of(direction), .source = source};
}

static void read_language(struct gathering *g, struct metadata *out) {
    const struct candidates *list = &g->of[CANDIDATE_LANGUAGE];
    const struct candidate *best = NULL;
    struct str tag = STR_NONE;
    for (size_t i = 0; i < list->n; i++) {
        struct str own = language_tag(g->arena, list->items[i].text);
        if (own.len && (!best || list->items[i].rank > best->rank)) {
            best = &list->items[i];
            tag = own;
        }
    }
    bool is_found;
    struct str sample = language_sample(g->page, g->score), declared = tag;
    tag = language_choose(declared, sample, &is_found);
    if (is_found)
        out->fields[PITH_LANGUAGE] = (struct metadata_value){.text = tag, .source = "text"};
    else if (best)
        gathering_set_field(out, PITH_LANGUAGE, tag, best->source);
    read_direction(tag, sample, out);
    g->hints.languages = words_languages(tag);
    /* Text around the article may still be in the declared language: "Par", "avec". */
    if (is_found && declared.len && words_languages(declared) != ANY_LANGUAGE)
        g->hints.languages |= words_languages(declared);
    g->hints.month_first = is_month_first(tag);
}

static void set_best(const struct gathering *g, enum candidate_kind kind, enum pith_field field,
                     struct metadata *out) {
    const struct candidate *best = best_of(g, kind);
    if (best)
        gathering_set_field(out, field, best->text, best->source);
}

static void read_site(struct gathering *g, struct metadata *out) {
    const struct candidates *list = &g->of[CANDIDATE_SITE];
    unsigned rank = 0;
    for (size_t i = 0; i < list->n; i++) {
        struct str name = site_name_of(g, list->items[i].text);
        if (!name.len || list->items[i].rank <= rank)
            continue;
        rank = list->items[i].rank;
        out->fields[PITH_SITE] = gathering_value(name, list->items[i].source);
    }
    if (!out->fields[PITH_SITE].text.len)
        gathering_set_field(out, PITH_SITE, title_site_part(g, g->page->title), SOURCE_TITLE);
    g->site_key = comparison_key_of(g->arena, out->fields[PITH_SITE].text);
    g->site_compact = comparison_key_compact(g->arena, g->site_key);
}

/* Handles a site whose name occurs only after the headline in <title>. */
static void set_site_of_title(const struct gathering *g, const struct headline *headline,
                              struct metadata *out) {
    if (!out->fields[PITH_SITE].text.len)
        gathering_set_field(out, PITH_SITE, title_site_after(g, headline->value.text),
                            SOURCE_TITLE);
}

/* A product has no author, and a list no date of its own; but if the page declares an author, it is
 * a review. */
static bool is_of_things(const struct gathering *g) {
    static const struct str KINDS[] = {STR_INIT("product"), STR_INIT("collection"),
                                       STR_INIT("listing")};
    const struct candidates *authors = &g->of[CANDIDATE_AUTHOR];
    struct str kind = type_choose(g, STR_NONE, false).text;
    for (size_t i = 0; i < authors->n; i++)
        if (authors->items[i].node == NOWHERE)
            return false;
    return str_any(kind, KINDS, N_OF(KINDS), str_equals);
}

/* ---- plain fields ---- */

/* The first of the page's own addresses that has a host. */
static struct str own_address(const struct gathering *g) {
    const struct candidates *urls = &g->of[CANDIDATE_URL];
    for (size_t i = 0; i < urls->n; i++)
        if (str_starts_with(urls->items[i].text, STR("http")))
            return urls->items[i].text;
    return STR_NONE;
}

static struct str absolute(const struct gathering *g, struct str reference, enum url_use use) {
    struct buffer out;
    struct str base = url_base(g->arena, STR_NONE, g->page_url, own_address(g));
    buffer_init(&out, g->arena);
    return url_append_safe(&out, base, reference, use) ? buffer_str(&out) : STR_NONE;
}

static void make_absolute(const struct gathering *g, struct metadata_value *value,
                          enum url_use use) {
    if (value->text.len)
        value->text = absolute(g, value->text, use);
    if (!value->text.len)
        *value = (struct metadata_value){.source = NULL};
}

static void read_addresses(const struct gathering *g, struct metadata *out) {
    set_best(g, CANDIDATE_URL, PITH_URL, out);
    if (!out->fields[PITH_URL].text.len)
        gathering_set_field(out, PITH_URL, g->page_url, SOURCE_URL);
    make_absolute(g, &out->fields[PITH_URL], URL_OF_LINK);
    set_best(g, CANDIDATE_IMAGE, PITH_IMAGE, out);
    make_absolute(g, &out->fields[PITH_IMAGE], URL_OF_FILE);
}

static void set_description(const struct gathering *g, struct metadata *out) {
    struct metadata_value *value = &out->fields[PITH_DESCRIPTION];
    set_best(g, CANDIDATE_DESCRIPTION, PITH_DESCRIPTION, out);
    if (value->text.len)
        value->text = gathering_clean(g->arena, value->text);
    if (!value->text.len)
        *value = (struct metadata_value){.source = NULL};
}

static bool has_key(const struct str *keys, size_t n, struct str key) {
    for (size_t i = 0; i < n; i++)
        if (str_equals(keys[i], key))
            return true;
    return false;
}

/* Takes the tags of the most reliable source; the others repeat them or stuff them with
 * keywords. */
static void read_tags(const struct gathering *g, struct metadata *out) {
    const struct candidates *list = &g->of[CANDIDATE_TAG];
    const struct candidate *best = best_of(g, CANDIDATE_TAG);
    struct str keys[MAX_TAGS];
    struct metadata_list *tags = &out->tags;
    tags->items = arena_alloc_zero(g->arena, MAX_TAGS, sizeof *tags->items);
    for (size_t i = 0; i < list->n && tags->n < MAX_TAGS; i++) {
        struct str tag = list->items[i].text;
        if (list->items[i].rank != best->rank || list->items[i].source != best->source ||
            tag.len > MAX_TAG_BYTES)
            continue;
        struct str key = comparison_key_of(g->arena, tag);
        if (!key.len || has_key(keys, tags->n, key))
            continue;
        keys[tags->n] = key;
        tags->items[tags->n++] = tag;
    }
    tags->source = tags->n ? gathering_source_name(best->source) : NULL;
}

static void set_date(const struct gathering *g, const struct date *date, const char *source,
                     enum pith_field field, struct metadata *out) {
    if (date->year)
        out->fields[field] =
            (struct metadata_value){.text = date_format(g->arena, date), .source = source};
}

static void set_authors(const struct gathering *g, const struct authors *authors,
                        struct metadata *out) {
    struct metadata_list *list = &out->authors;
    list->items = arena_alloc_zero(g->arena, MAX_NAMES, sizeof *list->items);
    for (; list->n < authors->names.n; list->n++)
        list->items[list->n] = authors->names.items[list->n];
    list->source = authors->source;
    list->certainty = authors->certainty;
}

/* ---- all of it ---- */

/* Reads what is needed before any visible line: the sources in the markup, the language, the
 * site. */
static void prepare(struct gathering *g, const struct block_page *page, const float *score,
                    struct str url, struct metadata *out) {
    g->arena = page->arena;
    g->page = page;
    g->score = score;
    g->page_url = url;
    g->class_facts = arena_alloc_zero(g->arena, page->dom.n_looks + 1, sizeof *g->class_facts);
    elements_read(g);
    json_ld_read(g);
    read_language(g, out);
    page_url_read(g);
    read_site(g, out);
    g->is_of_things = is_of_things(g);
}

static void read_dump_lines(struct gathering *g) {
    struct dump_lines *lines = arena_alloc(g->arena, sizeof *lines);
    dump_lines_read(g, lines);
    g->dump_lines = lines;
}

void metadata_prepare(struct gathering *g, const struct block_page *page, const float *score,
                      struct str url) {
    struct metadata metadata = {.lead_block = SIZE_MAX};
    prepare(g, page, score, url, &metadata);
}

void metadata_read(const struct block_page *page, const float *score, struct str url,
                   struct metadata *out) {
    struct gathering *g = arena_alloc_zero(page->arena, 1, sizeof *g);
    struct headline headline;
    struct window window;
    struct authors authors;
    struct published published;
    *out = (struct metadata){.lead_block = SIZE_MAX};
    out->roles = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->roles);
    prepare(g, page, score, url, out);

    if (page->dom.n_nodes == 0)
        read_dump_lines(g);
    title_choose(g, &headline);
    if (!headline.value.text.len && g->dump_lines)
        dump_headline_find(g, &headline);
    window_find(g, &headline, &window);
    lines_read(g, &headline, &window);
    classes_read(g, &window);
    authors_choose(g, &window, &authors);
    published_choose(g, &window, &published);

    out->fields[PITH_HEADLINE] = headline.value;
    set_site_of_title(g, &headline, out);
    set_authors(g, &authors, out);
    set_date(g, &published.date, published.source, PITH_DATE, out);
    out->fields[PITH_DATE].certainty = published.certainty;
    set_date(g, &published.modified, published.modified_source, PITH_MODIFIED, out);
    set_description(g, out);
    read_addresses(g, out);
    read_tags(g, out);
    out->fields[PITH_TYPE] =
        type_choose(g, out->fields[PITH_URL].text,
                    authors.names.n > 0 || (published.date.year > 0 && !published.is_change));
    out->is_news = type_is_news(g);
    roles_read(g, &headline, &window, &authors, &published, out);
    lead_read(g, &window, out);
    place_read(g, &window, &authors, &published, out);
}

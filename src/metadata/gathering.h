/*
 * Collects candidates: what each source says, before one of them is chosen.
 */
#ifndef PITH_METADATA_GATHERING_H
#define PITH_METADATA_GATHERING_H

#include "metadata/date/date_hints.h"
#include "metadata/metadata.h"
#include "page/block.h"

enum metadata_source {
    SOURCE_JSON_LD,
    SOURCE_META,
    SOURCE_MICRODATA, /* itemprop and RDFa's property */
    SOURCE_LINK,      /* rel= */
    SOURCE_TIME,      /* <time> */
    SOURCE_HEADING,   /* <h1> and other headings */
    SOURCE_TEXT,      /* lines near the headline */
    SOURCE_CLASS,     /* elements near the headline whose class says what they contain */
    SOURCE_TITLE,     /* <title> */
    SOURCE_HTML,      /* attributes of <html> */
    SOURCE_URL,
    N_SOURCES
};

enum candidate_kind {
    CANDIDATE_TITLE,
    CANDIDATE_AUTHOR,
    CANDIDATE_PUBLISHED,
    CANDIDATE_MODIFIED,
    CANDIDATE_SITE,
    CANDIDATE_DESCRIPTION,
    CANDIDATE_IMAGE,
    CANDIDATE_TYPE,
    CANDIDATE_LANGUAGE,
    CANDIDATE_TAG,
    CANDIDATE_URL,
    N_CANDIDATE_KINDS
};

/* No page has more relevant candidates of one kind. Further ones are ignored, so that code that
 * compares candidates cannot become slow on large pages. */
enum { MAX_CANDIDATES = 48 };

static const uint32_t NOWHERE = UINT32_MAX;

struct candidate {
    struct str text; /* one line, decoded, white space collapsed */
    uint8_t source;  /* enum metadata_source */
    uint8_t rank;    /* how reliable the source is, 1 to 10 */
    uint16_t group;  /* authors of the same group were named together */
    uint32_t node;   /* index in dom.nodes, or NOWHERE */
    uint32_t block;  /* index of the block, or NOWHERE */
    bool is_house;   /* the author is an organisation: its name is not split */
};

struct candidates {
    struct candidate items[MAX_CANDIDATES];
    size_t n;
};

/* What the class of a look (html/look_table.h) says, computed when first needed. */
struct class_fact {
    uint8_t place; /* enum elsewhere plus 1; 0 if not computed yet */
    uint8_t word;  /* see classes.c; 0 if not computed yet */
};

/* Everything gathered from one page. */
struct gathering {
    struct arena *arena;
    const struct block_page *page;
    const float *score;                  /* of each block */
    const struct dump_lines *dump_lines; /* NULL on a page that has a tree */
    struct class_fact *class_facts;      /* by dom_node.look */
    uint8_t *small_words;   /* a Bloom filter of the page's lower-case words; NULL until needed */
    uint32_t n_small_words; /* words asked for */
    struct str page_url;
    struct candidates of[N_CANDIDATE_KINDS];
    uint16_t n_groups;
    uint32_t *headings; /* the nodes of h1 to h6, in page order */
    size_t n_headings, cap_headings;
    struct date_hints hints; /* for dates and byline words: the page's language */
    struct str site_key;     /* the site's name, as a comparison key; empty if unknown */
    struct str site_compact; /* the same without spaces */
    struct str host_key;     /* "example" of https://www.example.com/ */
    struct str recipe;       /* the dish, if the page declares that it is a recipe; otherwise
                                empty */
    bool is_of_things;       /* declared as a product, a collection or a listing */
};

/* Adds a candidate, with its text cleaned (gathering_clean) unless it is a description. Returns it,
 * so that the caller can set more fields, or NULL if it has no text or the list is full. */
struct candidate *gathering_add(struct gathering *g, enum candidate_kind kind, struct str text,
                                enum metadata_source source, unsigned rank);

/* Adds each of the tags in a list separated by commas. */
void gathering_add_tags(struct gathering *g, struct str list, enum metadata_source source,
                        unsigned rank);

/* Whether a program has left a template unfilled: "{{site.name}}", "%title%", "[object Object]".
 * gathering_add rejects such text. */
bool gathering_is_unfilled(struct str text);

/* The name of a source, as returned by pith_article_source. */
const char *gathering_source_name(enum metadata_source source);

/* `text` as a value from that source; no value if it is empty. */
struct metadata_value gathering_value(struct str text, enum metadata_source source);

/* Sets a field, unless `text` is empty. */
void gathering_set_field(struct metadata *out, enum pith_field field, struct str text,
                         enum metadata_source source);

/* Bits of words_languages: the page's language, and English, which page-making programs use. */
language_set gathering_languages(const struct gathering *g);

/* `text` on one line: white space collapsed and trimmed. */
struct str gathering_line(struct arena *arena, struct str text);

/* The same, also without tags and with references decoded, which a value may contain. */
struct str gathering_clean(struct arena *arena, struct str text);

/* The text of an element on one line, or STR_NONE if it is longer than `max` bytes; `boundary` is
 * inserted where a child, block or link in it begins. */
struct str gathering_element_text(const struct gathering *g, uint32_t node, size_t max,
                                  struct str boundary);

/* Whether a list of items separated by spaces contains the word (lower case). */
bool gathering_has_word(struct str list, struct str word);

/* Whether the class of a date's element says that it is the first publication ("published"), or a
 * change ("updated", unless it says both, as in WordPress). */
bool gathering_is_first_class(struct str class);
bool gathering_is_update_class(struct str class);

/* Whether a node is a link to everything filed under a section or tag: its text is not an
 * author. */
bool gathering_is_category_link(const struct dom_node *node);

/* ---- the readers ---- */

void json_ld_read(struct gathering *g);
void elements_read(struct gathering *g); /* meta, link, time, itemprop, property, rel */
void page_url_read(struct gathering *g);

#endif

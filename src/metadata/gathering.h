/*
 * Candidates: what each source says, before one of them is chosen.
 */
#ifndef PITH_METADATA_GATHERING_H
#define PITH_METADATA_GATHERING_H

#include "metadata/date_hints.h"
#include "metadata/metadata.h"
#include "page/block.h"

enum metadata_source {
    SOURCE_JSON_LD,
    SOURCE_META,
    SOURCE_MICRODATA, /* itemprop and RDFa's property */
    SOURCE_LINK,      /* rel= */
    SOURCE_TIME,      /* <time> */
    SOURCE_HEADING,   /* <h1> and its like */
    SOURCE_TEXT,      /* lines near the headline */
    SOURCE_CLASS,     /* elements near the headline whose class says what they hold */
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

/* No page has more of one kind that matter; what comes after is not looked at, so that nothing
 * that compares candidates can grow with the page. */
enum { MAX_CANDIDATES = 48 };

static const uint32_t NOWHERE = UINT32_MAX;

struct candidate {
    struct str text; /* one line, decoded, white space folded */
    uint8_t source;  /* enum metadata_source */
    uint8_t rank;    /* how far the source is trusted, 1 to 10 */
    uint16_t group;  /* authors of one group were named together */
    uint32_t node;   /* where in dom.nodes, or NOWHERE */
    uint32_t block;  /* where in the blocks, or NOWHERE */
    bool is_house;   /* an author that is no person: its name is not taken apart */
};

struct candidates {
    struct candidate items[MAX_CANDIDATES];
    size_t n;
};

/* All that was gathered of one page. */
struct gathering {
    struct arena *arena;
    const struct block_page *page;
    const float *score; /* of each block */
    struct str page_url;
    struct candidates of[N_CANDIDATE_KINDS];
    uint16_t n_groups;
    uint32_t *headings; /* the nodes of h1 to h6, in page order */
    size_t n_headings, cap_headings;
    struct date_hints hints; /* for dates and by-words: the page's language */
    struct str site_key; /* the site's name as comparison_key_of gives it; empty when not known */
    struct str site_compact; /* the same without spaces */
    struct str host_key;     /* "example" of https://www.example.com/ */
    struct str recipe;       /* the dish that the page declares to be a recipe of, or empty */
    bool is_of_things;       /* declared a product, a collection or a listing */
};

/* Adds a candidate; its text is cleaned (gathering_clean), but a description's. Returns it, to be
 * refined, or NULL where there is no text or no more room. */
struct candidate *gathering_add(struct gathering *g, enum candidate_kind kind, struct str text,
                                enum metadata_source source, unsigned rank);

/* Adds each of the tags that commas part. */
void gathering_add_tags(struct gathering *g, struct str list, enum metadata_source source,
                        unsigned rank);

/* Whether a program has left its template unfilled: "{{site.name}}", "%title%", "[object Object]".
 * gathering_add takes no such text. */
bool gathering_is_unfilled(struct str text);

/* What pith_article_source says of a source. */
const char *gathering_source_name(enum metadata_source source);

/* `text` as a value from that source; none where it is empty. */
struct metadata_value gathering_value(struct str text, enum metadata_source source);

/* Sets a field, which stays as it is where `text` is empty. */
void gathering_set_field(struct metadata *out, enum pith_field field, struct str text,
                         enum metadata_source source);

/* Bits of words_languages: the page's own, and English, which the programs that make pages speak.
 */
uint32_t gathering_languages(const struct gathering *g);

/* `text` on one line: white space folded, trimmed. */
struct str gathering_line(struct arena *arena, struct str text);

/* The same without the tags and with the references decoded that a value may have. */
struct str gathering_clean(struct arena *arena, struct str text);

/* The text below an element of the tree on one line, STR_NONE where it is longer than `max` bytes;
 * `boundary` stands where a child, a block or a link within it begins. */
struct str gathering_element_text(const struct gathering *g, uint32_t node, size_t max,
                                  struct str boundary);

/* Whether a list, its items parted by spaces, has the word (lower case). */
bool gathering_has_word(struct str list, struct str word);

/* Whether the class of a date's element says that it is of the first publication ("published"), or
 * of a change ("updated", where it does not say both, as WordPress does). */
bool gathering_is_first_class(struct str class);
bool gathering_is_update_class(struct str class);

/* Whether a node is a link to all that is filed under a section or a tag: its text names no
 * author. */
bool gathering_is_category_link(const struct dom_node *node);

/* ---- the readers ---- */

void json_ld_read(struct gathering *g);
void elements_read(struct gathering *g); /* meta, link, time, itemprop, property, rel */
void page_url_read(struct gathering *g);

#endif

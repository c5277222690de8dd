/*
 * pith: the main content of a web page, without the boilerplate around it.
 *
 * A page (HTML, or a plain-text dump of one) goes in; out come the clean body text and what the
 * page says of itself: headline, standfirst, byline, dateline and more. Gumbo parses the page;
 * every text block is scored by its text density, its link density and what stands around it.
 *
 * The library never prints, exits or aborts, and reads neither the environment nor the locale.
 * It keeps no global state: threads may run at once as long as each has a pith_context of its
 * own. All strings are UTF-8, NUL-terminated, in NFC.
 *
 *     struct pith_context *context;
 *     struct pith_article *article;
 *     struct pith_options options = PITH_OPTIONS_INIT;
 *
 *     if (pith_context_new(&context) == PITH_OK) {
 *         if (pith_extract(context, &options, page, page_len, &article) == PITH_OK) {
 *             puts(pith_article_body(article, PITH_TEXT, NULL));
 *             pith_article_free(article);
 *         }
 *         pith_context_free(context);
 *     }
 */
#ifndef PITH_H
#define PITH_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PITH_VERSION "0.1.0"

#if defined(__GNUC__)
#define PITH_API __attribute__((visibility("default")))
#else
#define PITH_API
#endif

/* What a call came to. A page without main content is PITH_OK with an empty body. */
enum pith_status {
    PITH_OK = 0,
    PITH_EINVAL,  /* an argument is NULL or out of range */
    PITH_ENOMEM,  /* the system has no more memory */
    PITH_ELIMIT,  /* the page passes max_input_bytes or max_memory_bytes */
    PITH_ECHARSET /* the charset named in the options is not known */
};

/* A sentence fragment that says it in English: "the page is over a limit". Never NULL. */
PITH_API const char *pith_status_text(enum pith_status status);

/* The version of the library that runs, as PITH_VERSION was when it was built. */
PITH_API const char *pith_version(void);

enum pith_input {
    PITH_INPUT_AUTO = 0, /* HTML when it holds tags, else a dump */
    PITH_INPUT_HTML,
    PITH_INPUT_DUMP /* what copying a whole page gives: a block a paragraph, no markup */
};

/* Forms of the body; they are bits so that options can ask for several. */
enum pith_format {
    PITH_TEXT = 1,     /* paragraphs parted by an empty line; always made */
    PITH_MARKDOWN = 2, /* CommonMark with GFM tables */
    PITH_HTML = 4      /* HTML5 of an allow-list of elements and attributes, safe to embed */
};

/* What to keep or make beside the body; bits of pith_options.flags. */
enum pith_flag {
    PITH_KEEP_LINKS = 1,    /* the links: as footnotes in PITH_TEXT */
    PITH_KEEP_IMAGES = 2,   /* images with their alternative text and captions */
    PITH_KEEP_COMMENTS = 4, /* the comments under an article, as a part of their own */
    PITH_EXPLAIN = 8        /* fill the blocks that pith_article_block gives */
};

/* Start from PITH_OPTIONS_INIT, then change what you want. */
struct pith_options {
    size_t size;             /* sizeof(struct pith_options), so that the struct can grow */
    enum pith_input input;   /* default PITH_INPUT_AUTO */
    unsigned formats;        /* bits of pith_format beside PITH_TEXT; default none */
    unsigned flags;          /* bits of pith_flag; default none */
    const char *charset;     /* as iconv knows it; NULL (default): found out from the page */
    const char *url;         /* where the page came from; makes links absolute; NULL: not known */
    size_t max_input_bytes;  /* a longer page is PITH_ELIMIT; default 16 MiB, at most 1 GiB */
    size_t max_memory_bytes; /* work memory a page may take; default 1 GiB */
    unsigned max_depth;      /* tags nested deeper are dropped, their text kept; default 512 */
    unsigned max_attributes; /* attributes a tag beyond these are dropped; default 256 */
    double precision_bias;   /* -1 (recall) to 1 (precision); default 0, the best F1 */
};

#define PITH_OPTIONS_INIT                                                                          \
    {                                                                                              \
        sizeof(struct pith_options), PITH_INPUT_AUTO, 0, 0, NULL, NULL, (size_t)16 << 20,          \
            (size_t)1 << 30, 512, 256, 0.0                                                         \
    }

/* Work memory that is kept from page to page. One thread at a time may use a context. */
struct pith_context;

/* Gives a new context in *out, to be freed with pith_context_free. On PITH_ENOMEM *out is NULL. */
PITH_API enum pith_status pith_context_new(struct pith_context **out);

/* Frees the context; articles made with it stay good. NULL is allowed. */
PITH_API void pith_context_free(struct pith_context *context);

/* One page's result: a single block of memory, independent of the context and read-only, so
 * that threads may share it. */
struct pith_article;

/*
 * Extracts the main content of a page of `len` bytes; `page` needs no NUL, is not changed and
 * not referred to afterwards. `options` may be NULL for the defaults.
 *
 * PITH_OK: *out is an article, to be freed with pith_article_free; where the page has no main
 * content its body is "". Else *out is NULL and nothing is leaked:
 *   PITH_EINVAL    context, page or out is NULL, or an option is out of range
 *   PITH_ELIMIT    the page passes a limit of the options
 *   PITH_ENOMEM    no memory
 *   PITH_ECHARSET  options->charset is not known
 *
 * Time grows as n log n with the page at worst. Method: block features after Kohlschütter et
 * al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010), and Vogels et al.,
 * "Web2Text" (ECIR 2018), weighed by gradient boosted trees in two stages; the blocks are
 * chosen for the highest expected F1 after Ye et al., "Optimizing F-measure" (ICML 2012).
 */
PITH_API enum pith_status pith_extract(struct pith_context *context,
                                       const struct pith_options *options, const char *page,
                                       size_t len, struct pith_article **out);

struct GumboInternalOutput; /* GumboOutput of <gumbo.h> */

/*
 * The same for a page of UTF-8 that the caller has parsed with Gumbo, of the version that pith was
 * built with. Scores may differ by hundredths, since the text lies in other nodes. Neither
 * the tree nor the page's bytes, which it points to, are changed or referred to afterwards. What
 * the options say of bytes (input, charset, max_input_bytes, max_attributes) has no bearing here.
 */
PITH_API enum pith_status pith_extract_gumbo(struct pith_context *context,
                                             const struct pith_options *options,
                                             const struct GumboInternalOutput *tree,
                                             struct pith_article **out);

PITH_API void pith_article_free(struct pith_article *article); /* NULL is allowed */

/* The body in one of the formats that were asked for, with its length in bytes in *len where len
 * is not NULL. NULL for a format that was not asked for. */
PITH_API const char *pith_article_body(const struct pith_article *article, enum pith_format format,
                                       size_t *len);

/* The comments under an article as text; "" without PITH_KEEP_COMMENTS or where there are none. */
PITH_API const char *pith_article_comments(const struct pith_article *article);

/* What a page says of itself. */
enum pith_field {
    PITH_HEADLINE,    /* as a reader sees it, without the site's name */
    PITH_STANDFIRST,  /* the line or two under the headline */
    PITH_BYLINE,      /* the line that names the authors, as shown */
    PITH_DATELINE,    /* place and date as shown, parted by ", " */
    PITH_PLACE,       /* "Washington DC" */
    PITH_DATE,        /* published; ISO 8601, as precise as the page says: "2024-04-26T15:13" */
    PITH_MODIFIED,    /* ISO 8601 likewise */
    PITH_LANGUAGE,    /* BCP 47, as declared */
    PITH_SITE,        /* the site's name */
    PITH_URL,         /* canonical */
    PITH_DESCRIPTION, /* the page's own summary */
    PITH_IMAGE,       /* URL of the lead image */
    PITH_TYPE,        /* article forum product collection listing documentation service other */
    PITH_N_FIELDS
};

/* The field's value, or NULL where the page does not say. */
PITH_API const char *pith_article_field(const struct pith_article *article, enum pith_field field);

/* Where the value came from ("json-ld", "meta", "microdata", "time element", "visible text",
 * "URL" ...), or NULL where there is no value. */
PITH_API const char *pith_article_source(const struct pith_article *article, enum pith_field field);

/* The field's key in JSON: "headline", "standfirst" ...; NULL when out of range. */
PITH_API const char *pith_field_name(enum pith_field field);

/* The authors and the tags, each once, in the page's order; NULL at and past their number. */
PITH_API const char *pith_article_author(const struct pith_article *article, size_t i);
PITH_API const char *pith_article_tag(const struct pith_article *article, size_t i);

/* Where the authors, and where the tags came from, as of a field; NULL where there are none. */
PITH_API const char *pith_article_authors_source(const struct pith_article *article);
PITH_API const char *pith_article_tags_source(const struct pith_article *article);

/* Expected word F1 of the body against what a careful reader would have kept, 0 to 1. */
PITH_API double pith_article_confidence(const struct pith_article *article);

/* How one block of the page was judged. */
struct pith_block {
    const char *text;    /* its text */
    size_t text_len;     /* bytes */
    const char *path;    /* "body/main.content/article/p": tags with their first class */
    double score;        /* likelihood of being main content, 0 to 1 */
    double score_block;  /* the same before the neighbours were looked at */
    double text_density; /* words a line of 80 characters */
    double link_density; /* share of its characters that stand in links */
    int kept;            /* whether it is in the body */
    const char *rule;    /* the exact rule that overrode the score, or NULL */
    const char *reasons; /* strongest features with their pull: "link_density -1.2, ..." */
};

/* The page's blocks in order, for PITH_EXPLAIN; NULL past the last, and without that flag. */
PITH_API const struct pith_block *pith_article_block(const struct pith_article *article, size_t i);

#ifdef __cplusplus
}
#endif

#endif

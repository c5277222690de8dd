/*
 * pith: extracts the main content of a web page, without the boilerplate around it.
 *
 * A page (HTML, or a plain-text dump of one) goes in; the clean body text and the page's metadata
 * come out: headline, standfirst, byline, dateline and more. Gumbo parses the page; every text
 * block is scored by its text density, its link density and its neighborhood.
 *
 * The library never prints, exits or aborts, and reads neither the environment nor the locale.
 * It keeps no global state: threads may run at once as long as each has its own pith_context.
 * All strings are UTF-8, NUL-terminated, in NFC. Pointers that the pith_article_ functions return
 * point into the article, and are valid until it is freed; the article must not be NULL.
 *
 * Compatibility: a program built against this header runs with every later library of the same
 * soname. Structs that the library returns grow at their end; struct pith_options says how large
 * the caller's is; the values of enums never change. A switch over an enum needs a default.
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

/* The version of this header. Numbers compare as versions do: 0.2.0 is 2000. */
#define PITH_VERSION "0.2.0"
#define PITH_VERSION_MAJOR 0
#define PITH_VERSION_MINOR 2
#define PITH_VERSION_PATCH 0
#define PITH_VERSION_NUMBER                                                                        \
    (PITH_VERSION_MAJOR * 1000000 + PITH_VERSION_MINOR * 1000 + PITH_VERSION_PATCH)

/* On Windows, define PITH_DLL to use the library as a DLL, and PITH_BUILD to build that DLL. */
#if defined(_WIN32) && defined(PITH_DLL)
#ifdef PITH_BUILD
#define PITH_API __declspec(dllexport)
#else
#define PITH_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define PITH_API __attribute__((visibility("default")))
#else
#define PITH_API
#endif

/* The version of the library that runs, which may be later than the header's. */
PITH_API const char *pith_version(void);
PITH_API unsigned pith_version_number(void);

/* The outcome of a call. A page without main content is PITH_OK with an empty body. */
enum pith_status {
    PITH_OK = 0,
    PITH_EINVAL = 1,   /* an argument is NULL, or an option is out of range */
    PITH_ENOMEM = 2,   /* the system is out of memory */
    PITH_ELIMIT = 3,   /* the page exceeds max_input_bytes or max_memory_bytes */
    PITH_ECHARSET = 4, /* the charset named in the options is unknown */
    PITH_ETIMEOUT = 5, /* the page took too long */
    PITH_ENOTPAGE = 6  /* the bytes are something other than a page: a PDF, an image ... */
};

/* The status as a fragment of an English sentence: "the page exceeds a limit". Never NULL. */
PITH_API const char *pith_status_text(enum pith_status status);

/*
 * Says what `len` bytes are if they are not a web page: returns their media type, such as
 * "application/pdf", and stores an English noun phrase, such as "a PDF document", in *name unless
 * name is NULL. Returns NULL, and stores NULL in *name, for HTML, XHTML and plain text. Both
 * strings are static. Looks only at the first bytes, following the WHATWG MIME Sniffing Standard.
 * pith_extract uses it unless options->input is set.
 */
PITH_API const char *pith_sniff(const char *bytes, size_t len, const char **name);

enum pith_input {
    PITH_INPUT_AUTO = 0, /* HTML if it contains tags, otherwise a dump */
    PITH_INPUT_HTML = 1,
    PITH_INPUT_DUMP = 2 /* the text of a whole copied page: one paragraph per block, no markup */
};

/* Formats of the body; bits, so that options can ask for several. */
enum pith_format {
    PITH_TEXT = 1,     /* paragraphs separated by an empty line; always made */
    PITH_MARKDOWN = 2, /* CommonMark with GFM tables */
    PITH_HTML = 4      /* HTML5 with only allow-listed elements and attributes, safe to embed */
};

/* What to keep or make besides the body; bits of pith_options.flags. */
enum pith_flag {
    PITH_KEEP_LINKS = 1,    /* links in PITH_TEXT too, as footnotes; see also PITH_KEEP_COMMENTS */
    PITH_KEEP_IMAGES = 2,   /* images with their alternative text and captions */
    PITH_KEEP_COMMENTS = 4, /* the comments under an article, separate from the body; this and
                               PITH_KEEP_LINKS also make each reply in a thread begin with its
                               author and date */
    PITH_EXPLAIN = 8,       /* all blocks of the page, each with the reasons for its score */
    PITH_BLOCKS = 16,       /* the blocks of the body (pith_article_block), without reasons */
    PITH_ALL_BLOCKS = 32,   /* all blocks of the page, without reasons; includes PITH_BLOCKS */
    PITH_NO_LINKS = 64,     /* no links, even in Markdown and HTML, which keep them by default;
                               takes precedence over PITH_KEEP_LINKS */
    PITH_VISIBLE = 128,     /* only what is visible without a click */
    PITH_LISTS = 256        /* the links, images and tables of the body (pith_article_link ...) */
};

/*
 * Set it with PITH_OPTIONS_INIT or pith_options_init, or zero it and set `size`; then change what
 * you want. In any field but `size`, 0 or NULL means the default.
 *
 * Fields are only ever added, at the end, and 0 or NULL is always their default. A caller's struct
 * may be smaller than the library's (the missing fields have their defaults), or larger
 * (PITH_EINVAL unless the fields that the library does not know are all zero). The strings are not
 * used after the call that the options are passed to.
 */
struct pith_options {
    size_t size;             /* sizeof(struct pith_options) in the caller */
    enum pith_input input;   /* default PITH_INPUT_AUTO */
    unsigned formats;        /* bits of pith_format to make besides PITH_TEXT; default none */
    unsigned flags;          /* bits of pith_flag; default none */
    const char *charset;     /* a label of the Encoding Standard; NULL (default): detect it */
    const char *url;         /* the page's address (http or https), to make links absolute; NULL:
                                the one that the page gives itself */
    size_t max_input_bytes;  /* a longer page is PITH_ELIMIT; default 16 MiB, at most 1 GiB */
    size_t max_memory_bytes; /* working memory for one page; default 256 MiB */
    unsigned max_depth;      /* tags nested deeper are dropped, their text kept; default 512 */
    unsigned max_attributes; /* further attributes of a tag are dropped; default 256 */
    double precision_bias;   /* -1 (recall) to 1 (precision); default 0, the best F1 */
    double min_certainty;    /* headline, authors and date below it are left out; default 0 */
    double max_seconds;      /* of wall time for one page; default 30; INFINITY: no limit */
    const char *drop; /* CSS selector of elements to remove from the page; NULL (default): none */
    const char *keep; /* CSS selector of elements that are content; NULL (default): none */
};

/* The selectors `drop` and `keep` may consist of: tag, *, .class, #id, [attribute], and
 * [attribute=value] with =, ^=, $= or *=; several of these together ("div.note[role=note]"); one
 * inside another ("main p") or directly inside another ("main > p"); and lists of these, separated
 * by commas. `drop` is applied first: the page is judged as if it did not have those elements. A
 * block with text in an element of `keep` is in the body whatever its score. Dumps have no
 * elements. */

#define PITH_OPTIONS_INIT                                                                          \
    {                                                                                              \
        sizeof(struct pith_options), PITH_INPUT_AUTO, 0, 0, NULL, NULL, (size_t)16 << 20,          \
            (size_t)256 << 20, 512, 256, 0.0, 0.0, 30.0, NULL, NULL                                \
    }

/* PITH_OPTIONS_INIT as a function, for languages without macros: sets the first `size` bytes of
 * *options, which should be sizeof(struct pith_options) as the caller knows it. */
PITH_API void pith_options_init(struct pith_options *options, size_t size);

/* Working memory, reused from page to page: the memory of a page is kept until the next call, and
 * up to 16 MiB of it after that. Only one thread at a time may use a context. */
struct pith_context;

/* Stores a new context in *out, to be freed with pith_context_free. It can be used again after any
 * error. PITH_ENOMEM: *out is NULL. */
PITH_API enum pith_status pith_context_new(struct pith_context **out);

/* The source of memory for a context, its working memory and its articles. `allocate` returns
 * memory aligned like malloc's, or NULL; `release` frees what it returned, and accepts NULL. `data`
 * is passed to both. (iconv and libuchardet, which are used for pages that are not UTF-8, allocate
 * for themselves.) */
struct pith_allocator {
    void *(*allocate)(void *data, size_t size);
    void (*release)(void *data, void *memory);
    void *data;
};

/* The same with the caller's own allocator, which is copied; NULL means malloc and free. It is
 * called only from the thread that calls pith, and must outlive the context and its articles.
 * PITH_EINVAL: one of its functions is NULL. */
PITH_API enum pith_status pith_context_new_with(const struct pith_allocator *allocator,
                                                struct pith_context **out);

/* Frees the context; articles made with it stay valid. NULL is allowed. */
PITH_API void pith_context_free(struct pith_context *context);

/* What went wrong in the last call with this context, naming the option or the limit: "the page has
 * 20971520 bytes, more than max_input_bytes (16777216)". Printable ASCII; "" after PITH_OK; never
 * NULL. Valid until the next call with the context. */
PITH_API const char *pith_context_error(const struct pith_context *context);

/* One page's result: a single block of memory, independent of the context and read-only, so
 * that threads may share it. */
struct pith_article;

/*
 * Extracts the main content of a page of `len` bytes. `page` needs no NUL, is not changed, and is
 * not used after the call. `options` may be NULL for the defaults.
 *
 * PITH_OK: *out is an article, to be freed with pith_article_free; if the page has no main
 * content, its body is "". Otherwise *out is NULL and nothing leaks:
 *   PITH_EINVAL    context, page or out is NULL, or an option is out of range
 *   PITH_ELIMIT    the page exceeds a limit of the options
 *   PITH_ENOMEM    no memory
 *   PITH_ECHARSET  options->charset is unknown
 *   PITH_ETIMEOUT  the page took too long
 *   PITH_ENOTPAGE  options->input is PITH_INPUT_AUTO, and the bytes are something other than a
 *                  page (pith_sniff says what)
 *
 * Time grows at worst as n log n with the length of the page. Method: block features after
 * Kohlschütter et al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010), and Vogels
 * et al., "Web2Text" (ECIR 2018), weighted by gradient boosted trees in two stages; the blocks are
 * chosen for the highest expected F1 after Ye et al., "Optimizing F-measure" (ICML 2012).
 */
PITH_API enum pith_status pith_extract(struct pith_context *context,
                                       const struct pith_options *options, const char *page,
                                       size_t len, struct pith_article **out);

/* Checks whether pith_extract would accept these options, which may be NULL: PITH_OK, or
 * PITH_EINVAL with the reason in pith_context_error. (A charset is only looked up when a page needs
 * it.) */
PITH_API enum pith_status pith_options_check(struct pith_context *context,
                                             const struct pith_options *options);

struct GumboInternalOutput; /* GumboOutput of <gumbo.h> */

/*
 * The same for a page in UTF-8 that the caller has parsed with Gumbo, of the version that pith was
 * built with. Scores may differ by hundredths, since the text is split into nodes differently. The
 * tree, and the page's bytes that it points into, are not changed, and not used after the call. The
 * options about bytes (input, charset, max_input_bytes, max_attributes) are ignored.
 */
PITH_API enum pith_status pith_extract_gumbo(struct pith_context *context,
                                             const struct pith_options *options,
                                             const struct GumboInternalOutput *tree,
                                             struct pith_article **out);

PITH_API void pith_article_free(struct pith_article *article); /* NULL is allowed */

/* Returns the body in one of the requested formats, and stores its length in bytes in *len unless
 * len is NULL. NULL for a format that was not requested. */
PITH_API const char *pith_article_body(const struct pith_article *article, enum pith_format format,
                                       size_t *len);

/* The comments under an article as text; "" without PITH_KEEP_COMMENTS, or if there are none. */
PITH_API const char *pith_article_comments(const struct pith_article *article);

/* What a page says about itself. */
enum pith_field {
    PITH_HEADLINE = 0,     /* as a reader sees it, without the site's name */
    PITH_STANDFIRST = 1,   /* the line or two under the headline */
    PITH_BYLINE = 2,       /* the line that names the authors, as shown */
    PITH_DATELINE = 3,     /* place and date as shown, separated by ", " */
    PITH_PLACE = 4,        /* "Washington DC" */
    PITH_DATE = 5,         /* published; ISO 8601, as precise as given: "2024", "2024-04-26",
                              "2024-04-26T15:13", "2024-04-26T15:13:07+02:00" */
    PITH_MODIFIED = 6,     /* ISO 8601 likewise */
    PITH_LANGUAGE = 7,     /* BCP 47; declared, or detected from the text */
    PITH_SITE = 8,         /* the site's name */
    PITH_URL = 9,          /* the canonical URL; if the page gives none, that of the options */
    PITH_DESCRIPTION = 10, /* the page's own summary */
    PITH_IMAGE = 11,       /* URL of the lead image */
    PITH_TYPE = 12,        /* article forum product collection listing documentation service */
    PITH_KIND = 13, /* "content", or the kind of page without content: challenge, consent, login,
                       error, parked, shell, redirect or empty; its source says what showed that */
    PITH_DIRECTION = 14 /* of the text: "ltr" or "rtl" */
};

/* The field's name, which is its key in JSON: "headline", "standfirst" ...; NULL if there is no
 * such field. Fields are numbered from 0 without gaps, so a loop over all of them ends at NULL. */
PITH_API const char *pith_field_name(enum pith_field field);

/* The field's value, or NULL if the page does not say. */
PITH_API const char *pith_article_field(const struct pith_article *article, enum pith_field field);

/* Where the value was found ("json-ld", "meta", "microdata", "time element", "visible text",
 * "URL" ...), or NULL if there is no value. The source of a date is "modified" if it is that of the
 * last change, because the page gives no other. */
PITH_API const char *pith_article_source(const struct pith_article *article, enum pith_field field);

/* Where the body was found if the page does not show it: "json-ld" (never with PITH_VISIBLE). NULL
 * for its visible text. */
PITH_API const char *pith_article_body_source(const struct pith_article *article);

/* The authors and the tags, without duplicates, in the page's order; NULL past the last. */
PITH_API const char *pith_article_author(const struct pith_article *article, size_t i);
PITH_API const char *pith_article_tag(const struct pith_article *article, size_t i);

/* Where the authors, and where the tags, were found; NULL if there are none. */
PITH_API const char *pith_article_authors_source(const struct pith_article *article);
PITH_API const char *pith_article_tags_source(const struct pith_article *article);

/* The probability that the headline or the date is right, 0 to 1: of the values with a certainty of
 * .9 on real pages, nine in ten were. 0 for other fields, and if there is no value. */
PITH_API double pith_article_certainty(const struct pith_article *article, enum pith_field field);

/* The probability that these are the page's authors, and all of them; 0 if there are none. */
PITH_API double pith_article_authors_certainty(const struct pith_article *article);

/* The charset that the page was decoded from, by its name in the WHATWG Encoding Standard ("utf-8",
 * "windows-1252"); NULL if the page came as a tree. */
PITH_API const char *pith_article_charset(const struct pith_article *article);

/* The expected word F1 of the body against what a careful reader would have kept, 0 to 1. */
PITH_API double pith_article_confidence(const struct pith_article *article);

/*
 * Writes the article as a JSON object on one line, the one that `pith --format=json` prints, into
 * the `size` bytes at `out`, truncated if necessary and NUL-terminated; `out` may be NULL if `size`
 * is 0. Returns the length of the whole object without its NUL, as snprintf does: if that is not
 * less than `size`, call again with a larger buffer. Returns 0, and writes "", if `fields` has a
 * name that is unknown, or the same name twice.
 *
 * `fields` lists the members to write, in order, separated by commas. NULL means every
 * pith_field_name and "authors", "tags", "word_count", "confidence", "excerpt", "text" and
 * "comments". Written only if listed: "markdown", "html", "sources", "certainty", "canonical",
 * "charset", "links", "images" and "tables". A member without a value is left out.
 *
 * Links are objects with text and url, images with url, alt and caption, tables with caption and
 * rows, which are arrays of the cells' texts; they need PITH_LISTS. If the flags request blocks,
 * each also has block, an index in pith_article_block, and text_range, the first byte of the text
 * body that comes from that block and the one after its last.
 */
PITH_API size_t pith_article_json(const struct pith_article *article, const char *fields, char *out,
                                  size_t size);

/* What a block is: for blocks of the body as its formats show it, for others as their tags say. */
enum pith_block_kind {
    PITH_PARAGRAPH = 0,
    PITH_HEADING = 1,
    PITH_LIST_ITEM = 2,
    PITH_QUOTE = 3,
    PITH_CODE = 4,
    PITH_TABLE_CELL = 5,
    PITH_TERM = 6,
    PITH_DEFINITION = 7,
    PITH_CAPTION = 8
};

/* The block's role in the article, or otherwise the landmark of the page that it is part of. */
enum pith_block_role {
    PITH_ROLE_NONE = 0,
    PITH_ROLE_HEADLINE = 1,
    PITH_ROLE_STANDFIRST = 2,
    PITH_ROLE_BYLINE = 3,
    PITH_ROLE_DATELINE = 4,
    PITH_ROLE_NAVIGATION = 5,
    PITH_ROLE_HEADER = 6,
    PITH_ROLE_FOOTER = 7,
    PITH_ROLE_ASIDE = 8,
    PITH_ROLE_FORM = 9,
    PITH_ROLE_DIALOG = 10
};

#define PITH_NO_BLOCK ((size_t)-1)

/* One block of the page and how it was judged. */
struct pith_block {
    const char *text;    /* all of its text, white space collapsed except in a listing */
    size_t text_len;     /* bytes */
    const char *path;    /* "body/main.content/article/p": tags with their first class; the
                            nearest eight; "" in a dump */
    double score;        /* likelihood of being main content, 0 to 1 */
    double score_block;  /* the same before its neighborhood was considered */
    double text_density; /* words per line of 80 characters */
    double link_density; /* share of its characters that are in links */
    int kept;            /* 1 if it is in the body, otherwise 0 */
    const char *rule;    /* the exact rule that overrode the score, or NULL */
    const char *reasons; /* with PITH_EXPLAIN: "link_density -1.20, ..."; "" otherwise, and for
                            blocks past the first 5,000 */
    enum pith_block_kind kind;
    enum pith_block_role role;
    int level;      /* of a heading, 1 to 6; otherwise 0 */
    size_t heading; /* of a kept block: index in pith_article_block of the nearest heading above it
                       (for a heading: of a higher rank), or PITH_NO_BLOCK */
    size_t body_start; /* the bytes of the text body that come from it; */
    size_t body_end;   /* both 0 if it is not in the body */
    /* The range of bytes in the page that holds its text, markup included; the page as decoded to
     * UTF-8, without a byte-order mark. Both 0 if unknown. */
    size_t source_start;
    size_t source_end;
};

/* The blocks that the flags request, in page order; NULL past the last. */
PITH_API const struct pith_block *pith_article_block(const struct pith_article *article, size_t i);

/* A link in the body. Links are listed even with PITH_NO_LINKS. */
struct pith_link {
    const char *text; /* as in the text body; for embedded content "Video: its title" */
    const char *url;  /* absolute if the page's address is known */
    size_t block; /* index in pith_article_block of the block that it is in; PITH_NO_BLOCK if the
                     flags request no blocks */
};

/* An image in the body. */
struct pith_image {
    const char *url;
    const char *alt;     /* alternative text, or "" */
    const char *caption; /* or "" */
    size_t block;        /* the block with its caption, otherwise the block of the body before
                            it; PITH_NO_BLOCK if there is none */
};

/* A data table in the body. */
struct pith_table {
    const char *caption; /* or "" */
    size_t block;        /* of its first cell */
    size_t n_rows;
    size_t n_columns;
    size_t first_cell; /* index in pith_article_cell */
    size_t n_cells;
};

/* A cell of a table; cells without text are not listed. */
struct pith_cell {
    const char *text;
    size_t block;  /* its first */
    size_t row;    /* from 0 */
    size_t column; /* from 0 */
    int is_header;
};

/* The links, images and tables of the body, and the cells of all its tables, in page order; NULL
 * past the last, and without PITH_LISTS. */
PITH_API const struct pith_link *pith_article_link(const struct pith_article *article, size_t i);
PITH_API const struct pith_image *pith_article_image(const struct pith_article *article, size_t i);
PITH_API const struct pith_table *pith_article_table(const struct pith_article *article, size_t i);
PITH_API const struct pith_cell *pith_article_cell(const struct pith_article *article, size_t i);

#ifdef __cplusplus
}
#endif

#endif

/*
 * Gets the values of fields by name; see field.h.
 */
#include "program/output/field.h"

#include <stdlib.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/str.h"

#define BODY_NAME(NAME, name, suffix, renderer, writer) [FIELD_##NAME] = name,
static const char *const own_names[N_FIELDS] = {[FIELD_AUTHORS] = "authors",
                                                [FIELD_TAGS] = "tags",
                                                [FIELD_CONFIDENCE] = "confidence",
                                                [FIELD_COMMENTS] = "comments",
                                                [FIELD_SOURCES] = "sources",
                                                [FIELD_CERTAINTY] = "certainty",
                                                [FIELD_WORD_COUNT] = "word_count",
                                                [FIELD_EXCERPT] = "excerpt",
                                                [FIELD_CHARSET] = "charset",
                                                [FIELD_LINKS] = "links",
                                                [FIELD_IMAGES] = "images",
                                                [FIELD_TABLES] = "tables",
                                                [FIELD_FILE] = "file",
                                                [FIELD_ID] = "id",
                                                [FIELD_FETCHED] = "fetched",
                                                [FIELD_STATUS] = "status",
                                                [FIELD_CONTENT_TYPE] = "content_type",
                                                [FIELD_DIGEST] = "digest",
                                                [FIELD_OFFSET] = "offset",
                                                [FIELD_LENGTH] = "length",
                                                [FIELD_CANONICAL] = "canonical",
                                                BODY_FORMATS(BODY_NAME)};

/* The order in which a reader meets them; the body last, since it is long. */
const enum field field_defaults[] = {
    FIELD_FILE,
    (enum field)PITH_HEADLINE,
    (enum field)PITH_STANDFIRST,
    (enum field)PITH_BYLINE,
    FIELD_AUTHORS,
    (enum field)PITH_DATELINE,
    (enum field)PITH_PLACE,
    (enum field)PITH_DATE,
    (enum field)PITH_MODIFIED,
    (enum field)PITH_LANGUAGE,
    (enum field)PITH_DIRECTION,
    (enum field)PITH_SITE,
    (enum field)PITH_URL,
    (enum field)PITH_DESCRIPTION,
    (enum field)PITH_IMAGE,
    (enum field)PITH_TYPE,
    (enum field)PITH_KIND,
    FIELD_TAGS,
    FIELD_WORD_COUNT,
    FIELD_CONFIDENCE,
    FIELD_EXCERPT,
    FIELD_TEXT,
    FIELD_COMMENTS,
};
const size_t field_n_defaults = N_OF(field_defaults);

/* Where the page came from, then its content. */
const enum field field_record_defaults[] = {
    FIELD_ID,
    (enum field)PITH_URL,
    FIELD_FETCHED,
    FIELD_STATUS,
    FIELD_CONTENT_TYPE,
    FIELD_DIGEST,
    FIELD_FILE,
    FIELD_OFFSET,
    FIELD_LENGTH,
    FIELD_CANONICAL,
    (enum field)PITH_HEADLINE,
    (enum field)PITH_STANDFIRST,
    (enum field)PITH_BYLINE,
    FIELD_AUTHORS,
    (enum field)PITH_DATELINE,
    (enum field)PITH_PLACE,
    (enum field)PITH_DATE,
    (enum field)PITH_MODIFIED,
    (enum field)PITH_LANGUAGE,
    (enum field)PITH_DIRECTION,
    (enum field)PITH_SITE,
    (enum field)PITH_DESCRIPTION,
    (enum field)PITH_IMAGE,
    (enum field)PITH_TYPE,
    (enum field)PITH_KIND,
    FIELD_TAGS,
    FIELD_WORD_COUNT,
    FIELD_CONFIDENCE,
    FIELD_EXCERPT,
    FIELD_TEXT,
    FIELD_COMMENTS,
};
const size_t field_n_record_defaults = N_OF(field_record_defaults);
const size_t field_n_record_own = 9;

const char *field_name(enum field field) {
    if ((unsigned)field < N_PAGE_FIELDS)
        return pith_field_name((enum pith_field)field);
    return own_names[field];
}

unsigned field_body_format(enum field field) {
    switch ((int)field) {
#define X(NAME, name, suffix, renderer, writer)                                                    \
    case FIELD_##NAME:                                                                             \
        return PITH_##NAME;
        BODY_FORMATS(X)
#undef X
    default:
        return 0;
    }
}

enum field field_body(enum output_format format) {
    switch ((int)format) {
#define X(NAME, name, suffix, renderer, writer)                                                    \
    case FORMAT_##NAME:                                                                            \
        return FIELD_##NAME;
        BODY_FORMATS(X)
#undef X
    default:
        return FIELD_TEXT;
    }
}

enum field field_find(const char *name, size_t len) {
    unsigned i = 0;
    while (i < N_FIELDS) {
        if (str_equals(str_of(field_name((enum field)i)), (struct str){name, len}))
            break;
        i++;
    }
    return (enum field)i;
}

static const char *null_if_empty(const char *text) {
    return text && *text ? text : NULL;
}

static const char *body(const struct result *result, enum pith_format format) {
    return result->is_empty ? "" : pith_article_body(result->article, format, NULL);
}

size_t field_word_count(const struct result *result) {
    char json[64]; /* {"word_count":113} */
    if (result->is_empty)
        return 0;
    pith_article_json(result->article, "word_count", json, sizeof json);
    const char *colon = strchr(json, ':');
    return colon ? strtoul(colon + 1, NULL, 10) : 0;
}

struct str field_excerpt(const struct result *result) {
    return excerpt_of(str_of(body(result, PITH_TEXT)));
}

/* What a crawl's record says; NULL for all other fields. */
static const char *record_text(const struct result_record *record, enum field field) {
    switch ((int)field) {
    case PITH_URL:
        return record->url;
    case FIELD_ID:
        return record->id;
    case FIELD_FETCHED:
        return record->fetched;
    case FIELD_CONTENT_TYPE:
        return record->content_type;
    case FIELD_DIGEST:
        return record->digest;
    default:
        return NULL;
    }
}

bool field_number(const struct result *result, enum field field, unsigned long long *out) {
    const struct result_record *record = result->record;
    if (!record)
        return false;
    *out = field == FIELD_STATUS   ? record->status
           : field == FIELD_OFFSET ? record->offset
           : field == FIELD_LENGTH ? record->length
                                   : 0;
    return *out > 0 || (field == FIELD_OFFSET && record->length > 0);
}

const char *field_own_text(const struct result *result, enum field field) {
    if (field == FIELD_FILE)
        return result->file;
    if (field == FIELD_CANONICAL)
        return result->article ? pith_article_field(result->article, PITH_URL) : NULL;
    return result->record ? record_text(result->record, field) : NULL;
}

const char *field_text(const struct result *result, enum field field) {
    const char *own = field_own_text(result, field);
    if (own)
        return own;
    if (field_body_format(field))
        return body(result, (enum pith_format)field_body_format(field));
    switch ((int)field) {
    case FIELD_CHARSET:
        return pith_article_charset(result->article);
    case FIELD_COMMENTS:
        return null_if_empty(pith_article_comments(result->article));
    default:
        return (unsigned)field < N_PAGE_FIELDS
                   ? pith_article_field(result->article, (enum pith_field)field)
                   : NULL;
    }
}

const char *field_source(const struct result *result, enum field field) {
    if (field == FIELD_AUTHORS)
        return pith_article_authors_source(result->article);
    if (field == FIELD_TAGS)
        return pith_article_tags_source(result->article);
    if (field == FIELD_TEXT)
        return pith_article_body_source(result->article);
    return pith_article_source(result->article, (enum pith_field)field);
}

bool field_certainty(const struct result *result, enum field field, double *out) {
    *out = field == FIELD_AUTHORS ? pith_article_authors_certainty(result->article)
                                  : pith_article_certainty(result->article, (enum pith_field)field);
    return *out > 0;
}

const char *field_item(const struct result *result, enum field field, size_t i) {
    if (field == FIELD_AUTHORS)
        return pith_article_author(result->article, i);
    return field == FIELD_TAGS ? pith_article_tag(result->article, i) : NULL;
}

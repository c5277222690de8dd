/*
 * Jobs into answers; see page.h.
 */
#include "program/worker/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "program/input/gzip.h"
#include "program/input/http.h"
#include "program/input/record.h"
#include "program/output/article.h"
#include "program/output/json.h"
#include "program/output/text.h"

bool page_worker_init(struct page_worker *worker, const struct options *options) {
    *worker = (struct page_worker){.options = options};
    arena_init(&worker->arena);
    return pith_context_new(&worker->context) == PITH_OK;
}

static void drop_article(struct page_worker *worker) {
    pith_article_free(worker->article);
    worker->article = NULL;
}

void page_worker_done(struct page_worker *worker) {
    drop_article(worker);
    pith_context_free(worker->context);
    arena_done(&worker->arena);
}

static struct answer trouble(const char *reason) {
    return (struct answer){.code = EXIT_TROUBLE, .reason = reason};
}

/* Has the library extract the page; NULL or the reason why not. */
static const char *extract(struct page_worker *worker, const struct pith_options *options,
                           struct str page, struct result *result) {
    drop_article(worker);
    enum pith_status status =
        pith_extract(worker->context, options, page.at ? page.at : "", page.len, &worker->article);
    if (status != PITH_OK)
        return pith_status_text(status);
    result->article = worker->article;
    result->is_empty = *pith_article_body(result->article, PITH_TEXT, NULL) == '\0' ||
                       pith_article_confidence(result->article) < worker->options->min_confidence;
    return NULL;
}

static struct answer answer_page(struct page_worker *worker, const struct job *job) {
    const struct options *options = worker->options;
    size_t max = options->page.max_input_bytes;
    struct str page = job->bytes;
    struct buffer inflated, out;
    buffer_init(&inflated, &worker->arena);
    buffer_init(&out, &worker->arena);
    if (gzip_is_gzip(page) && !job->is_cut) {
        if (!gzip_append_inflated(&inflated, page, GZIP_GZIP, max))
            return trouble("damaged gzip data");
        page = buffer_str(&inflated);
    }
    struct result result = {.file = job->file};
    const char *reason = extract(worker, &options->page, page, &result);
    if (reason)
        return trouble(reason);
    output_article(&out, &result, options);
    return (struct answer){.code = result.is_empty ? EXIT_NO_CONTENT : EXIT_BODY,
                           .output = buffer_str(&out)};
}

/* The fields that the record itself brings; its own word stands. */
static uint64_t fields_passed(const struct page_record *record) {
    uint64_t passed = 0;
    for (unsigned i = 0; i < N_FIELDS; i++) {
        if (record_passes(record, field_name((enum field)i)))
            passed |= (uint64_t)1 << i;
    }
    return passed;
}

static struct answer answer_record_error(struct page_worker *worker,
                                         const struct page_record *record, const char *reason) {
    struct buffer out;
    buffer_init(&out, &worker->arena);
    record_append_error(&out, record, reason);
    buffer_append_byte(&out, '\n');
    return (struct answer){EXIT_TROUBLE, buffer_str(&out), reason};
}

static struct answer answer_record(struct page_worker *worker, const struct job *job) {
    struct page_record record;
    struct result result = {0};
    struct pith_options options = worker->options->page;
    const char *reason = record_read(&worker->arena, job->bytes, job->is_cut, &record);
    if (!reason) {
        options.input = record.is_dump ? PITH_INPUT_DUMP : options.input;
        options.url = record.url ? record.url : options.url;
        options.charset = record.charset ? record.charset : options.charset;
        reason = extract(worker, &options, record.page, &result);
    }
    if (reason)
        return answer_record_error(worker, &record, reason);
    struct buffer out;
    buffer_init(&out, &worker->arena);
    buffer_append_byte(&out, '{');
    record_append_members(&out, &record);
    output_json_members(&out, &result, worker->options, fields_passed(&record));
    output_text(&out, "}\n");
    return (struct answer){EXIT_BODY, buffer_str(&out), NULL};
}

static void append_member(struct buffer *out, const char *key, struct str value) {
    if (!value.at)
        return;
    output_json_key(out, str_of(key));
    output_json_bytes(out, value);
}

static void append_warc_members(struct buffer *out, const struct warc_page *warc) {
    append_member(out, "id", warc->id);
    append_member(out, "url", warc->url);
    append_member(out, "fetched", warc->date);
    append_member(out, "status", warc->status);
}

static struct answer answer_warc_error(struct page_worker *worker, const struct warc_page *warc,
                                       const char *reason) {
    struct buffer out;
    buffer_init(&out, &worker->arena);
    buffer_append_byte(&out, '{');
    append_warc_members(&out, warc);
    append_member(&out, "error", str_of(reason));
    output_text(&out, "}\n");
    return (struct answer){EXIT_TROUBLE, buffer_str(&out), reason};
}

static bool is_ascii(struct str s) {
    for (size_t i = 0; i < s.len; i++) {
        if ((unsigned char)s.at[i] >= 0x80)
            return false;
    }
    return true;
}

/* What HTTP says of the charset holds but against bytes that are UTF-8 by their own witness:
 * servers that call all pages iso-8859-1 are common. That name means windows-1252 on the web. */
static const char *http_charset(struct arena *arena, const struct warc_page *warc) {
    struct str name = warc->charset;
    if (!name.at || (utf8_is_valid(warc->page) && !is_ascii(warc->page)))
        return NULL;
    if (str_equals_lower(name, STR("iso-8859-1")) || str_equals_lower(name, STR("us-ascii")) ||
        str_equals_lower(name, STR("latin1")))
        return "windows-1252";
    return arena_copy(arena, name).at;
}

static const char *extract_warc(struct page_worker *worker, const struct warc_page *warc,
                                struct result *result) {
    struct pith_options options = worker->options->page;
    if (warc->url.len)
        options.url = arena_copy(&worker->arena, warc->url).at;
    const char *charset = http_charset(&worker->arena, warc);
    if (charset) {
        options.charset = charset;
        const char *reason = extract(worker, &options, warc->page, result);
        if (reason != pith_status_text(PITH_ECHARSET))
            return reason;
        options.charset = NULL; /* a name that nobody knows says nothing */
    }
    return extract(worker, &options, warc->page, result);
}

/* Fields that a WARC record itself tells. */
static const uint64_t WARC_FIELDS = (uint64_t)1 << PITH_URL;

static struct answer answer_warc(struct page_worker *worker, const struct job *job) {
    struct warc_page warc;
    struct result result = {0};
    const char *reason = NULL;
    size_t max = worker->options->page.max_input_bytes;
    enum warc_outcome outcome = warc_read(&worker->arena, job->bytes, max, &warc, &reason);
    if (outcome == WARC_OTHER)
        return (struct answer){EXIT_BODY, STR_NONE, NULL};
    if (job->is_cut)
        reason = pith_status_text(PITH_ELIMIT);
    if (!reason)
        reason = extract_warc(worker, &warc, &result);
    if (reason)
        return answer_warc_error(worker, &warc, reason);
    struct buffer out;
    buffer_init(&out, &worker->arena);
    buffer_append_byte(&out, '{');
    append_warc_members(&out, &warc);
    output_json_members(&out, &result, worker->options, warc.url.at ? WARC_FIELDS : 0);
    output_text(&out, "}\n");
    return (struct answer){EXIT_BODY, buffer_str(&out), NULL};
}

struct answer page_worker_answer(struct page_worker *worker, const struct job *job) {
    arena_reset(&worker->arena, worker->options->page.max_memory_bytes);
    if (setjmp(worker->arena.escape) != 0)
        return page_worker_refuse(worker, job, pith_status_text(worker->arena.failure));
    switch (job->kind) {
    case JOB_JSON:
        return answer_record(worker, job);
    case JOB_WARC:
        return answer_warc(worker, job);
    default:
        return answer_page(worker, job);
    }
}

/* A record's id stands in its first bytes as a rule; more than these are not read for it, so that
 * the answer has memory even where the record had not enough. */
enum { ID_BYTES = 1 << 20 };

static struct answer refuse(struct page_worker *worker, const struct job *job, const char *reason) {
    struct page_record record;
    struct warc_page warc;
    const char *ignored;
    struct str head =
        str_between(job->bytes, 0, job->bytes.len < ID_BYTES ? job->bytes.len : ID_BYTES);
    if (job->kind == JOB_JSON) {
        record_read(&worker->arena, head, true, &record);
        return answer_record_error(worker, &record, reason);
    }
    if (job->kind == JOB_PAGE)
        return trouble(reason);
    warc_read(&worker->arena, head, 0, &warc, &ignored);
    return answer_warc_error(worker, &warc, reason);
}

/* Twice what a JSON text of ID_BYTES was seen to take at most when read: values of two bytes, or
 * strings of one escape sequence. */
static const size_t REFUSAL_MEMORY_BYTES = (size_t)128 << 20;

struct answer page_worker_refuse(struct page_worker *worker, const struct job *job,
                                 const char *reason) {
    arena_reset(&worker->arena, REFUSAL_MEMORY_BYTES);
    if (setjmp(worker->arena.escape) != 0)
        return trouble(reason);
    return refuse(worker, job, reason);
}

/*
 * Turns jobs into answers; see page.h.
 */
#include "program/worker/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "program/input/mail.h"
#include "program/input/record.h"
#include "program/input/unpack.h"
#include "program/input/warc_record.h"
#include "program/output/article.h"
#include "program/output/chunks.h"
#include "program/output/json.h"
#include "program/output/text.h"
#include "program/output/warc.h"
#include "program/worker/fault.h"

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

static struct fault status_fault(struct page_worker *worker, enum pith_status status,
                                 struct str page) {
    const struct fault_finder finder = {&worker->arena, worker->options, worker->context};
    return fault_of_status(&finder, status, page);
}

static struct answer error(const char *reason) {
    return (struct answer){.code = EXIT_ERROR, .reason = reason};
}

/* Calls the library to extract the page. */
static enum pith_status extract(struct page_worker *worker, const struct pith_options *options,
                                struct str page, struct result *result) {
    drop_article(worker);
    enum pith_status status =
        pith_extract(worker->context, options, page.at ? page.at : "", page.len, &worker->article);
    result->article = worker->article;
    if (status != PITH_OK)
        return status;
    result->is_empty = *pith_article_body(result->article, PITH_TEXT, NULL) == '\0' ||
                       pith_article_confidence(result->article) < worker->options->min_confidence;
    return status;
}

static bool is_media_type(struct str bytes, const char *media_type) {
    return str_equals(str_of(pith_sniff(bytes.at, bytes.len, NULL)), str_of(media_type));
}

/* brotli has no signature: bytes that are nothing else are tried as brotli. */
static void unpack_brotli(struct arena *arena, size_t max, struct str *page) {
    struct buffer out;
    buffer_init(&out, arena);
    if (codec_is_built_in(PACKING_BROTLI) && is_media_type(*page, "application/octet-stream") &&
        !unpack_append(&out, *page, PACKING_BROTLI, max))
        *page = buffer_str(&out);
}

/* The charset given by a server or email applies, unless the bytes prove to be UTF-8: servers that
 * call every page iso-8859-1 are common. On the web that name means windows-1252. NULL: none is
 * given. */
static const char *outer_charset(struct arena *arena, struct str name, struct str page) {
    bool is_ascii = true;
    for (size_t i = 0; i < page.len && is_ascii; i++)
        is_ascii = (unsigned char)page.at[i] < 0x80;
    bool is_utf8 = str_equals_lower(name, STR("utf-8")) || str_equals_lower(name, STR("utf8"));
    if (!name.at || is_utf8 || (!is_ascii && utf8_is_valid(page)))
        return NULL; /* UTF-8 is recognized anyway, and anything else has another charset */
    if (str_equals_lower(name, STR("iso-8859-1")) || str_equals_lower(name, STR("us-ascii")) ||
        str_equals_lower(name, STR("latin1")))
        return "windows-1252";
    return arena_copy(arena, name).at;
}

/* Extracts a page whose URL and charset may be given from outside. */
static enum pith_status extract_with(struct page_worker *worker, struct str page, struct str url,
                                     struct str charset, struct pith_options *options,
                                     struct result *result) {
    if (url.len)
        options->url = arena_copy(&worker->arena, url).at;
    const char *named = outer_charset(&worker->arena, charset, page);
    if (named && !options->charset) {
        options->charset = named;
        enum pith_status status = extract(worker, options, page, result);
        if (status != PITH_ECHARSET)
            return status;
        options->charset = NULL; /* an unknown name is ignored */
    }
    return extract(worker, options, page, result);
}

/* How far to look for a tag in a file. */
enum { TAG_BYTES = 64 << 10 };

/* Whether there is an end tag, a doctype or a comment. In UTF-16 they are not recognized here, but
 * such a page begins with a tag, or with a mark that plain text in other charsets does not have. */
static bool has_tags(struct str page) {
    size_t end = page.len < TAG_BYTES ? page.len : (size_t)TAG_BYTES;
    struct str head = str_between(page, 0, end);
    if (str_holds(head, STR("</")) || str_holds(head, STR("<!")))
        return true;
    return str_holds(head, STR("<\0/")) || str_holds(head, STR("\0<\0/"));
}

/* Why a file found in a directory is skipped; NULL for a page. */
static const char *find_reason_to_skip(struct page_worker *worker, const struct job *job,
                                       struct str page) {
    bool is_packed = codec_find(page) != PACKING_NONE;
    if (!job->is_found || (is_packed && !job->is_cut))
        return NULL;
    if (pith_sniff(page.at, page.len, NULL) && !is_media_type(page, "message/rfc822"))
        return status_fault(worker, PITH_ENOTPAGE, page).reason;
    return job->needs_tags && !has_tags(page) ? "text without tags, not a web page" : NULL;
}

/* Extracts a page from its compression and email message. With --keep-damaged, what could be
 * decompressed is extracted too, and the fault is still returned. */
static struct fault extract_file(struct page_worker *worker, const struct job *job,
                                 struct result *result) {
    struct pith_options options = worker->options->page;
    struct mail_page mail = {.page = job->bytes};
    struct fault fault = {.code = NULL};
    if (!job->is_cut) {
        size_t max = options.max_input_bytes;
        const char *reason = unpack_by_signature(&worker->arena, &mail.page, max);
        fault = fault_of("damaged", reason);
        if (reason && !worker->options->keep_damaged)
            return fault;
        unpack_brotli(&worker->arena, max, &mail.page);
    }
    const char *why_not = find_reason_to_skip(worker, job, mail.page);
    if (why_not)
        return (struct fault){"not_page", why_not, "application/octet-stream"};
    if (options.input == PITH_INPUT_AUTO && is_media_type(mail.page, "message/rfc822") &&
        !mail_find_page(&worker->arena, mail.page, &mail))
        return (struct fault){"not_page", "an email message without an HTML part, not a web page",
                              "message/rfc822"};
    enum pith_status status = extract_with(worker, mail.page, options.url ? STR_NONE : mail.url,
                                           mail.charset, &options, result);
    if (status != PITH_OK)
        return status_fault(worker, status, mail.page);
    return fault;
}

/* Describes a page of this kind; NULL for one with main content. */
static const char *describe_stub(const char *kind) {
    static const struct {
        const char *kind, *text;
    } stubs[] = {{"challenge", "no main content: a challenge or bot wall"},
                 {"consent", "no main content: a consent wall"},
                 {"login", "no main content: a login or subscription form"},
                 {"error", "no main content: an error page"},
                 {"parked", "no main content: a parked domain or default page"},
                 {"shell", "no main content: an empty page that a script would fill"},
                 {"redirect", "no main content: a redirect"},
                 {"empty", "no main content"}};
    for (size_t i = 0; i < N_OF(stubs); i++)
        if (strcmp(kind, stubs[i].kind) == 0)
            return stubs[i].text;
    return NULL;
}

/* The code of an answer without a fault. */
static int content_code(const struct result *result) {
    bool is_stub = describe_stub(pith_article_field(result->article, PITH_KIND)) != NULL;
    return result->is_empty || is_stub ? EXIT_NO_CONTENT : EXIT_BODY;
}

/* The fields that a record itself contains, whose values are kept. */
static uint64_t fields_passed(const struct page_record *record) {
    uint64_t passed = 0;
    for (unsigned i = 0; i < N_FIELDS; i++) {
        if (record_passes(record, field_name((enum field)i)))
            passed |= (uint64_t)1 << i;
    }
    return passed;
}

static void append_member(struct buffer *out, const char *key, const char *value) {
    if (!value)
        return;
    output_json_key(out, str_of(key));
    output_json_bytes(out, str_of(value));
}

static void append_fault(struct buffer *out, const struct fault *fault) {
    append_member(out, "error", fault->reason);
    append_member(out, "code", fault->code);
    append_member(out, "media_type", fault->media_type);
}

/* Appends one line per chunk, each with the record's own members and the chosen fields; `record` is
 * NULL for a page that is not in a JSON record, and `fault` if it is reported elsewhere. */
static void append_chunks(struct buffer *out, const struct result *result,
                          const struct options *options, const struct page_record *record,
                          const struct fault *fault) {
    uint64_t skipped = record ? fields_passed(record) : 0;
    for (unsigned i = 0; i < N_FIELDS; i++)
        if (field_body_format((enum field)i))
            skipped |= (uint64_t)1 << i;
    struct buffer shared;
    buffer_init(&shared, out->arena);
    buffer_append_byte(&shared, '{');
    if (record)
        record_append_members(&shared, record, output_is_chunk_member);
    output_json_members(&shared, result, options, skipped);
    if (fault)
        append_fault(&shared, fault);
    output_chunks(out, result, options, str_between(buffer_str(&shared), 1, shared.len));
}

/* Why a page counts as one without main content. */
static const char *no_content_reason(struct page_worker *worker, const struct result *result) {
    struct buffer reason;
    const char *stub = describe_stub(pith_article_field(result->article, PITH_KIND));
    if (stub || *pith_article_body(result->article, PITH_TEXT, NULL) == '\0')
        return stub ? stub : "no main content found";
    buffer_init(&reason, &worker->arena);
    output_text(&reason, "its confidence is ");
    output_json_confidence(&reason, result);
    output_text(&reason, ", less than --min-confidence");
    buffer_append_byte(&reason, '\0');
    return reason.data;
}

static struct answer answer_page(struct page_worker *worker, const struct job *job) {
    const struct options *options = worker->options;
    struct buffer out;
    struct result result = {.file = job->file};
    struct fault fault = extract_file(worker, job, &result);
    if (fault.media_type && job->is_found)
        return (struct answer){.code = ANSWER_SKIPPED, .reason = fault.reason};
    if (!result.article)
        return error(fault_advice(&(struct fault_finder){&worker->arena, options, NULL}, &fault));
    buffer_init(&out, &worker->arena);
    if (options->chunk_words)
        append_chunks(&out, &result, options, NULL, NULL);
    else
        output_article(&out, &result, options);
    int code = fault.code ? EXIT_ERROR : content_code(&result);
    if (code == EXIT_NO_CONTENT && options->verbose)
        fault.reason = no_content_reason(worker, &result);
    return (struct answer){code, buffer_str(&out), fault.reason};
}

/* ---- JSON records ---- */

static struct answer answer_record_error(struct page_worker *worker,
                                         const struct page_record *record,
                                         const struct fault *fault) {
    struct buffer out;
    buffer_init(&out, &worker->arena);
    record_append_id(&out, record);
    append_fault(&out, fault);
    output_text(&out, "}\n");
    return (struct answer){EXIT_ERROR, buffer_str(&out), fault->reason};
}

static struct fault extract_record(struct page_worker *worker, const struct page_record *record,
                                   struct result *result) {
    struct pith_options options = worker->options->page;
    options.input = record->is_dump ? PITH_INPUT_DUMP : options.input;
    options.url = record->url ? record->url : options.url;
    options.charset = record->charset ? record->charset : options.charset;
    enum pith_status status = extract(worker, &options, record->page, result);
    return status == PITH_OK ? fault_of(NULL, NULL) : status_fault(worker, status, record->page);
}

static struct answer answer_record(struct page_worker *worker, const struct job *job) {
    struct page_record record;
    struct result result = {0};
    const char *reason = record_read(&worker->arena, job->bytes, job->is_cut, &record);
    struct fault fault = fault_of(job->is_cut ? "limit" : "bad_record", reason);
    if (!reason)
        fault = extract_record(worker, &record, &result);
    if (fault.code)
        return answer_record_error(worker, &record, &fault);
    struct buffer out;
    buffer_init(&out, &worker->arena);
    if (worker->options->chunk_words) {
        append_chunks(&out, &result, worker->options, &record, NULL);
        return (struct answer){content_code(&result), buffer_str(&out), NULL};
    }
    buffer_append_byte(&out, '{');
    record_append_members(&out, &record, NULL);
    output_json_members(&out, &result, worker->options, fields_passed(&record));
    output_text(&out, "}\n");
    return (struct answer){content_code(&result), buffer_str(&out), NULL};
}

/* ---- Records of crawls ---- */

static const char *c_string(struct arena *arena, struct str s) {
    return s.len ? arena_copy(arena, s).at : NULL;
}

static void describe_record(struct arena *arena, const struct warc_page *warc,
                            const struct job *job, struct result_record *out) {
    *out = (struct result_record){.id = c_string(arena, warc->id),
                                  .url = c_string(arena, warc->url),
                                  .fetched = c_string(arena, warc->date),
                                  .content_type = c_string(arena, warc->content_type),
                                  .digest = c_string(arena, warc->digest),
                                  .status = warc->status,
                                  .offset = job->place_in_file.offset,
                                  .length = job->place_in_file.len};
}

static struct answer answer_warc_error(struct page_worker *worker, const struct result *result,
                                       const struct fault *fault) {
    struct buffer out;
    buffer_init(&out, &worker->arena);
    buffer_append_byte(&out, '{');
    output_json_record_members(&out, result);
    append_fault(&out, fault);
    output_text(&out, "}\n");
    return (struct answer){EXIT_ERROR, buffer_str(&out), fault->reason};
}

static struct fault extract_warc(struct page_worker *worker, const struct job *job,
                                 const struct warc_page *warc, const char *reason,
                                 struct result *result) {
    struct pith_options options = worker->options->page;
    struct fault fault = fault_of("damaged", reason);
    if (job->is_damaged)
        fault = fault_of("damaged", "the compressed data of the record is damaged");
    if (job->is_cut)
        return status_fault(worker, PITH_ELIMIT, job->bytes);
    if (fault.code && !worker->options->keep_damaged)
        return fault;
    if (warc->is_text)
        options.input = PITH_INPUT_DUMP;
    enum pith_status status =
        extract_with(worker, warc->page, warc->url, warc->charset, &options, result);
    return status == PITH_OK ? fault : status_fault(worker, status, warc->page);
}

/* --warc-out has no place for a fault, which is reported on standard error. */
static struct answer answer_conversion(struct page_worker *worker, const struct result *result,
                                       const struct fault *fault) {
    struct buffer out;
    buffer_init(&out, &worker->arena);
    if (result->article && !result->is_empty)
        output_warc_conversion(&out, result);
    int code = fault->code ? EXIT_ERROR : content_code(result);
    return (struct answer){code, out.len > 0 ? buffer_str(&out) : STR_NONE, fault->reason};
}

static struct answer answer_warc(struct page_worker *worker, const struct job *job) {
    struct warc_page warc;
    struct result_record record;
    struct result result = {.file = job->file, .record = &record};
    const char *reason;
    enum warc_outcome outcome =
        warc_read(&worker->arena, job->bytes, worker->options, &warc, &reason);
    if (outcome == WARC_OTHER)
        return (struct answer){ANSWER_SKIPPED, STR_NONE, NULL};
    describe_record(&worker->arena, &warc, job, &record);
    struct fault fault = extract_warc(worker, job, &warc, reason, &result);
    if (worker->options->warc_out)
        return answer_conversion(worker, &result, &fault);
    if (!result.article)
        return answer_warc_error(worker, &result, &fault);
    struct buffer out;
    buffer_init(&out, &worker->arena);
    if (worker->options->chunk_words) {
        append_chunks(&out, &result, worker->options, NULL, &fault);
    } else {
        buffer_append_byte(&out, '{');
        output_json_members(&out, &result, worker->options, 0);
        append_fault(&out, &fault);
        output_text(&out, "}\n");
    }
    int code = fault.code ? EXIT_ERROR : content_code(&result);
    return (struct answer){code, buffer_str(&out), fault.reason};
}

/* A record's id is usually in its first bytes. No more than this is read to find it, so that there
 * is memory for the answer even if there was not enough for the record. */
enum { ID_BYTES = 1 << 20 };

/* Only what identifies the record is read: this may be done by the pool, which has neither the
 * sandbox nor the time limit of a worker. */
static struct answer refuse(struct page_worker *worker, const struct job *job, const char *code,
                            const char *reason) {
    struct page_record record;
    struct warc_page warc;
    struct result_record described;
    struct result result = {.file = job->file, .record = &described};
    struct fault fault = fault_of(code, reason);
    struct str head =
        str_between(job->bytes, 0, job->bytes.len < ID_BYTES ? job->bytes.len : ID_BYTES);
    if (job->kind == JOB_JSON) {
        record_read(&worker->arena, head, true, &record);
        return answer_record_error(worker, &record, &fault);
    }
    if (job->kind == JOB_PAGE)
        return error(reason);
    if (worker->options->warc_out)
        return error(reason);
    warc_describe(&worker->arena, head, &warc);
    describe_record(&worker->arena, &warc, job, &described);
    return answer_warc_error(worker, &result, &fault);
}

/* Answers a job for which the worker's own memory or time was not enough. */
static struct answer refuse_failed(struct page_worker *worker, const struct job *job,
                                   enum pith_status failure) {
    arena_reset(&worker->arena, REFUSAL_MEMORY_BYTES);
    if (setjmp(worker->arena.escape) != 0)
        return error(pith_status_text(failure));
    struct fault fault = status_fault(worker, failure, STR_NONE);
    return refuse(worker, job, fault.code, fault.reason);
}

struct answer page_worker_answer(struct page_worker *worker, const struct job *job) {
    arena_reset(&worker->arena, worker->options->page.max_memory_bytes);
    arena_limit_time(&worker->arena, worker->options->page.max_seconds);
    if (setjmp(worker->arena.escape) != 0)
        return refuse_failed(worker, job, worker->arena.failure);
    switch (job->kind) {
    case JOB_JSON:
        return answer_record(worker, job);
    case JOB_WARC:
        return answer_warc(worker, job);
    default:
        return answer_page(worker, job);
    }
}

struct answer page_worker_refuse(struct page_worker *worker, const struct job *job,
                                 const char *code, const char *reason) {
    arena_reset(&worker->arena, REFUSAL_MEMORY_BYTES);
    if (setjmp(worker->arena.escape) != 0)
        return error(reason);
    return refuse(worker, job, code, reason);
}

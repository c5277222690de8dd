/*
 * Measures how time and memory grow with the size of a page, for shapes of hostile pages and each
 * format.
 *
 * usage: hostile [BYTES] [MAX_SECONDS]
 *
 * Each shape is read at an eighth, a quarter, half and all of BYTES (default 1 MiB), with the
 * default limits. Prints one row per shape, with columns separated by tabs: seconds of processor
 * time at full size, in each format; the largest exponent of time as a power of the page's size,
 * from a quarter of the size to all of it; the most memory per byte of the page; the shape. A page
 * that exceeds the memory limit is marked "refused", which is no failure; its time until then
 * counts. Exits with 1 if an exponent is above 1.15, or a page takes more than MAX_SECONDS (default
 * 5).
 *
 * Other work on the machine takes turns in its caches, and makes some runs up to twice as slow: a
 * shape that seems bad is read up to five times, and the least time of each page counts. (Counted
 * in instructions, no shape has an exponent above 1.01.)
 */
#define _DEFAULT_SOURCE /* clock_gettime */

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hostile_shapes.h"
#include "pith.h"

enum {
    N_SIZES = 4,
    MAX_READINGS = 5,
    N_SHAPES = sizeof SHAPES / sizeof *SHAPES,
    HEAD_BYTES = 16 /* the allocator keeps the size before each allocation */
};

static const double MAX_EXPONENT = 1.15;

/* Shorter times are mostly noise: only longer ones are used for an exponent. */
static const double MIN_SECONDS = 0.02;

static const struct form {
    const char *name;
    unsigned formats, flags;
} FORMS[] = {
    {"text", PITH_TEXT, PITH_KEEP_LINKS | PITH_KEEP_COMMENTS},
    {"markdown", PITH_MARKDOWN, PITH_KEEP_IMAGES},
    {"html", PITH_HTML, PITH_KEEP_IMAGES},
    {"json", PITH_TEXT, PITH_BLOCKS},
    {"explain", PITH_TEXT, PITH_EXPLAIN},
};

enum { N_FORMS = sizeof FORMS / sizeof *FORMS };

/* -- Memory ------------------------------------------------------------------------------ */

struct meter {
    size_t held, most;
};

static void *allocate(void *data, size_t size) {
    struct meter *meter = data;
    char *memory = malloc(size + HEAD_BYTES);
    if (!memory)
        return NULL;
    memcpy(memory, &size, sizeof size);
    meter->held += size;
    meter->most = meter->held > meter->most ? meter->held : meter->most;
    return memory + HEAD_BYTES;
}

static void release(void *data, void *memory) {
    struct meter *meter = data;
    size_t size;
    if (!memory)
        return;
    memcpy(&size, (char *)memory - HEAD_BYTES, sizeof size);
    meter->held -= size;
    free((char *)memory - HEAD_BYTES);
}

/* -- Pages ------------------------------------------------------------------------------- */

struct page {
    char *at;
    size_t len, cap;
};

static void append(struct page *page, const char *bytes, size_t len) {
    if (page->cap - page->len < len) {
        page->cap = page->cap * 2 + len;
        page->at = realloc(page->at, page->cap);
        if (!page->at)
            abort();
    }
    memcpy(page->at + page->len, bytes, len);
    page->len += len;
}

/* Replaces "#" with the number, except in "'#", which begins an address within the page. */
static void append_piece(struct page *page, const char *piece, size_t number) {
    char digits[24];
    int n_digits = snprintf(digits, sizeof digits, "%zu", number);
    for (const char *p = piece; *p; p++) {
        if (*p == '#' && !(p > piece && p[-1] == '\''))
            append(page, digits, (size_t)n_digits);
        else
            append(page, p, 1);
    }
}

static void build(const struct shape *shape, size_t len, struct page *out) {
    out->len = 0;
    append(out, shape->before, strlen(shape->before));
    for (size_t i = 0; out->len < len; i++)
        append_piece(out, shape->piece, i);
    append(out, shape->after, strlen(shape->after));
}

/* -- Measuring --------------------------------------------------------------------------- */

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

struct sample {
    double seconds, bytes_per_byte;
    enum pith_status status;
};

static void use(const struct pith_article *article, const struct form *form) {
    size_t len = strcmp(form->name, "json") == 0 ? pith_article_json(article, NULL, NULL, 0) : 0;
    char *json = len ? malloc(len + 1) : NULL;
    if (json)
        pith_article_json(article, NULL, json, len + 1);
    free(json);
}

static struct sample measure(const struct page *page, const struct form *form) {
    struct meter meter = {0};
    struct pith_allocator allocator = {allocate, release, &meter};
    struct pith_context *context;
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article;
    struct sample sample = {.status = pith_context_new_with(&allocator, &context)};
    if (sample.status != PITH_OK)
        return sample;
    options.formats = form->formats;
    options.flags = form->flags;
    options.max_input_bytes = page->len;
    double begin = now();
    sample.status = pith_extract(context, &options, page->at, page->len, &article);
    if (article)
        use(article, form);
    sample.seconds = now() - begin;
    sample.bytes_per_byte = (double)meter.most / (double)page->len;
    pith_article_free(article);
    pith_context_free(context);
    return sample;
}

/* -- Reporting --------------------------------------------------------------------------- */

struct row {
    struct sample samples[N_FORMS][N_SIZES]; /* smallest first */
    double exponent, bytes_per_byte, seconds;
};

/* The exponent of time over the last two doublings of the page's size, without samples that were
 * too short or refused. */
static double exponent_of(const struct sample *samples) {
    int first = 0, last = N_SIZES - 1;
    while (last > first && samples[last].status != PITH_OK)
        last--;
    while (first < last && (samples[first].seconds < MIN_SECONDS || first < last - 2))
        first++;
    if (last - first < 1)
        return 0;
    return log2(samples[last].seconds / samples[first].seconds) / (last - first);
}

/* Reads a shape at all sizes in all formats; with `again`, keeps the times in *row that are less.
 */
static void measure_shape(const struct shape *shape, size_t bytes, struct page *page, bool again,
                          struct row *row) {
    row->exponent = row->bytes_per_byte = row->seconds = 0;
    for (int size = 0; size < N_SIZES; size++) {
        build(shape, bytes >> (N_SIZES - 1 - size), page);
        for (int form = 0; form < N_FORMS; form++) {
            struct sample *sample = &row->samples[form][size];
            double before = again ? sample->seconds : INFINITY;
            *sample = measure(page, &FORMS[form]);
            sample->seconds = fmin(sample->seconds, before);
            if (sample->status == PITH_OK)
                row->bytes_per_byte = fmax(row->bytes_per_byte, sample->bytes_per_byte);
            row->seconds = fmax(row->seconds, sample->seconds);
        }
    }
    for (int form = 0; form < N_FORMS; form++)
        row->exponent = fmax(row->exponent, exponent_of(row->samples[form]));
}

static const char *status_name(enum pith_status status) {
    return status == PITH_OK ? "" : status == PITH_ELIMIT ? " refused" : " failed";
}

static void print_row(const struct shape *shape, const struct row *row) {
    for (int form = 0; form < N_FORMS; form++) {
        const struct sample *full = &row->samples[form][N_SIZES - 1];
        printf("%.3f%s\t", full->seconds, status_name(full->status));
    }
    printf("%.2f\t%.0f\t%s%s%s\n", row->exponent, row->bytes_per_byte, shape->before, shape->piece,
           shape->after);
    fflush(stdout);
}

/* Whether a row is within the promised bounds. */
static bool is_good(const struct row *row, double max_seconds) {
    return row->exponent <= MAX_EXPONENT && row->seconds <= max_seconds;
}

int main(int argc, char **argv) {
    size_t bytes = argc > 1 ? strtoull(argv[1], NULL, 10) : (size_t)1 << 20;
    double max_seconds = argc > 2 ? atof(argv[2]) : 5;
    struct page page = {0};
    struct row row;
    int n_bad = 0;
    for (int form = 0; form < N_FORMS; form++)
        printf("%s\t", FORMS[form].name);
    printf("exponent\tmemory\tshape\n");
    for (int i = 0; i < N_SHAPES; i++) {
        measure_shape(&SHAPES[i], bytes, &page, false, &row);
        for (int n = 1; n < MAX_READINGS && !is_good(&row, max_seconds); n++)
            measure_shape(&SHAPES[i], bytes, &page, true, &row);
        n_bad += !is_good(&row, max_seconds);
        print_row(&SHAPES[i], &row);
    }
    free(page.at);
    printf("%d shapes of %zu bytes, %d bad\n", N_SHAPES, bytes, n_bad);
    return n_bad > 0;
}

/*
 * Measures how time and memory grow with the size of a page, for shapes of hostile pages and each
 * format.
 *
 * usage: hostile [BYTES] [MAX_SECONDS]
 *
 * Each shape is read at BYTES (default 1 MiB), half of that, and so on to a 64th, with the default
 * limits of memory. Prints one row per shape, with columns separated by tabs: seconds of processor
 * time at full size, in each format; the largest exponent of time as a power of the page's size,
 * over an eightfold size; the most memory per byte of the page; the shape. A page that exceeds the
 * memory limit is marked "refused", which is no failure: its time until then counts, and the
 * exponent is that up to the largest page that is not. At the end come the worst shapes of each
 * format. Exits with 1 if an exponent is above 1.15, or a page takes more than MAX_SECONDS (default
 * 5).
 *
 * Other work on the machine takes turns in its caches, and makes some runs up to twice as slow: a
 * shape that seems bad in a format is read up to nine times in it, and the least time of each page
 * counts. (Counted in instructions, no shape has an exponent above 1.01.)
 */
#define _DEFAULT_SOURCE /* clock_gettime */

#include <malloc.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hostile_shapes.h"
#include "pith.h"

enum {
    N_SIZES = 7,
    N_DOUBLINGS = 3, /* that an exponent spans, at most */
    MAX_READINGS = 9,
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
    options.max_seconds = (double)INFINITY; /* of wall time, which passes on a busy machine too */
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

/* A shape in one format. */
struct result {
    struct sample samples[N_SIZES]; /* smallest first */
    double exponent, bytes_per_byte, seconds;
};

/* The exponent of time over the last doublings of the page's size, without samples that were too
 * short or refused; 0 if fewer than two are left. */
static double exponent_of(const struct sample *samples) {
    int first = 0, last = N_SIZES - 1;
    while (last > first && samples[last].status != PITH_OK)
        last--;
    while (first < last && (samples[first].seconds < MIN_SECONDS || first < last - N_DOUBLINGS))
        first++;
    if (last - first < 1)
        return 0;
    return log2(samples[last].seconds / samples[first].seconds) / (last - first);
}

/* Sets what follows from the samples. */
static void summarize(struct result *result) {
    result->bytes_per_byte = result->seconds = 0;
    for (int size = 0; size < N_SIZES; size++) {
        const struct sample *sample = &result->samples[size];
        if (sample->status == PITH_OK)
            result->bytes_per_byte = fmax(result->bytes_per_byte, sample->bytes_per_byte);
        result->seconds = fmax(result->seconds, sample->seconds);
    }
    result->exponent = exponent_of(result->samples);
}

/* Whether a result is within the promised bounds. */
static bool is_good(const struct result *result, double max_seconds) {
    return result->exponent <= MAX_EXPONENT && result->seconds <= max_seconds;
}

/* Reads a page of each size in those formats whose results are not good; keeps the lesser times. */
static void measure_shape(const struct shape *shape, size_t bytes, double max_seconds,
                          struct page *page, struct result *results) {
    bool is_wanted[N_FORMS];
    for (int form = 0; form < N_FORMS; form++)
        is_wanted[form] = !is_good(&results[form], max_seconds);
    for (int size = 0; size < N_SIZES; size++) {
        build(shape, bytes >> (N_SIZES - 1 - size), page);
        for (int form = 0; form < N_FORMS; form++) {
            struct sample *sample = &results[form].samples[size];
            double before = sample->seconds;
            if (!is_wanted[form])
                continue;
            *sample = measure(page, &FORMS[form]);
            sample->seconds = fmin(sample->seconds, before);
        }
    }
    for (int form = 0; form < N_FORMS; form++)
        summarize(&results[form]);
}

/* Reads a shape in all formats, and again as long as a result is bad. Returns whether all are
 * good. */
static bool measure_often(const struct shape *shape, size_t bytes, double max_seconds,
                          struct page *page, struct result *results) {
    for (int form = 0; form < N_FORMS; form++) {
        results[form].seconds = INFINITY;
        for (int size = 0; size < N_SIZES; size++)
            results[form].samples[size].seconds = INFINITY;
    }
    bool are_good = false;
    for (int n = 0; n < MAX_READINGS && !are_good; n++) {
        measure_shape(shape, bytes, max_seconds, page, results);
        are_good = true;
        for (int form = 0; form < N_FORMS; form++)
            are_good = are_good && is_good(&results[form], max_seconds);
    }
    return are_good;
}

static const char *status_name(enum pith_status status) {
    return status == PITH_OK ? "" : status == PITH_ELIMIT ? " refused" : " failed";
}

static void print_shape(const struct shape *shape) {
    printf("%s%s%s\n", shape->before, shape->piece, shape->after);
}

static void print_row(const struct shape *shape, const struct result *results) {
    double exponent = 0, bytes_per_byte = 0;
    for (int form = 0; form < N_FORMS; form++) {
        const struct sample *full = &results[form].samples[N_SIZES - 1];
        printf("%.3f%s\t", full->seconds, status_name(full->status));
        exponent = fmax(exponent, results[form].exponent);
        bytes_per_byte = fmax(bytes_per_byte, results[form].bytes_per_byte);
    }
    printf("%.2f\t%.0f\t", exponent, bytes_per_byte);
    print_shape(shape);
    fflush(stdout);
}

/* Prints the worst of all shapes in a format. */
static void print_worst(int form, struct result results[][N_FORMS]) {
    int exponent = 0, seconds = 0, memory = 0, n = 0;
    for (int i = 0; i < N_SHAPES; i++) {
        n += results[i][form].exponent > 0;
        if (results[i][form].exponent > results[exponent][form].exponent)
            exponent = i;
        if (results[i][form].seconds > results[seconds][form].seconds)
            seconds = i;
        if (results[i][form].bytes_per_byte > results[memory][form].bytes_per_byte)
            memory = i;
    }
    printf("%s: exponent of %d shapes, at most %.2f, of ", FORMS[form].name, n,
           results[exponent][form].exponent);
    print_shape(&SHAPES[exponent]);
    printf("%s: at most %.2f s, for ", FORMS[form].name, results[seconds][form].seconds);
    print_shape(&SHAPES[seconds]);
    printf("%s: at most %.0f bytes per byte, for ", FORMS[form].name,
           results[memory][form].bytes_per_byte);
    print_shape(&SHAPES[memory]);
}

int main(int argc, char **argv) {
    static struct result results[N_SHAPES][N_FORMS];
    size_t bytes = argc > 1 ? strtoull(argv[1], NULL, 10) : (size_t)1 << 20;
    double max_seconds = argc > 2 ? atof(argv[2]) : 5;
    struct page page = {0};
    int n_bad = 0;
    mallopt(M_MMAP_MAX, 0); /* Keep memory from page to page: getting it from the kernel takes */
    mallopt(M_TRIM_THRESHOLD, -1); /* longer the more there is, and longest on a busy machine. */
    for (int form = 0; form < N_FORMS; form++)
        printf("%s\t", FORMS[form].name);
    printf("exponent\tmemory\tshape\n");
    for (int i = 0; i < N_SHAPES; i++) {
        n_bad += !measure_often(&SHAPES[i], bytes, max_seconds, &page, results[i]);
        print_row(&SHAPES[i], results[i]);
    }
    for (int form = 0; form < N_FORMS; form++)
        print_worst(form, results);
    free(page.at);
    printf("%d shapes of %zu bytes, %d bad\n", N_SHAPES, bytes, n_bad);
    return n_bad > 0;
}

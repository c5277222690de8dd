/*
 * Compares the time of the whole extraction of a page with that of Gumbo's parsing alone.
 *
 * In one process, page by page and in turn: stock gumbo_parse and gumbo_destroy_output with default
 * options, then pith_extract of the same bytes. Processor time is measured, so that other work on
 * the machine matters little; the ratio is comparable between machines.
 *
 * usage: speed [ROUNDS] <LIST, a list of files, compressed or not, one per line
 *
 * Prints a line for each of the two, the ratio of their times in each round, a table of the stages
 * whose rows add up to the whole, the ten slowest pages by time per byte (each page's fastest
 * round), and last "ratio R", for the sum of all times. Columns are separated by tabs.
 */
#define _DEFAULT_SOURCE /* clock_gettime */

#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "html/charset.h"
#include "html/prescan.h"
#include "metadata/read.h"
#include "page/block.h"
#include "pith.h"
#include "score/score.h"
#include "train/page_file.h"

enum { MAX_ROUNDS = 100, DEFAULT_ROUNDS = 5, N_SLOWEST = 10 };

enum stage {
    STAGE_DECODE,
    STAGE_SCAN,
    STAGE_PARSE,
    STAGE_CUT,
    STAGE_SCORE,
    STAGE_METADATA,
    N_STAGES /* the rest selects and renders */
};

static const char *const STAGE_NAMES[N_STAGES] = {"decode", "scan",  "parse",
                                                  "cut",    "score", "metadata"};

enum side { STOCK, PITH, N_SIDES };

static const char *const SIDE_NAMES[N_SIDES] = {"stock", "pith "};

struct page_time {
    char *file;
    size_t len;
    double seconds[N_SIDES]; /* of its fastest round */
};

struct bench {
    struct pith_context *context;
    struct arena arena;
    int n_rounds;
    double seconds[N_SIDES][MAX_ROUNDS];
    double stages[N_STAGES];
    struct page_time *pages;
    size_t n_pages, cap_pages, n_refused;
    double bytes;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Glibc puts off sorting what is freed until the next large request. Stock Gumbo frees some ten
 * thousand pieces per page; without this, pith's only request would pay for them (a fifth of its
 * time). */
static void settle_heap(void) {
    void *volatile large = malloc((size_t)64 << 10);
    free(large);
}

static double time_stock(struct str page) {
    double begin = now();
    GumboOutput *tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.at, page.len);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
    double seconds = now() - begin;
    settle_heap();
    return seconds;
}

/* Negative if the page is refused. */
static double time_pith(struct pith_context *context, struct str page) {
    struct pith_article *article;
    double begin = now();
    enum pith_status status = pith_extract(context, NULL, page.at, page.len, &article);
    double seconds = now() - begin;
    pith_article_free(article);
    return status == PITH_OK ? seconds : -1;
}

/* The stages up to the metadata; the rest of the whole selects and renders. */
static void time_stages(struct bench *bench, struct str bytes) {
    static const struct pith_options defaults = PITH_OPTIONS_INIT;
    struct arena *arena = &bench->arena;
    struct block_page page = {.arena = arena};
    struct prescan scan;
    struct score score;
    struct metadata metadata;
    struct charset_decoded decoded;
    double times[N_STAGES + 1];
    arena_reset(arena, defaults.max_memory_bytes);
    if (setjmp(arena->escape))
        return;
    times[STAGE_DECODE] = now();
    charset_decode(arena, bytes, NULL, &decoded);
    times[STAGE_SCAN] = now();
    prescan_page(arena, decoded.text,
                 (struct prescan_limits){defaults.max_depth, defaults.max_attributes, NULL}, &scan);
    times[STAGE_PARSE] = now();
    dom_parse(arena, &scan, &page.dom);
    page.json_ld = scan.json_ld;
    page.n_json_ld = scan.n_json_ld;
    times[STAGE_CUT] = now();
    block_cut(&page);
    times[STAGE_SCORE] = now();
    score_blocks(&page, &MODEL_HTML, &score);
    times[STAGE_METADATA] = now();
    metadata_read(&page, score.final, STR_NONE, &metadata);
    times[N_STAGES] = now();
    for (int i = 0; i < N_STAGES; i++)
        bench->stages[i] += times[i + 1] - times[i];
}

static struct page_time *add_page(struct bench *bench, const char *file, size_t len) {
    if (bench->n_pages == bench->cap_pages) {
        bench->cap_pages = bench->cap_pages ? bench->cap_pages * 2 : 1024;
        bench->pages = realloc(bench->pages, bench->cap_pages * sizeof *bench->pages);
        if (!bench->pages)
            exit(2);
    }
    struct page_time *page = &bench->pages[bench->n_pages++];
    *page = (struct page_time){.file = strdup(file), .len = len};
    return page;
}

static void note(struct bench *bench, struct page_time *page, enum side side, int round,
                 double seconds) {
    bench->seconds[side][round] += seconds;
    if (round == 0 || seconds < page->seconds[side])
        page->seconds[side] = seconds;
}

static void time_page(struct bench *bench, const char *file, struct str page) {
    if (time_pith(bench->context, page) < 0) { /* this also warms up the caches */
        bench->n_refused++;
        return;
    }
    struct page_time *times = add_page(bench, file, page.len);
    for (int round = 0; round < bench->n_rounds; round++) {
        note(bench, times, STOCK, round, time_stock(page));
        note(bench, times, PITH, round, time_pith(bench->context, page));
    }
    time_stock(page); /* as before each whole extraction, so that the caches are equally cold */
    time_stages(bench, page);
    bench->bytes += (double)page.len;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double sum(const double *x, int n) {
    double total = 0;
    for (int i = 0; i < n; i++)
        total += x[i];
    return total;
}

static void print_side(struct bench *bench, enum side side) {
    double seconds = sum(bench->seconds[side], bench->n_rounds) / bench->n_rounds;
    size_t n = bench->n_pages;
    double *each = malloc(n * sizeof *each);
    if (!each)
        exit(2);
    for (size_t i = 0; i < n; i++)
        each[i] = bench->pages[i].seconds[side];
    qsort(each, n, sizeof *each, by_size);
    printf("%s  %.1f MB/s  %.0f pages/s  a page in ms: p50 %.3f p99 %.3f\n", SIDE_NAMES[side],
           bench->bytes / seconds / 1e6, (double)n / seconds, each[n / 2] * 1e3,
           each[n * 99 / 100] * 1e3);
    free(each);
}

static void print_spread(const struct bench *bench) {
    double ratios[MAX_ROUNDS];
    int n = bench->n_rounds;
    for (int i = 0; i < n; i++)
        ratios[i] = bench->seconds[PITH][i] / bench->seconds[STOCK][i];
    qsort(ratios, (size_t)n, sizeof *ratios, by_size);
    printf("ratio by round: median %.3f, %.3f to %.3f in %d rounds\n", ratios[n / 2], ratios[0],
           ratios[n - 1], n);
}

static void print_stage(const char *name, double seconds, double pith, double stock, size_t n) {
    printf("%-18s%9.3f%9.3f%13.1f\n", name, seconds / stock, seconds / pith,
           seconds / (double)n * 1e6);
}

static void print_stages(const struct bench *bench) {
    double stock = sum(bench->seconds[STOCK], bench->n_rounds) / bench->n_rounds;
    double pith = sum(bench->seconds[PITH], bench->n_rounds) / bench->n_rounds;
    double rest = pith;
    puts("stage              of stock  of pith  us per page");
    for (int i = 0; i < N_STAGES; i++) {
        print_stage(STAGE_NAMES[i], bench->stages[i], pith, stock, bench->n_pages);
        rest -= bench->stages[i];
    }
    print_stage("select to render", rest, pith, stock, bench->n_pages);
    print_stage("all", pith, pith, stock, bench->n_pages);
}

static double per_byte(const struct page_time *page) {
    return page->seconds[PITH] / (double)page->len;
}

static int by_time_per_byte_down(const void *a, const void *b) {
    double x = per_byte(a), y = per_byte(b);
    return (x < y) - (x > y);
}

/* The constant cost of a call, some 20 us, would distort small pages. */
enum { SLOWEST_MIN_BYTES = 10000 };

static void print_slowest(struct bench *bench) {
    int n = 0;
    qsort(bench->pages, bench->n_pages, sizeof *bench->pages, by_time_per_byte_down);
    printf("ns per byte       ms  of stock  slowest pages of %d bytes or more\n",
           SLOWEST_MIN_BYTES);
    for (size_t i = 0; i < bench->n_pages && n < N_SLOWEST; i++) {
        const struct page_time *page = &bench->pages[i];
        if (page->len < SLOWEST_MIN_BYTES)
            continue;
        printf("%11.1f%9.3f%10.3f  %s\n", per_byte(page) * 1e9, page->seconds[PITH] * 1e3,
               page->seconds[PITH] / page->seconds[STOCK], page->file);
        n++;
    }
}

static void report(struct bench *bench) {
    printf("%zu pages, %.1f MB, mean %.0f KB; %zu refused\n", bench->n_pages, bench->bytes / 1e6,
           bench->bytes / (double)bench->n_pages / 1e3, bench->n_refused);
    print_side(bench, STOCK);
    print_side(bench, PITH);
    print_spread(bench);
    print_stages(bench);
    print_slowest(bench);
    printf("ratio %.3f\n", sum(bench->seconds[PITH], bench->n_rounds) /
                               sum(bench->seconds[STOCK], bench->n_rounds));
}

int main(int argc, char **argv) {
    static struct bench bench;
    char file[4096];
    bench.n_rounds = argc > 1 ? atoi(argv[1]) : DEFAULT_ROUNDS;
    if (bench.n_rounds < 1 || bench.n_rounds > MAX_ROUNDS)
        bench.n_rounds = DEFAULT_ROUNDS;
    if (pith_context_new(&bench.context) != PITH_OK)
        return 2;
    arena_init(&bench.arena);
    while (scanf(" %4095[^\n]", file) == 1) {
        size_t len;
        char *bytes = page_file_read(file, &len);
        time_page(&bench, file, (struct str){bytes, len});
        free(bytes);
    }
    if (bench.n_pages == 0) {
        fputs("speed: no pages\n", stderr);
        return 2;
    }
    report(&bench);
    arena_done(&bench.arena);
    pith_context_free(bench.context);
    return 0;
}

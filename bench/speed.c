/*
 * How long the whole extraction of a page takes against Gumbo's parsing of it alone.
 *
 * In one process, page by page and turn by turn: stock gumbo_parse and gumbo_destroy_output with
 * default options, then pith_extract of the same bytes. Processor time is taken, so that what
 * else runs on the machine counts little; the ratio is what can be compared between machines.
 *
 * usage: speed [ROUNDS] <LIST, with a list of files, packed or not, one a line
 *
 * Prints a line for each of the two, the ratio of their times in each round, the shares of the
 * stages, and last "ratio R", by the sum of all times.
 */
#define _DEFAULT_SOURCE /* clock_gettime */

#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "html/charset.h"
#include "html/prescan.h"
#include "metadata/read.h"
#include "page/block.h"
#include "pith.h"
#include "score/score.h"
#include "train/page_file.h"

enum { MAX_ROUNDS = 100, DEFAULT_ROUNDS = 5 };

enum stage {
    STAGE_DECODE,
    STAGE_SCAN,
    STAGE_PARSE,
    STAGE_CUT,
    STAGE_SCORE,
    STAGE_METADATA,
    N_STAGES
};

static const char *const STAGE_NAMES[N_STAGES] = {"decode", "scan",  "parse",
                                                  "cut",    "score", "metadata"};

enum side { STOCK, PITH, N_SIDES };

static const char *const SIDE_NAMES[N_SIDES] = {"stock", "pith "};

struct bench {
    struct pith_context *context;
    struct arena arena;
    int n_rounds;
    double seconds[N_SIDES][MAX_ROUNDS];
    double stages[N_STAGES];
    double *page_seconds[N_SIDES]; /* each page's least */
    size_t n_pages, cap_pages, n_refused;
    double bytes;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double time_stock(struct str page) {
    double begin = now();
    GumboOutput *tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.at, page.len);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
    return now() - begin;
}

/* Negative where the page is refused. */
static double time_pith(struct pith_context *context, struct str page) {
    struct pith_article *article;
    double begin = now();
    enum pith_status status = pith_extract(context, NULL, page.at, page.len, &article);
    double seconds = now() - begin;
    pith_article_free(article);
    return status == PITH_OK ? seconds : -1;
}

/* The stages up to the metadata; what selects and renders is the rest of the whole. */
static void time_stages(struct bench *bench, struct str bytes) {
    static const struct pith_options defaults = PITH_OPTIONS_INIT;
    struct arena *arena = &bench->arena;
    struct block_page page = {.arena = arena};
    struct prescan scan;
    struct score score;
    struct metadata metadata;
    struct str text;
    double times[N_STAGES + 1];
    arena_reset(arena, defaults.max_memory_bytes);
    if (setjmp(arena->escape))
        return;
    times[STAGE_DECODE] = now();
    charset_decode(arena, bytes, NULL, &text);
    times[STAGE_SCAN] = now();
    prescan_page(arena, text, (struct prescan_limits){defaults.max_depth, defaults.max_attributes},
                 &scan);
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

static void make_room(struct bench *bench) {
    if (bench->n_pages < bench->cap_pages)
        return;
    bench->cap_pages = bench->cap_pages ? bench->cap_pages * 2 : 1024;
    for (int i = 0; i < N_SIDES; i++) {
        bench->page_seconds[i] = realloc(bench->page_seconds[i], bench->cap_pages * sizeof(double));
        if (!bench->page_seconds[i])
            exit(2);
    }
}

static void note(struct bench *bench, enum side side, int round, double seconds) {
    double *least = &bench->page_seconds[side][bench->n_pages];
    bench->seconds[side][round] += seconds;
    if (round == 0 || seconds < *least)
        *least = seconds;
}

static void time_page(struct bench *bench, struct str page) {
    if (time_pith(bench->context, page) < 0) { /* this also warms the caches */
        bench->n_refused++;
        return;
    }
    make_room(bench);
    for (int round = 0; round < bench->n_rounds; round++) {
        note(bench, STOCK, round, time_stock(page));
        note(bench, PITH, round, time_pith(bench->context, page));
    }
    time_stages(bench, page);
    bench->n_pages++;
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
    double *each = bench->page_seconds[side];
    size_t n = bench->n_pages;
    qsort(each, n, sizeof *each, by_size);
    printf("%s  %.1f MB/s  %.0f pages/s  a page in ms: p50 %.3f p99 %.3f\n", SIDE_NAMES[side],
           bench->bytes / seconds / 1e6, (double)n / seconds, each[n / 2] * 1e3,
           each[n * 99 / 100] * 1e3);
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

static void print_stages(const struct bench *bench) {
    double stock = sum(bench->seconds[STOCK], bench->n_rounds) / bench->n_rounds;
    double pith = sum(bench->seconds[PITH], bench->n_rounds) / bench->n_rounds;
    double rest = pith;
    printf("of stock's time:");
    for (int i = 0; i < N_STAGES; i++) {
        rest -= bench->stages[i];
        printf(" %s %.3f,", STAGE_NAMES[i], bench->stages[i] / stock);
    }
    printf(" select to render %.3f\n", rest / stock);
    printf("of pith's time: scorer %.3f\n", bench->stages[STAGE_SCORE] / pith);
    printf("metadata %.3f of pith's time, %.3f of what it takes without\n",
           bench->stages[STAGE_METADATA] / pith,
           bench->stages[STAGE_METADATA] / (pith - bench->stages[STAGE_METADATA]));
}

static void report(struct bench *bench) {
    printf("%zu pages, %.1f MB, mean %.0f KB; %zu refused\n", bench->n_pages, bench->bytes / 1e6,
           bench->bytes / (double)bench->n_pages / 1e3, bench->n_refused);
    print_side(bench, STOCK);
    print_side(bench, PITH);
    print_spread(bench);
    print_stages(bench);
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
        time_page(&bench, (struct str){bytes, len});
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

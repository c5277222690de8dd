/*
 * dump_lines names|rows <LIST: extracts the features of the lines of dumps for the trainer
 * (dump_lines.py).
 *
 * LIST has the file name of one dump per line. Written to standard output for each dump: u32 n, u32
 * columns, n rows of floats (dump_features.h), then for each line the u32 length and bytes of its
 * text, and the u32 length and bytes of its dates, separated by spaces. `dump_lines names` prints
 * the version and the column names, one per line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "metadata/date/date.h"
#include "metadata/dump/dump_features.h"
#include "metadata/read.h"
#include "page_file.h"
#include "pith_context.h"
#include "score/score.h"

static void put_number(size_t n) {
    uint32_t number = (uint32_t)n;
    fwrite(&number, sizeof number, 1, stdout);
}

static void put_string(struct str s) {
    put_number(s.len);
    if (s.len)
        fwrite(s.at, 1, s.len, stdout);
}

/* Up to three days found in the text. */
static struct str find_days(const struct gathering *g, struct str text) {
    struct buffer out;
    buffer_init(&out, g->arena);
    for (int n = 0; n < 3; n++) {
        struct date date;
        struct date_span span;
        if (!date_find(g->arena, text, g->hints, &date, &span) || date.day == 0)
            break;
        struct str day = date_format(g->arena, &date);
        buffer_append(&out, str_between(day, 0, 10));
        buffer_append_byte(&out, ' ');
        text = str_between(text, span.end, text.len);
    }
    return buffer_str(&out);
}

static void put_page(struct block_page *page) {
    struct score score;
    struct gathering *g = arena_alloc_zero(page->arena, 1, sizeof *g);
    struct dump_measures measures;
    score_blocks(page, &MODEL_DUMP, &score);
    metadata_prepare(g, page, score.final, STR_NONE);
    dump_features_measure(g, &measures);
    put_number(measures.n);
    put_number(DUMP_FEATURE_N);
    fwrite(measures.rows, sizeof *measures.rows, measures.n * DUMP_FEATURE_N, stdout);
    for (size_t i = 0; i < measures.n; i++) {
        struct str text = page->blocks[measures.blocks[i]].text;
        put_string(text);
        put_string(find_days(g, text));
    }
}

static void do_page(struct arena *arena, const struct pith_options *options, const char *file) {
    size_t len;
    char *bytes = page_file_read(file, &len);
    struct block_page page;
    arena_reset(arena, options->max_memory_bytes);
    if (setjmp(arena->escape) != 0 ||
        pith_parse(arena, options, NULL, (struct str){bytes, len}, &page) != PITH_OK) {
        fprintf(stderr, "dump_lines: %s: cannot be read as a dump\n", file);
        exit(2);
    }
    put_page(&page);
    free(bytes);
}

int main(int argc, char **argv) {
    struct pith_options options = PITH_OPTIONS_INIT;
    struct arena arena;
    char line[4096];
    options.input = PITH_INPUT_DUMP;
    if (argc == 2 && strcmp(argv[1], "names") == 0) {
        printf("%d\n", DUMP_FEATURE_VERSION);
        for (int i = 0; i < DUMP_FEATURE_N; i++)
            puts(dump_feature_name((enum dump_feature)i));
        return 0;
    }
    arena_init(&arena);
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        do_page(&arena, &options, line);
    }
    arena_done(&arena);
    return fflush(stdout) == 0 ? 0 : 2;
}

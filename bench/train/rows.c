/*
 * rows MODE [--dump] [--model FILE] <LIST: pages into rows of numbers for the trainer.
 *
 * LIST has one page per line (".gz" is unpacked). What is written to standard output for each page:
 *   texts    u32 n, then each block's u32 length, u32 words and bytes
 *   tokens   u32 n, then each block's u32 n and that many pairs u32 (hash, range)
 *   words    u32 n, then each block's u32 n and that many u32 hashes
 *   block    u32 n, u32 columns, n rows of floats (feature.h), with the tokens of the model
 *   neighborhood  the same of neighborhood.h, with the model's tokens and first stage
 *   scores   the same of two columns: first stage and final score
 *   decisions  u32 n, float best expected F1, u32 length and bytes of the page's declared type
 *            ("news" for declared news), then for each block: float final score, u32 whether it
 *            is kept, u32 length and bytes of the rule that overrode the score
 * `rows names` prints the columns of block, an empty line, and those of neighborhood.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "metadata/read.h"
#include "model_file.h"
#include "page/token.h"
#include "page_file.h"
#include "pith_context.h"
#include "score/expected_f1.h"
#include "score/feature.h"
#include "score/neighborhood.h"
#include "score/score.h"
#include "select/select.h"

static void put_number(uint32_t n) {
    fwrite(&n, sizeof n, 1, stdout);
}

static void put_rows(const float *rows, size_t n, size_t width) {
    put_number((uint32_t)n);
    put_number((uint32_t)width);
    fwrite(rows, sizeof *rows, n * width, stdout);
}

static void put_texts(const struct block_page *page) {
    put_number((uint32_t)page->n_blocks);
    for (size_t i = 0; i < page->n_blocks; i++) {
        put_number((uint32_t)page->blocks[i].text.len);
        put_number(page->blocks[i].counts.n_words);
        fwrite(page->blocks[i].text.at, 1, page->blocks[i].text.len, stdout);
    }
}

/* The tokens of a container's elements, as far as they contain blocks. */
struct container_list {
    uint32_t *hashes;
    size_t n, cap;
};

static struct container_list *list_tokens(const struct block_page *page,
                                          const struct containers *containers) {
    struct container_list *lists =
        arena_alloc_zero(page->arena, containers->n_containers, sizeof *lists);
    for (size_t i = 0; i < page->dom.n_nodes; i++) {
        uint32_t hashes[TOKEN_MAX];
        if (page->dom.nodes[i].kind != DOM_ELEMENT || containers->of_node[i] == CONTAINER_NONE)
            continue;
        struct container_list *list = &lists[containers->of_node[i]];
        size_t n = token_read(&page->dom.nodes[i], hashes);
        for (size_t k = 0; k < n; k++)
            ARENA_PUSH(page->arena, list->hashes, list->n, list->cap) = hashes[k];
    }
    return lists;
}

static int range_at(int step) {
    return step == 0 ? MODEL_OWN : step <= 2 ? MODEL_NEAR : MODEL_FAR;
}

static void put_block_tokens(const struct containers *containers,
                             const struct container_list *lists, uint32_t k) {
    size_t n = 0;
    for (uint32_t b = k;; b = containers->containers[b].parent) {
        n += lists[b].n;
        if (b == 0)
            break;
    }
    put_number((uint32_t)n);
    for (int step = 0;; step++, k = containers->containers[k].parent) {
        for (size_t i = 0; i < lists[k].n; i++) {
            put_number(lists[k].hashes[i]);
            put_number((uint32_t)range_at(step));
        }
        if (k == 0)
            break;
    }
}

static void put_tokens(const struct block_page *page) {
    struct containers containers;
    containers_build(page, &containers);
    struct container_list *lists = list_tokens(page, &containers);
    put_number((uint32_t)page->n_blocks);
    for (size_t i = 0; i < page->n_blocks; i++)
        put_block_tokens(&containers, lists, containers.of_block[i]);
}

static void put_words(const struct block_page *page) {
    uint32_t hashes[256]; /* as many as feature_text.c reads */
    put_number((uint32_t)page->n_blocks);
    for (size_t i = 0; i < page->n_blocks; i++) {
        size_t n = feature_words(page->blocks[i].text, hashes, sizeof hashes / sizeof *hashes);
        put_number((uint32_t)n);
        fwrite(hashes, sizeof *hashes, n, stdout);
    }
}

static void put_block_rows(const struct block_page *page, const struct model *model) {
    struct containers containers;
    containers_build(page, &containers);
    put_rows(feature_measure(page, &containers, model), page->n_blocks, FEATURE_N);
}

static void put_neighborhood_rows(const struct block_page *page, const struct score *score) {
    const float *features = feature_measure(page, &score->containers, score->model);
    put_rows(neighborhood_measure(page, &score->containers, features, score->block), page->n_blocks,
             NEIGHBORHOOD_N);
}

static void put_scores(const struct block_page *page, const struct score *score) {
    put_number((uint32_t)page->n_blocks);
    put_number(2);
    for (size_t i = 0; i < page->n_blocks; i++) {
        float pair[2] = {score->block[i], score->final[i]};
        fwrite(pair, sizeof pair, 1, stdout);
    }
}

static void put_string(struct str s) {
    put_number((uint32_t)s.len);
    if (s.len)
        fwrite(s.at, 1, s.len, stdout);
}

static void put_decisions(const struct block_page *page, const struct score *score) {
    struct metadata metadata = {0};
    struct selection selection;
    metadata_read(page, score->final, STR_NONE, &metadata);
    select_blocks(page, score, &metadata, 0, &selection);
    float best_f1 = expected_f1_best(page, score->final).f1;
    put_number((uint32_t)page->n_blocks);
    fwrite(&best_f1, sizeof best_f1, 1, stdout);
    put_string(metadata.is_news ? STR("news") : metadata.fields[PITH_TYPE].text);
    for (size_t i = 0; i < page->n_blocks; i++) {
        fwrite(&score->final[i], sizeof(float), 1, stdout);
        put_number(selection.kept[i]);
        put_string(str_of(selection.rule[i]));
    }
}

static void put_page(const char *mode, const struct block_page *page, const struct model *model) {
    struct score score;
    if (strcmp(mode, "texts") == 0)
        put_texts(page);
    else if (strcmp(mode, "tokens") == 0)
        put_tokens(page);
    else if (strcmp(mode, "words") == 0)
        put_words(page);
    else if (strcmp(mode, "block") == 0)
        put_block_rows(page, model);
    else if (!model)
        exit(2);
    else {
        score_blocks(page, model, &score);
        if (strcmp(mode, "neighborhood") == 0)
            put_neighborhood_rows(page, &score);
        else if (strcmp(mode, "decisions") == 0)
            put_decisions(page, &score);
        else
            put_scores(page, &score);
    }
}

static int print_names(void) {
    for (int i = 0; i < FEATURE_N; i++)
        puts(feature_name((enum feature)i));
    puts("");
    for (int i = 0; i < NEIGHBORHOOD_N; i++)
        puts(neighborhood_name((enum neighborhood)i));
    printf("\n%d\n%d\n", FEATURE_VERSION, NEIGHBORHOOD_VERSION);
    return 0;
}

static void do_page(const char *mode, struct arena *arena, const struct pith_options *options,
                    const struct model *model, const char *file) {
    size_t len;
    char *bytes = page_file_read(file, &len);
    struct block_page page;
    arena_reset(arena, options->max_memory_bytes);
    if (setjmp(arena->escape) == 0 &&
        pith_parse(arena, options, NULL, (struct str){bytes, len}, &page) == PITH_OK) {
        put_page(mode, &page, model);
    } else {
        fprintf(stderr, "rows: %s: cannot be read as a page\n", file);
        exit(2);
    }
    free(bytes);
}

int main(int argc, char **argv) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.input = PITH_INPUT_HTML;
    const struct model *model = NULL;
    if (argc < 2)
        return 2;
    if (strcmp(argv[1], "names") == 0)
        return print_names();
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--dump") == 0)
            options.input = PITH_INPUT_DUMP;
        else if (strcmp(argv[i], "--model") == 0 && i + 1 < argc)
            model = model_file_load(argv[++i]);
    }
    struct arena arena;
    arena_init(&arena);
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        do_page(argv[1], &arena, &options, model, line);
    }
    arena_done(&arena);
    return fflush(stdout) == 0 ? 0 : 2;
}

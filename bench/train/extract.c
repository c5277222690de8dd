/*
 * extract --html MODEL --dump MODEL [--input dump] [--bias X] <LIST: runs pages through all of pith
 * with models from files.
 *
 * LIST has one line "PAGE<tab>OUT" per page; OUT becomes a JSON object of text, headline, authors,
 * date and confidence, for a scorer.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"
#include "model_file.h"
#include "page_file.h"
#include "pith_context.h"

static void put_string(FILE *out, struct arena *arena, const char *s) {
    struct buffer json;
    arena_reset(arena, SIZE_MAX);
    buffer_init(&json, arena);
    json_append_string(&json, (struct str){s, strlen(s)});
    fwrite(json.data, 1, json.len, out);
}

static void put_article(FILE *out, struct arena *arena, const struct pith_article *article) {
    static const enum pith_field FIELDS[] = {PITH_HEADLINE, PITH_DATE, PITH_BYLINE};
    fprintf(out, "{\"confidence\":%.6f,\"text\":", pith_article_confidence(article));
    put_string(out, arena, pith_article_body(article, PITH_TEXT, NULL));
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        const char *value = pith_article_field(article, FIELDS[i]);
        if (!value)
            continue;
        fprintf(out, ",\"%s\":", pith_field_name(FIELDS[i]));
        put_string(out, arena, value);
    }
    fputs(",\"authors\":[", out);
    for (size_t i = 0; pith_article_author(article, i); i++) {
        if (i)
            fputc(',', out);
        put_string(out, arena, pith_article_author(article, i));
    }
    fputs("]}\n", out);
}

static void do_page(struct pith_context *context, const struct pith_options *options,
                    struct arena *arena, const char *file, const char *to) {
    size_t len;
    char *bytes = page_file_read(file, &len);
    struct pith_article *article;
    enum pith_status status = pith_extract(context, options, bytes, len, &article);
    FILE *out = fopen(to, "w");
    if (status != PITH_OK || !out) {
        fprintf(stderr, "extract: %s: %s\n", file, pith_status_text(status));
        exit(2);
    }
    put_article(out, arena, article);
    if (fclose(out) != 0)
        exit(2);
    pith_article_free(article);
    free(bytes);
}

int main(int argc, char **argv) {
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_context *context;
    if (pith_context_new(&context) != PITH_OK)
        return 2;
    options.input = PITH_INPUT_HTML;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--html") == 0)
            context->html = model_file_load(argv[i + 1]);
        else if (strcmp(argv[i], "--dump") == 0)
            context->dump = model_file_load(argv[i + 1]);
        else if (strcmp(argv[i], "--bias") == 0)
            options.precision_bias = strtod(argv[i + 1], NULL);
        else if (strcmp(argv[i], "--input") == 0 && strcmp(argv[i + 1], "dump") == 0)
            options.input = PITH_INPUT_DUMP;
    }
    struct arena arena;
    arena_init(&arena);
    char line[8192];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        char *tab = strchr(line, '\t');
        if (!tab)
            return 2;
        *tab = '\0';
        do_page(context, &options, &arena, line, tab + 1);
    }
    arena_done(&arena);
    pith_context_free(context);
    return 0;
}

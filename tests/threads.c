/*
 * Eight threads, each with its own context, extract the same pages at once and read articles that
 * they share; each must get the result of a single thread. Built with the thread sanitizer.
 *
 * usage: threads PAGE...
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pith.h"

enum { N_THREADS = 8 };

struct page {
    char *text;
    size_t len;
    struct pith_article *alone; /* the result of a single thread */
};

struct job {
    pthread_t thread;
    const struct page *pages;
    size_t n_pages;
    size_t first; /* where this thread begins, so that all are at different pages */
    size_t n_different;
};

static void require(int holds, const char *what) {
    if (!holds) {
        fprintf(stderr, "threads: %s\n", what);
        exit(2);
    }
}

static struct pith_article *extract(struct pith_context *context, const struct page *page) {
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article;
    options.formats = PITH_MARKDOWN | PITH_HTML;
    options.flags = PITH_KEEP_LINKS | PITH_EXPLAIN;
    require(pith_extract(context, &options, page->text, page->len, &article) == PITH_OK, "extract");
    return article;
}

static int is_equal(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static int has_same_blocks(const struct pith_article *a, const struct pith_article *b) {
    const struct pith_block *x, *y;
    for (size_t i = 0;; i++) {
        x = pith_article_block(a, i);
        y = pith_article_block(b, i);
        if (!x || !y)
            return x == y;
        if (!is_equal(x->path, y->path) || !is_equal(x->reasons, y->reasons) || x->kept != y->kept)
            return 0;
    }
}

static int is_same(const struct pith_article *a, const struct pith_article *b) {
    static const enum pith_format formats[] = {PITH_TEXT, PITH_MARKDOWN, PITH_HTML};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (!is_equal(pith_article_body(a, formats[i], NULL),
                      pith_article_body(b, formats[i], NULL)))
            return 0;
    for (int i = 0; pith_field_name((enum pith_field)i); i++)
        if (!is_equal(pith_article_field(a, (enum pith_field)i),
                      pith_article_field(b, (enum pith_field)i)))
            return 0;
    return has_same_blocks(a, b);
}

static void *run(void *data) {
    struct job *job = data;
    struct pith_context *context;
    require(pith_context_new(&context) == PITH_OK, "context");
    for (size_t i = 0; i < job->n_pages; i++) {
        const struct page *page = &job->pages[(job->first + i) % job->n_pages];
        struct pith_article *article = extract(context, page);
        job->n_different += !is_same(article, page->alone);
        pith_article_free(article);
    }
    pith_context_free(context);
    return NULL;
}

static void read_page(const char *name, struct page *page) {
    FILE *file = fopen(name, "rb");
    require(file && fseek(file, 0, SEEK_END) == 0, name);
    long len = ftell(file);
    rewind(file);
    page->len = (size_t)len;
    page->text = malloc(page->len + 1);
    require(page->text && fread(page->text, 1, page->len, file) == page->len, name);
    fclose(file);
}

int main(int argc, char **argv) {
    size_t n_pages = (size_t)argc - 1;
    struct page *pages = calloc(n_pages + 1, sizeof *pages);
    struct job jobs[N_THREADS] = {0};
    struct pith_context *context;
    size_t n_different = 0;
    require(pages && pith_context_new(&context) == PITH_OK, "no memory");
    for (size_t i = 0; i < n_pages; i++) {
        read_page(argv[i + 1], &pages[i]);
        pages[i].alone = extract(context, &pages[i]);
    }
    pith_context_free(context);
    for (size_t i = 0; i < N_THREADS; i++) {
        jobs[i].pages = pages;
        jobs[i].n_pages = n_pages;
        jobs[i].first = i * n_pages / N_THREADS;
        require(pthread_create(&jobs[i].thread, NULL, run, &jobs[i]) == 0, "thread");
    }
    for (size_t i = 0; i < N_THREADS; i++) {
        require(pthread_join(jobs[i].thread, NULL) == 0, "join");
        n_different += jobs[i].n_different;
    }
    for (size_t i = 0; i < n_pages; i++) {
        free(pages[i].text);
        pith_article_free(pages[i].alone);
    }
    free(pages);
    printf("threads: %d threads, %zu pages each, %zu different\n", N_THREADS, n_pages, n_different);
    return n_different > 0;
}

/*
 * Any bytes as a page that the caller has parsed with Gumbo. Pages on which Gumbo aborts are
 * skipped, since that is the caller's problem.
 */
#include <setjmp.h>

#include "base/arena.h"
#include "fuzz.h"

DEFINE_TAG_MUTATOR

static jmp_buf given_up;

/* Replaces the C library's function, for Gumbo's assertions. */
_Noreturn void __assert_fail(const char *condition, const char *file, unsigned line,
                             const char *function) __attribute__((visibility("default")));

_Noreturn void __assert_fail(const char *condition, const char *file, unsigned line,
                             const char *function) {
    (void)condition, (void)file, (void)line, (void)function;
    longjmp(given_up, 1);
}

static void *allocate(void *arena, size_t len) {
    return arena_alloc(arena, len);
}

static void deallocate(void *arena, void *p) {
    (void)arena, (void)p;
}

static GumboOutput *parse(struct arena *arena, const uint8_t *data, size_t len) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = arena;
    options.max_errors = 0;
    arena_reset(arena, (size_t)1 << 30);
    if (setjmp(given_up) || setjmp(arena->escape))
        return NULL;
    return gumbo_parse_with_options(&options, (const char *)data, len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct pith_context *context;
    static struct arena arena;
    struct pith_options options = fuzz_options();
    struct pith_article *article;
    if (!context) {
        REQUIRE(pith_context_new(&context) == PITH_OK);
        arena_init(&arena);
    }
    if (!utf8_is_valid((struct str){(const char *)data, len}))
        return 0;
    options.formats = PITH_MARKDOWN | PITH_HTML;
    options.flags = PITH_KEEP_LINKS | PITH_KEEP_IMAGES | PITH_KEEP_COMMENTS;
    GumboOutput *tree = parse(&arena, data, len);
    if (!tree)
        return 0;
    enum pith_status status = pith_extract_gumbo(context, &options, tree, &article);
    REQUIRE(status == PITH_OK || status == PITH_ELIMIT);
    if (article)
        check_article(article);
    pith_article_free(article);
    return 0;
}

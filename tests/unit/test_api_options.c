/*
 * Options: the ends of each range, sizes of other versions, errors that quote a selector, and what
 * min_certainty drops.
 */
#include "api_page.h"

#include <math.h>
#include <stdbool.h>

enum { MAX_SIZE = 4096 };

static const size_t MIN_SIZE = offsetof(struct pith_options, precision_bias) + sizeof(double);

/* Options of that size, with one byte set in what no version knows yet. */
static enum pith_status check_size(struct pith_context *context, size_t size, size_t set_at) {
    static union {
        struct pith_options options;
        char bytes[2 * MAX_SIZE];
    } given;
    memset(&given, 0, sizeof given);
    given.options.size = size;
    if (set_at)
        given.bytes[set_at] = 1;
    return pith_options_check(context, &given.options);
}

static void sizes_have_ends(void **state) {
    static const size_t known = sizeof(struct pith_options);
    assert_int_equal(check_size(*state, MIN_SIZE - 1, 0), PITH_EINVAL);
    assert_int_equal(check_size(*state, MIN_SIZE, 0), PITH_OK);
    assert_int_equal(check_size(*state, known, 0), PITH_OK);
    assert_int_equal(check_size(*state, MAX_SIZE, 0), PITH_OK);
    assert_int_equal(check_size(*state, MAX_SIZE + 1, 0), PITH_EINVAL);
    assert_int_equal(check_size(*state, known, known), PITH_OK); /* past its end */
    assert_int_equal(check_size(*state, known + 1, known), PITH_EINVAL);
    assert_int_equal(check_size(*state, known + 1, known + 1), PITH_OK);
    assert_int_equal(check_size(*state, MAX_SIZE, MAX_SIZE - 1), PITH_EINVAL);
    assert_int_equal(check_size(*state, MAX_SIZE, MAX_SIZE), PITH_OK);
}

static void initialization_writes_the_size_that_is_given(void **state) {
    struct pith_options small[2], known = PITH_OPTIONS_INIT;
    char large[MAX_SIZE];
    (void)state;
    for (size_t size = sizeof known.size; size <= sizeof known; size++) {
        memset(small, 0x55, sizeof small);
        pith_options_init(small, size);
        known.size = size;
        assert_memory_equal(small, &known, size);
        assert_int_equal(((char *)small)[size], 0x55);
    }
    memset(large, 0x55, sizeof large);
    pith_options_init((struct pith_options *)(void *)large, 1000);
    for (size_t i = sizeof known; i < 1001; i++)
        assert_int_equal(large[i], i < 1000 ? 0 : 0x55);
}

#define STATUS_WITH(field, value)                                                                  \
    (options = (struct pith_options)PITH_OPTIONS_INIT, options.field = (value),                    \
     pith_options_check(*state, &options))

static void ranges_have_ends(void **state) {
    struct pith_options options;
    assert_int_equal(STATUS_WITH(min_certainty, 0), PITH_OK);
    assert_int_equal(STATUS_WITH(min_certainty, 1), PITH_OK);
    assert_int_equal(STATUS_WITH(min_certainty, -0.001), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(min_certainty, 1.001), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(min_certainty, (double)NAN), PITH_EINVAL);
    assert_string_equal(pith_context_error(*state), "options.min_certainty is not between 0 and 1");
    assert_int_equal(STATUS_WITH(max_seconds, (double)INFINITY), PITH_OK);
    assert_int_equal(STATUS_WITH(max_seconds, 0), PITH_OK);
    assert_int_equal(STATUS_WITH(max_seconds, 1e-9), PITH_OK);
    assert_int_equal(STATUS_WITH(max_seconds, -1e-9), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(max_seconds, (double)NAN), PITH_EINVAL);
    assert_string_equal(pith_context_error(*state),
                        "options.max_seconds is negative or not a number");
    for (unsigned bit = 1; bit <= 4; bit <<= 1)
        assert_int_equal(STATUS_WITH(formats, bit), PITH_OK);
    assert_int_equal(STATUS_WITH(formats, 8), PITH_EINVAL);
    for (unsigned bit = 1; bit <= 1u << 15; bit <<= 1)
        assert_int_equal(STATUS_WITH(flags, bit) == PITH_OK, bit <= (unsigned)PITH_LISTS);
    assert_int_equal(STATUS_WITH(input, PITH_INPUT_HTML), PITH_OK);
    assert_int_equal(STATUS_WITH(input, (enum pith_input)(PITH_INPUT_DUMP + 1)), PITH_EINVAL);
}

/* Zero is the default of each limit, and no other. */
static void zeros_are_defaults_one_by_one(void **state) {
    struct pith_options options;
    assert_int_equal(STATUS_WITH(max_input_bytes, 0), PITH_OK);
    struct pith_article *article = NULL;
    static const char page[] = "<p>The ferry runs again from Monday, six times a day.";
    struct {
        size_t max_input_bytes, max_memory_bytes;
        enum pith_status status;
    } cases[] = {{0, 0, PITH_OK},
                 {sizeof page - 1, 0, PITH_OK},
                 {sizeof page - 2, 0, PITH_ELIMIT},
                 {0, 1, PITH_ELIMIT}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        options = (struct pith_options){.size = sizeof options,
                                        .max_input_bytes = cases[i].max_input_bytes,
                                        .max_memory_bytes = cases[i].max_memory_bytes};
        assert_int_equal(pith_extract(*state, &options, page, sizeof page - 1, &article),
                         cases[i].status);
        pith_article_free(article);
    }
    options = (struct pith_options){.size = sizeof options, .max_seconds = 1e-9};
    assert_int_equal(pith_extract(*state, &options, PAGE, PAGE_LEN, &article), PITH_ETIMEOUT);
    assert_string_equal(pith_context_error(*state), "the page took too long");
}

/* Each call begins without the error of the one before. */
static void errors_are_those_of_the_last_call(void **state) {
    struct pith_options options;
    struct pith_article *article;
    for (int way = 0; way < 2; way++) {
        assert_int_equal(STATUS_WITH(min_certainty, 2), PITH_EINVAL);
        assert_string_not_equal(pith_context_error(*state), "");
        if (way == 0)
            assert_int_equal(STATUS_WITH(min_certainty, 0), PITH_OK);
        else
            assert_int_equal(pith_extract(*state, NULL, PAGE, PAGE_LEN, &article), PITH_OK);
        assert_string_equal(pith_context_error(*state), "");
    }
    pith_article_free(article);
}

/* At most 40 bytes of a selector are quoted, from the fault on. */
static void faults_in_selectors_are_quoted(void **state) {
    struct pith_options options;
    assert_int_equal(STATUS_WITH(drop, "p >"), PITH_EINVAL);
    assert_string_equal(pith_context_error(*state),
                        "options.drop: expected a tag, .class, #id or [attribute] at its end");
    for (int len = 39; len <= 41; len++) {
        char selector[64], error[128];
        snprintf(selector, sizeof selector, "p:%0*d", len - 1, 0);
        snprintf(error, sizeof error, "options.keep: pseudo-classes are not supported at ':%0*d'",
                 (len < 40 ? len : 40) - 1, 0);
        assert_int_equal(STATUS_WITH(keep, selector), PITH_EINVAL);
        assert_string_equal(pith_context_error(*state), error);
    }
}

/* Headline, date and authors are dropped if they are less certain; other fields never. */
static void certainty_has_a_least(void **state) {
    static const char page[] =
        "<html lang=en><head><title>Ferry runs again</title><meta name=author content='Ann Holt'>"
        "<meta property=article:published_time content=2024-05-01>"
        "<meta property=og:site_name content='The Ferry Post'></head><body><h1>Ferry runs "
        "again</h1><p>The ferry between the two islands will run again from Monday.</p>";
    static const enum pith_field FIELDS[] = {PITH_HEADLINE, PITH_DATE};
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *all = extract(*state, NULL, page);
    double authors = pith_article_authors_certainty(all);
    assert_true(authors > 0 && authors < 1);
    for (int above = 0; above < 2; above++) {
        options.min_certainty = above ? nextafter(authors, 1) : authors;
        struct pith_article *article = extract(*state, &options, page);
        assert_int_equal(pith_article_author(article, 0) != NULL, !above);
        assert_int_equal(pith_article_authors_source(article) != NULL, !above);
        pith_article_free(article);
        for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
            double certainty = pith_article_certainty(all, FIELDS[i]);
            assert_true(certainty > 0 && certainty < 1);
            options.min_certainty = above ? nextafter(certainty, 1) : certainty;
            article = extract(*state, &options, page);
            assert_int_equal(pith_article_field(article, FIELDS[i]) != NULL, !above);
            assert_int_equal(pith_article_source(article, FIELDS[i]) != NULL, !above);
            assert_int_equal(pith_article_certainty(article, FIELDS[i]) > 0, !above);
            assert_string_equal(pith_article_field(article, PITH_SITE), "The Ferry Post");
            assert_string_equal(pith_article_field(article, PITH_LANGUAGE), "en");
            pith_article_free(article);
        }
    }
    pith_article_free(all);
}

static void bytes_are_sniffed_without_a_context(void **state) {
    const char *name = "";
    (void)state;
    assert_string_equal(pith_sniff("%PDF-1.7", 8, &name), "application/pdf");
    assert_string_equal(name, "a PDF document");
    assert_string_equal(pith_sniff("%PDF-1.7", 8, NULL), "application/pdf");
    assert_null(pith_sniff("<p>x", 4, &name));
    assert_null(name);
    name = "";
    assert_null(pith_sniff(NULL, 0, &name));
    assert_null(name);
    assert_null(pith_sniff("%PDF-1.7", 4, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CONTEXT_TEST(sizes_have_ends),
        cmocka_unit_test(initialization_writes_the_size_that_is_given),
        CONTEXT_TEST(ranges_have_ends),
        CONTEXT_TEST(zeros_are_defaults_one_by_one),
        CONTEXT_TEST(errors_are_those_of_the_last_call),
        CONTEXT_TEST(faults_in_selectors_are_quoted),
        CONTEXT_TEST(certainty_has_a_least),
        cmocka_unit_test(bytes_are_sniffed_without_a_context),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

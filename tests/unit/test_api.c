/*
 * The public contract, pith.h, as callers see it: arguments, options, limits and memory.
 */
#include "api_page.h"

#include <math.h>

/* The status of a call with these options; there is an article if and only if it is PITH_OK. */
static enum pith_status status_of(struct pith_context *context,
                                  const struct pith_options *options) {
    struct pith_article *article = (struct pith_article *)&article; /* always overwritten */
    enum pith_status status = pith_extract(context, options, PAGE, PAGE_LEN, &article);
    assert_true((article != NULL) == (status == PITH_OK));
    pith_article_free(article);
    return status;
}

static void version_and_statuses_are_reported(void **state) {
    (void)state;
    assert_string_equal(pith_version(), PITH_VERSION);
    assert_int_equal(pith_version_number(), PITH_VERSION_NUMBER);
    char number[32];
    snprintf(number, sizeof number, "%d.%d.%d", PITH_VERSION_MAJOR, PITH_VERSION_MINOR,
             PITH_VERSION_PATCH);
    assert_string_equal(number, PITH_VERSION);
    for (int s = PITH_OK; s <= PITH_ENOTPAGE; s++) {
        const char *text = pith_status_text((enum pith_status)s);
        assert_true(strlen(text) > 0);
        assert_string_not_equal(text, pith_status_text((enum pith_status)999));
        for (int t = PITH_OK; t < s; t++)
            assert_string_not_equal(text, pith_status_text((enum pith_status)t));
    }
}

static void defaults_are_as_the_header_says(void **state) {
    const struct pith_options options = PITH_OPTIONS_INIT;
    assert_int_equal(options.size, sizeof options);
    assert_int_equal(options.input, PITH_INPUT_AUTO);
    assert_int_equal(options.formats, 0);
    assert_int_equal(options.flags, 0);
    assert_null(options.charset);
    assert_null(options.url);
    assert_int_equal(options.max_input_bytes, 16u << 20);
    assert_int_equal(options.max_memory_bytes, 256u << 20);
    assert_int_equal(options.max_depth, 512);
    assert_int_equal(options.max_attributes, 256);
    assert_true(fabs(options.precision_bias) == 0);

    struct pith_article *with = extract(*state, &options, PAGE);
    struct pith_article *without = extract(*state, NULL, PAGE);
    assert_string_equal(text_of(with), text_of(without));
    pith_article_free(with);
    pith_article_free(without);
}

static void null_arguments_are_invalid(void **state) {
    struct pith_article *article = (struct pith_article *)&article;
    assert_int_equal(pith_context_new(NULL), PITH_EINVAL);
    assert_int_equal(pith_extract(NULL, NULL, PAGE, PAGE_LEN, &article), PITH_EINVAL);
    assert_null(article);
    article = (struct pith_article *)&article;
    assert_int_equal(pith_extract(*state, NULL, NULL, 0, &article), PITH_EINVAL);
    assert_null(article);
    assert_int_equal(pith_extract(*state, NULL, PAGE, PAGE_LEN, NULL), PITH_EINVAL);
    pith_context_free(NULL);
    pith_article_free(NULL);
}

/* Sets one field of the options and returns the status. */
#define STATUS_WITH(field, value)                                                                  \
    (options = (struct pith_options)PITH_OPTIONS_INIT, options.field = (value),                    \
     status_of(*state, &options))

static void options_out_of_range_are_invalid(void **state) {
    struct pith_options options;
    assert_int_equal(STATUS_WITH(size, 0), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(size, offsetof(struct pith_options, precision_bias)), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(size, SIZE_MAX), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(input, (enum pith_input)(PITH_INPUT_DUMP + 1)), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(input, (enum pith_input) - 1), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(formats, 8), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(flags, 1u << 31), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(max_input_bytes, ((size_t)1 << 30) + 1), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(precision_bias, -1.01), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(precision_bias, 1.01), PITH_EINVAL);
    assert_int_equal(STATUS_WITH(precision_bias, (double)NAN), PITH_EINVAL);
}

static void ends_of_the_ranges_are_valid(void **state) {
    struct pith_options options;
    assert_int_equal(STATUS_WITH(input, PITH_INPUT_DUMP), PITH_OK);
    assert_int_equal(STATUS_WITH(formats, 7), PITH_OK);
    assert_int_equal(STATUS_WITH(flags, 63), PITH_OK);
    assert_int_equal(STATUS_WITH(max_depth, 1), PITH_OK);
    assert_int_equal(STATUS_WITH(max_depth, UINT32_MAX), PITH_OK);
    assert_int_equal(STATUS_WITH(max_attributes, 1), PITH_OK);
    assert_int_equal(STATUS_WITH(max_input_bytes, (size_t)1 << 30), PITH_OK);
    assert_int_equal(STATUS_WITH(max_memory_bytes, SIZE_MAX), PITH_OK);
    assert_int_equal(STATUS_WITH(precision_bias, -1), PITH_OK);
    assert_int_equal(STATUS_WITH(precision_bias, 1), PITH_OK);
}

static void zeros_are_the_defaults(void **state) {
    struct pith_options zeros = {.size = sizeof zeros};
    struct pith_article *with = extract(*state, &zeros, PAGE);
    struct pith_article *without = extract(*state, NULL, PAGE);
    assert_string_equal(text_of(with), text_of(without));
    pith_article_free(with);
    pith_article_free(without);
}

/* The body of a page with these selectors. */
static const char *body_with(struct pith_context *context, const char *drop, const char *keep) {
    static char body[500];
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article;
    static const char page[] =
        "<nav><p data-x=1>Menu</p></nav><p>The ferry between the two islands will run again from "
        "Monday, after a winter in which the old boat lay in the yard.</p><p class=b>And the post, "
        "which came by helicopter for eleven weeks, will be on board on the first morning.</p>";
    options.drop = drop;
    options.keep = keep;
    assert_int_equal(pith_extract(context, &options, page, sizeof page - 1, &article), PITH_OK);
    snprintf(body, sizeof body, "%s", pith_article_body(article, PITH_TEXT, NULL));
    pith_article_free(article);
    return body;
}

static void selectors_drop_and_keep(void **state) {
    assert_null(strstr(body_with(*state, NULL, NULL), "Menu"));
    assert_non_null(strstr(body_with(*state, NULL, NULL), "helicopter"));
    assert_null(strstr(body_with(*state, ".b", NULL), "helicopter"));
    assert_non_null(strstr(body_with(*state, NULL, "[data-x]"), "Menu"));
    assert_null(strstr(body_with(*state, "nav", "[data-x]"), "Menu"));
    assert_string_equal(body_with(*state, "p", NULL), "");
    /* The selectors of one call do not affect the next. */
    assert_non_null(strstr(body_with(*state, NULL, NULL), "helicopter"));
}

static void options_are_checked_without_a_page(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    assert_int_equal(pith_options_check(*state, NULL), PITH_OK);
    assert_int_equal(pith_options_check(*state, &options), PITH_OK);
    options.drop = "nav, .ad";
    assert_int_equal(pith_options_check(*state, &options), PITH_OK);
    options.keep = "p:first-child";
    assert_int_equal(pith_options_check(*state, &options), PITH_EINVAL);
    assert_string_equal(pith_context_error(*state),
                        "options.keep: pseudo-classes are not supported at ':first-child'");
    assert_int_equal(STATUS_WITH(keep, "p >"), PITH_EINVAL);
    assert_int_equal(pith_options_check(NULL, &options), PITH_EINVAL);
}

static void options_are_initialized_by_a_function_too(void **state) {
    static const struct pith_options defaults = PITH_OPTIONS_INIT;
    struct pith_options options;
    memset(&options, 0x55, sizeof options);
    pith_options_init(&options, sizeof options);
    assert_memory_equal(&options, &defaults, sizeof options);
    assert_int_equal(status_of(*state, &options), PITH_OK);
    pith_options_init(NULL, sizeof options);
    options.size = 42;
    pith_options_init(&options, 1); /* too small even for `size` */
    assert_int_equal(options.size, 42);
}

/* Options of version 0.1, the smallest there are; the memory after them is not theirs. */
static void options_of_an_older_version_are_accepted(void **state) {
    const size_t size_of_0_1 = offsetof(struct pith_options, precision_bias) + sizeof(double);
    struct pith_options options;
    memset(&options, 0xFF, sizeof options);
    pith_options_init(&options, size_of_0_1);
    assert_int_equal(options.size, size_of_0_1);
    for (size_t i = size_of_0_1; i < sizeof options; i++)
        assert_int_equal(((unsigned char *)&options)[i], 0xFF);
    assert_int_equal(status_of(*state, &options), PITH_OK);
}

/* Options of a later version are accepted unless one is set that this library does not know. */
static void options_of_a_later_version_are_accepted(void **state) {
    struct {
        struct pith_options known;
        double later;
    } options;
    pith_options_init(&options.known, sizeof options);
    assert_int_equal(options.known.size, sizeof options);
    assert_int_equal(status_of(*state, &options.known), PITH_OK);
    options.later = 1;
    assert_int_equal(status_of(*state, &options.known), PITH_EINVAL);
    assert_string_equal(pith_context_error(*state),
                        "an option is set that version " PITH_VERSION " does not know");
}

static void errors_name_the_option_or_the_limit(void **state) {
    struct pith_options options;
    char long_charset[] = "utf-\n\xE9";
    assert_string_equal(pith_context_error(*state), "");
    STATUS_WITH(precision_bias, 2);
    assert_string_equal(pith_context_error(*state),
                        "options.precision_bias is not between -1 and 1");
    STATUS_WITH(size, 3);
    assert_string_equal(pith_context_error(*state),
                        "options.size is 3, not sizeof(struct pith_options)");
    STATUS_WITH(max_input_bytes, 99);
    assert_non_null(strstr(pith_context_error(*state), "more than max_input_bytes (99)"));
    STATUS_WITH(max_memory_bytes, 1000);
    assert_string_equal(pith_context_error(*state),
                        "the page needs more memory than max_memory_bytes (1000)");
    STATUS_WITH(charset, long_charset);
    assert_string_equal(pith_context_error(*state), "the charset \"utf-??\" is unknown");
    status_of(*state, NULL);
    assert_string_equal(pith_context_error(*state), "");
    pith_extract(*state, NULL, NULL, 0, NULL);
    assert_string_equal(pith_context_error(*state), "an argument is NULL");
    assert_string_not_equal(pith_context_error(NULL), "");
}

static void limits_end_only_the_page(void **state) {
    struct pith_options options;
    assert_int_equal(STATUS_WITH(max_input_bytes, PAGE_LEN), PITH_OK);
    assert_int_equal(STATUS_WITH(max_input_bytes, PAGE_LEN - 1), PITH_ELIMIT);
    assert_int_equal(STATUS_WITH(max_memory_bytes, 1000), PITH_ELIMIT);
    assert_int_equal(status_of(*state, NULL), PITH_OK); /* the context still works */
}

static void charsets_may_be_given(void **state) {
    struct pith_options options;
    assert_int_equal(STATUS_WITH(charset, "klingon-7"), PITH_ECHARSET);
    assert_int_equal(STATUS_WITH(charset, ""), PITH_ECHARSET);
    options.charset = "iso-8859-2";
    options.precision_bias = -1;
    struct pith_article *article = extract(*state, &options, "<p>Za\xBF\xF3\xB3\xE6 i b\xF3\x62r");
    assert_non_null(strstr(text_of(article), "Za\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87 i b\xC3\xB3"
                                             "br"));
    pith_article_free(article);
}

static void the_kind_of_input_may_be_given(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.precision_bias = -1;
    options.input = PITH_INPUT_DUMP;
    struct pith_article *article = extract(
        *state, &options,
        "<p>The ferry runs again from Monday, six times a day, until the first storms.</p>");
    assert_non_null(strstr(text_of(article), "<p>The ferry"));
    pith_article_free(article);
    options.input = PITH_INPUT_HTML;
    article = extract(*state, &options, "The ferry\nruns again.");
    assert_string_equal(text_of(article), "The ferry runs again.");
    pith_article_free(article);
}

static void formats_come_on_request(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    size_t len = 42;
    struct pith_article *article = extract(*state, &options, PAGE);
    const char *body = pith_article_body(article, PITH_TEXT, &len);
    assert_int_equal(strlen(body), len);
    assert_true(len > 300);
    assert_null(pith_article_body(article, PITH_MARKDOWN, &len));
    assert_int_equal(len, 0);
    assert_null(pith_article_body(article, PITH_HTML, NULL));
    assert_null(pith_article_body(article, (enum pith_format)(PITH_TEXT | PITH_HTML), &len));
    assert_null(pith_article_body(article, (enum pith_format)0, NULL));
    pith_article_free(article);

    options.formats = PITH_TEXT | PITH_MARKDOWN | PITH_HTML;
    article = extract(*state, &options, PAGE);
    body = pith_article_body(article, PITH_MARKDOWN, &len);
    assert_int_equal(strlen(body), len);
    body = pith_article_body(article, PITH_HTML, &len);
    assert_int_equal(strlen(body), len);
    assert_non_null(strstr(body, "<p>The ferry"));
    assert_ptr_equal(pith_article_body(article, PITH_HTML, NULL), body);
    pith_article_free(article);
}

static void the_body_is_the_article(void **state) {
    struct pith_article *article = extract(*state, NULL, PAGE);
    const char *text = text_of(article);
    assert_true(strncmp(text, "The ferry between", 17) == 0);
    assert_non_null(strstr(text, "helicopter whenever"));
    assert_null(strstr(text, "Sport"));
    assert_null(strstr(text, "Privacy"));
    assert_non_null(strstr(text, "in a caf\xC3\xA9.")); /* NFC */
    assert_true(pith_article_confidence(article) > 0.5);
    assert_true(pith_article_confidence(article) <= 1);
    pith_article_free(article);
}

static void pages_without_content_have_an_empty_body(void **state) {
    static const char *const pages[] = {"", "<nav><a href=/>Home</a> <a href=/x>News</a></nav>"};
    struct pith_options options = PITH_OPTIONS_INIT;
    options.formats = PITH_MARKDOWN | PITH_HTML;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct pith_article *article = extract(*state, &options, pages[i]);
        assert_string_equal(text_of(article), "");
        assert_string_equal(pith_article_body(article, PITH_MARKDOWN, NULL), "");
        assert_string_equal(pith_article_body(article, PITH_HTML, NULL), "");
        assert_string_equal(pith_article_comments(article), "");
        assert_null(pith_article_field(article, PITH_HEADLINE));
        assert_null(pith_article_author(article, 0));
        assert_null(pith_article_authors_source(article));
        assert_null(pith_article_tags_source(article));
        pith_article_free(article);
    }
}

static void bias_goes_from_recall_to_precision(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    size_t len[3];
    for (int i = 0; i < 3; i++) {
        options.precision_bias = i - 1;
        struct pith_article *article = extract(*state, &options, PAGE);
        pith_article_body(article, PITH_TEXT, &len[i]);
        pith_article_free(article);
    }
    assert_true(len[0] > len[1] && len[1] > len[2]);
}

static void flags_keep_links_and_images(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.formats = PITH_MARKDOWN;
    options.url = "https://example.org/news/1";
    struct pith_article *article = extract(*state, &options, PAGE);
    const char *body = pith_article_body(article, PITH_MARKDOWN, NULL);
    assert_null(strstr(body, "/boat.jpg"));
    assert_null(strstr(text_of(article), "https://example.org/heli"));
    pith_article_free(article);

    options.flags = PITH_KEEP_LINKS | PITH_KEEP_IMAGES;
    article = extract(*state, &options, PAGE);
    body = pith_article_body(article, PITH_MARKDOWN, NULL);
    assert_non_null(strstr(body, "[helicopter](https://example.org/heli)"));
    assert_non_null(strstr(body, "![The boat](https://example.org/boat.jpg)"));
    assert_non_null(strstr(text_of(article), "https://example.org/heli")); /* a footnote */
    pith_article_free(article);
}

/* An address need not be UTF-8, just like file names; the result is. */
static void odd_addresses_are_repaired(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_KEEP_LINKS;
    options.url = "https://example.org/caf\xE9/";
    struct pith_article *article = extract(*state, &options, PAGE);
    assert_null(strchr(text_of(article), '\xE9'));
    pith_article_free(article);
    options.url = "";
    article = extract(*state, &options, PAGE);
    assert_non_null(strstr(text_of(article), "The ferry"));
    pith_article_free(article);
}

/* A context gives the same result however many pages it has processed. */
static void contexts_keep_nothing(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.formats = PITH_MARKDOWN;
    struct pith_article *first = extract(*state, &options, PAGE);
    pith_article_free(extract(*state, NULL, "One line.\n\nAnother one."));
    struct pith_article *again = extract(*state, &options, PAGE);
    assert_string_equal(text_of(first), text_of(again));
    assert_string_equal(pith_article_body(first, PITH_MARKDOWN, NULL),
                        pith_article_body(again, PITH_MARKDOWN, NULL));
    pith_article_free(first);
    pith_article_free(again);
}

/* An allocator that counts what is allocated, and fails after `left` allocations. */
struct counted {
    size_t n_out, left;
};

static void *counted_allocate(void *data, size_t size) {
    struct counted *counted = data;
    if (counted->left == 0)
        return NULL;
    counted->left--;
    counted->n_out++;
    return malloc(size);
}

static void counted_release(void *data, void *memory) {
    if (memory)
        ((struct counted *)data)->n_out--;
    free(memory);
}

static void memory_comes_from_the_callers_allocator(void **state) {
    (void)state;
    for (size_t left = 0;; left++) {
        struct counted counted = {0, left};
        struct pith_allocator allocator = {counted_allocate, counted_release, &counted};
        struct pith_context *context = NULL;
        struct pith_article *article = NULL;
        enum pith_status status = pith_context_new_with(&allocator, &context);
        memset(&allocator, 0, sizeof allocator); /* it has been copied */
        if (status == PITH_OK)
            status = pith_extract(context, NULL, PAGE, PAGE_LEN, &article);
        pith_context_free(context);
        assert_int_equal(counted.n_out, article != NULL);
        pith_article_free(article);
        assert_int_equal(counted.n_out, 0);
        assert_int_equal(status, article ? PITH_OK : PITH_ENOMEM);
        if (article) {
            assert_true(left >= 3); /* context, working memory, article */
            break;
        }
    }
}

static void an_allocator_needs_both_functions(void **state) {
    (void)state;
    struct pith_allocator allocator = {counted_allocate, NULL, NULL};
    struct pith_context *context = (struct pith_context *)&context;
    assert_int_equal(pith_context_new_with(&allocator, &context), PITH_EINVAL);
    assert_null(context);
    assert_int_equal(pith_context_new_with(NULL, NULL), PITH_EINVAL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_comes_from_the_callers_allocator),
        cmocka_unit_test(an_allocator_needs_both_functions),
        cmocka_unit_test(version_and_statuses_are_reported),
        CONTEXT_TEST(defaults_are_as_the_header_says),
        CONTEXT_TEST(null_arguments_are_invalid),
        CONTEXT_TEST(options_out_of_range_are_invalid),
        CONTEXT_TEST(ends_of_the_ranges_are_valid),
        CONTEXT_TEST(zeros_are_the_defaults),
        CONTEXT_TEST(options_are_initialized_by_a_function_too),
        CONTEXT_TEST(selectors_drop_and_keep),
        CONTEXT_TEST(options_are_checked_without_a_page),
        CONTEXT_TEST(options_of_an_older_version_are_accepted),
        CONTEXT_TEST(options_of_a_later_version_are_accepted),
        CONTEXT_TEST(errors_name_the_option_or_the_limit),
        CONTEXT_TEST(limits_end_only_the_page),
        CONTEXT_TEST(charsets_may_be_given),
        CONTEXT_TEST(the_kind_of_input_may_be_given),
        CONTEXT_TEST(formats_come_on_request),
        CONTEXT_TEST(the_body_is_the_article),
        CONTEXT_TEST(pages_without_content_have_an_empty_body),
        CONTEXT_TEST(bias_goes_from_recall_to_precision),
        CONTEXT_TEST(flags_keep_links_and_images),
        CONTEXT_TEST(odd_addresses_are_repaired),
        CONTEXT_TEST(contexts_keep_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

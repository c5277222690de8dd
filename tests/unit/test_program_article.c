/*
 * An article in each output format, and its body in chunks.
 */
#include "ground.h"

#include <stdio.h>

#include "program/options.h"
#include "program/output/article.h"
#include "program/output/chunks.h"

enum { MAX_ARGUMENTS = 8 };

static const char PAGE[] =
    "<!DOCTYPE html><html lang=en><head><title>Ferry & \"bus\"</title>"
    "<meta name=author content='Ann Holt'><meta property=article:tag content=Harbour>"
    "<meta property=article:tag content='Ships; boats'></head><body><article>"
    "<h1>Ferry &amp; \"bus\"</h1><p>The ferry <b>runs</b> again.</p><h2>When</h2>"
    "<p>At 8 &lt; 9.</p><h3>On Sundays</h3><ul><li>Never</li><li>At all</li></ul>"
    "<h2>Where</h2><p>At the pier, from the old quay.</p><p>So it "
    "goes.</p></article></body></html>";

/* The options of a command line, and the article of the page with them. */
struct written {
    struct options options;
    struct result result;
    struct pith_article *article;
    struct pith_context *context;
};

static void read_page(struct written *w, const char *const *arguments) {
    static char copies[MAX_ARGUMENTS][200];
    char *argv[MAX_ARGUMENTS + 1] = {"pith"};
    int argc = 1;
    struct options_detail detail;
    for (; arguments[argc - 1]; argc++) {
        strcpy(copies[argc], arguments[argc - 1]);
        argv[argc] = copies[argc];
    }
    assert_int_equal(options_read(argc, argv, &w->options, &detail), OPTIONS_RUN);
    assert_int_equal(pith_context_new(&w->context), PITH_OK);
    w->options.page.precision_bias = -1; /* the page is its article */
    assert_int_equal(pith_extract(w->context, &w->options.page, PAGE, sizeof PAGE - 1, &w->article),
                     PITH_OK);
    w->result = (struct result){.article = w->article};
}

static void close_page(struct written *w) {
    pith_article_free(w->article);
    pith_context_free(w->context);
}

struct output_case {
    const char *arguments[MAX_ARGUMENTS];
    const char *output;
};

typedef void write_output(struct buffer *out, const struct written *w);

static void check(struct arena *arena, write_output *write, const struct output_case *cases,
                  size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct written w;
        struct buffer out;
        buffer_init(&out, arena);
        read_page(&w, cases[i].arguments);
        write(&out, &w);
        assert_str(buffer_str(&out), str_of(cases[i].output));
        close_page(&w);
    }
}

static void write_article(struct buffer *out, const struct written *w) {
    output_article(out, &w->result, &w->options);
}

#define FIELDS "--fields=headline,authors,tags,modified,word_count,excerpt,text"

static void articles_as_text(void **state) {
    static const struct output_case CASES[] = {
        {{FIELDS},
         "Headline: Ferry & \"bus\"\n"
         "Authors: Ann Holt\n"
         "Tags: Harbour; Ships; boats\n"
         "Word-Count: 24\n"
         "Excerpt: The ferry runs again.\n"
         "\n"
         "The ferry runs again.\n"
         "\n"
         "When\n"
         "\n"
         "At 8 < 9.\n"
         "\n"
         "On Sundays\n"
         "\n"
         "Never\n"
         "At all\n"
         "\n"
         "Where\n"
         "\n"
         "At the pier, from the old quay.\n"
         "\n"
         "So it goes.\n"},
        {{"--fields=tags", "--sources"}, "Tags: Harbour; Ships; boats\nTags-Source: meta\n"},
        {{"--body"},
         "The ferry runs again.\n"
         "\n"
         "When\n"
         "\n"
         "At 8 < 9.\n"
         "\n"
         "On Sundays\n"
         "\n"
         "Never\n"
         "At all\n"
         "\n"
         "Where\n"
         "\n"
         "At the pier, from the old quay.\n"
         "\n"
         "So it goes.\n"},
        {{"--fields=headline"}, "Headline: Ferry & \"bus\"\n"},
        {{"--fields=text"},
         "\n"
         "The ferry runs again.\n"
         "\n"
         "When\n"
         "\n"
         "At 8 < 9.\n"
         "\n"
         "On Sundays\n"
         "\n"
         "Never\n"
         "At all\n"
         "\n"
         "Where\n"
         "\n"
         "At the pier, from the old quay.\n"
         "\n"
         "So it goes.\n"},
        {{"--check"}, ""},
    };
    check(*state, write_article, CASES, N_OF(CASES));
}

static void articles_as_markdown(void **state) {
    static const struct output_case CASES[] = {
        {{FIELDS, "--markdown"},
         "---\n"
         "title: \"Ferry & \\\"bus\\\"\"\n"
         "author: [\"Ann Holt\"]\n"
         "tags: [\"Harbour\", \"Ships; boats\"]\n"
         "word_count: 24\n"
         "excerpt: \"The ferry runs again.\"\n"
         "---\n"
         "\n"
         "# Ferry & \"bus\"\n"
         "\n"
         "The ferry **runs** again.\n"
         "\n"
         "## When\n"
         "\n"
         "At 8 < 9.\n"
         "\n"
         "### On Sundays\n"
         "\n"
         "- Never\n"
         "- At all\n"
         "\n"
         "## Where\n"
         "\n"
         "At the pier, from the old quay.\n"
         "\n"
         "So it goes.\n"},
        {{"--body", "--markdown"},
         "The ferry **runs** again.\n"
         "\n"
         "## When\n"
         "\n"
         "At 8 < 9.\n"
         "\n"
         "### On Sundays\n"
         "\n"
         "- Never\n"
         "- At all\n"
         "\n"
         "## Where\n"
         "\n"
         "At the pier, from the old quay.\n"
         "\n"
         "So it goes.\n"},
        {{"--fields=text", "--markdown"},
         "---\n"
         "---\n"
         "\n"
         "The ferry **runs** again.\n"
         "\n"
         "## When\n"
         "\n"
         "At 8 < 9.\n"
         "\n"
         "### On Sundays\n"
         "\n"
         "- Never\n"
         "- At all\n"
         "\n"
         "## Where\n"
         "\n"
         "At the pier, from the old quay.\n"
         "\n"
         "So it goes.\n"},
    };
    check(*state, write_article, CASES, N_OF(CASES));
}

/* Where each value was found, and how certain those are that are estimated. */
static void sources_as_text_and_markdown(void **state) {
    static const char *const ARGUMENTS[][MAX_ARGUMENTS] = {
        {"--fields=headline,tags", "--sources"},
        {"--fields=tags", "--markdown", "--sources"},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(ARGUMENTS); i++) {
        struct written w;
        struct buffer out;
        char certainty[100];
        buffer_init(&out, arena);
        read_page(&w, ARGUMENTS[i]);
        write_article(&out, &w);
        snprintf(certainty, sizeof certainty,
                 i ? "\ncertainty:\n  title: %.3f\n  author: " : "\nHeadline-Certainty: %.3f\nTags",
                 pith_article_certainty(w.article, PITH_HEADLINE));
        assert_true(str_holds(buffer_str(&out), str_of(certainty)));
        assert_true(str_holds(buffer_str(&out), i ? STR("boats\"]\nsources:\n  title: \"")
                                                  : STR("boats\nTags-Source: meta\n")));
        assert_true(str_ends_with(buffer_str(&out), i ? STR("\n---\n\n") : STR("meta\n")));
        close_page(&w);
    }
}

static void articles_as_html(void **state) {
    static const struct output_case CASES[] = {
        {{FIELDS, "--html", "--fragment"},
         "<article dir=\"ltr\">\n"
         "<h1>Ferry &amp; &quot;bus&quot;</h1>\n"
         "<p>The ferry <strong>runs</strong> again.</p>\n"
         "<h2>When</h2>\n"
         "<p>At 8 &lt; 9.</p>\n"
         "<h3>On Sundays</h3>\n"
         "<ul>\n"
         "<li>Never</li>\n"
         "<li>At all</li>\n"
         "</ul>\n"
         "<h2>Where</h2>\n"
         "<p>At the pier, from the old quay.</p>\n"
         "<p>So it goes.</p>\n"
         "\n"
         "</article>\n"},
        {{"--body", "--html"},
         "<p>The ferry <strong>runs</strong> again.</p>\n"
         "<h2>When</h2>\n"
         "<p>At 8 &lt; 9.</p>\n"
         "<h3>On Sundays</h3>\n"
         "<ul>\n"
         "<li>Never</li>\n"
         "<li>At all</li>\n"
         "</ul>\n"
         "<h2>Where</h2>\n"
         "<p>At the pier, from the old quay.</p>\n"
         "<p>So it goes.</p>\n"
         "\n"},
        {{"--fields=byline,text", "--html", "--fragment"},
         "<article dir=\"ltr\">\n"
         "<p>The ferry <strong>runs</strong> again.</p>\n"
         "<h2>When</h2>\n"
         "<p>At 8 &lt; 9.</p>\n"
         "<h3>On Sundays</h3>\n"
         "<ul>\n"
         "<li>Never</li>\n"
         "<li>At all</li>\n"
         "</ul>\n"
         "<h2>Where</h2>\n"
         "<p>At the pier, from the old quay.</p>\n"
         "<p>So it goes.</p>\n"
         "\n"
         "</article>\n"},
    };
    check(*state, write_article, CASES, N_OF(CASES));
}

static void articles_as_records(void **state) {
    static const struct output_case CASES[] = {
        {{FIELDS, "--json"},
         "{\"headline\":\"Ferry & \\\"bus\\\"\",\"authors\":[\"Ann "
         "Holt\"],\"tags\":[\"Harbour\",\"Ships; boats\"],\"word_count\":24,\"excerpt\":\"The "
         "ferry runs again.\",\"text\":\"The ferry runs again.\\n\\nWhen\\n\\nAt 8 < 9.\\n\\nOn "
         "Sundays\\n\\nNever\\nAt all\\n\\nWhere\\n\\nAt the pier, from the old quay.\\n\\nSo it "
         "goes.\"}\n"},
        {{"--fields=modified,tags", "--json"}, "{\"tags\":[\"Harbour\",\"Ships; boats\"]}\n"},
        {{"--fields=headline,tags,modified,text", "--format=tsv"},
         "Ferry & \"bus\"\tHarbour; Ships; boats\t\tThe ferry runs again.\\n\\nWhen\\n\\nAt 8 < "
         "9.\\n\\nOn Sundays\\n\\nNever\\nAt all\\n\\nWhere\\n\\nAt the pier, from the old "
         "quay.\\n\\nSo it goes.\n"},
        {{"--fields=headline,tags", "--format=tsv", "--header"},
         "Ferry & \"bus\"\tHarbour; Ships; boats\n"},
        {{"--fields=headline,tags", "--format=tsv", "--header", "--output=x"},
         "headline\ttags\n"
         "Ferry & \"bus\"\tHarbour; Ships; boats\n"},
    };
    check(*state, write_article, CASES, N_OF(CASES));
}

static void write_empty(struct buffer *out, const struct written *w) {
    struct result result = w->result;
    result.is_empty = true;
    output_article(out, &result, &w->options);
}

static void articles_without_content(void **state) {
    static const struct output_case CASES[] = {
        {{FIELDS}, ""},
        {{FIELDS, "--markdown"}, ""},
        {{FIELDS, "--html"}, ""},
        {{FIELDS, "--json"},
         "{\"headline\":\"Ferry & \\\"bus\\\"\",\"authors\":[\"Ann "
         "Holt\"],\"tags\":[\"Harbour\",\"Ships; boats\"],\"word_count\":0,\"text\":\"\"}\n"},
        {{"--fields=headline,word_count,text,excerpt", "--format=tsv"}, "Ferry & \"bus\"\t0\t\t\n"},
    };
    check(*state, write_empty, CASES, N_OF(CASES));
}

static void write_chunks(struct buffer *out, const struct written *w) {
    output_chunks(out, &w->result, &w->options, STR("\"a\":1"));
}

static void write_chunks_of_empty(struct buffer *out, const struct written *w) {
    struct result result = w->result;
    result.is_empty = true;
    output_chunks(out, &result, &w->options, STR("\"a\":1"));
}

static void bodies_in_chunks(void **state) {
    static const struct output_case CASES[] = {
        {{"--chunks"},
         "{\"a\":1,\"chunk\":0,\"headings\":[],\"text\":\"The ferry runs "
         "again.\",\"words\":4,\"text_range\":[0,21],\"source_range\":[244,272]}\n"
         "{\"a\":1,\"chunk\":1,\"headings\":[\"When\"],\"text\":\"When\\n\\nAt 8 < "
         "9.\",\"words\":4,\"text_range\":[23,38],\"source_range\":[280,304]}\n"
         "{\"a\":1,\"chunk\":2,\"headings\":[\"When\",\"On Sundays\"],\"text\":\"On "
         "Sundays\\n\\nNever\\nAt "
         "all\",\"words\":5,\"text_range\":[40,64],\"source_range\":[312,355]}\n"
         "{\"a\":1,\"chunk\":3,\"headings\":[\"Where\"],\"text\":\"Where\\n\\nAt the pier, from "
         "the old quay.\\n\\nSo it "
         "goes.\",\"words\":11,\"text_range\":[66,117],\"source_range\":[369,431]}\n"},
        {{"--chunks=5"},
         "{\"a\":1,\"chunk\":0,\"headings\":[],\"text\":\"The ferry runs "
         "again.\",\"words\":4,\"text_range\":[0,21],\"source_range\":[244,272]}\n"
         "{\"a\":1,\"chunk\":1,\"headings\":[\"When\"],\"text\":\"When\\n\\nAt 8 < "
         "9.\",\"words\":4,\"text_range\":[23,38],\"source_range\":[280,304]}\n"
         "{\"a\":1,\"chunk\":2,\"headings\":[\"When\",\"On Sundays\"],\"text\":\"On "
         "Sundays\\n\\nNever\\nAt "
         "all\",\"words\":5,\"text_range\":[40,64],\"source_range\":[312,355]}\n"
         "{\"a\":1,\"chunk\":3,\"headings\":[\"Where\"],\"text\":\"Where\\n\\nAt the pier, from "
         "the old quay.\",\"words\":8,\"text_range\":[66,104],\"source_range\":[369,413]}\n"
         "{\"a\":1,\"chunk\":4,\"headings\":[\"Where\"],\"text\":\"So it "
         "goes.\",\"words\":3,\"text_range\":[106,117],\"source_range\":[420,431]}\n"},
        {{"--chunks=10"},
         "{\"a\":1,\"chunk\":0,\"headings\":[],\"text\":\"The ferry runs "
         "again.\",\"words\":4,\"text_range\":[0,21],\"source_range\":[244,272]}\n"
         "{\"a\":1,\"chunk\":1,\"headings\":[\"When\"],\"text\":\"When\\n\\nAt 8 < "
         "9.\",\"words\":4,\"text_range\":[23,38],\"source_range\":[280,304]}\n"
         "{\"a\":1,\"chunk\":2,\"headings\":[\"When\",\"On Sundays\"],\"text\":\"On "
         "Sundays\\n\\nNever\\nAt "
         "all\",\"words\":5,\"text_range\":[40,64],\"source_range\":[312,355]}\n"
         "{\"a\":1,\"chunk\":3,\"headings\":[\"Where\"],\"text\":\"Where\\n\\nAt the pier, from "
         "the old quay.\",\"words\":8,\"text_range\":[66,104],\"source_range\":[369,413]}\n"
         "{\"a\":1,\"chunk\":4,\"headings\":[\"Where\"],\"text\":\"So it "
         "goes.\",\"words\":3,\"text_range\":[106,117],\"source_range\":[420,431]}\n"},
    };
    static const struct output_case EMPTY[] = {{{"--chunks"}, ""}};
    check(*state, write_chunks, CASES, N_OF(CASES));
    check(*state, write_chunks_of_empty, EMPTY, N_OF(EMPTY));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(articles_as_text),    ARENA_TEST(articles_as_markdown),
        ARENA_TEST(articles_as_html),    ARENA_TEST(sources_as_text_and_markdown),
        ARENA_TEST(articles_as_records), ARENA_TEST(articles_without_content),
        ARENA_TEST(bodies_in_chunks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * The table of options; see option_table.h.
 */
#include "program/option_table.h"

#include "base/str.h"
#include "program/output/formats.h"

static const struct option_row table[] = {
    {OPT_GROUP, 0, NULL, NULL, "Input"},
    {OPT_FROM, 0, "from", "html|dump", "the input is HTML, or the text copied from a page"},
    {OPT_CHARSET, 0, "charset", "NAME", "the page's charset (default: detected)"},
    {OPT_URL, 0, "url", "URL", "the page's address; makes links absolute"},
    {OPT_GROUP, 0, NULL, NULL, "Output"},
    {OPT_FORMAT, 'f', "format", &OUTPUT_FORMAT_CHOICES[1], "the output format (text)"},
    {OPT_JSON, 0, "json", NULL, "the same as --format=json"},
    {OPT_MARKDOWN, 0, "markdown", NULL, "the same as --format=markdown"},
    {OPT_HTML, 0, "html", NULL, "the same as --format=html"},
    {OPT_FRAGMENT, 0, "fragment", NULL, "only the <article>, to embed in another page"},
    {OPT_HEADER, 0, "header", NULL, "begin TSV with a line of column names"},
    {OPT_CHUNKS, 0, "chunks", "[=WORDS]", "the body in passages for search, as JSON lines (200)"},
    {OPT_BODY, 'b', "body", NULL, "only the body"},
    {OPT_NO_METADATA, 0, "no-metadata", NULL, "the same as --body"},
    {OPT_FIELDS, 0, "fields", "NAME,...", "only these fields, in this order"},
    {OPT_SOURCES, 0, "sources", NULL, "also say where fields were found, and how certain"},
    {OPT_LINKS, 0, "links", NULL, "keep links; in text as footnotes"},
    {OPT_NO_LINKS, 0, "no-links", NULL, "drop links, which Markdown and HTML keep by default"},
    {OPT_IMAGES, 0, "images", NULL, "keep images and their captions"},
    {OPT_VISIBLE, 0, "visible", NULL, "only what is visible without a click"},
    {OPT_COMMENTS, 0, "comments", NULL, "keep the comments, separate from the body"},
    {OPT_CHECK, 'c', "check", NULL, "write nothing; exit 0 if there is main content"},
    {OPT_EXPLAIN, 'e', "explain", "[=tsv|html]", "one row per block: kept or dropped, and why"},
    {OPT_GROUP, 0, NULL, NULL, "What counts as main content"},
    {OPT_MIN_CERTAINTY, 0, "min-certainty", "0-1",
     "omit less certain headlines, authors and dates"},
    {OPT_MIN_CONFIDENCE, 0, "min-confidence", "0-1",
     "treat a less confident result as no main content"},
    {OPT_PRECISION, 0, "precision", NULL, "when in doubt, drop"},
    {OPT_RECALL, 0, "recall", NULL, "when in doubt, keep"},
    {OPT_DROP, 0, "drop", "SELECTOR", "drop elements by CSS selector (tag, .class ...)"},
    {OPT_KEEP, 0, "keep", "SELECTOR", "keep elements by CSS selector, whatever the score"},
    {OPT_GROUP, 0, NULL, NULL, "Many pages"},
    {OPT_OUTPUT, 'o', "output", "DIR", "write one file per page below DIR"},
    {OPT_JOBS, 'j', "jobs", "N", "number of worker processes (1)"},
    {OPT_JSONL, 0, "jsonl", NULL, "read and write one JSON record per line"},
    {OPT_WARC, 0, "warc", NULL, "read WARC files, write one JSON record per line"},
    {OPT_FOLLOW, 0, "follow", NULL, "follow symbolic links that lead out of a directory"},
    {OPT_WARC_OUT, 0, "warc-out", NULL, "write WARC conversion records, as in WET files"},
    {OPT_WHERE, 0, "where", "KEY=VALUE,...", "only WARC records that match (status=2xx)"},
    {OPT_KEEP_DAMAGED, 0, "keep-damaged", NULL, "extract what is readable of damaged data"},
    {OPT_STRICT, 0, "strict", NULL, "exit with 2 if any record failed"},
    {OPT_QUIET, 'q', "quiet", NULL, "no progress display, no summary"},
    {OPT_GROUP, 0, NULL, NULL, "Limits"},
    {OPT_TIMEOUT, 0, "timeout", "SECONDS", "time limit per page; 0 for none (30)"},
    {OPT_MAX_INPUT, 0, "max-input", "BYTES", "size limit per page (16M)"},
    {OPT_MAX_MEMORY, 0, "max-memory", "BYTES", "memory limit per page (256M)"},
    {OPT_MAX_DEPTH, 0, "max-depth", "N", "drop tags nested deeper than this (512)"},
    {OPT_MAX_ATTRIBUTES, 0, "max-attributes", "N", "drop further attributes of a tag (256)"},
    {OPT_NO_SANDBOX, 0, "no-sandbox", NULL, "do not restrict system calls"},
    {OPT_GROUP, 0, NULL, NULL, "Other options"},
    {OPT_VERBOSE, 'v', "verbose", NULL, "also report what was skipped, and a summary"},
    {OPT_COMPLETION, 0, "completion", "bash|zsh|fish", "print a completion script for the shell"},
    {OPT_VERSION, 'V', "version", NULL, "print the version"},
    {OPT_HELP, 'h', "help", NULL, "print this help"},
};

const struct option_row *options_table(size_t *n) {
    *n = N_OF(table);
    return table;
}

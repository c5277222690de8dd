/*
 * The table of options; see option_table.h.
 */
#include "program/option_table.h"

#include "base/str.h"

static const struct option_row table[] = {
    {OPT_GROUP, 0, NULL, NULL, "What is read"},
    {OPT_FROM, 0, "from", "html|dump", "a page's markup, or what copying the page gives"},
    {OPT_CHARSET, 0, "charset", "NAME", "the page's charset; else it is found out"},
    {OPT_URL, 0, "url", "URL", "where the page came from; makes links absolute"},
    {OPT_GROUP, 0, NULL, NULL, "What is written"},
    {OPT_FORMAT, 'f', "format", "text|json|markdown|html|tsv", "the form of the result"},
    {OPT_JSON, 0, "json", NULL, "the same as --format=json"},
    {OPT_MARKDOWN, 0, "markdown", NULL, "the same as --format=markdown"},
    {OPT_HTML, 0, "html", NULL, "the same as --format=html"},
    {OPT_FRAGMENT, 0, "fragment", NULL, "HTML to embed: <article>, without the page around it"},
    {OPT_HEADER, 0, "header", NULL, "begin TSV with the names of its columns"},
    {OPT_CHUNKS, 0, "chunks", "[=WORDS]", "passages of whole blocks as JSON, one per line (200)"},
    {OPT_BODY, 'b', "body", NULL, "the body alone"},
    {OPT_NO_METADATA, 0, "no-metadata", NULL, "the same as --body"},
    {OPT_FIELDS, 0, "fields", "NAME,...", "these fields, in this order"},
    {OPT_SOURCES, 0, "sources", NULL, "also where each field was found, and how sure that is"},
    {OPT_LINKS, 0, "links", NULL, "keep links; as footnotes in text"},
    {OPT_NO_LINKS, 0, "no-links", NULL, "drop links, which Markdown and HTML keep"},
    {OPT_IMAGES, 0, "images", NULL, "keep images and their captions"},
    {OPT_VISIBLE, 0, "visible", NULL, "only what is seen without a click"},
    {OPT_COMMENTS, 0, "comments", NULL, "keep the comments, as a part of their own"},
    {OPT_CHECK, 'c', "check", NULL, "write nothing: exit 0 with main content, 1 without"},
    {OPT_EXPLAIN, 'e', "explain", "[=tsv|html]", "a row a block: kept or dropped, and why"},
    {OPT_GROUP, 0, NULL, NULL, "What counts as main content"},
    {OPT_MIN_CERTAINTY, 0, "min-certainty", "0-1",
     "leave out a headline, authors or a date less likely right"},
    {OPT_MIN_CONFIDENCE, 0, "min-confidence", "0-1", "take a page below it as one without"},
    {OPT_PRECISION, 0, "precision", NULL, "rather drop when in doubt"},
    {OPT_RECALL, 0, "recall", NULL, "rather keep when in doubt"},
    {OPT_GROUP, 0, NULL, NULL, "Many pages"},
    {OPT_OUTPUT, 'o', "output", "DIR", "write a file a page below DIR"},
    {OPT_JOBS, 'j', "jobs", "N", "worker processes"},
    {OPT_JSONL, 0, "jsonl", NULL, "a JSON record a line in, a JSON record a line out"},
    {OPT_WARC, 0, "warc", NULL, "WARC files in, a JSON record a line out"},
    {OPT_FOLLOW, 0, "follow", NULL, "follow links that lead out of a directory"},
    {OPT_WARC_OUT, 0, "warc-out", NULL, "WARC conversion records out, as in WET files"},
    {OPT_WHERE, 0, "where", "KEY=VALUE,...", "WARC records with this status and type (status=2xx)"},
    {OPT_KEEP_DAMAGED, 0, "keep-damaged", NULL, "read what is left of damaged or truncated data"},
    {OPT_STRICT, 0, "strict", NULL, "exit with 2 if a record failed"},
    {OPT_QUIET, 'q', "quiet", NULL, "no progress, no summary"},
    {OPT_GROUP, 0, NULL, NULL, "Limits"},
    {OPT_TIMEOUT, 0, "timeout", "SECONDS", "time a page may take; 0: any (30)"},
    {OPT_MAX_INPUT, 0, "max-input", "BYTES", "a longer page is refused (16M)"},
    {OPT_MAX_MEMORY, 0, "max-memory", "BYTES", "memory a page may take (256M)"},
    {OPT_MAX_DEPTH, 0, "max-depth", "N", "tags nested deeper are dropped (512)"},
    {OPT_MAX_ATTRIBUTES, 0, "max-attributes", "N", "more attributes a tag are dropped (256)"},
    {OPT_NO_SANDBOX, 0, "no-sandbox", NULL, "do not lock system calls away"},
    {OPT_GROUP, 0, NULL, NULL, "Else"},
    {OPT_VERBOSE, 'v', "verbose", NULL, "also tell what is not trouble"},
    {OPT_COMPLETION, 0, "completion", "bash|zsh|fish", "print the shell's completions"},
    {OPT_VERSION, 'V', "version", NULL, "print the version"},
    {OPT_HELP, 'h', "help", NULL, "print this help"},
};

const struct option_row *options_table(size_t *n) {
    *n = N_OF(table);
    return table;
}

/*
 * argv into struct options by way of one table; see options.h.
 */
#include "program/options.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/str.h"

enum option_id {
    OPT_GROUP,
    OPT_FROM,
    OPT_CHARSET,
    OPT_URL,
    OPT_FORMAT,
    OPT_BODY,
    OPT_NO_METADATA,
    OPT_FIELDS,
    OPT_SOURCES,
    OPT_LINKS,
    OPT_IMAGES,
    OPT_COMMENTS,
    OPT_CHECK,
    OPT_EXPLAIN,
    OPT_MIN_CONFIDENCE,
    OPT_MIN_CERTAINTY,
    OPT_PRECISION,
    OPT_RECALL,
    OPT_OUTPUT,
    OPT_JOBS,
    OPT_JSONL,
    OPT_WARC,
    OPT_FOLLOW,
    OPT_WHERE,
    OPT_KEEP_DAMAGED,
    OPT_QUIET,
    OPT_VERBOSE,
    OPT_NO_SANDBOX,
    OPT_MAX_INPUT,
    OPT_MAX_MEMORY,
    OPT_MAX_DEPTH,
    OPT_MAX_ATTRIBUTES,
    OPT_COMPLETION,
    OPT_VERSION,
    OPT_HELP
};

static const struct option_row table[] = {
    {OPT_GROUP, 0, NULL, NULL, "What is read"},
    {OPT_FROM, 0, "from", "html|dump", "a page's markup, or what copying the page gives"},
    {OPT_CHARSET, 0, "charset", "NAME", "the page's charset; else it is found out"},
    {OPT_URL, 0, "url", "URL", "where the page came from; makes links absolute"},
    {OPT_GROUP, 0, NULL, NULL, "What is written"},
    {OPT_FORMAT, 'f', "format", "text|json|markdown|html|tsv", "the form of the result"},
    {OPT_BODY, 'b', "body", NULL, "the body alone"},
    {OPT_NO_METADATA, 0, "no-metadata", NULL, "the same as --body"},
    {OPT_FIELDS, 0, "fields", "NAME,...", "these fields, in this order"},
    {OPT_SOURCES, 0, "sources", NULL, "also where each field was found, and how sure that is"},
    {OPT_LINKS, 0, "links", NULL, "keep links; as footnotes in text"},
    {OPT_IMAGES, 0, "images", NULL, "keep images and their captions"},
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
    {OPT_WHERE, 0, "where", "KEY=VALUE,...", "WARC records with this status and type (status=2xx)"},
    {OPT_KEEP_DAMAGED, 0, "keep-damaged", NULL, "read what is left of damaged or truncated data"},
    {OPT_QUIET, 'q', "quiet", NULL, "no progress, no summary"},
    {OPT_GROUP, 0, NULL, NULL, "Limits"},
    {OPT_MAX_INPUT, 0, "max-input", "BYTES", "a longer page is refused (16M)"},
    {OPT_MAX_MEMORY, 0, "max-memory", "BYTES", "memory a page may take (1G)"},
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

/* The place of `value` in "a|b|c" or "[=a|b|c]", or -1. */
static int find_choice(const char *choices, const char *value) {
    size_t len = strlen(value);
    choices += strspn(choices, "[=");
    for (int i = 0; *choices && len; i++) {
        size_t choice_len = strcspn(choices, "|]");
        if (choice_len == len && memcmp(choices, value, len) == 0)
            return i;
        choices += choice_len + (choices[choice_len] != '\0');
    }
    return -1;
}

/* Reads "64k", "16M", "1G" as bytes. */
static bool read_size(const char *text, size_t *out) {
    char *end;
    errno = 0;
    unsigned long long n = strtoull(text, &end, 10);
    unsigned shift = 0;
    if (*end && strchr("kKmMgG", *end)) {
        shift = strchr("kK", *end) ? 10 : strchr("mM", *end) ? 20 : 30;
        end++;
    }
    /* strtoull takes a sign and white space; a size has neither. */
    if (!ascii_is_digit(*text) || *end || errno || n == 0 || n > (SIZE_MAX / 2) >> shift)
        return false;
    *out = (size_t)n << shift;
    return true;
}

static bool read_count(const char *text, unsigned max, unsigned *out) {
    size_t n;
    if (!read_size(text, &n) || n > max)
        return false;
    *out = (unsigned)n;
    return true;
}

static bool read_share(const char *text, double *out) {
    char *end;
    double share = strtod(text, &end);
    if (end == text || *end || !(share >= 0 && share <= 1))
        return false;
    *out = share;
    return true;
}

bool options_has_field(const struct options *options, enum field field) {
    for (size_t i = 0; i < options->n_fields; i++) {
        if (options->fields[i] == field)
            return true;
    }
    return false;
}

/* Each field once: neither JSON nor YAML may name a key twice. */
static bool read_fields(const char *list, struct options *out) {
    out->n_fields = 0;
    out->has_fields = true;
    while (out->n_fields < N_FIELDS) {
        size_t len = strcspn(list, ",");
        enum field field = field_find(list, len);
        if (field == N_FIELDS || options_has_field(out, field))
            return false;
        out->fields[out->n_fields++] = field;
        if (list[len] == '\0')
            return true;
        list += len + 1;
    }
    return false;
}

/* "200", "2xx" or "any". */
static bool read_status(struct str text, unsigned *out) {
    *out = 0;
    if (str_equals(text, STR("any")))
        return true;
    if (text.len != 3 || text.at[0] < '1' || text.at[0] > '9')
        return false;
    *out = (unsigned)(text.at[0] - '0');
    if (str_equals(str_between(text, 1, 3), STR("xx")))
        return true;
    for (size_t i = 1; i < 3; i++) {
        if (!ascii_is_digit(text.at[i]))
            return false;
        *out = *out * 10 + (unsigned)(text.at[i] - '0');
    }
    return true;
}

/* "status=200,type=text/html". */
static bool read_where(const char *list, struct where *out) {
    struct str left = str_of(list);
    while (left.len > 0) {
        struct str part = str_before(left, ',');
        left = str_between(left, part.len + (part.len < left.len), left.len);
        if (str_starts_with(part, STR("type=")) && part.len > 5)
            out->type = str_between(part, 5, part.len);
        else if (!str_starts_with(part, STR("status=")) ||
                 !read_status(str_between(part, 7, part.len), &out->status))
            return false;
    }
    return *list != '\0';
}

/* The workers' number: more than this a machine's cores gain nothing, and a typing error would
 * fork the machine to death. */
enum { MAX_JOBS = 1024 };

/* The longest page that the library takes; see max_input_bytes in pith.h. */
static const size_t MAX_INPUT_BYTES = (size_t)1 << 30;

/* Of depth and attributes: no page that is short enough to be read has more. */
enum { MAX_COUNT = 1 << 30 };

/* Sets what an option with an argument says; false when the argument makes no sense. */
static bool apply_value(const struct option_row *row, const char *value, struct options *out) {
    int choice = find_choice(row->argument, value);
    switch ((enum option_id)row->id) {
    case OPT_FROM:
        out->page.input = choice == 0 ? PITH_INPUT_HTML : PITH_INPUT_DUMP;
        return choice >= 0;
    case OPT_CHARSET:
        out->page.charset = value;
        return *value != '\0';
    case OPT_URL:
        out->page.url = value;
        return *value != '\0';
    case OPT_FORMAT:
        out->format = choice < 0 ? FORMAT_TEXT : (enum output_format)choice;
        out->has_format = true;
        return choice >= 0;
    case OPT_WHERE:
        return read_where(value, &out->where);
    case OPT_FIELDS:
        return read_fields(value, out);
    case OPT_EXPLAIN:
        out->explain = choice == 1 ? EXPLAIN_HTML : EXPLAIN_TSV;
        return choice >= 0;
    case OPT_MIN_CONFIDENCE:
        return read_share(value, &out->min_confidence);
    case OPT_MIN_CERTAINTY:
        return read_share(value, &out->page.min_certainty);
    case OPT_OUTPUT:
        out->out_dir = value;
        return *value != '\0';
    case OPT_JOBS:
        return read_count(value, MAX_JOBS, &out->n_jobs);
    case OPT_MAX_INPUT:
        return read_size(value, &out->page.max_input_bytes) &&
               out->page.max_input_bytes <= MAX_INPUT_BYTES;
    case OPT_MAX_MEMORY:
        return read_size(value, &out->page.max_memory_bytes);
    case OPT_MAX_DEPTH:
        return read_count(value, MAX_COUNT, &out->page.max_depth);
    case OPT_MAX_ATTRIBUTES:
        return read_count(value, MAX_COUNT, &out->page.max_attributes);
    default:
        return false;
    }
}

/* Half way to the ends of the scale, where a page keeps next to nothing or nearly everything. */
static const double LEAN = 0.5;

static void apply_flag(const struct option_row *row, struct options *out) {
    switch ((enum option_id)row->id) {
    case OPT_BODY:
    case OPT_NO_METADATA:
        out->body_only = true;
        break;
    case OPT_SOURCES:
        out->sources = true;
        break;
    case OPT_LINKS:
        out->page.flags |= PITH_KEEP_LINKS;
        break;
    case OPT_IMAGES:
        out->page.flags |= PITH_KEEP_IMAGES;
        break;
    case OPT_COMMENTS:
        out->page.flags |= PITH_KEEP_COMMENTS;
        break;
    case OPT_CHECK:
        out->check = true;
        break;
    case OPT_EXPLAIN:
        out->explain = EXPLAIN_TSV;
        break;
    case OPT_PRECISION:
        out->page.precision_bias = LEAN;
        break;
    case OPT_RECALL:
        out->page.precision_bias = -LEAN;
        break;
    case OPT_JSONL:
        out->mode = INPUT_JSONL;
        break;
    case OPT_WARC:
        out->mode = INPUT_WARC;
        break;
    case OPT_FOLLOW:
        out->follow = true;
        break;
    case OPT_KEEP_DAMAGED:
        out->keep_damaged = true;
        break;
    case OPT_QUIET:
        out->quiet = true;
        break;
    case OPT_VERBOSE:
        out->verbose = true;
        break;
    case OPT_NO_SANDBOX:
        out->no_sandbox = true;
        break;
    default:
        break;
    }
}

static enum options_outcome wrong(struct options_detail *detail, const char *format,
                                  const char *what, const char *value) {
    snprintf(detail->text, sizeof detail->text, format, what, value);
    return OPTIONS_WRONG;
}

static enum options_outcome apply(const struct option_row *row, const char *value,
                                  struct options *out, struct options_detail *detail) {
    if (row->id == OPT_HELP)
        return OPTIONS_HELP;
    if (row->id == OPT_VERSION)
        return OPTIONS_VERSION;
    if (row->id == OPT_COMPLETION && find_choice(row->argument, value) >= 0) {
        snprintf(detail->text, sizeof detail->text, "%s", value);
        return OPTIONS_COMPLETION;
    }
    if (!value)
        apply_flag(row, out);
    else if (!apply_value(row, value, out))
        return wrong(detail, "--%.40s does not take '%.80s'", row->name, value);
    return OPTIONS_RUN;
}

/* What is left of the command line while it is read. */
struct words {
    char **at, **end;
};

static const struct option_row *find_long(const char *name, size_t len) {
    for (size_t i = 0; i < N_OF(table); i++) {
        if (table[i].name && str_equals(str_of(table[i].name), (struct str){name, len}))
            return &table[i];
    }
    return NULL;
}

static const struct option_row *find_short(char letter) {
    for (size_t i = 0; i < N_OF(table); i++) {
        if (table[i].letter == letter)
            return &table[i];
    }
    return NULL;
}

static bool wants_argument(const struct option_row *row) {
    return row->argument && row->argument[0] != '[';
}

/* "--name", "--name=value", "--name value". */
static enum options_outcome read_long(const char *word, struct words *words, struct options *out,
                                      struct options_detail *detail) {
    size_t len = strcspn(word, "=");
    const char *value = word[len] ? word + len + 1 : NULL;
    const struct option_row *row = find_long(word, len);
    if (!row)
        return wrong(detail, "unknown option '--%.80s'%s", word, "");
    if (value && !row->argument)
        return wrong(detail, "--%.80s takes no argument%s", row->name, "");
    if (!value && wants_argument(row)) {
        if (words->at == words->end)
            return wrong(detail, "--%.80s wants an argument: %s", row->name, row->argument);
        value = *words->at++;
    }
    return apply(row, value, out, detail);
}

/* "-bc", "-j4", "-j 4". */
static enum options_outcome read_short(const char *word, struct words *words, struct options *out,
                                       struct options_detail *detail) {
    enum options_outcome outcome = OPTIONS_RUN;
    while (*word && outcome == OPTIONS_RUN) {
        const struct option_row *row = find_short(*word);
        if (!row)
            return wrong(detail, "unknown option '-%.1s'%s", word, "");
        const char *value = NULL;
        word++;
        if (wants_argument(row)) {
            if (!*word && words->at == words->end)
                return wrong(detail, "--%.80s wants an argument: %s", row->name, row->argument);
            value = *word ? word : *words->at++;
            word = "";
        }
        outcome = apply(row, value, out, detail);
    }
    return outcome;
}

/* The formats and flags that the choice of output calls for. */
static void ask_for_forms(struct options *o) {
    if (o->explain)
        o->page.flags |= PITH_EXPLAIN;
    if (o->format == FORMAT_MARKDOWN)
        o->page.formats |= PITH_MARKDOWN;
    if (o->format == FORMAT_HTML)
        o->page.formats |= PITH_HTML;
    if (options_has_field(o, FIELD_MARKDOWN))
        o->page.formats |= PITH_MARKDOWN;
    if (options_has_field(o, FIELD_HTML))
        o->page.formats |= PITH_HTML;
    if (options_has_field(o, FIELD_COMMENTS) && o->has_fields)
        o->page.flags |= PITH_KEEP_COMMENTS;
    if (options_has_field(o, FIELD_SOURCES))
        o->sources = true;
}

/* Headers as a mail has them: what names the article, not all that is known of it. */
static const enum field text_fields[] = {(enum field)PITH_HEADLINE, (enum field)PITH_BYLINE,
                                         (enum field)PITH_DATELINE, FIELD_TEXT, FIELD_COMMENTS};

static void choose_fields(struct options *o) {
    static const enum field body_fields[] = {FIELD_TEXT, FIELD_COMMENTS};
    const enum field *fields = field_defaults;
    size_t n = field_n_defaults;
    if (o->format == FORMAT_TEXT) {
        fields = text_fields;
        n = N_OF(text_fields);
    }
    if (o->mode == INPUT_WARC) {
        fields = field_record_defaults;
        n = field_n_record_defaults;
    }
    if (o->body_only) {
        fields = body_fields;
        n = N_OF(body_fields);
    }
    for (o->n_fields = 0; o->n_fields < n; o->n_fields++)
        o->fields[o->n_fields] = fields[o->n_fields];
}

/* What does not go together; NULL when all is well. */
static const char *find_conflict(const struct options *o) {
    bool records = o->mode != INPUT_PAGES;
    if (records && o->has_format && o->format != FORMAT_JSON)
        return "--jsonl and --warc write json; --fields=markdown asks for that form";
    if (records && (o->explain || o->check || o->out_dir))
        return "--jsonl and --warc go with none of --explain, --check and --output";
    if (o->has_fields && o->body_only)
        return "--fields and --body say different things";
    if (o->explain && (o->has_format || o->check))
        return "--explain goes with neither --format nor --check";
    if (o->sources && (o->format == FORMAT_TSV || o->format == FORMAT_HTML))
        return "--sources goes with text, json and markdown";
    if (o->check && o->out_dir)
        return "--check writes nothing, so --output has nothing to do";
    return NULL;
}

/* --sources adds two members to JSON; text and Markdown have other places for them. */
static void add_sources(struct options *o) {
    static const enum field added[] = {FIELD_SOURCES, FIELD_CERTAINTY};
    for (size_t i = 0; i < N_OF(added); i++)
        if (!options_has_field(o, added[i]) && o->n_fields < N_FIELDS)
            o->fields[o->n_fields++] = added[i];
}

static enum options_outcome finish(struct options *o, struct options_detail *detail) {
    if (o->mode != INPUT_PAGES && !o->has_format)
        o->format = FORMAT_JSON;
    const char *conflict = find_conflict(o);
    if (conflict)
        return wrong(detail, "%s%s", conflict, "");
    if (!o->has_fields)
        choose_fields(o);
    if (o->sources && o->format == FORMAT_JSON)
        add_sources(o);
    ask_for_forms(o);
    return OPTIONS_RUN;
}

/* Reads until all words are operands, which are moved to the front in their order. */
static enum options_outcome read_words(struct words words, struct options *out,
                                       struct options_detail *detail) {
    enum options_outcome outcome = OPTIONS_RUN;
    bool only_operands = false;
    char **operands = words.at;
    out->files = (const char *const *)operands;
    while (words.at < words.end && outcome == OPTIONS_RUN) {
        char *word = *words.at++;
        if (only_operands || word[0] != '-' || word[1] == '\0')
            operands[out->n_files++] = word;
        else if (strcmp(word, "--") == 0)
            only_operands = true;
        else if (word[1] == '-')
            outcome = read_long(word + 2, &words, out, detail);
        else
            outcome = read_short(word + 1, &words, out, detail);
    }
    return outcome;
}

enum options_outcome options_read(int argc, char **argv, struct options *out,
                                  struct options_detail *detail) {
    static const struct pith_options defaults = PITH_OPTIONS_INIT;
    static const char *const standard_input[] = {"-"};
    *out = (struct options){.page = defaults, .where = {.status = 2}};
    struct words words = {argv + (argc > 0), argv + argc};
    enum options_outcome outcome = read_words(words, out, detail);
    if (outcome == OPTIONS_RUN)
        outcome = finish(out, detail);
    if (out->n_files == 0) {
        out->files = standard_input;
        out->n_files = 1;
    }
    return outcome;
}

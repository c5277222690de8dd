/*
 * Parses the command line with one table; see options.h.
 */
#include "program/options.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "program/option_error.h"
#include "program/option_name.h"
#include "program/option_table.h"
#include "program/option_value.h"

bool options_tell_file(const struct options *options) {
    return options->has_fields || options->format == FORMAT_TSV || options->chunk_words;
}

bool options_has_field(const struct options *options, enum field field) {
    for (size_t i = 0; i < options->n_fields; i++) {
        if (options->fields[i] == field)
            return true;
    }
    return false;
}

/* Each field once: neither JSON nor YAML may have duplicate keys. */
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

/* The longest page that the library takes; see max_input_bytes in pith.h. */
static const size_t MAX_INPUT_BYTES = (size_t)1 << 30;

static void set_format(struct options *out, enum output_format format) {
    out->format = format;
    out->has_format = true;
}

/* Applies an option with an argument; false if the argument is not valid. */
static bool apply_value(const struct option_row *row, const char *value, struct options *out) {
    int choice = option_value_choice(row->argument, value);
    switch ((enum option_id)row->id) {
    case OPT_FROM:
        out->page.input = choice == 0 ? PITH_INPUT_HTML : PITH_INPUT_DUMP;
        return choice >= 0;
    case OPT_CHARSET:
        out->page.charset = value;
        return *value != '\0';
    case OPT_URL:
        out->page.url = value;
        return option_value_is_url(value);
    case OPT_FORMAT:
        set_format(out, choice < 0 ? FORMAT_TEXT : (enum output_format)choice);
        return choice >= 0;
    case OPT_WHERE:
        return option_value_where(value, &out->where);
    case OPT_CHUNKS:
        return option_value_count(value, MAX_COUNT, &out->chunk_words);
    case OPT_FIELDS:
        return read_fields(value, out);
    case OPT_EXPLAIN:
        out->explain = choice == 1 ? EXPLAIN_HTML : EXPLAIN_TSV;
        return choice >= 0;
    case OPT_DROP:
        out->page.drop = out->drop;
        return option_value_append(value, out->drop, sizeof out->drop);
    case OPT_KEEP:
        out->page.keep = out->keep;
        return option_value_append(value, out->keep, sizeof out->keep);
    case OPT_MIN_CONFIDENCE:
        return option_value_share(value, &out->min_confidence);
    case OPT_MIN_CERTAINTY:
        return option_value_share(value, &out->page.min_certainty);
    case OPT_OUTPUT:
        out->out_dir = value;
        return *value != '\0';
    case OPT_JOBS:
        return option_value_count(value, MAX_JOBS, &out->n_jobs);
    case OPT_TIMEOUT:
        return option_value_seconds(value, &out->page.max_seconds);
    case OPT_MAX_INPUT:
        return option_value_size(value, &out->page.max_input_bytes) &&
               out->page.max_input_bytes <= MAX_INPUT_BYTES;
    case OPT_MAX_MEMORY:
        return option_value_size(value, &out->page.max_memory_bytes);
    case OPT_MAX_DEPTH:
        return option_value_count(value, MAX_COUNT, &out->page.max_depth);
    case OPT_MAX_ATTRIBUTES:
        return option_value_count(value, MAX_COUNT, &out->page.max_attributes);
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
    case OPT_JSON:
        set_format(out, FORMAT_JSON);
        break;
    case OPT_MARKDOWN:
        set_format(out, FORMAT_MARKDOWN);
        break;
    case OPT_HTML:
        set_format(out, FORMAT_HTML);
        break;
    case OPT_FRAGMENT:
        out->is_fragment = true;
        break;
    case OPT_HEADER:
        out->has_header = true;
        break;
    case OPT_CHUNKS:
        out->chunk_words = DEFAULT_CHUNK_WORDS;
        break;
    case OPT_STRICT:
        out->strict = true;
        break;
    case OPT_SOURCES:
        out->sources = true;
        break;
    case OPT_LINKS:
        out->page.flags = (out->page.flags & ~(unsigned)PITH_NO_LINKS) | PITH_KEEP_LINKS;
        break;
    case OPT_NO_LINKS:
        out->page.flags = (out->page.flags & ~(unsigned)PITH_KEEP_LINKS) | PITH_NO_LINKS;
        break;
    case OPT_IMAGES:
        out->page.flags |= PITH_KEEP_IMAGES;
        break;
    case OPT_VISIBLE:
        out->page.flags |= PITH_VISIBLE;
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
    case OPT_WARC_OUT:
        out->warc_out = true;
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
    if (row->id == OPT_COMPLETION && value && option_value_choice(row->argument, value) >= 0) {
        snprintf(detail->text, sizeof detail->text, "%s", value);
        return OPTIONS_COMPLETION;
    }
    if (!value)
        apply_flag(row, out);
    else if (!apply_value(row, value, out))
        return option_error_value(detail, row, value);
    return OPTIONS_RUN;
}

/* The rest of the command line while it is read. */
struct words {
    char **at, **end;
};

static const char *name_of_row(const void *rows, size_t i) {
    return ((const struct option_row *)rows)[i].name;
}

static const struct option_row *find_short(char letter) {
    size_t n;
    const struct option_row *table = options_table(&n);
    for (size_t i = 0; i < n; i++) {
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
    struct str name = {word, len};
    size_t n;
    const struct option_row *table = options_table(&n);
    int found = option_name_find(name, name_of_row, table, n);
    if (found < 0)
        return option_error_name(detail, name, found == OPTION_NAME_AMBIGUOUS);
    const struct option_row *row = &table[found];
    if (value && !row->argument)
        return wrong(detail, "--%.80s takes no value%s", row->name, "");
    if (!value && wants_argument(row)) {
        if (words->at == words->end)
            return wrong(detail, "--%.80s needs a value: %s", row->name, row->argument);
        value = *words->at++;
    }
    return apply(row, value, out, detail);
}

static enum options_outcome unknown_letter(struct options_detail *detail, const char *word) {
    bool is_valid;
    int len = (int)utf8_sequence_len(str_of(word), 0, &is_valid);
    snprintf(detail->text, sizeof detail->text, "unknown option '-%.*s'", len, word);
    return OPTIONS_WRONG;
}

/* "-bc", "-j4", "-j 4". */
static enum options_outcome read_short(const char *word, struct words *words, struct options *out,
                                       struct options_detail *detail) {
    enum options_outcome outcome = OPTIONS_RUN;
    while (*word && outcome == OPTIONS_RUN) {
        const struct option_row *row = find_short(*word);
        if (!row)
            return unknown_letter(detail, word);
        const char *value = NULL;
        word++;
        if (wants_argument(row)) {
            if (!*word && words->at == words->end)
                return wrong(detail, "--%.80s needs a value: %s", row->name, row->argument);
            value = *word ? word : *words->at++;
            word = "";
        }
        outcome = apply(row, value, out, detail);
    }
    return outcome;
}

/* Sets the formats and flags that the chosen output needs. */
static void request_formats(struct options *o) {
    if (o->explain)
        o->page.flags |= PITH_EXPLAIN;
    if (o->chunk_words)
        o->page.flags |= PITH_BLOCKS;
    o->page.formats |= field_body_format(field_body(o->format)) & ~(unsigned)PITH_TEXT;
    for (size_t i = 0; i < o->n_fields; i++)
        o->page.formats |= field_body_format(o->fields[i]) & ~(unsigned)PITH_TEXT;
    if (options_has_field(o, FIELD_COMMENTS) && o->has_fields)
        o->page.flags |= PITH_KEEP_COMMENTS;
    if (options_has_field(o, FIELD_LINKS) || options_has_field(o, FIELD_IMAGES) ||
        options_has_field(o, FIELD_TABLES))
        o->page.flags |= PITH_LISTS | PITH_BLOCKS;
    if (options_has_field(o, FIELD_SOURCES))
        o->sources = true;
}

/* The headers of the text format: those that identify the article, not everything known about
 * it. */
static const enum field text_fields[] = {(enum field)PITH_HEADLINE, (enum field)PITH_BYLINE,
                                         (enum field)PITH_DATELINE, FIELD_TEXT, FIELD_COMMENTS};

/* The fields that distinguish the chunks of one page from those of another, and that search results
 * show. */
static const enum field chunk_fields[] = {FIELD_FILE, FIELD_ID, (enum field)PITH_URL,
                                          (enum field)PITH_HEADLINE, (enum field)PITH_DATE};

static void choose_fields(struct options *o) {
    static const enum field body_fields[] = {FIELD_TEXT, FIELD_COMMENTS};
    const enum field *fields = field_defaults;
    size_t n = field_n_defaults;
    if (o->format == FORMAT_TEXT) {
        fields = text_fields;
        n = N_OF(text_fields);
    }
    if (o->chunk_words) {
        fields = chunk_fields;
        n = N_OF(chunk_fields);
    } else if (o->mode == INPUT_WARC) {
        fields = field_record_defaults;
        n = field_n_record_defaults;
    }
    if (o->body_only) {
        fields = body_fields;
        n = N_OF(body_fields);
    }
    o->n_fields = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_for_programs =
            fields[i] == FIELD_EXCERPT || fields[i] == (enum field)PITH_DIRECTION;
        if (!is_for_programs || o->format == FORMAT_JSON) /* others show the body itself */
            o->fields[o->n_fields++] = fields[i];
    }
}

/* Whether the format has a place for the field. */
static bool is_writable(const struct options *o, enum field field) {
    bool is_table = o->format == FORMAT_JSON || o->format == FORMAT_TSV;
    bool is_list = field == FIELD_LINKS || field == FIELD_IMAGES || field == FIELD_TABLES;
    if (field == FIELD_SOURCES || field == FIELD_CERTAINTY)
        return is_table || o->format == FORMAT_MARKDOWN;
    return is_table || (!is_list && field != FIELD_MARKDOWN && field != FIELD_HTML);
}

static bool has_writable_field(const struct options *o) {
    for (size_t i = 0; i < o->n_fields; i++) {
        if (is_writable(o, o->fields[i]))
            return true;
    }
    return false;
}

/* Options that cannot be combined; NULL if there are none. */
static const char *find_conflict(const struct options *o) {
    bool records = o->mode != INPUT_PAGES;
    if (records && o->has_format && o->format != FORMAT_JSON)
        return "--jsonl and --warc write JSON; for a body in Markdown use --fields=markdown";
    if (records && (o->explain || o->check || o->out_dir))
        return "--jsonl and --warc cannot be combined with --explain, --check or --output";
    if (o->chunk_words && (o->check || o->explain || (o->has_format && o->format != FORMAT_JSON)))
        return "--chunks writes JSON; it cannot be combined with --check, --explain or another "
               "format";
    if (o->is_fragment && o->format != FORMAT_HTML)
        return "--fragment needs --format=html";
    if (o->has_header && o->format != FORMAT_TSV)
        return "--header needs --format=tsv";
    if (o->strict && !records)
        return "--strict needs --jsonl or --warc";
    if (o->warc_out && (o->mode != INPUT_WARC || o->has_format || o->has_fields))
        return "--warc-out needs --warc, and cannot be combined with --format or --fields";
    if (o->warc_out && (o->chunk_words || o->sources || o->body_only))
        return "--warc-out writes the text; it cannot be combined with --chunks, --sources or "
               "--body";
    if (o->where.is_given && o->mode != INPUT_WARC)
        return "--where needs --warc";
    if (o->has_fields && o->body_only)
        return "--fields and --body contradict each other";
    if (o->explain && (o->has_format || o->check || o->has_fields || o->sources))
        return "--explain cannot be combined with --format, --check, --fields or --sources";
    if (o->sources && (o->format == FORMAT_TSV || o->format == FORMAT_HTML))
        return "--sources needs --format=text, json or markdown";
    if (o->sources && o->body_only && o->format != FORMAT_JSON)
        return "--sources cannot be combined with --body, which leaves out the fields";
    if (o->check && o->out_dir)
        return "--check writes nothing, so it cannot be combined with --output";
    if (o->has_fields && !has_writable_field(o))
        return "--fields names nothing that this format has a place for; try --format=json";
    return NULL;
}

/* --sources adds two members to JSON; text and Markdown put them elsewhere. */
static void add_sources(struct options *o) {
    static const enum field added[] = {FIELD_SOURCES, FIELD_CERTAINTY};
    for (size_t i = 0; i < N_OF(added); i++)
        if (!options_has_field(o, added[i]) && o->n_fields < N_FIELDS)
            o->fields[o->n_fields++] = added[i];
}

static enum options_outcome finish(struct options *o, struct options_detail *detail) {
    if (!o->has_format && (o->mode != INPUT_PAGES || o->chunk_words))
        o->format = FORMAT_JSON;
    const char *conflict = find_conflict(o);
    if (conflict)
        return wrong(detail, "%s%s", conflict, "");
    if (!o->has_fields)
        choose_fields(o);
    if (o->sources && o->format == FORMAT_JSON)
        add_sources(o);
    request_formats(o);
    return o->page.drop || o->page.keep ? option_error_selector(detail, &o->page) : OPTIONS_RUN;
}

/* Reads until only operands are left, which are moved to the front in their order. */
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

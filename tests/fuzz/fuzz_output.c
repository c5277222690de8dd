/*
 * Any bytes as a page: what the program writes for it, in each format, is well-formed to an
 * independent reader and says the same as in JSON. libyaml reads JSON and front matter, Gumbo reads
 * HTML; headers and TSV have as many parts as they should. The same page twice gives the same
 * bytes.
 */
#define _POSIX_C_SOURCE 200809L /* strdup, strndup */
#include <yaml.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "fuzz.h"
#include "program/options.h"
#include "program/worker/page.h"

DEFINE_TAG_MUTATOR

enum form { JSON, MARKDOWN, TEXT, TSV, HTML, EXPLAIN, EXPLAIN_PAGE, CHUNKS, N_FORMS };

#define FIELDS                                                                                     \
    "--fields=headline,standfirst,byline,dateline,place,date,modified,language,site,url,"          \
    "description,image,type,kind,direction,authors,tags,confidence,word_count,excerpt,charset"

enum { N_FIELDS_WRITTEN = 21 };

static const char *const ARGUMENTS[N_FORMS][6] = {
    [JSON] = {"pith", "--json", FIELDS},
    [MARKDOWN] = {"pith", "--markdown", FIELDS},
    [TEXT] = {"pith", FIELDS},
    [TSV] = {"pith", "--format=tsv", FIELDS},
    [HTML] = {"pith", "--html", "--comments", "--images", "--recall"},
    [EXPLAIN] = {"pith", "--explain"},
    [EXPLAIN_PAGE] = {"pith", "--explain=html"},
    [CHUNKS] = {"pith", "--chunks=5", "--json", "--recall"},
};

static struct options options[N_FORMS];
static struct page_worker workers[N_FORMS];

static void open_workers(void) {
    static char *argv[N_FORMS][N_OF(ARGUMENTS[0])]; /* kept, since options point into it */
    for (int form = 0; form < N_FORMS; form++) {
        int argc = 0;
        struct options_detail detail;
        for (; ARGUMENTS[form][argc]; argc++)
            argv[form][argc] = strdup(ARGUMENTS[form][argc]);
        REQUIRE(options_read(argc, argv[form], &options[form], &detail) == OPTIONS_RUN);
        options[form].page.max_seconds = 1e3; /* libFuzzer has its own time limit */
        REQUIRE(page_worker_init(&workers[form], &options[form]));
    }
}

static struct answer answer(enum form form, const uint8_t *data, size_t len) {
    struct job job = {.kind = JOB_PAGE, .bytes = {(const char *)data, len}};
    return page_worker_answer(&workers[form], &job);
}

/* -- Values ------------------------------------------------------------------------------ */

/* A value of an object, or of a list in it; copied, since it outlives its reader. */
struct value {
    char key[32], *text;
};

struct values {
    struct value at[4096];
    size_t n;
};

/* The name of a field in front matter as that in JSON. */
static const char *json_key(const char *key) {
    static const char *const keys[][2] = {{"title", "headline"}, {"author", "authors"},
                                          {"published", "date"}, {"lang", "language"},
                                          {"dir", "direction"},  {"source", "url"}};
    for (size_t i = 0; i < N_OF(keys); i++)
        if (strcmp(keys[i][0], key) == 0)
            return keys[i][1];
    return key;
}

static void add(struct values *values, const char *key, struct str text) {
    if (values->n == N_OF(values->at))
        return;
    struct value *value = &values->at[values->n++];
    snprintf(value->key, sizeof value->key, "%s", json_key(key));
    value->text = strndup(text.at, text.len);
}

static void clear(struct values *values) {
    while (values->n > 0)
        free(values->at[--values->n].text);
}

static void check_same(const struct values *a, const struct values *b) {
    REQUIRE(a->n == b->n);
    for (size_t i = 0; i < a->n; i++) {
        if (strcmp(a->at[i].key, b->at[i].key) == 0 && strcmp(a->at[i].text, b->at[i].text) == 0)
            continue;
        fprintf(stderr, "%s: %s\n%s: %s\n", a->at[i].key, a->at[i].text, b->at[i].key,
                b->at[i].text);
        abort();
    }
}

/* -- JSON and YAML ----------------------------------------------------------------------- */

/* Reads an object as pith does. */
static void read_json(struct str text, struct values *out) {
    struct arena arena;
    struct json json;
    char key[32] = "";
    arena_init(&arena);
    REQUIRE(setjmp(arena.escape) == 0);
    json_parse(&arena, text, (struct json_limits){300, (size_t)1 << 24}, &json);
    REQUIRE(json.is_strict && !json.is_truncated && json.values[0].kind == JSON_OBJECT);
    for (size_t i = 1; i < json.n_values; i++) {
        const struct json_value *value = &json.values[i];
        if (value->key.at)
            snprintf(key, sizeof key, "%.*s", (int)value->key.len, value->key.at);
        if (value->kind == JSON_STRING || value->kind == JSON_NUMBER)
            add(out, key, value->text);
    }
    arena_done(&arena);
}

/* Whether a value without quotes is a string to no version of YAML: digits and a period. */
static int is_plain_number(const char *text) {
    return *text && strspn(text, "0123456789.") == strlen(text);
}

/* Reads a scalar; the keys of a mapping alternate with its values, unless these are lists. */
static void read_scalar(const yaml_event_t *event, int in_list, char *key, struct values *out) {
    const char *text = (const char *)event->data.scalar.value;
    size_t len = event->data.scalar.length;
    if (!in_list && !*key) {
        snprintf(key, 32, "%s", text);
        return;
    }
    REQUIRE(event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || is_plain_number(text));
    REQUIRE(strlen(text) == len);
    add(out, key, (struct str){text, len});
    if (!in_list)
        *key = '\0';
}

/* Reads a mapping of strings, numbers and lists of strings. */
static void read_yaml(struct str text, struct values *out) {
    yaml_parser_t parser;
    yaml_event_t event;
    char key[32] = "";
    int in_list = 0, is_done = 0;
    REQUIRE(yaml_parser_initialize(&parser));
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.at, text.len);
    while (!is_done) {
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "%s\n%.*s\n", parser.problem, (int)text.len, text.at);
            abort();
        }
        REQUIRE(event.type != YAML_ALIAS_EVENT);
        if (event.type == YAML_SCALAR_EVENT)
            read_scalar(&event, in_list, key, out);
        else if (event.type == YAML_SEQUENCE_START_EVENT)
            in_list = 1;
        else if (event.type == YAML_SEQUENCE_END_EVENT)
            in_list = *key = 0;
        is_done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

/* Every JSON text is YAML too, so another reader can check it. */
static void check_json_is_yaml(struct str json, const struct values *expected) {
    static struct values read;
    read_yaml(json, &read);
    check_same(expected, &read);
    clear(&read);
}

static void check_markdown(struct str markdown, const struct values *expected) {
    static struct values read;
    if (markdown.len == 0)
        return;
    REQUIRE(str_starts_with(markdown, STR("---\n")));
    size_t end = str_find(markdown, STR("\n---\n"));
    REQUIRE(end < markdown.len);
    read_yaml(str_between(markdown, 4, end + 1), &read);
    check_same(expected, &read);
    clear(&read);
}

/* -- Lines ------------------------------------------------------------------------------- */

static void check_no_control(struct str text) {
    REQUIRE(utf8_is_valid(text));
    for (size_t i = 0; i < text.len;)
        REQUIRE(!utf8_is_control(utf8_next(text, &i)));
}

/* Headers up to an empty line, each field once. */
static void check_mail(struct str mail, const struct values *expected) {
    size_t n = 0, n_expected = 0;
    for (size_t i = 0; i < expected->n; i++)
        n_expected += i == 0 || strcmp(expected->at[i].key, expected->at[i - 1].key) != 0;
    check_no_control(mail);
    for (size_t at = 0; at < mail.len; n++) {
        struct str line = str_next_line(mail, &at);
        if (line.len == 0)
            break;
        REQUIRE(ascii_is_upper(line.at[0]) && str_find(line, STR(": ")) < line.len);
    }
    REQUIRE(mail.len == 0 || n == n_expected);
}

/* Rows of `n_cells`, of which none begins like a formula or a quotation. */
static void check_rows(struct str rows, size_t n_cells) {
    check_no_control(rows);
    REQUIRE(rows.len == 0 || rows.at[rows.len - 1] == '\n');
    for (size_t at = 0; at < rows.len;) {
        struct str line = str_next_line(rows, &at);
        size_t n = 1;
        for (size_t i = 0; i < line.len; i++) {
            n += line.at[i] == '\t';
            REQUIRE(!((i == 0 || line.at[i - 1] == '\t') && strchr("=+-@\"", line.at[i])));
            REQUIRE(line.at[i] != '\r');
        }
        REQUIRE(n == n_cells);
    }
}

/* -- HTML -------------------------------------------------------------------------------- */

/* The elements that only the program writes, around the body or in an explanation. */
static int is_own_tag(GumboTag tag, int is_explanation) {
    static const GumboTag page[] = {GUMBO_TAG_META, GUMBO_TAG_TITLE, GUMBO_TAG_STYLE,
                                    GUMBO_TAG_ARTICLE, GUMBO_TAG_BDI};
    static const GumboTag explanation[] = {GUMBO_TAG_FORM,   GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,
                                           GUMBO_TAG_LABEL,  GUMBO_TAG_SMALL,    GUMBO_TAG_B,
                                           GUMBO_TAG_SCRIPT, GUMBO_TAG_INPUT};
    for (size_t i = 0; i < N_OF(page); i++)
        if (page[i] == tag)
            return 1;
    for (size_t i = 0; is_explanation && i < N_OF(explanation); i++)
        if (explanation[i] == tag)
            return 1;
    return 0;
}

/* What must be the same in every page: styles and scripts. */
static void check_constant(const GumboElement *element, int is_explanation) {
    static char *seen[2][2];
    char **before = &seen[is_explanation][element->tag == GUMBO_TAG_SCRIPT];
    REQUIRE(element->children.length == 1 && element->attributes.length == 0);
    const GumboNode *text = element->children.data[0];
    if (!*before)
        *before = strdup(text->v.text.text);
    REQUIRE(strcmp(*before, text->v.text.text) == 0);
}

static void check_own_element(const GumboElement *element, int is_explanation) {
    for (unsigned i = 0; i < element->attributes.length; i++) {
        const GumboAttribute *attribute = element->attributes.data[i];
        REQUIRE(!str_starts_with_lower(str_of(attribute->name), STR("on")));
        REQUIRE(strcmp(attribute->name, "href") != 0 && strcmp(attribute->name, "src") != 0 &&
                strcmp(attribute->name, "action") != 0);
        if (strcmp(attribute->name, "http-equiv") == 0)
            REQUIRE(strcmp(attribute->value, "Content-Security-Policy") == 0);
        if (strcmp(attribute->name, "style") == 0)
            REQUIRE(is_explanation && str_starts_with(str_of(attribute->value), STR("--s:")) &&
                    is_plain_number(attribute->value + 4));
    }
    if (element->tag == GUMBO_TAG_STYLE || element->tag == GUMBO_TAG_SCRIPT)
        check_constant(element, is_explanation);
}

static void check_page_node(const GumboNode *node, int is_explanation) {
    REQUIRE(node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_TEMPLATE &&
            node->type != GUMBO_NODE_CDATA);
    if (node->type != GUMBO_NODE_ELEMENT)
        return;
    const GumboElement *element = &node->v.element;
    if (is_explanation || is_own_tag(element->tag, is_explanation)) {
        REQUIRE(is_allowed_tag(element->tag) || is_own_tag(element->tag, is_explanation));
        check_own_element(element, is_explanation);
    } else {
        check_element(element);
    }
    for (unsigned i = 0; i < element->children.length; i++)
        check_page_node(element->children.data[i], is_explanation);
}

static void check_page(struct str html, int is_explanation) {
    check_no_control(html);
    if (html.len == 0)
        return;
    GumboOutput *tree = gumbo_parse_with_options(&kGumboDefaultOptions, html.at, html.len);
    REQUIRE(tree->errors.length == 0);
    check_page_node(tree->root, is_explanation);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
}

/* -- The target -------------------------------------------------------------------------- */

static void check(enum form form, struct str output, const struct values *expected) {
    switch (form) {
    case MARKDOWN:
        check_markdown(output, expected);
        break;
    case TEXT:
        check_mail(output, expected);
        break;
    case TSV:
        check_rows(output, N_FIELDS_WRITTEN);
        break;
    case EXPLAIN:
        check_rows(output, 7);
        break;
    case HTML:
    case EXPLAIN_PAGE:
        check_page(output, form == EXPLAIN_PAGE);
        break;
    default:
        check_json_lines(output);
        break;
    }
}

static enum form choose_form(const uint8_t *data, size_t len) {
    unsigned sum = (unsigned)len;
    for (size_t i = 0; i < len && i < 4096; i++)
        sum = sum * 31 + data[i];
    return (enum form)(MARKDOWN + (sum >> 4) % (N_FORMS - MARKDOWN));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static struct values expected;
    if (!options[JSON].n_files)
        open_workers();
    struct answer json = answer(JSON, data, len);
    if (json.output.len == 0)
        return 0; /* not a page, or over a limit */
    char *copy = strndup(json.output.at, json.output.len);
    size_t copy_len = json.output.len;
    read_json(json.output, &expected);
    check_json_is_yaml(json.output, &expected);
    json = answer(JSON, data, len);
    REQUIRE(str_equals(json.output, (struct str){copy, copy_len}));
    enum form form = choose_form(data, len);
    check(form, answer(form, data, len).output, &expected);
    clear(&expected);
    free(copy);
    return 0;
}

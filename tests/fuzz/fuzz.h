/*
 * What the fuzz targets share: checks that abort, and a mutator that knows tags.
 */
#ifndef PITH_FUZZ_H
#define PITH_FUZZ_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gumbo.h>

#include "base/json.h"
#include "base/str.h"
#include "base/utf8.h"
#include "pith.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);
size_t LLVMFuzzerMutate(uint8_t *data, size_t len, size_t max_len);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t len, size_t max_len, unsigned seed);

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* Without a limit of time: the fuzzer has its own, and may have been stopped meanwhile. */
static inline struct pith_options fuzz_options(void) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.max_seconds = INFINITY;
    return options;
}

/* Checks that text is well-formed, and contains nothing that a terminal obeys or people never see.
 */
static inline void check_text(const char *text) {
    struct str s = str_of(text);
    REQUIRE(utf8_is_valid(s));
    for (size_t i = 0; i < s.len;) {
        size_t start = i;
        uint32_t c = utf8_next(s, &i);
        REQUIRE(!utf8_is_control(c) && !utf8_is_hidden(str_between(s, 0, start), c));
    }
}

/* The allow-list of PITH_HTML, and the elements that Gumbo adds around it. */
static inline int is_allowed_tag(GumboTag tag) {
    static const GumboTag tags[] = {
        GUMBO_TAG_HTML,  GUMBO_TAG_HEAD,     GUMBO_TAG_BODY,    GUMBO_TAG_P,
        GUMBO_TAG_H1,    GUMBO_TAG_H2,       GUMBO_TAG_H3,      GUMBO_TAG_H4,
        GUMBO_TAG_H5,    GUMBO_TAG_H6,       GUMBO_TAG_UL,      GUMBO_TAG_OL,
        GUMBO_TAG_LI,    GUMBO_TAG_DL,       GUMBO_TAG_DT,      GUMBO_TAG_DD,
        GUMBO_TAG_TABLE, GUMBO_TAG_CAPTION,  GUMBO_TAG_THEAD,   GUMBO_TAG_TBODY,
        GUMBO_TAG_TR,    GUMBO_TAG_TH,       GUMBO_TAG_TD,      GUMBO_TAG_PRE,
        GUMBO_TAG_CODE,  GUMBO_TAG_A,        GUMBO_TAG_STRONG,  GUMBO_TAG_BLOCKQUOTE,
        GUMBO_TAG_EM,    GUMBO_TAG_BR,       GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION,
        GUMBO_TAG_IMG,   GUMBO_TAG_SUP,      GUMBO_TAG_SUB,     GUMBO_TAG_INS,
        GUMBO_TAG_DEL,   GUMBO_TAG_MARK,     GUMBO_TAG_KBD,     GUMBO_TAG_SAMP,
        GUMBO_TAG_VAR,   GUMBO_TAG_INPUT,    GUMBO_TAG_SECTION, GUMBO_TAG_DIV,
        GUMBO_TAG_SPAN,  GUMBO_TAG_Q,        GUMBO_TAG_CITE,    GUMBO_TAG_HR,
        GUMBO_TAG_COL,   GUMBO_TAG_COLGROUP, GUMBO_TAG_TFOOT,   GUMBO_TAG_RUBY,
        GUMBO_TAG_RT,    GUMBO_TAG_RP,       GUMBO_TAG_ABBR};
    for (size_t i = 0; i < N_OF(tags); i++)
        if (tags[i] == tag)
            return 1;
    return 0;
}

/* Whether a URL has no scheme but these, as a browser reads it. (cmark-gfm makes links of ftp and
 * xmpp by itself.) */
static inline int is_safe_url(const char *url) {
    char scheme[16];
    size_t n = 0;
    while (*url && (unsigned char)*url <= ' ')
        url++;
    for (; *url && !strchr("/?#", *url); url++) {
        if (strchr("\t\n\r", *url))
            continue;
        if (*url == ':') {
            struct str s = {scheme, n};
            return str_equals_lower(s, STR("http")) || str_equals_lower(s, STR("https")) ||
                   str_equals_lower(s, STR("mailto")) || str_equals_lower(s, STR("ftp")) ||
                   str_equals_lower(s, STR("xmpp"));
        }
        if (n < sizeof scheme) /* a longer one is not among them */
            scheme[n++] = *url;
    }
    return 1;
}

static inline void check_element(const GumboElement *element) {
    REQUIRE(is_allowed_tag(element->tag) && element->tag_namespace == GUMBO_NAMESPACE_HTML);
    for (unsigned i = 0; i < element->attributes.length; i++) {
        const GumboAttribute *attribute = element->attributes.data[i];
        REQUIRE(!str_starts_with_lower(str_of(attribute->name), STR("on")));
        REQUIRE(strcmp(attribute->name, "style") != 0 && strcmp(attribute->name, "srcdoc") != 0);
        if (strcmp(attribute->name, "href") == 0 || strcmp(attribute->name, "src") == 0)
            if (!is_safe_url(attribute->value)) {
                fprintf(stderr, "%s=%s\n", attribute->name, attribute->value);
                abort();
            }
    }
}

static inline void check_node(const GumboNode *node) {
    REQUIRE(node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_TEMPLATE &&
            node->type != GUMBO_NODE_CDATA);
    if (node->type != GUMBO_NODE_ELEMENT)
        return;
    check_element(&node->v.element);
    for (unsigned i = 0; i < node->v.element.children.length; i++)
        check_node(node->v.element.children.data[i]);
}

/* Parses a fragment like a browser, and checks it. */
static inline void check_html(const char *html) {
    GumboOutput *tree = gumbo_parse_with_options(&kGumboDefaultOptions, html, strlen(html));
    check_node(tree->root);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
}

/* Checks lines, each of which must be one JSON object. */
static inline void check_json_lines(struct str lines) {
    struct arena arena;
    arena_init(&arena);
    REQUIRE(setjmp(arena.escape) == 0);
    for (size_t at = 0; at < lines.len;) {
        struct json json;
        struct str line = str_next_line(lines, &at);
        REQUIRE(utf8_is_valid(line));
        json_parse(&arena, line, (struct json_limits){300, (size_t)1 << 24}, &json);
        REQUIRE(json.is_strict && !json.is_truncated && json.values[0].kind == JSON_OBJECT);
    }
    arena_done(&arena);
}

static inline void check_article(const struct pith_article *article) {
    check_text(pith_article_body(article, PITH_TEXT, NULL));
    if (pith_article_body(article, PITH_MARKDOWN, NULL))
        check_text(pith_article_body(article, PITH_MARKDOWN, NULL));
    if (pith_article_body(article, PITH_HTML, NULL)) {
        check_text(pith_article_body(article, PITH_HTML, NULL));
        check_html(pith_article_body(article, PITH_HTML, NULL));
    }
    check_text(pith_article_comments(article));
    for (int i = 0; pith_field_name((enum pith_field)i); i++)
        if (pith_article_field(article, (enum pith_field)i))
            check_text(pith_article_field(article, (enum pith_field)i));
    for (size_t i = 0; pith_article_author(article, i); i++)
        check_text(pith_article_author(article, i));
    for (size_t i = 0; pith_article_tag(article, i); i++)
        check_text(pith_article_tag(article, i));
    REQUIRE(pith_article_confidence(article) >= 0 && pith_article_confidence(article) <= 1);
}

/* The position of the nth "<" in the input, or its end. */
static inline size_t tag_at(const uint8_t *data, size_t len, size_t n) {
    size_t at = 0;
    while (at < len && n-- > 0) {
        const uint8_t *next = memchr(data + at + 1, '<', len - at - 1);
        at = next ? (size_t)(next - data) : len;
    }
    return at;
}

/* Every other time uses libFuzzer's own mutations; otherwise copies a run of tags to a place before
 * another tag, so that pages get deep, wide and misnested, which mutating single bytes hardly
 * achieves. */
static inline size_t mutate_tags(uint8_t *data, size_t len, size_t max_len, unsigned seed) {
    if (seed % 2 == 0 || len < 8)
        return LLVMFuzzerMutate(data, len, max_len);
    size_t first = tag_at(data, len, seed / 2 % 61),
           end = tag_at(data, len, seed / 2 % 61 + 1 + seed / 128 % 7);
    size_t to = tag_at(data, len, seed / 1024 % 67), n = end - first;
    size_t times = 1 + (seed >> 20) % 4;
    uint8_t *run = n ? malloc(n) : NULL;
    if (!run)
        return LLVMFuzzerMutate(data, len, max_len);
    memcpy(run, data + first, n);
    while (times-- > 0 && len + n <= max_len) {
        memmove(data + to + n, data + to, len - to);
        memcpy(data + to, run, n);
        len += n;
    }
    free(run);
    return len;
}

#define DEFINE_TAG_MUTATOR                                                                         \
    size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t len, size_t max_len, unsigned seed) {     \
        return mutate_tags(data, len, max_len, seed);                                              \
    }

#endif

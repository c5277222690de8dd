/*
 * Shared by the tests of the model of open elements: tags in, the stack and the formats out.
 */
#ifndef PITH_TEST_NESTING_MODEL_H
#define PITH_TEST_NESTING_MODEL_H

#include "ground.h"

#include "html/element.h"
#include "html/markup.h"
#include "html/nesting.h"

struct model {
    struct arena *arena;
    struct name_table names;
    struct digest digest;
    struct nesting nesting;
    struct buffer refused; /* names of the tags that Gumbo must not see */
};

static inline void append_name(struct buffer *out, enum element element, struct str name) {
    buffer_append_byte(out, ' ');
    buffer_append(out, element != ELEMENT_OTHER ? element_names[element] : name);
}

static inline void read_start_tag(struct model *m, struct str attrs, enum element element,
                                  struct str name, bool self_closes) {
    if (!nesting_open(&m->nesting, element, name)) {
        append_name(&m->refused, element, name);
        return;
    }
    if (element_traits[element] & ELEMENT_FORMATS)
        nesting_note_format(&m->nesting, attrs, 0);
    if (self_closes)
        nesting_self_close(&m->nesting, name);
}

static const char *read_tag(struct model *m, const char *p, const char *end) {
    bool is_end_tag = *++p == '/', self_closes;
    struct name name;
    p = markup_tag_name(p + is_end_tag, end, &name);
    enum element element = (enum element)name_table_find(&m->names, &name);
    const char *attrs = p;
    p = markup_skip_tag(p, end, &self_closes);
    assert_non_null(p);
    if (!is_end_tag)
        read_start_tag(m, (struct str){attrs, (size_t)(p - attrs)}, element, name.text,
                       self_closes);
    else if (!nesting_close(&m->nesting, element, name.text)) {
        buffer_append(&m->refused, STR(" /"));
        append_name(&m->refused, element, name.text);
    }
    return p;
}

static inline void read_all(struct model *m, struct str page) {
    const char *p = page.at, *end = p + page.len;
    while (p < end) {
        const char *to = markup_find(p, end);
        if (to > p)
            nesting_text(&m->nesting, str_trim((struct str){p, (size_t)(to - p)}).len == 0);
        p = to < end ? read_tag(m, to, end) : end;
    }
}

static inline struct model *model_of(struct arena *arena, struct str page, unsigned max_depth,
                                     enum nesting_mode mode) {
    struct model *m = arena_alloc(arena, sizeof *m);
    m->arena = arena;
    name_table_init(&m->names, element_names, ELEMENT_N);
    digest_init(&m->digest, arena, page.len);
    nesting_init(&m->nesting, arena, max_depth, &m->digest);
    m->nesting.mode = mode;
    buffer_init(&m->refused, arena);
    read_all(m, page);
    return m;
}

/* "html div svg:g": the stack from the bottom; "| b (i) !": the formats, those in brackets not
 * open, "!" a marker; "- div": the tags that were refused. */
static inline struct str describe(struct model *m) {
    static const char *const SPACES[] = {"", "svg:", "math:"};
    const struct open_elements *open = &m->nesting.open;
    struct buffer out;
    buffer_init(&out, m->arena);
    for (size_t i = 0; i < open->n; i++) {
        const struct open_entry *entry = &open->stack[i];
        buffer_append(&out, i ? STR(" ") : STR(""));
        buffer_append(&out, str_of(SPACES[entry->space]));
        buffer_append(&out, entry->element ? element_names[entry->element] : entry->name);
    }
    if (open->n_formats)
        buffer_append(&out, STR(" |"));
    for (size_t i = 0; i < open->n_formats; i++) {
        const struct open_format *format = &open->formats[i];
        buffer_append(&out, !format->element ? STR(" !") : format->is_open ? STR(" ") : STR(" ("));
        buffer_append(&out, format->element ? element_names[format->element] : STR(""));
        buffer_append(&out, format->element && !format->is_open ? STR(")") : STR(""));
    }
    if (m->refused.len)
        buffer_append(&out, STR(" -"));
    buffer_append(&out, buffer_str(&m->refused));
    return buffer_str(&out);
}

/* Every number and list of the model must agree with its stack. */
static inline void assert_consistent(const struct open_elements *open, const char *page) {
    uint32_t n_open[ELEMENT_N] = {0}, n_foreign = 0;
    size_t n_formats = 0;
    for (size_t i = 1; i < open->n; i++) {
        if (open->stack[i].space == OPEN_HTML)
            n_open[open->stack[i].element]++;
        else
            n_foreign++;
        n_formats += open->stack[i].has_format;
    }
    for (size_t i = 0; i < open->n_formats; i++)
        n_formats -= open->formats[i].is_open;
    if (memcmp(n_open, open->n_open, sizeof n_open) != 0 || n_foreign != open->n_foreign ||
        n_formats != 0)
        fail_msg("counts differ from the stack: %s", page);
}

struct construction {
    const char *page, *open;
};

static inline void check(struct arena *arena, const struct construction *c, unsigned max_depth,
                         enum nesting_mode mode) {
    struct model *m = model_of(arena, str_of(c->page), max_depth, mode);
    struct str got = describe(m);
    if (!str_equals(got, str_of(c->open)))
        fail_msg("%s: %.*s, not %s", c->page, (int)got.len, got.at, c->open);
    assert_consistent(&m->nesting.open, c->page);
}

static inline void check_all(struct arena *arena, const struct construction *cases, size_t n) {
    for (size_t i = 0; i < n; i++)
        check(arena, &cases[i], 512, NESTING_QUIRKS);
}
#define CHECK_ALL(arena, cases) check_all((arena), (cases), N_OF(cases))

#endif

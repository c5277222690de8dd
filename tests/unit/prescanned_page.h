/*
 * Shared by the tests of the prescan: a page in, its output as text out.
 */
#ifndef PITH_TEST_PRESCANNED_PAGE_H
#define PITH_TEST_PRESCANNED_PAGE_H

#include "two_arenas.h"

#include "base/buffer.h"
#include "html/dom.h"
#include "html/prescan.h"

static const char *const ATTR_NAMES[] = {
#define X(NAME, name) name,
    DOM_ATTRS(X)
#undef X
};

static inline void append_list(struct buffer *out, const struct dom_attr_list *list) {
    for (uint32_t i = 0; i < list->n_attrs; i++) {
        const struct dom_attr *attr = &list->attrs[i];
        buffer_append(out, i > 0 ? STR(" ") : STR(""));
        if (attr->name == DOM_ATTR_DATA)
            buffer_append(out, STR("data-"));
        else
            buffer_append(out, str_of(ATTR_NAMES[attr->name]));
        if (attr->name != DOM_ATTR_DATA && attr->value.len > 0)
            buffer_append(out, STR("="));
        buffer_append(out, attr->value);
    }
}

static inline void append_expanded(struct buffer *out, const struct prescan *scan, struct str html);

/* Appends a folded element unfolded, with "^" before its name. */
static inline void append_element(struct buffer *out, const struct prescan *scan,
                                  const struct digest_run *run) {
    buffer_append(out, STR("<^"));
    buffer_append(out, run->element ? element_names[run->element] : run->name);
    if (run->list > 0) {
        buffer_append_byte(out, ' ');
        append_list(out, &scan->lists[run->list - 1]);
    }
    buffer_append_byte(out, '>');
    append_expanded(out, scan, run->raw);
    buffer_append(out, STR("</>"));
}

static inline void append_run(struct buffer *out, const struct prescan *scan,
                              const struct digest_run *run) {
    if (run->is_element) {
        append_element(out, scan, run);
        return;
    }
    buffer_append(out, run->has_references ? STR("[&") : STR("["));
    buffer_append(out, run->raw);
    buffer_append_byte(out, ']');
}

static inline void append_expanded(struct buffer *out, const struct prescan *scan,
                                   struct str html) {
    bool in_tag = false;
    for (size_t i = 0; i < html.len;) {
        size_t index;
        if (!prescan_next_mark(html, &i, &index)) {
            in_tag = html.at[i] == '<' || (in_tag && html.at[i] != '>');
            buffer_append_byte(out, html.at[i++]);
            continue;
        }
        assert_in_range(index, 0, (in_tag ? scan->n_lists : scan->n_runs) - 1);
        if (in_tag)
            append_list(out, &scan->lists[index]);
        else
            append_run(out, scan, &scan->runs[index]);
    }
}

/* The prescan's output with each mark in text as [raw], or [&raw] if it has references, and each
 * list of attributes and each folded element in full. */
static inline const char *expand(struct arena *arena, struct str page, struct prescan_limits limits,
                                 struct prescan *scan) {
    struct buffer out;
    arena_reset(arena, (size_t)1 << 30);
    prescan_page(arena, page, limits, scan);
    buffer_init(&out, arena);
    append_expanded(&out, scan, scan->html);
    buffer_append_byte(&out, '\0');
    return out.data;
}

static inline void assert_scan(void **state, const char *page, const char *expected) {
    struct fixture *f = *state;
    struct prescan scan;
    assert_string_equal(expand(&f->arena, str_of(page), LIMITS, &scan), expected);
}

#endif

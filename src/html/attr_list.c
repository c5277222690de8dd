/*
 * Reads and decodes attributes; see attr_list.h.
 */
#include "html/attr_list.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "html/entity.h"
#include "html/markup.h"

enum {
    /* data-* names kept per tag. They serve as features; real tags have 2 on average. */
    MAX_DATA_NAMES = 8,
    MAX_ATTRS = DOM_N_ATTRS + MAX_DATA_NAMES + ATTR_MAX_SELECTED
};

static const struct str NAMES[] = {{NULL, 0},
#define X(NAME, name) {name, sizeof(name) - 1},
                                   DOM_ATTRS(X) DOM_ATTR_ALIASES(X)
#undef X
};

/* What the names after those of DOM_ATTRS in NAMES are other names for. */
static const uint8_t ALIASES[] = {
#define X(NAME, name) DOM_ATTR_##NAME,
    DOM_ATTR_ALIASES(X)
#undef X
};

_Static_assert(N_OF(NAMES) <= (size_t)NAME_TABLE_MAX, "a table holds all attributes");

/* A start tag while it is read. */
struct reading {
    struct attr_lists *lists;
    struct attr_tag *out;
    uint32_t n_attrs, n_data;
    unsigned n_seen;        /* attributes, kept or not */
    uint64_t seen;          /* bits by enum dom_attr_name, from 1 */
    uint32_t seen_selected; /* bits by position */
};

static void build_names(void *table) {
    name_table_init(table, NAMES, N_OF(NAMES));
}

void attr_lists_init(struct attr_lists *lists, struct arena *arena, unsigned max_attributes,
                     const struct attr_selected *selected) {
    *lists =
        (struct attr_lists){.arena = arena, .max_attributes = max_attributes, .selected = selected};
    lists->scratch = arena_alloc(arena, MAX_ATTRS * sizeof *lists->scratch);
    lists->names = arena_table(arena, sizeof *lists->names, build_names);
}

static struct str decode(struct arena *arena, const struct markup_attr *attr) {
    if (attr->value.len == 0)
        return STR("");
    if (!attr->has_references)
        return attr->value;
    struct buffer out;
    buffer_init(&out, arena);
    entity_append_decoded(&out, attr->value, true);
    return buffer_str(&out);
}

struct str attr_bounded(enum dom_attr_name name, struct str value) {
    enum { MAX_BYTES = 4096, MAX_ADDRESS_BYTES = 8192 };
#define BIT(name) (UINT64_C(1) << DOM_ATTR_##name)
    static const uint64_t SHORT = BIT(CLASS) | BIT(ID) | BIT(ROLE) | BIT(ITEMPROP) | BIT(ITEMTYPE) |
                                  BIT(PROPERTY) | BIT(NAME) | BIT(REL) | BIT(LANG) | BIT(XML_LANG) |
                                  BIT(STYLE) | BIT(ARIA_HIDDEN) | BIT(ARIA_LEVEL) | BIT(TYPE) |
                                  BIT(START) | BIT(DATA_LANG) | BIT(DATA_CALLOUT);
#undef BIT
    if (name == DOM_ATTR_HREF && value.len > MAX_ADDRESS_BYTES)
        return STR("");
    if (value.len <= MAX_BYTES || !(SHORT >> name & 1))
        return value;
    return utf8_first(value, MAX_BYTES);
}

static void keep(struct reading *tag, enum dom_attr_name name, struct str value) {
    tag->lists->scratch[tag->n_attrs++] = (struct dom_attr){value, name};
}

static bool is_data_name(const struct name *name) {
    const uint64_t mask = (UINT64_C(1) << 40) - 1; /* of 5 bytes */
    uint64_t data = 0;
    for (size_t i = 0; i < 5; i++)
        data |= name_head_byte("data-"[i], i);
    return (name->head & mask) == data;
}

/* `s` in lower case, as the parser would have it. */
static struct str lower(struct arena *arena, struct str s) {
    size_t i = 0;
    while (i < s.len && ascii_lower(s.at[i]) == s.at[i])
        i++;
    if (i == s.len)
        return s;
    char *copy = arena_alloc(arena, s.len);
    for (i = 0; i < s.len; i++)
        copy[i] = ascii_lower(s.at[i]);
    return (struct str){copy, s.len};
}

static void read_data_name(struct reading *tag, struct str name) {
    if (tag->n_data == MAX_DATA_NAMES)
        return;
    struct str rest = lower(tag->lists->arena, str_between(name, STR("data-").len, name.len));
    for (uint32_t i = 0; i < tag->n_attrs; i++) {
        const struct dom_attr *other = &tag->lists->scratch[i];
        if (other->name == DOM_ATTR_DATA && str_equals(other->value, rest))
            return;
    }
    tag->n_data++;
    keep(tag, DOM_ATTR_DATA, rest);
}

bool attr_is_picture(struct str value) {
    static const struct str ENDINGS[] = {STR_INIT(".jpg"),  STR_INIT(".jpeg"), STR_INIT(".png"),
                                         STR_INIT(".webp"), STR_INIT(".gif"),  STR_INIT(".avif")};
    if (value.len == 0 || (value.at[0] != '/' && value.at[0] != 'h'))
        return false;
    value = str_before(value, '?');
    for (size_t i = 0; i < N_OF(ENDINGS); i++)
        if (value.len > ENDINGS[i].len &&
            str_starts_with_lower(str_between(value, value.len - ENDINGS[i].len, value.len),
                                  ENDINGS[i]))
            return true;
    return false;
}

static bool is_other_picture(const struct reading *tag, const struct markup_attr *attr) {
    return !(tag->seen & UINT64_C(1) << (1 + DOM_ATTR_DATA_ADDRESS)) && is_data_name(&attr->name) &&
           attr_is_picture(attr->value);
}

bool attr_equals_in_any_case(struct str a, struct str b) {
    size_t i = 0;
    while (i < a.len && i < b.len && ascii_lower(a.at[i]) == ascii_lower(b.at[i]))
        i++;
    return i == a.len && i == b.len;
}

bool attr_take_selected(struct arena *arena, const struct attr_selected *selected, struct str name,
                        struct str value, struct dom_attr *out) {
    size_t i = 0;
    while (i < selected->n && !attr_equals_in_any_case(selected->names[i], name))
        i++;
    if (i == selected->n)
        return false;
    char *copy = arena_alloc(arena, 1 + value.len);
    copy[0] = (char)i;
    if (value.len)
        memcpy(copy + 1, value.at, value.len);
    *out = (struct dom_attr){{copy, 1 + value.len}, DOM_ATTR_SELECTED};
    return true;
}

static void read_selected(struct reading *tag, const struct markup_attr *attr) {
    struct dom_attr found;
    struct arena *arena = tag->lists->arena;
    if (!attr_take_selected(arena, tag->lists->selected, attr->name.text, decode(arena, attr),
                            &found) ||
        (tag->seen_selected >> found.value.at[0] & 1))
        return;
    tag->seen_selected |= UINT32_C(1) << found.value.at[0];
    tag->lists->scratch[tag->n_attrs++] = found;
}

static void read_attr(struct reading *tag, const struct markup_attr *attr) {
    if (tag->n_seen++ >= tag->lists->max_attributes)
        return;
    if (is_data_name(&attr->name))
        read_data_name(tag, attr->name.text);
    if (tag->lists->selected)
        read_selected(tag, attr);
    size_t i = name_table_find(tag->lists->names, &attr->name);
    if (i > DOM_N_ATTRS)
        i = 1 + (size_t)ALIASES[i - 1 - DOM_N_ATTRS];
    if (i == 0 && is_other_picture(tag, attr))
        i = 1 + DOM_ATTR_DATA_ADDRESS;
    if (i == 0 || (tag->seen & UINT64_C(1) << i)) /* of equal names, the first counts */
        return;
    tag->seen |= UINT64_C(1) << i;
    enum dom_attr_name name = (enum dom_attr_name)(i - 1);
    if (name == DOM_ATTR_TYPE)
        tag->out->type = attr->value;
    keep(tag, name, attr_bounded(name, decode(tag->lists->arena, attr)));
}

/* The names of the attributes in the list. */
static uint64_t names_of(const struct reading *tag) {
    uint64_t names = tag->seen >> 1; /* its bits count from 1 */
    if (tag->n_data)
        names |= UINT64_C(1) << DOM_ATTR_DATA;
    if (tag->seen_selected)
        names |= UINT64_C(1) << DOM_ATTR_SELECTED;
    return names;
}

const char *attr_lists_read(struct attr_lists *lists, const char *p, const char *end,
                            enum element element, struct attr_tag *out) {
    const char *begin = p;
    struct markup_attr attr;
    struct reading tag = {.lists = lists, .out = out};
    *out = (struct attr_tag){.type = STR_NONE};
    for (;;) {
        p = markup_next_attr(p, end, &attr);
        if (!p)
            return NULL;
        if (attr.name.text.len == 0)
            break;
        read_attr(&tag, &attr);
    }
    out->self_closes = attr.self_closes;
    out->names = names_of(&tag);
    out->n_attrs = tag.n_attrs;
    if (tag.n_seen > 0 && (element_traits[element] & ELEMENT_FORMATS))
        out->bytes = (struct str){begin, (size_t)(p - begin)};
    return p;
}

size_t attr_lists_add(struct attr_lists *lists, const struct attr_tag *tag) {
    if (tag->n_attrs == 0 && tag->bytes.len == 0)
        return 0;
    size_t len = tag->n_attrs * sizeof *lists->scratch;
    struct dom_attr *attrs = arena_alloc(lists->arena, len);
    memcpy(attrs, lists->scratch, len);
    ARENA_PUSH(lists->arena, lists->lists, lists->n_lists, lists->cap_lists) =
        (struct dom_attr_list){attrs, tag->n_attrs, tag->names};
    return lists->n_lists;
}

/*
 * Lists of attributes: which are kept, and which tags of formatting elements have one list.
 */
#include "ground.h"

#include <stdio.h>

#include "base/buffer.h"
#include "html/attr_list.h"

static const char *const NAMES[] = {
#define X(NAME, name) name,
    DOM_ATTRS(X)
#undef X
};

static struct attr_tag read_tag(struct attr_lists *lists, struct str tag, enum element element) {
    struct attr_tag out;
    const char *end = tag.at + tag.len;
    assert_ptr_equal(attr_lists_read(lists, tag.at, end, element, &out), end);
    return out;
}

/* "class=a data=x": the attributes that are kept of a tag. */
static struct str kept(struct arena *arena, struct attr_lists *lists, struct str tag) {
    struct buffer out;
    size_t list = read_tag(lists, tag, ELEMENT_P).list;
    buffer_init(&out, arena);
    if (list == 0)
        return STR("none");
    for (uint32_t i = 0; i < lists->lists[list - 1].n_attrs; i++) {
        const struct dom_attr *attr = &lists->lists[list - 1].attrs[i];
        assert_true(lists->lists[list - 1].names >> attr->name & 1);
        buffer_append(&out, i ? STR(" ") : STR(""));
        buffer_append(&out, str_of(NAMES[attr->name]));
        buffer_append_byte(&out, '=');
        assert_non_null(attr->value.at);
        buffer_append(&out, attr->value);
    }
    return buffer_str(&out);
}

static void names_that_are_used_are_kept(void **state) {
    static const char *const CASES[][2] = {
        {" class=a>", "class=a"},
        {" CLASS=A Id=b>", "class=A id=b"},
        {" class=a class=b>", "class=a"},
        {" hidden>", "hidden="},
        {" class=''>", "class="},
        {" title=a&amp;b>", "title=a&b"},
        {" href=?a&copy=1>", "href=?a&copy=1"},
        {" onclick=x style>", "style="},
        {" onclick=x>", "none"},
        {">", "none"},
    };
    struct arena *arena = *state;
    struct attr_lists lists;
    ARM(arena);
    attr_lists_init(&lists, arena, 256, NULL);
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(kept(arena, &lists, str_of(CASES[i][0])), str_of(CASES[i][1]));
}

/* Of data-* attributes the names, once each and up to eight, and the address of one picture. */
static void names_of_data_are_kept(void **state) {
    struct arena *arena = *state;
    struct attr_lists lists;
    struct buffer tag;
    ARM(arena);
    attr_lists_init(&lists, arena, 256, NULL);
    struct str names = kept(arena, &lists, STR(" data-A data-b=1 DATA-a data-b data- datab>"));
    struct buffer want;
    buffer_init(&want, arena);
    for (size_t i = 0; i < 3; i++) {
        buffer_append(&want, i ? STR(" ") : STR(""));
        buffer_append(&want, str_of(NAMES[DOM_ATTR_DATA]));
        buffer_append_byte(&want, '=');
        buffer_append(&want, i == 0 ? STR("a") : i == 1 ? STR("b") : STR(""));
    }
    assert_str(names, buffer_str(&want));
    for (unsigned n = 7; n <= 9; n++) {
        buffer_init(&tag, arena);
        for (unsigned i = 0; i < n; i++) {
            buffer_append(&tag, STR(" data-"));
            buffer_append_byte(&tag, (char)('a' + i));
        }
        buffer_append(&tag, STR(">"));
        struct attr_tag read = read_tag(&lists, buffer_str(&tag), ELEMENT_P);
        assert_int_equal(lists.lists[read.list - 1].n_attrs, n < 8 ? n : 8);
    }
    struct str tags[] = {STR(" data-x=/a.jpg data-y=/b.jpg>"), STR(" data-x=/a.svg data-y=/b.jpg>"),
                         STR(" x=/a.jpg>")};
    static const char *const WANTED[] = {"/a.jpg", "/b.jpg", NULL};
    for (size_t i = 0; i < N_OF(tags); i++) {
        struct attr_tag read = read_tag(&lists, tags[i], ELEMENT_P);
        size_t n = 0;
        for (uint32_t k = 0; read.list && k < lists.lists[read.list - 1].n_attrs; k++) {
            const struct dom_attr *attr = &lists.lists[read.list - 1].attrs[k];
            if (attr->name != DOM_ATTR_DATA_ADDRESS)
                continue;
            assert_str(attr->value, str_of(WANTED[i]));
            n++;
        }
        assert_int_equal(n, WANTED[i] != NULL);
    }
}

static void the_type_is_known_undecoded(void **state) {
    struct arena *arena = *state;
    struct attr_lists lists;
    ARM(arena);
    attr_lists_init(&lists, arena, 3, NULL);
    assert_str(read_tag(&lists, STR(" type=a&amp;b type=c>"), ELEMENT_INPUT).type, STR("a&amp;b"));
    assert_null(read_tag(&lists, STR(" class=c>"), ELEMENT_INPUT).type.at);
    assert_null(read_tag(&lists, STR(" a b c type=d>"), ELEMENT_INPUT).type.at);
    assert_str(read_tag(&lists, STR(" a b type=d>"), ELEMENT_INPUT).type, STR("d"));
    assert_true(read_tag(&lists, STR(" a/>"), ELEMENT_INPUT).self_closes);
    assert_false(read_tag(&lists, STR(" a=/>"), ELEMENT_INPUT).self_closes);
    struct attr_tag out;
    const char *cut = " a='b>";
    assert_null(attr_lists_read(&lists, cut, cut + strlen(cut), ELEMENT_P, &out));
}

/* Each attribute that a selector names is read once, with its index before its value. */
static void selected_attributes_are_kept(void **state) {
    static const struct attr_selected selected = {{STR_INIT("data-qa"), STR_INIT("v-if")}, 2};
    struct arena *arena = *state;
    struct attr_lists lists;
    ARM(arena);
    attr_lists_init(&lists, arena, 256, &selected);
    struct attr_tag read = read_tag(&lists, STR(" V-IF=a&lt;b v-if=c x=y data-QA>"), ELEMENT_P);
    const struct dom_attr_list *list = &lists.lists[read.list - 1];
    struct str values[3];
    size_t n = 0;
    for (uint32_t i = 0; i < list->n_attrs; i++)
        if (list->attrs[i].name == DOM_ATTR_SELECTED)
            values[n++] = list->attrs[i].value;
    assert_int_equal(n, 2);
    assert_str(values[0], STR("\1a<b"));
    assert_str(values[1], STR("\0"));
    assert_true(list->names >> DOM_ATTR_SELECTED & 1);
    read = read_tag(&lists, STR(" class=c>"), ELEMENT_P);
    assert_false(lists.lists[read.list - 1].names >> DOM_ATTR_SELECTED & 1);
}

/* Whether two formatting elements are identical decides about the tree. */
static void equal_tags_of_formats_share_a_list(void **state) {
    enum { N_TAGS = 500 };
    struct arena *arena = *state;
    struct attr_lists lists;
    size_t first[N_TAGS];
    ARM(arena);
    attr_lists_init(&lists, arena, 256, NULL);
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < N_TAGS; i++) {
            struct buffer tag;
            buffer_init(&tag, arena);
            buffer_append(&tag, i % 2 ? STR(" class=c") : STR(" color=c"));
            buffer_append_number(&tag, i);
            buffer_append(&tag, STR(">"));
            size_t list = read_tag(&lists, buffer_str(&tag), ELEMENT_FONT).list;
            if (round == 0)
                first[i] = list;
            assert_int_equal(list, first[i]);
        }
        assert_int_equal(lists.n_lists, N_TAGS);
    }
    for (size_t i = 0; i < N_TAGS; i++)
        assert_int_equal(first[i], i + 1);
    /* no attributes, links, and other elements: a list of their own, or none */
    assert_int_equal(read_tag(&lists, STR(">"), ELEMENT_FONT).list, 0);
    assert_int_equal(read_tag(&lists, STR(" class=c1>"), ELEMENT_A).list, N_TAGS + 1);
    assert_int_equal(read_tag(&lists, STR(" class=c1>"), ELEMENT_P).list, N_TAGS + 2);
    assert_int_equal(read_tag(&lists, STR(" color=c0>"), ELEMENT_A).list, 0);
    assert_int_equal(read_tag(&lists, STR(" color=c0>"), ELEMENT_P).list, 0);
    assert_int_equal(read_tag(&lists, STR(" class=c1>"), ELEMENT_B).list, first[1]);
    assert_int_equal(read_tag(&lists, STR(" class=c1 >"), ELEMENT_B).list, N_TAGS + 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_that_are_used_are_kept),       ARENA_TEST(names_of_data_are_kept),
        ARENA_TEST(the_type_is_known_undecoded),        ARENA_TEST(selected_attributes_are_kept),
        ARENA_TEST(equal_tags_of_formats_share_a_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

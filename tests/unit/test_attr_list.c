/*
 * Lists of attributes: which are kept, and which tags have a list.
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

/* The list of a tag's attributes, or NULL. */
static const struct dom_attr_list *list_of(struct attr_lists *lists, struct str tag,
                                           enum element element) {
    struct attr_tag read = read_tag(lists, tag, element);
    size_t list = attr_lists_add(lists, &read);
    assert_true(list == 0 || list == lists->n_lists);
    return list ? &lists->lists[list - 1] : NULL;
}

/* "class=a data=x": the attributes that are kept of a tag. */
static struct str kept(struct arena *arena, struct attr_lists *lists, struct str tag) {
    struct buffer out;
    const struct dom_attr_list *list = list_of(lists, tag, ELEMENT_P);
    buffer_init(&out, arena);
    if (!list)
        return STR("none");
    for (uint32_t i = 0; i < list->n_attrs; i++) {
        const struct dom_attr *attr = &list->attrs[i];
        assert_true(list->names >> attr->name & 1);
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
        assert_int_equal(list_of(&lists, buffer_str(&tag), ELEMENT_P)->n_attrs, n < 8 ? n : 8);
    }
    struct str tags[] = {STR(" data-x=/a.jpg data-y=/b.jpg>"), STR(" data-x=/a.svg data-y=/b.jpg>"),
                         STR(" x=/a.jpg>")};
    static const char *const WANTED[] = {"/a.jpg", "/b.jpg", NULL};
    for (size_t i = 0; i < N_OF(tags); i++) {
        const struct dom_attr_list *list = list_of(&lists, tags[i], ELEMENT_P);
        size_t n = 0;
        for (uint32_t k = 0; list && k < list->n_attrs; k++) {
            const struct dom_attr *attr = &list->attrs[k];
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
    const struct dom_attr_list *list =
        list_of(&lists, STR(" V-IF=a&lt;b v-if=c x=y data-QA>"), ELEMENT_P);
    struct str values[3];
    size_t n = 0;
    for (uint32_t i = 0; i < list->n_attrs; i++)
        if (list->attrs[i].name == DOM_ATTR_SELECTED)
            values[n++] = list->attrs[i].value;
    assert_int_equal(n, 2);
    assert_str(values[0], STR("\1a<b"));
    assert_str(values[1], STR("\0"));
    assert_true(list->names >> DOM_ATTR_SELECTED & 1);
    list = list_of(&lists, STR(" class=c>"), ELEMENT_P);
    assert_false(list->names >> DOM_ATTR_SELECTED & 1);
}

/* Whether two formatting elements are identical decides about the tree: their attributes count even
 * if none is used. */
static void tags_of_formats_with_attributes_have_a_list(void **state) {
    struct arena *arena = *state;
    struct attr_lists lists;
    ARM(arena);
    attr_lists_init(&lists, arena, 256, NULL);
    assert_null(list_of(&lists, STR(" color=c>"), ELEMENT_P));
    assert_null(list_of(&lists, STR(" >"), ELEMENT_FONT));
    assert_int_equal(list_of(&lists, STR(" color=c>"), ELEMENT_FONT)->n_attrs, 0);
    assert_int_equal(list_of(&lists, STR(" class=c>"), ELEMENT_FONT)->n_attrs, 1);
    assert_str(read_tag(&lists, STR(" color=c >"), ELEMENT_FONT).bytes, STR(" color=c >"));
    assert_str(read_tag(&lists, STR(" />"), ELEMENT_FONT).bytes, STR(""));
    assert_str(read_tag(&lists, STR(" color=c>"), ELEMENT_P).bytes, STR(""));
    assert_int_equal(lists.n_lists, 2); /* reading alone makes none */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_that_are_used_are_kept),
        ARENA_TEST(names_of_data_are_kept),
        ARENA_TEST(the_type_is_known_undecoded),
        ARENA_TEST(selected_attributes_are_kept),
        ARENA_TEST(tags_of_formats_with_attributes_have_a_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

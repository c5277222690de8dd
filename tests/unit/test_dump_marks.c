/*
 * What programs that print pages write around their text: numbers of links and the list of their
 * addresses, the marks of Markdown.
 */
#include "ground.h"

#include "base/buffer.h"
#include "page/link_numbers.h"
#include "page/dump/markdown_marks.h"

static struct str without_marks(struct arena *arena, const char *text) {
    struct buffer out;
    buffer_init(&out, arena);
    markdown_marks_append_without(&out, str_of(text));
    return buffer_str(&out);
}

static void marks_of_markdown(void **state) {
    static const char *const CASES[][2] = {
        {"# The boat", "The boat"},
        {"###### The boat ##", "The boat "},
        {"####### The boat", "####### The boat"},
        {"#The boat", "#The boat"},
        {"#", "#"},
        {"**The** _boat_ *is* __back__", "The boat is back"},
        {"a_b and a*b", "a_b and ab"},
        {"a * b _ c", "a * b _ c"},
        {"* ", "*"},
        {"\\*a\\* \\b \\\\", "*a* \\b \\"},
        {"\\", "\\"},
        {"[the boat](/a)", "the boat"},
        {"[the *boat*](/a) is", "the boat is"},
        {"[the boat](/a(b)c) is", "the boat is"},
        {"[the boat](/a (b (c))) is", "the boat is"},
        {"[the boat](/a(b(c(d)))) is", "[the boat](/a(b(c(d)))) is"},
        {"[the boat](/a\n) is", "[the boat](/a\n) is"},
        {"[the boat] (/a)", "[the boat] (/a)"},
        {"[the boat]", "[the boat]"},
        {"[the boat](/a", "[the boat](/a"},
        {"[the [new] boat](/a)", "the [new] boat"},
        {"![a boat](/a.png) is", " is"},
        {"[![a boat](/a.png)](/b) is", " is"},
        {"[![a boat](/a.png) the boat](/b)", " the boat"},
        {"!", "!"},
        {"see ![", "see !["},
        {"[[[[a]]]](/b)", "[[[[a]]]](/b)"},
        {"[[[a]]](/b)", "[[a]]"},
        {"a](/b) and [c](/d)", "a](/b) and c"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = without_marks(*state, CASES[i][0]);
        if (!str_equals(got, str_of(CASES[i][1])))
            fail_msg("%s: \"%.*s\"", CASES[i][0], (int)got.len, got.at);
    }
}

/* A text may be a part of a longer one. */
static void marks_end_with_the_text(void **state) {
    ARM((struct arena *)*state);
    struct buffer out;
    buffer_init(&out, *state);
    struct str text = str_of("[the boat](/a)");
    markdown_marks_append_without(&out, str_between(text, 0, text.len - 1));
    assert_true(str_equals(buffer_str(&out), STR("[the boat](/a")));
}

static void menus_of_links_show_markdown(void **state) {
    static const struct {
        const char *text;
        bool is_markdown;
    } CASES[] = {
        {"[a](/a)\n[b](/b)\n[c](/c)", true},
        {"* [a](/a)\n - [b](/b)\n+ [c](/c)\n", true},
        {"[a](/a)\n[b](/b)\n", false},
        {"[a](/a)\n[b](/b)\n[c](/c) is one", false},
        {"[a](/a)\n[b](/b)\n# [c](/c)", false},
        {"[a](/a) [b](/b)\n[c](/c)", false},
        {"*\n-\n+\n", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (markdown_marks_are_in(str_of(CASES[i].text)) != CASES[i].is_markdown)
            fail_msg("%s", CASES[i].text);
}

#define LIST                                                                                       \
    "References\n\n   Visible links\n   1. https://a.example/\n   2. https://b.example/\n"         \
    "   3. https://c.example/\n"

#define STEPS "\n   1. Mix: at 10:30\n   2. Knead\n   3. Bake\n"

/* The text without numbers, and without the list at its end. */
static struct str without_numbers(struct arena *arena, const char *text) {
    struct buffer out;
    struct link_numbers numbers;
    struct str whole = str_of(text);
    size_t end;
    buffer_init(&out, arena);
    link_numbers_find(whole, &numbers, &end);
    link_numbers_append_without(&numbers, &out, str_between(whole, 0, end));
    return buffer_str(&out);
}

static void numbers_of_links(void **state) {
    static const char *const CASES[][2] = {
        {"[1]a [2]b [3]c", "a b c"},
        {"[1]a [2]b", "[1]a [2]b"},
        {"a[1] b[2] c[3]", "a[1] b[2] c[3]"},      /* notes */
        {"[1]a [2]b [3]c d[4] e[5]", "a b c d e"}, /* three in five are before a word */
        {"[1]a [2]b [3]c d[4] e[5] f[6]", "[1]a [2]b [3]c d[4] e[5] f[6]"},
        {"[1]a [2]. [3]c [4]d", "a . c d"},
        {"[10]a [20]b [30]c", "a b c"},
        {"[11]a [12]b [13]c", "[11]a [12]b [13]c"}, /* too far from 1 */
        {"[1]a [2]b [3]c [14]d [5]e", "a b c [14]d e"},
        {"[1]a [2]b [3]c [13]d", "a b c d"},
        {"[1]a [3]b [2]c [4]d", "a b [2]c d"},
        {"[1]News[2]Sport[3]Weather", "News Sport Weather"},
        {"[1]news[2]sport[3]weather", "newssportweather"},
        {"[1]a [2]b [3]c [x] [ 4] [4", "a b c [x] [ 4] [4"},
        {"[1]a [2]b [3]c [1234567]", "a b c [1234567]"},
        {"The boat [1]is\n" LIST, "The boat is\n"},
        {"The boat that is back at the pier [1]is ours\n   1. one\n   2. two\n",
         "The boat that is back at the pier [1]is ours\n   1. one\n   2. two\n"},
        {"The boat [1]is\n1. https://a.example/\n", "The boat [1]is\n1. https://a.example/\n"},
        {"a\nSteps\n" STEPS, "a\nSteps\n" STEPS}, /* a list of the text */
        {"a\nSteps\n" STEPS "   b.\n", "a\nSteps\n" STEPS "   b.\n"},
        {"a\nLinks\n 1. mailto:b@c\n 2. title\n 3. https://c.example/\n", "a\n"},
        {"a\nLinks\n 1. mailto:b@c\n 2. title\n 3. other title\n",
         "a\nLinks\n 1. mailto:b@c\n 2. title\n 3. other title\n"},
        {"", ""},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = without_numbers(*state, CASES[i][0]);
        if (!str_equals(got, str_of(CASES[i][1])))
            fail_msg("%s: \"%.*s\"", CASES[i][0], (int)got.len, got.at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(marks_of_markdown),
        ARENA_TEST(marks_end_with_the_text),
        cmocka_unit_test(menus_of_links_show_markdown),
        ARENA_TEST(numbers_of_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

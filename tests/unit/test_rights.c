/*
 * Notices of copyright at the ends of the body, and those that are its own.
 */
#include "part_case.h"

#define STORY "<p>The boat is back.<p>It runs again.<p>It is blue."
#define NOTICE "Copyright 2013 The Ferry Post"
#define ALL 1, 1, 1, 1, 1, 1, 1

static void notices_at_the_ends_are_dropped(void **state) {
    static const struct part_case CASES[] = {
        {STORY "<p>" NOTICE, {ALL}, "-|-|-|copyright"},
        {STORY "<p>" NOTICE "<p>Nachdruck verboten.", {ALL}, "-|-|-|copyright|copyright"},
        {"<p>" NOTICE STORY, {ALL}, "copyright|-|-|-"},
        {STORY "<p>" NOTICE STORY, {ALL}, "-|-|-|-|-|-|-"},
        {"<p>" NOTICE, {ALL}, "-"},
        {STORY "<h2>" NOTICE "</h2><p>It is.", {ALL}, "-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void items_of_lists_and_tables_stay(void **state) {
    static const struct part_case CASES[] = {
        {STORY "<ul><li>312 pages<li>" NOTICE "</ul>", {ALL}, "-|-|-|-|-"},
        {STORY "<ol><li><p>Lamp<li><p>All Rights Reserved</ol>", {ALL}, "-|-|-|-|-"},
        {STORY "<dl><dt>Rights<dd>" NOTICE "</dl>", {ALL}, "-|-|-|-|-"},
        {STORY "<table><tr><td>Rights<td>" NOTICE "</table>", {ALL}, "-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void examples_stay(void **state) {
    static const struct part_case CASES[] = {
        {STORY "<p>It looks like this:<p>" NOTICE, {ALL}, "-|-|-|-|-"},
        {STORY "<p>\xE4\xBE\x8B\xE5\xA6\x82\xEF\xBC\x9A<p>" NOTICE, {ALL}, "-|-|-|-|-"},
        {STORY "<p>It looks like this.<p>" NOTICE, {ALL}, "-|-|-|-|copyright"},
    };
    CHECK_PARTS(CASES);
}

static void notices_above_a_licence_stay(void **state) {
    static const struct part_case CASES[] = {
        {STORY "<p>" NOTICE "<p>Copying and distribution of this boat are permitted.",
         {ALL},
         "-|-|-|-|-"},
        {STORY "<p>" NOTICE "<p>Anna Quill copies boats.", {ALL}, "-|-|-|copyright|-"},
    };
    CHECK_PARTS(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(notices_at_the_ends_are_dropped),
        ARENA_TEST(items_of_lists_and_tables_stay),
        ARENA_TEST(examples_stay),
        ARENA_TEST(notices_above_a_licence_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

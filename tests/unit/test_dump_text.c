/*
 * What programs do to the text of a page they dump is undone: wrapped lines, numbers of links,
 * labels of buttons, marks of headings, character references.
 */
#include "cut_page.h"

/* Three paragraphs as lynx -dump wraps them. */
#define LYNX                                                                                       \
    "   The harbour council agreed on Friday to rebuild the eastern quay, which\n"                 \
    "   has been closed since a storm broke its wall in March, and to pay for\n"                   \
    "   it with a loan that runs for thirty years.\n"                                              \
    "\n"                                                                                           \
    "   Work will begin in the autumn and last for two winters. Until then the\n"                  \
    "   ferries will land at the old pier in the west, where the water is so\n"                    \
    "   shallow at low tide that the larger of the two boats cannot dock.\n"                       \
    "\n"                                                                                           \
    "   Islanders had asked for a new wall since the first cracks were seen in\n"                  \
    "   it six years ago. The engineer who reported them has since retired to\n"                   \
    "   the mainland.\n"

static void assert_blocks(const struct block_page *page, const char *const *texts) {
    size_t n = 0;
    for (; texts[n] && n < page->n_blocks; n++)
        assert_str(page->blocks[n].text, str_of(texts[n]));
    assert_null(texts[n]);
    assert_int_equal(page->n_blocks, n);
}

static void wrapped_lines_are_joined(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "Harbour wall\n\n" LYNX);
    assert_int_equal(page.n_blocks, 4);
    assert_str(page.blocks[1].text,
               STR("The harbour council agreed on Friday to rebuild the eastern quay, which has "
                   "been closed since a storm broke its wall in March, and to pay for it with a "
                   "loan that runs for thirty years."));
    assert_int_equal(page.blocks[2].flags, 0);
}

/* A block's place in the page reaches from its first line to its last one. */
static void joined_lines_are_one_range(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, LYNX);
    assert_int_equal(page.n_blocks, 3);
    assert_true(str_starts_with(str_trim(page.blocks[2].line), STR("Islanders")));
    assert_true(str_ends_with(page.blocks[2].line, STR("the mainland.")));
}

/* A line is not joined if the next word would have fitted on it. */
static void short_lines_stay_apart(void **state) {
    ARM((struct arena *)*state);
    static const char *const texts[] = {"By Jane Roe", "Friday 26 April 2024",
                                        "Two lines that end long before the margin", "both of them",
                                        NULL};
    struct block_page page = cut_dump(*state, LYNX "\n   By Jane Roe\n   Friday 26 April 2024\n\n"
                                                   "   Two lines that end long before the margin\n"
                                                   "   both of them\n");
    page.blocks += 3;
    page.n_blocks -= 3;
    assert_blocks(&page, texts);
    assert_int_equal(page.blocks[1].flags, BLOCK_LINE_BREAK);
}

static void list_items_are_joined_at_their_indent(void **state) {
    ARM((struct arena *)*state);
    static const char *const texts[] = {
        "* The larger boat needs two metres and a half of water even if it is empty, as it is in "
        "winter.",
        "* The smaller one needs one metre",
        "1. A numbered item that is long enough to reach the "
        "margin on its first line, but not on the next one",
        NULL};
    struct block_page page = cut_dump(
        *state, LYNX "\n"
                     "     * The larger boat needs two metres and a half of water even if it\n"
                     "       is empty, as it is in winter.\n"
                     "     * The smaller one needs one metre\n"
                     "\n"
                     "    1. A numbered item that is long enough to reach the margin on its\n"
                     "       first line, but not on the next one\n");
    page.blocks += 3;
    page.n_blocks -= 3;
    assert_blocks(&page, texts);
}

/* lynx centers headings of the first level. */
static void centered_lines_are_joined(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(
        *state, "     A very long headline that goes on about the two-thirds majority needed\n"
                "to rebuild the eastern harbour of the island after the many storms of the spring\n"
                "                                  of this year\n"
                "\n" LYNX);
    assert_int_equal(page.n_blocks, 4);
    assert_str(page.blocks[0].text,
               STR("A very long headline that goes on about the two-thirds majority needed to "
                   "rebuild the eastern harbour of the island after the many storms of the spring "
                   "of this year"));
}

/* html2text breaks lines after hyphens; a hyphen before "and" stands for a word that follows. */
static void hyphens_at_line_ends(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(
        *state, LYNX "\n"
                     "   The plan needs the votes of the whole council and a clear two-thirds-\n"
                     "   majority of the islanders, who also have to choose between the two-\n"
                     "   and three-year plans.\n");
    assert_str(page.blocks[3].text,
               STR("The plan needs the votes of the whole council and a clear "
                   "two-thirds-majority of the islanders, who also have to choose between the "
                   "two- and three-year plans."));
}

static void ideographs_are_joined_without_space(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(
        *state, "東京都は26日、東部の港の再建計画を承認した。再建には三年かかる見通しで、費用は\n"
                "約五百億円とされる。知事は記者会見で「市民の安全を最優先に考えた」と述べ、早期\n"
                "の着工を目指す考えを示した。計画には防波堤のかさ上げも含まれる。\n\n"
                "工事は秋に始まり、二冬にわたって続く。それまでの間、船は西の古い桟橋に着く。引\n"
                "き潮のときには水が浅く、二隻のうち大きい方の船は着くことができない。島の人々は\n"
                "六年前に最初のひびが見つかってから、新しい壁を求めてきた。報告した技師はすでに\n"
                "引退し、本土に移った。\n");
    assert_int_equal(page.n_blocks, 2);
    assert_true(str_holds(page.blocks[0].text, STR("費用は約五百億円")));
}

/* The lines of a menu, of a poem or of a list of headlines are not wrapped ones. */
static void other_lines_stay_apart(void **state) {
    ARM((struct arena *)*state);
    struct block_page page =
        cut_dump(*state, "Ferries will land at the old pier until the autumn\n"
                         "Council agrees to rebuild the eastern quay\n"
                         "Why the harbour wall broke, and who had said it would\n"
                         "Seven soups for a stormy evening by the sea\n"
                         "Island school wins the regional prize for music\n"
                         "New timetable for the winter ferries from Monday\n"
                         "The lighthouse keeper's last night at work\n"
                         "Letters: the pier is too small for two boats\n");
    assert_int_equal(page.n_blocks, 8);
}

/* ---- numbers of links ---- */

#define NUMBERED                                                                                   \
    "   [1]Skip to content\n"                                                                      \
    "   [2]Subscribe[3]Sign in (BUTTON) Menu\n"                                                    \
    "     * [4]News\n\n"                                                                           \
    "   The wall broke in March.[1] The council has asked [6]an engineer.\n"

static void numbers_of_links_are_dropped(void **state) {
    ARM((struct arena *)*state);
    static const char *const texts[] = {
        "Skip to content",
        "Subscribe Sign in",
        "Menu",
        "* News",
        "The wall broke in March.[1] The council has asked an engineer.",
        NULL};
    struct block_page page = cut_dump(*state, NUMBERED);
    assert_blocks(&page, texts);
}

static void lists_of_addresses_are_dropped(void **state) {
    ARM((struct arena *)*state);
    struct block_page lynx = cut_dump(*state, NUMBERED "\nReferences\n\n"
                                                       "   1. https://example.org/#content\n"
                                                       "   2. javascript:void(0)\n"
                                                       "   3. https://example.org/in\n");
    assert_int_equal(lynx.n_blocks, 5);
    struct block_page elinks = cut_dump(*state, NUMBERED "\nVerweise\n\n"
                                                         "   Sichtbare Links\n"
                                                         "   1. Zum Inhalt\n"
                                                         "\thttps://example.org/#content\n"
                                                         "   2. https://example.org/abo\n");
    assert_int_equal(elinks.n_blocks, 5);
}

/* Notes follow the word that they are about, and have numbers on the page too. */
static void notes_are_kept(void **state) {
    ARM((struct arena *)*state);
    struct block_page page =
        cut_dump(*state, "The wall broke.[1] It was old,[2] and cracked.[3]\n\n"
                         "Notes\n\n1. Harbour log: March\n\n"
                         "2. See: the report\n\n3. Ibid.\n");
    assert_int_equal(page.n_blocks, 5);
    assert_str(page.blocks[0].text, STR("The wall broke.[1] It was old,[2] and cracked.[3]"));
}

/* ---- html2text; tags cut out of HTML ---- */

static void marks_of_html2text_are_dropped(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(
        *state, "Skip_to_content\n"
                "****** A headline of html2text that is so long that it takes two lines of the\n"
                "page ******\n"
                "***** Second heading *****\n"
                "By Jane_Roe\n"
                "The harbour council agreed on Friday to rebuild the eastern quay, which has\n"
                "been closed since a storm broke its wall in March, and to pay for it with a\n"
                "loan that runs for thirty years. Work will begin in the autumn and last for\n"
                "two winters. Until then the ferries will land at the old pier in the west,\n"
                "where the water is so shallow at low tide that the larger of the two boats\n"
                "cannot dock.\n");
    assert_int_equal(page.n_blocks, 5);
    assert_str(page.blocks[0].text, STR("Skip to content"));
    assert_str(page.blocks[1].text, STR("A headline of html2text that is so long that it takes two "
                                        "lines of the page"));
    assert_str(page.blocks[2].text, STR("Second heading"));
    assert_str(page.blocks[3].text, STR("By Jane Roe"));
}

/* A link on a line of its own is not a part of the paragraph above, though it would not have fitted
 * there. */
static void links_of_html2text_are_lines(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(
        *state, "***** Second heading *****\n"
                "The harbour council agreed on Friday to rebuild the eastern quay, which has\n"
                "By_Jane_Roe\n"
                "been closed since a storm broke its wall in March, and to pay for it with a\n"
                "loan that runs for thirty years. Work will begin in the autumn and last for\n"
                "two winters. Until then the ferries will land at the old pier in the west,\n"
                "where the water is so shallow at low tide that the larger of the two boats\n"
                "cannot dock, and the passengers have to change to a launch that takes only\n"
                "twelve of them at a time.\n");
    assert_int_equal(page.n_blocks, 4);
    assert_str(page.blocks[2].text, STR("By Jane Roe"));
}

static void marks_of_markdown_are_dropped(void **state) {
    ARM((struct arena *)*state);
    static const char *const texts[] = {
        "* Home",
        "* News (all)",
        "* Sport",
        "Wall to be rebuilt",
        "Ada Quill, snake_case and 2 * 3 * 4, said the quay (east) is a bold plan!",
        "A boat",
        "[Not a link] (at all)",
        NULL};
    struct block_page page = cut_dump(
        *state,
        "  * [Home](/)\n  * [News \\(all\\)](/news_(all) \"The news\")\n  * [Sport](/sport)\n\n"
        "# Wall to be rebuilt #\n\n"
        "[Ada _Quill_](/quill), snake_case and 2 * 3 * 4, said the [quay (east)](/q) is a **bold "
        "plan**\\!\n\n"
        "![a picture](/a.jpg)\n\n[![a boat](/boat.jpg)A boat](/boats)\n\n"
        "[Not a link] (at all)\n");
    assert_blocks(&page, texts);
}

/* One link is not enough: a page may write about Markdown. */
static void markdown_may_be_the_subject(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "Links\n\nA link is [text](address).\n\n# A title\n");
    assert_str(page.blocks[1].text, STR("A link is [text](address)."));
    assert_str(page.blocks[2].text, STR("# A title"));
}

/* ---- tabs ---- */

static void tabs_part_the_entries_of_menus(void **state) {
    ARM((struct arena *)*state);
    static const char *const texts[] = {"Home",        "News",       "Sport", "Wall to be rebuilt",
                                        "By Jane Roe", "3 May 2024", NULL};
    struct block_page page =
        cut_dump(*state, "\tHome\tNews\tSport\t\n\nWall to be rebuilt\nBy Jane Roe\t3 May 2024\n");
    assert_blocks(&page, texts);
    assert_int_equal(page.blocks[0].flags, 0);
    assert_int_equal(page.blocks[1].flags, BLOCK_LINE_BREAK);
    assert_str(page.blocks[2].line, STR("\tSport"));
}

static void rows_of_tables_stay_lines(void **state) {
    ARM((struct arena *)*state);
    static const char *const texts[] = {"Boat Length Built", "Ada 21 1971", "Quill 34 2002", NULL};
    struct block_page page =
        cut_dump(*state, "Boat\tLength\tBuilt\nAda\t21\t1971\nQuill\t34\t2002\n");
    assert_blocks(&page, texts);
}

static void references_are_decoded(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "Terms &amp; conditions\nThe wall&#8217;s cracks\n"
                                              "Print &amp; digital &copy; 2024\n");
    assert_str(page.blocks[0].text, STR("Terms & conditions"));
    assert_str(page.blocks[1].text, STR("The wall’s cracks"));
    assert_str(page.blocks[2].text, STR("Print & digital © 2024"));
}

/* A page that has ampersands of its own writes about references. */
static void references_may_be_the_subject(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "Q & A\nWrite &amp; for an ampersand\n"
                                              "and &quot; for a quotation mark\n");
    assert_str(page.blocks[1].text, STR("Write &amp; for an ampersand"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(wrapped_lines_are_joined),
        ARENA_TEST(joined_lines_are_one_range),
        ARENA_TEST(short_lines_stay_apart),
        ARENA_TEST(list_items_are_joined_at_their_indent),
        ARENA_TEST(centered_lines_are_joined),
        ARENA_TEST(hyphens_at_line_ends),
        ARENA_TEST(ideographs_are_joined_without_space),
        ARENA_TEST(other_lines_stay_apart),
        ARENA_TEST(numbers_of_links_are_dropped),
        ARENA_TEST(lists_of_addresses_are_dropped),
        ARENA_TEST(notes_are_kept),
        ARENA_TEST(marks_of_html2text_are_dropped),
        ARENA_TEST(links_of_html2text_are_lines),
        ARENA_TEST(marks_of_markdown_are_dropped),
        ARENA_TEST(markdown_may_be_the_subject),
        ARENA_TEST(tabs_part_the_entries_of_menus),
        ARENA_TEST(rows_of_tables_stay_lines),
        ARENA_TEST(references_are_decoded),
        ARENA_TEST(references_may_be_the_subject),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

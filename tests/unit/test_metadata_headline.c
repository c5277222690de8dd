/*
 * The headline at the edges: which part of a title is the site's name, how long the parts may be,
 * and what makes a heading a logo, a section or the headline.
 */
#include "page_case.h"

#include "metadata/comparison_key.h"
#include "metadata/title/title_parts.h"

#define SITE "<meta property=og:site_name content='The Courier'>"
#define HEADED(title, heading) "<title>" title "</title><h1>" heading "</h1>" PROSE
#define DECLARED(headline)                                                                         \
    "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"" headline             \
    "\"}</script>"

static void titles_without_a_site(void **state) {
    static const struct page_case CASES[] = {
        {"a colon", "<title>Walls: Harbour plan</title>", PITH_HEADLINE, "Walls: Harbour plan"},
        {"a colon after many words", "<title>The old walls of Ellery: Harbour plan</title>",
         PITH_HEADLINE, "The old walls of Ellery: Harbour plan"},
        {"five words of a site", "<title>Plan approved at last | One Two Three Four Five</title>",
         PITH_HEADLINE, "Plan approved at last"},
        {"six words", "<title>Plan approved at last | One Two Three Four Five Six</title>",
         PITH_HEADLINE, "Plan approved at last | One Two Three Four Five Six"},
        {"two words more than the headline", "<title>Plan | One Two Three</title>", PITH_HEADLINE,
         "Plan"},
        {"three words more", "<title>Plan | One Two Three Four</title>", PITH_HEADLINE,
         "Plan | One Two Three Four"},
        {"three words before a dash", "<title>Harbour plan approved - Our Courier</title>",
         PITH_HEADLINE, "Harbour plan approved"},
        {"two words before a dash", "<title>Harbour plan - Courier</title>", PITH_HEADLINE,
         "Harbour plan - Courier"},
        {"as many after a dash", "<title>Harbour plan approved - Our own Courier</title>",
         PITH_HEADLINE, "Harbour plan approved - Our own Courier"},
        {"nothing but marks after it", "<title>Harbour plan approved | ...</title>", PITH_HEADLINE,
         "Harbour plan approved"},
        {"sections and the site", SITE "<title>Plan | Town | News | The Courier</title>",
         PITH_HEADLINE, "Plan | Town | News"},
        {"the site first, after a bar", SITE "<title>The Courier | Harbour plan</title>",
         PITH_HEADLINE, "Harbour plan"},
        {"a site of one letter",
         "<meta property=og:site_name content=X><title>X | Harbour plan</title>", PITH_HEADLINE,
         "Harbour plan"},
        {"the site first, after a colon", SITE "<title>The Courier: Harbour plan</title>",
         PITH_HEADLINE, "The Courier: Harbour plan"},
        {"the host's name",
         "<link rel=canonical href=https://www.ellerycourier.example/a>"
         "<meta property=og:title content='Harbour plan - Ellery Courier'>",
         PITH_HEADLINE, "Harbour plan"},
        {"the host's name and eight letters",
         "<link rel=canonical href=https://www.courier.example/a>"
         "<meta property=og:title content='Harbour plan - Courier Elleryab'>",
         PITH_HEADLINE, "Harbour plan"},
        {"the host's name and nine letters",
         "<link rel=canonical href=https://www.courier.example/a>"
         "<meta property=og:title content='Harbour plan - Courier Elleryabc'>",
         PITH_HEADLINE, "Harbour plan - Courier Elleryabc"},
        {"half of the host's name",
         "<link rel=canonical href=https://www.ourharbour.example/a>"
         "<meta property=og:title content='The plan - Harbo'>",
         PITH_HEADLINE, "The plan"},
        {"less than half of it",
         "<link rel=canonical href=https://www.ourharbours.example/a>"
         "<meta property=og:title content='The plan - Harbo'>",
         PITH_HEADLINE, "The plan - Harbo"},
        {"three letters of it",
         "<link rel=canonical href=https://www.ourbay.example/a>"
         "<meta property=og:title content='The plan - Bay'>",
         PITH_HEADLINE, "The plan - Bay"},
    };
    CHECK(CASES);
}

#define META(name, title) "<meta name='" name "' content='" title "'>"

static void names_without_a_heading(void **state) {
    static const struct page_case CASES[] = {
        {"the most reliable name",
         META("dc.title", "Walls of old") META("citation_title", "Harbour plan"), PITH_HEADLINE,
         "Harbour plan"},
        {"and if it comes first",
         META("citation_title", "Harbour plan") META("dc.title", "Walls of old"), PITH_HEADLINE,
         "Harbour plan"},
        {"a part of the title that a line has",
         "<title>Courier: The wall is done at last</title><p>x</p><p>The wall is done at last</p>",
         PITH_HEADLINE, "The wall is done at last"},
        {"a smaller part of it",
         "<title>Courier of Ellery and Mallow: The wall</title><p>x</p><p>The wall</p>",
         PITH_HEADLINE, "Courier of Ellery and Mallow: The wall"},
        {"a slogan on a page that is no article",
         "<title>Ellery harbour boats</title>" META(
             "og:title", "Ellery harbour boats") "<h1>Welcome to the sea</h1>",
         PITH_HEADLINE, "Ellery harbour boats"},
    };
    CHECK(CASES);
}

static void ends_of_headings(void **state) {
    static const struct page_case CASES[] = {
        {"a word after three, which the title lacks",
         "<h1>Harbour plan approved | Opinion</h1>" PROSE, PITH_HEADLINE, "Harbour plan approved"},
        {"one word after a dot", "<h1>Harbour plan was approved \xC2\xB7 Opinion</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan was approved"},
        {"two words after a dot", "<h1>Harbour plan was approved \xC2\xB7 Readers write</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan was approved \xC2\xB7 Readers write"},
        {"a word after two", "<h1>Harbour plan | Opinion</h1>" PROSE, PITH_HEADLINE,
         "Harbour plan | Opinion"},
        {"two words that the title has", HEADED("Harbour plan", "Harbour plan | The long read"),
         PITH_HEADLINE, "Harbour plan"},
        {"one word that the title has", HEADED("Walls", "Walls | The long read"), PITH_HEADLINE,
         "Walls | The long read"},
        {"as many words", "<h1>Harbour plan approved | Readers write letters</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan approved"},
        {"more words", "<h1>Harbour plan approved | Readers write their letters</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan approved | Readers write their letters"},
        {"a pilcrow without a link", "<h1>Harbour plan \xC2\xB6</h1>" PROSE, PITH_HEADLINE,
         "Harbour plan"},
        {"a day before three words", "<h1>26.04.2024: Harbour plan approved</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan approved"},
        {"a day before two", "<h1>26.04.2024: Harbour plan</h1>" PROSE, PITH_HEADLINE,
         "26.04.2024: Harbour plan"},
        {"from a day on", "<h1>26.04.2024 > Harbour plan approved</h1>" PROSE, PITH_HEADLINE,
         "26.04.2024 > Harbour plan approved"},
        {"a day within", "<h1>Harbour plan of 26.04.2024 approved</h1>" PROSE, PITH_HEADLINE,
         "Harbour plan of 26.04.2024 approved"},
        {"a month before", "<h1>2024 harbour plan approved</h1>" PROSE, PITH_HEADLINE,
         "2024 harbour plan approved"},
        {"a line with a day",
         "<h1>Harbour plan<br><small>approved</small><br><small>3 May 2024</small></h1>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"a line without one", "<h1>Harbour plan<br>approved in 2024</h1>" PROSE, PITH_HEADLINE,
         "Harbour plan approved in 2024"},
    };
    CHECK(CASES);
}

#define KICKED(headline, heading) DECLARED(headline) "<h1>" heading "</h1>" PROSE
#define NAMED(title, heading)                                                                      \
    "<meta property=og:title content='" title "'><h1>" heading "</h1>" PROSE

static void names_within_headings(void **state) {
    static const struct page_case CASES[] = {
        {"three words at the end", NAMED("The wall done", "Ellery: The wall done"), PITH_HEADLINE,
         "The wall done"},
        {"two words", NAMED("Wall done", "Ellery: Wall done"), PITH_HEADLINE, "Ellery: Wall done"},
        {"a shortened name", NAMED("The wall done...", "Ellery: The wall done"), PITH_HEADLINE,
         "Ellery: The wall done"},
        {"another shortened name", NAMED("The wall done\xE2\x80\xA6", "Ellery: The wall done"),
         PITH_HEADLINE, "Ellery: The wall done"},
        {"words quoted before it", NAMED("The wall is done", "\"At last\": The wall is done"),
         PITH_HEADLINE, "\"At last\": The wall is done"},
        {"in German marks",
         NAMED("The wall is done", "\xE2\x80\x9E"
                                   "At last\xE2\x80\x9C: The wall is done"),
         PITH_HEADLINE,
         "\xE2\x80\x9E"
         "At last\xE2\x80\x9C: The wall is done"},
        {"in angle marks",
         NAMED("The wall is done", "\xC2\xAB"
                                   "At last\xC2\xBB: The wall is done"),
         PITH_HEADLINE,
         "\xC2\xAB"
         "At last\xC2\xBB: The wall is done"},
        {"words quoted as a kicker",
         NAMED("The wall is done", "<i>\"At last\"</i>The wall is done"), PITH_HEADLINE,
         "The wall is done"},
        {"less than two fifths of it",
         NAMED("The wall done", "Ellery and Mallow, two towns: The wall done"), PITH_HEADLINE,
         "Ellery and Mallow, two towns: The wall done"},
        {"at the start, in a meta element", NAMED("The wall done", "The wall done - a visit"),
         PITH_HEADLINE, "The wall done - a visit"},
        {"in the middle, in JSON-LD", KICKED("The wall done", "Ellery: The wall done - a visit"),
         PITH_HEADLINE, "The wall done"},
    };
    CHECK(CASES);
}

static void headings_that_are_not_headlines(void **state) {
    static const struct page_case CASES[] = {
        {"a link to the front page",
         "<title>Harbour plan - Hut</title><h1><a href=./>Hut</a></h1><h2>Harbour plan</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"which is all there is", "<title>The Courier</title>" SITE "<h1>THE COURIER</h1>" PROSE,
         PITH_HEADLINE, "THE COURIER"},
        {"a book's name",
         "<title>The first chapter - Harbours</title><h1>Harbours</h1><h2>The first "
         "chapter</h2>" PROSE,
         PITH_HEADLINE, "The first chapter"},
        {"a song, and below it the singer",
         "<meta property=og:title content='Jane Doe - Harbour song'>"
         "<title>Jane Doe - Harbour song lyrics | Songs</title><h1>Harbour song</h1>"
         "<h2>Jane Doe</h2>" PROSE,
         PITH_HEADLINE, "Harbour song"},
        {"a widget's below the text",
         "<title>Harbour plan approved</title>" PROSE "<div><h1>Original text</h1><p>Suggest a "
         "better one</p></div>",
         PITH_HEADLINE, "Harbour plan approved"},
        {"one between texts",
         "<title>Harbour plan approved</title>" PROSE "<h1>Original text</h1>" PROSE, PITH_HEADLINE,
         "Original text"},
        {"below ten words",
         "<title>Harbour plan approved</title><p>one two three four five six seven eight nine "
         "ten</p><h1>Original text</h1>",
         PITH_HEADLINE, "Harbour plan approved"},
        {"below nine",
         "<title>Harbour plan approved</title><p>one two three four five six seven eight "
         "nine</p><h1>Original text</h1>",
         PITH_HEADLINE, "Original text"},
        {"one of ten words, with no text at all",
         "<title>Harbour plan approved</title><h1>Ten words that are not about what the title "
         "says it is</h1>",
         PITH_HEADLINE, "Ten words that are not about what the title says it is"},
        {"the only one, below all there is to read",
         "<title>Harbour plan approved</title><p>Menu</p><h1>Original text</h1><p>Few words</p>",
         PITH_HEADLINE, "Original text"},
        {"one of a page without a title", PROSE "<h1>Original text</h1>", PITH_HEADLINE,
         "Original text"},
        {"of an address without a slash",
         "<title>Harbour plan - Hut</title><h1><a href=https://a.example>Hut</a></h1><h2>Harbour "
         "plan</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"a hidden heading that fits as well",
         "<title>Harbour plan</title><h2 hidden>Harbour plan</h2><h2>Harbour Plan</h2>" PROSE,
         PITH_HEADLINE, "Harbour Plan"},
        {"a heading of a low level that fits as well",
         "<title>Harbour plan</title><h4>Harbour plan</h4><h3>Harbour Plan</h3>" PROSE,
         PITH_HEADLINE, "Harbour Plan"},
        {"a section's of three words",
         "<title>Courier - News - The wall done</title><h1>Courier news | All entries</h1><h2>The "
         "wall "
         "done</h2>" PROSE,
         PITH_HEADLINE, "The wall done"},
        {"a section's with two",
         "<title>Courier - News - Wall done</title><h1>Courier news | All "
         "entries</h1><h2>Wall done</h2>" PROSE,
         PITH_HEADLINE, "Courier news | All entries"},
        {"text of another page",
         "<title>Harbour plan approved</title><h1>Ferries</h1><h2>Harbour plan approved</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan approved"},
        {"one of two dishes",
         "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Recipe\",\"name\":\"Fish "
         "soup\"},{\"@type\":\"Recipe\",\"name\":\"Fish pie\"}]}</script><h1>Fish soup and "
         "fish pie</h1>" PROSE,
         PITH_HEADLINE, "Fish soup and fish pie"},
        {"one dish, named twice",
         "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Recipe\",\"name\":\"Fish "
         "soup\"},{\"@type\":\"Recipe\",\"name\":\"Fish soup\"}]}</script><h1>Fish soup that "
         "cures</h1>" PROSE,
         PITH_HEADLINE, "Fish soup"},
    };
    CHECK(CASES);
}

#define WORDS_19 "a b c d e f g h i j k l m n o p q r s"
#define CRUMBED(name, between, second)                                                             \
    DECLARED("Harbour wall: all on the plan")                                                      \
    "<title>Harbour wall: all on the plan | The Courier</title>" SITE                              \
    "<meta property=og:title content='" name "'>"                                                  \
    "<nav><a href=/news>News</a><h1>Harbour wall: all on the plan</h1></nav>" between              \
    "<h2>" second "</h2>" PROSE

static void headings_for_search_engines(void **state) {
    static const struct page_case CASES[] = {
        {"the one for readers", CRUMBED("Town will build", "", "Town will build"), PITH_HEADLINE,
         "Town will build"},
        {"with a kicker", CRUMBED("Town will build", "", "<i>Ellery</i> Town will build"),
         PITH_HEADLINE, "Town will build"},
        {"below menus",
         CRUMBED("Town will build", "<ul><li>Save<li>Share<li>Print</ul>", "Town will build"),
         PITH_HEADLINE, "Town will build"},
        {"below text", CRUMBED("Town will build", PROSE, "Town will build"), PITH_HEADLINE,
         "Harbour wall: all on the plan"},
        {"below twenty words",
         CRUMBED("Town will build", "<p>" WORDS_19 " x</p>", "Town will build"), PITH_HEADLINE,
         "Harbour wall: all on the plan"},
        {"below nineteen", CRUMBED("Town will build", "<p>" WORDS_19 "</p>", "Town will build"),
         PITH_HEADLINE, "Town will build"},
        {"two words", CRUMBED("Town builds", "", "Town builds"), PITH_HEADLINE,
         "Harbour wall: all on the plan"},
        {"a heading that is no name of the page", CRUMBED("Town will build", "", "What it costs"),
         PITH_HEADLINE, "Harbour wall: all on the plan"},
        {"one that begins with the name", CRUMBED("Town will build", "", "Town will build soon"),
         PITH_HEADLINE, "Harbour wall: all on the plan"},
        {"a standfirst that ends with the same name",
         CRUMBED("Harbour wall: all on the plan", "",
                 "The boats, the quay, the fish market that has been there for longer than anybody "
                 "in town remembers, and the harbour wall: all on the plan"),
         PITH_HEADLINE, "Harbour wall: all on the plan"},
        {"a heading unlike <title>",
         DECLARED("A wall for Port Ellery") "<title>Walls of Ellery | The Courier</title>" SITE
                                            "<meta property=og:title content='Town will build'>"
                                            "<h1>A wall for Port Ellery</h1><h2>Town will "
                                            "build</h2>" PROSE,
         PITH_HEADLINE, "A wall for Port Ellery"},
        {"a lower one",
         DECLARED(
             "Harbour wall plan") "<title>Harbour wall plan</title>"
                                  "<meta property=og:title content='Town will build'><h1>Harbour "
                                  "wall plan</h1><h3>Town will build</h3>" PROSE,
         PITH_HEADLINE, "Harbour wall plan"},
    };
    CHECK(CASES);
}

static void home_pages(void **state) {
    static const struct page_case CASES[] = {
        {"English", "<title>Homepage | Friends</title>", PITH_HEADLINE, "Friends"},
        {"French", "<title>Accueil - Amis</title><h1>Accueil</h1>" PROSE, PITH_HEADLINE, "Amis"},
        {"Portuguese",
         "<title>In\xC3\xAD"
         "cio | Amigos</title>",
         PITH_HEADLINE, "Amigos"},
        {"Chinese", "<title>首页 | 朋友</title>", PITH_HEADLINE, "朋友"},
        {"without a site", "<title>Home</title><h1>Home</h1>" PROSE, PITH_HEADLINE, "Home"},
    };
    CHECK(CASES);
}

static void lines_of_old_pages(void **state) {
    static const struct page_case CASES[] = {
        {"half of the title", "<title>The wall: Walls done</title><p>Walls done<br>x</p>",
         PITH_HEADLINE, "Walls done"},
        {"less than half", "<title>The walls: Walls done</title><p>Walls done<br>x</p>",
         PITH_HEADLINE, "The walls: Walls done"},
        {"a part within a word", "<title>The wall - Walls are done</title><p>alls are done</p>",
         PITH_HEADLINE, "The wall - Walls are done"},
    };
    CHECK(CASES);
}

static void keys_contain_whole_words(void **state) {
    static const struct {
        const char *whole, *part;
        size_t at;
    } CASES[] = {
        {"the wall", "the", 0},        {"the wall", "wall", 4},   {"the wall", "the wall", 0},
        {"the walls", "wall", 9},      {"swall wall", "wall", 6}, {"walls wall", "wall", 6},
        {"the wall", "he", 8},         {"a aa a", "aa", 2},       {"aaa aa", "aa", 4},
        {"the wall", "the wall s", 8},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_int_equal(comparison_key_find(str_of(CASES[i].whole), str_of(CASES[i].part)),
                         CASES[i].at);
    assert_int_equal(comparison_key_count_words(STR("")), 0);
    assert_int_equal(comparison_key_count_words(STR("a")), 1);
    assert_int_equal(comparison_key_count_words(STR("a b")), 2);
    assert_false(comparison_key_contains(STR("the wall"), STR("")));
}

static void parts_of_titles(void **state) {
    static const struct {
        const char *title, *part, *before;
        bool is_main;
    } CASES[] = {
        {"News - The wall", "The wall", "News - ", true},
        {"News | The wall", "The wall", "News | ", true},
        {"News: The wall", "The wall", "News: ", true},
        {"The wall - News", "The wall", "", true},
        {"News - The wall - Town", "The wall", "News - ", false},
        {"News - The wall is", "The wall", "", false},
        {"New The wall", "The wall", "", false},
        {"News", "wall", "", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str title = str_of(CASES[i].title), part = str_of(CASES[i].part);
        struct str before = title_before_part(title, part);
        assert_str(before.at ? before : STR(""), str_of(CASES[i].before));
        if (title_has_main_part(title, part) != CASES[i].is_main)
            fail_msg("%s", CASES[i].title);
    }
}

/* An element before the headline within its heading, which touches it. */
static void kickers_that_touch_the_headline(void **state) {
#define KICKER(title, heading) "<title>" title "</title><h1>" heading "</h1>" PROSE, PITH_HEADLINE
#define PARTS "<b>Traffic</b><b>Ferry line stopped</b>"
    static const struct page_case CASES[] = {
        {"not in the title", KICKER("Ferry line stopped | Courier", PARTS), "Ferry line stopped"},
        {"in the title too", KICKER("Traffic Ferry line stopped", PARTS),
         "Traffic Ferry line stopped"},
        {"the headline has no element of its own",
         KICKER("Ferry line stopped", "<b>Traffic</b>Ferry line stopped"), "Ferry line stopped"},
        {"one word", KICKER("The PowerPoint file", "The Power<b>Point</b> file"),
         "The PowerPoint file"},
        {"a short word", KICKER("Station plan", "Play<b>Station plan</b>"), "PlayStation plan"},
        {"another title", KICKER("Boats", PARTS), "TrafficFerry line stopped"},
    };
    CHECK(CASES);
}

/* Headings of a list, each of which leads to another page. */
static void entries_of_lists(void **state) {
#define ENTRY_OF(title) "<h2 class=t><a href=/x>" title "</a></h2>" PROSE
#define LISTED(title, first, third)                                                                \
    "<title>" title "</title><h1>News</h1>" first ENTRY_OF("Wall built") third, PITH_HEADLINE
    static const struct page_case CASES[] = {
        {"three",
         LISTED("The Harbour Board Ellery", ENTRY_OF("The day of boats"),
                ENTRY_OF("The Harbour Board wishes luck")),
         "News"},
        {"two", LISTED("The Harbour Board Ellery", "", ENTRY_OF("The Harbour Board wishes luck")),
         "The Harbour Board wishes luck"},
        {"the page's name",
         LISTED("Wall built", ENTRY_OF("The day of boats"), ENTRY_OF("Ice gone")), "Wall built"},
        {"no links",
         LISTED("The Harbour Board Ellery", "<h2 class=t>The day of boats</h2>" PROSE,
                "<h2 class=t>The Harbour Board wishes luck</h2>" PROSE),
         "The Harbour Board wishes luck"},
    };
    CHECK(CASES);
}

/* The only heading of level 1 is the section's, and the title has it after the headline. */
static void sections_after_headlines(void **state) {
#define SECTIONED(title)                                                                           \
    "<title>" title "</title><h1>Town News</h1><h2>Harbour plan made</h2>" PROSE
    static const struct page_case CASES[] = {
        {"and the site", SECTIONED("Harbour plan made - Town News - Courier"), PITH_HEADLINE,
         "Harbour plan made"},
        {"without the site", SECTIONED("Harbour plan made - Town News"), PITH_HEADLINE,
         "Harbour plan made"},
        {"an artist and a song",
         "<meta property=og:title content='Jane and the Boats - Harbour song'><title>Jane and the "
         "Boats - Harbour song "
         "lyrics | Courier</title><h1>Harbour song</h1><h2>Jane and the Boats</h2>" PROSE,
         PITH_HEADLINE, "Harbour song"},
        {"within another part", SECTIONED("Harbour plan made - All Town News - Courier"),
         PITH_HEADLINE, "Town News"},
    };
    CHECK(CASES);
}

/* The only heading of level 1 has a word of the title by chance; a lower one says nearly the same
 * as the title. */
static void headings_that_fit_better(void **state) {
#define FITTING(section, heading)                                                                  \
    "<title>Council votes to change strict rules on old harbour boats</title><h1>" section         \
    "</h1><h2>" heading "</h2>" PROSE,                                                             \
        PITH_HEADLINE
    static const struct page_case CASES[] = {
        {"below a section",
         FITTING("Harbour Life Centre", "Council votes to change rules on boats"),
         "Council votes to change rules on boats"},
        {"below a heading with half of its words in the title",
         FITTING("Our harbour rules now", "Council votes to change rules on boats"),
         "Our harbour rules now"},
        {"of five words", FITTING("Harbour Life Centre", "Council votes to change rules"),
         "Council votes to change rules"},
        {"of four words", FITTING("Harbour Life Centre", "Council votes on rules"),
         "Harbour Life Centre"},
        {"with another word in five",
         FITTING("Harbour Life Centre", "Council votes to change nothing"),
         "Council votes to change nothing"},
        {"with two", FITTING("Harbour Life Centre", "Council votes to leave everything"),
         "Harbour Life Centre"},
    };
    CHECK(CASES);
}

static void labels_of_titles(void **state) {
    static const struct page_case CASES[] = {
        {"in English", HEADED("Harbour plan", "<b>Title:</b>Harbour plan"), PITH_HEADLINE,
         "Harbour plan"},
        {"in German", HEADED("Hafenplan", "Titel: Hafenplan"), PITH_HEADLINE, "Hafenplan"},
        {"in the title too", HEADED("Title: the fight", "Title: the fight"), PITH_HEADLINE,
         "Title: the fight"},
        {"another", HEADED("Harbour plan", "Topic: Harbour plan"), PITH_HEADLINE,
         "Topic: Harbour plan"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(titles_without_a_site),
        ARENA_TEST(names_without_a_heading),
        ARENA_TEST(ends_of_headings),
        ARENA_TEST(names_within_headings),
        ARENA_TEST(headings_that_are_not_headlines),
        ARENA_TEST(headings_for_search_engines),
        ARENA_TEST(home_pages),
        ARENA_TEST(lines_of_old_pages),
        cmocka_unit_test(keys_contain_whole_words),
        cmocka_unit_test(parts_of_titles),
        ARENA_TEST(kickers_that_touch_the_headline),
        ARENA_TEST(entries_of_lists),
        ARENA_TEST(labels_of_titles),
        ARENA_TEST(sections_after_headlines),
        ARENA_TEST(headings_that_fit_better),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

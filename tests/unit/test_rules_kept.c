/*
 * What the exact rules keep: what belongs to kept text, and sentences that only look like what the
 * rules drop.
 */
#include "rule_case.h"

#include <stdio.h>

/* Checks a page with given scores, for rules that keep what its score drops. */
static void check_scored(struct arena *arena, const char *html, const float *scores,
                         const char *rules) {
    struct block_page page = cut_html(arena, html);
    struct selection selection = choose(&page, scores, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), str_of(rules));
    for (size_t i = 0; i < page.n_blocks; i++)
        if (selection.rule[i])
            assert_int_equal(selection.kept[i],
                             scores[i] < 0.5f); /* each rule reverses the score */
}

static void code_beside_kept_text_is_kept(void **state) {
    ARM((struct arena *)*state);
    static const char beside[] = "<div><p>It goes like this:<pre>x = 1</pre></div><p>end";
    check_scored(*state, beside, (float[]){0.9f, 0.25f, 0.1f}, "-|code|-");
    check_scored(*state, beside, (float[]){0.9f, 0.15f, 0.1f}, "-|-|-"); /* too unlikely */
    check_scored(*state, beside, (float[]){0.1f, 0.25f, 0.9f},
                 "-|-|-"); /* beside a dropped block */
    check_scored(*state, "<div><pre>x = 1</pre><p>a</p><p>It went so.</div><p>end",
                 (float[]){0.25f, 0.1f, 0.9f, 0.1f}, "code|-|-|-");
    check_scored(*state, "<div><p>a<p>It goes like this:</div><pre>x = 1</pre><p>end",
                 (float[]){0.1f, 0.9f, 0.25f, 0.1f}, "-|-|-|-"); /* in another element */
    check_scored(*state, "<div><p>It goes like this:<p>x = 1</div><p>end",
                 (float[]){0.9f, 0.25f, 0.1f}, "-|-|-"); /* not code */
}

static void tables_are_kept_or_dropped_whole(void **state) {
    ARM((struct arena *)*state);
    static const char table[] = "<table><tr><th>a<th>b<tr><td>c<td>d</table><p>end";
    check_scored(*state, table, (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.1f}, "-|-|table|-|-");
    check_scored(*state, table, (float[]){0.55f, 0.1f, 0.1f, 0.55f, 0.9f}, "table|-|-|table|-");
    /* not above the bound, and not if nothing else is kept */
    check_scored(*state, table, (float[]){0.9f, 0.1f, 0.1f, 0.55f, 0.9f}, "-|-|-|table|-");
    check_scored(*state, table, (float[]){0.55f, 0.1f, 0.1f, 0.55f, 0.1f}, "-|-|-|-|-");
    check_scored(*state, "<table><tr><td>a<td>b<td>c</table><p>end", /* too few cells */
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f}, "-|-|-|-");
    /* most of its words, though not of its cells */
    check_scored(*state, "<table><tr><td>a b c<td>d<tr><td>e<td>f</table><p>end",
                 (float[]){0.9f, 0.1f, 0.1f, 0.9f, 0.9f}, "-|table|table|-|-");
    check_scored(*state, "<table><tr><td>a b<td>d<tr><td>e<td>f g</table><p>end",
                 (float[]){0.55f, 0.1f, 0.55f, 0.1f, 0.9f}, "table|-|table|-|-");
}

static void texts_between_the_rows_of_tables(void **state) {
    static const float SCORES[] = {0.9F, 0.9F, 0.1F, 0.9F, 0.9F, 0.9F};
#define BETWEEN(cell) "<table><tr><td>a<td>b<tr>" cell "<tr><td>c<td>d</table><p>end"
    check_scored(*state, BETWEEN("<td colspan=2>Buy two and get one more for free"), SCORES,
                 "-|-|-|-|-|-");
    check_scored(*state, BETWEEN("<td colspan=2><p>Buy two and get one more for free</p>"), SCORES,
                 "-|-|-|-|-|-");
    /* a subhead, a header, a cell of one column */
    check_scored(*state, BETWEEN("<td colspan=2>Buy two and get one for free"), SCORES,
                 "-|-|table|-|-|-");
    check_scored(*state, BETWEEN("<th colspan=2>Buy two and get one more for free"), SCORES,
                 "-|-|table|-|-|-");
    check_scored(*state, BETWEEN("<td>Buy two and get one more for free"), SCORES,
                 "-|-|table|-|-|-");
    check_scored(*state, BETWEEN("<td colspan=1>Buy two and get one more for free"), SCORES,
                 "-|-|table|-|-|-");
    check_scored(
        *state,
        "<table><tr><td>a<td>b<tr><td colspan=2>Buy two and get one more for free<td>c<tr><td>d"
        "</table><p>end",
        (float[]){0.9F, 0.9F, 0.1F, 0.9F, 0.9F, 0.9F}, "-|-|table|-|-|-");
}

static void tables_whose_cells_contain_elements(void **state) {
    ARM((struct arena *)*state);
    check_scored(*state, "<table><tr><td>a<td>b<tr><td><div><p>c</p></div><td>d</table><p>end",
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.1f}, "-|-|table|-|-");
    check_scored(*state, "<table><tr><td>a<td>b<tr><th><h3>c</h3><td>d</table><p>end",
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.1f}, "-|-|table|-|-");
    /* layout: a table in a cell, one row, long texts, many elements in a cell */
    check_scored(*state, "<table><tr><td>a<td>b<tr><td><table><tr><td>c</table><td>d</table><p>end",
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.1f}, "-|-|-|-|-");
    check_scored(*state, "<table><tr><td>a<td>b<td>c<td><p>d</table><p>end",
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.1f}, "-|-|-|-|-");
    check_scored(*state, "<table><tr><td>a<td>b<tr><td><p>" LONG "</p><td>" LONG "</table><p>end",
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.1f}, "-|-|-|-|-");
    check_scored(*state,
                 "<table><tr><td>a<td>b<td>c<td>d<tr><td><p>" LONG LONG
                 "</p><td>e<td>f</table><p>" LONG,
                 (float[]){0.9f, 0.9f, 0.9f, 0.9f, 0.1f, 0.9f, 0.9f, 0.1f}, "-|-|-|-|-|-|-|-");
    check_scored(*state, "<table><tr><td>a<td>b<tr><td><p>c<p>d<p>e<p>f<p>g<p>h<td>i</table><p>end",
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.1f},
                 "-|-|-|-|-|-|-|-|-|-");
}

static void banners_before_a_dump_s_headline_are_dropped(void **state) {
    static uint8_t roles[] = {METADATA_NONE, METADATA_STANDFIRST, METADATA_HEADLINE, METADATA_NONE};
    static const struct metadata metadata = {.roles = roles, .lead_block = SIZE_MAX};
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "A banner\n\nA summary\n\nThe head\n\nThe boat");
    struct selection selection = choose(&page, NULL, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("before the headline|-|headline|-"));
    assert_str(kept_text(&page, &selection), STR("A summary|The boat"));

    page = cut_dump(*state, LONG "\n\nA summary\n\nThe head\n\nThe boat"); /* an article */
    selection = choose(&page, NULL, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|headline|-"));

    page = cut_html(*state, "<p>A banner<p>A summary<h1>The head</h1><p>The boat");
    selection = choose(&page, NULL, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|headline|-"));
}

/* Sentences with the words of the rules, as in manuals, articles and threads. The model is sure of
 * them, so no rule may touch them. */
static const char *const TRUE_SENTENCES[] = {
    /* prompts */
    "Sign in to the console.",
    "Log in to the server as root:",
    "Log in to GitHub and open the settings page.",
    "Login to YouTube with the account of the channel.",
    "Sign in to MyAccount. Then choose Payments.",
    "Register to vote before the end of September.",
    "Please register the device before you update it.",
    "Please log in to the router and change its password.",
    "Please sign in at the desk when you visit the school.",
    "Please reload the rules after each change.",
    "Enter your email, then choose Continue.",
    "Create an account to which the tests may write.",
    "Create a free account with the registry first.",
    "Already have an account on the old server? Move it first.",
    "We use cookies to hold the session of the user, as section 4 explains.",
    "This site uses cookies, says the banner on the shop, and offers no way to say no.",
    "Sponsored by the guild, the fair was held every year until 1914.",
    "Subscribe to the topic that the newsletter service publishes.",
    "You must be logged in as an administrator to run this command.",
    "You need to be logged in to the registry before you push.",
    "By signing up for the war at sixteen he lied about his age.",
    "Click to share the folder with the other users of the computer.",
    "Please enable cookies in the test browser before the suite is run.",
    "Bitte melden Sie sich an, bevor Sie den Befehl ausf\xC3\xBChren.",
    "Veuillez vous connecter au serveur avant la mise \xC3\xA0 jour.",
    "Inicia sesi\xC3\xB3n para ver los registros del servidor.",
    /* captions and credits */
    "To build the image:",
    "The lines of the wall guide the eye to the mole, as the crests do in this next image:",
    "Image: the name of the container image.",
    "Picture: a path to the portrait, relative to the file.",
    "Photo by photo she went through the boxes of her grandfather.",
    "Photo: the field that holds the number of the picture.",
    "Photograph by photograph, the archive is put online.",
    "The print was lent courtesy of the museum in Bergen, which owns the plate.",
    "She sold the agency to its rival in 1996 (Getty Images)",
    "The pictures come from two agencies | Shutterstock",
    "Bild: Pfad der Datei, relativ zum Verzeichnis.",
    "Foto: il campo che contiene il numero della foto.",
    /* rights */
    "The symbol \xC2\xA9 was first allowed by the convention of 1952.",
    "Write \xC2\xA9 2024 and your name into the head of each file.",
    "\xC2\xA9 is typed with Option and G on a Mac.",
    "Copyright \xC2\xA9 lines are not needed since 1989, but most publishers write them.",
    "Le conseil s'est r\xC3\x83\xC2\xA9uni mardi soir.",
    ("La soir\xC3\x83\xC2\xA9"
     "e a commenc\xC3\x83\xC2\xA9 tard."),
    "The sign \xC2\xA9 stands before the year.",
    /* read also, and placeholders */
    "Read also the notes on upgrades before you begin.",
    "Read more about queues in the chapter on storage.",
    "Read next the second line of the table, from left to right.",
    "Continue reading until the counter is zero.",
    "Don't miss the last boat, which leaves at six.",
    "Related: of the same family or kind, says the dictionary.",
    "Must read access be granted to the group, use the second form.",
    "Up next on the list of the council was the slip.",
    "Lesen Sie auch die Hinweise zur Sicherung.",
    "Lire aussi le mode d'emploi de la pompe.",
    "Lee tambi\xC3\xA9n la nota sobre las copias.",
    "Leggi anche le note sulla sicurezza.",
    "Advertising",
    "Loading...",
    "Sponsored content",
    "Was this page helpful?",
    "Add to cart",
    "Werbung",
};

static void no_rule_touches_a_sure_sentence(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    assert_true(N_OF(TRUE_SENTENCES) >= 60);
    for (size_t i = 0; i < N_OF(TRUE_SENTENCES); i++) {
        char html[256];
        snprintf(html, sizeof html, "<p>The manual says.<p>%s<p>Then it ends.", TRUE_SENTENCES[i]);
        struct block_page page = cut_html(arena, html);
        struct selection selection = choose(&page, (float[]){0.97f, 0.95f, 0.97f}, &NO_METADATA, 0);
        assert_str(rules_of(&page, &selection), STR("-|-|-"));
        assert_str(selection.text[1], page.blocks[1].text);
    }
}

/* Whatever it scores. */
static void sentences_that_only_resemble_a_rule_are_kept(void **state) {
    static const struct rule_case cases[] = {
        {"<p>To build the image:", "To build the image:", "-"},
        {"<p>She got what she wanted with this photo:", "She got what she wanted with this photo:",
         "-"},
        {"<p>The symbol \xC2\xA9 was first allowed in 1952.",
         "The symbol \xC2\xA9 was first allowed in 1952.", "-"},
        {"<p>Le conseil s'est r\xC3\x83\xC2\xA9uni.", "Le conseil s'est r\xC3\x83\xC2\xA9uni.",
         "-"},
        {"<p>Photo \xC2\xA9 2024 Anna Quill", "", "copyright"},
        /* an id on a heading names the section, not the comments */
        {"<p>The boat is back.<h2 id=Comments>Comments</h2><p>They were kind.",
         "The boat is back.|Comments|They were kind.", "-|-|-"},
        {"<p>The boat is back.<h2><span id=comments>Comments</span></h2><p>Kind.",
         "The boat is back.|Comments|Kind.", "-|-|-"},
    };
    CHECK(cases);
}

/* In an answer, a step of a list, the text of two sections. */
static void repeated_sentences_with_a_high_score_are_kept(void **state) {
    static const char *const pages[] = {
        "<div><h3>Is it open?</h3><div><p>No, it is closed.</div></div>"
        "<div><h3>May I enter?</h3><div><p>No, it is closed.</div></div>",
        "<ol><li><p>Open the lid slowly.</li><li><p>Open the lid slowly.</li></ol>",
        "<section><h3>get</h3><p>Returns the number of rows.</section>"
        "<section><h3>put</h3><p>Returns the number of rows.</section>",
        "<div class=verse><p>And so we sail away.</div><div class=verse><p>And so we sail "
        "away.</div>",
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(pages); i++) {
        struct block_page page = cut_html(arena, pages[i]);
        struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
        for (size_t k = 0; k < page.n_blocks; k++)
            assert_true(selection.kept[k]);
    }
}

/* Filters and menus fold too; a callout's kind is a class of its own. */
static void what_folds_is_no_callout_for_its_class(void **state) {
    static const char *const classes[] = {"facets__details", "product-info", "details with-border"};
    char html[256];
    static const float scores[] = {0.9f, 0.2f, 0.9f};
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(classes); i++) {
        snprintf(html, sizeof html,
                 "<div><p>" TEN "<details class='%s'><summary>Closed-back</summary>Of 35 boats"
                 "</details>",
                 classes[i]);
        struct block_page page = cut_html(arena, html);
        struct selection selection = choose(&page, scores, &NO_METADATA, 0);
        assert_str(rules_of(&page, &selection), STR("-|-|-"));
        assert_false(selection.kept[1]);
    }
    struct block_page page = cut_html(arena, "<div><p>" TEN "<details class='note inline'><summary>"
                                             "Closed-back</summary>Of 35 boats</details>");
    struct selection selection = choose(&page, scores, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("-|callout|-"));
}

/* A run of copies of over 60 words is a text that occurs twice. */
static void a_text_that_occurs_twice_is_kept_once(void **state) {
    static const struct rule_case cases[] = {
        {"<div><p>" LONG "<p>The boat is back.</div><div><p>" LONG "<p>The boat is back.</div>",
         LONG "|The boat is back.", "-|-|repeated|repeated"},
        /* lines in another order are not a run */
        {"<div><p>The boat is back.<p>It runs on Monday.</div><p>So.<div><p>It runs on "
         "Monday.<p>The boat is back.</div>",
         "The boat is back.|It runs on Monday.|So.|It runs on Monday.|The boat is back.",
         "-|-|-|-|-"},
    };
    check(*state, cases, N_OF(cases), 0.85f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(no_rule_touches_a_sure_sentence),
        ARENA_TEST(sentences_that_only_resemble_a_rule_are_kept),
        ARENA_TEST(repeated_sentences_with_a_high_score_are_kept),
        ARENA_TEST(what_folds_is_no_callout_for_its_class),
        ARENA_TEST(a_text_that_occurs_twice_is_kept_once),
        ARENA_TEST(code_beside_kept_text_is_kept),
        ARENA_TEST(tables_are_kept_or_dropped_whole),
        ARENA_TEST(texts_between_the_rows_of_tables),
        ARENA_TEST(tables_whose_cells_contain_elements),
        ARENA_TEST(banners_before_a_dump_s_headline_are_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

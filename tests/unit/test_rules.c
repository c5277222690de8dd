/*
 * The exact rules: what each drops, and similar text that is kept.
 */
#include "rule_case.h"

#include <stdio.h>

#include "lexicon/phrase.h"

static void captions_are_known_by_their_credit(void **state) {
    static const struct rule_case cases[] = {
        {"<p>Photo: Anna Quill", "", "caption"},
        {"<p>PHOTO BY Anna Quill", "", "caption"},
        {"<p>Photo: the boat at the pier on the day on which she came back to the islands, after a "
         "winter in the yard",
         "", "caption"},
        {"<p>The boat at the pier on Monday. Photograph: Anna Quill", "", "caption"},
        {"<p>Der Kahn am Kai.Foto: Anna Quill | Video: EPV", "", "caption"},
        {"<p>The boat (Anna Quill/AFP via Getty Images)", "", "caption"},
        {"<p>The boat at the pier. Anna Quill/Reuters", "", "caption"},
        {"<p>The boat | Courtesy of the harbour", "", "caption"},
        {"<p>Cr\xC3\xA9"
         "dit photo : Anna Quill",
         "", "caption"},
        {"<p>\xE6\xB8\xAF\xE3\x81\xAE\xE8\x88\xB9\xEF\xBC\x9D\xEF\xBC\xA1\xEF\xBC\xB0", "",
         "caption"}, /* "Minato no fune=AP", full-width */
        {"<p>\xEB\xB0\xB0 | \xEC\x82\xAC\xEC\xA7\x84 \xEC\xB6\x9C\xEC\xB2\x98 AP", "", "caption"},
    };
    CHECK(cases);
}

static void text_that_resembles_a_caption_is_kept(void **state) {
    static const struct rule_case cases[] = {
        {"<p>The boat is back (AFP)", "The boat is back (AFP)", "-"},
        {"<p>She won with a photo by chance. He did not.",
         "She won with a photo by chance. He did not.", "-"},
        {"<p>Photographs fade.", "Photographs fade.", "-"},
        {"<p>" LONG " (Anna Quill/AFP)", LONG " (Anna Quill/AFP)", "-"},
        {"<pre>image: debian:12</pre>", "image: debian:12", "-"},
    };
    CHECK(cases);
}

static void captions_that_occur_twice(void **state) {
    static const struct rule_case cases[] = {
        {"<p>A boat at the old pier<p>A boat at the old pier (Anna Quill)<p>The boat is back.",
         "The boat is back.", "caption|caption|-"},
        {"<p>A boat at the old pier<p>A boat at the old pier. Photo: Anna Quill", "",
         "caption|caption"},
        /* not a credit: a sentence that begins like the line before it */
        {"<p>A boat at the old pier<p>A boat at the old pier is news.",
         "A boat at the old pier|A boat at the old pier is news.", "-|-"},
        /* too short to decide */
        {"<p>The boat<p>The boat (new)", "The boat|The boat (new)", "-|-"},
        /* not the same */
        {"<p>A boat at the new pier<p>A boat at the old pier (Anna Quill)",
         "A boat at the new pier|A boat at the old pier (Anna Quill)", "-|-"},
    };
    CHECK(cases);
}

/* Either of the two may have been dropped because of its score. */
static void one_of_two_captions_is_enough(void **state) {
    static const char html[] = "<p>The boat at the pier on Monday"
                               "<p>The boat at the pier on Monday (Anna Quill)";
    static const float first[] = {0.9f, 0.1f}, second[] = {0.1f, 0.9f};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, html);
    struct selection selection = choose(&page, first, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("caption|-"));
    selection = choose(&page, second, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("-|caption"));
}

static void copyright_lines_are_dropped(void **state) {
    static const struct rule_case cases[] = {
        {"<p>Copyright \xC2\xA9 2024 The Ferry Post", "", "copyright"},
        {"<p>The sign (c) is older.", "The sign (c) is older.", "-"},
        {"<p>" LONG " It is \xC2\xA9 by her.", LONG " It is \xC2\xA9 by her.", "-"},
    };
    CHECK(cases);
}

static void read_also_lines_are_dropped(void **state) {
    static const struct rule_case cases[] = {
        {"<p>Read more: the timetable", "", "read also"},
        {"<p>RELATED: A crane for the harbour", "", "read also"},
        {"<p>Read morels are rare", "Read morels are rare", "-"},
        {"<p>They read more than before", "They read more than before", "-"},
        {"<h2>Read more</h2>", "Read more", "-"},
        {"<p>Read more " TEN TEN TEN TEN "end", "Read more " TEN TEN TEN TEN "end", "-"},
    };
    CHECK(cases);
}

/* Each language's own words, as written by pages. */
static void read_also_lines_in_other_languages(void **state) {
    static const char *const lines[] = {
        "Lesen Sie auch: mehr",
        "Mehr zum Thema",
        "Das k\xC3\xB6nnte Sie auch interessieren:",
        "LIRE AUSSI : plus",
        "\xC3\x80 lire aussi",
        "Voir aussi : plus",
        "Lee tambi\xC3\xA9n: otro",
        "Te puede interesar",
        "LEIA TAMB\xC3\x89M: mais",
        "Veja tamb\xC3\xA9m",
        "Leggi anche: altro",
        "Lees ook",
        "L\xC3\xA6s ogs\xC3\xA5: mere",
        "LES OGS\xC3\x85: mer",
        "L\xC3\x84S OCKS\xC3\x85",
        "Lue my\xC3\xB6s",
        "Czytaj wi\xC4\x99"
        "cej",
        "CZYTAJ TE\xC5\xBB: inne",
        "\xC4\x8Ct\xC4\x9Bte tak\xC3\xA9",
        "\xD0\xA7\xD0\x98\xD0\xA2\xD0\x90\xD0\x99\xD0\xA2\xD0\x95 "
        "\xD0\xA2\xD0\x90\xD0\x9A\xD0\x96\xD0\x95: x", /* Russian, capitals */
        "\xE9\x96\xA2\xE9\x80\xA3\xE8\xA8\x98\xE4\xBA\x8B",
        "\xE7\x9B\xB8\xE5\x85\xB3\xE9\x98\x85\xE8\xAF\xBB",
        "\xEA\xB4\x80\xEB\xA0\xA8\xEA\xB8\xB0\xEC\x82\xAC: x",
        "\xD8\xA7\xD9\x82\xD8\xB1\xD8\xA3 \xD8\xA3\xD9\x8A\xD8\xB6\xD8\xA7"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct rule_case one = {lines[i], "", "read also"};
        check(*state, &one, 1, 0.8f);
    }
}

static void prompts_are_dropped(void **state) {
    static const struct rule_case cases[] = {
        {"<p>Please log in to go on", "", "prompt"},
        {"<p>Thanks for registeringPlease refresh the page", "", "prompt"},
        {"<p>Sign up for our newsletter", "", "prompt"},
        {"<p>Dzi\xC4\x99kujemy za rejestracj\xC4\x99!", "", "prompt"},
        {"<p>Sign up sheets hung at the pier", "Sign up sheets hung at the pier", "-"},
        {"<p>Sponsoredly", "Sponsoredly", "-"},
        {"<p>He said: please log in", "He said: please log in", "-"},
        {"<p>Please log in " LONG, "Please log in " LONG, "-"},
        {"<pre>Please log in</pre>", "Please log in", "-"},
    };
    CHECK(cases);
}

static void prompts_attached_to_a_sentence_are_cut_off(void **state) {
    static const struct rule_case cases[] = {
        {"<p>Thanks for registeringThe boat is back.", "The boat is back.", "prompt cut off"},
        {"<p>The boat is back.Please log in", "The boat is back.", "prompt cut off"},
        {"<p>Please refresh the page\xC3\x89"
         "coutez !Please log in",
         "\xC3\x89"
         "coutez !",
         "prompt cut off"},
        /* "dziekuje" in capitals is one word */
        {"<p>DZI\xC4\x98KUJ\xC4\x98. Please log in", "DZI\xC4\x98KUJ\xC4\x98. Please log in", "-"},
        {"<p>Please refresh the page\xD0\x96\xD0\xB4\xD0\xB8", "\xD0\x96\xD0\xB4\xD0\xB8",
         "prompt cut off"},
        /* inside a text it may be what the text is about */
        {"<p>The sign said.Please log inThe boat is back.",
         "The sign said.Please log inThe boat is back.", "-"},
        /* a joint without a prompt */
        {"<p>The boat is back.It runs.", "The boat is back.It runs.", "-"},
        {"<p>MacDonald and JavaScript", "MacDonald and JavaScript", "-"},
    };
    CHECK(cases);
}

static void placeholders_are_whole_lines(void **state) {
    static const struct rule_case cases[] = {
        {"<p>The boat.<p>ADVERTISEMENT<p>It runs.", "The boat.|It runs.", "-|placeholder|-"},
        {"<p>The boat.<p>Article continues below", "The boat.", "-|placeholder"},
        {"<p>The boat.<h2>Start Quote</h2><p>It runs.<p>End Quote", "The boat.|It runs.",
         "-|placeholder|-|placeholder"},
        {"<p>The boat.<p>Publicit\xC3\xA9", "The boat.", "-|placeholder"},
        {"<p>The boat.<p>\xE5\xBA\x83\xE5\x91\x8A", "The boat.", "-|placeholder"},
        {"<p>Advertisement pays for the boat.", "Advertisement pays for the boat.", "-"},
        {"<p>Loading the boat", "Loading the boat", "-"},
    };
    CHECK(cases);
}

static void text_in_two_places_is_kept_once(void **state) {
    static const struct rule_case cases[] = {
        {"<div><p>The boat is back.</div><div><p>The boat is back!<p>It runs.</div>",
         "The boat is back.|It runs.", "-|repeated|-"},
        {"<article><p>The boat is back.</article><article><blockquote><p>THE BOAT IS BACK."
         "</blockquote><p>So it is.</article>",
         "The boat is back.|So it is.", "-|repeated|-"},
        {"<article><p>The boat is back.</article><article><blockquote>Anna wrote:<p>The boat is "
         "back."
         "</blockquote><p>So it is.</article>",
         "The boat is back.|So it is.", "-|repeated|repeated|-"},
        /* a refrain */
        {"<div><p>The boat is back.<p>It runs.<p>The boat is back.</div>",
         "The boat is back.|It runs.|The boat is back.", "-|-|-"},
        /* labels, cells and code */
        {"<div><p>Add to</div><div><p>Add to</div>", "Add to|Add to", "-|-"},
        {"<div><pre>make all the boats</pre></div><div><pre>make all the boats</pre></div>",
         "make all the boats|make all the boats", "-|-"},
        {"<table><tr><td>the boat is<tr><td>the boat is</table>", "the boat is|the boat is", "-|-"},
        {"<table><tr><td><p>the boat is<tr><td><p>the boat is</table>", "the boat is|the boat is",
         "-|-"},
        {"<table><tr><td><p>So it is.<p>the boat is<tr><td><p>It runs.<p>the boat is</table>",
         "So it is.|the boat is|It runs.", "-|-|-|repeated"}, /* posts with a signature */
        {"<dl><dd><p>the boat is<dd><p>the boat is</dl>", "the boat is|the boat is", "-|-"},
        /* as many letters, other words */
        {"<div><p>The boat is back.</div><div><p>The goat is back.</div>",
         "The boat is back.|The goat is back.", "-|-"},
    };
    check(*state, cases, N_OF(cases), 0.55f);
}

/* Terms below each offer were written for it. */
static void sentences_of_sisters_are_kept(void **state) {
#define TERMS "<div><p>All of this holds as long as stocks last.</div>"
    static const struct rule_case cases[] = {
        {"<section><b>A</b>" TERMS "</section><section><b>B</b>" TERMS "</section>"
         "<section><b>C</b>" TERMS "</section>",
         "A|All of this holds as long as stocks last.|B|All of this holds as long as stocks last.|"
         "C|All of this holds as long as stocks last.",
         "-|-|-|-|-|-"},
        /* two may be made for two widths of the screen */
        {"<section><b>A</b>" TERMS "</section><section><b>B</b>" TERMS "</section>",
         "A|All of this holds as long as stocks last.|B", "-|-|-|repeated"},
        /* clones of a slide */
        {"<section><b>A</b>" TERMS "</section><section><b>A</b>" TERMS "</section>"
         "<section><b>C</b>" TERMS "</section>",
         "A|All of this holds as long as stocks last.|A|C|"
         "All of this holds as long as stocks last.",
         "-|-|-|repeated|-|-"},
        /* another place in the sister */
        {"<section><b>A</b>" TERMS "</section><section><b>B</b><div class=note><p>All of this "
         "holds as long as stocks last.</div></section><section><b>C</b></section>",
         "A|All of this holds as long as stocks last.|B|C", "-|-|-|repeated|-"},
        /* a line */
        {"<section><b>A</b><div><p>While stocks last</div></section><section><b>B</b><div><p>While "
         "stocks last</div></section><section><b>C</b></section>",
         "A|While stocks last|B|C", "-|-|-|repeated|-"},
    };
    check(*state, cases, N_OF(cases), 0.55f);

    struct metadata forum = NO_METADATA; /* there such a sentence is a signature */
    forum.fields[PITH_TYPE].text = STR("forum");
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, cases[0].html);
    struct selection selection =
        choose(&page, (float[]){0.55f, 0.55f, 0.55f, 0.55f, 0.55f, 0.55f}, &forum, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|-|repeated|-|repeated"));
#undef TERMS
}

/* If one copy is dropped, the other is kept. */
static void the_copy_that_is_kept_counts(void **state) {
    static const float scores[] = {0.1f, 0.9f};
    struct arena *arena = *state;
    ARM(arena);
    struct block_page page =
        cut_html(arena, "<div><p>The boat is back.</div><div><p>The boat is back.</div>");
    struct selection selection = choose(&page, scores, &NO_METADATA, 0);
    assert_str(kept_text(&page, &selection), STR("The boat is back."));
    assert_str(rules_of(&page, &selection), STR("-|-"));
}

static void text_below_a_prompt_is_dropped(void **state) {
    static const struct rule_case cases[] = {
        {"<div><h4>Register for free</h4><p>An account helps us.<p>Name</div><p>The boat is back.",
         "The boat is back.", "prompt|prompt|prompt|-"},
        {"<div><h4>Register for free</h4><p>An account helps us.<h3>More</h3><p>The "
         "boat.</div><p>.",
         "More|The boat.|.", "prompt|prompt|-|-|-"},
        {"<div><h4>Register for free</h4><p>" LONG "</div><p>The boat.", LONG "|The boat.",
         "prompt|-|-"},
        /* a line is not a heading */
        {"<div><p>Register for free<p>An account helps us.</div><p>The boat.",
         "An account helps us.|The boat.", "prompt|-|-"},
        {"<div><h4>Register of ships</h4><p>An account of them.</div><p>The boat.",
         "Register of ships|An account of them.|The boat.", "-|-|-"},
    };
    CHECK(cases);
}

static void comments_under_an_article_are_dropped(void **state) {
    static const struct rule_case cases[] = {
        {"<p>The boat is back at the pier.<div id=Comments><p>Good.<p>At last.</div>",
         "The boat is back at the pier.", "-|comments|comments"},
        {"<p>The boat is back.<ol class='list comment-list'><li>Good.</ol>", "The boat is back.",
         "-|comments"},
        /* a page with more comments than text is for its comments */
        {"<p>The boat?<div class=comments><p>It is back at the pier.</div>",
         "The boat?|It is back at the pier.", "-|-"},
        {"<p>The boat is back.<div class=no-comments>Good.</div>", "The boat is back.|Good.",
         "-|-"},
        {"<body class=comments><p>The boat is back.", "The boat is back.", "-"},
    };
    CHECK(cases);
}

/* ... also if they are longer, if the rest is long enough and scores better. */
static void many_comments_under_an_article_are_dropped(void **state) {
#define COMMENTS                                                                                   \
    "<div id=comments><p>a " LONG "<p>b " LONG "<p>c " LONG "<p>d " LONG "<p>e " LONG "</div>"
    static const char page_of_248[] = "<p>1 " LONG "<p>2 " LONG "<p>3 " LONG "<p>4 " LONG COMMENTS;
    static const char page_of_186[] = "<p>1 " LONG "<p>2 " LONG "<p>3 " LONG COMMENTS;
    static const struct metadata forum = {.fields[PITH_TYPE].text = STR_INIT("forum"),
                                          .lead_block = SIZE_MAX};
    static const struct {
        const char *html;
        const struct metadata *metadata;
        float text, comments;
        const char *rules;
    } cases[] = {
        {page_of_248, &NO_METADATA, 0.95f, 0.8f,
         "-|-|-|-|comments|comments|comments|comments|comments"},
        {page_of_248, &NO_METADATA, 0.85f, 0.8f, "-|-|-|-|-|-|-|-|-"},
        {page_of_248, &forum, 0.95f, 0.8f, "-|-|-|-|-|-|-|-|-"},
        {page_of_186, &NO_METADATA, 0.95f, 0.8f, "-|-|-|-|-|-|-|-"},
    };
#undef COMMENTS
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(cases); i++) {
        struct block_page page = cut_html(*state, cases[i].html);
        float scores[9];
        size_t n_text = cases[i].html == page_of_248 ? 4 : 3;
        for (size_t k = 0; k < page.n_blocks; k++)
            scores[k] = k < n_text ? cases[i].text : cases[i].comments;
        struct selection selection = choose(&page, scores, cases[i].metadata, 0);
        assert_str(rules_of(&page, &selection), str_of(cases[i].rules));
    }
}

/* They are not even blocks. */
static void consent_dialogs_are_dropped(void **state) {
    static const struct rule_case cases[] = {
        {"<p>The boat is back.<div id=onetrust-sdk><p>We and our partners.<p>Ok.</div>",
         "The boat is back.", "-"},
        {"<p>The boat is back.<div class='box Cookie_Notice'>Cookies.</div>", "The boat is back.",
         "-"},
        {"<p>Boat?<div class=gdpr-modal>We and all of our many partners.</div>", "Boat?",
         "-"}, /* however much of it there is */
        /* a form without a topic, a topic without a form, both of two names, one word for both */
        {"<p>The boat.<div class=info-banner>a</div>", "The boat.|a", "-|-"},
        {"<p>The boat.<div class=privacy-modal>a</div>", "The boat.", "-"},
        {"<p>The boat.<div class=cookie-preference>a</div>", "The boat.", "-"},
        {"<p>The boat.<div class=cookie-recipe>a</div>", "The boat.|a", "-|-"},
        {"<p>The boat.<div class=privacy-notice>a</div>", "The boat.|a", "-|-"},
        {"<p>The boat.<div class='privacy modal'>a</div>", "The boat.|a", "-|-"},
        {"<p>The boat.<div class='cookie bar'>a</div>", "The boat.|a", "-|-"},
        {"<p>The boat.<div id=consent>a</div>", "The boat.|a", "-|-"},
        {"<body class=cookie-banner><p>The boat.", "The boat.", "-"},
        {"<div>The boat<div id=cookie-bar>We.</div>It is back.</div>", "The boat|It is back.",
         "-|-"},
        /* a wrapper whose class names the dialog */
        {"<div class=has-cookie-banner><h1>Boat</h1><div id=gdpr-bar>We.</div></div><p>It is.",
         "Boat|It is.", "-|-"},
        {"<div id=cookie-bar><div id=gdpr-bar>We.</div><main>It is.</main><div "
         "id=gdpr-bar>So.</div></div>",
         "It is.", "-"},
        /* comments are weighed against the text outside the dialog */
        {"<p>Boat?<div class=cookie-bar>We and our partners.</div><div id=comments>It is "
         "back.</div>",
         "Boat?|It is back.", "-|-"},
    };
    CHECK(cases);
}

static void consent_managers_are_found_by_name(void **state) {
    static const char *const names[] = {"onetrust-pc",
                                        "CybotCookiebotDialog",
                                        "cookiebot",
                                        "didomi-host",
                                        "usercentrics-root",
                                        "iubenda-cs",
                                        "cmplz",
                                        "Borlabs-Box",
                                        "trustarc",
                                        "truste_x",
                                        "cky-consent",
                                        "cookieconsent",
                                        "quantcast",
                                        "cookielaw",
                                        "a cookies-bar",
                                        "x-gdpr_popup",
                                        "consent-manager",
                                        "cmp-ui",
                                        "popup-cmp",
                                        "js privacy-wall"};
    for (size_t i = 0; i < N_OF(names); i++) {
        char html[128];
        snprintf(html, sizeof html, "<p>The boat.<div class='%s'>We.</div>", names[i]);
        check(*state, &(struct rule_case){html, "The boat.", "-"}, 1, 0.8f);
    }
}

static void phrases_begin_a_text(void **state) {
    static const struct {
        const char *text;
        enum phrase_kind kind;
    } cases[] = {
        {"read more", PHRASE_READ_ALSO},
        {"read more: x", PHRASE_READ_ALSO},
        {"please log in", PHRASE_PROMPT},
        {"oops! something went wrong while submitting", PHRASE_PROMPT},
        {"Follow Jane Doe on Twitter: @jdoe", PHRASE_READ_ALSO},
        {"Follow the path on foot", PHRASE_NONE},
        {"Follow us on", PHRASE_READ_ALSO},
        {"To contact the reporters on this story: Jane Doe", PHRASE_READ_ALSO},
        {"To contact the island, boats are needed", PHRASE_NONE},
        {"Folgen Sie uns auf Facebook", PHRASE_READ_ALSO},
        {"Folgen Sie dem Weg", PHRASE_NONE},
        {"S\xC3\xADguenos", PHRASE_READ_ALSO},
        {"click to expand...", PHRASE_PLACEHOLDER},
        {"click to expand the map", PHRASE_NONE},
        {"subscribe to our newsletter", PHRASE_PROMPT},
        {"subscribe to a view", PHRASE_NONE},
        {"read mores", PHRASE_NONE},
        {"read more2", PHRASE_NONE},
        {"do read more", PHRASE_NONE},
        {"read", PHRASE_NONE},
        {"re", PHRASE_NONE},
        {"", PHRASE_NONE},
        /* the ways in which pages write it */
        {"READ More", PHRASE_READ_ALSO},
        {" \tread\xC2\xA0 more", PHRASE_READ_ALSO},
        {"we\tuse  cookies", PHRASE_PROMPT},
        {"r\xC2\xAD" /* a soft hyphen */
         "ead more",
         PHRASE_READ_ALSO},
        {"\xEF\xBC\xB2\xEF\xBC\xA5"
         "AD more", /* full-width capitals */
         PHRASE_READ_ALSO},
        {"das ko\xCC\x88nnte Sie auch interessieren", PHRASE_READ_ALSO}, /* NFD */
        {"A\xCC\x80 LIRE AUSSI", PHRASE_READ_ALSO},
        {"rea\xCC\x80"
         "d more",
         PHRASE_NONE},
    };
    struct phrases phrases;
    ARM((struct arena *)*state);
    phrases_init(&phrases, *state);
    for (size_t i = 0; i < N_OF(cases); i++)
        assert_int_equal(phrases_at_start(&phrases, str_of(cases[i].text)), cases[i].kind);
    assert_int_equal(phrases_at_start(&phrases, STR_NONE), PHRASE_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(captions_are_known_by_their_credit),
        ARENA_TEST(text_that_resembles_a_caption_is_kept),
        ARENA_TEST(captions_that_occur_twice),
        ARENA_TEST(one_of_two_captions_is_enough),
        ARENA_TEST(copyright_lines_are_dropped),
        ARENA_TEST(read_also_lines_are_dropped),
        ARENA_TEST(read_also_lines_in_other_languages),
        ARENA_TEST(prompts_are_dropped),
        ARENA_TEST(prompts_attached_to_a_sentence_are_cut_off),
        ARENA_TEST(placeholders_are_whole_lines),
        ARENA_TEST(text_in_two_places_is_kept_once),
        ARENA_TEST(sentences_of_sisters_are_kept),
        ARENA_TEST(the_copy_that_is_kept_counts),
        ARENA_TEST(text_below_a_prompt_is_dropped),
        ARENA_TEST(comments_under_an_article_are_dropped),
        ARENA_TEST(many_comments_under_an_article_are_dropped),
        ARENA_TEST(consent_dialogs_are_dropped),
        ARENA_TEST(consent_managers_are_found_by_name),
        ARENA_TEST(phrases_begin_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

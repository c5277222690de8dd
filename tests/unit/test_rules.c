/*
 * The exact rules, each with what it drops and with what looks like it and stays.
 */
#include "chosen_page.h"

#include <stdio.h>

#include "lexicon/phrase.h"

static const struct metadata NO_METADATA = {.lead_block = SIZE_MAX};

/* 61 words, one more than a short block may have. */
#define TEN "one two three four five six seven eight nine ten "
#define LONG TEN TEN TEN TEN TEN TEN "end."

struct rule_case {
    const char *html;
    const char *kept;  /* what is left, '|' between the blocks */
    const char *rules; /* of all blocks, "-" for none */
};

/* All blocks score the same, so that each is kept unless a rule drops it. */
static void check(struct arena *arena, const struct rule_case *cases, size_t n, float score) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct block_page page = cut_html(arena, cases[i].html);
        float scores[16];
        for (size_t k = 0; k < N_OF(scores); k++)
            scores[k] = score;
        assert_true(page.n_blocks <= N_OF(scores));
        struct selection selection = choose(&page, scores, &NO_METADATA, 0);
        assert_str(kept_text(&page, &selection), str_of(cases[i].kept));
        assert_str(rules_of(&page, &selection), str_of(cases[i].rules));
    }
}

#define CHECK(cases) check(*state, (cases), N_OF(cases), 0.8f)

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
         "caption"}, /* "Minato no fune=AP", wide */
        {"<p>\xEB\xB0\xB0 | \xEC\x82\xAC\xEC\xA7\x84 \xEC\xB6\x9C\xEC\xB2\x98 AP", "", "caption"},
    };
    CHECK(cases);
}

static void what_looks_like_a_caption_stays(void **state) {
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

static void captions_that_stand_twice(void **state) {
    static const struct rule_case cases[] = {
        {"<p>A boat at the old pier<p>A boat at the old pier (Anna Quill)<p>The boat is back.",
         "The boat is back.", "caption|caption|-"},
        {"<p>A boat at the old pier<p>A boat at the old pier. Photo: Anna Quill", "",
         "caption|caption"},
        /* no credit: a sentence that begins like the line before it */
        {"<p>A boat at the old pier<p>A boat at the old pier is news.",
         "A boat at the old pier|A boat at the old pier is news.", "-|-"},
        /* too short to tell */
        {"<p>The boat<p>The boat (new)", "The boat|The boat (new)", "-|-"},
        /* not the same */
        {"<p>A boat at the new pier<p>A boat at the old pier (Anna Quill)",
         "A boat at the new pier|A boat at the old pier (Anna Quill)", "-|-"},
    };
    CHECK(cases);
}

/* Either of the two may have been dropped by its score. */
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

static void lines_of_rights_go(void **state) {
    static const struct rule_case cases[] = {
        {"<p>Copyright \xC2\xA9 2024 The Ferry Post", "", "copyright"},
        {"<p>The sign (c) is older.", "The sign (c) is older.", "-"},
        {"<p>" LONG " It is \xC2\xA9 by her.", LONG " It is \xC2\xA9 by her.", "-"},
    };
    CHECK(cases);
}

static void lines_that_lead_elsewhere_go(void **state) {
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

/* Each language's own words, as pages write them. */
static void lines_that_lead_elsewhere_in_other_languages(void **state) {
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

static void prompts_go(void **state) {
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

static void prompts_glued_to_a_sentence_are_cut_off(void **state) {
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
        /* within a text it may be what the text is about */
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
        {"<p>The boat.<p>Publicit\xC3\xA9", "The boat.", "-|placeholder"},
        {"<p>The boat.<p>\xE5\xBA\x83\xE5\x91\x8A", "The boat.", "-|placeholder"},
        {"<p>Advertisement pays for the boat.", "Advertisement pays for the boat.", "-"},
        {"<p>Loading the boat", "Loading the boat", "-"},
    };
    CHECK(cases);
}

static void what_stands_in_two_places_is_read_once(void **state) {
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

/* A copy that was dropped is no reason to drop the other. */
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

static void what_stands_below_a_prompt_goes(void **state) {
    static const struct rule_case cases[] = {
        {"<div><h4>Register for free</h4><p>An account helps us.<p>Name</div><p>The boat is back.",
         "The boat is back.", "prompt|prompt|prompt|-"},
        {"<div><h4>Register for free</h4><p>An account helps us.<h3>More</h3><p>The "
         "boat.</div><p>.",
         "More|The boat.|.", "prompt|prompt|-|-|-"},
        {"<div><h4>Register for free</h4><p>" LONG "</div><p>The boat.", LONG "|The boat.",
         "prompt|-|-"},
        /* a line is no heading */
        {"<div><p>Register for free<p>An account helps us.</div><p>The boat.",
         "An account helps us.|The boat.", "prompt|-|-"},
        {"<div><h4>Register of ships</h4><p>An account of them.</div><p>The boat.",
         "Register of ships|An account of them.|The boat.", "-|-|-"},
    };
    CHECK(cases);
}

static void comments_under_an_article_go(void **state) {
    static const struct rule_case cases[] = {
        {"<p>The boat is back at the pier.<div id=Comments><p>Good.<p>At last.</div>",
         "The boat is back at the pier.", "-|comments|comments"},
        {"<p>The boat is back.<ol class='list comment-list'><li>Good.</ol>", "The boat is back.",
         "-|comments"},
        /* what has more comments than text is for them */
        {"<p>The boat?<div class=comments><p>It is back at the pier.</div>",
         "The boat?|It is back at the pier.", "-|-"},
        {"<p>The boat is back.<div class=no-comments>Good.</div>", "The boat is back.|Good.",
         "-|-"},
        {"<body class=comments><p>The boat is back.", "The boat is back.", "-"},
    };
    CHECK(cases);
}

/* They are no blocks at all. */
static void consent_dialogs_go(void **state) {
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
        /* a wrapper that tells of the dialog */
        {"<div class=has-cookie-banner><h1>Boat</h1><div id=gdpr-bar>We.</div></div><p>It is.",
         "Boat|It is.", "-|-"},
        {"<div id=cookie-bar><div id=gdpr-bar>We.</div><main>It is.</main><div "
         "id=gdpr-bar>So.</div></div>",
         "It is.", "-"},
        /* comments are weighed against what is no dialog */
        {"<p>Boat?<div class=cookie-bar>We and our partners.</div><div id=comments>It is "
         "back.</div>",
         "Boat?|It is back.", "-|-"},
    };
    CHECK(cases);
}

static void consent_managers_go_by_their_names(void **state) {
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
                                        "js privacy-wall"};
    for (size_t i = 0; i < N_OF(names); i++) {
        char html[128];
        snprintf(html, sizeof html, "<p>The boat.<div class='%s'>We.</div>", names[i]);
        check(*state, &(struct rule_case){html, "The boat.", "-"}, 1, 0.8f);
    }
}

/* Scores of a page of its own, for rules that keep what a score drops. */
static void check_scored(struct arena *arena, const char *html, const float *scores,
                         const char *rules) {
    struct block_page page = cut_html(arena, html);
    struct selection selection = choose(&page, scores, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), str_of(rules));
    for (size_t i = 0; i < page.n_blocks; i++)
        if (selection.rule[i])
            assert_int_equal(selection.kept[i], scores[i] < 0.5f); /* each rule turns the score */
}

static void code_beside_kept_text_stays(void **state) {
    ARM((struct arena *)*state);
    static const char beside[] = "<div><p>It goes like this:<pre>x = 1</pre></div><p>end";
    check_scored(*state, beside, (float[]){0.9f, 0.25f, 0.1f}, "-|code|-");
    check_scored(*state, beside, (float[]){0.9f, 0.15f, 0.1f}, "-|-|-"); /* too unlikely */
    check_scored(*state, beside, (float[]){0.1f, 0.25f, 0.9f}, "-|-|-"); /* beside what goes */
    check_scored(*state, "<div><pre>x = 1</pre><p>a</p><p>It went so.</div><p>end",
                 (float[]){0.25f, 0.1f, 0.9f, 0.1f}, "code|-|-|-");
    check_scored(*state, "<div><p>a<p>It goes like this:</div><pre>x = 1</pre><p>end",
                 (float[]){0.1f, 0.9f, 0.25f, 0.1f}, "-|-|-|-"); /* in another element */
    check_scored(*state, "<div><p>It goes like this:<p>x = 1</div><p>end",
                 (float[]){0.9f, 0.25f, 0.1f}, "-|-|-"); /* no code */
}

static void tables_stand_or_fall_together(void **state) {
    ARM((struct arena *)*state);
    static const char table[] = "<table><tr><th>a<th>b<tr><td>c<td>d</table><p>end";
    check_scored(*state, table, (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.1f}, "-|-|table|-|-");
    check_scored(*state, table, (float[]){0.55f, 0.1f, 0.1f, 0.55f, 0.9f}, "table|-|-|table|-");
    /* not over the bound, and not where nothing else is kept */
    check_scored(*state, table, (float[]){0.9f, 0.1f, 0.1f, 0.55f, 0.9f}, "-|-|-|table|-");
    check_scored(*state, table, (float[]){0.55f, 0.1f, 0.1f, 0.55f, 0.1f}, "-|-|-|-|-");
    check_scored(*state, "<table><tr><td>a<td>b<td>c</table><p>end", /* too few cells */
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f}, "-|-|-|-");
    check_scored(*state, "<table><tr><td>a<td>b<tr><td><p>c</p><td>d</table><p>end", /* layout */
                 (float[]){0.9f, 0.9f, 0.1f, 0.9f, 0.1f}, "-|-|-|-|-");
}

static void banners_before_a_dump_s_headline_go(void **state) {
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

/* Sentences in the words of the rules, as manuals, articles and threads have them. The model is
 * sure of them, so that no rule may touch them. */
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
    "La soir\xC3\x83\xC2\xA9"
    "e a commenc\xC3\x83\xC2\xA9 tard.",
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
static void sentences_that_only_look_like_a_rule_s_words_stay(void **state) {
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
static void repeated_sentences_of_a_high_score_stay(void **state) {
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

/* A run of copies of over 60 words is a text that comes twice. */
static void a_text_that_comes_twice_is_read_once(void **state) {
    static const struct rule_case cases[] = {
        {"<div><p>" LONG "<p>The boat is back.</div><div><p>" LONG "<p>The boat is back.</div>",
         LONG "|The boat is back.", "-|-|repeated|repeated"},
        /* lines in another order are no run */
        {"<div><p>The boat is back.<p>It runs on Monday.</div><p>So.<div><p>It runs on "
         "Monday.<p>The boat is back.</div>",
         "The boat is back.|It runs on Monday.|So.|It runs on Monday.|The boat is back.",
         "-|-|-|-|-"},
    };
    check(*state, cases, N_OF(cases), 0.85f);
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
         "AD more", /* wide capitals */
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
        ARENA_TEST(no_rule_touches_a_sure_sentence),
        ARENA_TEST(sentences_that_only_look_like_a_rule_s_words_stay),
        ARENA_TEST(repeated_sentences_of_a_high_score_stay),
        ARENA_TEST(a_text_that_comes_twice_is_read_once),
        ARENA_TEST(what_looks_like_a_caption_stays),
        ARENA_TEST(captions_that_stand_twice),
        ARENA_TEST(one_of_two_captions_is_enough),
        ARENA_TEST(lines_of_rights_go),
        ARENA_TEST(lines_that_lead_elsewhere_go),
        ARENA_TEST(lines_that_lead_elsewhere_in_other_languages),
        ARENA_TEST(prompts_go),
        ARENA_TEST(prompts_glued_to_a_sentence_are_cut_off),
        ARENA_TEST(placeholders_are_whole_lines),
        ARENA_TEST(what_stands_in_two_places_is_read_once),
        ARENA_TEST(the_copy_that_is_kept_counts),
        ARENA_TEST(what_stands_below_a_prompt_goes),
        ARENA_TEST(comments_under_an_article_go),
        ARENA_TEST(consent_dialogs_go),
        ARENA_TEST(consent_managers_go_by_their_names),
        ARENA_TEST(code_beside_kept_text_stays),
        ARENA_TEST(tables_stand_or_fall_together),
        ARENA_TEST(banners_before_a_dump_s_headline_go),
        ARENA_TEST(phrases_begin_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

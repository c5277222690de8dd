/*
 * How far each rule about parts of a text reaches: the lowest score, the most words, the elements
 * and the distance that still count, and the first ones that do not.
 */
#include "part_case.h"

#include "select/hidden.h"
#include "select/keep.h"

#define TEXT "<p>The boat is back at the pier, and it runs six times a day until the autumn.</p>"
#define CODE "<pre>make all</pre>"
#define ROWS "<tr><td>Oban<td>8:00<tr><td>Mull<td>9:00"

static void tables(void **state) {
    static const struct part_case CASES[] = {
        /* a caption counts as a head */
        {"<main>" TEXT "<table><caption>Boats</caption>" ROWS "</table>" TEXT "</main>",
         {1, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 1},
         "-|table|table|table|table|table|-"},
        {"<main>" TEXT "<table>" ROWS "</table>" TEXT "</main>",
         {1, 0.2F, 0.2F, 0.2F, 0.2F, 1},
         "-|-|-|-|-|-"},
        /* what is kept for its score needs no rule */
        {"<main>" TEXT "<table>" ROWS "</table>" TEXT "</main>",
         {1, 0.9F, 0.2F, 0.2F, 0.2F, 1},
         "-|-|table|table|table|-"},
        /* one wide row and a narrow one */
        {"<main>" TEXT "<table><tr><td>a<td>b<td>c<tr><td>d</table>" TEXT "</main>",
         {1, 0.3F, 0.3F, 0.3F, 0.3F, 1},
         "-|-|-|-|-|-"},
        /* kept text after it, but outside the element */
        {"<main>" TEXT "<table>" ROWS "</table></main>" TEXT,
         {1, 0.3F, 0.3F, 0.3F, 0.3F, 1},
         "-|-|-|-|-|-"},
        {TEXT "<main><table>" ROWS "</table>" TEXT "</main>",
         {1, 0.3F, 0.3F, 0.3F, 0.3F, 1},
         "-|-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void callouts_of_other_elements(void **state) {
    static const struct part_case CASES[] = {
        {"<main>" TEXT
         "<blockquote class='callout note'><p>Note<p>Take a coat.</blockquote></main>",
         {1, 0.06F, 0.06F},
         "-|callout|callout"},
        {"<main>" TEXT "<blockquote><p>Note<p>Take a coat.</blockquote></main>",
         {1, 0.06F, 0.06F},
         "-|-|-"},
        /* what is kept for its score needs no rule */
        {"<main>" TEXT "<div class=note><p>Note<p>Take a coat.</div></main>",
         {1, 0.9F, 0},
         "-|-|callout"},
        /* beside text of another element */
        {TEXT "<main><div class=note><p>Note<p>Take a coat.</div><p>x</main>",
         {1, 0.2F, 0.2F, 0},
         "-|-|-|-"},
        {"<main><p>x<div class=note><p>Note<p>Take a coat.</div></main>" TEXT,
         {0, 0.2F, 0.2F, 1},
         "-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

#define QUOTED "<p>The boat is back.</p>"

static void sources_of_quotes(void **state) {
    static const struct part_case CASES[] = {
        {"<blockquote>" QUOTED "\xE2\x80\x93 Anna Quill</blockquote>", {1, 0}, "-|quote's source"},
        {"<blockquote>" QUOTED "\xE2\x80\x95 Anna Quill</blockquote>", {1, 0}, "-|quote's source"},
        /* the caption is not in a figure with the quote */
        {"<div><blockquote>" QUOTED "</blockquote><figcaption>Anna</figcaption></div>",
         {1, 0},
         "-|-"},
        {"<blockquote>" QUOTED "<footer>Anna Quill</footer></blockquote>", {1, 1}, "-|-"},
        {"<blockquote>" QUOTED "<p>It runs.</p><footer>Anna Quill</footer></blockquote>",
         {1, 0, 0},
         "-|-|quote's source"},
        {"<blockquote>" QUOTED "<p>It runs.</p><footer>Anna Quill</footer></blockquote>",
         {0, 1, 0},
         "-|-|quote's source"},
        /* what precedes the quote is not part of it */
        {TEXT "<blockquote>" QUOTED "<footer>Anna Quill</footer></blockquote>", {1, 0, 0}, "-|-|-"},
        {"<blockquote>" QUOTED "<footer>Anna Quill</footer></blockquote>" TEXT, {0, 0, 1}, "-|-|-"},
    };
    CHECK_PARTS(CASES);
}

#define CAPTION "<figcaption>The build</figcaption>"
#define WORDS_40 TEN TEN TEN TEN

static void captions_of_tables_and_listings(void **state) {
    static const struct part_case CASES[] = {
        {"<figure>" CODE CAPTION "</figure>", {1, 0}, "-|caption of a table"},
        {"<figure>" CAPTION CODE "</figure>", {0, 1}, "caption of a table|-"},
        {"<figure><figcaption><p>The build</figcaption>" CODE "</figure>",
         {0, 1},
         "caption of a table|-"},
        {"<div><div class=table-caption>The build</div>" CODE "</div>",
         {0, 1},
         "caption of a table|-"},
        {"<figure><table>" ROWS "</table>" CAPTION "</figure>",
         {1, 1, 1, 1, 0},
         "-|-|-|-|caption of a table"},
        {"<figure>" CODE CAPTION CODE "</figure>", {1, 0, 1}, "-|caption of a table|-"},
        {"<figure>" CODE CAPTION CODE "</figure>", {0, 0, 1}, "-|caption of a table|-"},
        {"<figure>" CODE "<figcaption>" WORDS_40 "</figcaption></figure>",
         {1, 0},
         "-|caption of a table"},
        {"<figure>" CODE "<figcaption>" WORDS_40 "more</figcaption></figure>", {1, 0}, "-|-"},
        /* kept for its score, or dropped by a rule */
        {"<figure>" CODE CAPTION "</figure>", {1, 1}, "-|-"},
        {"<figure>" CODE "<figcaption>Photo: Anna Quill</figcaption></figure>",
         {1, 0.8F},
         "-|caption"},
        /* of a listing that is dropped, of text, of nothing */
        {"<p>end<figure>" CODE CAPTION "</figure>", {1, 0, 0}, "-|-|-"},
        {"<figure>" QUOTED CAPTION "</figure>", {1, 0}, "-|-"},
        {"<figure>" CAPTION "</figure>", {0}, "-"},
        {"<figure>" CAPTION "</figure>" TEXT, {0, 1}, "-|-"},
        /* of something else beside a listing */
        {CODE "<figure>" CAPTION "</figure><p>end", {1, 0, 1}, "-|-|-"},
        {"<p>end<figure>" CAPTION "</figure>" CODE, {1, 0, 1}, "-|-|-"},
        {"<figure>" CODE "<p>The build</figure>", {1, 0}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void terms(void **state) {
    static const struct part_case CASES[] = {
        {"<dl><dt>Boat<dd>It runs six times a day.</dl>", {1, 1}, "-|-"},
        /* the term's words are in a box within it */
        {"<dl><dt><div><p>Boat<p>Ship</div><dd>It runs six times a day.</dl>", {1, 0, 1}, "-|-|-"},
        {"<dl><dt>Boat<dd><div><p>It runs</div>six times a day.</dl>", {0, 1, 1}, "-|-|-"},
        /* of another group */
        {"<dl><div><dt>Boat</div><div><dt>Ship<dd>It runs six times a day.</div></dl>",
         {0, 0, 1},
         "-|term|-"},
        {"<p>Boat<dl><dd>It runs six times a day.</dl>", {0, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void short_listings_between_kept_text(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<div>" CODE "</div>" TEXT, {1, 0.1F, 1}, "-|listing|-"},
        {TEXT "<div>" CODE "</div>" TEXT, {1, 0.09F, 1}, "-|-|-"},
        {TEXT "<div>" CODE "</div>" TEXT, {1, 1, 1}, "-|-|-"},
        {TEXT "<div><pre>" TEN TEN "</pre></div>" TEXT, {1, 0.15F, 1}, "-|listing|-"},
        {TEXT "<div><pre>" TEN TEN "more</pre></div>" TEXT, {1, 0.15F, 1}, "-|-|-"},
        {TEXT "<div><p>make all</div>" TEXT, {1, 0.15F, 1}, "-|-|-"},
        {TEXT "<div id=comments>" CODE "</div>" TEXT, {1, 0.8F, 1}, "-|comments|-"},
        /* at most three blocks between it and kept text */
        {TEXT "<p>a<p>b<p>c" CODE TEXT, {1, 0, 0, 0, 0.15F, 1}, "-|-|-|-|listing|-"},
        {TEXT "<p>a<p>b<p>c<p>d" CODE TEXT, {1, 0, 0, 0, 0, 0.15F, 1}, "-|-|-|-|-|-|-"},
        {TEXT CODE "<p>a<p>b<p>c" TEXT, {1, 0.15F, 0, 0, 0, 1}, "-|listing|-|-|-|-"},
        {TEXT CODE "<p>a<p>b<p>c<p>d" TEXT, {1, 0.15F, 0, 0, 0, 0, 1}, "-|-|-|-|-|-|-"},
        {TEXT CODE, {1, 0.15F}, "-|-"},
        {CODE TEXT, {0.15F, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void labels_of_listings(void **state) {
    static const struct part_case CASES[] = {
        {"<div>Copy</div>" CODE, {0, 1}, "-|-"}, /* dropped without this rule */
        {"<pre>Copy</pre>" CODE, {1, 1}, "-|-"},
        {"<p>Copy</p>" CODE, {1, 1}, "listing's label|-"},
        {"<ul><li>Copy</ul>" CODE, {1, 1}, "listing's label|-"},
        {"<table><tr><td>Copy</table>" CODE, {1, 1}, "listing's label|-"},
        {"<div>Copy</div><p>end", {1, 1}, "-|-"},
        {"<div>Python</div><p>end", {1, 1}, "-|-"},
        {"<table><tr><th>Python</table>" CODE, {1, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

#define PANEL(button) "<div>" button "<div hidden class=accordion-panel>" TEXT "</div></div>"

static void buttons_of_panels(void **state) {
    static const struct part_case CASES[] = {
        {PANEL("<button>How hot?</button>"), {0.3F, 1}, "panel's button|-"},
        {PANEL("<button>How hot?</button>"), {1, 1}, "-|-"},
        {PANEL("<p>How hot?"), {0.31F, 1}, "-|-"},
        {PANEL("<button>Register for free</button>"), {0.8F, 1}, "prompt|-"},
        {TEXT "<div><button>How hot?</button></div>", {1, 0.31F}, "-|-"},
        /* a button in the panel */
        {"<div><button>How hot?</button><div hidden class=accordion-panel><div>"
         "<button>More</button>" TEXT "</div></div></div>",
         {1, 0.31F, 1},
         "-|-|-"},
    };
    CHECK_PARTS(CASES);
}

#define ABOUT_12 "abcdefgh ij " /* bytes */
#define MATH "<math><mi>a</mi><mo>=</mo><mi>b</mi></math>"

static void formulas(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<div>" ABOUT_12 "\\[a = b\\]</div>", {1, 0}, "-|formula"},
        {TEXT "<div>x" ABOUT_12 "\\[a = b\\]</div>", {1, 0}, "-|-"},
        {TEXT "<p>" MATH " abcdefghijk", {1, 0}, "-|formula"},
        {TEXT "<p>" MATH " abcdefghijkl", {1, 0}, "-|-"},
        {TEXT "<p>" MATH " and " MATH " (1)", {1, 0}, "-|formula"},
        {TEXT "<p>" MATH " <b>is what we know today</b>", {1, 0}, "-|-"},
        {TEXT "<p><b>what we know today</b>", {1, 0}, "-|-"},
        /* one formula after the other */
        {TEXT "<p>" MATH "<p>" MATH, {1, 0, 0}, "-|formula|formula"},
        {TEXT "<p>" MATH "<p>x<p>" MATH, {1, 0, 0, 0}, "-|formula|-|-"},
        {"<p>" MATH TEXT, {0, 1}, "-|-"},
        {TEXT "<p>" MATH, {1, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

#define LOOSE "The boat is back again."

static void loose_text(void **state) {
    static const struct part_case CASES[] = {
        {"<body>" LOOSE "<p>It runs.", {0.2F, 1}, "loose text|-"},
        {"<section>" LOOSE "<p>It runs.</section>", {0.2F, 1}, "loose text|-"},
        {"<article>" LOOSE "<p>It runs.</article>", {0.2F, 1}, "loose text|-"},
        {"<main>" LOOSE "<p>It runs.</main>", {0.2F, 1}, "loose text|-"},
        {"<div>" LOOSE "<p>It runs.</div>", {1, 1}, "-|-"},
        {"<div>Please log in to go on<p>It runs.</div>", {0.8F, 1}, "prompt|-"},
        {"<div style='display:none'>" LOOSE "<p>It runs.</div>", {0.21F, 1}, "-|-"},
        {"<div><p>It runs.</p>" LOOSE "<p>So.</div>", {0, 0.21F, 1}, "-|loose text|-"},
        {"<div><p>It runs.</p>" LOOSE "<p>So.</div>", {1, 0.21F, 0}, "-|loose text|-"},
        /* beside the element, and inside it */
        {"<p>It runs.</p><div>" LOOSE "<p>So.</div>", {1, 0.21F, 0}, "-|-|-"},
        {"<div><div>" LOOSE "<p>So.</div><p>It runs.</div>", {0.21F, 0, 1}, "-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void notices(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<noscript><p>JavaScript " TEN TEN TEN TEN TEN
              "one two three four five six seven eight nine</noscript>",
         {1, 1},
         "-|noscript"}, /* 60 words */
        {TEXT "<noscript><p>JavaScript " TEN TEN TEN TEN TEN TEN "</noscript>", {1, 1}, "-|-"},
        {TEXT "<noscript><p>JavaScript</noscript>", {1, 1}, "-|noscript"},
        {TEXT "<noscript><p>You need JavaScript.</noscript>", {1, 0}, "-|-"},
        {TEXT "<noscript><p>You need JavaScrip</noscript>", {1, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

#define MAIN "<p>" TEN TEN "end."
#define FORM "<p>Get the news.<input></div>"
#define WORDS_100 WORDS_40 WORDS_40 TEN TEN

static void offers(void **state) {
    static const struct part_case CASES[] = {
        {MAIN "<div class=newsletter><p>Get the news.<button></button></div>", {1, 1}, "-|offer"},
        {MAIN "<div class=newsletter><p>Get the news.<iframe></iframe></div>", {1, 1}, "-|offer"},
        {MAIN "<div class=newsletter><form><p>Get the news.</form></div>", {1, 1}, "-|offer"},
        {MAIN "<div class=newsletter><p>Get the news.<p class=btn>Go</div>", {1, 1, 1}, "-|-|-"},
        /* fields before and after the box */
        {MAIN "<input><div class=newsletter><p>Get the news.</div>", {1, 1}, "-|-"},
        {MAIN "<div class=newsletter><p>Get the news.</div><input>", {1, 1}, "-|-"},
        /* headings, the main part and inline elements are no boxes */
        {MAIN "<h2 class=newsletter>The news<input></h2>" TEXT, {1, 1, 1}, "-|-|-"},
        {MAIN "<main class=newsletter><p>Get the news.<input></main>", {1, 1}, "-|-"},
        {MAIN "<span class=newsletter><p>Get the news.<input></span>", {1, 1}, "-|-"},
        /* a quarter of the kept words, and a word more */
        {"<p>one two three four five six seven eight nine<div class=newsletter>" FORM,
         {1, 1},
         "-|offer"},
        {"<p>one two three four five six seven eight<div class=newsletter>" FORM, {1, 1}, "-|-"},
        {"<p>" WORDS_100 WORDS_100 WORDS_100 "<div class=newsletter><p>" WORDS_100 "<input></div>",
         {1, 1},
         "-|offer"},
        {"<p>" WORDS_100 WORDS_100 WORDS_100 WORDS_100 "<div class=newsletter><p>" WORDS_100
         "more<input></div>",
         {1, 1},
         "-|-"},
        /* what is not kept needs no rule */
        {MAIN "<div class=newsletter><p>Get the news.<p>x<input></div>", {1, 1, 0}, "-|offer|-"},
        {MAIN "<div><p>x</div><div class=newsletter>" FORM, {1, 0, 1}, "-|-|offer"},
    };
    CHECK_PARTS(CASES);
}

#define LINKS "<ul><li><a href=/>More boats</a></ul>"

static void headings_without_text(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<h2>Notes</h2>" LINKS "<h2>Fares</h2>" TEXT,
         {1, 1, 0, 1, 1},
         "-|heading without text|-|-|-"},
        {TEXT "<h3>Notes</h3>" LINKS "<h2>Fares</h2>" TEXT,
         {1, 1, 0, 1, 1},
         "-|heading without text|-|-|-"},
        {TEXT "<h2>Notes</h2><h3>Far</h3>" LINKS "<h2>Fares</h2>" TEXT,
         {1, 1, 0, 0, 1, 1},
         "-|heading without text|-|-|-|-"},
        /* something is below it: text, a smaller heading with text, a heading of its own */
        {TEXT "<h2>Notes</h2><p>x<h2>Fares</h2>" TEXT, {1, 1, 0, 1, 1}, "-|-|-|-|-"},
        {TEXT "<h2>Notes</h2><h3>Far</h3>" LINKS "<h2>Fares</h2>" TEXT,
         {1, 1, 1, 0, 1, 1},
         "-|-|-|-|-|-"},
        {TEXT "<h2>Notes</h2>" LINKS TEXT, {1, 1, 0, 1}, "-|-|-|-"},
        {TEXT "<h2>Notes</h2><h2>Fares</h2>" TEXT, {1, 1, 0, 1}, "-|-|-|-"},
        {TEXT "<h2>Notes</h2>" LINKS "<h3>Fares</h3>" TEXT, {1, 1, 0, 1, 1}, "-|-|-|-|-"},
        {TEXT "<h2>Notes</h2>" LINKS "<h2>Fares</h2>", {1, 1, 0, 0}, "-|heading without text|-|-"},
        /* the first of a page, and one below another, are not */
        {"<h2>Notes</h2>" LINKS "<h2>Fares</h2>" TEXT, {1, 0, 1, 1}, "-|-|-|-"},
        {"<h2>Boats</h2><h3>Notes</h3>" LINKS "<h2>Fares</h2>" TEXT, {1, 1, 0, 1, 1}, "-|-|-|-|-"},
        {TEXT "<h1>Notes</h1>" LINKS "<h1>Fares</h1>" TEXT, {1, 1, 0, 1, 1}, "-|-|-|-|-"},
        {TEXT "<h2>Notes on the boats</h2>" LINKS "<h2>Fares</h2>" TEXT,
         {1, 1, 0, 1, 1},
         "-|-|-|-|-"},
#define BARE "<h2>Notes</h2>" LINKS "<h2>Fares</h2>" TEXT
#define DROPPED "|heading without text|-|-|-"
        {TEXT BARE BARE, {1, 1, 0, 1, 1, 1, 0, 1, 1}, "-" DROPPED DROPPED},
        /* three: the page is made of them, except for the one at its end */
        {TEXT BARE BARE BARE "<h2>Ships</h2>",
         {1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1},
         "-|-|-|-|-|-|-|-|-|-|-|-|-|heading without text"},
    };
    CHECK_PARTS(CASES);
}

static void headings_like_kept_ones(void **state) {
    static const struct part_case CASES[] = {
        {"<h2>Boats</h2>" QUOTED "<h2>Trains</h2><p>None run.", {1, 1, 0.15F, 1}, "-|-|subhead|-"},
        {"<h2>Boats</h2>" QUOTED "<h2>Register for free</h2><p>So.<h2>Trains</h2>" TEXT,
         {1, 1, 0.8F, 1, 1, 1},
         "-|-|prompt|-|-|-"}, /* a rule dropped it */
        {"<h2>Boats</h2>" QUOTED "<h2>Trains</h2><h2>Cars</h2><p>So.",
         {1, 1, 0.16F, 1, 1},
         "-|-|-|-|-"}, /* above a heading */
        {QUOTED "<p>Trains<p>None run.", {1, 0.16F, 1}, "-|-|-"},
        {"<h2>Boats</h2>" QUOTED "<h2>A</h2><p>So.<h2>B</h2><p>So.",
         {1, 1, 0.16F, 1, 0.16F, 1},
         "-|-|subhead|-|subhead|-"},
        /* the kept one is above a dropped text */
        {"<h2>Boats</h2>" QUOTED "<h2>Trains</h2><p>None run.", {1, 0, 0.16F, 1}, "-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

/* Parts with a bound of scores: the bound itself counts, and an appeal for recall lowers it. */
static void parts_by_score(void **state) {
#define LONG_TEXT "<p>" TEN TEN "</p>"
    static const struct part_case PLAIN[] = {
        {LONG_TEXT "<nav><p>The fifty best boats</nav>", {1, 0.75F}, "-|menu"},
        {LONG_TEXT "<nav><p>The fifty best boats</nav>", {1, 0.76F}, "-|-"},
        {LONG_TEXT "<aside><p>The fifty best boats</aside>", {1, 0.4F}, "-|aside"},
        {LONG_TEXT "<aside><p>The fifty best boats</aside>", {1, 0.41F}, "-|-"},
        {LONG_TEXT "<footer><p>The fifty best boats</footer>", {1, 0.75F}, "-|footer"},
        {LONG_TEXT "<div class=upsell><p>The fifty best boats</div>", {1, 0.4F}, "-|related"},
        {LONG_TEXT "<div role=note class=btn>Apply now</div>", {1, 0.4F}, "-|button"},
        {LONG_TEXT "<div role=navigation class=btn>Apply now</div>", {1, 0.7F}, "-|menu"},
        /* half the kept words, and more than half of them */
        {"<p>" TEN "</p><nav><p>" TEN "</nav>", {1, 0.5F}, "-|menu"},
        {"<p>" TEN "</p><nav><p>" TEN "more</nav>", {1, 0.5F}, "-|-"},
        {LONG_TEXT "<main class=modal><p>Slim fit</main>", {1, 0.4F}, "-|-"},
        /* what is not kept needs no rule; one part after another */
        {LONG_TEXT "<nav><p>a<p>The fifty best boats</nav>", {1, 0, 0.5F}, "-|-|menu"},
        {LONG_TEXT "<div><p>It runs.</div><nav><p>Boats</nav><nav><p>Trains</nav>",
         {1, 0.9F, 0.5F, 0.5F},
         "-|-|menu|menu"},
        {LONG_TEXT "<div><p>It runs.</div><div><nav><p>Boats</nav></div>",
         {1, 0.9F, 0.5F},
         "-|-|menu"},
    };
    static const struct part_case FOR_RECALL[] = {
        {LONG_TEXT "<nav><p>The fifty best boats</nav>", {1, 0.37F}, "-|menu"},
        {LONG_TEXT "<nav><p>The fifty best boats</nav>", {1, 0.38F}, "-|-"},
    };
    static const struct part_case FOR_PRECISION[] = {
        {LONG_TEXT "<nav><p>The fifty best boats</nav>", {1, 0.75F}, "-|menu"},
        {LONG_TEXT "<nav><p>The fifty best boats</nav>", {1, 0.76F}, "-|-"},
    };
    CHECK_PARTS(PLAIN);
    check_parts_of(*state, &NO_METADATA, -0.5, FOR_RECALL, N_OF(FOR_RECALL));
    check_parts_of(*state, &NO_METADATA, 0.2, FOR_PRECISION, N_OF(FOR_PRECISION));
}

/* All is kept but the blocks in `dropped`; a reader sees some of it only after a click, or never.
 */
static void check_hidden(struct arena *arena, const char *html, bool visible_alone, size_t dropped,
                         const char *rules) {
    ARM(arena);
    struct block_page page = cut_html(arena, html);
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    for (size_t i = 0; i < page.n_blocks; i++)
        selection.kept[i] = i != dropped;
    hidden_apply(&page, visible_alone, &selection);
    assert_str(rules_of(&page, &selection), str_of(rules));
    for (size_t i = 0; i < page.n_blocks; i++)
        assert_int_equal(selection.kept[i], i != dropped && !selection.rule[i]);
}

static void hidden_text(void **state) {
#define FOLDED "<details><summary>More</summary><p>It runs.</details>"
#define UNSEEN "<p style='display:none'>Obey.</p>"
    static const size_t NONE = SIZE_MAX;
    check_hidden(*state, TEXT UNSEEN FOLDED, false, NONE, "-|hidden|-|-");
    check_hidden(*state, TEXT UNSEEN FOLDED, true, NONE, "-|hidden|-|hidden");
    check_hidden(*state, TEXT UNSEEN FOLDED, true, 1, "-|-|-|hidden");
    check_hidden(*state, TEXT UNSEEN FOLDED, true, 3, "-|hidden|-|-");
    /* dropped text does not count as hidden, or as shown */
    check_hidden(*state, TEXT UNSEEN "<p>So.", false, 0, "-|hidden|-");
    check_hidden(*state, "<p>So." UNSEEN "<p style='display:none'>Obey me.", false, 2,
                 "-|hidden|-");
    check_hidden(*state, "<p>So." UNSEEN "<p style='display:none'>Obey me.", false, NONE, "-|-|-");
    /* menus, before and after the main part */
    check_hidden(*state, FOLDED "<main>" TEXT "</main>" FOLDED, false, NONE, "-|menu|-|-|menu");
    check_hidden(*state, FOLDED "<main>" TEXT "</main>" FOLDED, false, 1, "-|-|-|-|menu");
    check_hidden(*state, "<main>" TEXT FOLDED "</main><p>x", false, NONE, "-|-|-|-");
    /* one main part within the other */
    check_hidden(*state, "<main><div role=main>" TEXT "</div></main>" FOLDED, false, NONE,
                 "-|-|menu");
    check_hidden(*state, "<div role=main>" TEXT "</div><div role=main><p>x</div>" FOLDED, false,
                 NONE, "-|-|-|-");
    check_hidden(*state, "<div role=mainly>" TEXT "</div>" FOLDED, false, NONE, "-|-|-");
    /* as much is kept outside as inside; it does not count if it is dropped */
    check_hidden(*state, "<main><p>The boat runs.</main>" FOLDED, false, NONE, "-|-|-");
    check_hidden(*state, "<main><p>The old boat runs.</main>" FOLDED, false, NONE, "-|-|menu");
    check_hidden(*state, "<p>The boat.<main><p>The boat runs.</main>" FOLDED, false, 0, "-|-|-|-");
    check_hidden(*state, "<p>The boat.<main><p>The old boat runs.</main>" FOLDED, false, 0,
                 "-|-|-|menu");
    check_hidden(*state, "<main><p>The boat.<p>It runs.</main>" FOLDED, false, 0, "-|-|-|-");
}

/* Whether a caller's choice of the elements with this tag keeps each block, and its rules. */
static void check_chosen(struct arena *arena, const char *html, enum dom_tag tag, const char *kept,
                         const char *rules) {
    ARM(arena);
    struct block_page page = cut_html(arena, html);
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    for (size_t i = 1; i < page.n_blocks; i++)
        selection.kept[i] = false;
    bool *chosen = arena_alloc_zero(arena, page.dom.n_nodes, sizeof *chosen);
    for (uint32_t i = 0; i < page.dom.n_nodes; i++)
        if (page.dom.nodes[i].kind == DOM_ELEMENT && page.dom.nodes[i].tag == tag)
            for (uint32_t k = i; k < page.dom.nodes[i].end; k++)
                chosen[k] = true;
    page.chosen = chosen;
    assert_int_equal(keep_chosen(&page, &selection), strchr(rules, 'k') != NULL);
    assert_str(kept_text(&page, &selection), str_of(kept));
    assert_str(rules_of(&page, &selection), str_of(rules));
}

/* What the caller chooses is kept beside what was kept without that. */
static void chosen_elements(void **state) {
#define FOUR_BLOCKS "<p>a<div>b<section>c</section></div><p>d <b>e</b>"
    check_chosen(*state, FOUR_BLOCKS, DOM_DIV, "a|b|c", "-|keep|keep|-");
    check_chosen(*state, FOUR_BLOCKS, DOM_SECTION, "a|c", "-|-|keep|-");
    check_chosen(*state, FOUR_BLOCKS, DOM_B, "a|d e", "-|-|-|keep"); /* a part of its block */
    check_chosen(*state, FOUR_BLOCKS, DOM_P, "a|d e", "-|-|-|keep");
    check_chosen(*state, FOUR_BLOCKS, DOM_NAV, "a", "-|-|-|-");
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, FOUR_BLOCKS);
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    assert_false(keep_chosen(&page, &selection)); /* no choice at all */
    bool *chosen = arena_alloc_zero(*state, page.dom.n_nodes, sizeof *chosen);
    chosen[page.blocks[0].node] = chosen[page.blocks[0].first_node] = true;
    page.chosen = chosen;
    assert_true(keep_chosen(&page, &selection)); /* of what is kept anyway */
    assert_str(rules_of(&page, &selection), STR("-|-|-|-"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(tables),
        ARENA_TEST(callouts_of_other_elements),
        ARENA_TEST(sources_of_quotes),
        ARENA_TEST(captions_of_tables_and_listings),
        ARENA_TEST(terms),
        ARENA_TEST(short_listings_between_kept_text),
        ARENA_TEST(labels_of_listings),
        ARENA_TEST(buttons_of_panels),
        ARENA_TEST(formulas),
        ARENA_TEST(loose_text),
        ARENA_TEST(notices),
        ARENA_TEST(offers),
        ARENA_TEST(headings_without_text),
        ARENA_TEST(headings_like_kept_ones),
        ARENA_TEST(parts_by_score),
        ARENA_TEST(hidden_text),
        ARENA_TEST(chosen_elements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Parts of kept text that their scores do not show: cells, callouts, quotes, terms, subheads, loose
 * sentences; and what is dropped from it: labels of listings, offers, notices, hidden text.
 */
#include "part_case.h"

#include <stdio.h>

#include "select/hidden.h"

#define TEXT "<p>The boat is back at the pier, and it runs six times a day until the autumn.</p>"
#define ROWS "<tr><td>Oban<td>8:00<tr><td>Mull<td>9:00"
#define HEAD "<tr><th>Port<th>Time"

static void data_tables_between_kept_text(void **state) {
    static const struct part_case CASES[] = {
        {"<main>" TEXT "<table>" ROWS "</table>" TEXT "</main>",
         {1, 0.3F, 0.3F, 0.3F, 0.3F, 1},
         "-|table|table|table|table|-"},
        /* the mean of the cells decides, and whether some of them are a head */
        {"<main>" TEXT "<table>" ROWS "</table>" TEXT "</main>",
         {1, 0.29F, 0.29F, 0.29F, 0.29F, 1},
         "-|-|-|-|-|-"},
        {"<main>" TEXT "<table>" HEAD "<tr><td>Oban<td>8:00</table>" TEXT "</main>",
         {1, 0.16F, 0.16F, 0.16F, 0.16F, 1},
         "-|table|table|table|table|-"},
        {"<main>" TEXT "<table>" HEAD "<tr><td>Oban<td>8:00</table>" TEXT "</main>",
         {1, 0.14F, 0.14F, 0.14F, 0.14F, 1},
         "-|-|-|-|-|-"},
        /* text on one side only */
        {"<main>" TEXT "<table>" ROWS "</table></main>", {1, 0.3F, 0.3F, 0.3F, 0.3F}, "-|-|-|-|-"},
        {"<main><table>" ROWS "</table>" TEXT "</main>", {0.3F, 0.3F, 0.3F, 0.3F, 1}, "-|-|-|-|-"},
        /* one row of two, and rows of one */
        {"<main>" TEXT "<table><tr><td>Oban<td>8:00<tr><td>Mull</table>" TEXT "</main>",
         {1, 0.3F, 0.3F, 0.3F, 1},
         "-|-|-|-|-"},
        /* a paragraph in a cell, and a list */
        {"<main>" TEXT "<table>" ROWS "<tr><td><p>Tiree<td>9:30</table>" TEXT "</main>",
         {1, 0.3F, 0.3F, 0.3F, 0.3F, 0.3F, 0.3F, 1},
         "-|table|table|table|table|table|table|-"},
        {"<main>" TEXT "<table><tr><td><ul><li>Oban<li>8:00<li>Mull<li>9:00<li>Tiree</ul><td>9:30"
         "</table>" TEXT "</main>",
         {1, 0.3F, 0.3F, 0.3F, 0.3F, 0.3F, 0.3F, 1},
         "-|-|-|-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void callouts_beside_kept_text(void **state) {
    static const struct part_case CASES[] = {
        {"<main>" TEXT "<div class=note><p>Note<p>Take a coat.</div></main>",
         {1, 0.06F, 0.06F},
         "-|callout|callout"},
        {"<main><div class=note><p>Note<p>Take a coat.</div>" TEXT "</main>",
         {0.06F, 0.06F, 1},
         "callout|callout|-"},
        {"<main>" TEXT "<div class=note><p>Note<p>Take a coat.</div></main>",
         {1, 0.04F, 0.04F},
         "-|-|-"},
        /* a part of it is kept */
        {"<div><p>x</div><div class=note><p>Note<p>Take a coat.</div>", {0, 0, 1}, "-|callout|-"},
        /* not beside kept text */
        {"<div>" TEXT "</div><main><p>Menu<div class=note><p>Note<p>Coat.</div></main>",
         {1, 0.1F, 0.1F, 0.1F},
         "-|-|-|-"},
        /* up to four blocks away */
        {"<main>" TEXT "<p>a<p>b<p>c<div class=note><p>Note<p>Coat.</div></main>",
         {1, 0, 0, 0, 0.1F, 0.1F},
         "-|-|-|-|callout|callout"},
        {"<main>" TEXT "<p>a<p>b<p>c<p>d<div class=note><p>Note<p>Coat.</div></main>",
         {1, 0, 0, 0, 0, 0.1F, 0.1F},
         "-|-|-|-|-|-|-"},
        {"<main><div class=note><p>Note<p>Coat.</div><p>a<p>b<p>c" TEXT "</main>",
         {0.1F, 0.1F, 0, 0, 0, 1},
         "callout|callout|-|-|-|-"},
        {"<main><div class=note><p>Note<p>Coat.</div><p>a<p>b<p>c<p>d" TEXT "</main>",
         {0.1F, 0.1F, 0, 0, 0, 0, 1},
         "-|-|-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

#define QUOTED "<p>The boat is back.</p>"
#define WORDS_20 TEN TEN

static void sources_of_kept_quotes(void **state) {
    static const struct part_case CASES[] = {
        {"<blockquote>" QUOTED "<footer>Anna Quill</footer></blockquote>",
         {1, 0},
         "-|quote's source"},
        {"<blockquote>" QUOTED "<footer><p>Anna Quill</footer></blockquote>",
         {1, 0},
         "-|quote's source"},
        {"<figure><blockquote>" QUOTED "</blockquote><figcaption>Anna</figcaption></figure>",
         {1, 0},
         "-|quote's source"},
        {"<blockquote>" QUOTED "</blockquote><figure><figcaption>Anna</figcaption></figure>",
         {1, 0},
         "-|-"},
        {"<blockquote>" QUOTED "<p>Anna Quill</blockquote>", {1, 0}, "-|-"},
        {"<blockquote>" QUOTED "\xE2\x80\x94 Anna Quill</blockquote>", {1, 0}, "-|quote's source"},
        {"<blockquote>" QUOTED "-- Anna Quill</blockquote>", {1, 0}, "-|quote's source"},
        {"<blockquote>" QUOTED "- Anna Quill</blockquote>", {1, 0}, "-|-"},
        {"<blockquote>" QUOTED "<p>-- Anna Quill</blockquote>", {1, 0}, "-|-"},
        {"<blockquote>" QUOTED "<footer>Anna Quill</footer></blockquote>", {0, 0}, "-|-"},
        {"<blockquote>" QUOTED "<footer>" WORDS_20 "</footer></blockquote>",
         {1, 0},
         "-|quote's source"},
        {"<blockquote>" QUOTED "<footer>" WORDS_20 "more</footer></blockquote>", {1, 0}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void terms_of_kept_definitions(void **state) {
    static const struct part_case CASES[] = {
        {"<dl><dt>Boat<dd>It runs six times a day.</dl>", {0, 1}, "term|-"},
        {"<dl><dt>Boat<dt>Ship<dd>It runs six times a day.</dl>", {0, 0, 1}, "term|term|-"},
        {"<dl><dt><p>Boat<dd><p>It runs six times a day.</dl>", {0, 1}, "term|-"},
        {"<dl><dt>Boat<dd>It runs six times a day.</dl>", {0, 0}, "-|-"},
        {"<dl><dt>Boat</dl><dl><dd>It runs six times a day.</dl>", {0, 1}, "-|-"},
        {"<dl><dt>Boat</dl><p>It runs six times a day.", {0, 1}, "-|-"},
        {"<p>x<dl><dt>Boat</dl>", {1, 0}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void definitions_of_kept_terms(void **state) {
    static const struct part_case CASES[] = {
        {"<dl><dt>Returns<dd>true</dl>", {1, 0.11F}, "-|definition"},
        {"<dl><dt><p>Returns<dd><p>true</dl>", {1, 0.11F}, "-|definition"},
        {"<dl><dt>Returns<dd>true</dl>", {1, 0.09F}, "-|-"},
        {"<dl><dt>Returns<dd>true</dl>", {0, 0.11F}, "-|-"},
        {"<dl><dt>Returns<dd>" LONG "</dl>", {1, 0.11F}, "-|-"},
        {"<dl><dt>Returns</dl><dl><dd>true</dl>", {1, 0.11F}, "-|-"},
        {"<dl><dt>Returns</dl><p>true", {1, 0.11F}, "-|-"},
        {"<p>Returns<dl><dd>true</dl>", {1, 0.11F}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

#define CODE "<pre>make all</pre>"

static void buttons_of_kept_panels(void **state) {
    static const struct part_case CASES[] = {
        {"<div><button>How hot?</button><div hidden class=accordion-panel>" TEXT "</div></div>",
         {0.31F, 1},
         "panel's button|-"},
        {"<div><button>How hot?</button><div hidden class=accordion-panel>" TEXT "</div></div>",
         {0.29F, 1},
         "-|-"},
        {"<div><button>How hot?</button><div hidden class=accordion-panel>" TEXT "</div></div>",
         {0.31F, 0},
         "-|-"},
        {"<div><button>How hot?</button>" TEXT "</div>", {0.31F, 1}, "-|-"},
        {"<div><button>How hot?</button></div><div hidden class=accordion-panel>" TEXT "</div>",
         {0.31F, 1},
         "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void labels_of_listings(void **state) {
    static const struct part_case CASES[] = {
        {"<div>Copy</div>" CODE, {1, 1}, "listing's label|-"},
        {CODE "<div>Copy</div>", {1, 1}, "-|listing's label"},
        {"<div>Copy to clipboard</div>" CODE, {1, 1}, "listing's label|-"},
        {"<div>Python</div>" CODE, {1, 1}, "listing's label|-"},
        {"<p class=name>Python</p>" CODE, {1, 1}, "listing's label|-"},
        {"<p>Python</p>" CODE, {1, 1}, "-|-"},
        {"<h4>Python</h4>" CODE, {1, 1}, "-|-"},
        {"<ul><li>Python</ul>" CODE, {1, 1}, "-|-"},
        {"<table><tr><td>Python</table>" CODE, {1, 1}, "-|-"},
        {CODE "<div>Python</div>", {1, 1}, "-|-"},
        {"<div>Copy</div><p>a" CODE, {1, 1, 1}, "listing's label|-|-"},
        {"<div>Copy</div><p>a<p>b" CODE, {1, 1, 1, 1}, "listing's label|-|-|-"},
        {"<div>Copy</div><p>a<p>b<p>c" CODE, {1, 1, 1, 1, 1}, "-|-|-|-|-"},
        {CODE "<p>a<p>b<div>Copy</div>", {1, 1, 1, 1}, "-|-|-|listing's label"},
        {CODE "<p>a<p>b<p>c<div>Copy</div>", {1, 1, 1, 1, 1}, "-|-|-|-|-"},
        {"<div>Copy the boat</div>" CODE, {1, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void headings_like_kept_ones(void **state) {
    static const struct part_case CASES[] = {
        {"<h2>Boats</h2><p>The boat is back.<h2>Trains</h2><p>None run.",
         {1, 1, 0.16F, 1},
         "-|-|subhead|-"},
        {"<h2>Boats</h2><p>The boat is back.<h2>Trains</h2><p>None run.",
         {0.16F, 1, 1, 1},
         "subhead|-|-|-"},
        {"<h2>Boats</h2><p>The boat is back.<h2>Trains</h2><p>None run.",
         {1, 1, 0.14F, 1},
         "-|-|-|-"},
        /* of another level */
        {"<h2>Boats</h2><p>The boat is back.<h3>Trains</h3><p>None run.",
         {1, 1, 0.16F, 1},
         "-|-|-|-"},
        /* above something else */
        {"<h2>Boats</h2><p>The boat is back.<h2>Trains</h2><ul><li>None run.</ul>",
         {1, 1, 0.16F, 0.59F},
         "-|-|-|-"},
        {"<h2>Boats</h2><p>The boat is back.<h2>Trains</h2><p>None run.",
         {1, 1, 0.16F, 0},
         "-|-|-|-"},
        {"<h2>Boats</h2><p>The boat is back.<h2>Trains</h2>", {1, 1, 0.16F}, "-|-|-"},
    };
    CHECK_PARTS(CASES);
}

/* Without a heading like it. */
static void headings_above_certain_text(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<h3>Trains</h3>" TEXT, {1, 0.16F, 0.6F}, "-|subhead|-"},
        {TEXT "<h3>Trains</h3>" TEXT, {1, 0.16F, 0.59F}, "-|-|-"},
        {TEXT "<h3>Trains</h3>" TEXT, {1, 0.14F, 1}, "-|-|-"},
        {TEXT "<h3>Trains</h3><p>None run.", {1, 0.16F, 1}, "-|-|-"},
        {TEXT "<h1>Trains</h1>" TEXT, {1, 0.16F, 1}, "-|-|-"},
        {"<h3>Trains</h3>" TEXT, {0.16F, 1}, "-|-"},
        {TEXT "<div><h3>Trains</h3></div>" TEXT, {1, 0.16F, 1}, "-|-|-"},
        {TEXT "<h3><a href=/trains>Trains</a></h3>" TEXT, {1, 0.16F, 1}, "-|-|-"},
        {TEXT "<h3>See <a href=/trains>Trains</a></h3>" TEXT, {1, 0.16F, 1}, "-|-|-"},
        {TEXT "<h3><a href=#trains>Trains</a></h3>" TEXT, {1, 0.16F, 1}, "-|subhead|-"},
        {TEXT "<h3>Times</h3><table>" ROWS "</table>",
         {1, 0.16F, 0.5F, 0.5F, 0.5F, 0.5F},
         "-|subhead|-|-|-|-"},
        {TEXT "<div><h3>Times</h3></div><table>" ROWS "</table>",
         {1, 0.16F, 0.5F, 0.5F, 0.5F, 0.5F},
         "-|-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void headings_above_sections(void **state) {
    static const struct part_case CASES[] = {
        /* lists */
        {TEXT "<h3>Trains</h3><ul><li>None run.</ul>", {1, 0.16F, 0.6F}, "-|subhead|-"},
        {TEXT "<h3>Trains</h3><ol><li><p>None run.</ol>", {1, 0.16F, 0.6F}, "-|subhead|-"},
        {TEXT "<h3>Trains</h3><dl><dt>None<dd>run.</dl>", {1, 0.16F, 0.6F, 1}, "-|subhead|-|-"},
        {TEXT "<h3>Trains</h3><ul><li>None run.</ul>", {1, 0.16F, 0.59F}, "-|-|-"},
        {TEXT "<h3>Trains</h3><div><ul><li>None run.</ul></div>", {1, 0.16F, 1}, "-|-|-"},
        {TEXT "<div><h3>Trains</h3></div><ul><li>None run.</ul>", {1, 0.16F, 1}, "-|-|-"},
        {TEXT "<div><h3>Trains</h3></div><div><ul><li>None run.</ul></div>",
         {1, 0.16F, 1},
         "-|-|-"},
        {TEXT "<h3><a href=/trains>Trains</a></h3><ul><li>None run.</ul>", {1, 0.16F, 1}, "-|-|-"},
        /* wrappers */
        {TEXT "<h3>Trains</h3><div>" TEXT "</div>", {1, 0.16F, 0.6F}, "-|subhead|-"},
        {TEXT "<h3>Trains</h3><div>" TEXT "</div>", {1, 0.16F, 0.59F}, "-|-|-"},
        {TEXT "<h3>Trains</h3><div><p>None run.</div>", {1, 0.16F, 1}, "-|-|-"},
        {TEXT "<div><b><h3>Trains</h3></b></div><div><div>" TEXT "</div></div>",
         {1, 0.16F, 0.6F},
         "-|subhead|-"},
        {TEXT "<div><h3>Trains</h3><p>None</div><div>" TEXT "</div>", {1, 0.16F, 0, 1}, "-|-|-|-"},
        {TEXT "<div>" TEXT "<h3>Trains</h3></div><div>" TEXT "</div>", {1, 1, 0.16F, 1}, "-|-|-|-"},
        {TEXT "<table><tr><td><td><h3>Trains</h3></table>" TEXT, {1, 0.16F, 0.6F}, "-|subhead|-"},
        {TEXT "<table><tr><td>a<td><h3>Trains</h3></table>" TEXT, {1, 0, 0.16F, 1}, "-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void sentences_between_elements(void **state) {
    static const struct part_case CASES[] = {
        {"<div>The boat is back again.<p>It runs.</div>", {0.21F, 1}, "loose text|-"},
        {"<div><p>It runs.</p>The boat is back again.</div>", {1, 0.21F}, "-|loose text"},
        {"<div>The boat is back again.<p>It runs.</div>", {0.19F, 1}, "-|-"},
        {"<div>The boat is back.<p>It runs.</div>", {0.21F, 1}, "-|-"},
        {"<div>The boat is <a href=/>back</a> again.<p>It runs.</div>", {0.21F, 1}, "-|-"},
        {"<div>The boat is back again.<p>It runs.</div>", {0.21F, 0}, "-|-"},
        {"<form>The boat is back again.<p>It runs.</form>", {0.21F, 1}, "-|-"},
        {"<div>The boat is back again.</div><p>It runs.", {0.21F, 1}, "-|-"},
        {"<div>The boat is back again.<ul><li>It runs.</ul></div>", {0.21F, 1}, "loose text|-"},
        {"<div>The boat is back again.<div><ul><li>It runs.</ul></div></div>", {0.21F, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void the_last_heading(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<h2>References and notes</h2>", {1, 1}, "-|heading without text"},
        {TEXT "<h2>References and notes here</h2>", {1, 1}, "-|-"},
        {TEXT "<h1>References and notes</h1>", {1, 1}, "-|-"},
        {TEXT "<h2>Notes</h2><p>x", {1, 1, 0}, "-|heading without text|-"},
        {TEXT "<h2>Notes</h2><p>The boat.", {1, 1, 1}, "-|-|-"},
        {TEXT "<h2>Notes</h2><h3>Links</h3>", {1, 1, 1}, "-|-|-"},
        {"<h2>Notes</h2>", {1}, "-"},
    };
    CHECK_PARTS(CASES);
}

#define FORM "<p>Get the news.<input></div>"
#define MAIN "<p>" TEN TEN "end."

static void offers_with_a_control(void **state) {
    static const struct part_case CASES[] = {
        {MAIN "<div class=newsletter>" FORM, {1, 1}, "-|offer"},
        {MAIN "<div id=NewsLetter-2>" FORM, {1, 1}, "-|offer"},
        {MAIN "<div class='a subscribe'>" FORM, {1, 1}, "-|offer"},
        {MAIN "<div class=a-sign-up>" FORM, {1, 1}, "-|offer"},
        {MAIN "<div class=optin>" FORM, {1, 1}, "-|offer"},
        {MAIN "<div class=news>" FORM, {1, 1}, "-|-"},
        {MAIN "<div class=newsletter><p>Get the news.<a class=btn>Go</a></div>",
         {1, 1, 1},
         "-|offer"},
        {MAIN "<div class=newsletter><p>Get the news.<a class=Button>Go</a></div>",
         {1, 1, 1},
         "-|offer"},
        {MAIN "<div class=newsletter><p>Get the news.<a class=name>Go</a></div>", {1, 1, 1}, "-|-"},
        {MAIN "<div class=newsletter><p>Get the news.</div>", {1, 1}, "-|-"},
        {MAIN "<article class=newsletter><p>Get the news.<input></article>", {1, 1}, "-|-"},
        /* more than a quarter of the kept words */
        {"<p>The boat is back.<div class=newsletter>" FORM, {1, 1}, "-|-"},
        {"<p>" TEN "<div class=newsletter>" FORM, {1, 1}, "-|offer"},
        {"<p>one two three four five six seven eight<div class=newsletter>" FORM, {1, 1}, "-|-"},
        /* three products */
        {MAIN MAIN "<div class=newsletter>" FORM "<div class=newsletter>" FORM,
         {1, 1, 1, 1},
         "-|-|offer|offer"},
        {MAIN MAIN "<div class=newsletter>" FORM "<div class=newsletter>" FORM
                   "<div class=newsletter>" FORM,
         {1, 1, 1, 1, 1},
         "-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void notices_about_javascript(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<noscript><p>You need JavaScript to see it.</noscript>", {1, 1}, "-|noscript"},
        {TEXT "<noscript><p>You need javascript</noscript>", {1, 1}, "-|noscript"},
        {TEXT "<noscript><p>You need a script to see it.</noscript>", {1, 1}, "-|-"},
        {TEXT "<p>You need JavaScript to see it.", {1, 1}, "-|-"},
        {TEXT "<noscript><p>JavaScript " LONG "</noscript>", {1, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void formulas_after_kept_text(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<p><math><mi>a</mi><mo>=</mo><mi>b</mi></math> (1)", {1, 0}, "-|formula"},
        {TEXT "<p><math><mi>a</mi><mo>=</mo><mi>b</mi></math> is what", {1, 0}, "-|formula"},
        {TEXT "<p><math><mi>a</mi></math> is what we know today", {1, 0}, "-|-"},
        {TEXT "<p><math><mi>a</mi><mo>=</mo><mi>b</mi></math> (1)", {0, 0}, "-|-"},
        {TEXT "<div>(1) \\[a = b\\]</div>", {1, 0}, "-|formula"},
        {TEXT "<div>(1) \\[a = b\\] is what</div>", {1, 0}, "-|-"},
        {TEXT "<div>We know today that \\[a = b\\]</div>", {1, 0}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void copyright_lines_begin_with_the_sign(void **state) {
    static const struct part_case CASES[] = {
        {"<p>The boat\xC2\xA9 2024", {0.8F}, "copyright"},
        {"<p>Copyright \xC2\xA9 Ferry", {0.8F}, "copyright"},
        {"<p>The sign \xC2\xA9 is old", {0.8F}, "-"},
        {"<p>The sign \xC2\xA9", {0.8F}, "-"},
    };
    CHECK_PARTS(CASES);
}

static void code_near_kept_text(void **state) {
    static const struct part_case CASES[] = {
        {"<div><p>Run it.<pre>make</pre></div>", {1, 0.2F}, "-|code"},
        {"<div><p>Run it.<pre>make</pre></div>", {1, 0.19F}, "-|-"},
        {"<div><pre>make</pre><p>Run it.</div>", {0.2F, 1}, "code|-"},
        {"<div><p>Run it.<p>a</div><div><pre>make</pre><p>b</div>", {1, 0, 0.2F, 0}, "-|-|-|-"},
        {"<div><p>Run it.<p>a<p>b<pre>make</pre></div>", {1, 0, 0, 0.2F}, "-|-|-|code"},
        {"<div><p>Run it.<p>a<p>b<p>c<pre>make</pre></div>", {1, 0, 0, 0, 0.2F}, "-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

/* All is kept; what a reader sees only after a click, or not at all, is judged again. */
static void check_hidden(struct arena *arena, const char *html, bool visible_alone,
                         const char *want) {
    ARM(arena);
    struct block_page page = cut_html(arena, html);
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    hidden_apply(&page, visible_alone, &selection);
    assert_str(kept_text(&page, &selection), str_of(want));
}

#define FOLDED(text) "<details><summary>More</summary><p>" text "</details>"

static void hidden_text(void **state) {
    check_hidden(*state, "<p>The boat is back.<p style='display:none'>Obey.", false,
                 "The boat is back.");
    /* more than half of it: a script will show it */
    check_hidden(*state, "<p>The boat.<p style='display:none'>It is back.", false,
                 "The boat.|It is back.");
    check_hidden(*state, "<p>The boat.<p style='display:none'>It is.", false, "The boat.");
    check_hidden(*state, "<p>The boat is back." FOLDED("It runs."), false,
                 "The boat is back.|More|It runs.");
    check_hidden(*state, "<p>The boat is back." FOLDED("It runs."), true, "The boat is back.|More");
    /* outside the main part it is a menu, unless more is kept there than inside */
    check_hidden(*state, "<main><p>The boat is back at the pier.</main>" FOLDED("It runs."), false,
                 "The boat is back at the pier.|More");
    check_hidden(*state, "<main><p>The boat.</main>" FOLDED("It runs."), false,
                 "The boat.|More|It runs.");
    check_hidden(*state, "<div role=main><p>The boat is back at the pier.</div>" FOLDED("It runs."),
                 false, "The boat is back at the pier.|More");
    check_hidden(*state,
                 "<main><p>The boat is back at the pier.</main><main>" FOLDED("It runs.") "</main>",
                 false, "The boat is back at the pier.|More|It runs.");
}

/* Each part of a class that names a box with an offer. */
static void offers_have_names(void **state) {
    static const char *const NAMES[] = {"newsletter", "subscribe", "signup",  "sign-up",
                                        "sign_up",    "paywall",   "regwall", "mailchimp",
                                        "convertkit", "optin",     "opt-in"};
    for (volatile size_t i = 0; i < N_OF(NAMES); i++) {
        char html[300];
        snprintf(html, sizeof html,
                 "<p>" TEN TEN "end.<div class=x-%s><p>Get the news.<input></div>", NAMES[i]);
        const struct part_case one = {html, {1, 1}, "-|offer"};
        check_parts_of(*state, &NO_METADATA, 0, &one, 1);
    }
}

static void notices_of_copyright_at_the_ends(void **state) {
    static const struct part_case CASES[] = {
        {"<p>Copyright 2013 Ferry</p>" TEXT TEXT TEXT "<p>(c) 2013 Ferry</p>",
         {1, 1, 1, 1, 1},
         "copyright|-|-|-|copyright"},
        /* the third from either end, and the fourth */
        {TEXT TEXT "<p>(c) 2013 Ferry</p><p>(c) 2014 Ferry</p>" TEXT TEXT TEXT,
         {1, 1, 1, 1, 1, 1, 1},
         "-|-|copyright|-|-|-|-"},
        {TEXT TEXT TEXT "<p>(c) 2013 Ferry</p><p>(c) 2014 Ferry</p>" TEXT TEXT,
         {1, 1, 1, 1, 1, 1, 1},
         "-|-|-|-|copyright|-|-"},
        {TEXT "<h2>Copyright 2013</h2>" TEXT "<pre>(c) 2013 Ferry</pre>", {1, 1, 1, 1}, "-|-|-|-"},
        {TEXT "<p>Copyright 2013 " LONG "</p>", {1, 1}, "-|-"},
        {"<p>(c) 2013 Ferry</p><p>(c) 2014 Ferry</p>", {1, 1}, "copyright|-"},
    };
    CHECK_PARTS(CASES);
}

static void labels_of_links_at_the_end(void **state) {
#define LINK "<p><a href=/a>The pier at Oban</a></p>"
    static const struct part_case CASES[] = {
        {TEXT "<p>See also:</p>" LINK, {1, 1, 0}, "-|heading without text|-"},
        {TEXT "<h2>Also in this long story</h2>" LINK, {1, 1, 0}, "-|heading without text|-"},
        /* of more words, with a link of its own or none after it, in the middle, without a colon */
        {TEXT "<p>The paper is here:</p>" LINK, {1, 1, 0}, "-|-|-"},
        {TEXT "<h2>Also in this very long story</h2>" LINK, {1, 1, 0}, "-|-|-"},
        {TEXT "<p>See <a href=/b>also</a>:</p>" LINK, {1, 1, 0}, "-|-|-"},
        {TEXT "<a href=/b><h2>The boat by the sea</h2><p>The pier</p></a>", {1, 1, 0}, "-|-|-"},
        {TEXT "<p>See also:</p><p>The pier</p>", {1, 1, 0}, "-|-|-"},
        {TEXT "<p>See also:</p>", {1, 1}, "-|-"},
        {TEXT "<p>See also:</p>" LINK TEXT, {1, 1, 0, 1}, "-|-|-|-"},
        {TEXT "<p>See also</p>" LINK, {1, 1, 0}, "-|-|-"},
        {"<main>" TEXT "<div><p>See also:</p>" LINK "</div></main>",
         {1, 1, 0},
         "-|heading without text|-"},
        /* links outside the article, in the footer */
        {"<main>" TEXT "<p>The captain said:</p></main>" LINK, {1, 1, 0}, "-|-|-"},
        {"<main>" TEXT "The captain said:</main>" LINK, {1, 1, 0}, "-|-|-"},
        {TEXT "<p>The captain said:</p><footer>" LINK "</footer>", {1, 1, 0}, "-|-|-"},
        {TEXT "<p>The captain said:</p><nav>" LINK "</nav>", {1, 1, 0}, "-|-|-"},
    };
    CHECK_PARTS(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(labels_of_links_at_the_end),
        ARENA_TEST(notices_of_copyright_at_the_ends),
        ARENA_TEST(data_tables_between_kept_text),
        ARENA_TEST(callouts_beside_kept_text),
        ARENA_TEST(sources_of_kept_quotes),
        ARENA_TEST(terms_of_kept_definitions),
        ARENA_TEST(definitions_of_kept_terms),
        ARENA_TEST(buttons_of_kept_panels),
        ARENA_TEST(labels_of_listings),
        ARENA_TEST(headings_like_kept_ones),
        ARENA_TEST(headings_above_certain_text),
        ARENA_TEST(headings_above_sections),
        ARENA_TEST(sentences_between_elements),
        ARENA_TEST(the_last_heading),
        ARENA_TEST(offers_with_a_control),
        ARENA_TEST(notices_about_javascript),
        ARENA_TEST(formulas_after_kept_text),
        ARENA_TEST(copyright_lines_begin_with_the_sign),
        ARENA_TEST(code_near_kept_text),
        ARENA_TEST(offers_have_names),
        ARENA_TEST(hidden_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

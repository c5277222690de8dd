/*
 * How far the exact rules reach: the most words, the highest score, the elements and the order of
 * blocks that still count, and the first ones that do not.
 */
#include "part_case.h"

#include <stdio.h>

#define FIFTY TEN TEN TEN TEN TEN
#define NINE "one two three four five six seven eight nine "

/* A rule may drop a block that scores as much as its bound, and none that scores more. */
static void bounds_of_scores(void **state) {
    static const struct part_case CASES[] = {
        {"<p>Photo: Anna Quill", {0.9F}, "caption"},
        {"<p>Photo: Anna Quill", {0.91F}, "-"},
        {"<p>Copyright \xC2\xA9 2024 Ferry", {0.9F}, "copyright"},
        {"<p>Copyright \xC2\xA9 2024 Ferry", {0.91F}, "-"},
        {"<p>Read more: the timetable", {0.9F}, "read also"},
        {"<p>Read more: the timetable", {0.91F}, "-"},
        {"<p>The boat.<p>ADVERTISEMENT", {1, 0.9F}, "-|placeholder"},
        {"<p>The boat.<p>ADVERTISEMENT", {1, 0.91F}, "-|-"},
        {"<p>Sign up for our newsletter", {0.9F}, "prompt"},
        {"<p>Sign up for our newsletter", {0.91F}, "-"},
        {"<p>The boat is back.Please log in", {0.9F}, "prompt cut off"},
        {"<p>The boat is back.Please log in", {0.91F}, "-"},
        {"<p>The boat is back.<div id=comments><p>Good.</div>", {1, 1}, "-|comments"},
        /* what is not kept for its score needs no rule */
        {"<p>The boat.<p>Photo: Anna Quill", {1, 0}, "-|-"},
        {"<p>The boat.<p>Copyright \xC2\xA9 2024 Ferry", {1, 0}, "-|-"},
        {"<p>The boat.<p>Read more: the timetable", {1, 0}, "-|-"},
        {"<p>The boat.<p>ADVERTISEMENT", {1, 0}, "-|-"},
        {"<p>The boat.<p>Sign up for our newsletter", {1, 0}, "-|-"},
        {"<p>The boat is back.<div id=comments><p>Good.<p>So.</div>", {1, 0, 1}, "-|-|comments"},
    };
    CHECK_PARTS(CASES);
}

static void bounds_of_words(void **state) {
    static const struct rule_case CASES[] = {
        {"<p>Photo: " FIFTY NINE, "", "caption"}, /* 60 */
        {"<p>Photo: " FIFTY TEN, "Photo: " FIFTY "one two three four five six seven eight nine ten",
         "-"},
        {"<p>Copyright \xC2\xA9 " FIFTY NINE, "", "copyright"},
        {"<p>Copyright \xC2\xA9 " FIFTY TEN,
         "Copyright \xC2\xA9 " FIFTY "one two three four five six seven eight nine ten", "-"},
        {"<p>Read more: " TEN TEN TEN "one two three four five six seven eight", "", "read also"},
        {"<p>Read more: " TEN TEN TEN "one two three four five six seven eight nine",
         "Read more: " TEN TEN TEN "one two three four five six seven eight nine", "-"},
        {"<p>Please log in " FIFTY "one two three four five six seven", "", "prompt"},
        {"<p>Please log in " FIFTY "one two three four five six seven eight",
         "Please log in " FIFTY "one two three four five six seven eight", "-"},
        {"<div><h4>Register for free</h4><p>" FIFTY TEN "</div><p>The boat.", "The boat.",
         "prompt|prompt|-"},
        {"<div><h4>Register for free</h4><p>" FIFTY "<p>" TEN "more</div><p>The boat.",
         "one two three four five six seven eight nine ten "
         "one two three four five six seven eight nine ten "
         "one two three four five six seven eight nine ten "
         "one two three four five six seven eight nine ten "
         "one two three four five six seven eight nine ten|"
         "one two three four five six seven eight nine ten more|The boat.",
         "prompt|-|-|-"},
    };
    CHECK(CASES);
}

static void captions_that_occur_twice(void **state) {
    static const struct part_case CASES[] = {
        /* 20 bytes say which picture it is, 19 may begin many texts */
        {"<p>A boat at the piers.<p>A boat at the piers. (Anna Quill)",
         {0.8F, 0.8F},
         "caption|caption"},
        {"<p>A boat at the piers<p>A boat at the piers (Anna Quill)", {0.8F, 0.8F}, "-|-"},
        {"<p>The boat is at the pier<p>The boat is at the pier (A)",
         {0.8F, 0.8F},
         "caption|caption"},
        /* no brackets around the rest, or nothing in them */
        {"<p>The boat is at the pier<p>The boat is at the pier ()", {0.8F, 0.8F}, "-|-"},
        {"<p>The boat is at the pier<p>The boat is at the pier (now", {0.8F, 0.8F}, "-|-"},
        {"<p>The boat is at the pier<p>The boat is at the pier now)", {0.8F, 0.8F}, "-|-"},
        {"<p>The boat is at the pier<p>The boat is at the pier", {0.8F, 0.8F}, "-|-"},
        {"<p>The boat is at the pier (Anna)<p>The boat is at the pier", {0.8F, 0.8F}, "-|-"},
        /* only the other is kept; neither is */
        {"<p>The boat is at the pier<p>The boat is at the pier. Photo: Anna Quill",
         {0.8F, 0},
         "caption|-"},
        {"<p>The boat is at the pier<p>The boat is at the pier. Photo: Anna Quill<p>So.",
         {0, 0, 1},
         "-|-|-"},
        /* the text before a credit that is dropped is no caption */
        {"<p>The boat is back.<p>Photo: Anna Quill", {0.8F, 0}, "-|-"},
        {"<p>The boat is back.<p>Photo: Anna Quill", {0.8F, 0.8F}, "-|caption"},
        {"<p>The boat is at the pier<p>The boat is at the pier (" FIFTY TEN ")",
         {0.8F, 0.8F},
         "-|-"},
    };
    CHECK_PARTS(CASES);
}

static void copyright_signs(void **state) {
    static const struct part_case CASES[] = {
        {"<p>The ferry, copyright \xC2\xA9 Anna", {0.8F}, "copyright"},
        {"<p>All boats COPYRIGHT\xC2\xA9", {0.8F}, "copyright"},
        {"<p>Boat \xC2\xA9 Anna", {0.8F}, "-"},
        {"<p>Boat \xC2\xA9 :", {0.8F}, "-"},
        {"<p>Boat \xC2\xA9 0", {0.8F}, "copyright"},
        {"<p>Boat \xC2\xA9 9", {0.8F}, "copyright"},
    };
    CHECK_PARTS(CASES);
}

/* A capital attached to a small letter, a letter of another script, or the end of a sentence. */
static void joints_of_prompts(void **state) {
    static const struct rule_case CASES[] = {
        {"<p>Is it back?Please log in", "Is it back?", "prompt cut off"},
        {"<p>It is back!Please log in", "It is back!", "prompt cut off"},
        {"<p>A bananaPlease log in", "A banana", "prompt cut off"},
        {"<p>A waltzPlease log in", "A waltz", "prompt cut off"},
        {"<p>In 2024Please log in", "In 2024Please log in", "-"},
        {"<p>It is back,Please log in", "It is back,Please log in", "-"},
        {"<p>At MITPlease log in", "At MITPlease log in", "-"},
        {"<p>Please log inThe boat.It runs.Please log in", "The boat.It runs.", "prompt cut off"},
        {"<p>Please log inPlease sign in", "", "prompt"},
        {"<p>Please log inThe boat.Please log inIt runs.", "The boat.Please log inIt runs.",
         "prompt cut off"},
    };
    CHECK(CASES);
}

static void text_below_prompts(void **state) {
    static const struct part_case CASES[] = {
        {"<div><h4>Register for free</h4><p>An account helps.<p>Name</div><p>The boat.",
         {0.8F, 0, 0.8F, 1},
         "prompt|-|prompt|-"},
        {"<div><h4>Register for free</h4></div><p>The boat.", {0.8F, 1}, "prompt|-"},
        /* the heading need not be kept itself */
        {"<div><h4>Register for free</h4><p>An account helps.</div><p>The boat.",
         {0, 0.8F, 1},
         "-|prompt|-"},
    };
    CHECK_PARTS(CASES);
}

static void elements_with_comments(void **state) {
#define COMMENT "<p>Good at last.</p>"
    static const struct part_case CASES[] = {
        /* as many words as the rest, and one more */
        {"<p>It is back.<div id=comments>" COMMENT "</div>", {1, 1}, "-|comments"},
        {"<p>It is.<div id=comments>" COMMENT "</div>", {1, 1}, "-|-"},
        /* several, one within the other, and after dropped text */
        {"<p>The boat is back at the pier.<div id=comments>" COMMENT "</div><div class=comments>"
         "<p>Really?</div>",
         {1, 1, 1},
         "-|comments|comments"},
        {"<p>The boat is back.<div id=comments>" COMMENT "</div><div class=comments>" COMMENT
         "</div>",
         {1, 1, 1},
         "-|-|-"},
        {"<p>The boat is back.<div id=comments><div class=comments>" COMMENT "</div></div>",
         {1, 1},
         "-|comments"},
        {"<p>The boat is back.<div><p>x</div><div id=comments>" COMMENT "</div>",
         {1, 0, 1},
         "-|-|comments"},
        /* inline elements do not contain comments */
        {"<p>The boat is back.<p><span class=comments>Good at last.</span>", {1, 1}, "-|-"},
    };
    CHECK_PARTS(CASES);
}

/* The list of such elements grows. */
static void many_elements_with_comments(void **state) {
    enum { N = 40 };
    struct arena *arena = *state;
    struct buffer html;
    ARM(arena);
    buffer_init(&html, arena);
    buffer_append(&html, STR("<p>" FIFTY TEN));
    for (int i = 0; i < N; i++)
        buffer_append(&html, STR("<div class=comments><p>Good.</div>"));
    buffer_append_byte(&html, '\0');
    struct block_page page = cut_html(arena, buffer_str(&html).at);
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    assert_int_equal(page.n_blocks, N + 1);
    for (size_t i = 0; i < page.n_blocks; i++)
        assert_int_equal(selection.kept[i], i == 0);
}

/* An article has 200 words, which score better than the comments by a tenth. */
static void long_comments_below_an_article(void **state) {
#define WORDS_199 FIFTY FIFTY FIFTY TEN TEN TEN TEN NINE
#define COMMENTS "<div id=comments><p>x " WORDS_199 "<p>" TEN "x</div>"
#define TWO_LISTS "<div id=comments><p>x " WORDS_199 "</div><div class=comments><p>" TEN "x</div>"
    static const struct part_case CASES[] = {
        {"<p>" WORDS_199 "more" COMMENTS, {0.91F, 0.8F, 0.8F}, "-|comments|comments"},
        {"<p>" WORDS_199 "more" COMMENTS, {0.89F, 0.8F, 0.8F}, "-|-|-"},
        {"<p>" WORDS_199 COMMENTS, {0.95F, 0.8F, 0.8F}, "-|-|-"},
        {"<p>" WORDS_199 "more" TWO_LISTS, {0.91F, 0.8F, 0.8F}, "-|comments|comments"},
        {"<p>" WORDS_199 "more" TWO_LISTS, {0.89F, 0.8F, 0.8F}, "-|-|-"},
        /* what is dropped does not count */
        {"<p>" WORDS_199 "<p>" TEN COMMENTS, {0.95F, 0, 0.8F, 0.8F}, "-|-|-|-"},
        {"<p>" WORDS_199 "more<p>" WORDS_199 COMMENTS,
         {0.95F, 0, 0.8F, 0.8F},
         "-|-|comments|comments"},
    };
    CHECK_PARTS(CASES);
}

static void heads_of_posts(void **state) {
    static const struct metadata forum = {.fields[PITH_TYPE].text = STR_INIT("forum"),
                                          .lead_block = SIZE_MAX};
    static const struct part_case CASES[] = {
        {"<p>" TEN TEN "<div>Bo Reed, at noon on the quay in Oban, 2 March 2021</div>",
         {0.9F, 0.6F},
         "-|post's head"}, /* 12 words */
        {"<p>" TEN TEN "<div>Bo Reed, at noon on the old quay in Oban, 2 March 2021</div>",
         {0.9F, 0.6F},
         "-|-"},
        {"<p>" TEN TEN "<div>Bo Reed 2 March 2021</div>", {0.9F, 0}, "-|-"},
    };
    check_parts_of(*state, &forum, 0, CASES, N_OF(CASES));
    /* a line of a dump may be the date of what the post is about */
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, TEN TEN "\n\nBo Reed 2 March 2021");
    struct selection selection = choose(&page, (float[]){0.9f, 0.6f}, &forum, 0);
    assert_str(rules_of(&page, &selection), STR("-|-"));
}

static void code_beside_text(void **state) {
    static const struct part_case CASES[] = {
        {"<div><pre>make</pre><p>a<p>b<p>Run it.</div>", {0.2F, 0, 0, 1}, "code|-|-|-"},
        {"<div><pre>make</pre><p>a<p>b<p>c<p>Run it.</div>", {0.2F, 0, 0, 0, 1}, "-|-|-|-|-"},
        {"<p>x<div><pre>make</pre><p>Run it.</div>", {0, 0.2F, 1}, "-|code|-"},
        {"<div><p>Run it.<p>a</div><pre>make</pre>", {1, 0, 0.25F}, "-|-|-"},
    };
    CHECK_PARTS(CASES);
}

#define HALF "<table><tr><th>a<th>b<tr><td>c<td>d</table>"

static void tables_kept_in_part(void **state) {
    static const struct part_case CASES[] = {
        /* half of its cells are not more than half */
        {HALF "<p>end", {0.6F, 0.6F, 0, 0, 0.9F}, "table|table|-|-|-"},
        {HALF "<p>end", {0.61F, 0.61F, 0, 0, 0.9F}, "-|-|-|-|-"},
        {"<table><tr><td>a<td>b<tr><td>c</table><p>end", {0.9F, 0.9F, 0, 0.9F}, "-|-|-|-"},
        /* the last thing that is kept stays */
        {HALF "<p>end" HALF, {0.5F, 0, 0, 0.5F, 0, 0.5F, 0, 0, 0.5F}, "table|-|-|table|-|-|-|-|-"},
        {"<p>x<table></table>" HALF "<p>end", {0, 0.9F, 0.9F, 0.9F, 0, 0}, "-|-|-|-|table|-"},
    };
    CHECK_PARTS(CASES);
}

static void introductions_of_quotes(void **state) {
#define POST "<article><p>The boat is back.</article><article><blockquote>"
#define COPY "<p>The boat is back.</blockquote><p>So it is.</article>"
    static const struct part_case CASES[] = {
        {POST "one two three four five six Anna wrote:" COPY,
         {0.8F, 0.8F, 0.8F, 0.8F},
         "-|repeated|repeated|-"},
        {POST "one two three four five six seven Anna wrote:" COPY,
         {0.8F, 0.8F, 0.8F, 0.8F},
         "-|-|repeated|-"},
        {POST "Anna wrote" COPY, {0.8F, 0.8F, 0.8F, 0.8F}, "-|-|repeated|-"},
        {POST "Anna wrote:" COPY, {0.8F, 0, 0.8F, 0.8F}, "-|-|repeated|-"},
        /* the quote scores too well to be dropped */
        {POST "Anna wrote:" COPY, {0.8F, 0.8F, 0.95F, 0.8F}, "-|-|-|-"},
        {POST "Anna wrote:" COPY, {0.8F, 0.8F, 0.9F, 0.8F}, "-|repeated|repeated|-"},
    };
    CHECK_PARTS(CASES);
}

/* How certain a copy may be depends on how long the run of copies is that it is in. */
static void runs_of_copies(void **state) {
#define TWENTY TEN TEN
#define TWICE(text) "<div><p>" text "</div><div><p>" text "<p>So.</div>"
#define PAIR "<p>" TEN "a<p>" TEN "b"
    static const struct part_case CASES[] = {
        {TWICE("The boat is"), {0.6F, 0.6F, 0.6F}, "-|repeated|-"},
        {TWICE("The boat"), {0.6F, 0.6F, 0.6F}, "-|-|-"},
        {TWICE(TWENTY), {0.6F, 0.6F, 0.6F}, "-|repeated|-"},
        {TWICE(TWENTY), {0.7F, 0.7F, 0.7F}, "-|-|-"},
        {TWICE(TWENTY "more"), {0.7F, 0.7F, 0.7F}, "-|repeated|-"},
        {TWICE(FIFTY TEN), {0.8F, 0.8F, 0.8F}, "-|repeated|-"},
        {TWICE(FIFTY TEN), {0.85F, 0.85F, 0.85F}, "-|-|-"},
        {TWICE(LONG), {0.9F, 0.9F, 0.9F}, "-|repeated|-"},
        {TWICE(LONG), {0.95F, 0.95F, 0.95F}, "-|-|-"},
        /* two copies in a row are one run, also after a copy of something else */
        {"<div>" PAIR "</div><div>" PAIR "</div>",
         {0.7F, 0.7F, 0.7F, 0.7F},
         "-|-|repeated|repeated"},
        {"<div><p>It is back.<p>So it is." PAIR "</div><p>It is back.<section>" PAIR "</section>",
         {0.7F, 0.7F, 0.7F, 0.7F, 0.7F, 0.7F, 0.7F},
         "-|-|-|-|-|repeated|repeated"},
        {"<div>" PAIR "</div><p>It is new.<div><p>" TEN "a<p>So it is.<p>" TEN "b</div>",
         {0.7F, 0.7F, 0.7F, 0.7F, 0.7F, 0.7F},
         "-|-|-|-|-|-"},
        {"<div><p>" TEN "a<p>So it is.<p>" TEN "b</div><div>" PAIR "</div>",
         {0.7F, 0.7F, 0.7F, 0.7F, 0.7F},
         "-|-|-|-|-"},
        /* the third place */
        {TWICE(LONG) "<section><p>" LONG "<p>x</section>",
         {0.8F, 0.8F, 0, 0.8F, 0},
         "-|repeated|-|repeated|-"},
    };
    CHECK_PARTS(CASES);
}

/* A cell, and whatever fills one, is where it belongs. */
static void copies_in_cells(void **state) {
    static const struct part_case CASES[] = {
        {"<table><tr><th><p>the boat is<tr><th><p>the boat is</table>", {0.55F, 0.55F}, "-|-"},
        {"<table><tr><td><p>the boat is<p>So it is.<tr><td><p>the boat is<p>It runs.</table>",
         {0.55F, 0.55F, 0.55F, 0.55F},
         "-|-|repeated|-"},
        {"<table><tr><td><p>It runs.<p>the boat is<tr><td><p>So it is.<p>the boat is</table>",
         {0.55F, 0.55F, 0.55F, 0.55F},
         "-|-|-|repeated"},
        {"<ul><li><p>the boat is<li>x</ul><ul><li><p>the boat is<li>y</ul>",
         {0.55F, 0.55F, 0.55F, 0.55F},
         "-|-|repeated|-"},
    };
    CHECK_PARTS(CASES);
}

static void copies_in_dumps(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "The boat is back.\n\nIt runs.\n\nThe boat is back.");
    struct selection selection = choose(&page, (float[]){0.6f, 0.6f, 0.6f}, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|repeated"));
    selection = choose(&page, (float[]){0.61f, 0.61f, 0.61f}, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|-"));
}

/* The same sentence at the same place of several cards; see rule_repeats.c. */
static void copies_in_sisters(void **state) {
#define TERMS "<div><p>All of this holds as long as stocks last.</div>"
#define EIGHT "<div><p>All of this holds while the stocks last.</div>"
#define CARD(label, terms) "<section><b>" label "</b>" terms "</section>"
    static const float ALL[16] = {0.55F, 0.55F, 0.55F, 0.55F, 0.55F, 0.55F, 0.55F, 0.55F,
                                  0.55F, 0.55F, 0.55F, 0.55F, 0.55F, 0.55F, 0.55F, 0.55F};
    static const struct {
        const char *html, *rules;
    } CASES[] = {
        {CARD("A", EIGHT) CARD("B", EIGHT) CARD("C", EIGHT), "-|-|-|repeated|-|repeated"},
        /* one of them has no label, so that its section is the same as the box in it */
        {CARD("A", TERMS) "<section>" TERMS "</section>" CARD("C", TERMS), "-|-|-|-|-"},
        {"<section>" TERMS "</section>" CARD("B", TERMS) CARD("C", TERMS), "-|-|-|-|-"},
        /* one more line, so it is not a clone */
        {CARD("A", TERMS) CARD("A", TERMS "<p>x") CARD("C", TERMS), "-|-|-|-|-|-|-"},
        {CARD("A", TERMS "<p>x") CARD("A", TERMS "<p>y") CARD("C", TERMS), "-|-|-|-|-|-|-|-"},
    /* two sentences of each */
#define TWO TERMS "<div class=more><p>The boat runs six times a day until autumn.</div>"
        {CARD("A", TWO) CARD("B", TWO) CARD("C", TWO), "-|-|-|-|-|-|-|-|-"},
        {CARD("A", TWO) CARD("A", TWO) CARD("C", TWO), "-|-|-|-|repeated|repeated|-|-|-"},
        /* the sisters are of two kinds */
        {CARD("A", TERMS) CARD("C", "<p>x") "<section class=wide><b>B</b>" TERMS "</section>",
         "-|-|-|-|-|repeated"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct part_case one = {.html = CASES[i].html, .rules = CASES[i].rules};
        memcpy(one.scores, ALL, sizeof ALL);
        check_parts_of(*state, &NO_METADATA, 0, &one, 1);
    }
}

static void check_dump(struct arena *arena, const char *text, const char *rules) {
    struct block_page page = cut_dump(arena, text);
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), str_of(rules));
}

static void lines_of_dumps(void **state) {
    ARM((struct arena *)*state);
#define ALSO                                                                                       \
    "ayr\xC4\xB1"                                                                                  \
    "ca okuyun: "
    check_dump(*state, "The boat is back.\n\n" ALSO "feribot", "-|read also");
    check_dump(*state, "The boat is back.\n\nAYRICA okuyun", "-|read also"); /* in capitals */
    check_dump(*state, ALSO TEN TEN TEN "one two three four five six seven eight", "read also");
    check_dump(*state, ALSO TEN TEN TEN NINE, "-");
    check_dump(*state, FIFTY "one two three four five six seven eight TASS/Anna", "caption");
    check_dump(*state, FIFTY NINE "TASS/Anna", "-");
    check_dump(*state, "The boat is back, " ALSO "feribot", "-");
    struct block_page page = cut_html(*state, "<p>The boat is back.<p>" ALSO "feribot");
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("-|-"));
    page = cut_dump(*state, "The boat is back.\n\n" ALSO "feribot");
    selection = choose(&page, (float[]){0.9f, 0.1f}, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("-|-"));
}

static void read_also_lines_of_dumps(void **state) {
    static const char *const STARTS[] = {"ayrıca okuyun",     "ayrıca bakınız",
                                         "ilgili haber",      "czytaj również",
                                         "zobacz także",      "zobacz też",
                                         "zobacz również",    "przeczytaj także",
                                         "przeczytaj też",    "přečtěte si také",
                                         "čtěte také",        "čítajte aj",
                                         "prečítajte si",     "pročitajte i",
                                         "preberite tudi",    "citește și",
                                         "citeşte şi",        "vezi și",
                                         "olvassa el",        "ez is érdekelheti",
                                         "читайте по теме",   "читайте ещё",
                                         "читайте еще",       "смотрите также",
                                         "дивіться також",    "прочетете още",
                                         "διαβάστε επίσησ",   "διαβάστε ακόμα",
                                         "baca juga",         "xem thêm:",
                                         "đọc thêm:",         "延伸阅读",
                                         "延伸閱讀",          "推荐阅读",
                                         "相關新聞",          "lire également",
                                         "sur le même sujet", "le puede interesar",
                                         "lea más:",          "notícias relacionadas",
                                         "katso myös",        "læs mere:",
                                         "les mer:",          "lesen sie dazu",
                                         "siehe auch:",       "passend dazu:"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(STARTS); i++) {
        char text[100];
        snprintf(text, sizeof text, "The boat is back.\n\n%s feribot", STARTS[i]);
        check_dump(*state, text, "-|read also");
    }
}

static void banners_of_dumps(void **state) {
    static uint8_t roles[] = {METADATA_NONE, METADATA_HEADLINE, METADATA_NONE, METADATA_HEADLINE};
    static const struct metadata metadata = {.roles = roles, .lead_block = SIZE_MAX};
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, FIFTY TEN "\n\nThe head\n\nThe boat\n\nIt runs");
    struct selection selection = choose(&page, NULL, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("before the headline|headline|-|headline"));
    page = cut_dump(*state, FIFTY TEN "more\n\nThe head\n\nThe boat\n\nIt runs");
    selection = choose(&page, NULL, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("-|headline|-|headline"));
    page = cut_dump(*state, "A banner\n\nThe head\n\nThe boat\n\nIt runs");
    selection = choose(&page, (float[]){0.1f, 0.9f, 0.9f, 0.9f}, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("-|headline|-|headline"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(bounds_of_scores),
        ARENA_TEST(bounds_of_words),
        ARENA_TEST(captions_that_occur_twice),
        ARENA_TEST(copyright_signs),
        ARENA_TEST(joints_of_prompts),
        ARENA_TEST(text_below_prompts),
        ARENA_TEST(elements_with_comments),
        ARENA_TEST(many_elements_with_comments),
        ARENA_TEST(long_comments_below_an_article),
        ARENA_TEST(heads_of_posts),
        ARENA_TEST(code_beside_text),
        ARENA_TEST(tables_kept_in_part),
        ARENA_TEST(introductions_of_quotes),
        ARENA_TEST(runs_of_copies),
        ARENA_TEST(copies_in_cells),
        ARENA_TEST(copies_in_dumps),
        ARENA_TEST(copies_in_sisters),
        ARENA_TEST(lines_of_dumps),
        ARENA_TEST(banners_of_dumps),
        ARENA_TEST(read_also_lines_of_dumps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

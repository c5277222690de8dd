/*
 * The tree of the body beyond single lists and tables: rules between its pieces, quotes with titles
 * and sources, sections that other sections do not allow, embedded content by host.
 */
#include "render_page.h"

#include "render/embed.h"
#include "render/section_kind.h"

static void rules_separate_what_is_beside_them(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<hr><p>B", "A\n\n---\n\nB"},
        {"<p>A<p>B", "A\n\nB"},
        {"<p>A<hr><hr><p>B<p>C", "A\n\n---\n\nB\n\nC"},
        {"<hr><p>A<hr>", "A"},
        {"<p>A<p>DROP<hr><p>B", "A\n\n---\n\nB"},
        {"<p>A<div role=separator></div><p>B", "A\n\n---\n\nB"},
        {"<p>A<div role=presentation></div><p>B", "A\n\nB"},
        {"<p>A<p role=separator></p><p>B", "A\n\nB"},
        {"<p>A<div></div><p>B", "A\n\nB"},
        /* in wrappers of at most six nodes */
        {"<p>A<div><hr></div><p>B", "A\n\n---\n\nB"},
        {"<p>A<div><div> <hr> </div></div><p>B", "A\n\n---\n\nB"},
        {"<p>A<div><hr><hr><hr><hr><hr></div><p>B", "A\n\n---\n\nB"},
        {"<p>A<div><hr><hr><hr><hr><hr><hr></div><p>B", "A\n\nB"},
        {"<p>A<div><hr>DROP</div><p>B", "A\n\nB"},
        {"<p>A<div><hr><p></p></div><p>B", "A\n\nB"},
        /* or beside one of the two, but not in what was dropped between them */
        {"<div><p>A<hr></div><p>B", "A\n\n---\n\nB"},
        {"<p>A<div><hr><p>B</div>", "A\n\n---\n\nB"},
        {"<p>A<div><p>DROP<hr><p>DROP</div><p>B", "A\n\nB"},
        {"<ul><li>A<hr><li>B</ul>", "A\nB"},
        {"<p>Z<blockquote><p>A<hr><p>B</blockquote>", "Z\n\nA\n\n---\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void rules_and_pictures_and_notes(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<p><img src=1.png><hr><p>B", "A\n\n[Image]\n\n---\n\nB"},
        {"<p>A<hr><p><img src=1.png><p>B", "A\n\n---\n\n[Image]\n\nB"},
        {"<p>A<a href='#fn1'>1</a><hr><p id=fn1>Note", "A[1]\n\n[1] Note"},
        {"<p>A<a href='#fn1'>1</a><hr><p>B<p id=fn1>Note", "A[1]\n\n---\n\nB\n\n[1] Note"},
        {"<p>A<a href='#fn1'>1</a><p id=fn1>Note<hr><p>B", "A[1]\n\n---\n\nB\n\n[1] Note"},
        {"<p>A<a href='#fn1'>1</a><a href='#fn2'>2</a><p id=fn1>One<hr><p id=fn2>Two",
         "A[1][2]\n\n[1] One\n[2] Two"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void sources_belong_to_their_quotes(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<figure><blockquote>B</blockquote><figcaption>C</figcaption></figure>",
         "A\n\n> B\n>\n> C"},
        {"<p>A<figure><blockquote><p>B<ul><li>b</ul></blockquote><figcaption>C</figcaption></"
         "figure>",
         "A\n\n> B\n>\n> - b\n>\n> C"},
        {"<p>A<figure><blockquote>B</blockquote><p>C</p></figure>", "A\n\n> B\n\nC"},
        {"<p>A<figure><blockquote>B</blockquote></figure><figure><figcaption>C</figcaption></"
         "figure>",
         "A\n\n> B\n\nC"},
        {"<figure><figcaption>C</figcaption><blockquote>B</blockquote></figure><p>A",
         "C\n\n> B\n\nA"},
        {"<p>A<figure><p>B</p><figcaption>C</figcaption></figure>", "A\n\nB\n\nC"},
        {"<p>A<figure><blockquote><p>B<blockquote>b</blockquote></blockquote><figcaption>C"
         "</figcaption></figure>",
         "A\n\n> B\n>\n> > b\n\nC"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void callouts_have_titles(void **state) {
#define TIP(html) "<p>z<div class='admonition tip'>" html "</div>"
    static const struct render_case CASES[] = {
        {TIP("<p class=admonition-title>Mind the tide<p>a"), "z\n\n> [!tip] Mind the tide\n> a"},
        {TIP("<p>Tip<p>a"), "z\n\n> [!tip] Tip\n> a"},
        {TIP("<p>Mind<p>a"), "z\n\n> [!tip]\n> Mind\n>\n> a"},
        {TIP("<p>a<p>Tip"), "z\n\n> [!tip]\n> a\n>\n> Tip"},
        {TIP("<h4>Mind</h4><h4>a</h4>"), "z\n\n> [!tip] Mind\n>\n> #### a"},
        {TIP("<p>a<h4>Mind</h4>"), "z\n\n> [!tip]\n> a\n>\n> #### Mind"},
        {TIP("<p class=admonition-title><b><i><u>Mind</u></i></b><p>a"),
         "z\n\n> [!tip] ***Mind***\n> a"},
        {TIP("<p class=admonition-title>Mind</p>") TIP("<p class=admonition-title>Look<p>a"),
         "z\n\n> [!tip] Mind\n\nz\n\n> [!tip] Look\n> a"},
        {TIP("<div class=admonition-title><div><div><p>Mind</div></div></div><p>a"),
         "z\n\n> [!tip] Mind\n> a"},
        {TIP("<div class=admonition-title><div><div><div><p>Mind</div></div></div></div><p>a"),
         "z\n\n> [!tip]\n> Mind\n>\n> a"},
        /* marks as in Markdown */
        {"<p>z<blockquote><p>[!NOTE]</blockquote><p>a", "z\n\na"},
        {"<p>z<blockquote><p>DROP<p>[!NOTE] a</blockquote>", "z\n\n> [!note]\n> a"},
        {"<blockquote><p>[!NOTE] a</blockquote><p>z", "> [!note]\n> a\n\nz"},
        {"<p>z<blockquote><p>a<p>[!NOTE] b</blockquote>", "z\n\n> a\n>\n> \\[!NOTE\\] b"},
        {"<p>z<blockquote><p>NOTE] b</blockquote>", "z\n\n> NOTE\\] b"},
        {"<p>z<blockquote><p>[ NOTE] b</blockquote>", "z\n\n> \\[ NOTE\\] b"},
        {"<p>z<ul><li>[!NOTE] b</ul>", "z\n\n- \\[!NOTE\\] b"},
        {TIP("<p>[!NOTE] b"), "z\n\n> [!tip]\n> \\[!NOTE\\] b"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void kinds_of_elements(void **state) {
    static const struct render_case CASES[] = {
        {"<menu><li>A<li>B</menu>", "- A\n- B"},
        {"<listing>A</listing>", "```\nA\n```"},
        {"<xmp>A</xmp>", "```\nA\n```"},
        {"<p>z<blockquote class=postcontent>A</blockquote>", "z\n\nA"},
        {"<p>z<blockquote class=post>A</blockquote>", "z\n\n> A"},
        /* roles of <div> and <p> */
        {"<div role=list><div role=listitem>A</div><div role=listitem>B</div></div>", "- A\n- B"},
        {"<div role=list><p role=listitem>A<p role=listitem>B</div>", "- A\n- B"},
        {"<section role=list><div role=listitem>A</div></section>", "A"},
        {"<p role=heading>A", "## A"},
        {"<h3 role=list>A</h3>", "### A"},
        {"<div role=table><div role=row><div role=columnheader>A</div><div "
         "role=columnheader>B</div>"
         "</div><div role=row><div role=cell>1</div><div role=cell>2</div></div></div>",
         "| A | B |\n| --- | --- |\n| 1 | 2 |"},
        {"<div role=grid><div role=row><div role=gridcell>A</div><div role=gridcell>B</div></div>"
         "<div role=row><div role=rowheader>1</div><div role=gridcell>2</div></div></div>",
         "|  |  |\n| --- | --- |\n| A | B |\n| 1 | 2 |"},
        /* listings of <code> and <br> */
        {"<p><code>a<br>b</code>", "```\na\nb\n```"},
        {"<div><code>a<br>b</code></div>", "```\na\nb\n```"},
        {"<p><code>a b</code>", "`a b`"},
        {"<p><code>a<br>b</code> c", "`a b` c"},
        {"<p>c <code>a<br>b</code>", "c `a b`"},
        {"<p><b>a<br>b</b>", "**a\\\nb**"},
        {"<h2><code>a<br>b</code></h2>", "## `a b`"},
        {"<div><code>a<br>b</code><p>c</div>", "`a b`\n\nc"},
        {"<div><p>c</p><code>a<br>b</code></div>", "c\n\n`a b`"},
        {"<p>DROP<p><code>a<br>b</code><p>c", "```\na\nb\n```\n\nc"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void quotes_may_begin_with_a_picture_in_a_cell(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<blockquote><table><tr><td><img src=1.png><td>B<tr><td>C<td>D</table></blockquote>",
         "A\n\n[Image]\tB\nC\tD"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void lists_number_their_items(void **state) {
    static const struct render_case CASES[] = {
        {"<ol><li>a<div>DROP</div><li>b</ol>", "1. a\n2. b"},
        {"<ol><li>DROP<li>DROP<li>c<li value=9>DROP<li>e</ol>", "3. c\n10. e"},
        {"<ol><div><li>a</div><li>b</ol>", "1. a\n2. b"},
        {"<ol><div><li>a<li>DROP</div><div><li>c</div></ol>", "1. a\n3. c"},
        {"<ol><div>DROP<li>a<ol><li>b</ol></div><li>c</ol>", "1. a\n1. b\n2. c"},
        {"<ol><div><ol><li>DROP</ol></div><li>c</ol>", "1. c"},
        {"<ol reversed><div><li>a<li>b</div><li>c</ol>", "3. a\n2. b\n1. c"},
        {"<ol><div role=listitem>a</div><div role=listitem>b</div></ol>", "1. a\n2. b"},
        {"<ol><li>a<ol><li>b<li>c</ol><li>d</ol>", "1. a\n1. b\n2. c\n2. d"},
        {"<ol reversed><li>a<ul><li>x<li>y</ul><li>b</ol>", "2. a\nx\ny\n1. b"},
        {"<ol reversed><li>a<li>b</ol><li>c", "2. a\n1. b\n\nc"},
        {"<ol reversed start=2><li>a<li>b<li>c<li>d</ol>", "2. a\n1. b\n0. c\n0. d"},
        {"<ol start=983222783><li>a</ol>", "983222783. a"},
        {"<ol start=983222784><li>a</ol>", "1. a"},
        {"<ul reversed start=5><li>a<li>b</ul>", "a\nb"},
        {"<ul><li>a<li>b</ul>c<ul><li>d</ul>", "a\nb\n\nc\n\nd"},
        {"<ul><ul><li>a</ul></ul>", "a"},
        {"<ul><li><input type=checkbox><ul><li>a</ul></ul>", "a"},
        {"<ul><li><input type=checkbox>b<ul><li>a</ul></ul>", "\u2610 b\na"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void tables_have_rows_of_cells(void **state) {
#define ROW2(a, b) "<tr><td>" a "<td>" b
    static const struct render_case CASES[] = {
        {"<table>" ROW2("a", "b") ROW2("c", "d") "</table>", "a\tb\nc\td"},
        {"<table>" ROW2("a", "b") "</tr><p>x</p>" ROW2("c", "d") "</table>", "x\n\na\tb\nc\td"},
        {"<table>" ROW2("a", "b") "<caption>x</caption>" ROW2("c", "d") "</table>",
         "a\n\nb\n\nx\n\nc\n\nd"},
        {"<table><tr><td>a<tr><td>b<tr><td>c<td>d</table>", "a\n\nb\n\nc\n\nd"},
        {"<table><tr><td>a" ROW2("b", "c") "</table>", "a\nb\tc"},
        {"<table><tr><td>a<td>" ROW2("b", "c") "</table>", "a\nb\tc"},
        {"<table><tr><td>a<td><blockquote>b</blockquote>" ROW2("c", "d") "</table>", "a\tb\nc\td"},
        {"<table><tr><td>a<td><h2>b</h2>" ROW2("c", "d") "</table>", "a\n\nb\n\nc\n\nd"},
        {"<table><tr><td>a<td><pre>b</pre>" ROW2("c", "d") "</table>", "a\tb\nc\td"},
        {"<table><tr><td>a<td><table>" ROW2("1", "2") "</table>" ROW2("c", "d") "</table>",
         "a\n\n1\n\n2\n\nc\n\nd"},
        {"<table><tr><td>a<td><dl><dt>1<dd>2</dl>" ROW2("c", "d") "</table>", "a\t1 2\nc\td"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

/* Appends a table of two columns; the cells have `len` bytes, but the last one in the row at
 * `place` has `longest`. */
static void append_table(struct buffer *out, size_t n_rows, size_t len, size_t place,
                         size_t longest, const char *tag) {
    buffer_append(out, STR("<table>"));
    for (size_t i = 0; i < 2 * n_rows; i++) {
        size_t n = i == 2 * place + 1 ? longest : len;
        buffer_append(out, i % 2 == 0 ? STR("<tr><td>") : STR("<td>"));
        buffer_append(out, i == 0 ? str_of(tag) : STR(""));
        while (n-- > 0)
            buffer_append_byte(out, 'x');
        buffer_append(out, i == 0 && *tag ? STR("</pre>") : STR(""));
    }
    buffer_append(out, STR("</table>"));
}

static void cells_of_data_are_short(void **state) {
    static const struct {
        size_t n_rows, len, place, longest;
        const char *tag; /* of the first cell's content */
        bool is_data;
    } CASES[] = {
        {2, 200, 0, 200, "", true},      {2, 200, 0, 201, "", false},
        {2, 200, 1, 201, "", false},     {9, 20, 0, 1000, "", true},
        {9, 20, 0, 1001, "", false},     {9, 20, 4, 1001, "", false},
        {9, 20, 8, 1001, "", false},     {9, 20, 0, 200, "<pre>", true},
        {9, 20, 0, 201, "<pre>", false}, {9, 20, 8, 201, "<pre>", false},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer html;
        buffer_init(&html, arena);
        append_table(&html, CASES[i].n_rows, CASES[i].len, CASES[i].place, CASES[i].longest,
                     CASES[i].tag);
        struct str text = render_page(arena, buffer_str(&html), render_text, 0);
        if (str_has_byte(text, '\t') != CASES[i].is_data)
            fail_msg("case %zu", i);
    }
}

static void only_quotes_are_callouts(void **state) {
    static const struct render_case CASES[] = {
        {"<p>z<div class='admonition tip'>Tip<p>a</div>",
         "<p>z</p>\n<blockquote>\n<p><strong>Tip</strong></p>\n<p>a</p>\n</blockquote>\n"},
        {"<ul><li class='admonition tip'>Tip<li>a</ul>", "<ul>\n<li>Tip</li>\n<li>a</li>\n</ul>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

static void columns_without_text_count(void **state) {
    static const struct render_case CASES[] = {
        {"<table>" ROW2("a", "b") "<td>DROP" ROW2("c", "d") "<td>DROP</table>",
         "|  |  |  |\n| --- | --- | --- |\n| a | b |\n| c | d |"},
        {"<table><tr><th>a<th>b<th>DROP" ROW2("c", "d") "<td>DROP</table>",
         "| a | b |  |\n| --- | --- | --- |\n| c | d |"},
        {"<table>" ROW2("a", "b") ROW2("c", "d") "<td>DROP<td>DROP</table>",
         "|  |  |  |  |\n| --- | --- | --- | --- |\n| a | b |\n| c | d |"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

/* ---- embedded content ---- */

static void hosts_of_frames(void **state) {
    static const struct {
        const char *src, *kind, *url;
    } CASES[] = {
        {"youtube.com/embed/a", "Video", "https://www.youtube.com/watch?v=a"},
        {"youtube-nocookie.com/embed/a", "Video", "https://www.youtube.com/watch?v=a"},
        {"player.vimeo.com/video/1?x", "Video", "https://vimeo.com/1"},
        {"dailymotion.com/embed/video/a", "Video", "https://www.dailymotion.com/video/a"},
        {"player.twitch.tv/?a", "Video", "https://player.twitch.tv/?a"},
        {"loom.com/embed/a", "Video", "https://www.loom.com/share/a"},
        {"platform.twitter.com/embed/a", "Post", "https://platform.twitter.com/embed/a"},
        {"facebook.com/plugins/video.php", "Video", "https://facebook.com/plugins/video.php"},
        {"facebook.com/plugins/post.php", "Post", "https://facebook.com/plugins/post.php"},
        {"open.spotify.com/embed/track/a", "Audio", "https://open.spotify.com/track/a"},
        {"openstreetmap.org/a", "Map", "https://openstreetmap.org/a"},
        {"codepen.io/a", "Example", "https://codepen.io/a"},
        {"docs.google.com/a", "Document", "https://docs.google.com/a"},
        {"player.bilibili.com/a", "Video", "https://player.bilibili.com/a"},
        {"fast.wistia.net/embed/a", "Video", "https://fast.wistia.net/embed/a"},
        {"www.ted.com/a", "Video", "https://www.ted.com/a"},
        {"embed.ted.com/a", "Video", "https://embed.ted.com/a"},
        {"instagram.com/p/a", "Post", "https://instagram.com/p/a"},
        {"instagram.com/reel/a", "Post", "https://instagram.com/reel/a"},
        {"tiktok.com/embed/a", "Video", "https://tiktok.com/embed/a"},
        {"embed.reddit.com/a", "Post", "https://embed.reddit.com/a"},
        {"embed.bsky.app/a", "Post", "https://embed.bsky.app/a"},
        {"google.com/maps/a", "Map", "https://google.com/maps/a"},
        {"maps.google.com/a", "Map", "https://maps.google.com/a"},
        {"w.soundcloud.com/player/?a", "Audio", "https://w.soundcloud.com/player/?a"},
        {"bandcamp.com/EmbeddedPlayer/a", "Audio", "https://bandcamp.com/EmbeddedPlayer/a"},
        {"embed.podcasts.apple.com/a", "Audio", "https://embed.podcasts.apple.com/a"},
        {"codesandbox.io/embed/a", "Example", "https://codesandbox.io/embed/a"},
        {"slideshare.net/slideshow/embed/a", "Document",
         "https://slideshare.net/slideshow/embed/a"},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer html;
        struct dom dom;
        struct embed embed;
        buffer_init(&html, arena);
        buffer_append(&html, STR("<iframe src='https://"));
        buffer_append(&html, str_of(CASES[i].src));
        buffer_append(&html, STR("'></iframe>"));
        dom_parse_plain(arena, buffer_str(&html), &dom);
        uint32_t frame = 0;
        while (dom.nodes[frame].kind != DOM_ELEMENT || dom.nodes[frame].tag != DOM_IFRAME)
            frame++;
        assert_true(embed_read(arena, &dom, frame, &embed));
        assert_str(embed.kind, str_of(CASES[i].kind));
        assert_str(embed.url, str_of(CASES[i].url));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(rules_separate_what_is_beside_them),
        ARENA_TEST(rules_and_pictures_and_notes),
        ARENA_TEST(sources_belong_to_their_quotes),
        ARENA_TEST(callouts_have_titles),
        ARENA_TEST(kinds_of_elements),
        ARENA_TEST(quotes_may_begin_with_a_picture_in_a_cell),
        ARENA_TEST(lists_number_their_items),
        ARENA_TEST(tables_have_rows_of_cells),
        ARENA_TEST(cells_of_data_are_short),
        ARENA_TEST(only_quotes_are_callouts),
        ARENA_TEST(columns_without_text_count),
        ARENA_TEST(hosts_of_frames),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

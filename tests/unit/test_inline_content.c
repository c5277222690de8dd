/*
 * What inline elements are to the text around them: left out of it, a label, a note, an image that
 * stands for a character, a line of its own; and the quotation marks and spaces that style sheets
 * would add.
 */
#include "cut_page.h"

#include "page/inline_content.h"

static const char *const KIND_NAMES[] = {[INLINE_LINK] = "link",
                                         [INLINE_STRONG] = "strong",
                                         [INLINE_EM] = "em",
                                         [INLINE_DELETED] = "deleted",
                                         [INLINE_INSERTED] = "inserted",
                                         [INLINE_HIGHLIGHT] = "highlight",
                                         [INLINE_SUPERSCRIPT] = "super",
                                         [INLINE_SUBSCRIPT] = "sub",
                                         [INLINE_KEY] = "key",
                                         [INLINE_SAMPLE] = "sample",
                                         [INLINE_VARIABLE] = "variable",
                                         [INLINE_CODE] = "code",
                                         [INLINE_NOTE_REF] = "note",
                                         [INLINE_FORMULA] = "formula",
                                         [INLINE_LEFT_OUT] = "out",
                                         [INLINE_LABEL] = "label"};

/* The texts of the blocks, separated by '|', each followed by its marks but links: " out=..". */
static struct str described(const struct block_page *page) {
    struct buffer out;
    buffer_init(&out, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        const struct block *block = &page->blocks[i];
        if (i)
            buffer_append_byte(&out, '|');
        buffer_append(&out, block->text);
        for (uint32_t k = block->first_mark; k < block->first_mark + block->n_marks; k++) {
            const struct block_mark *mark = &page->marks[k];
            if (mark->kind == INLINE_LINK)
                continue;
            buffer_append_byte(&out, ' ');
            buffer_append(&out, str_of(KIND_NAMES[mark->kind]));
            buffer_append_byte(&out, '=');
            buffer_append(&out, str_between(block->text, mark->start, mark->end));
        }
    }
    return buffer_str(&out);
}

/* Pages, and their text with its marks. */
static void check(void **state, const char *const (*cases)[2], size_t n) {
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < n; i++) {
        struct block_page page = cut_html(*state, cases[i][0]);
        struct str got = described(&page);
        if (str_equals(got, str_of(cases[i][1])))
            continue;
        print_message("%s: \"%.*s\", not \"%s\"\n", cases[i][0], (int)got.len, got.at, cases[i][1]);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK(cases) check(state, cases, N_OF(cases))

static void tags_and_styles_give_a_meaning(void **state) {
    static const char *const CASES[][2] = {
        {"<p>a <b>b</b> <strong>c</strong>", "a b c strong=b strong=c"},
        {"<p>a <i>b</i> <em>c</em>", "a b c em=b em=c"},
        {"<p>a <del>b</del> <s>c</s> <strike>d</strike>", "a b c d deleted=b deleted=c deleted=d"},
        {"<p>a <ins>b</ins> <mark>c</mark>", "a b c inserted=b highlight=c"},
        {"<p>a <sup>b</sup> <sub>c</sub>", "a b c super=b sub=c"},
        {"<p>a <kbd>b</kbd> <samp>c</samp> <var>d</var>", "a b c d key=b sample=c variable=d"},
        {"<p>a <code>b</code> <tt>c</tt>", "a b c code=b code=c"},
        {"<p>a <span>b</span>", "a b"},
        {"<p>a <span style='font-weight:bold'>b</span>", "a b strong=b"},
        {"<p>a <span style='font-style:italic'>b</span>", "a b em=b"},
        {"<p>a <span style='font-style:italic;font-weight:bold'>b</span>", "a b strong=b em=b"},
        {"<p>a <span style='vertical-align:super;font-weight:bold'>b</span>",
         "a b super=b strong=b"},
        {"<p>a <span style='vertical-align:super;font-weight:bold;font-style:italic'>b</span>",
         "a b super=b strong=b"}, /* two at most */
        {"<p>a <b style='font-weight:normal'>b</b>", "a b"},
        {"<p>a <b style='font-style:normal'>b</b>", "a b strong=b"},
        {"<p>a <i style='font-style:normal'>b</i>", "a b"},
        {"<p>a <i style='font-weight:normal'>b</i>", "a b em=b"},
        {"<p>a <b style='font-weight:bold'>b</b>", "a b strong=b"},
        {"<p>a <b style='font-style:italic'>b</b>", "a b strong=b em=b"},
        {"<p>a <b style='font-weight:400;font-style:italic'>b</b>", "a b em=b"},
        {"<p>a <sup style='font-weight:bold'>b</sup>", "a b super=b"},
        {"<p>a <b style=color:red>b</b>", "a b strong=b"},
    };
    CHECK(CASES);
}

#define OPEN "\xE2\x80\x9C"
#define CLOSE "\xE2\x80\x9D"

static void quotes_get_marks(void **state) {
    static const char *const CASES[][2] = {
        {"<p>x <q>a</q> y", "x " OPEN "a" CLOSE " y"},
        {"<p>x <q>a </q>y", "x " OPEN "a" CLOSE " y"},
        {"<p>x <q></q>y", "x y"},
        {"<p><q>a <q>b</q> c</q> <q>d</q>", OPEN "a \xE2\x80\x98"
                                                 "b\xE2\x80\x99 c" CLOSE " " OPEN "d" CLOSE},
        {"<p><q>a <q>b <q>c</q></q></q>", OPEN "a \xE2\x80\x98"
                                               "b " OPEN "c" CLOSE "\xE2\x80\x99" CLOSE},
        {"<p><q><b>a</b></q>", OPEN "a" CLOSE " strong=a"},
        /* if its text has them, they are not added */
        {"<p><q>\"a\"</q>", "\"a\""},
        {"<p><q>'a'</q>", "'a'"},
        {"<p><q>\n 'a'</q>", "'a'"},
        {"<p><q>\xC2\xAB"
         "a\xC2\xBB</q>",
         "\xC2\xAB"
         "a\xC2\xBB"},
        {"<p><q>\xE2\x80\x98"
         "a</q>",
         "\xE2\x80\x98"
         "a"},
        {"<p><q>\xE2\x80\x9A"
         "a</q>",
         "\xE2\x80\x9A"
         "a"},
        {"<p><q>" OPEN "a</q>", OPEN "a"},
        {"<p><q>\xE2\x80\x9E"
         "a</q>",
         "\xE2\x80\x9E"
         "a"},
        {"<p><q>\xE2\x80\xB9"
         "a</q>",
         "\xE2\x80\xB9"
         "a"},
        {"<p><q>&quot;a&quot;</q>", "\"a\""},
        {"<p><q>&ldquo;a&rdquo;</q>", OPEN "a" CLOSE},
        {"<p><q>&rdquo;a</q>", OPEN CLOSE "a" CLOSE},
    };
    CHECK(CASES);
}

#define BACK_TO(text) "<p>Note <a href=#r>" text "</a>"

static void links_that_lead_back_or_here_are_left_out(void **state) {
    static const char *const CASES[][2] = {
        {"<h2>Boats <a href=#b>#</a></h2>", "Boats # out=#"},
        {"<h2>Boats <a href=/a#b>#</a></h2>", "Boats # out=#"},
        {"<h2>Boats <a href=/b>#</a></h2>", "Boats #"},
        {"<h2>Boats <a href=#b>Permalink</a></h2>", "Boats Permalink out=Permalink"},
        {"<h2>Boats <a href=#b>\xC2\xA7</a></h2>", "Boats \xC2\xA7 out=\xC2\xA7"},
        {"<h2>Boats <a href=#b>link to this section</a></h2>",
         "Boats link to this section out=link to this section"},
        {"<h2>Boats <a href=#b>\xF0\x9F\x94\x97</a></h2>",
         "Boats \xF0\x9F\x94\x97 out=\xF0\x9F\x94\x97"},
        {"<h2>Boats <a href=#b>\xE2\x9A\x93</a></h2>", "Boats \xE2\x9A\x93 out=\xE2\x9A\x93"},
        {"<h2>Boats <a href=#b>\xE2\x88\x9E</a></h2>", "Boats \xE2\x88\x9E out=\xE2\x88\x9E"},
        {"<h2>Boats <a href=#b>link</a></h2>", "Boats link out=link"},
        {"<h2>Boats <a href=#b>anchor</a></h2>", "Boats anchor out=anchor"},
        {"<h2>Boats <a href=#b>Direct link</a></h2>", "Boats Direct link out=Direct link"},
        {"<h2>Boats <a href=#b>Copy link</a></h2>", "Boats Copy link out=Copy link"},
        {"<h2>Boats <a href=#b>Link to this heading</a></h2>",
         "Boats Link to this heading out=Link to this heading"},
        /* a heading that says nothing else */
        {"<h2><a href=#link>Link</a></h2>", "Link"},
        {"<h2> <b><a href=#a><code>Anchor</code></a></b> </h2>",
         "Anchor code=Anchor strong=Anchor"},
        {"<h2><a href=#link>Link</a> <a href=#link>#</a></h2>", "Link # out=#"},
        {"<h2><a href=#a>#</a></h2>", ""},
        {"<h2><a href=#a>Copy link</a></h2>", ""},
        {"<h2><a href=#b>link</a> Boats</h2>", "link Boats out=link"},
        {"<h2>Boats <a href=#b>ships</a></h2>", "Boats ships"},
        {"<h2>Boats<a href=#b></a></h2>", "Boats"},
        {"<h2>Boats <span>#</span></h2>", "Boats #"},
        {"<h2>Boats <a href=#b><i><i><i><i><i><i>#</i></i></i></i></i></i></a></h2>",
         "Boats # em=# em=# em=# em=# em=# em=# out=#"},
        {"<h2>Boats <a href=#b><i><i><i><i><i><i><i>#</i></i></i></i></i></i></i></a></h2>",
         "Boats # em=# em=# em=# em=# em=# em=# em=#"},
        /* in a paragraph, only the sign for paragraphs, or by its class */
        {"<p>Boats <a href=#b>#</a>", "Boats #"},
        {"<p>Boats <a href=#b>\xC2\xB6</a>", "Boats \xC2\xB6 out=\xC2\xB6"},
        {"<p>Boats <a href=#b class=headerlink>#</a>", "Boats # out=#"},
        {"<p>Boats <a href=#b class=headerlink>ships</a>", "Boats ships"},
        {"<p>Boats <a class=headerlink>#</a>", "Boats #"},
        /* arrows */
        {BACK_TO("\xE2\x86\xA9"), "Note \xE2\x86\xA9 out=\xE2\x86\xA9"},
        {BACK_TO("\xE2\x86\xAA"), "Note \xE2\x86\xAA out=\xE2\x86\xAA"},
        {BACK_TO("\xE2\x86\x91"), "Note \xE2\x86\x91 out=\xE2\x86\x91"},
        {BACK_TO("\xE2\xA4\xB4"), "Note \xE2\xA4\xB4 out=\xE2\xA4\xB4"},
        {BACK_TO("\xE2\x86\xB5"), "Note \xE2\x86\xB5 out=\xE2\x86\xB5"},
        {BACK_TO("\xE2\x8F\x8E"), "Note \xE2\x8F\x8E out=\xE2\x8F\x8E"},
        {BACK_TO("\xE2\xAC\x86"), "Note \xE2\xAC\x86 out=\xE2\xAC\x86"},
        {BACK_TO("\xE2\x87\x91"), "Note \xE2\x87\x91 out=\xE2\x87\x91"},
        {BACK_TO("\xF0\x9F\x94\x99"), "Note \xF0\x9F\x94\x99 out=\xF0\x9F\x94\x99"},
        {BACK_TO("\xE2\xAE\xA5"), "Note \xE2\xAE\xA5 out=\xE2\xAE\xA5"},
        {BACK_TO("\xE2\x86\xA5"), "Note \xE2\x86\xA5 out=\xE2\x86\xA5"},
        {BACK_TO("\xE2\xAE\xAD"), "Note \xE2\xAE\xAD out=\xE2\xAE\xAD"},
        {BACK_TO("^"), "Note ^ out=^"},
        {BACK_TO("^^"), "Note ^^ out=^^"},
        {BACK_TO("\xE2\x86\xA9\xEF\xB8\x8E"),
         "Note \xE2\x86\xA9\xEF\xB8\x8E out=\xE2\x86\xA9\xEF\xB8\x8E"},
        {BACK_TO("\xE2\x86\xA9\xEF\xB8\x8F"),
         "Note \xE2\x86\xA9\xEF\xB8\x8F out=\xE2\x86\xA9\xEF\xB8\x8F"},
        {BACK_TO("^ back"), "Note ^ back"},
        {BACK_TO("\xE2\x86\x92"), "Note \xE2\x86\x92"}, /* to the right */
        {"<p>Note<a href=#r></a>", "Note"},
        {"<p>Note <a href=/r>^</a>", "Note ^"},
        {"<p>Note <b>^</b>", "Note ^ strong=^"},
    };
    CHECK(CASES);
}

static void icons_and_labels_are_left_out(void **state) {
    static const char *const CASES[][2] = {
        {"<p>a <i aria-hidden=true>arrow_forward</i>",
         "a arrow_forward out=arrow_forward em=arrow_forward"},
        {"<p>a <span aria-hidden=true>arrow_forward</span>", "a arrow_forward out=arrow_forward"},
        {"<p>a <span aria-hidden=true class=my-icon>menu</span>", "a menu out=menu"},
        {"<p>a <span aria-hidden=true>menu</span>", "a menu"},
        {"<p>a <span aria-hidden=true class=my-icon>go home</span>", "a go home"},
        {"<p>a <span aria-hidden=false>arrow_forward</span>", "a arrow_forward"},
        {"<p>a <span>arrow_forward</span>", "a arrow_forward"},
        {"<p>a <b aria-hidden=true>arrow_forward</b>", "a arrow_forward strong=arrow_forward"},
        {"<p>a <span class=material-icons>home</span>", "a home out=home"},
        {"<p>a <span class=material-icons>10k</span>", "a 10k out=10k"},
        {"<p>a <span class=material-icons>go home</span>", "a go home"},
        {"<p>a <span class=mw-editsection>[edit]</span>", "a [edit] out=[edit]"},
        {"<p>a <span class=show-for-sr>for readers</span>", "a for readers label=for readers"},
        {"<p>a <span class=show-for-sr>/</span>", "a /"},
        {"<p>a <span class=show-for-sr>+</span>", "a +"},
        {"<p>a <span class=show-for-sr>-</span>", "a - label=-"},
        {"<p>a <span class=show-for-sr>//</span>", "a // label=//"},
        {"<p>a<div class=show-for-sr>for readers</div>", "a|for readers"},
        /* a block with nothing but labels consists of them */
        {"<p><span class=show-for-sr>for readers</span>", "for readers"},
        {"<p><span class=show-for-sr>for</span> <b class=show-for-sr>readers</b>",
         "for readers strong=readers"},
        {"<p><span class=mw-editsection>[edit]</span>", ""},
        {"<p><span class=mw-editsection>[edit]</span> <span class=show-for-sr>for</span>", ""},
        {"<p>a <span class=mw-editsection>[edit]</span> b", "a [edit] b out=[edit]"},
        {"<p><span class=mw-editsection>[edit]</span> b", "[edit] b out=[edit]"},
    };
    CHECK(CASES);
}

#define IMAGE(alt) "<p>a <img alt='" alt "'> b"

static void images_stand_for_characters(void **state) {
    static const char *const CASES[][2] = {
        {IMAGE("\xF0\x9F\x98\x80"), "a \xF0\x9F\x98\x80 b"},
        {IMAGE(" \xF0\x9F\x98\x80 "), "a \xF0\x9F\x98\x80 b"},
        {IMAGE("\xC2\xA9"), "a \xC2\xA9 b"},
        {IMAGE("\xC2\xAE"), "a \xC2\xAE b"},
        {IMAGE("\xC2\xA8"), "a b"},
        {IMAGE("\xC2\xAA"), "a b"},
        {IMAGE("\xE2\x86\x90"), "a \xE2\x86\x90 b"},         /* U+2190 */
        {IMAGE("\xE2\x86\x8F"), "a b"},                      /* U+218F */
        {IMAGE("\xE2\xAF\xBF"), "a \xE2\xAF\xBF b"},         /* U+2BFF */
        {IMAGE("\xE2\xB0\x80"), "a b"},                      /* U+2C00 */
        {IMAGE("\xF0\x9F\x80\x80"), "a \xF0\x9F\x80\x80 b"}, /* U+1F000 */
        {IMAGE("\xF0\x9E\xBF\xBF"), "a b"},                  /* U+1EFFF */
        {IMAGE("\xF0\x9F\xAB\xBF"), "a \xF0\x9F\xAB\xBF b"}, /* U+1FAFF */
        {IMAGE("\xF0\x9F\xAC\x80"), "a b"},                  /* U+1FB00 */
        {IMAGE("\xE3\x80\xB0"), "a \xE3\x80\xB0 b"},         /* U+3030 */
        {IMAGE("\xE3\x80\xBD"), "a \xE3\x80\xBD b"},         /* U+303D */
        {IMAGE("\xE3\x80\xB1"), "a b"},                      /* U+3031 */
        {IMAGE("\xE2\x9D\xA4\xEF\xB8\x8F"), "a \xE2\x9D\xA4\xEF\xB8\x8F b"},
        {IMAGE("\xF0\x9F\x98\x80 x"), "a b"},
        {IMAGE("x"), "a b"},
        {IMAGE(""), "a b"},
#define SIX                                                                                        \
    "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98" \
    "\x80"
        {IMAGE(SIX SIX), "a " SIX SIX " b"},
        {IMAGE(SIX SIX "\xF0\x9F\x98\x80"), "a b"},
        /* the first letter of a paragraph */
        {"<p><img class=dropcap alt=T>he boat", "The boat"},
        {"<p><img class=dropcap alt=abcd>he boat", "abcdhe boat"},
        {"<p><img class=dropcap alt=abcde>he boat", "he boat"},
        {"<p><img alt=T>he boat", "he boat"},
        {"<div><div class=dropcap>T</div>he boat</div>", "The boat"},
        {"<div><div class=dropcap>12345678</div>he boat</div>", "12345678he boat"},
        {"<div><div class=dropcap>123456789</div>he boat</div>", "123456789|he boat"},
        {"<div><div class=dropcap></div>he boat</div>", "he boat"},
        {"<div><div>T</div>he boat</div>", "T|he boat"},
    };
    CHECK(CASES);
}

static void side_notes_follow_their_block(void **state) {
    static const char *const CASES[][2] = {
        {"<p>a<span class=sidenote>b</span> c", "a[1] c note=[1]|b"},
        {"<p>a<span class=sidenote>b</span> c<span class=sidenote>d</span>",
         "a[1] c[2] note=[1] note=[2]|b|d"},
        {"<p>a1<span class=sidenote>b</span> c", "a1 c note=1|b"},
        {"<p>a*<span class=sidenote>b</span> c", "a* c note=*|b"},
        /* digits are a mark if they are the next number, or an element */
        {"<p>a2<span class=sidenote>b</span> c", "a2[1] c note=[1]|b"},
        {"<p>a1<span class=sidenote>b</span> c2<span class=sidenote>d</span>",
         "a1 c2 note=1 note=2|b|d"},
        {"<p>a<span class=sidenote>b</span> c2<span class=sidenote>d</span>",
         "a[1] c2[2] note=[1] note=[2]|b|d"},
        {"<p>a0<span class=sidenote>b</span> c", "a0[1] c note=[1]|b"},
        {"<p>a-1<span class=sidenote>b</span>", "a-1[1] note=[1]|b"},
        {"<p>a 2.1<span class=sidenote>b</span>", "a 2.1[1] note=[1]|b"},
        {"<p>a.1<span class=sidenote>b</span>", "a.1 note=1|b"},
        {"<p>a<sup>7</sup><span class=sidenote>b</span>", "a7 super=7 note=7|b"},
        {"<p>a 2.<sup>7</sup><span class=sidenote>b</span>", "a 2.7 super=7 note=7|b"},
        {"<p>a<sub>7</sub><span class=sidenote>b</span>", "a7[1] sub=7 note=[1]|b"},
        {"<p>a <b>MP3</b><span class=sidenote>b</span>", "a MP3[1] strong=MP3 note=[1]|b"},
        {"<p>a<d-footnote>b</d-footnote> c", "a[1] c note=[1]|b"},
        {"<p><span class=sidenote>b</span> c", "b c"}, /* nothing to refer from */
        {"<div>a<div class=sidenote>b</div> c</div>", "a|b|c"},
        {"<p>a<span class=sidenote>b<span class=sidenote>d</span></span> c", "a[1] c note=[1]|bd"},
        {"<pre>a<span class=sidenote>b</span></pre>", "ab"},
        /* the number that a note repeats is left out of it */
        {"<p>a<span class=sidenote><span class=sidenote-number>1</span> b</span>",
         "a[1] note=[1]|1 b out=1"},
        {"<p>a <span class=sidenote-number>1</span> b", "a 1 b"},
        {"<p>a <label class=margin-toggle>x</label> b", "a x b out=x"},
        {"<p>a<span class=sidenote>b</span><p>c<span class=sidenote>d</span>",
         "a[1] note=[1]|b|c[2] note=[2]|d"},
    };
    CHECK(CASES);
}

static void marks_of_notes(void **state) {
    static const struct {
        const char *text;
        size_t start, number;
    } CASES[] = {
        {"word1", 4, 1},  {"word12", 4, 12}, {"word123", 4, 123}, {"word1234", 8, 0},
        {"word*", 4, 0},  {"word**", 5, 0},  {"word 1", 6, 0},    {"word\n1", 6, 0},
        {"word *", 6, 0}, {"word", 4, 0},    {"1", 1, 0},         {"*", 1, 0},
        {"", 0, 0},       {"w1", 1, 1},      {"word.7", 5, 7},    {"word*1", 5, 1},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        size_t number, start = inline_note_mark_start(str_of(CASES[i].text), &number);
        if (start != CASES[i].start || number != CASES[i].number)
            fail_msg("%s: %zu, %zu", CASES[i].text, start, number);
    }
}

#define QUOTE(inside) "<blockquote>" inside "</blockquote>"

static void sources_of_quotes_are_lines(void **state) {
    static const char *const CASES[][2] = {
        {QUOTE("<cite>Ann wrote:</cite>It is."), "Ann wrote:\nIt is."},
        {QUOTE("<div><cite>Ann wrote:</cite>It is.</div>"), "Ann wrote:\nIt is."},
        {QUOTE("<cite>Ann wrote: <b></b></cite>It is."), "Ann wrote:\nIt is."},
        {QUOTE("<cite>Ann wrote: </cite>It is."), "Ann wrote:\nIt is."},
        /* separated already, after the text, not in a quote */
        {QUOTE("<cite>Ann wrote:</cite> It is."), "Ann wrote: It is."},
        {QUOTE("<cite>Ann wrote:</cite><b>It</b> is."), "Ann wrote:It is. strong=It"},
        {QUOTE("So <cite>Ann wrote:</cite>It is."), "So Ann wrote:It is."},
        {QUOTE("It is. <cite>Ann</cite>"), "It is. Ann"},
        {QUOTE("<cite>Ann</cite>"), "Ann"},
        {QUOTE("<cite>Ann</cite>") "It is.", "Ann|It is."},
        {QUOTE("<b>Ann wrote:</b>It is."), "Ann wrote:It is. strong=Ann wrote:"},
        {QUOTE("<p><cite>Ann wrote:</cite>It is."), "Ann wrote:It is."},
        {"<div><cite>Ann wrote:</cite>It is.</div>", "Ann wrote:It is."},
        {"<section><div><cite>Ann wrote:</cite>It is.</div></section>", "Ann wrote:It is."},
    };
    CHECK(CASES);
}

static void what_style_sheets_separate(void **state) {
    static const char *const CASES[][2] = {
        {"<p><label>a</label><label>b</label>", "a b"},
        {"<p><label>a</label><input><label>b</label>", "a b"},
        {"<p><label>a</label><input><input><label>b</label>", "ab"},
        {"<p><label>a</label>b", "ab"},
        {"<p><label>a</label><b>b</b>", "ab strong=b"},
        {"<p><span>a</span><label>b</label>", "ab"},
        {"<p><i><label>a</label></i><label>b</label>", "ab em=a"},
        {"<p><i><label>a</label><input></i><label>b</label>", "ab em=a"},
        {"<p><label>a</label> <label>b</label>", "a b"},
        {"<p><label>a</label>\n<label>b</label>", "a b"},
        {"<p><span class=eqno>a</span>b", "a b"},
        {"<p><span class=eqno>a</span> b", "a b"},
        {"<p><span class=eqno>a</span><br>b", "a\nb"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(tags_and_styles_give_a_meaning),
        ARENA_TEST(quotes_get_marks),
        ARENA_TEST(links_that_lead_back_or_here_are_left_out),
        ARENA_TEST(icons_and_labels_are_left_out),
        ARENA_TEST(images_stand_for_characters),
        ARENA_TEST(side_notes_follow_their_block),
        cmocka_unit_test(marks_of_notes),
        ARENA_TEST(sources_of_quotes_are_lines),
        ARENA_TEST(what_style_sheets_separate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

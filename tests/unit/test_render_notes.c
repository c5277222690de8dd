/*
 * note.c and note_loose.c: which marks refer to notes, which notes there are and in which order,
 * and what is left out of the text because of them. The text shows references as "[1]", and notes
 * at its end.
 */
#include "render_page.h"

#define FN(n, text) "<li id=fn" #n ">" text "</li>"

static void links_with_labels_are_references(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Boat<a href='#fn1'>1</a>.<ol>" FN(1, "Note") "</ol>", "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>*</a>.<ol>" FN(1, "Note") "</ol>", "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>note</a>.<ol>" FN(1, "Note") "</ol>", "Boatnote.\n\n1. Note"},
        {"<p>Boat<a href='#fn2'>1</a>.<ol>" FN(1, "Note") "</ol>", "Boat1.\n\n1. Note"},
        {"<p>Boat<a href='fn1'>1</a>.<ol>" FN(1, "Note") "</ol>", "Boat1.\n\n1. Note"},
        {"<p>Boat<a>1</a>.<ol>" FN(1, "Note") "</ol>", "Boat1.\n\n1. Note"},
        {"<p>Boat<b>1</b>.<ol>" FN(1, "Note") "</ol>", "Boat1.\n\n1. Note"},
        {"<p>DROP<a href='#fn1'>1</a>.<ol>" FN(1, "Note") "</ol>", "1. Note"},
        {"<pre>Boat<a href='#fn1'>1</a>.</pre><ol>" FN(1, "Note") "</ol>", "Boat1.\n\n1. Note"},
        {"<p>Boat<a href='#fn1'>1</a><a href='#fn2'>2</a>.<ol>" FN(1, "One") FN(2, "Two") "</ol>",
         "Boat[1][2].\n\n[1] One\n[2] Two"},
        {"<p>Boat<a href='#fn1'>1</a>.<p>Sail<a href='#fn1'>1</a>.<ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\nSail[1].\n\n[1] Note"},
        {"<p>Boat.", "Boat."},
        {"", ""},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void references_include_what_surrounds_their_label(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Boat[<a href='#fn1'>1</a>].<ol>" FN(1, "Note") "</ol>", "Boat[1].\n\n[1] Note"},
        {"<p>Boat(<a href='#fn1'>1</a>).<ol>" FN(1, "Note") "</ol>", "Boat[1].\n\n[1] Note"},
        {"<p>Boat[<a href='#fn1'>1</a>).<ol>" FN(1, "Note") "</ol>", "Boat[[1]).\n\n[1] Note"},
        {"<p>Boat(<a href='#fn1'>1</a>].<ol>" FN(1, "Note") "</ol>", "Boat([1]].\n\n[1] Note"},
        {"<p>Boat (<a href='#fn1'>1</a>, a).<ol>" FN(1, "Note") "</ol>",
         "Boat ([1], a).\n\n[1] Note"},
        {"<p><a href='#fn1'>1</a>] boat.<ol>" FN(1, "Note") "</ol>", "[1]] boat.\n\n[1] Note"},
        {"<p>Boat [<a href='#fn1'>1</a><ol>" FN(1, "Note") "</ol>", "Boat [[1]\n\n[1] Note"},
        {"<p>Boat[<a href='#fn1'>1</a>]<ol>" FN(1, "Note") "</ol>", "Boat[1]\n\n[1] Note"},
        {"<p>[<a href='#fn1'>1</a>] boat<ol>" FN(1, "Note") "</ol>", "[1] boat\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'> 1 </a>sail.<ol>" FN(1, "Note") "</ol>",
         "Boat [1] sail.\n\n[1] Note"},
        /* a superscript around it */
        {"<p>Boat<sup>[<a href='#fn1'>1</a>]</sup>.<ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\n[1] Note"},
        {"<p>Boat<sup><a href='#fn1'>1</a>.</sup><ol>" FN(1, "Note") "</ol>",
         "Boat[1]\n\n[1] Note"},
        {"<p>Boat<sup>n <a href='#fn1'>1</a> m</sup><ol>" FN(1, "Note") "</ol>",
         "Boatn [1] m\n\n[1] Note"},
        {"<p>Boat<sup>[ <a href='#fn1'>1</a> ]</sup><ol>" FN(1, "Note") "</ol>",
         "Boat[ [1] ]\n\n[1] Note"},
        {"<p>Boat<sub>[<a href='#fn1'>1</a>.]</sub><ol>" FN(1, "Note") "</ol>",
         "Boat[[1].]\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'><sup>1</sup></a>.<ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\n[1] Note"},
        {"<p>Boat<sup>9</sup><sup>[<a href='#fn1'>1</a></sup><sup>8</sup><ol>" FN(1,
                                                                                  "Note") "</ol>",
         "Boat\xE2\x81\xB9[[1]\xE2\x81\xB8\n\n[1] Note"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

#define TIMES_10(x) x x x x x x x x x x

/* Marks beside the reference do not keep its superscript from being found. */
static void superscripts_are_found_among_many_marks(void **state) {
    static const struct render_case CASES[] = {
        {"<p>" TIMES_10("a<b>b</b>") "<sup>[<a href='#fn1'>1</a>]</sup>" TIMES_10(
             "a<b>b</b>") "<ol>" FN(1, "Note") "</ol>",
         TIMES_10("ab") "[1]" TIMES_10("ab") "\n\n[1] Note"},
        {"<p>a<sup>[<b><i><u><s><tt><a href='#fn1'>1</a></tt></s></u></i></b>]</sup>.<ol>" FN(
             1, "Note") "</ol>",
         "a[1].\n\n[1] Note"},
        /* six marks between the two at most */
        {"<p>a<sup><b><i><s><tt><kbd><var><a href='#fn1'>1</a></var></kbd></tt></s></i></b>.</sup>!"
         "<ol>" FN(1, "Note") "</ol>",
         "a[1]!\n\n[1] Note"},
        {"<p>a<sup><b><i><s><tt><kbd><var><ins><a href='#fn1'>1</a></ins></var></kbd></tt></s></i>"
         "</b>.</sup>!<ol>" FN(1, "Note") "</ol>",
         "a[1].!\n\n[1] Note"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void notes_come_last_and_in_page_order(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Boat<a href='#fn1'>1</a>.<ol>" FN(1, "Note") "</ol><p>Sail.",
         "Boat[1].\n\nSail.\n\n[1] Note"},
        {"<p>Boat<a href='#fn2'>2</a><a href='#fn1'>1</a>.<ol>" FN(1, "One") FN(2, "Two") "</ol>",
         "Boat[2][1].\n\n[1] One\n[2] Two"},
        {"<p>Boat<a href='#fn2'>2</a>.<ol>" FN(1, "One") FN(2, "Two") "</ol>",
         "Boat[1].\n\n1. One\n\n[1] Two"},
        {"<p>Boat<a href='#fn1'>1</a>.<p>DROP<ol>" FN(1, "DROP note") "</ol>",
         "Boat[1].\n\n[1] DROP note"},
        {"<p>Boat<a href='#fn2'>2</a><a href='#fn1'>1</a><a href='#fn2'>2</a>.<ol><li><p id=fn1>One"
         "<p>more<li><p id=fn2>Two<p>end</ol>",
         "Boat[2][1][2].\n\n[1] One\n\nmore\n\n[2] Two\n\nend"},
        {"<p>Boat<a href='#fn1'>1</a>.<ol><li id=fn1><p>Note<p>more</ol>",
         "Boat[1].\n\n[1] Note\n\nmore"},
        {"<p>Boat <a href='#x'>1</a><a href='#fn2'>2</a><a href='#fn1'>1</a>.<p id=x>Text<ol>" FN(
             1, "One") FN(2, "Two") "</ol>",
         "Boat 1[2][1].\n\nText\n\n[1] One\n[2] Two"},
        /* one within another */
        {"<p>Boat<a href='#fn1'>1</a><a href='#fn2'>2</a>.<div id=fn1><p>One<p id=fn2>Two</div>",
         "Boat[1]2.\n\n[1] One\n\nTwo"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void notes_lose_their_labels(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Boat<a href='#fn1'>1</a>.<p id=fn1>1. Note", "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<p id=fn1>[1] Note", "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<p id=fn1>2. Note", "Boat[1].\n\n[1] 2. Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<div id=fn1><p>1<p>Note</div>", "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<div><p id=fn1>1<p>Note</div>", "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<p>Sail<a href='#fn1'>1</a>.<p id=fn1>1. 1 note",
         "Boat[1].\n\nSail[1].\n\n[1] 1 note"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

/* Offsets in a note count from before the label that it has lost. */
static void notes_may_refer_to_notes(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Boat<a href='#fn1'>1</a>.<p id=fn1>1. Note <b>b</b><a href='#fn2'>2</a> end"
         "<p id=fn2>2. Two",
         "Boat[^1].\n\n[^1]: Note **b**[^2] end\n\n[^2]: Two"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void each_of_many_references_is_to_its_own_note(void **state) {
    enum { BLOCKS = 20, REFS = 5 };
    struct arena *arena = *state;
    struct buffer html, want;
    ARM(arena);
    buffer_init(&html, arena);
    buffer_init(&want, arena);
    for (size_t i = 0; i < BLOCKS * REFS; i++) {
        buffer_append(&html, i % REFS == 0 ? STR("<p>a") : STR("b"));
        buffer_append(&html, STR("<a href='#fn"));
        buffer_append_number(&html, i + 1);
        buffer_append(&html, STR("'>1</a>"));
        buffer_append(&want, i % REFS > 0 ? STR("b") : i > 0 ? STR("\n\na") : STR("a"));
        buffer_append_byte(&want, '[');
        buffer_append_number(&want, i + 1);
        buffer_append_byte(&want, ']');
    }
    for (size_t i = 0; i < BLOCKS * REFS; i++) {
        buffer_append(&html, STR("<p id=fn"));
        buffer_append_number(&html, i + 1);
        buffer_append(&html, STR(">Note "));
        buffer_append_number(&html, i + 1);
        buffer_append(&want, i == 0 ? STR("\n\n[") : STR("\n["));
        buffer_append_number(&want, i + 1);
        buffer_append(&want, STR("] Note "));
        buffer_append_number(&want, i + 1);
    }
    assert_str(render_page(arena, buffer_str(&html), render_text, 0), buffer_str(&want));
}

static void links_to_other_things_are_no_references(void **state) {
    static const struct render_case CASES[] = {
        /* before the text */
        {"<p id=fn1>Note<p>Boat<a href='#fn1'>1</a>.", "Note\n\nBoat1."},
        /* without any sign of a note */
        {"<p>Boat <a href='#x'>1</a>.<p id=x>Text", "Boat 1.\n\nText"},
        {"<p>Boat<sup><a href='#x'>1</a></sup>.<p id=x>Text", "Boat[1].\n\n[1] Text"},
        /* once it is a note, any link with a label refers to it */
        {"<p>Boat<sup><a href='#x'>1</a></sup> <a href='#x'>1</a>.<p id=x>Text",
         "Boat[1] [1].\n\n[1] Text"},
        {"<p>Boat <a href='#x'>1</a><sup><a href='#x'>1</a></sup>.<p id=x>Text",
         "Boat 1[1].\n\n[1] Text"},
        /* without a text */
        {"<p>Boat<a href='#fn1'>1</a>.<p id=fn1></p>", "Boat1."},
        {"<p>Boat<a href='#fn1'>1</a>.<p>Text<table id=fn1><tr><td>a<td>b<tr><td>c<td>d</table>",
         "Boat1.\n\nText\n\na\tb\nc\td"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void headings_of_notes_are_left_out(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Boat<a href='#fn1'>1</a>.<h2>Notes</h2><ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<h2>DROP</h2><ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<h2>Sails</h2><p>Sail<ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\nSails\n\nSail\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<h2>Notes</h2><p>DROP<ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<h2>Sails</h2><h3>Notes</h3><ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\nSails\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<h2>Notes</h2><h3>DROP</h3><ol>" FN(1, "Note") "</ol>",
         "Boat[1].\n\nNotes\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<h2>Notes</h2><ol>" FN(1,
                                                             "Note") "</ol><h2>Sails</h2><p>Sail",
         "Boat[1].\n\nSails\n\nSail\n\n[1] Note"},
        {"<p>Boat<a href='#fn1'>1</a>.<div id=fn1>Note<p>More</div><h2>End</h2>",
         "Boat[1].\n\nEnd\n\n[1] Note\n\nMore"},
        /* but not one of the text that has a note itself */
        {"<p>Boat.<h2>Sails<span class=sidenote>Note</span></h2><p>Sail",
         "Boat.\n\nSails[1]\n\nSail\n\n[1] Note"},
        {"<p>Boat.<h2>Sails<a href='#fn1'>1</a></h2><p id=fn1>Note<p>Sail",
         "Boat.\n\nSails[1]\n\nSail\n\n[1] Note"},
        {"<p>Boat.<h2>Notes</h2><ol>" FN(1, "Note") "</ol>", "Boat.\n\nNotes\n\n1. Note"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

/* A side note is in the text, beside a mark that may be that of a footnote too. */
static void side_notes(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Boat<span class=sidenote>Note</span> sails.", "Boat[1] sails.\n\n[1] Note"},
        {"<p>Boat<span class=sidenote>One</span> and<span class=sidenote>Two</span> sail.",
         "Boat[1] and[2] sail.\n\n[1] One\n[2] Two"},
        {"<p>Boat<span class=sidenote>Note</span> sails.<p>DROP<span class=sidenote>Two</span>",
         "Boat[1] sails.\n\n[1] Note"},
        {"<p>Boat<sup><a href='#fn1'>1</a></sup><span class=sidenote>Note</span> sails.<ol>" FN(
             1, "Note") "</ol>",
         "Boat[1] sails.\n\n[1] Note"},
        {"<p>Boat<sup><a href='#fn1'>1</a></sup> and<span class=sidenote>Note</span> sails.<ol>" FN(
             1, "Foot") "</ol>",
         "Boat[2] and[1] sails.\n\n[1] Note\n[2] Foot"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void the_first_reference_is_the_target_of_the_link_back(void **state) {
#define REF_1 "<sup><a href=\"#pith-note-1\">1</a></sup>"
#define FIRST(n) "<sup><a href=\"#pith-note-" #n "\" id=\"pith-ref-" #n "\">" #n "</a></sup>"
#define BACK(n) " <a href=\"#pith-ref-" #n "\">\xE2\x86\xA9</a></li>\n"
    static const struct render_case CASES[] = {
        {"<p>Boat<a href='#fn1'>1</a> and<a href='#fn2'>2</a> sail<a href='#fn1'>1</a>.<ol>" FN(
             1, "One") FN(2, "Two") "</ol>",
         "<p>Boat" FIRST(1) " and" FIRST(2) " sail" REF_1
                                            ".</p>\n<ol>\n<li id=\"pith-note-1\">One" BACK(
                                                1) "<li id=\"pith-note-2\">Two" BACK(2) "</ol>\n"},
        {"<p>DROP<sup>1</sup>.<p>Boat<sup>1</sup> and sail<sup>1</sup>.<p><sup>1</sup> One",
         "<p>Boat" FIRST(1) " and sail" REF_1
                            ".</p>\n<ol>\n<li id=\"pith-note-1\">One" BACK(1) "</ol>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

/* ---- notes without links ---- */

#define LOOSE "Boat<sup>1</sup> and sail<sup>2</sup>."

static void superscript_numbers_may_refer_to_paragraphs(void **state) {
    static const struct render_case CASES[] = {
        {"<p>" LOOSE "<p><sup>1</sup> One<p><sup>2</sup> Two",
         "Boat[1] and sail[2].\n\n[1] One\n[2] Two"},
        {"<p>" LOOSE "<p><b>1</b> One<p><strong>2</strong> Two",
         "Boat[1] and sail[2].\n\n[1] One\n[2] Two"},
        {"<p>" LOOSE "<p><sup>[1]</sup> One<p><sup>[2]</sup> Two",
         "Boat[1] and sail[2].\n\n[1] One\n[2] Two"},
        {"<p>Boat<sup>[1]</sup>.<p><sup>1</sup> One", "Boat[1].\n\n[1] One"},
        {"<p>" LOOSE "<p><i>1</i> One", "Boat\xC2\xB9 and sail\xC2\xB2.\n\n1 One"},
        {"<p>" LOOSE "<p>1 One", "Boat\xC2\xB9 and sail\xC2\xB2.\n\n1 One"},
        {"<p>" LOOSE "<p>One <sup>1</sup>", "Boat\xC2\xB9 and sail\xC2\xB2.\n\nOne \xC2\xB9"},
        {"<p>" LOOSE "<p><sup>1</sup>", "Boat\xC2\xB9 and sail\xC2\xB2.\n\n\xC2\xB9"},
        {"<p>" LOOSE "<p><sup>1</sup> One<p><sup>3</sup> Three",
         "Boat[1] and sail\xC2\xB2.\n\n[1] One\n\n\xC2\xB3 Three"},
        {"<p>" LOOSE "<p><sup>2</sup> Two<p><sup>1</sup> One", "Boat[1] and sail\xC2\xB2.\n\n"
                                                               "\xC2\xB2 Two\n\n[1] One"},
        {"<p>" LOOSE "<p><sup>100</sup> More",
         "Boat\xC2\xB9 and sail\xC2\xB2.\n\n\u00B9\u2070\u2070 More"},
        {"<p>" LOOSE "<p><sup>0</sup> None", "Boat\xC2\xB9 and sail\xC2\xB2.\n\n\xE2\x81\xB0 None"},
        /* numbers of a paragraph before the text that refers to them */
        {"<p><sup>1</sup> One<p>" LOOSE, "\xC2\xB9 One\n\nBoat\xC2\xB9 and sail\xC2\xB2."},
        {"<p>DROP " LOOSE "<p><sup>1</sup> One", "\xC2\xB9 One"},
        /* an exponent, and one at the start */
        {"<p>10<sup>1</sup> and.<p><sup>1</sup> One", "10\xC2\xB9 and.\n\n\xC2\xB9 One"},
        {"<p>Boat<sub>1</sub>.<p><sup>1</sup> One", "Boat\xE2\x82\x81.\n\n\xC2\xB9 One"},
        {"<p>Boat<sup>a</sup>.<p><sup>a</sup> One", "Boat\u1D43.\n\n\u1D43 One"},
        {"<p>Boat<sup>1a</sup>.<p><sup>1a</sup> One", "Boat^(1a).\n\n^(1a) One"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void such_notes_are_only_looked_for_without_others(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Boat<sup>1</sup> sail<a href='#fn9'>9</a>.<p><sup>1</sup> One<ol>" FN(9,
                                                                                   "Nine") "</ol>",
         "Boat\xC2\xB9 sail[1].\n\n\xC2\xB9 One\n\n[1] Nine"},
        {"<p>Boat<sup>1</sup> sail<a href='#x9'>9</a>.<p><sup>1</sup> One",
         "Boat[1] sail9.\n\n[1] One"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void such_notes_end_where_the_next_begins_or_their_element_ends(void **state) {
    static const struct render_case CASES[] = {
        {"<div><p>" LOOSE "</div><div><p><sup>1</sup> One<p>more<p><sup>2</sup> Two<p>end</div>"
         "<p>After",
         "Boat[1] and sail[2].\n\nAfter\n\n[1] One\n\nmore\n\n[2] Two\n\nend"},
        {"<div><p>" LOOSE "</div><div><p><sup>1</sup> One<p>more</div><p>and<div><p><sup>2</sup> "
         "Two<p>end</div><p>After",
         "Boat[1] and sail[2].\n\nand\n\nAfter\n\n[1] One\n\nmore\n\n[2] Two\n\nend"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

/* A note of more than twenty paragraphs is only its first. */
static void such_notes_have_a_length(void **state) {
    static const struct render_case CASES[] = {
        {"<div><p>Boat<sup>1</sup>.</div><div><p><sup>1</sup> One" TIMES_10("<p>a")
             TIMES_10("<p>b") "</div>",
         "Boat[1].\n\n" TIMES_10("a\n\n") TIMES_10("b\n\n") "[1] One"},
        {"<div><p>Boat<sup>1</sup>.</div><div><p><sup>1</sup> One" TIMES_10(
             "<p>a") "<p>b<p>b"
                     "<p>b<p>b<p>b<p>b<p>b<p>b<p>b</div><p>After",
         "Boat[1].\n\nAfter\n\n[1] One" TIMES_10("\n\na") "\n\nb\n\nb\n\nb\n\nb\n\nb\n\nb\n\nb\n\nb"
                                                          "\n\nb"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void numbered_lists_aside_may_be_notes(void **state) {
    static const struct render_case CASES[] = {
        {"<p>" LOOSE
         "<aside><ol start=1><li>One</ol></aside><aside><ol start=2><li>Two</ol></aside>",
         "Boat[1] and sail[2].\n\n[1] One\n[2] Two"},
        {"<p>" LOOSE "<aside><ol start=1><li><p>One</ol></aside><p>After",
         "Boat[1] and sail\xC2\xB2.\n\nAfter\n\n[1] One"},
        {"<p>" LOOSE "<aside><ol><li>One</ol></aside>", "Boat\xC2\xB9 and sail\xC2\xB2.\n\n1. One"},
        {"<p>" LOOSE "<aside><ul start=1><li>One</ul></aside>",
         "Boat\xC2\xB9 and sail\xC2\xB2.\n\nOne"},
        {"<p>" LOOSE "<div><ol start=1><li>One</ol></div>",
         "Boat\xC2\xB9 and sail\xC2\xB2.\n\n1. One"},
        {"<p>" LOOSE "<aside><ol start=2><li>Two</ol></aside>",
         "Boat\xC2\xB9 and sail\xC2\xB2.\n\n2. Two"},
        {"<p>" LOOSE "<aside><ol start=x><li>Two</ol></aside>",
         "Boat\xC2\xB9 and sail\xC2\xB2.\n\n1. Two"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(links_with_labels_are_references),
        ARENA_TEST(references_include_what_surrounds_their_label),
        ARENA_TEST(superscripts_are_found_among_many_marks),
        ARENA_TEST(notes_come_last_and_in_page_order),
        ARENA_TEST(notes_lose_their_labels),
        ARENA_TEST(notes_may_refer_to_notes),
        ARENA_TEST(each_of_many_references_is_to_its_own_note),
        ARENA_TEST(links_to_other_things_are_no_references),
        ARENA_TEST(headings_of_notes_are_left_out),
        ARENA_TEST(side_notes),
        ARENA_TEST(the_first_reference_is_the_target_of_the_link_back),
        ARENA_TEST(superscript_numbers_may_refer_to_paragraphs),
        ARENA_TEST(such_notes_are_only_looked_for_without_others),
        ARENA_TEST(such_notes_end_where_the_next_begins_or_their_element_ends),
        ARENA_TEST(such_notes_have_a_length),
        ARENA_TEST(numbered_lists_aside_may_be_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

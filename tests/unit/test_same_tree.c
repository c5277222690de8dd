/*
 * With the prescan a page reads the same as without it: its blocks have the same text, tags and
 * paths.
 */
#include "two_readings.h"

#include <dirent.h>
#include <stdio.h>

#include "../fuzz/random_tags.h"

static void assert_same_blocks(void **state, struct str bytes) {
    struct fixture *f = *state;
    struct block_page plain, scanned;
    read_page(&f->arena, bytes, true, &plain);
    read_page(&f->other, bytes, false, &scanned);
    assert_string_equal(describe(&scanned), describe(&plain));
}

static void trees_of_traps_are_the_same(void **state) {
    static const char *const pages[] = {
        "<p>a<b>b<p>c</b>d<table>e<tr>f<td>g</table>h",
        "<b class=1><b class=1><b class=1><b class=1><p>x</b></b></b></b>y",
        "<table> <tr> <td>a</td> </tr> x </table>",
        "<table>&#32;<tr><td>a<select><option>b<tr><td>c</table>",
        "<!doctype html><p>a<table><td>b</table>c",
        "<p>a<table><td>b</table>c",
        "<table><input type=hidden><input type=text><form><tr><td>x</form></table>",
        "<math><mi>a<p>b</mi></math>c<math><mi><mglyph><source>d</math>e",
        "<math><annotation-xml encoding=x><p>d</annotation-xml>e",
        "<svg><p>a</svg>b<svg><font>c</font>d",
        "<svg><desc><p>a</desc><title>b<i>c</title><foreignObject><div>d</svg>e",
        "<a href=1>a<a href=2>b<div>c<a href=3>d</div>e",
        "<nobr>a<nobr>b<div>c</nobr>d",
        "<ul><li>a<li>b<ul><li>c</ul>d<li>e</ul>f",
        "<dl><dt>a<dd>b<div><dt>c</div></dl>",
        "<button>a<p>b<button>c",
        "<pre>\n\na<b>\n</b>\n c</pre><pre><b>\nx</b></pre><listing>\n\n\nb</listing>",
        "<head><title> a &amp; b </title></head><noscript><p>x</noscript><body class=x>y",
        "a<frameset><frame></frameset>b",
        "<frameset><frame></frameset>b",
        "<template><tr><td>a</template>b",
        "<h1>a<h2>b</h1>c</h2>d",
        "<option>a<option>b<optgroup>c",
        "<ruby>a<rt>b<rp>c<rt>d</ruby>e",
        "<ruby>a<rtc>b<rp>c<rt>d</ruby>e",
        "<ruby>a<rtc>b<rp>c</rtc>d<rp>e</ruby>f",
        "<b>a<i><u><s><p>b</b>c</p>d",
        "<b>a<i><u><s><em><p>b</b>c</p>d",
        "<b>a<i><u><s><em><big><p>b</b>c</p>d",
        "<form>a<form>b</form>c</form>d<form>e",
        "</p>a</br>b</body>c</html>d",
        "&#0;a&#x80;b&notit;c&amp;lt;d",
        "<object><p>a</object>b<marquee><i>c</marquee>d<applet>e",
        "<colgroup>a<table><colgroup><col> x <caption>b<p>c</caption><th>d",
        "<image src=x>a<keygen>b<foo><bar>c</foo>d</bar>e",
        "<table><td><select><title>a<td>b",
        "<table><td><select><svg>a<td>b</svg>c",
        "<select>a<optgroup>b<option>c<optgroup>d</select>e",
        "<textarea>\n<p>a</textarea>b<xmp><p>&amp;</xmp>c",
        "a<!-- -->b <!-- --> c<!x>d",
        "<p>a<plaintext><p>b",
        "<div><form><p>a</p>b</form>c</div><div><form>d<img></table> e</form>f</div>",
        "<!doctype html><p>a<table></table><option>b<ul>c",
        "<div><dt>a<main><dd>b</dd></div>c",
        "<svg><select><desc>a<select></select><svg/>b",
        "<kbd><b><a>a</b><a>b</a>c",
        "<div><b>a</div>b<div><i>c</i></div>d",
        "<select><option>a</option><select>b<select><option>c</select>d",
        "<div><p>a<b>b<p>c</b>d</div>e<div></p>f</div>",
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        assert_same_blocks(state, str_of(pages[i]));
}

static struct str read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long len = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)len + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, (size_t)len, file), len);
    fclose(file);
    return (struct str){bytes, (size_t)len};
}

static void trees_of_the_corpus_are_the_same(void **state) {
    DIR *dir = opendir("corpus");
    assert_non_null(dir);
    int n = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        char path[512];
        if (!str_ends_with(str_of(entry->d_name), STR(".html")))
            continue;
        snprintf(path, sizeof path, "corpus/%.400s", entry->d_name);
        struct str bytes = read_file(path);
        assert_same_blocks(state, bytes);
        free((char *)bytes.at);
        n++;
    }
    closedir(dir);
    assert_true(n > 0);
}

/* Elements that the prescan deliberately reads differently: what they hide is dropped (an open
 * <noembed>, for instance), or they depend on more than it models (font in svg). */
static bool is_read_otherwise(enum element element) {
    switch (element) {
    case ELEMENT_ANNOTATION_XML:
    case ELEMENT_FONT:
    case ELEMENT_FRAME:
    case ELEMENT_FRAMESET:
    case ELEMENT_ISINDEX:
    case ELEMENT_LISTING:
    case ELEMENT_NOEMBED:
    case ELEMENT_NOFRAMES:
    case ELEMENT_NOSCRIPT:
    case ELEMENT_PLAINTEXT:
    case ELEMENT_PRE:
    case ELEMENT_TEMPLATE:
        return true;
    default:
        return false;
    }
}

static struct str random_page(struct arena *arena, struct random *random) {
    struct buffer page;
    buffer_init(&page, arena);
    if (below(random, 2))
        buffer_append(&page, STR("<!doctype html>"));
    for (unsigned n = below(random, 40); n > 0; n--) {
        struct part part = random_part(random);
        part.self_closes &= !part.is_end; /* Gumbo ignores such an end tag in svg and math */
        if (!is_read_otherwise(part.element))
            append_part(&page, &part, below(random, 3));
        if (!below(random, 4))
            buffer_append_byte(&page, ' ');
    }
    /* Unclosed elements are deliberately read on, unlike in Gumbo. */
    buffer_append(&page, STR("--></title></textarea></iframe></noembed></noframes>"));
    return buffer_str(&page);
}

static void trees_of_tag_soup_are_the_same(void **state) {
    struct random random = {1};
    struct arena pages;
    arena_init(&pages);
    for (int i = 0; i < 5000; i++) {
        arena_reset(&pages, (size_t)1 << 24);
        assert_same_blocks(state, random_page(&pages, &random));
    }
    arena_done(&pages);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_of_traps_are_the_same),
        cmocka_unit_test(trees_of_the_corpus_are_the_same),
        cmocka_unit_test(trees_of_tag_soup_are_the_same),
    };
    if (gumbo_builds_other_trees())
        return 0;
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

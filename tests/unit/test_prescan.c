/*
 * The prescan: its output for each trap of HTML's syntax.
 */
#include "prescanned_page.h"

static void text_goes_by_reference(void **state) {
    assert_scan(state, "<p>Some text</p>", "<p>[Some text]</p>");
    assert_scan(state, "<p>\n a  b\t</p> \n ", "<p> [a  b] </p> ");
    assert_scan(state, "x &lt; y", "[&x &lt; y]");
    assert_scan(state, "a<b", "[a]");
    assert_scan(state, "a < b <3 <", "[a < b <3 <]");
    assert_scan(state, "", "");
    assert_scan(state, "</", "[</]");
}

static void space_references_are_space(void **state) {
    assert_scan(state, "&#32; &#x20;&#10&Tab;&NewLine;a&#32;", " [&a&#32;]");
    assert_scan(state, "<i>&#x00009;</i>", "<i> </i>");
    assert_scan(state, "&nbsp;", "[&&nbsp;]");
    assert_scan(state, "&#160;&#32;", "[&&#160;&#32;]");
    assert_scan(state, "&#99999999999999999932;", "[&&#99999999999999999932;]");
    assert_scan(state, "&#", "[&&#]");
    assert_scan(state, "&#x", "[&&#x]");
}

static void white_space_is_kept_in_pre(void **state) {
    assert_scan(state, "<pre>\n  a\n <b>  </b>\n</pre>", "<pre>\n[  a\n ]<^b>  </>\n</pre>");
    assert_scan(state, "<pre>\r\n\na</pre>", "<pre>\n[\na]</pre>");
    assert_scan(state, "<pre>a\n</pre> \n b", "<pre>[a\n]</pre> [b]");
    assert_scan(state, "<listing>\nx </listing>", "<listing>\n[x ]</listing>");
    assert_scan(state, "<pre><!-- -->\na</pre>", "<pre>[\na]</pre>");
}

static void nul_bytes_are_dropped(void **state) {
    struct fixture *f = *state;
    struct prescan scan;
    struct str page = STR("<p>a\0b\0<i\0>c\0</p>");
    assert_string_equal(expand(&f->arena, page, LIMITS, &scan), "<p>[ab]<i>[c]</p>");
}

static void comments_are_dropped(void **state) {
    assert_scan(state, "a<!-- <p> -->b", "[a][b]");
    assert_scan(state, "a<!-->b<!--->c<!---->d", "[a][b][c][d]");
    assert_scan(state, "a<!-- x --!>b", "[a][b]");
    assert_scan(state, "a<!--!>-->b<!---!>-->c<!--a->-- >-->d", "[a][b][c][d]");
    assert_scan(state, "a<!x>b<?php x ?>c</ x>d</>e<![CDATA[x]]>f", "[a][b][c][d][e][f]");
    assert_scan(state, "a<!", "[a]");
    assert_scan(state, "a<!--", "[a]");
}

/* A browser would show none of the page, and its author never looked. */
static void unclosed_markup_does_not_swallow_the_page(void **state) {
    assert_scan(state, "a<!-- unclosed <p>x", "[a][x]");
    assert_scan(state, "a<!-- b -->c<!-- d <p>e<!-- f>g", "[a][c][e][g]");
    assert_scan(state, "<title>Boat<p>x", "<title>[Boat]</title><p>[x]");
    assert_scan(state, "<textarea>a<p>x", "<textarea>[a]</textarea><p>[x]");
    assert_scan(state, "<iframe>a<p>x<iframe>b<p>y",
                "<iframe></iframe>[a]<p>[x]<^iframe></>[b]<p>[y]");
    assert_scan(state, "<iframe>a</iframe><iframe>b<p>y",
                "<iframe></iframe><iframe></iframe>[b]<p>[y]");
    assert_scan(state, "<noembed>a<noframes>b", "<noembed></noembed>[a]<noframes></noframes>[b]");
    assert_scan(state, "<style>a<p>x", "<style></style>");
}

static void doctype_is_kept(void **state) {
    assert_scan(state, "<!DOCTYPE html PUBLIC \"x\">a<!doctype y>b",
                "<!DOCTYPE html PUBLIC \"x\">[a][b]");
}

static void raw_bodies_are_dropped(void **state) {
    assert_scan(state, "<script>a<b</script>c", "<script></script>[c]");
    assert_scan(state, "<style>a<p></STYLE >b", "<style></style>[b]");
    assert_scan(state, "<iframe>a</p></iframe x=y>b", "<iframe></iframe>[b]");
    assert_scan(state, "<noembed>a</noembeds></noembed>b", "<noembed></noembed>[b]");
    assert_scan(state, "<script>a", "<script></script>");
    assert_scan(state, "<script>a</script", "<script></script>");
    assert_scan(state, "<script src=x /><p>a</script>b", "<script src=x/></script>[b]");
}

static void xml_closes_raw_elements_by_themselves(void **state) {
    assert_scan(state, "<?xml version=\"1.0\"?><title/><p>a", "<title/></title><p>[a]");
    assert_scan(state, "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script src=x /><p>a",
                "<html><script src=x/></script><p>[a]");
    assert_scan(state, "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><style/>a",
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><style/></style>[a]");
    assert_scan(state, "<?xml?><textarea/><p>a", "<textarea/></textarea><p>[a]");
    assert_scan(state, "<?xml?><script>a</script>b", "<script></script>[b]");
    assert_scan(state, "<html xmlns=x><title/><p>a", "<html><title/></title><p>[a]");
}

static void cdata_in_xml_is_text(void **state) {
    assert_scan(state, "<?xml?><p>a<![CDATA[b & <c>]]>d", "<p>[a][b & <c>][d]");
}

static void escaped_scripts_end_where_they_should(void **state) {
    assert_scan(state, "<script><!-- a </script>b", "<script></script>[b]");
    assert_scan(state, "<script><!-- <script> a </script> b --></script>c", "<script></script>[c]");
    assert_scan(state, "<script><!-- <script> a --></script>b", "<script></script>[b]");
    assert_scan(state, "<script><!--><script></script>b", "<script></script>[b]");
    assert_scan(state, "<script><!-- <scripts> </script>b", "<script></script>[b]");
    assert_scan(state, "<script><!-- <script </script> b", "<script></script>");
    assert_scan(state, "<script>\"<script>\"</script>b", "<script></script>[b]");
}

static void rcdata_is_one_run(void **state) {
    assert_scan(state, "<title> a <b> &amp;\n</title>c", "<title> [&a <b> &amp;] </title>[c]");
    assert_scan(state, "<textarea>\n a<p> </textarea>", "<textarea>[ a<p> ]</textarea>");
    assert_scan(state, "<xmp>a &amp; <b></xmp>", "<xmp>[a &amp; <b>]</xmp>");
    assert_scan(state, "<plaintext>a</plaintext>&amp;", "<plaintext>[a</plaintext>&amp;]");
    assert_scan(state, "<title>a", "<title>[a]</title>");
}

static void noscript_ends_raw_text(void **state) {
    assert_scan(state, "<noscript><iframe src=x></noscript>a",
                "<noscript><iframe src=x></iframe></noscript>[a]");
    assert_scan(state, "<noscript><iframe>x</iframe>y</noscript>a</iframe>",
                "<noscript><iframe></iframe>[y]</noscript>[a]</iframe>");
    assert_scan(state, "<iframe></noscript></iframe>a", "<iframe></iframe>[a]");
}

static void json_ld_is_set_aside(void **state) {
    struct fixture *f = *state;
    struct prescan scan;
    const char *page = "<script type=\"application/ld+json\">{1}</script>"
                       "<script type=\" Application/LD+JSON; charset=utf-8\">{2}</script>"
                       "<script type=text/javascript>{3}</script>"
                       "<script type='application/ld&#x2B;json'>{5}</script>"
                       "<script class=x type=application/ld+json>{4}";
    const char *expected = "<script type=application/ld+json></script>"
                           "<script type= Application/LD+JSON; charset=utf-8></script>"
                           "<script type=text/javascript></script>"
                           "<script type=application/ld+json></script>"
                           "<script class=x type=application/ld+json></script>";
    assert_string_equal(expand(&f->arena, str_of(page), LIMITS, &scan), expected);
    assert_int_equal(scan.n_json_ld, 4);
    assert_true(str_equals(scan.json_ld[0], STR("{1}")));
    assert_true(str_equals(scan.json_ld[1], STR("{2}")));
    assert_true(str_equals(scan.json_ld[2], STR("{5}")));
    assert_true(str_equals(scan.json_ld[3], STR("{4}")));
}

static void svg_bodies_are_dropped(void **state) {
    assert_scan(state, "a<svg class=i><path d=\"</svg>\"/></svg>b", "[a]<svg class=i></svg>[b]");
    assert_scan(state, "<svg><svg></svg>x</svg>b", "<svg></svg>[b]");
    assert_scan(state, "<svg/>b", "<svg/>[b]");
    assert_scan(state, "<svg><title>x</title><!--</svg>--><g></svg>b", "<svg></svg>[b]");
    assert_scan(state, "<svg><foreignObject><p>x</p></foreignObject></svg>b", "<svg></svg>[b]");
    assert_scan(state, "<svg><style>.a{}</style><![CDATA[</svg>]]></svg>b", "<svg></svg>[b]");
}

static void svg_that_html_ends_is_kept(void **state) {
    assert_scan(state, "<svg><g>x<p>y</svg>", "<svg><g>[x]<p>[y]</svg>");
    assert_scan(state, "<svg><g>x", "<svg><g>[x]");
    assert_scan(state, "<div><svg>x</div>y</svg>", "<div><svg>[x]</div>[y]</svg>");
    assert_scan(state, "<a><svg>x</a>y</svg>", "<a><svg>[x]</a>[y]</svg>");
    assert_scan(state, "<svg><![CDATA[a&amp;<p>]]><p>b", "<svg>[a&amp;<p>]<p>[b]");
    assert_scan(state, "<svg><title>a<i>b</title></svg>", "<svg></svg>");
    assert_scan(state, "<svg><desc><svg></desc></svg>a</desc></svg>b",
                "<svg><desc><svg></desc></svg>[a]</desc></svg>[b]");
    assert_scan(state, "<svg><desc><![CDATA[a > </desc></svg>]]></desc></svg>b",
                "<svg><desc>[a > </desc></svg>]</desc></svg>[b]");
}

static void unused_attributes_are_dropped(void **state) {
    assert_scan(state, "<a onclick=x HREF = 'u v' class=\"c\" y>", "<a href=u v class=c>");
    assert_scan(state, "<p class=a class=b>", "<p class=a>");
    assert_scan(state, "<p hidden id=''>", "<p hidden id>");
    assert_scan(state, "<p/class=a/id=b/>", "<p class=a/id=b/>");
    assert_scan(state, "<p =class=a id=b>", "<p id=b>");
    assert_scan(state, "<p title='a>b' id=\"'\">", "<p title=a>b id='>");
    assert_scan(state, "<p id= >a", "<p id>[a]");
    assert_scan(state, "<a title=\"a&amp;b\">", "<a title=a&b>");
    assert_scan(state, "<p data-x=1 DATA-y data-x=2>", "<p data-x data-y>");
    assert_scan(state, "<br/>", "<br/>");
}

static void values_of_the_tree_stay_literal(void **state) {
    assert_scan(state, "<input type='hidden' class=a>",
                "<input type=hidden class=a type=\"hidden\">");
    assert_scan(state, "<input type='\"'>", "<input type=\">");
    assert_scan(state, "<font color=red class=a><p color=red>", "<font class=a><p>");
}

static void unclosed_tags_end_the_page(void **state) {
    assert_scan(state, "a<p class=x", "[a]");
    assert_scan(state, "a<p class=\"x>b<p>c", "[a]");
    assert_scan(state, "a</p", "[a]");
    assert_scan(state, "a<p ", "[a]");
    assert_scan(state, "a<p class=", "[a]");
    assert_scan(state, "a<p class", "[a]");
}

static void equal_tags_of_formats_have_one_list(void **state) {
    struct fixture *f = *state;
    struct prescan scan;
    expand(&f->arena, STR("<b class=x><b color=y><i class=x><b class=x><p class=x><p class=x>"),
           LIMITS, &scan);
    assert_int_equal(scan.n_lists, 5);
    assert_int_equal(scan.lists[1].n_attrs, 0);
}

static void dropped_tags_have_no_list(void **state) {
    struct fixture *f = *state;
    struct prescan scan;
    struct buffer page;
    buffer_init(&page, &f->other);
    for (size_t i = 0; i < 30; i++) {
        buffer_append(&page, STR("<b id=x"));
        buffer_append_number(&page, i);
        buffer_append_byte(&page, '>');
    }
    expand(&f->arena, buffer_str(&page), LIMITS, &scan);
    assert_int_equal(scan.n_lists, 16); /* more formatting elements are dropped */
}

static void lists_of_merged_roots_are_joined(void **state) {
    struct fixture *f = *state;
    struct prescan scan;
    struct dom dom;
    const char *page = "<html lang=a><p>x<html lang=b class=c><html id=d>";
    arena_reset(&f->arena, (size_t)1 << 30);
    prescan_page(&f->arena, str_of(page), LIMITS, &scan);
    dom_parse(&f->arena, &scan, &dom);
    assert_true(str_equals(dom_attribute(&dom.nodes[0], DOM_ATTR_LANG), STR("a")));
    assert_true(str_equals(dom_attribute(&dom.nodes[0], DOM_ATTR_CLASS), STR("c")));
    assert_true(str_equals(dom_attribute(&dom.nodes[0], DOM_ATTR_ID), STR("d")));
}

static uint32_t attributes_of_all(const struct dom *dom) {
    uint32_t n = 0;
    for (size_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT)
            n += dom->nodes[i].n_attrs;
    return n;
}

static void attributes_are_the_same_as_without(void **state) {
    struct fixture *f = *state;
    struct prescan scan;
    struct dom dom, plain;
    struct str page =
        STR("<body id=\"a&amp;b\" onload=x><p class='x' CLASS=y title><a HREF=?a&lt=1&ltx>"
            "<i data-Foo=1 hidden><svg lang=q><path id=w></svg><br/id=z>");
    arena_reset(&f->arena, (size_t)1 << 30);
    prescan_page(&f->arena, page, LIMITS, &scan);
    dom_parse(&f->arena, &scan, &dom);
    arena_reset(&f->other, (size_t)1 << 30);
    dom_parse_plain(&f->other,
                    STR("<body id=\"a&amp;b\" onload=x><p class='x' CLASS=y title>"
                        "<a HREF=?a&lt=1&ltx><i data-Foo=1 hidden><svg lang=q></svg>"
                        "<br/id=z>"),
                    &plain);
    assert_int_equal(dom.n_nodes, plain.n_nodes);
    assert_int_equal(attributes_of_all(&dom), 8);
    for (size_t i = 0; i < dom.n_nodes; i++) {
        assert_int_equal(dom.nodes[i].n_attrs, plain.nodes[i].n_attrs);
        for (uint32_t k = 0; k < dom.nodes[i].n_attrs; k++) {
            assert_int_equal(dom.nodes[i].attrs[k].name, plain.nodes[i].attrs[k].name);
            assert_true(str_equals(dom.nodes[i].attrs[k].value, plain.nodes[i].attrs[k].value));
        }
    }
}

static void ignored_tags_in_select_are_dropped(void **state) {
    assert_scan(state, "<select><div>a<option>b</div></select>c",
                "<select>[a]<^option>[b]</></select>[c]");
    assert_scan(state, "<select><input>a", "<select><input>[a]");
    assert_scan(state, "<select><title>a<iframe>b</select>c", "<select>[a][b]</select>[c]");
    assert_scan(state, "<select><script>a</select></script>b", "<select><^script></>[b]");
    assert_scan(state, "a<isindex prompt=x>b", "[a][b]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_goes_by_reference),
        cmocka_unit_test(space_references_are_space),
        cmocka_unit_test(white_space_is_kept_in_pre),
        cmocka_unit_test(nul_bytes_are_dropped),
        cmocka_unit_test(comments_are_dropped),
        cmocka_unit_test(unclosed_markup_does_not_swallow_the_page),
        cmocka_unit_test(doctype_is_kept),
        cmocka_unit_test(raw_bodies_are_dropped),
        cmocka_unit_test(escaped_scripts_end_where_they_should),
        cmocka_unit_test(rcdata_is_one_run),
        cmocka_unit_test(noscript_ends_raw_text),
        cmocka_unit_test(json_ld_is_set_aside),
        cmocka_unit_test(svg_bodies_are_dropped),
        cmocka_unit_test(svg_that_html_ends_is_kept),
        cmocka_unit_test(unused_attributes_are_dropped),
        cmocka_unit_test(values_of_the_tree_stay_literal),
        cmocka_unit_test(unclosed_tags_end_the_page),
        cmocka_unit_test(equal_tags_of_formats_have_one_list),
        cmocka_unit_test(dropped_tags_have_no_list),
        cmocka_unit_test(lists_of_merged_roots_are_joined),
        cmocka_unit_test(attributes_are_the_same_as_without),
        cmocka_unit_test(ignored_tags_in_select_are_dropped),
        cmocka_unit_test(xml_closes_raw_elements_by_themselves),
        cmocka_unit_test(cdata_in_xml_is_text),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

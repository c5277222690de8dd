/*
 * Where the pieces of HTML's syntax end: tags, attributes, comments, raw text, scripts. Offsets are
 * marked in the texts with a "^", which is removed before they are read.
 */
#include "ground.h"

#include <stdio.h>

#include "html/markup.h"

enum { MAX_TEXT = 8192 };

/* A text and the place marked in it: SIZE_MAX if there is none. It ends where a read past its end
 * would find what it looks for. */
struct marked {
    char text[MAX_TEXT];
    const char *end;
    size_t mark;
};

static const struct marked *unmark(const char *text) {
    static struct marked m;
    const char *mark = strchr(text, '^');
    m.mark = mark ? (size_t)(mark - text) : SIZE_MAX;
    int len = snprintf(m.text, sizeof m.text, "%.*s%s", mark ? (int)m.mark : 0, text,
                       mark ? mark + 1 : text);
    m.end = m.text + len;
    snprintf(m.text + len, sizeof m.text - (size_t)len, ">--></script></style>\"'");
    return &m;
}

static void assert_at(const char *found, const struct marked *m) {
    size_t at = found ? (size_t)(found - m->text) : SIZE_MAX;
    if (at != m->mark)
        fail_msg("%.*s: at %td, not %td", (int)(m->end - m->text), m->text, (ptrdiff_t)at,
                 (ptrdiff_t)m->mark);
}

static void markup_begins_at_a_tag_or_declaration(void **state) {
    static const char *const CASES[] = {
        "^<a>",  "x^<a",   "x < y <= ^<z", "1<2^",
        "a<^",   "^",      "x^",           "^<!",
        "^<?",   "^</a",   "^</ >",        "a</^",
        "<<^<a", "<-^</>", "<@<[<`<{^<A",  "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<^<Z",
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const struct marked *m = unmark(CASES[i]);
        assert_at(markup_find(m->text, m->end), m);
    }
}

static void tag_names_end_at_space_slash_or_bracket(void **state) {
    static const struct {
        const char *text, *name;
    } CASES[] = {
        {"a^>", "a"},
        {"a^", "a"},
        {"div^ class=x>", "div"},
        {"div^\nx>", "div"},
        {"div^\tx>", "div"},
        {"div^\fx>", "div"},
        {"div^\rx>", "div"},
        {"br^/>", "br"},
        {"a=b^>", "a=b"},
        {"a\vb^>", "a\vb"},
        {"a\"b'c<d^>", "a\"b'c<d"},
        {"abcdefg^>", "abcdefg"},
        {"abcdefgh^>", "abcdefgh"},
        {"abcdefghi^>xxxxxxx", "abcdefghi"},
        {"abcdefgh=i^>xxxxxxx", "abcdefgh=i"},
        {"ABCDEFGHI^/xxxxxxx", "ABCDEFGHI"},
        {"caf\xC3\xA9s^ xxxxxxx", "caf\xC3\xA9s"},
        /* elements of MathML may have a prefix, since HTML has no namespaces */
        {"mml:mfrac^>", "mfrac"},
        {"m:mi^>", "mi"},
        {"math:msup^>", "msup"},
        {"m:math^>", "math"},
        {"mml:semantics^>", "semantics"},
        {"mml:annotation-xml^>", "annotation-xml"},
        {"m:none^/>", "none"},
        {"m:m^>", "m:m"},
        {"m:p^>", "m:p"},
        {"m:^>", "m:"},
        {"mx:mi^>", "mx:mi"},
        {"x:mi^>", "x:mi"},
        {"maths:mi^>", "maths:mi"},
        {"main^>", "main"},
        {"mi^>", "mi"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const struct marked *m = unmark(CASES[i].text);
        struct name name;
        assert_at(markup_tag_name(m->text, m->end, &name), m);
        assert_str(name.text, str_of(CASES[i].name));
        assert_true(name.head == name_head(name.text));
    }
}

static void attributes_are_read_one_by_one(void **state) {
    static const struct {
        const char *text, *name, *value; /* "-": without one */
        bool has_references, self_closes;
    } CASES[] = {
        {" a^>", "a", "-", false, false},
        {" a^ b>", "a", "-", false, false},
        {" a^ />", "a", "-", false, false},
        {" a^/b>", "a", "-", false, false},
        {" a=b^>", "a", "b", false, false},
        {" a = b^>", "a", "b", false, false},
        {"\n\f\ta\r=\nb^\t>", "a", "b", false, false},
        {" a=b/^>", "a", "b/", false, false},
        {" a=b=c^ >", "a", "b=c", false, false},
        {" a=b\"c'd^ >", "a", "b\"c'd", false, false},
        {" a='b'^>", "a", "b", false, false},
        {" a=\"b'>\"^>", "a", "b'>", false, false},
        {" a='b\">'^c>", "a", "b\">", false, false},
        {" a=''^>", "a", "", false, false},
        {" a=^>", "a", "-", false, false},
        {" a= ^>", "a", "-", false, false},
        {" a=b&c^>", "a", "b&c", true, false},
        {" a=&^>", "a", "&", true, false},
        {" a='b&c'^>", "a", "b&c", true, false},
        {" a='bc'^ d='&'>", "a", "bc", false, false},
        {" =a^>", "=a", "-", false, false},
        {" ==a^>", "=", "a", false, false},
        {" =^>", "=", "-", false, false},
        {" \"a'<b^>", "\"a'<b", "-", false, false},
        {" a\v^>", "a\v", "-", false, false},
        {" /a^>", "a", "-", false, false},
        {" data-long-name=x^>", "data-long-name", "x", false, false},
        {" class^>123456", "class", "-", false, false},
        {">^", "", "-", false, false},
        {" >^", "", "-", false, false},
        {"/>^", "", "-", false, true},
        {" / >^", "", "-", false, false},
        {" //>^", "", "-", false, true},
        {" / />^", "", "-", false, true},
        /* the page ends first */
        {"", "", NULL, false, false},
        {" ", "", NULL, false, false},
        {"/", "", NULL, false, false},
        {" a", "", NULL, false, false},
        {" a ", "", NULL, false, false},
        {" a=", "", NULL, false, false},
        {" a= ", "", NULL, false, false},
        {" a='b", "", NULL, false, false},
        {" a=\"b'>", "", NULL, false, false},
        {" a=b^", "a", "b", false, false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const struct marked *m = unmark(CASES[i].text);
        struct markup_attr attr;
        assert_at(markup_next_attr(m->text, m->end, &attr), m);
        if (m->mark == SIZE_MAX)
            continue;
        assert_str(attr.name.text, str_of(CASES[i].name));
        assert_str(attr.value.at ? attr.value : STR("-"), str_of(CASES[i].value));
        assert_int_equal(attr.has_references, CASES[i].has_references);
        if (attr.name.text.len == 0)
            assert_int_equal(attr.self_closes, CASES[i].self_closes);
    }
}

static void tags_are_skipped_whole(void **state) {
    static const struct {
        const char *text;
        bool self_closes;
    } CASES[] = {
        {">^x", false},     {" a b=c d='>' e=\">\">^x", false},
        {"/>^", true},      {" a=b />^", true},
        {" a=b/>^", false}, {" a='b'/>^", true},
        {" a/>^", true},    {" / a>^", false},
        {" a='>", false},   {" a", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const struct marked *m = unmark(CASES[i].text);
        bool self_closes;
        const char *found = markup_skip_tag(m->text, m->end, &self_closes);
        assert_at(found, m);
        if (found)
            assert_int_equal(self_closes, CASES[i].self_closes);
    }
}

static void comments_end_with_dashes(void **state) {
    /* after "<!--", whose own dashes count */
    static const char *const CASES[] = {
        "-->^",      " a -->^ b-->", ">^",       "->^",     "-->^>", " a --!>^ x", "--!>^",
        "!>-->^",    "-!>-->^",      "a>-->^",   "a->-->^", "a-->^", "a!>-->^",    "a-!>-->^",
        "a- ->-->^", "a-- >-->^",    "a--!-->^", "a --",    "a --!", "",           "a",
        "a->",       "----->^",
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char text[64];
        snprintf(text, sizeof text, "<!--%s", CASES[i]);
        const struct marked *m = unmark(text);
        assert_at(markup_skip_comment(m->text + 4, m->end), m);
    }
    const struct marked *m = unmark("<!x-->^y>");
    assert_at(markup_skip_bogus(m->text, m->end), m);
    m = unmark("<!x^");
    assert_at(markup_skip_bogus(m->text, m->end), m);
}

static void raw_text_ends_with_its_own_end_tag(void **state) {
    static const struct {
        const char *text, *name, *outer; /* NULL: none */
    } CASES[] = {
        {"a^</style>", "style", NULL},
        {"a</styles>b^</STYLE >", "style", NULL},
        {"^</style/>", "style", NULL},
        {"^</style\n>", "style", NULL},
        {"a<b></p>< /style></ style>^</Style>", "style", NULL},
        {"a<style>^", "style", NULL},
        {"a</style^", "style", NULL},
        {"a</styl^", "style", NULL},
        {"a</^", "style", NULL},
        {"a<^", "style", NULL},
        {"^", "style", NULL},
        {"a</noscript>^</style>", "style", NULL},
        {"a^</noscript></style>", "style", "noscript"},
        {"a</noscripts>^</style></noscript>", "style", "noscript"},
        {"a<noscript>^</noscript>", "style", "noscript"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const struct marked *m = unmark(CASES[i].text);
        struct str outer = CASES[i].outer ? str_of(CASES[i].outer) : STR_NONE;
        assert_at(markup_find_raw_end(m->text, m->end, str_of(CASES[i].name), outer), m);
    }
}

/* A script in "<!--" that contains "<script" ends only after "-->" or its own end tag (the "double
 * escaped" state of the standard). */
static void scripts_end_outside_comments(void **state) {
    static const char *const CASES[] = {
        "a^</script>",
        "a^</SCRIPT\t>",
        "a</scripts>^</script>",
        "a</script^",
        "a<script>^</script>",
        "^",
        "<^",
        "a < b <!- </x>^</script>",
        "<!--^</script>",
        "<!-- a ^</script>",
        "<!-- <b> </b> ^</script>",
        "<!-- --> <script>^</script>",
        "<!-- <script></script>^</script>",
        "<!-- <script/ </script>^</script>",
        "<!-- <script --> ^</script>",
        "<!-- <script> a </script> --> ^</script>",
        "<!-- <script> <script> </script> ^</script>",
        "<!-- <scripts> ^</script>",
        "<!-- <script^</script> </script>",
        "<!-- <script> </scripts> </script> ^</script>",
        "<!-- < /script> ^</script>",
        "<!--> <script>^</script>",
        "<!---> <script>^</script>",
        "<!-- - -> <script></script>^</script>",
        "<!-- ---> <script>^</script>",
        "<!-- <script>^",
        "<!-- <script> </script>^",
        "<!-- <script> --^",
        "<!--^",
        "<!-^",
        "<!-- <!-- --> <script>^</script>",
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const struct marked *m = unmark(CASES[i]);
        assert_at(markup_find_script_end(m->text, m->end), m);
    }
}

static bool is_cdata(const char *text, size_t len) {
    return markup_is_cdata(text, text + len);
}

static void declarations_are_told_apart(void **state) {
    static const char cdata[] = "<![CDATA[", doctype[] = "<!doctype html>";
    (void)state;
    for (size_t len = 0; len <= strlen(cdata); len++)
        assert_int_equal(is_cdata(cdata, len), len == 9);
    assert_true(is_cdata("<![CDATA[x", 10));
    assert_false(is_cdata("<![cdata[", 9));
    for (size_t len = 0; len <= strlen(doctype); len++)
        assert_int_equal(markup_is_doctype(doctype, doctype + len), len >= 9);
    assert_true(markup_is_doctype("<!DocType", strchr("<!DocType", '\0')));
    assert_false(markup_is_doctype(cdata, cdata + 9));
}

static void xml_is_claimed_at_the_start(void **state) {
    static const struct {
        size_t n_before; /* spaces */
        const char *text;
        bool is_xml;
    } CASES[] = {
        {0, "<?xml version='1.0'?><p>", true},
        {0, "<?xml", true},
        {1, "<?xml", false},
        {0, "<?php", false},
        {0, "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\"><html>", true},
        {4096 - 12, "//DTD XHTML ", true},
        {4096 - 11, "//DTD XHTML ", false},
        {0, "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><html>", false},
        {0, "<!doctype html><html xmlns='http://www.w3.org/1999/xhtml'>", true},
        {0, "<html lang=en><p xmlns='http://www.w3.org/1999/xhtml'>", false},
        {0, "<html><html xmlns='http://www.w3.org/1999/xhtml'>", false},
        {0, "<p xmlns='http://www.w3.org/1999/xhtml'>", false},
        {0, "", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        static char text[MAX_TEXT];
        snprintf(text, sizeof text, "%*s%s", (int)CASES[i].n_before, "", CASES[i].text);
        if (markup_says_xml(str_of(text)) != CASES[i].is_xml)
            fail_msg("%zu %s", CASES[i].n_before, CASES[i].text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_begins_at_a_tag_or_declaration),
        cmocka_unit_test(tag_names_end_at_space_slash_or_bracket),
        cmocka_unit_test(attributes_are_read_one_by_one),
        cmocka_unit_test(tags_are_skipped_whole),
        cmocka_unit_test(comments_end_with_dashes),
        cmocka_unit_test(raw_text_ends_with_its_own_end_tag),
        cmocka_unit_test(scripts_end_outside_comments),
        cmocka_unit_test(declarations_are_told_apart),
        cmocka_unit_test(xml_is_claimed_at_the_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Escaping for Markdown, rule by rule: each character that can be syntax, where it can and where it
 * cannot.
 */
#include "ground.h"

#include "base/escape.h"

struct rule {
    const char *text, *escaped;
};

static void check(struct arena *arena, const struct rule *rules, size_t n, enum escape_place place,
                  bool at_line_start) {
    for (size_t i = 0; i < n; i++) {
        struct buffer out;
        struct str text = str_of(rules[i].text);
        buffer_init(&out, arena);
        escape_text(&out, text, 0, text.len, place, at_line_start);
        if (!str_equals(buffer_str(&out), str_of(rules[i].escaped)))
            fail_msg("%s: %.*s", rules[i].text, (int)out.len, out.len ? out.data : "");
    }
}

/* In the middle of a line. */
static void characters(void **state) {
    static const struct rule RULES[] = {
        /* always */
        {"a\\b`c[d]e*f", "a\\\\b\\`c\\[d\\]e\\*f"},
        /* ^ between spaces is an operator */
        {"x ^ y", "x ^ y"},
        {"x ^y", "x \\^y"},
        {"x^ y", "x\\^ y"},
        {"x^y", "x\\^y"},
        /* _ in words is part of them */
        {"a_b", "a_b"},
        {"a_ b", "a\\_ b"},
        {"a _b", "a \\_b"},
        {"1_2", "1_2"},
        {"a__b", "a\\_\\_b"},
        {"(_b", "(\\_b"},
        /* ~ between spaces, or before a number */
        {"a ~ b", "a ~ b"},
        {"a ~5 b", "a ~5 b"},
        {"a ~b c", "a \\~b c"},
        {"a~ b", "a\\~ b"},
        {"a~5", "a\\~5"},
        {"x ~", "x \\~"},
        {"x ~~ y", "x \\~\\~ y"},
        /* $ */
        {"x $ y", "x $ y"},
        {"x $y", "x \\$y"},
        {"x $5 y", "x $5 y"},
        {"x $5 y$ z", "x \\$5 y\\$ z"},
        {"x $5 y $ z", "x $5 y $ z"},
        {"x $5 y$6 z", "x $5 y$6 z"},
        {"x $5 $6", "x $5 $6"},
        {"x$5", "x$5"},
        {"x$ y", "x\\$ y"},
        {"x $$ y", "x \\$\\$ y"},
        {"x $", "x \\$"},
        {"x $5$", "x \\$5\\$"},
        /* % doubled */
        {"5% of", "5% of"},
        {"5%% of", "5\\%\\% of"},
        {"%d%%", "%d\\%\\%"},
        /* < before what could be a tag */
        {"a < b", "a < b"},
        {"a <= b", "a <= b"},
        {"a <3", "a <3"},
        {"a <b", "a &lt;b"},
        {"a <-", "a &lt;-"},
        {"a <\xCC\xB8", "a <\xCC\xB8"},
        {"a <\xC3\xA9", "a &lt;\xC3\xA9"},
        /* U+0338 after a tag, which it would break when they are composed: also after a mark of
         * another class */
        {"\xCC\xB8 x", "&#824; x"},
        {"\xCC\xA3\xCC\xB8\xCC\xB8x", "\xCC\xA3&#824;&#824;x"},
        {"=\xCC\xB8 x", "=\xCC\xB8 x"},
        {"\xE2\x88\x88\xCC\xB8 x", "\xE2\x88\x88\xCC\xB8 x"},
        {"a <", "a &lt;"},
        {"a <<", "a &lt;&lt;"},
        /* & before what could be a reference */
        {"a & b;", "a & b;"},
        {"a &b;", "a &amp;b;"},
        {"a &b", "a &b"},
        {"a &;", "a &;"},
        {"a &#;", "a &#;"},
        {"a &#5;", "a &amp;#5;"},
        {"a &#x5", "a &#x5"},
        {"a &b-c;", "a &b-c;"},
        {"a &1;", "a &amp;1;"},
        {"a &b\xCD\xBE", "a &amp;b\xCD\xBE"},
        {"a &\xE2\x84\xAA;", "a &amp;\xE2\x84\xAA;"},
        {"a &b\xE2\x84\xAA", "a &b\xE2\x84\xAA"},
        {"a &b\xE2\x84", "a &b\xE2\x84"},
        {"a &&b;", "a &&amp;b;"},
        {"a &aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd;",
         "a &amp;aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd;"},
        {"a &aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde;",
         "a &aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde;"},
        /* { of templates and attributes */
        {"a {b}", "a \\{b}"},
        {"a {{b}}", "a &#123;\\{b}}"},
        {"a {%b%}", "a &#123;%b%}"},
        {"a {#b}", "a &#123;#b}"},
        {"a {", "a \\{"},
        /* ( after the text of a link */
        {"a (b)", "a (b)"},
        {"](", "\\]\\("},
        /* | and U+1FEF, a grave accent in NFC */
        {"a|b", "a|b"},
        {"a\xE1\xBF\xAF", "a\\\xE1\xBF\xAF"},
        {"a\xE1\xBF\xAE", "a\xE1\xBF\xAE"},
        {"a\xE1", "a\xE1"},
        /* # of a tag */
        {"a #b", "a \\#b"},
        {"a #1", "a #1"},
        {"a #1b", "a \\#1b"},
        {"a #_", "a \\#\\_"},
        {"a #-", "a \\#-"},
        {"a #/", "a \\#/"},
        {"a #.", "a #."},
        {"a#b", "a#b"},
        {"a ##b", "a ##b"},
        {"a #\xC3\xA9", "a \\#\xC3\xA9"},
        {"a #", "a #"},
        {"\t#b", "\t\\#b"},
        {"a\n#b", "a\n\\#b"},
        /* @ of an example, a template, a citation in brackets */
        {"a @b", "a @b"},
        {"a@*b", "a\\@\\*b"},
        {"a @{b", "a \\@\\{b"},
        {"(@b", "(\\@b"},
        {"(@_", "(\\@\\_"},
        {"(@5", "(\\@5"},
        {"(@ b", "(@ b"},
        {"(@-", "(@-"},
        /* : of an emoji */
        {":a:", "\\:a:"},
        {"a :+1:", "a \\:+1:"},
        {"a :a_b-c:", "a \\:a_b-c:"},
        {"a::b:", "a::b:"},
        {"a :a b:", "a :a b:"},
        {"a ::", "a ::"},
        {"a :b", "a :b"},
        {"10:30:15", "10:30:15"},
        {"1:2:", "1:2:"},
        {"x:100:", "x\\:100:"},
        {"x:a1:", "x\\:a1:"},
        {"x:é:", "x:\xC3\xA9:"},
        {":aaaaaaaaaabbbbbbbbbbccccccccccddddddddd:",
         "\\:aaaaaaaaaabbbbbbbbbbccccccccccddddddddd:"},
        {":aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd:",
         ":aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd:"},
        /* = doubled next to text */
        {"a = b", "a = b"},
        {"a=b", "a=b"},
        {"a == b", "a == b"},
        {"a ==b", "a \\=\\=b"},
        {"a== b", "a\\=\\= b"},
        {"a==b", "a\\=\\=b"},
        {"a === b", "a \\=\\=\\= b"},
        {"a ==", "a \\=\\="},
        /* - of an option */
        {"a --b", "a \\--b"},
        {"a -- b", "a -- b"},
        {"a --5", "a \\--5"},
        {"a--b", "a--b"},
        {"a ---b", "a ---b"},
        {"a -b", "a -b"},
        {"a --", "a --"},
    };
    struct arena *arena = *state;
    ARM(arena);
    check(arena, RULES, N_OF(RULES), ESCAPE_PARAGRAPH, false);
}

static void places(void **state) {
    static const struct rule CELL[] = {{"a|b - #", "a\\|b - #"}, {"# a #", "# a #"}},
                             HEADING[] = {{"a #", "a \\#"},   {"a ##", "a \\#\\#"}, {"a#", "a#"},
                                          {"a # b", "a # b"}, {"#", "\\#"},         {"a|b", "a|b"},
                                          {"- a", "- a"},     {"a #b", "a \\#b"}};
    struct arena *arena = *state;
    ARM(arena);
    check(arena, CELL, N_OF(CELL), ESCAPE_CELL, true);
    check(arena, HEADING, N_OF(HEADING), ESCAPE_HEADING, true);
}

static void starts_of_lines(void **state) {
    static const struct rule RULES[] = {
        {"# a", "\\# a"},
        {"## a", "\\## a"},
        {"###### a", "\\###### a"},
        {"####### a", "\\####### a"},
        {"#", "\\#"},
        {"#a", "\\#a"},
        {"#5", "#5"},
        {"#. a", "\\#. a"},
        {"#) a", "#) a"},
        {"#.a", "\\#.a"},
        {"> a", "\\> a"},
        {">a", "\\>a"},
        {">", "\\>"},
        {">\xCC\xB8", ">\xCC\xB8"},
        {">\xCC", "\\>\xCC"},
        {"+ a", "\\+ a"},
        {"+", "\\+"},
        {"+a", "+a"},
        {"+-", "\\+-"},
        {"+=", "\\+="},
        {"+++", "\\+++"},
        {"++a", "++a"},
        {"+\ta", "\\+\ta"},
        {"- a", "\\- a"},
        {"-", "\\-"},
        {"-a", "-a"},
        {"-- a", "\\-- a"},
        {"-:", "\\-:"},
        {"-|", "\\-|"},
        {"-5", "-5"},
        {"= a", "\\= a"},
        {"=", "\\="},
        {"=a", "=a"},
        {"==", "\\=\\="},
        {": a", "\\: a"},
        {":", "\\:"},
        {":a", ":a"},
        {":-", "\\:-"},
        {"::", "\\::"},
        {"% a", "\\% a"},
        {"%", "\\%"},
        {"%a", "\\%a"},
        {"%5", "%5"},
        {"* a", "\\* a"},
        {"*a", "\\*a"},
        {"~ a", "\\~ a"},
        {"~a", "\\~a"},
        {"~5 a", "\\~5 a"},
        {"^ a", "\\^ a"},
        {"^a", "\\^a"},
        {"| a", "\\| a"},
        {"|a", "\\|a"},
        {"1. a", "1\\. a"},
        {"1.", "1\\."},
        {"1.a", "1.a"},
        {"1) a", "1\\) a"},
        {"1 a", "1 a"},
        {"1: a", "1: a"},
        {"123456789. a", "123456789\\. a"},
        {"1234567890. a", "1234567890. a"},
        {"1.5 a", "1.5 a"},
        {"a. b", "a\\. b"},
        {"a) b", "a\\) b"},
        {"a.", "a\\."},
        {"ab. c", "ab. c"},
        {"A. b", "A. b"},
        {"A.  b", "A.  b"},
        {"A.\tb", "A.\tb"},
        {"A) b", "A\\) b"},
        {"a.b", "a.b"},
        {"i. a", "i\\. a"},
        {"iv. a", "iv\\. a"},
        {"IV. a", "IV\\. a"},
        {"Iv. a", "Iv. a"},
        {"IV) a", "IV\\) a"},
        {"xxxviii. a", "xxxviii\\. a"},
        {"xxxviiii. a", "xxxviiii. a"},
        {"vz. a", "vz. a"},
        {"mdclxvi. a", "mdclxvi\\. a"},
        {"MDCLXVI. a", "MDCLXVI\\. a"},
        {"(1) a", "\\(1) a"},
        {"(a) b", "\\(a) b"},
        {"(iv) a", "\\(iv) a"},
        {"(1)", "\\(1)"},
        {"(1)a", "(1)a"},
        {"(1. a", "(1. a"},
        {"(1 a", "(1 a"},
        {"(@) a", "\\(@) a"},
        {"(@a) b", "\\(\\@a) b"},
        {"(@a_b-1) c", "\\(\\@a_b-1) c"},
        {"(@)a", "\\(@)a"},
        {"() a", "() a"},
        {"(#) a", "(#) a"},
        {"(#. a", "(#. a"},
        {"", ""},
        {" # a", " # a"},
        {"é. a", "\xC3\xA9. a"},
    };
    struct arena *arena = *state;
    ARM(arena);
    check(arena, RULES, N_OF(RULES), ESCAPE_PARAGRAPH, true);
}

static void addresses(void **state) {
    static const struct rule RULES[] = {
        {"http://a.b/", "http://a.b/"},
        {"see http://a.b/?c=1&d=2#e", "see http://a.b/?c=1&d=2#e"},
        {"http://a.b/c_d/e~f", "http\\://a.b/c_d/e\\~f"},
        {"://a", "://a"},
        {"5://a", "5://a"},
        {"a:/b", "a:/b"},
        {"a:", "a:"},
        {"http://a.b/*c*", "http\\://a.b/\\*c\\*"},
        {"http://a.b/[c]", "http\\://a.b/\\[c\\]"},
        {"http://a.b/c\\d", "http\\://a.b/c\\\\d"},
        {"http://a.b/<c", "http\\://a.b/&lt;c"},
        {"http://a.b/~c", "http://a.b/~c"},
        {"http://a.b/~c/~d", "http\\://a.b/\\~c/\\~d"},
        {"http://a.b/c~d", "http\\://a.b/c\\~d"},
        {"http://a.b/$c", "http\\://a.b/\\$c"},
        {"http://a.b/c_", "http\\://a.b/c\\_"},
        {"http://a.b/ *c*", "http://a.b/ \\*c\\*"},
        {"http://a.b/\n*c*", "http://a.b/\n\\*c\\*"},
        {"http://a.b/\t*c*", "http://a.b/\t\\*c\\*"},
        {"http://a.b/ :c: http://d.e/*", "http://a.b/ \\:c: http\\://d.e/\\*"},
        {"http://a.b/&lt;", "http\\://a.b/&amp;lt;"},
        {"http://a.b/:c:#d==e", "http://a.b/:c:#d==e"},
        {"http://a.b/*:c:", "http\\://a.b/\\*\\:c:"},
        {"www.a.b", "www.a.b"},
        {"WWW.a.b", "WWW.a.b"},
        {"xwww.a.b", "xwww.a.b"},
        {"ww.a.b", "ww.a.b"},
        {"www.a.b/*", "www\\.a.b/\\*"},
        {"www.a.b/(c)", "www.a.b/(c)"},
        {"a www.", "a www."},
        {"ftp://a.b/ and mailto:c", "ftp://a.b/ and mailto:c"},
        {"http://a.b/https://c.d/", "http://a.b/https://c.d/"},
        {"http://a.b/*/https://c.d/", "http\\://a.b/\\*/https://c.d/"},
    };
    struct arena *arena = *state;
    ARM(arena);
    check(arena, RULES, N_OF(RULES), ESCAPE_PARAGRAPH, false);
}

/* Markup is written at both ends of a part of a text, which it must not be mistaken for. */
static void parts_of_a_text(void **state) {
    static const struct {
        const char *before, *part, *after, *escaped;
    } CASES[] = {
        {"a", "b", "c", "b"},
        {"a ", "_", " c", "\\_"},
        {"x", "_b_", "x", "\\_b\\_"},
        {"x", "b_c", "x", "b_c"},
        {"x", "~5", "", "\\~5"},
        {"x ", "~5 b~5", " y", "\\~5 b\\~5"},
        {"x ", "^ b ^", " y", "\\^ b \\^"},
        {"x", "@b@", "x", "@b\\@"},
        {"x", "b@c", "x", "b@c"},
        {"x", "b@", " x", "b\\@"},
        {"x ", "http://a.b/", "c", "http\\://a.b/"},
        {"x ", "http://a.b/", " c", "http://a.b/"},
        {"x ", "http://a.b/", ". c", "http://a.b/"},
        {"x ", "http://a.b/", ".c", "http\\://a.b/"},
        {"x ", "http://a.b/", "?!.,:;*_", "http://a.b/"},
        {"x ", "http://a.b/", "?!.,:;*_~", "http\\://a.b/"},
        {"x ", "http://a.b/~c", ". c", "http\\://a.b/\\~c"},
        {"x ", "http://a.b/", "", "http://a.b/"},
        {"x ", "http://a.b/", "~'\") c", "http://a.b/"},
        {"x ", "http://a.b/", "(", "http\\://a.b/"},
        {"www", ".a.b", "", ".a.b"},
        {"http", "://a.b", "", "://a.b"},
        {"h", ":a:", "", "\\:a:"},
        {"x ", "www.a", "*", "www.a"},
        {"x ", "$5", " y$", "\\$5"},
        {"x ", "$5", " y", "$5"},
        {"a", "&lt", ";", "&amp;lt"},
        {"a ", "-", "-b", "\\-"},
        {"a", "{", "{", "&#123;"},
        {"x ", "#", "a", "\\#"},
        {"x", "#a", "", "#a"},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer text, out;
        buffer_init(&text, arena);
        buffer_init(&out, arena);
        buffer_append(&text, str_of(CASES[i].before));
        buffer_append(&text, str_of(CASES[i].part));
        buffer_append(&text, str_of(CASES[i].after));
        size_t first = strlen(CASES[i].before), end = first + strlen(CASES[i].part);
        escape_text(&out, buffer_str(&text), first, end, ESCAPE_PARAGRAPH, false);
        if (!str_equals(buffer_str(&out), str_of(CASES[i].escaped)))
            fail_msg("%.*s: %.*s", (int)text.len, text.data, (int)out.len, out.data);
    }
}

/* Only a "$" near enough can end the formula that "$5" might begin. */
static void formulas_are_short(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t n = 496; n <= 500; n++) {
        struct buffer text, out;
        buffer_init(&text, arena);
        buffer_init(&out, arena);
        buffer_append(&text, STR("x $5"));
        for (size_t i = 0; i < n; i++)
            buffer_append_byte(&text, 'y');
        buffer_append(&text, STR("$ z"));
        escape_text(&out, buffer_str(&text), 0, text.len, ESCAPE_PARAGRAPH, false);
        assert_int_equal(out.data[2] == '\\', n <= 497);
    }
}

static void line_breaks(void **state) {
    static const char *const CASES[][2] = {
        {"a", "a\\\n"},
        {"", "\\\n"},
        {"http://a.b/ c", "http://a.b/ c\\\n"},
        {"c http://a.b/", "c http://a.b/  \n"},
        {"c www.a.b", "c www.a.b  \n"},
        {"c\nwww.a.b", "c\nwww.a.b  \n"},
        {"c\twww.a.b", "c\twww.a.b  \n"},
        {"[c](http://a.b/)", "[c](http://a.b/)\\\n"},
        {"[c](d) http://a.b/", "[c](d) http://a.b/  \n"},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, arena);
        buffer_append(&out, str_of(CASES[i][0]));
        escape_line_break(&out);
        assert_str(buffer_str(&out), str_of(CASES[i][1]));
    }
}

static void code(void **state) {
    static const struct {
        const char *code, *paragraph, *cell;
        size_t longest_fence;
    } CASES[] = {
        {"a", "`a`", "`a`", 0},
        {"a|b", "`a|b`", "`a\\|b`", 0},
        {"a\\|b\n*c", "`a\\|b *c`", "<code>a\\\\\\|b \\*c</code>", 0},
        {"a\nb", "`a b`", "`a b`", 0},
        {"a`b", "``a`b``", "``a`b``", 1},
        {"a``b`c", "```a``b`c```", "```a``b`c```", 2},
        {"`a", "`` `a ``", "`` `a ``", 1},
        {"a`", "`` a` ``", "`` a` ``", 1},
        {"`", "`` ` ``", "`` ` ``", 1},
        {"\xE1\xBF\xAF`", "``` \xE1\xBF\xAF` ```", "``` \xE1\xBF\xAF` ```", 2},
        {"`a\xE1\xBF\xAF", "`` `a\xE1\xBF\xAF ``", "`` `a\xE1\xBF\xAF ``", 1},
        {"a\xE1\xBF\xAF", "`` a\xE1\xBF\xAF ``", "`` a\xE1\xBF\xAF ``", 1},
        {" a ", "` a `", "` a `", 0},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, arena);
        escape_code(&out, str_of(CASES[i].code), ESCAPE_PARAGRAPH);
        assert_str(buffer_str(&out), str_of(CASES[i].paragraph));
        buffer_init(&out, arena);
        escape_code(&out, str_of(CASES[i].code), ESCAPE_CELL);
        assert_str(buffer_str(&out), str_of(CASES[i].cell));
        assert_int_equal(escape_longest_fence(str_of(CASES[i].code)), CASES[i].longest_fence);
    }
    assert_int_equal(escape_longest_fence(STR("")), 0);
}

static void targets(void **state) {
    static const struct {
        const char *url, *escaped;
        bool may_follow_dollar;
    } CASES[] = {
        {"/a(b)[c]", "/a\\(b\\)\\[c\\]", false},
        {"/a$b", "/a\\$b", true},
        {"/a$b", "/a$b", false},
        {"/a%20b", "/a%20b", false},
        {"/a%%b", "/a\\%\\%b", false},
        {"/a?b&c=1", "/a?b&c=1", false},
        {"/a?b&lt;c", "/a?b&amp;lt;c", false},
        {"/a<b*_", "/a<b*_", false},
        {"", "", false},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, arena);
        escape_url(&out, str_of(CASES[i].url), CASES[i].may_follow_dollar);
        assert_str(buffer_str(&out), str_of(CASES[i].escaped));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(characters),      ARENA_TEST(places),
        ARENA_TEST(starts_of_lines), ARENA_TEST(addresses),
        ARENA_TEST(parts_of_a_text), ARENA_TEST(formulas_are_short),
        ARENA_TEST(line_breaks),     ARENA_TEST(code),
        ARENA_TEST(targets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

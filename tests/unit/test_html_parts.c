/*
 * Small readers of a page's bytes: the address of a saved page, white space and its references,
 * names of charsets, addresses of pictures.
 */
#include "ground.h"

#include "html/attr_list.h"
#include "html/charset_name.h"
#include "html/hidden_address.h"
#include "html/saved_address.h"
#include "html/white_space.h"

static void addresses_of_saved_pages(void **state) {
    static const struct {
        const char *page, *address; /* "-": none */
    } CASES[] = {
        {"<!-- saved from url=(0023)https://a.example/b -->", "https://a.example/b"},
        {"<!-- saved from url=(0014)about:internet -->", "-"},
        {" \n<!doctype html>\n<!-- Page saved. url: http://a.example/ date: x -->",
         "http://a.example/"},
        {"<?xml version='1.0'?><!DOCTYPE html><html lang=en><!-- URL: HTTP://a.example -->",
         "HTTP://a.example"},
        {"<!-- a --><!-- url: http://a.example -->", "http://a.example"},
        {"<!-- url: \"http://a.example\" -->", "http://a.example"},
        {"<!-- url: <http://a.example> -->", "-"},
        {"<!-- url: http://a.example> -->", "http://a.example"},
        {"<!-- curl http://a.example -->", "-"},
        {"<!-- my url http://a.example -->", "http://a.example"},
        {"<!-- url of http://a.example -->", "-"},
        {"<!-- http://a.example -->", "-"},
        {"<!-- url -->", "-"},
        {"<!--url=http://a.example-->", "http://a.example"},
        {"<p><!-- url: http://a.example -->", "-"},
        {"<head><!-- url: http://a.example -->", "-"},
        {"x<!-- url: http://a.example -->", "-"},
        {"<!-- url: http://a.example", "http://a.example"},
        {"<!doctype html", "-"},
        {"", "-"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str address = saved_address(str_of(CASES[i].page));
        if (!str_equals(address.at ? address : STR("-"), str_of(CASES[i].address)))
            fail_msg("%s: %.*s", CASES[i].page, (int)address.len, address.at);
    }
}

/* It is looked for in the first 4096 bytes; one that goes on there is cut. */
static void addresses_of_saved_pages_are_near_the_start(void **state) {
    static const char COMMENT[] = "<!-- url: http://a.example/b", ADDRESS[] = "http://a.example/b";
    static char page[5000];
    (void)state;
    for (size_t missing = 0; missing < 3; missing++) {
        size_t at = 4096 - (sizeof COMMENT - 1) + missing;
        memset(page, ' ', sizeof page);
        memcpy(page + at, COMMENT, sizeof COMMENT - 1);
        struct str address = saved_address((struct str){page, sizeof page});
        assert_str(address, str_between(STR(ADDRESS), 0, sizeof ADDRESS - 1 - missing));
    }
}

static void references_to_white_space(void **state) {
    static const struct {
        const char *text;
        size_t n; /* bytes of white space at its start */
    } CASES[] = {
        {"a", 0},
        {" \t\n\f\r a", 6},
        {"&#32;a", 5},
        {"&#32 a", 5},
        {"&#x20;a", 6},
        {"&#X20a", 0},
        {"&#X20;a", 6},
        {"&#9;a", 4},
        {"&#10;a", 5},
        {"&#13;a", 5},
        {"&#12;a", 5},
        {"&#11;a", 0},
        {"&#33;a", 0},
        {"&#0;a", 0},
        {"&Tab;a", 5},
        {"&tab;a", 0},
        {"&NewLine;a", 9},
        {"&Tab a", 0},
        {" &#32; &#9; a", 12},
        {"&#;", 0},
        {"&#x;", 0},
        {"&#", 0},
        {"&", 0},
        {"&#32", 4},
        {"&#65568;a", 0},
        {"&#00032;a", 8},
        {"&nbsp;a", 0},
        {"&#4294967328;", 0},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const char *text = CASES[i].text;
        if (white_space_skip_any(text, text + strlen(text)) != text + CASES[i].n)
            fail_msg("%s", text);
    }
    static const char *const BREAKS[] = {"\r\na", "\ra", "\na", "a", "\n\ra", "\r"};
    static const size_t N_OF_BREAK[] = {2, 1, 1, 0, 1, 1};
    for (size_t i = 0; i < N_OF(BREAKS); i++)
        assert_ptr_equal(white_space_skip_break(BREAKS[i], BREAKS[i] + strlen(BREAKS[i])),
                         BREAKS[i] + N_OF_BREAK[i]);
}

static void charsets_have_labels(void **state) {
    static const char *const CASES[][3] = {
        /* label, name in iconv, standard name */
        {"utf-8", "UTF-8", "utf-8"},
        {"UTF8", "UTF-8", "utf-8"},
        {" latin1 ", "CP1252", "windows-1252"},
        {"us-ascii", "CP1252", "windows-1252"},
        {"x-user-defined", "CP1252", "windows-1252"},
        {"gb2312", "GB18030", "gb18030"},
        {"x-gbk", "GB18030", "gb18030"},
        {"sjis", "CP932", "shift_jis"},
        {"windows-949", "CP949", "euc-kr"},
        {"unicodefffe", "UTF-16BE", "utf-16be"},
    };
    static const char *const NONE[] = {"", " ", "utf", "utf-8 utf8", "latin", "utf-88", "8"};
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const char *name = charset_name_find(str_of(CASES[i][0]));
        assert_string_equal(name, CASES[i][1]);
        assert_str(charset_name_standard(name), str_of(CASES[i][2]));
    }
    for (size_t i = 0; i < N_OF(NONE); i++)
        assert_null(charset_name_find(str_of(NONE[i])));
    assert_string_equal(charset_name_guessed(STR("UHC")), "CP949");
    assert_string_equal(charset_name_guessed(STR("KOI8-R")), "KOI8-U");
    assert_string_equal(charset_name_guessed(STR("ISO-8859-16")), "CP1250");
    assert_string_equal(charset_name_guessed(STR("ISO-8859-2")), "ISO-8859-2");
    assert_string_equal(charset_name_guessed(STR("windows-1251")), "CP1251");
}

/* All labels that are read, by the standard name of their encoding. */
static void charsets_have_all_labels(void **state) {
    static const char *const ENCODINGS[][2] = {
        {"utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8"},
        {"windows-1252",
         "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
         "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252 x-user-defined"},
        {"ibm866", "866 cp866 csibm866"},
        {"iso-8859-2",
         "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
        {"iso-8859-3",
         "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
        {"iso-8859-4",
         "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
        {"iso-8859-5",
         "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
        {"iso-8859-6",
         "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e "
         "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
        {"iso-8859-7", "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 "
                       "iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
        {"iso-8859-8",
         "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
         "iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical"},
        {"iso-8859-10", "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
        {"iso-8859-13", "iso8859-13 iso885913"},
        {"iso-8859-14", "iso8859-14 iso885914"},
        {"iso-8859-15", "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"},
        {"iso-8859-16", ""},
        {"koi8-r", "cskoi8r koi koi8 koi8_r"},
        {"koi8-u", "koi8-ru"},
        {"macintosh", "csmacintosh mac x-mac-roman"},
        {"windows-874", "cp874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"},
        {"windows-1250", "cp1250 x-cp1250"},
        {"windows-1251", "cp1251 x-cp1251"},
        {"windows-1253", "cp1253 x-cp1253"},
        {"windows-1254", "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
                         "iso_8859-9:1989 l5 latin5 x-cp1254"},
        {"windows-1255", "cp1255 x-cp1255"},
        {"windows-1256", "cp1256 x-cp1256"},
        {"windows-1257", "cp1257 x-cp1257"},
        {"windows-1258", "cp1258 x-cp1258"},
        {"x-mac-cyrillic", "mac-cyrillic x-mac-ukrainian"},
        {"gb18030",
         "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 cp936 x-gbk"},
        {"big5", "big5-hkscs cn-big5 cp950 csbig5 x-x-big5"},
        {"euc-jp", "cseucpkdfmtjapanese x-euc-jp"},
        {"iso-2022-jp", "csiso2022jp"},
        {"shift_jis", "cp932 csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"},
        {"euc-kr", "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 cp949 "
                   "ksc5601 ksc_5601 windows-949"},
        {"utf-16le", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"},
        {"utf-16be", "unicodefffe"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(ENCODINGS); i++) {
        struct str standard = str_of(ENCODINGS[i][0]), rest = str_of(ENCODINGS[i][1]);
        assert_non_null(charset_name_find(standard));
        assert_str(charset_name_standard(charset_name_find(standard)), standard);
        for (size_t at = 0; at < rest.len;) {
            struct str label = str_before(str_between(rest, at, rest.len), ' ');
            const char *name = charset_name_find(label);
            if (!name || !str_equals(charset_name_standard(name), standard))
                fail_msg("%.*s", (int)label.len, label.at);
            at += label.len + 1;
        }
    }
}

static void addresses_of_pictures(void **state) {
    static const struct {
        const char *value;
        bool is_picture;
    } CASES[] = {
        {"/a.jpg", true},      {"https://a/b.PNG", true},
        {"/a.webp?w=9", true}, {"/a.avif", true},
        {"/a.jpeg", true},     {"/a.gif", true},
        {"/a.svg", false},     {"a.jpg", false},
        {"/.jpg", true},       {"/jpg", false},
        {".jpg", false},       {"/a?b.jpg", false},
        {"", false},           {"/", false},
        {"/a.jpgs", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (attr_is_picture(str_of(CASES[i].value)) != CASES[i].is_picture)
            fail_msg("%s", CASES[i].value);
    assert_true(attr_equals_in_any_case(STR("Data-X"), STR("dATA-x")));
    assert_false(attr_equals_in_any_case(STR("data-x"), STR("data-")));
    assert_false(attr_equals_in_any_case(STR("data-"), STR("data-x")));
    assert_false(attr_equals_in_any_case(STR("data-x"), STR("data-y")));
}

static void hidden_addresses_are_hexadecimal(void **state) {
    static const struct {
        const char *digits, *address; /* NULL: none */
    } CASES[] = {
        {"0061406f", "a@o"}, {"0061406F", "a@o"}, {"01604163", "a@b"}, {"0061406`", NULL},
        {"0061406", NULL},   {"00614", NULL},     {"006162", NULL},    {"006140200a", NULL},
        {"00", NULL},        {"", NULL},          {"00614g6f", NULL},  {"0061403c", NULL},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, *state);
        buffer_append(&out, STR("x"));
        bool is_address = hidden_address_append(&out, str_of(CASES[i].digits));
        if (is_address != (CASES[i].address != NULL))
            fail_msg("%s", CASES[i].digits);
        struct str got = str_between(buffer_str(&out), 1, out.len);
        assert_str(got, CASES[i].address ? str_of(CASES[i].address) : STR(""));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_of_saved_pages),
        cmocka_unit_test(addresses_of_saved_pages_are_near_the_start),
        cmocka_unit_test(references_to_white_space),
        cmocka_unit_test(charsets_have_labels),
        cmocka_unit_test(charsets_have_all_labels),
        cmocka_unit_test(addresses_of_pictures),
        ARENA_TEST(hidden_addresses_are_hexadecimal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

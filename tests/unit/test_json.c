/* json.c: valid JSON, the ways in which pages break theirs, limits and hostile input. */
#include "ground.h"

#include <stdio.h>

#include "base/json.h"
#include "base/json_write.h"

static const struct json_limits LIMITS = {64, 100000};

/* Appends the value at `i` as JSON without white space; missing keys as "?". */
static void dump_value(struct buffer *out, const struct json *json, size_t i) {
    const struct json_value *value = &json->values[i];
    bool is_object = value->kind == JSON_OBJECT;
    switch (value->kind) {
    case JSON_NULL:
        buffer_append(out, STR("null"));
        return;
    case JSON_FALSE:
        buffer_append(out, STR("false"));
        return;
    case JSON_TRUE:
        buffer_append(out, STR("true"));
        return;
    case JSON_NUMBER:
        buffer_append(out, value->text);
        return;
    case JSON_STRING:
        json_append_string(out, value->text);
        return;
    default:
        break;
    }
    buffer_append_byte(out, is_object ? '{' : '[');
    for (size_t k = i + 1; k < value->end; k = json->values[k].end) {
        assert_int_equal(json->values[k].parent, i);
        if (k > i + 1)
            buffer_append_byte(out, ',');
        if (is_object && json->values[k].key.at)
            json_append_string(out, json->values[k].key);
        if (is_object)
            buffer_append_byte(out, json->values[k].key.at ? ':' : '?');
        dump_value(out, json, k);
    }
    buffer_append_byte(out, is_object ? '}' : ']');
}

/* All roots, separated by spaces. */
static struct str dump(struct arena *arena, const struct json *json) {
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < json->n_values; i = json->values[i].end) {
        assert_int_equal(json->values[i].parent, i);
        if (i > 0)
            buffer_append_byte(&out, ' ');
        dump_value(&out, json, i);
    }
    return buffer_str(&out);
}

static struct json parsed(struct arena *arena, struct str text) {
    struct json json;
    json_parse(arena, text, LIMITS, &json);
    return json;
}

/* ---- valid JSON ---- */

static const struct str good[] = {
    STR_INIT("{}"),
    STR_INIT("[]"),
    STR_INIT("\"\""),
    STR_INIT("0"),
    STR_INIT("null"),
    STR_INIT("[true,false,null]"),
    STR_INIT("[0,-0,1.5,-12.25e10,1E+2,1e-2]"),
    STR_INIT("{\"a\":1,\"b\":{\"c\":[1,[2,{}],{}]},\"d\":\"e\"}"),
    STR_INIT("{\"a\":1,\"a\":2,\"\":3}"),
    STR_INIT("[\"\",\"a, b\",\"{[}]:\",\"it's\",\"// no comment\",\"<!-- -->\"]"),
    STR_INIT("{\"a\":\"x\",\"b\":[\"y\",\"z\"],\"c\":[\"y\",-1,\"z\",{},\"w\",[],\"v\",true]}"),
    STR_INIT("[\"a\\\"b\\\\c\\b\\f\\n\\r\\t\\u0001\"]"),
    STR_INIT("[[[[[[[[]]]]]]]]"),
};

static void valid_json_comes_back_the_same(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct json json = parsed(arena, good[i]);
        assert_str(dump(arena, &json), good[i]);
        assert_true(json.is_strict);
        assert_false(json.is_truncated);
    }
}

static const struct {
    struct str text, dump;
} also_good[] = {
    {STR_INIT(" \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : \"c\" }\n"),
     STR_INIT("{\"a\":[1,2],\"b\":\"c\"}")},
    {STR_INIT("\"\\/\\u0041\\u00e9\\u20AC\""), STR_INIT("\"/A\xC3\xA9\xE2\x82\xAC\"")},
    {STR_INIT("\"\\ud83d\\ude00\""), STR_INIT("\"\xF0\x9F\x98\x80\"")},
    {STR_INIT("{\"\\u0061\\\"\":1}"), STR_INIT("{\"a\\\"\":1}")}, /* escapes in a key */
    {STR_INIT("\"\\ud83dx\\ude00\\ud83d\\u0041\""),               /* lone surrogates */
     STR_INIT("\"\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD"
              "A\"")},
    {STR_INIT("\"a\\u0000b\""), STR_INIT("\"a\xEF\xBF\xBD"
                                         "b\"")},
    {STR_INIT("[\"a\"\n,\n\"b\"\n]"), STR_INIT("[\"a\",\"b\"]")},
};

static void what_good_json_means(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof also_good / sizeof *also_good; i++) {
        struct json json = parsed(arena, also_good[i].text);
        assert_str(dump(arena, &json), also_good[i].dump);
        assert_true(json.is_strict);
    }
}

static void plain_strings_are_not_copied(void **state) {
    struct arena *arena = *state;
    struct str text = STR("{\"key\":\"value\"}");
    ARM(arena);
    struct json json = parsed(arena, text);
    assert_ptr_equal(json.values[1].key.at, text.at + 2);
    assert_ptr_equal(json.values[1].text.at, text.at + 8);
}

/* ---- broken JSON ---- */

static const struct {
    struct str text, dump;
} broken[] = {
    /* commas and colons */
    {STR_INIT("{\"a\":1,}"), STR_INIT("{\"a\":1}")},
    {STR_INIT("[1,2,]"), STR_INIT("[1,2]")},
    {STR_INIT("[,1,,2]"), STR_INIT("[1,2]")},
    {STR_INIT("{,\"a\":1,,\"b\":2}"), STR_INIT("{\"a\":1,\"b\":2}")},
    {STR_INIT("{\"a\":\"x\"\n\"b\":\"y\"}"), STR_INIT("{\"a\":\"x\",\"b\":\"y\"}")},
    {STR_INIT("{\"a\":\"x\" \"b\":\"y\"}"), STR_INIT("{\"a\":\"x\",\"b\":\"y\"}")},
    {STR_INIT("{\"a\":\"x\"\"b\":\"y\"}"), STR_INIT("{\"a\":\"x\",\"b\":\"y\"}")},
    {STR_INIT("{\"a\":1 \"b\":2}"), STR_INIT("{\"a\":1,\"b\":2}")},
    {STR_INIT("{\"a\":{} \"b\":[] \"c\":3}"), STR_INIT("{\"a\":{},\"b\":[],\"c\":3}")},
    {STR_INIT("[\"a\" \"b\"]"), STR_INIT("[\"a\",\"b\"]")},
    {STR_INIT("[\"a\"\n{\"b\":1}{}]"), STR_INIT("[\"a\",{\"b\":1},{}]")},
    {STR_INIT("[{}{}]"), STR_INIT("[{},{}]")},
    {STR_INIT("{\"a\"::1}"), STR_INIT("{\"a\":1}")},
    {STR_INIT("{\"a\" 1}"), STR_INIT("{\"a\":1}")},
    {STR_INIT("{\"a\":}"), STR_INIT("{}")},
    {STR_INIT("{\"a\":,\"b\":2}"), STR_INIT("{\"b\":2}")},
    {STR_INIT("{\"a\",\"b\":2}"), STR_INIT("{\"b\":2}")},
    {STR_INIT("{:1}"), STR_INIT("{}")},
    {STR_INIT("[1:2]"), STR_INIT("[1,2]")},
    {STR_INIT("{{\"a\":1}}"), STR_INIT("{?{\"a\":1}}")},
    /* brackets */
    {STR_INIT("{\"a\":[1,2}"), STR_INIT("{\"a\":[1,2]}")},
    {STR_INIT("[{\"a\":1]"), STR_INIT("[{\"a\":1}]")},
    {STR_INIT("{\"a\":1}}"), STR_INIT("{\"a\":1}")},
    {STR_INIT("[1]]]"), STR_INIT("[1]")},
    {STR_INIT("}{\"a\":1}"), STR_INIT("{\"a\":1}")},
    {STR_INIT("{\"a\":1]}"), STR_INIT("{\"a\":1}")},
    /* roots */
    {STR_INIT("{\"a\":1}{\"b\":2}"), STR_INIT("{\"a\":1} {\"b\":2}")},
    {STR_INIT("{\"a\":1},{\"b\":2}"), STR_INIT("{\"a\":1} {\"b\":2}")},
    {STR_INIT("{\"a\":1};"), STR_INIT("{\"a\":1}")},
    {STR_INIT("var x = {\"a\":1};\n"), STR_INIT("{\"a\":1}")},
    {STR_INIT("f({\"a\":1}, 'x');"), STR_INIT("{\"a\":1}")},
    {STR_INIT(""), STR_INIT("")},
    {STR_INIT(" \n"), STR_INIT("")},
    {STR_INIT("no JSON at all"), STR_INIT("")},
    {STR_INIT("<p>{\"a\":1}</p>"), STR_INIT("{\"a\":1}")},
    /* comments and marks around */
    {STR_INIT("{/* x */\"a\":/* \" */1// y\n}"), STR_INIT("{\"a\":1}")},
    {STR_INIT("{\"a\":\"x\" // y\n,\"b\":\"z\", // w\n}"), STR_INIT("{\"a\":\"x\",\"b\":\"z\"}")},
    {STR_INIT("[\"a\" /* b */]"), STR_INIT("[\"a\"]")},
    {STR_INIT("[true// b\n,1/* c */]"), STR_INIT("[true,1]")},
    {STR_INIT("<!-- {\"a\":1} -->"), STR_INIT("{\"a\":1}")},
    {STR_INIT("<!--\n[1]\n//-->"), STR_INIT("[1]")},
    {STR_INIT("<![CDATA[{\"a\":[1]}]]>"), STR_INIT("{\"a\":[1]}")},
    {STR_INIT("//<![CDATA[\n{\"a\":1}\n//]]>"), STR_INIT("{\"a\":1}")},
    {STR_INIT("//<![CDATA[{\"a\":1}//]]>"), STR_INIT("{\"a\":1}")}, /* minified to one line */
    {STR_INIT("/*<![CDATA[*/{\"a\":1}/*]]>*/"), STR_INIT("{\"a\":1}")},
    {STR_INIT("\xEF\xBB\xBF{\"a\":1}"), STR_INIT("{\"a\":1}")},
    {STR_INIT("\xC2\xA0{\xC2\xA0\"a\":\xC2\xA0"
              "1}"),
     STR_INIT("{\"a\":1}")},
    {STR_INIT("{\f\"a\"\v:1}"), STR_INIT("{\"a\":1}")},
    {STR_INIT("{\"a\": / 1}"), STR_INIT("{\"a\":\"/ 1\"}")},
    /* strings */
    {STR_INIT("{\"a\":\"x\ny\tz\"}"), STR_INIT("{\"a\":\"x\\ny\\tz\"}")},
    {STR_INIT("{\"a\":\"x\\'y\\q\\xz\"}"), STR_INIT("{\"a\":\"x'yqxz\"}")},
    {STR_INIT("{\"a\":\"\\u12\\u12g4\\u\"}"), STR_INIT("{\"a\":\"u12u12g4u\"}")},
    {STR_INIT("{\"a\":\"x\\\ny\"}"), STR_INIT("{\"a\":\"x\\ny\"}")},
    {STR_INIT("{'a':'x','b':'it's'}"), STR_INIT("{\"a\":\"x\",\"b\":\"it's\"}")},
    {STR_INIT("{\"a\":'x \"y\" z'}"), STR_INIT("{\"a\":\"x \\\"y\\\" z\"}")},
    {STR_INIT("{\"a\":\"the \"best\" one\",\"b\":2}"),
     STR_INIT("{\"a\":\"the \\\"best\\\" one\",\"b\":2}")},
    {STR_INIT("{\"a\":\"the \"best\"\",\"b\":2}"),
     STR_INIT("{\"a\":\"the \\\"best\\\"\",\"b\":2}")},
    {STR_INIT("{\"a\":\"\"best\" of\"}"), STR_INIT("{\"a\":\"\\\"best\\\" of\"}")},
    {STR_INIT("{\"a\":\"say \"no\", then go\",\"b\":2}"),
     STR_INIT("{\"a\":\"say \\\"no\\\", then go\",\"b\":2}")},
    {STR_INIT("{\"a\":\"the \"news\": x\",\"b\":2}"),
     STR_INIT("{\"a\":\"the \\\"news\\\": x\",\"b\":2}")},
    {STR_INIT("[\"say \"no\", then go\", \"b\"]"), STR_INIT("[\"say \\\"no\\\", then go\",\"b\"]")},
    {STR_INIT("{\"a\":\"<a href=\"/x\">y</a>\"}"),
     STR_INIT("{\"a\":\"<a href=\\\"/x\\\">y</a>\"}")},
    {STR_INIT("{\"a\":\"<br class=\"b\"/>\"}"), STR_INIT("{\"a\":\"<br class=\\\"b\\\"/>\"}")},
    /* words */
    {STR_INIT("{a:1,$b_2:\"x\",\xC3\xA9:2}"), STR_INIT("{\"a\":1,\"$b_2\":\"x\",\"\xC3\xA9\":2}")},
    {STR_INIT("{\"a\":\"x\",b:1}"), STR_INIT("{\"a\":\"x\",\"b\":1}")},
    {STR_INIT("{1:2}"), STR_INIT("{\"1\":2}")},
    {STR_INIT("{\"author\": Jane Do\xC3\xA9,\"b\":2}"),
     STR_INIT("{\"author\":\"Jane Do\xC3\xA9\",\"b\":2}")},
    {STR_INIT("{\"a\": Jane Doe\n}"), STR_INIT("{\"a\":\"Jane Doe\"}")},
    {STR_INIT("{\"date\":2024-05-01}"), STR_INIT("{\"date\":\"2024-05-01\"}")},
    {STR_INIT("{\"date\":2024/05/01}"), STR_INIT("{\"date\":\"2024/05/01\"}")},
    {STR_INIT("[True,False,None,undefined,NaN]"), STR_INIT("[true,false,null,null,null]")},
    {STR_INIT("[01,+1,.5,1.,-.5]"), STR_INIT("[01,+1,.5,1.,-.5]")},
    {STR_INIT("[1e,-,1.2.3e]"), STR_INIT("[\"1e\",\"-\",\"1.2.3e\"]")},
    {STR_INIT("[truee]"), STR_INIT("[\"truee\"]")},
};

static void broken_json_is_still_read(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct json json = parsed(arena, broken[i].text);
        assert_str(dump(arena, &json), broken[i].dump);
        assert_false(json.is_strict);
        assert_false(json.is_truncated);
    }
}

/* ---- truncation and limits ---- */

static const struct {
    struct str text, dump;
} cut[] = {
    {STR_INIT("{"), STR_INIT("{}")},
    {STR_INIT("[[["), STR_INIT("[[[]]]")},
    {STR_INIT("{\"a\":1,\"b\":\"half of a str"), STR_INIT("{\"a\":1,\"b\":\"half of a str\"}")},
    {STR_INIT("{\"a\":1,\"ha"), STR_INIT("{\"a\":1}")},
    {STR_INIT("{\"a\":1,\"b\":"), STR_INIT("{\"a\":1}")},
    {STR_INIT("{\"a\":[{\"b\":1},{\"c\":"), STR_INIT("{\"a\":[{\"b\":1},{}]}")},
    {STR_INIT("{\"a\":\"x\\"), STR_INIT("{\"a\":\"x\"}")},
    {STR_INIT("{\"a\":\"x\\u00"), STR_INIT("{\"a\":\"xu00\"}")},
    {STR_INIT("{\"a\":tru"), STR_INIT("{\"a\":\"tru\"}")},
    {STR_INIT("{\"a\":1 /* never closed"), STR_INIT("{\"a\":1}")},
    {STR_INIT("{\"a\":1 // never ended"), STR_INIT("{\"a\":1}")},
    {STR_INIT("[1,"), STR_INIT("[1]")},
    {STR_INIT("\""), STR_INIT("\"\"")},
};

static void a_cut_text_keeps_what_was_read(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        struct json json = parsed(arena, cut[i].text);
        assert_str(dump(arena, &json), cut[i].dump);
        assert_true(json.is_truncated);
        assert_false(json.is_strict);
    }
}

/* Nothing is read past the end, wherever that is: each piece is a separate allocation, which a
 * sanitizer watches. */
static void cutting_at_every_byte_is_safe(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        for (size_t len = 0; len < broken[i].text.len; len++) {
            char *piece = malloc(len ? len : 1);
            assert_non_null(piece);
            memcpy(piece, broken[i].text.at, len);
            struct json json = parsed(arena, (struct str){piece, len});
            dump(arena, &json);
            free(piece);
        }
    }
}

static void deeper_containers_are_skipped(void **state) {
    struct arena *arena = *state;
    struct json json;
    ARM(arena);
    struct str text = STR("{\"a\":[1,[2,\"]\",{\"x\":[}]],3],\"b\":{\"c\":{}},\"d\":4}");
    json_parse(arena, text, (struct json_limits){2, 100}, &json);
    assert_str(dump(arena, &json), STR("{\"a\":[1,3],\"b\":{},\"d\":4}"));
    assert_true(json.is_truncated);
    assert_false(json.is_strict);
    json_parse(arena, STR("[1] 2"), (struct json_limits){0, 100}, &json);
    assert_str(dump(arena, &json), STR("2"));
    json_parse(arena, STR("[[1]]"), (struct json_limits){2, 100}, &json);
    assert_true(json.is_strict); /* the limit itself is allowed */
}

static void reading_ends_at_max_values(void **state) {
    struct arena *arena = *state;
    struct json json;
    ARM(arena);
    json_parse(arena, STR("{\"a\":[1,2,3],\"b\":4}"), (struct json_limits){9, 4}, &json);
    assert_str(dump(arena, &json), STR("{\"a\":[1,2]}"));
    assert_true(json.is_truncated);
    json_parse(arena, STR("[1,2]"), (struct json_limits){9, 3}, &json);
    assert_true(json.is_strict); /* the limit itself is allowed */
    json_parse(arena, STR("[[]]"), (struct json_limits){9, 1}, &json);
    assert_str(dump(arena, &json), STR("[]"));
    json_parse(arena, STR("[]"), (struct json_limits){9, 0}, &json);
    assert_int_equal(json.n_values, 0);
}

/* Ten million bytes of one thing, repeated: anything quadratic would not return. */
static void hostile_texts_take_linear_time(void **state) {
    static const char *const parts[] = {
        "[",  "{",         "{\"a\":",  "[{",       "\"",       "\" ",      "\", ",
        "\\", "\"a\":\"",  "a",        "a ",       ",",        ":",        "]",
        "{]", "[}",        "/*",       "//",       "/",        "<!--",     "-",
        "'",  "{\"a\":1,", "[\"\" ",   "[\"a\"\"", "[\"a\", ", "\\u",      "\\ud800",
        " ",  "\n",        "[\"a\"  ", "{\"a\":'", "[1,",      "\xC3\xA9", "\xC2\xA0"};
    static const char *const heads[] = {"", "[\"", "{\"a\":\"", "{\"a\":"};
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
            struct buffer text;
            struct json json;
            arena_reset(arena, SIZE_MAX);
            ARM(arena);
            buffer_init(&text, arena);
            buffer_append(&text, str_of(heads[k]));
            while (text.len < 1000000)
                buffer_append(&text, str_of(parts[i]));
            json_parse(arena, buffer_str(&text), (struct json_limits){10000, 10000000}, &json);
            assert_in_range(json.n_values, 0, text.len);
        }
    }
}

static void ten_megabytes_of_many_values(void **state) {
    enum { N = 400000 };
    struct arena *arena = *state;
    struct buffer text;
    struct json json;
    ARM(arena);
    buffer_init(&text, arena);
    buffer_append_byte(&text, '{');
    for (size_t i = 0; i < N; i++)
        buffer_append(&text, STR("\"duplicate key\":\"value\","));
    buffer_append(&text, STR("\"duplicate key\":7}"));
    json_parse(arena, buffer_str(&text), (struct json_limits){10, 1000000}, &json);
    assert_int_equal(json.n_values, N + 2);
    assert_true(json.is_strict);
    assert_int_equal(json_member(&json, 0, STR("duplicate key")), N + 1);
}

static void ten_thousand_deep(void **state) {
    enum { N = 10000 };
    struct arena *arena = *state;
    struct buffer text;
    struct json json;
    ARM(arena);
    buffer_init(&text, arena);
    for (size_t i = 0; i < N; i++)
        buffer_append(&text, STR("{\"a\":"));
    buffer_append(&text, STR("1"));
    for (size_t i = 0; i < N; i++)
        buffer_append_byte(&text, '}');
    json_parse(arena, buffer_str(&text), (struct json_limits){N, 1000000}, &json);
    assert_int_equal(json.n_values, N + 1);
    assert_true(json.is_strict);
    json_parse(arena, buffer_str(&text), (struct json_limits){64, 1000000}, &json);
    assert_int_equal(json.n_values, 64);
}

/* ---- members ---- */

static void members_are_found(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct json json =
        parsed(arena, STR("{\"a\":{\"b\":1,\"c\":2},\"b\":[\"b\"],\"c\":3,\"c\":4} {\"z\":5}"));
    size_t a = json_member(&json, 0, STR("a"));
    assert_int_equal(a, 1);
    assert_str(json.values[json_member(&json, a, STR("b"))].text, STR("1"));
    assert_int_equal(json.values[json_member(&json, 0, STR("b"))].kind, JSON_ARRAY);
    assert_str(json.values[json_member(&json, 0, STR("c"))].text, STR("4")); /* the last wins */
    assert_int_equal(json_member(&json, 0, STR("z")), 0);                    /* of the next root */
    assert_int_equal(json_member(&json, 0, STR("nosuch")), 0);
    assert_int_equal(json_member(&json, 0, STR("")), 0);
    assert_int_equal(json_member(&json, 2, STR("a")), 0); /* a number */
    assert_int_equal(json_member(&json, 99, STR("a")), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(valid_json_comes_back_the_same),
        ARENA_TEST(what_good_json_means),
        ARENA_TEST(plain_strings_are_not_copied),
        ARENA_TEST(broken_json_is_still_read),
        ARENA_TEST(a_cut_text_keeps_what_was_read),
        ARENA_TEST(cutting_at_every_byte_is_safe),
        ARENA_TEST(deeper_containers_are_skipped),
        ARENA_TEST(reading_ends_at_max_values),
        ARENA_TEST(hostile_texts_take_linear_time),
        ARENA_TEST(ten_megabytes_of_many_values),
        ARENA_TEST(ten_thousand_deep),
        ARENA_TEST(members_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

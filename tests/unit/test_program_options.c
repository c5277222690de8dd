/*
 * Arguments of options: choices, sizes, numbers; abbreviated and misspelled names.
 */
#include "ground.h"

#include <math.h>

#include "program/option_name.h"
#include "program/option_value.h"
#include "program/options.h"

static void choices_are_whole_words(void **state) {
    static const struct {
        const char *choices, *value;
        int i;
    } CASES[] = {
        {"a|bc|d", "a", 0},    {"a|bc|d", "bc", 1},    {"a|bc|d", "d", 2},     {"a|bc|d", "b", -1},
        {"a|bc|d", "bcd", -1}, {"a|bc|d", "", -1},     {"a|bc|d", "a|bc", -1}, {"[=a|bc]", "a", 0},
        {"[=a|bc]", "bc", 1},  {"[=a|bc]", "bc]", -1}, {"a", "a", 0},          {"a", "A", -1},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (option_value_choice(CASES[i].choices, CASES[i].value) != CASES[i].i)
            fail_msg("%s %s", CASES[i].choices, CASES[i].value);
}

static void sizes_have_units(void **state) {
    static const struct {
        const char *text;
        size_t size; /* 0: not valid */
    } CASES[] = {
        {"1", 1},
        {"64k", 64 << 10},
        {"64K", 64 << 10},
        {"16m", 16 << 20},
        {"16M", 16 << 20},
        {"1g", 1 << 30},
        {"1G", 1 << 30},
        {"007", 7},
        {"0", 0},
        {"0k", 0},
        {"", 0},
        {"k", 0},
        {"1kk", 0},
        {"1kb", 0},
        {"1 k", 0},
        {" 1", 0},
        {"+1", 0},
        {"-1", 0},
        {"1.5k", 0},
        {"0x10", 0},
        {"1t", 0},
        {"99999999999999999999", 0},
        {"9223372036854775807", SIZE_MAX / 2},
        {"9223372036854775808", 0},
        {"8589934591G", (size_t)8589934591 << 30},
        {"8589934592G", 0},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        size_t size = 5;
        if (option_value_size(CASES[i].text, &size) != (CASES[i].size > 0))
            fail_msg("%s", CASES[i].text);
        if (CASES[i].size)
            assert_int_equal(size, CASES[i].size);
    }
}

static void counts_have_a_greatest(void **state) {
    unsigned n;
    (void)state;
    assert_true(option_value_count("1", 10, &n) && n == 1);
    assert_true(option_value_count("10", 10, &n) && n == 10);
    assert_false(option_value_count("11", 10, &n));
    assert_false(option_value_count("0", 10, &n));
    assert_true(option_value_count("1k", 1024, &n) && n == 1024);
    assert_false(option_value_count("1k", 1023, &n));
}

static void numbers_are_decimal(void **state) {
    static const struct {
        const char *text;
        double share, seconds; /* -1: not valid */
    } CASES[] = {
        {"0", 0, (double)INFINITY},
        {"1", 1, 1},
        {"0.25", 0.25, 0.25},
        {".5", .5, .5},
        {"1.001", -1, 1.001},
        {"1e-1", .1, .1},
        {"1000000", -1, 1e6},
        {"1000000.1", -1, -1},
        {"0x1", -1, -1},
        {"0X1", -1, -1},
        {"-0", -1, -1},
        {"+1", -1, -1},
        {" 1", -1, -1},
        {"1 ", -1, -1},
        {"nan", -1, -1},
        {"inf", -1, -1},
        {"", -1, -1},
        {".", -1, -1},
        {"1,5", -1, -1},
        {"1a", -1, -1},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        double share = -1, seconds = -1;
        if (!option_value_share(CASES[i].text, &share))
            share = -1;
        if (!option_value_seconds(CASES[i].text, &seconds))
            seconds = -1;
        if (!(share >= CASES[i].share && share <= CASES[i].share))
            fail_msg("share %s: %g", CASES[i].text, share);
        if (!(seconds >= CASES[i].seconds && seconds <= CASES[i].seconds))
            fail_msg("seconds %s: %g", CASES[i].text, seconds);
    }
}

static void conditions_on_records(void **state) {
    static const struct {
        const char *list, *type; /* NULL: not valid */
        unsigned status;
    } CASES[] = {
        {"status=200", "", 200},
        {"status=2xx", "", 2},
        {"status=any", "", 0},
        {"type=text/html", "text/html", 7},
        {"status=404,type=a", "a", 404},
        {"type=a,status=3xx", "a", 3},
        {"type=a,type=b", "b", 7},
        {"status=200,", "", 200},
        {"status=999", "", 999},
        {"status=100", "", 100},
        {"", NULL, 0},
        {"status=", NULL, 0},
        {"status=20", NULL, 0},
        {"status=2000", NULL, 0},
        {"status=0xx", NULL, 0},
        {"status=2x0", NULL, 0},
        {"status=20x", NULL, 0},
        {"status=a00", NULL, 0},
        {"type=", NULL, 0},
        {"status", NULL, 0},
        {",status=200", NULL, 0},
        {"x=y", NULL, 0},
        {"status=200;type=a", NULL, 0},
        {"status=:00", NULL, 0},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct where where = {.status = 7};
        if (option_value_where(CASES[i].list, &where) != (CASES[i].type != NULL))
            fail_msg("%s", CASES[i].list);
        if (!CASES[i].type)
            continue;
        assert_int_equal(where.status, CASES[i].status);
        assert_str(where.type, str_of(CASES[i].type));
    }
}

static void lists_have_an_end(void **state) {
    char list[8] = "";
    (void)state;
    assert_false(option_value_append("", list, sizeof list));
    assert_true(option_value_append("abc", list, sizeof list));
    assert_true(option_value_append("def", list, sizeof list));
    assert_string_equal(list, "abc,def");
    assert_false(option_value_append("g", list, sizeof list));
    char other[8] = "";
    assert_false(option_value_append("12345678", other, sizeof other));
    other[0] = '\0';
    assert_true(option_value_append("1234567", other, sizeof other));
}

static const char *const WORDS[] = {"format", "follow", NULL,  "fields", "force-header",
                                    "quiet",  "output", "out", "warc",   "v"};

static const char *word_at(const void *words, size_t i) {
    return ((const char *const *)words)[i];
}

static int find(const char *name) {
    return option_name_find(str_of(name), word_at, WORDS, N_OF(WORDS));
}

static void names_may_be_abbreviated(void **state) {
    (void)state;
    assert_int_equal(find("format"), 0);
    assert_int_equal(find("forma"), 0);
    assert_int_equal(find("fol"), 1);
    assert_int_equal(find("fo"), OPTION_NAME_AMBIGUOUS);
    assert_int_equal(find("for"), OPTION_NAME_AMBIGUOUS);
    assert_int_equal(find("f"), OPTION_NAME_AMBIGUOUS);
    assert_int_equal(find("out"), 7); /* whole, although "output" begins with it */
    assert_int_equal(find("outp"), 6);
    assert_int_equal(find("formats"), OPTION_NAME_UNKNOWN);
    assert_int_equal(find("x"), OPTION_NAME_UNKNOWN);
    assert_int_equal(find(""), OPTION_NAME_UNKNOWN);
    assert_int_equal(find("v"), 9);
}

static void misspelled_names_are_suggested(void **state) {
    static const char *const CASES[][2] = {
        {"formta", "format"},
        {"frmat", "format"},
        {"formaat", "format"},
        {"dormat", "format"},
        {"fromta", "format"},
        {"fromtaa", NULL},
        {"quite", "quiet"},
        {"quit", "quiet"},
        {"wrac", "warc"},
        {"wrc", "warc"},
        {"wr", NULL},
        {"warcs", "warc"},
        {"wa", NULL},
        {"x", NULL},
        {"forse-heder", "force-header"},
        {"forse-hedderr", NULL},
        {"output", "output"},
        {"outptu", "output"},
        {"oput", "out"},
        {"", NULL},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const char *near = option_name_suggest(str_of(CASES[i][0]), word_at, WORDS, N_OF(WORDS));
        if (!str_equals(str_of(near), str_of(CASES[i][1])))
            fail_msg("%s: %s", CASES[i][0], near ? near : "none");
    }
}

static void fields_have_names(void **state) {
    (void)state;
    for (unsigned i = 0; i < N_FIELDS; i++) {
        const char *name = field_name((enum field)i);
        assert_int_equal(field_find(name, strlen(name)), i);
        assert_int_not_equal(field_find(name, strlen(name) - 1), i);
    }
    assert_int_equal(field_find("nosuch", 6), N_FIELDS);
    assert_int_equal(field_find("", 0), N_FIELDS);
    assert_int_equal(field_body_format(FIELD_TEXT), PITH_TEXT);
    assert_int_equal(field_body_format(FIELD_HTML), PITH_HTML);
    assert_int_equal(field_body_format(FIELD_AUTHORS), 0);
    assert_int_equal(field_body(FORMAT_MARKDOWN), FIELD_MARKDOWN);
    assert_int_equal(field_body(FORMAT_JSON), FIELD_TEXT);
}

/* What the program says about a command line. */
static const char *fault_of(const char *option) {
    static struct options options;
    static struct options_detail detail;
    char text[200], *argv[] = {"pith", text, NULL};
    strncpy(text, option, sizeof text - 1);
    text[sizeof text - 1] = '\0';
    detail.text[0] = '\0';
    return options_read(2, argv, &options, &detail) == OPTIONS_WRONG ? detail.text : NULL;
}

#define BYTES_80 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

static void faults_are_described(void **state) {
    static const char *const CASES[][2] = {
        {"--fields=headline,date", NULL},
        {"--fields=headline,headline", "--fields names 'headline' twice"},
        {"--fields=titel", "unknown field 'titel'; did you mean 'headline'?"},
        {"--fields=headlin", "unknown field 'headlin'; did you mean 'headline'?"},
        {"--fields=nosuchfield", "unknown field 'nosuchfield'; pith --help lists them"},
        {"--fields=date,headline,headline", "--fields names 'headline' twice"},
        {"--fields=headline,headline,date", "--fields names 'headline' twice"},
        {"--fields=headline,date,date,headline", "--fields names 'date' twice"},
        {"--fields=headline,date,titel", "unknown field 'titel'; did you mean 'headline'?"},
        {"--fields=title", "unknown field 'title'; did you mean 'headline'?"},
        {"--fields=body", "unknown field 'body'; did you mean 'text'?"},
        {"--fields=content", "unknown field 'content'; did you mean 'text'?"},
        {"--fields=lang", "unknown field 'lang'; did you mean 'language'?"},
        {"--fields=published", "unknown field 'published'; did you mean 'date'?"},
        /* names of more than 80 bytes */
        {"--fields=" BYTES_80, "unknown field '" BYTES_80 "'; pith --help lists them"},
        {"--fields=" BYTES_80 "y", "unknown field '" BYTES_80 "'; pith --help lists them"},
        {"--" BYTES_80, "unknown option '--" BYTES_80 "'"},
        {"--" BYTES_80 "y", "unknown option '--" BYTES_80 "'"},
        {"--jobs=0", "--jobs: '0' is not a whole number from 1 to 1024"},
        {"--jobs=1025", "--jobs: '1025' is not a whole number from 1 to 1024"},
        {"--jobs=", "--jobs needs a value"},
        {"--min-confidence=2", "--min-confidence: '2' is not a number from 0 to 1"},
        {"--where=x", "--where: 'x' is not of the form status=200,type=text/html"},
        {"--formt=text", "unknown option '--formt'; did you mean '--format'?"},
        {"--nosuchoption", "unknown option '--nosuchoption'"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const char *fault = fault_of(CASES[i][0]);
        if (!str_equals(str_of(fault), str_of(CASES[i][1])))
            fail_msg("%s: %s", CASES[i][0], fault ? fault : "valid");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(choices_are_whole_words),
        cmocka_unit_test(sizes_have_units),
        cmocka_unit_test(counts_have_a_greatest),
        cmocka_unit_test(numbers_are_decimal),
        cmocka_unit_test(conditions_on_records),
        cmocka_unit_test(lists_have_an_end),
        cmocka_unit_test(names_may_be_abbreviated),
        cmocka_unit_test(misspelled_names_are_suggested),
        cmocka_unit_test(fields_have_names),
        cmocka_unit_test(faults_are_described),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

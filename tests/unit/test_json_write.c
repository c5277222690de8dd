/* json_write.c: strings as JSON, and read back. */
#include "ground.h"

#include "base/json.h"
#include "base/json_write.h"

static void strings_are_escaped(void **state) {
    static const struct {
        struct str raw, quoted;
    } strings[] = {
        {STR_INIT(""), STR_INIT("\"\"")},
        {STR_INIT("plain / 'text'"), STR_INIT("\"plain / 'text'\"")},
        {STR_INIT("\"\\"), STR_INIT("\"\\\"\\\\\"")},
        {STR_INIT("\b\f\n\r\t"), STR_INIT("\"\\b\\f\\n\\r\\t\"")},
        {STR_INIT("\0\x01\x1f\x7f"), STR_INIT("\"\\u0000\\u0001\\u001f\\u007f\"")},
        {STR_INIT("caf\xC3\xA9 \xF0\x9F\x98\x80"), STR_INIT("\"caf\xC3\xA9 \xF0\x9F\x98\x80\"")},
        {STR_INIT("a\xE2\x80\xA8"
                  "b\xE2\x80\xA9"),
         STR_INIT("\"a\\u2028b\\u2029\"")},
        {STR_INIT("\xC2\x80\xC2\x85\xC2\x9F\xC2\xA0"),
         STR_INIT("\"\\u0080\\u0085\\u009f\xC2\xA0\"")},
        {STR_INIT("\xEF\xBB\xBF\xEF\xBF\xBD\xEF\xBF\xBE\xEF\xBF\xBF"),
         STR_INIT("\"\\ufeff\xEF\xBF\xBD\\ufffe\\uffff\"")},
        {STR_INIT("\xE2\x80\x99"), STR_INIT("\"\xE2\x80\x99\"")},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        struct buffer out;
        buffer_init(&out, arena);
        json_append_string(&out, strings[i].raw);
        assert_str(buffer_str(&out), strings[i].quoted);
    }
    struct buffer out;
    buffer_init(&out, arena);
    json_append_string(&out, STR_NONE);
    assert_str(buffer_str(&out), STR("\"\""));
}

static void written_strings_are_read_back(void **state) {
    struct arena *arena = *state;
    struct buffer all, text;
    ARM(arena);
    buffer_init(&all, arena);
    buffer_init(&text, arena);
    for (char c = 1; c < 0x7F; c++)
        buffer_append_byte(&all, c);
    buffer_append(&all, STR("\xE2\x80\xA8\xE2\x80\xA9\xC3\xA9\xF0\x9F\x98\x80"));
    json_append_string(&text, buffer_str(&all));
    struct json json;
    json_parse(arena, buffer_str(&text), (struct json_limits){1, 1}, &json);
    assert_true(json.is_strict);
    assert_str(json.values[0].text, buffer_str(&all));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(strings_are_escaped),
        ARENA_TEST(written_strings_are_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * What the program reads: HTTP messages and their codings, mails, base64, JSON records.
 */
#define _GNU_SOURCE
#include "ground.h"

#include <errno.h>
#include <unistd.h>

#include "base/buffer.h"
#include "pith.h"
#include "program/input/base64.h"
#include "program/input/dictionary.h"
#include "program/input/file.h"
#include "program/input/http.h"
#include "program/input/jsonl.h"
#include "program/input/mail.h"
#include "program/input/record.h"
#include "program/input/stream.h"
#include "program/input/warc.h"

static void heads_end_with_an_empty_line(void **state) {
    static const struct {
        const char *text;
        size_t len;
    } CASES[] = {
        {"a\r\n\r\nb", 5}, {"a\n\nb", 3}, {"a\nb: c\n\n", 8}, {"\r\nb", 2}, {"\n", 1}, {"a\r\n", 0},
        {"a", 0},          {"", 0},       {"a\n\r\n", 4},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_int_equal(http_head_len(str_of(CASES[i].text)), CASES[i].len);
}

static void header_fields_are_found(void **state) {
    static const char HEAD[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=x\r\nEmpty:\r\n"
                               "Content-Length : 5\nX-Content-Type: z\nDATE:  now \r\ndate: later\n"
                               "last";
    static const char *const CASES[][2] = {
        {"content-type", "text/html; charset=x"},
        {"empty", ""},
        {"date", "now"},
        {"x-content-type", "z"},
        {"content-length", NULL},
        {"type", NULL},
        {"last", NULL},
        {"http/1.1 200 ok", NULL},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str value = http_header(str_of(HEAD), str_of(CASES[i][0]));
        assert_str(value, str_of(CASES[i][1]));
        assert_int_equal(value.at != NULL, CASES[i][1] != NULL);
    }
}

static void lengths_are_numbers(void **state) {
    static const struct {
        const char *head;
        bool is_good;
        size_t n;
    } CASES[] = {
        {"Content-Length: 0\n", true, 0},
        {"Content-Length: 1234\r\n", true, 1234},
        {"Content-Length:\n", false, 0},
        {"Content-Length: 12a\n", false, 0},
        {"Content-Length: -1\n", false, 0},
        {"Content-Length: 1 2\n", false, 0},
        {"Content-Type: 1\n", false, 0},
        {"Content-Length: 99999999999999999999\n", false, 0},
        {"Content-Length: 100000000000000000\n", true, 100000000000000000u},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        size_t n = 7;
        if (http_content_length(str_of(CASES[i].head), &n) != CASES[i].is_good)
            fail_msg("%s", CASES[i].head);
        if (CASES[i].is_good)
            assert_int_equal(n, CASES[i].n);
    }
}

static void media_types_have_charsets(void **state) {
    static const struct {
        const char *content_type, *media_type, *charset;
        bool is_html;
    } CASES[] = {
        {"text/html; charset=utf-8", "text/html", "utf-8", true},
        {" Text/HTML ;Charset=\"UTF-8\"; x=y", "Text/HTML", "UTF-8", true},
        {"text/html; charset= utf-8 ;x", "text/html", "utf-8", true},
        {"text/html; charset=", "text/html", NULL, true},
        {"text/html; charset=\"\"", "text/html", NULL, true},
        {"text/html; charset=\"", "text/html", "\"", true},
        {"text/html; charset=\"a", "text/html", "\"a", true},
        {"text/html; charset=a\"", "text/html", "a\"", true},
        {"text/html", "text/html", NULL, true},
        {"text/html; charse", "text/html", NULL, true},
        {"application/xhtml+xml", "application/xhtml+xml", NULL, true},
        {"application/xml", "application/xml", NULL, false},
        {"text/htmlx", "text/htmlx", NULL, false},
        {"", "", NULL, false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str type = str_of(CASES[i].content_type);
        assert_str(http_media_type(type), str_of(CASES[i].media_type));
        assert_str(http_charset(type), str_of(CASES[i].charset));
        assert_int_equal(http_charset(type).at != NULL, CASES[i].charset != NULL);
        assert_int_equal(http_is_html(http_media_type(type)), CASES[i].is_html);
    }
}

static void statuses_have_three_digits(void **state) {
    static const struct {
        const char *head;
        unsigned status;
    } CASES[] = {
        {"HTTP/1.1 200 OK\r\nX: 404", 200},
        {"HTTP/2 404\n", 404},
        {"HTTP/1.0 200", 200},
        {"HTTP/1.1 20", 0},
        {"HTTP/1.1 20x", 0},
        {"HTTP/1.1 x00", 0},
        {"HTTP/1.1", 0},
        {"HTTX/1.1 200", 0},
        {"ICY 200 OK", 0},
        {"HTTP/1.1  200", 0},
        {"HTTP/1.1\n200 OK", 0},
        {"", 0},
        {"HTTP/1.1 999 x", 999},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (http_status(str_of(CASES[i].head)) != CASES[i].status)
            fail_msg("%s: %u", CASES[i].head, http_status(str_of(CASES[i].head)));
}

static void codings_are_undone(void **state) {
    static const char *const DAMAGED = "the chunks of the response are damaged",
                             *const CUT = "the chunks of the response are cut short",
                             *const UNKNOWN = "the response has an unknown content coding";
    const struct {
        const char *head, *body, *decoded, *reason;
    } CASES[] = {
        {"", "<p>a", "<p>a", NULL},
        {"Transfer-Encoding: chunked\n", "4\r\n<p>a\r\n0\r\n\r\n", "<p>a", NULL},
        {"Transfer-Encoding: Chunked\n", "2;x=y\r\n<p\r\n00A\n>123456789\n0\n", "<p>123456789",
         NULL},
        {"Transfer-Encoding: chunked\n", "1 \na\n1\t\nb\n0\n", "ab", NULL},
        {"Transfer-Encoding: chunked\n", "0\n", "", NULL},
        {"Transfer-Encoding: chunked\n", "4\r\n<p>", "<p>", CUT},
        {"Transfer-Encoding: chunked\n", "3\r\n<p>\r\n", "<p>", CUT},
        {"Transfer-Encoding: chunked\n", "3\r\n<p>", "<p>", CUT},
        {"Transfer-Encoding: chunked\n", "3\r\n<p>\r\nxyz\r\n", "<p>", DAMAGED},
        {"Transfer-Encoding: chunked\n", "3\n<p>\n1z\na\n0\n", "<p>", DAMAGED},
        {"Transfer-Encoding: chunked\n", "<p>already decoded", "<p>already decoded", NULL},
        {"Transfer-Encoding: chunked\n", "fffffffffffffffff\na", "fffffffffffffffff\na", NULL},
        {"Transfer-Encoding: chunked, chunked\n", "8\n3\nabc\n0\n\n0\n", "abc", NULL},
        {"Content-Encoding: identity\n", "<p>a", "<p>a", NULL},
        {"Content-Encoding: gzip\n", "<p>a", "<p>a", NULL},
        {"Content-Encoding: x-none\n", "<p>a", "<p>a", NULL},
        {"Content-Encoding: x-none\n", "\1\2\3", "\1\2\3", UNKNOWN},
        {"Content-Encoding: , ,identity,\n", "<p>a", "<p>a", NULL},
        {"Content-Encoding: deflate\n", "<p>not deflated", "<p>not deflated", NULL},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str body = str_of(CASES[i].body);
        const char *reason = http_decode_body(arena, str_of(CASES[i].head), 1000, &body);
        if (!str_equals(body, str_of(CASES[i].decoded)))
            fail_msg("%s %s: %.*s", CASES[i].head, CASES[i].body, (int)body.len, body.at);
        assert_int_equal(reason != NULL, CASES[i].reason != NULL);
        if (reason)
            assert_string_equal(reason, CASES[i].reason);
    }
}

static void base64_ends_at_other_bytes(void **state) {
    static const struct {
        const char *in, *out;
        bool is_good;
    } CASES[] = {
        {"", "", true},
        {"YQ==", "a", true},
        {"YWI=", "ab", true},
        {"YWJj", "abc", true},
        {"YWJjZA", "abcd", true},
        {"YW\r\nJj\n", "abc", true},
        {"Pz8/", "\?\?\?", true},
        {"Pz8_", "\?\?\?", true},
        {"Pj4+", ">>>", true},
        {"Pj4-", ">>>", true},
        {"YWJj YQ", "abc", false},
        {"YWJj*", "abc", false},
        {"YQ==YQ==", "a", true},
        {"Y", "", true},
        {"\xC3", "", false},
        {"Az09", "\003=\075", true},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str out;
        if (base64_decode(arena, str_of(CASES[i].in), &out) != CASES[i].is_good)
            fail_msg("%s", CASES[i].in);
        assert_str(out, str_of(CASES[i].out));
    }
}

static void mails_have_a_page(void **state) {
    static const struct {
        const char *mail, *page, *url, *charset; /* page NULL: none */
    } CASES[] = {
        {"Content-Type: text/html\n\n<p>a", "<p>a", NULL, NULL},
        {"From ann Mon\nContent-Type: text/html; charset=x\nContent-Location: http://a/\n\n<p>a",
         "<p>a", "http://a/", "x"},
        {"Content-Type: text/plain\n\n<p>a", NULL, NULL, NULL},
        {"Subject: x\n\nContent-Type: text/html\n\n<p>a", NULL, NULL, NULL},
        {"Content-Type: multipart/related;\r\n\tboundary=\"b\"\r\nSnapshot-Content-Location: "
         "http://s/\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b\r\nContent-Type: "
         "text/html\r\n\r\n<p>a\r\n--b--\r\n",
         "<p>a\r\n", "http://s/", NULL},
        {"Content-Type: multipart/mixed; boundary=b; x=y\n\n--b\nContent-Type: "
         "multipart/alternative; x; boundary=c\n\n--c\nContent-Type: text/plain\n\nx\n--c\n"
         "Content-Type: text/html\n\n<p>a\n--c--\n--b--\n",
         "<p>a\n", NULL, NULL},
        {"Content-Type: multipart/mixed; xboundary=b\n\n--b\nContent-Type: text/html\n\n<p>a", NULL,
         NULL, NULL},
        {"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\nYQ==\n", "<p>a", NULL,
         NULL},
        {"Content-Type: text/html\nContent-Transfer-Encoding: Quoted-Printable\n\n<p=3E=\r\na=\n=C"
         "3=a9=4=zz==41=",
         "<p>a\xC3\xA9=4=zz=A=", NULL, NULL},
        {"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>vo= \t\r\nted "
         "= x",
         "<p>voted = x", NULL, NULL},
        {"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+ \nY!Q==\n", "<p>a",
         NULL, NULL},
        {"Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n<p=3E", "<p=3E", NULL, NULL},
        {"", NULL, NULL, NULL},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct mail_page page = {.page = STR_NONE};
        if (mail_find_page(arena, str_of(CASES[i].mail), &page) != (CASES[i].page != NULL))
            fail_msg("%s", CASES[i].mail);
        assert_str(page.page, str_of(CASES[i].page));
        assert_str(page.url, str_of(CASES[i].url));
        assert_str(page.charset, str_of(CASES[i].charset));
    }
}

static void records_have_a_page(void **state) {
    static const struct {
        const char *line, *page, *url, *charset, *reason;
        bool is_dump;
    } CASES[] = {
        {"{\"html\":\"<p>a\"}", "<p>a", NULL, "UTF-8", NULL, false},
        {"\xEF\xBB\xBF{\"html\":\"\",\"url\":\"http://a/\"}", "", "http://a/", "UTF-8", NULL,
         false},
        {"{\"html_base64\":\"PHA+\",\"charset\":\"l1\"}", "<p>", NULL, "l1", NULL, false},
        {"{\"html_base64\":\"PHA+\"}", "<p>", NULL, NULL, NULL, false},
        {"{\"html_base64\":\"*\"}", "", NULL, NULL, "html_base64 is not base64", false},
        {"{\"text\":\"a\",\"url\":\"\"}", "a", NULL, "UTF-8", NULL, true},
        {"{\"text\":\"a\",\"html\":\"b\"}", "b", NULL, "UTF-8", NULL, false},
        {"{\"html\":1}", "", NULL, "UTF-8",
         "the record has no string member html, html_base64 or text", true},
        {"[\"html\"]", "", NULL, NULL, "the record is not a JSON object", false},
        {"{\"html\":\"a\",}", "", NULL, NULL, "the record is not JSON", false},
        {"", "", NULL, NULL, "the record is not JSON", false},
        {"{\"html\":\"\xFF\"}", "", NULL, NULL, "the record is not UTF-8", false},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page_record record;
        const char *reason = record_read(arena, str_of(CASES[i].line), false, &record);
        assert_str(str_of(reason), str_of(CASES[i].reason));
        assert_str(record.page, str_of(CASES[i].page));
        assert_str(str_of(record.url), str_of(CASES[i].url));
        assert_str(str_of(record.charset), str_of(CASES[i].charset));
        assert_int_equal(record.is_dump, CASES[i].is_dump);
    }
    struct page_record record;
    assert_string_equal(record_read(arena, STR("{\"html\":\"a\"}"), true, &record),
                        "the record is longer than --max-input allows");
}

static void members_of_records_pass_through(void **state) {
    static const struct {
        const char *line, *members, *id;
    } CASES[] = {
        {"{\"html\":\"a\",\"id\":7,\"x\":{\"y\":[1,\"\\u00e9\",{},[]],\"z\":null},\"text\":\"b\"}",
         "\"id\":7,\"x\":{\"y\":[1,\"\xC3\xA9\",{},[]],\"z\":null}", "7"},
        {"{\"error\":1,\"code\":2,\"charset\":3,\"html_base64\":4,\"e\":true,\"f\":false}",
         "\"e\":true,\"f\":false", "null"},
        {"{\"id\":[1,{\"a\":[[]]}],\"b\":-1.5e3}", "\"id\":[1,{\"a\":[[]]}],\"b\":-1.5e3",
         "[1,{\"a\":[[]]}]"},
        {"{}", "", "null"},
        /* cut: the id is whole only if something follows it */
        {"{\"id\":12", "\"id\":12", "null"},
        {"{\"id\":12,", "\"id\":12", "12"},
        {"{\"id\":\"a\",\"html\":\"<p", "\"id\":\"a\"", "\"a\""},
        {"{\"id\":01,\"x\":2", "\"id\":\"01\",\"x\":2", "\"01\""},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page_record record;
        struct buffer out;
        record_read(arena, str_of(CASES[i].line), false, &record);
        buffer_init(&out, arena);
        buffer_append_byte(&out, '{');
        record_append_members(&out, &record, NULL);
        assert_str(str_between(buffer_str(&out), 1, out.len), str_of(CASES[i].members));
        buffer_init(&out, arena);
        record_append_id(&out, &record);
        assert_str(str_between(buffer_str(&out), 6, out.len), str_of(CASES[i].id));
    }
    struct page_record record;
    record_read(arena, STR("{\"html\":\"a\",\"x\":1}"), false, &record);
    assert_true(record_passes(&record, "x"));
    assert_false(record_passes(&record, "y"));
    assert_false(record_passes(&record, "html"));
    record_read(arena, STR("[]"), false, &record);
    assert_false(record_passes(&record, "x"));
}

static void dictionaries_are_in_frames(void **state) {
    static const char FRAME[] = "\x5d\x2a\x4d\x18\x05\x01\0\0"
                                "abcde";
    struct str out;
    (void)state;
    assert_int_equal(dictionary_frame_len((struct str){FRAME, 8}), 8 + 0x105);
    assert_int_equal(dictionary_frame_len((struct str){FRAME, 7}), 0);
    assert_int_equal(dictionary_frame_len(STR("\x5d\x2a\x4d\x19\x05\0\0\0")), 0);
    assert_int_equal(dictionary_frame_len(STR("\x5d\x2a\x4d\x18\0\0\0\1")), 8 + (1 << 24));
    char *memory = dictionary_unpack((struct str){FRAME, sizeof FRAME - 1}, &out);
    assert_str(out, STR("abcde"));
    free(memory);
    assert_null(dictionary_unpack(STR("\x5d\x2a\x4d\x18\4\0\0\0\x28\xb5\x2f\xfd"), &out));
}

static void bytes_stay_when_memory_is_short(void **state) {
    char lent[4] = "abc";
    struct file_bytes bytes = {lent, 3, 4, true};
    (void)state;
    assert_int_equal(file_bytes_reserve(&bytes, SIZE_MAX / 2), ENOMEM);
    assert_ptr_equal(bytes.data, lent);
    assert_int_equal(bytes.len, 3);
    assert_int_equal(file_bytes_reserve(&bytes, 1), 0);
    assert_ptr_equal(bytes.data, lent);
    assert_int_equal(file_bytes_reserve(&bytes, 2), 0);
    assert_ptr_not_equal(bytes.data, lent);
    assert_memory_equal(bytes.data, "abc", 3);
    assert_true(bytes.cap >= 5 && !bytes.is_lent);
    char *data = bytes.data;
    assert_int_equal(file_bytes_reserve(&bytes, SIZE_MAX / 2), ENOMEM);
    assert_ptr_equal(bytes.data, data);
    file_bytes_drop(&bytes, 1);
    assert_int_equal(bytes.len, 2);
    assert_memory_equal(bytes.data, "bc", 2);
    file_bytes_done(&bytes);
    assert_null(bytes.data);
}

/* Reads a stream to its end. */
static void read_all(struct stream *stream) {
    struct file_bytes bytes = {0};
    enum stream_state state;
    do {
        state = stream_read(stream, &bytes);
    } while (state != STREAM_END && state != STREAM_ERROR);
    assert_int_equal(state, STREAM_END);
    file_bytes_done(&bytes);
}

static void streams_know_what_share_was_read(void **state) {
    static const char *const FILES[] = {"corpus/article-01.html", "corpus/article-02.html"};
    struct options options = {.files = FILES, .n_files = 2};
    (void)state;
    struct stream *stream = stream_new(&options);
    assert_true(stream_share(stream) == 0);
    read_all(stream);
    assert_true(stream_share(stream) == 1);
    stream_free(stream);
    options.files = &FILES[0];
    options.n_files = 1;
    stream = stream_new(&options);
    read_all(stream);
    assert_true(stream_share(stream) == 1);
    stream_free(stream);
    static const char *const NONE[] = {"/dev/null"};
    options.files = NONE;
    stream = stream_new(&options);
    read_all(stream);
    assert_true(stream_share(stream) < 0);
    stream_free(stream);
}

/* A source returns now and then in padding, so that signals are heard. */
static void padding_is_read_in_parts(void **state) {
    static const char EMPTY_MEMBER[20] = "\x1F\x8B\b\0\0\0\0\0\0\3\3";
    char name[] = "/tmp/pith-padding-XXXXXX";
    const char *files[] = {name};
    struct options options = {.files = files, .n_files = 1};
    int fd = mkstemp(name);
    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(write(fd, EMPTY_MEMBER, sizeof EMPTY_MEMBER), sizeof EMPTY_MEMBER);
    assert_int_equal(ftruncate(fd, 1 << 30), 0); /* without disk blocks */
    struct jsonl *jsonl = jsonl_new(&options);
    struct warc *warc = warc_new(&options);
    const struct source sources[] = {jsonl_source(jsonl), warc_source(warc)};
    for (size_t i = 0; i < N_OF(sources); i++) {
        struct task task = {0};
        assert_int_equal(sources[i].next(sources[i].self, &task), SOURCE_MORE);
        assert_true(sources[i].share(sources[i].self) < 0.1);
        file_bytes_done(&task.bytes);
    }
    jsonl_free(jsonl);
    warc_free(warc);
    close(fd);
    unlink(name);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_end_with_an_empty_line),
        cmocka_unit_test(header_fields_are_found),
        cmocka_unit_test(lengths_are_numbers),
        cmocka_unit_test(media_types_have_charsets),
        cmocka_unit_test(statuses_have_three_digits),
        ARENA_TEST(codings_are_undone),
        ARENA_TEST(base64_ends_at_other_bytes),
        ARENA_TEST(mails_have_a_page),
        ARENA_TEST(records_have_a_page),
        ARENA_TEST(members_of_records_pass_through),
        cmocka_unit_test(dictionaries_are_in_frames),
        cmocka_unit_test(bytes_stay_when_memory_is_short),
        cmocka_unit_test(streams_know_what_share_was_read),
        cmocka_unit_test(padding_is_read_in_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

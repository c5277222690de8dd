/* charset.c: how encodings are recognized, and what becomes of bad bytes. */
#include "ground.h"

#include <iconv.h>
#include <stdio.h>

#include "base/utf8.h"
#include "html/charset.h"

struct sample {
    const char *name; /* as given by the caller */
    struct str page, text;
};

static void check(struct arena *arena, const struct sample *sample) {
    struct charset_decoded got = {0};
    ARM(arena);
    assert_int_equal(charset_decode(arena, sample->page, sample->name, &got), PITH_OK);
    assert_str(got.text, sample->text);
    assert_true(utf8_is_valid(got.text));
}

static void check_all(struct arena *arena, const struct sample *samples, size_t n) {
    for (size_t i = 0; i < n; i++)
        check(arena, &samples[i]);
}
#define CHECK_ALL(arena, samples) check_all((arena), (samples), sizeof(samples) / sizeof *(samples))

#define LIT STR_INIT
#define MARK "\xEF\xBB\xBF"
#define FFFD "\xEF\xBF\xBD"

static void marks_and_valid_utf8_come_first(void **state) {
    static const struct sample samples[] = {
        {NULL, LIT(""), LIT("")},
        {NULL, LIT("plain"), LIT("plain")},
        {NULL, LIT("<meta charset=latin1>caf\xC3\xA9"), LIT("<meta charset=latin1>caf\xC3\xA9")},
        {NULL, LIT(MARK "caf\xC3\xA9"), LIT("caf\xC3\xA9")},
        {NULL, LIT(MARK "bad \xE9 <meta charset=latin1>"),
         LIT("bad " FFFD " <meta charset=latin1>")},
        {NULL, LIT("\xFF\xFE<\0\xE9\0"), LIT("<\xC3\xA9")},
        {NULL, LIT("\xFE\xFF\0<\0\xE9"), LIT("<\xC3\xA9")},
        {NULL, LIT("<\0p\0>\0\xE9\0"), LIT("<p>\xC3\xA9")}, /* UTF-16 without a byte-order mark */
        {NULL, LIT("\0<\0p\0>\0\xE9"), LIT("<p>\xC3\xA9")},
        {NULL, LIT("\xFF\xFE=\xD8\0\xDE"), LIT("\xF0\x9F\x98\x80")},
    };
    CHECK_ALL(*state, samples);
}

static void valid_utf8_is_not_copied(void **state) {
    struct arena *arena = *state;
    struct str page = STR(MARK "caf\xC3\xA9");
    struct charset_decoded got;
    ARM(arena);
    assert_int_equal(charset_decode(arena, page, NULL, &got), PITH_OK);
    assert_ptr_equal(got.text.at, page.at + 3);
    assert_int_equal(charset_decode(arena, page, "utf8", &got), PITH_OK);
    assert_ptr_equal(got.text.at, page.at + 3);
    assert_int_equal(arena->held_bytes, 0);
}

/* Each page ends in byte 0xB9, which is U+00B9 in windows-1252 and U+0161 in ISO-8859-2. */
#define LATIN2(head)                                                                               \
    { NULL, LIT(head "\xB9"), LIT(head "\xC5\xA1") }
#define LATIN1(head)                                                                               \
    { NULL, LIT(head "\xB9"), LIT(head "\xC2\xB9") }

static void declarations_are_found(void **state) {
    static const struct sample samples[] = {
        LATIN2("<meta charset=iso-8859-2>"),
        LATIN2("<META CHARSET=\"ISO-8859-2\">"),
        LATIN2("<meta charset = ' latin2 '>"),
        LATIN2("<meta charset='l2'/>"),
        LATIN2("<meta/charset=iso8859-2>"),
        LATIN2("<meta name=x content=y charset=iso-8859-2>"),
        LATIN2("<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-2\">"),
        LATIN2("<meta content='text/html;charset = \"iso-8859-2\"' http-equiv='content-type'>"),
        LATIN2("<meta http-equiv=Content-Type content='charsets charset=iso-8859-2; x'>"),
        LATIN2("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>"),
        LATIN2("<?xml version='1.0' encoding='ISO-8859-2' ?>"),
        LATIN2("<!-- <meta charset=koi8-r> --><meta charset=iso-8859-2>"),
        LATIN2("<!--><meta charset=iso-8859-2>"),
        LATIN2("<div title='<meta charset=koi8-r>'><meta charset=iso-8859-2>"),
        LATIN2("<script>if (a<b) s = \"<meta charset=koi8-r>'\"</script><meta charset=latin2>"),
        LATIN2("<style>a>b{content:\"<meta charset=koi8-r>\"}</STYLE><meta charset=latin2>"),
        LATIN2("<!doctype html><a b c=d e='f' g=\"h\" i = j></a ><meta charset=iso-8859-2>"),
        LATIN2("1 < 2 </ <! > <meta charset=nosuch><meta charset=iso-8859-2><meta charset=koi8-r>"),
        LATIN1("<meta charset=iso-8859-1>"),
        LATIN1("<meta charset=nosuch>"),
        LATIN1("<meta charset=l2/>"), /* the slash is part of it */
        LATIN1("<meta charset=''>"),
        LATIN1("<meta charset>"),
        LATIN1("<meta charset=UTF-16>"),
        LATIN1("<meta charset=utf-8>"),
        LATIN1("<meta charset=utf-7>"),
        LATIN1("<meta name=description content='charset=iso-8859-2'>"),
        LATIN1("<metal charset=iso-8859-2>"),
        LATIN1("<!-- <meta charset=iso-8859-2>"),
        LATIN1("<meta charset=\"iso-8859-2"),
        LATIN1("<meta charset="),
        LATIN1("<meta"),
        LATIN1("<"),
        LATIN1("</"),
        LATIN1("<?xml"),
        LATIN1(""),
        LATIN1("<meta http-equiv=content-type content=charset>"),
    };
    CHECK_ALL(*state, samples);
}

static void late_declarations_are_found(void **state) {
    enum { PAD = 300000 };
    struct arena *arena = *state;
    struct buffer page;
    struct charset_decoded got;
    ARM(arena);
    buffer_init(&page, arena);
    memset(buffer_reserve(&page, PAD), ' ', PAD);
    page.len = PAD;
    buffer_append(&page, STR("<meta charset=iso-8859-2>\xB9"));
    assert_int_equal(charset_decode(arena, buffer_str(&page), NULL, &got), PITH_OK);
    assert_true(str_ends_with(got.text, STR(">\xC5\xA1")));
}

static void every_encoding_decodes(void **state) {
    static const struct sample samples[] = {
        {"utf-8", LIT("\xE2\x82\xAC"), LIT("\xE2\x82\xAC")},
        {"UTF8", LIT("a\xE9z"), LIT("a" FFFD "z")},
        {"windows-1252", LIT("\x80\x93\xE9"), LIT("\xE2\x82\xAC\xE2\x80\x9C\xC3\xA9")},
        {"ISO-8859-1", LIT("\x93"), LIT("\xE2\x80\x9C")},
        {"us-ascii", LIT("\x93"), LIT("\xE2\x80\x9C")},
        {"ibm866", LIT("\x80"), LIT("\xD0\x90")},
        {"iso-8859-2", LIT("\xB9"), LIT("\xC5\xA1")},
        {"iso-8859-3", LIT("\xA1"), LIT("\xC4\xA6")},
        {"iso-8859-4", LIT("\xA2"), LIT("\xC4\xB8")},
        {"iso-8859-5", LIT("\xB0"), LIT("\xD0\x90")},
        {"iso-8859-6", LIT("\xC7"), LIT("\xD8\xA7")},
        {"iso-8859-7", LIT("\xC1"), LIT("\xCE\x91")},
        {"iso-8859-8", LIT("\xE0"), LIT("\xD7\x90")},
        {"iso-8859-8-i", LIT("\xE0"), LIT("\xD7\x90")},
        {"iso-8859-9", LIT("\xDD"), LIT("\xC4\xB0")},
        {"iso-8859-10", LIT("\xA1"), LIT("\xC4\x84")},
        {"iso-8859-11", LIT("\xA1"), LIT("\xE0\xB8\x81")},
        {"iso-8859-13", LIT("\xB8"), LIT("\xC3\xB8")},
        {"iso-8859-14", LIT("\xA1"), LIT("\xE1\xB8\x82")},
        {"iso-8859-15", LIT("\xA4"), LIT("\xE2\x82\xAC")},
        {"iso-8859-16", LIT("\xA4"), LIT("\xE2\x82\xAC")},
        {"koi8-r", LIT("\xC1"), LIT("\xD0\xB0")},
        {"koi8-u", LIT("\xA4"), LIT("\xD1\x94")},
        {"macintosh", LIT("\x8E"), LIT("\xC3\xA9")},
        {"windows-874", LIT("\x80\xA1"), LIT("\xE2\x82\xAC\xE0\xB8\x81")},
        {"windows-1250", LIT("\x9A"), LIT("\xC5\xA1")},
        {"windows-1251", LIT("\xC0"), LIT("\xD0\x90")},
        {"windows-1253", LIT("\xC1"), LIT("\xCE\x91")},
        {"windows-1254", LIT("\xFD"), LIT("\xC4\xB1")},
        {"windows-1255", LIT("\xE0"), LIT("\xD7\x90")},
        {"windows-1256", LIT("\xC7"), LIT("\xD8\xA7")},
        {"windows-1257", LIT("\xE8"), LIT("\xC4\x8D")},
        {"windows-1258", LIT("\xFE"), LIT("\xE2\x82\xAB")},
        {"x-mac-cyrillic", LIT("\x80"), LIT("\xD0\x90")},
        {"gb2312", LIT("\xD6\xD0\x81\x40\x84\x31\xA4\x37"), /* also valid in GBK and GB18030 */
         LIT("\xE4\xB8\xAD\xE4\xB8\x82\xEF\xBF\xBD")},
        {"gbk", LIT("\x81\x40"), LIT("\xE4\xB8\x82")},
        {"gb18030", LIT("\x90\x30\x81\x30"), LIT("\xF0\x90\x80\x80")},
        {"big5", LIT("\xA4\xA4"), LIT("\xE4\xB8\xAD")},
        {"euc-jp", LIT("\xC6\xFC"), LIT("\xE6\x97\xA5")},
        {"iso-2022-jp", LIT("\x1B$BF|\x1B(B."), LIT("\xE6\x97\xA5.")},
        {"shift_jis", LIT("\x93\xFA\x87\x40"), LIT("\xE6\x97\xA5\xE2\x91\xA0")},
        {"euc-kr", LIT("\xB0\xA1\x81\x41"), LIT("\xEA\xB0\x80\xEA\xB0\x82")},
        {"ks_c_5601-1987", LIT("\xB0\xA1"), LIT("\xEA\xB0\x80")},
        {"utf-16", LIT("\xE9\0"), LIT("\xC3\xA9")},
        {"utf-16", LIT("\xFE\xFF\0\xE9"), LIT("\xC3\xA9")},
        {"utf-16be", LIT("\0\xE9"), LIT("\xC3\xA9")},
    };
    CHECK_ALL(*state, samples);
}

static void bad_bytes_lose_nothing(void **state) {
    static const struct sample samples[] = {
        {"windows-1252", LIT("a\x81z"), LIT("a" FFFD "z")},
        {"shift_jis", LIT("\x93<b>"), LIT(FFFD "<b>")}, /* 0x3C is not a trail byte */
        {"euc-jp", LIT("\xC6<b>"), LIT(FFFD "<b>")},
        {"euc-jp", LIT("a\xC6"), LIT("a" FFFD)},
        {"euc-kr", LIT("\xFF\xB0\xA1"), LIT(FFFD "\xEA\xB0\x80")},
        {"big5", LIT("\xFF\xFF\xA4\xA4"), LIT(FFFD FFFD "\xE4\xB8\xAD")},
        {"gbk", LIT("\xFF<p>"), LIT(FFFD "<p>")},
        {"utf-16le",
         LIT("\0\xDC"
             "a\0"),
         LIT(FFFD "a")}, /* a lone surrogate */
        {"utf-16le", LIT("a\0b"), LIT("a" FFFD)},
        {"iso-2022-jp", LIT("\x1B$BF|\x1B(B\x80z"), LIT("\xE6\x97\xA5" FFFD "z")},
        {NULL, LIT("<meta charset=shift_jis>\x93\xFA\x93<b>"),
         LIT("<meta charset=shift_jis>\xE6\x97\xA5" FFFD "<b>")},
    };
    CHECK_ALL(*state, samples);
}

static void utf8_with_bad_bytes_is_repaired(void **state) {
    static const struct sample samples[] = {
        {NULL, LIT("<meta charset=utf-8>\xC3\xA9 \xC3\xA9 \xE9"),
         LIT("<meta charset=utf-8>\xC3\xA9 \xC3\xA9 " FFFD)},
        {NULL, LIT("Caf\xC3\xA9 \xFF\xFE na\xC3\xAFve"), /* as many bad as good */
         LIT("Caf\xC3\xA9 " FFFD FFFD " na\xC3\xAFve")},
        {NULL, LIT("\xC3\xA9 \xE2\x82\xAC \xE2\x82"), /* truncated */
         LIT("\xC3\xA9 \xE2\x82\xAC " FFFD)},
        {NULL, LIT("<meta charset=utf-8>\xE9t\xE9 \xC3\xA9"), /* mostly windows-1252 */
         LIT("<meta charset=utf-8>\xC3\xA9t\xC3\xA9 \xC3\x83\xC2\xA9")},
        {NULL, LIT("it\x92s"), LIT("it\xE2\x80\x99s")},
    };
    CHECK_ALL(*state, samples);
}

static void iso_2022_jp_is_distinguished_from_ascii(void **state) {
    static const struct sample samples[] = {
        {NULL, LIT("<meta charset=iso-2022-jp>\x1B$BF|\x1B(B"),
         LIT("<meta charset=iso-2022-jp>\xE6\x97\xA5")},
        {NULL, LIT("\x1B$BF|\x1B(B"), LIT("\xE6\x97\xA5")}, /* not declared */
        {NULL, LIT("a\x1B[1mb"), LIT("a\x1B[1mb")},         /* for a terminal */
        {NULL, LIT("<meta charset=koi8-r>\x1B \xC3\xA9"),
         LIT("<meta charset=koi8-r>\x1B \xC3\xA9")},
    };
    CHECK_ALL(*state, samples);
}

/* What iconv was asked for last, and how often (the Makefile puts this in place of iconv_open). */
static char asked[64];
static unsigned n_asked;

iconv_t __real_iconv_open(const char *to, const char *from);
iconv_t __wrap_iconv_open(const char *to, const char *from);

iconv_t __wrap_iconv_open(const char *to, const char *from) {
    assert_string_equal(to, "UTF-8");
    snprintf(asked, sizeof asked, "%s", from);
    n_asked++;
    return __real_iconv_open(to, from);
}

/* Names that glibc's iconv knows, with the standard's encoding that each is, if any. */
static const struct {
    const char *name, *asked;
} NAMES_OF_ICONV[] = {
    {"windows-1251", "CP1251"},
    {"SJIS", "CP932"},
    {"cp932", "CP932"},
    {"CP949", "CP949"},
    {"Big5", "BIG5-HKSCS"},
    {"gbk", "GB18030"},
    {"KOI8-R", "KOI8-R"},
    {"iso_8859-1:1987", "CP1252"},
    {"MAC-CYRILLIC", "MAC-CYRILLIC"},
    {"UTF-7", NULL},
    {"UTF-7-IMAP", NULL},
    {"UTF-32", NULL},
    {"UCS-4", NULL},
    {"UCS-2LE", NULL},
    {"WCHAR_T", NULL},
    {"INTERNAL", NULL},
    {"CHAR", NULL},
    {"JAVA", NULL},
    {"C99", NULL},
    {"CP437", NULL},
    {"IBM850", NULL},
    {"EBCDIC-US", NULL},
    {"IBM037", NULL},
    {"IBM1390", NULL},
    {"IBM930", NULL},
    {"ISO-2022-KR", NULL},
    {"ISO-2022-CN", NULL},
    {"ISO-2022-CN-EXT", NULL},
    {"ISO-2022-JP-3", NULL},
    {"HZ", NULL},
    {"EUC-TW", NULL},
    {"EUC-CN", NULL},
    {"TSCII", NULL},
    {"TCVN", NULL},
    {"VISCII", NULL},
    {"ISO_6937-2", NULL},
    {"ANSEL", NULL},
    {"T.61-8BIT", NULL},
    {"ISO646-DE", NULL},
    {"INIS", NULL},
    {"GEORGIAN-PS", NULL},
    {"SHIFT_JISX0213", NULL},
    {"UHC", NULL},
    {"JOHAB", NULL},
    {"HP-ROMAN8", NULL},
    {"CP1252//TRANSLIT", NULL},
    {"CP1252//", NULL},
};

static void forget_tables(struct arena *arena) {
    arena_done(arena);
    arena_init(arena);
}

/* iconv has decoders that no page should reach, whoever names them: the caller, on behalf of a
 * server or a record ... */
static void iconv_is_asked_only_for_encodings_of_the_web(void **state) {
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof NAMES_OF_ICONV / sizeof *NAMES_OF_ICONV; i++) {
        const char *name = NAMES_OF_ICONV[i].name, *expected = NAMES_OF_ICONV[i].asked;
        struct charset_decoded got;
        forget_tables(arena);
        ARM(arena);
        n_asked = 0;
        assert_int_equal(charset_decode(arena, STR("abc \xE9"), name, &got),
                         expected ? PITH_OK : PITH_ECHARSET);
        assert_int_equal(n_asked > 0, expected != NULL);
        if (expected)
            assert_string_equal(asked, expected);
    }
}

/* ... or the page. */
static void pages_ask_iconv_only_for_encodings_of_the_web(void **state) {
    static const char *const declarations[] = {
        "<meta charset=\"%s\">\xE9", "<?xml version=1.0 encoding=\"%s\"?>\xE9",
        "<meta http-equiv=content-type content=\"text/html; charset=%s\">\xE9"};
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof NAMES_OF_ICONV / sizeof *NAMES_OF_ICONV; i++) {
        for (size_t k = 0; k < sizeof declarations / sizeof *declarations; k++) {
            char page[256];
            struct charset_decoded got;
            snprintf(page, sizeof page, declarations[k], NAMES_OF_ICONV[i].name);
            forget_tables(arena);
            ARM(arena);
            *asked = '\0';
            assert_int_equal(charset_decode(arena, str_of(page), NULL, &got), PITH_OK);
            if (NAMES_OF_ICONV[i].asked)
                assert_string_equal(asked, NAMES_OF_ICONV[i].asked);
            else
                assert_string_equal(asked, "CP1252");
        }
    }
}

static void tables_are_kept_from_page_to_page(void **state) {
    struct arena *arena = *state;
    struct charset_decoded first, second, other;
    ARM(arena);
    assert_int_equal(charset_decode(arena, STR("na\xEFve"), "windows-1252", &first), PITH_OK);
    n_asked = 0;
    assert_int_equal(charset_decode(arena, STR("caf\xE9"), "latin1", &second), PITH_OK);
    assert_int_equal(n_asked, 0);
    assert_int_equal(charset_decode(arena, STR("caf\xE9"), "windows-1251", &other), PITH_OK);
    assert_true(str_equals(first.text, STR("na\u00EFve")));
    assert_true(str_equals(second.text, STR("caf\u00E9")));
    assert_true(str_equals(other.text, STR("caf\u0439")));
    assert_string_equal(asked, "CP1251");
}

static void unknown_names_are_refused(void **state) {
    static const char *const names[] = {
        "nosuch",
        "",
        " ",
        "utf-7",
        "UTF7",
        "UNICODE-1-1-UTF-7",
        "utf-7-imap",
        "char",
        "latin1//TRANSLIT",
        "//",
        "CP1252//IGNORE",
        "a b",
        "caf\xC3\xA9",
        "../../etc/passwd",
        "a-name-that-is-a-good-deal-longer-than-any-name-of-any-charset-is-at-all"};
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct charset_decoded got;
        assert_int_equal(charset_decode(arena, STR("abc"), names[i], &got), PITH_ECHARSET);
        assert_int_equal(charset_decode(arena, STR(""), names[i], &got), PITH_ECHARSET);
    }
}

/* Decodes with a cap that may make the arena jump; the leak checker of a sanitizer build reports
 * open descriptors. */
static bool decodes_within(struct arena *arena, size_t cap_bytes, struct str page) {
    struct charset_decoded got;
    arena_reset(arena, cap_bytes);
    if (setjmp(arena->escape)) {
        assert_int_equal(arena->failure, PITH_ELIMIT);
        return false;
    }
    assert_int_equal(charset_decode(arena, page, NULL, &got), PITH_OK);
    return true;
}

static void a_cap_ends_the_call(void **state) {
    static char page[5000];
    memset(page, 0xE9, sizeof page);
    size_t cap = 0, n_jumps = 0;
    while (!decodes_within(*state, cap, (struct str){page, sizeof page})) {
        cap += 500;
        n_jumps++;
    }
    assert_in_range(n_jumps, 20, 100);
}

/* Markup that never ends, repeated: a search that started again each time would not return. */
static void hostile_pages_take_linear_time(void **state) {
    static const char *const parts[] = {
        "<!-- ", "<a b='",  "<script>", "<meta charset=x ",
        "<!",    "charset", "</",       "<meta http-equiv=content-type content="};
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buffer page;
        struct charset_decoded got;
        ARM(arena);
        buffer_init(&page, arena);
        while (page.len < 1000000)
            buffer_append(&page, str_of(parts[i]));
        buffer_append(&page, STR("\xE9"));
        assert_int_equal(charset_decode(arena, buffer_str(&page), NULL, &got), PITH_OK);
        assert_true(str_ends_with(got.text, STR("\xC3\xA9")));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(marks_and_valid_utf8_come_first),
        ARENA_TEST(valid_utf8_is_not_copied),
        ARENA_TEST(declarations_are_found),
        ARENA_TEST(late_declarations_are_found),
        ARENA_TEST(every_encoding_decodes),
        ARENA_TEST(bad_bytes_lose_nothing),
        ARENA_TEST(utf8_with_bad_bytes_is_repaired),
        ARENA_TEST(iso_2022_jp_is_distinguished_from_ascii),
        ARENA_TEST(iconv_is_asked_only_for_encodings_of_the_web),
        ARENA_TEST(pages_ask_iconv_only_for_encodings_of_the_web),
        ARENA_TEST(tables_are_kept_from_page_to_page),
        ARENA_TEST(unknown_names_are_refused),
        ARENA_TEST(a_cap_ends_the_call),
        ARENA_TEST(hostile_pages_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

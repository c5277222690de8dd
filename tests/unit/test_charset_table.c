/* charset_table.c: the same result as iconv's, and which charsets have no table. */
#include "ground.h"

#include "html/charset_table.h"

static const char *const WITH_TABLE[] = {
    "CP1252",      "IBM866",      "ISO-8859-2", "ISO-8859-3",  "ISO-8859-4",  "ISO-8859-5",
    "ISO-8859-6",  "ISO-8859-7",  "ISO-8859-8", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14",
    "ISO-8859-15", "ISO-8859-16", "KOI8-R",     "KOI8-U",      "MACINTOSH",   "CP874",
    "CP1250",      "CP1251",      "CP1253",     "CP1254",      "CP1256",      "CP1257"};

/* Characters of several bytes, states, and bases that wait for their marks. */
static const char *const WITHOUT[] = {"GB18030", "BIG5-HKSCS", "EUC-JP", "ISO-2022-JP", "CP932",
                                      "CP949",   "UTF-16LE",   "UTF-8",  "CP1255",      "CP1258"};

enum { N_BYTES = 4096 };

/* As charset.c does it for other charsets. */
static size_t convert_slowly(iconv_t descriptor, char *in, char *out) {
    size_t in_left = N_BYTES, left = CHARSET_TABLE_MAX_BYTES * N_BYTES;
    char *at = out;
    while (iconv(descriptor, &in, &in_left, &at, &left) == (size_t)-1) {
        memcpy(at, "\xEF\xBF\xBD", 3);
        at += 3, left -= 3;
        in++, in_left--;
    }
    return (size_t)(at - out);
}

/* Each byte alone, among others like it, and among ASCII. */
static void make_text(char *out) {
    uint32_t random = 1;
    for (size_t i = 0; i < N_BYTES; i++) {
        random = random * 1664525u + 1013904223u;
        out[i] = (char)(i < 256 ? i : (random >> 24) & (i % 512 < 256 ? 0xFF : 0x7F));
    }
}

static void tables_convert_like_iconv(void **state) {
    static char text[N_BYTES], fast[CHARSET_TABLE_MAX_BYTES * N_BYTES], slow[sizeof fast];
    (void)state;
    make_text(text);
    for (size_t i = 0; i < N_OF(WITH_TABLE); i++) {
        struct charset_table table;
        iconv_t descriptor = iconv_open("UTF-8", WITH_TABLE[i]);
        assert_true(descriptor != (iconv_t)-1);
        if (!charset_table_read(descriptor, &table))
            fail_msg("%s has no table", WITH_TABLE[i]);
        size_t n_fast = charset_table_convert(&table, (struct str){text, N_BYTES}, fast);
        assert_int_equal(n_fast, convert_slowly(descriptor, text, slow));
        assert_memory_equal(fast, slow, n_fast);
        iconv_close(descriptor);
    }
}

static void other_charsets_have_none(void **state) {
    (void)state;
    for (size_t i = 0; i < N_OF(WITHOUT); i++) {
        struct charset_table table;
        iconv_t descriptor = iconv_open("UTF-8", WITHOUT[i]);
        assert_true(descriptor != (iconv_t)-1);
        if (charset_table_read(descriptor, &table))
            fail_msg("%s has a table", WITHOUT[i]);
        iconv_close(descriptor);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_convert_like_iconv),
        cmocka_unit_test(other_charsets_have_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Kinds of bytes that are not pages: every signature, root element, mail header and line of code,
 * and how far each is looked for.
 */
#include "ground.h"

#include "base/buffer.h"
#include "html/sniff.h"

enum { HEADER_BYTES = 1445, HEAD_BYTES = 16 << 10 };

static const char *kind_of(struct str bytes) {
    const struct sniffed *found = sniff_bytes(bytes);
    return found ? found->media_type : "page";
}

static void pad(struct buffer *out, char c, size_t n) {
    for (size_t i = 0; i < n; i++)
        buffer_append_byte(out, c);
}

/* `bytes` after `at` letters, and before some more. */
static struct str place(struct arena *arena, size_t at, struct str bytes, char after) {
    struct buffer out;
    buffer_init(&out, arena);
    pad(&out, 'x', at);
    buffer_append(&out, bytes);
    pad(&out, after, 1);
    pad(&out, 'x', 80);
    return buffer_str(&out);
}

/* Text may begin with those that `needs_nul`. */
static void signatures_are_at_their_places(void **state) {
    static const struct {
        size_t at;
        struct str bytes;
        const char *media_type;
        bool needs_nul;
    } CASES[] = {
        {0, STR_INIT("%PDF-"), "application/pdf", false},
        {0, STR_INIT("%!PS"), "application/postscript", false},
        {0, STR_INIT("{\\rtf"), "application/rtf", false},
        {0, STR_INIT("\x89PNG\r\n\x1a\n"), "image/png", false},
        {0, STR_INIT("\xff\xd8\xff"), "image/jpeg", false},
        {0, STR_INIT("GIF87a"), "image/gif", true},
        {0, STR_INIT("GIF89a"), "image/gif", true},
        {0, STR_INIT("BM"), "image/bmp", true},
        {0, STR_INIT("II*\0"), "image/tiff", false},
        {0, STR_INIT("MM\0*"), "image/tiff", false},
        {0, STR_INIT("\0\0\1\0"), "image/x-icon", false},
        {0, STR_INIT("\0\0\2\0"), "image/x-icon", false},
        {0, STR_INIT("8BPS"), "image/vnd.adobe.photoshop", true},
        {8, STR_INIT("WEBPVP"), "image/webp", false},
        {0, STR_INIT("AT&TFORM"), "image/vnd.djvu", false},
        {4, STR_INIT("ftypavif"), "image/avif", true},
        {4, STR_INIT("ftypheic"), "image/heic", true},
        {4, STR_INIT("ftypM4A "), "audio/mp4", true},
        {4, STR_INIT("ftypisom"), "video/mp4", true},
        {0, STR_INIT("\x1a\x45\xdf\xa3"), "video/webm", false},
        {8, STR_INIT("AVI "), "video/avi", true},
        {0, STR_INIT("FLV\1"), "video/x-flv", true},
        {0, STR_INIT("\0\0\1\xba"), "video/mpeg", false},
        {0, STR_INIT("\0\0\1\xb3"), "video/mpeg", false},
        {8, STR_INIT("WAVE"), "audio/wave", true},
        {8, STR_INIT("AIFF"), "audio/aiff", true},
        {0, STR_INIT("ID3"), "audio/mpeg", true},
        {0, STR_INIT("\xff\xfb"), "audio/mpeg", true},
        {0, STR_INIT("\xff\xf3"), "audio/mpeg", true},
        {0, STR_INIT("OggS\0"), "application/ogg", false},
        {0, STR_INIT("fLaC"), "audio/flac", true},
        {0, STR_INIT("MThd\0\0\0\6"), "audio/midi", false},
        {0, STR_INIT("\0\1\0\0\0"), "font/ttf", false},
        {0, STR_INIT("OTTO\0"), "font/otf", false},
        {0, STR_INIT("ttcf\0"), "font/collection", false},
        {0, STR_INIT("wOFF"), "font/woff", true},
        {0, STR_INIT("wOF2"), "font/woff2", true},
        {34, STR_INIT("LP"), "application/vnd.ms-fontobject", true},
        {30, STR_INIT("mimetypeapplication/epub+zip"), "application/epub+zip", false},
        {30, STR_INIT("mimetypeapplication/vnd.oasis.opendocument.text"),
         "application/vnd.oasis.opendocument", false},
        {30, STR_INIT("[Content_Types].xml"), "application/vnd.openxmlformats-officedocument",
         false},
        {30, STR_INIT("_rels/.rels"), "application/vnd.openxmlformats-officedocument", false},
        {30, STR_INIT("META-INF/"), "application/java-archive", false},
        {0, STR_INIT("PK\3\4"), "application/zip", false},
        {0, STR_INIT("PK\5\6"), "application/zip", false},
        {0, STR_INIT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "application/x-ole-storage", false},
        {60, STR_INIT("BOOKMOBI"), "application/x-mobipocket-ebook", false},
        {0, STR_INIT("Rar!\x1a\x07"), "application/vnd.rar", false},
        {0, STR_INIT("7z\xbc\xaf\x27\x1c"), "application/x-7z-compressed", false},
        {257, STR_INIT("ustar"), "application/x-tar", false},
        {0, STR_INIT("!<arch>\n"), "application/x-archive", false},
        {0, STR_INIT("\xed\xab\xee\xdb"), "application/x-rpm", false},
        {0, STR_INIT("\x1f\x8b"), "application/gzip", false},
        {0, STR_INIT("\x28\xb5\x2f\xfd"), "application/zstd", false},
        {0,
         STR_INIT("\xfd"
                  "7zXZ\0"),
         "application/x-xz", false},
        {0, STR_INIT("BZh91AY&SY"), "application/x-bzip2", false},
        {0, STR_INIT("\x04\x22\x4d\x18"), "application/x-lz4", false},
        {0,
         STR_INIT("\x7f"
                  "ELF"),
         "application/x-elf", false},
        {0, STR_INIT("MZ"), "application/vnd.microsoft.portable-executable", true},
        {0, STR_INIT("\xfe\xed\xfa\xce"), "application/x-mach-binary", false},
        {0, STR_INIT("\xfe\xed\xfa\xcf"), "application/x-mach-binary", false},
        {0, STR_INIT("\xce\xfa\xed\xfe"), "application/x-mach-binary", false},
        {0, STR_INIT("\xcf\xfa\xed\xfe"), "application/x-mach-binary", false},
        {0, STR_INIT("\xca\xfe\xba\xbe"), "application/java-vm", false},
        {0, STR_INIT("\0asm"), "application/wasm", false},
        {0, STR_INIT("SQLite format 3"), "application/vnd.sqlite3", false},
        {0, STR_INIT("PAR1"), "application/vnd.apache.parquet", true},
        {0, STR_INIT("Obj\1"), "application/avro", false},
        {0, STR_INIT("ARROW1\0"), "application/vnd.apache.arrow.file", false},
        {0, STR_INIT("\x89HDF\r\n\x1a\n"), "application/x-hdf5", false},
        {0, STR_INIT("d8:announce"), "application/x-bittorrent", false},
        {0, STR_INIT("WARC/0.9"), "application/warc", false},
        {0, STR_INIT("WARC/1.1"), "application/warc", false},
        {0, STR_INIT("filedesc://"), "application/x-arc", false},
        {0, STR_INIT("BEGIN:VCALENDAR"), "text/calendar", false},
        {0, STR_INIT("BEGIN:VCARD"), "text/vcard", false},
        {0, STR_INIT("#!/bin/sh"), "text/x-script", false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str text = place(*state, CASES[i].at, CASES[i].bytes, 'x'),
                   binary = place(*state, CASES[i].at, CASES[i].bytes, '\0'),
                   shifted = place(*state, CASES[i].at + 1, CASES[i].bytes, '\0');
        bool is_text = strcmp(kind_of(text), CASES[i].media_type) != 0;
        if (is_text != CASES[i].needs_nul)
            fail_msg("%s: %s", CASES[i].media_type, kind_of(text));
        assert_string_equal(kind_of(binary), CASES[i].media_type);
        assert_string_not_equal(kind_of(shifted), CASES[i].media_type);
        for (size_t len = 0; len < CASES[i].at + 2; len++) /* cut off before it is whole */
            assert_string_not_equal(kind_of(str_between(text, 0, len)), CASES[i].media_type);
    }
}

/* The NUL that tells "BM" from text is among the first 64 bytes. */
static void nul_is_near_the_start(void **state) {
    ARM((struct arena *)*state);
    for (size_t at = 62; at <= 65; at++) {
        struct buffer out;
        buffer_init(&out, *state);
        buffer_append(&out, STR("BM"));
        pad(&out, 'x', at - 2);
        buffer_append_byte(&out, '\0');
        assert_string_equal(kind_of(buffer_str(&out)), at < 64 ? "image/bmp" : "page");
    }
}

/* A share of binary bytes is counted in the first 1,445 only, and HTML is looked for there. */
static void headers_have_an_end(void **state) {
    ARM((struct arena *)*state);
    for (size_t before = HEADER_BYTES - 1; before <= HEADER_BYTES; before++) {
        struct buffer out;
        buffer_init(&out, *state);
        pad(&out, '\1', 57); /* a little less than one in 25 */
        pad(&out, 'x', before - 57);
        pad(&out, '\1', 100);
        assert_string_equal(kind_of(buffer_str(&out)),
                            before < HEADER_BYTES ? "application/octet-stream" : "page");
    }
    for (size_t before = HEADER_BYTES - 5; before <= HEADER_BYTES - 4; before++) {
        struct buffer out;
        buffer_init(&out, *state);
        pad(&out, '\1', before);
        buffer_append(&out, STR("<html>"));
        assert_string_equal(kind_of(buffer_str(&out)),
                            before == HEADER_BYTES - 5 ? "page" : "application/octet-stream");
    }
}

static void starts_of_html_show_a_page(void **state) {
    static const char *const STARTS[] = {
        "!doctype html", "!DOCTYPE HTML", "html",  "HEAD",  "script", "iframe", "h1",   "div",
        "font",          "table",         "style", "title", "body",   "meta",   "link", "center"};
    static const char *const OTHERS[] = {"!doctype svg", "h2", "p", "span", "x", "", "htm"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(STARTS) + N_OF(OTHERS); i++) {
        bool is_page = i < N_OF(STARTS);
        struct buffer out;
        buffer_init(&out, *state);
        buffer_append(&out, STR("\1\2\3\4\5\6<a <"));
        buffer_append(&out, str_of(is_page ? STARTS[i] : OTHERS[i - N_OF(STARTS)]));
        assert_string_equal(kind_of(buffer_str(&out)),
                            is_page ? "page" : "application/octet-stream");
    }
}

/* In UTF-16 more than a fifth of the bytes are NULs of which ten to one are at odd places, or at
 * even ones. */
static void utf16_has_nuls_at_every_other_place(void **state) {
    static const struct {
        size_t n_odd, n_even; /* NULs of 100 bytes */
        bool is_text;
    } CASES[] = {
        {21, 0, true},  {20, 0, false}, {0, 21, true},  {0, 20, false}, {30, 2, true},
        {30, 3, false}, {2, 30, true},  {3, 30, false}, {50, 4, true},  {50, 50, false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char bytes[100];
        memset(bytes, 'x', sizeof bytes);
        for (size_t k = 0; k < CASES[i].n_odd; k++)
            bytes[99 - 2 * k] = '\0';
        for (size_t k = 0; k < CASES[i].n_even; k++)
            bytes[98 - 2 * k] = '\0';
        if ((sniff_signature((struct str){bytes, sizeof bytes}) == NULL) != CASES[i].is_text)
            fail_msg("%zu %zu", CASES[i].n_odd, CASES[i].n_even);
    }
    assert_null(sniff_signature(STR("<\0\4\37")));
    assert_null(sniff_signature(STR("\0<\37\4")));
}

static void roots_of_xml_show_what_it_is(void **state) {
    static const struct {
        const char *text, *media_type;
    } CASES[] = {
        {"<rss>", "application/rss+xml"},
        {"<rdf:RDF>", "application/rdf+xml"},
        {"<feed>", "application/atom+xml"},
        {"<urlset>", "application/x-sitemap+xml"},
        {"<sitemapindex>", "application/x-sitemap+xml"},
        {"<opml>", "text/x-opml"},
        {"<plist>", "application/x-plist"},
        {"<kml>", "application/vnd.google-earth.kml+xml"},
        {"<gpx>", "application/gpx+xml"},
        {" \n<!DOCTYPE plist PUBLIC 'x'> <plist version='1'>", "application/x-plist"},
        {"<!-- > --><!-- --><rss>", "application/rss+xml"},
        {"<rss", "application/rss+xml"},
        {"<rss.x>", "page"},
        {"<Rss>", "page"},
        {"< rss>", "page"},
        {"</rss>", "page"},
        {"<?xml version='1.0'?>", "page"},
        {"<?xml version='1.0'?>boat", "page"},
        {"<?xml version='1.0'?><1boat>", "page"},
        {"<?xml version='1.0'?><boat-list>", "application/xml"},
        {"<?xml version='1.0'?><a:boat>", "application/xml"},
        {"<?xml version='1.0'?><DIV>", "page"},
        {"<?xml version='1.0'?><math>", "page"},
        {"<?xml version='1.0'?><boat xmlns:h='http://www.w3.org/1999/xhtml'>", "page"},
        {"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'></svg>", "image/svg+xml"},
        {"<?xml version='1.0'?><svg></svg>", "page"},
        {"<svg xmlns='http://www.w3.org/2000/svg'></svg> \n\t", "image/svg+xml"},
        {"<svg xmlns='http://www.w3.org/2000/svg'></svg>x", "page"},
        {"<svg><g xmlns='http://www.w3.org/2000/svg'></g></svg>", "page"},
        {"<!-- a --><svg xmlns='http://www.w3.org/2000/svg'></svg>", "image/svg+xml"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (strcmp(kind_of(str_of(CASES[i].text)), CASES[i].media_type) != 0)
            fail_msg("%s: %s", CASES[i].text, kind_of(str_of(CASES[i].text)));
    /* the root begins among the first 16 KiB, and is read no further */
    for (size_t end = HEAD_BYTES - 1; end <= HEAD_BYTES + 1; end++) {
        struct buffer out;
        buffer_init(&out, *state);
        buffer_append(&out, STR("<!--"));
        pad(&out, ' ', end - 4 - 3 - 4);
        buffer_append(&out, STR("--><rss>"));
        assert_string_equal(kind_of(buffer_str(&out)),
                            end <= HEAD_BYTES ? "application/rss+xml" : "page");
    }
}

static void mail_is_known_by_its_headers(void **state) {
    static const char *const FIELDS[] = {"MIME-Version",    "Received",
                                         "Return-Path",     "Message-ID",
                                         "Delivered-To",    "Snapshot-Content-Location",
                                         "X-Mozilla-Status"};
    static const char *const OTHERS[] = {"From", "To",      "Subject",
                                         "Date", "Message", "MIME_Version"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(FIELDS) + N_OF(OTHERS); i++) {
        bool is_mail = i < N_OF(FIELDS);
        struct buffer out;
        buffer_init(&out, *state);
        buffer_append(&out, STR("\xEF\xBB\xBFX_y-1: a\n"));
        buffer_append(&out, str_of(is_mail ? FIELDS[i] : OTHERS[i - N_OF(FIELDS)]));
        buffer_append(&out, STR(": x\n\nbody"));
        assert_int_equal(sniff_is_mail(buffer_str(&out)), is_mail);
        assert_string_equal(kind_of(buffer_str(&out)), is_mail ? "message/rfc822" : "page");
    }
    for (size_t n = 98; n <= 100; n++) { /* lines before it */
        struct buffer out;
        buffer_init(&out, *state);
        for (size_t i = 0; i < n; i++)
            buffer_append(&out, STR("X: y\n"));
        buffer_append(&out, STR("Received: x\n"));
        assert_int_equal(sniff_is_mail(buffer_str(&out)), n < 100);
    }
}

static void lines_of_code_look_like_it(void **state) {
    static const char *const CODE[] = {
        "#include x", "#define x", "#if x",  "#endif",  "// x",   "/* x",   "* x",      "*/ x",
        "def x",      "import x",  "from x", "return",  "if (x",  "for (x", "while (x", "elif x",
        "else: x",    "try: x",    "@x",     "\"\"\"x", "self.x", "x;",     "x {",      "x }",
        "x },",       "x):",       "x })",   "x()",     "x */",   "a = b",  "a+=b",     "  a = b"};
    static const char *const PROSE[] = {
        "x",   "define x", "defx", "importx", "if x", "for x", "while x", "else",  "*x",
        "a=b", "a + b",    "x:",   "x)",      "x,",   "#x",    "/x",      "import"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CODE) + N_OF(PROSE); i++) {
        bool is_code = i < N_OF(CODE);
        struct buffer out;
        buffer_init(&out, *state);
        buffer_append(&out, STR("The boat is back\n"));
        for (int k = 0; k < 5; k++) {
            buffer_append(&out, str_of(is_code ? CODE[i] : PROSE[i - N_OF(CODE)]));
            buffer_append_byte(&out, '\n');
        }
        if ((sniff_source_code(buffer_str(&out)) != NULL) != is_code)
            fail_msg("%.*s", (int)out.len, out.data);
    }
}

/* A file that begins like a program needs a third of such lines, any other more than half. */
static void how_a_file_begins_counts(void **state) {
    static const char *const STARTS[] = {"/*",       "//",       "#include", "import ",
                                         "package ", "\"\"\"",   "'use ",    "\"use ",
                                         "@import",  "@charset", "const "};
    static const char *const OTHERS[] = {"#define", "def ", "x", "* ", "pack"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(STARTS) + N_OF(OTHERS); i++) {
        bool is_start = i < N_OF(STARTS);
        struct buffer out;
        buffer_init(&out, *state);
        buffer_append(&out, STR("\xEF\xBB\xBF \n"));
        buffer_append(&out, str_of(is_start ? STARTS[i] : OTHERS[i - N_OF(STARTS)]));
        for (int k = 0; k < 9; k++)
            buffer_append(&out, k < 5 ? STR("x\nx;\n") : STR("x\n"));
        assert_int_equal(sniff_source_code(buffer_str(&out)) != NULL, is_start);
    }
}

static void code_is_looked_for_in_the_first_16_kib(void **state) {
    ARM((struct arena *)*state);
    for (size_t n = 0; n <= 2; n++) {
        struct buffer out;
        buffer_init(&out, *state);
        while (out.len < HEAD_BYTES - 1)
            buffer_append(&out, STR("x;\n"));
        out.len = HEAD_BYTES - 3 + n;
        buffer_append(&out, STR("<!-- -->"));
        assert_int_equal(sniff_source_code(buffer_str(&out)) != NULL, n == 2);
    }
    for (int n = 0; n < 2; n++) { /* prose past it does not count */
        struct buffer out;
        buffer_init(&out, *state);
        while (out.len < (n ? HEAD_BYTES : HEAD_BYTES / 4))
            buffer_append(&out, STR("x;\n"));
        for (int k = 0; k < HEAD_BYTES; k++)
            buffer_append(&out, STR("x\n"));
        assert_int_equal(sniff_source_code(buffer_str(&out)) != NULL, n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(signatures_are_at_their_places),
        ARENA_TEST(nul_is_near_the_start),
        ARENA_TEST(headers_have_an_end),
        ARENA_TEST(starts_of_html_show_a_page),
        cmocka_unit_test(utf16_has_nuls_at_every_other_place),
        ARENA_TEST(roots_of_xml_show_what_it_is),
        ARENA_TEST(mail_is_known_by_its_headers),
        ARENA_TEST(lines_of_code_look_like_it),
        ARENA_TEST(how_a_file_begins_counts),
        ARENA_TEST(code_is_looked_for_in_the_first_16_kib),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

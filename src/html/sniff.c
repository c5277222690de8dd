/*
 * Recognizes bytes by their signatures; see sniff.h.
 */
#include "html/sniff.h"

#include "base/ascii.h"

struct signature {
    size_t at; /* offset */
    struct str bytes;
    bool is_binary; /* text may begin this way: a NUL must also be among the first bytes */
    struct sniffed is;
};

#define SIGN(at, bytes, media_type, name)                                                          \
    {                                                                                              \
        at, STR_INIT(bytes), false, {                                                              \
            media_type, name                                                                       \
        }                                                                                          \
    }
#define SIGN_BINARY(at, bytes, media_type, name)                                                   \
    {                                                                                              \
        at, STR_INIT(bytes), true, {                                                               \
            media_type, name                                                                       \
        }                                                                                          \
    }

#define OFFICE "an office document"
#define VIDEO "a video"
#define AUDIO "an audio file"
#define FONT "a font"
#define PROGRAM "an executable program"

/* The more specific first. */
static const struct signature signatures[] = {
    SIGN(0, "%PDF-", "application/pdf", "a PDF document"),
    SIGN(0, "%!PS", "application/postscript", "a PostScript document"),
    SIGN(0, "{\\rtf", "application/rtf", "an RTF document"),
    SIGN(0, "\x89PNG\r\n\x1a\n", "image/png", "a PNG image"),
    SIGN(0, "\xff\xd8\xff", "image/jpeg", "a JPEG image"),
    SIGN_BINARY(0, "GIF87a", "image/gif", "a GIF image"),
    SIGN_BINARY(0, "GIF89a", "image/gif", "a GIF image"),
    SIGN_BINARY(0, "BM", "image/bmp", "a BMP image"),
    SIGN(0, "II*\0", "image/tiff", "a TIFF image"),
    SIGN(0, "MM\0*", "image/tiff", "a TIFF image"),
    SIGN(0, "\0\0\1\0", "image/x-icon", "an icon"),
    SIGN(0, "\0\0\2\0", "image/x-icon", "a cursor"),
    SIGN_BINARY(0, "8BPS", "image/vnd.adobe.photoshop", "a Photoshop image"),
    SIGN(8, "WEBPVP", "image/webp", "a WebP image"),
    SIGN(0, "AT&TFORM", "image/vnd.djvu", "a DjVu document"),
    SIGN_BINARY(4, "ftypavif", "image/avif", "an AVIF image"),
    SIGN_BINARY(4, "ftyphei", "image/heic", "a HEIC image"),
    SIGN_BINARY(4, "ftypM4A", "audio/mp4", AUDIO),
    SIGN_BINARY(4, "ftyp", "video/mp4", VIDEO),
    SIGN(0, "\x1a\x45\xdf\xa3", "video/webm", VIDEO),
    SIGN_BINARY(8, "AVI ", "video/avi", VIDEO),
    SIGN_BINARY(0, "FLV\1", "video/x-flv", VIDEO),
    SIGN(0, "\0\0\1\xba", "video/mpeg", VIDEO),
    SIGN(0, "\0\0\1\xb3", "video/mpeg", VIDEO),
    SIGN_BINARY(8, "WAVE", "audio/wave", AUDIO),
    SIGN_BINARY(8, "AIFF", "audio/aiff", AUDIO),
    SIGN_BINARY(0, "ID3", "audio/mpeg", AUDIO),
    SIGN_BINARY(0, "\xff\xfb", "audio/mpeg", AUDIO),
    SIGN_BINARY(0, "\xff\xf3", "audio/mpeg", AUDIO),
    SIGN(0, "OggS\0", "application/ogg", AUDIO),
    SIGN_BINARY(0, "fLaC", "audio/flac", AUDIO),
    SIGN(0, "MThd\0\0\0\6", "audio/midi", AUDIO),
    SIGN(0, "\0\1\0\0\0", "font/ttf", FONT),
    SIGN(0, "OTTO\0", "font/otf", FONT),
    SIGN(0, "ttcf\0", "font/collection", FONT),
    SIGN_BINARY(0, "wOFF", "font/woff", FONT),
    SIGN_BINARY(0, "wOF2", "font/woff2", FONT),
    SIGN_BINARY(34, "LP", "application/vnd.ms-fontobject", FONT),
    SIGN(30, "mimetypeapplication/epub+zip", "application/epub+zip", "an EPUB book"),
    SIGN(30, "mimetypeapplication/vnd.oasis.opendocument", "application/vnd.oasis.opendocument",
         OFFICE),
    SIGN(30, "[Content_Types].xml", "application/vnd.openxmlformats-officedocument", OFFICE),
    SIGN(30, "_rels/.rels", "application/vnd.openxmlformats-officedocument", OFFICE),
    SIGN(30, "META-INF/", "application/java-archive", "a Java archive"),
    SIGN(0, "PK\3\4", "application/zip", "a zip archive"),
    SIGN(0, "PK\5\6", "application/zip", "a zip archive"),
    SIGN(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage", OFFICE),
    SIGN(60, "BOOKMOBI", "application/x-mobipocket-ebook", "a Kindle book"),
    SIGN(0, "Rar!\x1a\x07", "application/vnd.rar", "a RAR archive"),
    SIGN(0, "7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", "a 7z archive"),
    SIGN(257, "ustar", "application/x-tar", "a tar archive"),
    SIGN(0, "!<arch>\n", "application/x-archive", "an ar archive"),
    SIGN(0, "\xed\xab\xee\xdb", "application/x-rpm", "an RPM package"),
    SIGN(0, "\x1f\x8b", "application/gzip", "gzip data"),
    SIGN(0, "\x28\xb5\x2f\xfd", "application/zstd", "zstd data"),
    SIGN(0,
         "\xfd"
         "7zXZ\0",
         "application/x-xz", "xz data"),
    SIGN(0, "BZh91AY&SY", "application/x-bzip2", "bzip2 data"),
    SIGN(0, "\x04\x22\x4d\x18", "application/x-lz4", "lz4 data"),
    SIGN(0,
         "\x7f"
         "ELF",
         "application/x-elf", PROGRAM),
    SIGN_BINARY(0, "MZ", "application/vnd.microsoft.portable-executable", PROGRAM),
    SIGN(0, "\xfe\xed\xfa\xce", "application/x-mach-binary", PROGRAM),
    SIGN(0, "\xfe\xed\xfa\xcf", "application/x-mach-binary", PROGRAM),
    SIGN(0, "\xce\xfa\xed\xfe", "application/x-mach-binary", PROGRAM),
    SIGN(0, "\xcf\xfa\xed\xfe", "application/x-mach-binary", PROGRAM),
    SIGN(0, "\xca\xfe\xba\xbe", "application/java-vm", PROGRAM),
    SIGN(0, "\0asm", "application/wasm", PROGRAM),
    SIGN(0, "SQLite format 3", "application/vnd.sqlite3", "a database"),
    SIGN_BINARY(0, "PAR1", "application/vnd.apache.parquet", "a Parquet file"),
    SIGN(0, "Obj\1", "application/avro", "an Avro file"),
    SIGN(0, "ARROW1\0", "application/vnd.apache.arrow.file", "an Arrow file"),
    SIGN(0, "\x89HDF\r\n\x1a\n", "application/x-hdf5", "an HDF5 file"),
    SIGN(0, "d8:announce", "application/x-bittorrent", "a torrent"),
    SIGN(0, "WARC/0.", "application/warc", "a WARC file (--warc reads it)"),
    SIGN(0, "WARC/1.", "application/warc", "a WARC file (--warc reads it)"),
    SIGN(0, "filedesc://", "application/x-arc", "an ARC file (--warc reads it)"),
    SIGN(0, "BEGIN:VCALENDAR", "text/calendar", "a calendar"),
    SIGN(0, "BEGIN:VCARD", "text/vcard", "a business card"),
    SIGN(0, "#!/", "text/x-script", "a script"),
};

/* The standard's "resource header": enough to decide without the rest. */
enum { HEADER_BYTES = 1445 };

static struct str header_of(struct str bytes) {
    return str_between(bytes, 0, bytes.len < HEADER_BYTES ? bytes.len : (size_t)HEADER_BYTES);
}

/* Section 7.2: text does not contain these bytes. (1 or 0, in a form that compilers vectorize.) */
static int is_binary_byte(unsigned char c) {
    return (c <= 0x1F) - (c == 0x09) - (c == 0x0A) - (c == 0x0C) - (c == 0x0D) - (c == 0x1B);
}

/* Whether the header contains a start of HTML (section 7.1), anywhere. */
static bool has_html(struct str header) {
    static const struct str starts[] = {
        STR_INIT("!doctype html"), STR_INIT("html"),  STR_INIT("head"),  STR_INIT("script"),
        STR_INIT("iframe"),        STR_INIT("h1"),    STR_INIT("div"),   STR_INIT("font"),
        STR_INIT("table"),         STR_INIT("style"), STR_INIT("title"), STR_INIT("body"),
        STR_INIT("meta"),          STR_INIT("link"),  STR_INIT("center")};
    for (size_t i = str_find_byte(header, 0, '<'); i < header.len;
         i = str_find_byte(header, i + 1, '<')) {
        struct str rest = str_between(header, i + 1, header.len);
        for (size_t j = 0; j < N_OF(starts); j++)
            if (str_starts_with_lower(rest, starts[j]))
                return true;
    }
    return false;
}

/* In Latin text as UTF-16 without a byte-order mark every other byte is NUL, also in tags. */
static bool is_utf16(struct str header) {
    size_t n[2] = {0, 0};
    if (header.len >= 4 && (memcmp(header.at, "<\0", 2) == 0 || memcmp(header.at, "\0<", 2) == 0))
        return true;
    for (size_t i = 0; i < header.len; i++)
        n[i & 1] += header.at[i] == '\0';
    size_t most = n[0] > n[1] ? n[0] : n[1], least = n[0] + n[1] - most;
    return most * 5 > header.len && least * 10 < most;
}

/* A tenth of random bytes are of this kind; of 2,800 real pages, one has a single one in its
 * header. (Counted by bytes, up to 255, the loop is one of vectors.) */
static bool is_binary(struct str header) {
    size_t n = 0;
    for (size_t i = 0; i < header.len;) {
        size_t end = header.len - i < 255 ? header.len : i + 255;
        uint8_t n_here = 0;
        for (; i < end; i++)
            n_here = (uint8_t)(n_here + is_binary_byte((unsigned char)header.at[i]));
        n += n_here;
    }
    return n * 25 > header.len;
}

static bool has_mark(struct str bytes) {
    return str_starts_with(bytes, STR("\xEF\xBB\xBF")) || str_starts_with(bytes, STR("\xFE\xFF")) ||
           str_starts_with(bytes, STR("\xFF\xFE"));
}

static const struct sniffed *match_signature(struct str bytes, struct str header) {
    bool has_nul = str_has_byte(str_between(header, 0, header.len < 64 ? header.len : 64), '\0');
    for (size_t i = 0; i < N_OF(signatures); i++) {
        const struct signature *s = &signatures[i];
        if (bytes.len >= s->at && str_has_at(bytes, s->at, s->bytes) && (has_nul || !s->is_binary))
            return &s->is;
    }
    return NULL;
}

const struct sniffed *sniff_signature(struct str bytes) {
    static const struct sniffed binary = {"application/octet-stream", "binary data"};
    struct str header = header_of(bytes);
    if (has_mark(bytes))
        return NULL;
    const struct sniffed *found = match_signature(bytes, header);
    if (found || !is_binary(header) || has_html(header) || is_utf16(header))
        return found;
    return &binary;
}

const struct sniffed *sniff_bytes(struct str bytes) {
    const struct sniffed *found = sniff_signature(bytes);
    if (!found)
        found = sniff_structured_text(bytes);
    return found ? found : sniff_source_code(bytes);
}

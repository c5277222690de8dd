/*
 * Detects charsets by byte frequencies, with libuchardet; see charset_guess.h.
 */
#include "html/charset_guess.h"

#include "base/ascii.h"
#include "base/buffer.h"

#ifdef PITH_WITH_UCHARDET
#include <uchardet/uchardet.h>
#endif

/* Ten times what the detector needs, to make up for passages in other languages. */
enum { SAMPLE_BYTES = 32 << 10 };

/* ASCII kept around a non-ASCII byte, which shows whether it is part of a word or a lone symbol. */
enum { MARGIN_BYTES = 32 };

static bool is_ascii(struct str s) {
    return ascii_find_other(s.at, 0, s.len) == s.len;
}

/* Appends a run of text, without its long stretches of ASCII. */
static void append_text(struct buffer *out, struct str text) {
    for (size_t at = 0; at < text.len && out->len < SAMPLE_BYTES;) {
        size_t end = at + MARGIN_BYTES < text.len ? at + MARGIN_BYTES : text.len;
        struct str piece = str_between(text, at, end);
        if (!is_ascii(piece))
            buffer_append(out, piece);
        at = end;
    }
    buffer_append_byte(out, ' ');
}

/* The position after the tag, comment or raw element that begins with the '<' at `at`. */
static size_t skip_markup(struct str page, size_t at) {
    struct str rest = str_between(page, at, page.len);
    struct str end = STR(">");
    if (str_starts_with(rest, STR("<!--")))
        end = STR("-->");
    else if (str_starts_with_lower(rest, STR("<script")))
        end = STR("</script");
    else if (str_starts_with_lower(rest, STR("<style")))
        end = STR("</style");
    size_t found = str_find(rest, end);
    return found < rest.len ? at + found + end.len : page.len;
}

struct str charset_sample(struct arena *arena, struct str page) {
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t at = 0; at < page.len && out.len < SAMPLE_BYTES;) {
        size_t end = str_find_byte(page, at, '<');
        struct str text = str_between(page, at, end);
        if (!is_ascii(text))
            append_text(&out, text);
        at = end < page.len ? skip_markup(page, end) : end;
    }
    return buffer_str(&out);
}

#ifdef PITH_WITH_UCHARDET

struct str charset_guess(struct arena *arena, struct str sample) {
    char name[64] = "";
    uchardet_t detector = uchardet_new();
    if (uchardet_handle_data(detector, sample.at, sample.len) == 0) {
        uchardet_data_end(detector);
        const char *found = uchardet_get_charset(detector);
        size_t len = strlen(found);
        if (len < sizeof name)
            memcpy(name, found, len + 1);
    }
    uchardet_delete(detector); /* before the arena can jump */
    return *name ? arena_copy(arena, str_of(name)) : STR_NONE;
}

#else

struct str charset_guess(struct arena *arena, struct str sample) {
    (void)arena, (void)sample;
    return STR_NONE;
}

#endif

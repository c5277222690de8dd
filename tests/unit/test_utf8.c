/* utf8.c: hand-picked cases, and a comparison with utf8proc's own, slower functions. */
#include "ground.h"

#include <utf8proc.h>

#include "base/utf8.h"

typedef void append_function(struct buffer *out, struct str s);

static struct str appended(struct arena *arena, append_function *append, struct str s) {
    struct buffer out;
    buffer_init(&out, arena);
    append(&out, s);
    return buffer_str(&out);
}

/* ---- well-formedness ---- */

static const struct {
    struct str raw, repaired;
} ill_formed[] = {
    {STR_INIT("\x80"), STR_INIT("\xEF\xBF\xBD")},
    {STR_INIT("a\xC3"), STR_INIT("a\xEF\xBF\xBD")},
    {STR_INIT("\xC0\xAF"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD")},                 /* overlong */
    {STR_INIT("\xE0\x80\xAF"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD")}, /* overlong */
    {STR_INIT("\xED\xA0\x80"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD")}, /* surrogate */
    {STR_INIT("\xF4\x90\x80\x80x"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx")},
    {STR_INIT("\xF5\x80"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD")},
    {STR_INIT("\xFE\xFF"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD")},
    {STR_INIT("\xE2\x82y"), STR_INIT("\xEF\xBF\xBDy")}, /* a truncated sequence */
    {STR_INIT("\xF0\x9F\x98"), STR_INIT("\xEF\xBF\xBD")},
    {STR_INIT("\xF0\x9F\x98<b>"), STR_INIT("\xEF\xBF\xBD<b>")},
    {STR_INIT("12345678\xFF"
              "12345678"),
     STR_INIT("12345678\xEF\xBF\xBD"
              "12345678")},
    {STR_INIT("\xF1\x80\x80\xE1\x80\xC2"
              "b"),
     STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
              "b")},
};

static void repair_replaces_maximal_subparts(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof ill_formed / sizeof *ill_formed; i++) {
        assert_false(utf8_is_valid(ill_formed[i].raw));
        struct str got = appended(arena, utf8_append_repaired, ill_formed[i].raw);
        assert_str(got, ill_formed[i].repaired);
        assert_true(utf8_is_valid(got));
    }
}

static void valid_text_is_unchanged(void **state) {
    static const struct str good[] = {
        STR_INIT(""),
        STR_INIT("plain ASCII that is longer than eight bytes"),
        STR_INIT("na\xC3\xAFve \xE2\x82\xAC \xF0\x9F\x98\x80"),
        STR_INIT("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF\xEF\xBF\xBF"), /* at the edges */
        STR_INIT("a\0b"),
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(utf8_is_valid(good[i]));
        assert_str(appended(arena, utf8_append_repaired, good[i]), good[i]);
    }
    assert_true(utf8_is_valid(STR_NONE));
}

/* Every sequence of four bytes that matter, at every offset of the 8-byte step. */
static void validity_agrees_with_utf8proc(void **state) {
    static const unsigned char bytes[] = {'a',  0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2,
                                          0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5};
    enum { N = sizeof bytes };
    (void)state;
    for (size_t k = 0; k < (size_t)N * N * N * N; k++) {
        char text[14] = "abcdefghi";
        size_t pad = k % 10;
        unsigned char *at = (unsigned char *)text + pad;
        at[0] = bytes[k % N], at[1] = bytes[k / N % N];
        at[2] = bytes[k / N / N % N], at[3] = bytes[k / N / N / N];
        bool valid = true;
        utf8proc_int32_t first;
        utf8proc_ssize_t len = utf8proc_iterate(at, 4, &first);
        bool ok;
        size_t got = utf8_sequence_len((struct str){text, pad + 4}, pad, &ok);
        assert_int_equal(ok ? got : 0, len > 0 ? (size_t)len : 0);
        for (utf8proc_ssize_t i = 0, n; valid && i < 4; i += n) {
            utf8proc_int32_t c;
            n = utf8proc_iterate(at + i, 4 - i, &c);
            valid = n > 0;
        }
        assert_int_equal(utf8_is_valid((struct str){text, pad + 4}), valid);
    }
}

/* At every offset of the steps of 64 and 8 bytes. */
static void one_byte_decides_wherever_it_is(void **state) {
    (void)state;
    for (size_t i = 0; i < 150; i++) {
        char text[152];
        memset(text, 'a', sizeof text);
        for (unsigned char bad = 0x7F; bad != 0; bad++) {
            text[i] = (char)bad;
            assert_int_equal(utf8_is_valid((struct str){text, sizeof text}), bad == 0x7F);
        }
        memcpy(text + i, "\xC3\xA9", 2);
        assert_true(utf8_is_valid((struct str){text, sizeof text}));
        assert_false(utf8_is_valid((struct str){text, i + 1}));
    }
}

static void every_code_point_comes_back(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct buffer out;
    buffer_init(&out, arena);
    for (uint32_t c = 0; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
        size_t i = 0;
        out.len = 0;
        utf8_append(&out, c);
        assert_true(utf8_is_valid(buffer_str(&out)));
        assert_int_equal(utf8_next(buffer_str(&out), &i), c);
        assert_int_equal(i, out.len);
    }
}

/* ---- classes ---- */

static bool is_unspaced(int32_t c) {
    static const int32_t ranges[][2] = {
        {0xE00, 0x109F},  {0x1780, 0x17FF}, {0x1950, 0x19DF},   {0x1A20, 0x1AAF},  {0x1B00, 0x1B7F},
        {0x3000, 0x312F}, {0x31A0, 0x31FF}, {0x3400, 0xA4CF},   {0xA980, 0xA9FF},  {0xAA60, 0xAADF},
        {0xF900, 0xFAFF}, {0xFF66, 0xFF9F}, {0x1AFF0, 0x1B16F}, {0x20000, 0x3FFFF}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    return false;
}

/* The class by the letter of the general category, without any shortcut. */
static enum utf8_class class_by_category(int32_t c) {
    const char *category = utf8proc_category_string(c);
    if ((c >= 9 && c <= 13) || c == 0x85 || c == 0x200B)
        return UTF8_SPACE;
    if (c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060)
        return UTF8_LETTER;
    switch (category[0]) {
    case 'Z':
        return UTF8_SPACE;
    case 'P':
        return UTF8_PUNCT;
    case 'L':
    case 'M':
        return is_unspaced(c) ? UTF8_IDEOGRAPH : UTF8_LETTER;
    case 'N':
        return category[1] == 'l' && is_unspaced(c) ? UTF8_IDEOGRAPH : UTF8_LETTER;
    default:
        return UTF8_OTHER;
    }
}

static void every_class_is_that_of_its_category(void **state) {
    (void)state;
    for (int32_t c = 0; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1)
        if (utf8_class((uint32_t)c) != class_by_category(c))
            fail_msg("U+%04X is %d, not %d", (unsigned)c, (int)utf8_class((uint32_t)c),
                     (int)class_by_category(c));
}

static void classes_of_known_characters(void **state) {
    (void)state;
    assert_int_equal(utf8_class('a'), UTF8_LETTER);
    assert_int_equal(utf8_class('7'), UTF8_LETTER);
    assert_int_equal(utf8_class('\t'), UTF8_SPACE);
    assert_int_equal(utf8_class('-'), UTF8_PUNCT);
    assert_int_equal(utf8_class('$'), UTF8_OTHER);
    assert_int_equal(utf8_class(0xA0), UTF8_SPACE);
    assert_int_equal(utf8_class(0x3000), UTF8_SPACE);
    assert_int_equal(utf8_class(0x2019), UTF8_PUNCT);
    assert_int_equal(utf8_class(0x301), UTF8_LETTER);
    assert_int_equal(utf8_class(0x4E2D), UTF8_IDEOGRAPH);
    assert_int_equal(utf8_class(0x3042), UTF8_IDEOGRAPH);
    assert_int_equal(utf8_class(0x3002), UTF8_PUNCT);
    assert_int_equal(utf8_class(0xE01), UTF8_IDEOGRAPH);
    assert_int_equal(utf8_class(0xAC00), UTF8_LETTER);
    assert_int_equal(utf8_class(0x1F600), UTF8_OTHER);
    assert_int_equal(utf8_class(0xE000), UTF8_OTHER);
    assert_int_equal(utf8_class(0xFEFF), UTF8_OTHER);
}

/* ---- normal forms ---- */

static const struct {
    struct str raw, folded;
} folds[] = {
    {STR_INIT(""), STR_INIT("")},
    {STR_INIT(" \t\n"), STR_INIT("")},
    {STR_INIT("  Read\n\t MORE  "), STR_INIT("read more")},
    {STR_INIT("\xC3\x89TUDES"), STR_INIT("\xC3\xA9tudes")},
    {STR_INIT("E\xCC\x81tudes"), STR_INIT("\xC3\xA9tudes")}, /* E, combining acute */
    {STR_INIT("STRA\xE1\xBA\x9E"
              "E"),
     STR_INIT("strasse")}, /* capital sharp s */
    {STR_INIT("\xCE\x9F\xCE\x94\xCE\x9F\xCE\xA3 \xCE\xBF\xCE\xB4\xCE\xBF\xCF\x82"),
     STR_INIT(
         "\xCE\xBF\xCE\xB4\xCE\xBF\xCF\x83 \xCE\xBF\xCE\xB4\xCE\xBF\xCF\x83")}, /* final sigma */
    {STR_INIT("\xC4\xB0"), STR_INIT("i\xCC\x87")}, /* dotted capital I */
    {STR_INIT("\xEF\xBC\xA1\xEF\xBC\xA2\xE3\x80\x80\xEF\xBC\xA3"),
     STR_INIT("ab c")},                                                /* full width */
    {STR_INIT("\xEF\xAC\x81sh"), STR_INIT("fish")},                    /* ligature */
    {STR_INIT("so\xC2\xADup"), STR_INIT("soup")},                      /* soft hyphen */
    {STR_INIT("a\xC2\xA0\xE2\x80\x8B\xE2\x80\x83z"), STR_INIT("a z")}, /* nbsp, zwsp, em space */
    {STR_INIT("\xE2\x84\xA2"), STR_INIT("tm")},
    {STR_INIT("\xEA\xB0\x80\xE1\x86\xA8"), STR_INIT("\xEA\xB0\x81")}, /* Hangul LV + T */
    {STR_INIT("\xEF\xBB\xBFx"), STR_INIT("x")},                       /* byte-order mark */
};

static void folding_of_known_text(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
        struct str got = appended(arena, utf8_append_folded, folds[i].raw);
        assert_str(got, folds[i].folded);
        struct str again = appended(arena, utf8_append_folded, got);
        assert_str(again, got);
    }
}

static void folding_appends(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct buffer out;
    buffer_init(&out, arena);
    utf8_append_folded(&out, STR("One"));
    utf8_append_folded(&out, STR(" Two "));
    assert_str(buffer_str(&out), STR("onetwo"));
}

static void nfc_of_known_text(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    assert_str(appended(arena, utf8_append_nfc, STR("e\xCC\x81t\xC3\xA9")),
               STR("\xC3\xA9t\xC3\xA9"));
    assert_str(appended(arena, utf8_append_nfc, STR("\xE2\x84\xAB")),
               STR("\xC3\x85")); /* angstrom */
    assert_str(appended(arena, utf8_append_nfc, STR("q\xCC\x87\xCC\xA3")),
               STR("q\xCC\xA3\xCC\x87")); /* marks in the wrong order */
    assert_str(appended(arena, utf8_append_nfc, STR("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8")),
               STR("\xEA\xB0\x81")); /* conjoining jamo */
    assert_str(appended(arena, utf8_append_nfc, STR("\xEF\xBC\xA1\xC2\xA0")),
               STR("\xEF\xBC\xA1\xC2\xA0")); /* compatibility forms are kept */
    assert_str(appended(arena, utf8_append_nfc, STR("")), STR(""));
    assert_str(appended(arena, utf8_append_nfc, STR_NONE), STR(""));
    assert_str(appended(arena, utf8_append_repaired, STR_NONE), STR(""));
    assert_str(appended(arena, utf8_append_folded, STR_NONE), STR(""));
}

/* Pseudo-random text of characters that compose, reorder, expand or vanish. */
static struct str random_text(struct buffer *out, uint32_t seed) {
    static const uint32_t points[] = {
        'a',    'E',    'i',    ' ',    'z',    0x301,   0x300,   0x327,   0x323,   0x307,
        0x345,  0x338,  0xE9,   0xC5,   0x1E9B, 0x3B1,   0x3C2,   0x1FB3,  0x37E,   0x1100,
        0x1161, 0x11A8, 0xAC00, 0x212B, 0x2126, 0x939,   0x93C,   0x9C7,   0x9BE,   0xE38,
        0xE48,  0xFB1D, 0xFDFA, 0x3099, 0x304B, 0x1F600, 0x1D15E, 0x110BA, 0x11099, 0x5D0,
        0x5B7,  0x5B0,  0x64B,  0x651,  0xFF76, 0xFF9E,  0x2000,  0xB4,    0xAD,    0x958,
        0x4E2D, 0xF900, 0x130,  0xDF,   0x149,  0x344,   0xDDD,   0x1026};
    size_t n = seed % 12;
    out->len = 0;
    for (size_t i = 0; i < n; i++) {
        seed = seed * 1664525u + 1013904223u;
        utf8_append(out, points[(seed >> 8) % (sizeof points / sizeof *points)]);
    }
    return buffer_str(out);
}

/* utf8proc's NFKC_Casefold, with white space collapsed as the contract says. */
static struct str slowly_folded(struct buffer *out, const char *text) {
    utf8proc_uint8_t *mapped = utf8proc_NFKC_Casefold((const utf8proc_uint8_t *)text);
    assert_non_null(mapped);
    struct str s = str_of((char *)mapped);
    bool owes_space = false;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = utf8_next(s, &i);
        if (utf8_class(c) == UTF8_SPACE) {
            owes_space = true;
            continue;
        }
        if (owes_space && out->len)
            buffer_append_byte(out, ' ');
        owes_space = false;
        utf8_append(out, c);
    }
    free(mapped);
    return buffer_str(out);
}

static void check_normal_forms(struct arena *arena, uint32_t seed) {
    ARM(arena);
    struct buffer text, folded;
    buffer_init(&text, arena);
    buffer_init(&folded, arena);
    struct str s = random_text(&text, seed);
    buffer_append_byte(&text, '\0');
    s.at = text.data;
    utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)s.at);
    assert_non_null(nfc);
    assert_str(appended(arena, utf8_append_nfc, s), str_of((char *)nfc));
    free(nfc);
    struct str want = slowly_folded(&folded, s.at);
    assert_str(appended(arena, utf8_append_folded, s), want);
}

static void normal_forms_agree_with_utf8proc(void **state) {
    for (uint32_t seed = 1; seed < 60000; seed++) {
        arena_reset(*state, SIZE_MAX);
        check_normal_forms(*state, seed);
    }
}

/* Each code point after a letter, before and after a mark: finds holes in the table of
 * boundaries. */
static void check_nfc(struct arena *arena, uint32_t c) {
    ARM(arena);
    struct buffer text;
    buffer_init(&text, arena);
    utf8_append(&text, 'e');
    utf8_append(&text, c);
    utf8_append(&text, 0x301);
    utf8_append(&text, c);
    buffer_append_byte(&text, '\0');
    utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)text.data);
    assert_non_null(nfc);
    assert_str(appended(arena, utf8_append_nfc, (struct str){text.data, text.len - 1}),
               str_of((char *)nfc));
    free(nfc);
}

static void nfc_of_every_code_point(void **state) {
    for (uint32_t c = 1; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
        arena_reset(*state, SIZE_MAX);
        check_nfc(*state, c);
    }
}

/* Each code point between letters, alone and before marks: finds holes in the table of characters
 * that are folded one by one. */
static void check_fold(struct arena *arena, uint32_t c) {
    static const uint32_t MARKS[] = {'e', 0x301, 0x323, 0x5B7, 0x3099, 0x93C, 0xE48, 0x11A8};
    ARM(arena);
    struct buffer text, slow;
    buffer_init(&text, arena);
    buffer_init(&slow, arena);
    for (size_t i = 0; i < N_OF(MARKS); i++) {
        utf8_append(&text, c);
        utf8_append(&text, c);
        utf8_append(&text, MARKS[i]);
    }
    buffer_append_byte(&text, '\0');
    struct str want = slowly_folded(&slow, text.data);
    assert_str(appended(arena, utf8_append_folded, (struct str){text.data, text.len - 1}), want);
}

static void folding_of_every_code_point(void **state) {
    for (uint32_t c = 1; c <= 0x1FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
        arena_reset(*state, SIZE_MAX);
        if (c != 0x200B) /* white space, but utf8proc leaves it out */
            check_fold(*state, c);
    }
}

/* A million marks in the wrong order: utf8proc_decompose would take hours. */
static void long_runs_of_marks_are_sorted(void **state) {
    enum { N = 500000 };
    struct arena *arena = *state;
    ARM(arena);
    struct buffer text;
    buffer_init(&text, arena);
    buffer_append_byte(&text, 'q');
    for (size_t i = 0; i < N; i++) {
        utf8_append(&text, 0x307); /* class 230 */
        utf8_append(&text, 0x323); /* class 220 */
    }
    struct str nfc = appended(arena, utf8_append_nfc, buffer_str(&text));
    struct str folded = appended(arena, utf8_append_folded, buffer_str(&text));
    assert_int_equal(nfc.len, text.len);
    assert_str(folded, nfc);
    assert_memory_equal(nfc.at, "q\xCC\xA3\xCC\xA3", 5);
    assert_memory_equal(nfc.at + nfc.len - 4, "\xCC\x87\xCC\x87", 4);
}

static void capitals_of_all_scripts(void **state) {
    (void)state;
    static const uint32_t capitals[] = {'A', 'Z', 0xC9, 0x118, 0x141, 0x391, 0x416, 0x531, 0x1E9E};
    static const uint32_t others[] = {'a',  'z',   '@',   '[',    '1',   0xD7,  0xDF,
                                      0xE9, 0x119, 0x436, 0x4E2D, 0x627, 0x301, 0x1F600};
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++)
        assert_true(utf8_is_capital(capitals[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(utf8_is_capital(others[i]));
    for (int32_t c = 0; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1)
        if (utf8_is_capital((uint32_t)c) != (utf8proc_category(c) == UTF8PROC_CATEGORY_LU))
            fail_msg("U+%04X", (unsigned)c);
}

static void cuts_between_characters(void **state) {
    (void)state;
    struct str text = STR("a\xC3\xA9\xE2\x82\xAC"); /* 1, 2 and 3 bytes */
    assert_str(utf8_first(text, 6), text);
    assert_str(utf8_first(text, 5), STR("a\xC3\xA9"));
    assert_str(utf8_first(text, 2), STR("a"));
    assert_str(utf8_first(text, 0), STR(""));
    assert_str(utf8_last(text, 6), text);
    assert_str(utf8_last(text, 4), STR("\xE2\x82\xAC"));
    assert_str(utf8_last(text, 2), STR(""));
    size_t i = text.len;
    for (uint32_t n = 0; i > 0; n++) { /* backwards over the characters that utf8_next returns */
        size_t start = utf8_before(text, i), end = start;
        utf8_next(text, &end);
        assert_int_equal(end, i);
        assert_false(utf8_is_continuation(text.at[start]));
        i = start;
        assert_true(n < text.len);
    }
}

static void hides_what_people_never_see(void **state) {
    static const struct {
        const char *raw, *shown;
    } pairs[] = {
        {"a\U000E0069\U000E0067\U000E006Eb", "ab"}, /* tags without a flag */
        {"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F\U000E0069!",
         "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F!"}, /* Scotland */
        {"\U0001F3F4\U000E0031\U000E0032\U000E0033\U000E0034\U000E0035\U000E0036\U000E0037"
         "\U000E0038x",
         "\U0001F3F4\U000E0031\U000E0032\U000E0033\U000E0034\U000E0035\U000E0036\U000E0037x"},
        {"\U0001F3F3\U000E0067\U000E007F", "\U0001F3F3"}, /* not the flag that takes tags */
        {"\u2764\uFE0F \u845B\U000E0100", "\u2764\uFE0F \u845B\U000E0100"},
        {"a\uFE00\uFE0F\U000E0101\U000E01EFb", "a\uFE00b"}, /* bytes, as variation selectors */
        {"\U000E0001", ""},
        {"\xC2\x9B"
         "a\u202Eb\x7F",
         "ab"},
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < N_OF(pairs); i++)
        assert_str(appended(arena, utf8_append_displayable, str_of(pairs[i].raw)),
                   str_of(pairs[i].shown));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals_of_all_scripts),
        cmocka_unit_test(cuts_between_characters),
        ARENA_TEST(hides_what_people_never_see),
        ARENA_TEST(repair_replaces_maximal_subparts),
        ARENA_TEST(valid_text_is_unchanged),
        ARENA_TEST(validity_agrees_with_utf8proc),
        cmocka_unit_test(one_byte_decides_wherever_it_is),
        ARENA_TEST(every_code_point_comes_back),
        ARENA_TEST(every_class_is_that_of_its_category),
        ARENA_TEST(classes_of_known_characters),
        ARENA_TEST(folding_of_known_text),
        ARENA_TEST(folding_appends),
        ARENA_TEST(nfc_of_known_text),
        ARENA_TEST(normal_forms_agree_with_utf8proc),
        ARENA_TEST(nfc_of_every_code_point),
        ARENA_TEST(folding_of_every_code_point),
        ARENA_TEST(long_runs_of_marks_are_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

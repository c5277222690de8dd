/*
 * Converts text to its case-folded and composed normal forms; see utf8.h.
 */
#include "base/utf8.h"

#include <utf8proc.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/code_range.h"

enum {
    /* The longest decomposition of one character (U+FDFA in NFKC) has 18 code points. */
    MAX_DECOMPOSED = 32,
    /* Code points kept on the stack: a word of any script fits; only hostile runs of marks and
     * lines of conjoining jamo go to the arena. */
    STACK_POINTS = 64,
    /* Shorter runs of marks are sorted by insertion, which is faster for the two or three in real
     * text, and bounded for any other. */
    MAX_INSERTION = 32,
    N_COMBINING_CLASSES = 256
};

/* Ranges without a character whose Quick_Check for NFC is No or Maybe (UAX #15, section 9): in text
 * of these only, nothing but the order of marks can be wrong. They are deliberately coarse;
 * anything outside is normalized, which is slower but has the same result. */
static const struct code_range QUICK_NFC[] = {
    {0x0000, 0x02FF},                     /* Latin */
    {0x0388, 0x0652},                     /* Greek, Cyrillic, Armenian, Hebrew, Arabic */
    {0x0656, 0x0928},                     /* Arabic, Syriac, Devanagari */
    {0x092A, 0x093B},   {0x093D, 0x0957}, /* Devanagari without its nukta */
    {0x0E00, 0x0F42},                     /* Thai, Lao, Tibetan */
    {0x10A0, 0x10FF},                     /* Georgian */
    {0x1200, 0x1B34},                     /* Ethiopic to Balinese, Khmer among them */
    {0x1E00, 0x1F70},                     /* Vietnamese Latin, Greek with breathings */
    {0x2002, 0x2125},                     /* punctuation, currency, letter-like symbols */
    {0x212C, 0x2328},                     /* arrows, mathematics */
    {0x232B, 0x2ADB},                     /* boxes, shapes, dingbats */
    {0x2ADD, 0x3098},   {0x309B, 0xD7A3}, /* Han, kana, Hangul */
    {0xE000, 0xF8FF},                     /* private use */
    {0xFB50, 0xFFFF},                     /* Arabic presentation, full width */
    {0x1F000, 0x1FAFF},                   /* emoji */
};

static unsigned combining_class(uint32_t c) {
    return c < 0x300 ? 0 : (unsigned)utf8proc_get_property((utf8proc_int32_t)c)->combining_class;
}

size_t utf8_skip_marks(struct str s, size_t i) {
    size_t next = i;
    while (i < s.len && combining_class(utf8_next(s, &next)) != 0)
        i = next;
    return i;
}

/* Whether nothing before `c` can compose with it or be reordered with it. */
static bool is_boundary(uint32_t c) {
    return code_range_holds(QUICK_NFC, N_OF(QUICK_NFC), c) && combining_class(c) == 0;
}

/* The code points of the piece that is being normalized. */
struct points {
    struct arena *arena;
    int32_t *at;
    size_t n, cap;
    int32_t on_stack[STACK_POINTS];
};

static void points_init(struct points *points, struct arena *arena) {
    points->arena = arena;
    points->at = points->on_stack;
    points->n = 0;
    points->cap = STACK_POINTS;
}

static void add_points(struct points *points, const int32_t *more, size_t n) {
    if (points->cap - points->n < n) {
        size_t cap = points->cap * 2; /* always enough: MAX_DECOMPOSED is less than STACK_POINTS */
        int32_t *grown = arena_alloc(points->arena, cap * sizeof *grown);
        memcpy(grown, points->at, points->n * sizeof *grown);
        points->at = grown;
        points->cap = cap;
    }
    memcpy(points->at + points->n, more, n * sizeof *more);
    points->n += n;
}

static void sort_by_insertion(int32_t *marks, size_t n) {
    for (size_t i = 1; i < n; i++) {
        int32_t mark = marks[i];
        unsigned class = combining_class((uint32_t)mark);
        size_t k = i;
        for (; k > 0 && combining_class((uint32_t)marks[k - 1]) > class; k--)
            marks[k] = marks[k - 1];
        marks[k] = mark;
    }
}

static void sort_by_counting(struct arena *arena, int32_t *marks, size_t n) {
    size_t place[N_COMBINING_CLASSES + 1] = {0};
    int32_t *sorted = arena_alloc(arena, n * sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        place[combining_class((uint32_t)marks[i]) + 1]++;
    for (size_t i = 1; i < N_COMBINING_CLASSES; i++)
        place[i] += place[i - 1];
    for (size_t i = 0; i < n; i++)
        sorted[place[combining_class((uint32_t)marks[i])]++] = marks[i];
    memcpy(marks, sorted, n * sizeof *sorted);
}

/* Puts each run of marks into canonical order. utf8proc_decompose does that in quadratic time. */
static void order_marks(struct points *points) {
    for (size_t i = 0; i < points->n; i++) {
        size_t first = i;
        while (i < points->n && combining_class((uint32_t)points->at[i]) != 0)
            i++;
        if (i - first > MAX_INSERTION)
            sort_by_counting(points->arena, points->at + first, i - first);
        else if (i - first > 1)
            sort_by_insertion(points->at + first, i - first);
    }
}

/* Composes the gathered code points, which are then in normal form. */
static void compose(struct points *points) {
    if (points->n < 2)
        return;
    order_marks(points);
    utf8proc_ssize_t n = utf8proc_normalize_utf32(points->at, (utf8proc_ssize_t)points->n,
                                                  UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n >= 0)
        points->n = (size_t)n;
}

static size_t decompose(uint32_t c, unsigned how, int32_t *out) {
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, out, MAX_DECOMPOSED,
                                                 (utf8proc_option_t)how, &boundary);
    return n < 0 || n > MAX_DECOMPOSED ? 0 : (size_t)n;
}

/* The state of folding a text. */
struct folding {
    struct buffer *out;
    size_t start;       /* of what this call appends */
    bool owes_space;    /* white space has been read since */
    struct points held; /* what the next character may still compose with */
};

static void append_point(struct folding *folding, uint32_t c) {
    if (folding->owes_space && folding->out->len > folding->start)
        buffer_append_byte(folding->out, ' ');
    folding->owes_space = false;
    utf8_append(folding->out, c);
}

static void emit_folded(struct folding *folding, uint32_t c) {
    if (utf8_class(c) == UTF8_SPACE)
        folding->owes_space = true;
    else
        append_point(folding, c);
}

static void flush_folded(struct folding *folding) {
    compose(&folding->held);
    for (size_t i = 0; i < folding->held.n; i++)
        emit_folded(folding, (uint32_t)folding->held.at[i]);
    folding->held.n = 0;
}

/* Folds the ASCII in [at, end), which is most text, without a call per character. */
static void fold_ascii(struct folding *folding, const char *at, const char *end) {
    struct buffer *out = folding->out;
    char *to = buffer_reserve(out, (size_t)(end - at) + 1); /* and a pending space */
    for (; at < end; at++) {
        if (utf8_ascii_class[(unsigned char)*at] == UTF8_SPACE) {
            folding->owes_space = true;
            continue;
        }
        if (folding->owes_space && to > out->data + folding->start)
            *to++ = ' ';
        folding->owes_space = false;
        *to++ = ascii_lower(*at);
    }
    out->len = (size_t)(to - out->data);
}

/* NFKC_Casefold (Unicode Standard, section 3.13), except that a zero-width space is white space. */
static void fold_wide(struct folding *folding, uint32_t c) {
    int32_t parts[MAX_DECOMPOSED] = {' '};
    size_t n = c == 0x200B ? 1
                           : decompose(c,
                                       UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                           UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
                                       parts);
    if (n && is_boundary((uint32_t)parts[0]))
        flush_folded(folding);
    add_points(&folding->held, parts, n);
}

/* Folds characters that become one character each, from s.at[i] on, up to ASCII or to one that may
 * compose with what follows it; returns where it is. */
static size_t fold_simple(struct folding *folding, struct str s, size_t i) {
    size_t next = i;
    uint32_t one = utf8_fold_one(utf8_next(s, &next));
    if (one)
        flush_folded(folding);
    while (one) {
        size_t after = next;
        bool is_last = next == s.len || (unsigned char)s.at[next] < 0x80;
        uint32_t following = is_last ? 0 : utf8_fold_one(utf8_next(s, &after));
        if (!is_last && !following)
            break;
        append_point(folding, one);
        i = next;
        next = after;
        one = following;
    }
    return i;
}

void utf8_append_folded(struct buffer *out, struct str s) {
    struct folding folding; /* not cleared: it is large, and used for each word */
    folding.out = out;
    folding.start = out->len;
    folding.owes_space = false;
    points_init(&folding.held, out->arena);
    for (size_t i = 0; i < s.len;) {
        size_t first = i;
        while (i < s.len && (unsigned char)s.at[i] < 0x80)
            i++;
        if (i > first) {
            size_t end = i < s.len ? i - 1 : i; /* a mark may compose with the last one */
            flush_folded(&folding);
            fold_ascii(&folding, s.at + first, s.at + end);
            int32_t last = (unsigned char)ascii_lower(s.at[i - 1]);
            if (end < i)
                add_points(&folding.held, &last, 1);
        }
        if (i == s.len)
            break;
        size_t simple = fold_simple(&folding, s, i);
        if (simple == i)
            fold_wide(&folding, utf8_next(s, &simple));
        i = simple;
    }
    flush_folded(&folding);
}

/* The offset of the boundary before the first place at or after `i` where `s` may not be in NFC;
 * s.len if there is none. */
static size_t skip_nfc(struct str s, size_t i) {
    size_t boundary = i;
    unsigned last_class = 0;
    while (i < s.len) {
        size_t start = i;
        if ((i = ascii_find_other(s.at, i, s.len)) > start) {
            boundary = i - 1;
            last_class = 0;
            continue;
        }
        unsigned char lead = (unsigned char)s.at[i];
        if (lead < 0xCC || (lead >= 0xE4 && lead <= 0xE9)) { /* below U+0300, or Han */
            boundary = i;
            last_class = 0;
            i += lead < 0xCC ? 2 : 3;
            continue;
        }
        uint32_t c = utf8_next(s, &i);
        if ((c >= 0x400 && c < 0x482) || (c >= 0xAC00 && c < 0xD7A4)) {
            boundary = start; /* Cyrillic, Hangul */
            last_class = 0;
            continue;
        }
        unsigned class = combining_class(c);
        if (!code_range_holds(QUICK_NFC, N_OF(QUICK_NFC), c) || (class && class < last_class))
            return boundary;
        if (class == 0)
            boundary = start;
        last_class = class;
    }
    return s.len;
}

/* Appends the piece at `i`, up to the next boundary, in NFC; returns the boundary's offset. */
static size_t append_composed(struct buffer *out, struct str s, size_t i) {
    struct points points;
    points_init(&points, out->arena);
    for (bool is_first = true; i < s.len; is_first = false) {
        size_t next = i;
        int32_t parts[MAX_DECOMPOSED];
        uint32_t c = utf8_next(s, &next);
        if (!is_first && is_boundary(c))
            break;
        add_points(&points, parts, decompose(c, UTF8PROC_STABLE | UTF8PROC_COMPOSE, parts));
        i = next;
    }
    compose(&points);
    for (size_t k = 0; k < points.n; k++)
        utf8_append(out, (uint32_t)points.at[k]);
    return i;
}

void utf8_append_nfc(struct buffer *out, struct str s) {
    for (size_t i = 0; i < s.len;) {
        size_t dubious = skip_nfc(s, i);
        buffer_append(out, str_between(s, i, dubious));
        i = dubious < s.len ? append_composed(out, s, dubious) : s.len;
    }
}

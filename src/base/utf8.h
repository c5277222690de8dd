/*
 * UTF-8: validation, repair, code points, and the few character classes that the features need.
 */
#ifndef PITH_BASE_UTF8_H
#define PITH_BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/str.h"

/* Whether all of `s` is well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms,
 * nothing above U+10FFFF). Checks 32 bytes of ASCII at a time. */
bool utf8_is_valid(struct str s);

/* The length in bytes of the character at s.at[i], i < s.len, with *ok true; for an ill-formed
 * sequence, the length of its maximal subpart, with *ok false. */
size_t utf8_sequence_len(struct str s, size_t i, bool *ok);

/* Appends `s` with each ill-formed part replaced with one U+FFFD, as in the WHATWG Encoding
 * Standard ("maximal subpart"). */
void utf8_append_repaired(struct buffer *out, struct str s);

/* `s` itself if it is well-formed, otherwise a repaired copy. */
struct str utf8_repaired(struct arena *arena, struct str s);

/* Writes the code point `c` (a scalar value) as 1 to 4 bytes; returns their number. */
size_t utf8_put(char *to, uint32_t c);

/* Appends the code point `c`. */
void utf8_append(struct buffer *out, uint32_t c);

/* Whether a byte of well-formed text continues the character before it. */
static inline bool utf8_is_continuation(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The start of the character that ends before s.at[i] (i > 0). */
static inline size_t utf8_before(struct str s, size_t i) {
    do
        i--;
    while (i > 0 && utf8_is_continuation(s.at[i]));
    return i;
}

/* The code point at s.at[*i] of well-formed UTF-8; moves *i past it. */
static inline uint32_t utf8_next(struct str s, size_t *i) {
    const unsigned char *p = (const unsigned char *)s.at + *i;
    if (p[0] < 0x80) {
        *i += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *i += 2;
        return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    }
    if (p[0] < 0xF0) {
        *i += 3;
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    *i += 4;
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
           (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

/* The class of a character, for counting. */
enum utf8_class {
    UTF8_SPACE,     /* White_Space and the zero-width space */
    UTF8_LETTER,    /* letters, digits, marks and characters that join them */
    UTF8_IDEOGRAPH, /* scripts without spaces between words: Han, kana, Thai, Lao, Khmer ... */
    UTF8_PUNCT,     /* punctuation */
    UTF8_OTHER      /* symbols, format and private-use characters */
};

extern const uint8_t utf8_ascii_class[128];
enum utf8_class utf8_class_wide(uint32_t c); /* for utf8_class: not ASCII */

static inline enum utf8_class utf8_class(uint32_t c) {
    return c < 0x80 ? (enum utf8_class)utf8_ascii_class[c] : utf8_class_wide(c);
}

bool utf8_is_capital_wide(uint32_t c); /* for utf8_is_capital: not ASCII */

/* Whether it is a letter in upper case. */
static inline bool utf8_is_capital(uint32_t c) {
    return c < 0x80 ? ascii_is_upper((char)c) : utf8_is_capital_wide(c);
}

/* Appends `s` (well-formed) case-folded and in NFKC, without soft hyphens and other invisible
 * characters (NFKC_Casefold; Unicode Standard, section 3.13), with white space collapsed to single
 * spaces and trimmed: the form in which keywords, names and lines are compared. The data tables are
 * in the same form. */
void utf8_append_folded(struct buffer *out, struct str s);

/* The folded form of a character that is not ASCII, if it is a single character, starts anew
 * whatever precedes it, and can compose only with characters for which this returns 0; otherwise 0.
 */
uint32_t utf8_fold_one(uint32_t c);

/* The index of the first character at or after `i` that is not a combining mark (canonical
 * combining class 0); `s` is well-formed. */
size_t utf8_skip_marks(struct str s, size_t i);

/* Appends `s` (well-formed) in NFC; text below U+0300 is copied unchanged. */
void utf8_append_nfc(struct buffer *out, struct str s);

/* Whether it is a control character that a terminal might obey, or that reverses the text around
 * it: C0 except tabs and line ends, DEL, C1, and the two bidirectional overrides. (Bidirectional
 * marks, embeddings and isolates are part of the text.) */
static inline bool utf8_is_control(uint32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x202D ||
           c == 0x202E;
}

bool utf8_is_hidden_wide(struct str before, uint32_t c); /* for utf8_is_hidden: U+FE00 and above */

/* Whether `c`, after the (well-formed) text that is shown before it, is a character that programs
 * read and people never see: a tag (U+E0000 to U+E007F, a copy of ASCII) that is not part of a
 * flag, or a variation selector after another one. */
static inline bool utf8_is_hidden(struct str before, uint32_t c) {
    return c >= 0xFE00 && utf8_is_hidden_wide(before, c);
}

/* Appends `s` (well-formed) without control and hidden characters. */
void utf8_append_displayable(struct buffer *out, struct str s);

/* The first (or last) at most `most` bytes of well-formed text, cut between characters. */
struct str utf8_first(struct str s, size_t most);
struct str utf8_last(struct str s, size_t most);

#endif

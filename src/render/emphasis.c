/*
 * CommonMark's rules for asterisks around text; see emphasis.h.
 */
#include "render/emphasis.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* The class of a character in the rules for emphasis. */
enum flank { FLANK_WORD, FLANK_BOUND, FLANK_UNSURE };

static enum flank flank_at(struct str s, size_t i) {
    if (i >= s.len)
        return FLANK_BOUND;
    if ((unsigned char)s.at[i] < 0x80)
        return ascii_is_alphanumeric(s.at[i]) ? FLANK_WORD : FLANK_BOUND;
    switch (utf8_class(utf8_next(s, &i))) {
    case UTF8_LETTER:
    case UTF8_IDEOGRAPH:
        return FLANK_WORD;
    case UTF8_SPACE:
    case UTF8_PUNCT:
        return FLANK_BOUND;
    default:
        return FLANK_UNSURE;
    }
}

/* The class of the character that ends before i. */
static enum flank flank_before(struct str s, size_t i) {
    return i == 0 ? FLANK_BOUND : flank_at(s, utf8_before(s, i));
}

bool emphasis_can_delimit(struct str s, const struct inline_mark *mark) {
    bool opens = (!mark->meets_start && flank_at(s, mark->start) == FLANK_WORD) ||
                 flank_before(s, mark->start) == FLANK_BOUND;
    bool closes = (!mark->meets_end && flank_before(s, mark->end) == FLANK_WORD) ||
                  flank_at(s, mark->end) == FLANK_BOUND;
    return opens && closes;
}

void emphasis_fit(struct str s, struct inline_mark *mark) {
    struct inline_mark fit = *mark;
    if (emphasis_can_delimit(s, mark))
        return;
    while (fit.start < fit.end && flank_before(s, fit.end) != FLANK_WORD)
        fit.end = (uint32_t)utf8_before(s, fit.end);
    while (fit.start < fit.end && flank_at(s, fit.start) != FLANK_WORD) {
        size_t i = fit.start;
        utf8_next(s, &i);
        fit.start = (uint32_t)i;
    }
    if (fit.start < fit.end)
        *mark = fit;
}

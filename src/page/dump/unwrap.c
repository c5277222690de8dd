/*
 * Finds and joins wrapped lines; see unwrap.h.
 *
 * A line was wrapped if the first word of the next one would not have fitted on it. In a wrapped
 * text that holds for nearly all long lines that another line follows; in any other text it holds
 * for few, since nearly all lines are far shorter than the longest ones.
 */
#include "page/dump/unwrap.h"

#include "base/utf8.h"

enum {
    LEAST_MARGIN = 40,
    MOST_MARGIN = 200, /* longer lines are paragraphs */
    LEAST_WORDS = 4,   /* shorter lines, such as addresses, do not show the margin */
    FEW_LINES = 5,     /* that show the margin; with fewer, it may be chance */
    BEYOND = 16,       /* one line in this many may be longer: it could not be broken, or is a
                          heading, which lynx wraps at another margin */
    BEYOND_OF_FEW = 2, /* or as many lines, if there are at least MANY_LINES */
    MANY_LINES = 10
};

/* Whether a line can show where the margin is. */
static bool is_measure(const struct text_line *line) {
    return line->n_words >= LEAST_WORDS && line->end >= LEAST_MARGIN && !line->is_row;
}

/* The smallest column that nearly all long lines do not pass; 0 if there is none. */
static uint32_t find_margin(struct str text) {
    uint32_t n_of[MOST_MARGIN + 2] = {0}, n = 0, n_beyond = 0;
    for (size_t at = 0; at < text.len;) {
        struct text_line line;
        text_line_measure(str_next_line(text, &at), &line);
        if (!is_measure(&line))
            continue;
        n_of[line.end <= MOST_MARGIN ? line.end : MOST_MARGIN + 1]++;
        n++;
    }
    uint32_t most = n >= MANY_LINES && n < BEYOND_OF_FEW * BEYOND ? BEYOND_OF_FEW : n / BEYOND;
    for (uint32_t margin = MOST_MARGIN + 1; n >= FEW_LINES && margin >= LEAST_MARGIN; margin--) {
        n_beyond += n_of[margin];
        if (n_beyond > most)
            return margin <= MOST_MARGIN ? margin : 0;
    }
    return 0;
}

/* Whether the first word of `next` would not have fitted on the line. Some browsers indent lists
 * and quotations on both sides. */
static bool is_full(const struct text_line *line, const struct text_line *next, uint32_t margin) {
    const uint32_t most = 8; /* columns; deeper ones are centred or typed that way */
    uint32_t indent = line->indent < most ? line->indent : most;
    return line->end + 1 + next->first_word + indent > margin;
}

/* Whether two lines have the same centre, as headings in lynx. */
static bool is_centered_alike(const struct text_line *a, const struct text_line *b) {
    uint32_t x = a->indent + a->end, y = b->indent + b->end;
    return a->indent != b->indent && x <= y + 1 && y <= x + 1;
}

static bool is_item(const struct text_line *line) {
    return line->hang > line->indent;
}

/* Whether `next` begins in the column in which a paragraph goes on that began with `first`. */
static bool is_aligned(const struct text_line *first, const struct text_line *last,
                       const struct text_line *next) {
    if (next->indent == first->hang)
        return true;
    return !is_item(next) && (next->indent == first->indent || is_centered_alike(last, next));
}

/* Whether the line ends as html2text's headings do: "***** The heading *****". */
static bool is_closed(const struct text_line *line) {
    size_t n = line->text.len;
    while (n && line->text.at[n - 1] == '*')
        n--;
    return n + 1 < line->text.len && n && line->text.at[n - 1] == ' ';
}

static bool continues(const struct text_line *first, const struct text_line *last,
                      const struct text_line *next, uint32_t margin) {
    return next->text.len && !is_closed(last) && !last->is_row && !next->is_row &&
           is_aligned(first, last, next) && is_full(last, next, margin);
}

/* Whether a line begins with a letter in lower case, of a script that has cases. */
static bool begins_small(const struct text_line *line) {
    const uint32_t last = 0x52F; /* Latin, Greek and Cyrillic letters end there */
    size_t i = 0;
    uint32_t c = utf8_next(line->text, &i);
    return c <= last && utf8_class(c) == UTF8_LETTER && !ascii_is_digit(line->text.at[0]) &&
           !utf8_is_capital(c);
}

/* Whether the long lines that another line follows are full: most of them, or many, if sentences go
 * on in the next line. */
static bool is_wrapped(struct str text, uint32_t margin) {
    struct text_line line = {.text = STR_NONE}, next;
    uint32_t n = 0, n_full = 0, n_small = 0;
    for (size_t at = 0; at < text.len; line = next) {
        text_line_measure(str_next_line(text, &at), &next);
        if (!is_measure(&line) || !next.text.len || line.end * 5 < margin * 3 ||
            !is_aligned(&line, &line, &next))
            continue;
        n++;
        if (!is_full(&line, &next, margin))
            continue;
        n_full++;
        n_small += begins_small(&next);
    }
    bool is_running = n_small * 2 >= n_full && n_full * 5 >= n * 2;
    return n_full >= FEW_LINES && (is_running || n_full * 4 >= n * 3);
}

uint32_t unwrap_margin(struct str text) {
    uint32_t margin = find_margin(text);
    return margin && is_wrapped(text, margin) ? margin : 0;
}

struct str unwrap_next(struct str text, uint32_t margin, size_t *at) {
    size_t first_at = *at;
    struct str line = str_next_line(text, at);
    struct text_line first, last, next;
    if (margin == 0)
        return line;
    text_line_measure(line, &first);
    for (last = first; last.text.len && *at < text.len; last = next) {
        size_t end = *at;
        text_line_measure(str_next_line(text, &end), &next);
        if (!continues(&first, &last, &next, margin))
            break;
        *at = end;
        line = str_between(text, first_at, (size_t)(next.text.at - text.at) + next.text.len);
    }
    return line;
}

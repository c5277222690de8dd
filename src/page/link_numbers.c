/*
 * Finds and removes the numbers of links; see link_numbers.h.
 */
#include "page/link_numbers.h"

#include "base/ascii.h"

enum {
    FEW = 3,         /* fewer numbers may be footnotes */
    MAX_SKIPPED = 9, /* numbers that may be missing, where somebody has cut lines out */
    MAX_DIGITS = 6,
    MAX_OTHER_LINES = 40, /* in a row within the list: a script as an address */
    MAX_LABEL_BYTES = 40  /* of "References", "Visible links" and the like, in any language */
};

/* The number in brackets at text.at[i], with its length in bytes; 0 if there is none. */
static uint32_t number_at(struct str text, size_t i, size_t *len) {
    size_t at = i + 1;
    uint32_t number = 0;
    while (at < text.len && at <= i + MAX_DIGITS && ascii_is_digit(text.at[at]))
        number = number * 10 + (uint32_t)(text.at[at++] - '0');
    *len = at + 1 - i;
    return text.at[i] == '[' && at < text.len && text.at[at] == ']' ? number : 0;
}

/* Whether links are numbered: 1, 2, 3 and so on, most of them directly before a word. Footnotes are
 * numbered too, but follow a word. */
static bool has_numbers(struct str text) {
    uint32_t last = 0, n = 0, n_before = 0;
    for (size_t i = str_find_byte(text, 0, '['); i < text.len;
         i = str_find_byte(text, i + 1, '[')) {
        size_t len;
        uint32_t number = number_at(text, i, &len);
        if (number <= last || number > last + 1 + MAX_SKIPPED)
            continue;
        char after = i + len < text.len ? text.at[i + len] : ' ';
        last = number;
        n++;
        n_before += !ascii_is_space(after) && !ascii_is_one_of(after, ".,;:!?)");
    }
    return n >= FEW && n_before * 5 >= n * 3;
}

/* "  12. https://example.org/": the number of a line of the list, which is indented; 0 for any
 * other line. elinks may write the link's title in place of the address, and that on the next line.
 */
static uint32_t number_of_line(struct str line) {
    size_t i = 0;
    uint32_t number = 0;
    while (i < line.len && line.at[i] == ' ')
        i++;
    const size_t first = i;
    for (; i < line.len && i < first + MAX_DIGITS && ascii_is_digit(line.at[i]); i++)
        number = number * 10 + (uint32_t)(line.at[i] - '0');
    return first && i > first && str_has_at(line, i, STR(". ")) ? number : 0;
}

/* Where the line before text.at[end] begins; `end` is text.len or the start of a line, not 0. */
static size_t line_before(struct str text, size_t end) {
    size_t at = end - 1;
    while (at > 0 && text.at[at - 1] != '\n')
        at--;
    return at;
}

/* Where the labels above the list begin: a heading in the first column ("References"), and between
 * it and the list at most one other label ("Visible links"). */
static size_t find_labels(struct str text, size_t list) {
    size_t n_labels = 0;
    for (size_t end = list; end > 0 && n_labels < 2;) {
        size_t at = line_before(text, end);
        struct str line = str_trim(str_between(text, at, end));
        if (line.len > MAX_LABEL_BYTES)
            break;
        if (line.len && !ascii_is_space(text.at[at]))
            return at;
        n_labels += line.len > 0;
        end = at;
    }
    return list;
}

/* Whether a line contains the scheme of an address: "https:", "javascript:", "mailto:". Prose has a
 * space after a colon. */
static bool has_scheme(struct str line) {
    for (size_t i = str_find_byte(line, 0, ':'); i < line.len; i = str_find_byte(line, i + 1, ':'))
        if (i > 0 && ascii_is_letter(line.at[i - 1]) && i + 1 < line.len &&
            !ascii_is_space(line.at[i + 1]))
            return true;
    return false;
}

/* Where the list of addresses at the end begins, with its labels; text.len if there is none. Nearly
 * all of its lines have a number or an address. A list without addresses belongs to the text. */
static size_t find_list(struct str text) {
    size_t n = 0, n_lines = 0, n_numbers = 0, n_addresses = 0;
    for (size_t end = text.len; end > 0;) {
        size_t at = line_before(text, end);
        struct str line = str_between(text, at, end);
        uint32_t number = number_of_line(line);
        n_lines += str_trim(line).len > 0;
        n_numbers += number > 0;
        n_addresses += has_scheme(line);
        n += number > 0 || str_has_byte(line, ':');
        if (n_lines > 2 * n + MAX_OTHER_LINES)
            break;
        size_t labels = number && number <= 1 + MAX_SKIPPED ? find_labels(text, at) : at;
        if (labels < at)
            return 2 * n_addresses >= n_numbers ? labels : text.len;
        end = at;
    }
    return text.len;
}

void link_numbers_find(struct str text, struct link_numbers *out, size_t *end) {
    *end = find_list(text);
    *out = (struct link_numbers){.next = *end < text.len || has_numbers(text) ? 1 : 0};
}

/* Links side by side have no space between them: "[2]Subscribe[3]Sign in". */
static bool are_glued(const struct buffer *out, struct str text, size_t i) {
    char before = out->len ? out->data[out->len - 1] : ' ';
    return i < text.len && (ascii_is_lower(before) || ascii_is_digit(before)) &&
           (ascii_is_upper(text.at[i]) || ascii_is_digit(text.at[i]));
}

void link_numbers_append_without(struct link_numbers *numbers, struct buffer *out,
                                 struct str piece) {
    for (size_t from = 0; from < piece.len;) {
        size_t at = numbers->next ? str_find_byte(piece, from, '[') : piece.len, len = 1;
        buffer_append(out, str_between(piece, from, at));
        if (at == piece.len)
            return;
        uint32_t number = number_at(piece, at, &len);
        if (number >= numbers->next && number <= numbers->next + MAX_SKIPPED) {
            numbers->next = number + 1;
            if (are_glued(out, piece, at + len))
                buffer_append_byte(out, ' ');
        } else {
            len = 1;
            buffer_append_byte(out, '[');
        }
        from = at + len;
    }
}

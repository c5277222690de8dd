/*
 * Removes Markdown's marks; see markdown_marks.h.
 */
#include "page/dump/markdown_marks.h"

#include "base/ascii.h"

enum {
    FEW_ENTRIES = 3, /* with fewer, a page may write about Markdown */
    MAX_LEVEL = 6,
    MAX_DEPTH = 3 /* of brackets within brackets: a picture in a link, an address with brackets */
};

/* Where the address ends that begins after "](" at text.at[i]; 0 if none does. It may contain pairs
 * of brackets, and a title in quotation marks. */
static size_t address_end(struct str text, size_t i) {
    size_t depth = 1;
    for (size_t at = i; at < text.len && depth <= MAX_DEPTH && text.at[at] != '\n'; at++) {
        depth += text.at[at] == '(';
        depth -= text.at[at] == ')';
        if (depth == 0)
            return at + 1;
    }
    return 0;
}

/* The text of a heading: "## Title ##". */
static struct str without_level(struct str text) {
    size_t n = 0;
    while (n < text.len && n < MAX_LEVEL && text.at[n] == '#')
        n++;
    if (n == 0 || n == text.len || text.at[n] != ' ')
        return text;
    text = str_between(text, n + 1, text.len);
    while (str_ends_with(text, STR("#")))
        text.len--;
    return text;
}

/* The length of the mark at text.at[i] that emphasizes or escapes: one or two stars or underscores
 * at the edge of a word, a backslash before punctuation. */
static size_t mark_len(struct str text, size_t i) {
    char c = text.at[i], before = i ? text.at[i - 1] : ' ';
    if (c == '\\')
        return i + 1 < text.len && ascii_is_one_of(text.at[i + 1], "\\`*_{}[]()#+-.!|~>");
    if (c != '*' && c != '_')
        return 0;
    if (before == c && i > 1)
        before = text.at[i - 2]; /* the second of two */
    size_t len = i + 1 < text.len && text.at[i + 1] == c ? 2 : 1;
    char after = i + len < text.len ? text.at[i + len] : ' ';
    bool is_inside = ascii_is_alphanumeric(before) && ascii_is_alphanumeric(after);
    bool is_alone = before == ' ' && after == ' '; /* a bullet */
    return is_alone || (is_inside && c == '_') ? 0 : len;
}

/* Appends what is between `from` and `end`, without marks other than those of links. */
static void append_plain(struct buffer *out, struct str text, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) {
        size_t len = mark_len(text, i);
        bool is_escape = len && text.at[i] == '\\';
        if (len && !is_escape) {
            i += len - 1;
            continue;
        }
        i += is_escape;
        if (i < end)
            buffer_append_byte(out, text.at[i]);
    }
}

/* A link: "[text](address)"; an image has '!' before it. */
struct link {
    size_t middle; /* where "](" is */
    size_t end;
};

/* Whether a link begins at text.at[i]. */
static bool is_link(struct str text, size_t i, struct link *out) {
    size_t depth = 0, at = i;
    for (; at < text.len && text.at[i] == '['; at++) {
        depth += text.at[at] == '[';
        depth -= text.at[at] == ']';
        if (depth == 0 || depth > MAX_DEPTH)
            break;
    }
    out->middle = at;
    out->end = at > i && at + 1 < text.len && text.at[at] == ']' && text.at[at + 1] == '('
                   ? address_end(text, at + 2)
                   : 0;
    return out->end > 0;
}

/* Whether a line is nothing but a link, perhaps in a list: an entry of a menu. */
static bool is_entry(struct str line) {
    struct link link;
    size_t bullet = 0;
    line = str_trim(line);
    while (bullet < line.len && ascii_is_one_of(line.at[bullet], "*-+ "))
        bullet++;
    return bullet < line.len && is_link(line, bullet, &link) && link.end == line.len;
}

bool markdown_marks_are_in(struct str text) {
    size_t n = 0;
    for (size_t at = 0; n < FEW_ENTRIES && at < text.len;)
        n += is_entry(str_next_line(text, &at));
    return n >= FEW_ENTRIES;
}

static bool is_image(struct str text, size_t i, struct link *out) {
    return text.at[i] == '!' && i + 1 < text.len && is_link(text, i + 1, out);
}

void markdown_marks_append_without(struct buffer *out, struct str text) {
    struct link link = {0}, found;
    size_t from = 0;
    text = without_level(str_trim(text));
    for (size_t i = 0; i < text.len; i++) {
        size_t skip_to = 0; /* what a picture shows is not text */
        if (link.end && i == link.middle) {
            skip_to = link.end;
            link.end = 0;
        } else if (is_image(text, i, &found)) {
            skip_to = found.end;
        } else if (!link.end && is_link(text, i, &link)) {
            skip_to = i + 1;
        }
        if (skip_to) {
            append_plain(out, text, from, i);
            from = skip_to;
            i = skip_to - 1;
        }
    }
    append_plain(out, text, from, text.len);
}

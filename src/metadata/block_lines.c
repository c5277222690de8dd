/*
 * Splits a block's text into the lines that a reader sees: adjacent inline elements may be set
 * apart by a style sheet while their text runs together ("<span>By Jane Doe</span><span>3 March
 * 2024</span>").
 */
#include "metadata/block_lines.h"

#include "base/ascii.h"
#include "lexicon/words.h"
#include "metadata/author/name.h"

enum {
    MAX_SEAMS = 24, /* per block; a line of byline, place, date and controls has ten */
    MAX_LEVELS = 8, /* nested inline elements that end at one seam */
    MAX_NODES = 200 /* of a block of one line; real ones have 60 at most */
};

/* A position in the text where one inline element ends and the next begins, or a <br> is. */
struct seam {
    size_t at;
    bool is_break;
};

struct seams {
    struct buffer text;
    struct seam items[MAX_SEAMS];
    size_t n;
    bool has_joint; /* there is a seam that is not a <br> */
};

static bool is_space(char c) {
    return (unsigned char)c <= ' ';
}

static bool is_blank(struct str text) {
    for (size_t i = 0; i < text.len; i++)
        if (!is_space(text.at[i]))
            return false;
    return true;
}

/* Whether an inline element with the same parent ends where element `i` begins, apart from white
 * space. */
static bool follows_element(const struct dom *dom, uint32_t i) {
    uint32_t before = i - 1, parent = dom->nodes[i].parent;
    if (i == 0 || before == parent)
        return false;
    if (dom->nodes[before].kind == DOM_TEXT && dom->nodes[before].parent == parent) {
        if (--before == parent || !is_blank(dom->nodes[before + 1].text))
            return false;
    }
    for (int n = 0; n < MAX_LEVELS && dom->nodes[before].parent != parent; n++)
        before = dom->nodes[before].parent;
    const struct dom_node *node = &dom->nodes[before];
    return node->parent == parent && node->kind == DOM_ELEMENT && node->tag != DOM_BR &&
           !(dom_tag_traits(node->tag) & DOM_IS_BLOCK);
}

static void add_seam(struct seams *out, bool is_break) {
    if (out->n == MAX_SEAMS)
        return;
    out->items[out->n++] = (struct seam){out->text.len, is_break};
    out->has_joint |= !is_break;
}

static void find_seams(const struct dom *dom, const struct block *block, struct seams *out) {
    for (uint32_t i = block->first_node; i < block->end_node; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind == DOM_TEXT) {
            dom_append_text(&out->text, node);
        } else if (dom_tag_traits(node->tag) & DOM_IS_HIDDEN) {
            i = node->end - 1;
        } else if (node->tag == DOM_BR) {
            add_seam(out, true);
        } else if (follows_element(dom, i)) {
            add_seam(out, false);
        }
    }
}

static size_t n_words(struct str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += !is_space(text.at[i]) && (i == 0 || is_space(text.at[i - 1]));
    return n;
}

static struct str last_word(struct str text) {
    size_t i = text.len;
    while (i && !is_space(text.at[i - 1]))
        i--;
    return str_between(text, i, text.len);
}

/* Whether the text before a seam continues after it: a list of names, "By" and the name, a month
 * and its day. */
static bool continues_after(const struct gathering *g, struct str before, struct str after,
                            bool is_spaced) {
    static const struct str MARKS = STR_INIT(",&+/(-:");
    language_set languages = gathering_languages(g);
    if (str_has_byte(MARKS, after.at[0]) || after.at[0] == ')' || after.at[0] == '.' ||
        str_has_byte(MARKS, before.at[before.len - 1]))
        return true;
    struct str last = last_word(before);
    if (is_spaced && ascii_is_digit(after.at[0]) &&
        (ascii_is_digit(last.at[0]) || words_prefix(g->arena, last, WORDS_MONTH, languages)))
        return true;
    return words_prefix(g->arena, after, WORDS_AND, languages) ||
           words_prefix(g->arena, last, WORDS_AND, languages) == last.len ||
           name_by_prefix(g->arena, before, languages) == before.len ||
           words_prefix(g->arena, last, WORDS_CREDIT, languages) == last.len; /* "Reviewed", "by" */
}

/* Whether a line ends at the seam. With white space there, a single word on each side may belong
 * together; without it, a small letter continues the drop cap before it. */
static bool is_line_end(const struct gathering *g, struct str before, struct str after,
                        bool is_spaced) {
    if (!before.len || !after.len || continues_after(g, before, after, is_spaced))
        return false;
    if (!is_spaced)
        return !ascii_is_lower(after.at[0]) || last_word(before).len > 2;
    return n_words(after) >= 2 || (n_words(before) >= 2 && !ascii_is_digit(after.at[0]));
}

/* The part of the text up to the next seam. */
static struct str part(const struct seams *s, size_t from, size_t to) {
    return str_trim(str_between(buffer_str(&s->text), from, to));
}

static struct str join_lines(const struct gathering *g, const struct seams *s) {
    struct str text = buffer_str(&s->text);
    struct buffer out;
    size_t line = 0; /* where the line begins */
    buffer_init(&out, g->arena);
    for (size_t i = 0; i < s->n; i++) {
        size_t at = s->items[i].at, next = i + 1 < s->n ? s->items[i + 1].at : text.len;
        bool is_spaced =
            (at && is_space(text.at[at - 1])) || (at < text.len && is_space(text.at[at]));
        if (!s->items[i].is_break &&
            !is_line_end(g, part(s, line, at), part(s, at, next), is_spaced))
            continue;
        buffer_append(&out, gathering_line(g->arena, str_between(text, line, at)));
        buffer_append_byte(&out, '\n');
        line = at;
    }
    buffer_append(&out, gathering_line(g->arena, str_between(text, line, text.len)));
    return buffer_str(&out);
}

struct str block_lines_split(const struct gathering *g, uint32_t block) {
    const struct block *b = &g->page->blocks[block];
    struct seams seams;
    if (!g->page->dom.n_nodes || b->end_node - b->first_node < 2 ||
        b->end_node - b->first_node > MAX_NODES)
        return b->text;
    buffer_init(&seams.text, g->arena);
    seams.n = 0;
    seams.has_joint = false;
    find_seams(&g->page->dom, b, &seams);
    return seams.has_joint ? join_lines(g, &seams) : b->text;
}

static bool is_separator(char c) {
    return c == ' ' || c == '|' || c == ',' || c == '-' || c == '/' || c == '\n' || c == '(';
}

struct str block_lines_trim(struct str s) {
    static const struct str WIDE[] = {STR_INIT("\xC2\xB7"), STR_INIT("\xE2\x80\xA2"),
                                      STR_INIT("\xE2\x80\x93"), STR_INIT("\xE2\x80\x94")};
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < N_OF(WIDE); i++) {
            if (str_ends_with(s, WIDE[i])) {
                s.len -= WIDE[i].len;
                changed = true;
            }
            if (str_starts_with(s, WIDE[i])) {
                s = str_between(s, WIDE[i].len, s.len);
                changed = true;
            }
        }
        while (s.len && is_separator(s.at[s.len - 1])) {
            s.len--;
            changed = true;
        }
        while (s.len && is_separator(s.at[0]) && s.at[0] != '(') {
            s = str_between(s, 1, s.len);
            changed = true;
        }
    }
    return s;
}

struct str block_lines_without_filler(const struct gathering *g, struct str text) {
    text = block_lines_trim(text);
    size_t start = text.len;
    while (start && text.at[start - 1] != ' ')
        start--;
    struct str last = str_between(text, start, text.len);
    bool is_filler =
        start && words_prefix(g->arena, last, WORDS_FILLER, gathering_languages(g)) == last.len;
    return is_filler ? block_lines_trim(str_between(text, 0, start)) : text;
}

struct str block_lines_before_mark(struct str line) {
    static const struct str MARKS[] = {STR_INIT(" |"), STR_INIT(" \xC2\xB7"),
                                       STR_INIT(" \xE2\x80\xA2")};
    for (size_t i = 0; i < N_OF(MARKS); i++)
        line.len = str_find(line, MARKS[i]);
    return line;
}

/* Whether a part of a line is a number and what it counts, in a word or two: "4 min read". */
static bool is_count(struct str part) {
    enum { MOST_SPACES = 2 };
    size_t i = 0, n_spaces = 0;
    while (i < part.len && ascii_is_digit(part.at[i]))
        i++;
    if (i == 0 || i + 1 >= part.len || part.at[i] != ' ' || ascii_is_digit(part.at[i + 1]))
        return false;
    for (; i < part.len; i++)
        n_spaces += part.at[i] == ' ';
    return n_spaces <= MOST_SPACES;
}

static struct str after_counts(struct str line) {
    line = block_lines_trim(line);
    for (struct str part; is_count(part = block_lines_before_mark(line));)
        line = block_lines_trim(str_between(line, part.len, line.len));
    return line;
}

struct str block_lines_without_counts(struct str line) {
    line = after_counts(line);
    struct str first = block_lines_before_mark(line);
    struct str rest = after_counts(str_between(line, first.len, line.len));
    return rest.len ? line : first;
}

struct str block_lines_once(struct str line) {
    size_t half = line.len / 2;
    struct str first = str_between(line, 0, half);
    bool is_twice = line.len % 2 && half && line.at[half] == ' ' &&
                    str_equals(first, str_between(line, half + 1, line.len));
    return is_twice ? first : line;
}

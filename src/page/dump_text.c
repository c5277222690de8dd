/*
 * Undoes what the writer of a dump has done; see dump_text.h.
 */
#include "page/dump_text.h"

#include "base/ascii.h"
#include "html/entity.h"
#include "page/unwrap.h"

/* lynx writes it before the label of a button, which it attaches to the text before. */
static const struct str BUTTON = STR_INIT("(BUTTON)");

enum {
    FEW_REFERENCES = 2, /* with fewer, they may be what the text is about */
    LEAST_STARS = 2     /* a single one is a bullet */
};

/* Whether a character reference that many pages need is at text.at[i], which is '&'. */
static bool is_reference(struct str text, size_t i) {
    static const struct str NAMES[] = {
        STR_INIT("&amp;"),  STR_INIT("&nbsp;"),  STR_INIT("&quot;"),  STR_INIT("&#39;"),
        STR_INIT("&#x27;"), STR_INIT("&#8217;"), STR_INIT("&rsquo;"), STR_INIT("&raquo;"),
        STR_INIT("&copy;"), STR_INIT("&#160;")};
    for (size_t k = 0; k < N_OF(NAMES); k++)
        if (str_has_at(text, i, NAMES[k]))
            return true;
    return false;
}

/* Whether the text has been cut out of HTML without decoding: then no ampersand stands alone. */
static bool has_references(struct str text) {
    size_t n = 0;
    for (size_t i = str_find_byte(text, 0, '&'); i < text.len;
         i = str_find_byte(text, i + 1, '&')) {
        bool is_alone = i > 0 && text.at[i - 1] == ' ' && i + 1 < text.len && text.at[i + 1] == ' ';
        if (is_alone)
            return false;
        n += is_reference(text, i);
    }
    return n >= FEW_REFERENCES;
}

static size_t count_stars(struct str text) {
    size_t n = 0;
    while (n < text.len && text.at[n] == '*')
        n++;
    return n;
}

/* The heading in "***** The heading *****"; otherwise the text. */
static struct str without_stars(struct str text) {
    struct str inner = str_trim(text);
    size_t n = count_stars(inner);
    if (n < LEAST_STARS || inner.len < 2 * n + 3 || inner.at[n] != ' ' ||
        inner.at[inner.len - n - 1] != ' ')
        return text;
    struct str tail = str_between(inner, inner.len - n, inner.len);
    return count_stars(tail) == n ? str_between(inner, n + 1, inner.len - n - 1) : text;
}

/* Whether a heading is marked in html2text's way. It may be wrapped. */
static bool has_marks(struct str text, uint32_t margin) {
    for (size_t at = 0; at < text.len;) {
        struct str line = unwrap_next(text, margin, &at);
        if (without_stars(line).len < line.len)
            return true;
    }
    return false;
}

void dump_text_init(struct dump_text *dump, struct arena *arena, struct str text) {
    size_t end;
    *dump = (struct dump_text){.arena = arena};
    link_numbers_find(text, &dump->numbers, &end);
    dump->text = str_between(text, 0, end);
    dump->margin = unwrap_margin(dump->text);
    dump->has_marks = dump->margin && has_marks(dump->text, dump->margin);
    dump->has_references = has_references(dump->text);
}

/* html2text writes the spaces of a link's text as underscores. */
static void append_spaced(struct buffer *out, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        bool is_inside = i > 0 && i + 1 < text.len && !ascii_is_one_of(text.at[i - 1], " _") &&
                         !ascii_is_one_of(text.at[i + 1], " _");
        buffer_append_byte(out, text.at[i] == '_' && is_inside ? ' ' : text.at[i]);
    }
}

/* Appends the lines of a paragraph as one line. */
static void append_joined(struct dump_text *dump, struct buffer *out, struct str lines) {
    struct str before = STR_NONE;
    for (size_t at = 0; at < lines.len;) {
        struct str line = str_trim(str_next_line(lines, &at));
        if (before.len && line.len && text_line_needs_space(before, line))
            buffer_append_byte(out, ' ');
        link_numbers_append_without(&dump->numbers, out, line);
        before = line;
    }
}

static struct str clean(struct dump_text *dump, struct str lines) {
    struct buffer joined, out;
    buffer_init(&joined, dump->arena);
    append_joined(dump, &joined, lines);
    struct str text = buffer_str(&joined);
    if (!dump->has_marks && !dump->has_references)
        return text;
    buffer_init(&out, dump->arena);
    if (dump->has_marks)
        append_spaced(&out, without_stars(text));
    else
        entity_append_decoded(&out, text, false);
    return buffer_str(&out);
}

/* Where the label of a button begins after the start of the line, or line.len. */
static size_t find_button(struct str line) {
    size_t from = str_starts_with(line, BUTTON) ? BUTTON.len : 0;
    return from + str_find(str_between(line, from, line.len), BUTTON);
}

bool dump_text_next(struct dump_text *dump, struct str *line, struct str *says) {
    if (dump->at >= dump->text.len)
        return false;
    size_t start = dump->at;
    *line = unwrap_next(dump->text, dump->margin, &dump->at);
    size_t button = dump->numbers.next ? find_button(*line) : line->len;
    if (button < line->len) {
        dump->at = start + button;
        line->len = button;
    }
    *says = *line;
    if (dump->numbers.next && str_starts_with(*says, BUTTON))
        *says = str_between(*says, BUTTON.len, says->len);
    if (dump->margin || dump->numbers.next || dump->has_references)
        *says = clean(dump, *says);
    return true;
}

/*
 * Undoes what the writer of a dump has done; see dump_text.h.
 */
#include "page/dump/dump_text.h"

#include "base/ascii.h"
#include "html/entity.h"
#include "page/dump/markdown_marks.h"
#include "page/dump/unwrap.h"

/* lynx writes it before the label of a button, which it attaches to the text before. */
static const struct str BUTTON = STR_INIT("(BUTTON)");

enum {
    FEW_REFERENCES = 2,     /* with fewer, they may be what the text is about */
    LEAST_STARS = 2,        /* a single one is a bullet */
    LEAST_TITLE_STARS = 5,  /* around a heading of the first or second level */
    MOST_PARTS_BYTES = 8192 /* in a line that is cut into parts, each of which is read to the end of
                               the line; a menu is shorter */
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

/* The heading in "***** The heading *****", of which either end may be on another line. */
static struct str without_stars(struct str text) {
    size_t n = count_stars(text), end = text.len;
    while (end > n && text.at[end - 1] == '*')
        end--;
    if (n == text.len)
        return STR("");
    size_t first = n >= LEAST_STARS && text.at[n] == ' ' ? n + 1 : 0;
    bool is_tail = text.len >= end + LEAST_STARS && text.at[end - 1] == ' ';
    return str_between(text, first, is_tail ? end : text.len);
}

/* Whether a heading is marked in html2text's way. */
static bool has_stars(struct str text) {
    for (size_t at = 0; at < text.len;) {
        struct str line = str_trim(str_next_line(text, &at));
        size_t n = count_stars(line);
        if (n >= LEAST_TITLE_STARS && n < line.len && line.at[n] == ' ')
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
    dump->has_stars = has_stars(dump->text);
    dump->has_markdown = markdown_marks_are_in(dump->text);
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
    struct buffer joined, bare, out;
    buffer_init(&joined, dump->arena);
    buffer_init(&bare, dump->arena);
    buffer_init(&out, dump->arena);
    append_joined(dump, &joined, lines);
    struct str text = buffer_str(&joined);
    if (dump->has_stars)
        append_spaced(&bare, without_stars(text));
    else if (dump->has_markdown)
        markdown_marks_append_without(&bare, text);
    text = dump->has_stars || dump->has_markdown ? buffer_str(&bare) : text;
    if (!dump->has_references)
        return text;
    entity_append_decoded(&out, text, false);
    return buffer_str(&out);
}

/* Where the label of a button begins after the start of the line, or line.len. */
static size_t find_button(struct str line) {
    size_t from = str_starts_with(line, BUTTON) ? BUTTON.len : 0;
    return from + str_find(str_between(line, from, line.len), BUTTON);
}

static size_t count_tabs(struct str line) {
    size_t n = 0;
    line = str_trim(line);
    for (size_t i = str_find_byte(line, 0, '\t'); i < line.len; n++)
        i = str_find_byte(line, i + 1, '\t');
    return n;
}

/* Whether the line has tabs, but is not a row of a table, since neither the line before nor the
 * next one has as many. */
static bool is_tabbed(struct dump_text *dump, struct str line) {
    size_t n_before = dump->n_tabs, next = dump->at;
    dump->n_tabs = count_tabs(line);
    return dump->n_tabs && dump->n_tabs != n_before &&
           dump->n_tabs != count_tabs(str_next_line(dump->text, &next));
}

/* The next line, or a part of it that is text of its own on the page. */
static struct str next_part(struct dump_text *dump) {
    size_t start = dump->at;
    struct str line;
    if (start < dump->row_end) {
        dump->at = dump->row_end;
        line = str_before(str_between(dump->text, start, dump->row_end), '\n');
    } else {
        line = unwrap_next(dump->text, dump->margin, &dump->at);
        bool is_menu = is_tabbed(dump, line) && line.len <= MOST_PARTS_BYTES;
        dump->row_end = is_menu ? dump->at : 0;
    }
    size_t first = 0;
    while (first < line.len && ascii_is_space(line.at[first]))
        first++;
    size_t tab = dump->row_end ? str_find_byte(line, first, '\t') : line.len;
    size_t button = dump->numbers.next ? find_button(line) : line.len;
    size_t end = tab < button ? tab : button;
    if (end == line.len || line.len > MOST_PARTS_BYTES)
        return line;
    dump->at = start + end;
    return str_between(line, 0, end);
}

bool dump_text_next(struct dump_text *dump, struct str *line, struct str *says) {
    if (dump->at >= dump->text.len)
        return false;
    *line = *says = next_part(dump);
    if (dump->numbers.next && str_starts_with(*says, BUTTON))
        *says = str_between(*says, BUTTON.len, says->len);
    if (dump->margin || dump->numbers.next || dump->has_stars || dump->has_markdown ||
        dump->has_references)
        *says = clean(dump, *says);
    return true;
}

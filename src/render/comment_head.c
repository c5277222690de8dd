/*
 * Finds names and dates beside comments; see comment_head.h.
 */
#include "render/comment_head.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum {
    MAX_NODES = 60,      /* of an element: avatar, name, badge, date, link */
    MAX_TEXT_BYTES = 80, /* of a name or a date; anything longer is neither */
    MAX_RAW_BYTES = 1000 /* of a text as written, with its white space */
};

/* The last words of the classes and properties of an author's name ... */
static const struct str NAMES[] = {
    STR_INIT("author"),      STR_INIT("fn"),        STR_INIT("username"), STR_INIT("user-name"),
    STR_INIT("author-name"), STR_INIT("user_name"), STR_INIT("nickname"), STR_INIT("displayname"),
    STR_INIT("userid"),      STR_INIT("poster"),    STR_INIT("name"),     STR_INIT("hnuser"),
    STR_INIT("gd")}; /* Hacker News, Gmail */

/* ... and of a date. */
static const struct str DATES[] = {STR_INIT("date"),      STR_INIT("time"),
                                   STR_INIT("timestamp"), STR_INIT("ago"),
                                   STR_INIT("datetime"),  STR_INIT("age"),
                                   STR_INIT("g3"),        STR_INIT("relativetime"),
                                   STR_INIT("timeago"),   STR_INIT("relativetime-clean")};

/* The last letters of all these words, which most names do not contain. */
static bool may_end_one(char c) {
    return ascii_is_one_of(ascii_lower(c), "rnedpo3");
}

/* Whether a name is in the list, or ends in "-" or "_" and an item of the list. */
static bool ends_with_any(struct str name, const struct str *list, size_t n) {
    char last = ascii_lower(name.at[name.len - 1]);
    for (size_t i = 0; i < n; i++) {
        if (name.len < list[i].len || list[i].at[list[i].len - 1] != last)
            continue;
        size_t start = name.len - list[i].len;
        bool is_whole = start == 0 || ascii_is_one_of(name.at[start - 1], "-_");
        if (is_whole && str_equals_lower(str_between(name, start, name.len), list[i]))
            return true;
    }
    return false;
}

unsigned comment_head_named(struct str names) {
    struct str name;
    unsigned found = 0;
    for (size_t at = 0; (name = dom_next_name(names, &at)).at;) {
        if (!may_end_one(name.at[name.len - 1]))
            continue;
        found |= ends_with_any(name, NAMES, N_OF(NAMES)) ? COMMENT_HEAD_AUTHOR : 0;
        found |= ends_with_any(name, DATES, N_OF(DATES)) ? COMMENT_HEAD_DATE : 0;
    }
    return found;
}

unsigned comment_head_signs(const struct dom_node *element, unsigned of_class) {
    unsigned found = of_class;
    if (dom_has_attribute(element, DOM_ATTR_ITEMPROP))
        found |= comment_head_named(dom_attribute(element, DOM_ATTR_ITEMPROP));
    if (dom_has_attribute(element, DOM_ATTR_REL))
        found |= comment_head_named(dom_attribute(element, DOM_ATTR_REL));
    if (element->tag == DOM_TIME || dom_has_attribute(element, DOM_ATTR_DATETIME))
        found |= COMMENT_HEAD_DATE;
    return found;
}

/* Appends what may be a name of a text: each element around a long one reads it again. */
static void append_start(struct buffer *raw, struct dom_node text) {
    text.text = utf8_first(text.text, MAX_RAW_BYTES);
    dom_append_text(raw, &text);
}

/* Appends the text in an element as written, with a space between blocks and lines. */
static void append_raw(const struct block_page *page, uint32_t element, struct buffer *raw) {
    const struct dom_node *nodes = page->dom.nodes;
    uint32_t block = block_find_ending(page, element);
    for (uint32_t i = element + 1; i < nodes[element].end && i <= element + MAX_NODES; i++) {
        uint32_t before = block;
        while (block < page->n_blocks && page->blocks[block].end_node <= i)
            block++;
        if (block != before || (nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_BR))
            buffer_append_byte(raw, ' ');
        if (nodes[i].kind == DOM_TEXT)
            append_start(raw, nodes[i]);
        else if (page->looks[nodes[i].look].inline_class == CLASS_LABEL)
            i = nodes[i].end - 1; /* "Offline" */
    }
}

/* The text of an element without what a block's text never contains, white space collapsed;
 * STR_NONE if it is too long or empty. */
static struct str text_of(const struct block_page *page, uint32_t element) {
    struct buffer raw, shown, out;
    buffer_init(&raw, page->arena);
    buffer_init(&shown, page->arena);
    buffer_init(&out, page->arena);
    append_raw(page, element, &raw);
    utf8_append_displayable(&shown, buffer_str(&raw));
    for (size_t i = 0; i < shown.len && out.len <= MAX_TEXT_BYTES; i++) {
        bool is_space = (unsigned char)shown.data[i] <= ' ';
        if (!is_space)
            buffer_append_byte(&out, shown.data[i]);
        else if (out.len && out.data[out.len - 1] != ' ')
            buffer_append_byte(&out, ' ');
    }
    struct str text = str_trim(buffer_str(&out));
    return text.len && text.len <= MAX_TEXT_BYTES ? text : STR_NONE;
}

/* The name without the verb after it: "John says", "John wrote on #1". */
static struct str without_verb(struct str name) {
    static const struct str VERBS[] = {STR_INIT(" says"),
                                       STR_INIT(" said"),
                                       STR_INIT(" wrote"),
                                       STR_INIT(" sagt"),
                                       STR_INIT(" schrieb"),
                                       STR_INIT(" ha dit"),
                                       STR_INIT(" dit"),
                                       STR_INIT(" dice"),
                                       STR_INIT(" writes"),
                                       STR_INIT(" spune"),

                                       STR_INIT(" \xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0"),
                                       STR_INIT(" p\xC3\xAD\xC5\xA1"
                                                "e"),
                                       STR_INIT(" ka\xC5\xBE"
                                                "e")};
    while (name.len && ascii_is_one_of(name.at[name.len - 1], ":, "))
        name.len--;
    for (size_t i = 0; i < N_OF(VERBS); i++) {
        size_t at = str_find(name, VERBS[i]), end = at + VERBS[i].len;
        if (end == name.len || (end < name.len && name.at[end] == ' '))
            return str_between(name, 0, at);
    }
    return name;
}

/* "2021-06-03T10:15" up to the day, or STR_NONE. */
static struct str day_of(struct str date) {
    static const char SHAPE[] = "0000-00-00";
    if (date.len < sizeof SHAPE - 1)
        return STR_NONE;
    for (size_t i = 0; i < sizeof SHAPE - 1; i++)
        if (SHAPE[i] == '-' ? date.at[i] != '-' : !ascii_is_digit(date.at[i]))
            return STR_NONE;
    return str_between(date, 0, sizeof SHAPE - 1);
}

struct str comment_head_date(const struct block_page *page, uint32_t element) {
    enum { REACH = 6 }; /* <a class="time"><span><i></i></span><time datetime> */
    const struct dom_node *nodes = page->dom.nodes;
    struct str day = STR_NONE;
    for (uint32_t i = element; !day.at && i < nodes[element].end && i <= element + REACH; i++)
        if (nodes[i].kind == DOM_ELEMENT)
            day = day_of(str_trim(dom_attribute(&nodes[i], DOM_ATTR_DATETIME)));
    for (uint32_t i = element; !day.at && i < nodes[element].end && i <= element + REACH; i++)
        if (nodes[i].kind == DOM_ELEMENT)
            day = day_of(str_trim(dom_attribute(&nodes[i], DOM_ATTR_TITLE)));
    struct str text = day.at ? day : text_of(page, element);
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.at[i]))
            return text;
    return STR_NONE; /* "just now" */
}

/* "1,204" is how often somebody has posted. */
static bool has_letter(struct str s) {
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_letter(s.at[i]) || (unsigned char)s.at[i] >= 0x80)
            return true;
    return false;
}

struct str comment_head_author(const struct block_page *page, uint32_t element) {
    struct str text = text_of(page, element);
    if (text.len == 1 || !has_letter(text)) /* or the letter that stands for an avatar */
        return STR_NONE;
    return without_verb(text);
}

/* Splits phpBB's "by Ann \u00BB 3 May 2021, 10:15" into name and date; either may be missing. */
static void split_at_arrow(struct str text, struct comment_head *head) {
    static const struct str ARROW = STR_INIT(" \u00BB ");
    size_t at = str_find(text, ARROW), first = str_find_byte(text, 0, ' ');
    if (at + ARROW.len >= text.len || first >= at)
        return;
    struct str rest = str_between(text, at + ARROW.len, text.len);
    for (size_t i = 0; i < rest.len && !head->date.at; i++)
        if (ascii_is_digit(rest.at[i]))
            head->date = rest;
    if (!ascii_is_upper(text.at[0]) && head->date.at && str_starts_with(head->author, text))
        head->author = str_between(text, first + 1, at);
}

bool comment_head_may_be_handle(const struct dom *dom, uint32_t element) {
    for (uint32_t i = element + 1; i < dom->nodes[element].end; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind == DOM_TEXT && (node->has_references || str_has_byte(node->text, '@')))
            return true;
    }
    return false;
}

bool comment_head_read(const struct block_page *page, uint32_t element, struct comment_head *head) {
    const struct dom_node *nodes = page->dom.nodes;
    struct str author = STR_NONE, date = STR_NONE;
    for (uint32_t i = element; i < nodes[element].end && i <= element + MAX_NODES; i++) {
        if (nodes[i].kind != DOM_ELEMENT)
            continue;
        unsigned signs = comment_head_signs(
            &nodes[i], comment_head_named(dom_attribute(&nodes[i], DOM_ATTR_CLASS)));
        if (!date.at && (signs & COMMENT_HEAD_DATE))
            date = comment_head_date(page, i);
        else if ((signs & COMMENT_HEAD_AUTHOR) && text_of(page, i).at)
            author = comment_head_author(page, i); /* the innermost element with such a name */
    }
    struct comment_head found = {.author = author, .date = date};
    if (author.at && !date.at)
        split_at_arrow(text_of(page, element), &found);
    head->author = author.at ? found.author : head->author;
    head->date = found.date.at ? found.date : head->date;
    return author.at || found.date.at;
}

void comment_head_append(struct buffer *out, const struct comment_head *head) {
    if (!head->author.len && !head->date.len)
        return;
    buffer_append(out, head->author);
    buffer_append(out, head->author.len && head->date.len ? STR(" \u00B7 ") : STR(""));
    buffer_append(out, head->date);
    buffer_append_byte(out, '\n');
}

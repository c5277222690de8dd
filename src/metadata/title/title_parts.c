/*
 * Divides titles at their separators; see title_parts.h.
 */
#include "metadata/title/title_parts.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "metadata/comparison_key.h"
#include "metadata/title/site_form.h"

enum {
    MAX_SITE_WORDS = 5, /* in a site's name at the end of a title, if nothing else gives it */
    MAX_COMPARED = 16,  /* headings that are compared with a title's parts */
    NEAR_BYTES = 120,   /* around a colon, in which to look for kana or Korean syllables */
    MAX_LOW_LINES = 4   /* in a row, beside one that may separate */
};

/* Whether the key is the site's name as the page gives it, or nearly the host's name: it begins
 * with it, or is a large part of it. */
bool title_key_names_site(const struct gathering *g, struct str key) {
    if (!key.len)
        return true;
    if (str_equals(key, g->site_key))
        return true;
    struct str own = comparison_key_compact(g->arena, key);
    if (str_equals(g->site_compact, own))
        return true;
    struct str host = g->host_key;
    if (host.len < 3 || own.len < 3) /* "x" and "tv" occur in anything */
        return false;
    return (str_starts_with(own, host) && own.len <= host.len + 8) ||
           (own.len >= 4 && str_holds(host, own) && own.len * 2 >= host.len);
}

bool title_names_site(const struct gathering *g, struct str part) {
    return title_key_names_site(g, comparison_key_of(g->arena, part));
}

/* The characters that a mark needs next to it to be a separator. */
enum neighbors {
    ANYTHING,
    ONE_IDEOGRAPH,     /* or kana, or a Korean syllable */
    NOT_OF_IDENTIFIER, /* the same, and no ASCII letter or digit: not "C语言_Bool类型" */
    TWO_IDEOGRAPHS,
    TWO_NEAR_SYLLABLES /* the same, near kana or Korean syllables */
};

/* A mark that separates a page's title from its site's. */
struct separator {
    struct str text;
    bool is_strong; /* rarely part of a headline */
    enum neighbors neighbors;
};

static const struct separator SEPARATORS[] = {
    {STR_INIT(" | "), true, ANYTHING},
    {STR_INIT(" - "), false, ANYTHING},
    {STR_INIT(" \xE2\x80\x93 "), false, ANYTHING},
    {STR_INIT("|"), true, ANYTHING},
    {STR_INIT(" \xE2\x80\x94 "), false, ANYTHING},
    {STR_INIT(" \xC2\xB7 "), true, ANYTHING},
    {STR_INIT(" :: "), true, ANYTHING},
    {STR_INIT(" \xE2\x80\xA2 "), true, ANYTHING},
    {STR_INIT(" \xC2\xBB "), true, ANYTHING},
    {STR_INIT(" / "), false, ANYTHING},
    {STR_INIT(" \xE2\x80\xBA "), true, ANYTHING},
    {STR_INIT(" < "), true, ANYTHING},
    {STR_INIT(" ~ "), true, ANYTHING},
    {STR_INIT(" \xC2\xAB "), true, ANYTHING},
    {STR_INIT("\xEF\xBD\x9C"), true, ONE_IDEOGRAPH}, /* fullwidth bar */
    {STR_INIT("_"), false, NOT_OF_IDENTIFIER},
    {STR_INIT("\xEF\xBC\x8D"), false, TWO_IDEOGRAPHS}, /* fullwidth hyphen */
    {STR_INIT("::"), true, TWO_IDEOGRAPHS},
    {STR_INIT("--"), false, TWO_IDEOGRAPHS},
    {STR_INIT("-"), false, TWO_IDEOGRAPHS},
    {STR_INIT(" : "), false, TWO_NEAR_SYLLABLES},
    {STR_INIT("\xEF\xBC\x9A"), false, TWO_NEAR_SYLLABLES}, /* fullwidth colon */
    {STR_INIT(": "), false, ANYTHING},
};
enum { N_SEPARATORS = N_OF(SEPARATORS), COLON = N_SEPARATORS - 1 };

/* What WordPress' first themes wrote between the site's name and the title. */
static const struct str ARCHIVE = STR_INIT(" \xC2\xBB Blog Archive \xC2\xBB ");

/* Whether a character is written without spaces between words, or is a Korean syllable, or one of
 * the marks of these scripts. */
static bool is_ideographic(uint32_t c) {
    return (c >= 0x3000 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0) ||
           (c >= 0xFF00 && c < 0xFFF0);
}

/* Whether a text has kana or Korean syllables. */
static bool has_syllables(struct str s) {
    for (size_t i = 0; i < s.len;) {
        uint32_t c = utf8_next(s, &i);
        if ((c >= 0x3041 && c < 0x3100) || (c >= 0xAC00 && c < 0xD7B0))
            return true;
    }
    return false;
}

/* Whether a "_" between first and end is one of an identifier's, "__init__", or joins ASCII letters
 * or digits to what is not a site's name: "iPhone 15_价格", but not "iPhone 15_新浪网". */
static bool is_of_identifier(struct str s, size_t first, size_t end) {
    size_t before = first, after = end;
    while (before > 0 && first - before < MAX_LOW_LINES && s.at[before - 1] == '_')
        before--;
    while (after < s.len && after - end < MAX_LOW_LINES && s.at[after] == '_')
        after++;
    bool is_run = after - before > end - first;
    bool joins = (before > 0 && ascii_is_alphanumeric(s.at[before - 1])) ||
                 (after < s.len && ascii_is_alphanumeric(s.at[after]));
    return joins && (is_run || !site_form_has_ending(s));
}

/* Whether the characters around s[first..end) allow this separator. */
static bool is_allowed(struct str s, size_t first, size_t end, enum neighbors neighbors) {
    size_t before = first, after = end;
    if (neighbors == ANYTHING)
        return true;
    if (end >= s.len)
        return false;
    while (before > 0 && utf8_is_continuation(s.at[--before]))
        ;
    bool follows = first == 0 || is_ideographic(utf8_next(s, &before));
    bool precedes = is_ideographic(utf8_next(s, &after));
    if (neighbors == TWO_NEAR_SYLLABLES &&
        !has_syllables(utf8_last(str_between(s, 0, first), NEAR_BYTES)) &&
        !has_syllables(utf8_first(str_between(s, end, s.len), NEAR_BYTES)))
        return false;
    if (neighbors == NOT_OF_IDENTIFIER && is_of_identifier(s, first, end))
        return false;
    return neighbors == TWO_IDEOGRAPHS || neighbors == TWO_NEAR_SYLLABLES ? follows && precedes
                                                                          : follows || precedes;
}

static size_t find_separator(struct str s, size_t i, size_t n) {
    if (s.at[i] == ' ' && i + 1 < s.len && ascii_is_alphanumeric(s.at[i + 1]))
        return N_SEPARATORS; /* no separator is like this, but nearly all spaces are */
    for (size_t k = 0; k < n; k++)
        if (str_starts_with(str_between(s, i, s.len), SEPARATORS[k].text) &&
            is_allowed(s, i, i + SEPARATORS[k].text.len, SEPARATORS[k].neighbors))
            return k;
    return N_SEPARATORS;
}

/* The separator (of the first `n`) that begins at s.at[i], or N_SEPARATORS. */
static inline size_t separator_at(struct str s, size_t i, size_t n) {
    return ascii_is_one_of(s.at[i], " |:_-\xEF") ? find_separator(s, i, n) : N_SEPARATORS;
}

bool title_split(struct str title, struct title_split *out) {
    for (size_t i = title.len; i-- > 0;) {
        size_t which = separator_at(title, i, COLON);
        if (which == N_SEPARATORS)
            continue;
        size_t after = i + SEPARATORS[which].text.len;
        *out = (struct title_split){str_between(title, 0, i), str_between(title, after, title.len),
                                    SEPARATORS[which].is_strong, title.at[i] == '_',
                                    SEPARATORS[which].neighbors == TWO_NEAR_SYLLABLES};
        return true;
    }
    return false;
}

bool title_has_separator(struct str text) {
    return text.len && separator_at(text, 0, COLON) != N_SEPARATORS;
}

static size_t find_first(struct str s, size_t *which) {
    for (size_t i = 0; i < s.len; i++)
        if ((*which = separator_at(s, i, N_SEPARATORS)) != N_SEPARATORS)
            return i;
    return s.len;
}

/* The number of words; two characters that are written without spaces are as much as one. */
static size_t count_words(const struct gathering *g, struct str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len;)
        n += is_ideographic(utf8_next(text, &i));
    return comparison_key_count_words(comparison_key_of(g->arena, text)) + n / 2;
}

struct str title_cut_bar(const struct gathering *g, struct str title) {
    size_t at = str_find(title, STR(" | "));
    if (at == title.len)
        return title;
    struct str head = str_between(title, 0, at);
    size_t n_head = count_words(g, head);
    return n_head >= 3 && n_head >= count_words(g, str_between(title, at, title.len))
               ? str_trim(head)
               : title;
}

/* Whether the form of a title's end allows it to be a site's name. A colon comes before a site only
 * in newspapers' titles; in others it comes before the rest of the headline. */
static bool may_be_site(const struct title_split *split) {
    return split->is_colon ? site_form_has_ending(split->tail) : !site_form_is_phrase(split->tail);
}

/* Whether the end of a title, after that separator, looks like a site's name: short, and much
 * shorter than the text before it. */
static bool looks_like_site(const struct gathering *g, const struct title_split *split) {
    size_t n_head = count_words(g, split->head), n_tail = count_words(g, split->tail);
    if (n_tail == 0)
        return true;
    if (n_tail > MAX_SITE_WORDS || !may_be_site(split))
        return false;
    bool is_sure = split->is_strong || (split->is_chained && site_form_has_ending(split->tail));
    return is_sure ? n_tail <= n_head + 2 && n_head > 0 : n_tail < n_head && n_head >= 3;
}

struct str title_cut_ends(const struct gathering *g, struct str title, bool guess) {
    struct title_split split;
    bool was_cut = false;
    for (int n = 0; n < 4; n++) { /* "Title | Section | News | Site" */
        if (!title_split(title, &split) || !split.head.len)
            break;
        bool is_site = title_names_site(g, split.tail);
        bool is_like = guess && (!was_cut || split.is_chained) && looks_like_site(g, &split);
        if (!is_site && !is_like)
            break;
        title = str_trim(split.head);
        was_cut = true;
        if (!is_site && !split.is_chained)
            break;
    }
    return title;
}

/* "Site | Title", but not "Site: what it is" and similar titles, which are complete. */
static struct str cut_start(const struct gathering *g, struct str title) {
    size_t which = 0, first = find_first(title, &which);
    if (first > 0 && first < title.len && SEPARATORS[which].is_strong &&
        title_names_site(g, str_between(title, 0, first)))
        title = str_trim(str_between(title, first + SEPARATORS[which].text.len, title.len));
    return title;
}

/* The first of the page's headings with that text; n_headings if there is none. */
static size_t find_heading(const struct gathering *g, struct str text) {
    struct str key = comparison_key_of(g->arena, text);
    size_t i = 0;
    for (; i < g->n_headings; i++) {
        uint32_t block = block_find_from(g->page, g->headings[i]);
        if (i >= MAX_COMPARED || block >= g->page->n_blocks)
            return g->n_headings;
        if (str_equals(comparison_key_of(g->arena, g->page->blocks[block].text), key))
            break;
    }
    return i;
}

/* Whether what is around "Blog Archive" is the post's title and then the site's name: it is known
 * for the site's, or it is the heading above the post's, or only the title is a heading, and not of
 * level 1, which old themes had for the site's name. */
static bool is_post_first(const struct gathering *g, struct str first, struct str second) {
    if (title_names_site(g, first) || title_names_site(g, second))
        return !title_names_site(g, first);
    size_t post = find_heading(g, first), site = find_heading(g, second);
    if (post == g->n_headings)
        return false;
    return site < g->n_headings ? site < post
                                : dom_heading_level(g->page->dom.nodes[g->headings[post]].tag) > 1;
}

/* Divides a title with "Blog Archive" into the site's name and the post's title; returns false if
 * it has none. */
static bool split_archive(const struct gathering *g, struct str title, struct str *site,
                          struct str *post) {
    size_t label = str_find(title, ARCHIVE);
    if (label == title.len)
        return false;
    struct str first = str_between(title, 0, label);
    struct str second = str_between(title, label + ARCHIVE.len, title.len);
    bool is_turned = is_post_first(g, first, second);
    *site = is_turned ? second : first;
    *post = is_turned ? first : second;
    return true;
}

struct str title_without_site(const struct gathering *g, struct str title, bool guess) {
    struct str site, post;
    if (split_archive(g, title, &site, &post))
        return title_cut_ends(g, post, guess);
    return cut_start(g, title_cut_ends(g, title, guess));
}

struct str title_site_part(const struct gathering *g, struct str title) {
    struct title_split split;
    struct str site, post;
    if (split_archive(g, title, &site, &post))
        return site;
    if (!title_split(title, &split) || !title_names_site(g, split.tail))
        return STR_NONE;
    return str_trim(split.tail);
}

struct str title_site_after(const struct gathering *g, struct str headline) {
    struct str title = g->page->title;
    struct title_split split;
    if (!headline.len || !str_starts_with(title, headline))
        return STR_NONE;
    if (!title_split(title, &split) || split.head.len < headline.len)
        return STR_NONE;
    return title_names_site(g, split.tail) || may_be_site(&split) ? str_trim(split.tail) : STR_NONE;
}

static bool follows_separator(struct str before) {
    for (size_t k = 0; k < N_SEPARATORS; k++)
        if (str_ends_with(before, SEPARATORS[k].text))
            return true;
    return false;
}

struct str title_before_part(struct str title, struct str part) {
    size_t at = str_find(title, part), end = at + part.len;
    if (at == 0 || at == title.len || !follows_separator(str_between(title, 0, at)))
        return STR_NONE;
    bool is_whole = end == title.len || separator_at(title, end, N_SEPARATORS) != N_SEPARATORS;
    return is_whole ? str_between(title, 0, at) : STR_NONE;
}

bool title_has_main_part(struct str title, struct str text) {
    size_t at = str_find(title, text), end = at + text.len;
    if (at == title.len || text.len * 2 < title.len)
        return false;
    return (at == 0 || follows_separator(str_between(title, 0, at))) &&
           (end == title.len || separator_at(title, end, N_SEPARATORS) != N_SEPARATORS);
}

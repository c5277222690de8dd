/*
 * Chooses the page's headline: on what <title>, JSON-LD and meta elements call the page, and which
 * visible heading agrees with them.
 */
#include "metadata/title/title.h"

#include "base/ascii.h"
#include "metadata/block_lines.h"
#include "metadata/comparison_key.h"
#include "metadata/date/date.h"
#include "metadata/author/page_names.h"
#include "metadata/title/heading_choice.h"
#include "metadata/title/headings.h"
#include "metadata/title/title_certainty.h"
#include "metadata/title/title_parts.h"

enum {
    MIN_HEADLINE_WORDS = 8, /* in a heading that is the headline against the page's names */
    MIN_TEXT_WORDS = 10     /* in a block that is not a control */
};

/* The share of a heading's words in a title below which they are about different things. */
static const double LEAST_TITLE_SHARE = 0.6;

/* ---- choice ---- */

static bool is_shortened(struct str text) {
    return str_ends_with(text, STR("...")) || str_ends_with(text, STR("\xE2\x80\xA6"));
}

/* Whether what follows the name in a heading that begins with it is set apart, by an element or a
 * separator. Otherwise it belongs to the headline: JSON-LD is often cut at 110 characters. */
static bool ends_at_seam(const struct gathering *g, const struct heading *heading,
                         const struct page_name *named) {
    struct str text = heading->text;
    if (heading->node != NOWHERE)
        text = gathering_element_text(g, heading->node, (size_t)2 * HEADINGS_MAX_TITLE_BYTES,
                                      STR(" | "));
    text = block_lines_trim(text);
    return str_starts_with(text, named->own_text) &&
           title_has_separator(str_between(text, named->own_text.len, text.len));
}

/* Whether a heading begins with words in quotation marks and a colon, which are not a kicker. */
static bool begins_with_quote(struct str text) {
    static const struct str MARKS[] = {STR_INIT("\""), STR_INIT("\xE2\x80\x9C"),
                                       STR_INIT("\xE2\x80\x9E"), STR_INIT("\xC2\xAB"),
                                       STR_INIT("\xC2\xBB")};
    static const struct str ENDS[] = {STR_INIT("\""), STR_INIT("\xE2\x80\x9C"),
                                      STR_INIT("\xE2\x80\x9D"), STR_INIT("\xC2\xAB"),
                                      STR_INIT("\xC2\xBB")};
    struct str first = str_before(text, ':');
    return first.len < text.len && str_any(first, MARKS, N_OF(MARKS), str_starts_with) &&
           str_any(first, ENDS, N_OF(ENDS), str_ends_with);
}

/* A heading may begin with a kicker, or end with a suffix, that the page's own name does not have:
 * it contains the name. At the end of the heading the name is accepted after a kicker; elsewhere
 * only the one from JSON-LD is, since other names are often shortened. */
static const struct page_name *inner_name(const struct gathering *g, const struct heading *heading,
                                          const struct page_names *names) {
    for (size_t i = 0; i < names->n && !begins_with_quote(heading->text); i++) {
        const struct page_name *named = &names->items[i];
        struct str key = named->own_key;
        if (named->rank < 8 || comparison_key_count_words(key) < 3 || key.len >= heading->key.len ||
            key.len * 5 < heading->key.len * 2 || is_shortened(named->text) ||
            !comparison_key_contains(heading->key, key))
            continue;
        if (str_ends_with(heading->key, key))
            return named;
        if (named->source == SOURCE_JSON_LD &&
            (!str_starts_with(heading->key, key) || ends_at_seam(g, heading, named)))
            return named;
    }
    return NULL;
}

static const struct page_name *best_name(const struct page_names *names) {
    const struct page_name *best = NULL;
    for (size_t i = 0; i < names->n; i++)
        if (names->items[i].own_key.len && (!best || names->items[i].rank > best->rank))
            best = &names->items[i];
    return best;
}

/* Removes the mark of a link to the heading itself, which manuals show on hover. */
static struct str without_anchor(struct str text) {
    static const struct str MARK = STR_INIT("\xC2\xB6"); /* pilcrow */
    if (str_ends_with(text, MARK))
        text.len -= MARK.len;
    return str_trim(text);
}

/* Removes a date at the start of a heading: "26.04.2024 - Harbour plan approved". */
static struct str without_first_date(const struct gathering *g, struct str text) {
    struct date date;
    struct date_span span;
    if (!text.len || !ascii_is_digit(text.at[0]) ||
        !date_find(g->arena, text, g->hints, &date, &span) || span.first != 0 || date.day == 0)
        return text;
    if (span.end < text.len && !strchr(" ,:|", text.at[span.end]))
        return text;
    bool has_colon = span.end < text.len && text.at[span.end] == ':';
    struct str rest = block_lines_trim(str_between(text, span.end + has_colon, text.len));
    if (str_starts_with(rest, STR(">"))) /* from one to the other */
        return text;
    return comparison_key_count_words(comparison_key_of(g->arena, rest)) >= 3 ? rest : text;
}

/* "Harbour plan approved | Opinion": the first part of the heading, if it equals one of the page's
 * names or the rest is only a word. */
static struct str without_tail(const struct gathering *g, const struct page_names *names,
                               struct str text) {
    struct title_split split;
    if (!title_split(text, &split) || !split.is_strong)
        return text;
    struct str key = comparison_key_of(g->arena, split.head);
    size_t n_words = comparison_key_count_words(key);
    size_t n_tail = comparison_key_count_words(comparison_key_of(g->arena, split.tail));
    for (size_t i = 0; i < names->n && n_words >= 2; i++)
        if (str_equals(names->items[i].key, key) || str_equals(names->items[i].own_key, key))
            return str_trim(split.head);
    return n_words >= 4 && n_tail <= 1 ? str_trim(split.head) : text;
}

static bool is_word_byte(char c) {
    return ascii_is_alphanumeric(c) || (unsigned char)c >= 0x80;
}

/* The end of the run of marks and spaces at `at`; stores whether it has another mark than a
 * hyphen. */
static size_t skip_marks(struct str text, size_t at, bool *has_mark) {
    *has_mark = false;
    for (; at < text.len && !is_word_byte(text.at[at]); at++)
        *has_mark |= !ascii_is_space(text.at[at]) && text.at[at] != '-';
    return at;
}

/* Whether two words that are written as one were joined, given what is between them in a name and
 * the last letter of the first: "LampWick", for "Lamp.Wick", but not "US", for "U.S.", or
 * "12000". */
static bool is_seam(struct str between, char last) {
    return str_has_byte(between, ' ') || ascii_is_lower(last) || (unsigned char)last >= 0x80;
}

/* Whether a name with the letters of a heading has a mark wherever the heading joins two words:
 * "Lamp.Wick" for "LampWick", but not "Co op" for "Coop". */
static bool has_mark_at_seams(struct str name, struct str heading) {
    size_t i = 0, k = 0;
    while (i < name.len && k < heading.len) {
        bool has_mark, ignored;
        size_t next = skip_marks(name, i, &has_mark), other = skip_marks(heading, k, &ignored);
        if (next > i && other == k && k > 0 &&
            (!has_mark || !is_seam(str_between(name, i, next), heading.at[k - 1])))
            return false;
        if (next < name.len && other < heading.len &&
            ascii_lower(name.at[next]) != ascii_lower(heading.at[other]))
            return false;
        i = next + 1;
        k = other + 1;
    }
    return true;
}

/* The heading's text, or the name with the same words that has a colon after the first of them, or
 * a mark between words that the heading joins: kicker and headline, or the parts of a path, may be
 * elements without anything between them. */
static struct str text_of_heading(const struct heading *heading, const struct page_names *names) {
    for (size_t i = 0; i < names->n; i++) {
        struct str name = names->items[i].own_text, kicker = str_before(name, ':');
        struct str key = names->items[i].own_key;
        if (comparison_key_count_words(key) > comparison_key_count_words(heading->key) &&
            page_names_are_joined(key, heading->key) && has_mark_at_seams(name, heading->text))
            return name;
        if (kicker.len < name.len && str_starts_with(heading->text, kicker) &&
            heading->text.len > kicker.len && heading->text.at[kicker.len] == ' ' &&
            str_equals(key, heading->key))
            return name;
    }
    return heading->text;
}

/* Removes the label that catalogues put before the name: "Title: Harbours of the north". */
static struct str without_label(const struct page_names *names, struct str text) {
    static const struct str LABELS[] = {STR_INIT("Title:"), STR_INIT("Titel:"), STR_INIT("Titre:"),
                                        STR_INIT("T\xC3\xADtulo:"), STR_INIT("Titolo:")};
    size_t colon = str_find_byte(text, 0, ':');
    struct str label = colon < text.len ? str_between(text, 0, colon + 1) : STR_NONE;
    if (!str_any(label, LABELS, N_OF(LABELS), str_equals))
        return text;
    for (size_t i = 0; i < names->n; i++)
        if (str_starts_with(names->items[i].text, label))
            return text;
    return str_trim(str_between(text, label.len, text.len));
}

static void take_heading(const struct gathering *g, const struct page_names *names,
                         struct headline *out, const struct heading *heading) {
    struct str text = text_of_heading(heading, names);
    text = without_anchor(title_cut_ends(g, text, false));
    text = without_label(names, text);
    text = without_tail(g, names, without_first_date(g, text));
    text = title_cut_bar(g, text);
    out->value = gathering_value(text, SOURCE_HEADING);
    out->key = heading->key;
    out->first = heading->first;
    out->end = heading->end;
}

static void take_name(const struct gathering *g, struct headline *out,
                      const struct page_name *named) {
    struct str text = title_cut_bar(g, named->own_text);
    out->value = gathering_value(text, named->source);
    out->key = text.len == named->own_text.len ? named->own_key : comparison_key_of(g->arena, text);
}

/* The part of "Courier: The wall is done" that is on a line of its own: old pages have no
 * headings. */
static struct str shown_part(const struct gathering *g, struct str title) {
    for (uint32_t i = 0; i < g->page->n_blocks; i++) {
        struct str text = g->page->blocks[i].text;
        for (size_t at = 0; at < text.len;) {
            struct str line = str_trim(str_next_line(text, &at));
            if (line.len && line.len < title.len && title_has_main_part(title, line))
                return line;
        }
    }
    return STR_NONE;
}

/* Takes a name that no heading has. What looks like a site's name at its end is removed: always
 * after a bar, after a dash only in <title>, which by convention ends with the site's name. */
static void take_bare_name(const struct gathering *g, struct headline *out,
                           const struct page_name *named) {
    struct title_split split;
    take_name(g, out, named);
    struct str shown = shown_part(g, named->own_text);
    if (shown.len) {
        out->value.text = shown;
        out->key = comparison_key_of(g->arena, shown);
        return;
    }
    if (!title_split(out->value.text, &split) ||
        !(split.is_strong || named->source == SOURCE_TITLE))
        return;
    out->value.text = title_without_site(g, named->text, true);
    out->key = named->guess_key;
}

/* ---- pages that are not articles ---- */

/* Whether the markup says who wrote the page or when, or describes an article or a product. */
static bool is_described(const struct gathering *g) {
    static const enum candidate_kind KINDS[] = {CANDIDATE_PUBLISHED, CANDIDATE_AUTHOR};
    const struct candidates *titles = &g->of[CANDIDATE_TITLE];
    for (size_t k = 0; k < N_OF(KINDS); k++)
        for (size_t i = 0; i < g->of[KINDS[k]].n; i++)
            if (g->of[KINDS[k]].items[i].source <= SOURCE_MICRODATA)
                return true;
    for (size_t i = 0; i < titles->n; i++)
        if (titles->items[i].source == SOURCE_JSON_LD && titles->items[i].rank >= 9)
            return true;
    return false;
}

/* Whether the only heading of level 1 is an article's headline although none of the page's names,
 * which are for search engines, is like it. A short one, or a ticker of news, is not. */
static bool is_own_headline(const struct gathering *g, const struct heading *only,
                            const struct page_name *named) {
    return only && is_described(g) && comparison_key_count_words(only->key) >= MIN_HEADLINE_WORDS &&
           page_names_share(only->key, named->key) > 0 && !str_holds(only->text, STR("+++"));
}

/* The page's title, if <title> and og:title agree on it; otherwise STR_NONE. */
static struct str agreed_title(const struct gathering *g) {
    const struct candidates *titles = &g->of[CANDIDATE_TITLE];
    struct str own = title_without_site(g, g->page->title, false);
    struct str guess = title_without_site(g, g->page->title, true);
    struct str own_key = comparison_key_of(g->arena, own);
    struct str guess_key = comparison_key_of(g->arena, guess);
    for (size_t i = 0; i < titles->n; i++) {
        const struct candidate *c = &titles->items[i];
        if (c->source != SOURCE_META || c->rank < 8)
            continue;
        for (int is_guess = 0; is_guess < 2; is_guess++) {
            struct str key = comparison_key_of(g->arena, title_without_site(g, c->text, is_guess));
            if (key.len && (str_equals(key, own_key) || str_equals(key, guess_key)))
                return guess;
        }
    }
    return STR_NONE;
}

/* On a page that is not an article, a heading that says something else than <title> and og:title is
 * a slogan, if these agree. (Of 40 such real pages, 24 are known by their title and 11 by the
 * heading; with articles it is the other way round.) */
static void take_title_of_slogan(const struct gathering *g, const struct heading *heading,
                                 const struct page_names *names, struct headline *out) {
    struct str title = g->page->title.len && !is_described(g) ? agreed_title(g) : STR_NONE;
    if (!title.len || title.len > HEADINGS_MAX_TITLE_BYTES)
        return;
    for (size_t i = 0; i < names->n; i++)
        if (page_names_share(heading->key, names->items[i].key) >= LEAST_TITLE_SHARE)
            return;
    out->value = gathering_value(title, SOURCE_TITLE);
    out->key = comparison_key_of(g->arena, title);
}

static bool has_text(const struct gathering *g, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (g->page->blocks[i].counts.n_words >= MIN_TEXT_WORDS)
            return true;
    return false;
}

/* Whether all text is above a heading: then it is a widget's. (A translator has "Original
 * text".) */
static bool is_below_text(const struct gathering *g, const struct heading *heading) {
    return has_text(g, 0, heading->first) && !has_text(g, heading->end, g->page->n_blocks);
}

/* ---- all of it ---- */

/* A recipe is named after its dish, while the heading may praise it. (With this rule, 47 more of
 * 250 real recipes have the name that is on the page's card of ingredients.) */
static void take_recipe(const struct gathering *g, struct headline *out) {
    struct str text = title_without_site(g, g->recipe, false);
    if (!text.len || text.len > HEADINGS_MAX_TITLE_BYTES)
        return;
    out->value = gathering_value(text, SOURCE_JSON_LD);
    out->key = comparison_key_of(g->arena, text);
}

static void choose(const struct gathering *g, const struct page_names *names,
                   const struct heading *heading, struct headline *out) {
    const struct page_name *named = best_name(names);
    if (heading) {
        take_heading(g, names, out, heading);
        const struct page_name *inner = inner_name(g, heading, names);
        if (inner)
            take_name(g, out, inner);
        else
            take_title_of_slogan(g, heading, names, out);
        take_recipe(g, out);
        return;
    }
    if (named)
        take_bare_name(g, out, named);
}

/* "Home" in some languages, as a key. */
static bool is_home(struct str key) {
    static const struct str NAMES[] = {STR_INIT("home"),
                                       STR_INIT("homepage"),
                                       STR_INIT("home page"),
                                       STR_INIT("startseite"),
                                       STR_INIT("accueil"),
                                       STR_INIT("inicio"),
                                       STR_INIT("in\xC3\xAD"
                                                "cio"),
                                       STR_INIT("p\xC3\xA1gina inicial"),
                                       STR_INIT("strona g\xC5\x82\xC3\xB3wna"),
                                       STR_INIT("hem"),
                                       STR_INIT("hjem"),
                                       STR_INIT("forside"),
                                       STR_INIT("etusivu"),
                                       STR_INIT("acasă"),
                                       STR_INIT("címlap"),
                                       STR_INIT("kezdőlap"),
                                       STR_INIT("начало"),
                                       STR_INIT("naslovnica"),
                                       STR_INIT("početna"),
                                       STR_INIT("inici"),
                                       STR_INIT("главная"),
                                       STR_INIT("首页"),
                                       STR_INIT("首頁"),
                                       STR_INIT("ホーム")};
    return str_any(key, NAMES, N_OF(NAMES), str_equals);
}

/* A front page is named after the site: "Home | The Courier". */
static void take_site_of_home(const struct gathering *g, struct headline *out) {
    struct title_split split;
    if (!is_home(out->key) || !title_split(g->page->title, &split))
        return;
    struct str head = comparison_key_of(g->arena, split.head);
    struct str site = is_home(head) ? split.tail : split.head;
    out->value = gathering_value(str_trim(site), SOURCE_TITLE);
    out->key = comparison_key_of(g->arena, site);
}

void title_choose(const struct gathering *g, struct headline *out) {
    struct headings *headings = arena_alloc(g->arena, sizeof *headings);
    struct page_names *names = arena_alloc(g->arena, sizeof *names);
    *out = (struct headline){.first = NOWHERE, .end = NOWHERE};
    headings_collect(g, headings);
    page_names_collect(g, names);
    const struct heading *only, *heading = heading_choose(g, headings, names, &only);
    const struct page_name *named = best_name(names);
    bool may_differ = !named || named->rank < 8 || is_own_headline(g, only, named);
    if (!heading && may_differ && only && !(named && is_below_text(g, only)))
        heading = only;
    choose(g, names, heading, out);
    take_site_of_home(g, out);
    if (out->value.text.len)
        out->value.certainty = title_certainty(g, names, headings, heading, out->key);
}

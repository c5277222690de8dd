/*
 * Collects what the page calls itself; see page_names.h.
 */
#include "metadata/author/page_names.h"

#include "metadata/comparison_key.h"
#include "metadata/title/headings.h"
#include "metadata/title/title_parts.h"

static struct page_name *find_text(struct page_names *names, struct str text) {
    for (size_t i = 0; i < names->n; i++)
        if (str_equals(names->items[i].text, text))
            return &names->items[i];
    return NULL;
}

/* A text that is known adds its weight, and its rank if that is higher. */
static bool add_weight(struct page_names *names, struct str text, enum metadata_source source,
                       unsigned rank) {
    struct page_name *same = find_text(names, text);
    if (!same)
        return false;
    same->weight += (double)rank / 8.0;
    if (rank > same->rank) {
        same->rank = (uint8_t)rank;
        same->source = (uint8_t)source;
    }
    return true;
}

static void add_name(const struct gathering *g, struct page_names *names, struct str text,
                     enum metadata_source source, unsigned rank) {
    if (text.len > (size_t)2 * HEADINGS_MAX_TITLE_BYTES || add_weight(names, text, source, rank))
        return;
    struct page_name *name = &names->items[names->n];
    *name = (struct page_name){.text = text,
                               .key = comparison_key_of(g->arena, text),
                               .source = (uint8_t)source,
                               .rank = (uint8_t)rank,
                               .weight = (double)rank / 8.0};
    name->own_text = title_without_site(g, text, false);
    bool is_whole = name->own_text.len == text.len;
    name->own_key = is_whole ? name->key : comparison_key_of(g->arena, name->own_text);
    name->guess_key =
        is_whole ? comparison_key_of(g->arena, title_without_site(g, text, true)) : name->own_key;
    names->n += name->key.len != 0;
}

void page_names_collect(const struct gathering *g, struct page_names *out) {
    const struct candidates *titles = &g->of[CANDIDATE_TITLE];
    out->n = 0;
    for (size_t i = 0; i < titles->n; i++)
        add_name(g, out, titles->items[i].text, titles->items[i].source, titles->items[i].rank);
    if (g->page->title.len && !gathering_is_unfilled(g->page->title))
        add_name(g, out, g->page->title, SOURCE_TITLE, 5);
}

bool page_names_are_joined(struct str a, struct str b) {
    size_t i = 0, k = 0;
    while (i < a.len && k < b.len) {
        if (a.at[i] == ' ' || b.at[k] == ' ') {
            i += a.at[i] == ' ';
            k += b.at[k] == ' ';
        } else if (a.at[i++] != b.at[k++]) {
            return false;
        }
    }
    return i == a.len && k == b.len;
}

bool page_names_match(const struct page_name *name, struct str key) {
    return str_equals(key, name->key) || page_names_are_joined(key, name->own_key);
}

bool page_names_has(const struct page_names *names, struct str key) {
    for (size_t i = 0; i < names->n; i++)
        if (page_names_match(&names->items[i], key))
            return true;
    return false;
}

double page_names_share(struct str a, struct str b) {
    size_t n = 0, n_shared = 0;
    for (size_t at = 0; at < a.len; n++)
        n_shared += comparison_key_contains(b, comparison_key_next_word(a, &at));
    return n ? (double)n_shared / (double)n : 0;
}

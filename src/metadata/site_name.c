/*
 * Cleans the names of sites; see site_name.h.
 */
#include "metadata/site_name.h"

#include "metadata/block_lines.h"
#include "metadata/comparison_key.h"
#include "metadata/title/title_parts.h"

enum { MIN_HOST_BYTES = 4 }; /* of the part of a host that a name is compared with */

/* "courier.example" of "https://www.courier.example/news"; STR_NONE if no host follows; other texts
 * unchanged. */
static struct str host_of_address(struct str value) {
    static const struct str WWW = STR_INIT("www.");
    size_t at = str_find(value, STR("://"));
    if (at == value.len || str_has_byte(str_between(value, 0, at), ' '))
        return value;
    struct str host = str_before(str_between(value, at + STR("://").len, value.len), '/');
    if (str_has_byte(host, ' ')) /* "https:// courier" */
        return host.at[0] == ' ' ? STR_NONE : value;
    return str_starts_with(host, WWW) ? str_between(host, WWW.len, host.len) : host;
}

static bool names_host(const struct gathering *g, struct str part) {
    struct str key = comparison_key_of(g->arena, part);
    return key.len && title_key_names_site(g, key);
}

static size_t count_words(const struct gathering *g, struct str part) {
    return comparison_key_count_words(comparison_key_of(g->arena, part));
}

/* The first or the last part of a value, whichever names the page's host; otherwise all of it. If
 * no part has more than a word, none is a slogan: "Rock - Paper - Shotgun". */
static struct str without_slogan(const struct gathering *g, struct str value) {
    struct title_split split, last;
    struct str first = value;
    if (g->host_key.len < MIN_HOST_BYTES || !title_split(value, &last))
        return value;
    bool has_slogan = false;
    for (; title_split(first, &split); first = split.head)
        has_slogan |= count_words(g, split.tail) != 1;
    if (!has_slogan && count_words(g, first) == 1)
        return value;
    if (names_host(g, first))
        return block_lines_trim(first);
    return names_host(g, last.tail) ? block_lines_trim(last.tail) : value;
}

struct str site_name_of(const struct gathering *g, struct str value) {
    if (str_starts_with(value, STR("@")))
        return STR_NONE;
    return without_slogan(g, host_of_address(value));
}

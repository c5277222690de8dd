/*
 * Reads the comment with the address of a saved page; see saved_address.h.
 */
#include "html/saved_address.h"

#include "base/ascii.h"

enum { MAX_BYTES = 4096 }; /* at the start of a page: a comment further on is something else */

static size_t skip_space(struct str s, size_t i) {
    while (i < s.len && ascii_is_space(s.at[i]))
        i++;
    return i;
}

/* The first address after the word "url" in a comment; only certain characters may come between. */
static struct str address_in(struct str comment) {
    for (size_t i = 0; i + 3 <= comment.len; i++) {
        struct str rest = str_between(comment, i, comment.len);
        if (!str_starts_with_lower(rest, STR("url")) ||
            (i > 0 && ascii_is_letter(comment.at[i - 1])))
            continue;
        i += STR("url").len;
        while (i < comment.len && (ascii_is_space(comment.at[i]) || ascii_is_digit(comment.at[i]) ||
                                   ascii_is_one_of(comment.at[i], "=():\"'")))
            i++;
        size_t end = i;
        while (end < comment.len && !ascii_is_space(comment.at[end]) &&
               !ascii_is_one_of(comment.at[end], "\"'<>"))
            end++;
        struct str address = str_between(comment, i, end);
        bool is_web = str_starts_with_lower(address, STR("http://")) ||
                      str_starts_with_lower(address, STR("https://"));
        return is_web ? address : STR_NONE;
    }
    return STR_NONE;
}

struct str saved_address(struct str page) {
    static const struct str OPEN = STR_INIT("<!--"), CLOSE = STR_INIT("-->");
    struct str head = str_between(page, 0, page.len < MAX_BYTES ? page.len : MAX_BYTES);
    for (size_t i = skip_space(head, 0); i < head.len; i = skip_space(head, i)) {
        struct str rest = str_between(head, i, head.len);
        bool is_comment = str_starts_with(rest, OPEN);
        if (!is_comment && !str_starts_with_lower(rest, STR("<!doctype")) &&
            !str_starts_with_lower(rest, STR("<html")) && !str_starts_with(rest, STR("<?xml")))
            return STR_NONE;
        size_t len = str_find(rest, is_comment ? CLOSE : STR(">"));
        struct str found = is_comment
                               ? address_in(str_between(rest, OPEN.len < len ? OPEN.len : len, len))
                               : STR_NONE;
        if (found.at)
            return found;
        i += len + (is_comment ? CLOSE.len : 1);
    }
    return STR_NONE;
}

/*
 * Recognizes the address of a picture that a page shows twice; see image_repeat.h.
 */
#include "render/image_repeat.h"

#include "base/ascii.h"
#include "base/word_count.h"
#include "html/attr_list.h"

/* The path of an address of a picture, without extension and size: ".../photo" of
 * ".../photo-300x200.jpg?fit=crop". Another address is returned whole. */
static struct str picture_of(struct str url) {
    struct str path = str_before(url, '?');
    if (!attr_is_picture(path))
        return url;
    size_t dot = path.len, at, n_x = 0;
    while (path.at[dot - 1] != '.') /* its extension has one */
        dot--;
    for (at = dot - 1; at > 0 && (ascii_is_digit(path.at[at - 1]) || path.at[at - 1] == 'x'); at--)
        n_x += path.at[at - 1] == 'x';
    bool has_size = n_x == 1 && at > 0 && path.at[at - 1] == '-';
    return str_between(path, 0, has_size ? at - 1 : dot - 1);
}

/* Whether a picture may be a sign that says the same in several places: "Rating of 4 out of 5". */
static bool may_be_sign(struct str url) {
    struct str path = str_before(url, '?');
    return str_ends_with(path, STR(".png")) || str_ends_with(path, STR(".gif")) ||
           str_ends_with(path, STR(".svg"));
}

bool image_repeat_is_same(struct str alt, struct str url, struct str other) {
    const size_t least_words = 4;
    return !may_be_sign(url) && str_equals(picture_of(url), picture_of(other)) &&
           word_count(alt) >= least_words;
}

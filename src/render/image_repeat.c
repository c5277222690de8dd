/*
 * Recognizes pictures that a page shows twice; see image_repeat.h.
 */
#include "render/image_repeat.h"

#include <string.h>

#include "base/ascii.h"
#include "base/word_count.h"
#include "html/attr_list.h"

/* The address of a picture, split. */
struct address {
    struct str stem;  /* the path without extension and size: ".../photo" of
                         ".../photo-300x200.jpg?fit=crop"; the whole of another address */
    struct str query; /* without the '?' */
    uint32_t width;   /* that the address asks for; UINT32_MAX if it asks for none */
};

enum { MAX_WIDTH = 100000 };

static uint32_t read_width(struct str digits) {
    uint32_t n = 0;
    for (size_t i = 0; i < digits.len && ascii_is_digit(digits.at[i]) && n < MAX_WIDTH; i++)
        n = n * 10 + (uint32_t)(digits.at[i] - '0');
    return n ? n : UINT32_MAX;
}

/* The next parameter of a query; STR_NONE after the last. */
static struct str next_parameter(struct str query, size_t *at) {
    if (*at >= query.len)
        return STR_NONE;
    size_t end = str_find_byte(query, *at, '&');
    struct str parameter = str_between(query, *at, end);
    *at = end + 1;
    return parameter;
}

/* Whether a parameter asks for a size or a format, so that its picture is the same without it. */
static bool is_of_size(struct str parameter) {
    static const struct str NAMES[] = {
        STR_INIT("w"),      STR_INIT("h"),    STR_INIT("width"), STR_INIT("height"),
        STR_INIT("fit"),    STR_INIT("crop"), STR_INIT("q"),     STR_INIT("quality"),
        STR_INIT("resize"), STR_INIT("ssl"),  STR_INIT("dpr"),   STR_INIT("auto"),
        STR_INIT("format"), STR_INIT("fm"),
    };
    return str_any(str_before(parameter, '='), NAMES, N_OF(NAMES), str_equals_lower);
}

/* The next parameter that chooses the picture. */
static struct str next_choice(struct str query, size_t *at) {
    struct str parameter = next_parameter(query, at);
    while (parameter.at && (parameter.len == 0 || is_of_size(parameter)))
        parameter = next_parameter(query, at);
    return parameter;
}

static bool choose_same(struct str query, struct str other) {
    size_t at = 0, at_other = 0;
    for (;;) {
        struct str a = next_choice(query, &at), b = next_choice(other, &at_other);
        if (!a.at || !b.at)
            return !a.at && !b.at;
        if (!str_equals(a, b))
            return false;
    }
}

static uint32_t width_in_query(struct str query) {
    static const struct str NAMES[] = {STR_INIT("w"), STR_INIT("width"), STR_INIT("resize"),
                                       STR_INIT("fit")};
    struct str parameter;
    for (size_t at = 0; (parameter = next_parameter(query, &at)).at;) {
        struct str name = str_before(parameter, '=');
        if (name.len < parameter.len && str_any(name, NAMES, N_OF(NAMES), str_equals_lower))
            return read_width(str_between(parameter, name.len + 1, parameter.len));
    }
    return UINT32_MAX;
}

/* The length of the size at the end of a path without extension, such as "-300x200"; 0 if there is
 * none. A brick has 2x4. */
static size_t len_of_size(struct str path) {
    enum { LEAST_DIGITS = 2 };
    size_t at = path.len, n_digits[2] = {0, 0};
    for (int i = 1; i >= 0; i--) {
        for (; at > 0 && ascii_is_digit(path.at[at - 1]); at--)
            n_digits[i]++;
        if (n_digits[i] < LEAST_DIGITS || at == 0 || path.at[--at] != (i ? 'x' : '-'))
            return 0;
    }
    return at > 0 ? path.len - at : 0;
}

static struct address split(struct str url) {
    struct str path = str_before(url, '?');
    if (!attr_is_picture(path))
        return (struct address){.stem = url, .width = UINT32_MAX};
    struct str query = path.len < url.len ? str_between(url, path.len + 1, url.len) : STR("");
    size_t dot = path.len;
    while (path.at[dot - 1] != '.') /* its extension has one */
        dot--;
    struct str stem = str_between(path, 0, dot - 1);
    size_t n = len_of_size(stem);
    return (struct address){
        .stem = str_between(stem, 0, stem.len - n),
        .query = query,
        .width =
            n ? read_width(str_between(stem, stem.len - n + 1, stem.len)) : width_in_query(query),
    };
}

/* Whether a picture may be a sign that says the same in several places: "Rating of 4 out of 5". */
static bool may_be_sign(struct str url) {
    struct str path = str_before(url, '?');
    return str_ends_with(path, STR(".png")) || str_ends_with(path, STR(".gif")) ||
           str_ends_with(path, STR(".svg"));
}

static bool has_caption(const struct image *image) {
    return image->first_caption < image->end_caption;
}

static bool have_same_caption(const struct block_page *page, const struct image *image,
                              const struct image *other) {
    uint32_t n = image->end_caption - image->first_caption;
    if (n != other->end_caption - other->first_caption)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (!str_equals(page->blocks[image->first_caption + i].text,
                        page->blocks[other->first_caption + i].text))
            return false;
    return true;
}

static void remove_at(struct image_list *list, size_t i) {
    struct image *image = &list->images[i];
    list->n_images--;
    memmove(image, image + 1, (list->n_images - i) * sizeof *image);
}

/* Whether two images show the same picture. */
static bool are_same(const struct image *image, const struct image *other) {
    if (other->is_embed || !str_equals(other->alt, image->alt))
        return false;
    struct address ours = split(image->url), theirs = split(other->url);
    return str_equals(theirs.stem, ours.stem) && choose_same(theirs.query, ours.query);
}

bool image_repeat_settle(const struct block_page *page, struct image_list *list,
                         const struct image *image) {
    enum { REACH = 100, LEAST_WORDS = 4 };
    if (may_be_sign(image->url) || word_count(image->alt) < LEAST_WORDS)
        return false;
    size_t i = list->n_images;
    for (int n = 0; n < REACH && i > 0; n++) {
        struct image *other = &list->images[--i];
        if (!are_same(image, other))
            continue;
        if (has_caption(image) && !has_caption(other)) {
            remove_at(list, i);
            return false;
        }
        if (has_caption(image) && !have_same_caption(page, image, other))
            return false;
        if (split(image->url).width > split(other->url).width)
            other->url = image->url;
        return true;
    }
    return false;
}

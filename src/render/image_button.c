/*
 * Recognizes the pictures of buttons; see image_button.h.
 */
#include "render/image_button.h"

#include "base/ascii.h"
#include "base/word_count.h"
#include "render/section_kind.h"

enum word_kind {
    WORD_OTHER = 0,
    WORD_SIZE = 1,      /* says nothing by itself */
    WORD_SMALL = 2,     /* the same, but of an icon */
    WORD_DIRECTION = 4, /* may be where a picture was taken from: "top" */
    WORD_ARROW = 8,
    WORD_DEED = 16,    /* what a click does, or what a screenshot is of: "print" */
    WORD_SERVICE = 32, /* where a link shares the page */
    WORD_BUTTON = 64
};

static const struct {
    struct str word;
    enum word_kind kind;
} WORDS[] = {
    {STR_INIT("b"), WORD_SIZE},
    {STR_INIT("x"), WORD_SIZE},
    {STR_INIT("small"), WORD_SIZE},
    {STR_INIT("large"), WORD_SIZE},
    {STR_INIT("lg"), WORD_SIZE},
    {STR_INIT("gray"), WORD_SIZE},
    {STR_INIT("grey"), WORD_SIZE},
    {STR_INIT("black"), WORD_SIZE},
    {STR_INIT("white"), WORD_SIZE},
    {STR_INIT("blue"), WORD_SIZE},
    {STR_INIT("green"), WORD_SIZE},
    {STR_INIT("red"), WORD_SIZE},
    {STR_INIT("brands"), WORD_SIZE},
    {STR_INIT("sidebar"), WORD_SIZE},
    {STR_INIT("i"), WORD_SMALL},
    {STR_INIT("px"), WORD_SMALL},
    {STR_INIT("sm"), WORD_SMALL},
    {STR_INIT("up"), WORD_DIRECTION},
    {STR_INIT("down"), WORD_DIRECTION},
    {STR_INIT("left"), WORD_DIRECTION},
    {STR_INIT("right"), WORD_DIRECTION},
    {STR_INIT("top"), WORD_DIRECTION},
    {STR_INIT("back"), WORD_DIRECTION},
    {STR_INIT("next"), WORD_DIRECTION},
    {STR_INIT("prev"), WORD_DIRECTION},
    {STR_INIT("previous"), WORD_DIRECTION},
    {STR_INIT("arrow"), WORD_ARROW},
    {STR_INIT("arrows"), WORD_ARROW},
    {STR_INIT("close"), WORD_DEED},
    {STR_INIT("print"), WORD_DEED},
    {STR_INIT("printer"), WORD_DEED},
    {STR_INIT("email"), WORD_DEED},
    {STR_INIT("mail"), WORD_DEED},
    {STR_INIT("like"), WORD_DEED},
    {STR_INIT("scrap"), WORD_DEED},
    {STR_INIT("share"), WORD_SERVICE},
    {STR_INIT("tweet"), WORD_SERVICE},
    {STR_INIT("rss"), WORD_SERVICE},
    {STR_INIT("fb"), WORD_SERVICE},
    {STR_INIT("facebook"), WORD_SERVICE},
    {STR_INIT("twitter"), WORD_SERVICE},
    {STR_INIT("linkedin"), WORD_SERVICE},
    {STR_INIT("pinterest"), WORD_SERVICE},
    {STR_INIT("instagram"), WORD_SERVICE},
    {STR_INIT("whatsapp"), WORD_SERVICE},
    {STR_INIT("telegram"), WORD_SERVICE},
    {STR_INIT("reddit"), WORD_SERVICE},
    {STR_INIT("youtube"), WORD_SERVICE},
    {STR_INIT("xing"), WORD_SERVICE},
    {STR_INIT("button"), WORD_SERVICE},
    {STR_INIT("btn"), WORD_BUTTON},
    {STR_INIT("bttn"), WORD_BUTTON},
    {STR_INIT("spinner"), WORD_BUTTON},
};

static unsigned kind_of(struct str word) {
    for (size_t i = 0; i < N_OF(WORDS); i++)
        if (str_equals_lower(word, WORDS[i].word))
            return WORDS[i].kind;
    return WORD_OTHER;
}

/* The last segment of an address's path. */
static struct str file_of(struct str url) {
    url = str_before(url, '?');
    size_t at = url.len;
    while (at > 0 && url.at[at - 1] != '/')
        at--;
    return str_between(url, at, url.len);
}

/* The kinds of the words of a name without its extension, or WORD_OTHER if one is none of them. */
static unsigned kinds_of(struct str stem) {
    unsigned kinds = 0;
    for (size_t i = 0; i < stem.len;) {
        size_t start = i;
        while (i < stem.len && ascii_is_letter(stem.at[i]))
            i++;
        unsigned kind = kind_of(str_between(stem, start, i));
        bool is_letter = i > start || (unsigned char)stem.at[i] >= 0x80;
        if (is_letter && kind == WORD_OTHER)
            return WORD_OTHER;
        kinds |= kind;
        i += i == start;
    }
    return kinds;
}

enum { MAX_PIXELS = 10000 }; /* that a width is read up to */

/* The larger of the width and the height that the markup gives; 0 if it gives none. */
static uint32_t given_size(const struct dom_node *image) {
    uint32_t width = section_number(image, DOM_ATTR_WIDTH, 0, MAX_PIXELS);
    uint32_t height = section_number(image, DOM_ATTR_HEIGHT, 0, MAX_PIXELS);
    return width > height ? width : height;
}

/* Whether an image is in a figure with a caption. */
static bool has_caption(const struct dom_node *nodes, uint32_t image) {
    enum { MAX_CLIMB = 6, MAX_NODES = 100 };
    uint32_t figure = image;
    for (int up = 0; up < MAX_CLIMB && nodes[figure].tag != DOM_FIGURE; up++)
        figure = nodes[figure].parent;
    if (nodes[figure].tag != DOM_FIGURE)
        return false;
    for (uint32_t i = figure + 1; i < nodes[figure].end && i - figure <= MAX_NODES; i++)
        if (nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_FIGCAPTION)
            return true;
    return false;
}

/* Whether a link leads to a picture, by the end of its path or of its query. */
static bool leads_to_picture(struct str href) {
    static const struct str ENDINGS[] = {STR_INIT(".jpg"),  STR_INIT(".jpeg"), STR_INIT(".png"),
                                         STR_INIT(".webp"), STR_INIT(".gif"),  STR_INIT(".avif"),
                                         STR_INIT(".svg")};
    href = str_before(href, '#');
    const struct str ends[] = {str_before(href, '?'), href};
    for (size_t i = 0; i < N_OF(ends); i++)
        for (size_t k = 0; k < N_OF(ENDINGS); k++)
            if (ends[i].len > ENDINGS[k].len &&
                str_equals_lower(str_between(ends[i], ends[i].len - ENDINGS[k].len, ends[i].len),
                                 ENDINGS[k]))
                return true;
    return false;
}

/* The button around an image, or the link, unless it leads to a larger picture; NULL if there is
 * none. */
static const struct dom_node *clickable_around(const struct dom_node *nodes, uint32_t image) {
    enum { MAX_WRAPPERS = 2 }; /* <a><picture><img> */
    uint32_t i = nodes[image].parent;
    for (int n = 1; n < MAX_WRAPPERS && nodes[i].tag != DOM_A && nodes[i].tag != DOM_BUTTON; n++)
        i = nodes[i].parent;
    bool is_clickable =
        nodes[i].tag == DOM_BUTTON ||
        (nodes[i].tag == DOM_A && !leads_to_picture(dom_attribute(&nodes[i], DOM_ATTR_HREF)));
    return is_clickable ? &nodes[i] : NULL;
}

/* Whether a click opens no page: it acts on this one, or writes a letter. */
static bool acts(const struct dom_node *clickable) {
    struct str href = str_trim(dom_attribute(clickable, DOM_ATTR_HREF));
    return clickable->tag == DOM_BUTTON || str_starts_with(href, STR("#")) ||
           str_starts_with_lower(href, STR("javascript:")) ||
           str_starts_with_lower(href, STR("mailto:"));
}

/* Whether a name has a number that is the width of an icon: "up-16x16". */
static bool names_icon_size(struct str stem) {
    const uint32_t least = 16, most = 48; /* pixels */
    for (size_t i = 0; i < stem.len; i++) {
        uint32_t n = 0;
        size_t start = i;
        for (; i < stem.len && ascii_is_digit(stem.at[i]) && i - start < 9; i++)
            n = n * 10 + (uint32_t)(stem.at[i] - '0');
        if (n >= least && n <= most)
            return true;
    }
    return false;
}

/* Whether a file is shown several times near an image, as an arrow after each section is. */
static bool is_shown_often(const struct dom_node *nodes, uint32_t image) {
    enum { OFTEN = 3, REACH = 500 }; /* times; nodes in both directions */
    struct str source = dom_attribute(&nodes[image], DOM_ATTR_SRC);
    uint32_t i = image > REACH ? image - REACH : 0, n = 0;
    for (; i < nodes[0].end && i <= image + REACH && n < OFTEN; i++)
        n += nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_IMG &&
             str_equals(dom_attribute(&nodes[i], DOM_ATTR_SRC), source);
    return n == OFTEN;
}

/* Judges a picture whose name says no more than "top" or "print", which may be what it shows. */
static bool is_weak_button(const struct dom_node *nodes, uint32_t image, unsigned kinds,
                           struct str stem, bool is_drawing) {
    enum { ICON = 48 }; /* pixels */
    const struct dom_node *clickable = clickable_around(nodes, image);
    uint32_t size = given_size(&nodes[image]);
    bool is_small = is_drawing || (size > 0 && size <= ICON);
    bool names_small = (kinds & WORD_SMALL) || names_icon_size(stem);
    bool has_alt = str_trim(dom_attribute(&nodes[image], DOM_ATTR_ALT)).len > 0;
    if (kinds & WORD_ARROW)
        return (kinds & WORD_DIRECTION) || is_small || names_small ||
               (clickable && acts(clickable)) || is_shown_often(nodes, image);
    if (!clickable)
        return (kinds & WORD_DIRECTION) && is_small && !has_alt;
    return is_small || names_small || acts(clickable) || is_shown_often(nodes, image);
}

bool image_button_is(const struct dom_node *nodes, uint32_t image, struct str url) {
    const uint32_t most_words = 4; /* of the alternative text; longer ones describe pictures */
    const uint32_t least_of_picture = 100; /* pixels */
    struct str file = file_of(url), alt = str_trim(dom_attribute(&nodes[image], DOM_ATTR_ALT));
    size_t dot = file.len;
    while (dot > 0 && file.at[dot - 1] != '.')
        dot--;
    struct str stem = str_between(file, 0, dot ? dot - 1 : 0);
    unsigned kinds = kinds_of(stem);
    if (kinds <= WORD_SIZE || word_count(alt) > most_words ||
        given_size(&nodes[image]) >= least_of_picture || has_caption(nodes, image))
        return false;
    bool is_clickable = clickable_around(nodes, image) != NULL;
    struct str extension = str_between(file, dot, file.len);
    if (str_equals_lower(extension, STR("jpg")) || str_equals_lower(extension, STR("jpeg")))
        return is_clickable && (kinds & WORD_SERVICE) && (kinds & (WORD_SIZE | WORD_SMALL));
    if ((kinds & WORD_BUTTON) || ((kinds & WORD_SERVICE) && is_clickable))
        return true;
    return (kinds & (WORD_ARROW | WORD_DIRECTION | WORD_DEED)) &&
           is_weak_button(nodes, image, kinds, stem,
                          str_equals_lower(extension, STR("gif")) ||
                              str_equals_lower(extension, STR("svg")));
}

/*
 * Chooses among the candidates for a picture's address; see image_source.h.
 */
#include "render/image_source.h"

#include "base/ascii.h"
#include "html/attr_list.h"
#include "page/style/visibility.h"
#include "render/section_kind.h"

bool image_source_is_image(const struct dom_node *element) {
    if (element->kind != DOM_ELEMENT)
        return false;
    if (element->tag == DOM_IMG)
        return true;
    return element->tag == DOM_UNKNOWN && dom_has_attribute(element, DOM_ATTR_SRC) &&
           (dom_has_attribute(element, DOM_ATTR_ALT) ||
            attr_is_picture(dom_attribute(element, DOM_ATTR_SRC)));
}

/* Parts of the names of pictures that are shown until the real one has loaded. */
static const struct str PLACEHOLDERS[] = {
    STR_INIT("placeholder"), STR_INIT("blank."),   STR_INIT("spacer"),  STR_INIT("lazyload"),
    STR_INIT("transparent"), STR_INIT("1x1"),      STR_INIT("loading"), STR_INIT("pixel."),
    STR_INIT("grey.gif"),    STR_INIT("gray.gif"), STR_INIT("dummy"),   STR_INIT("cleardot"),
    STR_INIT("leer.gif")};

static bool is_real(struct str url) {
    size_t name = url.len;
    if (url.len == 0 || str_starts_with_lower(url, STR("data:")) ||
        str_starts_with_lower(url, STR("about:")))
        return false;
    while (name > 0 && url.at[name - 1] != '/')
        name--;
    return !str_holds_any(str_between(url, name, url.len), PLACEHOLDERS, N_OF(PLACEHOLDERS));
}

/* The next candidate of a srcset, whose addresses may contain commas (HTML standard, section
 * 4.8.4.3.10). Its size comes from the descriptor: pixels for "640w", a thousand for each "x". */
static struct str next_candidate(struct str srcset, size_t *at, double *size) {
    while (*at < srcset.len && (ascii_is_space(srcset.at[*at]) || srcset.at[*at] == ','))
        ++*at;
    size_t start = *at;
    while (*at < srcset.len && !ascii_is_space(srcset.at[*at]))
        ++*at;
    struct str url = str_between(srcset, start, *at);
    *size = 1000;
    if (url.len && url.at[url.len - 1] == ',') {
        while (url.len && url.at[url.len - 1] == ',')
            url.len--;
        return url.len ? url : STR_NONE;
    }
    double number = 0, scale = 1;
    for (; *at < srcset.len && srcset.at[*at] != ','; ++*at) {
        char c = srcset.at[*at];
        if (ascii_is_digit(c)) {
            number = number * 10 + (c - '0');
            scale *= scale > 1 ? 10 : 1;
        } else if (c == '.') {
            scale = 10;
        } else if (c == 'w' || c == 'x') {
            *size = number / (scale > 1 ? scale / 10 : 1) * (c == 'x' ? 1000 : 1);
        }
    }
    return url.len ? url : STR_NONE;
}

struct choice {
    struct str url;
    double size;
};

static void choose_from(struct choice *choice, struct str srcset) {
    double size;
    struct str url;
    for (size_t at = 0; (url = next_candidate(srcset, &at, &size)).at;)
        if (is_real(url) && size > choice->size)
            *choice = (struct choice){url, size};
}

static void choose_from_sets(struct choice *choice, const struct dom_node *element) {
    static const enum dom_attr_name SETS[] = {DOM_ATTR_DATA_SRCSET, DOM_ATTR_DATA_LAZY_SRCSET,
                                              DOM_ATTR_SRCSET};
    for (size_t i = 0; i < N_OF(SETS); i++)
        choose_from(choice, dom_attribute(element, SETS[i]));
}

/* Whether a <source> is for readers who asked for a dark page. */
static bool is_dark(const struct dom_node *source) {
    struct str media = dom_attribute(source, DOM_ATTR_MEDIA);
    return str_holds(media, STR("prefers-color-scheme")) && str_holds(media, STR("dark"));
}

/* <source> is not one of the tags that pith distinguishes. */
static void choose_from_sources(struct choice *choice, const struct dom *dom, uint32_t image) {
    enum { MAX_SOURCES = 12 };
    const struct dom_node *nodes = dom->nodes;
    uint32_t picture = nodes[image].parent;
    if (nodes[picture].tag != DOM_UNKNOWN)
        return;
    for (uint32_t i = image - 1, n = 0; i > picture && n < MAX_SOURCES; i--, n++)
        if (nodes[i].kind == DOM_ELEMENT && nodes[i].parent == picture && !is_dark(&nodes[i]))
            choose_from_sets(choice, &nodes[i]);
}

/* The address of a larger version of the picture, if it links to one. */
static struct str linked_picture(const struct dom *dom, uint32_t image) {
    enum { MAX_CLIMB = 3 };
    uint32_t i = dom->nodes[image].parent;
    for (int n = 0; n < MAX_CLIMB && dom->nodes[i].tag != DOM_A; n++)
        i = dom->nodes[i].parent;
    struct str href = dom_attribute(&dom->nodes[i], DOM_ATTR_HREF);
    bool is_page = str_holds(href, STR("File:")) || str_holds(href, STR("/wiki/")); /* MediaWiki */
    return dom->nodes[i].tag == DOM_A && attr_is_picture(href) && !is_page ? href : STR_NONE;
}

/* Whether the address that is not in an attribute of a known name is of the picture in full size
 * (Jetpack, WordPress galleries): the name of its attribute comes before it. */
static bool has_original(const struct dom_node *element) {
    static const struct str NAMES[] = {STR_INIT("orig-file"),  STR_INIT("full-url"),
                                       STR_INIT("zoom-image"), STR_INIT("full-src"),
                                       STR_INIT("hi-res-src"), STR_INIT("image-full"),
                                       STR_INIT("large-file")};
    uint32_t i = 1;
    while (i < element->n_attrs && element->attrs[i].name != DOM_ATTR_DATA_ADDRESS)
        i++;
    for (size_t k = 0; i < element->n_attrs && k < N_OF(NAMES); k++)
        if (element->attrs[i - 1].name == DOM_ATTR_DATA &&
            str_equals(element->attrs[i - 1].value, NAMES[k]))
            return true;
    return false;
}

/* Wix shows a blurred picture first, whose address begins with that of the real one. */
static struct str without_blur(struct str url) {
    size_t at = str_find(url, STR("/v1/fill/"));
    return at < url.len && str_holds(url, STR(",blur_")) ? str_between(url, 0, at) : url;
}

/* The first real address among the attributes that hold one. */
static struct str choose_single(const struct dom *dom, uint32_t image) {
    const struct dom_node *element = &dom->nodes[image];
    static const enum dom_attr_name NAMES[] = {DOM_ATTR_DATA_SRC, DOM_ATTR_DATA_LAZY_SRC,
                                               DOM_ATTR_DATA_ORIGINAL, DOM_ATTR_SRC,
                                               DOM_ATTR_DATA_ADDRESS};
    struct str original = dom_attribute(element, DOM_ATTR_DATA_ADDRESS);
    if (is_real(original) && has_original(element))
        return original;
    for (size_t i = 0; i < N_OF(NAMES); i++) {
        struct str url = str_before(dom_attribute(element, NAMES[i]), '|'); /* bLazy: two sizes */
        if (is_real(url) && (NAMES[i] != DOM_ATTR_SRC || visibility_of(dom, image) != UNSEEN))
            return without_blur(url);
    }
    /* A picture of which nothing else is known is what it is, whatever its name. */
    bool is_described = str_trim(dom_attribute(element, DOM_ATTR_ALT)).len > 0;
    struct str src = dom_attribute(element, DOM_ATTR_SRC);
    bool is_lazy = (element->attr_names & UINT64_C(1) << DOM_ATTR_DATA) ||
                   dom_has_attribute(element, DOM_ATTR_CLASS);
    return is_described && !is_lazy && attr_is_picture(src) ? src : STR_NONE;
}

struct str image_source_best(const struct dom *dom, uint32_t image) {
    const struct dom_node *element = &dom->nodes[image];
    struct str linked = linked_picture(dom, image);
    struct choice choice = {STR_NONE, 0};
    if (linked.at)
        return linked;
    choose_from_sets(&choice, element);
    choose_from_sources(&choice, dom, image);
    return choice.url.at ? choice.url : choose_single(dom, image);
}

/* Parts of the addresses of pictures that count visits, and of advertisements. */
static const struct str TRACKERS[] = {
    STR_INIT("facebook.com/tr"),  STR_INIT("google-analytics.com"),
    STR_INIT("doubleclick.net"),  STR_INIT("scorecardresearch.com"),
    STR_INIT("quantserve.com"),   STR_INIT("pixel.wp.com"),
    STR_INIT("stats.wp.com"),     STR_INIT("ads.linkedin.com"),
    STR_INIT("bat.bing.com"),     STR_INIT("feedburner.com/~"),
    STR_INIT("statcounter.com"),  STR_INIT("/piwik.php"),
    STR_INIT("/matomo.php"),      STR_INIT("t.co/i/adsct"),
    STR_INIT("/utm.gif"),         STR_INIT("smartadserver.com"),
    STR_INIT("//adserver."),      STR_INIT("/www/delivery/"),
    STR_INIT(".adition.com"),     STR_INIT("[timestamp]"),
    STR_INIT("adnxs.com"),        STR_INIT("2mdn.net"),
    STR_INIT("googlesyndication")};

bool image_source_is_tracker(struct str url) {
    return str_holds_any(url, TRACKERS, N_OF(TRACKERS));
}

bool image_source_is_tiny(const struct dom_node *element) {
    enum { MAX_ICON = 40 }; /* pixels on each side; avatars and icons are 16 to 40 */
    uint32_t width = section_number(element, DOM_ATTR_WIDTH, UINT32_MAX, IMAGE_SOURCE_MAX_PIXELS);
    uint32_t height = section_number(element, DOM_ATTR_HEIGHT, UINT32_MAX, IMAGE_SOURCE_MAX_PIXELS);
    return width <= 2 || height <= 2 || (width <= MAX_ICON && height <= MAX_ICON);
}

/*
 * Recognizes the pictures of buttons; see image_button.h.
 */
#include "render/image_button.h"

#include "base/ascii.h"
#include "base/word_count.h"
#include "html/attr_list.h"

enum word_kind {
    WORD_OTHER = 0,
    WORD_SIZE = 1,   /* says nothing by itself */
    WORD_ARROW = 2,  /* a direction */
    WORD_ACTION = 4, /* what a click does, or where it leads */
    WORD_BUTTON = 8
};

static const struct {
    struct str word;
    enum word_kind kind;
} WORDS[] = {
    {STR_INIT("b"), WORD_SIZE},           {STR_INIT("i"), WORD_SIZE},
    {STR_INIT("px"), WORD_SIZE},          {STR_INIT("x"), WORD_SIZE},
    {STR_INIT("small"), WORD_SIZE},       {STR_INIT("large"), WORD_SIZE},
    {STR_INIT("lg"), WORD_SIZE},          {STR_INIT("sm"), WORD_SIZE},
    {STR_INIT("gray"), WORD_SIZE},        {STR_INIT("grey"), WORD_SIZE},
    {STR_INIT("black"), WORD_SIZE},       {STR_INIT("white"), WORD_SIZE},
    {STR_INIT("blue"), WORD_SIZE},        {STR_INIT("green"), WORD_SIZE},
    {STR_INIT("red"), WORD_SIZE},         {STR_INIT("brands"), WORD_SIZE},
    {STR_INIT("sidebar"), WORD_SIZE},     {STR_INIT("up"), WORD_ARROW},
    {STR_INIT("down"), WORD_ARROW},       {STR_INIT("left"), WORD_ARROW},
    {STR_INIT("right"), WORD_ARROW},      {STR_INIT("top"), WORD_ARROW},
    {STR_INIT("back"), WORD_ARROW},       {STR_INIT("next"), WORD_ARROW},
    {STR_INIT("prev"), WORD_ARROW},       {STR_INIT("previous"), WORD_ARROW},
    {STR_INIT("close"), WORD_ACTION},     {STR_INIT("print"), WORD_ACTION},
    {STR_INIT("printer"), WORD_ACTION},   {STR_INIT("email"), WORD_ACTION},
    {STR_INIT("mail"), WORD_ACTION},      {STR_INIT("share"), WORD_ACTION},
    {STR_INIT("tweet"), WORD_ACTION},     {STR_INIT("like"), WORD_ACTION},
    {STR_INIT("scrap"), WORD_ACTION},     {STR_INIT("rss"), WORD_ACTION},
    {STR_INIT("fb"), WORD_ACTION},        {STR_INIT("facebook"), WORD_ACTION},
    {STR_INIT("twitter"), WORD_ACTION},   {STR_INIT("linkedin"), WORD_ACTION},
    {STR_INIT("pinterest"), WORD_ACTION}, {STR_INIT("instagram"), WORD_ACTION},
    {STR_INIT("whatsapp"), WORD_ACTION},  {STR_INIT("telegram"), WORD_ACTION},
    {STR_INIT("reddit"), WORD_ACTION},    {STR_INIT("youtube"), WORD_ACTION},
    {STR_INIT("xing"), WORD_ACTION},      {STR_INIT("btn"), WORD_BUTTON},
    {STR_INIT("bttn"), WORD_BUTTON},      {STR_INIT("button"), WORD_BUTTON},
    {STR_INIT("arrow"), WORD_BUTTON},     {STR_INIT("arrows"), WORD_BUTTON},
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

/* Whether an image is in a link that does not lead to a larger picture, or in a button. */
static bool is_clickable(const struct dom_node *nodes, uint32_t image) {
    enum { MAX_WRAPPERS = 2 }; /* <a><picture><img> */
    uint32_t i = nodes[image].parent;
    for (int n = 1; n < MAX_WRAPPERS && nodes[i].tag != DOM_A && nodes[i].tag != DOM_BUTTON; n++)
        i = nodes[i].parent;
    return nodes[i].tag == DOM_BUTTON ||
           (nodes[i].tag == DOM_A && !attr_is_picture(dom_attribute(&nodes[i], DOM_ATTR_HREF)));
}

bool image_button_is(const struct dom_node *nodes, uint32_t image, struct str url) {
    const uint32_t most_words = 4; /* of the alternative text; a longer one describes a picture */
    struct str file = file_of(url), alt = str_trim(dom_attribute(&nodes[image], DOM_ATTR_ALT));
    size_t dot = file.len;
    while (dot > 0 && file.at[dot - 1] != '.')
        dot--;
    if (dot <= 1 || word_count(alt) > most_words)
        return false;
    unsigned kinds = kinds_of(str_between(file, 0, dot - 1));
    struct str extension = str_between(file, dot, file.len);
    if (str_equals_lower(extension, STR("jpg")) || str_equals_lower(extension, STR("jpeg")))
        return is_clickable(nodes, image) && (kinds & WORD_ACTION) && (kinds & WORD_SIZE);
    if ((kinds & WORD_BUTTON) ||
        ((kinds & (WORD_ACTION | WORD_ARROW)) && is_clickable(nodes, image)))
        return true;
    return (kinds & WORD_ARROW) && alt.len == 0 &&
           (str_equals_lower(extension, STR("gif")) || str_equals_lower(extension, STR("svg")));
}

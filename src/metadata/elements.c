/*
 * Turns elements into candidates, in one walk over the tree: meta, link, time, microdata, RDFa and
 * rel=author.
 */
#include "base/ascii.h"
#include "metadata/gathering.h"
#include "metadata/author/name.h"

enum {
    MAX_META_NAME_BYTES = 40, /* of a meta element's name: the longest known has 30 */
    MAX_AUTHOR_BYTES = 200,   /* in an element that names authors; a longer text is a biography */
    MAX_DATE_BYTES = 100,
    MAX_TIMES = 24,        /* of a live blog; more would leave no room for lines and the URL */
    MISPLACED_LOSS = 3,    /* of rank, if a meta element's value is in the wrong attribute */
    MAX_TITLE_BYTES = 400, /* longer than any headline */
    MAX_CLIMB = 40,        /* elements up to the nearest itemscope; real pages are 40 deep */
    NAME_NODES = 60,       /* of an author's element, among which the name is: it is small */
    NEAR_NODES = 24 /* from one name to the next, if they were named together: an element each,
                       with a picture, a comma and white space */
};

/* The meaning of a meta element's name (or an itemprop, or a property). */
struct name_row {
    struct str name; /* as returned by squeeze */
    uint8_t kind;    /* enum candidate_kind */
    uint8_t rank;
};

/* Sorted by name. Ranks are based on how often the value was the true one on 2,200 real pages: 9
 * and 10 for above 0.9, 7 and 8 for about 0.8, 5 and less for below half. */
static const struct name_row META_NAMES[] = {
    {STR_INIT("applicationname"), CANDIDATE_SITE, 5},
    {STR_INIT("articleauthor"), CANDIDATE_AUTHOR, 6},
    {STR_INIT("articleauthorname"), CANDIDATE_AUTHOR, 7},
    {STR_INIT("articlefirstpublishedtime"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("articlemodified"), CANDIDATE_MODIFIED, 9},
    {STR_INIT("articlemodifiedtime"), CANDIDATE_MODIFIED, 10},
    {STR_INIT("articlepublicationdate"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("articlepublished"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("articlepublishedtime"), CANDIDATE_PUBLISHED, 10},
    {STR_INIT("articletag"), CANDIDATE_TAG, 9},
    {STR_INIT("articleupdated"), CANDIDATE_MODIFIED, 9},
    {STR_INIT("author"), CANDIDATE_AUTHOR, 8},
    {STR_INIT("byl"), CANDIDATE_AUTHOR, 9},
    {STR_INIT("byline"), CANDIDATE_AUTHOR, 8},
    {STR_INIT("citationauthor"), CANDIDATE_AUTHOR, 10},
    {STR_INIT("citationdate"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("citationjournaltitle"), CANDIDATE_SITE, 4},
    {STR_INIT("citationonlinedate"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("citationpublicationdate"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("citationtitle"), CANDIDATE_TITLE, 10},
    {STR_INIT("contentlanguage"), CANDIDATE_LANGUAGE, 7},
    {STR_INIT("contentpublishdate"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("cxenseparseauthor"), CANDIDATE_AUTHOR, 9},
    {STR_INIT("cxenseparsemodifiedtime"), CANDIDATE_MODIFIED, 8},
    {STR_INIT("cxenseparsepublishtime"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("cxenseparserecspublishedtime"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("cxenseparserecspublishtime"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("cxenseparsetitle"), CANDIDATE_TITLE, 8},
    {STR_INIT("date"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("dateavailable"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("datecreated"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("datemodified"), CANDIDATE_MODIFIED, 8},
    {STR_INIT("datepublished"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("dateupdate"), CANDIDATE_MODIFIED, 7},
    {STR_INIT("dateupdated"), CANDIDATE_MODIFIED, 7},
    {STR_INIT("dccreator"), CANDIDATE_AUTHOR, 7},
    {STR_INIT("dcdate"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("dcdatecreated"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("dcdateissued"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("dcdatemodified"), CANDIDATE_MODIFIED, 7},
    {STR_INIT("dcdescription"), CANDIDATE_DESCRIPTION, 6},
    {STR_INIT("dclanguage"), CANDIDATE_LANGUAGE, 6},
    {STR_INIT("dcsextauthor"), CANDIDATE_AUTHOR, 8},
    {STR_INIT("dctermscreated"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("dctermscreator"), CANDIDATE_AUTHOR, 7},
    {STR_INIT("dctermsdate"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("dctermsissued"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("dctermsmodified"), CANDIDATE_MODIFIED, 7},
    {STR_INIT("dctermstitle"), CANDIDATE_TITLE, 7},
    {STR_INIT("dctitle"), CANDIDATE_TITLE, 7},
    {STR_INIT("description"), CANDIDATE_DESCRIPTION, 10},
    {STR_INIT("firstpublished"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("headline"), CANDIDATE_TITLE, 9},
    {STR_INIT("keywords"), CANDIDATE_TAG, 6},
    {STR_INIT("language"), CANDIDATE_LANGUAGE, 5},
    {STR_INIT("lastmod"), CANDIDATE_MODIFIED, 6},
    {STR_INIT("lastmodified"), CANDIDATE_MODIFIED, 6},
    {STR_INIT("lastpublisheddate"), CANDIDATE_MODIFIED, 7},
    {STR_INIT("lastupdateddate"), CANDIDATE_MODIFIED, 7},
    {STR_INIT("mediatorauthor"), CANDIDATE_AUTHOR, 8},
    {STR_INIT("mediatorpublishedtime"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("msdate"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("newskeywords"), CANDIDATE_TAG, 8},
    {STR_INIT("ogarticleauthor"), CANDIDATE_AUTHOR, 6},
    {STR_INIT("ogarticlemodifiedtime"), CANDIDATE_MODIFIED, 9},
    {STR_INIT("ogarticlepublishedtime"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("ogauthor"), CANDIDATE_AUTHOR, 7},
    {STR_INIT("ogdescription"), CANDIDATE_DESCRIPTION, 9},
    {STR_INIT("ogimage"), CANDIDATE_IMAGE, 10},
    {STR_INIT("ogimagesecureurl"), CANDIDATE_IMAGE, 9},
    {STR_INIT("ogimageurl"), CANDIDATE_IMAGE, 9},
    {STR_INIT("oglocale"), CANDIDATE_LANGUAGE, 3},
    {STR_INIT("ogpublishdate"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("ogpublishedtime"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("ogreleasedate"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("ogsitename"), CANDIDATE_SITE, 10},
    {STR_INIT("ogtitle"), CANDIDATE_TITLE, 8},
    {STR_INIT("ogtype"), CANDIDATE_TYPE, 5},
    {STR_INIT("ogupdatedtime"), CANDIDATE_MODIFIED, 6},
    {STR_INIT("ogurl"), CANDIDATE_URL, 8},
    {STR_INIT("parselyauthor"), CANDIDATE_AUTHOR, 9},
    {STR_INIT("parselyimageurl"), CANDIDATE_IMAGE, 7},
    {STR_INIT("parselylink"), CANDIDATE_URL, 6},
    {STR_INIT("parselypubdate"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("parselytags"), CANDIDATE_TAG, 8},
    {STR_INIT("parselytitle"), CANDIDATE_TITLE, 9},
    {STR_INIT("pubdate"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("publicationdate"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("publishdate"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("published"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("publishedat"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("publisheddate"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("publishedon"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("publishedtime"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("publisher"), CANDIDATE_SITE, 3},
    {STR_INIT("releasedate"), CANDIDATE_PUBLISHED, 7},
    {STR_INIT("sailthruauthor"), CANDIDATE_AUTHOR, 8},
    {STR_INIT("sailthrudate"), CANDIDATE_PUBLISHED, 8},
    {STR_INIT("sailthrutags"), CANDIDATE_TAG, 7},
    {STR_INIT("sailthrutitle"), CANDIDATE_TITLE, 8},
    {STR_INIT("shareaholicarticleauthorname"), CANDIDATE_AUTHOR, 8},
    {STR_INIT("shareaholicarticlemodifiedtime"), CANDIDATE_MODIFIED, 9},
    {STR_INIT("shareaholicarticlepublishedtime"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("title"), CANDIDATE_TITLE, 5},
    {STR_INIT("twitterdescription"), CANDIDATE_DESCRIPTION, 7},
    {STR_INIT("twitterimage"), CANDIDATE_IMAGE, 8},
    {STR_INIT("twitterimagesrc"), CANDIDATE_IMAGE, 8},
    {STR_INIT("twittertexttitle"), CANDIDATE_TITLE, 8},
    {STR_INIT("twittertitle"), CANDIDATE_TITLE, 7},
    {STR_INIT("updated"), CANDIDATE_MODIFIED, 7},
    {STR_INIT("uploaddate"), CANDIDATE_PUBLISHED, 3},
    {STR_INIT("wpublisheddate"), CANDIDATE_PUBLISHED, 8},
};

/* For itemprop and RDFa's property, without its prefix. */
static const struct name_row PROPERTIES[] = {
    {STR_INIT("author"), CANDIDATE_AUTHOR, 8},
    {STR_INIT("creator"), CANDIDATE_AUTHOR, 7},
    {STR_INIT("date"), CANDIDATE_PUBLISHED, 6},
    {STR_INIT("datecreated"), CANDIDATE_PUBLISHED, 6},
    {STR_INIT("datemodified"), CANDIDATE_MODIFIED, 8},
    {STR_INIT("datepublished"), CANDIDATE_PUBLISHED, 9},
    {STR_INIT("hascreator"), CANDIDATE_AUTHOR, 7},
    {STR_INIT("headline"), CANDIDATE_TITLE, 8},
    {STR_INIT("inlanguage"), CANDIDATE_LANGUAGE, 4},
    {STR_INIT("keywords"), CANDIDATE_TAG, 6},
    {STR_INIT("modified"), CANDIDATE_MODIFIED, 7},
    {STR_INIT("publishedtime"), CANDIDATE_PUBLISHED, 9},
};

#define ROWS(table) (table), N_OF(table)

/* The name in lower case without the marks between its words, which every site writes differently:
 * "article:published_time", "article-published-time". Returns its length, 0 for a long name. */
static size_t squeeze(struct str name, char *out) {
    size_t n = 0;
    if (name.len > MAX_META_NAME_BYTES)
        return 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        if (c != '.' && c != ':' && c != '-' && c != '_')
            out[n++] = ascii_lower(c);
    }
    return n;
}

static const struct name_row *find_row(const struct name_row *rows, size_t n, struct str name) {
    char key[MAX_META_NAME_BYTES];
    size_t len = squeeze(name, key);
    size_t low = 0;
    while (low < n) {
        size_t middle = low + (n - low) / 2;
        struct str at = rows[middle].name;
        int order = memcmp(key, at.at, len < at.len ? len : at.len);
        if (order == 0 && len == at.len)
            return &rows[middle];
        if (order > 0 || (order == 0 && len > at.len))
            low = middle + 1;
        else
            n = middle;
    }
    return NULL;
}

/* ---- items within a page ---- */

/* Types of items within a page that are not what the page is about. */
static bool is_other_scope(struct str type) {
    static const struct str OTHERS[] = {
        STR_INIT("Comment"), STR_INIT("UserComments"), STR_INIT("Answer"),   STR_INIT("Review"),
        STR_INIT("Rating"),  STR_INIT("ListItem"),     STR_INIT("ItemList"), STR_INIT("Offer")};
    return str_any(type, OTHERS, N_OF(OTHERS), str_ends_with);
}

/* Whether the nearest item that the element belongs to is not the page's. */
static bool is_of_other(const struct dom *dom, uint32_t node) {
    for (int n = 0; n < MAX_CLIMB && node != 0; n++) {
        node = dom->nodes[node].parent;
        struct str type = dom_attribute(&dom->nodes[node], DOM_ATTR_ITEMTYPE);
        if (is_other_scope(type))
            return true;
    }
    return false;
}

/* ---- meta and link ---- */

static struct str meta_name(const struct dom_node *node) {
    struct str name = dom_attribute(node, DOM_ATTR_NAME);
    if (!name.len)
        name = dom_attribute(node, DOM_ATTR_PROPERTY);
    if (!name.len)
        name = dom_attribute(node, DOM_ATTR_ITEMPROP);
    return name.len ? name : dom_attribute(node, DOM_ATTR_HTTP_EQUIV);
}

/* The value of a meta element. Some pages have it in value="", as the first guides to Twitter's
 * cards did; few programs read these, so they are more often wrong. */
static struct str meta_content(const struct dom_node *node, bool *is_misplaced) {
    struct str content = dom_attribute(node, DOM_ATTR_CONTENT);
    *is_misplaced = !content.len;
    return content.len ? content : dom_attribute(node, DOM_ATTR_VALUE);
}

/* Authors given one by one, by elements of the same name, belong together. */
static uint16_t group_of(struct gathering *g, const struct name_row *row,
                         const struct name_row **last, uint16_t *group) {
    if (*last != row) {
        *last = row;
        *group = g->n_groups++;
    }
    return *group;
}

struct walk {
    struct gathering *g;
    const struct name_row *last_author; /* the name whose group is open */
    uint16_t author_group;
    char author_label;   /* '1' if twitter:label1 says that twitter:data1 is the author */
    uint32_t skip_until; /* skip the nodes of an author already read */
    uint32_t n_times;    /* <time> elements read */
};

/* "Written by" in twitter:label1 makes twitter:data1 the author (WordPress and its plugins), in the
 * page's language and with any number. */
static void read_twitter(struct walk *w, struct str name, struct str content) {
    char number = name.at[name.len - 1];
    if (str_starts_with(name, STR("twitter:label"))) {
        if (name_by_prefix(w->g->arena, content, ANY_LANGUAGE) == content.len)
            w->author_label = number;
        return;
    }
    if (number != w->author_label || !str_starts_with(name, STR("twitter:data")))
        return;
    struct candidate *added = gathering_add(w->g, CANDIDATE_AUTHOR, content, SOURCE_META, 8);
    if (added)
        added->group = w->g->n_groups++;
}

static void read_meta(struct walk *w, uint32_t i) {
    struct gathering *g = w->g;
    const struct dom_node *node = &g->page->dom.nodes[i];
    bool is_misplaced;
    struct str name = meta_name(node), content = meta_content(node, &is_misplaced);
    bool is_property = dom_has_attribute(node, DOM_ATTR_ITEMPROP);
    if (!name.len || !content.len || (is_property && is_of_other(&g->page->dom, i)))
        return;
    const struct name_row *row = find_row(ROWS(META_NAMES), name);
    if (!row) {
        if (str_starts_with(name, STR("twitter:")))
            read_twitter(w, name, content);
        return;
    }
    if (row->kind == CANDIDATE_TAG) {
        gathering_add_tags(g, content, SOURCE_META, row->rank);
        return;
    }
    unsigned rank = row->rank;
    if (is_misplaced)
        rank = rank > MISPLACED_LOSS ? rank - MISPLACED_LOSS : 1;
    struct candidate *added =
        gathering_add(g, (enum candidate_kind)row->kind, content, SOURCE_META, rank);
    if (added && row->kind == CANDIDATE_AUTHOR)
        added->group = group_of(g, row, &w->last_author, &w->author_group);
}

static void read_link(struct gathering *g, const struct dom_node *node) {
    struct str rel = dom_attribute(node, DOM_ATTR_REL);
    struct str href = dom_attribute(node, DOM_ATTR_HREF);
    if (str_equals_lower(rel, STR("canonical")))
        gathering_add(g, CANDIDATE_URL, href, SOURCE_LINK, 10);
    else if (str_equals_lower(rel, STR("image_src")))
        gathering_add(g, CANDIDATE_IMAGE, href, SOURCE_LINK, 5);
}

/* ---- the body ---- */

/* The element within an author's element that contains only the name. */
static uint32_t name_within(const struct dom *dom, uint32_t node) {
    uint32_t end = dom->nodes[node].end;
    if (end > node + NAME_NODES)
        end = node + NAME_NODES;
    for (uint32_t i = node + 1; i < end; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT &&
            str_equals(dom_attribute(&dom->nodes[i], DOM_ATTR_ITEMPROP), STR("name")))
            return i;
    return node;
}

/* What separates the names in an author's element: several links are several authors. */
static struct str joint_of(const struct dom *dom, uint32_t node) {
    enum { MAX_NODES = 2000 }; /* the text of a larger element is not read */
    int n_links = 0;
    uint32_t end = dom->nodes[node].end;
    if (end > node + MAX_NODES)
        end = node + MAX_NODES;
    for (uint32_t i = node + 1; i < end && n_links < 2; i++)
        n_links += dom->nodes[i].kind == DOM_ELEMENT && dom->nodes[i].tag == DOM_A;
    return n_links < 2 ? STR(" ") : STR(" ; ");
}

static struct str element_value(const struct gathering *g, uint32_t node, size_t max,
                                struct str boundary) {
    const struct dom_node *element = &g->page->dom.nodes[node];
    struct str value = dom_attribute(element, DOM_ATTR_CONTENT);
    if (value.len)
        return value;
    value = dom_attribute(element, DOM_ATTR_DATETIME);
    if (!value.len &&
        element->tag == DOM_ABBR) /* hAtom shows part of the date and has all of it here */
        value = dom_attribute(element, DOM_ATTR_TITLE);
    return value.len ? value : gathering_element_text(g, node, max, boundary);
}

static void place(struct candidate *added, uint32_t node) {
    if (added)
        added->node = node;
}

static void add_author(struct walk *w, uint32_t node, enum metadata_source source, unsigned rank) {
    struct gathering *g = w->g;
    uint32_t named = name_within(&g->page->dom, node);
    struct str names = element_value(g, named, MAX_AUTHOR_BYTES, joint_of(&g->page->dom, named));
    struct candidate *added = gathering_add(g, CANDIDATE_AUTHOR, names, source, rank);
    if (!added)
        return;
    added->node = node;
    /* Adjacent names, with next to nothing between them, were named together. */
    const struct candidates *list = &g->of[CANDIDATE_AUTHOR];
    const struct candidate *before = list->n > 1 ? added - 1 : NULL;
    bool is_near = before && before->source == source && before->node != NOWHERE &&
                   node < before->node + NEAR_NODES;
    added->group = is_near ? before->group : g->n_groups++;
    w->skip_until = g->page->dom.nodes[node].end;
}

static struct str without_prefix(struct str property) {
    size_t colon = str_find_byte(property, 0, ':');
    return colon < property.len ? str_between(property, colon + 1, property.len) : property;
}

static void read_property(struct walk *w, uint32_t node, struct str property) {
    struct gathering *g = w->g;
    const struct name_row *row = find_row(ROWS(PROPERTIES), without_prefix(property));
    if (!row) /* "author name" */
        row = find_row(ROWS(PROPERTIES), str_before(without_prefix(property), ' '));
    if (!row || is_of_other(&g->page->dom, node))
        return;
    if (row->kind == CANDIDATE_AUTHOR) {
        if (node >= w->skip_until)
            add_author(w, node, SOURCE_MICRODATA, row->rank);
        return;
    }
    size_t max = row->kind == CANDIDATE_TITLE ? MAX_TITLE_BYTES : MAX_DATE_BYTES;
    place(gathering_add(g, (enum candidate_kind)row->kind, element_value(g, node, max, STR(" ")),
                        SOURCE_MICRODATA, row->rank),
          node);
}

static void read_time(struct walk *w, uint32_t node) {
    struct gathering *g = w->g;
    const struct dom_node *element = &g->page->dom.nodes[node];
    struct str class = dom_attribute(element, DOM_ATTR_CLASS);
    struct str property = dom_attribute(element, DOM_ATTR_ITEMPROP);
    if (property.len && find_row(ROWS(PROPERTIES), property))
        return; /* already read */
    if (w->n_times++ >= MAX_TIMES)
        return;
    place(gathering_add(g,
                        gathering_is_update_class(class) ? CANDIDATE_MODIFIED : CANDIDATE_PUBLISHED,
                        element_value(g, node, MAX_DATE_BYTES, STR(" ")), SOURCE_TIME,
                        gathering_is_first_class(class) ? 7 : 6),
          node);
}

static void read_attributes(struct walk *w, uint32_t node) {
    const struct dom_node *element = &w->g->page->dom.nodes[node];
    struct str itemprop = dom_attribute(element, DOM_ATTR_ITEMPROP);
    struct str property = dom_attribute(element, DOM_ATTR_PROPERTY);
    if (itemprop.len)
        read_property(w, node, itemprop);
    if (property.len)
        read_property(w, node, property);
    if (element->tag == DOM_A && node >= w->skip_until &&
        gathering_has_word(dom_attribute(element, DOM_ATTR_REL), STR("author")))
        add_author(w, node, SOURCE_LINK, 7);
}

/* XHTML served as HTML may only have xml:lang. */
static void read_language(struct gathering *g, const struct dom_node *html) {
    gathering_add(g, CANDIDATE_LANGUAGE, dom_attribute(html, DOM_ATTR_LANG), SOURCE_HTML, 10);
    gathering_add(g, CANDIDATE_LANGUAGE, dom_attribute(html, DOM_ATTR_XML_LANG), SOURCE_HTML, 9);
}

static void read_element(struct walk *w, uint32_t i) {
    const struct dom_node *node = &w->g->page->dom.nodes[i];
    switch (node->tag) {
    case DOM_META:
        read_meta(w, i);
        break;
    case DOM_LINK:
        read_link(w->g, node);
        break;
    case DOM_HTML:
        read_language(w->g, node);
        break;
    case DOM_TIME:
        read_time(w, i);
        read_attributes(w, i);
        break;
    default:
        read_attributes(w, i);
        break;
    }
}

void elements_read(struct gathering *g) {
    const struct dom *dom = &g->page->dom;
    struct walk w = {.g = g};
    for (size_t i = 0; i < dom->n_descriptive; i++) {
        uint32_t node = dom->descriptive[i];
        if (dom_heading_level(dom->nodes[node].tag))
            ARENA_PUSH(g->arena, g->headings, g->n_headings, g->cap_headings) = node;
        read_element(&w, node);
    }
}

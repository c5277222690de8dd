/*
 * Turns JSON-LD into candidates: what schema.org's vocabulary says about the page's own article,
 * product or question, but not about others that the page lists.
 */
#include "base/buffer.h"
#include "base/json.h"
#include "metadata/comparison_key.h"
#include "metadata/gathering.h"

enum {
    MAX_DOCUMENTS = 32,  /* real pages have at most 25 */
    MAX_VALUES = 20000,  /* per document; the largest seen with an article of its own has 9,000 */
    MAX_DEPTH = 64,      /* schema.org's own examples end at 9 */
    MAX_SUBJECTS = 64,   /* items that a page may be about, of which one is chosen */
    MAX_REFERENCES = 32, /* authors given as {"@id": ...} to look up */
    MAX_SAME_ID = 8,     /* objects with the same "@id"; the first with a name counts */
    MAX_TITLE_KEY = 800, /* bytes of the page's title; a longer one is a text, and finding one
                            text in another can take the square of their length */
    MANY_ARTICLES = 3    /* this many articles, none of which has the page's title, are a list of
                            others */
};

static const struct json_limits LIMITS = {MAX_DEPTH, MAX_VALUES};

/* An item that the page may be about. */
struct subject {
    const struct json *json;
    size_t object;
    unsigned rank; /* how likely its type is the page's subject: 10 an article, 3 a video within
                      it */
};

struct reader {
    struct gathering *g;
    struct json documents[MAX_DOCUMENTS];
    size_t n_documents;
    struct subject subjects[MAX_SUBJECTS];
    size_t n_subjects;
    int n_references;
};

/* ---- which objects count ---- */

/* Through these members the page's main item is reached; all others lead to other items. */
static bool leads_on(struct str key) {
    return str_equals(key, STR("@graph")) || str_equals(key, STR("mainEntity")) ||
           str_equals(key, STR("mainEntityOfPage"));
}

/* How likely an item of that type is the page's subject; 0 if it cannot be. */
static unsigned type_rank(struct str type) {
    static const struct {
        struct str suffix;
        unsigned rank;
    } RANKS[] = {
        {STR_INIT("NewsArticle"), 10},
        {STR_INIT("Article"), 10},
        {STR_INIT("APIReference"), 10},
        {STR_INIT("Posting"), 10},
        {STR_INIT("Question"), 10},
        {STR_INIT("Report"), 10},
        {STR_INIT("Recipe"), 9},
        {STR_INIT("HowTo"), 9},
        {STR_INIT("Review"), 8},
        {STR_INIT("Product"), 9},
        {STR_INIT("ProductGroup"), 9},
        {STR_INIT("ProductCollection"), 9},
        {STR_INIT("CreativeWork"), 9},
        {STR_INIT("Course"), 8},
        {STR_INIT("Event"), 8},
        {STR_INIT("Book"), 8},
        {STR_INIT("SoftwareApplication"), 7},
        {STR_INIT("QAPage"), 6},
        {STR_INIT("CollectionPage"), 5},
        {STR_INIT("Page"), 5},
        {STR_INIT("PodcastEpisode"), 8},
        {STR_INIT("VideoObject"), 3},
        {STR_INIT("Service"), 3},
    };
    for (size_t i = 0; i < N_OF(RANKS); i++)
        if (str_ends_with(type, RANKS[i].suffix))
            return RANKS[i].rank;
    return 0;
}

/* The questions of an FAQ page are not the page's subject. */
static bool is_closed(const struct json *json, size_t object) {
    size_t type = json_member(json, object, STR("@type"));
    return type && str_equals(json->values[type].text, STR("FAQPage"));
}

/* The best rank among an object's types: "@type" is a string or an array of them. */
static unsigned object_rank(const struct json *json, size_t object, struct str *type) {
    size_t at = json_member(json, object, STR("@type"));
    unsigned best = 0;
    *type = STR_NONE;
    if (!at)
        return 0;
    for (size_t i = at; i < json->values[at].end; i++) {
        struct str name = json->values[i].text;
        unsigned rank = json->values[i].kind == JSON_STRING ? type_rank(name) : 0;
        if (rank > best || !type->at) {
            best = rank > best ? rank : best;
            *type = name;
        }
    }
    return best;
}

static void collect_subjects(struct reader *r, const struct json *json) {
    bool *is_reached = arena_alloc_zero(r->g->arena, json->n_values, sizeof *is_reached);
    for (size_t i = 0; i < json->n_values && r->n_subjects < MAX_SUBJECTS; i++) {
        const struct json_value *value = &json->values[i];
        bool is_root = value->parent == i;
        is_reached[i] = is_root || (is_reached[value->parent] &&
                                    (value->key.at == NULL || leads_on(value->key)));
        if (!is_reached[i] || value->kind != JSON_OBJECT)
            continue;
        struct str type;
        unsigned rank = object_rank(json, i, &type);
        if (rank)
            r->subjects[r->n_subjects++] = (struct subject){json, i, rank};
        if (is_closed(json, i))
            is_reached[i] = false;
    }
}

/* ---- values ---- */

static struct str string_member(const struct json *json, size_t object, struct str key) {
    size_t at = json_member(json, object, key);
    if (!at)
        return STR_NONE;
    if (json->values[at].kind == JSON_ARRAY && json->values[at].end > at + 1)
        at++; /* the first of several */
    enum json_kind kind = json->values[at].kind;
    return kind == JSON_STRING || kind == JSON_NUMBER ? json->values[at].text : STR_NONE;
}

static void add_member(struct gathering *g, const struct subject *s, struct str key,
                       enum candidate_kind kind, unsigned rank) {
    gathering_add(g, kind, string_member(s->json, s->object, key), SOURCE_JSON_LD, rank);
}

/* A person's name, in one member or in two. */
static struct str name_of_object(struct arena *arena, const struct json *json, size_t object) {
    struct str name = string_member(json, object, STR("name"));
    struct str given = string_member(json, object, STR("givenName"));
    struct str family = string_member(json, object, STR("familyName"));
    if (name.len || !given.len || !family.len)
        return name;
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, given);
    buffer_append_byte(&out, ' ');
    buffer_append(&out, family);
    return buffer_str(&out);
}

/* The name of the object in the page's documents that has this "@id". */
static struct str name_of_reference(struct reader *r, struct str id) {
    for (size_t d = 0; d < r->n_documents && r->n_references++ < MAX_REFERENCES; d++) {
        const struct json *json = &r->documents[d];
        int n_same = 0;
        for (size_t i = 0; i < json->n_values && n_same < MAX_SAME_ID; i++) {
            const struct json_value *value = &json->values[i];
            if (!str_equals(value->key, STR("@id")) || !str_equals(value->text, id))
                continue;
            n_same++;
            struct str name = name_of_object(r->g->arena, json, value->parent);
            if (name.len)
                return name;
        }
    }
    return STR_NONE;
}

static bool is_person(const struct json *json, size_t object) {
    struct str type = string_member(json, object, STR("@type"));
    return !str_ends_with(type, STR("Organization"));
}

static void add_author(struct reader *r, const struct json *json, size_t at, uint16_t group,
                       unsigned rank) {
    const struct json_value *value = &json->values[at];
    struct str name = value->text;
    bool is_house = false;
    if (value->kind == JSON_OBJECT) {
        name = name_of_object(r->g->arena, json, at);
        if (!name.len)
            name = name_of_reference(r, string_member(json, at, STR("@id")));
        is_house = !is_person(json, at);
    } else if (value->kind != JSON_STRING) {
        return;
    }
    struct candidate *added = gathering_add(r->g, CANDIDATE_AUTHOR, name, SOURCE_JSON_LD,
                                            is_house && rank > 2 ? rank - 2 : rank);
    if (!added)
        return;
    added->group = group;
    added->is_house = is_house;
}

static void add_authors(struct reader *r, const struct subject *s) {
    size_t at = json_member(s->json, s->object, STR("author"));
    if (!at)
        at = json_member(s->json, s->object, STR("creator"));
    if (!at)
        return;
    uint16_t group = r->g->n_groups++;
    if (s->json->values[at].kind != JSON_ARRAY) {
        add_author(r, s->json, at, group, s->rank);
        return;
    }
    for (size_t i = at + 1; i < s->json->values[at].end; i = s->json->values[i].end)
        add_author(r, s->json, i, group, s->rank);
}

/* Adds a list of tags; or a single string with all of them, separated by commas, which may also be
 * the list's only item. */
static void add_tags(struct gathering *g, const struct subject *s) {
    const struct json *json = s->json;
    size_t at = json_member(json, s->object, STR("keywords")), end = at ? json->values[at].end : 0;
    if (at && json->values[at].kind == JSON_ARRAY)
        at++;
    bool is_alone = at < end && json->values[at].end == end;
    for (size_t i = at; i < end; i++) {
        if (json->values[i].kind != JSON_STRING || (i > at && json->values[i].key.len))
            continue; /* not a tag, or inside one: {"@type": "DefinedTerm"} */
        if (is_alone)
            gathering_add_tags(g, json->values[i].text, SOURCE_JSON_LD, 8);
        else
            gathering_add(g, CANDIDATE_TAG, json->values[i].text, SOURCE_JSON_LD, 8);
    }
}

static void add_image(struct gathering *g, const struct subject *s) {
    size_t at = json_member(s->json, s->object, STR("image"));
    if (!at)
        return;
    if (s->json->values[at].kind == JSON_ARRAY && s->json->values[at].end > at + 1)
        at++;
    struct str url = s->json->values[at].text;
    if (s->json->values[at].kind == JSON_OBJECT)
        url = string_member(s->json, at, STR("url"));
    gathering_add(g, CANDIDATE_IMAGE, url, SOURCE_JSON_LD, 7);
}

static void add_publisher(struct gathering *g, const struct subject *s) {
    size_t at = json_member(s->json, s->object, STR("publisher"));
    if (at && s->json->values[at].kind == JSON_OBJECT)
        gathering_add(g, CANDIDATE_SITE, string_member(s->json, at, STR("name")), SOURCE_JSON_LD,
                      8);
}

/* Adds everything that a subject says about the page. */
static void add_subject(struct reader *r, const struct subject *s) {
    struct gathering *g = r->g;
    struct str type;
    object_rank(s->json, s->object, &type);
    gathering_add(g, CANDIDATE_TYPE, type, SOURCE_JSON_LD, s->rank);
    add_member(g, s, STR("headline"), CANDIDATE_TITLE, s->rank);
    add_member(g, s, STR("name"), CANDIDATE_TITLE, s->rank > 8 ? s->rank - 1 : 3);
    add_member(g, s, STR("datePublished"), CANDIDATE_PUBLISHED, s->rank);
    add_member(g, s, STR("dateCreated"), CANDIDATE_PUBLISHED, s->rank > 4 ? s->rank - 4 : 1);
    add_member(g, s, STR("uploadDate"), CANDIDATE_PUBLISHED, 2);
    add_member(g, s, STR("dateModified"), CANDIDATE_MODIFIED, s->rank);
    add_member(g, s, STR("description"), CANDIDATE_DESCRIPTION, s->rank > 5 ? 7 : 4);
    add_member(g, s, STR("inLanguage"), CANDIDATE_LANGUAGE, 4);
    add_member(g, s, STR("url"), CANDIDATE_URL, 4);
    add_authors(r, s);
    add_publisher(g, s);
    add_image(g, s);
    add_tags(g, s);
}

/* ---- choice ---- */

/* How well a subject's name fits the page's <title>: 2 it is in it, 1 it has no name, 0 it is
 * another's. */
static int fits_page(struct reader *r, const struct subject *s, struct str page_title) {
    struct str name = string_member(s->json, s->object, STR("headline"));
    if (!name.len)
        name = string_member(s->json, s->object, STR("name"));
    if (!name.len || !page_title.len || page_title.len > MAX_TITLE_KEY)
        return 1;
    return comparison_key_contains(page_title, comparison_key_of(r->g->arena, name)) ? 2 : 0;
}

/* If there are several articles, the one that the page's title names is the page's own; if none is
 * named and there are many, the page lists them. */
static void choose_subjects(struct reader *r) {
    struct str page_title = comparison_key_of(r->g->arena, r->g->page->title);
    const struct subject *best = NULL;
    int best_fit = -1;
    size_t n_main = 0;
    for (size_t i = 0; i < r->n_subjects; i++) {
        const struct subject *s = &r->subjects[i];
        if (s->rank < 6)
            continue;
        int fit = fits_page(r, s, page_title) * 16 + (int)s->rank;
        n_main++;
        if (fit > best_fit) {
            best_fit = fit;
            best = s;
        }
    }
    if (best && !(n_main >= MANY_ARTICLES && best_fit < 16))
        add_subject(r, best);
    for (size_t i = 0; i < r->n_subjects; i++)
        if (r->subjects[i].rank < 6)
            add_subject(r, &r->subjects[i]);
}

/* Finds the dish of the page's only recipe, which may accompany the article about it. */
static void find_recipe(struct reader *r) {
    for (size_t i = 0; i < r->n_subjects; i++) {
        const struct subject *s = &r->subjects[i];
        struct str type;
        object_rank(s->json, s->object, &type);
        if (!str_ends_with(type, STR("Recipe")))
            continue;
        struct str name =
            gathering_clean(r->g->arena, string_member(s->json, s->object, STR("name")));
        if (r->g->recipe.len && !str_equals(r->g->recipe, name)) {
            r->g->recipe = STR_NONE; /* a list of recipes */
            return;
        }
        r->g->recipe = name;
    }
}

static void add_site(struct gathering *g, const struct json *json) {
    for (size_t i = 0; i < json->n_values; i++) {
        const struct json_value *value = &json->values[i];
        if (!str_equals(value->key, STR("@type")) || !str_equals(value->text, STR("WebSite")))
            continue;
        gathering_add(g, CANDIDATE_SITE, string_member(json, value->parent, STR("name")),
                      SOURCE_JSON_LD, 7);
        return;
    }
}

void json_ld_read(struct gathering *g) {
    const struct block_page *page = g->page;
    if (page->n_json_ld == 0)
        return;
    struct reader *r = arena_alloc_zero(g->arena, 1, sizeof *r);
    r->g = g;
    for (size_t i = 0; i < page->n_json_ld && r->n_documents < MAX_DOCUMENTS; i++) {
        struct json *json = &r->documents[r->n_documents++];
        json_parse(g->arena, page->json_ld[i], LIMITS, json);
        collect_subjects(r, json);
        add_site(g, json);
    }
    choose_subjects(r);
    find_recipe(r);
}

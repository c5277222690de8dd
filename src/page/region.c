/*
 * The names of regions, as data.
 */
#include "page/region.h"

#include "base/ascii.h"
#include "base/str.h"

/* Words of comments, in lower case: a class or id that contains one of them names comments.
 * Elements with "disqus" and similar names contain comments only if the service writes them into
 * the page. */
static const struct str COMMENT_WORDS[] = {STR_INIT("comment"),   STR_INIT("disqus"),
                                           STR_INIT("replies"),   STR_INIT("responses"),
                                           STR_INIT("kommentar"), STR_INIT("comentario")};

/* Words that show that such a class or id names something else: a form, a count, a list of the
 * newest, a switch on the page's body, another word. */
static const struct str NO_COMMENT_WORDS[] = {
    STR_INIT("form"),   STR_INIT("respond"), STR_INIT("count"),      STR_INIT("number"),
    STR_INIT("recent"), STR_INIT("latest"),  STR_INIT("widget"),     STR_INIT("sidebar"),
    STR_INIT("link"),   STR_INIT("button"),  STR_INIT("icon"),       STR_INIT("open"),
    STR_INIT("closed"), STR_INIT("no-comm"), STR_INIT("commentary"), STR_INIT("commentat")};

/* Names of the element around all comments, for removal. Only whole names will do: the article
 * itself is often "comments-open". */
static const struct str COMMENTS[] = {
    STR_INIT("comments"),         STR_INIT("comment-list"),     STR_INIT("commentlist"),
    STR_INIT("comments-area"),    STR_INIT("comments-section"), STR_INIT("comment-section"),
    STR_INIT("comments-wrapper"), STR_INIT("disqus_thread"),
};

/* Words of a name that by themselves mean all comments, or the service that shows them. */
static const struct str AREAS[] = {
    STR_INIT("comments"),       STR_INIT("commentlist"),      STR_INIT("commentslist"),
    STR_INIT("commentarea"),    STR_INIT("commentsarea"),     STR_INIT("commentsection"),
    STR_INIT("commentthread"),  STR_INIT("commentcontainer"), STR_INIT("commentscontainer"),
    STR_INIT("commentwrapper"), STR_INIT("commentswrapper"),  STR_INIT("commentblock"),
    STR_INIT("kommentare"),     STR_INIT("kommentarliste"),   STR_INIT("kommentarbereich"),
    STR_INIT("kommentarer"),    STR_INIT("kommentit"),        STR_INIT("commentaires"),
    STR_INIT("comentarios"),    STR_INIT("comentaris"),       STR_INIT("commenti"),
    STR_INIT("komentarze"),     STR_INIT("komentare"),        STR_INIT("komentari"),
    STR_INIT("comentarii"),     STR_INIT("yorumlar"),         STR_INIT("talkback"),
    STR_INIT("talkbacks"),      STR_INIT("disqus"),           STR_INIT("livefyre"),
    STR_INIT("intensedebate"),  STR_INIT("haloscan"),
};

/* Words that mean them together with a word for an element around something: "CommentTree". */
static const struct str COMMENT[] = {
    STR_INIT("comment"),    STR_INIT("kommentar"), STR_INIT("commentaire"),
    STR_INIT("comentario"), STR_INIT("commento"),  STR_INIT("komentarz"),
};
static const struct str AREA_FORMS[] = {
    STR_INIT("list"),    STR_INIT("tree"),  STR_INIT("stream"), STR_INIT("container"),
    STR_INIT("section"), STR_INIT("area"),  STR_INIT("thread"), STR_INIT("threads"),
    STR_INIT("wrapper"), STR_INIT("wrap"),  STR_INIT("module"), STR_INIT("bereich"),
    STR_INIT("lista"),   STR_INIT("liste"), STR_INIT("holder"), STR_INIT("panel"),
    STR_INIT("feed"),    STR_INIT("group"), STR_INIT("items"),  STR_INIT("posts"),
    STR_INIT("entries"),
};

/* The same, if another word is with them: a "comment-block" is also one of code. */
static const struct str WEAK_FORMS[] = {STR_INIT("block"), STR_INIT("box")};

/* First words of names that mean what a program, a judge or an author remarks: "inline-comments",
 * "editors-comments". */
static const struct str REMARKS[] = {
    STR_INIT("block"),   STR_INIT("inline"),    STR_INIT("line"),    STR_INIT("doc"),
    STR_INIT("code"),    STR_INIT("judge"),     STR_INIT("judges"),  STR_INIT("editor"),
    STR_INIT("editors"), STR_INIT("author"),    STR_INIT("authors"), STR_INIT("reviewer"),
    STR_INIT("final"),   STR_INIT("reviewers"), STR_INIT("closing"), STR_INIT("general"),
};

/* Words of a name that says something about the comments of what is in the element, or that names
 * comments on other pages. */
static const struct str STATES[] = {
    STR_INIT("open"),     STR_INIT("opened"),  STR_INIT("closed"),  STR_INIT("no"),
    STR_INIT("has"),      STR_INIT("with"),    STR_INIT("without"), STR_INIT("enabled"),
    STR_INIT("disabled"), STR_INIT("allowed"), STR_INIT("on"),      STR_INIT("off"),
    STR_INIT("count"),    STR_INIT("number"),  STR_INIT("status"),  STR_INIT("featured"),
    STR_INIT("review"),   STR_INIT("reviews"), STR_INIT("recent"),  STR_INIT("latest"),
    STR_INIT("sidebar"),  STR_INIT("widget"),  STR_INIT("finales"), STR_INIT("finali"),
};

/* Words of a name that by themselves mean a consent manager. */
static const struct str MANAGERS[] = {
    STR_INIT("onetrust"),     STR_INIT("cybotcookiebotdialog"),
    STR_INIT("cookiebot"),    STR_INIT("didomi"),
    STR_INIT("usercentrics"), STR_INIT("iubenda"),
    STR_INIT("cmplz"),        STR_INIT("borlabs"),
    STR_INIT("trustarc"),     STR_INIT("truste"),
    STR_INIT("cky"),          STR_INIT("cookieconsent"),
    STR_INIT("quantcast"),    STR_INIT("cookielaw"),
};

/* Words that mean one together with another: "cookie-notice", "gdpr_modal", "consent-banner". */
static const struct str TOPICS[] = {
    STR_INIT("cookie"), STR_INIT("cookies"), STR_INIT("gdpr"), STR_INIT("consent"), STR_INIT("cmp"),
};
/* The words for overlays come first: with them "privacy" means consent too, which by itself may be
 * a page's topic. */
enum { N_OVERLAYS = 7 };
static const struct str FORMS[] = {
    STR_INIT("banner"),   STR_INIT("bar"),        STR_INIT("popup"), STR_INIT("dialog"),
    STR_INIT("modal"),    STR_INIT("overlay"),    STR_INIT("wall"),  STR_INIT("notice"),
    STR_INIT("consent"),  STR_INIT("manager"),    STR_INIT("law"),   STR_INIT("preferences"),
    STR_INIT("settings"), STR_INIT("preference"), STR_INIT("info"),  STR_INIT("box"),
    STR_INIT("layer"),    STR_INIT("message"),    STR_INIT("alert"), STR_INIT("ui"),
};

static bool is_one_of(struct str name, const struct str *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if ((name.at[0] | 0x20) == list[i].at[0] && str_equals_lower(name, list[i]))
            return true;
    return false;
}

/* The next run of characters in `names` for which `is_part` holds; STR_NONE after the last. */
static struct str next_run(struct str names, size_t *at, bool (*is_part)(char)) {
    while (*at < names.len && !is_part(names.at[*at]))
        ++*at;
    size_t start = *at;
    while (*at < names.len && is_part(names.at[*at]))
        ++*at;
    return *at > start ? str_between(names, start, *at) : STR_NONE;
}

static bool is_not_space(char c) {
    return (unsigned char)c > ' ';
}

/* Whether any of the names in a class or id is of that kind. */
static bool any_name(struct str names, bool (*is_kind)(struct str)) {
    struct str name;
    for (size_t at = 0; (name = next_run(names, &at, is_not_space)).at;)
        if (is_kind(name))
            return true;
    return false;
}

static bool name_is_comments(struct str name) {
    return is_one_of(name, COMMENTS, N_OF(COMMENTS));
}

/* The next word of a name: a run of letters, which ends before a capital ("articleComments"). */
static struct str next_word(struct str name, size_t *at) {
    struct str word = next_run(name, at, ascii_is_letter);
    for (size_t i = 1; i < word.len; i++)
        if (ascii_is_upper(word.at[i]) && ascii_is_lower(word.at[i - 1])) {
            *at -= word.len - i;
            return str_between(word, 0, i);
        }
    return word;
}

/* Looks at one name at a time, and at its words: "commentary" is another. A name of many words is a
 * heading's: "respond-to-review-comments". */
static bool name_is_comment_area(struct str name) {
    enum { MOST_WORDS = 3 };
    bool has_comment = false, has_area = false, has_weak = false, is_area = false;
    struct str word;
    int n = 0;
    for (size_t at = 0; (word = next_word(name, &at)).at; n++) {
        if (is_one_of(word, STATES, N_OF(STATES)) ||
            (n == 0 && is_one_of(word, REMARKS, N_OF(REMARKS))))
            return false;
        is_area = is_area || is_one_of(word, AREAS, N_OF(AREAS));
        has_comment = has_comment || is_one_of(word, COMMENT, N_OF(COMMENT));
        has_area = has_area || is_one_of(word, AREA_FORMS, N_OF(AREA_FORMS));
        has_weak = has_weak || is_one_of(word, WEAK_FORMS, N_OF(WEAK_FORMS));
    }
    has_area = has_area || (has_weak && n == MOST_WORDS);
    bool is_replies = n == 1 && str_equals_lower(name, STR("reacties")); /* or of chemicals */
    return n <= MOST_WORDS && (is_area || is_replies || (has_comment && has_area));
}

/* Names of what one comment consists of: "commentText", "comment-body". */
static bool name_is_comment_text(struct str name) {
    static const struct str TEXTS[] = {STR_INIT("text"), STR_INIT("body"), STR_INIT("content"),
                                       STR_INIT("message")};
    struct str first, second, word;
    size_t at = 0;
    first = next_word(name, &at);
    second = first.at ? next_word(name, &at) : STR_NONE;
    word = second.at ? next_word(name, &at) : STR_NONE;
    return second.at && !word.at && is_one_of(first, COMMENT, N_OF(COMMENT)) &&
           is_one_of(second, TEXTS, N_OF(TEXTS));
}

/* Looks at one name at a time: "cookie" and "bar" in two classes are unrelated. */
static bool name_is_consent(struct str name) {
    bool has_topic = false, has_form = false, has_privacy = false, has_overlay = false;
    struct str word;
    for (size_t at = 0; (word = next_run(name, &at, ascii_is_letter)).at;) {
        if (is_one_of(word, MANAGERS, N_OF(MANAGERS)))
            return true;
        bool is_topic = is_one_of(word, TOPICS, N_OF(TOPICS));
        has_form = has_form || (is_one_of(word, FORMS, N_OF(FORMS)) && (!is_topic || has_topic));
        has_topic = has_topic || is_topic;
        has_privacy = has_privacy || str_equals_lower(word, STR("privacy"));
        has_overlay = has_overlay || is_one_of(word, FORMS, N_OVERLAYS);
    }
    return (has_topic && has_form) || (has_privacy && has_overlay);
}

#define FOUR(a, b, c, d)                                                                           \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

#define BIT(letter) (1u << ((letter)&31))

/* The second letters of the words in MANAGERS, TOPICS and "privacy", by their first letter. */
static const uint32_t SECOND_LETTERS[32] = {
    ['b' & 31] = BIT('o'), ['c' & 31] = BIT('k') | BIT('m') | BIT('o') | BIT('y'),
    ['d' & 31] = BIT('i'), ['g' & 31] = BIT('d'),
    ['i' & 31] = BIT('u'), ['o' & 31] = BIT('n'),
    ['p' & 31] = BIT('r'), ['q' & 31] = BIT('u'),
    ['t' & 31] = BIT('r'), ['u' & 31] = BIT('s'),
};

/* Whether the word at `at`, with `len` bytes to the end of the names, may be one of MANAGERS,
 * TOPICS or "privacy". */
static bool may_begin_consent(const char *at, size_t len) {
    if (len < 3 || !(SECOND_LETTERS[at[0] & 31] >> (at[1] & 31) & 1))
        return false;
    if (len == 3)
        return (at[0] | 0x20) == 'c'; /* "cmp", "cky" */
    switch (FOUR(at[0] | 0x20, at[1] | 0x20, at[2] | 0x20, at[3] | 0x20)) {
    case FOUR('o', 'n', 'e', 't'):
    case FOUR('c', 'y', 'b', 'o'):
    case FOUR('c', 'o', 'o', 'k'):
    case FOUR('d', 'i', 'd', 'o'):
    case FOUR('u', 's', 'e', 'r'):
    case FOUR('i', 'u', 'b', 'e'):
    case FOUR('c', 'm', 'p', 'l'):
    case FOUR('b', 'o', 'r', 'l'):
    case FOUR('t', 'r', 'u', 's'):
    case FOUR('q', 'u', 'a', 'n'):
    case FOUR('g', 'd', 'p', 'r'):
    case FOUR('c', 'o', 'n', 's'):
    case FOUR('p', 'r', 'i', 'v'):
        return true;
    default:
        return (at[0] | 0x20) == 'c' && !ascii_is_letter(at[3]); /* "cmp", "cky" */
    }
}

/* A quick check that saves nearly all elements from the search in the lists. */
static bool may_name_consent(struct str names) {
    for (size_t i = 0; i < names.len;) {
        if (!ascii_is_letter(names.at[i])) {
            i++;
            continue;
        }
        if (may_begin_consent(names.at + i, names.len - i))
            return true;
        while (i < names.len && ascii_is_letter(names.at[i]))
            i++;
    }
    return false;
}

bool region_names_consent(struct str names) {
    return may_name_consent(names) && any_name(names, name_is_consent);
}

bool region_is_comments(const struct dom_node *element) {
    return any_name(dom_attribute(element, DOM_ATTR_ID), name_is_comments) ||
           any_name(dom_attribute(element, DOM_ATTR_CLASS), name_is_comments);
}

/* Whether names contain letters of one of AREAS, COMMENT and "reacties": few names do. */
static bool may_name_comments(struct str names) {
    static const struct str PARTS[] = {STR_INIT("om"),  STR_INIT("sq"), STR_INIT("yo"),
                                       STR_INIT("lk"),  STR_INIT("fy"), STR_INIT("deb"),
                                       STR_INIT("osc"), STR_INIT("act")};
    static const uint32_t FIRST_LETTERS =
        BIT('o') | BIT('s') | BIT('y') | BIT('l') | BIT('f') | BIT('d') | BIT('a');
    for (size_t i = 0; i + 1 < names.len; i++)
        if (FIRST_LETTERS >> (names.at[i] & 31) & 1 &&
            str_any(str_between(names, i, names.len), PARTS, N_OF(PARTS), str_starts_with_lower))
            return true;
    return false;
}

static bool names_comment_area(struct str names) {
    return may_name_comments(names) && any_name(names, name_is_comment_area);
}

bool region_is_comment_area(const struct dom_node *element) {
    return names_comment_area(dom_attribute(element, DOM_ATTR_ID)) ||
           names_comment_area(dom_attribute(element, DOM_ATTR_CLASS));
}

bool region_is_comment_text(const struct dom_node *element) {
    struct str names = dom_attribute(element, DOM_ATTR_CLASS);
    return may_name_comments(names) && any_name(names, name_is_comment_text);
}

bool region_is_within_comments(struct str name) {
    return str_holds_any(name, COMMENT_WORDS, N_OF(COMMENT_WORDS)) &&
           !str_holds_any(name, NO_COMMENT_WORDS, N_OF(NO_COMMENT_WORDS));
}

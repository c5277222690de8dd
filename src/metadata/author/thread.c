/*
 * Finds the author of a thread's first post; see thread.h.
 *
 * Each post names its author in an element of the same look, by a class ("username") or by a link
 * to the author's profile. What these elements say differs from post to post; labels do not.
 */
#include "metadata/author/thread.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "metadata/comparison_key.h"
#include "metadata/date/date.h"
#include "metadata/elsewhere.h"
#include "metadata/author/name.h"
#include "metadata/type.h"

enum {
    MAX_POSTS = 64,       /* elements compared; further posts add nothing */
    MAX_TEXT_BYTES = 300, /* in an element that holds an author's name and facts about the author */
    MAX_USER_BYTES = 60,  /* of a name; in scripts of three bytes per character, twenty of them */
    MAX_USER_WORDS = 4,
    FACT_BLOCKS = 10, /* of facts about the author, between name and post */
    MANY_POSTS = 3    /* on a page that does not say that it is a thread */
};

/* An element that names a post's author. */
struct post {
    struct str key; /* of the name */
    struct str name;
    uint32_t node, look;
    bool by_class; /* not only by a link to a profile */
};

struct posts {
    struct post items[MAX_POSTS];
    size_t n;
};

/* ---- what marks such an element ---- */

/* Whether a word may begin at class.at[i]. */
static bool begins_word(struct str class, size_t i) {
    return i == 0 || !ascii_is_letter(class.at[i - 1]) ||
           (ascii_is_upper(class.at[i]) && ascii_is_lower(class.at[i - 1]));
}

#define LETTER(c) (UINT32_C(1) << ((c)&31))

/* The second letters of the words below with each first letter, in either case. */
static const uint32_t SECOND_LETTERS[32] = {
    ['a' & 31] = LETTER('c') | LETTER('u'),
    ['b' & 31] = LETTER('i'),
    ['h' & 31] = LETTER('n') | LETTER('a'),
    ['m' & 31] = LETTER('e'),
    ['n' & 31] = LETTER('i'),
    ['p' & 31] = LETTER('o'),
    ['u' & 31] = LETTER('s'),
};

static bool is_user_word(struct str rest) {
    static const struct str WORDS[] = {
        STR_INIT("username"),       STR_INIT("user-name"),        STR_INIT("user_name"),
        STR_INIT("bigusername"),    STR_INIT("hnuser"),           STR_INIT("nick"),
        STR_INIT("handle"),         STR_INIT("poster"),           STR_INIT("authi"),
        STR_INIT("accountname"),    STR_INIT("account-name"),     STR_INIT("postauthor"),
        STR_INIT("post-author"),    STR_INIT("post_author"),      STR_INIT("user-details"),
        STR_INIT("membername"),     STR_INIT("member-name"),      STR_INIT("post-byline"),
        STR_INIT("message-author"), STR_INIT("authorpane_author")};
    return str_any(rest, WORDS, N_OF(WORDS), str_starts_with_lower);
}

/* Whether a class names an element with the author of a post: "username", but not "lastPoster". */
static bool is_user_class(struct str class) {
    for (size_t i = 0; i + 1 < class.len; i++) {
        if (!(SECOND_LETTERS[class.at[i] & 31] >> (class.at[i + 1] & 31) & 1) ||
            !begins_word(class, i) || !is_user_word(str_between(class, i, class.len)))
            continue;
        size_t before = i && !ascii_is_letter(class.at[i - 1]) ? i - 1 : i; /* "last-poster" */
        if (before < 4 || !str_equals_lower(str_between(class, before - 4, before), STR("last")))
            return true;
    }
    return false;
}

/* A part of an address that is followed by a member's name or number. */
static bool is_profile_part(struct str part) {
    static const struct str PARTS[] = {
        STR_INIT("user"),        STR_INIT("users"),      STR_INIT("member"),
        STR_INIT("members"),     STR_INIT("profile"),    STR_INIT("profiles"),
        STR_INIT("profil"),      STR_INIT("member.php"), STR_INIT("u"),
        STR_INIT("membre"),      STR_INIT("membres"),    STR_INIT("mitglied"),
        STR_INIT("usuario"),     STR_INIT("utente"),     STR_INIT("viewprofile"),
        STR_INIT("profile.php"), STR_INIT("userinfo"),   STR_INIT("user.php"),
        STR_INIT("lookuserid"),  STR_INIT("people")};
    return str_any(part, PARTS, N_OF(PARTS), str_equals_lower);
}

static bool ends_part(char c) {
    return c == '/' || c == '?' || c == '=' || c == '&' || c == ';';
}

static bool leads_to_profile(struct str address) {
    static const uint32_t FIRST_LETTERS =
        LETTER('l') | LETTER('m') | LETTER('p') | LETTER('u') | LETTER('v');
    for (size_t i = 0; i < address.len;) {
        size_t end = i;
        while (end < address.len && !ends_part(address.at[end]))
            end++;
        if (end + 1 < address.len && FIRST_LETTERS >> (address.at[i] & 31) & 1 &&
            is_profile_part(str_between(address, i, end)))
            return true;
        i = end + 1;
    }
    return str_holds(address, STR("/~"));
}

/* ---- names ---- */

/* Whether a text may be a member's name, which may have more digits than letters. */
static bool may_be_user(const struct gathering *g, struct str text) {
    size_t n_words = 1, n_letters = 0, n_digits = 0;
    struct date date;
    if (text.len < MIN_NAME_BYTES || text.len > MAX_USER_BYTES)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        n_words += c == ' ';
        n_letters += ascii_is_letter(c) || (unsigned char)c >= 0x80;
        if (c == ':' || c == '?' || c == '!' || c == '/' || c == '#')
            return false;
    }
    while (n_digits < text.len && strchr("0123456789.,", text.at[n_digits]))
        n_digits++;
    bool is_count = n_digits && n_digits < text.len && text.at[n_digits] == ' '; /* "3 posts" */
    return n_letters && !is_count && n_words <= MAX_USER_WORDS &&
           !name_is_placeholder(g->arena, text) &&
           !date_find(g->arena, text, g->hints, &date, NULL);
}

/* The first of the texts in an element; the others are facts about the author. */
static struct str first_text(const struct gathering *g, uint32_t node) {
    struct str text = gathering_element_text(g, node, MAX_TEXT_BYTES, STR(" ; "));
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, at, ';');
        struct str part = str_trim(str_between(text, at, end));
        size_t by = name_by_prefix(g->arena, part, gathering_languages(g));
        part = name_words_trim(str_between(part, by, part.len));
        if (part.len)
            return part;
        at = end + 1;
    }
    return STR_NONE;
}

/* Whether it is a link to a place on this page: in manuals of programs "member" is a part of a
 * class. */
static bool leads_here(const struct dom_node *node) {
    struct str address = dom_attribute(node, DOM_ATTR_HREF);
    return node->tag == DOM_A && address.len > 1 && address.at[0] == '#';
}

static bool is_of_page(const struct gathering *g, const struct window *window, uint32_t node) {
    enum elsewhere place = elsewhere_find(g, window, node);
    return place != ELSEWHERE_ASIDE && place != ELSEWHERE_TEASER && place != ELSEWHERE_QUOTE;
}

/* For each look, whether its class names a post's author; NULL if none does. */
static const bool *find_user_looks(const struct gathering *g) {
    const struct dom *dom = &g->page->dom;
    bool *is_user = NULL;
    for (size_t i = 0; i < dom->n_looks; i++) {
        if (!is_user_class(dom->looks[i].class))
            continue;
        if (!is_user)
            is_user = arena_alloc_zero(g->arena, dom->n_looks, sizeof *is_user);
        is_user[i] = true;
    }
    return is_user;
}

/* Collects the elements that may name the authors of posts, from node `from` on. */
static void find_posts(const struct gathering *g, const struct window *window, uint32_t from,
                       bool is_thread, struct posts *out) {
    const struct dom *dom = &g->page->dom;
    const bool *is_user = find_user_looks(g);
    out->n = 0;
    if (!is_user && !is_thread)
        return;
    for (uint32_t i = from; i < dom->n_nodes && out->n < MAX_POSTS; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT)
            continue;
        bool by_class = is_user && is_user[node->look] && !leads_here(node);
        if (!by_class &&
            !(node->tag == DOM_A && leads_to_profile(dom_attribute(node, DOM_ATTR_HREF))))
            continue;
        struct str name = first_text(g, i);
        if (!may_be_user(g, name) || !is_of_page(g, window, i))
            continue;
        out->items[out->n++] =
            (struct post){comparison_key_of(g->arena, name), name, i, node->look, by_class};
        i = node->end - 1;
    }
}

/* The number of posts of that look, or 0 if all have the same text, which then may be a label:
 * unless a class says, on a thread's page, that it is a name. */
static size_t count_look(const struct gathering *g, const struct posts *posts,
                         const struct post *like, bool is_thread) {
    bool has_other = is_thread && like->by_class &&
                     !name_has_common(g->arena, like->name, gathering_languages(g));
    size_t n = 0;
    for (size_t i = 0; i < posts->n; i++) {
        const struct post *post = &posts->items[i];
        if (post->look != like->look)
            continue;
        n++;
        has_other |= !str_equals(post->key, like->key);
    }
    return has_other ? n : 0;
}

/* The first of the posts with the most common look; looks with a class that says "user" first. */
static const struct post *find_first(const struct gathering *g, const struct posts *posts,
                                     bool is_thread, size_t *n) {
    const struct post *best = NULL;
    *n = 0;
    for (size_t i = 0; i < posts->n; i++) {
        const struct post *post = &posts->items[i];
        size_t n_own = count_look(g, posts, post, is_thread);
        bool is_better = best && best->by_class != post->by_class ? post->by_class : n_own > *n;
        if (n_own && is_better) {
            best = post;
            *n = n_own;
        }
    }
    return best;
}

void thread_find_starter(const struct gathering *g, const struct window *window,
                         struct thread_starter *out) {
    *out = (struct thread_starter){.name = STR_NONE, .node = NOWHERE};
    if (!g->page->dom.n_nodes || window->first >= window->end)
        return;
    bool is_thread = type_is_thread(g);
    struct posts *posts = arena_alloc(g->arena, sizeof *posts);
    size_t n;
    uint32_t start = window->first > FACT_BLOCKS ? window->first - FACT_BLOCKS : 0;
    find_posts(g, window, g->page->blocks[start].node, is_thread, posts);
    const struct post *first = find_first(g, posts, is_thread, &n);
    uint32_t body = window->body < window->end ? g->page->blocks[window->body].first_node : 0;
    if (!first)
        return;
    bool is_sure = is_thread && first->by_class;
    if (!is_sure && (n < MANY_POSTS || first->node > body)) /* comments follow an article */
        return;
    out->name = first->name;
    out->node = first->node;
    out->is_certain = is_sure || (first->by_class && n > MANY_POSTS);
}

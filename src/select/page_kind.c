/*
 * Recognizes pages without main content by their words and markup; see page_kind.h.
 */
#include "select/page_kind.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* The most words kept of a page that its title says is a stub; MANY_WORDS if its first headline
 * says the same. Error pages often show teasers of other pages. */
enum { FEW_WORDS = 120, SOME_WORDS = 250, MANY_WORDS = 400 };

/* The most words outside links on a page whose text says that it is a stub. */
enum { STUB_WORDS = 130 };

/* The most words kept of a login form: the labels of its fields. Forums have such a form on every
 * page. */
enum { LOGIN_WORDS = 30 };

/* The most words on a page whose content a script would fetch: a banner, no more. */
enum { SHELL_WORDS = 25 };

/* A consent wall is a page of legal text, where one word in 25 is about consent; a cookie notice on
 * a page that a script would fill is shorter. */
enum { WALL_MIN_WORDS = 30, WALL_MAX_WORDS = 1500, WALL_CONSENTS = 5, WALL_PERCENT = 4 };

/* A longer title is a text, not the name of an error. */
enum { MAX_TITLE_BYTES = 300 };

/* The bytes of folded text that are searched, and of noscript. */
enum { TEXT_BYTES = 6000 };

struct page_words {
    size_t n_words; /* visible, outside links */
    size_t n_linked;
    size_t n_kept;
    struct str text;     /* the first visible words, and those of noscript, folded */
    struct str noscript; /* the part of it for browsers without scripts */
};

static bool is_shown(const struct block *block) {
    return !(block->flags & (BLOCK_HIDDEN | BLOCK_NOSCRIPT));
}

static void count_words(const struct block_page *page, const struct selection *selection,
                        struct page_words *out) {
    *out = (struct page_words){0};
    for (size_t i = 0; i < page->n_blocks; i++) {
        const struct block_counts *counts = &page->blocks[i].counts;
        out->n_kept += selection->kept[i] ? counts->n_words : 0;
        if (!is_shown(&page->blocks[i]))
            continue;
        out->n_linked += counts->n_link_words;
        out->n_words += counts->n_words - counts->n_link_words;
    }
}

/* Appends the text folded, with plain apostrophes. */
static void append_folded(struct buffer *out, struct str text) {
    const struct str quote = STR("\xE2\x80\x99");
    size_t start = out->len, end;
    utf8_append_folded(out, text);
    struct str s = str_between(buffer_str(out), start, out->len);
    end = str_find(s, quote);
    for (size_t i = end; i < s.len; i++) {
        bool is_quote = str_has_at(s, i, quote);
        out->data[start + end++] = is_quote ? '\'' : s.at[i];
        i += is_quote ? quote.len - 1 : 0;
    }
    out->len = start + end;
}

static void fold_text(const struct block_page *page, struct page_words *out) {
    struct buffer text, noscript;
    buffer_init(&text, page->arena);
    buffer_init(&noscript, page->arena);
    for (size_t i = 0; i < page->n_blocks && text.len < TEXT_BYTES; i++) {
        const struct block *block = &page->blocks[i];
        struct buffer *into = block->flags & BLOCK_NOSCRIPT ? &noscript : &text;
        if (block->flags & BLOCK_HIDDEN || into->len >= TEXT_BYTES)
            continue;
        append_folded(into, block->text);
        buffer_append(into, STR(" | "));
    }
    out->text = buffer_str(&text);
    out->noscript = buffer_str(&noscript);
}

/* ---- Titles ---- */

static bool is_separator(struct str s, size_t i, size_t *len) {
    static const struct str marks[] = {STR_INIT(" - "),
                                       STR_INIT(" | "),
                                       STR_INIT(" \xE2\x80\x93 "),
                                       STR_INIT(" \xE2\x80\x94 "),
                                       STR_INIT(" \xC2\xB7 "),
                                       STR_INIT(" :: "),
                                       STR_INIT(": "),
                                       STR_INIT(" \xC2\xBB "),
                                       STR_INIT(" / "),
                                       STR_INIT(", "),
                                       STR_INIT(" \xE2\x80\xA2 ")};
    for (size_t j = 0; j < N_OF(marks); j++) {
        *len = marks[j].len;
        if (str_has_at(s, i, marks[j]))
            return true;
    }
    return false;
}

static struct str without_dots(struct str s) {
    while (s.len > 0 && ascii_is_one_of(s.at[s.len - 1], ".! "))
        s.len--;
    return s;
}

static enum stub_kind kind_of_part(struct arena *arena, struct str part) {
    part = str_trim(part);
    enum stub_kind kind = stub_of_title(arena, part);
    return kind ? kind : stub_of_title(arena, without_dots(part));
}

/* The kind that the title shows, as a whole or by a part of it. */
static enum stub_kind kind_of_title(struct arena *arena, struct str title) {
    if (title.len == 0 || title.len > MAX_TITLE_BYTES)
        return STUB_NONE;
    struct buffer folded;
    buffer_init(&folded, arena);
    append_folded(&folded, title);
    struct str s = buffer_str(&folded);
    enum stub_kind kind = kind_of_part(arena, s);
    size_t start = 0, len = 0;
    for (size_t i = 0; i <= s.len && !kind; i++) {
        bool is_end = i == s.len;
        if (!is_end && !is_separator(s, i, &len))
            continue;
        kind = kind_of_part(arena, str_between(s, start, i));
        start = is_end ? i : i + len;
        i = is_end ? i : start - 1;
    }
    return kind;
}

/* The kind that the first headlines show. */
static enum stub_kind kind_of_headlines(const struct block_page *page) {
    enum stub_kind kind = STUB_NONE;
    unsigned n = 0;
    for (size_t i = 0; i < page->n_blocks && n < 3 && !kind; i++) {
        const struct block *block = &page->blocks[i];
        if ((block->tag != DOM_H1 && block->tag != DOM_H2) || !is_shown(block))
            continue;
        kind = kind_of_title(page->arena, block->text);
        n++;
    }
    return kind;
}

/* ---- Markup ---- */

static struct str lower(struct arena *arena, struct str s) {
    char *copy = arena_alloc(arena, s.len + 1);
    for (size_t i = 0; i < s.len; i++)
        copy[i] = (char)(ascii_is_upper(s.at[i]) ? s.at[i] + 32 : s.at[i]);
    return (struct str){copy, s.len};
}

struct page_markup {
    enum stub_kind marker;
    bool has_refresh;  /* <meta http-equiv=refresh> to another page, within seconds */
    bool has_password; /* a password field */
    bool has_script;   /* loaded from a file */
    bool has_mount;    /* an element that frameworks fill */
};

/* "0; url=/next": immediately or within ten seconds. */
static bool is_refresh(struct str content) {
    size_t delay = 0, i = 0;
    for (; i < content.len && ascii_is_digit(content.at[i]); i++)
        delay = delay * 10 + (size_t)(content.at[i] - '0') > 100
                    ? 100
                    : delay * 10 + (size_t)(content.at[i] - '0');
    for (; i + 4 <= content.len; i++)
        if (str_equals_lower(str_between(content, i, i + 4), STR("url=")))
            return delay <= 10;
    return false;
}

static bool is_mount(struct str id) {
    static const struct str ids[] = {
        STR_INIT("root"),      STR_INIT("app"),       STR_INIT("__next"),   STR_INIT("___gatsby"),
        STR_INIT("__nuxt"),    STR_INIT("app-root"),  STR_INIT("main-app"), STR_INIT("svelte"),
        STR_INIT("ember-app"), STR_INIT("react-root")};
    return str_any(id, ids, N_OF(ids), str_equals);
}

static void look_at_element(const struct block_page *page, const struct dom_node *node,
                            struct page_markup *out) {
    struct str src = dom_attribute(node, DOM_ATTR_SRC);
    struct str id = dom_attribute(node, DOM_ATTR_ID);
    bool is_loaded = node->tag == DOM_SCRIPT || node->tag == DOM_IFRAME;
    out->has_script = out->has_script || (node->tag == DOM_SCRIPT && src.len > 0);
    out->has_mount = out->has_mount || is_mount(id);
    if (node->tag == DOM_META &&
        str_equals_lower(dom_attribute(node, DOM_ATTR_HTTP_EQUIV), STR("refresh")))
        out->has_refresh = out->has_refresh || is_refresh(dom_attribute(node, DOM_ATTR_CONTENT));
    if (node->tag == DOM_INPUT &&
        str_equals_lower(dom_attribute(node, DOM_ATTR_TYPE), STR("password")))
        out->has_password = true;
    if (!out->marker && is_loaded && src.len > 0)
        out->marker = stub_of_marker(page->arena, lower(page->arena, src));
    if (!out->marker && id.len > 0)
        out->marker = stub_of_marker(page->arena, lower(page->arena, id));
    if (!out->marker && node->tag == DOM_A)
        out->marker =
            stub_of_marker(page->arena, lower(page->arena, dom_attribute(node, DOM_ATTR_HREF))) ==
                    STUB_PARKED
                ? STUB_PARKED
                : STUB_NONE;
}

static void look_at_markup(const struct block_page *page, struct page_markup *out) {
    *out = (struct page_markup){0};
    for (size_t i = 0; i < page->dom.n_nodes; i++)
        if (page->dom.nodes[i].kind == DOM_ELEMENT)
            look_at_element(page, &page->dom.nodes[i], out);
}

/* ---- Decision ---- */

static struct page_kind found(enum stub_kind kind, const char *source) {
    return (struct page_kind){kind, source ? source : "visible text"};
}

static struct page_kind find_by_title(const struct block_page *page, const struct page_words *words,
                                      enum stub_kind title) {
    enum stub_kind headline =
        title || words->n_kept < FEW_WORDS ? kind_of_headlines(page) : STUB_NONE;
    /* Many pages have a login form beside other content. */
    if (title == STUB_LOGIN || headline == STUB_LOGIN)
        return found(STUB_NONE, NULL);
    bool is_agreed = title && title == headline;
    size_t most = is_agreed ? MANY_WORDS : SOME_WORDS;
    if (title && words->n_kept < most)
        return found(title, "title");
    if (headline && words->n_kept < FEW_WORDS && words->n_words < SOME_WORDS)
        return found(headline, "headline");
    return found(STUB_NONE, NULL);
}

/* Judges pages of a few sentences at most. */
static struct page_kind find_in_few_words(const struct page_words *words,
                                          const struct page_markup *markup, enum stub_kind title) {
    enum stub_kind text = stub_of_text(words->text);
    bool is_short = words->n_words < STUB_WORDS;
    bool has_form = text == STUB_LOGIN && markup->has_password && words->n_kept < LOGIN_WORDS;
    if (markup->has_refresh && is_short)
        return found(STUB_REDIRECT, "markup");
    if (text && text != STUB_LOGIN && (is_short || words->n_kept < LOGIN_WORDS))
        return found(text, "visible text");
    if (markup->marker && words->n_words < STUB_WORDS / 2)
        return found(markup->marker, "markup");
    if (is_short && (title == STUB_LOGIN || has_form))
        return found(STUB_LOGIN, has_form ? "markup" : "title");
    return found(STUB_NONE, NULL);
}

/* Whether a script would fetch the page's content: the page has an element for it, or says so to
 * readers without scripts, or has nothing at all. */
static bool is_shell(const struct page_words *words, const struct page_markup *markup) {
    bool is_empty = words->n_words + words->n_linked < SHELL_WORDS;
    return is_empty && markup->has_script &&
           (words->n_kept == 0 || markup->has_mount || stub_of_text(words->noscript) == STUB_SHELL);
}

static bool is_consent_wall(const struct page_words *words) {
    size_t n = words->n_words < TEXT_BYTES / 6 ? words->n_words : TEXT_BYTES / 6;
    if (words->n_words >= WALL_MAX_WORDS || words->n_words < WALL_MIN_WORDS ||
        words->n_linked >= STUB_WORDS)
        return false;
    size_t n_consent = stub_count_consent(words->text);
    return n_consent >= WALL_CONSENTS && n_consent * 100 >= n * WALL_PERCENT;
}

struct page_kind page_kind_find(const struct block_page *page, const struct selection *selection) {
    struct page_words words;
    struct page_markup markup;
    count_words(page, selection, &words);
    if (words.n_kept >= MANY_WORDS)
        return found(STUB_NONE, NULL);
    enum stub_kind title = kind_of_title(page->arena, page->title);
    struct page_kind kind = find_by_title(page, &words, title);
    if (kind.kind || words.n_kept >= SOME_WORDS)
        return kind;
    bool may_be_stub = words.n_words < STUB_WORDS || words.n_kept < LOGIN_WORDS;
    bool may_be_wall = words.n_words < WALL_MAX_WORDS && words.n_linked < STUB_WORDS;
    if (!may_be_stub && !may_be_wall)
        return kind;
    fold_text(page, &words);
    look_at_markup(page, &markup);
    if (may_be_stub)
        kind = find_in_few_words(&words, &markup, title);
    if (!kind.kind && is_shell(&words, &markup))
        kind = found(STUB_SHELL, "markup");
    if (!kind.kind && is_consent_wall(&words))
        kind = found(STUB_CONSENT, "visible text");
    if (!kind.kind && words.n_kept == 0)
        kind = found(STUB_EMPTY, "visible text");
    return kind;
}

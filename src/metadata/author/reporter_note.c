/*
 * Finds reporters named within paragraphs; see reporter_note.h.
 */
#include "metadata/author/reporter_note.h"

#include "base/utf8.h"
#include "metadata/author/east_asian_byline.h"

enum {
    START_BYTES = 150, /* "新华社北京2月5日电（记者王小明、李强）" */
    INNER_BYTES = 90,  /* of what is in the brackets */
    RANK = 5,
    N_ROUND = 2 /* of the brackets */
};

struct brackets {
    struct str open, close;
};

static const struct brackets BRACKETS[] = {
    {STR_INIT("("), STR_INIT(")")},
    {STR_INIT("\xEF\xBC\x88"), STR_INIT("\xEF\xBC\x89")},  /* fullwidth */
    {STR_INIT("\xE3\x80\x90"), STR_INIT("\xE3\x80\x91")},  /* 【】 */
    {STR_INIT("\xE3\x80\x94"), STR_INIT("\xE3\x80\x95")}}; /* 〔〕 */

static bool may_have_note(const struct line_reader *r, struct str text) {
    const language_set of =
        words_languages(STR("zh")) | words_languages(STR("ja")) | words_languages(STR("ko"));
    return r->languages != ANY_LANGUAGE && (r->languages & of) && text.len;
}

/* Whether a title in quotes ends here: who "author" is after one has written a book. */
static bool ends_title(struct str text) {
    static const struct str ENDS[] = {STR_INIT("》"), STR_INIT("』"), STR_INIT("」"),
                                      STR_INIT("〉")};
    return str_any(str_trim(text), ENDS, N_OF(ENDS), str_ends_with);
}

/* Adds the authors of a text each word of which is understood. `before` precedes its brackets if
 * they end a paragraph; elsewhere, with STR_NONE, only "reporter" is the page's author. */
static bool add(struct line_reader *r, struct str text, struct str before, uint32_t block) {
    struct east_asian_byline byline;
    if (text.len > INNER_BYTES ||
        !east_asian_byline_read(r->g->arena, text, r->languages, &byline) || !byline.has_label ||
        !byline.n || (!byline.has_reporter && (!before.len || ends_title(before))))
        return false;
    line_authors_add(r->g, str_between(text, byline.first, byline.end), block, RANK);
    return true;
}

/* "(서울=한국통신) 홍길동 기자 = ..." */
static bool read_korean_start(struct line_reader *r, struct str start, uint32_t block) {
    static const struct str REPORTER = STR_INIT(" 기자");
    size_t end = str_find(start, REPORTER) + REPORTER.len;
    if (end > start.len || !str_starts_with(str_trim(str_between(start, end, start.len)), STR("=")))
        return false;
    return add(r, str_between(start, 0, end), STR_NONE, block);
}

void reporter_note_read_first(struct line_reader *r, uint32_t block) {
    struct str text = r->g->page->blocks[block].text;
    if (!may_have_note(r, text))
        return;
    struct str start = utf8_first(text, START_BYTES);
    if (read_korean_start(r, start, block))
        return;
    for (size_t i = 0; i < N_ROUND; i++) {
        size_t open = str_find(start, BRACKETS[i].open) + BRACKETS[i].open.len;
        if (open >= start.len)
            continue;
        struct str inner = str_between(start, open, start.len);
        inner.len = str_find(inner, BRACKETS[i].close);
        if (open + inner.len < start.len && add(r, inner, STR_NONE, block))
            return;
    }
}

/* Whether the text before a name in brackets ends a sentence. */
static bool ends_sentence(struct str text) {
    static const struct str ENDS[] = {STR_INIT("\xE3\x80\x82"), STR_INIT("\xE3\x80\x8D")};
    return str_any(str_trim(text), ENDS, N_OF(ENDS), str_ends_with);
}

/* "...。【山田太郎】": a Japanese name alone. Round brackets have what the text is about. */
static void read_lone_name(struct line_reader *r, struct str before, struct str inner,
                           const struct brackets *brackets, uint32_t block) {
    bool is_japanese = (r->languages & words_languages(STR("ja"))) != 0;
    if (is_japanese && brackets >= &BRACKETS[N_ROUND] && ends_sentence(before) &&
        name_kind(r->g->arena, inner, r->languages) == NAME_PERSON)
        line_authors_add(r->g, inner, block, RANK - 1);
}

void reporter_note_read_last(struct line_reader *r, uint32_t block) {
    struct str text = str_trim(r->g->page->blocks[block].text);
    if (!may_have_note(r, text))
        return;
    for (size_t i = 0; i < N_OF(BRACKETS); i++) {
        if (!str_ends_with(text, BRACKETS[i].close))
            continue;
        struct str rest = str_between(text, 0, text.len - BRACKETS[i].close.len);
        size_t first = rest.len > INNER_BYTES ? rest.len - INNER_BYTES : 0, open = rest.len;
        for (size_t k = first; k < rest.len; k++)
            if (str_has_at(rest, k, BRACKETS[i].open))
                open = k;
        if (open == rest.len)
            continue;
        struct str before = str_between(rest, 0, open);
        struct str inner = str_between(rest, open + BRACKETS[i].open.len, rest.len);
        if (!add(r, inner, before, block))
            read_lone_name(r, before, inner, &BRACKETS[i], block);
        return;
    }
}

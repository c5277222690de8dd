/*
 * Assigns roles to blocks; see roles.h.
 */
#include "metadata/author/roles.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/caption.h"
#include "lexicon/words.h"
#include "metadata/date/line_dates.h"
#include "metadata/author/byline_marks.h"
#include "metadata/block_lines.h"
#include "metadata/comparison_key.h"

enum {
    MAX_BYLINE_WORDS = 25, /* in a block that is only a byline */
    MAX_DATELINE_REST = 8, /* words beside the date: "Last updated on ... by the editors" */
    MAX_PLACE_WORDS = 4,   /* "Rio de Janeiro, Brazil" */
    MAX_DATE_LINE = 80,    /* bytes; a longer line is about something else */
    MIN_STANDFIRST_WORDS = 5,
    MAX_STANDFIRST_WORDS = 70,
    NEAR_HEADLINE = 10,   /* blocks below it in which to look for one */
    MAX_KEY_LOSS = 24,    /* bytes of punctuation in a headline, which its key does not have */
    MAX_DESCRIPTIONS = 4, /* that are compared with a standfirst */
    MIN_PLACE_BYTES = 3,  /* "Ayr" */
    MAX_PLACE_BYTES = 40, /* a longer text is a sentence */
    MIN_START_BYTES = 40, /* of a standfirst that is the start of the page's summary: a shorter one
                             may begin like it by chance */
    ABOVE_BYLINE = 3      /* blocks from a standfirst to the byline: share buttons may intervene */
};

struct role_reader {
    const struct gathering *g;
    const struct headline *headline;
    const struct window *window;
    struct metadata *out;
    struct str description_keys[MAX_DESCRIPTIONS]; /* absent until needed */
};

static struct str text_of(const struct gathering *g, uint32_t block) {
    return gathering_line(g->arena, g->page->blocks[block].text);
}

/* ---- headline ---- */

/* A quick check whether a block may have the headline's words. */
static bool may_say_headline(const struct role_reader *c, const struct block *block) {
    size_t len = c->headline->key.len;
    if (block->text.len > len + MAX_KEY_LOSS || block->text.len + MAX_KEY_LOSS < len)
        return false;
    if (c->headline->first == NOWHERE || c->headline->end != c->headline->first + 1)
        return true;
    uint32_t n_words = c->g->page->blocks[c->headline->first].counts.n_words;
    return block->counts.n_words + 1 >= n_words && block->counts.n_words <= n_words + 1;
}

static void mark_headline(const struct role_reader *c) {
    const struct gathering *g = c->g;
    for (uint32_t i = c->headline->first; i < c->headline->end && i != NOWHERE; i++)
        c->out->roles[i] = METADATA_HEADLINE;
    for (uint32_t i = 0; i < c->window->end && c->headline->key.len; i++)
        if (may_say_headline(c, &g->page->blocks[i]) &&
            str_equals(comparison_key_of(g->arena, g->page->blocks[i].text), c->headline->key))
            c->out->roles[i] = METADATA_HEADLINE;
}

/* ---- byline ---- */

/* The line of the block that names one of the authors. */
static struct str line_with(const struct gathering *g, uint32_t block, struct str name) {
    struct str text = block_lines_split(g, block);
    for (size_t at = 0; at < text.len;) {
        struct str line = str_next_line(text, &at);
        if (str_holds(line, name))
            return gathering_line(g->arena, line);
    }
    return STR_NONE;
}

size_t roles_last_stroke(struct str line) {
    static const struct str STROKES[] = {STR_INIT(" | "),
                                         STR_INIT(" - "),
                                         STR_INIT(" \xC2\xB7 "),
                                         STR_INIT(" \xE2\x80\xA2 "),
                                         STR_INIT(" \xE2\x80\x93 "),
                                         STR_INIT(" \xE2\x80\x94 ")};
    for (size_t i = line.len; i-- > 0;)
        for (size_t k = 0; k < N_OF(STROKES); k++)
            if (line.at[i] == ' ' && str_starts_with(str_between(line, i, line.len), STROKES[k]))
                return i;
    return 0;
}

/* A byline without the date on the same line, and without the place between them. */
static struct str without_date(const struct gathering *g, struct str line, struct str name) {
    struct date date;
    struct date_span span;
    if (!date_find_day(g->arena, line, g->hints, &date, &span))
        return line;
    struct str before =
        block_lines_without_counts(block_lines_without_filler(g, str_between(line, 0, span.first)));
    struct str after = block_lines_without_counts(str_between(line, span.end, line.len));
    struct str first = str_between(before, 0, roles_last_stroke(before));
    if (str_holds(first, name))
        before = first;
    if (before.len >= 3 && line_dates_label(g, before) == LABEL_NONE)
        return before;
    return after.len >= 3 ? after : line;
}

/* Whether the block is just the name, or begins with a byline word and has it. */
static bool names_author(const struct gathering *g, const struct block *block, struct str name) {
    return block->counts.n_words <= MAX_BYLINE_WORDS && str_holds(block->text, name) &&
           (str_equals(block->text, name) ||
            name_by_prefix(g->arena, block->text, gathering_languages(g)));
}

/* The first block that shows the author whom only machine-readable data have named. */
static uint32_t find_byline(const struct role_reader *c, struct str name) {
    const struct gathering *g = c->g;
    for (uint32_t i = c->window->first; i < g->page->n_blocks; i++)
        if (names_author(g, &g->page->blocks[i], name))
            return i;
    return NOWHERE;
}

/* What the block says of the authors; above a post, beside facts and controls, only the name. */
static struct str byline_at(const struct gathering *g, uint32_t block,
                            const struct authors *authors) {
    struct str name = authors->names.items[0], line = line_with(g, block, name);
    return !line.len || authors->are_of_post ? str_between(name, 0, line.len ? name.len : 0)
                                             : without_date(g, line, name);
}

/* The part of a paragraph that names its reporter with more than the name: "홍길동 기자" of "(서울=
 * 한국통신) 홍길동 기자 = ...". */
static struct str note_in(const struct gathering *g, uint32_t block, struct str name) {
    const struct candidates *list = &g->of[CANDIDATE_AUTHOR];
    for (size_t i = 0; i < list->n && window_is_body(g, block); i++) {
        struct str text = list->items[i].text;
        if (list->items[i].block == block && text.len > name.len && str_holds(text, name))
            return text;
    }
    return STR_NONE;
}

static void read_byline(const struct role_reader *c, const struct authors *authors) {
    const struct gathering *g = c->g;
    if (authors->names.n == 0)
        return;
    uint32_t block = window_find_block(g, c->window, authors->block, authors->node);
    if (block == NOWHERE && g->page->dom.n_nodes)
        block = find_byline(c, authors->names.items[0]);
    struct str note = block == NOWHERE ? STR_NONE : note_in(g, block, authors->names.items[0]);
    if (note.len) {
        gathering_set_field(c->out, PITH_BYLINE, note, SOURCE_TEXT);
        return;
    }
    if (block == NOWHERE || g->page->blocks[block].counts.n_words > MAX_BYLINE_WORDS ||
        c->out->roles[block] != METADATA_NONE)
        return;
    struct str line = byline_at(g, block, authors);
    if (!line.len)
        return;
    gathering_set_field(c->out, PITH_BYLINE, line, SOURCE_TEXT);
    if (authors->block != NOWHERE || authors->node != NOWHERE || block < c->window->body)
        c->out->roles[block] = METADATA_BYLINE;
}

/* ---- dateline and place ---- */

bool roles_is_place_like(const struct gathering *g, struct str text) {
    language_set languages = gathering_languages(g);
    if (text.len < MIN_PLACE_BYTES || text.len > MAX_PLACE_BYTES || str_has_byte(text, '|') ||
        str_has_byte(text, ':'))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.at[i]) || text.at[i] == '@')
            return false;
    enum name_kind kind = name_kind(g->arena, text, languages);
    return (kind == NAME_PERSON || kind == NAME_SINGLE) &&
           !words_prefix(g->arena, text, WORDS_CREDIT, languages) &&
           line_dates_label(g, text) == LABEL_NONE &&
           !words_is(comparison_key_of(g->arena, text), WORDS_NOISE, ANY_LANGUAGE) &&
           !name_by_prefix(g->arena, text, languages) && !ascii_is_lower(text.at[0]);
}

/* A line between byline and date that is neither: in a dump, where lines are close together. */
static uint32_t place_block(const struct role_reader *c, uint32_t date_block) {
    const struct block *blocks = c->g->page->blocks;
    if (date_block == 0 || date_block <= c->window->head)
        return NOWHERE;
    uint32_t before = date_block - 1;
    bool is_joined = blocks[date_block].flags & BLOCK_LINE_BREAK;
    bool follows_byline = before > 0 && c->out->roles[before - 1] == METADATA_BYLINE;
    if (!is_joined || !follows_byline || c->out->roles[before] != METADATA_NONE ||
        blocks[before].counts.n_words > MAX_PLACE_WORDS)
        return NOWHERE;
    return roles_is_place_like(c->g, blocks[before].text) ? before : NOWHERE;
}

static struct str join(const struct gathering *g, struct str place, struct str date) {
    struct buffer out;
    buffer_init(&out, g->arena);
    if (place.len) {
        buffer_append(&out, place);
        buffer_append(&out, STR(", "));
    }
    buffer_append(&out, date);
    return buffer_str(&out);
}

static bool has_weekday(const struct gathering *g, struct str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((i == 0 || text.at[i - 1] == ' ') &&
            words_prefix(g->arena, str_between(text, i, text.len), WORDS_WEEKDAY,
                         g->hints.languages))
            return true;
    return false;
}

struct str roles_before_date(struct str line, size_t first, bool *has_comma) {
    *has_comma = false;
    if (line.len > MAX_DATE_LINE)
        return STR_NONE;
    struct str before = str_trim(str_between(line, 0, first));
    *has_comma = str_ends_with(before, STR(","));
    before = block_lines_trim(before);
    size_t stroke = roles_last_stroke(before);
    return stroke ? block_lines_trim(str_between(before, stroke, before.len)) : before;
}

/* The place before the date on the same line, separated by a comma: "London, 26 April". */
static struct str place_before(const struct role_reader *c, struct str line, size_t date_first) {
    bool has_comma;
    struct str before = roles_before_date(line, date_first, &has_comma);
    bool is_good = has_comma && roles_is_place_like(c->g, before) && !has_weekday(c->g, before) &&
                   !window_follows(c->g, c->window, before);
    return is_good ? before : STR_NONE;
}

/* The line of the block with a date; preferably one with a day. */
static struct str line_with_date(const struct gathering *g, uint32_t block) {
    struct str text = block_lines_split(g, block);
    for (size_t at = 0; at < text.len;) {
        struct str line = str_trim(str_next_line(text, &at));
        struct date date;
        if (date_find_day(g->arena, line, g->hints, &date, NULL))
            return gathering_line(g->arena, line);
    }
    return text_of(g, block);
}

static void read_dateline(const struct role_reader *c, const struct published *published) {
    const struct gathering *g = c->g;
    uint32_t block = window_find_block(g, c->window, published->block, published->node);
    if (block == NOWHERE)
        return;
    struct date date;
    struct date_span span;
    struct str line = line_with_date(g, block);
    if (!date_find(g->arena, line, g->hints, &date, &span))
        return;
    struct str place = STR_NONE;
    uint32_t own = place_block(c, block);
    if (own != NOWHERE) {
        place = text_of(g, own);
        c->out->roles[own] = METADATA_DATELINE;
    } else if (c->out->roles[block] == METADATA_NONE || roles_last_stroke(line)) {
        place = place_before(c, line, span.first);
    }
    gathering_set_field(c->out, PITH_PLACE, place, SOURCE_TEXT);
    gathering_set_field(c->out, PITH_DATELINE,
                        join(g, place, str_between(line, span.first, span.end)), SOURCE_TEXT);
}

/* Lines that are little more than a date are removed from the body, the chosen one and others. */
static void mark_datelines(const struct role_reader *c) {
    const struct gathering *g = c->g;
    static const enum candidate_kind KINDS[] = {CANDIDATE_PUBLISHED, CANDIDATE_MODIFIED};
    for (int k = 0; k < 2; k++) {
        const struct candidates *list = &g->of[KINDS[k]];
        for (size_t i = 0; i < list->n; i++) {
            uint32_t block = list->items[i].block;
            if (block == NOWHERE || c->out->roles[block] != METADATA_NONE ||
                block > c->window->body)
                continue;
            size_t n_date =
                comparison_key_count_words(comparison_key_of(g->arena, list->items[i].text));
            if (g->page->blocks[block].counts.n_words <= n_date + MAX_DATELINE_REST)
                c->out->roles[block] = METADATA_DATELINE;
        }
    }
}

/* ---- standfirst ---- */

static bool has_class(const struct gathering *g, uint32_t node, struct str word) {
    struct str class = dom_attribute(&g->page->dom.nodes[node], DOM_ATTR_CLASS);
    return class.len >= word.len && str_holds(class, word);
}

/* Whether the class of the block, or of one of `n_up` elements around it, has one of the words. */
static bool is_named(const struct gathering *g, uint32_t block, int n_up, const struct str *words,
                     size_t n) {
    if (!g->page->dom.n_nodes)
        return false;
    uint32_t node = g->page->blocks[block].node;
    for (int up = 0; up <= n_up; up++) {
        for (size_t i = 0; i < n; i++)
            if (has_class(g, node, words[i]))
                return true;
        node = g->page->dom.nodes[node].parent;
    }
    return false;
}

static bool is_named_standfirst(const struct gathering *g, uint32_t block) {
    static const struct str WORDS[] = {
        STR_INIT("standfirst"), STR_INIT("subtitle"), STR_INIT("subhead"),    STR_INIT("sub-head"),
        STR_INIT("dek"),        STR_INIT("teaser"),   STR_INIT("lead"),       STR_INIT("lede"),
        STR_INIT("intro"),      STR_INIT("summary"),  STR_INIT("excerpt"),    STR_INIT("chapo"),
        STR_INIT("ingress"),    STR_INIT("vorspann"), STR_INIT("description")};
    return is_named(g, block, 1, WORDS, N_OF(WORDS));
}

/* Whether it is a caption, by its class or by a credit in it. */
static bool is_of_picture(const struct gathering *g, uint32_t block) {
    static const struct str WORDS[] = {STR_INIT("media"), STR_INIT("image"), STR_INIT("photo"),
                                       STR_INIT("picture"), STR_INIT("caption")};
    struct captions captions;
    captions_init(&captions, g->arena);
    return is_named(g, block, 0, WORDS, N_OF(WORDS)) ||
           captions_has_credit(&captions, g->page->blocks[block].text);
}

static struct str description_key(struct role_reader *c, size_t i) {
    struct str *key = &c->description_keys[i];
    struct arena *arena = c->g->arena;
    if (!key->at)
        *key = comparison_key_of(
            arena, gathering_clean(arena, c->g->of[CANDIDATE_DESCRIPTION].items[i].text));
    return *key;
}

/* Whether the page's own summary says the same: the block has its length and begins like it, or is
 * contained in it. */
static bool is_description(struct role_reader *c, struct str text) {
    const struct candidates *list = &c->g->of[CANDIDATE_DESCRIPTION];
    struct str key = STR_NONE;
    for (size_t i = 0; i < list->n && i < MAX_DESCRIPTIONS; i++) {
        if (list->items[i].text.len + MAX_KEY_LOSS < text.len)
            continue;
        if (!key.at)
            key = comparison_key_of(c->g->arena, text);
        struct str other = description_key(c, i);
        if (str_equals(key, other) ||
            (key.len > MIN_START_BYTES && comparison_key_contains(other, key)))
            return true;
    }
    return false;
}

/* "Harbour: The eastern wall is done": the headline again, with a kicker. */
static bool ends_with_headline(const struct role_reader *c, uint32_t i) {
    const struct block *block = &c->g->page->blocks[i];
    struct str key = c->headline->key;
    return key.len && block->text.len <= 2 * key.len + MAX_KEY_LOSS &&
           str_ends_with(comparison_key_of(c->g->arena, block->text), key);
}

static bool may_be_standfirst(const struct role_reader *c, uint32_t i) {
    const struct block *block = &c->g->page->blocks[i];
    static const uint8_t NEVER[] = {DOM_LI, DOM_FIGCAPTION, DOM_BUTTON, DOM_TD, DOM_CAPTION};
    for (size_t k = 0; k < sizeof NEVER; k++)
        if (block->tag == NEVER[k])
            return false;
    return c->out->roles[i] == METADATA_NONE && !(block->flags & BLOCK_HIDDEN) &&
           block->counts.n_words >= MIN_STANDFIRST_WORDS &&
           block->counts.n_words <= MAX_STANDFIRST_WORDS && block_link_density(block) < 0.3 &&
           !ends_with_headline(c, i);
}

/* Whether a byline or dateline precedes the body: then what is above it is not body. */
static bool is_above_byline(const struct role_reader *c, uint32_t i) {
    for (uint32_t k = i + 1; k < c->window->body && k <= i + ABOVE_BYLINE; k++)
        if (c->out->roles[k] == METADATA_BYLINE || c->out->roles[k] == METADATA_DATELINE)
            return true;
    return false;
}

/* Whether it is a standfirst: by the page's summary, by its class or by its place above the byline,
 * if it is not a caption. */
static bool is_standfirst(struct role_reader *c, uint32_t i, struct str text) {
    bool is_likely =
        is_named_standfirst(c->g, i) || (i == c->window->head && is_above_byline(c, i));
    return is_description(c, text) || (is_likely && !is_of_picture(c->g, i));
}

/* After the headline of a thread comes its first post. */
static bool is_thread(const struct role_reader *c) {
    return str_equals(c->out->fields[PITH_TYPE].text, STR("forum"));
}

static void read_standfirst(struct role_reader *c) {
    const struct window *window = c->window;
    if (c->headline->first == NOWHERE || is_thread(c))
        return;
    for (uint32_t i = window->head; i < window->end && i < window->head + NEAR_HEADLINE; i++) {
        if (!may_be_standfirst(c, i))
            continue;
        struct str text = text_of(c->g, i);
        if (is_standfirst(c, i, text)) {
            gathering_set_field(c->out, PITH_STANDFIRST, text, SOURCE_TEXT);
            c->out->roles[i] = METADATA_STANDFIRST;
            return;
        }
        if (i >= window->body)
            return;
    }
}

void roles_read(const struct gathering *g, const struct headline *headline,
                const struct window *window, const struct authors *authors,
                const struct published *published, struct metadata *out) {
    struct role_reader c = {.g = g, .headline = headline, .window = window, .out = out};
    mark_headline(&c);
    read_byline(&c, authors);
    byline_marks_set(g, window, authors, out->roles);
    read_dateline(&c, published);
    mark_datelines(&c);
    read_standfirst(&c);
}

/*
 * Turns blocks into rows of numbers: the features of the block itself and of the page as a whole.
 */
#include "score/feature.h"

#include "base/ascii.h"
#include "score/feature_parts.h"

const char *feature_name(enum feature feature) {
    static const char *const NAMES[FEATURE_N] = {
#define X(name) [FEATURE_##name] = #name,
        FEATURES(X)
#undef X
    };
    return NAMES[feature];
}

float feature_tag_code(uint8_t tag) {
    static const uint8_t CODES[DOM_N_TAGS] = {
        [DOM_NAV] = 1,       [DOM_MENU] = 2,     [DOM_HEADER] = 3,      [DOM_FOOTER] = 4,
        [DOM_ASIDE] = 5,     [DOM_FORM] = 6,     [DOM_FIELDSET] = 7,    [DOM_BUTTON] = 8,
        [DOM_LEGEND] = 9,    [DOM_OPTION] = 10,  [DOM_DIALOG] = 11,     [DOM_SEARCH] = 12,
        [DOM_NOSCRIPT] = 13, [DOM_SUMMARY] = 14, [DOM_DETAILS] = 15,    [DOM_UL] = 16,
        [DOM_OL] = 17,       [DOM_LI] = 18,      [DOM_DL] = 19,         [DOM_DT] = 20,
        [DOM_DD] = 21,       [DOM_TABLE] = 22,   [DOM_TBODY] = 23,      [DOM_TR] = 24,
        [DOM_TH] = 25,       [DOM_TD] = 26,      [DOM_CAPTION] = 27,    [DOM_HTML] = 28,
        [DOM_BODY] = 29,     [DOM_DIV] = 30,     [DOM_SECTION] = 31,    [DOM_MAIN] = 32,
        [DOM_ARTICLE] = 33,  [DOM_P] = 34,       [DOM_BLOCKQUOTE] = 35, [DOM_PRE] = 36,
        [DOM_LISTING] = 37,  [DOM_XMP] = 38,     [DOM_FIGURE] = 39,     [DOM_FIGCAPTION] = 40,
        [DOM_ADDRESS] = 41,  [DOM_HGROUP] = 42,  [DOM_H6] = 43,         [DOM_H5] = 44,
        [DOM_H4] = 45,       [DOM_H3] = 46,      [DOM_H2] = 47,         [DOM_H1] = 48};
    return CODES[tag];
}

static float last_char(struct str text) {
    char c = text.at[text.len - 1];
    if (c != '.' && c != '"' && (unsigned char)c < 0x80)
        return c == '!' || c == '?' ? 4 : c == ':' ? 2 : ascii_is_alphanumeric(c) ? 0 : 1;
    if (str_ends_with(text, STR("...")) || str_ends_with(text, STR("\xE2\x80\xA6")))
        return 3;
    if (c == '.' || str_ends_with(text, STR("\xE3\x80\x82")) || str_ends_with(text, STR(".\"")) ||
        str_ends_with(text, STR(".\xE2\x80\x9D")))
        return 4;
    return c == '"' ? 1 : 0;
}

static float first_char(struct str text) {
    char c = text.at[0];
    if (ascii_is_lower(c))
        return 1;
    if (ascii_is_digit(c))
        return 2;
    return ascii_is_upper(c) || (unsigned char)c >= 0xC3 ? 3 : 0;
}

static size_t count_byte(struct str text, char c) {
    size_t n = 0;
    for (const char *p = text.at, *end = text.at + text.len;
         (p = memchr(p, c, (size_t)(end - p))) != NULL; p++)
        n++;
    return n;
}

/* Counts "@", "|", "/" and ">". Compilers vectorize this with byte counters, which hold up to 255.
 * (A twentieth of the time of all features.) */
static size_t count_ascii_signs(struct str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len;) {
        size_t end = text.len - i < 255 ? text.len : i + 255;
        uint8_t n_here = 0;
        for (; i < end; i++) {
            char c = text.at[i];
            n_here = (uint8_t)(n_here + ((c == '@') | (c == '|') | (c == '/') | (c == '>')));
        }
        n += n_here;
    }
    return n;
}

/* The next byte `c` from `p` on that is followed by at least `n_more` bytes, or NULL. */
static const unsigned char *find_lead(const unsigned char *p, const unsigned char *end, int c,
                                      ptrdiff_t n_more) {
    p = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;
    return p && end - p > n_more ? p : NULL;
}

/* Counts symbols that separate labels from each other, or mark contacts and rights. */
static float count_signs(struct str text) {
    size_t n = count_ascii_signs(text);
    const unsigned char *begin = (const unsigned char *)text.at, *end = begin + text.len;
    for (const unsigned char *p = begin; (p = find_lead(p, end, 0xC2, 1)) != NULL; p++)
        n += p[1] == 0xA9 || p[1] == 0xBB || p[1] == 0xB7 || p[1] == 0xAB; /* © » · « */
    for (const unsigned char *p = begin; (p = find_lead(p, end, 0xE2, 2)) != NULL; p++)
        n += p[1] == 0x80 && (p[2] == 0xBA || p[2] == 0xA2); /* › • */
    return (float)n;
}

static float bold_share(const struct block_page *page, const struct block *block) {
    size_t bold = 0;
    for (uint32_t i = 0; i < block->n_marks; i++) {
        const struct block_mark *mark = &page->marks[block->first_mark + i];
        uint8_t tag = page->dom.nodes[mark->node].tag;
        if (tag == DOM_B || tag == DOM_STRONG)
            bold += mark->end - mark->start;
    }
    return bold >= block->text.len ? 1.0f : share_of((double)bold, (double)block->text.len);
}

static void fill_block(const struct measuring *m, size_t i) {
    const struct block *block = &m->page->blocks[i];
    const struct block_counts *n = &block->counts;
    float *row = row_of(m, i);
    row[FEATURE_words] = (float)n->n_words;
    row[FEATURE_chars] = (float)n->n_chars;
    row[FEATURE_text_density] = (float)block_text_density(block);
    row[FEATURE_link_density] = (float)block_link_density(block);
    row[FEATURE_links] = (float)n->n_links;
    row[FEATURE_punct_share] = share_of(n->n_puncts, n->n_chars);
    row[FEATURE_stops] = (float)n->n_stops;
    row[FEATURE_comma_share] = share_of(n->n_commas, n->n_words);
    row[FEATURE_digit_share] = share_of(n->n_digits, n->n_chars);
    row[FEATURE_capital_share] = share_of(n->n_capitals, n->n_words);
    row[FEATURE_word_length] = share_of(n->n_chars, n->n_words);
    row[FEATURE_last_char] = last_char(block->text);
    row[FEATURE_first_char] = first_char(block->text);
    row[FEATURE_lines] = (float)count_byte(block->text, '\n') + 1;
    row[FEATURE_bold_share] = bold_share(m->page, block);
    row[FEATURE_signs] = count_signs(block->text);
    row[FEATURE_tag] = feature_tag_code(block->tag);
    row[FEATURE_heading_level] = (float)dom_heading_level(block->tag);
    row[FEATURE_is_hidden] = (block->flags & BLOCK_HIDDEN) != 0;
    row[FEATURE_is_noscript] = (block->flags & BLOCK_NOSCRIPT) != 0;
    row[FEATURE_is_pre] = (block->flags & BLOCK_PRE) != 0;
    row[FEATURE_after_break] = (block->flags & (BLOCK_AFTER_BREAK | BLOCK_LINE_BREAK)) != 0;
}

static void fill_position(const struct measuring *m, size_t i) {
    const struct containers *containers = m->containers;
    size_t n = m->page->n_blocks;
    float *row = row_of(m, i);
    row[FEATURE_depth] =
        m->page->dom.n_nodes ? (float)m->page->dom.nodes[m->page->blocks[i].node].depth : 0.0f;
    row[FEATURE_position] = share_of((double)i, (double)n);
    row[FEATURE_words_before] = (float)containers->upto[i].n_words;
    row[FEATURE_words_before_share] =
        share_of(containers->upto[i].n_words, containers->upto[n].n_words);
    row[FEATURE_blocks_after] = (float)(n - 1 - i);
}

/* Fills the columns that are the same in all rows. */
static void measure_page(const struct measuring *m, float *row) {
    const struct dom *dom = &m->page->dom;
    size_t n_tags[DOM_N_TAGS] = {0};
    for (size_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT)
            n_tags[dom->nodes[i].tag]++;
    struct container_sums all = m->containers->upto[m->page->n_blocks];
    row[FEATURE_page_blocks] = (float)m->page->n_blocks;
    row[FEATURE_page_words] = (float)all.n_words;
    row[FEATURE_page_link_density] = share_of(all.n_link_chars, all.n_chars);
    row[FEATURE_page_prose_share] = share_of(all.n_prose_words, all.n_words);
    row[FEATURE_page_p] = (float)n_tags[DOM_P];
    row[FEATURE_page_li] = (float)n_tags[DOM_LI];
    row[FEATURE_page_a] = (float)n_tags[DOM_A];
    row[FEATURE_page_input] = (float)n_tags[DOM_INPUT];
    row[FEATURE_page_button] = (float)n_tags[DOM_BUTTON];
    row[FEATURE_page_img] = (float)n_tags[DOM_IMG];
    row[FEATURE_page_article] = (float)n_tags[DOM_ARTICLE];
    row[FEATURE_page_tr] = (float)n_tags[DOM_TR];
    row[FEATURE_page_heading] =
        (float)(n_tags[DOM_H1] + n_tags[DOM_H2] + n_tags[DOM_H3] + n_tags[DOM_H4]);
    row[FEATURE_page_pre] = (float)n_tags[DOM_PRE];
    row[FEATURE_page_form] = (float)n_tags[DOM_FORM];
}

static void (*const FILLERS[])(const struct measuring *) = {
    feature_fill_texts, feature_fill_surroundings, feature_fill_containers, feature_fill_names,
    feature_fill_signs};

float *feature_measure(const struct block_page *page, const struct containers *containers,
                       const struct model *model) {
    size_t n = page->n_blocks;
    struct measuring m = {page, containers, model,
                          arena_alloc_zero(page->arena, n ? n : 1, FEATURE_N * sizeof(float))};
    measure_page(&m, m.rows);
    for (size_t i = 0; i < n; i++) {
        if (i)
            memcpy(row_of(&m, i) + FEATURE_page_blocks, m.rows + FEATURE_page_blocks,
                   (FEATURE_page_form - FEATURE_page_blocks + 1) * sizeof(float));
        fill_block(&m, i);
        fill_position(&m, i);
    }
    for (size_t i = 0; i < N_OF(FILLERS); i++) {
        struct arena_mark mark = arena_mark(page->arena);
        arena_check_time(page->arena);
        FILLERS[i](&m);
        arena_release(page->arena, mark); /* their tables: half a kilobyte per block */
    }
    return m.rows;
}

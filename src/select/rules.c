/*
 * Exact rules for the kept blocks.
 *
 * They are here for what is promised for every page, not for the average. What each adds to the
 * mean word F1 in cross-validation by site (segments: to their F1) is noted beside it, in
 * thousandths; less than 1 is chance.
 */
#include "select/rules.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "lexicon/phrase.h"
#include "select/data_table.h"
#include "select/formulas.h"
#include "select/noscript.h"
#include "select/rule_comments.h"
#include "select/rule_dump.h"
#include "select/rule_jumps.h"
#include "select/rule_repeats.h"
#include "select/ruling.h"

/* Captions, credits and prompts are short; the longest seen has 58 words. */
enum { SHORT_WORDS = 60 };

static bool is_short(const struct block *block) {
    return block->counts.n_words <= SHORT_WORDS && !(block->flags & BLOCK_PRE);
}

/* The phrase that block i begins with. The cues tell, but only of short text. */
static enum phrase_kind phrase_of(struct ruling *r, size_t i) {
    const struct block *block = &r->page->blocks[i];
    return is_short(block) ? (enum phrase_kind)r->score->cues[i].phrase
                           : phrases_at_start(&r->phrases, block->text);
}

/* A caption occurs twice if a page has it as the picture's alternative text and below the picture,
 * the second time with its credit. */
static bool is_twin(struct str first, struct str second) {
    const size_t least = 20; /* bytes; shorter ones are labels that many texts may begin with */
    return first.len >= least && second.len > first.len && str_starts_with(second, first);
}

/* "... (Anna Quill)": what the second twin has in addition. */
static bool is_in_brackets(struct str text) {
    text = str_trim(text);
    return text.len > 2 && text.at[0] == '(' && text.at[text.len - 1] == ')';
}

/* Drops captions by their credits, and those that occur twice, once with the credit, as in many
 * galleries. (news +1, articles +0.7, segments +1; dumps of news +3, of articles +2) */
static void rule_captions(struct ruling *r) {
    for (size_t i = 0; i < r->page->n_blocks; i++) {
        const struct block *block = &r->page->blocks[i];
        bool is_kept = r->selection->kept[i], is_first_kept = i > 0 && r->selection->kept[i - 1];
        if (!is_short(block) || !(is_kept || is_first_kept))
            continue;
        bool has_twin = i > 0 && is_twin(block[-1].text, block->text);
        bool is_known = has_twin && is_in_brackets(str_between(block->text, block[-1].text.len,
                                                               block->text.len));
        if (!is_known && !((is_kept || has_twin) && r->score->cues[i].has_credit))
            continue;
        if (is_kept)
            ruling_drop(r, i, CAPTION);
        if (has_twin && is_first_kept)
            ruling_drop(r, i - 1, CAPTION);
    }
}

/* Whether the sign at `at` opens a copyright line: it comes first, or after the word "copyright",
 * or before a year. A sentence may mention the sign, and "\u00C3\u00A9" is an "e" with an acute
 * accent that was decoded twice. */
static bool opens_rights(struct str text, size_t at) {
    struct str before = str_trim(str_between(text, 0, at));
    struct str after = str_trim(str_between(text, at + STR("\xC2\xA9").len, text.len));
    const size_t n = STR("copyright").len;
    if (before.len == 0 || (after.len && ascii_is_digit(after.at[0])))
        return true;
    return before.len >= n &&
           str_equals_lower(str_between(before, before.len - n, before.len), STR("copyright"));
}

/* Copyright lines are about the whole page, wherever they are. (segments +0.6) */
static void rule_rights(struct ruling *r, size_t i) {
    const struct block *block = &r->page->blocks[i];
    size_t at = is_short(block) ? str_find(block->text, STR("\xC2\xA9")) : block->text.len;
    if (at < block->text.len && opens_rights(block->text, at))
        ruling_drop(r, i, RIGHTS);
}

/* "Read also: ..." in the middle of a text leads to another page. (news +0.5, articles +1, segments
 * +1) */
static void rule_read_also(struct ruling *r, size_t i) {
    const uint32_t most = 40; /* words; a longer block says more than where to go */
    const struct block *block = &r->page->blocks[i];
    if (block->counts.n_words <= most && !dom_heading_level(block->tag) &&
        phrase_of(r, i) == PHRASE_READ_ALSO)
        ruling_drop(r, i, READ_ALSO);
}

/* (0 on pages; here for the line that a dump has for each advertisement) */
static void rule_placeholder(struct ruling *r, size_t i) {
    const uint32_t most = 8; /* words; the longest has 6 */
    const struct block *block = &r->page->blocks[i];
    if (block->counts.n_words <= most && phrase_of(r, i) == PHRASE_PLACEHOLDER)
        ruling_drop(r, i, PLACEHOLDER);
}

static bool ends_a_word(uint32_t c) {
    return (c >= 'a' && c <= 'z') || c == '.' || c == '!' || c == '?' ||
           (c >= 0x80 && !utf8_is_capital(c));
}

/* The end of the piece that begins at `from`: the next joint, which is a capital attached to the
 * end of a word ("logged inPlease refresh"), or the end of the text. */
static size_t next_joint(struct str text, size_t from) {
    uint32_t before = ' ';
    for (size_t i = from; i < text.len;) {
        size_t at = i;
        unsigned char lead = (unsigned char)text.at[i];
        if (lead < 0x80 && !ascii_is_upper((char)lead)) { /* nearly all characters */
            before = lead;
            i++;
            continue;
        }
        uint32_t c = utf8_next(text, &i);
        if (utf8_is_capital(c) && ends_a_word(before))
            return at;
        before = c;
    }
    return text.len;
}

/* Whether a piece of block i is a prompt. */
static bool is_prompt(struct ruling *r, size_t i, struct str piece) {
    enum phrase_kind kind = str_equals(piece, r->page->blocks[i].text)
                                ? phrase_of(r, i)
                                : phrases_at_start(&r->phrases, piece);
    return kind == PHRASE_PROMPT;
}

/* Pages close one element and open the next without a space, so a copy of their text may attach a
 * prompt to a sentence. Prompts at both ends are cut off at the joints. (segments +0.6, dumps of
 * news +0.9) */
static void rule_prompt(struct ruling *r, size_t i) {
    struct str text = r->selection->text[i];
    size_t first = SIZE_MAX, end = 0;
    for (size_t at = 0, joint; at < text.len; at = joint) {
        joint = next_joint(text, at);
        if (is_prompt(r, i, str_between(text, at, joint)))
            continue;
        first = first == SIZE_MAX ? at : first;
        end = joint;
    }
    if (end == 0 && is_short(&r->page->blocks[i]))
        ruling_drop(r, i, PROMPT);
    if (end == 0 || (first == 0 && end == text.len) || !ruling_may_overrule(r, i, PROMPT_CUT_OFF))
        return;
    r->selection->text[i] = str_between(text, first, end);
    r->selection->rule[i] = ruling_name(PROMPT_CUT_OFF);
}

/* The text under a prompt's heading, within the container around both, belongs to the prompt:
 * "Register for free ... An account helps us ... By clicking you agree". A container with more
 * words contains more than that. (0; the model knows those on the pages with a ground truth) */
static void rule_below_prompt(struct ruling *r, const struct containers *containers, size_t i) {
    const struct block *blocks = r->page->blocks;
    if (!dom_heading_level(blocks[i].tag) || phrase_of(r, i) != PHRASE_PROMPT)
        return;
    const struct container *around =
        &containers->containers[containers->containers[containers->of_block[i]].parent];
    size_t end = i + 1;
    while (end < around->end_block && !dom_heading_level(blocks[end].tag))
        end++;
    if (containers_sum(containers, i + 1, end).n_words > SHORT_WORDS)
        return;
    for (size_t k = i + 1; k < end; k++)
        if (r->selection->kept[k])
            ruling_drop(r, k, PROMPT);
}

static uint32_t count_kept(const struct ruling *r, size_t first, size_t end) {
    uint32_t n = 0;
    for (size_t i = first; i < end; i++)
        n += r->selection->kept[i] ? r->page->blocks[i].counts.n_words : 0;
    return n;
}

/* In a thread, a short line with a date says when a post was written, and often who wrote it.
 * (forums +2.9, with a standard error of 2.1; those of wcxb +1.6, with 0.9) */
static void rule_post_head(struct ruling *r, size_t i) {
    const uint32_t most = 12; /* words */
    if (r->page->dom.n_nodes && r->selection->kept[i] && !r->selection->rule[i] &&
        r->page->blocks[i].counts.n_words <= most && r->score->cues[i].has_date)
        ruling_drop(r, i, POST_HEAD);
}

/* In a dump an article begins with its headline: anything kept before it is a banner. (In HTML the
 * elements show banners better; there the rule cost 0.5. Dumps of news +0.4.) */
static void rule_before_headline(struct ruling *r, const struct metadata *metadata) {
    if (r->page->dom.n_nodes)
        return;
    const uint32_t most = 60; /* words; more of them are an article with its headline below */
    size_t headline = 0;
    while (headline < r->page->n_blocks &&
           !(metadata->roles && metadata->roles[headline] == METADATA_HEADLINE))
        headline++;
    if (headline == r->page->n_blocks || count_kept(r, 0, headline) > most)
        return;
    for (size_t i = 0; i < headline; i++)
        if (r->selection->kept[i] && metadata->roles[i] != METADATA_STANDFIRST)
            ruling_drop(r, i, BEFORE_HEADLINE);
}

static void keep(struct ruling *r, size_t i, const char *rule) {
    r->selection->kept[i] = true;
    r->selection->rule[i] = rule;
}

/* Whether there is a kept block in the container `around`, at most a few blocks before (step -1) or
 * after (step 1) block i; a dropped caption may intervene. */
static bool has_kept_near(const struct ruling *r, const struct containers *containers, size_t i,
                          int step, uint32_t around) {
    enum { REACH = 3 };
    for (int k = 1; k <= REACH; k++) {
        size_t at = step < 0 ? i - (size_t)k : i + (size_t)k;
        if (at >= r->page->n_blocks) /* also after wrapping below 0 */
            return false;
        if (r->selection->kept[at])
            return ruling_parent_of(containers, at) == around;
    }
    return false;
}

/* Code beside a kept block of the same element is what that block is about. Features that separate
 * prose from labels say little about code. (forums +0.4, documentation -0.8) */
static void rule_code(struct ruling *r, size_t i) {
    const float least = 0.2f; /* below this the code was as often boilerplate */
    const struct containers *containers = &r->score->containers;
    if (!(r->page->blocks[i].flags & BLOCK_PRE) || r->selection->kept[i] || r->selection->rule[i] ||
        r->score->final[i] < least)
        return;
    uint32_t around = ruling_parent_of(containers, i);
    if (has_kept_near(r, containers, i, -1, around) || has_kept_near(r, containers, i, 1, around))
        keep(r, i, "code");
}

/* The cells of a data table are kept or dropped together: half a table is useless. It is kept if
 * most of its cells are, or most of its words and the other cells are ticks and figures, which
 * score less; longer ones may say who wrote a post. It is not dropped if it is all that is kept of
 * the page, `n_kept_words`, since then the page is there for it, nor if its cells contain elements:
 * what was dropped of such tables on real pages was content. (0) */
static void rule_table(struct ruling *r, const struct container *table, uint32_t node,
                       uint32_t *n_kept_words) {
    const uint32_t least = 4; /* cells; a table with fewer is not a data table */
    const uint32_t words_of_figure = 2;
    struct selection *selection = r->selection;
    uint32_t n = table->end_block - table->first_block, n_kept = 0;
    if (n < least)
        return;
    struct data_table shape = data_table_survey(r->page, table, node);
    if (!shape.is_data)
        return;
    uint32_t n_words = count_kept(r, table->first_block, table->end_block);
    for (size_t i = table->first_block; i < table->end_block; i++)
        n_kept += selection->kept[i];
    uint32_t n_all =
        containers_sum(&r->score->containers, table->first_block, table->end_block).n_words;
    bool has_most_words = n_words * 2 > n_all;
    bool are_figures = n_all - n_words <= words_of_figure * (n - n_kept); /* the others */
    bool is_content = n_kept * 2 > n || (has_most_words && are_figures);
    bool may_drop = shape.is_plain && !has_most_words && n_words < *n_kept_words;
    for (size_t i = table->first_block; i < table->end_block; i++) {
        if (is_content && !selection->kept[i] && !selection->rule[i] &&
            !data_table_is_foreign(r->page, &r->page->blocks[i], node))
            keep(r, i, "table");
        else if (!is_content && selection->kept[i] && may_drop)
            ruling_drop(r, i, TABLE);
    }
    *n_kept_words += count_kept(r, table->first_block, table->end_block);
    *n_kept_words -= n_words;
}

static void rule_tables(struct ruling *r, const struct containers *containers) {
    const struct dom *dom = &r->page->dom;
    uint32_t n_kept_words = count_kept(r, 0, r->page->n_blocks);
    for (size_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT && dom->nodes[i].tag == DOM_TABLE &&
            containers->of_node[i] != CONTAINER_NONE)
            rule_table(r, &containers->containers[containers->of_node[i]], (uint32_t)i,
                       &n_kept_words);
}

void rules_apply(const struct block_page *page, const struct score *score,
                 const struct metadata *metadata, struct selection *selection) {
    struct ruling r = {.page = page, .score = score, .selection = selection};
    const bool is_forum = str_equals(metadata->fields[PITH_TYPE].text, STR("forum"));
    phrases_init(&r.phrases, page->arena);
    rule_before_headline(&r, metadata);
    rule_comments(&r, &score->containers, is_forum);
    rule_tables(&r, &score->containers);
    rule_captions(&r);
    rule_dump(&r);
    rule_repeats(&r, &score->containers, is_forum);
    rule_jumps(&r);
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (is_forum)
            rule_post_head(&r, i);
        rule_below_prompt(&r, &score->containers, i);
        rule_code(&r, i);
        if (selection->kept[i])
            rule_rights(&r, i);
        if (selection->kept[i])
            rule_read_also(&r, i);
        if (selection->kept[i] || dom_heading_level(page->blocks[i].tag))
            rule_placeholder(&r, i); /* a heading, before it is kept for what is below it */
        if (selection->kept[i] && !(page->blocks[i].flags & BLOCK_PRE))
            rule_prompt(&r, i);
    }
    noscript_drop(page, selection);
    formulas_keep(page, selection);
}

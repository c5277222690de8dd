/*
 * Rules for dumps; see rule_dump.h. Words that are features of the model are in caption.h and
 * phrase.h; these are only here, so that the model stays as it is.
 */
#include "select/rule_dump.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "lexicon/comment_count.h"
#include "lexicon/credit_line.h"

enum {
    MAX_CAPTION_WORDS = 60,
    MAX_ALSO_WORDS = 40,
    MAX_TITLE_WORDS = 20, /* of the page that such a label leads to */
    ALSO_BYTES = 60       /* at the start of a line: more than the longest phrase in ALSO has */
};

/* "Read also" in languages and forms that the model knows no words of. */
static const struct str ALSO[] = {STR_INIT("ayrıca okuyun"),
                                  STR_INIT("ayrıca bakınız"),
                                  STR_INIT("ilgili haber"),
                                  STR_INIT("czytaj również"),
                                  STR_INIT("zobacz także"),
                                  STR_INIT("zobacz też"),
                                  STR_INIT("zobacz również"),
                                  STR_INIT("przeczytaj także"),
                                  STR_INIT("przeczytaj też"),
                                  STR_INIT("přečtěte si také"),
                                  STR_INIT("čtěte také"),
                                  STR_INIT("čítajte aj"),
                                  STR_INIT("prečítajte si"),
                                  STR_INIT("pročitajte i"),
                                  STR_INIT("preberite tudi"),
                                  STR_INIT("citește și"),
                                  STR_INIT("citeşte şi"),
                                  STR_INIT("vezi și"),
                                  STR_INIT("olvassa el"),
                                  STR_INIT("ez is érdekelheti"),
                                  STR_INIT("читайте по теме"),
                                  STR_INIT("читайте ещё"),
                                  STR_INIT("читайте еще"),
                                  STR_INIT("смотрите также"),
                                  STR_INIT("дивіться також"),
                                  STR_INIT("прочетете още"),
                                  STR_INIT("διαβάστε επίσησ"),
                                  STR_INIT("διαβάστε ακόμα"),
                                  STR_INIT("baca juga"),
                                  STR_INIT("xem thêm:"),
                                  STR_INIT("đọc thêm:"),
                                  STR_INIT("延伸阅读"),
                                  STR_INIT("延伸閱讀"),
                                  STR_INIT("推荐阅读"),
                                  STR_INIT("相關新聞"),
                                  STR_INIT("lire également"),
                                  STR_INIT("sur le même sujet"),
                                  STR_INIT("le puede interesar"),
                                  STR_INIT("lea más:"),
                                  STR_INIT("notícias relacionadas"),
                                  STR_INIT("katso myös"),
                                  STR_INIT("læs mere:"),
                                  STR_INIT("les mer:"),
                                  STR_INIT("a lire aussi"),
                                  STR_INIT("lire aussi"),
                                  STR_INIT("zobacz:"),
                                  STR_INIT("czytaj:"),
                                  STR_INIT("przeczytaj:"),
                                  STR_INIT("polecamy:"),
                                  STR_INIT("te recomendamos"),
                                  STR_INIT("lee más:"),
                                  STR_INIT("noticia relacionada"),
                                  STR_INIT("noticias relacionadas"),
                                  STR_INIT("per approfondire"),
                                  STR_INIT("potrebbe interessarti"),
                                  STR_INIT("по теме:"),
                                  STR_INIT("материалы по теме"),
                                  STR_INIT("ler mais:"),
                                  STR_INIT("ayrica okuyun"),
                                  STR_INIT("関連記事"),
                                  STR_INIT("관련기사"),
                                  STR_INIT("ذات صلة"),
                                  STR_INIT("lesen sie dazu"),
                                  STR_INIT("siehe auch:"),
                                  STR_INIT("passend dazu:")};

/* Of 260 kept lines with such a credit in the dumps of 1,700 real pages, 12 were main content:
 * sources of figures and tables. */
static void rule_credit_line(struct ruling *r, size_t i) {
    const struct block *block = &r->page->blocks[i];
    if (block->counts.n_words <= MAX_CAPTION_WORDS && credit_line_is(block->text))
        ruling_drop(r, i, CAPTION);
}

static struct str skip_marks(struct str text) {
    size_t i = 0, at = 0;
    while (at < text.len) {
        enum utf8_class class = utf8_class(utf8_next(text, &at));
        if (class == UTF8_LETTER || class == UTF8_IDEOGRAPH)
            break;
        i = at;
    }
    return str_between(text, i, text.len);
}

/* The beginning of a line after brackets and arrows, folded; a Turkish capital I with its dot is an
 * "i". */
static struct str fold_start(struct arena *arena, struct str line) {
    static const struct str DOT = STR_INIT("\xCC\x87"); /* U+0307, what is left of it */
    struct buffer folded, out;
    buffer_init(&folded, arena);
    buffer_init(&out, arena);
    utf8_append_folded(&folded, utf8_first(skip_marks(line), ALSO_BYTES));
    struct str rest = buffer_str(&folded);
    for (size_t at; (at = str_find(rest, DOT)) < rest.len;
         rest = str_between(rest, at + DOT.len, rest.len))
        buffer_append(&out, str_between(rest, 0, at));
    buffer_append(&out, rest);
    return buffer_str(&out);
}

/* How much of a line is a phrase of ALSO. */
enum also { NO_ALSO, ALSO_FIRST, ALSO_ALONE };

static enum also also_in(struct str folded) {
    for (size_t k = 0; k < N_OF(ALSO); k++)
        if (str_starts_with(folded, ALSO[k]))
            return skip_marks(str_between(folded, ALSO[k].len, folded.len)).len ? ALSO_FIRST
                                                                                : ALSO_ALONE;
    return NO_ALSO;
}

static enum also also_of(const struct block_page *page, size_t i) {
    struct arena_mark mark = arena_mark(page->arena);
    enum also also = page->blocks[i].counts.n_words > MAX_ALSO_WORDS
                         ? NO_ALSO
                         : also_in(fold_start(page->arena, page->blocks[i].text));
    arena_release(page->arena, mark);
    return also;
}

/* Drops lines that lead to other pages, and the title below one that only announces it. */
static void rule_also(struct ruling *r, size_t i) {
    enum also also = also_of(r->page, i);
    if (also == NO_ALSO)
        return;
    if (r->selection->kept[i])
        ruling_drop(r, i, READ_ALSO);
    if (also != ALSO_ALONE || i + 1 == r->page->n_blocks || !r->selection->kept[i + 1])
        return;
    const struct block *next = &r->page->blocks[i + 1];
    if (next->counts.n_words <= MAX_TITLE_WORDS && !next->counts.n_stops)
        ruling_drop(r, i + 1, READ_ALSO);
}

/* The kept words of some blocks, and the sum of their scores. */
struct kept {
    uint32_t n_words;
    double sum;
};

static struct kept count_kept(const struct ruling *r, size_t first, size_t end) {
    struct kept kept = {0};
    for (size_t i = first; i < end; i++) {
        if (!r->selection->kept[i])
            continue;
        uint32_t n = r->page->blocks[i].counts.n_words;
        kept.n_words += n;
        kept.sum += (double)r->score->final[i] * n;
    }
    return kept;
}

enum { MOST_COUNTS = 4 };

/* Finds the lines that say how many comments there are, and returns their number; 0 if there are
 * many, as on a page with several posts. */
static size_t find_counts(const struct ruling *r, size_t lines[MOST_COUNTS]) {
    size_t n_found = 0;
    for (size_t i = 0; i < r->page->n_blocks; i++) {
        if (!comment_count_is(r->page->arena, r->page->blocks[i].text))
            continue;
        if (n_found == MOST_COUNTS)
            return 0;
        lines[n_found++] = i;
    }
    return n_found;
}

/* Whether an article ends above block i: the text above is long and scores clearly better than the
 * text below, whereas in a thread the first post scores like the others. (17 pages
 * better, none worse; with a margin of 0.1 a thread loses its posts) */
static bool ends_article(const struct ruling *r, size_t i) {
    const uint32_t least_words = 100;
    const double least_margin = 0.15;
    struct kept above = count_kept(r, 0, i), below = count_kept(r, i, r->page->n_blocks);
    return above.n_words >= least_words && below.n_words > 0 &&
           above.sum / above.n_words >= below.sum / below.n_words + least_margin;
}

static void rule_counted_comments(struct ruling *r) {
    size_t lines[MOST_COUNTS], n = find_counts(r, lines), k = 0;
    while (k < n && !ends_article(r, lines[k]))
        k++;
    for (size_t i = k < n ? lines[k] : r->page->n_blocks; i < r->page->n_blocks; i++)
        if (r->selection->kept[i])
            ruling_drop(r, i, COMMENTS);
}

void rule_dump(struct ruling *r) {
    if (r->page->dom.n_nodes)
        return;
    rule_counted_comments(r);
    for (size_t i = 0; i < r->page->n_blocks; i++) {
        if (r->selection->kept[i])
            rule_credit_line(r, i);
        rule_also(r, i);
    }
}

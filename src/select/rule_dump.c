/*
 * Rules for dumps; see rule_dump.h. Words that are features of the model are in caption.h and
 * phrase.h; these are only here, so that the model stays as it is.
 */
#include "select/rule_dump.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "lexicon/credit_line.h"

enum {
    MAX_CAPTION_WORDS = 60,
    MAX_ALSO_WORDS = 40,
    ALSO_BYTES = 60 /* at the start of a line: more than the longest phrase in ALSO has */
};

/* "Read also" in languages and forms that the model knows no words of. */
static const struct str ALSO[] = {STR_INIT("ayrıca okuyun"),     STR_INIT("ayrıca bakınız"),
                                  STR_INIT("ilgili haber"),      STR_INIT("czytaj również"),
                                  STR_INIT("zobacz także"),      STR_INIT("zobacz też"),
                                  STR_INIT("zobacz również"),    STR_INIT("przeczytaj także"),
                                  STR_INIT("przeczytaj też"),    STR_INIT("přečtěte si také"),
                                  STR_INIT("čtěte také"),        STR_INIT("čítajte aj"),
                                  STR_INIT("prečítajte si"),     STR_INIT("pročitajte i"),
                                  STR_INIT("preberite tudi"),    STR_INIT("citește și"),
                                  STR_INIT("citeşte şi"),        STR_INIT("vezi și"),
                                  STR_INIT("olvassa el"),        STR_INIT("ez is érdekelheti"),
                                  STR_INIT("читайте по теме"),   STR_INIT("читайте ещё"),
                                  STR_INIT("читайте еще"),       STR_INIT("смотрите также"),
                                  STR_INIT("дивіться також"),    STR_INIT("прочетете още"),
                                  STR_INIT("διαβάστε επίσησ"),   STR_INIT("διαβάστε ακόμα"),
                                  STR_INIT("baca juga"),         STR_INIT("xem thêm:"),
                                  STR_INIT("đọc thêm:"),         STR_INIT("延伸阅读"),
                                  STR_INIT("延伸閱讀"),          STR_INIT("推荐阅读"),
                                  STR_INIT("相關新聞"),          STR_INIT("lire également"),
                                  STR_INIT("sur le même sujet"), STR_INIT("le puede interesar"),
                                  STR_INIT("lea más:"),          STR_INIT("notícias relacionadas"),
                                  STR_INIT("katso myös"),        STR_INIT("læs mere:"),
                                  STR_INIT("les mer:"),          STR_INIT("lesen sie dazu"),
                                  STR_INIT("siehe auch:"),       STR_INIT("passend dazu:")};

/* Of 260 kept lines with such a credit in the dumps of 1,700 real pages, 12 were main content:
 * sources of figures and tables. */
static void rule_credit_line(struct ruling *r, size_t i) {
    const struct block *block = &r->page->blocks[i];
    if (block->counts.n_words <= MAX_CAPTION_WORDS && credit_line_is(block->text))
        ruling_drop(r, i, CAPTION);
}

static void rule_also(struct ruling *r, size_t i) {
    const struct block *block = &r->page->blocks[i];
    struct buffer folded;
    if (block->counts.n_words > MAX_ALSO_WORDS)
        return;
    buffer_init(&folded, r->page->arena);
    utf8_append_folded(&folded, utf8_first(block->text, ALSO_BYTES));
    if (str_any(buffer_str(&folded), ALSO, N_OF(ALSO), str_starts_with))
        ruling_drop(r, i, READ_ALSO);
}

void rule_dump(struct ruling *r) {
    if (r->page->dom.n_nodes)
        return;
    for (size_t i = 0; i < r->page->n_blocks; i++) {
        if (r->selection->kept[i])
            rule_credit_line(r, i);
        if (r->selection->kept[i])
            rule_also(r, i);
    }
}

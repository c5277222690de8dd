/*
 * Recognizes captions by the words of their credits.
 */
#include "lexicon/caption.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/word_count.h"

/* A credit is within this many bytes of the beginning or the end. */
enum { EDGE_BYTES = 80 };

/* Words of a picture credit, looked for in the last part of a caption ("(Anna Quill/AFP via Getty
 * Images)"). A bare agency in brackets also ends news items and is not a sign: "(AFP)". */
static const struct str CREDITS[] = {
    STR_INIT("getty images"),
    STR_INIT("ap photo"),
    STR_INIT("/afp"),
    STR_INIT("/reuters"),
    STR_INIT("/getty"),
    STR_INIT("/ap)"),
    STR_INIT("/epa"),
    STR_INIT("/dpa"),
    STR_INIT("shutterstock"),
    STR_INIT("photo credit"),
    STR_INIT("photograph by "),
    STR_INIT("photo by "),
    STR_INIT("courtesy of "),
    STR_INIT("fot. "), /* Polish */
    STR_INIT("=ap"),
    STR_INIT("=afp"),                      /* Japanese, in NFKC: "... =AP" */
    STR_INIT("=\xE5\x85\xB1\xE5\x90\x8C"), /* =Kyodo */
    STR_INIT("\xE6\x92\xAE\xE5\xBD\xB1)"), /* "... satsuei)": photographed by */
    STR_INIT("\xEC\x82\xAC\xEC\xA7\x84 \xEC\xB6\x9C\xEC\xB2\x98"), /* Korean: source of the photo */
};

/* Words that introduce a credit, in lower case. */
#define CREDIT_WORDS                                                                               \
    STR_INIT("photograph:"), STR_INIT("photo:"), STR_INIT("picture:"), STR_INIT("image:"),         \
        STR_INIT("foto:"), STR_INIT("fotos:"), STR_INIT("fot\xC3\xB3:"),                           \
        STR_INIT("fot\xC3\xB3k:"), STR_INIT("fotografie:"), STR_INIT("fotografija:"),              \
        STR_INIT("\xD1\x81\xD0\xBD\xD0\xB8\xD0\xBC\xD0\xBA\xD0\xB0:"),                             \
        STR_INIT("\xD1\x81\xD0\xBD\xD0\xB8\xD0\xBC\xD0\xBA\xD0\xB8:"), STR_INIT("imatge:"),        \
        STR_INIT("bild:"), STR_INIT("фото:"), STR_INIT("fotoğraf:"), STR_INIT("kuva:"),            \
        STR_INIT("cr\xC3\xA9"                                                                      \
                 "dit photo")

/* What need not be in the last part: "... in Albania.Foto: Florion Goga (REUTERS) | Video: EPV". */
static const struct str CREDIT_LABELS[] = {CREDIT_WORDS, STR_INIT("image credit:")};

static const struct str CREDIT_STARTS[] = {
    CREDIT_WORDS,
    STR_INIT("photo by "),
    STR_INIT("photograph by "),
    STR_INIT("photo credit"),
    STR_INIT("image credit"),
    STR_INIT("image source"),
    STR_INIT("sursa foto"),
    STR_INIT("fot. "),
    STR_INIT("bildquelle"),
    STR_INIT("\xC2\xA9"),
    STR_INIT("cr\xC3\xA9"
             "dito:"),
};

/* The end of a text after its last sentence, or in its last brackets, where a credit would be. Of a
 * part longer than EDGE_BYTES, any that is longer. */
static struct str last_part(struct str text) {
    size_t i = text.len;
    if (i && text.at[i - 1] == ')') {
        while (i && text.at[i - 1] != '(')
            i--;
        return str_between(text, i, text.len);
    }
    while (i > 1 && text.len - i <= EDGE_BYTES &&
           !(text.at[i - 1] == ' ' && (text.at[i - 2] == '.' || text.at[i - 2] == '|')))
        i--;
    return str_between(text, i > 1 ? i : 0, text.len);
}

/* Whether what follows a label is a sentence about the word, not a name: "Foto: so heißt das Heft,
 * das er gegründet hat." */
static bool goes_on_as_sentence(struct str text) {
    const uint32_t least_words = 6;
    size_t i = str_find_byte(text, 0, ':');
    if (i >= EDGE_BYTES || i == text.len || !ascii_is_one_of(text.at[text.len - 1], ".!?"))
        return false;
    struct str rest = str_trim(str_between(text, i + 1, text.len));
    i = 0;
    uint32_t first = rest.len ? utf8_next(rest, &i) : 0;
    return utf8_class(first) == UTF8_LETTER && first > '9' && !utf8_is_capital(first) &&
           word_count(rest) >= least_words;
}

struct caption_words {
    struct keyword_filter starts, labels, credits;
};

static void init(struct keyword_filter *keywords, const struct str *list, size_t n) {
    keyword_filter_init(keywords, list, n, sizeof *list);
}

static void build_words(void *table) {
    struct caption_words *words = table;
    init(&words->starts, CREDIT_STARTS, N_OF(CREDIT_STARTS));
    init(&words->labels, CREDIT_LABELS, N_OF(CREDIT_LABELS));
    init(&words->credits, CREDITS, N_OF(CREDITS));
}

void captions_init(struct captions *captions, struct arena *arena) {
    buffer_init(&captions->folded, arena);
    captions->words = arena_table(arena, sizeof *captions->words, build_words);
}

static struct str fold(struct captions *captions, struct str text) {
    captions->folded.len = 0;
    utf8_append_folded(&captions->folded, text);
    return buffer_str(&captions->folded);
}

static bool begins_with_credit(struct captions *captions, struct str text) {
    if (!keyword_filter_may_begin(&captions->words->starts, text) || goes_on_as_sentence(text))
        return false;
    struct str folded = fold(captions, utf8_first(text, EDGE_BYTES));
    return str_any(folded, CREDIT_STARTS, N_OF(CREDIT_STARTS), str_starts_with);
}

/* A label at the very end credits nobody: "... as they do in this next image:" leads to a
 * picture. */
static bool ends_with_label(struct captions *captions, struct str text) {
    struct str end = utf8_last(str_trim(text), EDGE_BYTES);
    if (!str_has_byte(end, ':') || end.at[end.len - 1] == ':' || goes_on_as_sentence(text))
        return false;
    return keyword_filter_may_be_in(&captions->words->labels, end) &&
           str_holds_any_of(fold(captions, end), CREDIT_LABELS, N_OF(CREDIT_LABELS),
                            &captions->words->labels.starts);
}

static bool ends_with_credit(struct captions *captions, struct str text) {
    struct str end = last_part(text);
    return end.len <= EDGE_BYTES && keyword_filter_may_be_in(&captions->words->credits, end) &&
           str_holds_any_of(fold(captions, end), CREDITS, N_OF(CREDITS),
                            &captions->words->credits.starts);
}

bool captions_has_credit(struct captions *captions, struct str text) {
    return begins_with_credit(captions, text) || ends_with_label(captions, text) ||
           ends_with_credit(captions, text);
}

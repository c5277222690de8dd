/*
 * Telling captions by the words of their credits.
 */
#include "caption.h"

#include "utf8.h"

/* A credit stands within so many bytes of the beginning or the end. */
enum { EDGE_BYTES = 80 };

static struct str fold(struct buffer *scratch, struct str text) {
    scratch->len = 0;
    utf8_append_folded(scratch, text);
    return buffer_str(scratch);
}

/* Words that name a picture's maker, where they stand in its last part ("(Anna Quill/AFP via Getty
 * Images)"). A bare agency in brackets ends news items, too, and is no sign: "(AFP)". */
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
    STR_INIT("=ap"),
    STR_INIT("=afp"),                      /* Japanese, in NFKC: "... =AP" */
    STR_INIT("=\xE5\x85\xB1\xE5\x90\x8C"), /* =Kyodo */
    STR_INIT("\xE6\x92\xAE\xE5\xBD\xB1)"), /* "... satsuei)": photographed by */
    STR_INIT("\xEC\x82\xAC\xEC\xA7\x84 \xEC\xB6\x9C\xEC\xB2\x98"), /* Korean: source of the photo */
};

/* The same with a colon, for which nobody needs the last part to be told: "... in Albania.Foto:
 * Florion Goga (REUTERS) | Video: EPV". */
static const struct str CREDIT_LABELS[] = {
    STR_INIT("photograph:"),
    STR_INIT("photo:"),
    STR_INIT("picture:"),
    STR_INIT("image:"),
    STR_INIT("foto:"),
    STR_INIT("fotos:"),
    STR_INIT("image credit:"),
    STR_INIT("bild:"),
    STR_INIT("cr\xC3\xA9"
             "dit photo"),
};

static const struct str CREDIT_STARTS[] = {
    STR_INIT("photo:"),
    STR_INIT("photo by "),
    STR_INIT("photograph:"),
    STR_INIT("photograph by "),
    STR_INIT("photo credit"),
    STR_INIT("picture:"),
    STR_INIT("image:"),
    STR_INIT("image credit"),
    STR_INIT("image source"),
    STR_INIT("foto:"),
    STR_INIT("fotos:"),
    STR_INIT("bild:"),
    STR_INIT("bildquelle"),
    STR_INIT("cr\xC3\xA9"
             "dit photo"),
    STR_INIT("\xC2\xA9"),
    STR_INIT("cr\xC3\xA9"
             "dito:"),
};

static bool begins_with_credit(struct str folded) {
    for (size_t i = 0; i < N_OF(CREDIT_STARTS); i++)
        if (str_starts_with(folded, CREDIT_STARTS[i]))
            return true;
    return false;
}

/* The end of a text behind its last sentence, or in its last brackets: where a credit stands. */
static struct str last_part(struct str text) {
    size_t i = text.len;
    if (i && text.at[i - 1] == ')') {
        while (i && text.at[i - 1] != '(')
            i--;
        return str_between(text, i, text.len);
    }
    while (i > 1 && !(text.at[i - 1] == ' ' && (text.at[i - 2] == '.' || text.at[i - 2] == '|')))
        i--;
    return str_between(text, i > 1 ? i : 0, text.len);
}

bool caption_has_credit(struct buffer *scratch, struct str text) {
    struct str end = utf8_last(text, EDGE_BYTES);
    if (begins_with_credit(fold(scratch, utf8_first(text, EDGE_BYTES))) ||
        (str_has_byte(end, ':') &&
         str_holds_any(fold(scratch, end), CREDIT_LABELS, N_OF(CREDIT_LABELS))))
        return true;
    end = last_part(text);
    return end.len <= EDGE_BYTES && str_holds_any(fold(scratch, end), CREDITS, N_OF(CREDITS));
}

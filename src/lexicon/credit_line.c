/*
 * Recognizes credits; see credit_line.h.
 */
#include "lexicon/credit_line.h"

#include "base/ascii.h"

enum {
    MAX_CREDIT_BYTES = 80, /* of the names after the label */
    MAX_OWNER_BYTES = 60   /* after the copyright sign */
};

/* Labels at the start of a line, before a colon. */
static const struct str START_LABELS[] = {STR_INIT("source"),
                                          STR_INIT("quelle"),
                                          STR_INIT("credit"),
                                          STR_INIT("credits"),
                                          STR_INIT("image credit"),
                                          STR_INIT("image credits"),
                                          STR_INIT("photo credit"),
                                          STR_INIT("photo credits"),
                                          STR_INIT("photo"),
                                          STR_INIT("photos"),
                                          STR_INIT("picture"),
                                          STR_INIT("pictures"),
                                          STR_INIT("illustration"),
                                          STR_INIT("photographer"),
                                          STR_INIT("photography"),
                                          STR_INIT("bildquelle"),
                                          STR_INIT("bildnachweis"),
                                          STR_INIT("foto"),
                                          STR_INIT("fotos"),
                                          STR_INIT("fotografie"),
                                          STR_INIT("fuente"),
                                          STR_INIT("fonte"),
                                          STR_INIT("cr\xC3\xA9"
                                                   "dit"),
                                          STR_INIT("cr\xC3\xA9"
                                                   "dits"),
                                          STR_INIT("cr\xC3\xA9"
                                                   "dito"),
                                          STR_INIT("cr\xC3\xA9"
                                                   "ditos"),
                                          STR_INIT("kuva"),
                                          STR_INIT("fot."),
                                          STR_INIT("фото"),
                                          STR_INIT("снимка"),
                                          STR_INIT("снимки"),
                                          STR_INIT("fotó"),
                                          STR_INIT("fotók"),
                                          STR_INIT("forrás"),
                                          STR_INIT("fotografija"),
                                          STR_INIT("sursa"),
                                          STR_INIT("sursa foto"),
                                          STR_INIT("sursă foto"),
                                          STR_INIT("zdroj"),
                                          STR_INIT("izvor"),
                                          STR_INIT("crèdit"),
                                          STR_INIT("crèdits"),
                                          STR_INIT("fotoğraf"),
                                          STR_INIT("写真"),
                                          STR_INIT("撮影"),
                                          STR_INIT("사진")};

/* Labels that credit what follows them wherever they are, since a sentence would write them in
 * small letters; a space may come before the colon. */
static const struct str LABELS[] = {STR_INIT("Credit"),
                                    STR_INIT("Credits"),
                                    STR_INIT("Photographer"),
                                    STR_INIT("Photo"),
                                    STR_INIT("Photos"),
                                    STR_INIT("Photo credit"),
                                    STR_INIT("Foto"),
                                    STR_INIT("Fotos"),
                                    STR_INIT("Fotografie"),
                                    STR_INIT("Bild"),
                                    STR_INIT("Quelle"),
                                    STR_INIT("Cr\xC3\xA9"
                                             "dit"),
                                    STR_INIT("Cr\xC3\xA9"
                                             "dits"),
                                    STR_INIT("Kuva"),
                                    STR_INIT("Фото"),
                                    STR_INIT("Снимка"),
                                    STR_INIT("Снимки"),
                                    STR_INIT("Източник"),
                                    STR_INIT("Fotó"),
                                    STR_INIT("Fotók"),
                                    STR_INIT("Forrás"),
                                    STR_INIT("Sursa foto"),
                                    STR_INIT("Zdroj"),
                                    STR_INIT("Izvor"),
                                    STR_INIT("Fotoğraf")};

/* Labels that need no colon. */
static const struct str MARKS[] = {STR_INIT(" Fot. "),       STR_INIT(" fot. "),
                                   STR_INIT("(fot. "),       STR_INIT(" zdj. "),
                                   STR_INIT(" nuotr"),       STR_INIT("사진 제공"),
                                   STR_INIT("사진="),        STR_INIT("ⓒ"),
                                   STR_INIT("Photos via "),  STR_INIT("Photo via "),
                                   STR_INIT("Courtesy of "), STR_INIT("/Courtesy ")};

static const struct str ENDS[] = {
    STR_INIT("(archivbild)"), STR_INIT("(archivfoto)"),  STR_INIT("(symbolbild)"),
    STR_INIT("(symbolfoto)"), STR_INIT("getty images"),  STR_INIT("via getty"),
    STR_INIT("via reuters"),  STR_INIT("via ap"),        STR_INIT("via afp"),
    STR_INIT("/ reuters"),    STR_INIT("/reuters"),      STR_INIT("(reuters)"),
    STR_INIT("/ap"),          STR_INIT("/afp"),          STR_INIT("/efe"),
    STR_INIT("/getty"),       STR_INIT("/epa"),          STR_INIT("/dpa"),
    STR_INIT("/pa"),          STR_INIT("/shutterstock"), STR_INIT("via shutterstock"),
    STR_INIT("via unsplash"), STR_INIT("via istock"),    STR_INIT("via wikimedia commons"),
    STR_INIT("撮影"),         STR_INIT("撮影)"),         STR_INIT("撮影）"),
    STR_INIT("提供）"),       STR_INIT("提供)"),         STR_INIT("＝共同"),
    STR_INIT("＝ＡＰ"),       STR_INIT("＝ＡＦＰ時事")};

/* Agencies before a slash and a photographer: "EPA/Anna Quill", "IMAGO / Quill". */
static const struct str AGENCIES[] = {
    STR_INIT("EFE"),      STR_INIT("EPA"),     STR_INIT("AFP"),     STR_INIT("AP Photo"),
    STR_INIT("IMAGO"),    STR_INIT("dpa"),     STR_INIT("ANSA"),    STR_INIT("APA"),
    STR_INIT("KEYSTONE"), STR_INIT("Reuters"), STR_INIT("REUTERS"), STR_INIT("BELGA"),
    STR_INIT("TASS"),     STR_INIT("PAP")};

/* Whole lines. */
static const struct str WHOLES[] = {STR_INIT("ap"),
                                    STR_INIT("epa"),
                                    STR_INIT("afp"),
                                    STR_INIT("getty"),
                                    STR_INIT("reuters"),
                                    STR_INIT("imago"),
                                    STR_INIT("dpa"),
                                    STR_INIT("efe"),
                                    STR_INIT("istock"),
                                    STR_INIT("shutterstock"),
                                    STR_INIT("adobe stock"),
                                    STR_INIT("hide caption"),
                                    STR_INIT("toggle caption"),
                                    STR_INIT("enlarge image")};

static const struct str PICTURES[] = {STR_INIT("image "), STR_INIT("photo "), STR_INIT("bild "),
                                      STR_INIT("foto "), STR_INIT("picture ")};

/* Whether the text is a colon or a bar, perhaps after a space, and then a short text without the
 * end of a sentence. */
static bool is_credit_after(struct str text) {
    size_t i = text.len && text.at[0] == ' ';
    struct str rest = str_between(text, i, text.len);
    bool is_wide = str_starts_with(rest, STR("："));
    if (!is_wide && !str_starts_with(rest, STR(":")) && !str_starts_with(rest, STR("|")))
        return false;
    rest = str_trim(str_between(rest, is_wide ? 3 : 1, rest.len));
    return rest.len > 1 && rest.len <= MAX_CREDIT_BYTES && !str_holds(rest, STR(". ")) &&
           !str_has_byte(rest, '?') && !str_has_byte(rest, '!');
}

static bool begins_with_label(struct str line) {
    for (size_t i = 0; i < N_OF(START_LABELS); i++)
        if (str_starts_with_lower(line, START_LABELS[i]) &&
            is_credit_after(str_between(line, START_LABELS[i].len, line.len)))
            return true;
    return false;
}

/* Whether one of the last labels in the line is followed by a credit up to the end. */
static bool ends_with_label(struct str line) {
    for (size_t i = 0; i < N_OF(LABELS); i++)
        for (size_t at = 0; at < line.len; at++) {
            at += str_find(str_between(line, at, line.len), LABELS[i]);
            size_t end = at + LABELS[i].len;
            if (end < line.len && is_credit_after(str_between(line, end, line.len)))
                return true;
        }
    return false;
}

/* At the line's start a mark with a capital has no space before it. */
static bool has_mark(struct str line) {
    for (size_t i = 0; i < N_OF(MARKS); i++) {
        bool may_be_first = MARKS[i].at[0] == ' ' && ascii_is_upper(MARKS[i].at[1]);
        if (may_be_first && line.len <= MAX_CREDIT_BYTES &&
            str_starts_with(line, str_between(MARKS[i], 1, MARKS[i].len)))
            return true;
        size_t at = str_find(line, MARKS[i]);
        if (at < line.len && line.len - at <= MAX_CREDIT_BYTES)
            return true;
    }
    return false;
}

static bool ends_with_agency(struct str line) {
    for (size_t i = 0; i < N_OF(ENDS); i++)
        if (line.len >= ENDS[i].len &&
            str_equals_lower(str_between(line, line.len - ENDS[i].len, line.len), ENDS[i]))
            return true;
    for (size_t i = 0; i < N_OF(AGENCIES); i++) {
        size_t at = str_find(line, AGENCIES[i]), end = at + AGENCIES[i].len;
        if (at == line.len || line.len - at > MAX_OWNER_BYTES)
            continue;
        struct str rest = str_between(line, end, line.len);
        if (str_starts_with(rest, STR("/")) || str_starts_with(rest, STR(" / ")))
            return true;
    }
    return false;
}

/* "... in March. © Harbour Post" */
static bool ends_with_owner(struct str line) {
    size_t at = str_find(line, STR("©"));
    if (at == line.len || line.len - at > MAX_OWNER_BYTES)
        return false;
    struct str owner = str_between(line, at, line.len);
    return !str_holds(owner, STR(". ")) && !str_has_byte(owner, '!');
}

/* "Image 1 of 4" */
static bool is_number_of_picture(struct str line) {
    for (size_t i = 0; i < N_OF(PICTURES); i++) {
        if (!str_starts_with_lower(line, PICTURES[i]))
            continue;
        size_t n = PICTURES[i].len, n_words = 0;
        for (; n < line.len; n++) {
            n_words += line.at[n] == ' ';
            if (!ascii_is_digit(line.at[n]) && !ascii_is_one_of(line.at[n], " /ofvn"))
                return false;
        }
        return n_words == 2 || str_has_byte(line, '/');
    }
    return str_starts_with_lower(line, STR("open this photo in gallery")) ||
           str_starts_with_lower(line, STR("placeholder image"));
}

static bool is_agency(struct str line) {
    return str_any(line, WHOLES, N_OF(WHOLES), str_equals_lower);
}

bool credit_line_is(struct str line) {
    if (str_ends_with(line, STR(".")))
        line.len--;
    return begins_with_label(line) || ends_with_label(line) || has_mark(line) ||
           ends_with_agency(line) || ends_with_owner(line) || is_number_of_picture(line) ||
           is_agency(line);
}

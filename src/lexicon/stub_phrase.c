/*
 * Recognizes the phrases of stubs in titles, texts and addresses; see stub_phrase.h.
 */
#include "lexicon/stub_phrase.h"

#include "lexicon/stub_tables.h"

static const struct stub_phrase markers[] = {
    CHALLENGE("challenges.cloudflare.com"),
    CHALLENGE("/cdn-cgi/challenge-platform/"),
    CHALLENGE("cf-challenge"),
    CHALLENGE("cf-error-details"),
    CHALLENGE("challenge-form"),
    CHALLENGE("captcha-delivery.com"),
    CHALLENGE("_incapsula_resource"),
    CHALLENGE("px-captcha"),
    CHALLENGE("perimeterx"),
    CHALLENGE("/errors/validatecaptcha"),
    CHALLENGE("awswaf.com"),
    CHALLENGE("ddos-guard"),
    CHALLENGE("/.within.website/x/cmd/anubis"),
    CHALLENGE("hcaptcha.com/1/api.js"),
    CHALLENGE("recaptcha/api.js"),
    CHALLENGE("/showcaptcha"),
    CHALLENGE("sec-cpt-if"),
    CONSENT("consent.google.com"),
    CONSENT("consent.youtube.com"),
    CONSENT("consent.yahoo.com"),
    CONSENT("guce.yahoo.com"),
    PARKED("sedoparking.com"),
    PARKED("parkingcrew.net"),
    PARKED("bodis.com"),
    PARKED("parklogic.com"),
    PARKED("afternic.com"),
    PARKED("dan.com/buy-domain"),
    PARKED("hugedomains.com"),
    PARKED("img1.wsimg.com/parking-lander"),
};

/* Words that occur again and again in a cookie consent wall. */
static const struct str consent_words[] = {
    STR_INIT("cookie"),        STR_INIT("consent"),    STR_INIT("privacy"),
    STR_INIT("datenschutz"),   STR_INIT("zustimm"),    STR_INIT("einwillig"),
    STR_INIT("partner"),       STR_INIT("accept all"), STR_INIT("reject all"),
    STR_INIT("ablehnen"),      STR_INIT("akzeptier"),  STR_INIT("personal data"),
    STR_INIT("tracking"),      STR_INIT("accepter"),   STR_INIT("refuser"),
    STR_INIT("consentement"),  STR_INIT("aceptar"),    STR_INIT("rechazar"),
    STR_INIT("privacidad"),    STR_INIT("accetta"),    STR_INIT("rifiuta"),
    STR_INIT("accepteren"),    STR_INIT("weigeren"),   STR_INIT("akceptuj"),
    STR_INIT("zgod"),          STR_INIT("prywatno"),   STR_INIT("souhlas"),
    STR_INIT("súhlas"),        STR_INIT("súkrom"),     STR_INIT("consimț"),
    STR_INIT("confidențial"),  STR_INIT("hozzájárul"), STR_INIT("adatvédel"),
    STR_INIT("kolačić"),       STR_INIT("privatnost"), STR_INIT("galetes"),
    STR_INIT("privacitat"),    STR_INIT("бисквитк"),   STR_INIT("поверителност"),
    STR_INIT("съглас"),        STR_INIT("personalis"), STR_INIT("personaliz"),
    STR_INIT("godkänn"),       STR_INIT("samtyck"),    STR_INIT("samtykke"),
    STR_INIT("同意"),          STR_INIT("隐私"),       STR_INIT("согласи"),
    STR_INIT("конфиденциальн")};

const char *stub_kind_name(enum stub_kind kind) {
    static const char *const names[STUB_N_KINDS] = {"content", "challenge", "consent",
                                                    "login",   "error",     "parked",
                                                    "shell",   "redirect",  "empty"};
    return names[kind];
}

/* The titles in lists by their length and last byte; each list in the order of the table. */
struct title_index {
    uint16_t first[256]; /* 1 + the index of a title; 0: none */
    uint16_t next[STUB_MAX_TITLES];
};

static size_t list_of(struct str title) {
    return (title.len * 31 + (unsigned char)title.at[title.len - 1]) % 256;
}

static void build_titles(void *table) {
    struct title_index *index = table;
    memset(index->first, 0, sizeof index->first);
    for (size_t i = stub_titles.n; i-- > 0;) {
        uint16_t *first = &index->first[list_of(stub_titles.phrases[i].text)];
        index->next[i] = *first;
        *first = (uint16_t)(i + 1);
    }
}

enum stub_kind stub_of_title(struct arena *arena, struct str folded) {
    const struct title_index *index = arena_table(arena, sizeof *index, build_titles);
    for (size_t i = folded.len ? index->first[list_of(folded)] : 0; i > 0; i = index->next[i - 1])
        if (str_equals(folded, stub_titles.phrases[i - 1].text))
            return stub_titles.phrases[i - 1].kind;
    return STUB_NONE;
}

static enum stub_kind find_in(struct str text, const struct stub_phrase *phrases, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_holds(text, phrases[i].text))
            return phrases[i].kind;
    return STUB_NONE;
}

enum stub_kind stub_of_text(struct str folded) {
    return find_in(folded, stub_texts.phrases, stub_texts.n);
}

static void build_markers(void *table) {
    struct str_starts *starts = table;
    *starts = (struct str_starts){0};
    for (size_t i = 0; i < N_OF(markers); i++)
        str_starts_add(starts, markers[i].text);
}

enum stub_kind stub_of_marker(struct arena *arena, struct str lower) {
    const struct str_starts *starts = arena_table(arena, sizeof *starts, build_markers);
    for (size_t i = 0; i + 3 <= lower.len; i++)
        if (str_starts_may(starts, lower.at + i))
            return find_in(lower, markers, N_OF(markers));
    return STUB_NONE;
}

unsigned stub_count_consent(struct str folded) {
    unsigned n = 0;
    for (size_t i = 0; i < N_OF(consent_words); i++) {
        for (size_t at = 0;
             (at += str_find(str_between(folded, at, folded.len), consent_words[i])) < folded.len;)
            n++, at += consent_words[i].len;
    }
    return n;
}

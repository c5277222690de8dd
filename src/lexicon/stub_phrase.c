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
    STR_INIT("cookie"),       STR_INIT("consent"),    STR_INIT("privacy"),
    STR_INIT("datenschutz"),  STR_INIT("zustimm"),    STR_INIT("einwillig"),
    STR_INIT("partner"),      STR_INIT("accept all"), STR_INIT("reject all"),
    STR_INIT("ablehnen"),     STR_INIT("akzeptier"),  STR_INIT("personal data"),
    STR_INIT("tracking"),     STR_INIT("accepter"),   STR_INIT("refuser"),
    STR_INIT("consentement"), STR_INIT("aceptar"),    STR_INIT("rechazar"),
    STR_INIT("privacidad"),   STR_INIT("accetta"),    STR_INIT("rifiuta"),
    STR_INIT("accepteren"),   STR_INIT("weigeren"),   STR_INIT("akceptuj"),
    STR_INIT("zgod"),         STR_INIT("prywatno"),   STR_INIT("souhlas"),
    STR_INIT("personalis"),   STR_INIT("personaliz"), STR_INIT("godkänn"),
    STR_INIT("samtyck"),      STR_INIT("samtykke"),   STR_INIT("同意"),
    STR_INIT("隐私"),         STR_INIT("согласи"),    STR_INIT("конфиденциальн")};

const char *stub_kind_name(enum stub_kind kind) {
    static const char *const names[STUB_N_KINDS] = {"content", "challenge", "consent",
                                                    "login",   "error",     "parked",
                                                    "shell",   "redirect",  "empty"};
    return names[kind];
}

enum stub_kind stub_of_title(struct str folded) {
    for (size_t i = 0; i < stub_titles.n; i++)
        if (str_equals(folded, stub_titles.phrases[i].text))
            return stub_titles.phrases[i].kind;
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

enum stub_kind stub_of_marker(struct str lower) {
    return find_in(lower, markers, N_OF(markers));
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

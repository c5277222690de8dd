/*
 * The phrases as data, folded as by utf8_append_folded; only phrase.c reads them.
 *
 * A phrase is listed if less than a quarter of its occurrences on the training pages, by words,
 * began main content; "see also", "subscribe", "sign up" and "join the" did not qualify. For
 * languages with few training pages, the plain equivalents of the listed phrases are used.
 */
#ifndef PITH_LEXICON_PHRASE_TEXTS_H
#define PITH_LEXICON_PHRASE_TEXTS_H

#include "base/str.h"
#include "lexicon/phrase_kind.h"

struct phrase {
    enum phrase_kind kind;
    struct str text;
    struct str also; /* must come later in the start of the text; empty: nothing required */
};

#define ALSO(text)                                                                                 \
    { PHRASE_READ_ALSO, STR_INIT(text), STR_INIT("") }
#define PROMPT(text)                                                                               \
    { PHRASE_PROMPT, STR_INIT(text), STR_INIT("") }
#define PROMPT_WITH(text, also)                                                                    \
    { PHRASE_PROMPT, STR_INIT(text), STR_INIT(also) }

#define PLACEHOLDER(text)                                                                          \
    { PHRASE_PLACEHOLDER, STR_INIT(text), STR_INIT("") }

static const struct phrase PHRASES[] = {
    ALSO("read more"),
    ALSO("also read"),
    ALSO("read also"),
    ALSO("read next"),
    ALSO("up next"),
    ALSO("related:"),
    ALSO("related articles"),
    ALSO("related stories"),
    ALSO("you might also like"),
    ALSO("continue reading"),
    ALSO("don't miss"),
    ALSO("don\xE2\x80\x99t miss"),
    ALSO("must read"),
    /* German */
    ALSO("lesen sie auch"),
    ALSO("mehr zum thema"),
    ALSO("auch interessant"),
    ALSO("weiterlesen"),
    ALSO("das k\xC3\xB6nnte sie auch interessieren"),
    /* French */
    ALSO("lire aussi"),
    ALSO("\xC3\xA0 lire aussi"),
    ALSO("lire la suite"),
    ALSO("voir aussi :"),
    /* Spanish, Portuguese, Italian */
    ALSO("lee tambi\xC3\xA9n"),
    ALSO("lea tambi\xC3\xA9n"),
    ALSO("te puede interesar"),
    ALSO("leia tamb\xC3\xA9m"),
    ALSO("leia mais"),
    ALSO("veja tamb\xC3\xA9m"),
    ALSO("leggi anche"),
    ALSO("leggi tutto"),
    /* Dutch, Danish, Norwegian, Swedish, Finnish */
    ALSO("lees ook"),
    ALSO("lees meer"),
    ALSO("l\xC3\xA6s ogs\xC3\xA5"),
    ALSO("les ogs\xC3\xA5"),
    ALSO("l\xC3\xA4s ocks\xC3\xA5"),
    ALSO("l\xC3\xA4s mer"),
    ALSO("lue my\xC3\xB6s"),
    ALSO("lue lis\xC3\xA4\xC3\xA4"),
    /* Polish, Czech */
    ALSO("czytaj wi\xC4\x99"
         "cej"),
    ALSO("czytaj te\xC5\xBC"),
    ALSO("czytaj tak\xC5\xBC"
         "e"),
    ALSO("\xC4\x8Dt\xC4\x9Bte tak\xC3\xA9"),
    /* Russian, Ukrainian */
    ALSO("\xD1\x87\xD0\xB8\xD1\x82\xD0\xB0\xD0\xB9\xD1\x82\xD0\xB5 "
         "\xD1\x82\xD0\xB0\xD0\xBA\xD0\xB6\xD0\xB5"),
    ALSO("\xD1\x87\xD0\xB8\xD1\x82\xD0\xB0\xD0\xB9\xD1\x82\xD0\xB5 "
         "\xD1\x82\xD0\xB0\xD0\xBA\xD0\xBE\xD0\xB6"),
    /* Romanian, Hungarian */
    ALSO("cite\xC8\x99te \xC8\x99i"),
    ALSO("cite\xC5\x9Fte \xC5\x9Fi"),
    ALSO("cite\xC8\x99te mai mult"),
    ALSO("olvasd el ezt is"),
    ALSO("ez is \xC3\xA9rdekelheti"),
    ALSO("kapcsol\xC3\xB3"
         "d\xC3\xB3 cikkek"),
    /* Bulgarian, Slovak */
    ALSO("\xD0\xBF\xD1\x80\xD0\xBE\xD1\x87\xD0\xB5\xD1\x82\xD0\xB5\xD1\x82\xD0\xB5 "
         "\xD0\xBE\xD1\x89\xD0\xB5"),
    ALSO("\xD0\xBF\xD1\x80\xD0\xBE\xD1\x87\xD0\xB5\xD1\x82\xD0\xB8 \xD0\xBE\xD1\x89\xD0\xB5"),
    ALSO("\xC4\x8D\xC3\xADtajte aj"),
    ALSO("\xC4\x8D\xC3\xADtajte tie\xC5\xBE"),
    ALSO("pre\xC4\x8D\xC3\xADtajte si aj"),
    ALSO("pre\xC4\x8D\xC3\xADtajte si tie\xC5\xBE"),
    /* Croatian and Serbian, Catalan */
    ALSO("pro\xC4\x8Ditajte i"),
    ALSO("pro\xC4\x8Ditaj i"),
    ALSO("pro\xC4\x8Ditajte jo\xC5\xA1"),
    ALSO("llegeix tamb\xC3\xA9"),
    ALSO("llegiu tamb\xC3\xA9"),
    ALSO("llegeix m\xC3\xA9s"),
    /* Japanese, Chinese, Korean */
    ALSO("\xE9\x96\xA2\xE9\x80\xA3\xE8\xA8\x98\xE4\xBA\x8B"),
    ALSO("\xE3\x81\x82\xE3\x82\x8F\xE3\x81\x9B\xE3\x81\xA6\xE8\xAA\xAD\xE3\x81\xBF\xE3\x81\x9F\xE3"
         "\x81\x84"),
    ALSO("\xE7\x9B\xB8\xE5\x85\xB3\xE9\x98\x85\xE8\xAF\xBB"),
    ALSO("\xEA\xB4\x80\xEB\xA0\xA8\xEA\xB8\xB0\xEC\x82\xAC"),
    /* Arabic */
    ALSO("\xD8\xA7\xD9\x82\xD8\xB1\xD8\xA3 \xD8\xA3\xD9\x8A\xD8\xB6\xD8\xA7"),

    PROMPT("thank you for registering"),
    PROMPT("thanks for registering"),
    PROMPT("thank you for subscribing"),
    PROMPT("thanks for subscribing"),
    PROMPT("thank you for signing up"),
    PROMPT("thanks for signing up"),
    PROMPT("please refresh the page"),
    PROMPT("please refresh your browser"),
    PROMPT("please reload"),
    PROMPT("please log in"),
    PROMPT("please sign in"),
    PROMPT("please register"),
    PROMPT("please enable javascript"),
    PROMPT_WITH("to view this video", "javascript"), /* Video.js */
    PROMPT_WITH("to view this content", "javascript"),
    PROMPT_WITH("to view this page", "javascript"),
    PROMPT("please enable cookies"),
    PROMPT("sign in to"),
    PROMPT("log in to"),
    PROMPT("login to"),
    PROMPT("register to"),
    PROMPT("register for free"),
    PROMPT("register now to"),
    PROMPT("create an account to"),
    PROMPT("create a free account"),
    PROMPT("already have an account"),
    PROMPT("you have reached your limit"),
    PROMPT("by signing up"),
    PROMPT("by subscribing you"),
    PROMPT("enter your email"),
    PROMPT("we use cookies"),
    PROMPT("this website uses cookies"),
    PROMPT("this site uses cookies"),
    PROMPT("notifications can be managed"),
    PROMPT("stay up to date with notifications"),
    PROMPT("subscribe now"),
    PROMPT("you must be logged in"),
    PROMPT("you need to be logged in"),
    PROMPT_WITH("sign up", "newsletter"),
    PROMPT_WITH("subscribe to", "newsletter"),
    PROMPT_WITH("get our", "newsletter"),
    PROMPT("sponsored"),
    PROMPT("click to share"),
    PROMPT("oops! something went wrong"),
    PROMPT("thank you! your submission"),
    PROMPT("this field is for validation"),
    PROMPT("you can't perform that action at this time"), /* GitHub, down to "reload" */
    PROMPT("you can\xE2\x80\x99t perform that action at this time"),
    PROMPT("you signed in with another tab"),
    PROMPT("you signed out in another tab"),
    PROMPT("you switched accounts on another tab"),
    PROMPT("reload to refresh your session"),
    PROMPT_WITH("we've encountered an error", "at this time"),
    PROMPT_WITH("we\xE2\x80\x99ve encountered an error", "at this time"),
    PROMPT("you should upgrade or use an alternative browser"),
    /* German */
    PROMPT("danke f\xC3\xBCr ihre registrierung"),
    PROMPT("vielen dank f\xC3\xBCr ihre anmeldung"),
    PROMPT("bitte laden sie die seite neu"),
    PROMPT("bitte melden sie sich an"),
    PROMPT("ich bin damit einverstanden, dass mir"),
    PROMPT("an dieser stelle finden sie"),
    PROMPT("wir verwenden cookies"),
    PROMPT("jetzt kostenlos registrieren"),
    /* French, Spanish, Italian, Portuguese, Dutch, Polish */
    PROMPT("merci pour votre inscription"),
    PROMPT("veuillez vous connecter"),
    PROMPT("veuillez actualiser la page"),
    PROMPT("nous utilisons des cookies"),
    PROMPT("gracias por registrarte"),
    PROMPT("gracias por registrarse"),
    PROMPT("inicia sesi\xC3\xB3n para"),
    PROMPT("utilizamos cookies"),
    PROMPT("grazie per esserti registrato"),
    PROMPT("accedi per continuare"),
    PROMPT("obrigado por se registrar"),
    PROMPT("usamos cookies"),
    PROMPT("bedankt voor het registreren"),
    PROMPT("log in om"),
    PROMPT("wij gebruiken cookies"),
    PROMPT("dzi\xC4\x99kujemy za rejestracj\xC4\x99"),
    PROMPT("zaloguj si\xC4\x99, aby"),
    /* Romanian, Hungarian */
    PROMPT("folosim cookie-uri"),
    PROMPT("acest site folose\xC8\x99te cookie-uri"),
    PROMPT("acest site utilizeaz\xC4\x83 cookie-uri"),
    PROMPT("s\xC3\xBCtiket haszn\xC3\xA1lunk"),
    PROMPT("ez a weboldal s\xC3\xBCtiket haszn\xC3\xA1l"),
    PROMPT("ez az oldal s\xC3\xBCtiket haszn\xC3\xA1l"),
    PROMPT("weboldalunk s\xC3\xBCtiket haszn\xC3\xA1l"),
    /* Bulgarian, Slovak */
    PROMPT("\xD0\xB8\xD0\xB7\xD0\xBF\xD0\xBE\xD0\xBB\xD0\xB7\xD0\xB2\xD0\xB0\xD0\xBC\xD0\xB5 "
           "\xD0\xB1\xD0\xB8\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB8\xD1\x82\xD0\xBA\xD0\xB8"),
    PROMPT("\xD1\x82\xD0\xBE\xD0\xB7\xD0\xB8 \xD1\x81\xD0\xB0\xD0\xB9\xD1\x82 "
           "\xD0\xB8\xD0\xB7\xD0\xBF\xD0\xBE\xD0\xBB\xD0\xB7\xD0\xB2\xD0\xB0 "
           "\xD0\xB1\xD0\xB8\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB8\xD1\x82\xD0\xBA\xD0\xB8"),
    PROMPT("pou\xC5\xBE\xC3\xADvame cookies"),
    PROMPT("t\xC3\xA1to str\xC3\xA1nka pou\xC5\xBE\xC3\xADva cookies"),
    PROMPT("\xC4\x8F"
           "akujeme za registr\xC3\xA1"
           "ciu"),
    /* Croatian and Serbian, Catalan */
    PROMPT("koristimo kola\xC4\x8Di\xC4\x87"
           "e"),
    PROMPT("ova stranica koristi kola\xC4\x8Di\xC4\x87"
           "e"),
    PROMPT("ova web stranica koristi kola\xC4\x8Di\xC4\x87"
           "e"),
    PROMPT("hvala na registraciji"),
    PROMPT("utilitzem galetes"),
    PROMPT("utilitzem cookies"),
    PROMPT("aquest web utilitza galetes"),

    PLACEHOLDER("advertisement"),
    PLACEHOLDER("advertisements"),
    PLACEHOLDER("advertising"),
    PLACEHOLDER("advertisement - scroll to continue"),
    PLACEHOLDER("advertisement. scroll to continue reading."),
    PLACEHOLDER("story continues below advertisement"),
    PLACEHOLDER("story continues below"),
    PLACEHOLDER("article continues below"),
    PLACEHOLDER("article continues after advertisement"),
    PLACEHOLDER("- advertisement -"),
    PLACEHOLDER("sponsored content"),
    PLACEHOLDER("loading"),
    PLACEHOLDER("loading..."),
    PLACEHOLDER("click to expand"),
    PLACEHOLDER("click to expand..."),
    PLACEHOLDER("was this page helpful?"),
    PLACEHOLDER("was this article helpful?"),
    PLACEHOLDER("add to cart"),
    PLACEHOLDER("add to wishlist"),
    /* German */
    PLACEHOLDER("anzeige"),
    PLACEHOLDER("werbung"),
    PLACEHOLDER("- anzeige -"),
    PLACEHOLDER("empfohlener redaktioneller inhalt"),
    PLACEHOLDER("externer inhalt"),
    PLACEHOLDER("externen inhalt anzeigen"),
    /* French, Spanish, Italian, Portuguese */
    PLACEHOLDER("publicit\xC3\xA9"),
    PLACEHOLDER("publicidad"),
    PLACEHOLDER("pubblicit\xC3\xA0"),
    PLACEHOLDER("publicidade"),
    PLACEHOLDER("continua ap\xC3\xB3s a publicidade"),
    /* Dutch, Danish, Norwegian, Swedish, Finnish */
    PLACEHOLDER("advertentie"),
    PLACEHOLDER("annonce"),
    PLACEHOLDER("annonse"),
    PLACEHOLDER("annons"),
    PLACEHOLDER("mainos"),
    /* Polish, Czech, Russian, Ukrainian, Turkish */
    PLACEHOLDER("reklama"),
    PLACEHOLDER("reklam"),
    PLACEHOLDER("\xD1\x80\xD0\xB5\xD0\xBA\xD0\xBB\xD0\xB0\xD0\xBC\xD0\xB0"),
    /* Romanian, Hungarian, Slovak, Croatian, Catalan */
    PLACEHOLDER("publicitate"),
    PLACEHOLDER("hirdet\xC3\xA9s"),
    PLACEHOLDER("inzercia"),
    PLACEHOLDER("oglas"),
    PLACEHOLDER("publicitat"),
    /* Japanese, Chinese, Korean, Arabic, Hebrew, Hindi, Vietnamese, Indonesian */
    PLACEHOLDER("\xE5\xBA\x83\xE5\x91\x8A"),
    PLACEHOLDER("\xE3\x82\xB9\xE3\x83\x9D\xE3\x83\xB3\xE3\x82\xB5\xE3\x83\xBC\xE3\x83\xAA\xE3\x83"
                "\xB3\xE3\x82\xAF"),
    PLACEHOLDER("\xE5\xB9\xBF\xE5\x91\x8A"),
    PLACEHOLDER("\xE5\xBB\xA3\xE5\x91\x8A"),
    PLACEHOLDER("\xEA\xB4\x91\xEA\xB3\xA0"),
    PLACEHOLDER("\xD8\xA5\xD8\xB9\xD9\x84\xD8\xA7\xD9\x86"),
    PLACEHOLDER("\xD7\xA4\xD7\xA8\xD7\xA1\xD7\x95\xD7\x9E\xD7\xAA"),
    PLACEHOLDER("\xE0\xA4\xB5\xE0\xA4\xBF\xE0\xA4\x9C\xE0\xA5\x8D\xE0\xA4\x9E\xE0\xA4\xBE\xE0\xA4"
                "\xAA\xE0\xA4\xA8"),
    PLACEHOLDER("qu\xE1\xBA\xA3ng c\xC3\xA1o"),
    PLACEHOLDER("iklan"),
};

#endif

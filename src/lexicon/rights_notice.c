/*
 * Notices of copyright as data, folded as by utf8_append_folded; see rights_notice.h.
 */
#include "lexicon/rights_notice.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

/* What a claim consists of, in lower case. */
static const struct str CLAIMS[] = {STR_INIT("copyrights"), STR_INIT("copyright"), STR_INIT("(c)"),
                                    STR_INIT("©"), STR_INIT("ⓒ")};

/* "All rights reserved" in several languages. */
static const struct str RESERVED[] = {
    STR_INIT("all rights reserved"),
    STR_INIT("all rights are reserved"),
    STR_INIT("alle rechte vorbehalten"),
    STR_INIT("alle rechten voorbehouden"),
    STR_INIT("tous droits réservés"),
    STR_INIT("tous droits de reproduction réservés"),
    STR_INIT("todos los derechos reservados"),
    STR_INIT("reservados todos los derechos"),
    STR_INIT("tots els drets reservats"),
    STR_INIT("todos os direitos reservados"),
    STR_INIT("tutti i diritti riservati"),
    STR_INIT("tutti i diritti sono riservati"),
    STR_INIT("toate drepturile rezervate"),
    STR_INIT("alle rettigheder forbeholdes"),
    STR_INIT("alle rettigheter reservert"),
    STR_INIT("alla rättigheter förbehållna"),
    STR_INIT("kaikki oikeudet pidätetään"),
    STR_INIT("wszelkie prawa zastrzeżone"),
    STR_INIT("wszystkie prawa zastrzeżone"),
    STR_INIT("všechna práva vyhrazena"),
    STR_INIT("všetky práva vyhradené"),
    STR_INIT("minden jog fenntartva"),
    STR_INIT("sva prava pridržana"),
    STR_INIT("sva prava zadržana"),
    STR_INIT("vse pravice pridržane"),
    STR_INIT("tüm hakları saklıdır"),
    STR_INIT("her hakkı saklıdır"),
    STR_INIT("все права защищены"),
    STR_INIT("все права сохранены"),
    STR_INIT("усі права захищені"),
    STR_INIT("усі права захищено"),
    STR_INIT("всі права захищені"),
    STR_INIT("всички права запазени"),
    STR_INIT("сва права задржана"),
    STR_INIT("με επιφύλαξη παντός δικαιώματος"),
    STR_INIT("جميع الحقوق محفوظة"),
    STR_INIT("كل الحقوق محفوظة"),
    STR_INIT("تمامی حقوق محفوظ است"),
    STR_INIT("כל הזכויות שמורות"),
    STR_INIT("hak cipta dilindungi"),
    STR_INIT("bản quyền thuộc về"),
    STR_INIT("สงวนลิขสิทธิ์"),
    STR_INIT("版权所有"),
    STR_INIT("版權所有"),
    STR_INIT("保留所有权利"),
};

/* Beginnings of sentences that forbid to copy, if they go on to speak of permission. */
static const struct str FORBIDDEN[] = {
    STR_INIT("this material may not be reproduced"),
    STR_INIT("this article may not be reproduced"),
    STR_INIT("this story may not be reproduced"),
    STR_INIT("no part of this article may be reproduced"),
    STR_INIT("no part of this publication may be reproduced"),
};
static const struct str PERMISSION[] = {STR_INIT(" permission"), STR_INIT(" consent")};

/* Whole sentences that forbid to copy. */
static const struct str FORBIDDEN_WHOLE[] = {
    STR_INIT("this material may not be published, broadcast, rewritten or redistributed"),
    STR_INIT("this material may not be published, broadcast, rewritten, or redistributed"),
    STR_INIT("this material may not be published, broadcast, rewritten or redistributed without "
             "permission"),
    STR_INIT("this material may not be published, broadcast, rewritten, or redistributed without "
             "permission"),
    STR_INIT("reproduction without permission is prohibited"),
    STR_INIT("reproduction without permission is strictly prohibited"),
    STR_INIT("reproduction without permission prohibited"),
    STR_INIT("reproduction in whole or in part without permission is prohibited"),
    STR_INIT("reproduction in whole or in part without written permission is prohibited"),
    STR_INIT("reproduction without written permission is prohibited"),
    STR_INIT("unauthorized reproduction is prohibited"),
    STR_INIT("unauthorised reproduction is prohibited"),
    STR_INIT("unauthorised reproduction is forbidden"),
    STR_INIT("unauthorized reproduction prohibited"),
    STR_INIT("nachdruck verboten"),
    STR_INIT("nachdruck, auch auszugsweise, verboten"),
    STR_INIT("nachdruck nur mit genehmigung"),
    STR_INIT("reproduction interdite"),
    STR_INIT("toute reproduction interdite"),
    STR_INIT("toute reproduction, même partielle, est interdite"),
    STR_INIT("toute reproduction, même partielle, interdite"),
    STR_INIT("reproduction totale ou partielle interdite"),
    STR_INIT("prohibida su reproducción"),
    STR_INIT("prohibida su reproducción total o parcial"),
    STR_INIT("prohibida la reproducción total o parcial"),
    STR_INIT("queda prohibida la reproducción total o parcial"),
    STR_INIT("proibida a reprodução"),
    STR_INIT("reprodução proibida"),
    STR_INIT("riproduzione riservata"),
    STR_INIT("riproduzione vietata"),
    STR_INIT("перепечатка запрещена"),
    STR_INIT("перепечатка материалов запрещена"),
    STR_INIT("未经授权,不得转载"),
    STR_INIT("未经授权不得转载"),
    STR_INIT("未经许可,不得转载"),
    STR_INIT("未经许可不得转载"),
    STR_INIT("未經授權,不得轉載"),
    STR_INIT("未經許可,不得轉載"),
    STR_INIT("無断転載禁止"),
    STR_INIT("無断転載を禁じます"),
    STR_INIT("無断転載を禁ず"),
    STR_INIT("無断転載・複製を禁じます"),
    STR_INIT("無断での転載を禁じます"),
    STR_INIT("무단전재 및 재배포 금지"),
    STR_INIT("무단 전재 및 재배포 금지"),
    STR_INIT("무단전재-재배포 금지"),
    STR_INIT("무단 전재-재배포 금지"),
};

/* Small words of a name, and before and after one. */
static const struct str SMALL_WORDS[] = {
    STR_INIT("by"),  STR_INIT("to"),  STR_INIT("the"), STR_INIT("and"), STR_INIT("of"),
    STR_INIT("for"), STR_INIT("von"), STR_INIT("der"), STR_INIT("die"), STR_INIT("und"),
    STR_INIT("par"), STR_INIT("le"),  STR_INIT("la"),  STR_INIT("les"), STR_INIT("et"),
    STR_INIT("por"), STR_INIT("el"),  STR_INIT("y"),   STR_INIT("de"),  STR_INIT("di"),
    STR_INIT("e"),   STR_INIT("da")};

/* Dashes and quotation marks around a notice are three bytes from U+2000 on, like the full stop of
 * Chinese and Japanese. */
static bool is_mark_at(struct str text, size_t i) {
    static const struct str FULL_STOP = STR_INIT("\xE3\x80\x82");
    return (text.len - i >= 3 && text.at[i] == '\xE2' && text.at[i + 1] == '\x80') ||
           str_has_at(text, i, FULL_STOP);
}

/* The length of the part of a claim at `i`, or 0. */
static size_t claim_at(struct str text, size_t i) {
    struct str rest = str_between(text, i, text.len);
    for (size_t k = 0; k < N_OF(CLAIMS); k++)
        if (str_starts_with_lower(rest, CLAIMS[k]))
            return CLAIMS[k].len;
    return 0;
}

/* Skips spaces, punctuation and signs, up to a claim. */
static size_t skip_marks(struct str text, size_t i) {
    while (i < text.len && !claim_at(text, i)) {
        if (is_mark_at(text, i))
            i += 3;
        else if ((unsigned char)text.at[i] < 0x80 && !ascii_is_letter(text.at[i]) &&
                 !ascii_is_digit(text.at[i]))
            i++;
        else
            break;
    }
    return i;
}

/* The next word at or after `*at`: a run of anything but white space. */
static struct str next_word(struct str text, size_t *at) {
    while (*at < text.len && ascii_is_space(text.at[*at]))
        ++*at;
    size_t start = *at;
    while (*at < text.len && !ascii_is_space(text.at[*at]))
        ++*at;
    return str_between(text, start, *at);
}

/* Whether a text has at most `most` words. */
static bool has_few_words(struct str text, int most) {
    size_t at = 0;
    int n = 0;
    while (n <= most && next_word(text, &at).len)
        n++;
    return n <= most;
}

/* Whether a word may be one of a name: it begins with a capital, a digit or a sign, or it is a
 * small word. In a script without capitals any word may. */
static bool is_of_name(struct str word) {
    static const uint32_t first_without_capitals = 0x590;
    size_t start = skip_marks(word, 0), end = start;
    while (end < word.len && ascii_is_letter(word.at[end]))
        end++;
    if (start == word.len || (unsigned char)word.at[start] < 0x80)
        return start == word.len || !ascii_is_lower(word.at[start]) ||
               str_any(str_between(word, start, end), SMALL_WORDS, N_OF(SMALL_WORDS), str_equals);
    uint32_t first = utf8_next(word, &start);
    return first >= first_without_capitals || utf8_is_capital(first);
}

/* Whether the words before `end` are a name's. */
static bool is_name_before(struct str text, size_t end) {
    struct str word;
    for (size_t at = 0; at < end && (word = next_word(text, &at)).len > 0;)
        if (!is_of_name(word))
            return false;
    return true;
}

/* Whether all words are a name's. */
static bool is_name(struct str text) {
    return is_name_before(text, text.len);
}

/* The end of the years at `at`: "2013", "2010/2012", "2015 - 2026"; `at` if there are none. */
static size_t end_of_years(struct str text, size_t at) {
    enum { DIGITS = 4 };
    size_t end = at;
    for (size_t i = skip_marks(text, at);; i = skip_marks(text, end)) {
        size_t digits = i;
        while (digits < text.len && ascii_is_digit(text.at[digits]))
            digits++;
        bool is_year =
            digits - i == DIGITS && (str_starts_with(str_between(text, i, digits), STR("19")) ||
                                     str_starts_with(str_between(text, i, digits), STR("20")));
        if (!is_year)
            return end;
        end = digits;
    }
}

/* The end of the claim that opens a text; 0 if there is none. */
static size_t end_of_claim(struct str text) {
    size_t end = 0;
    for (size_t i = 0, n; (n = claim_at(text, i)) > 0; i = skip_marks(text, end))
        end = i + n;
    return end;
}

/* The end of as many words of `text` as `phrase` has. */
static size_t end_of_words_of(struct str text, struct str phrase) {
    size_t at = 0, end = 0;
    while (next_word(phrase, &at).len)
        next_word(text, &end);
    return end;
}

/* `text` without as many words as `phrase` has. */
static struct str without_words_of(struct str text, struct str phrase) {
    return str_trim(str_between(text, end_of_words_of(text, phrase), text.len));
}

/* Whether a clause ends at `at`, perhaps before a claim. */
static bool ends_clause(struct str text, size_t at) {
    while (at < text.len && text.at[at] == ' ')
        at++;
    return at >= text.len || ascii_is_one_of(text.at[at], ".!)|;-<>") || is_mark_at(text, at) ||
           claim_at(text, at);
}

/* Moves both past a whole sentence that forbids to copy; false if they begin with none. */
static bool skip_prohibition(struct str *folded, struct str *text) {
    for (size_t i = 0; i < N_OF(FORBIDDEN_WHOLE); i++) {
        struct str phrase = FORBIDDEN_WHOLE[i];
        if (!str_starts_with(*folded, phrase) || !ends_clause(*folded, phrase.len))
            continue;
        *folded = str_between(*folded, phrase.len, folded->len);
        *text = without_words_of(*text, phrase);
        return true;
    }
    return false;
}

/* "저작권자(c) ...": who owns the rights, in Korean. */
static bool names_owner(struct str text) {
    static const struct str OWNER = STR_INIT("저작권자");
    if (!str_starts_with(text, OWNER))
        return false;
    size_t at = OWNER.len;
    while (at < text.len && text.at[at] == ' ')
        at++;
    return claim_at(text, at) > 0;
}

static bool begins_with_prohibition(struct str folded, struct str text) {
    return names_owner(text) || (str_any(folded, FORBIDDEN, N_OF(FORBIDDEN), str_starts_with) &&
                                 str_holds_any(folded, PERMISSION, N_OF(PERMISSION)));
}

/* "(c) 2013 The Lamp Post. All rights reserved. ...", whose claim ends at `end`. */
static bool is_full_claim(struct str folded, struct str text, size_t end) {
    return end > 0 && end_of_years(text, end) > end &&
           str_holds_any(folded, RESERVED, N_OF(RESERVED));
}

/* Whether nothing but more of the notice follows the end of a clause in it: prohibitions, then a
 * name or a claim. In a script without capitals a sentence would look like a name. */
static bool is_rest_of_notice(struct str folded, struct str text) {
    enum { MOST_WORDS = 12 };
    static const unsigned char FIRST_WITHOUT_CAPITALS = 0xD6; /* of U+0590 and above */
    do {
        folded = str_between(folded, skip_marks(folded, 0), folded.len);
        text = str_between(text, skip_marks(text, 0), text.len);
    } while (skip_prohibition(&folded, &text));
    if (folded.len == 0 || begins_with_prohibition(folded, text))
        return true;
    size_t end = end_of_claim(text);
    if (is_full_claim(folded, text, end))
        return true;
    bool may_be_name = end > 0 || (text.len && (unsigned char)text.at[0] < FIRST_WITHOUT_CAPITALS);
    return may_be_name && has_few_words(text, MOST_WORDS) &&
           is_name(str_between(text, end, text.len));
}

/* Whether a reservation that ends at `end` of a folded text, and before `rest` of the text itself,
 * goes on like a notice. */
static bool goes_on_well(struct str folded, size_t end, struct str rest) {
    enum { MOST_NAME_WORDS = 16 };
    if (ends_clause(folded, end))
        return is_rest_of_notice(str_between(folded, end, folded.len), rest);
    return rest.len && ascii_is_letter(rest.at[0]) && has_few_words(rest, MOST_NAME_WORDS) &&
           is_name(rest);
}

/* Whether a text, which follows a claim, begins with a name and then reserves the rights. If the
 * claim has a year, anything may follow. */
static bool reserves_for_owner(struct str folded, struct str text, bool has_year) {
    for (size_t i = 0; i < N_OF(RESERVED); i++) {
        size_t at = str_find(folded, RESERVED[i]);
        if (at == folded.len)
            continue;
        size_t end = at + RESERVED[i].len;
        bool is_owners = is_name_before(text, end_of_words_of(text, str_between(folded, 0, at)));
        return is_owners &&
               (has_year ||
                goes_on_well(folded, end, without_words_of(text, str_between(folded, 0, end))));
    }
    return false;
}

/* "Copyright 2013 by ...", "Copyright The Lamp Post. All rights reserved. ..."; the claim ends at
 * `end`, and `folded` is what follows it. */
static bool begins_with_claim(struct str folded, struct str text, size_t end) {
    enum { MOST_WORDS = 12 };
    size_t years = end_of_years(text, end);
    struct str rest = str_between(text, years, text.len);
    if (end == 0 || (end < text.len && ascii_is_letter(text.at[end])))
        return false;
    if (reserves_for_owner(folded, str_between(text, skip_marks(text, end), text.len), years > end))
        return true;
    bool is_open = rest.len > 1 && memchr(rest.at + 1, ':', rest.len - 1);
    return years > end && !is_open && has_few_words(text, MOST_WORDS) && is_name(rest);
}

/* "All rights reserved.", "All rights reserved by The Lamp Post". */
static bool begins_with_reservation(struct str folded, struct str text) {
    for (size_t i = 0; i < N_OF(RESERVED); i++)
        if (str_starts_with(folded, RESERVED[i]))
            return goes_on_well(folded, RESERVED[i].len, without_words_of(text, RESERVED[i]));
    return false;
}

/* "This material may not be published, ...", "Nachdruck verboten." */
static bool forbids(struct str folded, struct str text) {
    return skip_prohibition(&folded, &text) ? is_rest_of_notice(folded, text)
                                            : begins_with_prohibition(folded, text);
}

/* "The Lamp Post. All rights reserved." */
static bool ends_with_reservation(struct str folded, struct str text) {
    enum { MOST_WORDS = 16, MOST_BYTES = 60 }; /* of a notice, of an owner */
    while (folded.len && ascii_is_one_of(folded.at[folded.len - 1], ".!) "))
        folded.len--;
    size_t i = 0, at = 0, end = 0;
    while (i < N_OF(RESERVED) && !str_ends_with(folded, RESERVED[i]))
        i++;
    if (i == N_OF(RESERVED) || !has_few_words(text, MOST_WORDS))
        return false;
    struct str owner = str_trim(str_between(folded, 0, folded.len - RESERVED[i].len));
    owner.len -= owner.len > 0 && owner.at[owner.len - 1] == '(';
    if (owner.len > MOST_BYTES)
        return false;
    while (next_word(owner, &at).len)
        if (!is_of_name(next_word(text, &end)))
            return false;
    return true;
}

bool rights_begins_licence(struct str text) {
    static const struct str STARTS[] = {STR_INIT("permission is hereby granted"),
                                        STR_INIT("permission to use, copy"),
                                        STR_INIT("copying and distribution of this"),
                                        STR_INIT("redistribution and use in source"),
                                        STR_INIT("licensed under"),
                                        STR_INIT("this program is free software"),
                                        STR_INIT("this library is free software")};
    return str_any(text, STARTS, N_OF(STARTS), str_starts_with_lower);
}

bool rights_is_notice(struct buffer *folded, struct str text) {
    text = str_trim(str_between(text, skip_marks(text, 0), text.len));
    size_t end = end_of_claim(text);
    struct str rest = str_trim(str_between(text, skip_marks(text, end), text.len));
    folded->len = 0;
    utf8_append_folded(folded, rest);
    return begins_with_claim(buffer_str(folded), text, end) ||
           begins_with_reservation(buffer_str(folded), rest) || forbids(buffer_str(folded), rest) ||
           ends_with_reservation(buffer_str(folded), rest);
}

/*
 * Tells versions from dates; see version_number.h.
 */
#include "metadata/date/version_number.h"

#include "lexicon/words.h"

static struct str word_at(const struct tokens *t, size_t i) {
    return str_between(t->text, t->token[i].first, t->token[i].end);
}

static bool is_word(const struct tokens *t, size_t i) {
    return !t->token[i].punct && !t->token[i].n_digits;
}

/* The index past the word before token i, and past a colon or point between them; 0 if there is
 * none. */
static size_t end_of_word_before(const struct tokens *t, size_t i) {
    size_t end = i && (t->token[i - 1].punct == ':' || t->token[i - 1].punct == '.') ? i - 1 : i;
    return end && is_word(t, end - 1) ? end : 0;
}

/* "v1.4.21", "Version: 1.4.21"; in a script without spaces the word is several tokens. */
static bool follows_version_word(const struct tokens *t, size_t first) {
    static const struct str WORDS[] = {
        STR_INIT("v"),       STR_INIT("ver"),           STR_INIT("verze"),   STR_INIT("verzia"),
        STR_INIT("verzija"), STR_INIT("verzi\xC3\xB3"), STR_INIT("верзија"), STR_INIT("バージョン"),
        STR_INIT("版本"),    STR_INIT("버전")};
    static const struct str STARTS[] = {STR_INIT("versi"), STR_INIT("vers\xC3\xA3"),
                                        STR_INIT("wersj"), STR_INIT("s\xC3\xBCr\xC3\xBCm"),
                                        STR_INIT("верси"), STR_INIT("Верси"),
                                        STR_INIT("версі"), STR_INIT("Версі")};
    static const struct str ENDS[] = {STR_INIT("バージョン"), STR_INIT("版本"), STR_INIT("버전")};
    size_t end = end_of_word_before(t, first);
    if (!end)
        return false;
    struct str word = word_at(t, end - 1), before = str_between(t->text, 0, t->token[end - 1].end);
    return str_any(word, WORDS, N_OF(WORDS), str_equals_lower) ||
           str_any(word, STARTS, N_OF(STARTS), str_starts_with_lower) ||
           str_any(before, ENDS, N_OF(ENDS), str_ends_with);
}

/* "Release 2024.1.3", "build 1.4.21"; these words are before dates too, as in "Press release". */
static bool follows_release_word(const struct tokens *t, size_t first) {
    static const struct str WORDS[] = {STR_INIT("release"), STR_INIT("rev"), STR_INIT("revision"),
                                       STR_INIT("build")};
    static const struct str OF_NEWS[] = {STR_INIT("press"), STR_INIT("news"), STR_INIT("media")};
    size_t end = end_of_word_before(t, first);
    return end && str_any(word_at(t, end - 1), WORDS, N_OF(WORDS), str_equals_lower) &&
           (end < 2 || !str_any(word_at(t, end - 2), OF_NEWS, N_OF(OF_NEWS), str_equals_lower));
}

static bool has_leading_zero(const struct token *token) {
    return token->n_digits == 2 && token->number < 10;
}

/* Whether day and month are written as in dates and rarely in versions: "06.05.13", "12.10.13". */
static bool has_form_of_date(const struct token *one, const struct token *other) {
    return has_leading_zero(one) || has_leading_zero(other) ||
           (one->n_digits == 2 && other->n_digits == 2);
}

/* Whether the page's language writes "6.5.13", or with the year first "2013.5.6"; one that is not
 * in the table may. */
static bool is_customary(language_set languages, bool year_first) {
    static const char *const DAY_FIRST[] = {"de", "nl", "pl", "ru", "uk", "sv", "da",
                                            "no", "fi", "cs", "tr", "el", "it", "fr",
                                            "es", "pt", "ro", "bg", "sk", "hr", "ca"};
    static const char *const YEAR_FIRST[] = {"ja", "zh", "ko", "hu"};
    const char *const *tags = year_first ? YEAR_FIRST : DAY_FIRST;
    size_t n = year_first ? N_OF(YEAR_FIRST) : N_OF(DAY_FIRST);
    for (size_t i = 0; i < n; i++)
        if (languages & words_languages(str_of(tags[i])))
            return true;
    return false;
}

static bool is_of_kinds(const struct tokens *t, size_t i, const uint8_t *kinds, size_t n) {
    for (size_t k = 0; k < n; k++)
        if (date_tokens_word(t, i, (enum words_kind)kinds[k]))
            return true;
    return false;
}

/* Whether a word of a sentence is right before the numbers, and not one that dates have there:
 * "Monday", "posted on". */
static bool follows_word(const struct tokens *t, size_t first) {
    static const uint8_t OF_DATES[] = {WORDS_FILLER, WORDS_WEEKDAY, WORDS_PUBLISHED, WORDS_UPDATED};
    return first && is_word(t, first - 1) && !is_of_kinds(t, first - 1, OF_DATES, N_OF(OF_DATES));
}

/* Whether a word of a button is among the next: "no comments", "leave a comment". */
static bool precedes_button(const struct tokens *t, size_t end) {
    static const uint8_t NOISE[] = {WORDS_NOISE};
    bool has_button = false;
    for (size_t i = end; i < t->n && i < end + 3 && is_word(t, i); i++)
        has_button = has_button || is_of_kinds(t, i, NOISE, N_OF(NOISE));
    return has_button;
}

/* Whether what is right after the numbers continues a sentence, or says "or later": "2.4.11 is
 * out", "2.4.11+". After dates are "at", "by" and "updated", agencies, and buttons. */
static bool precedes_word(const struct tokens *t, size_t end) {
    static const uint8_t OF_DATES[] = {WORDS_FILLER, WORDS_BY, WORDS_PUBLISHED, WORDS_UPDATED,
                                       WORDS_WIRE};
    if (end == t->n || precedes_button(t, end))
        return false;
    struct str word = word_at(t, end);
    return t->token[end].punct == '+' ||
           (is_word(t, end) && str_equals(words_folded(t->arena, word), word) &&
            !is_of_kinds(t, end, OF_DATES, N_OF(OF_DATES)));
}

/* Whether the word right before the numbers is capitalized, as in "WordPress 4.8.12". */
static bool follows_name(const struct tokens *t, size_t first) {
    struct str word = word_at(t, first - 1);
    return !str_equals(words_folded(t->arena, word), word);
}

/* "Apache/2.4.57", as servers and browsers name themselves. */
static bool follows_product(const struct tokens *t, size_t first) {
    return first > 1 && t->token[first - 1].punct == '/' && is_word(t, first - 2) &&
           !t->token[first].is_spaced && !t->token[first - 1].is_spaced;
}

static bool has_byline_word(const struct tokens *t, size_t first) {
    for (size_t i = 0; i < first; i++)
        if (date_tokens_word(t, i, WORDS_BY))
            return true;
    return false;
}

bool version_number_is(const struct tokens *t, size_t first) {
    const struct token *a = &t->token[first], *b = a + 2, *c = a + 4;
    bool year_first = a->n_digits == 4;
    if (follows_version_word(t, first))
        return true;
    if (year_first ? has_form_of_date(b, c) : has_form_of_date(a, b))
        return false;
    if (follows_release_word(t, first))
        return true;
    if (follows_product(t, first) && !is_customary(t->hints.languages, year_first))
        return true;
    if (!follows_word(t, first) || !precedes_word(t, first + 5) || has_byline_word(t, first))
        return false;
    return !is_customary(t->hints.languages, year_first) || follows_name(t, first);
}

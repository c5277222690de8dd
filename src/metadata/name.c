/*
 * Judges whether a text is a name, and finds the by-words before one; see name.h.
 */
#include "metadata/name.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"
#include "metadata/name_words.h"

enum {
    MAX_PERSON_WORDS = 5, /* "Maria del Carmen García López" */
    MAX_OTHER_WORDS = 6,  /* of what could be anything: longer ones are sentences */
    MAX_GROUP_WORDS = 9   /* "FDA Center for Drug Evaluation and Research" has seven */
};

/* ---- judging ---- */

bool name_is_ideographic(struct str text) {
    size_t i = 0;
    return text.len && utf8_class(utf8_next(text, &i)) == UTF8_IDEOGRAPH;
}

bool name_is_common(const struct name_word *word, uint32_t languages) {
    return words_is(word->folded, WORDS_COMMON, languages);
}

static bool is_name_word(struct arena *arena, const struct name_word *word, uint32_t languages) {
    if (name_words_has_digit(word->text) || name_word_is(arena, word, WORDS_JOB, languages) ||
        name_word_is(arena, word, WORDS_ORGANISATION, languages) ||
        name_is_common(word, languages) || words_is(word->folded, WORDS_NOISE, languages))
        return false;
    return name_word_case(word) != CASE_LOWER || words_is(word->folded, WORDS_PARTICLE, UINT32_MAX);
}

/* A nickname has letters, and no fewer of them than digits. */
static enum name_kind kind_of_single(struct str word) {
    size_t n_digits = 0, n_letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        n_digits += ascii_is_digit(c);
        n_letters += (unsigned char)c >= 0x80 || ascii_is_letter(c);
    }
    if (n_digits > n_letters || n_letters == 0)
        return NAME_NONE;
    return name_is_ideographic(word) && word.len >= 6 ? NAME_PERSON : NAME_SINGLE;
}

/* How many of the words are in no person's name: "Save Article", "In This Article". */
static size_t count_common(const struct name_words *words, uint32_t languages) {
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++)
        n += name_is_common(&words->items[i], languages) ||
             words_is(words->items[i].folded, WORDS_NOISE, languages);
    return n;
}

/* Whether the words name a group: "Our Foreign Staff", "Deutscher Journalistenverband". */
static bool has_organisation(struct arena *arena, const struct name_words *words,
                             uint32_t languages) {
    for (size_t i = 0; i < words->n; i++)
        if (name_word_is(arena, &words->items[i], WORDS_ORGANISATION, languages))
            return true;
    return false;
}

static enum name_kind kind_of_words(struct arena *arena, const struct name_words *words,
                                    uint32_t languages) {
    if (words->n == 0 || words->is_cut)
        return NAME_NONE;
    size_t n_common = count_common(words, languages);
    bool is_group = has_organisation(arena, words, languages);
    if (n_common == words->n && !(is_group && words->n > 1))
        return NAME_NONE; /* a menu's or a label's words and no other */
    if (words->n == 1)
        return kind_of_single(words->items[0].text);
    if (kind_of_single(words->items[0].text) == NAME_NONE)
        return NAME_NONE; /* "5 min read" */
    if (is_group && words->n <= MAX_GROUP_WORDS)
        return NAME_OTHER;
    for (size_t i = 0; i < words->n; i++)
        if (!is_name_word(arena, &words->items[i], languages))
            return words->n <= MAX_OTHER_WORDS ? NAME_OTHER : NAME_NONE;
    bool ends_well = name_word_case(&words->items[words->n - 1]) != CASE_LOWER;
    if (words->n <= MAX_PERSON_WORDS && ends_well)
        return NAME_PERSON;
    return words->n <= MAX_OTHER_WORDS ? NAME_OTHER : NAME_NONE;
}

enum name_kind name_kind(struct arena *arena, struct str text, uint32_t languages) {
    struct name_words words;
    if (text.len > MAX_NAME_BYTES || text.len < MIN_NAME_BYTES || str_has_byte(text, ':') ||
        str_has_byte(text, '='))
        return NAME_NONE;
    name_words_split(arena, text, &words);
    return kind_of_words(arena, &words, languages);
}

bool name_is_placeholder(struct arena *arena, struct str name) {
    return words_is(comparison_key_of(arena, name), WORDS_PLACEHOLDER, UINT32_MAX);
}

/* ---- by-words ---- */

size_t name_skip_marks(struct str text, size_t i) {
    while (i < text.len) {
        size_t next = i;
        uint32_t c = utf8_next(text, &next);
        if (!name_words_is_edge(c) || c == '(' || c == '@')
            break;
        i = next;
    }
    return i;
}

/* Whether the word is also one within names: "de", "van", "di" are by-words in lower case only. */
static bool is_ambiguous(struct arena *arena, struct str word) {
    if (!ascii_is_upper(word.at[0]))
        return false;
    struct str folded = words_folded(arena, word);
    static const struct str FIRST[] = {STR_INIT("von"), STR_INIT("vom"), STR_INIT("av"),
                                       STR_INIT("af")}; /* as first words they are by-words */
    for (size_t i = 0; i < N_OF(FIRST); i++)
        if (str_equals(folded, FIRST[i]))
            return false;
    return words_is(folded, WORDS_PARTICLE, UINT32_MAX);
}

/* Whether the next mark is a colon, a slash or a stroke, as behind "Text:" and "文/". */
static bool has_colon(struct str text, size_t i) {
    while (i < text.len && text.at[i] == ' ')
        i++;
    if (i == text.len)
        return false;
    uint32_t c = utf8_next(text, &i);
    return c == ':' || c == '/' || c == '|' || c == 0xFF1A || c == 0xFF0F;
}

/* The length of a by-word that ran together with the name: "ByJane Doe"; 0 where there is none. */
static size_t joined_by(struct arena *arena, struct str text, uint32_t languages) {
    size_t i = 1;
    while (i < text.len && ascii_is_lower(text.at[i]))
        i++;
    if (i >= text.len || !ascii_is_upper(text.at[i]))
        return 0;
    return words_prefix(arena, str_between(text, 0, i), WORDS_BY, languages) == i ? i : 0;
}

size_t name_by_prefix(struct arena *arena, struct str text, uint32_t languages) {
    static const uint32_t KINDS = WORDS_BIT(WORDS_BY) | WORDS_BIT(WORDS_BY_COLON);
    const struct words_entry *entry;
    size_t len = joined_by(arena, text, languages);
    if (len)
        return len;
    len = words_prefix_of(arena, text, KINDS, languages, &entry);
    if (!len)
        return 0;
    bool is_good = entry->kind == WORDS_BY ? !is_ambiguous(arena, str_between(text, 0, len))
                                           : len == text.len || has_colon(text, len);
    return is_good ? name_skip_marks(text, len) : 0;
}

/*
 * Turns names around that begin with the surname; see name_order.h.
 */
#include "metadata/author/name_order.h"

#include "base/buffer.h"
#include "lexicon/words.h"
#include "metadata/author/name.h"
#include "metadata/author/name_words.h"
#include "metadata/author/place_line.h"

enum { MAX_GIVEN_NAMES = 3 };

/* The two sides of the only comma; false if there is none or another. */
static bool split(struct str text, struct str *surname, struct str *given) {
    size_t at = str_find_byte(text, 0, ',');
    if (at == text.len || str_find_byte(text, at + 1, ',') < text.len)
        return false;
    *surname = str_trim(str_between(text, 0, at));
    *given = str_trim(str_between(text, at + 1, text.len));
    return true;
}

static void append_turned(struct buffer *out, struct str name) {
    struct str surname, given;
    if (!split(name, &surname, &given)) {
        buffer_append(out, str_trim(name));
        return;
    }
    buffer_append(out, given);
    buffer_append_byte(out, ' ');
    buffer_append(out, surname);
}

struct str name_order_turn(struct arena *arena, struct str text) {
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, at, ';');
        if (at)
            buffer_append(&out, STR("; "));
        append_turned(&out, str_between(text, at, end));
        at = end + 1;
    }
    return buffer_str(&out);
}

/* Whether the word begins with a capital and is not an abbreviation, as many organisations are. */
static bool is_capitalized(const struct name_word *word) {
    return name_word_case(word) == CASE_UPPER &&
           (!name_words_is_upper(word->text) || str_ends_with(word->text, STR(".")));
}

/* "Doe"; in a record also "van der Doe". */
static bool is_surname(struct arena *arena, struct str text, bool is_record) {
    struct name_words words;
    name_words_split(arena, text, &words);
    for (size_t i = 0; i + 1 < words.n; i++)
        if (!name_word_has_kind(&words.items[i], WORDS_PARTICLE, ANY_LANGUAGE))
            return false;
    return words.n && (words.n == 1 || is_record) && is_capitalized(&words.items[words.n - 1]) &&
           !words_is(words.items[words.n - 1].folded, WORDS_WIRE, ANY_LANGUAGE);
}

/* "Jane"; in a record also "Jane E.". A degree belongs to the whole name before the comma. */
static bool is_given(struct arena *arena, struct str text, bool is_record) {
    struct name_words words;
    name_words_split(arena, text, &words);
    for (size_t i = 0; i < words.n; i++)
        if ((i == 0 && !is_capitalized(&words.items[i])) ||
            name_word_is(arena, &words.items[i], WORDS_DEGREE, ANY_LANGUAGE) ||
            name_word_is(arena, &words.items[i], WORDS_SUFFIX, ANY_LANGUAGE))
            return false;
    return words.n >= 1 && words.n <= (is_record ? MAX_GIVEN_NAMES : 1);
}

static bool is_turned(struct arena *arena, struct str name, language_set languages,
                      bool is_record) {
    struct str surname, given;
    if ((!is_record && place_line_is_town(name)) || !split(name, &surname, &given) ||
        !is_surname(arena, surname, is_record) || !is_given(arena, given, is_record) ||
        name_is_placeholder(arena, surname))
        return false;
    return name_kind(arena, name_order_turn(arena, name), languages) == NAME_PERSON;
}

bool name_order_is_turned(struct arena *arena, struct str text, language_set languages,
                          bool is_record) {
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, at, ';');
        if (!is_turned(arena, str_between(text, at, end), languages, is_record))
            return false;
        at = end + 1;
    }
    return text.len > 0;
}

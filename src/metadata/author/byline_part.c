/*
 * Removes everything that is not a name from a part of a byline; see byline_part.h.
 */
#include "metadata/author/byline_part.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "lexicon/words.h"
#include "metadata/author/east_asian_byline.h"
#include "metadata/author/name.h"
#include "metadata/author/name_words.h"

static size_t noise_prefix(struct arena *arena, struct str text, language_set languages) {
    size_t len = words_prefix(arena, text, WORDS_NOISE, languages);
    return len ? name_skip_marks(text, len) : 0;
}

struct str byline_part_strip(struct arena *arena, struct str part, language_set languages) {
    for (int n = 0; n < 3; n++) { /* "Text: von " */
        size_t len = name_by_prefix(arena, part, languages);
        if (!len)
            len = noise_prefix(arena, part, languages);
        if (!len)
            break;
        part = str_between(part, len < part.len ? len : part.len, part.len);
    }
    return part;
}

/* Removes brackets with their content: "(Reuters)", "[Staff]". */
static struct str without_brackets(struct arena *arena, struct str text) {
    if (!str_has_byte(text, '(') && !str_has_byte(text, '['))
        return text;
    struct buffer out;
    int depth = 0;
    buffer_init(&out, arena);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '(' || c == '[')
            depth++;
        bool is_space_again = c == ' ' && out.len && out.data[out.len - 1] == ' ';
        if (!depth && !is_space_again)
            buffer_append_byte(&out, c);
        if ((c == ')' || c == ']') && depth)
            depth--;
    }
    return buffer_str(&out);
}

/* Whether the word contains a mark that every address has: most words have none. */
static bool has_address_mark(struct str word) {
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] == '@' || word.at[i] == ':' || word.at[i] == '.' || word.at[i] == '(' ||
            word.at[i] == '[')
            return true;
    return false;
}

bool byline_part_is_address(struct str word) {
    if (!has_address_mark(word))
        return false;
    return str_holds(word, STR("[at]")) || str_holds(word, STR("(at)")) ||
           str_has_byte(word, '@') || str_holds(word, STR("://")) ||
           str_starts_with(word, STR("www.")) || str_holds(word, STR(".com/"));
}

size_t byline_part_before_handle(struct str word) {
    size_t at = str_find_byte(word, 0, '@');
    bool is_name = at > 1 && at < word.len && !ascii_is_lower(word.at[0]) &&
                   !str_has_byte(word, '.') && !str_has_byte(word, ':');
    return is_name ? at : 0;
}

/* The start of a word that is an address, or part.len. */
static size_t address_at(struct str part) {
    for (size_t i = 0; i < part.len;) {
        size_t end = i;
        while (end < part.len && part.at[end] != ' ')
            end++;
        if (byline_part_is_address(str_between(part, i, end)))
            return i;
        i = end + 1;
    }
    return part.len;
}

/* Whether the word is a job, or ends in one after a hyphen: "Harbour-Editor". */
static bool is_job(struct arena *arena, const struct name_word *word, language_set languages) {
    size_t start = word->folded.len;
    while (start && word->folded.at[start - 1] != '-')
        start--;
    return name_word_is(arena, word, WORDS_JOB, languages) ||
           (start &&
            words_is(str_between(word->folded, start, word->folded.len), WORDS_JOB, languages));
}

/* The number of words at the start that are a job: "Staff Writer Jane Doe". */
static size_t leading_job(struct arena *arena, const struct name_words *words,
                          language_set languages) {
    size_t n = 0;
    while (n < words->n && is_job(arena, &words->items[n], languages))
        n++;
    bool is_whole = n == words->n; /* a job without a name */
    return !is_whole && n && (words->n - n >= 2 || name_is_ideographic(words->items[n].text)) ? n
                                                                                              : 0;
}

/* Whether a first word in Chinese, Japanese or Korean is the newspaper that the reporter after it
 * works for: "滨海日报记者 李晓云", "항구일보 김하늘". */
static bool is_publisher_before(struct arena *arena, const struct name_words *words,
                                language_set languages) {
    if (words->n < 2 || (unsigned char)words->items[0].text.at[0] < 0xE3 ||
        !east_asian_byline_is_publisher(words->items[0].text))
        return false;
    struct str next = words->items[1].text;
    struct str rest = str_between(words->part, words->items[1].first, words->part.len);
    return name_kind(arena, next, languages) == NAME_PERSON ||
           name_kind(arena, rest, languages) == NAME_PERSON;
}

/* "Jane Doe December 2", "Jane Doe Tuesday, ..." */
static bool is_date_word(struct arena *arena, const struct name_words *words, size_t i,
                         language_set languages) {
    const struct name_word *word = &words->items[i];
    bool before_number = i + 1 < words->n && name_words_has_digit(words->items[i + 1].text);
    if (name_word_is(arena, word, WORDS_MONTH, languages) && (before_number || i + 1 == words->n))
        return i > 0 || before_number || word->text.len == 3;
    bool is_before_date =
        before_number || words->n == 1 ||
        (i + 1 < words->n && name_word_is(arena, &words->items[i + 1], WORDS_MONTH, languages));
    bool is_particle =
        name_word_has_kind(word, WORDS_PARTICLE, ANY_LANGUAGE); /* "la", in Finnish */
    bool is_surname = i == 1 && word->text.len == 3;            /* "Mei Sun", "Kim Thu" */
    return name_word_is(arena, word, WORDS_WEEKDAY, languages) &&
           (is_before_date || (i > 0 && !is_particle && !is_surname));
}

/* Function words that lead to something else: "on Tuesday", "for The Post", and after a full name
 * also "For Daily Post" and "The Associated Press". */
static bool is_link_word(const struct name_words *words, size_t i, language_set languages) {
    const struct name_word *word = &words->items[i];
    if (name_word_has_kind(word, WORDS_PARTICLE, ANY_LANGUAGE))
        return false;
    bool follows_name = i >= 2 && name_word_case(&words->items[0]) != CASE_LOWER &&
                        name_word_case(&words->items[1]) != CASE_LOWER;
    bool is_filler = name_word_has_kind(word, WORDS_FILLER, languages);
    if (name_word_case(word) == CASE_LOWER)
        return is_filler || follows_name;
    return follows_name && i + 1 < words->n && (is_filler || str_equals(word->folded, STR("the")));
}

/* "Jane Doe Last updated ...", "Jane Doe Follow" */
static bool begins_label(struct arena *arena, const struct name_words *words, size_t i,
                         language_set languages) {
    static const uint64_t KINDS =
        WORDS_BIT(WORDS_NOISE) | WORDS_BIT(WORDS_PUBLISHED) | WORDS_BIT(WORDS_UPDATED);
    struct str rest = str_between(words->part, words->items[i].first, words->part.len);
    return words_prefix_of(arena, rest, KINDS, languages, NULL) != 0;
}

/* "Jane Doe On", if the date has been cut off. */
static bool is_last_filler(const struct name_words *words, size_t i, language_set languages) {
    const struct name_word *word = &words->items[i];
    return i + 1 == words->n && i >= 2 && name_word_has_kind(word, WORDS_FILLER, languages) &&
           !name_word_has_kind(word, WORDS_PARTICLE, ANY_LANGUAGE);
}

/* "Jana Muster Landespolitische Korrespondentin": in German an adjective of the job precedes it. */
static bool is_job_adjective(struct arena *arena, const struct name_words *words, size_t i,
                             language_set languages) {
    struct str folded = words->items[i].folded;
    return (str_ends_with(folded, STR("ische")) || str_ends_with(folded, STR("ischer"))) &&
           i + 1 < words->n && name_word_is(arena, &words->items[i + 1], WORDS_JOB, languages);
}

/* "Jane Doe Associated Press": an agency of two words or more that ends the text after a full
 * name. */
static bool is_agency(struct arena *arena, const struct name_words *words, size_t i) {
    struct str rest = str_between(words->part, words->items[i].first, words->part.len);
    return i >= 2 && i + 1 < words->n &&
           words_prefix(arena, rest, WORDS_WIRE, ANY_LANGUAGE) == rest.len;
}

/* Whether the name ends before word i: at a job, a degree, an address, a date, an agency, or a
 * function word that leads to an organisation or a place. */
static bool ends_name(struct arena *arena, const struct name_words *words, size_t i,
                      language_set languages) {
    const struct name_word *word = &words->items[i];
    if (byline_part_is_address(word->text) || name_word_is(arena, word, WORDS_JOB, languages) ||
        is_date_word(arena, words, i, languages))
        return true;
    if (i == 0)
        return false;
    if (is_job_adjective(arena, words, i, languages))
        return true;
    if (begins_label(arena, words, i, languages) || is_last_filler(words, i, languages))
        return true;
    bool is_abbreviated = name_words_is_upper(word->text) || str_has_byte(word->text, '.');
    if (is_abbreviated && name_word_is(arena, word, WORDS_DEGREE, ANY_LANGUAGE))
        return true; /* "MD", "Ph.D.", but not "Ma" */
    return name_words_has_digit(word->text) || is_link_word(words, i, languages) ||
           is_agency(arena, words, i);
}

/* Whether the text that a name was cut off from shows that it is not a name after a comma: a job,
 * an organisation, or the rest of a phrase ("Port Ellery university"), but not "in London" and "on
 * Monday". */
static bool ends_in_other(struct arena *arena, const struct name_word *word,
                          language_set languages) {
    return name_word_is(arena, word, WORDS_JOB, languages) ||
           name_word_is(arena, word, WORDS_ORGANISATION, languages) ||
           (name_word_case(word) == CASE_LOWER &&
            !name_word_has_kind(word, WORDS_FILLER, languages));
}

/* The end of the name without the article of a date after it, which may be a particle of names:
 * "Anne Roy le 2 mars", "Ana Ruiz el lunes". */
static size_t before_date_article(struct arena *arena, const struct name_words *words, size_t first,
                                  size_t end, language_set languages) {
    if (end == words->n || end <= first + 2)
        return end;
    const struct name_word *last = &words->items[end - 1];
    bool is_article =
        name_word_case(last) == CASE_LOWER && name_word_has_kind(last, WORDS_FILLER, languages);
    bool is_before_date =
        name_words_has_digit(words->items[end].text) || is_date_word(arena, words, end, languages);
    return is_article && is_before_date ? end - 1 : end;
}

bool byline_part_is_other(struct arena *arena, struct str part, language_set languages) {
    return words_prefix(arena, part, WORDS_CREDIT, languages) ||
           words_prefix(arena, part, WORDS_PUBLISHED, languages) ||
           words_prefix(arena, part, WORDS_UPDATED, languages);
}

struct str byline_part_clean(struct arena *arena, struct str part, language_set languages,
                             bool *has_job) {
    struct name_words words;
    *has_job = false;
    part = byline_part_strip(arena, name_words_trim(part), languages);
    if (byline_part_is_address(part))
        part.len = address_at(part);
    part = name_words_trim(without_brackets(arena, part));
    if (part.len == 0 || byline_part_is_other(arena, part, languages))
        return STR_NONE;
    name_words_split(arena, part, &words);
    size_t first = leading_job(arena, &words, languages);
    if (!first)
        first = is_publisher_before(arena, &words, languages);
    size_t end = first;
    while (end < words.n && !ends_name(arena, &words, end, languages))
        end++;
    *has_job = end < words.n && ends_in_other(arena, &words.items[end], languages);
    bool is_signed_so =
        end < words.n && name_word_is(arena, &words.items[end], WORDS_JOB, languages);
    bool has_case =
        name_word_case(&words.items[first]) != CASE_NONE; /* otherwise one word is a name */
    while (is_signed_so && end - first > 2 && name_is_common(&words.items[end - 1], languages))
        end--; /* "Jane Doe Political Correspondent" */
    if (is_signed_so && end - first < 2 && has_case)
        return first || end ? part : STR_NONE;
    if (end == first)
        return STR_NONE;
    end = before_date_article(arena, &words, first, end, languages);
    return name_words_trim(str_between(part, words.items[first].first, words.items[end - 1].end));
}

/*
 * Separates a publication's name from the person's name before it; see house_tail.h.
 */
#include "metadata/author/house_tail.h"

#include "base/ascii.h"
#include "metadata/author/name.h"

enum {
    MIN_WORDS = 3,
    MAX_WORDS = 7,
    MIN_SEEN = 2,      /* lines that must have the publication's name */
    MAX_LINE_WORDS = 9 /* in such a line: a menu entry, a title, a copyright notice */
};

static bool is_capital(char c) {
    return ascii_is_upper(c) || (unsigned char)c >= 0x80;
}

/* Counts the words if each begins with a capital; otherwise returns 0. */
static size_t count_capitalized(struct str text, size_t starts[MAX_WORDS]) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; n++) {
        if (n == MAX_WORDS || !is_capital(text.at[i]))
            return 0;
        starts[n] = i;
        i = str_find_byte(text, i, ' ') + 1;
    }
    return n;
}

/* "J.", "J" */
static bool is_initial(struct str text, size_t i) {
    return i + 2 < text.len && (text.at[i + 1] == '.' || text.at[i + 1] == ' ');
}

/* Whether a single word is known as an organisation or written as no surname is: "FOXBusiness". */
static bool is_house_word(struct gathering const *g, struct str word) {
    struct name_words words;
    name_words_split(g->arena, word, &words);
    bool is_known = words.n == 1 && name_word_is(g->arena, &words.items[0], WORDS_ORGANISATION,
                                                 gathering_languages(g));
    return is_known || (word.len > 3 && ascii_is_upper(word.at[0]) && ascii_is_upper(word.at[1]) &&
                        ascii_is_upper(word.at[2]) && ascii_is_lower(word.at[word.len - 1]));
}

static bool begins_sentence(struct str text, struct str name) {
    return str_starts_with(text, name) && text.len > name.len + 2 && text.at[name.len] == ' ' &&
           ascii_is_lower(text.at[name.len + 1]);
}

struct str house_tail_cut(const struct gathering *g, struct str text, uint32_t block) {
    size_t starts[MAX_WORDS], by = name_by_prefix(g->arena, text, gathering_languages(g));
    struct str names = str_between(text, by < text.len ? by : 0, text.len);
    size_t n = count_capitalized(names, starts), rest_at = 2, n_seen = 0;
    if (n < MIN_WORDS)
        return text;
    if (is_initial(names, starts[1]))
        rest_at = 3;
    if (rest_at >= n)
        return text;
    struct str person = str_between(names, 0, starts[rest_at] - 1);
    struct str rest = str_between(names, starts[rest_at], names.len);
    if (rest_at + 1 == n && !is_house_word(g, rest))
        return text;
    for (uint32_t i = 0; i < g->page->n_blocks; i++) {
        const struct block *other = &g->page->blocks[i];
        if (i == block)
            continue;
        if (begins_sentence(other->text, person))
            return person;
        if (str_holds(other->text, names))
            return text;
        n_seen += other->counts.n_words <= MAX_LINE_WORDS && str_holds(other->text, rest);
    }
    return n_seen >= MIN_SEEN ? person : text;
}

/*
 * Looks words up in the table of languages; see words.h.
 */
#include "lexicon/words.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* The words one after the other, each with its NUL. Entries have offsets into them: pointers would
 * cost a relocation each whenever a program starts. */
#define MEMBER_OF_LINE(line) word_##line
#define MEMBER(line) MEMBER_OF_LINE(line)
struct texts {
#define WORD(word, value, kind, languages) char MEMBER(__LINE__)[sizeof(word)];
#include "generated/words.inc"
#undef WORD
};

static const struct texts texts = {
#define WORD(word, value, kind, languages) word,
#include "generated/words.inc"
#undef WORD
};

static const struct words_entry entries[] = {
#define WORD(word, value, kind, languages)                                                         \
    {languages, offsetof(struct texts, MEMBER(__LINE__)), value, kind},
#include "generated/words.inc"
#undef WORD
};

/* A hash table with linear probing: 1 plus the index of the first entry that is a word or a
 * beginning of a phrase, or begins with it; 0 in an empty slot. No entry that begins with a key
 * comes before that of the key in its sequence of slots; see words.sh. */
static const uint16_t slots[] = {
#include "generated/words_slots.inc"
};

/* A Bloom filter, with one hash, of all words and all beginnings of phrases: nine in ten words on a
 * page are not in the table, and need no search. */
static const uint8_t filter[] = {
#include "generated/words_filter.inc"
};

/* For each hash, the kinds of the words that have it, and of the phrases that begin with such a
 * word. One lookup thus shows that a word is of other kinds than those asked for, as most words in
 * the table are. */
static const uint64_t kinds_of_hash[] = {
#include "generated/words_kinds.inc"
};

/* The same by the hash of the first two bytes of a word, or of its only byte. */
static const uint64_t kinds_of_head[] = {
#include "generated/words_heads.inc"
};

enum {
    N_HASHES = N_OF(kinds_of_hash),  /* a power of two */
    N_HEADS = N_OF(kinds_of_head),   /* a power of two */
    N_SLOTS = N_OF(slots),           /* a power of two; half of them are used */
    FILTER_BITS = 8 * sizeof filter, /* a power of two; one in five is set */
    N_ENTRIES = N_OF(entries),
    MAX_PHRASE_BYTES = 64,                /* the longest in the table has 43 */
    MAX_READ_BYTES = MAX_PHRASE_BYTES + 4 /* of a word: enough to see that it is longer */
};

/* In the order of words.txt, which determines each one's bit. */
static const char languages[][3] = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk",
                                    "sv", "da", "no", "fi", "cs", "tr", "el", "ar", "he", "hi",
                                    "ja", "zh", "ko", "vi", "id", "ro", "hu", "bg", "sk", "hr",
                                    "ca", "sl", "lt", "lv", "et", "fa", "th", "bn", "ms", "mk"};

_Static_assert(N_OF(languages) < 53, "words.sh computes with doubles");

/* Languages whose words are in the section of another. */
static const struct {
    char tag[3], section[3];
} varieties[] = {{"nb", "no"}, {"nn", "no"}, {"sr", "hr"}, {"bs", "hr"}, {"sh", "hr"}};

language_set words_languages(struct str tag) {
    if (tag.len < 2 || (tag.len > 2 && tag.at[2] != '-' && tag.at[2] != '_'))
        return ANY_LANGUAGE;
    char first = ascii_lower(tag.at[0]), second = ascii_lower(tag.at[1]);
    for (size_t i = 0; i < N_OF(varieties); i++)
        if (varieties[i].tag[0] == first && varieties[i].tag[1] == second) {
            first = varieties[i].section[0];
            second = varieties[i].section[1];
            break;
        }
    for (size_t i = 0; i < N_OF(languages); i++)
        if (languages[i][0] == first && languages[i][1] == second)
            return (language_set)1 << i;
    return ANY_LANGUAGE;
}

/* A Greek vowel without its accent (U+0390 to U+03CE); any other character unchanged. */
static uint32_t strip_greek(uint32_t c) {
    switch (c) {
    case 0x3AC:
        return 0x3B1;
    case 0x3AD:
        return 0x3B5;
    case 0x3AE:
        return 0x3B7;
    case 0x390:
    case 0x3AF:
    case 0x3CA:
        return 0x3B9;
    case 0x3CC:
        return 0x3BF;
    case 0x3B0:
    case 0x3CB:
    case 0x3CD:
        return 0x3C5;
    case 0x3CE:
        return 0x3C9;
    default:
        return c;
    }
}

/* Removes in place the differences that case folding leaves between spellings of a word. */
static size_t unify(char *text, size_t len) {
    struct str s = {text, len};
    size_t kept = 0;
    for (size_t i = 0; i < len;) {
        size_t start = i;
        uint32_t c = utf8_next(s, &i);
        if (c == 0x307 && kept && text[kept - 1] == 'i')
            continue;
        if (c == 0x131 || c == 0x2019) {
            text[kept++] = c == 0x131 ? 'i' : '\'';
            continue;
        }
        uint32_t plain = strip_greek(c);
        if (plain != c) { /* both take two bytes */
            text[kept++] = (char)(0xC0 | plain >> 6);
            text[kept++] = (char)(0x80 | (plain & 0x3F));
            continue;
        }
        memmove(text + kept, text + start, i - start);
        kept += i - start;
    }
    return kept;
}

/* Lowers ASCII into `to`, up to the first other byte; returns the length. */
static size_t lower_ascii(char *to, struct str s) {
    size_t i = 0;
    for (; i < s.len && (unsigned char)s.at[i] < 0x80; i++)
        to[i] = ascii_lower(s.at[i]);
    return i;
}

/* The folded form of a character if it is a single character and does not depend on its neighbours;
 * otherwise 0. */
static uint32_t fold_one(uint32_t c) {
    switch (c) {
    case 0x2019:
        return '\'';
    case 0x94D: /* the virama of Devanagari */
        return c;
    default:
        return strip_greek(utf8_fold_one(c));
    }
}

/* Folds text that consists of such characters and ASCII into `to`, which has s.len bytes (none gets
 * longer). For any other text, or white space that would be folded, *n is left unchanged. Most
 * words on the web are of this kind, and thousands are folded per page. */
static bool fold_plain(char *to, struct str s, size_t *n) {
    size_t end = 0;
    for (size_t i = 0; i < s.len;) {
        char c = s.at[i];
        if ((unsigned char)c < 0x80) {
            bool is_gap = c == ' ' && i && i + 1 < s.len && s.at[i - 1] != ' ';
            if (!is_gap && utf8_class((unsigned char)c) == UTF8_SPACE)
                return false;
            to[end++] = ascii_lower(c);
            i++;
            continue;
        }
        uint32_t folded = fold_one(utf8_next(s, &i));
        if (!folded || i > s.len)
            return false;
        end += utf8_put(to + end, folded);
    }
    *n = end;
    return true;
}

void words_append_folded(struct buffer *out, struct str s) {
    size_t start = out->len, n;
    char *to = buffer_reserve(out, s.len);
    if (lower_ascii(to, s) == s.len) {
        out->len += s.len;
        return;
    }
    if (fold_plain(to, s, &n)) {
        out->len += n;
        return;
    }
    utf8_append_folded(out, s);
    out->len = start + unify(out->data + start, out->len - start);
}

static const char *text_of(const struct words_entry *entry) {
    return (const char *)&texts + entry->text;
}

/* The byte of `text` after `s`, or -1 if it does not begin with `s`. The first bytes usually
 * decide, so a call is not worth it. */
static int byte_after(const char *text, struct str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != text[i] || !text[i])
            return -1;
    return (unsigned char)text[s.len];
}

static uint32_t hash_of(struct str folded) {
    uint32_t hash = 0;
    for (size_t i = 0; i < folded.len; i++)
        hash = hash * 31 + (unsigned char)folded.at[i];
    return hash;
}

static bool may_be_known(uint32_t hash) {
    hash %= FILTER_BITS;
    return filter[hash / 8] >> hash % 8 & 1;
}

uint64_t words_may_be(struct str folded) {
    uint32_t hash = hash_of(folded);
    return may_be_known(hash) ? kinds_of_hash[hash % N_HASHES] : 0;
}

/* All entries of a folded word: *n of them from the returned one on, followed by the phrases of the
 * table that begin with the word. */
static const struct words_entry *find_entries(struct str folded, size_t *n) {
    uint32_t hash = hash_of(folded);
    *n = 0;
    if (folded.len == 0 || !may_be_known(hash))
        return entries + N_ENTRIES;
    for (size_t slot = hash % N_SLOTS; slots[slot]; slot = (slot + 1) % N_SLOTS) {
        size_t first = slots[slot] - 1u;
        int after = byte_after(text_of(&entries[first]), folded);
        if (after != '\0' && after != ' ')
            continue;
        while (first + *n < N_ENTRIES && byte_after(text_of(&entries[first + *n]), folded) == '\0')
            ++*n;
        return entries + first;
    }
    return entries + N_ENTRIES;
}

/* The entry, of `n`, that is of one of the kinds, preferably in a wanted language; otherwise
 * NULL. */
static const struct words_entry *choose(const struct words_entry *entry, size_t n, uint64_t kinds,
                                        language_set wanted) {
    const struct words_entry *other = NULL;
    for (; n; n--, entry++) {
        if (!(kinds >> entry->kind & 1))
            continue;
        if (entry->languages & wanted)
            return entry;
        if (!other)
            other = entry;
    }
    return other;
}

struct str words_folded(struct arena *arena, struct str s) {
    size_t i = 0;
    while (i < s.len && (unsigned char)s.at[i] < 0x80 && !ascii_is_upper(s.at[i]))
        i++;
    if (i == s.len)
        return s;
    char *lower = arena_alloc(arena, s.len);
    size_t n;
    if (lower_ascii(lower, s) == s.len)
        return (struct str){lower, s.len};
    if (fold_plain(lower, s, &n))
        return (struct str){lower, n};
    struct buffer out;
    buffer_init(&out, arena);
    words_append_folded(&out, s);
    return buffer_str(&out);
}

/* A phrase to look up; on the stack, since thousands are looked up per page. */
struct phrase {
    char text[MAX_PHRASE_BYTES];
    size_t len;
};

/* Appends a folded word; false if that makes the phrase longer than any in the table. */
static bool add_word(struct phrase *phrase, struct arena *arena, struct str word) {
    if (phrase->len + word.len > sizeof phrase->text)
        return false;
    char *to = phrase->text + phrase->len;
    size_t n;
    if (lower_ascii(to, word) == word.len) {
        phrase->len += word.len;
        return true;
    }
    if (fold_plain(to, word, &n)) {
        phrase->len += n;
        return true;
    }
    struct buffer folded;
    buffer_init(&folded, arena);
    words_append_folded(&folded, word);
    if (phrase->len + folded.len > sizeof phrase->text)
        return false;
    memcpy(phrase->text + phrase->len, folded.data, folded.len);
    phrase->len += folded.len;
    return true;
}

const struct words_entry *words_look_up(struct arena *arena, struct str word, size_t *n) {
    struct phrase phrase;
    phrase.len = *n = 0;
    if (!add_word(&phrase, arena, word))
        return entries;
    return find_entries((struct str){phrase.text, phrase.len}, n);
}

const struct words_entry *words_look_up_longest(struct arena *arena, struct str text, size_t *len,
                                                size_t *n) {
    struct phrase phrase;
    size_t ends[WORDS_MAX_RUN], folded_ends[WORDS_MAX_RUN], n_ends = 0;
    bool is_plain = true; /* no character depends on its neighbours */
    phrase.len = 0;
    for (size_t i = 0, folded; n_ends < WORDS_MAX_RUN && i < text.len; n_ends++) {
        size_t start = i;
        utf8_next(text, &i);
        is_plain =
            is_plain && fold_plain(phrase.text + phrase.len, str_between(text, start, i), &folded);
        phrase.len += is_plain ? folded : 0;
        folded_ends[n_ends] = phrase.len;
        ends[n_ends] = i;
    }
    *n = 0;
    const struct words_entry *found = entries;
    for (size_t k = n_ends; k > 0 && *n == 0; k--) {
        *len = ends[k - 1];
        found = is_plain ? find_entries((struct str){phrase.text, folded_ends[k - 1]}, n)
                         : words_look_up(arena, str_between(text, 0, *len), n);
    }
    return found;
}

const struct words_entry *words_find(struct str folded, enum words_kind kind, language_set wanted) {
    size_t n;
    if (!(words_may_be(folded) & WORDS_BIT(kind)))
        return NULL;
    const struct words_entry *found = find_entries(folded, &n);
    return choose(found, n, WORDS_BIT(kind), wanted);
}

bool words_is(struct str folded, enum words_kind kind, language_set wanted) {
    const struct words_entry *entry = words_find(folded, kind, wanted);
    return entry && (entry->languages & wanted);
}

/* Whether the character can be part of a word in the table: apostrophes can, and the joiners of
 * Persian, which folding removes; points cannot. */
static bool is_word_character(uint32_t c) {
    enum utf8_class class = utf8_class(c);
    return class == UTF8_LETTER || class == UTF8_IDEOGRAPH || c == '\'' || c == 0x2019 ||
           c == 0x200C;
}

/* The index past the word at text.at[i], or i if there is none. */
static size_t skip_word(struct str text, size_t i) {
    while (i < text.len) {
        size_t next = i;
        if (!is_word_character(utf8_next(text, &next)))
            break;
        i = next;
    }
    return i;
}

static size_t skip_gap(struct str text, size_t i) {
    for (int n = 0; n < 2 && i < text.len; n++) { /* a full stop or hyphen, and a space */
        size_t next = i;
        uint32_t c = utf8_next(text, &next);
        if (c != '.' && c != '-' && c != ' ' && c != 0xA0 && c != '_')
            break;
        i = next;
    }
    return i;
}

/* Whether the entry, which may be one past the last, is a longer phrase that begins with this
 * one. */
static bool begins(const struct words_entry *entry, struct str phrase) {
    return entry < entries + N_ENTRIES && strncmp(text_of(entry), phrase.at, phrase.len) == 0;
}

/* The kinds that a word or phrase at the start of `text` may be of, by its first two bytes: of most
 * texts this shows that they begin with no word of the kinds asked for. */
static uint64_t may_begin_with(struct str text) {
    char head[8] = {0};
    size_t n = 0;
    if (text.len >= 2 && (unsigned char)(text.at[0] | text.at[1]) < 0x80) {
        uint32_t first = (unsigned char)ascii_lower(text.at[0]);
        uint32_t both = first * 31 + (unsigned char)ascii_lower(text.at[1]); /* as hash_of does */
        return kinds_of_head[both % N_HEADS] | kinds_of_head[first % N_HEADS];
    }
    for (size_t i = 0; n < 2 && i < text.len;) {
        unsigned char c = (unsigned char)text.at[i];
        uint32_t folded =
            c < 0x80 ? (uint32_t)ascii_lower(text.at[i++]) : fold_one(utf8_next(text, &i));
        if (!folded)
            return UINT64_MAX;
        n += utf8_put(head + n, folded);
    }
    struct str key = {head, 2};
    return kinds_of_head[hash_of(key) % N_HEADS] |
           kinds_of_head[hash_of(str_between(key, 0, 1)) % N_HEADS];
}

size_t words_prefix_of(struct arena *arena, struct str text, uint64_t kinds, language_set wanted,
                       const struct words_entry **out) {
    struct phrase phrase;
    size_t best = 0, end = 0;
    if (!(may_begin_with(text) & kinds))
        return 0;
    phrase.len = 0;
    for (int n = 0; n < WORDS_MAX_PHRASE; n++) {
        size_t start = n ? skip_gap(text, end) : 0;
        size_t near = text.len - start > MAX_READ_BYTES ? start + MAX_READ_BYTES : text.len;
        size_t word = skip_word(str_between(text, 0, near), start);
        if (word == start || (n && start == end) || (n && !add_word(&phrase, arena, STR(" "))) ||
            !add_word(&phrase, arena, str_between(text, start, word)))
            break;
        end = word;
        size_t n_found;
        struct str key = {phrase.text, phrase.len};
        if (!(words_may_be(key) & kinds))
            break;
        const struct words_entry *found = find_entries(key, &n_found);
        const struct words_entry *entry = choose(found, n_found, kinds, wanted);
        if (entry && (entry->languages & wanted)) {
            best = end;
            if (out)
                *out = entry;
        }
        if (!begins(found + n_found, key))
            break;
    }
    return best;
}

size_t words_prefix(struct arena *arena, struct str text, enum words_kind kind,
                    language_set wanted) {
    return words_prefix_of(arena, text, WORDS_BIT(kind), wanted, NULL);
}

/*
 * Recognizes languages by script and n-grams; see language.h. languages.py generates the table.
 */
#include "lexicon/language.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/close_language.h"

enum script {
    SCRIPT_NONE, /* signs, and letters that are not counted */
    SCRIPT_LATIN,
    SCRIPT_CYRILLIC,
    SCRIPT_ARABIC,
    SCRIPT_DEVANAGARI,
    N_MODEL_SCRIPTS, /* the scripts above are shared by several languages */
    SCRIPT_HAN = N_MODEL_SCRIPTS,
    SCRIPT_KANA,
    SCRIPT_HANGUL,
    SCRIPT_GREEK,
    SCRIPT_HEBREW,
    SCRIPT_ARMENIAN,
    SCRIPT_BENGALI,
    SCRIPT_GURMUKHI,
    SCRIPT_GUJARATI,
    SCRIPT_ORIYA,
    SCRIPT_TAMIL,
    SCRIPT_TELUGU,
    SCRIPT_KANNADA,
    SCRIPT_MALAYALAM,
    SCRIPT_SINHALA,
    SCRIPT_THAI,
    SCRIPT_LAO,
    SCRIPT_TIBETAN,
    SCRIPT_BURMESE,
    SCRIPT_GEORGIAN,
    SCRIPT_ETHIOPIC,
    SCRIPT_KHMER,
    N_SCRIPTS
};

/* The language of each script that has only one. */
static const char *const script_languages[N_SCRIPTS] = {
    [SCRIPT_HAN] = "zh",     [SCRIPT_KANA] = "ja",      [SCRIPT_HANGUL] = "ko",
    [SCRIPT_GREEK] = "el",   [SCRIPT_HEBREW] = "he",    [SCRIPT_ARMENIAN] = "hy",
    [SCRIPT_BENGALI] = "bn", [SCRIPT_GURMUKHI] = "pa",  [SCRIPT_GUJARATI] = "gu",
    [SCRIPT_ORIYA] = "or",   [SCRIPT_TAMIL] = "ta",     [SCRIPT_TELUGU] = "te",
    [SCRIPT_KANNADA] = "kn", [SCRIPT_MALAYALAM] = "ml", [SCRIPT_SINHALA] = "si",
    [SCRIPT_THAI] = "th",    [SCRIPT_LAO] = "lo",       [SCRIPT_TIBETAN] = "bo",
    [SCRIPT_BURMESE] = "my", [SCRIPT_GEORGIAN] = "ka",  [SCRIPT_ETHIOPIC] = "am",
    [SCRIPT_KHMER] = "km"};

struct model_language {
    const char *tag;
    enum script script;
};

#include "generated/languages.inc"

enum { N_LANGUAGES = N_OF(model_languages), N_KEYS = N_OF(model_keys) };

static const struct {
    uint32_t first, last;
    enum script script;
} ranges[] = {
    {0xC0, 0x24F, SCRIPT_LATIN},       {0x370, 0x3FF, SCRIPT_GREEK},
    {0x400, 0x52F, SCRIPT_CYRILLIC},   {0x531, 0x587, SCRIPT_ARMENIAN},
    {0x591, 0x5F4, SCRIPT_HEBREW},     {0x610, 0x61A, SCRIPT_ARABIC},
    {0x620, 0x65F, SCRIPT_ARABIC},     {0x66E, 0x6D3, SCRIPT_ARABIC},
    {0x6D5, 0x6EF, SCRIPT_ARABIC},     {0x6FA, 0x6FF, SCRIPT_ARABIC},
    {0x750, 0x77F, SCRIPT_ARABIC},     {0x900, 0x963, SCRIPT_DEVANAGARI},
    {0x971, 0x97F, SCRIPT_DEVANAGARI}, {0x980, 0x9FF, SCRIPT_BENGALI},
    {0xA00, 0xA7F, SCRIPT_GURMUKHI},   {0xA80, 0xAFF, SCRIPT_GUJARATI},
    {0xB00, 0xB7F, SCRIPT_ORIYA},      {0xB80, 0xBFF, SCRIPT_TAMIL},
    {0xC00, 0xC7F, SCRIPT_TELUGU},     {0xC80, 0xCFF, SCRIPT_KANNADA},
    {0xD00, 0xD7F, SCRIPT_MALAYALAM},  {0xD80, 0xDFF, SCRIPT_SINHALA},
    {0xE00, 0xE7F, SCRIPT_THAI},       {0xE80, 0xEFF, SCRIPT_LAO},
    {0xF00, 0xFFF, SCRIPT_TIBETAN},    {0x1000, 0x109F, SCRIPT_BURMESE},
    {0x10A0, 0x10FF, SCRIPT_GEORGIAN}, {0x1100, 0x11FF, SCRIPT_HANGUL},
    {0x1200, 0x137F, SCRIPT_ETHIOPIC}, {0x1780, 0x17FF, SCRIPT_KHMER},
    {0x1E00, 0x1EFF, SCRIPT_LATIN},    {0x3040, 0x30FF, SCRIPT_KANA},
    {0x3400, 0x9FFF, SCRIPT_HAN},      {0xAC00, 0xD7A3, SCRIPT_HANGUL},
};

static enum script script_of(uint32_t c) {
    if (c < 0xC0)
        return ascii_is_letter((char)(c < 0x80 ? c : 0)) ? SCRIPT_LATIN : SCRIPT_NONE;
    if (c == 0xD7 || c == 0xF7)
        return SCRIPT_NONE;
    size_t low = 0, high = N_OF(ranges);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ranges[middle].last < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < N_OF(ranges) && ranges[low].first <= c ? ranges[low].script : SCRIPT_NONE;
}

/* Lower case of the letters in the table, computed from their positions in Unicode, which is
 * fast. */
static uint32_t lower(uint32_t c) {
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if ((c >= 0xC0 && c <= 0xDE) || (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    bool is_odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (is_odd_upper)
        return c + (c & 1);
    bool has_pairs = (c >= 0x100 && c <= 0x177) || (c >= 0x1CD && c <= 0x24F) ||
                     (c >= 0x460 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1EFF);
    if (c == 0x130) /* of Turkish */
        return 'i';
    if (c == 0x1A0 || c == 0x1AF) /* of Vietnamese */
        return c + 1;
    return has_pairs ? c | 1 : c == 0x178 ? 0xFF : c;
}

/* ---- scores ---- */

struct tally {
    uint32_t scores[N_LANGUAGES];
    /* by script: the score of an imaginary language in which each gram has its highest weight */
    uint32_t best_scores[N_MODEL_SCRIPTS];
    unsigned letters[N_SCRIPTS];
    unsigned n_letters;
};

static uint32_t hash_of(const uint32_t *letters, size_t n) {
    uint32_t h = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < n; i++)
        h = (h ^ letters[i]) * 16777619u;
    return h;
}

/* The index where a key is, give or take some 35: keys are hashes, so they are evenly
 * distributed. */
static size_t guess_key(uint32_t key) {
    return (size_t)(((uint64_t)key * N_KEYS) >> 32);
}

/* A better guess, from the key that is found there: a few off. */
static size_t guess_again(uint32_t key, size_t at) {
    int64_t step = ((int64_t)key - (int64_t)model_keys[at]) * N_KEYS / ((int64_t)1 << 32);
    int64_t next = (int64_t)at + step;
    return next < 0 ? 0 : next < N_KEYS ? (size_t)next : (size_t)N_KEYS - 1;
}

/* The index of the key, or N_KEYS. */
static size_t find_key(uint32_t key, size_t at) {
    while (at > 0 && model_keys[at] > key)
        at--;
    while (at < N_KEYS && model_keys[at] < key)
        at++;
    return at < N_KEYS && model_keys[at] == key ? at : N_KEYS;
}

/* Adds the weights of pairs first .. end-1, which are in one row of the table, to the scores of
 * their languages; returns the highest of them and `most`. A weight is 3.2 times the natural
 * logarithm of the gram's likelihood; languages.py writes a language and a weight with one
 * character each. */
static unsigned add_pairs(struct tally *tally, size_t first, size_t end, unsigned most) {
    const unsigned char *at =
        (const unsigned char *)&model_pairs[first / PAIRS_PER_ROW][first % PAIRS_PER_ROW * 2];
    for (const unsigned char *stop = at + (end - first) * 2; at < stop; at += 2) {
        unsigned weight = at[1] - (']' - 1u);
        tally->scores[at[0] - '('] += weight;
        most = weight > most ? weight : most;
    }
    return most;
}

/* Adds the weights of the gram whose key has this index. */
static void add_key(struct tally *tally, enum script script, size_t key) {
    unsigned most = 0;
    for (size_t first = model_firsts[key], end = model_firsts[key + 1]; first < end;) {
        size_t row_end = (first / PAIRS_PER_ROW + 1) * PAIRS_PER_ROW;
        size_t stop = row_end < end ? row_end : end;
        most = add_pairs(tally, first, stop, most);
        first = stop;
    }
    tally->best_scores[script] += most;
}

/* Grams that are to be counted. The table is larger than a processor's first cache, and each gram
 * is somewhere else in it. So they are counted many at a time, step by step, and each step fetches
 * what the next one needs, for all of them at once. */
struct batch {
    struct gram {
        uint32_t key;
        enum script script;
        size_t at; /* in model_keys */
    } grams[64];
    size_t n;
};

static void count_batch(struct batch *batch, struct tally *tally) {
    struct gram *end = batch->grams + batch->n;
    for (struct gram *gram = batch->grams; gram < end; gram++) {
        gram->at = guess_again(gram->key, gram->at);
        __builtin_prefetch(&model_keys[gram->at]);
    }
    for (struct gram *gram = batch->grams; gram < end; gram++) {
        gram->at = find_key(gram->key, gram->at);
        __builtin_prefetch(&model_firsts[gram->at]);
    }
    for (struct gram *gram = batch->grams; gram < end; gram++)
        if (gram->at < N_KEYS) {
            size_t first = model_firsts[gram->at];
            __builtin_prefetch(&model_pairs[first / PAIRS_PER_ROW][first % PAIRS_PER_ROW * 2]);
        }
    for (struct gram *gram = batch->grams; gram < end; gram++)
        if (gram->at < N_KEYS)
            add_key(tally, gram->script, gram->at);
    batch->n = 0;
}

static void add_gram(struct batch *batch, struct tally *tally, enum script script,
                     const uint32_t *letters, size_t n) {
    uint32_t key = hash_of(letters, n);
    if (batch->n == N_OF(batch->grams))
        count_batch(batch, tally);
    batch->grams[batch->n++] = (struct gram){key, script, guess_key(key)};
    __builtin_prefetch(&model_keys[guess_key(key)]);
}

enum { MAX_WORD = 40, SHORT_WORD_MIN = 3, SHORT_WORD_MAX = 6 };

/* Counts the word letters[1 .. n], including its boundaries. */
static void add_word(struct batch *batch, struct tally *tally, enum script script,
                     uint32_t *letters, size_t n) {
    letters[0] = letters[n + 1] = '_';
    for (size_t i = 0; i < n; i++)
        add_gram(batch, tally, script, letters + i, 3);
    if (n >= SHORT_WORD_MIN && n <= SHORT_WORD_MAX)
        add_gram(batch, tally, script, letters, n + 2);
}

static void read_text(struct str text, unsigned most_letters, struct tally *out) {
    uint32_t word[MAX_WORD + 2];
    struct batch batch;
    batch.n = 0;
    enum script word_script = SCRIPT_NONE;
    size_t n = 0;
    *out = (struct tally){0};
    for (size_t i = 0; i < text.len && out->n_letters < most_letters;) {
        uint32_t c = utf8_next(text, &i);
        enum script script = script_of(c);
        if (script != word_script || n == MAX_WORD) {
            if (n > 0)
                add_word(&batch, out, word_script, word, n);
            n = 0;
            word_script = script;
        }
        out->letters[script]++;
        out->n_letters += script != SCRIPT_NONE;
        if (script > SCRIPT_NONE && script < N_MODEL_SCRIPTS)
            word[++n] = lower(c);
    }
    if (n > 0)
        add_word(&batch, out, word_script, word, n);
    count_batch(&batch, out);
}

static enum script main_script(const struct tally *tally) {
    enum script best = SCRIPT_NONE;
    for (int script = SCRIPT_NONE + 1; script < N_SCRIPTS; script++)
        if (tally->letters[script] > tally->letters[best] || best == SCRIPT_NONE)
            best = (enum script)script;
    /* Some Japanese texts have more ideographs than kana; Chinese has no kana. */
    bool is_japanese =
        best == SCRIPT_HAN && tally->letters[SCRIPT_KANA] * 20 > tally->letters[best];
    return is_japanese ? SCRIPT_KANA : best;
}

/* A text in a language that is not in the table has grams of several that are, so none of them
 * reaches the score of its own texts. Of 21,000 passages of 200 characters in 330 such languages,
 * most of which are not close to any in the table, this bound rejects 73 %; of passages in the
 * table's own languages .3 %, and of real pages .5 %. A bound of 80 rejects 82 %, but 3.4 % of
 * pages. */
enum { LEAST_PERCENT = 78 };

/* The most likely language of a script, or N_LANGUAGES. */
static size_t best_of(const struct tally *tally, enum script script) {
    size_t best = N_LANGUAGES;
    for (size_t i = 0; i < N_LANGUAGES; i++)
        if (model_languages[i].script == script && tally->scores[i] > 0 &&
            (best == N_LANGUAGES || tally->scores[i] > tally->scores[best]))
            best = i;
    if (best == N_LANGUAGES)
        return best;
    uint32_t least = tally->best_scores[script] * (uint32_t)LEAST_PERCENT;
    return tally->scores[best] * 100 >= least ? best : N_LANGUAGES;
}

/* Fewer letters are not enough, except that each ideograph or syllable counts as two. */
enum { MIN_LETTERS = 40 };

struct language_guess language_guess(struct str text) {
    struct tally tally;
    read_text(text, LANGUAGE_SAMPLE_LETTERS, &tally);
    enum script script = main_script(&tally);
    struct language_guess guess = {NULL, tally.n_letters};
    bool is_dense = script == SCRIPT_HAN || script == SCRIPT_KANA || script == SCRIPT_HANGUL;
    if (tally.n_letters * (is_dense ? 2 : 1) < MIN_LETTERS)
        return guess;
    size_t best = best_of(&tally, script);
    guess.tag = script >= N_MODEL_SCRIPTS ? script_languages[script]
                : best < N_LANGUAGES      ? close_language_of(text, model_languages[best].tag)
                                          : NULL;
    return guess;
}

/* The script of a language, and its index among the languages of the table. */
static enum script script_of_tag(struct str tag, size_t *language) {
    *language = N_LANGUAGES;
    struct str primary = str_before(tag, '-');
    if (str_equals_lower(primary, STR("no")))
        primary = STR("nb");
    for (size_t i = 0; i < N_LANGUAGES; i++)
        if (str_equals_lower(primary, str_of(model_languages[i].tag))) {
            *language = i;
            return model_languages[i].script;
        }
    for (int script = N_MODEL_SCRIPTS; script < N_SCRIPTS; script++)
        if (str_equals_lower(primary, str_of(script_languages[script])))
            return (enum script)script;
    return SCRIPT_NONE;
}

/* Whether a language that has another script in the table is also written in Latin letters. */
static bool is_written_in_latin(struct str tag) {
    static const struct str tags[] = {STR_INIT("sr"), STR_INIT("kk"), STR_INIT("mn")};
    return str_any(str_before(tag, '-'), tags, N_OF(tags), str_equals_lower);
}

/* A declared language is believed unless the text scores less than this share of its score in
 * another. Two similar languages (Czech and Slovak) score within two percent of each other; English
 * and German are twenty apart. */
enum { BELIEVED_PERCENT = 88, SURE_LETTERS = 200 };

/* On nearly all pages, this many letters are enough to see that they are in the declared
 * language. */
enum { FIRST_LETTERS = 64 };

static bool is_of_ideographs(enum script script) {
    return script == SCRIPT_HAN || script == SCRIPT_KANA;
}

/* Whether the text is in one script, with hardly a letter in that of the declared language. */
static bool is_in_other_script(const struct tally *tally, enum script script,
                               enum script declared) {
    unsigned n = tally->letters[script];
    if (is_of_ideographs(script))
        n = tally->letters[SCRIPT_HAN] + tally->letters[SCRIPT_KANA];
    if (is_of_ideographs(script) && is_of_ideographs(declared))
        return false;
    return n * 10 > tally->n_letters * 8 && tally->letters[declared] * 10 < tally->n_letters;
}

bool language_contradicts(struct str text, struct str tag) {
    struct tally tally;
    size_t declared;
    enum script declared_script = script_of_tag(tag, &declared);
    if (declared_script == SCRIPT_NONE)
        return false;
    if (declared < N_LANGUAGES) {
        read_text(text, FIRST_LETTERS, &tally);
        if (best_of(&tally, declared_script) == declared && main_script(&tally) == declared_script)
            return false;
    }
    read_text(text, LANGUAGE_SAMPLE_LETTERS, &tally);
    enum script script = main_script(&tally);
    if (tally.n_letters < SURE_LETTERS / 2)
        return false;
    if (script != declared_script)
        return !is_written_in_latin(tag) && is_in_other_script(&tally, script, declared_script);
    size_t best = best_of(&tally, script);
    return declared < N_LANGUAGES && best < N_LANGUAGES && tally.n_letters >= SURE_LETTERS &&
           tally.scores[declared] * 100 < tally.scores[best] * (uint32_t)BELIEVED_PERCENT;
}

/*
 * Counts function words; see close_language.h.
 */
#include "lexicon/close_language.h"

#include "base/ascii.h"

/* The most frequent words that some languages of a group have and others do not. */
static const struct close_language {
    unsigned group;
    const char *tag;
    struct str words; /* between spaces, in lower case */
} languages[] = {
    {1, "nb",
     STR_INIT(
         " av bare begge blir bli ble de den denne disse ei en enn et etter fra gi gjøre ha han "
         "har hun hva hver hvert hvis hvor hvordan hverandre ikke kunne mange mellom men mer "
         "mot nå noe noen også ofte opp oss på se seg sin sitt slik som samme sammen ut uten "
         "være vært ville å ")},
    {1, "nn",
     STR_INIT(
         " av berre begge blir bli blei dei den denne desse ei ein eit enn etter frå gje gjere "
         "ha han har ho kva kvar kvart korleis kvarandre ikkje kunne mange mellom men meir mot "
         "no noko nokon nokre også ofte opp oss på sjå seg sin sitt slik som same saman ut utan "
         "vere vore ville å ")},
    {1, "da",
     STR_INIT(
         " af bare begge bliver blive blev de den denne der disse en end et efter fra give gøre "
         "have han har hun hvad hver hvert hvis hvor hvordan hinanden ikke kunne mange mellem "
         "men mere mod nu noget nogen også ofte op os på se sig sin sit sådan som samme sammen "
         "ud uden være været ville ")},
    {2, "es",
     STR_INIT(
         " a al con de del donde el en entre es esta este fue hay la las lo los más mientras muy "
         "ni no o para pero por que se ser si sin sobre son su sus también tiene toda todo todos "
         "un una y ya ")},
    {2, "gl",
     STR_INIT(
         " a á ao aos as ás co coa con cos da das de do dos dun dunha e é en entre esta este "
         "foi hai mais máis moi moito na nas nin no non nos nunha nun o onde os ou para pero "
         "pola polo polos que se ser sen si sobre son súa seu tamén ten toda todo un unha xa ")},
    {2, "pt",
     STR_INIT(" a à ao aos as às com da das de do dos dum duma e é em entre esta este está foi há "
              "mais mas muito na nas nem no não nos numa num o onde os ou para pela pelo pelos que "
              "se ser sem são sobre sua seu também tem toda todo um uma já ")},
};

static bool is_letter(char c) {
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* Reads the next word at or after *at, with a space on either side, into `out`; moves *at past it.
 * Returns its length with the spaces; 0 if there is none or it is longer than any function word. */
enum { MAX_WORD_BYTES = 16 };

static size_t next_word(struct str text, size_t *at, char out[MAX_WORD_BYTES + 2]) {
    while (*at < text.len && !is_letter(text.at[*at]))
        ++*at;
    size_t len = 0;
    for (; *at < text.len && is_letter(text.at[*at]); ++*at)
        if (++len <= MAX_WORD_BYTES)
            out[len] = ascii_lower(text.at[*at]);
    if (len == 0 || len > MAX_WORD_BYTES)
        return 0;
    out[0] = out[len + 1] = ' ';
    return len + 2;
}

static size_t find(const char *tag) {
    size_t i = 0;
    while (i < N_OF(languages) && strcmp(languages[i].tag, tag) != 0)
        i++;
    return i;
}

const char *close_language_of(struct str text, const char *tag) {
    enum { MOST_BYTES = 2000 };
    unsigned n[N_OF(languages)] = {0};
    size_t own = find(tag);
    if (own == N_OF(languages))
        return tag;
    if (text.len > MOST_BYTES)
        text.len = MOST_BYTES;
    for (size_t at = 0; at < text.len;) {
        char word[MAX_WORD_BYTES + 2];
        size_t len = next_word(text, &at, word);
        for (size_t i = 0; len && i < N_OF(languages); i++)
            if (languages[i].group == languages[own].group)
                n[i] += str_holds(languages[i].words, (struct str){word, len});
    }
    size_t best = own;
    for (size_t i = 0; i < N_OF(languages); i++)
        if (n[i] > n[best])
            best = i;
    return languages[best].tag;
}

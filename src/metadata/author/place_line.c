/*
 * Recognizes names of places; see place_line.h.
 */
#include "metadata/author/place_line.h"

#include "base/ascii.h"
#include "lexicon/words.h"

static bool is_letter(char c) {
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* Whether a text ends with a preposition of place. */
static bool ends_in_place_word(struct str text) {
    static const struct str WORDS[] = {STR_INIT(" in"), STR_INIT(" im"), STR_INIT(" at"),
                                       STR_INIT(" near")};
    return str_any(text, WORDS, N_OF(WORDS), str_ends_with);
}

/* What follows the name of a town. Those that are given names too are left out: "Woolf, Virginia",
 * "Roe, Georgia". */
static const struct str REGIONS =
    STR_INIT("Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Hawaii|"
             "Idaho|Illinois|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|"
             "Michigan|Minnesota|Mississippi|Missouri|Nebraska|Nevada|New Hampshire|New Jersey|"
             "New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|"
             "Rhode Island|South Carolina|South Dakota|Texas|Utah|Vermont|West Virginia|"
             "Wisconsin|Wyoming|D.C.|Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|Fla.|Ill.|Kan.|Mass.|"
             "Mich.|Minn.|Miss.|Mo.|Mont.|Neb.|Nev.|N.C.|N.D.|N.H.|N.J.|N.M.|N.Y.|Okla.|Ore.|"
             "R.I.|S.C.|S.D.|Tenn.|Tex.|Vt.|Wash.|Wis.|Wyo.|British Columbia|Manitoba|"
             "New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Saskatchewan|New South Wales|"
             "Queensland|Tasmania|Argentina|Australia|Austria|Belgium|Brazil|Bulgaria|Canada|"
             "Chile|Colombia|Croatia|Denmark|Deutschland|Egypt|England|Ethiopia|Finland|Germany|"
             "Greece|Hungary|Iceland|Indonesia|Iran|Iraq|Italy|Japan|Lebanon|Malaysia|Mexico|"
             "Morocco|Netherlands|New Zealand|Nigeria|Norway|Pakistan|Philippines|Poland|"
             "Portugal|Romania|Russia|Scotland|Serbia|Singapore|Slovakia|Slovenia|Spain|Sweden|"
             "Switzerland|Syria|Thailand|Tunisia|Turkey|UK|U.K.|Ukraine|United Kingdom|"
             "United States|USA|U.S.|Vietnam|Wales|Österreich|Schweiz|Frankreich|Italien|Spanien|"
             "Polen|Niederlande|Bayern|Hessen|Sachsen|España|México|Brasil|Perú|Italia|Suisse|"
             "Belgique|Allemagne|Espagne|Italie|Polska|");

/* Given names, rarely: "Irving, Washington". */
static const struct str RARE_NAMES = STR_INIT("France|Ireland|Washington|");

/* Whether a list has the text as one of its items, each of which ends with '|'. */
static bool is_listed(struct str list, struct str text) {
    for (size_t at = 0; at < list.len;) {
        size_t end = str_find_byte(list, at, '|');
        if (str_equals(text, str_between(list, at, end)))
            return true;
        at = end + 1;
    }
    return false;
}

/* What follows a town of one word, or nothing. */
static struct str after_town(struct str text) {
    size_t comma = str_find_byte(text, 0, ',');
    struct str town = str_trim(str_between(text, 0, comma));
    if (comma == text.len || !town.len || str_has_byte(town, ' '))
        return STR_NONE;
    return str_trim(str_between(text, comma + 1, text.len));
}

bool place_line_is_town(struct str text) {
    return is_listed(REGIONS, after_town(text));
}

bool place_line_may_be_town(struct str text) {
    return place_line_is_town(text) || is_listed(RARE_NAMES, after_town(text));
}

/* Whether the name from text.at[at] to text.at[end] is a place's: "in New York", "near the Sea
 * Wall." But "in the Jane Doe archive" it belongs to a longer one, as it does before a capital. */
static bool is_placed(struct str text, size_t at, size_t end) {
    static const struct str THE = STR_INIT(" the");
    struct str before = str_between(text, 0, at - 1);
    char next = end < text.len && text.at[end] == ' ' && end + 1 < text.len ? text.at[end + 1] : 0;
    if (!str_ends_with(before, THE))
        return !ascii_is_upper(next) && ends_in_place_word(before);
    before.len -= THE.len;
    return !next && ends_in_place_word(before);
}

bool place_line_is_told_of(const struct gathering *g, struct str name) {
    for (uint32_t i = 0; i < g->page->n_blocks; i++) {
        struct str text = g->page->blocks[i].text;
        size_t at = str_find(text, name), end = at + name.len;
        bool is_whole = at > 1 && at < text.len && text.at[at - 1] == ' ' &&
                        (end == text.len || !(is_letter(text.at[end]) || text.at[end] == '\''));
        if (is_whole && is_placed(text, at, end))
            return true;
    }
    return false;
}

/* Whether a text has three words or more, or a number. */
static bool is_long(struct str text) {
    size_t n_spaces = 0;
    bool has_digit = false;
    for (size_t i = 0; i < text.len; i++) {
        n_spaces += text.at[i] == ' ';
        has_digit |= ascii_is_digit(text.at[i]);
    }
    return has_digit || n_spaces >= 2;
}

bool place_line_is_room(struct str text, language_set languages) {
    static const struct str LAST[] = {
        STR_INIT(" Room"),    STR_INIT(" Ballroom"),   STR_INIT(" Courtroom"),
        STR_INIT(" Embassy"), STR_INIT(" Auditorium"), STR_INIT(" Airport"),
        STR_INIT(" Avenue"),  STR_INIT(" Building"),   STR_INIT(" Boulevard"),
        STR_INIT(" Stadium"), STR_INIT(" Theatre"),    STR_INIT(" Theater")};
    static const struct str SURNAMES[] = {STR_INIT(" Square"), STR_INIT(" Road"),
                                          STR_INIT(" Station")};
    static const struct str FIRST[] = {STR_INIT("Plaza "),
                                       STR_INIT("Piazza "),
                                       STR_INIT("Rue "),
                                       STR_INIT("Calle "),
                                       STR_INIT("Pra\xC3\xA7"
                                                "a "),
                                       STR_INIT("Pla\xC3\xA7"
                                                "a ")};
    static const struct str HOUSES[] = {
        STR_INIT("Palais "),        STR_INIT("Palazzo "),        STR_INIT("Schloss "),
        STR_INIT("Schlo\xC3\x9F "), STR_INIT("Ch\xC3\xA2teau "), STR_INIT("Museum "),
        STR_INIT("Teatro "),        STR_INIT("Hotel "),          STR_INIT("Galerie ")};
    language_set romance = words_languages(STR("es")) | words_languages(STR("fr")) |
                           words_languages(STR("it")) | words_languages(STR("pt")) |
                           words_languages(STR("ca"));
    return str_any(text, LAST, N_OF(LAST), str_ends_with) ||
           str_any(text, HOUSES, N_OF(HOUSES), str_starts_with) ||
           (is_long(text) && str_any(text, SURNAMES, N_OF(SURNAMES), str_ends_with)) ||
           ((languages & romance) && str_any(text, FIRST, N_OF(FIRST), str_starts_with));
}

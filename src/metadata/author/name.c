/*
 * Judges whether a text is a name, and finds byline words before one; see name.h.
 */
#include "metadata/author/name.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"
#include "metadata/author/name_words.h"

enum {
    MAX_IDEOGRAPH_BYTES = 15, /* five characters */
    MAX_GIVEN_BYTES = 9,      /* three characters */
    MAX_THAI_BYTES = 60,      /* twenty letters and vowel signs */
    MAX_THAI_WORDS = 3,
    MAX_PERSON_WORDS = 5, /* "Maria del Carmen García López" */
    MAX_OTHER_WORDS = 6,  /* in text that could be anything: longer ones are sentences */
    MAX_GROUP_WORDS = 9   /* "FDA Center for Drug Evaluation and Research" has seven */
};

/* ---- judging ---- */

bool name_is_ideographic(struct str text) {
    size_t i = 0;
    return text.len && utf8_class(utf8_next(text, &i)) == UTF8_IDEOGRAPH;
}

bool name_is_common(const struct name_word *word, language_set languages) {
    struct str stem = word->folded;
    if (!str_ends_with(stem, STR("'s")))
        return name_word_has_kind(word, WORDS_COMMON, languages);
    stem.len -= 2; /* "Editor's Note" */
    return words_is(stem, WORDS_COMMON, languages);
}

/* Whether a text begins with a Thai letter (U+0E01 to U+0E5B). */
static bool is_thai(struct str text) {
    return text.len > 2 && (unsigned char)text.at[0] == 0xE0 &&
           ((unsigned char)text.at[1] == 0xB8 || (unsigned char)text.at[1] == 0xB9);
}

/* Whether a word of a script without spaces is longer than a surname or a given name. */
static bool is_long_ideographs(struct str word) {
    return name_is_ideographic(word) &&
           word.len > (is_thai(word) ? MAX_THAI_BYTES : MAX_IDEOGRAPH_BYTES);
}

/* "d'Aubigny", "dell'Orto" */
static bool has_elided_particle(struct str word) {
    size_t at = str_find_byte(word, 0, '\'');
    if (at == word.len)
        at = str_find(word, STR("\xE2\x80\x99"));
    return at > 0 && at <= 4 && at + 1 < word.len &&
           (ascii_is_upper(word.at[at + 1]) || (unsigned char)word.at[at + 1] >= 0x80);
}

static bool is_name_word(struct arena *arena, const struct name_word *word,
                         language_set languages) {
    if (is_long_ideographs(word->text) || name_words_has_digit(word->text) ||
        name_word_is(arena, word, WORDS_JOB, languages) ||
        name_word_is(arena, word, WORDS_ORGANISATION, languages) ||
        name_is_common(word, languages) || name_word_has_kind(word, WORDS_NOISE, languages))
        return false;
    return name_word_case(word) != CASE_LOWER ||
           name_word_has_kind(word, WORDS_PARTICLE, ANY_LANGUAGE) ||
           has_elided_particle(word->text);
}

/* The first characters of Chinese and Korean surnames, which come first: a hundred of them cover
 * more than nine tenths of the people. */
static const struct str HAN_SURNAMES =
    STR_INIT("王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅"
             "梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇"
             "卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭"
             "譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱"
             "錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏"
             "倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶焦向柳邢路岳齐齊"
             "梅莫庄莊辛管祝左涂祁时舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄"
             "项項曲成游裴席卫衛查屈鲍鮑覃霍翁隋甘景单包司柏宁柯阮桂闵柴华"
             "車车冉房吉饶瞿戚丘古米池滕臧宫苟褚廉简娄符穆燕郎谈连栾郁蒙喻"
             "窦迟敖冷卓艾蓝巩仲虞卞封官楚宗应巫桑荆沙岑习");
static const struct str HANGUL_SURNAMES =
    STR_INIT("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남"
             "심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마"
             "길연위표명기반라왕금옥육인맹제모탁국어은편용");

/* Japanese surnames, most of two characters. */
static const struct str KANJI_SURNAMES =
    STR_INIT("佐藤鈴木高橋田中伊藤渡辺渡邊山本中村小林加藤吉田山田佐々"
             "木山口松本井上木村斎藤齋藤清水山崎池田橋本阿部石川前田藤"
             "田後藤小川岡田村上長谷川近藤石井斉藤坂本遠藤青木藤井西村"
             "福田太田三浦藤原岡本松田中島中野原田小野田村竹内金子中山"
             "和田石田工藤上田森田横山酒井柴田宮崎宮本内田高木谷口大野"
             "丸山今井高田藤本武田村田上野杉山増田平野大塚千葉久保松井"
             "小島岩崎桜井野口松尾菊地木下野村佐野菊池渡部新井古川水野"
             "市川小松島田大西西田高野吉川山内西川飯田浜田浅野北村荒木"
             "永田大橋中川松岡安藤石原川口東田関口辻本服部岩田土屋樋口"
             "秋山川崎熊谷大久保松下本田五十嵐川村安田久保田中西福島矢"
             "野広瀬須藤早川黒田飯塚星野小池堀内望月岩本栗原桑原片山大"
             "島松村尾崎内藤川上");

enum script { SCRIPT_OTHER, SCRIPT_HAN, SCRIPT_HANGUL, SCRIPT_KANA };

static enum script script_of(uint32_t c) {
    if ((c >= 0x4E00 && c <= 0x9FFF) || c == 0x3005) /* and the iteration mark */
        return SCRIPT_HAN;
    if (c >= 0xAC00 && c <= 0xD7A3)
        return SCRIPT_HANGUL;
    return c >= 0x3040 && c <= 0x30FF ? SCRIPT_KANA : SCRIPT_OTHER;
}

/* Whether a word in ideographs ends like a place, a shop or an office, or has a credit in it: many
 * begin with a character that surnames begin with too. */
static bool is_place_or_office(struct str word) {
    static const struct str ENDS[] = {
        STR_INIT("店"),   STR_INIT("県"),   STR_INIT("县"),   STR_INIT("縣"),   STR_INIT("市"),
        STR_INIT("省"),   STR_INIT("区"),   STR_INIT("區"),   STR_INIT("局"),   STR_INIT("署"),
        STR_INIT("庁"),   STR_INIT("厅"),   STR_INIT("廳"),   STR_INIT("警"),   STR_INIT("駅"),
        STR_INIT("社"),   STR_INIT("県内"), STR_INIT("市内"), STR_INIT("原発"), STR_INIT("大学"),
        STR_INIT("大學"), STR_INIT("高校"), STR_INIT("空港")};
    return str_any(word, ENDS, N_OF(ENDS), str_ends_with) || str_holds(word, STR("提供")) ||
           str_holds(word, STR("協力"));
}

/* The kind of a word in a script without spaces: a listed surname and one to three more characters,
 * or in Japanese up to six, the first of which is Han. */
static enum name_kind kind_of_ideographs(struct str word, language_set languages) {
    size_t n[4] = {0}, i = 0;
    enum script first = script_of(utf8_next(word, &i));
    struct str head = str_between(word, 0, i);
    for (i = 0; i < word.len;)
        n[script_of(utf8_next(word, &i))]++;
    size_t n_all = n[SCRIPT_HAN] + n[SCRIPT_HANGUL] + n[SCRIPT_KANA];
    if (n[SCRIPT_OTHER] || n_all > 8 || is_place_or_office(word))
        return NAME_NONE;
    bool is_short = n_all >= 2 && n_all <= 4;
    if (n[SCRIPT_HAN] == n_all && is_short && str_holds(HAN_SURNAMES, head))
        return NAME_PERSON;
    if (n[SCRIPT_HANGUL] == n_all && is_short && str_holds(HANGUL_SURNAMES, head))
        return NAME_PERSON;
    bool is_japanese = (languages & words_languages(STR("ja"))) != 0 && languages != ANY_LANGUAGE;
    bool may_be_japanese = first == SCRIPT_HAN && n_all >= 3 && n_all <= 6 && !n[SCRIPT_HANGUL];
    if (may_be_japanese && (is_japanese || n[SCRIPT_KANA]) &&
        str_holds(KANJI_SURNAMES, utf8_first(word, 6)))
        return NAME_PERSON;
    return NAME_SINGLE;
}

/* A nickname has letters, and at least as many of them as digits. */
static enum name_kind kind_of_single(struct str word, language_set languages) {
    size_t n_digits = 0, n_letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        n_digits += ascii_is_digit(c);
        n_letters += (unsigned char)c >= 0x80 || ascii_is_letter(c);
    }
    if (n_digits > n_letters || n_letters == 0)
        return NAME_NONE;
    size_t i = 0;
    bool is_hangul = script_of(utf8_next(word, &i)) == SCRIPT_HANGUL;
    return is_hangul || name_is_ideographic(word) ? kind_of_ideographs(word, languages)
                                                  : NAME_SINGLE;
}

/* The number of words that are in no person's name: "Save Article", "In This Article". */
static size_t count_common(const struct name_words *words, language_set languages) {
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++)
        n += name_is_common(&words->items[i], languages) ||
             name_word_has_kind(&words->items[i], WORDS_NOISE, languages);
    return n;
}

/* Whether the words name a group: "Our Foreign Staff", "Deutscher Journalistenverband". */
static bool has_organisation(struct arena *arena, const struct name_words *words,
                             language_set languages) {
    for (size_t i = 0; i < words->n; i++)
        if (name_word_is(arena, &words->items[i], WORDS_ORGANISATION, languages))
            return true;
    return false;
}

/* "A- A" is not a name made of initials, but a control; "TV HD" has two. "Bo Xi" is a name. */
static bool has_long_word(const struct name_words *words) {
    for (size_t i = 0; i < words->n; i++) {
        struct str word = words->items[i].text;
        if (word.len > 2 || (unsigned char)word.at[0] >= 0x80 ||
            (word.len == 2 && ascii_is_lower(word.at[1])))
            return true;
    }
    return false;
}

static bool is_one_of(struct str word, const struct str *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_equals(word, list[i]))
            return true;
    return false;
}

/* Whether a last word shows that the rest was cut off: "Letters To" the editor, "Leave a"
 * comment. */
static bool leads_on(const struct name_word *word, language_set languages) {
    static const struct str WORDS[] = {STR_INIT("for"), STR_INIT("from"), STR_INIT("with"),
                                       STR_INIT("the"), STR_INIT("of"),   STR_INIT("and")};
    static const struct str SMALL[] = {STR_INIT("a"), STR_INIT("an"), STR_INIT("by"),
                                       STR_INIT("in"),
                                       STR_INIT("to")}; /* names if they begin with a capital */
    if (languages != ANY_LANGUAGE && languages & words_languages(STR("vi")))
        return false; /* "To" is a name in Vietnamese */
    return is_one_of(word->folded, WORDS, N_OF(WORDS)) ||
           (name_word_case(word) == CASE_LOWER && is_one_of(word->folded, SMALL, N_OF(SMALL)));
}

/* Whether it is a language of the page, if that is known. */
static bool is_language(language_set languages, struct str tag) {
    return languages != ANY_LANGUAGE && (languages & words_languages(tag));
}

/* Whether a word ends like a given name in Korean: no German stem before "-ung" ends so. */
static bool is_korean_given(struct str word) {
    static const struct str ENDS[] = {STR_INIT("oung"), STR_INIT("yung"), STR_INIT("jung")};
    return str_any(word, ENDS, N_OF(ENDS), str_ends_with);
}

/* Whether a first word in German is an abstract noun, which is not a given name: "Entfernung von
 * Spuren". */
static bool is_german_noun(struct str word) {
    static const struct str ENDS[] = {STR_INIT("ung"), STR_INIT("heit"), STR_INIT("keit"),
                                      STR_INIT("schaft"), STR_INIT("ismus")};
    for (size_t i = 0; i < N_OF(ENDS); i++)
        if (word.len > ENDS[i].len + 3 && str_ends_with(word, ENDS[i]))
            return !is_korean_given(word);
    return false;
}

/* Whether several words begin or go on as a phrase does: "In Aktion", "Zur Karte", "Designed by
 * Jane Doe". ("In", "Im" and "Bei" are Korean and Chinese names, which a byline word may precede.)
 */
static bool is_phrase(const struct name_words *words, language_set languages, bool follows_by) {
    static const struct str GERMAN[] = {STR_INIT("in"),  STR_INIT("im"),  STR_INIT("auf"),
                                        STR_INIT("zur"), STR_INIT("zum"), STR_INIT("f\xC3\xBCr"),
                                        STR_INIT("aus"), STR_INIT("mit"), STR_INIT("bei")};
    struct str first = words->items[0].folded;
    for (size_t i = 1; i + 1 < words->n; i++)
        if (name_word_case(&words->items[i]) == CASE_LOWER &&
            str_equals(words->items[i].folded, STR("by")))
            return true;
    return is_language(languages, STR("de")) && !follows_by &&
           (is_german_noun(first) || is_one_of(first, GERMAN, N_OF(GERMAN)));
}

/* Whether elements that ran together are joined in it: "DesksLampsChairs ShelvesSALE". */
static bool is_glued(struct str text) {
    size_t n_small = 0, n_seams = 0;
    for (size_t i = 0; i < text.len; i++) {
        n_seams += ascii_is_upper(text.at[i]) && n_small >= 4; /* but not "DeVito", "McKay" */
        n_small = ascii_is_lower(text.at[i]) ? n_small + 1 : 0;
    }
    return n_seams >= 2;
}

/* Whether the words are about authors rather than a name: "to Author", "the author on Twitter". */
static bool is_about_authors(const struct name_words *words) {
    static const struct str AUTHORS[] = {STR_INIT("author"), STR_INIT("authors"),
                                         STR_INIT("autor"),  STR_INIT("autorin"),
                                         STR_INIT("auteur"), STR_INIT("autore")};
    if (name_word_case(&words->items[0]) != CASE_LOWER)
        return false;
    for (size_t i = 1; i < words->n; i++)
        if (is_one_of(words->items[i].folded, AUTHORS, N_OF(AUTHORS)))
            return true;
    return false;
}

/* Whether words in ideographs are something else than a surname and a given name of up to three of
 * them: "微博 我有话说", "取材協力 石川県". */
static bool are_other_ideographs(const struct name_words *words) {
    for (size_t i = 0; i < words->n; i++) {
        struct str word = words->items[i].text;
        for (size_t k = 0; k < word.len;)
            if (script_of(utf8_next(word, &k)) != SCRIPT_HAN)
                return false;
        if (is_place_or_office(word))
            return true;
    }
    return words->n > 2 || words->items[1].text.len > MAX_GIVEN_BYTES;
}

static enum name_kind kind_of_words(struct arena *arena, const struct name_words *words,
                                    language_set languages) {
    if (words->n == 0 || words->is_cut)
        return NAME_NONE;
    size_t n_common = count_common(words, languages);
    bool is_group = has_organisation(arena, words, languages);
    if (n_common == words->n && !(is_group && words->n > 1))
        return NAME_NONE; /* only words of menus and labels */
    if (words->n == 1 && name_word_case(&words->items[0]) == CASE_LOWER &&
        name_word_has_kind(&words->items[0], WORDS_FILLER, languages))
        return NAME_NONE; /* "on", if the date has been cut off */
    if (words->n == 1 && name_word_has_kind(&words->items[0], WORDS_MONTH, languages) &&
        words->items[0].text.len > 4)
        return NAME_NONE; /* "Abril" of a date, but not "Jan" and "May" */
    if (words->n == 1)
        return kind_of_single(words->items[0].text, languages);
    if (!is_thai(words->items[0].text) &&
        kind_of_single(words->items[0].text, languages) == NAME_NONE)
        return NAME_NONE; /* "5 min read" */
    if (is_group && words->n <= MAX_GROUP_WORDS)
        return NAME_OTHER;
    for (size_t i = 0; i < words->n; i++)
        if (!is_name_word(arena, &words->items[i], languages))
            return words->n <= MAX_OTHER_WORDS ? NAME_OTHER : NAME_NONE;
    const struct name_word *last = &words->items[words->n - 1];
    if (name_word_case(last) == CASE_LOWER && !has_elided_particle(last->text))
        return NAME_NONE; /* "Mayo de", part of a date or a sentence */
    if (leads_on(last, languages))
        return NAME_NONE;
    if (is_thai(words->items[0].text)) /* spaces are between phrases too */
        return words->n <= MAX_THAI_WORDS ? NAME_OTHER : NAME_NONE;
    if (are_other_ideographs(words))
        return NAME_NONE;
    if (words->n <= MAX_PERSON_WORDS && has_long_word(words))
        return NAME_PERSON;
    return words->n <= MAX_OTHER_WORDS ? NAME_OTHER : NAME_NONE;
}

enum name_kind name_kind(struct arena *arena, struct str text, language_set languages) {
    struct name_words words;
    if (text.len > MAX_NAME_BYTES || text.len < MIN_NAME_BYTES || str_has_byte(text, ':') ||
        str_has_byte(text, '='))
        return NAME_NONE;
    if (words_is(words_folded(arena, text), WORDS_COMMON, languages))
        return NAME_NONE; /* a phrase of the table */
    name_words_split(arena, text, &words);
    return kind_of_words(arena, &words, languages);
}

/* Whether "To" ends the text, a surname after a byline word, but elsewhere mostly the start of
 * something that was cut off: "Letters To" the editor. */
static bool is_cut_at_to(const struct name_words *words, language_set languages) {
    const struct name_word *last = &words->items[words->n - 1];
    return str_equals(last->folded, STR("to")) && !is_language(languages, STR("vi"));
}

bool name_is_phrase(struct arena *arena, struct str text, language_set languages, bool follows_by) {
    struct name_words words;
    name_words_split(arena, text, &words);
    return words.n > 1 && (leads_on(&words.items[words.n - 1], languages) ||
                           is_phrase(&words, languages, follows_by) ||
                           (!follows_by && is_cut_at_to(&words, languages)) ||
                           is_about_authors(&words) || is_glued(text));
}

bool name_has_common(struct arena *arena, struct str text, language_set languages) {
    struct name_words words;
    name_words_split(arena, text, &words);
    return count_common(&words, languages) && !has_organisation(arena, &words, languages);
}

bool name_is_placeholder(struct arena *arena, struct str name) {
    return words_is(comparison_key_of(arena, name), WORDS_PLACEHOLDER, ANY_LANGUAGE) ||
           str_starts_with(name, STR("Discuz! ")); /* the makers of a forum's program */
}

/* ---- byline words ---- */

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

/* Whether the word also occurs within names: "de", "van", "di" are byline words only in lower
 * case. */
static bool is_ambiguous(struct arena *arena, struct str word) {
    if (!ascii_is_upper(word.at[0]))
        return false;
    struct str folded = words_folded(arena, word);
    static const struct str FIRST[] = {STR_INIT("von"), STR_INIT("vom"), STR_INIT("av"),
                                       STR_INIT("af")}; /* as first words they are byline words */
    return !str_any(folded, FIRST, N_OF(FIRST), str_equals) &&
           words_is(folded, WORDS_PARTICLE, ANY_LANGUAGE);
}

/* Whether "De" before a whole name is a byline word, as it is in Romanian: "De Ana Popescu", but
 * not "De Luca". */
static bool is_romanian_by(struct str text, language_set languages) {
    static const struct str BY = STR_INIT("De ");
    return languages != ANY_LANGUAGE && languages & words_languages(STR("ro")) &&
           str_starts_with(text, BY) &&
           str_has_byte(str_before(str_between(text, BY.len, text.len), ','), ' ');
}

/* Whether the page's language is unknown, and the byline word is a common one in languages that are
 * not in the table: "per" in Catalan. */
static bool is_common_elsewhere(struct str word, language_set languages) {
    return languages == ANY_LANGUAGE && str_equals_lower(word, STR("per"));
}

/* Whether the next mark is a colon, slash or bar, as after "Text:" and "文/". */
static bool has_colon(struct str text, size_t i) {
    while (i < text.len && text.at[i] == ' ')
        i++;
    if (i == text.len)
        return false;
    uint32_t c = utf8_next(text, &i);
    return c == ':' || c == '/' || c == '|' || c == 0xFF1A || c == 0xFF0F;
}

/* The length of "reporter" in Chinese before a name, mostly without a space: "記者林宸誼". */
static size_t joined_reporter(struct arena *arena, struct str text, language_set languages) {
    static const struct str WORDS[] = {STR_INIT("記者"), STR_INIT("记者"), STR_INIT("本報記者"),
                                       STR_INIT("本报记者")};
    if (!text.len || (unsigned char)text.at[0] < 0xE6)
        return 0; /* as most text: none of these characters */
    for (size_t i = 0; i < N_OF(WORDS); i++) {
        if (!str_starts_with(text, WORDS[i]) || text.len == WORDS[i].len)
            continue;
        size_t first = WORDS[i].len + (text.at[WORDS[i].len] == ' ');
        struct str name = str_before(str_between(text, first, text.len), ' ');
        if (name_is_ideographic(name) && name_kind(arena, name, languages) == NAME_PERSON)
            return first;
    }
    return 0;
}

size_t name_dotted_label(struct arena *arena, struct str text, uint64_t kinds,
                         language_set languages) {
    static const struct str DOT = STR_INIT("\xE3\x83\xBB");
    if (!text.len || (unsigned char)text.at[0] < 0xE3)
        return 0; /* as most text */
    struct str rest = str_before(text, ' ');
    while (rest.len) {
        size_t dot = str_find(rest, DOT);
        struct str word = str_between(rest, 0, dot);
        if (dot == rest.len)
            return 0;
        rest = str_between(rest, dot + DOT.len, rest.len);
        if (word.len && words_prefix_of(arena, word, kinds, languages, NULL) == word.len)
            return (size_t)(rest.at - text.at);
    }
    return 0;
}

/* The length of a byline word that is written twice without a space, by the page's author and by
 * its template: "Byby Jane Doe"; 0 if there is none. */
static size_t doubled_by(struct arena *arena, struct str text, language_set languages) {
    struct str word = str_before(str_before(text, ' '), ':');
    struct str half = str_between(word, 0, word.len / 2), folded = words_folded(arena, word);
    bool is_doubled = half.len >= 2 && folded.len == 2 * half.len && word.len < text.len &&
                      memcmp(folded.at, folded.at + half.len, half.len) == 0;
    bool is_by = is_doubled && !is_ambiguous(arena, half) && /* "Didi", "Dede" */
                 words_is(words_folded(arena, half), WORDS_BY, languages);
    return is_by ? word.len : 0;
}

/* The length of a byline word attached to the name: "ByJane Doe"; 0 if there is none. */
static size_t joined_by(struct arena *arena, struct str text, language_set languages) {
    size_t i = 1;
    while (i < text.len && ascii_is_lower(text.at[i]))
        i++;
    if (i >= text.len || !ascii_is_upper(text.at[i]))
        return 0;
    return words_prefix(arena, str_between(text, 0, i), WORDS_BY, languages) == i ? i : 0;
}

size_t name_by_prefix(struct arena *arena, struct str text, language_set languages) {
    static const uint64_t KINDS = WORDS_BIT(WORDS_BY) | WORDS_BIT(WORDS_BY_COLON);
    static const struct str LICENCES[] = {STR_INIT("-sa"), STR_INIT("-nc"), STR_INIT("-nd")};
    const struct words_entry *entry;
    size_t len = joined_by(arena, text, languages);
    if (!len)
        len = joined_reporter(arena, text, languages);
    if (!len)
        len = name_dotted_label(arena, text, KINDS, languages);
    if (len)
        return len;
    len = doubled_by(arena, text, languages);
    if (len)
        return name_skip_marks(text, len);
    len = words_prefix_of(arena, text, KINDS, languages, &entry);
    struct str next = str_between(text, len, len + 3 < text.len ? len + 3 : text.len);
    if (!len || (next.len && next.at[0] == '_') || /* by_version */
        str_any(next, LICENCES, N_OF(LICENCES), str_equals_lower))
        return 0;
    struct str word = str_between(text, 0, len);
    bool is_good = entry->kind == WORDS_BY
                       ? (!is_ambiguous(arena, word) || is_romanian_by(text, languages)) &&
                             !is_common_elsewhere(word, languages)
                       : len == text.len || has_colon(text, len);
    return is_good ? name_skip_marks(text, len) : 0;
}

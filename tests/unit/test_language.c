/*
 * The language of a text, and when a declared one is not believed. The texts are those of the
 * charset tests, and one line for each language that those do not cover.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "charset_texts.h"
#include "lexicon/close_language.h"
#include "lexicon/direction.h"
#include "lexicon/language.h"
#include "metadata/language.h"

/* The ferry between the islands again, in about 200 characters. */
static const struct {
    const char *language, *text;
} texts[] = {
    {"en", "The ferry between the two islands will run again from Monday, after eleven weeks in "
           "the dock. The "
           "company said that the new engine had been tested in heavy seas."},
    {"es", "El transbordador entre las dos islas volverá a navegar el lunes, después de once "
           "semanas en el "
           "astillero. La empresa dijo que el nuevo motor se había probado con mar gruesa."},
    {"pt",
     "A balsa entre as duas ilhas volta a navegar na segunda-feira, depois de onze semanas no "
     "estaleiro. A empresa disse que o novo motor foi testado com mar agitado."},
    {"it", "Il traghetto tra le due isole riprenderà a navigare lunedì, dopo undici settimane in "
           "cantiere. "
           "La società ha detto che il nuovo motore è stato provato con il mare grosso."},
    {"nl",
     "De veerboot tussen de twee eilanden vaart vanaf maandag weer, na elf weken op de werf. De "
     "rederij zei dat de nieuwe motor bij zware zee is beproefd."},
    {"sv",
     "Färjan mellan de två öarna går igen från måndag, efter elva veckor på varvet. Rederiet säger "
     "att den nya motorn har provats i hög sjö och att tidtabellen blir densamma."},
    {"da", "Færgen mellem de to øer sejler igen fra mandag, efter elleve uger på værftet. Rederiet "
           "siger, "
           "at den nye motor er blevet afprøvet i høj sø, og at fartplanen bliver den samme."},
    {"nb", "Fergen mellom de to øyene går igjen fra mandag, etter elleve uker på verkstedet. "
           "Rederiet sier "
           "at den nye motoren har blitt prøvd i høy sjø, og at rutene blir de samme."},
    {"nn",
     "Ferja mellom dei to øyane går att frå måndag, etter elleve veker på verkstaden. Reiarlaget "
     "seier at den nye motoren er prøvd i høg sjø, og at rutene ikkje skal verte endra."},
    {"gl", "O transbordador entre as dúas illas volverá navegar o luns, despois de once semanas no "
           "estaleiro. A compañía explicou que o novo motor se probou con mar forte."},
    {"fi",
     "Saarten välinen lautta kulkee taas maanantaista alkaen oltuaan yksitoista viikkoa telakalla. "
     "Yhtiön mukaan uutta moottoria on kokeiltu kovassa merenkäynnissä."},
    {"ro",
     "Feribotul dintre cele două insule va circula din nou de luni, după unsprezece săptămâni în "
     "șantier. Compania a spus că noul motor a fost încercat pe mare agitată."},
    {"hr", "Trajekt između dvaju otoka ponovno će voziti od ponedjeljka, nakon jedanaest tjedana u "
           "brodogradilištu. Tvrtka je rekla da je novi motor ispitan na uzburkanom moru."},
    {"sk",
     "Trajekt medzi oboma ostrovmi bude od pondelka opäť premávať, keď jedenásť týždňov stál v "
     "lodenici. Spoločnosť uviedla, že nový motor bol vyskúšaný aj za silného vetra."},
    {"sl", "Trajekt med otokoma bo od ponedeljka spet vozil, potem ko je enajst tednov stal v "
           "ladjedelnici. "
           "Podjetje je sporočilo, da so novi motor preizkusili na razburkanem morju."},
    {"et",
     "Kahe saare vaheline praam hakkab esmaspäevast jälle sõitma, olles üksteist nädalat tehases "
     "seisnud. Ettevõte teatas, et uut mootorit on proovitud kõrge lainega."},
    {"vi", "Chuyến phà giữa hai hòn đảo sẽ chạy lại từ thứ hai, sau mười một tuần nằm trong xưởng. "
           "Công ty "
           "cho biết động cơ mới đã được thử khi biển động mạnh và lịch chạy vẫn như cũ."},
    {"id",
     "Kapal feri antara kedua pulau itu akan berlayar lagi mulai hari Senin, setelah sebelas "
     "minggu "
     "berada di galangan. Perusahaan mengatakan bahwa mesin baru telah diuji di laut yang ganas."},
    {"fa", "کشتی میان دو جزیره از روز دوشنبه پس از یازده هفته که در کارگاه بود دوباره به راه "
           "می‌افتد. شرکت "
           "گفت که موتور تازه در دریای توفانی آزمایش شده است و برنامه همان است که بود."},
    {"hi",
     "दोनों द्वीपों के बीच चलने वाली नाव ग्यारह सप्ताह गोदी में रहने के बाद सोमवार से फिर चलेगी। कंपनी ने कहा कि "
     "नए इंजन को ऊँची लहरों में परखा गया है और समय वही रहेगा जो पहले था।"},
    {"tl",
     "Muling maglalayag ang lantsa sa pagitan ng dalawang isla simula sa Lunes, pagkatapos ng "
     "labing-isang linggo sa pagawaan. Sinabi ng kompanya na nasubukan na ang bagong makina sa "
     "maalong dagat, at mananatili ang dating oras ng biyahe."},
    {"ka", "ორ კუნძულს შორის ბორანი ორშაბათიდან ისევ ივლის, მას შემდეგ რაც თერთმეტი კვირა იდგა."},
    {"ta", "இரண்டு தீவுகளுக்கு இடையிலான படகு திங்கட்கிழமை முதல் மீண்டும் ஓடும் என்று நிறுவனம் கூறியது."},
};

static void texts_are_in_their_languages(void **state) {
    (void)state;
    for (size_t i = 0; i < N_OF(texts); i++) {
        const char *tag = language_guess(str_of(texts[i].text)).tag;
        assert_string_equal(tag ? tag : "none", texts[i].language);
    }
    for (size_t i = 0; i < N_OF(charset_texts); i++) {
        struct str text = str_of(charset_texts[i].text);
        struct str expected = str_before(str_of(charset_texts[i].language), '-');
        struct str tag = str_of(language_guess(text).tag);
        if (!str_equals(tag, expected))
            fail_msg("%s is taken for %s", charset_texts[i].language, tag.at);
    }
}

static const char *text_of(const char *language) {
    for (size_t i = 0; i < N_OF(texts); i++)
        if (strcmp(texts[i].language, language) == 0)
            return texts[i].text;
    for (size_t i = 0; i < N_OF(charset_texts); i++)
        if (strcmp(charset_texts[i].language, language) == 0)
            return charset_texts[i].text;
    return "";
}

static void words_decide_between_close_languages(void **state) {
    static const char *const close[][2] = {{"nn", "nb"}, {"nb", "nn"}, {"da", "nb"}, {"nb", "da"},
                                           {"gl", "es"}, {"es", "gl"}, {"pt", "gl"}, {"gl", "pt"}};
    (void)state;
    for (size_t i = 0; i < N_OF(close); i++)
        assert_string_equal(close_language_of(str_of(text_of(close[i][0])), close[i][1]),
                            close[i][0]);
    assert_string_equal(close_language_of(str_of(text_of("nn")), "sv"), "sv");
    assert_string_equal(close_language_of(str_of(text_of("es")), "da"), "da"); /* no other group */
    assert_string_equal(close_language_of(STR("Saman saman SAMAN, sammen, sammen!"), "nb"), "nn");
    assert_string_equal(close_language_of(STR("Saman, sammen"), "nb"), "nb"); /* a tie */
}

/* Languages that are not in the table, and look like Indonesian to those who do not know them. */
static void an_unknown_language_is_none(void **state) {
    static const char *const unknown[] = {
        /* Swahili */
        "Kivuko kati ya visiwa hivyo viwili kitaanza tena safari zake siku ya Jumatatu, baada ya "
        "wiki "
        "kumi na moja za kukaa kwenye karakana. Kampuni ilisema kwamba injini mpya imejaribiwa "
        "katika "
        "bahari iliyochafuka, na ratiba itabaki kama ilivyokuwa zamani.",
        /* Xhosa */
        "Isikhephe esiphakathi kweziqithi ezibini siza kuphinda sihambe ukususela ngoMvulo, emva "
        "kweeveki ezilishumi elinanye sisegumbini lokulungisa. Inkampani ithi injini entsha "
        "ivavanywe "
        "elwandle olurhabaxa, kwaye ixesha lokuhamba liza kuhlala linjalo.",
        /* Somali */
        "Doonta u dhaxaysa labada jasiiradood ayaa mar kale shaqayn doonta laga bilaabo Isniinta, "
        "ka dib "
        "kow iyo toban toddobaad oo ay ku jirtay goobta dayactirka. Shirkaddu waxay sheegtay in "
        "mishiinka cusub lagu tijaabiyay bad kacsan."};
    (void)state;
    for (size_t i = 0; i < N_OF(unknown); i++) {
        const char *tag = language_guess(str_of(unknown[i])).tag;
        if (tag)
            fail_msg("%.30s... is taken for %s", unknown[i], tag);
    }
}

static void too_little_text_is_not_judged(void **state) {
    (void)state;
    assert_null(language_guess(STR("")).tag);
    assert_null(language_guess(STR("Home 404 2024")).tag);
    assert_null(language_guess(STR("\xF0\x9F\x98\x80 12:30")).tag);
}

/* The text in capitals, where its letters have them. */
static const char *capitals(const char *text) {
    static char out[4096];
    struct str s = str_of(text);
    size_t n = 0;
    for (size_t i = 0; i < s.len;) {
        assert_true(n + 4 < sizeof out);
        n += utf8_put(out + n, (uint32_t)utf8proc_toupper((utf8proc_int32_t)utf8_next(s, &i)));
    }
    out[n] = '\0';
    return out;
}

static void capitals_are_read_as_small_letters(void **state) {
    (void)state;
    for (size_t i = 0; i < N_OF(texts); i++) {
        if (!strcmp(texts[i].language, "ka")) /* nobody writes Georgian in capitals */
            continue;
        const char *tag = language_guess(str_of(capitals(texts[i].text))).tag;
        assert_string_equal(tag ? tag : "none", texts[i].language);
    }
    for (size_t i = 0; i < N_OF(charset_texts); i++) {
        const char *small = language_guess(str_of(charset_texts[i].text)).tag;
        const char *tag = language_guess(str_of(capitals(charset_texts[i].text))).tag;
        assert_string_equal(tag ? tag : "none", small);
    }
}

/* Words with many letters that only some alphabets have. */
static void rare_letters_have_capitals_too(void **state) {
    static const char *const CASES[][2] = {
        {"uk", "ЇХНІ ДІТИ ЇЛИ ЇЇ ЇЖУ, І ЇЇ ЇЖА ЇМ, ЄДИНІЙ СІМ'Ї, Є СВОЄЮ. ЇЇ ІЇ ЄЇ"},
        {"pl", "ŻÓŁTĄ ŁÓDŹ ŁĄCZĄ ŹDŹBŁA, ŻE ŁYŻKĄ ŁZĘ ŁOŚ ŻŁOPAŁ. ŻEŃ MGŁĄ"},
        {"cs", "PŘÍŠTĚ JEŠTĚ NĚCO ČTĚTE, DĚTI. ŘEKNĚTE ŽE VĚŘÍTE ŘEČI, ČEŠTINĚ"},
        {"vi", "MƯA TRƯA, THƯ TƯ CHƯA ĐƯA. MƠ CƠ THƠ NHƯ MƯA LƯU SƠ, CHƯA MƠ, NHƯ"},
        {"tr", "İKİ İYİ İŞÇİ İÇİN İLK İŞ, BİRLİKTE İLERİYE GİTMEKTİR. İYİ Kİ"},
        {"sr", "ЉУДИ ЊИХОВЕ КУЋЕ НИСУ ЋУТЕЋИ ЈЕЛИ. ЂАЦИ ЏАБЕ ЈОШ ЈЕДУ ЊЕГОВЕ ЈАЈЕ"},
        {"sv", "ÄR ÅÅN ÖVER ÖN ÅRETS ÄLDSTA? NÄR ÄLVEN GÅR ÅT ÖSTER ÄR DÄR ÖDE"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const char *tag = language_guess(str_of(CASES[i][1])).tag;
        assert_string_equal(tag ? tag : "none", CASES[i][0]);
    }
}

/* The language of a text that only repeats a word. */
static const char *language_of_word(const char *word) {
    char text[1000];
    size_t n = 0;
    while (n < 300)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s ", word);
    const char *tag = language_guess(str_of(text)).tag;
    return tag ? tag : "none";
}

static void capitals_of_single_words(void **state) {
    static const char *const WORDS[][2] = {
        {"is", "ÞAÐ"},     {"fr", "ÉTÉ"},    {"sv", "ÄR"},  {"pl", "ŁADNY"},    {"pl", "ŻYCIE"},
        {"pl", "DZIAŁAŁ"}, {"sk", "ŽÁDNÝ"},  {"lv", "ŅEM"}, {"ro", "ȚĂRI"},     {"vi", "NHƯ"},
        {"vi", "ẠI"},      {"vi", "ĂN"},     {"tr", "ĞI"},  {"lt", "ŠALIS"},    {"be", "ЯК"},
        {"sr", "МАМА"},    {"kk", "ҮШІН"},   {"kk", "ӨЗ"},  {"ru", "ЯВЛЯЕТСЯ"}, {"eo", "ĈI"},
        {"mk", "ЈА"},      {"uk", "ЄДНІСТЬ"}};
    (void)state;
    for (size_t i = 0; i < N_OF(WORDS); i++)
        assert_string_equal(language_of_word(WORDS[i][1]), WORDS[i][0]);
}

/* All that "the" has in it is Irish too. */
static void short_words_count_as_wholes(void **state) {
    (void)state;
    assert_string_equal(language_of_word("the"), "en");
    assert_string_equal(language_of_word("THE"), "en");
}

/* The first and the last letters of alphabets, which have gaps for signs and digits. */
static void letters_are_counted_and_signs_are_not(void **state) {
    static const char *const LETTERS[] = {
        "Az", "Àɏ",   "Ͱϼ", "Ѐԯ", "Աև", "את",     "\u0610\u061A", "ؠي",     "ٮۓ",
        "ەۯ", "ۺۿ",   "ݐݿ", "ऄॡ",   "ॲॿ", "ঀৡ", "ਅੴ",           "અૹ", "ଅୱ",
        "அஹ", "అౡ",   "ಅೱ", "അൺ",   "අෆ", "กฮ",     "ກຮ",           "ༀཬ",     "ကႎ",
        "Ⴀჿ", "ᄀᇿ", "ሀፚ", "កឳ",   "Ḁỿ", "ぁヿ",   "㐀鿿",       "가힣"};
    static const char *const SIGNS[] = {"@[`{", "×÷", "ɐ", "֊", "۔۰۹", "।॰", "¿»", "㏿", "꒐"};
    (void)state;
    for (size_t i = 0; i < N_OF(LETTERS); i++)
        if (language_guess(str_of(LETTERS[i])).n_letters != 2)
            fail_msg("%s: %u", LETTERS[i], language_guess(str_of(LETTERS[i])).n_letters);
    for (size_t i = 0; i < N_OF(SIGNS); i++)
        if (language_guess(str_of(SIGNS[i])).n_letters != 0)
            fail_msg("%s", SIGNS[i]);
}

/* Latin letters of a language that the table does not have. */
static void letters_of_no_known_word_are_no_language(void **state) {
    (void)state;
    assert_null(
        language_guess(STR("ǀǁǂǃǀǁ ǂǃǀǁǂǃ ǀǀǁǁ ǂǂǃǃ ǀǃǁǂ ǀǁǂǃǀǁ ǂǃǀǁǂǃ ǀǀǁǁ ǂǂǃǃ ǀǃǁǂ")).tag);
}

/* The table is searched from where a word's hash should be: also before its first key, and after
 * its last. */
static void every_word_can_be_looked_up(void **state) {
    char word[] = "aaaa";
    (void)state;
    for (int i = 0; i < 26 * 26 * 26 * 26; i++) {
        word[0] = (char)('a' + i % 26);
        word[1] = (char)('a' + i / 26 % 26);
        word[2] = (char)('a' + i / 26 / 26 % 26);
        word[3] = (char)('a' + i / 26 / 26 / 26);
        assert_int_equal(language_guess(str_of(word)).n_letters, 4);
    }
}

static struct str chosen(const char *declared, const char *text) {
    bool is_found;
    return language_choose(str_of(declared), str_of(text), &is_found);
}

static void assert_chosen(const char *declared, const char *language, const char *expected) {
    struct str got = chosen(declared, text_of(language));
    if (!str_equals(got, str_of(expected)))
        fail_msg("%s declared, %s written: %.*s", declared, language, (int)got.len, got.at);
}

static void a_declared_language_is_believed_if_it_can_be(void **state) {
    (void)state;
    assert_chosen("en-GB", "en", "en-GB");
    assert_chosen("pt-BR", "pt", "pt-BR");
    assert_chosen("no", "nb", "no");
    assert_chosen("zh-TW", "zh-Hant", "zh-TW");
    assert_chosen("ast", "es", "ast"); /* not in the table */
    assert_chosen("cs", "sk", "cs");   /* too similar to decide */
    assert_chosen("sr-Latn", "hr", "sr-Latn");
    assert_chosen("ja", "zh-Hans", "ja");
}

static void a_declared_language_that_cannot_be_is_not(void **state) {
    (void)state;
    assert_chosen("en", "ru", "ru");
    assert_chosen("en-US", "de", "de");
    assert_chosen("en", "ja", "ja");
    assert_chosen("de", "ar", "ar");
    assert_chosen("fr", "pl", "pl");
}

/* Its first hundred letters may say what a page is in. */
static void a_page_that_begins_as_declared_is_believed(void **state) {
    static const struct {
        const char *start, *rest;
        bool is_contradicted;
    } CASES[] = {
        {"The ferry between the two islands will run again from Monday, after eleven weeks in the "
         "dock. The company said that the new ", /* 99 letters */
         "fi", false},
        {"The ferry between the two islands will run again. ", "fi", true},
        {"BBC News. ", "ru", true},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char page[4096];
        const char *rest = text_of(CASES[i].rest);
        snprintf(page, sizeof page, "%s%s%s%s", CASES[i].start, rest, rest, rest);
        if (language_contradicts(str_of(page), STR("en")) != CASES[i].is_contradicted)
            fail_msg("%s...", CASES[i].start);
    }
}

static void assert_direction(const char *got, const char *expected) {
    assert_string_equal(got ? got : "none", expected);
}

static void texts_have_a_direction(void **state) {
    (void)state;
    for (size_t i = 0; i < N_OF(texts); i++)
        assert_direction(direction_of_text(str_of(texts[i].text)),
                         strcmp(texts[i].language, "fa") ? "ltr" : "rtl");
    assert_direction(direction_of_text(str_of(text_of("ar"))), "rtl");
    assert_direction(direction_of_text(str_of(text_of("he"))), "rtl");
    assert_direction(direction_of_text(str_of(text_of("ja"))), "ltr");
    assert_direction(direction_of_text(STR("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D H5 2024")), "rtl");
    assert_direction(direction_of_text(STR("12:30 \xF0\x9F\x98\x80 \xE2\x80\x94")), "none");
    assert_direction(direction_of_language(STR("ur-PK")), "rtl");
    assert_direction(direction_of_language(STR("az-Arab")), "rtl");
    assert_direction(direction_of_language(STR("pa-Arab-PK")), "rtl");
    assert_direction(direction_of_language(STR("ks-Deva")), "ltr");
    assert_direction(direction_of_language(STR("en-GB")), "ltr");
    assert_direction(direction_of_language(STR("")), "none");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_in_their_languages),
        cmocka_unit_test(words_decide_between_close_languages),
        cmocka_unit_test(an_unknown_language_is_none),
        cmocka_unit_test(too_little_text_is_not_judged),
        cmocka_unit_test(capitals_are_read_as_small_letters),
        cmocka_unit_test(rare_letters_have_capitals_too),
        cmocka_unit_test(capitals_of_single_words),
        cmocka_unit_test(short_words_count_as_wholes),
        cmocka_unit_test(letters_are_counted_and_signs_are_not),
        cmocka_unit_test(letters_of_no_known_word_are_no_language),
        cmocka_unit_test(every_word_can_be_looked_up),
        cmocka_unit_test(a_declared_language_is_believed_if_it_can_be),
        cmocka_unit_test(a_declared_language_that_cannot_be_is_not),
        cmocka_unit_test(a_page_that_begins_as_declared_is_believed),
        cmocka_unit_test(texts_have_a_direction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

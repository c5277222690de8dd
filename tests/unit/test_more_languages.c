/*
 * Bylines and dates in Slovene, Lithuanian, Latvian, Estonian, Persian, Thai, Bengali, Malay and
 * Macedonian, and in the calendars of Iran, Thailand and Taiwan; phrases of sites outside of
 * Europe.
 */
#include "byline_case.h"

#include "lexicon/phrase.h"
#include "metadata/date/date.h"

static struct str date_in(struct arena *arena, const struct example *line) {
    struct date_hints hints = {languages_of(line->language), false};
    struct date date;
    bool found = date_find(arena, str_of(line->text), hints, &date, NULL);
    return found ? date_format(arena, &date) : STR("(none)");
}

static void bylines(void **state) {
    static const struct example LINES[] = {
        {"sl", "Piše: Janez Novak", "Janez Novak"},
        {"sl", "Avtorica: Ana Kovač, foto: Marko Zupan", "Ana Kovač"},
        {"sl", "Janez Novak in Ana Kovač", "Janez Novak; Ana Kovač"},
        {"lt", "Parengė Jonas Jonaitis", "Jonas Jonaitis"},
        {"lt", "Autorė: Rasa Petrauskienė, žurnalistė", "Rasa Petrauskienė"},
        {"lv", "Autors: Jānis Bērziņš", "Jānis Bērziņš"},
        {"lv", "Autore: Anna Kalniņa un Jānis Ozols", "Anna Kalniņa; Jānis Ozols"},
        {"lv", "Foto: Jānis Ozols", ""},
        {"et", "Autor: Mari Tamm", "Mari Tamm"},
        {"et", "Kirjutas Mari Tamm ja Jaan Saar", "Mari Tamm; Jaan Saar"},
        {"et", "Toimetas: Jaan Saar", ""},
        {"fa", "نویسنده: علی رضایی", "علی رضایی"},
        {"fa", "به\u200cقلم علی رضایی", "علی رضایی"},
        {"fa", "مترجم: علی رضایی", ""},
        {"th", "โดย สมชาย ใจดี", "สมชาย ใจดี"},
        {"th", "เรื่อง: สมชาย ใจดี ภาพ: สมหญิง รักไทย", "สมชาย ใจดี"},
        {"bn", "লেখা: রহিম উদ্দিন", "রহিম উদ্দিন"},
        {"bn", "ছবি: রহিম উদ্দিন", ""},
        {"ms", "Oleh Ahmad Ismail", "Ahmad Ismail"},
        {"ms", "Ditulis oleh: Siti Aminah dan Ahmad Ismail", "Siti Aminah; Ahmad Ismail"},
        {"mk", "Автор: Марија Петровска", "Марија Петровска"},
        {"mk", "Пишува: Марија Петровска, новинарка", "Марија Петровска"},
    };
    check_lines(*state, LINES, N_OF(LINES), names_in);
}

static void dates(void **state) {
    static const struct example LINES[] = {
        {"sl", "Objavljeno 5. marca 2024 ob 17.23", "2024-03-05T17:23"},
        {"lt", "2024 m. kovo 5 d. 17:23", "2024-03-05T17:23"},
        {"lv", "2024. gada 5. martā", "2024-03-05"},
        {"lv", "2024. gada martā", NULL},
        {"et", "5. märts 2024, 17:23", "2024-03-05T17:23"},
        {"bn", "৫ মার্চ ২০২৪", "2024-03-05"},
        {"ms", "5 Mac 2024", "2024-03-05"},
        {"en", "5 Mac 2024", NULL}, /* computers */
        {"mk", "5 октомври 2024", "2024-10-05"},
        {"fa", "۱۵ اسفند ۱۴۰۲", "2024-03-05"},
        {"fa", "سه\u200cشنبه ۱۵ اسفند ۱۴۰۲ - ۱۷:۲۳", "2024-03-05T17:23"},
        {"fa", "۱۴۰۲/۱۲/۱۵", "2024-03-05"},
        {"fa", "1403/12/30", "2025-03-20"},
        {"fa", "1402/12/30", NULL}, /* not a leap year */
        {"fa", "5 مارس 2024", "2024-03-05"},
        {"fa", "اسفند ۱۴۰۲", NULL}, /* in two months of ours */
        {"fa", "۱۴۰۲", NULL},
        {"ar", "1402/12/15", NULL},
        {"th", "5 มีนาคม 2567", "2024-03-05"},
        {"th", "วันอังคารที่ 5 มีนาคม พ.ศ. 2567", "2024-03-05"},
        {"th", "5 มี.ค. 67", "2024-03-05"},
        {"th", "๕ มีนาคม ๒๕๖๗", "2024-03-05"},
        {"th", "12/03/2567 17:23 น.", "2024-03-12T17:23"},
        {"th", "5 มีนาคม 2024", "2024-03-05"},
        {"en", "5 March 2567", NULL},
        {"zh", "中華民國113年3月5日", "2024-03-05"},
        {"zh", "民國113年3月5日", "2024-03-05"},
    };
    check_lines(*state, LINES, N_OF(LINES), date_in);
}

static void machine_dates(void **state) {
    struct arena *arena = *state;
    struct date_hints fa = {words_languages(STR("fa")), false};
    struct date date;
    ARM(arena);
    assert_false(date_read(arena, STR("1402"), fa, &date));
    assert_true(date_read(arena, STR("1402-12-15"), fa, &date));
    assert_str(date_format(arena, &date), STR("2024-03-05"));
    assert_true(date_read(arena, STR("2024"), fa, &date));
}

static void phrases_of_sites(void **state) {
    static const struct {
        const char *text;
        enum phrase_kind kind;
    } TEXTS[] = {
        {"İlginizi çekebilir: Parkın tarihi", PHRASE_READ_ALSO},
        {"Google News'te takip edin", PHRASE_PROMPT},
        {"Διαβάστε επίσης: Το πάρκο", PHRASE_READ_ALSO},
        {"Baca juga: Taman kota dibuka", PHRASE_READ_ALSO},
        {"Baca buku itu sampai selesai", PHRASE_NONE},
        {"Xem thêm: Công viên mới", PHRASE_READ_ALSO},
        {"Xem phim ở công viên", PHRASE_NONE},
        {"Preberite še: Nov park", PHRASE_READ_ALSO},
        {"Skaitykite taip pat: Parkas", PHRASE_READ_ALSO},
        {"Подписывайтесь на наш канал", PHRASE_PROMPT},
        {"Підписуйтесь на наш Telegram", PHRASE_PROMPT},
        {"تابعنا على فيسبوك", PHRASE_PROMPT},
        {"تابعنا المسير إلى المدينة", PHRASE_NONE},
        {"بیشتر بخوانید: پارک", PHRASE_READ_ALSO},
        {"ما را در تلگرام دنبال کنید", PHRASE_PROMPT},
        {"ما را در شهر ندیدند", PHRASE_NONE},
        {"यह भी पढ़ें: पार्क", PHRASE_READ_ALSO},
        {"हमें फेसबुक पर फॉलो करें", PHRASE_PROMPT},
        {"हमें पार्क चाहिए", PHRASE_NONE},
        {"আরও পড়ুন: পার্ক", PHRASE_READ_ALSO},
        {"อ่านข่าวเพิ่มเติม", PHRASE_READ_ALSO},
        {"登录后查看全文", PHRASE_PROMPT},
        {"登录后，系统会显示菜单。", PHRASE_NONE},
        {"版权声明：转载请注明出处", PHRASE_PROMPT},
        {"相关报道：公园", PHRASE_READ_ALSO},
        {"相关报道称，公园已经开放。", PHRASE_NONE},
        {"推荐阅读", PHRASE_PLACEHOLDER},
        {"推荐阅读是一个好习惯。", PHRASE_NONE},
        {"続きを読むには会員登録が必要です。", PHRASE_PROMPT},
        {"おすすめの記事", PHRASE_PLACEHOLDER},
        {"おすすめの記事を三つ選んだ。", PHRASE_NONE},
        {"로그인 후 이용해 주세요.", PHRASE_PROMPT},
        {"로그인 후 메뉴가 나타난다.", PHRASE_NONE},
        {"구독하기", PHRASE_PLACEHOLDER},
    };
    struct phrases phrases;
    ARM((struct arena *)*state);
    phrases_init(&phrases, *state);
    for (size_t i = 0; i < N_OF(TEXTS); i++)
        if (phrases_at_start(&phrases, str_of(TEXTS[i].text)) != TEXTS[i].kind)
            fail_msg("%s", TEXTS[i].text);
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(bylines), ARENA_TEST(dates),
                                       ARENA_TEST(machine_dates), ARENA_TEST(phrases_of_sites)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

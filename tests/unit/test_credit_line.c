/*
 * Credits of pictures, in lines of their own and in captions, and lines that only look like them.
 */
#include "ground.h"

#include <stdio.h>

#include "base/buffer.h"
#include "lexicon/caption.h"
#include "lexicon/credit_line.h"

static const char *const CREDITS[] = {
    "Photo: Anna Quill",
    "Photo : Jean Ferrand/La Poste du Port",
    "Photo | Harbour Media",
    "Photographer: Ian Fell. ",
    "Source: Harbour Post",
    "(L-R): Ada, Ruth and Joan.Photographer: Ian Fell.",
    "Katie forgets her lines on stage in LiverpoolCredit: Splash",
    "Islanders at the wall. © Harbour Post",
    "© AP/dpa | Mary Altaffer",
    "Der Kai im März (Archivbild)",
    "EPA/Ian Fell",
    "The pier at low tide. IMAGO / Fell",
    "Terence, left, beat Errol in July. EPA/IAN FELL AUSTRALIA OUT",
    "Ammar Awad / Reuters",
    "Al-Talalka and Haim.Courtesy of the families via AP",
    "Getty Images",
    "ap",
    "Image 1 of 37",
    "Bild 3 von 4",
    "Photo 2/9",
    "Open this photo in gallery:",
    "Wschodnie nabrzeże po sztormie. Fot. Jan Polak",
    "Восточная набережная после шторма. Фото: Иван Полев",
    "Mart fırtınasından sonra rıhtım. Fotoğraf: Can Tarla",
    "移送のため警視庁を出る容疑者＝13日、東京で（潟沼義樹撮影）",
    "三月の嵐の後の東岸壁＝田中撮影",
    "Kryžius / J. Stacevičiaus / LRT nuotr.",
    "Photo：港口日报",
    "Photo：报社",
    "Photo：ab",
    "Fotos | ab",
    "Getty Images.",
    "The pier. ⓒ 항구일보",
    "Image 10/12",
    "Photo 2 of 9",
};

static const char *const OTHERS[] = {
    "",
    "Photo",
    "I gave them a photo: that was all I could do",
    "How to create dynamic landscape photos: 7 tips",
    "Open source: no",
    "The relief came from an unlikely source: the Federal Reserve.",
    "Image 1 of the series shows the pier, and the second one the quay",
    "The picture: a boat. It was taken in 1979, when the wall was new. Nobody knows by whom.",
    "He works for Reuters",
    "She told AP that the wall would be mended",
    "The © sign says who owns a text. It is put before the year in which the text was published.",
    "Credit unions lent the island the money for the quay",
    "Bild und Ton waren schlecht",
    "Photo: a",
    "Photo  : Anna Quill",
    "Photo; Anna Quill",
    "Photo: was it Anna Quill?",
    "Photo: it was Anna Quill! And Ian Fell",
    "Getty Images...",
    "Image 1",
    "Image 1 2 3 4",
    "Image one of two",
    "Images of two",
    "EPA and Ian Fell",
};

/* Whatever label a line begins with. */
static const char *const STARTS[] = {"source",
                                     "Quelle",
                                     "credit",
                                     "credits",
                                     "image credit",
                                     "image credits",
                                     "photo credit",
                                     "photo credits",
                                     "photo",
                                     "photos",
                                     "picture",
                                     "pictures",
                                     "illustration",
                                     "photographer",
                                     "photography",
                                     "Bildquelle",
                                     "Bildnachweis",
                                     "foto",
                                     "fotos",
                                     "fotografie",
                                     "Fuente",
                                     "Fonte",
                                     "cr\xC3\xA9"
                                     "dit",
                                     "cr\xC3\xA9"
                                     "dits",
                                     "cr\xC3\xA9"
                                     "dito",
                                     "cr\xC3\xA9"
                                     "ditos",
                                     "kuva",
                                     "fot.",
                                     "фото",
                                     "Фото",
                                     "снимка",
                                     "снимки",
                                     "fotó",
                                     "fotók",
                                     "forrás",
                                     "fotografija",
                                     "sursa",
                                     "sursa foto",
                                     "sursă foto",
                                     "zdroj",
                                     "izvor",
                                     "crèdit",
                                     "crèdits",
                                     "Снимка",
                                     "fotoğraf",
                                     "写真",
                                     "撮影",
                                     "사진"};

/* Or has after its text. */
static const char *const MIDDLES[] = {"Credit",
                                      "Credits",
                                      "Photographer",
                                      "Photo",
                                      "Photos",
                                      "Photo credit",
                                      "Foto",
                                      "Fotos",
                                      "Fotografie",
                                      "Bild",
                                      "Quelle",
                                      "Cr\xC3\xA9"
                                      "dit",
                                      "Cr\xC3\xA9"
                                      "dits",
                                      "Kuva",
                                      "Фото",
                                      "Снимка",
                                      "Снимки",
                                      "Източник",
                                      "Fotó",
                                      "Fotók",
                                      "Forrás",
                                      "Sursa foto",
                                      "Zdroj",
                                      "Izvor",
                                      "Fotoğraf"};

static const char *const ENDS[] = {" Fot. Jan Polak",
                                   " fot. Jan Polak",
                                   " zdj. Jan Polak",
                                   " J. Polak nuotr",
                                   " 사진 제공 항구일보",
                                   " 사진=항구일보",
                                   "ⓒ 항구일보",
                                   " Photos via the harbour",
                                   " Photo via the harbour",
                                   " Courtesy of the harbour",
                                   " Anna/Courtesy the harbour",
                                   " (Archivbild)",
                                   " (Archivfoto)",
                                   " (Symbolbild)",
                                   " (Symbolfoto)",
                                   " Getty Images",
                                   " via Getty",
                                   " via Reuters",
                                   " via AP",
                                   " via AFP",
                                   " Anna / Reuters",
                                   " Anna/Reuters",
                                   " (Reuters)",
                                   " Anna/AP",
                                   " Anna/AFP",
                                   " Anna/EFE",
                                   " Anna/Getty",
                                   " Anna/EPA",
                                   " Anna/dpa",
                                   " Anna/PA",
                                   " Anna/Shutterstock",
                                   " via Shutterstock",
                                   " via Unsplash",
                                   " via iStock",
                                   " via Wikimedia Commons",
                                   "田中撮影",
                                   "（田中撮影)",
                                   "（田中撮影）",
                                   "（田中提供）",
                                   "（田中提供)",
                                   "＝共同",
                                   "＝ＡＰ",
                                   "＝ＡＦＰ時事",
                                   " EFE/Anna",
                                   " EPA/Anna",
                                   " AFP/Anna",
                                   " AP Photo/Anna",
                                   " IMAGO/Anna",
                                   " dpa/Anna",
                                   " ANSA/Anna",
                                   " APA/Anna",
                                   " KEYSTONE/Anna",
                                   " Reuters/Anna",
                                   " REUTERS/Anna",
                                   " BELGA/Anna",
                                   " TASS/Anna",
                                   " PAP/Anna"};

static const char *const WHOLES[] = {"AP",
                                     "EPA",
                                     "AFP",
                                     "Getty",
                                     "Getty Images",
                                     "Reuters",
                                     "Imago",
                                     "dpa",
                                     "EFE",
                                     "iStock",
                                     "Shutterstock",
                                     "Adobe Stock",
                                     "hide caption",
                                     "toggle caption",
                                     "Enlarge image",
                                     "Image 1 of 2",
                                     "Photo 1 of 2",
                                     "Bild 1 von 2",
                                     "Foto 1 / 2",
                                     "Picture 1 of 2",
                                     "Open this photo in gallery",
                                     "Placeholder image"};

static void assert_credit(const char *before, const char *text, const char *after, bool is_credit) {
    char line[200];
    snprintf(line, sizeof line, "%s%s%s", before, text, after);
    if (credit_line_is(str_of(line)) != is_credit)
        fail_msg("%s", line);
}

static void each_label_is_known(void **state) {
    (void)state;
    for (size_t i = 0; i < N_OF(STARTS); i++) {
        assert_credit("", STARTS[i], ": Jo Quill", true);
        assert_credit("", STARTS[i], " of Jo", false);
    }
    for (size_t i = 0; i < N_OF(MIDDLES); i++)
        assert_credit("The quay in March. ", MIDDLES[i], ": Jo Quill", true);
    for (size_t i = 0; i < N_OF(ENDS); i++)
        assert_credit("The quay in March", ENDS[i], "", true);
    for (size_t i = 0; i < N_OF(WHOLES); i++) {
        assert_credit("", WHOLES[i], "", true);
        assert_credit("Who owns ", WHOLES[i], " now", false);
    }
}

static void credits_are_found(void **state) {
    (void)state;
    for (size_t i = 0; i < N_OF(CREDITS); i++)
        if (!credit_line_is(str_trim(str_of(CREDITS[i]))))
            fail_msg("%s", CREDITS[i]);
}

static void other_lines_are_not(void **state) {
    (void)state;
    for (size_t i = 0; i < N_OF(OTHERS); i++)
        if (credit_line_is(str_of(OTHERS[i])))
            fail_msg("%s", OTHERS[i]);
}

/* The text, and n letters after it. */
static bool is_credit_with(struct arena *arena, const char *text, size_t n) {
    struct buffer line;
    buffer_init(&line, arena);
    buffer_append(&line, str_of(text));
    for (size_t i = 0; i < n; i++)
        buffer_append_byte(&line, 'x');
    return credit_line_is(buffer_str(&line));
}

static void credits_are_short(void **state) {
    static const struct {
        const char *text;
        size_t most; /* letters after it */
    } CASES[] = {
        {"Photo: ", 80},
        {"The pier.Photo: ", 80},
        {"The pier Fot. ", 80 - 6},
        {"The pier. EPA/", 60 - 4},
        {"The pier. ©", 60 - 2},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        assert_true(is_credit_with(*state, CASES[i].text, CASES[i].most));
        assert_false(is_credit_with(*state, CASES[i].text, CASES[i].most + 1));
    }
}

/* Captions have a credit at their start, however long they are ... */
static void captions_that_begin_with_a_credit(void **state) {
    static const char *const BEFORE[] = {
        "Photo: ",       "Photo by ",     "Photograph: ", "Photograph by ",
        "Photo credit ", "Picture: ",     "Image: ",      "Image credit ",
        "Image source ", "Foto: ",        "Fotos: ",      "Bild: ",
        "Bildquelle ",   "Crédit photo ", "© ",           "Crédito: "};
    struct captions captions;
    ARM((struct arena *)*state);
    captions_init(&captions, *state);
    for (size_t i = 0; i < N_OF(BEFORE); i++) {
        char line[200];
        snprintf(line, sizeof line,
                 "%sJo Quill, who saw the ferry and its crew off at the quay on the first day of "
                 "March at low tide",
                 BEFORE[i]);
        if (!captions_has_credit(&captions, str_of(line)))
            fail_msg("%s", line);
        snprintf(line, sizeof line,
                 "A %sJo Quill, who saw the ferry and its crew off at the quay "
                 "on the first day of March at low tide",
                 BEFORE[i]);
        if (captions_has_credit(&captions, str_of(line)))
            fail_msg("%s", line);
    }
}

/* ... or near their end. */
static void captions_that_end_with_a_credit(void **state) {
    static const char *const AFTER[] = {
        " Photograph: Jo",    " Photo: Jo",          " Picture: Jo",       " Image: Jo",
        " Foto: Jo",          " Fotos: Jo",          " Image credit: Jo",  " Bild: Jo",
        " Crédit photo : Jo", " (Jo, Getty Images)", " (Jo, AP Photo)",    " (Jo/AFP)",
        " (Jo/Reuters)",      " (Jo/Getty)",         " (Jo/AP)",           " (Jo/EPA)",
        " (Jo/dpa)",          " (Shutterstock)",     " (photo credit Jo)", " (photograph by Jo)",
        " (photo by Jo)",     " (courtesy of Jo)",   "(3月＝AP)",          "(3月＝AFP)",
        "(3月＝共同)",        "（田中撮影）",        " (사진 출처 항구)"};
    struct captions captions;
    ARM((struct arena *)*state);
    captions_init(&captions, *state);
    for (size_t i = 0; i < N_OF(AFTER); i++) {
        char line[200];
        snprintf(line, sizeof line, "The ferry and its crew at the quay in March.%s", AFTER[i]);
        if (!captions_has_credit(&captions, str_of(line)))
            fail_msg("%s", line);
    }
    assert_false(captions_has_credit(&captions, STR("The ferry and its crew in March. (AFP)")));
    assert_false(captions_has_credit(&captions, STR("The ferry is in this next image:")));
    assert_false(captions_has_credit(
        &captions, STR("Фото: так называется журнал, который он основал в 1950 году.")));
    assert_false(captions_has_credit(&captions,
                                     STR("Kuva: se kertoo enemmän kuin tuhat sanaa, sanoi hän.")));
    assert_true(captions_has_credit(&captions, STR("Kuva: se kertoo enemmän kuin.")));
    assert_true(captions_has_credit(&captions, STR("Foto: dpa")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(credits_are_found),         cmocka_unit_test(each_label_is_known),
        cmocka_unit_test(other_lines_are_not),       ARENA_TEST(captions_that_begin_with_a_credit),
        ARENA_TEST(captions_that_end_with_a_credit), ARENA_TEST(credits_are_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

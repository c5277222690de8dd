/*
 * Headline, authors and day of twenty layouts of copied news pages: single line ends, CRLF, tabs,
 * bullets, menus on one line, several languages, byline above and below.
 */
#include "ground.h"

#include <stdio.h>

#include "pith.h"

#define P "\n\n"
#define EN                                                                                         \
    "The town council voted on Friday to rebuild the eastern half of the harbour, ending a "       \
    "debate that began at breakfast and was still going when the fishing boats came in."
#define EN2                                                                                        \
    "The plan, which will cost about 41 million over six years, moves the ferry pier two hundred " \
    "metres to the south and gives the old fish market to a company that wants to turn it into "   \
    "flats and a small hotel, the mayor told reporters on the steps of the town hall."
#define EN3                                                                                        \
    "Work on the harbour is to begin in September, after the regatta, and the first part of the "  \
    "new pier is to be open to boats of up to twelve metres by the spring of the year after next."
#define DE                                                                                         \
    "Der Stadtrat hat am Freitag beschlossen, die östliche Hälfte des Hafens neu zu bauen, und " \
    "damit eine Debatte beendet, die beim Frühstück begann und noch lief, als die Boote kamen."
#define DE2                                                                                        \
    "Der Plan, der in sechs Jahren rund 41 Millionen kosten wird, verlegt den Fähranleger um "    \
    "zweihundert Meter nach Süden und gibt die alte Fischhalle an eine Firma, die daraus "        \
    "Wohnungen machen will, sagte die Bürgermeisterin am Abend vor dem Rathaus."
#define FR                                                                                            \
    "Le conseil municipal a décidé vendredi de reconstruire la moitié orientale du port, mettant " \
    "fin à un débat qui avait commencé au petit déjeuner et durait encore au retour des bateaux."
#define FR2                                                                                          \
    "Le projet, qui coûtera environ 41 millions en six ans, déplace l'embarcadère de deux cents " \
    "mètres vers le sud et cède l'ancienne halle aux poissons à une société qui veut en faire " \
    "des logements, a expliqué la maire devant l'hôtel de ville."
#define ES                                                                                         \
    "El pleno municipal aprobó el viernes reconstruir la mitad oriental del puerto, con lo que "  \
    "terminó un debate que había empezado en el desayuno y seguía cuando volvieron los barcos."
#define ES2                                                                                        \
    "El plan, que costará unos 41 millones en seis años, traslada el muelle doscientos metros "  \
    "hacia el sur y entrega la antigua lonja a una empresa que quiere convertirla en viviendas, "  \
    "explicó la alcaldesa a los periodistas ante el ayuntamiento."
#define IT                                                                                         \
    "Il consiglio comunale ha deciso venerdì di ricostruire la metà orientale del porto, "       \
    "chiudendo un dibattito cominciato a colazione e ancora aperto al ritorno delle barche."
#define PL                                                                                              \
    "Rada miasta zdecydowała w piątek o odbudowie wschodniej części portu i zakończyła debatę, " \
    "która zaczęła się przy śniadaniu i trwała jeszcze, gdy do brzegu wracały łodzie rybackie."
#define RU                                                                                                                                                        \
    "Городской совет в пятницу решил перестроить восточную часть порта и закончил споры, " \
    "которые начались за завтраком и ещё продолжались, когда в гавань вернулись лодки."
#define RU2                                                                                                                                                        \
    "План, который обойдётся примерно в 41 миллион за шесть лет, переносит причал на двести " \
    "метров к югу, а старый рыбный рынок отдаёт компании, которая хочет построить там жильё."

struct layout {
    const char *name, *dump, *headline, *author, *day;
};

static const struct layout LAYOUTS[] = {
    {"menu, headline, byline, date",
     "Home" P "News" P "Sport" P "Weather" P "Council votes to rebuild eastern harbour" P
     "By Jane Doe" P "Friday 26 April 2024" P EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"single line ends",
     "The Courier\nHome\nNews\nSport\nCouncil votes to rebuild eastern harbour\nBy Jane Doe\n"
     "26 April 2024\n" EN "\n" EN2 "\n" EN3 "\n",
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"CRLF",
     "The Courier\r\nHome\r\nNews\r\nCouncil votes to rebuild eastern harbour\r\nBy Jane Doe\r\n"
     "26 April 2024\r\n" EN "\r\n" EN2 "\r\n" EN3 "\r\n",
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"tabs before each line",
     "\tHome\n\tNews\n\n\t\tCouncil votes to rebuild eastern harbour\n\n\tBy Jane Doe\n\t"
     "Published 26 April 2024\n\n\t" EN "\n\n\t" EN2 "\n\n\t" EN3 "\n",
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"a menu of bullets",
     "* Home\n* News\n* Sport\n* Weather\n\nCouncil votes to rebuild eastern harbour\n\n"
     "By Jane Doe, Harbour Correspondent\n\n26 April 2024, 15:13\n\n" EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"a menu on one line",
     "Home | News | Sport | Weather | Culture | Jobs" P "Council votes to rebuild eastern harbour" P
     "Jane Doe" P "April 26, 2024" P EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"a standfirst between headline and byline",
     "News" P "Council votes to rebuild eastern harbour" P
     "Opponents say that the vote on the pier came a week too early for the town" P "By Jane Doe" P
     "26 April 2024" P EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"date above the headline",
     "Town" P "26 April 2024" P "Council votes to rebuild eastern harbour" P
     "By Jane Doe" P EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"a picture with its caption",
     "Home" P "News" P "Council votes to rebuild eastern harbour" P "By Jane Doe" P
     "Published 26 April 2024" P
     "Boats at the eastern pier on Friday morning. Photo: Ana Roe/The Courier" P EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"share buttons between headline and byline",
     "News" P "Council votes to rebuild eastern harbour" P "Share" P "Facebook" P "Copy link" P
     "By Jane Doe" P "Apr 26, 2024 at 3:13 pm" P EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"byline and date on one line",
     "News" P "Council votes to rebuild eastern harbour" P
     "By Jane Doe | 26 April 2024" P EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"published and updated",
     "News" P "Council votes to rebuild eastern harbour" P "By Jane Doe" P
     "Published: April 26, 2024 Updated: April 28, 2024" P EN P EN2 P EN3,
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"teasers after the article",
     "News" P "Council votes to rebuild eastern harbour" P "By Jane Doe" P
     "26 April 2024" P EN P EN2 P EN3 P "Read more" P
     "Trams to run through the night on three lines" P "By John Roe" P "25 April 2024" P
     "Bakery wins prize for its rye bread" P "24 April 2024",
     "Council votes to rebuild eastern harbour", "Jane Doe", "2024-04-26"},
    {"German",
     "Startseite\nPolitik\nSport\n\nStadtrat beschließt neuen Osthafen\n\nVon Erika Muster\n\n"
     "Stand: 26.04.2024, 15:13 Uhr\n\n" DE P DE2,
     "Stadtrat beschließt neuen Osthafen", "Erika Muster", "2024-04-26"},
    {"German with a kicker",
     "Startseite" P "Hafen" P "Stadtrat beschließt den neuen Osthafen nach langer Debatte" P
     "26. April 2024" P "Von Erika Muster" P DE P DE2,
     "Stadtrat beschließt den neuen Osthafen nach langer Debatte", "Erika Muster", "2024-04-26"},
    {"French",
     "Accueil" P "Politique" P "Sports" P "Le conseil vote la reconstruction du port oriental" P
     "Par Claire Dupont" P "Publié le 26 avril 2024 à 15h13" P FR P FR2,
     "Le conseil vote la reconstruction du port oriental", "Claire Dupont", "2024-04-26"},
    {"Spanish",
     "Portada\nPolítica\nDeportes\n\nEl pleno aprueba reconstruir el puerto oriental\n\n"
     "Por Lucía Ferrer\n\n26 de abril de 2024\n\n" ES P ES2,
     "El pleno aprueba reconstruir el puerto oriental", "Lucía Ferrer", "2024-04-26"},
    {"Italian",
     "Home" P "Cronaca" P "Il consiglio approva il nuovo porto orientale" P "di Marta Bianchi" P
     "26 aprile 2024" P IT P IT,
     "Il consiglio approva il nuovo porto orientale", "Marta Bianchi", "2024-04-26"},
    {"Polish, a name alone",
     "Strona główna" P "Wiadomości" P "Rada miasta odbuduje wschodni port" P
     "Publikacja: 26.04.2024 15:13" P "Piotr Nowak" P PL P PL,
     "Rada miasta odbuduje wschodni port", "Piotr Nowak", "2024-04-26"},
    {"Russian",
     "Главная" P "Новости" P "Совет решил перестроить восточный порт" P "26 апреля 2024" P
     "Автор: Иван Петров" P RU P RU2,
     "Совет решил перестроить восточный порт", "Иван Петров", "2024-04-26"},
};

/* `n`: how many bytes to compare; 0 for all. */
static bool is_same(const char *what, const char *name, const char *got, const char *want,
                    size_t n) {
    if (got && (n ? strncmp(got, want, n) : strcmp(got, want)) == 0)
        return true;
    print_message("%s: %s \"%s\", not \"%s\"\n", name, what, got ? got : "-", want);
    return false;
}

static void layouts_are_read(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_context *context;
    size_t n_wrong = 0;
    (void)state;
    options.input = PITH_INPUT_DUMP;
    assert_int_equal(pith_context_new(&context), PITH_OK);
    for (size_t i = 0; i < sizeof LAYOUTS / sizeof *LAYOUTS; i++) {
        const struct layout *at = &LAYOUTS[i];
        struct pith_article *article;
        assert_int_equal(pith_extract(context, &options, at->dump, strlen(at->dump), &article),
                         PITH_OK);
        n_wrong += !is_same("headline", at->name, pith_article_field(article, PITH_HEADLINE),
                            at->headline, 0);
        n_wrong += !is_same("author", at->name, pith_article_author(article, 0), at->author, 0);
        n_wrong += !is_same("day", at->name, pith_article_field(article, PITH_DATE), at->day, 10);
        n_wrong += pith_article_author(article, 1) != NULL;
        pith_article_free(article);
    }
    pith_context_free(context);
    assert_int_equal(n_wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(layouts_are_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

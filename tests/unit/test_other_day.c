/*
 * other_day.c: days of events, deadlines and versions are not the page's.
 */
#include "page_case.h"

#define DAY_OF(lines) "<html lang=en><h1>Harbour plan</h1>" lines PROSE, PITH_DATE
#define IN(language, line) "<html lang=" language "><h1>Hafen</h1><p>" line "</p>" PROSE, PITH_DATE

static void days_of_events(void **state) {
    static const struct page_case CASES[] = {
        {"when", DAY_OF("<p>When: 15 June 2024, 19:00</p>"), "-"},
        {"when, with a day of the week", DAY_OF("<p>When: Saturday, 15 June 2024</p>"), "-"},
        {"when, on the line before", DAY_OF("<p>When</p><p>15 June 2024</p>"), "-"},
        {"when, in a <time>", DAY_OF("<p>When: <time datetime=2024-06-15>Saturday</time></p>"),
         "-"},
        {"another <time>", DAY_OF("<p>Day: <time datetime=2024-06-15>Saturday</time></p>"),
         "2024-06-15"},
        {"beside the page's own",
         DAY_OF("<dl><dt>When<dd>15 June 2024<dt>Posted<dd>3 May 2024</dl>"), "2024-05-03"},
        {"a deadline", DAY_OF("<p>Deadline: 15 June 2024</p>"), "-"},
        {"a word that asks nothing, on the line before", DAY_OF("<p>Start</p><p>15 June 2024</p>"),
         "2024-06-15"},
        {"the same with a colon", DAY_OF("<p>Start:</p><p>15 June 2024</p>"), "-"},
        {"a word without a colon", DAY_OF("<p>Start 15 June 2024</p>"), "2024-06-15"},
        {"a delivery", DAY_OF("<p>Delivery by Friday 10 May 2024</p>"), "-"},
        {"a delivery that a mark sets apart", DAY_OF("<p>Delivery strike ends | 10 May 2024</p>"),
         "2024-05-10"},
        {"a meeting", DAY_OF("<p>Held on 10 May 2024</p>"), "-"},
        {"a meeting, with a day of the week", DAY_OF("<p>Held on Friday, 10 May 2024</p>"), "-"},
        {"a headline that begins like one", DAY_OF("<p>Held on to power | 10 May 2024</p>"),
         "2024-05-10"},
        {"the same with a dot", DAY_OF("<p>Held on to power \xC2\xB7 10 May 2024</p>"),
         "2024-05-10"},
        {"an article about one", DAY_OF("<p>Deliverance, 10 May 2024</p>"), "2024-05-10"},
        {"a date that the text closes with",
         DAY_OF(PROSE PROSE "<aside><p>Closing date: 30 June 2024</p></aside>" PROSE), "-"},
        {"the same of the text itself",
         DAY_OF(PROSE PROSE "<aside><p>Publication date: 30 June 2024</p></aside>" PROSE),
         "2024-06-30"},
        {"another word", DAY_OF("<p>Date: 15 June 2024</p>"), "2024-06-15"},
        {"in German", IN("de", "Anmeldeschluss: 15. Juni 2024"), "-"},
        {"in French", IN("fr", "Quand : samedi 15 juin 2024"), "-"},
        {"in Russian", IN("ru", "Когда: 15 июня 2024"), "-"},
        {"in Romanian", IN("ro", "Data și ora: 15 iunie 2024"), "-"},
        {"in Hungarian", IN("hu", "Jelentkezési határidő: 2024. június 15."), "-"},
        {"in Bulgarian", IN("bg", "Краен срок: 15 юни 2024"), "-"},
        {"in Slovak", IN("sk", "Uzávierka: 15. júna 2024"), "-"},
        {"in Croatian", IN("hr", "Datum i vrijeme: 15. lipnja 2024."), "-"},
        {"in Catalan", IN("ca", "Quan: 15 de juny de 2024"), "-"},
        {"in Japanese", IN("ja", "日時：2024年6月15日"), "-"},
    };
    CHECK(CASES);
}

static void days_of_releases(void **state) {
#define TITLED(title, line) "<title>" title "</title><h1>" title "</h1><p>" line "</p>" PROSE
    static const struct page_case CASES[] = {
        {"in brackets", DAY_OF("<p>0.4.2 (2024-03-21)</p>"), "-"},
        {"after a name", DAY_OF("<p>quill-0.4 \xE2\x80\x93 21 Mar 2024</p>"), "-"},
        {"after a v", DAY_OF("<p>v0.4 2024-03-21</p>"), "-"},
        {"a time", DAY_OF("<p>10.30 (2024-03-21)</p>"), "2024-03-21T10:30"},
        {"a version of the document", DAY_OF("<p>Version 1.0.2, 2024-03-21</p>"), "2024-03-21"},
        {"with another text", DAY_OF("<p>0.4.2 (2024-03-21) by the harbour</p>"), "2024-03-21"},
        {"of the page's version", TITLED("Quill v0.4.2 is out", "v0.4.2 (2024-03-21)"), PITH_DATE,
         "2024-03-21"},
        {"of another version", TITLED("Quill is out", "v0.4.2 (2024-03-21)"), PITH_DATE, "-"},
    };
    CHECK(CASES);
}

static void days_in_navigation(void **state) {
    static const struct page_case CASES[] = {
        {"below the headline", DAY_OF("<nav><p>(4a4ef49 2024-03-02)</p></nav>"), "-"},
        {"above the headline", "<nav><p>(4a4ef49 2024-03-02)</p></nav><h1>Harbour plan</h1>" PROSE,
         PITH_DATE, "-"},
        {"in the site's header",
         "<body><header><p>Thursday, 16 May 2024</p></header><main><h1>Harbour plan</h1>" PROSE,
         PITH_DATE, "-"},
        {"in the post's header",
         "<body><div><header class='x post-header'><p>16 May 2024</p></header>"
         "<h1>Harbour plan</h1>" PROSE "</div>",
         PITH_DATE, "2024-05-16"},
        {"in one with a name in one word",
         "<body><div><header class='articleHeader'><p>16 May 2024</p></header>"
         "<h1>Harbour plan</h1>" PROSE "</div>",
         PITH_DATE, "2024-05-16"},
        {"in the header of a paper called a post",
         "<body><div><header class='post-gazette-masthead'><p>16 May 2024</p></header>"
         "<h1>Harbour plan</h1>" PROSE "</div>",
         PITH_DATE, "-"},
        {"in one whose name begins like a story",
         "<body><div><header class='storytellers-top'><p>16 May 2024</p></header>"
         "<h1>Harbour plan</h1>" PROSE "</div>",
         PITH_DATE, "-"},
        {"in a header that is named otherwise",
         "<body><div><header class='compost'><p>16 May 2024</p></header>"
         "<h1>Harbour plan</h1>" PROSE "</div>",
         PITH_DATE, "-"},
        {"in the headline's header",
         "<body><header><p>Thursday, 16 May 2024</p><h1>Harbour plan</h1></header>" PROSE,
         PITH_DATE, "2024-05-16"},
        {"in a header below the headline", DAY_OF("<article><header><p>16 May 2024</p></header>"),
         "2024-05-16"},
        {"in navigation around all",
         "<body><nav><p>16 May 2024</p><h1>Harbour plan</h1>" PROSE "</nav>", PITH_DATE,
         "2024-05-16"},
        {"elsewhere", DAY_OF("<div><p>2 March 2024</p></div>"), "2024-03-02"},
    };
    CHECK(CASES);
}

static void days_in_sentences(void **state) {
    static const struct page_case CASES[] = {
        {"after a dash, with the point of \"year\"",
         "<html lang=pl>" DAY_OF("<p>Anna Maria Nowak - 3 maja 2024 r.</p>"), "2024-05-03"},
        {"after a bar, in Russian",
         "<html lang=ru>" DAY_OF("<p>Газета, Анна Петровна Иванова | 3 мая 2024 г.</p>"),
         "2024-05-03"},
        {"after a dash, at the end", DAY_OF("<p>Jane Doe, Port Ellery — 3 May 2024.</p>"),
         "2024-05-03"},
        {"in a sentence of Polish",
         "<html lang=pl>" DAY_OF("<p>Most w porcie otwarto 3 maja 2024 r.</p>"), "-"},
        {"a sentence that ends after a dash",
         DAY_OF("<p>The harbour fair returns to the quay — 3 May 2024.</p>"), "-"},
        {"the same with the point of \"year\"", IN("ru", "Срок подачи заявок – 3 мая 2024 г."),
         "-"},
        {"after a comma and before that point", IN("ru", "Он родился в Москве, 3 мая 1950 г."),
         "-"},
        {"the end of a range, in French", IN("fr", "Exposition, 1er mars – 3 mai 2024"), "-"},
        {"the end of a range, in Spanish", IN("es", "Exposición, 1 de marzo – 3 de mayo de 2024"),
         "-"},
        {"a time before a dash", DAY_OF("<p>10am – 3 May 2024</p>"), "2024-05-03T10:00"},
        {"four words beside it", DAY_OF("<p>On 3 April 1911 the boat sailed.</p>"), "-"},
        {"without the point", DAY_OF("<p>On 3 April 2011 the boat sailed</p>"), "2011-04-03"},
        {"a few words", DAY_OF("<p>Oban harbour, 3 April 2011.</p>"), "2011-04-03"},
        {"points of the time",
         "<html lang=es><h1>Plan del puerto</h1><p>Marzo 12, 2024 - 08:15 a. m.</p>" PROSE,
         PITH_DATE, "2024-03-12T08:15"},
        {"a label", DAY_OF("<p>Published by the harbour board on 3 April 2011.</p>"), "2011-04-03"},
        {"a byline", DAY_OF("<p>By Jane Doe of Oban on 3 April 2011.</p>"), "2011-04-03"},
        {"a meeting", DAY_OF("<p>Held on 4 March 2024</p>"), "-"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(days_of_events),
        ARENA_TEST(days_of_releases),
        ARENA_TEST(days_in_navigation),
        ARENA_TEST(days_in_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

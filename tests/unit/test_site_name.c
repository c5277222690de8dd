/*
 * The name of a page's site: of several values, with a slogan, as an address or an account.
 */
#include "page_case.h"

#define AT(host) "<link rel=canonical href='https://" host ".example/a'>"
#define NAMED(name) "<meta property=og:site_name content='" name "'>"

static void names_with_slogans(void **state) {
    static const struct page_case CASES[] = {
        {"after a hyphen", AT("ellerycourier") NAMED("Ellery Courier - News of the harbour"),
         PITH_SITE, "Ellery Courier"},
        {"before a bar", AT("ellerycourier") NAMED("News of the harbour | Ellery Courier"),
         PITH_SITE, "Ellery Courier"},
        {"after two", AT("ellerycourier") NAMED("Ellery Courier | Ferries | Boats"), PITH_SITE,
         "Ellery Courier"},
        {"nothing after a bar", AT("ellerycourier") NAMED("Ellery Courier | "), PITH_SITE,
         "Ellery Courier"},
        {"parts of a word each", AT("ellery") NAMED("Ellery - Ferries - Boats"), PITH_SITE,
         "Ellery - Ferries - Boats"},
        {"a short slogan", AT("ellery") NAMED("Ellery - All boats"), PITH_SITE, "Ellery"},
        {"no letters in it", AT("ellerycourier") NAMED("*** - Ellery, a courier"), PITH_SITE,
         "*** - Ellery, a courier"},
        {"another host", AT("harbour") NAMED("Ellery Courier - News of boats"), PITH_SITE,
         "Ellery Courier - News of boats"},
        {"a short host", AT("ec") NAMED("EC - News of boats"), PITH_SITE, "EC - News of boats"},
        {"no host", NAMED("Ellery Courier - News of boats"), PITH_SITE,
         "Ellery Courier - News of boats"},
    };
    CHECK(CASES);
}

static void names_that_are_not(void **state) {
    static const struct page_case CASES[] = {
        {"an address", NAMED("https://www.courier.example/news/"), PITH_SITE, "courier.example"},
        {"an address without www", NAMED("http://courier.example"), PITH_SITE, "courier.example"},
        {"an address in a sentence", NAMED("The Courier (http://courier.example)"), PITH_SITE,
         "The Courier (http://courier.example)"},
        {"an address without a host", NAMED("https:// courier"), PITH_SITE, "-"},
        {"an address with spaces around it", NAMED(" http://courier.example "), PITH_SITE,
         "courier.example"},
        {"words for a host", NAMED("https://the courier"), PITH_SITE, "https://the courier"},
        {"an account", NAMED("@courier"), PITH_SITE, "-"},
        {"an account before a lesser name",
         NAMED("@courier") "<meta name=application-name content='The Courier'>", PITH_SITE,
         "The Courier"},
        {"a template", NAMED("{$plugin.tx_news.site_name}"), PITH_SITE, "-"},
    };
    CHECK(CASES);
}

#define AFTER(tail) "<title>Pier closed - " tail "</title><h1>Pier closed</h1>", PITH_SITE

static void ends_of_titles(void **state) {
    static const struct page_case CASES[] = {
        {"a name", AFTER("The Courier"), "The Courier"},
        {"a name with a small word", AFTER("Online chess shop"), "Online chess shop"},
        {"a name of two small words", AFTER("courier online"), "courier online"},
        {"a phrase", AFTER("what we know"), "-"},
        {"a phrase with a capital", AFTER("What we know"), "-"},
        {"a phrase of small words", AFTER("harbour after the storm"), "-"},
        {"a question", AFTER("Is the harbour safe?"), "-"},
        {"the host's name", AT("whatpier") AFTER("What Pier"), "What Pier"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_with_slogans),
        ARENA_TEST(names_that_are_not),
        ARENA_TEST(ends_of_titles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

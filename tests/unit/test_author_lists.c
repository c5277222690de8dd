/*
 * Authors that machines read: long lists, the lists of papers whose lines show one author each, and
 * names that begin with the surname.
 */
#include "page_case.h"

#include "metadata/author/name_order.h"

#define PLAN "<html lang=en><title>Harbour plan</title>"
#define BODY "<h1>Harbour plan</h1>" PROSE

enum { N_MANY = 20 };

/* The page with `format` for each of many names in turn, which must give all of them. */
static void check_many(struct arena *arena, const char *before, const char *format,
                       const char *after) {
    struct buffer html;
    struct block_page page;
    struct metadata m;
    char item[120];
    ARM(arena);
    buffer_init(&html, arena);
    buffer_append(&html, str_of(before));
    for (int i = 0; i < N_MANY; i++) {
        snprintf(item, sizeof item, format, i ? ", " : "", 'A' + i, 'A' + i);
        buffer_append(&html, str_of(item));
    }
    buffer_append(&html, str_of(after));
    read_html(arena, buffer_str(&html), &page, &m);
    assert_int_equal(m.authors.n, N_MANY);
    assert_str(m.authors.items[0], STR("Ann Aoe"));
    assert_str(m.authors.items[N_MANY - 1], STR("Tnn Toe"));
}

static void long_lists_are_read(void **state) {
    check_many(*state, PLAN, "<meta name=citation_author content='%.0s%cnn %coe'>", BODY);
    check_many(*state, PLAN, "<meta name=author content='%.0s%cnn %coe'>", BODY);
    check_many(*state,
               PLAN "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[",
               "%s{\"@type\":\"Person\",\"name\":\"%cnn %coe\"}", "]}</script>" BODY);
    check_many(*state, PLAN "<meta name=author content='", "%s%cnn %coe", "'>" BODY);
}

#define CITATION                                                                                   \
    PLAN "<meta name=citation_author content='Wei Zhang'><meta name=citation_author content='Ana " \
         "Costa'><meta name=citation_author content='Bo Rey'><h1>Harbour plan</h1>"

static void lines_confirm_a_list(void **state) {
    static const struct page_case CASES[] = {
        {"marks after some of the names",
         CITATION "<ul class=authors><li><a>Wei Zhang</a><sup>1</sup>,</li><li><a>Ana "
                  "Costa</a><sup>2</sup></li><li><a>Bo Rey</a></li></ul>" PROSE,
         AUTHORS, "Wei Zhang; Ana Costa; Bo Rey"},
        {"a class for each name",
         CITATION "<ul><li><a class=author>Wei Zhang</a><sup>1</sup>,</li><li><a class=author>Ana "
                  "Costa</a><sup>2</sup></li><li><a class=author>Bo Rey</a></li></ul>" PROSE,
         AUTHORS, "Wei Zhang; Ana Costa; Bo Rey"},
        {"marks between names on a line",
         CITATION "<p class=authors><span><a>Wei Zhang</a><sup>1</sup>,</span> <span><a>Ana "
                  "Costa</a><sup>2</sup></span> <span><a>Bo Rey</a></span></p>" PROSE,
         AUTHORS, "Wei Zhang; Ana Costa; Bo Rey"},
        {"not all are shown",
         CITATION "<ul><li><a class=author>Wei Zhang</a>,</li><li><a>Ana "
                  "Costa</a></li></ul>" PROSE,
         AUTHORS, "Wei Zhang"},
    };
    CHECK(CASES);
}

#define META(value) PLAN "<meta name=author content=\"" value "\">" BODY, AUTHORS
#define RECORD(value) PLAN "<meta name=DC.creator content=\"" value "\">" BODY, AUTHORS
#define LD(value)                                                                                  \
    PLAN "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":\"" value \
         "\"}}</script>" BODY,                                                                     \
        AUTHORS

static void surnames_come_first(void **state) {
    static const struct page_case CASES[] = {
        {"in a meta element", META("Reynolds, Robert"), "Robert Reynolds"},
        {"in JSON-LD", LD("Bell, Ann"), "Ann Bell"},
        {"in a record", RECORD("Reynolds, Robert"), "Robert Reynolds"},
        {"another record", PLAN "<meta name=dcterms.creator content='Bell, Ann'>" BODY, AUTHORS,
         "Ann Bell"},
        {"several", META("Bell, Ann; Roe, John"), "Ann Bell; John Roe"},
        {"several in a citation",
         PLAN "<meta name=citation_author content='Doe Bell, Ann; Roe, John'>" BODY, AUTHORS,
         "Ann Doe Bell; John Roe"},
        {"initials", LD("Smith, J.K."), "J.K. Smith"},
        {"not English", META("M\xC3\xBCller, J\xC3\xBCrgen"), "J\xC3\xBCrgen M\xC3\xBCller"},
        {"Cyrillic", META("Иванов, Пётр"), "Пётр Иванов"},
        {"particles in a record", RECORD("van der Berg, Anna"), "Anna van der Berg"},
        {"given names in a record", RECORD("Reynolds, Robert J."), "Robert J. Reynolds"},
        {"a town in a meta element", META("Ellery, Maine"), "-"},
        {"a town in JSON-LD", LD("Ellery, Maine"), "-"},
        {"a surname and a given name that are one in a record", RECORD("Ellery, Maine"),
         "Maine Ellery"},
        {"a citation", "<meta name=citation_author content='Ellery, Maine'>", AUTHORS,
         "Maine Ellery"},
        {"a given name that is rarely one", META("Irving, Washington"), "Washington Irving"},
        {"a country that is a given name", LD("Gall, France"), "France Gall"},
        {"another", RECORD("Baldwin, Ireland"), "Ireland Baldwin"},
        {"a given name that is a state's too", META("Woolf, Virginia"), "Virginia Woolf"},
        {"where a person lives", LD("Jane Doe, Ireland"), "Jane Doe"},
        {"two persons", META("Jane Doe, John Roe"), "Jane Doe; John Roe"},
        {"two persons in a record", RECORD("Jane Doe, John Roe"), "Jane Doe; John Roe"},
        {"a degree", META("Jane Doe, PhD"), "Jane Doe"},
        {"three names", META("Alice, Bob, Carol"), "-"},
        {"nicknames", META("jdoe, mroe"), "jdoe; mroe"},
        {"the site's name",
         "<meta property=og:site_name content='Courier'><meta name=author content='Courier, "
         "Ellery'>" BODY,
         AUTHORS, "Courier, Ellery"},
    };
    CHECK(CASES);
}

static void others_are_not_turned(void **state) {
    static const char *const TEXTS[] = {"",
                                        "Doe",
                                        "Doe,",
                                        ", Jane",
                                        "Doe, Jane, Ann",
                                        "Doe, Jane; Roe",
                                        "Doe, PhD",
                                        "Doe, Jr.",
                                        "Reuters, Berlin",
                                        "COURIER, Ellery",
                                        "Courier, Redaktion",
                                        "doe, Jane",
                                        "王, 伟",
                                        "Doe, Jane Ann Eve Sue",
                                        "Jane Doe, Ann"};
    for (size_t i = 0; i < N_OF(TEXTS); i++)
        if (name_order_is_turned(*state, str_of(TEXTS[i]), ANY_LANGUAGE, true))
            fail_msg("%s", TEXTS[i]);
    assert_true(name_order_is_turned(*state, STR("Doe, Jane Ann Eve"), ANY_LANGUAGE, true));
    assert_true(name_order_is_turned(*state, STR("Ellery, Maine"), ANY_LANGUAGE, true));
    assert_false(name_order_is_turned(*state, STR("Ellery, Maine"), ANY_LANGUAGE, false));
    assert_false(name_order_is_turned(*state, STR("Doe, Jane Ann"), ANY_LANGUAGE, false));
    assert_false(name_order_is_turned(*state, STR("van Doe, Jane"), ANY_LANGUAGE, false));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(long_lists_are_read),
        ARENA_TEST(lines_confirm_a_list),
        ARENA_TEST(surnames_come_first),
        ARENA_TEST(others_are_not_turned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

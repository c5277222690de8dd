/*
 * Which of the likely headlines of a dump is chosen, for given likelihoods.
 */
#include "metadata_page.h"

#include "metadata/dump/dump_headline_choice.h"
#include "metadata/dump/dump_lines.h"

enum { MOST = 8 };

struct line_case {
    const char *name;
    struct {
        const char *text;
        float likely;
    } lines[MOST];
    uint32_t want;
};

static uint32_t choose(struct arena *arena, const struct line_case *c, float *likely) {
    struct block_page page = {.arena = arena};
    struct gathering g = {.n_groups = 0};
    struct buffer dump;
    uint32_t blocks[MOST];
    float odds[MOST][DUMP_N_ROLES] = {{0}};
    buffer_init(&dump, arena);
    for (size_t i = 0; i < MOST && c->lines[i].text; i++) {
        buffer_append(&dump, str_of(c->lines[i].text));
        buffer_append(&dump, STR("\n\n"));
    }
    buffer_append(&dump, STR("This line is past the end of the page"));
    textdump_cut(&page, buffer_str(&dump));
    page.n_blocks--;
    assert_true(page.n_blocks <= MOST);
    for (uint32_t i = 0; i < page.n_blocks; i++) {
        blocks[i] = i;
        odds[i][DUMP_HEADLINE] = c->lines[i].likely;
    }
    metadata_prepare(&g, &page, plain_scores(&page), STR_NONE);
    struct dump_lines lines = {
        .blocks = blocks, .n = page.n_blocks, .likely = (const float(*)[DUMP_N_ROLES])odds};
    g.dump_lines = &lines;
    return dump_headline_choose(&g, likely);
}

static void check(struct arena *arena, const struct line_case *cases, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        float likely;
        uint32_t got = choose(arena, &cases[i], &likely);
        if (got != cases[i].want)
            fail_msg("%s: line %u", cases[i].name, (unsigned)got);
    }
}

static void a_standfirst_follows_the_headline(void **state) {
    static const struct line_case CASES[] = {
        {"English",
         {{"Town", 0},
          {"Council votes to rebuild the eastern harbour", 0.3f},
          {"Members debated from breakfast until the boats came in", 0.6f},
          {"By Anna Quill", 0}},
         1},
        {"German",
         {{"Stadtrat beschlie\xC3\x9Ft Neubau des Hafens", 0.4f},
          {"Nach neun Stunden Debatte stimmten elf Mitglieder daf\xC3\xBCr", 0.5f}},
         0},
        {"French",
         {{"Le conseil vote la reconstruction du port", 0.3f},
          {"Onze membres ont vot\xC3\xA9 pour apr\xC3\xA8s neuf heures", 0.4f}},
         0},
        {"Russian",
         {{"Горсовет решил перестроить восточную гавань", 0.3f},
          {"Споры продолжались девять часов подряд", 0.5f}},
         0},
        {"below the date",
         {{"Council votes to rebuild the eastern harbour", 0.3f},
          {"Updated: Dec. 21, 2023, 1:29 p.m.", 0},
          {"Published: Dec. 21, 2023, 1:28 p.m.", 0},
          {"Members debated from breakfast until the boats came in", 0.7f}},
         0},
        {"below how old the article is",
         {{"Council votes to rebuild the eastern harbour", 0.3f},
          {"This article is more than 2 years old", 0},
          {"Members debated from breakfast until the boats came in", 0.6f}},
         0},
        {"below any other line",
         {{"Council votes to rebuild the eastern harbour", 0.3f},
          {"Share this page with others", 0},
          {"Members debated from breakfast until the boats came in", 0.6f}},
         2},
    };
    check(*state, CASES, N_OF(CASES));
}

static void other_lines_precede_the_headline(void **state) {
    static const struct line_case CASES[] = {
        {"a section",
         {{"National Harbour League", 0.35f}, {"Council votes to rebuild the harbour", 0.5f}},
         1},
        {"a kicker with a colon",
         {{"What the council said on Friday:", 0.35f},
          {"Council votes to rebuild the harbour", 0.5f}},
         1},
        {"a sentence",
         {{"Take part in our survey of readers today.", 0.35f},
          {"Council votes to rebuild the harbour", 0.5f}},
         1},
        {"a quotation",
         {{"\xE2\x80\x9CNine hours were more than enough\xE2\x80\x9D", 0.35f},
          {"Council votes to rebuild the harbour", 0.5f}},
         1},
        {"the same with something added",
         {{"Port Courier Council votes to rebuild the harbour", 0.35f},
          {"Council votes to rebuild the harbour", 0.5f}},
         1},
        {"a caption",
         {{"The harbour seen from the old wall (Photo: Jane Roe)", 0.35f},
          {"Council votes to rebuild the harbour", 0.5f}},
         1},
        {"sections",
         {{"Town news | Harbour news | Weather report", 0.35f},
          {"Council votes to rebuild the harbour", 0.5f}},
         1},
        {"a list of other pages",
         {{"Harbour map shown to members Tide tables for next year printed Boats came in late on "
           "Friday Fish market goes to a company Regatta moved to June Pier open to boats of "
           "twelve metres",
           0.35f},
          {"Council votes to rebuild the harbour", 0.5f}},
         1},
        {"an unlikely line",
         {{"What people have been reading about this week", 0.19f},
          {"Council votes to rebuild the harbour", 0.3f}},
         1},
        {"a far less likely line",
         {{"What people have been reading about this week", 0.24f},
          {"Council votes to rebuild the harbour", 0.7f}},
         1},
    };
    check(*state, CASES, N_OF(CASES));
}

static void a_caption_is_no_headline(void **state) {
    static const struct line_case CASES[] = {
        {"a name in brackets",
         {{"El consejo aprueba el nuevo puerto", 0.4f},
          {"Regala esta noticia", 0},
          {"Una vista del puerto desde la muralla. (Ana Pluma)", 0.5f}},
         0},
        {"agencies in brackets",
         {{"Council votes to rebuild the eastern harbour", 0.3f},
          {"The boats came in while the members debated (Photos: Getty/AP)", 0.6f}},
         0},
        {"a copyright sign",
         {{"Neuer Hafen beschlossen", 0.3f}, {"Der Hafen im Winter \xC2\xA9 dpa/Jan Muster", 0.6f}},
         0},
        {"anything else in brackets",
         {{"Sport and weather in Port Ellery", 0.1f}, {"Harbour beat town (3-2)", 0.6f}},
         1},
        {"no other line", {{"Sport", 0.01f}, {"The harbour at dusk (Jane Roe)", 0.6f}}, 1},
        {"a line too far above",
         {{"Council votes to rebuild the harbour", 0.3f},
          {"a", 0},
          {"b", 0},
          {"c", 0},
          {"d", 0},
          {"e", 0},
          {"f", 0},
          {"The harbour at dusk (Jane Roe)", 0.6f}},
         7},
    };
    check(*state, CASES, N_OF(CASES));
}

static void a_trail_leads_to_the_headline(void **state) {
    static const struct line_case CASES[] = {
        {"English",
         {{"You are here: Home \xC2\xBB Town \xC2\xBB The wall is done", 0.4f},
          {"The wall is done", 0.3f}},
         1},
        {"German",
         {{"Du bist hier: Start > Stadt > \xE2\x80\x9ENeue Mauer\xE2\x80\x9C", 0.4f},
          {"\xE2\x80\x9ENeue Mauer\xE2\x80\x9C", 0.3f}},
         1},
        {"a headline that ends with the next line",
         {{"After nine hours the wall is done", 0.4f}, {"the wall is done", 0.1f}},
         0},
        {"at the end of the page",
         {{"Neighbours", 0}, {"You are here: Home \xC2\xBB The wall is done", 0.4f}},
         1},
        {"a trail that ends with a section",
         {{"Home \xC2\xBB Town \xC2\xBB Harbour", 0.4f}, {"Harbour", 0.3f}},
         0},
    };
    check(*state, CASES, N_OF(CASES));
}

static void a_line_that_is_repeated_counts_twice(void **state) {
    static const struct line_case CASES[] = {
        {"twice in a row",
         {{"Health", 0.35f}, {"The wall is done", 0.1f}, {"The wall is done", 0.3f}},
         2},
        {"with another line between",
         {{"Health", 0.35f}, {"The wall is done", 0.3f}, {"Town", 0}, {"The wall is done", 0.1f}},
         0},
    };
    float likely;
    check(*state, CASES, N_OF(CASES));
    choose(*state, &CASES[0], &likely);
    assert_float_equal(likely, 0.4f, 0.001f);
}

static void a_dump_may_have_no_line(void **state) {
    static const struct line_case NONE = {"empty", {{NULL, 0}}, NOWHERE};
    check(*state, &NONE, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(a_standfirst_follows_the_headline),
                                       ARENA_TEST(other_lines_precede_the_headline),
                                       ARENA_TEST(a_caption_is_no_headline),
                                       ARENA_TEST(a_trail_leads_to_the_headline),
                                       ARENA_TEST(a_line_that_is_repeated_counts_twice),
                                       ARENA_TEST(a_dump_may_have_no_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

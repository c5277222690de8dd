/*
 * Words of captions, comments and languages at the edges: how far from an end of a line they count,
 * how long the line may be, and how the languages of one group are told apart.
 */
#include "ground.h"

#include "base/buffer.h"
#include "lexicon/caption.h"
#include "lexicon/close_language.h"
#include "lexicon/direction.h"
#include "lexicon/language.h"
#include "lexicon/reply.h"

static struct str with_letters(struct arena *arena, const char *before, size_t n,
                               const char *after) {
    struct buffer text;
    buffer_init(&text, arena);
    buffer_append(&text, str_of(before));
    for (size_t i = 0; i < n; i++)
        buffer_append_byte(&text, 'x');
    buffer_append(&text, str_of(after));
    return buffer_str(&text);
}

static void credits_are_near_an_end(void **state) {
    static const struct {
        const char *before;
        size_t n; /* letters between the two */
        const char *after;
        bool is_credit;
    } CASES[] = {
        /* the label, and what follows it, are the last 80 bytes */
        {"The boat is back.Foto: ", 74, "", true},
        {"The boat is back.Foto: ", 75, "", false},
        {"The boat is back.Foto:", 0, "", false},
        {"The boat is back. Foto: ", 3, ":", false},
        /* the last sentence, or the last brackets, have up to 80 bytes */
        {"It is. ", 75, "/AFP.", true},
        {"It is. ", 76, "/AFP.", false},
        {"It is (", 75, "/AP)", true},
        {"It is (", 77, "/AP)", false},
        {"It is | ", 75, "/AFP.", true},
        {"", 75, "/AFP.", true},
        {"", 76, "/AFP.", false},
        {"Photo by ", 200, "", true},
        {"A photo by ", 200, "", false},
        {"", 0, "", false},
        {")", 0, "", false},
    };
    struct captions captions;
    ARM((struct arena *)*state);
    captions_init(&captions, *state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (captions_has_credit(&captions, with_letters(*state, CASES[i].before, CASES[i].n,
                                                        CASES[i].after)) != CASES[i].is_credit)
            fail_msg("%s %zu %s", CASES[i].before, CASES[i].n, CASES[i].after);
}

static void signs_of_comments(void **state) {
    static const struct {
        const char *line;
        bool is_sign;
    } CASES[] = {
        {"Ann said,", true},
        {"Ann SAID,", true},
        {"Ann says", true},
        {"Ann dit :", true},
        {"Ann said.", false},
        {"Ann said", false},
        {"Ann say", false},
        {"said,", false},
        {"s", false},
        {"Ann ha detto:", true},
        {"Ann saiD\xE2\x80\xA6", true},

        {"Reply to Ann", true},
        {"Do reply", false},
    };
    struct replies replies;
    ARM((struct arena *)*state);
    replies_init(&replies, *state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (replies_is_sign(&replies, str_of(CASES[i].line)) != CASES[i].is_sign)
            fail_msg("%s", CASES[i].line);
    struct str heading = STR("Comments");
    assert_true(replies_is_heading(&replies, heading, 8));
    assert_false(replies_is_heading(&replies, heading, 9));
    assert_true(replies_is_heading(&replies, with_letters(*state, "Comments ", 91, ""), 2));
    assert_false(replies_is_heading(&replies, with_letters(*state, "Comments ", 92, ""), 2));
}

static void languages_of_one_group(void **state) {
    static const struct {
        const char *text, *guess, *tag;
    } CASES[] = {
        {"hun er ikke hvor hva", "da", "nb"},
        {"ho er ikkje kvar kva", "nb", "nn"},
        {"hun er af hvordan noget", "nb", "da"},
        {"el y los", "pt", "es"},
        {"O E N\xC3\x83O os n\xC3\xA3o", "es", "pt"},
        {"unha dunha co", "es", "gl"},
        /* a draw, other words and other groups change nothing */
        {"men og", "da", "da"},
        {"the boat", "nb", "nb"},
        {"el y los", "en", "en"},
        {"el y los", "da", "da"},
        {"", "pt", "pt"},
        {"elylos", "pt", "pt"},
        {"el-y,los", "pt", "es"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_string_equal(close_language_of(str_of(CASES[i].text), CASES[i].guess), CASES[i].tag);
}

static void directions(void **state) {
    static const struct {
        const char *text, *direction; /* "-": none */
    } CASES[] = {
        {"boat", "ltr"},
        {"\xD7\x90\xD7\x91", "rtl"},
        {"\xD8\xA7\xD8\xA8", "rtl"},
        {"a\xD7\x90", "ltr"},
        {"a\xD7\x90\xD7\x90", "rtl"},
        {"1 2 3!", "-"},
        {"\xE2\x80\x93\xE2\x86\x92", "-"},
        {"", "-"},
        {"\xC3\xA9", "ltr"},
        {"\xE8\x88\xB9", "ltr"},
        {"1 \xD7\x90", "rtl"},
        {"\xEF\xBA\x8D", "rtl"},
        {"\xF0\x9F\x98\x80", "-"},
        {"\xE3\x80\x82", "-"},
    };
    static const char *const TAGS[][2] = {
        {"ar", "rtl"},         {"he-IL", "rtl"},   {"FA", "rtl"},      {"en", "ltr"},
        {"az-Arab", "rtl"},    {"az-Latn", "ltr"}, {"ar-Latn", "ltr"}, {"ur-PK", "rtl"},
        {"pa-ARAB-PK", "rtl"}, {"uz-AF", "ltr"},   {"a", "ltr"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        const char *got = direction_of_text(str_of(CASES[i].text));
        if (strcmp(got ? got : "-", CASES[i].direction) != 0)
            fail_msg("%s", CASES[i].text);
    }
    for (size_t i = 0; i < N_OF(TAGS); i++)
        assert_string_equal(direction_of_language(str_of(TAGS[i][0])), TAGS[i][1]);
    assert_null(direction_of_language(STR("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(credits_are_near_an_end),
        ARENA_TEST(signs_of_comments),
        cmocka_unit_test(languages_of_one_group),
        cmocka_unit_test(directions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

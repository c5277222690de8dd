/*
 * Words of lines, at the edges: where a credit may begin and end, the signs of comments in each
 * form, texts that a filter must let pass without folding them, letters of each direction, and the
 * phrases of the table of words.
 */
#include "ground.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "lexicon/caption.h"
#include "lexicon/credit_line.h"
#include "lexicon/direction.h"
#include "lexicon/keyword_filter.h"
#include "lexicon/language.h"
#include "lexicon/phrase.h"
#include "lexicon/reply.h"
#include "lexicon/stub_phrase.h"
#include "lexicon/words.h"

static void lines_of_credits(void **state) {
    static const struct {
        const char *line;
        bool is_credit;
    } CASES[] = {
        {"Photo: ab", true},
        {"Photo:a", false},
        {"Photo |ab", true},
        {"Photo :ab", true},
        {"Photo ab", false},
        {"Photo: It is. Ann took it", false},
        {"Photo: ab.", true},
        {"PHOTO: Ann", true},
        {"Photo \xEF\xBC\x9A"
         "ab",
         true},
        /* one of several labels */
        {"The photo: a. Photo: Ann", true},
        {"Photo Photo: Ann", true},
        {"It is Photo", false},
        {"It is Photo and Photo", false},
        {"The pier. photo: Ann", false}, /* in small letters, within a line */
        /* marks without a colon */
        {"The pier. fot. Ann", true},
        {"Courtesy of Ann", true},
        {"Photos via Ann", true},
        /* agencies */
        {"The pier /AP", true},
        {"The pier /APA", false},
        {"The pier (Reuters)", true},
        {"/AP", true},
        {"AP", true},
        {"EPA / Ann", true},
        {"EPA /Ann", false},
        {"EPA/Ann", true},
        {"EPA", true},
        {"EPA Ann", false},
        /* owners */
        {"The pier \xC2\xA9 Ann", true},
        {"The pier \xC2\xA9 Ann. She took it", false},
        {"The pier \xC2\xA9 Ann!", false},
        {"\xC2\xA9", true},
        /* numbers of pictures */
        {"Photo 1/9", true},
        {"Photo 1 / 9", true},
        {"Photo 1 of 9", true},
        {"Photo 1 of 9 9", false},
        {"Photo 1", false},
        {"Photo 1 9", false},
        {"Photo 1 of 9a", false},
        {"Picture 3 of 4", true},
        {"Placeholder image", true},
        {"placeholder image of a pier", true},
        {"Place", false},
        /* whole lines */
        {"hide caption", true},
        {"Hide caption.", true},
        {"hide captions", false},
        {".", false},
    };
    volatile size_t n_wrong = 0;
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (credit_line_is(str_of(CASES[i].line)) != CASES[i].is_credit) {
            print_message("%s\n", CASES[i].line);
            n_wrong++;
        }
    assert_int_equal(n_wrong, 0);
}

static void captions(void **state) {
    static const struct {
        const char *text;
        bool is_credit;
    } CASES[] = {
        {"The boat (Ann/AFP)", true},
        {"The boat (Ann/AFP). It is back", false}, /* not its last part */
        {"The boat /AFP. It is back", false},
        {"The boat /AFP | It is back", false},
        {"The boat /AFP |It is back", true},
        {"The boat. Ann/AFP", true},
        {"/AFP", true},
        {".x /AFP", true},
        {"(/AFP)", true},
        {"Ann/AFP)", true},
        {"The boat is back photo: Ann", true},
        {"The boat is back photo Ann", false},
        {"photo: Ann", true},
        {"PHOTO: Ann", true},
        {"A photo", false},
        {":", false},
        {" ", false},
    };
    struct captions captions;
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    captions_init(&captions, *state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (captions_has_credit(&captions, str_of(CASES[i].text)) != CASES[i].is_credit) {
            print_message("%s\n", CASES[i].text);
            n_wrong++;
        }
    assert_int_equal(n_wrong, 0);
}

static void ends_of_lines_in_comments(void **state) {
    static const struct {
        const char *line;
        bool is_sign;
    } CASES[] = {
        {"Ann says:", true},
        {"Ann SAYS", true},
        {"Ann said...", true},
        {"Ann said\xE2\x80\xA6", true},
        {"Ann said..", false},
        {"Ann said.", false},
        {"Ann days", false},
        {"Ann says,", false},
        {"Ann dijo...", true},
        {"Ann pisze:", true},
        {"Ann sagte:", false},
        {"Ann caf\xC3\xA9", false},
        {"says", false},
        {"said...", false},
        {":", false},
        {"y", false},
        {"ys", false},
        {"Ann \xEF\xBC\xB3"
         "ays",
         true},
        {"Ann say\xC5\xBF", false},
        /* the name may be long */
        {"Ann Quill of the Harbour Post and of the Ferry Line says:", true},
    };
    struct replies replies;
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    replies_init(&replies, *state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (replies_is_sign(&replies, str_of(CASES[i].line)) != CASES[i].is_sign) {
            print_message("%s\n", CASES[i].line);
            n_wrong++;
        }
    assert_int_equal(n_wrong, 0);
}

/* Folding is slow, so a text that cannot contain a keyword must not be folded: letters of most
 * scripts and the usual punctuation say nothing against that. */
static void plain_texts_are_not_folded(void **state) {
    static const struct str KEYWORDS[] = {STR_INIT("zvzv")};
    static const char *const PLAIN[] = {
        "The boat is back.",
        "\xC3\x80\xC3\xA9\xC3\xBF",                         /* Latin-1 */
        "\xC4\x80\xC4\xAF\xC4\xB4\xC4\xB7\xC4\xBA\xC4\xBE", /* and beyond */
        "\xC5\x82\xC5\x8A\xC5\xB7\xC5\xBE",
        "\xC2\xAB x \xC2\xB7 y \xC2\xBB",
        "\xCE\x91\xCE\xA1\xCE\xA3\xCE\xBF\xCF\x80\xCF\x8E", /* Greek */
        "\xD0\x90\xD0\xBF\xD1\x80\xD1\x9F",                 /* Cyrillic */
        "\xD7\x90\xD7\xAA",                                 /* Hebrew */
        "\xD8\xA1\xD8\xBF\xD9\x81\xD9\x8A",                 /* Arabic */
        "\xE1\xBA\xA0\xE1\xBA\x95\xE1\xBB\x80",             /* Vietnamese */
        "\xE2\x80\x93\xE2\x80\x94\xE2\x80\x98\xE2\x80\x9E\xE2\x80\xA2",
        "\xE2\x86\x90\xE2\x94\x80\xE2\x9E\x80",
        "\xE3\x80\x81\xE3\x80\x82\xE3\x80\x88\xE3\x80\x91", /* Japanese */
        "\xE3\x81\x82\xE3\x82\x96\xE3\x82\xA1\xE3\x83\xBE",
        "\xE4\xB8\x80\xE9\xBF\xBF",             /* Han */
        "\xEA\xB0\x80\xEC\x82\xAC\xED\x9D\x80", /* Hangul */
        "eight letters and more, \xC3\xA9 and eight more",
        "x",
        "",
    };
    static const char *const OTHERS[] = {
        "a  b",
        " ab",
        "a\tb",
        "a\nb",
        "\xC2\xA0"
        "ab",
        "a\xC2\xAD"
        "b",
        "\xC3\x9F"
        "ab", /* sharp s */
        "\xC4\xB1"
        "ab", /* dotless i */
        "\xCE\x90"
        "ab", /* Greek with two accents */
        "\xEF\xBC\xA1"
        "ab", /* full width */
        "a\xCC\x81"
        "b", /* a mark that combines */
        "ab\xE3\x82\x99",
        "\xE2\x80\xA6"
        "ab", /* an ellipsis */
        "\xF0\x9D\x90\x80"
        "ab", /* mathematical letters */
        "12345678  ab",
        "1234567  8ab",
        "12345678\xC2\xA0"
        "ab",
        "ab\xC3", /* cut off */
    };
    struct keyword_filter keywords;
    (void)state;
    keyword_filter_init(&keywords, KEYWORDS, N_OF(KEYWORDS), sizeof *KEYWORDS);
    for (size_t i = 0; i < N_OF(PLAIN); i++)
        if (keyword_filter_may_be_in(&keywords, str_of(PLAIN[i])) ||
            keyword_filter_may_begin(&keywords, str_of(PLAIN[i])))
            fail_msg("%s", PLAIN[i]);
    for (size_t i = 0; i < N_OF(OTHERS); i++)
        if (!keyword_filter_may_be_in(&keywords, str_of(OTHERS[i])))
            fail_msg("%s", OTHERS[i]);
}

/* A filter looks at whole keywords, at all of them, and up to the end of the text. */
static void keywords_are_compared(void **state) {
    static const struct str KEYWORDS[] = {STR_INIT("abcdef"), STR_INIT("abcxyz"), STR_INIT("ab"),
                                          STR_INIT("mno")};
    static const struct {
        const char *text;
        bool is_in, begins;
    } CASES[] = {
        {"abcdef", true, true},
        {"ABCXYZ", true, true},
        {"abcde", false, false},
        {"xabcdef", true, false},
        {"xabcde", false, false},
        {"abcdxf", false, false},
        {"mno", true, true},
        {"mn", false, false},
        {"xxmno", true, false},
        {"ab", false, false}, /* too short to be looked for */
        {"the boat has mno", true, false},
        {"the boat has mn", false, false},
    };
    struct keyword_filter keywords;
    (void)state;
    keyword_filter_init(&keywords, KEYWORDS, N_OF(KEYWORDS), sizeof *KEYWORDS);
    assert_int_equal(keywords.longest, 6);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str text = str_of(CASES[i].text);
        if (keyword_filter_may_be_in(&keywords, text) != CASES[i].is_in ||
            keyword_filter_may_begin(&keywords, text) != CASES[i].begins)
            fail_msg("%s", CASES[i].text);
    }
}

/* What must follow a phrase comes within the first 80 bytes, and after it. */
static void phrases_with_conditions(void **state) {
    static const struct {
        const char *text;
        enum phrase_kind kind;
    } CASES[] = {
        {"Sign up for our newsletter", PHRASE_PROMPT},
        {"Newsletter: sign up", PHRASE_NONE},
        {"To view this video please enable JavaScript, and consider upgrading", PHRASE_PROMPT},
        {"To view this content, Javascript must be enabled", PHRASE_PROMPT},
        {"To view this page, turn on JavaScript", PHRASE_PROMPT},
        {"To view this page, turn it over", PHRASE_NONE},
        {"Sign up for the news", PHRASE_NONE},
        {"Sign up for the boat that leaves from the pier, says the mail of the newsletter",
         PHRASE_PROMPT},
        {"Sign up for the boat that leaves from the old pier, says the mail of the newsletter",
         PHRASE_NONE},
        {"We've encountered an error. Please come back at this time", PHRASE_PROMPT},
        {"Read more", PHRASE_READ_ALSO},
        {"Read more!", PHRASE_READ_ALSO},
        {"Read more0", PHRASE_NONE},
        {"Loading", PHRASE_PLACEHOLDER},
        {"Loading!", PHRASE_NONE},
        {"Loading...", PHRASE_PLACEHOLDER},
    };
    struct phrases phrases;
    ARM((struct arena *)*state);
    phrases_init(&phrases, *state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (phrases_at_start(&phrases, str_of(CASES[i].text)) != CASES[i].kind)
            fail_msg("%s", CASES[i].text);
}

static void letters_of_each_direction(void **state) {
    static const struct {
        uint32_t c;
        const char *direction; /* "-": none */
    } CASES[] = {
        {0x58F, "ltr"},   {0x590, "rtl"},   {0x8FF, "rtl"},   {0x900, "ltr"},   {0xFB1C, "ltr"},
        {0xFB1D, "rtl"},  {0xFDFF, "rtl"},  {0xFE00, "-"},    {0xFE6F, "-"},    {0xFE70, "rtl"},
        {0xFEFE, "rtl"},  {0xFF00, "ltr"},  {0xFFF0, "-"},    {0x107FF, "ltr"}, {0x10800, "rtl"},
        {0x10FFF, "rtl"}, {0x11000, "ltr"}, {0x1E7FF, "ltr"}, {0x1E800, "rtl"}, {0x1EFFF, "rtl"},
        {0x1F000, "-"},   {0x1FAFF, "-"},   {0x1FB00, "ltr"}, {0x7F, "-"},      {0xBF, "-"},
        {0xC0, "ltr"},    {0x1FFF, "ltr"},  {0x2000, "-"},    {0x2BFF, "-"},    {0x2C00, "ltr"},
        {0x2FFF, "ltr"},  {0x3000, "-"},    {0x303F, "-"},    {0x3040, "ltr"},  {0xE000, "-"},
        {0xF8FF, "-"},    {0xF900, "ltr"},  {0xE0000, "-"},   {'a', "ltr"},     {'1', "-"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer text;
        buffer_init(&text, *state);
        utf8_append(&text, CASES[i].c);
        const char *got = direction_of_text(buffer_str(&text));
        if (strcmp(got ? got : "-", CASES[i].direction) != 0)
            fail_msg("U+%04X: %s", CASES[i].c, got ? got : "-");
        /* whatever is before it has no direction */
        buffer_init(&text, *state);
        buffer_append(&text, STR("1 \xE2\x80\x94 \xF0\x9F\x98\x80 "));
        utf8_append(&text, CASES[i].c);
        got = direction_of_text(buffer_str(&text));
        assert_string_equal(got ? got : "-", CASES[i].direction);
    }
}

static void phrases_of_stubs(void **state) {
    ARM((struct arena *)*state);
    assert_string_equal(stub_kind_name(STUB_NONE), "content");
    assert_string_equal(stub_kind_name(STUB_CHALLENGE), "challenge");
    assert_string_equal(stub_kind_name(STUB_EMPTY), "empty");
    assert_int_equal(stub_of_title(*state, STR("not found")), STUB_ERROR);
    assert_int_equal(stub_of_title(*state, STR("not found here")), STUB_NONE);
    assert_int_equal(stub_of_text(STR("now verify you are human, please")), STUB_CHALLENGE);
    assert_int_equal(stub_of_text(STR("now verify")), STUB_NONE);
    assert_int_equal(stub_of_marker(*state, STR("https://sedoparking.com/a")), STUB_PARKED);
    assert_int_equal(stub_of_marker(*state, STR("a img1.wsimg.com/parking-lander")), STUB_PARKED);
    assert_int_equal(stub_of_marker(*state, STR("")), STUB_NONE);
    assert_int_equal(stub_count_consent(STR("")), 0);
    assert_int_equal(stub_count_consent(STR("cookie")), 1);
    assert_int_equal(stub_count_consent(STR("cookiecookie, a cookie and consent")), 4);
    assert_int_equal(stub_count_consent(STR("cooki")), 0);
}

static void words_of_consent(void **state) {
    static const char *const WORDS[] = {
        "cookie",     "consent",    "privacy",    "datenschutz",  "zustimm",    "einwillig",
        "partner",    "accept all", "reject all", "ablehnen",     "akzeptier",  "personal data",
        "tracking",   "accepter",   "refuser",    "consentement", "aceptar",    "rechazar",
        "privacidad", "accetta",    "rifiuta",    "accepteren",   "weigeren",   "akceptuj",
        "zgod",       "prywatno",   "souhlas",    "personalis",   "personaliz", "godkänn",
        "samtyck",    "samtykke",   "同意",       "隐私",         "согласи",    "конфиденциальн"};
    (void)state;
    for (size_t i = 0; i < N_OF(WORDS); i++)
        if (stub_count_consent(str_of(WORDS[i])) == 0)
            fail_msg("%s", WORDS[i]);
}

/* The longest phrase counts, with at most a sign and a space between its words. */
static void phrases_of_words(void **state) {
    static const struct {
        const char *text, *language;
        enum words_kind kind;
        size_t len;
    } CASES[] = {
        {"by", "en", WORDS_BY, 2},
        {"by.", "en", WORDS_BY, 2},
        {"by'", "en", WORDS_BY, 0},
        {"byx", "en", WORDS_BY, 0},
        {"written by", "en", WORDS_BY, 10},
        {"written-by", "en", WORDS_BY, 10},
        {"written_by", "en", WORDS_BY, 10},
        {"written. by", "en", WORDS_BY, 11},
        {"written\xC2\xA0"
         "by",
         "en", WORDS_BY, 11},
        {"written   by", "en", WORDS_BY, 0},
        {"written, by", "en", WORDS_BY, 0},
        {"writtenby", "en", WORDS_BY, 0},
        {"written", "en", WORDS_BY, 0},
        {"WRITTEN By", "en", WORDS_BY, 10},
        {"by", "en", WORDS_MONTH, 0},
        {"may", "en", WORDS_MONTH, 3},
        {"Mai", "de", WORDS_MONTH, 3},
        {"mai", "en", WORDS_MONTH, 0},
        {"\xD1\x8F\xD0\xBD\xD0\xB2\xD0\xB0\xD1\x80\xD1\x8F 3", "ru", WORDS_MONTH, 12},
        {"", "en", WORDS_BY, 0},
        {" by", "en", WORDS_BY, 0},
        {"1", "en", WORDS_BY, 0},
    };
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        size_t len = words_prefix(*state, str_of(CASES[i].text), CASES[i].kind,
                                  words_languages(str_of(CASES[i].language)));
        if (len == CASES[i].len)
            continue;
        print_message("%s: %zu\n", CASES[i].text, len);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
    const struct words_entry *entry = NULL;
    assert_int_equal(
        words_prefix_of(*state, STR("May 3"), WORDS_BIT(WORDS_BY), ANY_LANGUAGE, &entry), 0);
    assert_null(entry);
    assert_int_equal(words_prefix_of(*state, STR("May 3"),
                                     WORDS_BIT(WORDS_BY) | WORDS_BIT(WORDS_MONTH), ANY_LANGUAGE,
                                     &entry),
                     3);
    assert_int_equal(entry->value, 5);
}

/* Whether too little text is judged, and declared languages of other scripts. */
static void little_text(void **state) {
    (void)state;
#define TWENTY_HAN                                                                                 \
    "\xE7\x9A\x84\xE6\x98\xAF\xE5\x9C\xA8\xE4\xBA\x86\xE4\xB8\x8D\xE5\x92\x8C\xE6\x9C\x89\xE4\xBA" \
    "\xBA\xE8\xBF\x99\xE4\xB8\xAD\xE5\xA4\xA7\xE4\xB8\xBA\xE4\xB8\x8A\xE4\xB8\xAA\xE5\x9B\xBD\xE6" \
    "\x88\x91\xE4\xBB\xA5\xE8\xA6\x81\xE4\xBB\x96\xE6\x97\xB6"
    struct str han = STR(TWENTY_HAN);
    assert_int_equal(language_guess(han).n_letters, 20);
    assert_non_null(language_guess(han).tag);
    assert_null(language_guess(str_between(han, 3, han.len)).tag);
    struct str english = STR("the boat that was back at the pier on the old quay");
    struct language_guess guess = language_guess(english);
    assert_int_equal(guess.n_letters, 39);
    assert_null(guess.tag);
    assert_string_equal(
        language_guess(STR("the boats that was back at the pier on the old quay")).tag, "en");
    /* 100 letters say that the script is another, fewer do not */
    char text[512] = "";
    for (int i = 0; i < 4; i++)
        strcat(text, TWENTY_HAN);
    assert_false(language_contradicts(str_of(text), STR("en")));
    strcat(text, TWENTY_HAN);
    assert_true(language_contradicts(str_of(text), STR("en")));
    assert_false(language_contradicts(str_of(text), STR("ja")));
    assert_false(language_contradicts(str_of(text), STR("zh-CN")));
    assert_false(language_contradicts(str_of(text), STR("xx")));
    assert_false(language_contradicts(str_of(text), STR("")));
    assert_true(language_contradicts(str_of(text), STR("ka")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_credits),      ARENA_TEST(captions),
        ARENA_TEST(ends_of_lines_in_comments),   cmocka_unit_test(plain_texts_are_not_folded),
        cmocka_unit_test(keywords_are_compared), ARENA_TEST(phrases_with_conditions),
        ARENA_TEST(letters_of_each_direction),   ARENA_TEST(phrases_of_stubs),
        cmocka_unit_test(words_of_consent),      ARENA_TEST(phrases_of_words),
        cmocka_unit_test(little_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

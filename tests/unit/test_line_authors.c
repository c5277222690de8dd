/*
 * Authors on the lines of a page: lines that are just a name, beside or above a date, below the
 * text, above a biography; and who starts a thread. The edges of each.
 */
#include "page_case.h"

#include "growing_page.h"

#define PLAN "<html lang=en><h1>Harbour plan</h1>"
#define DAY "<p>3 May 2024</p>"
#define ABOVE_DAY(name) PLAN "<p>" name "</p>" DAY PROSE, AUTHORS
#define ABOVE(lines) PLAN lines PROSE, AUTHORS
#define BESIDE_DAY(line) PLAN "<p>" line "</p>" PROSE, AUTHORS
#define PERSIAN(line)                                                                                                       \
    "<html lang=fa><h1>طرح بندر</h1><p>" line "</p><p>شورای شهر روز جمعه تصمیم گرفت که بندر " \
    "دوباره ساخته شود و قایق‌ها هنوز برنگشته‌اند.</p>",                              \
        AUTHORS
#define GERMAN                                                                                     \
    "<p>Der Rat hat am Freitag beschlossen, dass der Hafen wieder aufgebaut wird, und die Boote "  \
    "sind noch nicht da.</p>"
#define BELOW(lines) PLAN PROSE PROSE lines, AUTHORS

static void names_beside_a_date(void **state) {
    static const struct page_case CASES[] = {
        {"before it", BESIDE_DAY("Jane Doe, 3 May 2024"), "Jane Doe"},
        {"a surname that is Tuesday in another language", BESIDE_DAY("Jose Marti, 3 May 2024"),
         "Jose Marti"},
        {"the same before a bar", BESIDE_DAY("Jose Marti | 3 May 2024"), "Jose Marti"},
        {"Thursday on the page of another language, after a label",
         "<html lang=de><h1>Plan</h1><p>Published Thu, 9 May 2024</p>" GERMAN, PITH_DATELINE,
         "Thu, 9 May 2024"},
        {"a given name that is \"because\" in another language",
         "<html lang=az>" ABOVE_DAY("Mert Dan"), "Mert Dan"},
        {"after it", BESIDE_DAY("3 May 2024 | Jane Doe"), "Jane Doe"},
        {"the same day in another calendar", PERSIAN("شنبه ۱۵ اردیبهشت ۱۴۰۳ - ۴ مه ۲۰۲۴"), "-"},
        {"after \"equal to\"", PERSIAN("شنبه ۱۵ اردیبهشت ۱۴۰۳ برابر با ۴ مه ۲۰۲۴"), "-"},
        {"before it", PERSIAN("۴ مه ۲۰۲۴ - ۱۵ اردیبهشت ۱۴۰۳"), "-"},
        {"on both sides", BESIDE_DAY("Jane Doe | 3 May 2024 | Ann Poe"), "-"},
        {"after a byline word", BESIDE_DAY("3 May 2024 by Jane Doe"), "Jane Doe"},
        {"between a byline word and the date", BESIDE_DAY("Posted by Jane Doe on 3 May 2024"),
         "Jane Doe"},
        {"within a sentence", BESIDE_DAY("3 May 2024 by the harbour wall"), "-"},
        {"a nickname", BESIDE_DAY("3 May 2024 by jdoe"), "jdoe"},
        {"a byline word at the end", BESIDE_DAY("3 May 2024 by"), "-"},
        {"a section", BESIDE_DAY("<a href=/tag/sea>Sea Life</a> | 3 May 2024"), "-"},
        {"a section within bold text",
         BESIDE_DAY("<a href=/tag/sea><b>Sea Life</b></a> | 3 May "
                    "2024"),
         "-"},
        {"after two counts", BESIDE_DAY("3 May 2024 | 4 min read | 700 words | Jane Doe"),
         "Jane Doe"},
        {"a count on the other side", BESIDE_DAY("4 min read | 3 May 2024 | Jane Doe"), "Jane Doe"},
        {"a range of days", BESIDE_DAY("Offer Valid 5/1/2024-5/31/2024"), "-"},
        {"above it", ABOVE_DAY("Jane Doe"), "Jane Doe"},
        {"two lines above it", PLAN "<p>Jane Doe</p><p>x</p>" DAY PROSE, AUTHORS, "-"},
        {"above a time of yesterday", ABOVE("<p>Jane Doe</p><p>Yesterday, 14:05</p>"), "Jane Doe"},
        {"above a sentence about yesterday",
         ABOVE("<p>Jane Doe</p><p>Yesterday we saw 14 boats and all of their crews</p>"), "-"},
        {"above another line", ABOVE("<p>Jane Doe</p><p>Pier 14</p>"), "-"},
        {"a Chinese reporter beside it",
         "<html lang=zh><h1>Harbour plan</h1><p>2024年3月5日 | 记者 李晓云 | 滨海</p>" PROSE,
         AUTHORS, "李晓云"},
        {"below it", PLAN DAY "<p>Jane Doe</p>" PROSE, AUTHORS, "Jane Doe"},
        {"a room below it", PLAN DAY "<p>East Room</p><p>2:32 P.M. EST</p>" PROSE, AUTHORS, "-"},
        {"a room above it", ABOVE_DAY("Roosevelt Room"), "-"},
        {"a square above a time", ABOVE("<p>Old Market Square</p><p>Today, 14:05</p>"), "-"},
        {"a surname that is a square's too", ABOVE_DAY("Trevor Square"), "Trevor Square"},
        {"a given name that is a street's too", ABOVE_DAY("Calle Lindqvist"), "Calle Lindqvist"},
        {"a street where the language is that of streets",
         "<html lang=es>" ABOVE_DAY("Calle Mayor"), "-"},
        {"the same in Catalan", "<html lang=ca>" ABOVE_DAY("Plaça Major"), "-"},
        {"a house above a day", ABOVE_DAY("Palais Lindqvist"), "-"},
        {"a name that is the start of a place's",
         PLAN "<p>Jane Doe</p><p>Today, 14:05</p><p>It is in the Jane Doe Archive.</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a person with an archive of her name",
         PLAN "<p>Jane Doe</p><p>Today, 14:05</p><p>It is in the Jane Doe archive.</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a person with a book",
         PLAN "<p>Jane Doe</p><p>Today, 14:05</p><p>It is in Jane Doe's book.</p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"a surname that is a square's in Spanish", ABOVE_DAY("Jos\xC3\xA9 Luis Plaza"),
         "Jos\xC3\xA9 Luis Plaza"},
        {"a place of the text above a time",
         PLAN "<p>Sea Wall</p><p>Today, 14:05</p><p>They met near the Sea Wall.</p>" PROSE, AUTHORS,
         "-"},
        {"a town and its state", ABOVE_DAY("Ellery, Maine"), "-"},
        {"a town and its country", ABOVE_DAY("Ellery, Ireland"), "-"},
        {"a person of that name", PLAN DAY "<p>By Adrian Room</p>" PROSE, AUTHORS, "Adrian Room"},
        {"two lines below it", PLAN DAY "<p>x</p><p>Jane Doe</p>" PROSE, AUTHORS, "-"},
        {"after the time to read", BESIDE_DAY("3 May 2024 \xC2\xB7 3 min \xC2\xB7 Jane Doe"),
         "Jane Doe"},
        {"before the number of words",
         BESIDE_DAY("3 May 2024 \xC2\xB7 Jane Doe \xC2\xB7 712 words"), "Jane Doe"},
        {"before a place", BESIDE_DAY("Jane Doe | Port Ellery | 3 May 2024"), "Jane Doe"},
        {"after two deeds", BESIDE_DAY("Story and photos by Jane Doe, 3 May 2024"), "Jane Doe"},
        {"beside another", BESIDE_DAY("3 May 2024 | 3 min | Sea Life | Jane Doe"), "-"},
        {"only the time to read", BESIDE_DAY("3 May 2024 \xC2\xB7 3 min"), "-"},
    };
    CHECK(CASES);
}

/* Those who checked or illustrated a text have not written it. */
static void credits_beside_a_date(void **state) {
    static const struct page_case CASES[] = {
        {"a reviewer and the author",
         BESIDE_DAY("Medically reviewed by Ann Poe, MD \xE2\x80\x94 By Jane Doe \xE2\x80\x94 3 May "
                    "2024"),
         "Jane Doe"},
        {"a reviewer", BESIDE_DAY("Medically reviewed by Ann Poe, MD \xE2\x80\x94 3 May 2024"),
         "-"},
        {"a photographer", BESIDE_DAY("3 May 2024 - Photos by Ann Poe - Words by Jane Doe"),
         "Jane Doe"},
        {"a reviewer without more", BESIDE_DAY("Reviewed by Ann Poe, MD, on 3 May 2024"), "-"},
        {"a customer", PLAN PROSE "<p>Reviewed by Jane Doe on 3 May 2024</p>" PROSE, AUTHORS, "-"},
        {"the author of a review", BESIDE_DAY("Reviewed by Jane Doe on 3 May 2024"), "Jane Doe"},
        {"one who edited a post of their own", BESIDE_DAY("3 May 2024, last edited by jdoe"),
         "jdoe"},
    };
    CHECK(CASES);
}

static void korean_reporters(void **state) {
#define KOREAN(line) "<html lang=ko><h1>나루터</h1>" line PROSE PROSE
    static const struct page_case CASES[] = {
        {"alone", KOREAN("<p>김하늘 기자</p>"), AUTHORS, "김하늘"},
        {"after the newspaper", KOREAN("<p>항구일보 김하늘 기자</p>"), AUTHORS, "김하늘"},
        {"in brackets", KOREAN("<p>[항구일보 김하늘 기자]</p>"), AUTHORS, "김하늘"},
        {"with an address", KOREAN("<p>김하늘 기자 haneul@daily.example</p>"), AUTHORS, "김하늘"},
        {"a desk", KOREAN("<p>국제부 기자</p>"), AUTHORS, "-"},
        {"labels of a date", KOREAN("<p>송고시간 2024-03-05 10:20</p>"), AUTHORS, "-"},
        {"another", KOREAN("<p>송고 2024-03-05 10:20</p>"), AUTHORS, "-"},
        {"with another text", KOREAN("<p>김하늘 기자 간담회</p>"), AUTHORS, "-"},
        {"below the text", KOREAN(PROSE) "<p>김하늘 기자 haneul@daily.example</p>", AUTHORS,
         "김하늘"},
    };
    CHECK(CASES);
}

static void lines_that_are_just_a_name(void **state) {
    static const struct page_case CASES[] = {
        {"six bytes", ABOVE_DAY("Jo Doe"), "Jo Doe"},
        {"four bytes", ABOVE_DAY("J Do"), "-"},
        {"sixty bytes", ABOVE_DAY("Jane Maria Dxxxxxxxxxxxxxxxxx Roexxxxxxxxxxxxxxxxxxxxxxxxxxx"),
         "Jane Maria Dxxxxxxxxxxxxxxxxx Roexxxxxxxxxxxxxxxxxxxxxxxxxxx"},
        {"sixty-one", ABOVE_DAY("Jane Maria Dxxxxxxxxxxxxxxxxxx Roexxxxxxxxxxxxxxxxxxxxxxxxxxx"),
         "-"},
        {"five words", ABOVE_DAY("Ana Bea Cora Dora Elsa"), "Ana Bea Cora Dora Elsa"},
        {"six words", ABOVE_DAY("Ana Bea Cora Dora Elsa Fina"), "-"},
        {"one word", ABOVE_DAY("Harbour"), "-"},
        {"one word of a script without spaces",
         "<html lang=zh><h1>Harbour plan</h1><p>王小明</p>" DAY PROSE, AUTHORS, "王小明"},
        {"a small letter first", ABOVE_DAY("jane Doe"), "-"},
        {"a small letter last", ABOVE_DAY("Jane doe"), "-"},
        {"a colon", ABOVE_DAY("Jane: Doe"), "-"},
        {"a question", ABOVE_DAY("Jane Doe?"), "-"},
        {"a call", ABOVE_DAY("Jane Doe!"), "-"},
        {"a digit", ABOVE_DAY("Jane Doe 2"), "-"},
        {"an article", ABOVE_DAY("The Quill"), "-"},
        {"another article", ABOVE_DAY("A Quill"), "-"},
        {"a label", ABOVE_DAY("Updated Today"), "-"},
    };
    CHECK(CASES);
}

static void places_that_are_no_names(void **state) {
#define WITH(text) PLAN "<p>New Ellery</p>" DAY PROSE "<p>" text "</p>", AUTHORS
    static const struct page_case CASES[] = {
        {"not named", WITH("It rained."), "New Ellery"},
        {"in it", WITH("It rained in New Ellery"), "-"},
        {"in it, with a mark", WITH("It rained in New Ellery."), "-"},
        {"in a longer name", WITH("It rained in New Ellerytown"), "New Ellery"},
        {"at the start", WITH("New Ellery is wet"), "New Ellery"},
        {"of it", WITH("The rain of New Ellery"), "New Ellery"},
        {"a word that ends so", WITH("A cabin New Ellery"), "New Ellery"},
    };
    CHECK(CASES);
}

static void names_after_by_alone(void **state) {
    static const struct page_case CASES[] = {
        {"one", PLAN "<p>By</p><p>Jane Doe</p>" PROSE, AUTHORS, "Jane Doe"},
        {"three", PLAN "<p>By</p><p>Jane Doe</p><p>Ann Poe</p><p>Cy Roe</p>" PROSE, AUTHORS,
         "Jane Doe; Ann Poe; Cy Roe"},
        {"and another line", PLAN "<p>By</p><p>Jane Doe</p><p>Read on now</p><p>Cy Roe</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a nickname", PLAN "<p>By</p><p>jdoe</p>" PROSE, AUTHORS, "jdoe"},
        {"an entry of a menu", PLAN "<p><a href=/>By Laws</a></p>" PROSE, AUTHORS, "-"},
        {"a link with two words", PLAN "<p><a href=/>By Jane Doe</a></p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"a sentence", PLAN "<p>By contrast, this is long</p>" PROSE, AUTHORS, "-"},
    };
    CHECK(CASES);
}

static void signatures_below_the_text(void **state) {
    static const struct page_case CASES[] = {
        {"in brackets", BELOW("<p>(Jane Doe)</p>"), "Jane Doe"},
        {"in square brackets", BELOW("<p>[Jane Doe]</p>"), "Jane Doe"},
        {"in wide brackets", BELOW("<p>（Jane Doe）</p>"), "Jane Doe"},
        {"in lenticular brackets", BELOW("<p>【Jane Doe】</p>"), "Jane Doe"},
        {"in brackets with more after them", BELOW("<p>(Jane Doe) x</p>"), "-"},
        {"no name in brackets", BELOW("<p>()</p>"), "-"},
        {"words of the page in brackets", BELOW("<p>(Harbour Master)</p>"), "-"},
        {"before a template", BELOW("<p>(Jane Doe)</p><p>Your bio goes here</p>"), "-"},
        {"before another template", BELOW("<p>(Jane Doe)</p><p>{{bio}}</p>"), "-"},
        {"by a byline word", BELOW("<p>By Jane Doe</p>"), "Jane Doe"},
    };
    CHECK(CASES);
}

/* A name counts if a paragraph further down begins with it. */
static void names_above_a_biography(void **state) {
#define BIO(words) PLAN "<p>Jane Doe</p><p>x</p>" PROSE PROSE "<p>Jane Doe is " words, AUTHORS
    static const struct page_case CASES[] = {
        {"ten words", BIO("a writer with two cats who lives"), "Jane Doe"},
        {"nine words", BIO("a writer with two cats who"), "-"},
        {"another name",
         PLAN "<p>Jane Roe</p><p>x</p>" PROSE PROSE "<p>Jane Doe is a writer with two cats who "
              "lives by the sea",
         AUTHORS, "-"},
    };
    CHECK(CASES);
}

/* ---- threads ---- */

#define THREAD                                                                                     \
    "<link rel=canonical href='https://boards.example/showthread.php?t=7'><title>Which rope for "  \
    "the mooring?</title><h1>Which rope for the mooring?</h1>"
#define TEXT                                                                                       \
    "<p>The old one has rotted through at the ring, and the new one from the chandler is stiff "   \
    "as a board, so that no knot in it holds for more than a night or two.</p>"
#define USER(class, name) THREAD "<div><b class='" class "'>" name "</b></div>" TEXT, AUTHORS

static void classes_of_users(void **state) {
    static const struct page_case CASES[] = {
        {"a class", USER("username", "skipper_tom"), "skipper_tom"},
        {"another", USER("postauthor", "skipper_tom"), "skipper_tom"},
        {"and another", USER("hnuser", "skipper_tom"), "skipper_tom"},
        {"and one more", USER("message-author", "skipper_tom"), "skipper_tom"},
        {"nick", USER("nick", "skipper_tom"), "skipper_tom"},
        {"bigusername", USER("bigusername", "skipper_tom"), "skipper_tom"},
        {"authi", USER("authi", "skipper_tom"), "skipper_tom"},
        {"in capitals", USER("USERNAME", "skipper_tom"), "skipper_tom"},
        {"after a mark", USER("x-username", "skipper_tom"), "skipper_tom"},
        {"with a capital", USER("postUsername", "skipper_tom"), "skipper_tom"},
        {"within a word", USER("xhnuser", "skipper_tom"), "-"},
        {"the last one", USER("last-hnuser", "skipper_tom"), "-"},
        {"the last one, together", USER("lastHnuser", "skipper_tom"), "-"},
        {"the least one", USER("leas-hnuser", "skipper_tom"), "skipper_tom"},
        {"no user", USER("title", "skipper_tom"), "-"},
        /* names */
        {"two bytes", USER("hnuser", "jo"), "jo"},
        {"one byte", USER("hnuser", "j"), "-"},
        {"four words", USER("hnuser", "Tom Ann Ben Cy"), "Tom Ann Ben Cy"},
        {"five words", USER("hnuser", "Tom Ann Ben Cy Di"), "-"},
        {"a mark", USER("hnuser", "tom/sea"), "-"},
        {"another mark", USER("hnuser", "tom #7"), "-"},
        {"a count", USER("hnuser", "7 boats"), "-"},
        {"digits first", USER("hnuser", "7boats"), "7boats"},
        {"a guest", USER("hnuser", "anonymous"), "-"},
        {"facts after it", USER("hnuser", "skipper_tom<br>Master"), "skipper_tom"},
        {"nothing before it", USER("hnuser", "<i></i><i>skipper_tom</i>"), "skipper_tom"},
    };
    CHECK(CASES);
}

static void users_have_limits(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after, *want;
    } CASES[] = {
        /* bytes of a name, and of what is around it */
        {THREAD "<b class=hnuser>", "x", 60, "</b>" TEXT, "*"},
        {THREAD "<b class=hnuser>", "x", 61, "</b>" TEXT, "-"},
        {THREAD "<b class=hnuser>skipper_tom<br>", "x", 286, "</b>" TEXT, "skipper_tom"},
        {THREAD "<b class=hnuser>skipper_tom<br>", "x", 287, "</b>" TEXT, "-"},
        /* posts */
        {"<title>Which rope?</title><h1>Which rope?</h1><b class=hnuser>skipper_tom</b>" TEXT,
         "<b class=hnuser>annie</b>" TEXT, 3, "", "skipper_tom"},
        {"<title>Which rope?</title><h1>Which rope?</h1><b class=hnuser>skipper_tom</b>" TEXT,
         "<b class=hnuser>annie</b>" TEXT, 1, "", "-"},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        add(&html, CASES[i].before);
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].after);
        read_html(*state, (struct str){html.at, html.len}, &page, &m);
        struct str got = arena_copy(*state, joined_authors(*state, &m));
        free(html.at);
        bool is_long = CASES[i].want[0] == '*';
        if (is_long ? got.len != CASES[i].n : !str_equals(got, str_of(CASES[i].want)))
            fail_msg("%zu: %.*s", i, (int)got.len, got.at);
    }
}

static void classes_of_users_of_programs(void **state) {
    static const char *const CLASSES[] = {
        "username",     "user-name",   "user_name",   "bigusername",    "hnuser",
        "nick",         "handle",      "poster",      "authi",          "accountname",
        "account-name", "postauthor",  "post-author", "post_author",    "user-details",
        "membername",   "member-name", "post-byline", "message-author", "authorpane_author"};
    for (volatile size_t i = 0; i < N_OF(CLASSES); i++) {
        char html[1000];
        snprintf(html, sizeof html, THREAD "<div><b class='x-%s'>skipper_tom</b></div>" TEXT,
                 CLASSES[i]);
        const struct page_case one = {CLASSES[i], html, AUTHORS, "skipper_tom"};
        check(state, &one, 1);
    }
}

static void profiles_of_users(void **state) {
#define POST(address, name) "<a href='" address "'>" name "</a>" TEXT
#define THREE(path)                                                                                \
    THREAD POST(path "1", "skipper_tom") POST(path "2", "annie") POST(path "3", "ben")
    static const struct page_case CASES[] = {
        {"a member", THREE("/member/"), AUTHORS, "skipper_tom"},
        {"a user", THREE("https://boards.example/u/"), AUTHORS, "skipper_tom"},
        {"a parameter", THREE("/x.php?profile="), AUTHORS, "skipper_tom"},
        {"a second parameter", THREE("/x.php?a=b&profile="), AUTHORS, "skipper_tom"},
        {"a file", THREE("/member.php?u="), AUTHORS, "skipper_tom"},
        {"a tilde", THREE("/~"), AUTHORS, "skipper_tom"},
        {"something else", THREE("/boat/"), AUTHORS, "-"},
        {"the start of a word", THREE("/memb/"), AUTHORS, "-"},
        {"more than the word", THREE("/memberlist/"), AUTHORS, "-"},
    };
    static const char *const PARTS[] = {
        "user",        "users",       "member",   "members",  "profile",    "profiles", "profil",
        "member.php",  "u",           "membre",   "membres",  "mitglied",   "usuario",  "utente",
        "viewprofile", "profile.php", "userinfo", "user.php", "lookuserid", "people"};
    CHECK(CASES);
    for (volatile size_t i = 0; i < N_OF(PARTS); i++) {
        char html[2000];
        snprintf(html, sizeof html,
                 THREAD POST("/x/%s/1", "skipper_tom") POST("/x/%s/2", "annie")
                     POST("/x/%s/3", "ben"),
                 PARTS[i], PARTS[i], PARTS[i]);
        const struct page_case one = {PARTS[i], html, AUTHORS, "skipper_tom"};
        check(state, &one, 1);
    }
}

static void datelines_of_agencies(void **state) {
    static const struct page_case CASES[] = {
        {"of a press release",
         PLAN "<p>PORT ELLERY, Maine, May 3, 2024 /PRNewswire/ -- Harbour Corp. said so "
              "today.</p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"with a dash",
         PLAN "<p>Hamburg, 3 May 2024 \xE2\x80\x93 The harbour is to be rebuilt.</p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"with an agency",
         PLAN "<p>Madrid, 3 May 2024 (EFE).- The harbour is to be rebuilt.</p>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"a sentence", PLAN "<p>On 3 April 1911 the first boat sailed from here.</p>" PROSE,
         PITH_DATE, "-"},
        {"in the article's header",
         "<article><header><p>Published May 3, 2024</p></header><h1>Harbour plan</h1>" PROSE
         "</article>",
         PITH_DATE, "2024-05-03"},
    };
    check(state, CASES, N_OF(CASES));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_beside_a_date),
        ARENA_TEST(datelines_of_agencies),
        ARENA_TEST(lines_that_are_just_a_name),
        ARENA_TEST(credits_beside_a_date),
        ARENA_TEST(korean_reporters),
        ARENA_TEST(places_that_are_no_names),
        ARENA_TEST(names_after_by_alone),
        ARENA_TEST(signatures_below_the_text),
        ARENA_TEST(names_above_a_biography),
        ARENA_TEST(classes_of_users),
        ARENA_TEST(users_have_limits),
        ARENA_TEST(profiles_of_users),
        ARENA_TEST(classes_of_users_of_programs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

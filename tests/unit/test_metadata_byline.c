/*
 * Bylines at their joints: which marks separate names, what follows them, and
 * what is no byline.
 */
#include "ground.h"

#include "base/buffer.h"
#include "lexicon/words.h"
#include "metadata/author/byline.h"
#include "metadata/author/byline_part.h"

struct line {
    const char *text, *names; /* separated by "; "; "" if none */
};

static struct str names_in_language(struct arena *arena, struct str text, struct str language,
                                    bool surname_first) {
    struct name_list list = {.n = 0};
    struct buffer out;
    buffer_init(&out, arena);
    byline_read(arena, text, words_languages(language), surname_first, &list);
    for (size_t i = 0; i < list.n; i++) {
        if (i)
            buffer_append(&out, STR("; "));
        buffer_append(&out, list.items[i]);
    }
    return buffer_str(&out);
}

static struct str names_in(struct arena *arena, struct str text, bool surname_first) {
    return names_in_language(arena, text, STR("en"), surname_first);
}

static void check(struct arena *arena, const struct line *lines, size_t n, bool surname_first) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct str got = names_in(arena, str_of(lines[i].text), surname_first);
        if (!str_equals(got, str_of(lines[i].names)))
            fail_msg("%s: \"%.*s\"", lines[i].text, (int)got.len, got.at);
    }
}

/* A line whose language is known. */
struct told_line {
    const char *language, *text, *names;
};

static void check_told(struct arena *arena, const struct told_line *lines, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct str got =
            names_in_language(arena, str_of(lines[i].text), str_of(lines[i].language), false);
        if (!str_equals(got, str_of(lines[i].names)))
            fail_msg("%s: \"%.*s\"", lines[i].text, (int)got.len, got.at);
    }
}

#define CHECK_TOLD(lines) check_told(*state, lines, N_OF(lines))
#define CHECK(lines) check(*state, lines, N_OF(lines), false)

static void marks_between_names(void **state) {
    static const struct line LINES[] = {
        {"Jane Doe, John Roe", "Jane Doe; John Roe"},
        {"Jane Doe; John Roe", "Jane Doe; John Roe"},
        {"Jane Doe & John Roe", "Jane Doe; John Roe"},
        {"Jane Doe\nJohn Roe", "Jane Doe; John Roe"},
        {"Jane Doe + John Roe", "Jane Doe; John Roe"},
        {"Jane Doe/John Roe", "Jane Doe; John Roe"},
        {"Jane Doe\xE3\x80\x81John Roe", "Jane Doe; John Roe"},
        {"Jane Doe\xEF\xBC\x8CJohn Roe", "Jane Doe; John Roe"},
        {"Jane Doe and John Roe", "Jane Doe; John Roe"},
        {"Jane Doe andJohn Roe", "Jane Doe"},
        /* what follows a stroke is a name only after a byline word */
        {"Jane Doe | John Roe", "Jane Doe"},
        {"Jane Doe | By John Roe", "Jane Doe; John Roe"},
        {"Jane Doe - John Roe", "Jane Doe"},
        {"Jane Doe \xE2\x80\xA2 John Roe", "Jane Doe"},
        {"Jane Doe \xC2\xB7 John Roe", "Jane Doe"},
        {"Jane Doe \xE2\x8B\x85 John Roe", "Jane Doe"},
        {"Jane Doe \xE2\x80\x93 John Roe", "Jane Doe"},
        {"Jane Doe \xE2\x80\x94 John Roe", "Jane Doe"},
        {"Jane-Ann Doe", "Jane-Ann Doe"},
        {"", ""},
        {",", ""},
        {"and", ""},
    };
    CHECK(LINES);
}

static void further_authors(void **state) {
    static const struct line LINES[] = {
        {"Jane Doe, Oban", "Jane Doe"},
        {"jdoe, jroe", "jdoe; jroe"},
        {"jdoe, oban.example", "jdoe"},
        {"Jane Doe, Reuters", "Jane Doe"},
        {"Jane Doe, the Courier", "Jane Doe"},
        {"Jane Doe, Editor and John Roe", "Jane Doe"}, /* a job goes on */
        {"Jane Doe and Editor John Roe", "Jane Doe; John Roe"},
        {"2 miles and Ellery", ""},
        {"Jane Doe, in News, Ann Poe", "Jane Doe"},
        {"Jane Doe, van Roe", "Jane Doe; van Roe"},
    };
    CHECK(LINES);
}

static void credits_within_bylines(void **state) {
    static const struct line LINES[] = {
        {"Photos by Ann Poe", ""},
        {"Photos by Ann Poe, Ben Holt", ""},
        {"Photos by Ann Poe, by Jane Doe", "Jane Doe"},
        {"By Jane Doe Photos by Ann Poe", "Jane Doe"},
        {"Edited, by Ann Poe", ""},
        {"Jane Doe, Edited by Ann Poe, Ben Holt", "Jane Doe"},
        {"\xC2\xA9 Jane Doe", ""},
        {"(Oban - Courier)", ""},
        {"(Jane Doe)", "Jane Doe"},
    };
    CHECK(LINES);
}

static void texts_that_ran_together(void **state) {
    static const struct line LINES[] = {
        {"Jane DoeEditor", "Jane Doe"},
        {"Jane DoeTravel Editor", "Jane Doe"},
        {"Jane DoeLocal Travel Editor", "Jane Doe"},
        {"Jane DoeUpdated", "Jane Doe"},
        {"Jane DoePublished May 3", "Jane Doe"},
        {"Jane DoePhotos by Ann Poe", "Jane Doe"},
        {"Jane McEditor", "Jane McEditor"},
        {"Jane MacEditor", "Jane MacEditor"},
        {"Jane DeVito", "Jane DeVito"},
        {"Jane Doe jane@harbour.example", "Jane Doe"},
        {"Jane Doe@jdoe", "Jane Doe"},
        {"Jane Doe,www.harbour.example", "Jane Doe"},
        {"Jane Doe,www.harbour.example Ann Poe", "Jane Doe"},
        {"Jane Doe \"www.harbour.example\" Poe", "Jane Doe"},
        {"Jane Doe (with John Roe)", "Jane Doe; John Roe"},
        {"Jane Doe (with John Roe and Ann Poe), Ben Holt", "Jane Doe; John Roe; Ann Poe; Ben Holt"},
        {"Jane Doe (with)", "Jane Doe"},
        {"Jane Doe (with John Roe", "Jane Doe"},
        {"Jane Doe (Oban)", "Jane Doe"},
        {"Jane Doe [Oban]", "Jane Doe"},
        {"Jane (Janey) Doe", "Jane Doe"},
        {"Jane ((a) b) Doe", "Jane Doe"},
    };
    CHECK(LINES);
}

static void ends_of_names(void **state) {
    static const struct line LINES[] = {
        {"Jane Doe May 3", "Jane Doe"},
        {"Jane Doe May", "Jane Doe"},
        {"Jane May Doe", "Jane May Doe"},
        {"May Doe", "May Doe"},
        {"Jane Doe Friday", "Jane Doe"},
        {"Jane Doe MD", "Jane Doe"},
        {"Jane Ma", "Jane Ma"},
        {"Jane Doe x9", "Jane Doe"},
        {"Jane Doe of Oban", "Jane Doe"},
        {"Jane Doe The Courier", "Jane Doe"},
        {"Jane Doe For", "Jane Doe"},
        {"Jane Doe Follow", "Jane Doe"},
        {"Editor Jane Doe", "Jane Doe"},
        {"Senior Editor Jane Doe", "Jane Doe"},
        {"Editor Jane", ""},
        {"Editor", ""},
        {"Jane Doe Political Editor", "Jane Doe"},
        {"Jane Editor", "Jane Editor"},
    };
    CHECK(LINES);
}

static void surnames_first(void **state) {
    static const struct line LINES[] = {
        {"Doe, Jane", "Jane Doe"},
        {"Doe, Jane E.", "Jane E. Doe"},
        {"Jane Doe", "Jane Doe"},
        {"Jane Doe, John Roe, Ann Poe", "Jane Doe; John Roe; Ann Poe"},
    };
    check(*state, LINES, N_OF(LINES), true);
}

/* A line has up to 400 bytes. */
static void lines_have_a_length(void **state) {
    ARM((struct arena *)*state);
    for (size_t n = 400; n <= 401; n++) {
        struct buffer line;
        buffer_init(&line, *state);
        buffer_append(&line, STR("Jane Doe | "));
        while (line.len < n)
            buffer_append_byte(&line, 'x');
        assert_int_equal(names_in(*state, buffer_str(&line), false).len, n == 400 ? 8 : 0);
    }
}

/* "in News" leads to a section, but "de Marta Gil" to one more name. */
static void function_words_after_names(void **state) {
    static const struct told_line LINES[] = {
        {"en", "By Jane Doe, in News, John Roe", "Jane Doe"},
        {"de", "Von Jana Doe, in Politik, Peter Roe", "Jana Doe"},
        {"es", "Por Ana Ruiz, de Marta Gil y Luis Roy", "Ana Ruiz; Marta Gil; Luis Roy"},
        {"pt", "Por Ana Ruiz, de Marta Gil e Luis Roy", "Ana Ruiz; Marta Gil; Luis Roy"},
    };
    CHECK_TOLD(LINES);
}

static void employers_after_names(void **state) {
    static const struct told_line LINES[] = {
        {"es", "Por Ana Ruiz, de la Cruz Roja", "Ana Ruiz"},
        {"es", "Por Ana Ruiz, del Faro de Vigo, y Luis Roy", "Ana Ruiz; Luis Roy"},
        {"fr", "Par Anne Roy, de l'Institut Doe", "Anne Roy"},
        {"fr", "Par Anne Roy, du Faro", "Anne Roy"},
        {"fr", "Texte de Anne Roy, de Jean Roche", "Anne Roy; Jean Roche"},
        {"de", "Von Jana Doe, vom Hafenblatt Ellery", "Jana Doe"},
        {"it", "di Anna Doe, della Croce Blu", "Anna Doe"},
        {"nl", "Door Anna Doe, van het Blauwe Huis", "Anna Doe"},
        {"nl", "Door Anna Doe, Jan van der Roe", "Anna Doe; Jan van der Roe"},
        {"pl", "Jan Doe, Gazeta Portowa", "Jan Doe"},
        {"en", "By The Tide Courier on May 2, 2024", "The Tide Courier"},
        {"en", "By The Tide Courier 2 May", "The Tide Courier"},
        {"en", "By The May Tide Company", "The May Tide Company"},
        {"es", "de la Rosa", "la Rosa"}, /* nobody is named before it */
    };
    CHECK_TOLD(LINES);
}

/* The template and the author may both write the byline word. */
static void doubled_byline_words(void **state) {
    static const struct told_line LINES[] = {{"en", "Byby JANE DOE", "JANE DOE"},
                                             {"en", "ByBy Jane Doe", "Jane Doe"},
                                             {"de", "Vonvon Jana Doe", "Jana Doe"},
                                             {"es", "Porpor: Ana Ruiz", "Ana Ruiz"},
                                             {"en", "Bebe Doe", "Bebe Doe"},
                                             {"en", "Byby", "Byby"},
                                             {"en", "Bybyby Doe Roe", "Bybyby Doe Roe"}};
    CHECK_TOLD(LINES);
}

static void bylines_in_japanese_and_korean(void **state) {
    static const struct told_line LINES[] = {
        {"ja", "文・高橋由美子 写真・中村健一", "高橋由美子"},
        {"ja", "取材・文・高橋由美子", "高橋由美子"},
        {"ja", "写真・中村健一", ""},
        {"ja", "・高橋由美子", "高橋由美子"},
        {"ja", "ジョン・スミス", "ジョン・スミス"},
        {"ko", "항구일보 김하늘 기자", "김하늘"},
        {"ko", "김하늘 기자", "김하늘"},
        {"ko", "기자명 김하늘 기자", "김하늘"},
        {"ja", "港町新聞 木村 裕子", "木村 裕子"},
        {"ja", "Eric Doe 著、嶋田 健志 監訳、木下 哲也 訳", "Eric Doe"},
        {"zh", "记者 李晓云", "李晓云"},
        {"zh", "滨海日报记者 李晓云", "李晓云"},
        {"zh", "半月谈记者 李晓云", "李晓云"},
        {"zh", "滨海日报 编辑部", "滨海日报 编辑部"}, /* no person */
    };
    CHECK_TOLD(LINES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(marks_between_names),
        ARENA_TEST(further_authors),
        ARENA_TEST(credits_within_bylines),
        ARENA_TEST(texts_that_ran_together),
        ARENA_TEST(ends_of_names),
        ARENA_TEST(surnames_first),
        ARENA_TEST(lines_have_a_length),
        ARENA_TEST(function_words_after_names),
        ARENA_TEST(employers_after_names),
        ARENA_TEST(doubled_byline_words),
        ARENA_TEST(bylines_in_japanese_and_korean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

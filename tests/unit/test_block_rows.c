/*
 * The rows of PITH_BLOCKS: the kind of each text, the heading above it, its position in the body
 * and in the page.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pith.h"

static struct pith_article *extract(struct pith_context *context, unsigned flags, const char *page,
                                    size_t len) {
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article = NULL;
    options.flags = flags;
    options.precision_bias = -1; /* keep small pages whole */
    assert_int_equal(pith_extract(context, &options, page, len, &article), PITH_OK);
    return article;
}

/* The block that begins with `text`. */
static const struct pith_block *find(const struct pith_article *article, const char *text) {
    const struct pith_block *block;
    for (size_t i = 0; (block = pith_article_block(article, i)) != NULL; i++)
        if (strncmp(block->text, text, strlen(text)) == 0)
            return block;
    fail_msg("no block begins with '%s'", text);
    return NULL;
}

static void assert_slice(const char *all, size_t start, size_t end, const char *expected) {
    assert_true(start <= end && end <= strlen(all));
    char *slice = calloc(1, end - start + 1);
    memcpy(slice, all + start, end - start);
    assert_string_equal(slice, expected);
    free(slice);
}

static const char PAGE[] =
    "<html><body><nav><a href=/>Home page of all the ships</a></nav><main><article>"
    "<h1>Ships and ferries</h1><p>The ferry between the two islands will run again from Monday, "
    "after a winter in the yard.</p><h2>Where it goes</h2><p>It goes to the <b>outer</b> "
    "island&nbsp;and back, twice a day, whatever the weather may be.</p><h3>In winter</h3>"
    "<ul><li>Once a day, at noon, if there is no ice.</li><li>Never on Sundays, of course.</li>"
    "</ul><blockquote><p>We are glad to have her back, said the harbour master.</p></blockquote>"
    "<pre>depart 12:00\narrive 12:45</pre><table><tr><th>Stop</th><th>Minutes</th></tr><tr><td>"
    "Pier</td><td>12</td></tr><tr><td>Rock</td><td>45</td></tr></table><h2>What it costs</h2>"
    "<p>Nothing at all for those who live on the islands, and ten for all others.</p></article>"
    "</main><footer><p>Imprint of the ships</p></footer></body></html>";

static void kinds_are_set(void **state) {
    struct pith_article *article = extract(*state, PITH_ALL_BLOCKS, PAGE, sizeof PAGE - 1);
    assert_int_equal(find(article, "The ferry")->kind, PITH_PARAGRAPH);
    assert_int_equal(find(article, "Where it goes")->kind, PITH_HEADING);
    assert_int_equal(find(article, "Where it goes")->level, 2);
    assert_int_equal(find(article, "In winter")->level, 3);
    assert_int_equal(find(article, "Once a day")->kind, PITH_LIST_ITEM);
    assert_int_equal(find(article, "Once a day")->level, 0);
    assert_int_equal(find(article, "We are glad")->kind, PITH_QUOTE);
    assert_int_equal(find(article, "depart")->kind, PITH_CODE);
    assert_int_equal(find(article, "Rock")->kind, PITH_TABLE_CELL);
    pith_article_free(article);
}

static void paths_are_in_nfc(void **state) {
    static const char page[] = "<div class='cafe\xCC\x81 old'><p>The ferry between the two islands "
                               "will run again from Monday, after a winter in the yard.</p></div>";
    struct pith_article *article = extract(*state, PITH_ALL_BLOCKS, page, sizeof page - 1);
    assert_string_equal(find(article, "The ferry")->path, "body/div.caf\xC3\xA9/p");
    pith_article_free(article);
}

static void roles_are_set(void **state) {
    struct pith_article *article = extract(*state, PITH_ALL_BLOCKS, PAGE, sizeof PAGE - 1);
    assert_int_equal(find(article, "Ships and ferries")->role, PITH_ROLE_HEADLINE);
    assert_int_equal(find(article, "Home page")->role, PITH_ROLE_NAVIGATION);
    assert_int_equal(find(article, "Imprint")->role, PITH_ROLE_FOOTER);
    assert_int_equal(find(article, "The ferry")->role, PITH_ROLE_NONE);
    pith_article_free(article);
}

static void blocks_know_their_heading(void **state) {
    struct pith_article *article = extract(*state, PITH_BLOCKS, PAGE, sizeof PAGE - 1);
    assert_int_equal(find(article, "The ferry")->heading, PITH_NO_BLOCK);
    const struct pith_block *winter = find(article, "In winter");
    const struct pith_block *noon = find(article, "Once a day");
    assert_ptr_equal(pith_article_block(article, noon->heading), winter);
    assert_string_equal(pith_article_block(article, winter->heading)->text, "Where it goes");
    assert_int_equal(find(article, "What it costs")->heading, PITH_NO_BLOCK);
    assert_string_equal(pith_article_block(article, find(article, "Nothing")->heading)->text,
                        "What it costs");
    pith_article_free(article);
}

static void blocks_know_their_place_in_body_and_page(void **state) {
    struct pith_article *article = extract(*state, PITH_BLOCKS, PAGE, sizeof PAGE - 1);
    const struct pith_block *block = find(article, "It goes");
    assert_slice(pith_article_body(article, PITH_TEXT, NULL), block->body_start, block->body_end,
                 block->text);
    assert_slice(PAGE, block->source_start, block->source_end,
                 "It goes to the <b>outer</b> island&nbsp;and back, twice a day, whatever the "
                 "weather may be.");
    pith_article_free(article);
    article = extract(*state, PITH_ALL_BLOCKS, PAGE, sizeof PAGE - 1);
    const struct pith_block *dropped = find(article, "Ships and ferries");
    assert_false(dropped->kept);
    assert_int_equal(dropped->body_end, 0);
    assert_slice(PAGE, dropped->source_start, dropped->source_end, "Ships and ferries");
    pith_article_free(article);
}

static void lines_of_a_dump_know_their_place(void **state) {
    static const char dump[] = "Ships\n\n  The ferry  between the two islands will run again.\n"
                               "It goes to the outer island and back, twice a day.\n";
    struct pith_article *article = extract(*state, PITH_ALL_BLOCKS, dump, sizeof dump - 1);
    const struct pith_block *block = find(article, "The ferry between");
    assert_slice(dump, block->source_start, block->source_end,
                 "  The ferry  between the two islands will run again.");
    pith_article_free(article);
}

/* The page has e and U+0301 where the body has one character, so everything after it moves. */
static void places_in_the_body_are_those_of_the_normal_form(void **state) {
    static const char page[] =
        "<p>In the cafe\xCC\x81 they say that the ferry runs again from Monday.</p>"
        "<p>Rene\xCC\x81 Holt has known it for a week, and told nobody at all.</p>";
    struct pith_article *article = extract(*state, PITH_BLOCKS, page, sizeof page - 1);
    const char *body = pith_article_body(article, PITH_TEXT, NULL);
    for (size_t i = 0; i < 2; i++) {
        const struct pith_block *block = pith_article_block(article, i);
        assert_slice(body, block->body_start, block->body_end, block->text);
    }
    assert_slice(page, pith_article_block(article, 1)->source_start,
                 pith_article_block(article, 1)->source_end,
                 "Rene\xCC\x81 Holt has known it for a week, and told nobody at all.");
    pith_article_free(article);
}

static char *read_file(const char *path, size_t *len) {
    enum { CAP = 1 << 22 };
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(CAP);
    *len = fread(bytes, 1, CAP, file);
    fclose(file);
    return bytes;
}

static int is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Every word of the body belongs to a block (between two blocks there is only white space, the
 * number of an item, or a checkbox), and no more of a block is there than it has. */
static void assert_body_is_covered(const struct pith_article *article) {
    size_t len, at = 0;
    const char *body = pith_article_body(article, PITH_TEXT, &len);
    const char *notes = strstr(body, "\n\n[1] "); /* a list at the end that pith writes itself */
    len = notes ? (size_t)(notes - body) : len;
    const struct pith_block *block;
    for (size_t i = 0; (block = pith_article_block(article, i)) != NULL; i++) {
        if (block->body_start == block->body_end || block->body_start >= len)
            continue;
        for (; at < block->body_start; at++)
            assert_false(is_letter(body[at]));
        assert_true(block->body_end - block->body_start <= block->text_len);
        at = block->body_end;
    }
    assert_int_equal(at, len);
}

/* If a block begins with an ASCII word, that word is in its range of the page. */
static size_t count_found(const struct pith_article *article, const char *page, size_t len) {
    const struct pith_block *block;
    size_t n_found = 0;
    for (size_t i = 0; (block = pith_article_block(article, i)) != NULL; i++) {
        size_t n = strspn(block->text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        size_t at = block->source_start;
        assert_true(at < block->source_end && block->source_end <= len);
        if (n < 3)
            continue;
        while (at + 3 <= block->source_end && memcmp(page + at, block->text, 3) != 0)
            at++;
        assert_true(at + 3 <= block->source_end);
        n_found++;
    }
    return n_found;
}

static void positions_hold_on_the_corpus(void **state) {
    DIR *directory = opendir("corpus");
    assert_non_null(directory);
    size_t n_found = 0;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        char path[300];
        size_t len;
        if (!strstr(entry->d_name, "-01.html") && !strstr(entry->d_name, "-03.dump.txt"))
            continue;
        snprintf(path, sizeof path, "corpus/%s", entry->d_name);
        char *page = read_file(path, &len);
        struct pith_article *article = extract(*state, PITH_BLOCKS, page, len);
        assert_body_is_covered(article);
        n_found += count_found(article, page, len);
        pith_article_free(article);
        free(page);
    }
    closedir(directory);
    assert_true(n_found >= 100);
}

static int open_context(void **state) {
    return pith_context_new((struct pith_context **)state) != PITH_OK;
}

static int close_context(void **state) {
    pith_context_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_set),
        cmocka_unit_test(paths_are_in_nfc),
        cmocka_unit_test(roles_are_set),
        cmocka_unit_test(blocks_know_their_heading),
        cmocka_unit_test(blocks_know_their_place_in_body_and_page),
        cmocka_unit_test(lines_of_a_dump_know_their_place),
        cmocka_unit_test(places_in_the_body_are_those_of_the_normal_form),
        cmocka_unit_test(positions_hold_on_the_corpus),
    };
    return cmocka_run_group_tests(tests, open_context, close_context);
}

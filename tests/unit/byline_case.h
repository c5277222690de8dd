/*
 * Shared by the tests of bylines and dates by language: lines, and what is read from each.
 */
#ifndef PITH_TEST_BYLINE_CASE_H
#define PITH_TEST_BYLINE_CASE_H

#include "ground.h"

#include "lexicon/words.h"
#include "metadata/author/byline.h"

struct example {
    const char *language, *text, *expected; /* names separated by "; "; NULL: no date */
};

static inline language_set languages_of(const char *tag) {
    return words_languages(str_of(tag)) | words_languages(STR("en"));
}

static inline struct str names_in(struct arena *arena, const struct example *line) {
    struct name_list names = {.n = 0};
    struct buffer out;
    buffer_init(&out, arena);
    byline_read(arena, str_of(line->text), languages_of(line->language), false, &names);
    for (size_t i = 0; i < names.n; i++) {
        buffer_append(&out, i ? STR("; ") : STR(""));
        buffer_append(&out, names.items[i]);
    }
    return buffer_str(&out);
}

static inline void check_lines(struct arena *arena, const struct example *lines, size_t n,
                               struct str (*read)(struct arena *, const struct example *)) {
    volatile size_t n_wrong = 0;
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct str got = read(arena, &lines[i]);
        if (str_equals(got, str_of(lines[i].expected ? lines[i].expected : "(none)")))
            continue;
        print_message("%s: \"%s\" gave \"%.*s\"\n", lines[i].language, lines[i].text, (int)got.len,
                      got.at);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#endif

/*
 * Which elements around kept blocks are meant as lists, tables, headings and quotes, by sums over
 * what they contain; and what is embedded from other hosts.
 */
#include "cut_page.h"

#include "render/body_draft.h"
#include "render/embed.h"

struct draft_case {
    struct draft draft;
    bool is_meant;
};

static void check(uint8_t kind, const struct draft_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct draft draft = cases[i].draft;
        draft.section.kind = kind;
        if (body_draft_is_meant(&draft, 10) != cases[i].is_meant)
            fail_msg("case %zu", i);
    }
}

#define CHECK(kind, cases) check((kind), (cases), N_OF(cases))

static void lists_have_items_alone(void **state) {
    static const struct draft_case CASES[] = {
        {{.n_members = 2, .n_children = 2, .n_own_blocks = 6}, true},
        {{.n_members = 2, .n_children = 2, .n_own_blocks = 7}, false}, /* cards */
        {{.n_members = 2, .n_children = 3}, false},
        {{.n_members = 0, .n_children = 0}, false},
        {{.n_members = 2, .n_children = 2, .n_direct = 1}, false},
        {{.n_members = 2, .n_children = 2, .n_headings = 1}, false},
    };
    static const struct draft_case TERMS[] = {
        {{.n_members = 2, .n_children = 2, .n_terms = 1}, true},
        {{.n_members = 2, .n_children = 2, .n_terms = 0}, false},
        {{.n_members = 2, .n_children = 2, .n_terms = 2}, false},
        {{.n_members = 2, .n_children = 3, .n_terms = 1}, false},
    };
    (void)state;
    CHECK(SECTION_LIST, CASES);
    CHECK(SECTION_TERMS, TERMS);
}

/* Rows, their cells, the columns, the longest cell, all bytes. */
#define TABLE(rows, cells, columns, longest, bytes)                                                \
    .n_members = (rows), .n_children = (rows), .n_wide_rows = (rows), .n_cells = (cells),          \
    .section.ordinal = (columns), .max_bytes = (longest), .n_bytes = (bytes)

static void tables_of_data(void **state) {
    static const struct draft_case CASES[] = {
        {{TABLE(2, 4, 2, 9, 30)}, true},
        {{TABLE(1, 2, 2, 9, 30)}, false},
        {{TABLE(2, 2, 1, 9, 30)}, false},
        {{TABLE(2, 200, 100, 9, 30)}, true},
        {{TABLE(2, 202, 101, 9, 30)}, false},
        {{TABLE(2, 4, 2, 1000, 800)}, true},
        {{TABLE(2, 4, 2, 1001, 800)}, false},
        {{TABLE(2, 4, 2, 1000, 801)}, false},
        {{TABLE(2, 4, 2, 9, 30), .n_blocks = 12}, true},
        {{TABLE(2, 4, 2, 9, 30), .n_blocks = 13}, false},
        {{TABLE(2, 4, 2, 200, 300), .n_codes = 1}, true},
        {{TABLE(2, 4, 2, 201, 300), .n_codes = 1}, false},
        {{TABLE(2, 4, 2, 9, 30), .n_tables = 1}, false},
        {{TABLE(2, 4, 2, 9, 30), .n_headings = 1}, false},
        {{TABLE(2, 4, 2, 9, 30), .is_broken = true}, false},
        {{.n_members = 4, .n_children = 4, .n_wide_rows = 2, .n_cells = 6, .section.ordinal = 2},
         true},
        {{.n_members = 4, .n_children = 4, .n_wide_rows = 1, .n_cells = 5, .section.ordinal = 2},
         false},
        {{.n_members = 2, .n_children = 3, .n_wide_rows = 2, .n_cells = 4, .section.ordinal = 2},
         false},
    };
    (void)state;
    CHECK(SECTION_TABLE, CASES);
}

static void headings_and_quotes(void **state) {
    static const struct draft_case HEADINGS[] = {
        {{.n_blocks = 3, .n_bytes = 400}, true},
        {{.n_blocks = 4, .n_bytes = 400}, false},
        {{.n_blocks = 3, .n_bytes = 401}, false},
        {{.n_blocks = 3, .n_bytes = 9, .n_children = 1}, false},
    };
    static const struct draft_case QUOTES[] = {
        {{.n_blocks = 9}, true}, {{.n_blocks = 10}, false}, /* all that is kept */
    };
    (void)state;
    CHECK(SECTION_HEADING, HEADINGS);
    CHECK(SECTION_QUOTE, QUOTES);
}

static void sections_fit_into_others(void **state) {
    static const struct {
        uint8_t kind;
        struct section outer;
        bool fits;
    } CASES[] = {
        {SECTION_ITEM, {.kind = SECTION_LIST}, true},
        {SECTION_ITEM, {.kind = SECTION_ROOT}, false},
        {SECTION_CELL, {.kind = SECTION_ROW}, true},
        {SECTION_CELL, {.kind = SECTION_TABLE}, false},
        {SECTION_LIST, {.kind = SECTION_ITEM}, true},
        {SECTION_LIST, {.kind = SECTION_CELL}, false},
        {SECTION_CODE, {.kind = SECTION_HEADING}, false},
        {SECTION_HEADING, {.kind = SECTION_LIST}, false},
        {SECTION_QUOTE, {.kind = SECTION_QUOTE, .depth = BODY_TREE_MAX_DEPTH - 1}, true},
        {SECTION_QUOTE, {.kind = SECTION_QUOTE, .depth = BODY_TREE_MAX_DEPTH}, false},
        {SECTION_TABLE, {.kind = SECTION_QUOTE, .depth = BODY_TREE_MAX_DEPTH}, true},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (body_draft_fits(CASES[i].kind, &CASES[i].outer) != CASES[i].fits)
            fail_msg("case %zu", i);
}

static void embedded_content(void **state) {
    static const struct {
        const char *html, *kind, *url; /* "-": none */
    } CASES[] = {
        {"<iframe src='https://www.youtube.com/embed/a?b=c#d'></iframe>", "Video",
         "https://www.youtube.com/watch?v=a"},
        {"<iframe src='//YOUTUBE.com/embed/a'></iframe>", "-", "-"},
        {"<iframe src='HTTPS://WWW.youtube.com/embed/a'></iframe>", "Video",
         "https://www.youtube.com/watch?v=a"},
        {"<iframe src='youtube.com/embed/a'></iframe>", "-", "-"},
        {"<iframe src=about:blank data-src='//player.vimeo.com/video/1'></iframe>", "Video",
         "https://vimeo.com/1"},
        {"<iframe src='//google.com/maps/a?b=c'></iframe>", "Map", "//google.com/maps/a?b=c"},
        {"<iframe src='//a.example/'></iframe>", "-", "-"},
        {"<lite-youtube videoid=dQw4w9WgXcQ></lite-youtube>", "Video",
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ"},
        {"<lite-youtube videoid=dQw4w9WgXc></lite-youtube>", "-", "-"},
        {"<lite-youtube videoid=dQw4w9WgXc?></lite-youtube>", "-", "-"},
        {"<lite-youtube videoid=?Qw4w9WgXcQ></lite-youtube>", "-", "-"},
        {"<lite-youtube videoid=dQw-w9_gXcQ></lite-youtube>", "Video",
         "https://www.youtube.com/watch?v=dQw-w9_gXcQ"},
        {"<lite-youtube videoid=dQw4w9WgXcQx></lite-youtube>", "-", "-"},
        {"<iframe data-lazy-src='//player.vimeo.com/video/1'></iframe>", "Video",
         "https://vimeo.com/1"},
        {"<iframe src='a.html' data-lazy-src='//player.vimeo.com/video/1'></iframe>", "Video",
         "https://vimeo.com/1"},
        {"<iframe src=' https://player.twitch.tv/a '></iframe>", "Video",
         "https://player.twitch.tv/a"},
        {"<blockquote class=twitter-tweet><a href=/a>a</a><a href=/b>b</a></blockquote>", "Post",
         "/b"},
        {"<blockquote class=twitter-video><a href=/a>a</a></blockquote>", "Post", "/a"},
        {"<blockquote class=instagram-media><a href=/a>a</a></blockquote>", "Post", "/a"},
        {"<blockquote class=tiktok-embed><a href=/a>a</a></blockquote>", "Post", "/a"},
        {"<blockquote class=bluesky-embed><a href=/a>a</a></blockquote>", "Post", "/a"},
        {"<blockquote class=mastodon-embed><a href=/a>a</a></blockquote>", "Post", "/a"},
        {"<blockquote class=reddit-embed-bq><a href=/a>a</a></blockquote>", "Post", "/a"},
        {"<blockquote class=fb-xfbml-parse-ignore><a href=/a>a</a></blockquote>", "Post", "/a"},
        {"<blockquote class=twitter-tweet><a>a</a></blockquote>", "-", "-"},
        {"<blockquote class=tweet><a href=/a>a</a></blockquote>", "-", "-"},
        {"<video src=a.mp4></video>", "Video", "a.mp4"},
        {"<audio><source src=a.mp3><source src=b.mp3></audio>", "Audio", "a.mp3"},
        {"<video src=blob:x></video>", "-", "-"},
        {"<video src=BLOB:x></video>", "-", "-"},
        {"<video src=a.mp4><source src=b.mp4></video>", "Video", "a.mp4"},
        {"<video src=' '><source src=b.mp4></video>", "Video", "b.mp4"},
        {"<video><source><source src=b.mp4></video>", "Video", "b.mp4"},
        {"<video></video>", "-", "-"},
        {"<img src='https://i.ytimg.com/vi/dQw4w9WgXcQ/0.jpg'>", "Video",
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ"},
        {"<img src=a.png data-src='https://img.youtube.com/vi/dQw4w9WgXcQ/0.jpg'>", "Video",
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ"},
        {"<img src='https://i.ytimg.com/vi_webp/dQw4w9WgXcQ?x'>", "Video",
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ"},
        {"<img>", "-", "-"},
        {"text", "-", "-"},
        {"<img src='https://i.ytimg.com/vi//0.jpg'>", "-", "-"},
        {"<img src='https://i.ytimg.com/vi/'>", "-", "-"},
        {"<img src='https://a.example/0.jpg'>", "-", "-"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        struct embed embed = {.kind = STR_NONE, .url = STR_NONE};
        bool found = embed_read(*state, &page.dom, find_element(&page.dom, DOM_BODY) + 1, &embed);
        if (!str_equals(found ? embed.kind : STR("-"), str_of(CASES[i].kind)) ||
            !str_equals(found ? embed.url : STR("-"), str_of(CASES[i].url)))
            fail_msg("%s: %.*s", CASES[i].html, (int)embed.url.len, embed.url.at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_have_items_alone),
        cmocka_unit_test(tables_of_data),
        cmocka_unit_test(headings_and_quotes),
        cmocka_unit_test(sections_fit_into_others),
        ARENA_TEST(embedded_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
